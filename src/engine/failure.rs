//! What a database refuses, without the values that it quotes: a message of a server may hold somebody's e-mail.

use std::fmt;

/// What can be done about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// No database answers there, or not to this user.
    NoConnection,
    /// The connection broke.
    Lost,
    /// Others were in the way for too long: a lock, a deadlock. It can be tried again.
    Busy,
    /// The user lacks a right.
    NoRight,
    /// A table or column is not there.
    Missing,
    /// A constraint of the database says no.
    Refused,
    /// Anything else that the engine says.
    Other,
}

/// A statement or a connection that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub kind: Kind,
    /// The engine's code: an SQLSTATE, or SQLite's result code.
    pub code: String,
    /// What was wrong, with names of tables, columns and constraints, and no values.
    pub what: String,
    /// How it can be mended, where that is known.
    pub help: Option<&'static str>,
}

impl Failure {
    pub fn new(kind: Kind, code: impl Into<String>, what: impl Into<String>) -> Self {
        Self { kind, code: code.into(), what: what.into(), help: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.code.is_empty() { f.write_str(&self.what) } else { write!(f, "{} ({})", self.what, self.code) }
    }
}

impl std::error::Error for Failure {}
