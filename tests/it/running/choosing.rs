//! Which type is whose: the default is looked up by each run, a person's own goes before it, and whoever was there
//! before waits until somebody says so.

use super::{Place, engines};
use crate::cli::{code, stderr};

/// The numbers of the posts and letters that are left.
fn left(place: &Place) -> [Vec<i64>; 2] {
    ["post", "letter"].map(|table| {
        let count = place.database.number(&format!("select count(*) from {table}")).expect("a count");
        let nth = |at| place.database.number(&format!("select id from {table} order by id limit 1 offset {at}"));
        (0..count).filter_map(nth).collect()
    })
}

fn suspend(place: &Place, ids: &str) {
    place.database.batch(&format!("update person set state = 'suspended' where id in ({ids})"));
}

const ALL: [&[i64]; 2] = [&[1, 2, 3, 4, 5, 6, 7, 8], &[1, 2, 3, 4, 5]];

#[test]
fn a_type_of_their_own_goes_before_the_default() {
    for engine in engines("a_type_of_their_own_goes_before_the_default") {
        let place = Place::of(engine, "college");
        // Before the status is reached, for one of them never.
        place.must(&["own-type", "set", "strict", "--subject", "2", "--by", "officer"]);
        place.must(&["own-type", "never", "suspended", "--subject", "4"]);
        assert_eq!(left(&place), ALL);
        place.must(&["apply"]);
        assert_eq!(left(&place), ALL, "{engine:?}: nobody has become suspended");
        suspend(&place, "2, 3, 4");
        let (planned, _) = place.json(&["plan"]);
        let due = |id: &str| -> u64 {
            let types = planned["types"].as_array().expect("types").iter();
            types.filter(|one| one["id"] == id).map(|one| one["subjects"].as_u64().expect("a number")).sum()
        };
        assert_eq!((due("light"), due("strict")), (1, 1), "{engine:?}: {planned}");
        place.must(&["apply"]);
        // The first has been there since before there was a default.
        assert_eq!(left(&place), [vec![1, 2, 5, 6, 7, 8], vec![1, 3, 4, 5]], "{engine:?}");
        place.must(&["apply"]);
        assert_eq!(left(&place), [vec![1, 2, 5, 6, 7, 8], vec![1, 3, 4, 5]], "{engine:?}: once");
        // Later, and by hand, also for whoever the default leaves alone.
        place.must(&["own-type", "set", "strict", "--subject", "1"]);
        place.must(&["own-type", "clear", "suspended", "--subject", "4"]);
        place.must(&["apply"]);
        assert_eq!(left(&place), [vec![6], vec![3, 4, 5]], "{engine:?}");
        let (listed, _) = place.json(&["own-type", "list"]);
        let own = listed["own_types"].as_array().expect("a list");
        let of: Vec<_> = own.iter().map(|one| (one["subject"].as_str(), one["type"].as_str())).collect();
        assert_eq!(of, [(Some("1"), Some("strict")), (Some("2"), Some("strict"))], "{engine:?}: {listed}");
        assert_eq!(own[1]["set_by"], "officer", "{listed}");
    }
}

#[test]
fn what_is_no_type_of_somebodys_own_is_refused() {
    for engine in engines("what_is_no_type_of_somebodys_own_is_refused") {
        let place = Place::of(engine, "college");
        let said = |arguments: &[&str]| {
            let (said, ended) = place.refused(&[&["own-type"], arguments].concat());
            assert_eq!(ended, 2, "{engine:?}: {said}");
            said
        };
        assert!(said(&["set", "full", "--subject", "2"]).contains("never carried out by itself"));
        assert!(said(&["set", "strikt", "--subject", "2"]).contains("did you mean `strict`?"));
        assert!(said(&["never", "suspendet", "--subject", "2"]).contains("did you mean `suspended`?"));
        assert!(said(&["never", "deleted", "--subject", "2"]).contains("nothing is purged by itself"));
        assert!(said(&["clear", "suspended", "--subject", "2"]).contains("no type of their own"));
        assert!(said(&["set", "strict", "--subject", "77"]).contains("nobody in `person`"));
        assert!(said(&["set", "strict", "--subject", "9"]).contains("protected"));
        assert_eq!(place.database.number("select count(*) from probate_own_type"), Some(0), "{engine:?}");
    }
}

