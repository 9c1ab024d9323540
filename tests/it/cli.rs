//! The program as a user runs it: exit codes, files, streams.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

fn probate() -> Command {
    let mut command = Command::cargo_bin("probate").expect("the program is built");
    command.env_remove("NO_COLOR");
    command
}

pub fn run(arguments: &[&str]) -> Output {
    probate().args(arguments).output().expect("it starts")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn examples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let target = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &target);
        } else {
            std::fs::copy(&entry, &target).expect("a copy");
        }
    }
}

pub fn notes() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&examples("notes"), folder.path());
    folder
}

/// Every file below a folder, with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in std::fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("a file");
                found.insert(path.strip_prefix(folder).expect("below").to_owned(), bytes);
            }
        }
    }
    found
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn a_good_project_is_0_and_a_bad_one_is_1() {
    let folder = notes();
    let good = run(&["check", text(folder.path())]);
    assert_eq!(code(&good), 0, "{}", stderr(&good));
    assert!(stdout(&good).is_empty() && stderr(&good).contains("4 items"));
    assert!(stderr(&run(&["-q", "check", text(folder.path())])).is_empty());
    std::fs::write(folder.path().join("bad.yaml"), "kind: Purpose\nid: bad\ntitel: Bad\nlawful_basis: [gdpr.6.1.z]\n")
        .expect("written");
    let bad = run(&["check", text(folder.path())]);
    assert_eq!(code(&bad), 1);
    assert!(
        stderr(&bad).contains("bad.yaml:3:1") && stderr(&bad).contains("did you mean `title`?"),
        "{}",
        stderr(&bad)
    );
    assert!(!stderr(&bad).contains('\u{1b}'), "no colours where nobody looks");
    assert!(stderr(&run(&["--color", "always", "check", text(folder.path())])).contains('\u{1b}'));
}

#[test]
fn wrong_arguments_are_2_and_a_machine_that_refuses_is_3() {
    assert_eq!(code(&run(&["purge-everything"])), 2);
    assert_eq!(code(&run(&["check", "--no-such-option"])), 2);
    assert_eq!(code(&run(&["check", "a folder that is not there"])), 2);
    assert_eq!(code(&run(&["explain", "unknown-colum"])), 2);
    assert!(stderr(&run(&["explain", "unknown-colum"])).contains("did you mean `unknown-column`?"));
    assert_eq!(code(&run(&["schema", "site"])), 2);
    let folder = notes();
    let file = folder.path().join("site.yaml");
    assert_eq!(code(&run(&["check", text(&file)])), 2, "a file is no project");
    let below_a_file = file.join("out");
    for out in [file.as_path(), below_a_file.as_path(), Path::new("/dev/null/out")] {
        let before = tree(folder.path());
        let output = run(&["compile", text(folder.path()), "--out", text(out)]);
        assert_eq!(code(&output), 3, "{}: {}", out.display(), stderr(&output));
        assert_eq!(before, tree(folder.path()), "nothing is half written");
    }
}

#[test]
fn a_folder_where_a_file_should_be_stops_everything() {
    let folder = notes();
    let out = folder.path().join("out");
    std::fs::create_dir_all(out.join("sql/sqlite/purge/leaver.sql")).expect("a folder in the way");
    let output = run(&["compile", text(folder.path()), "--out", text(&out)]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("leaver.sql` is a folder where a file should be"), "{}", stderr(&output));
    assert!(tree(&out).is_empty());
}

