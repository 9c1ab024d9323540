//! An item of which nobody says why it is there.

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let without = program.items.iter().filter(|item| item.purpose.is_none());
    let found = without.map(|item| {
        let found = Diagnostic::new(Code::WithoutPurpose, item.span, format!("`{}` has no purpose", item.name))
            .about(&item.name)
            .label("why is it there?");
        if program.purposes.is_empty() {
            found.help("write a document of `kind: Purpose`, and `purpose:` with its id here")
        } else {
            found.help("write `purpose:` with the id of a Purpose")
        }
    });
    found.collect()
}
