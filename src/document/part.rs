//! `parts:` and `files:` of rows: what belongs to a row, goes when it goes, and is exported inside it.

use std::borrow::Cow;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::export::{self, ExportSyntax, export};
use super::files;
use super::outcome::{self, PurgeSyntax};
use super::purge::About;
use super::syntax::WordOrMap;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Export, Link, Named, Part, Path, Step};
use crate::source::{Span, Spanned};
use crate::strategy::Strategy;

pub use super::files::FilesSyntax;

/// Rows that belong to a row: `table.column` (which equals the row's key), or more about them.
#[derive(Debug, Clone)]
pub struct PartSyntax(WordOrMap<PartMap>);

#[derive(Debug, Clone, Deserialize)]
struct PartMap {
    table: Spanned<String>,
    export: Option<Spanned<ExportSyntax>>,
    purge: Option<Spanned<PurgeSyntax>>,
    #[serde(rename = "where")]
    condition: Option<Spanned<String>>,
    parts: Option<Vec<Spanned<PartSyntax>>>,
    files: Option<Spanned<FilesSyntax>>,
    #[serde(rename = "as")]
    list: Option<Spanned<String>>,
}

impl<'de> Deserialize<'de> for PartSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for PartSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Part".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let export = generator.subschema_for::<ExportSyntax>();
        let purge = generator.subschema_for::<PurgeSyntax>();
        let files = generator.subschema_for::<FilesSyntax>();
        json_schema!({
            "description": "Rows that belong to a row: `table.column` where the column equals the row's key, `table.column = column` otherwise, or a map with more about them.",
            "anyOf": [
                {"type": "string", "minLength": 3},
                {
                    "type": "object",
                    "required": ["table", "export"],
                    "additionalProperties": false,
                    "properties": {
                        "table": {"type": "string", "minLength": 3, "description": "`table.column`, or `table.column = column` of the row it belongs to."},
                        "export": export,
                        "purge": purge,
                        "where": {"type": "string", "minLength": 1, "description": "Only the rows for which this condition is true."},
                        "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Part"}},
                        "files": files,
                        "as": {"type": "string", "minLength": 1, "description": "The name of its list in an export; default: the table."},
                    },
                },
            ],
        })
    }
}

/// The parts of rows of `parent`, sorted. `None` where one could not be understood.
pub(super) fn parts(
    parent: TableId,
    written: &[Spanned<PartSyntax>],
    places: &[Named<Path>],
    context: &mut Context<'_>,
) -> Option<Vec<Part>> {
    let lowered: Vec<Option<Part>> = written.iter().map(|one| part(parent, one, places, context)).collect();
    let mut parts = lowered.into_iter().collect::<Option<Vec<Part>>>()?;
    parts.sort_by_cached_key(|part| (part.table.name.clone(), crate::program::digest_of(part)));
    Some(parts)
}

fn part(
    parent: TableId,
    written: &Spanned<PartSyntax>,
    places: &[Named<Path>],
    context: &mut Context<'_>,
) -> Option<Part> {
    let (text, map) = match &written.value.0 {
        WordOrMap::Word(text) => (Spanned::new(text.clone(), written.span), None),
        WordOrMap::Map(map) => (map.table.clone(), Some(map)),
    };
    let (table, column, of) = link(parent, &text, context)?;
    if table == parent {
        context.found(of_its_own_table(text.span));
        return None;
    }
    let rows = export::Rows { table, own: None };
    let export = match map.and_then(|map| map.export.as_ref()) {
        Some(written) => export(rows, written, context),
        None => Some(Export::default()),
    };
    let about = About { table, columns: &[], path: None, identified: false, mention: false };
    let purge = map.and_then(|map| map.purge.as_ref()).map(|purge| outcome::purge(&about, purge, context));
    let condition = map.and_then(|map| map.condition.as_ref()).map(|text| context.condition(table, text));
    let inner = map.and_then(|map| map.parts.as_deref()).unwrap_or_default();
    let places = inherited(places, (table, column), (parent, of), context);
    let mut parts = self::parts(table, inner, &places, context);
    if let Some(stored) = map.and_then(|map| map.files.as_ref()) {
        let changes = matches!(&purge, Some(Some(purge)) if purge.changes());
        let stored = self::files(table, stored, &places, changes, context);
        parts = parts.zip(stored).map(|(parts, one)| parts.into_iter().chain([one]).collect());
    }
    let to = Path { steps: Vec::new(), last: context.column_name(parent, of), ends_in: context.table_name(parent) };
    Some(Part {
        table: context.table_name(table),
        links: vec![Link { column: context.column_name(table, column), to }],
        condition: condition.map_or(Some(None), |condition| condition.map(Some))?,
        export: export?,
        purge: purge.map_or(Some(None), |purge| purge.map(Some))?,
        gone: Strategy::Delete,
        parts: parts?,
        list: list_name(map.and_then(|map| map.list.as_ref()), table, context),
        stored: false,
        span: text.span,
    })
}

