//! `probate install`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Terminal};
use crate::run;

pub(super) fn run(
    project: &Path,
    database: &Database,
    at: impl Fn(PathBuf) -> PathBuf,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(project, terminal)? else { return Ok(ExitCode::from(FINDINGS)) };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = database.open(at)?;
    run::install(site, &mut *connection)?;
    terminal.say(&format!("the tables of probate are in the database of the site `{}`", site.program().site.id));
    Ok(ExitCode::SUCCESS)
}
