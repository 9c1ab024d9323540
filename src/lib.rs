//! Probate: a declarative compliance-as-code compiler.
//!
//! Text goes in, artefacts come out, in one direction:
//!
//! ```text
//! files -> source -> document -> program -> plan -> sql -> text per dialect
//!            DDL  -> database ----^   `---> page -> HTML
//! ```
//!
//! [`check`] reads a project and finds everything that is wrong with it; [`Checked::compile`] turns one without
//! errors into files. Everything between reading and writing is pure: no clock, environment, network or chance.

mod artefact;
#[cfg(feature = "cli")]
pub mod cli;
pub mod database;
pub mod diagnostic;
pub mod document;
pub mod import;
pub mod page;
pub mod plan;
pub mod program;
pub mod source;
pub mod sql;
pub mod strategy;

pub use artefact::{Artefact, manifest_files};

use diagnostic::{Code, Diagnostic, Diagnostics};
use document::Project;
use plan::Basis;
use program::Program;
use rayon::prelude::*;
use source::Files;

/// A project that was read, checked and planned.
#[derive(Debug)]
pub struct Checked {
    pub project: Project,
    /// What it means; `None` where no Site gives it a meaning.
    pub program: Option<Program>,
}

/// Reads, resolves, checks and plans a project. All findings are in `project.found`, sorted by place.
pub fn check(files: &dyn Files) -> Checked {
    let (mut project, program) = document::read(files);
    if let Some(program) = &program {
        // Nothing is printed here, so nothing needs the digest.
        let basis = Basis { program, sources: &project.sources, digest: "" };
        let faults = program.purge_types.par_iter().map(|one| {
            let triggers = triggers(basis, one);
            triggers.into_iter().chain(plan::faults(basis, one)).collect::<Vec<Diagnostic>>()
        });
        project.found.extend(faults.collect::<Vec<_>>().into_iter().flatten());
    }
    let Project { sources, found } = &mut project;
    found.sort(sources);
    Checked { project, program }
}

fn triggers(basis: Basis<'_>, purge_type: &program::PurgeType) -> Vec<Diagnostic> {
    let found = plan::triggers(basis, purge_type).into_iter().map(|(table, span)| {
        let name = &basis.program.schema.table(table).name;
        Diagnostic::new(Code::TriggerOnTable, span, format!("a trigger runs when rows of `{name}` are purged"))
            .label("what it does is not read")
            .help("make sure that it keeps no copy of what is deleted, and changes nothing else")
    });
    found.collect()
}

impl Checked {
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.project.found
    }

    /// The files of OUT, sorted by path, the manifest last.
    ///
    /// # Errors
    /// The project has errors, or a built-in template of the pages is broken.
    pub fn compile(&self) -> Result<Vec<Artefact>, NotCompiled> {
        let sound = self.program.as_ref().filter(|_| !self.project.found.has_errors());
        let program = sound.ok_or(NotCompiled::Findings)?;
        let digest = program.digest();
        let basis = Basis { program, sources: &self.project.sources, digest: &digest };
        artefact::all(basis).map_err(NotCompiled::Pages)
    }
}

/// Why there are no artefacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCompiled {
    /// The project has errors; they are in its findings.
    Findings,
    Pages(page::PageError),
}
