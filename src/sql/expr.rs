//! The expressions, and how they are built.

use std::sync::Arc;

use super::dialect::Dialects;
use super::{Comparison, Expired, Family, Grain, Length, Literal, Select, Time};

#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Expr {
    /// A column of the row at hand, or of the table or alias `of`.
    Column {
        of: Option<String>,
        name: String,
    },
    Literal(Literal),
    /// The number of this run; it exists only inside the transaction that made it.
    Run,
    /// The mark by which this client knows what it claimed.
    Token,
    /// The time of the transaction, in seconds since 1970.
    Now,
    /// When this run began, in seconds since 1970: the same wherever it stands in the script.
    Started,
    /// Seconds since 1970, as a column holds them.
    Moment(Arc<Expr>, Time),
    /// Seconds since 1970 as `2026-01-01T10:00:00Z`; NULL of NULL.
    Iso(Arc<Expr>),
    /// A column's moment without what is finer, UTC; NULL for what is no moment.
    Truncated(Arc<Expr>, Grain, Time),
    /// That many months and days after now, in seconds since 1970; with months the end of the day, UTC.
    NowPlus {
        months: i32,
        days: i32,
    },
    /// The period that began with a clock is over.
    Expired(Arc<Expired>),
    /// The day on which it is over, in seconds since 1970; NULL where it has not begun.
    Ends(Arc<Expr>, Time, Length),
    Compare(Comparison, Arc<Expr>, Arc<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Arc<Expr>),
    IsNull(Arc<Expr>),
    /// True or not: unknown counts as not.
    IsTrue(Arc<Expr>),
    InList(Arc<Expr>, Vec<Expr>),
    In(Arc<Expr>, Arc<Select>),
    /// Several values at once are one row of the query.
    TupleIn(Vec<Expr>, Arc<Select>),
    Exists(Arc<Select>),
    /// Unequal, where NULL equals NULL.
    Differs(Arc<Expr>, Arc<Expr>),
    Between(Arc<Expr>, Arc<Expr>, Arc<Expr>),
    /// The text begins with exactly these characters.
    StartsWith(Arc<Expr>, String),
    /// The text matches a whole pattern: made of [`Expr::PatternOf`] texts and [`Expr::Anything`].
    Matches(Arc<Expr>, Arc<Expr>),
    /// Any run of characters, in a pattern.
    Anything,
    /// The text as a part of a pattern, in which no character of it means anything but itself.
    PatternOf(Arc<Expr>),
    /// Texts one after the other; NULL when one is.
    Concat(Vec<Expr>),
    /// The characters of a text from one to before another, from 0.
    Slice(Arc<Expr>, u32, u32),
    /// A text as JSON writes it, in quotes.
    Quoted(Arc<Expr>),
    /// What stands between these quotes.
    InQuotes(Arc<Expr>),
    /// The tag of a language in small letters, with `-` between its parts.
    LanguageTag(Arc<Expr>),
    /// ASCII letters made small, all others as they are.
    FoldCase(Arc<Expr>),
    /// Compared by bytes, whatever the column's collation.
    ByBytes(Arc<Expr>),
    /// A value as the column that a foreign key leads to compares it: by the named collation, or by bytes.
    Referring(Arc<Expr>, Option<String>),
    Cast(Arc<Expr>, Family),
    /// The whole number that a text is written down for; of a text that is none, anything or NULL, but no error.
    ///
    /// WHY: a planner may look at a value before it looks whether its row is one of those that are asked for.
    Number(Arc<Expr>),
    /// A key as it is written down: itself where a column takes any value, else as a text.
    AsKept(Arc<Expr>),
    /// What `Statement::Remember` has kept by this name, on an engine that would otherwise look it up for each row;
    /// elsewhere the expression itself.
    Remembered(&'static str, Arc<Expr>),
    Add(Arc<Expr>, Arc<Expr>),
    Subtract(Arc<Expr>, Arc<Expr>),
    /// `count(*)`
    Count,
    /// The sum, or 0 of nothing.
    Sum(Arc<Expr>),
    /// The smallest of all rows.
    Least(Arc<Expr>),
    /// The largest of all rows.
    Greatest(Arc<Expr>),
    Case(Vec<(Expr, Expr)>, Arc<Expr>),
    /// The first, or the second where that is NULL.
    Else(Arc<Expr>, Arc<Expr>),
    Scalar(Arc<Select>),
    /// The rows of a query of one JSON value, as one JSON list in the query's order.
    List(Arc<Select>),
    /// The rows of several such queries in one list, those of one after those of another.
    Lists(Vec<Select>),
    /// The texts of a query of one column, each on a line of its own, in the query's order; NULL where there is none.
    Lines(Arc<Select>),
    /// One JSON object with these members, in this order.
    Object(Vec<(String, Expr)>),
    /// One JSON object of groups of members: each group is taken from the first arm whose condition is true, or left
    /// out.
    Merged(Vec<Vec<Arm>>),
    /// A column's value in the one text form that exports have on every engine.
    Exported(Arc<Expr>, Family),
    /// A whole number that counts from 1970, as a moment in the same form; NULL of 0, and the number itself where the
    /// year has not four digits.
    ExportedMoment(Arc<Expr>, Time),
    /// Compared by bytes in the databases in which it would compare otherwise.
    // WHY: which these are is no part of what a policy says, so that one more database changes no decision.
    #[serde(untagged, serialize_with = "only_exact")]
    Exact(Arc<Expr>, Dialects),
    /// What finds rows by an index, and what decides by bytes: the two differ in these databases.
    #[serde(untagged, serialize_with = "only_found")]
    Found(Arc<Expr>, Arc<Expr>, Dialects),
    /// A condition that reads, in a query in FROM, the row around it; and the same without that, for databases in which
    /// such a query cannot.
    #[serde(untagged, serialize_with = "only_around")]
    Around(Arc<Expr>, Arc<Expr>),
    /// The condition of an index of some rows, as it stands there, so that the index is used; and the index.
    #[serde(untagged, serialize_with = "only_indexed")]
    Indexed(Arc<Expr>, &'static str),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the derived implementation passes references")]
fn only_exact<S: serde::Serializer>(inner: &Expr, _: &Dialects, into: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(inner, into)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the derived implementation passes references")]
fn only_found<S: serde::Serializer>(found: &Expr, _: &Expr, _: &Dialects, into: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(found, into)
}

fn only_around<S: serde::Serializer>(inside: &Expr, _: &Expr, into: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(inside, into)
}

fn only_indexed<S: serde::Serializer>(condition: &Expr, _: &&str, into: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(condition, into)
}

/// Members of a JSON object, and when they are there.
#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize)]
pub struct Arm {
    pub condition: Expr,
    pub members: Vec<(String, Expr)>,
}

impl Expr {
    pub fn column(name: impl AsRef<str>) -> Self {
        Self::Column { of: None, name: name.as_ref().to_owned() }
    }

    pub fn of(table: impl AsRef<str>, name: impl AsRef<str>) -> Self {
        Self::Column { of: Some(table.as_ref().to_owned()), name: name.as_ref().to_owned() }
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::Literal(Literal::Text(text.into()))
    }

    pub fn null() -> Self {
        Self::Literal(Literal::Null)
    }

    pub fn integer(value: i64) -> Self {
        Self::Literal(Literal::Integer(value))
    }

    #[must_use]
    pub fn equals(self, other: Self) -> Self {
        Self::Compare(Comparison::Equal, Arc::new(self), Arc::new(other))
    }

    #[must_use]
    pub fn compare(self, how: Comparison, other: Self) -> Self {
        Self::Compare(how, Arc::new(self), Arc::new(other))
    }

    #[must_use]
    pub fn within(self, select: Select) -> Self {
        Self::In(Arc::new(self), Arc::new(select))
    }

    #[must_use]
    pub fn differs(self, other: Self) -> Self {
        Self::Differs(Arc::new(self), Arc::new(other))
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Arc::new(self))
    }

    #[must_use]
    pub fn is_null(self) -> Self {
        Self::IsNull(Arc::new(self))
    }

    /// All of them; nested conjunctions are flattened, one stands alone.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            if let Self::And(inner) = part {
                flat.extend(inner);
            } else {
                flat.push(part);
            }
        }
        Self::only_or(flat, Self::And)
    }

    /// Any of them; one stands alone.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::only_or(parts.into_iter().collect(), Self::Or)
    }

    fn only_or(mut parts: Vec<Self>, join: fn(Vec<Self>) -> Self) -> Self {
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            Some(last) => {
                parts.push(last);
                join(parts)
            }
            None => join(parts),
        }
    }

    /// What is compared, however that is done.
    pub fn as_it_is(&self) -> &Self {
        if let Self::Exact(inner, _) = self { inner.as_it_is() } else { self }
    }

    /// Compared by bytes in these databases.
    #[must_use]
    pub fn exact(self, dialects: Dialects) -> Self {
        if dialects.is_empty() { self } else { Self::Exact(Arc::new(self), dialects) }
    }

    #[must_use]
    pub fn scalar(select: Select) -> Self {
        Self::Scalar(Arc::new(select))
    }
}
