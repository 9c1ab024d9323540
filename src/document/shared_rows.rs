//! `shared_rows:` of a component and `side:` of its items: rows of which each person owns one side.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::clock::{self, ClockSyntax};
use super::context::Context;
use super::export::{self, ExportSyntax, export};
use super::outcome::{PurgeSyntax, purge};
use super::owner::by_key;
use super::part::{self, PartSyntax};
use super::path::both;
use super::place::{PlaceOf, places};
use super::purge::{About, overwritten, sound};
use super::value::ValueSyntax;
use crate::database::TableId;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::program::{Clock, Condition, Entry, Export, Named, Part, Path, Purge, Relation, Side, SideOf};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::strategy::Strategy;

/// Rows that have sides, each of which is somebody's: a message has a sender and a receiver.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SharedRows")]
pub struct SharedSyntax {
    /// The tables that hold such rows.
    #[schemars(length(min = 1))]
    pub tables: Vec<Spanned<String>>,
    /// The columns of an export, the same for each side.
    pub export: Spanned<ExportSyntax>,
    /// The sides by name, at least two.
    pub sides: Spanned<Map<Spanned<SideSyntax>>>,
    /// Only the rows for which this condition is true.
    #[serde(rename = "where")]
    pub condition: Option<Spanned<String>>,
    /// Rows that belong to these rows: a list, or with several tables a list for each.
    pub parts: Option<Spanned<PartsSyntax>>,
    /// The place that the row lies in.
    pub place: Option<Spanned<String>>,
    /// The moments in the row's life by which it ages. A whole number among them is a time in exports.
    #[schemars(extend("minProperties" = 1))]
    pub clocks: Option<Map<Spanned<ClockSyntax>>>,
}

/// One side: whose it is, how it is left, and how it is seen that it has been.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Side")]
pub struct SideSyntax {
    /// The column that holds the person's key.
    pub owner: Spanned<String>,
    /// What is written when the person leaves; null in the owner's column leaves the side to nobody.
    #[schemars(extend("minProperties" = 1))]
    pub leave: Spanned<Map<Spanned<ValueSyntax>>>,
    /// True when the side has been left; not needed where leaving empties the owner's column.
    pub gone: Option<Spanned<String>>,
}

/// A list of parts, or a list for each table.
#[derive(Debug, Clone)]
pub enum PartsSyntax {
    List(Vec<Spanned<PartSyntax>>),
    ByTable(Map<Vec<Spanned<PartSyntax>>>),
}

impl<'de> Deserialize<'de> for PartsSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PartsVisitor;
        impl<'de> serde::de::Visitor<'de> for PartsVisitor {
            type Value = PartsSyntax;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of parts, or a list for each table")
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, list: A) -> Result<PartsSyntax, A::Error> {
                Vec::deserialize(serde::de::value::SeqAccessDeserializer::new(list)).map(PartsSyntax::List)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<PartsSyntax, A::Error> {
                Map::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(PartsSyntax::ByTable)
            }
        }
        deserializer.deserialize_any(PartsVisitor)
    }
}

impl JsonSchema for PartsSyntax {
    fn schema_name() -> Cow<'static, str> {
        "SharedParts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let part = generator.subschema_for::<PartSyntax>();
        json_schema!({
            "description": "Rows that belong to these rows: a list, or with several tables a list for each: `{table: [part.column]}`.",
            "anyOf": [
                {"type": "array", "minItems": 1, "items": part},
                {"type": "object", "minProperties": 1, "additionalProperties": {"type": "array", "minItems": 1, "items": part}},
            ],
        })
    }
}

/// The shared rows of a component, as its items look them up.
#[derive(Default)]
pub(super) struct Shared {
    all: Vec<SharedRows>,
    /// Sides that an item has taken.
    taken: BTreeSet<(String, String)>,
    /// An item took a side that is not known: it may have meant one that seems to be left.
    mistaken: bool,
}

struct SharedRows {
    name: String,
    /// Every side, with its place.
    sides: Vec<(String, Span)>,
    /// `None` where something of it could not be understood.
    tables: Option<Vec<OfTable>>,
}

/// The rows of one table.
struct OfTable {
    table: TableId,
    condition: Option<Condition>,
    export: Export,
    sides: Vec<OfSide>,
    all: Arc<Vec<SideOf>>,
    parts: Vec<Part>,
    places: Vec<Named<Path>>,
    clocks: Vec<Clock>,
}

struct OfSide {
    path: Path,
    when: Option<Condition>,
    leave: Strategy,
}

