//! By what kept rows are found, and by what it is decided that they are kept, stays as long as they do.

use super::small::{head, ids, place};
use super::{Place, engines};

const SUBJECT: &str = "subject:
  table: person
  key: id
  label: name
  status: {active: default, gone: {when: gone = 1}}
";

const TYPE: &str = "---
kind: PurgeType
id: leaver
title: Leaver
status: gone
use: [manual]
items: {include: ['*']}
";

/// What the Site says besides, and behind `===` the items; all of it goes with a type of its own.
pub(super) fn whole(text: &str) -> String {
    let (more, items) = text.split_once("===\n").expect("the Site, and the rest");
    head(&format!("{SUBJECT}{more}")) + items + TYPE
}

pub(super) fn purge(place: &Place, subjects: &[&str], now: &str) {
    for subject in subjects {
        place.purge("leaver", subject);
    }
    place.must(&["apply", "--type", "leaver", "--now", now]);
}

const HOLD: &str = "---
kind: LegalHold
id: suit
title: Suit
items: {include: [c.letters]}
";

#[test]
fn a_held_row_stays_with_what_bears_the_identifier_by_which_it_is_found() {
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null);
create table contact (id integer primary key, who integer references person (id), code varchar(20));
create table letter (id integer primary key, code varchar(20));
";
    let rows = "insert into person values (1, 'Ada', 1), (2, 'Ada', 1), (11, 'Bob', 1);
insert into contact values (1, 1, 'a1'), (2, 2, 'a2'), (3, 11, 'a'), (4, 1, null);
insert into letter values (1, 'a1'), (2, 'a2'), (3, 'a'), (4, 'A1');";
    for engine in engines("a_held_row_stays_with_what_bears_the_identifier_by_which_it_is_found") {
        for change in ["delete", "{overwrite: {code: null}}"] {
            let site = format!(
                "  identifiers: {{contact: {{path: '<contact.who>.code'}}}}
===
  letters: {{title: L, rows: [{{table: letter, owner: {{path: code, is: contact}}, export: none, purge: delete}}]}}
  contacts: {{title: K, rows: [{{table: contact, owner: who, export: none, purge: {change}}}]}}
{HOLD}"
            );
            let place = place(engine, &whole(&site), schema, rows);
            place.must(&["hold", "place", "suit", "--subject", "1"]);
            for _ in 0..2 {
                purge(&place, if place.states().is_empty() { &["1", "2", "11"] } else { &[] }, "2027-01-01");
                assert_eq!(ids(&place, "select id from letter order by id"), "1 4", "{engine:?} {change}");
                let found = ids(&place, "select id from contact where code is not null");
                assert_eq!(found, "1", "{engine:?} {change}: by which the first is found");
            }
            assert_eq!(place.states(), ["held", "done", "done"], "{engine:?} {change}");
            place.must(&["hold", "lift", "suit", "--subject", "1"]);
            place.must(&["apply", "--type", "leaver"]);
            assert_eq!(ids(&place, "select id from letter order by id"), "4", "{engine:?} {change}: it is lifted");
            assert_eq!(ids(&place, "select id from contact where code is not null"), "", "{engine:?} {change}");
        }
    }
}

#[test]
fn an_identifier_is_not_written_over_while_a_held_row_is_found_by_it() {
    let schema =
        "create table person (id integer primary key, name varchar(40), mail varchar(40), gone integer not null);
create table letter (id integer primary key, mail varchar(40));
";
    let rows = "insert into person values (1, 'Ada', 'ada@x', 1), (2, 'Ada', 'ada2@x', 1), (11, 'Bob', 'bob@x', 1);
insert into letter values (1, 'ada@x'), (2, 'ada2@x'), (3, 'bob@x');";
    let site = format!(
        "  identifiers: {{mail: mail}}
===
  letters: {{title: L, rows: [{{table: letter, owner: {{path: mail, is: mail}}, export: none, purge: delete}}]}}
  account: {{title: A, rows: [{{table: person, owner: id, export: none, purge: {{overwrite: {{mail: null, name: x}}}}}}]}}
{HOLD}"
    );
    for engine in engines("an_identifier_is_not_written_over_while_a_held_row_is_found_by_it") {
        let place = place(engine, &whole(&site), schema, rows);
        place.must(&["hold", "place", "suit", "--subject", "1"]);
        purge(&place, &["1", "2", "11"], "2027-01-01");
        assert_eq!(place.states(), ["held", "done", "done"], "{engine:?}");
        assert_eq!(ids(&place, "select id from letter"), "1", "{engine:?}");
        assert_eq!(ids(&place, "select id from person where mail is not null"), "1", "{engine:?}");
        assert_eq!(ids(&place, "select id from person where name = 'x' order by id"), "1 2 11", "{engine:?}");
    }
}

