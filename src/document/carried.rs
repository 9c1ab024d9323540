//! `carries:` of rows: cascades of the database into other rows that the author accepts. They are carried out as parts
//! of the row, so that they happen the same on every engine, are counted, and are looked for afterwards.

use super::context::Context;
use super::outcome::column_of;
use crate::database::{ForeignKey, OnDelete, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Export, Link, Part, Path};
use crate::source::{Span, Spanned};
use crate::sql::Literal;
use crate::strategy::{Assignment, Overwrite, Strategy, Value};

/// The parts that cascades make of rows of `table`: each `table.column` refers to it, or to rows that are carried.
pub(super) fn carried(table: TableId, written: &[Spanned<String>], context: &mut Context<'_>) -> Option<Vec<Part>> {
    let mut left: Vec<(&Spanned<String>, TableId, ForeignKey)> = Vec::new();
    let mut complete = true;
    for text in written {
        let Some((from, column)) = column_of(text, context) else {
            complete = false;
            continue;
        };
        let keys = &context.schema.table(from).foreign_keys;
        if let Some(key) = keys.iter().find(|key| key.columns.as_slice() == [column] && cascades(key)).cloned() {
            left.push((text, from, key));
        } else {
            context.found(carries_nothing(text, from, context));
            complete = false;
        }
    }
    let parts = below(table, &mut left, context);
    if let Some((text, _, key)) = left.first() {
        let referred = context.table_name(key.table).name;
        let title = format!("nothing here deletes rows of `{referred}`");
        let diagnostic = Diagnostic::new(Code::CarriesNothing, text.span, title)
            .label(format!("refers to `{referred}`"))
            .related(key.span, "by this foreign key")
            .help("name cascades of these rows, and then those of rows that are carried by them");
        context.found(diagnostic);
        return None;
    }
    complete.then_some(parts)
}

fn cascades(key: &ForeignKey) -> bool {
    matches!(key.on_delete, OnDelete::Cascade | OnDelete::SetNull)
}

/// Parts of rows of this table, and of those in turn; what is used is taken out of the list.
fn below(table: TableId, left: &mut Vec<(&Spanned<String>, TableId, ForeignKey)>, context: &Context<'_>) -> Vec<Part> {
    let (ours, others): (Vec<_>, Vec<_>) = left.drain(..).partition(|(_, _, key)| key.table == table);
    *left = others;
    let mut parts: Vec<Part> = Vec::new();
    for (text, from, key) in ours {
        let gone = matches!(key.on_delete, OnDelete::Cascade);
        let inner = if gone { below(from, left, context) } else { Vec::new() };
        parts.extend(part(from, &key, inner, text.span, context));
    }
    parts.sort_by_cached_key(|part| (part.table.name.clone(), crate::program::digest_of(part)));
    parts
}

fn part(from: TableId, key: &ForeignKey, parts: Vec<Part>, span: Span, context: &Context<'_>) -> Option<Part> {
    let ([column], [to]) = (key.columns.as_slice(), key.to.as_slice()) else { return None };
    let column = context.column_name(from, *column);
    let last = context.column_name(key.table, *to);
    let gone = if matches!(key.on_delete, OnDelete::Cascade) {
        Strategy::Delete
    } else {
        let (column, name) = (column.id, column.name.clone());
        let value = Value::Literal(Literal::Null);
        Strategy::Overwrite(Overwrite { set: vec![Assignment { column, name, value, span }] })
    };
    let table = context.table_name(from);
    Some(Part {
        list: table.name.clone(),
        table,
        links: vec![Link { column, to: Path { steps: Vec::new(), last, ends_in: context.table_name(key.table) } }],
        condition: None,
        export: Export::default(),
        purge: None,
        gone,
        carried: true,
        of: None,
        parts,
        stored: false,
        span,
    })
}

fn carries_nothing(text: &Spanned<String>, from: TableId, context: &Context<'_>) -> Diagnostic {
    let name = text.value.rsplit_once('.').map_or("", |(_, column)| column);
    let table = context.schema.table(from);
    let key = table.foreign_keys.iter().find(|key| {
        let is_this = |id: &crate::database::ColumnId| table.find(name).is_some_and(|(found, _)| found == *id);
        key.columns.iter().any(is_this)
    });
    let title = format!("no cascade of the database goes through `{}`", text.value);
    let diagnostic = Diagnostic::new(Code::CarriesNothing, text.span, title);
    match key {
        Some(key) => diagnostic
            .label("its foreign key is not ON DELETE CASCADE or SET NULL, or has several columns")
            .related(key.span, "declared here")
            .help("take an item that covers these rows into the type, or write them as `parts`"),
        None => diagnostic
            .label("no foreign key")
            .help("remove it; rows that belong to the row without a foreign key are its `parts`"),
    }
}
