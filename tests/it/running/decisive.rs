//! By what it is decided that a row is kept stays as long as the duty does, whoever else is purged in the meantime.

use super::small::{ids, place};
use super::ways::{purge, whole};
use super::{Place, engines};
use crate::engine::Engine;

/// Bob goes first, then Ada and her twin, whose rows 1 and 2 are under a duty of five years by what Bob could take along;
/// the rest are not. Then the duty ends.
fn decided_by(engine: Engine, site: &str, schema: &str, rows: &str, table: &str) {
    let place = place(engine, &whole(site), schema, rows);
    let left = |place: &Place| ids(place, &format!("select id from {table} order by id"));
    purge(&place, &["2"], "2026-03-30");
    purge(&place, &["1", "12"], "2026-03-31");
    assert_eq!(left(&place), "1 2", "{engine:?}: {site}");
    place.must(&["apply", "--type", "leaver", "--now", "2032-01-01"]);
    assert_eq!(left(&place), "", "{engine:?}: the duty is over: {site}");
}

const FIVE_YEARS: &str = "period: {at_least: P5Y, after: row.at}
duty: {law: L, ground: gdpr.17.3.b}
";

const PEOPLE: &str = "create table person (id integer primary key, name varchar(40), gone integer not null);\n";
const ROWS: &str = "insert into person values (1, 'Ada', 1), (2, 'Bob', 1), (12, 'Ada', 1);\n";

/// 2024-03-29.
const AT: &str = "1711627200";

#[test]
fn the_place_of_a_persons_own_row() {
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null, dept_id integer, at bigint);
create table dept (id integer primary key, head_id integer, kind varchar(20));
";
    let rows = format!(
        "insert into person values (1, 'Ada', 1, 1, {AT}), (2, 'Ada', 1, 1, {AT}), (3, 'Bob', 1, 2, {AT});
insert into dept values (1, 3, 'hr'), (2, 3, 'it');"
    );
    for engine in engines("the_place_of_a_persons_own_row") {
        for change in ["{overwrite: {kind: null}}", "delete"] {
            let site = format!(
                "contexts: {{dept: {{table: dept, key: id}}}}
relations: [{{from: person.dept_id, to: dept.id}}]
===
  account: {{title: M, place: dept_id, rows: [{{table: person, owner: id, export: none, purge: delete, clocks: {{at: {{column: at, unit: unix}}}}}}]}}
  depts: {{title: D, rows: [{{table: dept, owner: head_id, export: none, purge: {change}}}]}}
---
kind: RetentionRule
id: keep
items: {{include: [c.account]}}
within: {{dept: kind = 'hr'}}
{FIVE_YEARS}"
            );
            let place = place(engine, &whole(&site), schema, &rows);
            purge(&place, &["3"], "2026-03-30");
            purge(&place, &["1", "2"], "2026-03-31");
            assert_eq!(ids(&place, "select id from person order by id"), "1 2", "{engine:?} {change}");
            place.must(&["apply", "--type", "leaver", "--now", "2032-01-01"]);
            assert_eq!(ids(&place, "select id from person"), "", "{engine:?} {change}: the duty is over");
        }
    }
}

#[test]
fn places_around_a_place() {
    let schema = format!(
        "{PEOPLE}create table category (id integer primary key, parent_id integer, head_id integer, kind varchar(20));
create table memo (id integer primary key, category_id integer, person_id integer, at bigint);
"
    );
    let rows = format!(
        "{ROWS}insert into category values (1, null, 2, 'hr'), (2, 1, 2, ''), (3, 2, 2, ''), (4, null, 2, ''), (5, 4, 2, '');
insert into memo values (1, 3, 1, {AT}), (2, 3, 12, {AT}), (3, 5, 1, {AT}), (4, 4, 12, {AT});"
    );
    for engine in engines("places_around_a_place") {
        for change in ["delete", "{overwrite: {parent_id: null}}", "{overwrite: {kind: null}}"] {
            let site = format!(
                "relations:
  - {{from: memo.category_id, to: category.id}}
  - {{from: category.parent_id, to: category.id}}
contexts: {{category: {{table: category, key: id, parent: parent_id}}}}
===
  memos: {{title: M, place: category_id, rows: [{{table: memo, owner: person_id, export: none, purge: delete, clocks: {{at: {{column: at, unit: unix}}}}}}]}}
  categories: {{title: C, rows: [{{table: category, owner: head_id, export: none, purge: {change}}}]}}
---
kind: RetentionRule
id: keep
items: {{include: [c.memos]}}
within: {{category: kind = 'hr'}}
{FIVE_YEARS}"
            );
            let place = place(engine, &whole(&site), &schema, &rows);
            purge(&place, &["2"], "2026-03-30");
            // What lies around no kept row is not kept.
            let left = match change {
                "delete" => "select id from category",
                "{overwrite: {parent_id: null}}" => "select id from category where parent_id is not null",
                _ => "select id from category where kind is not null and id > 3",
            };
            let expected = match change {
                "delete" => "1 2 3",
                "{overwrite: {parent_id: null}}" => "2 3",
                _ => "",
            };
            assert_eq!(ids(&place, &format!("{left} order by id")), expected, "{engine:?} {change}");
            decided_by(engine, &site, &schema, &rows, "memo");
        }
    }
}

