//! An export script: claims one request of its type and prints one JSON object a row.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::below::Below;
use super::chain::joined;
use super::claim::{Claim, anybody, mine};
use super::notice::{self, Topic};
use super::rows::{Held, Subjects, column, selected};
use super::tables::REQUEST;
use super::{Basis, declared, lists};
use crate::database::{Column, ColumnId, Table, TableId, exact};
use crate::program::{
    ColumnName, Entry, Event, Export, ExportColumn, ExportType, Item, ItemId, Pair, Part, Path, Program, TableName,
    Unit, Use,
};
use crate::sql::{Arm, Change, Expr, Family, Length, Reads, Script, Select, Statement, Time};

/// What is said about stored files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    /// That they exist, and what they are called.
    Listed,
    /// Also where their bytes are, for whoever puts them into the archive.
    Whole,
}

/// What an export consists of.
#[derive(Debug)]
pub struct ExportParts {
    /// A transaction of its own.
    pub claim: Script,
    /// One JSON object: what this is, and whose.
    pub head: Select,
    /// The locale in which the person reads; no row where nobody is there.
    pub language: Select,
    /// Those of one item stand together.
    pub lists: Vec<ExportList>,
    /// The request is done, and when the archive expires.
    pub done: Change,
    /// Who is told so, in the same transaction.
    pub told: Script,
}

/// The rows of one table that hold an item: a JSON object each.
#[derive(Debug)]
pub struct ExportList {
    pub item: ItemId,
    pub table: TableId,
    /// What it is called in the rows.
    pub name: String,
    /// The members of its rows, in their order.
    pub columns: Vec<String>,
    /// Some of them are lists of rows themselves.
    pub has_parts: bool,
    pub rows: Select,
    /// Where in its rows the contents of stored files are named: lists of members down to the one that names it.
    pub contents: Vec<Vec<Arc<str>>>,
    comment: String,
}

/// The parts of an export, for whoever runs it.
pub fn export_parts(basis: Basis<'_>, export_type: &ExportType) -> ExportParts {
    let mut claim = Script::default();
    let people = anybody(basis.program);
    let uses = on_offer(basis.program, export_type);
    Claim::export(&export_type.id, &uses, &people).write(basis.program, &mut claim, Script::default());
    let files = if export_type.files { Files::Whole } else { Files::Listed };
    let mut lists = Vec::new();
    for (id, item) in export_type.items.iter().filter_map(|id| Some((*id, basis.program.item(*id)?))) {
        for (table, entries) in by_table(item) {
            if !entries.iter().any(|entry| exports(entry)) {
                continue;
            }
            let lines: Vec<String> = entries.iter().map(|entry| basis.line(entry.span)).collect();
            let comment = format!("{}: {} ({})", item.name, basis.program.schema.table(table).name, lines.join(", "));
            let parts = entries.iter().flat_map(|entry| &entry.parts);
            let contents = if export_type.files { parts.flat_map(contents).collect() } else { Vec::new() };
            let rows = rows(basis, item, table, &entries, files);
            let exported: Vec<&Entry> = entries.iter().copied().filter(|entry| exports(entry)).collect();
            let name = list(basis.program, table, &exported).to_owned();
            let (columns, has_parts) = names(&exported);
            lists.push(ExportList { item: id, table, name, columns, has_parts, rows, contents, comment });
        }
    }
    let mut told = Script::default();
    let topic = Topic::new(basis.program, "export", &export_type.id);
    told.group("outbox: notices that the export is ready", notice::told(basis.program, Event::ExportReady, topic));
    let language = notice::language(basis.program);
    let done = done(basis.program, export_type);
    ExportParts { claim, head: title_line(basis, export_type), language, lists, done, told }
}

fn contents(part: &Part) -> Vec<Vec<Arc<str>>> {
    let own = part.export.columns.iter().filter(|one| part.stored && one.reached.is_some());
    let own = own.map(|one| vec![one.name.clone()]);
    let all = own.chain(part.parts.iter().flat_map(contents));
    all.map(|below| std::iter::once(part.list.clone()).chain(below).collect()).collect()
}

