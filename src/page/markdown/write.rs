//! Events of Markdown as HTML, one element each; what is not listed here does not get onto a page.

use std::slice::Iter;

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd};

use super::outline::{Heading, text_from};
use super::plain;
use crate::page::text::{clean, escape, href};

pub(super) fn html(events: &[Event<'_>], headings: &[Heading]) -> String {
    let mut writer = Writer {
        events,
        headings,
        coming: headings.iter(),
        html: String::new(),
        open: Vec::new(),
        section: "title",
        images: 0,
        columns: Vec::new(),
        column: 0,
        row: Row::Body,
    };
    for (at, event) in events.iter().enumerate() {
        writer.event(at, event);
    }
    writer.html
}

struct Writer<'e, 't> {
    events: &'e [Event<'t>],
    headings: &'e [Heading],
    coming: Iter<'e, Heading>,
    html: String,
    /// How the elements end that are open: empty for those of which nothing is written.
    open: Vec<String>,
    /// The id of the heading that the text stands under.
    section: &'e str,
    /// How many images are open: of what is inside, only the text is shown.
    images: usize,
    columns: Vec<Alignment>,
    column: usize,
    row: Row,
}

#[derive(Clone, Copy, PartialEq)]
enum Row {
    Head,
    Body,
}

impl<'t> Writer<'_, 't> {
    fn event(&mut self, at: usize, event: &Event<'t>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(_) | Event::End(_) | Event::Rule if self.images > 0 => {}
            Event::Start(tag) => self.start(at, tag),
            Event::End(tag) => self.end(*tag),
            Event::Code(code) if self.images == 0 => self.code(code),
            // The last three are extensions that are not switched on.
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.text(text),
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak if self.images == 0 => self.html.push_str("<br>\n"),
            Event::HardBreak => self.html.push(' '),
            Event::Rule => self.html.push_str("<hr>\n"),
            Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        // WHY: writing to a String cannot fail.
        let _ = escape(&mut self.html, text);
    }

    fn code(&mut self, code: &str) {
        self.html.push_str("<code dir=\"auto\">");
        self.text(code);
        self.html.push_str("</code>");
    }

    fn open(&mut self, start: &str, end: &str) {
        self.html.push_str(start);
        self.open.push(end.to_owned());
    }

    fn start(&mut self, at: usize, tag: &Tag<'t>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.open("<p>", "</p>\n"),
            Tag::Heading { .. } => self.heading(at),
            Tag::BlockQuote(_) => self.open("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => self.open("<pre dir=\"auto\"><code>", "</code></pre>\n"),
            Tag::List(None) => self.open("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.open("<li>", "</li>\n"),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<s>", "</s>"),
            Tag::Link { link_type, dest_url, .. } => self.link(at, *link_type, dest_url),
            Tag::Table(columns) => self.table(columns),
            Tag::TableHead => self.row(Row::Head),
            Tag::TableRow => self.row(Row::Body),
            Tag::TableCell => self.cell(at),
            Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.open("", ""),
        }
    }

    fn end(&mut self, _: TagEnd) {
        let end = self.open.pop().unwrap_or_default();
        self.html.push_str(&end);
    }

    /// A heading without words is no heading.
    fn heading(&mut self, at: usize) {
        let words = text_from(self.events, at + 1);
        let heading = if words.is_empty() { None } else { self.coming.next() };
        let Some(heading) = heading else { return self.open("", "") };
        self.section = &heading.id;
        let Heading { level, id, .. } = heading;
        self.open(&format!("<h{level} id=\""), &format!("</h{level}>\n"));
        self.text(id);
        self.html.push_str("\">");
    }

    fn link(&mut self, at: usize, kind: LinkType, address: &CowStr<'t>) {
        let Some(target) = self.target(kind, address) else { return self.open("", "") };
        self.open("<a href=\"", "</a>");
        self.text(&target);
        self.html.push_str("\">");
        if clean(&self.inside(at, |end| *end == TagEnd::Link)).trim().is_empty() {
            // A link nobody can see or hear would still be a stop for the keyboard.
            self.html.push_str("<bdi>");
            self.text(address);
            self.html.push_str("</bdi>");
        }
    }

    fn target(&self, kind: LinkType, address: &str) -> Option<String> {
        if let Some(name) = address.strip_prefix('#') {
            let known = |heading: &&Heading| heading.id == name || heading.names.iter().any(|other| other == name);
            return self.headings.iter().find(known).map(|heading| format!("#{}", heading.id));
        }
        let address = if kind == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
        href(&address).map(str::to_owned)
    }

    /// The text between the element that opens at `at` and the first end that is meant.
    fn inside(&self, at: usize, is_end: impl Fn(&TagEnd) -> bool) -> String {
        let rest = self.events.get(at + 1..).unwrap_or_default();
        let end = rest.iter().position(|event| matches!(event, Event::End(end) if is_end(end)));
        plain(rest.get(..end.unwrap_or(rest.len())).unwrap_or_default())
    }

    /// A wide table scrolls in a box of its own, which the keyboard must reach and which then needs a name.
    fn table(&mut self, columns: &[Alignment]) {
        self.columns = columns.to_vec();
        let start = "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"";
        self.open(start, "</tbody>\n</table>\n</div>\n");
        self.text(self.section);
        self.html.push_str("\">\n<table>\n");
    }

    fn row(&mut self, row: Row) {
        self.row = row;
        self.column = 0;
        match row {
            Row::Head => self.open("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n"),
            Row::Body => self.open("<tr>", "</tr>\n"),
        }
    }

    fn cell(&mut self, at: usize) {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"far\"",
            Some(Alignment::Center) => " class=\"middle\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        self.column += 1;
        let names_column = self.row == Row::Head && !self.inside(at, |end| *end == TagEnd::TableCell).trim().is_empty();
        let (name, scope) = if names_column { ("th", " scope=\"col\"") } else { ("td", "") };
        self.open(&format!("<{name}{scope}{class}>"), &format!("</{name}>"));
    }
}
