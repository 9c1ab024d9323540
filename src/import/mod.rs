//! Drafts of a policy for a database that has none yet, and what an existing catalogue lacks.
//!
//! In: a [`Schema`](crate::database::Schema), keys that the application lists elsewhere (Moodle's `install.xml`), and
//! the program of the project where there is one. Out: draft documents in which every guess says that it is one and
//! why, and the tables and columns that refer to people and are in no item. Never here: writing files, or deciding
//! anything: a draft means nothing until somebody moves it into the project.

mod names;
mod naming;
mod reference;
mod subject;

pub use naming::Hand;
pub use reference::{Certainty, PersonColumn, Reference, References};
pub use subject::Subject;
