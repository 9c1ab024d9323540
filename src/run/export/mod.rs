//! Exports: the rows of a request, streamed into an archive, and archives whose time is over removed.

mod archive;
mod aside;
mod contents;
mod readable;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::{Fault, Site, needing, query, ready, run, run_all};
use crate::engine::{Connection, Failure, Kind};
use crate::page::{BuiltIn, Listed, PageError};
use crate::plan::{self, ExportList, ExportParts, request};
use crate::program::ExportType;
use crate::sql::{self, Reads, Statement};
use archive::Archive;
use aside::Aside;
use contents::Contents;

/// Where archives go, and where files come from.
#[derive(Debug, Clone, Copy)]
pub struct Exporting<'e> {
    /// The folder of the archives; it is there.
    pub out: &'e Path,
    /// The folder of the application's stored files; without one they are listed only.
    pub store: Option<&'e Path>,
    /// Seconds since 1970, for the archive's own notes.
    pub now: i64,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Exported {
    pub archives: Vec<Written>,
    pub failed: Vec<NotWritten>,
    /// Archives that were removed because their time is over, by request.
    pub expired: Vec<i64>,
}

/// A finished archive.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Written {
    pub request: i64,
    #[serde(rename = "type")]
    pub of_type: String,
    pub path: String,
    pub rows: u64,
    pub files: u64,
    /// Files that the rows name and the store does not have.
    pub missing_files: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NotWritten {
    pub request: i64,
    #[serde(rename = "type")]
    pub of_type: String,
    pub reason: String,
}

/// The file of a request's archive.
pub fn archive_name(request: i64) -> String {
    format!("export-{request}.zip")
}

/// Removes what has expired, then carries out every export that is due.
///
/// # Errors
/// The database is not the one compiled for, or the connection is lost. What was written until then is whole.
pub fn export(site: Site<'_>, connection: &mut dyn Connection, exporting: Exporting<'_>) -> Result<Exported, Fault> {
    ready(site, connection)?;
    let mut exported = Exported { expired: expire(site, connection, exporting.out)?, ..Exported::default() };
    let built_in = BuiltIn::load(site.program());
    for export_type in &site.program().export_types {
        let parts = plan::export_parts(site.basis, export_type);
        while let Some(request) = claim(connection, &parts)? {
            let built_in = built_in.as_ref().map_err(Clone::clone);
            let one = One { site, export_type, parts: &parts, exporting, request };
            match built_in.map_err(Failed::from).and_then(|built_in| one.write(connection, built_in)) {
                Ok(written) => exported.archives.push(written),
                Err(Failed::Database(failure)) if failure.kind == Kind::Lost => return Err(failure.into()),
                Err(Failed::Database(failure)) if failure.kind == Kind::NoRight => {
                    connection.undo()?;
                    run(connection, &Statement::Begin(Reads::Latest))?;
                    run(connection, &request::give_back())?;
                    run(connection, &Statement::Commit)?;
                    return Err(failure.into());
                }
                Err(failed) => {
                    connection.undo()?;
                    let reason = failed.to_string();
                    run(connection, &Statement::Begin(Reads::Latest))?;
                    run(connection, &request::failed(&reason))?;
                    run(connection, &Statement::Commit)?;
                    exported.failed.push(NotWritten { request, of_type: export_type.id.clone(), reason });
                }
            }
        }
    }
    Ok(exported)
}

/// Removes one archive before its time.
///
/// # Errors
/// It is not there, or cannot be removed.
pub fn remove(site: Site<'_>, connection: &mut dyn Connection, out: &Path, request: i64) -> Result<(), Fault> {
    let finished = request::Only {
        id: Some(request),
        kind: Some("export".to_owned()),
        state: Some("done".to_owned()),
        ..request::Only::default()
    };
    let found = super::request::list(connection, &finished)?.pop();
    let found = found.ok_or_else(|| {
        Fault::refused(
            format!("request {request} is no finished export"),
            "see `probate request list --kind export --state done`",
        )
    })?;
    gone(site, connection, out, (request, &found.of_type))
}

fn expire(site: Site<'_>, connection: &mut dyn Connection, out: &Path) -> Result<Vec<i64>, Fault> {
    let mut ids = Vec::new();
    for row in query(connection, &request::expired())? {
        let [Some(id), Some(of_type)] = row.as_slice() else { continue };
        let Ok(id) = id.parse() else { continue };
        gone(site, connection, out, (id, of_type))?;
        ids.push(id);
    }
    Ok(ids)
}

/// The file goes first: what the database calls expired is there no more.
fn gone(
    site: Site<'_>,
    connection: &mut dyn Connection,
    out: &Path,
    (request, of_type): (i64, &str),
) -> Result<(), Fault> {
    let path = out.join(archive_name(request));
    match std::fs::remove_file(&path) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => {
            let what = format!("the archive `{}` cannot be removed: {}", path.display(), error.kind());
            return Err(Fault::not_ready(what, "look at the rights of the folder"));
        }
    }
    run(connection, &Statement::Begin(Reads::Latest))?;
    run_all(connection, &request::expire(site.program(), request, of_type))?;
    run(connection, &Statement::Commit)?;
    Ok(())
}

