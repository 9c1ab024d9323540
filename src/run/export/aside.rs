//! Rows that are kept on the disk until they are written as pages: an archive takes one file after the other.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::archive::for_its_owner;

/// A longer row is too large for a page, and for the memory that a page may take.
const LONGEST: usize = 1 << 20;

/// Rows in the order in which they came. Nothing is left of them when it is dropped.
pub(super) struct Aside {
    file: BufWriter<File>,
    gone: Gone,
}

/// The same rows, one after the other.
pub(super) struct Kept {
    file: BufReader<File>,
    row: Vec<u8>,
    _gone: Gone,
}

struct Gone(PathBuf);

impl Drop for Gone {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Aside {
    /// Beside an archive, where there is room for one.
    pub fn create(archive: &Path) -> io::Result<Self> {
        let name = archive.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let gone = Gone(archive.with_file_name(format!(".{name}.rows")));
        // What a killed run left is not taken over, with whatever rights it has.
        match std::fs::remove_file(&gone.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = for_its_owner().open(&gone.0)?;
        // Where a file may be without a name, it has none from here on: whatever happens, nothing is left.
        #[cfg(unix)]
        std::fs::remove_file(&gone.0)?;
        Ok(Self { file: BufWriter::new(file), gone })
    }

    /// A row, with its length before it; of one that is too large only that it was there.
    pub fn keep(&mut self, row: &str) -> io::Result<()> {
        let row = Some(row).filter(|row| row.len() <= LONGEST).unwrap_or_default();
        let length = u32::try_from(row.len()).map_err(io::Error::other)?;
        self.file.write_all(&length.to_le_bytes())?;
        self.file.write_all(row.as_bytes())
    }

    pub fn read(self) -> io::Result<Kept> {
        let mut file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        Ok(Kept { file: BufReader::new(file), row: Vec::new(), _gone: self.gone })
    }
}

impl Kept {
    /// The next row; none where it was too large.
    pub fn next(&mut self) -> io::Result<Option<&str>> {
        let mut length = [0; 4];
        self.file.read_exact(&mut length)?;
        let length = usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?;
        self.row.resize(length, 0);
        self.file.read_exact(&mut self.row)?;
        let row = std::str::from_utf8(&self.row).map_err(io::Error::other)?;
        Ok(Some(row).filter(|row| !row.is_empty()))
    }
}
