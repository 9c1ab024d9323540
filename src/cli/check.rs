//! `probate check`: what is wrong with a project, and what its database has otherwise.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};

use super::database::IfAsked;
use super::{FINDINGS, Failure, Format, INCOMPLETE, NOT_FRESH, Terminal, open, table};
use crate::Checked;
use crate::diagnostic::{self, Diagnostics, Severity};
use crate::engine::{self, Connection};
use crate::plan::{Basis, OrphanKind};
use crate::program::Program;
use crate::run::{self, LiveSchema, Orphaned, OrphansCounted, Site};
use crate::source::SourceMap;
use crate::sql::dialect::Dialect;

#[derive(Args)]
pub(super) struct Check {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    /// Exit with 4 when the project's lock is missing, or is not what `probate lock` would write
    #[arg(long)]
    locked: bool,
    #[command(flatten)]
    database: IfAsked,
}

pub(super) fn run(request: &Check, at: impl Fn(PathBuf) -> PathBuf, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let project = at(request.project.clone());
    let mut checked = crate::check(&open(&project)?);
    let is_sound = !checked.diagnostics().has_errors();
    if request.locked {
        checked = checked.with_refusals();
    }
    let is_stale = request.locked && checked.lock_is_stale;
    if !request.database.is_asked() || !is_sound || is_stale {
        terminal.findings(&checked);
        return Ok(ended(&checked, is_sound, &project, request, terminal));
    }
    let looked = request.database.open(&at).and_then(|mut connection| look(&mut checked, &mut *connection));
    let seen = match looked {
        Ok(seen) => seen,
        Err(failure) => {
            // What is known without the database is said all the same.
            terminal.findings(&checked);
            return Err(failure);
        }
    };
    terminal.say_seen(&checked, &seen)?;
    if checked.diagnostics().has_errors() {
        return Ok(ExitCode::from(FINDINGS));
    }
    let ended = ended(&checked, is_sound, &project, request, terminal);
    Ok(if seen.is_whole() { ended } else { ExitCode::from(INCOMPLETE) })
}

/// The last line, and the exit code, of a project that was read.
fn ended(checked: &Checked, is_sound: bool, project: &Path, request: &Check, terminal: &Terminal) -> ExitCode {
    if !is_sound {
        return ExitCode::from(FINDINGS);
    }
    if request.locked && checked.lock_is_stale {
        eprintln!("probate: `{}` is not what `probate lock` would write", project.join("lock").display());
        return ExitCode::from(NOT_FRESH);
    }
    if let Some(program) = &checked.program {
        let warnings = checked.diagnostics().count(Severity::Warning);
        let no = if warnings == 0 { "no findings" } else { "no errors" };
        terminal.say(&format!(
            "{no}: {} items, {} purge types, {} export types, {} policies",
            program.items.len(),
            program.purge_types.len(),
            program.export_types.len(),
            program.policies.len()
        ));
        // Whoever writes a policy meets it before `compile` does.
        if !checked.refused.is_empty() && !request.locked {
            terminal.say("not as reviewed: `probate check --locked` says why `compile` would refuse it");
        }
    }
    ExitCode::SUCCESS
}

/// What was seen of a database besides the findings.
struct Seen {
    live: LiveSchema,
    orphans: Vec<OrphansCounted>,
}

/// Compares the project with the database; what differs is among the findings.
fn look(checked: &mut Checked, connection: &mut dyn Connection) -> Result<Seen, Failure> {
    let Checked { project, program, .. } = checked;
    let Some(program) = program else { return Err(Failure::incomplete("there is no Site")) };
    run::of_its_kind(site(program, &project.sources), connection)?;
    let mut found = Diagnostics::default();
    let live = run::live_schema(connection, &mut project.sources, &mut found)?;
    let unread: Vec<&str> = live.unread.iter().map(|one| &*one.table).collect();
    found.extend(run::drift(program, live.dialect, &live.schema, &unread)?);
    let orphans = run::orphans(site(program, &project.sources), connection)?;
    project.found.extend(found.iter().cloned());
    project.found.sort(&project.sources);
    Ok(Seen { live, orphans })
}

/// Nothing is printed here that would need the digest.
fn site<'s>(program: &'s Program, sources: &'s SourceMap) -> Site<'s> {
    Site { basis: Basis::new(program, sources, "") }
}

