//! `schema` of a Site: the DDL of its databases, read, and compared where there are several.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::records;
use super::site::Site;
use super::syntax::WordOrMap;
use crate::database::{self, Vendor};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::sql::dialect::Dialect;

/// Bytes of a schema: ten thousand tables have a tenth of that.
const LARGEST: usize = 64 << 20;

/// Differences of two schemas that are shown one by one.
const SHOWN: usize = 20;

#[derive(Debug, Clone)]
pub struct SchemaSource(WordOrMap<Map<Spanned<String>>>);

impl<'de> Deserialize<'de> for SchemaSource {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for SchemaSource {
    fn schema_name() -> Cow<'static, str> {
        "SchemaSource".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let path =
            || json_schema!({"type": "string", "minLength": 1, "description": "The DDL as this database prints it."});
        let paths: serde_json::Map<String, serde_json::Value> =
            Vendor::ALL.iter().map(|vendor| (vendor.name().to_owned(), path().to_value())).collect();
        json_schema!({
            "description": "The DDL file of the database: a relative path, or one for each dialect.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "object", "minProperties": 1, "properties": paths, "additionalProperties": false},
            ],
        })
    }
}

/// One database's schema, and the file it is from.
struct Source {
    vendor: Vendor,
    path: String,
    schema: database::Schema,
}

/// The schema that names are checked against: that of the first dialect.
pub(super) fn schema(site: &Site, dialects: &[Dialect], context: &mut Context<'_>) -> Option<database::Schema> {
    let first = Vendor::of(*dialects.first()?)?;
    let mut paths: Vec<(Vendor, &str, Span)> = match &site.schema.value.0 {
        WordOrMap::Word(path) => vec![(first, path, site.schema.span)],
        WordOrMap::Map(paths) => paths
            .iter()
            .filter_map(|path| Some((Vendor::from_name(&path.key)?, path.value.value.as_str(), path.value.span)))
            .collect(),
    };
    // The others in the order in which they are written.
    paths.sort_by_key(|(vendor, ..)| *vendor != first);
    if paths.first().is_none_or(|(vendor, ..)| *vendor != first) {
        let title = format!("the schema of `{}` is missing", first.name());
        let diagnostic = Diagnostic::new(Code::MissingKey, site.schema.span, title)
            .label("names are checked against the schema of the first of `dialects`")
            .help(format!("add `{}: …`, or name another dialect first", first.name()));
        context.found(diagnostic);
        return None;
    }
    let sources: Vec<Option<Source>> =
        paths.into_iter().map(|(vendor, path, span)| read(site, vendor, path, span, context)).collect();
    let mut sources = sources.into_iter();
    let first = sources.next()?;
    let others: Vec<Source> = sources.flatten().collect();
    let first = first?;
    for other in &others {
        compare(&first, other, context);
    }
    let mut schema = first.schema;
    let own = |dialect: Dialect| others.iter().find(|other| Vendor::of(dialect) == Some(other.vendor));
    let databases: Vec<_> = dialects.iter().map(|one| (*one, own(*one).map(|other| &other.schema))).collect();
    schema.compile_for(&databases);
    Some(schema)
}

fn read(site: &Site, vendor: Vendor, path: &str, span: Span, context: &mut Context<'_>) -> Option<Source> {
    let file = context.read(path, span)?;
    let size = context.sources().text(file).len();
    if size > LARGEST {
        // Shown where it is named: nobody wants to see a line of it.
        let title = format!("the schema `{path}` is too large: {} MB", size >> 20);
        let diagnostic = Diagnostic::new(Code::TooLarge, span, title)
            .label(format!("at most {} MB are read", LARGEST >> 20))
            .help(format!("leave the data out of the dump: `{}`", vendor.command()));
        context.found(diagnostic);
        return None;
    }
    let mut found = Diagnostics::default();
    let mut schema = database::read(context.sources(), file, vendor, &mut found);
    schema.read_checks(context.sources());
    context.found.extend(found.iter().cloned());
    if !schema.is_empty() {
        records::add_tables(site, vendor, &mut schema, context);
    }
    // Without tables every further name would be an error that says nothing.
    (!schema.is_empty()).then(|| Source { vendor, path: path.to_owned(), schema })
}

/// Every table and column of one must be in the other.
fn compare(one: &Source, other: &Source, context: &mut Context<'_>) {
    let mut found: Vec<Diagnostic> = missing(one, other);
    found.extend(missing(other, one));
    let more = found.len().saturating_sub(SHOWN);
    found.truncate(SHOWN);
    if more > 0
        && let Some(last) = found.last_mut()
    {
        last.notes.push(format!("{more} more tables and columns are in one of the two schemas only"));
    }
    context.found.extend(found);
}

/// What is in the first and not in the second.
fn missing(one: &Source, other: &Source) -> Vec<Diagnostic> {
    let differs = |span: Span, what: String| {
        let title =
            format!("{what} is in the schema of {}, but not in that of {}", one.vendor.name(), other.vendor.name());
        Diagnostic::new(Code::SchemasDiffer, span, title)
            .label(format!("not in `{}`", other.path))
            .help("take both schemas from the same version of the application")
    };
    let mut found = Vec::new();
    for (_, table) in one.schema.tables() {
        let Some((_, theirs)) = other.schema.find(&table.name) else {
            if !other.schema.is_unread(&table.name) {
                found.push(differs(table.span, format!("table `{}`", table.name)));
            }
            continue;
        };
        let lacking = table.columns.iter().filter(|column| theirs.find(&column.name).is_none());
        found.extend(lacking.map(|column| differs(column.span, format!("column `{}.{}`", table.name, column.name))));
    }
    found
}
