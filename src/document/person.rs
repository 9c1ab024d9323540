//! `identifiers` and `placeholders` of the Site's subject: by what else a person is known, and who takes over.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::path::{named, to_column};
use super::syntax::WordOrMap;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Identifier, Path, Placeholder};
use crate::source::Spanned;
use crate::source::typed::Map;
use crate::sql::{Expr, Family, Select};

/// A column of the subject's table, or more about how the value is found and compared.
#[derive(Debug, Clone)]
pub struct IdentifierSyntax(WordOrMap<IdentifierMap>);

#[derive(Debug, Clone, Deserialize)]
struct IdentifierMap {
    column: Option<Spanned<String>>,
    path: Option<Spanned<String>>,
    compare: Option<Compare>,
}

/// How texts are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// Byte by byte.
    Exact,
    /// ASCII letters without regard to their case, all others byte by byte.
    CaseInsensitive,
}

impl<'de> Deserialize<'de> for IdentifierSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for IdentifierSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Identifier".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let compare = generator.subschema_for::<Compare>();
        json_schema!({
            "description": "A column of the subject's table, `{column, compare}`, or `{path}` from the subject to the value.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": false,
                    "properties": {
                        "column": {"type": "string", "minLength": 1, "description": "A column of the subject's table."},
                        "path": {"type": "string", "minLength": 1, "description": "From the subject's row to the value."},
                        "compare": compare,
                    },
                },
            ],
        })
    }
}

/// An account that takes over what others leave.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Placeholder")]
pub struct PlaceholderSyntax {
    /// The condition that exactly one row of the subject's table meets.
    #[serde(rename = "where")]
    pub condition: Spanned<String>,
}

/// A placeholder, as `reassign` looks it up.
#[derive(Debug, Clone)]
pub(super) struct KnownPlaceholder {
    pub name: String,
    pub key: Select,
}

/// Sorted by name.
pub(super) fn identifiers(
    table: TableId,
    written: &Map<Spanned<IdentifierSyntax>>,
    context: &mut Context<'_>,
) -> Option<Vec<Identifier>> {
    let found: Vec<Option<Identifier>> =
        written.iter().map(|one| identifier(table, &one.key, &one.value, context)).collect();
    let mut identifiers = found.into_iter().collect::<Option<Vec<_>>>()?;
    identifiers.sort_by(|a, b| a.name.cmp(&b.name));
    Some(identifiers)
}

fn identifier(
    table: TableId,
    name: &Spanned<String>,
    written: &Spanned<IdentifierSyntax>,
    context: &mut Context<'_>,
) -> Option<Identifier> {
    let (text, compare) = match &written.value.0 {
        WordOrMap::Word(column) => (Spanned::new(column.clone(), written.span), None),
        WordOrMap::Map(
            IdentifierMap { column: Some(text), path: None, compare }
            | IdentifierMap { column: None, path: Some(text), compare },
        ) => (text.clone(), *compare),
        WordOrMap::Map(_) => {
            context.found(
                Diagnostic::new(Code::MissingKey, written.span, "an identifier is a `column` or a `path`")
                    .label("one of the two is needed")
                    .help("write `{column: email}`, or `{path: \"<account.user_id>.id\"}`"),
            );
            return None;
        }
    };
    if name.value == "key" {
        let diagnostic = Diagnostic::new(Code::DuplicateId, name.span, "`key` is the subject's key already");
        context.found(diagnostic.label("means two things").help("give the identifier another name"));
        return None;
    }
    let path = if text.value.contains(['.', '<']) {
        let found = to_column(table, &text, context)?;
        named(table, &found, context)
    } else {
        let id = context.column(table, &text)?;
        Path { steps: Vec::new(), last: context.column_name(table, id), ends_in: context.table_name(table) }
    };
    let column = context.schema.table(path.ends_in.id).column(path.last.id);
    if !matches!(column.family, Family::Text | Family::Integer) {
        let diagnostic =
            Diagnostic::new(Code::ColumnType, text.span, format!("`{}` cannot name a person", column.name))
                .label(format!("it holds {}", column.family.with_article()))
                .related(column.span, format!("declared as `{}`", column.declared))
                .help("an identifier is a text or a whole number");
        context.found(diagnostic);
        return None;
    }
    Some(Identifier {
        name: name.value.clone(),
        path,
        folds: compare == Some(Compare::CaseInsensitive),
        span: name.span,
    })
}

/// Sorted by name.
pub(super) fn placeholders(
    table: TableId,
    written: &Map<PlaceholderSyntax>,
    context: &mut Context<'_>,
) -> Option<Vec<Placeholder>> {
    let mut placeholders = Vec::new();
    let mut complete = true;
    for one in written {
        match context.condition(table, &one.value.condition) {
            Some(condition) => {
                placeholders.push(Placeholder { name: one.key.value.clone(), condition, span: one.key.span });
            }
            None => complete = false,
        }
    }
    placeholders.sort_by(|a, b| a.name.cmp(&b.name));
    complete.then_some(placeholders)
}

pub(super) fn known(
    table: TableId,
    key: ColumnId,
    placeholder: &Placeholder,
    context: &Context<'_>,
) -> KnownPlaceholder {
    let name = &context.table_name(table).name;
    let key = Expr::of(name, context.column_name(table, key).name);
    let key = Select::from(name, [key]).filter(placeholder.condition.expr.clone());
    KnownPlaceholder { name: placeholder.name.clone(), key }
}
