//! Rows of an export as HTML: side by side in a table, or each one's values below each other.

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::text::{clean, escape};

/// What is longer is shown up to here, and said to go on.
const MOST_LETTERS: usize = 10_000;

/// How the rows of a list are written.
pub struct Rows<'r> {
    layout: Layout<'r>,
    words: Words,
    /// Where in a row stored files are named: lists of members down to the one that names it.
    files: &'r [Vec<Arc<str>>],
}

#[derive(Clone, Copy)]
pub(super) enum Layout<'r> {
    /// A row of a table, with these columns.
    SideBySide(&'r [String]),
    Below,
}

/// Sentences of the page's language, as HTML.
pub(super) struct Words {
    pub none: String,
    pub yes: String,
    pub no: String,
    /// That a text goes on elsewhere.
    pub more: String,
    /// That a row is elsewhere only.
    pub large: String,
}

/// A line is no row of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRow;

impl<'r> Rows<'r> {
    pub(super) fn new(layout: Layout<'r>, words: Words, files: &'r [Vec<Arc<str>>]) -> Self {
        Self { layout, words, files }
    }

    /// Writes a row, which is one line of JSON, with links to those stored files that are in the archive.
    ///
    /// # Errors
    /// It is no JSON, or has no row in it.
    pub fn write(&self, line: &str, there: &BTreeSet<&str>, out: &mut String) -> Result<(), NoRow> {
        let line: Value = serde_json::from_str(line).map_err(|_| NoRow)?;
        let row = line.get("row").and_then(Value::as_object).ok_or(NoRow)?;
        let mut writer = Writer { rows: self, there, at: Vec::new(), out };
        let written = match self.layout {
            Layout::SideBySide(columns) => writer.side_by_side(columns, row),
            Layout::Below => writer.below(row),
        };
        // Writing to a String cannot fail.
        written.map_err(|_| NoRow)
    }

    /// Says of a row that it is too large for a page.
    pub fn write_large(&self, out: &mut String) {
        let said = &self.words.large;
        match self.layout {
            Layout::SideBySide(columns) => {
                out.push_str(&format!("<tr><td colspan=\"{}\" class=\"none\">{said}</td></tr>\n", columns.len()));
            }
            Layout::Below => out.push_str(&format!("<li class=\"none\">{said}</li>\n")),
        }
    }
}

struct Writer<'w> {
    rows: &'w Rows<'w>,
    there: &'w BTreeSet<&'w str>,
    /// The members around the value at hand.
    at: Vec<&'w str>,
    out: &'w mut String,
}

impl<'w> Writer<'w> {
    fn side_by_side<'v>(&mut self, columns: &[String], row: &'v Map<String, Value>) -> fmt::Result
    where
        'v: 'w,
    {
        self.out.push_str("<tr>");
        for column in columns {
            self.out.push_str("<td>");
            if let Some((name, value)) = row.get_key_value(column) {
                self.at.push(name);
                self.value(value)?;
                self.at.pop();
            }
            self.out.push_str("</td>");
        }
        self.out.push_str("</tr>\n");
        Ok(())
    }

    fn below<'v>(&mut self, row: &'v Map<String, Value>) -> fmt::Result
    where
        'v: 'w,
    {
        self.out.push_str("<li>");
        self.members(row)?;
        self.out.push_str("</li>\n");
        Ok(())
    }

    fn members<'v>(&mut self, row: &'v Map<String, Value>) -> fmt::Result
    where
        'v: 'w,
    {
        if row.is_empty() {
            return self.none();
        }
        self.out.push_str("<dl>\n");
        for (name, value) in row {
            self.out.push_str("<div><dt>");
            self.text(name)?;
            self.out.push_str("</dt><dd>");
            self.at.push(name);
            self.value(value)?;
            self.at.pop();
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
        Ok(())
    }

    fn value<'v>(&mut self, value: &'v Value) -> fmt::Result
    where
        'v: 'w,
    {
        match value {
            Value::Null => self.none(),
            Value::Bool(yes) => self.out.write_str(if *yes { &self.rows.words.yes } else { &self.rows.words.no }),
            Value::Number(number) => write!(self.out, "<bdi>{number}</bdi>"),
            Value::String(text) => self.named(text),
            Value::Object(row) => self.members(row),
            Value::Array(values) if values.is_empty() => self.none(),
            Value::Array(values) if values.iter().all(Value::is_object) => {
                values.iter().filter_map(Value::as_object).try_for_each(|row| self.members(row))
            }
            Value::Array(values) => {
                self.out.push_str("<ul>");
                for value in values {
                    self.out.push_str("<li>");
                    self.value(value)?;
                    self.out.push_str("</li>");
                }
                self.out.write_str("</ul>")
            }
        }
    }

    fn none(&mut self) -> fmt::Result {
        write!(self.out, "<span class=\"none\">{}</span>", self.rows.words.none)
    }

    /// A text, or the stored file that it names.
    fn named(&mut self, text: &str) -> fmt::Result {
        let is_here = |place: &Vec<Arc<str>>| place.iter().map(|part| &**part).eq(self.at.iter().copied());
        if self.there.contains(text) && self.rows.files.iter().any(is_here) {
            write!(self.out, "<a href=\"{}\">", href(&format!("../files/{text}")))?;
            self.text(text)?;
            return self.out.write_str("</a>");
        }
        self.text(text)
    }

    fn text(&mut self, text: &str) -> fmt::Result {
        let cut = text.char_indices().nth(MOST_LETTERS).map(|(at, _)| at);
        let Some(shown) = escaped(text.get(..cut.unwrap_or(text.len())).unwrap_or_default()) else {
            return self.none();
        };
        write!(self.out, "<bdi class=\"text\">{shown}</bdi>")?;
        if cut.is_some() {
            write!(self.out, "… <span class=\"none\">{}</span>", self.rows.words.more)?;
        }
        Ok(())
    }
}

