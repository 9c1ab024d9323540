//! Retention rules: the compiled statements of each entry, batch after batch, until no row's time is over.

use super::apply::{Counted, FailedRun, add, rows};
use super::batch::{Batch, Of, Outcome, unsigned};
use super::{Fault, Site, number, run};
use crate::engine::Connection;
use crate::plan::retention::{self, RuleParts, RuleStage};
use crate::program::{AtMost, RetentionRule};

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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<FailedRun>,
}

impl RuleApplied {
    pub fn rows(&self) -> u64 {
        rows(&self.steps)
    }
}

/// So many batches of an entry may fail before it is left for another day: each has found a row that cannot go, or comes
/// closer to it.
const FAILURES: usize = 20;

/// A rule that does something by itself.
pub(super) type Acting<'s> = (&'s RetentionRule, &'s AtMost);

/// The rules that do something, of those that are named.
pub(super) fn wanted<'s>(site: Site<'s>, named: &[String]) -> Result<Vec<Acting<'s>>, Fault> {
    let all: Vec<_> = retention::rules(site.basis).collect();
    for name in named {
        if !all.iter().any(|(rule, _)| rule.id == *name) {
            return Err(Fault::refused(
                format!("no retention rule `{name}` does anything by itself"),
                "`probate list` has the rules; those with `then: offer` wait for a person",
            ));
        }
    }
    Ok(all.into_iter().filter(|(rule, _)| named.is_empty() || named.contains(&rule.id)).collect())
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
            for stage in stages {
                let more = apply_stage(connection, stage, &mut done, left)?;
                if more.is_some() {
                    return Ok((done, more));
                }
            }
        }
        // A rule with faults is an error of the project, and nothing is run then.
        Err(_) => {}
    }
    Ok((done, None))
}

fn apply_stage(
    connection: &mut dyn Connection,
    stage: RuleStage,
    done: &mut RuleApplied,
    left: Option<u64>,
) -> Result<Option<u64>, Fault> {
    let mut batch = Batch::new(connection, Of::Rule, stage.claim.pieces, stage.run.pieces);
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
    Ok(more)
}
