//! `preferences:` of an item: settings of the person that are kept by name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::conventions::Preferences;
use super::export;
use super::outcome::{PurgeSyntax, purge};
use super::purge::About;
use super::syntax::WordOrMap;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, NamePiece, NamedPlace, Purge, Relation};
use crate::source::{Span, Spanned};
use crate::sql::Expr;
use crate::strategy::Strategy;

/// The name of a setting; `*` is any run of characters.
#[derive(Debug, Clone)]
pub struct PreferenceSyntax(WordOrMap<PreferenceMap>);

#[derive(Debug, Clone, Deserialize)]
struct PreferenceMap {
    name: Spanned<String>,
    place: Spanned<String>,
}

impl<'de> Deserialize<'de> for PreferenceSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for PreferenceSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Preference".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The name of a setting, in which `*` is any run of characters; or `{name, place}`, where `{place}` in the name is the key of a place of that context.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "required": ["name", "place"],
                    "additionalProperties": false,
                    "properties": {
                        "name": {"type": "string", "minLength": 1, "description": "The name of the setting, with `{place}` where the key of a place stands."},
                        "place": {"type": "string", "minLength": 1, "description": "The context whose places have such settings."},
                    },
                },
            ],
        })
    }
}

const PLACE: &str = "{place}";

/// The person's settings of these names, exported by name and value, and deleted with the item unless it says to keep
/// them. Those that belong to places are apart, by the context of the place.
pub(super) fn entries(
    written: &[Spanned<PreferenceSyntax>],
    written_purge: Option<&Spanned<PurgeSyntax>>,
    context: &mut Context<'_>,
) -> Option<Vec<Entry>> {
    let at = written.first()?.span;
    let Some(kept) = context.site.preferences.clone() else {
        context.lacking(
            Diagnostic::new(Code::NoStore, at, "the Site does not say where settings are kept")
                .label("settings of which table?")
                .help("declare `preferences: {table, owner, name, value}` in the Site"),
        );
        return None;
    };
    let about = About::person(kept.table, Some(&kept.owner), &[]);
    let purge = written_purge.map_or(Some(Purge::always(Strategy::Delete)), |one| purge(&about, one, context));
    let names: Vec<Option<Name>> = written.iter().map(|one| name(&one.value, context)).collect();
    let (purge, names) = (purge?, names.into_iter().collect::<Option<Vec<Name>>>()?);
    let mut by_place: BTreeMap<Option<String>, Vec<Vec<NamePiece>>> = BTreeMap::new();
    for Name { place, pieces } in names {
        by_place.entry(place).or_default().push(pieces);
    }
    let mut entries = Vec::new();
    for (place, mut names) in by_place {
        names.sort();
        names.dedup();
        let named_place = place.and_then(|place| named_place(&kept, &place, &names, context));
        entries.push(entry(&kept, Named { names, named_place, at }, purge.clone(), context));
    }
    Some(entries)
}

/// The name of a setting, and the context of the place that it names.
struct Name {
    place: Option<String>,
    pieces: Vec<NamePiece>,
}

/// Names of settings of one context, or of none.
struct Named {
    names: Vec<Vec<NamePiece>>,
    named_place: Option<NamedPlace>,
    at: Span,
}

fn named_place(kept: &Preferences, name: &str, names: &[Vec<NamePiece>], context: &Context<'_>) -> Option<NamedPlace> {
    let place = context.site.places.iter().find(|place| place.name == name)?;
    Some(NamedPlace {
        column: context.column_name(kept.table, kept.name),
        context: place.name.clone(),
        table: context.table_name(place.table),
        key: context.column_name(place.table, place.key),
        names: names.to_vec(),
    })
}

fn entry(kept: &Preferences, named: Named, purge: Purge, context: &Context<'_>) -> Entry {
    let (table, column) = (context.table_name(kept.table), context.column_name(kept.table, kept.name));
    let name = Expr::of(&table.name, &column.name);
    let name = context.schema.table(kept.table).column(kept.name).exact(name);
    let mut reads = vec![(kept.table, kept.name)];
    let expr = match &named.named_place {
        Some(place) => {
            reads.push((place.table.id, place.key.id));
            place.is_in(&table, &context.schema, None)
        }
        None => Expr::any(named.names.iter().map(|pieces| called(&name, pieces))),
    };
    Entry {
        list: table.name.clone(),
        relation: Relation::Owner,
        path: kept.owner.clone(),
        identifier: None,
        condition: Some(Condition { expr, reads, span: named.at }),
        export: export::only(
            export::Rows { table: kept.table, own: kept.owner.own_column() },
            &[kept.name, kept.value],
            context,
        ),
        purge: Some(purge),
        co_owned: None,
        names_others: Vec::new(),
        side: None,
        parts: Vec::new(),
        places: Vec::new(),
        named_place: named.named_place.map(Box::new),
        mixed: Vec::new(),
        clocks: Vec::new(),
        span: named.at,
        table,
    }
}

/// The whole text is the name, or matches it.
fn called(name: &Expr, pieces: &[NamePiece]) -> Expr {
    if let [NamePiece::Text(text)] = pieces {
        return name.clone().equals(Expr::text(text));
    }
    let part = |piece: &NamePiece| match piece {
        NamePiece::Text(text) => Expr::PatternOf(Arc::new(Expr::text(text))),
        NamePiece::Key | NamePiece::Anything => Expr::Anything,
    };
    let whole = Expr::Concat(pieces.iter().map(part).collect());
    Expr::Matches(Arc::new(name.clone()), Arc::new(whole))
}

fn name(written: &PreferenceSyntax, context: &mut Context<'_>) -> Option<Name> {
    let (text, place) = match &written.0 {
        WordOrMap::Word(name) => return Some(Name { place: None, pieces: stars(name) }),
        WordOrMap::Map(PreferenceMap { name, place }) => (name, place),
    };
    if !context.site.places.iter().any(|known| known.name == place.value) {
        let known: Vec<String> = context.site.places.iter().map(|place| place.name.clone()).collect();
        let title = format!("`{}` is no context of the Site", place.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, place.span, title)
            .label("not declared under `contexts`")
            .nearest(&place.value, known.iter().map(String::as_str));
        context.lacking(diagnostic);
        return None;
    }
    if !text.value.contains(PLACE) {
        context.found(
            Diagnostic::new(Code::InvalidFormat, text.span, "the name does not say where its place stands")
                .label("no `{place}` in it")
                .help("write it where the key of the place stands: `forum_{place}_sort`"),
        );
        return None;
    }
    let mut pieces = Vec::new();
    for (at, part) in text.value.split(PLACE).enumerate() {
        if at > 0 {
            pieces.push(NamePiece::Key);
        }
        pieces.extend(stars(part));
    }
    Some(Name { place: Some(place.value.clone()), pieces })
}

fn stars(text: &str) -> Vec<NamePiece> {
    let mut pieces = Vec::new();
    for (at, piece) in text.split('*').enumerate() {
        if at > 0 {
            pieces.push(NamePiece::Anything);
        }
        if !piece.is_empty() {
            pieces.push(NamePiece::Text(piece.to_owned()));
        }
    }
    pieces
}
