//! The statement language of what we print: about a dozen statements and two dozen expressions, and one printer.
//!
//! In: statements that `plan` and `strategy` build. Out: text for one dialect. A name and a literal pass through
//! exactly one function each ([`dialect`]), so no text can change the shape of a statement. Never here: reading
//! SQL (that is `database`), or knowing what a statement is for.

pub mod dialect;
mod expr;
mod known;
mod print;
mod rights;
mod select;
mod statements;
mod truth;
mod walk;

pub use expr::{Arm, Expr};
pub use known::{Known, Values, known};
pub use print::{expression, script, session, statement, statement_at};
pub use rights::{Needs, Rights, rights};
pub use select::{Distinct, From, Lock, Select};
pub use statements::{
    Change, Claimed, ColumnDef, Conflict, CreateTable, Grant, Nullable, Piece, Reads, Script, Statement, Step, Storage,
    Uses,
};

/// What a column holds, as far as comparing, converting and exporting it is concerned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    Boolean,
    Integer,
    Decimal,
    Real,
    Text,
    Bytes,
    Date,
    Timestamp,
    /// A type we do not convert or compare.
    Other,
}

impl Family {
    pub fn name(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "whole number",
            Self::Decimal => "decimal number",
            Self::Real => "floating-point number",
            Self::Text => "text",
            Self::Bytes => "bytes",
            Self::Date => "date",
            Self::Timestamp => "timestamp",
            Self::Other => "value of another type",
        }
    }

    /// As it stands in a sentence.
    pub fn with_article(self) -> String {
        if self == Self::Bytes { self.name().to_owned() } else { format!("a {}", self.name()) }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Literal {
    Null,
    Boolean(bool),
    Integer(i64),
    /// Digits as written, so that nothing is rounded.
    Decimal(String),
    Text(String),
    /// `2026-12-01`
    Date(String),
    /// `2026-12-01 13:00:00`
    Timestamp(String),
}

/// The whole number that a text is, where it is written as one is: `05` and `+5` are texts only.
pub fn whole_number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number: &i64| number.to_string() == text)
}

/// How a column holds a moment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    Date,
    Timestamp,
    /// Since 1970.
    Seconds,
    /// Since 1970.
    Milliseconds,
}

/// A period of whole months and days.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
pub struct Length {
    pub months: u32,
    pub days: u32,
}

impl Length {
    /// The moment that much after now, or before it.
    pub fn after_now(self) -> Expr {
        let [months, days] = self.signed();
        Expr::NowPlus { months, days }
    }

    pub fn before_now(self) -> Expr {
        let [months, days] = self.signed();
        Expr::NowPlus { months: -months, days: -days }
    }

    fn signed(self) -> [i32; 2] {
        [self.months, self.days].map(|many| i32::try_from(many).unwrap_or(i32::MAX))
    }
}

/// Whether a period is over. A clock that is NULL, 0 or no moment has not begun, so that its period is never over.
///
/// By days, UTC: the last day whose moments are over is today less the days, less the months; from the last day of a
/// month to the last day of a month. Adding to the clock's day comes to the same.
#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize)]
pub struct Expired {
    /// The column that says when it began.
    pub clock: Expr,
    pub time: Time,
    pub after: Length,
    /// Seconds since 1970 of the moment at which that is asked.
    pub now: Expr,
}

/// What is left of a moment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    Year,
    Month,
    Day,
}

impl Grain {
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    /// Whether it is so of two values that stand to each other in this way.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Unequal => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }

    /// The same with its sides exchanged.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Equal | Self::Unequal => self,
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
        }
    }
}
