//! Rules about people: whoever has been away for long enough is asked to be purged, or put into a status.

use std::sync::Arc;

use super::super::age::{self, Periods};
use super::super::automatic;
use super::super::claim::{anybody, free, in_any_status, in_status, with_status};
use super::super::purge::{Reach, Stage};
use super::super::rows::column;
use super::super::tables::{REQUEST, SUBJECT, first_state, is};
use super::super::{Basis, Preview};
use super::aged::as_type;
use super::{PEOPLE, Position, Requests, RuleStage, Sought, noticed};
use crate::diagnostic::Diagnostic;
use crate::program::{AtMost, Moment, Program, PurgeType, RetentionRule, StatusMeaning, Then};
use crate::sql::{Expr, Reads, Script, Select, Statement};

/// The key of the person, in a query of the people's own table.
fn key(program: &Program) -> Expr {
    let subject = &program.site.subject;
    let key = column(program, subject.table.id, subject.key.id);
    key.exact(Expr::of(&subject.table.name, &key.name))
}

/// Whose time is over, of people.
fn over(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, people: Select, now: &Expr) -> Select {
    let program = basis.program;
    let periods = Periods { period: &at_most.period, roles: &at_most.roles };
    // Where another rule about people comes first for all the data, this one is about nobody.
    let before = program.rules_before(rule);
    let of_people = |other: &&&RetentionRule| {
        let of_people = other.at_most.as_ref().is_some_and(|one| !one.then.takes_rows());
        other.within.is_none() && of_people
    };
    let before: Vec<&RetentionRule> = before.iter().filter(of_people).copied().collect();
    let overruled = |item| before.iter().any(|other| other.ends(item));
    if rule.ending().all(overruled) {
        return people.filter(Expr::any([]));
    }
    people.filter(age::is_over_for(program, rule, periods, now))
}

/// Whom a rule asks a purge for.
fn whom(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, purge_type: &PurgeType) -> Select {
    let program = basis.program;
    let people = if purge_type.transition { in_any_status(program) } else { in_status(program, purge_type.status) };
    let people = over(basis, rule, at_most, people, &Expr::Now);
    let known = |since: Expr| Expr::Exists(Arc::new(automatic::known(purge_type, key(program), Some(since)))).negated();
    // WHY: a request that was rejected, cancelled or carried out settles it until the person comes back: until a clock
    // goes on, or they leave the status.
    let ended = age::ended(program, rule, at_most);
    let people = ended.into_iter().fold(people, |people, ended| people.filter(known(ended)));
    match stay(program, purge_type) {
        Some(since) => people.filter(known(since)),
        None => people,
    }
}

/// Since when the person is in the status of the type, as far as that is written down.
fn stay(program: &Program, purge_type: &PurgeType) -> Option<Expr> {
    let status = program.site.subject.statuses.get(purge_type.status)?;
    let is_noticed = matches!(status.meaning, StatusMeaning::When { .. });
    let theirs = Expr::all([Expr::of(SUBJECT, "subject").equals(key(program)), is("status", &status.name)]);
    is_noticed.then(|| Expr::scalar(Select::from(SUBJECT, [Expr::column("since")]).filter(theirs)))
}

fn of_id<'p>(program: &'p Program, id: &str) -> Option<&'p PurgeType> {
    program.purge_types.iter().find(|one| one.id == id)
}

/// What asks for the purges of a type.
pub(super) fn requests(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, id: &str) -> Requests {
    let program = basis.program;
    let mut script = Script::default();
    let Some(purge_type) = of_id(program, id) else {
        let nobody = Select::from(REQUEST, [Expr::Count]).filter(Expr::any([]));
        return Requests { script, whom: nobody, at: 0 };
    };
    script.push("who is in which status", Statement::Begin(Reads::Latest));
    script.pieces.extend(noticed(basis, rule).pieces);
    script.pieces.extend(automatic::notice(program, purge_type.status).pieces);
    let at = script.pieces.len();
    let whom = whom(basis, rule, at_most, purge_type);
    let columns = [
        Expr::text("purge"),
        Expr::text(id),
        key(program),
        Expr::text(ORIGIN),
        Expr::text(first_state(purge_type.approval)),
        Expr::Now,
        Expr::text(asker(rule)),
    ];
    let made = Select { columns: columns.map(|column| (column, None)).to_vec(), ..whom.clone() };
    let names = ["kind", "type", "subject", "origin", "state", "asked", "asked_by"];
    script.push(
        format!("a request by `{id}` for everybody whose time is over, once"),
        Statement::insert_missing(REQUEST, &names, made.order([key(program)])),
    );
    script.and(Statement::Commit);
    Requests { script, whom: Select { columns: vec![(Expr::Count, None)], ..whom }, at }
}

