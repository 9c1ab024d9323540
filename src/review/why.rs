//! What decides about an item, in order.

use serde::Serialize;

use super::list::{exports, strategies};
use super::retention::Rule;
use super::words::Words;
use crate::program::{Entry, Export, Item, ItemId, Part, Program, Relation, Selection, Text, Verdict};
use crate::source::{SourceMap, Span};

#[derive(Debug, Serialize)]
pub struct Why {
    pub item: String,
    pub title: String,
    pub at: At,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_category: Option<String>,
    pub rows: Vec<Rows>,
    /// The only statuses in which it may be purged; absent: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<String>>,
    /// Purging it without these is undone by the host.
    pub comes_back_from: Vec<String>,
    pub purge_types: Vec<OfType>,
    /// There are accounts that lose nothing, whatever is said here.
    pub protects: bool,
    /// What keeps its rows, and what ends them, in the order in which they decide.
    pub retention: Vec<Rule>,
    /// Rows, or types that take it, that nobody has reviewed yet: they are left alone.
    pub is_new: bool,
    pub export_types: Vec<OfType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// `path:line:column`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct At(pub String);

/// Rows of one table in one relation to a person, or parts of such rows.
#[derive(Debug, Serialize)]
pub struct Rows {
    pub table: String,
    pub relation: &'static str,
    pub at: At,
    /// How the row is found, in words.
    pub found: String,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// The area of stored files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The columns of an export, by the names they have there.
    pub exports: Vec<String>,
    /// What a purge does, the first that applies; empty: nothing.
    pub purge: Vec<String>,
    pub parts: Vec<Rows>,
    /// Nobody has reviewed them: every type leaves them alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_new: bool,
}

/// What a type does with the item, and what in it says so.
#[derive(Debug, Serialize)]
pub struct OfType {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    pub at: At,
    pub taken: bool,
    /// What it may come to, as precedence on one row is.
    pub does: Vec<&'static str>,
    pub because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<At>,
}

#[derive(Debug, Serialize)]
pub struct Purpose {
    pub id: String,
    pub title: String,
    pub at: At,
    pub lawful_basis: Vec<String>,
}

/// `None`: there is no such item.
pub fn why(program: &Program, sources: &SourceMap, name: &str) -> Option<Why> {
    let (index, item) = program.items.iter().enumerate().find(|(_, item)| item.name == name)?;
    let asked = Asked { program, words: Words { program, sources }, item, id: ItemId(index) };
    let statuses = |only: &[usize]| only.iter().filter_map(|one| asked.status(*one)).collect();
    Some(Why {
        item: item.name.clone(),
        title: asked.title(&item.title),
        at: asked.at(item.span),
        data_category: item.data_category.clone(),
        rows: item.entries.iter().chain(&item.unreviewed).map(|entry| asked.rows(entry)).collect(),
        only: item.only.as_ref().map(|only| statuses(&only.statuses)),
        comes_back_from: item.comes_back_from.clone(),
        purge_types: asked.purge_types(),
        protects: program.site.subject.protected.is_some(),
        retention: asked.retention(),
        is_new: asked.is_new(),
        export_types: asked.export_types(),
        purpose: item.purpose.and_then(|id| program.purpose(id)).map(|purpose| Purpose {
            id: purpose.id.clone(),
            title: asked.title(&purpose.title),
            at: asked.at(purpose.span),
            lawful_basis: purpose.lawful_basis.iter().map(|one| format!("{}.{}", one.law, one.article)).collect(),
        }),
    })
}

pub(super) struct Asked<'p> {
    pub program: &'p Program,
    words: Words<'p>,
    item: &'p Item,
    pub id: ItemId,
}

