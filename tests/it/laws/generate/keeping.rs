//! Duties and legal holds, with clocks that stand around the day on which a duty is over.

use std::collections::BTreeSet;

use super::super::places::{self, Within};
use super::super::policy::{Duty, Entry, Hold, KEY, Moment, Relation, World};
use super::super::random::Chance;
use super::super::table::{Column, Kind, Timer, Unit, Value};
use super::{literal, places as of_places, text};
use crate::calendar::{self, Period};
use crate::engine::Engine;

/// Ends of months, leap days, and the days around them.
const TODAY: &[&str] = &[
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2023-02-28",
    "2025-03-30",
    "2025-03-31",
    "2024-04-30",
    "2026-12-31",
    "2026-01-01",
    "2026-11-26",
];
const PERIODS: &[(i32, i32)] = &[(1, 0), (6, 0), (12, 0), (36, 0), (18, 0), (1, 10), (0, 30)];

const DAY: i64 = 86_400;

pub fn now(chance: &mut Chance) -> i64 {
    let day = chance.pick(TODAY).parse().expect("a day");
    calendar::number(day) * DAY + *chance.pick(&[0, 43_200, DAY - 1])
}

/// Rules for rows of one entry, by a clock of their own: of smaller places before those of larger ones.
pub fn ending(chance: &mut Chance, world: &mut World) -> Vec<Duty> {
    let Some(last) = of_all_places(chance, world) else { return Vec::new() };
    let mut all = Vec::new();
    for kind in [places::Kind::Venue, places::Kind::Area] {
        if last.items.iter().all(|item| of_places::lies(world, *item, kind)) && chance.in_100(40) {
            let within = Some(Within { kind, ..of_places::within(chance) });
            let period = Some(period(chance));
            all.push(Duty { within, period, ..last.clone() });
        }
    }
    if all.is_empty() || chance.in_100(70) {
        all.push(last);
    }
    all
}

fn of_all_places(chance: &mut Chance, world: &mut World) -> Option<Duty> {
    let is_plain = |entry: &Entry| {
        entry.relation == Relation::Owner && entry.settings.is_none() && entry.while_referenced.is_none()
    };
    let fits = |at: &usize| matches!(world.items[*at].entries.as_slice(), [only] if is_plain(only) && only.acts());
    let all: Vec<usize> = (0..world.items.len()).filter(fits).collect();
    let item = chance.maybe(&all).copied().filter(|_| chance.in_100(60))?;
    let table = world.items[item].entries[0].table;
    let period = period(chance);
    if world.tables[table].timers.is_empty() {
        clock(chance, world, table, period);
    }
    let mut after = vec![Moment::Row(0)];
    if chance.in_100(30) {
        after.extend(place_clock(chance, world, &[item], period));
    }
    // Each of several people without whom nothing goes has an entry of their own.
    let entry = &world.items[item].entries[0];
    let is_one = entry.others.is_empty() || entry.while_owned.is_some();
    let roles = if is_one { of_places::roles(chance, world, period) } else { Vec::new() };
    Some(Duty { items: vec![item], within: None, period: Some(period), roles, after, meanwhile: Vec::new() })
}

pub fn period(chance: &mut Chance) -> Period {
    let (months, days) = *chance.pick(PERIODS);
    Period { months, days }
}

/// The clock of a place that all rows of the items may lie in.
fn place_clock(chance: &mut Chance, world: &mut World, items: &[usize], period: Period) -> Option<Moment> {
    let kind = *chance.pick(&[places::Kind::Area, places::Kind::Venue]);
    if !items.iter().all(|item| of_places::lies(world, *item, kind)) {
        return None;
    }
    let table = world.places.as_ref()?.table(kind);
    if world.tables[table].timers.is_empty() {
        clock(chance, world, table, period);
    }
    Some(Moment::Place(kind))
}

/// Around the days on which periods end that were young, and when nothing is young any more.
pub fn later(chance: &mut Chance, world: &World) -> i64 {
    world.now + DAY * *chance.pick(&[1, 1, 2, 3, 30, 31, 400, 20_000])
}

pub fn keep(chance: &mut Chance, world: &mut World) {
    // WHY: what is kept is looked for over every part of every entry; a script of many megabytes shows nothing more.
    let parts: usize = world.items.iter().flat_map(|item| &item.entries).map(|entry| entry.parts.len()).sum();
    if world.items.is_empty() || parts > 6 || !chance.in_100(50) {
        return;
    }
    let usual = period(chance);
    for _ in 0..chance.below(3) {
        let period = if chance.in_100(70) { usual } else { period(chance) };
        let duty = duty(chance, world, period);
        world.duties.extend(duty);
    }
    for _ in 0..chance.below(3) {
        let hold = hold(chance, world);
        world.holds.push(hold);
    }
}

