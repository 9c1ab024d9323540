//! Texts on their way to a page: escaped, without control characters, and knowing their language.

use std::borrow::Cow;
use std::fmt::{self, Write};

use serde::Serialize;

/// Writes a text as HTML, in an element or between double quotes: the only function through which texts reach a page.
pub(super) fn escape(out: &mut impl Write, text: &str) -> fmt::Result {
    for letter in text.chars().filter(|letter| !is_control(*letter)) {
        match letter {
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '"' => out.write_str("&quot;")?,
            _ => out.write_char(letter)?,
        }
    }
    Ok(())
}

/// Characters that nobody sees and that change how the others are shown, or that HTML forbids.
///
/// WHY: an override (U+202E) shows a text in another order than it is read; marks (U+200E, U+200F, U+061C) and
/// joiners belong to right-to-left writing and stay.
fn is_control(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => true,
        _ => letter.is_control(),
    }
}

/// A text without what [`escape`] would drop; for comparing, and for data that is not HTML.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_control) {
        Cow::Owned(text.chars().filter(|letter| !is_control(*letter)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// A text in one language, with values inside it that are isolated from its direction.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Phrase {
    pub parts: Vec<Part>,
    /// The language, where it is not the page's own.
    pub lang: Option<String>,
    pub dir: &'static str,
}

/// A piece of a phrase.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Part {
    pub text: String,
    /// Shown inside `<bdi>`.
    pub isolated: bool,
    /// The ISO 8601 date that the text says in words.
    pub datetime: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}

impl Part {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), isolated: false, datetime: None, lang: None, dir: None }
    }

    /// A value whose direction must not mix with the text around it: versions, digests, names.
    pub fn value(text: impl Into<String>) -> Self {
        Self { isolated: true, ..Self::plain(text) }
    }

    pub fn date(iso: &str, words: String) -> Self {
        Self { datetime: Some(iso.to_owned()), ..Self::value(words) }
    }

    pub fn in_language(text: impl Into<String>, lang: &str, dir: &'static str) -> Self {
        Self { lang: Some(lang.to_owned()), dir: Some(dir), ..Self::value(text) }
    }
}

impl Phrase {
    /// As the templates write it.
    pub fn html(&self) -> String {
        let mut html = String::new();
        // WHY: writing to a String cannot fail.
        let _ = self.write(&mut html);
        html
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        if let Some(lang) = &self.lang {
            out.write_str("<span lang=\"")?;
            escape(out, lang)?;
            write!(out, "\" dir=\"{}\">", self.dir)?;
        }
        for part in &self.parts {
            let (open, close) = if part.isolated { ("<bdi>", "</bdi>") } else { ("", "") };
            out.write_str(open)?;
            escape(out, &part.text)?;
            out.write_str(close)?;
        }
        out.write_str(if self.lang.is_some() { "</span>" } else { "" })
    }

    /// The text alone, for places that hold no elements.
    pub fn plain(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

/// A sentence of a catalogue with each `{name}` replaced; an unknown name stays as it is written.
pub(super) fn fill(sentence: &str, values: &[(&str, Part)]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        let value = values.iter().find(|(known, _)| *known == name);
        push_plain(&mut parts, before);
        parts.push(value.map_or_else(|| Part::plain(format!("{{{name}}}")), |(_, part)| part.clone()));
        rest = behind;
    }
    push_plain(&mut parts, rest);
    parts
}

fn push_plain(parts: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        parts.push(Part::plain(text));
    }
}

/// The first characters of an address decide; everything that is not known to be harmless is refused. In: an address
/// as an author wrote it, entities resolved. Out: the address for `href`, or nothing where it is no link.
pub(super) fn href(address: &str) -> Option<&str> {
    let harmless = |letter: char| !is_control(letter) && !letter.is_whitespace() && letter != '\\';
    let allowed = ["https://", "http://", "mailto:", "tel:"];
    let known = allowed.iter().any(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    });
    (known && address.chars().all(harmless)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{Part, escape, fill, href};

    fn escaped(text: &str) -> String {
        let mut html = String::new();
        escape(&mut html, text).expect("a String takes everything");
        html
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(escaped("\"><script>&'"), "&quot;&gt;&lt;script&gt;&amp;'");
        assert_eq!(escaped("a\u{202E}b\u{2066}c\0d\u{200F}e\nf"), "abcd\u{200F}e\nf");
    }

    #[test]
    fn only_known_schemes_are_links() {
        for address in ["https://a.example/?q=1", "HTTP://a", "mailto:a@b.example", "tel:+49123"] {
            assert_eq!(href(address), Some(address));
        }
        let refused = [
            "javascript:alert(1)",
            " https://a",
            "java\nscript:x",
            "data:text/html,x",
            "//a.example",
            "https:",
            "a.html",
            "https://a\u{202E}b",
            "https://a\\b",
        ];
        for address in refused {
            assert_eq!(href(address), None, "{address:?}");
        }
    }

    #[test]
    fn values_are_parts_of_their_own() {
        let parts = fill("Version {version} of {other}", &[("version", Part::value("2"))]);
        let texts: Vec<_> = parts.iter().map(|part| (part.text.as_str(), part.isolated)).collect();
        assert_eq!(texts, [("Version ", false), ("2", true), (" of ", false), ("{other}", false)]);
    }
}
