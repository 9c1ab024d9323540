//! The README's tour is run, and what it prints is compared; the rest of it is compared with what it quotes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::engine;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("the README")
}

/// The blocks of one kind, without their fences.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let start = format!("```{kind}\n");
    text.split(&start).skip(1).filter_map(|rest| rest.split("\n```").next()).map(|block| format!("{block}\n")).collect()
}

/// Commands, each with what the README says that it prints.
fn steps(block: &str) -> Vec<(String, String)> {
    let mut steps: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            steps.push((command.to_owned(), String::new()));
        } else if let (Some(more), Some((command, printed))) = (line.strip_prefix("> "), steps.last_mut())
            && printed.is_empty()
        {
            command.push('\n');
            command.push_str(more);
        } else if let Some((_, printed)) = steps.last_mut() {
            printed.push_str(line);
            printed.push('\n');
        }
    }
    steps
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for path in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// What a command prints, on both streams, as somebody at a terminal sees it.
fn printed(command: &str, folder: &Path, path: &str) -> String {
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_tour_is_real() {
    if !engine::shell_is_here("the_tour_is_real") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples/notes"), folder.path());
    let program = assert_cmd::cargo::cargo_bin("probate");
    let bin: PathBuf = program.parent().expect("a folder").to_owned();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut ran = 0;
    for block in blocks(&readme(), "console") {
        for (command, expected) in steps(&block) {
            let found = printed(&command, folder.path(), &path);
            assert_eq!(without_shell_version(&found), without_shell_version(&expected), "after `{command}`");
            ran += 1;
        }
    }
    assert!(ran > 10, "the tour is found: {ran} steps");
}

/// Versions of the shell word a failed constraint a little differently.
fn without_shell_version(text: &str) -> String {
    let lines = text.lines().map(|line| match line.find("CHECK constraint failed") {
        Some(at) => line[at..].split(" (").next().unwrap_or_default(),
        None => line.trim_end(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_in_the_readme_is_the_example() {
    let quoted = blocks(&readme(), "yaml").concat();
    let moodle = blocks(&readme(), "yaml").pop().expect("a piece of the larger example");
    let quiz = std::fs::read_to_string(root().join("examples/moodle/components/quiz.yaml")).expect("the example");
    assert!(quiz.contains(moodle.trim_end()), "README: the piece of examples/moodle is not what stands there");
    for file in ["site.yaml", "notes.yaml"] {
        let text = std::fs::read_to_string(root().join("examples/notes").join(file)).expect("the example");
        let policy = text.split("---\nkind: SitePolicy").next().unwrap_or_default();
        assert!(quoted.contains(policy.trim_end()), "README: {file} is not what the README shows");
    }
}

#[test]
fn the_two_commands_head_the_readme_and_are_what_ci_calls() {
    let head: Vec<String> =
        readme().lines().filter_map(|line| line.strip_prefix("    ")).take(2).map(str::to_owned).collect();
    assert_eq!(head, ["cargo run --release -- compile examples/moodle", "cargo test"]);
    let ci = std::fs::read_to_string(root().join(".ci/run")).expect("what CI runs");
    assert!(ci.contains("PROBATE_REQUIRE_ENGINES=1") && ci.lines().any(|line| line == head[1]));
    let quiet = head[0].replace("--release", "--release --quiet");
    assert!(ci.lines().any(|line| line == head[0] || line == quiet), "CI compiles what the README compiles");
}

#[test]
fn every_dependency_earns_a_line() {
    let cargo = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let dependencies =
        cargo.split("[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).expect("dependencies");
    let readme = readme();
    let table = readme.split("## Dependencies").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("the table");
    for line in dependencies.lines().filter(|line| !line.trim().is_empty()) {
        let name = line.split([' ', '=']).next().expect("a name");
        assert!(table.contains(name), "{name} is not in the README's table");
    }
}
