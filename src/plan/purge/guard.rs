//! Guards: rows of others that refer to rows that go. A cascade would take them along, a plain key would refuse,
//! and without enforcement they would refer to nothing.

use std::collections::BTreeMap;

use super::super::Basis;
use super::Guard;
use super::decide::Step;
use crate::database::{ForeignKey, OnDelete, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;
use crate::sql::{Expr, Select};

pub(super) fn guards(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    steps: &[Step<'_>],
    found: &mut Vec<Diagnostic>,
) -> Vec<Guard> {
    let schema = &basis.program.schema;
    let mut guards = Vec::new();
    found.extend(steps.iter().filter_map(|step| overwritten_key(basis, purge_type, step)));
    let mut of_table: BTreeMap<TableId, Vec<&Step<'_>>> = BTreeMap::new();
    for step in steps {
        of_table.entry(step.entry.table.id).or_default().push(step);
    }
    for (parent, ours) in &of_table {
        let (parent, table) = (*parent, schema.table(*parent));
        let going: Vec<&Step<'_>> = ours.iter().copied().filter(|step| step.deletes()).collect();
        let Some(first) = going.first() else { continue };
        let gone = Expr::any(going.iter().map(|step| step.rows()));
        for (child, key) in schema.referring(parent) {
            let ours = of_table.get(&child).map_or(&[][..], Vec::as_slice);
            if ours.is_empty() && key.on_delete == OnDelete::Refuse {
                found.push(refused(basis, purge_type, first, child, key));
                continue;
            }
            let ([column], [to]) = (key.columns.as_slice(), key.to.as_slice()) else {
                found.push(composite(basis, first, child, key));
                continue;
            };
            let column_name = &schema.table(child).column(*column).name;
            let target = Select::from(&table.name, [Expr::column(&table.column(*to).name)]).filter(gone.clone());
            let taken = ours
                .iter()
                .filter(|step| step.deletes() || step.strategy.writes().contains(column))
                .map(|step| step.rows());
            let refers = Expr::column(column_name).within(target);
            let spared = Expr::any(taken).is_true().negated();
            guards.push(Guard {
                what: format!("{}.{column_name} -> {}", schema.table(child).name, table.name),
                count: Select::from(&schema.table(child).name, [Expr::Count]).filter(Expr::all([refers, spared])),
            });
        }
    }
    guards
}

/// A column that other rows refer to: once overwritten, they would refer to nothing.
fn overwritten_key(basis: Basis<'_>, purge_type: &PurgeType, step: &Step<'_>) -> Option<Diagnostic> {
    let schema = &basis.program.schema;
    let written = step.strategy.writes();
    let mut referring = schema.referring(step.entry.table.id);
    let (child, key) = referring.find(|(_, key)| key.to.iter().any(|column| written.contains(column)))?;
    let title = format!("the purge type `{}` overwrites a column that other rows refer to", purge_type.id);
    Some(
        Diagnostic::new(Code::RefusedByForeignKey, step.entry.span, title)
            .label(format!("rows of `{}` would refer to nothing", schema.table(child).name))
            .related(key.span, "this foreign key refers to it")
            .help("leave the column out of the entry, or delete the rows"),
    )
}

fn refused(basis: Basis<'_>, purge_type: &PurgeType, step: &Step<'_>, child: TableId, key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(child);
    let title = format!("`{}` refers to rows that the purge type `{}` deletes", table.name, purge_type.id);
    Diagnostic::new(Code::RefusedByForeignKey, step.entry.span, title)
        .label(format!("the database would refuse to delete rows of `{}`", step.entry.table.name))
        .related(key.span, "this foreign key has no ON DELETE")
        .help(format!(
            "take an item that covers `{}` into the type, or overwrite these rows instead of deleting them",
            table.name
        ))
}

fn composite(basis: Basis<'_>, step: &Step<'_>, child: TableId, key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(child);
    let title = format!("a foreign key of several columns refers from `{}` to rows that are deleted", table.name);
    Diagnostic::new(Code::NotBuiltYet, step.entry.span, title)
        .label("such keys cannot be guarded yet")
        .related(key.span, "declared here")
        .help("overwrite these rows instead of deleting them, or leave the item out of the type")
}
