//! `tests/compile/<case>/`: a project, its rows, and what a purge must make of them.
//!
//! `rows.sql` fills the application's tables and asks for purges; `after.sql` says, row by row and by hand, what
//! must be different afterwards. Every table is compared, so a row too many or too few is seen. The printed SQL
//! stands beside as snapshots.

use std::path::{Path, PathBuf};

use probate::source::Disk;
use probate::{Artefact, Checked};
use rusqlite::Connection;
use sqlparser::dialect::SQLiteDialect;
use sqlparser::parser::Parser;

use crate::engine;

struct Case {
    folder: PathBuf,
    name: String,
    schema: String,
    rows: String,
    after: String,
    artefacts: Vec<Artefact>,
    subjects: String,
}

impl Case {
    fn read(folder: &Path) -> Self {
        let text = |name: &str| {
            std::fs::read_to_string(folder.join(name))
                .unwrap_or_else(|error| panic!("{}: {error}", folder.join(name).display()))
        };
        // A case is a project itself, or names one.
        let project =
            if folder.join("PROJECT").exists() { folder.join(text("PROJECT").trim()) } else { folder.to_owned() };
        let checked = checked(&project);
        let artefacts = checked.compile().expect("a project without errors compiles");
        let program = checked.program.as_ref().expect("a program");
        let subject = &program.site.subject;
        let schema = checked
            .project
            .sources
            .ids()
            .map(|id| (checked.project.sources.path(id), checked.project.sources.text(id)));
        let schema = schema.filter(|(path, _)| path.ends_with(".sql")).map(|(_, text)| text.to_owned()).collect();
        Self {
            folder: folder.to_owned(),
            name: folder.file_name().expect("a folder has a name").to_string_lossy().into_owned(),
            schema,
            rows: text("rows.sql"),
            after: text("after.sql"),
            artefacts,
            subjects: format!("select count(*) from \"{}\"", subject.table.name.replace('"', "\"\"")),
        }
    }

    fn script(&self, path: &str) -> String {
        let artefact = self
            .artefacts
            .iter()
            .find(|artefact| artefact.path == path)
            .unwrap_or_else(|| panic!("{path} is compiled"));
        String::from_utf8(artefact.bytes.clone()).expect("scripts are text")
    }

    fn scripts(&self, folder: &str) -> Vec<(String, String)> {
        let prefix = format!("sql/sqlite/{folder}/");
        let found = self.artefacts.iter().filter(|artefact| artefact.path.starts_with(&prefix));
        found.map(|artefact| (artefact.path.clone(), self.script(&artefact.path))).collect()
    }

    fn fill(&self, connection: &Connection) {
        connection.execute_batch(&self.schema).expect("the schema is good");
        engine::run(connection, &self.script("sql/sqlite/install.sql")).expect("install runs");
        connection.execute_batch(&self.rows).unwrap_or_else(|error| panic!("{}: rows.sql: {error}", self.name));
    }

    /// The application's tables as they must be afterwards.
    fn expected(&self) -> engine::Dump {
        let connection = Connection::open_in_memory().expect("a database");
        self.fill(&connection);
        connection.execute_batch(&self.after).unwrap_or_else(|error| panic!("{}: after.sql: {error}", self.name));
        engine::host(&connection)
    }
}

fn checked(project: &Path) -> Checked {
    let checked = probate::check(&Disk::open(project).expect("the project is there"));
    let found =
        probate::diagnostic::text(checked.diagnostics(), &checked.project.sources, probate::diagnostic::Style::Plain);
    assert!(!checked.diagnostics().has_errors(), "{}:\n{found}", project.display());
    checked
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    folders.sort();
    assert!(folders.len() >= 6, "the cases are found");
    folders.iter().map(|folder| Case::read(folder)).collect()
}

#[test]
fn printed_sql_is_as_it_was_reviewed() {
    for case in cases() {
        for artefact in case.artefacts.iter().filter(|artefact| artefact.path.starts_with("sql/")) {
            let name = artefact.path.trim_start_matches("sql/").trim_end_matches(".sql").replace('/', ".");
            if name.ends_with(".install") && case.name != "notes" {
                continue;
            }
            insta::with_settings!({ snapshot_path => &case.folder, prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name, case.script(&artefact.path));
            });
        }
    }
}

#[test]
fn every_printed_statement_parses_in_its_dialect() {
    for case in cases() {
        for artefact in case.artefacts.iter().filter(|artefact| artefact.path.starts_with("sql/sqlite/")) {
            let script = engine::plain(&case.script(&artefact.path));
            let parsed = Parser::parse_sql(&SQLiteDialect {}, &script)
                .unwrap_or_else(|error| panic!("{} {}: {error}", case.name, artefact.path));
            let semicolons = script.lines().filter(|line| line.ends_with(';')).count();
            assert!(parsed.len() >= semicolons, "{} {}: statements were swallowed", case.name, artefact.path);
        }
    }
}

