//! `simulate`: what rules will take, month by month, is what they take when the day has come.

use serde_json::Value;

use super::{place, steps};
use crate::running::{Place, engines};

/// When it is in the cases, and a day on which more is over.
const NOW: &str = super::NOW;
const LATER: &str = "2027-02-28";

/// The rules of a simulation that end something.
fn ending(simulated: &Value) -> Vec<&Value> {
    simulated["rules"].as_array().expect("rules").iter().filter(|rule| rule["of"] != "released").collect()
}

/// By rule, item, action and table, as `apply` counts.
fn totals(simulated: &Value) -> Vec<(String, u64, bool)> {
    let mut all: Vec<(String, u64, bool)> = Vec::new();
    for rule in ending(simulated) {
        for entry in rule["entries"].as_array().into_iter().flatten() {
            let part = |name: &str| entry[name].as_str().expect("a name");
            let name = format!(
                "{} {} {} {}",
                rule["id"].as_str().expect("an id"),
                part("item"),
                part("action"),
                part("table")
            );
            let total = entry["total"].as_u64().expect("a count");
            let months: u64 = entry["by_month"].as_array().expect("months").iter().filter_map(Value::as_u64).sum();
            assert_eq!(entry["now"].as_u64().expect("a count") + months, total, "{name}: {entry:#}");
            match all.iter_mut().find(|(known, ..)| *known == name) {
                Some((_, known, _)) => *known += total,
                None => all.push((name, total, entry["counted"] == "exactly")),
            }
        }
    }
    all
}

/// What a simulation says up to a day is what `apply` does as of that day.
fn is_what_goes(place: &Place, what: &str, as_of: &str) {
    let before = place.database.host();
    let (simulated, code) = place.json(&["simulate", "--now", NOW, "--as-of", as_of]);
    assert_eq!(code, 0, "{what}");
    assert_eq!(place.database.host(), before, "{what}: nothing is changed");
    let (applied, code) = place.json(&["apply", "--now", as_of]);
    assert_eq!(code, 0, "{what}: {applied:#}");
    let done = steps(&applied);
    let mut compared = 0;
    for (name, total, exactly) in totals(&simulated) {
        let met = done.iter().find(|(known, _)| *known == name).map_or(0, |(_, rows)| *rows);
        if exactly {
            assert_eq!(met, total, "{what}: {name}: {simulated:#}");
            compared += met;
        } else {
            assert!(met <= total, "{what}: {name}: {met} of {total}");
        }
    }
    assert!(compared > 0, "{what}: something goes");
    for (name, rows) in done.iter().filter(|(name, rows)| *rows > 0 && !name.contains(" status ")) {
        assert!(totals(&simulated).iter().any(|(known, ..)| known == name), "{what}: {name}: {rows} rows are not told");
    }
}

#[test]
fn what_is_simulated_is_what_goes() {
    for engine in engines("what_is_simulated_is_what_goes") {
        for case in ["clocks", "places", "shapes"] {
            let place = place(engine, case);
            if case == "shapes" {
                // A row that goes makes room for the one above it within one batch, which that takes for a failure.
                place.database.batch("delete from post where topic_id = 4; delete from topic where id in (5, 7)");
            }
            is_what_goes(&place, &format!("{case} {engine:?}"), LATER);
        }
    }
}
