//! Which rows a rule leaves for later, because others need them, and which it does not.

use crate::running::small::{head, ids, place};
use crate::running::{Place, engines};

const SUBJECT: &str = "subject: {table: person, key: id, label: name, nobody: [0], status: {active: default}IDS}
";
const PEOPLE: &str = "create table person (id integer primary key, name varchar(40));\n";
const ROWS: &str = "insert into person values (1, 'Ada'), (2, 'Bob'), (12, 'Ada');\n";
const CLOCK: &str = "export: none, clocks: {at: {column: at, unit: unix}}";

/// 2024-03-29, and a day that is far away.
const OLD: &str = "1711627200";
const YOUNG: &str = "1898000000";

const NOW: &str = "2026-03-30";

/// What the Site says besides, and behind `===` the items; one rule ends these of them after a year.
fn site(text: &str, ends: &str) -> String {
    let (more, items) = text.split_once("===\n").expect("the Site, and the rest");
    let subject = SUBJECT.replace("IDS", "");
    head(&format!("{}{more}", if more.contains("subject:") { "" } else { &subject }))
        + items
        + &format!(
            "---
kind: RetentionRule
id: old
items: {{include: [{ends}]}}
period: {{at_most: P1Y, after: row.at}}
then: purge
"
        )
}

/// All that it does, and says, until it has nothing to do.
fn end(place: &Place) -> String {
    let said = place.run(&["apply", "--now", NOW, "--rule", "old"]);
    crate::cli::stdout(&said) + &crate::cli::stderr(&said)
}

/// The same, where nothing is refused; and what is left of each table then.
fn left(place: &Place, tables: &[(&str, &str)]) -> String {
    let said = end(place);
    let engine = place.database.engine;
    for (table, rows) in tables {
        let found = ids(place, &format!("select id from {table} order by id"));
        assert_eq!(found, *rows, "{engine:?} {table}: {said}");
    }
    assert!(!said.contains("undone"), "{engine:?}: {said}");
    said
}

#[test]
fn a_row_does_not_wait_for_its_own_parts() {
    let schema = format!(
        "{PEOPLE}create table msg (id integer primary key, person_id integer, parent_id integer references msg (id), kind varchar(10), at bigint);"
    );
    let rows = format!(
        "{ROWS}insert into msg values (1, 1, null, 'root', {OLD}), (2, 2, 1, 'reply', {YOUNG}), (3, 1, 1, 'reply', {YOUNG}),
(4, 12, null, 'root', {OLD}), (5, 2, 4, 'other', {YOUNG}), (6, 1, null, 'open', {OLD}), (7, 2, 6, 'reply', {YOUNG});"
    );
    for engine in engines("a_row_does_not_wait_for_its_own_parts") {
        // The parts stand at the entry that ends, or at another one of the table.
        for (own, other, left) in [
            (", parts: [{table: msg.parent_id, where: kind = 'reply', export: none}]", "", "4 5"),
            ("", ", where: kind = 'root', parts: [{table: msg.parent_id, export: none}]", "6 7"),
        ] {
            let text = format!(
                "===
  m: {{title: M, rows: [{{table: msg, owner: person_id, purge: delete, {CLOCK}{own}}}]}}
  o: {{title: O, rows: [{{table: msg, owner: person_id, export: none, purge: {{keep: because}}{other}}}]}}
"
            );
            let place = place(engine, &site(&text, "c.m"), &schema, &rows);
            let said = end(&place);
            assert_eq!(ids(&place, "select id from msg order by id"), left, "{engine:?} {own}: {said}");
            assert!(said.contains("1 rows of `msg` stay"), "{engine:?} {own}: {said}");
        }
    }
}

#[test]
fn a_row_waits_for_what_refers_to_it_otherwise_than_a_part() {
    let schema = format!(
        "{PEOPLE}create table doc (id integer primary key, owner_id integer, at bigint);
create table comm (id integer primary key, doc_id integer references doc (id), see_id integer references doc (id));"
    );
    let rows = format!(
        "{ROWS}insert into doc values (1, 1, {OLD}), (2, 2, {YOUNG}), (3, 12, {OLD});
insert into comm values (1, 1, null), (2, 2, 1), (3, 3, 3);"
    );
    let text = format!(
        "===
  docs: {{title: D, rows: [{{table: doc, owner: owner_id, purge: delete, {CLOCK}, parts: [{{table: comm.doc_id, export: none}}]}}]}}
"
    );
    for engine in engines("a_row_waits_for_what_refers_to_it_otherwise_than_a_part") {
        let place = place(engine, &site(&text, "c.docs"), &schema, &rows);
        let said = end(&place);
        assert_eq!(ids(&place, "select id from doc order by id"), "1 2", "{engine:?}: {said}");
        assert_eq!(ids(&place, "select id from comm order by id"), "1 2", "{engine:?}: {said}");
        assert!(said.contains("1 rows of `doc` stay"), "{engine:?}: {said}");
    }
}

