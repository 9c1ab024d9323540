//! Coverage: every column that refers to a person, directly or over other rows, and what the policy says of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::uses::{As, Uses};
use crate::database::{Chains, ColumnId, Relation, TableId, Tie};
use crate::program::Program;

/// What of a schema a policy speaks of.
#[derive(Debug, Serialize)]
pub struct Coverage {
    pub count: Count,
    /// Tables with a column that refers to a person, sorted by name.
    pub tables: Vec<TableCoverage>,
    /// Tables of which no row refers to a person, and each row of which belongs to one row that does: sorted by name.
    pub part_candidates: Vec<Candidate>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count {
    pub columns: usize,
    pub covered: usize,
    pub impersonal: usize,
    pub missing: usize,
}

#[derive(Debug, Serialize)]
pub struct TableCoverage {
    pub table: Arc<str>,
    pub count: Count,
    pub columns: Vec<Column>,
}

/// A column that refers, or several that do so together.
#[derive(Debug, Serialize)]
pub struct Column {
    pub columns: Vec<Arc<str>>,
    pub refers_to: Arc<str>,
    /// The shortest way to the person, as `owner:` is written.
    pub path: String,
    /// The identifier that the path ends in, where that is not the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// Relations on the way; 0 for the rows of people themselves.
    pub steps: usize,
    #[serde(flatten)]
    pub state: State,
}

/// What the policy says of a column.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum State {
    Covered {
        by: Vec<Use>,
    },
    /// The rows that it refers to only name people, or are only seen by them: what refers to them is not theirs.
    NotTheirs,
    /// The Site says that the table holds no personal data.
    Impersonal {
        reason: String,
    },
    Missing,
}

/// An item that speaks of a column.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Use {
    pub item: String,
    #[serde(rename = "as")]
    pub relation: As,
}

/// A table whose rows belong to rows that refer to a person.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    pub table: Arc<str>,
    /// The row that it could be a part of, and by what: as `parts:` of that row are written.
    pub part_of: Arc<str>,
    pub part: String,
}

impl Count {
    fn add(&mut self, state: &State) {
        self.columns += 1;
        *match state {
            State::Covered { .. } | State::NotTheirs => &mut self.covered,
            State::Impersonal { .. } => &mut self.impersonal,
            State::Missing => &mut self.missing,
        } += 1;
    }

    fn sum(self, other: Self) -> Self {
        Self {
            columns: self.columns + other.columns,
            covered: self.covered + other.covered,
            impersonal: self.impersonal + other.impersonal,
            missing: self.missing + other.missing,
        }
    }

    /// Tenths of a percent that are covered or impersonal, rounded down: 1000 says that nothing is missing.
    pub fn per_mille(self) -> usize {
        ((self.columns - self.missing) * 1000).checked_div(self.columns).unwrap_or(1000)
    }
}

/// The coverage of a program.
pub fn coverage(program: &Program) -> Coverage {
    let uses = Uses::new(program);
    let subject = program.site.subject.table.id;
    let tie = |relation: &Relation| match impersonal(program, relation.from) {
        Some(_) => Tie::Loose,
        None => uses.tie(relation),
    };
    let survey = Survey { program, uses: &uses, chains: program.schema.chains(subject, tie) };
    let tables: Vec<TableCoverage> = survey.tables();
    let count = tables.iter().fold(Count::default(), |all, table| all.sum(table.count));
    Coverage { count, tables, part_candidates: survey.candidates() }
}

/// Why the Site says that a table holds no personal data.
fn impersonal(program: &Program, table: TableId) -> Option<&str> {
    let locale = program.site.default_locale();
    let found = program.site.impersonal.iter().find(|(one, _)| one.id == table);
    found.map(|(_, reason)| reason.in_locale(locale, locale).0)
}

struct Survey<'p> {
    program: &'p Program,
    uses: &'p Uses<'p>,
    chains: Chains<'p>,
}

impl<'p> Survey<'p> {
    fn name(&self, table: TableId) -> Arc<str> {
        self.program.schema.table(table).name.clone()
    }

    fn column_name(&self, table: TableId, column: ColumnId) -> Arc<str> {
        self.program.schema.table(table).column(column).name.clone()
    }

