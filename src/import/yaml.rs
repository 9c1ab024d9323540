//! YAML as a person would write it, with comments; whatever a name is made of, it stays one value on its line.

/// The text of a draft.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    /// One line, already YAML.
    pub fn line(&mut self, indent: usize, text: &str) {
        self.0.push_str(&" ".repeat(indent));
        self.0.push_str(text);
        self.0.push('\n');
    }

    pub fn comment(&mut self, indent: usize, text: &str) {
        self.line(indent, &format!("# {}", on_one_line(text)));
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// What would end a comment, or drive a terminal, is a space.
pub(super) fn on_one_line(text: &str) -> String {
    let breaks = |c: char| {
        c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect()
}

/// A value that reads as this text: plain where every YAML reader agrees, else in double quotes.
pub(super) fn scalar(text: &str) -> String {
    let plain = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
        && !means_something(text);
    if plain { text.to_owned() } else { quoted(text) }
}

/// Prose on a line of its own, which may hold spaces.
pub(super) fn prose(text: &str) -> String {
    let words = text.split(' ').all(|word| !word.is_empty() && scalar_like(word));
    if words && !means_something(text) && scalar(&text.replace(' ', "_")).starts_with(|c| c != '"') {
        text.to_owned()
    } else {
        quoted(text)
    }
}

fn scalar_like(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
}

/// Words that some reader takes for a boolean, a number or nothing.
fn means_something(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf" | ".nan" | ".inf"
    )
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if on_one_line(&c.to_string()) != c.to_string() || c == '\u{feff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// `[a, b]`
pub(super) fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let texts: Vec<String> = texts.into_iter().map(scalar).collect();
    format!("[{}]", texts.join(", "))
}

/// An id of a document or item, made of a name.
pub(super) fn id(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars().map(|c| c.to_ascii_lowercase()) {
        match c {
            'a'..='z' => id.push(c),
            '0'..='9' if !id.is_empty() => id.push(c),
            _ if !id.is_empty() && !id.ends_with('_') => id.push('_'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('_');
    if id.is_empty() { "data".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{id, on_one_line, prose, scalar};

    #[test]
    fn a_value_reads_as_the_text_that_was_meant() {
        for text in [
            "userid",
            "no",
            "Y",
            "null",
            "1",
            "017",
            "1:30",
            "",
            " a",
            "a: b",
            "- a",
            "#",
            "a #b",
            "\"",
            "\\",
            "{a}",
            "é",
            "a\nb",
            "\t",
            "!x",
            "&x",
            "*x",
            "%x",
            "@x",
            "a/b.c",
            "-",
            "~",
            "<<",
            "\u{2028}",
            "\u{7}",
            "1e3",
            ".5",
            "Quiz attempts",
            "no no",
            "ends ",
            "two  spaces",
        ] {
            for written in [scalar(text), prose(text)] {
                let read: String = serde_yaml::from_str(&format!("[{written}]"))
                    .map(|list: Vec<serde_yaml::Value>| list.first().and_then(|v| v.as_str()).unwrap_or("?").to_owned())
                    .unwrap();
                assert_eq!(read, text, "{written}");
            }
        }
        assert_eq!(on_one_line("a\nkind: Site\u{2028}b"), "a kind: Site b");
    }

    #[test]
    fn an_id_is_made_of_any_name() {
        for (name, expected) in [("Quiz Attempts", "quiz_attempts"), ("1a", "a"), ("é", "data"), ("_a__b_", "a_b")] {
            assert_eq!(id(name), expected);
        }
    }
}
