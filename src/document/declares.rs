//! `declares:` of components and items: what is not stored here, and that people have a right to know all the same.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Kind;
use super::context::Context;
use super::syntax::{Country, Id, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, External};
use crate::source::typed::{Entry, Map};
use crate::source::{Span, Spanned};

/// What is not stored here.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Declares {
    /// Others who are sent data, by name.
    #[serde(default)]
    #[schemars(extend("minProperties" = 1, "propertyNames" = {"pattern": "^[a-z][a-z0-9_-]*$"}))]
    pub external: Map<ExternalSyntax>,
    /// Components that store it instead, and own it.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub delegates: Vec<Spanned<Id>>,
    /// What is gone with the session; it is not exported.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub session: Vec<Spanned<Id>>,
    /// Why there is nothing; stands alone.
    pub nothing: Option<Spanned<Localized>>,
}

/// Somebody else who is sent data.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "External")]
pub struct ExternalSyntax {
    /// What it is called for the people whose data it gets.
    pub title: Spanned<Localized>,
    /// What is sent, by name, and what that is.
    #[schemars(extend("minProperties" = 1))]
    pub sends: Map<Spanned<Localized>>,
    /// Why: the id of a Purpose.
    pub purpose: Spanned<Id>,
    /// Who gets it.
    #[schemars(extend("minLength" = 1))]
    pub recipient: String,
    pub country: Country,
}

/// Declared, with the names in it of what other documents declare.
pub(super) struct Unresolved {
    declares: program::Declares,
    purposes: Vec<Spanned<Id>>,
    delegates: Vec<Spanned<Id>>,
}

/// `others`: what stands beside it, of which `nothing` says that there is nothing.
pub(super) fn lower(
    written: &Spanned<Declares>,
    others: Option<(&str, Span)>,
    context: &mut Context<'_>,
) -> Unresolved {
    let declared = &written.value;
    let mut external: Vec<(External, Spanned<Id>)> =
        declared.external.iter().map(|one| self::external(one, context)).collect();
    external.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    if let Some(nothing) = &declared.nothing {
        let delegates = declared.delegates.first().map(|one| ("delegates", one.span));
        let session = declared.session.first().map(|one| ("session", one.span));
        let external = declared.external.iter().next().map(|one| ("external", one.key.span));
        if let Some((what, at)) = others.or(delegates).or(session).or(external) {
            let diagnostic =
                Diagnostic::new(Code::NothingBeside, nothing.span, format!("`nothing` stands beside `{what}`"));
            context.found(
                diagnostic
                    .label("there is nothing, it says here")
                    .related(at, "and here is something")
                    .help(format!("remove `nothing`, or `{what}`")),
            );
        }
    }
    let (external, purposes) = external.into_iter().unzip();
    let mut session: Vec<String> = declared.session.iter().map(|one| one.value.0.clone()).collect();
    session.sort();
    session.dedup();
    Unresolved {
        declares: program::Declares {
            external,
            delegates: Vec::new(),
            session,
            nothing: context.optional_text(declared.nothing.as_ref()),
        },
        purposes,
        delegates: declared.delegates.clone(),
    }
}

fn external(written: &Entry<ExternalSyntax>, context: &mut Context<'_>) -> (External, Spanned<Id>) {
    let one = &written.value;
    let mut sends: Vec<(String, program::Text)> =
        one.sends.iter().map(|sent| (sent.key.value.clone(), context.text(&sent.value))).collect();
    sends.sort_by(|a, b| a.0.cmp(&b.0));
    let found = External {
        id: written.key.value.clone(),
        title: context.text(&one.title),
        sends,
        purpose: None,
        recipient: one.recipient.clone(),
        country: one.country.0.clone(),
    };
    (found, one.purpose.clone())
}

/// Looks up purposes and components, when all of them are known. `own`: the component that declares it.
pub(super) fn resolve(
    found: Unresolved,
    own: &str,
    components: &[String],
    context: &mut Context<'_>,
) -> program::Declares {
    let Unresolved { mut declares, purposes, delegates } = found;
    for (external, purpose) in declares.external.iter_mut().zip(&purposes) {
        external.purpose = context.purpose(purpose);
    }
    for one in &delegates {
        let name = &one.value.0;
        if components.binary_search(name).is_ok() && name != own {
            declares.delegates.push(name.clone());
        } else if !context.broken.contains(&Kind::Component) {
            let (title, label) = if name == own {
                (format!("`{name}` cannot store for `{name}`"), "the component itself")
            } else {
                (format!("there is no component `{name}`"), "not declared")
            };
            let diagnostic = Diagnostic::new(Code::UnknownName, one.span, title).label(label);
            let others = components.iter().map(String::as_str).filter(|other| *other != own);
            context.found(diagnostic.nearest(name, others));
        }
    }
    declares.delegates.sort();
    declares.delegates.dedup();
    declares
}
