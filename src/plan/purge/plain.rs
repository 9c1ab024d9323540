//! What a type finds by the owner's column alone: it can be looked for at any time.

use super::super::Basis;
use super::super::kept::Kept;
use super::branch::branches;
use super::decide::entries;
use crate::program::{Entry, PurgeType};
use crate::sql::Expr;
use crate::strategy::Strategy;

/// Rows that a type finds by their owner's column alone, and what it does to them.
pub struct PlainRows<'p> {
    pub entry: &'p Entry,
    pub strategy: &'p Strategy,
    /// What else is asked of a row.
    pub asked: Vec<Expr>,
}

/// What a type does to rows that it finds by their owner's column alone: they can be looked for at any time.
pub fn plain_rows<'p>(basis: Basis<'p>, purge_type: &'p PurgeType) -> Vec<PlainRows<'p>> {
    let is_plain = |entry: &Entry| {
        let is_one = entry.side.is_none() && entry.co_owned.is_none() && entry.identifier.is_none();
        is_one && entry.path.own_column().is_some()
    };
    let kept = Kept::of(basis, &Expr::Now);
    let mut found = Vec::new();
    for (_, entry) in entries(basis, purge_type).filter(|(_, entry)| is_plain(entry)) {
        for branch in branches(entry.purge.as_ref()) {
            let Some(strategy) = branch.change().filter(|_| branch.referenced.is_none()) else { continue };
            let condition = entry.condition.iter().map(|condition| condition.expr.clone());
            // What a duty or a hold keeps is not left behind.
            let goes = matches!(strategy, Strategy::Delete);
            let needed = goes.then(|| kept.needed(basis.program, entry.table.id)).flatten();
            let stays = kept.whole(entry.table.id, entry.condition.as_ref()).into_iter().chain(needed);
            let stays = stays.map(|stays| stays.expr.is_true().negated());
            let asked = condition.chain(branch.asked.exprs).chain(stays).collect();
            found.push(PlainRows { entry, strategy, asked });
        }
    }
    found
}
