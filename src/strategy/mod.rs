//! What happens to a row in a purge: one file a strategy, with its check against the schema and its statements.
//!
//! In: what an entry says. Out: the [`Change`] that carries it out on a set of rows, and the condition by which
//! residue is recognised. Never here: which rows (that is `plan`).

mod delete;
mod keep;
mod overwrite;

pub use overwrite::{Assignment, Overwrite};

use serde::Serialize;

use crate::database::{ColumnId, Table};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::sql::{Change, Expr, Literal};

/// Every strategy that is built. The name is how it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    Delete,
    Overwrite(Overwrite),
    /// This relation asks for nothing; the reason is shown to the person.
    Keep {
        reason: String,
    },
}

impl Strategy {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Delete => delete::NAME,
            Self::Overwrite(_) => overwrite::NAME,
            Self::Keep { .. } => keep::NAME,
        }
    }

    /// What the schema says against it.
    pub fn check(&self, table: &Table, at: Span) -> Vec<Diagnostic> {
        match self {
            Self::Delete => Vec::new(),
            Self::Overwrite(overwrite) => overwrite.check(table, at),
            Self::Keep { .. } => keep::check(),
        }
    }

    /// The columns it writes.
    pub fn writes(&self) -> Vec<ColumnId> {
        match self {
            Self::Delete | Self::Keep { .. } => Vec::new(),
            Self::Overwrite(overwrite) => overwrite.columns(),
        }
    }

    /// What it writes into this column.
    pub fn value(&self, column: ColumnId) -> Option<&Literal> {
        match self {
            Self::Delete | Self::Keep { .. } => None,
            Self::Overwrite(overwrite) => overwrite.value(column),
        }
    }

    /// Whether it writes NULL into this column.
    pub fn nulls(&self, column: ColumnId) -> bool {
        self.value(column) == Some(&Literal::Null)
    }

    /// The change of the rows for which `rows` is true; none for a strategy that asks for nothing.
    pub fn change(&self, table: &Table, rows: Expr) -> Option<Change> {
        match self {
            Self::Delete => Some(delete::change(table, rows)),
            Self::Overwrite(overwrite) => Some(overwrite.change(table, rows)),
            Self::Keep { .. } => None,
        }
    }

    /// Of the rows for which `rows` is true, those that are not yet as they should be.
    pub fn residue(&self, table: &Table, rows: Expr) -> Option<Expr> {
        match self {
            Self::Delete => Some(rows),
            Self::Overwrite(overwrite) => Some(Expr::all([rows, overwrite.unchanged(table)])),
            Self::Keep { .. } => None,
        }
    }
}
