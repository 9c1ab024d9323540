//! `apply` does what the script does, batch after batch, and says what it did.

use serde_json::json;

use super::{Place, engines};
use crate::cli::code;
use crate::engine::Engine;

#[test]
fn apply_takes_exactly_the_rows_of_the_right_people() {
    for engine in engines("apply_takes_exactly_the_rows_of_the_right_people") {
        let place = Place::new(engine);
        let before = place.host();
        place.purge("leaver", "1");
        // Her near-twin has not left: the request waits, and is no failure.
        place.purge("leaver", "2");
        let (applied, ended) = place.json(&["apply"]);
        assert_eq!(ended, 0, "{applied}");
        let steps: Vec<_> = applied["types"][0]["steps"].as_array().expect("steps").iter().collect();
        let rows = |item: &str, action: &str| -> u64 {
            let of = steps.iter().filter(|step| step["item"] == item && step["action"] == action);
            of.map(|step| step["rows"].as_u64().expect("a number")).sum()
        };
        assert_eq!(applied["types"][0]["subjects"], 1, "{applied}");
        assert_eq!((rows("club.notes", "delete"), rows("club.remarks", "overwrite")), (3, 2), "{applied}");
        let after = place.host();
        assert_eq!(after["note"].len(), before["note"].len() - 1, "{after:?}");
        assert_eq!(after["remark"].len(), before["remark"].len() - 1, "Bob's remark went with her note");
        let changed = |table: &str| -> usize { after[table].iter().filter(|row| !before[table].contains(row)).count() };
        assert_eq!((changed("person"), changed("note"), changed("remark")), (1, 0, 2), "{after:?}");
        assert_eq!(place.states(), ["done", "approved"]);
        // Again: nothing is due, and nothing is changed.
        let (again, ended) = place.json(&["apply"]);
        assert_eq!((ended, &again["types"][0]["subjects"]), (0, &json!(0)), "{again}");
        assert_eq!(place.host(), after);
    }
}

#[test]
fn apply_goes_on_until_nothing_is_due() {
    for engine in engines("apply_goes_on_until_nothing_is_due") {
        let place = Place::new(engine);
        for id in 200..320 {
            place.database.batch(&format!(
                "insert into person values ({id}, 'p{id}', 'm', 'deleted'); insert into note values ({id}, {id}, 'n');
                 insert into probate_request (kind, type, subject, state) values ('purge', 'leaver', {id}, 'approved');"
            ));
        }
        let (applied, ended) = place.json(&["apply"]);
        let one = &applied["types"][0];
        assert_eq!((ended, &one["runs"], &one["subjects"]), (0, &json!(3), &json!(120)), "{applied}");
        assert_eq!(place.database.number("select count(*) from note where id >= 200"), Some(0));
    }
}

/// So many people in a transaction as are asked for; without, fifty.
#[test]
fn a_batch_is_as_large_as_is_asked_for() {
    for engine in engines("a_batch_is_as_large_as_is_asked_for") {
        let place = Place::new(engine);
        let ask = |ids: std::ops::Range<u32>| {
            for id in ids {
                place.database.batch(&format!(
                    "insert into person values ({id}, 'p{id}', 'm', 'deleted'); insert into note values ({id}, {id}, 'n');
                     insert into probate_request (kind, type, subject, state) values ('purge', 'leaver', {id}, 'approved');"
                ));
            }
        };
        for (people, batch, runs) in [(200..205, "2", 3), (210..271, "1000", 1)] {
            ask(people.clone());
            let (applied, ended) = place.json(&["apply", "--batch", batch]);
            let one = &applied["types"][0];
            let subjects = people.len();
            assert_eq!((ended, &one["runs"], &one["subjects"]), (0, &json!(runs), &json!(subjects)), "{applied}");
            assert_eq!(place.database.number("select count(*) from note where id >= 200"), Some(0));
        }
        for none in ["0", "1001", "all"] {
            let refused = place.run(&["apply", "--batch", none]);
            assert_eq!(refused.status.code(), Some(2), "{none}");
        }
    }
}

