//! `check --db`: what a live database has otherwise than the project's schema, and rows that no purge reaches.

use std::collections::BTreeMap;

use serde_json::Value;

use super::planted::{END, PLANTED};
use super::{Place, engines, text_of};
use crate::cli::{code, stderr, stdout};
use crate::engine::Engine;

/// Codes that only a database gives.
const OF_A_DATABASE: &[&str] = &["missing-in-database", "differs-in-database", "not-in-schema"];

/// The club, with the schema of each database read as its own.
fn own_schemas() -> String {
    text_of("club", "site.yaml")
        .replace("schema: schema.sql", "schema: {sqlite: schema.sql, postgres: schema.sql, mariadb: schema.sql}")
}

/// What the database is told to be otherwise: code and message.
pub fn said(report: &Value) -> Vec<(String, String)> {
    let found = report["diagnostics"].as_array().expect("findings").iter();
    let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    let found = found.map(|one| (text(one, "code"), text(one, "message")));
    found.filter(|(code, _)| OF_A_DATABASE.contains(&code.as_str())).collect()
}

/// Of each entry and part: rows whose person is gone, and rows whose way breaks; those without any are left out.
fn orphans(report: &Value) -> BTreeMap<(String, String), (u64, u64)> {
    let all = report["database"]["orphans"].as_array().expect("a list").iter();
    let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    let rows = |one: &Value, key: &str| one["rows"][key].as_u64().expect("a number");
    let all =
        all.map(|one| ((text(one, "item"), text(one, "table")), (rows(one, "person_gone"), rows(one, "way_broken"))));
    all.filter(|(_, rows)| *rows != (0, 0)).collect()
}

/// The club, whose policy speaks of the tool's own tables, too.
fn with_records() -> String {
    let records = "records: {title: Records, purpose: membership, keep_for: P1D}\ndefaults:";
    text_of("club", "site.yaml").replace("defaults:", records)
}

#[test]
fn a_project_and_a_database_in_agreement_say_nothing() {
    for engine in engines("a_project_and_a_database_in_agreement_say_nothing") {
        for site in [text_of("club", "site.yaml"), own_schemas(), with_records()] {
            let schema = text_of("club", "schema.sql");
            let place = Place::made_of(engine, &site, &schema, &(schema.clone() + &text_of("club", "rows.sql")));
            for installed in [false, true] {
                if installed {
                    place.must(&["install", "."]);
                }
                let before = place.database.dump();
                let (report, ended) = place.json(&["check", ".", "--db"]);
                assert_eq!((said(&report), ended), (Vec::new(), 0), "{engine:?}: {report:#}");
                assert_eq!(report["database"]["dialect"], engine.dialect());
                assert_eq!(report["database"]["tables"], 4, "without the tool's own");
                assert!(orphans(&report).is_empty() && report["database"]["unread"] == serde_json::json!([]));
                assert_eq!(place.must(&["check", ".", "--db"]), "", "nothing on standard output");
                assert_eq!(place.database.dump(), before, "nothing is written");
            }
        }
    }
}

#[test]
fn the_tables_of_the_tool_are_known_by_name() {
    for engine in engines("the_tables_of_the_tool_are_known_by_name") {
        let place = Place::bare(engine);
        let host: Vec<String> = place.database.dump().into_keys().collect();
        place.must(&["install", "."]);
        for table in place.database.dump().into_keys().filter(|table| !host.contains(table)) {
            assert!(probate::plan::OWN.contains(&&*table), "{engine:?}: `{table}` is made by `install`");
        }
    }
}

/// What some of the differences are made of.
fn types(engine: Engine) -> &'static str {
    match engine {
        Engine::Postgres | Engine::Savepoints => {
            "create type some_state as enum ('active', 'suspended');
             create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);\n"
        }
        Engine::Library | Engine::Shell | Engine::Mariadb | Engine::Forced => "",
    }
}

