//! `{keep: reason}`: this relation asks for nothing. It never stops another entry.

use crate::diagnostic::Diagnostic;

pub(super) const NAME: &str = "keep";

/// Nothing is written, so no column can speak against it.
pub(super) fn check() -> Vec<Diagnostic> {
    Vec::new()
}