#[test]
fn purges_take_exactly_the_right_rows_by_the_library() {
    for case in cases() {
        let connection = Connection::open_in_memory().expect("a database");
        case.fill(&connection);
        assert!(engine::number(&connection, &case.subjects) >= Some(3), "{}: at least three subjects", case.name);
        let before = engine::host(&connection);
        for (path, script) in case.scripts("purge") {
            engine::run(&connection, &script).unwrap_or_else(|error| panic!("{} {path}: {error}", case.name));
        }
        let after = engine::host(&connection);
        assert_ne!(before, after, "{}: the purge does something", case.name);
        compare(&case.name, &case.expected(), &after);
        settled(&case, &connection);
    }
}

#[test]
fn purges_take_exactly_the_right_rows_by_the_shell() {
    if !engine::shell_is_here("purges_take_exactly_the_right_rows_by_the_shell") {
        return;
    }
    for case in cases() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("site.db");
        let ran = engine::shell(&file, &format!("{}\n{}", case.schema, case.script("sql/sqlite/install.sql")));
        assert!(ran.ok, "{}: {}", case.name, ran.stderr);
        Connection::open(&file).expect("the database").execute_batch(&case.rows).expect("rows.sql");
        for (path, script) in case.scripts("purge") {
            let ran = engine::shell(&file, &script);
            assert!(ran.ok && ran.stderr.is_empty(), "{} {path}: {}", case.name, ran.stderr);
        }
        let connection = Connection::open(&file).expect("the database");
        compare(&case.name, &case.expected(), &engine::host(&connection));
        settled(&case, &connection);
    }
}

/// Nothing is left in between runs, and running again changes nothing, the tool's own tables included.
fn settled(case: &Case, connection: &Connection) {
    for table in ["probate_batch", "probate_key", "probate_text_key", "probate_current"] {
        assert_eq!(
            engine::number(connection, &format!("select count(*) from {table}")),
            Some(0),
            "{}: {table}",
            case.name
        );
    }
    assert_eq!(
        engine::number(connection, "select count(*) from probate_request where state in ('running', 'failed')"),
        Some(0),
        "{}",
        case.name
    );
    let first = engine::dump(connection);
    for (path, script) in case.scripts("purge") {
        engine::run(connection, &script).unwrap_or_else(|error| panic!("{} {path} again: {error}", case.name));
    }
    compare(&format!("{} again", case.name), &first, &engine::dump(connection));
}

fn compare(case: &str, expected: &engine::Dump, found: &engine::Dump) {
    assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>(), "{case}: tables");
    for (table, rows) in expected {
        assert_eq!(rows, &found[table], "{case}: the rows of {table} (left: expected, right: found)");
    }
}

/// What an export prints, row by row, through the real shell.
#[test]
fn exports_hold_every_row_of_the_subject_and_no_other() {
    if !engine::shell_is_here("exports_hold_every_row_of_the_subject_and_no_other") {
        return;
    }
    for case in cases() {
        for (path, script) in case.scripts("export") {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("site.db");
            case.fill(&Connection::open(&file).expect("a database"));
            let before = engine::host(&Connection::open(&file).expect("the database"));
            let ran = engine::shell(&file, &script);
            assert!(ran.ok && ran.stderr.is_empty(), "{} {path}: {}", case.name, ran.stderr);
            for line in ran.stdout.lines() {
                serde_json::from_str::<serde_json::Value>(line)
                    .unwrap_or_else(|error| panic!("{} {path}: {error}: {line}", case.name));
            }
            assert_eq!(
                before,
                engine::host(&Connection::open(&file).expect("the database")),
                "an export changes nothing"
            );
            let digest = regex_free_digest(&ran.stdout);
            let name = format!("{}.out", path.trim_start_matches("sql/").trim_end_matches(".sql").replace('/', "."));
            insta::with_settings!({ snapshot_path => &case.folder, prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name, digest);
            });
        }
    }
}

/// The program's digest changes with every edit of a case; what it is has a test of its own.
fn regex_free_digest(text: &str) -> String {
    text.split('"')
        .map(
            |piece| {
                if piece.len() == 64 && piece.bytes().all(|byte| byte.is_ascii_hexdigit()) { "(digest)" } else { piece }
            },
        )
        .collect::<Vec<_>>()
        .join("\"")
}