#[test]
fn what_the_database_has_otherwise_is_named() {
    for engine in engines("what_the_database_has_otherwise_is_named") {
        let schema = text_of("club", "schema.sql");
        for one in PLANTED.iter().filter(|one| one.only.is_none_or(|only| only == engine.dialect())) {
            let changed = if one.stands.contains("body_") {
                schema.replace(
                    "body text not null);\ncreate index note_person",
                    "body_ varchar(80) not null);\ncreate index note_person",
                )
            } else {
                schema.clone()
            };
            let stands = if one.instead == END { format!("{END}\n{}", one.stands) } else { one.stands.to_owned() };
            let mut made = changed.replacen(one.instead, &stands, 1);
            if one.stands.contains("stored_") {
                made = made.replace("on stored ", "on stored_ ");
            }
            assert_ne!(made, schema, "`{}` is planted", one.stands);
            let place = Place::made_of(engine, &own_schemas(), &schema, &(types(engine).to_owned() + &made));
            let (report, ended) = place.json(&["check", ".", "--db"]);
            let found = said(&report);
            let is_error = one.said.iter().any(|(code, _)| *code != "not-in-schema");
            assert_eq!(ended, i32::from(is_error), "{engine:?} `{}`: {found:?}", one.stands);
            assert_eq!(found.len(), one.said.len(), "{engine:?} `{}`: {found:#?}", one.stands);
            for (code, part) in one.said {
                let is_said = found.iter().any(|(of, message)| of == code && message.contains(part));
                assert!(is_said, "{engine:?} `{}`: no {code} with `{part}` among {found:#?}", one.stands);
            }
            // Each error has its place in the project's own files.
            for finding in report["diagnostics"].as_array().expect("findings") {
                let needs_place =
                    ["missing-in-database", "differs-in-database"].map(Value::from).contains(&finding["code"]);
                assert!(!needs_place || finding["location"]["file"] == "schema.sql", "{finding:#}");
                assert!(!needs_place || finding["related"][0]["location"]["file"] == "site.yaml", "{finding:#}");
            }
        }
    }
}

#[test]
fn a_difference_that_only_one_kind_of_database_can_have_is_none() {
    // One schema, which SQLite's rules read: no length counts there.
    for engine in engines("a_difference_that_only_one_kind_of_database_can_have_is_none") {
        let schema = text_of("club", "schema.sql")
            .replace("state varchar(20) not null", "state varchar(20) not null, on_list boolean");
        let site = text_of("club", "site.yaml").replace("columns: [mail]", "columns: [mail, on_list]");
        let place = Place::made_of(engine, &site, &schema, &schema);
        let (report, ended) = place.json(&["check", ".", "--db"]);
        assert_eq!((said(&report), ended), (Vec::new(), 0), "{engine:?}: {report:#}");
    }
}

#[test]
fn a_part_of_a_known_table_is_not_new() {
    for engine in Engine::here("a_part_of_a_known_table_is_not_new", &[Engine::Postgres]) {
        let schema = text_of("club", "schema.sql");
        let made = schema
            .replace("create table stored (id integer primary key, area text not null", "create table stored (id integer, area text not null")
            .replace("hash varchar(80) not null);", "hash varchar(80) not null, primary key (id)) partition by range (id);\ncreate table stored_1 partition of stored for values from (0) to (1000);");
        let place = Place::made_of(engine, &own_schemas(), &schema, &made);
        let (report, ended) = place.json(&["check", ".", "--db"]);
        assert_eq!((said(&report), ended), (Vec::new(), 0), "{report:#}");
        assert_eq!(report["database"]["tables"], 5);
    }
}

