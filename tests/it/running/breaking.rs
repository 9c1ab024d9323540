//! What people and machines do wrong: nothing is lost, nothing half written, and it is said.

use std::process::Stdio;
use std::time::Duration;

use super::{Place, engines};
use crate::cli::{code, stderr};
use crate::engine::Engine;

#[test]
fn who_is_not_in_the_status_waits_and_it_is_said() {
    for engine in engines("who_is_not_in_the_status_waits_and_it_is_said") {
        let place = Place::new(engine);
        let asked = place.run(&["request", "purge", "leaver", "--subject", "2"]);
        let said = "it waits until the person is `deleted`: they are `active`";
        assert!(code(&asked) == 0 && stderr(&asked).contains(said), "{engine:?}: {}", stderr(&asked));
        let asked = place.run(&["request", "purge", "leaver", "--subject", "1"]);
        assert!(stderr(&asked).contains("carried out by the next run"), "{engine:?}: {}", stderr(&asked));
        // Two conditions, of which neither includes the other.
        let place = Place::of(engine, "college");
        let site = place.project.path().join("site.yaml");
        let yaml = std::fs::read_to_string(&site).expect("the site");
        let both = "{when: state = 'suspended' or name = 'twice', set: {state: suspended}}";
        let yaml = yaml.replace("{when: state = 'suspended', set: {state: suspended}}", both);
        let seen = "{when: state = 'deleted' and seen is null, set: {state: deleted}}";
        std::fs::write(&site, yaml.replace("{when: state = 'deleted', set: {state: deleted}}", seen)).expect("written");
        place.must(&["lock", "."]);
        place.database.batch(
            "update person set name = 'twice', state = 'deleted' where id = 2; insert into letter values (50, 2, 'x')",
        );
        // In both, they are purged as either; not yet deleted, they are named by both.
        let asked = place.run(&["request", "purge", "light", "--subject", "2"]);
        assert!(stderr(&asked).contains("carried out by the next run"), "{engine:?}: {}", stderr(&asked));
        place.must(&["request", "purge", "full", "--subject", "2"]);
        place.must(&["apply"]);
        assert_eq!(place.states(), ["done", "done"], "{engine:?}");
        let left = "select (select count(*) from post where person_id = 2) + (select count(*) from letter where person_id = 2)";
        assert_eq!(place.database.number(left), Some(0), "{engine:?}");
    }
}

/// More than a limit of some kilobytes holds, however well it is packed.
fn much(place: &Place, notes: u32) {
    use sha2::Digest;
    let mut rows: Vec<String> = Vec::new();
    for number in 0..notes {
        let text: String = (0..8)
            .flat_map(|part| sha2::Sha256::digest(format!("{number} {part}")))
            .map(|byte| format!("{byte:02x}"))
            .collect();
        rows.push(format!("({}, 2, '{text}')", 1_000 + number));
    }
    for some in rows.chunks(500) {
        place.database.batch(&format!("insert into note values {}", some.join(", ")));
    }
}

#[test]
fn a_full_disk_fails_the_export_and_the_next_one_finishes() {
    // SQLite's file would be as full as the archive's.
    let servers = engines("a_full_disk_fails_the_export_and_the_next_one_finishes");
    for engine in servers.into_iter().filter(|one| *one != Engine::Shell) {
        let place = Place::new(engine);
        much(&place, 4_000);
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.must(&["request", "export", "everything", "--subject", "2"]);
        let mut limited = std::process::Command::new("sh");
        limited.args(["-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" export --out out"]);
        limited.arg(assert_cmd::cargo::cargo_bin("probate")).current_dir(place.project.path());
        let ran = limited.env("PROBATE_DB", place.database.address()).output().expect("it starts");
        assert_eq!(code(&ran), 1, "{engine:?}: {}", stderr(&ran));
        assert!(stderr(&ran).contains("the archive cannot be written"), "{engine:?}: {}", stderr(&ran));
        let files = || std::fs::read_dir(place.project.path().join("out")).expect("the folder").count();
        assert_eq!(files(), 0, "{engine:?}: nothing is left of it");
        place.must(&["export", "--out", "out", "--now", "2100-01-01"]);
        assert_eq!((place.states(), files()), (vec!["done".to_owned()], 1), "{engine:?}");
    }
}

#[test]
fn an_interrupted_export_leaves_no_archive_and_the_next_one_finishes() {
    for engine in engines("an_interrupted_export_leaves_no_archive_and_the_next_one_finishes") {
        let place = Place::new(engine);
        much(&place, 40_000);
        let out = place.project.path().join("out");
        std::fs::create_dir(&out).expect("a folder");
        place.must(&["request", "export", "everything", "--subject", "2"]);
        let mut interrupted = 0;
        for number in 0..3 {
            let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("probate"));
            command.current_dir(place.project.path()).env("PROBATE_DB", place.database.address());
            command.args(["export", "--out", "out", "--now", &format!("21{number}0-01-01")]);
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
            // Until it writes, or has ended.
            while !out.join(".export-1.zip.part").exists() && child.try_wait().expect("it runs").is_none() {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("it is told");
            child.wait().expect("it ends");
            if place.states() == ["done"] {
                break;
            }
            interrupted += 1;
        }
        assert!(interrupted > 0, "{engine:?}: it was never interrupted");
        place.database.batch("update probate_request set attempts = 1 where state <> 'done'");
        place.must(&["export", "--out", "out", "--now", "2190-01-01"]);
        assert_eq!(place.states(), ["done"], "{engine:?}");
        let files: Vec<_> =
            std::fs::read_dir(&out).expect("the folder").map(|one| one.expect("a file").file_name()).collect();
        assert_eq!(files, ["export-1.zip"], "{engine:?}");
    }
}

#[test]
fn a_text_that_is_not_utf_8_fails_its_export_and_no_other() {
    for engine in engines("a_text_that_is_not_utf_8").into_iter().filter(|one| *one == Engine::Shell) {
        let place = Place::new(engine);
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.database.batch("insert into note values (70, 2, cast(x'61ff62' as text)), (71, 1, 'ä')");
        for subject in ["2", "1"] {
            place.must(&["request", "export", "everything", "--subject", subject]);
        }
        let ran = place.run(&["export", "--out", "out"]);
        assert_eq!(code(&ran), 1, "{}", stderr(&ran));
        assert!(stderr(&ran).contains("not UTF-8"), "{}", stderr(&ran));
        assert!(!place.project.path().join("out/export-1.zip").exists());
        assert!(place.project.path().join("out/export-2.zip").exists(), "the other one is written");
        // A purge reads no text, and takes it.
        place.database.batch("update person set state = 'deleted' where id = 2");
        place.purge("leaver", "2");
        place.must(&["apply"]);
        assert_eq!(place.database.number("select count(*) from note where person_id = 2"), Some(0));
    }
}
