//! Stored files that the rows of an export name: found in the rows, copied from the store by their content.

use std::collections::BTreeSet;
use std::fs::File as DiskFile;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::archive::Archive;

/// The contents that were named, each once.
#[derive(Default)]
pub(super) struct Contents(BTreeSet<String>);

/// A stored file, as the manifest lists it.
#[derive(Debug, serde::Serialize)]
pub(super) struct File {
    content: String,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Copied,
    /// No store was named.
    Listed,
    /// The store does not have it.
    Missing,
    /// What the database calls it leads out of the store.
    Refused,
}

impl File {
    pub fn is_there(&self) -> bool {
        self.state == State::Copied
    }

    pub fn content(&self) -> &str {
        &self.content
    }

    /// Why it is not in the archive.
    pub fn why_not(&self) -> Option<&'static str> {
        match self.state {
            State::Copied => None,
            State::Listed => Some("listed"),
            State::Missing => Some("missing"),
            State::Refused => Some("refused"),
        }
    }
}

impl Contents {
    /// Notes what a row names, at these places.
    pub fn note(&mut self, line: &str, places: &[Vec<Arc<str>>]) {
        if places.is_empty() {
            return;
        }
        let Ok(row) = serde_json::from_str::<Value>(line) else { return };
        let Some(row) = row.get("row") else { return };
        for place in places {
            self.walk(row, place);
        }
    }

    fn walk(&mut self, value: &Value, place: &[Arc<str>]) {
        let Some((name, rest)) = place.split_first() else {
            self.0.extend(value.as_str().map(str::to_owned));
            return;
        };
        let Some(inner) = value.get(&**name) else { return };
        match inner.as_array().filter(|_| !rest.is_empty()) {
            Some(list) => {
                for one in list {
                    self.walk(one, rest);
                }
            }
            None => self.walk(inner, rest),
        }
    }

    /// Copies what the store has into `files/` of the archive.
    pub fn copy(self, store: Option<&Path>, archive: &mut Archive) -> io::Result<Vec<File>> {
        let store = store.map(Path::canonicalize).transpose()?;
        let mut files = Vec::new();
        for content in self.0 {
            let state = match &store {
                None => State::Listed,
                Some(store) => copy(store, &content, archive)?,
            };
            files.push(File { content, state });
        }
        Ok(files)
    }
}

/// WHY: the name comes from the data, and could be `../../etc/passwd`, or a link to it.
fn inside(store: &Path, content: &str) -> Result<PathBuf, State> {
    let path = Path::new(content);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || content.is_empty() || content.contains(['\\', '\0']) {
        return Err(State::Refused);
    }
    let path = store.join(path).canonicalize().map_err(|_| State::Missing)?;
    if path.starts_with(store) && path.is_file() { Ok(path) } else { Err(State::Refused) }
}

fn copy(store: &Path, content: &str, archive: &mut Archive) -> io::Result<State> {
    let path = match inside(store, content) {
        Ok(path) => path,
        Err(state) => return Ok(state),
    };
    let Ok(mut file) = DiskFile::open(path) else { return Ok(State::Missing) };
    archive.start(&format!("files/{content}"))?;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(State::Copied);
        }
        archive.write_bytes(buffer.get(..read).unwrap_or_default())?;
    }
}
