//! `rows:` of an item: rows of one table, or of several alike, that stand in one relation to a person.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{self, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::clock::{self, ClockSyntax};
use super::context::Context;
use super::export::{self, ExportSyntax, export};
use super::mixed;
use super::outcome::{self, PurgeSyntax, ReferencedSyntax};
use super::owner::{Owner, OwnerSyntax, owner};
use super::part::{self, FilesSyntax, PartSyntax};
use super::path::both;
use super::place::{PlaceOf, places};
use super::purge::{About, WhileSyntax, strategy_while};
use super::syntax::Localized;
use super::{carried, co_owned};
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{CoOwned, Entry, Export, Named, Owner as OwnedBy, Part, Path, Purge, Relation};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::strategy::Strategy;

/// Rows of one table that stand in one relation to a person.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The table whose rows these are.
    pub table: Option<Spanned<String>>,
    /// Several tables to which all that is said here applies alike.
    #[schemars(length(min = 1))]
    pub tables: Option<Vec<Spanned<String>>>,
    /// The row is this person's: the column with the subject's key, or a path that leads to it: `note_id.person_id`.
    pub owner: Option<Spanned<OwnerSyntax>>,
    /// Several people own the row: a path that can lead to several, or a list of paths.
    pub owners: Option<Spanned<Paths>>,
    /// What happens to the row while somebody else who owns it stays.
    pub while_owned: Option<Spanned<WhileSyntax>>,
    /// The row is somebody else's and names the person: a path, or a list of them.
    pub mention: Option<Spanned<Paths>>,
    /// The person may see the row: it is exported, never purged.
    pub access: Option<Spanned<OwnerSyntax>>,
    /// Only the rows for which this condition is true.
    #[serde(rename = "where")]
    pub condition: Option<Spanned<String>>,
    /// The columns that `empty` empties; they are also what is exported.
    #[schemars(length(min = 1))]
    pub columns: Option<Vec<Spanned<String>>>,
    /// The columns of an export: a list, `all`, or `none`.
    pub export: Option<Spanned<ExportSyntax>>,
    /// Columns in which several people's data stand together, and why: never exported, and the reason is shown.
    #[schemars(extend("minProperties" = 1))]
    pub mixed: Option<Map<Spanned<Localized>>>,
    /// What a purge does; absent: exported only.
    pub purge: Option<Spanned<PurgeSyntax>>,
    /// The row goes only when nothing of others refers to it any more.
    pub while_referenced: Option<Spanned<ReferencedSyntax>>,
    /// Cascades of the database into other rows that are accepted: `table.column`.
    #[schemars(length(min = 1))]
    pub carries: Option<Vec<Spanned<String>>>,
    /// Rows that belong to these rows: they go when these go, and are exported inside them.
    #[schemars(length(min = 1))]
    pub parts: Option<Vec<Spanned<PartSyntax>>>,
    /// Stored files that belong to these rows.
    pub files: Option<Spanned<FilesSyntax>>,
    /// The place that the row lies in: a path to a table of `contexts`.
    pub place: Option<Spanned<String>>,
    /// The moments in the row's life by which it ages. A whole number among them is a time in exports.
    #[schemars(extend("minProperties" = 1))]
    pub clocks: Option<Map<Spanned<ClockSyntax>>>,
    /// The name of its list in an export; default: the table.
    #[serde(rename = "as")]
    pub list: Option<Spanned<String>>,
}

/// One path, or a list of them.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Paths {
    Many(#[schemars(length(min = 1))] Vec<Spanned<OwnerSyntax>>),
    One(OwnerSyntax),
}

// WHY: by hand, because serde reads an untagged enum from a copy, which does not know where it was written.
impl<'de> Deserialize<'de> for Paths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PathsVisitor;
        impl<'de> Visitor<'de> for PathsVisitor {
            type Value = Paths;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a path, or a list of paths")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Paths, E> {
                OwnerSyntax::deserialize(text.into_deserializer()).map(Paths::One)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Paths, A::Error> {
                OwnerSyntax::deserialize(de::value::MapAccessDeserializer::new(map)).map(Paths::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Paths, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(list)).map(Paths::Many)
            }
        }
        deserializer.deserialize_any(PathsVisitor)
    }
}

/// What an item says for all its rows.
#[derive(Clone, Copy)]
pub(super) struct Defaults<'d> {
    pub purge: Option<&'d Spanned<PurgeSyntax>>,
    pub place: Option<&'d Spanned<String>>,
    pub files: Option<&'d Spanned<FilesSyntax>>,
    /// `component.item`
    pub item: &'d str,
}

