//! The rows that hold an item: whose they are, what belongs to them, what is exported and what a purge does.

use std::sync::Arc;

use serde::Serialize;

use super::{Clock, ColumnName, IdentifierSource, TableName};
use crate::database::{ColumnId, TableId};
use crate::source::Span;
use crate::sql::{Expr, Family};
use crate::strategy::Strategy;

/// Rows of one table that stand in one relation to a person.
#[derive(Debug, Serialize)]
pub struct Entry {
    pub table: TableName,
    pub relation: Relation,
    pub path: Path,
    /// What the path ends in, where it is not the subject's key.
    pub identifier: Option<IdentifierSource>,
    pub condition: Option<Condition>,
    pub export: Export,
    /// Absent: exported only.
    pub purge: Option<Strategy>,
    /// Rows that belong to these rows; sorted.
    pub parts: Vec<Part>,
    /// The places that the rows lie in: more than one where a value of the row decides.
    pub places: Vec<Named<Path>>,
    /// Sorted by name.
    pub clocks: Vec<Clock>,
    /// The name of its list in an export.
    pub list: Arc<str>,
    #[serde(skip)]
    pub span: Span,
}

/// How a row is related to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The row is this person's.
    Owner,
    /// The row is somebody else's and names the person.
    Mention,
    /// The person may see it.
    Access,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named<T> {
    pub name: String,
    pub value: T,
}

/// From the row to the column that holds the subject's key.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Path {
    pub steps: Vec<Step>,
    /// The last column, in the table that the steps end in.
    pub last: ColumnName,
    pub ends_in: TableName,
}

impl Path {
    /// The column itself, where the path never leaves the row.
    pub fn own_column(&self) -> Option<ColumnId> {
        self.steps.is_empty().then_some(self.last.id)
    }

    /// The column of the row that the path starts with.
    pub fn first_column(&self) -> &ColumnName {
        self.steps.first().map_or(&self.last, |step| &step.column)
    }
}

/// `column` of the table before equals `key` of `table`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    pub column: ColumnName,
    pub table: TableName,
    pub key: ColumnName,
    /// What is asked of the row before.
    pub before: Option<Condition>,
    /// What is asked of the row that is entered.
    pub entered: Option<Condition>,
}

/// A typed condition on one row, and the columns it reads.
#[derive(Debug, Clone, Serialize)]
pub struct Condition {
    pub expr: Expr,
    #[serde(skip)]
    pub reads: Vec<(TableId, ColumnId)>,
    #[serde(skip)]
    pub span: Span,
}

/// Two conditions are the same when they say the same, wherever they stand.
impl PartialEq for Condition {
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

/// Rows that belong to other rows: they go when those go, and are exported inside them.
#[derive(Debug, Serialize)]
pub struct Part {
    pub table: TableName,
    /// What must be equal for a row to be a part of another.
    pub links: Vec<Link>,
    pub condition: Option<Condition>,
    pub export: Export,
    /// What happens to it when the row that it is a part of stays.
    pub purge: Option<Strategy>,
    pub parts: Vec<Part>,
    pub list: Arc<str>,
    /// The rows are files of the Site's store.
    pub stored: bool,
    #[serde(skip)]
    pub span: Span,
}

/// `column` of the part equals what a path from the other row leads to.
#[derive(Debug, Serialize)]
pub struct Link {
    pub column: ColumnName,
    pub to: Path,
}

impl Part {
    /// The column of the part, and the column of the row it belongs to, where that is all.
    pub fn plain_link(&self) -> Option<(&ColumnName, &ColumnName)> {
        match self.links.as_slice() {
            [only] if only.to.steps.is_empty() => Some((&only.column, &only.to.last)),
            _ => None,
        }
    }
}

/// The columns of an export and the names they have there; none is an entry that is never exported.
#[derive(Debug, Default, Clone, Serialize)]
pub struct Export {
    pub columns: Vec<ExportColumn>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ExportColumn {
    pub name: Arc<str>,
    /// The column, or the first one of a path.
    pub column: ColumnName,
    /// Where it is a path: how the value is found.
    pub reached: Option<Box<Expr>>,
    #[serde(skip)]
    pub family: Family,
    /// Where the value is the key of a person: the column of the subject's table that it equals. Of somebody else only
    /// the label is shown.
    pub person: Option<ColumnName>,
    /// The value is a person's key only in rows that meet this.
    pub person_when: Option<Box<Condition>>,
}
