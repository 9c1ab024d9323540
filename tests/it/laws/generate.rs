//! A case from a tape of choices: the shorter and the smaller the tape, the simpler the case, so that shrinking works.

use super::model::{Collate, Column, Cond, Entry, KEY, Kind, Purge, Refers, Table, Value, World};
use crate::engine::Engine;

const TABLES: &[&str] = &["note", "comment", "Order", "group", "it's", "a b", "select", "probate_x", "k", "state"];
const COLUMNS: &[&str] = &[
    "id",
    "owner",
    "order",
    "UserId",
    "run",
    "token",
    "state",
    "subject",
    "k",
    "step",
    "where",
    "probate_person",
    "a\"b",
    "type",
];
const TEXTS: &[&str] = &["bob", "Bob", "bob ", "bób", "5", "5abc", "05", "", "nobody", "BOB", "x", "it's"];
const NUMBERS: &[i64] = &[1, 2, 11, 12, 3, 5, 0, 9_007_199_254_740_993];
const ACTIONS: &[&str] =
    &["", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON DELETE NO ACTION", " ON DELETE RESTRICT"];

pub struct Tape<'t> {
    choices: &'t [u16],
}

impl<'t> Tape<'t> {
    pub fn new(choices: &'t [u16]) -> Self {
        Self { choices }
    }

    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.choices.split_first() else { return 0 };
        self.choices = rest;
        usize::from(*first)
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() % end.max(1)
    }

    /// 0, to which everything shrinks, is no.
    fn chance(&mut self, percent: usize) -> bool {
        self.next() % 100 >= 100 - percent
    }

    fn pick<'p, T>(&mut self, from: &'p [T]) -> &'p T {
        &from[self.below(from.len())]
    }

    fn text(&mut self) -> String {
        (*self.pick(TEXTS)).to_owned()
    }
}

fn fresh(tape: &mut Tape<'_>, from: &[&str], taken: &[String]) -> String {
    let name = (*tape.pick(from)).to_owned();
    if taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) { format!("{name}{}", taken.len()) } else { name }
}

fn add(tape: &mut Tape<'_>, table: &mut Table, kind: Kind) -> usize {
    let taken: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let name = fresh(tape, COLUMNS, &taken);
    let collate = match tape.below(10) {
        8 if kind == Kind::Text => Collate::NoCase,
        9 if kind == Kind::Text => Collate::RTrim,
        _ => Collate::Binary,
    };
    table.columns.push(Column {
        name,
        kind,
        collate,
        not_null: tape.chance(30),
        unique: false,
        primary: false,
        refers: None,
        generated: None,
        loose: false,
    });
    table.columns.len() - 1
}

fn kind(tape: &mut Tape<'_>) -> Kind {
    *tape.pick(&[Kind::Text, Kind::Integer, Kind::Boolean])
}

fn subject(tape: &mut Tape<'_>) -> Table {
    let name = fresh(tape, &["user", "person", "Group", "probate person"], &[]);
    let mut table = Table { name, columns: Vec::new(), suffix: "" };
    let key_kind = if tape.chance(45) { Kind::Text } else { Kind::Integer };
    let key = add(tape, &mut table, key_kind);
    let apart = tape.chance(15);
    let column = &mut table.columns[key];
    column.not_null = column.kind == Kind::Text && !apart;
    (column.primary, column.unique) = (!apart, apart);
    let label = add(tape, &mut table, Kind::Text);
    table.columns[label].not_null = false;
    for _ in 0..=tape.below(3) {
        let kind = *tape.pick(&[Kind::Boolean, Kind::Integer, Kind::Text]);
        add(tape, &mut table, kind);
    }
    if tape.chance(25) {
        let kind = *tape.pick(&[Kind::Integer, Kind::Text]);
        let unique = add(tape, &mut table, kind);
        table.columns[unique].unique = true;
    }
    table
}

