//! A purge type that nobody can ask for.

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let unused = program.purge_types.iter().filter(|one| one.uses.is_empty());
    let found = unused.map(|one| {
        Diagnostic::new(Code::PurgeWithoutUse, one.span, format!("nobody can ask for the purge type `{}`", one.id))
            .about(&one.id)
            .label("no `use`: its script carries out nothing")
            .help("write `use: [manual]`, `[automatic]` or both, or remove the type")
    });
    found.collect()
}
