//! What is written into a column: fixed, the time of the run, or made from the row and the person it belongs to.

use std::sync::Arc;

use serde::Serialize;

use crate::database::{ColumnId, TableId};
use crate::sql::{Expr, Family, Grain, Literal, Time};

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    Literal(Literal),
    /// The key of an account that takes over.
    Placeholder {
        name: String,
        expr: Expr,
    },
    /// The time of the run, as the column holds it.
    Now(Time),
    /// The column's own time without what is finer.
    Truncated(Grain, Time),
    /// Made from other columns.
    Computed(Box<Computed>),
}

/// A value that is made from columns, and what is known of it before it is made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Computed {
    pub expr: Expr,
    #[serde(skip)]
    pub reads: Reads,
    #[serde(skip)]
    pub family: Family,
    /// The column that may be NULL, and so may the value.
    #[serde(skip)]
    pub null_of: Option<String>,
    /// In characters, where that can be known.
    #[serde(skip)]
    pub longest: Option<u64>,
    /// No two people's rows get the same.
    #[serde(skip)]
    pub tells_apart: bool,
    /// The only values that it can be.
    #[serde(skip)]
    pub allowed: Option<Arc<Vec<String>>>,
}

/// The columns that a value is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reads {
    /// Of the row itself.
    pub own: Vec<ColumnId>,
    /// Of rows that it leads to.
    pub beyond: Vec<(TableId, ColumnId)>,
}

/// Which time of a run is meant, where a value is one.
#[derive(Clone, Copy)]
pub enum When {
    /// Before any run of this version.
    Early,
    /// The last that every engine knows.
    Late,
}

impl Value {
    /// The value, where it is known before the run.
    pub fn known(&self, when: When) -> Option<Literal> {
        match self {
            Self::Literal(literal) => Some(literal.clone()),
            Self::Now(time) => Some(when.as_held(*time)),
            Self::Placeholder { .. } | Self::Truncated(..) | Self::Computed(_) => None,
        }
    }

    /// The name of the placeholder whose key it is.
    pub fn placeholder(&self) -> Option<&str> {
        match self {
            Self::Placeholder { name, .. } => Some(name),
            Self::Literal(_) | Self::Now(_) | Self::Truncated(..) | Self::Computed(_) => None,
        }
    }

    /// What the column must be in the end.
    pub fn target(&self, column: Expr) -> Expr {
        match self {
            Self::Literal(literal) => Expr::Literal(literal.clone()),
            Self::Placeholder { expr, .. } => expr.clone(),
            Self::Now(time) => Expr::Moment(Arc::new(Expr::Started), *time),
            Self::Truncated(grain, time) => Expr::Truncated(Arc::new(column), *grain, *time),
            Self::Computed(computed) => computed.expr.clone(),
        }
    }

    /// What the statement writes.
    pub(super) fn written(&self, column: Expr) -> Expr {
        let target = self.target(column.clone());
        match self {
            // WHY: what is no time stays, so that residue finds it: NULL would look like a time that was never known.
            Self::Truncated(..) => Expr::Else(Arc::new(target), Arc::new(column)),
            Self::Literal(_) | Self::Placeholder { .. } | Self::Now(_) | Self::Computed(_) => target,
        }
    }

    pub(super) fn is_now(&self) -> bool {
        matches!(self, Self::Now(_))
    }

    /// Whether rows of different people get different values.
    pub(super) fn tells_apart(&self) -> bool {
        matches!(self, Self::Computed(computed) if computed.tells_apart)
    }
}

impl When {
    fn as_held(self, time: Time) -> Literal {
        let (seconds, day) = match self {
            Self::Early => (1_767_225_599, "2025-12-31"),
            Self::Late => (253_402_300_799, "9999-12-31"),
        };
        match time {
            Time::Date => Literal::Date(day.to_owned()),
            Time::Timestamp => Literal::Timestamp(format!("{day} 23:59:59")),
            Time::Seconds => Literal::Integer(seconds),
            Time::Milliseconds => Literal::Integer(seconds * 1000),
        }
    }
}
