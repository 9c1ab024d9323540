//! `kind: Component`: what personal data there is, whose it is, what happens to it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::declares::{self, Declares};
use super::export;
use super::mixed;
use super::outcome::{PurgeSyntax, purge};
use super::part::FilesSyntax;
use super::preference::{self, PreferenceSyntax};
use super::purge::About;
use super::row::{self, Defaults, Row};
use super::selection;
use super::shared_rows::{Shared, SharedSyntax};
use super::syntax::{DataCategory, Id, ItemPattern, Localized};
use super::{belongings, clock, co_owned};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Entry, Export, Item, Only, Path, Relation};
use crate::source::Spanned;
use crate::source::typed::Map;

/// What personal data a part of the application stores, whose it is, and what happens to it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// What kind of document this is.
    #[schemars(extend("const" = "Component"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// Components of one group stand together in lists.
    pub group: Option<Spanned<Localized>>,
    /// What is not stored here, and that people have a right to know all the same.
    pub declares: Option<Spanned<Declares>>,
    /// Rows that have sides, each of which is somebody's; items take a side each.
    #[serde(default)]
    pub shared_rows: Map<SharedSyntax>,
    /// The data items, by name; elsewhere they are called `component.item`.
    #[serde(default)]
    #[schemars(extend("minProperties" = 1, "propertyNames" = {"pattern": "^[a-z][a-z0-9_-]*$"}))]
    pub items: Map<ItemSyntax>,
}

/// One kind of personal data.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Item")]
pub struct ItemSyntax {
    /// How people know it.
    pub title: Spanned<Localized>,
    /// A key of the Fideslang taxonomy, such as `user.content`.
    pub data_category: Option<Spanned<DataCategory>>,
    /// Why it is processed: the id of a Purpose.
    pub purpose: Option<Spanned<Id>>,
    /// What a purge does with all rows that say nothing else.
    pub purge: Option<Spanned<PurgeSyntax>>,
    /// The rows that hold it.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub rows: Vec<Spanned<Row>>,
    /// One side of the component's `shared_rows`: `message.from`.
    pub side: Option<Spanned<String>>,
    /// The settings of the person that belong to it, by name; `*` is any run of characters.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub preferences: Vec<Spanned<PreferenceSyntax>>,
    /// Stored files that belong to the rows of its only entry.
    pub files: Option<Spanned<FilesSyntax>>,
    /// The place that its rows lie in: a path to a table of `contexts`.
    pub place: Option<Spanned<String>>,
    /// The statuses in which it may be purged; default: all.
    #[schemars(length(min = 1))]
    pub only: Option<Spanned<Vec<Spanned<Id>>>>,
    /// What of it is not stored here.
    pub declares: Option<Spanned<Declares>>,
    /// Items from which the host makes this one anew: purging one without the other is undone.
    #[serde(default)]
    pub comes_back_from: Vec<Spanned<ItemPattern>>,
}

/// A component by itself: what refers to other documents is looked up when all of them are read.
pub(super) struct Lowered {
    id: Spanned<Id>,
    component: program::Component,
    declares: Option<declares::Unresolved>,
    items: Vec<Unresolved>,
}

/// An item, with the names in it of what other documents declare.
struct Unresolved {
    item: Item,
    purpose: Option<Spanned<Id>>,
    declares: Option<declares::Unresolved>,
    comes_back_from: Vec<Spanned<ItemPattern>>,
}

