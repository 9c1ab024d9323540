//! What a reviewer asks of a policy as a whole: what it covers, what there is, and what decides about an item.
//!
//! In: a [`Program`](crate::program::Program). Out: plain data that `cli` prints. Never here: documents, SQL, printing.

mod coverage;
mod covered;
mod list;
mod retention;
mod uses;
mod why;
mod words;

pub use coverage::{Candidate, Column, Count, Coverage, State, TableCoverage, Use, coverage};
pub use covered::Covered;
pub use list::{Because, Does, List, ListedComponent, ListedItem, ListedRule, ListedType, list};
pub use retention::{Keeps, Rule};
pub use uses::As;
pub use why::{At, OfType, Purpose, Rows, Why, why};
