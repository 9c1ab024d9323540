//! What appears in the catalogue after the last review: left alone, said, and taken once somebody accepts it.

use std::collections::BTreeMap;

use probate::diagnostic::{Code, Style, text};
use probate::source::{Files, Memory};
use probate::{Artefact, Checked};

use super::{SCHEMA, SITE, ask, database, export_type, purge_type, script};
use crate::engine::{Database, Engine};

const PLUGIN: &str =
    "create table score (id integer primary key, person_id integer references person(id), points integer);";

/// A component that comes with a plugin, after everything else was reviewed.
const SCORES: &str = "kind: Component\nid: plugin\ntitle: Plugin\nitems:\n  scores: {title: Scores, rows: [{table: score, owner: person_id, export: [points], purge: delete}]}\n";

/// The site with types that take everything, and its lock.
fn accepted() -> Memory {
    let types = [purge_type("all", "deleted", "\"*\""), purge_type("user", "deleted", "\"user.*\"")];
    let mut files = Memory(BTreeMap::from([
        ("schema.sql".to_owned(), format!("{SCHEMA}\n{PLUGIN}").into_bytes()),
        ("site.yaml".to_owned(), SITE.as_bytes().to_vec()),
        ("types.yaml".to_owned(), [types.concat(), export_type("whole", "\"*\"")].concat().into_bytes()),
    ]));
    accept(&mut files);
    files
}

/// What `probate lock` does.
fn accept(files: &mut Memory) -> Vec<String> {
    let acceptance = probate::accept(files);
    assert!(!acceptance.found.has_errors(), "{}", text(&acceptance.found, &acceptance.sources, Style::Plain));
    files.0.extend(acceptance.files.into_iter().map(|file| (file.path, file.bytes)));
    acceptance.changes.into_iter().filter_map(|change| change.now).map(|now| now.to_string()).collect()
}

/// The same with the plugin.
fn with_plugin() -> Memory {
    let mut files = accepted();
    files.0.insert("plugin.yaml".to_owned(), SCORES.as_bytes().to_vec());
    files
}

fn check(files: &dyn Files) -> (Checked, String) {
    let mut checked = probate::check(files).with_refusals();
    // The sites here are about something else.
    checked.project.found.retain(|one| !one.code.is_lint());
    let said = text(checked.diagnostics(), &checked.project.sources, Style::Plain);
    (checked, said)
}

fn compile(files: &Memory) -> Vec<Artefact> {
    let (checked, said) = check(files);
    checked.compile().unwrap_or_else(|error| panic!("{error:?}: {said}"))
}

/// Ada is asked for, with scores as everybody has.
fn people(artefacts: &[Artefact], engine: Engine, kind: &str, name: &str) -> (Database, String) {
    let database = database(artefacts, engine, "deleted");
    database.batch(PLUGIN);
    database.batch("insert into score values (1, 1, 5), (2, 2, 5), (11, 11, 6)");
    ask(&database, kind, name);
    let printed = database.must(&script(artefacts, engine, &format!("{kind}/{name}")));
    (database, printed)
}

#[test]
fn a_plugin_brings_items_of_its_own() {
    let files = with_plugin();
    let (checked, said) = check(&files);
    assert!(!checked.diagnostics().has_errors(), "{said}");
    let program = checked.program.expect("a program");
    assert!(program.items.iter().any(|item| item.name == "plugin.scores"), "it is in the catalogue");
    assert!(program.components.iter().any(|component| component.id == "plugin"));
}

#[test]
fn an_export_type_ignores_new_items_until_somebody_decides() {
    let mut files = with_plugin();
    for (accepts, shown) in [(false, false), (true, true)] {
        if accepts {
            accept(&mut files);
        }
        let artefacts = compile(&files);
        for engine in Engine::each("an_export_type_ignores_new_items_until_somebody_decides") {
            let (_, printed) = people(&artefacts, engine, "export", "whole");
            assert!(printed.contains("user.notes"), "{engine:?}: what was reviewed is exported: {printed}");
            assert_eq!(printed.contains("plugin.scores"), shown, "{engine:?}: {printed}");
        }
    }
}

