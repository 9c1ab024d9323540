//! `empty`: the row stays, each of its `columns` gets the value that says nothing.

use crate::database::Column;
use crate::sql::{Family, Literal};

pub(super) const NAME: &str = "empty";

/// NULL where the column takes it, else '' or 0; `None` where the column's type has no such value.
pub fn empty(column: &Column) -> Option<Literal> {
    if column.nullable {
        return Some(Literal::Null);
    }
    match column.family {
        Family::Text => Some(Literal::Text(String::new())),
        Family::Integer | Family::Decimal | Family::Real => Some(Literal::Integer(0)),
        Family::Boolean | Family::Bytes | Family::Date | Family::Timestamp | Family::Other => None,
    }
}
