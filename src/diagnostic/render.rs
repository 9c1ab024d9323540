//! Diagnostics as rustc shows them, and as JSON for machines.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde_json::{Value, json as value};

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{SourceMap, Span};

/// How text is decorated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    Plain,
    Colour,
}

/// A line longer than this is cut around the place: a file may be one line.
const WIDTH: usize = 140;
const LONG_LINE: usize = 2000;

pub fn text(found: &Diagnostics, sources: &SourceMap, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colour => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut out = String::new();
    for diagnostic in found.iter() {
        out.push_str(&shown(render(diagnostic, sources, &renderer)));
        out.push_str("\n\n");
    }
    let (errors, warnings) = (found.count(Severity::Error), found.count(Severity::Warning));
    if errors + warnings > 0 {
        out.push_str(&summary(errors, warnings));
        out.push('\n');
    }
    out
}

fn summary(errors: usize, warnings: usize) -> String {
    let count = |n: usize, word: &str| match n {
        0 => None,
        1 => Some(format!("1 {word}")),
        n => Some(format!("{n} {word}s")),
    };
    let parts: Vec<String> = [count(errors, "error"), count(warnings, "warning")].into_iter().flatten().collect();
    parts.join(", ")
}

fn render(one: &Diagnostic, sources: &SourceMap, renderer: &Renderer) -> String {
    let level = match one.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = clean(&one.title);
    let label = clean(&one.label);
    let related: Vec<(Span, String)> =
        one.related.iter().map(|(span, text)| (first_line(sources, *span), clean(text))).collect();
    let notes: Vec<String> = one.notes.iter().map(|text| clean(text)).collect();
    let helps: Vec<String> = one.helps.iter().map(|text| clean(text)).collect();

    let mut group = Group::with_title(level.primary_title(&title).id(one.code.name()));
    if let Some(span) = one.span {
        let span = first_line(sources, span);
        let window = Window::around(sources, span);
        let mut snippet = window.snippet(sources, span);
        snippet = snippet.annotation(AnnotationKind::Primary.span(window.range(span)).label(&label));
        for (other, text) in related.iter().filter(|(other, _)| window.holds(*other)) {
            snippet = snippet.annotation(AnnotationKind::Context.span(window.range(*other)).label(text));
        }
        group = group.element(snippet);
        for (other, text) in related.iter().filter(|(other, _)| !window.holds(*other)) {
            let window = Window::around(sources, *other);
            let snippet = window.snippet(sources, *other);
            group = group.element(snippet.annotation(AnnotationKind::Context.span(window.range(*other)).label(text)));
        }
    }
    for note in &notes {
        group = group.element(Level::NOTE.message(note));
    }
    for help in &helps {
        group = group.element(Level::HELP.message(help));
    }
    let mut report = vec![group];
    if let Some((span, replacement)) = &one.fix {
        let window = Window::around(sources, *span);
        let snippet = window.patch(sources, *span, replacement);
        report.push(Group::with_title(Level::HELP.secondary_title("write")).element(snippet));
    }
    renderer.render(&report)
}

/// The lines of a file are shown as they are, but for characters that steer a terminal: the renderer replaces those of
/// ASCII, and its own colours are made of them.
fn shown(rendered: String) -> String {
    let steers = |c: char| matches!(c, '\u{80}'..='\u{9F}') || is_bidi(c);
    if rendered.contains(steers) { rendered.replace(steers, "\u{FFFD}") } else { rendered }
}

/// A map of forty lines is underlined where it begins.
fn first_line(sources: &SourceMap, span: Span) -> Span {
    let text = sources.slice(span);
    let end = text.find(['\n', '\r']).map_or(text.len(), |end| text.get(..end).unwrap_or("").trim_end().len());
    span.part(0..end)
}

/// Titles and labels may quote a policy's text; control characters in it must not reach a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' || is_bidi(c) { '\u{FFFD}' } else { c }).collect()
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

/// The part of a text that a snippet needs: the lines around a place, or a piece of a very long line.
struct Window {
    file: crate::source::FileId,
    start: usize,
    end: usize,
    line: usize,
}

impl Window {
    fn around(sources: &SourceMap, span: Span) -> Self {
        let text = sources.text(span.file);
        let range = span.range();
        let (from, to) = (range.start.min(text.len()), range.end.min(text.len()));
        let line_start = text.get(..from).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let line_end = text.get(to..).and_then(|after| after.find('\n')).map_or(text.len(), |at| to + at);
        let line = sources.position(Span::new(span.file, line_start..line_start)).line;
        if line_end - line_start <= LONG_LINE {
            return Self { file: span.file, start: 0, end: text.len(), line: 1 };
        }
        let start = floor(text, from.saturating_sub(WIDTH).max(line_start));
        let end = floor(text, (from + 2 * WIDTH).min(line_end));
        Self { file: span.file, start, end, line }
    }

    fn holds(&self, span: Span) -> bool {
        span.file == self.file && span.range().start >= self.start && span.range().end <= self.end
    }

    fn range(&self, span: Span) -> std::ops::Range<usize> {
        let clamp = |at: usize| at.clamp(self.start, self.end) - self.start;
        clamp(span.range().start)..clamp(span.range().end)
    }

    fn text<'m>(&self, sources: &'m SourceMap) -> &'m str {
        sources.text(self.file).get(self.start..self.end).unwrap_or("")
    }

    fn snippet<'m>(&self, sources: &'m SourceMap, _: Span) -> Snippet<'m, annotate_snippets::Annotation<'m>> {
        Snippet::source(self.text(sources)).path(sources.path(self.file)).line_start(self.line)
    }

    fn patch<'m>(&self, sources: &'m SourceMap, span: Span, replacement: &'m str) -> Snippet<'m, Patch<'m>> {
        Snippet::source(self.text(sources))
            .path(sources.path(self.file))
            .line_start(self.line)
            .patch(Patch::new(self.range(span), replacement))
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One object with `format_version`, the counts, and every diagnostic with its place.
pub fn json(found: &Diagnostics, sources: &SourceMap) -> String {
    format!("{:#}\n", json_value(found, sources))
}

/// The same, to which something can be added.
pub fn json_value(found: &Diagnostics, sources: &SourceMap) -> Value {
    let place = |span: Span| {
        let start = sources.position(span);
        let end = sources.position(Span { start: span.end, ..span });
        value!({
            "file": sources.path(span.file),
            "line": start.line, "column": start.column,
            "end_line": end.line, "end_column": end.column,
        })
    };
    let one = |diagnostic: &Diagnostic| -> Value {
        value!({
            "code": diagnostic.code.name(),
            "severity": diagnostic.severity.name(),
            "message": diagnostic.title,
            "label": diagnostic.label,
            "location": diagnostic.span.map(place),
            "related": diagnostic.related.iter()
                .map(|(span, text)| value!({"location": place(*span), "message": text})).collect::<Vec<_>>(),
            "notes": diagnostic.notes,
            "help": diagnostic.helps,
            "fix": diagnostic.fix.as_ref().map(|(span, text)| value!({"location": place(*span), "replacement": text})),
        })
    };
    value!({
        "format_version": 1,
        "summary": {"errors": found.count(Severity::Error), "warnings": found.count(Severity::Warning)},
        "diagnostics": found.iter().map(one).collect::<Vec<_>>(),
    })
}
