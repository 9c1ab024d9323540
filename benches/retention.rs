//! A retention rule on two million rows of a log, against the bare batched delete by ranges of keys that somebody would
//! write by hand; and how long somebody else who writes the table waits meanwhile.
//!
//! `cargo bench --bench retention`; needs PostgreSQL or MariaDB.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints, and what it cannot do ends it"
)]

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use probate::engine::{self, Connection};

const ROWS: i64 = 2_000_000;
const BATCH: i64 = 20_000;
/// The rule must reach this part of the bare rate.
const WANTED: f64 = 0.8;
const OLD: i64 = 946_684_800;

const SCHEMA: &str = "create table person (id integer primary key, name varchar(40) not null);
create table log (id integer primary key, person_id integer not null, at bigint not null, action varchar(40) not null, ip varchar(40) not null);
create index log_person on log (person_id, at);
create index log_at on log (at);
create index log_action on log (action, at);
";

const SITE: &str = "kind: Site
id: logs
title: Logs
controller: {name: Logs, contact: privacy@example.org}
locales: [en]
schema: schema.sql
dialects: [postgres, mariadb]
subject: {table: person, key: id, label: name, status: {active: default}}
---
kind: Component
id: log
title: Log
items: {all: {title: All, rows: [{table: log, owner: person_id, export: none, purge: delete, clocks: {at: {column: at, unit: unix}}}]}}
---
kind: RetentionRule
id: old
items: {include: [log.all]}
period: {at_most: P1Y, after: row.at}
then: purge
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Engine {
    Postgres,
    Mariadb,
}

fn variable(name: &str, usual: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| usual.to_owned()).replace('/', "%2F")
}

impl Engine {
    fn address(self, database: &str) -> String {
        match self {
            Self::Postgres => {
                let [host, port, user] = [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")]
                    .map(|(name, usual)| variable(name, usual));
                format!("postgres://{user}@{host}:{port}/postgres?options=-c%20search_path%3D{database}")
            }
            Self::Mariadb => {
                let [host, port, user] =
                    [("MYSQL_HOST", "127.0.0.1"), ("MYSQL_TCP_PORT", "3306"), ("MYSQL_USER", "root")]
                        .map(|(name, usual)| variable(name, usual));
                format!("mariadb://{user}@{host}:{port}/{database}")
            }
        }
    }

    fn open(self, database: &str) -> Option<Box<dyn Connection>> {
        engine::open(&self.address(database).parse().expect("an address")).ok()
    }

    /// Two million rows, of which every twentieth is young.
    fn fill(self, connection: &mut dyn Connection) {
        let rows = match self {
            Self::Postgres => format!(
                "select g, 1 + g % 1000, case when g % 20 = 0 then 4102444800 else {OLD} + g end, 'action' || g % 50, '10.0.0.' || g % 250 from generate_series(1, {ROWS}) as g"
            ),
            Self::Mariadb => format!(
                "select seq, 1 + seq % 1000, case when seq % 20 = 0 then 4102444800 else {OLD} + seq end, concat('action', seq % 50), concat('10.0.0.', seq % 250) from seq_1_to_{ROWS}"
            ),
        };
        run(connection, &format!("insert into log (id, person_id, at, action, ip) {rows}"));
        run(connection, if self == Self::Postgres { "vacuum analyze log" } else { "analyze table log" });
    }
}

fn run(connection: &mut dyn Connection, sql: &str) {
    connection.rows(sql).unwrap_or_else(|failure| panic!("{failure}: {sql}"));
}

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let mut missed = Vec::new();
    for engine in [Engine::Postgres, Engine::Mariadb] {
        let usual = if engine == Engine::Postgres { "public" } else { "mysql" };
        let Some(mut main) = engine.open(usual) else {
            println!("SKIPPED: {engine:?} does not answer");
            continue;
        };
        let name = format!("probate_bench_{}", std::process::id());
        let kind = if engine == Engine::Postgres { "schema" } else { "database" };
        run(&mut *main, &format!("create {kind} {name}"));
        let part = measure(engine, &name);
        if part < WANTED {
            missed.push(format!("{engine:?}: {part:.2} of the bare rate, {WANTED} is wanted"));
        }
        run(&mut *main, &format!("drop {kind} {name}{}", if engine == Engine::Postgres { " cascade" } else { "" }));
    }
    assert!(missed.is_empty(), "{missed:?}");
}

