//! Columns of text, each as wide as its widest cell.

/// A line for each row, without spaces at its end; the first row is the head.
pub(super) fn text(rows: &[Vec<String>]) -> String {
    // What a database holds may not speak to the terminal, nor begin a line of its own.
    let printable = |cell: &String| cell.replace(char::is_control, "\u{FFFD}");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(printable).collect()).collect();
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        for (at, cell) in row.iter().enumerate() {
            let width = cell.chars().count();
            match widths.get_mut(at) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("{}\n", cells.collect::<Vec<String>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
