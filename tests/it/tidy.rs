//! The house in order: arrows between rooms, sizes, names, and everything generated is fresh.

use std::path::{Path, PathBuf};

use probate::diagnostic::Code;
use probate::document::{Kind, SCHEMA_OF_ALL_KINDS, json_schema_of_all_kinds, json_schema_text};
use probate::source::Disk;

/// The rooms, each of which may use only those above it.
const ROOMS: &[&str] = &[
    "source",
    "diagnostic",
    "sql",
    "database",
    "strategy",
    "lock",
    "program",
    "review",
    "document",
    "lint",
    "plan",
    "page",
    "diff",
    "import",
    "engine",
    "run",
    "cli",
];
/// Rooms that do not see each other.
const APART: &[&str] = &["lint", "plan", "page", "diff", "import"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in std::fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The room a source file is in; the files beside `lib.rs` are the pipeline, above all but `cli`.
fn room(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root().join("src")).expect("below src");
    let mut parts = inside.components();
    let first = parts.next()?.as_os_str().to_string_lossy().into_owned();
    parts.next().map(|_| first)
}

#[test]
fn no_arrow_runs_up() {
    let mut arrows = 0;
    for path in files(&root().join("src"), ".rs") {
        let Some(room) = room(&path) else { continue };
        let place = ROOMS
            .iter()
            .position(|name| *name == room)
            .unwrap_or_else(|| panic!("`{room}` is no room of the architecture"));
        for (number, line) in read(&path).lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let Some(other) = ROOMS.iter().position(|name| *name == used) else { continue };
                arrows += 1;
                let apart = room != used && APART.contains(&room.as_str()) && APART.contains(&used.as_str());
                assert!(other <= place && !apart, "{}:{}: `{room}` may not use `{used}`", path.display(), number + 1);
            }
        }
    }
    assert!(arrows > 50, "the arrows are seen: {arrows}");
}

#[test]
fn every_room_says_what_it_is_for() {
    for entry in std::fs::read_dir(root().join("src")).expect("src").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            let head = read(&entry.join("mod.rs"));
            assert!(head.starts_with("//!"), "{}", entry.display());
            let head = head
                .lines()
                .take_while(|line| line.starts_with("//!"))
                .map(|line| line.trim_start_matches("//!"))
                .collect::<String>();
            for part in ["In:", "Out:", "Never here"] {
                assert!(head.contains(part), "{}: its head does not say `{part}`", entry.display());
            }
        }
    }
}

#[test]
fn files_and_functions_are_small_and_names_say_something() {
    for path in files(&root().join("src"), ".rs") {
        let text = read(&path);
        assert!(text.lines().count() <= 800, "{}: over 800 lines", path.display());
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(
            !["utils", "util", "common", "helpers", "types_", "error", "core", "misc", "manager"]
                .contains(&stem.as_str()),
            "{}",
            path.display()
        );
        for (start, length) in functions(&text) {
            assert!(length <= 60, "{}:{start}: a function of {length} lines", path.display());
        }
    }
}

/// The first line and the number of lines of each function, by its indentation.
fn functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_function = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn "]
            .iter()
            .any(|head| line.trim_start().starts_with(head));
        if is_function && !line.trim_end().ends_with(';') && !line.trim_end().ends_with('}') {
            let close = format!("{}}}", " ".repeat(indent));
            let end = lines.iter().skip(start).position(|line| *line == close).unwrap_or(0);
            found.push((start + 1, end + 1));
        }
    }
    found
}

#[test]
fn dialects_are_told_apart_in_their_folder_only() {
    for path in files(&root().join("src"), ".rs") {
        if path.strip_prefix(root().join("src/sql/dialect")).is_ok() {
            continue;
        }
        for (number, line) in read(&path).lines().enumerate() {
            let compares =
                line.contains("== Dialect::") || line.contains("matches!(dialect") || line.contains("match dialect");
            assert!(!compares, "{}:{}: a dialect is told apart outside sql/dialect", path.display(), number + 1);
        }
    }
}

