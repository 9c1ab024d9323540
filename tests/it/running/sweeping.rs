//! The sweep: what the application writes of people after their purge makes them due again, once.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Place, engines};
use crate::engine::Engine;

/// Whoever was purged is looked at again by the next run.
const LATER: &str = "update probate_request set not_before = 1 where state = 'done' and not_before is not null";

fn requests(place: &Place) -> Vec<Value> {
    let (listed, _) = place.json(&["request", "list", "--kind", "purge"]);
    listed["requests"].as_array().expect("a list").clone()
}

fn notes_of(place: &Place, person: i64) -> Option<i64> {
    place.database.number(&format!("select count(*) from note where person_id = {person}"))
}

/// One more note, which is `id`'s.
fn write(place: &Place, id: i64, person: i64) {
    place.database.batch(&format!("insert into note values ({id}, {person}, 'again')"));
}

#[test]
fn what_is_written_after_a_purge_goes_with_the_next_run() {
    for engine in engines("what_is_written_after_a_purge_goes_with_the_next_run") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        place.must(&["apply"]);
        write(&place, 50, 1);
        write(&place, 51, 11);
        let before = place.database.dump();
        let (planned, _) = place.json(&["plan"]);
        assert_eq!(planned["types"][0]["subjects"], 1, "{engine:?}: {planned}");
        assert_eq!(place.database.dump(), before, "a plan changes nothing");
        let (applied, ended) = place.json(&["apply"]);
        assert_eq!((ended, &applied["types"][0]["subjects"]), (0, &json!(1)), "{engine:?}: {applied}");
        assert_eq!((notes_of(&place, 1), notes_of(&place, 11)), (Some(0), Some(2)), "{engine:?}");
        let all = requests(&place);
        let of = |name: &str| all.iter().map(|one| one[name].clone()).collect::<Vec<Value>>();
        assert_eq!(of("subject"), ["1", "1"], "{engine:?}: nobody else: {all:?}");
        assert_eq!((of("origin"), of("state")), (vec![json!("manual"); 2], vec![json!("done"); 2]));
        assert_eq!(of("asked_by"), [Value::Null, json!("probate: sweep")], "{all:?}");
    }
}

#[test]
fn a_host_that_makes_rows_anew_is_not_purged_for_ever() {
    for engine in engines("a_host_that_makes_rows_anew_is_not_purged_for_ever") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        place.must(&["apply"]);
        for id in [50, 51] {
            write(&place, id, 1);
            place.database.batch(LATER);
            place.must(&["apply"]);
        }
        assert_eq!(notes_of(&place, 1), Some(1), "{engine:?}: swept once, and not again");
        let (failures, _) = place.json(&["report", "failures"]);
        let told: Vec<&Value> = failures["rows"].as_array().expect("rows").iter().collect();
        assert_eq!(told.len(), 1, "{engine:?}: {failures}");
        assert_eq!((&told[0]["id"], &told[0]["what"]), (&json!(2), &json!("comes back")), "{failures}");
        assert_eq!(told[0]["reason"], "comes-back", "{failures}");
        // Nor ever again by itself; an officer may ask.
        place.database.batch(LATER);
        place.must(&["apply"]);
        assert_eq!((requests(&place).len(), notes_of(&place, 1)), (2, Some(1)), "{engine:?}");
        place.purge("leaver", "1");
        place.must(&["apply"]);
        assert_eq!(notes_of(&place, 1), Some(0), "{engine:?}");
    }
}

#[test]
fn whoever_came_back_keeps_what_they_wrote() {
    for engine in engines("whoever_came_back_keeps_what_they_wrote") {
        let place = Place::new(engine);
        place.database.batch("update person set state = 'deleted' where id = 2");
        place.purge("leaver", "1");
        place.purge("leaver", "2");
        place.must(&["apply"]);
        place.database.batch("update person set state = 'active' where id = 1");
        write(&place, 50, 1);
        write(&place, 51, 2);
        place.database.batch(LATER);
        place.must(&["apply"]);
        assert_eq!((notes_of(&place, 1), notes_of(&place, 2)), (Some(1), Some(0)), "{engine:?}: the other did not");
        // Gone again: what was written in between is for somebody to decide.
        place.database.batch("update person set state = 'deleted' where id = 1");
        place.database.batch(LATER);
        place.must(&["apply"]);
        assert_eq!((requests(&place).len(), notes_of(&place, 1)), (3, Some(1)), "{engine:?}");
    }
}