fn table(tape: &mut Tape<'_>, taken: &[String], people: &Table) -> Table {
    let mut table = Table { name: fresh(tape, TABLES, taken), columns: Vec::new(), suffix: "" };
    let with_key = !tape.chance(10);
    if with_key {
        let kind = if tape.chance(20) { Kind::Text } else { Kind::Integer };
        let key = add(tape, &mut table, kind);
        let column = &mut table.columns[key];
        column.primary = true;
        column.not_null = column.kind == Kind::Text && !tape.chance(10);
        table.suffix = match tape.below(12) {
            9 => " WITHOUT ROWID",
            10 => " STRICT",
            8 => " STRICT, WITHOUT ROWID",
            11 => " WITHOUT ROWID, STRICT",
            _ => "",
        };
    }
    if tape.chance(40) {
        let kind = if tape.chance(25) { Kind::Text } else { people.columns[KEY].kind };
        let loose = add(tape, &mut table, kind);
        table.columns[loose].loose = true;
    }
    for _ in 0..=tape.below(2) {
        let kind = kind(tape);
        let data = add(tape, &mut table, kind);
        if kind != Kind::Boolean && tape.chance(15) {
            table.columns[data].unique = true;
        }
    }
    if table.suffix.contains("STRICT") {
        // No such type there.
        table
            .columns
            .iter_mut()
            .filter(|column| column.kind == Kind::Boolean)
            .for_each(|column| column.kind = Kind::Integer);
    }
    table
}

fn refer(tape: &mut Tape<'_>, tables: &mut [Table], from: usize) {
    let to = if tape.chance(45) { 0 } else { tape.below(tables.len()) };
    let targets: Vec<usize> = (0..tables[to].columns.len())
        .filter(|at| {
            (tables[to].columns[*at].primary || tables[to].columns[*at].unique)
                && tables[to].columns[*at].kind != Kind::Boolean
        })
        .collect();
    let Some(first) = targets.first().copied() else { return };
    let column = if tape.chance(10) { *tape.pick(&targets) } else { first };
    let kind = match (tables[to].columns[column].kind, tape.chance(8) && !tables[from].suffix.contains("STRICT")) {
        (Kind::Integer, true) => Kind::Text,
        (Kind::Text, true) => Kind::Integer,
        (kind, _) => kind,
    };
    let at = add(tape, &mut tables[from], kind);
    let action = *tape.pick(ACTIONS);
    let nulls = action.contains("NULL");
    tables[from].columns[at].refers = Some(Refers { table: to, column, action });
    tables[from].columns[at].not_null &= !nulls && to != from;
    // A whole number that refers to a text holds texts.
    tables[from].columns[at].loose = kind != tables[to].columns[column].kind;
}

fn computed(tape: &mut Tape<'_>, table: &mut Table) {
    let sources: Vec<usize> = (0..table.columns.len())
        .filter(|at| !table.columns[*at].primary && table.columns[*at].generated.is_none())
        .collect();
    if let Some(source) = sources.last().copied().filter(|_| !table.suffix.contains("STRICT") && tape.chance(12)) {
        let at = add(tape, table, Kind::Boolean);
        table.columns[at].not_null = false;
        table.columns[at].generated = Some(source);
    }
}

fn literal(tape: &mut Tape<'_>, kind: Kind) -> Value {
    match kind {
        Kind::Integer => Value::Int(*tape.pick(NUMBERS)),
        Kind::Boolean => Value::Int(i64::try_from(tape.below(2)).expect("small")),
        Kind::Text => Value::Text(tape.text()),
    }
}

/// A value that some row has there, or any other.
fn near(tape: &mut Tape<'_>, table: &Table, rows: &[Vec<Value>], at: usize) -> Value {
    let row = tape.below(rows.len());
    match rows.get(row).and_then(|row| row.get(at)) {
        Some(value) if *value != Value::Null && !tape.chance(35) => value.clone(),
        _ => literal(tape, table.columns[at].kind),
    }
}

