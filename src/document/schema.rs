//! The JSON Schema of each kind, and the check of a document by it.

use std::sync::OnceLock;

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

use super::component::Component;
use super::export_type::ExportType;
use super::kind::Kind;
use super::legal_hold::LegalHold;
use super::mismatch::{Document, explain};
use super::notice::Notice;
use super::purge_type::PurgeType;
use super::purpose::Purpose;
use super::retention_rule::RetentionRule;
use super::site::Site;
use super::site_policy::SitePolicy;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::json::Yaml;
use crate::source::yaml::Node;
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
        Kind::Notice => generator.into_root_schema_for::<Notice>(),
        Kind::SitePolicy => generator.into_root_schema_for::<SitePolicy>(),
        Kind::RetentionRule => generator.into_root_schema_for::<RetentionRule>(),
        Kind::LegalHold => generator.into_root_schema_for::<LegalHold>(),
        Kind::Audience | Kind::Feed => return None,
    };
    let mut schema = schema.into();
    without_null(&mut schema);
    Some(schema)
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
pub(super) fn validate(kind: Kind, file: FileId, text: &str, node: &Node<'_>, found: &mut Vec<Diagnostic>) {
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
    let document = Document { kind, file, text, root: node, schema: &compiled.schema };
    found.extend(explain(&document, compiled.validator.iter_errors(node)));
}

/// A key without a value is a mistake everywhere but in a value that is written into a column: nothing is meant by
/// it that leaving the key out would not mean, and more often its value was forgotten.
pub(super) fn without_null(schema: &mut Json) {
    match schema {
        Json::Object(members) => {
            if let Some(Json::Array(types)) = members.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    members.insert("type".to_owned(), only);
                }
            }
            if let Some(Json::Array(branches)) = members.get_mut("anyOf") {
                branches.retain(|branch| branch.get("type").is_none_or(|name| name != "null"));
                if let [Json::Object(only)] = branches.as_slice() {
                    let only = only.clone();
                    members.shift_remove("anyOf");
                    members.extend(only);
                }
            }
            members.iter_mut().filter(|(name, _)| *name != "Value").for_each(|(_, member)| without_null(member));
        }
        Json::Array(members) => members.iter_mut().for_each(without_null),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}
