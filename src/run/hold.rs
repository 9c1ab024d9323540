//! Legal holds of people: placed, lifted, listed.

use super::{Fault, Site, number, query, request::key, run};
use crate::engine::{Connection, Row};
use crate::plan::hold::{self, Said};
use crate::program::LegalHold;
use crate::sql::{Reads, Statement};

/// That a person is, or was, under a legal hold.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Hold {
    pub hold: String,
    pub subject: String,
    /// Seconds since 1970, UTC.
    pub placed: Option<i64>,
    pub placed_by: Option<String>,
    pub because: Option<String>,
    /// `None`: it has not been lifted. It may have ended by itself, on the day that the policy says.
    pub lifted: Option<i64>,
    pub lifted_by: Option<String>,
    pub lifted_because: Option<String>,
}

/// From now on what the hold says is kept of this person, until it ends or is lifted.
///
/// # Errors
/// There is no such hold, it has ended, or the person is not there.
pub fn place(
    site: Site<'_>,
    connection: &mut dyn Connection,
    name: &str,
    subject: &str,
    said: Said<'_>,
) -> Result<Vec<Hold>, Fault> {
    let of = known(site, name)?;
    let subject_key = key(site, subject)?;
    if let Some(ended) = hold::has_ended(of)
        && number(connection, &ended)? == 1
    {
        let day = of.until.as_deref().unwrap_or_default();
        return Err(Fault::refused(
            format!("the legal hold `{name}` has ended: its last day was {day}"),
            "give it a later `until` in the policy, or name another hold",
        ));
    }
    if number(connection, &hold::is_there(site.program(), &subject_key))? == 0 {
        return Err(super::request::nobody(&site.program().site.subject.table.name));
    }
    run(connection, &Statement::Begin(Reads::Latest))?;
    run(connection, &hold::place(of, &subject_key, said))?;
    run(connection, &Statement::Commit)?;
    list(site, connection, Some(subject))
}

/// The person is under the hold no more. Purges that it held back are due again.
///
/// # Errors
/// The person is not under it.
pub fn lift(
    site: Site<'_>,
    connection: &mut dyn Connection,
    name: &str,
    subject: &str,
    said: Said<'_>,
) -> Result<Vec<Hold>, Fault> {
    let subject_key = key(site, subject)?;
    // A hold that has left the policy can still be lifted.
    if number(connection, &hold::count(name, &subject_key))? == 0 {
        return Err(Fault::refused(
            format!("this person is not under a legal hold `{name}`"),
            "see `probate hold list`",
        ));
    }
    run(connection, &Statement::Begin(Reads::Latest))?;
    for statement in hold::lift(name, &subject_key, said) {
        run(connection, &statement)?;
    }
    run(connection, &Statement::Commit)?;
    list(site, connection, Some(subject))
}

fn known<'s>(site: Site<'s>, name: &str) -> Result<&'s LegalHold, Fault> {
    let holds = &site.program().legal_holds;
    holds.iter().find(|one| one.id == name).ok_or_else(|| {
        let what = format!("the policy has no legal hold `{name}`");
        if holds.is_empty() {
            return Fault::refused(what, "write a document of `kind: LegalHold`");
        }
        Fault::unknown(what, name, holds.iter().map(|one| one.id.as_str()))
    })
}

/// Who is, or was, under which hold; one person, or all.
///
/// # Errors
/// The database.
pub fn list(site: Site<'_>, connection: &mut dyn Connection, subject: Option<&str>) -> Result<Vec<Hold>, Fault> {
    let subject = subject.map(|subject| key(site, subject)).transpose()?;
    let rows = query(connection, &hold::list(subject.as_ref()))?;
    Ok(rows.into_iter().filter_map(read).collect())
}

fn read(row: Row) -> Option<Hold> {
    let mut values = row.into_iter();
    let mut text = || values.next().flatten();
    let number = |text: Option<String>| text.and_then(|text| text.parse().ok());
    Some(Hold {
        hold: text()?,
        subject: text()?,
        placed: number(text()),
        placed_by: text(),
        because: text(),
        lifted: number(text()),
        lifted_by: text(),
        lifted_because: text(),
    })
}
