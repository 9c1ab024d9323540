//! What there is still to do with rows of an entry: so that rows which stay are not taken up again and again.

use super::super::Basis;
use super::branch::{any_changes, branches};
use super::shared::{Which, is_gone};
use crate::program::{Entry, Purge};
use crate::sql::Expr;
use crate::strategy::Strategy;

/// Which rows of an entry still change.
pub(in super::super) struct Todo {
    pub expr: Expr,
    /// Whether a row with which all has been done may be among them: what is left of its parts, or whether something
    /// refers to it, is not asked here.
    pub is_open: bool,
}

/// `None` where nothing is ever done with them.
pub(in super::super) fn todo(basis: Basis<'_>, entry: &Entry) -> Option<Todo> {
    let table = basis.program.schema.table(entry.table.id);
    if let Some(side) = &entry.side {
        if !entry.purge.as_ref().is_some_and(Purge::changes) {
            return None;
        }
        let gone = |which| is_gone(basis.program, entry.table.id, side, which).is_true();
        let own = side.leave.iter().map(|_| gone(Which::Own).negated());
        return Some(Todo { expr: Expr::any(own.chain([gone(Which::All)])), is_open: false });
    }
    let (mut found, mut is_open) = (Vec::new(), false);
    for branch in branches(entry.purge.as_ref()) {
        let asked = Expr::all(branch.asked.exprs.iter().cloned());
        let has_parts = any_changes(&entry.parts, branch.strategy);
        match branch.change() {
            Some(Strategy::Delete) => {
                is_open |= branch.referenced.is_some();
                found.push(asked);
            }
            _ if has_parts => {
                is_open = true;
                found.push(asked);
            }
            Some(strategy) => found.extend(strategy.residue(table, asked)),
            None => {}
        }
    }
    (!found.is_empty()).then(|| Todo { expr: Expr::any(found), is_open })
}
