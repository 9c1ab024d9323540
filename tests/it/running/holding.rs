//! Legal holds and duties to keep, from being placed to the day on which nothing is kept any more.

use serde_json::{Value, json};

use super::{Place, engines};
use crate::engine::Engine;

fn court(engine: Engine) -> Place {
    Place::of(engine, "court")
}

/// The request of that number, of those that are listed.
fn request(place: &Place, id: usize) -> Value {
    let (listed, _) = place.json(&["request", "list"]);
    listed["requests"][id - 1].clone()
}

fn holds(place: &Place) -> Vec<Value> {
    let (listed, ended) = place.json(&["hold", "list"]);
    assert_eq!((ended, &listed["format_version"]), (0, &json!(1)), "{listed}");
    listed["holds"].as_array().expect("a list").clone()
}

/// Rows of a table that meet a condition.
fn count(place: &Place, of: &str) -> i64 {
    place.database.number(&format!("select count(*) from {of}")).expect("a number")
}

fn seconds(day: &str) -> i64 {
    let day: jiff::civil::Date = day.parse().expect("a day");
    day.to_zoned(jiff::tz::TimeZone::UTC).expect("a moment").timestamp().as_second()
}

#[test]
fn what_a_hold_covers_stays_until_it_is_lifted() {
    for engine in engines("what_a_hold_covers_stays_until_it_is_lifted") {
        let place = court(engine);
        let placed =
            ["hold", "place", "litigation", "--subject", "1", "--by", "officer", "--because", "case 7", "--now"];
        place.must(&[&placed[..], &["2026-12-01"]].concat());
        let before = place.host();
        place.purge("go", "1");
        let (applied, ended) = place.json(&["apply", "--now", "2026-12-02"]);
        assert_eq!((ended, &applied["types"][0]["subjects"]), (0, &json!(1)), "{engine:?}: {applied}");
        let after = place.host();
        for table in ["remark", "message", "exam", "answer"] {
            assert_eq!(after[table], before[table], "{engine:?}: nothing of {table} is changed");
        }
        assert_eq!((count(&place, "badge where person_id = 1"), after["badge"].len()), (0, 2), "{engine:?}");
        assert_eq!(place.database.text("select name from person where id = 1").as_deref(), Some(""), "{engine:?}");
        let held = request(&place, 1);
        let shown = ["state", "reason", "not_before"].map(|name| held[name].clone());
        assert_eq!(shown, [json!("held"), json!("kept"), Value::Null], "{engine:?}: {held}");
        // However often it is looked at, it waits for the hold.
        place.must(&["apply", "--now", "2040-01-01"]);
        assert_eq!(place.host(), after, "{engine:?}");
        let lifted = ["hold", "lift", "litigation", "--subject", "1", "--by", "judge", "--because", "over", "--now"];
        place.must(&[&lifted[..], &["2026-12-05"]].concat());
        assert_eq!(request(&place, 1)["not_before"], seconds("2026-12-05"), "{engine:?}: it is due again");
        let [hold] = holds(&place).try_into().expect("one");
        let expected = json!({
            "hold": "litigation", "subject": "1", "placed": seconds("2026-12-01"), "placed_by": "officer",
            "because": "case 7", "lifted": seconds("2026-12-05"), "lifted_by": "judge", "lifted_because": "over",
        });
        assert_eq!(hold, expected, "{engine:?}");
        place.must(&["apply", "--now", "2026-12-06"]);
        assert_eq!(place.states(), ["done"], "{engine:?}");
        assert_eq!(request(&place, 1)["reason"], Value::Null, "{engine:?}");
        assert_eq!(count(&place, "remark where author = 1"), 0, "{engine:?}");
        assert_eq!(count(&place, "message where from_id = 1 and from_left = 0"), 0, "{engine:?}");
        assert_eq!((count(&place, "remark"), count(&place, "message where from_left = 0")), (2, 2), "{engine:?}");
    }
}

#[test]
fn a_hold_lets_go_after_its_last_day() {
    for engine in engines("a_hold_lets_go_after_its_last_day") {
        let place = court(engine);
        place.must(&["hold", "place", "inquest", "--subject", "1", "--now", "2030-06-30"]);
        place.purge("go", "1");
        place.must(&["apply", "--now", "2030-06-30T08:00:00Z"]);
        let held = request(&place, 1);
        assert_eq!((&held["state"], &held["reason"]), (&json!("held"), &json!("kept")), "{engine:?}: {held}");
        assert_eq!(held["not_before"], seconds("2030-07-01"), "{engine:?}: {held}");
        place.must(&["apply", "--now", "2030-06-30T23:59:59Z"]);
        assert_eq!((place.states(), count(&place, "badge")), (vec!["held".to_owned()], 3), "{engine:?}: the last day");
        place.must(&["apply", "--now", "2030-07-01"]);
        assert_eq!((place.states(), count(&place, "badge")), (vec!["done".to_owned()], 2), "{engine:?}: it is over");
        assert_eq!(holds(&place)[0]["lifted"], Value::Null, "{engine:?}: nobody lifted it");
    }
}

