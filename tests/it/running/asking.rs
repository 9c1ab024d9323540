//! Requests: made, decided, listed.

use super::{Place, engines};

#[test]
fn requests_are_approved_rejected_and_cancelled() {
    for engine in engines("requests_are_approved_rejected_and_cancelled") {
        let place = Place::new(engine);
        for subject in ["12", "1", "2"] {
            place.must(&[
                "request",
                "purge",
                "light",
                "--subject",
                subject,
                "--by",
                "officer",
                "--reason",
                "asked by letter",
            ]);
        }
        assert_eq!(place.states(), ["awaiting_approval"; 3]);
        place.must(&["apply"]);
        assert_eq!(place.database.number("select count(*) from note where person_id = 12"), Some(1), "not approved");
        place.must(&["request", "approve", "1", "--by", "head"]);
        place.must(&["request", "reject", "2", "--by", "head", "--reason", "still a member"]);
        place.must(&["request", "cancel", "3"]);
        assert_eq!(place.states(), ["approved", "rejected", "cancelled"]);
        let (listed, _) = place.json(&["request", "list"]);
        assert_eq!(listed["requests"][1]["decided_by"], "head", "{listed}");
        assert_eq!(listed["requests"][1]["reason"], "still a member", "{listed}");
        place.must(&["apply"]);
        assert_eq!(place.states(), ["done", "rejected", "cancelled"]);
        assert_eq!(place.database.number("select count(*) from note where person_id = 12"), Some(0));
        // What is over is decided no more.
        for (decision, id) in [("approve", "1"), ("approve", "2"), ("cancel", "3"), ("reject", "1")] {
            let (said, ended) = place.refused(&["request", decision, id]);
            assert!(ended == 2 && said.contains("cannot become"), "{decision} {id}: {said}");
        }
    }
}

#[test]
fn a_list_can_be_narrowed() {
    for engine in engines("a_list_can_be_narrowed") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        place.purge("light", "12");
        place.must(&["request", "export", "everything", "--subject", "12"]);
        for (narrowed, expected) in [
            (vec!["--kind", "purge"], vec![1, 2]),
            (vec!["--type", "everything"], vec![3]),
            (vec!["--state", "awaiting_approval"], vec![2]),
            (vec!["--subject", "12"], vec![2, 3]),
            (vec!["--subject", "12", "--kind", "export"], vec![3]),
            (vec!["--subject", "11"], vec![]),
        ] {
            let (listed, _) = place.json(&[vec!["request", "list"], narrowed.clone()].concat());
            let requests = listed["requests"].as_array().expect("a list").iter();
            let ids: Vec<u64> = requests.map(|one| one["id"].as_u64().expect("a number")).collect();
            assert_eq!(ids, expected, "{engine:?} {narrowed:?}");
        }
        let table = place.must(&["request", "list"]);
        assert!(table.starts_with("id  kind") && table.lines().count() == 4, "{table}");
    }
}

#[test]
fn one_unfinished_export_at_a_time() {
    for engine in engines("one_unfinished_export_at_a_time") {
        let place = Place::new(engine);
        place.must(&["request", "export", "everything", "--subject", "2", "--self"]);
        for of_type in ["everything", "vetted"] {
            let (said, ended) = place.refused(&["request", "export", of_type, "--subject", "2"]);
            assert!(ended == 2 && said.contains("not finished yet"), "{said}");
        }
        // Also past the tool.
        let twice = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            place.database.batch(
                "insert into probate_request (kind, type, subject, state) values ('export', 'vetted', 2, 'approved')",
            );
        }));
        assert!(twice.is_err(), "{engine:?}: the database refuses it");
        place.must(&["request", "cancel", "1"]);
        place.must(&["request", "export", "vetted", "--subject", "2"]);
        assert_eq!(place.states(), ["cancelled", "awaiting_approval"]);
    }
}