#[test]
fn a_foreign_key_from_another_schema_is_seen() {
    for engine in Engine::here("a_foreign_key_from_another_schema_is_seen", &[Engine::Postgres]) {
        let place = Place::bare(engine);
        let other = format!("{}_other", place.database.name());
        let home = place.database.name();
        place.database.batch(&format!(
            "create schema {other}; create table {other}.vote (id integer primary key, note_id integer references {home}.note(id) on delete cascade);
             create table {other}.unrelated (id integer primary key);"
        ));
        let (report, ended) = place.json(&["check", ".", "--db"]);
        place.database.batch(&format!("drop schema {other} cascade"));
        let found = said(&report);
        assert_eq!(ended, 1, "{found:?}");
        // What the tables of another schema do to theirs cannot be guarded: it is taken for the worst.
        assert!(
            found
                .iter()
                .any(|(code, text)| code == "differs-in-database" && text.contains(&format!("rows of `{other}.vote`"))),
            "{found:?}"
        );
        assert!(!found.iter().any(|(_, text)| text.contains("unrelated")), "{found:?}");
    }
}

#[test]
fn orphans_are_counted_exactly() {
    const EXPECTED: &[(&str, &str, u64, u64)] = &[
        // By bytes, whatever the column's collation.
        ("club.badges", "badge", 2, 0),
        ("club.caches", "cache", 1, 0),
        ("club.drafts", "draft", 1, 0),
        ("club.edited", "page", 1, 0),
        ("club.logins", "login", 1, 0),
        ("club.posts", "post", 1, 1),
        ("club.posts", "reply", 0, 1),
        ("club.received", "message", 1, 0),
        ("club.sent", "message", 1, 0),
        ("club.settings", "setting", 2, 0),
        ("club.teams", "team", 1, 1),
        ("club.threads", "thread", 1, 0),
        ("club.votes", "vote", 1, 2),
    ];
    for engine in engines("orphans_are_counted_exactly") {
        let place = Place::bare_of(engine, "orphans");
        let before = place.database.dump();
        let (report, ended) = place.json(&["check", ".", "--db"]);
        assert_eq!((said(&report), ended), (Vec::new(), 0), "{engine:?}");
        let expected = EXPECTED
            .iter()
            .map(|(item, table, gone, broken)| (((*item).to_owned(), (*table).to_owned()), (*gone, *broken)));
        assert_eq!(orphans(&report), expected.collect(), "{engine:?}");
        let ran = place.run(&["check", ".", "--db"]);
        assert_eq!(code(&ran), 0, "{}", stderr(&ran));
        insta::assert_snapshot!("orphans", stdout(&ran));
        assert!(stderr(&ran).contains("orphans, by item: 19; no purge reaches these rows"), "{}", stderr(&ran));
        assert_eq!(place.database.dump(), before, "nothing is written");
    }
}

