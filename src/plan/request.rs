//! Requests: what is asked of the database before one is made, and how its state changes.

use std::sync::Arc;

use super::asked;
use super::automatic;
use super::claim::{Claim, anybody, free, in_any_status, in_status, mine, with_status};
use super::notice::{self, Topic};
pub use super::tables::STATES;
use super::tables::{
    EXTENDED, FORMAT, INSTALL, REQUEST, RESULT, RUN, first_state, is, is_unfinished, one_of, unfinished,
};
use crate::program::{Approval, Event, ExportType, Place, Program, PurgeType, StatusMeaning, Use};
use crate::sql::{Change, Comparison, Expr, Literal, Select, Statement};

/// What a request is for.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'p> {
    Export(&'p ExportType),
    Purge(&'p PurgeType),
}

impl<'p> Wanted<'p> {
    pub fn kind(self) -> &'static str {
        match self {
            Self::Export(_) => "export",
            Self::Purge(_) => "purge",
        }
    }

    pub fn id(self) -> &'p str {
        match self {
            Self::Export(one) => &one.id,
            Self::Purge(one) => &one.id,
        }
    }

    pub fn uses(self) -> &'p [Use] {
        match self {
            Self::Export(one) => &one.uses,
            Self::Purge(one) => &one.uses,
        }
    }

    pub fn approval(self) -> Approval {
        match self {
            Self::Export(one) => one.approval,
            Self::Purge(one) => one.approval,
        }
    }
}

/// The format of the tool's tables in a database, and whose they are; no row where `install.sql` has not run.
pub fn installed() -> Select {
    Select::from(INSTALL, ["format", "site"].map(Expr::column))
}

/// The format that this program works with.
pub const INSTALLED_FORMAT: i64 = FORMAT;
/// What is older than that, no `install.sql` extends.
pub const EXTENDED_FORMAT: i64 = EXTENDED;

/// Three counts of one person: of people with the key, of those that may be purged, of unfinished requests of the kind
/// (of the type and place, for purges); then one count for each status, 1 where the person is in it.
pub fn person(program: &Program, subject: &Literal, wanted: Wanted<'_>, place: &str) -> Select {
    let of = |people: Select| count(program, subject, people);
    let same_type = match wanted {
        Wanted::Export(_) => Expr::all([]),
        Wanted::Purge(one) => Expr::all([is("type", &one.id), is("place", place)]),
    };
    let unfinished = Select::from(REQUEST, [Expr::Count]).filter(Expr::all([
        is("kind", wanted.kind()),
        Expr::column("subject").equals(Expr::Literal(subject.clone())),
        same_type,
        unfinished(Expr::column("state")),
    ]));
    let counts = [of(anybody(program)), of(free(program, anybody(program))), Expr::scalar(unfinished)];
    Select::values(counts.into_iter().chain(of_statuses(program, subject)))
}

/// How many of these people one person is.
fn count(program: &Program, subject: &Literal, people: Select) -> Expr {
    let of = &program.site.subject;
    let key = super::rows::column(program, of.table.id, of.key.id).exact(Expr::of(&of.table.name, &of.key.name));
    let one = people.filter(key.equals(Expr::Literal(subject.clone())));
    Expr::scalar(Select { columns: vec![(Expr::Count, None)], ..one })
}

/// A count of people with the key, and one for each status: 1 where the person is in it.
pub fn statuses(program: &Program, subject: &Literal) -> Select {
    let people = count(program, subject, anybody(program));
    Select::values(std::iter::once(people).chain(of_statuses(program, subject)))
}

fn of_statuses(program: &Program, subject: &Literal) -> impl Iterator<Item = Expr> {
    program.site.subject.statuses.iter().enumerate().map(|(at, status)| match status.meaning {
        // A running request is the status.
        StatusMeaning::OnRequest => Expr::integer(0),
        StatusMeaning::Default | StatusMeaning::When { .. } => count(program, subject, with_status(program, at)),
    })
}

/// How many places of a context have this key; it is there, or not.
pub fn places(program: &Program, place: &Place, key: &str) -> Select {
    let keys = asked::keys(program, place);
    let is_this = keys.columns.iter().map(|(held, _)| held.clone().equals(Expr::text(key)));
    let filter = Expr::all(is_this);
    Select { columns: vec![(Expr::Count, None)], ..keys }.filter(filter)
}

/// The places that the due requests of a type name.
pub fn asked_places(program: &Program, purge_type: &PurgeType) -> Select {
    let subjects = people(program, purge_type);
    let place = Expr::column("place");
    Select::from(REQUEST, [place.clone()])
        .filter(Claim::purge(program, purge_type, &subjects).due())
        .distinct()
        .order([place])
}