#[test]
fn a_row_waits_for_those_alone_that_are_found_over_it() {
    let schema = format!(
        "{PEOPLE}create table folder (id integer primary key, owner_id integer, at bigint);
create table letter (id integer primary key, folder_id integer, x varchar(10));
create table msg (id integer primary key, owner_id integer, root_id integer, at bigint);"
    );
    let rows = format!(
        "{ROWS}insert into folder values (1, 1, {OLD}), (2, 12, {OLD}), (3, 2, {OLD});
insert into letter values (1, 1, 'a'), (2, 2, 'b'), (3, 2, 'a');
insert into msg values (1, 1, 1, {OLD}), (2, null, 1, {YOUNG}), (3, 2, 3, {OLD}), (4, 12, 3, {OLD});
insert into msg values (5, 2, 5, {OLD}), (6, 12, 5, {OLD}), (7, 12, 6, {OLD});"
    );
    let text = format!(
        "relations: [{{from: letter.folder_id, to: folder.id}}, {{from: msg.root_id, to: msg.id}}]
===
  folders: {{title: F, rows: [{{table: folder, owner: owner_id, purge: delete, {CLOCK}}}]}}
  letters: {{title: L, rows: [{{table: letter, owner: folder_id.owner_id, where: x = 'b', export: none, purge: {{keep: because}}}}]}}
  all: {{title: M, rows: [{{table: msg, owner: root_id.owner_id, purge: delete, {CLOCK}}}]}}
"
    );
    for engine in engines("a_row_waits_for_those_alone_that_are_found_over_it") {
        let place = place(engine, &site(&text, "c.folders, c.all"), &schema, &rows);
        let said = end(&place);
        assert_eq!(ids(&place, "select id from folder"), "2", "{engine:?}: {said}");
        assert_eq!(ids(&place, "select id from msg order by id"), "1 2", "{engine:?}: {said}");
        assert!(!said.contains("undone"), "{engine:?}: {said}");
    }
}

#[test]
fn a_row_waits_for_those_that_are_found_over_its_parts_and_not_for_parts_however_deep() {
    let schema = format!(
        "{PEOPLE}create table thread (id integer primary key, person_id integer, at bigint);
create table post (id integer primary key, thread_id integer, person_id integer);
create table lik (id integer primary key, post_id integer);
create table msg (id integer primary key, person_id integer, parent_id integer references msg (id), at bigint);"
    );
    let rows = format!(
        "{ROWS}insert into thread values (1, 1, {OLD}), (2, 12, {OLD});
insert into post values (1, 1, 2), (2, 2, 2); insert into lik values (1, 1);
insert into msg values (1, 1, null, {OLD}), (2, 2, 1, {YOUNG}), (3, 2, 2, {YOUNG}), (4, 12, null, {YOUNG}), (5, 1, 4, {YOUNG});"
    );
    let text = format!(
        "relations: [{{from: post.thread_id, to: thread.id}}, {{from: lik.post_id, to: post.id}}]
===
  threads: {{title: T, rows: [{{table: thread, owner: person_id, purge: delete, {CLOCK}, parts: [{{table: post.thread_id, export: none}}]}}]}}
  likes: {{title: L, rows: [{{table: lik, owner: post_id.person_id, export: none, purge: delete}}]}}
  msgs: {{title: M, rows: [{{table: msg, owner: person_id, purge: delete, {CLOCK}, parts: [{{table: msg.parent_id, export: none}}]}}]}}
  answers: {{title: A, rows: [{{table: msg, owner: parent_id.parent_id.person_id, export: none, purge: {{keep: because}}}}]}}
"
    );
    for engine in engines("a_row_waits_for_those_that_are_found_over_its_parts_and_not_for_parts_however_deep") {
        let place = place(engine, &site(&text, "c.threads, c.msgs"), &schema, &rows);
        let said = left(&place, &[("thread", "1"), ("post", "1"), ("msg", "4 5")]);
        assert!(said.contains("1 rows of `thread` stay"), "{engine:?}: {said}");
        place.database.batch("delete from lik");
        left(&place, &[("thread", "")]);
    }
}

