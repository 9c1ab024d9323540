//! `verify`: whether rows are there again of people who were purged.

use super::plan::places;
use super::{Fault, Site, looked, query, ready, request, run, texts};
use crate::engine::{Connection, Failure};
use crate::plan::{self, Left, Purged, Verification, report};
use crate::program::PurgeType;
use crate::sql::Literal;

/// Whose purges are looked at.
#[derive(Debug, Clone, Default)]
pub struct Verifying {
    /// Only these types; empty: all.
    pub types: Vec<String>,
    /// Purges that ended at this time or later, in seconds since 1970; else all.
    pub since: Option<i64>,
    /// Whether the people are to be named.
    pub named: Named,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Named {
    /// Only how many rows there are.
    #[default]
    Nobody,
    /// The keys of the people whose rows they are.
    Subjects,
}

/// What was found, type by type.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Verified {
    pub types: Vec<TypeVerified>,
    /// Types of finished purges that the policy has no more: what they did cannot be looked at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TypeVerified {
    pub id: String,
    /// The place that the requests name, of a type that asks for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many people were looked at.
    pub subjects: u64,
    /// Only those who are no longer there: whoever is in its status goes on using the site.
    pub only_gone: bool,
    pub left: Vec<StepLeft>,
    /// Whose rows they are, where that was asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
}

/// Rows that a step would still change.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StepLeft {
    #[serde(flatten)]
    pub step: Left,
    pub rows: u64,
}

impl Verified {
    pub fn rows(&self) -> u64 {
        self.types.iter().flat_map(|one| &one.left).map(|left| left.rows).sum()
    }

    pub fn subjects(&self) -> u64 {
        self.types.iter().map(|one| one.subjects).sum()
    }
}

/// Looks at everybody whose purge is done. Nothing of the database is changed.
///
/// # Errors
/// The database is not the one compiled for, or refuses.
pub fn verify(site: Site<'_>, connection: &mut dyn Connection, verifying: &Verifying) -> Result<Verified, Fault> {
    ready(site, connection)?;
    let mut verified = Verified::default();
    for purge_type in wanted(site, &verifying.types)? {
        for place in places(site, connection, purge_type, &plan::purged_places(purge_type, verifying.since))? {
            let place = place.as_deref();
            let mut look = Look { site, connection: &mut *connection, purge_type, since: verifying.since, place };
            let (left, people) = look.at(&[])?;
            let ask = verifying.named == Named::Subjects && !left.is_empty();
            let keys = if ask { look.whose(&people)? } else { Vec::new() };
            verified.types.push(TypeVerified {
                id: purge_type.id.clone(),
                place: place.map(str::to_owned),
                subjects: people.len() as u64,
                only_gone: plan::goes_on(site.basis, purge_type),
                left,
                keys,
            });
        }
    }
    if verifying.types.is_empty() {
        let known = |id: &str| site.program().purge_types.iter().any(|one| one.id == id);
        let asked_for = query(connection, &report::types_asked_for())?.into_iter();
        verified.unknown = asked_for
            .filter_map(|row| match row.as_slice() {
                [Some(kind), Some(id)] if kind == "purge" && !known(id) => Some(id.clone()),
                _ => None,
            })
            .collect();
    }
    Ok(verified)
}

fn wanted<'s>(site: Site<'s>, named: &[String]) -> Result<Vec<&'s PurgeType>, Fault> {
    let types = &site.program().purge_types;
    super::apply::all_known(site, named)?;
    Ok(types.iter().filter(|one| named.is_empty() || named.contains(&one.id)).collect())
}

struct Look<'l> {
    site: Site<'l>,
    connection: &'l mut dyn Connection,
    purge_type: &'l PurgeType,
    since: Option<i64>,
    place: Option<&'l str>,
}

impl Look<'_> {
    /// What is left of these people (of all, where none is named), and the keys of those who were looked at.
    fn at(&mut self, only: &[Literal]) -> Result<(Vec<StepLeft>, Vec<String>), Fault> {
        let purged = Purged { since: self.since, only, place: self.place };
        // A policy with faults is not run.
        let Ok(verification) = plan::verification(self.site.basis, self.purge_type, purged) else {
            return Ok((Vec::new(), Vec::new()));
        };
        Ok(looked(self.connection, |connection| look(connection, &verification))?)
    }

    /// Whose rows they are: half of the people again and again, so that few looks find a few among many.
    fn whose(&mut self, people: &[String]) -> Result<Vec<String>, Fault> {
        let keys: Vec<Literal> = people.iter().map(|key| request::key(self.site, key)).collect::<Result<_, _>>()?;
        let (left, _) = self.at(&keys)?;
        if left.is_empty() {
            return Ok(Vec::new());
        }
        let (one, other) = people.split_at(people.len() / 2);
        if one.is_empty() {
            return Ok(other.to_vec());
        }
        let mut found = self.whose(one)?;
        found.extend(self.whose(other)?);
        // Rows that are only theirs together.
        if found.is_empty() { Ok(people.to_vec()) } else { Ok(found) }
    }
}

fn look(connection: &mut dyn Connection, verification: &Verification) -> Result<(Vec<StepLeft>, Vec<String>), Failure> {
    for statement in &verification.statements {
        run(connection, statement)?;
    }
    let people = texts(connection, &verification.people)?;
    let mut left = Vec::new();
    for counts in &verification.counts {
        for row in query(connection, counts)? {
            let [_, Some(place), Some(rows)] = row.as_slice() else { continue };
            let step = place.parse::<usize>().ok().and_then(|place| verification.steps.get(place));
            let rows = rows.parse::<u64>().unwrap_or(0);
            left.extend(step.filter(|_| rows > 0).map(|step| StepLeft { step: step.clone(), rows }));
        }
    }
    Ok((left, people))
}
