//! Notices: at each event a line of the outbox for each who is told, once, in their language.

use serde_json::Value;

use super::{Place, engines};

/// The notices in the outbox, the oldest first.
fn notices(place: &Place) -> Vec<Value> {
    let count = place.database.number("select count(*) from probate_outbox where kind = 'notice'").expect("a number");
    let line = |at: i64| {
        let body = place
            .database
            .text(&format!("select body from probate_outbox where kind = 'notice' order by id limit 1 offset {at}"));
        serde_json::from_str(&body.expect("a line")).expect("JSON")
    };
    (0..count).map(line).collect()
}

/// What each says, in a few words, sorted.
fn told(place: &Place) -> Vec<String> {
    let word = |one: &Value, name: &str| one[name].as_str().expect("a text").to_owned();
    let words = |one: &Value| ["notice", "to", "locale", "title", "body"].map(|name| word(one, name)).join(" | ");
    let mut all: Vec<String> = notices(place).iter().map(words).collect();
    all.sort();
    all
}

fn count(place: &Place, of: &str) -> usize {
    notices(place).iter().filter(|one| one["notice"] == of).count()
}

fn left(place: &Place, login: &str) {
    place.database.batch(&format!("update person set state = 'left' where login = '{login}'"));
}

/// A compiled script, as a scheduler finds it.
fn script(place: &Place, name: &str) -> String {
    place.must(&["compile", "."]);
    let path = format!("compiled/sql/{}/{name}.sql", place.database.engine.dialect());
    std::fs::read_to_string(place.project.path().join(path)).expect("it is compiled")
}

#[test]
fn each_event_is_told_once_in_the_language_of_the_person() {
    for engine in engines("each_event_is_told_once_in_the_language_of_the_person") {
        let place = Place::of(engine, "letters");
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        // 1, Arabic: rejected. 2, German: an export, then 3, a purge. 4, a language that the site has not.
        place.must(&["request", "purge", "leaver", "--subject", "ada2", "--self"]);
        place.must(&["request", "reject", "1", "--reason", "still \"a\" member"]);
        place.must(&["request", "export", "everything", "--subject", "ada", "--self"]);
        place.must(&["export", "--out", "out"]);
        place.must(&["request", "purge", "leaver", "--subject", "ada"]);
        left(&place, "ada");
        place.must(&["request", "approve", "3"]);
        place.must(&["apply"]);
        place.must(&["request", "purge", "leaver", "--subject", "bob"]);
        place.must(&["request", "cancel", "4"]);
        let day = "2026-01-01";
        let expires = notices(&place).iter().find_map(|one| {
            let body = one["body"].as_str()?.strip_prefix("Bis ")?;
            body.split_once(',').map(|(day, _)| day.to_owned())
        });
        let expires = expires.expect("the archive expires");
        assert!(expires.len() == day.len() && expires.as_str() > day, "{expires}");
        let expected = [
            format!("export-ready | subject | de | Ihre Daten liegen bereit | Bis {expires}, Ada \"the\"."),
            "purge-done | subject | de | Fort | Liebe(r) Ada \"the\", ada@x".to_owned(),
            "request-approved | subject | de | Genehmigt | Austritt".to_owned(),
            "request-received | controller | en | We have your request 1 | Leaving".to_owned(),
            "request-received | controller | en | We have your request 2 | All my data".to_owned(),
            "request-received | controller | en | We have your request 3 | Leaving".to_owned(),
            "request-received | controller | en | We have your request 4 | Leaving".to_owned(),
            "request-received | subject | ar | طلبك 1 | المغادرة".to_owned(),
            "request-received | subject | de | Ihre Anfrage 2 | Alle meine Daten".to_owned(),
            "request-received | subject | de | Ihre Anfrage 3 | Austritt".to_owned(),
            "request-received | subject | en | We have your request 4 | Leaving".to_owned(),
            "request-rejected | subject | ar | رفض | لأن: still \"a\" member".to_owned(),
        ];
        assert_eq!(told(&place), expected, "{engine:?}");
        let one = notices(&place).into_iter().find(|one| one["notice"] == "purge-done").expect("she was told");
        assert_eq!((&one["subject"], &one["request"]), (&Value::from("ada"), &Value::from(3)), "{one}");
        assert_eq!(one["named"], serde_json::json!({"label": "Ada \"the\"", "mail": "ada@x"}), "{one}");
        let quiet = notices(&place).into_iter().find(|one| one["notice"] == "request-received").expect("she was told");
        assert_eq!(quiet.get("named"), None, "what no text names is not written: {quiet}");
        assert_eq!(place.database.number("select count(*) from person where login = 'ada'"), Some(0), "she is gone");
        // Whoever runs again, decides again or lists tells nobody again.
        place.must(&["apply"]);
        place.must(&["export", "--out", "out"]);
        place.must(&["request", "list"]);
        place.refused(&["request", "approve", "3"]);
        place.refused(&["request", "reject", "1"]);
        assert_eq!(told(&place), expected, "{engine:?}");
        // The archive is gone after her: she cannot be told, and the controller does not know her name any more.
        place.must(&["export", "--out", "out", "--remove", "2"]);
        place.refused(&["export", "--out", "out", "--remove", "2"]);
        let expired: Vec<String> = told(&place).into_iter().filter(|line| line.starts_with("export-expired")).collect();
        assert_eq!(expired, ["export-expired | controller | en | Removed | All my data ()"], "{engine:?}");
    }
}

