//! The sweep: who was purged lately is looked at again, because an application may write rows of theirs that no purge
//! could see: committed after it, or made anew by a job of the host.
//!
//! It is a part of each purge script, so that whoever runs the scripts alone has it too, and it is cheap: it begins with
//! the requests that are done, finds rows by indexes of the owner's column only, and looks at each request four times in
//! a week. What a path, an identifier or a table without an index leads to is what `verify` is for.

use std::sync::Arc;

use super::asked::place_of;
use super::claim::in_status;
use super::purge::plain::plain_rows;
use super::rows::{column, key_family};
use super::spread::{MOST, spread, too_large};
use super::tables::{FIRST_KEY, OWN_TYPE, REQUEST, SUBJECT, first_state, unfinished};
use super::{Basis, automatic};
use crate::diagnostic::Diagnostic;
use crate::program::{Approval, Entry, Program, PurgeType, StatusMeaning, Use};
use crate::sql::{Change, Comparison, Expr, From, Reads, Script, Select, Statement};

/// When a finished purge is looked at again, in seconds after its end: by the next run, and then by the first after an
/// hour, a day and a week. Its `not_before` says when it is the next time; NULL: never again.
const LOOKS: [i64; 3] = [3_600, 86_400, 604_800];

/// Who asks for what a sweep has found. Such a purge is not repeated again: a host that makes rows anew would have
/// somebody purged by every run for ever.
const SWEEP: &str = "probate: sweep";
const SWEPT: &str = "swept";
/// Of whom rows are found gets this `not_before` until the sweep is over.
const FOUND: i64 = -1;
/// Why rows that were found after a sweep, too, are left to a person to decide.
pub(super) const COMES_BACK: &str = "comes-back";

const SOURCE: &str = "probate_swept";

/// So many tables in one statement; to plan one of several hundred costs more than its parts.
const TABLES: usize = 50;

/// What the claim of a type begins with; nothing where no row can be found again, or somebody in the status goes on
/// using the site: rows made since are theirs.
pub(super) fn sweep(basis: Basis<'_>, purge_type: &PurgeType) -> Script {
    let program = basis.program;
    let mut script = Script::default();
    let done = || finished(purge_type);
    let looked_at = || Expr::all([done(), of("token").equals(Expr::Token)]);
    let found = found(basis, purge_type, &looked_at());
    if found.is_empty() {
        return script;
    }
    script.push(
        "sweep: whoever has left the status since their purge, or is not to be purged by itself, is not looked at any more",
        update(vec![("not_before", Expr::null())], Expr::all([done(), is_watched(), let_be(program, purge_type)])),
    );
    script.push(
        "sweep: whose purge is looked at now",
        update(vec![("token", Expr::Token)], Expr::all([done(), is_due()])),
    );
    // WHY: a planner that expects one such request would read the whole of a table for each of hundreds.
    script.and(Statement::Analyze(REQUEST));
    let mut comment = "sweep: of whom there are rows again";
    for some in in_one_statement(&found) {
        let mark = vec![("not_before", Expr::integer(FOUND))];
        let statement = update(mark, Expr::all([looked_at(), any_of(&some)]));
        if comment.is_empty() {
            script.and(statement);
        } else {
            script.push(std::mem::take(&mut comment), statement);
        }
    }
    let is_found = || of("not_before").equals(Expr::integer(FOUND));
    let by_sweep = || of("asked_by").equals(Expr::text(SWEEP));
    let others = Expr::all([looked_at(), is_found(), by_others()]);
    script.push("sweep: they are due again, once", again(purge_type, others));
    let age = Expr::Subtract(Arc::new(Expr::Now), Arc::new(of("finished")));
    let next = LOOKS.map(|after| {
        let next = Expr::Add(Arc::new(of("finished")), Arc::new(Expr::integer(after)));
        (age.clone().compare(Comparison::Less, Expr::integer(after)), next)
    });
    let next = std::iter::once((is_found(), Expr::null())).chain(next).collect();
    let came_back = (Expr::all([is_found(), by_sweep()]), Expr::text(COMES_BACK));
    let set = vec![
        ("not_before", Expr::Case(next, Arc::new(Expr::null()))),
        ("reason", Expr::Case(vec![came_back], Arc::new(of("reason")))),
        ("token", Expr::null()),
    ];
    script.push("sweep: when they are looked at the next time, if ever", update(set, looked_at()));
    // WHY: a claim waits for a purge at work, which is about to add to what the sweep has read: that would be a deadlock.
    script.and(Statement::Commit);
    script.and(Statement::Begin(Reads::Latest));
    script
}

/// What a sweep would have to ask in one statement, where that is too much.
pub(super) fn faults(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let found = come_back(basis, purge_type).into_iter();
    let large = found.filter(|(_, left)| Select::values([left.clone()]).selects() > MOST);
    let told = |(entry, _): (&Entry, Expr)| {
        let what = format!("of whom there are rows of `{}` again", entry.table.name);
        too_large(purge_type, &what, entry.span)
    };
    large.map(told).collect()
}

