//! What the acceptance list asks for, each shown on a small site and, where rows are concerned, on real rows.

use std::collections::BTreeMap;

use probate::Artefact;
use probate::source::Memory;

use crate::engine::{Database, Engine};

mod campus;
mod elsewhere;
mod groups;
mod leaving;
mod types;
mod unreviewed;

const SCHEMA: &str =
    "create table person (id integer primary key, name text, mail text, phone text, state text not null);
create table note (id integer primary key, person_id integer references person(id), body text);";

const SITE: &str = "kind: Site\nid: small\ntitle: Small\ncontroller: {name: S, contact: s@example.org}\nlocales: [en]\nschema: schema.sql\ndialects: [sqlite, postgres, mariadb]\nsubject: {table: person, key: id, label: name, status: {active: default, suspended: {when: state = 'suspended'}, deleted: {when: state = 'deleted'}}}\n---\nkind: Component\nid: user\ntitle: User\nitems:\n  mail: {title: Mail, rows: [{table: person, owner: id, export: [mail], purge: {overwrite: {mail: null}}}]}\n  phone: {title: Phone, rows: [{table: person, owner: id, export: [phone], purge: {overwrite: {phone: null}}}]}\n  notes: {title: Notes, rows: [{table: note, owner: person_id, export: [body], purge: delete}]}\n";

fn compile(more: &str) -> Result<Vec<Artefact>, String> {
    compile_with(SCHEMA, more)
}

fn compile_with(schema: &str, more: &str) -> Result<Vec<Artefact>, String> {
    let mut files = Memory::default();
    files.0.insert("schema.sql".to_owned(), schema.as_bytes().to_vec());
    files.0.insert("site.yaml".to_owned(), SITE.as_bytes().to_vec());
    files.0.insert("more.yaml".to_owned(), more.as_bytes().to_vec());
    let checked = probate::check(&probate::reviewed(&files));
    let found =
        probate::diagnostic::text(checked.diagnostics(), &checked.project.sources, probate::diagnostic::Style::Plain);
    checked.compile().map_err(|_| found)
}

fn file(artefacts: &[Artefact], path: &str) -> String {
    let artefact =
        artefacts.iter().find(|artefact| artefact.path == path).unwrap_or_else(|| panic!("{path} is compiled"));
    String::from_utf8(artefact.bytes.clone()).expect("text")
}

/// The script of a type for an engine.
fn script(artefacts: &[Artefact], engine: Engine, name: &str) -> String {
    file(artefacts, &format!("sql/{}/{name}.sql", engine.dialect()))
}

/// Three people: the one in question, a near-twin, and somebody else, all in one status.
fn database(artefacts: &[Artefact], engine: Engine, state: &str) -> Database {
    let database = Database::new(engine);
    database.batch(SCHEMA);
    database.must(&script(artefacts, engine, "install"));
    for (id, name) in [(1, "ada"), (2, "ada"), (11, "bob")] {
        database.batch(&format!("insert into person values ({id}, '{name}', 'm@x', '5', '{state}'); insert into note values ({id}, {id}, 'n');"));
    }
    database
}

fn ask(database: &Database, kind: &str, name: &str) {
    database.batch(&format!(
        "insert into probate_request (kind, type, subject, state) values ('{kind}', '{name}', 1, 'approved')"
    ));
}

fn purge_type(id: &str, status: &str, items: &str) -> String {
    format!(
        "---\nkind: PurgeType\nid: {id}\ntitle: The type {id}\ndescription: What {id} is for.\nstatus: {status}\nuse: [manual]\nitems: {{include: [{items}]}}\n"
    )
}

fn export_type(id: &str, items: &str) -> String {
    format!(
        "---\nkind: ExportType\nid: {id}\ntitle: The type {id}\ndescription: What {id} is for.\nuse: [officer]\nitems: {{include: [{items}]}}\n"
    )
}

#[test]
fn a_purge_type_purges_its_items_and_no_others() {
    let artefacts = compile(&purge_type("one", "suspended", "user.mail, user.notes")).expect("it compiles");
    for engine in Engine::each("a_purge_type_purges_its_items_and_no_others") {
        let database = database(&artefacts, engine, "suspended");
        ask(&database, "purge", "one");
        database.must(&script(&artefacts, engine, "purge/one"));
        assert_eq!(database.number("select count(*) from person where mail = 'm@x'"), Some(2));
        let left = database.number("select count(*) from person where phone = '5'");
        assert_eq!(left, Some(3), "the telephone was not selected");
        assert_eq!(database.number("select count(*) from note"), Some(2));
    }
}

