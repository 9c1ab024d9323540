//! Purges: the compiled statements, batch after batch, until nothing is due.

use std::time::Duration;

use super::request::purge_type;
use super::stranded::{Stranded, stranded};
use super::{Fault, Site, number, ready, run};
use crate::engine::{Connection, Failure, Kind, Row};
use crate::plan::{self, PurgeParts, request};
use crate::program::PurgeType;
use crate::sql::{Piece, Reads, Statement};

/// What a call of [`apply`] may do.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    /// Only these types; empty: all that are on offer.
    pub types: Vec<String>,
    /// Stops before more rows than that are changed, all types together.
    pub max_rows: Option<u64>,
    pub legacy: Legacy,
}

/// What becomes of people who were in a status before it had a default type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Legacy {
    #[default]
    LeftAlone,
    /// They are asked for like all others, once.
    TakenIn,
}

/// What was done, type by type.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Applied {
    pub types: Vec<TypeApplied>,
    /// Why it ended before nothing was due any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
    /// Unfinished requests that no type of the policy carries out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stranded: Vec<Stranded>,
    /// Requests that were over for so long that they were removed.
    pub records: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stopped {
    /// The next batch would have changed so many rows, and that is more than is allowed.
    MaxRows { rows: u64, allowed: u64 },
}

#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TypeApplied {
    pub id: String,
    /// Whom it asked for although they were in the status before it had a default type.
    pub legacy: u64,
    /// Batches that were carried out.
    pub runs: usize,
    pub subjects: u64,
    /// Rows by step, in the order of the script, over all batches.
    pub steps: Vec<Counted>,
    pub failed: Vec<FailedRun>,
}

/// Rows that a step has met.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Counted {
    pub step: u64,
    pub item: String,
    pub action: String,
    pub table: String,
    pub rows: u64,
}

/// A batch that was undone as a whole.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FailedRun {
    pub subjects: u64,
    pub reason: String,
}

/// How far a type is.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'p> {
    pub purge_type: &'p str,
    pub done: u64,
    pub due: u64,
}

impl Applied {
    /// Whether any batch failed.
    pub fn has_failures(&self) -> bool {
        self.types.iter().any(|one| !one.failed.is_empty())
    }

    /// Rows changed, all types together.
    pub fn rows(&self) -> u64 {
        self.types.iter().flat_map(|one| &one.steps).map(|step| step.rows).sum()
    }
}

/// Carries out what is due.
///
/// # Errors
/// The database is not the one compiled for, or the connection is lost. What was done until then is done.
pub fn apply(
    site: Site<'_>,
    connection: &mut dyn Connection,
    limits: &Limits,
    watch: &mut dyn FnMut(Progress<'_>),
) -> Result<Applied, Fault> {
    ready(site, connection)?;
    let mut applied = Applied::default();
    for purge_type in wanted(site, &limits.types)? {
        let Ok(parts) = plan::purge_parts(site.basis, purge_type) else { continue };
        let PurgeParts { first, next, purge, .. } = parts;
        let mut batch = Batch { connection, claim: first.pieces, purge: purge.pieces, left: None, staged: 0 };
        let legacy = match limits.legacy {
            Legacy::LeftAlone => 0,
            Legacy::TakenIn => take_in(site, batch.connection, purge_type)?,
        };
        let mut done = TypeApplied { id: purge_type.id.clone(), legacy, ..TypeApplied::default() };
        loop {
            batch.left = limits.max_rows.map(|most| most.saturating_sub(applied.rows() + rows(&done.steps)));
            let outcome = batch.next(site, purge_type, &done, watch)?;
            // Who was purged lately is looked at once.
            batch.claim.clone_from(&next.pieces);
            match outcome {
                Outcome::NothingDue => break,
                Outcome::Done { subjects, steps } => {
                    done.runs += 1;
                    done.subjects += subjects;
                    add(&mut done.steps, steps);
                }
                Outcome::Failed(failed) => done.failed.push(failed),
                Outcome::TooMany(more) => {
                    let allowed = limits.max_rows.unwrap_or(u64::MAX);
                    let rows = applied.rows() + rows(&done.steps) + more;
                    applied.stopped = Some(Stopped::MaxRows { rows, allowed });
                    break;
                }
            }
        }
        applied.types.push(done);
        if applied.stopped.is_some() {
            break;
        }
    }
    applied.stranded = stranded(site, connection)?;
    applied.records = forget(site, connection)?;
    Ok(applied)
}

/// Asks for legacy people of a type, and says for how many.
fn take_in(site: Site<'_>, connection: &mut dyn Connection, purge_type: &PurgeType) -> Result<u64, Fault> {
    let statements = plan::take_in_legacy(site.program(), purge_type);
    let Some((ask, noticed)) = statements.split_last() else { return Ok(0) };
    run(connection, &Statement::Begin(Reads::Latest))?;
    for statement in noticed {
        run(connection, statement)?;
    }
    let many = legacy(site, connection, purge_type)?;
    run(connection, ask)?;
    run(connection, &Statement::Commit)?;
    Ok(many)
}

/// Removes what the tool itself wrote down and no longer needs.
fn forget(site: Site<'_>, connection: &mut dyn Connection) -> Result<u64, Fault> {
    let (Some(script), Some(old)) = (plan::records(site.basis), plan::old_records(site.program())) else {
        return Ok(0);
    };
    let many = unsigned(number(connection, &old)?);
    for piece in &script.pieces {
        run(connection, &piece.statement)?;
    }
    Ok(many)
}

/// How many people are legacy for a type.
pub(super) fn legacy(site: Site<'_>, connection: &mut dyn Connection, purge_type: &PurgeType) -> Result<u64, Failure> {
    let people = plan::legacy_people(site.program(), purge_type);
    people.map_or(Ok(0), |people| Ok(unsigned(number(connection, &people)?)))
}

/// The types that are on offer, of those that are named.
pub(super) fn wanted<'s>(site: Site<'s>, named: &[String]) -> Result<Vec<&'s PurgeType>, Fault> {
    let types = &site.program().purge_types;
    all_known(site, named)?;
    let asked = |one: &&PurgeType| named.is_empty() || named.contains(&one.id);
    Ok(types.iter().filter(|one| !one.uses.is_empty()).filter(asked).collect())
}

