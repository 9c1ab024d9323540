//! Writing artefacts: everything beside its target first, then renamed, the manifest last. A file that no manifest
//! lists is never touched.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::Failure;
use crate::{Artefact, manifest_files};

/// What is to be written into a folder, compared with what is there.
pub(super) struct Plan {
    out: PathBuf,
    /// All files, and whether each is there already with these bytes.
    files: Vec<(Artefact, State)>,
    /// What an older manifest lists and this one does not.
    stale: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Same,
    Different,
    Missing,
}

pub(super) struct Done {
    pub files: usize,
    pub written: usize,
    pub removed: usize,
}

impl Plan {
    pub fn new(out: &Path, artefacts: Vec<Artefact>) -> Result<Self, Failure> {
        if out.exists() && !out.is_dir() {
            return Err(Failure::incomplete(format!("`{}` is a file where a folder should be", out.display())));
        }
        let listed = old_files(out)?;
        let current: BTreeSet<&str> = artefacts.iter().map(|file| file.path.as_str()).collect();
        let stale =
            listed.into_iter().filter(|path| !current.contains(path.as_str()) && out.join(path).is_file()).collect();
        let mut files = Vec::new();
        for artefact in artefacts {
            let state = state(&out.join(&artefact.path), &artefact.bytes)?;
            files.push((artefact, state));
        }
        Ok(Self { out: out.to_owned(), files, stale })
    }

    /// Files that belong to the project itself; no manifest lists them.
    pub fn beside(project: &Path, files: Vec<Artefact>) -> Result<Self, Failure> {
        let mut compared = Vec::new();
        for file in files {
            let state = state(&project.join(&file.path), &file.bytes)?;
            compared.push((file, state));
        }
        Ok(Self { out: project.to_owned(), files: compared, stale: Vec::new() })
    }

    /// One line for each file that is not as it should be.
    pub fn differences(&self) -> Vec<String> {
        let files = self.files.iter().filter_map(|(file, state)| match state {
            State::Same => None,
            State::Different => Some(format!("differs: {}", file.path)),
            State::Missing => Some(format!("missing: {}", file.path)),
        });
        files.chain(self.stale.iter().map(|path| format!("stale: {path}"))).collect()
    }

    pub fn write(self) -> Result<Done, Failure> {
        let changed: Vec<&Artefact> =
            self.files.iter().filter(|(_, state)| *state != State::Same).map(|(file, _)| file).collect();
        let mut staged = Staged::default();
        for file in &changed {
            staged.add(&self.out.join(&file.path), &file.bytes)?;
        }
        // The manifest is the last of the files, so it is renamed last; what is stale goes before it.
        let removed = self.stale.len();
        staged.rename(|| self.remove_stale())?;
        Ok(Done { files: self.files.len(), written: changed.len(), removed })
    }

    fn remove_stale(&self) -> Result<(), Failure> {
        for path in &self.stale {
            let path = self.out.join(path);
            fs::remove_file(&path).map_err(|error| refused(&path, "removed", &error))?;
        }
        Ok(())
    }
}

fn state(path: &Path, bytes: &[u8]) -> Result<State, Failure> {
    match fs::read(path) {
        Ok(found) if found == bytes => Ok(State::Same),
        Ok(_) => Ok(State::Different),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(State::Missing),
        Err(_) if path.is_dir() => {
            Err(Failure::incomplete(format!("`{}` is a folder where a file should be", path.display())))
        }
        Err(error) => Err(refused(path, "read", &error)),
    }
}

/// The files that the manifest in the folder lists.
fn old_files(out: &Path) -> Result<Vec<String>, Failure> {
    let path = out.join(crate::artefact::MANIFEST);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused(&path, "read", &error)),
    };
    let not_ours =
        || Failure::incomplete(format!("`{}` is not a manifest of probate; it is not overwritten", path.display()));
    let files = manifest_files(&text).ok_or_else(not_ours)?;
    let inside = |path: &String| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if files.iter().all(inside) { Ok(files) } else { Err(not_ours()) }
}

fn refused(path: &Path, what: &str, error: &std::io::Error) -> Failure {
    Failure::incomplete(format!("`{}` cannot be {what}: {}", path.display(), error.kind()))
}

/// Files written beside their targets. Dropped without a rename they leave nothing behind.
#[derive(Default)]
struct Staged {
    files: Vec<(PathBuf, PathBuf)>,
}

impl Staged {
    fn add(&mut self, target: &Path, bytes: &[u8]) -> Result<(), Failure> {
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| {
                if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory) {
                    Failure::incomplete(format!("`{}` is a file where a folder should be", folder.display()))
                } else {
                    refused(folder, "made", &error)
                }
            })?;
        }
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let temporary = target.with_file_name(format!(".{name}.probate-{}", std::process::id()));
        self.files.push((temporary.clone(), target.to_owned()));
        fs::write(&temporary, bytes).map_err(|error| refused(&temporary, "written", &error))
    }

    fn rename(mut self, before_last: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
        let mut before_last = Some(before_last);
        let files = std::mem::take(&mut self.files);
        let last = files.len().saturating_sub(1);
        for (index, (temporary, target)) in files.iter().enumerate() {
            if index == last
                && let Some(before_last) = before_last.take()
            {
                before_last()?;
            }
            if let Err(error) = fs::rename(temporary, target) {
                self.files = files.get(index..).unwrap_or(&[]).to_vec();
                return Err(refused(target, "written", &error));
            }
        }
        match before_last {
            Some(before_last) => before_last(),
            None => Ok(()),
        }
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (temporary, _) in &self.files {
            // Nothing more can be done where even this is refused.
            let _ = fs::remove_file(temporary);
        }
    }
}
