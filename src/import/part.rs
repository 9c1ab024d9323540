//! Rows that name nobody and belong to rows that do: over which chain of relations they are reached.

use std::collections::{BTreeMap, BTreeSet};

use super::Basis;
use super::reference::{Certainty, Reference};
use crate::database::{ColumnId, OnDelete, TableId, words};

/// A table whose rows belong to rows of another.
#[derive(Debug, Clone)]
pub(super) struct PartOf {
    pub table: TableId,
    pub column: ColumnId,
    pub reason: String,
}

/// The parts of each table, and what refers to it without being one.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub of: BTreeMap<TableId, Vec<PartOf>>,
    pub loose: BTreeMap<TableId, Vec<(TableId, ColumnId)>>,
}

/// Follows references back from `owned`, nearest tables first; what has an owner of its own is nobody's part.
pub(super) fn parts(basis: &Basis<'_>, owned: &BTreeSet<TableId>) -> Parts {
    let mut parts = Parts::default();
    let mut reached: BTreeSet<TableId> = owned.clone();
    let mut level = owned.clone();
    while !level.is_empty() {
        let mut next: BTreeMap<TableId, (TableId, PartOf)> = BTreeMap::new();
        for reference in &basis.references.all {
            let child = reference.from;
            let open = child != basis.subject.table && !reached.contains(&child) && !basis.covered.has(child);
            if !open || !level.contains(&reference.to) {
                continue;
            }
            let Some(column) = reference.column() else { continue };
            match belongs(basis, reference) {
                Some(reason) => {
                    let part = PartOf { table: child, column, reason };
                    next.entry(child).or_insert((reference.to, part));
                }
                None => parts.loose.entry(reference.to).or_default().push((child, column)),
            }
        }
        level = next.keys().copied().collect();
        reached.extend(&level);
        for (_, (parent, part)) in next {
            parts.of.entry(parent).or_default().push(part);
        }
    }
    for loose in parts.loose.values_mut() {
        loose.retain(|(table, _)| !reached.contains(table));
    }
    parts.loose.retain(|_, loose| !loose.is_empty());
    parts
}

/// Why a row that refers to another belongs to it.
fn belongs(basis: &Basis<'_>, reference: &Reference) -> Option<String> {
    let (child, parent) = (basis.schema.table(reference.from), basis.schema.table(reference.to));
    let column = reference.column()?;
    if parent.row_key().is_none_or(|key| reference.keys != [key]) || reference.certainty == Certainty::Possible {
        return None;
    }
    let cascades = child
        .foreign_keys
        .iter()
        .any(|key| key.columns == [column] && key.table == reference.to && key.on_delete == OnDelete::Cascade);
    if cascades {
        return Some("the database deletes these rows with those they refer to".to_owned());
    }
    let first = |name: &str| words(basis.names.stem(name)).into_iter().next();
    let related = first(&child.name) == first(&parent.name);
    let needed = !child.column(column).nullable;
    (related && needed).then(|| {
        let (column, parent) = (&child.column(column).name, &parent.name);
        format!("`{column}` always refers to `{parent}`, and both tables begin alike ({})", reference.reason)
    })
}