#[test]
fn archives_that_expire_are_told_of() {
    for engine in engines("archives_that_expire_are_told_of") {
        let place = Place::of(engine, "letters");
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        for subject in ["ada", "ada2"] {
            place.must(&["request", "export", "everything", "--subject", subject]);
        }
        place.must(&["export", "--out", "out"]);
        assert_eq!((count(&place, "export-ready"), count(&place, "export-expired")), (2, 0));
        place.database.batch("update probate_request set expires = finished where id = 2");
        place.must(&["export", "--out", "out"]);
        place.must(&["export", "--out", "out"]);
        let expired: Vec<String> = told(&place).into_iter().filter(|line| line.starts_with("export-expired")).collect();
        let expected = [
            "export-expired | controller | en | Removed | All my data (another Ada)",
            "export-expired | subject | ar | حُذف | كل بياناتي",
        ];
        assert_eq!(expired, expected, "{engine:?}");
    }
}

/// Rows that a host writes into `probate_request` itself.
const PLAIN: &str = "insert into probate_request (kind, type, subject, state) values ('purge', 'leaver', 'ada', 'awaiting_approval'), ('purge', 'quiet', 'c\"\\d', 'approved'), ('export', 'everything', 'bob', 'approved');";

#[test]
fn what_a_host_asks_for_by_itself_is_noticed_by_the_next_run() {
    for engine in engines("what_a_host_asks_for_by_itself_is_noticed_by_the_next_run") {
        let place = Place::of(engine, "letters");
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.database.batch(PLAIN);
        place.must(&["request", "list"]);
        assert_eq!(told(&place), [""; 0], "a list writes nothing");
        for _ in 0..2 {
            place.must(&["apply"]);
            place.must(&["export", "--out", "out"]);
            assert_eq!((count(&place, "request-received"), count(&place, "export-ready")), (6, 1), "{engine:?}");
        }
        let odd: Vec<Value> = notices(&place).into_iter().filter(|one| one["subject"] == "c\"\\d").collect();
        assert_eq!(odd.len(), 2, "the person and the controller");
        // Whoever sends them may take the lines away.
        place.database.batch("delete from probate_outbox");
        place.must(&["apply"]);
        assert_eq!(told(&place), [""; 0], "{engine:?}");
        // A decision comes with it, first: here by a policy that was told of nothing.
        place.database.batch("delete from probate_told");
        place.must(&["request", "approve", "1"]);
        let order: Vec<String> =
            notices(&place).iter().map(|one| one["notice"].as_str().expect("a text").to_owned()).collect();
        assert_eq!(order, ["request-received", "request-received", "request-approved"], "{engine:?}");
    }
}

#[test]
fn compiled_scripts_tell_people_by_themselves() {
    for engine in engines("compiled_scripts_tell_people_by_themselves") {
        let place = Place::of(engine, "letters");
        place.database.batch(PLAIN);
        place.database.batch("update probate_request set state = 'approved'");
        left(&place, "ada");
        place.database.batch("update person set state = 'gone' where login = 'c\"\\d'");
        for _ in 0..2 {
            for name in ["purge/leaver", "purge/quiet", "export/everything"] {
                place.database.must(&script(&place, name));
            }
            let counts = ["request-received", "purge-done", "export-ready"].map(|of| count(&place, of));
            assert_eq!(counts, [6, 2, 1], "{engine:?}");
        }
        let done: Vec<String> = told(&place).into_iter().filter(|line| line.starts_with("purge-done")).collect();
        let expected = [
            "purge-done | subject | de | Fort | Liebe(r) Ada \"the\", ada@x",
            "purge-done | subject | en | Gone | Dear  at ",
        ];
        assert_eq!(done, expected, "{engine:?}");
    }
}

