//! `purge:` of rows: what happens to them, checked against their table.

use std::borrow::Cow;
use std::collections::HashMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::syntax::WordOrMap;
use super::value::{ValueSyntax, refused, value};
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Clock, Condition, Path};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::strategy::{self, Assignment, Overwrite, Strategy, Value};

/// What a purge does with a row.
#[derive(Debug, Clone)]
pub struct StrategySyntax(WordOrMap<PurgeMap>);

/// The same, or `keep` without a reason, which is that others own the row or refer to it.
#[derive(Debug, Clone, Deserialize)]
pub struct WhileSyntax(StrategySyntax);

#[derive(Debug, Clone, Deserialize)]
struct PurgeMap {
    overwrite: Option<Map<Spanned<ValueSyntax>>>,
    reassign: Option<Spanned<String>>,
    keep: Option<String>,
}

impl<'de> Deserialize<'de> for StrategySyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for StrategySyntax {
    fn schema_name() -> Cow<'static, str> {
        "Strategy".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"description": "What a purge does with a row.", "oneOf": forms(generator)})
    }
}

impl JsonSchema for WhileSyntax {
    fn schema_name() -> Cow<'static, str> {
        "WhileStrategy".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut all = forms(generator);
        all.push(json_schema!({"type": "string", "const": "keep", "description": "The row stays as it is."}));
        json_schema!({"description": "What happens to a row for as long as it cannot go.", "oneOf": all})
    }
}

/// Every form of a strategy.
pub(super) fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
    let value = generator.subschema_for::<ValueSyntax>();
    let overwrite = json_schema!({"type": "object", "minProperties": 1, "additionalProperties": value, "description": "Columns, and what each gets."});
    let text = |description: &str| json_schema!({"type": "string", "minLength": 1, "description": description});
    let reassign = text("A placeholder of the Site, who takes over.");
    let word =
        |word: &str, description: &str| json_schema!({"type": "string", "const": word, "description": description});
    let form = |name: &str, properties: serde_json::Value, description: &str| {
        json_schema!({
            "type": "object",
            "required": [name],
            "additionalProperties": false,
            "properties": properties,
            "description": description,
        })
    };
    vec![
        word("delete", "The row goes, with its parts."),
        word("empty", "Each of `columns` gets the value that says nothing: NULL, else '' or 0."),
        word("detach", "The person's key is replaced by NULL, or by the first value of `nobody` that fits."),
        form(
            "overwrite",
            serde_json::json!({"overwrite": overwrite, "reassign": reassign}),
            "The row stays; its columns get these values.",
        ),
        form(
            "reassign",
            serde_json::json!({"reassign": reassign}),
            "The person's key is replaced by that of this placeholder of the Site.",
        ),
        form(
            "keep",
            serde_json::json!({"keep": text("The reason, which the person is shown.")}),
            "This relation asks for nothing; the reason is shown to the person.",
        ),
    ]
}

/// What a strategy is about.
pub(super) struct About<'a> {
    pub table: TableId,
    /// `columns:` of the entry.
    pub columns: &'a [(ColumnId, Span)],
    /// How the row names the person.
    pub path: Option<&'a Path>,
    /// The path ends in another identifier than the key.
    pub identified: bool,
    /// Other people stand in the same relation to the row.
    pub several: bool,
    /// The row is somebody else's.
    pub mention: bool,
    /// Of the row.
    pub clocks: &'a [Clock],
    /// Only rows that meet it.
    pub condition: Option<&'a Condition>,
}

impl<'a> About<'a> {
    /// Rows in which the path names one person, and other columns may name others.
    pub fn person(table: TableId, path: Option<&'a Path>, clocks: &'a [Clock]) -> Self {
        let (identified, several, mention) = (false, false, false);
        Self { table, columns: &[], path, identified, several, mention, clocks, condition: None }
    }
}

