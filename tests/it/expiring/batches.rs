//! Batch after batch: how many rows at a time, what stands in the way, where it stops, what duties and holds keep.

use super::scripts::{logs, script};
use super::{schema, site};
use crate::running::{Place, engines};

const OLD: &str = "946684800";
const YOUNG: &str = "4102444800";

fn row(id: i64, at: &str) -> String {
    format!("({id}, 1, {at}, 'a row')")
}

/// A call looks at 20,000 rows of the table at most, and holds no others; a round that finds nothing says so.
#[test]
fn a_batch_is_no_larger_than_it_says() {
    for engine in engines("a_batch_is_no_larger_than_it_says") {
        // 8,000 young rows, then old ones with gaps between their keys, then every tenth.
        let mut rows: Vec<String> = (1..=8_000).map(|id| row(id, YOUNG)).collect();
        rows.extend((0..28_000).map(|at| row(10_000 + at * 13, OLD)));
        rows.extend((0..40_000).map(|at| row(1_000_000 + at, if at % 10 == 0 { OLD } else { YOUNG })));
        let place = logs(engine, &rows);
        place.must(&["compile", "."]);
        let script = script(&place, "old");
        let old = format!("select count(*) from log where at = {OLD}");
        let mut left = vec![place.database.number(&old).expect("a count")];
        for _ in 0..5 {
            place.database.must(&script);
            left.push(place.database.number(&old).expect("a count"));
        }
        // The third batch has 8,000 of the gaps and 12,000 of what follows, of which every tenth is old.
        assert_eq!(left, [32_000, 12_000, 2_800, 800, 0, 0], "{engine:?}");
        assert_eq!(place.database.number("select count(*) from log"), Some(44_000), "{engine:?}");
        let runs = "select count(*) from probate_run where type = 'retention:old' and finished is not null";
        assert_eq!(place.database.number(runs), Some(4), "{engine:?}");
        let round = "select count(*) from probate_retention where rule = 'old' and low is null and changed = 0";
        assert_eq!(place.database.number(round), Some(1), "{engine:?}: and the next begins anew");
    }
}

/// A row that the database refuses is found, told, and passed over; all others go, and the next round tries it again.
#[test]
fn a_row_that_cannot_go_stands_in_nobodys_way() {
    for engine in engines("a_row_that_cannot_go_stands_in_nobodys_way") {
        let place = logs(engine, &(1..=6_000).map(|id| row(id, OLD)).collect::<Vec<_>>());
        // A table that the policy does not know of refers to it.
        place.database.batch("create table stone (log_id integer, foreign key (log_id) references log (id)); insert into stone (log_id) values (3333)");
        let (applied, code) = place.json(&["apply"]);
        assert_eq!(code, 1, "{engine:?}: {applied:#}");
        let failed = applied["rules"][0]["failed"].as_array().expect("failures").len();
        assert!((4..20).contains(&failed), "{engine:?}: {applied:#}");
        let left = || place.database.text("select concat(min(id), ' ', count(*)) from log");
        assert_eq!(left().as_deref(), Some("3333 1"), "{engine:?}");
        let told = place.database.number("select count(*) from probate_retention where reason is not null");
        assert!(told.is_some(), "{engine:?}");
        assert_eq!(place.json(&["apply"]).1, 1, "{engine:?}: as long as it is there");
        place.database.batch("drop table stone");
        assert_eq!(place.json(&["apply"]).1, 0, "{engine:?}");
        assert_eq!(place.database.number("select count(*) from log"), Some(0), "{engine:?}");
    }
}

