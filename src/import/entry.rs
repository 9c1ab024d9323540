//! What is drafted for one table: whose its rows are, what is exported of them, and what a purge would do.

use super::Basis;
use super::column::{self, Clock};
use super::naming::Hand;
use super::reference::{Certainty, PersonColumn};
use crate::database::{ColumnId, Table, TableId, secret};
use crate::source::Span;
use crate::strategy::{self, Assignment, Overwrite, Strategy, Value};

/// Rows of one table in one relation to a person.
#[derive(Debug)]
pub(super) struct Draft {
    pub table: TableId,
    pub column: ColumnId,
    pub relation: Relation,
    pub certainty: Certainty,
    /// Why the column is believed to name a person.
    pub reason: String,
    pub purge: Purge,
    pub clocks: Vec<Clock>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Owner,
    Mention,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purge {
    Delete,
    Detach,
    /// Nothing is guessed, and why.
    Open(&'static str),
}

const SEVERAL: &str = "several people own this row: write `owners:` with `while_owned:`, or a `side:` for each";
const CREATOR: &str = "who made a row need not own it: write `purge: delete`, or `mention:` and `detach`";
const TAKEN: &str =
    "another entry of the catalogue can delete these rows: write `purge: delete`, and `while_owned:` beside both";
const NO_NOBODY: &str =
    "the column takes neither NULL nor a value that is nobody's: write `{reassign: …}` or `{keep: …}`";

/// The entries of a table other than that of the people.
pub(super) fn entries(basis: &Basis<'_>, table: TableId) -> Vec<Draft> {
    let people = basis.references.people(basis.schema, table);
    let rank = people.iter().find_map(|one| rank(one.hand));
    let owners = people.iter().filter(|one| rank.is_some() && self::rank(one.hand) == rank).count();
    let taken: Vec<ColumnId> = people.iter().map(|one| one.column).collect();
    let can_be_named = |one: &PersonColumn| super::is_plain(&basis.schema.table(table).column(one.column).name);
    let open = people.into_iter().filter(|one| can_be_named(one) && !basis.covered.names(table, one.column));
    let draft = |one: PersonColumn| {
        let owns = rank.is_some() && self::rank(one.hand) == rank;
        let purge = match (owns, one.hand) {
            (true, _) if owners > 1 => Purge::Open(SEVERAL),
            (true, Hand::First(2..)) => Purge::Open(CREATOR),
            (true, _) if basis.covered.goes(table) => Purge::Open(TAKEN),
            (true, _) => Purge::Delete,
            (false, _) if detaches(basis, table, one.column) => Purge::Detach,
            (false, _) => Purge::Open(NO_NOBODY),
        };
        let relation = if owns { Relation::Owner } else { Relation::Mention };
        let clocks =
            if owns { column::clocks(basis.schema.table(table), basis.times_are_texts, &taken) } else { Vec::new() };
        let PersonColumn { column, certainty, reason, .. } = one;
        Draft { table, column, relation, certainty, reason, purge, clocks }
    };
    open.map(draft).collect()
}

fn rank(hand: Hand) -> Option<u8> {
    match hand {
        Hand::First(rank) => Some(rank),
        Hand::Second => None,
    }
}

/// Whether nobody's key can stand in the column.
fn detaches(basis: &Basis<'_>, table: TableId, id: ColumnId) -> bool {
    let table = basis.schema.table(table);
    let column = table.column(id);
    let enforced = table.foreign_keys.iter().any(|key| key.columns.contains(&id));
    let value = strategy::nobody(column, &basis.nobody).filter(|_| column.nullable || !enforced);
    value.is_some_and(|value| {
        let name = column.name.clone();
        let set = vec![Assignment { column: id, name, value: Value::Literal(value), span: Span::default() }];
        Strategy::Detach(Overwrite { set }).check(table, None).is_empty()
    })
}

/// Whether the column of the people's table can be emptied, and no row is known by it.
pub(super) fn empties(table: &Table, id: ColumnId) -> bool {
    let column = table.column(id);
    let names_rows = table.uniques.iter().any(|unique| unique.columns.contains(&id)) && !column.nullable;
    !names_rows
        && strategy::empty(column).is_some_and(|value| {
            let name = column.name.clone();
            let set = vec![Assignment { column: id, name, value: Value::Literal(value), span: Span::default() }];
            Strategy::Empty(Overwrite { set }).check(table, None).is_empty()
        })
}

/// The columns that a person gets, and those that are left out with the reason.
pub(super) fn exported(basis: &Basis<'_>, id: TableId) -> (Vec<ColumnId>, Vec<(ColumnId, &'static str)>) {
    let table = basis.schema.table(id);
    let people: Vec<ColumnId> = basis.references.people(basis.schema, id).into_iter().map(|one| one.column).collect();
    let mut out = Vec::new();
    let columns = table.column_ids().filter(|column| table.row_key() != Some(*column) && !people.contains(column));
    let columns = columns.filter(|column| match secret(table.column(*column)) {
        Some(secret) => {
            out.push((*column, secret));
            false
        }
        None => true,
    });
    (columns.collect(), out)
}
