//! `probate verify`: whether rows are there again of people who were purged.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::run::{self, Named, Verified, Verifying};

#[derive(Args)]
pub(super) struct Verify {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
    /// Only this purge type; may be given several times
    #[arg(long = "type", value_name = "TYPE")]
    types: Vec<String>,
    /// Only purges that ended on this day (UTC) or later: `2026-01-31`, or a time as `2026-01-31T10:00:00Z`
    #[arg(long, value_name = "DATE", value_parser = database::moment)]
    since: Option<i64>,
    /// Name the keys of the people of whom there are rows
    #[arg(long)]
    subjects: bool,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    #[serde(flatten)]
    verified: &'r Verified,
}

pub(super) fn run(request: &Verify, at: impl Fn(PathBuf) -> PathBuf, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = request.database.open(&at)?;
    let named = if request.subjects { Named::Subjects } else { Named::Nobody };
    let verifying = Verifying { types: request.types.clone(), since: request.since, named };
    let verified = run::verify(site, &mut *connection, &verifying)?;
    match terminal.format {
        Format::Text => terminal.print(&text(&verified)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, verified: &verified })?,
    }
    terminal.say(&summary(&verified));
    Ok(if verified.rows() == 0 { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
}

fn text(verified: &Verified) -> String {
    let mut rows = vec![["type", "item", "action", "table", "rows"].map(str::to_owned).to_vec()];
    for one in &verified.types {
        let name = one.place.as_ref().map_or_else(|| one.id.clone(), |place| format!("{} in {place}", one.id));
        rows.extend(one.left.iter().map(|left| {
            let cells = [&name, &left.step.item, &left.step.action, &left.step.table].map(Clone::clone);
            cells.into_iter().chain([left.rows.to_string()]).collect()
        }));
    }
    let mut out = if rows.len() == 1 { String::new() } else { table::text(&rows) };
    let mut people = vec![["type", "subject"].map(str::to_owned).to_vec()];
    for one in &verified.types {
        people.extend(one.keys.iter().map(|key| vec![one.id.clone(), key.clone()]));
    }
    if people.len() > 1 {
        out = format!("{out}\n{}", table::text(&people));
    }
    out
}

fn summary(verified: &Verified) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in verified.types.iter().filter(|one| one.only_gone) {
        lines.push(format!(
            "`{}`: only people who are no longer there were looked at; the others go on using the site",
            one.id
        ));
    }
    lines.extend(
        verified
            .unknown
            .iter()
            .map(|id| format!("`{id}`: the policy has no such type any more, so that what it did cannot be looked at")),
    );
    let people = super::apply::people(verified.subjects());
    lines.push(match verified.rows() {
        0 => format!("{people} looked at, nothing is left"),
        1 => format!("{people} looked at, 1 row is left"),
        rows => format!("{people} looked at, {rows} rows are left"),
    });
    lines.join("\n")
}
