//! SQLite, PostgreSQL and MariaDB behind one small trait: run a statement, stream its rows.
//!
//! In: an [`Address`] and statements that are printed already. Out: rows as texts, and failures by their kind, in words
//! that hold no value of anybody's; and what a database says of its schema, which each engine is asked in its own way
//! ([`live`]). Never here: which other statements, and what a row means.

mod address;
mod at;
mod failure;
mod live;
mod mariadb;
mod postgres;
mod sqlite;

pub use address::{Address, AddressFault};
pub use at::At;
pub use failure::{Failure, Kind};
pub use live::{Declaration, Declarations, Live, Unread, live};

use std::ops::ControlFlow;

use crate::sql::dialect::Dialect;

/// A row, each value as the engine writes it; `None` is NULL.
pub type Row = Vec<Option<String>>;

/// A connection to a database. It is one session: what is open when it is dropped is undone.
pub trait Connection {
    fn dialect(&self) -> Dialect;

    /// What it takes for now, in seconds since 1970; `None`: the clock of the database.
    fn now(&self) -> Option<i64> {
        None
    }

    /// Runs one statement and returns its rows, which are few.
    fn rows(&mut self, sql: &str) -> Result<Vec<Row>, Failure>;

    /// Runs a query of one column, and hands over each value as it arrives, until it is told to stop.
    fn stream(&mut self, query: &str, each: &mut dyn FnMut(&str) -> ControlFlow<()>) -> Result<(), Failure>;

    /// Undoes what is open, where anything is.
    fn undo(&mut self) -> Result<(), Failure>;

    /// What it says of its schema; no transaction is open.
    fn declarations(&mut self) -> Result<Declarations, Failure>;
}

/// Opens a database as a script expects its session to be.
///
/// # Errors
/// It is not there, refuses, or is another kind of database.
pub fn open(address: &Address) -> Result<Box<dyn Connection>, Failure> {
    let mut connection: Box<dyn Connection> = match address {
        Address::Sqlite(path) => Box::new(sqlite::Sqlite::open(path)?),
        Address::MariaDb(options) => Box::new(mariadb::MariaDb::open(options)?),
        Address::Postgres(config) => Box::new(postgres::Postgres::open(config)?),
    };
    for statement in crate::sql::session(connection.dialect()) {
        connection.rows(&statement)?;
    }
    Ok(connection)
}
