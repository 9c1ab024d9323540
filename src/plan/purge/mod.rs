//! A purge script: claim, then Decide, Apply and Residue in one transaction.

mod branch;
mod by_month;
mod bytes;
mod capture;
mod conflict;
mod cut;
pub mod datum;
mod decide;
mod doing;
mod finish;
mod flaw;
mod guard;
mod header;
mod keeping;
pub mod left;
mod notices;
mod order;
mod parts;
pub(super) mod plain;
pub mod preview;
mod reads;
mod recipients;
mod residue;
mod row_key;
mod shared;
mod spare;
mod stable;
mod stage;
mod step;
mod taken;
mod todo;
mod touched;
mod transition;
mod value;
pub mod verification;

use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) use branch::{any_changes, branches};
pub(super) use by_month::Goes;
pub use by_month::{ByMonth, MonthCounts, SomeMonths};
pub(super) use decide::{Reach, needs_key};
pub(super) use row_key::key_of;
pub(super) use shared::refers_of;
pub(super) use stage::Stage;
pub(super) use todo::{Todo, todo, todo_but};

use capture::Captures;
use cut::{Cut, How};
use decide::decide;
use guard::{Guard, idle_holds, placeholders};
use header::header;
use order::Act;
use spare::Spared;
use step::Step;

use super::claim::{self, Claim, in_any_status, in_status, mine};
use super::keys::Keys;
use super::spread::{MOST, too_large};
use super::tables::{BATCH, CHECK, IDENTIFIER, REQUEST, RUN, is};
use super::{Basis, automatic, identifier, sweep, within};
use crate::database::TableId;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, IdentifierSource, Item, Program, PurgeType};
use crate::sql::{Change, Claimed, Expr, From, Reads, Script, Select, Statement};

/// What makes a purge type impossible to carry out: no order, rows that cannot be remembered, keys that refuse.
pub fn faults(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let purge_type = &within::narrowed(basis, purge_type);
    let mut found = wrong(basis, purge_type);
    found.extend(parts(basis, purge_type, Reach::BATCH).found);
    if found.iter().any(|one| one.code == Code::StatementTooLarge) {
        return found;
    }
    found.extend(sweep::faults(basis, purge_type));
    found
}

/// The script of a purge type.
///
/// # Errors
/// The type's [`faults`].
pub fn purge(basis: Basis<'_>, purge_type: &PurgeType) -> Result<Script, Vec<Diagnostic>> {
    let parts = purge_parts(basis, purge_type, claim::BATCH)?;
    let mut script = parts.first;
    script.header = parts.header;
    script.pieces.extend(parts.purge.pieces);
    Ok(script)
}

/// The parts of a purge script, for whoever runs it; each claim takes up to so many people.
///
/// # Errors
/// The type's [`faults`].
pub fn purge_parts(basis: Basis<'_>, purge_type: &PurgeType, people: u32) -> Result<PurgeParts, Vec<Diagnostic>> {
    let purge_type = &*within::narrowed(basis, purge_type);
    Ok(writer(basis, purge_type)?.write(people))
}

/// What a purge consists of. Each claim is a transaction of its own.
#[derive(Debug)]
pub struct PurgeParts {
    pub header: Vec<String>,
    /// The first claim, which begins with the sweep.
    pub first: Script,
    /// How many requests that sweep would change.
    pub swept: Select,
    /// Every further claim.
    pub next: Script,
    pub purge: Script,
}

/// A look at what the purge would do.
///
/// # Errors
/// The type's [`faults`].
pub fn preview(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    whose: preview::Whose<'_>,
) -> Result<preview::Preview, Vec<Diagnostic>> {
    let purge_type = &*within::narrowed(basis, purge_type);
    Ok(writer(basis, purge_type)?.preview(whose))
}

/// A look at what a purge has left of people, or at what has come since.
///
/// # Errors
/// The type's [`faults`].
pub fn verification(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    whose: verification::Purged<'_>,
) -> Result<verification::Verification, Vec<Diagnostic>> {
    let purge_type = &*within::narrowed(basis, purge_type);
    Ok(writer(basis, purge_type)?.verification(whose))
}

