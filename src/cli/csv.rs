//! Comma-separated values, for spreadsheets and scripts.

use csv_core::{WriteResult, Writer};

/// A line for each row.
pub(super) fn text(rows: &[Vec<String>]) -> String {
    let mut out = Vec::new();
    let mut writer = Writer::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                write(&mut out, |buffer| writer.delimiter(buffer));
            }
            let cell = safe(cell);
            let mut rest = cell.as_bytes();
            while !rest.is_empty() {
                let mut buffer = [0; 1024];
                let (_, read, written) = writer.field(rest, &mut buffer);
                out.extend_from_slice(buffer.get(..written).unwrap_or_default());
                rest = rest.get(read..).unwrap_or_default();
            }
        }
        write(&mut out, |buffer| writer.terminator(buffer));
    }
    write(&mut out, |buffer| writer.finish(buffer));
    String::from_utf8(out).unwrap_or_default()
}

fn write(out: &mut Vec<u8>, mut piece: impl FnMut(&mut [u8]) -> (WriteResult, usize)) {
    let mut buffer = [0; 16];
    let (_, written) = piece(&mut buffer);
    out.extend_from_slice(buffer.get(..written).unwrap_or_default());
}

/// A text that a spreadsheet would take for a formula, and carry out, has an apostrophe before it; a number is one.
fn safe(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && cell.parse::<i64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_would_be_read_as_something_else_is_quoted() {
        let row = ["a,b", "say \"so\"", "two\nlines", "", "=1+1", "-5", "-x", &"é".repeat(3000)];
        let text = super::text(&[row.map(str::to_owned).to_vec()]);
        let expected = format!("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,'=1+1,-5,'-x,{}\n", "é".repeat(3000));
        assert_eq!(text, expected);
        assert_eq!(super::text(&[vec![String::new()]]), "\"\"\n", "a row of nothing is a row");
    }
}