    fn tables(&self) -> Vec<TableCoverage> {
        let all = self.program.schema.tables().map(|(id, table)| {
            let mut columns: Vec<Column> = self.of_people(id).into_iter().collect();
            let mut seen = BTreeSet::new();
            for relation in self.program.schema.relations_from(id) {
                let same = (relation.columns.clone(), relation.to, relation.keys.clone());
                if self.chains.tie(relation.to).is_some() && seen.insert(same) {
                    columns.push(self.column(relation));
                }
            }
            columns.sort_by(|a, b| (a.steps, &a.columns, &a.refers_to).cmp(&(b.steps, &b.columns, &b.refers_to)));
            let mut count = Count::default();
            for column in &columns {
                count.add(&column.state);
            }
            TableCoverage { table: table.name.clone(), count, columns }
        });
        let mut tables: Vec<TableCoverage> = all.filter(|table| !table.columns.is_empty()).collect();
        tables.sort_by(|a, b| a.table.cmp(&b.table));
        tables
    }

    /// The rows of people themselves.
    fn of_people(&self, table: TableId) -> Option<Column> {
        let subject = &self.program.site.subject;
        (table == subject.table.id).then(|| Column {
            columns: vec![subject.key.name.clone()],
            refers_to: subject.table.name.clone(),
            path: subject.key.name.to_string(),
            is: None,
            steps: 0,
            state: covered(&self.uses.of_people(subject.key.id)).unwrap_or(State::Missing),
        })
    }

    fn column(&self, relation: &'p Relation) -> Column {
        let subject = &self.program.site.subject;
        let known: Vec<ColumnId> = subject.identifiers.iter().filter_map(|one| one.path.own_column()).collect();
        let (path, held) = self.chains.path(relation, subject.key.id, &known);
        Column {
            columns: relation.columns.iter().map(|id| self.column_name(relation.from, *id)).collect(),
            refers_to: self.name(relation.to),
            path,
            is: held.and_then(|held| self.identifier(held)),
            steps: self.chains.steps(relation.to).map_or(0, |steps| steps + 1),
            state: self.state(relation),
        }
    }

    fn state(&self, relation: &Relation) -> State {
        if let Some(state) = covered(&self.uses.of(relation)) {
            return state;
        }
        if let Some(reason) = impersonal(self.program, relation.from) {
            return State::Impersonal { reason: reason.to_owned() };
        }
        match self.chains.tie(relation.to) {
            Some(Tie::Loose) => State::NotTheirs,
            Some(Tie::Close) | None => State::Missing,
        }
    }

    /// The identifier of the Site that a column of the person's own row is.
    fn identifier(&self, column: ColumnId) -> Option<String> {
        let mut all = self.program.site.subject.identifiers.iter();
        let found = all.find(|one| one.path.own_column() == Some(column))?;
        Some(found.name.clone())
    }

    /// Tables that are reached backward only, by a column of which no two rows have the same value.
    fn candidates(&self) -> Vec<Candidate> {
        let schema = &self.program.schema;
        let mut found = Vec::new();
        for relation in schema.relations() {
            let ([column], [key]) = (relation.columns.as_slice(), relation.keys.as_slice()) else { continue };
            let theirs = self.chains.tie(relation.from) == Some(Tie::Close) && self.chains.tie(relation.to).is_none();
            let settled = self.uses.has(relation.to) || impersonal(self.program, relation.to).is_some();
            if theirs && !settled && schema.table(relation.from).names_one(&[*column]) {
                let (table, part_of) = (self.name(relation.to), self.name(relation.from));
                let (key, column) = (self.column_name(relation.to, *key), self.column_name(relation.from, *column));
                found.push(Candidate { part: format!("{table}.{key} = {column}"), table, part_of });
            }
        }
        found.sort_by(|a, b| (&a.table, &a.part_of, &a.part).cmp(&(&b.table, &b.part_of, &b.part)));
        found.dedup();
        found
    }
}

fn covered(uses: &BTreeSet<(As, &str)>) -> Option<State> {
    let by: Vec<Use> =
        uses.iter().map(|(relation, item)| Use { item: (*item).to_owned(), relation: *relation }).collect();
    (!by.is_empty()).then_some(State::Covered { by })
}
