//! `kind: ExportType`: which data a person gets.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::duration::{Duration, keep_for};
use super::purge_type::{self, ApprovalName};
use super::selection::{self, select};
use super::syntax::{Id, Items, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Item, ItemId, KeepFor, Period};
use crate::source::Spanned;

/// Which data a person gets (GDPR Articles 15 and 20).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportType {
    /// What kind of document this is.
    #[schemars(extend("const" = "ExportType"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// Its purpose and limits.
    pub description: Option<Spanned<Localized>>,
    /// How it may be asked for; absent: defined, not on offer.
    #[serde(default, rename = "use")]
    pub uses: Vec<ExportUse>,
    /// Whether somebody else decides about each request; default `none`.
    pub approval: Option<ApprovalName>,
    /// How long the finished archive is kept: an ISO 8601 duration or `unlimited`; default `P5D`.
    pub keep_for: Option<Spanned<Duration>>,
    /// Stored files are put into the archive; `false`: it lists them only. Default `true`.
    pub files: Option<bool>,
    /// The items that it takes.
    pub items: Items,
}

/// How an export may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExportUse {
    /// The person asks for it.
    #[serde(rename = "self")]
    Oneself,
    /// An officer asks for it.
    Officer,
}

const DEFAULT_KEEP_FOR: KeepFor = KeepFor::Period(Period { years: 0, months: 0, days: 5 });

pub(super) fn lower(types: &[ExportType], items: &[Item], context: &mut Context<'_>) -> Vec<program::ExportType> {
    context.unique_ids("ExportType", types.iter().map(|one| &one.id));
    let mut lowered: Vec<program::ExportType> = types.iter().map(|one| export_type(one, items, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    lowered
}

fn export_type(written: &ExportType, items: &[Item], context: &mut Context<'_>) -> program::ExportType {
    let selected = select(&written.items, items, context);
    let exports = |id: &ItemId| {
        items.get(id.0).is_some_and(|item| {
            item.entries.iter().any(|entry| !entry.export.columns.is_empty() || !entry.parts.is_empty())
        })
    };
    if selected.sure && !selected.items.iter().any(exports) {
        let title = format!("the export type `{}` exports nothing", written.id.value.0);
        let why = if selected.items.is_empty() {
            "all its items are excluded again"
        } else {
            "none of its items has an `export`"
        };
        let diagnostic = Diagnostic::new(Code::DoesNothing, written.id.span, title);
        context.found(diagnostic.label(why).help("take items that export something, or remove the type"));
    }
    let mut uses: Vec<program::Use> = written
        .uses
        .iter()
        .map(|one| match one {
            ExportUse::Oneself => program::Use::Oneself,
            ExportUse::Officer => program::Use::Manual,
        })
        .collect();
    uses.sort_unstable();
    uses.dedup();
    program::ExportType {
        id: written.id.value.0.clone(),
        title: context.text(&written.title),
        description: context.optional_text(written.description.as_ref()),
        uses,
        approval: purge_type::approval(written.approval),
        keep_for: written.keep_for.as_ref().and_then(|text| keep_for(text, context)).unwrap_or(DEFAULT_KEEP_FOR),
        files: written.files.unwrap_or(true),
        items: selected.items,
        selection: selection::written(&written.items),
        excluded: selected.excluded,
        unreviewed: Vec::new(),
        span: written.kind.span,
    }
}
