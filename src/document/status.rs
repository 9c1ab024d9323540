//! `status` of the Site's subject: which states a person can be in, how the schema knows them, and how to put one there.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::syntax::{Scalar, WordOrMap};
use crate::database::{self, TableId, possible};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Status, StatusMeaning};
use crate::source::typed::{Entry, Map};
use crate::source::{Span, Spanned};
use crate::sql::{Expr, Literal};
use crate::strategy::{Assignment, Overwrite, Strategy, Value};

#[derive(Debug, Clone)]
pub struct StatusSyntax(WordOrMap<StatusWhen>);

#[derive(Debug, Clone, Deserialize)]
pub struct StatusWhen {
    when: Spanned<String>,
    #[serde(default)]
    set: Map<Spanned<Scalar>>,
}

impl<'de> Deserialize<'de> for StatusSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for StatusSyntax {
    fn schema_name() -> Cow<'static, str> {
        "StatusSyntax".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<Scalar>();
        json_schema!({
            "description": "`default` (all other conditions are false), `on_request` (the schema does not know it: a running request of a type of this status is the status), or the condition and how to put a subject into it.",
            "anyOf": [
                {
                    "type": "string",
                    "enum": ["default", "on_request"],
                    "markdownEnumDescriptions": [
                        "Every subject for whom all other conditions are false.",
                        "The schema does not know it: a running request of a type of this status is the status.",
                    ],
                },
                {
                    "type": "object",
                    "required": ["when"],
                    "additionalProperties": false,
                    "properties": {
                        "when": {"type": "string", "minLength": 1, "description": "A condition over the subject's columns."},
                        "set": {"type": "object", "additionalProperties": value, "description": "What to write to put a subject into it."},
                    },
                },
            ],
        })
    }
}

/// What a type may ask of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StatusKind {
    Default,
    OnRequest,
    /// A condition alone.
    Known,
    /// The Site says how to put somebody into it.
    Settable,
}

pub(super) fn kind(status: &Status) -> StatusKind {
    match &status.meaning {
        StatusMeaning::Default => StatusKind::Default,
        StatusMeaning::OnRequest => StatusKind::OnRequest,
        StatusMeaning::When { set, .. } if set.is_empty() => StatusKind::Known,
        StatusMeaning::When { .. } => StatusKind::Settable,
    }
}

/// Sorted by name. Fewer than are written where a condition could not be read.
pub(super) fn statuses(written: &Map<Spanned<StatusSyntax>>, table: TableId, context: &mut Context<'_>) -> Vec<Status> {
    let mut statuses = Vec::new();
    let mut default: Option<Span> = None;
    for entry in written {
        let meaning = match &entry.value.value.0 {
            WordOrMap::Word(word) if word == "on_request" => StatusMeaning::OnRequest,
            WordOrMap::Word(_) => {
                if let Some(first) = default.replace(entry.key.span) {
                    context.found(
                        Diagnostic::new(Code::InvalidValue, entry.value.span, "a second status is `default`")
                            .label("no subject could tell them apart")
                            .related(first, "the first one")
                            .help("give one of the two a condition: `{when: …}`"),
                    );
                }
                StatusMeaning::Default
            }
            WordOrMap::Map(when) => {
                let Some(condition) = context.condition(table, &when.when) else { continue };
                let mut set: Vec<(String, Literal)> =
                    when.set.iter().filter_map(|one| set(table, one, context)).collect();
                set.sort_by(|a, b| a.0.cmp(&b.0));
                StatusMeaning::When { condition, set }
            }
        };
        statuses.push(Status { name: entry.key.value.clone(), meaning, span: entry.key.span });
    }
    statuses.sort_by(|a, b| a.name.cmp(&b.name));
    let found = overlaps(&context.schema, table, &statuses);
    context.found.extend(found);
    statuses
}

/// Statuses of which one holds whenever another does: nobody would ever be in the other alone.
fn overlaps(schema: &database::Schema, table: TableId, statuses: &[Status]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let conditions: Vec<_> = statuses
        .iter()
        .filter_map(|status| match &status.meaning {
            StatusMeaning::When { condition, .. } => Some((status, condition, asked(&condition.expr))),
            StatusMeaning::Default | StatusMeaning::OnRequest => None,
        })
        .collect();
    for (at, (narrow, condition, wanted)) in conditions.iter().enumerate() {
        for (other, (wide, other_condition, less)) in conditions.iter().enumerate() {
            // Of two that are the same one finding is enough.
            let is_same = wanted.len() == less.len() && less.iter().all(|part| wanted.contains(part)) && at < other;
            let is_narrower = || {
                let only = [condition.expr.clone().is_true(), other_condition.expr.clone().is_true().negated()];
                less.iter().all(|part| wanted.contains(part))
                    || !possible(schema, table, &Expr::all(only)).may_be_true()
            };
            if at == other || is_same || !is_narrower() {
                continue;
            }
            let title = format!("whoever is `{}` is also `{}`", narrow.name, wide.name);
            found.push(
                Diagnostic::new(Code::OverlappingStatuses, condition.span, title)
                    .label("asks for all that the other one asks for")
                    .related(other_condition.span, format!("what makes a person `{}`", wide.name))
                    .help(format!(
                        "make the two exclude each other: add to `{}` what is not so of `{}`",
                        wide.name, narrow.name
                    )),
            );
        }
    }
    found
}

/// What must be true, each part of an `and` by itself.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other form is one condition")]
fn asked(condition: &Expr) -> Vec<&Expr> {
    match condition {
        Expr::And(parts) => parts.iter().flat_map(asked).collect(),
        Expr::Literal(Literal::Boolean(true)) => Vec::new(),
        other => vec![other],
    }
}

fn set(table: TableId, entry: &Entry<Spanned<Scalar>>, context: &mut Context<'_>) -> Option<(String, Literal)> {
    let column = context.column(table, &entry.key)?;
    let literal = context.literal(&entry.value.value, entry.value.span)?;
    let literal = database::as_held(literal, context.schema.table(table).column(column));
    let name = context.column_name(table, column).name;
    let assignment =
        Assignment { column, name: name.clone(), value: Value::Literal(literal.clone()), span: entry.value.span };
    let written = Strategy::Overwrite(Overwrite { set: vec![assignment] });
    let found = written.check(context.schema.table(table), None);
    let sound = found.is_empty();
    context.found.extend(found);
    sound.then(|| (name.to_string(), literal))
}
