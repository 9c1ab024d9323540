//! Tables that refer to each other and to people, in the ways of real schemas.

use super::super::policy::KEY;
use super::super::random::Chance;
use super::super::table::{Collate, Column, Foreign, Kind, Table};

const NAMES: &[&str] = &["note", "comment", "Order", "group", "it's", "a b", "select", "probate_x", "k", "state"];
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
const ACTIONS: &[&str] =
    &["", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON DELETE NO ACTION", " ON DELETE RESTRICT"];
const SUFFIXES: &[&str] = &[" STRICT, WITHOUT ROWID", " WITHOUT ROWID", " STRICT", " WITHOUT ROWID, STRICT"];

pub fn tables(chance: &mut Chance) -> Vec<Table> {
    let mut tables = vec![subject(chance)];
    for _ in 0..2 + chance.below(3) {
        let next = table(chance, &tables);
        tables.push(next);
    }
    for from in 1..tables.len() {
        for _ in 0..=chance.below(3) {
            refer(chance, &mut tables, from);
        }
    }
    for from in 1..tables.len() {
        refer_by_two(chance, &mut tables, from);
    }
    if chance.in_100(20) {
        refer(chance, &mut tables, 0);
    }
    for table in &mut tables {
        computed(chance, table);
    }
    tables
}

fn fresh(chance: &mut Chance, from: &[&str], taken: &[&str]) -> String {
    let name = (*chance.pick(from)).to_owned();
    if taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) { format!("{name}{}", taken.len()) } else { name }
}

pub fn add(chance: &mut Chance, table: &mut Table, kind: Kind) -> usize {
    let taken: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let name = fresh(chance, COLUMNS, &taken);
    let collate = match chance.below(10) {
        8 if kind == Kind::Text => Collate::NoCase,
        9 if kind == Kind::Text => Collate::RTrim,
        _ => Collate::Binary,
    };
    let not_null = chance.in_100(30);
    table.columns.push(Column { collate, not_null, ..Column::plain(&name, kind) });
    table.columns.len() - 1
}

fn empty(name: String) -> Table {
    Table {
        name,
        columns: Vec::new(),
        key: Vec::new(),
        foreign: Vec::new(),
        suffix: "",
        timers: Vec::new(),
        dropped: false,
    }
}

fn subject(chance: &mut Chance) -> Table {
    let mut table = empty(fresh(chance, &["user", "person", "Group", "probate person"], &[]));
    let kind = if chance.in_100(45) { Kind::Text } else { Kind::Integer };
    let key = add(chance, &mut table, kind);
    let apart = chance.in_100(5);
    table.columns[key].not_null = kind == Kind::Text && !apart;
    table.columns[key].unique = apart;
    table.key = if apart { Vec::new() } else { vec![key] };
    let label = add(chance, &mut table, Kind::Text);
    table.columns[label].not_null = false;
    for _ in 0..=chance.below(3) {
        let kind = *chance.pick(&[Kind::Boolean, Kind::Integer, Kind::Text]);
        add(chance, &mut table, kind);
    }
    if chance.in_100(25) {
        let kind = *chance.pick(&[Kind::Integer, Kind::Text]);
        let unique = add(chance, &mut table, kind);
        table.columns[unique].unique = true;
    }
    table
}

fn table(chance: &mut Chance, others: &[Table]) -> Table {
    let taken: Vec<&str> = others.iter().map(|table| table.name.as_str()).collect();
    let mut table = empty(fresh(chance, NAMES, &taken));
    if !chance.in_100(3) {
        let kind = if chance.in_100(20) { Kind::Text } else { Kind::Integer };
        let key = add(chance, &mut table, kind);
        table.key = vec![key];
        table.columns[key].not_null = kind == Kind::Text && !chance.in_100(10);
        if chance.in_100(15) {
            let kind = if chance.in_100(40) { Kind::Text } else { Kind::Integer };
            let second = add(chance, &mut table, kind);
            table.key.push(second);
            for at in &table.key {
                table.columns[*at].not_null = true;
                table.columns[*at].collate = Collate::Binary;
            }
        }
        if chance.in_100(30) {
            table.suffix = *chance.pick(SUFFIXES);
            // Such a key is never NULL.
            table.columns[key].not_null |= kind == Kind::Text;
        }
    }
    if chance.in_100(40) {
        let kind = if chance.in_100(20) { Kind::Text } else { others[0].columns[KEY].kind };
        let loose = add(chance, &mut table, kind);
        table.columns[loose].loose = true;
        table.columns[loose].names_people = true;
    }
    for _ in 0..=chance.below(2) {
        let kind = *chance.pick(&[Kind::Text, Kind::Integer, Kind::Boolean]);
        let data = add(chance, &mut table, kind);
        if kind != Kind::Boolean && chance.in_100(15) {
            table.columns[data].unique = true;
        }
    }
    if table.suffix.contains("STRICT") {
        // No such type there.
        let booleans = table.columns.iter_mut().filter(|column| column.kind == Kind::Boolean);
        booleans.for_each(|column| column.kind = Kind::Integer);
    }
    table
}