/// The script of an export type: a line that says whose it is, then a line a row.
pub fn export(basis: Basis<'_>, export_type: &ExportType) -> Script {
    let ExportParts { claim, head, lists, done, told, .. } = export_parts(basis, export_type);
    let mut script = Script { header: header(basis, export_type), pieces: claim.pieces };
    script.push("the export reads one state of the database", Statement::Begin(Reads::Snapshot));
    script.push("what this is", Statement::Query(head));
    for list in lists {
        script.push(list.comment, Statement::Query(list.rows));
    }
    script.push("done; the archive expires", Statement::Change(done));
    script.pieces.extend(told.pieces);
    script.and(Statement::Commit);
    script
}

fn header(basis: Basis<'_>, export_type: &ExportType) -> Vec<String> {
    let mut lines = vec![
        format!("Export type `{}` ({}).", export_type.id, basis.line(export_type.span)),
        "Takes one approved request of this type and prints one JSON object a line.".to_owned(),
    ];
    lines.extend(basis.unreviewed(&export_type.items, &export_type.unreviewed));
    lines.push(format!("Program {}", basis.digest));
    lines
}

/// Who may ask for it. People only where the Site lets them.
fn on_offer(program: &Program, export_type: &ExportType) -> Vec<Use> {
    let allowed = |one: &Use| *one != Use::Oneself || program.site.defaults.self_export;
    export_type.uses.iter().copied().filter(allowed).collect()
}