#[test]
fn a_purge_type_is_for_one_status() {
    let types = [
        purge_type("s", "suspended", "user.mail"),
        purge_type("d", "deleted", "user.mail"),
        purge_type("a", "active", "user.mail"),
    ];
    let artefacts = compile(&types.concat()).expect("it compiles");
    for engine in Engine::each("a_purge_type_is_for_one_status") {
        for (state, right) in [("suspended", "s"), ("deleted", "d"), ("other", "a")] {
            for name in ["s", "d", "a"] {
                let database = database(&artefacts, engine, state);
                ask(&database, "purge", name);
                database.must(&script(&artefacts, engine, &format!("purge/{name}")));
                let done = database.number("select count(*) from person where mail is null");
                assert_eq!(done, Some(i64::from(name == right)), "{engine:?}: {name} on {state}");
            }
        }
    }
    let two =
        compile("kind: PurgeType\nid: two\ntitle: T\nstatus: [suspended, deleted]\nitems: {include: [user.mail]}\n");
    assert!(two.is_err_and(|found| found.contains("wrong-type")), "exactly one status");
}

#[test]
fn an_item_for_other_statuses_is_left_out_by_a_pattern() {
    let login = "kind: Component\nid: login\ntitle: Login\nitems:\n  mail: {title: Mail, only: [deleted], rows: [{table: person, owner: id, columns: [mail], purge: empty}]}\n  phone: {title: Phone, rows: [{table: person, owner: id, columns: [phone], purge: empty}]}\n";
    let types = [purge_type("s", "suspended", "\"login.*\""), purge_type("d", "deleted", "\"login.*\"")];
    let artefacts = compile(&[login, &types.concat()].concat()).expect("it compiles");
    for engine in Engine::each("an_item_for_other_statuses_is_left_out_by_a_pattern") {
        for (state, name, mails) in [("suspended", "s", 3), ("deleted", "d", 2)] {
            let script = script(&artefacts, engine, &format!("purge/{name}"));
            let (header, statements): (Vec<&str>, Vec<&str>) =
                script.lines().partition(|line| line.starts_with("-- Left alone"));
            let said = "-- Left alone, because they are not for this status: login.mail.";
            assert_eq!(header, if mails == 3 { vec![said] } else { Vec::new() });
            assert_eq!(statements.concat().contains("mail"), mails == 2, "{script}");
            let database = database(&artefacts, engine, state);
            ask(&database, "purge", name);
            database.must(&script);
            assert_eq!(database.number("select count(*) from person where mail = 'm@x'"), Some(mails));
            assert_eq!(database.number("select count(*) from person where phone = '5'"), Some(2));
        }
    }
}

/// Tables that are called as the compiler would call the rows of its queries.
const ODD: &str = "create table claimed (id integer primary key, name text, state text not null);
create table probate_1 (id integer primary key, claimed_id integer references claimed(id), up integer references probate_1(id), body text);
create table probate_person (id integer primary key, probate_1_id integer references probate_1(id), by_id integer references claimed(id));";
const ODD_SITE: &str = "kind: Site\nid: odd\ntitle: Odd\ncontroller: {name: S, contact: s@example.org}\nlocales: [en]\nschema: schema.sql\ndialects: [sqlite, postgres, mariadb]\nsubject: {table: claimed, key: id, label: name, status: {active: default, left: {when: state = 'left'}}}\n---\nkind: Component\nid: odd\ntitle: Odd\nitems:\n  notes: {title: Notes, rows: [{table: probate_1, owner: claimed_id, where: up.body = 'top', export: [body, {above: up.body}], purge: {overwrite: {body: gone}}}]}\n  remarks: {title: Remarks, rows: [{table: probate_person, owner: probate_1_id.claimed_id, export: [by_id]}]}\n";

#[test]
fn tables_may_be_called_as_rows_of_our_queries() {
    let mut files = Memory::default();
    let types = [purge_type("leaver", "left", "odd.notes"), export_type("all", "\"*\"")].concat();
    files.0.insert("schema.sql".to_owned(), ODD.as_bytes().to_vec());
    files.0.insert("site.yaml".to_owned(), format!("{ODD_SITE}{types}").into_bytes());
    let artefacts = probate::check(&probate::reviewed(&files)).compile().expect("it compiles");
    for engine in
        Engine::here("tables_may_be_called_as_rows_of_our_queries", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        let database = Database::new(engine);
        database.batch(ODD);
        database.must(&script(&artefacts, engine, "install"));
        database.batch("insert into claimed values (1, 'ada', 'left'), (2, 'bob', 'here');");
        database
            .batch("insert into probate_1 values (1, 1, null, 'top'), (2, 1, 1, 'a'), (3, 1, 2, 'b'), (4, 2, 1, 'c');");
        database.batch("insert into probate_person values (7, 1, 2);");
        ask(&database, "export", "all");
        let lines = database.must(&script(&artefacts, engine, "export/all"));
        assert!(lines.contains("bob") && lines.contains("top") && !lines.contains("\"b\""), "{engine:?}: {lines}");
        ask(&database, "purge", "leaver");
        database.must(&script(&artefacts, engine, "purge/leaver"));
        assert_eq!(database.number("select id from probate_1 where body = 'gone'"), Some(2));
        assert_eq!(database.number("select count(*) from probate_1 where body = 'gone'"), Some(1), "{engine:?}");
    }
}

