//! `simulate`: what retention rules will come to, month by month, if the database stays as it is; and nothing done.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::retention::of_those;
use super::{Fault, Site, looked, number, ready, run_at};
use crate::engine::{Connection, Failure, Row};
use crate::plan::retention::simulate::{self, Forecast};
use crate::plan::{Counted, MonthCounts};
use crate::program::{AtLeast, AtMost, RetentionRule};
use crate::sql::{Expr, Select, Statement};

/// So many months are counted at most.
const MONTHS: usize = 120;

/// Until when, and of which rules.
#[derive(Debug, Clone, Default)]
pub struct Simulating {
    /// In seconds since 1970, UTC.
    pub as_of: i64,
    /// Only these; empty: all.
    pub rules: Vec<String>,
}

/// What will be due, rule by rule.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Simulated {
    /// The days from which and up to which it is counted, UTC.
    pub from: String,
    pub as_of: String,
    /// As `2026-11`: from the month of the first day to that of the last.
    pub months: Vec<String>,
    pub rules: Vec<RuleSimulated>,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RuleSimulated {
    pub id: String,
    /// What happens to them: as `then` says; nothing is done with what a duty keeps no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    /// `rows`, `people`, or rows that a duty keeps no more.
    pub of: Of,
    #[serde(flatten)]
    pub counts: Counts,
    /// Whether as many go, or at most.
    pub counted: Counted,
    /// The same by table; none of people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntrySimulated>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    Rows,
    People,
    Released,
}

/// Rows of a table, with what happens to them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct EntrySimulated {
    pub item: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    pub table: String,
    #[serde(flatten)]
    pub counts: Counts,
    pub counted: Counted,
}

/// How many.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Whose time is over already.
    pub now: u64,
    /// Whose time ends in each of the months.
    pub by_month: Vec<u64>,
    pub total: u64,
}

impl Counts {
    /// `until`: how many go as of each moment, or before it.
    fn of(until: &[u64]) -> Self {
        let total = until.last().copied().unwrap_or(0);
        let months = until.windows(2).map(|pair| match pair {
            [before, after] => after.saturating_sub(*before),
            _ => 0,
        });
        Self { now: until.first().copied().unwrap_or(0), by_month: months.collect(), total }
    }

    fn add(&mut self, other: &Self) {
        self.now += other.now;
        self.total += other.total;
        if self.by_month.len() < other.by_month.len() {
            self.by_month.resize(other.by_month.len(), 0);
        }
        self.by_month.iter_mut().zip(&other.by_month).for_each(|(own, more)| *own += more);
    }
}

/// Counts what will be due. Nothing of the database is changed.
///
/// # Errors
/// The day is over, or too far away; a rule is not known; the database is not the one compiled for, or refuses.
pub fn simulate(site: Site<'_>, connection: &mut dyn Connection, simulating: &Simulating) -> Result<Simulated, Fault> {
    ready(site, connection)?;
    let now = number(connection, &Select::values([Expr::Now]))?;
    let until = simulating.as_of;
    let (first, last) = (day(now)?, day(until)?);
    if last < first {
        return Err(Fault::refused(
            format!("{last} is over: it is {first}"),
            "what is due today is told by `probate plan`; name a day that is to come",
        ));
    }
    let (months, mut moments) = months(first, last);
    if months.len() > MONTHS {
        return Err(Fault::refused(
            format!("from {first} to {last} there are {} months, and no more than {MONTHS} are counted", months.len()),
            format!("name a day before {}", first_too_late(first)),
        ));
    }
    moments.insert(0, now);
    moments.push(until.max(now));
    let mut simulated = Simulated { from: first.to_string(), as_of: last.to_string(), months, rules: Vec::new() };
    for rule in wanted(site, &simulating.rules)? {
        if let Some(at_most) = &rule.at_most {
            simulated.rules.push(of_rule(site, connection, (rule, at_most), &moments)?);
        }
        if let Some(at_least) = &rule.at_least {
            simulated.rules.push(of_duty(site, connection, (rule, at_least), &moments)?);
        }
    }
    Ok(simulated)
}

fn wanted<'s>(site: Site<'s>, named: &[String]) -> Result<Vec<&'s RetentionRule>, Fault> {
    let all = site.program().retention_rules.iter().collect();
    of_those(all, |rule: &&RetentionRule| &rule.id, named, |name| format!("there is no retention rule `{name}`"))
}

fn day(moment: i64) -> Result<Date, Fault> {
    let moment = jiff::Timestamp::from_second(moment);
    let day = moment.map(|moment| moment.to_zoned(TimeZone::UTC).date());
    day.map_err(|_| Fault::refused("that is no moment of this calendar", "write 2026-12-31"))
}