/// Needs the Site, and no other document.
pub(super) fn lower(component: &Component, context: &mut Context<'_>) -> Lowered {
    if component.items.iter().next().is_none() && component.declares.is_none() {
        context.found(
            Diagnostic::new(Code::EmptyComponent, component.id.span, "the component has neither items nor `declares`")
                .label("what does it store?")
                .help("write its `items:`, or `declares: {nothing: \"why\"}` where it stores nothing of anybody"),
        );
    }
    let first = component.items.iter().next().map(|one| ("items", one.key.span));
    let declares = component.declares.as_ref().map(|one| declares::lower(one, first, context));
    let mut shared = Shared::lower(&component.shared_rows, context);
    let items = component.items.iter();
    let items = items.map(|entry| {
        let rows = entry.value.rows.first().map(|row| ("rows", row.span));
        let side = entry.value.side.as_ref().map(|side| ("side", side.span));
        let preferences = entry.value.preferences.first().map(|one| ("preferences", one.span));
        let beside = rows.or(side).or(preferences);
        Unresolved {
            item: item(component, &entry.key, &entry.value, &mut shared, context),
            purpose: entry.value.purpose.clone(),
            declares: entry.value.declares.as_ref().map(|one| declares::lower(one, beside, context)),
            comes_back_from: entry.value.comes_back_from.clone(),
        }
    });
    let items = items.collect();
    shared.every_side_is_taken(context);
    Lowered {
        declares,
        items,
        component: program::Component {
            id: component.id.value.0.clone(),
            title: context.text(&component.title),
            group: context.optional_text(component.group.as_ref()),
            declares: None,
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
    let mut origins = Vec::new();
    let mut names: Vec<String> = lowered.iter().map(|one| one.component.id.clone()).collect();
    names.sort();
    for one in lowered {
        let Lowered { mut component, declares, items: own, .. } = one;
        component.declares = declares.map(|found| declares::resolve(found, &component.id, &names, context));
        for Unresolved { mut item, purpose, declares, comes_back_from } in own {
            item.purpose = purpose.and_then(|name| context.purpose(&name));
            item.declares = declares.map(|found| declares::resolve(found, &component.id, &names, context));
            items.push(item);
            origins.extend(comes_back_from);
        }
        components.push(component);
    }
    components.sort_by(|a, b| a.id.cmp(&b.id));
    items.sort_by(|a, b| a.name.cmp(&b.name));
    export::know_people(&mut items, context);
    clock::know_clocks(&mut items, context);
    mixed::check(&items, context);
    co_owned::know_owners(&mut items, context);
    belongings::know_parts(&mut items, context);
    for pattern in &origins {
        selection::matching(pattern, &items, context);
    }
    (components, items)
}

fn item(
    component: &Component,
    key: &Spanned<String>,
    syntax: &ItemSyntax,
    shared: &mut Shared,
    context: &mut Context<'_>,
) -> Item {
    let name = format!("{}.{}", component.id.value.0, key.value);
    let title = context.text(&syntax.title);
    let mut entries = Vec::with_capacity(syntax.rows.len());
    let (files, mut complete) = files_of_item(syntax, context);
    let defaults = Defaults { purge: syntax.purge.as_ref(), place: syntax.place.as_ref(), files, item: &name };
    for row in &syntax.rows {
        let mut found = row::entries(row, defaults, context);
        complete &= found.complete;
        entries.append(&mut found.entries);
    }
    if let Some(side) = &syntax.side {
        let found = shared.entries(side, syntax.purge.as_ref(), context);
        complete &= found.is_some();
        entries.extend(found.into_iter().flatten());
    }
    if !syntax.preferences.is_empty() {
        let found = preference::entries(&syntax.preferences, syntax.purge.as_ref(), context);
        complete &= found.is_some();
        entries.extend(found.into_iter().flatten());
    } else if syntax.rows.is_empty() && syntax.side.is_none() && syntax.declares.is_none() {
        context.found(
            Diagnostic::new(Code::MissingKey, key.span, format!("the item `{name}` has no rows"))
                .label("where is this data?")
                .help("write `rows:`, or `preferences:` for settings of the person"),
        );
        complete = false;
    }
    let second_hand = second_hand(&entries, context);
    entries.extend(second_hand);
    let only = only(syntax, context);
    if !complete {
        context.incomplete.insert(name.clone());
    }
    export::one_meaning_each(&entries, context);
    // Sorted by what they are, so that the order in which they are written is no part of the meaning.
    entries.sort_by_cached_key(|entry| (entry.table.name.clone(), program::digest_of(entry)));
    let mut comes_back_from: Vec<String> = syntax.comes_back_from.iter().map(|one| one.value.0.clone()).collect();
    comes_back_from.sort();
    Item {
        name,
        title,
        data_category: syntax.data_category.as_ref().map(|category| category.value.0.clone()),
        purpose: None,
        only,
        comes_back_from,
        entries,
        declares: None,
        unreviewed: Vec::new(),
        span: key.span,
    }
}

/// Files of an item belong to the rows of its only entry; and whether that is so.
fn files_of_item<'s>(syntax: &'s ItemSyntax, context: &mut Context<'_>) -> (Option<&'s Spanned<FilesSyntax>>, bool) {
    let entries: usize = syntax.rows.iter().map(|row| row.tables.as_ref().map_or(1, Vec::len)).sum();
    match &syntax.files {
        Some(files) if entries != 1 => {
            context.found(
                Diagnostic::new(Code::InvalidValue, files.span, "files of an item belong to its only entry")
                    .label(format!("this item has {entries} entries"))
                    .help("write `files:` beside the `table:` of the rows that they belong to"),
            );
            (None, false)
        }
        files => (files.as_ref(), true),
    }
}

/// The statuses of `only:`, sorted.
fn only(syntax: &ItemSyntax, context: &mut Context<'_>) -> Option<Only> {
    let written = syntax.only.as_ref()?;
    let found: Vec<Option<usize>> = written.value.iter().map(|name| context.status(name)).collect();
    // What follows from a status that is not known is not said.
    let mut statuses = found.into_iter().collect::<Option<Vec<usize>>>()?;
    statuses.sort_unstable();
    statuses.dedup();
    Some(Only { statuses, span: written.span })
}

/// What the Site's convention adds: rows of the item's tables that name whoever dealt with them.
fn second_hand(entries: &[Entry], context: &mut Context<'_>) -> Vec<Entry> {
    let Some(convention) = context.site.second_hand.clone() else { return Vec::new() };
    let mut tables: Vec<_> = entries.iter().map(|entry| (entry.table.clone(), entry.span)).collect();
    tables.dedup_by(|a, b| a.0 == b.0);
    let mut added: Vec<Entry> = Vec::new();
    for (table, span) in tables {
        for column in &convention.columns {
            let Some((id, _)) = context.schema.table(table.id).find(&column.value) else { continue };
            let is_named = |entry: &Entry| entry.table == table && entry.path.own_column() == Some(id);
            if entries.iter().chain(&added).any(is_named) {
                continue;
            }
            let path = Path { steps: Vec::new(), last: context.column_name(table.id, id), ends_in: table.clone() };
            let about = About { mention: true, ..About::person(table.id, Some(&path), &[]) };
            let Some(purge) = purge(&about, &convention.purge, context) else { continue };
            added.push(Entry {
                relation: Relation::Mention,
                path,
                identifier: None,
                condition: None,
                export: Export::default(),
                purge: Some(purge),
                co_owned: None,
                names_others: Vec::new(),
                side: None,
                parts: Vec::new(),
                places: Vec::new(),
                named_place: None,
                mixed: Vec::new(),
                clocks: Vec::new(),
                list: table.name.clone(),
                table: table.clone(),
                span,
            });
        }
    }
    added
}
