//! `kind: Component`: what personal data there is, whose it is, what happens to it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::syntax::{DataCategory, Id, Localized, Scalar, WordOrMap};
use crate::database::{self, FoundPath, PathFault, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Entry, Export, ExportColumn, Item, Path, Step};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::strategy::{Assignment, Overwrite, Strategy};

/// What personal data a part of the application stores, whose it is, and what happens to it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Component {
    #[schemars(extend("const" = "Component"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    pub title: Spanned<Localized>,
    /// Components of one group stand together in lists.
    pub group: Option<Spanned<Localized>>,
    /// The data items, by name; elsewhere they are called `component.item`.
    #[schemars(extend("minProperties" = 1, "propertyNames" = {"pattern": "^[a-z][a-z0-9_-]*$"}))]
    pub items: Map<ItemSyntax>,
}

/// One kind of personal data.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Item")]
pub struct ItemSyntax {
    pub title: Spanned<Localized>,
    /// A key of the Fideslang taxonomy, such as `user.content`.
    pub data_category: Option<Spanned<DataCategory>>,
    /// Why it is processed: the id of a Purpose.
    pub purpose: Option<Spanned<Id>>,
    /// What a purge does with all rows that say nothing else.
    pub purge: Option<Spanned<PurgeSyntax>>,
    /// The rows that hold it.
    #[schemars(length(min = 1))]
    pub rows: Vec<Spanned<Row>>,
}

/// Rows of one table that stand in one relation to a person.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub table: Spanned<String>,
    /// The column with the subject's key, or a path of foreign keys that leads to it: `note_id.person_id`.
    pub owner: Spanned<String>,
    /// Only the rows for which this condition is true.
    #[serde(rename = "where")]
    pub condition: Option<Spanned<String>>,
    /// The columns of an export: a list, `all`, or `none`.
    pub export: Spanned<ExportSyntax>,
    /// What a purge does; absent: exported only.
    pub purge: Option<Spanned<PurgeSyntax>>,
    /// The name of its list in an export; default: the table.
    #[serde(rename = "as")]
    pub list: Option<Spanned<String>>,
}

/// What a purge does with a row.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Purge")]
pub enum PurgeSyntax {
    /// The row goes.
    Delete,
    /// The row stays; its columns get these values.
    Overwrite(Map<Spanned<Scalar>>),
    /// This relation asks for nothing; the reason is shown to the person.
    Keep(String),
}

#[derive(Debug, Clone)]
pub struct ExportSyntax(WordOrMap<Vec<Spanned<ExportColumnSyntax>>>);

#[derive(Debug, Clone)]
pub struct ExportColumnSyntax(WordOrMap<Map<Spanned<String>>>);

impl<'de> Deserialize<'de> for ExportSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for ExportColumnSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for ExportSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Export".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The columns of an export: a list of columns (or `{name: column}`), `all`, or `none`.",
            "anyOf": [
                {"type": "string", "enum": ["all", "none"]},
                {"type": "array", "minItems": 1, "items": {"anyOf": [
                    {"type": "string", "minLength": 1},
                    {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}},
                ]}},
            ],
        })
    }
}

pub(super) fn lower(components: &[Component], context: &mut Context<'_>) -> (Vec<program::Component>, Vec<Item>) {
    context.unique_ids("Component", components.iter().map(|component| &component.id));
    let mut lowered = Vec::new();
    let mut items = Vec::new();
    for component in components {
        for entry in &component.items {
            items.push(item(component, &entry.key, &entry.value, context));
        }
        lowered.push(program::Component {
            id: component.id.value.0.clone(),
            title: context.text(&component.title),
            group: context.optional_text(component.group.as_ref()),
            span: component.kind.span,
        });
    }
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    items.sort_by(|a, b| a.name.cmp(&b.name));
    (lowered, items)
}

fn item(component: &Component, key: &Spanned<String>, syntax: &ItemSyntax, context: &mut Context<'_>) -> Item {
    let title = context.text(&syntax.title);
    let purpose = syntax.purpose.as_ref().and_then(|name| context.purpose(name));
    let mut entries = Vec::new();
    for row in &syntax.rows {
        entries.extend(entry(row, syntax.purge.as_ref(), context));
    }
    // Sorted by what they are, so that the order in which they are written is no part of the meaning.
    entries.sort_by_cached_key(|entry| (entry.table.name.clone(), program::digest_of(entry)));
    Item {
        name: format!("{}.{}", component.id.value.0, key.value),
        title,
        data_category: syntax.data_category.as_ref().map(|category| category.value.0.clone()),
        purpose,
        entries,
        span: key.span,
    }
}

