//! `simulate`: what rules will take, month by month, is what they take when the day has come.

use serde_json::Value;

use super::{place, schema, site, steps};
use crate::engine::Engine;
use crate::running::{Place, engines};

/// When it is in the cases, and a day on which more is over.
const NOW: &str = super::NOW;
const LATER: &str = "2027-02-28";

/// The rules of a simulation that end something.
fn ending(simulated: &Value) -> Vec<&Value> {
    simulated["rules"].as_array().expect("rules").iter().filter(|rule| rule["of"] != "released").collect()
}

/// By rule, item, action and table, as `apply` counts.
fn totals(simulated: &Value) -> Vec<(String, u64, bool)> {
    let mut all: Vec<(String, u64, bool)> = Vec::new();
    for rule in ending(simulated) {
        for entry in rule["entries"].as_array().into_iter().flatten() {
            let part = |name: &str| entry[name].as_str().expect("a name");
            let name = format!(
                "{} {} {} {}",
                rule["id"].as_str().expect("an id"),
                part("item"),
                part("action"),
                part("table")
            );
            let total = entry["total"].as_u64().expect("a count");
            let months: u64 = entry["by_month"].as_array().expect("months").iter().filter_map(Value::as_u64).sum();
            assert_eq!(entry["now"].as_u64().expect("a count") + months, total, "{name}: {entry:#}");
            match all.iter_mut().find(|(known, ..)| *known == name) {
                Some((_, known, _)) => *known += total,
                None => all.push((name, total, entry["counted"] == "exactly")),
            }
        }
    }
    all
}

/// What a simulation says up to a day is what `apply` does as of that day.
fn is_what_goes(place: &Place, what: &str, as_of: &str) {
    let before = place.database.host();
    let (simulated, code) = place.json(&["simulate", "--now", NOW, "--as-of", as_of]);
    assert_eq!(code, 0, "{what}");
    assert_eq!(place.database.host(), before, "{what}: nothing is changed");
    let (applied, code) = place.json(&["apply", "--now", as_of]);
    assert_eq!(code, 0, "{what}: {applied:#}");
    goes(what, &simulated, &applied);
}

fn goes(what: &str, simulated: &Value, applied: &Value) {
    let done = steps(applied);
    let mut compared = 0;
    for (name, total, exactly) in totals(simulated) {
        let met = done.iter().find(|(known, _)| *known == name).map_or(0, |(_, rows)| *rows);
        if exactly {
            assert_eq!(met, total, "{what}: {name}: {simulated:#}");
            compared += met;
        } else {
            assert!(met <= total, "{what}: {name}: {met} of {total}");
        }
    }
    assert!(compared > 0, "{what}: something goes");
    for (name, rows) in done.iter().filter(|(name, rows)| *rows > 0 && !name.contains(" status ")) {
        assert!(totals(simulated).iter().any(|(known, ..)| known == name), "{what}: {name}: {rows} rows are not told");
    }
}

#[test]
fn what_is_simulated_is_what_goes() {
    for engine in engines("what_is_simulated_is_what_goes") {
        for case in ["clocks", "places", "shapes"] {
            is_what_goes(&place(engine, case), &format!("{case} {engine:?}"), LATER);
        }
    }
}

/// What is over is told whether or not anybody has approved it; it goes when somebody has.
#[test]
fn what_is_simulated_of_an_offer_goes_when_it_is_approved() {
    for engine in engines("what_is_simulated_of_an_offer_goes_when_it_is_approved") {
        let place = place(engine, "offers");
        let (simulated, code) = place.json(&["simulate", "--now", NOW, "--as-of", LATER]);
        assert_eq!(code, 0, "{engine:?}");
        place.must(&["apply", "--now", LATER]);
        let offered = ending(&simulated).into_iter().filter(|rule| rule["then"] == "offer" && rule["total"] != 0);
        let offered: Vec<&str> = offered.map(|rule| rule["id"].as_str().expect("an id")).collect();
        assert!(offered.len() > 1, "{engine:?}: {simulated:#}");
        for rule in offered {
            place.must(&["offer", "approve", "--rule", rule, "--all"]);
        }
        let (applied, code) = place.json(&["apply", "--now", LATER]);
        assert_eq!(code, 0, "{engine:?}: {applied:#}");
        goes(&format!("offers {engine:?}"), &simulated, &applied);
    }
}

const SCHEMA: &str =
    "create table person (id integer primary key, name varchar(40), state varchar(20) not null, last_login bigint);
create table course (id integer primary key, ends bigint);
create table held (id integer primary key, course_id integer, person_id integer, name varchar(20));
create table log (id integer primary key, person_id integer, at MOMENT, note varchar(60));
create table memo (id integer primary key, course_id integer, person_id integer, at MOMENT, note varchar(60));
create table book (id integer primary key, person_id integer, at MOMENT, booked MOMENT, note varchar(60));
create table page (id integer primary key, book_id integer, note varchar(60));
create table note (id integer primary key, person_id integer, words varchar(60));
";

