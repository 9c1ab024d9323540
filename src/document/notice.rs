//! `kind: Notice`: what people are sent when something happens to a request.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::notice_text;
use super::syntax::{Id, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Event, ExportType, Told};
use crate::source::Spanned;

/// What people are sent when something happens to a request. Its id says at what: `export-ready`, `request-received`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// What kind of document this is.
    #[schemars(extend("const" = "Notice"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// Who is told.
    #[schemars(length(min = 1))]
    pub to: Option<Vec<Spanned<NoticeTo>>>,
    /// The subject line. Values stand in braces: `{type.title}`.
    pub subject: Spanned<Localized>,
    /// The text: in place, or a file for each locale. Values stand in braces: `{subject.label}`, `{expires}`.
    pub body: Spanned<Localized>,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeTo {
    /// The person whose data it is, in their language.
    Subject,
    /// Who is answerable for the data, in the default locale.
    Controller,
}

/// Events of the language that nothing makes happen yet.
const LATER: &[&str] = &[
    "audience-joined",
    "audience-left",
    "consent-withdrawn",
    "feed-stopped",
    "hold-lifted",
    "hold-placed",
    "policy-published",
    "retention-offered",
];

/// Sorted by id.
pub(super) fn lower(
    notices: &[Notice],
    export_types: &[ExportType],
    context: &mut Context<'_>,
) -> Vec<program::Notice> {
    context.unique_ids("Notice", notices.iter().map(|one| &one.id));
    let mut lowered: Vec<program::Notice> = notices.iter().map(|one| notice(one, export_types, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    lowered
}

fn notice(written: &Notice, export_types: &[ExportType], context: &mut Context<'_>) -> program::Notice {
    let id = &written.id.value.0;
    let event = Event::from_name(id);
    if LATER.contains(&id.as_str()) {
        context.found(
            Diagnostic::new(Code::NotBuiltYet, written.id.span, format!("nothing makes the event `{id}` happen yet"))
                .label("known to the language, not yet to this compiler")
                .help("leave the notice out for now: nobody would be sent it"),
        );
    }
    if event.is_some() && written.to.is_none() {
        context.found(
            Diagnostic::new(Code::MissingKey, written.id.span, "the key `to` is missing")
                .label("nobody would be told")
                .help("write `to: [subject]`, `to: [controller]`, or both"),
        );
    }
    let mut to: Vec<Told> = written
        .to
        .iter()
        .flatten()
        .map(|one| match one.value {
            NoticeTo::Subject => Told::Subject,
            NoticeTo::Controller => Told::Controller,
        })
        .collect();
    to.sort_unstable();
    to.dedup();
    let texts = notice_text::letters(event, &written.subject, &written.body, export_types, context);
    program::Notice {
        id: id.clone(),
        event,
        to,
        subject: texts.subject,
        body: texts.body,
        texts: texts.letters,
        span: written.kind.span,
    }
}
