//! The text of a path, cut into its steps.

use std::ops::Range;

use super::PathFault;

/// One step as it is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its bytes, without its condition.
    pub at: Range<usize>,
    pub way: Way,
    /// After `>`: which table of several.
    pub target: Option<String>,
    /// The bytes between its square brackets.
    pub filter: Option<Range<usize>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A column, or the name of a relation.
    Name(String),
    /// `<table.column>`
    Back { table: String, column: String },
}

impl Default for Way {
    fn default() -> Self {
        Self::Name(String::new())
    }
}

/// Steps are joined by dots; dots, brackets and quotes inside a condition are its own.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, PathFault> {
    let mut pieces = Vec::new();
    let mut at = 0;
    loop {
        let (piece, end) = piece(text, at)?;
        pieces.push(piece);
        match text.get(end..).and_then(|rest| rest.chars().next()) {
            None => return Ok(pieces),
            Some('.') => at = end + 1,
            Some(other) => return Err(syntax(end..end + other.len_utf8(), "a dot or the end of the path is expected")),
        }
    }
}

fn syntax(at: Range<usize>, label: &'static str) -> PathFault {
    PathFault::Syntax { at, label }
}

fn piece(text: &str, start: usize) -> Result<(Piece, usize), PathFault> {
    let rest = text.get(start..).unwrap_or_default();
    let (way, mut end) = if rest.starts_with('<') { back(text, start)? } else { name(text, start)? };
    let mut target = None;
    if text.get(end..).is_some_and(|rest| rest.starts_with('>')) {
        let (Way::Name(table), after) = name(text, end + 1)? else { return Err(syntax(start..end, "no table")) };
        (target, end) = (Some(table), after);
    }
    let at = start..end;
    let mut filter = None;
    if text.get(end..).is_some_and(|rest| rest.starts_with('[')) {
        let Some(close) = closing(text, end) else {
            return Err(syntax(end..text.len(), "this bracket is not closed"));
        };
        filter = Some(end + 1..close);
        end = close + 1;
    }
    Ok((Piece { at, way, target, filter }, end))
}

fn name(text: &str, start: usize) -> Result<(Way, usize), PathFault> {
    let rest = text.get(start..).unwrap_or_default();
    let length = rest.find(['.', '[', '>', '<']).unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default();
    if name.trim().is_empty() || name != name.trim() {
        let end = (start + length.max(1)).min(text.len());
        return Err(syntax(start.min(end)..end, "a column, a relation or `<table.column>` is expected"));
    }
    Ok((Way::Name(name.to_owned()), start + length))
}

fn back(text: &str, start: usize) -> Result<(Way, usize), PathFault> {
    let rest = text.get(start..).unwrap_or_default();
    let Some(length) = rest.find('>') else {
        return Err(syntax(start..text.len(), "`<` is not closed"));
    };
    let inner = rest.get(1..length).unwrap_or_default();
    match inner.rsplit_once('.') {
        Some((table, column)) if !table.is_empty() && !column.is_empty() => {
            let way = Way::Back { table: table.to_owned(), column: column.to_owned() };
            Ok((way, start + length + 1))
        }
        _ => Err(syntax(start..start + length + 1, "a table and its column are expected: `<table.column>`")),
    }
}

/// Where the bracket at `open` is closed; brackets in texts do not count.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut quoted = false;
    for (at, c) in text.get(open..)?.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            ']' if !quoted => return Some(open + at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_cut_at_its_own_dots() {
        let found = pieces("a.<b.c>[d = 'x].' and e.f = 1].g>h.i").expect("a path");
        let ways: Vec<&Way> = found.iter().map(|piece| &piece.way).collect();
        let name = |name: &str| Way::Name(name.to_owned());
        let back = Way::Back { table: "b".to_owned(), column: "c".to_owned() };
        assert_eq!(ways, [&name("a"), &back, &name("g"), &name("i")]);
        let filters: Vec<_> = found.iter().map(|piece| piece.filter.clone()).collect();
        assert_eq!(filters, [None, Some(8..29), None, None]);
        assert_eq!(found.iter().filter_map(|piece| piece.target.as_deref()).collect::<Vec<_>>(), ["h"]);
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["", ".", "a.", ".a", "a..b", "<a.b", "<ab>.c", "a[b", "a[b]c", "a ", "a>", "a>.b"] {
            assert!(pieces(text).is_err(), "{text}");
        }
    }
}