fn some(chance: &mut Chance, from: &[usize], percent: usize) -> Vec<usize> {
    let mut all: Vec<usize> = from.iter().copied().filter(|_| chance.in_100(percent)).collect();
    all.extend(chance.maybe(from).copied().filter(|_| all.is_empty()));
    all
}

fn duty(chance: &mut Chance, world: &mut World, period: Period) -> Option<Duty> {
    let mut after = match chance.below(7) {
        0 | 1 => vec![Moment::Subject(0)],
        2 => vec![Moment::Row(0), Moment::Subject(0)],
        3 => vec![Moment::Row(0), Moment::Row(1)],
        4 => vec![Moment::Subject(0), Moment::Subject(1)],
        _ => vec![Moment::Row(0)],
    };
    let of_rows = after.iter().any(|moment| matches!(moment, Moment::Row(_)));
    // Settings and sides have no clocks of their own.
    let has_clocks = |at: &usize| {
        let entries = &world.items[*at].entries;
        !of_rows || entries.iter().all(|entry| entry.settings.is_none() && entry.side().is_none())
    };
    let all: Vec<usize> = (0..world.items.len()).filter(has_clocks).collect();
    let percent = *chance.pick(&[20, 50, 100]);
    let items = some(chance, &all, percent);
    if items.is_empty() {
        return None;
    }
    let tables: BTreeSet<usize> =
        items.iter().flat_map(|at| &world.items[*at].entries).map(|entry| entry.table).collect();
    for moment in &after {
        let (number, needed) = match moment {
            Moment::Row(number) => (*number, tables.clone()),
            Moment::Subject(number) => (*number, BTreeSet::from([0])),
            Moment::Place(_) => continue,
        };
        for table in needed {
            while world.tables[table].timers.len() <= number {
                clock(chance, world, table, period);
            }
        }
    }
    let meanwhile = if chance.in_100(40) { meanwhile(chance, world, &tables) } else { Vec::new() };
    if chance.in_100(25)
        && let Some(of_place) = place_clock(chance, world, &items, period)
    {
        if chance.in_100(50) {
            after.clear();
        }
        after.push(of_place);
    }
    let can_be_within = |kind| items.iter().any(|item| of_places::lies(world, *item, kind));
    let within = Some(of_places::within(chance)).filter(|one| can_be_within(one.kind) && chance.in_100(30));
    let roles = of_places::roles(chance, world, period);
    let period = Some(period).filter(|_| !chance.in_100(5));
    Some(Duty { items, within, period, roles, after, meanwhile })
}

/// A column in which no key stands, whatever tables have one of that name.
fn meanwhile(chance: &mut Chance, world: &World, tables: &BTreeSet<usize>) -> Vec<(String, Value)> {
    let fits = |table: usize, at: usize| {
        let (of, column) = (&world.tables[table], &world.tables[table].columns[at]);
        let is_clock = of.timers.iter().any(|clock| clock.column == at);
        let is_key = of.key.contains(&at) || of.is_reference(at) || column.unique || column.names_people;
        !(is_clock || is_key || column.loose || column.generated.is_some())
    };
    let named = |table: usize, name: &str| {
        world.tables[table].columns.iter().position(|column| column.name.eq_ignore_ascii_case(name))
    };
    let all = tables.iter().flat_map(|table| (0..world.tables[*table].columns.len()).map(|at| (*table, at)));
    let can = |(table, at): &(usize, usize)| {
        let column = &world.tables[*table].columns[*at];
        let alike = |other: usize| {
            named(other, &column.name).is_none_or(|at| {
                fits(other, at)
                    && world.tables[other].columns[at].kind == column.kind
                    && world.tables[other].columns[at].name == column.name
            })
        };
        column.kind == Kind::Text && tables.iter().all(|other| alike(*other))
    };
    let found: Vec<(usize, usize)> = all.filter(can).collect();
    let one = |(table, at): &(usize, usize)| (world.tables[*table].columns[*at].name.clone(), Value::text("less"));
    chance.maybe(&found).map(one).into_iter().collect()
}