#[test]
fn a_hold_that_has_ended_keeps_nothing_and_is_not_placed() {
    for engine in engines("a_hold_that_has_ended_keeps_nothing_and_is_not_placed") {
        let place = court(engine);
        for (hold, now, day) in [("over", "2026-12-01", "2001-01-01"), ("inquest", "2030-07-01", "2030-06-30")] {
            let (said, ended) = place.refused(&["hold", "place", hold, "--subject", "1", "--now", now]);
            let what = format!("the legal hold `{hold}` has ended: its last day was {day}");
            assert!(ended == 2 && said.contains(&what) && said.contains("= help:"), "{engine:?} ({ended}): {said}");
        }
        assert_eq!(holds(&place), [Value::Null; 0], "{engine:?}");
        // Placed in its time, by whomever.
        place.database.batch("insert into probate_hold (hold, subject, placed) values ('over', 1, 1)");
        place.purge("go", "1");
        place.must(&["apply", "--now", "2026-12-01"]);
        assert_eq!((place.states(), count(&place, "remark where author = 1")), (vec!["done".to_owned()], 0));
        assert_eq!(count(&place, "probate_kept"), 0, "{engine:?}");
    }
}

/// Whenever rows are written into a table of the program, somebody comes under the hold, if they are not.
fn held_by_trigger(place: &Place, engine: Engine, on: &str, subject: u32) {
    let places = format!(
        "insert into probate_hold (hold, subject, placed) select 'litigation', {subject}, 1 from person where id = {subject} and not exists (select 1 from probate_hold where subject = {subject})"
    );
    let made = match engine {
        Engine::Postgres => format!(
            "create function come() returns trigger language plpgsql as $$ begin {places}; return null; end $$;
             create trigger come after insert on {on} execute function come();"
        ),
        Engine::Mariadb => format!("create trigger come after insert on {on} for each row {places};"),
        _ => format!("create trigger come after insert on {on} begin {places}; end;"),
    };
    place.database.batch(&made);
}

#[test]
fn a_hold_that_comes_during_a_purge_undoes_it() {
    for engine in engines("a_hold_that_comes_during_a_purge_undoes_it") {
        // Before anything is changed, and while rows go.
        for on in ["probate_batch", "probate_result"] {
            let place = court(engine);
            let before = place.host();
            held_by_trigger(&place, engine, on, 1);
            for subject in ["1", "2"] {
                place.purge("go", subject);
            }
            let (applied, ended) = place.json(&["apply", "--now", "2026-12-02"]);
            let failed = &applied["types"][0]["failed"][0];
            let reason = failed["reason"].as_str().expect("a reason");
            assert!(ended == 1 && reason.contains("legal holds that nobody was under"), "{engine:?}, {on}: {applied}");
            assert_eq!(place.host(), before, "{engine:?}, {on}: nothing is changed");
        }
    }
}

#[test]
fn a_hold_that_comes_between_batches_is_kept() {
    for engine in engines("a_hold_that_comes_between_batches_is_kept") {
        let place = court(engine);
        let people: Vec<u32> = (101..=160).collect();
        let rows = |of: fn(&u32) -> String| people.iter().map(of).collect::<Vec<_>>().join(", ");
        let persons = rows(|id| format!("({id}, 'p{id}', 'gone', null)"));
        let remarks = rows(|id| format!("({id}, {id}, 'of {id}')"));
        let asked = rows(|id| format!("('purge', 'go', {id}, 'approved')"));
        place.database.batch(&format!(
            "insert into person values {persons}; insert into remark values {remarks};
             insert into probate_request (kind, type, subject, state) values {asked};"
        ));
        // The first batch has people up to 150, and its ledger is written in its end.
        held_by_trigger(&place, engine, "probate_ledger", 155);
        let (applied, ended) = place.json(&["apply", "--now", "2026-12-02"]);
        let done = &applied["types"][0];
        assert_eq!((ended, &done["runs"], &done["subjects"]), (0, &json!(2), &json!(60)), "{engine:?}: {applied}");
        assert_eq!(count(&place, "remark where author > 100"), 1, "{engine:?}");
        assert_eq!(count(&place, "remark where author = 155"), 1, "{engine:?}");
        assert_eq!(count(&place, "probate_request where subject = 155 and state = 'held'"), 1, "{engine:?}");
        assert_eq!(count(&place, "probate_request where state = 'done'"), 59, "{engine:?}");
    }
}

