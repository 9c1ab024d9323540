//! The acceptance list: every statement whose owner is done has an answer, and every answer exists.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(serde::Deserialize)]
struct Answers {
    done: Vec<String>,
    answers: BTreeMap<String, Answer>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "lowercase")]
struct Answer {
    by: Option<String>,
    fact: Option<String>,
    host: Option<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn answers() -> Answers {
    let text = std::fs::read_to_string(root().join("tests/acceptance.yaml")).expect("the answers");
    serde_yaml::from_str(&text).expect("the answers are YAML")
}

/// Every statement of the list, with its owner.
fn statements() -> Option<BTreeMap<String, String>> {
    let list = root().join("../shared/acceptance/features.md");
    let Ok(text) = std::fs::read_to_string(&list) else {
        crate::engine::skipped("the comparison with the acceptance list, which is not beside the project");
        return None;
    };
    let rows = text.lines().filter_map(|line| line.strip_prefix("- **")).filter_map(|line| {
        let (id, rest) = line.split_once("**")?;
        let owner = rest.trim_end().strip_suffix('`')?.rsplit('`').next()?;
        Some((id.to_owned(), owner.to_owned()))
    });
    Some(rows.collect())
}

#[test]
fn every_statement_whose_owner_is_done_has_an_answer() {
    let (Some(statements), answers) = (statements(), answers()) else { return };
    assert_eq!(statements.len(), 245, "the list is read whole");
    let owners: BTreeSet<&String> = answers.done.iter().collect();
    for (id, owner) in &statements {
        assert!(!owners.contains(owner) || answers.answers.contains_key(id), "{id} ({owner}) has no answer");
    }
    for id in answers.answers.keys() {
        assert!(statements.contains_key(id), "{id} is not on the list");
    }
}

#[test]
fn every_answer_names_a_test_that_exists_and_no_test_stands_for_too_many() {
    let answers = answers();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, answer) in &answers.answers {
        let given = [&answer.by, &answer.fact, &answer.host].into_iter().flatten().count();
        assert_eq!(given, 1, "{id}: one answer");
        let Some(test) = &answer.by else { continue };
        *uses.entry(test).or_default() += 1;
        let (module, name) = test.rsplit_once("::").unwrap_or_else(|| panic!("{id}: `{test}` is no test"));
        let file = root().join("tests/it").join(format!("{}.rs", module.replace("::", "/")));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{id}: {}: {error}", file.display()));
        assert!(text.contains(&format!("#[test]\nfn {name}()")), "{id}: there is no test `{test}`");
    }
    for (test, count) in uses {
        assert!(count <= 5, "`{test}` stands for {count} statements");
    }
    assert!(answers.answers.values().filter(|answer| answer.fact.is_some()).count() <= 30);
}
