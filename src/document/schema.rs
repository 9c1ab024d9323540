//! The JSON Schema of each kind, and its findings in our words: never the validator's own messages.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use std::ops::Range;
use std::sync::OnceLock;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

use super::component::Component;
use super::export_type::ExportType;
use super::kind::{Kind, UNBUILT_KEYS, UNBUILT_VALUES};
use super::purge_type::PurgeType;
use super::purpose::Purpose;
use super::site::Site;
use super::site_policy::SitePolicy;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::json::Yaml;
use crate::source::yaml::{Node, Value};
use crate::source::{FileId, Span};

/// The JSON Schema (draft 2020-12) of a kind; `None` for a kind that is not built.
pub fn json_schema(kind: Kind) -> Option<Json> {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = match kind {
        Kind::Site => generator.into_root_schema_for::<Site>(),
        Kind::Component => generator.into_root_schema_for::<Component>(),
        Kind::ExportType => generator.into_root_schema_for::<ExportType>(),
        Kind::PurgeType => generator.into_root_schema_for::<PurgeType>(),
        Kind::Purpose => generator.into_root_schema_for::<Purpose>(),
        Kind::SitePolicy => generator.into_root_schema_for::<SitePolicy>(),
        Kind::RetentionRule | Kind::LegalHold | Kind::Audience | Kind::Feed | Kind::Notice => return None,
    };
    Some(schema.into())
}

/// The schema as the file in `schemas/` has it.
pub fn json_schema_text(kind: Kind) -> Option<String> {
    json_schema(kind).map(|schema| format!("{schema:#}\n"))
}

struct Compiled {
    schema: Json,
    validator: Validator<Yaml>,
}

/// Compiled once in a run, and only for kinds that occur.
fn compiled(kind: Kind) -> Option<&'static Compiled> {
    static CACHE: [OnceLock<Option<Compiled>>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
    CACHE
        .get(kind as usize)?
        .get_or_init(|| {
            let schema = json_schema(kind)?;
            let validator = jsonschema::options_for::<Yaml>().build(&schema).ok()?;
            Some(Compiled { schema, validator })
        })
        .as_ref()
}

/// Adds everything in which the document differs from its kind's schema.
pub(super) fn validate(kind: Kind, file: FileId, node: &Node<'_>, found: &mut Vec<Diagnostic>) {
    let Some(compiled) = compiled(kind) else {
        let span = Span::new(file, 0..0);
        found.push(Diagnostic::new(
            Code::NotBuiltYet,
            span,
            format!("documents of the kind {} cannot be checked", kind.name()),
        ));
        return;
    };
    if compiled.validator.is_valid(node) {
        return;
    }
    let findings = Findings { kind, file, root: node, schema: &compiled.schema };
    for error in compiled.validator.iter_errors(node) {
        findings.explain(&error, found);
    }
}

struct Findings<'f> {
    kind: Kind,
    file: FileId,
    root: &'f Node<'f>,
    schema: &'f Json,
}

