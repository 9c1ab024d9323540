//! How far the runs of a rule are: which rows come next, and what a lost run left behind.
//!
//! The rows of an entry are taken in the order of their keys. What comes next is sought in a transaction of its own,
//! which holds none of them; so a batch holds no more rows than its own, however many lie between two that go.

use super::super::tables::{self, FIRST_KEY, RETENTION, is};
use crate::sql::{Change, Claimed, Comparison, CreateTable, Expr, Family, Reads, Script, Select, Statement};

/// Rows of a batch, by how often the last ones were tried in vain: so the row that stands in the way is found, and passed
/// over until the next round.
const SIZES: [u32; 4] = [5_000, 250, 10, 1];

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
        Expr::Exists(Box::new(Select::from(RETENTION, [Expr::integer(1)]).filter(self.of_run())))
    }

    /// The rows at hand; none where there is no run.
    pub fn range(&self, key: &Expr) -> Expr {
        let end = |name: &str| Expr::scalar(Select::from(RETENTION, [Expr::column(name)]).filter(self.of_run()));
        let from = key.clone().compare(Comparison::GreaterOrEqual, end("low"));
        Expr::all([from, key.clone().compare(Comparison::LessOrEqual, end("high"))])
    }

    /// `first`: what is done before anything is sought.
    pub fn claim(&self, what: &str, sought: &Sought<'_>, first: Script) -> Script {
        let mut script = Script::default();
        script.push(format!("{what}: the mark by which this client knows what it claims"), Statement::MakeToken);
        script.and(Statement::Begin(Reads::Unheld));
        script.pieces.extend(first.pieces);
        let new = [Expr::text(&self.rule), Expr::integer(self.entry), Expr::Now];
        script.push(
            "claim: how far it is",
            Statement::insert_missing(RETENTION, &["rule", "entry", "started"], Select::values(new)),
        );
        script.push(
            "claim: what a lost run left behind is tried again, fewer rows at a time; one row alone is passed over",
            self.update(self.given_back(), Expr::column("low").is_null().negated()),
        );
        let again = Expr::Add(Box::new(Expr::column("attempts")), Box::new(Expr::integer(1)));
        let low = vec![("low", self.low(sought)), ("token", Expr::Token), ("attempts", again), ("run", Expr::null())];
        script.push("claim: the first row whose time is over", self.update(low, Expr::all([])));
        let found = Expr::column("low").is_null().negated();
        if let Some(high) = self.high(sought) {
            script.push(
                format!("claim: and so many rows of the table from there on, at most {}", size(1)),
                self.update(vec![("high", high)], found.clone()),
            );
        }
        script.push("claim: nothing is left, and the next call begins anew", self.update(anew(), found.negated()));
        script.and(Statement::Commit);
        script
    }

    fn given_back(&self) -> Vec<(&'static str, Expr)> {
        let alone = || Expr::all([tried(SIZES.len()), Expr::column("high").is_null().negated()]);
        let last = Expr::Case(vec![(alone(), Expr::column("high"))], Box::new(Expr::column("last")));
        let attempts = Expr::Case(vec![(alone(), count(SIZES.len() - 1))], Box::new(Expr::column("attempts")));
        vec![
            ("last", last),
            ("attempts", attempts),
            ("low", Expr::null()),
            ("high", Expr::null()),
            ("token", Expr::null()),
        ]
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
                let any = Expr::Exists(Box::new(rows.clone()));
                Expr::Case(vec![(any, Expr::integer(0))], Box::new(Expr::null()))
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
            let last = Expr::Greatest(Box::new(Expr::column("k")));
            Expr::scalar(Select::values([last]).query(some, "probate_next"))
        };
        let tried = (1..SIZES.len()).map(|times| {
            let is_so = Expr::column("attempts").compare(Comparison::LessOrEqual, count(times));
            (is_so, of(size(times)))
        });
        Some(Expr::Case(tried.collect(), Box::new(of(size(SIZES.len())))))
    }

    /// The run takes what was claimed; nobody else does before it is over.
    pub fn take(&self) -> Statement {
        let exists = Expr::Run.is_null().negated();
        self.update(vec![("run", Expr::Run)], Expr::all([mine(), exists]))
    }

    /// These rows have been looked at.
    pub fn done(&self) -> Statement {
        let fewer = Expr::Subtract(Box::new(Expr::column("attempts")), Box::new(Expr::integer(2)));
        let attempts = Expr::Case(vec![(tried(3), fewer)], Box::new(Expr::integer(0)));
        let last = Expr::Else(Box::new(Expr::column("high")), Box::new(Expr::column("last")));
        let set = vec![
            ("last", last),
            ("low", Expr::null()),
            ("high", Expr::null()),
            ("attempts", attempts),
            ("token", Expr::null()),
            ("reason", Expr::null()),
        ];
        self.update(set, Expr::column("run").equals(Expr::Run))
    }

    /// How many are done by the run at hand: 1.
    pub fn is_done(&self) -> Expr {
        let done = Expr::all([self.of_run(), Expr::column("low").is_null()]);
        Expr::scalar(Select::from(RETENTION, [Expr::Count]).filter(done))
    }

    /// How many rows say that the run has come further than to the first row: 1, or none.
    pub fn is_on_the_way(&self) -> Select {
        let further = Expr::column("last").compare(Comparison::Greater, Expr::integer(FIRST_KEY));
        Select::from(RETENTION, [Expr::Count]).filter(Expr::all([self.is_this(), further]))
    }

    fn update(&self, set: Vec<(&str, Expr)>, filter: Expr) -> Statement {
        update(set, Expr::all([self.is_this(), filter]))
    }
}