/// The entries that a row means, and whether all that it says could be understood.
pub(super) struct Entries {
    pub entries: Vec<Entry>,
    pub complete: bool,
}

pub(super) fn entries(row: &Spanned<Row>, defaults: Defaults<'_>, context: &mut Context<'_>) -> Entries {
    let mut all = Entries { entries: Vec::new(), complete: true };
    let tables: Vec<&Spanned<String>> = row.table.iter().chain(row.tables.iter().flatten()).collect();
    let relations = relations(row, context);
    let several = row.tables.as_ref().and_then(|tables| tables.first()).map(|first| ("tables", first.span));
    let written: Vec<Key> = row.table.iter().map(|table| ("table", table.span)).chain(several).collect();
    all.complete &= !relations.is_empty() && exactly_one(&written, row.span, &TABLE, context);
    for table in tables {
        let Some(id) = context.table(table) else {
            all.complete = false;
            continue;
        };
        let before = all.entries.len();
        for (relation, path) in &relations {
            match entry(row, (id, table.span), *relation, path, defaults, context) {
                Some(entry) => match mixed::apart(row, entry, context) {
                    Some(entry) => all.entries.push(entry),
                    None => all.complete = false,
                },
                None => all.complete = false,
            }
        }
        own_together(defaults.item, all.entries.get_mut(before..).unwrap_or_default());
    }
    all
}

/// Each of several owners is one for the others.
fn own_together(item: &str, entries: &mut [Entry]) {
    let owners: Vec<OwnedBy> = entries.iter().map(|entry| co_owned::owner(item, entry)).collect();
    for co_owned in entries.iter_mut().filter_map(|entry| entry.co_owned.as_mut()) {
        co_owned.owners = owners.clone();
    }
}

