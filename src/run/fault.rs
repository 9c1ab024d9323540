//! Why something was not done.

use std::fmt;

use crate::diagnostic::meant;
use crate::engine::Failure;

/// Nothing of what was asked for was done, or what was open is undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The database or the way to it.
    Database(Failure),
    /// The database is not one that this program can work on, and what to do.
    NotReady { what: String, help: String },
    /// What was asked for may not be done, and how it may.
    Refused { what: String, help: String },
}

impl Fault {
    pub fn not_ready(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::NotReady { what: what.into(), help: help.into() }
    }

    pub fn refused(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused { what: what.into(), help: help.into() }
    }

    /// A name that is none of those known.
    pub fn unknown<'n>(what: impl Into<String>, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        Self::refused(what, meant(name, known))
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Database(failure)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database(failure) => match failure.help {
                Some(help) => write!(f, "{failure}\n  = help: {help}"),
                None => failure.fmt(f),
            },
            Self::NotReady { what, help } | Self::Refused { what, help } => write!(f, "{what}\n  = help: {help}"),
        }
    }
}

impl std::error::Error for Fault {}