#[test]
fn nobody_is_told_of_a_purge_that_was_undone() {
    for engine in engines("nobody_is_told_of_a_purge_that_was_undone") {
        let place = Place::of(engine, "letters");
        let extra = "create table extra (note_id integer references note(id)); insert into extra values (1);";
        place.database.batch(extra);
        place.must(&["request", "purge", "leaver", "--subject", "ada"]);
        left(&place, "ada");
        place.must(&["request", "approve", "1"]);
        for _ in 0..7 {
            place.run(&["apply"]);
            let has_failed = place.states() == ["failed"];
            let counts = (count(&place, "purge-done"), count(&place, "request-failed"));
            assert_eq!(counts, (0, usize::from(has_failed)), "{engine:?}: undone");
            place.database.batch("update probate_request set not_before = null");
        }
        assert_eq!(place.states(), ["failed"], "{engine:?}");
        let failed = notices(&place).into_iter().find(|one| one["notice"] == "request-failed").expect("it failed");
        assert_eq!((&failed["to"], &failed["title"]), (&Value::from("controller"), &Value::from("Request 1 failed")));
        let why = failed["body"].as_str().expect("a text").to_lowercase();
        assert!(why.starts_with("ada: ") && why.contains("foreign key"), "{why}");
        assert_eq!(place.database.text("select token from probate_request where token is not null"), None);
        place.database.batch("drop table extra");
        place.must(&["request", "purge", "leaver", "--subject", "ada"]);
        place.must(&["request", "approve", "2"]);
        place.must(&["apply"]);
        assert_eq!((count(&place, "purge-done"), count(&place, "request-failed")), (1, 1), "{engine:?}");
    }
}

#[test]
fn of_what_a_rule_asks_for_only_the_controller_is_told_and_only_where_it_waits() {
    for engine in engines("of_what_a_rule_asks_for_only_the_controller_is_told_and_only_where_it_waits") {
        let place = Place::of(engine, "letters");
        left(&place, "ada");
        place.database.batch("update person set state = 'gone' where login = 'bob'");
        place.must(&["apply"]);
        place.must(&["apply"]);
        assert_eq!(place.states(), ["awaiting_approval", "done"], "{engine:?}");
        let expected = [
            "purge-done | subject | en | Gone | Dear Bob at bob@x",
            "request-received | controller | en | We have your request 1 | Leaving",
        ];
        assert_eq!(told(&place), expected, "{engine:?}");
    }
}

#[test]
fn many_clients_at_once_tell_each_once() {
    for engine in engines("many_clients_at_once_tell_each_once") {
        let place = Place::of(engine, "letters");
        let rows: String = (0..60)
            .map(|at| {
                format!(
                    "insert into person values ('p{at}', 'P', 'p{at}@x', 'de', 'gone');
                     insert into probate_request (kind, type, subject, state) values ('purge', 'quiet', 'p{at}', 'approved');\n"
                )
            })
            .collect();
        place.database.batch(&rows);
        let apply = || {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_probate"));
            command.arg("apply").current_dir(place.project.path()).env("PROBATE_DB", place.database.address());
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("it starts")
        };
        for _ in 0..3 {
            let clients: Vec<std::process::Child> = (0..4).map(|_| apply()).collect();
            // One that meets another may give up.
            for mut client in clients {
                client.wait().expect("it ends");
            }
        }
        place.database.batch("update probate_request set not_before = null");
        place.must(&["apply"]);
        assert_eq!((count(&place, "request-received"), count(&place, "purge-done")), (120, 60), "{engine:?}");
        let twice = "select count(*) from (select body from probate_outbox group by body having count(*) > 1) as twice";
        assert_eq!(place.database.number(twice), Some(0), "{engine:?}");
    }
}

/// The project with something else in its policy.
fn edit(place: &Place, from: &str, to: &str) {
    let path = place.project.path().join("site.yaml");
    let text = std::fs::read_to_string(&path).expect("the site");
    assert!(text.contains(from), "{text}");
    std::fs::write(path, text.replacen(from, to, 1)).expect("written");
    place.must(&["lock", "."]);
}

#[test]
fn what_names_a_place_that_cannot_be_has_failed_and_is_told() {
    for engine in engines("what_names_a_place_that_cannot_be_has_failed_and_is_told") {
        let place = Place::of(engine, "college");
        let notice = "---\nkind: Notice\nid: request-failed\nto: [controller]\nsubject: \"{request.id}\"\nbody: \"{request.reason}\"\n---\nkind: Component\n";
        edit(&place, "---\nkind: Component\n", notice);
        place.database.batch(
            "update person set state = 'suspended' where id = 1;
            insert into probate_request (kind, type, subject, place, state) values ('purge', 'course', 1, '7', 'approved')",
        );
        let (said, code) = place.refused(&["apply"]);
        assert!(said.contains("requests that have failed for good: 1"), "{engine:?}: {said}");
        assert_eq!(code, 1, "{engine:?}");
        place.must(&["apply"]);
        assert_eq!(told(&place), ["request-failed | controller | en | 1 | unknown-place"], "{engine:?}");
        assert_eq!(place.database.text("select token from probate_request where token is not null"), None);
    }
}

