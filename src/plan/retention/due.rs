//! Which rows of an entry a rule takes now.

use super::super::Basis;
use super::super::kept::Kept;
use super::aged::{self, Look, Referred};
use super::free;
use crate::program::{AtMost, Entry, Item, RetentionRule};
use crate::sql::Expr;

/// Rows whose time is over, with which there is something to do, and that nothing keeps as of the run; `None` where the
/// rule does nothing with rows of the entry.
pub(in super::super) fn due(
    basis: Basis<'_>,
    (rule, at_most): (&RetentionRule, &AtMost),
    (item, entry): (&Item, &Entry),
    kept: &Kept<'_>,
) -> Option<Expr> {
    let aged = aged::of_rule(basis, rule).into_iter().find(|one| one.is_about(item, entry))?;
    let asks = aged.due(basis, rule, at_most, &Look { now: &Expr::Started, referred: Referred::Taken, approved: None });
    Some(Expr::all(std::iter::once(asks.expr).chain(free(basis, &aged, kept))))
}
