//! An export type that nobody can ask for.

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let unused = program.export_types.iter().filter(|one| !one.is_in_use(program));
    let found = unused.map(|one| {
        let title = format!("nobody can ask for the export type `{}`", one.id);
        let found = Diagnostic::new(Code::ExportWithoutUse, one.span, title).about(&one.id);
        if one.uses.is_empty() {
            found
                .label("no `use`: its script carries out nothing")
                .help("write `use: [officer]`, `[self]` or both, or remove the type")
        } else {
            found
                .label("for `self` only, which the Site does not allow")
                .help("write `defaults: {self_export: true}` in the Site, or add `officer` to its `use`")
        }
    });
    found.collect()
}