impl Asked<'_> {
    pub fn title(&self, text: &Text) -> String {
        let locale = self.program.site.default_locale();
        text.in_locale(locale, locale).0.to_owned()
    }

    pub fn at(&self, span: Span) -> At {
        let sources = self.words.sources;
        let position = sources.position(span);
        At(format!("{}:{}:{}", sources.path(span.file), position.line, position.column))
    }

    fn status(&self, index: usize) -> Option<String> {
        self.program.site.subject.statuses.get(index).map(|status| status.name.clone())
    }

    fn rows(&self, entry: &Entry) -> Rows {
        let relation = match entry.relation {
            Relation::Owner => "owner",
            Relation::Mention => "mention",
            Relation::Access => "access",
            Relation::Side => "side",
        };
        let mut purge: Vec<String> = Vec::new();
        if let Some(side) = &entry.side {
            let leave = side.leave.as_ref().map(Words::strategy);
            purge.push(format!("{} leaves: {}", side.name, leave.unwrap_or_else(|| "nothing is written".to_owned())));
            purge.push("the row goes when every side has left".to_owned());
        }
        if let Some(owned) = &entry.co_owned {
            purge.push(format!("while somebody else owns it: {}", Words::strategy(&owned.while_owned)));
        }
        purge.extend(entry.purge.iter().flat_map(|one| self.words.purge(one)));
        Rows {
            table: entry.table.name.to_string(),
            relation,
            at: self.at(entry.span),
            found: self.words.path(&entry.table.name, &entry.path, entry.identifier.as_ref()),
            condition: entry.condition.as_ref().and_then(|one| self.words.condition(one)).map(str::to_owned),
            area: None,
            exports: exported(&entry.export),
            purge,
            parts: self.parts(&entry.table.name, &entry.parts),
            is_new: self.item.unreviewed.iter().any(|one| std::ptr::eq(one, entry)),
        }
    }

    fn parts(&self, of: &str, parts: &[Part]) -> Vec<Rows> {
        let one = |part: &Part| {
            let links = part.links.iter().map(|link| {
                let mut from = of;
                let mut words = String::new();
                for step in &link.to.steps {
                    words.push_str(&format!("{}; ", Words::step(from, step)));
                    from = &step.table.name;
                }
                format!("{words}`{}.{}` is `{from}.{}`", part.table.name, link.column.name, link.to.last.name)
            });
            let stays = part.purge.iter().flat_map(|purge| self.words.purge(purge));
            let stays = stays.map(|what| format!("when `{of}` stays: {what}"));
            let written = part.condition.as_ref().and_then(|one| self.words.condition(one)).map(str::to_owned);
            let (condition, area) = if part.stored { (None, written) } else { (written, None) };
            Rows {
                table: part.table.name.to_string(),
                relation: if part.stored { "files" } else { "part" },
                at: self.at(part.span),
                found: links.collect::<Vec<String>>().join("; "),
                condition,
                area,
                exports: exported(&part.export),
                purge: std::iter::once(format!("when `{of}` goes: {}", Words::strategy(&part.gone)))
                    .chain(stays)
                    .collect(),
                parts: self.parts(&part.table.name, &part.parts),
                is_new: false,
            }
        };
        parts.iter().map(one).collect()
    }

    fn is_new(&self) -> bool {
        let purges = self.program.purge_types.iter().map(|one| &one.unreviewed);
        let exports = self.program.export_types.iter().map(|one| &one.unreviewed);
        !self.item.unreviewed.is_empty() || purges.chain(exports).any(|all| all.contains(&self.id))
    }

    fn purge_types(&self) -> Vec<OfType> {
        let one = |purge: &crate::program::PurgeType| {
            let status = self.status(purge.status);
            let (mut because, pattern) = self.chosen(&purge.selection, &purge.unreviewed);
            if purge.left_out.contains(&self.id) {
                because = format!(
                    "{because}, but it may not be purged of somebody who is `{}`",
                    status.as_deref().unwrap_or("")
                );
            }
            let taken = purge.items.contains(&self.id);
            let does = if taken { strategies(self.item) } else { Vec::new() };
            OfType { id: purge.id.clone(), status, at: self.at(purge.span), taken, does, because, pattern }
        };
        self.program.purge_types.iter().map(one).collect()
    }

    fn export_types(&self) -> Vec<OfType> {
        let one = |export: &crate::program::ExportType| {
            let (because, pattern) = self.chosen(&export.selection, &export.unreviewed);
            let taken = export.items.contains(&self.id);
            let does = if taken && exports(self.item) { vec!["export"] } else { Vec::new() };
            OfType { id: export.id.clone(), status: None, at: self.at(export.span), taken, does, because, pattern }
        };
        self.program.export_types.iter().map(one).collect()
    }

    fn chosen(&self, selection: &Selection, unreviewed: &[ItemId]) -> (String, Option<At>) {
        let waits = if unreviewed.contains(&self.id) { ", which nobody has reviewed" } else { "" };
        match selection.verdict(&self.item.name) {
            Verdict::Included(pattern) => {
                (format!("included by `{}`{waits}", pattern.text), Some(self.at(pattern.span)))
            }
            Verdict::Excluded(pattern) => (format!("excluded by `{}`", pattern.text), Some(self.at(pattern.span))),
            Verdict::NotNamed => ("no pattern takes it".to_owned(), None),
        }
    }
}

fn exported(export: &Export) -> Vec<String> {
    export.columns.iter().map(|column| column.name.to_string()).collect()
}
