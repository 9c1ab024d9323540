//! What a reviewer asks of a policy as a whole: what it covers, what there is, and what decides about an item.
//!
//! In: a [`Program`](crate::program::Program). Out: plain data that `cli` prints. Never here: documents, SQL, printing.

mod coverage;
mod uses;

pub use coverage::{Candidate, Column, Count, Coverage, State, TableCoverage, Use, coverage};
pub use uses::As;
