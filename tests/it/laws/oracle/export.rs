//! What an export prints: each row once, with the columns of the entries that found it.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::super::clocks::Unit;
use super::super::policy::{Entry, KEY, LABEL, Names, Part, Relation, World};
use super::super::table::{Kind, Value};
use super::decide;
use super::find::{Known, same_key};
use super::{Row, State};

pub fn export(world: &World, state: &State, subject: &Value) -> Vec<Json> {
    let known = Known::new(world, state, std::slice::from_ref(subject), world.entries());
    let mut lines = Vec::new();
    for item in &world.export_items {
        for (number, table) in world.tables.iter().enumerate() {
            for row in &state[number] {
                if let Some(members) = exported(world, state, &known, (*item, number), row) {
                    lines.push(json!({"item": format!("c.i{item}"), "list": table.name, "row": members}));
                }
            }
        }
    }
    lines
}

fn exported(
    world: &World,
    state: &State,
    known: &Known<'_>,
    (item, number): (usize, usize),
    row: &Row,
) -> Option<Map<String, Json>> {
    let table = &world.tables[number];
    let mut columns: BTreeMap<usize, bool> = BTreeMap::new();
    let mut members = Map::new();
    let mut found = false;
    for entry in world.items[item].entries.iter().filter(|entry| entry.table == number) {
        if !shows(entry) || !finds(world, known, entry, row) {
            continue;
        }
        found = true;
        for column in &entry.export {
            let own = entry.names == Names::Key && self_owned(world, known, entry, row, *column);
            columns.entry(*column).and_modify(|before| *before |= own).or_insert(own);
        }
        parts(world, state, (number, row), &entry.parts, &mut members);
    }
    for (at, own) in &columns {
        members.insert(table.columns[*at].name.clone(), shown(world, state, (number, *at), &row[*at], *own));
    }
    found.then_some(members)
}

/// Whether it is by this column that the row was found.
fn self_owned(world: &World, known: &Known<'_>, entry: &Entry, row: &Row, column: usize) -> bool {
    let kind = world.tables[entry.table].columns[column].kind;
    let is_theirs = known.people.iter().any(|person| same_key(&row[column], kind, person));
    entry.paths().any(|path| path.own() == Some(column)) && is_theirs
}

/// An entry without columns still shows its parts.
fn shows(entry: &Entry) -> bool {
    !entry.export.is_empty() || entry.parts.iter().any(part_shows)
}

fn part_shows(part: &Part) -> bool {
    !part.export.is_empty() || part.parts.iter().any(part_shows)
}

/// What a person may see is exported minus what they own.
fn finds(world: &World, known: &Known<'_>, entry: &Entry, row: &Row) -> bool {
    let owns =
        |other: &Entry| other.relation == Relation::Owner && other.table == entry.table && known.selects(other, row);
    known.selects(entry, row) && !(entry.relation == Relation::Access && world.entries().any(owns))
}

fn parts(
    world: &World,
    state: &State,
    (of_table, parent): (usize, &Row),
    of: &[Part],
    members: &mut Map<String, Json>,
) {
    for part in of.iter().filter(|part| part_shows(part)) {
        let table = &world.tables[part.table];
        let is_below = part.table == of_table;
        let found = decide::parts(world, state, part, (of_table, parent)).into_iter();
        // No row is below itself.
        let rows = found.map(|at| &state[part.table][at]).filter(|row| !is_below || *row != parent).map(|row| {
            let mut inner = Map::new();
            if is_below {
                parts(world, state, (part.table, row), &decide::beside(of, of_table), &mut inner);
            }
            parts(world, state, (part.table, row), &part.parts, &mut inner);
            for at in &part.export {
                let value = shown(world, state, (part.table, *at), &row[*at], false);
                inner.insert(table.columns[*at].name.clone(), value);
            }
            Json::Object(inner)
        });
        members.insert(part.list.as_ref().unwrap_or(&table.name).clone(), rows.collect());
    }
}

/// Other people's keys appear as a label, never as data.
fn shown(world: &World, state: &State, (table, at): (usize, usize), value: &Value, own: bool) -> Json {
    let column = &world.tables[table].columns[at];
    let label =
        |person: Option<&Row>| person.map_or(Json::Null, |row| plain(&row[LABEL], world.tables[0].columns[LABEL].kind));
    match world.tables[table].refers(at) {
        Some(foreign) if foreign.table == 0 && !own => {
            // Who is named is told as whose a row is: '12 ' is nobody, also where SQLite takes it for a reference to 12.
            label(state[0].iter().find(|row| same_key(value, column.kind, &row[foreign.target[0]])))
        }
        _ if !own && names_people(world, table, at) => {
            label(state[0].iter().find(|row| same_key(value, column.kind, &row[KEY])))
        }
        _ => match (world.unit(table, at), value) {
            (Some((unit, _)), Value::Int(number)) => moment(*number, unit),
            _ => plain(value, column.kind),
        },
    }
}

/// ISO 8601 in UTC; 0 is never, and a year that has not four digits leaves the number as it is.
fn moment(number: i64, unit: Unit) -> Json {
    let (seconds, rest) = (number.div_euclid(unit.in_a_second()), number.rem_euclid(unit.in_a_second()));
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    match date(day) {
        _ if number == 0 => Json::Null,
        None => plain(&Value::Int(number), Kind::Integer),
        Some((year, month, day)) => {
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            let fraction = if unit == Unit::Milliseconds { format!(".{rest:03}") } else { String::new() };
            let fraction = if rest == 0 { "" } else { fraction.trim_end_matches('0') };
            json!(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"))
        }
    }
}

/// The day so many days after the first of 1970, in the years 1 to 9999; counted.
fn date(days: i64) -> Option<(i64, i64, i64)> {
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let from_the_first = days.checked_add(719_162).filter(|days| (0..3_652_059).contains(days))?;
    let (mut year, mut left) = (1, from_the_first);
    while left >= 365 + i64::from(is_leap(year)) {
        left -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + i64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    Some((year, month, left + 1))
}

/// Whether any entry says that this column holds people's keys, whatever the schema declares.
fn names_people(world: &World, table: usize, at: usize) -> bool {
    let names = |entry: &Entry| {
        entry.table == table
            && entry.paths().any(|path| path.own() == Some(at))
            && entry.names == Names::Key
            && entry.condition.is_none()
            && entry.looks.is_none()
    };
    (table, at) != (0, KEY) && world.entries().any(names)
}

fn plain(value: &Value, kind: Kind) -> Json {
    match (value, kind) {
        (Value::Int(0), Kind::Boolean) => json!(false),
        (Value::Int(1), Kind::Boolean) => json!(true),
        (Value::Int(value), _) if value.unsigned_abs() > 9_007_199_254_740_991 => json!(value.to_string()),
        (value, _) => value.json(),
    }
}
