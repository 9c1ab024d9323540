//! Which columns refer to which tables: what is declared, and what names, types and indexes make likely.

use std::collections::BTreeSet;

use super::names::Names;
use super::naming::{Hand, base, naming};
use super::subject::{Subject, stems};
use crate::database::{Column, ColumnId, Schema, Table, TableId, flat, same_kind};
use crate::sql::Family;

/// How sure it is that a column refers to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The schema, the Site or the application's own list of keys says so.
    Declared,
    /// Its name says so, and the schema treats it as a reference.
    Likely,
    /// Its name says so.
    Possible,
}

/// A column that refers to another table; several columns only where that is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub from: TableId,
    pub columns: Vec<ColumnId>,
    pub to: TableId,
    pub keys: Vec<ColumnId>,
    pub certainty: Certainty,
    pub reason: String,
    /// The Site knows the relation already, or the schema declares it.
    pub is_known: bool,
}

impl Reference {
    /// The only column.
    pub fn column(&self) -> Option<ColumnId> {
        match self.columns.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// What a column is to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonColumn {
    pub column: ColumnId,
    pub hand: Hand,
    pub certainty: Certainty,
    pub reason: String,
}

/// All references of a schema, in the order of its tables and columns.
pub struct References {
    pub all: Vec<Reference>,
    subject: Subject,
    stems: Vec<String>,
}

impl References {
    /// `declared`: what is known besides the schema's own relations.
    pub fn find(schema: &Schema, subject: Subject, declared: Vec<Reference>) -> Self {
        let names = Names::of(schema);
        let stems = stems(schema, &names, subject);
        let mut all: Vec<Reference> = schema.relations().iter().map(known).collect();
        let mut ends: BTreeSet<_> = all.iter().map(|one| (one.from, one.columns.clone(), one.to)).collect();
        all.extend(declared.into_iter().filter(|one| ends.insert((one.from, one.columns.clone(), one.to))));
        let taken: BTreeSet<(TableId, ColumnId)> =
            all.iter().filter_map(|one| Some((one.from, one.column()?))).collect();
        let guesser = Guesser { schema, names: &names, subject, stems: &stems, weighs: weighs_indexes(schema) };
        for (from, table) in schema.tables().filter(|(_, table)| !table.is_elsewhere) {
            let open = table.column_ids().filter(|column| !taken.contains(&(from, *column)));
            all.extend(open.filter_map(|column| guesser.guess(from, column)));
        }
        all.sort_by(|a, b| (a.from, &a.columns, a.to).cmp(&(b.from, &b.columns, b.to)));
        Self { all, subject, stems }
    }

    pub fn from(&self, table: TableId) -> impl Iterator<Item = &Reference> {
        self.all.iter().filter(move |one| one.from == table)
    }

    /// References to the key of the people.
    pub fn to_people(&self) -> impl Iterator<Item = &Reference> {
        let subject = self.subject;
        self.all.iter().filter(move |one| one.to == subject.table && one.keys == [subject.key])
    }

    /// The columns of a table that name people, whose row it is first.
    pub fn people(&self, schema: &Schema, table: TableId) -> Vec<PersonColumn> {
        let columns = self.to_people().filter(|one| one.from == table).filter_map(|one| {
            let column = one.column()?;
            let hand = naming(&schema.table(table).column(column).name, &self.stems);
            Some(PersonColumn {
                column,
                hand: hand.map_or(Hand::Second, |naming| naming.hand),
                certainty: one.certainty,
                reason: one.reason.clone(),
            })
        });
        let mut columns: Vec<PersonColumn> = columns.collect();
        columns.sort_by_key(|one| (one.hand, one.column));
        columns
    }
}

fn known(relation: &crate::database::Relation) -> Reference {
    Reference {
        from: relation.from,
        columns: relation.columns.clone(),
        to: relation.to,
        keys: relation.keys.clone(),
        certainty: Certainty::Declared,
        reason: "it is declared to refer there".to_owned(),
        is_known: true,
    }
}

/// Whether the schema has indexes that are no keys: in one without any, that a column has none says nothing.
fn weighs_indexes(schema: &Schema) -> bool {
    schema.tables().any(|(_, table)| {
        table.indexed.iter().any(|columns| {
            *columns != table.primary_key && !table.uniques.iter().any(|unique| unique.columns == *columns)
        })
    })
}

struct Guesser<'g> {
    schema: &'g Schema,
    names: &'g Names,
    subject: Subject,
    stems: &'g [String],
    weighs: bool,
}

