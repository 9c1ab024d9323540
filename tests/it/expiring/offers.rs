//! Offers: made for places, people and rules; approved, rejected, void when the state changed; carried out by rows whose
//! time is over at that moment, and by no others.

use serde_json::{Value, json};

use super::{NOW, compare, counted, place, schema, text};
use crate::engine::{Database, Dump, Engine};
use crate::running::{Place, engines};

pub fn offers(engine: Engine) -> Place {
    place(engine, "offers")
}

/// What is offered, as `rule unit state found`.
pub fn listed(place: &Place) -> Vec<String> {
    let (listed, ended) = place.json(&["offer", "list"]);
    assert_eq!((ended, &listed["format_version"]), (0, &json!(1)), "{listed}");
    let one = |one: &Value| {
        let [rule, unit, state] = ["rule", "unit", "state"].map(|name| one[name].as_str().expect("a text").to_owned());
        format!("{rule} {unit} {state} {}", one["found"])
    };
    let mut all: Vec<String> = listed["offers"].as_array().expect("a list").iter().map(one).collect();
    all.sort();
    all
}

/// The number of the newest offer of a rule about a place or person.
pub fn id(place: &Place, rule: &str, unit: &str) -> String {
    let query = format!("select max(id) from probate_offer where rule = '{rule}' and unit = '{unit}'");
    place.database.number(&query).expect("a number").to_string()
}

pub fn approve(place: &Place, rule: &str, unit: &str) {
    let id = id(place, rule, unit);
    place.must(&["offer", "approve", &id, "--by", "officer"]);
}

pub fn apply(place: &Place) -> Value {
    let (applied, code) = place.json(&["apply", "--now", NOW]);
    assert_eq!(code, 0, "{applied:#}");
    applied
}

const MADE: [&str; 8] = [
    "after-category 1 offered 2",
    "after-category 3 offered 1",
    "after-category 4 offered 1",
    "after-category 6 offered 1",
    "after-course 1 offered 3",
    "after-course 11 offered 2",
    "after-course 5 offered 1",
    "away 1 offered 2",
];

/// Nothing goes before somebody said so, however often it runs; what is over is offered once.
#[test]
fn what_is_over_is_offered_once_and_stays() {
    for engine in engines("what_is_over_is_offered_once_and_stays") {
        let place = offers(engine);
        let before = place.host();
        let planned = place.json(&["plan", "--now", NOW]).0;
        let new = |rule: &str| {
            let rules = planned["rules"].as_array().expect("rules");
            rules.iter().find(|one| one["id"] == rule).expect("the rule")["offers"].clone()
        };
        assert_eq!(new("after-course"), json!({"offers": 3, "rows": 6}), "{engine:?}: {planned:#}");
        assert_eq!(new("after-category"), json!({"offers": 4, "rows": 5}), "{engine:?}");
        assert_eq!(new("away"), json!({"offers": 2, "rows": 3}), "{engine:?}");
        assert_eq!(new("old-logs"), json!({"offers": 1, "rows": 2}), "{engine:?}");
        let expected: Vec<&str> = MADE.iter().copied().chain(["away 2 offered 1", "old-logs  offered 2"]).collect();
        for _ in 0..2 {
            let applied = apply(&place);
            let order: Vec<&Value> = applied["rules"].as_array().expect("rules").iter().map(|one| &one["id"]).collect();
            assert_eq!(order, ["after-course", "after-category", "away", "old-logs"], "{engine:?}: children first");
            assert_eq!(applied["rules"][0]["offers"]["offered"], 3, "{engine:?}: {applied:#}");
            assert_eq!(listed(&place), expected, "{engine:?}");
            assert_eq!(place.host(), before, "{engine:?}: nobody approved anything");
        }
    }
}

/// What must be there after these statements on the rows of the case.
pub fn after(engine: Engine, changes: &str) -> Dump {
    let database = Database::new(engine);
    database.batch(&(schema(&text("offers", "schema.sql"), engine) + &text("offers", "rows.sql")));
    database.batch(changes);
    database.host()
}