const SITE: &str = "kind: Site
id: months
title: Months
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [ENGINE]
relations: [{from: memo.course_id, to: course.id}, {from: held.course_id, to: course.id}, {from: page.book_id, to: book.id}]
contexts: {course: {table: course, key: id, clocks: {ends: {column: ends, unit: unix}}}}
roles: {table: held, owner: person_id, name: name, place: course_id}
subject:
  table: person
  key: id
  label: name
  status: {active: default, suspended: {when: state = 'suspended', set: {state: suspended}}}
  clocks: {last_login: {column: last_login, unit: unix}}
---
kind: Component
id: log
title: Log
items:
  logs: {title: Logs, rows: [{table: log, owner: person_id, export: none, purge: delete, clocks: {at: at}}]}
  memos: {title: Memos, place: course_id, rows: [{table: memo, owner: person_id, export: none, purge: {overwrite: {note: ''}}, clocks: {at: at}}]}
  books: {title: Books, rows: [{table: book, owner: person_id, export: none, purge: delete, clocks: {at: at, booked: booked}, parts: [{table: page.book_id, export: none}]}]}
  notes: {title: Notes, rows: [{table: note, owner: person_id, export: none, purge: delete}]}
---
kind: RetentionRule
id: old
items: {include: [log.logs, log.books]}
period: {at_most: P1M, after: row.at}
then: purge
---
kind: RetentionRule
id: by-role
items: {include: [log.memos]}
period: {at_most: P1M, after: row.at}
roles: {teacher: {at_most: P3M}, dean: {at_most: unlimited}}
then: purge
---
kind: RetentionRule
id: books
items: {include: [log.books]}
period: {at_least: P2M, after: row.booked}
duty: {law: Books Act, ground: gdpr.17.3.b}
---
kind: RetentionRule
id: sleepers
items: {include: [log.notes]}
period: {at_most: P1M, after: subject.last_login}
then: {status: suspended}
---
kind: LegalHold
id: suit
title: Suit
items: {include: ['*']}
until: 2024-02-10
---
kind: LegalHold
id: endless
title: Endless
items: {include: ['*']}
";

/// Each note says in which month the row goes.
const ROWS: &str = "insert into person (id, name, state, last_login) values (1, 'Ada', 'active', 1703030400), (2, 'Bob', 'active', 0), (3, 'Cleo', 'active', null), (4, 'Ada', 'active', 1706702400), (5, 'Eve', 'suspended', 1703030400), (6, 'Fay', 'active', 1577836800);
insert into course (id, ends) values (1, 0), (2, 0);
insert into held (id, course_id, person_id, name) values (1, 1, 2, 'teacher'), (2, 2, 1, 'teacher'), (3, 1, 3, 'dean');
insert into log (id, person_id, at, note) values
  (1, 1, '2023-12-15 23:59:59', 'now'),
  (2, 1, '2023-12-16 00:00:00', '2024-01'),
  (3, 2, '2023-12-31 23:59:59', '2024-01'),
  (4, 1, '2024-01-01 00:00:00', '2024-02'),
  (5, 2, '2024-01-29 12:00:00', '2024-02'),
  (6, 99, '2024-01-30 12:00:00', '2024-02'),
  (7, null, '2024-01-31 23:59:59', '2024-02'),
  (8, 1, '2024-02-01 00:00:00', '2024-03'),
  (9, 1, '2024-02-29 12:00:00', '2024-03'),
  (10, 1, '2024-03-15 23:59:59', '2024-04'),
  (11, 1, '2024-03-16 00:00:00', 'later'),
  (12, 1, null, 'never'),
  (13, 3, '2023-12-20 12:00:00', '2024-02'),
  (14, 4, '2023-12-20 12:00:00', 'never'),
  (15, 3, '2001-01-01 00:00:00', '2024-02'),
  (16, 3, '2024-02-20 00:00:00', '2024-03');
insert into memo (id, course_id, person_id, at, note) values
  (1, 1, 1, '2024-01-10 12:00:00', '2024-02'),
  (2, 1, 2, '2024-01-10 12:00:00', '2024-04'),
  (3, 2, 2, '2024-01-10 12:00:00', '2024-02'),
  (4, 1, 3, '2001-01-01 00:00:00', 'never'),
  (5, 1, 1, '2001-01-01 00:00:00', 'now'),
  (6, 2, 1, '2023-11-30 12:00:00', '2024-02'),
  (7, 1, 1, '2001-01-01 00:00:00', '');
