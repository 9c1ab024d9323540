//! What is legal but unwise: one file a lint.
//!
//! In: a [`Program`] without errors. Out: findings, each with what it is about; and
//! what the Site's `lints` make of them. Never here: errors of the language, statements, what a purge does.

mod always_true;
mod expression_without_index;
mod found_by;
mod levels;
mod looks_personal;
mod owner_without_index;
mod purge_without_use;
mod secret_exported;

pub use levels::{Looked, levelled};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::Program;

/// What a lint finds in a program.
type Find = fn(&Program) -> Vec<Diagnostic>;

/// Every lint, with the code of its findings. A new one is a file, a line here, a code and a fixture.
const LINTS: &[(Code, Find)] = &[
    (Code::PurgeWithoutUse, purge_without_use::find),
    (Code::AlwaysTrue, always_true::find),
    (Code::OwnerWithoutIndex, owner_without_index::find),
    (Code::ExpressionWithoutIndex, expression_without_index::find),
    (Code::SecretExported, secret_exported::find),
    (Code::LooksPersonal, looks_personal::find),
];

/// What all lints find, whatever level the Site gives them.
pub fn all(program: &Program) -> Vec<Diagnostic> {
    let asked = LINTS.par_iter().filter(|(code, _)| levels::is_heard(program, *code));
    asked.flat_map_iter(|(_, find)| find(program)).collect()
}
