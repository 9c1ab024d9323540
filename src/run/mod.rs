//! What an administrator does every day and a scheduler every night: requests, purges, reports.
//!
//! In: a [`Site`] (a compiled program) and a connection. Out: what was done or seen, as plain data that `cli` prints. Never
//! here: SQL text (`plan` makes the statements, `sql` prints them), reading files, deciding what a policy means.

mod apply;
mod drift;
mod export;
mod fault;
mod install;
mod live;
mod plan;
mod request;

pub use apply::{Applied, Counted, FailedRun, Limits, Progress, Stopped, TypeApplied, apply};
pub use drift::drift;
pub use export::{Exported, Exporting, NotWritten, Written, archive_name, export, remove as remove_export};
pub use fault::Fault;
pub use install::{install, ready};
pub use live::{LiveSchema, Orphaned, OrphansCounted, live_schema, of_its_kind, orphans};
pub use plan::{Against, Planned, Planning, StepPlanned, TypePlanned, plan};
pub use request::{Asked, Request, ask, decide, requests, what_next};

use crate::engine::{Connection, Failure, Row};
use crate::plan::Basis;
use crate::program::Program;
use crate::sql::{self, Select, Statement};

/// A program to run, and what its statements are made from.
#[derive(Clone, Copy)]
pub struct Site<'s> {
    pub basis: Basis<'s>,
}

impl<'s> Site<'s> {
    pub fn program(&self) -> &'s Program {
        self.basis.program
    }
}

/// Runs one of our statements; rows of all that it consists of.
fn run(connection: &mut dyn Connection, statement: &Statement) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    for text in sql::statement(statement, connection.dialect()) {
        rows.extend(connection.rows(&text)?);
    }
    Ok(rows)
}

fn query(connection: &mut dyn Connection, select: &Select) -> Result<Vec<Row>, Failure> {
    run(connection, &Statement::Query(select.clone()))
}

/// The whole numbers of the only row.
fn numbers(connection: &mut dyn Connection, select: &Select) -> Result<Vec<i64>, Failure> {
    let rows = query(connection, select)?;
    let values = rows.into_iter().next().unwrap_or_default().into_iter();
    Ok(values.map(|value| value.and_then(|text| text.parse().ok()).unwrap_or(0)).collect())
}

fn number(connection: &mut dyn Connection, select: &Select) -> Result<i64, Failure> {
    Ok(numbers(connection, select)?.first().copied().unwrap_or(0))
}
