//! The program at work on large databases, each against what somebody would do by hand in the same run: purges of a
//! thousand people, one large export, a plan for a hundred thousand.
//!
//! `cargo bench --bench running [purge|export|plan]`; needs PostgreSQL, and MariaDB for its half of the purges.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints, and what it cannot do ends it"
)]

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Engine {
    Postgres,
    Mariadb,
}

/// A schema of PostgreSQL or a database of MariaDB, gone with this value.
struct Database {
    engine: Engine,
    name: String,
}

fn variable(name: &str, usual: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| usual.to_owned())
}

impl Engine {
    fn is_here(self) -> bool {
        let ran = client(self, "", &[])
            .args(if self == Self::Postgres { ["-c", "select 1"] } else { ["-e", "select 1"] })
            .output();
        let here = ran.is_ok_and(|ran| ran.status.success());
        if !here {
            println!("SKIPPED: {self:?} does not answer");
        }
        here
    }
}

fn client(engine: Engine, database: &str, options: &[&str]) -> Command {
    let mut command;
    match engine {
        Engine::Postgres => {
            command = Command::new("psql");
            command.args(["-X", "-q", "-A", "-t", "-w", "-v", "ON_ERROR_STOP=1", "-d", "postgres"]);
            for (name, usual) in [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")] {
                command.env(name, variable(name, usual));
            }
            if !database.is_empty() {
                command.env("PGOPTIONS", format!("-c search_path={database}"));
            }
        }
        Engine::Mariadb => {
            command = Command::new("mariadb");
            command.args([
                "--no-defaults",
                "--batch",
                "--skip-column-names",
                "-h",
                &variable("MYSQL_HOST", "127.0.0.1"),
            ]);
            command.args(["-P", &variable("MYSQL_TCP_PORT", "3306"), "-u", &variable("MYSQL_USER", "root"), database]);
        }
    }
    command.args(options);
    command
}

impl Database {
    fn new(engine: Engine) -> Self {
        let database = Self { engine, name: format!("probate_bench_{}", std::process::id()) };
        let create = if engine == Engine::Postgres { "schema" } else { "database" };
        feed(&mut client(engine, "", &[]), &format!("create {create} {};", database.name));
        database
    }

