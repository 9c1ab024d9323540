//! Claiming: a transaction of its own, because a count of attempts inside the purge would be undone with it.

use std::sync::Arc;

use super::asked::{self, NOWHERE};
use super::automatic;
use super::notice::{self, Topic};
use super::tables::{REQUEST, is, is_unfinished, one_of};
use crate::program::{Event, Program, PurgeType, StatusMeaning, Use};
use crate::sql::{Change, Comparison, Expr, Family, Reads, Script, Select, Statement};

/// Requests of one run, if nobody says otherwise. Larger transactions lose deadlocks with the application (measured in
/// the design).
pub const BATCH: u32 = 50;
const ATTEMPTS: i64 = 5;

/// Which requests a script is for.
#[derive(Clone)]
pub(super) struct Claim<'c> {
    pub kind: &'static str,
    pub type_id: &'c str,
    /// Which subjects may be taken, as a set of their keys.
    pub subjects: &'c Select,
    /// How it may be asked for.
    pub uses: &'c [Use],
    pub limit: u32,
    /// Requests whose place cannot be: one that is not there, none where one is asked for, one where none is.
    pub misplaced: Expr,
    /// Nobody has decided otherwise since it was asked for.
    pub still_theirs: Expr,
    pub places: Places,
}

/// Whether requests name a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    None,
    /// A run is about one place: whose rows lie in which is not asked of each person apart.
    OneRunEach,
}

impl<'c> Claim<'c> {
    pub fn purge(program: &Program, purge_type: &'c PurgeType, subjects: &'c Select) -> Self {
        Self {
            kind: "purge",
            type_id: &purge_type.id,
            subjects,
            uses: &purge_type.uses,
            limit: BATCH,
            misplaced: asked::misplaced(program, purge_type),
            still_theirs: automatic::still_theirs(program, purge_type),
            places: asked::place_of(program, purge_type).map_or(Places::None, |_| Places::OneRunEach),
        }
    }

    /// An archive is one person's: one at a time.
    pub fn export(type_id: &'c str, uses: &'c [Use], subjects: &'c Select) -> Self {
        let misplaced = Expr::column("place").differs(Expr::text(NOWHERE));
        Self {
            kind: "export",
            type_id,
            subjects,
            uses,
            limit: 1,
            misplaced,
            still_theirs: Expr::all([]),
            places: Places::None,
        }
    }

    /// Requests from the unfinished ones: each of the states that are looked for is one of those.
    fn ours(&self) -> Expr {
        Expr::all([is("kind", self.kind), is("type", self.type_id), is_unfinished()])
    }

    pub fn due(&self) -> Expr {
        let not_before = Expr::column("not_before");
        let is_time = not_before.clone().compare(Comparison::LessOrEqual, Expr::Now);
        let approved = Expr::all([is("state", "approved"), Expr::any([not_before.is_null(), is_time.clone()])]);
        // What a duty kept may go by now.
        let released = Expr::all([is("state", "held"), is_time]);
        let may_be_held = self.kind == "purge";
        Expr::all([
            self.ours(),
            Expr::any(std::iter::once(approved).chain(may_be_held.then_some(released))),
            Expr::column("subject").within(self.subjects.clone()),
            self.misplaced.clone().negated(),
            self.still_theirs.clone(),
            self.on_offer(),
        ])
    }

