//! How parts and values of a document are called in a sentence.

use jsonschema::JsonType;
use jsonschema::error::TypeKind;

use crate::source::yaml::{Node, Value};

pub(super) fn listed(words: &[&str], maps: &[&str]) -> String {
    let words = words.iter().map(|word| format!("`{word}`"));
    let all: Vec<String> = words.chain(maps.iter().map(|key| format!("`{{{key}: …}}`"))).collect();
    all.join(", ")
}

/// A text as an id: what its author would probably have chosen.
pub(super) fn as_name(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let name = words.join("-");
    name.starts_with(|c: char| c.is_ascii_lowercase()).then_some(name)
}

/// How a part of a document is called in a sentence.
pub(super) fn of_part(part: &str) -> String {
    let name = match part {
        "Item" => "an item",
        "Row" => "a row entry",
        "Part" => "a part",
        "SharedRows" => "shared rows",
        "Side" => "a side",
        "Outcome" => "an outcome",
        "WhileReferenced" => "`while_referenced`",
        "Owner" => "an owner",
        "Declares" => "`declares`",
        "External" => "an external recipient",
        "Defaults" => "`defaults`",
        "Files" | "Store" => "`files`",
        "Preference" => "a preference",
        "PreferenceTable" => "`preferences`",
        "Clock" => "a clock",
        "Context" => "a context",
        "Conventions" => "`conventions`",
        "SecondHand" => "`second_hand`",
        "Identifier" => "an identifier",
        "Placeholder" => "a placeholder",
        "Relation" => "a relation",
        "Reference" => "a reference",
        "Purge" => "a purge",
        "Value" => "a value",
        "Export" => "an export",
        "Subject" => "the subject",
        "Controller" => "the controller",
        "Items" => "a selection of items",
        "SchemaSource" => "the schema",
        "StatusSyntax" => "a status",
        "LawfulBasis" => "a lawful basis",
        "Recipient" => "a recipient",
        "Notice" => "a notice",
        "Version" => "a version",
        "Statement" => "a statement",
        "Component" => "a component",
        "ExportType" => "an export type",
        "PurgeType" => "a purge type",
        "Purpose" => "a purpose",
        "SitePolicy" => "a site policy",
        "Site" => "the site",
        _ => "this map",
    };
    name.to_owned()
}

/// What a word of a part names.
pub(super) fn of_word(part: &str) -> &'static str {
    match part {
        "Purge" => "purge strategy",
        "Use" => "way of asking for a purge",
        "ExportUse" => "way of asking for an export",
        "ApprovalName" => "kind of approval",
        "DialectName" => "dialect",
        "NoticeTo" => "recipient of a notice",
        "StatusSyntax" => "form of a status",
        "PolicyType" => "type of policy",
        "AudienceName" => "audience",
        "VersionStatus" => "status of a version",
        "ChangeName" => "kind of change",
        "AsksName" => "kind of question",
        "Export" => "form of an export",
        "UnitSyntax" | "ClockColumns" => "unit of a clock",
        "Compare" => "way of comparing",
        "Value" => "form of a value",
        "GrainName" => "stretch of time",
        _ => "word",
    }
}

pub(super) fn describe(node: &Node<'_>) -> &'static str {
    match node.value {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Int(_) | Value::Float(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
    }
}

pub(super) fn expected(kind: &TypeKind) -> String {
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