    fn address(&self) -> String {
        let [host, port, user] = match self.engine {
            Engine::Postgres => [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")],
            Engine::Mariadb => [("MYSQL_HOST", "127.0.0.1"), ("MYSQL_TCP_PORT", "3306"), ("MYSQL_USER", "root")],
        }
        .map(|(name, usual)| variable(name, usual).replace('/', "%2F"));
        match self.engine {
            Engine::Postgres => {
                format!("postgres://{user}@{host}:{port}/postgres?options=-c%20search_path%3D{}", self.name)
            }
            Engine::Mariadb => format!("mariadb://{user}@{host}:{port}/{}", self.name),
        }
    }

    fn must(&self, sql: &str) -> String {
        feed(&mut client(self.engine, &self.name, &[]), sql)
    }

    fn number(&self, query: &str) -> Option<i64> {
        self.must(&format!("{query};")).trim().parse().ok()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let sql = match self.engine {
            Engine::Postgres => format!("set client_min_messages = warning; drop schema {} cascade;", self.name),
            Engine::Mariadb => format!("drop database {};", self.name),
        };
        feed(&mut client(self.engine, "", &[]), &sql);
    }
}

fn feed(command: &mut Command, input: &str) -> String {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the client starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let text = input.to_owned();
    let feeder = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let output = child.wait_with_output().expect("the client ends");
    feeder.join().expect("the feeder ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Tables of the application that hold rows of people.
const TABLES: usize = 5;
const ROWS_EACH: usize = 10;
const PURGED: usize = 1_000;
const BATCH: usize = 50;
const ROUNDS: usize = 3;
/// Requests that were done before.
const DONE: usize = 500_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--test") {
        return;
    }
    let wanted = |name: &str| {
        !arguments.iter().any(|one| ["purge", "export", "plan"].contains(&&**one))
            || arguments.iter().any(|one| one == name)
    };
    for engine in [Engine::Postgres, Engine::Mariadb].into_iter().filter(|engine| engine.is_here()) {
        if wanted("purge") {
            purging(engine);
        }
        if engine == Engine::Postgres && wanted("export") {
            exporting(engine);
        }
        if engine == Engine::Postgres && wanted("plan") {
            planning(engine);
        }
    }
}

/// A project, and a database with so many people.
struct Place {
    folder: tempfile::TempDir,
    database: Database,
}

fn schema() -> String {
    let mut sql = "create table person (id integer primary key, name varchar(40) not null, state varchar(20) not null);\ncreate index person_state on person (state);\n".to_owned();
    for table in 1..=TABLES {
        writeln!(sql, "create table t{table} (id integer primary key, person_id integer not null, kind integer not null, body varchar(80) not null);\ncreate index t{table}_person on t{table} (person_id);")
            .expect("a text");
    }
    sql
}

/// `types`: what the purge types are, in YAML.
fn site(types: &str) -> String {
    let mut items = String::new();
    for table in 1..=TABLES {
        let purge = if table == TABLES { "{overwrite: {body: ''}}" } else { "delete" };
        writeln!(items, "  t{table}: {{title: T{table}, purpose: work, rows: [{{table: t{table}, owner: person_id, export: [id, kind, body], purge: {purge}}}]}}")
            .expect("a text");
    }
    format!(
        "kind: Site
id: large
title: Large
controller: {{name: Large, contact: privacy@example.org}}
locales: [en]
schema: schema.sql
dialects: [postgres, mariadb]
subject: {{table: person, key: id, label: name, status: {{active: default, gone: {{when: state = 'gone'}}}}}}
lints: {{same-decisions: {{level: allow, because: it is a benchmark}}}}
---
kind: Purpose
id: work
title: Work
lawful_basis: [gdpr.6.1.b]
---
kind: Component
id: app
title: App
items:
{items}---
{types}---
kind: ExportType
id: all
title: All
use: [officer]
items: {{include: ['*']}}
"
    )
}

const FULL: &str = "kind: PurgeType\nid: full\ntitle: Full\nstatus: gone\nuse: [manual]\nitems: {include: ['*']}\n";

impl Place {
    fn new(engine: Engine, types: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("schema.sql"), schema()).expect("written");
        std::fs::write(folder.path().join("site.yaml"), site(types)).expect("written");
        let place = Self { folder, database: Database::new(engine) };
        place.database.must(&schema());
        place.must(&["lock", "."]);
        place.must(&["install", "."]);
        place
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_probate"));
        command.current_dir(self.folder.path()).env("PROBATE_DB", self.database.address()).args(arguments);
        command
    }

    fn must(&self, arguments: &[&str]) -> Duration {
        let start = Instant::now();
        let ran = self.command(arguments).output().expect("it starts");
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        start.elapsed()
    }

    /// People, the first of whom have left, and their rows; those of one person lie apart, as an application writes them.
    fn fill(&self, people: usize) {
        let numbers = |from: usize, to: usize| match self.database.engine {
            Engine::Mariadb => format!("(select seq as n from seq_{from}_to_{to}) as numbers"),
            Engine::Postgres => format!("generate_series({from}, {to}) as numbers (n)"),
        };
        self.database.must(&format!(
            "insert into person select n, 'p', case when n <= {PURGED} then 'gone' else 'active' end from {}",
            numbers(1, people)
        ));
        for table in 1..=TABLES {
            self.database.must(&format!(
                "insert into t{table} select n, 1 + mod(n, {people}), mod(n, 10), 'some text that is as long as a short remark' from {}",
                numbers(1, people * ROWS_EACH)
            ));
        }
        let tables = (1..=TABLES).map(|table| format!("t{table}")).chain(["person".to_owned()]);
        for table in tables {
            let analyze = if self.database.engine == Engine::Mariadb { "analyze table" } else { "analyze" };
            self.database.must(&format!("{analyze} {table}"));
        }
    }

