//! Columns of people's rows that are called like personal data, and of which no item speaks.

use std::collections::BTreeSet;

use crate::database::{About, Column, Table, TableId, personal};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;
use crate::review::Covered;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let schema = &program.schema;
    let subject = program.site.subject.table.id;
    let covered = Covered::by(Some(program));
    let referring: BTreeSet<TableId> = schema.relations_to(subject).map(|relation| relation.from).collect();
    let mut found = Vec::new();
    for (id, table) in schema.tables().filter(|(_, table)| !table.is_elsewhere) {
        if id != subject && !referring.contains(&id) && !covered.has(id) {
            continue;
        }
        let keys: BTreeSet<_> = schema.relations_from(id).flat_map(|relation| &relation.columns).collect();
        let open = table.column_ids().filter(|column| {
            !covered.speaks_of(id, *column) && !keys.contains(column) && !table.primary_key.contains(column)
        });
        found.extend(open.filter_map(|column| finding(table, table.column(column))));
    }
    found
}

fn finding(table: &Table, column: &Column) -> Option<Diagnostic> {
    let called = personal(column, About::Person)?;
    let name = format!("{}.{}", table.name, column.name);
    let title = format!("`{name}` is called like personal data ({called}), and no item speaks of it");
    let except = format!("lints: {{looks-personal: {{except: {{{name}: why}}}}}}");
    Some(
        Diagnostic::new(Code::LooksPersonal, column.span, title)
            .about(&name)
            .label("neither exported nor purged")
            .help(format!("add it to an item; if it is none: `{except}` in the Site")),
    )
}
