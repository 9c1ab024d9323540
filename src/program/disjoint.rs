//! Whether two conditions exclude each other.

use super::Condition;
use crate::sql::{self, Expr, Literal};

/// Whether no row can meet both: they want different constants of one column.
pub fn disjoint(one: Option<&Condition>, other: Option<&Condition>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let (one, other) = (constants(&one.expr), constants(&other.expr));
    one.iter().any(|(column, value)| other.iter().any(|(name, wanted)| column == name && differ(value, wanted)))
}

/// Whether no value equals both: `true` is 1, and 0.5 is 0.50.
fn differ(one: &Literal, other: &Literal) -> bool {
    let number = |literal: &Literal| -> Option<f64> {
        match literal {
            Literal::Boolean(value) => Some(f64::from(u8::from(*value))),
            Literal::Integer(value) => value.to_string().parse().ok(),
            Literal::Decimal(digits) => digits.parse().ok(),
            Literal::Null | Literal::Text(_) | Literal::Date(_) | Literal::Timestamp(_) => None,
        }
    };
    match (one, other) {
        (Literal::Integer(one), Literal::Integer(other)) => one != other,
        (Literal::Text(one), Literal::Text(other))
        | (Literal::Date(one), Literal::Date(other))
        | (Literal::Timestamp(one), Literal::Timestamp(other)) => one != other,
        _ => matches!((number(one), number(other)), (Some(one), Some(other)) if one < other || other < one),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "any other form proves nothing")]
fn constants(expr: &Expr) -> Vec<(&str, &Literal)> {
    match expr {
        Expr::And(parts) => parts.iter().flat_map(constants).collect(),
        Expr::Compare(sql::Comparison::Equal, left, right) => {
            constant(left, right).or_else(|| constant(right, left)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn constant<'e>(column: &'e Expr, value: &'e Expr) -> Option<(&'e str, &'e Literal)> {
    match (column, value) {
        (Expr::Column { name, .. }, Expr::Literal(value)) => Some((name, value)),
        // Texts compare by bytes, so that other texts are other values.
        (Expr::Exact(column, _) | Expr::ByBytes(column), value) => constant(column, value),
        _ => None,
    }
}