impl Seen {
    /// Whether all was looked at and counted.
    fn is_whole(&self) -> bool {
        self.live.unread.is_empty() && self.orphans.iter().all(|one| one.rows.is_ok())
    }

    /// Those of which there are any, or nobody knows.
    fn worth_saying(&self) -> impl Iterator<Item = &OrphansCounted> {
        self.orphans.iter().filter(|one| one.rows.as_ref().map_or(true, |rows| rows.all() > 0))
    }

    fn table(&self, sources: &SourceMap) -> String {
        let head = ["item", "table", "by", "person gone", "way broken", "line"].map(str::to_owned).to_vec();
        let line = |one: &OrphansCounted| {
            let counts = one.rows.as_ref().map_or_else(
                |_| ["?".to_owned(), "?".to_owned()],
                |rows| [rows.person_gone.to_string(), rows.way_broken.to_string()],
            );
            let [gone, broken] = counts;
            let line = sources.line_of(one.span);
            vec![one.item.clone(), one.table.clone(), one.kind.name().to_owned(), gone, broken, line]
        };
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(self.worth_saying().map(line)).collect();
        if rows.len() == 1 { String::new() } else { table::text(&rows) }
    }

    fn orphans(&self) -> u64 {
        self.orphans.iter().filter_map(|one| one.rows.as_ref().ok()).map(|rows| rows.all()).sum()
    }

    /// What could not be looked at, and why.
    fn missed(&self) -> Vec<(String, &engine::Failure)> {
        let tables = self.live.unread.iter().map(|one| (format!("table `{}`", one.table), &one.failure));
        let failed = self.orphans.iter().filter_map(|one| Some((one, one.rows.as_ref().err()?)));
        let counts = failed.map(|(one, failure)| (format!("orphans of `{}` in `{}`", one.table, one.item), failure));
        tables.chain(counts).collect()
    }

    fn report<'s>(&'s self, sources: &'s SourceMap) -> DatabaseReport<'s> {
        let orphan = |one: &'s OrphansCounted| {
            let position = sources.position(one.span);
            OrphansReport {
                item: &one.item,
                table: &one.table,
                by: one.kind,
                location: json!({"file": sources.path(one.span.file), "line": position.line, "column": position.column}),
                rows: one.rows.as_ref().ok().copied(),
                failure: one.rows.as_ref().err().map(ToString::to_string),
            }
        };
        let unread = self.live.unread.iter();
        let unread = unread.map(|one| json!({"table": one.table, "failure": one.failure.to_string()}));
        DatabaseReport {
            dialect: self.live.dialect,
            tables: self.live.schema.tables().count(),
            orphans: self.orphans.iter().map(orphan).collect(),
            unread: unread.collect(),
            unseen: &self.live.unseen,
        }
    }
}

/// The findings as `check` prints them, and what else was seen of the database.
#[derive(Serialize)]
struct Report<'r> {
    #[serde(flatten)]
    found: Value,
    database: DatabaseReport<'r>,
}

#[derive(Serialize)]
struct DatabaseReport<'r> {
    dialect: Dialect,
    tables: usize,
    orphans: Vec<OrphansReport<'r>>,
    unread: Vec<Value>,
    unseen: &'r [&'static str],
}

#[derive(Serialize)]
struct OrphansReport<'r> {
    item: &'r str,
    table: &'r str,
    by: OrphanKind,
    location: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Orphaned>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
}

impl Terminal {
    fn say_seen(&self, checked: &Checked, seen: &Seen) -> Result<(), Failure> {
        let sources = &checked.project.sources;
        match self.format {
            Format::Text => eprint!("{}", diagnostic::text(checked.diagnostics(), sources, self.style)),
            Format::Json => {
                let found = diagnostic::json_value(checked.diagnostics(), sources);
                super::json(&Report { found, database: seen.report(sources) })?;
            }
        }
        self.print(&seen.table(sources));
        let missed = seen.missed();
        for (what, why) in &missed {
            eprintln!("probate: not looked at: {what}: {why}");
        }
        for help in missed.iter().filter_map(|(_, why)| why.help).collect::<BTreeSet<_>>() {
            eprintln!("  = help: {help}");
        }
        for what in &seen.live.unseen {
            self.say(&format!("not seen: {what}"));
        }
        match seen.orphans() {
            0 => {}
            many => self.say(&format!("orphans, by item: {many}; no purge reaches these rows")),
        }
        Ok(())
    }
}
