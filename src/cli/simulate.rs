//! `probate simulate`: what retention rules will come to, month by month.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::plan::Counted;
use crate::run::{self, RuleSimulated, Simulated, Simulating};

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
    match terminal.format {
        Format::Text => terminal.print(&text(&simulated)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, simulated: &simulated })?,
    }
    Ok(ExitCode::SUCCESS)
}

fn text(simulated: &Simulated) -> String {
    let mut rows = vec![["rule", "then", "of", "when", "how many"].map(str::to_owned).to_vec()];
    for rule in &simulated.rules {
        let now = ("now".to_owned(), rule.counts.now);
        let months = simulated.months.iter().cloned().zip(rule.counts.by_month.iter().copied());
        let some = std::iter::once(now).chain(months).filter(|(_, many)| *many > 0);
        let in_all = ("in all".to_owned(), rule.counts.total);
        rows.extend(some.chain([in_all]).map(|(when, many)| line(rule, when, many)));
    }
    table::text(&rows)
}

fn line(rule: &RuleSimulated, when: String, many: u64) -> Vec<String> {
    let then = rule.then.clone().unwrap_or_else(|| "kept no more".to_owned());
    let of = if rule.of == run::Of::People { "people" } else { "rows" };
    let many = if rule.counted == Counted::Exactly { many.to_string() } else { format!("<= {many}") };
    [rule.id.clone(), then, of.to_owned(), when, many].to_vec()
}