insert into book (id, person_id, at, booked, note) values
  (1, 1, '2023-12-01 12:00:00', '2024-01-20 12:00:00', '2024-03'),
  (2, 2, '2023-12-01 12:00:00', '2023-11-01 12:00:00', 'now'),
  (3, 1, '2023-12-01 12:00:00', null, 'never'),
  (4, 1, '2024-02-10 12:00:00', '2023-12-31 12:00:00', '2024-03'),
  (5, 4, '2023-12-01 12:00:00', '2024-01-31 12:00:00', 'never');
insert into page (id, book_id, note) values (1, 1, '2024-03'), (2, 1, '2024-03'), (3, 2, 'now'), (4, 3, 'never'), (5, 4, '2024-03'), (6, 5, 'never');
insert into note (id, person_id, words) values (1, 1, 'x'), (2, 2, 'x');
";

/// It is the middle of the January before a leap day. Cleo is held until 10 February, the other Ada for ever.
fn months(engine: Engine) -> Place {
    let schema = schema(SCHEMA, engine);
    let place = Place::made_of(engine, &site(SITE, engine), &schema, &(schema.clone() + ROWS)).installed();
    place.database.batch(
        "insert into probate_hold (hold, subject, placed) values ('suit', 3, 1); insert into probate_hold (hold, subject, placed) values ('endless', 4, 1)",
    );
    place
}

const JANUARY: &str = "2024-01-15T12:00:00Z";
const APRIL: &str = "2024-04-15";

/// Now, in each month, in all.
fn counts(of: &Value) -> Vec<u64> {
    let one = |value: &Value| value.as_u64().expect("a count");
    let months = of["by_month"].as_array().expect("months").iter().map(one);
    std::iter::once(one(&of["now"])).chain(months).chain([one(&of["total"])]).collect()
}

/// Month ends, a leap day, roles, clocks that have not begun, a duty, holds, people; rows of three people and of nobody.
#[test]
fn each_row_goes_in_its_month() {
    for engine in engines("each_row_goes_in_its_month") {
        let place = months(engine);
        let host = place.host();
        let (simulated, code) = place.json(&["simulate", "--now", JANUARY, "--as-of", APRIL]);
        assert_eq!(code, 0, "{engine:?}");
        assert_eq!(place.host(), host, "{engine:?}: nothing is changed");
        assert_eq!(simulated["from"], "2024-01-15", "{engine:?}");
        assert_eq!(simulated["as_of"], APRIL, "{engine:?}");
        let months = ["2024-01", "2024-02", "2024-03", "2024-04"];
        assert_eq!(simulated["months"], serde_json::json!(months), "{engine:?}");
        let tables = [("old", "log"), ("by-role", "memo"), ("old", "book"), ("old", "page")];
        let rules = simulated["rules"].as_array().expect("rules");
        for (rule, table) in tables {
            let said: Vec<u64> = ["now"]
                .iter()
                .chain(&months)
                .map(|month| {
                    let query = format!("select count(*) from {table} where note = '{month}'");
                    u64::try_from(place.database.number(&query).expect("a count")).expect("a count")
                })
                .collect();
            let said: Vec<u64> = said.iter().copied().chain([said.iter().sum()]).collect();
            let rule = rules.iter().find(|one| one["id"] == rule).expect("the rule");
            let entries = rule["entries"].as_array().expect("entries");
            let entry = entries.iter().find(|one| one["table"] == table).expect("the table");
            assert_eq!(counts(entry), said, "{engine:?} {table}: {simulated:#}");
            assert!(said.iter().filter(|many| **many > 0).count() > 2, "{table}: there is something in it");
        }
        let of = |id: &str| rules.iter().find(|one| one["id"] == id).expect("the rule");
        assert_eq!(counts(of("sleepers")), [1, 1, 1, 0, 0, 3], "{engine:?}: {simulated:#}");
        assert_eq!(of("sleepers")["of"], "people", "{engine:?}");
        // Of the books that are kept now.
        assert_eq!(counts(of("books")), [0, 0, 1, 2, 0, 3], "{engine:?}: {simulated:#}");
        assert_eq!(of("books")["of"], "released", "{engine:?}");
        let (applied, code) = place.json(&["apply", "--now", APRIL]);
        assert_eq!(code, 0, "{engine:?}: {applied:#}");
        for rule in applied["rules"].as_array().expect("rules") {
            let steps = rule["steps"].as_array().expect("steps").iter();
            let rows: u64 = steps.filter_map(|step| step["rows"].as_u64()).sum();
            let id = rule["id"].as_str().expect("an id");
            assert_eq!(of(id)["total"], rows, "{engine:?} {id}: {applied:#}");
        }
        let gone = "select count(*) from log where note like '2024%' or note = 'now'";
        assert_eq!(place.database.number(gone), Some(0), "{engine:?}");
        assert_eq!(place.database.number("select count(*) from log"), Some(3), "{engine:?}");
    }
}

