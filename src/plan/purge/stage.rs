//! The script of a retention rule for one of its entries: as many of its rows at a time as are at hand, without a
//! subject; or people who are put into a status.

use std::sync::Arc;

use super::super::Basis;
use super::super::asked::NOWHERE;
use super::super::retention::Position;
use super::super::tables::{BATCH, CHECK, REQUEST, RESULT, RUN, SUBJECT};
use super::by_month::{ByMonth, Goes};
use super::preview::Preview;
use super::residue::{count, missing, number};
use super::{Reach, Writer, exists_run, this_run, writer_of};
use crate::diagnostic::Diagnostic;
use crate::program::PurgeType;
use crate::sql::{Change, Expr, Reads, Script, Select, Statement, Step};

/// What a run of a rule is about.
pub(in super::super) struct Stage<'s> {
    /// The entry alone, with what is asked of its rows; or nothing but the status.
    pub rows: &'s PurgeType,
    pub reach: Reach,
    pub position: &'s Position,
    /// Keys of people who are put into the status of the type.
    pub people: Option<Select>,
    /// What is written down of the rows at hand before they go.
    pub first: Option<Statement>,
}

impl Stage<'_> {
    /// The transaction that follows the claim.
    ///
    /// # Errors
    /// The faults of its rows.
    pub fn script(&self, basis: Basis<'_>) -> Result<Script, Vec<Diagnostic>> {
        Ok(writer_of(basis, self.rows, self.reach)?.stage(self))
    }

    /// A look at all rows whose time is over.
    ///
    /// # Errors
    /// The faults of its rows.
    pub fn preview(&self, basis: Basis<'_>) -> Result<Preview, Vec<Diagnostic>> {
        let people = self.people.clone().map_or_else(nobody, batched);
        Ok(writer_of(basis, self.rows, self.reach)?.preview_of(vec![people]))
    }

    /// The same, by the moments as of which the rows go: the last is the one as of which it is looked.
    ///
    /// # Errors
    /// The faults of its rows.
    pub fn by_month(&self, basis: Basis<'_>, goes: &Goes<'_, '_>, moments: &[i64]) -> Result<ByMonth, Vec<Diagnostic>> {
        Ok(writer_of(basis, self.rows, self.reach)?.by_month(nobody(), goes, moments))
    }

    /// All that a preview reads, each condition once; the statements are never run.
    pub fn reads(&self, basis: Basis<'_>) -> Vec<Statement> {
        let people = self.people.iter().cloned().map(Statement::Query);
        let rows = writer_of(basis, self.rows, self.reach).map_or_else(|_| Vec::new(), Writer::reads_of_rows);
        people.chain(rows).collect()
    }

    /// What makes it impossible.
    pub fn faults(&self, basis: Basis<'_>) -> Vec<Diagnostic> {
        writer_of(basis, self.rows, self.reach).err().unwrap_or_default()
    }
}

fn nobody() -> Select {
    let columns = ["subject", "id", "place"].map(Expr::column);
    Select::from(REQUEST, [Expr::Run].into_iter().chain(columns)).filter(Expr::any([]))
}

/// Rows of the batch: run, key, no request, no place.
fn batched(people: Select) -> Select {
    let key = people.columns.into_iter().next().map_or_else(Expr::null, |(key, _)| key);
    let columns = [Expr::Run, key, Expr::integer(0), Expr::text(NOWHERE)].map(|column| (column, None)).to_vec();
    Select { columns, ..Select { columns: Vec::new(), ..people } }
}

impl Writer<'_> {
    fn stage(mut self, stage: &Stage<'_>) -> Script {
        self.script.push(
            "the run begins; without a claim everything that follows selects nothing",
            Statement::Begin(Reads::Latest),
        );
        let (purge_type, program) = (self.purge_type.id.clone(), self.basis.digest.to_owned());
        let (claimed, tables) = (stage.position.claimed(), self.written());
        self.script.and(Statement::MakeRun { purge_type, program, claimed, tables });
        self.script.and(stage.position.take());
        self.script.pieces.extend(stage.position.remember().pieces);
        let changed = usize::from(stage.people.as_ref().is_some_and(|people| self.people(people)));
        if let Some(first) = &stage.first {
            self.script.push("decide: whose rows these are, of what was approved", first.clone());
        }
        self.write_down(None);
        self.guard(None);
        self.apply();
        self.bytes();
        self.residue();
        self.end_stage(stage, changed);
        self.script
    }

    /// Puts people into the status of the type, and writes down that they are in it.
    fn people(&mut self, people: &Select) -> bool {
        let program = self.basis.program;
        self.script.push(
            "decide: the people whose time is over",
            Statement::insert(
                BATCH,
                &["run", "subject", "request", "place"],
                batched(people.clone()).filter(exists_run()).locked(),
            ),
        );
        self.script.and(Statement::Analyze(BATCH));
        let status = program.site.subject.statuses.get(self.purge_type.status);
        let Some((change, name)) = self.put_into_status().zip(status.map(|status| status.name.clone())) else {
            return false;
        };
        let table = program.site.subject.table.name.to_string();
        let step = Step { number: 1, item: name.clone(), action: "status", table };
        self.script.push(format!("the people become `{name}`"), Statement::Counted { step, change });
        self.has_status(&name);
        let columns = [Expr::column("subject"), Expr::text(&name), Expr::Now, Expr::integer(0)];
        self.script.push(
            "since when they are in it",
            Statement::insert_missing(
                SUBJECT,
                &["subject", "status", "since", "legacy"],
                Select::from(BATCH, columns).filter(this_run()),
            ),
        );
        true
    }

    fn end_stage(&mut self, stage: &Stage<'_>, changed: usize) {
        self.script.push(
            "how far it is, the run",
            Statement::Change(Change::Update {
                table: RUN.to_owned(),
                set: vec![("finished".to_owned(), Expr::Now), ("subjects".to_owned(), count(BATCH))],
                kept: Vec::new(),
                filter: this_run(),
            }),
        );
        self.script.and(stage.position.done());
        self.empty();
        self.report();
        let left = Select::from(CHECK, [Expr::Sum(Arc::new(Expr::column("bad")))]).filter(this_run());
        let steps = number(self.steps.len() + changed);
        let checks = [
            ("residue and guards", Expr::scalar(left)),
            ("checks made", missing(number(self.checks), count(CHECK))),
            ("steps done", missing(steps, count(RESULT))),
            ("the rows at hand are done", missing(Expr::integer(1), stage.position.is_done())),
        ];
        self.script.push(
            "the end: nothing left, nobody else's rows touched, every part there; or nothing at all",
            Statement::Settle(checks.map(|(what, bad)| (what.to_owned(), bad)).to_vec()),
        );
    }
}