/// The requests that a sweep would change: without any, nothing is swept.
pub(super) fn swept(basis: Basis<'_>, purge_type: &PurgeType) -> Select {
    let changes = Expr::any([is_due(), Expr::all([is_watched(), let_be(basis.program, purge_type)])]);
    Select::from(REQUEST, [Expr::Count]).filter(Expr::all([finished(purge_type), changes]))
}

/// When somebody whose purge is done is looked at for the first time; `None` of a type without a sweep.
pub(super) fn first_look(basis: Basis<'_>, purge_type: &PurgeType) -> Option<Expr> {
    let look = || Expr::Case(vec![(still(basis.program, purge_type), Expr::Now)], Arc::new(Expr::null()));
    (!come_back(basis, purge_type).is_empty()).then(look)
}

/// For whom the next sweep would ask without an approval: rows, and the column of them that is the person's key, in as
/// many parts as it looks in.
pub(super) fn due(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<(Select, Expr)> {
    let found = found(basis, purge_type, &Expr::all([finished(purge_type), is_due()]));
    if purge_type.approval != Approval::None {
        return Vec::new();
    }
    let alias = basis.program.schema.alias("probate_open");
    let other = |name: &str| Expr::of(&alias, name);
    let open =
        Expr::all([ours_as(purge_type, &other), other("subject").equals(of("subject")), unfinished(other("state"))]);
    let open = Select::from(REQUEST, [Expr::integer(1)]).alias(&alias).filter(open);
    // Whom no run has noticed yet it asks for itself.
    let name = basis.program.site.subject.statuses.get(purge_type.status).map_or("", |status| &status.name);
    let theirs = Expr::all([
        Expr::of(SUBJECT, "subject").equals(of("subject")),
        Expr::of(SUBJECT, "status").equals(Expr::text(name)),
    ]);
    let seen = Expr::Exists(Arc::new(Select::from(SUBJECT, [Expr::integer(1)]).filter(theirs)));
    let seen = if automatic::asks(purge_type) { seen } else { Expr::all([]) };
    let whose = Expr::all([
        finished(purge_type),
        is_due(),
        still(basis.program, purge_type),
        told_otherwise(basis.program, purge_type).negated(),
        by_others(),
        Expr::Exists(Arc::new(open)).negated(),
        seen,
    ]);
    let requests = |some: Vec<&Select>| {
        let rows = Select::from(REQUEST, []).distinct().filter(Expr::all([any_of(&some), whose.clone()]));
        (rows, of("subject"))
    };
    in_one_statement(&found).into_iter().map(requests).collect()
}

fn again(purge_type: &PurgeType, whose: Expr) -> Statement {
    let asked = [
        ("state", Expr::text(first_state(purge_type.approval))),
        ("asked", Expr::Now),
        ("asked_by", Expr::text(SWEEP)),
        ("reason", Expr::text(SWEPT)),
    ];
    let kept = ["kind", "type", "subject", "place", "origin"].map(|name| (name, of(name)));
    let (columns, values): (Vec<_>, Vec<_>) = kept.into_iter().chain(asked).unzip();
    // By another name: some databases could not tell the row that is read from the one that is written.
    let rows = Select::from(REQUEST, values).filter(whose).order([of("id")]).about(REQUEST, SOURCE).alias(SOURCE);
    Statement::insert_missing(REQUEST, &columns, rows)
}

fn in_one_statement(found: &[Select]) -> Vec<Vec<&Select>> {
    spread(found, TABLES, |one| Expr::Exists(Arc::new(one.clone())).queries())
}

/// That the request is one that any of these find.
fn any_of(found: &[&Select]) -> Expr {
    let Some((first, more)) = found.split_first() else { return Expr::any([]) };
    let more = more.iter().map(|&one| one.clone()).collect();
    let all = Select { more, ..(*first).clone() }.named("id");
    // WHY: asked as a truth it is found once; joined, a planner that expects one request would find it for each.
    of("id").within(all.derived("found", &["id"])).is_true()
}

/// For each table, the requests of those that are looked at in which there are such rows of the subject.
///
/// WHY: found together, each table is read once at most. Where nearly all rows of a column hold one value, a planner
/// expects as many rows of each person, and would read the whole table for each request.
fn found(basis: Basis<'_>, purge_type: &PurgeType, looked_at: &Expr) -> Vec<Select> {
    let requests = |(entry, left): (&Entry, Expr)| {
        let mut requests = Select::from(&entry.table.name, [of("id")]).filter(left);
        requests.joins.push((From::Table { name: REQUEST.to_owned(), alias: None }, looked_at.clone()));
        requests
    };
    come_back(basis, purge_type).into_iter().map(requests).collect()
}

/// Rows of the request's subject which the type would change, by the entries that take them.
fn come_back<'p>(basis: Basis<'p>, purge_type: &'p PurgeType) -> Vec<(&'p Entry, Expr)> {
    let status = basis.program.site.subject.statuses.get(purge_type.status);
    // Which rows lie in a place that a request names is known in its run only.
    let asks = place_of(basis.program, purge_type).is_some();
    if asks
        || purge_type.uses.is_empty()
        || !status.is_some_and(|one| matches!(one.meaning, StatusMeaning::When { .. }))
    {
        return Vec::new();
    }
    let mut found: Vec<(&Entry, Expr)> = Vec::new();
    for plain in plain_rows(basis, purge_type) {
        let Some(owner) = owner(basis.program, plain.entry) else { continue };
        let id = plain.entry.table.id;
        let table = basis.program.schema.table(id);
        let rows = Expr::all(std::iter::once(owner).chain(plain.asked));
        let left = if plain.strategy.lets_go() { Some(rows) } else { plain.strategy.residue(table, rows) };
        let is_known = |left: &Expr| found.iter().any(|(entry, one)| entry.table.id == id && one == left);
        found.extend(left.filter(|left| !is_known(left)).map(|left| (plain.entry, left)));
    }
    found
}