fn atom(tape: &mut Tape<'_>, table: &Table, rows: &[Vec<Value>]) -> Cond {
    let readable: Vec<usize> = (0..table.columns.len()).filter(|at| !table.columns[*at].loose).collect();
    let at = *tape.pick(&readable);
    let kind = table.columns[at].kind;
    match tape.below(8) {
        0 => Cond::Compare(at, "=", near(tape, table, rows, at)),
        1 => Cond::Compare(at, ["<>", "<", "<=", ">", ">="][tape.below(5)], near(tape, table, rows, at)),
        2 => Cond::IsNull(at),
        3 => Cond::In(at, vec![near(tape, table, rows, at), near(tape, table, rows, at)]),
        4 if kind != Kind::Boolean => Cond::Between(at, near(tape, table, rows, at), near(tape, table, rows, at)),
        5 if kind == Kind::Text => Cond::StartsWith(at, tape.text()),
        5 if kind == Kind::Boolean => Cond::Bare(at),
        6 => {
            let other = *tape.pick(&readable);
            if table.columns[other].kind == kind { Cond::Same(at, other) } else { Cond::IsNull(other) }
        }
        _ => Cond::Not(Box::new(Cond::Compare(at, "=", near(tape, table, rows, at)))),
    }
}

fn condition(tape: &mut Tape<'_>, table: &Table, rows: &[Vec<Value>]) -> Cond {
    let first = atom(tape, table, rows);
    match tape.below(8) {
        5 => Cond::And(vec![first, atom(tape, table, rows)]),
        6 => Cond::Or(vec![first, atom(tape, table, rows)]),
        7 => Cond::Not(Box::new(Cond::Or(vec![
            first,
            Cond::And(vec![atom(tape, table, rows), atom(tape, table, rows)]),
        ]))),
        _ => first,
    }
}

/// Paths to a column that may hold the subject's key.
fn paths(tables: &[Table], from: usize, depth: usize) -> Vec<Vec<usize>> {
    if from == 0 && depth == 0 {
        return vec![vec![KEY]];
    }
    let mut found = Vec::new();
    for (at, column) in tables[from].columns.iter().enumerate() {
        let to_subject = column.refers.as_ref().is_some_and(|refers| refers.table == 0);
        if (column.loose && column.refers.is_none() || to_subject) && from != 0 || from == 0 && at == KEY {
            found.push(vec![at]);
        }
        if let Some(refers) = column.refers.as_ref().filter(|_| depth < 3) {
            let further = paths(tables, refers.table, depth + 1);
            found.extend(further.into_iter().map(|rest| std::iter::once(at).chain(rest).collect()));
        }
    }
    found.truncate(24);
    found
}

fn overwrite(tape: &mut Tape<'_>, table: &Table) -> Purge {
    let mut set: Vec<(usize, Value)> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        if column.primary || column.generated.is_some() || tape.chance(45) {
            continue;
        }
        let null = !column.not_null && (column.unique || column.refers.is_some() || at % 2 == 1 || tape.chance(10));
        if null {
            set.push((at, Value::Null));
        } else if column.refers.is_some() {
            if tape.chance(10) {
                set.push((at, literal(tape, column.kind)));
            }
        } else if column.loose {
            // Nobody's key: an owner that is written over belongs to no one.
            let value = if column.kind == Kind::Text { Value::Text("gone".to_owned()) } else { Value::Int(-7) };
            set.push((at, value));
        } else if !column.unique {
            // Mostly the same for a column, so that entries agree.
            let usual = match column.kind {
                Kind::Text => Value::Text("x".to_owned()),
                Kind::Integer | Kind::Boolean => Value::Int(1),
            };
            set.push((at, if tape.chance(15) { literal(tape, column.kind) } else { usual }));
        }
    }
    if set.is_empty() { Purge::Keep } else { Purge::Overwrite(set) }
}

fn export(tape: &mut Tape<'_>, table: &Table) -> Vec<usize> {
    (0..table.columns.len()).filter(|_| !tape.chance(40)).collect()
}