    /// As after years.
    fn remember(&self) {
        let numbers = match self.database.engine {
            Engine::Mariadb => format!("(select seq as n from seq_1_to_{DONE}) as numbers"),
            Engine::Postgres => format!("generate_series(1, {DONE}) as numbers (n)"),
        };
        let analyze = if self.database.engine == Engine::Mariadb { "analyze table" } else { "analyze" };
        self.database.must(&format!(
            "insert into probate_request (kind, type, subject, state, run, finished) select 'purge', 'full', 1000000 + n, 'done', -n, 1 from {numbers};
insert into probate_ledger (run, request, type, program, at) select -n, n, 'full', 'x', 1 from {numbers};
{analyze} probate_request; {analyze} probate_ledger;"
        ));
    }

    fn ask(&self) {
        self.database.must(&format!(
            "insert into probate_request (kind, type, subject, state) select 'purge', 'full', id, 'approved' from person where id <= {PURGED} order by id"
        ));
    }
}

/// Whether a script by hand looks for its rows again before the commit, as whoever wants to know that nothing is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    No,
    Looks,
}

/// What an administrator would write: so many people a transaction, no claim.
fn by_hand(engine: Engine, people: usize, again: Again) -> String {
    let mut sql = String::new();
    for batch in 0..PURGED / people {
        let (first, last) = (batch * people + 1, (batch + 1) * people);
        match engine {
            Engine::Mariadb => {
                sql.push_str("start transaction;\ncreate temporary table leavers (id integer primary key) as");
            }
            Engine::Postgres => {
                sql.push_str("begin;\nset local jit = off;\ncreate temporary table leavers on commit drop as");
            }
        }
        writeln!(sql, " select id from person where id between {first} and {last} and state = 'gone';")
            .expect("a text");
        if engine != Engine::Mariadb {
            sql.push_str("analyze leavers;\n");
        }
        for table in 1..TABLES {
            match engine {
                Engine::Mariadb => {
                    writeln!(sql, "delete t{table} from t{table} join leavers on leavers.id = t{table}.person_id;")
                }
                Engine::Postgres => writeln!(sql, "delete from t{table} where person_id in (select id from leavers);"),
            }
            .expect("a text");
        }
        match engine {
            Engine::Mariadb => {
                writeln!(sql, "update t{TABLES} join leavers on leavers.id = t{TABLES}.person_id set body = '';")
            }
            Engine::Postgres => {
                writeln!(sql, "update t{TABLES} set body = '' where person_id in (select id from leavers);")
            }
        }
        .expect("a text");
        let left = if again == Again::Looks { TABLES } else { 0 };
        // On MariaDB what others wrote since the transaction began is seen by a look that holds what it reads only.
        let holds = if engine == Engine::Mariadb { " lock in share mode" } else { "" };
        for table in 1..=left {
            let still = if table == TABLES { " and body <> ''" } else { "" };
            writeln!(sql, "select count(*) from t{table} where person_id in (select id from leavers){still}{holds};")
                .expect("a text");
        }
        sql.push_str(match engine {
            Engine::Mariadb => "commit;\ndrop temporary table leavers;\n",
            Engine::Postgres => "commit;\n",
        });
    }
    sql
}

