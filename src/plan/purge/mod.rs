//! A purge script: claim, then Decide, Apply and Residue in one transaction.

mod decide;
mod guard;
mod order;

use std::collections::BTreeSet;

use decide::{Selection, Step, steps};

use super::Basis;
use super::claim::{Claim, in_status, mine};
use super::tables::{BATCH, CHECK, Keys, LEDGER, REQUEST, RESULT, RUN};
use crate::diagnostic::Diagnostic;
use crate::program::{Program, PurgeType};
use crate::sql::{Change, Conflict, Expr, From, Literal, Reads, Script, Select, Statement};

/// What makes a purge type impossible to carry out: no order, rows that cannot be remembered, keys that refuse.
pub fn faults(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    parts(basis, purge_type).2
}

/// The script of a purge type.
///
/// # Errors
/// The type's [`faults`].
pub fn purge(basis: Basis<'_>, purge_type: &PurgeType) -> Result<Script, Vec<Diagnostic>> {
    let (steps, guards, found) = parts(basis, purge_type);
    if !found.is_empty() {
        return Err(found);
    }
    let writer = Writer {
        basis,
        purge_type,
        steps,
        guards,
        script: Script { header: header(basis, purge_type), pieces: Vec::new() },
    };
    Ok(writer.write())
}

fn parts<'p>(basis: Basis<'p>, purge_type: &'p PurgeType) -> (Vec<Step<'p>>, Vec<Guard>, Vec<Diagnostic>) {
    let mut found = decide::conflicts(basis, purge_type);
    let steps = steps(basis, purge_type, &mut found);
    let steps = order::order(basis, purge_type, steps, &mut found);
    let guards = guard::guards(basis, purge_type, &steps, &mut found);
    (steps, guards, found)
}

