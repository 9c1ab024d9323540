//! Reports: what stands in the tables of probate, for people, spreadsheets and programs.

use serde_json::{Value, json};

use super::{Place, engines};
use crate::cli::{code, stderr, stdout};
use crate::engine::Engine;

fn rows(report: &Value) -> &Vec<Value> {
    report["rows"].as_array().unwrap_or_else(|| panic!("no rows: {report}"))
}

/// `2026-01-31T10:00:00Z`, of this century.
fn is_time(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.len() == 20 && text.starts_with("20") && text.ends_with('Z') && text.parse::<jiff::Timestamp>().is_ok()
}

/// Whoever is deleted has a default type, which a script asks for by itself.
pub(super) fn automatic(site: &str) -> String {
    site.replace("defaults: {self_export: true}", "defaults: {self_export: true, purge: {deleted: leaver}}").replacen(
        "use: [manual]",
        "use: [manual, automatic]",
        1,
    )
}

#[test]
fn purges_and_exports_are_listed_pending_and_complete() {
    for engine in engines("purges_and_exports_are_listed_pending_and_complete") {
        let place = Place::new(engine);
        place.must(&["request", "purge", "leaver", "--subject", "1", "--by", "officer"]);
        place.purge("light", "12");
        place.must(&["request", "export", "everything", "--subject", "2", "--self"]);
        place.must(&["apply"]);
        let (purges, ended) = place.json(&["report", "purges"]);
        assert_eq!((ended, &purges["report"], &purges["format_version"]), (0, &json!("purges"), &json!(1)));
        let [done, waits] = rows(&purges).as_slice() else { panic!("{engine:?}: {purges}") };
        assert!(is_time(&done["asked"]) && is_time(&done["finished"]), "{engine:?}: {done}");
        let found = ["id", "type", "subject", "origin", "state", "asked_by", "run_people", "run_rows", "not_before"]
            .map(|name| &done[name]);
        let expected = [
            json!(1),
            json!("leaver"),
            json!("1"),
            json!("manual"),
            json!("done"),
            json!("officer"),
            json!(1),
            json!(6),
            Value::Null,
        ];
        assert_eq!(found, expected.each_ref(), "{engine:?}: {done}");
        assert_eq!(
            (&waits["state"], &waits["finished"], &waits["run_rows"]),
            (&json!("awaiting_approval"), &Value::Null, &Value::Null)
        );
        let (exports, _) = place.json(&["report", "exports"]);
        assert_eq!((rows(&exports).len(), &rows(&exports)[0]["origin"]), (1, &json!("self")), "{engine:?}: {exports}");
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.must(&["export", "--out", "out"]);
        let (exports, _) = place.json(&["report", "exports"]);
        assert_eq!(rows(&exports)[0]["state"], "done", "{engine:?}: {exports}");
        assert!(is_time(&rows(&exports)[0]["expires"]), "{engine:?}: {exports}");
        for (narrowed, ids) in
            [(["--type", "light"], vec![2]), (["--subject", "1"], vec![1]), (["--subject", "11"], vec![])]
        {
            let (purges, _) = place.json(&[vec!["report", "purges"], narrowed.to_vec()].concat());
            let found: Vec<&Value> = rows(&purges).iter().map(|row| &row["id"]).collect();
            assert_eq!(
                found,
                ids.iter().map(|id| json!(id)).collect::<Vec<_>>().iter().collect::<Vec<_>>(),
                "{engine:?} {narrowed:?}"
            );
        }
    }
}

