//! Offers: data whose time is over by a retention rule, and which goes once a person has approved it.

use std::sync::Arc;

use super::asked::NOWHERE;
use super::tables::{self, OFFER, is, one_of};
use crate::sql::{Change, CreateTable, Expr, Family, Script, Select, Statement};

pub const STATES: &[&str] = &["offered", "approved", "held", "rejected", "void", "done"];
/// States in which somebody may still change their mind, or rows may still go.
pub(super) const OPEN: &[&str] = &["offered", "approved", "held"];
/// States of which there is one offer at most for a rule and what it is about. What was rejected is not offered again.
pub(super) const STANDING: &[&str] = &["offered", "approved", "held", "rejected"];
/// States in which rows go. `held`: what may go has gone, and a duty or a hold keeps the rest.
pub(super) const GOING: &[&str] = &["approved", "held"];

/// What a person decides about an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Approve,
    Reject,
    /// What was rejected waits for a decision again.
    Reopen,
}

impl Decision {
    /// From which states, to which.
    pub fn states(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Approve => (&["offered"], "approved"),
            Self::Reject => (OPEN, "rejected"),
            Self::Reopen => (&["rejected"], "offered"),
        }
    }
}

/// Which offers.
#[derive(Debug, Clone, Default)]
pub struct Only {
    /// Only these; empty: all.
    pub ids: Vec<i64>,
    pub rule: Option<String>,
    pub state: Option<String>,
}

impl Only {
    fn asked(&self) -> Vec<Expr> {
        let texts = [("rule", &self.rule), ("state", &self.state)];
        let texts = texts.into_iter().filter_map(|(column, value)| Some(is(column, value.as_deref()?)));
        let ids = self.ids.iter().map(|id| Expr::integer(*id)).collect();
        let ids = (!self.ids.is_empty()).then(|| Expr::InList(Arc::new(Expr::column("id")), ids));
        texts.chain(ids).collect()
    }
}

/// The columns of [`list`].
pub const COLUMNS: [&str; 13] = [
    "id",
    "rule",
    "kind",
    "context",
    "unit",
    "found",
    "offered",
    "state",
    "decided",
    "decided_by",
    "begun",
    "ended",
    "reason",
];

/// Offers that meet all that is asked, the oldest first.
pub fn list(only: &Only) -> Select {
    let all = Select::from(OFFER, COLUMNS.map(Expr::column)).order([Expr::column("id")]);
    only.asked().into_iter().fold(all, Select::filter)
}

/// Decides about offers that are in a state in which that can be decided.
pub fn decide(only: &Only, decision: Decision, by: Option<&str>, reason: Option<&str>) -> Statement {
    let (from, to) = decision.states();
    let said = |text: Option<&str>| text.map_or_else(Expr::null, Expr::text);
    let set =
        vec![("state", Expr::text(to)), ("decided", Expr::Now), ("decided_by", said(by)), ("reason", said(reason))];
    let filter = Expr::all(only.asked().into_iter().chain([one_of(Expr::column("state"), from)]));
    change(set, filter)
}

pub(super) fn change(set: Vec<(&str, Expr)>, filter: Expr) -> Statement {
    let set = set.into_iter().map(|(column, value)| (column.to_owned(), value)).collect();
    Statement::Change(Change::Update { table: OFFER.to_owned(), set, kept: Vec::new(), filter })
}

/// How many offers of a rule are in each of [`STATES`].
pub fn counts(rule: &str) -> Select {
    let in_state = |state: &&str| {
        Expr::Sum(Arc::new(Expr::Case(vec![(is("state", state), Expr::integer(1))], Arc::new(Expr::integer(0)))))
    };
    Select::from(OFFER, STATES.iter().map(in_state)).filter(is("rule", rule))
}

/// `kind`: `place`, `person` or `rule`: what an offer is about. `context`: of a place, its kind; `unit`: the key of the
/// place or the person, as a text; empty where it is about all data of the rule. `subject`: the person, as the Site has
/// the key. `found`: rows that might go when it was made. `begun`: when the first of its rows went.
fn table(key: Family) -> CreateTable {
    use tables::{column, counted, default, optional};
    let (number, text) = (Family::Integer, Family::Text);
    let columns = vec![
        counted("id"),
        column("rule", text),
        column("kind", text),
        default("context", text, Expr::text(NOWHERE)),
        default("unit", text, Expr::text(NOWHERE)),
        optional("subject", key),
        column("found", number),
        column("offered", number),
        column("state", text),
        optional("decided", number),
        optional("decided_by", text),
        optional("begun", number),
        optional("ended", number),
        optional("reason", text),
        column("program", text),
    ];
    CreateTable {
        checks: vec![("probate_offer_state", one_of(Expr::column("state"), STATES))],
        ..tables::table(OFFER, columns, &[])
    }
}

/// What `install.sql` makes for it.
pub(super) fn tables(key: Family, script: &mut Script) {
    script.push("what waits for a person before it goes by its age", Statement::CreateTable(table(key)));
    script.push(
        "one standing offer for a rule and what it is about",
        Statement::CreateIndex {
            name: "probate_offer_standing",
            unique: true,
            table: OFFER,
            columns: vec!["rule", "kind", "unit"],
            filter: Some(one_of(Expr::column("state"), STANDING)),
        },
    );
}
