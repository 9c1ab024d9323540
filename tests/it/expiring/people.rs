//! Rules about people: who has been away for long enough is asked to be purged, or put into a status; once.

use super::{schema, site, text};
use crate::cli::code;
use crate::engine::Engine;
use crate::running::{Place, engines};

/// Two years are over of what began on 29 February 2024 or before: both are the last of their month.
const NOW: &str = "2026-02-28T12:00:00Z";
/// Long before, and the last second of 2024-02-29.
const BEFORE: i64 = 1_709_035_200;
const LAST: i64 = 1_709_251_199;
const AFTER: i64 = LAST + 1;

fn policy(rule: &str, then: &str, engine: Engine) -> String {
    site(&text("people", "site.yaml").replace("RULE", rule).replace("THEN", then), engine)
}

/// Everybody has a note; what their name says is to become of them.
fn place(engine: Engine, rule: &str, then: &str) -> Place {
    let schema = schema(&text("people", "schema.sql"), engine);
    let people: &[(&str, &str, Option<i64>, Option<i64>)] = &[
        ("away", "active", Some(BEFORE), Some(BEFORE)),
        ("away since the last day", "active", Some(LAST), Some(BEFORE)),
        ("here: the first second after", "active", Some(AFTER), Some(BEFORE)),
        ("here: posted later", "active", Some(BEFORE), Some(AFTER)),
        ("here: never logged in", "active", Some(0), Some(BEFORE)),
        ("here: never posted", "active", Some(BEFORE), None),
        ("here: nothing is known", "active", None, None),
        ("root", "active", Some(BEFORE), Some(BEFORE)),
        ("former", "active", Some(BEFORE), Some(BEFORE)),
        ("suspended", "suspended", Some(BEFORE), Some(BEFORE)),
        ("deleted", "deleted", Some(BEFORE), Some(BEFORE)),
        ("suspended: here", "suspended", Some(AFTER), Some(AFTER)),
    ];
    let held = |at: Option<i64>| at.map_or("null".to_owned(), |at| at.to_string());
    let rows: Vec<String> = (1..)
        .zip(people)
        .map(|(id, (name, state, login, post))| {
            format!("({id}, '{name}', '{state}', {}, {})", held(*login), held(*post))
        })
        .collect();
    let notes: Vec<String> = (1..=people.len()).map(|id| format!("({id}, {id}, 'a note')")).collect();
    let made = format!(
        "{schema}insert into person (id, name, state, last_login, last_post) values {};\ninsert into note (id, person_id, words) values {};\n",
        rows.join(", "),
        notes.join(", ")
    );
    Place::made_of(engine, &policy(rule, then, engine), &schema, &made).installed()
}

/// What there is, joined.
fn list(place: &Place, query: &str) -> Vec<String> {
    let database = &place.database;
    let many = database.number(&format!("select count(*) from ({query}) as q")).expect("a count");
    (0..many).map(|at| database.text(&format!("{query} limit 1 offset {at}")).expect("a row")).collect()
}

fn asked(place: &Place, of_type: &str) -> Option<i64> {
    place.database.number(&format!("select count(*) from probate_request where type = '{of_type}'"))
}

/// Known failure 12: a task that made the same request on every run. Known failure 10: 0 and NULL are nobody's 1970.
#[test]
fn a_purge_is_asked_for_once() {
    for engine in engines("a_purge_is_asked_for_once") {
        let place = place(engine, "gone", "{request: removed}");
        let planned = place.json(&["plan", "--now", NOW, "--rule", "gone"]).0;
        // The type puts whoever it is into its status first, so that those in another are asked for, too.
        assert_eq!(planned["rules"][0]["subjects"], 4, "{engine:?}: {planned:#}");
        let host = place.host();
        place.must(&["apply", "--now", NOW, "--rule", "gone"]);
        assert_eq!(place.host(), host, "{engine:?}: asking changes nothing");
        let whom = "select subject from probate_request where origin = 'retention' order by subject";
        assert_eq!(list(&place, whom), ["1", "2", "10", "11"], "{engine:?}");
        place.must(&["apply", "--now", NOW, "--rule", "gone"]);
        assert_eq!(asked(&place, "removed"), Some(4), "{engine:?}: not while one is unfinished");
        // Rejected and cancelled, the others carried out.
        place.database.batch("update probate_request set state = 'rejected', finished = 1772280000 where subject = 1");
        place.database.batch("update probate_request set state = 'cancelled', finished = 1772280000 where subject = 2");
        place.must(&["apply", "--now", NOW, "--type", "removed"]);
        place.must(&["apply", "--now", "2026-03-15T12:00:00Z", "--rule", "gone"]);
        assert_eq!(asked(&place, "removed"), Some(7), "{engine:?}: only those whose time is over since");
        place.must(&["apply", "--now", "2026-06-01", "--rule", "gone"]);
        let again = "select count(*) from probate_request where type = 'removed' and subject in (1, 2, 10, 11)";
        assert_eq!(place.database.number(again), Some(4), "{engine:?}: not after it was settled");
        // They came back, and went away again.
        let later = 1_780_000_000;
        place.database.batch(&format!("update person set last_login = {later}, last_post = {later} where id = 1"));
        place.must(&["apply", "--now", "2028-05-01", "--rule", "gone"]);
        assert_eq!(place.database.number(again), Some(4), "{engine:?}: not before the time is over anew");
        place.must(&["apply", "--now", "2029-01-01", "--rule", "gone"]);
        assert_eq!(place.database.number(again), Some(5), "{engine:?}: and once when it is");
    }
}

