//! A rule that ends rows, run until nothing is left to do.

use super::oracle::{self, State};
use super::policy::World;
use super::site::{look, seen};
use super::trial::{Verdict, compare, is_too_large, sorted};
use crate::engine::Database;

/// So many calls are enough for a few rows.
const CALLS: usize = 30;

/// What the rule has made of the rows is what is written: where something is in its way, it passes over some of them, and
/// takes no others. Says whether anything ended.
pub fn run(world: &World, script: &str, database: &Database, before: &State) -> Result<bool, String> {
    let Some(rule) = &world.ending else { return Ok(false) };
    let (expected, is_blocked) = oracle::expire(world, before, rule);
    let expected = sorted(expected);
    let mut now = before.clone();
    for call in 0.. {
        let ran = database.run(&format!("{script}\n{}", look(world)));
        if !ran.ok {
            return if is_blocked || is_too_large(world, &ran) {
                Ok(false)
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
        return Ok(now != *before);
    }
    only_of_those(world, before, &expected, &now).map(|()| false)
}

/// What is gone or changed is what should be.
fn only_of_those(world: &World, before: &State, expected: &State, now: &State) -> Verdict {
    for (at, table) in world.tables.iter().enumerate() {
        let lost = before[at].iter().find(|row| expected[at].contains(row) && !now[at].contains(row));
        if let Some(row) = lost {
            return Err(format!("a rule: table {}: expected and not there: {row:?}", table.name));
        }
    }
    Ok(())
}
