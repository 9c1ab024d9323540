//! A case that fails is made smaller while it still fails, and written as a project.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::places::Places;
use super::policy::{Duty, Entry, Moment, Part, World};

/// One thing less; `None` where there is no such thing.
type Smaller = fn(&World, usize) -> Option<World>;

const WAYS: &[Smaller] = &[
    without_export,
    without_purge_type,
    without_item,
    without_entry,
    without_rows,
    without_row,
    without_request,
    without_table,
    without_part,
    without_duty,
    without_hold,
    without_held,
    without_kept_item,
    without_meanwhile,
    without_clock_of_several,
    without_within,
    without_role,
    without_rule,
    without_places,
    without_outcome,
    without_condition,
    without_look,
    without_filter,
    without_foreign,
    without_column,
    unstuck,
    without_identifier,
    without_clock,
    without_nobody,
    without_status,
    with_plain_table,
    with_plain_column,
];

/// The smallest that still fails, as far as the time goes.
pub fn shrink(world: World, fails: impl Fn(&World) -> Option<String>, time: Duration) -> World {
    let began = Instant::now();
    let mut smallest = world;
    loop {
        let mut shrunk = false;
        for way in WAYS {
            let mut at = 0;
            while let Some(tried) = way(&smallest, at) {
                if began.elapsed() > time {
                    return smallest;
                }
                if fails(&tried).is_some() {
                    smallest = tried;
                    shrunk = true;
                } else {
                    at += 1;
                }
            }
        }
        if !shrunk {
            return smallest;
        }
    }
}

/// The same with a change, or `None` where there is nothing at this place.
fn with(world: &World, change: impl FnOnce(&mut World) -> Option<()>) -> Option<World> {
    let mut tried = world.clone();
    change(&mut tried).map(|()| tried)
}

fn take<T>(from: &mut Vec<T>, at: usize) -> Option<()> {
    (at < from.len()).then(|| drop(from.remove(at)))
}

/// The `at`th of all these, whatever they stand in.
fn nth<T>(mut all: impl Iterator<Item = T>, at: usize) -> Option<T> {
    all.nth(at)
}

fn entries(world: &mut World) -> impl Iterator<Item = &mut Entry> {
    world.items.iter_mut().flat_map(|item| &mut item.entries)
}

fn without_export(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        if at == 0 {
            take(&mut world.export_items, 0).map(|()| world.export_items.clear())
        } else {
            take(&mut world.export_items, at - 1)
        }
    })
}

fn without_purge_type(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        take(&mut world.purge_types, at)?;
        world.requests.retain(|(purge_type, _)| *purge_type != at);
        for (purge_type, _) in &mut world.requests {
            *purge_type -= usize::from(*purge_type > at);
        }
        Some(())
    })
}

fn without_item(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let item = nth(world.items.iter_mut().filter(|item| !item.entries.is_empty()), at)?;
        item.entries.clear();
        Some(())
    })
}

fn without_entry(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        for item in &mut world.items {
            if left < item.entries.len() {
                return take(&mut item.entries, left);
            }
            left -= item.entries.len();
        }
        None
    })
}

fn without_rows(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        nth(world.rows.iter_mut().filter(|rows| !rows.is_empty()), at)?.clear();
        Some(())
    })
}

fn without_row(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        for rows in &mut world.rows {
            if left < rows.len() {
                return take(rows, left);
            }
            left -= rows.len();
        }
        None
    })
}

fn without_request(world: &World, at: usize) -> Option<World> {
    with(world, |world| take(&mut world.requests, at))
}

fn without_duty(world: &World, at: usize) -> Option<World> {
    with(world, |world| take(&mut world.duties, at))
}

/// The last only, since the others are known by their places.
fn without_hold(world: &World, at: usize) -> Option<World> {
    with(world, |world| if at == 0 { world.holds.pop().map(drop) } else { None })
}

fn without_held(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        for hold in &mut world.holds {
            if left < hold.people.len() {
                return take(&mut hold.people, left);
            }
            left -= hold.people.len();
        }
        None
    })
}

fn without_kept_item(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        let duties = world.duties.iter_mut().map(|duty| &mut duty.items);
        for items in duties.chain(world.holds.iter_mut().map(|hold| &mut hold.items)) {
            if left < items.len() {
                return take(items, left);
            }
            left -= items.len();
        }
        None
    })
}

