//! `kind: PurgeType`: which data goes, and of subjects in which status.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::selection::select;
use super::syntax::{Id, Items, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Item, ItemId};
use crate::source::Spanned;
use crate::strategy::Strategy;

/// Which data goes, and of subjects in which status (GDPR Article 17).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurgeType {
    #[schemars(extend("const" = "PurgeType"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    pub title: Spanned<Localized>,
    /// Its purpose and limits.
    pub description: Option<Spanned<Localized>>,
    /// The one status of the subject in which this type may be carried out.
    pub status: Spanned<Id>,
    /// How it may be asked for; absent: defined, not on offer.
    #[serde(default, rename = "use")]
    pub uses: Vec<Use>,
    pub items: Items,
}

/// How a purge may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// An officer asks for it.
    Manual,
}

pub(super) fn lower(types: &[PurgeType], items: &[Item], context: &mut Context<'_>) -> Vec<program::PurgeType> {
    context.unique_ids("PurgeType", types.iter().map(|one| &one.id));
    let mut lowered: Vec<program::PurgeType> = types.iter().filter_map(|one| purge_type(one, items, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    lowered
}

fn purge_type(written: &PurgeType, items: &[Item], context: &mut Context<'_>) -> Option<program::PurgeType> {
    let selected = select(&written.items, items, context);
    if selected.sure && !selected.items.iter().any(|id| purges(*id, items)) {
        let title = format!("the purge type `{}` purges nothing", written.id.value.0);
        let nothing = selected.items.is_empty();
        let why = if nothing {
            "all its items are excluded again"
        } else {
            "none of its items has a `purge` that changes a row"
        };
        let diagnostic = Diagnostic::new(Code::DoesNothing, written.id.span, title);
        context.found(
            diagnostic.label(why).help("take items that have a `purge`, add one to their rows, or remove the type"),
        );
    }
    let title = context.text(&written.title);
    let description = context.optional_text(written.description.as_ref());
    let status = context.status(&written.status)?;
    // What an incomplete type would run into says nothing about the whole one.
    selected.sure.then(|| program::PurgeType {
        id: written.id.value.0.clone(),
        title,
        description,
        status,
        uses: written
            .uses
            .iter()
            .map(|one| match one {
                Use::Manual => program::Use::Manual,
            })
            .collect(),
        items: selected.items,
        span: written.kind.span,
    })
}

fn purges(id: ItemId, items: &[Item]) -> bool {
    let entries = items.get(id.0).into_iter().flat_map(|item| &item.entries);
    entries.into_iter().any(|entry| entry.purge.as_ref().is_some_and(Strategy::changes))
}
