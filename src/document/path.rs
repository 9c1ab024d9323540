//! Paths as documents write them: found in the schema, or what is wrong with them.

use super::context::Context;
use crate::database::{self, ColumnId, Direction, FoundPath, FoundStep, PathFault, Resolved, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Pair, Path, Step};
use crate::source::{Span, Spanned};

/// A path to a column.
pub(super) fn to_column(table: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<FoundPath> {
    match database::path(context.sources(), &context.schema, table, text) {
        Ok(found) => {
            context.passable(&found.steps, text.span);
            Some(found)
        }
        Err(fault) => {
            let found = broken(&fault, text, context);
            context.found.extend(found);
            None
        }
    }
}

/// A path that every step of which is followed, and the table it ends in.
pub(super) fn to_table(
    table: TableId,
    text: &Spanned<String>,
    context: &mut Context<'_>,
) -> Option<(Vec<FoundStep>, TableId)> {
    match database::path_to_table(context.sources(), &context.schema, table, text) {
        Ok(steps) => {
            context.passable(&steps, text.span);
            let end = steps.last().map_or(table, |step| step.table);
            Some((steps, end))
        }
        Err(fault) => {
            let found = broken(&fault, text, context);
            context.found.extend(found);
            None
        }
    }
}

/// The path with the names by which it is digested and printed.
pub(super) fn named(table: TableId, found: &FoundPath, context: &Context<'_>) -> Path {
    Path {
        steps: named_steps(table, &found.steps, context),
        last: context.column_name(found.ends_in, found.last),
        ends_in: context.table_name(found.ends_in),
    }
}

pub(super) fn named_steps(table: TableId, found: &[FoundStep], context: &Context<'_>) -> Vec<Step> {
    let mut from = table;
    let mut steps = Vec::new();
    for step in found {
        let when = step.when.as_ref().map(condition_of);
        let filter = step.filter.as_ref().map(condition_of);
        let (before, entered) = match step.direction {
            Direction::Forward => (when, filter),
            Direction::Backward => (None, both(when, filter)),
        };
        steps.push(Step { on: pairs(from, step, context), table: context.table_name(step.table), before, entered });
        from = step.table;
    }
    steps
}

/// What must be equal; the order in which the schema lists it means nothing.
fn pairs(from: TableId, step: &FoundStep, context: &Context<'_>) -> Vec<Pair> {
    let named = |(column, key): &(ColumnId, ColumnId)| Pair {
        column: context.column_name(from, *column),
        key: context.column_name(step.table, *key),
    };
    let mut pairs: Vec<Pair> = step.pairs.iter().map(named).collect();
    pairs.sort();
    pairs
}

/// Both conditions, where there are two.
pub(super) fn both(one: Option<Condition>, other: Option<Condition>) -> Option<Condition> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let reads = one.reads.into_iter().chain(other.reads).collect();
            Some(Condition { expr: crate::sql::Expr::all([one.expr, other.expr]), reads, span: one.span })
        }
        (one, other) => one.or(other),
    }
}

pub(super) fn condition_of(resolved: &Resolved) -> Condition {
    Condition { expr: resolved.expr.clone(), reads: resolved.reads.clone(), span: Span::default() }
}

/// What is wrong with a path, at its step. Empty where that has been said already.
pub(super) fn broken(fault: &PathFault, text: &Spanned<String>, context: &Context<'_>) -> Vec<Diagnostic> {
    let place = |at: &std::ops::Range<usize>| context.sources().inside(text, at.clone());
    vec![match fault {
        PathFault::Filter(found) => return found.clone(),
        PathFault::Syntax { at, label } => Diagnostic::new(Code::OwnerPath, place(at), "this path cannot be read")
            .label(*label)
            .help("steps are joined by single dots, for example `note_id.person_id` or `<member.group_id>.person_id`"),
        PathFault::NoColumn { at, table, name } => context.no_column(*table, name, place(at)),
        PathFault::NoKey { at, table, name } => {
            // The key may refer to a table that could not be read, which has been said.
            if context.schema.has_unread() {
                return Vec::new();
            }
            no_key(*table, name, place(at), context)
        }
        PathFault::NoTarget { at, table, name, target, readings } => {
            if context.schema.has_unread() {
                return Vec::new();
            }
            let title = format!("`{}.{name}` does not refer to `{target}`", context.schema.table(*table).name);
            Diagnostic::new(Code::OwnerPath, place(at), title)
                .label("no foreign key or relation leads there")
                .help(format!("write one of {}", readings.join(", ")))
        }
        PathFault::NoWayBack { at, table, name } => {
            if context.schema.has_unread() {
                return Vec::new();
            }
            no_way_back(*table, name, place(at), context)
        }
        PathFault::Ambiguous { at, table, name, readings } => {
            let title = format!("`{name}` can be read in {} ways", readings.len());
            Diagnostic::new(Code::AmbiguousStep, place(at), title)
                .label(format!("which one of `{}`?", context.schema.table(*table).name))
                .help(format!("write one of {}", readings.join(", ")))
        }
    }]
}

fn no_key(table: TableId, name: &str, at: Span, context: &Context<'_>) -> Diagnostic {
    let schema = &context.schema;
    let found = schema.table(table);
    let columns = schema.relations_from(table).flat_map(|key| &key.columns);
    let columns: std::collections::BTreeSet<ColumnId> = columns.copied().collect();
    let keys: Vec<&str> = columns.into_iter().map(|column| &*found.column(column).name).collect();
    let diagnostic = Diagnostic::new(Code::OwnerPath, at, format!("`{}.{name}` refers to no table", found.name))
        .label("no foreign key is declared on this column");
    if keys.is_empty() {
        diagnostic.help("declare the foreign key in the schema, or under `relations` of the Site")
    } else {
        diagnostic.help(format!("columns of `{}` with a foreign key: {}", found.name, keys.join(", ")))
    }
}

fn no_way_back(table: TableId, name: &str, at: Span, context: &Context<'_>) -> Diagnostic {
    let schema = &context.schema;
    let found = schema.table(table);
    let mut ways: Vec<String> = schema
        .relations_to(table)
        .flat_map(|relation| {
            let from = schema.table(relation.from);
            relation.columns.iter().map(|id| format!("<{}.{}>", from.name, from.column(*id).name))
        })
        .collect();
    ways.sort();
    ways.dedup();
    let diagnostic = Diagnostic::new(Code::OwnerPath, at, format!("{name} does not refer to `{}`", found.name))
        .label("no foreign key or relation leads back from there");
    if ways.is_empty() {
        diagnostic.help("nothing refers to this table: declare the relation under `relations` of the Site")
    } else {
        diagnostic.nearest(name, ways.iter().map(String::as_str))
    }
}