/// `--max-rows` stops before and not after; the next call goes on there, and then from the first row again.
#[test]
fn it_stops_before_too_many_rows() {
    for engine in engines("it_stops_before_too_many_rows") {
        let place = logs(engine, &(1..=48_000).map(|id| row(id, OLD)).collect::<Vec<_>>());
        let (applied, code) = place.json(&["apply", "--max-rows", "28000"]);
        assert_eq!(code, 1, "{engine:?}: {applied:#}");
        assert_eq!(applied["stopped"]["max_rows"]["rows"], 40_000, "{engine:?}: {applied:#}");
        assert_eq!(place.database.number("select count(*) from log"), Some(28_000), "{engine:?}");
        // Before where it stopped somebody puts back what is old.
        place.database.batch(&format!("insert into log (id, person_id, at, note) values {}", row(5, OLD)));
        let (applied, code) = place.json(&["apply"]);
        assert_eq!(code, 0, "{engine:?}: {applied:#}");
        assert_eq!(place.database.number("select count(*) from log"), Some(0), "{engine:?}");
        assert_eq!(applied["rules"][0]["steps"][0]["rows"], 28_001, "{engine:?}: {applied:#}");
        assert_eq!(place.json(&["apply", "--max-rows", "0"]).1, 0, "{engine:?}: nothing is none too many");
    }
}

/// What a client that was lost left behind is taken up by the next, with fewer rows.
#[test]
fn a_lost_run_is_taken_up() {
    for engine in engines("a_lost_run_is_taken_up") {
        let place = logs(engine, &(1..=300).map(|id| row(id, OLD)).collect::<Vec<_>>());
        place
            .database
            .batch("insert into probate_retention (rule, entry, low, high, token) values ('old', 1, 1, 300, 'lost')");
        place.must(&["compile", "."]);
        place.database.must(&script(&place, "old"));
        assert_eq!(
            place.database.number("select count(*) from log"),
            Some(50),
            "{engine:?}: 250 at the second attempt"
        );
        place.must(&["apply"]);
        assert_eq!(place.database.number("select count(*) from log"), Some(0), "{engine:?}");
    }
}

const KEPT_SCHEMA: &str = "create table person (id integer primary key, name varchar(40));
create table log (id integer primary key, person_id integer, at bigint, booked bigint, ip varchar(20), note varchar(60));
create table part (id integer primary key, log_id integer, note varchar(60));
create table pair (a integer not null, b varchar(20) not null, person_id integer, at bigint, note varchar(60), primary key (a, b));
";

