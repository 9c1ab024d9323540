//! Archives: what is in them, who may read them, when they are gone.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Place, engines};
use crate::cli::{code, stderr};

/// The files of an archive, with their bytes.
pub fn unpack(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).expect("an archive")).expect("a ZIP");
    let all = (0..zip.len()).map(|at| {
        let mut file = zip.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("whole");
        (file.name().expect("a name").into_owned(), bytes)
    });
    all.collect()
}

fn folder(place: &Place, name: &str) -> PathBuf {
    let folder = place.project.path().join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn with_store(place: &Place) {
    for (path, text) in [("aa/aa01", "by ada"), ("bb/bb02", "by Ada")] {
        let path = folder(place, "store").join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    }
    // What a stored name that climbs out of the store would reach.
    std::fs::write(place.project.path().join("up"), "secret").expect("written");
    folder(place, "out");
}

#[test]
fn an_archive_holds_one_persons_data_and_files() {
    for engine in engines("an_archive_holds_one_persons_data_and_files") {
        let place = Place::new(engine);
        with_store(&place);
        place.must(&["request", "export", "everything", "--subject", "2", "--self"]);
        let (exported, _) = place.json(&["export", "--out", "out", "--store", "store"]);
        let one = &exported["archives"][0];
        assert_eq!(
            (&one["rows"], &one["files"], &one["missing_files"]),
            (&json!(3), &json!(1), &json!(1)),
            "{exported}"
        );
        let path = place.project.path().join("out/export-1.zip");
        let files = unpack(&path);
        let names = [
            "data.json",
            "files.html",
            "files/bb/bb02",
            "index.html",
            "items/club.account.html",
            "items/club.notes.html",
            "items/club.remarks.html",
            "manifest.json",
            "style.css",
        ];
        assert_eq!(files.keys().collect::<Vec<_>>(), names);
        assert_eq!(files["files/bb/bb02"], b"by Ada");
        let data: Value = serde_json::from_slice(&files["data.json"]).expect("JSON");
        assert_eq!(data["head"]["subject"], 2, "{data}");
        let rows: Vec<&Value> = data["rows"].as_array().expect("rows").iter().collect();
        assert_eq!(
            rows.iter().map(|row| row["item"].as_str().unwrap()).collect::<Vec<_>>(),
            ["club.account", "club.notes", "club.remarks"]
        );
        assert_eq!(rows[1]["row"]["body"], "of Ada");
        assert_eq!(rows[1]["row"]["files"].as_array().map(Vec::len), Some(3), "every file is listed");
        for other in ["of ada", "of bob", "ada on bob"] {
            assert!(!data.to_string().contains(other), "{engine:?}: {other} is not hers");
        }
        let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
        let listed: Vec<&Value> = manifest["contents"].as_array().expect("a list").iter().collect();
        assert_eq!(listed.len() + 1, names.len(), "every file but the manifest itself");
        for listed in listed {
            let bytes = &files[listed["path"].as_str().expect("a path")];
            assert_eq!(listed["sha256"], probate::program::digest_of_bytes(bytes), "{listed}");
            assert_eq!(listed["bytes"], bytes.len(), "{listed}");
        }
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&path).expect("a file")) & 0o777,
            0o600,
            "for its owner only"
        );
        assert_eq!(place.states(), ["done"]);
        let left: Vec<_> = std::fs::read_dir(place.project.path().join("out")).expect("a folder").collect();
        assert_eq!(left.len(), 1, "nothing unfinished is left");
        let (again, _) = place.json(&["export", "--out", "out"]);
        assert_eq!(again["archives"], json!([]), "{again}");
    }
}

