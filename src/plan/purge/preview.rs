//! What a purge would do: Decide on tables of this session only, and counts of what each step would meet.
//!
//! Nothing of the database is changed or locked. What depends on what has gone by then, when the turn of a table comes,
//! is counted as the most that it can be.

use std::collections::BTreeMap;

use super::super::asked::NOWHERE;
use super::super::claim::{Claim, in_any_status, in_status};
use super::super::co_owner;
use super::super::rows::{Subjects, selected};
use super::super::tables::{BATCH, CHECK, REQUEST, RUN, is, temporary};
use super::super::{Basis, automatic, sweep};
use super::branch::branches;
use super::capture::Captured;
use super::residue::{COUNTS, Count, found};
use super::step::Step;
use super::{Writer, entries_of, of_run, taken, this_run};
use crate::database::TableId;
use crate::program::{Entry, Item, PurgeType, Status, StatusMeaning};
use crate::sql::{Change, Expr, Literal, Select, Statement};
use crate::strategy::Strategy;

/// Of whom it is asked what would be purged.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'w> {
    /// Everybody whose purge is due, or is asked for by the next run itself.
    Due,
    /// The same of those who ask for data in this place, of a type that wants one.
    DueIn(&'w str),
    /// One person, asked for or not, if they are in the status; and in which place, of a type that wants one.
    Person(&'w Literal, &'w str),
}

/// A purge that is only looked at. The statements run in a transaction that is undone.
#[derive(Debug)]
pub struct Preview {
    pub statements: Vec<Statement>,
    /// How many people it is for.
    pub subjects: Select,
    /// What the guards would say against it: what, and how many rows.
    pub against: Select,
    /// Rows of three columns: the run, the place of a step in `steps` as a text, how many rows it meets.
    pub counts: Vec<Select>,
    pub steps: Vec<PreviewStep>,
}

/// What is done, or not done, to rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PreviewStep {
    pub item: String,
    pub action: String,
    pub table: String,
    /// Why they are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    pub counted: Counted,
}

/// What a count of a preview says of the purge itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    Exactly,
    /// How many is known only when it is done.
    AtMost,
    /// The status that the run puts people into decides, and it was looked at before.
    BeforeTransition,
}

