//! What the Site says of lints: their levels, and what they shall not speak of.

use serde::Serialize;

use crate::diagnostic::{Code, Severity};
use crate::source::Span;

/// What becomes of the findings of a lint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LintRule {
    pub code: Code,
    /// `None`: as the lint has it.
    pub level: Option<Level>,
    pub because: Option<String>,
    /// Sorted by what is excepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<LintException>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Allow,
    Warn,
    Deny,
}

impl Level {
    /// `None`: nothing is said.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Warn => Some(Severity::Warning),
            Self::Deny => Some(Severity::Error),
        }
    }
}

/// One thing of which a lint says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LintException {
    /// The item, type, table, column or document.
    pub about: String,
    pub because: String,
    #[serde(skip)]
    pub span: Span,
}
