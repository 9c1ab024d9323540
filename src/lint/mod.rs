//! What is legal but unwise: one file a lint.
//!
//! In: a [`Program`] without errors, as it is written: what only waits for its review counts as taken. Out: findings,
//! each with what it is about; and what the Site's `lints` make of them. Never here: errors of the language,
//! statements, what a purge does.

mod always_true;
mod comes_back;
mod export_without_use;
mod expression_without_index;
mod found_by;
mod levels;
mod looks_personal;
mod missing_translation;
mod never_fires;
mod no_default_type;
mod no_export_type;
mod not_exported;
mod not_purged;
mod owner_without_index;
mod purge_without_use;
mod purges_active;
mod purges_identifier;
mod same_decisions;
mod secret_exported;
mod stale_translation;
mod still_linked;
mod unused_document;
mod without_purpose;

pub use levels::{Looked, levelled};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

/// What a lint finds in a program.
type Find = fn(&Program) -> Vec<Diagnostic>;

/// Every lint, with the code of its findings. A new one is a file, a line here, a code and a fixture.
const LINTS: &[(Code, Find)] = &[
    (Code::AlwaysTrue, always_true::find),
    (Code::ComesBack, comes_back::find),
    (Code::ExportWithoutUse, export_without_use::find),
    (Code::ExpressionWithoutIndex, expression_without_index::find),
    (Code::LooksPersonal, looks_personal::find),
    (Code::MissingTranslation, missing_translation::find),
    (Code::NeverFires, never_fires::find),
    (Code::NoDefaultType, no_default_type::find),
    (Code::NoExportType, no_export_type::find),
    (Code::NotExported, not_exported::find),
    (Code::NotPurged, not_purged::find),
    (Code::OwnerWithoutIndex, owner_without_index::find),
    (Code::PurgeWithoutUse, purge_without_use::find),
    (Code::PurgesActive, purges_active::find),
    (Code::PurgesIdentifier, purges_identifier::find),
    (Code::SameDecisions, same_decisions::find),
    (Code::SecretExported, secret_exported::find),
    (Code::StaleTranslation, stale_translation::find),
    (Code::StillLinked, still_linked::find),
    (Code::UnusedDocument, unused_document::find),
    (Code::WithoutPurpose, without_purpose::find),
];

/// What all lints find, whatever level the Site gives them.
pub fn all(program: &Program) -> Vec<Diagnostic> {
    let asked = LINTS.par_iter().filter(|(code, _)| levels::is_heard(program, *code));
    asked.flat_map_iter(|(_, find)| find(program)).collect()
}
