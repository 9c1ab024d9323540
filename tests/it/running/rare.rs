//! What is rare and was wrong once: statuses that overlap, keys that differ by case, what is decided while a purge waits.

use super::engines;
use super::small::{head, ids, place};
use crate::cli::{code, stderr, stdout};
use crate::engine::Engine;

#[test]
fn whoever_is_in_a_status_is_not_put_there_again() {
    let subject = "subject:
  table: person
  key: id
  label: name
  status:
    active: default
    suspended: {when: suspended = 1, set: {suspended: 1}}
    deleted: {when: deleted = 1, set: {deleted: 1}}
";
    let site = head(subject)
        + "  notes: {title: Notes, rows: [{table: note, owner: person_id, export: none, purge: delete}]}
---
kind: PurgeType
id: leaver
title: Leaver
status: deleted
use: [manual]
items: {include: ['*']}
---
kind: RetentionRule
id: move
items: {include: ['*']}
period: {at_most: P1Y, after: subject.status_changed}
then: {status: deleted}
";
    let schema = "create table person (id integer primary key, name varchar(40), suspended integer not null, deleted integer not null);
create table note (id integer primary key, person_id integer);
";
    let rows = "insert into person values (1, 'Ada', 1, 0), (2, 'Bob', 1, 1), (3, 'Cleo', 0, 0);";
    for engine in engines("whoever_is_in_a_status_is_not_put_there_again") {
        let place = place(engine, &site, schema, rows);
        place.database.batch("delete from probate_subject");
        place.must(&["apply", "--now", "2024-01-01"]);
        let mut command = place.command();
        command.args(["apply", "--now", "2026-03-30"]).timeout(std::time::Duration::from_secs(60));
        let ran = command.output().expect("it ends");
        assert_eq!(code(&ran), 0, "{engine:?}: {}", stderr(&ran));
        assert_eq!(ids(&place, "select id from person where deleted = 1 order by id"), "1 2", "{engine:?}");
        let runs = ids(&place, "select count(*) from probate_run");
        place.must(&["apply", "--now", "2026-03-31"]);
        assert_eq!(ids(&place, "select count(*) from probate_run"), runs, "{engine:?}: nobody is left");
    }
}

#[test]
fn an_offer_of_people_who_are_named_in_a_pattern_is_made() {
    let subject = "subject:
  table: person
  key: id
  label: name
  status: {active: default, gone: {when: gone = 1}}
  identifiers: {name: name}
  clocks: {seen: {column: seen, unit: unix}}
";
    let site = head(subject)
        + "  uris: {title: U, rows: [{table: uri, owner: {path: uri, is: 'u/{name}/*'}, export: none, purge: delete}]}
---
kind: RetentionRule
id: away
items: {include: [c.uris]}
period: {at_most: P1Y, after: subject.seen}
then: offer
";
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null, seen bigint);
create table uri (id integer primary key, uri varchar(60));
";
    let rows =
        "insert into person values (1, 'ada', 1, 1711627200), (2, 'ada2', 1, 1711627200), (3, 'bob', 1, 1771709760);
insert into uri values (1, 'u/ada/1'), (2, 'u/ada'), (3, 'u/ada2/x'), (4, 'u/bob/x'), (5, 'ada');";
    for engine in engines("an_offer_of_people_who_are_named_in_a_pattern_is_made") {
        let place = place(engine, &site, schema, rows);
        place.must(&["plan", "--now", "2026-03-30"]);
        place.must(&["apply", "--now", "2026-03-30"]);
        place.must(&["offer", "approve", "1", "--by", "head", "--now", "2026-03-30"]);
        place.must(&["apply", "--now", "2026-03-30"]);
        assert_eq!(ids(&place, "select id from uri order by id"), "2 3 4 5", "{engine:?}: the first person's");
    }
}

