//! `probate init`

use std::path::Path;
use std::process::ExitCode;

use super::output::Plan;
use super::{Failure, Terminal};
use crate::accept;
use crate::document::{SCHEMA_OF_ALL_KINDS, json_schema_of_all_kinds};
use crate::lock::Domain;

/// The starter: a project with comments, which compiles as it stands.
const FILES: &[(&str, &str)] = &[
    ("site.yaml", include_str!("../../templates/init/site.yaml")),
    ("notes.yaml", include_str!("../../templates/init/notes.yaml")),
    ("types.yaml", include_str!("../../templates/init/types.yaml")),
    ("privacy.yaml", include_str!("../../templates/init/privacy.yaml")),
    ("schema.sql", include_str!("../../templates/init/schema.sql")),
    ("texts/privacy-1.en.md", include_str!("../../templates/init/texts/privacy-1.en.md")),
];

pub(super) fn run(project: &Path, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let refused = |path: &Path, error: &std::io::Error| {
        Failure::incomplete(format!("`{}` cannot be written: {}", path.display(), error.kind()))
    };
    // What the first line of each YAML file names, so that editors know the keys without a network.
    let schema = json_schema_of_all_kinds();
    let files: Vec<(&str, &str)> = FILES.iter().copied().chain([(SCHEMA_OF_ALL_KINDS, schema.as_str())]).collect();
    let lock = Domain::ALL.map(Domain::path);
    for name in files.iter().map(|(name, _)| *name).chain(lock.iter().map(String::as_str)) {
        let path = project.join(name);
        if path.symlink_metadata().is_ok() {
            return Err(Failure::usage(format!("`{}` exists already; nothing was written", path.display())));
        }
    }
    for (name, text) in &files {
        let path = project.join(name);
        let folder = path.parent().unwrap_or(project);
        std::fs::create_dir_all(folder).map_err(|error| refused(folder, &error))?;
        std::fs::write(&path, text).map_err(|error| refused(&path, &error))?;
    }
    // The starter is accepted as it is: it compiles, and the first edit shows in its lock.
    let lock = accept(&super::open(project)?).files;
    let count = files.len() + lock.len();
    Plan::beside(project, lock)?.write()?;
    terminal.say(&format!(
        "wrote {} files into `{}`; try `probate compile {}`",
        count,
        project.display(),
        project.display()
    ));
    Ok(ExitCode::SUCCESS)
}