fn entry(row: &Spanned<Row>, default: Option<&Spanned<PurgeSyntax>>, context: &mut Context<'_>) -> Option<Entry> {
    let table = context.table(&row.table)?;
    let owner = owner(table, &row.owner, context);
    let condition = match &row.condition {
        Some(text) => Some(context.condition(table, text)?),
        None => None,
    };
    let owner_column = owner.as_ref().and_then(|path| path.steps.is_empty().then_some(path.last.id));
    let export = export(table, &row.export, owner_column, context);
    let purge = match row.purge.as_ref().or(default) {
        Some(purge) => Some(strategy(table, purge, context)?),
        None => None,
    };
    let owner = owner?;
    subject_row(table, &owner, row, context)?;
    Some(Entry {
        list: row
            .list
            .as_ref()
            .map_or_else(|| context.schema.table(table).name.clone(), |name| name.value.as_str().into()),
        table: context.table_name(table),
        owner,
        condition,
        export,
        purge,
        span: row.table.span,
    })
}

/// A row of the subject's own table belongs to the subject it describes, to nobody else.
fn subject_row(table: TableId, owner: &Path, row: &Row, context: &mut Context<'_>) -> Option<()> {
    let (subject, key) = context.subject?;
    if table == subject && !(owner.steps.is_empty() && owner.last.id == key) {
        let name = context.column_name(subject, key).name;
        context.found(
            Diagnostic::new(
                Code::SubjectRow,
                row.owner.span,
                "a row of the subject's table belongs to the subject it describes",
            )
            .label("this names another person")
            .help(format!("write `owner: {name}`")),
        );
        return None;
    }
    Some(())
}

