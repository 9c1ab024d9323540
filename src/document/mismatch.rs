//! What the JSON Schema validator found, in our words: never its own messages.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use std::ops::Range;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value as Json;

use super::duration::no_duration;
use super::kind::{Kind, UNBUILT_FORMS, UNBUILT_KEYS, UNBUILT_VALUES};
use super::syntax::FORMS;
use super::wording::{as_name, describe, expected, listed, of_part, of_word};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::source::yaml::{Key, Node, Value};
use crate::source::{FileId, Span};

/// One document and the schema of its kind.
pub(super) struct Document<'d> {
    pub kind: Kind,
    pub file: FileId,
    pub text: &'d str,
    pub root: &'d Node<'d>,
    pub schema: &'d Json,
}

/// A finding, and what it may make another one needless for.
struct Finding {
    pointer: String,
    about: About,
    diagnostic: Diagnostic,
}

enum About {
    Missing(String),
    /// An unknown key, and the known one that was probably meant.
    Unknown(Option<String>),
    /// A key that is not built; it may stand in for one that is missing.
    NotBuilt,
    Other,
}

type Branches<'e> = [Vec<ValidationError<'static>>];

/// Everything in which the document differs from its schema.
pub(super) fn explain<'e>(
    document: &Document<'_>,
    errors: impl Iterator<Item = ValidationError<'e>>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for error in errors {
        document.explain(&error, &mut found);
    }
    let mended = |finding: &Finding| {
        let About::Missing(name) = &finding.about else { return false };
        found.iter().any(|other| {
            let stands_in = match &other.about {
                About::Unknown(meant) => meant.as_ref() == Some(name),
                About::NotBuilt => true,
                About::Missing(_) | About::Other => false,
            };
            stands_in && other.pointer == finding.pointer
        })
    };
    let needless: Vec<bool> = found.iter().map(mended).collect();
    found.into_iter().zip(needless).filter(|(_, needless)| !needless).map(|(finding, _)| finding.diagnostic).collect()
}

/// A place in the document, and the key by which it was reached.
#[derive(Clone, Copy)]
struct Here<'n> {
    pointer: &'n str,
    node: &'n Node<'n>,
    key: Option<&'n Key<'n>>,
}

impl<'d> Document<'d> {
    fn span(&self, range: &Range<u32>) -> Span {
        Span::new(self.file, range.start as usize..range.end as usize)
    }

    /// The name of the schema's definition an error belongs to, and the kind for the document itself.
    fn part<'e>(&self, error: &'e ValidationError<'_>) -> &'e str {
        let path = error.schema_path().as_str();
        path.strip_prefix("/$defs/").and_then(|rest| rest.split('/').next()).unwrap_or(self.kind.name())
    }

    /// The object schema that holds the keyword of an error.
    fn holder(&self, error: &ValidationError<'_>) -> Option<&Json> {
        let path = error.schema_path().as_str();
        self.schema.pointer(path.rsplit_once('/')?.0)
    }

