//! `contexts`, `conventions` and `preferences` of the Site: what holds for every row where nothing else is written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::clock::{self, ClockSyntax, UnitSyntax};
use super::context::Context;
use super::outcome::PurgeSyntax;
use super::owner;
use super::path::{named_steps, to_table};
use super::place::{KnownPlace, PlaceColumn, lies_in};
use super::syntax::WordOrMap;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Path, Place, Relation, Unit};
use crate::source::typed::{Entry, Map};
use crate::source::{Span, Spanned};

/// A kind of place that data lies in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Context")]
pub struct PlaceSyntax {
    /// The table whose rows are such places.
    pub table: Spanned<String>,
    /// The column that names a place.
    pub key: Spanned<String>,
    /// The column that names the place of the same kind that this one lies in.
    pub parent: Option<Spanned<String>>,
    /// The larger places it lies in: their context, and the path to them.
    #[serde(rename = "in", default)]
    pub within: Map<Spanned<String>>,
    /// The moments in its life by which what lies in it ages. A whole number among them is a time in exports.
    #[serde(default)]
    pub clocks: Map<Spanned<ClockSyntax>>,
}

/// How a column of this name reads where nothing else is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conventions {
    /// Columns that name a place: `{contextid: mdl_context.instanceid}`.
    #[serde(default)]
    pub place: Map<Spanned<String>>,
    /// Names of clock columns, and the unit of those that hold whole numbers.
    #[serde(default)]
    pub clocks: Map<ClockColumns>,
    /// Columns that name somebody who dealt with another person's row.
    pub second_hand: Option<SecondHand>,
}

#[derive(Debug, Clone)]
pub enum ClockColumns {
    Unit(UnitSyntax),
    Columns(Vec<Spanned<String>>),
}

impl<'de> Deserialize<'de> for ClockColumns {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match WordOrMap::<Vec<Spanned<String>>>::deserialize(deserializer)? {
            WordOrMap::Word(word) if word == "unix_ms" => Self::Unit(UnitSyntax::UnixMs),
            WordOrMap::Word(_) => Self::Unit(UnitSyntax::Unix),
            WordOrMap::Map(columns) => Self::Columns(columns),
        })
    }
}

impl JsonSchema for ClockColumns {
    fn schema_name() -> Cow<'static, str> {
        "ClockColumns".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Names of columns, the first that a table has; under `unit`: `unix` or `unix_ms`.",
            "anyOf": [
                {
                    "type": "string",
                    "enum": ["unix", "unix_ms"],
                    "markdownEnumDescriptions": ["Seconds since 1970.", "Milliseconds since 1970."],
                },
                {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
            ],
        })
    }
}

/// Adds to each item, for each of its tables with such a column that no entry names, a `mention` with this purge.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondHand {
    /// Their names, in whatever table.
    #[schemars(length(min = 1))]
    pub columns: Vec<Spanned<String>>,
    /// What happens to them.
    pub purge: Spanned<PurgeSyntax>,
}