#[test]
fn several_export_types_take_different_items() {
    let artefacts =
        compile(&[export_type("contact", "user.mail, user.phone"), export_type("notes", "user.notes")].concat())
            .expect("it compiles");
    for engine in
        Engine::here("several_export_types_take_different_items", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        for (name, holds, lacks) in [("contact", "m@x", "\"n\""), ("notes", "\"n\"", "m@x")] {
            let database = database(&artefacts, engine, "active");
            ask(&database, "export", name);
            let lines = database.must(&script(&artefacts, engine, &format!("export/{name}")));
            assert!(lines.contains(holds) && !lines.contains(lacks), "{engine:?} {name}: {lines}");
        }
    }
}

#[test]
fn sensitive_data_is_kept_out_of_an_export() {
    let private = "---\nkind: Component\nid: clinic\ntitle: Clinic\nitems:\n  visits: {title: Visits, rows: [{table: note, owner: person_id, as: visits, export: [id], purge: delete}]}\n";
    let safe = export_type("safe", "\"*\"").replace("]}\n", "], exclude: [user.phone, \"clinic.*\"]}\n");
    let artefacts = compile(&[private, &export_type("all", "\"*\""), &safe].concat()).expect("it compiles");
    for engine in Engine::each("sensitive_data_is_kept_out_of_an_export") {
        let database = database(&artefacts, engine, "active");
        for (name, sensitive) in [("all", true), ("safe", false)] {
            ask(&database, "export", name);
            let lines = database.must(&script(&artefacts, engine, &format!("export/{name}")));
            assert!(lines.contains("m@x"), "{engine:?} {name}: {lines}");
            for mark in ["\"phone\"", "clinic.visits"] {
                assert_eq!(lines.contains(mark), sensitive, "{engine:?} {name}: {lines}");
            }
            // Of the table itself only the named columns are printed, in either.
            assert!(!lines.contains("ada"), "{engine:?} {name}: {lines}");
        }
    }
}

#[test]
fn what_is_ticked_is_taken_and_what_is_not_is_not() {
    let items = ["user.mail", "user.phone", "user.notes"];
    let ticked =
        |ticks: usize| items.iter().enumerate().filter(move |(at, _)| ticks >> at & 1 == 1).map(|(_, item)| *item);
    let of = |ticks: usize| ticked(ticks).collect::<Vec<_>>().join(", ");
    let types: Vec<String> = (1..8).map(|ticks| export_type(&format!("t{ticks}"), &of(ticks))).collect();
    let artefacts = compile(&types.concat()).expect("it compiles");
    for engine in Engine::each("what_is_ticked_is_taken_and_what_is_not_is_not") {
        let database = database(&artefacts, engine, "active");
        for ticks in 1..8 {
            ask(&database, "export", &format!("t{ticks}"));
            let printed = database.must(&script(&artefacts, engine, &format!("export/t{ticks}")));
            let lines = printed.lines().skip(1).map(|line| serde_json::from_str(line).expect("JSON"));
            let mut found: Vec<String> =
                lines.map(|line: serde_json::Value| line["item"].as_str().expect("a name").to_owned()).collect();
            let mut expected: Vec<&str> = ticked(ticks).collect();
            found.sort();
            expected.sort_unstable();
            assert_eq!(found, expected, "{engine:?}");
        }
    }
    assert!(compile(&export_type("none", "")).is_err(), "nothing ticked is no type");
}

/// A function of PostgreSQL takes a hundred arguments.
#[test]
fn a_wide_row_is_exported_whole() {
    let columns: Vec<String> = (0..120).map(|at| format!("c{at}")).collect();
    let declared: String = columns.iter().map(|name| format!(", {name} text")).collect();
    let wide = format!("create table wide (id integer primary key, a integer, b integer{declared});");
    let entry = |owner: &str| format!("{{table: wide, owner: {owner}, export: [{}]}}", columns.join(", "));
    let items = format!(
        "---\nkind: Component\nid: wide\ntitle: W\nitems:\n  one: {{title: O, rows: [{}]}}\n  two: {{title: T, rows: [{}, {}]}}\n",
        entry("a"),
        entry("a"),
        entry("b")
    );
    let schema = format!("{SCHEMA}\n{wide}");
    let artefacts = compile_with(&schema, &[items, export_type("wide", "wide.*")].concat()).expect("it compiles");
    for engine in Engine::here("a_wide_row_is_exported_whole", &[Engine::Shell, Engine::Postgres, Engine::Mariadb]) {
        let database = database(&artefacts, engine, "active");
        database.batch(&format!(
            "{wide} insert into wide (id, a, b, c0, c70) values (1, 1, 2, '{{}}', 'x'), (2, 2, 2, '', '')"
        ));
        ask(&database, "export", "wide");
        let printed = database.must(&script(&artefacts, engine, "export/wide"));
        let rows: Vec<serde_json::Value> =
            printed.lines().skip(1).map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(rows.len(), 2, "{engine:?}: {printed}");
        for row in rows {
            let row = row["row"].as_object().expect("a row");
            assert_eq!(row.len(), 120, "{engine:?}");
            assert_eq!((&row["c0"], &row["c70"], row["c119"].is_null()), (&"{}".into(), &"x".into(), true));
        }
    }
}