#[test]
fn a_report_is_a_table_or_csv_and_no_text_in_it_does_anything() {
    for engine in engines("a_report_is_a_table_or_csv_and_no_text_in_it_does_anything") {
        let place = Place::new(engine);
        let reason = "=1+1, \"so\"\nsecond \u{1b}[31m";
        place.must(&["request", "purge", "light", "--subject", "12", "--reason", reason]);
        place.must(&["request", "purge", "leaver", "--subject", "1", "--by=-x"]);
        let csv = place.must(&["report", "purges", "--format", "csv"]);
        assert!(csv.starts_with("id,type,subject,place,origin,state,attempts,asked,asked_by,"), "{csv}");
        assert!(csv.contains("\"'=1+1, \"\"so\"\"\nsecond \u{1b}[31m\"\n"), "{csv}");
        assert!(csv.contains(",'-x,"), "{csv}");
        for name in ["text", "table"] {
            let table = place.must(&["report", "purges", "--format", name]);
            assert_eq!(table.lines().count(), 3, "{table}");
            assert!(table.contains("=1+1, \"so\"\u{FFFD}second \u{FFFD}[31m"), "{table}");
        }
        let (purges, _) = place.json(&["report", "purges"]);
        assert_eq!(rows(&purges)[0]["reason"], reason, "{engine:?}");
    }
}

#[test]
fn failures_say_what_is_tried_again_and_why() {
    for engine in engines("failures_say_what_is_tried_again_and_why") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        assert!(rows(&place.json(&["report", "failures"]).0).is_empty());
        place.database.batch("create table extra (note_id integer references note(id)); insert into extra values (1);");
        place.run(&["apply", "--type", "leaver"]);
        place.database.batch("update probate_request set not_before = null");
        place.run(&["apply", "--type", "leaver"]);
        let (failures, _) = place.json(&["report", "failures"]);
        let again = &rows(&failures)[0];
        assert_eq!(
            (&again["what"], &again["kind"]),
            (&json!("tried again"), &json!("purge")),
            "{engine:?}: {failures}"
        );
        assert!(again["attempts"].as_i64() >= Some(2), "{failures}");
        assert!(again["reason"].as_str().is_some_and(|why| why.to_lowercase().contains("foreign key")), "{failures}");
        for _ in 0..4 {
            place.database.batch("update probate_request set not_before = null");
            place.run(&["apply"]);
        }
        let (failures, _) = place.json(&["report", "failures", "--type", "leaver", "--subject", "1"]);
        let failed = &rows(&failures)[0];
        assert_eq!(
            (&failed["what"], &failed["attempts"], &failed["not_before"]),
            (&json!("failed"), &json!(5), &Value::Null)
        );
        assert!(is_time(&failed["finished"]), "{engine:?}: {failures}");
    }
}

#[test]
fn types_are_listed_with_status_use_and_counts() {
    for engine in engines("types_are_listed_with_status_use_and_counts") {
        let place = Place::with(engine, automatic);
        place.purge("light", "12");
        place.purge("leaver", "1");
        place.must(&["apply"]);
        let (types, _) = place.json(&["report", "types"]);
        let line = |row: &Value| {
            let cells = ["kind", "type", "title", "status", "uses", "approval", "is_default", "open", "done", "failed"];
            cells.map(|name| row[name].to_string().replace('"', "")).join("|")
        };
        let found: Vec<String> = rows(&types).iter().map(line).collect();
        let expected = [
            "export|everything|Everything||officer, self|none|false|0|0|0",
            "export|vetted|Vetted||officer|required|false|0|0|0",
            "purge|leaver|Leavers|deleted|manual, automatic|none|true|0|1|0",
            "purge|light|Light|suspended|manual, self|required|false|1|0|0",
            "purge|prepared|Prepared|deleted||none|false|0|0|0",
        ];
        assert_eq!(found, expected, "{engine:?}");
        let (types, _) = place.json(&["report", "types", "--type", "light"]);
        assert_eq!(rows(&types).len(), 1, "{engine:?}: {types}");
    }
}

