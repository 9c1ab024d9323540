//! What `probate lock` accepts as reviewed: the policy as it is, and how that differs from the lock before.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics};
use crate::lock::{self, Decision, Domain};
use crate::source::{Files, ReadError, SourceMap};
use crate::{Artefact, Checked, check, document};

/// A project without its lock.
struct Unlocked<'f>(&'f dyn Files);

impl Files for Unlocked<'_> {
    fn documents(&self) -> Result<Vec<String>, (String, ReadError)> {
        self.0.documents()
    }

    fn read(&self, path: &str) -> Result<String, ReadError> {
        if Domain::ALL.iter().any(|domain| domain.path() == path) { Err(ReadError::Missing) } else { self.0.read(path) }
    }

    fn siblings(&self, path: &str) -> Vec<String> {
        self.0.siblings(path)
    }
}

/// A project with the lock that accepts it as it is, unless it has one of its own.
pub struct Accepted<'f> {
    files: &'f dyn Files,
    lock: BTreeMap<String, String>,
}

/// The project as if somebody had just reviewed it: for tests and tools that keep no lock.
#[must_use]
pub fn reviewed(files: &dyn Files) -> Accepted<'_> {
    let is_locked = Domain::ALL.iter().any(|domain| files.read(&domain.path()) != Err(ReadError::Missing));
    if is_locked {
        return Accepted { files, lock: BTreeMap::new() };
    }
    let program = document::read(files).1;
    let decisions = program.map(|program| program.decisions()).unwrap_or_default();
    let lock = Domain::ALL.iter().map(|domain| (domain.path(), lock::text(*domain, &decisions)));
    Accepted { files, lock: lock.collect() }
}

impl Files for Accepted<'_> {
    fn documents(&self) -> Result<Vec<String>, (String, ReadError)> {
        self.files.documents()
    }

    fn read(&self, path: &str) -> Result<String, ReadError> {
        self.lock.get(path).map_or_else(|| self.files.read(path), |text| Ok(text.clone()))
    }

    fn siblings(&self, path: &str) -> Vec<String> {
        self.files.siblings(path)
    }
}

/// A decision that was not in the lock as it is now, or is in it no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub domain: Domain,
    pub was: Option<Decision>,
    pub now: Option<Decision>,
}

/// What may be accepted.
#[derive(Debug)]
pub struct Acceptance {
    /// The files of the lock; none where something keeps them from being written.
    pub files: Vec<Artefact>,
    /// By domain, then by what they are about.
    pub changes: Vec<Change>,
    /// What is wrong with the project, and what cannot be accepted.
    pub found: Diagnostics,
    pub sources: SourceMap,
}

/// Compares a project with its lock, whatever state that is in: to accept all of it is an act of review.
pub fn accept(files: &dyn Files) -> Acceptance {
    let Checked { mut project, program, .. } = check(&Unlocked(files));
    let reviewed = lock::read(files, &mut project.sources);
    let newer = |one: &&crate::diagnostic::Diagnostic| {
        // A lock that cannot be read as this format, or at all, may hold what nobody else knows.
        !matches!(one.code, Code::LockConflict | Code::LockSyntax)
    };
    project.found.extend(reviewed.faults.iter().filter(newer).cloned());
    let mut acceptance =
        Acceptance { files: Vec::new(), changes: Vec::new(), found: project.found, sources: project.sources };
    let Some(program) = program.filter(|_| !acceptance.found.has_errors()) else { return acceptance };
    acceptance.found.extend(document::published(&program, &reviewed));
    acceptance.found.sort(&acceptance.sources);
    if acceptance.found.has_errors() {
        return acceptance;
    }
    let decisions = program.decisions();
    for difference in lock::compare(&reviewed, &decisions) {
        let domain = difference.domain;
        let pairs = lock::pairs(&difference);
        let change =
            |was: Option<&Decision>, now: Option<&Decision>| Change { domain, was: was.cloned(), now: now.cloned() };
        acceptance
            .changes
            .extend(pairs.changed.iter().map(|(was, now)| change(Some(&was.decision), Some(&now.decision))));
        acceptance.changes.extend(pairs.new.iter().map(|now| change(None, Some(&now.decision))));
        acceptance.changes.extend(pairs.gone.iter().map(|was| change(Some(&was.decision), None)));
    }
    let file = |domain: &Domain| Artefact { path: domain.path(), bytes: lock::text(*domain, &decisions).into_bytes() };
    acceptance.files = Domain::ALL.iter().map(file).collect();
    acceptance
}
