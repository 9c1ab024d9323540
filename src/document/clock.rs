//! `clocks:`: which columns say when something happened, and in which unit.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::syntax::WordOrMap;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Clock, Unit};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::sql::Family;

/// A column, and the unit of one that holds whole numbers.
#[derive(Debug, Clone)]
pub struct ClockSyntax(WordOrMap<ClockMap>);

#[derive(Debug, Clone, Deserialize)]
struct ClockMap {
    column: Spanned<String>,
    unit: Option<UnitSyntax>,
}

/// How a whole number says what time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitSyntax {
    /// Seconds since 1970.
    Unix,
    /// Milliseconds since 1970.
    UnixMs,
}

impl<'de> Deserialize<'de> for ClockSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for ClockSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Clock".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let unit = generator.subschema_for::<UnitSyntax>();
        json_schema!({
            "description": "A date or timestamp column, or `{column, unit}` for one that holds whole numbers.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "required": ["column"],
                    "additionalProperties": false,
                    "properties": {
                        "column": {"type": "string", "minLength": 1, "description": "The column with the time."},
                        "unit": unit,
                    },
                },
            ],
        })
    }
}

impl UnitSyntax {
    pub fn unit(self) -> Unit {
        match self {
            Self::Unix => Unit::Unix,
            Self::UnixMs => Unit::UnixMs,
        }
    }
}

/// The clocks of a row: those written, and those that the Site's conventions find. Sorted by name.
pub(super) fn of_row(
    table: TableId,
    written: Option<&Map<Spanned<ClockSyntax>>>,
    context: &mut Context<'_>,
) -> Option<Vec<Clock>> {
    let mut clocks = written.map_or(Some(Vec::new()), |written| self::written(table, written, context))?;
    let site = std::sync::Arc::clone(&context.site);
    for (name, columns) in &site.clocks {
        if clocks.iter().any(|clock| clock.name == *name) {
            continue;
        }
        let found = columns.iter().find_map(|column| context.schema.table(table).find(column).map(|(id, _)| id));
        let clock = found.and_then(|id| Some((id, unit(table, id, site.clock_unit, context)?)));
        clocks.extend(clock.map(|(id, unit)| Clock {
            name: name.clone(),
            column: context.column_name(table, id),
            unit,
        }));
    }
    clocks.sort_by(|a, b| a.name.cmp(&b.name));
    Some(clocks)
}

pub(super) fn written(
    table: TableId,
    written: &Map<Spanned<ClockSyntax>>,
    context: &mut Context<'_>,
) -> Option<Vec<Clock>> {
    let mut clocks = Vec::new();
    let mut complete = true;
    for one in written {
        let (column, named) = match &one.value.value.0 {
            WordOrMap::Word(column) => (Spanned::new(column.clone(), one.value.span), None),
            WordOrMap::Map(map) => (map.column.clone(), map.unit),
        };
        let Some(id) = context.column(table, &column) else {
            complete = false;
            continue;
        };
        if let Some(unit) = unit(table, id, named.map(UnitSyntax::unit), context) {
            clocks.push(Clock { name: one.key.value.clone(), column: context.column_name(table, id), unit });
        } else {
            complete = false;
            let diagnostic = no_clock(table, id, column.span, context);
            context.found(diagnostic);
        }
    }
    clocks.sort_by(|a, b| a.name.cmp(&b.name));
    complete.then_some(clocks)
}

fn unit(table: TableId, id: ColumnId, named: Option<Unit>, context: &Context<'_>) -> Option<Unit> {
    match context.schema.table(table).column(id).family {
        Family::Date | Family::Timestamp => Some(Unit::Native),
        Family::Integer => named,
        Family::Text if context.dialects.iter().all(|dialect| dialect.keeps_times_as_text()) => Some(Unit::Text),
        Family::Boolean | Family::Decimal | Family::Real | Family::Text | Family::Bytes | Family::Other => None,
    }
}

fn no_clock(table: TableId, id: ColumnId, at: Span, context: &Context<'_>) -> Diagnostic {
    let table = context.schema.table(table);
    let column = table.column(id);
    let diagnostic = |title: String| {
        Diagnostic::new(Code::ClockUnit, at, title).related(column.span, format!("declared as `{}`", column.declared))
    };
    if column.family == Family::Integer {
        diagnostic(format!("the clock `{}.{}` has no unit", table.name, column.name))
            .label("seconds or milliseconds?")
            .help(format!("write `{{column: {}, unit: unix}}`, or `unix_ms` for milliseconds", column.name))
    } else {
        diagnostic(format!("`{}.{}` is no clock", table.name, column.name))
            .label(format!("it holds {}", column.family.with_article()))
            .help("a clock is a date, a timestamp, or a whole number with a unit")
    }
}
