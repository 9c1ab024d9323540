//! Probate: a declarative compliance-as-code compiler.
//!
//! Text goes in, artefacts come out, in one direction:
//!
//! ```text
//! files -> source -> document -> program -> plan -> sql -> text per dialect
//!      DDL -> database, lock -^       `---> page -> HTML
//! ```
//!
//! [`check`] reads a project and finds everything that is wrong with it; [`Checked::compile`] turns one without
//! errors into files. Everything between reading and writing is pure: no clock, environment, network or chance.

mod accepted;
mod artefact;
#[cfg(feature = "cli")]
pub mod cli;
pub mod database;
pub mod diagnostic;
pub mod document;
#[cfg(feature = "run")]
pub mod engine;
pub mod import;
pub mod lint;
pub mod lock;
pub mod page;
pub mod plan;
pub mod program;
pub mod review;
#[cfg(feature = "run")]
pub mod run;
pub mod source;
pub mod sql;
pub mod strategy;

pub use accepted::{Acceptance, Accepted, Change, accept, reviewed};
pub use artefact::{Artefact, manifest_files};

use diagnostic::{Code, Diagnostic, Diagnostics};
use document::{Project, Review};
use lint::Looked;
use plan::Basis;
use program::Program;
use rayon::prelude::*;
use source::{Files, SourceMap};

/// A project that was read, checked and planned.
#[derive(Debug)]
pub struct Checked {
    pub project: Project,
    /// What it means, without what its lock does not know; `None` where no Site gives it a meaning.
    pub program: Option<Program>,
    /// Why it may not be compiled as it is, though nothing in it is wrong: it is not what was reviewed.
    pub refused: Vec<Diagnostic>,
    /// Whether the lock is missing, or other than `probate lock` would write it.
    pub lock_is_stale: bool,
}

/// Reads, resolves, checks and plans a project, with its lock where it has one. All findings are in `project.found`,
/// sorted by place.
pub fn check(files: &dyn Files) -> Checked {
    let (mut project, mut program) = document::read(files);
    let reviewed = lock::read(files, &mut project.sources);
    let is_sound = !project.found.has_errors();
    let mut review = Review::default();
    if let Some(program) = &mut program {
        // As it is written, and as it is compiled: without what nobody has reviewed.
        project.found.extend(faults(program, &project.sources));
        if is_sound {
            review = document::review(program, &reviewed);
        }
        if review.left_alone {
            project.found.extend(faults(program, &project.sources));
        }
        let mut looked = Looked::NotYet;
        if !project.found.has_errors() {
            project.found.extend(lint::all(program));
            looked = Looked::Everywhere;
        }
        lint::levelled(program, &mut project.found, looked);
    }
    let Project { sources, found } = &mut project;
    found.extend(review.new);
    found.extend(reviewed.faults);
    found.sort(sources);
    Checked { project, program, refused: review.refused, lock_is_stale: review.is_stale }
}

fn faults(program: &Program, sources: &SourceMap) -> Vec<Diagnostic> {
    // Nothing is printed here, so nothing needs the digest.
    let basis = Basis::new(program, sources, "");
    let faults = program.purge_types.par_iter().map(|one| {
        let triggers = triggers(basis, one);
        triggers.into_iter().chain(plan::faults(basis, one)).collect::<Vec<Diagnostic>>()
    });
    let rules: Vec<_> = plan::retention::rules(basis).collect();
    let of_rules = rules.into_par_iter().map(|(rule, at_most)| {
        let faults = plan::retention::faults(basis, rule, at_most);
        let triggers = triggers(basis, &plan::retention::whole(rule));
        triggers.into_iter().filter(|_| at_most.then.takes_rows()).chain(faults).collect()
    });
    faults.chain(of_rules).flatten_iter().collect()
}

fn triggers(basis: Basis<'_>, purge_type: &program::PurgeType) -> Vec<Diagnostic> {
    let found = plan::triggers(basis, purge_type).into_iter().map(|(table, span)| {
        let name = &basis.program.schema.table(table).name;
        Diagnostic::new(Code::TriggerOnTable, span, format!("a trigger runs when rows of `{name}` are purged"))
            .about(&**name)
            .label("what it does is not read")
            .help("make sure that it keeps no copy of what is deleted, and changes nothing else")
    });
    found.collect()
}

impl Checked {
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.project.found
    }

    /// The same, with what keeps it from being compiled among the findings.
    #[must_use]
    pub fn with_refusals(mut self) -> Self {
        self.project.found.extend(self.refused.iter().cloned());
        self.project.found.sort(&self.project.sources);
        self
    }

    /// The files of OUT, sorted by path, the manifest last.
    ///
    /// # Errors
    /// The project has errors or is not what was reviewed, or a built-in template of the pages is broken.
    pub fn compile(&self) -> Result<Vec<Artefact>, NotCompiled> {
        let is_sound = self.refused.is_empty() && !self.project.found.has_errors();
        let sound = self.program.as_ref().filter(|_| is_sound);
        let program = sound.ok_or(NotCompiled::Findings)?;
        let digest = program.digest();
        let basis = Basis::new(program, &self.project.sources, &digest);
        artefact::all(basis).map_err(NotCompiled::Pages)
    }
}

/// Why there are no artefacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCompiled {
    /// The project has errors, or is not what was reviewed; see [`Checked::with_refusals`].
    Findings,
    Pages(page::PageError),
}