/// All that a [`preview`] and a [`verification`] read.
pub(super) fn reads(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Statement> {
    let purge_type = &*within::narrowed(basis, purge_type);
    writer(basis, purge_type).map_or_else(|_| Vec::new(), Writer::reads)
}

fn writer<'w>(basis: Basis<'w>, purge_type: &'w PurgeType) -> Result<Writer<'w>, Vec<Diagnostic>> {
    let found = wrong(basis, purge_type);
    if !found.is_empty() {
        return Err(found);
    }
    let identifiers = identifiers(basis, purge_type);
    Ok(Writer { identifiers, ..writer_of(basis, purge_type, Reach::BATCH)? })
}

fn writer_of<'w>(basis: Basis<'w>, purge_type: &'w PurgeType, reach: Reach) -> Result<Writer<'w>, Vec<Diagnostic>> {
    let Parts { steps, acts, captures, spared, guards, cuts, found } = parts(basis, purge_type, reach);
    if !found.is_empty() {
        return Err(found);
    }
    let (identifiers, script) = (Vec::new(), Script::default());
    Ok(Writer { basis, purge_type, reach, steps, acts, captures, spared, identifiers, guards, cuts, checks: 0, script })
}

struct Parts<'p> {
    steps: Vec<Step<'p>>,
    acts: Vec<Act>,
    captures: Captures,
    spared: Vec<Spared<'p>>,
    guards: Vec<Guard>,
    cuts: Vec<Cut>,
    found: Vec<Diagnostic>,
}

/// What entries of a type say against each other, and the schema against them.
pub(super) fn wrong(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut found = conflict::conflicts(basis, purge_type);
    found.extend(flaw::flaws(basis, purge_type));
    found.extend(stable::unstable(basis, purge_type));
    found.extend(value::unstable(basis, purge_type));
    found
}

fn parts<'p>(basis: Basis<'p>, purge_type: &'p PurgeType, reach: Reach) -> Parts<'p> {
    let mut cuts: Vec<Cut> = Vec::new();
    let (decided, acts) = loop {
        let mut decided = decide(basis, purge_type, reach, &cuts);
        let (mut needed, broken) = cut::of_own_tables(basis, purge_type, &decided.steps, &cuts);
        decided.found.extend(broken);
        let acts = order::order(basis, purge_type, &mut decided, &cuts).unwrap_or_else(|cut| {
            needed.push(cut);
            Vec::new()
        });
        if needed.is_empty() {
            break (decided, acts);
        }
        // Each is cut once, so that this ends.
        cuts.extend(needed);
    };
    let decide::Decided { steps, captures, spared, keyless, mut found, .. } = decided;
    let spared = spare::merged(spared);
    let mut guards = keyless;
    guards.extend(guard::guards(basis, (purge_type, reach.waits), &steps, &cuts, &mut found));
    guards.extend(placeholders(basis, &steps));
    guards.extend(idle_holds(basis));
    let large = captures.iter().filter(|one| one.rows().selects() > MOST);
    found.extend(large.map(|one| too_large(purge_type, &one.what, one.span)));
    Parts { steps, acts, captures, spared, guards, cuts, found }
}

/// The entries of a type, also those that change nothing.
fn entries_of<'e>(basis: Basis<'e>, purge_type: &'e PurgeType) -> impl Iterator<Item = (&'e Item, &'e Entry)> {
    purge_type.items(basis.program).flat_map(|item| item.entries.iter().map(move |entry| (item, entry)))
}