/// Kind and type of unfinished requests that no type of the program carries out, because it is gone.
pub fn stranded(program: &Program) -> Select {
    let known = |kind: &str, ids: Vec<&str>| {
        let known = if ids.is_empty() { Expr::any([]) } else { one_of(Expr::column("type"), &ids) };
        Expr::all([is("kind", kind), known])
    };
    let purges = known("purge", program.purge_types.iter().map(|one| one.id.as_str()).collect());
    let exports = known("export", program.export_types.iter().map(|one| one.id.as_str()).collect());
    let columns = ["kind", "type"].map(Expr::column);
    Select::from(REQUEST, columns.clone())
        .filter(Expr::all([is_unfinished(), Expr::any([purges, exports]).negated()]))
        .distinct()
        .order(columns)
}

/// What makes a request, and what tells of it. The indexes of the table refuse a second unfinished one.
pub fn ask(program: &Program, asked: &Asking<'_>) -> (Statement, Vec<Statement>) {
    let theirs =
        Expr::all([Expr::column("subject").equals(Expr::Literal(asked.subject.clone())), is("place", asked.place)]);
    let topic = Topic::new(program, asked.wanted.kind(), asked.wanted.id());
    (made(asked), notice::received_now(program, topic, theirs))
}

/// A request that is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    pub wanted: Wanted<'a>,
    pub subject: &'a Literal,
    /// The key of a place, or nothing.
    pub place: &'a str,
    pub origin: Use,
    pub by: Option<&'a str>,
    pub reason: Option<&'a str>,
}

fn made(asked: &Asking<'_>) -> Statement {
    let Asking { wanted, subject, place, origin, by, reason } = *asked;
    let text = |text: Option<&str>| text.map_or_else(Expr::null, Expr::text);
    let columns = ["kind", "type", "subject", "place", "origin", "state", "asked", "asked_by", "reason"];
    let values = [
        Expr::text(wanted.kind()),
        Expr::text(wanted.id()),
        Expr::Literal(subject.clone()),
        Expr::text(place),
        Expr::text(origin.origin()),
        Expr::text(first_state(wanted.approval())),
        Expr::Now,
        text(by),
        text(reason),
    ];
    Statement::insert(REQUEST, &columns, Select::values(values))
}

/// What somebody decides about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Approve,
    Reject,
    Cancel,
}

impl Decision {
    /// What of it people are told.
    fn event(self) -> Option<Event> {
        match self {
            Self::Approve => Some(Event::RequestApproved),
            Self::Reject => Some(Event::RequestRejected),
            Self::Cancel => None,
        }
    }

    /// The states in which it can be decided so, and the state that follows.
    pub fn states(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Approve => (&["requested", "awaiting_approval", "held"], "approved"),
            Self::Reject => (&["requested", "awaiting_approval"], "rejected"),
            // WHY: not a running one: whether it is carried out is decided by its own transaction.
            Self::Cancel => (&["requested", "awaiting_approval", "approved", "held"], "cancelled"),
        }
    }
}

/// Decides about a request, where its state allows it, and tells of it; of the request itself, too, where nothing was
/// told of it yet.
pub fn decide(
    program: &Program,
    (id, kind, of_type): (i64, &str, &str),
    decision: Decision,
    by: Option<&str>,
    reason: Option<&str>,
) -> Vec<Statement> {
    let topic = Topic::new(program, kind, of_type);
    let this = Expr::column("id").equals(Expr::integer(id));
    let event = decision.event();
    let received = event.map(|_| notice::received(program, topic, Some(this))).unwrap_or_default();
    let told = event.map(|event| notice::told(program, event, topic)).unwrap_or_default();
    let mark = event.and_then(|event| notice::mark(program, event));
    let decided = decided(id, decision, by, reason, mark);
    received.into_iter().chain(with_token(decided, told)).collect()
}

/// What is told is told of what the token of this client marks.
fn with_token(change: Statement, told: Vec<Statement>) -> Vec<Statement> {
    let token = (!told.is_empty()).then_some(Statement::MakeToken);
    token.into_iter().chain([change]).chain(told).collect()
}

fn decided(id: i64, decision: Decision, by: Option<&str>, reason: Option<&str>, mark: Option<Expr>) -> Statement {
    let (from, to) = decision.states();
    let text = |text: &str| Expr::text(text);
    let mut set = vec![("state".to_owned(), Expr::text(to)), ("decided".to_owned(), Expr::Now)];
    set.extend(by.map(|by| ("decided_by".to_owned(), text(by))));
    set.extend(reason.map(|reason| ("reason".to_owned(), text(reason))));
    set.extend(mark.map(|mark| ("token".to_owned(), mark)));
    if decision == Decision::Approve {
        // From here on it is tried anew.
        set.push(("attempts".to_owned(), Expr::integer(0)));
        set.push(("not_before".to_owned(), Expr::null()));
    } else {
        set.push(("finished".to_owned(), Expr::Now));
    }
    let filter = Expr::all([Expr::column("id").equals(Expr::integer(id)), one_of(Expr::column("state"), from)]);
    Statement::Change(Change::Update { table: REQUEST.to_owned(), set, filter, kept: Vec::new() })
}

/// The columns of [`requests`].
pub const REQUEST_COLUMNS: [&str; 15] = [
    "id",
    "kind",
    "type",
    "subject",
    "place",
    "origin",
    "state",
    "attempts",
    "asked",
    "asked_by",
    "decided",
    "decided_by",
    "not_before",
    "finished",
    "reason",
];