#[test]
fn what_stands_between_a_role_and_its_place() {
    let schema = format!(
        "{PEOPLE}create table category (id integer primary key, parent_id integer, head_id integer);
create table course (id integer primary key, category_id integer, boss_id integer);
create table room (id integer primary key, level integer not null, instance_id integer, keeper_id integer);
create table held (id integer primary key, room_id integer, person_id integer, name varchar(20));
create table memo (id integer primary key, course_id integer, person_id integer, at bigint);
"
    );
    let rows = format!(
        "{ROWS}insert into category values (1, null, 2), (2, 1, 2), (3, 2, 2);
insert into course values (1, 3, 2), (2, null, 2);
insert into room values (1, 40, 1, 2), (2, 50, 2, 2);
insert into held values (1, 1, 1, 'teacher'), (2, 1, 12, 'teacher'), (3, 2, 1, 'guest');
insert into memo values (1, 1, 1, {AT}), (2, 1, 12, {AT}), (3, 2, 1, {AT}), (4, 2, 12, {AT});"
    );
    for engine in engines("what_stands_between_a_role_and_its_place") {
        for takes in [
            "table: room, owner: keeper_id, export: none, purge: delete",
            "table: room, owner: keeper_id, export: none, purge: {overwrite: {instance_id: null}}",
            "table: category, owner: head_id, export: none, purge: delete",
            "table: course, owner: boss_id, export: none, purge: {overwrite: {category_id: null}}",
        ] {
            let site = format!(
                "relations:
  - {{from: memo.course_id, to: course.id}}
  - {{from: course.category_id, to: category.id}}
  - {{from: category.parent_id, to: category.id}}
  - {{from: held.room_id, to: room.id}}
  - {{from: room.instance_id, to: category.id, when: level = 40}}
  - {{from: room.instance_id, to: course.id, when: level = 50}}
contexts:
  category: {{table: category, key: id, parent: parent_id}}
  course: {{table: course, key: id, in: {{category: category_id}}}}
conventions: {{place: {{room_id: room.instance_id}}}}
roles: {{table: held, owner: person_id, name: name, place: room_id}}
===
  memos: {{title: M, place: course_id, rows: [{{table: memo, owner: person_id, export: none, purge: delete, clocks: {{at: {{column: at, unit: unix}}}}}}]}}
  others: {{title: O, rows: [{{{takes}}}]}}
---
kind: RetentionRule
id: keep
items: {{include: [c.memos]}}
period: {{at_least: P1Y, after: row.at}}
roles: {{teacher: {{at_least: P5Y}}}}
duty: {{law: L, ground: gdpr.17.3.b}}
"
            );
            decided_by(engine, &site, &schema, &rows, "memo");
        }
    }
}

#[test]
fn a_place_that_a_text_names_and_what_its_condition_reads() {
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null, at bigint);
create table kind (id integer primary key, word varchar(10), boss_id integer);
create table course (id integer primary key, kind_id integer, boss_id integer);
create table pref (id integer primary key, person_id integer, name varchar(40) not null, value varchar(40));
";
    let rows = format!(
        "insert into person values (1, 'Ada', 1, {AT}), (2, 'Bob', 1, {AT}), (12, 'Ada', 1, {AT});
insert into kind values (1, 'exam', 2), (2, 'game', 2); insert into course values (1, 1, 2), (11, 2, null);
insert into pref values (1, 1, 'sort_1', 'a'), (2, 12, 'sort_1', 'a'), (3, 1, 'sort_11', 'a');"
    );
    for engine in engines("a_place_that_a_text_names_and_what_its_condition_reads") {
        for takes in [
            "table: course, owner: boss_id, export: none, purge: delete",
            "table: course, owner: boss_id, export: none, purge: {overwrite: {kind_id: null}}",
            "table: kind, owner: boss_id, export: none, purge: delete",
            "table: kind, owner: boss_id, export: none, purge: {overwrite: {word: null}}",
        ] {
            let site = format!(
                "  clocks: {{at: {{column: at, unit: unix}}}}
contexts: {{course: {{table: course, key: id}}}}
relations: [{{from: course.kind_id, to: kind.id}}]
preferences: {{table: pref, owner: person_id, name: name, value: value}}
===
  sorting: {{title: S, preferences: [{{name: 'sort_{{place}}', place: course}}]}}
  others: {{title: O, rows: [{{{takes}}}]}}
---
kind: RetentionRule
id: keep
items: {{include: [c.sorting]}}
within: {{course: kind_id.word = 'exam'}}
period: {{at_least: P5Y, after: subject.at}}
duty: {{law: L, ground: gdpr.17.3.b}}
"
            );
            decided_by(engine, &site, schema, &rows, "pref");
        }
    }
}

