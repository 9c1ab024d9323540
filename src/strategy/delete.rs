//! `delete`: the row goes.

use crate::database::Table;
use crate::sql::{Change, Expr};

pub(super) const NAME: &str = "delete";

pub(super) fn change(table: &Table, rows: Expr) -> Change {
    Change::Delete { table: table.name.to_string(), filter: rows }
}