#[test]
fn a_key_in_other_letters_is_somebody_else() {
    let subject = "subject:
  table: person
  key: login
  label: login
  status: {active: default, gone: {when: gone = 1}}
  identifiers: {mail: mail}
";
    let site = head(subject)
        + "  notes: {title: Notes, rows: [{table: note, owner: who, export: none, purge: delete}]}
  tokens: {title: T, rows: [{table: token, owner: {path: mail, is: mail}, export: none, purge: delete}]}
---
kind: PurgeType
id: leaver
title: Leaver
status: gone
use: [manual]
items: {include: ['*']}
";
    for engine in engines("a_key_in_other_letters_is_somebody_else") {
        let collations: &[&str] =
            if engine == Engine::Mariadb { &[" collate utf8mb4_bin", " collate utf8mb4_general_ci"] } else { &[""] };
        for collation in collations {
            let text = format!("varchar(40){collation}");
            let schema = format!(
                "create table person (login {text} not null primary key, mail {text}, gone integer not null);
create table note (id integer primary key, who {text});
create table token (id integer primary key, mail {text});
"
            );
            let rows = "insert into person values ('ada', 'ada@x', 1), ('bob', 'bob@x', 1), ('cleo', 'Ada@x', 1);
insert into note values (1, 'ada'), (2, 'bob'), (3, 'ADA');
insert into token values (1, 'ada@x'), (2, 'bob@x'), (3, 'ADA@x');";
            let place = place(engine, &site, &schema, rows);
            let (said, ended) = place.refused(&["request", "purge", "leaver", "--subject", "ADA"]);
            assert!(ended == 2 && said.contains("nobody in `person`"), "{engine:?} {collation} ({ended}): {said}");
            place.purge("leaver", "ada");
            place.must(&["plan"]);
            place.must(&["apply"]);
            place.must(&["verify"]);
            place.must(&["report", "deleted"]);
            assert_eq!(ids(&place, "select id from note order by id"), "2 3", "{engine:?} {collation}");
            assert_eq!(ids(&place, "select id from token order by id"), "2 3", "{engine:?} {collation}");
        }
    }
}

const CLUB: &str = "subject:
  table: person
  key: id
  label: name
  status: {active: default, gone: {when: state = 'gone'}}
";

#[test]
fn what_is_decided_while_an_automatic_purge_waits_holds() {
    let site = head(&format!("{CLUB}defaults: {{purge: {{gone: full}}}}\n"))
        + "  exams: {title: E, rows: [{table: exam, owner: person_id, clocks: {created: at}, export: none, purge: delete}]}
---
kind: PurgeType
id: full
title: Full
status: gone
use: [automatic]
items: {include: ['*']}
---
kind: RetentionRule
id: keep
items: {include: [c.exams]}
period: {at_least: P5Y, after: row.created}
duty: {law: L, ground: gdpr.17.3.b}
";
    let schema = "create table person (id integer primary key, name varchar(40), state varchar(20) not null);
create table exam (id integer primary key, person_id integer, at date);
";
    let rows = "insert into person values (1, 'Ada', 'active'), (2, 'Bob', 'active'), (3, 'Cleo', 'active');
insert into exam values (1, 1, '2025-01-01'), (2, 2, '2025-01-01'), (3, 3, '2025-01-01');";
    for engine in engines("what_is_decided_while_an_automatic_purge_waits_holds") {
        let place = place(engine, &site, schema, rows);
        place.must(&["apply", "--now", "2026-03-01"]);
        place.database.batch("update person set state = 'gone' where id < 3");
        place.must(&["apply", "--now", "2026-03-30"]);
        assert_eq!(place.states(), ["held", "held"], "{engine:?}");
        place.must(&["own-type", "never", "gone", "--subject", "1", "--now", "2026-04-01"]);
        place.must(&["apply", "--now", "2031-03-30"]);
        assert_eq!(ids(&place, "select id from exam order by id"), "1 3", "{engine:?}: never is never");
        // Until it is taken back.
        place.must(&["own-type", "clear", "gone", "--subject", "1", "--now", "2031-04-01"]);
        place.must(&["apply", "--now", "2031-04-02"]);
        assert_eq!(ids(&place, "select id from exam order by id"), "3", "{engine:?}");
    }
}

