//! `probate request`: ask for an export or a purge, decide about it, list what was asked for.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::plan::request::{Decision, Only, STATES, Wanted};
use crate::program::Use;
use crate::run::{self, Asked};

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
    /// Ask for the export of a person's data
    Export(Ask),
    /// Ask for a purge of a person's data
    Purge(Ask),
    /// Ask again for everybody whom a type has purged and who is still in its status: it has changed, or data came back
    Reapply {
        /// The purge type
        #[arg(value_name = "TYPE")]
        of_type: String,
        /// Only for the person with this key
        #[arg(long, value_name = "KEY")]
        subject: Option<String>,
    },
    /// Approve a request that waits for it, or one that is held
    Approve(Decide),
    /// Reject a request that waits for an approval
    Reject(Decide),
    /// Cancel a request that is not being carried out
    Cancel(Decide),
    /// List requests, the oldest first
    List {
        /// Only exports, or only purges
        #[arg(long, value_enum)]
        kind: Option<KindName>,
        /// Only of this type
        #[arg(long = "type", value_name = "TYPE")]
        of_type: Option<String>,
        /// Only in this state
        #[arg(long, value_parser = PossibleValuesParser::new(STATES))]
        state: Option<String>,
        /// Only for the person with this key
        #[arg(long, value_name = "KEY")]
        subject: Option<String>,
    },
}

#[derive(Args)]
struct Ask {
    /// The export type or purge type
    #[arg(value_name = "TYPE")]
    of_type: String,
    /// The key of the person's row
    #[arg(long, value_name = "KEY")]
    subject: String,
    /// The key of the place whose data is purged, for a type that asks for one
    #[arg(long, value_name = "KEY")]
    place: Option<String>,
    /// The person asks for it, and not an officer
    #[arg(long = "self")]
    oneself: bool,
    /// Who asks, as it is written down
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Args)]
struct Decide {
    /// The number of the request
    id: i64,
    /// Who decides, as it is written down
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum KindName {
    Export,
    Purge,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    requests: &'r [run::Request],
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
    run::ready(site, &mut *connection)?;
    let (one, decision) = match &request.what {
        What::Export(ask) => {
            let wanted = Wanted::Export(run::export_type(site.program(), &ask.of_type)?);
            let made = run::ask(site, &mut *connection, asked(wanted, ask))?;
            return said(made, terminal);
        }
        What::Purge(ask) => {
            let wanted = Wanted::Purge(run::purge_type(site.program(), &ask.of_type)?);
            let made = run::ask(site, &mut *connection, asked(wanted, ask))?;
            return said(made, terminal);
        }
        What::Reapply { of_type, subject } => {
            let wanted = run::purge_type(site.program(), of_type)?;
            let made = run::reapply(site, &mut *connection, wanted, subject.as_deref())?;
            terminal.say(&match made {
                1 => format!("1 person will be purged by `{of_type}` again"),
                many => format!("{many} people will be purged by `{of_type}` again"),
            });
            return Ok(ExitCode::SUCCESS);
        }
        What::List { kind, of_type, state, subject } => {
            let kind = kind.map(|kind| match kind {
                KindName::Export => "export".to_owned(),
                KindName::Purge => "purge".to_owned(),
            });
            let only = Only { kind, of_type: of_type.clone(), state: state.clone(), ..Only::default() };
            let found = run::requests(site, &mut *connection, only, subject.as_deref())?;
            return list(&found, terminal);
        }
        What::Approve(one) => (one, Decision::Approve),
        What::Reject(one) => (one, Decision::Reject),
        What::Cancel(one) => (one, Decision::Cancel),
    };
    let after = run::decide(site, &mut *connection, one.id, decision, one.by.as_deref(), one.reason.as_deref())?;
    terminal.say(&format!("request {} is `{}`", after.id, after.state));
    list(&[after], terminal)
}

fn asked<'a>(wanted: Wanted<'a>, ask: &'a Ask) -> Asked<'a> {
    let origin = if ask.oneself { Use::Oneself } else { Use::Manual };
    Asked {
        wanted,
        subject: &ask.subject,
        place: ask.place.as_deref(),
        origin,
        by: ask.by.as_deref(),
        reason: ask.reason.as_deref(),
    }
}

fn said((made, next): (run::Request, run::Next), terminal: &Terminal) -> Result<ExitCode, Failure> {
    terminal.say(&format!("request {} is `{}`: {next}", made.id, made.state));
    list(&[made], terminal)
}

fn list(requests: &[run::Request], terminal: &Terminal) -> Result<ExitCode, Failure> {
    match terminal.format {
        Format::Text => terminal.print(&text(requests)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, requests })?,
    }
    Ok(ExitCode::SUCCESS)
}

fn text(requests: &[run::Request]) -> String {
    let head = ["id", "kind", "type", "subject", "place", "origin", "state", "attempts", "asked", "finished", "reason"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let time = |at: Option<i64>| at.map_or_else(|| "-".to_owned(), super::time);
    rows.extend(requests.iter().map(|one| {
        let or_none = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        let reason = or_none(one.reason.as_deref().unwrap_or_default());
        let place = or_none(&one.place);
        let cells = [&one.kind, &one.of_type, &one.subject, &place, &one.origin, &one.state].map(Clone::clone);
        let rest = [one.attempts.to_string(), time(one.asked), time(one.finished), reason];
        std::iter::once(one.id.to_string()).chain(cells).chain(rest).collect()
    }));
    table::text(&rows)
}
