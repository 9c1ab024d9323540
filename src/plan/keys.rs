//! How keys of rows are written down: in which of our tables, in which of its columns, as what.

use std::sync::Arc;

use crate::database::Column;
use crate::sql::{Expr, Family};

/// So many columns of a key can be written down.
pub(super) const MOST: usize = 4;

/// Where keys are written down: whole numbers apart from all others, because an engine that types its columns could not
/// keep both in one, nor find either by its index; and keys of several columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keys {
    Number,
    Text,
    Row,
}

impl Keys {
    pub fn table(self) -> &'static str {
        match self {
            Self::Number => "probate_key",
            Self::Text => "probate_text_key",
            Self::Row => "probate_row_key",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Number,
    Text,
}

/// What a key is made of: for each of its columns, in their order, as what it is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape([Option<Kind>; MOST]);

/// For each place of a key the column of `probate_row_key` for a whole number, and the one for any other value.
pub(super) const COLUMNS: [(&str, &str); MOST] = [("n1", "t1"), ("n2", "t2"), ("n3", "t3"), ("n4", "t4")];

impl Shape {
    pub fn of<'c>(columns: impl IntoIterator<Item = &'c Column>) -> Self {
        let mut kinds = [None; MOST];
        for (kind, column) in kinds.iter_mut().zip(columns) {
            *kind = Some(if column.family == Family::Integer { Kind::Number } else { Kind::Text });
        }
        Self(kinds)
    }

    fn kinds(self) -> impl Iterator<Item = Kind> {
        self.0.into_iter().flatten()
    }

    pub fn keys(self) -> Keys {
        match self.0 {
            [Some(Kind::Number), None, ..] => Keys::Number,
            [Some(Kind::Text), None, ..] => Keys::Text,
            _ => Keys::Row,
        }
    }

    /// The columns that hold it, of the table that it is written down in.
    pub fn names(self) -> Vec<&'static str> {
        if self.keys() != Keys::Row {
            return vec!["k"];
        }
        let of_kind = |(kind, (number, text))| if kind == Kind::Number { number } else { text };
        self.kinds().zip(COLUMNS).map(of_kind).collect()
    }

    /// What stands for a set of such keys itself.
    pub fn mark(self) -> Vec<Expr> {
        let mark = |kind| if kind == Kind::Number { Expr::integer(0) } else { Expr::text("captured") };
        self.kinds().map(mark).collect()
    }
}

/// A column of a row's key, by the name that it has here, as it is written down.
pub(super) fn as_kept(name: Expr, key: &Column) -> Expr {
    match key.family {
        Family::Integer | Family::Text => name,
        Family::Boolean
        | Family::Decimal
        | Family::Real
        | Family::Bytes
        | Family::Date
        | Family::Timestamp
        | Family::Other => Expr::AsKept(Arc::new(name)),
    }
}
