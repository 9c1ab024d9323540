//! What has been reviewed: the lines of a project's `lock/`, one a decision, one file a domain.
//!
//! In: the texts of those files, and the decisions of the policy as it is now. Out: [`Reviewed`], what [`compare`]
//! finds to differ, and the texts that say what is now. Never here: what a decision consists of (that is `program`),
//! what follows from one that is new or differs (that is `document`).

mod compare;
mod read;
mod write;

pub use compare::{Difference, compare, pairs};
pub use read::{Line, Reviewed, read};
pub use write::{line, text, word};

/// The version of the format: what a line means, and what its digest is over.
pub const FORMAT: u32 = 1;

/// What a file of the lock is about, so that those may approve it whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Domain {
    /// What there is, whose it is, and what may happen to it.
    Catalogue,
    /// What each purge type takes.
    Purge,
    /// What each export type gives.
    Export,
    Retention,
    /// What people are told.
    Consent,
}

impl Domain {
    pub const ALL: [Self; 5] = [Self::Catalogue, Self::Purge, Self::Export, Self::Retention, Self::Consent];

    pub fn name(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Purge => "purge",
            Self::Export => "export",
            Self::Retention => "retention",
            Self::Consent => "consent",
        }
    }

    /// Its file, in the project.
    pub fn path(self) -> String {
        format!("lock/{}.lock", self.name())
    }
}

/// One line: `about: says`. Several may be about one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
    pub domain: Domain,
    pub about: String,
    pub says: String,
}

impl AsRef<Decision> for Decision {
    fn as_ref(&self) -> &Decision {
        self
    }
}

impl std::fmt::Display for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.about, self.says)
    }
}
