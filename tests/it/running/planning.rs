//! `plan` shows what `apply` would do, to somebody who may only read.

use serde_json::json;

use super::{Place, engines};
use crate::engine::Engine;

#[test]
fn a_plan_says_what_goes_what_changes_and_what_is_kept() {
    for engine in engines("a_plan_says_what_goes_what_changes_and_what_is_kept") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        let before = place.database.dump();
        let (planned, ended) = place.json(&["plan"]);
        assert_eq!(ended, 0, "{planned}");
        let (leaver, light) = (&planned["types"][0], &planned["types"][1]);
        assert_eq!((&leaver["id"], &leaver["subjects"], &light["subjects"]), (&json!("leaver"), &json!(1), &json!(0)));
        let rows = |action: &str, table: &str| {
            let steps = leaver["steps"].as_array().expect("steps").iter();
            let of = steps.filter(|step| step["action"] == action && step["table"] == table);
            of.map(|step| step["rows"].as_u64().expect("a number")).sum::<u64>()
        };
        let found = [
            ("delete", "note"),
            ("delete", "remark"),
            ("delete", "stored"),
            ("overwrite", "remark"),
            ("empty", "person"),
        ];
        assert_eq!(found.map(|(action, table)| rows(action, table)), [1, 1, 1, 2, 1], "{planned}");
        assert_eq!(place.database.dump(), before, "nothing is changed, not even the request");
        let table = place.must(&["plan"]);
        assert!(table.starts_with("type    item") && table.contains("club.notes    delete     note"), "{table}");
    }
}

#[test]
fn a_plan_for_one_person_needs_no_request() {
    for engine in engines("a_plan_for_one_person_needs_no_request") {
        let place = Place::new(engine);
        for (subject, leaver, light) in [("1", 1, 0), ("12", 0, 1), ("2", 0, 0), ("99", 0, 0)] {
            let (planned, _) = place.json(&["plan", "--subject", subject]);
            let found = [0, 1].map(|at| planned["types"][at]["subjects"].as_u64().expect("a number"));
            assert_eq!(found, [leaver, light], "{engine:?} {subject}: {planned}");
        }
        let (planned, _) = place.json(&["plan", "--subject", "12", "--type", "light"]);
        assert_eq!(planned["types"].as_array().map(Vec::len), Some(1), "{planned}");
        let (said, ended) = place.refused(&["plan", "--type", "lihgt"]);
        assert!(ended == 2 && said.contains("did you mean `light`?"), "{said}");
    }
}

#[test]
fn whoever_may_only_read_can_plan_and_cannot_apply() {
    for engine in Engine::here("whoever_may_only_read_can_plan_and_cannot_apply", &[Engine::Postgres]) {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        let (schema, reader) = (place.database.name().to_owned(), format!("{}_reader", place.database.name()));
        place.database.batch(&format!(
            "create role {reader} login; grant usage on schema {schema} to {reader}; grant select on all tables in schema {schema} to {reader};"
        ));
        let address = place.database.address().replace("postgres://postgres@", &format!("postgres://{reader}@"));
        let run = |command: &str| {
            place.command().env("PROBATE_DB", &address).args([command, "--format", "json"]).output().expect("it starts")
        };
        let (planned, applied) = (run("plan"), run("apply"));
        place.database.batch(&format!("drop owned by {reader}; drop role {reader}"));
        assert_eq!(crate::cli::code(&planned), 0, "{}", crate::cli::stderr(&planned));
        let planned: serde_json::Value = serde_json::from_slice(&planned.stdout).expect("JSON");
        assert_eq!(planned["types"][0]["subjects"], 1, "{planned}");
        assert_eq!(crate::cli::code(&applied), 3, "{}", crate::cli::stdout(&applied));
        assert!(crate::cli::stderr(&applied).contains("permission denied"), "{}", crate::cli::stderr(&applied));
        assert_eq!(place.database.text("select mail from person where id = 1").as_deref(), Some("ada@x"));
    }
}
