//! `probate apply`: carries out the purges that are due.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, table};
use crate::run::{self, Applied, Legacy, Limits, Offers, Progress, RuleApplied, Stopped, Stranded};

#[derive(Args)]
pub(super) struct Apply {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
    /// Only this purge type; may be given several times
    #[arg(long = "type", value_name = "TYPE")]
    types: Vec<String>,
    /// Only this retention rule; may be given several times
    #[arg(long = "rule", value_name = "RULE")]
    rules: Vec<String>,
    /// Stop before more than this many rows are changed
    #[arg(long, value_name = "N")]
    max_rows: Option<u64>,
    /// Purge up to this many people in one transaction, by default fifty: more are faster in all, and longer in others' way
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    batch: Option<u32>,
    /// Also for people who were in a status before it had a default type
    #[arg(long)]
    legacy: bool,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    format_version: u32,
    #[serde(flatten)]
    applied: &'r Applied,
}

pub(super) fn run(request: &Apply, at: impl Fn(PathBuf) -> PathBuf, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = request.database.open(&at)?;
    let legacy = if request.legacy { Legacy::TakenIn } else { Legacy::LeftAlone };
    let limits = Limits {
        types: request.types.clone(),
        rules: request.rules.clone(),
        max_rows: request.max_rows,
        people: request.batch,
        legacy,
    };
    let mut bar = Bar::new(terminal);
    let applied = run::apply(site, &mut *connection, &limits, &mut |progress| bar.show(progress));
    bar.clear();
    let applied = applied?;
    match terminal.format {
        Format::Text => terminal.print(&text(&applied)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, applied: &applied })?,
    }
    terminal.say(&summary(&applied));
    let ended = !applied.has_failures() && applied.stopped.is_none() && applied.stranded.is_empty();
    Ok(if ended { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
}

fn text(applied: &Applied) -> String {
    let mut rows = vec![["type", "item", "action", "table", "rows"].map(str::to_owned).to_vec()];
    for one in &applied.types {
        rows.extend(one.steps.iter().map(|step| {
            let cells = [&one.id, &step.item, &step.action, &step.table].map(Clone::clone);
            cells.into_iter().chain([step.rows.to_string()]).collect()
        }));
    }
    for one in &applied.rules {
        rows.extend(one.steps.iter().map(|step| {
            let cells = [&one.id, &step.item, &step.action, &step.table].map(Clone::clone);
            cells.into_iter().chain([step.rows.to_string()]).collect()
        }));
    }
    if rows.len() == 1 { String::new() } else { table::text(&rows) }
}

fn summary(applied: &Applied) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in &applied.types {
        for failed in &one.failed {
            let people = people(failed.subjects);
            lines.push(format!("`{}` undone for {people}: {}", one.id, failed.reason));
        }
    }
    let given_up = applied.types.iter().filter(|one| one.given_up > 0);
    lines.extend(given_up.map(|one| {
        format!(
            "`{}`: requests that have failed for good: {}; `probate report failures` says why",
            one.id, one.given_up
        )
    }));
    lines.extend(
        applied
            .types
            .iter()
            .filter(|one| one.legacy > 0)
            .map(|one| format!("`{}`: asked for {} of before it was the default", one.id, people(one.legacy))),
    );
    lines.extend(stranded(&applied.stranded));
    if applied.records > 0 {
        lines.push(format!("{} requests of long ago are removed", applied.records));
    }
    lines.extend(applied.rules.iter().flat_map(of_rule));
    let purged = || applied.types.iter();
    lines.push(match purged().map(|one| one.subjects).sum() {
        0 => "nobody was purged".to_owned(),
        many => {
            let rows: u64 = purged().flat_map(|one| &one.steps).map(|step| step.rows).sum();
            format!("{} purged, {rows} rows", people(many))
        }
    });
    if let Some(Stopped::MaxRows { rows, allowed }) = &applied.stopped {
        lines.push(format!("stopped: the next batch makes it {rows} rows, and --max-rows is {allowed}"));
    }
    lines.join("\n")
}

/// What a rule did, besides what the table says.
fn of_rule(one: &RuleApplied) -> Vec<String> {
    let failed = one.failed.iter().map(|failed| format!("`{}` undone for some rows: {}", one.id, failed.reason));
    let asked = one.subjects > 0 && one.steps.is_empty();
    let asked = asked.then(|| format!("`{}`: asked for a purge of {}", one.id, people(one.subjects)));
    let rows = (!one.steps.is_empty()).then(|| format!("`{}`: {} rows", one.id, one.rows()));
    let offers = one.offers.iter().flat_map(|offers| offered(&one.id, offers));
    let waiting = one.waiting.iter().map(|waiting| {
        let referring = waiting.referring.join("`, `");
        let (rows, table) = (waiting.rows, &waiting.table);
        format!("`{}`: {rows} rows of `{table}` stay, whose time is over: rows of `{referring}` refer to them", one.id)
    });
    failed.chain(asked).chain(rows).chain(waiting).chain(offers).collect()
}

/// How the offers of a rule stand: what waits for somebody, and what was approved and has not all gone.
fn offered(id: &str, offers: &Offers) -> Vec<String> {
    let count = |many: u64| if many == 1 { "1 offer".to_owned() } else { format!("{many} offers") };
    let waits = |many: u64| format!("`{id}`: {} to decide about: `probate offer list --rule {id}`", count(many));
    let left = |many: u64| format!("`{id}`: {} approved, of which rows are left that did not go", count(many));
    let held = |many: u64| format!("`{id}`: {} held: a duty or a hold keeps what is left", count(many));
    let some = |many: u64, said: &dyn Fn(u64) -> String| (many > 0).then(|| said(many));
    let all = [some(offers.offered, &waits), some(offers.approved, &left), some(offers.held, &held)];
    all.into_iter().flatten().collect()
}

/// What nothing will carry out, and what to do.
pub(super) fn stranded(found: &[Stranded]) -> Vec<String> {
    let one = |one: &Stranded| {
        let help = if one.kind == "purge" || one.kind == "export" {
            format!("cancel them (`probate request list --kind {} --type {}`)", one.kind, one.of_type)
        } else {
            "clear them (`probate own-type list`)".to_owned()
        };
        format!("{} `{}` is asked for and not in the policy any more: bring it back, or {help}", one.kind, one.of_type)
    };
    found.iter().map(one).collect()
}

pub(super) fn people(count: u64) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

/// Progress, on a terminal only, and only of what takes long.
struct Bar {
    since: Option<Instant>,
    shown: bool,
}

impl Bar {
    fn new(terminal: &Terminal) -> Self {
        let wanted = !terminal.quiet && terminal.format == Format::Text && std::io::stderr().is_terminal();
        Self { since: wanted.then(Instant::now), shown: false }
    }

    fn show(&mut self, progress: Progress<'_>) {
        if self.since.is_some_and(|since| since.elapsed() > Duration::from_millis(500)) {
            eprint!("\r\x1b[K{}: {} of {}", progress.purge_type, progress.done, people(progress.due));
            let _ = std::io::stderr().flush();
            self.shown = true;
        }
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            eprint!("\r\x1b[K");
        }
    }
}
