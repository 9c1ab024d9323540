//! Rows that are several people's, rows that something still refers to, and what the database takes along.

use std::collections::BTreeSet;

use super::super::condition::Cond;
use super::super::policy::{
    Action, Entry, KEY, Names, Outcome, Part, Path, Referenced, Relation, Shared, Side, Way, World,
};
use super::super::random::Chance;
use super::super::table::{Column, Foreign, Kind, Table, Value};
use super::conditions::condition;
use super::entries::{changed, parts};

/// Rows that several people own by themselves.
pub fn owners(chance: &mut Chance, entry: &mut Entry, paths: &[Path]) {
    let touches_owner = |action: &Action| matches!(action, Action::Detach | Action::Reassign(_));
    let can = entry.relation == Relation::Owner && entry.table != 0 && !entry.actions().any(touches_owner);
    let others: Vec<&Path> = paths.iter().filter(|path| **path != entry.path).collect();
    if can && chance.in_100(12) {
        entry.others.extend(chance.maybe(&others).map(|path| (*path).clone()));
    }
    if !entry.others.is_empty() && entry.changes() {
        entry.while_owned = Some(if chance.in_100(50) || !entry.may_delete() { Action::Keep } else { Action::Delete });
    }
}

/// Makes a list of outcomes of one.
pub fn outcomes(chance: &mut Chance, world: &World, entry: &mut Entry) {
    let can = entry.relation == Relation::Owner && entry.table != 0 && entry.others.is_empty();
    let is_empty = |outcome: &Outcome| matches!(outcome.action, Action::Empty(_));
    if !can || entry.purge.is_empty() || entry.purge.iter().any(is_empty) || !chance.in_100(20) {
        return;
    }
    for _ in 0..=chance.below(2) {
        let action = match changed(chance, world, entry.table, entry.path.own()) {
            Some(Action::Empty(_)) | None => Action::Keep,
            Some(action) => action,
        };
        let action = if chance.in_100(25) { Action::Delete } else { action };
        let when = condition(chance, &world.tables[entry.table], &world.rows[entry.table]);
        entry.purge.insert(0, Outcome { condition: Some(when), action });
    }
}

/// More than one person may own the row by this path.
fn leads_to_several(path: &Path) -> bool {
    path.steps.iter().any(|step| matches!(step.way, Way::Down { .. }))
}

/// What an author writes where others may own the row, too.
pub fn own_together(chance: &mut Chance, world: &World, entries: &mut [Entry]) {
    for table in 1..world.tables.len() {
        if world.settings.as_ref().is_some_and(|settings| settings.table == table) {
            // Settings are one person's; what else is said of the table deletes nothing.
            let outcomes = entries.iter_mut().filter(|entry| entry.table == table && entry.settings.is_none());
            for outcome in outcomes.flat_map(|entry| &mut entry.purge).filter(|one| one.action == Action::Delete) {
                outcome.action = Action::Keep;
            }
            continue;
        }
        let owning: Vec<usize> = (0..entries.len())
            .filter(|at| {
                let entry = &entries[*at];
                entry.table == table
                    && entry.relation == Relation::Owner
                    && entry.may_delete()
                    && entry.settings.is_none()
            })
            .collect();
        let paths: BTreeSet<String> =
            owning.iter().flat_map(|at| entries[*at].paths().map(|path| world.path(table, path))).collect();
        let by_key = entries.iter().any(|entry| entry.table == table && entry.while_owned.is_some());
        let several = paths.len() > 1 || owning.iter().any(|at| entries[*at].paths().any(leads_to_several));
        for at in owning.iter().copied().filter(|_| several || by_key || owning.len() > 1) {
            if entries[at].names != Names::Key {
                // Owned together with others by what is no key: only said about rows, which stay.
                if by_key || paths.len() > 1 || owning.len() > 1 {
                    entries[at].purge = vec![Outcome { condition: None, action: Action::Keep }];
                }
            } else if several && !chance.in_100(2) {
                let own = entries[at].path.own();
                entries[at].while_owned = Some(match chance.below(5) {
                    0 | 1 => Action::Keep,
                    2 => match changed(chance, world, table, own) {
                        Some(Action::Overwrite(set)) => Action::Overwrite(set),
                        _ => Action::Keep,
                    },
                    _ => Action::Delete,
                });
            }
        }
    }
}

/// References into the table of an entry that deletes.
fn into(world: &World, table: usize) -> Vec<(usize, usize)> {
    let all = world.tables.iter().enumerate().skip(1);
    all.flat_map(|(child, other)| {
        let to = other.foreign.iter().enumerate().filter(move |(_, foreign)| foreign.table == table && child != table);
        to.filter(|(_, foreign)| foreign.columns.len() == 1).map(move |(at, _)| (child, at))
    })
    .collect()
}

/// By which columns rows are parts of others, as any entry says.
fn belonging(parts: &[Part], all: &mut BTreeSet<(usize, usize)>) {
    for part in parts {
        all.insert((part.table, part.column));
        belonging(&part.parts, all);
    }
}

