//! Whatever happens to a purge of a hundred people while it runs: each is whole or purged, and the next run finishes.

use std::collections::BTreeMap;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{Place, engines};
use crate::cli::code;
use crate::engine::{Dump, Engine};
use crate::laws::random::Chance;

const PEOPLE: i64 = 100;
/// A moment at which no retry waits any more.
const LATER: &str = "2100-01-01";

/// What is of one person, by the hundreds of its numbers.
type Belongings = BTreeMap<i64, Vec<String>>;

/// Each person has the numbers from a hundred times their own: three notes with a remark and a file each, and a remark
/// on somebody's note who stays. The last ten are near-twins who stay.
fn crowd() -> String {
    let mut sql = String::new();
    for person in 1..=PEOPLE + 10 {
        let (base, state) = (person * 100, if person <= PEOPLE { "deleted" } else { "active" });
        sql.push_str(&format!("insert into person values ({base}, 'p', 'm', '{state}');\n"));
        for number in base + 1..base + 4 {
            sql.push_str(&format!("insert into note values ({number}, {base}, 'n');\n"));
        }
    }
    for person in 1..=PEOPLE + 10 {
        let (base, stays) = (person * 100, (PEOPLE + 1 + person % 10) * 100);
        for number in base + 1..base + 4 {
            sql.push_str(&format!(
                "insert into remark values ({number}, {number}, {stays}, 'r'); insert into stored values ({number}, 'notes', {number}, 'f', 'h{number}');\n"
            ));
        }
        sql.push_str(&format!("insert into remark values ({}, {}, {base}, 'on theirs');\n", base + 9, stays + 1));
    }
    sql
}

const EMPTY: &str = "delete from stored; delete from remark; delete from note; delete from person;
    delete from probate_request; delete from probate_ledger; delete from probate_result; delete from probate_run; delete from probate_outbox;
    delete from probate_check; delete from probate_assert;\n";

fn ask() -> String {
    let one = |person| format!("('purge', 'leaver', {}, 'approved')", person * 100);
    let all: Vec<String> = (1..=PEOPLE).map(one).collect();
    format!("insert into probate_request (kind, type, subject, state) values {};\n", all.join(", "))
}