/// People in each status of their own: since when, legacy or not, which type is theirs, what was done.
#[test]
fn deleted_people_are_listed_with_what_is_left_of_them() {
    for engine in engines("deleted_people_are_listed_with_what_is_left_of_them") {
        let place = Place::with(engine, automatic);
        // After the default type: she is none of the legacy.
        place
            .database
            .batch("insert into person values (20, 'new', 'new@x', 'deleted'); insert into note values (20, 20, 'n')");
        let (deleted, _) = place.json(&["report", "deleted"]);
        let line = |row: &Value| {
            let cells = ["subject", "status", "legacy", "type", "purged_by", "open"];
            cells.map(|name| row[name].to_string().replace('"', "")).join("|")
        };
        let lines = |report: &Value| rows(report).iter().map(line).collect::<Vec<String>>();
        let expected = [
            "1|deleted|true|leaver|null|null",
            "20|deleted|false|leaver|null|null",
            "99|deleted|true|leaver|null|null",
            "12|suspended|true|null|null|null",
        ];
        assert_eq!(lines(&deleted), expected, "{engine:?}: {deleted}");
        let noticed: Vec<bool> = rows(&deleted).iter().map(|row| is_time(&row["noticed"])).collect();
        assert_eq!(noticed, [true, false, true, false], "{engine:?}: {deleted}");
        let left = |report: &Value| -> Vec<String> {
            let left = report["left"].as_array().expect("a list").iter();
            left.map(|row| {
                ["status", "item", "table", "rows"].map(|name| row[name].to_string().replace('"', "")).join("|")
            })
            .collect()
        };
        let before = [
            "deleted|club.account|person|3",
            "deleted|club.notes|note|3",
            "deleted|club.remarks|remark|2",
            "suspended|club.account|person|1",
            "suspended|club.notes|note|1",
        ];
        assert_eq!(left(&deleted), before, "{engine:?}: {deleted}");
        // The new one by itself, the legacy one by hand.
        place.purge("leaver", "1");
        place.must(&["apply"]);
        place.purge("light", "12");
        let (deleted, _) = place.json(&["report", "deleted"]);
        let expected = [
            "1|deleted|true|leaver|leaver|null",
            "20|deleted|false|leaver|leaver|null",
            "99|deleted|true|leaver|null|null",
            "12|suspended|true|null|null|awaiting_approval",
        ];
        assert_eq!(lines(&deleted), expected, "{engine:?}: {deleted}");
        assert!(is_time(&rows(&deleted)[0]["purged"]), "{engine:?}: {deleted}");
        let after = [
            "deleted|club.account|person|3",
            "deleted|club.notes|note|1",
            "suspended|club.account|person|1",
            "suspended|club.notes|note|1",
        ];
        assert_eq!(left(&deleted), after, "{engine:?}: {deleted}");
        let (one, _) = place.json(&["report", "deleted", "--subject", "1"]);
        assert_eq!(
            (lines(&one).len(), left(&one)),
            (1, vec!["deleted|club.account|person|1".to_owned()]),
            "{engine:?}"
        );
        let csv = place.must(&["report", "deleted", "--format", "csv"]);
        assert_eq!(csv.lines().count(), 5, "{csv}");
        // The view, for a page of the host: who was noticed.
        let view = "select count(*) from probate_report_deleted where status = 'deleted'";
        assert_eq!(
            place.database.number(&format!("{view} and legacy = 'yes' and purged_by = 'leaver'")),
            Some(1),
            "{engine:?}"
        );
        assert_eq!(place.database.number(view), Some(3), "{engine:?}");
    }
}

#[test]
fn what_was_kept_back_says_why() {
    for engine in engines("what_was_kept_back_says_why") {
        let place = Place::with(engine, |site| {
            let site = site.replace("  nobody: [0]\n", "  nobody: [0]\n  identifiers: {mail: mail}\n");
            let letters = "  letters: {title: Letters, purpose: membership, rows: [{table: stored, owner: {path: name, is: mail}, export: none, purge: delete}]}\n";
            let of_letters = "---\nkind: PurgeType\nid: letters\ntitle: Letters\nstatus: deleted\nuse: [manual]\nitems: {include: [club.letters]}\n";
            let site = site.replacen("---\nkind: PurgeType", &format!("{letters}---\nkind: PurgeType"), 1);
            site.replace("items: {include: [\"*\"]}", "items: {include: [club.account, club.notes, club.remarks]}")
                .replacen("---\nkind: ExportType", &format!("{of_letters}---\nkind: ExportType"), 1)
        });
        place.database.batch("insert into stored values (60, 'letters', 0, 'ada@x', 'dd04')");
        place.purge("letters", "1");
        place.must(&["apply"]);
        let (kept, _) = place.json(&["report", "kept"]);
        let [one] = rows(&kept).as_slice() else { panic!("{engine:?}: {kept}") };
        assert_eq!(
            (&one["subject"], &one["reason"]),
            (&json!("1"), &json!("shared-identifier mail")),
            "{engine:?}: {kept}"
        );
        assert!(is_time(&one["since"]) && !kept.to_string().contains("ada@x"), "{engine:?}: {kept}");
        assert_eq!(place.database.number("select count(*) from stored where id = 60"), Some(1), "{engine:?}");
    }
}

