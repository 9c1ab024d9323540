//! One batch: claimed, carried out to its end or undone as a whole.

use std::time::Duration;

use super::apply::{Counted, FailedRun};
use super::{Fault, Repeated, number, run};
use crate::engine::{Connection, Failure, Kind, Row};
use crate::plan::{request, retention};
use crate::sql::{Reads, Select, Statement};

/// So often a claim is tried where others are in the way: each waits as long as the engine does, and seconds longer.
const CLAIMS: u64 = 5;

pub(super) struct Batch<'b> {
    pub connection: &'b mut dyn Connection,
    pub of: Of,
    /// Transactions of their own.
    pub claim: Vec<Repeated>,
    pub run: Vec<Repeated>,
    /// How many rows may still be changed.
    pub left: Option<u64>,
    /// People in the run at hand: of those claimed, who are still in the status.
    staged: u64,
}

/// What is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Requests,
    /// Rows of a retention rule: one batch of them.
    Rule,
}

impl Of {
    fn claimed(self) -> Select {
        match self {
            Self::Requests => request::claimed(),
            Self::Rule => retention::claimed(),
        }
    }

    fn failed(self, reason: &str) -> Statement {
        match self {
            Self::Requests => request::failed(reason),
            Self::Rule => retention::failed(reason),
        }
    }

    fn give_back(self) -> Statement {
        match self {
            Self::Requests => request::give_back(),
            Self::Rule => retention::give_back(),
        }
    }
}

pub(super) enum Outcome {
    NothingDue,
    Done { subjects: u64, steps: Vec<Counted> },
    Failed(FailedRun),
    TooMany(u64),
}

enum End {
    Settled,
    TooMany,
}

/// What is done once it is known how many were claimed.
pub(super) type Claimed<'c> = &'c mut dyn FnMut(&mut dyn Connection, u64) -> Result<(), Fault>;

impl<'b> Batch<'b> {
    pub fn new(connection: &'b mut dyn Connection, of: Of, claim: Vec<Repeated>, run: Vec<Repeated>) -> Self {
        Self { connection, of, claim, run, left: None, staged: 0 }
    }

    pub fn next(&mut self, claimed_so_many: Claimed<'_>) -> Result<Outcome, Fault> {
        patiently(self.connection, &self.claim)?;
        let claimed = unsigned(number(self.connection, &self.of.claimed())?);
        claimed_so_many(self.connection, claimed)?;
        if claimed == 0 {
            return Ok(Outcome::NothingDue);
        }
        let mut printed = Vec::new();
        match self.carry_out(&mut printed) {
            Ok(End::Settled) => self.ended(claimed, &printed),
            Ok(End::TooMany) => self.too_many(),
            Err(failure) if failure.kind == Kind::Lost => Err(failure.into()),
            Err(failure) if failure.kind == Kind::NoRight => {
                // It is nobody's purge that fails, and none can be carried out.
                self.connection.undo()?;
                self.alone(&self.of.give_back())?;
                Err(failure.into())
            }
            Err(failure) => {
                self.connection.undo()?;
                let reason = speaks_against(&printed).unwrap_or_else(|| failure.to_string());
                self.failed(claimed, reason)
            }
        }
    }

    /// Runs the script up to its end, or to where it would change too many rows, with the transaction still open.
    fn carry_out(&mut self, printed: &mut Vec<Row>) -> Result<End, Failure> {
        for piece in &self.run {
            if matches!(piece.statement, Statement::Settle(_)) {
                self.staged = unsigned(number(self.connection, &request::staged())?);
                let changed = unsigned(number(self.connection, &request::changed())?);
                if self.left.is_some_and(|left| changed > left) {
                    return Ok(End::TooMany);
                }
            }
            let rows = piece.run(self.connection)?;
            if matches!(piece.statement, Statement::Query(_)) {
                printed.extend(rows);
            }
        }
        Ok(End::Settled)
    }

    /// WHY: asks the database. An engine may undo a run at its end without an error.
    fn ended(&mut self, claimed: u64, printed: &[Row]) -> Result<Outcome, Fault> {
        if number(self.connection, &self.of.claimed())? == 0 {
            let steps: Vec<Counted> = printed.iter().filter_map(counted).collect();
            return Ok(Outcome::Done { subjects: self.staged, steps });
        }
        self.failed(claimed, speaks_against(printed).unwrap_or_else(|| "the run was undone".to_owned()))
    }

    /// In a transaction of its own; the next claim gives it back, or has it fail for good.
    fn failed(&mut self, subjects: u64, reason: String) -> Result<Outcome, Fault> {
        self.alone(&self.of.failed(&reason))?;
        let subjects = if self.of == Of::Rule { 0 } else { subjects };
        Ok(Outcome::Failed(FailedRun { subjects, reason }))
    }

    fn too_many(&mut self) -> Result<Outcome, Fault> {
        let more = unsigned(number(self.connection, &request::changed())?);
        self.connection.undo()?;
        self.alone(&self.of.give_back())?;
        Ok(Outcome::TooMany(more))
    }

    fn alone(&mut self, statement: &Statement) -> Result<(), Fault> {
        run(self.connection, &Statement::Begin(Reads::Latest))?;
        run(self.connection, statement)?;
        run(self.connection, &Statement::Commit)?;
        Ok(())
    }
}

/// Others may be in the way of whole transactions for a while: it waits, and asks again.
pub(super) fn patiently(connection: &mut dyn Connection, pieces: &[Repeated]) -> Result<(), Failure> {
    for wait in (1..=CLAIMS).map(Duration::from_secs) {
        let done = pieces.iter().try_for_each(|piece| piece.run(connection).map(drop));
        match done {
            Err(failure) if failure.kind == Kind::Busy && wait.as_secs() < CLAIMS => {
                connection.undo()?;
                std::thread::sleep(wait);
            }
            done => return done,
        }
    }
    Ok(())
}

pub(super) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// A row of `probate_result`.
fn counted(row: &Row) -> Option<Counted> {
    let [Some(step), Some(item), Some(action), Some(table), Some(rows)] = row.as_slice() else { return None };
    Some(Counted {
        step: step.parse().ok()?,
        item: item.clone(),
        action: action.clone(),
        table: table.clone(),
        rows: rows.parse().ok()?,
    })
}

/// The checks that found something, each once: guards say it before the end and at the end.
fn speaks_against(printed: &[Row]) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for row in printed {
        let [Some(_), Some(what), Some(bad)] = row.as_slice() else { continue };
        let said = format!("{what}: {bad}");
        if !found.contains(&said) {
            found.push(said);
        }
    }
    (!found.is_empty()).then(|| found.join("; "))
}
