//! What the tool itself writes down about people: exported, kept as proof, and removed after a while.

use serde_json::{Value, json};

use super::exporting::unpack;
use super::{Place, engines};
use crate::cli::{code, stderr};

const RECORDS: &str = "records: {title: Records of requests, purpose: proof, keep_for: P3Y}
---
kind: Purpose
id: proof
title: Proof
lawful_basis: [gdpr.6.1.c]
---
kind: ExportType
id: all
title: All
use: [officer]
items: {include: [\"*\"]}
---
kind: Component
id: college
";

fn college(engine: crate::engine::Engine) -> Place {
    let place = Place::bare_of(engine, "college");
    let site = place.project.path().join("site.yaml");
    let yaml = std::fs::read_to_string(&site).expect("the site");
    std::fs::write(&site, yaml.replace("---\nkind: Component\nid: college\n", RECORDS)).expect("written");
    place.must(&["lock", "."]);
    place.must(&["install", "."]);
    place
}

#[test]
fn what_the_tool_wrote_down_about_a_person_is_exported_and_of_nobody_else() {
    for engine in engines("what_the_tool_wrote_down_about_a_person_is_exported_and_of_nobody_else") {
        let place = college(engine);
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.must(&["own-type", "set", "strict", "--subject", "2"]);
        place.must(&["own-type", "never", "suspended", "--subject", "11"]);
        place.must(&["request", "purge", "full", "--subject", "11", "--reason", "hers"]);
        place.must(&["request", "purge", "full", "--subject", "2", "--reason", "by letter"]);
        place.database.batch(
            "insert into probate_hold (hold, subject, placed, placed_by, lifted) values ('case', 2, 10, 'officer', 20), ('case', 11, 10, 'officer', null);
            insert into probate_kept (run, subject, item, table_name, kind, because, kept, ends) values
                (1, 2, 'college.notes', 'note', 'duty', 'law', 3, 30), (1, 11, 'college.notes', 'note', 'hold', 'case', 4, null)",
        );
        place.must(&["request", "export", "all", "--subject", "2"]);
        place.must(&["export", "--out", "out"]);
        let files = unpack(&place.project.path().join("out/export-3.zip"));
        let data: Value = serde_json::from_slice(&files["data.json"]).expect("JSON");
        let rows = data["rows"].as_array().expect("rows").iter();
        let ours: Vec<&Value> = rows.filter(|row| row["item"] == "probate.records").collect();
        let of = |table: &str| -> Vec<&Value> { ours.iter().copied().filter(|row| row["list"] == table).collect() };
        let (requests, own) = (of("probate_request"), of("probate_own_type"));
        assert_eq!((requests.len(), own.len()), (2, 1), "{engine:?}: {ours:?}");
        assert!(requests.iter().any(|row| row["row"]["reason"] == "by letter"), "{engine:?}: {requests:?}");
        assert!(requests.iter().all(|row| row["row"]["reason"] != "hers"), "{engine:?}: {requests:?}");
        let rows = |table: &str| of(table).iter().map(|row| row["row"].clone()).collect::<Vec<Value>>();
        assert_eq!(
            rows("probate_hold"),
            [json!({"hold": "case", "placed": "1970-01-01T00:00:10Z", "lifted": "1970-01-01T00:00:20Z"})],
            "{engine:?}"
        );
        let kept = json!({"item": "college.notes", "kind": "duty", "because": "law", "kept": 3, "ends": "1970-01-01T00:00:30Z"});
        assert_eq!(rows("probate_kept"), [kept], "{engine:?}");
    }
}

#[test]
fn records_are_kept_as_proof_and_removed_when_their_time_is_over() {
    for engine in engines("records_are_kept_as_proof_and_removed_when_their_time_is_over") {
        let place = college(engine);
        place.database.batch(
            "update person set state = 'suspended' where id in (3, 4); update person set state = 'deleted' where id = 2",
        );
        place.must(&["request", "purge", "full", "--subject", "2", "--now", "2027-03-01"]);
        place.must(&["request", "purge", "full", "--subject", "11", "--now", "2027-03-01"]);
        place.must(&["apply", "--now", "2027-03-01"]);
        let states = || place.states();
        assert_eq!(states().iter().filter(|one| *one == "done").count(), 3, "{engine:?}: {:?}", states());
        // A purge takes its own record of it along never.
        assert_eq!(
            place.database.number("select count(*) from probate_request where subject = 2"),
            Some(1),
            "{engine:?}"
        );
        let ran = place.run(&["apply", "--now", "2030-02-28"]);
        assert!(!stderr(&ran).contains("removed"), "{engine:?}: a day before: {}", stderr(&ran));
        assert_eq!(states().len(), 4, "{engine:?}");
        // One of the two who were suspended is so no more; the other would be asked for again.
        place.database.batch("update person set state = 'active' where id = 4");
        let ran = place.run(&["apply", "--now", "2030-03-02"]);
        assert_eq!(code(&ran), 0, "{}", stderr(&ran));
        assert!(stderr(&ran).contains("2 requests of long ago are removed"), "{engine:?}: {}", stderr(&ran));
        let left = |subject: i64| {
            place.database.number(&format!("select count(*) from probate_request where subject = {subject}"))
        };
        assert_eq!([2, 3, 4, 11].map(left), [Some(0), Some(1), Some(0), Some(1)], "{engine:?}: the last waits still");
        // The script does the same.
        place.must(&["compile", "."]);
        place.database.batch(
            "update person set state = 'active' where id = 3; delete from probate_subject where subject = 3;
            update probate_request set finished = 1 where subject = 3",
        );
        let path = format!("compiled/sql/{}/records.sql", engine.dialect());
        place.database.must(&std::fs::read_to_string(place.project.path().join(path)).expect("it is compiled"));
        assert_eq!([3, 11].map(left), [Some(0), Some(1)], "{engine:?}");
    }
}

#[test]
fn what_was_kept_is_forgotten_with_its_request_and_a_hold_long_after_it_was_lifted() {
    for engine in engines("what_was_kept_is_forgotten_with_its_request_and_a_hold_long_after_it_was_lifted") {
        let place = Place::bare_of(engine, "court");
        let site = place.project.path().join("site.yaml");
        let yaml = std::fs::read_to_string(&site).expect("the site");
        let records = "schema: schema.sql\nrecords: {title: Records, purpose: membership, keep_for: P3Y}\n";
        std::fs::write(&site, yaml.replace("schema: schema.sql\n", records)).expect("written");
        place.must(&["lock", "."]);
        place.must(&["install", "."]);
        for subject in ["1", "3"] {
            place.must(&["hold", "place", "litigation", "--subject", subject, "--now", "2026-12-01"]);
        }
        place.purge("go", "1");
        place.must(&["apply", "--now", "2026-12-02"]);
        let left = || {
            let count = |of: &str| place.database.number(&format!("select count(*) from {of}")).expect("a number");
            (count("probate_kept"), count("probate_hold"))
        };
        assert_eq!(left(), (2, 2), "{engine:?}: her remarks and her messages; no purge takes its own records along");
        place.must(&["apply", "--now", "2040-01-01"]);
        assert_eq!((place.states(), left()), (vec!["held".to_owned()], (2, 2)), "{engine:?}: held still, however long");
        place.must(&["hold", "lift", "litigation", "--subject", "1", "--now", "2040-01-02"]);
        place.must(&["apply", "--now", "2040-01-03"]);
        assert_eq!((place.states(), left()), (vec!["done".to_owned()], (0, 2)), "{engine:?}: nothing is kept now");
        place.must(&["apply", "--now", "2043-01-01"]);
        assert_eq!(left(), (0, 2), "{engine:?}: a day before");
        place.must(&["apply", "--now", "2043-01-03"]);
        assert_eq!(left(), (0, 1), "{engine:?}: the other hold has not been lifted");
        // The script does the same.
        place.database.batch(
            "update probate_hold set lifted = 1;
            insert into probate_kept (run, subject, item, table_name, kind, because, kept) values (99, 2, 'i', 't', 'duty', 'd', 1)",
        );
        place.must(&["compile", "."]);
        let path = format!("compiled/sql/{}/records.sql", engine.dialect());
        place.database.must(&std::fs::read_to_string(place.project.path().join(path)).expect("it is compiled"));
        assert_eq!(left(), (0, 0), "{engine:?}");
    }
}