/// What is a part of a row is one of the rows below it, too: these go with it, and take theirs along.
#[test]
fn parts_of_rows_below_are_waited_for_and_not_waited_for_as_those_of_the_row() {
    let schema = format!(
        "{PEOPLE}create table doc (id integer primary key, person_id integer, parent_id integer references doc (id), at bigint);
create table comm (id integer primary key, doc_id integer, see_id integer references doc (id), person_id integer);
create table lik (id integer primary key, comm_id integer references comm (id));"
    );
    // Of each person a document, one below it, and one below that; comments stand at the last.
    let rows = format!(
        "{ROWS}insert into doc values (1, 1, null, {OLD}), (2, 2, 1, {YOUNG}), (3, 2, 2, {YOUNG});
insert into doc values (4, 12, null, {OLD}), (5, 2, 4, {YOUNG}), (6, 2, 5, {YOUNG});
insert into doc values (7, 2, null, {OLD}), (8, 12, 7, {YOUNG}), (9, 12, 8, {YOUNG});
insert into comm values (1, 3, 1, 2), (2, 6, null, 2), (3, 9, null, 2), (4, 6, 7, 2); insert into lik values (1, 2);"
    );
    let text = format!(
        "relations: [{{from: comm.doc_id, to: doc.id}}]
===
  docs: {{title: D, rows: [{{table: doc, owner: person_id, purge: delete, {CLOCK}, parts: [{{table: comm.doc_id, export: none}}, {{table: doc.parent_id, export: none}}]}}]}}
  likes: {{title: L, rows: [{{table: lik, owner: comm_id.person_id, export: none, purge: delete}}]}}
"
    );
    for engine in engines("parts_of_rows_below_are_waited_for_and_not_waited_for_as_those_of_the_row") {
        let place = place(engine, &site(&text, "c.docs"), &schema, &rows);
        // Of 4 a like is found over the comment below; to 7 a comment refers that is a part of another.
        let said = left(&place, &[("doc", "4 5 6 7 8 9"), ("comm", "2 3 4")]);
        assert!(said.contains("2 rows of `doc` stay"), "{engine:?}: {said}");
        place.database.batch("delete from lik");
        left(&place, &[("doc", ""), ("comm", "")]);
    }
}

#[test]
fn parts_of_rows_below_a_part_are_waited_for_as_those_of_the_part() {
    let schema = format!(
        "{PEOPLE}create table thread (id integer primary key, person_id integer, at bigint);
create table post (id integer primary key, thread_id integer, parent_id integer, see_id integer references thread (id));
create table comm (id integer primary key, post_id integer, person_id integer);
create table lik (id integer primary key, comm_id integer references comm (id));"
    );
    // In each thread a post, one below it, and one below that; comments stand at the last.
    let rows = format!(
        "{ROWS}insert into thread values (1, 1, {OLD}), (2, 12, {OLD}), (3, 2, {OLD});
insert into post values (1, 1, null, null), (2, null, 1, null), (3, null, 2, 1), (4, 2, null, null), (5, null, 4, null);
insert into post values (6, null, 5, 3), (7, 3, null, null), (8, null, 7, null), (9, null, 8, null);
insert into comm values (1, 3, 2), (2, 6, 2), (3, 9, 2); insert into lik values (1, 2);"
    );
    let text = format!(
        "relations: [{{from: post.thread_id, to: thread.id}}, {{from: post.parent_id, to: post.id}}, {{from: comm.post_id, to: post.id}}]
===
  threads: {{title: T, rows: [{{table: thread, owner: person_id, purge: delete, {CLOCK}, parts: [{{table: post.thread_id, export: none, parts: [{{table: post.parent_id, export: none}}, {{table: comm.post_id, export: none}}]}}]}}]}}
  likes: {{title: L, rows: [{{table: lik, owner: comm_id.person_id, export: none, purge: delete}}]}}
"
    );
    for engine in engines("parts_of_rows_below_a_part_are_waited_for_as_those_of_the_part") {
        let place = place(engine, &site(&text, "c.threads"), &schema, &rows);
        // Over the comment of 2 a like is found; a post that goes with 2 refers to 3.
        let said = left(&place, &[("thread", "2 3"), ("post", "4 5 6 7 8 9"), ("comm", "2 3")]);
        assert!(said.contains("2 rows of `thread` stay"), "{engine:?}: {said}");
        place.database.batch("delete from lik");
        left(&place, &[("thread", ""), ("post", ""), ("comm", "")]);
    }
}

