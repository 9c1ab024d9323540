//! Offers: listed, and decided one by one or all of a rule.

use super::{Fault, Site, query, run};
use crate::engine::{Connection, Row};
use crate::plan::offer::{self, Decision, Only};
use crate::program::{RetentionRule, Then};
use crate::sql::{Reads, Statement};

/// Data whose time is over by a rule, and which goes once a person has approved it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Offer {
    pub id: i64,
    pub rule: String,
    /// `place`, `person` or `rule`: all data of the rule.
    pub kind: String,
    /// The kind of place.
    pub context: String,
    /// The key of the place or the person.
    pub unit: String,
    /// Rows that might go when it was made.
    pub found: i64,
    /// Seconds since 1970, UTC.
    pub offered: Option<i64>,
    pub state: String,
    pub decided: Option<i64>,
    pub decided_by: Option<String>,
    /// When the first of its rows went.
    pub begun: Option<i64>,
    pub ended: Option<i64>,
    pub reason: Option<String>,
}

/// How many offers of a rule are in which state.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Offers {
    pub offered: u64,
    pub approved: u64,
    pub held: u64,
    pub rejected: u64,
    pub void: u64,
    pub done: u64,
}

/// Which offers are decided about.
#[derive(Debug, Clone, Copy)]
pub enum Selected<'s> {
    These(&'s [i64]),
    /// All of this rule that the decision can be made about.
    AllOf(&'s str),
}

/// How the offers of a rule stand.
pub(super) fn standing(connection: &mut dyn Connection, rule: &RetentionRule) -> Result<Offers, Fault> {
    let found = super::numbers(connection, &offer::counts(&rule.id))?;
    let of = |state: &str| {
        let at = offer::STATES.iter().position(|one| *one == state);
        at.and_then(|at| found.get(at)).copied().map_or(0, super::batch::unsigned)
    };
    Ok(Offers {
        offered: of("offered"),
        approved: of("approved"),
        held: of("held"),
        rejected: of("rejected"),
        void: of("void"),
        done: of("done"),
    })
}

/// Offers, the oldest first.
///
/// # Errors
/// There is no such rule, and nothing was offered by one.
pub fn list(site: Site<'_>, connection: &mut dyn Connection, only: &Only) -> Result<Vec<Offer>, Fault> {
    let found = read_all(connection, only)?;
    match &only.rule {
        // Also of rules of the past.
        Some(name) if found.is_empty() && read_all(connection, &of_rule(name))?.is_empty() => {
            known(site, name)?;
            Ok(found)
        }
        _ => Ok(found),
    }
}

/// Decides about offers, about all of them or none, and returns them.
///
/// # Errors
/// One of them is not there, is in a state in which that cannot be decided, or its rule is gone from the policy.
pub fn decide(
    site: Site<'_>,
    connection: &mut dyn Connection,
    selected: Selected<'_>,
    decision: Decision,
    (by, reason): (Option<&str>, Option<&str>),
) -> Result<Vec<Offer>, Fault> {
    if let Selected::AllOf(rule) = selected {
        known(site, rule)?;
    }
    run(connection, &Statement::Begin(Reads::Latest))?;
    let decided = decide_in(site, connection, selected, decision, (by, reason));
    if decided.is_err() {
        connection.undo()?;
    }
    decided
}

fn decide_in(
    site: Site<'_>,
    connection: &mut dyn Connection,
    selected: Selected<'_>,
    decision: Decision,
    (by, reason): (Option<&str>, Option<&str>),
) -> Result<Vec<Offer>, Fault> {
    let (from, to) = decision.states();
    let ids = match selected {
        Selected::These(ids) => ids.to_vec(),
        Selected::AllOf(rule) => {
            let all = read_all(connection, &of_rule(rule))?.into_iter();
            all.filter(|one| from.contains(&one.state.as_str())).map(|one| one.id).collect()
        }
    };
    if ids.is_empty() {
        run(connection, &Statement::Commit)?;
        return Ok(Vec::new());
    }
    let only = Only { ids, ..Only::default() };
    let before = read_all(connection, &only)?;
    if let Some(id) = only.ids.iter().find(|id| !before.iter().any(|one| one.id == **id)) {
        return Err(Fault::refused(format!("there is no offer {id}"), "see `probate offer list`"));
    }
    for one in &before {
        if !from.contains(&one.state.as_str()) {
            return Err(not_from(one, from, to));
        }
        if decision != Decision::Reject {
            known(site, &one.rule)?;
        }
    }
    run(connection, &offer::decide(&only, decision, by, reason))?;
    let after = read_all(connection, &only)?;
    // Somebody was faster.
    if let Some(one) = after.iter().find(|one| one.state != to) {
        return Err(not_from(one, from, to));
    }
    run(connection, &Statement::Commit)?;
    Ok(after)
}

fn not_from(one: &Offer, from: &[&str], to: &str) -> Fault {
    let help = match one.state.as_str() {
        "rejected" => "`probate offer reopen` brings it back".to_owned(),
        "void" | "done" => "it is over; what is over anew is offered by the next run".to_owned(),
        _ => format!("only what is {} can", from.join(", ")),
    };
    Fault::refused(format!("offer {} is `{}`, and cannot become `{to}`", one.id, one.state), help)
}

fn of_rule(name: &str) -> Only {
    Only { rule: Some(name.to_owned()), ..Only::default() }
}

fn known(site: Site<'_>, name: &str) -> Result<(), Fault> {
    let offers = |rule: &&RetentionRule| rule.at_most.as_ref().is_some_and(|at_most| at_most.then == Then::Offer);
    let known: Vec<&str> = site.program().retention_rules.iter().filter(offers).map(|rule| rule.id.as_str()).collect();
    if known.contains(&name) {
        return Ok(());
    }
    Err(Fault::unknown(format!("the policy has no retention rule `{name}` that offers anything"), name, known))
}

fn read_all(connection: &mut dyn Connection, only: &Only) -> Result<Vec<Offer>, Fault> {
    let rows = query(connection, &offer::list(only))?;
    Ok(rows.into_iter().filter_map(read).collect())
}

fn read(row: Row) -> Option<Offer> {
    let mut values = row.into_iter();
    let mut text = || values.next().flatten();
    let number = |text: Option<String>| text.and_then(|text| text.parse::<i64>().ok());
    Some(Offer {
        id: number(text())?,
        rule: text()?,
        kind: text()?,
        context: text()?,
        unit: text()?,
        found: number(text())?,
        offered: number(text()),
        state: text()?,
        decided: number(text()),
        decided_by: text(),
        begun: number(text()),
        ended: number(text()),
        reason: text(),
    })
}
