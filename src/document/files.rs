//! `files:`: the Site's store of files, and the files of a row.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::export;
use super::path::both;
use super::place::place_column;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Condition, ContentPiece, ExportColumn, Link, Named, Part, Path, Purge, Step};
use crate::source::{Span, Spanned};
use crate::sql::{Expr, Family};
use crate::strategy::Strategy;

/// Where the application keeps track of stored files: one row each.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Store")]
pub struct StoreSyntax {
    /// The table with a row for each stored file.
    pub table: Spanned<String>,
    /// How the name of an area is made of columns: `{component}/{filearea}`.
    pub area: Spanned<String>,
    /// The column that names the row a file belongs to.
    #[serde(rename = "match")]
    pub column: Option<Spanned<String>>,
    /// The column that names the place a file lies in.
    #[serde(rename = "in")]
    pub place: Option<Spanned<String>>,
    /// Only the rows for which this condition is true are files.
    #[serde(rename = "where")]
    pub condition: Option<Spanned<String>>,
    /// The path of the bytes in the store, made of the column `counted_by`: `{hash[0:2]}/{hash}`.
    pub content: Spanned<String>,
    /// The column that is equal where files share their bytes; those go with the last of them.
    pub counted_by: Spanned<String>,
}

/// Stored files that belong to a row.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Files")]
pub struct FilesSyntax {
    /// The area, as the Site writes areas: `mod_assign/submission`.
    pub area: Spanned<String>,
    /// The column of the row that the Site's `match` column equals.
    #[serde(rename = "match")]
    pub column: Option<Spanned<String>>,
    /// The files in the row's place of this context.
    #[serde(rename = "in")]
    pub place: Option<Spanned<String>>,
}

/// The store, with its names found.
#[derive(Debug, Clone)]
pub(super) struct Store {
    table: TableId,
    area: Vec<AreaPiece>,
    column: Option<ColumnId>,
    place: Option<ColumnId>,
    condition: Option<Condition>,
    content: Vec<ContentPiece>,
    counted_by: ColumnId,
}

#[derive(Debug, Clone)]
enum AreaPiece {
    Column(ColumnId),
    Text(String),
}

pub(super) fn store(written: &StoreSyntax, context: &mut Context<'_>) -> Option<Store> {
    let table = context.table(&written.table)?;
    let area = pieces(&written.area, context)?;
    let area: Vec<Option<AreaPiece>> = area
        .into_iter()
        .map(|piece| match piece {
            Braced::Text(text) => Some(AreaPiece::Text(text)),
            Braced::Name(name) => context.column(table, &name).map(AreaPiece::Column),
        })
        .collect();
    let column = written.column.as_ref().map(|name| context.column(table, name));
    let place = written.place.as_ref().map(|name| context.column(table, name));
    let condition = written.condition.as_ref().map(|text| context.condition(table, text));
    let counted_by = context.column(table, &written.counted_by);
    let content = counted_by.and_then(|_| content(&written.content, &written.counted_by.value, context));
    Some(Store {
        table,
        area: area.into_iter().collect::<Option<_>>()?,
        column: column.map_or(Some(None), |found| found.map(Some))?,
        place: place.map_or(Some(None), |found| found.map(Some))?,
        condition: condition.map_or(Some(None), |found| found.map(Some))?,
        content: content?,
        counted_by: counted_by?,
    })
}

/// What a run needs to know of the store once its rows are gone.
pub(super) fn lowered(store: &Store, context: &Context<'_>) -> program::Store {
    program::Store {
        table: context.table_name(store.table),
        counted_by: context.column_name(store.table, store.counted_by),
        content: store.content.clone(),
    }
}

enum Braced {
    Text(String),
    Name(Spanned<String>),
}

/// A text with names in braces.
fn pieces(written: &Spanned<String>, context: &mut Context<'_>) -> Option<Vec<Braced>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = written.value.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(inner) = rest.strip_prefix('{') {
            let Some(length) = inner.find(['{', '}']).filter(|at| inner.as_bytes().get(*at) == Some(&b'}')) else {
                let span = context.sources().inside(written, at..written.value.len());
                context.found(
                    Diagnostic::new(Code::InvalidFormat, span, "a brace is not closed")
                        .label("opened here")
                        .help("names of columns stand in braces: `{component}/{filearea}`"),
                );
                return None;
            };
            let span = context.sources().inside(written, at + 1..at + 1 + length);
            found.push(Braced::Name(Spanned::new(inner.get(..length).unwrap_or_default().to_owned(), span)));
            at += length + 2;
        } else {
            let length = rest.find('{').unwrap_or(rest.len());
            found.push(Braced::Text(rest.get(..length).unwrap_or_default().to_owned()));
            at += length;
        }
    }
    if !found.iter().any(|piece| matches!(piece, Braced::Name(_))) {
        context.found(
            Diagnostic::new(Code::InvalidFormat, written.span, "a template without braces is the same for every row")
                .label("no column in braces")
                .help("name columns in braces: `{component}/{filearea}`"),
        );
        return None;
    }
    Some(found)
}