#[test]
fn rows_that_were_kept_say_what_keeps_them_and_until_when() {
    for engine in engines("rows_that_were_kept_say_what_keeps_them_and_until_when") {
        let place = Place::of(engine, "court");
        place.must(&["hold", "place", "inquest", "--subject", "1", "--by", "officer", "--now", "2026-12-01"]);
        place.must(&["hold", "place", "litigation", "--subject", "11", "--now", "2026-12-01"]);
        place.purge("go", "1");
        place.purge("go", "3");
        let lines = |more: &[&str]| -> Vec<String> {
            let (report, ended) = place.json(&[&["report", "kept-rows"], more].concat());
            assert_eq!(ended, 0, "{engine:?}: {report}");
            let line = |row: &Value| {
                let cells = ["id", "type", "subject", "item", "table", "kind", "because", "rows", "until"];
                cells.map(|name| row[name].to_string().replace('"', "")).join("|")
            };
            rows(&report).iter().map(line).collect()
        };
        assert_eq!(lines(&[]), [""; 0], "{engine:?}: nothing is done yet");
        place.must(&["apply", "--now", "2026-12-02"]);
        // The answer stays as a part of its exam, and is not counted by itself.
        let expected = [
            "1|go|1|school.badges|badge|hold|inquest|1|2030-07-01T00:00:00Z",
            "1|go|1|school.sent|message|hold|litigation|1|null",
            "2|go|3|school.exams|exam|duty|exam-records|1|2031-03-01T00:00:00Z",
        ];
        assert_eq!(lines(&[]), expected, "{engine:?}");
        assert_eq!(lines(&["--subject", "3"]), expected[2..], "{engine:?}");
        assert_eq!(lines(&["--type", "go"]), expected, "{engine:?}");
        let csv = place.must(&["report", "kept-rows", "--format", "csv"]);
        assert_eq!(csv.lines().next(), Some("id,type,subject,item,table,kind,because,rows,until"), "{csv}");
        let view = "select count(*) from probate_report_kept_rows where subject = 1 and because = 'inquest'";
        assert_eq!(place.database.number(view), Some(1), "{engine:?}");
        // Once more: only what the last run kept.
        place.must(&["hold", "lift", "inquest", "--subject", "1", "--because", "closed", "--now", "2026-12-03"]);
        place.must(&["apply", "--now", "2026-12-04"]);
        assert_eq!(lines(&["--subject", "1"]), expected[1..2], "{engine:?}");
        place.must(&["hold", "lift", "litigation", "--subject", "11", "--now", "2026-12-05"]);
        place.must(&["apply", "--now", "2026-12-06"]);
        assert_eq!(lines(&[]), expected[2..], "{engine:?}: of what is done nothing is kept");
        let (person, _) = place.json(&["report", "subject", "--subject", "1"]);
        let hold = json!([{
            "hold": "inquest", "placed": "2026-12-01T00:00:00Z", "placed_by": "officer", "because": null,
            "lifted": "2026-12-03T00:00:00Z", "lifted_by": null, "lifted_because": "closed",
        }]);
        assert_eq!(person["holds"], hold, "{engine:?}: {person}");
        // Of whom nothing else is known.
        place.database.batch("insert into probate_hold (hold, subject, placed) values ('litigation', 77, 1)");
        let (person, _) = place.json(&["report", "subject", "--subject", "77"]);
        assert_eq!(person["holds"][0]["placed"], "1970-01-01T00:00:01Z", "{engine:?}: {person}");
    }
}