const ORIGIN: &str = "retention";

fn asker(rule: &RetentionRule) -> String {
    format!("probate: {}", rule.runs_as())
}

/// Who is put into a status: people in the default status; in another one only where the rule counts from when they came
/// into it, so that nobody who was deleted is only suspended again.
fn candidates(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, status: usize, now: &Expr) -> Select {
    let program = basis.program;
    let statuses = &program.site.subject.statuses;
    let moves_on = rule.after.contains(&Moment::StatusChanged);
    let from = statuses.iter().enumerate().filter(|(at, one)| match one.meaning {
        StatusMeaning::Default => true,
        StatusMeaning::When { .. } => moves_on && *at != status,
        StatusMeaning::OnRequest => false,
    });
    let in_one = Expr::any(from.map(|(at, _)| key(program).within(with_status(program, at))));
    // Statuses may overlap: whoever is there already is not put there again and again.
    let is_there = statuses.get(status).and_then(|status| match &status.meaning {
        StatusMeaning::When { condition, .. } => Some(condition.expr.clone().is_true().negated()),
        StatusMeaning::Default | StatusMeaning::OnRequest => None,
    });
    let from = std::iter::once(in_one).chain(is_there);
    over(basis, rule, at_most, free(program, anybody(program)).filter(Expr::all(from.collect::<Vec<_>>())), now)
}

/// What puts people into a status.
///
/// # Errors
/// Never as long as the status can be set, which the policy's check sees to.
pub(super) fn stage(
    basis: Basis<'_>,
    rule: &RetentionRule,
    at_most: &AtMost,
    status: usize,
) -> Result<RuleStage, Vec<Diagnostic>> {
    let position = Position { rule: rule.id.clone(), entry: 1 };
    let any = candidates(basis, rule, at_most, status, &Expr::Now);
    let any = Select { columns: vec![(Expr::integer(1), None)], ..any };
    let people = candidates(basis, rule, at_most, status, &Expr::Now).order([key(basis.program)]).limit(PEOPLE);
    let rows = into(rule, status);
    let of_status = Stage { rows: &rows, reach: Reach::BATCH, position: &position, people: Some(people), first: None };
    Ok(RuleStage {
        claim: position.claim("people", &Sought::Any(any), noticed(basis, rule), false),
        run: of_status.script(basis)?,
        passes_over: false,
        waiting: None,
    })
}

fn into(rule: &RetentionRule, status: usize) -> PurgeType {
    PurgeType { status, transition: true, ..as_type(rule, Vec::new()) }
}

/// A look at whom the rule is about now.
pub(super) fn preview(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Result<Preview, Vec<Diagnostic>> {
    let position = Position { rule: rule.id.clone(), entry: 1 };
    let rows = into(rule, 0);
    let people = Some(now(basis, rule, at_most));
    Stage { rows: &rows, reach: Reach::BATCH, position: &position, people, first: None }.preview(basis)
}

pub(super) fn now(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Select {
    match &at_most.then {
        Then::Request(id) => match of_id(basis.program, id) {
            Some(purge_type) => whom(basis, rule, at_most, purge_type),
            None => anybody(basis.program).filter(Expr::any([])),
        },
        Then::Status(status) => candidates(basis, rule, at_most, *status, &Expr::Now),
        Then::Purge | Then::Offer => anybody(basis.program).filter(Expr::any([])),
    }
}

pub(super) fn reads(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Vec<Statement> {
    vec![Statement::Query(now(basis, rule, at_most))]
}
