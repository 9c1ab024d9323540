//! Columns by which a purge finds rows, and of which there is no index.

use super::found_by::{self, Way};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let schema = &program.schema;
    let open = found_by::unserved(program).into_iter().filter(|((_, _, way), _)| *way == Way::Equal);
    let found = open.map(|((table, columns, _), (item, at))| {
        let name = found_by::name(schema, table, &columns);
        let mut statements: Vec<String> = Vec::new();
        for dialect in &program.site.dialects {
            let statement = found_by::create_index(schema, table, &columns, *dialect, |column| column);
            if !statements.contains(&statement) {
                statements.push(statement);
            }
        }
        let declared = columns.first().map(|column| schema.table(table).column(*column).span);
        let title = format!("no index begins with `{name}`, by which `{item}` finds rows");
        let diagnostic = Diagnostic::new(Code::OwnerWithoutIndex, at, title)
            .about(&name)
            .label("every purge reads the whole table")
            .help(format!("create it: `{}`", statements.join("` or `")));
        declared.into_iter().fold(diagnostic, |one, span| one.related(span, "no index begins with it"))
    });
    found.collect()
}