impl Writer<'_> {
    pub(super) fn preview(self, whose: Whose<'_>) -> Preview {
        let people = batch(self.basis, self.purge_type, whose);
        self.preview_of(people)
    }

    /// Of these people: run, key, request, place.
    pub(super) fn preview_of(mut self, people: Vec<Select>) -> Preview {
        let statements = self.looked(people);
        let (steps, counts) = self.counted();
        let subjects = Select::from(BATCH, [Expr::Count]).filter(this_run());
        let bad = Expr::column("bad").differs(Expr::integer(0));
        let against = Select::from(CHECK, ["what", "bad"].map(Expr::column)).filter(Expr::all([this_run(), bad]));
        Preview { statements, subjects, against, counts, steps }
    }

    /// What is looked at before anything can be counted.
    pub(super) fn looked(&mut self, people: Vec<Select>) -> Vec<Statement> {
        let mut statements = pretended(self.basis, &self.purge_type.id, people);
        statements.extend(put_off(self.basis, self.purge_type).filter(|_| self.reach.subjects == Subjects::Batch));
        statements.push(Statement::Analyze(BATCH));
        self.stage_identifiers();
        self.look(Captured::most);
        self.guard(None);
        let written = std::mem::take(&mut self.script).pieces.into_iter().map(|piece| piece.statement);
        statements.extend(written.filter(|statement| !matches!(statement, Statement::Query(_))));
        statements
    }

    /// Writes down keys of rows, of those that are known late as many as `which` says.
    pub(super) fn look(&mut self, which: impl Fn(&Captured) -> Select) {
        for captured in self.captures.iter() {
            let shape = captured.capture.shape;
            let columns = [&["run", "capture"], &*shape.names()].concat();
            self.script.and(Statement::insert(shape.keys().table(), &columns, which(captured)));
        }
        for keys in self.used_keys() {
            self.script.and(Statement::Analyze(keys.table()));
        }
    }

    /// The steps that change something, each with its rows.
    pub(super) fn met(&self) -> Vec<(&Step<'_>, Expr)> {
        let mut met = Vec::new();
        let mut gone: BTreeMap<TableId, Vec<Expr>> = BTreeMap::new();
        for step in &self.steps {
            let table = self.basis.program.schema.table(step.table.id);
            let earlier = gone.entry(step.table.id).or_default();
            // What an earlier step deletes is there no more.
            let left = earlier.iter().map(|rows| rows.clone().is_true().negated());
            // As the statement itself has it: it may leave rows alone that are as they should be.
            let Some(Change::Update { filter, .. } | Change::Delete { filter, .. }) =
                step.strategy.change(table, step.rows())
            else {
                continue;
            };
            let rows = Expr::all(std::iter::once(filter).chain(left));
            if step.deletes() {
                earlier.push(step.rows());
            }
            met.push((step, rows));
        }
        met
    }

    pub(super) fn said(&self, step: &Step<'_>) -> PreviewStep {
        PreviewStep {
            item: step.item.name.clone(),
            action: step.strategy.name().to_owned(),
            table: step.table.name.to_string(),
            reason: None,
            counted: self.certainty(step),
        }
    }

    fn counted(&self) -> (Vec<PreviewStep>, Vec<Select>) {
        let (mut steps, mut counts) = (Vec::new(), Vec::<Count>::new());
        for (step, rows) in self.met() {
            let count = Select::from(&step.table.name, [Expr::Count]).filter(rows);
            counts.push((steps.len().to_string(), Expr::scalar(count)));
            steps.push(self.said(step));
        }
        for (item, entry) in entries_of(self.basis, self.purge_type) {
            for (reason, rows) in self.kept(entry) {
                let count = Select::from(&entry.table.name, [Expr::Count]).filter(rows);
                counts.push((steps.len().to_string(), Expr::scalar(count)));
                steps.push(kept(item, entry, reason));
            }
        }
        for spared in &self.spared {
            for (why, rows) in spared.whys() {
                let count = Select::from(&spared.rows.table.name, [Expr::Count]).filter(rows);
                counts.push((steps.len().to_string(), Expr::scalar(count)));
                steps.push(PreviewStep {
                    item: spared.rows.item.name.clone(),
                    action: "keep".to_owned(),
                    table: spared.rows.table.name.to_string(),
                    reason: Some(why),
                    counted: Counted::Exactly,
                });
            }
        }
        (steps, counts.chunks(COUNTS).map(found).collect())
    }

    fn certainty(&self, step: &Step<'_>) -> Counted {
        if step.item.entries.iter().any(|entry| self.reads_status(entry)) {
            return Counted::BeforeTransition;
        }
        if step.selection.late().is_some() { Counted::AtMost } else { Counted::Exactly }
    }

    /// Whether its rows depend on a column that the transition writes.
    fn reads_status(&self, entry: &Entry) -> bool {
        let subject = &self.basis.program.site.subject;
        let status = subject.statuses.get(self.purge_type.status).filter(|_| self.purge_type.transition);
        let Some(Status { meaning: StatusMeaning::When { set, .. }, .. }) = status else { return false };
        let table = self.basis.program.schema.table(subject.table.id);
        let written: Vec<_> = set.iter().filter_map(|(name, _)| table.find(name)).map(|(id, _)| id).collect();
        let outcomes = entry.purge.iter().flat_map(|purge| &purge.outcomes).filter_map(|one| one.condition.as_ref());
        let steps = entry.path.steps.iter().flat_map(|step| step.before.iter().chain(&step.entered));
        let conditions = entry.condition.iter().chain(outcomes).chain(steps);
        let mut reads = conditions.flat_map(|condition| &condition.reads);
        reads.any(|(of, column)| *of == subject.table.id && written.contains(column))
    }

    /// What the policy keeps of an entry's rows, and why.
    pub(super) fn kept(&self, entry: &Entry) -> Vec<(String, Expr)> {
        let program = self.basis.program;
        let theirs = || selected(program, entry, self.reach.subjects);
        let mut kept = Vec::new();
        for branch in branches(entry.purge.as_ref()) {
            if let Some(Strategy::Keep { reason }) = branch.strategy {
                let asked = branch.asked.exprs.iter().cloned();
                kept.push((reason.clone(), Expr::all(std::iter::once(theirs()).chain(asked))));
            }
        }
        if let Some((Strategy::Keep { reason }, owners)) =
            entry.co_owned.as_ref().map(|one| (&one.while_owned, &one.owners))
        {
            let stays = co_owner::stays(program, entry.table.id, owners);
            kept.push((reason.clone(), Expr::all([theirs(), stays.is_true()])));
        }
        kept
    }
}

