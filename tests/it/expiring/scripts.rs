//! The compiled scripts by the engines' own clients, without `probate`: what is long over goes, call by call.

use super::{compare, expected_of, place_of, schema, site, text};
use crate::engine::Engine;
use crate::running::Place;

/// Two years and half a year before the moment of the cases become 2000 and 2100, whatever the clock says.
fn long_ago(text: &str) -> String {
    text.replace("1711627200", "946684800").replace("1759060800", "4102444800")
}

pub fn clients(test: &str) -> Vec<Engine> {
    Engine::here(test, &[Engine::Shell, Engine::Postgres, Engine::Savepoints, Engine::Mariadb, Engine::Forced])
}

pub fn script(place: &Place, rule: &str) -> String {
    let path = format!("compiled/sql/{}/retention/{rule}.sql", place.database.engine.dialect());
    std::fs::read_to_string(place.project.path().join(path)).expect("it is compiled")
}

#[test]
fn scripts_take_what_is_over_call_by_call() {
    for engine in clients("scripts_take_what_is_over_call_by_call") {
        let rows = long_ago(&text("shapes", "rows.sql"));
        let place = place_of(engine, "shapes", &rows);
        place.must(&["compile", "."]);
        let scripts = ["year", "biographies"].map(|rule| script(&place, rule));
        let mut calls = 0;
        loop {
            let before = place.host();
            for script in &scripts {
                let ran = place.database.run(script);
                assert!(ran.ok && ran.stderr.is_empty(), "{engine:?}: {}", ran.stderr);
            }
            // When a side was left no file can know.
            place.database.batch("update letter set from_left = 1774872000 where from_left > 100");
            calls += 1;
            if place.host() == before {
                break;
            }
            assert!(calls < 12, "{engine:?}: it ends");
        }
        compare(&format!("{engine:?}"), &expected_of(engine, "shapes", &rows), &place.host());
        for table in place.database.engine.between_runs() {
            assert_eq!(place.database.number(&format!("select count(*) from {table}")), Some(0), "{engine:?}: {table}");
        }
        let unfinished = "select count(*) from probate_run where finished is null";
        assert_eq!(place.database.number(unfinished), Some(0), "{engine:?}");
        // A call that finds nothing makes no run.
        let runs = place.database.number("select count(*) from probate_run");
        for script in &scripts {
            place.database.must(script);
        }
        assert_eq!(place.database.number("select count(*) from probate_run"), runs, "{engine:?}");
    }
}

const SITE: &str = "kind: Site
id: logs
title: Logs
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [ENGINE]
subject: {table: person, key: id, label: name, status: {active: default}}
---
kind: Component
id: log
title: Log
items: {all: {title: All, rows: [{table: log, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}}
---
kind: RetentionRule
id: old
items: {include: [log.all]}
period: {at_most: P1Y, after: row.at}
then: purge
";

const SCHEMA: &str = "create table person (id integer primary key, name varchar(40));
create table log (id integer primary key, person_id integer, at bigint, note varchar(40));
";

/// A table of logs with these rows: `(id, person_id, at, note)`.
pub fn logs(engine: Engine, rows: &[String]) -> Place {
    let schema = schema(SCHEMA, engine);
    let values: Vec<String> = rows
        .chunks(5_000)
        .map(|some| format!("insert into log (id, person_id, at, note) values {};\n", some.join(", ")))
        .collect();
    let people = "insert into person (id, name) values (1, 'Ada'), (2, 'Bob'), (3, 'Cleo');\n";
    Place::made_of(engine, &site(SITE, engine), &schema, &(schema.clone() + people + &values.concat())).installed()
}

/// What the residue finds undoes the run, in every client; the next call finds what is left.
#[test]
fn a_row_that_is_there_again_undoes_the_run() {
    for engine in clients("a_row_that_is_there_again_undoes_the_run") {
        if engine.dialect() == "mariadb" {
            // A trigger of MariaDB may not write the table that its statement deletes from.
            continue;
        }
        let place = logs(engine, &(1..=20).map(|id| format!("({id}, 1, 946684800, 'old')")).collect::<Vec<_>>());
        place.database.batch(match engine.dialect() {
            "sqlite" => "create trigger stubborn before delete on log when old.id = 7 begin select raise(ignore); end",
            _ => "create function stubborn() returns trigger language plpgsql as $$ begin if old.id = 7 then return null; end if; return old; end $$; create trigger stubborn before delete on log for each row execute function stubborn()",
        });
        place.must(&["compile", "."]);
        let script = script(&place, "old");
        let ran = place.database.run(&script);
        assert!(!ran.ok || !ran.stderr.is_empty(), "{engine:?}: it says so");
        assert_eq!(place.database.number("select count(*) from log"), Some(20), "{engine:?}: nothing is half done");
        for _ in 0..20 {
            place.database.run(&script);
        }
        let left = place.database.text("select min(id) || ' ' || count(*) from log");
        assert_eq!(left.as_deref(), Some("7 1"), "{engine:?}: the others go, fewer at a time");
    }
}
