//! The order of the statements: every one still finds its rows, and no key is broken on the way.

use std::collections::BTreeSet;

use super::super::Basis;
use super::decide::Step;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;

/// Sorts the steps and numbers them. A circle is reported with the tables that form it.
pub(super) fn order<'s>(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    steps: Vec<Step<'s>>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Step<'s>> {
    let mut waiting: Vec<BTreeSet<usize>> =
        steps.iter().enumerate().map(|(at, step)| before(basis, &steps, at, step)).collect();
    let mut left: BTreeSet<usize> = (0..steps.len()).collect();
    let mut ranks = vec![0; steps.len()];
    let mut rank = 0;
    while !left.is_empty() {
        let ready = left.iter().copied().filter(|at| waiting.get(*at).is_some_and(BTreeSet::is_empty));
        let next = ready
            .min_by_key(|at| steps.get(*at).map(|step| (step.entry.table.name.as_str(), step.item.name.as_str(), *at)));
        let Some(next) = next else {
            found.push(circle(basis, purge_type, &steps, &waiting, &left));
            break;
        };
        rank += 1;
        if let Some(slot) = ranks.get_mut(next) {
            *slot = rank;
        }
        left.remove(&next);
        for before in &mut waiting {
            before.remove(&next);
        }
    }
    let mut ordered: Vec<Step<'s>> = steps
        .into_iter()
        .zip(ranks)
        .map(|(mut step, rank)| {
            step.number = rank;
            step
        })
        .collect();
    ordered.sort_by_key(|step| step.number);
    ordered
}

/// The steps that must run before this one.
fn before(basis: Basis<'_>, steps: &[Step<'_>], at: usize, step: &Step<'_>) -> BTreeSet<usize> {
    let others = steps.iter().enumerate().filter(|(other, _)| *other != at);
    others.filter(|(_, other)| goes_first(basis, other, step)).map(|(other, _)| other).collect()
}

fn goes_first(basis: Basis<'_>, first: &Step<'_>, then: &Step<'_>) -> bool {
    let (one, other) = (first.entry.table.id, then.entry.table.id);
    if one == other {
        return then.deletes() && !first.deletes();
    }
    let subject = basis.program.site.subject.table.id;
    if other == subject {
        return true;
    }
    // Referring rows before referred rows.
    let refers = basis.program.schema.referring(other).any(|(from, _)| from == one);
    refers && then.deletes()
}

fn circle(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    steps: &[Step<'_>],
    waiting: &[BTreeSet<usize>],
    left: &BTreeSet<usize>,
) -> Diagnostic {
    // Following any step that still waits for another leads around the circle.
    let mut path: Vec<usize> = Vec::new();
    let mut at = left.first().copied().unwrap_or(0);
    while !path.contains(&at) {
        path.push(at);
        at = waiting.get(at).and_then(|before| before.iter().find(|other| left.contains(other))).copied().unwrap_or(at);
    }
    let start = path.iter().position(|step| *step == at).unwrap_or(0);
    let around: Vec<&Step<'_>> = path.iter().skip(start).filter_map(|step| steps.get(*step)).collect();
    let names: Vec<&str> = around.iter().map(|step| step.entry.table.name.as_str()).collect();
    let span = around.first().map_or(purge_type.span, |step| step.entry.span);
    let mut diagnostic = Diagnostic::new(
        Code::OrderCircle,
        span,
        format!("the purge type `{}` has no order for its statements", purge_type.id),
    )
    .label(format!("waits for: {} → {}", names.join(" → "), names.first().copied().unwrap_or("")))
    .note(format!("in {}", basis.line(purge_type.span)));
    for step in around.iter().skip(1) {
        diagnostic =
            diagnostic.related(step.entry.span, format!("`{}` of `{}`", step.strategy.name(), step.entry.table.name));
    }
    diagnostic.help("overwrite the referring column of one of them with null, or take one item out of the type")
}
