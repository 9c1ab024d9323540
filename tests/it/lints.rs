//! Lints that need the schema: what they advise can be done, and is enough.

use std::collections::BTreeMap;
use std::path::Path;

use probate::diagnostic::{Code, Diagnostic};
use probate::source::Memory;

use crate::engine::{Database, Engine};

fn fixture(name: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui").join(name);
    let read = |name: &str| (name.to_owned(), std::fs::read_to_string(folder.join(name)).expect("a file"));
    ["site.yaml", "schema.sql", "notes.yaml"].into_iter().map(read).collect()
}

/// What lints find by the schema; what others say of the same projects has tests of its own.
fn found(files: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let files = files.iter().map(|(path, text)| (path.clone(), text.as_bytes().to_vec())).collect();
    let checked = probate::check(&Memory(files));
    let ours = [Code::OwnerWithoutIndex, Code::ExpressionWithoutIndex, Code::SecretExported, Code::LooksPersonal];
    let all = checked.diagnostics().iter();
    all.filter(|one| ours.contains(&one.code) || !one.code.is_lint()).cloned().collect()
}

/// The statements that the findings show, for one engine.
fn statements(found: &[Diagnostic], engine: Engine) -> Vec<String> {
    let helps = found.iter().flat_map(|one| &one.helps);
    let ours = helps.filter(|help| !help.contains("for ") || help.contains(&format!("for {}:", engine.dialect())));
    let shown = |help: &String| Some(help.split_once("`CREATE")?.1.split_once('`')?.0.to_owned());
    ours.filter_map(shown).map(|rest| format!("CREATE{rest}")).collect()
}

#[test]
fn the_indexes_that_are_shown_can_be_made_and_silence_the_lint() {
    for (name, code) in [
        ("owner-without-index", Code::OwnerWithoutIndex),
        ("owner-without-index.path", Code::OwnerWithoutIndex),
        ("expression-without-index", Code::ExpressionWithoutIndex),
    ] {
        let files = fixture(name);
        let before = found(&files);
        assert!(before.iter().all(|one| one.code == code) && !before.is_empty(), "{name}: {before:#?}");
        let test = "lints::the_indexes_that_are_shown_can_be_made_and_silence_the_lint";
        // MariaDB has no index of an expression.
        for engine in Engine::here(test, &[Engine::Library, Engine::Postgres]) {
            let statements = statements(&before, engine);
            assert_eq!(statements.len(), before.len(), "{name}: {before:#?}");
            let database = Database::new(engine);
            let schema = format!("{}\n{}\n", files["schema.sql"], statements.join("\n"));
            database.batch(&schema);
            let mut mended = files.clone();
            mended.insert("schema.sql".to_owned(), schema);
            assert!(found(&mended).is_empty(), "{name}, {engine:?}: {:#?}", found(&mended));
        }
    }
}

#[test]
fn an_index_of_the_folded_text_is_the_one_that_is_used() {
    let files = fixture("expression-without-index");
    let index = statements(&found(&files), Engine::Library);
    let connection = rusqlite::Connection::open_in_memory().expect("a database");
    connection.execute_batch(&format!("{}\n{}", files["schema.sql"], index.join("\n"))).expect("the schema");
    let files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    let mut checked = probate::check(&Memory(files.into_iter().collect()));
    checked.refused.clear();
    let compiled = checked.compile().expect("it compiles");
    let script = compiled.iter().find(|one| one.path == "sql/sqlite/purge/leaver.sql").expect("a script");
    let script = String::from_utf8_lossy(&script.bytes).into_owned();
    let condition = "lower(\"mail\".\"address\") in (";
    assert!(script.contains(condition), "{script}");
    let plan = "explain query plan select id from mail where lower(\"mail\".\"address\") in (select email from person)";
    let steps: Vec<String> = connection
        .prepare(plan)
        .expect("a plan")
        .query_map([], |row| row.get(3))
        .expect("rows")
        .map(|step| step.expect("a step"))
        .collect();
    assert!(steps.iter().any(|step| step.contains("USING") && step.contains("mail_address_idx")), "{steps:?}");
}

#[test]
fn an_index_serves_behind_columns_that_the_entry_fixes() {
    let mut files = fixture("owner-without-index.partial");
    assert_eq!(found(&files).len(), 1, "an index of some rows, or behind another column, is none");
    let notes = files["notes.yaml"].replace("owner: person_id,", "owner: person_id, where: \"kind = 'draft'\",");
    files.insert("notes.yaml".to_owned(), notes);
    assert!(found(&files).is_empty(), "{:#?}", found(&files));
}