#[test]
fn what_is_no_hold_or_nobody_is_refused() {
    for engine in engines("what_is_no_hold_or_nobody_is_refused") {
        let place = court(engine);
        for (arguments, expected) in [
            (["place", "litigatoin", "--subject", "1"], "did you mean `litigation`?"),
            (["place", "arrest", "--subject", "1"], "the policy has no legal hold `arrest`"),
            (["place", "litigation", "--subject", "7"], "nobody in `person` has the key"),
            (["place", "litigation", "--subject", "0"], "nobody in `person` has the key"),
            (["place", "litigation", "--subject", "1 or 1 = 1"], "is a whole number"),
            (["lift", "litigation", "--subject", "2"], "this person is not under a legal hold `litigation`"),
            (["lift", "inquest", "--subject", "1"], "this person is not under a legal hold `inquest`"),
            (["lift", "litigatoin", "--subject", "1"], "this person is not under a legal hold `litigatoin`"),
        ] {
            if arguments[0] == "lift" && holds(&place).is_empty() {
                place.must(&["hold", "place", "litigation", "--subject", "1"]);
            }
            let (said, ended) = place.refused(&[&["hold"], &arguments[..]].concat());
            assert!(ended == 2 && said.contains(expected), "{engine:?} {arguments:?} ({ended}): {said}");
            assert!(said.contains("= help:"), "{engine:?}: {said}");
        }
        let [only] = holds(&place).try_into().expect("nothing else was written");
        assert_eq!((&only["subject"], &only["lifted"]), (&json!("1"), &Value::Null), "{engine:?}");
        place.must(&["hold", "lift", "litigation", "--subject", "1"]);
        let (said, ended) = place.refused(&["hold", "lift", "litigation", "--subject", "1"]);
        assert!(ended == 2 && said.contains("not under a legal hold"), "{engine:?}: twice: {said}");
    }
}

#[test]
fn whoever_is_under_a_hold_is_so_once() {
    for engine in engines("whoever_is_under_a_hold_is_so_once") {
        let place = court(engine);
        let by = |who: &str, subject: &str, now: &str| {
            place.must(&["hold", "place", "litigation", "--subject", subject, "--by", who, "--now", now]);
        };
        by("first", "1", "2026-12-01");
        by("second", "1", "2026-12-02");
        by("second", "2", "2026-12-02");
        let shown = |place: &Place| -> Vec<String> {
            let each = holds(place);
            each.iter().map(|one| format!("{} {} {}", one["subject"], one["placed_by"], one["placed"])).collect()
        };
        let (first, second) = (seconds("2026-12-01"), seconds("2026-12-02"));
        let expected = [format!("\"1\" \"first\" {first}"), format!("\"2\" \"second\" {second}")];
        assert_eq!(shown(&place), expected, "{engine:?}");
        // Lifted and placed again: both are remembered.
        place.must(&["hold", "lift", "litigation", "--subject", "1", "--now", "2026-12-03"]);
        by("third", "1", "2026-12-04");
        let (of_one, _) = place.json(&["hold", "list", "--subject", "1"]);
        let of_one = of_one["holds"].as_array().expect("a list").clone();
        let lifted: Vec<&Value> = of_one.iter().map(|one| &one["lifted"]).collect();
        assert_eq!(lifted, [&json!(seconds("2026-12-03")), &Value::Null], "{engine:?}: {of_one:?}");
        let text = place.must(&["hold", "list", "--subject", "1"]);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[0], ["hold", "subject", "placed", "by", "because", "lifted", "by"], "{text}");
        let [_, first, third] = lines.as_slice() else { panic!("{engine:?}: {text}") };
        assert!(first.contains(&"2026-12-01T00:00:00Z") && first.contains(&"2026-12-03T00:00:00Z"), "{text}");
        assert_eq!(third, &["litigation", "1", "2026-12-04T00:00:00Z", "third", "-", "-", "-"], "{text}");
        place.purge("go", "1");
        place.must(&["apply", "--now", "2026-12-05"]);
        assert_eq!(place.states(), ["held"], "{engine:?}: the third counts");
    }
}