#[test]
fn a_stored_name_never_leads_out_of_the_store() {
    for engine in engines("a_stored_name_never_leads_out_of_the_store") {
        let place = Place::new(engine);
        with_store(&place);
        // Bob's file is called `../../up` in the database; Eve's is a link out of the store.
        #[cfg(unix)]
        std::os::unix::fs::symlink(place.project.path().join("up"), place.project.path().join("store/bb/bb09"))
            .expect("a link");
        place.database.batch("insert into stored values (9, 'notes', 4, 'of eve.txt', 'bb09')");
        for subject in ["11", "12"] {
            place.must(&["request", "export", "everything", "--subject", subject]);
        }
        let (exported, _) = place.json(&["export", "--out", "out", "--store", "store"]);
        assert_eq!(exported["archives"].as_array().map(Vec::len), Some(2), "{exported}");
        for request in [1, 2] {
            let files = unpack(&place.project.path().join(format!("out/export-{request}.zip")));
            let copied = files.keys().filter(|name| name.starts_with("files/")).count();
            assert_eq!(copied, 0, "{engine:?} {request}: {:?}", files.keys());
            let page = String::from_utf8(files["files.html"].clone()).expect("text");
            assert!(page.contains("cannot be handed out") && !page.contains("href=\"files/"), "{page}");
            let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
            assert_eq!(manifest["files"][0]["state"], "refused", "{manifest}");
        }
    }
}

#[test]
fn archives_expire_and_can_be_removed_before() {
    for engine in engines("archives_expire_and_can_be_removed_before") {
        let place = Place::new(engine);
        folder(&place, "out");
        for subject in ["1", "2", "11"] {
            place.must(&["request", "export", "everything", "--subject", subject]);
        }
        place.must(&["export", "--out", "out"]);
        let there = |id: u32| place.project.path().join(format!("out/export-{id}.zip")).exists();
        assert!(there(1) && there(2) && there(3));
        let days = place.database.number("select expires - finished from probate_request where id = 1");
        assert_eq!(days, Some(5 * 86_400), "five days where nothing else is said");
        place.database.batch("update probate_request set expires = finished where id = 1; update probate_request set expires = null where id = 3");
        place.must(&["export", "--out", "out", "--remove", "2"]);
        let (exported, _) = place.json(&["export", "--out", "out"]);
        assert_eq!(exported["expired"], json!([1]), "{exported}");
        assert!(!there(1) && !there(2) && there(3), "what has no end stays");
        assert_eq!(place.states(), ["expired", "expired", "done"]);
        let (said, ended) = place.refused(&["export", "--out", "out", "--remove", "2"]);
        assert!(ended == 2 && said.contains("is no finished export"), "{said}");
        // Another one may be asked for.
        place.must(&["request", "export", "everything", "--subject", "2"]);
    }
}

#[test]
fn an_export_needs_its_approval() {
    for engine in engines("an_export_needs_its_approval") {
        let place = Place::new(engine);
        folder(&place, "out");
        place.must(&["request", "export", "vetted", "--subject", "2"]);
        place.must(&["export", "--out", "out"]);
        assert!(!place.project.path().join("out/export-1.zip").exists());
        place.must(&["request", "approve", "1", "--by", "officer"]);
        place.must(&["export", "--out", "out"]);
        assert!(place.project.path().join("out/export-1.zip").exists());
    }
}

#[test]
fn a_folder_that_cannot_be_written_fails_the_export_and_leaves_nothing() {
    for engine in engines("a_folder_that_cannot_be_written_fails_the_export_and_leaves_nothing") {
        let place = Place::new(engine);
        let out = folder(&place, "out");
        place.must(&["request", "export", "everything", "--subject", "2"]);
        // The name of the archive is taken by a folder with something in it.
        std::fs::create_dir_all(out.join("export-1.zip/full")).expect("a folder");
        let ran = place.run(&["export", "--out", "out"]);
        assert_eq!(code(&ran), 1, "{}", stderr(&ran));
        assert!(stderr(&ran).contains("the archive cannot be written"), "{}", stderr(&ran));
        assert_eq!(place.states(), ["approved"], "not done, and tried again later");
        std::fs::remove_dir_all(out.join("export-1.zip")).expect("removed");
        assert_eq!(std::fs::read_dir(&out).expect("a folder").count(), 0, "nothing half written is left");
        place.database.batch("update probate_request set not_before = null");
        place.must(&["export", "--out", "out"]);
        assert_eq!(place.states(), ["done"]);
        let (said, ended) = place.refused(&["export", "--out", "nowhere"]);
        assert!(ended == 2 && said.contains("there is no folder"), "{said}");
    }
}

