//! `carries:` of rows: cascades of the database into other rows that the author accepts. They are carried out as parts
//! of the row, so that they happen the same on every engine, are counted, and are looked for afterwards.

use super::context::Context;
use super::outcome::{column_of, several_keys};
use crate::database::{ColumnId, ForeignKey, OnDelete, TableId};
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
        // A key of several columns is named by any of them.
        let keys = context.schema.table(from).foreign_keys.iter();
        let keys: Vec<&ForeignKey> = keys.filter(|key| key.columns.contains(&column) && cascades(key)).collect();
        let by_it_alone = keys.iter().find(|key| key.columns.len() == 1);
        let found = match (by_it_alone, keys.as_slice()) {
            (Some(key), _) | (None, [key]) => Ok((*key).clone()),
            (None, [first, second, ..]) => Err(several_keys(text, first.span, second.span)),
            (None, []) => Err(carries_nothing(text, from, context)),
        };
        match found {
            Ok(key) => left.push((text, from, key)),
            Err(diagnostic) => {
                context.found(diagnostic);
                complete = false;
            }
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
        parts.push(part(from, &key, inner, text.span, context));
    }
    parts.sort_by_cached_key(|part| (part.table.name.clone(), crate::program::digest_of(part)));
    parts
}

fn part(from: TableId, key: &ForeignKey, parts: Vec<Part>, span: Span, context: &Context<'_>) -> Part {
    let mut pairs: Vec<(ColumnId, ColumnId)> = key.columns.iter().copied().zip(key.to.iter().copied()).collect();
    pairs.sort_unstable();
    let gone = if matches!(key.on_delete, OnDelete::Cascade) {
        Strategy::Delete
    } else {
        let null = |(column, _): &(ColumnId, ColumnId)| Assignment {
            column: *column,
            name: context.column_name(from, *column).name,
            value: Value::Literal(Literal::Null),
            span,
        };
        Strategy::Overwrite(Overwrite { set: pairs.iter().map(null).collect() })
    };
    let table = context.table_name(from);
    let link = |(column, to): &(ColumnId, ColumnId)| {
        let (last, ends_in) = (context.column_name(key.table, *to), context.table_name(key.table));
        Link { column: context.column_name(from, *column), to: Path { steps: Vec::new(), last, ends_in } }
    };
    Part {
        list: table.name.clone(),
        table,
        links: pairs.iter().map(link).collect(),
        condition: None,
        export: Export::default(),
        purge: None,
        gone,
        carried: true,
        of: None,
        parts,
        stored: false,
        span,
    }
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
            .label("its foreign key is not ON DELETE CASCADE or SET NULL")
            .related(key.span, "declared here")
            .help("take an item that covers these rows into the type, or write them as `parts`"),
        None => diagnostic
            .label("no foreign key")
            .help("remove it; rows that belong to the row without a foreign key are its `parts`"),
    }
}
