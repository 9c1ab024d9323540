//! Decide: on the state at staging, what becomes of each row.

use std::collections::{BTreeMap, BTreeSet};

use super::super::policy::{Action, Entry, Outcome, Part, World};
use super::super::table::{Kind, Value};
use super::find::{Known, same_key};
use super::{Row, State, placeholder};

/// A row by its table and its place in it.
pub type Which = (usize, usize);

#[derive(Default)]
pub struct Decided {
    pub gone: BTreeSet<Which>,
    pub written: BTreeMap<Which, BTreeMap<usize, Value>>,
}

/// The first outcome that matches; unknown goes on to the next.
fn outcome<'p>(purge: &'p [Outcome], row: &Row) -> Option<&'p Action> {
    let matches = |outcome: &&Outcome| outcome.condition.as_ref().is_none_or(|when| when.eval(row) == Some(true));
    purge.iter().find(matches).map(|outcome| &outcome.action)
}

pub fn decide(world: &World, state: &State, known: &Known<'_>, purge_type: usize) -> Decided {
    let mut decided = Decided::default();
    let found: Vec<(&Entry, usize)> = world
        .taken(purge_type)
        .flat_map(|(_, entry)| (0..state[entry.table].len()).map(move |at| (entry, at)))
        .filter(|(entry, at)| !entry.purge.is_empty() && known.selects(entry, &state[entry.table][*at]))
        .collect();
    for (entry, at) in &found {
        let row = &state[entry.table][*at];
        if let Some(action) = outcome(&entry.purge, row) {
            decided.act(world, state, (entry.table, *at), entry.path.own(), action);
            if *action != Action::Delete {
                decided.parts_of_staying(world, state, row, &entry.parts);
            }
        }
    }
    // A part goes whenever its row goes, whoever takes that.
    let mut before = usize::MAX;
    while before != decided.gone.len() {
        before = decided.gone.len();
        for (entry, at) in &found {
            if decided.gone.contains(&(entry.table, *at)) {
                decided.parts_of_gone(state, world, &state[entry.table][*at], &entry.parts);
            }
        }
    }
    decided
}

fn parts<'s>(world: &'s World, state: &'s State, part: &'s Part, parent: &'s Row) -> impl Iterator<Item = usize> + 's {
    (0..state[part.table].len()).filter(move |at| is_part(world, part, &state[part.table][*at], parent))
}

pub fn is_part(world: &World, part: &Part, row: &Row, parent: &Row) -> bool {
    let kind = world.tables[part.table].columns[part.column].kind;
    same_key(&row[part.column], kind, &parent[part.of])
        && part.condition.as_ref().is_none_or(|when| when.eval(row) == Some(true))
}

impl Decided {
    fn act(&mut self, world: &World, state: &State, which: Which, own: Option<usize>, action: &Action) {
        let columns = &world.tables[which.0].columns;
        let set: Vec<(usize, Value)> = match action {
            Action::Keep => return,
            Action::Delete => {
                self.gone.insert(which);
                return;
            }
            Action::Overwrite(set) => set.clone(),
            Action::Empty(emptied) => emptied
                .iter()
                .map(|at| {
                    let value = match (columns[*at].not_null, columns[*at].kind) {
                        (false, _) => Value::Null,
                        (true, Kind::Text) => Value::Text(String::new()),
                        (true, _) => Value::Int(0),
                    };
                    (*at, value)
                })
                .collect(),
            Action::Detach => {
                let own = own.expect("a column of the row is detached");
                vec![(own, nobody(world, which.0, own))]
            }
            Action::Reassign(set) => {
                let own = own.expect("a column of the row is reassigned");
                let former = placeholder(world, state).expect("there is one placeholder");
                [vec![(own, as_kind(former, columns[own].kind))], set.clone()].concat()
            }
        };
        for (column, value) in set {
            let before = self.written.entry(which).or_default().insert(column, value.clone());
            assert!(before.is_none_or(|before| before == value), "two values for one column were accepted");
        }
    }

    fn parts_of_staying(&mut self, world: &World, state: &State, parent: &Row, of: &[Part]) {
        for part in of {
            for at in parts(world, state, part, parent) {
                let row = &state[part.table][at];
                if let Some(action) = &part.purge {
                    self.act(world, state, (part.table, at), None, action);
                }
                if part.purge == Some(Action::Delete) {
                    self.parts_of_gone(state, world, row, &part.parts);
                } else {
                    self.parts_of_staying(world, state, row, &part.parts);
                }
            }
        }
    }

    fn parts_of_gone(&mut self, state: &State, world: &World, parent: &Row, of: &[Part]) {
        for part in of {
            for at in parts(world, state, part, parent) {
                self.gone.insert((part.table, at));
                self.parts_of_gone(state, world, &state[part.table][at], &part.parts);
            }
        }
    }
}

/// What stands where nobody is named: NULL, or the first value of `nobody` that fits.
fn nobody(world: &World, table: usize, column: usize) -> Value {
    let column = &world.tables[table].columns[column];
    if !column.not_null {
        return Value::Null;
    }
    let fits = |value: &&Value| matches!((value, column.kind), (Value::Int(_), Kind::Integer) | (_, Kind::Text));
    as_kind(world.nobody.iter().find(fits).expect("somebody is nobody").clone(), column.kind)
}

fn as_kind(value: Value, kind: Kind) -> Value {
    match (value, kind) {
        (Value::Int(value), Kind::Text) => Value::Text(value.to_string()),
        (value, _) => value,
    }
}
