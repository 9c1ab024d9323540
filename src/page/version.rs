//! `consent/<locale>/policies/<id>/v<VERSION>.html`: the text of one published version, and what identifies it.

use serde::Serialize;

use super::edition::{Current, Edition, facts};
use super::locale::Locale;
use super::markdown::{self, Heading, Rendered};
use super::text::Phrase;
use super::{Page, PageError, path};

/// Below this number of entries, a table of contents helps nobody.
const LEAST_CONTENTS: usize = 3;

#[derive(Serialize)]
struct Reading {
    title: Phrase,
    facts: Vec<Phrase>,
    whats_new: Option<Phrase>,
    /// Says that the text is in another language, and in which.
    other_language: Option<Phrase>,
    text: Body,
    version: String,
    effective: Option<Phrase>,
    digest: String,
    address: Option<String>,
    form: Option<String>,
    home: String,
}

#[derive(Serialize)]
struct Body {
    html: String,
    contents: Vec<Chapter>,
    lang: Option<String>,
    dir: &'static str,
}

/// A heading of the text with those right below it.
#[derive(Serialize)]
struct Chapter {
    id: String,
    text: String,
    sections: Vec<Chapter>,
}

pub(super) fn render(edition: &Edition<'_>, locale: &Locale<'_>, current: &Current<'_>) -> Result<Page, PageError> {
    let address = |tag: &str| path::version(tag, &current.policy.id, &current.version.version);
    let at = address(locale.tag);
    let title = locale.text(&current.policy.title);
    let text = locale.text(&current.version.text);
    let effective = current.version.effective.as_deref();
    let asks = !current.version.questions.is_empty();
    let page = Reading {
        facts: facts(locale, current)?,
        whats_new: current.version.whats_new.as_ref().map(|text| locale.text(text)),
        other_language: other_language(edition, locale, &text)?,
        text: body(&text, &title),
        version: current.version.version.clone(),
        effective: effective.map(|date| date_alone(locale, date)).transpose()?,
        digest: current.digest.clone(),
        address: edition.program.site.controller.address.clone(),
        form: asks.then(|| path::relative(&at, &path::form(locale.tag))),
        home: path::relative(&at, &path::policies(locale.tag)),
        title,
    };
    let frame = edition.frame(locale, &page.title, &at, address);
    edition.print(at, "version.html", locale, frame, page)
}

fn other_language(edition: &Edition<'_>, locale: &Locale<'_>, text: &Phrase) -> Result<Option<Phrase>, PageError> {
    let Some(tag) = &text.lang else { return Ok(None) };
    locale.say("other_language", &[("language", edition.language_name(tag))]).map(Some)
}

fn date_alone(locale: &Locale<'_>, date: &str) -> Result<Phrase, PageError> {
    Ok(Phrase { parts: vec![locale.date(date)?], lang: None, dir: locale.dir() })
}

fn body(text: &Phrase, title: &Phrase) -> Body {
    let Rendered { html, headings } = markdown::render(&text.plain(), &title.plain());
    Body { html, contents: contents(&headings), lang: text.lang.clone(), dir: text.dir }
}

/// The two upper levels of the headings.
fn contents(headings: &[Heading]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let entries = headings.iter().filter(|heading| heading.level <= 3);
    if entries.clone().count() < LEAST_CONTENTS {
        return chapters;
    }
    for heading in entries {
        let chapter = Chapter { id: heading.id.clone(), text: heading.text.clone(), sections: Vec::new() };
        match chapters.last_mut() {
            Some(last) if heading.level == 3 => last.sections.push(chapter),
            Some(_) | None => chapters.push(chapter),
        }
    }
    chapters
}
