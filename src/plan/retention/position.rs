//! How far the runs of a rule are: which rows come next, and what a lost run left behind.
//!
//! The rows of an entry are taken in the order of their keys. What comes next is sought in a transaction of its own,
//! which holds none of them; so a batch holds no more rows than its own, however many lie between two that go.

use std::sync::Arc;

use super::super::tables::{self, FIRST_KEY, RESULT, RETENTION, is};
use crate::sql::{Change, Claimed, Comparison, CreateTable, Expr, Family, Reads, Script, Select, Statement};

/// Rows of the table in a batch.
pub(super) const ROWS: u32 = 20_000;
/// How many rows a batch has that begins at a key up to which larger ones have failed, by the column that says so: so the
/// row that stands in the way is found, and passed over until the next round.
const FEWER: [(&str, u32); 3] = [("by_1", 1), ("by_10", 10), ("by_250", 250)];

/// An entry of a rule, by its place in the script.
#[derive(Debug, Clone)]
pub(in super::super) struct Position {
    pub rule: String,
    pub entry: i64,
}

/// What is looked for.
pub(in super::super) enum Sought<'s> {
    /// Rows of a table with a key that is one whole number: the first, and all up to so many rows of the table further.
    Range { table: &'s str, key: &'s str, due: Expr },
    /// Whether there are any.
    Any(Select),
}

impl Position {
    fn is_this(&self) -> Expr {
        Expr::all([is("rule", &self.rule), Expr::column("entry").equals(Expr::integer(self.entry))])
    }

    fn of_run(&self) -> Expr {
        Expr::all([self.is_this(), Expr::column("run").equals(Expr::Run)])
    }

    /// What a claim took, if anything.
    pub fn claimed(&self) -> Claimed {
        Claimed { table: RETENTION, filter: Expr::all([self.is_this(), mine()]) }
    }

    /// There is a run, and it is about this.
    pub fn is_at_hand(&self) -> Expr {
        Expr::Exists(Arc::new(Select::from(RETENTION, [Expr::integer(1)]).filter(self.of_run())))
    }

    /// The rows at hand; none where there is no run, whatever a session remembers.
    pub fn range(&self, key: &Expr) -> Expr {
        let end = |name| Expr::Remembered(name, Arc::new(self.end(name)));
        let from = key.clone().compare(Comparison::GreaterOrEqual, end("low"));
        Expr::all([self.is_at_hand(), from, key.clone().compare(Comparison::LessOrEqual, end("high"))])
    }

    fn end(&self, name: &str) -> Expr {
        Expr::scalar(Select::from(RETENTION, [Expr::column(name)]).filter(self.of_run()))
    }

    /// Which rows are at hand.
    pub fn remember(&self) -> Script {
        let mut script = Script::default();
        for name in ["low", "high"] {
            script.and(Statement::Remember(name, self.end(name)));
        }
        script
    }

    /// `first`: what is done before anything is sought. `rounds`: whether a round that changed something is followed by
    /// another, because it may have made room for rows that it had passed.
    pub fn claim(&self, what: &str, sought: &Sought<'_>, first: Script, rounds: bool) -> Script {
        let mut script = Script::default();
        script.push(format!("{what}: the mark by which this client knows what it claims"), Statement::MakeToken);
        script.and(Statement::Begin(Reads::Unheld));
        script.and(Statement::CommitUnawaited);
        script.pieces.extend(first.pieces);
        let new = [Expr::text(&self.rule), Expr::integer(self.entry), Expr::Now];
        script.push(
            "claim: how far it is",
            Statement::insert_missing(RETENTION, &["rule", "entry", "started"], Select::values(new)),
        );
        script.push(
            "claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over",
            self.update(given_back(), is_found()),
        );
        let next = vec![("low", self.low(sought)), ("token", Expr::Token), ("run", Expr::null())];
        script.push("claim: the first row whose time is over", self.update(next, Expr::all([])));
        if rounds && let Sought::Range { .. } = sought {
            let changed = Expr::column("changed").compare(Comparison::Greater, Expr::integer(0));
            let filter = Expr::all([is_found().negated(), changed]);
            script.push(
                "claim: after a round that changed something, from the first row again",
                self.update(anew(), filter.clone()),
            );
            script.and(self.update(vec![("low", self.low(sought)), ("changed", Expr::integer(0))], filter));
        }
        if let Some(high) = self.high(sought) {
            let comment = format!("claim: and so many rows of the table from there on, at most {ROWS}");
            script.push(comment, self.update(vec![("high", high)], is_found()));
        }
        let end = [("changed", Expr::integer(0)), ("started", Expr::null()), ("finished", Expr::Now)];
        let end = anew().into_iter().chain(end).chain([("token", Expr::null())]).collect();
        script.push("claim: nothing is left, and the next call begins anew", self.update(end, is_found().negated()));
        script.and(Statement::Commit);
        script
    }

    fn low(&self, sought: &Sought<'_>) -> Expr {
        match sought {
            Sought::Range { table, key, due } => {
                let key = Expr::of(table, key);
                let last = Expr::scalar(Select::from(RETENTION, [Expr::column("last")]).filter(self.is_this()));
                let next = key.clone().compare(Comparison::Greater, last);
                let rows = Select::from(table, [key.clone()]).filter(Expr::all([next, due.clone()]));
                Expr::scalar(rows.order([key]).limit(1))
            }
            Sought::Any(rows) => {
                let any = Expr::Exists(Arc::new(rows.clone()));
                Expr::Case(vec![(any, Expr::integer(0))], Arc::new(Expr::null()))
            }
        }
    }