/// Who would be put off is none of the people.
pub(super) fn put_off(basis: Basis<'_>, purge_type: &PurgeType) -> Option<Statement> {
    let taken = taken::taken(basis, purge_type)?;
    let theirs =
        Expr::column("subject").within(of_run(BATCH, "subject").filter(taken).derived("put_off", &["subject"]));
    let filter = Expr::all([this_run(), theirs]);
    Some(Statement::Change(Change::Delete { table: BATCH.to_owned(), filter }))
}

/// Tables of this session only, with a run for these people: run, key, request, place.
pub(super) fn pretended(basis: Basis<'_>, of_type: &str, people: Vec<Select>) -> Vec<Statement> {
    let key = super::super::rows::key_family(basis.program);
    let mut statements: Vec<Statement> = temporary(key).into_iter().map(Statement::CreateTemporary).collect();
    statements.push(Statement::PretendRun);
    let run = [Expr::integer(-1), Expr::text(of_type), Expr::text(basis.digest), Expr::Now];
    statements.push(Statement::insert(RUN, &["run", "type", "program", "started"], Select::values(run)));
    let started = Select::from(RUN, [Expr::column("started")]).filter(this_run());
    statements.push(Statement::Remember("started", Expr::scalar(started)));
    let columns = ["run", "subject", "request", "place"];
    // One way finds nobody twice; of several each may find the same person.
    statements.extend(people.into_iter().enumerate().map(|(at, people)| match at {
        0 => Statement::insert(BATCH, &columns, people),
        _ => Statement::insert_missing(BATCH, &columns, people),
    }));
    statements
}

fn kept(item: &Item, entry: &Entry, reason: String) -> PreviewStep {
    PreviewStep {
        item: item.name.clone(),
        action: "keep".to_owned(),
        table: entry.table.name.to_string(),
        reason: Some(reason),
        counted: Counted::Exactly,
    }
}

/// The people, by each way in which they are found: run, key, the request or 0, and the place.
pub(super) fn batch(basis: Basis<'_>, purge_type: &PurgeType, whose: Whose<'_>) -> Vec<Select> {
    let program = basis.program;
    let subjects = if purge_type.transition { in_any_status(program) } else { in_status(program, purge_type.status) };
    let key = Expr::of(&program.site.subject.table.name, &program.site.subject.key.name);
    let person = |select: Select, [key, request, place]: [Expr; 3]| Select {
        columns: [Expr::Run, key, request, place].map(|column| (column, None)).to_vec(),
        ..select
    };
    let asked = |place: Option<&str>| {
        let due = Select::from(REQUEST, []).filter(Claim::purge(program, purge_type, &subjects).due());
        let due = place.iter().fold(due, |due, place| due.filter(is("place", place)));
        person(due, ["subject", "id", "place"].map(Expr::column))
    };
    match whose {
        Whose::Person(literal, place) => {
            let one = subjects.filter(key.clone().equals(Expr::Literal(literal.clone())));
            vec![person(one, [key, Expr::integer(0), Expr::text(place)])]
        }
        Whose::DueIn(place) => vec![asked(Some(place))],
        Whose::Due => {
            let noticed = automatic::due(program, purge_type).into_iter().chain(sweep::due(basis, purge_type));
            let nowhere = || Expr::text(NOWHERE);
            let noticed = noticed.map(|(select, key)| person(select, [key, Expr::integer(0), nowhere()]));
            std::iter::once(asked(None)).chain(noticed).collect()
        }
    }
}
