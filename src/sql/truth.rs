//! Whether something holds, of conditions that may be NULL.

use std::sync::Arc;

use super::Expr;

impl Expr {
    /// Whether it holds; never NULL.
    #[must_use]
    pub fn is_true(self) -> Self {
        if self.is_certain() { self } else { Self::IsTrue(Arc::new(self)) }
    }

    /// Whether it is true or false of every row.
    #[expect(clippy::wildcard_enum_match_arm, reason = "any other form may be NULL")]
    fn is_certain(&self) -> bool {
        match self {
            Self::Exists(_) | Self::IsTrue(_) | Self::IsNull(_) => true,
            Self::Not(inner) => inner.is_certain(),
            Self::And(parts) | Self::Or(parts) => parts.iter().all(Self::is_certain),
            _ => false,
        }
    }
}
