//! `probate compile`

use std::path::Path;
use std::process::ExitCode;

use super::output::{self, Plan};
use super::{FINDINGS, Failure, NOT_FRESH, Terminal, open};
use crate::NotCompiled;

/// Whether artefacts are written, or only compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Write,
    Check,
}

pub(super) fn run(project: &Path, out: Option<&Path>, mode: Mode, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let checked = crate::check(&open(project)?).with_refusals();
    terminal.findings(&checked);
    let artefacts = match checked.compile() {
        Ok(artefacts) => artefacts,
        Err(NotCompiled::Findings) => return Ok(ExitCode::from(FINDINGS)),
        Err(NotCompiled::Pages(error)) => return Err(Failure::incomplete(error.to_string())),
    };
    let default = project.join("compiled");
    let out = out.unwrap_or(&default);
    let plan = Plan::new(out, artefacts)?;
    if mode == Mode::Check {
        let differences = plan.differences();
        for difference in &differences {
            eprintln!("{difference}");
        }
        if differences.is_empty() {
            terminal.say(&format!("`{}` is fresh", out.display()));
            return Ok(ExitCode::SUCCESS);
        }
        eprintln!("probate: `{}` is not what `probate compile` would write", out.display());
        return Ok(ExitCode::from(NOT_FRESH));
    }
    let output::Done { files, written, removed } = plan.write()?;
    terminal.say(&format!("compiled {files} files into `{}`: {written} written, {removed} removed", out.display()));
    Ok(ExitCode::SUCCESS)
}
