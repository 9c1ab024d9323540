//! `export:` of rows: which columns a person gets, under which names.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::path::{broken, condition_of};
use super::syntax::WordOrMap;
use crate::database::{self, ColumnId, FoundPath, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{ColumnName, Condition, Entry, Export, ExportColumn, Item, Part};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};

#[derive(Debug, Clone)]
pub struct ExportSyntax(pub(super) WordOrMap<Vec<Spanned<ExportColumnSyntax>>>);

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
            "description": "The columns of an export: a list of columns (or `{name: column}`, `{name: path.to.column}`), `all`, or `none`.",
            "anyOf": [
                {
                    "type": "string",
                    "enum": ["all", "none"],
                    "markdownEnumDescriptions": ["Every column of the table.", "Nothing of these rows is exported."],
                },
                {"type": "array", "minItems": 1, "items": {"anyOf": [
                    {"type": "string", "minLength": 1},
                    {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}},
                ]}},
            ],
        })
    }
}

/// The rows whose columns are exported, and the column in which they name the subject herself.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub table: TableId,
    pub own: Option<ColumnId>,
}

/// `None` where a column of it could not be found.
pub(super) fn export(rows: Rows, syntax: &Spanned<ExportSyntax>, context: &mut Context<'_>) -> Option<Export> {
    let list = match &syntax.value.0 {
        WordOrMap::Word(word) if word == "all" => return Some(all(rows, context)),
        WordOrMap::Word(_) => return Some(Export::default()),
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
        let found = exported(rows, &name, &column, context);
        complete &= found.is_some() && is_first(&name, &mut seen, context);
        columns.extend(found);
    }
    columns.sort_by(|a, b| a.column.id.cmp(&b.column.id).then_with(|| a.name.cmp(&b.name)));
    complete.then_some(Export { columns })
}

/// Every column of the table.
pub(super) fn all(rows: Rows, context: &Context<'_>) -> Export {
    let named = |id| own_column(rows, id, &context.column_name(rows.table, id).name, context);
    Export { columns: context.schema.table(rows.table).column_ids().map(named).collect() }
}

/// These columns, whatever else the table has.
pub(super) fn only(rows: Rows, columns: &[ColumnId], context: &Context<'_>) -> Export {
    let mut columns: Vec<ExportColumn> =
        columns.iter().map(|id| own_column(rows, *id, &context.column_name(rows.table, *id).name, context)).collect();
    columns.sort_by_key(|one| one.column.id);
    Export { columns }
}

fn exported(
    rows: Rows,
    name: &Spanned<String>,
    column: &Spanned<String>,
    context: &mut Context<'_>,
) -> Option<ExportColumn> {
    if !column.value.contains(['.', '<']) {
        return context.column(rows.table, column).map(|id| own_column(rows, id, &name.value, context));
    }
    let found = match database::path(context.sources(), &context.schema, rows.table, column) {
        Ok(found) => found,
        Err(fault) => {
            let found = broken(&fault, column, context);
            context.found.extend(found);
            return None;
        }
    };
    let Some(reached) = database::to_one(&context.schema, rows.table, &found) else {
        context.found(
            Diagnostic::new(Code::OwnerPath, column.span, "this path can lead to several rows")
                .label("one value is exported here")
                .help("export the other table as `parts`, or as an entry of its own"),
        );
        return None;
    };
    let first = found.steps.first().and_then(|step| step.pairs.first()).map_or(found.last, |(column, _)| *column);
    let (person, person_when) = person(found.ends_in, found.last, None, context);
    // WHY: what it is a person's key by would have to be asked of the row at the path's end.
    let person_when = person_when.filter(|_| found.steps.is_empty());
    Some(ExportColumn {
        name: name.value.as_str().into(),
        column: context.column_name(rows.table, first),
        family: family(&found, context),
        reached: Some(Arc::new(reached.expr)),
        clock: None,
        person: person.filter(|_| person_when.is_none()),
        person_when: person_when.map(Box::new),
    })
}

fn family(found: &FoundPath, context: &Context<'_>) -> crate::sql::Family {
    context.schema.table(found.ends_in).column(found.last).family
}

fn own_column(rows: Rows, id: ColumnId, name: &str, context: &Context<'_>) -> ExportColumn {
    let (person, person_when) = person(rows.table, id, rows.own, context);
    let column = context.column_name(rows.table, id);
    // Most columns keep their name: it is shared with the schema.
    let name = if *name == *column.name { Arc::clone(&column.name) } else { name.into() };
    let family = context.schema.table(rows.table).column(id).family;
    // Whether it is a clock is known when the whole catalogue is.
    ExportColumn { name, column, reached: None, family, clock: None, person, person_when: person_when.map(Box::new) }
}

/// Which column of the subject's table this one refers to, unless it names the subject herself.
fn person(
    table: TableId,
    id: ColumnId,
    own: Option<ColumnId>,
    context: &Context<'_>,
) -> (Option<ColumnName>, Option<Condition>) {
    let Some((subject, _)) = context.subject.filter(|_| own != Some(id)) else { return (None, None) };
    let mut relations = context.schema.relations_from(table);
    let Some(relation) = relations.find(|one| one.to == subject && one.columns.as_slice() == [id]) else {
        return (None, None);
    };
    let referred = relation.keys.first().map(|key| context.column_name(subject, *key));
    (referred, relation.when.as_ref().map(condition_of))
}

