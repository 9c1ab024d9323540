//! Languages: the sentences of our own, dates in words, and which text needs a `lang` of its own.

use std::collections::BTreeMap;

use crate::program::Text;
use crate::source::{FileId, typed, yaml};

use super::PageError;
use super::text::{Part, Phrase, fill};

/// The language that has every sentence.
const FALLBACK: &str = "en";
/// One file a language; a line more is a language more.
const SHIPPED: [(&str, &str); 3] = [
    ("en", include_str!("../../templates/locale/en.yaml")),
    ("de", include_str!("../../templates/locale/de.yaml")),
    ("ar", include_str!("../../templates/locale/ar.yaml")),
];
const NAMES: &str = include_str!("../../templates/locale/names.yaml");
/// Languages written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

type Catalogue = BTreeMap<String, String>;

/// The sentences of all shipped languages, and what each language calls itself.
pub(super) struct Catalogues {
    by_language: BTreeMap<&'static str, Catalogue>,
    names: Catalogue,
}

impl Catalogues {
    pub fn load() -> Result<Self, PageError> {
        let by_language = SHIPPED.into_iter().map(|(language, text)| Ok((language, read(language, text)?)));
        Ok(Self { by_language: by_language.collect::<Result<_, PageError>>()?, names: read("names", NAMES)? })
    }

    /// What a language calls itself, with its region where only the base language is known; else the tag.
    pub fn name_of(&self, tag: &str) -> String {
        if let Some(name) = self.names.get(tag) {
            return name.clone();
        }
        match self.names.get(base(tag)) {
            Some(name) => format!("{name} ({})", tag.get(base(tag).len() + 1..).unwrap_or("")),
            None => tag.to_owned(),
        }
    }
}

fn read(name: &str, text: &str) -> Result<Catalogue, PageError> {
    let broken = |reason: String| PageError::Catalogue { name: name.to_owned(), reason };
    let (documents, faults) = yaml::read(text);
    if let Some(fault) = faults.first() {
        return Err(broken(format!("{:?} at byte {}", fault.what, fault.range.start)));
    }
    let document = documents.first().ok_or_else(|| broken("it is empty".to_owned()))?;
    typed::read(FileId::default(), document).map_err(|mismatch| broken(mismatch.to_string()))
}

fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// The direction in which a language is written: `ltr` or `rtl`.
pub(super) fn dir(tag: &str) -> &'static str {
    let right_to_left = RIGHT_TO_LEFT.iter().any(|language| language.eq_ignore_ascii_case(base(tag)));
    if right_to_left { "rtl" } else { "ltr" }
}

/// The language of one page. Sentences come from its catalogue, its base language's, or the fallback's.
pub(super) struct Locale<'c> {
    pub tag: &'c str,
    default: &'c str,
    chain: Vec<(&'c str, &'c Catalogue)>,
}

impl<'c> Locale<'c> {
    /// `default` is the site's language, in which every text of its author exists.
    pub fn new(catalogues: &'c Catalogues, tag: &'c str, default: &'c str) -> Self {
        let chain = [tag, base(tag), FALLBACK].into_iter();
        let chain = chain.filter_map(|language| Some((language, catalogues.by_language.get(language)?))).collect();
        Self { tag, default, chain }
    }

    pub fn dir(&self) -> &'static str {
        dir(self.tag)
    }

    /// An author's text in this language, or in the site's.
    pub fn text(&self, text: &Text) -> Phrase {
        let (found, language) = text.in_locale(self.tag, self.default);
        self.phrase(vec![Part::plain(found)], language)
    }

    /// A sentence of the catalogue with its values.
    pub fn say(&self, key: &str, values: &[(&str, Part)]) -> Result<Phrase, PageError> {
        self.find(key, values).ok_or_else(|| PageError::Word(key.to_owned()))
    }

    /// A sentence that only some keys have.
    pub fn find(&self, key: &str, values: &[(&str, Part)]) -> Option<Phrase> {
        let (sentence, language) = self.sentence(key)?;
        Some(self.phrase(fill(sentence, values), language))
    }

    /// A date in words; what is no date stays as it is written.
    pub fn date(&self, iso: &str) -> Result<Part, PageError> {
        let Ok(date) = iso.parse::<jiff::civil::Date>() else { return Ok(Part::value(iso)) };
        let month = self.say(&format!("month_{}", date.month()), &[])?.plain();
        let values = [
            ("day", Part::plain(date.day().to_string())),
            ("month", Part::plain(month)),
            ("year", Part::plain(date.year().to_string())),
        ];
        Ok(Part::date(iso, self.say("date", &values)?.plain()))
    }

    /// All sentences, for the templates.
    pub fn sentences(&self) -> BTreeMap<&'c str, Phrase> {
        let keys = self.chain.iter().flat_map(|(_, catalogue)| catalogue.keys());
        keys.filter_map(|key| Some((key.as_str(), self.find(key, &[])?))).collect()
    }

    /// Whether a text in `language` needs that said: it is neither this language nor a more general name of it.
    pub fn is_foreign(&self, language: &str) -> bool {
        let rest = self.tag.strip_prefix(language);
        !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    fn sentence(&self, key: &str) -> Option<(&'c str, &'c str)> {
        self.chain.iter().find_map(|(language, catalogue)| Some((catalogue.get(key)?.as_str(), *language)))
    }

    fn phrase(&self, parts: Vec<Part>, language: &str) -> Phrase {
        let lang = self.is_foreign(language).then(|| language.to_owned());
        Phrase { parts, lang, dir: dir(language) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogues, Locale, base, dir};

    #[test]
    fn every_language_has_every_sentence_with_the_same_values() {
        let catalogues = Catalogues::load().expect("the catalogues are part of the program");
        let values = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            names.sort();
            names
        };
        let shape = |language: &str| -> Vec<(String, Vec<String>)> {
            catalogues.by_language[language].iter().map(|(key, text)| (key.clone(), values(text))).collect()
        };
        for language in catalogues.by_language.keys() {
            assert_eq!(shape(language), shape("en"), "{language}");
        }
    }

    #[test]
    fn a_region_speaks_its_base_language_and_an_unknown_language_falls_back() {
        let catalogues = Catalogues::load().expect("the catalogues are part of the program");
        let austria = Locale::new(&catalogues, "de-AT", "en");
        let skip = austria.say("skip", &[]).expect("a sentence of every catalogue");
        assert_eq!((skip.lang, skip.dir), (None, "ltr"));
        let date = austria.date("2026-03-01").expect("month names are in every catalogue");
        assert_eq!(date.text, "1. März 2026");
        let french = Locale::new(&catalogues, "fr", "en");
        assert_eq!(french.say("skip", &[]).expect("English has it").lang.as_deref(), Some("en"));
        assert_eq!(french.date("soon").expect("no date is no error").text, "soon");
    }

    #[test]
    fn languages_name_themselves() {
        let catalogues = Catalogues::load().expect("the catalogues are part of the program");
        assert_eq!(catalogues.name_of("fr"), "Français");
        assert_eq!(catalogues.name_of("de-AT"), "Deutsch (AT)");
        assert_eq!(catalogues.name_of("xx"), "xx");
        assert_eq!((dir("ar-EG"), dir("he"), dir("de")), ("rtl", "rtl", "ltr"));
        assert_eq!(base("pt-BR"), "pt");
    }
}
