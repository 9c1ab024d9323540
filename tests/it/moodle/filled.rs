//! The filled Moodle database of `../shared`: 1,000 people, 944,000 rows, in PostgreSQL.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A copy of the filled database, gone with this value.
pub struct Filled {
    pub name: String,
}

pub fn dump() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/moodle/moodle-filled.sql.gz")
}

/// The loaded dump; it stays, because loading takes most of a minute. Its comment is the size of the dump.
const TEMPLATE: &str = "probate_filled";

fn client(database: &str) -> Command {
    let mut command = Command::new("psql");
    command.args(["-X", "-q", "-A", "-t", "-w", "-v", "ON_ERROR_STOP=1", "-d", database]);
    for (name, usual) in [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")] {
        if std::env::var_os(name).is_none() {
            command.env(name, usual);
        }
    }
    command
}

fn run(command: &mut Command, input: &str) -> Output {
    use std::io::Write;
    let mut child = command
        .args(["-f", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("psql starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let text = input.to_owned();
    let feeder = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let output = child.wait_with_output().expect("psql ends");
    feeder.join().expect("the feeder ends");
    output
}

pub fn must(database: &str, sql: &str) -> String {
    let output = run(&mut client(database), sql);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{database}: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Where the program finds a database of the server.
pub fn address(database: &str) -> String {
    let [host, port, user] = [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")]
        .map(|(name, usual)| std::env::var(name).unwrap_or_else(|_| usual.to_owned()).replace('/', "%2F"));
    format!("postgres://{user}@{host}:{port}/{database}")
}

fn load() {
    let size = std::fs::metadata(dump()).expect("the dump is there").len().to_string();
    let known = format!(
        "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = '{TEMPLATE}'"
    );
    if must("postgres", &known).trim() == size {
        return;
    }
    must("postgres", &format!("drop database if exists {TEMPLATE};\ncreate database {TEMPLATE} template template0;"));
    let mut gzip = Command::new("gzip").arg("-dc").arg(dump()).stdout(Stdio::piped()).spawn().expect("gzip starts");
    let rows = gzip.stdout.take().expect("its output is piped");
    let loaded = client(TEMPLATE)
        .env("PGOPTIONS", "-c synchronous_commit=off")
        .stdin(rows)
        .stdout(Stdio::null())
        .output()
        .expect("psql ends");
    assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    assert!(gzip.wait().expect("gzip ends").success(), "the dump can be unpacked");
    must(TEMPLATE, "vacuum analyze");
    must("postgres", &format!("comment on database {TEMPLATE} is '{size}'"));
}

impl Filled {
    /// # Panics
    /// The server or the dump is not there, or the dump cannot be loaded.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        static LOADED: std::sync::Once = std::sync::Once::new();
        LOADED.call_once(load);
        let name = format!("probate_moodle_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        must("postgres", &format!("create database {name} template {TEMPLATE}"));
        Self { name }
    }

    /// Statements that must succeed, and what they print.
    pub fn must(&self, sql: &str) -> String {
        must(&self.name, sql)
    }

    /// Every table of Moodle: how many rows it has, and a digest of them all.
    pub fn tables(&self) -> BTreeMap<String, String> {
        let sums = self.must(
            r"select format('select %L, count(*), md5(string_agg(md5(t::text), '''' order by md5(t::text))) from %I as t',
 table_name, table_name) from information_schema.tables where table_schema = 'public' and table_name like 'mdl\_%' order by 1 \gexec
",
        );
        let tables: BTreeMap<String, String> =
            sums.lines().filter_map(|line| line.split_once('|')).map(|(name, sum)| (name.into(), sum.into())).collect();
        assert_eq!(tables.len(), 880, "every table is compared");
        tables
    }

    /// One whole number.
    pub fn number(&self, query: &str) -> i64 {
        self.must(query).trim().parse().expect("a number")
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        must("postgres", &format!("drop database if exists {} with (force)", self.name));
    }
}

/// People who have left, from the third to this one, and an account that takes over what they leave.
pub fn leavers(last: usize) -> String {
    format!(
        "
insert into mdl_user (username, mnethostid, email, firstname, lastname, confirmed) values ('former-user', 1, '', '', '', 1);
update mdl_user set deleted = 1 where id between 3 and {last};
insert into probate_request (kind, type, subject, state)
select 'purge', 'leaver-full', id, 'approved' from mdl_user where id between 3 and {last};
analyze mdl_user;
"
    )
}
