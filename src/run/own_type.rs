//! Purge types of people's own: set, cleared and listed.

use super::{Fault, Site, number, query, request::key, run};
use crate::engine::{Connection, Row};
use crate::plan::own_type::{self, Own};
use crate::plan::request::{self, Wanted};
use crate::program::{PurgeType, Use};
use crate::sql::{Literal, Reads, Statement};

/// A person's own type for a status, as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OwnType {
    pub subject: String,
    pub status: String,
    /// `None`: nothing is purged by itself.
    #[serde(rename = "type")]
    pub of_type: Option<String>,
    /// Seconds since 1970, UTC.
    pub since: Option<i64>,
    pub set_by: Option<String>,
}

/// Whose it is, and who says so.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'w> {
    pub subject: &'w str,
    pub by: Option<&'w str>,
}

/// Gives a person a type of their own for its status (`Err`: that status, in which nothing is to be purged by itself).
///
/// # Errors
/// The type is not one that may be purged by itself, or the person is not there or is protected.
pub fn set(
    site: Site<'_>,
    connection: &mut dyn Connection,
    whose: Whose<'_>,
    wanted: Result<&PurgeType, &str>,
) -> Result<Vec<OwnType>, Fault> {
    let (status, own) = match wanted {
        Ok(one) => (of(site, one)?, Own::Type(one)),
        Err(status) => (known(site, status)?, Own::Never),
    };
    let subject = key(site, whose.subject)?;
    may_have(site, connection, &subject)?;
    run(connection, &Statement::Begin(Reads::Latest))?;
    for statement in own_type::set(&subject, status, own, whose.by) {
        run(connection, &statement)?;
    }
    run(connection, &Statement::Commit)?;
    list(site, connection, Some(whose.subject))
}

/// The status of a type that may be somebody's own.
fn of<'s>(site: Site<'s>, wanted: &PurgeType) -> Result<&'s str, Fault> {
    if !wanted.uses.contains(&Use::Automatic) {
        return Err(Fault::refused(
            format!("the purge type `{}` is never carried out by itself", wanted.id),
            "add `automatic` to its `use`, or ask for it with `probate request purge`",
        ));
    }
    let status = site.program().site.subject.statuses.get(wanted.status);
    Ok(status.map_or("", |status| status.name.as_str()))
}

/// A status in which people are purged by themselves.
fn known<'s>(site: Site<'s>, name: &str) -> Result<&'s str, Fault> {
    let program = site.program();
    let automatic = program.purge_types.iter().filter(|one| one.uses.contains(&Use::Automatic));
    let names: Vec<&str> = automatic
        .filter_map(|one| program.site.subject.statuses.get(one.status))
        .map(|status| status.name.as_str())
        .collect();
    if let Some(found) = names.iter().find(|known| **known == name) {
        return Ok(found);
    }
    let what = format!("nothing is purged by itself in a status `{name}`");
    if names.is_empty() {
        return Err(Fault::refused(what, "no purge type has `automatic` in its `use`"));
    }
    Err(Fault::unknown(what, name, names))
}

fn may_have(site: Site<'_>, connection: &mut dyn Connection, subject: &Literal) -> Result<(), Fault> {
    let Some(any) = site.program().purge_types.first() else { return Ok(()) };
    let found = super::numbers(connection, &request::person(site.program(), subject, Wanted::Purge(any), ""))?;
    let table = &site.program().site.subject.table.name;
    match found.as_slice() {
        [0, ..] | [] => Err(super::request::nobody(table)),
        [_, 0, ..] => Err(super::request::protected()),
        _ => Ok(()),
    }
}

/// Takes a person's own type for a status away: the default holds for them again.
///
/// # Errors
/// They have none.
pub fn clear(
    site: Site<'_>,
    connection: &mut dyn Connection,
    subject: &str,
    status: &str,
) -> Result<Vec<OwnType>, Fault> {
    let subject_key = key(site, subject)?;
    if number(connection, &own_type::count(&subject_key, status))? == 0 {
        return Err(Fault::refused(
            format!("this person has no type of their own for the status `{status}`"),
            "see `probate own-type list`",
        ));
    }
    run(connection, &Statement::Begin(Reads::Latest))?;
    run(connection, &own_type::clear(&subject_key, status))?;
    run(connection, &Statement::Commit)?;
    list(site, connection, Some(subject))
}

/// The types of people's own, of one person or of all.
///
/// # Errors
/// The database.
pub fn list(site: Site<'_>, connection: &mut dyn Connection, subject: Option<&str>) -> Result<Vec<OwnType>, Fault> {
    let subject = subject.map(|subject| key(site, subject)).transpose()?;
    let rows = query(connection, &own_type::list(subject.as_ref()))?;
    Ok(rows.into_iter().filter_map(read).collect())
}

fn read(row: Row) -> Option<OwnType> {
    let mut values = row.into_iter();
    let mut text = || values.next().flatten();
    Some(OwnType {
        subject: text()?,
        status: text()?,
        of_type: text(),
        since: text().and_then(|text| text.parse().ok()),
        set_by: text(),
    })
}
