//! `probate plan`: what `apply` would do.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::apply::{people, stranded};
use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::plan::Counted;
use crate::run::{self, Planned, Planning, StepPlanned};

#[derive(Args)]
pub(super) struct Plan {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
    /// Only this purge type; may be given several times
    #[arg(long = "type", value_name = "TYPE")]
    types: Vec<String>,
    /// Only this retention rule; may be given several times
    #[arg(long = "rule", value_name = "RULE", conflicts_with = "subject")]
    rules: Vec<String>,
    /// For the person with this key, whether a purge is asked for or not
    #[arg(long, value_name = "KEY", conflicts_with = "due")]
    subject: Option<String>,
    /// With --subject: the key of a place, for types that ask for one
    #[arg(long, value_name = "KEY", requires = "subject")]
    place: Option<String>,
    /// For everybody whose purge is due; this is what is done anyway
    #[arg(long)]
    due: bool,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    #[serde(flatten)]
    planned: &'r Planned,
}

pub(super) fn run(request: &Plan, at: impl Fn(PathBuf) -> PathBuf, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = request.database.open(&at)?;
    let planning = Planning {
        types: request.types.clone(),
        rules: request.rules.clone(),
        subject: request.subject.clone(),
        place: request.place.clone(),
    };
    let planned = run::plan(site, &mut *connection, &planning)?;
    match terminal.format {
        Format::Text => terminal.print(&text(&planned)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, planned: &planned })?,
    }
    terminal.say(&summary(&planned));
    Ok(ExitCode::SUCCESS)
}

fn text(planned: &Planned) -> String {
    let mut rows = vec![["type", "item", "action", "table", "rows", "why"].map(str::to_owned).to_vec()];
    for one in planned.types.iter().filter(|one| one.subjects > 0) {
        rows.extend(one.steps.iter().map(|step| line(&one.id, step)));
    }
    for one in &planned.rules {
        rows.extend(one.steps.iter().filter(|step| step.rows > 0).map(|step| line(&one.id, step)));
    }
    if rows.len() == 1 { String::new() } else { table::text(&rows) }
}

fn line(id: &str, planned: &StepPlanned) -> Vec<String> {
    let StepPlanned { step, rows } = planned;
    let (count, unsure) = match step.counted {
        Counted::Exactly => (rows.to_string(), ""),
        Counted::AtMost => (format!("<= {rows}"), "what is left of others decides"),
        Counted::BeforeTransition => (format!("? {rows}"), "the status decides, which the run writes first"),
    };
    let why = step.reason.clone().unwrap_or_else(|| unsure.to_owned());
    [id.to_owned(), step.item.clone(), step.action.clone(), step.table.clone(), count, why].to_vec()
}

fn summary(planned: &Planned) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in &planned.types {
        lines.extend(
            one.against
                .iter()
                .map(|against| format!("`{}` would be undone: {}: {}", one.id, against.what, against.rows)),
        );
    }
    for one in &planned.rules {
        let against = one.against.iter();
        lines
            .extend(against.map(|against| format!("`{}` would be undone: {}: {}", one.id, against.what, against.rows)));
        if one.subjects > 0 {
            lines.push(format!("`{}` is about {}", one.id, people(one.subjects)));
        }
        if let Some(new) = one.offers.as_ref().filter(|new| new.offers > 0) {
            lines.push(format!("`{}` would offer {} more, with {} rows", one.id, new.offers, new.rows));
        }
    }
    let legacy = planned.types.iter().filter(|one| one.legacy > 0);
    lines.extend(legacy.map(|one| {
        let whom = people(one.legacy);
        format!("`{}` leaves {whom} alone who were in the status before it was the default: `apply --legacy`", one.id)
    }));
    lines.extend(stranded(&planned.stranded));
    let subjects: u64 = planned.types.iter().map(|one| one.subjects).sum();
    lines.push(match subjects {
        0 => "nobody would be purged".to_owned(),
        many => format!("{} would be purged", people(many)),
    });
    lines.join("\n")
}