fn update(set: Vec<(&str, Expr)>, filter: Expr) -> Statement {
    let set = set.into_iter().map(|(column, value)| (column.to_owned(), value)).collect();
    Statement::Change(Change::Update { table: RETENTION.to_owned(), set, kept: Vec::new(), filter })
}

/// From the first row again.
fn anew() -> Vec<(&'static str, Expr)> {
    vec![
        ("last", Expr::integer(FIRST_KEY)),
        ("attempts", Expr::integer(0)),
        ("started", Expr::null()),
        ("finished", Expr::Now),
        ("token", Expr::null()),
    ]
}

fn mine() -> Expr {
    Expr::all([Expr::column("token").equals(Expr::Token), Expr::column("low").is_null().negated()])
}

fn tried(times: usize) -> Expr {
    Expr::column("attempts").compare(Comparison::GreaterOrEqual, count(times))
}

fn count(times: usize) -> Expr {
    Expr::integer(i64::try_from(times).unwrap_or(i64::MAX))
}

fn size(attempt: usize) -> u32 {
    SIZES.get(attempt - 1).copied().unwrap_or(1)
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
    let one_less = Expr::Subtract(Box::new(Expr::column("attempts")), Box::new(Expr::integer(1)));
    let set = [("low", Expr::null()), ("high", Expr::null()), ("token", Expr::null())];
    update(set.into_iter().chain([("attempts", one_less)]).collect(), mine())
}

/// `entry`: its place in the script of the rule. `last`: the key up to which its rows have been looked at; `low` and
/// `high`: the keys of the rows at hand.
pub(in super::super) fn table() -> CreateTable {
    use tables::{column, default, optional};
    let number = Family::Integer;
    let columns = vec![
        column("rule", Family::Text),
        column("entry", number),
        default("last", number, Expr::integer(FIRST_KEY)),
        optional("low", number),
        optional("high", number),
        default("attempts", number, Expr::integer(0)),
        optional("started", number),
        optional("finished", number),
        optional("token", Family::Text),
        optional("run", number),
        optional("reason", Family::Text),
    ];
    tables::table(RETENTION, columns, &["rule", "entry"])
}
