//! A set of dialects: those for which something is so.

use super::Dialect;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Dialects(u8);

impl Dialects {
    pub const NONE: Self = Self(0);

    pub fn all() -> Self {
        Dialect::ALL.iter().copied().collect()
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn contains(self, dialect: Dialect) -> bool {
        self.0 & bit(dialect) != 0
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn bit(dialect: Dialect) -> u8 {
    match dialect {
        Dialect::Mariadb => 1,
        Dialect::Postgres => 2,
        Dialect::Sqlite => 4,
    }
}

impl FromIterator<Dialect> for Dialects {
    fn from_iter<I: IntoIterator<Item = Dialect>>(dialects: I) -> Self {
        Self(dialects.into_iter().fold(0, |all, dialect| all | bit(dialect)))
    }
}
