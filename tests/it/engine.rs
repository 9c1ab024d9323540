//! Real engines: a fresh database, scripts run in it as a client runs them, and all its tables compared.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusqlite::fallible_iterator::FallibleIterator as _;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use tempfile::TempDir;

mod client;
pub mod mariadb;

pub use client::{Ran, connect, feed};
use client::{psql, shell};

/// An engine, and the client that runs a script in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// SQLite by the library.
    Library,
    /// SQLite by `sqlite3`.
    Shell,
    /// PostgreSQL by `psql`.
    Postgres,
    /// PostgreSQL by a client that takes a failed statement back and goes on in the transaction, as graphical ones do.
    Savepoints,
    /// MariaDB by `mariadb`.
    Mariadb,
    /// MariaDB by `mariadb --force`, which goes on after an error.
    Forced,
}

impl Engine {
    pub fn dialect(self) -> &'static str {
        match self {
            Self::Library | Self::Shell => "sqlite",
            Self::Postgres | Self::Savepoints => "postgres",
            Self::Mariadb | Self::Forced => "mariadb",
        }
    }

    /// Whether it is on this machine. Absent, a test that needs it says so, and CI fails.
    fn is_here(self, test: &str) -> bool {
        let absent = match self {
            Self::Library => None,
            Self::Shell => client::sqlite3_is_absent(),
            Self::Postgres | Self::Savepoints => client::postgres_is_absent(),
            Self::Mariadb | Self::Forced => mariadb::is_absent(),
        };
        let Some(what) = absent else { return true };
        let required = std::env::var_os("PROBATE_REQUIRE_ENGINES").is_some_and(|value| !value.is_empty());
        assert!(!required, "{test}: {what}, and engines are required");
        skipped(&format!("{test}: {what}"));
        false
    }

    /// Those of the wanted engines that are here.
    pub fn here(test: &str, wanted: &[Self]) -> Vec<Self> {
        wanted.iter().copied().filter(|engine| engine.is_here(test)).collect()
    }

    /// One client for each database.
    pub fn each(test: &str) -> Vec<Self> {
        Self::here(test, &[Self::Library, Self::Postgres, Self::Mariadb])
    }

    /// Clients that go on after an error.
    pub fn that_go_on(test: &str) -> Vec<Self> {
        Self::here(test, &[Self::Library, Self::Postgres, Self::Savepoints, Self::Forced])
    }

    /// Tables of the tool in which nothing may be left between runs.
    pub fn between_runs(self) -> &'static [&'static str] {
        match self {
            Self::Library | Self::Shell => {
                &["probate_batch", "probate_key", "probate_text_key", "probate_row_key", "probate_current"]
            }
            Self::Postgres | Self::Savepoints | Self::Mariadb | Self::Forced => {
                &["probate_batch", "probate_key", "probate_text_key", "probate_row_key"]
            }
        }
    }
}

/// Says it past the test runner, which shows what a passing test prints to nobody.
pub fn skipped(what: &str) {
    use std::io::Write;
    writeln!(std::io::stderr(), "SKIPPED {what}").expect("standard error is there");
}

/// A database of its own, gone with this value.
pub struct Database {
    pub engine: Engine,
    place: Place,
}

enum Place {
    Memory(Connection),
    File(TempDir),
    Server(String),
    /// A database of MariaDB.
    Mariadb(String),
}

/// The tool's own tables; an application may have others that are called alike.
const OWN: &[&str] = &[
    "subject",
    "default",
    "assert",
    "batch",
    "check",
    "current",
    "identifier",
    "install",
    "key",
    "ledger",
    "never",
    "outbox",
    "request",
    "retention",
    "result",
    "run",
    "taken",
    "told",
    "offer",
    "kept",
    "text_key",
    "zero",
];

/// Every table of a database, each row as text, sorted.
pub type Dump = BTreeMap<String, Vec<String>>;

impl Drop for Database {
    fn drop(&mut self) {
        match &self.place {
            Place::Server(name) => drop(psql(name, &[], &format!("drop schema if exists \"{name}\" cascade"))),
            Place::Mariadb(name) => mariadb::drop(name),
            Place::Memory(_) | Place::File(_) => {}
        }
    }
}

