//! A catalogue of which nobody is given anything.

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let count = program.items.len();
    if count == 0 || !program.export_types.is_empty() {
        return Vec::new();
    }
    let items = if count == 1 { "one item".to_owned() } else { format!("{count} items") };
    let title = format!("the catalogue has {items}, and no export type gives a person any of it");
    let found = Diagnostic::new(Code::NoExportType, program.site.span, title)
        .about(&program.site.id)
        .label("nobody can be given a copy of their data")
        .help("write a document of `kind: ExportType` with `use: [officer]` and `items: {include: [\"*\"]}`");
    vec![found]
}
