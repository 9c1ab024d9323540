//! Exports of what opens a door.

use crate::database::{TableId, column_of, secret};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Export, ExportColumn, Part, Program};
use crate::source::Span;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in program.items.iter().flat_map(|item| &item.entries) {
        of_entry(program, entry, &mut found);
    }
    found
}

fn of_entry(program: &Program, entry: &Entry, found: &mut Vec<Diagnostic>) {
    of_export(program, entry.table.id, &entry.export, entry.span, found);
    of_parts(program, &entry.parts, found);
}

fn of_parts(program: &Program, parts: &[Part], found: &mut Vec<Diagnostic>) {
    // What is listed of stored files is the compiler's own choice.
    for part in parts.iter().filter(|part| !part.stored) {
        of_export(program, part.table.id, &part.export, part.span, found);
        of_parts(program, &part.parts, found);
    }
}

fn of_export(program: &Program, table: TableId, export: &Export, at: Span, found: &mut Vec<Diagnostic>) {
    found.extend(export.columns.iter().filter_map(|one| exported(program, table, one, at)));
}

fn exported(program: &Program, table: TableId, one: &ExportColumn, at: Span) -> Option<Diagnostic> {
    let schema = &program.schema;
    let own = (table, one.column.id);
    let (table, column) = match &one.reached {
        Some(reached) => column_of(schema, table, reached).unwrap_or(own),
        None => own,
    };
    let (table, column) = (schema.table(table), schema.table(table).column(column));
    // Of somebody else's key the label is shown instead.
    let called = secret(column).filter(|_| one.person.is_none())?;
    let name = format!("{}.{}", table.name, column.name);
    let except = format!("lints: {{secret-exported: {{except: {{{name}: why}}}}}}");
    let title = format!("`{name}` is exported, and is called like a secret ({called})");
    Some(
        Diagnostic::new(Code::SecretExported, at, title)
            .about(&name)
            .label(format!("exports `{}`", one.name))
            .related(column.span, "declared here")
            .help(format!("leave it out of `export`; if it is none: `{except}` in the Site")),
    )
}
