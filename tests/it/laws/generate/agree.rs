//! Entries that write the same column of the same table agree on what, as a careful author's do: a policy that
//! contradicts itself is refused, and tries nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::super::policy::{Action, Entry, Part};
use super::super::random::Chance;
use super::super::table::Value;

/// What is written, as far as it can be told before there are rows.
#[derive(Clone, PartialEq)]
enum Written {
    Value(Value),
    Emptied,
    Nobody,
    Former,
    /// By a condition, and so by nobody.
    Read,
}

type Known = BTreeMap<(usize, usize), Written>;

pub fn agree(chance: &mut Chance, entries: &mut [Entry]) {
    let mut known = Known::new();
    let mut read = BTreeSet::new();
    for entry in entries.iter().filter(|_| !chance.in_100(2)) {
        let outcomes = entry.purge.iter().filter_map(|outcome| outcome.condition.as_ref());
        for when in outcomes.chain(&entry.condition) {
            read.extend(when.columns().into_iter().map(|at| (entry.table, at)));
        }
    }
    // What decides is not written, or the next run decides otherwise.
    known.extend(read.into_iter().map(|column| (column, Written::Read)));
    for entry in entries {
        // Some contradictions stay, for the compiler to find.
        if chance.in_100(1) {
            continue;
        }
        let own = entry.path.own();
        let outcomes = entry.purge.iter_mut().map(|outcome| &mut outcome.action);
        let instead = entry.while_referenced.iter_mut().map(|referenced| &mut referenced.instead);
        for action in outcomes.chain(&mut entry.while_owned).chain(instead) {
            settle(&mut known, entry.table, own, action);
        }
        of_parts(&mut known, &mut entry.parts);
    }
}

fn of_parts(known: &mut Known, parts: &mut [Part]) {
    for part in parts {
        if let Some(action) = &mut part.purge {
            settle(known, part.table, None, action);
        }
        of_parts(known, &mut part.parts);
    }
}

fn settle(known: &mut Known, table: usize, own: Option<usize>, action: &mut Action) {
    let mut fits =
        |at: usize, written: Written| *known.entry((table, at)).or_insert_with(|| written.clone()) == written;
    match action {
        Action::Keep | Action::Delete => {}
        Action::Overwrite(set) => {
            set.retain(|(at, value)| fits(*at, Written::Value(value.clone())));
            if set.is_empty() {
                *action = Action::Keep;
            }
        }
        Action::Empty(columns) => {
            columns.retain(|at| fits(*at, Written::Emptied));
            if columns.is_empty() {
                *action = Action::Keep;
            }
        }
        Action::Detach => {
            if !own.is_some_and(|own| fits(own, Written::Nobody)) {
                *action = Action::Keep;
            }
        }
        Action::Reassign(set) => {
            set.retain(|(at, value)| fits(*at, Written::Value(value.clone())));
            if !own.is_some_and(|own| fits(own, Written::Former)) {
                *action = Action::Keep;
            }
        }
    }
}