#[test]
fn every_strategy_and_dialect_has_its_fixture() {
    for (folder, kind) in [("src/strategy", "strategy"), ("src/sql/dialect", "dialect")] {
        for path in files(&root().join(folder), ".rs") {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            // What dialects share, and parts of one.
            let is_part = path.parent() != Some(&root().join(folder));
            if kind == "dialect" && (is_part || matches!(stem.as_str(), "set" | "standard")) {
                continue;
            }
            // What strategies share has no name that a policy writes.
            if stem == "mod" || kind == "strategy" && !read(&path).contains("const NAME") {
                continue;
            }
            let cases = root().join("tests/compile");
            let found = if kind == "strategy" {
                cases.join(&stem).is_dir()
            } else {
                !files(&cases, ".snap").iter().all(|snap| !snap.to_string_lossy().contains(&format!("{stem}.")))
            };
            assert!(found, "the {kind} `{stem}` has no fixture");
        }
    }
}

#[test]
fn every_lint_is_a_file_a_row_and_a_fixture() {
    let table = read(&root().join("src/lint/mod.rs"));
    let mut lints = 0;
    for path in files(&root().join("src/lint"), ".rs") {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        // What several lints ask alike.
        if ["mod", "levels", "found_by"].contains(&stem.as_str()) {
            continue;
        }
        lints += 1;
        let code = stem.replace('_', "-");
        assert!(Code::from_name(&code).is_some_and(Code::is_lint), "the lint `{stem}` has no code of its name");
        assert!(table.contains(&format!("{stem}::find")), "the lint `{stem}` has no row");
        assert!(root().join("tests/ui").join(&code).is_dir(), "the lint `{code}` has no fixture");
    }
    assert_eq!(table.matches("::find)").count(), lints, "a row without a file");
}

#[test]
fn schemas_are_fresh() {
    for kind in Kind::built() {
        let path = root().join("schemas").join(format!("{}.schema.json", kind.name()));
        assert_eq!(
            read(&path),
            json_schema_text(kind).expect("a schema"),
            "{}: run `probate schema --write schemas`",
            path.display()
        );
    }
    let all = root().join("schemas").join(SCHEMA_OF_ALL_KINDS);
    assert_eq!(read(&all), json_schema_of_all_kinds(), "{}: run `probate schema --write schemas`", all.display());
    assert_eq!(
        files(&root().join("schemas"), ".json").len(),
        Kind::built().count() + 1,
        "a schema of a kind that is not there"
    );
}

#[test]
fn examples_are_fresh() {
    for example in
        std::fs::read_dir(root().join("examples")).expect("examples").map(|entry| entry.expect("an entry").path())
    {
        let checked = probate::check(&Disk::open(&example).expect("a project"));
        let artefacts =
            checked.compile().unwrap_or_else(|error| panic!("{} does not compile: {error:?}", example.display()));
        for artefact in &artefacts {
            let path = example.join("compiled").join(&artefact.path);
            let found = std::fs::read(&path).unwrap_or_default();
            assert!(found == artefact.bytes, "{}: run `probate compile`", path.display());
        }
        assert_eq!(
            files(&example.join("compiled"), "").len(),
            artefacts.len(),
            "{}: files that nothing writes",
            example.display()
        );
    }
}

#[test]
fn the_smallest_site_is_small() {
    let example = root().join("examples/notes");
    let lines = |ending: &str, skip: &str| -> usize {
        let found = files(&example, ending);
        found.iter().filter(|path| !path.to_string_lossy().contains(skip)).map(|path| read(path).lines().count()).sum()
    };
    assert!(lines(".yaml", "compiled") < 80, "{} lines of YAML", lines(".yaml", "compiled"));
    assert!(lines(".sql", "compiled") < 40, "{} lines of DDL", lines(".sql", "compiled"));
}