#[test]
fn nobody_elses_purge_cuts_the_way_to_a_held_row() {
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null);
create table folder (id integer primary key, owner_id integer, maker_id integer);
create table letter (id integer primary key, folder_id integer);
";
    let rows = "insert into person values (1, 'Ada', 1), (2, 'Bob', 1), (12, 'Bob', 1);
insert into folder values (1, 1, 2), (2, 12, 2), (3, 1, 12);
insert into letter values (1, 1), (2, 2), (3, 3);";
    let relations = "relations: [{from: letter.folder_id, to: folder.id}]\n===\n";
    let site = format!(
        "{relations}  letters: {{title: L, rows: [{{table: letter, owner: folder_id.owner_id, export: none, purge: delete}}]}}
  folders: {{title: F, rows: [{{table: folder, owner: maker_id, export: none, purge: {{overwrite: {{maker_id: null, owner_id: null}}}}}}]}}
{HOLD}"
    );
    for engine in engines("nobody_elses_purge_cuts_the_way_to_a_held_row") {
        let place = place(engine, &whole(&site), schema, rows);
        place.must(&["hold", "place", "suit", "--subject", "1"]);
        purge(&place, &["2"], "2027-01-01");
        let folders = "select id from folder where owner_id is not null order by id";
        assert_eq!(ids(&place, folders), "1 3", "{engine:?}: whose the letter is");
        purge(&place, &["1", "12"], "2027-01-01");
        assert_eq!(ids(&place, "select id from letter order by id"), "1 2 3", "{engine:?}: the second is nobody's");
        place.must(&["hold", "lift", "suit", "--subject", "1"]);
        place.must(&["apply", "--type", "leaver"]);
        assert_eq!(ids(&place, "select id from letter order by id"), "2", "{engine:?}: it is lifted");
    }
}

