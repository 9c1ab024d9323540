//! Apply: what was decided is carried out on all rows at once, unless a row of somebody else is in the way.

use std::collections::BTreeSet;

use super::super::policy::{Action, Entry, World};
use super::super::table::{Collate, Foreign, Kind, Value};
use super::decide::{Decided, Held, decide};
use super::end::end;
use super::find::Known;
use super::kept::Circles;
use super::several::Ledger;
use super::{Row, State, placeholder};

#[derive(Debug)]
pub enum Outcome {
    Done(After),
    /// As written; or nothing, loudly: a row has no key by which to remember it (SQLite lets a TEXT key be NULL), or
    /// what was written makes a row look like theirs, so that the ownership query finds it again.
    DoneOrRefused(After),
    /// Nothing may happen, and why.
    Blocked(String),
}

#[derive(Debug)]
pub struct After {
    pub state: State,
    pub held: Held,
    pub perhaps_held: Held,
    /// Some of that depends on rows in a circle over several tables.
    pub is_circular: bool,
}

/// Rows of a state in which some are gone.
type Left = Vec<Vec<Option<Row>>>;

pub fn purge(
    world: &World,
    state: &State,
    purge_type: usize,
    known: &Known<'_>,
    ledger: &Ledger,
    circles: Circles,
) -> Outcome {
    let reassigns = |action: &Action| matches!(action, Action::Reassign(_));
    if world.taken(purge_type).any(|(_, entry)| entry.actions().any(reassigns)) && placeholder(world, state).is_none() {
        return Outcome::Blocked("no placeholder".to_owned());
    }
    let decided = decide(world, state, known, ledger, purge_type, circles);
    if let Some(stuck) = world.stuck.filter(|stuck| decided.gone.iter().any(|(table, _)| table == stuck)) {
        return Outcome::Blocked(format!("rows of {} that stay", world.tables[stuck].name));
    }
    let after = apply(world, state, &decided);
    if let Some(reason) = in_the_way(world, state, &after) {
        return Outcome::Blocked(reason);
    }
    let has_no_key = |(table, at): &(usize, usize)| {
        let row = &state[*table][*at];
        world.tables[*table].key.iter().any(|column| row[*column] == Value::Null)
    };
    // What several own, or refer to, is remembered also where it stays.
    let looked_at = world
        .taken(purge_type)
        .map(|(_, entry)| entry)
        .filter(|entry| entry.while_owned.is_some() || entry.side().is_some() || entry.while_referenced.is_some());
    let mut looked_at = looked_at.flat_map(|entry| {
        let rows = state[entry.table].iter().enumerate();
        rows.filter(|(_, row)| known.selects(entry, row)).map(|(at, _)| (entry.table, at))
    });
    let unnamed = looked_at.any(|which| has_no_key(&which))
        || found_again(world, state, purge_type, known, &after)
        || decided.gone.iter().any(has_no_key)
        || decided.written.keys().any(has_no_key);
    let is_circular = decided.is_circular();
    let state = after.into_iter().map(|rows| rows.into_iter().flatten().collect()).collect();
    let after = After { state, held: decided.held, perhaps_held: decided.perhaps_held, is_circular };
    if unnamed { Outcome::DoneOrRefused(after) } else { Outcome::Done(after) }
}

/// What is left when a rule that ends rows has nothing to do any more; and whether something is in the way of that.
pub fn expire(world: &World, state: &State, rule: usize, circles: Circles) -> (State, bool) {
    let (mut now, mut blocked) = (state.clone(), false);
    for _ in 0..20 {
        let reassigns = world.entries().flat_map(Entry::actions).any(|action| matches!(action, Action::Reassign(_)));
        if reassigns && placeholder(world, &now).is_none() {
            return (now, true);
        }
        let decided = end(world, &now, rule, circles);
        let after = apply(world, &now, &decided);
        let is_stuck = world.stuck.is_some_and(|stuck| decided.gone.iter().any(|(table, _)| *table == stuck));
        let has_no_key = |(table, at): &(usize, usize)| {
            world.tables[*table].key.iter().any(|column| now[*table][*at][*column] == Value::Null)
        };
        let mut touched = decided.gone.iter().chain(decided.written.keys());
        blocked |= is_stuck || in_the_way(world, &now, &after).is_some() || touched.any(has_no_key);
        blocked |= decided.is_circular() || wait_in_a_circle(world, &now, &decided.gone);
        let next: State = after.into_iter().map(|rows| rows.into_iter().flatten().collect()).collect();
        if next == now {
            break;
        }
        now = next;
    }
    (now, blocked)
}

