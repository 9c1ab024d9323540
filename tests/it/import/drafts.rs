//! Each folder of `tests/import` is a project that was imported: `arguments` says how, and beside the inputs lie the
//! drafts, moved in as they were written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn probate(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("probate").expect("the program is built");
    command.env("NO_COLOR", "1").arg("-C").arg(folder).args(arguments).output().expect("it starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The files below a folder, by their paths in it.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in std::fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
}

/// The drafts of a run, without what keeps them from being read.
fn drafts(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(&folder.join("proposed"));
    assert!(files.remove("CACHEDIR.TAG").is_some() && files.remove("manifest.json").is_some());
    files
}

/// A folder with a project's files, and those that are not drafts.
fn inputs(case: &Path) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments = std::fs::read_to_string(case.join("arguments")).expect("arguments");
    let arguments: Vec<String> = arguments.split_whitespace().map(str::to_owned).collect();
    for file in arguments.iter().filter(|argument| case.join(argument).is_file()) {
        std::fs::copy(case.join(file), folder.path().join(file)).expect("a copy");
    }
    (folder, arguments)
}

fn import(folder: &Path, arguments: &[String]) -> Output {
    let arguments: Vec<&str> = std::iter::once("import").chain(arguments.iter().map(String::as_str)).collect();
    probate(folder, &arguments)
}

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(root()).expect("cases").map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    assert!(cases.len() >= 2);
    cases
}

#[test]
fn drafts_are_as_they_lie_in_their_project_and_pass_check_there() {
    for case in cases() {
        let (folder, arguments) = inputs(&case);
        let before = tree(folder.path());
        let output = import(folder.path(), &arguments);
        assert_eq!(code(&output), 0, "{}: {}", case.display(), text(&output.stderr));
        let after = tree(folder.path());
        for (path, bytes) in after.iter().filter(|(path, _)| !path.starts_with("proposed/")) {
            assert_eq!(before.get(path), Some(bytes), "{path} is not under `proposed`");
        }
        let drafts = drafts(folder.path());
        if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
            write(&case, &drafts);
        }
        let mut lying = tree(&case);
        lying.remove("arguments");
        lying.retain(|path, _| !before.contains_key(path));
        for (path, bytes) in &lying {
            assert_eq!(text(bytes), text(drafts.get(path).map_or(b"", Vec::as_slice)), "{}/{path}", case.display());
        }
        assert_eq!(lying.keys().collect::<Vec<_>>(), drafts.keys().collect::<Vec<_>>(), "{}", case.display());
        let checked = probate(&case, &["check"]);
        assert_eq!(code(&checked), 0, "{}: {}", case.display(), text(&checked.stderr));
    }
}

#[test]
fn drafts_are_not_read_before_they_are_moved() {
    let (folder, arguments) = inputs(&root().join("shop"));
    assert_eq!(code(&import(folder.path(), &arguments)), 0);
    let checked = probate(folder.path(), &["check"]);
    assert!(text(&checked.stderr).contains("no document of the kind Site"), "{}", text(&checked.stderr));
    let first = tree(folder.path());
    let again = import(folder.path(), &arguments);
    assert_eq!(code(&again), 0, "{}", text(&again.stderr));
    assert_eq!(tree(folder.path()), first, "a second run writes the same");
}

