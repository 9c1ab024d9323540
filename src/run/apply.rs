//! Purges: the compiled statements, batch after batch, until nothing is due.

use super::batch::{Batch, Of, Outcome, unsigned};
use super::request::purge_type;
use super::retention::{self, RuleApplied};
use super::stranded::{Stranded, stranded};
use super::{Fault, Site, idle_holds, number, ready, repeated, run};
use crate::engine::{Connection, Failure};
use crate::plan::{self, PurgeParts, request};
use crate::program::PurgeType;
use crate::sql::{Reads, Statement};

/// What a call of [`apply`] may do.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    /// Only these types; empty: all that are on offer, or none where rules are named.
    pub types: Vec<String>,
    /// Only these retention rules; empty: all, or none where types are named.
    pub rules: Vec<String>,
    /// Stops before more rows than that are changed, all types and rules together.
    pub max_rows: Option<u64>,
    /// So many people of a type in one transaction; `None`: as many as the script takes.
    pub people: Option<u32>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleApplied>,
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
    /// Requests that have failed for good without being carried out: too often put off, or of a place that is not there.
    #[serde(skip_serializing_if = "is_zero")]
    pub given_up: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(number: &u64) -> bool {
    *number == 0
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

impl Limits {
    fn types<'s>(&self, site: Site<'s>) -> Result<Vec<&'s PurgeType>, Fault> {
        if self.types.is_empty() && !self.rules.is_empty() { Ok(Vec::new()) } else { wanted(site, &self.types) }
    }

    fn rules<'s>(&self, site: Site<'s>) -> Result<Vec<retention::Acting<'s>>, Fault> {
        let none = self.rules.is_empty() && !self.types.is_empty();
        if none { Ok(Vec::new()) } else { retention::wanted(site, &self.rules) }
    }

    /// How many rows may still be changed.
    fn left(&self, applied: &Applied) -> Option<u64> {
        self.max_rows.map(|most| most.saturating_sub(applied.rows()))
    }

    /// Whether it ends here, because so many rows more would be too many.
    fn stopped(&self, applied: &Applied, more: Option<u64>) -> Option<Stopped> {
        let allowed = self.max_rows.unwrap_or(u64::MAX);
        more.map(|more| Stopped::MaxRows { rows: applied.rows() + more, allowed })
    }
}

impl Applied {
    /// Whether any batch failed.
    pub fn has_failures(&self) -> bool {
        let of_rules = self.rules.iter().map(|one| &one.failed);
        self.types.iter().any(|one| one.given_up > 0)
            || self.types.iter().map(|one| &one.failed).chain(of_rules).any(|failed| !failed.is_empty())
    }

    /// Rows changed, all types and rules together.
    pub fn rows(&self) -> u64 {
        let of_rules = self.rules.iter().flat_map(|one| &one.steps);
        self.types.iter().flat_map(|one| &one.steps).chain(of_rules).map(|step| step.rows).sum()
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
    let (types, rules) = (limits.types(site)?, limits.rules(site)?);
    // Where only types are named, nothing is done about rules.
    if limits.types.is_empty() || !limits.rules.is_empty() {
        retention::void_gone(site, connection)?;
    }
    for purge_type in types {
        let left = limits.left(&applied);
        let Some((done, more)) = apply_type(site, connection, purge_type, (limits, left), watch)? else { continue };
        applied.stopped = limits.stopped(&applied, more);
        applied.types.push(done);
        if applied.stopped.is_some() {
            break;
        }
    }
    for rule in rules {
        if applied.stopped.is_some() {
            break;
        }
        let (done, more) = retention::apply(site, connection, rule, limits.left(&applied))?;
        applied.stopped = limits.stopped(&applied, more);
        applied.rules.push(done);
    }
    applied.stranded = stranded(site, connection)?;
    applied.records = forget(site, connection)?;
    Ok(applied)
}

/// Carries out what is due of a type. The second is how many rows it would have changed where that is more than is left.
fn apply_type(
    site: Site<'_>,
    connection: &mut dyn Connection,
    purge_type: &PurgeType,
    (limits, left): (&Limits, Option<u64>),
    watch: &mut dyn FnMut(Progress<'_>),
) -> Result<Option<(TypeApplied, Option<u64>)>, Fault> {
    let mut idle = idle_holds(site, connection)?;
    let people = limits.people.unwrap_or(plan::BATCH);
    let Ok(parts) = plan::purge_parts(site.without(&idle), purge_type, people) else { return Ok(None) };
    let PurgeParts { first, swept, next, purge, .. } = parts;
    let (claim, mut further) = if number(connection, &swept)? > 0 { (first, Some(next)) } else { (next, None) };
    let mut batch = Batch::new(connection, Of::Requests, repeated(claim.pieces), repeated(purge.pieces));
    let legacy = match limits.legacy {
        Legacy::LeftAlone => 0,
        Legacy::TakenIn => take_in(site, batch.connection, purge_type)?,
    };
    let mut done = TypeApplied { id: purge_type.id.clone(), legacy, ..TypeApplied::default() };
    let given_up = unsigned(number(batch.connection, &request::given_up(purge_type))?);
    loop {
        batch.left = left.map(|left| left.saturating_sub(rows(&done.steps)));
        let outcome = batch.next(&mut |connection, claimed| {
            let left = unsigned(number(connection, &request::due(site.program(), purge_type))?);
            let due = done.subjects + claimed + left;
            watch(Progress { purge_type: &purge_type.id, done: done.subjects, due });
            Ok(())
        })?;
        // Who was purged lately is looked at once.
        if let Some(next) = further.take() {
            batch.claim = repeated(next.pieces);
        }
        let idle_by_now = idle_holds(site, batch.connection)?;
        if idle_by_now != idle {
            idle = idle_by_now;
            let Ok(parts) = plan::purge_parts(site.without(&idle), purge_type, people) else { return Ok(None) };
            batch.run = repeated(parts.purge.pieces);
        }
        match outcome {
            Outcome::NothingDue => {
                let by_now = unsigned(number(batch.connection, &request::given_up(purge_type))?);
                done.given_up = by_now.saturating_sub(given_up);
                return Ok(Some((done, None)));
            }
            Outcome::Done { subjects, steps } => {
                done.runs += 1;
                done.subjects += subjects;
                add(&mut done.steps, steps);
            }
            Outcome::Failed(failed) => done.failed.push(failed),
            Outcome::TooMany(more) => {
                let more = rows(&done.steps) + more;
                return Ok(Some((done, Some(more))));
            }
        }
    }
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

pub(super) fn rows(steps: &[Counted]) -> u64 {
    steps.iter().map(|step| step.rows).sum()
}

pub(super) fn add(all: &mut Vec<Counted>, steps: Vec<Counted>) {
    for step in steps {
        match all.iter_mut().find(|known| known.step == step.step) {
            Some(known) => known.rows += step.rows,
            None => all.push(step),
        }
    }
}