/// What a condition looks at may be a row of the same table.
fn of_a_row_above(engine: Engine, relations: &str, schema: &str, rows: &str) {
    let site = format!(
        "{relations}===
  kinds: {{title: K, rows: [{{table: kind, owner: boss_id, where: above_id.word = 'x', export: none, purge: delete}}]}}
  tops: {{title: T, rows: [{{table: kind, owner: boss_id, where: above_id is null, while_owned: delete, export: none, purge: delete}}]}}
---
kind: LegalHold
id: suit
title: Suit
items: {{include: [c.kinds]}}
"
    );
    let place = place(engine, &whole(&site), schema, rows);
    place.must(&["hold", "place", "suit", "--subject", "1"]);
    purge(&place, &["2"], "2026-03-30");
    purge(&place, &["1"], "2026-03-31");
    assert_eq!(ids(&place, "select id from kind order by id"), "1 2", "{engine:?}");
}

/// A condition looks at a row above in the same table, a way and a part at rows of a third one; whoever has no such row goes.
#[test]
fn what_conditions_of_rows_ways_and_parts_look_at() {
    let schema = format!(
        "{PEOPLE}create table kind (id integer primary key, word varchar(10), boss_id integer, above_id integer);
create table post (id integer primary key, kind_id integer, person_id integer);
create table memo (id integer primary key, kind_id integer, post_id integer, person_id integer, at bigint);
create table leaf (id integer primary key, memo_id integer, kind_id integer, other_id integer);
"
    );
    let rows = format!(
        "{ROWS}insert into kind values (1, 'x', 2, null), (2, 'y', 1, 1), (3, 'y', 2, null);
insert into post values (1, 1, 1), (2, 1, 12), (3, 3, 1);
insert into memo values (1, 1, 1, 1, {AT}), (2, 1, 2, 12, {AT}), (3, 3, 3, 1, {AT});
insert into leaf values (1, 1, 1, 2), (2, 2, 3, 2);"
    );
    let relations = "relations:
  - {from: memo.kind_id, to: kind.id}
  - {from: memo.post_id, to: post.id}
  - {from: post.kind_id, to: kind.id}
  - {from: kind.above_id, to: kind.id}
  - {from: leaf.memo_id, to: memo.id}
  - {from: leaf.kind_id, to: kind.id}
";
    let clock = "export: none, purge: delete, clocks: {at: {column: at, unit: unix}}";
    for engine in engines("what_conditions_of_rows_ways_and_parts_look_at") {
        for change in ["delete", "{overwrite: {word: null}}"] {
            let kept = format!(
                "  kinds: {{title: K, rows: [{{table: kind, owner: boss_id, export: none, purge: {change}}}]}}
---
kind: RetentionRule
id: keep
items: {{include: [c.memos]}}
{FIVE_YEARS}"
            );
            for (entry, left) in [
                (format!("{{table: memo, owner: person_id, where: kind_id.word = 'x', {clock}}}"), "1 2"),
                (
                    format!(
                        "{{table: memo, owner: \"post_id[kind_id.word = 'x'].person_id\", while_owned: delete, {clock}}}"
                    ),
                    // Whose a row is a duty does not ask.
                    "1 2 3",
                ),
            ] {
                let site = format!(
                    "{relations}===
  memos: {{title: M, rows: [{entry}]}}
  others: {{title: O, rows: [{{table: memo, owner: person_id, while_owned: delete, export: none, purge: delete}}]}}
{kept}"
                );
                let place = place(engine, &whole(&site), &schema, &rows);
                purge(&place, &["2"], "2026-03-30");
                let words = "select id from kind where word is not null order by id";
                assert_eq!(ids(&place, words), "1 2", "{engine:?} {entry}: what decides nothing goes");
                purge(&place, &["1", "12"], "2026-03-31");
                assert_eq!(ids(&place, "select id from memo order by id"), left, "{engine:?} {change} {entry}");
            }
            if change == "delete" {
                of_a_row_above(engine, relations, &schema, &rows);
            }
            // A part is one by what it refers to.
            let site = format!(
                "{relations}===
  memos: {{title: M, rows: [{{table: memo, owner: person_id, {clock}, parts: [{{table: leaf.memo_id, where: kind_id.word = 'x', export: none}}]}}]}}
  leaves: {{title: L, rows: [{{table: leaf, owner: other_id, while_owned: delete, export: none, purge: delete}}]}}
{kept}"
            );
            let of_parts = place(engine, &whole(&site), &schema, &rows);
            purge(&of_parts, &["2"], "2026-03-30");
            purge(&of_parts, &["1"], "2026-03-31");
            assert_eq!(ids(&of_parts, "select id from leaf"), "1", "{engine:?} {change}");
        }
    }
}

