//! Tables in which nothing can be done for good, or nothing as a whole.

use super::super::Basis;
use super::decide::{entries, written_tables};
use super::touched::Touched;
use crate::database::Flaw;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;

/// What the schema says against writing the tables that a type writes.
pub(super) fn flaws(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut written = written_tables(basis, purge_type);
    if purge_type.transition {
        written.insert(basis.program.site.subject.table.id);
    }
    let mut found = Vec::new();
    for id in written {
        let table = basis.program.schema.table(id);
        let Some((flaw, at)) = &table.flaw else { continue };
        let of_table = |entry: &&_| Touched::of(std::iter::once(*entry)).tables.contains(&id);
        let span = entries(basis, purge_type).map(|(_, entry)| entry).find(of_table);
        let span = span.map_or(purge_type.span, |entry| entry.span);
        let of_type = format!("{} writes `{}`", purge_type.called(), table.name);
        found.push(match flaw {
            Flaw::NotUndone(engine) => {
                Diagnostic::new(Code::NotUndone, span, format!("{of_type}, which {engine} keeps"))
                    .label("a purge that fails would not be undone here")
                    .related(*at, "declared here")
                    .help(format!("`alter table {} engine = InnoDB`, and take the schema anew", table.name))
            }
            Flaw::KeepsHistory => {
                Diagnostic::new(Code::KeepsHistory, span, format!("{of_type}, which keeps its history"))
                    .label("what is deleted here can still be read")
                    .related(*at, "declared here")
                    .help(format!("`alter table {} drop system versioning`, and take the schema anew", table.name))
            }
            Flaw::Inherited(heir) => {
                let title = format!("{of_type}, from which `{heir}` inherits");
                Diagnostic::new(Code::InheritedTable, span, title)
                    .label("rows of several tables, which may have the same keys")
                    .related(*at, "declared here")
                    .help(format!(
                        "`alter table {heir} no inherit {}`, or partitions, and take the schema anew",
                        table.name
                    ))
            }
        });
    }
    found
}