impl Shared {
    pub fn lower(written: &Map<SharedSyntax>, context: &mut Context<'_>) -> Self {
        let mut all = Vec::new();
        for one in written {
            let sides: Vec<(String, Span)> =
                one.value.sides.value.iter().map(|side| (side.key.value.clone(), side.key.span)).collect();
            if let [(name, span)] = sides.as_slice() {
                context.found(
                    Diagnostic::new(Code::OneSided, *span, format!("`{}` has the side `{name}` alone", one.key.value))
                        .label("where is the other?")
                        .help("declare the other side too; a row that one person owns alone has an `owner:`"),
                );
            }
            let of_table = |table: &Spanned<String>, context: &mut Context<'_>| of_table(&one.value, table, context);
            let tables: Vec<Option<OfTable>> = one.value.tables.iter().map(|table| of_table(table, context)).collect();
            let tables = tables.into_iter().collect::<Option<Vec<OfTable>>>();
            let sound = parts_are_by_table(&one.value, context) && sides.len() > 1;
            all.push(SharedRows { name: one.key.value.clone(), sides, tables: tables.filter(|_| sound) });
        }
        Self { all, ..Self::default() }
    }

    /// The entries of an item that takes a side; `None` where they are not known.
    pub fn entries(
        &mut self,
        side: &Spanned<String>,
        purge: Option<&Spanned<PurgeSyntax>>,
        context: &mut Context<'_>,
    ) -> Option<Vec<Entry>> {
        let Some((rows, place)) = self.find(&side.value) else {
            context.found(self.no_side(side));
            self.mistaken = true;
            return None;
        };
        let name = rows.sides.get(place).map_or("", |(name, _)| name);
        let taken = (rows.name.clone(), name.to_owned());
        let tables = rows.tables.as_deref();
        let entries =
            tables.map(|tables| tables.iter().map(|one| entry(one, place, side, purge, context)).collect::<Vec<_>>());
        self.taken.insert(taken);
        entries?.into_iter().collect()
    }

    fn find(&self, written: &str) -> Option<(&SharedRows, usize)> {
        let (rows, side) = written.rsplit_once('.')?;
        let rows = self.all.iter().find(|one| one.name == rows)?;
        Some((rows, rows.sides.iter().position(|(name, _)| name == side)?))
    }

    fn no_side(&self, written: &Spanned<String>) -> Diagnostic {
        let known = self.all.iter().flat_map(|rows| rows.sides.iter().map(|(side, _)| format!("{}.{side}", rows.name)));
        let known: Vec<String> = known.collect();
        let title = format!("there is no side `{}`", written.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, written.span, title)
            .label("not declared under `shared_rows` of this component");
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        match (nearest(&written.value, &names), names.as_slice()) {
            (None, []) => diagnostic.help("declare `shared_rows:` in the component, with its `tables` and `sides`"),
            _ => diagnostic.nearest(&written.value, names.iter().copied()),
        }
    }

    /// Every side must be somebody's, or rows would never go.
    pub fn every_side_is_taken(&self, context: &mut Context<'_>) {
        for rows in &self.all {
            for (side, span) in &rows.sides {
                if rows.sides.len() > 1 && !self.mistaken && !self.taken.contains(&(rows.name.clone(), side.clone())) {
                    let title = format!("no item of the component takes the side `{}.{side}`", rows.name);
                    context.found(
                        Diagnostic::new(Code::OneSided, *span, title)
                            .label("nobody could leave it, so that no row would ever go")
                            .help(format!("write an item with `side: {}.{side}`", rows.name)),
                    );
                }
            }
        }
    }
}

fn entry(
    of: &OfTable,
    place: usize,
    written: &Spanned<String>,
    purged: Option<&Spanned<PurgeSyntax>>,
    context: &mut Context<'_>,
) -> Option<Entry> {
    let side = of.sides.get(place)?;
    let about = About::person(of.table, Some(&side.path), &of.clocks);
    let purge = match purged {
        None => Purge::always(Strategy::Delete),
        Some(written) => {
            let purge = purge(&about, written, context)?;
            if purge.strategies().any(|one| !matches!(one, Strategy::Delete | Strategy::Keep { .. })) {
                context.found(
                    Diagnostic::new(Code::InvalidValue, written.span, "a side is left, or kept")
                        .label("leaving is said under `shared_rows`")
                        .help("remove `purge:`, or write `{keep: reason}`"),
                );
                return None;
            }
            purge
        }
    };
    // Of this person the key is said; of the other side's the label.
    let mut export = of.export.clone();
    for one in &mut export.columns {
        if Some(one.column.id) == side.path.own_column() && one.reached.is_none() {
            (one.person, one.person_when) = (None, None);
        }
    }
    let table = context.table_name(of.table);
    Some(Entry {
        relation: Relation::Side,
        path: side.path.clone(),
        identifier: None,
        condition: both(side.when.clone(), of.condition.clone()),
        export,
        purge: Some(purge),
        co_owned: None,
        names_others: Vec::new(),
        side: Some(Box::new(Side {
            name: written.value.clone(),
            leave: Some(side.leave.clone()),
            all: Arc::clone(&of.all),
        })),
        parts: of.parts.clone(),
        places: of.places.clone(),
        named_place: None,
        mixed: Vec::new(),
        clocks: of.clocks.clone(),
        list: table.name.clone(),
        table,
        span: written.span,
    })
}

