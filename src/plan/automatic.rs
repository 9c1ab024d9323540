//! Automatic purges: who came into a status, and the requests that a type's own script makes for them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::claim::{in_status, with_status};
use super::tables::{DEFAULT, OWN_TYPE, REQUEST, SUBJECT, first_state, is, unfinished};
use crate::program::{Approval, Moment, Program, PurgeType, StatusMeaning, Use};
use crate::sql::{Change, Comparison, Expr, Literal, Script, Select, Statement};

/// Writes down who came into a status and who left it. Whoever is found in it before it had a default type is legacy.
pub(super) fn notice(program: &Program, status: usize) -> Script {
    let mut script = Script::default();
    let Some(name) = program.site.subject.statuses.get(status).map(|status| status.name.as_str()) else {
        return script;
    };
    let people = with_status(program, status);
    script.push(
        format!("who is no longer `{name}`"),
        Statement::Change(Change::Delete {
            table: SUBJECT.to_owned(),
            filter: Expr::all([is("status", name), Expr::column("subject").within(people.clone()).negated()]),
        }),
    );
    script.push(
        format!("who has become `{name}`; before it had a default type, that is legacy"),
        Statement::insert_missing(SUBJECT, &["subject", "status", "since", "legacy"], newcomers(program, people, name)),
    );
    if program.site.defaults.purge.iter().any(|(of, _)| *of == status) {
        let new = Select::values([Expr::text(name), Expr::Now]).filter(has_default(name).negated());
        script.push(
            format!("from now on `{name}` has a default type"),
            Statement::insert_missing(DEFAULT, &["status", "since"], new),
        );
    }
    script
}

/// The statuses of which it is written down since when people are in them: those in which they may be purged without
/// anybody asking, and all where a rule counts from then.
pub(super) fn statuses(program: &Program) -> BTreeSet<usize> {
    let automatic = program.purge_types.iter().filter(|one| one.uses.contains(&Use::Automatic)).map(|one| one.status);
    let counts = program.retention_rules.iter().any(|rule| rule.after.contains(&Moment::StatusChanged));
    automatic.chain(changes(program).filter(|_| counts)).collect()
}

/// The statuses that people come into.
pub(super) fn changes(program: &Program) -> impl Iterator<Item = usize> {
    let statuses = program.site.subject.statuses.iter().enumerate();
    statuses.filter(|(_, status)| matches!(status.meaning, StatusMeaning::When { .. })).map(|(at, _)| at)
}

fn newcomers(program: &Program, people: Select, name: &str) -> Select {
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let exact = super::rows::column(program, subject.table.id, subject.key.id).exact(key.clone());
    let known = Select::from(SUBJECT, [Expr::column("subject")]).filter(is("status", name));
    let legacy = Expr::Case(vec![(has_default(name), Expr::integer(0))], Arc::new(Expr::integer(1)));
    let columns = [key, Expr::text(name), Expr::Now, legacy].map(|column| (column, None)).to_vec();
    Select { columns, ..people }.filter(exact.within(known).negated())
}

/// What the script of a type does before it claims: it asks for everybody who has come into its status since and whose
/// type it is, their own or the default, once.
pub(super) fn requests(program: &Program, purge_type: &PurgeType) -> Script {
    let status = program.site.subject.statuses.get(purge_type.status);
    let Some(status) = status.filter(|_| asks(purge_type)) else { return Script::default() };
    let mut script = notice(program, purge_type.status);
    script.push(
        format!("automatic: a request for everybody who has become `{}`, and whose type this is", status.name),
        ask(purge_type, Use::Automatic.origin(), None, noticed(program, purge_type, &status.name)),
    );
    script
}

/// Requests of a type for those whom a query finds among the people who are noticed.
fn ask(purge_type: &PurgeType, origin: &str, reason: Option<&str>, whom: Select) -> Statement {
    let state = first_state(purge_type.approval);
    let subject = Expr::of(SUBJECT, "subject");
    let texts = ["purge", &purge_type.id].map(Expr::text).into_iter();
    let reason = reason.map_or_else(Expr::null, Expr::text);
    let columns = texts.chain([subject.clone()]).chain([origin, state].map(Expr::text)).chain([Expr::Now, reason]);
    let columns = columns.map(|column| (column, None)).collect();
    let whom = Select { columns, ..whom }.order([subject]);
    Statement::insert_missing(REQUEST, &["kind", "type", "subject", "origin", "state", "asked", "reason"], whom)
}

