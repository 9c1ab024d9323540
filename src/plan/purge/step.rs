//! One statement of Apply, and how it knows its rows.

use std::borrow::Cow;

use super::capture::Capture;
use super::cut::closes;
use super::decide::Rows;
use super::row_key::Found;
use crate::database::{ColumnId, ForeignKey, Table, TableId};
use crate::program::{Entry, Item, Part, TableName};
use crate::source::Span;
use crate::sql::{self, Expr};
use crate::strategy::Strategy;

#[derive(Clone)]
pub(super) struct Step<'s> {
    /// From 1, in the order in which they run.
    pub number: usize,
    pub item: &'s Item,
    pub table: &'s TableName,
    pub span: Span,
    pub strategy: Cow<'s, Strategy>,
    pub selection: Selection<'s>,
    /// The entry, where this happens to all its rows.
    pub entry: Option<&'s Entry>,
    /// How many rows stand between its row and the entry's: parts go before what they are parts of.
    pub depth: usize,
    /// Its rows are files of the Site's store, and here their bytes were written down.
    pub bytes: Option<Capture>,
    /// Rows below its rows, all of them, go before them.
    pub below: Option<&'s Part>,
    /// Its rows stay, and lose what is not needed of them.
    pub spares: bool,
    /// It is no part of the policy: what it does, and why.
    pub why: Option<String>,
}

/// How a step knows its rows.
#[derive(Clone)]
pub(super) enum Selection<'s> {
    /// Its selection reads only the batch and columns that no other statement of this purge changes.
    Live(Expr),
    /// What its rows are found by was written down before.
    Captured {
        by: Found<'s>,
        capture: Capture,
        /// What else is asked of the row.
        also: Option<Expr>,
        /// The ownership query, where it still finds what was overlooked.
        again: Option<Expr>,
    },
}

impl<'s> Selection<'s> {
    /// Rows that were written down, all of them.
    pub fn all(by: Found<'s>, capture: Capture) -> Self {
        Self::Captured { by, capture, also: None, again: None }
    }

    pub fn rows(&self) -> Expr {
        match self {
            Self::Live(selected) => selected.clone(),
            Self::Captured { by, capture, also, .. } => {
                Expr::all([Some(by.among(*capture)), also.clone()].into_iter().flatten())
            }
        }
    }

    /// The same rows, which are not looked for again.
    pub fn without_again(&self) -> Self {
        match self.clone() {
            Self::Captured { by, capture, also, .. } => Self::Captured { by, capture, also, again: None },
            live @ Self::Live(_) => live,
        }
    }

    /// The table whose turn must have come for the rows to be known.
    pub fn late(&self) -> Option<TableId> {
        match self {
            Self::Live(_) => None,
            Self::Captured { capture, .. } => capture.late,
        }
    }
}

impl<'s> Step<'s> {
    /// What happens to known rows that a duty keeps, or that rows which stay need.
    pub fn of_spared(rows: Rows<'s>, selection: Selection<'s>) -> Self {
        let Rows { item, table, span, depth } = rows;
        let strategy = Cow::Owned(Strategy::Keep { reason: String::new() });
        Self {
            number: 0,
            item,
            table,
            span,
            strategy,
            selection,
            entry: None,
            depth,
            bytes: None,
            below: None,
            spares: true,
            why: None,
        }
    }
}

impl Step<'_> {
    pub fn name(&self) -> sql::Step {
        sql::Step {
            number: self.number,
            item: self.item.name.clone(),
            action: self.strategy.name(),
            table: self.table.name.to_string(),
        }
    }

    /// The rows, as a condition that means the same in Decide, Apply and Residue.
    pub fn rows(&self) -> Expr {
        self.selection.rows()
    }

    /// What Residue counts, each by itself so that each finds its rows by an index.
    pub fn left(&self, table: &Table) -> Vec<Expr> {
        // They are counted as what happens to them by the policy.
        if self.why.is_some() {
            return Vec::new();
        }
        let rows = match &self.selection {
            // A row that names the person no more is not found again; one that does has not been let go.
            Selection::Live(selected) if self.strategy.lets_go() => return vec![selected.clone()],
            Selection::Live(_) => vec![self.rows()],
            Selection::Captured { again, .. } => std::iter::once(self.rows()).chain(again.clone()).collect(),
        };
        rows.into_iter().filter_map(|rows| self.strategy.residue(table, rows)).collect()
    }

    /// Whether one of these columns tells which rows these are; or may do so.
    pub fn is_found_by(&self, columns: &[ColumnId]) -> bool {
        match (&self.selection, self.entry) {
            (Selection::Live(_), Some(entry)) => {
                let read =
                    entry.condition.iter().flat_map(|one| &one.reads).filter(|(table, _)| *table == self.table.id);
                read.map(|(_, column)| *column).chain(entry.path.first_columns()).any(|one| columns.contains(&one))
            }
            (Selection::Live(_), None) => true,
            (Selection::Captured { by, also, .. }, _) => {
                let is_by = |id: &ColumnId| by.columns().any(|column| std::ptr::eq(column, by.table.column(*id)));
                also.is_some() || columns.iter().any(is_by)
            }
        }
    }

    pub fn deletes(&self) -> bool {
        matches!(*self.strategy, Strategy::Delete)
    }

    /// Whether whatever refers by this key to its rows goes with them or before them.
    pub fn closes(&self, key: &ForeignKey) -> bool {
        self.below.is_some_and(|part| closes(part, key))
    }
}
