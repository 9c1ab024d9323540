//! `detach`: the row stays, the person's key in it is replaced by nobody's.

use crate::database::{Column, fits};
use crate::sql::{Family, Literal};

pub(super) const NAME: &str = "detach";

/// NULL where the column takes it, else the first value of `nobody` that fits its type.
pub fn nobody(column: &Column, nobody: &[Literal]) -> Option<Literal> {
    if column.nullable {
        return Some(Literal::Null);
    }
    let as_held = |value: &Literal| match (value, column.family) {
        (Literal::Integer(number), Family::Text) => Literal::Text(number.to_string()),
        (value, _) => value.clone(),
    };
    nobody.iter().map(as_held).find(|value| fits(value, column).is_ok())
}
