//! Faults of the text, before any key of it is understood, as findings.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::yaml::{Fault, FaultKind, Syntax};
use crate::source::{FileId, Span};

pub(super) fn finding(file: FileId, fault: &Fault) -> Diagnostic {
    let span = Span::new(file, fault.range.clone());
    let new = |code, title: &str| Diagnostic::new(code, span, title);
    match &fault.what {
        FaultKind::Syntax(found) => syntax(file, span, found),
        FaultKind::Tab => new(Code::Tab, "a tab stands where YAML wants spaces")
            .label("replace it with spaces")
            .help("two spaces for each level; most editors write them when the tab key is pressed, once told to"),
        FaultKind::TooDeep => new(Code::TooDeep, "values are nested too deep")
            .label("more than 255 levels are not read")
            .help("write the values flat, or remove the repeated bracket"),
        FaultKind::DuplicateKey { name, first } => twice(span, first, &format!("the key `{name}` stands twice"))
            .help("remove one of the two; of two values nobody could say which one counts"),
        FaultKind::DuplicateItem { text, first } => {
            twice(span, first, &format!("`{text}` stands twice here")).help("remove one of the two")
        }
        FaultKind::Anchor => reference(
            span,
            "anchors are not used in policies",
            "remove this name, and write the value wherever it is used",
            "a text that begins with `&` is written in quotes".to_owned(),
        ),
        FaultKind::Alias { quoted } => reference(
            span,
            "aliases are not used in policies",
            "write the value out here",
            format!("a pattern or text that begins with `*` is written in quotes: `{quoted}`"),
        ),
        FaultKind::MergeKey => reference(
            span,
            "merge keys are not used in policies",
            "write the keys out here",
            "who reads this part of the file has to see what it does".to_owned(),
        ),
        FaultKind::Tag => new(Code::CustomTag, "tags are not used in policies")
            .label("remove this tag")
            .help("values are plain; a number that should be a text is written in quotes"),
        FaultKind::ComplexKey => new(Code::ComplexKey, "a key is a plain word")
            .label("a list or a map cannot be a key")
            .help("a text that begins with `[` or `{` is written in quotes"),
        FaultKind::AmbiguousBoolean { word } => {
            new(Code::AmbiguousBoolean, &format!("`{word}` is a text to some readers and a boolean to others"))
                .label("ambiguous")
                .fix(span, format!("\"{word}\""))
        }
        FaultKind::AmbiguousNumber { word } => {
            new(Code::AmbiguousNumber, &format!("`{word}` is not the same number to every reader"))
                .label("ambiguous")
                .help("a number is written with plain digits; a text, such as a code or a time, in quotes")
                .fix(span, format!("\"{word}\""))
        }
        FaultKind::NumberOutOfRange => new(Code::NumberOutOfRange, "no column could hold this number")
            .label("does not fit into 64 bits")
            .help("if it is a text made of digits, put it in quotes"),
        FaultKind::Nul => new(Code::NulInText, "a text contains the character NUL")
            .label("remove it")
            .help("databases end a text at this character, and the rest would be lost"),
    }
}

fn twice(span: Span, first: &std::ops::Range<usize>, title: &str) -> Diagnostic {
    let first = Span::new(span.file, first.clone());
    Diagnostic::new(Code::DuplicateKey, span, title).label("again here").related(first, "first here")
}

fn reference(span: Span, title: &str, label: &str, help: String) -> Diagnostic {
    Diagnostic::new(Code::Anchor, span, title).label(label).help(help)
}

fn syntax(file: FileId, span: Span, found: &Syntax) -> Diagnostic {
    let mut diagnostic =
        Diagnostic::new(Code::YamlSyntax, span, found.title).label(found.label.as_str()).help(found.help);
    if let Some(stopped) = &found.stopped {
        diagnostic = diagnostic.related(Span::new(file, stopped.clone()), "the reader could not go on here");
    }
    match &found.fix {
        Some((range, text)) => diagnostic.fix(Span::new(file, range.clone()), text.as_str()),
        None => diagnostic,
    }
}
