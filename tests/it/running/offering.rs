//! What is on offer to whom, what the site does by itself, and what a standard deletion does.

use super::{Place, engines};
use crate::cli::{code, stderr};

/// The college, with something else in its policy, as somebody has reviewed it.
fn college(engine: crate::engine::Engine, edits: &[(&str, &str)]) -> Place {
    let place = Place::bare_of(engine, "college");
    let site = place.project.path().join("site.yaml");
    let mut yaml = std::fs::read_to_string(&site).expect("the site");
    for (from, to) in edits {
        assert!(yaml.contains(from), "{from}");
        yaml = yaml.replace(from, to);
    }
    std::fs::write(&site, yaml).expect("written");
    place.must(&["lock", "."]);
    place.must(&["install", "."]);
    place
}

fn count(place: &Place, what: &str) -> i64 {
    place.database.number(&format!("select count(*) from {what}")).expect("a count")
}

const DELETED: (&str, &str) = ("status: deleted\nuse: [manual]", "status: deleted\nuse: [manual, automatic]");

#[test]
fn each_status_has_a_default_of_its_own() {
    for engine in engines("each_status_has_a_default_of_its_own") {
        let both = ("{purge: {suspended: light}}", "{purge: {suspended: light, deleted: full}}");
        let place = college(engine, &[DELETED, both]);
        place.database.batch(
            "update person set state = 'suspended' where id = 3; update person set state = 'deleted' where id = 4",
        );
        place.must(&["apply"]);
        assert_eq!((count(&place, "post where person_id = 3"), count(&place, "letter where person_id = 3")), (0, 1));
        assert_eq!((count(&place, "post where person_id = 4"), count(&place, "letter where person_id = 4")), (0, 0));
        assert_eq!(count(&place, "post where person_id in (2, 11)"), 2, "{engine:?}: who is active keeps all");
        assert_eq!(count(&place, "probate_request where origin = 'automatic'"), 2, "{engine:?}");
        // Another default from now on: who is not purged yet gets it, nothing was copied to anybody.
        let site = place.project.path().join("site.yaml");
        let yaml = std::fs::read_to_string(&site).expect("the site");
        std::fs::write(&site, yaml.replace("suspended: light,", "suspended: strict,")).expect("written");
        place.must(&["lock", "."]);
        place.database.batch("update person set state = 'suspended' where id = 11");
        place.must(&["apply"]);
        assert_eq!(count(&place, "letter where person_id = 11"), 0, "{engine:?}: the default of today");
    }
}

#[test]
fn without_a_default_and_an_own_type_nothing_is_purged() {
    for engine in engines("without_a_default_and_an_own_type_nothing_is_purged") {
        let place = college(engine, &[DELETED, ("defaults: {purge: {suspended: light}}\n", "")]);
        place.database.batch(
            "update person set state = 'suspended' where id = 3; update person set state = 'deleted' where id = 4",
        );
        let before = place.host();
        place.must(&["apply"]);
        place.must(&["apply", "--legacy"]);
        assert_eq!(place.host(), before, "{engine:?}");
        assert_eq!(count(&place, "probate_request"), 0, "{engine:?}");
    }
}

#[test]
fn a_standard_deletion_flags_the_account_and_takes_a_part_of_its_data() {
    for engine in engines("a_standard_deletion_flags_the_account_and_takes_a_part_of_its_data") {
        let standard = (
            "use: [manual]\nitems: {include: [\"*\"]}",
            "use: [manual]\ntransition: true\nitems: {include: [college.posts]}",
        );
        let place = college(engine, &[standard]);
        let asked = place.run(&["request", "purge", "full", "--subject", "2"]);
        assert!(stderr(&asked).contains("carried out by the next run"), "{engine:?}: {}", stderr(&asked));
        place.must(&["apply"]);
        assert_eq!(count(&place, "person where id = 2 and state = 'deleted'"), 1, "{engine:?}: flagged");
        assert_eq!(count(&place, "post where person_id = 2"), 0, "{engine:?}");
        assert_eq!(count(&place, "letter where person_id = 2"), 1, "{engine:?}: and the rest stays");
        assert_eq!(count(&place, "person where state = 'deleted'"), 1, "{engine:?}: nobody else");
    }
}