pub(super) fn all_known(site: Site<'_>, named: &[String]) -> Result<(), Fault> {
    named.iter().try_for_each(|name| purge_type(site.program(), name).map(drop))
}

fn rows(steps: &[Counted]) -> u64 {
    steps.iter().map(|step| step.rows).sum()
}

fn add(all: &mut Vec<Counted>, steps: Vec<Counted>) {
    for step in steps {
        match all.iter_mut().find(|known| known.step == step.step) {
            Some(known) => known.rows += step.rows,
            None => all.push(step),
        }
    }
}

/// So often a claim is tried where others are in the way: each waits as long as the engine does, and seconds longer.
const CLAIMS: u64 = 5;

struct Batch<'b> {
    connection: &'b mut dyn Connection,
    /// Transactions of their own.
    claim: Vec<Piece>,
    purge: Vec<Piece>,
    /// How many rows may still be changed.
    left: Option<u64>,
    /// People in the run at hand: of those claimed, who are still in the status.
    staged: u64,
}

enum Outcome {
    NothingDue,
    Done { subjects: u64, steps: Vec<Counted> },
    Failed(FailedRun),
    TooMany(u64),
}

enum End {
    Settled,
    TooMany,
}

impl Batch<'_> {
    fn next(
        &mut self,
        site: Site<'_>,
        purge_type: &PurgeType,
        done: &TypeApplied,
        watch: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Outcome, Fault> {
        self.claim()?;
        let claimed = unsigned(number(self.connection, &request::claimed())?);
        let left = unsigned(number(self.connection, &request::due(site.program(), purge_type))?);
        watch(Progress { purge_type: &purge_type.id, done: done.subjects, due: done.subjects + claimed + left });
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
                self.alone(&request::give_back())?;
                Err(failure.into())
            }
            Err(failure) => {
                self.connection.undo()?;
                let reason = speaks_against(&printed).unwrap_or_else(|| failure.to_string());
                self.failed(claimed, reason)
            }
        }
    }

    /// Others may be in the way for a while: it waits, and asks again.
    fn claim(&mut self) -> Result<(), Failure> {
        for wait in (1..=CLAIMS).map(Duration::from_secs) {
            let claimed = self.claim.iter().try_for_each(|piece| run(self.connection, &piece.statement).map(drop));
            match claimed {
                Err(failure) if failure.kind == Kind::Busy && wait.as_secs() < CLAIMS => {
                    self.connection.undo()?;
                    std::thread::sleep(wait);
                }
                claimed => return claimed,
            }
        }
        Ok(())
    }

    /// Runs the script up to its end, or to where it would change too many rows, with the transaction still open.
    fn carry_out(&mut self, printed: &mut Vec<Row>) -> Result<End, Failure> {
        for piece in &self.purge {
            if matches!(piece.statement, Statement::Settle(_)) {
                self.staged = unsigned(number(self.connection, &request::staged())?);
                let changed = unsigned(number(self.connection, &request::changed())?);
                if self.left.is_some_and(|left| changed > left) {
                    return Ok(End::TooMany);
                }
            }
            let rows = run(self.connection, &piece.statement)?;
            if matches!(piece.statement, Statement::Query(_)) {
                printed.extend(rows);
            }
        }
        Ok(End::Settled)
    }

    /// WHY: asks the database. An engine may undo a run at its end without an error.
    fn ended(&mut self, claimed: u64, printed: &[Row]) -> Result<Outcome, Fault> {
        if number(self.connection, &request::claimed())? == 0 {
            let steps: Vec<Counted> = printed.iter().filter_map(counted).collect();
            return Ok(Outcome::Done { subjects: self.staged, steps });
        }
        self.failed(claimed, speaks_against(printed).unwrap_or_else(|| "the run was undone".to_owned()))
    }

    /// In a transaction of its own; the next claim gives it back, or has it fail for good.
    fn failed(&mut self, subjects: u64, reason: String) -> Result<Outcome, Fault> {
        self.alone(&request::failed(&reason))?;
        Ok(Outcome::Failed(FailedRun { subjects, reason }))
    }

    fn too_many(&mut self) -> Result<Outcome, Fault> {
        let more = unsigned(number(self.connection, &request::changed())?);
        self.connection.undo()?;
        self.alone(&request::give_back())?;
        Ok(Outcome::TooMany(more))
    }

    fn alone(&mut self, statement: &Statement) -> Result<(), Fault> {
        run(self.connection, &Statement::Begin(Reads::Latest))?;
        run(self.connection, statement)?;
        run(self.connection, &Statement::Commit)?;
        Ok(())
    }
}

fn unsigned(number: i64) -> u64 {
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
