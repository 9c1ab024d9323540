//! `mixed:` of rows: columns in which several people's data stand together. They are never exported.

use std::collections::BTreeMap;

use super::context::Context;
use super::row::Row;
use super::syntax::WordOrMap;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Export, Item, Part};
use crate::source::Span;

/// The entry without its mixed columns; with the reasons, so that the person is told.
pub(super) fn apart(row: &Row, mut entry: Entry, context: &mut Context<'_>) -> Option<Entry> {
    let mut complete = true;
    for one in row.mixed.iter().flatten() {
        let text = context.text(&one.value);
        let Some(column) = context.column(entry.table.id, &one.key) else {
            complete = false;
            continue;
        };
        let is_all = row.export.as_ref().is_some_and(|written| matches!(&written.value.0, WordOrMap::Word(_)));
        if is_all {
            entry.export.columns.retain(|exported| exported.column.id != column || exported.reached.is_some());
        }
        if holds(&entry.export, column) {
            let at = row.export.as_ref().map_or(one.key.span, |written| written.span);
            let found = exported(&one.key.value, at, one.key.span);
            context.found(found);
            complete = false;
        }
        entry.mixed.push((context.column_name(entry.table.id, column), text));
    }
    entry.mixed.sort_by(|a, b| a.0.cmp(&b.0));
    complete.then_some(entry)
}

fn holds(export: &Export, column: ColumnId) -> bool {
    export.columns.iter().any(|one| one.column.id == column && one.reached.is_none())
}

fn exported(column: &str, at: Span, mixed: Span) -> Diagnostic {
    Diagnostic::new(Code::MixedExported, at, format!("`{column}` holds the data of several people, and is exported"))
        .label("exported here")
        .related(mixed, "declared as `mixed` here")
        .help("take the column out of `export`, or out of `mixed` where it is this person's alone")
}

/// What one entry says of a column is true of it wherever it is exported. Needs the whole catalogue.
pub(super) fn check(items: &[Item], context: &mut Context<'_>) {
    let entries = || items.iter().flat_map(|item| &item.entries);
    let mixed: BTreeMap<(TableId, ColumnId), Span> = entries()
        .flat_map(|entry| entry.mixed.iter().map(|(column, _)| ((entry.table.id, column.id), entry.span)))
        .collect();
    if mixed.is_empty() {
        return;
    }
    for entry in entries() {
        let own = |column: ColumnId| entry.mixed.iter().any(|(one, _)| one.id == column);
        let mut all: Vec<(&Export, TableId, Span)> = vec![(&entry.export, entry.table.id, entry.span)];
        let mut parts: Vec<&Part> = entry.parts.iter().collect();
        while let Some(part) = parts.pop() {
            all.push((&part.export, part.table.id, part.span));
            parts.extend(&part.parts);
        }
        for (export, table, at) in all {
            for one in export.columns.iter().filter(|one| one.reached.is_none()) {
                let Some(span) = mixed.get(&(table, one.column.id)) else { continue };
                if !(table == entry.table.id && own(one.column.id)) {
                    context.found.push(exported(&one.column.name, at, *span));
                }
            }
        }
    }
}
