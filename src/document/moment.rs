//! `after:` of a retention rule: the clocks that its period counts from, and that what it is about has them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::place::lies_in;
use super::syntax::WordOrMap;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Item, ItemId, Moment, Purge, Relation};
use crate::source::Spanned;
use crate::strategy::Strategy;

/// A clock, or the latest of several.
#[derive(Debug, Clone)]
pub struct AfterSyntax(WordOrMap<Latest>);

#[derive(Debug, Clone, Deserialize)]
struct Latest {
    latest: Vec<Spanned<String>>,
}

impl<'de> Deserialize<'de> for AfterSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for AfterSyntax {
    fn schema_name() -> Cow<'static, str> {
        "After".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let clock = json_schema!({
            "type": "string",
            "minLength": 1,
            "description": "`row.<clock>`, `subject.<clock>`, `subject.status_changed` or `<context>.<clock>`.",
            "examples": ["row.created", "subject.last_login", "course.end"],
        });
        json_schema!({
            "description": "The clock that a period counts from, or `{latest: […]}`. A clock that is NULL or 0 has not begun: nothing expires by it, alone or among others.",
            "anyOf": [
                clock,
                {
                    "type": "object",
                    "required": ["latest"],
                    "additionalProperties": false,
                    "properties": {"latest": {"type": "array", "minItems": 1, "items": clock, "description": "Clocks; the latest counts."}},
                },
            ],
        })
    }
}

/// The clocks, each once, sorted; `None` where one is not known.
pub(super) fn moments(written: &Spanned<AfterSyntax>, context: &mut Context<'_>) -> Option<Vec<Moment>> {
    let word;
    let all: &[Spanned<String>] = match &written.value.0 {
        WordOrMap::Word(one) => {
            word = [Spanned::new(one.clone(), written.span)];
            &word
        }
        WordOrMap::Map(map) => &map.latest,
    };
    let found: Vec<Option<Moment>> = all.iter().map(|one| moment(one, context)).collect();
    let mut found: Vec<Moment> = found.into_iter().collect::<Option<_>>()?;
    found.sort();
    found.dedup();
    Some(found)
}

fn moment(written: &Spanned<String>, context: &mut Context<'_>) -> Option<Moment> {
    let split = written.value.split_once('.');
    if split == Some(("subject", "status_changed")) {
        return Some(Moment::StatusChanged);
    }
    match split {
        Some(("row", clock)) if !clock.is_empty() => return Some(Moment::Row(clock.to_owned())),
        Some(("subject", clock)) if context.site.subject_clocks.iter().any(|one| one == clock) => {
            return Some(Moment::Subject(clock.to_owned()));
        }
        Some((place, clock)) => {
            let known = context.site.places.iter().find(|one| one.name == place);
            if known.is_some_and(|one| one.clocks.iter().any(|one| one == clock)) {
                return Some(Moment::Place { context: place.to_owned(), clock: clock.to_owned() });
            }
        }
        None => {}
    }
    let diagnostic = unknown(written, context);
    context.lacking(diagnostic);
    None
}

fn unknown(written: &Spanned<String>, context: &Context<'_>) -> Diagnostic {
    let mut known = vec!["row.created".to_owned(), "subject.status_changed".to_owned()];
    known.extend(context.site.subject_clocks.iter().map(|clock| format!("subject.{clock}")));
    let of_place = |place: &super::place::KnownPlace| {
        place.clocks.iter().map(|clock| format!("{}.{clock}", place.name)).collect::<Vec<_>>()
    };
    known.extend(context.site.places.iter().flat_map(of_place));
    let title = format!("there is no clock `{}`", written.value);
    let diagnostic = Diagnostic::new(Code::UnknownName, written.span, title);
    let place =
        written.value.split_once('.').and_then(|(name, _)| context.site.places.iter().find(|one| one.name == name));
    match place {
        Some(place) => diagnostic
            .label(format!("the context `{}` has no such clock", place.name))
            .help(format!("declare it in the Site: `{}: {{…, clocks: {{name: {{column: …}}}}}}`", place.name)),
        None => diagnostic
            .label("no clock of a row, of the subject or of a context")
            .nearest(&written.value, known.iter().map(String::as_str)),
    }
}

/// Entries of the items that have no such clock, or lie in no such place: the rule could never be about their rows.
pub(super) fn needed(
    after: &[Moment],
    written: &Spanned<AfterSyntax>,
    items: &[ItemId],
    all: &[Item],
    context: &mut Context<'_>,
) {
    for item in items.iter().filter_map(|id| all.get(id.0)) {
        if context.incomplete.contains(&item.name) {
            continue;
        }
        let aged = item.entries.iter().filter(|entry| ages(entry));
        let lacks = aged.filter_map(|entry| Some((entry, after.iter().find(|moment| !has(entry, moment, context))?)));
        let lacks: Vec<(&Entry, &Moment)> = lacks.collect();
        for (entry, moment) in lacks {
            let (label, help) = match moment {
                Moment::Row(clock) => (
                    format!("rows of `{}` have no clock `{clock}`", entry.table.name),
                    format!(
                        "add `clocks: {{{clock}: {{column: …}}}}` to these rows, or leave `{}` out of the rule",
                        item.name
                    ),
                ),
                Moment::Place { context, .. } => (
                    format!("rows of `{}` lie in no `{context}`", entry.table.name),
                    format!("add `place:` to these rows, or leave `{}` out of the rule", item.name),
                ),
                Moment::Subject(_) | Moment::StatusChanged => continue,
            };
            let title = format!("`{}` has no clock for this rule", item.name);
            context.found.push(
                Diagnostic::new(Code::WithoutClock, written.span, title)
                    .label(label)
                    .related(entry.span, "these rows")
                    .help(help),
            );
        }
    }
}

/// Whether the age of its rows means anything: a purge changes them, or a duty keeps them.
fn ages(entry: &Entry) -> bool {
    let keeps = |purge: &Purge| purge.strategies().all(|one| matches!(one, Strategy::Keep { .. }));
    entry.relation != Relation::Access && !entry.purge.as_ref().is_some_and(keeps)
}

fn has(entry: &Entry, moment: &Moment, known: &Context<'_>) -> bool {
    match moment {
        Moment::Row(clock) => entry.clocks.iter().any(|one| one.name == *clock),
        Moment::Place { context, .. } => {
            let named = entry.named_place.iter().map(|place| place.context.as_str());
            entry
                .places
                .iter()
                .map(|place| place.name.as_str())
                .chain(named)
                .any(|place| lies_in(place, context, known))
        }
        Moment::Subject(_) | Moment::StatusChanged => true,
    }
}