const SELF: [&str; 6] = ["request", "export", "all", "--subject", "2", "--self"];

#[test]
fn people_export_their_own_data_where_site_and_type_allow() {
    let offered = "kind: ExportType\nid: all\ntitle: All\nuse: [self]\nitems: {include: [\"*\"]}\n---\nkind: PurgeType\nid: light";
    let site = ("defaults: {", "defaults: {self_export: true, ");
    let of_type = ("kind: PurgeType\nid: light", offered);
    for engine in engines("people_export_their_own_data_where_site_and_type_allow") {
        // Only the type, only the site, both.
        let (said, ended) = college(engine, &[of_type]).refused(&SELF);
        assert!(ended == 2 && said.contains("may not export their own data here"), "{engine:?}: {said}");
        let officers = offered.replace("use: [self]", "use: [officer]");
        let (said, ended) = college(engine, &[site, (of_type.0, &officers)]).refused(&SELF);
        assert!(ended == 2 && said.contains("not on offer for `self`"), "{engine:?}: {said}");
        let place = college(engine, &[site, of_type]);
        let asked = place.run(&SELF);
        assert!(code(&asked) == 0 && stderr(&asked).contains("is `approved`"), "{engine:?}: {}", stderr(&asked));
        assert_eq!(count(&place, "probate_request where kind = 'export' and origin = 'self' and subject = 2"), 1);
    }
}

#[test]
fn a_type_on_offer_to_nobody_is_defined_and_not_carried_out() {
    for engine in engines("a_type_on_offer_to_nobody_is_defined_and_not_carried_out") {
        let place = college(engine, &[("status: deleted\nuse: [manual]", "status: deleted")]);
        place.database.batch("update person set state = 'deleted' where id = 2");
        let (said, ended) = place.refused(&["request", "purge", "full", "--subject", "2"]);
        assert!(ended == 2 && said.contains("not on offer"), "{engine:?}: {said}");
        place
            .database
            .batch("insert into probate_request (kind, type, subject, state) values ('purge', 'full', 2, 'approved')");
        let before = place.host();
        place.must(&["apply"]);
        assert_eq!(place.host(), before, "{engine:?}: nor where somebody writes the request himself");
    }
}

#[test]
fn a_request_names_its_type_and_is_confirmed() {
    for engine in engines("a_request_names_its_type_and_is_confirmed") {
        let place = Place::new(engine);
        let (said, ended) = place.refused(&["request", "export", "--subject", "2"]);
        assert!(ended == 2 && said.contains("<TYPE>"), "{engine:?}: {said}");
        let (said, ended) = place.refused(&["request", "export", "everythin", "--subject", "2"]);
        assert!(ended == 2 && said.contains("did you mean `everything`?"), "{engine:?}: {said}");
        let asked = place.run(&["request", "export", "everything", "--subject", "2", "--self"]);
        assert_eq!(stderr(&asked).trim(), "request 1 is `approved`: it is carried out by the next run", "{engine:?}");
        // Without anybody's approval, the next run writes it.
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.must(&["export", "--out", "out"]);
        assert_eq!(place.states(), ["done"], "{engine:?}");
        assert!(place.project.path().join("out/export-1.zip").exists(), "{engine:?}");
    }
}

#[test]
fn people_ask_for_their_own_erasure_and_an_officer_approves() {
    for engine in engines("people_ask_for_their_own_erasure_and_an_officer_approves") {
        let place = Place::new(engine);
        let asked = place.run(&["request", "purge", "light", "--subject", "12", "--self"]);
        assert!(stderr(&asked).contains("it waits for an approval"), "{engine:?}: {}", stderr(&asked));
        place.must(&["apply"]);
        assert_eq!(count(&place, "note where person_id = 12"), 1, "{engine:?}: not before");
        place.must(&["request", "approve", "1", "--by", "officer"]);
        place.must(&["apply"]);
        assert_eq!(count(&place, "note where person_id = 12"), 0, "{engine:?}");
        let (listed, _) = place.json(&["request", "list"]);
        let one = &listed["requests"][0];
        assert_eq!((&one["origin"], &one["state"]), (&"self".into(), &"done".into()), "{engine:?}: {listed}");
    }
}