/// Asks for those who were in the status before it had a default type, of which this is the one (and of no others), who
/// have no type of their own and were not purged since.
pub fn take_in_legacy(program: &Program, purge_type: &PurgeType) -> Vec<Statement> {
    let Some(whom) = legacy(program, purge_type) else { return Vec::new() };
    let noticed = notice(program, purge_type.status).pieces.into_iter().map(|piece| piece.statement);
    noticed.chain([ask(purge_type, "legacy", None, whom)]).collect()
}

/// How many [`take_in_legacy`] would ask for, of those who were noticed.
pub fn legacy_people(program: &Program, purge_type: &PurgeType) -> Option<Select> {
    let whom = legacy(program, purge_type)?;
    Some(Select { columns: vec![(Expr::Count, None)], ..whom })
}

fn legacy(program: &Program, purge_type: &PurgeType) -> Option<Select> {
    let status = program.site.subject.statuses.get(purge_type.status)?;
    let is_default = asks(purge_type) && program.site.defaults.has(purge_type);
    let of = |name: &str| Expr::of(SUBJECT, name);
    let asked = known(purge_type, of("subject"), Some(of("since")));
    is_default.then(|| {
        in_it(program, purge_type, &status.name).filter(Expr::all([
            of("legacy").equals(Expr::integer(1)),
            Expr::Exists(Arc::new(own(of("subject"), &status.name))).negated(),
            Expr::Exists(Arc::new(asked)).negated(),
        ]))
    })
}

/// Asks again for those who were purged by the type since they are in its status: the type has changed, or the data has
/// come back. Of one person, or of all.
pub fn reapply(program: &Program, purge_type: &PurgeType, subject: Option<&Literal>) -> Option<Statement> {
    let status = program.site.subject.statuses.get(purge_type.status).filter(|_| asks(purge_type))?;
    let of = |name: &str| Expr::of(SUBJECT, name);
    let asked = |name: &str| Expr::of(REQUEST, name);
    let ours = || {
        Select::from(REQUEST, [Expr::integer(1)]).filter(Expr::all([
            asked("kind").equals(Expr::text("purge")),
            asked("type").equals(Expr::text(&purge_type.id)),
            asked("subject").equals(of("subject")),
        ]))
    };
    let done = ours().filter(Expr::all([
        asked("state").equals(Expr::text("done")),
        asked("finished").compare(Comparison::GreaterOrEqual, of("since")),
    ]));
    let open = ours().filter(unfinished(asked("state")));
    let one = subject.map(|key| of("subject").equals(Expr::Literal(key.clone())));
    let theirs = Expr::any(is_theirs(program, purge_type, &status.name));
    let found = Expr::all([theirs, Expr::Exists(Arc::new(done)), Expr::Exists(Arc::new(open)).negated()]);
    let whom = in_it(program, purge_type, &status.name).filter(Expr::all(one.into_iter().chain([found])));
    Some(ask(purge_type, Use::Automatic.origin(), Some("reapply"), whom))
}

/// People who are noticed as in the status of the type, and are in it.
fn in_it(program: &Program, purge_type: &PurgeType, status: &str) -> Select {
    let subject = Expr::of(SUBJECT, "subject");
    Select::from(SUBJECT, []).filter(Expr::all([is_of(status), subject.within(in_status(program, purge_type.status))]))
}

/// The type is the person's own; or it is the default, and they have none of their own.
fn is_theirs(program: &Program, purge_type: &PurgeType, status: &str) -> Vec<Expr> {
    is_type_of(program, purge_type, status, || Expr::of(SUBJECT, "subject"))
}

/// Of requests that a run made by itself, those of people whose type it still is; where a status has no default any more,
/// of all who have none of their own.
pub(super) fn still_theirs(program: &Program, purge_type: &PurgeType) -> Expr {
    let status = program.site.subject.statuses.get(purge_type.status);
    let Some(status) = status.filter(|_| asks(purge_type)) else { return Expr::all([]) };
    let subject = || Expr::of(REQUEST, "subject");
    let mut theirs = is_type_of(program, purge_type, &status.name, subject);
    if program.site.defaults.purge.iter().all(|(of, _)| *of != purge_type.status) {
        theirs.push(Expr::Exists(Arc::new(own(subject(), &status.name))).negated());
    }
    let by_itself = Expr::column("origin").equals(Expr::text(Use::Automatic.origin()));
    Expr::any(std::iter::once(by_itself.negated()).chain(theirs))
}

