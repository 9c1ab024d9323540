//! A copy of the filled Moodle in MariaDB, which is put back after each run.

use std::collections::BTreeMap;

use super::filled_mariadb::{DATABASE, load, must};

/// Where the program finds a database of the server.
pub fn address(database: &str) -> String {
    let [host, port, user] = [("MYSQL_HOST", "127.0.0.1"), ("MYSQL_TCP_PORT", "3306"), ("MYSQL_USER", "root")]
        .map(|(name, usual)| std::env::var(name).unwrap_or_else(|_| usual.to_owned()));
    format!("mariadb://{user}@{host}:{port}/{database}")
}

/// A copy of the tables that have rows, and of the others without; gone with this value.
pub struct Copied {
    pub name: String,
    tables: Vec<String>,
}

impl Copied {
    /// # Panics
    /// The server or the dump is not there, or the dump cannot be loaded.
    pub fn new(name: &str) -> Self {
        load();
        let name = format!("probate_{name}_{}", std::process::id());
        must("", &format!("create database {name} character set utf8mb4 collate utf8mb4_unicode_ci"));
        let tables = must(
            DATABASE,
            r"select table_name from information_schema.tables where table_schema = database() and table_name like 'mdl\_%'",
        );
        let tables: Vec<String> = tables.lines().map(str::to_owned).collect();
        let made: String =
            tables.iter().map(|table| format!("create table {table} like {DATABASE}.{table};\n")).collect();
        must(&name, &made);
        let copied = Self { name, tables };
        copied.fill(&copied.tables);
        copied
    }

    fn fill(&self, tables: &[String]) {
        let quick = "set unique_checks = 0, foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO';\n".to_owned();
        let rows = tables.iter().map(|table| format!("insert into {table} select * from {DATABASE}.{table};\n"));
        must(&self.name, &(quick + &rows.collect::<String>()));
        must(&self.name, &tables.iter().map(|table| format!("analyze table {table};\n")).collect::<String>());
    }

    /// Puts back the tables that are not as they were, and takes away those of the tool.
    pub fn restore(&self, sums: &BTreeMap<String, String>) {
        let now = self.sums();
        let changed: Vec<String> =
            self.tables.iter().filter(|table| now.get(*table) != sums.get(*table)).cloned().collect();
        must(&self.name, &changed.iter().map(|table| format!("truncate {table};\n")).collect::<String>());
        self.fill(&changed);
        assert_eq!(self.sums(), *sums, "all tables are as they were");
        let own = self.must(
            r"select concat('drop ', if(table_type = 'VIEW', 'view', 'table'), ' `', table_name, '`;')
from information_schema.tables where table_schema = database() and table_name like 'probate\_%'",
        );
        self.must(&format!("set foreign_key_checks = 0;\n{own}"));
    }

    pub fn must(&self, sql: &str) -> String {
        must(&self.name, sql)
    }

    /// Every table of Moodle: a sum of what all its rows hold, whatever their order.
    pub fn sums(&self) -> BTreeMap<String, String> {
        let printed = self.must(&format!("checksum table {} extended", self.tables.join(", ")));
        let sum = |line: &str| {
            let (table, sum) = line.rsplit_once('|')?;
            Some((table.rsplit('.').next()?.to_owned(), sum.to_owned()))
        };
        let sums: BTreeMap<String, String> = printed.lines().filter_map(sum).collect();
        assert_eq!(sums.len(), self.tables.len(), "every table is compared");
        sums
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        must("", &format!("drop database if exists {}", self.name));
    }
}
