//! `kind: PurgeType`: which data goes, and of subjects in which status.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::selection::{self, select};
use super::syntax::{Id, Items, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Entry, Item, ItemId};
use crate::source::Spanned;

/// Which data goes, and of subjects in which status (GDPR Article 17).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurgeType {
    /// What kind of document this is.
    #[schemars(extend("const" = "PurgeType"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// Its purpose and limits.
    pub description: Option<Spanned<Localized>>,
    /// The one status of the subject in which this type may be carried out.
    pub status: Spanned<Id>,
    /// How it may be asked for; absent: defined, not on offer.
    #[serde(default, rename = "use")]
    pub uses: Vec<Use>,
    /// The items that it takes.
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
    let status = context.status(&written.status);
    let is_for = |id: &ItemId| status.is_none_or(|status| items.get(id.0).is_none_or(|item| item.is_for(status)));
    let excluded = selected.excluded;
    let (taken, left_out): (Vec<ItemId>, Vec<ItemId>) = selected.items.into_iter().partition(is_for);
    let misplaced = named_in_another_status(written, &left_out, items);
    let sound = misplaced.is_empty();
    context.found.extend(misplaced);
    if selected.sure && sound && !taken.iter().any(|id| purges(*id, items)) {
        context.found(does_nothing(written, &taken, &left_out));
    }
    let title = context.text(&written.title);
    let description = context.optional_text(written.description.as_ref());
    let status = status?;
    // What an incomplete type would run into says nothing about the whole one.
    (selected.sure && sound).then(|| program::PurgeType {
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
        items: taken,
        left_out,
        selection: selection::written(&written.items),
        excluded,
        unreviewed: Vec::new(),
        span: written.kind.span,
    })
}

/// A pattern leaves out what is not for the status; a name that is written out means the item.
fn named_in_another_status(written: &PurgeType, left_out: &[ItemId], items: &[Item]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for name in &written.items.include {
        let mut known = left_out.iter().filter_map(|id| items.get(id.0));
        let Some(item) = known.find(|item| item.name == name.value.0) else { continue };
        let status = &written.status.value.0;
        let title = format!("`{}` may not be purged while a subject is `{status}`", item.name);
        let Some(only) = &item.only else { continue };
        found.push(
            Diagnostic::new(Code::NotInStatus, name.span, title)
                .label("named by a type for another status")
                .related(written.status.span, "the status of this type")
                .related(only.span, "the only statuses of the item")
                .help(format!("remove it here, or add `{status}` to its `only:`; a pattern with `*` leaves it out")),
        );
    }
    found
}

fn does_nothing(written: &PurgeType, taken: &[ItemId], left_out: &[ItemId]) -> Diagnostic {
    let why = match (taken, left_out) {
        ([], []) => "all its items are excluded again",
        ([], _) => "none of its items may be purged in its status",
        _ => "none of its items has a `purge` that changes a row",
    };
    let title = format!("the purge type `{}` purges nothing", written.id.value.0);
    Diagnostic::new(Code::DoesNothing, written.id.span, title)
        .label(why)
        .help("take items that have a `purge`, add one to their rows, or remove the type")
}

fn purges(id: ItemId, items: &[Item]) -> bool {
    let entries = items.get(id.0).into_iter().flat_map(|item| &item.entries);
    entries.into_iter().any(Entry::changes)
}
