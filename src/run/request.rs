//! Making requests and deciding about them.

use super::{Fault, Site, query, run, run_all};
use crate::engine::{Connection, Kind, Row};
use crate::plan::request::{self, Decision, Only, Wanted};
use crate::program::{Approval, Use};
use crate::sql::{Family, Literal, Reads, Statement};

/// A request as it stands in the database; times are seconds since 1970, UTC.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Request {
    pub id: i64,
    pub kind: String,
    #[serde(rename = "type")]
    pub of_type: String,
    pub subject: String,
    pub origin: String,
    pub state: String,
    pub attempts: i64,
    pub asked: Option<i64>,
    pub asked_by: Option<String>,
    pub decided: Option<i64>,
    pub decided_by: Option<String>,
    pub not_before: Option<i64>,
    pub finished: Option<i64>,
    pub reason: Option<String>,
}

/// Who asks for what, for whom.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub wanted: Wanted<'a>,
    /// The subject's key, as it is written.
    pub subject: &'a str,
    pub origin: Use,
    pub by: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// Makes a request.
///
/// # Errors
/// It may not be made: the type is not on offer in this way, the person is not there, is protected, or has an
/// unfinished one already.
pub fn ask(site: Site<'_>, connection: &mut dyn Connection, asked: Asked<'_>) -> Result<Request, Fault> {
    on_offer(site, asked)?;
    let subject = key(site, asked.subject)?;
    run(connection, &Statement::Begin(Reads::Latest))?;
    let made = insert(site, connection, asked, &subject);
    if made.is_err() {
        connection.undo()?;
    }
    made
}

fn insert(
    site: Site<'_>,
    connection: &mut dyn Connection,
    asked: Asked<'_>,
    subject: &Literal,
) -> Result<Request, Fault> {
    may_be_asked(site, connection, asked, subject)?;
    let (statement, told) = request::ask(site.program(), asked.wanted, subject, asked.origin, asked.by, asked.reason);
    // Refused: somebody was faster.
    let made = run(connection, &statement);
    made.map_err(|failure| if failure.kind == Kind::Refused { unfinished(asked) } else { failure.into() })?;
    run_all(connection, &told)?;
    let only = Only {
        kind: Some(asked.wanted.kind().to_owned()),
        of_type: Some(asked.wanted.id().to_owned()),
        subject: Some(subject.clone()),
        ..Only::default()
    };
    let made = list(connection, &only)?.pop();
    run(connection, &Statement::Commit)?;
    made.ok_or_else(|| Fault::refused("the request was not written", "look at the triggers of `probate_request`"))
}

fn on_offer(site: Site<'_>, asked: Asked<'_>) -> Result<(), Fault> {
    let (kind, id) = (asked.wanted.kind(), asked.wanted.id());
    let is_self = asked.origin == Use::Oneself;
    if is_self && asked.wanted.kind() == "export" && !site.program().site.defaults.self_export {
        return Err(Fault::refused(
            "people may not export their own data here",
            "set `defaults: {self_export: true}` in the Site",
        ));
    }
    if asked.wanted.uses().contains(&asked.origin) {
        return Ok(());
    }
    let ways: Vec<&str> = asked.wanted.uses().iter().map(|way| way.origin()).collect();
    let offer = if ways.is_empty() { "nobody: its `use` is empty".to_owned() } else { ways.join(", ") };
    Err(Fault::refused(
        format!("the {kind} type `{id}` is not on offer for `{}`", asked.origin.origin()),
        format!("it may be asked for by {offer}; add to its `use`, or take another type"),
    ))
}

/// Whether the person is there and may be purged. A purge may be asked for before its status is reached, and waits.
fn may_be_asked(
    site: Site<'_>,
    connection: &mut dyn Connection,
    asked: Asked<'_>,
    subject: &Literal,
) -> Result<(), Fault> {
    let found = super::numbers(connection, &request::person(site.program(), subject, asked.wanted))?;
    let [people, free, open, ..] = found.as_slice() else {
        return Err(Fault::refused("the person cannot be looked up", "look at the table of people"));
    };
    let table = &site.program().site.subject.table.name;
    if *people == 0 {
        return Err(Fault::refused(
            format!("nobody in `{table}` has the key that was given"),
            "name the key of the person's row; `nobody` of the Site is no person",
        ));
    }
    if *free == 0 && asked.wanted.kind() == "purge" {
        return Err(Fault::refused(
            "this account is protected, or takes over what others leave: it is never purged",
            "see `protected` and `placeholders` of the Site",
        ));
    }
    if *open > 0 { Err(unfinished(asked)) } else { Ok(()) }
}