#[test]
fn what_somebody_edited_is_not_written_over() {
    let (folder, arguments) = inputs(&root().join("shop"));
    assert_eq!(code(&import(folder.path(), &arguments)), 0);
    let site = folder.path().join("proposed/site.yaml");
    std::fs::write(&site, "# mine\n").expect("written");
    // A draft that a later run would not write any more is somebody's, too, once it is edited.
    std::fs::write(folder.path().join("proposed/notes.txt"), "mine\n").expect("written");
    std::fs::remove_file(folder.path().join("proposed/types.yaml")).expect("removed");
    let before = tree(folder.path());
    let output = import(folder.path(), &arguments);
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("`site.yaml`") && text(&output.stderr).contains("--force"));
    assert_eq!(tree(folder.path()), before, "nothing was written");
    let forced: Vec<String> = arguments.iter().cloned().chain(["--force".to_owned()]).collect();
    assert_eq!(code(&import(folder.path(), &forced)), 0);
    let after = tree(folder.path());
    assert_ne!(text(&after["proposed/site.yaml"]), "# mine\n");
    assert_eq!(text(&after["proposed/notes.txt"]), "mine\n", "no draft: left alone");
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_drafts_out_of_their_folder() {
    // Documents are read before anything is drafted, so that some of these links are refused by `check`.
    for (link, to, says) in [
        ("proposed", "inside/folder", "is a link"),
        ("proposed/components", "inside/folder", "is a link"),
        ("proposed/relations.csv", "inside/file.csv", "is a link"),
        ("proposed", "outside/folder", "leads out of the project"),
        ("proposed/components", "outside/folder", "leads out of the project"),
        ("proposed/relations.csv", "outside/file.csv", "is a link"),
    ] {
        let (folder, arguments) = inputs(&root().join("shop"));
        let outside = tempfile::tempdir().expect("a folder");
        let place = if to.starts_with("inside") { folder.path() } else { outside.path() };
        std::fs::create_dir_all(place.join("targets/folder")).expect("a folder");
        std::fs::write(place.join("targets/file.csv"), "mine\n").expect("written");
        let before = tree(&place.join("targets"));
        let target = place.join("targets").join(to.rsplit('/').next().expect("a name"));
        let link = folder.path().join(link);
        std::fs::create_dir_all(link.parent().expect("a folder")).expect("a folder");
        std::os::unix::fs::symlink(target, &link).expect("a link");
        let output = import(folder.path(), &arguments);
        assert!(code(&output) > 0 && text(&output.stderr).contains(says), "{link:?}: {}", text(&output.stderr));
        assert_eq!(tree(&place.join("targets")), before);
    }
}

#[test]
fn what_install_xml_says_and_the_schema_has_not_is_said() {
    let (folder, arguments) = inputs(&root().join("prefixed"));
    let output = import(folder.path(), &arguments);
    let said = text(&output.stderr);
    assert!(said.contains("1 tables of install.xml are not in the schema: diary_covers"), "{said}");
    assert!(said.contains("1 keys of install.xml lead to nothing in the schema: diary.keeper to gone"), "{said}");
}

/// The notes example, without the items that speak of comments, and with a table more.
fn with_lacks() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let notes = tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes"));
    let kept = notes.into_iter().filter(|(path, _)| !path.starts_with("compiled/")).collect();
    write(folder.path(), &kept);
    let path = folder.path().join("notes.yaml");
    let yaml = std::fs::read_to_string(&path).expect("a policy");
    let (start, end) =
        (yaml.find("  comments:\n").expect("there"), yaml.find("  comments_on_notes:\n").expect("there"));
    std::fs::write(&path, format!("{}{}", &yaml[..start], &yaml[end..])).expect("written");
    let path = folder.path().join("schema/notes.sql");
    let sql = std::fs::read_to_string(&path).expect("a schema");
    let more = "CREATE TABLE note_tag (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL, tag TEXT);\n\
        CREATE INDEX note_tag_note ON note_tag (note_id);\n\
        CREATE TABLE visit (id INTEGER PRIMARY KEY, reviewer_id INTEGER, ip TEXT);\n";
    std::fs::write(&path, format!("{sql}{more}")).expect("written");
    folder
}

