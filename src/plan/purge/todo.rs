//! What there is still to do with rows of an entry: so that rows which stay are not taken up again and again.

use std::iter;

use super::super::Basis;
use super::super::kept::Kept;
use super::branch::{Branch, any_changes, branches, of_part};
use super::shared::{Which, is_gone, refers_of};
use super::spare::{Withheld, keys_of, keys_of_part, withheld};
use crate::database::{ColumnId, TableId};
use crate::program::{ColumnName, Entry, Pair, Part, Purge, Reference, Side};
use crate::sql::Expr;
use crate::strategy::Strategy;

/// Which rows of an entry still change.
pub(in super::super) struct Todo {
    pub expr: Expr,
    /// Of which of them it may be that they go; absent: of all.
    pub goes: Option<Expr>,
    /// Whether a row with which all has been done may be among them: what is left of its parts, or whether something
    /// refers to it, is not asked here.
    pub is_open: bool,
}

/// `None` where nothing is ever done with them.
pub(in super::super) fn todo(basis: Basis<'_>, entry: &Entry) -> Option<Todo> {
    if let Some(side) = &entry.side {
        if !entry.purge.as_ref().is_some_and(Purge::changes) {
            return None;
        }
        let gone = |which| is_gone(basis.program, entry.table.id, side, which).is_true();
        let own = side.leave.iter().map(|_| gone(Which::Own).negated());
        let expr = Expr::any(own.chain([gone(Which::All)]));
        return Some(Todo { expr, goes: None, is_open: false });
    }
    let mut looked = Looked { basis, is_open: false, kept: None };
    let all = branches(entry.purge.as_ref());
    let found: Vec<Expr> =
        all.iter().filter_map(|one| looked.branch(entry.table.id, one, (&entry.parts, &[]))).collect();
    let goes = all.iter().filter(|one| matches!(one.strategy, Some(Strategy::Delete)));
    let goes = goes.map(|one| Expr::all(one.asked.exprs.iter().cloned()).is_true());
    let goes = (all.len() > 1).then(|| Expr::any(goes));
    (!found.is_empty()).then(|| Todo { expr: Expr::any(found), goes, is_open: looked.is_open })
}

/// Rows with which there is something to do although others may need them, or stay as parts of them: what is withheld is
/// not waited for. `None` where nothing is withheld.
pub(in super::super) fn todo_but(basis: Basis<'_>, entry: &Entry, kept: &Kept<'_>) -> Option<Expr> {
    let table = basis.program.schema.table(entry.table.id);
    let own = keys_of(table, entry);
    if let Some(side) = &entry.side {
        return side_but(basis, entry, side, |strategy| {
            withheld(basis.program, kept, entry.table.id, strategy, own.clone())
        });
    }
    let all = branches(entry.purge.as_ref());
    let mut plain = Looked { basis, is_open: false, kept: None };
    let mut looked = Looked { basis, is_open: false, kept: Some(kept) };
    let (mut found, mut is_any) = (Vec::new(), false);
    for branch in &all {
        let Some(whole) = plain.branch(entry.table.id, branch, (&entry.parts, &[])) else { continue };
        let free = looked.free(entry.table.id, branch, (&entry.parts, &own));
        is_any |= free.as_ref() != Some(&whole);
        found.extend(free);
    }
    is_any.then(|| Expr::any(found))
}

/// A side is left also in a row that others need.
fn side_but(
    basis: Basis<'_>,
    entry: &Entry,
    side: &Side,
    withheld: impl Fn(&Strategy) -> Option<Withheld>,
) -> Option<Expr> {
    let free = |strategy: &Strategy| withheld(strategy).map(|all| all.stays.expr.is_true().negated());
    let goes = free(&Strategy::Delete)?;
    let leaves = side.leave.as_ref().map(|leave| {
        let is_left = is_gone(basis.program, entry.table.id, side, Which::Own).is_true().negated();
        Expr::all(iter::once(is_left).chain(free(leave)))
    });
    Some(Expr::any(iter::once(goes).chain(leaves)))
}

struct Looked<'b, 'p> {
    basis: Basis<'b>,
    is_open: bool,
    /// Whether what stays is no more to be done.
    kept: Option<&'b Kept<'p>>,
}

impl Looked<'_, '_> {
    /// The same of rows that are known by these columns, but for what is withheld from them.
    fn free(&mut self, table: TableId, branch: &Branch<'_>, (parts, own): (&[Part], &[ColumnId])) -> Option<Expr> {
        let all = self.branch(table, branch, (parts, &[]))?;
        let withheld = self
            .kept
            .zip(branch.change())
            .and_then(|(kept, strategy)| withheld(self.basis.program, kept, table, strategy, own.to_vec()));
        let Some(withheld) = withheld else { return Some(all) };
        let goes = matches!(branch.strategy, Some(Strategy::Delete));
        let rest = if goes { None } else { self.branch(table, branch, (parts, &withheld.keys)) };
        if rest.as_ref() == Some(&all) {
            return Some(all);
        }
        let may = Expr::all([all, withheld.stays.expr.is_true().negated()]);
        Some(Expr::any(iter::once(may).chain(rest)))
    }

    /// Rows with this outcome that are not as they should be but for these columns, or of which parts are not.
    fn branch(&mut self, table: TableId, branch: &Branch<'_>, (parts, keys): (&[Part], &[ColumnId])) -> Option<Expr> {
        let asked = Expr::all(branch.asked.exprs.iter().cloned());
        let strategy = branch.change();
        if matches!(strategy, Some(Strategy::Delete)) {
            self.is_open |= branch.referenced.is_some();
            return Some(asked);
        }
        let own = strategy.and_then(|one| if keys.is_empty() { Some(one.clone()) } else { one.without(keys) });
        let own = own.and_then(|one| one.residue(self.basis.program.schema.table(table), Expr::all([])));
        let changing: Vec<&Part> =
            parts.iter().filter(|part| any_changes(std::slice::from_ref(*part), branch.strategy)).collect();
        let left: Option<Vec<Expr>> = changing.iter().map(|part| self.part(table, part, branch.strategy)).collect();
        let Some(left) = left else {
            self.is_open = true;
            return Some(asked);
        };
        let any: Vec<Expr> = own.into_iter().chain(left).collect();
        (!any.is_empty()).then(|| Expr::all([asked, Expr::any(any)]))
    }

    /// That there are parts of the row with which there is something to do; `None` where that cannot be asked so.
    fn part(&mut self, of: TableId, part: &Part, parent: Option<&Strategy>) -> Option<Expr> {
        if part.table.id == of {
            return None;
        }
        let schema = &self.basis.program.schema;
        let name = |table: TableId, id| ColumnName { id, name: schema.table(table).column(id).name.clone() };
        let links = part.plain_links()?;
        let on = links.iter().map(|(column, to)| Pair { column: name(part.table.id, *column), key: name(of, *to) });
        let reference = Reference { table: part.table.clone(), on: on.collect() };
        let all = of_part(part, parent);
        let own = keys_of_part(schema.table(part.table.id), part);
        let todo: Vec<Expr> =
            all.iter().filter_map(|branch| self.free(part.table.id, branch, (&part.parts, &own))).collect();
        let conditions = part.condition.iter().chain(&part.of).map(|one| one.expr.clone());
        let stays = self.kept.and_then(|kept| kept.whole(part.table.id, part.condition.as_ref()));
        let stays = stays.map(|stays| stays.expr.is_true().negated());
        let also = Expr::all(conditions.chain([Expr::any(todo)]).chain(stays));
        Some(refers_of(self.basis.program, of, &reference, also))
    }
}
