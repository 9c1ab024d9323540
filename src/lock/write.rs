//! The text of a lock file, and names as they stand in one.

use super::{Decision, Domain, FORMAT};

/// The first line of every lock file.
pub(super) fn head(format: u32) -> String {
    format!("# probate lock {format}")
}

/// The file of a domain; of sorted decisions each line once.
pub fn text<D: AsRef<Decision>>(domain: Domain, decisions: &[D]) -> String {
    let mut text = head(FORMAT) + ": what was reviewed. `probate lock` writes it, and mends it after a merge.\n";
    let mut last = None;
    for decision in decisions.iter().map(AsRef::as_ref).filter(|one| one.domain == domain) {
        if last != Some(decision) {
            text.push_str(&decision.to_string());
            text.push('\n');
        }
        last = Some(decision);
    }
    text
}

/// A name or a text of the policy as it stands in a line: in quotes where it could be taken for something else, and
/// without characters that a reviewer does not see.
pub fn word(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$');
    if !name.is_empty() && name.chars().all(is_plain) {
        return name.to_owned();
    }
    let mut quoted = String::from('"');
    for c in name.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            _ => push(c, &mut quoted),
        }
    }
    quoted.push('"');
    quoted
}

/// Adds a character, or its number where it would not be seen or would steer what stands around it.
fn push(c: char, text: &mut String) {
    if c.is_ascii_graphic() || c.is_alphanumeric() || matches!(c, ' ' | '§' | '–' | '…') {
        text.push(c);
    } else {
        text.extend(c.escape_unicode());
    }
}

/// A text that is readable as it is, on one line.
pub fn line(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut line, c| {
        push(c, &mut line);
        line
    })
}

#[cfg(test)]
mod tests {
    use super::{line, word};

    #[test]
    fn names_cannot_pass_for_something_else() {
        for (name, expected) in [
            ("mdl_user", "mdl_user"),
            ("", "\"\""),
            ("a: b", "\"a: b\""),
            ("Größe", "\"Größe\""),
            ("a\"b\\", "\"a\\\"b\\\\\""),
            ("a\nb", "\"a\\u{a}b\""),
            ("a\u{202e}b", "\"a\\u{202e}b\""),
        ] {
            assert_eq!(word(name), expected, "{name:?}");
        }
        assert_eq!(line("x = 'a\r\nb'"), "x = 'a\\u{d}\\u{a}b'");
    }
}