fn owner(table: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<Path> {
    let found = match database::path(&context.schema, table, text) {
        Ok(found) => found,
        Err(fault) => {
            let diagnostic = path_fault(&fault, text, context);
            context.found(diagnostic);
            return None;
        }
    };
    ends_at_subject(table, &found, text.span, context)?;
    Some(named(table, &found, context))
}

fn named(table: TableId, found: &FoundPath, context: &Context<'_>) -> Path {
    let mut from = table;
    let mut steps = Vec::new();
    for step in &found.steps {
        steps.push(Step {
            column: context.column_name(from, step.column),
            table: context.table_name(step.table),
            key: context.column_name(step.table, step.key),
        });
        from = step.table;
    }
    Path { steps, last: context.column_name(found.ends_in, found.last), ends_in: context.table_name(found.ends_in) }
}

/// The last column must hold the subject's key: of its type, and referring to nothing else; and every step must
/// compare like with like.
fn ends_at_subject(table: TableId, found: &FoundPath, at: Span, context: &mut Context<'_>) -> Option<()> {
    let diagnostic =
        unlike_step(table, found, at, context).or_else(|| refers_elsewhere(found, at, context)).or_else(|| holds_other_type(found, at, context));
    match diagnostic {
        Some(diagnostic) => {
            context.found(diagnostic);
            None
        }
        None => Some(()),
    }
}

/// A step from a number to a text key: '05' and '5' would both be 5.
fn unlike_step(table: TableId, found: &FoundPath, at: Span, context: &Context<'_>) -> Option<Diagnostic> {
    use crate::sql::Family;
    let schema = &context.schema;
    let mut from = table;
    for step in &found.steps {
        let (column, key) = (schema.table(from).column(step.column), schema.table(step.table).column(step.key));
        let mixed = (column.family == Family::Text) != (key.family == Family::Text);
        if mixed && !key_fits(key, column) {
            let title =
                format!("`{}.{}` cannot hold a key of `{}`", schema.table(from).name, column.name, schema.table(step.table).name);
            let diagnostic = Diagnostic::new(Code::ColumnType, at, title)
                .label(format!("a {} that refers to a {}", column.family.name(), key.family.name()))
                .related(column.span, format!("declared as `{}`", column.declared))
                .related(key.span, format!("declared as `{}`", key.declared));
            return Some(diagnostic);
        }
        from = step.table;
    }
    None
}

fn refers_elsewhere(found: &FoundPath, at: Span, context: &Context<'_>) -> Option<Diagnostic> {
    let (subject, key) = context.subject?;
    let schema = &context.schema;
    let last_table = schema.table(found.ends_in);
    let last = last_table.column(found.last);
    let foreign = last_table.foreign_key_of(found.last)?;
    let path = context.project.sources.slice(at).trim_matches(['"', '\'']);
    let other = schema.table(foreign.table);
    if foreign.table == subject {
        if foreign.to.as_slice() == [key] {
            return None;
        }
        let key = &other.column(key).name;
        let to = foreign.to.first().map_or("", |column| &other.column(*column).name);
        let title = format!("`{}.{}` refers to another column than the subject's key", last_table.name, last.name);
        let diagnostic =
            Diagnostic::new(Code::OwnerPath, at, title).label(format!("holds a value of `{to}`, not of `{key}`"));
        return Some(
            diagnostic
                .related(foreign.span, "declared here")
                .help(format!("follow it one step further: `{path}.{key}`")),
        );
    }
    let title = format!("`{}.{}` refers to `{}`, not to the subject", last_table.name, last.name, other.name);
    let diagnostic = Diagnostic::new(Code::OwnerPath, at, title)
        .label(format!("holds a key of `{}`", other.name))
        .related(foreign.span, "declared here");
    let further = other.foreign_keys.iter().filter(|further| further.table == subject);
    let into: Vec<&str> =
        further.filter_map(|further| further.columns.first()).map(|column| &*other.column(*column).name).collect();
    Some(match into.as_slice() {
        [only] => diagnostic.help(format!("follow it one step further: `{path}.{only}`")),
        _ => diagnostic,
    })
}

fn holds_other_type(found: &FoundPath, at: Span, context: &Context<'_>) -> Option<Diagnostic> {
    let (subject, key) = context.subject?;
    let schema = &context.schema;
    let (last_table, last) = (schema.table(found.ends_in), schema.table(found.ends_in).column(found.last));
    let key_column = schema.table(subject).column(key);
    if key_fits(key_column, last) || (found.ends_in == subject && found.last == key) {
        return None;
    }
    let title = format!("`{}.{}` cannot hold the subject's key", last_table.name, last.name);
    Some(
        Diagnostic::new(Code::ColumnType, at, title)
            .label(format!("`{}`, a {}", last.declared, last.family.name()))
            .related(last.span, "declared here")
            .note(format!("the subject's key is a {}", key_column.family.name())),
    )
}

/// A whole number can be kept as a text; a text as a whole number only with loss.
fn key_fits(key: &database::Column, last: &database::Column) -> bool {
    use crate::sql::Family;
    matches!(
        (key.family, last.family),
        (Family::Integer, Family::Integer | Family::Text) | (Family::Text, Family::Text)
    )
}

fn path_fault(fault: &PathFault, text: &Spanned<String>, context: &Context<'_>) -> Diagnostic {
    let place = |at: &std::ops::Range<usize>| context.project.sources.inside(text, at.clone());
    match fault {
        PathFault::NotBuilt { at } => {
            Diagnostic::new(Code::NotBuiltYet, place(at), "this form of a path is not built yet")
                .label("only columns joined by dots")
                .help("follow declared foreign keys forward, for example `note_id.person_id`")
        }
        PathFault::Empty { at } => {
            Diagnostic::new(Code::OwnerPath, place(at), "a step of the path is empty").label("a column is expected")
        }
        PathFault::NoColumn { at, table, name } => context.no_column(*table, name, place(at)),
        PathFault::NoKey { at, table, name } => {
            let table = context.schema.table(*table);
            let keys: Vec<&str> =
                table
                    .foreign_keys
                    .iter()
                    .filter_map(|key| {
                        if let [only] = key.columns.as_slice() { Some(&*table.column(*only).name) } else { None }
                    })
                    .collect();
            let diagnostic =
                Diagnostic::new(Code::OwnerPath, place(at), format!("`{}.{name}` refers to no table", table.name))
                    .label("no foreign key is declared on this column");
            if keys.is_empty() {
                diagnostic.help("declare the foreign key in the schema")
            } else {
                diagnostic.help(format!("columns of `{}` with a foreign key: {}", table.name, keys.join(", ")))
            }
        }
        PathFault::CompositeKey { at, table, name } => {
            let table = context.schema.table(*table);
            Diagnostic::new(
                Code::NotBuiltYet,
                place(at),
                format!("the foreign key of `{}.{name}` has several columns", table.name),
            )
            .label("only keys of one column can be followed yet")
        }
    }
}

fn export(
    table: TableId,
    syntax: &Spanned<ExportSyntax>,
    owner: Option<database::ColumnId>,
    context: &mut Context<'_>,
) -> Export {
    let mut columns = Vec::new();
    match &syntax.value.0 {
        WordOrMap::Word(word) if word == "all" => {
            for id in context.schema.table(table).column_ids() {
                let name = context.column_name(table, id).name;
                columns.push(export_column(table, id, name, owner, context));
            }
        }
        WordOrMap::Word(_) => {}
        WordOrMap::Map(list) => {
            for one in list {
                let (name, column): (Arc<str>, _) = match &one.value.0 {
                    WordOrMap::Word(column) => (column.as_str().into(), Spanned::new(column.clone(), one.span)),
                    WordOrMap::Map(named) => {
                        let Some(named) = named.iter().next() else { continue };
                        (named.key.value.as_str().into(), named.value.clone())
                    }
                };
                if column.value.contains(['.', '<']) {
                    context.found(
                        Diagnostic::new(
                            Code::NotBuiltYet,
                            column.span,
                            "columns of other tables are not built yet in an export",
                        )
                        .label("only columns of this table"),
                    );
                } else if let Some(id) = context.column(table, &column) {
                    columns.push(export_column(table, id, name, owner, context));
                }
            }
        }
    }
    twice(&columns, syntax.span, context);
    columns.sort_by(|a, b| a.column.id.cmp(&b.column.id).then_with(|| a.name.cmp(&b.name)));
    Export { columns }
}

fn twice(columns: &[ExportColumn], at: Span, context: &mut Context<'_>) {
    let mut seen = BTreeSet::new();
    for column in columns {
        if !seen.insert(&*column.name) {
            context.found(Diagnostic::new(
                Code::DuplicateKey,
                at,
                format!("`{}` stands twice in this export", column.name),
            ));
        }
    }
}

fn export_column(
    table: TableId,
    id: database::ColumnId,
    name: Arc<str>,
    owner: Option<database::ColumnId>,
    context: &Context<'_>,
) -> ExportColumn {
    let foreign = context.schema.table(table).foreign_key_of(id);
    let person = context.subject.is_some_and(|(subject, _)| foreign.is_some_and(|foreign| foreign.table == subject));
    ExportColumn { name, column: context.column_name(table, id), person: person && owner != Some(id) }
}

fn strategy(table: TableId, purge: &Spanned<PurgeSyntax>, context: &mut Context<'_>) -> Option<Strategy> {
    let strategy = match &purge.value {
        PurgeSyntax::Delete => Strategy::Delete,
        PurgeSyntax::Keep(reason) => Strategy::Keep { reason: reason.clone() },
        PurgeSyntax::Overwrite(values) => Strategy::Overwrite(overwrite(table, values, context)?),
    };
    let found = strategy.check(context.schema.table(table), purge.span);
    let sound = found.is_empty();
    context.project.found.extend(found);
    sound.then_some(strategy)
}

fn overwrite(table: TableId, values: &Map<Spanned<Scalar>>, context: &mut Context<'_>) -> Option<Overwrite> {
    let mut set: Vec<Assignment> = Vec::new();
    let mut seen: HashMap<database::ColumnId, Span> = HashMap::new();
    let mut complete = true;
    for entry in values {
        let column = context.column(table, &entry.key);
        let value = context.literal(&entry.value.value, entry.value.span);
        let (Some(column), Some(value)) = (column, value) else {
            complete = false;
            continue;
        };
        if let Some(first) = seen.insert(column, entry.key.span) {
            let diagnostic =
                Diagnostic::new(Code::DuplicateKey, entry.key.span, "this column stands twice under another spelling")
                    .related(first, "first written here");
            context.found(diagnostic);
            complete = false;
        }
        set.push(Assignment { column, name: context.column_name(table, column).name, value, span: entry.value.span });
    }
    set.sort_by_key(|assignment| assignment.column);
    complete.then_some(Overwrite { set })
}
