//! A rule ends rows: which, on the state at the moment.

use super::super::policy::{Action, Duty, Entry, Path, Relation, World};
use super::super::table::Value;
use super::carried::carried;
use super::decide::{Decided, Found, Which, act_on, outcome};
use super::find::{belongs, enter, is_meant};
use super::kept::{self, Circles};
use super::places::lies;
use super::{KEY, Row, State, is_free, is_in, is_person};

/// Rows of the rule that ends some whose time is over, whoever owns them: "the age of a row ends it for everybody".
/// "A smaller place beats a larger": what lies in a place of a rule before is left to that.
pub fn end<'w>(world: &'w World, state: &'w State, rule: usize, circles: Circles) -> Decided<'w> {
    let (before, rule) = (&world.ending[..rule], &world.ending[rule]);
    let is_about = |of: &Duty, table: usize, row: &Row| {
        of.within.as_ref().is_none_or(|within| lies(world, state, table, row, within))
    };
    // What stays anyway waits for nothing, and loses what a duty does not need.
    let kept = kept::kept(world, state, circles);
    let is_kept = |which: (usize, usize)| kept.whole.contains_key(&which);
    let entries = rule.items.iter().flat_map(|item| world.items[*item].entries.iter().map(move |entry| (*item, entry)));
    let found: Vec<Found<'w>> = entries
        .flat_map(|(item, entry)| (0..state[entry.table].len()).map(move |at| (item, entry, at)))
        .filter(|(item, entry, at)| {
            let row = &state[entry.table][*at];
            is_meant(world, state, entry, row)
                && is_about(rule, entry.table, row)
                && !before.iter().any(|other| is_about(other, entry.table, row))
                && kept::is_over(world, state, rule, entry, row)
                && may_end(world, state, (*item, entry), row)
                && (is_kept((entry.table, *at)) || !(goes(entry, row) && is_on_a_way(world, state, entry, row)))
                && !is_done(entry, row)
        })
        .collect();
    act_on(world, state, &found, |_, _| false, circles)
}

fn goes(entry: &Entry, row: &Row) -> bool {
    matches!(outcome(&entry.purge, row), Some(Action::Delete))
}

/// "Rows that go wait while others are found over them", or over what goes with them, or name somebody by what they bear:
/// others that an entry means and that do not go with them.
fn is_on_a_way(world: &World, state: &State, entry: &Entry, row: &Row) -> bool {
    let at = state[entry.table].iter().position(|one| one == row).expect("a row of the table");
    let mut goes_along = kept::below(world, state, (entry.table, at));
    let like_it: Vec<Which> = goes_along.iter().copied().filter(|(table, _)| *table == entry.table).collect();
    for which in like_it.into_iter().chain([(entry.table, at)]) {
        goes_along.extend(carried(world, state, which, &entry.carries));
    }
    let along = goes_along.iter().map(|(table, at)| (*table, &state[*table][*at]));
    let going: Vec<(usize, &Row)> = along.chain([(entry.table, row)]).collect();
    let mut others = world.entries().filter(|one| one.relation != Relation::Access);
    others.any(|one| {
        let passes = |from: &Row, path: &Path| {
            let (mut at, mut rows) = (one.table, vec![from]);
            path.steps.iter().any(|step| {
                rows = enter(world, state, at, &rows, step);
                at = world.entered(at, step);
                going.iter().any(|(table, going)| at == *table && rows.contains(going))
            })
        };
        let is_other =
            |number: &usize| (one.table, *number) != (entry.table, at) && !goes_along.contains(&(one.table, *number));
        let from = state[one.table]
            .iter()
            .enumerate()
            .filter(|(number, from)| is_other(number) && is_meant(world, state, one, from));
        from.into_iter().any(|(_, from)| {
            one.paths().any(|path| passes(from, path))
                || kept::bearing(world, state, one, from).contains(&(entry.table, at))
        })
    })
}

/// With a row that is as it should be there is nothing to do, and no duty keeps anything of it.
fn is_done(entry: &Entry, row: &Row) -> bool {
    let is_so = |set: &[(usize, Value)]| set.iter().all(|(column, value)| row[*column] == *value);
    entry.parts.is_empty() && matches!(outcome(&entry.purge, row), Some(Action::Overwrite(set)) if is_so(set))
}

/// Of the people's own rows those of whom "accounts of the system, never purged" is not said; and with `only`, "the
/// statuses in which it may be purged", rows of somebody who is in one.
fn may_end(world: &World, state: &State, (item, entry): (usize, &Entry), row: &Row) -> bool {
    let only = &world.items[item].only;
    let in_one =
        |person: &Row| is_person(world, &person[KEY]) && only.iter().any(|status| is_in(world, *status, person));
    let theirs = |person: &&Row| belongs(world, state, entry, row, &person[KEY]);
    (entry.table != 0 || is_person(world, &row[KEY]) && is_free(world, row))
        && (only.is_empty() || state[0].iter().filter(theirs).any(in_one))
}