/// Requests that meet all that is asked, the oldest first.
pub fn requests(only: &Only) -> Select {
    let texts = [("kind", &only.kind), ("type", &only.of_type), ("state", &only.state)];
    let asked = texts.into_iter().filter_map(|(column, value)| Some(is(column, value.as_deref()?)));
    let id = only.id.map(|id| Expr::column("id").equals(Expr::integer(id)));
    let subject = only.subject.as_ref().map(|key| Expr::column("subject").equals(Expr::Literal(key.clone())));
    Select::from(REQUEST, REQUEST_COLUMNS.map(Expr::column))
        .filter(Expr::all(asked.chain(id).chain(subject)))
        .order([Expr::column("id")])
}

/// Which requests are wanted.
#[derive(Debug, Clone, Default)]
pub struct Only {
    pub id: Option<i64>,
    pub kind: Option<String>,
    pub of_type: Option<String>,
    pub state: Option<String>,
    pub subject: Option<Literal>,
}

/// Whom a purge type may take.
fn people(program: &Program, purge_type: &PurgeType) -> Select {
    if purge_type.transition { in_any_status(program) } else { in_status(program, purge_type.status) }
}

/// How many requests of a purge type are due.
pub fn due(program: &Program, purge_type: &PurgeType) -> Select {
    let subjects = people(program, purge_type);
    Select::from(REQUEST, [Expr::Count]).filter(Claim::purge(program, purge_type, &subjects).due())
}

/// Counts the request where a run made it by itself and somebody has decided otherwise since: nothing carries it out.
pub fn overruled(program: &Program, purge_type: &PurgeType, id: i64) -> Select {
    let is_theirs = automatic::still_theirs(program, purge_type);
    let asked = [Expr::column("id").equals(Expr::integer(id)), is_theirs.negated()];
    Select::from(REQUEST, [Expr::Count]).filter(Expr::all(asked))
}

/// How many requests of a purge type have failed for good.
pub fn given_up(purge_type: &PurgeType) -> Select {
    let failed = [is("kind", "purge"), is("type", &purge_type.id), is("state", "failed")];
    Select::from(REQUEST, [Expr::Count]).filter(Expr::all(failed))
}

/// How many requests this client has claimed and not finished.
pub fn claimed() -> Select {
    Select::from(REQUEST, [Expr::Count]).filter(mine())
}

/// Writes down why what this client claimed has failed. It stays claimed: the next claim gives it back.
pub fn failed(reason: &str) -> Statement {
    let set = vec![("reason".to_owned(), Expr::text(reason))];
    Statement::Change(Change::Update { table: REQUEST.to_owned(), set, filter: mine(), kept: Vec::new() })
}

/// Gives back what this client claimed, as if it had never been claimed.
pub fn give_back() -> Statement {
    let one_less = Expr::Subtract(Arc::new(Expr::column("attempts")), Arc::new(Expr::integer(1)));
    let set = vec![
        ("state".to_owned(), Expr::text("approved")),
        ("attempts".to_owned(), one_less),
        ("token".to_owned(), Expr::null()),
    ];
    Statement::Change(Change::Update { table: REQUEST.to_owned(), set, filter: mine(), kept: Vec::new() })
}

/// The request that this client has claimed and not finished.
pub fn mine_now() -> Select {
    Select::from(REQUEST, [Expr::column("id")]).filter(mine())
}

/// Archives whose time is over: their requests and types, the oldest first.
pub fn expired() -> Select {
    let over = Expr::column("expires").compare(Comparison::LessOrEqual, Expr::Now);
    Select::from(REQUEST, ["id", "type"].map(Expr::column))
        .filter(Expr::all([is("kind", "export"), is("state", "done"), over]))
        .order([Expr::column("id")])
}

/// The archive of a finished export is gone, and who is told so.
pub fn expire(program: &Program, id: i64, of_type: &str) -> Vec<Statement> {
    let mut set = vec![("state".to_owned(), Expr::text("expired"))];
    set.extend(notice::mark(program, Event::ExportExpired).map(|mark| ("token".to_owned(), mark)));
    let told = notice::told(program, Event::ExportExpired, Topic::new(program, "export", of_type));
    let one = Expr::column("id").equals(Expr::integer(id));
    let filter = Expr::all([one, is("kind", "export"), is("state", "done")]);
    let expired = Statement::Change(Change::Update { table: REQUEST.to_owned(), set, filter, kept: Vec::new() });
    with_token(expired, told)
}

/// How many people the run at hand is for, once its requests are settled.
pub fn staged() -> Select {
    let run = Expr::column("run").compare(Comparison::Equal, Expr::Run);
    Select::from(RUN, [Expr::column("subjects")]).filter(run)
}

/// How many rows the run at hand has changed so far.
pub fn changed() -> Select {
    let run = Expr::column("run").compare(Comparison::Equal, Expr::Run);
    Select::from(RESULT, [Expr::Sum(Arc::new(Expr::column("changed")))]).filter(run)
}
