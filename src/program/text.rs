//! Text that people read.

use std::sync::Arc;

use serde::Serialize;

/// Human text by locale; the site's default locale is always there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Vec<(Arc<str>, Box<str>)>);

impl<L: Into<Arc<str>>, T: Into<Box<str>>> FromIterator<(L, T)> for Text {
    fn from_iter<I: IntoIterator<Item = (L, T)>>(texts: I) -> Self {
        let mut texts: Vec<_> = texts.into_iter().map(|(locale, text)| (locale.into(), text.into())).collect();
        texts.sort();
        texts.shrink_to_fit();
        Self(texts)
    }
}

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Text {
    /// Locales and texts, sorted by locale.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(locale, text)| (&**locale, &**text))
    }

    /// The text in this locale, and no other.
    pub fn get(&self, locale: &str) -> Option<&str> {
        self.iter().find(|(other, _)| *other == locale).map(|(_, text)| text)
    }

    /// The text in this locale, and the locale it is really in.
    pub fn in_locale<'t>(&'t self, locale: &'t str, default: &'t str) -> (&'t str, &'t str) {
        match self.get(locale) {
            Some(text) => (text, locale),
            None => (self.get(default).unwrap_or(""), default),
        }
    }
}
