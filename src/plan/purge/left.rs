//! What is left of people: how many rows of each item name them still, whatever was purged.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::super::asked::NOWHERE;
use super::super::claim::with_status;
use super::super::rows::{Subjects, selected};
use super::super::tables::BATCH;
use super::preview::pretended;
use super::residue::{COUNTS, Count, found};
use super::staged_identifiers;
use crate::database::TableId;
use crate::program::{Entry, IdentifierSource, Relation};
use crate::sql::{Expr, Literal, Select, Statement};

/// Whose rows are counted.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'w> {
    /// The person with this key, who may be there no more.
    Person(&'w Literal),
    /// Everybody in this status, by its place in the Site.
    Status(usize),
}

/// A look at what is left. The statements run in a transaction that is undone.
#[derive(Debug)]
pub struct Remains {
    pub statements: Vec<Statement>,
    /// Rows of three columns: the run, a place in `places` as a text, how many rows there are.
    pub counts: Vec<Select>,
    /// Items and tables.
    pub places: Vec<(String, String)>,
}

/// Counts rows, set by set; parts of them are not counted, and a row that several entries of an item find is one.
pub fn left(basis: Basis<'_>, whose: Whose<'_>) -> Remains {
    let program = basis.program;
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let people = match whose {
        Whose::Person(literal) => {
            Select::values([Expr::Run, Expr::Literal(literal.clone()), Expr::integer(0), Expr::text(NOWHERE)])
        }
        Whose::Status(status) => {
            let columns = [Expr::Run, key, Expr::integer(0), Expr::text(NOWHERE)].map(|column| (column, None)).to_vec();
            Select { columns, ..with_status(program, status) }
        }
    };
    let mut statements = pretended(basis, "", vec![people]);
    statements.push(Statement::Analyze(BATCH));
    let (mut places, mut counts) = (Vec::new(), Vec::<Count>::new());
    let mut sources: BTreeSet<IdentifierSource> = BTreeSet::new();
    for item in &program.items {
        let mut tables: BTreeMap<TableId, Vec<&Entry>> = BTreeMap::new();
        for entry in item.entries.iter().filter(|entry| entry.relation != Relation::Access) {
            sources.extend(entry.identifier.clone());
            tables.entry(entry.table.id).or_default().push(entry);
        }
        for (table, entries) in tables {
            let name = &program.schema.table(table).name;
            let rows = Expr::any(entries.into_iter().map(|entry| selected(program, entry, Subjects::Batch)));
            counts.push((places.len().to_string(), Expr::scalar(Select::from(name, [Expr::Count]).filter(rows))));
            places.push((item.name.clone(), name.to_string()));
        }
    }
    let sources: Vec<IdentifierSource> = sources.into_iter().collect();
    statements.extend(staged_identifiers(program, &sources).into_iter().map(|(_, statement)| statement));
    Remains { statements, counts: counts.chunks(COUNTS).map(found).collect(), places }
}
