//! PostgreSQL, over a socket or TLS whose certificate is verified.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;

use futures_util::StreamExt;
use rustls::ClientConfig;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::error::{DbError, SqlState};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::{Client, NoTls, SimpleQueryMessage, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::address::Server;
use super::{Connection, Declarations, Failure, Kind, Row, live};
use crate::sql::dialect::Dialect;

/// WHY: the client that waits by itself does so for each row of a stream anew, which costs more than the row.
pub(super) struct Postgres {
    client: Client,
    runtime: Runtime,
}

impl Postgres {
    pub fn open(server: &Server) -> Result<Self, Failure> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Failure::new(Kind::NoConnection, "", error.kind().to_string()))?;
        let client =
            if server.tls { connect(&runtime, server, tls(server)?) } else { connect(&runtime, server, NoTls) };
        Ok(Self { client: client.map_err(|error| no_connection(&error))?, runtime })
    }

    fn wait<T>(&self, done: impl Future<Output = Result<T, tokio_postgres::Error>>) -> Result<T, Failure> {
        self.runtime.block_on(done).map_err(|error| failure(&error))
    }
}

fn connect<T>(runtime: &Runtime, server: &Server, tls: T) -> Result<Client, tokio_postgres::Error>
where
    T: MakeTlsConnect<Socket, Stream: Send + 'static, TlsConnect: TlsConnect<Socket, Future: Send>>,
{
    let (client, connection) = runtime.block_on(server.config.connect(tls))?;
    // What it ends with is said to whoever waits for an answer.
    runtime.spawn(async { drop(connection.await) });
    Ok(client)
}

/// The roots that the machine trusts, or those of a file; the certificate must be the host's.
fn tls(server: &Server) -> Result<MakeRustlsConnect, Failure> {
    let bad = |what: String| Failure::new(Kind::NoConnection, "", what);
    if server.roots.is_none() {
        let found = MakeRustlsConnect::with_native_certs();
        return found
            .map(|(connect, _)| connect)
            .map_err(|_| bad("this machine trusts no root certificates".to_owned()));
    }
    let mut roots = rustls::RootCertStore::empty();
    if let Some(path) = &server.roots {
        use rustls::pki_types::CertificateDer;
        use rustls::pki_types::pem::PemObject;
        let unreadable = |error: &dyn std::fmt::Display| bad(format!("the root certificates in `{path}`: {error}"));
        let found = CertificateDer::pem_file_iter(path).map_err(|error| unreadable(&error))?;
        for one in found {
            let one = one.map_err(|error| unreadable(&error))?;
            roots.add(one).map_err(|error| unreadable(&error))?;
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|error| bad(error.to_string()))?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}

impl Connection for Postgres {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn rows(&mut self, sql: &str) -> Result<Vec<Row>, Failure> {
        let messages = self.wait(self.client.simple_query(sql))?;
        let row = |message| {
            let SimpleQueryMessage::Row(row) = message else { return None };
            Some((0..row.len()).map(|at| row.try_get(at).ok().flatten().map(str::to_owned)).collect())
        };
        Ok(messages.into_iter().filter_map(row).collect())
    }

    fn stream(&mut self, query: &str, each: &mut dyn FnMut(&str) -> ControlFlow<()>) -> Result<(), Failure> {
        // The quotes and delimiters are characters that no text of JSON holds as they are.
        let copy = format!("copy ({query}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')");
        self.runtime.block_on(async {
            let rows = self.client.copy_out(&copy).await.map_err(|error| failure(&error))?;
            let mut rows = pin!(rows);
            // A message is a row, and the end of its line.
            while let Some(row) = rows.next().await {
                let row = row.map_err(|error| failure(&error))?;
                let line = std::str::from_utf8(row.strip_suffix(b"\n").unwrap_or(&row));
                let line = line.map_err(|_| Failure::new(Kind::Other, "", "a row is not UTF-8"))?;
                if each(line).is_break() {
                    break;
                }
            }
            Ok(())
        })
    }

    fn undo(&mut self) -> Result<(), Failure> {
        self.wait(self.client.batch_execute("rollback"))
    }

    fn declarations(&mut self) -> Result<Declarations, Failure> {
        live::of_postgres(self)
    }
}

fn no_connection(error: &tokio_postgres::Error) -> Failure {
    let found = failure(error);
    let what = match error.code() {
        Some(code) if *code == SqlState::INVALID_PASSWORD => "the password is wrong".to_owned(),
        Some(code) if *code == SqlState::INVALID_CATALOG_NAME => "there is no database of this name".to_owned(),
        Some(code) if *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION => {
            "the server does not let this user in".to_owned()
        }
        Some(_) => found.what,
        // What the operating system or TLS says; it names no secret.
        None => {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            format!("no PostgreSQL answers: {}", cause.unwrap_or_else(|| error.to_string()))
        }
    };
    Failure::new(Kind::NoConnection, found.code, what)
}

fn failure(error: &tokio_postgres::Error) -> Failure {
    match error.as_db_error() {
        Some(said) => Failure::new(kind(said.code()), said.code().code(), named(said)),
        None if error.is_closed() => Failure::new(Kind::Lost, "", "the connection to the server is lost"),
        None => Failure::new(Kind::Lost, "", "the server could not be talked to"),
    }
}

fn kind(code: &SqlState) -> Kind {
    let busy = [
        SqlState::LOCK_NOT_AVAILABLE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::TOO_MANY_CONNECTIONS,
    ];
    if busy.contains(code) {
        return Kind::Busy;
    }
    match code.code().get(..2) {
        Some("08" | "57") => Kind::Lost,
        Some("28") => Kind::NoConnection,
        Some("23") => Kind::Refused,
        _ if *code == SqlState::INSUFFICIENT_PRIVILEGE => Kind::NoRight,
        _ if *code == SqlState::UNDEFINED_TABLE || *code == SqlState::UNDEFINED_COLUMN => Kind::Missing,
        _ => Kind::Other,
    }
}

/// Names of what it is about; the message itself may quote a value.
fn named(error: &DbError) -> String {
    let code = error.code();
    let what = if *code == SqlState::UNIQUE_VIOLATION {
        "a value that must be unique is there already"
    } else if *code == SqlState::FOREIGN_KEY_VIOLATION {
        "a foreign key refuses"
    } else if *code == SqlState::CHECK_VIOLATION {
        "a CHECK of the database refuses a value"
    } else if *code == SqlState::NOT_NULL_VIOLATION {
        "a column may not be NULL"
    } else if *code == SqlState::LOCK_NOT_AVAILABLE {
        "others held a lock for too long"
    } else if *code == SqlState::T_R_DEADLOCK_DETECTED {
        "a deadlock with others"
    } else if kind(code) == Kind::Missing || kind(code) == Kind::NoRight {
        // These name tables, columns and rights only.
        return error.message().to_owned();
    } else {
        "the server refuses a statement"
    };
    let names = [("table", error.table()), ("column", error.column()), ("constraint", error.constraint())];
    let names: Vec<String> =
        names.iter().filter_map(|(what, name)| name.map(|name| format!("{what} `{name}`"))).collect();
    if names.is_empty() { what.to_owned() } else { format!("{what}: {}", names.join(", ")) }
}