/// The request that was claimed.
fn claim(connection: &mut dyn Connection, parts: &ExportParts) -> Result<Option<i64>, Fault> {
    for piece in &parts.claim.pieces {
        run(connection, &piece.statement)?;
    }
    let rows = query(connection, &request::mine_now())?;
    let row = rows.into_iter().next();
    Ok(row.and_then(|row| row.into_iter().next()??.parse().ok()))
}

/// Why one export was not written.
enum Failed {
    Database(Failure),
    File(String),
    Page(PageError),
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Database(failure) => failure.fmt(f),
            Self::File(what) => f.write_str(what),
            Self::Page(error) => error.fmt(f),
        }
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self::Database(failure)
    }
}

impl From<PageError> for Failed {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Self::File(format!("the archive cannot be written: {error}"))
    }
}

struct One<'o> {
    site: Site<'o>,
    export_type: &'o ExportType,
    parts: &'o ExportParts,
    exporting: Exporting<'o>,
    request: i64,
}

impl One<'_> {
    /// WHY: the archive gets its name before the request is done: a request that is done has an archive.
    fn write(&self, connection: &mut dyn Connection, built_in: &BuiltIn) -> Result<Written, Failed> {
        let path: PathBuf = self.exporting.out.join(archive_name(self.request));
        let mut archive = Archive::create(&path)?;
        let mut aside = Aside::create(&path)?;
        run(connection, &Statement::Begin(Reads::Snapshot))?;
        let language = query(connection, &self.parts.language)?;
        let (lists, contents) = self.data(connection, &mut archive, &mut aside)?;
        let files = contents.copy(self.exporting.store, &mut archive)?;
        let language = language.into_iter().next().and_then(|row| row.into_iter().next()?);
        readable::write(self, built_in, language.as_deref(), (&lists, &files), aside, &mut archive)?;
        let written = Written {
            request: self.request,
            of_type: self.export_type.id.clone(),
            path: path.display().to_string(),
            rows: lists.iter().map(|list| list.rows).sum(),
            files: files.iter().filter(|file| file.is_there()).count() as u64,
            missing_files: files.iter().filter(|file| !file.is_there()).count() as u64,
        };
        archive.finish(&self.manifest(&lists, &files))?;
        run(connection, &Statement::Change(self.parts.done.clone()))?;
        for piece in &self.parts.told.pieces {
            run(connection, &piece.statement)?;
        }
        archive.publish()?;
        if let Err(failure) = run(connection, &Statement::Commit) {
            let _ = std::fs::remove_file(&path);
            return Err(failure.into());
        }
        Ok(written)
    }

    /// The rows, as data; those that people shall read are kept aside at the same time.
    fn data(
        &self,
        connection: &mut dyn Connection,
        archive: &mut Archive,
        aside: &mut Aside,
    ) -> Result<(Vec<Listed>, Contents), Failed> {
        archive.start("data.json")?;
        archive.write("{\"format_version\":1,\"head\":")?;
        stream(connection, &self.parts.head, &mut |line| archive.write(line))?;
        archive.write(",\"rows\":[")?;
        let (mut lists, mut contents, mut first) = (Vec::new(), Contents::default(), true);
        for list in &self.parts.lists {
            let (mut rows, mut shown) = (0, 0);
            stream(connection, &list.rows, &mut |line| {
                archive.write(if std::mem::take(&mut first) { "\n" } else { ",\n" })?;
                archive.write(line)?;
                rows += 1;
                if rows <= readable::MOST_ROWS {
                    aside.keep(line)?;
                    shown = rows;
                }
                contents.note(line, &list.contents);
                Ok(())
            })?;
            lists.push(listed(list, rows, shown));
        }
        archive.write("\n]}\n")?;
        Ok((lists, contents))
    }

    fn manifest(&self, lists: &[Listed], files: &[contents::File]) -> serde_json::Value {
        let program = self.site.program();
        let lists = lists.iter().zip(&self.parts.lists).map(|(list, of)| {
            let item = program.item(of.item).map_or("", |item| item.name.as_str());
            serde_json::json!({"item": item, "table": program.schema.table(list.table).name, "rows": list.rows})
        });
        serde_json::json!({
            "format_version": 1,
            "request": self.request,
            "type": self.export_type.id,
            "site": program.site.id,
            "program": self.site.basis.digest,
            "created": jiff::Timestamp::from_second(self.exporting.now).map(|time| time.to_string()).unwrap_or_default(),
            "lists": lists.collect::<Vec<_>>(),
            "files": files,
        })
    }
}

fn listed(list: &ExportList, rows: u64, shown: u64) -> Listed {
    Listed {
        table: list.table,
        name: list.name.clone(),
        columns: list.columns.clone(),
        has_parts: list.has_parts,
        files: list.contents.clone(),
        rows,
        shown,
    }
}

fn stream(
    connection: &mut dyn Connection,
    select: &sql::Select,
    each: &mut dyn FnMut(&str) -> std::io::Result<()>,
) -> Result<(), Failed> {
    let mut failed = None;
    let (statement, dialect) = (Statement::Query(select.clone()), connection.dialect());
    for text in sql::statement_at(&statement, dialect, connection.now()) {
        let read = connection.stream(&text, &mut |line| match each(line) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        });
        read.map_err(|failure| needing(failure, &statement, dialect))?;
    }
    failed.map_or(Ok(()), |error| Err(error.into()))
}
