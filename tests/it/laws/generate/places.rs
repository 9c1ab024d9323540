//! Areas in each other, venues in areas, roles that people have there, and what is about some places only.

use std::collections::BTreeMap;

use super::super::condition::Cond;
use super::super::places::{Kind, Places, Within};
use super::super::policy::{KEY, World};
use super::super::random::Chance;
use super::super::table::{self, Column, Foreign, Table, Value};
use super::keeping::period;
use super::literal;
use crate::calendar::Period;

const ROLES: &[&str] = &["teacher", "guest"];
const ROLES_HELD: &[&str] = &["teacher", "teacher", "teacher", "guest", "Teacher"];

fn refers(column: usize, table: usize, when: Option<Cond>) -> Foreign {
    Foreign { columns: vec![column], table, target: vec![KEY], action: "", declared: false, when }
}

fn with_key(name: &str, further: Vec<Column>, foreign: Vec<Foreign>) -> Table {
    let mut columns = vec![Column { not_null: true, ..Column::plain("zid", table::Kind::Integer) }];
    columns.extend(further);
    let name = name.to_owned();
    Table { name, columns, key: vec![0], foreign, suffix: "", timers: Vec::new(), dropped: false }
}

fn some(chance: &mut Chance, keys: i64) -> Value {
    match chance.below(16) {
        0 => Value::Null,
        1 => Value::Int(99),
        _ => Value::Int(1 + i64::try_from(chance.below(usize::try_from(keys).expect("few"))).expect("few")),
    }
}

fn open(chance: &mut Chance) -> Value {
    chance.pick(&[Value::Int(1), Value::Int(1), Value::Int(0), Value::Null]).clone()
}

/// After all other tables.
pub fn places(chance: &mut Chance, world: &mut World) {
    if world.items.is_empty() || !chance.in_100(60) {
        return;
    }
    let first = world.tables.len();
    let [area, venue, room, held] = [first, first + 1, first + 2, first + 3];

    let key = world.tables[0].columns[KEY].kind;
    let of_level = |level: i64| Some(Cond::Compare(1, "=", Value::Int(level)));
    let around = || vec![Column::plain("zaround", table::Kind::Integer), Column::plain("zopen", table::Kind::Integer)];
    world.tables.push(with_key("zarea", around(), vec![refers(1, area, None)]));
    world.tables.push(with_key("zvenue", around(), vec![refers(1, area, None)]));
    let rooms = vec![Column::plain("zlevel", table::Kind::Integer), Column::plain("zinstance", table::Kind::Integer)];
    let means = [Kind::Area, Kind::Venue].map(|kind| (if kind == Kind::Area { area } else { venue }, kind.level()));
    let means = means.map(|(table, level)| refers(2, table, of_level(level)));
    world.tables.push(with_key("zroom", rooms, means.into()));
    let who = Column { names_people: true, ..Column::plain("zperson", key) };
    let held_columns =
        vec![who, Column::plain("zname", table::Kind::Text), Column::plain("zroom", table::Kind::Integer)];
    world.tables.push(with_key("zheld", held_columns, vec![refers(3, room, None)]));
    fill(chance, world);
    let mut of = BTreeMap::new();
    let is_special = |at: usize| {
        world.settings.as_ref().is_some_and(|one| one.table == at)
            || world.shared.as_ref().is_some_and(|one| one.table == at)
    };
    let lie: Vec<usize> = (0..first).filter(|at| !is_special(*at)).filter(|_| chance.in_100(75)).collect();
    for at in lie {
        let kind = if chance.in_100(70) { Kind::Venue } else { Kind::Area };
        let spot = world.tables[at].columns.len();
        world.tables[at].columns.push(Column::plain("zspot", table::Kind::Integer));
        world.tables[at].foreign.push(refers(spot, if kind == Kind::Area { area } else { venue }, None));
        for row in &mut world.rows[at] {
            row.push(some(chance, 5));
        }
        of.insert(at, (spot, kind));
    }
    world.places = Some(Places { area, venue, room, held, of });
    types(chance, world);
}

fn fill(chance: &mut Chance, world: &mut World) {
    // Mostly each in the one before.
    let around = |chance: &mut Chance, key: i64| {
        if key > 1 && chance.in_100(65) { Value::Int(key - 1) } else { some(chance, 4) }
    };
    let areas: Vec<_> = (1..=4).map(|key| vec![Value::Int(key), around(chance, key), open(chance)]).collect();
    let venues: Vec<_> = (1..=5).map(|key| vec![Value::Int(key), some(chance, 4), open(chance)]).collect();
    let rooms = (1..=6).map(|key| {
        let level = *chance.pick(&[1, 1, 1, 2, 2, 3]);
        vec![Value::Int(key), Value::Int(level), some(chance, 3)]
    });
    let rooms: Vec<_> = rooms.collect();
    let keys: Vec<Value> = world.rows[0].iter().map(|row| row[KEY].clone()).collect();
    let kind = world.tables[0].columns[KEY].kind;
    let held = (1..=12).map(|key| {
        let person = chance.maybe(&keys).cloned().filter(|_| chance.in_100(85));
        let person = person.unwrap_or_else(|| literal(chance, kind));
        let name = Value::text(ROLES_HELD[chance.below(ROLES_HELD.len())]);
        vec![Value::Int(key), person, name, some(chance, 6)]
    });
    let held = held.collect();
    world.rows.extend([areas, venues, rooms, held]);
}

fn types(chance: &mut Chance, world: &mut World) {
    for at in 0..world.purge_types.len() {
        if chance.in_100(25) {
            world.purge_types[at].within = Some(within(chance));
        }
    }
}

pub fn within(chance: &mut Chance) -> Within {
    Within { kind: *chance.pick(&[Kind::Area, Kind::Venue]), open: *chance.pick(&[0, 1, 1]) }
}

/// Whether all rows of an item may lie in such a place.
pub fn lies(world: &World, item: usize, kind: Kind) -> bool {
    let Some(places) = &world.places else { return false };
    world.items[item].entries.iter().all(|entry| places.may_lie(entry.table, kind))
}

/// Other periods for some roles.
pub fn roles(chance: &mut Chance, world: &World, usual: Period) -> Vec<(String, Option<Period>)> {
    if world.places.is_none() {
        return Vec::new();
    }
    let some = ROLES.iter().filter(|_| chance.in_100(60)).map(|role| (*role).to_owned()).collect::<Vec<_>>();
    let mut period = || {
        let other = period(chance);
        let one = if chance.in_100(50) { usual } else { other };
        Some(one).filter(|_| !chance.in_100(35))
    };
    some.into_iter().map(|role| (role, period())).collect()
}
