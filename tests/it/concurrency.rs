//! Several clients of PostgreSQL, or of MariaDB, at the same time: each subject is purged once, whole or not at all.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Duration;

use crate::engine::{Database, Engine, connect, mariadb};
use crate::failure::{AT_ONCE, Site};

/// A client that stays connected between what it is told.
pub struct Session {
    child: Child,
    told: ChildStdin,
    says: BufReader<ChildStdout>,
    /// What has it say that it is done.
    done: &'static str,
}

impl Session {
    pub fn new(database: &Database) -> Self {
        let (mut command, done) = match database.engine {
            Engine::Mariadb => (mariadb::connect(database.name(), &["--unbuffered"]), "select 'that is done';"),
            _ => (connect(database.name(), &["ON_ERROR_STOP=1"]), "\\echo that is done"),
        };
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the client starts");
        let told = child.stdin.take().expect("its input is piped");
        let says = BufReader::new(child.stdout.take().expect("its output is piped"));
        Self { child, told, says, done }
    }

    /// Without waiting for it to be done.
    fn tell(&mut self, statements: &str) {
        writeln!(self.told, "{statements}\n{}", self.done)
            .and_then(|()| self.told.flush())
            .expect("the client listens");
    }

    fn wait(&mut self) {
        let mut line = String::new();
        while line != "that is done\n" {
            line.clear();
            assert!(self.says.read_line(&mut line).expect("the client answers") > 0, "the client has gone");
        }
    }

    /// When it has done, or given up, what it was told.
    fn end(mut self) {
        // One that gave up is gone already.
        let _ = writeln!(self.told, "\\q").and_then(|()| self.told.flush());
        self.child.wait().expect("the client ends");
    }

    pub fn must(&mut self, statements: &str) {
        self.tell(statements);
        self.wait();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The engines with several writers.
fn here(test: &str) -> Vec<Engine> {
    Engine::here(test, &[Engine::Postgres, Engine::Mariadb])
}

fn purged_once(site: &Site, database: &Database) {
    assert_eq!(site.expected(), database.host());
    assert_eq!(database.number("select count(*) from probate_ledger"), Some(2), "each subject once");
    let most = database.number("select max(attempts) from probate_request where state = 'done'");
    assert!(most <= Some(4), "nobody is nearly given up: {most:?}");
}

#[test]
fn who_claims_last_purges() {
    for engine in here("who_claims_last_purges") {
        let site = Site::notes(engine);
        let database = site.open();
        let (mut one, mut other) = (Session::new(&database), Session::new(&database));
        let statements = site.statements();
        let (claim, purge) = statements.split_at(site.second_begin());
        one.must(&claim.concat());
        other.must(&claim.concat());
        one.must(&purge.concat());
        assert_eq!(database.number("select count(*) from probate_run"), Some(0), "what was taken away is not purged");
        other.must(&purge.concat());
        site.finish(&database);
        purged_once(&site, &database);
    }
}

#[test]
fn a_second_run_in_the_middle_of_the_first_takes_nothing_away() {
    for engine in here("a_second_run_in_the_middle_of_the_first_takes_nothing_away") {
        let site = Site::notes(engine);
        let statements = site.statements();
        let begin = site.second_begin();
        // From when the subjects are staged.
        let staged =
            statements.iter().position(|text| text.starts_with("insert into") && text.contains("probate_batch"));
        let staged = staged.expect("the subjects are staged") + 1;
        for at in [staged, usize::midpoint(begin, statements.len()), statements.len() - 1] {
            let database = site.open();
            let (mut one, mut other) = (Session::new(&database), Session::new(&database));
            one.must(&statements[..at].concat());
            other.tell(&statements.concat());
            std::thread::sleep(Duration::from_millis(100));
            one.must(&statements[at..].concat());
            other.wait();
            purged_once(&site, &database);
        }
    }
}

#[test]
fn several_runs_at_once_purge_once() {
    for engine in here("several_runs_at_once_purge_once") {
        let site = Site::notes(engine);
        for _ in 0..4 {
            let database = site.open();
            let mut clients: Vec<Session> = (0..4).map(|_| Session::new(&database)).collect();
            for client in &mut clients {
                client.tell(&site.statements().concat());
            }
            clients.into_iter().for_each(Session::end);
            site.finish(&database);
            purged_once(&site, &database);
        }
    }
}

#[test]
fn somebody_whose_status_changes_while_the_purge_waits_is_untouched() {
    for engine in here("somebody_whose_status_changes_while_the_purge_waits_is_untouched") {
        let site = Site::notes(engine);
        let database = site.open();
        let (mut application, mut purge) = (Session::new(&database), Session::new(&database));
        application.must("begin; update person set active = 1 where id = 1;");
        purge.tell(&site.statements().concat());
        std::thread::sleep(Duration::from_millis(200));
        assert_eq!(database.number("select count(*) from probate_ledger"), Some(0), "it waits");
        application.must("commit;");
        purge.wait();
        assert_eq!(database.text("select full_name from person where id = 1").as_deref(), Some("Ada Lovelace"));
        assert_eq!(database.number("select count(*) from note where person_id = 1"), Some(2));
        assert_eq!(
            database.text("select full_name from person where id = 3").as_deref(),
            Some(""),
            "the other is purged"
        );
        database.batch("update person set active = 0 where id = 1");
        site.finish(&database);
        purged_once(&site, &database);
    }
}

#[test]
fn a_killed_client_leaves_nothing_half_done() {
    for engine in here("a_killed_client_leaves_nothing_half_done") {
        let site = Site::notes(engine);
        let statements = site.statements();
        for at in (site.second_begin()..statements.len()).step_by(5) {
            let database = site.open();
            let before = database.host();
            let mut client = Session::new(&database);
            client.must(&statements[..at].concat());
            drop(client);
            assert_eq!(before, database.host(), "killed before {}", statements[at]);
            // The server may take a moment to see that the client is gone; the run waits for the locks.
            database.batch(AT_ONCE);
            site.finish(&database);
            purged_once(&site, &database);
        }
    }
}
