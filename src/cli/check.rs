//! `probate check`

use std::path::Path;
use std::process::ExitCode;

use super::{FINDINGS, Failure, NOT_FRESH, Terminal, open};
use crate::diagnostic::Severity;

/// What is asked of the lock.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lock {
    /// Nothing: what differs from it is for `compile` to refuse.
    Any,
    /// It is what `probate lock` would write.
    Fresh,
}

pub(super) fn run(project: &Path, lock: Lock, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let mut checked = crate::check(&open(project)?);
    let is_sound = !checked.diagnostics().has_errors();
    if lock == Lock::Fresh {
        checked = checked.with_refusals();
    }
    terminal.findings(&checked);
    if !is_sound {
        return Ok(ExitCode::from(FINDINGS));
    }
    if lock == Lock::Fresh && checked.lock_is_stale {
        eprintln!("probate: `{}` is not what `probate lock` would write", project.join("lock").display());
        return Ok(ExitCode::from(NOT_FRESH));
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
        if !checked.refused.is_empty() && lock == Lock::Any {
            terminal.say("not as reviewed: `probate check --locked` says why `compile` would refuse it");
        }
    }
    Ok(ExitCode::SUCCESS)
}
