//! Long texts: Markdown files named by relative path, or a text in place.

use std::collections::BTreeMap;

use super::context::Context;
use super::syntax::Localized;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::Text;
use crate::source::{Span, Spanned};

/// The texts themselves, read from the files that they name.
pub(super) fn long_text(text: &Spanned<Localized>, context: &mut Context<'_>) -> Text {
    placed(text, context).into_iter().map(|(locale, text)| (locale, text.value)).collect()
}

/// The same, each text with where it stands: in its own file, or in place.
pub(super) fn placed(text: &Spanned<Localized>, context: &mut Context<'_>) -> Vec<(String, Spanned<String>)> {
    let mut texts = Vec::new();
    for (locale, written) in short(text, context) {
        if !is_path(&written.value) {
            texts.push((locale, written));
            continue;
        }
        let Some(file) = context.read(&written.value, written.span) else { continue };
        let content = context.sources().text(file).to_owned();
        if let Some(offset) = content.find('\0') {
            let place = Span::new(file, offset..offset + 1);
            context.found(
                Diagnostic::new(Code::NulInText, place, "a text contains the character NUL")
                    .label("remove it")
                    .help("no readable text contains it; perhaps the file is not a text"),
            );
        }
        if content.trim().is_empty() {
            context.found(
                Diagnostic::new(Code::MissingText, written.span, format!("`{}` holds no text", written.value))
                    .label("the file is empty")
                    .help("write the text; people are shown this page"),
            );
        }
        let whole = Span::new(file, 0..content.len());
        texts.push((locale, Spanned::new(content, whole)));
    }
    texts
}

/// The texts as they are written, each with its place.
pub(super) fn short(text: &Spanned<Localized>, context: &mut Context<'_>) -> Vec<(String, Spanned<String>)> {
    let named = context.text(text);
    let places: BTreeMap<&str, Span> = match &text.value {
        Localized::One(_) => BTreeMap::new(),
        Localized::Many(many) => many.iter().map(|entry| (entry.key.value.as_str(), entry.value.span)).collect(),
    };
    let placed = |(locale, written): (&str, &str)| {
        let at = places.get(locale).copied().unwrap_or(text.span);
        (locale.to_owned(), Spanned::new(written.to_owned(), at))
    };
    named.iter().map(placed).collect()
}

/// One line without spaces that ends in `.md`; anything else is the text itself.
fn is_path(text: &str) -> bool {
    text.ends_with(".md") && !text.contains(char::is_whitespace)
}
