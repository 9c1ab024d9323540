//! A random case: tables, rows, a policy, and what is asked for.

mod agree;
mod clocks;
mod conditions;
mod entries;
mod keeping;
mod people;
mod places;
mod rows;
mod several;
mod tables;

use super::policy::{Action, Entry, Item, KEY, Look, Part, Path, PurgeType, Step, Way, World};
use super::random::Chance;
use super::table::{Kind, Value};
use crate::engine::Engine;

const TEXTS: &[&str] = &["bob", "Bob", "bob ", "bób", "5", "5abc", "05", "", "nobody", "BOB", "x", "it's", "a\\b"];
const NUMBERS: &[i64] = &[1, 2, 11, 12, 3, 5, 0, 9_007_199_254_740_993];

fn text(chance: &mut Chance, from: &[&str]) -> Value {
    Value::text(from[chance.below(from.len())])
}

fn literal(chance: &mut Chance, kind: Kind) -> Value {
    match kind {
        Kind::Integer => Value::Int(*chance.pick(NUMBERS)),
        Kind::Boolean => Value::Int(i64::from(chance.in_100(50))),
        Kind::Text | Kind::Date | Kind::Timestamp => text(chance, TEXTS),
    }
}

pub fn world(chance: &mut Chance, engine: Engine) -> World {
    let tables = tables::tables(chance);
    let mut world = World {
        engine,
        tables,
        statuses: Vec::new(),
        nobody: Vec::new(),
        protected: None,
        identifiers: Vec::new(),
        placeholder: None,
        settings: None,
        shared: None,
        items: Vec::new(),
        purge_types: Vec::new(),
        export_items: Vec::new(),
        duties: Vec::new(),
        holds: Vec::new(),
        ending: Vec::new(),
        places: None,
        now: keeping::now(chance),
        later: 0,
        rows: Vec::new(),
        clocks: Vec::new(),
        convention: None,
        dangling: chance.in_100(20) && engine == Engine::Library,
        stuck: None,
        requests: Vec::new(),
    };
    people::people(chance, &mut world);
    if engine != Engine::Library {
        tables::make_typed(&mut world.tables);
    }
    rows::fill(chance, &mut world);
    people::statuses(chance, &mut world);
    let sides = several::sides(chance, &mut world);
    let entries = entries::entries(chance, &world, sides);
    let mut items: Vec<Item> = Vec::new();
    for entry in entries {
        match items.last_mut() {
            Some(last) if chance.in_100(40) && can_share(&entry) && can_share(&last.entries[0]) => {
                last.entries.push(entry);
            }
            _ => items.push(Item { entries: vec![entry], only: Vec::new() }),
        }
    }
    world.items = items;
    for at in 0..world.items.len() {
        if chance.in_100(8) {
            world.items[at].only = (0..world.statuses.len()).filter(|_| chance.in_100(60)).collect();
        }
    }
    // SQLite counts references to nothing: one that is made where another is mended goes unseen.
    world.dangling &= !makes_references(&world);
    types(chance, &mut world);
    ask(chance, &mut world);
    // No trigger of MariaDB can keep a row.
    if chance.in_100(6) && engine != Engine::Mariadb {
        world.stuck = Some(chance.below(world.tables.len()));
    }
    clocks::clocks(chance, &mut world);
    places::places(chance, &mut world);
    keeping::keep(chance, &mut world);
    world.later = keeping::later(chance, &world);
    world.ending = keeping::ending(chance, &mut world);
    looks(chance, &mut world);
    world
}