fn entry(tape: &mut Tape<'_>, tables: &[Table], rows: &[Vec<Vec<Value>>], at: usize, path: Vec<usize>) -> Entry {
    let table = &tables[at];
    let condition = if tape.chance(35) { Some(condition(tape, table, &rows[at])) } else { None };
    let purge = match tape.below(10) {
        0..=3 if at != 0 || tape.chance(40) => Purge::Delete,
        8 => Purge::Keep,
        9 => Purge::Nothing,
        _ => overwrite(tape, table),
    };
    Entry { table: at, path, condition, export: export(tape, table), purge }
}

/// For rows that refuse: the entry that a careful author would add.
fn cover(tape: &mut Tape<'_>, tables: &[Table], entries: &mut Vec<Entry>) {
    let mut next = 0;
    while let Some(parent) = entries.get(next).cloned() {
        next += 1;
        if parent.purge != Purge::Delete || entries.len() > 12 {
            continue;
        }
        for (child, table) in tables.iter().enumerate().skip(1) {
            for (at, column) in table.columns.iter().enumerate() {
                let refers = column.refers.as_ref().filter(|refers| refers.table == parent.table);
                let taken = entries
                    .iter()
                    .any(|entry| entry.table == child && entry.path.first() == Some(&at) && entry.purge.changes());
                if refers.is_none() || taken || tape.chance(12) {
                    continue;
                }
                let direct = parent.table == 0 && refers.is_some_and(|refers| refers.column == KEY);
                let path =
                    if direct { vec![at] } else { std::iter::once(at).chain(parent.path.iter().copied()).collect() };
                if path.len() > 5 {
                    continue;
                }
                let detach = !column.not_null && !tape.chance(60);
                let purge = if detach { Purge::Overwrite(vec![(at, Value::Null)]) } else { Purge::Delete };
                entries.push(Entry { table: child, path, condition: None, export: export(tape, table), purge });
            }
        }
    }
}

fn fill(tape: &mut Tape<'_>, tables: &[Table], dangling: bool, is_typed: bool) -> Vec<Vec<Vec<Value>>> {
    // Keys first, so that references find them.
    let counts: Vec<usize> =
        (0..tables.len()).map(|at| if at == 0 { 3 + tape.below(4) } else { 2 + tape.below(4) }).collect();
    let turns: Vec<usize> = tables.iter().map(|_| tape.below(4)).collect();
    let key = |table: usize, row: usize, kind: Kind| match kind {
        Kind::Text => Value::Text(TEXTS[(row + turns[table]) % TEXTS.len()].to_owned()),
        Kind::Integer | Kind::Boolean => Value::Int(NUMBERS[(row + turns[table]) % NUMBERS.len()]),
    };
    let mut rows = Vec::new();
    for (number, table) in tables.iter().enumerate() {
        let mut filled = Vec::new();
        for at in 0..counts[number] {
            let mut row = Vec::new();
            for column in table.columns.iter().filter(|column| column.generated.is_none()) {
                let is_number = column.primary && column.kind == Kind::Integer;
                let may_be_null = !(column.not_null || is_number);
                let value = if may_be_null && tape.chance(if column.primary { 4 } else { 15 }) {
                    Value::Null
                } else if column.primary || column.unique {
                    key(number, at, column.kind)
                } else if let Some(refers) = column.refers.as_ref().filter(|_| !(dangling && tape.chance(10))) {
                    let other = tape.below(counts[refers.table]);
                    let target = &tables[refers.table].columns[refers.column];
                    let value = key(refers.table, other, target.kind);
                    match (value, column.kind) {
                        (Value::Text(text), Kind::Text) if target.collate == Collate::NoCase && tape.chance(30) => {
                            Value::Text(text.to_ascii_uppercase())
                        }
                        (value, _) => value,
                    }
                } else if column.loose && tape.chance(70) {
                    let people = &tables[0].columns[KEY];
                    key(0, tape.below(counts[0] + 1), people.kind)
                } else if column.loose && !is_typed && !table.suffix.contains("STRICT") {
                    Value::Text(tape.text())
                } else {
                    literal(tape, column.kind)
                };
                row.push(value);
            }
            filled.push(row);
        }
        rows.push(filled);
    }
    rows
}