#[test]
fn a_catalogue_is_told_what_it_lacks() {
    let folder = with_lacks();
    let output = probate(folder.path(), &["import"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
    let files: Vec<String> = drafts(folder.path()).into_keys().collect();
    assert_eq!(files, ["components/records.yaml", "relations-uncertain.csv", "relations.csv"]);
    let records = text(&drafts(folder.path())["components/records.yaml"]);
    insta::assert_snapshot!("drafted_for_a_catalogue", records);
    let json = probate(folder.path(), &["import", "--format", "json"]);
    let report: Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(report["lacks"].as_array().expect("a list").len(), text(&output.stdout).lines().count() - 1);
    assert_eq!(report["lacks"][0]["table"], "comment");
    assert_eq!(report["files"].as_array().expect("a list").len(), files.len());
}

#[test]
fn what_was_moved_in_is_lacking_no_more() {
    let folder = with_lacks();
    assert_eq!(code(&probate(folder.path(), &["import"])), 0);
    std::fs::create_dir(folder.path().join("components")).expect("a folder");
    std::fs::rename(
        folder.path().join("proposed/components/records.yaml"),
        folder.path().join("components/records.yaml"),
    )
    .expect("moved");
    let output = probate(folder.path(), &["import"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert!(!text(&output.stdout).contains("refers to people"), "{}", text(&output.stdout));
    assert!(!folder.path().join("proposed/components/records.yaml").exists());
}

#[test]
fn what_the_site_calls_impersonal_is_lacking_no_more() {
    let folder = with_lacks();
    let path = folder.path().join("site.yaml");
    let site = std::fs::read_to_string(&path).expect("a site");
    let said = text(&probate(folder.path(), &["import"]).stdout);
    let said_so = "impersonal: {visit: visits of the club's doctor, note_tag: words of a list}\n";
    std::fs::write(&path, site.replacen("subject:\n", &format!("{said_so}subject:\n"), 1)).expect("written");
    std::fs::remove_dir_all(folder.path().join("proposed")).expect("removed");
    let output = probate(folder.path(), &["import"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let now = text(&output.stdout);
    assert!(said.contains("visit") && said.contains("note_tag"), "{said}");
    assert!(!now.contains("visit") && !now.contains("note_tag"), "{now}");
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let (folder, _) = inputs(&root().join("shop"));
    for (arguments, says) in [
        (vec!["import"], "--ddl"),
        (vec!["import", "--ddl", "schema.sql"], "--dialect"),
        (vec!["import", "--ddl", "schema.sql", "--dialect", "oracle"], "the dialects are mariadb, postgres, sqlite"),
        (vec!["import", "--ddl", "schema.sql", "--dialect", "postgres", "--subject", "nobody"], "no table `nobody`"),
        (vec!["import", "--xmldb", "a.xml", "--prefix", "a\";"], "letters"),
    ] {
        let output = probate(folder.path(), &arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains(says), "{arguments:?}: {}", text(&output.stderr));
        assert!(!folder.path().join("proposed").exists());
    }
    let output = probate(with_lacks().path(), &["import", "--ddl", "schema/notes.sql", "--dialect", "sqlite"]);
    assert_eq!(code(&output), 2);
    let output = probate(folder.path(), &["import", "--ddl", "gone.sql", "--dialect", "sqlite"]);
    assert_eq!(code(&output), 3, "{}", text(&output.stderr));
}

/// Names that would be something else in YAML, in a comment or in a path.
const HOSTILE: &str = "\
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);
CREATE TABLE \"x\nkind: Site\" (id INTEGER PRIMARY KEY, user_id INTEGER, \"no\" TEXT);
CREATE TABLE \"a.b\" (id INTEGER PRIMARY KEY, user_id INTEGER);
CREATE TABLE \"# c\" (id INTEGER PRIMARY KEY, user_id INTEGER, \"a: b\" TEXT, \"e\nid: f\" TEXT, \"*x\" TEXT, \"\u{1b}[2J\" TEXT);
CREATE TABLE yes (id INTEGER PRIMARY KEY, user_id INTEGER, \"1\" TEXT, \"null\" TEXT, \"d,e\" TEXT, \"]\" TEXT);
CREATE TABLE \"{y}\" (id INTEGER PRIMARY KEY, \"created \n by\" INTEGER, \"user.id\" INTEGER);
CREATE TABLE \"q,\"\"r\" (id INTEGER PRIMARY KEY, users INTEGER);
CREATE TABLE \"$$\" (id INTEGER PRIMARY KEY, user_id INTEGER);
CREATE TABLE \"é\" (id INTEGER PRIMARY KEY, user_id INTEGER, \"È\" TEXT);
";

#[test]
fn names_cannot_change_what_a_draft_is() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("schema.sql"), HOSTILE).expect("written");
    let output = probate(folder.path(), &["import", "--ddl", "schema.sql", "--dialect", "sqlite"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let drafts = drafts(folder.path());
    write(folder.path(), &drafts);
    let checked = probate(folder.path(), &["check"]);
    assert_eq!(code(&checked), 0, "{}", text(&checked.stderr));
    let yaml: String = drafts.values().map(|bytes| text(bytes)).collect();
    assert_eq!(yaml.matches("\nkind: Site").count(), 1);
    assert!(yaml.chars().all(|c| !c.is_control() || c == '\n'));
    assert!(yaml.contains("- table: \"# c\"") && yaml.contains("- table: \"yes\""), "{yaml}");
}
