//! The value at the end of a path that leads to one row at most, as an expression over the row it starts from.

use std::sync::Arc;

use super::{ColumnId, Direction, FoundPath, PathFault, Schema, TableId, exact};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::sql::{Expr, Family, Select};

/// A value, and the columns that finding it reads.
pub struct Reached {
    pub expr: Expr,
    pub reads: Vec<(TableId, ColumnId)>,
}

/// The column that a path ends in; NULL where a step leads nowhere. `None` where a step can lead to several rows.
///
/// WHY: one query in another, and not a set of keys: unknown stays unknown, also under `not`.
pub fn to_one(schema: &Schema, from: TableId, path: &FoundPath) -> Option<Reached> {
    let (mut before, mut called) = (from, schema.table(from).name.to_string());
    let mut chain = Vec::new();
    let mut reads = Vec::new();
    let conditions: Vec<&Expr> =
        path.steps.iter().flat_map(|step| step.when.iter().chain(&step.filter)).map(|one| &one.expr).collect();
    let mut number = conditions.iter().flat_map(|expr| expr.aliases()).filter_map(|alias| numbered(&alias)).max();
    for step in &path.steps {
        if !step.is_to_one(schema) {
            return None;
        }
        let alias = {
            let next = number.map_or(1, |number| number + 1);
            number = Some(next);
            schema.alias(&format!("probate_{next}"))
        };
        let (table, holder) = (schema.table(step.table), schema.table(before));
        let equal = |(column, key): &(ColumnId, ColumnId)| {
            let (column, key) = (holder.column(*column), table.column(*key));
            let referring = Expr::of(&called, &column.name);
            let cast = key.family == Family::Text && column.family == Family::Integer;
            let referring = if cast { Expr::Cast(Arc::new(referring), Family::Text) } else { referring };
            let is_key = Expr::of(&alias, &key.name);
            let is_key = exact(is_key, &[key, column]);
            is_key.equals(referring)
        };
        let mut filter: Vec<Expr> = step.pairs.iter().map(equal).collect();
        for (condition, about, name) in [
            (step.when.as_ref().filter(|_| step.direction == Direction::Forward), holder, &called),
            (step.when.as_ref().filter(|_| step.direction == Direction::Backward), table, &alias),
            (step.filter.as_ref(), table, &alias),
        ] {
            if let Some(condition) = condition {
                filter.push(condition.expr.clone().about(&about.name, name));
                reads.extend(&condition.reads);
            }
        }
        reads.extend(step.pairs.iter().flat_map(|(column, key)| [(before, *column), (step.table, *key)]));
        chain.push((table.name.to_string(), alias.clone(), Expr::all(filter)));
        (before, called) = (step.table, alias);
    }
    reads.push((path.ends_in, path.last));
    let mut expr = Expr::of(&called, &schema.table(path.ends_in).column(path.last).name);
    for (table, alias, filter) in chain.into_iter().rev() {
        expr = Expr::scalar(Select::from(table, [expr]).alias(alias).filter(filter));
    }
    Some(Reached { expr, reads })
}

fn numbered(alias: &str) -> Option<u32> {
    alias.strip_prefix("probate_")?.trim_end_matches('_').parse().ok()
}

/// What is wrong with a path in a condition, all of it at one place.
pub(super) fn broken_step(schema: &Schema, fault: &PathFault, at: Span) -> Vec<Diagnostic> {
    vec![match fault {
        PathFault::Filter(found) => return found.clone(),
        PathFault::Syntax { label, .. } => Diagnostic::new(Code::ConditionSyntax, at, "this path cannot be read")
            .label(*label)
            .help("steps are joined by single dots, for example `note_id.active`"),
        PathFault::NoColumn { table: id, name, .. } => {
            let table = schema.table(*id);
            Diagnostic::new(Code::UnknownColumn, at, format!("table `{}` has no column `{name}`", table.name))
                .label("no such column")
                .nearest(name, table.column_names().chain(schema.link_names(*id)))
        }
        PathFault::NoKey { table, name, .. } => {
            let table = schema.table(*table);
            Diagnostic::new(Code::OwnerPath, at, format!("`{}.{name}` refers to no table", table.name))
                .label("no foreign key or relation starts in this column")
                .help("declare it under `relations` of the Site, or compare a column of this row")
        }
        PathFault::NoTarget { table, name, target, readings, .. } => {
            let title = format!("`{}.{name}` does not refer to `{target}`", schema.table(*table).name);
            Diagnostic::new(Code::OwnerPath, at, title)
                .label("no foreign key or relation leads there")
                .help(format!("write one of {}", readings.join(", ")))
        }
        PathFault::NoWayBack { table, name, .. } => {
            let title = format!("nothing refers to `{}` as {name}", schema.table(*table).name);
            Diagnostic::new(Code::OwnerPath, at, title)
                .label("no such relation")
                .help("declare it under `relations` of the Site, or compare a column of this row")
        }
        PathFault::Ambiguous { table, name, readings, .. } => {
            let title = format!("`{name}` can be read in {} ways", readings.len());
            Diagnostic::new(Code::AmbiguousStep, at, title)
                .label(format!("in `{}`", schema.table(*table).name))
                .help(format!("write one of {}", readings.join(", ")))
        }
    }]
}
