//! By what else than the key a person is known, and who takes over what a person leaves.

use serde::Serialize;

use super::{Condition, Path};
use crate::source::Span;

/// A value by which rows name a person.
#[derive(Debug, Serialize)]
pub struct Identifier {
    pub name: String,
    /// From the subject's row to the value.
    pub path: Path,
    /// ASCII letters compare without regard to their case.
    pub folds: bool,
    #[serde(skip)]
    pub span: Span,
}

/// What a row names a person by: an identifier alone, or a text that contains some.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum IdentifierSource {
    /// The name of an [`Identifier`].
    Plain(String),
    /// Anchored at both ends.
    Template(Vec<Piece>),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Piece {
    Text(String),
    /// The subject's key.
    Key,
    /// The name of an [`Identifier`].
    Identifier(String),
    /// Any run of characters.
    Anything,
}

impl IdentifierSource {
    /// How it is written, which is also how it is called in `probate_identifier`.
    pub fn text(&self) -> String {
        match self {
            Self::Plain(name) => name.clone(),
            Self::Template(pieces) => pieces.iter().map(Piece::text).collect(),
        }
    }

    /// Whether a row's text is matched rather than compared.
    pub fn is_pattern(&self) -> bool {
        matches!(self, Self::Template(pieces) if pieces.contains(&Piece::Anything))
    }
}

impl Piece {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Key => "{key}".to_owned(),
            Self::Identifier(name) => format!("{{{name}}}"),
            Self::Anything => "*".to_owned(),
        }
    }
}

/// The account that `reassign` gives rows to.
#[derive(Debug, Serialize)]
pub struct Placeholder {
    pub name: String,
    pub condition: Condition,
    #[serde(skip)]
    pub span: Span,
}