fn title_line(basis: Basis<'_>, export_type: &ExportType) -> Select {
    let subject = Expr::Exported(Arc::new(Expr::column("subject")), super::rows::key_family(basis.program));
    let mut members = vec![
        ("export".to_owned(), Expr::text(&export_type.id)),
        ("site".to_owned(), Expr::text(&basis.program.site.id)),
        ("program".to_owned(), Expr::text(basis.digest)),
        ("subject".to_owned(), subject),
    ];
    members.extend(declared::elsewhere(basis.program, export_type));
    Select::from(REQUEST, [Expr::Object(members)]).filter(mine())
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
fn rows(basis: Basis<'_>, item: &Item, table: TableId, entries: &[&Entry], files: Files) -> Select {
    let program = basis.program;
    let exported: Vec<&Entry> = entries.iter().copied().filter(|entry| exports(entry)).collect();
    let selected: Vec<Expr> = exported.iter().map(|entry| selected(program, entry, Subjects::Claimed)).collect();
    let schema_table = program.schema.table(table);
    let row = match exported.as_slice() {
        [only] => Expr::Object(only_members(members(basis, only, files))),
        several => merged(basis, several, &selected, files),
    };
    let mut line = vec![
        ("item".to_owned(), Expr::text(&item.name)),
        ("list".to_owned(), Expr::text(list(program, table, &exported))),
        ("row".to_owned(), row),
    ];
    line.extend(declared::mixed(program, &exported));
    Select::from(&schema_table.name, [Expr::Object(line)])
        .filter(any_of(schema_table, selected))
        .order(by_key(schema_table))
}

/// The same order on every engine.
fn by_key(table: &Table) -> Vec<Expr> {
    let key = |id: &ColumnId| {
        let key = table.column(*id);
        let name = Expr::of(&table.name, &key.name);
        if key.family == Family::Text { Expr::ByBytes(Arc::new(name)) } else { name }
    };
    table.primary_key.iter().map(key).collect()
}

/// Rows that any of these selects: by key, so that each is found by its own index.
fn any_of(table: &Table, selected: Vec<Expr>) -> Expr {
    let mut selects = Vec::new();
    let key: Vec<&Column> = table.primary_key.iter().map(|id| table.column(*id)).collect();
    // SQLite lets a part of a key be NULL, and then no tuple is found.
    let found_by = !key.is_empty() && !key.iter().any(|one| one.folds_by_name() || key.len() > 1 && one.nullable);
    if selected.len() < 2 || !found_by {
        return Expr::any(selected);
    }
    // SQLite lets a text that is the key be NULL; such a row is found by no key.
    let without: Vec<Expr> =
        key.iter().filter(|one| one.nullable).map(|one| Expr::of(&table.name, &one.name).is_null()).collect();
    let without_key =
        (!without.is_empty()).then(|| Expr::all(without.into_iter().chain([Expr::any(selected.clone())])));
    for one in selected {
        let names = key.iter().map(|key| Expr::of(&table.name, &key.name));
        selects.push(Select::from(&table.name, names).filter(one));
    }
    let mut selects = selects.into_iter();
    let Some(mut first) = selects.next() else { return Expr::any([]) };
    first.more = selects.collect();
    let by_key = super::rows::members(key.into_iter().map(|key| Held::of(table, key)).collect(), &first);
    Expr::any([by_key].into_iter().chain(without_key))
}

/// Whether it has anything to export: columns of its own, or parts.
fn exports(entry: &Entry) -> bool {
    !entry.export.columns.is_empty() || entry.parts.iter().any(Part::exports)
}

/// The members that a row may have, in the order in which they stand in it; and whether some are lists.
fn names(entries: &[&Entry]) -> (Vec<String>, bool) {
    let columns = entries.iter().flat_map(|entry| &entry.export.columns);
    let columns = columns.map(|one| ((false, one.column.id), one.name.to_string()));
    let parts = entries.iter().flat_map(|entry| &entry.parts).filter(|part| part.exports());
    let parts = parts.map(|part| ((true, ColumnId::default()), part.list.to_string()));
    let mut all: Vec<((bool, ColumnId), String)> = columns.chain(parts).collect();
    if entries.len() > 1 {
        // As the table has them: so they are merged.
        all.sort();
    }
    let has_parts = all.iter().any(|((is_part, _), _)| *is_part);
    let mut names: Vec<String> = Vec::with_capacity(all.len());
    for (_, name) in all {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (names, has_parts)
}

/// The name that the author gave the list, else the table's.
fn list<'e>(program: &'e Program, table: TableId, entries: &[&'e Entry]) -> &'e str {
    let table = &*program.schema.table(table).name;
    entries.iter().map(|entry| &*entry.list).filter(|name| *name != table).min().unwrap_or(table)
}

/// A member of an exported object.
struct Member {
    name: String,
    /// Columns as the table has them, then parts.
    place: (bool, ColumnId),
    /// It is the label of somebody else.
    person: bool,
    value: Expr,
}

fn only_members(members: Vec<Member>) -> Vec<(String, Expr)> {
    members.into_iter().map(|member| (member.name, member.value)).collect()
}

/// Members of an object that come from one entry, by the entry's place.
type ByEntry = BTreeMap<usize, Vec<(String, Expr)>>;

/// The members of a row that several entries may have found. Members that the same entries have stand together.
fn merged(basis: Basis<'_>, entries: &[&Entry], selected: &[Expr], files: Files) -> Expr {
    let mut having: BTreeMap<String, Vec<(usize, Member)>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for one in members(basis, entry, files) {
            having.entry(one.name.clone()).or_default().push((at, one));
        }
    }
    let mut groups: BTreeMap<Vec<usize>, ByEntry> = BTreeMap::new();
    let mut all: Vec<_> = having.into_iter().collect();
    // As the table has them, which is also how one entry alone prints them.
    all.sort_by_key(|(name, found)| (found.first().map(|(_, one)| one.place), name.clone()));
    for (name, mut found) in all {
        // Her own key goes before a label: it is the same person.
        found.sort_by_key(|(at, one)| (one.person, *at));
        let lists: Vec<(&Expr, &Expr)> =
            found.iter().filter_map(|(at, one)| Some((selected.get(*at)?, &one.value))).collect();
        let list = lists::together(&lists, &basis.program.schema.alias("probate_lists"));
        let arms = groups.entry(found.iter().map(|(at, _)| *at).collect()).or_default();
        for (at, one) in found {
            arms.entry(at).or_default().push((name.clone(), list.clone().unwrap_or(one.value)));
        }
    }
    let arm = |at: usize, members: Vec<(String, Expr)>| {
        let condition = selected.get(at)?.clone().is_true();
        Some(Arm { condition, members })
    };
    let group = |(order, mut arms): (Vec<usize>, ByEntry)| {
        order.into_iter().filter_map(|at| arm(at, arms.remove(&at)?)).collect()
    };
    Expr::Merged(groups.into_iter().map(group).collect())
}

fn members(basis: Basis<'_>, entry: &Entry, files: Files) -> Vec<Member> {
    inside(basis, &entry.table, &entry.export, &entry.parts.iter().collect::<Vec<_>>(), files)
}

/// The columns of a row, then its parts as lists of objects.
fn inside(basis: Basis<'_>, of: &TableName, export: &Export, parts: &[&Part], files: Files) -> Vec<Member> {
    let table = basis.program.schema.table(of.id);
    let columns = export.columns.iter().map(|one| Member {
        name: one.name.to_string(),
        place: (false, one.column.id),
        person: one.person.is_some(),
        value: value(basis, table, one),
    });
    let exported = parts.iter().copied().filter(|part| part.exports());
    let parts = exported.map(|part| Member {
        name: part.list.to_string(),
        place: (true, ColumnId::default()),
        person: false,
        value: Expr::List(Arc::new(if part.is_below(of.id) {
            rows_below(basis, part, parts, files)
        } else {
            part_rows(basis, of, part, files)
        })),
    });
    columns.chain(parts).collect()
}

/// The rows of a part of the row at hand.
fn part_rows(basis: Basis<'_>, of: &TableName, part: &Part, files: Files) -> Select {
    let program = basis.program;
    let table = program.schema.table(part.table.id);
    let without = |export: &Export| {
        let columns = export.columns.iter().filter(|one| one.reached.is_none());
        Export { columns: columns.cloned().collect() }
    };
    let listed = (part.stored && files == Files::Listed).then(|| without(&part.export));
    let export = listed.as_ref().unwrap_or(&part.export);
    let object =
        Expr::Object(only_members(inside(basis, &part.table, export, &part.parts.iter().collect::<Vec<_>>(), files)));
    let linked = part.links.iter().map(|link| {
        let own = Expr::of(&table.name, &link.column.name);
        equal_to(program, of.id, &link.to, own, table.column(link.column.id))
    });
    let condition = part.condition.as_ref().map(|one| one.expr.clone());
    Select::from(&table.name, [object]).filter(Expr::all(linked.chain(condition))).order(by_key(table))
}

/// The rows below the row at hand, in one list, each with what belongs to it: its own parts, and those that the row at
/// hand has.
fn rows_below(basis: Basis<'_>, part: &Part, beside: &[&Part], files: Files) -> Select {
    let program = basis.program;
    let table = program.schema.table(part.table.id);
    let others = beside.iter().copied().filter(|other| !other.is_below(part.table.id));
    let others = others.filter(|other| !part.parts.iter().any(|own| own.list == other.list));
    let parts: Vec<&Part> = part.parts.iter().chain(others).collect();
    let object = Expr::Object(only_members(inside(basis, &part.table, &part.export, &parts, files)));
    let called = program.schema.alias("probate_rows");
    let rows = Select::from(&table.name, [object]).order(by_key(table)).alias(&called).about(&table.name, &called);
    let below = Below::of(program, part, &table.primary_key);
    rows.filter(below.map_or(Expr::any([]), |below| below.of_row(&called, &table.name)))
}

/// A column of a part equals what the path from the row around it leads to.
fn equal_to(program: &Program, of: TableId, path: &Path, own: Expr, column: &Column) -> Expr {
    let outer = program.schema.table(of);
    let Some((first, rest)) = path.steps.split_first() else {
        return exact(own, &[column, outer.column(path.last.id)]).equals(Expr::of(&outer.name, &path.last.name));
    };
    // The row around it is the outer query's, so that the first step compares with its column and not with a table.
    let entered = program.schema.table(first.table.id);
    let further = Path { steps: rest.to_vec(), last: path.last.clone(), ends_in: path.ends_in.clone() };
    // Under a name of its own: it may be the table of the row around it.
    let alias = &*program.schema.alias("probate_f0");
    let (select, value) = joined(program, first.table.id, &further, Select::values([]).table(&entered.name), "f");
    let (select, value) = (select.alias(alias).about(&entered.name, alias), value.about(&entered.name, alias));
    let pair = |pair: &Pair| {
        let compared = [entered.column(pair.key.id), outer.column(pair.column.id)];
        exact(Expr::of(alias, &pair.key.name), &compared).equals(Expr::of(&outer.name, &pair.column.name))
    };
    let here: Vec<Expr> = first.on.iter().map(pair).collect();
    let before = first.before.iter().map(|one| one.expr.clone());
    let conditions = before.chain(first.entered.iter().map(|one| one.expr.clone().about(&entered.name, alias)));
    let found = Select { columns: vec![(value, None)], ..select };
    let last = program.schema.table(path.ends_in.id).column(path.last.id);
    exact(own, &[column, last]).within(found.filter(Expr::all(here.into_iter().chain(conditions))))
}

/// Other people's keys appear as a label, never as data.
fn value(basis: Basis<'_>, table: &Table, one: &ExportColumn) -> Expr {
    let plain = one.reached.as_deref().cloned().unwrap_or_else(|| Expr::of(&table.name, &one.column.name));
    let exported = match one.clock {
        Some(Unit::Unix) => Expr::ExportedMoment(Arc::new(plain.clone()), Time::Seconds),
        Some(Unit::UnixMs) => Expr::ExportedMoment(Arc::new(plain.clone()), Time::Milliseconds),
        Some(Unit::Native | Unit::Text) | None => Expr::Exported(Arc::new(plain.clone()), one.family),
    };
    let Some(referred) = &one.person else { return exported };
    // Of what a path leads to only the family is known.
    let holder = one.reached.is_none().then(|| table.column(one.column.id));
    let label = label(basis, plain, (one.family, holder), referred);
    match &one.person_when {
        None => label,
        Some(condition) => Expr::Case(vec![(condition.expr.clone(), label)], Arc::new(exported)),
    }
}

fn label(basis: Basis<'_>, key: Expr, (family, holder): (Family, Option<&Column>), referred: &ColumnName) -> Expr {
    let program = basis.program;
    let subject = &program.site.subject;
    let person = &*program.schema.alias("probate_person");
    let label = column(program, subject.table.id, subject.label.id).family;
    // The column that is referred to, which need not be the subject's key.
    let declared = column(program, subject.table.id, referred.id);
    let is_key = Expr::of(person, &declared.name);
    let is_key = match holder {
        Some(holder) => exact(is_key, &[declared, holder]),
        None if family == Family::Text => Expr::ByBytes(Arc::new(is_key)),
        None => is_key,
    };
    let is_key = if family == Family::Text && declared.family == Family::Integer {
        // A cast has no collation: it would be compared by that of the column which holds the key.
        Expr::ByBytes(Arc::new(Expr::Cast(Arc::new(is_key), Family::Text)))
    } else {
        is_key
    };
    let found =
        Select::from(&subject.table.name, [Expr::Exported(Arc::new(Expr::of(person, &subject.label.name)), label)])
            .alias(person)
            .filter(is_key.equals(key));
    Expr::scalar(found)
}

fn done(program: &Program, export_type: &ExportType) -> Change {
    let expires = export_type.keep_for.length().map_or_else(Expr::null, Length::after_now);
    Change::Update {
        table: REQUEST.to_owned(),
        set: vec![
            ("state".to_owned(), Expr::text("done")),
            ("finished".to_owned(), Expr::Now),
            ("expires".to_owned(), expires),
            ("token".to_owned(), notice::mark(program, Event::ExportReady).unwrap_or_else(Expr::null)),
        ],
        kept: Vec::new(),
        filter: mine(),
    }
}