fn unfinished(asked: Asked<'_>) -> Fault {
    let what = match asked.wanted {
        Wanted::Export(_) => "an export of this person is not finished yet".to_owned(),
        Wanted::Purge(one) => format!("a purge `{}` of this person is not finished yet", one.id),
    };
    Fault::refused(what, "see `probate request list`; wait for it, or cancel it")
}

/// A key as the subject's table has it.
pub(super) fn key(site: Site<'_>, text: &str) -> Result<Literal, Fault> {
    let subject = &site.program().site.subject;
    let column = site.program().schema.table(subject.table.id).column(subject.key.id);
    if column.family != Family::Integer {
        return Ok(Literal::Text(text.to_owned()));
    }
    text.parse().map(Literal::Integer).map_err(|_| {
        let what = format!("the key of a person in `{}` is a whole number", subject.table.name);
        Fault::refused(what, format!("give the value of `{}`", subject.key.name))
    })
}

/// Decides about a request.
///
/// # Errors
/// It is not there, or in a state in which that cannot be decided.
pub fn decide(
    site: Site<'_>,
    connection: &mut dyn Connection,
    id: i64,
    decision: Decision,
    by: Option<&str>,
    reason: Option<&str>,
) -> Result<Request, Fault> {
    let only = Only { id: Some(id), ..Only::default() };
    let find = |connection: &mut dyn Connection| -> Result<Request, Fault> {
        let found = list(connection, &only)?.pop();
        found.ok_or_else(|| Fault::refused(format!("there is no request {id}"), "see `probate request list`"))
    };
    run(connection, &Statement::Begin(Reads::Latest))?;
    let decided = (|| {
        let before = find(connection)?;
        let (from, to) = decision.states();
        if !from.contains(&before.state.as_str()) {
            return Err(Fault::refused(
                format!("request {id} is `{}`, and cannot become `{to}`", before.state),
                format!("only what is {} can", from.join(", ")),
            ));
        }
        let which = (id, before.kind.as_str(), before.of_type.as_str());
        run_all(connection, &request::decide(site.program(), which, decision, by, reason))?;
        let after = find(connection)?;
        run(connection, &Statement::Commit)?;
        Ok(after)
    })();
    if decided.is_err() {
        connection.undo()?;
    }
    decided
}

/// Requests, the oldest first.
///
/// # Errors
/// The database.
pub fn requests(
    site: Site<'_>,
    connection: &mut dyn Connection,
    only: Only,
    who: Option<&str>,
) -> Result<Vec<Request>, Fault> {
    let subject = who.map(|who| key(site, who)).transpose()?;
    list(connection, &Only { subject, ..only })
}

pub(super) fn list(connection: &mut dyn Connection, only: &Only) -> Result<Vec<Request>, Fault> {
    let rows = query(connection, &request::requests(only))?;
    Ok(rows.into_iter().filter_map(read).collect())
}

fn read(row: Row) -> Option<Request> {
    let mut values = row.into_iter();
    let mut text = || values.next().flatten();
    let number = |text: Option<String>| text.and_then(|text| text.parse::<i64>().ok());
    Some(Request {
        id: number(text())?,
        kind: text()?,
        of_type: text()?,
        subject: text()?,
        origin: text()?,
        state: text()?,
        attempts: number(text())?,
        asked: number(text()),
        asked_by: text(),
        decided: number(text()),
        decided_by: text(),
        not_before: number(text()),
        finished: number(text()),
        reason: text(),
    })
}

/// What comes after a request was made, in words.
pub fn what_next(wanted: Wanted<'_>) -> &'static str {
    match wanted.approval() {
        Approval::None => "it is carried out by the next run",
        Approval::Required => "it waits for an approval",
    }
}