/// Without the row that bears an identifier, rows that are found by it would be nobody's.
#[test]
fn a_row_waits_for_those_that_name_somebody_by_what_it_bears() {
    let schema = format!(
        "{PEOPLE}create table contact (id integer primary key, who integer references person (id), code varchar(20), at bigint);
create table letter (id integer primary key, code varchar(20), at bigint);"
    );
    let rows = format!(
        "{ROWS}insert into contact values (1, 1, 'a1', {OLD}), (2, 12, 'a2', {OLD}), (3, 2, 'a3', {OLD}), (4, 2, null, {OLD});
insert into letter values (1, 'a1', {YOUNG}), (2, 'a2', {OLD}), (3, 'A3', {YOUNG});"
    );
    let subject = SUBJECT.replace("IDS", ", identifiers: {contact: {path: '<contact.who>.code'}}");
    let text = format!(
        "{subject}===
  contacts: {{title: K, rows: [{{table: contact, owner: who, purge: delete, {CLOCK}}}]}}
  letters: {{title: L, rows: [{{table: letter, owner: {{path: code, is: contact}}, purge: delete, {CLOCK}}}]}}
"
    );
    for engine in engines("a_row_waits_for_those_that_name_somebody_by_what_it_bears") {
        let place = place(engine, &site(&text, "c.contacts, c.letters"), &schema, &rows);
        let said = end(&place);
        assert_eq!(ids(&place, "select id from letter order by id"), "1 3", "{engine:?}: {said}");
        assert!(!said.contains("undone"), "{engine:?}: {said}");
        let again = end(&place);
        assert_eq!(ids(&place, "select id from contact order by id"), "1", "{engine:?}: {said}{again}");
        assert!(again.contains("1 rows of `contact` stay"), "{engine:?}: {again}");
    }
}

const HOLD: &str = "---
kind: LegalHold
id: suit
title: Suit
items: {include: [c.letters]}
";

/// What is withheld from a row for others' sake is not due: a rule that found it due would never end.
#[test]
fn a_rule_ends_where_something_is_withheld() {
    let schema = format!(
        "{PEOPLE}create table folder (a integer not null, b integer not null, id integer unique, maker_id integer, code varchar(20), at bigint, primary key (a, b));
create table letter (id integer primary key, who integer, folder_id integer references folder (id));"
    );
    let rows = format!(
        "{ROWS}insert into folder values (1, 1, 1, 2, 'x', {OLD}), (1, 2, 2, 2, 'y', {OLD}), (1, 3, 3, 2, null, {OLD});
insert into letter values (1, 1, 1), (2, 2, 2), (3, 12, 3);"
    );
    let code = "purge: {overwrite: {code: null}}, parts: [{table: letter.folder_id = id, export: none, purge: delete}]";
    for engine in engines("a_rule_ends_where_something_is_withheld") {
        for (purge, folders, letters) in
            [("purge: {overwrite: {code: null, maker_id: null}}", "2 0 0", "1 2 3"), (code, "2 2 2", "1")]
        {
            let text = format!(
                "===
  letters: {{title: L, rows: [{{table: letter, owner: who, while_owned: keep, export: none, purge: delete}}]}}
  folders: {{title: F, rows: [{{table: folder, owner: maker_id, {purge}, {CLOCK}}}]}}
{HOLD}"
            );
            let place = place(engine, &site(&text, "c.folders"), &schema, &rows);
            place.must(&["hold", "place", "suit", "--subject", "1"]);
            let said = end(&place);
            assert_eq!(ids(&place, "select id from letter order by id"), letters, "{engine:?} {purge}: {said}");
            let makers = ids(&place, "select coalesce(maker_id, 0) from folder order by id");
            assert_eq!(makers, folders, "{engine:?} {purge}: {said}");
            assert_eq!(ids(&place, "select id from folder where code is not null"), "", "{engine:?} {purge}: {said}");
            assert_eq!(end(&place), "nobody was purged\n", "{engine:?} {purge}");
        }
    }
}

