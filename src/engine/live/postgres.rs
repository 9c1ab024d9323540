//! PostgreSQL keeps no texts, and has functions that write most of them.

use super::{Declarations, declared};
use crate::engine::{Connection, Failure, Row};

/// Of the schema that is searched first.
const QUERY: &str = include_str!("postgres.sql");

/// Names are written with their schema where they would not be found without it: so only one schema is searched.
const ALONE: &[&str] = &[
    "begin isolation level repeatable read read only",
    "select set_config('search_path', coalesce(quote_ident(current_schema()), ''), true)",
];

pub fn declarations(connection: &mut dyn Connection) -> Result<Declarations, Failure> {
    let found = alone(connection);
    connection.undo()?;
    Ok(Declarations { statements: declared(found?), ..Declarations::default() })
}

fn alone(connection: &mut dyn Connection) -> Result<Vec<Row>, Failure> {
    for statement in ALONE {
        connection.rows(statement)?;
    }
    connection.rows(QUERY)
}
