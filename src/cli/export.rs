//! `probate export`: writes the archives of the exports that are due.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::run::{self, Exported, Exporting};

#[derive(Args)]
pub(super) struct Export {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
    /// The folder of the archives: one `export-N.zip` for each request, readable by its owner only
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,
    /// The folder of the application's stored files; without it they are listed, not copied
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Remove the archive of this request before its time, and do nothing else
    #[arg(long, value_name = "REQUEST")]
    remove: Option<i64>,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    #[serde(flatten)]
    exported: &'r Exported,
}

pub(super) fn run(request: &Export, at: impl Fn(PathBuf) -> PathBuf, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let (out, store) = (at(request.out.clone()), request.store.clone().map(&at));
    for folder in [Some(&out), store.as_ref()].into_iter().flatten() {
        if !folder.is_dir() {
            return Err(Failure::usage(format!("there is no folder `{}`", folder.display())));
        }
    }
    let mut connection = request.database.open(&at)?;
    if let Some(id) = request.remove {
        run::ready(site, &mut *connection)?;
        run::remove_export(site, &mut *connection, &out, id)?;
        terminal.say(&format!("the archive of request {id} is removed"));
        return Ok(ExitCode::SUCCESS);
    }
    let now = connection.now().unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        i64::try_from(now).unwrap_or(i64::MAX)
    });
    let exported = run::export(site, &mut *connection, Exporting { out: &out, store: store.as_deref(), now })?;
    match terminal.format {
        Format::Text => terminal.print(&text(&exported)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, exported: &exported })?,
    }
    terminal.say(&summary(&exported));
    Ok(if exported.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
}

fn text(exported: &Exported) -> String {
    if exported.archives.is_empty() {
        return String::new();
    }
    let mut rows = vec![["request", "type", "rows", "files", "missing", "archive"].map(str::to_owned).to_vec()];
    rows.extend(exported.archives.iter().map(|one| {
        let counts = [one.rows, one.files, one.missing_files].map(|count| count.to_string());
        let ids = [one.request.to_string(), one.of_type.clone()];
        ids.into_iter().chain(counts).chain([one.path.clone()]).collect()
    }));
    table::text(&rows)
}

fn summary(exported: &Exported) -> String {
    let failed = exported.failed.iter().map(|one| format!("request {} ({}): {}", one.request, one.of_type, one.reason));
    let count = exported.archives.len();
    let written = if count == 1 { "1 archive written".to_owned() } else { format!("{count} archives written") };
    let expired = match exported.expired.len() {
        0 => String::new(),
        many => format!(", {many} expired and removed"),
    };
    failed.chain([written + &expired]).collect::<Vec<_>>().join("\n")
}
