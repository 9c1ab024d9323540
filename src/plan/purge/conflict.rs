//! Two entries that write different values into one column of what may be the same row.

use std::collections::BTreeMap;

use super::super::Basis;
use super::decide::entries;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, PurgeType};
use crate::sql::{self, Expr, Literal};
use crate::strategy::{Strategy, Value};

/// An entry, what it writes into a column, and where that is said.
type Writing<'w> = (&'w Entry, &'w Value, crate::source::Span);

/// Two entries that write different values into one column of what may be the same row.
pub(super) fn conflicts(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(TableId, ColumnId), Vec<Writing<'_>>> = BTreeMap::new();
    let mut found = Vec::new();
    for (_, entry) in entries(basis, purge_type) {
        for one in entry.purge.iter().flat_map(Strategy::assignments) {
            let before = first.entry((entry.table.id, one.column)).or_default();
            let other = before.iter().find(|(other, value, _)| **value != one.value && !disjoint(other, entry));
            if let Some((_, _, span)) = other {
                let title = format!(
                    "the purge type `{}` writes two values into `{}.{}`",
                    purge_type.id, entry.table.name, one.name
                );
                found.push(
                    Diagnostic::new(Code::ConflictingValues, one.span, title)
                        .label("another value for the same column")
                        .related(*span, "the first value")
                        .help("give both the same value, or take one of the two items out of the type"),
                );
            }
            let known = before.iter().any(|(other, value, _)| **value == one.value && same_rows(other, entry));
            if !known {
                before.push((entry, &one.value, one.span));
            }
        }
    }
    found
}

/// Whether two entries of one table have the same condition, so that comparing with one of them is enough.
fn same_rows(one: &Entry, other: &Entry) -> bool {
    let condition = |entry: &'_ Entry| entry.condition.as_ref().map(|condition| condition.expr.clone());
    condition(one) == condition(other)
}

/// Whether no row can be selected by both: their conditions want different constants of one column.
fn disjoint(one: &Entry, other: &Entry) -> bool {
    let (Some(one), Some(other)) = (&one.condition, &other.condition) else { return false };
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
        _ => None,
    }
}
