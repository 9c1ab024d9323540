//! What the database does to rows that refer to others that go.

use std::collections::BTreeSet;

use super::super::policy::World;
use super::super::table::Foreign;
use super::State;
use super::decide::Which;

/// Rows that refer to one over references that are accepted.
pub fn referring<'w>(
    world: &'w World,
    state: &'w State,
    (table, at): Which,
    carries: &[(usize, usize)],
) -> Vec<(Which, &'w Foreign)> {
    let to = &state[table][at];
    let references = carries.iter().map(|(child, foreign)| (*child, &world.tables[*child].foreign[*foreign]));
    let to_it = references.filter(|(_, reference)| reference.table == table);
    let rows = to_it.flat_map(|(child, one)| (0..state[child].len()).map(move |number| ((child, number), one)));
    rows.filter(|((child, number), one)| super::apply::refer(world, one, &state[*child][*number], to)).collect()
}

/// Rows that the database takes along with one, over cascades that are accepted.
pub fn carried(world: &World, state: &State, of: Which, carries: &[(usize, usize)]) -> BTreeSet<Which> {
    let mut found = BTreeSet::new();
    let mut open = vec![of];
    while let Some(row) = open.pop() {
        let along = referring(world, state, row, carries).into_iter();
        let along = along.filter(|(_, one)| one.action.contains("CASCADE")).map(|(child, _)| child);
        let new: Vec<Which> = along.filter(|child| found.insert(*child)).collect();
        open.extend(new);
    }
    found
}