/// Triggers of tables that a purge type writes: what they do is not known.
pub fn triggers(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<(crate::database::TableId, crate::source::Span)> {
    let schema = &basis.program.schema;
    let written = decide::written_tables(basis, purge_type);
    written.into_iter().flat_map(|table| schema.table(table).triggers.iter().map(move |span| (table, *span))).collect()
}

fn header(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<String> {
    let status = basis.program.site.subject.statuses.get(purge_type.status).map_or("", |status| status.name.as_str());
    vec![
        format!(
            "Purge type `{}`, for subjects whose status is `{status}` ({}).",
            purge_type.id,
            basis.line(purge_type.span)
        ),
        "Takes up to 50 due requests of this type and carries them out in one transaction, all or nothing.".to_owned(),
        "Run it again until nothing is due. Compiled from the policy; edit that instead.".to_owned(),
        format!("Program {}", basis.digest),
    ]
}

/// Something that must be 0 before the run may end.
struct Guard {
    what: String,
    count: Select,
}

struct Writer<'w> {
    basis: Basis<'w>,
    purge_type: &'w PurgeType,
    steps: Vec<Step<'w>>,
    guards: Vec<Guard>,
    script: Script,
}

impl Writer<'_> {
    fn write(mut self) -> Script {
        let subjects = in_status(self.basis.program, self.purge_type.status);
        Claim::purge(&self.purge_type.id, &subjects).write(&mut self.script);
        self.begin(&subjects);
        self.decide();
        self.apply();
        let residues = self.residue();
        self.finish(residues);
        self.script
    }

    /// Stages what still carries the token; a subject whose status changed in between goes back untouched.
    fn begin(&mut self, subjects: &Select) {
        self.script.push(
            "the run begins; without a claim everything that follows selects nothing",
            Statement::Begin(Reads::Latest),
        );
        self.script
            .and(Statement::MakeRun { purge_type: self.purge_type.id.clone(), program: self.basis.digest.to_owned() });
        let claimed = Expr::all([mine(), Expr::column("type").equals(Expr::text(&self.purge_type.id)), exists_run()]);
        self.script.push(
            "decide: the subjects, with their status checked again",
            insert(BATCH, &["run", "subject", "request"], staged(self.basis.program, claimed, subjects)),
        );
        self.script.and(Statement::Analyze(BATCH));
        self.script.push(
            "decide: who left the status since the claim is left alone",
            Statement::Change(Change::Update {
                table: REQUEST.to_owned(),
                set: vec![
                    ("state".to_owned(), Expr::text("approved")),
                    (
                        "attempts".to_owned(),
                        Expr::Subtract(Box::new(Expr::column("attempts")), Box::new(Expr::integer(1))),
                    ),
                    ("token".to_owned(), Expr::Literal(Literal::Null)),
                ],
                filter: Expr::all([
                    mine(),
                    Expr::column("id").within(of_run(BATCH, "request")).negated(),
                    exists_run(),
                ]),
            }),
        );
    }

    fn decide(&mut self) {
        for step in &self.steps {
            let Selection::Captured { table, key, selected } = &step.selection else { continue };
            let keys = Keys::of(key);
            let mut rows =
                Select::from(&table.name, [Expr::Run, Expr::integer(step.number_as_i64()), Keys::kept(table, key)])
                    .filter(selected.clone());
            // WHY: without captured keys residue finds nothing, so that a capture which failed in a client that goes
            // on must be missed. The mark is written by the same statement, or not at all.
            rows.more = vec![
                Select::from(RUN, [Expr::column("run"), Expr::integer(-step.number_as_i64()), keys.mark()])
                    .filter(this_run()),
            ];
            let comment = format!(
                "decide: {}: which rows of {} ({})",
                step.item.name,
                step.entry.table.name,
                self.basis.line(step.entry.span)
            );
            self.script.push(comment, insert(keys.table(), &["run", "step", "k"], rows));
        }
        for keys in self.used_keys() {
            self.script.and(Statement::Analyze(keys.table()));
        }
        for guard in std::mem::take(&mut self.guards) {
            let comment = format!("guard: {}: rows of others that refer to rows that go", guard.what);
            self.script.push(comment, check(&format!("guard {}", guard.what), guard.count.clone()));
            self.guards.push(guard);
        }
    }

    fn used_keys(&self) -> BTreeSet<Keys> {
        self.steps.iter().filter_map(Step::keys).collect()
    }

    fn apply(&mut self) {
        for step in &self.steps {
            let table = self.basis.program.schema.table(step.entry.table.id);
            let Some(change) = step.strategy.change(table, step.rows()) else { continue };
            let comment = format!(
                "{}. {}: {} {} ({})",
                step.number,
                step.item.name,
                step.strategy.name(),
                table.name,
                self.basis.line(step.entry.span)
            );
            self.script.push(comment, Statement::Counted { step: step.name(), change });
        }
    }

    /// One count a step: rows that were decided and are not as they should be.
    fn residue(&mut self) -> usize {
        let mut counts: Vec<Select> = Vec::new();
        for step in &self.steps {
            let table = self.basis.program.schema.table(step.entry.table.id);
            let Some(left) = step.strategy.residue(table, step.rows_again()) else { continue };
            let count = Expr::scalar(Select::from(&table.name, [Expr::Count]).filter(left));
            let what = Expr::text(format!("residue of step {} ({} {})", step.number, step.strategy.name(), table.name));
            counts.push(Select::values([Expr::column("run"), what, count]).table(RUN).filter(this_run()));
        }
        counts.extend(self.steps.iter().filter_map(|step| Some(captured(step, step.keys()?))));
        let parts = counts.len();
        let mut counts = counts.into_iter();
        if let Some(mut first) = counts.next() {
            first.more = counts.collect();
            self.script
                .push("residue: nothing that was decided may be left", insert(CHECK, &["run", "what", "bad"], first));
        }
        parts
    }

    fn finish(&mut self, residues: usize) {
        let done = [
            ("state", Expr::text("done")),
            ("run", Expr::Run),
            ("finished", Expr::Now),
            ("reason", Expr::Literal(Literal::Null)),
            ("token", Expr::Literal(Literal::Null)),
        ];
        self.script.push(
            "the ledger, the requests, the run",
            insert(
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
        self.script.and(Statement::Change(Change::Update {
            table: REQUEST.to_owned(),
            set: done.into_iter().map(|(column, value)| (column.to_owned(), value)).collect(),
            filter: Expr::column("id").within(of_run(BATCH, "request")),
        }));
        self.script.and(Statement::Change(Change::Update {
            table: RUN.to_owned(),
            set: vec![("finished".to_owned(), Expr::Now), ("subjects".to_owned(), count(BATCH))],
            filter: this_run(),
        }));
        for table in self.used_keys().into_iter().map(Keys::table).chain([BATCH]) {
            self.script.and(Statement::Change(Change::Delete { table: table.to_owned(), filter: this_run() }));
        }
        self.report();
        self.settle(residues);
    }

    /// What was done, and what speaks against it, for whoever reads the output.
    fn report(&mut self) {
        let done = Select::from(RESULT, ["step", "item", "action", "table_name", "changed"].map(Expr::column))
            .filter(this_run())
            .order([Expr::column("step")]);
        self.script.push("what was done", Statement::Query(done));
        let bad = Expr::column("bad").compare(crate::sql::Comparison::Unequal, Expr::integer(0));
        let left = Select::from(CHECK, [Expr::text("undone because of"), Expr::column("what"), Expr::column("bad")])
            .filter(Expr::all([this_run(), bad]))
            .order([Expr::column("what")]);
        self.script.push("what speaks against it: each line undoes the run", Statement::Query(left));
    }

    fn settle(&mut self, residues: usize) {
        let subjects = || Expr::scalar(Select::from(RUN, [Expr::column("subjects")]).filter(this_run()));
        let less = |expected: Expr, found: Expr| Expr::Subtract(Box::new(expected), Box::new(found));
        let number = |count: usize| Expr::integer(i64::try_from(count).unwrap_or(i64::MAX));
        let changes = self.steps.len();
        let checks = residues + self.guards.len();
        let done = Select::from(REQUEST, [Expr::Count]).filter(Expr::all([
            Expr::column("run").equals(Expr::Run),
            Expr::column("state").equals(Expr::text("done")),
        ]));
        let left = Select::from(CHECK, [Expr::Sum(Box::new(Expr::column("bad")))]).filter(this_run());
        self.script.push(
            "the end: nothing left, nobody else's rows touched, every part there; or nothing at all",
            Statement::Settle(vec![
                ("residue and guards".to_owned(), Expr::scalar(left)),
                ("checks made".to_owned(), less(number(checks), count(CHECK))),
                ("steps done".to_owned(), less(number(changes), count(RESULT))),
                ("ledger rows".to_owned(), less(subjects(), count(LEDGER))),
                ("requests done".to_owned(), less(subjects(), Expr::scalar(done))),
            ]),
        );
    }
}

/// The claimed requests of subjects who are still in the status; theirs and the subjects' rows are held, by key.
fn staged(program: &Program, claimed: Expr, subjects: &Select) -> Select {
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let folds = super::rows::column(program, subject.table.id, subject.key.id).folds();
    let key = if folds { Expr::ByBytes(Box::new(key)) } else { key };
    let of = |name: &str| Expr::of("claimed", name);
    let requests = Select::from(REQUEST, ["id", "subject"].map(Expr::column)).filter(claimed);
    Select {
        from: Some(From::Query { query: Box::new(requests), alias: "claimed".to_owned() }),
        joins: subjects.from.clone().map(|people| (people, of("subject").equals(key))).into_iter().collect(),
        filter: subjects.filter.clone(),
        ..Select::values([Expr::Run, of("subject"), of("id")]).order([of("subject")]).locked()
    }
}

/// 0 when the rows of the step were captured.
fn captured(step: &Step<'_>, keys: Keys) -> Select {
    let mark = Expr::all([this_run(), Expr::column("step").equals(Expr::integer(-step.number_as_i64()))]);
    let marks = Expr::scalar(Select::from(keys.table(), [Expr::Count]).filter(mark));
    let missing = Expr::Subtract(Box::new(Expr::integer(1)), Box::new(marks));
    let what = Expr::text(format!("rows of step {} captured", step.number));
    Select::values([Expr::column("run"), what, missing]).table(RUN).filter(this_run())
}

fn this_run() -> Expr {
    Expr::column("run").equals(Expr::Run)
}

fn exists_run() -> Expr {
    Expr::Run.is_null().negated()
}

/// The values of a column in the rows of this run.
pub(super) fn of_run(table: &str, column: &str) -> Select {
    Select::from(table, [Expr::column(column)]).filter(this_run())
}

fn count(table: &str) -> Expr {
    Expr::scalar(Select::from(table, [Expr::Count]).filter(this_run()))
}

fn insert(into: &str, columns: &[&str], source: Select) -> Statement {
    Statement::Insert {
        into: into.to_owned(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        source,
        conflict: Conflict::Fail,
    }
}

fn check(what: &str, count: Select) -> Statement {
    let source =
        Select::values([Expr::column("run"), Expr::text(what), Expr::scalar(count)]).table(RUN).filter(this_run());
    insert(CHECK, &["run", "what", "bad"], source)
}