#[test]
fn legacy_people_are_listed_and_taken_in_when_somebody_says_so() {
    for engine in engines("legacy_people_are_listed_and_taken_in_when_somebody_says_so") {
        let place = Place::of(engine, "college");
        suspend(&place, "3");
        let planned = place.run(&["plan"]);
        assert!(stderr(&planned).contains("`light` leaves 1 person alone"), "{engine:?}: {}", stderr(&planned));
        place.must(&["apply"]);
        assert_eq!(left(&place), [vec![1, 2, 3, 5, 6, 7, 8], vec![1, 2, 3, 4, 5]], "{engine:?}: only who came later");
        let (applied, _) = place.json(&["apply", "--legacy"]);
        let light = applied["types"].as_array().expect("types").iter().find(|one| one["id"] == "light").expect("it");
        assert_eq!((&light["legacy"], &light["subjects"]), (&1.into(), &1.into()), "{engine:?}: {applied}");
        assert_eq!(left(&place), [vec![3, 5, 6], vec![1, 2, 3, 4, 5]], "{engine:?}");
        let (again, _) = place.json(&["apply", "--legacy"]);
        assert!(again["types"].as_array().expect("types").iter().all(|one| one["legacy"] == 0), "{engine:?}: {again}");
        let origins = place.database.text("select origin from probate_request where subject = 1");
        assert_eq!(origins.as_deref(), Some("legacy"), "{engine:?}");
    }
}

#[test]
fn a_type_is_applied_again_when_somebody_says_so() {
    for engine in engines("a_type_is_applied_again_when_somebody_says_so") {
        let place = Place::of(engine, "college");
        suspend(&place, "3, 4");
        place.must(&["apply"]);
        // So long after the purge that no sweep looks for what comes back.
        place.database.batch("update probate_request set not_before = null");
        place.database.batch("insert into post values (40, 10, 3, 'back'), (50, 10, 4, 'back')");
        place.must(&["apply"]);
        let back = |place: &Place| place.database.number("select count(*) from post where id >= 40");
        assert_eq!(back(&place), Some(2), "{engine:?}: not by itself");
        let said = place.run(&["request", "reapply", "light", "--subject", "3"]);
        assert!(stderr(&said).contains("1 person will"), "{engine:?}: {}", stderr(&said));
        let said = place.run(&["request", "reapply", "light", "--subject", "3"]);
        assert!(stderr(&said).contains("0 people will"), "{engine:?}: {}", stderr(&said));
        place.must(&["apply"]);
        assert_eq!(back(&place), Some(1), "{engine:?}: hers");
        place.must(&["request", "reapply", "light"]);
        place.must(&["apply"]);
        assert_eq!(back(&place), Some(0), "{engine:?}: all");
        assert_eq!(place.refused(&["request", "reapply", "full"]).1, 2, "{engine:?}");
    }
}