const KEPT: &str = "kind: Site
id: kept
title: Kept
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [ENGINE]
relations: [{from: part.log_id, to: log.id}]
subject: {table: person, key: id, label: name, status: {active: default}}
---
kind: Component
id: log
title: Log
items:
  logs: {title: Logs, rows: [{table: log, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}, booked: {column: booked, unit: unix}}, parts: [{table: part.log_id, export: none}]}]}
  pairs: {title: Pairs, rows: [{table: pair, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
---
kind: RetentionRule
id: old
items: {include: ['*']}
period: {at_most: P1M, after: row.at}
then: purge
---
kind: RetentionRule
id: books
items: {include: [log.logs]}
period: {at_least: P10Y, after: row.booked}
duty: {law: Books Act, ground: gdpr.17.3.b}
meanwhile: {overwrite: {ip: ''}}
---
kind: LegalHold
id: suit
title: Suit
items: {include: ['*']}
";

/// Rows under a duty or a hold survive every rule: with their parts, whatever their keys are; and the run ends.
#[test]
fn duties_and_holds_survive() {
    for engine in engines("duties_and_holds_survive") {
        let schema = schema(KEPT_SCHEMA, engine);
        let policy = site(KEPT, engine);
        let made = "insert into person (id, name) values (1, 'Ada'), (2, 'Bob'), (3, 'Cleo');
insert into log (id, person_id, at, ip, note) values (1, 1, 946684800, '::1', 'goes'), (2, 2, 946684800, '::1', 'stays: held'), (3, 1, 1735689600, '::1', 'stays: a duty'), (4, 2, 1735689600, '::1', 'stays: held, as it is'), (5, 1, 1774000000, '::1', 'stays: young'), (6, 99, 946684800, '::1', 'goes');
insert into part (id, log_id, note) values (1, 1, 'goes'), (2, 2, 'stays'), (3, 3, 'stays'), (4, 6, 'goes');
insert into pair (a, b, person_id, at, note) values (1, 'a', 2, 946684800, 'stays: held'), (1, 'b', 1, 946684800, 'goes'), (2, 'a', 99, 946684800, 'goes');
";
        let place = Place::made_of(engine, &policy, &schema, &(schema.clone() + made)).installed();
        place.database.batch("update log set booked = at");
        place.database.batch("insert into probate_hold (hold, subject, placed) values ('suit', 2, 1)");
        let (applied, code) = place.json(&["apply", "--now", super::NOW]);
        assert_eq!(code, 0, "{engine:?}: {applied:#}");
        for table in ["log", "part", "pair"] {
            let goes = place.database.number(&format!("select count(*) from {table} where note like 'goes%'"));
            assert_eq!(goes, Some(0), "{engine:?}: {table}");
        }
        let left = ["log", "part", "pair"].map(|table| place.database.number(&format!("select count(*) from {table}")));
        assert_eq!(left, [Some(4), Some(2), Some(1)], "{engine:?}: {applied:#}");
        let without = place.database.number("select id from log where ip = ''");
        assert_eq!(without, Some(3), "{engine:?}: the duty does without it, and the hold does not");
        let host = place.host();
        place.must(&["apply", "--now", super::NOW]);
        assert_eq!(place.host(), host, "{engine:?}: again nothing");
        place.database.batch("update probate_hold set lifted = 2");
        place.must(&["apply", "--now", super::NOW]);
        let after =
            ["log", "part", "pair"].map(|table| place.database.number(&format!("select count(*) from {table}")));
        assert_eq!(after, [Some(3), Some(1), Some(0)], "{engine:?}: when the hold is lifted");
    }
}

/// What a duty does without is taken from rows that it keeps, whatever refers to them: they do not go, so they wait for
/// nobody.
#[test]
fn what_a_duty_does_without_waits_for_nobody() {
    for engine in engines("what_a_duty_does_without_waits_for_nobody") {
        let referring = "create table note (id integer primary key, log_id integer references log (id));\n";
        let before = KEPT_SCHEMA.replace("booked bigint,", "booked bigint, before_id integer references log (id),");
        let schema = schema(&(before + referring), engine);
        let made = "insert into person (id, name) values (1, 'Ada'), (2, 'Bob');
insert into log (id, person_id, at, booked, ip, before_id) values (1, 1, 946684800, 1735689600, '::1', null), (2, 2, 946684800, 1735689600, '::1', 1), (3, 1, 946684800, 946684800, '::1', null), (4, 1, 946684800, 1735689600, '::1', null), (5, 2, 1774000000, 1735689600, '::1', 1), (6, 1, 946684800, 946684800, '::1', 3), (7, 1, 946684800, 946684800, '::1', null);
insert into note values (1, 4), (2, 7);
";
        let place = Place::made_of(engine, &site(KEPT, engine), &schema, &(schema.clone() + made)).installed();
        let (applied, code) = place.json(&["apply", "--now", super::NOW]);
        assert_eq!(code, 0, "{engine:?}: {applied:#}");
        let which = |asked: &str| place.database.number(&format!("select sum(id * id) from log where {asked}"));
        let without = which("ip = ''");
        assert_eq!(without, Some(1 + 4 + 16), "{engine:?}: kept by the duty alone, and old; 5 is young: {applied:#}");
        assert_eq!(which("ip <> ''"), Some(9 + 25 + 49), "{engine:?}: 6 made room for 3, a note needs 7: {applied:#}");
        place.must(&["apply", "--now", super::NOW]);
        assert_eq!(which("ip <> ''"), Some(25 + 49), "{engine:?}: 3 has gone");
        assert_eq!(which("ip = ''"), without, "{engine:?}");
        let host = place.host();
        place.must(&["apply", "--now", super::NOW]);
        assert_eq!(place.host(), host, "{engine:?}: again nothing");
    }
}