    fn explain(&self, error: &ValidationError<'_>, found: &mut Vec<Finding>) {
        let pointer = error.instance_path().as_str();
        let Some((node, key)) = self.root.at(pointer) else { return };
        let here = Here { pointer, node, key };
        let mut say = |about, diagnostic| found.push(Finding { pointer: pointer.to_owned(), about, diagnostic });
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                for name in unexpected {
                    let (about, diagnostic) = self.unknown_key(error, node, name);
                    say(about, diagnostic);
                }
            }
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or("");
                say(About::Missing(name.to_owned()), self.missing(error, here, name));
            }
            ValidationErrorKind::Type { .. } if self.part(error) == "Duration" => {
                say(About::Other, no_duration(self.span(&node.range), self.slice(node), "a duration is a text"));
            }
            ValidationErrorKind::Type { kind } => say(About::Other, self.wrong_type(error, here, &expected(kind))),
            ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
                self.alternatives(error, here, context, found);
            }
            ValidationErrorKind::Enum { options } => {
                let options: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
                say(About::Other, self.unknown_word(error, here, &options, &[]));
            }
            ValidationErrorKind::Pattern { pattern } => say(About::Other, self.form(node, pattern)),
            ValidationErrorKind::PropertyNames { error: inner } => {
                let name = inner.instance().as_str().unwrap_or("").to_owned();
                say(About::Other, self.bad_name(node, &name));
            }
            ValidationErrorKind::MinItems { .. }
            | ValidationErrorKind::MinProperties { .. }
            | ValidationErrorKind::MinLength { .. } => say(About::Other, self.empty(here)),
            ValidationErrorKind::MaxProperties { .. } => say(About::Other, self.too_many(node)),
            _ => say(About::Other, self.not_allowed(node)),
        }
    }

    fn not_allowed(&self, node: &Node<'_>) -> Diagnostic {
        Diagnostic::new(Code::InvalidValue, self.span(&node.range), "this value is not allowed here")
            .label("not allowed")
            .help(format!("`probate schema {}` prints what is", self.kind.name()))
    }

    fn too_many(&self, node: &Node<'_>) -> Diagnostic {
        Diagnostic::new(Code::InvalidValue, self.span(&first_key(node)), "this map has more than one key")
            .label("one key is expected")
            .help("write each as an entry of the list: `- name: column`")
    }

    fn missing(&self, error: &ValidationError<'_>, here: Here<'_>, name: &str) -> Diagnostic {
        let place = here.key.map_or_else(|| first_key(here.node), |key| key.range.clone());
        let diagnostic = Diagnostic::new(Code::MissingKey, self.span(&place), format!("the key `{name}` is missing"))
            .label(format!("{} needs `{name}`", of_part(self.part(error))));
        let described =
            self.holder(error).and_then(|holder| holder.get("properties")?.get(name)?.get("description")?.as_str());
        match described {
            Some(text) => diagnostic.note(format!("`{name}`: {}", text.trim_end_matches('.'))),
            None => diagnostic,
        }
    }

    fn unknown_key(&self, error: &ValidationError<'_>, node: &Node<'_>, name: &str) -> (About, Diagnostic) {
        let place = node.entry(name).map_or(node.range.clone(), |(key, _)| key.range.clone());
        let part = self.part(error);
        if is_unbuilt(UNBUILT_KEYS, part, name) {
            return (About::NotBuilt, not_built(self.span(&place), &format!("the key `{name}`")));
        }
        let known = self.holder(error).and_then(|holder| holder.get("properties")).and_then(Json::as_object);
        let known: Vec<&str> = known.into_iter().flat_map(|known| known.keys().map(String::as_str)).collect();
        let new = |title: String| Diagnostic::new(Code::UnknownKey, self.span(&place), title);
        let beside = known.iter().find(|key| node.get(key).is_some());
        if let Some(other) = beside
            && (known.len() == 1 || self.is_of_another_form(error, name))
        {
            let diagnostic = new(format!("`{name}` cannot stand beside `{other}`")).label("one too many");
            return (About::Other, diagnostic.help("remove one of the two"));
        }
        // A key that is there already was not meant a second time.
        let free: Vec<&str> = known.iter().copied().filter(|key| node.get(key).is_none()).collect();
        let meant = nearest(name, &free).map(str::to_owned);
        let diagnostic = new(format!("{} has no key `{name}`", of_part(part))).label("unknown key");
        let diagnostic = match &meant {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic.help(format!("its keys are {}", known.join(", "))),
        };
        (About::Unknown(meant), diagnostic)
    }

    /// Whether a key belongs to another of the forms that are allowed where this error is.
    fn is_of_another_form(&self, error: &ValidationError<'_>, name: &str) -> bool {
        let path = error.schema_path().as_str();
        let forms = path.rsplit('/').nth(2).filter(|word| matches!(*word, "oneOf" | "anyOf"));
        let at = forms.and_then(|_| path.rsplitn(3, '/').nth(2));
        let forms = at.and_then(|at| self.schema.pointer(at)).and_then(Json::as_array);
        forms.into_iter().flatten().any(|form| form.get("properties").is_some_and(|keys| keys.get(name).is_some()))
    }

    fn unknown_word(&self, error: &ValidationError<'_>, here: Here<'_>, words: &[&str], maps: &[&str]) -> Diagnostic {
        let node = here.node;
        let Value::Text(word) = &node.value else {
            return self.wrong_type(error, here, &format!("one of {}", words.join(", ")));
        };
        let part = self.part(error);
        if part == "DialectName" && word.eq_ignore_ascii_case("mysql") {
            return untested_dialect(self.span(&node.range));
        }
        let known: Vec<&str> = words.iter().chain(maps).copied().collect();
        let meant = nearest(word, &known);
        let is_new_audience = part == "AudienceName" && meant.is_none();
        if is_unbuilt(UNBUILT_VALUES, part, word) || is_new_audience {
            return not_built(self.span(&node.range), &format!("`{word}`"));
        }
        let needs_value = maps.contains(&word.as_ref());
        let title = if needs_value {
            format!("`{word}` needs a value")
        } else {
            format!("there is no {} `{word}`", of_word(part))
        };
        let label = if needs_value { "a word alone" } else { "not one of the known words" };
        let diagnostic = Diagnostic::new(Code::InvalidValue, self.span(&node.range), title).label(label);
        match meant {
            Some(meant) if maps.contains(&meant) => diagnostic.help(format!("write `{{{meant}: …}}`")),
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None if part == "Export" => diagnostic.help("known here: `all`, `none`, or a list of columns: `[…]`"),
            None => diagnostic.help(format!("known here: {}", listed(words, maps))),
        }
    }

    fn wrong_type(&self, error: &ValidationError<'_>, here: Here<'_>, expected: &str) -> Diagnostic {
        let Here { node, key, .. } = here;
        if let Some(what) = unbuilt_form(here) {
            return not_built(self.span(&node.range), what);
        }
        let new = |range: &Range<u32>, title: String| Diagnostic::new(Code::WrongType, self.span(range), title);
        if let (Value::Null, Some(key)) = (&node.value, key) {
            return new(&key.range, format!("`{}` has no value", key.name))
                .label(format!("{expected} is expected after it"))
                .help("write the value, or remove the key");
        }
        let is_block =
            self.text.get(node.range.start as usize..node.range.end as usize).is_some_and(|text| text.contains('\n'));
        let place = key.filter(|_| is_block).map_or(&node.range, |key| &key.range);
        let diagnostic = new(place, format!("{expected} is expected here, not {}", describe(node)))
            .label(format!("{} stands here", describe(node)));
        let written = self.slice(node);
        match (&node.value, expected) {
            (Value::Int(_) | Value::Float(_) | Value::Bool(_), expected) if expected.contains("a text") => {
                diagnostic.help("a text is written in quotes").fix(self.span(&node.range), format!("\"{written}\""))
            }
            (Value::Text(word), "true or false") if matches!(word.as_ref(), "true" | "false") => {
                diagnostic.help("without quotes it is no text").fix(self.span(&node.range), word.as_ref())
            }
            _ if self.part(error) == "Items" || here.pointer == "/items" && self.kind != Kind::Component => {
                diagnostic.help("write `items: {include: [\"*\"]}`")
            }
            (Value::Null, _) => diagnostic.help("write the value, or remove the dash"),
            (Value::List(_), _) if self.part(error) == "Text" => {
                diagnostic.help("write one text, or one for each locale: `{en: …, de: …}`")
            }
            (_, "a map") if here.pointer.ends_with("/overwrite") => diagnostic.help("write `{column: value}`"),
            (Value::Map(_), "a list") => diagnostic.help("begin each entry with a dash: `- `"),
            (_, "a list") => diagnostic.help("write it in brackets: `[…]`"),
            _ => diagnostic.help(format!("write {expected}")),
        }
    }

    fn slice(&self, node: &Node<'_>) -> &'d str {
        self.text.get(node.range.start as usize..node.range.end as usize).unwrap_or("")
    }

    fn form(&self, node: &Node<'_>, pattern: &str) -> Diagnostic {
        let Value::Text(text) = &node.value else { return self.not_allowed(node) };
        let diagnostic = Diagnostic::new(
            Code::InvalidFormat,
            self.span(&node.range),
            format!("`{text}` does not have the form that is expected here"),
        );
        let Some(form) = FORMS.iter().find(|form| form.pattern == pattern) else {
            return diagnostic.label("another form is expected");
        };
        let like = if form.is_name { as_name(text) } else { None };
        diagnostic.label(form.description).help(format!("for example `{}`", like.as_deref().unwrap_or(form.example)))
    }

    fn bad_name(&self, node: &Node<'_>, name: &str) -> Diagnostic {
        let place = node.entry(name).map_or(node.range.clone(), |(key, _)| key.range.clone());
        let diagnostic = Diagnostic::new(Code::InvalidFormat, self.span(&place), format!("`{name}` cannot be a name"))
            .label("small letters, digits, `_` and `-`, beginning with a letter");
        diagnostic.help(format!("for example `{}`", as_name(name).as_deref().unwrap_or("own-notes")))
    }

    fn empty(&self, here: Here<'_>) -> Diagnostic {
        let place = if here.node.range.is_empty() {
            here.key.map_or(&here.node.range, |key| &key.range)
        } else {
            &here.node.range
        };
        let diagnostic = Diagnostic::new(Code::InvalidValue, self.span(place), "this is empty");
        if matches!(here.node.value, Value::Text(_)) {
            return diagnostic.label("a text is expected").help("write the text; nobody could read this one");
        }
        if matches!(here.node.value, Value::Map(_)) {
            return diagnostic.label("at least one key is expected").help("write what is meant, or remove it");
        }
        diagnostic.label("at least one is expected").help("an empty list never means everything: write what is meant")
    }

    /// Several forms are allowed: the one that the author most likely meant is explained.
    fn alternatives(
        &self,
        error: &ValidationError<'_>,
        here: Here<'_>,
        branches: &Branches<'_>,
        found: &mut Vec<Finding>,
    ) {
        let at = error.instance_path();
        let is_here = |inner: &&ValidationError<'_>| inner.instance_path() == at;
        let mut say =
            |diagnostic| found.push(Finding { pointer: here.pointer.to_owned(), about: About::Other, diagnostic });
        let is_type = |inner: &ValidationError<'_>| matches!(inner.kind(), ValidationErrorKind::Type { .. });
        let fitting: Vec<&Vec<ValidationError<'static>>> =
            branches.iter().filter(|branch| !branch.iter().filter(is_here).any(is_type)).collect();
        let (words, maps) = self.choices(error);
        match (&here.node.value, fitting.as_slice()) {
            (Value::Text(text), _) if !words.is_empty() && !text.is_empty() => {
                say(self.unknown_word(error, here, &words, &maps));
            }
            (_, []) => say(self.wrong_type(error, here, &forms(at.as_str(), branches))),
            (_, [only]) => only.iter().for_each(|inner| self.explain(inner, found)),
            // Of several maps the one whose required key is there.
            (_, several) => {
                let lacks = |inner: &ValidationError<'_>| matches!(inner.kind(), ValidationErrorKind::Required { .. });
                match several.iter().find(|branch| !branch.iter().filter(is_here).any(lacks)) {
                    Some(branch) => branch.iter().for_each(|inner| self.explain(inner, found)),
                    None => say(self.unknown_form(error, here.node, &words, &maps)),
                }
            }
        }
    }

    /// The words and the one-key maps that a place with several forms knows.
    fn choices(&self, error: &ValidationError<'_>) -> (Vec<&str>, Vec<&str>) {
        let (mut words, mut maps) = (Vec::new(), Vec::new());
        let branches = self.schema.pointer(error.schema_path().as_str()).and_then(Json::as_array);
        for branch in branches.into_iter().flatten() {
            words.extend(branch.get("const").and_then(Json::as_str));
            words.extend(branch.get("enum").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str));
            if let Some([only]) = branch.get("required").and_then(Json::as_array).map(Vec::as_slice) {
                maps.extend(only.as_str());
            }
        }
        (words, maps)
    }

    fn unknown_form(&self, error: &ValidationError<'_>, node: &Node<'_>, words: &[&str], maps: &[&str]) -> Diagnostic {
        let part = self.part(error);
        let Value::Map(entries) = &node.value else { return self.not_allowed(node) };
        let Some((key, _)) = entries.first() else {
            let empty = Diagnostic::new(Code::InvalidValue, self.span(&node.range), "this is empty");
            return empty.label("nothing is said here").help(format!("known here: {}", listed(words, maps)));
        };
        let name = key.name.as_ref();
        if is_unbuilt(UNBUILT_KEYS, part, name) {
            return not_built(self.span(&key.range), &format!("`{name}`"));
        }
        let known: Vec<&str> = words.iter().chain(maps).copied().collect();
        let is_word = words.contains(&name);
        let title = if is_word {
            format!("`{name}` takes no value")
        } else {
            format!("there is no {} `{name}`", of_word(part))
        };
        let label = if is_word { "a word alone is expected" } else { "not one of the known forms" };
        let diagnostic = Diagnostic::new(Code::InvalidValue, self.span(&key.range), title).label(label);
        match nearest(name, &known) {
            Some(meant) if words.contains(&meant) => diagnostic.help(format!("write `{meant}`, without a value")),
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic.help(format!("known here: {}", listed(words, maps))),
        }
    }
}

