//! The filled Moodle database of `../shared` in MariaDB: the same 1,000 people and 944,000 rows.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Loading takes two minutes, so it stays. Nothing in it is changed for good but what a test does first, always alike.
pub const DATABASE: &str = "probate_filled";

pub fn dump() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/moodle/moodle-filled-mariadb.sql.gz")
}

/// The server is what the client's own variables say, else the local one.
fn client(database: &str) -> Command {
    let mut command = Command::new("mariadb");
    command.args(["--no-defaults", "--batch", "--raw", "--skip-column-names", "--connect-timeout=5"]);
    if let Ok(user) = std::env::var("MYSQL_USER") {
        command.arg(format!("--user={user}"));
    }
    command.arg(format!("--database={database}"));
    command
}

/// Statements that must succeed, and what they print; columns are told apart by `|`.
pub fn must(database: &str, sql: &str) -> String {
    use std::io::Write;
    let mut child = client(database)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("mariadb starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let text = sql.to_owned();
    let feeder = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let output = child.wait_with_output().expect("mariadb ends");
    feeder.join().expect("the feeder ends");
    assert!(output.status.success(), "{database}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).replace('\t', "|")
}

pub fn load() {
    let size = std::fs::metadata(dump()).expect("the dump is there").len().to_string();
    must("", &format!("create database if not exists {DATABASE} character set utf8mb4 collate utf8mb4_unicode_ci"));
    must(DATABASE, "create table if not exists loaded (size bigint) engine = InnoDB");
    if must(DATABASE, "select size from loaded").trim() == size {
        return;
    }
    let mut gzip = Command::new("gzip").arg("-dc").arg(dump()).stdout(Stdio::piped()).spawn().expect("gzip starts");
    let rows = gzip.stdout.take().expect("its output is piped");
    let quick = "--init-command=set unique_checks = 0, foreign_key_checks = 0, autocommit = 0";
    let loaded = client(DATABASE).arg(quick).stdin(rows).stdout(Stdio::null()).output().expect("it ends");
    assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    assert!(gzip.wait().expect("gzip ends").success(), "the dump can be unpacked");
    must(DATABASE, &format!("delete from loaded; insert into loaded values ({size})"));
}

/// People who have left, from the third to this one, and an account that takes over what they leave.
pub fn leavers(last: usize) -> String {
    format!(
        "delete from probate_request;
insert into mdl_user (username, mnethostid, email, firstname, lastname, confirmed)
select 'former-user', 1, '', '', '', 1 where not exists (select 1 from mdl_user where username = 'former-user');
update mdl_user set deleted = 1 where id between 3 and {last};
insert into probate_request (kind, type, subject, state)
select 'purge', 'leaver-full', id, 'approved' from mdl_user where id between 3 and {last};
analyze table mdl_user;
"
    )
}