/// Known failure 13: a lifetime of 0, documented as "no limit", expired every file at the next clean-up. Here 0 is
/// refused, `unlimited` never expires, and what has an end is there until then and not a second longer.
#[test]
fn known_failure_13_a_lifetime_of_0_expired_every_file() {
    /// 2026-01-30 10:00, and the last second of 2026-02-28, a month later.
    const AT: i64 = 1_769_767_200;
    const MONTH_LATER: i64 = 1_772_323_199;
    let time = |second: i64| jiff::Timestamp::from_second(second).expect("a time").to_string();
    for engine in engines("known_failure_13_a_lifetime_of_0_expired_every_file") {
        let place = Place::new(engine);
        let out = folder(&place, "out");
        let path = place.project.path().join("site.yaml");
        let site = std::fs::read_to_string(&path).expect("a file");
        let lives = |period: &str| {
            let everything = format!("id: everything\nkeep_for: {period}\n");
            std::fs::write(&path, site.replace("id: everything\n", &everything)).expect("written");
        };
        let archives = || {
            let all = [1, 2, 3, 4, 5].into_iter();
            all.filter(|id| out.join(format!("export-{id}.zip")).exists()).collect::<Vec<i32>>()
        };
        let export = |now: i64| {
            let (exported, code) = place.json(&["export", "--out", "out", "--now", &time(now)]);
            assert_eq!(code, 0, "{engine:?}: {exported:#}");
            exported["expired"].clone()
        };
        let ask = |subject: &str| place.must(&["request", "export", "everything", "--subject", subject]);
        // As it was reviewed, the first is kept for five days.
        ask("1");
        assert_eq!(export(AT), json!([]), "{engine:?}");
        for none in ["P0D", "P0Y0M0D", "0", "0D"] {
            lives(none);
            ask_is_refused(&place, none);
            assert_eq!(archives(), [1], "{engine:?}: nothing is removed by a policy that is refused");
        }
        lives("unlimited");
        place.must(&["lock", "."]);
        ask("2");
        assert_eq!(export(AT + 1), json!([]), "{engine:?}");
        lives("P1M");
        place.must(&["lock", "."]);
        ask("12");
        assert_eq!(export(AT + 2), json!([]), "{engine:?}");
        assert_eq!(export(AT + 5 * 86_400 - 1), json!([]), "{engine:?}: five days are not over");
        assert_eq!(archives(), [1, 2, 3], "{engine:?}");
        assert_eq!(export(AT + 5 * 86_400), json!([1]), "{engine:?}: and now they are");
        assert_eq!(archives(), [2, 3], "{engine:?}");
        assert_eq!(export(MONTH_LATER - 1), json!([]), "{engine:?}");
        assert_eq!(export(MONTH_LATER), json!([3]), "{engine:?}: a month to its last day");
        assert_eq!(export(MONTH_LATER + 100 * 365 * 86_400), json!([]), "{engine:?}");
        assert_eq!(archives(), [2], "{engine:?}: unlimited has no end");
        assert_eq!(place.states(), ["expired", "done", "expired"], "{engine:?}");
    }
}

/// With the place at which it stands.
fn ask_is_refused(place: &Place, period: &str) {
    for arguments in [&["export", "--out", "out", "--now", "2026-12-01"] as &[&str], &["check"]] {
        let (said, code) = place.refused(arguments);
        assert_eq!(code, 1, "{period}: {said}");
        assert!(said.contains("site.yaml:") && said.contains(&format!("keep_for: {period}\n")), "{period}: {said}");
    }
}
