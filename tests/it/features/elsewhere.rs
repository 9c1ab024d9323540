//! What a component does not store itself, and settings that belong to a place.

use probate::Artefact;
use probate::source::Memory;

use super::{ask, export_type, purge_type, script};
use crate::engine::{Database, Engine};

const SCHEMA: &str = "create table person (id integer primary key, name text, state text not null);
create table course (id integer primary key, shown boolean not null);
create table message (id integer primary key, sender integer references person(id), component text, body text);
create table enrolment (id integer primary key, person_id integer references person(id), method text);
create table credential (id integer primary key, person_id integer references person(id), token text);
create table upload (id integer primary key, person_id integer references person(id), source text, body text);
create table preference (id integer primary key, person_id integer references person(id), name text, value text);";

const SITE: &str = "kind: Site\nid: small\ntitle: Small\ncontroller: {name: S, contact: s@example.org}\nlocales: [en]\nschema: schema.sql\ndialects: [sqlite, postgres, mariadb]\nsubject: {table: person, key: id, label: name, status: {active: default, deleted: {when: state = 'deleted'}}}\ncontexts: {course: {table: course, key: id}}\npreferences: {table: preference, owner: person_id, name: name, value: value}\n---\nkind: Purpose\nid: originality\ntitle: Finding copies\nlawful_basis: [gdpr.6.1.f]\n---\nkind: Component\nid: core_message\ntitle: Messages\nitems:\n  sent: {title: Sent, rows: [{table: message, owner: sender, export: [component, body], purge: delete}]}\n---\nkind: Component\nid: core_enrol\ntitle: Enrolments\nitems:\n  enrolments: {title: Enrolments, rows: [{table: enrolment, owner: person_id, export: [method], purge: delete}]}\n---\nkind: Component\nid: core_files\ntitle: Files\nitems:\n  uploads: {title: Uploads, rows: [{table: upload, owner: person_id, export: [body], purge: delete}]}\n";

const REMINDER: &str = "---\nkind: Component\nid: reminder\ntitle: Reminders\nitems:\n  settings: {title: Settings, preferences: [reminder]}\n";
const CLOUD: &str = "---\nkind: Component\nid: cloud\ntitle: Cloud\ndeclares:\n  delegates: [core_files]\n  external: {drive: {title: The drive, sends: {search: What you search for}, purpose: originality, recipient: Drive Ltd, country: US}}\nitems:\n  credentials: {title: Credentials, rows: [{table: credential, owner: person_id, export: [id], purge: delete}]}\n";
const COPIES: &str = "---\nkind: Component\nid: copies\ntitle: Check for copies\ndeclares:\n  external: {checker: {title: The checker, sends: {text: The text you hand in}, purpose: originality, recipient: Checker LLC, country: US}}\n  session: [draft]\n";
const METHOD: &str = "---\nkind: Component\nid: enrol_self\ntitle: Self-enrolment\ndeclares: {nothing: Enrolments are stored by core_enrol.}\n";
const FORUM: &str = "---\nkind: Component\nid: forum\ntitle: Forum\nitems:\n  sort: {title: Sorting, preferences: [{name: \"sort_{place}\", place: course}]}\n  editor: {title: Editor, preferences: [editor]}\n";

fn types() -> String {
    let here = purge_type("here", "deleted", "\"*\"").replace("use:", "within: {course: shown}\nuse:");
    [export_type("all", "\"*\""), purge_type("go", "deleted", "\"*\""), here].concat()
}

fn compile(components: &[&str]) -> Result<Vec<Artefact>, String> {
    let mut files = Memory::default();
    files.0.insert("schema.sql".to_owned(), SCHEMA.as_bytes().to_vec());
    files.0.insert("site.yaml".to_owned(), [SITE, &components.concat(), &types()].concat().into_bytes());
    let checked = probate::check(&probate::reviewed(&files));
    let found =
        probate::diagnostic::text(checked.diagnostics(), &checked.project.sources, probate::diagnostic::Style::Plain);
    checked.compile().map_err(|_| found)
}