impl Guesser<'_> {
    fn guess(&self, from: TableId, id: ColumnId) -> Option<Reference> {
        let table = self.schema.table(from);
        let column = table.column(id);
        if table.row_key() == Some(id) || column.generated {
            return None;
        }
        let (name, says_key) = base(&column.name);
        if let Some((to, how)) = self.other(from, &name, says_key) {
            let key = self.schema.table(to).row_key()?;
            let fits = self.fits(column, to, key, says_key);
            return fits.then(|| self.reference(table, (from, id), (to, key), how, None));
        }
        let naming = naming(&column.name, self.stems)?;
        let Subject { table: to, key } = self.subject;
        if from == to && naming.hand == Hand::First(0) || !self.fits(column, to, key, naming.says_key) {
            return None;
        }
        Some(self.reference(table, (from, id), (to, key), naming.reason, Some(naming.hand)))
    }

    /// Another table than the people's that the name means.
    fn other(&self, from: TableId, name: &str, says_key: bool) -> Option<(TableId, &'static str)> {
        if self.stems.iter().any(|stem| stem == name) {
            return None;
        }
        let table = self.schema.table(from);
        let relative = self.names.relative(&table.name, name).filter(|to| *to != from);
        let relative = relative.map(|to| (to, "its name is that of a table with the same beginning"));
        let exact = self.names.table(name).map(|to| (to, "its name is that of the table"));
        // `choiceid` of `survey_answers` is rather `survey_choices` than `choice`.
        let found = relative.or(exact);
        found.filter(|(to, _)| *to != self.subject.table && (says_key || *to != from))
    }

    /// Types as the key's; exactly so where the name does not say that it is a key.
    fn fits(&self, column: &Column, to: TableId, key: ColumnId, says_key: bool) -> bool {
        let key = self.schema.table(to).column(key);
        let whole = |column: &Column| matches!(column.family, Family::Integer | Family::Text | Family::Other);
        let alike = column.family == key.family || same_kind(column.family, key.family) && whole(column);
        alike && whole(column) && (says_key || is_like(column, key))
    }

    fn reference(
        &self,
        table: &Table,
        (from, id): (TableId, ColumnId),
        (to, key): (TableId, ColumnId),
        how: &str,
        hand: Option<Hand>,
    ) -> Reference {
        let column = table.column(id);
        let alone = table.indexed.iter().any(|columns| columns.as_slice() == [id]);
        let in_key = table.primary_key.contains(&id);
        // A row that says nothing would refer to nobody, which no foreign key allows.
        let zero = !column.nullable && is_zero(column);
        // Rows are looked up by whose they are; an index on any other reference is that of a foreign key.
        let looked_up = matches!(hand, Some(Hand::First(0 | 1)));
        let treated = in_key || if self.weighs { alone && !(zero && looked_up) } else { !zero };
        let certainty = if treated { Certainty::Likely } else { Certainty::Possible };
        let evidence = match (in_key, self.weighs && alone, zero) {
            (true, ..) => ", and it is part of the key",
            (_, true, false) => ", and it has an index of its own",
            (_, true, true) => ", and it has an index of its own; but it is 0 by default",
            (_, false, true) => "; but it is 0 by default",
            (_, false, false) if self.weighs => "; but it has no index of its own",
            (_, false, false) => "",
        };
        let reason = format!("{how}{evidence}");
        Reference { from, columns: vec![id], to, keys: vec![key], certainty, reason, is_known: false }
    }
}

/// The default is a number or text that no key has.
fn is_zero(column: &Column) -> bool {
    column.default.as_deref().is_some_and(|text| {
        let text = text.split("::").next().unwrap_or_default().trim_matches(['(', ')', ' ', '\'']);
        text == "0" || text.is_empty()
    })
}

/// The types are written alike. SQLite's counted keys can only be called `INTEGER`, whatever refers to them.
fn is_like(column: &Column, key: &Column) -> bool {
    let (column, key) = (declared(column), declared(key));
    column == key || key == "integer" && matches!(column.as_str(), "int" | "bigint")
}

/// A type without its length and without that it counts.
fn declared(column: &Column) -> String {
    let text = column.declared.to_ascii_lowercase();
    let text = text.split('(').next().unwrap_or_default();
    flat(text.strip_suffix(" unsigned").unwrap_or(text)).replace("bigserial", "bigint").replace("serial", "integer")
}