#[test]
fn a_hold_of_somebody_else_keeps_the_shared_row() {
    for engine in engines("a_hold_of_somebody_else_keeps_the_shared_row") {
        let place = court(engine);
        place.must(&["hold", "place", "litigation", "--subject", "11"]);
        place.purge("go", "1");
        place.must(&["apply", "--now", "2026-12-02"]);
        let held = request(&place, 1);
        assert_eq!((&held["state"], &held["reason"]), (&json!("held"), &json!("kept")), "{engine:?}: {held}");
        let left = |id: i64| place.database.number(&format!("select from_left from message where id = {id}"));
        assert_eq!([1, 2].map(left), [Some(0), Some(1)], "{engine:?}: what she wrote to Bob, and to somebody else");
        assert_eq!(count(&place, "remark where author = 1"), 0, "{engine:?}: she is under no hold");
        let line = "item = 'school.sent' and kind = 'hold' and because = 'litigation' and kept = 1 and ends is null";
        let kept = [format!("probate_kept where {line}"), "probate_kept".to_owned()].map(|of| count(&place, &of));
        assert_eq!(kept, [1, 1], "{engine:?}");
        place.must(&["apply", "--now", "2027-12-02"]);
        assert_eq!(place.states(), ["held"], "{engine:?}");
        place.must(&["hold", "lift", "litigation", "--subject", "11", "--now", "2027-12-03"]);
        place.must(&["apply", "--now", "2027-12-03"]);
        assert_eq!((place.states(), left(1)), (vec!["done".to_owned()], Some(1)), "{engine:?}");
    }
}

#[test]
fn a_duty_is_over_on_its_day() {
    for engine in engines("a_duty_is_over_on_its_day") {
        let place = court(engine);
        place.purge("go", "3");
        place.must(&["apply", "--now", "2026-12-01"]);
        let held = request(&place, 1);
        let shown = ["state", "reason", "not_before"].map(|name| held[name].clone());
        assert_eq!(shown, [json!("held"), json!("kept"), json!(seconds("2031-03-01"))], "{engine:?}: {held}");
        assert_eq!((count(&place, "exam"), count(&place, "answer")), (1, 1), "{engine:?}: with its answer");
        assert_eq!(place.database.text("select name from person where id = 3").as_deref(), Some(""), "{engine:?}");
        place.must(&["apply", "--now", "2031-02-28T23:59:59Z"]);
        assert_eq!((place.states(), count(&place, "exam")), (vec!["held".to_owned()], 1), "{engine:?}: the day before");
        place.must(&["apply", "--now", "2031-03-01"]);
        assert_eq!((place.states(), count(&place, "exam")), (vec!["done".to_owned()], 0), "{engine:?}: that day");
        assert_eq!(count(&place, "answer"), 0, "{engine:?}");
    }
}

#[test]
fn a_hold_that_left_the_policy_is_lifted_all_the_same() {
    for engine in engines("a_hold_that_left_the_policy_is_lifted_all_the_same") {
        let place = court(engine);
        place.must(&["hold", "place", "inquest", "--subject", "1", "--now", "2026-12-01"]);
        place.purge("go", "1");
        place.must(&["apply", "--now", "2026-12-01"]);
        assert_eq!(place.states(), ["held"], "{engine:?}");
        let site = place.project.path().join("site.yaml");
        let text = std::fs::read_to_string(&site).expect("the site");
        let without: Vec<&str> = text.split("---\n").filter(|one| !one.starts_with("kind: LegalHold")).collect();
        std::fs::write(&site, without.join("---\n")).expect("written");
        place.must(&["lock", "."]);
        let (said, ended) = place.refused(&["hold", "place", "inquest", "--subject", "2"]);
        assert!(ended == 2 && said.contains("write a document of `kind: LegalHold`"), "{engine:?}: {said}");
        place.must(&["hold", "lift", "inquest", "--subject", "1", "--now", "2026-12-02"]);
        place.must(&["apply", "--now", "2026-12-02"]);
        assert_eq!((place.states(), count(&place, "badge")), (vec!["done".to_owned()], 2), "{engine:?}");
    }
}

