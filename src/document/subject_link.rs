//! `links` of the Site's subject: names for the ways from a person to the one row of another table that is theirs.

use std::sync::Arc;

use super::context::Context;
use super::path::{named_steps, to_table};
use super::relations::step_name;
use crate::database::{Column, Direction, FoundStep, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Named, Step};
use crate::source::Spanned;
use crate::source::typed::{Entry, Map};

/// Makes them known to every path and condition about the subject. Sorted by name.
pub(super) fn links(
    table: TableId,
    written: &Map<Spanned<String>>,
    context: &mut Context<'_>,
) -> Option<Vec<Named<Vec<Step>>>> {
    let before = context.found.len();
    let found: Vec<Option<Vec<FoundStep>>> = written.iter().map(|one| link(table, one, context)).collect();
    let complete = context.found.len() == before && found.iter().all(Option::is_some);
    let mut links = Vec::new();
    // WHY: only now, so that no link begins with another, and their order means nothing.
    for (one, steps) in written.iter().zip(found) {
        let Some(steps) = steps else { continue };
        links.push(Named { name: one.key.value.clone(), value: named_steps(table, &steps, context) });
        Arc::make_mut(&mut context.schema).link(table, &one.key, steps);
    }
    links.sort_by(|a, b| a.name.cmp(&b.name));
    complete.then_some(links)
}

fn link(table: TableId, written: &Entry<Spanned<String>>, context: &mut Context<'_>) -> Option<Vec<FoundStep>> {
    let name = step_name(Some(&written.key), table, None, context);
    let taken = name.as_ref().and_then(|name| context.schema.step_named(table, name));
    if let Some(first) = taken {
        let title = format!("a relation is called `{}` already", written.key.value);
        let diagnostic = Diagnostic::new(Code::BadRelation, written.key.span, title);
        context.found(
            diagnostic
                .label("a path through it could lead to two places")
                .related(first, "the relation")
                .help("give the link another name"),
        );
        return None;
    }
    let (mut steps, _) = to_table(table, &written.value, context)?;
    let mut from = table;
    for step in &mut steps {
        if !step.is_to_one(&context.schema) {
            let found = several(from, step, &written.value, context);
            context.found(found);
            // What follows it need not say so again.
            step.direction = Direction::Forward;
        }
        from = step.table;
    }
    name.map(|_| steps)
}

/// The rows that refer back do so by columns that several of them may share.
fn several(from: TableId, step: &FoundStep, written: &Spanned<String>, context: &Context<'_>) -> Diagnostic {
    let (table, person) = (context.schema.table(step.table), context.schema.table(from));
    let columns: Vec<&Column> = step.pairs.iter().map(|(_, key)| table.column(*key)).collect();
    let names: Vec<String> = columns.iter().map(|column| format!("`{}.{}`", table.name, column.name)).collect();
    let title = format!("several rows of `{}` may belong to one row of `{}`", table.name, person.name);
    Diagnostic::new(Code::LinkToSeveral, written.span, title)
        .label("a link leads to one row at most")
        .related(columns.first().map_or(table.span, |column| column.span), "declared here without a key or UNIQUE")
        .help(format!("declare {} as UNIQUE if it is, or leave the link out", names.join(", ")))
}
