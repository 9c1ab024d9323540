//! Whatever goes wrong in a purge script: it is whole or not at all, and the next run finishes.

use std::path::{Path, PathBuf};

use probate::source::{Disk, Memory};
use rusqlite::Connection;

use crate::engine::{self, number};

struct Site {
    schema: String,
    install: String,
    purge: String,
}

impl Site {
    fn notes() -> Self {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes");
        let schema = std::fs::read_to_string(project.join("schema/notes.sql")).expect("the schema");
        Self::compiled(&probate::check(&Disk::open(&project).expect("the project")), schema, "leaver")
    }

    fn compiled(checked: &probate::Checked, schema: String, purge: &str) -> Self {
        let artefacts = checked.compile().expect("it compiles");
        let text = |path: String| {
            let artefact = artefacts.iter().find(|artefact| artefact.path == path).expect("it is compiled");
            String::from_utf8(artefact.bytes.clone()).expect("text")
        };
        Self {
            schema,
            install: text("sql/sqlite/install.sql".to_owned()),
            purge: text(format!("sql/sqlite/purge/{purge}.sql")),
        }
    }

    fn open(&self, file: &Path) -> Connection {
        let connection = Connection::open(file).expect("a database");
        connection.execute_batch(&self.schema).expect("the schema");
        engine::run(&connection, &self.install).expect("install");
        connection.execute_batch(&rows("rows.sql")).expect("rows");
        connection
    }

    fn expected(&self) -> engine::Dump {
        let connection = self.open(Path::new(":memory:"));
        connection.execute_batch(&rows("after.sql")).expect("after");
        engine::host(&connection)
    }

    /// The statements, one by one, as a client that goes on after an error runs them.
    fn statements(&self) -> Vec<String> {
        let mut statements = vec![String::new()];
        for line in engine::plain(&self.purge).lines().filter(|line| !line.starts_with("--") && !line.is_empty()) {
            let current = statements.last_mut().expect("never empty");
            current.push_str(line);
            current.push('\n');
            if line.ends_with(';') {
                statements.push(String::new());
            }
        }
        statements.retain(|statement| !statement.is_empty());
        statements
    }

    /// Where the purge transaction begins among the statements.
    fn second_begin(&self) -> usize {
        let begins: Vec<usize> = self
            .statements()
            .iter()
            .enumerate()
            .filter(|(_, text)| text.trim() == "begin;")
            .map(|(at, _)| at)
            .collect();
        assert_eq!(begins.len(), 2, "a claim and a purge");
        begins[1]
    }
}

fn rows(name: &str) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile/notes");
    std::fs::read_to_string(folder.join(name)).expect("the case's rows")
}

fn go_on(connection: &Connection, statements: &[String]) {
    for statement in statements {
        // This client shows errors and goes on, as graphical ones do.
        let _ = connection.execute_batch(statement);
    }
}

fn at_once(connection: &Connection) {
    connection.execute_batch("update probate_request set not_before = null").expect("retries need not wait here");
}

const PLANTED: &str = "create trigger planted before delete on note when old.id = 5 begin select raise(ignore); end;";

#[test]
fn planted_residue_undoes_the_run_in_the_shell_and_names_what_is_left() {
    if !engine::shell_is_here("planted_residue_undoes_the_run_in_the_shell_and_names_what_is_left") {
        return;
    }
    let site = Site::notes();
    for bail in [".bail on\n", ""] {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("site.db");
        let connection = site.open(&file);
        connection.execute_batch(PLANTED).expect("a trigger");
        let before = engine::host(&connection);
        let ran = engine::shell(&file, &site.purge.replace(".bail on\n", bail));
        assert!(!ran.ok, "residue is an error");
        assert!(ran.stderr.contains("probate_must_be_zero"), "{}", ran.stderr);
        assert!(ran.stdout.contains("undone because of|residue of step 3 (delete note)|1"), "{}", ran.stdout);
        assert_eq!(before, engine::host(&connection), "nothing is half done");
        for table in [
            "probate_ledger",
            "probate_run",
            "probate_result",
            "probate_check",
            "probate_batch",
            "probate_key",
            "probate_text_key",
            "probate_current",
            "probate_never",
        ] {
            assert_eq!(number(&connection, &format!("select count(*) from {table}")), Some(0), "{table}");
        }
        assert_eq!(number(&connection, "select count(*) from probate_request where state = 'done'"), Some(0));
        connection.execute_batch("drop trigger planted").expect("mended");
        for _ in 0..2 {
            at_once(&connection);
            let ran = engine::shell(&file, &site.purge);
            assert!(ran.ok, "{}", ran.stderr);
        }
        assert_eq!(site.expected(), engine::host(&connection), "the next runs finish, one subject at a time");
    }
}

