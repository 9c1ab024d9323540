//! MariaDB, over a socket or TLS whose certificate is verified.
#![expect(clippy::wildcard_enum_match_arm, reason = "errors are another crate's, and may grow")]

use std::ops::ControlFlow;

use mysql::prelude::Queryable;
use mysql::{Conn, Value};

use super::{Connection, Declarations, Failure, Kind, Row, live};
use crate::sql::dialect::Dialect;

pub(super) struct MariaDb(Conn);

impl MariaDb {
    pub fn open(options: &mysql::Opts) -> Result<Self, Failure> {
        // WHY: the client would say that a file is missing, and not which.
        if let Some(roots) = options.get_ssl_opts().and_then(mysql::SslOpts::root_cert_path)
            && let Err(error) = std::fs::metadata(roots)
        {
            let what = format!("the root certificates in `{}`: {error}", roots.display());
            return Err(Failure::new(Kind::NoConnection, "", what));
        }
        let mut connection = Conn::new(options.clone()).map_err(|error| no_connection(&error))?;
        let version: Option<String> = connection.query_first("select version()").map_err(|error| failure(&error))?;
        if !version.as_deref().is_some_and(|version| version.contains("MariaDB")) {
            let what = "the server is MySQL, for which nothing is compiled or tested: MariaDB is another dialect";
            return Err(Failure::new(Kind::NoConnection, "", what));
        }
        Ok(Self(connection))
    }
}

impl Connection for MariaDb {
    fn dialect(&self) -> Dialect {
        Dialect::Mariadb
    }

    fn rows(&mut self, sql: &str) -> Result<Vec<Row>, Failure> {
        let mut result = self.0.query_iter(sql).map_err(|error| failure(&error))?;
        let mut rows = Vec::new();
        while let Some(set) = result.iter() {
            for row in set {
                let mut row = row.map_err(|error| failure(&error))?;
                rows.push((0..row.len()).map(|at| row.take(at).and_then(text)).collect());
            }
        }
        Ok(rows)
    }

    fn stream(&mut self, query: &str, each: &mut dyn FnMut(&str) -> ControlFlow<()>) -> Result<(), Failure> {
        let result = self.0.query_iter(query).map_err(|error| failure(&error))?;
        for row in result {
            let mut row = row.map_err(|error| failure(&error))?;
            let value = row.take(0).and_then(text).unwrap_or_default();
            if each(&value).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn undo(&mut self) -> Result<(), Failure> {
        self.0.query_drop("rollback").map_err(|error| failure(&error))
    }

    fn declarations(&mut self) -> Result<Declarations, Failure> {
        live::of_mariadb(self)
    }
}

/// Queries without parameters have texts for values.
fn text(value: Value) -> Option<String> {
    match value {
        Value::NULL => None,
        Value::Bytes(bytes) => Some(
            String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        ),
        Value::Int(value) => Some(value.to_string()),
        Value::UInt(value) => Some(value.to_string()),
        Value::Float(value) => Some(value.to_string()),
        Value::Double(value) => Some(value.to_string()),
        date @ (Value::Date(..) | Value::Time(..)) => Some(date.as_sql(true)),
    }
}

fn no_connection(error: &mysql::Error) -> Failure {
    let (code, what) = match error {
        mysql::Error::MySqlError(said) if said.code == 1045 || said.code == 1698 => {
            (said.state.clone(), "the user or the password is wrong".to_owned())
        }
        mysql::Error::MySqlError(said) if said.code == 1049 => {
            (said.state.clone(), "there is no database of this name".to_owned())
        }
        // Names whom the server took this for, which is an anonymous user where one comes first, and the database.
        mysql::Error::MySqlError(said) if said.code == 1044 => {
            (said.state.clone(), format!("this user has no right on anything there: {}", said.message))
        }
        mysql::Error::MySqlError(said) => (said.state.clone(), "the server does not let this user in".to_owned()),
        mysql::Error::IoError(error) => (String::new(), format!("no MariaDB answers: {error}")),
        // What TLS says of the server's certificate comes with the first packet; it names no secret.
        mysql::Error::CodecError(error) => (String::new(), format!("no MariaDB answers: {error}")),
        mysql::Error::TlsError(error) => (String::new(), format!("no certificate can be verified: {error}")),
        _ => (String::new(), "no MariaDB answers there".to_owned()),
    };
    Failure::new(Kind::NoConnection, code, what)
}

fn failure(error: &mysql::Error) -> Failure {
    let mysql::Error::MySqlError(said) = error else {
        return Failure::new(Kind::Lost, "", "the connection to the server is lost");
    };
    // WHY: not the message: those of unique keys and of foreign keys quote values.
    let (kind, what) = match said.code {
        1205 => (Kind::Busy, "others held a lock for too long"),
        1213 => (Kind::Busy, "a deadlock with others"),
        1040 | 1203 => (Kind::Busy, "the server has no connection to spare"),
        1062 | 1586 => (Kind::Refused, "a value that must be unique is there already"),
        1451 | 1452 | 1216 | 1217 => (Kind::Refused, "a foreign key refuses"),
        4025 => (Kind::Refused, "a CHECK of the database refuses a value"),
        1048 | 1364 => (Kind::Refused, "a column may not be NULL"),
        1406 => (Kind::Refused, "a value is too long for its column"),
        1665 => (Kind::Other, "with binlog_format = STATEMENT its replicas may get other rows; set it to MIXED or ROW"),
        1044 | 1142 | 1143 | 1227 | 1290 => {
            return Failure::new(Kind::NoRight, code(said), refused(said));
        }
        // These name tables and columns only.
        1146 | 1054 | 1051 | 1109 => return Failure::new(Kind::Missing, code(said), said.message.clone()),
        1053 | 1077 | 1152 | 1184 | 1927 | 2006 | 2013 => (Kind::Lost, "the connection to the server is lost"),
        _ => (Kind::Other, "the server refuses a statement"),
    };
    Failure::new(kind, code(said), what)
}

/// Of a right that is missing the server names the command, the user and the table.
fn refused(said: &mysql::error::MySqlError) -> String {
    let what = said.message.split_once(" command denied to user ");
    let named = what.and_then(|(command, rest)| Some((command, rest.split_once(" for ")?.1)));
    match (named, said.message.rsplit_once(" to database ")) {
        (Some((command, of)), _) => format!("permission denied: {command} for {of}"),
        (None, Some((_, database))) => format!("permission denied in the database {database}"),
        (None, None) => "permission denied".to_owned(),
    }
}

fn code(said: &mysql::error::MySqlError) -> String {
    format!("{}, {}", said.code, said.state)
}
