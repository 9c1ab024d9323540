//! `preferences:` of an item: settings of the person that are kept by name.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::export;
use super::outcome::{PurgeSyntax, purge};
use super::purge::About;
use super::syntax::WordOrMap;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Purge, Relation};
use crate::source::Spanned;
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
/// them.
pub(super) fn entry(
    written: &[Spanned<PreferenceSyntax>],
    written_purge: Option<&Spanned<PurgeSyntax>>,
    context: &mut Context<'_>,
) -> Option<Entry> {
    let at = written.first()?.span;
    let Some(kept) = context.site.preferences.clone() else {
        context.lacking(
            Diagnostic::new(Code::NoStore, at, "the Site does not say where settings are kept")
                .label("settings of which table?")
                .help("declare `preferences: {table, owner, name, value}` in the Site"),
        );
        return None;
    };
    let (table, name) = (context.table_name(kept.table), context.column_name(kept.table, kept.name));
    let column = {
        let column = Expr::of(&table.name, &name.name);
        let folds = context.schema.table(kept.table).column(kept.name).folds();
        if folds { Expr::ByBytes(Box::new(column)) } else { column }
    };
    let named: Vec<Option<Expr>> = written.iter().map(|one| named(&column, &one.value, context)).collect();
    let mut named = named.into_iter().collect::<Option<Vec<Expr>>>()?;
    named.sort_by_key(|expr| format!("{expr:?}"));
    named.dedup();
    let about = About {
        table: kept.table,
        columns: &[],
        path: Some(&kept.owner),
        identified: false,
        several: false,
        mention: false,
        clocks: &[],
    };
    let purge = written_purge.map_or(Some(Purge::always(Strategy::Delete)), |one| purge(&about, one, context))?;
    let rows = export::Rows { table: kept.table, own: kept.owner.own_column() };
    Some(Entry {
        list: table.name.clone(),
        table,
        relation: Relation::Owner,
        path: kept.owner.clone(),
        identifier: None,
        condition: Some(Condition { expr: Expr::any(named), reads: vec![(kept.table, kept.name)], span: at }),
        export: export::only(rows, &[kept.name, kept.value], context),
        purge: Some(purge),
        co_owned: None,
        side: None,
        parts: Vec::new(),
        places: Vec::new(),
        clocks: Vec::new(),
        span: at,
    })
}

fn named(column: &Expr, written: &PreferenceSyntax, context: &mut Context<'_>) -> Option<Expr> {
    let text = match &written.0 {
        WordOrMap::Word(name) => name.clone(),
        WordOrMap::Map(PreferenceMap { name, place }) => {
            if !context.site.places.iter().any(|known| known.name == place.value) {
                let known: Vec<String> = context.site.places.iter().map(|place| place.name.clone()).collect();
                let title = format!("`{}` is no context of the Site", place.value);
                let diagnostic = Diagnostic::new(Code::UnknownName, place.span, title)
                    .label("not declared under `contexts`")
                    .nearest(&place.value, known.iter().map(String::as_str));
                context.lacking(diagnostic);
                return None;
            }
            if !name.value.contains(PLACE) {
                context.found(
                    Diagnostic::new(Code::InvalidFormat, name.span, "the name does not say where its place stands")
                        .label("no `{place}` in it")
                        .help("write it where the key of the place stands: `forum_{place}_sort`"),
                );
                return None;
            }
            name.value.replace(PLACE, "*")
        }
    };
    if !text.contains('*') {
        return Some(column.clone().equals(Expr::text(text)));
    }
    let mut pieces = Vec::new();
    for (at, piece) in text.split('*').enumerate() {
        if at > 0 {
            pieces.push(Expr::Anything);
        }
        if !piece.is_empty() {
            pieces.push(Expr::PatternOf(Box::new(Expr::text(piece))));
        }
    }
    Some(Expr::Matches(Box::new(column.clone()), Box::new(Expr::Concat(pieces))))
}
