//! What decides about rows, in the shape that the lock's digests are over.
//!
//! WHY: not the program's own types, because a field that is added there for other ends must not void what was
//! reviewed. Every field of those types is named here, so that a new one cannot be forgotten. Paths, outcomes and
//! expressions stand in it as they are: whoever changes how they are serialised voids every lock.

use serde::Serialize;

use super::{
    Clock, CoOwned, Condition, Entry, Export, ExportColumn, IdentifierSource, Link, Named, NamedPlace, Part, Path,
    Program, Purge, Relation, Side, Subject, digest_of,
};
use crate::database::TableId;
use crate::sql::Expr;
use crate::strategy::Strategy;

/// The first digits of a digest: enough to tell what is not the same, where all else on a line is.
const DIGITS: usize = 16;

fn short(value: &impl Serialize) -> String {
    let mut digest = digest_of(value);
    digest.truncate(DIGITS);
    digest
}

/// What decides about the rows of an entry: in a purge, in an export, and at all.
pub(super) struct Digests {
    pub purge: String,
    pub export: String,
    pub all: String,
}

#[derive(Serialize)]
struct Whose<'e> {
    table: &'e str,
    relation: Relation,
    path: &'e Path,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'e IdentifierSource>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'e Condition>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'e Side>,
    /// Who else owns the rows is said by entries of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    while_owned: Option<&'e Strategy>,
}

#[derive(Serialize)]
struct Purged<'e> {
    purge: Option<&'e Purge>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PurgedPart<'e>>,
}

#[derive(Serialize)]
struct PurgedPart<'e> {
    of: PartOf<'e>,
    gone: &'e Strategy,
    what: Purged<'e>,
}

#[derive(Serialize)]
struct PartOf<'e> {
    table: &'e str,
    links: &'e [Link],
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'e Condition>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'e Condition>,
    stored: bool,
}

#[derive(Serialize)]
struct Exported<'e> {
    list: &'e str,
    columns: Vec<Column<'e>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<ExportedPart<'e>>,
}

#[derive(Serialize)]
struct ExportedPart<'e> {
    of: PartOf<'e>,
    what: Exported<'e>,
}

#[derive(Serialize)]
struct Column<'e> {
    name: &'e str,
    column: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reached: Option<&'e Expr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person_when: Option<&'e Condition>,
}

#[derive(Serialize)]
struct Lies<'e> {
    places: &'e [Named<Path>],
    #[serde(skip_serializing_if = "Option::is_none")]
    named_place: Option<&'e NamedPlace>,
    clocks: &'e [Clock],
}

pub(super) fn entry(program: &Program, entry: &Entry) -> Digests {
    let Entry {
        table,
        relation,
        path,
        identifier,
        condition,
        export,
        purge,
        co_owned,
        names_others: _,
        side,
        parts,
        places,
        named_place,
        mixed,
        clocks,
        list,
        span: _,
    } = entry;
    let whose = Whose {
        table: &table.name,
        relation: *relation,
        path,
        identifier: identifier.as_ref(),
        condition: condition.as_ref(),
        side: side.as_deref(),
        while_owned: co_owned.as_deref().map(while_owned),
    };
    let exports = exported(program, table.id, list, export, parts);
    let purge = short(&(&whose, purged(purge.as_ref(), parts)));
    let mixed: Vec<&str> = mixed.iter().map(|(column, _)| &*column.name).collect();
    let export = if mixed.is_empty() { short(&(&whose, exports)) } else { short(&(&whose, exports, mixed)) };
    let all = short(&(&purge, &export, Lies { places, named_place: named_place.as_deref(), clocks }));
    Digests { purge, export, all }
}

fn while_owned(co_owned: &CoOwned) -> &Strategy {
    let CoOwned { while_owned, owners: _ } = co_owned;
    while_owned
}

fn purged<'e>(purge: Option<&'e Purge>, parts: &'e [Part]) -> Purged<'e> {
    let part =
        |part: &'e Part| PurgedPart { of: of(part), gone: &part.gone, what: purged(part.purge.as_ref(), &part.parts) };
    Purged { purge, parts: parts.iter().map(part).collect() }
}

fn of(part: &Part) -> PartOf<'_> {
    let Part {
        table,
        links,
        condition,
        of,
        stored,
        carried: _,
        export: _,
        purge: _,
        gone: _,
        parts: _,
        list: _,
        span: _,
    } = part;
    PartOf { table: &table.name, links, condition: condition.as_ref(), of: of.as_ref(), stored: *stored }
}

fn exported<'e>(
    program: &Program,
    table: TableId,
    list: &'e str,
    export: &'e Export,
    parts: &'e [Part],
) -> Exported<'e> {
    let Export { columns } = export;
    let mut columns: Vec<Column<'e>> = columns.iter().map(|one| column(program, table, one)).collect();
    // The order of a table's columns in the schema means nothing.
    columns.sort_by(|a, b| a.name.cmp(b.name));
    let part = |part: &'e Part| {
        let what = exported(program, part.table.id, &part.list, &part.export, &part.parts);
        ExportedPart { of: of(part), what }
    };
    Exported { list, columns, parts: parts.iter().filter(|part| part.exports()).map(part).collect() }
}

fn column<'e>(program: &Program, table: TableId, exported: &'e ExportColumn) -> Column<'e> {
    // WHY: the clock is only how the same moment is printed. The clocks that say so are decided about themselves.
    let ExportColumn { name, column, reached, family: _, clock: _, person, person_when } = exported;
    // WHY: what only an entry of another item tells is no decision about this one.
    let is_declared = |id| {
        let mut relations = program.schema.relations_from(table);
        relations.any(|one| one.to == program.site.subject.table.id && one.columns.as_slice() == [id])
    };
    let person = person.as_ref().filter(|_| reached.is_some() || is_declared(column.id));
    Column {
        name,
        column: &column.name,
        reached: reached.as_deref(),
        person: person.map(|one| &*one.name),
        person_when: person_when.as_deref(),
    }
}

/// Who the people are, by what else they are named, and who is never touched.
pub(super) fn subject(subject: &Subject) -> String {
    let Subject {
        table,
        key,
        label,
        // In which language somebody is told decides nothing about their data.
        locale: _,
        // What they lead to stands in the conditions that begin with them.
        links: _,
        statuses: _,
        nobody,
        nobody_known,
        protected,
        identifiers,
        placeholders,
        clocks,
        span: _,
    } = subject;
    let named = (&table.name, &key.name, &label.name);
    short(&(named, nobody, nobody_known, protected, identifiers, placeholders, clocks))
}

/// Anything small that decides.
pub(super) fn other(value: &impl Serialize) -> String {
    short(value)
}
