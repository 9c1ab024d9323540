//! The schema of a live database as DDL, so that one reader reads files and databases.
//!
//! In: a connection. Out: statements that declare its tables and what belongs to them, to be read and not to be run.
//! Only the engine's own catalogue is looked at.

mod mariadb;
mod postgres;
mod sqlite;

pub(super) use mariadb::declarations as of_mariadb;
pub(super) use postgres::declarations as of_postgres;
pub(super) use sqlite::declarations as of_sqlite;

use super::{Connection, Failure, Row};

/// What a database says of itself.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Live {
    /// Statements with their semicolons; empty where there is no table.
    pub ddl: String,
    /// Tables that are there, and of which it does not say what they are.
    pub unread: Vec<Unread>,
    /// What it shows to nobody with this user's rights.
    pub unseen: Vec<&'static str>,
}

/// A table that could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub table: String,
    pub failure: Failure,
}

/// Statements without their semicolons, as an engine's catalogue has them.
#[derive(Debug, Default)]
pub struct Declarations {
    pub statements: Vec<Declaration>,
    pub unread: Vec<Unread>,
    pub unseen: Vec<&'static str>,
}

/// One statement, and the table that it is about.
#[derive(Debug)]
pub struct Declaration {
    pub table: Option<String>,
    pub statement: String,
}

/// Reads the schema, without these tables and what belongs to them.
///
/// # Errors
/// The database refuses.
pub fn live(connection: &mut dyn Connection, without: &[&str]) -> Result<Live, Failure> {
    let Declarations { statements, mut unread, unseen } = connection.declarations()?;
    let is_wanted = |table: &str| !without.contains(&table);
    unread.retain(|one| is_wanted(&one.table));
    let wanted: Vec<&Declaration> =
        statements.iter().filter(|one| one.table.as_deref().is_none_or(is_wanted)).collect();
    let mut ddl = String::new();
    // What belongs to no table is there for the tables only.
    let has_tables = wanted.iter().any(|one| one.table.is_some());
    for one in wanted.into_iter().filter(|_| has_tables) {
        ddl.push_str(&one.statement);
        // What ends in a comment would hide what ends it.
        let last = one.statement.lines().last().unwrap_or_default();
        ddl.push_str(if last.contains("--") || last.contains('#') { "\n;\n" } else { ";\n" });
    }
    Ok(Live { ddl, unread, unseen })
}

/// Rows of a query whose columns are the table, if any, and the statement.
fn declared(rows: Vec<Row>) -> Vec<Declaration> {
    let one = |row: Row| {
        let mut values = row.into_iter();
        let table = values.next()?;
        Some(Declaration { table, statement: values.next()?? })
    };
    rows.into_iter().filter_map(one).collect()
}
