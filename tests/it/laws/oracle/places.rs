//! In which places rows lie, and who has a role there.

use std::collections::BTreeSet;

use super::super::places::{self, AROUND, INSTANCE, LEVEL, OPEN, PERSON, ROLE, ROOM, Within};
use super::super::policy::{Entry, Names, World};
use super::super::table::{Kind, Value};
use super::find::{belongs, ends, is_meant, kind_of, same_key};
use super::{KEY, Row, State, is_person};

/// A place of a row.
pub struct Spot<'s> {
    pub kind: places::Kind,
    pub row: &'s Row,
    /// The smallest of its kind, and not one around that.
    pub is_nearest: bool,
}

/// All places of a row of a table: the smallest, and those that it lies in.
pub fn spots<'s>(world: &World, state: &'s State, table: usize, row: &Row) -> Vec<Spot<'s>> {
    let Some(all) = &world.places else { return Vec::new() };
    let Some((column, kind)) = all.of.get(&table) else { return Vec::new() };
    let with = |kind: places::Kind, key: &Value| {
        let rows = &state[all.table(kind)];
        rows.iter().find(|place| *key != Value::Null && place[KEY] == *key)
    };
    let mut found = Vec::new();
    let Some(nearest) = with(*kind, &row[*column]) else { return found };
    found.push(Spot { kind: *kind, row: nearest, is_nearest: true });
    let mut area = nearest;
    if *kind == places::Kind::Venue {
        let Some(around) = with(places::Kind::Area, &nearest[AROUND]) else { return found };
        found.push(Spot { kind: places::Kind::Area, row: around, is_nearest: true });
        area = around;
    }
    let mut seen = BTreeSet::from([area[KEY].clone()]);
    while let Some(around) = with(places::Kind::Area, &area[AROUND]) {
        if !seen.insert(around[KEY].clone()) {
            break;
        }
        found.push(Spot { kind: places::Kind::Area, row: around, is_nearest: false });
        area = around;
    }
    found
}

/// "Only data in these places. Rows without a place are left alone." What lies in a place lies in those around it.
pub fn lies(world: &World, state: &State, table: usize, row: &Row, within: &Within) -> bool {
    let is_one = |spot: &Spot<'_>| spot.kind == within.kind && spot.row[OPEN] == Value::Int(within.open);
    spots(world, state, table, row).iter().any(is_one)
}

/// "Holders of a role in that place": there or around it.
pub fn has_role(world: &World, state: &State, (table, row): (usize, &Row), person: &Value, role: &str) -> bool {
    let Some(places) = &world.places else { return false };
    let spots = spots(world, state, table, row);
    let is_here = |room: &Row| {
        let is = |spot: &Spot<'_>| room[LEVEL] == Value::Int(spot.kind.level()) && room[INSTANCE] == spot.row[KEY];
        spots.iter().any(is)
    };
    let kind = world.tables[places.held].columns[PERSON].kind;
    state[places.held].iter().any(|held| {
        let mut rooms = state[places.room].iter().filter(|room| held[ROOM] != Value::Null && room[KEY] == held[ROOM]);
        held[ROLE] == Value::text(role)
            && is_person(world, &held[PERSON])
            && (same_key(&held[PERSON], kind, person) || same_key(person, Kind::Text, &held[PERSON]))
            && rooms.any(is_here)
    })
}

/// All whom a row names by these entries, whether or not there is a row of theirs.
pub fn named(world: &World, state: &State, by: &[&Entry], row: &Row) -> Vec<Value> {
    let people = state[0].iter().map(|person| &person[KEY]).filter(|key| **key != Value::Null);
    let mut found: Vec<Value> = Vec::new();
    for entry in by {
        let theirs = people.clone().filter(|person| belongs(world, state, entry, row, person));
        found.extend(theirs.cloned());
        if entry.names != Names::Key || !is_meant(world, state, entry, row) {
            continue;
        }
        for path in entry.paths() {
            let kind = kind_of(world, entry.table, path);
            let others = ends(world, state, entry.table, row, path).into_iter().filter(|one| is_person(world, one));
            let others: Vec<Value> =
                others.filter(|one| !found.iter().any(|known| same_key(one, kind, known))).collect();
            found.extend(others);
        }
    }
    found
}
