//! The tool's own tables in a database, and whether a database is the one that the program was compiled for.

use std::sync::Arc;

use super::{Fault, Site, query, run};
use crate::engine::{Connection, Failure, Kind};
use crate::plan::{self, request};
use crate::sql::{Expr, Select, Statement};

/// So many tables are looked for at once; SQLite has its limits.
const TABLES: usize = 50;

/// Makes the tool's tables, where they are missing; in one transaction where the engine can.
///
/// # Errors
/// The database is another one, or refuses.
pub fn install(site: Site<'_>, connection: &mut dyn Connection) -> Result<(), Fault> {
    compiled_for(site, connection)?;
    for piece in plan::install(site.basis).pieces {
        run(connection, &piece.statement)?;
    }
    ready(site, connection)
}

/// Whether the database is the one compiled for, with tables of ours that this program knows.
///
/// # Errors
/// It is not; nothing has been done.
pub fn ready(site: Site<'_>, connection: &mut dyn Connection) -> Result<(), Fault> {
    compiled_for(site, connection)?;
    let installed = match query(connection, &request::installed()) {
        Ok(rows) => rows.into_iter().next(),
        Err(failure) if failure.kind == Kind::Missing => None,
        Err(failure) => return Err(failure.into()),
    };
    let (format, id) = match installed.as_deref() {
        Some([Some(format), Some(id)]) => (format.parse::<i64>().unwrap_or(0), id.clone()),
        _ => {
            return Err(Fault::not_ready(
                "the tables of probate are not in this database",
                "run `probate install`, or the compiled `install.sql`",
            ));
        }
    };
    if id != site.program().site.id {
        return Err(Fault::not_ready(
            format!("this is the database of the site `{id}`, and the project is `{}`", site.program().site.id),
            "name the database of this site, or the project of that one",
        ));
    }
    if format != request::INSTALLED_FORMAT {
        let known = request::INSTALLED_FORMAT;
        return Err(Fault::not_ready(
            format!("the tables of probate in this database have the format {format}; this program knows {known}"),
            if format > known {
                "use the version of probate that wrote them"
            } else if format >= request::EXTENDED_FORMAT {
                "run `probate install`, or the new `install.sql`: it adds what is missing"
            } else {
                "they are of a version before the first release, which nothing extends: drop the tables whose names begin with `probate_`, and run `probate install`"
            },
        ));
    }
    Ok(())
}

/// The dialect is one of the site's.
pub(super) fn of_its_kind(site: Site<'_>, connection: &dyn Connection) -> Result<(), Fault> {
    let dialect = connection.dialect();
    let known = &site.program().site.dialects;
    if known.contains(&dialect) {
        return Ok(());
    }
    let known: Vec<&str> = known.iter().map(|one| one.name()).collect();
    Err(Fault::not_ready(
        format!("the database is {}, and the site is compiled for {}", dialect.name(), known.join(", ")),
        "add it to `dialects` of the Site, and its schema",
    ))
}

/// Whether the names of tables and columns mean something: reads no row.
fn is_there(connection: &mut dyn Connection, tables: &[plan::Used]) -> Result<(), Failure> {
    let none = |table: &plan::Used| {
        let columns = table.columns.iter().map(|column| Expr::of(&table.name, column));
        Expr::Exists(Arc::new(Select::from(&table.name, columns).filter(Expr::any([]))))
    };
    let any = Select::values([Expr::integer(1)]).filter(Expr::any(tables.iter().map(none).collect::<Vec<_>>()));
    run(connection, &Statement::Query(any)).map(drop)
}

/// The dialect is one of the site's, and every table and column that its policy speaks of is there.
fn compiled_for(site: Site<'_>, connection: &mut dyn Connection) -> Result<(), Fault> {
    of_its_kind(site, connection)?;
    let mut lacks = Vec::new();
    for some in plan::used(site.program()).chunks(TABLES) {
        // One by one they tell which is missing.
        if is_there(connection, some).is_ok() {
            continue;
        }
        for table in some {
            match is_there(connection, std::slice::from_ref(table)) {
                Ok(()) => {}
                Err(failure) if failure.kind == Kind::Missing => lacks.push(failure.what),
                // Not every command reads all that a policy speaks of; one that does is told so by its own statements.
                Err(failure) if failure.kind == Kind::NoRight => {}
                Err(failure) => return Err(failure.into()),
            }
        }
    }
    if lacks.is_empty() {
        return Ok(());
    }
    Err(Fault::not_ready(
        format!("this is not the database that the policy was written for: {}", lacks.join("; ")),
        "name the right database, or bring the schema of the Site up to date and compile again",
    ))
}
