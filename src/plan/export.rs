//! An export script: claims one request of its type and prints one JSON object a row.

use std::collections::BTreeMap;

use super::Basis;
use super::claim::{Claim, anybody, mine};
use super::rows::{Subjects, column, selected};
use super::tables::REQUEST;
use crate::database::TableId;
use crate::program::{Entry, ExportColumn, ExportType, Item, KeepFor, Program};
use crate::sql::{Arm, Change, Expr, Family, Literal, Reads, Script, Select, Statement};

/// The script of an export type: a line that says whose it is, then a line a row.
pub fn export(basis: Basis<'_>, export_type: &ExportType) -> Script {
    let mut script = Script { header: header(basis, export_type), pieces: Vec::new() };
    let people = anybody(basis.program);
    Claim::export(&export_type.id, &people).write(&mut script);
    script.push("the export reads one state of the database", Statement::Begin(Reads::Snapshot));
    script.push("what this is", Statement::Query(title_line(basis, export_type)));
    for item in export_type.items.iter().filter_map(|id| basis.program.item(*id)) {
        for (table, entries) in by_table(item) {
            if entries.iter().all(|entry| entry.export.columns.is_empty()) {
                continue;
            }
            let lines: Vec<String> = entries.iter().map(|entry| basis.line(entry.span)).collect();
            let comment = format!("{}: {} ({})", item.name, basis.program.schema.table(table).name, lines.join(", "));
            script.push(comment, Statement::Query(rows(basis, item, table, &entries)));
        }
    }
    script.push("done; the archive expires", Statement::Change(done(export_type)));
    script.and(Statement::Commit);
    script
}

fn header(basis: Basis<'_>, export_type: &ExportType) -> Vec<String> {
    vec![
        format!("Export type `{}` ({}).", export_type.id, basis.line(export_type.span)),
        "Takes one approved request of this type and prints one JSON object a line.".to_owned(),
        format!("Program {}", basis.digest),
    ]
}

fn title_line(basis: Basis<'_>, export_type: &ExportType) -> Select {
    let subject = Expr::Exported(Box::new(Expr::column("subject")), super::rows::key_family(basis.program));
    let object = Expr::Object(vec![
        ("export".to_owned(), Expr::text(&export_type.id)),
        ("site".to_owned(), Expr::text(&basis.program.site.id)),
        ("program".to_owned(), Expr::text(basis.digest)),
        ("subject".to_owned(), subject),
    ]);
    Select::from(REQUEST, [object]).filter(mine())
}

/// The entries of an item that may be exported, by table.
fn by_table(item: &Item) -> BTreeMap<TableId, Vec<&Entry>> {
    let mut tables: BTreeMap<TableId, Vec<&Entry>> = BTreeMap::new();
    for entry in &item.entries {
        tables.entry(entry.table.id).or_default().push(entry);
    }
    tables
}

/// Each row once, with the columns of every entry that found it.
fn rows(basis: Basis<'_>, item: &Item, table: TableId, entries: &[&Entry]) -> Select {
    let program = basis.program;
    let exported: Vec<&&Entry> = entries.iter().filter(|entry| !entry.export.columns.is_empty()).collect();
    let filter = |entry: &Entry| selected(program, entry, Subjects::Claimed);
    let row = match exported.as_slice() {
        [only] => Expr::Object(members(basis, only)),
        several => merged(basis, several),
    };
    let line = Expr::Object(vec![
        ("item".to_owned(), Expr::text(&item.name)),
        ("list".to_owned(), Expr::text(list(program, table, &exported))),
        ("row".to_owned(), row),
    ]);
    let schema_table = program.schema.table(table);
    let order = schema_table.primary_key.iter().map(|id| {
        let key = schema_table.column(*id);
        let name = Expr::of(&schema_table.name, &key.name);
        // The same order on every engine.
        if key.family == Family::Text { Expr::ByBytes(Box::new(name)) } else { name }
    });
    Select::from(&schema_table.name, [line]).filter(Expr::any(exported.iter().map(|entry| filter(entry)))).order(order)
}

