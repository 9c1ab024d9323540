//! By which columns rows are found that stay, and it is known that they do.

use std::collections::BTreeSet;

use super::super::condition::Cond;
use super::super::policy::{Duty, Entry, KEY, Moment, Names, Path, Piece, Relation, Way, World};
use super::decide::Which;
use super::kept::Why;
use super::several::owns;

/// Columns, each with its table.
pub type Columns = BTreeSet<Which>;

/// The years of people count, and so does whose it is.
pub fn counts_people(duty: &Duty) -> bool {
    !duty.roles.is_empty() || duty.after.iter().any(|moment| matches!(moment, Moment::Subject(_)))
}

/// The identifiers by which an entry names people.
pub fn identifiers(names: &Names) -> Vec<usize> {
    match names {
        Names::Key => Vec::new(),
        Names::Identifier(at) => vec![*at],
        Names::Template(pieces) => {
            let one = |piece: &Piece| if let Piece::Identifier(at) = piece { Some(*at) } else { None };
            pieces.iter().filter_map(one).collect()
        }
    }
}

fn along(world: &World, table: usize, path: &Path) -> Columns {
    let mut found = Columns::new();
    let mut at = table;
    for step in &path.steps {
        let (child, foreign) = match step.way {
            Way::Up { foreign } => (at, foreign),
            Way::Down { table, foreign } => (table, foreign),
        };
        let of = &world.tables[child].foreign[foreign];
        found.extend(of.columns.iter().map(|column| (child, *column)));
        found.extend(of.target.iter().map(|column| (of.table, *column)));
        found.extend(of.when.iter().flat_map(Cond::columns).map(|column| (child, column)));
        at = world.entered(at, step);
        found.extend(step.filter.iter().flat_map(Cond::columns).map(|column| (at, column)));
    }
    found.insert((at, path.last));
    found
}

/// From a row to its people.
fn way(world: &World, entry: &Entry, path: &Path) -> Columns {
    let mut found = along(world, entry.table, path);
    for at in identifiers(&entry.names) {
        found.insert((0, KEY));
        found.extend(along(world, 0, &world.identifiers[at].path));
    }
    found
}

/// By which the condition of an entry decides.
pub fn looked(world: &World, entry: &Entry) -> Columns {
    let Some(look) = &entry.looks else { return Columns::new() };
    let there = world.end(entry.table, &look.path);
    let mut found = along(world, entry.table, &look.path);
    found.extend(look.when.columns().into_iter().map(|column| (there, column)));
    found
}

/// By which it is known that rows of an entry stay.
fn known(world: &World, entry: &Entry, why: Why) -> Columns {
    let mut found: Columns =
        entry.condition.iter().flat_map(Cond::columns).map(|column| (entry.table, column)).collect();
    let Why::Duty(at) = why else { return found };
    let duty = &world.duties[at];
    for moment in &duty.after {
        let clock = |table: usize, number: usize| (table, world.tables[table].timers[number].column);
        match moment {
            Moment::Row(number) => {
                found.insert(clock(entry.table, *number));
            }
            Moment::Subject(number) => found.extend([clock(0, *number), (0, KEY)]),
            Moment::Place(_) => {}
        }
    }
    if counts_people(duty) {
        found.extend(ways(world, entry).flat_map(|(by, path)| way(world, by, path)));
    }
    found
}

/// Its own ways, and those of all who own its rows with others.
fn ways<'w>(world: &'w World, entry: &'w Entry) -> impl Iterator<Item = (&'w Entry, &'w Path)> {
    let others = world.entries().filter(|other| entry.while_owned.is_some() && owns(entry, other));
    let others = others.filter(|other| !std::ptr::eq(*other, entry));
    std::iter::once(entry).chain(others).flat_map(|one| one.paths().map(move |path| (one, path)))
}

/// Of rows of an entry that stay, over one of those ways.
pub fn of_way(world: &World, entry: &Entry, (by, path): (&Entry, &Path), why: Why) -> Columns {
    way(world, by, path).into_iter().chain(known(world, entry, why)).collect()
}

/// Of all rows that may stay.
pub fn all(world: &World) -> Columns {
    let duties = world.duties.iter().enumerate().map(|(at, duty)| (Why::Duty(at), &duty.items));
    let holds = world.holds.iter().enumerate().map(|(at, hold)| (Why::Hold(at), &hold.items));
    let of_entry = |why: Why, entry: &Entry| {
        let own = entry.paths().flat_map(|path| way(world, entry, path));
        own.chain(known(world, entry, why)).chain(looked(world, entry)).collect::<Vec<_>>()
    };
    let of_why = |(why, items): (Why, &Vec<usize>)| {
        let entries = items.iter().flat_map(|item| &world.items[*item].entries);
        let entries = entries.filter(|entry| entry.relation != Relation::Access);
        entries.flat_map(|entry| of_entry(why, entry)).collect::<Vec<_>>()
    };
    duties.chain(holds).flat_map(of_why).collect()
}
