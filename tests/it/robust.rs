//! Hostile and broken projects: whatever is done to the files of a good one, the check ends, does not panic, and
//! what it says can be shown.

use std::sync::mpsc;
use std::time::Duration;

use probate::source::Memory;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::readers::presentable;

/// So many cases, unless the environment asks for more; nothing is written beside the tests.
pub fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(cases), failure_persistence: None, ..ProptestConfig::default() }
}

/// The files of the example that are read.
fn example() -> Vec<(String, Vec<u8>)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes");
    let paths = ["notes.yaml", "site.yaml", "schema/notes.sql", "texts/privacy-1.en.md", "texts/privacy-1.de.md"];
    paths.into_iter().map(|path| (path.to_owned(), std::fs::read(root.join(path)).unwrap())).collect()
}

/// What breaks parsers: marks of YAML and SQL, characters that are no text, values of other types.
const SNIPPETS: &[&str] = &[
    ":",
    ": ",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "|",
    "|2-\n",
    ">\n",
    "\t",
    "\n",
    "\r",
    "#",
    " #",
    "? ",
    "<<: *a\n",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n",
    "\0",
    "\u{feff}",
    "\u{85}",
    "\u{202e}",
    "🦀",
    "é",
    "\\",
    "\\x",
    "\"\\u0000\"",
    "no",
    "null",
    "true",
    "0",
    "-1",
    "99999999999999999999",
    ".nan",
    "017",
    "1.5",
    "[]",
    "{}",
    "\"\"",
    "  ",
    "\n  ",
    "kind: Site\n",
    "id",
    "purge",
    "delete",
    "overwrite",
    "keep",
    "owner",
    "where: ",
    "not ",
    "((",
    "))",
    " and ",
    " or ",
    " in (1, null)",
    " between 1 and 'x'",
    "starts_with(",
    " like '%'",
    "date '2026-13-01'",
    "-- ",
    "/*",
    "*/",
    ";",
    "(select 1)",
    "::int",
    "x''",
    "CREATE TABLE t (",
    "REFERENCES note(id)",
    "PRIMARY KEY",
    "CHECK (",
    "ALTER TABLE note ADD ",
    "a.b",
    "..",
    "/",
];

#[derive(Debug, Clone)]
enum Edit {
    Byte(Index, u8),
    Insert(Index, &'static str),
    DeleteBytes(Index, usize),
    DeleteWord(Index),
    /// The first word becomes the second.
    CopyWord(Index, Index),
    DeleteLine(Index),
    CopyLine(Index, Index),
    Indent(Index, usize),
    Cut(Index),
    Repeat(Index, &'static str, usize),
    DeleteFile,
}

fn edit() -> impl Strategy<Value = (Index, Edit)> {
    let snippet = || prop::sample::select(SNIPPETS);
    let edit = prop_oneof![
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Byte(at, byte)),
        4 => (any::<Index>(), snippet()).prop_map(|(at, text)| Edit::Insert(at, text)),
        2 => (any::<Index>(), 1usize..20).prop_map(|(at, count)| Edit::DeleteBytes(at, count)),
        4 => any::<Index>().prop_map(Edit::DeleteWord),
        4 => (any::<Index>(), any::<Index>()).prop_map(|(to, from)| Edit::CopyWord(to, from)),
        2 => any::<Index>().prop_map(Edit::DeleteLine),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(to, from)| Edit::CopyLine(to, from)),
        2 => (any::<Index>(), 0usize..5).prop_map(|(line, by)| Edit::Indent(line, by)),
        1 => any::<Index>().prop_map(Edit::Cut),
        1 => (any::<Index>(), snippet(), 100usize..3000).prop_map(|(at, text, times)| Edit::Repeat(at, text, times)),
        1 => Just(Edit::DeleteFile),
    ];
    (any::<Index>(), edit)
}

/// Words and what separates them, so that a text is their concatenation.
fn words(bytes: &[u8]) -> Vec<Vec<u8>> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    bytes.chunk_by(|a, b| is_word(*a) && is_word(*b)).map(<[u8]>::to_vec).collect()
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn changed(bytes: &[u8], edit: &Edit) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if bytes.is_empty() {
        return bytes;
    }
    let in_parts = |mut parts: Vec<Vec<u8>>, to: &Index, from: Option<&Index>| {
        let new = from.map_or(Vec::new(), |from| parts[from.index(parts.len())].clone());
        let to = to.index(parts.len());
        parts[to] = new;
        parts.concat()
    };
    match edit {
        Edit::Byte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Edit::Insert(at, text) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, text.bytes());
        }
        Edit::Repeat(at, text, times) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, text.repeat(*times).bytes());
        }
        Edit::DeleteBytes(at, count) => {
            let at = at.index(bytes.len());
            let end = (at + count).min(bytes.len());
            bytes.drain(at..end);
        }
        Edit::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Edit::DeleteWord(at) => return in_parts(words(&bytes), at, None),
        Edit::CopyWord(to, from) => return in_parts(words(&bytes), to, Some(from)),
        Edit::DeleteLine(at) => return in_parts(lines(&bytes), at, None),
        Edit::CopyLine(to, from) => return in_parts(lines(&bytes), to, Some(from)),
        Edit::Indent(line, by) => {
            let mut lines = lines(&bytes);
            let at = line.index(lines.len());
            let trimmed = lines[at].trim_ascii_start().to_vec();
            lines[at] = [" ".repeat(*by).into_bytes(), trimmed].concat();
            return lines.concat();
        }
        Edit::DeleteFile => bytes.clear(),
    }
    bytes
}

fn broken(edits: &[(Index, Edit)]) -> Memory {
    let mut files = example();
    for (file, edit) in edits {
        let at = file.index(files.len());
        files[at].1 = changed(&files[at].1, edit);
        if matches!(edit, Edit::DeleteFile) && files.len() > 1 {
            files.remove(at);
        }
    }
    Memory(files.into_iter().collect())
}

/// Everything that may be asked of a check, on a thread of its own with a small stack.
fn examined(files: Memory) -> Result<String, String> {
    let (sender, receiver) = mpsc::channel();
    let check = std::thread::Builder::new().stack_size(2 << 20);
    let check = check.spawn(move || {
        let reviewed = probate::reviewed(&files);
        let checked = probate::check(&reviewed);
        let shown = presentable(&checked);
        assert_eq!(checked.compile().is_ok(), !checked.diagnostics().has_errors(), "{shown}");
        let again = probate::check(&probate::reviewed(&files));
        assert_eq!(shown, presentable(&again), "twice the same");
        sender.send(shown).unwrap();
    });
    match receiver.recv_timeout(Duration::from_secs(120)) {
        Ok(shown) => Ok(shown),
        Err(mpsc::RecvTimeoutError::Timeout) => Err("it does not end".to_owned()),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(format!("{:?}", check.unwrap().join().unwrap_err().downcast_ref::<String>()))
        }
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn broken_files_are_findings_and_never_a_panic(edits in prop::collection::vec(edit(), 1..6)) {
        let shown = examined(broken(&edits));
        prop_assert!(shown.is_ok(), "{}", shown.unwrap_err());
    }
}

#[test]
fn the_example_itself_is_without_a_finding() {
    assert_eq!(examined(broken(&[])).unwrap(), "");
    let without_site = example().into_iter().filter(|(path, _)| path != "site.yaml");
    assert_ne!(examined(Memory(without_site.collect())).unwrap(), "");
}