/// The identifiers that the entries of this type use, each once.
fn identifiers(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<IdentifierSource> {
    let mut used = BTreeSet::new();
    for (_, entry) in decide::entries(basis, purge_type) {
        let owners = entry.co_owned.iter().flat_map(|one| &one.owners).map(|owner| &owner.identifier);
        used.extend(std::iter::once(&entry.identifier).chain(owners).flatten().cloned());
    }
    used.into_iter().collect()
}

/// Triggers of tables that a purge type writes: what they do is not known.
pub fn triggers(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<(crate::database::TableId, crate::source::Span)> {
    let schema = &basis.program.schema;
    let mut written = decide::written_tables(basis, &within::narrowed(basis, purge_type));
    if purge_type.transition {
        written.insert(basis.program.site.subject.table.id);
    }
    written.into_iter().flat_map(|table| schema.table(table).triggers.iter().map(move |span| (table, *span))).collect()
}

struct Writer<'w> {
    basis: Basis<'w>,
    purge_type: &'w PurgeType,
    reach: Reach,
    steps: Vec<Step<'w>>,
    acts: Vec<Act>,
    captures: Captures,
    /// What duties and holds keep.
    spared: Vec<Spared<'w>>,
    identifiers: Vec<IdentifierSource>,
    guards: Vec<Guard>,
    /// Keys that no statement waits for.
    cuts: Vec<Cut>,
    /// How many checks the script has made so far.
    checks: usize,
    script: Script,
}

impl Writer<'_> {
    fn write(mut self, people: u32) -> PurgeParts {
        let program = self.basis.program;
        let subjects = if self.purge_type.transition {
            in_any_status(program)
        } else {
            in_status(program, self.purge_type.status)
        };
        let (mut first, mut next) = (Script::default(), Script::default());
        let claim = Claim { limit: people, ..Claim::purge(program, self.purge_type, &subjects) };
        let mut before = automatic::requests(program, self.purge_type);
        claim.write(program, &mut next, before.clone());
        before.pieces.extend(sweep::sweep(self.basis, self.purge_type).pieces);
        claim.write(program, &mut first, before);
        let swept = sweep::swept(self.basis, self.purge_type);
        self.begin(&subjects);
        self.transition();
        self.decide();
        self.apply();
        self.bytes();
        self.recipients();
        self.residue();
        self.finish();
        PurgeParts { header: header(self.basis, self.purge_type), first, swept, next, purge: self.script }
    }

    /// Stages what still carries the token; a subject whose status changed in between goes back untouched.
    fn begin(&mut self, subjects: &Select) {
        self.script.push(
            "the run begins; without a claim everything that follows selects nothing",
            Statement::Begin(Reads::Latest),
        );
        let (purge_type, program) = (self.purge_type.id.clone(), self.basis.digest.to_owned());
        self.script.and(Statement::MakeRun {
            purge_type,
            program,
            claimed: claimed_requests(),
            tables: self.written(),
        });
        let claimed = Expr::all([mine(), is("type", &self.purge_type.id), exists_run()]);
        self.script.push(
            "decide: the subjects, with their status checked again",
            Statement::insert(
                BATCH,
                &["run", "subject", "request", "place"],
                staged(self.basis.program, claimed, subjects),
            ),
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
                        Expr::Subtract(Arc::new(Expr::column("attempts")), Arc::new(Expr::integer(1))),
                    ),
                    ("token".to_owned(), Expr::null()),
                ],
                kept: Vec::new(),
                filter: Expr::all([
                    mine(),
                    Expr::column("id").within(of_run(BATCH, "request")).negated(),
                    exists_run(),
                ]),
            }),
        );
        self.put_off();
    }

    /// Who would get a value that somebody else has already tries again later; the others go on.
    fn put_off(&mut self) {
        let Some(taken) = taken::taken(self.basis, self.purge_type) else { return };
        let requests = of_run(BATCH, "request").filter(taken);
        self.script.push(
            "decide: who would get a value that somebody else has already tries again later",
            Statement::Change(super::claim::put_off(
                self.basis.program,
                "value-taken",
                Expr::column("id").within(requests),
            )),
        );
        let running = Select::from(REQUEST, [Expr::column("id")]).filter(mine());
        self.script.and(Statement::Change(Change::Delete {
            table: BATCH.to_owned(),
            filter: Expr::all([this_run(), Expr::column("request").within(running).negated()]),
        }));
        self.put_off_for_good();
    }

    /// The names of the tables that the run writes.
    fn written(&self) -> Vec<String> {
        let mut written: BTreeSet<&str> = self.steps.iter().map(|step| &*step.table.name).collect();
        if self.purge_type.transition {
            written.insert(&self.basis.program.site.subject.table.name);
        }
        written.into_iter().map(str::to_owned).collect()
    }

    fn decide(&mut self) {
        self.stage_identifiers();
        self.write_down(None);
        self.keep();
        self.notices();
        self.guard(None);
    }

    /// Keys of rows, by which they are found from then on.
    fn write_down(&mut self, turn: Option<TableId>) {
        let mut used = BTreeSet::new();
        for captured in self.captures.when(turn) {
            let shape = captured.capture.shape;
            let keys = shape.keys();
            used.insert(keys);
            let comment = format!("decide: {} ({})", captured.what, captured.lines.join(", "));
            self.script.push(
                comment,
                Statement::insert(keys.table(), &[&["run", "capture"], &*shape.names()].concat(), captured.rows()),
            );
        }
        for keys in used {
            self.script.and(Statement::Analyze(keys.table()));
        }
    }

    fn guard(&mut self, before: Option<TableId>) {
        let guards: Vec<Guard> = self.guards.extract_if(.., |guard| guard.before == before).collect();
        let any = !guards.is_empty();
        for guard in guards {
            let comment = format!("guard: {}: {}", guard.what, guard.why);
            self.script.push(comment, check(&format!("guard {}", guard.what), guard.count));
            self.checks += 1;
        }
        if any {
            // What is wrong here may make a statement fail that comes before the end.
            self.script.push("what the guards say against it", Statement::Query(finish::against()));
        }
    }

    /// By what else the subjects are named. The marks tell that each was looked for.
    fn stage_identifiers(&mut self) {
        for (comment, statement) in staged_identifiers(self.basis.program, &self.identifiers) {
            match comment {
                Some(comment) => self.script.push(comment, statement),
                None => self.script.and(statement),
            }
        }
    }

    fn used_keys(&self) -> BTreeSet<Keys> {
        self.captures.iter().map(|captured| captured.capture.shape.keys()).collect()
    }

    fn apply(&mut self) {
        let deferred: Vec<String> =
            self.cuts.iter().filter(|cut| cut.how == How::Deferred).map(|cut| cut.name(self.basis)).collect();
        if !deferred.is_empty() {
            let comment =
                format!("rows that go refer to each other, which is looked at in the end: {}", deferred.join(", "));
            self.script.push(comment, Statement::DeferKeys);
        }
        for act in std::mem::take(&mut self.acts) {
            match act {
                Act::Turn(table) => self.write_down(Some(table)),
                Act::Deletes(table) => self.guard(Some(table)),
                Act::Step(place) => self.change(place),
            }
        }
    }

    fn change(&mut self, place: usize) {
        let Some(step) = self.steps.get(place) else { return };
        let table = self.basis.program.schema.table(step.table.id);
        let Some(change) = step.strategy.change(table, step.rows()) else { return };
        let why = step.why.as_ref().map_or_else(String::new, |why| format!(": {why}"));
        let comment = format!(
            "{}. {}: {} {} ({}){why}",
            step.number,
            step.item.name,
            step.strategy.name(),
            table.name,
            self.basis.line(step.span)
        );
        self.script.push(comment, Statement::Counted { step: step.name(), change });
    }
}