/// What is withheld from a row of two people is that it goes, not that one of them leaves it.
#[test]
fn a_side_is_left_in_a_row_that_others_need() {
    let schema = format!(
        "{PEOPLE}create table talk (id integer primary key, a_id integer, b_id integer, a_left integer not null, b_left integer not null, kind varchar(10), at bigint);
create table letter (id integer primary key, who integer, talk_id integer);"
    );
    let rows = format!(
        "{ROWS}insert into talk values (1, 1, 2, 0, 1, 'x', {OLD}), (2, 12, 2, 0, 1, 'x', {OLD}), (3, 1, 2, 0, 1, 'x', {YOUNG}), (4, 1, 2, 0, 0, 'x', {OLD});
insert into letter values (1, 1, 1), (2, 12, 2), (3, 1, 4);"
    );
    let text = format!(
        "relations: [{{from: letter.talk_id, to: talk.id}}]
===
  letters: {{title: L, rows: [{{table: letter, owner: who, where: talk_id.kind = 'x', export: none, purge: delete}}]}}
  ours: {{title: O, side: talks.a}}
  theirs: {{title: T, side: talks.b}}
shared_rows:
  talks:
    tables: [talk]
    export: [kind]
    clocks: {{at: {{column: at, unit: unix}}}}
    sides: {{a: {{owner: a_id, leave: {{a_left: 1}}, gone: a_left = 1}}, b: {{owner: b_id, leave: {{b_left: 1}}, gone: b_left = 1}}}}
{HOLD}"
    );
    for engine in engines("a_side_is_left_in_a_row_that_others_need") {
        let place = place(engine, &site(&text, "c.ours"), &schema, &rows);
        place.must(&["hold", "place", "suit", "--subject", "1"]);
        let said = end(&place);
        let left = ids(&place, "select id * 100 + a_left * 10 + b_left from talk order by id");
        assert_eq!(left, "111 301 410", "{engine:?}: {said}");
        assert_eq!(end(&place), "nobody was purged\n", "{engine:?}");
    }
}

/// A person whose row leads to a held row has only that withheld by which it does.
#[test]
fn what_leads_nowhere_is_written() {
    let schema = "create table person (id integer primary key, name varchar(40), mail varchar(40), at bigint);
create table folder (id integer primary key, owner_id integer);
create table letter (id integer primary key, folder_id integer);
create table post (id integer primary key, mail varchar(40));"
        .to_owned();
    let rows = format!(
        "insert into person values (1, 'Ada', 'a', {OLD}), (2, 'Bob', 'b', {OLD}), (12, 'Ada', 'c', {YOUNG});
insert into folder values (1, 1), (2, 2); insert into letter values (1, 1), (2, 2); insert into post values (1, 'b');"
    );
    let subject = SUBJECT.replace("IDS", ", identifiers: {mail: mail}");
    let text = format!(
        "{subject}relations: [{{from: letter.folder_id, to: folder.id}}, {{from: folder.owner_id, to: person.id}}]
===
  letters: {{title: L, rows: [{{table: letter, owner: folder_id.owner_id, export: none, purge: delete}}]}}
  posts: {{title: P, rows: [{{table: post, owner: {{path: mail, is: mail}}, export: none, purge: delete}}]}}
  account: {{title: A, rows: [{{table: person, owner: id, purge: {{overwrite: {{mail: null}}}}, {CLOCK}}}]}}
{HOLD}---
kind: LegalHold
id: other
title: Other
items: {{include: [c.posts]}}
"
    );
    for engine in engines("what_leads_nowhere_is_written") {
        let place = place(engine, &site(&text, "c.account"), &schema, &rows);
        for hold in ["suit", "other"] {
            place.must(&["hold", "place", hold, "--subject", "1"]);
            place.must(&["hold", "place", hold, "--subject", "2"]);
        }
        let said = end(&place);
        // Ada's letter is found by her key, Bob's post by his address.
        assert_eq!(
            ids(&place, "select id from person where mail is not null order by id"),
            "2 12",
            "{engine:?}: {said}"
        );
        assert_eq!(end(&place), "nobody was purged\n", "{engine:?}");
    }
}
