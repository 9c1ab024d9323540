//! Which person has which role, and where.

use serde::Serialize;

use super::{Named, Path, TableName};
use crate::source::Span;

/// Where the application keeps the roles of people.
#[derive(Debug, Clone, Serialize)]
pub struct Roles {
    /// A row for each role of a person.
    pub table: TableName,
    pub owner: Path,
    /// To the name of the role.
    pub name: Path,
    /// The places in which the person has it: more than one kind where a value of the row decides.
    pub places: Vec<Named<Path>>,
    #[serde(skip)]
    pub span: Span,
}