/// The path of the bytes: of the column that counts them, since the row is gone when the path is needed.
fn content(written: &Spanned<String>, counted_by: &str, context: &mut Context<'_>) -> Option<Vec<ContentPiece>> {
    let mut content = Vec::new();
    for piece in pieces(written, context)? {
        content.push(match piece {
            Braced::Text(text) => ContentPiece::Text(text),
            Braced::Name(name) => match slice(&name.value) {
                Some((column, range)) if column.eq_ignore_ascii_case(counted_by) => {
                    range.map_or(ContentPiece::Whole, |(start, end)| ContentPiece::Slice { start, end })
                }
                _ => {
                    context.found(
                        Diagnostic::new(Code::InvalidFormat, name.span, "the path of the bytes names another column")
                            .label(format!("only `{counted_by}`, or a piece of it: `{{{counted_by}[0:2]}}`"))
                            .help("make the path of the column `counted_by`: the row is gone when the bytes go"),
                    );
                    return None;
                }
            },
        });
    }
    Some(content)
}

/// `name` or `name[start:end]`.
fn slice(text: &str) -> Option<(&str, Option<(u32, u32)>)> {
    let Some((name, rest)) = text.split_once('[') else { return Some((text, None)) };
    let (start, end) = rest.strip_suffix(']')?.split_once(':')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    (start < end).then_some((name, Some((start, end))))
}

/// The files of rows of `parent`, as a part of them.
pub(super) fn part(
    parent: TableId,
    written: &Spanned<FilesSyntax>,
    places: &[Named<Path>],
    changes: bool,
    context: &mut Context<'_>,
) -> Option<Part> {
    let site = std::sync::Arc::clone(&context.site);
    let Some(store) = &site.store else {
        context.lacking(
            Diagnostic::new(Code::NoStore, written.span, "the Site does not say where files are kept")
                .label("files of which table?")
                .help("declare `files:` in the Site: its table, area, and how a row's files are found"),
        );
        return None;
    };
    let area = area(store, &written.value.area, context);
    let links = links(parent, written, store, places, context);
    let (area, links) = (area?, links?);
    let rows = export::Rows { table: store.table, own: None };
    let mut export = export::all(rows, context);
    let counted =
        Expr::of(&context.table_name(store.table).name, &context.column_name(store.table, store.counted_by).name);
    export.columns.push(ExportColumn {
        name: "content".into(),
        column: context.column_name(store.table, store.counted_by),
        reached: Some(Arc::new(program::content_path(&store.content, &counted))),
        family: Family::Text,
        clock: None,
        person: None,
        person_when: None,
    });
    Some(Part {
        table: context.table_name(store.table),
        links,
        condition: both(Some(area), store.condition.clone()),
        export,
        purge: changes.then_some(Purge::always(Strategy::Delete)),
        gone: Strategy::Delete,
        carried: false,
        of: None,
        parts: Vec::new(),
        list: "files".into(),
        stored: true,
        span: written.span,
    })
}

/// Of which row, and in which place: at least one of the two.
fn links(
    parent: TableId,
    written: &Spanned<FilesSyntax>,
    store: &Store,
    places: &[Named<Path>],
    context: &mut Context<'_>,
) -> Option<Vec<Link>> {
    let mut links = Vec::new();
    if let Some(column) = &written.value.column {
        let found = context.column(parent, column)?;
        let Some(of_store) = store.column else {
            context.lacking(no_such_column("match", column.span));
            return None;
        };
        let to =
            Path { steps: Vec::new(), last: context.column_name(parent, found), ends_in: context.table_name(parent) };
        links.push(Link { column: context.column_name(store.table, of_store), to });
    }
    links.extend(in_place(parent, written, store, places, context)?);
    if links.is_empty() {
        context.lacking(everybodys(written.span));
        return None;
    }
    Some(links)
}

fn everybodys(at: Span) -> Diagnostic {
    Diagnostic::new(Code::EverybodysFiles, at, "these files are bound to no row and to no place")
        .label("would take the files of everybody in this area")
        .help("add `match: column` of the row, or give the row a `place:`, or name a context: `in: user`")
}

fn no_such_column(key: &str, at: Span) -> Diagnostic {
    Diagnostic::new(Code::NoStore, at, format!("the Site's `files` has no `{key}` column"))
        .label("equal to which column of the store?")
        .help(format!("add `{key}:` to `files` of the Site"))
}

