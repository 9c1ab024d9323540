//! MariaDB by its client program, without the user's own settings.

use std::process::{Command, Stdio};
use std::sync::OnceLock;

use super::Dump;
use super::client::{Ran, feed};

pub fn is_absent() -> Option<String> {
    static ABSENT: OnceLock<Option<String>> = OnceLock::new();
    let look = || {
        let ran = Command::new("mariadb").arg("--version").output();
        if !ran.is_ok_and(|output| output.status.success()) {
            return Some("the client program mariadb is not on this machine".to_owned());
        }
        let ran = run("", &[], "select 1");
        (!ran.ok).then(|| format!("no MariaDB answers: {}", ran.stderr.trim()))
    };
    ABSENT.get_or_init(look).clone()
}

/// The server is what the client's own variables say (`MYSQL_HOST`, `MYSQL_TCP_PORT`, `MYSQL_UNIX_PORT`), else the local
/// one.
pub fn connect(database: &str, options: &[&str]) -> Command {
    let mut command = Command::new("mariadb");
    command.args(["--no-defaults", "--batch", "--raw", "--skip-column-names", "--connect-timeout=5"]);
    if let Ok(user) = std::env::var("MYSQL_USER") {
        command.arg(format!("--user={user}"));
    }
    command.args(options).arg(format!("--database={database}"));
    command
}

/// Where the program finds a database, as `connect` does.
pub fn address(database: &str) -> String {
    let [host, port, user] = [("MYSQL_HOST", "127.0.0.1"), ("MYSQL_TCP_PORT", "3306"), ("MYSQL_USER", "root")]
        .map(|(name, usual)| std::env::var(name).unwrap_or_else(|_| usual.to_owned()));
    format!("mariadb://{user}@{host}:{port}/{database}")
}

/// Runs a script as `mariadb --batch --raw --skip-column-names DATABASE < script` does; columns are told apart as the
/// other clients do.
pub fn run(database: &str, options: &[&str], script: &str) -> Ran {
    let ran = feed(&mut connect(database, options), script);
    Ran { stdout: ran.stdout.replace('\t', "|"), ..ran }
}

/// What the tests write for every engine.
pub fn portable(database: &str, sql: &str) -> Ran {
    const MODES: &str = "set names utf8mb4; set time_zone = '+00:00';
        set sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO';\n";
    run(database, &[], &(MODES.to_owned() + sql))
}

/// WHY: of all collations one that takes much for equal, so that whatever compares by it is noticed.
pub fn create(name: &str) {
    let ran = run("", &[], &format!("create database `{name}` character set utf8mb4 collate utf8mb4_unicode_ci"));
    assert!(ran.ok, "{}", ran.stderr);
}

/// Without waiting: it takes longer than most of what the tests do.
pub fn drop(name: &str) {
    let gone = format!("drop database if exists `{name}`");
    let mut command = connect("", &["--execute", &gone]);
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

/// A text that may stand beside others.
pub fn by_bytes(column: &str) -> String {
    format!("convert({column} using utf8mb4) collate utf8mb4_nopad_bin")
}

/// Every table, each row as a line of JSON, sorted.
pub fn dump(name: &str) -> Dump {
    const COLUMNS: &str = "select json_array(table_name, column_name, data_type) from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
        where table_schema = database() and table_type <> 'VIEW' order by table_name, ordinal_position";
    let columns = portable(name, COLUMNS);
    assert!(columns.ok, "{}", columns.stderr);
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for line in columns.stdout.lines() {
        let (table, column, kind): (String, String, String) = serde_json::from_str(line).expect("a column");
        let quoted = format!("`{}`", column.replace('`', "``"));
        let value = match kind.as_str() {
            "blob" | "longblob" | "mediumblob" | "tinyblob" | "binary" | "varbinary" | "bit" => {
                format!("hex({quoted})")
            }
            "char" | "varchar" | "text" | "tinytext" | "mediumtext" | "longtext" | "enum" | "set" => by_bytes(&quoted),
            _ => quoted,
        };
        match tables.last_mut().filter(|(name, _)| *name == table) {
            Some((_, columns)) => columns.push(value),
            None => tables.push((table, vec![value])),
        }
    }
    let select = |(table, columns): &(String, Vec<String>)| {
        format!("select 'table';\nselect json_array({}) from `{}`;\n", columns.join(", "), table.replace('`', "``"))
    };
    let rows = portable(name, &tables.iter().map(select).collect::<String>());
    assert!(rows.ok, "{}", rows.stderr);
    let mut found: Vec<Vec<String>> = Vec::new();
    for line in rows.stdout.lines() {
        match found.last_mut().filter(|_| line != "table") {
            Some(rows) => rows.push(line.to_owned()),
            None => found.push(Vec::new()),
        }
    }
    for rows in &mut found {
        rows.sort();
    }
    tables.into_iter().map(|(table, _)| table).zip(found).collect()
}