fn of_its_own_table(at: Span) -> Diagnostic {
    Diagnostic::new(Code::NotBuiltYet, at, "rows that are parts of rows of their own table are not built yet")
        .label("the same table")
        .help("give the rows an entry of their own, with the path over this column as their owner")
}

/// A part lies where the row lies that it belongs to.
fn inherited(
    places: &[Named<Path>],
    (table, column): (TableId, ColumnId),
    (parent, of): (TableId, ColumnId),
    context: &Context<'_>,
) -> Vec<Named<Path>> {
    let up = Step {
        column: context.column_name(table, column),
        table: context.table_name(parent),
        key: context.column_name(parent, of),
        before: None,
        entered: None,
    };
    let inherit = |place: &Named<Path>| {
        let steps = std::iter::once(up.clone()).chain(place.value.steps.iter().cloned()).collect();
        Named { name: place.name.clone(), value: Path { steps, ..place.value.clone() } }
    };
    places.iter().map(inherit).collect()
}

/// The name that a list has in an export: as written, else the table's.
pub(super) fn list_name(written: Option<&Spanned<String>>, table: TableId, context: &Context<'_>) -> Arc<str> {
    written.map_or_else(|| context.schema.table(table).name.clone(), |name| name.value.as_str().into())
}

/// `table.column` or `table.column = column`: the part's table, its column, and the column of the other row.
fn link(parent: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<(TableId, ColumnId, ColumnId)> {
    let piece = |range: std::ops::Range<usize>, context: &Context<'_>| {
        let piece = text.get(range.clone()).unwrap_or_default();
        let start = range.start + (piece.len() - piece.trim_start().len());
        let at = start..start + piece.trim().len();
        Spanned::new(piece.trim().to_owned(), context.sources().inside(text, at))
    };
    let equals = text.find('=').unwrap_or(text.len());
    let Some(dot) = text.get(..equals).and_then(|left| left.rfind('.')) else {
        context.found(
            Diagnostic::new(Code::InvalidFormat, text.span, "a part is named by its table and column")
                .label("no column")
                .help("write `table.column`, where the column equals the row's key, or `table.column = column`"),
        );
        return None;
    };
    let table = piece(0..dot, context);
    let column = piece(dot + 1..equals, context);
    let table = context.table(&table);
    let of = if equals < text.len() {
        let of = piece(equals + 1..text.len(), context);
        context.column(parent, &of)
    } else {
        let key = context.schema.table(parent).row_key();
        if key.is_none() {
            let name = context.table_name(parent).name;
            let span = context.schema.table(parent).span;
            context.found(
                Diagnostic::new(Code::NeedsKey, text.span, format!("`{name}` has no key of one column"))
                    .label("equal to what?")
                    .related(span, "declared here")
                    .help("name the column of the row that it equals: `table.column = column`"),
            );
        }
        key
    };
    let table = table?;
    let column = context.column(table, &column);
    let (column, of) = (column?, of?);
    let (left, right) = (context.schema.table(table).column(column), context.schema.table(parent).column(of));
    if (left.family == crate::sql::Family::Text) != (right.family == crate::sql::Family::Text) {
        let diagnostic = Diagnostic::new(Code::ColumnType, text.span, "a part is found by values of one type")
            .label(format!("{} and {}", left.family.with_article(), right.family.with_article()))
            .related(left.span, format!("declared as `{}`", left.declared))
            .related(right.span, format!("declared as `{}`", right.declared))
            .help("name two columns of one type");
        context.found(diagnostic);
        return None;
    }
    Some((table, column, of))
}

/// The stored files of a row, as a part of it.
pub(super) fn files(
    parent: TableId,
    written: &Spanned<FilesSyntax>,
    places: &[Named<Path>],
    changes: bool,
    context: &mut Context<'_>,
) -> Option<Part> {
    files::part(parent, written, places, changes, context)
}