impl Findings<'_> {
    fn span(&self, range: &Range<u32>) -> Span {
        Span::new(self.file, range.start as usize..range.end as usize)
    }

    /// The name of the schema's definition an error belongs to, and the kind for the document itself.
    fn definition<'e>(&self, error: &'e ValidationError<'_>) -> &'e str {
        let path = error.schema_path().as_str();
        path.strip_prefix("/$defs/").and_then(|rest| rest.split('/').next()).unwrap_or(self.kind.name())
    }

    /// The object schema that holds the keyword of an error.
    fn holder(&self, error: &ValidationError<'_>) -> Option<&Json> {
        let path = error.schema_path().as_str();
        self.schema.pointer(path.rsplit_once('/')?.0)
    }

    fn explain(&self, error: &ValidationError<'_>, found: &mut Vec<Diagnostic>) {
        let pointer = error.instance_path().as_str();
        let Some((node, key)) = self.root.at(pointer) else { return };
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                found.extend(unexpected.iter().map(|name| self.unknown_key(error, node, name)));
            }
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or("");
                let place = key.map_or_else(|| first_key(node), |key| key.range.clone());
                let mut diagnostic =
                    Diagnostic::new(Code::MissingKey, self.span(&place), format!("the key `{name}` is missing"))
                        .label("needed here");
                if let Some(text) = self.described(error, name) {
                    diagnostic = diagnostic.note(format!("`{name}`: {text}"));
                }
                found.push(diagnostic);
            }
            ValidationErrorKind::Type { kind } => found.push(self.wrong_type(node, &expected(kind))),
            ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
                self.alternatives(error, node, context, found);
            }
            ValidationErrorKind::Enum { options } => {
                let options: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
                found.push(self.unknown_word(error, node, &options));
            }
            ValidationErrorKind::Pattern { .. } => found.push(self.form(error, node)),
            ValidationErrorKind::PropertyNames { error: inner } => {
                let name = inner.instance().as_str().unwrap_or("").to_owned();
                let place = node.entry(&name).map_or(node.range.clone(), |(key, _)| key.range.clone());
                found.push(
                    Diagnostic::new(
                        Code::InvalidFormat,
                        self.span(&place),
                        format!("`{name}` is no name of this kind"),
                    )
                    .label("small letters, digits, `_` and `-`, beginning with a letter"),
                );
            }
            ValidationErrorKind::MinItems { .. }
            | ValidationErrorKind::MinProperties { .. }
            | ValidationErrorKind::MinLength { .. } => {
                let place = if node.range.is_empty() {
                    key.map_or(node.range.clone(), |key| key.range.clone())
                } else {
                    node.range.clone()
                };
                found.push(
                    Diagnostic::new(Code::InvalidValue, self.span(&place), "this is empty")
                        .label("at least one is expected")
                        .help("an empty list or text never means everything; leave the key out or fill it"),
                );
            }
            _ => found.push(
                Diagnostic::new(Code::InvalidValue, self.span(&node.range), "this value is not allowed here")
                    .help(format!("see `probate schema {}`", self.kind.name())),
            ),
        }
    }

    fn described(&self, error: &ValidationError<'_>, name: &str) -> Option<&str> {
        self.holder(error)?.get("properties")?.get(name)?.get("description")?.as_str()
    }

    fn unknown_key(&self, error: &ValidationError<'_>, node: &Node<'_>, name: &str) -> Diagnostic {
        let place = node.entry(name).map_or(node.range.clone(), |(key, _)| key.range.clone());
        let part = self.definition(error);
        if UNBUILT_KEYS.iter().any(|(owner, keys)| *owner == part && keys.contains(&name)) {
            return not_built(self.span(&place), &format!("the key `{name}`"));
        }
        let known = self.holder(error).and_then(|holder| holder.get("properties")).and_then(Json::as_object);
        let known: Vec<&str> = known.into_iter().flat_map(|known| known.keys().map(String::as_str)).collect();
        Diagnostic::new(Code::UnknownKey, self.span(&place), format!("{} has no key `{name}`", of_part(part)))
            .label("unknown key")
            .nearest(name, known)
    }

    fn unknown_word(&self, error: &ValidationError<'_>, node: &Node<'_>, options: &[&str]) -> Diagnostic {
        let Value::Text(word) = &node.value else {
            return self.wrong_type(node, &format!("one of {}", options.join(", ")));
        };
        let part = self.definition(error);
        let owners = [part, error.schema_path().as_str()];
        let unbuilt = |owner: &str| owners.iter().any(|place| *place == owner || place.ends_with(&format!("/{owner}")));
        if UNBUILT_VALUES.iter().any(|(owner, words)| unbuilt(owner) && words.contains(&word.as_ref())) {
            return not_built(self.span(&node.range), &format!("`{word}`"));
        }
        Diagnostic::new(Code::InvalidValue, self.span(&node.range), format!("`{word}` is not known here"))
            .label("not one of the known words")
            .nearest(word, options.iter().copied())
    }

    fn wrong_type(&self, node: &Node<'_>, expected: &str) -> Diagnostic {
        Diagnostic::new(
            Code::WrongType,
            self.span(&node.range),
            format!("{expected} is expected here, not {}", describe(node)),
        )
        .label(format!("{} stands here", describe(node)))
    }

    fn form(&self, error: &ValidationError<'_>, node: &Node<'_>) -> Diagnostic {
        let holder = self.holder(error);
        let example = holder.and_then(|holder| holder.get("examples")?.get(0)?.as_str());
        let what = holder.and_then(|holder| holder.get("description")?.as_str()).unwrap_or("");
        let diagnostic = Diagnostic::new(
            Code::InvalidFormat,
            self.span(&node.range),
            "this does not have the form that is expected here",
        )
        .label(if what.is_empty() { "not of this form" } else { what });
        match example {
            Some(example) => diagnostic.help(format!("for example `{example}`")),
            None => diagnostic,
        }
    }

    /// Several forms are allowed: the one that the author most likely meant is explained.
    fn alternatives(
        &self,
        error: &ValidationError<'_>,
        node: &Node<'_>,
        context: &[Vec<ValidationError<'static>>],
        found: &mut Vec<Diagnostic>,
    ) {
        let here = error.instance_path();
        let is_here = |inner: &ValidationError<'_>| inner.instance_path() == here;
        let fitting: Vec<&Vec<ValidationError<'static>>> = context
            .iter()
            .filter(|branch| {
                !branch.iter().any(|inner| is_here(inner) && matches!(inner.kind(), ValidationErrorKind::Type { .. }))
            })
            .collect();
        if fitting.is_empty() {
            found.push(self.no_form_fits(error, node, context));
            return;
        }
        let words: Vec<&str> =
            fitting.iter().flat_map(|branch| branch.iter()).filter(|inner| is_here(inner)).flat_map(words_of).collect();
        if !words.is_empty() && matches!(node.value, Value::Text(_)) {
            found.push(self.unknown_word(error, node, &words));
            return;
        }
        // Of several maps the one whose required key is there.
        let meant = fitting.iter().find(|branch| {
            !branch.iter().any(|inner| is_here(inner) && matches!(inner.kind(), ValidationErrorKind::Required { .. }))
        });
        if let Some(branch) = meant {
            branch.iter().for_each(|inner| self.explain(inner, found));
            return;
        }
        found.push(self.unknown_form(error, node, &fitting));
    }

    fn no_form_fits(
        &self,
        error: &ValidationError<'_>,
        node: &Node<'_>,
        context: &[Vec<ValidationError<'static>>],
    ) -> Diagnostic {
        let mut forms: Vec<String> = Vec::new();
        for inner in context.iter().flatten().filter(|inner| inner.instance_path() == error.instance_path()) {
            if let ValidationErrorKind::Type { kind } = inner.kind() {
                let form = expected(kind);
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        let part = self.definition(error);
        // `purge` and others know forms (lists, for one) that are not built.
        if part == "Purge" && matches!(node.value, Value::List(_)) {
            return not_built(self.span(&node.range), "a list of outcomes");
        }
        self.wrong_type(node, &forms.join(" or "))
    }

    fn unknown_form(
        &self,
        error: &ValidationError<'_>,
        node: &Node<'_>,
        branches: &[&Vec<ValidationError<'static>>],
    ) -> Diagnostic {
        let required: Vec<String> = branches
            .iter()
            .flat_map(|branch| branch.iter())
            .filter_map(|inner| match inner.kind() {
                ValidationErrorKind::Required { property } => property.as_str().map(str::to_owned),
                _ => None,
            })
            .collect();
        let part = self.definition(error);
        let place = first_key(node);
        let name = written(node);
        if UNBUILT_KEYS.iter().any(|(owner, keys)| *owner == part && keys.contains(&name.as_str())) {
            return not_built(self.span(&place), &format!("`{name}`"));
        }
        Diagnostic::new(Code::InvalidValue, self.span(&place), format!("`{name}` is not known here"))
            .label("not one of the known forms")
            .nearest(&name, required.iter().map(String::as_str))
    }
}

fn written(node: &Node<'_>) -> String {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(String::new(), |(key, _)| key.name.to_string()),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) | Value::List(_) => {
            String::new()
        }
    }
}

fn not_built(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::NotBuiltYet, span, format!("{what} is not built yet"))
        .label("known to the language, not yet to this compiler")
        .help("leave it out for now: a rule that is read and not carried out would promise what nobody keeps")
}

fn words_of<'e>(error: &'e ValidationError<'_>) -> Vec<&'e str> {
    match error.kind() {
        ValidationErrorKind::Enum { options } => {
            options.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
        }
        ValidationErrorKind::Constant { expected_value } => expected_value.as_str().into_iter().collect(),
        _ => Vec::new(),
    }
}

fn first_key(node: &Node<'_>) -> Range<u32> {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.range.clone(), |(key, _)| key.range.clone()),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) | Value::List(_) => {
            node.range.clone()
        }
    }
}

/// How a part of a document is called in a sentence.
fn of_part(part: &str) -> String {
    match part {
        "Item" => "an item".to_owned(),
        "Row" => "a row entry".to_owned(),
        "Purge" => "a purge".to_owned(),
        "Subject" => "the subject".to_owned(),
        "Controller" => "the controller".to_owned(),
        "Items" => "a list of items".to_owned(),
        other if Kind::from_name(other).is_some() => format!("a {other}"),
        other => format!("a {}", other.to_lowercase()),
    }
}

fn describe(node: &Node<'_>) -> &'static str {
    match node.value {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Int(_) | Value::Float(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
    }
}

fn expected(kind: &TypeKind) -> String {
    let name = |kind: JsonType| match kind {
        JsonType::Null => "nothing",
        JsonType::Boolean => "true or false",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::String => "a text",
        JsonType::Array => "a list",
        JsonType::Object => "a map",
    };
    match kind {
        TypeKind::Single(kind) => name(*kind).to_owned(),
        TypeKind::Multiple(kinds) => {
            let names: Vec<&str> = kinds.iter().filter(|kind| *kind != JsonType::Null).map(name).collect();
            names.join(" or ")
        }
    }
}