/// Conditions of other rows. Last, so that a case is otherwise what it was before there were any.
fn looks(chance: &mut Chance, world: &mut World) {
    for (item, at) in (0..world.items.len())
        .flat_map(|item| (0..world.items[item].entries.len()).map(move |at| (item, at)))
        .collect::<Vec<_>>()
    {
        let (tables, entry) = (&world.tables, &world.items[item].entries[at]);
        let is_plain = |number: &usize| {
            let foreign = &tables[entry.table].foreign[*number];
            foreign.when.is_none() && foreign.columns.len() == 1 && tables[foreign.table].key == foreign.target
        };
        let all: Vec<usize> = (0..tables[entry.table].foreign.len()).filter(is_plain).collect();
        // What has parts says so for all rows that it is about.
        let may = can_share(entry) && entry.table != 0 && entry.parts.is_empty() && chance.in_100(6);
        let Some(foreign) = chance.maybe(&all).copied().filter(|_| may) else { continue };
        let path = Path {
            steps: vec![Step { way: Way::Up { foreign }, filter: None }],
            last: tables[entry.table].foreign[foreign].target[0],
        };
        let of = world.end(entry.table, &path);
        let when = conditions::condition(chance, &tables[of], &world.rows[of]);
        // A type that writes what decides is refused; a rule may.
        let is_written = world.purge_types.iter().filter(|one| one.items.contains(&item)).any(|one| {
            let entries =
                one.items.iter().flat_map(|item| &world.items[*item].entries).filter(|entry| entry.table == of);
            entries.flat_map(Entry::actions).any(|action| action.changes() && *action != Action::Delete)
        });
        if !is_written {
            world.items[item].entries[at].looks = Some(Look { path, when });
        }
    }
}

fn in_parts(parts: &[Part], points: &impl Fn(usize, &Action) -> bool) -> bool {
    let one = |part: &Part| part.purge.as_ref().is_some_and(|action| points(part.table, action));
    parts.iter().any(|part| one(part) || in_parts(&part.parts, points))
}

/// Whether a purge may write a reference to what may not be there.
fn makes_references(world: &World) -> bool {
    let points = |table: usize, action: &Action| match action {
        Action::Overwrite(set) | Action::Reassign(set) => {
            set.iter().any(|(at, value)| *value != Value::Null && world.tables[table].is_reference(*at))
        }
        Action::Detach => true,
        Action::Keep | Action::Delete | Action::Empty(_) => false,
    };
    let one =
        |entry: &Entry| entry.actions().any(|action| points(entry.table, action)) || in_parts(&entry.parts, &points);
    world.entries().any(one)
}

/// An item of its own is what settings and sides are.
fn can_share(entry: &Entry) -> bool {
    entry.settings.is_none() && entry.side().is_none()
}

fn types(chance: &mut Chance, world: &mut World) {
    let all: Vec<usize> = (0..world.items.len()).collect();
    for second in [false, true] {
        if second && !chance.in_100(40) {
            break;
        }
        let status = chance.below(world.statuses.len());
        let allowed = |at: &usize| world.items[*at].only.is_empty() || world.items[*at].only.contains(&status);
        let allowed: Vec<usize> = all.iter().copied().filter(allowed).collect();
        let by_pattern = chance.in_100(50) && !second;
        let items = allowed.into_iter().filter(|_| !second || chance.in_100(75)).collect();
        world.purge_types.push(PurgeType { status, items, by_pattern, within: None });
    }
    let does = |one: &PurgeType| one.items.iter().any(|at| world.items[*at].entries.iter().any(Entry::changes));
    let (types, _): (Vec<_>, Vec<_>) = world.purge_types.clone().into_iter().partition(does);
    world.purge_types = types;
    let shows = |at: &usize| world.items[*at].entries.iter().any(|entry| !entry.export.is_empty());
    world.export_items = if all.iter().any(shows) { all } else { Vec::new() };
}

fn ask(chance: &mut Chance, world: &mut World) {
    for purge_type in 0..world.purge_types.len() {
        let keys: Vec<Value> = world.rows[0].iter().map(|row| row[KEY].clone()).collect();
        for key in keys {
            if key != Value::Null && !chance.in_100(25) {
                world.requests.push((purge_type, key));
            }
        }
        let missing = literal(chance, world.tables[0].columns[KEY].kind);
        world.requests.push((purge_type, missing));
    }
    world.requests.dedup();
}
