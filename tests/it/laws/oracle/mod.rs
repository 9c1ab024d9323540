//! What must happen, by the written semantics and by nothing else: a slow interpreter over rows in memory.

mod apply;
mod carried;
mod decide;
mod decisive;
mod end;
mod export;
mod find;
mod glob;
mod kept;
mod places;
mod several;

pub use apply::{After, Outcome, expire, purge};
pub use decide::Held;
pub use export::export;
pub use find::Known;
pub use kept::{Circles, needs_others};
pub use several::Ledger;

use super::policy::{KEY, World};
use super::table::Value;

pub type Row = Vec<Value>;

/// All rows, table by table.
pub type State = Vec<Vec<Row>>;

/// Whose key it is: not missing, not empty, not nobody's.
pub fn is_person(world: &World, key: &Value) -> bool {
    // A number and its text mean the same nobody.
    let is = |nobody: &Value| match (nobody, key) {
        (Value::Int(number), Value::Text(text)) | (Value::Text(text), Value::Int(number)) => {
            *text == number.to_string()
        }
        _ => nobody == key,
    };
    !matches!(key, Value::Null) && *key != Value::Text(String::new()) && !world.nobody.iter().any(is)
}

fn row_of<'s>(state: &'s State, subject: &Value) -> Option<&'s Row> {
    state[0].iter().find(|row| row[KEY] == *subject)
}

/// In the status, and free to be purged.
pub fn is_due(world: &World, state: &State, status: usize, subject: &Value) -> bool {
    let Some(row) = row_of(state, subject).filter(|_| is_person(world, subject)) else { return false };
    is_free(world, row) && is_in(world, status, row)
}

/// No account of the system, and not the one who takes over; unknown counts as protected.
fn is_free(world: &World, row: &Row) -> bool {
    world.protected.as_ref().is_none_or(|protected| protected.eval(row) == Some(false))
        && world.placeholder.as_ref().is_none_or(|former| former.eval(row) != Some(true))
}

/// Somebody for whom any condition is unknown is in no status.
fn is_in(world: &World, status: usize, row: &Row) -> bool {
    let conditions: Vec<Option<Option<bool>>> =
        world.statuses.iter().map(|(_, condition)| condition.as_ref().map(|when| when.eval(row))).collect();
    if conditions.contains(&Some(None)) {
        return false;
    }
    match conditions[status] {
        Some(is) => is == Some(true),
        None => conditions.iter().flatten().all(|is| *is == Some(false)),
    }
}

pub fn may_export(world: &World, state: &State, subject: &Value) -> bool {
    row_of(state, subject).is_some() && is_person(world, subject)
}

/// The key of the one who takes what is reassigned.
fn placeholder(world: &World, state: &State) -> Option<Value> {
    let former = world.placeholder.as_ref()?;
    let mut found = state[0].iter().filter(|row| former.eval(row) == Some(true));
    found.next().filter(|_| found.next().is_none()).map(|row| row[KEY].clone())
}
