//! What can be said to the user: one table of codes, one type, one renderer for each format.
//!
//! In: what another room found, with its place. Out: text as rustc writes it, or JSON. Never here: deciding
//! whether something is wrong.

mod codes;
mod render;

pub use codes::Code;
pub use render::{Style, json, json_value, text};

use crate::source::{SourceMap, Span};

#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One finding: what is wrong, where, and how to mend it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub code: Code,
    /// That of the code, where the Site does not say otherwise.
    pub severity: Severity,
    /// The item, type, table, column or document that a lint speaks of, by which a Site can except it.
    pub about: String,
    /// What is wrong, in one sentence without a full stop.
    pub title: String,
    pub span: Option<Span>,
    /// What stands at the span, next to the underline.
    pub label: String,
    /// Other places that belong to it.
    pub related: Vec<(Span, String)>,
    pub notes: Vec<String>,
    pub helps: Vec<String>,
    /// A replacement for the text at a span, shown as a patch.
    pub fix: Option<(Span, String)>,
}

impl Diagnostic {
    pub fn new(code: Code, span: Span, title: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::without_place(code, title) }
    }

    /// About the project as a whole: there is no text to underline.
    pub fn without_place(code: Code, title: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            about: String::new(),
            title: title.into(),
            span: None,
            label: String::new(),
            related: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            fix: None,
        }
    }

    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }

    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some((span, replacement.into()));
        self
    }

    /// Names the nearest of the known words, or lists them when none is near and they are few.
    #[must_use]
    pub fn nearest<'n>(self, word: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        self.help(meant(word, known))
    }
}

/// What helps whoever wrote a word that is none of the known ones.
pub fn meant<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    known.dedup();
    match nearest(word, &known) {
        Some(name) => format!("did you mean `{name}`?"),
        None if known.is_empty() => "nothing of this kind is known here yet: declare it, or leave it out".to_owned(),
        None if known.len() <= 12 => format!("known here: {}", known.join(", ")),
        None => format!("none of the {} names known here is like it", known.len()),
    }
}

/// The known word that a typing error most likely meant.
pub fn nearest<'n>(word: &str, known: &[&'n str]) -> Option<&'n str> {
    let lower = word.to_lowercase();
    known
        .iter()
        .map(|name| {
            let other = name.to_lowercase();
            let contained = lower.len() > 3 && (other.ends_with(&lower) || other.starts_with(&lower));
            let distance = if contained { 1 } else { strsim::damerau_levenshtein(&lower, &other) };
            (distance, *name)
        })
        .filter(|(distance, name)| {
            let length = name.chars().count().max(word.chars().count());
            // Any two words of two letters are near each other, and say nothing about what was meant.
            *distance == 0 || length > 2 && *distance <= length.div_ceil(3)
        })
        .min()
        .map(|(_, name)| name)
}

/// Everything that was found in a run.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(others);
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|one| one.severity == severity).count()
    }

    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// Those that `keep` wants, as it leaves them.
    pub fn retain(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.found.retain_mut(keep);
    }

    /// Places first by path and position, whatever the order in which they were found.
    pub fn sort(&mut self, sources: &SourceMap) {
        self.found.sort_by_cached_key(|one| {
            let place = one.span.map(|span| (sources.path(span.file).to_owned(), span.start, span.end));
            (place, one.code, one.title.clone())
        });
        self.found.dedup_by(|a, b| a.code == b.code && a.span == b.span && a.title == b.title);
    }
}