fn without_meanwhile(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        nth(world.duties.iter_mut().filter(|duty| !duty.meanwhile.is_empty()), at)?.meanwhile.clear();
        Some(())
    })
}

fn without_clock_of_several(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let duty = nth(world.duties.iter_mut().filter(|duty| duty.after.len() > 1), at)?;
        duty.after.pop().map(drop)
    })
}

fn without_within(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let types = world.purge_types.iter_mut().map(|one| &mut one.within);
        let duties = world.duties.iter_mut().map(|one| &mut one.within);
        *nth(types.chain(duties).filter(|within| within.is_some()), at)? = None;
        Some(())
    })
}

fn without_role(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        for rule in world.duties.iter_mut().chain(&mut world.ending) {
            if left < rule.roles.len() {
                return take(&mut rule.roles, left);
            }
            left -= rule.roles.len();
        }
        None
    })
}

fn without_rule(world: &World, at: usize) -> Option<World> {
    with(world, |world| take(&mut world.ending, at))
}

/// Where nothing is said of them any more.
fn without_places(world: &World, at: usize) -> Option<World> {
    let of_place = |moment: &Moment| matches!(moment, Moment::Place(_));
    let is_about = |rule: &Duty| rule.within.is_some() || !rule.roles.is_empty() || rule.after.iter().any(of_place);
    let is_spoken_of = world.duties.iter().chain(&world.ending).any(is_about)
        || world.purge_types.iter().any(|one| one.within.is_some());
    with(world, |world| if at == 0 && !is_spoken_of { world.places.take().map(drop) } else { None })
}

fn without_table(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let places = world.places.as_ref().map(Places::tables);
        let is_free = |at: &usize| !world.tables[*at].dropped && !places.iter().flatten().any(|one| one == at);
        let table = nth((1..world.tables.len()).filter(is_free), at)?;
        world.tables[table].dropped = true;
        for other in &mut world.tables {
            for foreign in other.foreign.iter_mut().filter(|foreign| foreign.table == table) {
                // Its place is kept, as what it would have to be by hand.
                foreign.declared = true;
                foreign.columns = Vec::new();
            }
        }
        Some(())
    })
}

/// Parts of parts too, each by itself.
fn parts<'p>(of: &'p mut Vec<Part>, at: &mut usize) -> Option<(&'p mut Vec<Part>, usize)> {
    if *at < of.len() {
        let found = *at;
        return Some((of, found));
    }
    *at -= of.len();
    of.iter_mut().find_map(|part| parts(&mut part.parts, at))
}

fn without_part(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        let (of, at) = entries(world).find_map(|entry| parts(&mut entry.parts, &mut left))?;
        take(of, at)
    })
}

fn without_outcome(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let mut left = at;
        let outcomes = entries(world).map(|entry| &mut entry.purge).find(|outcomes| {
            let here = left + 1 < outcomes.len();
            left -= if here { 0 } else { outcomes.len().saturating_sub(1) };
            here
        })?;
        take(outcomes, left)
    })
}

fn without_look(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let entries = world.items.iter_mut().flat_map(|item| &mut item.entries).map(|entry| &mut entry.looks);
        nth(entries.filter(|looks| looks.is_some()), at)?.take().map(drop)
    })
}

fn without_condition(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let protected = std::iter::once(&mut world.protected);
        let entries = world.items.iter_mut().flat_map(|item| &mut item.entries).flat_map(|entry| {
            let parts = entry.parts.iter_mut().map(|part| &mut part.condition);
            std::iter::once(&mut entry.condition).chain(parts)
        });
        nth(protected.chain(entries).filter(|condition| condition.is_some()), at)?.take().map(drop)
    })
}

fn without_filter(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let steps = entries(world).flat_map(|entry| &mut entry.path.steps);
        nth(steps.filter(|step| step.filter.is_some()), at)?.filter.take().map(drop)
    })
}

fn without_foreign(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let all = world.tables.iter_mut().flat_map(|table| &mut table.foreign);
        nth(all.filter(|foreign| !foreign.columns.is_empty()), at)?.columns.clear();
        Some(())
    })
}

