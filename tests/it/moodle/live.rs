//! Moodle's 880 tables in a live database: drafted as their dump is, and in agreement with the example.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::filled;
use crate::cli::{code, stderr};
use crate::engine::{Database, Engine, mariadb, skipped};
use crate::running::importing::is_the_same;

/// The dump for an engine, and a database that is made of it; gone with this value.
struct Empty {
    ddl: String,
    address: String,
    gone: Gone,
}

enum Gone {
    WithFile(#[expect(dead_code, reason = "the file goes with it")] Database),
    /// A database of its own: the dump names its schema.
    Postgres(String),
    Mariadb(String),
}

impl Drop for Empty {
    fn drop(&mut self) {
        match &self.gone {
            Gone::WithFile(_) => {}
            Gone::Postgres(name) => {
                filled::must("postgres", &format!("drop database if exists {name} with (force)"));
            }
            Gone::Mariadb(name) => mariadb::drop(name),
        }
    }
}

impl Empty {
    /// `None`, loudly, where the dump is not there.
    fn new(test: &str, engine: Engine) -> Option<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let path = format!("../shared/data/moodle/moodle-4.1-{}.sql", engine.dialect());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let Ok(ddl) = std::fs::read_to_string(&path) else {
            skipped(&format!("{test}: {} is not there", path.display()));
            return None;
        };
        let name = format!("probate_live_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let (address, gone) = match engine {
            Engine::Library | Engine::Shell => {
                let database = Database::new(engine);
                database.batch(&format!("begin;\n{ddl}\ncommit;"));
                (database.address(), Gone::WithFile(database))
            }
            Engine::Postgres | Engine::Savepoints => {
                filled::must("postgres", &format!("create database {name} template template0"));
                let gone = Gone::Postgres(name.clone());
                filled::must(&name, &ddl);
                (filled::address(&name), gone)
            }
            Engine::Mariadb | Engine::Forced => {
                mariadb::create(&name);
                let gone = Gone::Mariadb(name.clone());
                let ran = mariadb::run(&name, &[], &ddl);
                assert!(ran.ok, "{}", ran.stderr);
                (mariadb::address(&name), gone)
            }
        };
        Some(Self { ddl, address, gone })
    }
}

#[test]
fn a_live_moodle_is_drafted_as_its_dump_is_and_agrees_with_the_example() {
    let test = "a_live_moodle_is_drafted_as_its_dump_is_and_agrees_with_the_example";
    for engine in Engine::here(test, &[Engine::Shell, Engine::Postgres, Engine::Mariadb]) {
        let Some(empty) = Empty::new(test, engine) else { return };
        is_the_same(&empty.ddl, engine.dialect(), &empty.address);
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/moodle");
        let mut command = assert_cmd::Command::cargo_bin("probate").expect("the program is built");
        command.current_dir(example).args(["check", ".", "--db", &empty.address, "--format", "json"]);
        let ran = command.output().expect("it starts");
        assert_eq!(code(&ran), 0, "{}", stderr(&ran));
        let report: serde_json::Value = serde_json::from_slice(&ran.stdout).expect("JSON");
        assert_eq!(report["database"]["tables"], 880, "{engine:?}");
        // The example has the schema of 254 tables, and speaks of no other.
        let found = report["diagnostics"].as_array().expect("findings");
        assert!(found.len() == 1 && found[0]["code"] == "not-in-schema", "{engine:?}: {found:#?}");
        assert_eq!(found[0]["message"], "the database has 626 more tables, which are in no item");
        assert_eq!(report["database"]["unread"], serde_json::json!([]));
    }
}
