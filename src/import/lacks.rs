//! What the catalogue of a project lacks.

use serde::Serialize;

use super::Basis;
use super::reference::Certainty;
use crate::database::{About, TableId, personal};

/// Something that holds data of people and is in no item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Lack {
    pub table: String,
    pub column: String,
    pub what: What,
    /// `declared`, `likely` or `possible`.
    pub certainty: &'static str,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The column refers to people, and no entry knows them by it.
    Person,
    /// The rows belong to rows that do, and the table is in no item.
    Reached,
    /// The column is called like personal data, and is neither exported nor purged.
    Personal,
}

impl What {
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "refers to people",
            Self::Reached => "belongs to their rows",
            Self::Personal => "looks personal",
        }
    }
}

fn word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Declared => "declared",
        Certainty::Likely => "likely",
        Certainty::Possible => "possible",
    }
}

/// Sorted by table and column.
pub(super) fn lacks(basis: &Basis<'_>) -> Vec<Lack> {
    let mut lacks = people(basis);
    lacks.extend(reached(basis));
    lacks.extend(looks_personal(basis));
    lacks.sort();
    lacks
}

fn people(basis: &Basis<'_>) -> Vec<Lack> {
    let open = basis.references.to_people().filter_map(|one| {
        let column = one.column().filter(|column| !basis.covered.names(one.from, *column))?;
        Some(lack(basis, (one.from, column), What::Person, one.certainty, one.reason.clone()))
    });
    open.collect()
}

/// Tables that refer to a table of the catalogue by a row they cannot do without.
fn reached(basis: &Basis<'_>) -> Vec<Lack> {
    let owned = basis.covered.owned();
    let parts = super::part::parts(basis, owned);
    let all = parts.of.into_iter().flat_map(|(parent, parts)| parts.into_iter().map(move |part| (parent, part)));
    let lacks = all.map(|(parent, part)| {
        let child = basis.schema.table(part.table);
        let column = &child.column(part.column).name;
        let parent = &basis.schema.table(parent).name;
        let reason = format!("{}: add `{}.{column}` to the `parts` of `{parent}`", part.reason, child.name);
        lack(basis, (part.table, part.column), What::Reached, Certainty::Likely, reason)
    });
    lacks.collect()
}

fn looks_personal(basis: &Basis<'_>) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for (id, table) in basis.schema.tables().filter(|(_, table)| !table.is_elsewhere) {
        let is_theirs = id == basis.subject.table || basis.references.to_people().any(|one| one.from == id);
        let about = if is_theirs || basis.covered.has(id) { About::Person } else { About::Anything };
        for column in table.column_ids().filter(|column| !basis.covered.speaks_of(id, *column)) {
            let refers = basis.references.from(id).any(|one| one.columns.contains(&column));
            if let Some(name) =
                personal(table.column(column), about).filter(|_| !refers && table.row_key() != Some(column))
            {
                let reason = format!("called like personal data ({name})");
                lacks.push(lack(basis, (id, column), What::Personal, Certainty::Possible, reason));
            }
        }
    }
    lacks
}

fn lack(
    basis: &Basis<'_>,
    (table, column): (TableId, crate::database::ColumnId),
    what: What,
    certainty: Certainty,
    reason: String,
) -> Lack {
    let table = basis.schema.table(table);
    let column = table.column(column).name.to_string();
    Lack { table: table.name.to_string(), column, what, certainty: word(certainty), reason }
}