fn without_column(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let places = world.places.clone();
        let all = world.tables.iter_mut().enumerate().flat_map(|(number, table)| {
            let key = table.key.clone();
            let columns = table.columns.iter_mut().enumerate();
            let fixed = places.as_ref().is_some_and(|places| places.tables().contains(&number));
            let spot = places.as_ref().and_then(|places| places.of.get(&number)).map(|(column, _)| *column);
            let is_free = move |at: usize| !(fixed || spot == Some(at) || key.contains(&at) || number == 0 && at < 2);
            columns.filter(move |(at, _)| is_free(*at)).map(|(_, column)| column)
        });
        nth(all.filter(|column| !column.dropped), at)?.dropped = true;
        forget_columns(world);
        Some(())
    })
}

/// What only lists columns does without those that are gone; what is about them fails to compile, and is no case.
fn forget_columns(world: &mut World) {
    fn of_parts(parts: &mut Vec<Part>, gone: &impl Fn(usize, usize) -> bool) {
        for part in parts {
            part.export.retain(|at| !gone(part.table, *at));
            of_parts(&mut part.parts, gone);
        }
    }
    let tables = world.tables.clone();
    let gone = |table: usize, at: usize| tables[table].columns[at].dropped;
    for entry in entries(world) {
        entry.export.retain(|at| !gone(entry.table, *at));
        for outcome in &mut entry.purge {
            match &mut outcome.action {
                super::policy::Action::Overwrite(set) | super::policy::Action::Reassign(set) => {
                    set.retain(|(at, _)| !gone(entry.table, *at));
                }
                super::policy::Action::Empty(columns) => columns.retain(|at| !gone(entry.table, *at)),
                _ => {}
            }
        }
        of_parts(&mut entry.parts, &gone);
    }
    for (number, table) in world.tables.iter_mut().enumerate() {
        for foreign in table.foreign.iter_mut().filter(|foreign| foreign.columns.iter().any(|at| gone(number, *at))) {
            foreign.columns.clear();
        }
    }
}

fn without_identifier(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        // The last only, since the others are known by their places.
        if at == 0 { world.identifiers.pop().map(drop) } else { None }
    })
}

fn unstuck(world: &World, at: usize) -> Option<World> {
    with(world, |world| if at == 0 { world.stuck.take().map(drop) } else { None })
}

fn without_clock(world: &World, at: usize) -> Option<World> {
    with(
        world,
        |world| {
            if at == world.clocks.len() { world.convention.take().map(drop) } else { take(&mut world.clocks, at) }
        },
    )
}

fn without_nobody(world: &World, at: usize) -> Option<World> {
    with(world, |world| take(&mut world.nobody, at))
}

fn without_status(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let last = world.statuses.len() - 1;
        let is_used = world.purge_types.iter().any(|one| one.status == last)
            || world.items.iter().any(|item| item.only.contains(&last));
        if at == 0 && last > 1 && !is_used { world.statuses.pop().map(drop) } else { None }
    })
}

fn with_plain_table(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        nth(world.tables.iter_mut().filter(|table| !table.suffix.is_empty()), at)?.suffix = "";
        Some(())
    })
}

fn with_plain_column(world: &World, at: usize) -> Option<World> {
    with(world, |world| {
        let all = world.tables.iter_mut().flat_map(|table| &mut table.columns);
        nth(all.filter(|column| column.collate != super::table::Collate::Binary), at)?.collate =
            super::table::Collate::Binary;
        Some(())
    })
}

/// As `tests/compile` keeps its cases: a project, its rows with what is asked for, and what was found.
pub fn write(world: &World, what: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("laws").join(format!("case-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut requests = String::new();
    for (purge_type, subject) in &world.requests {
        let _ = writeln!(
            requests,
            "insert into probate_request (kind, type, subject, state) values ('purge', 'p{purge_type}', {}, 'approved') on conflict do nothing;",
            subject.sql()
        );
    }
    let files = [
        ("site.yaml", world.yaml()),
        ("schema.sql", world.ddl()),
        ("rows.sql", world.inserts() + &world.sticking() + &world.placed() + &requests),
        ("found.txt", what.to_owned()),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    folder
}