fn purging(engine: Engine) {
    let (large, small) = (purges(engine, 100_000), purges(engine, 10_000));
    for (people, [at_once, fifties]) in
        [("100,000 people, 5,000,000 rows", &large), ("10,000 people, 500,000 rows", &small)]
    {
        println!("{engine:?}, {PURGED} of {people}, medians of {ROUNDS}");
        at_once.print("all at once", &format!("apply --batch {PURGED}"), "   (at most 1.2)");
        fifties.print("fifty at a time", "apply", "");
    }
    let [at_once, fifties] = [0, 1].map(|way| ratio(large[way].ours, small[way].ours));
    println!("ten times the rows                      ratio {at_once:.2} and {fifties:.2}   (at most 1.3)");
    let [at_once, fifties] = [0, 1].map(|way| ratio(small[way].later, small[way].ours));
    println!("after {DONE} requests that are done   ratio {at_once:.2} and {fifties:.2}");
}

/// How long each way took.
struct Purged {
    hand: Duration,
    /// By hand, looking for the rows again.
    proved: Duration,
    ours: Duration,
    /// The same after many others were purged, whose requests and lines of the ledger are still there.
    later: Duration,
}

impl Purged {
    fn print(&self, how: &str, command: &str, bound: &str) {
        println!("{:<36}{:>10.1?}", format!("by hand, {how}"), self.hand);
        let again = ratio(self.proved, self.hand);
        println!("{:<36}{:>10.1?}  ratio {again:.2}", "the same, looked for again", self.proved);
        let ours = ratio(self.ours, self.hand);
        println!("{:<36}{:>10.1?}  ratio {ours:.2}{bound}", format!("probate {command}"), self.ours);
        println!("{:<46}  ratio {:.2}", "and against the second", ratio(self.ours, self.proved));
    }
}

/// By hand, and by the program; all at once, and fifty people a transaction. Each on rows that are put back afterwards.
fn purges(engine: Engine, people: usize) -> [Purged; 2] {
    let place = Place::new(engine, FULL);
    place.fill(people);
    let saved = (1..=TABLES)
        .map(|table| format!("create table saved{table} as select * from t{table} where person_id <= {PURGED};\n"));
    place.database.must(&saved.collect::<String>());
    let back: String = (1..=TABLES)
        .map(|table| {
            format!(
                "delete from t{table} where person_id <= {PURGED};\ninsert into t{table} select * from saved{table};\n"
            )
        })
        .collect();
    let gone = "select (select count(*) from t1 where person_id <= 1000) + (select count(*) from t5 where person_id <= 1000 and body <> '')";
    [PURGED, BATCH].map(|at_once| {
        let (mut hand, mut proved, mut ours) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            for (again, times) in [(Again::No, &mut hand), (Again::Looks, &mut proved)] {
                let script = by_hand(engine, at_once, again);
                let start = Instant::now();
                place.database.must(&script);
                times.push(start.elapsed());
                assert_eq!(place.database.number(gone), Some(0), "by hand");
                place.database.must(&back);
            }
            place.database.must("delete from probate_request");
            place.ask();
            ours.push(place.must(&["apply", "--batch", &at_once.to_string()]));
            assert_eq!(place.database.number(gone), Some(0), "by the program");
            let left = i64::try_from((people - PURGED) * ROWS_EACH).ok();
            assert_eq!(place.database.number("select count(*) from t1"), left);
            place.database.must(&back);
        }
        place.database.must("delete from probate_request");
        place.remember();
        let again = |_| {
            place.database.must("delete from probate_request where state = 'done' and run > 0");
            place.ask();
            let took = place.must(&["apply", "--batch", &at_once.to_string()]);
            place.database.must(&back);
            took
        };
        let later = (0..ROUNDS).map(again).collect();
        place.database.must("delete from probate_request; delete from probate_ledger");
        Purged { hand: median(hand), proved: median(proved), ours: median(ours), later: median(later) }
    })
}

