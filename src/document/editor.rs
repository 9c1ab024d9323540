//! What editors show besides what the check needs: texts of single words, and pieces of documents to fill in.
//!
//! For yaml-language-server: `markdownEnumDescriptions` beside `enum`, `defaultSnippets` beside a type.

use schemars::generate::SchemaSettings;
use serde_json::{Value as Json, json};

use super::component::Component;
use super::export_type::ExportType;
use super::kind::Kind;
use super::legal_hold::LegalHold;
use super::notice::Notice;
use super::purge_type::PurgeType;
use super::purpose::Purpose;
use super::retention_rule::RetentionRule;
use super::schema::{json_schema, without_null};
use super::site::Site;
use super::site_policy::SitePolicy;
use super::snippets::{self, Snippet};

/// The name of the file with the schema of every kind, as `init` writes it.
pub const SCHEMA_OF_ALL_KINDS: &str = "probate.schema.json";

/// The schema of a kind as the file in `schemas/` has it.
pub fn json_schema_text(kind: Kind) -> Option<String> {
    let mut schema = json_schema(kind)?;
    decorate(&mut schema);
    with_snippets(&mut schema, kind.name());
    Some(format!("{schema:#}\n"))
}

/// One schema for files with documents of any kind. A file names one schema for all its documents, so that `kind`
/// decides here which one holds.
pub fn json_schema_of_all_kinds() -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut branches = Vec::new();
    let mut kinds = Vec::new();
    let mut texts = Vec::new();
    for kind in Kind::built() {
        let schema = match kind {
            Kind::Site => generator.subschema_for::<Site>(),
            Kind::Component => generator.subschema_for::<Component>(),
            Kind::ExportType => generator.subschema_for::<ExportType>(),
            Kind::PurgeType => generator.subschema_for::<PurgeType>(),
            Kind::Purpose => generator.subschema_for::<Purpose>(),
            Kind::Notice => generator.subschema_for::<Notice>(),
            Kind::SitePolicy => generator.subschema_for::<SitePolicy>(),
            Kind::RetentionRule => generator.subschema_for::<RetentionRule>(),
            Kind::LegalHold => generator.subschema_for::<LegalHold>(),
            Kind::Audience | Kind::Feed => continue,
        };
        branches.push(json!({
            "if": {"required": ["kind"], "properties": {"kind": {"const": kind.name()}}},
            "then": schema,
        }));
        kinds.push(kind.name());
    }
    let definitions = generator.take_definitions(true);
    for kind in &kinds {
        let text = definitions.get(*kind).and_then(|one| one.get("description"));
        texts.push(text.cloned().unwrap_or_default());
    }
    let mut schema = json!({
        // WHY: what yaml-language-server reads; every keyword that is used is in this draft.
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A document of Probate",
        "description": "Documents of a privacy policy, told apart by their `kind`.",
        "type": "object",
        "required": ["kind", "id"],
        "properties": {
            "kind": {
                "description": "What kind of document this is.",
                "type": "string",
                "enum": kinds,
                "markdownEnumDescriptions": texts,
            },
        },
        "allOf": branches,
        "$defs": definitions,
    });
    without_null(&mut schema);
    decorate(&mut schema);
    with_snippets(&mut schema, "");
    format!("{schema:#}\n")
}

/// Words of which one is chosen, each with its text.
fn decorate(schema: &mut Json) {
    match schema {
        Json::Object(members) => {
            if let Some((words, texts)) = members.get("oneOf").and_then(words) {
                members.remove("oneOf");
                members.insert("type".to_owned(), json!("string"));
                members.insert("enum".to_owned(), words.into());
                members.insert("markdownEnumDescriptions".to_owned(), texts.into());
            }
            members.values_mut().for_each(decorate);
        }
        Json::Array(members) => members.iter_mut().for_each(decorate),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// The words and their texts, where all branches are words.
fn words(branches: &Json) -> Option<(Vec<Json>, Vec<Json>)> {
    let one = |branch: &Json| Some((branch.get("const")?.clone(), branch.get("description")?.clone()));
    let pairs: Option<Vec<(Json, Json)>> = branches.as_array()?.iter().map(one).collect();
    pairs.map(|pairs| pairs.into_iter().unzip())
}

/// Adds each snippet to the schema that it is for: of a kind's own root, and of definitions.
fn with_snippets(schema: &mut Json, root: &str) {
    for (of, all) in snippets::ALL {
        let is_kind = Kind::from_name(of).is_some();
        // Whoever begins a document of a file for all kinds may want any of them.
        if *of == root || root.is_empty() && is_kind {
            add(schema, all);
        } else if let Some(definition) = schema.get_mut("$defs").and_then(|all| all.get_mut(*of)).filter(|_| !is_kind) {
            add(definition, all);
        }
    }
}

fn add(schema: &mut Json, snippets: &[Snippet]) {
    let Json::Object(members) = schema else { return };
    let all = members.entry("defaultSnippets").or_insert_with(|| json!([]));
    if let Json::Array(all) = all {
        let one = |snippet: &Snippet| {
            // A body that were no JSON would be found by the test of all snippets.
            let body: Json = serde_json::from_str(snippet.body).unwrap_or_default();
            json!({"label": snippet.label, "description": snippet.description, "body": body})
        };
        all.extend(snippets.iter().map(one));
    }
}
