//! What may happen to rows, and what decides which of it does: the outcomes of a list, each with its condition.

use crate::database::{ColumnId, TableId};
use crate::program::{Condition, Part, Purge, WhileReferenced};
use crate::sql::Expr;
use crate::strategy::Strategy;

/// What is asked of a row besides whose it is, and the columns that are read for it.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub exprs: Vec<Expr>,
    pub reads: Vec<(TableId, ColumnId)>,
}

/// One outcome.
#[derive(Debug, Clone)]
pub struct Branch<'s> {
    /// Absent: the rows stay as they are, and only parts of them may change.
    pub strategy: Option<&'s Strategy>,
    pub asked: Asked,
    /// Whether a row goes is seen when its turn comes.
    pub referenced: Option<&'s WhileReferenced>,
}

impl<'s> Branch<'s> {
    pub fn always(strategy: Option<&'s Strategy>) -> Self {
        Self { strategy, asked: Asked::default(), referenced: None }
    }

    /// The strategy, where it asks for anything.
    pub fn change(&self) -> Option<&'s Strategy> {
        self.strategy.filter(|strategy| strategy.changes())
    }

    /// Every strategy that its rows may come to.
    pub fn strategies(&self) -> impl Iterator<Item = &'s Strategy> {
        let instead = self.referenced.map(|one| &one.instead);
        self.strategy.into_iter().chain(instead)
    }
}

impl Asked {
    pub fn is_nothing(&self) -> bool {
        self.exprs.is_empty()
    }

    pub fn and(mut self, condition: Option<&Condition>) -> Self {
        if let Some(condition) = condition {
            self.exprs.push(condition.expr.clone());
            self.reads.extend(&condition.reads);
        }
        self
    }
}

/// The outcomes of rows, in the order in which they are tried: each asks that none before it was met. Unknown goes on
/// to the next.
pub fn branches(purge: Option<&Purge>) -> Vec<Branch<'_>> {
    let Some(purge) = purge else { return vec![Branch::always(None)] };
    let mut before = Asked::default();
    let mut all = Vec::with_capacity(purge.outcomes.len());
    for outcome in &purge.outcomes {
        let asked = before.clone().and(outcome.condition.as_ref());
        let goes = matches!(outcome.strategy, Strategy::Delete);
        let referenced = purge.while_referenced.as_deref().filter(|_| goes);
        all.push(Branch { strategy: Some(&outcome.strategy), asked, referenced });
        if let Some(condition) = &outcome.condition {
            before.exprs.push(condition.expr.clone().is_true().negated());
            before.reads.extend(&condition.reads);
        }
    }
    all
}

/// What happens to a part: it goes with the row that it is a part of; while that stays, what the part says itself.
pub(super) fn of_part<'p>(part: &'p Part, parent: Option<&Strategy>) -> Vec<Branch<'p>> {
    if matches!(parent, Some(Strategy::Delete)) {
        vec![Branch::always(Some(&part.gone))]
    } else {
        branches(part.purge.as_ref())
    }
}

/// Whether anything happens to parts of rows to which this happens.
pub fn any_changes(parts: &[Part], parent: Option<&Strategy>) -> bool {
    parts.iter().any(|part| {
        let changes = |branch: &Branch<'_>| branch.change().is_some() || any_changes(&part.parts, branch.strategy);
        of_part(part, parent).iter().any(changes)
    })
}

/// The parts of rows that are a part themselves: with rows below that go, also the parts of the row above.
pub(super) fn inside<'p>(
    part: &'p Part,
    of: TableId,
    beside: &[&'p Part],
    strategy: Option<&Strategy>,
) -> Vec<&'p Part> {
    let own = part.parts.iter();
    if part.is_below(of) && matches!(strategy, Some(Strategy::Delete)) {
        return own.chain(beside.iter().copied().filter(|other| !other.is_below(of))).collect();
    }
    own.collect()
}