fn of_table(written: &SharedSyntax, table: &Spanned<String>, context: &mut Context<'_>) -> Option<OfTable> {
    let table = context.table(table)?;
    let condition = written.condition.as_ref().map(|text| context.condition(table, text));
    let export = export(export::Rows { table, own: None }, &written.export, context);
    let places = places(PlaceOf { table, written: written.place.as_ref() }, context);
    let clocks = clock::of_row(table, written.clocks.as_ref(), context);
    let at = (table, clocks.as_deref().unwrap_or_default());
    let sides: Vec<Option<(SideOf, OfSide)>> =
        written.sides.value.iter().map(|one| of_side(at, &one.key.value, &one.value, context)).collect();
    let known = places.as_deref().unwrap_or_default();
    let parts = match written.parts.as_ref().map(|parts| &parts.value) {
        None => Some(Vec::new()),
        Some(PartsSyntax::List(list)) => part::parts(table, list, known, context),
        Some(PartsSyntax::ByTable(tables)) => {
            let is_this = |name: &str| context.schema.find(name).is_some_and(|(id, _)| id == table);
            let ours = tables.iter().find(|one| is_this(&one.key.value)).map(|one| one.value.as_slice());
            part::parts(table, ours.unwrap_or_default(), known, context)
        }
    };
    export::one_name_each(table, export.as_ref(), parts.as_deref().unwrap_or_default(), context);
    let (all, sides): (Vec<SideOf>, Vec<OfSide>) = sides.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
    Some(OfTable {
        table,
        condition: condition.map_or(Some(None), |condition| condition.map(Some))?,
        export: export?,
        sides,
        all: Arc::new(all),
        parts: parts?,
        places: places?,
        clocks: clocks?,
    })
}

fn of_side(
    (table, clocks): (TableId, &[Clock]),
    name: &str,
    written: &Spanned<SideSyntax>,
    context: &mut Context<'_>,
) -> Option<(SideOf, OfSide)> {
    let side = &written.value;
    let owner = by_key(table, &side.owner, Relation::Side, context);
    let about = About::person(table, owner.as_ref().map(|owner| &owner.path), clocks);
    let leave = overwritten(&about, &side.leave.value, context).map(Strategy::Overwrite);
    let gone = side.gone.as_ref().map(|text| context.condition(table, text));
    let leave = leave.and_then(|leave| sound(&about, leave, context));
    let owner = owner?;
    let Some(column) = owner.path.own_column() else {
        context.found(
            Diagnostic::new(Code::OwnerPath, side.owner.span, "a side is named by a column of the row")
                .label("this path leaves the row")
                .help("name the column that holds the person's key"),
        );
        return None;
    };
    let (leave, gone) = (leave?, gone.map_or(Some(None), |gone| gone.map(Some))?);
    if gone.is_none() && !leave.writes().contains(&column) {
        context.found(
            Diagnostic::new(
                Code::MissingKey,
                written.span,
                format!("nothing tells that the side `{name}` has been left"),
            )
            .label("`gone` is missing")
            .help("write the condition that `leave` makes true: `gone: deleted_by_sender = 1`"),
        );
        return None;
    }
    let of = SideOf { name: name.to_owned(), owner: context.column_name(table, column), gone };
    Some((of, OfSide { path: owner.path, when: owner.when, leave }))
}

/// With several tables a plain list would be of tables that it does not fit.
fn parts_are_by_table(written: &SharedSyntax, context: &mut Context<'_>) -> bool {
    let Some(parts) = &written.parts else { return true };
    match &parts.value {
        PartsSyntax::List(_) if written.tables.len() > 1 => {
            context.found(
                Diagnostic::new(Code::InvalidValue, parts.span, "with several tables parts are listed for each")
                    .label("of which table?")
                    .help("write `parts: {table: [part.column]}`"),
            );
            false
        }
        PartsSyntax::List(_) => true,
        PartsSyntax::ByTable(tables) => {
            let mut sound = true;
            for one in tables {
                let named = |table: &Spanned<String>| {
                    let find = |name: &str| context.schema.find(name).map(|(id, _)| id);
                    find(&table.value).is_some_and(|id| find(&one.key.value) == Some(id))
                };
                if !written.tables.iter().any(named) {
                    let title = format!("`{}` is none of these tables", one.key.value);
                    let known = written.tables.iter().map(|table| table.value.as_str());
                    context.found(
                        Diagnostic::new(Code::UnknownName, one.key.span, title)
                            .label("not listed under `tables`")
                            .nearest(&one.key.value, known),
                    );
                    sound = false;
                }
            }
            sound
        }
    }
}
