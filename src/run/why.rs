//! `why --subject`: what decides now about the rows of an item that one person has.

use super::plan::{Planning, StepPlanned, plan};
use super::request::{key, nobody};
use super::{Fault, Site, looked, numbers, ready, run};
use crate::engine::{Connection, Failure};
use crate::plan::{self, Datum, request};
use crate::program::{ItemId, PurgeType};
use crate::sql::Statement;

/// The rows of an item that one person has, and what decides about them. Never what stands in the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct OfPerson {
    /// The statuses that the person is in now; several where they overlap.
    pub statuses: Vec<String>,
    /// They are protected, or take over what others leave: nothing of theirs is ever purged.
    pub is_protected: bool,
    /// Entry by entry, in the order of the catalogue.
    pub rows: Vec<RowsOfPerson>,
    /// What each purge type on offer that takes the item would do with it.
    pub purge_types: Vec<TypeOfPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RowsOfPerson {
    pub table: String,
    /// `path:line`
    pub at: String,
    pub rows: u64,
    /// Nobody has reviewed the entry: every type and every rule leaves them alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_new: bool,
    /// Holds, then duties; what keeps none of them is left out.
    pub kept: Vec<KeptOfPerson>,
    /// How many stay only because rows that stay need them.
    pub needed: u64,
    pub rules: Vec<RuleOfPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct KeptOfPerson {
    /// `hold` or `duty`.
    pub by: &'static str,
    pub id: String,
    pub rows: u64,
    /// The last day of a hold; absent: until it is lifted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// When they are kept no more.
    #[serde(flatten)]
    pub days: DaysOfRows,
}

/// When a period is over.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct DaysOfRows {
    /// The days on which it is for the first and for the last of the rows; absent where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// Of so many rows it never is, because a clock has not begun; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RuleOfPerson {
    pub id: String,
    pub then: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_new: bool,
    /// Rows whose time is over.
    pub over: u64,
    /// Those of them that it takes now.
    pub due: u64,
    /// Rows whose time is not over, or never will be, because a clock has not begun.
    pub not_over: u64,
    /// When the time of those is.
    #[serde(flatten)]
    pub days: DaysOfRows,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TypeOfPerson {
    pub id: String,
    pub status: String,
    /// The person is in its status, so that it could be carried out now.
    pub could_be_now: bool,
    /// It is about one place, which a request names: what it would do depends on which.
    pub asks_for_place: bool,
    pub steps: Vec<StepPlanned>,
}

/// Looks at the rows of an item that one person has. Nothing of the database is changed.
///
/// # Errors
/// There is no such item or person; the database is not the one compiled for, or refuses.
pub fn why(site: Site<'_>, connection: &mut dyn Connection, item: &str, subject: &str) -> Result<OfPerson, Fault> {
    let program = site.program();
    let found = program.items.iter().enumerate().find(|(_, one)| one.name == item);
    let Some((at, found)) = found else {
        let known = program.items.iter().map(|one| one.name.as_str());
        return Err(Fault::unknown(format!("there is no item `{item}`"), item, known));
    };
    ready(site, connection)?;
    let key = key(site, subject)?;
    let counts = numbers(connection, &request::statuses(program, &key))?;
    let (people, statuses) = counts.split_first().map_or((0, &[][..]), |(people, statuses)| (*people, statuses));
    if people == 0 || program.site.subject.nobody.contains(&key) {
        return Err(nobody(&program.site.subject.table.name));
    }
    let all = program.site.subject.statuses.iter().zip(statuses);
    let statuses = all.filter(|(_, count)| **count > 0).map(|(status, _)| status.name.clone()).collect();
    let datum = plan::datum(site.basis, &key, (ItemId(at), found));
    let numbers = looked(connection, |connection| counted(connection, &datum))?;
    let is_protected = numbers.get(datum.is_free).copied().flatten() != Some(1);
    let rows = datum.entries.into_iter().map(|entry| rows(site, entry, &numbers)).collect();
    let person = OfPerson { statuses, is_protected, rows, purge_types: Vec::new() };
    let purge_types = types(site, connection, (ItemId(at), item), (subject, &person))?;
    Ok(OfPerson { purge_types, ..person })
}

fn counted(connection: &mut dyn Connection, datum: &Datum) -> Result<Vec<Option<i64>>, Failure> {
    for statement in &datum.statements {
        run(connection, statement)?;
    }
    let mut found = Vec::new();
    for select in &datum.numbers {
        let row = run(connection, &Statement::Query(select.clone()))?.into_iter().next().unwrap_or_default();
        found.extend(row.into_iter().map(|value| value.and_then(|text| text.parse::<i64>().ok())));
    }
    Ok(found)
}

fn rows(site: Site<'_>, entry: plan::DatumRows, numbers: &[Option<i64>]) -> RowsOfPerson {
    let number = |at: usize| numbers.get(at).copied().flatten();
    let count = |at: usize| number(at).and_then(|many| u64::try_from(many).ok()).unwrap_or(0);
    let days = |days: &plan::Days, rows: u64| {
        let [first, last] = [days.first, days.last].map(|at| number(at).filter(|_| rows > 0).and_then(day));
        let never = days.never.filter(|_| first.is_some()).map(count);
        DaysOfRows { first, last, never }
    };
    let kept = entry.kept.into_iter().map(|one| {
        let many = count(one.rows);
        let days = one.days.as_ref().map_or_else(DaysOfRows::default, |of| days(of, many));
        KeptOfPerson { by: one.kind, id: one.id, rows: many, until: one.until, days }
    });
    let rules = entry.rules.into_iter().map(|one| {
        let not_over = count(one.young);
        let (over, due, days) = (count(one.over), count(one.due), days(&one.days, not_over));
        RuleOfPerson { id: one.id, then: one.then, is_new: one.is_new, over, due, not_over, days }
    });
    RowsOfPerson {
        table: entry.table,
        at: site.basis.sources.line_of(entry.span),
        rows: count(entry.rows),
        is_new: entry.is_new,
        kept: kept.filter(|one| one.rows > 0).collect(),
        needed: entry.needed.map_or(0, count),
        rules: rules.collect(),
    }
}

fn day(seconds: i64) -> Option<String> {
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(moment.to_zoned(jiff::tz::TimeZone::UTC).date().to_string())
}

fn types(
    site: Site<'_>,
    connection: &mut dyn Connection,
    (id, item): (ItemId, &str),
    (subject, person): (&str, &OfPerson),
) -> Result<Vec<TypeOfPerson>, Fault> {
    let program = site.program();
    let on_offer = |one: &&PurgeType| !one.uses.is_empty() && one.items.contains(&id);
    let mut found = Vec::new();
    for one in program.purge_types.iter().filter(on_offer) {
        let status = program.site.subject.statuses.get(one.status).map_or("", |status| status.name.as_str()).to_owned();
        let asks_for_place = plan::place_of(program, one).is_some();
        let mut of_type =
            TypeOfPerson { id: one.id.clone(), status, could_be_now: false, asks_for_place, steps: Vec::new() };
        if asks_for_place {
            let is_in = one.transition || person.statuses.contains(&of_type.status);
            of_type.could_be_now = is_in && !person.is_protected;
        } else {
            let types = vec![one.id.clone()];
            let planning = Planning { types, subject: Some(subject.to_owned()), ..Planning::default() };
            for planned in plan(site, connection, &planning)?.types {
                of_type.could_be_now |= planned.subjects > 0;
                of_type.steps.extend(planned.steps.into_iter().filter(|step| step.step.item == item && step.rows > 0));
            }
        }
        found.push(of_type);
    }
    Ok(found)
}