#[test]
fn days_that_are_over_or_far_away_are_refused() {
    for engine in engines("days_that_are_over_or_far_away_are_refused") {
        let place = months(engine);
        let refused = |as_of: &str| place.refused(&["simulate", "--now", JANUARY, "--as-of", as_of]);
        let (said, code) = refused("2024-01-14");
        assert_eq!(code, 2, "{engine:?}: {said}");
        assert!(said.contains("2024-01-14 is over: it is 2024-01-15"), "{engine:?}: {said}");
        let (said, code) = refused("2034-01-01");
        assert_eq!(code, 2, "{engine:?}: {said}");
        assert!(said.contains("there are 121 months") && said.contains("before 2034-01-01"), "{engine:?}: {said}");
        let (simulated, code) = place.json(&["simulate", "--now", JANUARY, "--as-of", "2033-12-31"]);
        assert_eq!((code, simulated["months"].as_array().map(Vec::len)), (0, Some(120)), "{engine:?}");
        let old = &simulated["rules"][2];
        assert_eq!((old["id"].as_str(), counts(old).len()), (Some("old"), 122), "{engine:?}");
        assert_eq!(counts(old).last(), Some(&21), "{engine:?}: the one that goes later, too: {old:#}");
        // However many statements it takes, the months are the same.
        let near = place.json(&["simulate", "--now", JANUARY, "--as-of", "2024-04-30"]).0;
        for (near, far) in
            near["rules"].as_array().expect("rules").iter().zip(simulated["rules"].as_array().expect("rules"))
        {
            let (near, far) = (counts(near), counts(far));
            assert_eq!(near[..5], far[..5], "{engine:?}");
            assert_eq!(far[..121].iter().sum::<u64>(), far[121], "{engine:?}");
        }
        let (today, code) = place.json(&["simulate", "--now", JANUARY, "--as-of", "2024-01-15", "--rule", "old"]);
        assert_eq!(code, 0, "{engine:?}");
        assert_eq!(counts(&today["rules"][0]), [3, 0, 3], "{engine:?}: {today:#}");
        assert_eq!(today["rules"].as_array().map(Vec::len), Some(1), "{engine:?}");
        let (said, code) = place.refused(&["simulate", "--now", JANUARY, "--as-of", APRIL, "--rule", "odl"]);
        assert!(code == 2 && said.contains("did you mean `old`?"), "{engine:?}: {said}");
        assert_eq!(place.refused(&["simulate", "--now", JANUARY]).1, 2, "{engine:?}: a day is needed");
        assert_eq!(refused("yesterday").1, 2, "{engine:?}");
    }
}

/// As a table, and as a picture that says the same to whoever does not see it: the same bytes each time.
#[test]
fn a_simulation_is_told_as_a_table_and_as_a_chart() {
    for engine in engines("a_simulation_is_told_as_a_table_and_as_a_chart") {
        let place = months(engine);
        let simulate = ["simulate", "--now", JANUARY, "--as-of", "2024-12-31", "--svg"];
        let table = place.must(&[&simulate[..], &["one.svg"]].concat());
        place.must(&[&simulate[..], &["other.svg"]].concat());
        let [one, other] = ["one.svg", "other.svg"]
            .map(|name| std::fs::read_to_string(place.project.path().join(name)).expect("a chart"));
        assert_eq!(one, other, "{engine:?}");
        let line = |start: &[&str]| {
            table.lines().any(|line| line.split_whitespace().collect::<Vec<&str>>().starts_with(start))
        };
        assert!(line(&["old", "purge", "rows", "2024-02", "6"]), "{engine:?}: {table}");
        assert!(line(&["sleepers", "status", "suspended", "people", "in", "all", "3"]), "{engine:?}: {table}");
        assert!(line(&["books", "kept", "no", "more", "rows", "2024-03", "2"]), "{engine:?}: {table}");
        assert!(!line(&["books", "kept", "no", "more", "rows", "now"]), "{engine:?}: {table}");
        for said in [
            "old: 21 rows; then purge. now: 3; 2024-01: 2; 2024-02: 6; 2024-03: 8; 2024-04: 2; 2024-05 to 2024-12: 0.",
            "books: 3 rows that this duty keeps no more. now: 0; 2024-01: 0; 2024-02: 1; 2024-03: 2; 2024-04 to 2024-12: 0.",
            "sleepers: 3 people; then status suspended.",
            ">2024-05 to 2024-12</text>",
        ] {
            assert!(one.contains(said), "{engine:?}: {said}: {one}");
        }
        let (said, code) = place.refused(&[&simulate[..], &["no/such/folder.svg"]].concat());
        assert_eq!(code, 3, "{engine:?}: {said}");
    }
}
