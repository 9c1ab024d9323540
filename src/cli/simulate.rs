//! `probate simulate`: what retention rules will come to, month by month.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::database::{self, Database};
use super::output::Plan;
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::Artefact;
use crate::page::{Bar, Chart, Fill, Group};
use crate::plan::Counted;
use crate::run::{self, Of, RuleSimulated, Simulated, Simulating};

#[derive(Args)]
pub(super) struct Request {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
    /// The last day that is counted, such as 2027-12-31
    #[arg(long, value_name = "DATE", value_parser = database::moment)]
    as_of: i64,
    /// Write a chart of it into this file, too
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Only this retention rule; may be given several times
    #[arg(long = "rule", value_name = "RULE")]
    rules: Vec<String>,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    #[serde(flatten)]
    simulated: &'r Simulated,
}

pub(super) fn run(
    request: &Request,
    at: impl Fn(PathBuf) -> PathBuf,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = request.database.open(&at)?;
    let simulating = Simulating { as_of: request.as_of, rules: request.rules.clone() };
    let simulated = run::simulate(site, &mut *connection, &simulating)?;
    if let Some(path) = &request.svg {
        let path = at(path.clone());
        save(&path, &chart(&simulated))?;
        terminal.say(&format!("the chart is in `{}`", path.display()));
    }
    match terminal.format {
        Format::Text => terminal.print(&text(&simulated)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, simulated: &simulated })?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Whole, or not at all.
fn save(path: &Path, chart: &Chart) -> Result<(), Failure> {
    let name = path.file_name().and_then(OsStr::to_str);
    let (Some(folder), Some(name)) = (path.parent(), name) else {
        return Err(Failure::usage(format!("`{}` is no name of a file", path.display())));
    };
    if !folder.as_os_str().is_empty() && !folder.is_dir() {
        return Err(Failure::incomplete(format!("there is no folder `{}`", folder.display())));
    }
    let file = Artefact { path: name.to_owned(), bytes: chart.svg().into_bytes() };
    Plan::beside(folder, vec![file])?.write()?;
    Ok(())
}

fn text(simulated: &Simulated) -> String {
    let mut rows = vec![["rule", "then", "of", "when", "how many"].map(str::to_owned).to_vec()];
    for rule in &simulated.rules {
        let in_all = ("in all".to_owned(), rule.counts.total);
        let some = months(simulated, rule).filter(|(_, many)| *many > 0);
        rows.extend(some.chain([in_all]).map(|(when, many)| {
            [rule.id.clone(), then(rule).to_owned(), of(rule).to_owned(), when, number(rule, many, "<= ")].to_vec()
        }));
    }
    table::text(&rows)
}

/// Now, and each month.
fn months<'s>(simulated: &'s Simulated, rule: &'s RuleSimulated) -> impl Iterator<Item = (String, u64)> + 's {
    let months = simulated.months.iter().cloned().zip(rule.counts.by_month.iter().copied());
    std::iter::once(("now".to_owned(), rule.counts.now)).chain(months)
}

fn then(rule: &RuleSimulated) -> &str {
    rule.then.as_deref().unwrap_or("kept no more")
}

fn of(rule: &RuleSimulated) -> &'static str {
    if rule.of == Of::People { "people" } else { "rows" }
}

fn number(rule: &RuleSimulated, many: u64, at_most: &str) -> String {
    if rule.counted == Counted::Exactly { many.to_string() } else { format!("{at_most}{many}") }
}

fn chart(simulated: &Simulated) -> Chart {
    let group = |rule: &RuleSimulated| Group {
        title: heading(rule),
        fill: match rule.of {
            Of::Rows => Fill::Solid,
            Of::People => Fill::Striped,
            Of::Released => Fill::Outlined,
        },
        bars: bars(simulated, rule),
    };
    Chart {
        title: format!("What retention rules come to, {} to {}", simulated.from, simulated.as_of),
        groups: simulated.rules.iter().map(group).collect(),
    }
}

fn heading(rule: &RuleSimulated) -> String {
    let in_all = format!("{}: {} {}", rule.id, number(rule, rule.counts.total, "at most "), of(rule));
    match &rule.then {
        Some(then) => format!("{in_all}; then {then}"),
        None => format!("{in_all} that this duty keeps no more"),
    }
}

/// Months in which nothing ends, one after the other, have one bar of no length.
fn bars(simulated: &Simulated, rule: &RuleSimulated) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    let mut empty: Option<String> = None;
    for (when, many) in months(simulated, rule) {
        let is_month = when != "now";
        if let (Some(first), Some(last)) = (&empty, bars.last_mut().filter(|last| last.length == 0 && is_month))
            && many == 0
        {
            last.label = format!("{first} to {when}");
            continue;
        }
        empty = (many == 0 && is_month).then(|| when.clone());
        bars.push(Bar { label: when, length: many, number: number(rule, many, "at most ") });
    }
    bars
}