/// Where settings of people are kept: one row each.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PreferenceTable")]
pub struct PreferencesSyntax {
    /// The table that keeps a setting in each row.
    pub table: Spanned<String>,
    /// Whose setting it is: a path to the subject's key.
    pub owner: Spanned<String>,
    /// The column with the setting's name.
    pub name: Spanned<String>,
    /// The column with its value.
    pub value: Spanned<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Preferences {
    pub table: TableId,
    pub owner: Path,
    pub name: ColumnId,
    pub value: ColumnId,
}

/// The places, sorted by name; what a row looks up in them is noted first, so that they can name one another.
pub(super) fn places(written: &Map<PlaceSyntax>, context: &mut Context<'_>) -> Option<Vec<Place>> {
    let mut complete = true;
    let mut known = Vec::new();
    for one in written {
        let found = context.table(&one.value.table);
        let key = found.and_then(|table| context.column(table, &one.value.key));
        match found.zip(key) {
            Some((table, key)) => known.push(KnownPlace {
                name: one.key.value.clone(),
                table,
                key,
                within: one.value.within.iter().map(|larger| larger.key.value.clone()).collect(),
                clocks: one.value.clocks.iter().map(|clock| clock.key.value.clone()).collect(),
            }),
            None => complete = false,
        }
    }
    known.sort_by(|a, b| a.name.cmp(&b.name));
    context.site_mut().places.clone_from(&known);
    let mut places = Vec::new();
    for one in written {
        let Some(of) = known.iter().find(|known| known.name == one.key.value) else { continue };
        match place(of, one, context) {
            Some(place) => places.push(place),
            None => complete = false,
        }
    }
    places.sort_by(|a, b| a.name.cmp(&b.name));
    complete.then_some(places)
}

fn place(of: &KnownPlace, named: &Entry<PlaceSyntax>, context: &mut Context<'_>) -> Option<Place> {
    let written = &named.value;
    let parent = written.parent.as_ref().map(|text| larger(of.table, text, &of.name, context));
    let mut within = Vec::new();
    let mut complete = true;
    for one in &written.within {
        // Left out, so that whoever looks for places around others ends.
        if lies_in(&one.key.value, &of.name, context) {
            context.found(in_each_other(one.key.span, &of.name, &one.key.value));
            continue;
        }
        match larger(of.table, &one.value, &one.key.value, context) {
            Some(path) => within.push((one.key.value.clone(), path)),
            None => complete = false,
        }
    }
    within.sort_by(|a, b| a.0.cmp(&b.0));
    let clocks = clock::written(of.table, &written.clocks, context);
    complete.then_some(())?;
    let clocks = clocks?;
    context.site_mut().written_clocks.add(of.table, &clocks);
    Some(Place {
        name: of.name.clone(),
        table: context.table_name(of.table),
        key: context.column_name(of.table, of.key),
        parent: parent.map_or(Some(None), |parent| parent.map(Some))?,
        within,
        clocks,
        span: named.key.span,
    })
}

/// How deep one would have to look is not known: what lies in places of the one kind, or who has a role there, could be
/// overlooked.
fn in_each_other(at: Span, place: &str, larger: &str) -> Diagnostic {
    let title = format!("a `{place}` lies in a `{larger}`, and that in a `{place}`: this is not built yet");
    let diagnostic = Diagnostic::new(Code::NotBuiltYet, at, title).label("kinds of places in a circle");
    if place == larger {
        return diagnostic.help("write the path to the place of the same kind as `parent:`");
    }
    diagnostic.help("leave one of the two out, or let one table hold both kinds, with `parent:`")
}

/// The path to a larger place.
fn larger(table: TableId, text: &Spanned<String>, name: &str, context: &mut Context<'_>) -> Option<Path> {
    let (steps, end) = to_table(table, text, context)?;
    let place = context.site.places.iter().find(|place| place.name == name && place.table == end).cloned();
    let Some(place) = place else {
        let ends_in = context.table_name(end).name;
        context.found(
            Diagnostic::new(Code::NoPlace, text.span, format!("this path does not lead to a `{name}`"))
                .label(format!("leads to `{ends_in}`"))
                .help("a path to a place ends with the step that enters the table of its context"),
        );
        return None;
    };
    Some(Path {
        steps: named_steps(table, &steps, context),
        last: context.column_name(end, place.key),
        ends_in: context.table_name(end),
    })
}

/// `{contextid: mdl_context.instanceid}`
pub(super) fn place_columns(written: &Map<Spanned<String>>, context: &mut Context<'_>) -> Vec<PlaceColumn> {
    let mut columns = Vec::new();
    for one in written {
        let Some((table, column)) = one.value.value.split_once('.') else {
            context.found(
                Diagnostic::new(Code::InvalidFormat, one.value.span, "a column of another table is expected")
                    .label("no table")
                    .help("write `table.column`: the table that the column names, and its column that names the place"),
            );
            continue;
        };
        let length = table.len();
        let of = |range: std::ops::Range<usize>, text: &str, context: &Context<'_>| {
            Spanned::new(text.to_owned(), context.sources().inside(&one.value, range))
        };
        let table = of(0..length, table, context);
        let column = of(length + 1..length + 1 + column.len(), column, context);
        let Some(table) = context.table(&table) else { continue };
        let Some(column) = context.column(table, &column) else { continue };
        columns.push(PlaceColumn { name: one.key.value.clone(), table, column });
    }
    columns
}

/// Names of clocks with their columns, and the unit of whole numbers.
pub(super) fn clocks(written: &Map<ClockColumns>) -> (Vec<(String, Vec<String>)>, Option<Unit>) {
    let mut names = Vec::new();
    let mut unit = None;
    for one in written {
        match &one.value {
            ClockColumns::Unit(written) => unit = Some(written.unit()),
            ClockColumns::Columns(columns) => {
                names.push((one.key.value.clone(), columns.iter().map(|column| column.value.clone()).collect()));
            }
        }
    }
    (names, unit)
}

pub(super) fn preferences(written: &PreferencesSyntax, context: &mut Context<'_>) -> Option<Preferences> {
    let table = context.table(&written.table)?;
    let owner = owner::by_key(table, &written.owner, Relation::Owner, context);
    let (name, value) = (context.column(table, &written.name), context.column(table, &written.value));
    Some(Preferences { table, owner: owner?.path, name: name?, value: value? })
}