/// Rows of what was approved go, those of its near-twins and those whose time is not over stay; in every table.
#[test]
fn what_was_approved_goes_and_nothing_else() {
    for engine in engines("what_was_approved_goes_and_nothing_else") {
        let place = offers(engine);
        apply(&place);
        for (rule, unit) in [("after-course", "1"), ("after-category", "3"), ("away", "1"), ("old-logs", "")] {
            approve(&place, rule, unit);
        }
        let planned = place.json(&["plan", "--now", NOW]).0;
        let applied = apply(&place);
        counted(&format!("{engine:?}"), &planned, &applied);
        let gone = "delete from grade where id in (1, 3); delete from part where id = 1;
delete from entry where course_id = 1 and word = 'a'; delete from board where id = 6;
delete from visit where id in (1, 7); delete from log where id in (1, 3);";
        compare(&format!("{engine:?}"), &after(engine, gone), &place.host());
        let [done, open]: [Vec<String>; 2] =
            [" done ", " offered "].map(|state| listed(&place).into_iter().filter(|one| one.contains(state)).collect());
        let expected = ["after-category 3 done 1", "after-course 1 done 3", "away 1 done 2", "old-logs  done 2"];
        assert_eq!((done, open.len()), (expected.map(str::to_owned).to_vec(), 6), "{engine:?}");
        let recorded = "select count(*) from probate_offer where state = 'done' and decided_by = 'officer' and decided is not null and begun is not null and ended is not null";
        assert_eq!(place.database.number(recorded), Some(4), "{engine:?}");
        let host = place.host();
        apply(&place);
        assert_eq!(place.host(), host, "{engine:?}: again nothing");
        assert_eq!(listed(&place).len(), 10, "{engine:?}: and nothing is offered anew");
        // The teacher's time is over, too: it is offered again, and is not gone by what was approved before.
        let (_, code) = place.json(&["apply", "--now", "2027-04-01", "--rule", "after-course"]);
        assert_eq!((code, place.host()), (0, host), "{engine:?}");
        assert!(listed(&place).contains(&"after-course 1 offered 2".to_owned()), "{engine:?}: {:?}", listed(&place));
    }
}

/// An approval is of what is over when it is carried out: where a course goes on, somebody came back, or nothing is left,
/// nothing goes, and the offer is void.
#[test]
fn an_offer_is_void_when_the_state_has_changed() {
    for engine in engines("an_offer_is_void_when_the_state_has_changed") {
        let place = offers(engine);
        apply(&place);
        approve(&place, "after-course", "1");
        approve(&place, "away", "1");
        // Course 1 goes on and Ada came back, both approved; course 11 goes on, and of 5 nothing is left, both only offered.
        place.database.batch(
            "update course set ends = 1759060800 where id in (1, 11); delete from grade where id = 8;
             update person set last_login = 1771709760 where id = 1",
        );
        let before = place.host();
        apply(&place);
        assert_eq!(place.host(), before, "{engine:?}: nothing goes");
        let void: Vec<String> = listed(&place).into_iter().filter(|one| one.contains(" void ")).collect();
        let expected = ["after-course 1 void 3", "after-course 11 void 2", "after-course 5 void 1", "away 1 void 2"];
        assert_eq!(void, expected, "{engine:?}");
        let said = "select count(*) from probate_offer where state = 'void' and reason = 'nothing-over' and ended is not null and begun is null";
        assert_eq!(place.database.number(said), Some(4), "{engine:?}");
        // What is void is not approved, whatever comes; what is over again is offered again.
        let (refused, code) = place.refused(&["offer", "approve", &id(&place, "after-course", "1")]);
        assert_eq!(code, 2, "{engine:?}: {refused}");
        assert!(refused.contains("is `void`"), "{refused}");
        place.database.batch("update course set ends = 1711627200 where id = 1");
        apply(&place);
        assert_eq!(place.host()["grade"], before["grade"], "{engine:?}");
        assert!(listed(&place).contains(&"after-course 1 offered 3".to_owned()), "{engine:?}");
    }
}

