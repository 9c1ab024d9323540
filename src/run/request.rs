//! Making requests and deciding about them.

use super::{Fault, Site, number, query, run, run_all};
use crate::engine::{Connection, Kind, Row};
use crate::plan;
use crate::plan::request::{self, Asking, Decision, Only, Wanted};
use crate::program::{Approval, ExportType, Program, PurgeType, StatusMeaning, Use};
use crate::sql::{Family, Literal, Reads, Statement};

/// A request as it stands in the database; times are seconds since 1970, UTC.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Request {
    pub id: i64,
    pub kind: String,
    #[serde(rename = "type")]
    pub of_type: String,
    pub subject: String,
    /// The key of the place whose data it is about; empty: of none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
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
    /// The key of a place, for a type that asks for one.
    pub place: Option<&'a str>,
    pub origin: Use,
    pub by: Option<&'a str>,
    pub reason: Option<&'a str>,
}

/// What a request waits for, once it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    Run,
    Approval,
    /// The person is not in the status of the type: which that is, and in which they are.
    Status {
        wanted: String,
        is: Vec<String>,
    },
}

/// The purge type of this name.
///
/// # Errors
/// There is none.
pub fn purge_type<'p>(program: &'p Program, name: &str) -> Result<&'p PurgeType, Fault> {
    let types = || program.purge_types.iter();
    let found = types().find(|one| one.id == name);
    let unknown = || Fault::unknown(format!("there is no purge type `{name}`"), name, types().map(|one| &*one.id));
    found.ok_or_else(unknown)
}

/// The export type of this name.
///
/// # Errors
/// There is none.
pub fn export_type<'p>(program: &'p Program, name: &str) -> Result<&'p ExportType, Fault> {
    let types = || program.export_types.iter();
    let found = types().find(|one| one.id == name);
    let unknown = || Fault::unknown(format!("there is no export type `{name}`"), name, types().map(|one| &*one.id));
    found.ok_or_else(unknown)
}

/// Makes a request, and says what it waits for.
///
/// # Errors
/// It may not be made: the type is not on offer in this way, the person is not there, is protected, or has an
/// unfinished one already.
pub fn ask(site: Site<'_>, connection: &mut dyn Connection, asked: Asked<'_>) -> Result<(Request, Next), Fault> {
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
) -> Result<(Request, Next), Fault> {
    let next = may_be_asked(site, connection, asked, subject)?;
    let place = place(site, connection, asked)?;
    let Asked { wanted, origin, by, reason, .. } = asked;
    let asking = Asking { wanted, subject, place, origin, by, reason };
    let (statement, told) = request::ask(site.program(), &asking);
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
    let made =
        made.ok_or_else(|| Fault::refused("the request was not written", "look at the triggers of `probate_request`"))?;
    Ok((made, next))
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
) -> Result<Next, Fault> {
    let place = asked.place.unwrap_or_default();
    let found = super::numbers(connection, &request::person(site.program(), subject, asked.wanted, place))?;
    let [people, free, open, statuses @ ..] = found.as_slice() else {
        return Err(Fault::refused("the person cannot be looked up", "look at the table of people"));
    };
    let table = &site.program().site.subject.table.name;
    if *people == 0 {
        return Err(nobody(table));
    }
    if *free == 0 && asked.wanted.kind() == "purge" {
        return Err(protected());
    }
    if *open > 0 { Err(unfinished(asked)) } else { Ok(next(site, asked.wanted, statuses)) }
}

/// `statuses`: for each status of the site 1 where the person is in it.
fn next(site: Site<'_>, wanted: Wanted<'_>, statuses: &[i64]) -> Next {
    if wanted.approval() == Approval::Required {
        return Next::Approval;
    }
    let Wanted::Purge(purge_type) = wanted else { return Next::Run };
    let all = &site.program().site.subject.statuses;
    let on_request = all.get(purge_type.status).is_some_and(|one| matches!(one.meaning, StatusMeaning::OnRequest));
    if purge_type.transition || on_request || statuses.get(purge_type.status).is_some_and(|is| *is > 0) {
        return Next::Run;
    }
    let is = all.iter().zip(statuses).filter(|(_, is)| **is > 0).map(|(status, _)| status.name.clone()).collect();
    Next::Status { wanted: all.get(purge_type.status).map_or_else(String::new, |status| status.name.clone()), is }
}

pub(super) fn nobody(table: &str) -> Fault {
    Fault::refused(
        format!("nobody in `{table}` has the key that was given"),
        "name the key of the person's row; `nobody` of the Site is no person",
    )
}

pub(super) fn protected() -> Fault {
    Fault::refused(
        "this account is protected, or takes over what others leave: it is never purged",
        "see `protected` and `placeholders` of the Site",
    )
}

