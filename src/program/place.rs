//! Where data lies, and the clocks by which it ages.

use serde::Serialize;

use super::{ColumnName, Path, TableName};

/// A kind of place: a course, a category. Smaller places lie in larger ones.
#[derive(Debug, Serialize)]
pub struct Place {
    pub name: String,
    pub table: TableName,
    pub key: ColumnName,
    /// The column that leads to the place of the same kind that this one lies in.
    pub parent: Option<Path>,
    /// The larger places it lies in, by name, and how to get there; sorted.
    pub within: Vec<(String, Path)>,
    /// Sorted by name.
    pub clocks: Vec<Clock>,
}

/// A moment in a row's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    pub name: String,
    pub column: ColumnName,
    pub unit: Unit,
}

/// How a column says what time it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A date or timestamp of the database.
    Native,
    /// ISO 8601, as SQLite keeps it.
    Text,
    /// Seconds since 1970.
    Unix,
    /// Milliseconds since 1970.
    UnixMs,
}
