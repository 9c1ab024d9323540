//! The values of `overwrite`: what is written, and what it is made from.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::context::Context;
use super::purge::About;
use super::syntax::Scalar;
use super::template::{self, Piece};
use crate::database::{self, Column, ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Path, Unit};
use crate::source::{Span, Spanned};
use crate::sql::{Expr, Family, Grain, Known, Literal, Time, known};
use crate::strategy::{Assignment, Computed, Reads, Value, When};

/// A fixed value, `now`, a template, another column, or the column's own time made coarser.
#[derive(Debug, Clone)]
pub enum ValueSyntax {
    Plain(Scalar),
    Column(Spanned<String>),
    Truncate(GrainName),
}

/// How much of a time stays.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GrainName {
    /// The first moment of the year.
    Year,
    /// The first moment of the month.
    Month,
    /// The first moment of the day.
    Day,
}

#[derive(Debug, Deserialize)]
struct ValueMap {
    column: Option<Spanned<String>>,
    truncate: Option<GrainName>,
}

impl<'de> Deserialize<'de> for ValueSyntax {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl<'de> Visitor<'de> for ValueVisitor {
            type Value = ValueSyntax;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a plain value, `{column: …}` or `{truncate: …}`")
            }

            fn visit_unit<E: de::Error>(self) -> Result<ValueSyntax, E> {
                Ok(ValueSyntax::Plain(Scalar::Null))
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<ValueSyntax, E> {
                Ok(ValueSyntax::Plain(Scalar::Bool(value)))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<ValueSyntax, E> {
                Ok(ValueSyntax::Plain(Scalar::Int(value)))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<ValueSyntax, E> {
                Ok(ValueSyntax::Plain(Scalar::Float(value)))
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<ValueSyntax, E> {
                Ok(ValueSyntax::Plain(Scalar::Text(value.to_owned())))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ValueSyntax, A::Error> {
                let map = ValueMap::deserialize(de::value::MapAccessDeserializer::new(map))?;
                match (map.column, map.truncate) {
                    (Some(column), None) => Ok(ValueSyntax::Column(column)),
                    (None, Some(grain)) => Ok(ValueSyntax::Truncate(grain)),
                    (Some(_), Some(_)) | (None, None) => Err(de::Error::custom("one of `column` and `truncate`")),
                }
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl JsonSchema for ValueSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let grain = generator.subschema_for::<GrainName>();
        let form = |name: &str, property: serde_json::Value, description: &str| {
            json_schema!({
                "type": "object",
                "required": [name],
                "additionalProperties": false,
                "properties": {name: property},
                "description": description,
            })
        };
        json_schema!({
            "description": "What is written: a fixed value, `null`, `now`, or a text with `{subject.key}`, `{subject.username}` or `{row.column}` in it (`{{` is a brace).",
            "anyOf": [
                {"type": ["string", "number", "boolean", "null"]},
                form("column", serde_json::json!({"type": "string", "minLength": 1, "description": "A column of the same row."}), "What another column of the row holds."),
                form("truncate", grain.to_value(), "The column's own time, without what is finer than this."),
            ],
        })
    }
}

/// What is written into `column`.
pub(super) fn value(
    about: &About<'_>,
    column: ColumnId,
    written: &Spanned<ValueSyntax>,
    context: &mut Context<'_>,
) -> Option<Value> {
    let at = written.span;
    match &written.value {
        ValueSyntax::Plain(Scalar::Text(text)) if text == "now" && context.sources().slice(at) == "now" => {
            now(about, column, at, context)
        }
        ValueSyntax::Plain(Scalar::Text(text)) if text.contains(['{', '}']) => {
            let text = Spanned::new(text.clone(), at);
            match template::read(about, &text, context)?.as_slice() {
                [] => Some(Value::Literal(Literal::Text(String::new()))),
                [Piece::Text(text)] => Some(Value::Literal(Literal::Text(text.clone()))),
                [Piece::Of(value)] => Some(as_held(about, column, value.clone(), context)),
                pieces => template::joined(pieces, at, context).map(|value| Value::Computed(Box::new(value))),
            }
        }
        ValueSyntax::Plain(plain) => {
            let literal = context.literal(plain, at)?;
            Some(Value::Literal(database::as_held(literal, context.schema.table(about.table).column(column))))
        }
        ValueSyntax::Column(name) => {
            let id = context.column(about.table, name)?;
            Some(as_held(about, column, own(about, id, context), context))
        }
        ValueSyntax::Truncate(grain) => truncated(about, column, *grain, at, context),
    }
}

/// A value of one column in another: a whole number can be kept as a text.
fn as_held(about: &About<'_>, column: ColumnId, value: Computed, context: &Context<'_>) -> Value {
    let is_text = context.schema.table(about.table).column(column).family == Family::Text;
    let expr = if is_text && value.family == Family::Integer {
        Expr::Cast(Arc::new(value.expr), Family::Text)
    } else {
        value.expr
    };
    Value::Computed(Box::new(Computed { expr, ..value }))
}

/// What a column of the row holds.
pub(super) fn own(about: &About<'_>, id: ColumnId, context: &Context<'_>) -> Computed {
    let table = context.schema.table(about.table);
    let column = table.column(id);
    let is_owner = about.path.and_then(Path::own_column) == Some(id);
    Computed {
        expr: Expr::of(&table.name, &column.name),
        reads: Reads { own: vec![id], beyond: Vec::new() },
        // A row whose owner is NULL is nobody's.
        null_of: (column.nullable && !is_owner).then(|| column.name.to_string()),
        tells_apart: is_owner || table.names_one(&[id]),
        ..held(column)
    }
}

/// What is known of a value from the column that it stands in.
pub(super) fn held(column: &Column) -> Computed {
    Computed {
        expr: Expr::column(&column.name),
        reads: Reads::default(),
        family: column.family,
        null_of: column.nullable.then(|| column.name.to_string()),
        longest: longest(column),
        tells_apart: false,
        allowed: column.allowed.clone(),
    }
}

/// As a text, in characters; a whole number with its sign.
fn longest(column: &Column) -> Option<u64> {
    let declared = column.declared.to_ascii_lowercase();
    let is = |names: &[&str]| names.iter().any(|name| declared.starts_with(name));
    match column.family {
        Family::Text => column.length,
        Family::Integer if is(&["smallint", "int2", "smallserial"]) => Some(6),
        Family::Integer if is(&["int4", "serial"]) => Some(11),
        Family::Integer => Some(20),
        Family::Date => Some(10),
        Family::Boolean | Family::Decimal | Family::Real | Family::Bytes | Family::Timestamp | Family::Other => None,
    }
}

/// The time of the run, as the column holds times.
fn now(about: &About<'_>, column: ColumnId, at: Span, context: &mut Context<'_>) -> Option<Value> {
    let unit = unit(about, column, context).unwrap_or(Unit::Unix);
    let time = time(about, column, unit, context);
    if time.is_none() {
        let diagnostic = no_time(about, column, at, "`now` is a moment", context);
        context.found(diagnostic.help("write it into a date, a timestamp or a whole number; the text is `\"now\"`"));
    }
    time.map(Value::Now)
}

fn truncated(
    about: &About<'_>,
    column: ColumnId,
    grain: GrainName,
    at: Span,
    context: &mut Context<'_>,
) -> Option<Value> {
    let grain = match grain {
        GrainName::Year => Grain::Year,
        GrainName::Month => Grain::Month,
        GrainName::Day => Grain::Day,
    };
    let unit = unit(about, column, context);
    let declared = context.schema.table(about.table).column(column);
    if unit.is_none() && declared.family == Family::Integer {
        let title = format!("the time in `{}.{}` has no unit", context.schema.table(about.table).name, declared.name);
        let diagnostic = Diagnostic::new(Code::ClockUnit, at, title)
            .label("seconds or milliseconds?")
            .related(declared.span, format!("declared as `{}`", declared.declared))
            .help(format!("write `clocks: {{…: {{column: {}, unit: unix}}}}` beside it", declared.name));
        context.found(diagnostic);
        return None;
    }
    let time = time(about, column, unit.unwrap_or(Unit::Native), context);
    if time.is_none() {
        let diagnostic = no_time(about, column, at, "only a moment can be truncated", context);
        context.found(diagnostic.help("truncate a date, a timestamp, or a whole number with a unit"));
    }
    time.map(|time| Value::Truncated(grain, time))
}

fn no_time(about: &About<'_>, column: ColumnId, at: Span, what: &str, context: &Context<'_>) -> Diagnostic {
    let table = context.schema.table(about.table);
    let column = table.column(column);
    Diagnostic::new(Code::ColumnType, at, format!("this value does not fit `{}.{}`", table.name, column.name))
        .label(format!("{what}, and the column holds {}", column.family.with_article()))
        .related(column.span, format!("declared as `{}`", column.declared))
}

/// The unit of the row's clock in this column, or of the Site's clocks.
fn unit(about: &About<'_>, column: ColumnId, context: &Context<'_>) -> Option<Unit> {
    let clock = about.clocks.iter().find(|clock| clock.column.id == column);
    clock.map(|clock| clock.unit).or(context.site.clock_unit)
}

fn time(about: &About<'_>, column: ColumnId, unit: Unit, context: &Context<'_>) -> Option<Time> {
    match context.schema.table(about.table).column(column).family {
        Family::Date => Some(Time::Date),
        Family::Timestamp => Some(Time::Timestamp),
        Family::Integer if unit == Unit::UnixMs => Some(Time::Milliseconds),
        Family::Integer => Some(Time::Seconds),
        Family::Text if context.dialects.iter().all(|dialect| dialect.keeps_times_as_text()) => Some(Time::Timestamp),
        Family::Boolean | Family::Decimal | Family::Real | Family::Text | Family::Bytes | Family::Other => None,
    }
}

/// Values that a CHECK of the table refuses, as far as it can be read and what it reads is written.
pub(super) fn refused(table: TableId, set: &[Assignment], context: &Context<'_>) -> Vec<Diagnostic> {
    let schema = &context.schema;
    let of = schema.table(table);
    let value = |when: When, name: &str| {
        let written = set.iter().find(|one| &*one.name == name).filter(|one| !of.column(one.column).folds());
        written.and_then(|one| one.value.known(when))
    };
    let is_false = |asked: &Expr| {
        let refuses = |when: When| known(asked, &|_, name| value(when, name)) == Known::False;
        refuses(When::Early) && refuses(When::Late)
    };
    let mut found = Vec::new();
    for check in &of.checks {
        let Some(asked) = &check.asked else { continue };
        let read = set.iter().find(|one| asked.reads.contains(&(table, one.column)));
        let Some(one) = read.filter(|_| is_false(&asked.expr)) else { continue };
        let title = format!("a CHECK of `{}` refuses this value of `{}`", of.name, one.name);
        found.push(
            Diagnostic::new(Code::RefusedByCheck, one.span, title)
                .label("the database would refuse it")
                .related(check.span, "this condition would be false")
                .help("write a value that it allows"),
        );
    }
    found
}