/// What happens to a row that cannot go yet.
pub(super) fn strategy_while(
    about: &About<'_>,
    written: &Spanned<WhileSyntax>,
    context: &mut Context<'_>,
) -> Option<Strategy> {
    strategy(about, &Spanned::new(written.value.0.clone(), written.span), context)
}

pub(super) fn strategy(
    about: &About<'_>,
    purge: &Spanned<StrategySyntax>,
    context: &mut Context<'_>,
) -> Option<Strategy> {
    let strategy = match &purge.value.0 {
        WordOrMap::Word(word) if word == "keep" => Strategy::Keep { reason: String::new() },
        WordOrMap::Word(word) if word == "delete" => {
            if about.mention {
                context.found(not_owned(purge.span));
                return None;
            }
            Strategy::Delete
        }
        WordOrMap::Word(word) if word == "empty" => Strategy::Empty(empty(about, purge.span, context)?),
        WordOrMap::Word(_) => {
            let (column, span) = (named_by(about, purge.span, context)?, purge.span);
            let nobody = strategy::nobody(context.schema.table(about.table).column(column), &context.site.nobody);
            let Some(value) = nobody else {
                context.found(no_nobody(about.table, column, span, context));
                return None;
            };
            Strategy::Detach(one(about.table, column, Value::Literal(value), span, context))
        }
        WordOrMap::Map(PurgeMap { keep: Some(reason), .. }) => Strategy::Keep { reason: reason.clone() },
        WordOrMap::Map(PurgeMap { overwrite, reassign, keep: None }) => {
            let written = overwrite.as_ref().map(|values| overwritten(about, values, context));
            let given = reassign.as_ref().map(|name| reassigned(about, name, context));
            match (written, given) {
                (Some(written), None) => Strategy::Overwrite(written?),
                (None, Some(given)) => Strategy::Reassign(given?),
                (Some(written), Some(given)) => {
                    let (mut written, given) = (written?, given?);
                    written.set.extend(given.set);
                    written.set.sort_by_key(|one| one.column);
                    Strategy::Reassign(written)
                }
                (None, None) => return None,
            }
        }
    };
    sound(about, strategy, context)
}

/// The strategy, where nothing in the schema speaks against it.
pub(super) fn sound(about: &About<'_>, strategy: Strategy, context: &mut Context<'_>) -> Option<Strategy> {
    let mut found = strategy.check(context.schema.table(about.table), about.path.and_then(Path::own_column));
    found.extend(refused(about.table, strategy.assignments(), context));
    let sound = found.is_empty();
    context.found.extend(found);
    sound.then_some(strategy)
}

fn one(table: TableId, column: ColumnId, value: Value, span: Span, context: &Context<'_>) -> Overwrite {
    let name = context.column_name(table, column).name;
    Overwrite { set: vec![Assignment { column, name, value, span }] }
}

fn not_owned(at: Span) -> Diagnostic {
    Diagnostic::new(Code::NotOwned, at, "a row that only names the person is not deleted with them")
        .label("the row is somebody else's")
        .help("write `detach`, `{reassign: …}` or `{overwrite: …}`; or `owner:` instead of `mention:` if the row is theirs")
}

fn empty(about: &About<'_>, at: Span, context: &mut Context<'_>) -> Option<Overwrite> {
    if about.columns.is_empty() {
        context.found(
            Diagnostic::new(Code::MissingKey, at, "`empty` needs `columns`")
                .label("which columns?")
                .help("write `columns: […]` beside `purge: empty`; they are also what is exported"),
        );
        return None;
    }
    let mut set = Vec::new();
    for (column, span) in about.columns {
        let declared = context.schema.table(about.table).column(*column);
        if let Some(value) = strategy::empty(declared) {
            let name = context.column_name(about.table, *column).name;
            set.push(Assignment { column: *column, name, value: Value::Literal(value), span: *span });
        } else {
            let title = format!("`{}` has no empty value", declared.name);
            let label = format!("it is NOT NULL and holds {}", declared.family.with_article());
            let diagnostic = Diagnostic::new(Code::NullIntoNotNull, *span, title)
                .label(label)
                .related(declared.span, "declared here")
                .help("overwrite it with a value of its type: `{overwrite: {column: value}}`");
            context.found(diagnostic);
        }
    }
    set.sort_by_key(|one| one.column);
    (set.len() == about.columns.len()).then_some(Overwrite { set })
}

