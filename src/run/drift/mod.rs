//! What a live database has otherwise than the schema file says: errors where the policy speaks of it, and what nobody
//! knows of yet.

mod column;
mod keys;

use std::collections::BTreeSet;

use super::Fault;
use crate::database::{ColumnId, Flaw, Schema, Table, TableId, Vendor};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{SpokenOf, spoken_of};
use crate::program::{Program, Touched};
use crate::source::Span;
use crate::sql::dialect::Dialect;

/// Compares the schema that a project is checked against with that of a database of this dialect. Tables in `unread` are
/// there, and nothing is known of them.
///
/// # Errors
/// It is another application's database.
pub fn drift(program: &Program, dialect: Dialect, live: &Schema, unread: &[&str]) -> Result<Vec<Diagnostic>, Fault> {
    let site = &program.site;
    let own = site.own_schemas.iter().find(|(of, _)| *of == dialect).map(|(_, schema)| &**schema);
    let is_own = own.is_some() || site.dialects.first() == Some(&dialect);
    let known = own.unwrap_or(&program.schema);
    let kin = if is_own { Kin::Same } else { Kin::Other };
    let (mut deleted, mut written) = (BTreeSet::new(), BTreeSet::new());
    for touched in program.purge_types.iter().map(|one| Touched::by(program, one)) {
        deleted.extend(touched.deleted.into_keys());
        written.extend(touched.written.into_keys().map(|(table, _)| table));
    }
    let compared = Compared { program, dialect, known, kin, live, deleted, written };
    let spoken_of = spoken_of(program);
    let name = |spoken: &SpokenOf| &program.schema.table(spoken.table).name;
    let is_there = |one: &SpokenOf| live.find(name(one)).is_some() || live.is_unread(name(one));
    if unread.is_empty() && !spoken_of.iter().any(is_there) {
        return Err(Fault::not_ready(
            format!(
                "this is not the database that the policy was written for: none of its {} tables is there",
                spoken_of.len()
            ),
            "name the right database; on PostgreSQL the first schema of `search_path` is read",
        ));
    }
    let mut found = Vec::new();
    for spoken in spoken_of {
        let name = name(&spoken);
        if !unread.contains(&&**name) && !live.is_unread(name) {
            compared.table(&spoken, &mut found);
        }
    }
    compared.unknown(&mut found);
    let command = Vendor::of(dialect).map_or("", Vendor::command);
    Ok(found.into_iter().map(|one| mended(one, command)).collect())
}

/// With what is to be done about it.
fn mended(one: Diagnostic, command: &str) -> Diagnostic {
    let again = format!("take the schema from the database again (`{command}`)");
    let help = if one.code == Code::MissingInDatabase {
        format!("name the right database, or {again}")
    } else if one.code == Code::DiffersInDatabase {
        format!("{again}, and read what `check` says then")
    } else {
        format!("{again}; `probate import` then says what refers to people")
    };
    one.help(help)
}

/// Whether the schema file is that of the database's own kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kin {
    Same,
    /// What only one of the two kinds can say is no difference.
    Other,
}

struct Compared<'c> {
    program: &'c Program,
    dialect: Dialect,
    known: &'c Schema,
    kin: Kin,
    live: &'c Schema,
    /// Tables of the program from which purges delete.
    deleted: BTreeSet<TableId>,
    /// And those of which they write columns.
    written: BTreeSet<TableId>,
}

/// One of the policy's tables on both sides.
#[derive(Clone, Copy)]
struct Both<'b> {
    known: &'b Table,
    live: &'b Table,
    /// Where the policy speaks of it.
    at: Span,
}