#[test]
fn an_overwrite_that_did_not_take_is_residue() {
    let site = Site::notes();
    let connection = site.open(Path::new(":memory:"));
    connection
        .execute_batch("create trigger planted after update on comment when new.id = 6 begin update comment set body = old.body where id = 6; end;")
        .expect("a trigger");
    let before = engine::host(&connection);
    assert!(engine::run(&connection, &site.purge).is_err());
    assert_eq!(before, engine::host(&connection));
}

#[test]
fn a_lost_transaction_at_any_place_leaves_nothing_half_done() {
    let site = Site::notes();
    let (statements, begin) = (site.statements(), site.second_begin());
    let expected = site.expected();
    let mut undone = 0;
    for lost in begin + 1..statements.len() {
        let connection = site.open(Path::new(":memory:"));
        let before = engine::host(&connection);
        let mut broken = statements.clone();
        broken.insert(lost, "rollback;".to_owned());
        go_on(&connection, &broken);
        assert!(connection.is_autocommit(), "no transaction is left open");
        let after = engine::host(&connection);
        assert_eq!(before, after, "lost before {}", statements[lost]);
        assert_eq!(number(&connection, "select count(*) from probate_ledger"), Some(0));
        undone += 1;
        for _ in 0..2 {
            at_once(&connection);
            engine::run(&connection, &site.purge).expect("the next run");
        }
        assert_eq!(expected, engine::host(&connection), "the next runs finish after {}", statements[lost]);
    }
    assert!(undone > 20, "every place was tried");
}

#[test]
fn a_statement_that_fails_in_a_client_that_goes_on_is_noticed() {
    let site = Site::notes();
    let (statements, begin) = (site.statements(), site.second_begin());
    let expected = site.expected();
    let (mut whole, mut nothing) = (0, 0);
    for failed in begin + 1..statements.len() {
        let connection = site.open(Path::new(":memory:"));
        let before = engine::host(&connection);
        let mut broken = statements.clone();
        broken[failed] = "select * from \"a table that is not there\";".to_owned();
        go_on(&connection, &broken);
        if !connection.is_autocommit() {
            connection.execute_batch("rollback").expect("what a closed connection does");
        }
        let after = engine::host(&connection);
        assert!(after == before || after == expected, "half done without {}", statements[failed]);
        if after == expected {
            whole += 1;
        } else {
            nothing += 1;
        }
        for _ in 0..2 {
            at_once(&connection);
            engine::run(&connection, &site.purge).expect("the next run");
        }
        assert_eq!(expected, engine::host(&connection), "the next runs finish without {}", statements[failed]);
    }
    assert!(whole > 3 && nothing > 10, "{whole} whole, {nothing} nothing");
}

#[test]
fn a_client_that_stops_at_any_place_leaves_nothing_half_done() {
    let site = Site::notes();
    let (statements, expected) = (site.statements(), site.expected());
    for stop in 0..statements.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("site.db");
        let connection = site.open(&file);
        let before = engine::host(&connection);
        go_on(&connection, &statements[..stop]);
        drop(connection);
        let connection = Connection::open(&file).expect("the database");
        assert_eq!(before, engine::host(&connection), "stopped before {}", statements[stop]);
        for _ in 0..2 {
            at_once(&connection);
            engine::run(&connection, &site.purge).expect("the next run");
        }
        assert_eq!(expected, engine::host(&connection), "finished after a stop before {}", statements[stop]);
    }
}