#[test]
fn all_that_is_known_of_one_person_is_shown() {
    for engine in engines("all_that_is_known_of_one_person_is_shown") {
        let place = Place::with(engine, automatic);
        place.purge("leaver", "1");
        place.must(&["apply"]);
        place.must(&["request", "export", "everything", "--subject", "1"]);
        let before = place.database.dump();
        let (person, ended) = place.json(&["report", "subject", "--subject", "1"]);
        assert_eq!(
            (ended, &person["subject"], &person["statuses"]),
            (0, &json!("1"), &json!([{"status": "deleted"}])),
            "{engine:?}"
        );
        assert_eq!(
            (&person["noticed"][0]["status"], &person["noticed"][0]["legacy"]),
            (&json!("deleted"), &json!(true)),
            "{person}"
        );
        assert_eq!(
            (&person["purges"][0]["state"], &person["exports"][0]["state"]),
            (&json!("done"), &json!("approved")),
            "{person}"
        );
        let steps = person["runs"].as_array().expect("steps").iter();
        let notes: Vec<&Value> = steps.filter(|step| step["item"] == "club.notes" && step["table"] == "note").collect();
        assert_eq!((&notes[0]["action"], &notes[0]["run_rows"]), (&json!("delete"), &json!(1)), "{engine:?}: {person}");
        let [ledger] = person["ledger"].as_array().expect("a list").as_slice() else { panic!("{engine:?}: {person}") };
        assert!(ledger["type"] == "leaver" && is_time(&ledger["at"]), "{engine:?}: {person}");
        assert_eq!(person["left"], json!([{"item": "club.account", "table": "person", "rows": 1}]), "{engine:?}");
        let text = place.must(&["report", "subject", "--subject", "1"]);
        assert!(text.contains("\nleft\nitem          table   rows\nclub.account  person  1\n"), "{text}");
        let (other, _) = place.json(&["report", "subject", "--subject", "11"]);
        assert_eq!(
            (&other["statuses"], &other["purges"]),
            (&json!([{"status": "active"}]), &json!([])),
            "{engine:?}: {other}"
        );
        assert_eq!(place.database.dump(), before, "{engine:?}: it only reads");
        // Gone from the host, and known here still.
        place.database.batch("delete from person where id = 1");
        let (gone, _) = place.json(&["report", "subject", "--subject", "1"]);
        assert_eq!(
            (&gone["statuses"], gone["purges"].as_array().map(Vec::len)),
            (&json!([]), Some(1)),
            "{engine:?}: {gone}"
        );
        place.database.batch(
            "insert into probate_request (kind, type, subject, state) values ('purge', 'leaver', 0, 'cancelled')",
        );
        for nobody in ["7", "0"] {
            let (said, ended) = place.refused(&["report", "subject", "--subject", nobody]);
            assert!(ended == 2 && said.contains("nothing is known of the key"), "{said}");
        }
    }
}

#[test]
fn own_types_stand_before_the_default() {
    for engine in engines("own_types_stand_before_the_default") {
        let place = Place::with(engine, |site| {
            let other = "---\nkind: PurgeType\nid: other\ntitle: Other\nstatus: deleted\nuse: [automatic]\nitems: {include: [club.notes]}\n";
            automatic(site).replacen("---\nkind: PurgeType", &format!("{other}---\nkind: PurgeType"), 1)
        });
        place.must(&["own-type", "set", "other", "--subject", "1", "--by", "officer"]);
        place.database.batch("insert into person values (20, 'new', 'new@x', 'deleted')");
        place.must(&["own-type", "never", "deleted", "--subject", "20"]);
        let (person, _) = place.json(&["report", "subject", "--subject", "1"]);
        let [own] = person["own_types"].as_array().expect("a list").as_slice() else { panic!("{engine:?}: {person}") };
        let found = ["status", "type", "set_by"].map(|name| &own[name]);
        assert_eq!(found, ["deleted", "other", "officer"], "{engine:?}: {person}");
        assert!(is_time(&own["since"]), "{engine:?}: {person}");
        let (deleted, _) = place.json(&["report", "deleted"]);
        let types: Vec<&Value> = rows(&deleted).iter().map(|row| &row["type"]).collect();
        assert_eq!(
            types,
            [&json!("other"), &json!("(never)"), &json!("leaver"), &Value::Null],
            "{engine:?}: {deleted}"
        );
        let (other, _) = place.json(&["report", "deleted", "--type", "other"]);
        assert_eq!((rows(&other).len(), &rows(&other)[0]["subject"]), (1, &json!("1")), "{engine:?}: {other}");
    }
}