/// A key that is written, and where its value stands.
type Key = (&'static str, Span);

/// Keys of which one is needed.
struct OneOf {
    title: &'static str,
    question: &'static str,
    help: &'static str,
}

const TABLE: OneOf = OneOf {
    title: "rows are of one `table`, or of `tables`",
    question: "of which table?",
    help: "write `table: name`, or `tables: [one, other]` where all else is the same",
};
const RELATION: OneOf = OneOf {
    title: "rows have one relation to the person",
    question: "whose rows are these?",
    help: "write one of `owner:`, `owners:`, `mention:` and `access:`; another relation is another entry",
};

fn exactly_one(written: &[Key], row: Span, wanted: &OneOf, context: &mut Context<'_>) -> bool {
    let diagnostic = match written {
        [] => Diagnostic::new(Code::MissingKey, row, wanted.title).label(wanted.question),
        [_] => return true,
        [(first, first_at), (other, at), ..] => {
            Diagnostic::new(Code::UnknownKey, *at, format!("`{other}` cannot stand beside `{first}`"))
                .label("one too many")
                .related(*first_at, "the first one")
        }
    };
    context.found(diagnostic.help(wanted.help));
    false
}

/// Exactly one of `owner`, `owners`, `mention` and `access`.
fn relations(row: &Spanned<Row>, context: &mut Context<'_>) -> Vec<(Relation, Spanned<OwnerSyntax>)> {
    let keys = [
        row.owner.as_ref().map(|path| ("owner", path.span)),
        row.owners.as_ref().map(|paths| ("owners", paths.span)),
        row.mention.as_ref().map(|paths| ("mention", paths.span)),
        row.access.as_ref().map(|path| ("access", path.span)),
    ];
    let written: Vec<Key> = keys.into_iter().flatten().collect();
    if !exactly_one(&written, row.span, &RELATION, context) {
        return Vec::new();
    }
    let one = |relation: Relation, path: &Spanned<OwnerSyntax>| (relation, path.clone());
    let mut found: Vec<(Relation, Spanned<OwnerSyntax>)> = Vec::new();
    found.extend(row.owner.iter().map(|path| one(Relation::Owner, path)));
    found.extend(row.access.iter().map(|path| one(Relation::Access, path)));
    for (relation, paths) in [(Relation::Owner, &row.owners), (Relation::Mention, &row.mention)] {
        match paths.as_ref().map(|paths| (&paths.value, paths.span)) {
            Some((Paths::One(path), span)) => found.push((relation, Spanned::new(path.clone(), span))),
            Some((Paths::Many(paths), _)) => found.extend(paths.iter().map(|path| one(relation, path))),
            None => {}
        }
    }
    found
}

/// Every part is looked at before the first that is missing ends it, so that all mistakes of a row are found.
fn entry(
    row: &Row,
    (table, span): (TableId, Span),
    relation: Relation,
    path: &Spanned<OwnerSyntax>,
    defaults: Defaults<'_>,
    context: &mut Context<'_>,
) -> Option<Entry> {
    let owner = owner(table, path, relation, context);
    let condition = row.condition.as_ref().map(|text| context.condition(table, text));
    let columns = columns(table, row, context);
    let export = exported(owned_by(table, owner.as_ref()), row, span, &columns, context);
    let purge = row.purge.as_ref().or(defaults.purge);
    let clocks = clock::of_row(table, row.clocks.as_ref(), context);
    let about = About {
        columns: &columns,
        identified: owner.as_ref().is_some_and(|owner| owner.identifier.is_some()),
        several: names_several(row),
        mention: relation == Relation::Mention,
        condition: condition.as_ref().and_then(Option::as_ref),
        ..About::person(table, owner.as_ref().map(|owner| &owner.path), clocks.as_deref().unwrap_or_default())
    };
    let purge = purge.map(|written| purged(row, &about, written, context));
    if relation == Relation::Access && row.purge.is_some() {
        context.found(seen_only(row));
        return None;
    }
    let purge = purge.filter(|_| relation != Relation::Access).map_or(Some(None), |purge| purge.map(Some));
    let changes = purge.as_ref().is_some_and(|purge| purge.as_ref().is_some_and(Purge::changes));
    let (while_owned, sound) = while_owned(row, relation, &about, changes, context);
    let places = places(PlaceOf { table, written: row.place.as_ref().or(defaults.place) }, context);
    let known = places.as_deref().unwrap_or_default();
    let files = row.files.as_ref().or(defaults.files);
    let files_go = changes || matches!(purge, Some(None)) && is_theirs_alone(row, relation);
    let parts = belonging(row, table, files, known, files_go, context);
    are_theirs(parts.as_deref().unwrap_or_default(), relation, context)?;
    export::one_name_each(table, export.as_ref(), parts.as_deref().unwrap_or_default(), context);
    let Owner { path, identifier, when } = owner.filter(|_| sound)?;
    Some(Entry {
        list: part::list_name(row.list.as_ref(), table, context),
        table: context.table_name(table),
        relation,
        path,
        identifier,
        condition: both(when, condition.map_or(Some(None), |condition| condition.map(Some))?),
        export: export?,
        purge: purge?,
        co_owned: while_owned.map(|while_owned| Box::new(CoOwned { while_owned, owners: Vec::new() })),
        names_others: Vec::new(),
        side: None,
        parts: parts?,
        places: places?,
        named_place: None,
        mixed: Vec::new(),
        clocks: clocks?,
        span,
    })
}

/// Rows whose own column may hold the person's key.
fn owned_by(table: TableId, owner: Option<&Owner>) -> export::Rows {
    let own = owner.filter(|owner| owner.identifier.is_none()).and_then(|owner| owner.path.own_column());
    export::Rows { table, own }
}

/// Whether one row stands in the relation to several people.
fn names_several(row: &Row) -> bool {
    let several = |paths: &Spanned<Paths>| matches!(&paths.value, Paths::Many(paths) if paths.len() > 1);
    row.owners.is_some() || row.while_owned.is_some() || row.mention.as_ref().is_some_and(several)
}

/// Whether files of the row go with their item although nothing is said of the row itself.
fn is_theirs_alone(row: &Row, relation: Relation) -> bool {
    relation == Relation::Owner && !names_several(row)
}

/// What a purge does, and when.
fn purged(row: &Row, about: &About<'_>, written: &Spanned<PurgeSyntax>, context: &mut Context<'_>) -> Option<Purge> {
    let mut purge = outcome::purge(about, written, context)?;
    if let Some(referenced) = &row.while_referenced {
        outcome::while_referenced(about, referenced, &mut purge, context)?;
    }
    Some(purge)
}

/// `while_owned:`, which rows of several owners need; and whether what is written is sound.
fn while_owned(
    row: &Row,
    relation: Relation,
    about: &About<'_>,
    changes: bool,
    context: &mut Context<'_>,
) -> (Option<Strategy>, bool) {
    match (&row.while_owned, &row.owners) {
        (Some(written), _) if relation != Relation::Owner => {
            context.found(
                Diagnostic::new(Code::UnknownKey, written.span, "`while_owned` is for rows that are the person's own")
                    .label("the row is somebody else's")
                    .help("write `owner:` or `owners:`, or remove it"),
            );
            (None, false)
        }
        (Some(written), _) => {
            let strategy = strategy_while(about, written, context);
            let sound = strategy.is_some();
            (strategy, sound)
        }
        (None, Some(owners)) if changes => {
            context.found(
                Diagnostic::new(Code::NeedsWhileOwned, owners.span, "rows with several owners need `while_owned`")
                    .label("what happens while another owner stays?")
                    .help("write `while_owned: keep`, `{overwrite: {…}}` or `delete` beside `owners:`"),
            );
            (None, false)
        }
        (None, _) => (None, true),
    }
}

/// Everything that goes with the row: its parts, its stored files, and what the database takes along.
fn belonging(
    row: &Row,
    table: TableId,
    files: Option<&Spanned<FilesSyntax>>,
    places: &[Named<Path>],
    files_go: bool,
    context: &mut Context<'_>,
) -> Option<Vec<Part>> {
    let mut parts = part::parts(table, row.parts.as_deref().unwrap_or_default(), places, context);
    if let Some(files) = files {
        let stored = part::files(table, files, places, files_go, context);
        parts = parts.zip(stored).map(|(parts, one)| parts.into_iter().chain([one]).collect());
    }
    if let Some(written) = &row.carries {
        let carried = carried::carried(table, written, context);
        parts = parts.zip(carried).map(|(parts, carried)| parts.into_iter().chain(carried).collect());
    }
    if let Some(diagnostic) = parts.as_deref().and_then(|parts| part::two_ways_down(table, parts)) {
        context.found(diagnostic);
        return None;
    }
    parts
}

/// A part of somebody else's row that would go with the person, or where they may only see it, be changed.
fn taken(parts: &[Part], relation: Relation) -> Option<Span> {
    let is_taken = |part: &Part| match (&part.purge, relation) {
        (_, Relation::Owner | Relation::Side) | (None, _) => false,
        (Some(purge), Relation::Mention) => purge.deletes(),
        (Some(purge), Relation::Access) => purge.changes(),
    };
    parts.iter().find_map(|part| if is_taken(part) { Some(part.span) } else { taken(&part.parts, relation) })
}

fn are_theirs(parts: &[Part], relation: Relation, context: &mut Context<'_>) -> Option<()> {
    match taken(parts, relation) {
        Some(at) => context.found(not_theirs(at)),
        None => return Some(()),
    }
    None
}

fn not_theirs(at: Span) -> Diagnostic {
    Diagnostic::new(Code::NotOwned, at, "parts of a row that is somebody else's do not go with the person")
        .label("belongs to a row that is not theirs")
        .help("give these rows an entry of their own, with the person as `owner:`")
}

fn seen_only(row: &Row) -> Diagnostic {
    let at = row.purge.as_ref().map_or_else(Span::default, |purge| purge.span);
    Diagnostic::new(Code::NotOwned, at, "a row that a person may only see is never purged with them")
        .label("the row is somebody else's")
        .help("remove `purge:`, or write `owner:` or `mention:` instead of `access:`")
}

/// `columns:`, each once.
fn columns(table: TableId, row: &Row, context: &mut Context<'_>) -> Vec<(ColumnId, Span)> {
    let mut columns: Vec<(ColumnId, Span)> = Vec::new();
    for written in row.columns.iter().flatten() {
        let Some(id) = context.column(table, written) else { continue };
        if let Some((_, first)) = columns.iter().find(|(known, _)| *known == id) {
            context.found(
                Diagnostic::new(Code::DuplicateKey, written.span, format!("`{}` stands twice here", written.value))
                    .label("again here")
                    .related(*first, "first here")
                    .help("remove one of the two"),
            );
        } else {
            columns.push((id, written.span));
        }
    }
    columns
}

/// What is exported: as written, or the columns that are emptied.
fn exported(
    rows: export::Rows,
    row: &Row,
    span: Span,
    columns: &[(ColumnId, Span)],
    context: &mut Context<'_>,
) -> Option<Export> {
    if let Some(written) = &row.export {
        return export(rows, written, context);
    }
    if row.columns.is_some() {
        let ids: Vec<ColumnId> = columns.iter().map(|(id, _)| *id).collect();
        return Some(export::only(rows, &ids, context));
    }
    context.found(
        Diagnostic::new(Code::MissingKey, span, "these rows do not say what is exported of them")
            .label("`export:` is missing")
            .help("write `export: [column, …]`, `export: all` or `export: none`"),
    );
    None
}
