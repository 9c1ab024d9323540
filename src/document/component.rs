//! `kind: Component`: what personal data there is, whose it is, what happens to it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::owner::owner;
use super::syntax::{DataCategory, Id, Localized, Scalar, WordOrMap};
use crate::database::{self, ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Entry, Export, ExportColumn, Item};
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
    Overwrite(#[schemars(extend("minProperties" = 1))] Map<Spanned<Scalar>>),
    /// This relation asks for nothing; the reason is shown to the person.
    Keep(#[schemars(length(min = 1))] String),
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

/// A component by itself: what refers to other documents is looked up when all of them are read.
pub(super) struct Lowered {
    id: Spanned<Id>,
    component: program::Component,
    /// Each with the name of its purpose.
    items: Vec<(Item, Option<Spanned<Id>>)>,
}

/// Needs the Site, and no other document.
pub(super) fn lower(component: &Component, context: &mut Context<'_>) -> Lowered {
    let items = component.items.iter();
    let items = items.map(|entry| {
        let purpose = entry.value.purpose.clone();
        (item(component, &entry.key, &entry.value, context), purpose)
    });
    Lowered {
        items: items.collect(),
        component: program::Component {
            id: component.id.value.0.clone(),
            title: context.text(&component.title),
            group: context.optional_text(component.group.as_ref()),
            span: component.kind.span,
        },
        id: component.id.clone(),
    }
}

/// The catalogue: all components and their items, sorted, with their purposes.
pub(super) fn catalogue(lowered: Vec<Lowered>, context: &mut Context<'_>) -> (Vec<program::Component>, Vec<Item>) {
    context.unique_ids("Component", lowered.iter().map(|one| &one.id));
    let count = lowered.iter().map(|one| one.items.len()).sum();
    let (mut components, mut items) = (Vec::with_capacity(lowered.len()), Vec::with_capacity(count));
    for one in lowered {
        components.push(one.component);
        for (mut item, purpose) in one.items {
            item.purpose = purpose.and_then(|name| context.purpose(&name));
            items.push(item);
        }
    }
    components.sort_by(|a, b| a.id.cmp(&b.id));
    items.sort_by(|a, b| a.name.cmp(&b.name));
    (components, items)
}

fn item(component: &Component, key: &Spanned<String>, syntax: &ItemSyntax, context: &mut Context<'_>) -> Item {
    let name = format!("{}.{}", component.id.value.0, key.value);
    let title = context.text(&syntax.title);
    let mut entries = Vec::with_capacity(syntax.rows.len());
    for row in &syntax.rows {
        match entry(row, syntax.purge.as_ref(), context) {
            Some(entry) => entries.push(entry),
            None => {
                context.incomplete.insert(name.clone());
            }
        }
    }
    // Sorted by what they are, so that the order in which they are written is no part of the meaning.
    entries.sort_by_cached_key(|entry| (entry.table.name.clone(), program::digest_of(entry)));
    Item {
        name,
        title,
        data_category: syntax.data_category.as_ref().map(|category| category.value.0.clone()),
        purpose: None,
        entries,
        span: key.span,
    }
}

/// Every part is looked at before the first that is missing ends it, so that all mistakes of a row are found.
fn entry(row: &Spanned<Row>, default: Option<&Spanned<PurgeSyntax>>, context: &mut Context<'_>) -> Option<Entry> {
    let table = context.table(&row.table)?;
    let owner = owner(table, &row.owner, context);
    let condition = row.condition.as_ref().map(|text| context.condition(table, text));
    let owner_column = owner.as_ref().and_then(|path| path.steps.is_empty().then_some(path.last.id));
    let export = export(table, &row.export, owner_column, context);
    let purge = row.purge.as_ref().or(default).map(|purge| strategy(table, purge, context));
    Some(Entry {
        list: row
            .list
            .as_ref()
            .map_or_else(|| context.schema.table(table).name.clone(), |name| name.value.as_str().into()),
        table: context.table_name(table),
        owner: owner?,
        condition: condition.map_or(Some(None), |condition| condition.map(Some))?,
        export: export?,
        purge: purge.map_or(Some(None), |purge| purge.map(Some))?,
        span: row.table.span,
    })
}

/// `None` where a column of it could not be found.
fn export(
    table: TableId,
    syntax: &Spanned<ExportSyntax>,
    owner: Option<ColumnId>,
    context: &mut Context<'_>,
) -> Option<Export> {
    let list = match &syntax.value.0 {
        WordOrMap::Word(word) if word == "all" => {
            let named = |id| export_column(table, id, context.column_name(table, id).name, owner, context);
            return Some(Export { columns: context.schema.table(table).column_ids().map(named).collect() });
        }
        WordOrMap::Word(_) => return Some(Export { columns: Vec::new() }),
        WordOrMap::Map(list) => list,
    };
    let mut columns = Vec::new();
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut complete = true;
    for one in list {
        let (name, column) = match &one.value.0 {
            WordOrMap::Word(column) => {
                let column = Spanned::new(column.clone(), one.span);
                (column.clone(), column)
            }
            WordOrMap::Map(named) => {
                let Some(named) = named.iter().next() else { continue };
                (named.key.clone(), named.value.clone())
            }
        };
        let id = exported(table, &column, context);
        complete &= id.is_some() && is_first(&name, &mut seen, context);
        columns.extend(id.map(|id| export_column(table, id, name.value.as_str().into(), owner, context)));
    }
    columns.sort_by(|a, b| a.column.id.cmp(&b.column.id).then_with(|| a.name.cmp(&b.name)));
    complete.then_some(Export { columns })
}

fn exported(table: TableId, column: &Spanned<String>, context: &mut Context<'_>) -> Option<ColumnId> {
    if !column.value.contains(['.', '<']) {
        return context.column(table, column);
    }
    context.found(
        Diagnostic::new(Code::NotBuiltYet, column.span, "columns of other tables are not built yet in an export")
            .label("only columns of this table")
            .help("leave it out for now, or export it with the item that covers the other table"),
    );
    None
}

fn is_first(name: &Spanned<String>, seen: &mut HashMap<String, Span>, context: &mut Context<'_>) -> bool {
    let Some(first) = seen.insert(name.value.clone(), name.span) else { return true };
    let title = format!("`{}` stands twice in this export", name.value);
    context.found(
        Diagnostic::new(Code::DuplicateKey, name.span, title)
            .label("again here")
            .related(first, "first here")
            .help("remove one, or give it another name: `{name: column}`"),
    );
    false
}

fn export_column(
    table: TableId,
    id: ColumnId,
    name: Arc<str>,
    owner: Option<ColumnId>,
    context: &Context<'_>,
) -> ExportColumn {
    let foreign = context.schema.table(table).foreign_key_of(id);
    let person = context.subject.is_some_and(|(subject, _)| foreign.is_some_and(|foreign| foreign.table == subject));
    let column = context.column_name(table, id);
    // Most columns keep their name: it is shared with the schema.
    let name = if name == column.name { Arc::clone(&column.name) } else { name };
    ExportColumn { name, column, person: person && owner != Some(id) }
}

fn strategy(table: TableId, purge: &Spanned<PurgeSyntax>, context: &mut Context<'_>) -> Option<Strategy> {
    let strategy = match &purge.value {
        PurgeSyntax::Delete => Strategy::Delete,
        PurgeSyntax::Keep(reason) => Strategy::Keep { reason: reason.clone() },
        PurgeSyntax::Overwrite(values) => Strategy::Overwrite(overwrite(table, values, context)?),
    };
    let found = strategy.check(context.schema.table(table), purge.span);
    let sound = found.is_empty();
    context.found.extend(found);
    sound.then_some(strategy)
}

fn overwrite(table: TableId, values: &Map<Spanned<Scalar>>, context: &mut Context<'_>) -> Option<Overwrite> {
    let mut set: Vec<Assignment> = Vec::new();
    let mut seen: HashMap<ColumnId, Span> = HashMap::new();
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
                    .label("again here")
                    .related(first, "first written here")
                    .help("the database knows one column of this name, however it is spelt: remove one of the two");
            context.found(diagnostic);
            complete = false;
        }
        let value = database::as_held(value, context.schema.table(table).column(column));
        set.push(Assignment { column, name: context.column_name(table, column).name, value, span: entry.value.span });
    }
    set.sort_by_key(|assignment| assignment.column);
    complete.then_some(Overwrite { set })
}
