//! Reports: what stands in the tool's own tables, and what is left of people.

use super::{Fault, Site, looked, query, ready, request, run};
use crate::engine::{Connection, Failure, Kind, Row};
use crate::plan::report::{self, Column, Narrowed, Report, Shape};
use crate::plan::{self, LeftOf, Remains};
use crate::plan::{person, request as asked};
use crate::program::StatusMeaning;
use crate::sql::Literal;

/// Rows under named columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A report: the table that it is, where it is one, and others beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reported {
    pub main: Option<Table>,
    pub more: Vec<Table>,
}

/// What is wanted of a report.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'w> {
    pub of_type: Option<&'w str>,
    /// The key of a person.
    pub subject: Option<&'w str>,
}

/// One of the reports that are tables.
///
/// # Errors
/// The database is not the one compiled for, or what is wanted is not there.
pub fn report(
    site: Site<'_>,
    connection: &mut dyn Connection,
    report: Report,
    wanted: &Wanted<'_>,
) -> Result<Reported, Fault> {
    ready(site, connection)?;
    if wanted.subject.is_some() && !report.is_of_people() {
        let what = format!("the report `{}` is not about people", report.name());
        return Err(Fault::refused(what, "leave `--subject` out, or see `probate report subject`"));
    }
    if let Some(name) = wanted.of_type {
        let kinds: &[&str] = match report {
            Report::Exports => &["export"],
            Report::Purges | Report::Deleted | Report::Kept | Report::KeptRows => &["purge"],
            Report::Failures | Report::Types => &["export", "purge"],
            Report::Offers => {
                let what = "the report `offers` is of retention rules, and not of types";
                return Err(Fault::refused(what, "leave `--type` out, or see `probate offer list --rule RULE`"));
            }
        };
        let lacking = format!("there is no type `{name}` in the report `{}`", report.name());
        request::known_type(site, connection, kinds, name, lacking)?;
    }
    let subject = wanted.subject.map(|key| request::key(site, key)).transpose()?;
    let narrowed = Narrowed { of_type: wanted.of_type.map(str::to_owned), subject };
    if report != Report::Deleted {
        return Ok(Reported { main: Some(view(connection, report, &narrowed)?), more: Vec::new() });
    }
    let rows = match report::deleted_now(site.program(), &narrowed) {
        Some(people) => query(connection, &people)?,
        None => Vec::new(),
    };
    let main = Table { name: report.name(), columns: report.columns().to_vec(), rows };
    let left = left_of(site, connection, &main, narrowed.subject.as_ref())?;
    Ok(Reported { main: Some(main), more: vec![left] })
}

fn view(connection: &mut dyn Connection, report: Report, narrowed: &Narrowed) -> Result<Table, Fault> {
    let rows = query(connection, &report::rows(report, narrowed)).map_err(|failure| match failure.kind {
        Kind::Missing => Fault::not_ready(
            format!("the view `{}` is not in this database, or an older one", report.view()),
            "run `probate install`, or the compiled `install.sql`, once more",
        ),
        Kind::NoConnection | Kind::Lost | Kind::Busy | Kind::NoRight | Kind::Refused | Kind::Other => failure.into(),
    })?;
    Ok(Table { name: report.name(), columns: report.columns().to_vec(), rows })
}

/// How many rows of each item there are of these people: one of them, or all in the statuses that they are in.
fn left_of(
    site: Site<'_>,
    connection: &mut dyn Connection,
    people: &Table,
    only: Option<&Literal>,
) -> Result<Table, Fault> {
    let columns = vec![("status", Shape::Text), ("item", Shape::Text), ("table", Shape::Text), ("rows", Shape::Number)];
    let mut left = Table { name: "left", columns, rows: Vec::new() };
    for (at, status) in site.program().site.subject.statuses.iter().enumerate() {
        let is_in = |row: &Row| row.get(1).is_some_and(|name| name.as_deref() == Some(status.name.as_str()));
        if !matches!(status.meaning, StatusMeaning::When { .. }) || !people.rows.iter().any(is_in) {
            continue;
        }
        let whose = only.map_or(LeftOf::Status(at), LeftOf::Person);
        for mut row in count(site, connection, whose)? {
            row.insert(0, Some(status.name.clone()));
            left.rows.push(row);
        }
    }
    Ok(left)
}