    fn high(&self, sought: &Sought<'_>) -> Option<Expr> {
        let Sought::Range { table, key, .. } = sought else { return None };
        let of = |rows: u32| {
            let key = Expr::of(table, key);
            let low = Expr::scalar(Select::from(RETENTION, [Expr::column("low")]).filter(self.is_this()));
            let from = key.clone().compare(Comparison::GreaterOrEqual, low);
            let some = Select::from(table, [key.clone()]).named("k").filter(from).order([key]).limit(rows);
            let last = Expr::Greatest(Arc::new(Expr::column("k")));
            Expr::scalar(Select::values([last]).query(some, "probate_next"))
        };
        let fewer = FEWER.into_iter().map(|(column, rows)| (reaches(column), of(rows))).collect();
        Some(Expr::Case(fewer, Arc::new(of(ROWS))))
    }

    /// The run takes what was claimed; nobody else does before it is over.
    pub fn take(&self) -> Statement {
        let exists = Expr::Run.is_null().negated();
        self.update(vec![("run", Expr::Run)], Expr::all([mine(), exists]))
    }

    /// These rows have been looked at.
    pub fn done(&self) -> Statement {
        let last = Expr::Else(Arc::new(Expr::column("high")), Arc::new(Expr::column("last")));
        let of_run = Expr::column("run").equals(Expr::Run);
        let rows = Select::from(RESULT, [Expr::Sum(Arc::new(Expr::column("changed")))]).filter(of_run.clone());
        let changed = Expr::Add(Arc::new(Expr::column("changed")), Arc::new(Expr::scalar(rows)));
        let set = vec![
            ("last", last),
            ("low", Expr::null()),
            ("high", Expr::null()),
            ("changed", changed),
            ("token", Expr::null()),
            ("reason", Expr::null()),
        ];
        self.update(set, of_run)
    }

    /// How many are done by the run at hand: 1.
    pub fn is_done(&self) -> Expr {
        let done = Expr::all([self.of_run(), Expr::column("low").is_null()]);
        Expr::scalar(Select::from(RETENTION, [Expr::Count]).filter(done))
    }

    fn update(&self, set: Vec<(&str, Expr)>, filter: Expr) -> Statement {
        update(set, Expr::all([self.is_this(), filter]))
    }
}

fn update(set: Vec<(&str, Expr)>, filter: Expr) -> Statement {
    let set = set.into_iter().map(|(column, value)| (column.to_owned(), value)).collect();
    Statement::Change(Change::Update { table: RETENTION.to_owned(), set, kept: Vec::new(), filter })
}

/// What a lost run left behind: what was tried last is tried again with fewer rows, or is passed over.
fn given_back() -> Vec<(&'static str, Expr)> {
    let mut set = Vec::new();
    // The larger the batch was, the later it stands; and larger than the last are all others.
    let mut tried: Vec<Expr> = Vec::new();
    let mut next = "last";
    for (column, _) in FEWER {
        let is_it = Expr::all(tried.iter().cloned().chain([reaches(column), has_end()]));
        set.push((next, Expr::Case(vec![(is_it, Expr::column("high"))], Arc::new(Expr::column(next)))));
        tried.push(reaches(column).negated());
        next = column;
    }
    let is_whole = Expr::all(tried.into_iter().chain([has_end()]));
    set.push((next, Expr::Case(vec![(is_whole, Expr::column("high"))], Arc::new(Expr::column(next)))));
    set.extend([("low", Expr::null()), ("high", Expr::null()), ("token", Expr::null())]);
    set
}

/// The batch begins at a key up to which there are so few rows in one.
fn reaches(column: &str) -> Expr {
    Expr::column("low").compare(Comparison::LessOrEqual, Expr::column(column))
}

fn has_end() -> Expr {
    Expr::column("high").is_null().negated()
}

fn is_found() -> Expr {
    Expr::column("low").is_null().negated()
}

/// From the first row again.
fn anew() -> Vec<(&'static str, Expr)> {
    ["last"]
        .into_iter()
        .chain(FEWER.map(|(column, _)| column))
        .map(|column| (column, Expr::integer(FIRST_KEY)))
        .collect()
}

fn mine() -> Expr {
    Expr::all([Expr::column("token").equals(Expr::Token), is_found()])
}

/// How many batches this client has claimed and not finished.
pub fn claimed() -> Select {
    Select::from(RETENTION, [Expr::Count]).filter(mine())
}

/// Writes down why what this client claimed has failed. It stays claimed: the next claim gives it back.
pub fn failed(reason: &str) -> Statement {
    update(vec![("reason", Expr::text(reason))], mine())
}

/// Gives back what this client claimed, as if it had never been claimed.
pub fn give_back() -> Statement {
    update(vec![("low", Expr::null()), ("high", Expr::null()), ("token", Expr::null())], mine())
}

/// `entry`: its place in the script of the rule. `last`: the key up to which its rows have been looked at; `low` and
/// `high`: the keys of the rows at hand. `by_…`: the key up to which so many are taken at a time, because more have failed.
/// `changed`: rows of this round.
pub(in super::super) fn table() -> CreateTable {
    use tables::{column, default, optional};
    let number = Family::Integer;
    let columns = vec![
        column("rule", Family::Text),
        column("entry", number),
        default("last", number, Expr::integer(FIRST_KEY)),
        optional("low", number),
        optional("high", number),
        default("by_250", number, Expr::integer(FIRST_KEY)),
        default("by_10", number, Expr::integer(FIRST_KEY)),
        default("by_1", number, Expr::integer(FIRST_KEY)),
        default("changed", number, Expr::integer(0)),
        optional("started", number),
        optional("finished", number),
        optional("token", Family::Text),
        optional("run", number),
        optional("reason", Family::Text),
    ];
    tables::table(RETENTION, columns, &["rule", "entry"])
}
