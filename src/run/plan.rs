//! `plan`: what the purges would do, and nothing done.

use super::{Fault, Site, number, query, ready, run};
use crate::engine::{Connection, Failure, Row};
use crate::plan::{self, Preview, PreviewStep, Whose};
use crate::program::PurgeType;
use crate::sql::{Reads, Statement};

/// What would be done, type by type.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Planned {
    pub types: Vec<TypePlanned>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TypePlanned {
    pub id: String,
    pub subjects: u64,
    pub steps: Vec<StepPlanned>,
    /// What would undo a run that has all these people in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Against>,
}

/// What a step would meet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StepPlanned {
    #[serde(flatten)]
    pub step: PreviewStep,
    pub rows: u64,
}

/// A guard that speaks against it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Against {
    pub what: String,
    pub rows: u64,
}

/// Whom a plan is for.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// Only these types; empty: all that are on offer.
    pub types: Vec<String>,
    /// The key of a person, whose purge need not be asked for; else everybody whose purge is due.
    pub subject: Option<String>,
}

/// Looks at what is due, or at one person. Nothing of the database is changed.
///
/// # Errors
/// The database is not the one compiled for, or refuses.
pub fn plan(site: Site<'_>, connection: &mut dyn Connection, planning: &Planning) -> Result<Planned, Fault> {
    ready(site, connection)?;
    let subject = planning.subject.as_deref().map(|key| super::request::key(site, key)).transpose()?;
    let whose = subject.as_ref().map_or(Whose::Due, Whose::Person);
    let mut planned = Planned::default();
    for purge_type in super::apply::wanted(site, &planning.types)? {
        let Ok(preview) = plan::preview(site.basis, purge_type, whose) else { continue };
        run(connection, &Statement::Begin(Reads::Snapshot))?;
        let looked = look(connection, purge_type, &preview);
        connection.undo()?;
        planned.types.push(looked?);
    }
    Ok(planned)
}

fn look(connection: &mut dyn Connection, purge_type: &PurgeType, preview: &Preview) -> Result<TypePlanned, Failure> {
    for statement in &preview.statements {
        run(connection, statement)?;
    }
    let subjects = u64::try_from(number(connection, &preview.subjects)?).unwrap_or(0);
    let mut planned = TypePlanned { id: purge_type.id.clone(), subjects, ..TypePlanned::default() };
    for counts in &preview.counts {
        for row in query(connection, counts)? {
            let Some((step, rows)) = counted(&row, &preview.steps) else { continue };
            planned.steps.push(StepPlanned { step: step.clone(), rows });
        }
    }
    let against = query(connection, &preview.against)?;
    planned.against = against.iter().filter_map(against_it).collect();
    Ok(planned)
}

fn counted<'p>(row: &Row, steps: &'p [PreviewStep]) -> Option<(&'p PreviewStep, u64)> {
    let [_, Some(place), Some(rows)] = row.as_slice() else { return None };
    Some((steps.get(place.parse::<usize>().ok()?)?, rows.parse().ok()?))
}

fn against_it(row: &Row) -> Option<Against> {
    let [Some(what), Some(bad)] = row.as_slice() else { return None };
    Some(Against { what: what.clone(), rows: bad.parse().unwrap_or(0) })
}
