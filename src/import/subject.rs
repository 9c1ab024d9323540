//! Which table holds the people, where no Site says it.

use super::names::{Names, singulars};
use crate::database::{ColumnId, Schema, Table, TableId, flat, words};

/// What tables of people are called, the most usual first.
pub(super) const PERSONS: &[&str] = &[
    "user",
    "person",
    "account",
    "member",
    "customer",
    "employee",
    "student",
    "patient",
    "client",
    "contact",
    "profile",
    "citizen",
    "subscriber",
    "participant",
    "people",
];

/// What a person who signs in has.
const SIGNS: &[&str] = &["email", "mail", "emailaddress", "username", "login", "password", "firstname", "lastname"];

/// The table of the people and its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub table: TableId,
    pub key: ColumnId,
}

impl Subject {
    /// The table of that name, where it has a key of one column.
    pub fn named(schema: &Schema, name: &str) -> Option<Self> {
        let (table, found) = schema.find(name)?;
        Some(Self { table, key: found.row_key()? })
    }

    /// The table that is most like one of people; the reason names what it was known by.
    pub fn guess(schema: &Schema) -> Option<(Self, String)> {
        let names = Names::of(schema);
        let candidates = schema.tables().filter(|(_, table)| !table.is_elsewhere).filter_map(|(id, table)| {
            let key = table.row_key()?;
            let likeness = likeness(&names, table)?;
            let signs = signs(table);
            let referring = referring(schema, &names, id);
            let score = (likeness + 2 * signs.len(), referring);
            Some((score, std::cmp::Reverse(table.name.clone()), Self { table: id, key }, signs, referring))
        });
        let (_, name, subject, signs, referring) = candidates.max_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)))?;
        let has = if signs.is_empty() { String::new() } else { format!(", it has {}", signs.join(", ")) };
        let referring = match referring {
            0 => String::new(),
            1 => ", and one column looks like its key".to_owned(),
            many => format!(", and {many} columns look like its key"),
        };
        Some((subject, format!("`{}` is what people are called{has}{referring}", name.0)))
    }
}

/// The words by which columns name people: the table's own, and the usual ones that no other table is called.
pub(super) fn stems(schema: &Schema, names: &Names, subject: Subject) -> Vec<String> {
    let table = schema.table(subject.table);
    let mut stems = singulars(&flat(names.stem(&table.name)));
    let whole = words(names.stem(&table.name));
    stems.extend(whole.iter().flat_map(|word| singulars(word)).filter(|word| PERSONS.contains(&word.as_str())));
    let free = |word: &&&str| names.table(word).is_none_or(|table| table == subject.table);
    stems.extend(["user", "person"].iter().filter(free).map(|word| (*word).to_owned()));
    stems.sort();
    stems.dedup();
    // The longest first: `useraccount` before `user`.
    stems.sort_by_key(|stem| std::cmp::Reverse(stem.len()));
    stems
}

/// How much a table's name is one of people; `None`: not at all.
fn likeness(names: &Names, table: &Table) -> Option<usize> {
    let rank = |forms: Vec<String>| {
        let at = PERSONS.iter().position(|word| forms.iter().any(|form| form == word));
        at.map(|at| PERSONS.len() - at)
    };
    let stem = names.stem(&table.name);
    let whole = rank(singulars(&flat(stem))).map(|rank| 10 + rank);
    whole.or_else(|| {
        // `auth_user`, `user_account`: two words of which one is a person.
        let words = words(stem);
        let all = words.len() == 2 && !signs(table).is_empty();
        words.iter().filter(|_| all).filter_map(|word| rank(singulars(word))).max()
    })
}

fn signs(table: &Table) -> Vec<&str> {
    table.column_names().filter(|name| SIGNS.contains(&flat(name).as_str())).collect()
}

/// Columns of other tables that are called like its key, or declared to refer to it.
fn referring(schema: &Schema, names: &Names, subject: TableId) -> usize {
    let forms = singulars(&flat(names.stem(&schema.table(subject).name)));
    let forms: Vec<String> = forms.iter().map(|form| format!("{form}id")).collect();
    let named = schema.tables().flat_map(|(_, table)| table.column_names()).filter(|name| forms.contains(&flat(name)));
    named.count() + schema.referring(subject).count()
}
