//! `clocks:`: which columns say when something happened, and in which unit.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::syntax::WordOrMap;
use crate::database::{self, ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Clock, Export, Item, Part, Unit};
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
    let mut found = by_convention(table, context);
    found.retain(|one| clocks.iter().all(|clock| clock.name != one.name));
    clocks.append(&mut found);
    clocks.sort_by(|a, b| a.name.cmp(&b.name));
    Some(clocks)
}

/// Those that the Site's conventions find in a table.
fn by_convention(table: TableId, context: &Context<'_>) -> Vec<Clock> {
    let found = context.site.clocks.iter().filter_map(|(name, columns)| {
        let id = columns.iter().find_map(|column| context.schema.table(table).find(column).map(|(id, _)| id))?;
        let unit = unit(table, id, context.site.clock_unit, context)?;
        Some(Clock { name: name.clone(), column: context.column_name(table, id), unit, written: None })
    });
    found.collect()
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
            let written = Some(column.span);
            clocks.push(Clock { name: one.key.value.clone(), column: context.column_name(table, id), unit, written });
        } else {
            complete = false;
            let diagnostic = no_clock(table, id, column.span, context);
            context.found(diagnostic);
        }
    }
    clocks.sort_by(|a, b| a.name.cmp(&b.name));
    complete.then_some(clocks)
}

/// The columns of whole numbers that are written to be clocks, each with its unit and where that stands.
#[derive(Debug, Default, Clone)]
pub(super) struct WrittenClocks(Vec<(Span, (TableId, ColumnId), Unit)>);

impl WrittenClocks {
    pub fn add(&mut self, table: TableId, clocks: &[Clock]) {
        let counts = |clock: &&Clock| matches!(clock.unit, Unit::Unix | Unit::UnixMs);
        let found =
            clocks.iter().filter(counts).filter_map(|one| Some((one.written?, (table, one.column.id), one.unit)));
        self.0.extend(found);
    }

    /// A column has one unit, whoever speaks of it.
    fn units(mut self, context: &mut Context<'_>) -> BTreeMap<(TableId, ColumnId), Unit> {
        self.0.sort_by_key(|(at, ..)| *at);
        let mut known: BTreeMap<(TableId, ColumnId), (Unit, Span)> = BTreeMap::new();
        for (at, column, unit) in self.0 {
            let (first, first_at) = *known.entry(column).or_insert((unit, at));
            if first != unit {
                let diagnostic = two_units(column, (unit, at), (first, first_at), context);
                context.found(diagnostic);
            }
        }
        known.into_iter().map(|(column, (unit, _))| (column, unit)).collect()
    }
}

/// A column that any entry, the subject or a context has as a clock is one wherever it is exported, and else what the
/// Site's conventions say. Needs the whole catalogue.
pub(super) fn know_clocks(items: &mut [Item], context: &mut Context<'_>) {
    let mut written = context.site.written_clocks.clone();
    for entry in items.iter().flat_map(|item| &item.entries) {
        written.add(entry.table.id, &entry.clocks);
    }
    let written = written.units(context);
    let mut conventions: HashMap<TableId, Vec<Clock>> = HashMap::new();
    let mut unit = |(table, column): (TableId, ColumnId)| {
        written.get(&(table, column)).copied().or_else(|| {
            let found = conventions.entry(table).or_insert_with(|| by_convention(table, context));
            found.iter().find(|clock| clock.column.id == column).map(|clock| clock.unit)
        })
    };
    let mut know = |export: &mut Export, table: TableId| {
        for one in export.columns.iter_mut().filter(|one| one.family == Family::Integer) {
            let holder = match &one.reached {
                Some(reached) => database::column_of(&context.schema, table, reached),
                None => Some((table, one.column.id)),
            };
            one.clock = holder.and_then(&mut unit);
        }
    };
    for entry in items.iter_mut().flat_map(|item| &mut item.entries) {
        know(&mut entry.export, entry.table.id);
        let mut parts: Vec<&mut Part> = entry.parts.iter_mut().collect();
        while let Some(part) = parts.pop() {
            know(&mut part.export, part.table.id);
            parts.extend(&mut part.parts);
        }
    }
}

fn two_units(
    (table, column): (TableId, ColumnId),
    (unit, at): (Unit, Span),
    (first, first_at): (Unit, Span),
    context: &Context<'_>,
) -> Diagnostic {
    let table = context.schema.table(table);
    let name = format!("{}.{}", table.name, table.column(column).name);
    let said = |unit: Unit| if unit == Unit::UnixMs { "milliseconds" } else { "seconds" };
    Diagnostic::new(Code::ClockUnit, at, format!("the clock `{name}` has two units"))
        .label(format!("{} here", said(unit)))
        .related(first_at, format!("{} here", said(first)))
        .help("write the same unit wherever the column is a clock")
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