/// The part of the bare rate that the rule reaches.
fn measure(engine: Engine, name: &str) -> f64 {
    let mut connection = engine.open(name).expect("the database");
    for statement in SCHEMA.split(';').map(str::trim).filter(|text| !text.is_empty()) {
        run(&mut *connection, statement);
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (file, text) in [("site.yaml", SITE), ("schema.sql", SCHEMA)] {
        std::fs::write(folder.path().join(file), text).expect("written");
    }
    let probate = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_probate"));
        let ran = command.args(arguments).current_dir(folder.path()).env("PROBATE_DB", engine.address(name)).output();
        let ran = ran.expect("it starts");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    probate(&["lock", "."]);
    probate(&["install", "."]);
    engine.fill(&mut *connection);
    let (bare, bare_wait) = timed(engine, name, || by_hand(&mut *connection));
    let left = connection.rows("select count(*) from log").expect("a count");
    run(&mut *connection, "truncate table log");
    engine.fill(&mut *connection);
    let (proved, _) = timed(engine, name, || by_hand_proved(engine, &mut *connection));
    run(&mut *connection, "truncate table log");
    engine.fill(&mut *connection);
    let (rule, rule_wait) = timed(engine, name, || probate(&["apply", "--quiet"]));
    assert_eq!(
        connection.rows("select count(*) from log").expect("a count"),
        left,
        "{engine:?}: the same rows are left"
    );
    let part = bare.as_secs_f64() / rule.as_secs_f64();
    println!(
        "{engine:?}: by hand {bare:.1?} (others wait {bare_wait:.0?} at most), by hand with its proof {proved:.1?}, the rule {rule:.1?} ({rule_wait:.0?}): {part:.2} of the bare rate, {:.2} of the proved one",
        proved.as_secs_f64() / rule.as_secs_f64()
    );
    // A batch, and what a busy machine adds.
    assert!(rule_wait < Duration::from_secs(2), "{engine:?}: somebody waited for {rule_wait:?}");
    part
}

/// Ranges of keys, each a transaction of its own.
fn by_hand(connection: &mut dyn Connection) {
    let mut from = 1;
    while from <= ROWS {
        run(connection, "begin");
        run(
            connection,
            &format!("delete from log where id >= {from} and id < {} and at > 0 and at < 1700000000", from + BATCH),
        );
        run(connection, "commit");
        from += BATCH;
    }
}

/// The same with what the law of completeness asks for: how many rows went is written down, and none is left, before each
/// transaction ends.
fn by_hand_proved(engine: Engine, connection: &mut dyn Connection) {
    run(connection, "create table gone (rows_gone integer not null)");
    let mut from = 1;
    while from <= ROWS {
        let rows = format!("from log where id >= {from} and id < {} and at > 0 and at < 1700000000", from + BATCH);
        run(connection, "begin");
        if engine == Engine::Postgres {
            let counted = "insert into gone select count(*) from changed";
            run(connection, &format!("with changed as (delete {rows} returning 1) {counted}"));
        } else {
            run(connection, &format!("delete {rows}"));
            run(connection, "insert into gone values (row_count())");
        }
        let left = connection.rows(&format!("select count(*) {rows}")).expect("a count");
        assert_eq!(left, [[Some("0".to_owned())]], "nothing is left");
        run(connection, "commit");
        from += BATCH;
    }
    run(connection, "drop table gone");
}

/// How long it took, and the longest that somebody waited who changed young rows all over the table meanwhile.
fn timed(engine: Engine, name: &str, work: impl FnOnce()) -> (Duration, Duration) {
    let done = Arc::new(AtomicBool::new(false));
    let writer = std::thread::spawn({
        let (done, name) = (Arc::clone(&done), name.to_owned());
        move || {
            let mut other = engine.open(&name).expect("the database");
            let (mut longest, mut id) = (Duration::ZERO, 20);
            while !done.load(Ordering::Relaxed) {
                let began = Instant::now();
                run(&mut *other, &format!("update log set ip = '10.1.1.1' where id = {id}"));
                longest = longest.max(began.elapsed());
                id = (id + 20 * 997) % ROWS;
                std::thread::sleep(Duration::from_millis(5));
            }
            longest
        }
    });
    let began = Instant::now();
    work();
    let took = began.elapsed();
    done.store(true, Ordering::Relaxed);
    (took, writer.join().expect("the other ends"))
}
