//! By what rows are parts of other rows: `table.column`, which equals the row's key, or `table.column = column`.

use super::context::Context;
use super::relations::columns_of;
use crate::database::{ColumnId, Relation, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::sql::Family;

/// Columns of a part, each with the one of the row it belongs to that it equals; sorted.
type Pairs = Vec<(ColumnId, ColumnId)>;

/// The part's table, and what must be equal.
pub(super) fn link(parent: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<(TableId, Pairs)> {
    let equals = text.find('=').unwrap_or(text.len());
    let Some(dot) = text.get(..equals).and_then(|left| left.rfind('.')) else {
        context.found(
            Diagnostic::new(Code::InvalidFormat, text.span, "a part is named by its table and column")
                .label("no column")
                .help("write `table.column`, where the column equals the row's key, or `table.column = column`"),
        );
        return None;
    };
    let table = piece(text, 0..dot, context);
    let columns = piece(text, dot + 1..equals, context);
    let columns = columns_of(&columns, 0, &columns.value, context);
    let table = context.table(&table);
    let of = (equals < text.len()).then(|| {
        let of = piece(text, equals + 1..text.len(), context);
        let of = columns_of(&of, 0, &of.value, context);
        all(parent, &of, context)
    });
    let columns = table.map(|table| all(table, &columns, context));
    let (table, columns) = (table?, columns??);
    let pairs = match of {
        Some(of) => counted(text.span, &columns, of?, context)?,
        None => to_key((table, &columns), parent, text.span, context)?,
    };
    alike((table, parent), &pairs, text.span, context).then_some((table, pairs))
}

fn piece(text: &Spanned<String>, range: std::ops::Range<usize>, context: &Context<'_>) -> Spanned<String> {
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (piece.len() - piece.trim_start().len());
    let at = start..start + piece.trim().len();
    Spanned::new(piece.trim().to_owned(), context.sources().inside(text, at))
}

/// Every one is looked up, so that all that are wrong are said.
fn all(table: TableId, names: &[Spanned<String>], context: &mut Context<'_>) -> Option<Vec<ColumnId>> {
    let found: Vec<Option<ColumnId>> = names.iter().map(|name| context.column(table, name)).collect();
    found.into_iter().collect()
}

fn counted(at: Span, columns: &[ColumnId], of: Vec<ColumnId>, context: &mut Context<'_>) -> Option<Pairs> {
    if columns.len() != of.len() {
        let title = format!("{} and {} cannot be equal one by one", count(columns.len()), count(of.len()));
        let diagnostic = Diagnostic::new(Code::InvalidFormat, at, title)
            .label("more columns on one side")
            .help("name as many columns of the row as of the part, in the same order, joined by `|`");
        context.found(diagnostic);
        return None;
    }
    let mut pairs: Pairs = columns.iter().copied().zip(of).collect();
    pairs.sort_unstable();
    pairs.dedup();
    Some(pairs)
}

fn count(columns: usize) -> String {
    if columns == 1 { "one column".to_owned() } else { format!("{columns} columns") }
}

/// The columns of the row that a relation over these columns leads to, else its key in its order.
fn to_key(
    (table, columns): (TableId, &[ColumnId]),
    parent: TableId,
    at: Span,
    context: &mut Context<'_>,
) -> Option<Pairs> {
    let schema = &context.schema;
    let key = schema.table(parent).primary_key.clone();
    if let ([column], [key]) = (columns, key.as_slice()) {
        return Some(vec![(*column, *key)]);
    }
    // A relation is named by any of its columns, or by all.
    let fits = |one: &&Relation| {
        let named = columns.iter().all(|column| one.columns.contains(column));
        one.to == parent && one.when.is_none() && named && (columns.len() == 1 || columns.len() == one.columns.len())
    };
    let found: Vec<&Relation> = schema.relations_from(table).filter(fits).collect();
    if let [only] = found.as_slice() {
        let mut pairs: Pairs = only.columns.iter().copied().zip(only.keys.iter().copied()).collect();
        pairs.sort_unstable();
        return Some(pairs);
    }
    if found.is_empty() && columns.len() > 1 && columns.len() == key.len() {
        return counted(at, columns, key, context);
    }
    let diagnostic = no_key(parent, &key, at, context);
    context.found(diagnostic);
    None
}

fn no_key(parent: TableId, key: &[ColumnId], at: Span, context: &Context<'_>) -> Diagnostic {
    let table = context.schema.table(parent);
    let key: Vec<&str> = key.iter().map(|column| &*table.column(*column).name).collect();
    let title = match key.as_slice() {
        [] => format!("`{}` has no primary key", table.name),
        [_] => format!("the key of `{}` has one column", table.name),
        _ => format!("the key of `{}` has several columns: {}", table.name, key.join(", ")),
    };
    let help = if key.len() > 1 {
        format!("name the columns that equal them, in this order: `table.{}`", vec!["column"; key.len()].join("|"))
    } else {
        "name the column of the row that it equals: `table.column = column`".to_owned()
    };
    Diagnostic::new(Code::NeedsKey, at, title).label("equal to what?").related(table.span, "declared here").help(help)
}

/// Values of two types are never found by each other.
fn alike((table, parent): (TableId, TableId), pairs: &Pairs, at: Span, context: &mut Context<'_>) -> bool {
    let columns = pairs.iter().map(|(column, of)| {
        let schema = &context.schema;
        (schema.table(table).column(*column), schema.table(parent).column(*of))
    });
    let unlike =
        columns.into_iter().find(|(one, other)| (one.family == Family::Text) != (other.family == Family::Text));
    let Some((left, right)) = unlike else { return true };
    let diagnostic = Diagnostic::new(Code::ColumnType, at, "a part is found by values of one type")
        .label(format!("{} and {}", left.family.with_article(), right.family.with_article()))
        .related(left.span, format!("declared as `{}`", left.declared))
        .related(right.span, format!("declared as `{}`", right.declared))
        .help("name two columns of one type");
    context.found(diagnostic);
    false
}
