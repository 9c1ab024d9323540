//! `kind: LegalHold`: data that stays whatever else is asked, while a dispute is open.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::selection::{self, select};
use super::syntax::{Day, Id, Items, Localized};
use crate::program::{self, Item};
use crate::source::Spanned;

/// Data of certain people that stays whatever else is asked (GDPR Article 17(3)(e)). It names no persons: they are placed
/// under it in the database, by `probate hold place`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalHold {
    /// What kind of document this is.
    #[schemars(extend("const" = "LegalHold"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// The items that it keeps.
    pub items: Items,
    /// Its last day; absent: until it is lifted.
    pub until: Option<Spanned<Day>>,
}

/// Sorted by id.
pub(super) fn lower(holds: &[LegalHold], items: &[Item], context: &mut Context<'_>) -> Vec<program::LegalHold> {
    context.unique_ids("LegalHold", holds.iter().map(|one| &one.id));
    let mut lowered: Vec<program::LegalHold> = holds.iter().map(|one| hold(one, items, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    lowered
}

fn hold(written: &LegalHold, items: &[Item], context: &mut Context<'_>) -> program::LegalHold {
    let selected = select(&written.items, items, context);
    program::LegalHold {
        id: written.id.value.0.clone(),
        title: context.text(&written.title),
        items: selected.items,
        selection: selection::written(&written.items),
        excluded: selected.excluded,
        until: written.until.as_ref().and_then(|day| day.value.date(day.span, context)),
        span: written.kind.span,
    }
}
