//! What happens to a row in a purge: one file a strategy, with its check against the schema and its statements.
//!
//! In: what an entry says. Out: the [`Change`] that carries it out on a set of rows, and the condition by which
//! residue is recognised. Never here: which rows (that is `plan`).

mod check;
mod delete;
mod detach;
mod empty;
mod keep;
mod overwrite;
mod reassign;
mod value;

pub use detach::nobody;
pub use empty::empty;
pub use overwrite::{Assignment, Overwrite};
pub use reassign::key_of;
pub use value::{Computed, Reads, Value, When};

use serde::Serialize;

use crate::database::{ColumnId, Table};
use crate::diagnostic::Diagnostic;
use crate::sql::{Change, Expr, Literal};

/// Every strategy that is built. The name is how it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    Delete,
    Overwrite(Overwrite),
    /// Columns get the value that says nothing.
    Empty(Overwrite),
    /// The person's key gives way to nobody's.
    Detach(Overwrite),
    /// The person's key gives way to a placeholder's, perhaps beside other values.
    Reassign(Overwrite),
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
            Self::Empty(_) => empty::NAME,
            Self::Detach(_) => detach::NAME,
            Self::Reassign(_) => reassign::NAME,
            Self::Keep { .. } => keep::NAME,
        }
    }

    /// Whether it asks for anything.
    pub fn changes(&self) -> bool {
        !matches!(self, Self::Keep { .. })
    }

    /// What it writes, where the row stays.
    fn written(&self) -> Option<&Overwrite> {
        match self {
            Self::Overwrite(written) | Self::Empty(written) | Self::Detach(written) | Self::Reassign(written) => {
                Some(written)
            }
            Self::Delete | Self::Keep { .. } => None,
        }
    }

    /// What the schema says against it, of rows that are a person's by their column `owner`.
    pub fn check(&self, table: &Table, owner: Option<ColumnId>) -> Vec<Diagnostic> {
        check::check(self.assignments(), table, owner)
    }

    /// Whether it writes nothing but the time of the run.
    pub fn is_only_now(&self) -> bool {
        self.written().is_some_and(Overwrite::is_only_now)
    }

    /// Each column that it writes, with the value.
    pub fn assignments(&self) -> &[Assignment] {
        self.written().map_or(&[], |written| &written.set)
    }

    /// The columns it writes.
    pub fn writes(&self) -> Vec<ColumnId> {
        self.assignments().iter().map(|one| one.column).collect()
    }

    /// What it writes into other columns than these; `None` where that is nothing.
    pub fn without(&self, columns: &[ColumnId]) -> Option<Self> {
        let set: Vec<Assignment> =
            self.assignments().iter().filter(|one| !columns.contains(&one.column)).cloned().collect();
        (!set.is_empty()).then_some(Self::Overwrite(Overwrite { set }))
    }

    /// What it writes into this column.
    pub fn value(&self, column: ColumnId) -> Option<&Value> {
        self.assignments().iter().find(|one| one.column == column).map(|one| &one.value)
    }

    /// Whether it writes NULL into this column.
    pub fn nulls(&self, column: ColumnId) -> bool {
        self.value(column).is_some_and(|value| *value == Value::Literal(Literal::Null))
    }

    /// Whether it takes the person's key out of the row.
    pub fn lets_go(&self) -> bool {
        matches!(self, Self::Detach(_) | Self::Reassign(_))
    }

    /// The change of the rows for which `rows` is true; none for a strategy that asks for nothing.
    pub fn change(&self, table: &Table, rows: Expr) -> Option<Change> {
        match self {
            Self::Delete => Some(delete::change(table, rows)),
            Self::Overwrite(_) | Self::Empty(_) | Self::Detach(_) | Self::Reassign(_) => {
                self.written().map(|written| written.change(table, rows))
            }
            Self::Keep { .. } => None,
        }
    }

    /// Of the rows for which `rows` is true, those that are not yet as they should be.
    pub fn residue(&self, table: &Table, rows: Expr) -> Option<Expr> {
        match self {
            Self::Delete => Some(rows),
            Self::Overwrite(_) | Self::Empty(_) | Self::Detach(_) | Self::Reassign(_) => {
                self.written().map(|written| Expr::all([rows, written.unchanged(table)]))
            }
            Self::Keep { .. } => None,
        }
    }
}