/// PostgreSQL holds a column to its type, a key to its rows, and has one kind of table.
fn make_typed(tables: &mut [Table]) {
    for at in 0..tables.len() {
        tables[at].suffix = "";
        for column in 0..tables[at].columns.len() {
            let target = tables[at].columns[column].refers.as_ref().map(|to| tables[to.table].columns[to.column].kind);
            let column = &mut tables[at].columns[column];
            column.collate = Collate::Binary;
            column.not_null |= column.primary;
            if let Some(kind) = target {
                column.kind = kind;
                column.loose = false;
            }
        }
    }
}

pub fn world(tape: &mut Tape<'_>, engine: Engine) -> World {
    let mut tables = vec![subject(tape)];
    for _ in 0..2 + tape.below(3) {
        let taken: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
        let next = table(tape, &taken, &tables[0]);
        tables.push(next);
    }
    for from in 1..tables.len() {
        for _ in 0..=tape.below(3) {
            refer(tape, &mut tables, from);
        }
    }
    if tape.chance(20) {
        refer(tape, &mut tables, 0);
    }
    for table in &mut tables {
        computed(tape, table);
    }

    let is_typed = engine == Engine::Postgres;
    if is_typed {
        make_typed(&mut tables);
    }
    let dangling = tape.chance(20) && !is_typed;
    let rows = fill(tape, &tables, dangling, is_typed);

    let when = |tape: &mut Tape<'_>, table: &Table| {
        let at = 2 + tape.below(table.columns.len() - 2);
        if tape.chance(50) {
            condition(tape, table, &rows[0])
        } else {
            Cond::Compare(at, "=", near(tape, table, &rows[0], at))
        }
    };
    let mut statuses = vec![("active".to_owned(), None), ("left".to_owned(), Some(when(tape, &tables[0])))];
    if tape.chance(40) {
        statuses.push(("zone".to_owned(), Some(when(tape, &tables[0]))));
    }
    let protected = if tape.chance(25) { Some(condition(tape, &tables[0], &rows[0])) } else { None };
    let nobody = if tape.chance(50) { vec![literal(tape, tables[0].columns[KEY].kind)] } else { Vec::new() };

    let mut entries: Vec<Entry> = Vec::new();
    for at in (0..tables.len()).rev() {
        let mut found = paths(&tables, at, 0);
        let has_key = tables[at].columns.iter().any(|column| column.primary);
        found.retain(|path| has_key || path.len() == 1);
        if found.is_empty() {
            continue;
        }
        for _ in 0..=tape.below(3) {
            let path = tape.pick(&found).clone();
            entries.push(entry(tape, &tables, &rows, at, path));
        }
    }
    cover(tape, &tables, &mut entries);
    let mut items: Vec<Vec<Entry>> = Vec::new();
    for entry in entries {
        match items.last_mut() {
            Some(last) if tape.chance(40) => last.push(entry),
            _ => items.push(vec![entry]),
        }
    }
    let all: Vec<usize> = (0..items.len()).collect();
    let mut purge_types = vec![(tape.below(statuses.len()), all.clone())];
    if tape.chance(40) {
        let some: Vec<usize> = all.iter().copied().filter(|_| !tape.chance(50)).collect();
        purge_types.push((tape.below(statuses.len()), some));
    }
    purge_types.retain(|(_, chosen)| chosen.iter().flat_map(|item| &items[*item]).any(|entry| entry.purge.changes()));
    let exports = |item: &usize| items[*item].iter().any(|entry| !entry.export.is_empty());
    let export_items = if all.iter().any(exports) { all } else { Vec::new() };
    let mut requests = Vec::new();
    for purge_type in 0..purge_types.len() {
        for row in &rows[0] {
            if row[KEY] != Value::Null && !tape.chance(25) {
                requests.push((purge_type, row[KEY].clone()));
            }
        }
        let missing = literal(tape, tables[0].columns[KEY].kind);
        requests.push((purge_type, missing));
    }
    requests.dedup();
    World { engine, tables, statuses, nobody, protected, items, purge_types, export_items, rows, dangling, requests }
}