/// One person with a million rows.
fn exporting(engine: Engine) {
    const ROWS: usize = 1_000_000;
    let place = Place::new(engine, FULL);
    place.database.must(&format!(
        "insert into person values (1, 'p', 'active');
        insert into t1 select n, 1, mod(n, 10), 'some text that is as long as a short remark' from generate_series(1, {ROWS}) as numbers (n);
        analyze t1;"
    ));
    let out = place.folder.path().join("out");
    std::fs::create_dir(&out).expect("a folder");
    let bare = place.folder.path().join("bare.json");
    let (mut hand, mut ours, mut memory) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let mut psql = client(engine, &place.database.name, &[]);
        psql.args(["-c", "select json_build_object('item', 'app.t1', 'table', 't1', 'id', id, 'kind', kind, 'body', body) from t1 where person_id = 1 order by id"]);
        psql.args(["-v", "FETCH_COUNT=1000"]).stdout(File::create(&bare).expect("a file"));
        assert!(psql.status().expect("it runs").success(), "a bare select");
        hand.push(start.elapsed());
        place.must(&["request", "export", "all", "--subject", "1"]);
        let (took, peak) = peak(place.command(&["export", "--out", "out"]));
        ours.push(took);
        memory = memory.max(peak);
    }
    let (hand, ours) = (median(hand), median(ours));
    println!("PostgreSQL, an export of {ROWS} rows, medians of {ROUNDS}");
    println!("a bare select to a file     {hand:>10.1?}");
    println!("probate export              {ours:>10.1?}  ratio {:.2}   (at most 1.3)", ratio(ours, hand));
    println!("memory                      {:>7} MB   (at most 40)", memory / 1024);
}

/// How long a program runs, and the most memory that it has, in kilobytes.
fn peak(mut command: Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait().expect("it runs or has ended") {
            break ended;
        }
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = line.and_then(|line| line.trim().split(' ').next()?.parse().ok());
        most = most.max(peak.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(ended.success(), "{ended}");
    (start.elapsed(), most)
}

/// Fifty types for a hundred thousand people whose purges are due.
fn planning(engine: Engine) {
    const TYPES: usize = 50;
    const PEOPLE: usize = 100_000;
    let types: Vec<String> = (1..=TYPES)
        .map(|number| {
            let (one, other) = (1 + number % TABLES, 1 + (number + 1) % TABLES);
            format!("kind: PurgeType\nid: y{number}\ntitle: Type {number}\nstatus: gone\nuse: [manual]\nitems: {{include: [app.t{one}, app.t{other}]}}\n")
        })
        .collect();
    let place = Place::new(engine, &types.join("---\n"));
    place.fill(PEOPLE);
    place.database.must(&format!(
        "update person set state = 'gone';
        insert into probate_request (kind, type, subject, state) select 'purge', 'y' || (1 + mod(id, {TYPES})), id, 'approved' from person;
        analyze person; analyze probate_request;"
    ));
    let counts: String = (1..=TYPES)
        .flat_map(|number| {
            let due = format!("select subject from probate_request join person on person.id = subject and state = 'gone' where probate_request.state = 'approved' and type = 'y{number}'");
            [1 + number % TABLES, 1 + (number + 1) % TABLES].map(|table| format!("select count(*) from t{table} where person_id in ({due});\n"))
        })
        .collect();
    let counts = counts.replace("subject and state = 'gone'", "subject and person.state = 'gone'");
    let (mut hand, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let counted = place.database.must(&counts);
        hand.push(start.elapsed());
        let all: usize = counted.lines().filter_map(|line| line.trim().parse::<usize>().ok()).sum();
        assert_eq!(all, PEOPLE * ROWS_EACH * 2, "each row of theirs is counted");
        ours.push(place.must(&["plan"]));
    }
    let (hand, ours) = (median(hand), median(ours));
    println!("PostgreSQL, {TYPES} types, {PEOPLE} people due, 5,000,000 rows, medians of {ROUNDS}");
    println!("counting by hand            {hand:>10.1?}");
    println!("probate plan                {ours:>10.1?}  ratio {:.2}   (at most 5)", ratio(ours, hand));
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