/// The row is the subject's by its owner's column, with which an index begins.
fn owner(program: &Program, entry: &Entry) -> Option<Expr> {
    let id = entry.path.own_column().filter(|_| entry.identifier.is_none())?;
    let table = program.schema.table(entry.table.id);
    let column = table.column(id);
    if !table.indexed.iter().any(|index| index.first() == Some(&id)) {
        return None;
    }
    let held = Expr::of(&table.name, &column.name);
    let key = super::rows::as_in(of("subject"), key_family(program), column);
    let found = held.clone().equals(key.clone());
    if column.folds_in.is_empty() {
        return Some(found);
    }
    Some(Expr::Found(Arc::new(found), Arc::new(column.exact(held).equals(key)), column.folds_in))
}

/// The subject of the request is in the status now.
fn still(program: &Program, purge_type: &PurgeType) -> Expr {
    let subject = &program.site.subject;
    let key = Expr::of(&subject.table.name, &subject.key.name);
    let key = column(program, subject.table.id, subject.key.id).exact(key);
    let people = in_status(program, purge_type.status).filter(key.equals(of("subject")));
    Expr::Exists(Arc::new(Select { columns: vec![(Expr::integer(1), None)], ..people }))
}

/// Who has left the status since, or is not to be purged by itself.
fn let_be(program: &Program, purge_type: &PurgeType) -> Expr {
    Expr::any([still(program, purge_type).negated(), told_otherwise(program, purge_type)])
}

/// The subject has a type of their own for the status, which says that nothing is purged by itself, or something else.
fn told_otherwise(program: &Program, purge_type: &PurgeType) -> Expr {
    let own = |name: &str| Expr::of(OWN_TYPE, name);
    let status = program.site.subject.statuses.get(purge_type.status).map_or("", |status| &status.name);
    let by_itself = of("origin").equals(Expr::text(Use::Automatic.origin()));
    let other = own("type").compare(Comparison::Unequal, Expr::text(&purge_type.id));
    Expr::Exists(Arc::new(Select::from(OWN_TYPE, [Expr::integer(1)]).filter(Expr::all([
        own("subject").equals(of("subject")),
        own("status").equals(Expr::text(status)),
        Expr::any([own("type").is_null(), Expr::all([by_itself, other])]),
    ]))))
}

fn finished(purge_type: &PurgeType) -> Expr {
    Expr::all([ours_as(purge_type, &of), of("state").equals(Expr::text("done"))])
}

fn ours_as(purge_type: &PurgeType, of: &dyn Fn(&str) -> Expr) -> Expr {
    Expr::all([of("kind").equals(Expr::text("purge")), of("type").equals(Expr::text(&purge_type.id))])
}

/// Not by a sweep.
fn by_others() -> Expr {
    of("asked_by").differs(Expr::text(SWEEP))
}

/// It will be looked at, now or later.
fn is_watched() -> Expr {
    // Any moment, as a range: SQLite asks no index what is not NULL.
    of("not_before").compare(Comparison::GreaterOrEqual, Expr::integer(FIRST_KEY))
}

fn is_due() -> Expr {
    of("not_before").compare(Comparison::LessOrEqual, Expr::Now)
}

fn update(set: Vec<(&str, Expr)>, filter: Expr) -> Statement {
    let set = set.into_iter().map(|(column, value)| (column.to_owned(), value)).collect();
    Statement::Change(Change::Update { table: REQUEST.to_owned(), set, kept: Vec::new(), filter })
}

fn of(name: &str) -> Expr {
    Expr::of(REQUEST, name)
}