#[test]
fn what_is_kept_by_the_years_of_somebody_else_is_looked_at_each_day() {
    for engine in engines("what_is_kept_by_the_years_of_somebody_else_is_looked_at_each_day") {
        // 1 left in 2037, the one whom the paper is about in the middle of 2024.
        let place = Place::of(engine, "papers");
        place.purge("go", "1");
        place.must(&["apply", "--now", "2026-12-01T10:00:00Z"]);
        let held = request(&place, 1);
        let shown = ["state", "reason", "not_before"].map(|name| held[name].clone());
        let tomorrow = seconds("2026-12-02") + 36_000;
        assert_eq!(shown, [json!("held"), json!("kept"), json!(tomorrow)], "{engine:?}: {held}");
        assert_eq!(count(&place, "paper where body = ''"), 1, "{engine:?}: what is about nobody");
        place.must(&["apply", "--now", "2027-06-22"]);
        assert_eq!(count(&place, "paper where body = ''"), 2, "{engine:?}: the years of 2 are over");
        assert_eq!(count(&place, "paper where note = ''"), 0, "{engine:?}: those of 1 are not");
        let held = request(&place, 1);
        let shown = ["state", "not_before"].map(|name| held[name].clone());
        assert_eq!(shown, [json!("held"), json!(seconds("2040-12-31"))], "{engine:?}: {held}");
    }
}

#[test]
fn what_others_need_is_looked_at_before_ones_own_day() {
    for engine in engines("what_others_need_is_looked_at_before_ones_own_day") {
        // Her own book is kept until 2040, that of 3 on her shelf until the middle of 2027.
        let place = Place::of(engine, "shelves");
        place.purge("go", "1");
        let now = "2026-12-01T10:00:00Z";
        place.must(&["apply", "--now", now]);
        let left = |table: &str| place.database.number(&format!("select sum(id) from {table}"));
        assert_eq!((left("shelf"), left("book")), (Some(4), Some(10)), "{engine:?}: 1 is needed, 3 is of another");
        let month_later = seconds("2026-12-31") + 36_000;
        assert_eq!(request(&place, 1)["not_before"], month_later, "{engine:?}");
        place.database.batch("delete from book where id = 2");
        place.must(&["apply", "--now", "2026-12-31T09:00:00Z"]);
        assert_eq!(left("shelf"), Some(4), "{engine:?}: not before");
        place.must(&["apply", "--now", "2026-12-31T10:00:00Z"]);
        assert_eq!((left("shelf"), left("book")), (Some(3), Some(8)), "{engine:?}: nobody needs it any more");
        assert_eq!(request(&place, 1)["not_before"], seconds("2040-12-31"), "{engine:?}: its own day is left");
    }
}

/// Which parts an item has is said by one item or by several: that decides nothing.
#[test]
fn above_a_row_that_is_no_part_nothing_is_kept() {
    for engine in engines("above_a_row_that_is_no_part_nothing_is_kept") {
        for is_said_twice in [true, false] {
            // 2's scrap is no part of what is held, 2's note is: before them stand notes of 1.
            let place = Place::of(engine, "files");
            if !is_said_twice {
                let site = place.project.path().join("site.yaml");
                let text = std::fs::read_to_string(&site).expect("the site");
                let once: Vec<&str> = text.lines().filter(|line| !line.starts_with("  named:")).collect();
                std::fs::write(&site, once.join("\n")).expect("written");
                place.must(&["lock", "."]);
            }
            place.must(&["hold", "place", "inquest", "--subject", "2"]);
            place.purge("go", "1");
            place.must(&["apply"]);
            let of =
                |asked: &str| place.database.number(&format!("select coalesce(sum(id), 0) from folder where {asked}"));
            assert_eq!(of("person_id is null"), Some(10), "{engine:?}: nothing that stays needs it");
            assert_eq!(of("words = ''"), Some(10 + 11), "{engine:?}: both are written");
            assert_eq!(of("person_id = 1"), Some(11), "{engine:?}: its note stands before one that is held");
        }
    }
}

/// Of several people whose row it is the years of all must be over, and whoever is not there has none.
#[test]
fn the_years_of_all_whose_row_it_is_must_be_over() {
    for engine in engines("the_years_of_all_whose_row_it_is_must_be_over") {
        let place = Place::of(engine, "loans");
        for person in ["1", "2"] {
            place.purge("go", person);
        }
        place.must(&["apply", "--now", "2026-12-01T10:00:00Z"]);
        let left = place.database.number("select sum(id) from loan");
        assert_eq!(left, Some(2 + 16 + 32), "{engine:?}: those of 2, who left late");
        let (simulated, _) = place.json(&["simulate", "--as-of", "2041-06-01", "--now", "2037-01-01"]);
        let released = &simulated["rules"][0];
        assert_eq!((&released["of"], &released["total"]), (&json!("released"), &json!(3)), "{engine:?}: each row once");
    }
}