#[test]
fn what_a_duty_decides_by_stays_as_long_as_the_duty() {
    let schema =
        "create table person (id integer primary key, name varchar(40), gone integer not null, seen timestamp null);
create table area (id integer primary key, around integer);
create table course (id integer primary key, teacher_id integer, area_id integer, kind varchar(20), ends timestamp null);
create table held (id integer primary key, course_id integer, person_id integer, name varchar(20));
create table memo (id integer primary key, course_id integer, person_id integer, at bigint);
create table exam (id integer primary key, course_id integer, person_id integer, at bigint);
create table mark (id integer primary key, course_id integer, person_id integer);
create table visit (id integer primary key, person_id integer);
";
    // Rows are two years old; 2 and 12 are like 1, without the role.
    let rows = "insert into person values (1, 'Ada', 1, '2025-12-28 12:00:00'), (2, 'Bob', 1, '2025-12-28 12:00:00'), (12, 'Bob', 1, '2020-01-01 00:00:00');
insert into course values (1, 1, null, 'exam', '2025-12-28 12:00:00'), (2, 1, null, 'talk', '2020-01-01 00:00:00');
insert into held values (1, 1, 1, 'teacher'), (2, 1, 2, 'guest'), (3, 2, 1, 'guest');
insert into memo values (1, 1, 1, 1711627200), (2, 1, 2, 1711627200), (3, 2, 12, 1711627200);
insert into exam values (1, 1, 2, 1711627200), (2, 2, 2, 1711627200);
insert into mark values (1, 1, 12), (2, 2, 12);
insert into visit values (1, 1), (2, 2), (3, 12);";
    let site = "contexts: {course: {table: course, key: id, clocks: {ends: {column: ends}}}}
relations:
  - {from: memo.course_id, to: course.id}
  - {from: exam.course_id, to: course.id}
  - {from: mark.course_id, to: course.id}
  - {from: held.course_id, to: course.id}
roles: {table: held, owner: person_id, name: name, place: course_id}
===
  memos: {title: M, place: course_id, rows: [{table: memo, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
  exams: {title: E, place: course_id, rows: [{table: exam, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
  marks: {title: K, place: course_id, rows: [{table: mark, owner: person_id, export: none, purge: delete}]}
  visits: {title: V, rows: [{table: visit, owner: person_id, export: none, purge: delete}]}
  roles: {title: R, rows: [{table: held, owner: person_id, export: none, purge: delete}]}
  account: {title: A, rows: [{table: person, owner: id, export: none, purge: {overwrite: {seen: {truncate: year}, name: x}}}]}
  courses: {title: C, rows: [{table: course, owner: teacher_id, export: none, purge: {overwrite: {kind: null, ends: {truncate: year}}}}]}
---
kind: RetentionRule
id: memos
items: {include: [c.memos]}
period: {at_least: P1Y, after: row.at}
roles: {teacher: {at_least: P5Y}}
duty: {law: L1, ground: gdpr.17.3.b}
---
kind: RetentionRule
id: exams
items: {include: [c.exams]}
within: {course: kind = 'exam'}
period: {at_least: P5Y, after: row.at}
duty: {law: L2, ground: gdpr.17.3.b}
---
kind: RetentionRule
id: marks
items: {include: [c.marks]}
period: {at_least: P1Y, after: course.ends}
duty: {law: L3, ground: gdpr.17.3.b}
---
kind: RetentionRule
id: visits
items: {include: [c.visits]}
period: {at_least: P1Y, after: subject.seen}
duty: {law: L4, ground: gdpr.17.3.b}
";
    let site = site.replace("contexts:", "  clocks: {seen: {column: seen}}\ncontexts:");
    for engine in engines("what_a_duty_decides_by_stays_as_long_as_the_duty") {
        let place = place(engine, &whole(&site), schema, rows);
        let kept = |what: &str, expected: [&str; 4]| {
            let found = ["memo", "exam", "mark", "visit"]
                .map(|table| ids(&place, &format!("select id from {table} order by id")));
            assert_eq!(found, expected, "{engine:?} {what}");
        };
        purge(&place, &["1", "2", "12"], "2026-03-30");
        kept("at once", ["1", "1", "1", "1 2"]);
        assert_eq!(ids(&place, "select id from held order by id"), "1", "{engine:?}: by which the first stays");
        assert_eq!(ids(&place, "select id from course where kind is not null"), "1", "{engine:?}");
        assert_eq!(ids(&place, "select id from person where name = 'x' order by id"), "1 2 12", "{engine:?}");
        for day in ["2026-04-01", "2026-12-27"] {
            place.must(&["apply", "--type", "leaver", "--now", day]);
            kept(day, ["1", "1", "1", "1 2"]);
        }
        place.must(&["apply", "--type", "leaver", "--now", "2026-12-30"]);
        kept("after a year", ["1", "1", "", ""]);
        place.must(&["apply", "--type", "leaver", "--now", "2029-03-30"]);
        kept("after five", ["", "", "", ""]);
        assert_eq!(place.states(), ["done"; 3], "{engine:?}");
        let left = "select count(*) from held union all select count(*) from course where kind is not null";
        assert_eq!(ids(&place, left), "0 0", "{engine:?}: nothing needs them any more");
    }
}

#[test]
fn each_of_several_owners_has_the_period_of_their_own_role() {
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null);
create table course (id integer primary key);
create table held (id integer primary key, course_id integer, person_id integer, name varchar(20));
create table exam (id integer primary key, course_id integer, a integer, b integer, at bigint);
";
    let rows = "insert into person values (1, 'Ada', 1), (2, 'Gus', 1), (12, 'Gus', 1);
insert into course values (1);
insert into held values (1, 1, 2, 'guest'), (2, 1, 12, 'guest');
insert into exam values (1, 1, 1, null, 1711627200), (2, 1, 1, 2, 1711627200), (3, 1, 2, 12, 1711627200), (4, 1, 12, null, 1711627200), (5, 1, null, 1, 1711627200), (6, 1, 2, 1, 1711627200);";
    let site = "contexts: {course: {table: course, key: id}}
relations: [{from: exam.course_id, to: course.id}, {from: held.course_id, to: course.id}]
roles: {table: held, owner: person_id, name: name, place: course_id}
===
  exams: {title: P, place: course_id, rows: [{table: exam, owners: [a, b], while_owned: delete, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
---
kind: RetentionRule
id: keep
items: {include: [c.exams]}
period: {at_least: P5Y, after: row.at}
roles: {guest: {at_least: P1M}}
duty: {law: L, ground: gdpr.17.3.b}
";
    for engine in engines("each_of_several_owners_has_the_period_of_their_own_role") {
        let place = place(engine, &whole(site), schema, rows);
        purge(&place, &["1", "2", "12"], "2026-03-30");
        assert_eq!(ids(&place, "select id from exam order by id"), "1 2 5 6", "{engine:?}: with Ada, who is no guest");
        place.must(&["apply", "--type", "leaver", "--now", "2029-03-30"]);
        assert_eq!(ids(&place, "select id from exam"), "", "{engine:?}");
    }
}