/// Rows by the person whose they are; a row begins with its number.
fn belongings(host: &Dump) -> Belongings {
    let mut all = Belongings::new();
    for (table, rows) in host {
        for row in rows {
            let digits: String =
                row.chars().skip_while(|one| !one.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            let person = digits.parse::<i64>().expect("a number") / 100;
            all.entry(person).or_default().push(format!("{table} {row}"));
        }
    }
    all
}

struct Crowd {
    place: Place,
    before: Belongings,
    after: Belongings,
    /// How long a whole purge takes.
    takes: Duration,
}

impl Crowd {
    fn new(engine: Engine) -> Self {
        let place = Place::new(engine);
        place.database.batch(&(EMPTY.to_owned() + &crowd() + &ask()));
        let before = belongings(&place.host());
        let started = Instant::now();
        place.must(&["apply"]);
        let takes = started.elapsed();
        let after = belongings(&place.host());
        let changed = before.iter().filter(|(person, rows)| after.get(person) != Some(rows)).count();
        assert_eq!(changed, usize::try_from(PEOPLE).expect("a number"), "{engine:?}: and nobody else");
        Self { place, before, after, takes }
    }

    fn fill_again(&self) {
        self.place.database.batch(&(EMPTY.to_owned() + &crowd() + &ask()));
    }

    fn start(&self) -> Child {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("probate"));
        command.current_dir(self.place.project.path()).env("PROBATE_DB", self.place.database.address());
        command.args(["apply", "--now", LATER]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
    }

    /// Everybody is whole or purged, and who is purged is done. Says how many are.
    fn whole_or_purged(&self, what: &str) -> usize {
        let database = &self.place.database;
        // One statement reads both: a transaction may be committed at any moment.
        let done = |database: &crate::engine::Database| {
            database.number("select count(*) from probate_request where state = 'done'").expect("a count")
        };
        let (mut first, mut now, mut second) = (done(database), belongings(&self.place.host()), done(database));
        while first != second {
            (first, now, second) = (done(database), belongings(&self.place.host()), done(database));
        }
        let mut purged = 0;
        for (person, rows) in &self.before {
            let found = now.get(person);
            purged += usize::from(found == self.after.get(person) && found != Some(rows));
            assert!(found == Some(rows) || found == self.after.get(person), "{what}: {person} is half done: {found:?}");
        }
        assert_eq!(i64::try_from(purged).ok(), Some(second), "{what}: done is who is purged");
        purged
    }

    /// The next runs finish, whatever was left behind.
    fn finish(&self, what: &str) {
        // Each a year after the one before: no retry waits any more.
        for year in 2101..2106 {
            let ran = self.place.run(&["apply", "--now", &format!("{year}-01-01")]);
            let left = "select count(*) from probate_request where state <> 'done'";
            if code(&ran) == 0 && self.place.database.number(left) == Some(0) {
                break;
            }
        }
        assert!(belongings(&self.place.host()) == self.after, "{what}: not finished");
        let database = &self.place.database;
        let count = |query: &str| database.number(query).expect("a count");
        assert_eq!(count("select count(*) from probate_request where state = 'done'"), PEOPLE, "{what}");
        assert_eq!(count("select count(*) from probate_ledger"), PEOPLE, "{what}: each once");
        for table in database.engine.between_runs() {
            assert_eq!(count(&format!("select count(*) from {table}")), 0, "{what}: {table}");
        }
    }
}

/// So many moments, at random but the same each time, over somewhat more than a whole purge.
fn moments(takes: Duration, many: u64) -> impl Iterator<Item = Duration> {
    (0..many).map(move |at| {
        let part = u32::try_from(Chance::new(2026, at).below(1_100)).expect("a number");
        takes * part / 1_000
    })
}

/// As often as `PROBATE_KILLS` says.
fn killed(engine: Engine) {
    let many = std::env::var("PROBATE_KILLS").map_or(8, |many| many.parse().expect("a number"));
    let crowd = Crowd::new(engine);
    let mut before_the_end = 0;
    for (number, moment) in moments(crowd.takes, many).enumerate() {
        let what = format!("{engine:?}, killed after {moment:?} ({number})");
        crowd.fill_again();
        let mut child = crowd.start();
        std::thread::sleep(moment);
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
        match crowd.whole_or_purged(&what) {
            100 => {}
            _ => before_the_end += 1,
        }
        crowd.finish(&what);
    }
    assert!(before_the_end > 1, "{engine:?}: {before_the_end} in between");
}

#[test]
fn a_purge_that_is_killed_leaves_nobody_half_done_on_sqlite() {
    for engine in engines("a_purge_that_is_killed_…_on_sqlite").into_iter().filter(|one| *one == Engine::Shell) {
        killed(engine);
    }
}

#[test]
fn a_purge_that_is_killed_leaves_nobody_half_done_on_postgres() {
    for engine in engines("a_purge_that_is_killed_…_on_postgres").into_iter().filter(|one| *one == Engine::Postgres) {
        killed(engine);
    }
}

#[test]
fn a_purge_that_is_killed_leaves_nobody_half_done_on_mariadb() {
    for engine in engines("a_purge_that_is_killed_…_on_mariadb").into_iter().filter(|one| *one == Engine::Mariadb) {
        killed(engine);
    }
}

/// What has the server drop the connections of others that use the database of this test.
fn drop_connections(crowd: &Crowd) {
    let database = &crowd.place.database;
    if database.engine == Engine::Postgres {
        database.text(&format!(
            "select count(pg_terminate_backend(held.pid)) from (select distinct pid from pg_locks join pg_class on pg_class.oid = relation
             join pg_namespace on pg_namespace.oid = relnamespace where nspname = '{}' and pid <> pg_backend_pid()) as held",
            database.name()
        ));
        return;
    }
    let of_us =
        format!("from information_schema.processlist where db = '{}' and id <> connection_id()", database.name());
    while let Some(id) = database.text(&format!("select id {of_us} limit 1")) {
        // It may have ended by itself.
        crate::engine::mariadb::portable(database.name(), &format!("kill connection {id}"));
    }
}

#[test]
fn a_dropped_connection_leaves_nobody_half_done() {
    for engine in
        engines("a_dropped_connection_leaves_nobody_half_done").into_iter().filter(|one| *one != Engine::Shell)
    {
        let crowd = Crowd::new(engine);
        for (number, moment) in moments(crowd.takes, 5).enumerate() {
            let what = format!("{engine:?}, dropped after {moment:?} ({number})");
            crowd.fill_again();
            let mut child = crowd.start();
            std::thread::sleep(moment);
            drop_connections(&crowd);
            let ended = child.wait().expect("it ends by itself");
            assert!([Some(0), Some(3)].contains(&ended.code()), "{what}: {ended}");
            crowd.whole_or_purged(&what);
            crowd.finish(&what);
        }
    }
}

