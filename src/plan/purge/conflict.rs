//! Two entries that write different values into one column of what may be the same row.

use std::collections::BTreeMap;

use super::super::Basis;
use super::branch::of_part;
use super::decide::entries;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Part, PurgeType, TableName};
use crate::sql::{self, Expr, Literal};
use crate::strategy::{Strategy, Value};

/// Under which condition what is written into a column, and where that is said.
struct Writing<'w> {
    condition: Option<&'w Condition>,
    value: &'w Value,
    span: crate::source::Span,
    list: usize,
}

/// What happens to rows of a table, those of parts too.
struct Written<'w> {
    table: &'w TableName,
    condition: Option<&'w Condition>,
    strategy: &'w Strategy,
    /// Outcomes of one list, of which one comes true for a row.
    list: usize,
}

fn written<'w>(entry: &'w Entry, all: &mut Vec<Written<'w>>) {
    let (condition, list) = (entry.condition.as_ref(), all.len());
    let mut strategies: Vec<&Strategy> = entry.strategies().collect();
    strategies.dedup_by(|a, b| std::ptr::eq(*a, *b));
    for strategy in strategies {
        all.push(Written { table: &entry.table, condition, strategy, list });
        written_parts(&entry.parts, Some(strategy), all);
    }
    if entry.purge.is_none() {
        written_parts(&entry.parts, None, all);
    }
}

fn written_parts<'w>(parts: &'w [Part], parent: Option<&'w Strategy>, all: &mut Vec<Written<'w>>) {
    for part in parts {
        let list = all.len();
        for branch in of_part(part, parent) {
            let condition = part.condition.as_ref();
            all.extend(branch.strategies().map(|strategy| Written { table: &part.table, condition, strategy, list }));
            written_parts(&part.parts, branch.strategy, all);
        }
    }
}

/// Two entries that write different values into one column of what may be the same row.
pub(super) fn conflicts(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(TableId, ColumnId), Vec<Writing<'_>>> = BTreeMap::new();
    let mut found = Vec::new();
    let mut all = Vec::new();
    for (_, entry) in entries(basis, purge_type) {
        written(entry, &mut all);
    }
    for Written { table, condition, strategy, list } in all {
        for one in strategy.assignments() {
            let before = first.entry((table.id, one.column)).or_default();
            let other = before
                .iter()
                .find(|other| *other.value != one.value && other.list != list && !disjoint(other.condition, condition));
            if let Some(Writing { span, .. }) = other {
                let title =
                    format!("the purge type `{}` writes two values into `{}.{}`", purge_type.id, table.name, one.name);
                found.push(
                    Diagnostic::new(Code::ConflictingValues, one.span, title)
                        .label("another value for the same column")
                        .related(*span, "the first value")
                        .help("give both the same value, or take one of the two items out of the type"),
                );
            }
            let known = before.iter().any(|other| *other.value == one.value && other.condition == condition);
            if !known {
                before.push(Writing { condition, value: &one.value, span: one.span, list });
            }
        }
    }
    found
}

/// Whether no row can be selected by both: they want different constants of one column.
fn disjoint(one: Option<&Condition>, other: Option<&Condition>) -> bool {
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
        _ => None,
    }
}
