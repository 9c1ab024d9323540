//! What a column can hold: the family of a declared type, and whether a value fits.

use super::Column;
use crate::sql::{Family, Literal};

/// SQLite's rules for a declared type (<https://www.sqlite.org/datatype3.html#determination_of_column_affinity>),
/// with the families of dates and booleans, which it keeps as numbers or texts, told apart by name.
pub(super) fn family(declared: &str) -> Family {
    let upper = declared.to_ascii_uppercase();
    let has = |part: &str| upper.contains(part);
    if upper.is_empty() {
        Family::Other
    } else if has("BOOL") {
        Family::Boolean
    } else if has("INT") {
        Family::Integer
    } else if has("CHAR") || has("CLOB") || has("TEXT") {
        Family::Text
    } else if has("BLOB") {
        Family::Bytes
    } else if has("REAL") || has("FLOA") || has("DOUB") {
        Family::Real
    } else if has("DATETIME") || has("TIMESTAMP") {
        Family::Timestamp
    } else if has("DATE") {
        Family::Date
    } else if has("NUM") || has("DEC") {
        Family::Decimal
    } else {
        Family::Other
    }
}

/// Why a value cannot stand in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    Null,
    Family,
    /// Longer than the column, in characters.
    Length(u64),
    /// Outside of the smallest and the largest that it holds.
    Bounds(i64, i64),
    /// None of the values of an enum.
    NotAllowed,
}

/// Whether a value can be written into a column as it is.
///
/// # Errors
/// The reason why not.
pub fn fits(literal: &Literal, column: &Column) -> Result<(), Misfit> {
    if matches!(literal, Literal::Null) {
        return if column.nullable { Ok(()) } else { Err(Misfit::Null) };
    }
    if !same_kind(family_of(literal), column.family) && !is_flag(literal, column) {
        return Err(Misfit::Family);
    }
    if let (Literal::Text(text), Some(length)) = (literal, column.length)
        && text.chars().count() as u64 > length
    {
        return Err(Misfit::Length(length));
    }
    if let (Literal::Integer(value), Some((least, most))) = (literal, column.bounds)
        && !(least..=most).contains(value)
    {
        return Err(Misfit::Bounds(least, most));
    }
    if let (Literal::Text(text), Some(allowed)) = (literal, &column.allowed)
        && !allowed.contains(text)
    {
        return Err(Misfit::NotAllowed);
    }
    if let (Literal::Text(text), Family::Date | Family::Timestamp) = (literal, column.family)
        && !is_iso_date(text)
    {
        return Err(Misfit::Family);
    }
    Ok(())
}

/// A value as its column holds it: 1 in a boolean column is true, and true in a column of whole numbers is 1.
#[must_use]
pub fn as_held(literal: Literal, column: &Column) -> Literal {
    match (literal, column.family) {
        (Literal::Integer(flag @ (0 | 1)), Family::Boolean) => Literal::Boolean(flag == 1),
        (Literal::Boolean(flag), Family::Integer) => Literal::Integer(i64::from(flag)),
        (literal, _) => literal,
    }
}

/// 0 and 1 are how most schemas write a boolean.
fn is_flag(literal: &Literal, column: &Column) -> bool {
    match column.family {
        Family::Boolean => matches!(literal, Literal::Integer(0 | 1)),
        Family::Integer => matches!(literal, Literal::Boolean(_)),
        Family::Decimal
        | Family::Real
        | Family::Text
        | Family::Bytes
        | Family::Date
        | Family::Timestamp
        | Family::Other => false,
    }
}

fn is_iso_date(text: &str) -> bool {
    text.get(..10).is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok())
}

fn family_of(literal: &Literal) -> Family {
    match literal {
        Literal::Null => Family::Other,
        Literal::Boolean(_) => Family::Boolean,
        Literal::Integer(_) => Family::Integer,
        Literal::Decimal(_) => Family::Decimal,
        Literal::Text(_) => Family::Text,
        Literal::Date(_) => Family::Date,
        Literal::Timestamp(_) => Family::Timestamp,
    }
}

/// Whether values of the two families can be compared without converting one of them.
pub fn same_kind(one: Family, other: Family) -> bool {
    let kind = |family| match family {
        Family::Boolean => 0,
        Family::Integer | Family::Decimal | Family::Real => 1,
        Family::Text => 2,
        Family::Bytes => 3,
        Family::Date | Family::Timestamp => 4,
        Family::Other => 5,
    };
    kind(one) == kind(other) && one != Family::Other
        // A date is written as a text, and SQLite keeps it as one.
        || matches!((one, other), (Family::Text, Family::Date | Family::Timestamp))
}
