//! Where texts come from: a folder on disk, or a map in memory.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Why a file could not be had. Each is a mistake of the project's author or of the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The path is absolute, climbs with `..`, or a link leads out of the project.
    Outside,
    Missing,
    /// A folder where a file is asked for.
    Folder,
    /// The bytes are not UTF-8 from this offset on; what can be shown of them has the same bytes up to there.
    NotText {
        at: usize,
        shown: String,
    },
    /// Larger than [`MAX_FILE`].
    TooLarge(u64),
    /// The machine refused, with its reason.
    Refused(String),
}

/// Spans count bytes in 32 bits; half of that is more than any policy or schema needs.
pub const MAX_FILE: u64 = 1 << 31;

/// A project's files, addressed by relative paths with `/`.
pub trait Files: Sync {
    /// The paths of all YAML documents, sorted; hidden folders are not looked into.
    fn documents(&self) -> Result<Vec<String>, (String, ReadError)>;
    /// The text of one file, without a byte-order mark.
    fn read(&self, path: &str) -> Result<String, ReadError>;
    /// The paths of files near this one, for suggestions.
    fn siblings(&self, path: &str) -> Vec<String>;
}

fn is_document(path: &str) -> bool {
    path.ends_with(".yaml") || path.ends_with(".yml")
}

fn without_mark(bytes: Vec<u8>) -> Result<String, ReadError> {
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        ReadError::NotText { at, shown: String::from_utf8_lossy(error.as_bytes()).into_owned() }
    })
}

/// A project in memory: tests, fuzzing, and callers who have no folder.
#[derive(Debug, Default, Clone)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Files for Memory {
    fn documents(&self) -> Result<Vec<String>, (String, ReadError)> {
        Ok(self.0.keys().filter(|path| is_document(path)).cloned().collect())
    }

    fn read(&self, path: &str) -> Result<String, ReadError> {
        if !stays_inside(path) {
            return Err(ReadError::Outside);
        }
        without_mark(self.0.get(path).ok_or(ReadError::Missing)?.clone())
    }

    fn siblings(&self, _: &str) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

/// Only plain components: a path is a name inside the project, on every system alike.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', '\0'])
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// A project folder. Nothing outside it is ever read, not even through a link.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// # Errors
    /// The folder is missing, is not a folder, or may not be read.
    pub fn open(root: &Path) -> Result<Self, ReadError> {
        let root = root.canonicalize().map_err(|error| refused(&error))?;
        if root.is_dir() { Ok(Self { root }) } else { Err(ReadError::Missing) }
    }

    fn walk(&self, folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), (String, ReadError)> {
        let entries = std::fs::read_dir(folder).map_err(|error| (prefix.to_owned(), refused(&error)))?;
        for entry in entries {
            let entry = entry.map_err(|error| (prefix.to_owned(), refused(&error)))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
            if is_document(&path) && entry.file_name().to_str().is_none() {
                return Err((path, ReadError::Refused("its name is not UTF-8".to_owned())));
            }
            let kind = entry.file_type().map_err(|error| (path.clone(), refused(&error)))?;
            if kind.is_dir() {
                // A folder of its own build: other projects' caches, compiled output.
                if !entry.path().join("CACHEDIR.TAG").exists() {
                    self.walk(&entry.path(), &path, found)?;
                }
            } else if is_document(&path) || (kind.is_symlink() && self.leads_out(&entry.path())) {
                found.push(path);
            }
        }
        Ok(())
    }

    /// A link to a folder outside could hold policies that somebody counts on: reading it is refused, and said.
    /// One that stays inside leads to what is found in its own place.
    fn leads_out(&self, link: &Path) -> bool {
        link.canonicalize().is_ok_and(|target| target.is_dir() && !target.starts_with(&self.root))
    }
}

impl Files for Disk {
    fn documents(&self) -> Result<Vec<String>, (String, ReadError)> {
        let mut found = Vec::new();
        self.walk(&self.root, "", &mut found)?;
        found.sort();
        Ok(found)
    }

    fn read(&self, path: &str) -> Result<String, ReadError> {
        if !stays_inside(path) {
            return Err(ReadError::Outside);
        }
        let real = self.root.join(path).canonicalize().map_err(|error| refused(&error))?;
        if !real.starts_with(&self.root) {
            return Err(ReadError::Outside);
        }
        let size = std::fs::metadata(&real).map_err(|error| refused(&error))?;
        if size.is_dir() {
            return Err(ReadError::Folder);
        }
        if size.len() > MAX_FILE {
            return Err(ReadError::TooLarge(size.len()));
        }
        without_mark(std::fs::read(&real).map_err(|error| refused(&error))?)
    }

    fn siblings(&self, path: &str) -> Vec<String> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_there = |folder: &&str| stays_inside(folder) && self.root.join(folder).is_dir();
        let folder = Some(folder).filter(is_there).unwrap_or("");
        let mut names: Vec<String> = std::fs::read_dir(self.root.join(folder))
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_file())?.file_name().into_string().ok())
            .map(|name| if folder.is_empty() { name } else { format!("{folder}/{name}") })
            .collect();
        names.sort();
        names
    }
}

fn refused(error: &std::io::Error) -> ReadError {
    if error.kind() == std::io::ErrorKind::NotFound {
        ReadError::Missing
    } else {
        ReadError::Refused(error.kind().to_string())
    }
}