#[test]
fn a_number_that_is_given_again_is_noticed_again() {
    for engine in engines("a_number_that_is_given_again_is_noticed_again") {
        let place = Place::of(engine, "letters");
        let records = "records: {title: Records, purpose: membership, keep_for: P1D}\ndefaults: {self_export";
        edit(&place, "defaults: {self_export", records);
        place.must(&["request", "export", "everything", "--subject", "bob"]);
        place.must(&["request", "cancel", "1"]);
        place.database.batch("update probate_request set finished = 1; delete from probate_outbox");
        place.must(&["apply"]);
        let left = ["probate_request", "probate_told"]
            .map(|table| place.database.number(&format!("select count(*) from {table}")));
        assert_eq!(left, [Some(0), Some(0)], "{engine:?}");
        place.database.batch(
            "insert into probate_request (id, kind, type, subject, state) values (1, 'purge', 'quiet', 'ada', 'approved')",
        );
        place.must(&["apply"]);
        assert_eq!(count(&place, "request-received"), 2, "{engine:?}");
    }
}

const ANSWERS: &str = "---
kind: Notice
id: request-held
to: [subject, controller]
subject: {en: Refused in part, de: Teils abgelehnt}
body: {en: \"Kept of {subject.label}:\\n{kept}\", de: \"Behalten von {subject.label}:\\n{kept}\"}
---
kind: Notice
id: purge-done
to: [subject]
subject: {en: Gone, de: Fort}
body: {en: \"{subject.label}\", de: \"{subject.label}\"}
---
kind: Component
";

#[test]
fn what_was_kept_is_answered_once_for_each_time_that_it_is_other() {
    for engine in engines("what_was_kept_is_answered_once_for_each_time_that_it_is_other") {
        let place = Place::of(engine, "court");
        edit(&place, "---\nkind: Component\n", ANSWERS);
        place.must(&["hold", "place", "inquest", "--subject", "1", "--now", "2026-12-01"]);
        place.must(&["hold", "place", "litigation", "--subject", "11", "--now", "2026-12-01"]);
        for subject in ["1", "2", "3"] {
            place.purge("go", subject);
        }
        place.must(&["hold", "place", "litigation", "--subject", "2", "--now", "2026-12-01"]);
        place.must(&["hold", "lift", "litigation", "--subject", "2", "--now", "2026-12-01"]);
        place.database.batch("delete from message where id = 3");
        place.must(&["apply", "--now", "2026-12-02"]);
        assert_eq!(place.states(), ["held", "done", "held"], "{engine:?}");
        let of_ada = [
            "request-held | controller | en | Refused in part | Kept of ada:\nBadges: 1 (Inquest, 2030-07-01)\nSent messages: 1 (Litigation)",
            "request-held | subject | de | Teils abgelehnt | Behalten von ada:\nAbzeichen: 1 (Untersuchung, 2030-07-01)\nGesendete Nachrichten: 1 (Rechtsstreit)",
        ];
        let of_cy = [
            "request-held | controller | en | Refused in part | Kept of cy:\nExams: 1 (HE Act §12, 2031-03-01)",
            "request-held | subject | en | Refused in part | Kept of cy:\nExams: 1 (HE Act §12, 2031-03-01)",
        ];
        let done = "purge-done | subject | en | Gone | Ada";
        let expected = [done, of_ada[0], of_cy[0], of_ada[1], of_cy[1]];
        let mut sorted = expected;
        sorted.sort_unstable();
        assert_eq!(told(&place), sorted, "{engine:?}");
        // Looked at again, and kept for the same reasons: nobody is told again.
        place.database.batch("update probate_request set not_before = 1 where state = 'held'");
        place.must(&["apply", "--now", "2026-12-03"]);
        let runs = "select count(distinct run) from probate_request where state = 'held'";
        assert_eq!((told(&place).len(), place.database.number(runs)), (5, Some(1)), "{engine:?}");
        // Less is kept: that is another answer. Then nothing is.
        place.database.batch("delete from probate_outbox");
        place.must(&["hold", "lift", "inquest", "--subject", "1", "--now", "2026-12-04"]);
        place.must(&["apply", "--now", "2026-12-04"]);
        let less = [
            "request-held | controller | en | Refused in part | Kept of :\nSent messages: 1 (Litigation)",
            "request-held | subject | de | Teils abgelehnt | Behalten von :\nGesendete Nachrichten: 1 (Rechtsstreit)",
        ];
        assert_eq!(told(&place), less, "{engine:?}: her name is gone since the first time");
        place.database.batch("delete from probate_outbox");
        place.must(&["hold", "lift", "litigation", "--subject", "11", "--now", "2026-12-05"]);
        place.must(&["apply", "--now", "2026-12-05"]);
        assert_eq!(place.states(), ["done", "done", "held"], "{engine:?}");
        assert_eq!(told(&place), ["purge-done | subject | de | Fort | "], "{engine:?}");
    }
}