/// Whoever shares an address with a guest is no guest.
#[test]
fn each_of_those_who_share_an_identifier_has_the_period_of_their_own_role() {
    let schema =
        "create table person (id integer primary key, name varchar(40), gone integer not null, mail varchar(40));
create table course (id integer primary key);
create table held (id integer primary key, course_id integer, person_id integer, name varchar(20));
create table exam (id integer primary key, course_id integer, mail varchar(40), at bigint);
";
    let rows = format!(
        "insert into person values (1, 'Ada', 1, 'x'), (2, 'Bob', 1, 'x'), (3, 'Cy', 1, 'y');
insert into course values (1); insert into held values (1, 1, 1, 'guest'), (2, 1, 3, 'guest');
insert into exam values (1, 1, 'x', {AT}), (2, 1, 'y', {AT});"
    );
    let site = format!(
        "  identifiers: {{mail: mail}}
contexts: {{course: {{table: course, key: id}}}}
relations: [{{from: exam.course_id, to: course.id}}, {{from: held.course_id, to: course.id}}]
roles: {{table: held, owner: person_id, name: name, place: course_id}}
===
  exams: {{title: P, place: course_id, rows: [{{table: exam, owner: {{path: mail, is: mail}}, export: none, purge: delete, clocks: {{at: {{column: at, unit: unix}}}}}}]}}
---
kind: RetentionRule
id: keep
items: {{include: [c.exams]}}
roles: {{guest: {{at_least: P1M}}}}
{FIVE_YEARS}"
    );
    for engine in engines("each_of_those_who_share_an_identifier_has_the_period_of_their_own_role") {
        let place = place(engine, &whole(&site), schema, &rows);
        purge(&place, &["1", "2", "3"], "2026-03-30");
        assert_eq!(ids(&place, "select id from exam"), "1", "{engine:?}");
    }
}

/// 'BOB' in a column that folds letters is not bob, and does not stand in his way.
#[test]
fn a_role_in_a_tree_of_places_is_somebodys_by_the_bytes_of_their_key() {
    let schema = "create table person (id varchar(20) FOLDS primary key, name varchar(40), gone integer not null);
create table category (id integer primary key, parent_id integer);
create table held (id integer primary key, category_id integer, person_id varchar(20) FOLDS, name varchar(20));
create table memo (id integer primary key, category_id integer, person_id varchar(20), at bigint);
";
    let rows = format!(
        "insert into person values ('bob', 'Bob', 1), ('ann', 'Ann', 1), ('bobby', 'Bob', 0);
insert into category values (1, null), (2, 1), (3, 2);
insert into held values (1, 1, 'BOB', 'teacher'), (2, 1, 'bob', 'teacher'), (3, 1, 'ANN', 'teacher'), (4, 1, 'bobby', 'teacher');
insert into memo values (1, 3, 'bob', {AT}), (2, 3, 'ann', {AT}), (3, 3, 'bobby', {AT});"
    );
    let site = "contexts: {category: {table: category, key: id, parent: parent_id}}
relations: [{from: memo.category_id, to: category.id}, {from: held.category_id, to: category.id}, {from: category.parent_id, to: category.id}]
roles: {table: held, owner: person_id, name: name, place: category_id}
===
  memos: {title: P, place: category_id, rows: [{table: memo, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
---
kind: RetentionRule
id: keep
items: {include: [c.memos]}
period: {at_least: P1Y, after: row.at}
roles: {teacher: {at_least: P5Y}}
duty: {law: L, ground: gdpr.17.3.b}
";
    for engine in engines("a_role_in_a_tree_of_places_is_somebodys_by_the_bytes_of_their_key") {
        let folds = match engine {
            Engine::Mariadb => "collate utf8mb4_general_ci",
            Engine::Library => "collate nocase",
            _ => "",
        };
        let place = place(engine, &whole(site), &schema.replace("FOLDS", folds), &rows);
        purge(&place, &["bob", "ann"], "2026-03-30");
        assert_eq!(ids(&place, "select id from memo order by id"), "1 3", "{engine:?}");
    }
}
