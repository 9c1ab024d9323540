//! In which places rows lie, and who has a role there.

use std::collections::BTreeSet;

use super::super::places::{AROUND, INSTANCE, Kind, LEVEL, OPEN, PERSON, ROLE, ROOM, Within};
use super::super::policy::{Entry, World};
use super::super::table::Value;
use super::find::belongs;
use super::{KEY, Row, State, is_person};

/// A place of a row.
pub struct Spot<'s> {
    pub kind: Kind,
    pub row: &'s Row,
    /// The smallest of its kind, and not one around that.
    pub is_nearest: bool,
}

/// All places of a row of a table: the smallest, and those that it lies in.
pub fn spots<'s>(world: &World, state: &'s State, table: usize, row: &Row) -> Vec<Spot<'s>> {
    let Some(places) = &world.places else { return Vec::new() };
    let Some((column, kind)) = places.of.get(&table) else { return Vec::new() };
    let with = |kind: Kind, key: &Value| {
        let rows = &state[places.table(kind)];
        rows.iter().find(|place| *key != Value::Null && place[KEY] == *key)
    };
    let mut found = Vec::new();
    let Some(nearest) = with(*kind, &row[*column]) else { return found };
    found.push(Spot { kind: *kind, row: nearest, is_nearest: true });
    let mut area = nearest;
    if *kind == Kind::Venue {
        let Some(around) = with(Kind::Area, &nearest[AROUND]) else { return found };
        found.push(Spot { kind: Kind::Area, row: around, is_nearest: true });
        area = around;
    }
    let mut seen = BTreeSet::from([area[KEY].clone()]);
    while let Some(around) = with(Kind::Area, &area[AROUND]) {
        if !seen.insert(around[KEY].clone()) {
            break;
        }
        found.push(Spot { kind: Kind::Area, row: around, is_nearest: false });
        area = around;
    }
    found
}

/// "Only data in these places. Rows without a place are left alone." What lies in a place lies in those around it.
pub fn lies(world: &World, state: &State, table: usize, row: &Row, within: &Within) -> bool {
    let is_one = |spot: &Spot<'_>| spot.kind == within.kind && spot.row[OPEN] == Value::Int(within.open);
    spots(world, state, table, row).iter().any(is_one)
}

/// "Holders of a role in that place": one of those to whom the row belongs by these entries, there or around it.
pub fn has_role(world: &World, state: &State, by: &[&Entry], row: &Row, role: &str) -> bool {
    let Some(places) = &world.places else { return false };
    let Some(table) = by.first().map(|entry| entry.table) else { return false };
    let spots = spots(world, state, table, row);
    let is_here = |room: &Row| {
        let is = |spot: &&Spot<'_>| room[LEVEL] == Value::Int(spot.kind.level()) && room[INSTANCE] == spot.row[KEY];
        spots.iter().any(|spot| is(&spot))
    };
    state[places.held].iter().any(|held| {
        let person = &held[PERSON];
        let rooms = || state[places.room].iter().filter(|room| held[ROOM] != Value::Null && room[KEY] == held[ROOM]);
        held[ROLE] == Value::text(role)
            && is_person(world, person)
            && rooms().any(is_here)
            && by.iter().any(|entry| belongs(world, state, entry, row, person))
    })
}
