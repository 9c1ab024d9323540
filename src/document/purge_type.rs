//! `kind: PurgeType`: which data goes, and of subjects in which status.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::selection::{self, select};
use super::status::StatusKind;
use super::syntax::{Id, Items, Localized};
use super::within;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Approval, Entry, Item, ItemId};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};

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
    pub uses: Vec<Spanned<Use>>,
    /// `true`: the run first puts the subject into the status, by what the Site says under `set`. Default `false`.
    pub transition: Option<Spanned<bool>>,
    /// Whether somebody else decides about each request; default `none`.
    pub approval: Option<ApprovalName>,
    /// Only data in these places: a context, and a condition on its table. Data without a place is left alone.
    #[schemars(extend("minProperties" = 1))]
    pub within: Option<Spanned<Map<Spanned<String>>>>,
    /// The items that it takes.
    pub items: Items,
}

/// How a purge may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// An officer asks for it.
    Manual,
    /// Its script asks for it, for whoever comes into the status of which it is the default.
    Automatic,
    /// The person asks for it; needs `approval: required`.
    #[serde(rename = "self")]
    Oneself,
}

/// Whether somebody else decides about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalName {
    /// A request is carried out as it is made.
    None,
    /// Somebody other than the person who asks says yes first.
    Required,
}

pub(super) fn approval(written: Option<ApprovalName>) -> Approval {
    match written {
        Some(ApprovalName::Required) => Approval::Required,
        Some(ApprovalName::None) | None => Approval::None,
    }
}

pub(super) fn lower(types: &[PurgeType], items: &[Item], context: &mut Context<'_>) -> Vec<program::PurgeType> {
    context.unique_ids("PurgeType", types.iter().map(|one| &one.id));
    let mut lowered: Vec<program::PurgeType> = types
        .iter()
        .filter_map(|one| {
            let found = purge_type(one, items, context);
            if found.is_none() {
                context.faulty_types.insert(one.id.value.0.clone());
            }
            found
        })
        .collect();
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
    let offer = status.map_or(Vec::new(), |status| unfit(written, status, context));
    let sound = sound && offer.is_empty();
    context.found.extend(offer);
    let within = written.within.as_ref().map(|places| within::within(places, context));
    let title = context.text(&written.title);
    let description = context.optional_text(written.description.as_ref());
    let (status, within) = (status?, within.map_or(Some(None), |within| within.map(Some))?);
    // What an incomplete type would run into says nothing about the whole one.
    (selected.sure && sound).then(|| program::PurgeType {
        id: written.id.value.0.clone(),
        title,
        description,
        status,
        uses: uses(written),
        approval: approval(written.approval),
        transition: written.transition.as_ref().is_some_and(|one| one.value),
        within,
        narrowed: None,
        items: taken,
        left_out,
        selection: selection::written(&written.items),
        excluded,
        unreviewed: Vec::new(),
        span: written.kind.span,
    })
}

fn uses(written: &PurgeType) -> Vec<program::Use> {
    let mut uses: Vec<program::Use> = written
        .uses
        .iter()
        .map(|one| match one.value {
            Use::Manual => program::Use::Manual,
            Use::Automatic => program::Use::Automatic,
            Use::Oneself => program::Use::Oneself,
        })
        .collect();
    uses.sort_unstable();
    uses.dedup();
    uses
}

/// Ways of asking that the status, or the rest of the type, does not allow.
fn unfit(written: &PurgeType, status: usize, context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let named = |of: Use| written.uses.iter().find(|one| one.value == of).map(|one| one.span);
    let name = &written.status.value.0;
    let kind = context.site.statuses.get(status).copied().unwrap_or(StatusKind::Settable);
    match (named(Use::Automatic), kind) {
        (Some(at), StatusKind::Default) => found.push(
            Diagnostic::new(Code::AutomaticOnActive, at, format!("whoever is `{name}` would be purged by itself"))
                .label("not for the status that is the default")
                .related(written.status.span, "the status of everybody for whom no other condition is true")
                .help("write `use: [manual]`, or give the type another status"),
        ),
        (Some(at), StatusKind::OnRequest) => found.push(
            Diagnostic::new(Code::AutomaticOnRequest, at, format!("nobody is `{name}` before somebody asks for it"))
                .label("nothing tells for whom")
                .related(written.status.span, "a status that a request makes")
                .help("write `use: [manual]`, or give the type a status with a condition"),
        ),
        _ => {}
    }
    found.extend(named(Use::Automatic).and_then(|at| without_place(written, at)));
    if let Some(at) = named(Use::Oneself).filter(|_| approval(written.approval) == Approval::None) {
        found.push(
            Diagnostic::new(
                Code::SelfWithoutApproval,
                at,
                "people could have themselves purged without anybody looking",
            )
            .label("whoever uses the account could ask for this")
            .help("write `approval: required`"),
        );
    }
    if let Some(at) = written.transition.as_ref().filter(|one| one.value && kind != StatusKind::Settable) {
        found.push(
            Diagnostic::new(Code::NothingToSet, at.span, format!("nobody can be put into the status `{name}`"))
                .label("the Site does not say what to write")
                .related(written.status.span, "the status of this type")
                .help(format!("add `set: {{column: value}}` to `{name}` in the Site, or remove `transition`")),
        );
    }
    found
}

/// Nobody names a place where nobody asks.
fn without_place(written: &PurgeType, at: Span) -> Option<Diagnostic> {
    let asks = written.within.iter().flat_map(|within| within.value.iter()).find(|one| one.key.value == "ask")?;
    let diagnostic =
        Diagnostic::new(Code::AutomaticWithoutPlace, at, "nothing tells in which place it would be carried out");
    Some(
        diagnostic
            .label("asked for by coming into a status, which names no place")
            .related(asks.key.span, "each request has to name one")
            .help("write `use: [manual]`, or say here which places are meant"),
    )
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