#[test]
fn what_no_report_can_show_is_refused() {
    let place = Place::new(Engine::Shell);
    for (arguments, expected) in [
        (vec!["report", "purgs"], "did you mean `purges`?"),
        (
            vec!["report", "weather"],
            "there are exports, purges, failures, types, deleted, kept, kept-rows, offers, subject",
        ),
        (vec!["report", "purges", "--type", "everything"], "there is no type `everything` in the report `purges`"),
        (vec!["report", "purges", "--type", "lihgt"], "did you mean `light`?"),
        (vec!["report", "purges", "--subject", "1 or 1 = 1"], "is a whole number"),
        (vec!["report", "types", "--subject", "1"], "is not about people"),
        (vec!["report", "subject"], "give `--subject KEY`"),
        (vec!["report", "subject", "--subject", "1", "--type", "light"], "leave `--type` out"),
        (vec!["report", "subject", "--subject", "1", "--format", "csv"], "give `--format json`"),
        (vec!["request", "list", "--format", "csv"], "only `report` and `offer` print CSV"),
        (vec!["request", "list", "--type", "lihgt"], "did you mean `light`?"),
        (vec!["request", "list", "--type", "xyz"], "there is no type `xyz`"),
        (vec!["request", "list", "--kind", "purge", "--type", "everything"], "there is no purge type `everything`"),
        (vec!["request", "list", "--state", "aproved"], "'approved'"),
        (vec!["request", "list", "--state", "everything"], "possible values: requested, awaiting_approval"),
    ] {
        let (said, ended) = place.refused(&arguments);
        assert!(ended == 2 && said.contains(expected), "{arguments:?} ({ended}): {said}");
    }
    // A type of the past, which somebody asked for.
    place
        .database
        .batch("insert into probate_request (kind, type, subject, state) values ('purge', 'of old', 1, 'cancelled')");
    let (purges, _) = place.json(&["report", "purges", "--type", "of old"]);
    assert_eq!(rows(&purges).len(), 1, "{purges}");
    for kind in [&[][..], &["--kind", "purge"]] {
        let (listed, ended) = place.json(&[&["request", "list", "--type", "of old"], kind].concat());
        assert_eq!((listed["requests"].as_array().map(Vec::len), ended), (Some(1), 0), "{listed}");
    }
}

/// Some databases refuse to change a table that a view stands on; an application must be able to.
#[test]
fn no_view_stands_in_the_way_of_the_application() {
    for engine in engines("no_view_stands_in_the_way_of_the_application") {
        let place = Place::new(engine);
        // What tells who is in which status, and whose row it is.
        place.database.batch("alter table remark drop column body; alter table person drop column state");
        let ran = place.run(&["report", "purges"]);
        assert_eq!(code(&ran), 3, "{engine:?}: it is another database now: {}", stdout(&ran));
        assert!(stderr(&ran).contains("not the database that the policy was written for"), "{}", stderr(&ran));
        assert_eq!(place.database.number("select count(*) from probate_report_deleted"), Some(0), "{engine:?}");
    }
}

#[test]
fn tables_without_views_are_told_apart() {
    for engine in engines("tables_without_views_are_told_apart") {
        let place = Place::new(engine);
        place.database.batch("drop view probate_report_purges");
        let (said, ended) = place.refused(&["report", "purges"]);
        assert!(ended == 3 && said.contains("once more"), "{engine:?}: {said}");
        place.must(&["install", "."]);
        place.must(&["install", "."]);
        place.must(&["report", "purges"]);
    }
}