/// Whoever owns or is named by rows in a column is a person wherever the column is exported, also where the schema
/// declares no foreign key. Needs the whole catalogue.
pub(super) fn know_people(items: &mut [Item], context: &Context<'_>) {
    let Some((subject, key)) = context.subject else { return };
    let key_name = context.column_name(subject, key);
    let plain = |entry: &&Entry| entry.identifier.is_none() && entry.condition.is_none();
    let named: BTreeSet<(TableId, ColumnId)> = items
        .iter()
        .flat_map(|item| &item.entries)
        .filter(plain)
        .filter_map(|entry| Some((entry.table.id, entry.path.own_column()?)))
        .filter(|column| *column != (subject, key))
        .collect();
    let know = |export: &mut Export, table: TableId, own: Option<ColumnId>| {
        for one in &mut export.columns {
            let unknown = one.reached.is_none() && one.person.is_none() && own != Some(one.column.id);
            if unknown && named.contains(&(table, one.column.id)) {
                one.person = Some(key_name.clone());
            }
        }
    };
    for entry in items.iter_mut().flat_map(|item| &mut item.entries) {
        let own = entry.path.own_column().filter(|_| entry.identifier.is_none());
        know(&mut entry.export, entry.table.id, own);
        let mut parts: Vec<&mut Part> = entry.parts.iter_mut().collect();
        while let Some(part) = parts.pop() {
            know(&mut part.export, part.table.id, None);
            parts.extend(&mut part.parts);
        }
    }
}

/// In an export of rows each name is one member's: a column's, or a list's of parts. Two would be one member twice.
pub(super) fn one_name_each(table: TableId, export: Option<&Export>, parts: &[Part], context: &mut Context<'_>) {
    let columns = |export: &Export| export.columns.iter().map(|one| Arc::clone(&one.name)).collect::<Vec<_>>();
    let mut seen: HashMap<Arc<str>, Option<&Part>> =
        export.map_or_else(Vec::new, columns).into_iter().map(|name| (name, None)).collect();
    let listed = || parts.iter().filter(|part| part.exports());
    let mut written: Vec<&Part> = listed().collect();
    written.sort_by_key(|part| part.span);
    for part in written {
        match seen.get(&part.list) {
            Some(first) => context.found(twice(&part.list, part, first.map(|first| first.span))),
            None => drop(seen.insert(Arc::clone(&part.list), Some(part))),
        }
    }
    // Rows below have the lists of the row above, too.
    for below in listed().filter(|part| part.is_below(table)) {
        for other in listed().filter(|other| !other.is_below(table)) {
            let own = below.parts.iter().find(|own| own.exports() && own.list == other.list);
            if columns(&below.export).contains(&other.list) || own.is_some_and(|own| !own.is_same(other)) {
                context.found(twice(&other.list, other, own.map(|own| own.span)));
            }
        }
    }
}

/// A row that several entries of an item find is exported once: a name means the same in each of them.
pub(super) fn one_meaning_each(entries: &[Entry], context: &mut Context<'_>) {
    let mut seen: HashMap<(TableId, &str), (Option<&ExportColumn>, Span)> = HashMap::new();
    let is_same = |one: Option<&ExportColumn>, other: Option<&ExportColumn>| match (one, other) {
        (Some(one), Some(other)) => (&one.column, &one.reached) == (&other.column, &other.reached),
        (one, other) => one.is_none() && other.is_none(),
    };
    let mut written: Vec<&Entry> = entries.iter().collect();
    written.sort_by_key(|entry| entry.span);
    for entry in written {
        let columns = entry.export.columns.iter().map(|one| (&*one.name, Some(one)));
        let lists = entry.parts.iter().filter(|part| part.exports()).map(|part| (&*part.list, None));
        for (name, means) in columns.chain(lists) {
            let (first, at) = *seen.entry((entry.table.id, name)).or_insert((means, entry.span));
            if at != entry.span && !is_same(first, means) {
                let title = format!("`{name}` means two things in the export of rows of `{}`", entry.table.name);
                let diagnostic = Diagnostic::new(Code::DuplicateKey, entry.span, title)
                    .label("a row that both entries find is exported once")
                    .related(at, "the other entry of the item")
                    .help("give one of them another name: `{name: column}`, or `as: name` for a list");
                context.found(diagnostic);
            }
        }
    }
}

fn twice(name: &str, again: &Part, first: Option<Span>) -> Diagnostic {
    let title = format!("`{name}` stands twice in the export of these rows");
    let diagnostic = Diagnostic::new(Code::DuplicateKey, again.span, title);
    let diagnostic = match first {
        Some(first) => diagnostic.label("again here").related(first, "the first list of that name"),
        None => diagnostic.label("a column is exported under this name"),
    };
    diagnostic.help("give the list another name: `as: other-name`")
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
