//! Markdown as HTML that fits under a page's one `h1`.
//!
//! In: a text as an author wrote it. Out: [`Rendered`] HTML and its headings. Never here: raw HTML (it becomes
//! text), an address of an unknown kind (the link becomes text), a picture (its alternative text is shown), an id or
//! a level as the author numbered it.

mod outline;
mod write;

pub(super) use outline::Heading;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A text as HTML, and the headings in it from first to last.
pub(super) struct Rendered {
    pub html: String,
    pub headings: Vec<Heading>,
}

/// The text under a page's `h1` that says `title`: its headings start at `h2`, and a first heading that only repeats
/// the title is left out.
pub(super) fn render(text: &str, title: &str) -> Rendered {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<Event<'_>> = Parser::new_ext(text, options).collect();
    let events = without_title(&events, title);
    let headings = outline::headings(events);
    Rendered { html: write::html(events, &headings), headings }
}

fn without_title<'e, 't>(events: &'e [Event<'t>], title: &str) -> &'e [Event<'t>] {
    let [Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }), rest @ ..] = events else { return events };
    let Some(end) = rest.iter().position(|event| matches!(event, Event::End(TagEnd::Heading(_)))) else {
        return events;
    };
    let (heading, behind) = rest.split_at(end);
    if plain(heading).trim() == title.trim() { behind.get(1..).unwrap_or_default() } else { events }
}

/// The text that events show, without its elements.
fn plain(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(part)
            | Event::Code(part)
            | Event::InlineHtml(part)
            | Event::Html(part)
            | Event::InlineMath(part)
            | Event::DisplayMath(part)
            | Event::FootnoteReference(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(_) | Event::End(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }
    text
}
