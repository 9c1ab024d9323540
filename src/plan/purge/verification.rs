//! What a purge has left, or what has come since: of people who were purged, the rows that their type would still change.
//!
//! They are found as a purge would find them now. Nothing of the database is changed or locked.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::Basis;
use super::super::claim::{anybody, in_status};
use super::super::rows::key_family;
use super::super::tables::{BATCH, REQUEST, is, one_of};
use super::capture::Captured;
use super::preview::pretended;
use super::residue::{COUNTS, Count, found};
use super::{Writer, this_run};
use crate::database::TableId;
use crate::program::{Program, PurgeType, StatusMeaning};
use crate::sql::{Comparison, Expr, Family, Literal, Select, Statement};

/// Whose purges are looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Purged<'p> {
    /// Those that ended at this time or later, in seconds since 1970; else all.
    pub since: Option<i64>,
    /// Of these people only; empty: of all.
    pub only: &'p [Literal],
    /// In this place, of a type that asks for one.
    pub place: Option<&'p str>,
}

/// A look at people who were purged. The statements run in a transaction that is undone.
#[derive(Debug)]
pub struct Verification {
    pub statements: Vec<Statement>,
    /// The keys of the people, in order.
    pub people: Select,
    /// Rows of three columns: the run, the place of a step in `steps` as a text, how many rows are left.
    pub counts: Vec<Select>,
    pub steps: Vec<Left>,
}

/// What should have been done to rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Left {
    pub item: String,
    pub action: String,
    pub table: String,
}

impl Writer<'_> {
    pub(super) fn verification(mut self, whose: Purged<'_>) -> Verification {
        let people = people(self.basis, self.purge_type, whose);
        let mut statements = pretended(self.basis, &self.purge_type.id, vec![people]);
        statements.push(Statement::Analyze(BATCH));
        self.stage_identifiers();
        // Whatever had to go before a row has gone: what decides late is decided now.
        self.look(Captured::rows);
        let written = std::mem::take(&mut self.script).pieces.into_iter().map(|piece| piece.statement);
        statements.extend(written);
        let (steps, counts) = self.left();
        let people = Select::from(BATCH, [Expr::column("subject")]).filter(this_run()).order([Expr::column("subject")]);
        Verification { statements, people, counts, steps }
    }

    fn left(&self) -> (Vec<Left>, Vec<Select>) {
        let (mut steps, mut counts) = (Vec::new(), Vec::<Count>::new());
        let mut gone: BTreeMap<TableId, Vec<Expr>> = BTreeMap::new();
        for step in &self.steps {
            let table = self.basis.program.schema.table(step.table.id);
            let left = step.left(table);
            let earlier = gone.entry(step.table.id).or_default();
            if left.is_empty() {
                continue;
            }
            // A row that should be gone is not one that should have changed, too.
            let others = earlier.iter().map(|rows| rows.clone().is_true().negated());
            let rows = Expr::all(std::iter::once(Expr::any(left)).chain(others));
            if step.deletes() {
                earlier.push(step.rows());
            }
            counts.push((steps.len().to_string(), Expr::scalar(Select::from(&table.name, [Expr::Count]).filter(rows))));
            let (item, action) = (step.item.name.clone(), step.strategy.name().to_owned());
            steps.push(Left { item, action, table: table.name.to_string() });
        }
        (steps, counts.chunks(COUNTS).map(found).collect())
    }
}

/// WHY: rows that name nobody are no rows of somebody who is gone.
fn is_somebodys(program: &Program, key: Expr) -> Expr {
    let nobody = program.site.subject.nobody.iter().cloned().chain([Literal::Text(String::new())]);
    let is_text = key_family(program) == Family::Text;
    let nobody: Vec<Expr> =
        nobody.filter(|one| matches!(one, Literal::Text(_)) == is_text).map(Expr::Literal).collect();
    if nobody.is_empty() { Expr::all([]) } else { Expr::InList(Arc::new(key), nobody).negated() }
}

/// Whether people in the status of a type go on using the site, so that rows made since their purge are theirs. Of such
/// a type only those are looked at who are no longer there.
pub fn goes_on(basis: Basis<'_>, purge_type: &PurgeType) -> bool {
    let status = basis.program.site.subject.statuses.get(purge_type.status);
    !status.is_some_and(|status| matches!(status.meaning, StatusMeaning::When { .. }))
}

/// Whoever was purged and is in the status still, or is there no more: run, key, request, place.
pub(super) fn people(basis: Basis<'_>, purge_type: &PurgeType, whose: Purged<'_>) -> Select {
    let subject = || Expr::column("subject");
    let gone = Expr::all([subject().within(anybody(basis.program)).negated(), is_somebodys(basis.program, subject())]);
    let still = (!goes_on(basis, purge_type)).then(|| subject().within(in_status(basis.program, purge_type.status)));
    let only = (!whose.only.is_empty())
        .then(|| Expr::InList(Arc::new(subject()), whose.only.iter().cloned().map(Expr::Literal).collect()));
    let asked = [finished(purge_type), Expr::any(still.into_iter().chain([gone]))];
    let place = whose.place.map(|place| is("place", place));
    Select::from(REQUEST, [Expr::Run, subject(), Expr::integer(0), Expr::column("place")])
        .distinct()
        .filter(Expr::all(asked.into_iter().chain(since(whose.since)).chain(only).chain(place)))
}

fn finished(purge_type: &PurgeType) -> Expr {
    Expr::all([is("kind", "purge"), is("type", &purge_type.id), one_of(Expr::column("state"), &["done", "held"])])
}

fn since(since: Option<i64>) -> Option<Expr> {
    since.map(|since| Expr::column("finished").compare(Comparison::GreaterOrEqual, Expr::integer(since)))
}

/// The places that finished requests of a type name.
pub fn purged_places(purge_type: &PurgeType, from: Option<i64>) -> Select {
    let place = Expr::column("place");
    let asked = Expr::all(std::iter::once(finished(purge_type)).chain(since(from)));
    Select::from(REQUEST, [place.clone()]).distinct().filter(asked).order([place])
}
