//! Text, files and positions: the only room that knows bytes and lines.
//!
//! In: a folder (or files in memory). Out: a [`SourceMap`] of texts, and for each YAML document a
//! [`yaml::Node`] tree in which every key and value knows its bytes. Never here: what a key means.

pub mod csv;
mod fault;
mod files;
pub mod json;
pub mod typed;
pub mod yaml;

pub use files::{Disk, Files, Memory, ReadError};

use std::sync::OnceLock;

/// One file of a [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct FileId(u32);

/// A range of bytes in one file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The bytes of this span that `range` names, counted from its start.
    #[must_use]
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        let start = self.start as usize;
        let end = (start + range.end).min(self.end as usize);
        Self::new(self.file, (start + range.start).min(end)..end)
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value together with where it was written.
#[derive(Clone, Debug, Default)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// Line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// A text and the name by which people know it: its path in the project, with `/`.
#[derive(Debug)]
pub struct File {
    pub path: String,
    pub text: String,
    lines: OnceLock<Vec<u32>>,
}

impl File {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().zip(1u32..).filter(|(byte, _)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(_, next)| next)).collect()
        })
    }
}

/// Every text of a run; diagnostics and comments find their lines here.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<File>,
}

impl SourceMap {
    pub fn add(&mut self, path: impl Into<String>, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(File { path: path.into(), text, lines: OnceLock::new() });
        id
    }

    pub fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(id.0 as usize)
    }

    pub fn path(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| &file.path)
    }

    pub fn text(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| &file.text)
    }

    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.range()).unwrap_or("")
    }

    pub fn position(&self, span: Span) -> Position {
        let Some(file) = self.file(span.file) else { return Position { line: 1, column: 1 } };
        let lines = file.lines();
        let line = lines.partition_point(|start| *start <= span.start);
        let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(0) as usize;
        let before = file.text.get(start..span.start as usize).unwrap_or("");
        Position { line, column: before.chars().count() + 1 }
    }

    /// `path:line`, as comments in artefacts name their source.
    pub fn line_of(&self, span: Span) -> String {
        format!("{}:{}", self.path(span.file), self.position(span).line)
    }
}

impl SourceMap {
    /// Where `range` of a text stands in its file: exactly, where it can be followed through quotes and folded lines,
    /// else the whole value.
    pub fn inside(&self, text: &Spanned<String>, range: std::ops::Range<usize>) -> Span {
        let written = self.slice(text.span);
        let ends = (written_at(written, &text.value, range.start), written_at(written, &text.value, range.end));
        match ends {
            (Some(start), Some(end)) if start <= end => text.span.part(start..end),
            _ => text.span,
        }
    }
}

/// The offset in a scalar as written of an offset in its value. White space is what folding changes, so that only the
/// other characters are compared; `None` where an escape makes them differ.
fn written_at(written: &str, value: &str, offset: usize) -> Option<usize> {
    let is_solid = |(_, c): &(usize, char)| !c.is_whitespace();
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\'') && !value.starts_with(*c));
    let mut rest = written.char_indices().skip(usize::from(quote.is_some())).filter(is_solid).peekable();
    let mut after = quote.map_or(0, char::len_utf8);
    for (at, c) in value.char_indices().filter(is_solid) {
        let place = rest.next().filter(|(_, other)| *other == c).map(|(place, _)| place);
        if at >= offset {
            // An offset in white space is just behind the character before it.
            return if at == offset { place } else { Some(after) };
        }
        after = place? + c.len_utf8();
        if quote == Some('\'') && c == '\'' {
            after += rest.next_if(|(_, other)| *other == '\'').map_or(0, |_| 1);
        }
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    use super::written_at;

    #[test]
    fn places_are_followed_through_quotes_and_folded_lines() {
        for (written, value, offset, expected) in [
            ("pinned", "pinned", 3, Some(3)),
            ("'it''s x'", "it's x", 5, Some(7)),
            ("\"a = 1\"", "a = 1", 4, Some(5)),
            ("a\n    and b", "a and b", 6, Some(10)),
            ("a \n b", "a b", 2, Some(4)),
            ("\"a \\\" b\"", "a \" b", 4, None),
            ("a", "a", 1, Some(1)),
            ("", "", 0, Some(0)),
        ] {
            assert_eq!(written_at(written, value, offset), expected, "{written} at {offset}");
        }
    }
}