#[test]
fn what_needs_an_approval_needs_it_again() {
    for engine in engines("what_needs_an_approval_needs_it_again") {
        let place = Place::new(engine);
        place.purge("light", "12");
        place.must(&["request", "approve", "1"]);
        place.must(&["apply"]);
        write(&place, 50, 12);
        let (planned, _) = place.json(&["plan"]);
        assert_eq!(planned["types"][1]["subjects"], 0, "{engine:?}: {planned}");
        place.must(&["apply"]);
        assert_eq!(place.states(), ["done", "awaiting_approval"], "{engine:?}");
        assert_eq!(requests(&place)[1]["reason"], "swept", "{engine:?}");
        assert_eq!(notes_of(&place, 12), Some(1), "{engine:?}: nobody has decided yet");
        place.must(&["request", "approve", "2"]);
        place.must(&["apply"]);
        assert_eq!(notes_of(&place, 12), Some(0), "{engine:?}");
    }
}

#[test]
fn somebody_is_looked_at_for_a_week_and_no_longer() {
    for engine in engines("somebody_is_looked_at_for_a_week_and_no_longer") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        place.must(&["apply"]);
        let (hour, day, week) = (3_600, 86_400, 604_800);
        // How long ago the purge was, and when it is looked at after that.
        for (age, next) in [(0, Some(hour)), (hour, Some(day)), (day + 5, Some(week)), (week, None)] {
            place.database.batch(&format!("update probate_request set finished = finished - {age}, not_before = 1"));
            place.must(&["apply"]);
            let waits = place.database.number("select coalesce(not_before - finished, -1) from probate_request");
            assert_eq!(waits, Some(next.unwrap_or(-1)), "{engine:?} after {age}");
            // Not before.
            write(&place, 50, 1);
            place.must(&["apply"]);
            assert_eq!(notes_of(&place, 1), Some(1), "{engine:?} after {age}");
            place.database.batch(&format!(
                "delete from note where id = 50; update probate_request set finished = finished + {age}"
            ));
        }
    }
}

#[test]
fn a_script_alone_sweeps_and_purges_in_one_run() {
    for engine in engines("a_script_alone_sweeps_and_purges_in_one_run") {
        let place = Place::new(engine);
        place.must(&["compile", "."]);
        let name = format!("compiled/sql/{}/purge/leaver.sql", engine.dialect());
        let script = std::fs::read_to_string(place.project.path().join(name)).expect("a script");
        place.purge("leaver", "1");
        place.database.must(&script);
        place.database.batch("update person set mail = 'back@x' where id = 1");
        place.database.must(&script);
        assert_eq!(
            place.database.text("select coalesce(mail, 'none') from person where id = 1").as_deref(),
            Some("none")
        );
        assert_eq!(place.states(), ["done", "done"], "{engine:?}");
    }
}

/// On PostgreSQL a row that is written while a purge runs, and committed after it, is seen by nothing in it.
#[test]
fn a_row_in_flight_is_swept() {
    for engine in Engine::here("a_row_in_flight_is_swept", &[Engine::Postgres]) {
        let place = Place::new(engine);
        // Without the foreign key that would hold one of the two back.
        place.database.batch("alter table note drop constraint note_person_id_fkey");
        place.purge("leaver", "1");
        let mut application = crate::concurrency::Session::new(&place.database);
        application.must("begin; insert into note values (50, 1, 'in flight');");
        place.must(&["apply"]);
        application.must("commit;");
        assert_eq!((place.states(), notes_of(&place, 1)), (vec!["done".to_owned()], Some(1)));
        place.must(&["apply"]);
        assert_eq!(notes_of(&place, 1), Some(0));
    }
}