/// The column of the store that names the place equals the place of the row.
fn in_place(
    parent: TableId,
    written: &Spanned<FilesSyntax>,
    store: &Store,
    places: &[Named<Path>],
    context: &mut Context<'_>,
) -> Option<Vec<Link>> {
    let wanted = written.value.place.as_ref();
    let Some(of_store) = store.place else {
        if let Some(wanted) = wanted {
            context.lacking(no_such_column("in", wanted.span));
            return None;
        }
        return Some(Vec::new());
    };
    let column = context.column_name(store.table, of_store);
    // A row that names its place as the store does needs no way there.
    if let (None, Some((own, convention))) = (wanted, place_column(parent, context))
        && convention.name.eq_ignore_ascii_case(&column.name)
    {
        let to =
            Path { steps: Vec::new(), last: context.column_name(parent, own), ends_in: context.table_name(parent) };
        return Some(vec![Link { column, to }]);
    }
    let place = match wanted {
        Some(wanted) => places.iter().find(|place| place.name == wanted.value),
        None => places.first(),
    };
    let Some(place) = place else {
        let Some(wanted) = wanted else { return Some(Vec::new()) };
        let names = places.iter().map(|place| place.name.as_str());
        let diagnostic = Diagnostic::new(Code::NoPlace, wanted.span, format!("the row is in no `{}`", wanted.value))
            .label("no place of this context is known for the row");
        context.lacking(if places.is_empty() {
            diagnostic.help("say where the row lies, by `place:` with a path to a table of the Site's `contexts`")
        } else {
            diagnostic.nearest(wanted, names)
        });
        return None;
    };
    let to = to_store(&place.value, store, of_store, context);
    if to.is_none() {
        let at = wanted.map_or(written.span, |wanted| wanted.span);
        context.found(
            Diagnostic::new(Code::NoPlace, at, format!("the store does not say which files are in a `{}`", place.name))
                .label("no way from the place to the store")
                .help("say under `conventions: {place: …}` of the Site what its `in` column names"),
        );
    }
    to.map(|to| vec![Link { column, to }])
}

/// From a row over its place to what the store calls that place.
fn to_store(place: &Path, store: &Store, of_store: ColumnId, context: &Context<'_>) -> Option<Path> {
    let schema = &context.schema;
    let name = &schema.table(store.table).column(of_store).name;
    let convention = context.site.place_columns.iter().find(|one| one.name.eq_ignore_ascii_case(name));
    let Some(convention) = convention else {
        // The store refers to the place itself.
        let mut relations = schema.relations_from(store.table);
        let fits = relations.any(|one| one.columns.as_slice() == [of_store] && one.to == place.ends_in.id);
        return fits.then(|| place.clone());
    };
    let mut relations = schema.relations_from(convention.table);
    let back = relations.find(|one| {
        one.columns.as_slice() == [convention.column]
            && one.to == place.ends_in.id
            && one.keys.as_slice() == [place.last.id]
    })?;
    let into = schema
        .relations_from(store.table)
        .find(|one| one.columns.as_slice() == [of_store] && one.to == convention.table)?;
    let [into] = into.keys.as_slice() else { return None };
    let mut steps = place.steps.clone();
    let key = context.column_name(convention.table, convention.column);
    steps.push(Step {
        entered: back.when.as_ref().map(super::path::condition_of),
        ..Step::over(place.last.clone(), context.table_name(convention.table), key)
    });
    Some(Path {
        steps,
        last: context.column_name(convention.table, *into),
        ends_in: context.table_name(convention.table),
    })
}

/// The area as values of the store's columns.
fn area(store: &Store, written: &Spanned<String>, context: &mut Context<'_>) -> Option<Condition> {
    let mut rest = written.value.as_str();
    let mut parts = Vec::new();
    let mut reads = Vec::new();
    let mut pieces = store.area.iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            AreaPiece::Text(text) => match rest.strip_prefix(text.as_str()) {
                Some(after) => rest = after,
                None => return no_area(written, context),
            },
            AreaPiece::Column(id) => {
                let end = match pieces.peek() {
                    Some(AreaPiece::Text(text)) => rest.find(text.as_str()),
                    Some(AreaPiece::Column(_)) => None,
                    None => Some(rest.len()),
                };
                let Some(end) = end.filter(|end| *end > 0) else { return no_area(written, context) };
                let table = context.schema.table(store.table);
                let column = table.column(*id);
                let value = Expr::of(&table.name, &column.name);
                let value = column.exact(value);
                parts.push(value.equals(Expr::text(rest.get(..end).unwrap_or_default())));
                reads.push((store.table, *id));
                rest = rest.get(end..).unwrap_or_default();
            }
        }
    }
    if !rest.is_empty() {
        return no_area(written, context);
    }
    Some(Condition { expr: Expr::all(parts), reads, span: written.span })
}

fn no_area(written: &Spanned<String>, context: &mut Context<'_>) -> Option<Condition> {
    context.found(
        Diagnostic::new(Code::InvalidFormat, written.span, format!("`{}` is no area of the store", written.value))
            .label("has not the form that the Site's `area` has")
            .help("write it as the Site does: for `{component}/{filearea}` that is `mod_assign/submission`"),
    );
    None
}