impl Database {
    pub fn new(engine: Engine) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = || format!("probate_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let place = match engine {
            Engine::Library => Place::Memory(Connection::open_in_memory().expect("a database")),
            Engine::Shell => Place::File(tempfile::tempdir().expect("a folder")),
            // A schema, which is much faster made than a database; its clients find nothing else.
            Engine::Postgres | Engine::Savepoints => Place::Server(name()),
            Engine::Mariadb | Engine::Forced => {
                let name = name();
                mariadb::create(&name);
                Place::Mariadb(name)
            }
        };
        Self { engine, place }
    }

    pub fn file(&self) -> PathBuf {
        match &self.place {
            Place::File(folder) => folder.path().join("site.db"),
            Place::Memory(_) | Place::Server(_) | Place::Mariadb(_) => panic!("not in a file"),
        }
    }

    /// Where the program finds it.
    pub fn address(&self) -> String {
        match &self.place {
            Place::Server(name) => client::address(name),
            Place::Mariadb(name) => mariadb::address(name),
            Place::Memory(_) | Place::File(_) => format!("sqlite:{}", self.file().display()),
        }
    }

    /// The name of its schema on the server.
    pub fn name(&self) -> &str {
        match &self.place {
            Place::Server(name) | Place::Mariadb(name) => name,
            Place::Memory(_) | Place::File(_) => panic!("not on a server"),
        }
    }

    fn library<T>(&self, with: impl FnOnce(&Connection) -> T) -> T {
        match &self.place {
            Place::Memory(connection) => with(connection),
            Place::File(_) => with(&Connection::open(self.file()).expect("the database")),
            Place::Server(name) | Place::Mariadb(name) => panic!("{name} is not SQLite's"),
        }
    }

    /// Statements of the test itself, which must succeed.
    pub fn batch(&self, sql: &str) {
        let error = match &self.place {
            Place::Server(name) => {
                let made = format!("set client_min_messages = warning; create schema if not exists \"{name}\";\n");
                let ran = psql(name, &["ON_ERROR_STOP=1"], &(made + sql));
                if ran.ok { None } else { Some(ran.stderr) }
            }
            Place::Mariadb(name) => {
                let ran = mariadb::portable(name, sql);
                if ran.ok { None } else { Some(ran.stderr) }
            }
            Place::Memory(_) | Place::File(_) => {
                self.library(|connection| connection.execute_batch(sql)).err().map(|error| error.to_string())
            }
        };
        assert!(error.is_none(), "{:?}: {}: {sql}", self.engine, error.unwrap_or_default());
    }

    /// Runs a compiled script in a client that is there for it alone.
    pub fn run(&self, script: &str) -> Ran {
        match &self.place {
            Place::Memory(connection) => {
                let mut stdout = String::new();
                let ran = print(connection, script, &mut stdout);
                close(connection);
                Ran { ok: ran.is_ok(), stdout, stderr: ran.err().map_or(String::new(), |error| error.to_string()) }
            }
            Place::File(_) => shell(&self.file(), script),
            Place::Server(name) if self.engine == Engine::Savepoints => {
                let client = ["ON_ERROR_ROLLBACK=on", "ON_ERROR_STOP=0"];
                let ran = psql(name, &client, &plain(script));
                // This client ends well whatever happened; a person reads what it prints.
                Ran { ok: !ran.stderr.contains("ERROR"), ..ran }
            }
            Place::Server(name) => psql(name, &[], script),
            Place::Mariadb(name) if self.engine == Engine::Forced => {
                let ran = mariadb::run(name, &["--force"], script);
                Ran { ok: !ran.stderr.contains("ERROR"), ..ran }
            }
            Place::Mariadb(name) => mariadb::run(name, &[], script),
        }
    }

    /// Runs a script that must succeed.
    pub fn must(&self, script: &str) -> String {
        let ran = self.run(script);
        assert!(ran.ok && ran.stderr.is_empty(), "{:?}: {}", self.engine, ran.stderr);
        ran.stdout
    }

    /// A client that shows errors and goes on with the next statement, and is closed at the end.
    pub fn go_on(&self, statements: &[String]) {
        match &self.place {
            Place::Memory(connection) => {
                for statement in statements {
                    let _ = connection.execute_batch(statement);
                }
                close(connection);
            }
            Place::File(_) => panic!("the shell stops, or goes on as the library does"),
            Place::Server(name) => {
                let rollback = if self.engine == Engine::Savepoints { "ON_ERROR_ROLLBACK=on" } else { "NOTHING=1" };
                psql(name, &[rollback, "ON_ERROR_STOP=0"], &statements.concat());
            }
            Place::Mariadb(name) => drop(mariadb::run(name, &["--force"], &statements.concat())),
        }
    }

    pub fn dump(&self) -> Dump {
        match &self.place {
            Place::Server(name) => client::dump(name),
            Place::Mariadb(name) => mariadb::dump(name),
            Place::Memory(_) | Place::File(_) => self.library(dump),
        }
    }

    /// The tables of the application, without the tool's own.
    pub fn host(&self) -> Dump {
        of_host(self.dump())
    }

    /// One number, or `None` where there is no row.
    pub fn number(&self, query: &str) -> Option<i64> {
        self.text(query).map(|text| text.parse().expect("a number"))
    }

    /// One value as a text, or `None` where there is no row.
    pub fn text(&self, query: &str) -> Option<String> {
        match &self.place {
            Place::Server(name) => {
                let ran = psql(name, &["ON_ERROR_STOP=1"], query);
                assert!(ran.ok, "{query}: {}", ran.stderr);
                ran.stdout.lines().next().map(str::to_owned)
            }
            Place::Mariadb(name) => {
                let ran = mariadb::portable(name, query);
                assert!(ran.ok, "{query}: {}", ran.stderr);
                ran.stdout.lines().next().filter(|line| *line != "NULL").map(str::to_owned)
            }
            Place::Memory(_) | Place::File(_) => self.library(|connection| {
                let value: Option<Value> =
                    connection.query_row(query, [], |row| row.get(0)).optional().expect("a value");
                value.map(shown)
            }),
        }
    }
}

