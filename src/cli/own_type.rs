//! `probate own-type`: which purge type is a person's own for a status, instead of the default.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::run::{self, OwnType, Whose};

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
    /// From now on this type is the person's, whenever they are in its status; also for whom the default left alone
    Set {
        /// A purge type with `automatic` in its `use`
        #[arg(value_name = "TYPE")]
        of_type: String,
        #[command(flatten)]
        who: Who,
    },
    /// Nothing of the person is purged by itself in this status
    Never {
        status: String,
        #[command(flatten)]
        who: Who,
    },
    /// The default holds for the person again
    Clear {
        status: String,
        #[command(flatten)]
        who: Who,
    },
    /// List the types of people's own
    List {
        /// Only of the person with this key
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
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    own_types: &'r [OwnType],
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
        What::Set { of_type, who } => {
            let wanted = run::purge_type(site.program(), of_type)?;
            run::set_own_type(site, connection, who.whose(), Ok(wanted))?
        }
        What::Never { status, who } => run::set_own_type(site, connection, who.whose(), Err(status))?,
        What::Clear { status, who } => run::clear_own_type(site, connection, &who.subject, status)?,
        What::List { subject } => run::own_types(site, connection, subject.as_deref())?,
    };
    match terminal.format {
        Format::Text => terminal.print(&text(&found)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, own_types: &found })?,
    }
    Ok(ExitCode::SUCCESS)
}

impl Who {
    fn whose(&self) -> Whose<'_> {
        Whose { subject: &self.subject, by: self.by.as_deref() }
    }
}

fn text(found: &[OwnType]) -> String {
    let mut rows = vec![["subject", "status", "type", "since", "set by"].map(str::to_owned).to_vec()];
    rows.extend(found.iter().map(|one| {
        let of_type = one.of_type.clone().unwrap_or_else(|| "(never)".to_owned());
        let since = one.since.map_or_else(|| "-".to_owned(), super::time);
        let by = one.set_by.clone().unwrap_or_else(|| "-".to_owned());
        [one.subject.clone(), one.status.clone(), of_type, since, by].to_vec()
    }));
    table::text(&rows)
}