#[test]
fn compile_writes_what_changed_removes_what_is_stale_and_touches_nothing_else() {
    let folder = notes();
    let out = folder.path().join("out");
    std::fs::create_dir_all(out.join("sql/sqlite/purge")).expect("a folder");
    let own = out.join("sql/sqlite/purge/own.sql");
    std::fs::write(&own, "-- somebody's own").expect("written");
    let compile = |extra: &[&str]| run(&[&["compile", text(folder.path()), "--out", text(&out)], extra].concat());
    assert_eq!(code(&compile(&["--check"])), 4, "nothing is there yet");
    let first = compile(&[]);
    assert_eq!(code(&first), 0, "{}", stderr(&first));
    assert!(stdout(&first).is_empty());
    let written = tree(&out);
    assert!(
        written.contains_key(Path::new("manifest.json")) && written.contains_key(Path::new("sql/sqlite/install.sql"))
    );
    assert!(stderr(&compile(&[])).contains("0 written, 0 removed"));
    assert_eq!(code(&compile(&["--check"])), 0);
    // The type gets another id: the old script is a hazard and goes.
    let policy = folder.path().join("notes.yaml");
    let renamed = std::fs::read_to_string(&policy).expect("the policy").replace("id: leaver", "id: goer");
    std::fs::write(&policy, renamed).expect("written");
    assert_eq!(code(&run(&["lock", text(folder.path())])), 0);
    let stale = compile(&["--check"]);
    assert_eq!(code(&stale), 4);
    assert!(
        stderr(&stale).contains("stale: sql/sqlite/purge/leaver.sql")
            && stderr(&stale).contains("missing: sql/sqlite/purge/goer.sql")
    );
    assert_eq!(written, tree(&out), "--check writes nothing");
    assert!(stderr(&compile(&[])).contains("3 removed"));
    let now = tree(&out);
    assert!(
        !now.contains_key(Path::new("sql/sqlite/purge/leaver.sql"))
            && now.contains_key(Path::new("sql/sqlite/purge/goer.sql"))
    );
    assert!(own.exists(), "a file that no manifest lists is not touched");
    // An error: nothing is written, what is there stays.
    std::fs::write(folder.path().join("bad.yaml"), "kind: Nothing").expect("written");
    assert_eq!(code(&compile(&[])), 1);
    assert_eq!(now, tree(&out));
    assert!(now.keys().all(|path| !path.to_string_lossy().contains(".probate-")), "no temporary file is left");
}

#[test]
fn a_manifest_of_somebody_else_is_not_overwritten() {
    let folder = notes();
    let out = folder.path().join("out");
    std::fs::create_dir_all(&out).expect("a folder");
    for theirs in ["{\"name\": \"a web app\"}", "not json", "{\"files\": [{\"path\": \"../../etc/passwd\"}]}"] {
        std::fs::write(out.join("manifest.json"), theirs).expect("written");
        let output = run(&["compile", text(folder.path()), "--out", text(&out)]);
        assert_eq!(code(&output), 3, "{theirs}");
        assert_eq!(std::fs::read_to_string(out.join("manifest.json")).expect("still there"), theirs);
        assert_eq!(tree(&out).len(), 1);
    }
}

#[test]
fn the_same_project_gives_the_same_bytes_whatever_the_machine() {
    let folder = notes();
    let outs = [folder.path().join("one"), folder.path().join("two")];
    let first =
        probate().args(["compile", text(folder.path()), "-o", text(&outs[0])]).env("RAYON_NUM_THREADS", "1").output();
    assert_eq!(code(&first.expect("it starts")), 0);
    // Other names put the files into another order, and the documents with them.
    std::fs::rename(folder.path().join("notes.yaml"), folder.path().join("a-notes.yaml")).expect("renamed");
    std::fs::rename(folder.path().join("a-notes.yaml"), folder.path().join("notes.yaml")).expect("renamed");
    let second = probate()
        .args(["-C", text(folder.path()), "compile", ".", "-o", "two"])
        .envs([("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kolkata"), ("RAYON_NUM_THREADS", "7")])
        .output();
    assert_eq!(code(&second.expect("it starts")), 0);
    assert_eq!(tree(&outs[0]), tree(&outs[1]));
}

#[test]
fn findings_as_json_have_a_version_and_places() {
    let folder = notes();
    std::fs::write(folder.path().join("bad.yaml"), "kind: Purpose\nid: bad\ntitle: Bad\nlawful_basis: [gdpr.6.1.z]\n")
        .expect("written");
    let output = run(&["--format", "json", "check", text(folder.path())]);
    assert_eq!(code(&output), 1);
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(report["format_version"], 1);
    assert_eq!(report["summary"]["errors"], 1);
    let found = &report["diagnostics"][0];
    assert_eq!((found["code"].as_str(), found["location"]["file"].as_str()), (Some("invalid-value"), Some("bad.yaml")));
    assert_eq!((found["location"]["line"].as_u64(), found["location"]["column"].as_u64()), (Some(4), Some(16)));
}