/// A text as HTML; none where nobody would see anything.
pub(super) fn escaped(text: &str) -> Option<String> {
    if clean(text).trim().is_empty() {
        return None;
    }
    let mut html = String::with_capacity(text.len() + 16);
    escape(&mut html, text).ok()?;
    Some(html)
}

/// The address of a file in the archive: whatever would mean something else in an address is spelt out.
pub(super) fn href(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{Layout, NoRow, Rows, Words, href};
    use std::collections::BTreeSet;

    fn words() -> Words {
        let [none, yes, no, more, large] = ["none", "yes", "no", "more", "large"].map(str::to_owned);
        Words { none, yes, no, more, large }
    }

    fn written(layout: Layout<'_>, row: &str) -> Result<String, NoRow> {
        let files = [vec!["files".into(), "hash".into()]];
        let mut out = String::new();
        let line = format!("{{\"item\":\"i\",\"row\":{row}}}");
        Rows::new(layout, words(), &files).write(&line, &BTreeSet::from(["a b/c"]), &mut out)?;
        Ok(out)
    }

    #[test]
    fn a_row_of_a_table_has_a_cell_for_each_column() {
        let columns = ["a", "b", "c"].map(str::to_owned);
        let row = written(Layout::SideBySide(&columns), r#"{"b":"<x>","a":null}"#);
        let expected =
            "<tr><td><span class=\"none\">none</span></td><td><bdi class=\"text\">&lt;x&gt;</bdi></td><td></td></tr>\n";
        assert_eq!(row.as_deref(), Ok(expected));
    }

    #[test]
    fn what_belongs_to_a_row_stands_inside_it() {
        let row = written(Layout::Below, r#"{"files":[{"hash":"a b/c"},{"hash":"../x"}],"ok":true,"n":[1,"z"]}"#);
        let row = row.expect("a row");
        assert!(row.contains("<a href=\"../files/a%20b/c\"><bdi class=\"text\">a b/c</bdi></a>"), "{row}");
        assert!(row.contains("<dd><bdi class=\"text\">../x</bdi></dd>"), "what is not there is no link: {row}");
        assert!(row.contains("<dd>yes</dd>") && row.contains("<ul><li><bdi>1</bdi></li>"), "{row}");
    }

    #[test]
    fn a_link_is_one_at_its_place_only() {
        let row = written(Layout::Below, r#"{"hash":"a b/c"}"#).expect("a row");
        assert!(!row.contains("<a"), "{row}");
    }

    #[test]
    fn what_nobody_sees_and_what_is_too_long_is_said() {
        let long = "é".repeat(10_001);
        let row =
            written(Layout::Below, &format!("{{\"a\":\" \u{202E}\",\"b\":\"{long}\",\"\":{{}}}}")).expect("a row");
        assert!(row.contains("<dt><bdi class=\"text\">a</bdi></dt><dd><span class=\"none\">none</span></dd>"), "{row}");
        assert_eq!(row.matches('é').count(), 10_000);
        assert!(row.contains("… <span class=\"none\">more</span>") && !row.contains('\u{202E}'));
    }

    #[test]
    fn what_is_no_row_is_an_error() {
        for line in ["[]", "\"x\"", "{", ""] {
            assert_eq!(written(Layout::Below, line), Err(NoRow), "{line}");
        }
    }

    #[test]
    fn nothing_in_a_name_changes_where_an_address_leads() {
        assert_eq!(href("files/a?b#c:d\"%é"), "files/a%3Fb%23c%3Ad%22%25%C3%A9");
    }
}
