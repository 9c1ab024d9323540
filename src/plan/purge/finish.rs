//! The end of a purge script: the ledger, what becomes of the requests, what is reported, and the assertion.

use std::sync::Arc;

use super::super::keys::Keys;
use super::super::tables::{BATCH, CHECK, IDENTIFIER, LEDGER, REQUEST, RESULT, RUN, TAKEN, one_of};
use super::super::{identifier, sweep};
use super::residue::{count, missing, number};
use super::{Writer, of_run, this_run};
use crate::sql::{Change, Comparison, Expr, Select, Statement};

/// The checks that found something.
pub(super) fn against() -> Select {
    let bad = Expr::column("bad").compare(Comparison::Unequal, Expr::integer(0));
    Select::from(CHECK, [Expr::text("undone because of"), Expr::column("what"), Expr::column("bad")])
        .filter(Expr::all([this_run(), bad]))
        .order([Expr::column("what")])
}

impl Writer<'_> {
    pub(super) fn finish(&mut self) {
        self.script.push(
            "the ledger, the requests, the run",
            Statement::insert(
                LEDGER,
                &["run", "request", "type", "program", "at"],
                Select::from(
                    BATCH,
                    [
                        Expr::column("run"),
                        Expr::column("request"),
                        Expr::text(&self.purge_type.id),
                        Expr::text(self.basis.digest),
                        Expr::Now,
                    ],
                )
                .filter(this_run())
                .order([Expr::column("subject")]),
            ),
        );
        if let Some(taken) = self.taken() {
            self.script.and(taken);
        }
        self.script.and(Statement::Change(Change::Update {
            table: REQUEST.to_owned(),
            set: self.done().into_iter().map(|(column, value)| (column.to_owned(), value)).collect(),
            kept: Vec::new(),
            filter: Expr::column("id").within(of_run(BATCH, "request")),
        }));
        self.script.and(Statement::Change(Change::Update {
            table: RUN.to_owned(),
            set: vec![("finished".to_owned(), Expr::Now), ("subjects".to_owned(), count(BATCH))],
            kept: Vec::new(),
            filter: this_run(),
        }));
        self.empty();
        self.report();
        self.settle();
    }

    /// What is there during a run only.
    pub(super) fn empty(&mut self) {
        let identifiers = self.identifiers.first().map(|_| IDENTIFIER);
        for table in self.used_keys().into_iter().map(Keys::table).chain(identifiers).chain([BATCH]) {
            self.script.and(Statement::Change(Change::Delete { table: table.to_owned(), filter: this_run() }));
        }
    }

    /// The subjects were rid of items whose rows have several owners: whoever stays has them alone.
    fn taken(&self) -> Option<Statement> {
        // Of other places they are owners still.
        let items = self.purge_type.items(self.basis.program).filter(|_| self.purge_type.within.is_none());
        let shared = items.filter(|item| item.entries.iter().any(|entry| entry.co_owned.is_some()));
        let status = self.basis.program.site.subject.statuses.get(self.purge_type.status)?;
        let mut rows = shared.map(|item| {
            let alone = self.nothing_kept(&item.name);
            let (item, status) = (Expr::text(&item.name), Expr::text(&status.name));
            let columns = [item, Expr::column("subject"), status, Expr::column("run")];
            let of_run = Select::from(BATCH, columns).filter(this_run());
            // What is kept of theirs is theirs still.
            alone.into_iter().fold(of_run, Select::filter)
        });
        let mut source = rows.next()?;
        source.more = rows.collect();
        Some(Statement::insert_missing(TAKEN, &["item", "subject", "status", "run"], source))
    }

    /// What becomes of the requests. Whose identifier somebody else bears too waits for a person to decide.
    fn done(&self) -> Vec<(&'static str, Expr)> {
        // When a sweep looks at them for the first time.
        let mut look = sweep::first_look(self.basis, self.purge_type);
        let (mut state, mut reason) = (Expr::text("done"), Expr::null());
        let mut attempts = None;
        if let Some((is_held, ends)) = self.held() {
            let either = |yes: Expr, no: Expr| Expr::Case(vec![(is_held.clone(), yes)], Arc::new(no));
            state = either(Expr::text("held"), state);
            reason = either(Expr::text("kept"), reason);
            look = Some(either(ends, look.unwrap_or_else(Expr::null)));
            attempts = Some(("attempts", either(Expr::integer(0), Expr::column("attempts"))));
        }
        if !self.identifiers.is_empty() {
            let held = Expr::column("id").within(identifier::held_requests());
            let why = identifier::why_held(Expr::of(REQUEST, "subject"));
            state = Expr::Case(vec![(held.clone(), Expr::text("held"))], Arc::new(state));
            reason = Expr::Case(vec![(held.clone(), why)], Arc::new(reason));
            look = look.map(|look| Expr::Case(vec![(held, Expr::null())], Arc::new(look)));
        }
        let all = [
            ("state", state),
            ("run", Expr::Run),
            ("finished", Expr::Now),
            ("not_before", look.unwrap_or_else(Expr::null)),
            ("reason", reason),
            ("token", Expr::null()),
        ];
        all.into_iter().chain(attempts).collect()
    }

    /// What was done, and what speaks against it, for whoever reads the output.
    pub(super) fn report(&mut self) {
        let done = Select::from(RESULT, ["step", "item", "action", "table_name", "changed"].map(Expr::column))
            .filter(this_run())
            .order([Expr::column("step")]);
        self.script.push("what was done", Statement::Query(done));
        self.script.push("what speaks against it: each line undoes the run", Statement::Query(against()));
    }

    fn settle(&mut self) {
        let subjects = || Expr::scalar(Select::from(RUN, [Expr::column("subjects")]).filter(this_run()));
        let changes = self.steps.len();
        // By their keys: nobody looks through all that was ever asked for.
        let requests = Select::from(LEDGER, [Expr::column("request")]).filter(this_run());
        let done = Select::from(REQUEST, [Expr::Count]).filter(Expr::all([
            Expr::column("id").within(requests),
            Expr::column("run").equals(Expr::Run),
            one_of(Expr::column("state"), &["done", "held"]),
        ]));
        let left = Select::from(CHECK, [Expr::Sum(Arc::new(Expr::column("bad")))]).filter(this_run());
        self.script.push(
            "the end: nothing left, nobody else's rows touched, every part there; or nothing at all",
            Statement::Settle(
                [
                    ("residue and guards".to_owned(), Expr::scalar(left)),
                    ("checks made".to_owned(), missing(number(self.checks), count(CHECK))),
                    ("steps done".to_owned(), missing(number(changes), count(RESULT))),
                    ("ledger rows".to_owned(), missing(subjects(), count(LEDGER))),
                    ("requests done".to_owned(), missing(subjects(), Expr::scalar(done))),
                ]
                .into_iter()
                .chain(self.noticed())
                .collect(),
            ),
        );
    }
}