#[test]
fn types_have_a_name_an_id_and_a_description() {
    types_are_named(export_type);
}

#[test]
fn purge_types_have_a_name_an_id_and_a_description() {
    types_are_named(|id, items| purge_type(id, "deleted", items));
}

fn types_are_named(write: impl Fn(&str, &str) -> String) {
    let program = |yaml: &str| {
        let mut files = Memory::default();
        files.0.insert("schema.sql".to_owned(), SCHEMA.as_bytes().to_vec());
        files.0.insert("site.yaml".to_owned(), format!("{SITE}{yaml}").into_bytes());
        probate::check(&probate::reviewed(&files)).program.expect("a program")
    };
    let found = program(&write("one", "user.mail"));
    let named: BTreeMap<&str, (&str, Option<&str>)> = found
        .export_types
        .iter()
        .map(|one| (one.id.as_str(), &one.title, one.description.as_ref()))
        .chain(found.purge_types.iter().map(|one| (one.id.as_str(), &one.title, one.description.as_ref())))
        .map(|(id, title, description)| {
            (id, (title.in_locale("en", "en").0, description.map(|text| text.in_locale("en", "en").0)))
        })
        .collect();
    assert_eq!(named["one"], ("The type one", Some("What one is for.")));
    let twice = compile(&[write("one", "user.mail"), write("one", "user.phone")].concat());
    assert!(twice.is_err_and(|found| found.contains("duplicate-id")), "ids are unique");
    let unnamed = compile(&write("one", "user.mail").replace("title: The type one\n", ""));
    assert!(unnamed.is_err_and(|found| found.contains("missing-key")), "a name is needed");
}

#[test]
fn any_law_can_be_the_ground() {
    let purpose = |basis: &str| format!("kind: Purpose\nid: p\ntitle: P\nlawful_basis: [{basis}]\n");
    for basis in ["gdpr.6.1.a", "gdpr.6.1.f", "{law: LGPD, article: \"7, I\"}", "{law: POPIA, article: \"11\"}"] {
        assert!(compile(&purpose(basis)).is_ok(), "{basis}");
    }
    assert!(compile(&purpose("gdpr.6.1.g")).is_err_and(|found| found.contains("invalid-value")));
}

fn policies() -> Vec<Artefact> {
    let policy = |id: &str, kind: &str, text: &str| {
        format!(
            "---\nkind: SitePolicy\nid: {id}\ntype: {kind}\ntitle: About {id}\nversions:\n  - version: \"1\"\n    status: published\n    text: \"{text}\"\n"
        )
    };
    let question = "    statements:\n      - {id: news, asks: consent, purpose: news, text: May we write to you?, agree: \"Yes, please\", decline: \"No, thank you\"}\n";
    let purpose = "---\nkind: Purpose\nid: news\ntitle: Sending the newsletter\nlawful_basis: [gdpr.6.1.a]\nrecipients: [{name: Post Office Ltd, country: IE}]\n";
    let all = [
        purpose.to_owned(),
        policy("privacy", "privacy", "What we keep."),
        question.to_owned(),
        policy("use", "terms", "How to behave."),
        policy("honesty", "integrity", "No copying."),
    ];
    compile(&all.concat()).expect("it compiles")
}

#[test]
fn several_policies_of_several_kinds_are_shown() {
    let artefacts = policies();
    let index = file(&artefacts, "consent/en/index.html");
    for (id, text) in [("privacy", "What we keep."), ("use", "How to behave."), ("honesty", "No copying.")] {
        assert!(index.contains(&format!("About {id}")), "{index}");
        assert!(file(&artefacts, &format!("consent/en/policies/{id}/v1.html")).contains(text));
    }
}

#[test]
fn a_form_says_what_for_and_on_what_ground() {
    let form = file(&policies(), "consent/en/consent.html");
    for part in
        ["May we write to you?", "Yes, please", "No, thank you", "Sending the newsletter", "6(1)(a)", "Post Office Ltd"]
    {
        assert!(form.contains(part), "{part}: {form}");
    }
}
