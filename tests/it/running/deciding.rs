//! `why ITEM --subject KEY`: what decides now about the rows of one person.

use serde_json::{Value, json};

use super::{Place, engines};
use crate::engine::Engine;

const SCHEMA: &str = "create table person (id integer primary key, name varchar(40), email varchar(80), state varchar(20) not null);
create table note (id integer primary key, person_id integer, at bigint, booked bigint, kind varchar(20) not null, words varchar(60));
create table page (id integer primary key, note_id integer not null references note (id), words varchar(60));
create table letter (id integer primary key, email varchar(80), at bigint, words varchar(60));
create table draft (id integer primary key, person_id integer, at bigint, words varchar(60));
";

const SITE: &str = "kind: Site
id: court
title: Court
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [ENGINE]
subject:
  table: person
  key: id
  label: name
  identifiers: {email: {column: email, compare: case_insensitive}}
  status: {active: default, left: {when: state = 'left', set: {state: left}}}
  nobody: [0]
  protected: name = 'root'
---
kind: Component
id: desk
title: Desk
items:
  notes:
    title: Notes
    rows: [{table: note, owner: person_id, export: none, clocks: {at: {column: at, unit: unix}, booked: {column: booked, unit: unix}}, purge: [{where: kind = 'kept', then: {keep: The history of the desk}}, {else: delete}], parts: [{table: page.note_id, export: none}]}]
  letters: {title: Letters, rows: [{table: letter, owner: {path: email, is: email}, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
---
kind: PurgeType
id: leaver
title: Leaver
status: left
use: [manual]
items: {include: ['*']}
---
kind: PurgeType
id: resting
title: Resting
status: active
use: [manual]
items: {include: [desk.notes]}
---
kind: RetentionRule
id: old
items: {include: [desk.notes, desk.letters]}
period: {at_most: P1Y, after: row.at}
then: purge
---
kind: RetentionRule
id: books
items: {include: [desk.notes]}
period: {at_least: P2Y, after: row.booked}
duty: {law: Books Act, ground: gdpr.17.3.b}
---
kind: LegalHold
id: suit
title: Suit
items: {include: [desk.notes]}
until: 2026-06-30
---
kind: LegalHold
id: over
title: Over
items: {include: ['*']}
until: 2025-12-31
";

/// 1730419200 is 2024-11-01, 1759060800 is 2025-09-28, 946684800 is 2000-01-01; the near-twin has the name, and none of
/// the rows.
const ROWS: &str = "insert into person (id, name, email, state) values (1, 'Ada', 'ada@example.org', 'active'), (2, 'Ada', 'ada@example.com', 'active'), (3, 'Bob', 'bob@example.org', 'left'), (4, 'root', 'root@example.org', 'active'), (12, 'Cleo', 'cleo@example.org', 'left');
insert into note (id, person_id, at, booked, kind, words) values
  (1, 1, 946684800, 946684800, 'own', 'SECRET over'),
  (2, 1, 946684800, 1730419200, 'own', 'SECRET booked, kept'),
  (3, 1, 946684800, 1759060800, 'own', 'SECRET booked, kept'),
  (4, 1, 1759060800, 946684800, 'own', 'SECRET young'),
  (5, 1, null, 946684800, 'own', 'SECRET never'),
  (6, 1, 946684800, 946684800, 'kept', 'SECRET history'),
  (7, 2, 946684800, 946684800, 'own', 'SECRET of the twin'),
  (8, 3, 946684800, 946684800, 'own', 'SECRET held'),
  (9, 3, 1759060800, null, 'own', 'SECRET held, and a duty without an end'),
  (10, 12, 946684800, 946684800, 'own', 'SECRET'),
  (11, 4, 946684800, 946684800, 'own', 'SECRET of nobody whose rows may go'),
  (12, 1, 0, 946684800, 'own', 'SECRET never either');
insert into page (id, note_id, words) values (1, 1, 'SECRET'), (2, 4, 'SECRET');
insert into letter (id, email, at, words) values (1, 'ADA@example.org', 946684800, 'SECRET'), (2, 'ada@example.org', 1759060800, 'SECRET'), (3, 'ada@example.com', 946684800, 'SECRET'), (4, '', 946684800, 'SECRET');
insert into draft (id, person_id, at, words) values (1, 1, 946684800, 'SECRET'), (2, 2, 946684800, 'SECRET');
";

pub(super) const NOW: &str = "2026-03-30T12:00:00Z";

pub(super) fn place(engine: Engine) -> Place {
    let site = SITE.replace("ENGINE", engine.dialect());
    let place = Place::made_of(engine, &site, SCHEMA, &(SCHEMA.to_owned() + ROWS)).installed();
    for (hold, subject) in [("suit", 3), ("over", 1), ("over", 3)] {
        place
            .database
            .batch(&format!("insert into probate_hold (hold, subject, placed) values ('{hold}', {subject}, 1)"));
    }
    place
}

fn of(place: &Place, item: &str, subject: &str) -> Value {
    let host = place.host();
    let (why, code) = place.json(&["why", item, "--subject", subject, "--now", NOW]);
    assert_eq!(code, 0, "{why:#}");
    assert_eq!(place.host(), host, "nothing is changed");
    assert!(!why.to_string().contains("SECRET") && !why.to_string().contains("example."), "no value: {why:#}");
    why["person"].clone()
}

#[test]
fn what_keeps_and_what_ends_the_rows_of_one_person() {
    for engine in engines("what_keeps_and_what_ends_the_rows_of_one_person") {
        let place = place(engine);
        let ada = of(&place, "desk.notes", "1");
        assert_eq!(ada["statuses"], json!(["active"]), "{engine:?}");
        assert_eq!(ada["rows"][0]["rows"], 7, "{engine:?}: {ada:#}");
        let duty =
            json!({"by": "duty", "id": "books", "rows": 2, "first": "2026-11-01", "last": "2027-09-28", "never": 0});
        assert_eq!(ada["rows"][0]["kept"], json!([duty]), "{engine:?}: the hold has ended: {ada:#}");
        // Of four that are over a duty keeps two, and with one there is nothing to do.
        let rule = json!({"id": "old", "then": "purge", "over": 4, "due": 1, "not_over": 3, "first": "2026-09-28", "last": "2026-09-28", "never": 2});
        assert_eq!(ada["rows"][0]["rules"], json!([rule]), "{engine:?}: {ada:#}");
        let types = ada["purge_types"].as_array().expect("types");
        let [leaver, resting] = types.as_slice() else { panic!("{engine:?}: {ada:#}") };
        assert_eq!((&leaver["id"], &leaver["could_be_now"]), (&json!("leaver"), &json!(false)), "{engine:?}");
        assert_eq!((&resting["id"], &resting["could_be_now"]), (&json!("resting"), &json!(true)), "{engine:?}");
        let steps: Vec<(&str, &str, u64)> = resting["steps"]
            .as_array()
            .expect("steps")
            .iter()
            .map(|step| {
                let text = |name: &str| step[name].as_str().expect("a name");
                (text("action"), text("table"), step["rows"].as_u64().expect("a count"))
            })
            .collect();
        assert_eq!(
            steps,
            [("delete", "page", 2), ("delete", "note", 4), ("keep", "note", 1), ("keep", "note", 2)],
            "{engine:?}: {ada:#}"
        );
        let twin = of(&place, "desk.notes", "2");
        assert_eq!((&twin["rows"][0]["rows"], &twin["rows"][0]["kept"]), (&json!(1), &json!([])), "{engine:?}");
        assert_eq!(twin["rows"][0]["rules"][0]["due"], 1, "{engine:?}: {twin:#}");
        let bob = of(&place, "desk.notes", "3");
        let kept = bob["rows"][0]["kept"].as_array().expect("kept");
        assert_eq!(kept[0], json!({"by": "hold", "id": "suit", "rows": 2, "until": "2026-06-30"}), "{engine:?}");
        assert_eq!(kept[1], json!({"by": "duty", "id": "books", "rows": 1}), "{engine:?}: no day: {bob:#}");
        assert_eq!(bob["rows"][0]["rules"][0]["due"], 0, "{engine:?}: {bob:#}");
        let root = of(&place, "desk.notes", "4");
        assert_eq!(root["is_protected"], true, "{engine:?}: {root:#}");
        assert_eq!(root["purge_types"][1]["could_be_now"], false, "{engine:?}: {root:#}");
        let letters = of(&place, "desk.letters", "1");
        assert_eq!(letters["rows"][0]["rows"], 2, "{engine:?}: by what else they are named: {letters:#}");
        assert_eq!(letters["rows"][0]["rules"][0]["due"], 1, "{engine:?}: {letters:#}");
        // What it says is due is what goes, of everybody.
        let due: u64 = ["1", "2", "3", "4", "12"]
            .iter()
            .filter_map(|one| of(&place, "desk.notes", one)["rows"][0]["rules"][0]["due"].as_u64())
            .sum();
        let before = place.database.number("select count(*) from note").expect("a count");
        place.must(&["apply", "--rule", "old", "--now", NOW]);
        let after = place.database.number("select count(*) from note").expect("a count");
        assert_eq!(u64::try_from(before - after).expect("a count"), due, "{engine:?}");
    }
}

/// In the order in which `why` tells it; and what somebody has not reviewed is left alone.
#[test]
fn it_is_told_in_the_order_of_why() {
    for engine in engines("it_is_told_in_the_order_of_why") {
        let place = place(engine);
        let path = place.project.path().join("site.yaml");
        let text = std::fs::read_to_string(&path).expect("a file");
        let letters = "rows: [{table: letter,";
        let more = "rows: [{table: draft, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}, {table: letter,";
        std::fs::write(&path, text.replace(letters, more)).expect("written");
        let told = place.must(&["why", "desk.letters", "--subject", "1", "--now", NOW]);
        let expected = "desk.letters: Letters (site.yaml:24:3)
this person is active

Rows
  2 rows of `letter` (site.yaml:24)
  1 row of `draft` (site.yaml:24)

Purge
  leaver: not now, it is for somebody who is left

Retention
  at_most old: the time of 1 row of `letter` is over, 1 due now, then purge; not of 1 row; it is over on 2026-09-28

Review
  new: 1 row of `draft` (site.yaml:24) left alone until `probate lock`
";
        assert_eq!(told, expected, "{engine:?}");
        let told = place.must(&["why", "desk.notes", "--subject", "3", "--now", NOW]);
        for line in [
            "  leaver: keep 2 rows of `note`: legal hold `suit`\n",
            "  hold suit: keeps 2 rows of `note` until 2026-06-30\n",
            "  duty books: keeps 1 row of `note`; no day is known\n",
            "  resting: not now, it is for somebody who is active\n",
        ] {
            assert!(told.contains(line), "{engine:?}: {line}{told}");
        }
        place.must(&["apply", "--rule", "old", "--now", NOW]);
        assert_eq!(place.database.number("select count(*) from draft"), Some(2), "{engine:?}: left alone it is");
    }
}

#[test]
fn a_person_that_is_not_there_is_an_error() {
    for engine in engines("a_person_that_is_not_there_is_an_error") {
        let place = place(engine);
        for (key, says) in [("77", "nobody in `person`"), ("0", "nobody in `person`"), ("ada", "a whole number")] {
            let (said, code) = place.refused(&["why", "desk.notes", "--subject", key]);
            assert!(code == 2 && said.contains(says), "{engine:?} {key}: {code} {said}");
        }
        let (said, code) = place.refused(&["why", "desk.note", "--subject", "1"]);
        assert!(code == 2 && said.contains("did you mean `desk.notes`?"), "{engine:?}: {said}");
        let (said, code) = place.refused(&["why", "desk.notes", "--now", NOW]);
        assert!(code == 2 && said.contains("give `--subject KEY`"), "{engine:?}: {said}");
    }
}

/// What somebody else's held row refers to stays, and it is said that it does for that alone.
#[test]
fn rows_that_stay_for_others_sake_are_told_apart() {
    let schema = "create table person (id integer primary key, name varchar(40), email varchar(80), state varchar(20) not null);
create table note (id integer primary key, person_id integer, at bigint, words varchar(60));
create table reply (id integer primary key, note_id integer not null references note (id), person_id integer, words varchar(60));
";
    let rows = "insert into person (id, name, email, state) values (1, 'Ada', '', 'active'), (2, 'Ada', '', 'active'), (3, 'Bob', '', 'active');
insert into note (id, person_id, at, words) values (1, 1, 946684800, 'Bob replied'), (2, 1, 946684800, 'nobody did'), (3, 2, 946684800, 'of the twin');
insert into reply (id, note_id, person_id, words) values (1, 1, 3, 'held');
";
    let (head, _) = SITE.split_once("items:\n  notes:").expect("items");
    let rest = "items:
  notes: {title: Notes, rows: [{table: note, owner: person_id, export: none, clocks: {at: {column: at, unit: unix}}, purge: delete}]}
  replies: {title: Replies, rows: [{table: reply, owner: person_id, export: none, purge: delete}]}
---
kind: RetentionRule
id: old
items: {include: [desk.notes]}
period: {at_most: P1Y, after: row.at}
then: purge
---
kind: LegalHold
id: suit
title: Suit
items: {include: [desk.replies]}
";
    for engine in engines("rows_that_stay_for_others_sake_are_told_apart") {
        let site = format!("{head}{rest}").replace("ENGINE", engine.dialect());
        let place = Place::made_of(engine, &site, schema, &(schema.to_owned() + rows)).installed();
        let told = |subject: &str| {
            let rows = of(&place, "desk.notes", subject)["rows"][0].clone();
            let number = |value: &Value| value.as_u64().expect("a count");
            let rule = &rows["rules"][0];
            [number(&rows["rows"]), number(&rows["needed"]), number(&rule["over"]), number(&rule["due"])]
        };
        assert_eq!(told("1"), [2, 0, 2, 2], "{engine:?}: nothing is held yet");
        place.database.batch("insert into probate_hold (hold, subject, placed) values ('suit', 3, 1)");
        assert_eq!((told("1"), told("2"), told("3")), ([2, 1, 2, 1], [1, 0, 1, 1], [0, 0, 0, 0]), "{engine:?}");
        place.must(&["apply", "--rule", "old", "--now", NOW]);
        assert_eq!(place.database.number("select sum(id) from note"), Some(1), "{engine:?}: as it was told");
    }
}