fn is_type_of(program: &Program, purge_type: &PurgeType, status: &str, subject: impl Fn() -> Expr) -> Vec<Expr> {
    let chosen = own(subject(), status).filter(Expr::of(OWN_TYPE, "type").equals(Expr::text(&purge_type.id)));
    let mut ways = vec![Expr::Exists(Arc::new(chosen))];
    if program.site.defaults.has(purge_type) {
        ways.push(Expr::Exists(Arc::new(own(subject(), status))).negated());
    }
    ways
}

/// The type of a person's own for a status.
fn own(subject: Expr, status: &str) -> Select {
    let of = |name: &str| Expr::of(OWN_TYPE, name);
    Select::from(OWN_TYPE, [Expr::integer(1)])
        .filter(Expr::all([of("subject").equals(subject), of("status").equals(Expr::text(status))]))
}

/// Those who have come into the status and whose type it is, and for whom nobody has asked since. As the default it is
/// only for whoever came into the status since there is one.
fn noticed(program: &Program, purge_type: &PurgeType, status: &str) -> Select {
    let of = |name: &str| Expr::of(SUBJECT, name);
    let known = known(purge_type, of("subject"), Some(of("since")));
    let mut ways = is_theirs(program, purge_type, status);
    let by_default = ways.split_off(1).into_iter().map(|one| Expr::all([of("legacy").equals(Expr::integer(0)), one]));
    let by_default: Vec<Expr> = by_default.collect();
    in_it(program, purge_type, status)
        .filter(Expr::all([Expr::any(ways.into_iter().chain(by_default)), Expr::Exists(Arc::new(known)).negated()]))
}

/// Requests of the type for a person that are not over, or are since then.
pub(super) fn known(purge_type: &PurgeType, subject: Expr, since: Option<Expr>) -> Select {
    let asked = |name: &str| Expr::of(REQUEST, name);
    let finished = asked("finished");
    let since = since.map(|since| finished.clone().compare(Comparison::GreaterOrEqual, since));
    // WHY: also one that was rejected, cancelled or has failed; or each run would ask again.
    let ends = [unfinished(asked("state")), finished.is_null()].into_iter().chain(since);
    Select::from(REQUEST, [Expr::integer(1)]).filter(Expr::all([
        asked("kind").equals(Expr::text("purge")),
        asked("type").equals(Expr::text(&purge_type.id)),
        asked("subject").equals(subject),
        Expr::any(ends),
    ]))
}

/// For whom the next run would ask and purge by itself, without an approval: rows, and the column of them that is the
/// person's key.
pub(super) fn due(program: &Program, purge_type: &PurgeType) -> Vec<(Select, Expr)> {
    let by_itself = asks(purge_type) && purge_type.approval == Approval::None;
    let status = program.site.subject.statuses.get(purge_type.status);
    let Some(status) = status.filter(|_| by_itself) else { return Vec::new() };
    // Who has come into it and was not noticed yet.
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let folds = super::rows::column(program, subject.table.id, subject.key.id).folds();
    let exact = if folds { Expr::ByBytes(Arc::new(key.clone())) } else { key.clone() };
    let seen = Select::from(SUBJECT, [Expr::column("subject")]).filter(is("status", &status.name));
    let chosen = own(exact.clone(), &status.name);
    let is_chosen = chosen.clone().filter(Expr::of(OWN_TYPE, "type").equals(Expr::text(&purge_type.id)));
    let mut ways = vec![Expr::Exists(Arc::new(is_chosen))];
    if program.site.defaults.has(purge_type) {
        ways.push(Expr::all([has_default(&status.name), Expr::Exists(Arc::new(chosen)).negated()]));
    }
    let new = in_status(program, purge_type.status).filter(Expr::all([
        exact.clone().within(seen).negated(),
        Expr::any(ways),
        Expr::Exists(Arc::new(known(purge_type, exact, None))).negated(),
    ]));
    vec![(noticed(program, purge_type, &status.name), Expr::of(SUBJECT, "subject")), (new, key)]
}

fn is_of(status: &str) -> Expr {
    Expr::of(SUBJECT, "status").equals(Expr::text(status))
}

/// Whether the script of a type makes requests by itself.
pub(super) fn asks(purge_type: &PurgeType) -> bool {
    purge_type.uses.contains(&Use::Automatic)
}

fn has_default(status: &str) -> Expr {
    Expr::Exists(Arc::new(Select::from(DEFAULT, [Expr::integer(1)]).filter(is("status", status))))
}
