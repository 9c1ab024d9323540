//! Decide: which entries change rows, and whether their rows must be captured before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::super::rows::{Subjects, member, selected};
use super::super::tables::Keys;
use crate::database::{Column, ColumnId, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Item, PurgeType};
use crate::sql::{self, Expr, Literal, Select};
use crate::strategy::Strategy;

/// One statement of Apply.
pub(super) struct Step<'s> {
    /// From 1, in the order in which they run.
    pub number: usize,
    pub item: &'s Item,
    pub entry: &'s Entry,
    pub strategy: &'s Strategy,
    pub selection: Selection<'s>,
}

/// How a step knows its rows.
pub(super) enum Selection<'s> {
    /// Its selection reads only the batch and columns that no statement of this purge changes.
    Live(Expr),
    /// The keys of its rows were written down before anything was changed.
    Captured { table: &'s Table, key: &'s Column, selected: Expr },
}

impl Step<'_> {
    pub fn number_as_i64(&self) -> i64 {
        i64::try_from(self.number).unwrap_or(i64::MAX)
    }

    pub fn name(&self) -> sql::Step {
        sql::Step {
            number: self.number,
            item: self.item.name.clone(),
            action: self.strategy.name(),
            table: self.entry.table.name.to_string(),
        }
    }

    /// The rows, as a condition that means the same in Decide, Apply and Residue.
    pub fn rows(&self) -> Expr {
        match &self.selection {
            Selection::Live(selected) => selected.clone(),
            Selection::Captured { table, key, .. } => {
                let mine = Expr::all([
                    Expr::column("run").equals(Expr::Run),
                    Expr::column("step").equals(Expr::integer(self.number_as_i64())),
                ]);
                let kept = Select::from(Keys::of(key).table(), [Expr::column("k")]).filter(mine);
                let name = Keys::kept(table, key);
                if matches!(name, Expr::Column { .. }) { member(table, key, &kept) } else { name.within(kept) }
            }
        }
    }

    /// For residue: what was captured, and for a plain owner column whatever the ownership query finds now.
    pub fn rows_again(&self) -> Expr {
        match &self.selection {
            Selection::Captured { selected, .. }
                if self.entry.owner.steps.is_empty() && self.entry.condition.is_none() =>
            {
                Expr::any([self.rows(), selected.clone()])
            }
            Selection::Live(_) | Selection::Captured { .. } => self.rows(),
        }
    }

    /// Where its rows were written down.
    pub fn keys(&self) -> Option<Keys> {
        match &self.selection {
            Selection::Captured { key, .. } => Some(Keys::of(key)),
            Selection::Live(_) => None,
        }
    }

    pub fn deletes(&self) -> bool {
        matches!(self.strategy, Strategy::Delete)
    }
}

/// The entries of a type that change rows, in the order of the catalogue.
fn entries<'e>(
    basis: Basis<'e>,
    purge_type: &'e PurgeType,
) -> impl Iterator<Item = (&'e Item, &'e Entry, &'e Strategy)> {
    let items = purge_type.items.iter().filter_map(move |id| basis.program.item(*id));
    items.flat_map(|item| item.entries.iter().map(move |entry| (item, entry))).filter_map(|(item, entry)| {
        let strategy = entry.purge.as_ref()?;
        let changes = !matches!(strategy, Strategy::Keep { .. });
        changes.then_some((item, entry, strategy))
    })
}

pub(super) fn written_tables(basis: Basis<'_>, purge_type: &PurgeType) -> BTreeSet<TableId> {
    entries(basis, purge_type).map(|(_, entry, _)| entry.table.id).collect()
}

/// The steps, not yet in their final order (their numbers are given by it).
pub(super) fn steps<'s>(basis: Basis<'s>, purge_type: &'s PurgeType, found: &mut Vec<Diagnostic>) -> Vec<Step<'s>> {
    let mut changed: BTreeMap<TableId, BTreeSet<ColumnId>> = BTreeMap::new();
    for (_, entry, strategy) in entries(basis, purge_type) {
        changed.entry(entry.table.id).or_default().extend(strategy.writes());
    }
    let mut steps = Vec::new();
    for (item, entry, strategy) in entries(basis, purge_type) {
        let selected = selected(basis.program, entry, Subjects::Batch);
        let table = basis.program.schema.table(entry.table.id);
        let selection = if is_live(table, entry, changed.get(&entry.table.id)) {
            Selection::Live(selected)
        } else {
            let Some(key) = table.row_key() else {
                found.push(needs_key(basis, purge_type, entry));
                continue;
            };
            Selection::Captured { table, key: table.column(key), selected }
        };
        steps.push(Step { number: 0, item, entry, strategy, selection });
    }
    steps
}

fn is_live(table: &Table, entry: &Entry, changed: Option<&BTreeSet<ColumnId>>) -> bool {
    // What the database computes may follow from any column.
    let is_changed = |column: &ColumnId| {
        changed
            .is_some_and(|changed| changed.contains(column) || table.column(*column).generated && !changed.is_empty())
    };
    let reads = entry.condition.iter().flat_map(|condition| &condition.reads);
    entry.owner.steps.is_empty() && !is_changed(&entry.owner.last.id) && !reads.into_iter().any(is_changed)
}

fn needs_key(basis: Basis<'_>, purge_type: &PurgeType, entry: &Entry) -> Diagnostic {
    let table = basis.program.schema.table(entry.table.id);
    let why = if entry.owner.steps.is_empty() {
        "its owner column or condition reads a column that this purge changes"
    } else {
        "its owner is found over another table, whose rows may be gone by then"
    };
    let keys = match table.primary_key.len() {
        0 => "no primary key".to_owned(),
        several => format!("a primary key of {several} columns, which is not built yet"),
    };
    Diagnostic::new(
        Code::NeedsKey,
        entry.span,
        format!("the rows of `{}` cannot be remembered in the purge type `{}`", table.name, purge_type.id),
    )
    .label(format!("the table has {keys}"))
    .related(table.span, "declared here")
    .note(format!("the rows must be remembered before anything is changed: {why}"))
    .help("give the table a primary key of one column, or leave this item out of the type")
}

/// An entry, what it writes into a column, and where that is said.
type Writing<'w> = (&'w Entry, &'w Literal, crate::source::Span);

/// Two entries that write different values into one column of what may be the same row.
pub(super) fn conflicts(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(TableId, ColumnId), Vec<Writing<'_>>> = BTreeMap::new();
    let mut found = Vec::new();
    for (_, entry, strategy) in entries(basis, purge_type) {
        let Strategy::Overwrite(overwrite) = strategy else { continue };
        for one in &overwrite.set {
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
