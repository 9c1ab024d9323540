//! By what rows are found again: columns whose values were written down.

use super::super::keys::{MOST, Shape, as_kept};
use super::super::rows::{Held, members};
use super::capture::Capture;
use crate::database::{Column, Table};
use crate::sql::{Expr, Select};

/// Columns of a table by which rows are found among what was written down.
#[derive(Clone, Copy)]
pub(super) struct Found<'t> {
    pub table: &'t Table,
    columns: [Option<&'t Column>; MOST],
}

/// The columns of a table's key, where it can be written down.
pub(in super::super) fn key_of(table: &Table) -> Option<Vec<&Column>> {
    Some(Found::by_key(table)?.columns().collect())
}

impl<'t> Found<'t> {
    pub fn by(table: &'t Table, column: &'t Column) -> Self {
        let mut columns = [None; MOST];
        if let Some(first) = columns.first_mut() {
            *first = Some(column);
        }
        Self { table, columns }
    }

    /// `None` where there are none, or more than can be written down.
    pub fn by_all(table: &'t Table, all: impl IntoIterator<Item = &'t Column>) -> Option<Self> {
        let mut all = all.into_iter();
        let mut columns = [None; MOST];
        for (place, column) in columns.iter_mut().zip(all.by_ref()) {
            *place = Some(column);
        }
        (columns.first()?.is_some() && all.next().is_none()).then_some(Self { table, columns })
    }

    /// By the table's own key, where it has one that can be written down.
    pub fn by_key(table: &'t Table) -> Option<Self> {
        Self::by_all(table, table.primary_key.iter().map(|id| table.column(*id)))
    }

    pub fn columns(self) -> impl Iterator<Item = &'t Column> {
        self.columns.into_iter().flatten()
    }

    /// Whether there may be rows that nothing finds by them.
    pub fn may_be_null(self) -> bool {
        self.columns().any(|column| column.nullable)
    }

    /// `a`, or `a|b`.
    pub fn names(self) -> String {
        self.columns().map(|column| &*column.name).collect::<Vec<_>>().join("|")
    }

    pub fn shape(self) -> Shape {
        Shape::of(self.columns())
    }

    /// What is written down of the rows for which `filter` is true.
    pub fn select(self, filter: Expr) -> Select {
        // Compared by bytes: the same text in other letters is another key.
        let exact = self.kept().zip(self.columns()).map(|(name, column)| column.exact(name));
        Select::from(&self.table.name, exact).filter(filter)
    }

    /// The same of those rows in which no column is NULL, each value once.
    pub fn select_some(self, filter: Expr) -> Select {
        let some = self.columns().map(|column| Expr::of(&self.table.name, &column.name).is_null().negated());
        self.select(Expr::all(std::iter::once(filter).chain(some))).distinct()
    }

    /// Columns of a query, which are these, as they are written down.
    pub fn select_from(self, mut query: Select) -> Select {
        for ((expr, _), column) in query.columns.iter_mut().zip(self.columns()) {
            *expr = column.exact(as_kept(expr.clone(), column));
        }
        query
    }

    fn kept(self) -> impl Iterator<Item = Expr> {
        self.columns().map(move |column| as_kept(Expr::of(&self.table.name, &column.name), column))
    }

    /// Whether the row is one of these.
    pub fn among(self, capture: Capture) -> Expr {
        let held = self.kept().zip(self.columns()).map(|(name, column)| Held::as_is(name, column));
        members(held.collect(), &capture.values())
    }

    pub fn folds(self) -> bool {
        self.columns().any(Column::folds_by_name)
    }

    /// Whether the columns hold values as they were written down, so that they can be compared as they are.
    pub fn is_alike(self, capture: Capture) -> bool {
        !self.folds() && self.shape() == capture.shape
    }
}
