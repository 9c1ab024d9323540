//! Comma-separated values whose fields know their bytes. A line that begins with `#` is a comment.

use csv_core::{ReadFieldResult, ReaderBuilder};

use super::{FileId, Span, Spanned};

/// One record; empty lines and comments are none.
#[derive(Debug)]
pub struct Row {
    pub fields: Vec<Spanned<String>>,
    /// From its first field to its last.
    pub span: Span,
}

/// A quote that is not closed, or closed before the end of its field: what follows cannot be told apart.
#[derive(Debug)]
pub struct QuoteFault {
    pub span: Span,
}

/// The rows of a file, up to a quote that is wrong.
pub fn read(file: FileId, text: &str) -> (Vec<Row>, Option<QuoteFault>) {
    let bytes = text.as_bytes();
    let mut reader = ReaderBuilder::new().comment(Some(b'#')).build();
    // A field is not longer than the text.
    let mut buffer = vec![0; text.len() + 1];
    let mut rows = Vec::new();
    let mut fields: Vec<Spanned<String>> = Vec::new();
    let mut at = 0;
    loop {
        let start = at;
        let mut filled = 0;
        let ends_row = loop {
            let input = bytes.get(at..).unwrap_or_default();
            let output = buffer.get_mut(filled..).unwrap_or_default();
            let (result, read, written) = reader.read_field(input, output);
            at += read;
            filled += written;
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::Field { record_end } => break record_end,
                ReadFieldResult::OutputFull | ReadFieldResult::End => return (rows, None),
            }
        };
        let start = if fields.is_empty() { start + comments(text.get(start..at).unwrap_or("")) } else { start };
        // A comment that no line ends, at the end of the file.
        if fields.is_empty() && start == at && at == bytes.len() && filled == 0 {
            return (rows, None);
        }
        let span = field(file, text, start..at);
        let Ok(span) = span else { return (rows, span.err()) };
        let value = String::from_utf8_lossy(buffer.get(..filled).unwrap_or_default()).into_owned();
        fields.push(Spanned::new(value, span));
        if ends_row {
            let whole = fields.first().map_or(span, |first| Span { end: span.end, ..first.span });
            rows.push(Row { fields: std::mem::take(&mut fields), span: whole });
        }
    }
}

/// Bytes of the empty lines and comments before a record.
fn comments(raw: &str) -> usize {
    let mut at = 0;
    for line in raw.split_inclusive('\n') {
        if line.starts_with('#') || line.trim_end_matches(['\r', '\n']).is_empty() {
            at += line.len();
        } else {
            break;
        }
    }
    at
}

/// Where a field's content stands: without its quotes, and without what ends it.
fn field(file: FileId, text: &str, range: std::ops::Range<usize>) -> Result<Span, QuoteFault> {
    let raw = text.get(range.clone()).unwrap_or("");
    let start = range.start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
    let raw = raw.trim_start_matches(['\r', '\n']);
    if !raw.starts_with('"') {
        let content = raw.trim_end_matches([',', '\r', '\n']);
        return Ok(Span::new(file, start..start + content.len()));
    }
    let closes = raw.trim_end_matches([',', '\r', '\n']);
    let is_closed = closes.len() > 1 && closes.ends_with('"') && closes.matches('"').count().is_multiple_of(2);
    if is_closed {
        return Ok(Span::new(file, start + 1..start + closes.len() - 1));
    }
    let line = raw.find('\n').unwrap_or(raw.len());
    let length = raw.get(..line).map_or(line, |line| line.trim_end().len());
    Err(QuoteFault { span: Span::new(file, start..start + length) })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::SourceMap;

    #[test]
    fn fields_are_where_they_are_written() {
        let text = "a,b\r\n\r\n\"x,1\",\n \"y\" ,z\n\"q\"\"r\",last";
        let mut sources = SourceMap::default();
        let file = sources.add("a.csv", text.to_owned());
        let (rows, fault) = read(file, text);
        assert!(fault.is_none());
        let found: Vec<Vec<(&str, &str)>> = rows
            .iter()
            .map(|row| row.fields.iter().map(|field| (field.value.as_str(), sources.slice(field.span))).collect())
            .collect();
        let expected: Vec<Vec<(&str, &str)>> = vec![
            vec![("a", "a"), ("b", "b")],
            vec![("x,1", "x,1"), ("", "")],
            vec![(" \"y\" ", " \"y\" "), ("z", "z")],
            vec![("q\"r", "q\"\"r"), ("last", "last")],
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn comments_are_no_records() {
        let text = "# first, \"\na,#b\n#\r\n\n# c\nd,e\n\"#f\",\"g\n#h\"\n# end";
        let mut sources = SourceMap::default();
        let file = sources.add("a.csv", text.to_owned());
        let (rows, fault) = read(file, text);
        assert!(fault.is_none());
        let found: Vec<Vec<&str>> =
            rows.iter().map(|row| row.fields.iter().map(|field| sources.slice(field.span)).collect()).collect();
        assert_eq!(found, [["a", "#b"], ["d", "e"], ["#f", "g\n#h"]]);
    }

    #[test]
    fn a_wrong_quote_ends_the_reading() {
        for (text, rows, underlined) in [("a\n\"b,c\nd", 1, "\"b,c"), ("a,\"b\"c\nd", 0, "\"b\"c")] {
            let mut sources = SourceMap::default();
            let file = sources.add("a.csv", text.to_owned());
            let (found, fault) = read(file, text);
            assert_eq!((found.len(), sources.slice(fault.unwrap().span)), (rows, underlined));
        }
    }
}
