//! Retention rules: the compiled statements of each entry, batch after batch, until no row's time is over.

use super::apply::{Counted, FailedRun, add, rows};
use super::batch::{Batch, Of, Outcome, patiently, unsigned};
use super::offer::{Offers, standing};
use super::{Fault, Site, number, repeated, run};
use crate::engine::Connection;
use crate::plan::retention::{self, Offered, RuleParts, RuleStage, Waiting};
use crate::program::{AtMost, RetentionRule};
use crate::sql::{Reads, Statement};

/// What a rule did.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RuleApplied {
    pub id: String,
    /// Batches that were carried out.
    pub runs: usize,
    /// People who were put into a status, or for whom a purge was asked.
    pub subjects: u64,
    /// Rows by step, in the order of the script, over all batches.
    pub steps: Vec<Counted>,
    /// How its offers stand afterwards, where it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offers: Option<Offers>,
    /// Rows whose time is over and which stay as long as others refer to them, by table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waiting: Vec<RowsWaiting>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<FailedRun>,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RowsWaiting {
    pub item: String,
    pub table: String,
    pub rows: u64,
    /// The tables whose rows refer to them.
    pub referring: Vec<String>,
}

impl RuleApplied {
    pub fn rows(&self) -> u64 {
        rows(&self.steps)
    }
}

/// So many batches of an entry may fail before it is left for another day: each has found a row that cannot go, or comes
/// closer to it.
const FAILURES: usize = 20;

/// A rule by which something ends.
pub(super) type Acting<'s> = (&'s RetentionRule, &'s AtMost);

/// The rules that do something, of those that are named.
pub(super) fn wanted<'s>(site: Site<'s>, named: &[String]) -> Result<Vec<Acting<'s>>, Fault> {
    let lacking = |name: &str| format!("no retention rule `{name}` ends anything");
    of_those(retention::rules(site.basis).collect(), |(rule, _)| &rule.id, named, lacking)
}

/// The rules that are named; all where none is.
pub(super) fn of_those<T>(
    all: Vec<T>,
    id: impl Fn(&T) -> &str,
    named: &[String],
    lacking: impl Fn(&str) -> String,
) -> Result<Vec<T>, Fault> {
    if let Some(name) = named.iter().find(|name| !all.iter().any(|one| id(one) == **name)) {
        return Err(Fault::unknown(lacking(name), name, all.iter().map(&id)));
    }
    Ok(all.into_iter().filter(|one| named.is_empty() || named.iter().any(|name| name == id(one))).collect())
}

/// Carries out a rule. The second is how many rows it would have changed where that is more than is left.
pub(super) fn apply(
    site: Site<'_>,
    connection: &mut dyn Connection,
    (rule, at_most): Acting<'_>,
    left: Option<u64>,
) -> Result<(RuleApplied, Option<u64>), Fault> {
    let mut done = RuleApplied { id: rule.id.clone(), ..RuleApplied::default() };
    match retention::parts(site.basis, rule, at_most) {
        Ok(RuleParts::Requests(requests)) => {
            for (at, piece) in requests.script.pieces.iter().enumerate() {
                if at == requests.at {
                    done.subjects = unsigned(number(connection, &requests.whom)?);
                }
                run(connection, &piece.statement)?;
            }
        }
        Ok(RuleParts::Stages(stages)) => {
            let more = apply_stages(connection, stages, &mut done, left)?;
            return Ok((done, more));
        }
        Ok(RuleParts::Offers(offered)) => {
            let Offered { before, stages, after } = *offered;
            patiently(connection, &repeated(before.pieces))?;
            let more = apply_stages(connection, stages, &mut done, left)?;
            patiently(connection, &repeated(after.pieces))?;
            done.offers = Some(standing(connection, rule)?);
            return Ok((done, more));
        }
        // A rule with faults is an error of the project, and nothing is run then.
        Err(_) => {}
    }
    Ok((done, None))
}

/// Closes offers of rules that the policy has no more, or that offer nothing any more.
pub(super) fn void_gone(site: Site<'_>, connection: &mut dyn Connection) -> Result<(), Fault> {
    run(connection, &Statement::Begin(Reads::Latest))?;
    run(connection, &retention::void_gone(site.program()))?;
    run(connection, &Statement::Commit)?;
    Ok(())
}

fn apply_stages(
    connection: &mut dyn Connection,
    stages: Vec<RuleStage>,
    done: &mut RuleApplied,
    left: Option<u64>,
) -> Result<Option<u64>, Fault> {
    for stage in stages {
        let more = apply_stage(connection, stage, done, left)?;
        if more.is_some() {
            return Ok(more);
        }
    }
    Ok(None)
}

fn apply_stage(
    connection: &mut dyn Connection,
    stage: RuleStage,
    done: &mut RuleApplied,
    left: Option<u64>,
) -> Result<Option<u64>, Fault> {
    let mut batch = Batch::new(connection, Of::Rule, repeated(stage.claim.pieces), repeated(stage.run.pieces));
    let (mut steps, mut failures) = (Vec::new(), 0);
    let more = loop {
        batch.left = left.map(|left| left.saturating_sub(done.rows() + rows(&steps)));
        match batch.next(&mut |_, _| Ok(()))? {
            Outcome::NothingDue => break None,
            Outcome::Done { subjects, steps: new } => {
                done.runs += 1;
                done.subjects += subjects;
                add(&mut steps, new);
            }
            Outcome::Failed(failed) => {
                failures += 1;
                done.failed.push(failed);
                if !stage.passes_over || failures == FAILURES {
                    break None;
                }
            }
            Outcome::TooMany(more) => break Some(done.rows() + rows(&steps) + more),
        }
    };
    done.steps.extend(steps);
    if let Some(waiting) = stage.waiting.filter(|_| more.is_none()) {
        let rows = unsigned(number(connection, &waiting.count)?);
        let Waiting { item, table, by: referring, .. } = waiting;
        done.waiting.extend((rows > 0).then_some(RowsWaiting { item, table, rows, referring }));
    }
    Ok(more)
}
