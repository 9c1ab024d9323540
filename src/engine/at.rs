//! A connection on which another moment counts as now.

use std::ops::ControlFlow;

use super::{Connection, Declarations, Failure, Row};
use crate::sql::dialect::Dialect;

/// The connection, and the second since 1970, UTC, that its statements take for now.
pub struct At {
    pub connection: Box<dyn Connection>,
    pub now: i64,
}

impl Connection for At {
    fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }

    fn now(&self) -> Option<i64> {
        Some(self.now)
    }

    fn rows(&mut self, sql: &str) -> Result<Vec<Row>, Failure> {
        self.connection.rows(sql)
    }

    fn stream(&mut self, query: &str, each: &mut dyn FnMut(&str) -> ControlFlow<()>) -> Result<(), Failure> {
        self.connection.stream(query, each)
    }

    fn declarations(&mut self) -> Result<Declarations, Failure> {
        self.connection.declarations()
    }

    fn undo(&mut self) -> Result<(), Failure> {
        self.connection.undo()
    }
}
