//! Long texts: Markdown files named by relative path, or a text in place.

use std::collections::BTreeMap;

use super::context::Context;
use super::syntax::Localized;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::Text;
use crate::source::{Span, Spanned};

/// The texts themselves, read from the files that they name.
pub(super) fn long_text(text: &Spanned<Localized>, context: &mut Context<'_>) -> Text {
    let named = context.text(text);
    let places: BTreeMap<String, Span> = match &text.value {
        Localized::One(_) => BTreeMap::new(),
        Localized::Many(many) => many.iter().map(|entry| (entry.key.value.clone(), entry.value.span)).collect(),
    };
    let mut texts: Vec<(String, String)> = Vec::new();
    for (locale, written) in named.iter() {
        let at = places.get(locale).copied().unwrap_or(text.span);
        if !is_path(written) {
            texts.push((locale.to_owned(), written.to_owned()));
            continue;
        }
        let Some(file) = context.read(written, at) else { continue };
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
                Diagnostic::new(Code::MissingText, at, format!("`{written}` holds no text"))
                    .label("the file is empty")
                    .help("write the text; people are shown this page"),
            );
        }
        texts.push((locale.to_owned(), content));
    }
    texts.into_iter().collect()
}

/// One line without spaces that ends in `.md`; anything else is the text itself.
fn is_path(text: &str) -> bool {
    text.ends_with(".md") && !text.contains(char::is_whitespace)
}
