//! Rows that others refer to: they wait until those have gone.

use std::collections::BTreeSet;

use super::super::Basis;
use super::super::purge::refers_of;
use crate::database::{ForeignKey, TableId};
use crate::program::{ColumnName, Entry, Item, Pair, Part, Reference, TableName};
use crate::sql::Expr;

/// By what rows of an entry are referred to that do not go with them.
pub(super) struct Waits {
    by: Vec<Reference>,
}

/// Of rows that stay nothing waits. Keys of the database, and the first steps of ways of the rule's other rows: without
/// the row that such a way enters nobody could say whose they are, or where.
pub(super) fn of(basis: Basis<'_>, entry: &Entry, all: &[(&Item, &Entry)]) -> Waits {
    if !entry.deletes() {
        return Waits { by: Vec::new() };
    }
    let schema = &basis.program.schema;
    let table = entry.table.id;
    let mut with_it = BTreeSet::new();
    tables(&entry.parts, &mut with_it);
    let mut by: Vec<Reference> = schema
        .referring(table)
        .filter(|(child, _)| !with_it.contains(child))
        .map(|(child, key)| of_key(basis, child, table, key))
        .collect();
    for (_, other) in all.iter().filter(|(_, other)| other.table.id != table && !with_it.contains(&other.table.id)) {
        let places = other.places.iter().map(|place| &place.value);
        let first = std::iter::once(&other.path).chain(places).filter_map(|path| path.steps.first());
        let enters = first.filter(|step| step.table.id == table);
        by.extend(enters.map(|step| Reference { table: other.table.clone(), on: step.on.clone() }));
    }
    by.sort();
    by.dedup();
    Waits { by }
}

fn tables(parts: &[Part], all: &mut BTreeSet<TableId>) {
    for part in parts {
        all.insert(part.table.id);
        tables(&part.parts, all);
    }
}

fn of_key(basis: Basis<'_>, child: TableId, table: TableId, key: &ForeignKey) -> Reference {
    let schema = &basis.program.schema;
    let name = |of: TableId, id| ColumnName { id, name: schema.table(of).column(id).name.clone() };
    let pairs = key.columns.iter().zip(&key.to);
    let mut on: Vec<Pair> =
        pairs.map(|(column, to)| Pair { column: name(child, *column), key: name(table, *to) }).collect();
    on.sort();
    Reference { table: TableName { id: child, name: schema.table(child).name.clone() }, on }
}

impl Waits {
    pub fn is_empty(&self) -> bool {
        self.by.is_empty()
    }

    /// Rows of the table refer to each other: one that goes makes room for another.
    pub fn are_among(&self, table: TableId) -> bool {
        self.by.iter().any(|one| one.table.id == table)
    }

    /// The tables that refer to it.
    pub fn tables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.by.iter().map(|one| &*one.table.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Something else refers to the row: for itself it would wait for ever.
    pub fn expr(&self, basis: Basis<'_>, table: TableId) -> Expr {
        let of = basis.program.schema.table(table);
        let other = basis.program.schema.alias("probate_refers");
        let same = of.primary_key.iter().map(|id| of.column(*id)).map(|key| {
            let name = |called: &str| key.exact(Expr::of(called, &key.name));
            name(&other).equals(name(&of.name))
        });
        let is_another = Expr::all(same).is_true().negated();
        Expr::any(self.by.iter().map(|one| {
            let own = one.table.id == table && !of.primary_key.is_empty();
            refers_of(basis.program, table, one, if own { is_another.clone() } else { Expr::all([]) })
        }))
    }
}
