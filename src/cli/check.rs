//! `probate check`

use std::path::Path;
use std::process::ExitCode;

use super::{FINDINGS, Failure, Terminal, open};
use crate::diagnostic::Severity;

pub(super) fn run(project: &Path, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let checked = crate::check(&open(project)?);
    terminal.findings(&checked);
    if checked.diagnostics().has_errors() {
        return Ok(ExitCode::from(FINDINGS));
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
    }
    Ok(ExitCode::SUCCESS)
}
