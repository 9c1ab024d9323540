//! The filled Moodle in MariaDB: its purge does, step by step, what PostgreSQL's does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::filled::LEAVERS;
use super::{example, filled, script};
use crate::engine::{Engine, mariadb, skipped};

/// Loading takes two minutes, so it stays; nothing in it is changed for good but what a test does first, always alike.
const DATABASE: &str = "probate_filled";

fn dump() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/moodle/moodle-filled-mariadb.sql.gz")
}

fn must(database: &str, sql: &str) -> String {
    let ran = mariadb::run(database, &[], sql);
    assert!(ran.ok, "{}", ran.stderr);
    ran.stdout
}

fn load() {
    let size = std::fs::metadata(dump()).expect("the dump is there").len().to_string();
    must("", &format!("create database if not exists {DATABASE} character set utf8mb4 collate utf8mb4_unicode_ci"));
    must(DATABASE, "create table if not exists loaded (size bigint) engine = InnoDB");
    if must(DATABASE, "select size from loaded").trim() == size {
        return;
    }
    let mut gzip = Command::new("gzip").arg("-dc").arg(dump()).stdout(Stdio::piped()).spawn().expect("gzip starts");
    let rows = gzip.stdout.take().expect("its output is piped");
    let quick = "--init-command=set unique_checks = 0, foreign_key_checks = 0, autocommit = 0";
    let loaded = mariadb::connect(DATABASE, &[quick]).stdin(rows).stdout(Stdio::null()).output().expect("it ends");
    assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    assert!(gzip.wait().expect("gzip ends").success(), "the dump can be unpacked");
    must(DATABASE, &format!("delete from loaded; insert into loaded values ({size})"));
}

/// What a script printed of each step: its number, item, action and table, and how many rows.
fn steps(printed: &str) -> BTreeMap<String, u64> {
    let step = |line: &str| {
        let (step, rows) = line.rsplit_once('|')?;
        Some((step.to_owned(), rows.parse().ok()?))
    };
    printed.lines().filter_map(step).collect()
}

#[test]
fn mariadb_purges_a_filled_moodle_step_by_step_as_postgres_does() {
    let test = "mariadb_purges_a_filled_moodle_step_by_step_as_postgres_does";
    if !dump().exists() {
        skipped(&format!("{test}: {} is not there", dump().display()));
        return;
    }
    let artefacts = example().compile().expect("it compiles");
    if Engine::here(test, &[Engine::Mariadb]).is_empty() {
        return;
    }
    let Some(postgres) = filled(test, &artefacts) else { return };
    postgres.must(LEAVERS);
    let theirs = steps(&postgres.must(&script(&artefacts, "sql/postgres/purge/leaver-full.sql")));

    load();
    must(DATABASE, &script(&artefacts, "sql/mariadb/install.sql"));
    must(
        DATABASE,
        "delete from probate_request;
         insert into mdl_user (username, mnethostid, email, firstname, lastname, confirmed)
         select 'former-user', 1, '', '', '', 1 where not exists (select 1 from mdl_user where username = 'former-user');
         update mdl_user set deleted = 1 where id between 3 and 52;
         insert into probate_request (kind, type, subject, state)
         select 'purge', 'leaver-full', id, 'approved' from mdl_user where id between 3 and 52;",
    );
    let purge = script(&artefacts, "sql/mariadb/purge/leaver-full.sql");
    let (whole, end) = purge.trim_end().rsplit_once('\n').expect("an end");
    assert_eq!(end, "execute immediate @probate_end;");
    // What it would do is seen, and then undone: nobody wants to load the rows again.
    let left = "select count(*) from mdl_logstore_standard_log where userid between 3 and 52;";
    let printed = must(DATABASE, &format!("{whole}\nselect @probate_end;\n{left}\nrollback;\n"));
    assert!(printed.ends_with("commit\n0\n"), "{printed}");
    let ours = steps(&printed);
    assert!(ours.len() > 300 && ours.keys().eq(theirs.keys()), "the same steps");
    for (step, rows) in &ours {
        let of_postgres = theirs[step];
        // Of rows that are already as they should be MariaDB counts none.
        let alike = if step.contains("|delete|") { *rows == of_postgres } else { *rows <= of_postgres };
        assert!(alike, "{step}: {rows} rows, and {of_postgres} in PostgreSQL");
    }
}