#[test]
fn one_who_always_fails_is_given_up_and_starves_nobody() {
    let site = Site::notes();
    let connection = site.open(Path::new(":memory:"));
    connection
        .execute_batch(
            "create trigger poison before update on person when old.id = 3 begin select raise(abort, 'poisoned'); end;",
        )
        .expect("a trigger");
    let mut runs = 0;
    while number(
        &connection,
        "select count(*) from probate_request where type = 'leaver' and subject = 3 and state = 'failed'",
    ) == Some(0)
    {
        let _ = engine::run(&connection, &site.purge);
        if !connection.is_autocommit() {
            connection.execute_batch("rollback").expect("what a closed connection does");
        }
        at_once(&connection);
        runs += 1;
        assert!(runs < 12, "given up in time");
    }
    assert_eq!(
        number(&connection, "select attempts from probate_request where type = 'leaver' and subject = 3"),
        Some(5)
    );
    assert_eq!(
        engine::text(&connection, "select reason from probate_request where type = 'leaver' and subject = 3")
            .as_deref(),
        Some("attempts")
    );
    assert_eq!(
        engine::text(&connection, "select state from probate_request where type = 'leaver' and subject = 1").as_deref(),
        Some("done")
    );
    assert_eq!(number(&connection, "select count(*) from comment where person_id = 1"), Some(0));
    assert_eq!(
        number(&connection, "select count(*) from comment where person_id = 3 and body <> ''"),
        Some(1),
        "the poisoned one is whole"
    );
}

#[test]
fn a_retry_waits_longer_each_time() {
    let site = Site::notes();
    let connection = site.open(Path::new(":memory:"));
    for (attempts, wait) in [(1, 0), (2, 60), (3, 600), (4, 3600)] {
        connection
            .execute_batch(&format!("update probate_request set state = 'running', attempts = {attempts}, not_before = null where kind = 'purge' and subject = 1"))
            .expect("a lost run");
        engine::run(&connection, &site.statements()[..5].concat()).expect("the claim gives it back");
        let seconds = number(
            &connection,
            "select not_before - cast(strftime('%s', 'now') as integer) from probate_request where kind = 'purge' and subject = 1",
        );
        assert!(seconds.is_some_and(|seconds| (wait - 2..=wait).contains(&seconds)), "after {attempts}: {seconds:?}");
        connection.execute_batch("rollback").expect("only the first step is looked at");
    }
}

#[test]
fn somebody_who_left_the_status_in_between_is_untouched() {
    let site = Site::notes();
    let connection = site.open(Path::new(":memory:"));
    let statements = site.statements();
    let (claim, purge) = statements.split_at(site.second_begin());
    engine::run(&connection, &claim.concat()).expect("claim");
    assert_eq!(number(&connection, "select count(*) from probate_request where state = 'running'"), Some(2));
    connection.execute_batch("update person set active = 1 where id = 1").expect("she is back");
    let before = engine::host(&connection);
    engine::run(&connection, &purge.concat()).expect("the purge");
    let after = engine::host(&connection);
    assert_ne!(before, after, "the other one is purged");
    assert_eq!(engine::text(&connection, "select full_name from person where id = 1").as_deref(), Some("Ada Lovelace"));
    assert_eq!(number(&connection, "select count(*) from note where person_id = 1"), Some(2));
    assert_eq!(
        number(
            &connection,
            "select attempts from probate_request where state = 'approved' and subject = 1 and kind = 'purge'"
        ),
        Some(0)
    );
    connection.execute_batch("update person set active = 0 where id = 1").expect("she leaves again");
    engine::run(&connection, &site.purge).expect("the next run");
    assert_eq!(site.expected(), engine::host(&connection));
}