#[test]
fn max_rows_stops_before_and_not_after() {
    for engine in engines("max_rows_stops_before_and_not_after") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        let before = place.host();
        // 1 account, 1 note with a remark and a file, 2 remarks.
        let (applied, ended) = place.json(&["apply", "--max-rows", "5"]);
        assert_eq!(ended, 1, "{applied}");
        assert_eq!(applied["stopped"]["max_rows"], json!({"rows": 6, "allowed": 5}), "{applied}");
        assert_eq!(place.host(), before, "nothing was changed");
        let (listed, _) = place.json(&["request", "list"]);
        assert_eq!(listed["requests"][0]["attempts"], 0, "it was not tried: {listed}");
        let (applied, ended) = place.json(&["apply", "--max-rows", "6"]);
        assert_eq!((ended, &applied["types"][0]["subjects"]), (0, &json!(1)), "{applied}");
    }
}

#[test]
fn one_bad_row_fails_its_own_person_and_no_other() {
    for engine in engines("one_bad_row_fails_its_own_person_and_no_other") {
        let place = Place::new(engine);
        for id in 200..210 {
            place.database.batch(&format!(
                "insert into person values ({id}, 'p{id}', 'm', 'deleted'); insert into note values ({id}, {id}, 'n');
                 insert into probate_request (kind, type, subject, state) values ('purge', 'leaver', {id}, 'approved');"
            ));
        }
        // Somebody else's data refers to the note of 205, unknown to the policy.
        place
            .database
            .batch("create table extra (note_id integer references note(id)); insert into extra values (205);");
        let (applied, ended) = place.json(&["apply"]);
        assert_eq!(ended, 1, "{applied}");
        let one = &applied["types"][0];
        assert_eq!(one["subjects"], 9, "{applied}");
        assert!(one["failed"].as_array().is_some_and(|failed| failed.len() >= 2), "all ten, then one: {applied}");
        assert_eq!(place.database.text("select mail from person where id = 205").as_deref(), Some("m"));
        let (listed, _) = place.json(&["request", "list", "--state", "approved"]);
        assert_eq!(listed["requests"].as_array().map(Vec::len), Some(1), "{listed}");
        let reason = listed["requests"][0]["reason"].as_str().expect("a reason").to_lowercase();
        assert!(reason.contains("foreign key"), "{reason}");
        place.database.batch("delete from extra; update probate_request set not_before = null");
        assert_eq!(code(&place.run(&["apply"])), 0);
        assert_eq!(place.database.number("select count(*) from note where id >= 200"), Some(0));
    }
}

#[test]
fn what_fails_again_and_again_is_failed_and_says_why() {
    for engine in engines("what_fails_again_and_again_is_failed_and_says_why") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        place.database.batch("create table extra (note_id integer references note(id)); insert into extra values (1);");
        for _ in 0..6 {
            place.run(&["apply"]);
            place.database.batch("update probate_request set not_before = null");
        }
        let (listed, _) = place.json(&["request", "list"]);
        let one = &listed["requests"][0];
        assert_eq!((&one["state"], &one["attempts"]), (&json!("failed"), &json!(5)), "{listed}");
        assert!(one["reason"].as_str().is_some_and(|why| why.to_lowercase().contains("foreign key")), "{listed}");
        assert_eq!(place.database.text("select mail from person where id = 1").as_deref(), Some("ada@x"));
    }
}

/// What a run writes down of people is not even in the log of PostgreSQL, which replicas and backups read.
#[test]
fn what_a_run_writes_down_is_in_no_log() {
    for engine in Engine::here("what_a_run_writes_down_is_in_no_log", &[Engine::Postgres]) {
        let place = Place::new(engine);
        let kept_as = |how: &str, tables: &str| {
            place.database.number(&format!(
                "select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relname in ({tables}) and relpersistence = '{how}'"
            ))
        };
        let passing = "'probate_batch', 'probate_key', 'probate_text_key', 'probate_row_key', 'probate_identifier'";
        let lasting = "'probate_request', 'probate_ledger'";
        assert_eq!((kept_as("u", passing), kept_as("p", lasting)), (Some(5), Some(2)));
    }
}
