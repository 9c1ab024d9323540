//! SQLite, which is built in.
#![expect(clippy::wildcard_enum_match_arm, reason = "errors and values are another crate's, and may grow")]

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use rusqlite::types::ValueRef;
use rusqlite::{ErrorCode, OpenFlags};

use super::{Connection, Declarations, Failure, Kind, Row, live};
use crate::sql::dialect::Dialect;

/// How long another writer is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

pub(super) struct Sqlite(rusqlite::Connection);

impl Sqlite {
    /// WHY: never creates a file: a misspelt path would be a new database in which nothing is left to purge.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        if !path.exists() {
            let what = format!("there is no database file `{}`", path.display());
            return Err(Failure::new(Kind::NoConnection, "", what));
        }
        let connection = rusqlite::Connection::open_with_flags(path, flags).map_err(|error| failure(&error))?;
        connection.busy_timeout(PATIENCE).map_err(|error| failure(&error))?;
        // Reads a page of it: a file that is no database says so now.
        connection.query_row("select count(*) from sqlite_master", [], |_| Ok(())).map_err(|error| failure(&error))?;
        Ok(Self(connection))
    }
}

impl Connection for Sqlite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn rows(&mut self, sql: &str) -> Result<Vec<Row>, Failure> {
        let mut statement = self.0.prepare(sql).map_err(|error| failure(&error))?;
        let columns = statement.column_count();
        let mut found = Vec::new();
        let mut rows = statement.query([]).map_err(|error| failure(&error))?;
        while let Some(row) = rows.next().map_err(|error| failure(&error))? {
            let value = |at: usize| row.get_ref(at).map(text).map_err(|error| failure(&error));
            found.push((0..columns).map(value).collect::<Result<Row, Failure>>()?);
        }
        Ok(found)
    }

    fn stream(&mut self, query: &str, each: &mut dyn FnMut(&str) -> ControlFlow<()>) -> Result<(), Failure> {
        let mut statement = self.0.prepare(query).map_err(|error| failure(&error))?;
        let mut rows = statement.query([]).map_err(|error| failure(&error))?;
        while let Some(row) = rows.next().map_err(|error| failure(&error))? {
            let value = row.get_ref(0).map_err(|error| failure(&error))?;
            let flow = match value {
                ValueRef::Text(bytes) => each(std::str::from_utf8(bytes).map_err(|_| not_utf8())?),
                other => each(&text(other).unwrap_or_default()),
            };
            if flow.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn undo(&mut self) -> Result<(), Failure> {
        if self.0.is_autocommit() {
            return Ok(());
        }
        self.0.execute_batch("rollback").map_err(|error| failure(&error))
    }

    fn declarations(&mut self) -> Result<Declarations, Failure> {
        live::of_sqlite(self)
    }
}

fn text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(value) => Some(value.to_string()),
        ValueRef::Real(value) => Some(value.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}

fn not_utf8() -> Failure {
    Failure::new(Kind::Other, "", "a text of the database is not UTF-8")
}

/// SQLite's own messages name tables, columns and constraints; those of triggers may say anything.
fn failure(error: &rusqlite::Error) -> Failure {
    let rusqlite::Error::SqliteFailure(raw, message) = error else {
        let what = match error {
            rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
            other => other.to_string(),
        };
        let missing = what.starts_with("no such table") || what.starts_with("no such column");
        return Failure::new(if missing { Kind::Missing } else { Kind::Other }, "", what);
    };
    let message = message.clone().unwrap_or_default();
    let (kind, what) = match raw.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => (Kind::Busy, "the database is in use by others".into()),
        ErrorCode::CannotOpen | ErrorCode::NotADatabase => {
            (Kind::NoConnection, "the file cannot be opened as a database".into())
        }
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied => {
            (Kind::NoRight, "the database may not be written".into())
        }
        // 1811: a trigger speaks.
        ErrorCode::ConstraintViolation if raw.extended_code == 1811 => {
            (Kind::Refused, "a trigger of the database refuses".into())
        }
        ErrorCode::ConstraintViolation => (Kind::Refused, message),
        ErrorCode::DiskFull => (Kind::Other, "the disk is full".into()),
        _ if message.starts_with("no such table") || message.starts_with("no such column") => (Kind::Missing, message),
        _ if message.ends_with("nested too deep") => (
            Kind::Other,
            "a statement reads more than SQLite takes: what is kept is reached from too many sides".into(),
        ),
        _ => (Kind::Other, rusqlite::ffi::code_to_str(raw.extended_code).to_owned()),
    };
    Failure::new(kind, raw.extended_code.to_string(), what)
}