/// One more clock of a table: a column that is there already, or one of its own.
fn clock(chance: &mut Chance, world: &mut World, table: usize, period: Period) {
    let unit = *chance.pick(&[Unit::Seconds, Unit::Milliseconds, Unit::Native]);
    let plain = |at: &usize| {
        let (of, column) = (&world.tables[table], &world.tables[table].columns[*at]);
        let is_key = of.key.contains(at) || of.is_reference(*at) || column.unique || column.names_people;
        column.kind == Kind::Integer
            && !is_key
            && !column.loose
            && column.generated.is_none()
            && world.unit(table, *at).is_none()
    };
    let is_special = world.settings.as_ref().is_some_and(|settings| settings.table == table)
        || world.shared.as_ref().is_some_and(|shared| shared.table == table);
    let plain: Vec<usize> = (0..world.tables[table].columns.len()).filter(plain).collect();
    if let Some(column) = chance.maybe(&plain).copied().filter(|_| !is_special && chance.in_100(15)) {
        for at in 0..world.rows[table].len() {
            if chance.in_100(60) {
                let value = value(chance, world, Kind::Integer, Unit::Seconds, period);
                if value != Value::Null {
                    world.rows[table][at][column] = value;
                }
            }
        }
        world.tables[table].timers.push(Timer { column, unit: Unit::Seconds });
        return;
    }
    let is_strict = world.tables[table].suffix.contains("STRICT");
    let native = match world.engine {
        Engine::Library if is_strict => &[Kind::Text][..],
        Engine::Library => &[Kind::Text, Kind::Date, Kind::Timestamp],
        _ => &[Kind::Date, Kind::Timestamp],
    };
    let kind = if unit == Unit::Native { *chance.pick(native) } else { Kind::Integer };
    let of = &mut world.tables[table];
    of.timers.push(Timer { column: of.columns.len(), unit });
    let name = format!("clock{}", of.timers.len());
    of.columns.push(Column::plain(&name, kind));
    for at in 0..world.rows[table].len() {
        let value = value(chance, world, kind, unit, period);
        world.rows[table][at].push(value);
    }
}

/// A moment around the last day of which the period is over, or none.
fn value(chance: &mut Chance, world: &World, kind: Kind, unit: Unit, period: Period) -> Value {
    if chance.in_100(12) {
        return Value::Null;
    }
    if chance.in_100(10) {
        return odd(chance, world.engine, kind);
    }
    let cut = calendar::number(period.cut(calendar::day(world.now.div_euclid(DAY))));
    let day = cut + *chance.pick(&[-400, -1, 0, 0, 1, 1, 2, 3, 400, 40_000]);
    let second = *chance.pick(&[0, 1, 43_200, DAY - 1]);
    let date = calendar::day(day);
    let time = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    match (unit, kind) {
        (Unit::Seconds, _) => Value::Int(day * DAY + second),
        (Unit::Milliseconds, _) => Value::Int((day * DAY + second) * 1_000 + *chance.pick(&[0, 999])),
        (Unit::Native, Kind::Timestamp) => Value::Text(format!("{date} {time}")),
        (Unit::Native, Kind::Text) => Value::Text(match chance.below(5) {
            0 => format!("{date}"),
            1 => format!("{date}T{time}Z"),
            2 => format!("{date}T{time}.25"),
            3 => format!("{date} {time}+02:00"),
            _ => format!("{date} {time}"),
        }),
        (Unit::Native, _) => Value::Text(format!("{date}")),
    }
}

/// What is no moment, or one that never comes.
fn odd(chance: &mut Chance, engine: Engine, kind: Kind) -> Value {
    match kind {
        Kind::Integer => Value::Int(*chance.pick(&[0, 0, -1, 9_007_199_254_740_993])),
        Kind::Text => text(chance, &["", "0", "now", "2000", "0000-00-00", "soon", "2000-1-1"]),
        Kind::Date if engine == Engine::Library => text(chance, &["", "0000-00-00", "9999-12-31"]),
        Kind::Date => Value::text("9999-12-31"),
        _ if engine == Engine::Library => text(chance, &["", "now", "9999-12-31 23:59:59"]),
        _ => Value::text("9999-12-31 23:59:59"),
    }
}

fn hold(chance: &mut Chance, world: &World) -> Hold {
    let all: Vec<usize> = (0..world.items.len()).collect();
    let percent = *chance.pick(&[20, 50, 100]);
    let items = some(chance, &all, percent);
    let today = world.now.div_euclid(DAY);
    let until = match chance.below(6) {
        0 => Some(today - 1),
        1 => Some(today),
        2 => Some(today + 30),
        _ => None,
    };
    let mut keys: Vec<Value> = world.rows[0].iter().map(|row| row[KEY].clone()).filter(|_| chance.in_100(30)).collect();
    keys.push(literal(chance, world.tables[0].columns[KEY].kind));
    keys.retain(|key| *key != Value::Null);
    keys.sort();
    keys.dedup();
    Hold { items, until, people: keys.into_iter().map(|key| (key, chance.in_100(20))).collect() }
}
