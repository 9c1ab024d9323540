//! By what rows are found again: columns whose values were written down.

use super::super::rows::member;
use super::super::tables::Keys;
use super::capture::Capture;
use crate::database::{Column, Table};
use crate::sql::{Expr, Select};

/// A column of a table by which rows are found among what was written down.
#[derive(Clone, Copy)]
pub(super) struct Found<'t> {
    pub table: &'t Table,
    pub column: &'t Column,
}

impl<'t> Found<'t> {
    /// By the table's own key, where it has one that can be written down.
    pub fn by_key(table: &'t Table) -> Option<Self> {
        table.row_key().map(|key| Self { table, column: table.column(key) })
    }

    pub fn keys(self) -> Keys {
        Keys::of(self.column)
    }

    /// What is written down of the rows for which `filter` is true.
    pub fn select(self, filter: Expr) -> Select {
        Select::from(&self.table.name, [Keys::kept(self.table, self.column)]).filter(filter)
    }

    /// Whether the row is one of these.
    pub fn among(self, capture: Capture) -> Expr {
        let name = Keys::kept(self.table, self.column);
        if matches!(name, Expr::Column { .. }) {
            member(self.table, self.column, &capture.values())
        } else {
            name.within(capture.values())
        }
    }

    /// Whether the column holds values as they were written down, so that they can be compared as they are.
    pub fn is_alike(self, capture: Capture) -> bool {
        !self.column.folds() && self.keys() == capture.keys
    }
}