#[test]
fn a_purge_type_ignores_new_items_until_somebody_decides() {
    let mut files = with_plugin();
    for (accepts, left) in [(false, 3), (true, 2)] {
        if accepts {
            accept(&mut files);
        }
        let artefacts = compile(&files);
        for engine in Engine::each("a_purge_type_ignores_new_items_until_somebody_decides") {
            let (database, _) = people(&artefacts, engine, "purge", "all");
            assert_eq!(database.number("select count(*) from note"), Some(2), "{engine:?}: what was reviewed goes");
            assert_eq!(database.number("select count(*) from score"), Some(left), "{engine:?}");
            assert_eq!(database.number("select count(*) from score where person_id <> 1"), Some(2), "{engine:?}");
        }
    }
}

#[test]
fn everybody_who_checks_is_told_that_an_export_has_new_items() {
    let (_, said) = check(&with_plugin());
    assert!(said.contains("warning[new-item]: `plugin.scores` is new") && said.contains("plugin.yaml:5:3"), "{said}");
    assert!(said.contains("run `probate lock`"), "{said}");
    let (checked, _) = check(&accepted());
    assert!(checked.diagnostics().is_empty(), "nothing is said where nothing is new");
}

#[test]
fn everybody_who_checks_is_told_that_a_purge_has_new_items() {
    let (checked, said) = check(&with_plugin());
    let codes: Vec<Code> = checked.diagnostics().iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::NewItem], "once, however many types it concerns: {said}");
    // A type that would not take it is not named.
    assert!(said.contains("by the purge type `all`, the export type `whole`") && !said.contains("`user`"), "{said}");
}

/// The lines at the head of a script that say what is new.
fn labels(artefacts: &[Artefact], name: &str) -> Vec<String> {
    let labelled = |engine: Engine| {
        let script = script(artefacts, engine, name);
        script.lines().filter(|line| line.starts_with("-- New")).map(str::to_owned).collect::<Vec<_>>()
    };
    let lines = labelled(Engine::Library);
    assert_eq!(lines, labelled(Engine::Postgres));
    lines
}

const LABEL: &str = "-- New, and left alone until `probate lock` accepts it: plugin.scores.";

#[test]
fn an_export_type_that_new_items_concern_says_which_are_new() {
    assert_eq!(labels(&compile(&with_plugin()), "export/whole"), [LABEL]);
    assert_eq!(labels(&compile(&accepted()), "export/whole"), Vec::<String>::new());
}

#[test]
fn accepting_an_export_type_removes_the_label_and_the_warning() {
    let mut files = with_plugin();
    let accepted = accept(&mut files);
    assert!(accepted.iter().any(|line| line.starts_with("whole plugin.scores: in, rows score, owner person_id")));
    assert_eq!(check(&files).1, "");
    assert_eq!(labels(&compile(&files), "export/whole"), Vec::<String>::new());
    assert_eq!(accept(&mut files), Vec::<String>::new(), "and there is nothing new any more");
}

#[test]
fn a_purge_type_says_which_items_are_new_until_they_are_accepted() {
    let mut files = with_plugin();
    let artefacts = compile(&files);
    assert_eq!(labels(&artefacts, "purge/all"), [LABEL]);
    assert_eq!(labels(&artefacts, "purge/user"), Vec::<String>::new(), "its pattern does not speak of it");
    let accepted = accept(&mut files);
    assert!(accepted.iter().any(|line| line.starts_with("all plugin.scores: in, rows score, owner person_id; delete")));
    assert_eq!(labels(&compile(&files), "purge/all"), Vec::<String>::new());
    assert_eq!(check(&files).1, "");
}

#[test]
fn lints_count_what_waits_for_its_review_as_taken() {
    let checked = probate::check(&with_plugin());
    let about = |one: &&probate::diagnostic::Diagnostic| one.about == "plugin.scores";
    let codes: Vec<Code> = checked.diagnostics().iter().filter(about).map(|one| one.code).collect();
    // It is left alone today, and yet nobody forgot it in a type; that it has no purpose is so already.
    assert_eq!(codes, [Code::WithoutPurpose]);
}
