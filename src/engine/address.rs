//! Where a database is. It may hold a password, and is never printed.
#![expect(clippy::wildcard_enum_match_arm, reason = "the modes of TLS are another crate's, and may grow")]

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use tokio_postgres::config::{Host, SslMode};

use crate::sql::dialect::Dialect;

/// The address of a database.
#[derive(Clone)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(Box<Server>),
    MariaDb(Box<mysql::Opts>),
}

/// A server of PostgreSQL.
#[derive(Clone)]
pub struct Server {
    pub(super) config: tokio_postgres::Config,
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

const FORMS: &str = "write `sqlite:PATH`, `postgres://USER:PASSWORD@HOST:PORT/DATABASE` or `mariadb://USER:PASSWORD@HOST:PORT/DATABASE`";
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
            Self::MariaDb(_) => Dialect::Mariadb,
        }
    }

    /// Whether it holds a password, which a list of processes would show.
    pub fn has_password(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(server) => server.config.get_password().is_some(),
            Self::MariaDb(options) => options.get_pass().is_some_and(|password| !password.is_empty()),
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
            Some(("mariadb" | "mysql", rest)) => mariadb(rest).map(|options| Self::MariaDb(Box::new(options))),
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
    let mut config = tokio_postgres::Config::from_str(&text).map_err(|_| AddressFault {
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

fn mariadb(rest: &str) -> Result<mysql::Opts, AddressFault> {
    let (text, roots) = without_roots(&format!("mysql:{rest}"));
    let (text, mode) = without(&text, "sslmode");
    let says = match mode.as_deref() {
        None => None,
        Some("disable") => Some(false),
        Some("require" | "verify-full") => Some(true),
        Some(_) => {
            let what = "the address has an `sslmode` that is not known".to_owned();
            return Err(AddressFault { what, help: "write `sslmode=require` or `sslmode=disable`" });
        }
    };
    let options = mysql::Opts::from_url(&text).map_err(|_| AddressFault {
        what: "the address of the MariaDB server cannot be read".to_owned(),
        help: ENCODED,
    })?;
    if options.get_db_name().is_none_or(str::is_empty) {
        return Err(AddressFault { what: "the address names no database".to_owned(), help: FORMS });
    }
    let host = options.get_ip_or_hostname().into_owned();
    let is_local = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    // On the machine itself nothing leaves it, and anything else is encrypted, unless it is said otherwise.
    let tls = says.unwrap_or(roots.is_some() || !is_local);
    let wanted = mysql::SslOpts::default().with_root_cert_path(roots.map(PathBuf::from));
    let builder = mysql::OptsBuilder::from_opts(options)
        .ssl_opts(tls.then_some(wanted))
        // A path that the server names is a file that this machine may not have.
        .prefer_socket(false)
        .tcp_connect_timeout(Some(Duration::from_secs(10)));
    Ok(builder.into())
}

/// `sslrootcert` is ours to read.
fn without_roots(text: &str) -> (String, Option<String>) {
    without(text, "sslrootcert")
}

/// The address without one of its options, and what that said.
fn without(text: &str, option: &str) -> (String, Option<String>) {
    let Some((base, query)) = text.split_once('?') else { return (text.to_owned(), None) };
    let is_it = |one: &&str| one.split_once('=').is_some_and(|(name, _)| name == option);
    let (found, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(is_it);
    let found = found.first().and_then(|one| one.split_once('=')).map(|(_, value)| value.to_owned());
    let rest = rest.join("&");
    (if rest.is_empty() { base.to_owned() } else { format!("{base}?{rest}") }, found)
}

fn is_local(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}
