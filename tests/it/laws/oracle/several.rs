//! Rows that are several people's: owners together, and sides.

use std::collections::BTreeSet;

use super::super::policy::{Entry, Names, Relation, World};
use super::super::table::{Kind, Value};
use super::find::{Known, ends, is_meant, kind_of, same_key};
use super::{Row, State, is_due, placeholder};

/// Of whom which item was taken before, by a type of which status.
pub type Ledger = BTreeSet<(usize, Value, usize)>;

fn is_nobody(world: &World, state: &State, value: &Value, kind: Kind) -> bool {
    let is_placeholder = || placeholder(world, state).is_some_and(|former| same_key(value, kind, &former));
    matches!(value, Value::Null)
        || kind == Kind::Text && *value == Value::Text(String::new())
        || world.nobody.iter().any(|nobody| same_key(value, kind, nobody))
        || is_placeholder()
}

/// The entries by which a row has owners: this one, and every other that could delete it for somebody else.
pub fn owning<'w>(world: &'w World, state: &State, entry: &'w Entry, row: &Row) -> Vec<(usize, &'w Entry)> {
    let all = world.items.iter().enumerate().flat_map(|(item, one)| one.entries.iter().map(move |entry| (item, entry)));
    let is_for = |other: &Entry| is_meant(world, state, other, row);
    all.filter(|(_, other)| std::ptr::eq(*other, entry) || owns(entry, other) && is_for(other)).collect()
}

/// Whether the other could delete the rows of an entry for somebody else.
pub fn owns(entry: &Entry, other: &Entry) -> bool {
    other.table == entry.table && other.relation == Relation::Owner && other.may_delete()
}

/// Whether the row has an owner who is not in the batch, and from whom this was not taken before.
pub fn others_stay(
    world: &World,
    state: &State,
    known: &Known<'_>,
    ledger: &Ledger,
    (entry, row): (&Entry, &Row),
) -> bool {
    owning(world, state, entry, row).into_iter().any(|(item, other)| {
        assert_eq!(other.names, Names::Key, "owners together are named by their keys");
        other.paths().any(|path| {
            let kind = kind_of(world, other.table, path);
            let owners = ends(world, state, other.table, row, path);
            owners.iter().filter(|owner| !is_nobody(world, state, owner, kind)).any(|owner| {
                let goes = known.people.iter().any(|person| same_key(owner, kind, person));
                // Taken with the item by which they own. Who had left and is active again owns again.
                let went = ledger.iter().any(|(taken, person, status)| {
                    let is_back = *status != 0 && is_due(world, state, 0, person);
                    *taken == item && same_key(owner, kind, person) && !is_back
                });
                !goes && !went
            })
        })
    })
}

/// Whether every side of a row is gone.
pub fn is_left(world: &World, state: &State, row: &Row) -> bool {
    let shared = world.shared.as_ref().expect("rows with sides");
    let table = &world.tables[shared.table];
    shared.sides.iter().all(|side| {
        side.gone.as_ref().is_some_and(|gone| gone.eval(row) == Some(true))
            || is_nobody(world, state, &row[side.owner], table.columns[side.owner].kind)
    })
}
