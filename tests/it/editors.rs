//! What editors are given: a text for every key and word, pieces that can be filled in, and all of it offline.

use std::path::Path;

use probate::document::{Kind, json_schema_of_all_kinds, json_schema_text};
use serde_json::{Map, Value as Json};

/// Every schema that is written, by its name.
fn schemas() -> Vec<(String, Json)> {
    let kinds = Kind::built().map(|kind| (kind.name().to_owned(), json_schema_text(kind).expect("a schema")));
    let all = kinds.chain([("all kinds".to_owned(), json_schema_of_all_kinds())]);
    all.map(|(name, text)| (name, serde_json::from_str(&text).expect("JSON"))).collect()
}

/// Every object of a schema, with its place.
fn objects<'j>(value: &'j Json, place: &str, found: &mut Vec<(String, &'j Map<String, Json>)>) {
    match value {
        Json::Object(members) => {
            found.push((place.to_owned(), members));
            for (name, member) in members.iter().filter(|(name, _)| *name != "defaultSnippets") {
                objects(member, &format!("{place}/{name}"), found);
            }
        }
        Json::Array(members) => {
            for (at, member) in members.iter().enumerate() {
                objects(member, &format!("{place}/{at}"), found);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

fn everywhere(check: impl Fn(&str, &Json, &Map<String, Json>)) {
    for (name, schema) in schemas() {
        let mut found = Vec::new();
        objects(&schema, &name, &mut found);
        for (place, members) in &found {
            check(place, &schema, members);
        }
    }
}

/// Its own description, or that of what it refers to.
fn description<'j>(root: &'j Json, schema: &'j Json) -> Option<&'j str> {
    let own = schema.get("description").and_then(Json::as_str);
    own.or_else(|| {
        let target = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
        description(root, root.pointer(target)?)
    })
}

#[test]
fn every_key_of_every_kind_has_a_description() {
    let keys = std::cell::Cell::new(0);
    everywhere(|place, root, members| {
        // The words of a condition of the schema itself are no keys of the language.
        let properties = members.get("properties").and_then(Json::as_object).filter(|_| !place.ends_with("/if"));
        for (key, schema) in properties.into_iter().flatten() {
            let text = description(root, schema).unwrap_or_default();
            assert!(text.split_whitespace().count() >= 2, "{place}: `{key}` is described by `{text}`");
            keys.set(keys.get() + 1);
        }
    });
    assert!(keys.get() > 250, "{} keys", keys.get());
}

#[test]
fn every_word_that_can_be_chosen_is_explained() {
    let words = std::cell::Cell::new(0);
    everywhere(|place, _, members| {
        let Some(choices) = members.get("enum").and_then(Json::as_array) else { return };
        let texts = members.get("markdownEnumDescriptions").and_then(Json::as_array);
        let texts = texts.unwrap_or_else(|| panic!("{place}: the words {choices:?} are not explained"));
        assert_eq!(texts.len(), choices.len(), "{place}");
        for (word, text) in choices.iter().zip(texts) {
            assert!(text.as_str().is_some_and(|text| text.len() > 5), "{place}: {word}");
            words.set(words.get() + 1);
        }
    });
    assert!(words.get() > 30, "{} words", words.get());
}

#[test]
fn every_form_of_a_text_has_an_example_of_that_form() {
    everywhere(|place, _, members| {
        let Some(pattern) = members.get("pattern").filter(|_| !place.ends_with("propertyNames")) else { return };
        let examples = members.get("examples").and_then(Json::as_array);
        let examples = examples.unwrap_or_else(|| panic!("{place}: the pattern {pattern} has no example"));
        let form = jsonschema::validator_for(&serde_json::json!({"pattern": pattern})).expect("a pattern");
        for example in examples {
            assert!(form.is_valid(example), "{place}: {example} for {pattern}");
        }
    });
}

/// A reader of draft 7 passes over what stands beside `$ref`.
#[test]
fn beside_a_reference_stands_nothing_that_decides() {
    everywhere(|place, _, members| {
        if members.contains_key("$ref") {
            for name in members.keys() {
                let is_text =
                    ["$ref", "description", "default", "examples", "defaultSnippets"].contains(&name.as_str());
                assert!(is_text, "{place}: `{name}` beside a reference");
            }
        }
    });
}

/// A body with every `${1:text}` filled in.
fn filled(body: &Json) -> Json {
    fn text(body: &str) -> String {
        let mut out = String::new();
        let mut rest = body;
        while let Some((before, after)) = rest.split_once("${") {
            let (place, behind) = after.split_once('}').expect("it is closed");
            let (number, default) = place.split_once(':').expect("it has a text");
            assert!(number.parse::<u32>().is_ok(), "{body}");
            out.push_str(before);
            out.push_str(default);
            rest = behind;
        }
        out + rest
    }
    match body {
        Json::String(body) => Json::String(text(body)),
        Json::Array(items) => items.iter().map(filled).collect(),
        Json::Object(members) => members.iter().map(|(name, member)| (text(name), filled(member))).collect(),
        plain @ (Json::Null | Json::Bool(_) | Json::Number(_)) => plain.clone(),
    }
}

#[test]
fn every_snippet_is_valid_where_it_is_offered() {
    let snippets = std::cell::Cell::new(0);
    everywhere(|place, root, members| {
        for snippet in members.get("defaultSnippets").and_then(Json::as_array).into_iter().flatten() {
            assert!(snippet["label"].is_string() && snippet["description"].is_string(), "{place}: {snippet}");
            let body = filled(&snippet["body"]);
            assert!(body.is_object(), "{place}: {snippet}");
            let mut here = members.clone();
            here.insert("$defs".to_owned(), root["$defs"].clone());
            let validator = jsonschema::validator_for(&Json::Object(here)).expect("a schema");
            let errors: Vec<String> = validator.iter_errors(&body).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{place}: {}: {errors:?}", snippet["label"]);
            snippets.set(snippets.get() + 1);
        }
    });
    assert!(snippets.get() > 30, "{} snippets", snippets.get());
    for kind in Kind::built() {
        let schema: Json = serde_json::from_str(&json_schema_text(kind).expect("a schema")).expect("JSON");
        let label = &schema["defaultSnippets"][0]["label"];
        assert_eq!(label, kind.name(), "a document of this kind can be begun");
    }
}

fn documents(text: &str) -> Vec<Json> {
    use serde::Deserialize;
    let all = serde_yaml::Deserializer::from_str(text);
    all.map(|document| Json::deserialize(document).expect("a document")).collect()
}

#[test]
fn one_schema_reads_files_with_documents_of_every_kind() {
    let schema: Json = serde_json::from_str(&json_schema_of_all_kinds()).expect("JSON");
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = 0;
    for folder in ["examples/notes", "examples/moodle", "examples/moodle/components", "templates/init"] {
        for path in std::fs::read_dir(root.join(folder)).expect("a folder").map(|entry| entry.expect("an entry").path())
        {
            if path.extension().is_some_and(|ending| ending == "yaml") {
                for document in documents(&std::fs::read_to_string(&path).expect("a file")) {
                    let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
                    assert!(errors.is_empty(), "{}: {errors:?}", path.display());
                    read += 1;
                }
            }
        }
    }
    assert!(read > 50, "{read} documents");
    let wrong = [
        "kind: Purpose\nid: p\ntitle: P\nlawful_basis: [gdpr.6.1.b]\nitems: {}\n",
        "kind: Nothing\nid: p\n",
        "id: p\n",
        "kind: SitePolicy\nid: p\ntype: terms\ntitle: T\nversions: [{version: '1', status: daft, text: t}]\n",
        "kind: PurgeType\nid: p\ntitle: P\nstatus: left\nitems: {include: []}\n",
    ];
    for text in wrong {
        assert!(!validator.is_valid(&documents(text)[0]), "{text}");
    }
}

#[test]
fn what_init_writes_names_a_schema_that_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = crate::cli::run(&["init", crate::cli::text(folder.path())]);
    assert_eq!(crate::cli::code(&output), 0, "{}", crate::cli::stderr(&output));
    let mut files = 0;
    for path in std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if path.extension().is_some_and(|ending| ending == "yaml") {
            let text = std::fs::read_to_string(&path).expect("a file");
            let first = text.lines().next().expect("a line");
            let named = first.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{first}"));
            let schema = std::fs::read_to_string(path.with_file_name(named)).expect("the schema is there");
            assert_eq!(schema, json_schema_of_all_kinds());
            let reads_the_net = schema.matches("http").count();
            assert_eq!(reads_the_net, 1, "its own `$schema` is the only address in it");
            files += 1;
        }
    }
    assert!(files >= 4, "{files} files");
}