#[test]
fn orphans_of_people_whose_keys_are_texts_are_told_apart_by_bytes() {
    const SCHEMA: &str =
        "create table person (id varchar(40) primary key, name varchar(80) not null, state varchar(20) not null);
create table note (id integer primary key, person_id varchar(40), body varchar(80));
create table remark (id integer primary key, note_id integer, code varchar(20), body varchar(80));
create table code (code varchar(20) primary key, person_id varchar(40));
create table piece (id integer primary key, code varchar(20));\n";
    const ROWS: &str = "insert into person values ('bob', 'Bob', 'active'), ('é', 'E', 'active');
insert into note values (1, 'bob', ''), (2, 'BOB', ''), (3, 'bob ', ''), (4, 'e', ''), (5, '', ''), (6, null, ''), (7, '0', ''), (8, 'é', '');
insert into code values ('x', 'bob'), ('y', 'gone');
insert into piece values (1, 'x'), (2, 'X'), (3, 'y '), (4, ''), (5, null), (6, 'y');
insert into remark values (1, 1, 'x', ''), (2, 1, 'X', ''), (3, 1, 'y', ''), (4, 1, 'z ', ''), (5, 1, '', '');\n";
    let site = text_of("club", "site.yaml");
    let head = site.split("files:").next().expect("a head").replace("nobody: [0]", "nobody: [\"0\"]");
    let site = head
        + "relations: [{from: remark.code, to: code.code}]
---
kind: Component
id: club
title: Club
items:
  notes: {title: Notes, rows: [{table: note, owner: person_id, export: [body]}]}
  remarks: {title: Remarks, rows: [{table: remark, owner: code.person_id, export: [body]}]}
  codes: {title: Codes, rows: [{table: code, owner: person_id, export: [code], parts: [{table: piece.code = code, export: none}]}]}
";
    for engine in engines("orphans_of_people_whose_keys_are_texts_are_told_apart_by_bytes") {
        // As the database compares anyway, and by collations that take 'BOB' for 'bob'.
        let [collation, made] = match engine {
            Engine::Library | Engine::Shell => [" collate nocase", ""],
            Engine::Postgres | Engine::Savepoints => [" collate loose", types(engine)],
            Engine::Mariadb | Engine::Forced => [" collate utf8mb4_general_ci", ""],
        };
        let own = |site: &str| site.replace("[sqlite, postgres, mariadb]", &format!("[{}]", engine.dialect()));
        let mut schemas = vec![(site.clone(), SCHEMA.to_owned())];
        for column in ["(id varchar(40)", "(code varchar(20)", " code varchar(20)", "person_id varchar(40)", "varchar("]
        {
            let folding = |line: &str| match column {
                "varchar(" => line.replace("varchar(40)", "varchar(40)*").replace("varchar(20)", "varchar(20)*"),
                column => line.replace(column, &format!("{column}*")),
            };
            schemas.push((own(&site), made.to_owned() + &folding(SCHEMA).replace('*', collation)));
        }
        for (site, schema) in schemas {
            let place = Place::made_of(engine, &site, &schema, &(schema.clone() + ROWS));
            let (report, ended) = place.json(&["check", ".", "--db"]);
            let found: Vec<_> = orphans(&report).into_iter().map(|((_, table), rows)| (table, rows)).collect();
            let expected = [("code", (1, 0)), ("piece", (0, 2)), ("note", (3, 0)), ("remark", (1, 2))];
            let expected = expected.map(|(table, rows)| (table.to_owned(), rows)).to_vec();
            assert_eq!((found, ended), (expected, 0), "{engine:?}: {schema}: {report:#}");
        }
    }
}

#[test]
fn a_stored_file_without_its_row_is_an_orphan() {
    for engine in engines("a_stored_file_without_its_row_is_an_orphan") {
        let place = Place::bare(engine);
        // Of another area, and of no row.
        place.database.batch("insert into stored values (6, 'notes', 77, 'x', 'ee'), (7, 'other', 78, 'y', 'ff'), (8, 'notes', 0, 'z', 'gg')");
        let (report, _) = place.json(&["check", ".", "--db"]);
        let expected = [(("club.notes".to_owned(), "stored".to_owned()), (0, 1))];
        assert_eq!(orphans(&report), expected.into(), "{engine:?}");
    }
}

