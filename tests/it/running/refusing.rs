//! What may not be asked for, databases that are others, and secrets.

use super::{Place, engines};
use crate::cli::{code, stderr, stdout};
use crate::engine::Engine;

#[test]
fn what_may_not_be_asked_for_is_refused() {
    for engine in engines("what_may_not_be_asked_for_is_refused") {
        let place = Place::new(engine);
        for (arguments, expected) in [
            (vec!["purge", "leavers", "--subject", "1"], "did you mean `leaver`?"),
            (vec!["export", "leaver", "--subject", "1"], "there is no export type `leaver`"),
            (vec!["purge", "leaver", "--subject", "7"], "nobody in `person` has the key"),
            (vec!["purge", "leaver", "--subject", "0"], "nobody in `person` has the key"),
            (vec!["purge", "leaver", "--subject", "1 or 1 = 1"], "is a whole number"),
            (vec!["purge", "leaver", "--subject", "99"], "this account is protected"),
            (vec!["purge", "prepared", "--subject", "1"], "its `use` is empty"),
            (vec!["purge", "leaver", "--subject", "1", "--self"], "is not on offer for `self`"),
            (vec!["export", "vetted", "--subject", "1", "--self"], "is not on offer for `self`"),
            (vec!["approve", "77"], "there is no request 77"),
        ] {
            let (said, ended) = place.refused(&[vec!["request"], arguments.clone()].concat());
            assert!(ended == 2 && said.contains(expected), "{engine:?} {arguments:?} ({ended}): {said}");
            assert!(said.contains("= help:"), "{said}");
        }
        // A protected account may have its data exported.
        place.must(&["request", "export", "everything", "--subject", "99"]);
        assert_eq!(place.states(), ["approved"], "and nothing else was written");
        let (said, ended) = place.refused(&["apply", "--type", "leavre"]);
        assert!(ended == 2 && said.contains("did you mean `leaver`?"), "{said}");
    }
}

#[test]
fn another_database_is_named_before_anything_starts() {
    for engine in engines("another_database_is_named_before_anything_starts") {
        let place = Place::bare(engine);
        let (said, ended) = place.refused(&["apply"]);
        assert!(ended == 3 && said.contains("run `probate install`"), "{said}");
        place.must(&["install", "."]);
        place.must(&["install", "."]);
        place.purge("leaver", "1");
        place.database.batch("update probate_install set format = 0");
        let (said, ended) = place.refused(&["apply"]);
        assert!(ended == 3 && said.contains("have the format 0") && said.contains("drop the tables"), "{said}");
        // What the last version had made is extended, and nothing of it is lost.
        place
            .database
            .batch("drop view probate_report_offers; drop table probate_offer; update probate_install set format = 3");
        let (said, ended) = place.refused(&["apply"]);
        assert!(ended == 3 && said.contains("have the format 3") && said.contains("run `probate install`"), "{said}");
        place.must(&["install", "."]);
        assert_eq!(place.database.number("select count(*) from probate_request"), Some(1), "{engine:?}");
        place.must(&["plan", "."]);
        place.database.batch("update probate_install set format = 1, site = 'other'");
        let (said, ended) = place.refused(&["apply"]);
        assert!(ended == 3 && said.contains("the database of the site `other`"), "{said}");
        place
            .database
            .batch("update probate_install set site = 'club'; alter table remark rename column body to words");
        let (said, ended) = place.refused(&["apply"]);
        assert!(ended == 3 && said.contains("not the database that the policy was written for"), "{said}");
        assert!(said.contains("body"), "{said}");
        assert_eq!(place.database.text("select mail from person where id = 1").as_deref(), Some("ada@x"));
        assert_eq!(place.database.text("select state from probate_request").as_deref(), Some("approved"));
    }
}

#[test]
fn a_policy_that_nobody_reviewed_is_not_run() {
    for engine in engines("a_policy_that_nobody_reviewed_is_not_run") {
        let place = Place::new(engine);
        place.purge("leaver", "1");
        let site = place.project.path().join("site.yaml");
        let text = std::fs::read_to_string(&site).expect("a file").replace("columns: [mail]", "columns: [mail, name]");
        std::fs::write(&site, text).expect("written");
        let before = place.host();
        let (said, ended) = place.refused(&["apply"]);
        assert!(ended == 1, "{ended}: {said}");
        assert_eq!(place.host(), before);
    }
}

#[test]
fn an_address_says_what_is_wrong_with_it_and_no_secret() {
    let place = Place::new(Engine::Shell);
    for (address, ended, expected) in [
        ("", 2, "no address of a database"),
        ("sqlite:", 2, "the path of the SQLite file is missing"),
        ("sqlite:nowhere.db", 3, "there is no database file `nowhere.db`"),
        ("sqlite:site.yaml", 3, "cannot be opened as a database"),
        ("oracle://x:hush@h/d", 2, "`oracle:` is no database that is known here"),
        ("postgres://x:hush@127.0.0.1:port/d", 2, "are written as `%40`"),
        ("postgres://x:hush@127.0.0.1:1/d", 3, "no PostgreSQL answers"),
        ("postgres://x:hush@127.0.0.1/d?sslmode=sometimes", 2, "cannot be read"),
        ("postgres:///d", 2, "names no host"),
    ] {
        let ran = place.command().env("PROBATE_DB", address).arg("apply").output().expect("it starts");
        let said = stderr(&ran) + &stdout(&ran);
        assert!(code(&ran) == ended && said.contains(expected), "`{address}` ({}): {said}", code(&ran));
        assert!(!said.contains("hush"), "{said}");
    }
    assert!(!place.project.path().join("nowhere.db").exists(), "no database is made by mistake");
    let ran = place.command().args(["apply", "--db", "postgres://x:hush@127.0.0.1/d"]).output().expect("it starts");
    let said = stderr(&ran);
    assert!(code(&ran) == 2 && said.contains("seen by everybody") && !said.contains("hush"), "{said}");
    let ran = place.command().env_remove("PROBATE_DB").arg("apply").output().expect("it starts");
    assert!(code(&ran) == 2 && stderr(&ran).contains("set PROBATE_DB"), "{}", stderr(&ran));
    // By a file.
    let file = place.project.path().join("address");
    std::fs::write(&file, place.database.address() + "\n").expect("written");
    let ran =
        place.command().env_remove("PROBATE_DB").args(["apply", "--db-file", "address"]).output().expect("it starts");
    assert_eq!(code(&ran), 0, "{}", stderr(&ran));
}
