//! `then:` of a retention rule: what happens to data whose time is over.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::Kind;
use super::context::Context;
use super::retention_rule::RetentionRule;
use super::status::StatusKind;
use super::syntax::{Id, WordOrMap};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Moment, Then};
use crate::source::Spanned;

/// What happens to data that is older than `at_most`.
#[derive(Debug, Clone)]
pub struct ThenSyntax(WordOrMap<ThenMap>);

#[derive(Debug, Clone, Deserialize)]
struct ThenMap {
    request: Option<Spanned<Id>>,
    status: Option<Spanned<Id>>,
}

impl<'de> Deserialize<'de> for ThenSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for ThenSyntax {
    fn schema_name() -> Cow<'static, str> {
        "RetentionThen".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let form = |name: &str, description: &str| {
            json_schema!({
                "type": "object",
                "required": [name],
                "additionalProperties": false,
                "properties": {name: {"type": "string", "minLength": 1, "description": description}},
            })
        };
        json_schema!({
            "description": "What happens to data that is older than `at_most`.",
            "anyOf": [
                {
                    "type": "string",
                    "enum": ["offer", "purge"],
                    "markdownEnumDescriptions": ["A person approves it before it goes.", "It goes by itself."],
                },
                form("request", "The purge type that is asked for the person; only with clocks of the subject."),
                form("status", "The status that the person is put into; only with clocks of the subject."),
            ],
        })
    }
}

pub(super) fn then(
    written: &RetentionRule,
    after: Option<&[Moment]>,
    purge_types: &[program::PurgeType],
    context: &mut Context<'_>,
) -> Then {
    let Some(then) = &written.then else { return Then::Offer };
    if written.period.value.at_most.is_none() {
        let diagnostic = Diagnostic::new(Code::InvalidValue, then.span, "nothing ends by this rule");
        context
            .found(diagnostic.label("there is no `at_most`").help("write `at_most` under `period`, or remove `then`"));
    }
    let map = match &then.value.0 {
        WordOrMap::Word(word) if word == "purge" => return Then::Purge,
        WordOrMap::Word(word) => {
            if word != "offer" {
                let diagnostic = Diagnostic::new(
                    Code::InvalidValue,
                    then.span,
                    format!("nothing is called `{word}` that may happen"),
                );
                context.found(diagnostic.label("not known").nearest(word, ["offer", "purge"]));
            }
            return Then::Offer;
        }
        WordOrMap::Map(map) => map,
    };
    let of_subject = |moment: &Moment| matches!(moment, Moment::Subject(_) | Moment::StatusChanged);
    if after.is_some_and(|after| !after.iter().all(of_subject)) {
        context.found(
            Diagnostic::new(
                Code::InvalidValue,
                then.span,
                "what happens to a person is not decided by the age of a row",
            )
            .label("asks for a person")
            .related(written.period.value.after.span, "a clock of rows or places")
            .help("count from `subject.…`, or write `then: purge` or `then: offer`"),
        );
    }
    if let Some(within) = &written.within {
        let diagnostic = Diagnostic::new(Code::InvalidValue, within.span, "a person lies in no place");
        let diagnostic = diagnostic.label("rows do").related(then.span, "what happens is about people");
        context.found(diagnostic.help("remove `within`, or write `then: purge` for the rows in these places"));
    }
    match (&map.request, &map.status) {
        (Some(id), _) => request(id, purge_types, context),
        (None, Some(name)) => context.status(name).map_or(Then::Offer, |status| settable(status, name, context)),
        (None, None) => Then::Offer,
    }
}

fn request(id: &Spanned<Id>, purge_types: &[program::PurgeType], context: &mut Context<'_>) -> Then {
    let found = purge_types.iter().find(|one| one.id == id.value.0);
    if found.is_none() && !context.broken.contains(&Kind::PurgeType) && !context.faulty_types.contains(&id.value.0) {
        let title = format!("there is no purge type `{}`", id.value.0);
        let diagnostic = Diagnostic::new(Code::UnknownName, id.span, title).label("not declared");
        context.found(diagnostic.nearest(&id.value.0, purge_types.iter().map(|one| one.id.as_str())));
    }
    if let Some(one) = found.filter(|one| one.uses.is_empty()) {
        let title = format!("the purge type `{}` is not on offer: nothing that is asked for is carried out", one.id);
        let diagnostic = Diagnostic::new(Code::InvalidValue, id.span, title).label("asked for by a rule");
        context.found(diagnostic.related(one.span, "its `use` is empty").help("write `use: [manual]` there"));
    }
    if let Some(one) = found.filter(|one| one.within.as_ref().is_some_and(|within| within.condition.is_none())) {
        let title = format!("a request for `{}` names a place, and a rule knows none", one.id);
        let diagnostic = Diagnostic::new(Code::AutomaticWithoutPlace, id.span, title).label("asked for by a rule");
        context.found(
            diagnostic
                .related(one.span, "the purge type")
                .help("name a type whose `within` says which places are meant"),
        );
    }
    Then::Request(id.value.0.clone())
}

fn settable(status: usize, name: &Spanned<Id>, context: &mut Context<'_>) -> Then {
    let kind = context.site.statuses.get(status).copied();
    if kind.is_some_and(|kind| kind != StatusKind::Settable) {
        let title = format!("nobody can be put into the status `{}`", name.value.0);
        let diagnostic =
            Diagnostic::new(Code::NothingToSet, name.span, title).label("the Site does not say what to write");
        context.found(diagnostic.help(format!("add `set: {{column: value}}` to `{}` in the Site", name.value.0)));
    }
    Then::Status(status)
}
