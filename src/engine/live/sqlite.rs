//! SQLite keeps the text of each statement that made something.

use super::{Declarations, declared};
use crate::engine::{Connection, Failure};

/// Tables first, each kind in the order in which it was made. What has no text is made by the engine itself.
const QUERY: &str = "select tbl_name, sql from sqlite_master \
    where type in ('table', 'index', 'trigger') and sql is not null and tbl_name not like 'sqlite\\_%' escape '\\' \
    order by type <> 'table', rowid";

pub fn declarations(connection: &mut dyn Connection) -> Result<Declarations, Failure> {
    Ok(Declarations { statements: declared(connection.rows(QUERY)?), ..Declarations::default() })
}
