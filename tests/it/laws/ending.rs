//! Rules that end rows, run until nothing is left to do.

use super::oracle::{self, Circles, State};
use super::policy::World;
use super::site::{look, seen};
use super::trial::{Verdict, compare, is_too_large, sorted};
use crate::engine::Database;

/// So many calls are enough for a few rows.
const CALLS: usize = 30;

/// Says whether anything ended.
pub fn run(world: &World, scripts: &[String], database: &Database, before: &State) -> Result<bool, String> {
    let mut now = before.clone();
    let mut has_ended = false;
    for (rule, script) in scripts.iter().enumerate() {
        let Some(next) = run_one(world, (rule, script), database, &now)? else { return Ok(has_ended) };
        has_ended |= next != now;
        now = next;
    }
    Ok(has_ended)
}

/// What the rule has made of the rows is what is written: where something is in its way, it passes over some of them, and
/// takes no others. What is there afterwards, where that is known.
fn run_one(
    world: &World,
    (rule, script): (usize, &str),
    database: &Database,
    before: &State,
) -> Result<Option<State>, String> {
    let (expected, is_blocked) = oracle::expire(world, before, rule, Circles::AllTheWay);
    let expected = sorted(expected);
    let mut now = before.clone();
    for call in 0.. {
        let ran = database.run(&format!("{script}\n{}", look(world)));
        if !ran.ok {
            return if is_blocked || is_too_large(world, &ran) {
                Ok(None)
            } else {
                Err(format!("a rule: should have been done, but: {}", ran.stderr))
            };
        }
        let next = seen(world, &ran.stdout).state;
        if next == now {
            break;
        }
        if call > CALLS {
            return Err("a rule: the calls do not come to an end".to_owned());
        }
        now = next;
    }
    if !is_blocked {
        compare("a rule", world, &expected, &now)?;
        return Ok(Some(now));
    }
    // What stays in a circle alone may be overlooked.
    let (once, _) = oracle::expire(world, before, rule, Circles::Once);
    only_of_those(world, before, &[expected, once], &now).map(|()| None)
}

/// What is gone or changed is what should be.
fn only_of_those(world: &World, before: &State, expected: &[State], now: &State) -> Verdict {
    for (at, table) in world.tables.iter().enumerate() {
        let lost =
            before[at].iter().find(|row| expected.iter().all(|one| one[at].contains(row)) && !now[at].contains(row));
        if let Some(row) = lost {
            return Err(format!("a rule: table {}: expected and not there: {row:?}", table.name));
        }
    }
    Ok(())
}