#[test]
fn a_purge_is_of_the_place_that_its_request_names() {
    for engine in engines("a_purge_is_of_the_place_that_its_request_names") {
        let place = Place::of(engine, "college");
        suspend(&place, "2, 3");
        place.must(&["own-type", "never", "suspended", "--subject", "2"]);
        place.must(&["own-type", "never", "suspended", "--subject", "3"]);
        let ask = |more: &[&str]| place.run(&[&["request", "purge"], more].concat());
        for refused in [
            &["course", "--subject", "1"][..],
            &["course", "--subject", "1", "--place", "1"],
            &["course", "--subject", "1", "--place", "10 "],
            &["light", "--subject", "1", "--place", "10"],
        ] {
            assert_eq!(code(&ask(refused)), 2, "{engine:?}: {refused:?}");
        }
        for asked in [["1", "10"], ["1", "20"], ["3", "10"]] {
            assert_eq!(code(&ask(&["course", "--subject", asked[0], "--place", asked[1]])), 0, "{engine:?}: {asked:?}");
        }
        let twice = ask(&["course", "--subject", "1", "--place", "10"]);
        assert_eq!(code(&twice), 2, "{engine:?}: {}", stderr(&twice));
        let listed = place.must(&["request", "list"]);
        let second: Vec<&str> = listed.lines().nth(2).expect("a second request").split_whitespace().collect();
        assert_eq!(second[..5], ["2", "purge", "course", "1", "20"], "{engine:?}: {listed}");
        // Written by others: a place that is not there, and one for a type that knows none.
        place.database.batch(
            "insert into probate_request (kind, type, subject, place, state) values
            ('purge', 'course', 2, '7', 'approved'), ('purge', 'course', 2, '', 'approved'), ('purge', 'light', 2, '10', 'approved')",
        );
        let (planned, _) = place.json(&["plan", "--type", "course", "--subject", "1", "--place", "20"]);
        assert_eq!(planned["types"][0]["steps"][0]["rows"], 1, "{engine:?}: {planned}");
        let (planned, _) = place.json(&["plan", "--type", "course"]);
        let of: Vec<_> = planned["types"].as_array().expect("types").iter().map(|one| &one["place"]).collect();
        assert_eq!(of, ["10", "20"], "{engine:?}: {planned}");
        let ran = place.run(&["apply"]);
        assert_eq!(code(&ran), 1, "{engine:?}: somebody's request failed");
        assert!(stderr(&ran).contains("requests that have failed for good: 2"), "{engine:?}: {}", stderr(&ran));
        assert_eq!(left(&place), [vec![3, 5, 6, 7, 8], vec![1, 2, 3, 4, 5]], "{engine:?}");
        assert_eq!(place.states(), ["done", "done", "done", "failed", "failed", "failed"], "{engine:?}");
        let why = place.database.number("select count(*) from probate_request where reason = 'unknown-place'");
        assert_eq!(why, Some(3), "{engine:?}");
    }
}

#[test]
fn another_moment_can_count_as_now() {
    for engine in engines("another_moment_can_count_as_now") {
        let place = Place::of(engine, "college");
        place.database.batch("update person set state = 'deleted' where id = 11");
        place.must(&["request", "purge", "full", "--subject", "11", "--now", "2029-02-01"]);
        // 2030-01-01, and a second before.
        place.database.batch("update probate_request set not_before = 1893456000");
        place.must(&["apply", "--now", "2029-12-31T23:59:59Z"]);
        assert_eq!(place.states(), ["approved"], "{engine:?}");
        place.must(&["apply", "--now", "2030-01-01"]);
        assert_eq!(place.states(), ["done"], "{engine:?}");
        let at =
            "select asked + started * 0 from probate_request join probate_run on probate_run.run = probate_request.run";
        assert_eq!(place.database.number(at), Some(1_864_598_400), "{engine:?}");
        let run = "select count(*) from probate_run where started = 1893456000 and finished = 1893456000";
        assert_eq!(place.database.number(run), Some(1), "{engine:?}");
        let year = "select count(*) from person where id = 11 and substr(cast(seen as char(30)), 1, 4) = '2030'";
        assert_eq!(place.database.number(year), Some(1), "{engine:?}: `now` in a row");
        assert_eq!(place.refused(&["apply", "--now", "tomorrow"]).1, 2, "{engine:?}");
    }
}

#[test]
fn what_waits_for_a_type_that_is_gone_is_named() {
    for engine in engines("what_waits_for_a_type_that_is_gone_is_named") {
        let place = Place::of(engine, "college");
        place.must(&["request", "purge", "full", "--subject", "2"]);
        place.must(&["own-type", "set", "strict", "--subject", "2"]);
        let site = place.project.path().join("site.yaml");
        let yaml = std::fs::read_to_string(&site).expect("the site");
        std::fs::write(&site, yaml.replace("id: full", "id: whole").replace("id: strict", "id: hard"))
            .expect("written");
        place.must(&["lock", "."]);
        let ran = place.run(&["apply"]);
        assert_eq!(code(&ran), 1, "{engine:?}: {}", stderr(&ran));
        assert!(stderr(&ran).contains("purge `full` is asked for"), "{engine:?}: {}", stderr(&ran));
        assert!(stderr(&ran).contains("own type for suspended `strict`"), "{engine:?}: {}", stderr(&ran));
        suspend(&place, "2");
        let before = place.host();
        place.run(&["apply"]);
        assert_eq!(place.host(), before, "{engine:?}: the default is not taken instead");
    }
}
