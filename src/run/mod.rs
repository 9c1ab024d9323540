//! What an administrator does every day and a scheduler every night: requests, purges, reports.
//!
//! In: a [`Site`] (a compiled program) and a connection. Out: what was done or seen, as plain data that `cli` prints. Never
//! here: SQL text (`plan` makes the statements, `sql` prints them), reading files, deciding what a policy means.

mod apply;
mod batch;
mod drift;
mod export;
mod fault;
mod hold;
mod install;
mod live;
mod offer;
mod own_type;
mod plan;
mod report;
mod request;
mod retention;
mod simulate;
mod stranded;
mod verify;
mod why;

use std::cell::OnceCell;

pub use crate::plan::hold::Said;
pub use apply::{Applied, Counted, FailedRun, Legacy, Limits, Progress, Stopped, TypeApplied, apply};
pub use drift::drift;
pub use export::{Exported, Exporting, NotWritten, Written, archive_name, export, remove as remove_export};
pub use fault::Fault;
pub use hold::{Hold, lift as lift_hold, list as holds, place as place_hold};
pub use install::{install, ready};
pub use live::{LiveSchema, Orphaned, OrphansCounted, live_schema, of_its_kind, orphans};
pub use offer::{Offer, Offers, Selected, decide as decide_offers, list as offers};
pub use own_type::{OwnType, Whose, clear as clear_own_type, list as own_types, set as set_own_type};
pub use plan::{Against, OffersPlanned, Planned, Planning, RulePlanned, StepPlanned, TypePlanned, plan};
pub use report::{Reported, Table, Wanted, of_subject, report};
pub use request::{Asked, Next, Request, ask, decide, export_type, purge_type, reapply, requests};
pub use retention::RuleApplied;
pub use simulate::{Counts, EntrySimulated, Of, RuleSimulated, Simulated, Simulating, simulate};
pub use stranded::Stranded;
pub use verify::{Named, StepLeft, TypeVerified, Verified, Verifying, verify};
pub use why::{DaysOfRows, KeptOfPerson, OfPerson, RowsOfPerson, RuleOfPerson, TypeOfPerson, why};

pub use crate::engine::Row;
use crate::engine::{Connection, Failure, Kind};
use crate::plan::Basis;
use crate::program::Program;
use crate::sql::dialect::Dialect;
use crate::sql::{self, Piece, Reads, Select, Statement};

/// A program to run, and what its statements are made from.
#[derive(Clone, Copy)]
pub struct Site<'s> {
    pub basis: Basis<'s>,
}

impl<'s> Site<'s> {
    pub fn program(&self) -> &'s Program {
        self.basis.program
    }

    /// The same without the legal holds that nobody is under.
    fn without<'i>(self, idle_holds: &'i [String]) -> Basis<'i>
    where
        's: 'i,
    {
        Basis { idle_holds, ..self.basis }
    }
}

/// The legal holds that nobody is under.
fn idle_holds(site: Site<'_>, connection: &mut dyn Connection) -> Result<Vec<String>, Failure> {
    let Some(in_force) = crate::plan::hold::in_force(site.program()) else { return Ok(Vec::new()) };
    let in_force = texts(connection, &in_force)?;
    let holds = &site.program().legal_holds;
    Ok(holds.iter().map(|hold| hold.id.clone()).filter(|id| !in_force.contains(id)).collect())
}

/// A statement that may run again and again: it is printed once.
struct Repeated {
    statement: Statement,
    texts: OnceCell<Vec<String>>,
}

fn repeated(pieces: Vec<Piece>) -> Vec<Repeated> {
    pieces.into_iter().map(|piece| Repeated { statement: piece.statement, texts: OnceCell::new() }).collect()
}

impl Repeated {
    /// The connection is always the same.
    fn run(&self, connection: &mut dyn Connection) -> Result<Vec<Row>, Failure> {
        let print = || sql::statement_at(&self.statement, connection.dialect(), connection.now());
        let texts = self.texts.get_or_init(print);
        run_printed(connection, &self.statement, texts)
    }
}

/// Runs one of our statements; rows of all that it consists of.
fn run(connection: &mut dyn Connection, statement: &Statement) -> Result<Vec<Row>, Failure> {
    let now = connection.now();
    run_at(connection, statement, now)
}

/// Looks at one state of the database, in a transaction that is undone.
fn looked<T>(
    connection: &mut dyn Connection,
    look: impl FnOnce(&mut dyn Connection) -> Result<T, Failure>,
) -> Result<T, Failure> {
    run(connection, &Statement::Begin(Reads::Snapshot))?;
    let looked = look(connection);
    connection.undo()?;
    looked
}

/// The same as of a moment, in seconds since 1970.
fn run_at(connection: &mut dyn Connection, statement: &Statement, now: Option<i64>) -> Result<Vec<Row>, Failure> {
    let texts = sql::statement_at(statement, connection.dialect(), now);
    run_printed(connection, statement, &texts)
}

fn run_printed(connection: &mut dyn Connection, statement: &Statement, texts: &[String]) -> Result<Vec<Row>, Failure> {
    let dialect = connection.dialect();
    let mut rows = Vec::new();
    for text in texts {
        rows.extend(connection.rows(text).map_err(|failure| needing(failure, statement, dialect))?);
    }
    Ok(rows)
}

fn run_all(connection: &mut dyn Connection, statements: &[Statement]) -> Result<(), Failure> {
    statements.iter().try_for_each(|statement| run(connection, statement).map(drop))
}

/// What helps whoever lacks a right.
const GRANTS: &str = "the compiled `grants.sql` grants each command what it needs, and no more";

/// A failure for want of a right, with the rights that the statement needs of the table that is named.
fn needing(mut failure: Failure, statement: &Statement, dialect: Dialect) -> Failure {
    if failure.kind != Kind::NoRight || !dialect.has_rights() {
        return failure;
    }
    let makes_tables = matches!(
        statement,
        Statement::CreateTable(_) | Statement::CreateIndex { .. } | Statement::CreateView { .. } | Statement::Extras
    );
    failure.help =
        Some(if makes_tables { "`install` is for a user who may make tables, indexes and views" } else { GRANTS });
    let mut needs = sql::rights(statement, dialect);
    if needs.keys().any(|table| failure.what.contains(table.as_str())) {
        needs.retain(|table, _| failure.what.contains(table.as_str()));
    }
    let needs: Vec<String> = needs.iter().map(|(table, rights)| format!("{rights} on `{table}`")).collect();
    if !needs.is_empty() {
        failure.what = format!("{}; the statement needs {}", failure.what, needs.join("; "));
    }
    failure
}

fn query(connection: &mut dyn Connection, select: &Select) -> Result<Vec<Row>, Failure> {
    run(connection, &Statement::Query(select.clone()))
}

/// The first column, without NULL.
fn texts(connection: &mut dyn Connection, select: &Select) -> Result<Vec<String>, Failure> {
    Ok(query(connection, select)?.into_iter().filter_map(|row| row.into_iter().next().flatten()).collect())
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
