//! `probate lock`

use std::path::Path;
use std::process::ExitCode;

use super::output::Plan;
use super::{FINDINGS, Failure, Terminal, open};
use crate::lock::{Decision, Domain};
use crate::{Change, accept};

pub(super) fn run(project: &Path, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let acceptance = accept(&open(project)?);
    terminal.found(&acceptance.found, &acceptance.sources);
    if acceptance.files.is_empty() {
        eprintln!("probate: nothing was accepted: `{}` is as it was", project.join("lock").display());
        return Ok(ExitCode::from(FINDINGS));
    }
    let changes = &acceptance.changes;
    let done = Plan::beside(project, acceptance.files)?.write()?;
    terminal.print(&listed(changes));
    if changes.is_empty() && done.written > 0 {
        terminal.say(&format!("{} files of the lock were put in order", done.written));
    }
    Ok(ExitCode::SUCCESS)
}

/// What was accepted, by domain.
fn listed(changes: &[Change]) -> String {
    let mut text = match changes.len() {
        0 => "nothing is new: everything is as it was reviewed\n".to_owned(),
        1 => "1 decision accepted as reviewed\n".to_owned(),
        count => format!("{count} decisions accepted as reviewed\n"),
    };
    for domain in Domain::ALL {
        let of: Vec<&Change> = changes.iter().filter(|change| change.domain == domain).collect();
        if !of.is_empty() {
            text.push_str(&format!("\n{} ({})\n", domain.path(), of.len()));
            for change in of {
                list(change, &mut text);
            }
        }
    }
    text
}

fn list(change: &Change, text: &mut String) {
    let mut line = |how: &str, decision: &Decision| text.push_str(&format!("  {how:8} {decision}\n"));
    match (&change.was, &change.now) {
        (Some(was), Some(now)) => {
            line("was", was);
            line("changed", now);
        }
        (None, Some(now)) => line("new", now),
        (Some(was), None) => line("gone", was),
        (None, None) => {}
    }
}
