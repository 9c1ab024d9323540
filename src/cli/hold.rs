//! `probate hold`: who is under which legal hold.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::run::{self, Hold, Said};

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
    /// From now on what the hold says is kept of the person, whoever asks, until it ends or is lifted
    Place {
        /// A LegalHold of the policy
        hold: String,
        #[command(flatten)]
        who: Who,
    },
    /// The person is under the hold no more; what it kept back is due again
    Lift {
        hold: String,
        #[command(flatten)]
        who: Who,
    },
    /// List who is, and who was, under which hold
    List {
        /// Only the person with this key
        #[arg(long, value_name = "KEY")]
        subject: Option<String>,
    },
}

#[derive(Args)]
struct Who {
    /// The key of the person's row
    #[arg(long, value_name = "KEY")]
    subject: String,
    /// Who says so, as it is written down
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Why, as it is written down
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    holds: &'r [Hold],
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
    let connection = &mut *connection;
    run::ready(site, connection)?;
    let found = match &request.what {
        What::Place { hold, who } => run::place_hold(site, connection, hold, &who.subject, who.said())?,
        What::Lift { hold, who } => run::lift_hold(site, connection, hold, &who.subject, who.said())?,
        What::List { subject } => run::holds(site, connection, subject.as_deref())?,
    };
    match terminal.format {
        Format::Text => terminal.print(&text(&found)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, holds: &found })?,
    }
    Ok(ExitCode::SUCCESS)
}

impl Who {
    fn said(&self) -> Said<'_> {
        Said { by: self.by.as_deref(), because: self.because.as_deref() }
    }
}

fn text(found: &[Hold]) -> String {
    let mut rows = vec![["hold", "subject", "placed", "by", "because", "lifted", "by"].map(str::to_owned).to_vec()];
    rows.extend(found.iter().map(|one| {
        let time = |time: Option<i64>| time.map_or_else(|| "-".to_owned(), super::time);
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        let (placed, lifted) = (time(one.placed), time(one.lifted));
        let (by, because, lifted_by) = (said(&one.placed_by), said(&one.because), said(&one.lifted_by));
        [one.hold.clone(), one.subject.clone(), placed, by, because, lifted, lifted_by].to_vec()
    }));
    table::text(&rows)
}