    /// States from which requests are taken.
    fn waiting(&self) -> &'static [&'static str] {
        if self.kind == "purge" { &["approved", "held"] } else { &["approved"] }
    }

    /// Nothing is carried out that may not be asked for so; rules and laws are no offer.
    fn on_offer(&self) -> Expr {
        let ways = [Use::Manual, Use::Automatic, Use::Oneself];
        let refused = ways.into_iter().filter(|way| !self.uses.contains(way));
        let refused: Vec<Expr> = refused.map(|way| Expr::text(way.origin())).collect();
        if refused.is_empty() {
            return Expr::all([]);
        }
        Expr::InList(Arc::new(Expr::column("origin")), refused).negated()
    }

    /// `first`: what is done before anything is claimed.
    pub fn write(&self, program: &Program, script: &mut Script, first: Script) {
        let topic = Topic::new(program, self.kind, self.type_id);
        script.push("the mark by which this client knows what it claims", Statement::MakeToken);
        script.and(Statement::Begin(Reads::Unheld));
        script.pieces.extend(first.pieces);
        let received = notice::received(program, topic, None);
        if !received.is_empty() {
            script.group("outbox: notices of requests that are new", received);
            // WHY: whoever waits for others, as a claim does, should hold little that others wait for.
            script.and(Statement::Commit);
            script.and(Statement::Begin(Reads::Unheld));
        }
        script.and(Statement::CommitUnawaited);
        script.push(
            "claim: what a lost run left behind goes back, or has failed too often",
            Statement::Change(self.give_back(program)),
        );
        script.push(
            "claim: what names a place that cannot be has failed",
            Statement::Change(self.refuse_misplaced(program)),
        );
        script.group("outbox: notices of what has failed", notice::told(program, Event::RequestFailed, topic));
        let fresh = || Expr::all([self.due(), Expr::column("attempts").equals(Expr::integer(0))]);
        let in_order = |wanted: Select| wanted.filter(fresh()).order([Expr::column("id")]);
        let mut taken = in_order(Select::from(REQUEST, [Expr::column("id")])).limit(self.limit);
        let mut said = format!("claim: fresh requests, at most {}", self.limit);
        if self.places == Places::OneRunEach {
            let first = in_order(Select::from(REQUEST, [Expr::column("place")])).limit(1).derived("first", &["place"]);
            taken = taken.filter(Expr::column("place").equals(Expr::scalar(first)));
            said.push_str(", all for the place of the first");
        }
        script.push(said, Statement::Change(take(taken, self.waiting(), None)));
        // Known before anything is written.
        let mine = Select::from(REQUEST, [Expr::column("id")]).filter(mine()).limit(1).derived("mine", &["id"]);
        let nothing = Expr::Exists(Arc::new(mine)).negated();
        let retry = Select::from(REQUEST, [Expr::column("id")])
            .filter(self.due())
            .order([Expr::column("attempts"), Expr::column("id")])
            .limit(1);
        script.push(
            "claim: or else the one retry with the fewest attempts",
            Statement::Change(take(retry, self.waiting(), Some(nothing))),
        );
        script.and(Statement::Commit);
    }

    fn refuse_misplaced(&self, program: &Program) -> Change {
        let mut set = vec![
            ("state".to_owned(), Expr::text("failed")),
            ("reason".to_owned(), Expr::text("unknown-place")),
            ("finished".to_owned(), Expr::Now),
        ];
        set.extend(notice::mark(program, Event::RequestFailed).map(|mark| ("token".to_owned(), mark)));
        Change::Update {
            table: REQUEST.to_owned(),
            set,
            kept: Vec::new(),
            filter: Expr::all([self.ours(), is("state", "approved"), self.misplaced.clone()]),
        }
    }

    fn give_back(&self, program: &Program) -> Change {
        // What made it fail, where that was written down.
        let why = Expr::Else(Arc::new(Expr::column("reason")), Arc::new(Expr::text("attempts")));
        let reason = often(why, Expr::column("reason"));
        give_back(program, reason, Expr::all([self.ours(), is("state", "running")]))
    }
}

/// Gives requests back that cannot be carried out now, for this reason.
pub(super) fn put_off(program: &Program, reason: &str, which: Expr) -> Change {
    give_back(program, Expr::text(reason), which)
}

fn tried(times: i64) -> Expr {
    Expr::column("attempts").compare(Comparison::GreaterOrEqual, Expr::integer(times))
}

fn often(yes: Expr, no: Expr) -> Expr {
    Expr::Case(vec![(tried(ATTEMPTS), yes)], Arc::new(no))
}