/// Ada (1), her near-twin (11) and Bob (2), all deleted.
fn database(artefacts: &[Artefact], engine: Engine) -> Database {
    let database = Database::new(engine);
    database.batch(SCHEMA);
    database.must(&script(artefacts, engine, "install"));
    database.batch("insert into course values (5, true), (6, false);");
    for (id, name) in [(1, "ada"), (11, "ada"), (2, "bob")] {
        database.batch(&format!(
            "insert into person values ({id}, '{name}', 'deleted');
             insert into message values ({id}, {id}, 'reminder', 'remember {id}.');
             insert into enrolment values ({id}, {id}, 'enrol_self');
             insert into credential values ({id}, {id}, 'secret {id}.');
             insert into upload values ({id}, {id}, 'cloud', 'file {id}.');
             insert into preference values ({id}1, {id}, 'sort_5', 'five {id}.'), ({id}2, {id}, 'sort_6', 'six {id}.'), ({id}3, {id}, 'sort_7', 'gone {id}.'),
               ({id}4, {id}, 'editor', 'plain {id}.'), ({id}5, {id}, 'reminder', 'on {id}.');"
        ));
    }
    database
}

fn exported(artefacts: &[Artefact], database: &Database) -> String {
    ask(database, "export", "all");
    database.must(&script(artefacts, database.engine, "export/all"))
}

fn purged(artefacts: &[Artefact], database: &Database, name: &str) -> String {
    ask(database, "purge", name);
    database.must(&script(artefacts, database.engine, &format!("purge/{name}")))
}

/// A component that sends messages says nothing of them, and they stay when it is gone.
#[test]
fn messages_belong_to_the_component_that_stores_them() {
    let with = compile(&[REMINDER]).expect("a component that sends messages need not declare them");
    let without = compile(&[]).expect("it compiles");
    for engine in Engine::here(
        "messages_belong_to_the_component_that_stores_them",
        &[Engine::Shell, Engine::Postgres, Engine::Mariadb],
    ) {
        for (artefacts, installed) in [(&with, true), (&without, false)] {
            let database = database(artefacts, engine);
            let printed = exported(artefacts, &database);
            let messages: Vec<&str> = printed.lines().filter(|line| line.contains("remember 1.")).collect();
            assert_eq!(messages.len(), 1, "{engine:?}: shown once, by the messages alone: {printed}");
            assert!(messages[0].contains("core_message.sent"), "{engine:?}: {printed}");
            assert_eq!(printed.contains("reminder.settings"), installed, "{engine:?}: {printed}");
            assert!(!printed.contains("remember 11.") && !printed.contains("elsewhere"), "{engine:?}: {printed}");
            purged(artefacts, &database, "go");
            assert_eq!(database.number("select count(*) from message"), Some(2), "{engine:?}");
            assert_eq!(database.number("select count(*) from message where sender = 1"), Some(0), "{engine:?}");
        }
    }
}

#[test]
fn a_repository_declares_what_it_passes_on() {
    let artefacts = compile(&[CLOUD]).expect("it compiles");
    for engine in
        Engine::here("a_repository_declares_what_it_passes_on", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        let database = database(&artefacts, engine);
        let printed = exported(&artefacts, &database);
        let title = serde_json::from_str::<serde_json::Value>(printed.lines().next().expect("a title")).expect("JSON");
        let cloud = &title["elsewhere"]["cloud"];
        assert_eq!(cloud["external"]["drive"]["recipient"], "Drive Ltd", "{engine:?}: {printed}");
        assert_eq!(cloud["delegates"], "core_files", "{engine:?}: {printed}");
        let file = printed.lines().find(|line| line.contains("file 1.")).expect("her file");
        assert!(file.contains("core_files.uploads"), "{engine:?}: whoever stores it shows it");
        assert!(printed.contains("cloud.credentials"), "{engine:?}: what it stores itself is its own");
        purged(&artefacts, &database, "go");
        assert_eq!(database.number("select count(*) from credential where person_id = 1"), Some(0), "{engine:?}");
        let told = database.text("select body from probate_outbox where kind = 'recipient'").expect("a line");
        assert!(told.contains("Drive Ltd") && told.contains("\"subject\":1}"), "{engine:?}: {told}");
    }
    let wrong = compile(&[&CLOUD.replace("[core_files]", "[core_file]")]);
    assert!(wrong.is_err_and(|found| found.contains("core_files")), "a delegate is a component");
}