fn staged_identifiers(program: &Program, sources: &[IdentifierSource]) -> Vec<(Option<String>, Statement)> {
    let stage = |source: &IdentifierSource| {
        let mut rows = identifier::stage(program, source);
        let mark = [Expr::column("run"), Expr::text(identifier::mark(source)), Expr::column("subject")];
        let mark = mark.into_iter().chain([Expr::text(""), Expr::integer(0)]);
        rows.more = vec![Select::from(BATCH, mark).filter(this_run())];
        let comment = format!("decide: the subjects' identifiers `{}`, and whether others bear them", source.text());
        (Some(comment), Statement::insert(IDENTIFIER, &["run", "name", "subject", "value", "shared"], rows))
    };
    let analyze = sources.first().map(|_| (None, Statement::Analyze(IDENTIFIER)));
    sources.iter().map(stage).chain(analyze).collect()
}

/// The claimed requests of subjects who are still in the status; theirs and the subjects' rows are held, by key.
fn staged(program: &Program, claimed: Expr, subjects: &Select) -> Select {
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let key = super::rows::column(program, subject.table.id, subject.key.id).exact(key);
    let alias = program.schema.alias("claimed");
    let of = |name: &str| Expr::of(&alias, name);
    let requests = Select::from(REQUEST, ["id", "subject", "place"].map(Expr::column)).filter(claimed);
    Select {
        from: Some(From::Query { query: Arc::new(requests), alias: alias.clone() }),
        joins: subjects.from.clone().map(|people| (people, of("subject").equals(key))).into_iter().collect(),
        filter: subjects.filter.clone(),
        ..Select::values([Expr::Run, of("subject"), of("id"), of("place")]).order([of("subject")]).locked()
    }
}

fn claimed_requests() -> Claimed {
    Claimed { table: REQUEST, filter: mine() }
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

fn check(what: &str, count: Select) -> Statement {
    let source =
        Select::values([Expr::column("run"), Expr::text(what), Expr::scalar(count)]).table(RUN).filter(this_run());
    Statement::insert(CHECK, &["run", "what", "bad"], source)
}