/// Requests go back for another attempt, or have failed too often.
fn give_back(program: &Program, reason: Expr, which: Expr) -> Change {
    // Seconds: the first retry at once and alone, then ever later.
    let wait = Expr::Case(
        vec![(tried(4), Expr::integer(3600)), (tried(3), Expr::integer(600)), (tried(2), Expr::integer(60))],
        Arc::new(Expr::integer(0)),
    );
    let mark = notice::mark(program, Event::RequestFailed);
    let token = mark.map_or_else(Expr::null, |mark| often(mark, Expr::null()));
    Change::Update {
        table: REQUEST.to_owned(),
        set: vec![
            ("state".to_owned(), often(Expr::text("failed"), Expr::text("approved"))),
            ("reason".to_owned(), reason),
            ("finished".to_owned(), often(Expr::Now, Expr::column("finished"))),
            ("not_before".to_owned(), Expr::Add(Arc::new(Expr::Now), Arc::new(wait))),
            ("token".to_owned(), token),
        ],
        kept: Vec::new(),
        filter: which,
    }
}

fn take(which: Select, from: &[&str], only_if: Option<Expr>) -> Change {
    let chosen = Expr::column("id").within(which.derived("chosen", &["id"]));
    // Once more, for a client that waited for another which has claimed the same.
    let approved = if let [only] = from { is("state", only) } else { one_of(Expr::column("state"), from) };
    Change::Update {
        table: REQUEST.to_owned(),
        set: vec![
            ("state".to_owned(), Expr::text("running")),
            ("attempts".to_owned(), Expr::Add(Arc::new(Expr::column("attempts")), Arc::new(Expr::integer(1)))),
            ("token".to_owned(), Expr::Token),
        ],
        kept: Vec::new(),
        filter: Expr::all([Some(approved), Some(chosen), only_if].into_iter().flatten()),
    }
}

/// The requests that this client claimed and has not finished.
pub(super) fn mine() -> Expr {
    Expr::all([Expr::column("token").equals(Expr::Token), is("state", "running")])
}

/// All people of the site: keys that are somebody's.
pub(super) fn anybody(program: &Program) -> Select {
    let subject = &program.site.subject;
    let declared = super::rows::column(program, subject.table.id, subject.key.id);
    let key = || Expr::of(&subject.table.name, &subject.key.name);
    // 'NOBODY' is somebody, also where the column takes it for 'nobody'.
    let exact = || declared.exact(key());
    let mut somebody = vec![key().is_null().negated()];
    if declared.family == Family::Text {
        somebody.push(exact().compare(Comparison::Unequal, Expr::text("")));
    }
    if !subject.nobody.is_empty() {
        let nobody = subject.nobody.iter().cloned().map(Expr::Literal).collect();
        somebody.push(Expr::InList(Arc::new(exact()), nobody).negated());
    }
    Select::from(&subject.table.name, [exact()]).filter(Expr::all(somebody))
}

/// The people who are in this status now and may be purged.
pub(super) fn in_status(program: &Program, status: usize) -> Select {
    free(program, with_status(program, status))
}

/// The people whom a type with `transition` may put into its status.
pub(super) fn in_any_status(program: &Program) -> Select {
    free(program, anybody(program))
}

/// Unknown counts as protected.
pub(super) fn free(program: &Program, people: Select) -> Select {
    let subject = &program.site.subject;
    let free = subject.protected.iter().map(|protected| protected.clone().negated());
    let takes_over = subject.placeholders.iter().map(|one| one.condition.expr.clone().is_true().negated());
    let conditions: Vec<Expr> = free.chain(takes_over).collect();
    if conditions.is_empty() { people } else { people.filter(Expr::all(conditions)) }
}

/// The people who are in this status now. Somebody for whom any condition of a status is unknown is in none.
pub(super) fn with_status(program: &Program, status: usize) -> Select {
    let subject = &program.site.subject;
    let is_default =
        subject.statuses.get(status).is_some_and(|status| matches!(status.meaning, StatusMeaning::Default));
    let table = program.schema.table(subject.table.id);
    let mut conditions = Vec::new();
    for (index, other) in subject.statuses.iter().enumerate() {
        let StatusMeaning::When { condition, .. } = &other.meaning else { continue };
        if index == status {
            conditions.push(condition.expr.clone());
        } else if is_default {
            conditions.push(condition.expr.clone().negated());
        } else if condition.reads.iter().any(|(of, column)| *of != subject.table.id || table.column(*column).nullable) {
            conditions.push(condition.expr.clone().is_null().negated());
        }
    }
    if conditions.is_empty() { anybody(program) } else { anybody(program).filter(Expr::all(conditions)) }
}
