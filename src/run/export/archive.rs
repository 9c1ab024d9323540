//! The ZIP of an export: written under another name, for its owner only, and given its own name when it is whole.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What is handed over at once, and how often before the compressor must have caught up: half a megabyte in all.
const PIECE: usize = 64 * 1024;
const PIECES: usize = 8;

/// An archive that is being written. Dropped before it is published, nothing is left of it.
pub(super) struct Archive {
    to: Option<SyncSender<Message>>,
    writer: Option<JoinHandle<io::Result<()>>>,
    piece: Vec<u8>,
    entry: Option<Entry>,
    entries: Vec<Entry>,
    unfinished: PathBuf,
    path: PathBuf,
}

/// A file in the archive, as the manifest lists it.
#[derive(serde::Serialize)]
struct Entry {
    path: String,
    bytes: u64,
    sha256: String,
    #[serde(skip)]
    digest: Sha256,
}

enum Message {
    Start(String),
    Bytes(Vec<u8>),
}

impl Archive {
    pub fn create(path: &Path) -> io::Result<Self> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let unfinished = path.with_file_name(format!(".{name}.part"));
        // What a killed run left is not taken over, with whatever rights it has.
        match std::fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = for_its_owner().open(&unfinished)?;
        let (to, from) = sync_channel(PIECES);
        // Compressing takes longer than reading: it has a thread of its own.
        let writer = std::thread::spawn(move || write(file, &from));
        Ok(Self {
            to: Some(to),
            writer: Some(writer),
            piece: Vec::with_capacity(PIECE),
            entry: None,
            entries: Vec::new(),
            unfinished,
            path: path.to_owned(),
        })
    }

    /// Begins a file in the archive.
    pub fn start(&mut self, path: &str) -> io::Result<()> {
        self.end_entry()?;
        self.entry = Some(Entry { path: path.to_owned(), bytes: 0, sha256: String::new(), digest: Sha256::new() });
        self.send(Message::Start(path.to_owned()))
    }

    pub fn write(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    pub fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() < PIECE { Ok(()) } else { self.hand_over() }
    }

    /// The digest is over whole pieces: over each word it would cost more than the words.
    fn hand_over(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        if let Some(entry) = &mut self.entry {
            entry.bytes += piece.len() as u64;
            entry.digest.update(&piece);
        }
        self.send(Message::Bytes(piece))
    }

    fn end_entry(&mut self) -> io::Result<()> {
        if !self.piece.is_empty() {
            self.hand_over()?;
        }
        if let Some(mut entry) = self.entry.take() {
            entry.sha256 = crate::program::hex(&std::mem::take(&mut entry.digest).finalize());
            self.entries.push(entry);
        }
        Ok(())
    }

    fn send(&mut self, message: Message) -> io::Result<()> {
        let sent = self.to.as_ref().is_some_and(|to| to.send(message).is_ok());
        // The writer stopped: it says why.
        if sent { Ok(()) } else { self.join().and(Err(io::Error::other("the writer of the archive has ended"))) }
    }

    fn join(&mut self) -> io::Result<()> {
        self.to = None;
        let Some(writer) = self.writer.take() else { return Ok(()) };
        writer.join().unwrap_or_else(|_| Err(io::Error::other("the writer of the archive has ended")))
    }

    /// Adds the manifest, with the digests of all files before it, and writes everything to the disk.
    pub fn finish(&mut self, manifest: &serde_json::Value) -> io::Result<()> {
        self.end_entry()?;
        let mut manifest = manifest.clone();
        if let Some(map) = manifest.as_object_mut() {
            map.insert("contents".to_owned(), serde_json::to_value(&self.entries).map_err(io::Error::other)?);
        }
        self.start("manifest.json")?;
        self.write(&format!("{manifest:#}\n"))?;
        self.end_entry()?;
        self.join()
    }

    /// Gives it its name.
    pub fn publish(self) -> io::Result<()> {
        std::fs::rename(&self.unfinished, &self.path)
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        let _ = self.join();
        // After it was published there is nothing of this name.
        let _ = std::fs::remove_file(&self.unfinished);
    }
}

/// A file that was not there, which nobody else may read.
pub(super) fn for_its_owner() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn write(file: File, from: &Receiver<Message>) -> io::Result<()> {
    let fast = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .large_file(true)
        .unix_permissions(0o600);
    let mut zip = ZipWriter::new(BufWriter::with_capacity(PIECE, file));
    for message in from {
        match message {
            Message::Start(path) => zip.start_file(path, fast)?,
            Message::Bytes(bytes) => zip.write_all(&bytes)?,
        }
    }
    let file = zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()
}