/// `paper0`, `paper1` …, to each of which its own rows may refer, and rows of `file0`, `file1` …, which a duty keeps.
fn an_office(papers: usize, files: usize) -> (String, String) {
    let mut site = "kind: Site
id: office
title: Office
controller: {name: T, contact: t@example.org}
locales: [en]
schema: schema.sql
dialects: [sqlite, postgres, mariadb]
subject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}}
---
kind: RetentionRule
id: files
items: {include: [office.files]}
period: {at_least: P5Y, after: row.created}
duty: {law: Archive Act §1, ground: gdpr.17.3.b}
---
kind: PurgeType
id: go
title: Go
status: gone
use: [manual]
items: {include: ['*']}
---
kind: Component
id: office
title: Office
items:
"
    .to_owned();
    let mut schema =
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone INTEGER NOT NULL);\n".to_owned();
    let owned = "id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id)";
    let row = |table: &str, more: &str| {
        format!("{{table: {table}, owner: person_id, columns: [id], export: [id], purge: delete{more}}}")
    };
    let tables = |name: &'static str, count: usize| (0..count).map(move |at| format!("{name}{at}"));
    for paper in tables("paper", papers) {
        let _ = writeln!(schema, "CREATE TABLE {paper} ({owned}, after_id INTEGER REFERENCES {paper} (id));");
        let _ = writeln!(schema, "CREATE INDEX {paper}_of ON {paper} (person_id);");
    }
    for file in tables("file", files) {
        let refers = tables("paper", papers).map(|paper| format!(", {paper}_id INTEGER REFERENCES {paper} (id)"));
        let refers: String = refers.collect();
        let _ = writeln!(schema, "CREATE TABLE {file} ({owned}, made BIGINT NOT NULL{refers});");
        let _ = writeln!(schema, "CREATE INDEX {file}_of ON {file} (person_id);");
    }
    let of = |rows: Vec<String>| rows.join(", ");
    let made = ", clocks: {created: {column: made, unit: unix}}";
    let files: Vec<_> = tables("file", files).map(|file| row(&file, made)).collect();
    let papers: Vec<_> = tables("paper", papers).map(|paper| row(&paper, "")).collect();
    let _ = writeln!(site, "  files: {{title: Files, rows: [{}]}}", of(files));
    let _ = writeln!(site, "  papers: {{title: Papers, rows: [{}]}}", of(papers));
    let _ = writeln!(
        site,
        "  account: {{title: Account, rows: [{{table: person, owner: id, export: [name], purge: {{overwrite: {{name: ''}}}}}}]}}"
    );
    (site, schema)
}

#[test]
fn what_a_duty_reaches_from_many_sides_is_looked_at_in_parts() {
    for engine in Engine::here("what_a_duty_reaches_from_many_sides_…", &[Engine::Shell]) {
        let (site, schema) = an_office(80, 20);
        let people = "insert into person values (1, 'a', 1), (2, 'b', 1), (3, 'a', 0);";
        let place = Place::made_of(engine, &site, &schema, &(schema.clone() + people)).installed();
        for person in ["1", "2"] {
            place.purge("go", person);
        }
        place.must(&["apply"]);
        place.database.batch(
            "insert into paper3 values (4, 1, null), (1, 1, null), (2, 3, null), (3, 1, 4);
            insert into paper79 values (1, 2, null)",
        );
        place.database.batch("insert into file7 (id, person_id, made, paper3_id) values (1, 3, 4000000000, 3)");
        let (planned, _) = place.json(&["plan"]);
        assert_eq!(planned["types"][0]["subjects"], 2, "{engine:?}: {planned}");
        let (applied, ended) = place.json(&["apply"]);
        assert_eq!((ended, &applied["types"][0]["subjects"]), (0, &json!(2)), "{engine:?}: {applied}");
        let left = |table: &str| place.database.number(&format!("select coalesce(sum(id), 0) from {table}"));
        assert_eq!((left("paper3"), left("paper79")), (Some(9), Some(0)), "{engine:?}: what a file needs is kept");
    }
}