#[test]
fn session_data_is_named_and_not_exported() {
    let artefacts = compile(&[COPIES]).expect("it compiles");
    for engine in
        Engine::here("session_data_is_named_and_not_exported", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        let printed = exported(&artefacts, &database(&artefacts, engine));
        let (title, rows) = printed.split_once('\n').expect("a title and rows");
        assert!(title.contains("session") && title.contains("draft"), "{engine:?}: {title}");
        assert!(!rows.contains("copies") && !rows.contains("draft"), "{engine:?}: {rows}");
    }
}

#[test]
fn whoever_only_sends_data_out_says_so() {
    let artefacts = compile(&[COPIES]).expect("a component need not store anything");
    let returned = COPIES.to_owned()
        + "items:\n  returned: {title: Returned, rows: [{table: upload, owner: person_id, where: \"source = 'copies'\", as: returned, export: [body]}]}\n";
    let returns = compile(&[&returned]).expect("it may store what comes back");
    for engine in
        Engine::here("whoever_only_sends_data_out_says_so", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        let database = database(&artefacts, engine);
        let printed = exported(&artefacts, &database);
        let title = serde_json::from_str::<serde_json::Value>(printed.lines().next().expect("a title")).expect("JSON");
        let checker = &title["elsewhere"]["copies"]["external"]["checker"];
        assert_eq!(checker["purpose"], "Finding copies", "{engine:?}: {title}");
        assert_eq!(checker["country"], "US", "{engine:?}: {title}");
        assert_eq!(checker["sends"]["text"], "The text you hand in", "{engine:?}: {title}");
        purged(&artefacts, &database, "go");
        assert_eq!(
            database.number("select count(*) from probate_outbox"),
            Some(0),
            "{engine:?}: nothing of it is purged"
        );
        database.batch("insert into upload values (99, 1, 'copies', 'a report')");
        let printed = exported(&returns, &database);
        assert!(printed.contains("copies.returned") && printed.contains("a report"), "{engine:?}: {printed}");
    }
    let bare = "---\nkind: Component\nid: copies\ntitle: Check for copies\n";
    assert!(compile(&[bare]).is_err_and(|found| found.contains("empty-component")), "saying nothing is a mistake");
    let half = COPIES.replace(", recipient: Checker LLC", "");
    assert!(compile(&[&half]).is_err_and(|found| found.contains("needs `recipient`")), "who gets it is said");
}

/// Settings of the whole site and settings of a place stand in one table, and are told apart by their names.
#[test]
fn settings_of_a_place_are_its_own() {
    let artefacts = compile(&[FORUM]).expect("it compiles");
    for engine in Engine::here("settings_of_a_place_are_its_own", &[Engine::Shell, Engine::Postgres, Engine::Mariadb]) {
        let database = database(&artefacts, engine);
        let printed = exported(&artefacts, &database);
        for (text, shown) in
            [("five 1.", true), ("six 1.", true), ("plain 1.", true), ("gone 1.", false), ("five 11.", false)]
        {
            assert_eq!(printed.contains(text), shown, "{engine:?}: {text}: {printed}");
        }
        purged(&artefacts, &database, "here");
        let left = || database.number("select sum(id) from preference where person_id = 1").expect("a sum");
        assert_eq!(left(), 12 + 13 + 14 + 15, "{engine:?}: only of the place that is shown");
        purged(&artefacts, &database, "go");
        assert_eq!(left(), 13 + 15, "{engine:?}: of every place, and of the site");
        assert_eq!(database.number("select count(*) from preference where person_id <> 1"), Some(10), "{engine:?}");
    }
}

#[test]
fn an_enrolment_belongs_to_the_core() {
    let artefacts = compile(&[METHOD]).expect("it compiles");
    for engine in Engine::here("an_enrolment_belongs_to_the_core", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        let database = database(&artefacts, engine);
        let printed = exported(&artefacts, &database);
        let title = serde_json::from_str::<serde_json::Value>(printed.lines().next().expect("a title")).expect("JSON");
        assert_eq!(title["elsewhere"]["enrol_self"]["nothing"], "Enrolments are stored by core_enrol.", "{engine:?}");
        let line = printed.lines().find(|line| line.contains("core_enrol.enrolments")).expect("her enrolment");
        assert!(line.contains("enrol_self"), "{engine:?}: by which method is seen: {line}");
        purged(&artefacts, &database, "go");
        assert_eq!(database.number("select count(*) from enrolment"), Some(2), "{engine:?}");
    }
}