#[test]
fn a_table_that_may_not_be_read_is_named() {
    for engine in Engine::here("a_table_that_may_not_be_read_is_named", &[Engine::Postgres, Engine::Mariadb]) {
        let place = Place::bare_of(engine, "orphans");
        let reader = format!("{}_reader", place.database.name());
        let name = place.database.name();
        let (granted, dropped) = if engine == Engine::Postgres {
            let granted = format!(
                "create role {reader} login; grant usage on schema {name} to {reader};
                 grant select on all tables in schema {name} to {reader}; revoke select on thread from {reader}"
            );
            (granted, format!("drop owned by {reader}; drop role {reader}"))
        } else {
            let granted = place.database.dump().into_keys().map(|table| {
                let right = if table == "thread" { "insert" } else { "select" };
                format!("grant {right} on \"{name}\".\"{table}\" to {reader};\n")
            });
            (format!("create user {reader};\n{}", granted.collect::<String>()), format!("drop user {reader}"))
        };
        place.database.batch(&granted);
        let own = place.database.address();
        let (_, rest) = own.split_once('@').expect("an address");
        let address = format!("{}://{reader}@{rest}", engine.dialect());
        let run = |more: &[&str]| {
            let arguments = [&["check", "."], more].concat();
            place.command().env("PROBATE_DB", &address).args(arguments).arg("--db").output().expect("it starts")
        };
        let (text, json) = (run(&[]), run(&["--format", "json"]));
        place.database.batch(&dropped);
        assert_eq!((code(&text), code(&json)), (3, 3), "{}", stderr(&text));
        assert!(
            stderr(&text).contains("not looked at: orphans of `thread` in `club.threads`: permission denied"),
            "{}",
            stderr(&text)
        );
        assert!(stdout(&text).contains("club.threads   thread   owner    ?            ?"), "{}", stdout(&text));
        // Who may not read one of them is still told of all others.
        assert!(stdout(&text).contains("club.teams     team     owner    1            1"), "{}", stdout(&text));
        let report: Value = serde_json::from_slice(&json.stdout).expect("JSON");
        let counted = report["database"]["orphans"].as_array().expect("a list");
        let thread = counted.iter().find(|one| one["table"] == "thread").expect("it is there");
        assert!(
            thread["rows"].is_null() && thread["failure"].as_str().is_some_and(|text| text.contains("denied")),
            "{thread}"
        );
        assert!(said(&report).is_empty(), "what it is, is told to whoever has any right on it: {report:#}");
        let unseen = report["database"]["unseen"].as_array().expect("a list");
        assert_eq!(unseen.len(), usize::from(engine == Engine::Mariadb), "triggers");
    }
}

#[test]
fn a_table_that_the_user_may_not_know_of_is_missing_and_it_is_said_why() {
    for engine in
        Engine::here("a_table_that_the_user_may_not_know_of_is_missing_and_it_is_said_why", &[Engine::Mariadb])
    {
        let place = Place::bare_of(engine, "orphans");
        let (name, reader) = (place.database.name(), format!("{}_reader", place.database.name()));
        let tables = place.database.dump().into_keys().filter(|table| table != "thread");
        let granted = tables.map(|table| format!("grant select on \"{name}\".\"{table}\" to {reader};\n"));
        place.database.batch(&format!("create user {reader}"));
        let own = place.database.address();
        let (_, rest) = own.split_once('@').expect("an address");
        let mut command = place.command();
        command.env("PROBATE_DB", format!("mariadb://{reader}@{rest}")).args(["check", ".", "--db"]);
        let ran = command.output().expect("it starts");
        assert_eq!(code(&ran), 3, "{}", stderr(&ran));
        for expected in ["this user has no right on anything there", &reader, name] {
            assert!(stderr(&ran).contains(expected), "whom the server took it for, and where: {}", stderr(&ran));
        }
        place.database.batch(&granted.collect::<String>());
        let ran = command.output().expect("it starts");
        place.database.batch(&format!("drop user {reader}"));
        assert_eq!(code(&ran), 1, "{}", stderr(&ran));
        assert!(stderr(&ran).contains("the database has no table `thread`"), "{}", stderr(&ran));
        assert!(
            stderr(&ran).contains("a table on which a user has no right is not shown by MariaDB"),
            "{}",
            stderr(&ran)
        );
        assert!(stderr(&ran).contains("not looked at: orphans of `thread`"), "{}", stderr(&ran));
    }
}

#[test]
fn a_table_that_its_engine_does_not_find_is_named() {
    for engine in Engine::here("a_table_that_its_engine_does_not_find_is_named", &[Engine::Mariadb]) {
        let place = Place::bare(engine);
        place.database.batch(
            "create table under (id int) engine = MyISAM; create table over_ (id int) engine = MRG_MyISAM union = (under); drop table under;",
        );
        let (report, ended) = place.json(&["check", ".", "--db"]);
        assert_eq!((said(&report), ended), (Vec::new(), 3), "{report:#}");
        assert_eq!(report["database"]["unread"][0]["table"], "over_", "{report:#}");
        let (said, _) = place.refused(&["check", ".", "--db"]);
        assert!(said.contains("not looked at: table `over_`: "), "{said}");
        let elsewhere = tempfile::tempdir().expect("a folder");
        let mut command = place.command();
        let ran = command.current_dir(elsewhere.path()).args(["import", "--db"]).output().expect("it starts");
        assert!(code(&ran) == 3 && stderr(&ran).contains("`over_` first"), "{}", stderr(&ran));
        assert!(!elsewhere.path().join("proposed").exists());
    }
}

