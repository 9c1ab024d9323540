//! Columns of whole numbers that count from 1970, and values that are hard to print as times.

use super::super::clocks::{By, Clock, Convention, Unit};
use super::super::policy::World;
use super::super::random::Chance;
use super::super::table::{Kind, Value};

/// Never; the first second before and after 1970; a leap day; the end of 32 bits; where years have four digits, and
/// where they have not; as seconds and as milliseconds.
const MOMENTS: &[i64] = &[
    0,
    1,
    -1,
    -1_500,
    951_782_400,
    951_868_799_999,
    2_147_483_648,
    1_577_836_800_250,
    1_577_836_800_500,
    -62_135_596_800,
    -62_135_596_801,
    253_402_300_799,
    253_402_300_800,
    -62_135_596_800_000,
    -62_135_596_800_001,
    253_402_300_799_999,
    253_402_300_800_000,
];

fn unit(chance: &mut Chance) -> Unit {
    *chance.pick(&[Unit::Seconds, Unit::Milliseconds])
}

/// Last, so that all else is drawn as it would be without.
pub fn clocks(chance: &mut Chance, world: &mut World) {
    if chance.in_100(40) {
        convention(chance, world);
    }
    for table in 0..world.tables.len() {
        for column in 0..world.tables[table].columns.len() {
            if world.tables[table].columns[column].kind != Kind::Integer {
                continue;
            }
            if chance.in_100(25) {
                let by = *chance.pick(&[By::Entry, By::Entry, By::Site]);
                world.clocks.push(Clock { table, column, unit: unit(chance), by });
            }
            if world.unit(table, column).is_some() && is_plain(world, table, column) {
                fill(chance, world, table, column);
            }
        }
    }
}

/// Names that some tables have.
fn convention(chance: &mut Chance, world: &mut World) {
    let numbers = world.tables.iter().flat_map(|table| &table.columns).filter(|one| one.kind == Kind::Integer);
    let names: Vec<String> = numbers.map(|column| column.name.clone()).collect();
    let mut lists: Vec<Vec<String>> = Vec::new();
    for _ in 0..=chance.below(2) {
        let mut list = (0..=chance.below(2)).filter_map(|_| chance.maybe(&names).cloned()).collect::<Vec<_>>();
        list.dedup();
        if !list.is_empty() {
            lists.push(list);
        }
    }
    world.convention = Some(Convention { lists, unit: unit(chance) }).filter(|one| !one.lists.is_empty());
}

/// A column whose values matter to nothing else.
fn is_plain(world: &World, table: usize, column: usize) -> bool {
    let of = &world.tables[table];
    let is_identifier = table == 0 && world.identifiers.iter().any(|one| one.path.own() == Some(column));
    let one = &of.columns[column];
    !of.key.contains(&column) && !of.is_reference(column) && !one.unique && !one.loose && !is_identifier
}

fn fill(chance: &mut Chance, world: &mut World, table: usize, column: usize) {
    for row in &mut world.rows[table] {
        if chance.in_100(70) {
            row[column] = Value::Int(*chance.pick(MOMENTS));
        }
    }
}
