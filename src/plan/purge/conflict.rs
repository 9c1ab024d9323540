//! Two entries that write different values into one column of what may be the same row.

use std::collections::BTreeMap;

use super::super::Basis;
use super::branch::of_part;
use super::decide::entries;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Owner, Part, PurgeType, TableName, disjoint};
use crate::source::Span;
use crate::strategy::{Strategy, Value};

/// Under which condition what is written into a column, and where that is said.
struct Writing<'w> {
    condition: Option<&'w Condition>,
    value: &'w Value,
    span: Span,
    choice: Choice<'w>,
}

/// What happens to rows of a table, those of parts too.
struct Written<'w> {
    table: &'w TableName,
    condition: Option<&'w Condition>,
    strategy: &'w Strategy,
    choice: Choice<'w>,
}

/// Which of several outcomes it is, of which one comes true for a row.
#[derive(Clone, Copy)]
struct Choice<'w> {
    /// Outcomes that are written in one place.
    written: Span,
    /// For rows that these people own, and whether one of them stays.
    owners: Option<(&'w [Owner], bool)>,
}

impl Choice<'_> {
    fn excludes(self, other: Self) -> bool {
        let by_owners = match (self.owners, other.owners) {
            (Some((owners, stays)), Some((others, stay))) => owners == others && stays != stay,
            _ => false,
        };
        self.written == other.written || by_owners
    }
}

fn written<'w>(entry: &'w Entry, all: &mut Vec<Written<'w>>) {
    let condition = entry.condition.as_ref();
    let stays = entry.co_owned.as_ref().map(|one| &one.while_owned);
    for strategy in entry.strategies() {
        let owners = entry.co_owned.as_ref().map(|one| &*one.owners);
        let owners = owners.map(|owners| (owners, stays.is_some_and(|stays| std::ptr::eq(stays, strategy))));
        let choice = Choice { written: entry.span, owners };
        all.push(Written { table: &entry.table, condition, strategy, choice });
        written_parts(&entry.parts, Some(strategy), all);
    }
    if entry.purge.is_none() {
        written_parts(&entry.parts, None, all);
    }
}

fn written_parts<'w>(parts: &'w [Part], parent: Option<&'w Strategy>, all: &mut Vec<Written<'w>>) {
    for part in parts {
        let choice = Choice { written: part.span, owners: None };
        for branch in of_part(part, parent) {
            let condition = part.condition.as_ref();
            all.extend(branch.strategies().map(|strategy| Written { table: &part.table, condition, strategy, choice }));
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
    for Written { table, condition, strategy, choice } in all {
        for one in strategy.assignments() {
            let before = first.entry((table.id, one.column)).or_default();
            let other = before.iter().find(|other| {
                *other.value != one.value && !other.choice.excludes(choice) && !disjoint(other.condition, condition)
            });
            if let Some(Writing { span, .. }) = other {
                let title = format!("{} writes two values into `{}.{}`", purge_type.called(), table.name, one.name);
                found.push(
                    Diagnostic::new(Code::ConflictingValues, one.span, title)
                        .label("another value for the same column")
                        .related(*span, "the first value")
                        .help("give both the same value, or take one of the two items out of the type"),
                );
            }
            let known = before.iter().any(|other| *other.value == one.value && other.condition == condition);
            if !known {
                before.push(Writing { condition, value: &one.value, span: one.span, choice });
            }
        }
    }
    found
}
