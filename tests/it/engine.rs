//! SQLite by the library and by the real shell, and whole databases compared table by table.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

/// What a script does in a client program: its output, and whether it said that all went well.
pub struct Ran {
    pub ok: bool,
    pub stdout: String,
    pub stderr: String,
}

/// Whether an absent engine or client program makes a test fail instead of being skipped.
fn required() -> bool {
    std::env::var_os("PROBATE_REQUIRE_ENGINES").is_some_and(|value| !value.is_empty())
}

/// Says it past the test runner, which shows what a passing test prints to nobody.
pub fn skipped(what: &str) {
    writeln!(std::io::stderr(), "SKIPPED {what}").expect("standard error is there");
}

/// Whether `sqlite3` is on this machine. Absent, the tests that need it say so, and CI fails.
pub fn shell_is_here(test: &str) -> bool {
    let here = Command::new("sqlite3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !here {
        assert!(!required(), "{test}: the client program sqlite3 is not on this machine, and engines are required");
        skipped(&format!("{test}: the client program sqlite3 is not on this machine"));
    }
    here
}

/// Runs a script as `sqlite3 FILE < script` does, without the user's own settings.
pub fn shell(database: &Path, script: &str) -> Ran {
    let mut child = Command::new("sqlite3")
        .args(["-init", "/dev/null"])
        .arg(database)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("sqlite3 starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let text = script.to_owned();
    // A script that stops early closes the pipe; that is its own affair.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().expect("sqlite3 ends");
    feeder.join().expect("the feeder ends");
    Ran {
        ok: status.success(),
        stdout: String::from_utf8_lossy(&stdout).into_owned(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    }
}

/// A script without the lines that only the client program understands.
pub fn plain(script: &str) -> String {
    script.lines().filter(|line| !line.starts_with('.')).fold(String::new(), |text, line| text + line + "\n")
}

/// Runs a script by the library.
pub fn run(connection: &Connection, script: &str) -> rusqlite::Result<()> {
    connection.execute_batch(&plain(script))
}

/// Every table of a database, each row as text, sorted.
pub type Dump = BTreeMap<String, Vec<String>>;

pub fn dump(connection: &Connection) -> Dump {
    let mut names = connection
        .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
        .expect("the catalogue can be read");
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).expect("names").map(|name| name.expect("a name")).collect();
    names
        .into_iter()
        .map(|name| {
            let rows = rows(connection, &name);
            (name, rows)
        })
        .collect()
}

/// The tables of the application, without the tool's own.
pub fn host(connection: &Connection) -> Dump {
    dump(connection).into_iter().filter(|(name, _)| !name.starts_with("probate_")).collect()
}

fn rows(connection: &Connection, table: &str) -> Vec<String> {
    let quoted = table.replace('"', "\"\"");
    let mut statement = connection.prepare(&format!("select * from \"{quoted}\"")).expect("the table can be read");
    let columns = statement.column_count();
    let mut rows: Vec<String> = statement
        .query_map([], |row| {
            let values: Vec<String> = (0..columns)
                .map(|at| row.get::<_, Value>(at).map(|value| format!("{value:?}")))
                .collect::<Result<_, _>>()?;
            Ok(values.join(" | "))
        })
        .expect("rows")
        .map(|row| row.expect("a row"))
        .collect();
    rows.sort();
    rows
}

/// One number, or `None` where there is no row.
pub fn number(connection: &Connection, query: &str) -> Option<i64> {
    connection.query_row(query, [], |row| row.get(0)).optional().expect("a number")
}

pub fn text(connection: &Connection, query: &str) -> Option<String> {
    connection.query_row(query, [], |row| row.get(0)).optional().expect("a text")
}
