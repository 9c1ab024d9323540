//! `install`, `request` and `apply` as an administrator runs them, on databases with rows.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

use crate::cli::{code, stderr, stdout};
use crate::engine::{Database, Dump, Engine};

mod applying;
mod asking;
mod breaking;
mod choosing;
mod connecting;
mod deciding;
mod decisive;
mod exporting;
mod faults;
mod granting;
mod holding;
pub mod importing;
mod lasting;
mod looking;
mod noticing;
mod offering;
mod planning;
mod planted;
mod rare;
mod reading;
mod recording;
mod refusing;
mod reporting;
pub mod small;
mod sweeping;
mod verifying;
mod ways;

/// A project with its lock, and its database.
pub struct Place {
    pub project: tempfile::TempDir,
    pub database: Database,
}

/// A file of `tests/running`.
fn text_of(folder: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/running").join(folder).join(name);
    std::fs::read_to_string(path).expect("a file")
}

/// Engines that the program itself can reach.
pub fn engines(test: &str) -> Vec<Engine> {
    Engine::here(test, &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
}

impl Place {
    fn new(engine: Engine) -> Self {
        Self::of(engine, "club")
    }

    /// With another policy, as it would have been written.
    fn with(engine: Engine, edit: fn(&str) -> String) -> Self {
        let place = Self::bare(engine);
        let site = place.project.path().join("site.yaml");
        let text = edit(&std::fs::read_to_string(&site).expect("a file"));
        std::fs::write(&site, text).expect("written");
        place.must(&["lock", "."]);
        place.installed()
    }

    /// The project of that name, installed.
    fn of(engine: Engine, name: &str) -> Self {
        Self::bare_of(engine, name).installed()
    }

    pub fn installed(self) -> Self {
        let place = self;
        let installed = place.run(&["install", "."]);
        assert_eq!(code(&installed), 0, "{}", stderr(&installed));
        place
    }

    /// Without the tool's tables.
    fn bare(engine: Engine) -> Self {
        Self::bare_of(engine, "club")
    }

    fn bare_of(engine: Engine, folder: &str) -> Self {
        let [site, schema, rows] = ["site.yaml", "schema.sql", "rows.sql"].map(|name| text_of(folder, name));
        Self::made_of(engine, &site, &schema, &(schema.clone() + &rows))
    }

    /// A project of these texts, and a database that is made by statements of its own.
    pub fn made_of(engine: Engine, site: &str, schema: &str, made: &str) -> Self {
        let database = Database::new(engine);
        database.batch(made);
        Self::around(database, site, schema)
    }

    /// A project of these texts, for a database that is there.
    pub fn around(database: Database, site: &str, schema: &str) -> Self {
        let project = tempfile::tempdir().expect("a folder");
        for (name, text) in [("site.yaml", site), ("schema.sql", schema)] {
            std::fs::write(project.path().join(name), text).expect("written");
        }
        let place = Self { project, database };
        let locked = place.run(&["lock", "."]);
        assert_eq!(code(&locked), 0, "{}", stderr(&locked));
        place
    }

    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("probate").expect("the program is built");
        command.current_dir(self.project.path()).env("PROBATE_DB", self.database.address());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().expect("it starts")
    }

    /// What it prints as JSON, and its exit code.
    pub fn json(&self, arguments: &[&str]) -> (Value, i32) {
        let ran = self.run(&[arguments, &["--format", "json"]].concat());
        let printed = serde_json::from_str(&stdout(&ran));
        (printed.unwrap_or_else(|error| panic!("{error}: {}{}", stdout(&ran), stderr(&ran))), code(&ran))
    }

    pub fn must(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(code(&ran), 0, "{arguments:?}: {}", stderr(&ran));
        stdout(&ran)
    }

    /// What it refuses with, and the exit code.
    pub fn refused(&self, arguments: &[&str]) -> (String, i32) {
        let ran = self.run(arguments);
        assert_ne!(code(&ran), 0, "{arguments:?}: {}", stdout(&ran));
        (stderr(&ran), code(&ran))
    }

    fn purge(&self, of_type: &str, subject: &str) {
        self.must(&["request", "purge", of_type, "--subject", subject]);
    }

    pub fn host(&self) -> Dump {
        self.database.host()
    }

    /// The states of all requests, the oldest first.
    pub fn states(&self) -> Vec<String> {
        let (listed, _) = self.json(&["request", "list"]);
        let requests = listed["requests"].as_array().expect("a list").iter();
        requests.map(|one| one["state"].as_str().expect("a state").to_owned()).collect()
    }
}
