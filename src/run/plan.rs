//! `plan`: what the purges would do, and nothing done.

use super::stranded::{Stranded, stranded};
use super::{Fault, Site, looked, number, query, ready, run, texts};
use crate::engine::{Connection, Failure, Row};
use crate::plan::{self, Preview, PreviewStep, Whose, request};
use crate::program::{AtMost, PurgeType, RetentionRule};
use crate::sql::Select;

/// What would be done, type by type.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Planned {
    pub types: Vec<TypePlanned>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RulePlanned>,
    /// Unfinished requests that no type of the policy carries out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stranded: Vec<Stranded>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TypePlanned {
    pub id: String,
    /// The place that the requests name, of a type that asks for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    pub subjects: u64,
    /// Whom `apply --legacy` would take in: in the status before it had a default type.
    pub legacy: u64,
    pub steps: Vec<StepPlanned>,
    /// What would undo a run that has all these people in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Against>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RulePlanned {
    pub id: String,
    /// People who would be put into a status, or for whom a purge would be asked.
    pub subjects: u64,
    /// What would go; of a rule that offers, what was approved.
    pub steps: Vec<StepPlanned>,
    /// What would be offered, where the rule does that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offers: Option<OffersPlanned>,
    /// What would undo a run that has all these rows in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Against>,
}

/// New offers: of places, of people, or of all data of a rule.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OffersPlanned {
    pub offers: u64,
    pub rows: u64,
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
    /// Only these types; empty: all that are on offer, or none where rules are named.
    pub types: Vec<String>,
    /// Only these retention rules; empty: all, or none where types or a person are named.
    pub rules: Vec<String>,
    /// The key of a person, whose purge need not be asked for; else everybody whose purge is due.
    pub subject: Option<String>,
    /// The key of a place, of types that ask for one.
    pub place: Option<String>,
}

/// Looks at what is due, or at one person. Nothing of the database is changed.
///
/// # Errors
/// The database is not the one compiled for, or refuses.
pub fn plan(site: Site<'_>, connection: &mut dyn Connection, planning: &Planning) -> Result<Planned, Fault> {
    ready(site, connection)?;
    let subject = planning.subject.as_deref().map(|key| super::request::key(site, key)).transpose()?;
    let mut planned = Planned { stranded: stranded(site, connection)?, ..Planned::default() };
    let types = if planning.types.is_empty() && !planning.rules.is_empty() {
        Vec::new()
    } else {
        super::apply::wanted(site, &planning.types)?
    };
    let idle = super::idle_holds(site, connection)?;
    for purge_type in types {
        let asks = plan::place_of(site.program(), purge_type).is_some();
        let places = match subject {
            Some(_) if asks => vec![Some(planning.place.clone().ok_or_else(|| place_wanted(purge_type))?)],
            Some(_) => vec![None],
            None => places(site, connection, purge_type, &request::asked_places(site.program(), purge_type))?,
        };
        for place in places {
            let whose = match (&subject, &place) {
                (Some(person), place) => Whose::Person(person, place.as_deref().unwrap_or_default()),
                (None, Some(place)) => Whose::DueIn(place),
                (None, None) => Whose::Due,
            };
            let Ok(preview) = plan::preview(site.without(&idle), purge_type, whose) else { continue };
            let looked = looked(connection, |connection| look(connection, &purge_type.id, &preview))?;
            let legacy = super::apply::legacy(site, connection, purge_type)?;
            planned.types.push(TypePlanned { place, legacy, ..looked });
        }
    }
    if planning.rules.is_empty() && (subject.is_some() || !planning.types.is_empty()) {
        return Ok(planned);
    }
    for (rule, at_most) in super::retention::wanted(site, &planning.rules)? {
        planned.rules.push(of_rule(site, connection, rule, at_most)?);
    }
    Ok(planned)
}

/// Looks at all rows whose time is over by a rule, entry by entry.
fn of_rule(
    site: Site<'_>,
    connection: &mut dyn Connection,
    rule: &RetentionRule,
    at_most: &AtMost,
) -> Result<RulePlanned, Fault> {
    let mut planned = RulePlanned { id: rule.id.clone(), ..RulePlanned::default() };
    for preview in plan::retention::previews(site.basis, rule, at_most).unwrap_or_default() {
        let looked = looked(connection, |connection| look(connection, &rule.id, &preview))?;
        planned.subjects += looked.subjects;
        planned.steps.extend(looked.steps);
        planned.against.extend(looked.against);
    }
    if let Some(new) = plan::retention::would_offer(site.basis, rule, at_most) {
        let found = super::numbers(connection, &new)?;
        let at = |place: usize| found.get(place).copied().map_or(0, super::batch::unsigned);
        planned.offers = Some(OffersPlanned { offers: at(0), rows: at(1) });
    }
    Ok(planned)
}

/// Each place that is named, of a type that asks for one: a run is about one place.
pub(super) fn places(
    site: Site<'_>,
    connection: &mut dyn Connection,
    purge_type: &PurgeType,
    named: &Select,
) -> Result<Vec<Option<String>>, Failure> {
    if plan::place_of(site.program(), purge_type).is_none() {
        return Ok(vec![None]);
    }
    Ok(texts(connection, named)?.into_iter().map(Some).collect())
}

fn place_wanted(purge_type: &PurgeType) -> Fault {
    Fault::refused(
        format!("the purge type `{}` is about one place, and none is named", purge_type.id),
        "give --place KEY, or name other types with --type",
    )
}

fn look(connection: &mut dyn Connection, id: &str, preview: &Preview) -> Result<TypePlanned, Failure> {
    for statement in &preview.statements {
        run(connection, statement)?;
    }
    let subjects = u64::try_from(number(connection, &preview.subjects)?).unwrap_or(0);
    let mut planned = TypePlanned { id: id.to_owned(), subjects, ..TypePlanned::default() };
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
