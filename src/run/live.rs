//! A live database beside a project: its schema, read as a file is, and the rows that no purge reaches.

use super::{Fault, GRANTS, Site, install, looked, numbers};
use crate::database::{self, Schema, Vendor};
use crate::diagnostic::Diagnostics;
use crate::engine::{self, Connection, Failure, Kind, Unread};
use crate::plan::{self, OWN, OrphanKind};
use crate::source::{FileId, SourceMap, Span};
use crate::sql::dialect::Dialect;

/// What findings call the text that the database's schema is read from.
const CALLED: &str = "database";

/// A schema as its database has it.
#[derive(Debug)]
pub struct LiveSchema {
    pub dialect: Dialect,
    pub schema: Schema,
    /// The DDL.
    pub file: FileId,
    /// Tables of which the database does not say what they are.
    pub unread: Vec<Unread>,
    /// What it shows to nobody with this user's rights.
    pub unseen: Vec<&'static str>,
}

/// Reads the schema, without the tool's own tables. What cannot be read of it goes to `found`.
///
/// # Errors
/// The database refuses, or has no tables.
pub fn live_schema(
    connection: &mut dyn Connection,
    sources: &mut SourceMap,
    found: &mut Diagnostics,
) -> Result<LiveSchema, Fault> {
    let dialect = connection.dialect();
    let mut live = engine::live(connection, OWN)?;
    for one in live.unread.iter_mut().filter(|one| one.failure.kind == Kind::NoRight) {
        one.failure.help = Some(GRANTS);
    }
    let Some(vendor) = Vendor::of(dialect).filter(|_| !live.ddl.is_empty() || !live.unread.is_empty()) else {
        return Err(Fault::not_ready(
            "there is no table in this database",
            "name the right database; on PostgreSQL the first schema of `search_path` is read, and MariaDB shows a user \
             only tables on which it has a right",
        ));
    };
    let is_empty = live.ddl.is_empty();
    let file = sources.add(CALLED, live.ddl);
    let schema = if is_empty { Schema::default() } else { database::read(sources, file, vendor, found) };
    Ok(LiveSchema { dialect, schema, file, unread: live.unread, unseen: live.unseen })
}

/// Whether the database is of a kind that the site is compiled for.
///
/// # Errors
/// It is not.
pub fn of_its_kind(site: Site<'_>, connection: &dyn Connection) -> Result<(), Fault> {
    install::of_its_kind(site, connection)
}

/// What was counted of an entry or of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrphansCounted {
    pub item: String,
    pub table: String,
    pub kind: OrphanKind,
    pub span: Span,
    /// `Err`: they could not be counted.
    pub rows: Result<Orphaned, Failure>,
}

/// How many rows no purge reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Orphaned {
    /// They name somebody who has no row.
    pub person_gone: u64,
    /// The way to their person ends at a row that is not there.
    pub way_broken: u64,
}

impl Orphaned {
    pub fn all(self) -> u64 {
        self.person_gone + self.way_broken
    }
}

/// Counts the orphans of every entry and of its parts; where a table may not be read, that is said of it.
///
/// # Errors
/// The connection is lost.
pub fn orphans(site: Site<'_>, connection: &mut dyn Connection) -> Result<Vec<OrphansCounted>, Fault> {
    let mut all = Vec::new();
    for one in plan::orphans(site.program()) {
        let rows = match looked(connection, |connection| numbers(connection, &one.count)) {
            Ok(counted) => Ok(rows(&counted)),
            Err(failure) if matches!(failure.kind, Kind::Lost | Kind::NoConnection) => return Err(failure.into()),
            Err(failure) => Err(failure),
        };
        all.push(OrphansCounted { item: one.item, table: one.table, kind: one.kind, span: one.span, rows });
    }
    Ok(all)
}

/// What is between two numbers came so far and no further.
fn rows(counted: &[i64]) -> Orphaned {
    let between = |pair: &[i64]| match pair {
        [so_far, further] => u64::try_from(so_far - further).unwrap_or(0),
        _ => 0,
    };
    let mut lost = counted.chunks(2).map(between);
    Orphaned { person_gone: lost.next().unwrap_or(0), way_broken: lost.sum() }
}