/// The column of the row itself that names the person.
fn named_by(about: &About<'_>, at: Span, context: &mut Context<'_>) -> Option<ColumnId> {
    let column = about.path.and_then(Path::own_column);
    if column.is_none() {
        context.found(
            Diagnostic::new(Code::OwnerPath, at, "the person is not named in this row")
                .label("there is nothing in the row to write over")
                .help("take the table in which the path ends, or write `{overwrite: …}`"),
        );
    }
    column
}

fn no_nobody(table: TableId, column: ColumnId, at: Span, context: &Context<'_>) -> Diagnostic {
    let table = context.schema.table(table);
    let declared = table.column(column);
    let title = format!("`{}.{}` is NOT NULL, and no value of `nobody` fits it", table.name, declared.name);
    Diagnostic::new(Code::NullIntoNotNull, at, title)
        .label("nothing can stand for nobody")
        .related(declared.span, "declared here")
        .help("add a value of its type to `nobody` of the Site's subject, such as `0`, or write `{reassign: …}`")
}

fn reassigned(about: &About<'_>, name: &Spanned<String>, context: &mut Context<'_>) -> Option<Overwrite> {
    let Some(placeholder) = context.site.placeholders.iter().find(|one| one.name == name.value).cloned() else {
        let known: Vec<String> = context.site.placeholders.iter().map(|one| one.name.clone()).collect();
        let title = format!("there is no placeholder `{}`", name.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, name.span, title)
            .label("not declared under `placeholders` of the Site's subject");
        context.lacking(if known.is_empty() {
            let form = format!("placeholders: {{{}: {{where: \"…\"}}}}", name.value);
            diagnostic.help(format!("declare the account that takes over, in the Site's subject: `{form}`"))
        } else {
            diagnostic.nearest(name, known.iter().map(String::as_str))
        });
        return None;
    };
    if about.identified {
        context.found(
            Diagnostic::new(Code::OwnerPath, name.span, "the row does not name the person by their key")
                .label("only a key gives way to a placeholder's")
                .help("write `detach`, or `{overwrite: …}` with the value that shall stand there"),
        );
        return None;
    }
    let column = named_by(about, name.span, context)?;
    let holder = context.schema.table(about.table).column(column).family;
    let (subject, key) = context.subject?;
    let family = context.schema.table(subject).column(key).family;
    let expr = strategy::key_of(&placeholder.key, family, holder);
    Some(one(about.table, column, Value::Placeholder { name: placeholder.name, expr }, name.span, context))
}

pub(super) fn overwritten(
    about: &About<'_>,
    values: &Map<Spanned<ValueSyntax>>,
    context: &mut Context<'_>,
) -> Option<Overwrite> {
    let table = about.table;
    let mut set: Vec<Assignment> = Vec::new();
    let mut seen: HashMap<ColumnId, Span> = HashMap::new();
    let mut complete = true;
    for entry in values {
        let column = context.column(table, &entry.key);
        let value = column.and_then(|column| value(about, column, &entry.value, context));
        let (Some(column), Some(value)) = (column, value) else {
            complete = false;
            continue;
        };
        if let Some(first) = seen.insert(column, entry.key.span) {
            let diagnostic =
                Diagnostic::new(Code::DuplicateKey, entry.key.span, "this column stands twice under another spelling")
                    .label("again here")
                    .related(first, "first written here")
                    .help("the database knows one column of this name, however it is spelt: remove one of the two");
            context.found(diagnostic);
            complete = false;
        }
        let name = context.column_name(table, column).name;
        set.push(Assignment { column, name, value, span: entry.value.span });
    }
    set.sort_by_key(|assignment| assignment.column);
    complete.then_some(Overwrite { set })
}
