//! The texts of a notice: subject line and body in each language, with the values that stand in braces.

use super::context::Context;
use super::policy_text::{placed, short};
use super::syntax::Localized;
use super::template::{Stretch, stretches};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::program::{Event, ExportType, KeepFor, Letter, NoticeValue, Said, Text};
use crate::source::{Span, Spanned};

/// A notice's texts: as they are written, and as they are read.
pub(super) struct Texts {
    pub subject: Text,
    pub body: Text,
    pub letters: Vec<Letter>,
}

type InLocales = Vec<(String, Spanned<String>)>;

pub(super) fn letters(
    event: Option<Event>,
    subject: &Spanned<Localized>,
    body: &Spanned<Localized>,
    export_types: &[ExportType],
    context: &mut Context<'_>,
) -> Texts {
    let subjects: InLocales = short(subject, context);
    let bodies: InLocales = placed(body, context);
    let mut reader = Reader { event, export_types, context };
    let heads: Vec<(&str, Vec<Said>)> =
        subjects.iter().map(|(locale, text)| (locale.as_str(), reader.line(text))).collect();
    let texts: Vec<(&str, Vec<Said>)> =
        bodies.iter().map(|(locale, text)| (locale.as_str(), reader.read(text))).collect();
    let letters = heads
        .into_iter()
        .filter_map(|(locale, subject)| {
            let (_, body) = texts.iter().find(|(other, _)| *other == locale)?;
            Some(Letter { locale: locale.to_owned(), subject, body: body.clone() })
        })
        .collect();
    let text = |all: InLocales| all.into_iter().map(|(locale, text)| (locale, text.value)).collect();
    Texts { subject: text(subjects), body: text(bodies), letters }
}

struct Reader<'r, 'c> {
    event: Option<Event>,
    export_types: &'r [ExportType],
    context: &'r mut Context<'c>,
}

impl Reader<'_, '_> {
    /// A subject line.
    fn line(&mut self, text: &Spanned<String>) -> Vec<Said> {
        let line = Spanned::new(text.value.trim_end().to_owned(), text.span);
        if let Some(at) = line.value.find(char::is_control) {
            let span = self.context.sources().inside(&line, at..at + 1);
            let diagnostic = Diagnostic::new(Code::InvalidFormat, span, "a subject line is one line")
                .label("it goes on behind a line break, or holds another control character")
                .help("write it in one line; what is longer belongs into `body`");
            self.context.found(diagnostic);
        }
        self.read(&line)
    }

    fn read(&mut self, text: &Spanned<String>) -> Vec<Said> {
        let found = match stretches(&text.value) {
            Ok(found) => found,
            Err((at, label)) => {
                let span = self.context.sources().inside(text, at);
                let diagnostic = Diagnostic::new(Code::InvalidFormat, span, "this text cannot be read")
                    .label(label)
                    .help("values stand in braces: `{subject.label}`; a brace itself is doubled: `{{`");
                self.context.found(diagnostic);
                return Vec::new();
            }
        };
        let mut said: Vec<Said> = Vec::new();
        for stretch in found {
            match stretch {
                Stretch::Text(part) => match said.last_mut() {
                    Some(Said::Text(before)) => before.push_str(part),
                    _ => said.push(Said::Text(part.to_owned())),
                },
                Stretch::Name(name, at) => {
                    let span = self.context.sources().inside(text, at..at + name.len());
                    said.extend(self.named(name, span).map(Said::Of));
                }
            }
        }
        said
    }

    fn named(&mut self, name: &str, at: Span) -> Option<NoticeValue> {
        let value = match name {
            "subject.key" => NoticeValue::SubjectKey,
            "subject.label" => NoticeValue::SubjectLabel,
            "request.id" => NoticeValue::RequestId,
            "request.reason" => return self.reason(at),
            "type.title" => NoticeValue::TypeTitle,
            "site.title" => NoticeValue::SiteTitle,
            "controller.name" => NoticeValue::ControllerName,
            "controller.contact" => NoticeValue::ControllerContact,
            "expires" => return self.expires(at),
            "kept" => return self.kept(at),
            _ => return self.identifier(name, at),
        };
        Some(value)
    }

    /// A value that there is at some events only.
    fn nothing(&mut self, name: &str, at: Span, when: &str) {
        let event = self.event.map_or("", Event::name);
        let title = format!("`{{{name}}}` stands for nothing at `{event}`");
        let help = format!("leave it out: there is one {when}");
        self.context.found(Diagnostic::new(Code::UnknownName, at, title).label("there is none then").help(help));
    }

    fn reason(&mut self, at: Span) -> Option<NoticeValue> {
        if self.event.is_none_or(Event::has_reason) {
            return Some(NoticeValue::RequestReason);
        }
        self.nothing("request.reason", at, "at `request-rejected` and `request-failed`");
        None
    }

    fn kept(&mut self, at: Span) -> Option<NoticeValue> {
        if self.event.is_none_or(|event| event == Event::RequestHeld) {
            return Some(NoticeValue::Kept);
        }
        self.nothing("kept", at, "at `request-held`");
        None
    }

    fn expires(&mut self, at: Span) -> Option<NoticeValue> {
        if self.event.is_some_and(|event| event != Event::ExportReady) {
            self.nothing("expires", at, "at `export-ready`");
            return None;
        }
        let kept = self.export_types.iter().find(|one| one.keep_for == KeepFor::Unlimited);
        if let Some(kept) = kept {
            let title = format!("`{{expires}}` stands for nothing where an archive of `{}` is ready", kept.id);
            let diagnostic = Diagnostic::new(Code::UnknownName, at, title)
                .label("there is no such day")
                .related(kept.span, "its archives are kept without a limit")
                .help("leave it out, or give the type a period under `keep_for`");
            self.context.found(diagnostic);
        }
        kept.is_none().then_some(NoticeValue::Expires)
    }

    /// An identifier of the Site, or nothing that is known.
    fn identifier(&mut self, name: &str, at: Span) -> Option<NoticeValue> {
        let context = &mut *self.context;
        let (table, _) = context.subject?;
        let wanted = name.strip_prefix("subject.");
        let found = wanted.and_then(|wanted| context.site.identifier_columns.iter().find(|(known, _)| known == wanted));
        if let Some((known, column)) = found {
            if let Some(column) = column {
                return Some(NoticeValue::Identifier(known.clone(), context.column_name(table, *column)));
            }
            let diagnostic = Diagnostic::new(Code::NoSingleSubject, at, format!("`{{{name}}}` may be several values"))
                .label("this identifier is found over a path")
                .help("write `{subject.label}`, or an identifier that is a column of the subject's own row");
            context.found(diagnostic);
            return None;
        }
        let fixed = [
            "subject.key",
            "subject.label",
            "request.id",
            "request.reason",
            "type.title",
            "site.title",
            "controller.name",
            "controller.contact",
            "expires",
            "kept",
        ];
        let identifiers = context.site.identifier_columns.iter().map(|(known, _)| format!("subject.{known}"));
        let known: Vec<String> = fixed.iter().map(|known| (*known).to_owned()).chain(identifiers).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let diagnostic = Diagnostic::new(Code::UnknownName, at, format!("`{{{name}}}` stands for nothing"))
            .label("no value that a notice can name");
        let diagnostic = match nearest(name, &known) {
            Some(near) => diagnostic.help(format!("did you mean `{{{near}}}`?")),
            None => diagnostic.help(format!("known here: {}", known.join(", "))),
        };
        context.lacking(diagnostic.help("a brace that is only a brace is doubled: `{{`"));
        None
    }
}
