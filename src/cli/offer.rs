//! `probate offer`: what waits for a person before it goes by its age.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Printed, Terminal, csv, table};
use crate::plan::offer::{Decision, Only, STATES};
use crate::run::{self, Offer, Selected};

#[derive(Args)]
pub(super) struct Request {
    #[command(subcommand)]
    what: What,
    /// The project's folder
    #[arg(long, default_value = ".", global = true, value_name = "PROJECT")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
}

#[derive(Subcommand)]
enum What {
    /// List offers, the oldest first
    List {
        /// Only of this retention rule
        #[arg(long, value_name = "RULE")]
        rule: Option<String>,
        /// Only in this state
        #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(STATES))]
        state: Option<String>,
    },
    /// The next run takes the data, as far as its time is over then
    Approve {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        who: Who,
        /// Why, as it is written down
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// The data stays, and is not offered again; also what was approved and has not gone yet
    Reject {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        who: Who,
        /// Why, as it is written down
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// What was rejected waits for a decision again
    Reopen {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        who: Who,
    },
}

#[derive(Args)]
#[group(required = true, multiple = true)]
struct Which {
    /// Numbers of offers
    #[arg(value_name = "ID", conflicts_with_all = ["rule", "all"])]
    ids: Vec<i64>,
    /// With --all: the retention rule
    #[arg(long, value_name = "RULE", requires = "all")]
    rule: Option<String>,
    /// All of the rule that can be decided so
    #[arg(long, requires = "rule")]
    all: bool,
}

#[derive(Args)]
struct Who {
    /// Who says so, as it is written down
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    offers: &'r [Offer],
}

pub(super) fn run(
    request: &Request,
    at: impl Fn(PathBuf) -> PathBuf,
    printed: Printed,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = request.database.open(&at)?;
    let connection = &mut *connection;
    run::ready(site, connection)?;
    let mut decide = |which: &Which, decision, who: &Who, reason: Option<&str>| {
        run::decide_offers(site, connection, which.selected(), decision, (who.by.as_deref(), reason))
    };
    let found = match &request.what {
        What::List { rule, state } => {
            run::offers(site, connection, &Only { rule: rule.clone(), state: state.clone(), ..Only::default() })?
        }
        What::Approve { which, who, reason } => decide(which, Decision::Approve, who, reason.as_deref())?,
        What::Reject { which, who, reason } => decide(which, Decision::Reject, who, Some(reason))?,
        What::Reopen { which, who } => decide(which, Decision::Reopen, who, None)?,
    };
    match printed {
        Printed::Text => terminal.print(&table::text(&cells(&found, "-"))),
        Printed::Csv => terminal.print(&csv::text(&cells(&found, ""))),
        Printed::Json => super::json(&Report { format_version: FORMAT_VERSION, offers: &found })?,
    }
    if found.is_empty() {
        terminal.say("no offer is meant");
    }
    Ok(ExitCode::SUCCESS)
}

impl Which {
    fn selected(&self) -> Selected<'_> {
        match &self.rule {
            Some(rule) => Selected::AllOf(rule),
            None => Selected::These(&self.ids),
        }
    }
}

/// The head and the rows; `none` for what is not there.
fn cells(found: &[Offer], none: &str) -> Vec<Vec<String>> {
    let head = ["id", "rule", "about", "key", "rows", "offered", "state", "decided", "by", "reason"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(found.iter().map(|one| {
        let time = |time: Option<i64>| time.map_or_else(|| none.to_owned(), super::time);
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| none.to_owned());
        let about = if one.context.is_empty() { &one.kind } else { &one.context };
        let key = if one.unit.is_empty() { none } else { &one.unit };
        let (offered, decided) = (time(one.offered), time(one.decided));
        let names = [one.id.to_string(), one.rule.clone(), about.clone(), key.to_owned(), one.found.to_string()];
        let rest = [offered, one.state.clone(), decided, said(&one.decided_by), said(&one.reason)];
        names.into_iter().chain(rest).collect()
    }));
    rows
}
