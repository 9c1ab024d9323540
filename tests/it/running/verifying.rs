//! `verify`: rows that are there again of people who were purged are counted, and nobody's data is shown.

use serde_json::{Value, json};

use super::{Place, engines};
use crate::cli::{code, stderr};

/// Item, action, table and rows of what is left by a type.
fn left(verified: &Value, at: usize) -> Vec<(String, String, String, u64)> {
    let steps = verified["types"][at]["left"].as_array().expect("a list").iter();
    let text = |step: &Value, name: &str| step[name].as_str().expect("a text").to_owned();
    let step = |step: &Value| {
        let rows = step["rows"].as_u64().expect("a number");
        (text(step, "item"), text(step, "action"), text(step, "table"), rows)
    };
    steps.map(step).collect()
}

#[test]
fn what_is_there_again_is_counted_and_fails() {
    for engine in engines("what_is_there_again_is_counted_and_fails") {
        let place = Place::new(engine);
        for (of_type, subject) in [("leaver", "1"), ("light", "12")] {
            place.purge(of_type, subject);
        }
        place.must(&["request", "approve", "2"]);
        place.must(&["apply"]);
        let (verified, ended) = place.json(&["verify"]);
        assert_eq!((ended, &verified["types"][0]["subjects"]), (0, &json!(1)), "{engine:?}: {verified}");
        assert!((0..3).all(|at| left(&verified, at).is_empty()), "{engine:?}: {verified}");
        // Two notes and a remark of 1, who has an address again; and what others have is theirs.
        place.database.batch(
            "insert into note values (50, 1, 'n'), (51, 1, 'n'), (52, 2, 'n');
             insert into remark values (50, 3, 1, 'secret words'), (51, 50, 11, 'on it'), (52, 3, 2, 'r');
             update person set mail = 'secret@x' where id in (1, 2)",
        );
        let before = place.database.dump();
        let (verified, ended) = place.json(&["verify"]);
        assert_eq!(ended, 1, "{engine:?}: {verified}");
        let step =
            |item: &str, action: &str, table: &str, rows| (item.to_owned(), action.to_owned(), table.to_owned(), rows);
        let mut found = left(&verified, 0);
        found.sort();
        let expected = [
            step("club.account", "empty", "person", 1),
            step("club.notes", "delete", "note", 2),
            step("club.notes", "delete", "remark", 1),
            step("club.remarks", "overwrite", "remark", 1),
        ];
        assert_eq!(found, expected, "{engine:?}: {verified}");
        assert!(left(&verified, 1).is_empty(), "{engine:?}: {verified}");
        assert_eq!(verified["types"][0].get("keys"), None, "nobody is named unasked: {verified}");
        let ran = place.run(&["verify", "--subjects"]);
        let said = crate::cli::stdout(&ran) + &stderr(&ran);
        assert_eq!(code(&ran), 1, "{said}");
        assert!(said.contains("leaver  1\n") && said.contains("2 people looked at, 5 rows are left"), "{said}");
        assert!(!said.contains("secret"), "{said}");
        assert_eq!(place.database.dump(), before, "{engine:?}: it only reads");
    }
}

#[test]
fn whose_rows_are_left_is_found_among_many() {
    for engine in engines("whose_rows_are_left_is_found_among_many") {
        let place = Place::new(engine);
        for id in 200..240 {
            place.database.batch(&format!(
                "insert into person values ({id}, 'p{id}', null, 'deleted');
                 insert into probate_request (kind, type, subject, state, finished) values ('purge', 'leaver', {id}, 'done', 1767225600);"
            ));
        }
        place.database.batch("insert into note values (50, 203, 'n'), (51, 239, 'n'), (52, 2, 'n')");
        let (verified, _) = place.json(&["verify", "--subjects", "--type", "leaver"]);
        assert_eq!(verified["types"][0]["subjects"], 40, "{engine:?}: {verified}");
        assert_eq!(verified["types"][0]["keys"], json!(["203", "239"]), "{engine:?}: {verified}");
        // 1 January 2026, 00:00 UTC, and the second after it.
        for (since, people) in
            [("2026-01-01", 40), ("2026-01-01T00:00:00Z", 40), ("2026-01-01T00:00:01Z", 0), ("2026-01-02", 0)]
        {
            let (verified, ended) = place.json(&["verify", "--since", since]);
            assert_eq!(verified["types"][0]["subjects"], people, "{engine:?} {since}: {verified}");
            assert_eq!(ended, i32::from(people > 0), "{engine:?} {since}");
        }
    }
}

#[test]
fn only_people_who_are_still_away_or_gone_are_looked_at() {
    for engine in engines("only_people_who_are_still_away_or_gone_are_looked_at") {
        let place = Place::with(engine, |site| {
            let tidy = "---\nkind: PurgeType\nid: tidy\ntitle: Tidy\nstatus: active\nuse: [manual]\nitems: {include: [club.remarks]}\n";
            site.replacen("---\nkind: PurgeType", &format!("{tidy}---\nkind: PurgeType"), 1)
        });
        place.database.batch(
            "insert into probate_request (kind, type, subject, state, finished) values
             ('purge', 'leaver', 2, 'done', 1), ('purge', 'tidy', 2, 'done', 1), ('purge', 'tidy', 77, 'done', 1), ('purge', 'old', 1, 'done', 1)",
        );
        let (verified, ended) = place.json(&["verify"]);
        let types = verified["types"].as_array().expect("types");
        let of = |id: &str| types.iter().find(|one| one["id"] == id).expect("the type");
        assert_eq!(of("leaver")["subjects"], 0, "{engine:?}: 2 has come back: {verified}");
        assert_eq!(
            (&of("tidy")["subjects"], &of("tidy")["only_gone"]),
            (&json!(1), &json!(true)),
            "{engine:?}: {verified}"
        );
        assert_eq!((ended, &verified["unknown"]), (0, &json!(["old"])), "{engine:?}: {verified}");
        let said = stderr(&place.run(&["verify"]));
        assert!(said.contains("`tidy`: only people who are no longer there"), "{said}");
        assert!(said.contains("`old`: the policy has no such type any more"), "{said}");
    }
}

#[test]
fn what_cannot_be_verified_is_refused() {
    for engine in engines("what_cannot_be_verified_is_refused") {
        let place = Place::new(engine);
        for (arguments, expected) in [
            (vec!["--type", "laever"], "did you mean `leaver`?"),
            (vec!["--since", "yesterday"], "write 2026-12-31 or 2026-12-31T08:00:00Z"),
            (vec!["--since", "2026-02-30"], "write 2026-12-31 or 2026-12-31T08:00:00Z"),
        ] {
            let (said, ended) = place.refused(&[vec!["verify"], arguments.clone()].concat());
            assert!(ended == 2 && said.contains(expected), "{arguments:?} ({ended}): {said}");
        }
    }
}