#[test]
fn init_writes_a_project_that_compiles_and_overwrites_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path().join("new");
    assert_eq!(code(&run(&["init", text(&project)])), 0);
    let compiled = run(&["compile", text(&project)]);
    assert_eq!(code(&compiled), 0, "{}", stderr(&compiled));
    assert!(!stderr(&compiled).contains("warning"), "{}", stderr(&compiled));
    let before = tree(&project);
    assert!(before.keys().any(|path| path.ends_with("purge/leaver.sql")));
    assert_eq!(code(&run(&["check", "--locked", text(&project)])), 0, "its lock is written, too");
    let again = run(&["init", text(&project)]);
    assert_eq!(code(&again), 2);
    assert_eq!(before, tree(&project));
}

#[test]
fn explain_knows_every_code_and_schema_every_kind() {
    let list = stdout(&run(&["explain", "--list"]));
    for code in probate::diagnostic::Code::ALL {
        assert!(list.lines().any(|line| line.starts_with(code.name())), "{}", code.name());
        let long = stdout(&run(&["explain", code.name()]));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&long).contains(&words(code.text())), "{long}");
    }
    let kinds = stdout(&run(&["schema"]));
    for kind in probate::document::Kind::ALL {
        assert!(kinds.lines().any(|line| line.split_whitespace().next() == Some(kind.name())));
        let schema = run(&["schema", kind.name()]);
        assert_eq!(code(&schema) == 0, kind.is_built(), "{}", kind.name());
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let folder = notes();
    let outside = tempfile::tempdir().expect("a folder");
    let target = outside.path().join("secret.md");
    std::fs::write(&target, "a secret text").expect("written");
    std::fs::write(outside.path().join("more.yaml"), "kind: Purpose").expect("written");
    std::os::unix::fs::symlink(outside.path(), folder.path().join("more")).expect("a link");
    std::os::unix::fs::symlink(folder.path().join("texts"), folder.path().join("same-texts")).expect("a link");
    let output = run(&["check", text(folder.path())]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("`more` leads out of the project") && !stderr(&output).contains("same-texts"));
    let named = std::os::unix::ffi::OsStringExt::from_vec(b"a\xff.yaml".to_vec());
    let odd: std::ffi::OsString = named;
    let folder = notes();
    std::fs::write(folder.path().join(odd), "kind: Nothing").expect("written");
    let output = run(&["check", text(folder.path())]);
    assert!(code(&output) == 1 && stderr(&output).contains("its name is not UTF-8"), "{}", stderr(&output));
    for link in ["texts/privacy-1.en.md", "schema/notes.sql", "extra.yaml"] {
        let folder = notes();
        let path = folder.path().join(link);
        let _ = std::fs::remove_file(&path);
        std::os::unix::fs::symlink(&target, &path).expect("a link");
        let output = run(&["check", text(folder.path())]);
        assert_eq!(code(&output), 1, "{link}");
        assert!(
            stderr(&output).contains("outside-project") && !stderr(&output).contains("a secret text"),
            "{link}: {}",
            stderr(&output)
        );
    }
}

/// `probate list | head` is no failure; a result that a full disk takes is one.
#[test]
fn whoever_reads_no_further_has_seen_enough_and_a_full_disk_is_told() {
    let notes = examples("notes").display().to_string();
    let all: [&[&str]; 4] = [
        &["list", &notes, "--format", "json"],
        &["list", &notes],
        &["explain", "needs-key"],
        &["check", &notes, "--format", "json"],
    ];
    for arguments in all {
        let command = || {
            let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("probate"));
            command.args(arguments).stderr(std::process::Stdio::piped());
            command
        };
        let mut child = command().stdout(std::process::Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let ran = child.wait_with_output().expect("it ends");
        assert!(ran.status.code() == Some(0) && !stderr(&ran).contains("panicked"), "{arguments:?}: {}", stderr(&ran));
        if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
            let ran = command().stdout(full).output().expect("it starts");
            assert!(code(&ran) == 3 && stderr(&ran).contains("cannot be printed"), "{arguments:?}: {}", stderr(&ran));
        }
    }
}
