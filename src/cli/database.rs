//! The database that a command works on: named on the command line, in a file, or by the environment.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Terminal, open};
use crate::Checked;
use crate::engine::{self, Address, Connection};
use crate::plan::Basis;
use crate::run::{Fault, Site};

/// The variable that names the database.
const VARIABLE: &str = "PROBATE_DB";

#[derive(Args, Debug)]
pub(super) struct Database {
    /// The database: `sqlite:PATH`, `postgres://USER@HOST/DATABASE` or `mariadb://…`; with a password only by PROBATE_DB or --db-file
    #[arg(long, global = true, value_name = "ADDRESS", conflicts_with = "db_file")]
    db: Option<String>,
    /// A file whose first line is the address
    #[arg(long, global = true, value_name = "FILE")]
    db_file: Option<PathBuf>,
    /// What is taken for now, such as 2026-12-31 or 2026-12-31T08:00:00Z; default: the clock of the database
    #[arg(long, global = true, value_name = "TIME", value_parser = moment)]
    now: Option<i64>,
}

/// A day is taken from its first second, UTC.
pub(super) fn moment(text: &str) -> Result<i64, String> {
    let day = || text.parse::<jiff::civil::Date>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok();
    let moment = text.parse::<jiff::Timestamp>().ok().or_else(|| Some(day()?.timestamp()));
    moment.map(jiff::Timestamp::as_second).ok_or_else(|| "write 2026-12-31 or 2026-12-31T08:00:00Z".to_owned())
}

/// The database of a command that works without one, too: it is only opened when it is asked for.
#[derive(Args, Debug)]
pub(super) struct IfAsked {
    /// Look into this database: `sqlite:PATH`, `postgres://USER@HOST/DATABASE` or `mariadb://…`; without ADDRESS that of PROBATE_DB
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "", conflicts_with = "db_file")]
    db: Option<String>,
    /// A file whose first line is the address
    #[arg(long, value_name = "FILE")]
    db_file: Option<PathBuf>,
}

impl IfAsked {
    pub fn is_asked(&self) -> bool {
        self.db.is_some() || self.db_file.is_some()
    }

    pub fn open(&self, at: impl Fn(PathBuf) -> PathBuf) -> Result<Box<dyn Connection>, Failure> {
        let db = self.db.clone().filter(|address| !address.is_empty());
        Database { db, db_file: self.db_file.clone(), now: None }.open(at)
    }
}

impl Database {
    /// Whether anything of it was given on the command line.
    pub fn is_named(&self) -> bool {
        self.db.is_some() || self.db_file.is_some() || self.now.is_some()
    }

    pub fn open(&self, at: impl Fn(PathBuf) -> PathBuf) -> Result<Box<dyn Connection>, Failure> {
        let address = self.address(at)?;
        let connection =
            engine::open(&address).map_err(|failure| Failure::incomplete(format!("the database: {failure}")))?;
        Ok(match self.now {
            Some(now) => Box::new(engine::At { connection, now }),
            None => connection,
        })
    }

    fn address(&self, at: impl Fn(PathBuf) -> PathBuf) -> Result<Address, Failure> {
        let text = match (&self.db, &self.db_file) {
            (Some(text), _) => text.clone(),
            (None, Some(path)) => {
                let path = at(path.clone());
                let text = std::fs::read_to_string(&path);
                let text = text.map_err(|error| {
                    Failure::incomplete(format!("`{}` cannot be read: {error}", path.display()))
                })?;
                text.lines().next().unwrap_or_default().to_owned()
            }
            (None, None) => std::env::var(VARIABLE).map_err(|_| {
                Failure::usage(format!(
                    "no database is named\n  = help: set {VARIABLE} in the environment, or give --db-file FILE or --db ADDRESS"
                ))
            })?,
        };
        let address: Address = text.parse().map_err(|fault: engine::AddressFault| {
            Failure::usage(format!("{}\n  = help: {}", fault.what, fault.help))
        })?;
        if self.db.is_some() && address.has_password() {
            return Err(Failure::usage(format!(
                "a password on the command line is seen by everybody on the machine\n  = help: set {VARIABLE} in the environment, or give --db-file FILE"
            )));
        }
        Ok(address)
    }
}

/// The project as it was reviewed; else its findings are printed.
pub(super) fn reviewed(project: &std::path::Path, terminal: &Terminal) -> Result<Option<Ready>, Failure> {
    let checked = crate::check(&open(project)?).with_refusals();
    if checked.program.is_none() || checked.diagnostics().has_errors() {
        terminal.findings(&checked);
        return Ok(None);
    }
    let digest = checked.program.as_ref().map(crate::program::Program::digest).unwrap_or_default();
    Ok(Some(Ready { checked, digest }))
}

/// A project that may be run.
pub(super) struct Ready {
    checked: Checked,
    digest: String,
}

impl Ready {
    pub fn site(&self) -> Option<Site<'_>> {
        let program = self.checked.program.as_ref()?;
        Some(Site { basis: Basis::new(program, &self.checked.project.sources, &self.digest) })
    }
}

/// What was refused is for whoever asked to mend; the database is not.
impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Database(_) => Self::incomplete(format!("the database: {fault}")),
            Fault::NotReady { .. } => Self::incomplete(fault.to_string()),
            Fault::Refused { .. } => Self::usage(fault.to_string()),
        }
    }
}