#[test]
fn what_an_item_says_of_a_column_is_enough() {
    let mended = [
        ("export: none", "export: [signature]"),
        ("export: none", "export: none, mixed: {signature: of all who signed}"),
        ("purge: detach", "purge: delete"),
        ("mention: person_id", "mention: person_id"),
    ];
    for (from, to) in mended {
        let mut files = fixture("looks-personal.rows-stay");
        let notes =
            files["notes.yaml"].replace("owner: person_id, export", "mention: person_id, export").replace(from, to);
        let notes = if to.contains("delete") { notes.replace("mention:", "owner:") } else { notes };
        files.insert("notes.yaml".to_owned(), notes);
        let left: Vec<String> = found(&files).iter().map(|one| one.about.clone()).collect();
        let expected: &[&str] = if from == to { &["note.signature"] } else { &[] };
        assert_eq!(left, expected, "{to}");
    }
}

#[test]
fn a_table_that_is_impersonal_or_names_nobody_is_not_looked_at() {
    let mut files = fixture("looks-personal");
    let about =
        |files: &BTreeMap<String, String>| -> Vec<String> { found(files).into_iter().map(|one| one.about).collect() };
    assert_eq!(about(&files), ["person.phone", "person.home_phone2", "visit.ip_address"]);
    let site = format!("{}impersonal: {{visit: counted by machine}}\n", files["site.yaml"]);
    files.insert("site.yaml".to_owned(), site);
    assert_eq!(about(&files), ["person.phone", "person.home_phone2"]);
}

/// A project as it stands in a folder, with what the tests of retention leave open.
fn project(folder: &Path) -> Memory {
    let mut files = BTreeMap::new();
    for path in crate::cli::tree(folder).into_keys() {
        let name = path.to_str().expect("a name").to_owned();
        let is_compiled = name.starts_with("compiled/") || name.starts_with("lock/");
        let Ok(text) = std::fs::read_to_string(folder.join(&path)) else { continue };
        if !is_compiled {
            files.insert(name, text.replace("[ENGINE]", "[sqlite]").replace(" MOMENT", " timestamp").into_bytes());
        }
    }
    Memory(files.into_iter().collect())
}

/// Of projects whose rules end something, and whose tests show it, nothing else is said.
#[test]
fn a_rule_that_ends_something_is_not_taken_for_one_that_never_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut projects, mut rules) = (0, 0);
    for folder in ["examples", "tests/compile", "tests/retention", "tests/running"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder") {
            let folder = entry.expect("an entry").path();
            let checked = probate::check(&project(&folder));
            let Some(program) = &checked.program else { continue };
            let said: Vec<&Diagnostic> =
                checked.diagnostics().iter().filter(|one| one.code == Code::NeverFires).collect();
            assert!(said.is_empty(), "{}: {said:#?}", folder.display());
            projects += 1;
            rules += program.retention_rules.iter().filter(|rule| rule.at_most.is_some()).count();
        }
    }
    assert!(projects > 40 && rules > 12, "{projects} projects with {rules} rules were looked at");
}

/// What is said never to end anything ends none of the rows there are, and what is not said to ends some.
#[test]
fn a_rule_that_is_said_never_to_end_anything_never_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let rows = "insert into person (id, username, active, seen) values (1, 'ada', 1, 86400), (2, 'ada2', 0, 86400), (3, 'bob', 1, 86400);
insert into course (id, code, person_id, made, ends) values (1, 'open', 1, 86400, 0), (2, 'closed', 2, 86400, 0), (3, 'open', 3, 86400, 0);
insert into post (id, course, author, body, made, sent) values (1, 1, 1, 'old', 86400, null), (2, 2, 2, 'old', 86400, 1), (3, 1, 3, 'old', 7, null);";
    let (mut never, mut some) = (0, 0);
    for name in ["never-fires", "never-fires.duty", "never-fires.overridden", "never-fires.people"] {
        let files = project(&root.join(name)).0;
        let said = probate::check(&Memory(files.clone()));
        let said: Vec<String> = said
            .diagnostics()
            .iter()
            .filter(|one| one.code == Code::NeverFires)
            .map(|one| one.title.split('`').nth(1).expect("a rule").to_owned())
            .collect();
        let text = |name: &str| String::from_utf8(files[name].clone()).expect("a text");
        let site = ["site.yaml", "club.yaml", "retention.yaml"].map(text).join("---\n");
        let schema = text("schema.sql");
        let place = crate::running::Place::made_of(Engine::Shell, &site, &schema, &(schema.clone() + rows)).installed();
        let (simulated, code) = place.json(&["simulate", "--now", "2170-01-01", "--as-of", "2179-12-31"]);
        assert_eq!(code, 0, "{name}");
        for rule in simulated["rules"].as_array().expect("rules").iter().filter(|rule| rule["of"] != "released") {
            let is_never = said.iter().any(|id| rule["id"] == **id);
            assert_eq!(rule["total"] == 0, is_never, "{name}: {rule:#}");
            (never, some) = (never + usize::from(is_never), some + usize::from(!is_never));
        }
    }
    assert!(never == 8 && some == 3, "{never} never, {some} do");
}