fn refer(chance: &mut Chance, tables: &mut [Table], from: usize) {
    let to = if chance.in_100(45) { 0 } else { chance.below(tables.len()) };
    let is_target = |at: &usize| {
        (tables[to].key == [*at] || tables[to].columns[*at].unique) && tables[to].columns[*at].kind != Kind::Boolean
    };
    let targets: Vec<usize> = (0..tables[to].columns.len()).filter(is_target).collect();
    let Some(first) = targets.first().copied() else { return };
    let target = if chance.in_100(8) { *chance.pick(&targets) } else { first };
    let kind = match (tables[to].columns[target].kind, chance.in_100(2) && !tables[from].suffix.contains("STRICT")) {
        (Kind::Integer, true) => Kind::Text,
        (kind, _) => kind,
    };
    let at = add(chance, &mut tables[from], kind);
    let actions = if to == from && !chance.in_100(5) { &ACTIONS[..4] } else { ACTIONS };
    let action = *chance.pick(actions);
    // What the schema does not declare, the Site does.
    let declared = kind != tables[to].columns[target].kind || !chance.in_100(20);
    tables[from].columns[at].not_null &= !action.contains("NULL") && to != from;
    // A whole number that refers to a text holds texts.
    tables[from].columns[at].loose = kind != tables[to].columns[target].kind;
    tables[from].columns[at].names_people = to == 0 && target == KEY;
    tables[from].foreign.push(Foreign {
        columns: vec![at],
        table: to,
        target: vec![target],
        action,
        declared,
        when: None,
    });
}

/// A key of two columns is referred to by two.
fn refer_by_two(chance: &mut Chance, tables: &mut [Table], from: usize) {
    let wide: Vec<usize> = (1..tables.len()).filter(|at| *at != from && tables[*at].key.len() == 2).collect();
    let Some(to) = chance.maybe(&wide).copied().filter(|_| chance.in_100(60)) else { return };
    let target = tables[to].key.clone();
    let kinds: Vec<Kind> = target.iter().map(|at| tables[to].columns[*at].kind).collect();
    let columns: Vec<usize> = kinds.into_iter().map(|kind| add(chance, &mut tables[from], kind)).collect();
    let action = *chance.pick(ACTIONS);
    for at in &columns {
        tables[from].columns[*at].collate = Collate::Binary;
        tables[from].columns[*at].not_null &= !action.contains("NULL");
    }
    tables[from].foreign.push(Foreign { columns, table: to, target, action, declared: true, when: None });
}

fn computed(chance: &mut Chance, table: &mut Table) {
    let sources: Vec<usize> = (0..table.columns.len()).filter(|at| !table.key.contains(at)).collect();
    if let Some(source) = sources.last().copied().filter(|_| !table.suffix.contains("STRICT") && chance.in_100(12)) {
        let at = add(chance, table, Kind::Boolean);
        table.columns[at].not_null = false;
        table.columns[at].generated = Some(source);
    }
}

/// PostgreSQL holds a column to its type, a key to its rows, and has one kind of table.
pub fn make_typed(tables: &mut [Table]) {
    for at in 0..tables.len() {
        tables[at].suffix = "";
        for column in 0..tables[at].columns.len() {
            let refers = tables[at].refers(column);
            let target = refers.map(|to| tables[to.table].columns[to.target[0]].kind);
            let in_key = tables[at].key.contains(&column);
            let column = &mut tables[at].columns[column];
            column.collate = Collate::Binary;
            column.not_null |= in_key;
            if let Some(kind) = target {
                column.kind = kind;
                column.loose = false;
            }
        }
    }
}
