//! Where a database is. It may hold a password, and is never printed.
#![expect(clippy::wildcard_enum_match_arm, reason = "the modes of TLS are another crate's, and may grow")]

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use postgres::config::{Host, SslMode};

use crate::sql::dialect::Dialect;

/// The address of a database.
#[derive(Clone)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(Box<Server>),
}

/// A server of PostgreSQL.
#[derive(Clone)]
pub struct Server {
    pub(super) config: postgres::Config,
    pub(super) tls: bool,
    /// A file of root certificates; else those that the machine trusts.
    pub(super) roots: Option<String>,
}

/// Why a text is no address. It quotes nothing of the text but names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressFault {
    pub what: String,
    pub help: &'static str,
}

const FORMS: &str = "write `sqlite:PATH` or `postgres://USER:PASSWORD@HOST:PORT/DATABASE`";
const ENCODED: &str = "in a URL, characters such as `@`, `/`, `:`, `#`, `%` and spaces in a name or password are written as `%40` and so on";

/// Prints the kind and nothing else.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:…", self.dialect().name())
    }
}

impl Address {
    pub fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(_) => Dialect::Sqlite,
            Self::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Whether it holds a password, which a list of processes would show.
    pub fn has_password(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(server) => server.config.get_password().is_some(),
        }
    }
}

impl FromStr for Address {
    type Err = AddressFault;

    fn from_str(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        let fault = |what: &str, help| Err(AddressFault { what: what.to_owned(), help });
        match text.split_once(':') {
            Some(("sqlite", "")) => fault("the path of the SQLite file is missing", FORMS),
            Some(("sqlite", path)) => Ok(Self::Sqlite(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))),
            Some(("postgres" | "postgresql", _)) => server(text).map(|server| Self::Postgres(Box::new(server))),
            Some((scheme, _)) if scheme.chars().all(|c| c.is_ascii_alphanumeric()) => {
                Err(AddressFault { what: format!("`{scheme}:` is no database that is known here"), help: FORMS })
            }
            _ => fault("this is no address of a database", FORMS),
        }
    }
}

fn server(text: &str) -> Result<Server, AddressFault> {
    let (text, roots) = without_roots(text);
    let mut config = postgres::Config::from_str(&text).map_err(|_| AddressFault {
        // WHY: the parser's own message may quote what it could not read.
        what: "the address of the PostgreSQL server cannot be read".to_owned(),
        help: ENCODED,
    })?;
    if config.get_hosts().is_empty() {
        return Err(AddressFault { what: "the address names no host".to_owned(), help: FORMS });
    }
    let is_local = config.get_hosts().iter().all(is_local);
    let says = text.contains("sslmode=");
    let tls = match config.get_ssl_mode() {
        SslMode::Disable => false,
        SslMode::Require => true,
        // Nobody asked: on the machine itself nothing leaves it, and anything else is encrypted.
        _ => !is_local || says,
    };
    config.ssl_mode(if tls { SslMode::Require } else { SslMode::Disable });
    config.application_name("probate");
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(10));
    }
    Ok(Server { config, tls, roots })
}

/// `sslrootcert` is ours to read.
fn without_roots(text: &str) -> (String, Option<String>) {
    let Some((base, query)) = text.split_once('?') else { return (text.to_owned(), None) };
    let (roots, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(|one| one.starts_with("sslrootcert="));
    let roots = roots.first().and_then(|one| one.split_once('=')).map(|(_, path)| path.to_owned());
    let rest = rest.join("&");
    (if rest.is_empty() { base.to_owned() } else { format!("{base}?{rest}") }, roots)
}

fn is_local(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}