/// The place that is named, where the type asks for one; or none.
fn place<'a>(site: Site<'_>, connection: &mut dyn Connection, asked: Asked<'a>) -> Result<&'a str, Fault> {
    let wanted = match asked.wanted {
        Wanted::Purge(purge_type) => plan::place_of(site.program(), purge_type),
        Wanted::Export(_) => None,
    };
    let id = asked.wanted.id();
    match (wanted, asked.place) {
        (None, None) => Ok(""),
        (None, Some(_)) => Err(Fault::refused(
            format!("the {} type `{id}` is about no place that a request names", asked.wanted.kind()),
            "leave the place out, or take a type with `within: {ask: …}`",
        )),
        (Some(context), None) => Err(Fault::refused(
            format!("the purge type `{id}` is about one place of `{}`, and none is named", context.name),
            format!("name the key of a row of `{}`", context.table.name),
        )),
        (Some(context), Some(key)) => {
            if number(connection, &request::places(site.program(), context, key))? > 0 {
                return Ok(key);
            }
            Err(Fault::refused(
                format!("there is no place of `{}` with the key that was given", context.name),
                format!("name the key of a row of `{}`", context.table.name),
            ))
        }
    }
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
        if decision == Decision::Approve && before.kind == "purge" {
            is_not_overruled(site, connection, &before)?;
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

/// An approval that nothing would ever follow is no approval.
fn is_not_overruled(site: Site<'_>, connection: &mut dyn Connection, asked: &Request) -> Result<(), Fault> {
    let program = site.program();
    let Some(purge_type) = program.purge_types.iter().find(|one| one.id == asked.of_type) else { return Ok(()) };
    if number(connection, &request::overruled(program, purge_type, asked.id))? == 0 {
        return Ok(());
    }
    Err(Fault::refused(
        format!("request {} was made because of a status, in which the person has another purge type by now", asked.id),
        "cancel it, and ask with `probate request purge` if it shall be done nevertheless; or see `probate own-type`",
    ))
}

/// Asks again for everybody who was purged by a type since they are in its status, or for one of them. Says how many
/// requests were made.
///
/// # Errors
/// The type is never carried out by itself.
pub fn reapply(
    site: Site<'_>,
    connection: &mut dyn Connection,
    purge_type: &PurgeType,
    subject: Option<&str>,
) -> Result<u64, Fault> {
    let subject = subject.map(|subject| key(site, subject)).transpose()?;
    let Some(statement) = plan::reapply(site.program(), purge_type, subject.as_ref()) else {
        return Err(Fault::refused(
            format!("the purge type `{}` is never carried out by itself", purge_type.id),
            "ask for each person with `probate request purge`, or add `automatic` to its `use`",
        ));
    };
    let all = Only { kind: Some("purge".to_owned()), of_type: Some(purge_type.id.clone()), subject, ..Only::default() };
    run(connection, &Statement::Begin(Reads::Latest))?;
    let before = list(connection, &all)?.len();
    run(connection, &statement)?;
    let after = list(connection, &all)?.len();
    run(connection, &Statement::Commit)?;
    Ok(u64::try_from(after.saturating_sub(before)).unwrap_or(0))
}

/// Whether there is a type of this name and one of these kinds, or was one that somebody asked for.
pub(super) fn known_type(
    site: Site<'_>,
    connection: &mut dyn Connection,
    kinds: &[&str],
    name: &str,
    lacking: String,
) -> Result<(), Fault> {
    let program = site.program();
    let asked_for = query(connection, &plan::report::types_asked_for())?;
    let asked_for = asked_for.iter().filter_map(|row| match row.as_slice() {
        [Some(kind), Some(of_type)] => Some((kind.as_str(), of_type.as_str())),
        _ => None,
    });
    let exports = program.export_types.iter().map(|one| ("export", one.id.as_str()));
    let purges = program.purge_types.iter().map(|one| ("purge", one.id.as_str()));
    let all = exports.chain(purges).chain(asked_for).filter(|(kind, _)| kinds.contains(kind));
    let known: Vec<&str> = all.map(|(_, id)| id).collect();
    if known.contains(&name) { Ok(()) } else { Err(Fault::unknown(lacking, name, known)) }
}

/// Requests, the oldest first.
///
/// # Errors
/// There is no such type, and nobody asked for one; the database.
pub fn requests(
    site: Site<'_>,
    connection: &mut dyn Connection,
    only: Only,
    who: Option<&str>,
) -> Result<Vec<Request>, Fault> {
    if let Some(name) = &only.of_type {
        let (kinds, lacking) = match &only.kind {
            Some(kind) => (vec![kind.as_str()], format!("there is no {kind} type `{name}`")),
            None => (vec!["export", "purge"], format!("there is no type `{name}`")),
        };
        known_type(site, connection, &kinds, name, lacking)?;
    }
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
        place: text()?,
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

/// In words.
impl std::fmt::Display for Next {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Run => f.write_str("it is carried out by the next run"),
            Self::Approval => f.write_str("it waits for an approval"),
            Self::Status { wanted, is } if is.is_empty() => {
                write!(
                    f,
                    "it waits until the person is `{wanted}`: they are in no status, because a condition is unknown"
                )
            }
            Self::Status { wanted, is } => {
                write!(f, "it waits until the person is `{wanted}`: they are `{}`", is.join("` and `"))
            }
        }
    }
}
