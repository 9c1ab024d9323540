//! Data that nobody meant: places that lie in one another in a circle, clocks of every unit in one rule.

use super::{NOW, compare, expected_of, place_of, rows, schema, site};
use crate::running::{Place, engines};

/// Whoever lies in the school lies in the bench of its own lab, and so on: the nearest place still decides, and the run
/// ends.
#[test]
fn a_circle_of_places_ends_and_the_nearest_decides() {
    for engine in engines("a_circle_of_places_ends_and_the_nearest_decides") {
        for circle in [
            "update category set parent_id = 4 where id = 1;\n",
            "update category set parent_id = id where id in (1, 5);\n",
            "update category set parent_id = 4 where id = 1;\ninsert into category (id, parent_id, name) values (7, 8, 'other'), (8, 7, 'other');\nupdate course set category_id = 7 where id = 5;\n",
        ] {
            let rows = rows("places", engine) + circle;
            let place = place_of(engine, "places", &rows);
            let (applied, code) = place.json(&["apply", "--now", NOW]);
            assert_eq!(code, 0, "{engine:?}: {applied:#}");
            compare(&format!("{engine:?} {circle}"), &expected_of(engine, "places", &rows), &place.host());
        }
    }
}

const SCHEMA: &str = "create table person (id integer primary key, name varchar(40));
create table log (id integer primary key, person_id integer, secs bigint, ms bigint, moment MOMENT, day date, note varchar(60));
";

const SITE: &str = "kind: Site
id: units
title: Units
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [ENGINE]
subject: {table: person, key: id, label: name, status: {active: default}}
---
kind: Component
id: log
title: Log
items: {all: {title: All, rows: [{table: log, owner: person_id, export: none, purge: delete, clocks: {secs: {column: secs, unit: unix}, ms: {column: ms, unit: unix_ms}, moment: moment, day: day}}]}}
---
kind: RetentionRule
id: old
items: {include: [log.all]}
period: {at_most: P1M, after: {latest: [row.secs, row.ms, row.moment, row.day]}}
then: purge
";

/// A month is over of what began on 28 February or before; seconds are compared with no milliseconds, nor texts with
/// numbers.
#[test]
fn the_latest_of_clocks_of_every_unit_decides() {
    for engine in engines("the_latest_of_clocks_of_every_unit_decides") {
        let schema = schema(SCHEMA, engine);
        let (secs, ms, moment, day) = ("1772323199", "1772323199999", "'2026-02-28 23:59:59'", "'2026-02-28'");
        let mut rows = vec![[secs, ms, moment, day]];
        for young in [["1772323200", ms, moment, day], [secs, "1772323200000", moment, day]] {
            rows.push(young);
        }
        rows.extend([[secs, ms, "'2026-03-01 00:00:00'", day], [secs, ms, moment, "'2026-03-01'"]]);
        rows.extend([["0", ms, moment, day], [secs, "0", moment, day]]);
        rows.extend([["null", ms, moment, day], [secs, "null", moment, day]]);
        rows.extend([[secs, ms, "null", day], [secs, ms, moment, "null"]]);
        // Seconds in a column of milliseconds are 1970, and over.
        rows.push(["1", "1772323199", "'2001-01-01 00:00:00'", "'2001-01-01'"]);
        let values: Vec<String> = rows
            .iter()
            .zip(1..)
            .map(|([secs, ms, moment, day], id)| {
                let (note, owner) = (if id == 1 || id == 12 { "goes" } else { "stays" }, 1 + id % 3);
                format!("({id}, {owner}, {secs}, {ms}, {moment}, {day}, '{note}')")
            })
            .collect();
        let made = format!(
            "{schema}insert into person (id, name) values (1, 'Ada'), (2, 'Ada'), (3, 'Bob');\ninsert into log (id, person_id, secs, ms, moment, day, note) values {};\n",
            values.join(", ")
        );
        let place = Place::made_of(engine, &site(SITE, engine), &schema, &made).installed();
        place.must(&["apply", "--now", NOW]);
        let count = |note: &str| place.database.number(&format!("select count(*) from log where note = '{note}'"));
        assert_eq!((count("goes"), count("stays")), (Some(0), Some(10)), "{engine:?}");
    }
}

const LOOPS: &str = "kind: Site
id: loops
title: Loops
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [ENGINE]
subject: {table: person, key: id, label: name, status: {active: default}}
---
kind: Component
id: loops
title: Loops
items: {pages: {title: Pages, rows: [{table: page, owner: person_id, export: none, purge: delete, clocks: {made: {column: made, unit: unix}}}]}}
---
kind: RetentionRule
id: year
items: {include: [loops.pages]}
period: {at_most: P1Y, after: row.made}
then: purge
";

/// Rows that refer to each other wait for each other: that is said, and what refers to young ones too.
#[test]
fn rows_that_wait_for_others_are_told() {
    let schema = "create table person (id integer primary key, name varchar(40));
create table page (id integer primary key, person_id integer, made bigint, next_id integer references page (id) on delete set null);
create index page_next on page (next_id);
";
    for engine in engines("rows_that_wait_for_others_are_told") {
        let rows = "insert into person values (1, 'Ada'), (2, 'Bob');
insert into page values (1, 1, 946684800, null), (2, 2, 946684800, 1), (3, 1, 4102444800, null), (4, 1, 946684800, null), (5, 2, 946684800, null), (6, 1, 946684800, null), (7, 1, 946684800, null);
update page set next_id = 2 where id = 1;
update page set next_id = 4 where id in (3, 5);
update page set next_id = 7 where id = 6;
";
        let schema = super::schema(schema, engine);
        let place = Place::made_of(engine, &site(LOOPS, engine), &schema, &(schema.clone() + rows)).installed();
        let (applied, code) = place.json(&["apply"]);
        let waiting = serde_json::json!([{"item": "loops.pages", "table": "page", "rows": 3, "referring": ["page"]}]);
        assert_eq!((code, &applied["rules"][0]["waiting"]), (0, &waiting), "{engine:?}: {applied:#}");
        let left = || place.database.number("select sum(id * id) from page");
        assert_eq!(left(), Some(1 + 4 + 9 + 16), "{engine:?}: 1 and 2 a circle, 4 has the young one before it");
        let told = place.run(&["apply"]);
        let told = String::from_utf8_lossy(&told.stderr);
        let line = "`year`: 3 rows of `page` stay, whose time is over: rows of `page` refer to them";
        assert!(told.lines().any(|one| one == line), "{engine:?}: {told}");
        place.database.batch("update page set next_id = null where id in (1, 3)");
        let (applied, _) = place.json(&["apply"]);
        assert_eq!(applied["rules"][0]["waiting"], serde_json::Value::Null, "{engine:?}: {applied:#}");
        assert_eq!(left(), Some(9), "{engine:?}");
    }
}
