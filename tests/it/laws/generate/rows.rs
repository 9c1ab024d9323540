//! Rows: near-twins of each other, and of the values by which people are known.

use super::super::policy::{KEY, LABEL, World};
use super::super::random::Chance;
use super::super::table::{Collate, Column, Kind, Value};
use super::{NUMBERS, TEXTS, literal, text};

/// The keys of a table by the number of the row; of two columns, the first is the same in two rows.
fn key(world: &World, turns: &[usize], (table, row, column): (usize, usize, usize)) -> Value {
    let kind = world.tables[table].columns[column].kind;
    let is_half = matches!(world.tables[table].key.as_slice(), [first, _] if *first == column);
    let at = if is_half { row / 2 } else { row } + turns[table];
    match kind {
        Kind::Text | Kind::Date | Kind::Timestamp => Value::text(TEXTS[at % TEXTS.len()]),
        Kind::Integer | Kind::Boolean => Value::Int(NUMBERS[at % NUMBERS.len()]),
    }
}

pub fn fill(chance: &mut Chance, world: &mut World) {
    let counts: Vec<usize> =
        (0..world.tables.len()).map(|at| if at == 0 { 3 + chance.below(4) } else { 2 + chance.below(4) }).collect();
    let turns: Vec<usize> = world.tables.iter().map(|_| chance.below(4)).collect();
    for number in 0..world.tables.len() {
        let mut filled = Vec::new();
        for at in 0..counts[number] {
            let columns = 0..world.tables[number].columns.len();
            filled.push(columns.map(|column| value(chance, world, (number, at, column), &counts, &turns)).collect());
        }
        world.rows.push(filled);
    }
    if world.placeholder.is_some() {
        former(world);
    }
}

/// One account is the placeholder.
fn former(world: &mut World) {
    let mut row = world.rows[0][0].clone();
    for (at, column) in world.tables[0].columns.iter().enumerate() {
        row[at] = match column.kind {
            Kind::Text | Kind::Date | Kind::Timestamp => Value::text("former"),
            Kind::Integer => Value::Int(77),
            Kind::Boolean => Value::Int(1),
        };
        if world.tables[0].refers(at).is_some() {
            row[at] = if column.not_null { world.rows[0][0][at].clone() } else { Value::Null };
        }
    }
    row[LABEL] = Value::text("former");
    world.rows[0].push(row);
}

/// Who is known by what: any of the values that identify people, and texts that contain them.
fn known(chance: &mut Chance, world: &World, column: &Column) -> Option<Value> {
    if column.names_people || column.unique || world.identifiers.is_empty() || column.kind == Kind::Boolean {
        return None;
    }
    let identifier = &world.identifiers[chance.below(world.identifiers.len())];
    let from = identifier.path.own()?;
    let rows = world.rows.first()?;
    let value = rows[chance.below(rows.len())][from].clone();
    match (value, column.kind) {
        (Value::Int(value), Kind::Integer) => Some(Value::Int(value)),
        (Value::Int(value), Kind::Text) => Some(Value::text(&value.to_string())),
        (Value::Text(text), Kind::Text) => Some(Value::Text(match chance.below(6) {
            0 => text.to_ascii_uppercase(),
            1 => format!("{text} "),
            2 => format!("u:{text}:x"),
            3 => format!("u:{text}"),
            _ => text,
        })),
        _ => None,
    }
}

fn value(
    chance: &mut Chance,
    world: &World,
    (number, at, column): (usize, usize, usize),
    counts: &[usize],
    turns: &[usize],
) -> Value {
    let table = &world.tables[number];
    let place = column;
    let in_key = table.key.contains(&column);
    let refers = table.refers(column).filter(|_| !(world.dangling && chance.in_100(10)));
    let column = &table.columns[column];
    let is_number = in_key && column.kind == Kind::Integer;
    if column.generated.is_some() || !(column.not_null || is_number) && chance.in_100(if in_key { 4 } else { 15 }) {
        return Value::Null;
    }
    if in_key || column.unique {
        return key(world, turns, (number, at, place));
    }
    if let Some(foreign) = refers {
        let other = chance.below(counts[foreign.table]);
        let target = &world.tables[foreign.table].columns[foreign.target[0]];
        return match key(world, turns, (foreign.table, other, foreign.target[0])) {
            Value::Text(text)
                if target.collate == Collate::NoCase && column.kind == Kind::Text && chance.in_100(30) =>
            {
                Value::Text(text.to_ascii_uppercase())
            }
            value => value,
        };
    }
    let by_two = table.links().filter(|foreign| foreign.columns.len() == 2);
    for foreign in by_two {
        if let Some(which) = foreign.columns.iter().position(|one| *one == place) {
            return key(world, turns, (foreign.table, at % counts[foreign.table], foreign.target[which]));
        }
    }
    if column.loose && column.names_people {
        let one = key(world, turns, (0, chance.below(counts[0] + 1), KEY));
        let is_typed = world.engine != crate::engine::Engine::Library;
        let is_strict = is_typed || table.suffix.contains("STRICT");
        return match (one, column.kind) {
            // What a careless comparison takes for the number.
            (Value::Int(value), Kind::Text) if chance.in_100(30) => {
                let twins = [format!("0{value}"), format!("{value} "), format!("{value}abc"), format!("{value}.0")];
                Value::Text(chance.pick(&twins).clone())
            }
            (Value::Int(value), Kind::Text) if is_strict => Value::text(&value.to_string()),
            (Value::Text(_), Kind::Integer) if is_strict => literal(chance, Kind::Integer),
            (one, _) if chance.in_100(70) => one,
            _ if is_strict => literal(chance, column.kind),
            _ => text(chance, TEXTS),
        };
    }
    if number > 0
        && chance.in_100(60)
        && let Some(value) = known(chance, world, column)
    {
        return value;
    }
    if world.settings.as_ref().is_some_and(|settings| settings.table == number)
        && column.kind == Kind::Text
        && chance.in_100(70)
    {
        return text(chance, &["sort_1", "sort_", "Sort_1", "xsort_1", "theme", "theme ", "the*me", "a.b\nc"]);
    }
    literal(chance, column.kind)
}