#[test]
fn another_database_is_refused_before_anything_is_compared() {
    for engine in engines("another_database_is_refused_before_anything_is_compared") {
        let schema = text_of("club", "schema.sql");
        let others = ["sqlite", "postgres", "mariadb"].into_iter().filter(|other| *other != engine.dialect());
        let one_kind = text_of("club", "site.yaml").replace(
            "dialects: [sqlite, postgres, mariadb]",
            &format!("dialects: [{}]", others.clone().collect::<Vec<_>>().join(", ")),
        );
        let is = |site: &str, made: &str, says: &str| {
            let place = Place::made_of(engine, site, &schema, made);
            let (said, ended) = place.refused(&["check", ".", "--db"]);
            assert!(ended == 3 && said.contains(says) && said.contains("= help:"), "{engine:?} ({ended}): {said}");
            // What is known without the database is said all the same.
            assert!(said.contains("purge-without-use"), "{said}");
            let ran = place.run(&["check", ".", "--db", "--format", "json"]);
            let report: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
            assert!(report["database"].is_null() && code(&ran) == 3, "{report}");
        };
        is(&one_kind, &schema, &format!("the database is {}, and the site is compiled for", engine.dialect()));
        let site = text_of("club", "site.yaml");
        is(&site, "select 1", "there is no table in this database");
        is(&site, "create table account (id integer primary key)", "none of its 4 tables is there");
    }
}

#[test]
fn a_database_is_only_looked_into_when_it_is_asked_for() {
    let place = Place::bare(Engine::Shell);
    let nowhere = |arguments: &[&str]| {
        let mut command = place.command();
        command.env("PROBATE_DB", "sqlite:nowhere.db").args(arguments).output().expect("it starts")
    };
    assert_eq!(code(&nowhere(&["check", "."])), 0);
    let ran = nowhere(&["check", ".", "--db"]);
    assert!(code(&ran) == 3 && stderr(&ran).contains("there is no database file `nowhere.db`"), "{}", stderr(&ran));
    let address = place.database.address();
    assert_eq!(code(&nowhere(&["check", ".", "--db", &address])), 0);
    std::fs::write(place.project.path().join("address"), format!("{address}\n")).expect("written");
    assert_eq!(code(&nowhere(&["check", ".", "--db-file", "address"])), 0);
    let ran = nowhere(&["check", ".", "--db", "postgres://x:hush@127.0.0.1/d"]);
    assert!(code(&ran) == 2 && !stderr(&ran).contains("hush"), "{}", stderr(&ran));
    let ran = place.command().env_remove("PROBATE_DB").args(["check", ".", "--db"]).output().expect("it starts");
    assert!(code(&ran) == 2 && stderr(&ran).contains("set PROBATE_DB"), "{}", stderr(&ran));
    // A project with errors is mended first.
    let site = place.project.path().join("site.yaml");
    let text = std::fs::read_to_string(&site).expect("a file");
    std::fs::write(&site, text.replace("owner: person_id", "owner: persons_id")).expect("written");
    assert_eq!(code(&nowhere(&["check", ".", "--db"])), 1);
    std::fs::write(&site, text.replace("columns: [mail]", "columns: [mail, name]")).expect("written");
    let ran = nowhere(&["check", ".", "--locked", "--db"]);
    assert_eq!(code(&ran), 4, "{}", stderr(&ran));
}