#[test]
fn a_purge_is_asked_for_only_in_the_status_of_the_type() {
    for engine in engines("a_purge_is_asked_for_only_in_the_status_of_the_type") {
        let place = place(engine, "gone", "{request: leaver}");
        place.must(&["apply", "--now", NOW, "--rule", "gone"]);
        assert_eq!(list(&place, "select subject from probate_request"), ["10"], "{engine:?}");
        // It is carried out like any other.
        place.must(&["apply", "--now", NOW, "--type", "leaver"]);
        let left = place.database.number("select count(*) from note where person_id = 10");
        assert_eq!(left, Some(0), "{engine:?}");
        assert_eq!(place.database.number("select count(*) from note"), Some(11), "{engine:?}: nobody else's");
        place.must(&["apply", "--now", "2026-02-28T23:00:00Z", "--rule", "gone"]);
        assert_eq!(asked(&place, "leaver"), Some(1), "{engine:?}: once in the status");
    }
}

/// The automatic purge follows by itself: of those who were put into the status, and of nobody who was there before.
#[test]
fn people_are_put_into_a_status_and_their_purge_follows() {
    for engine in engines("people_are_put_into_a_status_and_their_purge_follows") {
        let place = place(engine, "sleepers", "{status: suspended}");
        let planned = place.json(&["plan", "--now", NOW, "--rule", "sleepers"]).0;
        assert_eq!(planned["rules"][0]["subjects"], 2, "{engine:?}: {planned:#}");
        let (applied, done) = place.json(&["apply", "--now", NOW, "--rule", "sleepers"]);
        assert_eq!(done, 0, "{engine:?}: {applied:#}");
        assert_eq!(applied["rules"][0]["subjects"], 2, "{engine:?}");
        assert_eq!(applied["rules"][0]["steps"][0]["rows"], 2, "{engine:?}");
        let suspended = "select id from person where state = 'suspended' order by id";
        assert_eq!(list(&place, suspended), ["1", "2", "10", "12"], "{engine:?}");
        assert_eq!(place.database.number("select count(*) from person where state = 'deleted'"), Some(1), "{engine:?}");
        let recorded = "select count(*) from probate_subject where status = 'suspended' and subject in (1, 2) and legacy = 0 and since = 1772280000";
        assert_eq!(place.database.number(recorded), Some(2), "{engine:?}: each is written down");
        let host = place.host();
        place.must(&["apply", "--now", NOW, "--rule", "sleepers"]);
        assert_eq!(place.host(), host, "{engine:?}: again nothing");
        place.must(&["apply", "--now", "2026-03-02", "--type", "leaver"]);
        let whose = "select person_id from note order by id";
        assert_eq!(list(&place, whose), ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], "{engine:?}");
    }
}

/// More people than a batch.
#[test]
fn people_are_put_into_a_status_in_batches() {
    for engine in engines("people_are_put_into_a_status_in_batches") {
        let place = place(engine, "sleepers", "{status: suspended}");
        let many: Vec<String> =
            (1000..2100).map(|id| format!("({id}, 'p{id}', 'active', {BEFORE}, {BEFORE})")).collect();
        place
            .database
            .batch(&format!("insert into person (id, name, state, last_login, last_post) values {}", many.join(", ")));
        let (refused, stopped) = place.json(&["apply", "--now", NOW, "--rule", "sleepers", "--max-rows", "600"]);
        assert_eq!((stopped, &refused["rules"][0]["runs"]), (1, &1.into()), "{engine:?}: {refused:#}");
        let suspended = "select count(*) from person where state = 'suspended'";
        assert_eq!(place.database.number(suspended), Some(502), "{engine:?}: before and not after");
        let (applied, _) = place.json(&["apply", "--now", NOW, "--rule", "sleepers"]);
        assert_eq!(applied["rules"][0]["runs"], 2, "{engine:?}: {applied:#}");
        assert_eq!(place.database.number(suspended), Some(1104), "{engine:?}");
    }
}

/// A rule that counts from when people came into a status: it begins when that was first seen.
#[test]
fn a_status_may_follow_another() {
    for engine in engines("a_status_may_follow_another") {
        let place = place(engine, "sleepers", "{status: suspended}");
        let text = policy("sleepers", "{status: deleted}", engine)
            .replace("{latest: [subject.last_login, subject.last_post]}", "subject.status_changed");
        std::fs::write(place.project.path().join("site.yaml"), text).expect("written");
        place.must(&["lock", "."]);
        // As if nobody had looked before: `install` did, by the clock of the database.
        place.database.batch("delete from probate_subject");
        place.must(&["apply", "--now", "2026-03-01", "--rule", "sleepers"]);
        place.must(&["apply", "--now", "2028-02-29T23:59:59Z", "--rule", "sleepers"]);
        let deleted = "select id from person where state = 'deleted' order by id";
        assert_eq!(list(&place, deleted), ["11"], "{engine:?}: it was seen too lately");
        place.must(&["apply", "--now", "2028-03-01", "--rule", "sleepers"]);
        assert_eq!(list(&place, deleted), ["10", "11", "12"], "{engine:?}");
    }
}

#[test]
fn rules_are_named_as_types_are() {
    for engine in engines("rules_are_named_as_types_are") {
        let place = place(engine, "gone", "{request: removed}");
        assert_eq!(place.refused(&["apply", "--rule", "going"]).1, 2, "{engine:?}");
        place.must(&["apply", "--now", NOW, "--type", "leaver"]);
        assert_eq!(asked(&place, "removed"), Some(0), "{engine:?}: a type is named, and no rule");
        assert_eq!(code(&place.run(&["apply", "--now", NOW])), 0, "{engine:?}");
        assert_eq!(asked(&place, "removed"), Some(4), "{engine:?}: all types, and then all rules");
    }
}
