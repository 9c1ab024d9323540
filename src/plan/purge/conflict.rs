//! Two entries that write different values into one column of what may be the same row.

use std::collections::BTreeMap;

use super::super::Basis;
use super::decide::entries;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Part, Purge, PurgeType, TableName};
use crate::source::Span;
use crate::sql::{self, Expr, Literal};
use crate::strategy::{Assignment, Strategy};

/// What a type may do with rows of a table.
pub(super) struct Doing<'d> {
    pub table: &'d TableName,
    pub strategy: &'d Strategy,
    /// What must be true of a row for that.
    pub conditions: Vec<&'d Condition>,
    /// What is true of a row with which it has been done: its side has been left.
    pub gone: Option<&'d Condition>,
    pub span: Span,
    /// Of one entry, or of one kind of parts, a row meets one at most.
    unit: usize,
}

/// Everything that a type may do, parts of rows included.
pub(super) fn doings<'d>(basis: Basis<'d>, purge_type: &'d PurgeType) -> Vec<Doing<'d>> {
    let mut all = Gathered { units: 0, doings: Vec::new() };
    for (_, entry) in entries(basis, purge_type) {
        all.entry(entry);
    }
    all.doings
}

struct Gathered<'d> {
    units: usize,
    doings: Vec<Doing<'d>>,
}

impl<'d> Gathered<'d> {
    fn entry(&mut self, entry: &'d Entry) {
        let conditions: Vec<&Condition> = entry.condition.iter().collect();
        let unit = self.unit();
        if let Some(purge) = &entry.purge {
            self.purge(&entry.table, purge, &conditions, entry.span, unit);
        }
        let doing = |strategy, gone| Doing {
            table: &entry.table,
            strategy,
            conditions: conditions.clone(),
            gone,
            span: entry.span,
            unit,
        };
        let owned = entry.co_owned.iter().map(|one| doing(&one.while_owned, None));
        let left = entry.side.iter().filter_map(|side| {
            let gone = side.all.iter().find(|one| side.name.rsplit('.').next() == Some(&*one.name));
            Some(doing(side.leave.as_ref()?, gone.and_then(|one| one.gone.as_ref())))
        });
        self.doings.extend(owned.chain(left));
        self.parts(&entry.parts, Fate::of(entry.strategies()));
    }

    fn unit(&mut self) -> usize {
        self.units += 1;
        self.units
    }

    fn purge(&mut self, table: &'d TableName, purge: &'d Purge, conditions: &[&'d Condition], span: Span, unit: usize) {
        let doing = |strategy, own: Option<&'d Condition>| {
            let conditions = conditions.iter().copied().chain(own).collect();
            Doing { table, strategy, conditions, gone: None, span, unit }
        };
        self.doings.extend(purge.outcomes.iter().map(|one| doing(&one.strategy, one.condition.as_ref())));
        self.doings.extend(purge.while_referenced.iter().map(|one| doing(&one.instead, None)));
    }

    fn parts(&mut self, parts: &'d [Part], parent: Fate) {
        for part in parts {
            let conditions: Vec<&Condition> = part.condition.iter().collect();
            let unit = self.unit();
            let own = part.purge.as_ref().filter(|_| parent.stays);
            if let Some(purge) = own {
                self.purge(&part.table, purge, &conditions, part.span, unit);
            }
            if parent.goes {
                let (table, span) = (&part.table, part.span);
                self.doings.push(Doing { table, strategy: &part.gone, conditions, gone: None, span, unit });
            }
            let gone = parent.goes.then_some(&part.gone);
            let may = own.into_iter().flat_map(Purge::strategies).chain(gone);
            let stays = parent.stays && own.is_none();
            let fate = Fate::of(may);
            self.parts(&part.parts, Fate { stays: fate.stays || stays, ..fate });
        }
    }
}

/// What may become of a row that others are parts of.
#[derive(Clone, Copy)]
struct Fate {
    goes: bool,
    stays: bool,
}

impl Fate {
    fn of<'s>(strategies: impl Iterator<Item = &'s Strategy>) -> Self {
        let all: Vec<bool> = strategies.map(|one| matches!(one, Strategy::Delete)).collect();
        Self { goes: all.contains(&true), stays: all.is_empty() || all.contains(&false) }
    }
}

/// Two entries that write different values into one column of what may be the same row.
pub(super) fn conflicts(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let doings = doings(basis, purge_type);
    let mut first: BTreeMap<(TableId, ColumnId), Vec<(&Doing<'_>, &Assignment)>> = BTreeMap::new();
    let mut found = Vec::new();
    for doing in &doings {
        for one in doing.strategy.assignments() {
            let before = first.entry((doing.table.id, one.column)).or_default();
            let other = before.iter().find(|(other, value)| {
                value.value != one.value && other.unit != doing.unit && !disjoint(&other.conditions, &doing.conditions)
            });
            if let Some((_, other)) = other {
                let title = format!(
                    "the purge type `{}` writes two values into `{}.{}`",
                    purge_type.id, doing.table.name, one.name
                );
                found.push(
                    Diagnostic::new(Code::ConflictingValues, one.span, title)
                        .label("another value for the same column")
                        .related(other.span, "the first value")
                        .help("give both the same value, or take one of the two items out of the type"),
                );
            }
            let known =
                before.iter().any(|(other, value)| value.value == one.value && other.conditions == doing.conditions);
            if !known {
                before.push((doing, one));
            }
        }
    }
    found
}

/// Whether no row can be selected by both: they want different constants of one column.
fn disjoint(one: &[&Condition], other: &[&Condition]) -> bool {
    let wanted = |all: &[&Condition]| -> Vec<(String, Literal)> {
        let found = all.iter().flat_map(|one| constants(&one.expr));
        found.map(|(column, value)| (column.to_owned(), value.clone())).collect()
    };
    let (one, other) = (wanted(one), wanted(other));
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