/// Whether some of these refer to each other in a circle: each waits until the other has gone.
fn wait_in_a_circle(world: &World, state: &State, gone: &BTreeSet<(usize, usize)>) -> bool {
    let refers = |(child, at): (usize, usize), (parent, to): (usize, usize)| {
        let mut keys = world.tables[child].links().filter(|foreign| foreign.declared && foreign.table == parent);
        keys.any(|foreign| refer(world, foreign, &state[child][at], &state[parent][to]))
    };
    let mut left: Vec<(usize, usize)> = gone.iter().copied().collect();
    loop {
        let waits = |row: &(usize, usize)| left.iter().any(|other| other != row && refers(*other, *row));
        let still: Vec<_> = left.iter().copied().filter(waits).collect();
        if still.len() == left.len() {
            return !left.is_empty();
        }
        left = still;
    }
}

/// Whether an entry finds, by a column of the row, a row that it did not find before.
fn found_again(world: &World, before: &State, purge_type: usize, known: &Known<'_>, after: &Left) -> bool {
    world.taken(purge_type).filter(|(_, entry)| entry.changes() && entry.path.own().is_some()).any(|(_, entry)| {
        let rows = before[entry.table].iter().zip(&after[entry.table]);
        rows.into_iter().any(|(was, is)| {
            is.as_ref().is_some_and(|is| is != was && known.selects(entry, is) && !known.selects(entry, was))
        })
    })
}

fn apply(world: &World, state: &State, decided: &Decided<'_>) -> Left {
    let mut after: Left = state.iter().map(|rows| rows.iter().cloned().map(Some).collect()).collect();
    for ((table, at), set) in &decided.written {
        let row = after[*table][*at].as_mut().expect("nothing is gone yet");
        for (column, value) in set {
            row[*column] = value.clone();
        }
        for (column, declared) in world.tables[*table].kept() {
            if let Some(source) = declared.generated {
                row[column] = Value::Int(i64::from(row[source] != Value::Null));
            }
        }
    }
    for (table, at) in &decided.gone {
        after[*table][*at] = None;
    }
    after
}

/// Whether the database takes the one value for a reference to the other.
pub fn refers_to(child: &Value, parent: &Value, kind: Kind, collate: Collate) -> bool {
    let child = match (kind, child) {
        (Kind::Text, Value::Int(value)) => Value::Text(value.to_string()),
        (Kind::Integer | Kind::Boolean, Value::Text(text)) => {
            text.trim_matches(' ').parse().map_or_else(|_| child.clone(), Value::Int)
        }
        _ => child.clone(),
    };
    match (child, parent, collate) {
        (Value::Null, _, _) | (_, Value::Null, _) => false,
        (Value::Text(one), Value::Text(other), Collate::NoCase) => one.eq_ignore_ascii_case(other),
        (Value::Text(one), Value::Text(other), Collate::RTrim) => {
            one.trim_end_matches(' ') == other.trim_end_matches(' ')
        }
        (child, parent, _) => child == *parent,
    }
}

pub fn refer(world: &World, foreign: &Foreign, child: &Row, parent: &Row) -> bool {
    foreign.columns.iter().zip(&foreign.target).all(|(from, to)| {
        let target = &world.tables[foreign.table].columns[*to];
        refers_to(&child[*from], &parent[*to], target.kind, target.collate)
    })
}

/// A row that stays and refers to one that goes, or to a key that is written over; or a reference to nothing that
/// was not there before.
fn in_the_way(world: &World, before: &State, after: &Left) -> Option<String> {
    for (child, table) in world.tables.iter().enumerate() {
        for foreign in table.links().filter(|foreign| foreign.declared) {
            let key = |row: &Row| foreign.target.iter().map(|at| row[*at].clone()).collect::<Vec<_>>();
            let from = |row: &Row| foreign.columns.iter().map(|at| row[*at].clone()).collect::<Vec<_>>();
            for (number, row) in after[child].iter().enumerate() {
                let Some(row) = row.as_ref().filter(|row| !from(row).contains(&Value::Null)) else { continue };
                let lost = before[foreign.table].iter().zip(&after[foreign.table]).any(|(was, is)| {
                    let stays = is.as_ref().is_some_and(|is| key(is) == key(was));
                    !stays && refer(world, foreign, row, was)
                });
                let mut there = after[foreign.table].iter().flatten();
                let new = from(&before[child][number]) != from(row)
                    && !there.any(|parent| refer(world, foreign, row, parent));
                if lost || new {
                    return Some(format!("{} {:?}", table.name, from(row)));
                }
            }
        }
    }
    None
}