/// The months from one day to another, and the last second of each but the last.
fn months(first: Date, last: Date) -> (Vec<String>, Vec<i64>) {
    let (mut names, mut ends) = (Vec::new(), Vec::new());
    let mut month = first.first_of_month();
    // One more than is allowed tells that there are too many.
    while month <= last {
        names.push(format!("{:04}-{:02}", month.year(), month.month()));
        let Ok(next) = month.last_of_month().tomorrow() else { break };
        let end = next.to_zoned(TimeZone::UTC).map(|next| next.timestamp().as_second() - 1);
        ends.extend(end.ok().filter(|_| next <= last));
        month = next;
    }
    (names, ends)
}

/// The first day of the first month that is not counted.
fn first_too_late(first: Date) -> String {
    let mut month = first.first_of_month();
    for _ in 0..MONTHS {
        month = month.last_of_month().tomorrow().unwrap_or(month);
    }
    month.to_string()
}

fn of_rule(
    site: Site<'_>,
    connection: &mut dyn Connection,
    (rule, at_most): (&RetentionRule, &AtMost),
    moments: &[i64],
) -> Result<RuleSimulated, Fault> {
    let then = Some(at_most.then.written(site.program()));
    let mut found = RuleSimulated { then, ..empty(rule, Of::Rows, moments) };
    // A rule with faults is an error of the project, and nothing is run then.
    let Ok(forecast) = simulate::of_rule(site.basis, rule, at_most, moments) else { return Ok(found) };
    let by_entry = match forecast {
        Forecast::People(counts) => {
            found.of = Of::People;
            found.counts = look(connection, moments, &[], &[&counts])?.into_iter().next().unwrap_or_default();
            return Ok(found);
        }
        Forecast::Rows(by_entry) => by_entry,
    };
    for entry in by_entry {
        let counts: Vec<&MonthCounts> = entry.steps.iter().map(|(_, counts)| counts).collect();
        let counts = look(connection, moments, &entry.statements, &counts)?;
        for ((step, _), counts) in entry.steps.into_iter().zip(counts) {
            let (item, action, table) = (step.item, Some(step.action), step.table);
            found.add(EntrySimulated { item, action, table, counts, counted: step.counted });
        }
    }
    Ok(found)
}

fn of_duty(
    site: Site<'_>,
    connection: &mut dyn Connection,
    (rule, at_least): (&RetentionRule, &AtLeast),
    moments: &[i64],
) -> Result<RuleSimulated, Fault> {
    let mut found = empty(rule, Of::Released, moments);
    for one in simulate::of_duty(site.basis, rule, at_least, moments) {
        for counts in look(connection, moments, &[], &[&one.counts])? {
            let (item, table) = (one.item.clone(), one.table.clone());
            found.add(EntrySimulated { item, action: None, table, counts, counted: Counted::Exactly });
        }
    }
    Ok(found)
}

fn empty(rule: &RetentionRule, of: Of, moments: &[i64]) -> RuleSimulated {
    let counts = Counts::of(&vec![0; moments.len()]);
    RuleSimulated { id: rule.id.clone(), then: None, of, counts, counted: Counted::Exactly, entries: Vec::new() }
}

impl RuleSimulated {
    fn add(&mut self, entry: EntrySimulated) {
        self.counts.add(&entry.counts);
        if entry.counted != Counted::Exactly {
            self.counted = entry.counted;
        }
        self.entries.push(entry);
    }
}

/// All of one entry as of one state of the database, in a transaction that is undone.
fn look(
    connection: &mut dyn Connection,
    moments: &[i64],
    statements: &[Statement],
    all: &[&MonthCounts],
) -> Result<Vec<Counts>, Failure> {
    let as_of = moments.last().copied();
    let counted = looked(connection, |connection| counted(connection, as_of, statements, all))?;
    Ok(counted.iter().map(|until| Counts::of(until)).collect())
}

fn counted(
    connection: &mut dyn Connection,
    as_of: Option<i64>,
    statements: &[Statement],
    all: &[&MonthCounts],
) -> Result<Vec<Vec<u64>>, Failure> {
    for statement in statements {
        run_at(connection, statement, as_of)?;
    }
    let mut found = Vec::new();
    for counts in all {
        let mut until = Vec::new();
        for some in &counts.0 {
            let rows = run_at(connection, &Statement::Query(some.counts.clone()), as_of)?;
            until.extend(cumulated(&rows, some.moments));
        }
        found.push(until);
    }
    Ok(found)
}

/// Rows that go as of each moment, or before it.
fn cumulated(rows: &[Row], moments: usize) -> Vec<u64> {
    let mut of_each = vec![0_u64; moments];
    for row in rows {
        let [Some(place), Some(many)] = row.as_slice() else { continue };
        let place = place.parse::<usize>().ok().and_then(|place| of_each.get_mut(place));
        if let Some((known, many)) = place.zip(many.parse::<u64>().ok()) {
            *known += many;
        }
    }
    let mut until = 0;
    of_each
        .into_iter()
        .map(|many| {
            until += many;
            until
        })
        .collect()
}