impl Compared<'_> {
    fn table(&self, spoken: &SpokenOf, found: &mut Vec<Diagnostic>) {
        let declared = self.program.schema.table(spoken.table);
        let known = self.known.find(&declared.name).map_or(declared, |(_, known)| known);
        let Some((id, live)) = self.live.find(&known.name) else {
            let names = self.live.tables().map(|(_, table)| &*table.name);
            let diagnostic = Diagnostic::new(
                Code::MissingInDatabase,
                known.span,
                format!("the database has no table `{}`", known.name),
            );
            let diagnostic = diagnostic
                .about(&*known.name)
                .label("declared here")
                .related(spoken.span, "the policy speaks of it here")
                .nearest(&known.name, names)
                .note("a table on which a user has no right is not shown by MariaDB");
            return found.push(diagnostic);
        };
        let both = Both { known, live, at: spoken.span };
        let of_policy: Vec<(&str, ColumnId, Span)> =
            spoken.columns.iter().map(|(column, at)| (&*declared.column(*column).name, *column, *at)).collect();
        for (name, column, at) in &of_policy {
            self.column(both, declared.column(*column), (name, *at), found);
        }
        let names: Vec<&str> = of_policy.iter().map(|(name, ..)| *name).collect();
        keys::told_apart(both, &names, found);
        if self.deleted.contains(&spoken.table) {
            self.referring(both, id, found);
        }
        found.extend(kept_otherwise(both));
        if self.written.contains(&spoken.table) {
            found.extend(following(both, declared));
        }
    }

    /// What the database has and the file does not.
    fn unknown(&self, found: &mut Vec<Diagnostic>) {
        let mut tables = Vec::new();
        for (_, table) in self.live.tables() {
            match self.known.find(&table.name) {
                Some((_, known)) => {
                    let new = table.columns.iter().filter(|column| known.find(&column.name).is_none());
                    found.extend(new.map(|column| self.new_column(known, table, &column.name)));
                }
                None if self.known.is_unread(&table.name) => {}
                // Of a table that is known whole, a part by dates or numbers.
                None if table.part_of.is_some_and(|of| self.known.find(&self.live.table(of).name).is_some()) => {}
                None => tables.push(table),
            }
        }
        // A schema file may well have only what the policy speaks of: what does not refer to people is one finding.
        let refers = |table: &Table| self.refers_to_people(table, &table.column_ids().collect::<Vec<_>>());
        let (people, others): (Vec<&Table>, Vec<&Table>) = tables.into_iter().partition(|table| refers(table));
        found.extend(people.into_iter().map(|table| self.new_tables(&[table])));
        found.extend((!others.is_empty()).then(|| self.new_tables(&others)));
    }

    fn new_column(&self, known: &Table, live: &Table, column: &str) -> Diagnostic {
        let title = format!("the database has a column `{}.{column}`, which is in no item", live.name);
        let columns: Vec<ColumnId> = live.find(column).map(|(id, _)| id).into_iter().collect();
        let diagnostic = Diagnostic::new(Code::NotInSchema, known.span, title)
            .about(format!("{}.{column}", live.name))
            .label("the schema does not declare it");
        self.noted(diagnostic, live, &columns)
    }

    fn new_tables(&self, tables: &[&Table]) -> Diagnostic {
        let names: Vec<String> = tables.iter().map(|table| format!("`{}`", table.name)).collect();
        if let ([table], [name]) = (tables, names.as_slice()) {
            let title = format!("the database has a table {name}, which is in no item");
            let all: Vec<ColumnId> = table.column_ids().collect();
            return self.noted(Diagnostic::without_place(Code::NotInSchema, title).about(&*table.name), table, &all);
        }
        let title = format!("the database has {} more tables, which are in no item", tables.len());
        Diagnostic::without_place(Code::NotInSchema, title).note(names.join(", "))
    }

    /// With what is known of the new columns: whether they refer to people.
    fn noted(&self, diagnostic: Diagnostic, table: &Table, columns: &[ColumnId]) -> Diagnostic {
        let people = &self.program.site.subject.table.name;
        let note = || format!("it refers to `{people}` by a foreign key");
        let note = self.refers_to_people(table, columns).then(note);
        note.into_iter().fold(diagnostic, Diagnostic::note)
    }

    fn refers_to_people(&self, table: &Table, columns: &[ColumnId]) -> bool {
        let people = self.live.find(&self.program.site.subject.table.name).map(|(id, _)| id);
        let mut keys = table.foreign_keys.iter().filter(|key| Some(key.table) == people);
        keys.any(|key| key.columns.iter().any(|column| columns.contains(column)))
    }
}

fn differs(span: Span, about: String, title: String) -> Diagnostic {
    Diagnostic::new(Code::DiffersInDatabase, span, title).about(about)
}

/// How its rows are kept, and what a change of them sets off.
fn kept_otherwise(both: Both<'_>) -> Vec<Diagnostic> {
    let Both { known, live, at } = both;
    let name = &known.name;
    let one = |title: String, label: &str| {
        differs(known.span, name.to_string(), title).label(label).related(at, "the policy speaks of it here")
    };
    let mut found = Vec::new();
    match (&known.flaw, &live.flaw) {
        (None, Some((Flaw::NotUndone(engine), _))) => {
            let title = format!("the database keeps `{name}` in {engine}, which cannot take a change back");
            found.push(one(title, "no such engine is named here"));
        }
        (None, Some((Flaw::KeepsHistory, _))) => {
            let title = format!("the database keeps the history of `{name}`: what is deleted can still be read");
            found.push(one(title, "no versioning is declared here"));
        }
        (None, Some((Flaw::Inherited(heir), _))) => {
            found
                .push(one(format!("`{heir}` of the database inherits from `{name}`"), "nothing inherits from it here"));
        }
        (Some(_), _) | (None, None) => {}
    }
    if live.triggers.len() > known.triggers.len() {
        let title = format!("a trigger of the database runs when rows of `{name}` are changed or deleted");
        let label = if known.triggers.is_empty() { "the schema has none" } else { "the schema has fewer" };
        found.push(one(title, label));
    }
    found
}

/// Columns that follow every change of their row, and that a purge would change because nobody told it of them.
fn following(both: Both<'_>, declared: &Table) -> Vec<Diagnostic> {
    let Both { known, live, at } = both;
    let is_known = |name: &str| declared.find(name).is_some_and(|(_, column)| column.follows_changes);
    let follows = live.columns.iter().filter(|column| column.follows_changes && !is_known(&column.name));
    let found = follows.map(|column| {
        let title = format!("`{}.{}` follows every change of its row in the database", known.name, column.name);
        differs(known.span, format!("{}.{}", known.name, column.name), title)
            .label("no column that does so is declared under this name")
            .related(at, "the policy speaks of it here")
    });
    found.collect()
}
