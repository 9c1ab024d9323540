//! What is seen when the turn of a table comes: whether something still refers to a row, and whether its sides are gone.

use std::sync::Arc;

use super::super::co_owner::somebody;
use super::super::rows::{Held, as_referring, members};
use crate::database::{Column, ColumnId, TableId, exact};
use crate::program::{Program, Reference, Side, SideOf};
use crate::sql::dialect::Dialects;
use crate::sql::{Expr, Family, Select};

/// Whether a row of another table still refers to the row.
pub(super) fn refers(program: &Program, table: TableId, by: &[Reference]) -> Expr {
    Expr::any(by.iter().map(|reference| refers_of(program, table, reference, Expr::all([]))))
}

/// The same of rows of one table of which more is asked.
pub(in super::super) fn refers_of(program: &Program, table: TableId, reference: &Reference, also: Expr) -> Expr {
    let (referred, holder) = (program.schema.table(table), program.schema.table(reference.table.id));
    // Rows of the table itself are called otherwise than the row that they refer to.
    let own = (reference.table.id == table).then(|| program.schema.alias("probate_refers"));
    let columns: Vec<ColumnId> = reference.on.iter().map(|pair| pair.column.id).collect();
    let is_declared = holder.foreign_keys.iter().any(|key| key.table == table && key.columns == columns);
    let refers = reference.on.iter().map(|pair| {
        let (column, to) = (holder.column(pair.column.id), referred.column(pair.key.id));
        let to_name = Expr::of(&referred.name, &to.name);
        // The key is cast to the type of the column that refers, so that its index serves.
        let to_name = if column.family == Family::Text && to.family != Family::Text {
            Expr::Cast(Arc::new(to_name), Family::Text)
        } else {
            to_name
        };
        let name = Expr::of(own.as_deref().unwrap_or(&holder.name), &column.name);
        // A key of the database refers as its columns compare, and so do columns that say how.
        let as_they_are = is_declared || column.folds_by_name() || to.folds_by_name();
        let name = if as_they_are { as_referring(name, column, to) } else { exact(name, &[column, to]) };
        name.equals(to_name)
    });
    let asked = Expr::all(refers.chain([also]));
    let rows = Select::from(&holder.name, [Expr::integer(1)]).filter(asked);
    Expr::Exists(Arc::new(match &own {
        Some(alias) => rows.alias(alias),
        None => rows,
    }))
}

/// Whether values of columns refer to rows of the target, as the database compares them for a foreign key: by the types
/// and the collations of the columns that are referred to. What it would take for a reference, a cascade would follow.
pub(super) fn refers_by_key<'c>(
    values: impl Iterator<Item = (Expr, (&'c Column, &'c Column))>,
    target: &Select,
) -> Expr {
    let held = values.map(|(value, (holder, to))| {
        let cast = to.family == Family::Text && holder.family != Family::Text;
        let value = if cast { Expr::Cast(Arc::new(value), Family::Text) } else { value };
        Held { exact: Dialects::NONE, ..Held::as_is(as_referring(value, holder, to), to) }
    });
    members(held.collect(), target)
}

/// Which sides are asked about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Own,
    All,
}

/// Whether the person's side, or every side, has been left: its condition is true, or it is nobody's.
pub(super) fn is_gone(program: &Program, table: TableId, side: &Side, which: Which) -> Expr {
    let asked = side.all.iter().filter(|one| which == Which::All || side.is(one));
    Expr::all(asked.map(|one| {
        let table = program.schema.table(table);
        let owned = somebody(program, table, table.column(one.owner.id)).is_true().negated();
        Expr::any(one.gone.iter().map(|gone| gone.expr.clone().is_true()).chain([owned]))
    }))
}

/// The tables, other than the row's own, that it is read in whether a side is gone.
pub(super) fn reads(side: &Side) -> impl Iterator<Item = TableId> {
    let reads =
        |one: &SideOf| one.gone.iter().flat_map(|gone| gone.reads.iter().map(|(table, _)| *table)).collect::<Vec<_>>();
    side.all.iter().flat_map(reads)
}