/// What was rejected stays, and is not offered again until somebody wants that; what was approved can be rejected.
#[test]
fn what_is_rejected_stays_until_it_is_reopened() {
    for engine in engines("what_is_rejected_stays_until_it_is_reopened") {
        let place = offers(engine);
        apply(&place);
        let before = place.host();
        let one = id(&place, "after-course", "1");
        place.must(&["offer", "approve", &one]);
        place.must(&["offer", "reject", &one, "--reason", "an audit", "--by", "dean"]);
        for now in [NOW, "2031-01-01"] {
            place.must(&["apply", "--now", now, "--rule", "after-course"]);
        }
        assert_eq!(place.host(), before, "{engine:?}");
        let offers = place.json(&["offer", "list", "--state", "rejected"]).0["offers"].clone();
        assert_eq!(offers.as_array().map(Vec::len), Some(1), "{engine:?}: {offers:#}");
        assert_eq!(
            (&offers[0]["reason"], &offers[0]["decided_by"]),
            (&json!("an audit"), &json!("dean")),
            "{engine:?}"
        );
        assert_eq!(place.refused(&["offer", "approve", &one]).1, 2, "{engine:?}: it is reopened first");
        place.must(&["offer", "reopen", &one]);
        place.must(&["offer", "approve", &one]);
        apply(&place);
        assert_eq!(place.database.number("select count(*) from grade where course_id = 1"), Some(1), "{engine:?}");
    }
}

/// Many at once, as a person would: of one rule, and of no other.
#[test]
fn offers_are_decided_in_bulk() {
    for engine in engines("offers_are_decided_in_bulk") {
        let place = offers(engine);
        apply(&place);
        let (decided, code) = place.json(&["offer", "approve", "--rule", "after-course", "--all", "--by", "officer"]);
        assert_eq!((code, decided["offers"].as_array().map(Vec::len)), (0, Some(3)), "{engine:?}: {decided:#}");
        apply(&place);
        let gone = "delete from grade where id in (1, 3, 4, 8); delete from part where id in (1, 4);
delete from entry where course_id = 1 and word = 'a' or course_id = 11;";
        compare(&format!("{engine:?}"), &after(engine, gone), &place.host());
        let some = [id(&place, "away", "1"), id(&place, "away", "2")];
        place.must(&["offer", "approve", &some[0], &some[1]]);
        apply(&place);
        assert_eq!(place.database.number("select count(*) from visit"), Some(4), "{engine:?}");
        // Nothing is left to be decided: it says so, and decides nothing.
        let (none, code) = place.json(&["offer", "approve", "--rule", "after-course", "--all"]);
        assert_eq!((code, &none["offers"]), (0, &json!([])), "{engine:?}");
        let csv = place.must(&["offer", "list", "--rule", "away", "--format", "csv"]);
        assert!(csv.starts_with("id,rule,about,key,rows,offered,state,decided,by,reason"), "{engine:?}: {csv}");
    }
}

#[test]
fn what_cannot_be_decided_is_refused_whole() {
    for engine in engines("what_cannot_be_decided_is_refused_whole") {
        let place = offers(engine);
        apply(&place);
        let one = id(&place, "after-course", "1");
        for (asked, said) in [
            (&["offer", "approve", &one, "999"][..], "there is no offer 999"),
            (&["offer", "approve", "--all"], "--rule"),
            (&["offer", "approve", "--rule", "away"], "--all"),
            (&["offer", "approve"], "ID"),
            (&["offer", "approve", &one, "--rule", "away", "--all"], "cannot be used with"),
            (&["offer", "approve", "--rule", "awai", "--all"], "did you mean `away`"),
            (&["offer", "reject", &one], "--reason"),
            (&["offer", "reopen", &one], "is `offered`, and cannot become `offered`"),
            (&["offer", "list", "--state", "gone"], "invalid value"),
            (&["offer", "list", "--rule", "nothing"], "no retention rule `nothing`"),
        ] {
            let (refused, code) = place.refused(asked);
            assert_eq!(code, 2, "{engine:?}: {asked:?}: {refused}");
            assert!(refused.contains(said), "{engine:?}: {asked:?}: {refused}");
        }
        let untouched = "select count(*) from probate_offer where state = 'offered' and decided is null";
        assert_eq!(place.database.number(untouched), Some(10), "{engine:?}");
    }
}