#[test]
fn what_nothing_would_carry_out_any_more_is_not_approved() {
    let site = head(&format!("{CLUB}defaults: {{purge: {{gone: full}}}}\n"))
        + "  memos: {title: M, rows: [{table: memo, owner: person_id, export: none, purge: delete}]}
  notes: {title: Notes, rows: [{table: person, owner: id, export: none, purge: {overwrite: {name: x}}}]}
---
kind: PurgeType
id: full
title: Full
status: gone
use: [manual, automatic]
approval: required
items: {include: ['*']}
---
kind: PurgeType
id: light
title: Light
status: gone
use: [manual, automatic]
items: {include: [c.notes]}
";
    let schema = "create table person (id integer primary key, name varchar(40), state varchar(20) not null);
create table memo (id integer primary key, person_id integer);
";
    let rows = "insert into person values (1, 'Ada', 'active'), (2, 'Bob', 'active'), (12, 'Bob', 'active');
insert into memo values (1, 1), (2, 2), (3, 12);";
    for engine in engines("what_nothing_would_carry_out_any_more_is_not_approved") {
        let place = place(engine, &site, schema, rows);
        place.must(&["apply", "--now", "2026-03-01"]);
        place.database.batch("update person set state = 'gone' where id < 12");
        place.must(&["apply", "--now", "2026-03-30"]);
        assert_eq!(place.states(), ["awaiting_approval", "awaiting_approval"], "{engine:?}");
        place.must(&["own-type", "set", "light", "--subject", "1"]);
        let (said, code) = place.refused(&["request", "approve", "1"]);
        assert_eq!(code, 2, "{engine:?}: {said}");
        assert!(said.contains("another purge type by now") && said.contains("cancel it"), "{engine:?}: {said}");
        place.must(&["request", "approve", "2"]);
        place.must(&["request", "cancel", "1"]);
        place.must(&["apply", "--now", "2026-03-31"]);
        assert_eq!(ids(&place, "select id from memo order by id"), "1 3", "{engine:?}");
        // Who asks nevertheless is heard.
        place.purge("full", "1");
        let (listed, _) = place.json(&["request", "list", "--subject", "1", "--state", "awaiting_approval"]);
        let id = listed["requests"][0]["id"].to_string();
        place.must(&["request", "approve", &id]);
        place.must(&["apply", "--now", "2026-04-01"]);
        assert_eq!(ids(&place, "select id from memo order by id"), "3", "{engine:?}");
    }
}

#[test]
fn whoever_is_put_off_for_good_is_told_by_the_exit_code() {
    let site = head(CLUB)
        + "  account: {title: A, rows: [{table: person, owner: id, export: none, purge: {overwrite: {name: 'deleted_{subject.key}'}}}]}
---
kind: PurgeType
id: full
title: Full
status: gone
use: [manual]
items: {include: ['*']}
";
    let schema = "create table person (id integer primary key, name varchar(40) unique, state varchar(20) not null);\n";
    let rows = "insert into person values (1, 'Ada', 'gone'), (2, 'deleted_1', 'active'), (3, 'Bob', 'gone');";
    for engine in engines("whoever_is_put_off_for_good_is_told_by_the_exit_code") {
        let place = place(engine, &site, schema, rows);
        place.purge("full", "1");
        let mut codes = Vec::new();
        let mut said = String::new();
        for day in 1..9 {
            let ran = place.run(&["apply", "--now", &format!("2026-03-{:02}", day * 3)]);
            codes.push(code(&ran));
            said += &(stdout(&ran) + &stderr(&ran));
            if place.states() == ["failed"] {
                break;
            }
        }
        let (last, before) = codes.split_last().expect("a run");
        assert!(*last == 1 && before.iter().all(|one| *one == 0), "{engine:?}: {codes:?}: {said}");
        assert!(said.contains("requests that have failed for good: 1"), "{engine:?}: {said}");
        assert_eq!(code(&place.run(&["apply", "--now", "2026-04-30"])), 0, "{engine:?}: once");
    }
}

#[test]
fn what_a_duty_does_without_is_written_once() {
    let site = head(
        "subject:
  table: person
  key: id
  label: name
  status: {active: default, gone: {when: gone = 1}}
  clocks: {seen: {column: seen, unit: unix}}
",
    ) + "  logs: {title: L, rows: [{table: log, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
---
kind: RetentionRule
id: keep
items: {include: [c.logs]}
period: {at_least: P3Y, after: row.at}
duty: {law: L, ground: gdpr.17.3.b}
meanwhile: {overwrite: {ip: x}}
---
kind: RetentionRule
id: old
items: {include: [c.logs]}
period: {at_most: P4Y, after: subject.seen}
then: purge
";
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null, seen bigint);
create table log (id integer primary key, person_id integer, at bigint, ip varchar(20));
";
    let rows = "insert into person values (1, 'Ada', 1, 1600948800), (2, 'Bob', 1, 1600948800), (3, 'Cleo', 0, 1771709760);