#[test]
fn two_runs_at_once_purge_once() {
    let site = Site::notes();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("site.db");
    let one = site.open(&file);
    let other = Connection::open(&file).expect("a second client");
    let statements = site.statements();
    let (claim, purge) = statements.split_at(site.second_begin());
    engine::run(&one, &claim.concat()).expect("the first claims");
    engine::run(&other, &claim.concat()).expect("the second claims what looks left behind");
    engine::run(&one, &purge.concat()).expect("the first does nothing");
    assert_eq!(number(&one, "select count(*) from probate_run"), Some(0));
    engine::run(&other, &purge.concat()).expect("the second purges");
    at_once(&one);
    engine::run(&one, &site.purge).expect("and again");
    assert_eq!(site.expected(), engine::host(&one));
    assert_eq!(number(&one, "select count(*) from probate_ledger"), Some(2), "each subject once");
}

/// Notes go, comments on them do not: Bob's comment on Ada's note must not be lost by a cascade.
fn cascade(action: &str) -> probate::Checked {
    let schema = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes/schema/notes.sql"))
        .expect("the schema");
    let schema = schema.replace(
        "note_id INTEGER NOT NULL REFERENCES note(id)",
        &format!("note_id INTEGER REFERENCES note(id) {action}"),
    );
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes");
    let text = |name: &str| {
        std::fs::read_to_string(project.join(name)).expect("a file").replace("[\"notes.*\"]", "[notes.notes]")
    };
    let mut files = Memory::default();
    files.0.insert("schema/notes.sql".to_owned(), schema.into_bytes());
    for name in ["site.yaml", "notes.yaml", "texts/privacy-1.en.md", "texts/privacy-1.de.md"] {
        files.0.insert(name.to_owned(), text(name).into_bytes());
    }
    probate::check(&files)
}

#[test]
fn a_cascade_into_rows_of_others_is_refused_and_named() {
    for action in ["ON DELETE CASCADE", "ON DELETE SET NULL", "ON DELETE SET DEFAULT"] {
        let checked = cascade(action);
        let schema = checked
            .project
            .sources
            .ids()
            .find(|id| checked.project.sources.path(*id).ends_with(".sql"))
            .expect("the schema");
        let schema = checked.project.sources.text(schema).to_owned();
        let site = Site::compiled(&checked, schema, "leaver");
        let connection = site.open(Path::new(":memory:"));
        let before = engine::host(&connection);
        assert!(engine::run(&connection, &site.purge).is_err(), "{action}");
        assert_eq!(before, engine::host(&connection), "{action}: nothing is touched");
        // Cleo has no notes: alone she is purged, in the retry one by one.
        at_once(&connection);
        for _ in 0..3 {
            let _ = engine::run(&connection, &site.purge);
        }
        assert_eq!(
            engine::text(&connection, "select state from probate_request where subject = 3").as_deref(),
            Some("done"),
            "{action}"
        );
        assert_eq!(number(&connection, "select count(*) from note where person_id = 1"), Some(2), "{action}");
        connection
            .execute_batch("delete from comment; update probate_request set attempts = 0, not_before = null")
            .expect("nothing in the way");
        engine::run(&connection, &site.purge).expect("now it runs");
        assert_eq!(number(&connection, "select count(*) from note where person_id = 1"), Some(0), "{action}");
    }
}

/// SQLite takes a quoted name that is no column for a text, and such a condition for false: nothing would be selected,
/// nothing left, and the purge done.
#[test]
fn a_database_of_another_schema_is_an_error_and_not_an_empty_purge() {
    let site = Site::notes();
    for (table, column) in [
        ("note", "person_id"),
        ("comment", "note_id"),
        ("comment", "person_id"),
        ("person", "active"),
        ("person", "email"),
    ] {
        let connection = site.open(Path::new(":memory:"));
        connection
            .execute_batch(&format!("alter table {table} rename column {column} to renamed"))
            .expect("another schema");
        let before = engine::host(&connection);
        assert!(engine::run(&connection, &site.purge).is_err(), "{table}.{column}");
        if !connection.is_autocommit() {
            connection.execute_batch("rollback").expect("what a closed connection does");
        }
        go_on(&connection, &site.statements());
        if !connection.is_autocommit() {
            connection.execute_batch("rollback").expect("what a closed connection does");
        }
        assert_eq!(before, engine::host(&connection), "{table}.{column}");
        assert_eq!(
            number(&connection, "select count(*) from probate_request where state = 'done'"),
            Some(0),
            "{table}.{column}"
        );
    }
}