fn is_unbuilt(table: &[(&str, &[&str])], part: &str, name: &str) -> bool {
    table.iter().any(|(owner, names)| *owner == part && names.contains(&name))
}

/// What the language means by a value of this form, where it is not built.
fn unbuilt_form(here: Here<'_>) -> Option<&'static str> {
    let mut steps = here.pointer.rsplit('/');
    let (last, before) = (steps.next().unwrap_or(""), steps.next().unwrap_or(""));
    let form = describe(here.node);
    UNBUILT_FORMS
        .iter()
        .find(|(key, of, _)| (*key == last || key.strip_suffix("/*") == Some(before)) && *of == form)
        .map(|(_, _, what)| *what)
}

fn untested_dialect(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UntestedDialect, span, "nothing that is printed here has been run on MySQL")
        .label("not a database that scripts are compiled for")
        .help("name `mariadb` where the database is one; MySQL differs from it in what these scripts depend on")
}

fn not_built(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::NotBuiltYet, span, format!("{what} is not built yet"))
        .label("known to the language, not yet to this compiler")
        .help("leave it out for now: a rule that is read and not carried out would promise what nobody keeps")
}

/// The types that the branches want of the value itself.
fn forms(at: &str, branches: &Branches<'_>) -> String {
    let mut forms: Vec<String> = Vec::new();
    for inner in branches.iter().flatten().filter(|inner| inner.instance_path().as_str() == at) {
        if let ValidationErrorKind::Type { kind } = inner.kind() {
            let form = expected(kind);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms.join(" or ")
}

fn first_key(node: &Node<'_>) -> Range<u32> {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.range.clone(), |(key, _)| key.range.clone()),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) | Value::List(_) => {
            node.range.clone()
        }
    }
}
