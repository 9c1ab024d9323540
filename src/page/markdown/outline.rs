//! The headings of a text: their levels without gaps, and ids that survive a new wording.

use std::collections::HashSet;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::plain;
use crate::page::path;
use crate::page::text::clean;

/// One heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// What the author wrote as `{#id}`, with `s-` before it; else `n-` and the numbers of the section, `n-2-1`.
    pub id: String,
    pub text: String,
    /// Other names by which a link in the text may mean it: `{#id}` as written, and its words with `-` between.
    pub(super) names: Vec<String>,
}

/// The headings that say something, in their order.
pub(super) fn headings(events: &[Event<'_>]) -> Vec<Heading> {
    let mut numbers = Numbers::default();
    let mut taken = HashSet::new();
    let mut found = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let Event::Start(Tag::Heading { level, id, .. }) = event else { continue };
        let text = text_from(events, at + 1);
        if text.is_empty() {
            continue;
        }
        let (level, number) = numbers.next(*level);
        let written = id.as_deref().filter(|id| !id.is_empty());
        let stable = written.map(|id| format!("s-{}", path::name(id))).filter(|id| taken.insert(id.clone()));
        let names = written.map(str::to_owned).into_iter().chain([words(&text)]).collect();
        found.push(Heading { level, id: stable.unwrap_or(number), text, names });
    }
    found
}

/// What the heading that is opened before `at` says.
pub(super) fn text_from(events: &[Event<'_>], at: usize) -> String {
    let rest = events.get(at..).unwrap_or_default();
    let end = rest.iter().position(|event| matches!(event, Event::End(TagEnd::Heading(_)))).unwrap_or(rest.len());
    clean(&plain(rest.get(..end).unwrap_or_default())).trim().to_owned()
}

/// Counts sections, whatever levels the author used: a heading is one below the nearest higher one before it.
#[derive(Default)]
struct Numbers {
    open: Vec<(HeadingLevel, u32)>,
}

impl Numbers {
    fn next(&mut self, level: HeadingLevel) -> (u8, String) {
        let mut count = 1;
        while let Some((_, last)) = self.open.last().copied().filter(|(before, _)| *before >= level) {
            self.open.pop();
            count = last + 1;
        }
        self.open.push((level, count));
        let depth = u8::try_from(self.open.len()).unwrap_or(5).min(5);
        let number = self.open.iter().fold("n".to_owned(), |number, (_, count)| format!("{number}-{count}"));
        (depth + 1, number)
    }
}

/// The name that other Markdown programs give a heading: its words in small letters with `-` between.
fn words(text: &str) -> String {
    let kept = text.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}
