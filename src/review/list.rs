//! What there is: components, types, items, and what each type does with each item.

use serde::Serialize;

use crate::program::{Entry, Item, ItemId, Part, Program, Purge, PurgeType, Text};
use crate::strategy::Strategy;

#[derive(Debug, Serialize)]
pub struct List {
    pub components: Vec<ListedComponent>,
    pub export_types: Vec<ListedType>,
    pub purge_types: Vec<ListedType>,
    pub retention_rules: Vec<ListedRule>,
    /// The catalogue, sorted by name.
    pub items: Vec<ListedItem>,
}

#[derive(Debug, Serialize)]
pub struct ListedComponent {
    pub id: String,
    pub title: String,
    pub items: usize,
}

#[derive(Debug, Serialize)]
pub struct ListedType {
    pub id: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    pub items: usize,
}

/// A retention rule by which something ends.
#[derive(Debug, Serialize)]
pub struct ListedRule {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// As it is written.
    pub period: String,
    pub then: String,
    pub items: usize,
}

#[derive(Debug, Serialize)]
pub struct ListedItem {
    pub name: String,
    pub title: String,
    /// Its tables, sorted.
    pub tables: Vec<String>,
    /// In the order of the export types.
    pub exports: Vec<Does>,
    /// In the order of the purge types.
    pub purges: Vec<Does>,
}

/// What a type does with an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Does {
    #[serde(rename = "type")]
    pub id: String,
    /// `export`, or the strategies that it may come to; empty: nothing.
    pub does: Vec<&'static str>,
    pub because: Because,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    Taken,
    NotTaken,
    /// Its patterns take it, and it may not be purged in its status.
    OtherStatus,
    /// Its patterns take it, and nobody has reviewed that.
    New,
}

pub fn list(program: &Program) -> List {
    let title = |text: &Text| text.in_locale(program.site.default_locale(), program.site.default_locale()).0.to_owned();
    let of = |component: &str| {
        let own = |item: &&Item| item.name.split_once('.').is_some_and(|(other, _)| other == component);
        program.items.iter().filter(own).count()
    };
    let components = program.components.iter();
    let exports = program.export_types.iter();
    let purges = program.purge_types.iter();
    let status = |one: &PurgeType| program.site.subject.statuses.get(one.status).map(|status| status.name.clone());
    List {
        components: components
            .map(|one| ListedComponent { id: one.id.clone(), title: title(&one.title), items: of(&one.id) })
            .collect(),
        export_types: exports
            .map(|one| ListedType {
                id: one.id.clone(),
                title: title(&one.title),
                status: None,
                items: one.items.len(),
            })
            .collect(),
        purge_types: purges
            .map(|one| ListedType {
                id: one.id.clone(),
                title: title(&one.title),
                status: status(one),
                items: one.items.len(),
            })
            .collect(),
        retention_rules: rules(program, &title),
        items: program
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| listed(program, ItemId(at), item, title(&item.title)))
            .collect(),
    }
}

fn rules(program: &Program, title: &dyn Fn(&Text) -> String) -> Vec<ListedRule> {
    let listed = program.ending_rules().map(|(rule, at_most)| ListedRule {
        id: rule.id.clone(),
        title: rule.title.as_ref().map(title),
        period: at_most.period.written(),
        then: at_most.then.written(program),
        items: rule.items.len(),
    });
    listed.collect()
}

fn listed(program: &Program, id: ItemId, item: &Item, title: String) -> ListedItem {
    let mut tables: Vec<String> = item.entries.iter().map(|entry| entry.table.name.to_string()).collect();
    tables.sort();
    tables.dedup();
    let exports = program.export_types.iter().map(|one| {
        let taken = one.items.contains(&id);
        let does = if taken && exports(item) { vec!["export"] } else { Vec::new() };
        let new = one.unreviewed.contains(&id);
        let because = if taken {
            Because::Taken
        } else if new {
            Because::New
        } else {
            Because::NotTaken
        };
        Does { id: one.id.clone(), does, because }
    });
    let purges = program.purge_types.iter().map(|one| {
        let because = if one.items.contains(&id) {
            Because::Taken
        } else if one.left_out.contains(&id) {
            Because::OtherStatus
        } else if one.unreviewed.contains(&id) {
            Because::New
        } else {
            Because::NotTaken
        };
        let does = if because == Because::Taken { strategies(item) } else { Vec::new() };
        Does { id: one.id.clone(), does, because }
    });
    ListedItem { name: item.name.clone(), title, tables, exports: exports.collect(), purges: purges.collect() }
}

/// Whether a person who asks for the item gets anything.
pub(super) fn exports(item: &Item) -> bool {
    fn of_part(part: &Part) -> bool {
        !part.export.columns.is_empty() || part.parts.iter().any(of_part)
    }
    item.entries.iter().any(|entry| !entry.export.columns.is_empty() || entry.parts.iter().any(of_part))
}

/// The names of all strategies that a purge of the item may come to, as their precedence is.
pub(super) fn strategies(item: &Item) -> Vec<&'static str> {
    fn of_parts(parts: &[Part]) -> Vec<&Strategy> {
        let own = parts.iter().flat_map(|part| part.purge.iter().flat_map(Purge::strategies));
        own.chain(parts.iter().flat_map(|part| of_parts(&part.parts))).collect()
    }
    let entries = || item.entries.iter();
    let parts = entries().flat_map(|entry| of_parts(&entry.parts));
    let all: Vec<&Strategy> = entries().flat_map(Entry::strategies).chain(parts).collect();
    let rank = |strategy: &&&Strategy| match strategy {
        Strategy::Delete => 0,
        Strategy::Overwrite(_) | Strategy::Empty(_) | Strategy::Detach(_) | Strategy::Reassign(_) => 1,
        Strategy::Keep { .. } => 2,
    };
    let mut ranked: Vec<(i32, &'static str)> = all.iter().map(|one| (rank(&one), one.name())).collect();
    ranked.sort_unstable();
    ranked.dedup();
    ranked.into_iter().map(|(_, name)| name).collect()
}