pub fn referenced(chance: &mut Chance, world: &World, entries: &mut [Entry]) {
    let mut belong = BTreeSet::new();
    for entry in entries.iter() {
        belonging(&entry.parts, &mut belong);
    }
    let mut waits = false;
    for entry in entries
        .iter_mut()
        .filter(|entry| entry.table != 0 && entry.relation == Relation::Owner && entry.names == Names::Key)
    {
        let is_part =
            |(child, at): &(usize, usize)| belong.contains(&(*child, world.tables[*child].foreign[*at].columns[0]));
        let same_kind = |(child, at): &(usize, usize)| {
            let foreign = &world.tables[*child].foreign[*at];
            let kind = |table: usize, column: usize| world.tables[table].columns[column].kind;
            kind(*child, foreign.columns[0]) == kind(entry.table, foreign.target[0])
        };
        let all: Vec<(usize, usize)> = into(world, entry.table).into_iter().filter(|one| !is_part(one)).collect();
        let deletes = entry.purge.iter().any(|outcome| outcome.action == Action::Delete);
        if deletes && entry.while_owned.is_none() && !waits && !all.is_empty() && chance.in_100(45) {
            let by: Vec<(usize, usize)> = all.iter().copied().filter(same_kind).filter(|_| chance.in_100(80)).collect();
            let instead = match changed(chance, world, entry.table, None) {
                Some(Action::Overwrite(set)) if chance.in_100(50) => Action::Overwrite(set),
                _ => Action::Keep,
            };
            entry.while_referenced = Some(Referenced { by, instead }).filter(|referenced| !referenced.by.is_empty());
            waits = entry.while_referenced.is_some();
        }
        let cascades = |(child, at): &&(usize, usize)| {
            let foreign = &world.tables[*child].foreign[*at];
            foreign.declared && (foreign.action.contains("CASCADE") || foreign.action.contains("NULL"))
        };
        if deletes && entry.while_referenced.is_none() && chance.in_100(40) {
            entry.carries = all.iter().filter(cascades).copied().filter(|_| chance.in_100(60)).collect();
        }
    }
}

/// A table of messages, each with somebody who sent it and somebody who got it.
pub fn shared(chance: &mut Chance, world: &mut World) {
    let key = world.tables[0].columns[KEY].kind;
    let column = |name: &str, kind: Kind, not_null: bool| Column { not_null, ..Column::plain(name, kind) };
    let mut columns = vec![column("id", Kind::Integer, true), column("words", Kind::Text, false)];
    let mut foreign = Vec::new();
    let mut sides = Vec::new();
    for name in ["From", "to"] {
        let by_detaching = chance.in_100(30);
        let owner = columns.len();
        columns.push(column(name, key, !by_detaching && chance.in_100(30)));
        if chance.in_100(50) {
            let declared = chance.in_100(60);
            foreign.push(Foreign {
                columns: vec![owner],
                table: 0,
                target: vec![KEY],
                action: "",
                declared,
                when: None,
            });
        }
        if by_detaching {
            sides.push(Side { owner, leave: vec![(owner, Value::Null)], gone: None });
            continue;
        }
        let at = columns.len();
        columns.push(column(&format!("{name}_left"), Kind::Integer, chance.in_100(60)));
        let gone = Cond::Compare(at, "<>", Value::Int(0));
        sides.push(Side { owner, leave: vec![(at, Value::Int(1))], gone: Some(gone) });
    }
    let table = Table {
        name: "message".to_owned(),
        columns,
        key: vec![0],
        foreign,
        suffix: "",
        timers: Vec::new(),
        dropped: false,
    };
    let export = (0..table.columns.len()).filter(|_| chance.in_100(60)).chain([1]).collect::<BTreeSet<_>>();
    world.shared =
        Some(Shared { table: world.tables.len(), export: export.into_iter().collect(), sides, parts: Vec::new() });
    world.tables.push(table);
    if chance.in_100(60) {
        attachments(chance, world);
    }
}

/// Rows that refer to messages.
fn attachments(chance: &mut Chance, world: &mut World) {
    let message = world.tables.len() - 1;
    let table = 1 + chance.below(message - 1);
    let at = super::tables::add(chance, &mut world.tables[table], Kind::Integer);
    world.tables[table].columns[at].not_null = false;
    let declared = chance.in_100(50);
    let foreign = Foreign { columns: vec![at], table: message, target: vec![0], action: "", declared, when: None };
    world.tables[table].foreign.push(foreign);
}

/// An entry for each side, and the parts that both have.
pub fn sides(chance: &mut Chance, world: &mut World) -> Vec<Entry> {
    let Some(mut shared) = world.shared.clone() else { return Vec::new() };
    shared.parts = parts(chance, world, shared.table, false, 0);
    let entries = shared.sides.iter().enumerate().map(|(at, side)| Entry {
        relation: Relation::Side(at),
        export: shared.export.clone(),
        parts: shared.parts.clone(),
        ..Entry::of(shared.table, Path::column(side.owner))
    });
    let entries = entries.collect();
    world.shared = Some(shared);
    entries
}
