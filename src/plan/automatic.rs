//! Automatic purges: who came into a status, and the requests that a type's own script makes for them.

use super::claim::{in_status, with_status};
use super::tables::{DEFAULT, REQUEST, SUBJECT, UNFINISHED};
use crate::program::{Approval, Program, PurgeType, Use};
use crate::sql::{Change, Comparison, Conflict, Expr, Script, Select, Statement};

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
            filter: Expr::all([is(name), Expr::column("subject").within(people.clone()).negated()]),
        }),
    );
    script.push(
        format!("who has become `{name}`; before it had a default type, that is legacy"),
        Statement::Insert {
            into: SUBJECT.to_owned(),
            columns: names(&["subject", "status", "since", "legacy"]),
            source: newcomers(program, people, name),
            conflict: Conflict::Keep,
        },
    );
    script.push(
        format!("from now on `{name}` has a default type"),
        Statement::Insert {
            into: DEFAULT.to_owned(),
            columns: names(&["status", "since"]),
            source: Select::values([Expr::text(name), Expr::Now]).filter(has_default(name).negated()),
            conflict: Conflict::Keep,
        },
    );
    script
}

fn newcomers(program: &Program, people: Select, name: &str) -> Select {
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let exact = super::rows::column(program, subject.table.id, subject.key.id).exact(key.clone());
    let known = Select::from(SUBJECT, [Expr::column("subject")]).filter(is(name));
    let legacy = Expr::Case(vec![(has_default(name), Expr::integer(0))], Box::new(Expr::integer(1)));
    let columns = [key, Expr::text(name), Expr::Now, legacy].map(|column| (column, None)).to_vec();
    Select { columns, ..people }.filter(exact.within(known).negated())
}

/// What the script of a type does before it claims: where it is the default of its status, it asks for everybody who
/// has come into it since, once.
pub(super) fn requests(program: &Program, purge_type: &PurgeType) -> Script {
    let status = program.site.subject.statuses.get(purge_type.status);
    let Some(status) = status.filter(|_| asks(program, purge_type)) else { return Script::default() };
    let mut script = notice(program, purge_type.status);
    let state = match purge_type.approval {
        Approval::None => "approved",
        Approval::Required => "awaiting_approval",
    };
    let of = |name: &str| Expr::of(SUBJECT, name);
    let origin = Use::Automatic.origin();
    let texts = ["purge", &purge_type.id].map(Expr::text).into_iter();
    let columns = texts.chain([of("subject")]).chain([origin, state].map(Expr::text)).chain([Expr::Now]);
    let columns = columns.map(|column| (column, None)).collect();
    let due = Select { columns, ..noticed(program, purge_type, &status.name) };
    script.push(
        format!("automatic: a request for everybody who has become `{}`", status.name),
        Statement::Insert {
            into: REQUEST.to_owned(),
            columns: names(&["kind", "type", "subject", "origin", "state", "asked"]),
            source: due.order([of("subject")]),
            conflict: Conflict::Keep,
        },
    );
    script
}

/// Those who have come into the status since it has a default type, and for whom nobody has asked since.
fn noticed(program: &Program, purge_type: &PurgeType, status: &str) -> Select {
    let of = |name: &str| Expr::of(SUBJECT, name);
    let known = known(purge_type, of("subject"), Some(of("since")));
    Select::from(SUBJECT, []).filter(Expr::all([
        is_of(status),
        of("legacy").equals(Expr::integer(0)),
        of("subject").within(in_status(program, purge_type.status)),
        Expr::Exists(Box::new(known)).negated(),
    ]))
}

/// Requests of the type for a person that are not over, or are since then.
fn known(purge_type: &PurgeType, subject: Expr, since: Option<Expr>) -> Select {
    let asked = |name: &str| Expr::of(REQUEST, name);
    let finished = asked("finished");
    let since = since.map(|since| finished.clone().compare(Comparison::GreaterOrEqual, since));
    let open = UNFINISHED.iter().map(|state| Expr::text(*state)).collect();
    // WHY: also one that was rejected, cancelled or has failed; or each run would ask again.
    let ends = [Expr::InList(Box::new(asked("state")), open), finished.is_null()].into_iter().chain(since);
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
    let by_itself = asks(program, purge_type) && purge_type.approval == Approval::None;
    let status = program.site.subject.statuses.get(purge_type.status);
    let Some(status) = status.filter(|_| by_itself) else { return Vec::new() };
    // Who has come into it and was not noticed yet.
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let folds = super::rows::column(program, subject.table.id, subject.key.id).folds();
    let exact = if folds { Expr::ByBytes(Box::new(key.clone())) } else { key.clone() };
    let seen = Select::from(SUBJECT, [Expr::column("subject")]).filter(is(&status.name));
    let new = in_status(program, purge_type.status).filter(Expr::all([
        exact.clone().within(seen).negated(),
        has_default(&status.name),
        Expr::Exists(Box::new(known(purge_type, exact, None))).negated(),
    ]));
    vec![(noticed(program, purge_type, &status.name), Expr::of(SUBJECT, "subject")), (new, key)]
}

fn is_of(status: &str) -> Expr {
    Expr::of(SUBJECT, "status").equals(Expr::text(status))
}

/// Whether the script of a type makes requests by itself.
pub(super) fn asks(program: &Program, purge_type: &PurgeType) -> bool {
    purge_type.uses.contains(&Use::Automatic) && program.site.defaults.has(purge_type)
}

fn has_default(status: &str) -> Expr {
    Expr::Exists(Box::new(Select::from(DEFAULT, [Expr::integer(1)]).filter(is(status))))
}

fn is(status: &str) -> Expr {
    Expr::column("status").equals(Expr::text(status))
}

fn names(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| (*column).to_owned()).collect()
}