#[test]
fn two_applies_at_once_purge_everybody_once() {
    for engine in engines("two_applies_at_once_purge_everybody_once") {
        let crowd = Crowd::new(engine);
        for round in 0..3 {
            let what = format!("{engine:?}, both at once ({round})");
            crowd.fill_again();
            for mut child in [crowd.start(), crowd.start()] {
                // One may have undone a batch that the other was in the way of.
                let ended = child.wait().expect("it ends");
                assert!([Some(0), Some(1)].contains(&ended.code()), "{what}: {ended}");
            }
            crowd.whole_or_purged(&what);
            crowd.finish(&what);
        }
    }
}

/// A note of theirs who are purged; somebody comes back, or leaves; somebody else edits theirs.
fn statement(number: i64, random: &mut Chance) -> String {
    let person = 100 * (1 + i64::try_from(random.below(100)).expect("a number"));
    let (note, stays) = (person + 50 + number % 40, PEOPLE * 100 + 101);
    match number % 3 {
        0 => format!(
            "insert into note select {note}, {person}, 'late' from probate_install where not exists (select 1 from note where id = {note})"
        ),
        1 => format!(
            "update person set state = case when state = 'deleted' then 'active' else 'deleted' end where id = {person}"
        ),
        _ => format!("update note set body = 'edited' where id = {stays}"),
    }
}

/// The application writes, and people come back and leave again, while they are purged.
#[test]
fn an_application_that_goes_on_writing_is_neither_lost_nor_half_purged() {
    for engine in engines("an_application_that_goes_on_writing_is_neither_lost_nor_half_purged") {
        let crowd = Crowd::new(engine);
        crowd.fill_again();
        let database = &crowd.place.database;
        let mut written = 0;
        let mut random = Chance::new(7, 7);
        for _ in 0..3 {
            let mut child = crowd.start();
            while child.try_wait().expect("it runs or has ended").is_none() {
                crowd.write(&statement(written, &mut random));
                written += 1;
            }
        }
        assert!(written > 10, "{engine:?}: only {written} writes in between");
        let count = |query: &str| database.number(query).expect("a count");
        // Who is done was purged whole: what is left of them came later.
        let done = "select subject from probate_request where state = 'done'";
        assert_eq!(count(&format!("select count(*) from person where id in ({done}) and mail is not null")), 0);
        assert_eq!(count(&format!("select count(*) from note where person_id in ({done}) and body = 'n'")), 0);
        // Who is not done has all that was theirs.
        let waits = "select subject from probate_request where state <> 'done'";
        let waiting = count("select count(*) from probate_request where state <> 'done'");
        assert_eq!(
            count(&format!("select count(*) from person where id in ({waits}) and mail = 'm'")),
            waiting,
            "{engine:?}"
        );
        assert_eq!(
            count(&format!("select count(*) from note where person_id in ({waits}) and body = 'n'")),
            3 * waiting,
            "{engine:?}"
        );
        // Those who stay have lost nothing.
        assert_eq!(count(&format!("select count(*) from note where person_id > {}", PEOPLE * 100)), 30, "{engine:?}");
        // Once it is quiet, the next run finishes, with what came in between.
        database.batch("update person set state = 'deleted' where id <= 10000; delete from probate_request;");
        database.batch(&ask());
        crowd.place.must(&["apply", "--now", LATER]);
        assert_eq!(count("select count(*) from note where person_id <= 10000"), 0, "{engine:?}");
        let mails = count("select count(*) from person where mail is not null");
        assert_eq!(mails, 10, "{engine:?}: those who stay");
    }
}

impl Crowd {
    /// What the application writes: others may be in its way for a moment, and then it has not been written.
    fn write(&self, statement: &str) {
        let database = &self.place.database;
        match database.engine {
            Engine::Shell => {
                let connection = rusqlite::Connection::open(database.file()).expect("the database");
                connection.busy_timeout(Duration::from_secs(5)).expect("a timeout");
                let _ = connection.execute_batch(statement);
            }
            Engine::Postgres | Engine::Savepoints | Engine::Library => drop(database.run(statement)),
            Engine::Mariadb | Engine::Forced => drop(crate::engine::mariadb::portable(database.name(), statement)),
        }
    }
}