/// The name that the author gave the list, else the table's.
fn list<'e>(program: &'e Program, table: TableId, entries: &[&&'e Entry]) -> &'e str {
    let table = &*program.schema.table(table).name;
    entries.iter().map(|entry| &*entry.list).filter(|name| *name != table).min().unwrap_or(table)
}

/// Members of an object that come from one entry, by the entry's place.
type ByEntry = BTreeMap<usize, Vec<(String, Expr)>>;

/// The members of a row that several entries may have found. Members that the same entries have stand together.
fn merged(basis: Basis<'_>, entries: &[&&Entry]) -> Expr {
    let mut having: BTreeMap<&str, Vec<(bool, usize, &ExportColumn)>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for one in &entry.export.columns {
            having.entry(&one.name).or_default().push((one.person, at, one));
        }
    }
    let mut groups: BTreeMap<Vec<usize>, ByEntry> = BTreeMap::new();
    let mut members: Vec<_> = having.into_iter().collect();
    // As the table has them, which is also how one entry alone prints them.
    members.sort_by_key(|(name, found)| (found.first().map(|(_, _, one)| one.column.id), *name));
    for (name, mut found) in members {
        // Her own key goes before a label: it is the same person.
        found.sort_by_key(|(person, at, _)| (*person, *at));
        let arms = groups.entry(found.iter().map(|(_, at, _)| *at).collect()).or_default();
        for (_, at, one) in found {
            let Some(entry) = entries.get(at) else { continue };
            arms.entry(at).or_default().push((name.to_owned(), value(basis, entry, one)));
        }
    }
    let arm = |at: usize, members: Vec<(String, Expr)>| {
        let entry = entries.get(at)?;
        Some(Arm { condition: selected(basis.program, entry, Subjects::Claimed).is_true(), members })
    };
    let group = |(order, mut arms): (Vec<usize>, ByEntry)| {
        order.into_iter().filter_map(|at| arm(at, arms.remove(&at)?)).collect()
    };
    Expr::Merged(groups.into_iter().map(group).collect())
}

fn members(basis: Basis<'_>, entry: &Entry) -> Vec<(String, Expr)> {
    entry.export.columns.iter().map(|one| (one.name.to_string(), value(basis, entry, one))).collect()
}

/// Other people's keys appear as a label, never as data.
fn value(basis: Basis<'_>, entry: &Entry, one: &ExportColumn) -> Expr {
    let program = basis.program;
    let holder = column(program, entry.table.id, one.column.id);
    let plain = Expr::of(&entry.table.name, &one.column.name);
    if !one.person {
        return Expr::Exported(Box::new(plain), holder.family);
    }
    let subject = &program.site.subject;
    let person = "probate_person";
    let label = column(program, subject.table.id, subject.label.id).family;
    // The column that is referred to, which need not be the subject's key.
    let foreign = program.schema.table(entry.table.id).foreign_key_of(one.column.id);
    let referred = foreign.and_then(|key| key.to.first().copied()).unwrap_or(subject.key.id);
    let key = column(program, subject.table.id, referred);
    let is_key = Expr::of(person, &key.name);
    let is_key = if key.folds() { Expr::ByBytes(Box::new(is_key)) } else { is_key };
    let found =
        Select::from(&subject.table.name, [Expr::Exported(Box::new(Expr::of(person, &subject.label.name)), label)])
            .alias(person)
            .filter(is_key.equals(plain));
    Expr::scalar(found)
}

fn done(export_type: &ExportType) -> Change {
    let expires = match &export_type.keep_for {
        KeepFor::Unlimited => Expr::Literal(Literal::Null),
        KeepFor::Period(period) => Expr::NowPlus { months: period.years * 12 + period.months, days: period.days },
    };
    Change::Update {
        table: REQUEST.to_owned(),
        set: vec![
            ("state".to_owned(), Expr::text("done")),
            ("finished".to_owned(), Expr::Now),
            ("expires".to_owned(), expires),
            ("token".to_owned(), Expr::Literal(Literal::Null)),
        ],
        filter: mine(),
    }
}