insert into log values (1, 1, 1711627200, '1'), (2, 1, 1600948800, '1'), (3, 2, 1711627200, '2'), (4, 3, 1711627200, '3'), (5, 2, 1711627200, 'x');";
    for engine in engines("what_a_duty_does_without_is_written_once") {
        let place = place(engine, &site, schema, rows);
        let rows = |command: &str| {
            let (found, _) = place.json(&[command, "--now", "2026-03-30"]);
            let steps = found["rules"][0]["steps"].as_array().cloned().unwrap_or_default();
            let steps = steps.iter().filter(|step| step["action"] != "keep");
            steps.map(|step| step["rows"].as_u64().expect("a number")).sum::<u64>()
        };
        assert_eq!(rows("apply"), 3, "{engine:?}: two are written, and one goes");
        assert_eq!(ids(&place, "select ip from log order by id"), "x x 3 x", "{engine:?}");
        assert_eq!((rows("plan"), rows("apply")), (0, 0), "{engine:?}: and no more");
    }
}

#[test]
fn rows_over_which_others_are_found_wait_for_them() {
    let site = head(
        "relations: [{from: doc.folder_id, to: folder.id}, {from: folder.team_id, to: team.id}, {from: letter.team_id, to: team.id}]
subject:
  table: person
  key: id
  label: name
  status: {active: default, gone: {when: gone = 1}}
",
    ) + "  docs: {title: D, rows: [{table: doc, owner: folder_id.team_id.person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
  letters: {title: L, rows: [{table: letter, owner: team_id.person_id, export: none, purge: delete}]}
  teams: {title: T, rows: [{table: team, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}
---
kind: PurgeType
id: leaver
title: Leaver
status: gone
use: [manual]
items: {include: ['*']}
---
kind: RetentionRule
id: old
items: {include: [c.docs, c.teams]}
period: {at_most: P1Y, after: row.at}
then: purge
";
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null);
create table team (id integer primary key, person_id integer, at bigint);
create table folder (id integer primary key, team_id integer);
create table doc (id integer primary key, folder_id integer, at bigint);
create table letter (id integer primary key, team_id integer);
";
    let rows = "insert into person values (1, 'Ada', 1), (2, 'Bob', 1), (12, 'Bob', 1);
insert into team values (1, 1, 1711627200), (2, 2, 1711627200), (3, 12, 1711627200), (4, 12, 1711627200), (5, 1, 1771709760);
insert into folder values (1, 1), (2, 2), (3, 4);
insert into doc values (1, 1, 1759060800), (2, 2, 1711627200);
insert into letter values (1, 3);";
    for engine in engines("rows_over_which_others_are_found_wait_for_them") {
        let place = place(engine, &site, schema, rows);
        place.must(&["apply", "--now", "2026-03-30"]);
        place.must(&["apply", "--now", "2026-03-30"]);
        let left = ids(&place, "select id from team order by id");
        assert_eq!(left, "1 3 5", "{engine:?}: with a young document, with a letter, and young");
        assert_eq!(ids(&place, "select id from doc"), "1", "{engine:?}");
        for subject in ["1", "2", "12"] {
            place.purge("leaver", subject);
        }
        place.must(&["apply", "--now", "2026-03-30"]);
        let rest = "select count(*) from doc union all select count(*) from letter union all select count(*) from team";
        assert_eq!(ids(&place, rest), "0 0 0", "{engine:?}: whose they are was known");
    }
}

#[test]
fn a_row_of_several_is_told_no_day_that_is_too_early() {
    let site = head(
        "subject:
  table: person
  key: id
  label: name
  status: {active: default, gone: {when: gone = 1}}
  clocks: {seen: {column: seen, unit: unix}}
",
    )
        + "  pairs: {title: P, rows: [{table: pair, owners: [a, b], while_owned: keep, export: none, purge: delete}]}
---
kind: PurgeType
id: leaver
title: Leaver
status: gone
use: [manual]
items: {include: ['*']}
---
kind: RetentionRule
id: keep
items: {include: [c.pairs]}
period: {at_least: P2Y, after: subject.seen}
duty: {law: L, ground: gdpr.17.3.b}
";
    let schema = "create table person (id integer primary key, name varchar(40), gone integer not null, seen bigint);
create table pair (id integer primary key, a integer, b integer);
";
    let rows =
        "insert into person values (1, 'Ada', 1, 1600948800), (2, 'Bob', 1, 1759060800), (3, 'Cleo', 1, 1600948800);
insert into pair values (1, 1, 2), (2, 1, 3), (3, 2, 2);";
    for engine in engines("a_row_of_several_is_told_no_day_that_is_too_early") {
        let place = place(engine, &site, schema, rows);
        for subject in ["1", "2", "3"] {
            place.purge("leaver", subject);
        }
        place.must(&["apply", "--now", "2026-03-30"]);
        assert_eq!(ids(&place, "select id from pair order by id"), "1 3", "{engine:?}");
        let told = ids(&place, "select count(*) from probate_report_kept_rows k where k.until is not null");
        assert_eq!(told, "0", "{engine:?}: it is Bob's day that counts");
        place.must(&["apply", "--now", "2027-09-27"]);
        assert_eq!(ids(&place, "select id from pair order by id"), "1 3", "{engine:?}");
        place.must(&["apply", "--now", "2027-09-30"]);
        assert_eq!(ids(&place, "select id from pair"), "", "{engine:?}: daily looked for");
    }
}

#[test]
fn an_export_is_remembered_as_long_as_its_archive_is_there() {
    let site = head(&format!("{CLUB}records: {{title: Records, purpose: p, keep_for: P1Y}}\n"))
        + "  account: {title: A, purpose: p, rows: [{table: person, owner: id, export: [name], purge: {keep: needed}}]}
---
kind: Purpose
id: p
title: P
lawful_basis: [gdpr.6.1.b]
---
kind: ExportType
id: e
title: E
use: [officer]
items: {include: ['*']}
keep_for: P2Y
";
    let schema = "create table person (id integer primary key, name varchar(40), state varchar(20) not null);\n";
    let rows = "insert into person values (1, 'Ada', 'active'), (2, 'Bob', 'active'), (11, 'Cleo', 'active');";
    for engine in engines("an_export_is_remembered_as_long_as_its_archive_is_there") {
        let place = place(engine, &site, schema, rows);
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.must(&["request", "export", "e", "--subject", "1", "--now", "2026-01-01"]);
        place.must(&["export", "--out", "out", "--now", "2026-01-01"]);
        place.must(&["apply", "--now", "2027-06-01"]);
        assert!(place.project.path().join("out/export-1.zip").exists(), "{engine:?}");
        place.must(&["export", "--out", "out", "--now", "2028-06-01"]);
        assert!(!place.project.path().join("out/export-1.zip").exists(), "{engine:?}: its time is over");
        place.must(&["apply", "--now", "2030-01-01"]);
        assert_eq!(ids(&place, "select count(*) from probate_request"), "0", "{engine:?}: and it is forgotten");
    }
}

#[test]
fn rows_of_one_table_that_refer_to_each_other_go_in_several_statements() {
    let site = head(&format!("{CLUB}relations: [{{from: doc.other, to: person.id}}]\n"))
        + "  docs: {title: D, rows: [{table: doc, owners: [above.who, other], export: none, purge: delete, while_owned: delete}]}
  account:
    title: A
    rows:
      - {table: person, owner: id, export: none, purge: {keep: because}, parts: [{table: doc.other, where: id > 100, export: none, parts: [{table: doc.above, export: none}]}]}
---
kind: PurgeType
id: leaver
title: Leaver
status: gone
use: [manual]
items: {include: ['c.docs']}
";
    let schema = "create table person (id integer primary key, name varchar(40), state varchar(20) not null);
create table doc (id integer primary key, who integer, other integer, above integer references doc (id));
";
    let rows = "insert into person values (1, 'Ada', 'gone'), (2, 'Bob', 'active'), (12, 'Ada', 'gone');
insert into doc values (2, 1, 2, 2), (1, 1, null, 2), (3, 9, 2, 1), (5, 12, 2, 5), (4, 12, null, 5), (6, 9, 2, 4);";
    for engine in engines("rows_of_one_table_that_refer_to_each_other_go_in_several_statements") {
        let place = place(engine, &site, schema, rows);
        place.purge("leaver", "1");
        place.must(&["apply"]);
        assert_eq!(ids(&place, "select id from doc order by id"), "4 5 6", "{engine:?}");
        assert_eq!(place.states(), ["done"], "{engine:?}");
    }
}