/// Runs a script by the library and prints its rows as the shell would.
fn print(connection: &Connection, script: &str, into: &mut String) -> rusqlite::Result<()> {
    let plain = plain(script);
    let mut batch = rusqlite::Batch::new(connection, &plain);
    while let Some(mut statement) = batch.next()? {
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values: Vec<String> = (0..columns).map(|at| row.get(at).map(shown)).collect::<Result<_, _>>()?;
            into.push_str(&(values.join("|") + "\n"));
        }
    }
    Ok(())
}

fn shown(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(value) => value.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    }
}

/// What a closed connection does.
fn close(connection: &Connection) {
    if !connection.is_autocommit() {
        connection.execute_batch("rollback").expect("an open transaction can be undone");
    }
}

/// A script without the lines that only the client program understands.
pub fn plain(script: &str) -> String {
    script.lines().filter(|line| !line.starts_with(['.', '\\'])).fold(String::new(), |text, line| text + line + "\n")
}

/// Runs a script by the library.
pub fn run(connection: &Connection, script: &str) -> rusqlite::Result<()> {
    connection.execute_batch(&plain(script))
}

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

/// Whether `sqlite3` is on this machine.
pub fn shell_is_here(test: &str) -> bool {
    !Engine::here(test, &[Engine::Shell]).is_empty()
}

/// One number, or `None` where there is no row.
pub fn number(connection: &Connection, query: &str) -> Option<i64> {
    connection.query_row(query, [], |row| row.get(0)).optional().expect("a number")
}

pub fn of_host(dump: Dump) -> Dump {
    dump.into_iter().filter(|(name, _)| !OWN.iter().any(|own| name.strip_prefix("probate_") == Some(own))).collect()
}

pub fn host(connection: &Connection) -> Dump {
    of_host(dump(connection))
}
