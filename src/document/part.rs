//! `parts:` and `files:` of rows: what belongs to a row, goes when it goes, and is exported inside it.

use std::borrow::Cow;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::clock;
use super::context::Context;
use super::export::{self, ExportSyntax, export};
use super::files;
use super::link::link;
use super::outcome::{self, PurgeSyntax};
use super::purge::About;
use super::syntax::WordOrMap;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Export, Link, Named, Pair, Part, Path, Step};
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
                        "table": {"type": "string", "minLength": 3, "description": "`table.column`, or `table.column = column` of the row it belongs to; columns of a key of several are joined by `|`."},
                        "export": export,
                        "purge": purge,
                        "where": {"type": "string", "minLength": 1, "description": "Only the rows for which this condition is true."},
                        "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Part"}, "description": "Rows that belong to these rows in turn."},
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
    if let Some(diagnostic) = two_ways_down(parent, &parts) {
        context.found(diagnostic);
        return None;
    }
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
    let (table, pairs) = link(parent, &text, context)?;
    if table == parent && context.schema.table(table).primary_key.is_empty() {
        context.found(no_key(table, text.span, context));
        return None;
    }
    let rows = export::Rows { table, own: None };
    let export = match map.and_then(|map| map.export.as_ref()) {
        Some(written) => export(rows, written, context),
        None => Some(Export::default()),
    };
    let clocks = clock::of_row(table, None, context);
    let clocks = clocks.as_deref().unwrap_or_default();
    let condition = map.and_then(|map| map.condition.as_ref()).map(|text| context.condition(table, text));
    let narrowed = condition.as_ref().and_then(Option::as_ref);
    let about = About { condition: narrowed, ..About::person(table, None, clocks) };
    let purge = map.and_then(|map| map.purge.as_ref()).map(|purge| outcome::purge(&about, purge, context));
    let inner = map.and_then(|map| map.parts.as_deref()).unwrap_or_default();
    // Rows of the same table lie where their own columns say.
    let places = if table == parent { places.to_vec() } else { inherited(places, (table, parent), &pairs, context) };
    let mut parts = self::parts(table, inner, &places, context);
    if let Some(stored) = map.and_then(|map| map.files.as_ref()) {
        let changes = matches!(&purge, Some(Some(purge)) if purge.changes());
        let stored = self::files(table, stored, &places, changes, context);
        parts = parts.zip(stored).map(|(parts, one)| parts.into_iter().chain([one]).collect());
    }
    export::one_name_each(table, export.as_ref(), parts.as_deref().unwrap_or_default(), context);
    let to =
        |of| Path { steps: Vec::new(), last: context.column_name(parent, of), ends_in: context.table_name(parent) };
    let links = pairs.iter().map(|(column, of)| Link { column: context.column_name(table, *column), to: to(*of) });
    Some(Part {
        table: context.table_name(table),
        links: links.collect(),
        condition: condition.map_or(Some(None), |condition| condition.map(Some))?,
        export: export?,
        purge: purge.map_or(Some(None), |purge| purge.map(Some))?,
        gone: Strategy::Delete,
        carried: false,
        of: None,
        parts: parts?,
        list: list_name(map.and_then(|map| map.list.as_ref()), table, context),
        stored: false,
        span: text.span,
    })
}

fn no_key(table: TableId, at: Span, context: &Context<'_>) -> Diagnostic {
    let table = context.schema.table(table);
    Diagnostic::new(Code::NeedsKey, at, format!("the rows of `{}` below a row cannot be found", table.name))
        .label("the table has no primary key")
        .related(table.span, "declared here")
        .help("give the table a primary key: from a row to those below it, rows are told apart by it")
}

/// From rows of a table to others of it there is one way down.
pub(super) fn two_ways_down(table: TableId, parts: &[Part]) -> Option<Diagnostic> {
    let mut below: Vec<Span> = parts.iter().filter(|part| part.is_below(table)).map(|part| part.span).collect();
    below.sort_unstable();
    let [first, second, ..] = below.as_slice() else {
        return parts.iter().find_map(|part| two_ways_down(part.table.id, &part.parts));
    };
    let title = "two ways from a row to rows of its own table are not built yet";
    let diagnostic = Diagnostic::new(Code::NotBuiltYet, *second, title)
        .label("a second way")
        .related(*first, "the first one")
        .help("name one of the two, and give the other rows an entry of their own");
    Some(diagnostic)
}

/// A part lies where the row lies that it belongs to.
fn inherited(
    places: &[Named<Path>],
    (table, parent): (TableId, TableId),
    pairs: &[(ColumnId, ColumnId)],
    context: &Context<'_>,
) -> Vec<Named<Path>> {
    let pair = |(column, of): &(ColumnId, ColumnId)| Pair {
        column: context.column_name(table, *column),
        key: context.column_name(parent, *of),
    };
    let mut on: Vec<Pair> = pairs.iter().map(pair).collect();
    on.sort();
    let up = Step { on, table: context.table_name(parent), before: None, entered: None };
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
