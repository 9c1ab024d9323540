//! The client programs: `sqlite3` and `psql`, without the user's own settings.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use super::Dump;

/// What a script does in a client program: its output, and whether it said that all went well.
#[derive(Debug)]
pub struct Ran {
    pub ok: bool,
    pub stdout: String,
    pub stderr: String,
}

pub fn sqlite3_is_absent() -> Option<String> {
    let here = Command::new("sqlite3").arg("--version").output().is_ok_and(|output| output.status.success());
    (!here).then(|| "the client program sqlite3 is not on this machine".to_owned())
}

pub fn postgres_is_absent() -> Option<String> {
    static ABSENT: OnceLock<Option<String>> = OnceLock::new();
    let look = || {
        let ran = Command::new(program()).arg("--version").output();
        if !ran.is_ok_and(|output| output.status.success()) {
            return Some("the client program psql is not on this machine".to_owned());
        }
        // It stays, and each test has schemas of its own in it.
        let made = format!("create database {DATABASE} template template0 encoding 'UTF8'");
        feed(connect("public", &[]).args(["-d", "postgres"]), &made);
        let ran = psql("public", &[], "select 1");
        (!ran.ok).then(|| format!("no PostgreSQL answers psql: {}", ran.stderr.trim()))
    };
    ABSENT.get_or_init(look).clone()
}

/// Runs a script as `sqlite3 FILE < script` does.
pub fn shell(database: &Path, script: &str) -> Ran {
    feed(Command::new("sqlite3").args(["-init", "/dev/null"]).arg(database), script)
}

/// Where the program finds a schema, as `connect` does.
pub fn address(schema: &str) -> String {
    let [host, port, user] = [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")]
        .map(|(name, usual)| std::env::var(name).unwrap_or_else(|_| usual.to_owned()).replace('/', "%2F"));
    let options = format!("-c%20search_path%3D{schema}%20-c%20synchronous_commit%3Doff");
    format!("postgres://{user}@{host}:{port}/{DATABASE}?options={options}")
}

const DATABASE: &str = "probate_test";

/// Runs a script as `psql DATABASE < script` does, where the one schema is the database. The server is what the usual
/// variables say, else the local one.
pub fn psql(schema: &str, variables: &[&str], script: &str) -> Ran {
    feed(&mut connect(schema, variables), script)
}

/// Debian's `psql` is a script that looks for the real one, which takes twice as long as what the real one does.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
        let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin/psql")).collect();
        found.retain(|path| path.exists());
        found.sort();
        found.pop().unwrap_or_else(|| PathBuf::from("psql"))
    })
}

pub fn connect(schema: &str, variables: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(["-X", "-q", "-A", "-t", "-w", "-d", DATABASE, "-f", "-"]);
    for (name, usual) in [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")] {
        if std::env::var_os(name).is_none() {
            command.env(name, usual);
        }
    }
    command
        .env("PGCONNECT_TIMEOUT", "5")
        .env("PGOPTIONS", format!("-c search_path={schema} -c synchronous_commit=off"));
    for variable in variables {
        command.args(["-v", variable]);
    }
    command
}

/// Runs a client that reads its script as its input.
pub fn feed(command: &mut Command, script: &str) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the client program starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let text = script.to_owned();
    // A script that stops early closes the pipe; that is its own affair.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().expect("the client program ends");
    feeder.join().expect("the feeder ends");
    Ran {
        ok: status.success(),
        stdout: String::from_utf8_lossy(&stdout).into_owned(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    }
}

/// Every table of a schema of PostgreSQL, each row as text, sorted.
pub fn dump(schema: &str) -> Dump {
    const TABLES: &str = r#"set timezone = 'UTC';
select format('select json_build_array(%L, coalesce(json_agg("the row"::text), ''[]''::json)) from %I.%I as "the row"', relname, nspname, relname)
from pg_class join pg_namespace as n on n.oid = relnamespace where relkind = 'r' and nspname = current_schema() order by relname \gexec
"#;
    let ran = psql(schema, &["ON_ERROR_STOP=1"], TABLES);
    assert!(ran.ok, "{}", ran.stderr);
    let read = |line: &str| -> (String, Vec<String>) {
        let (name, mut rows): (String, Vec<String>) = serde_json::from_str(line).expect("a table");
        rows.sort();
        (name, rows)
    };
    ran.stdout.lines().map(read).collect()
}