/// A rule that is gone from the policy, or is about something else, takes its offers with it.
#[test]
fn offers_of_a_rule_that_is_gone_are_void() {
    for engine in engines("offers_of_a_rule_that_is_gone_are_void") {
        let place = offers(engine);
        apply(&place);
        approve(&place, "after-course", "1");
        approve(&place, "away", "1");
        let file = place.project.path().join("site.yaml");
        let policy = std::fs::read_to_string(&file).expect("a file");
        let policy = policy
            .replace("id: after-course", "id: after-the-course")
            .replace("subject.last_login}\nthen: offer", "subject.last_login}\nthen: purge");
        std::fs::write(&file, policy).expect("written");
        place.must(&["lock", "."]);
        let (refused, code) = place.refused(&["offer", "approve", &id(&place, "after-course", "11")]);
        assert_eq!(code, 2, "{engine:?}: {refused}");
        assert!(refused.contains("`after-course` that offers anything"), "{engine:?}: {refused}");
        place.must(&["apply", "--now", NOW, "--rule", "old-logs"]);
        let void: Vec<String> = listed(&place).into_iter().filter(|one| one.contains(" void ")).collect();
        let expected = ["after-course 1", "after-course 11", "after-course 5", "away 1", "away 2"];
        assert_eq!(void.len(), expected.len(), "{engine:?}: {void:?}");
        assert!(expected.iter().all(|one| void.iter().any(|void| void.starts_with(one))), "{engine:?}: {void:?}");
        let said = "select count(*) from probate_offer where state = 'void' and reason = 'rule-gone'";
        assert_eq!(place.database.number(said), Some(5), "{engine:?}");
        place.must(&["apply", "--now", NOW, "--rule", "after-the-course"]);
        assert_eq!(place.database.number("select count(*) from grade"), Some(10), "{engine:?}: the new rule asks anew");
    }
}

/// Two runs at once make one offer of each.
#[test]
fn two_runs_at_once_make_one_offer() {
    for engine in engines("two_runs_at_once_make_one_offer") {
        let place = offers(engine);
        let mut runs: Vec<_> = (0..4).map(|_| place.command()).collect();
        std::thread::scope(|scope| {
            for run in &mut runs {
                scope.spawn(|| run.args(["apply", "--now", NOW]).assert().success());
            }
        });
        assert_eq!(listed(&place).len(), 10, "{engine:?}");
    }
}

/// Whoever asks what decides about an item, or what there is, is told that a rule only offers.
#[test]
fn a_rule_that_offers_says_so() {
    let place = offers(Engine::Shell);
    assert!(place.must(&["why", "study.grades"]).contains("then offer"));
    // Without `then`, too.
    assert!(place.must(&["why", "study.boards"]).contains("then offer"));
    let (listed, _) = place.json(&["list"]);
    let then = |rule: &Value| (rule["id"].clone(), rule["then"].clone());
    let rules: Vec<(Value, Value)> = listed["retention_rules"].as_array().expect("rules").iter().map(then).collect();
    let expected = ["after-category", "after-course", "away", "old-logs"].map(|id| (json!(id), json!("offer")));
    assert_eq!(rules, expected, "{listed:#}");
    assert!(place.must(&["list"]).contains("old-logs        P1Y     offer  1      -"), "{}", place.must(&["list"]));
}