/// Item, table, rows; what is not there is left out. Nothing of the database is changed.
fn count(site: Site<'_>, connection: &mut dyn Connection, whose: LeftOf<'_>) -> Result<Vec<Row>, Fault> {
    let remains = plan::left(site.basis, whose);
    Ok(looked(connection, |connection| counted(connection, &remains))?)
}

fn counted(connection: &mut dyn Connection, remains: &Remains) -> Result<Vec<Row>, Failure> {
    for statement in &remains.statements {
        run(connection, statement)?;
    }
    let mut found = Vec::new();
    for counts in &remains.counts {
        for row in query(connection, counts)? {
            let [_, Some(place), Some(rows)] = row.as_slice() else { continue };
            let place = place.parse::<usize>().ok().and_then(|place| remains.places.get(place));
            if let Some((item, table)) = place.filter(|_| rows != "0") {
                found.push([item, table, rows].map(|text| Some(text.clone())).to_vec());
            }
        }
    }
    Ok(found)
}

/// All that is known of one person.
///
/// # Errors
/// The database is not the one compiled for, or nothing is known of the person.
pub fn of_subject(site: Site<'_>, connection: &mut dyn Connection, subject: &str) -> Result<Reported, Fault> {
    ready(site, connection)?;
    let key = request::key(site, subject)?;
    let nobody = || {
        let table = &site.program().site.subject.table.name;
        Fault::refused(
            format!("nothing is known of the key that was given, and nobody in `{table}` has it"),
            "name the key of a person's row; `nobody` of the Site is no person",
        )
    };
    if site.program().site.subject.nobody.contains(&key) {
        return Err(nobody());
    }
    let counts = super::numbers(connection, &asked::statuses(site.program(), &key))?;
    let (people, statuses) = counts.split_first().map_or((0, &[][..]), |(people, statuses)| (*people, statuses));
    let narrowed = Narrowed { subject: Some(key.clone()), ..Narrowed::default() };
    let requests = [Report::Exports, Report::Purges].map(|report| view(connection, report, &narrowed));
    let [exports, purges] = requests;
    let (exports, purges) = (exports?, purges?);
    let holds = query(connection, &person::holds(&key))?;
    if people == 0 && [&exports.rows, &purges.rows, &holds].iter().all(|rows| rows.is_empty()) {
        return Err(nobody());
    }
    let all = site.program().site.subject.statuses.iter().zip(statuses);
    let names = all.filter(|(_, count)| **count > 0).map(|(status, _)| vec![Some(status.name.clone())]);
    let texts = |names: &[&'static str]| names.iter().map(|name| (*name, Shape::Text)).collect::<Vec<Column>>();
    let table = |name, columns, rows| Table { name, columns, rows };
    let mut more = vec![
        table("statuses", texts(&["status"]), names.collect()),
        table(
            "noticed",
            vec![("status", Shape::Text), ("noticed", Shape::Text), ("legacy", Shape::Flag)],
            query(connection, &person::noticed(&key))?,
        ),
    ];
    let own = ["status", "type", "since", "set_by"];
    more.push(table("own_types", texts(&own), query(connection, &person::own_types(&key))?));
    more.push(table("holds", person::HOLDS.to_vec(), holds));
    more.push(table("offers", person::OFFERS.to_vec(), query(connection, &person::offers(&key))?));
    more.extend([exports, purges]);
    more.push(table("runs", person::RUNS.to_vec(), query(connection, &person::runs_of(&key))?));
    more.push(table("ledger", person::LEDGER_ROWS.to_vec(), query(connection, &person::ledger_of(&key))?));
    let left = count(site, connection, LeftOf::Person(&key))?;
    more.push(table("left", vec![("item", Shape::Text), ("table", Shape::Text), ("rows", Shape::Number)], left));
    Ok(Reported { main: None, more })
}
