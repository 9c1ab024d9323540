//! The statement language of what we print: about a dozen statements and two dozen expressions, and one printer.
//!
//! In: statements that `plan` and `strategy` build. Out: text for one dialect. A name and a literal pass through
//! exactly one function each ([`dialect`]), so no text can change the shape of a statement. Never here: reading
//! SQL (that is `database`), or knowing what a statement is for.

pub mod dialect;
mod known;
mod print;
mod rights;
mod statements;
mod walk;

use dialect::Dialects;
pub use known::{Known, Values, known};
pub use print::{expression, script, session, statement, statement_at};
pub use rights::{Needs, Rights, rights};
pub use statements::{
    Change, ColumnDef, Conflict, CreateTable, Grant, Nullable, Piece, Reads, Script, Statement, Step, Storage, Uses,
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

#[derive(Clone, PartialEq, Debug, serde::Serialize)]
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    Date,
    Timestamp,
    /// Since 1970.
    Seconds,
    /// Since 1970.
    Milliseconds,
}

/// What is left of a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
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

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
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

#[derive(Clone, PartialEq, Debug, serde::Serialize)]
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
    Moment(Box<Expr>, Time),
    /// Seconds since 1970 as `2026-01-01T10:00:00Z`; NULL of NULL.
    Iso(Box<Expr>),
    /// A column's moment without what is finer, UTC; NULL for what is no moment.
    Truncated(Box<Expr>, Grain, Time),
    /// That many months and days after now, in seconds since 1970; with months the end of the day, UTC.
    NowPlus {
        months: i32,
        days: i32,
    },
    Compare(Comparison, Box<Expr>, Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    IsNull(Box<Expr>),
    /// True or not: unknown counts as not.
    IsTrue(Box<Expr>),
    InList(Box<Expr>, Vec<Expr>),
    In(Box<Expr>, Box<Select>),
    /// Several values at once are one row of the query.
    TupleIn(Vec<Expr>, Box<Select>),
    Exists(Box<Select>),
    /// Unequal, where NULL equals NULL.
    Differs(Box<Expr>, Box<Expr>),
    Between(Box<Expr>, Box<Expr>, Box<Expr>),
    /// The text begins with exactly these characters.
    StartsWith(Box<Expr>, String),
    /// The text matches a whole pattern: made of [`Expr::PatternOf`] texts and [`Expr::Anything`].
    Matches(Box<Expr>, Box<Expr>),
    /// Any run of characters, in a pattern.
    Anything,
    /// The text as a part of a pattern, in which no character of it means anything but itself.
    PatternOf(Box<Expr>),
    /// Texts one after the other; NULL when one is.
    Concat(Vec<Expr>),
    /// The characters of a text from one to before another, from 0.
    Slice(Box<Expr>, u32, u32),
    /// A text as JSON writes it, in quotes.
    Quoted(Box<Expr>),
    /// What stands between these quotes.
    InQuotes(Box<Expr>),
    /// The tag of a language in small letters, with `-` between its parts.
    LanguageTag(Box<Expr>),
    /// ASCII letters made small, all others as they are.
    FoldCase(Box<Expr>),
    /// Compared by bytes, whatever the column's collation.
    ByBytes(Box<Expr>),
    /// A value as the column that a foreign key leads to compares it: by the named collation, or by bytes.
    Referring(Box<Expr>, Option<String>),
    Cast(Box<Expr>, Family),
    /// A key as it is written down: itself where a column takes any value, else as a text.
    AsKept(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
    Subtract(Box<Expr>, Box<Expr>),
    /// `count(*)`
    Count,
    /// The sum, or 0 of nothing.
    Sum(Box<Expr>),
    /// The smallest of all rows.
    Least(Box<Expr>),
    /// The largest of all rows.
    Greatest(Box<Expr>),
    Case(Vec<(Expr, Expr)>, Box<Expr>),
    /// The first, or the second where that is NULL.
    Else(Box<Expr>, Box<Expr>),
    Scalar(Box<Select>),
    /// The rows of a query of one JSON value, as one JSON list in the query's order.
    List(Box<Select>),
    /// The rows of several such queries in one list, those of one after those of another.
    Lists(Vec<Select>),
    /// One JSON object with these members, in this order.
    Object(Vec<(String, Expr)>),
    /// One JSON object of groups of members: each group is taken from the first arm whose condition is true, or left
    /// out.
    Merged(Vec<Vec<Arm>>),
    /// A column's value in the one text form that exports have on every engine.
    Exported(Box<Expr>, Family),
    /// Compared by bytes in the databases in which it would compare otherwise.
    // WHY: which these are is no part of what a policy says, so that one more database changes no decision.
    #[serde(untagged, serialize_with = "only_exact")]
    Exact(Box<Expr>, Dialects),
    /// What finds rows by an index, and what decides by bytes: the two differ in these databases.
    #[serde(untagged, serialize_with = "only_found")]
    Found(Box<Expr>, Box<Expr>, Dialects),
    /// A condition that reads, in a query in FROM, the row around it; and the same without that, for databases in which
    /// such a query cannot.
    #[serde(untagged, serialize_with = "only_around")]
    Around(Box<Expr>, Box<Expr>),
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

/// Members of a JSON object, and when they are there.
#[derive(Clone, PartialEq, Debug, serde::Serialize)]
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

    pub fn integer(value: i64) -> Self {
        Self::Literal(Literal::Integer(value))
    }

    #[must_use]
    pub fn equals(self, other: Self) -> Self {
        Self::Compare(Comparison::Equal, Box::new(self), Box::new(other))
    }

    #[must_use]
    pub fn compare(self, how: Comparison, other: Self) -> Self {
        Self::Compare(how, Box::new(self), Box::new(other))
    }

    #[must_use]
    pub fn within(self, select: Select) -> Self {
        Self::In(Box::new(self), Box::new(select))
    }

    #[must_use]
    pub fn differs(self, other: Self) -> Self {
        Self::Differs(Box::new(self), Box::new(other))
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    #[must_use]
    pub fn is_true(self) -> Self {
        Self::IsTrue(Box::new(self))
    }

    #[must_use]
    pub fn is_null(self) -> Self {
        Self::IsNull(Box::new(self))
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
        if dialects.is_empty() { self } else { Self::Exact(Box::new(self), dialects) }
    }

    #[must_use]
    pub fn scalar(select: Select) -> Self {
        Self::Scalar(Box::new(select))
    }
}

#[derive(Clone, PartialEq, Debug, serde::Serialize)]
pub enum From {
    Table {
        name: String,
        alias: Option<String>,
    },
    Query {
        query: Box<Select>,
        alias: String,
    },
    /// The rows of a query, and those that another finds from rows found so far, until there are no more. Both have as
    /// many columns as are named here; the other query reads rows found so far by the alias.
    Reached {
        first: Box<Select>,
        next: Box<Select>,
        columns: Vec<String>,
        alias: String,
    },
    /// Rows written out; their columns are called `column1`, `column2` and so on.
    Values {
        rows: Vec<Vec<Expr>>,
        alias: String,
    },
}

#[derive(Clone, PartialEq, Debug, Default, serde::Serialize)]
pub struct Select {
    pub distinct: Distinct,
    pub columns: Vec<(Expr, Option<String>)>,
    pub from: Option<From>,
    /// Inner joins.
    pub joins: Vec<(From, Expr)>,
    pub filter: Option<Expr>,
    pub order: Vec<Expr>,
    pub limit: Option<u32>,
    pub lock: Lock,
    /// Further queries whose rows follow (`union all`).
    pub more: Vec<Select>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub enum Distinct {
    #[default]
    All,
    Distinct,
}

/// Whether the rows that are read may be changed by others before this transaction ends, on engines with several
/// writers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub enum Lock {
    #[default]
    Free,
    /// Held in the order in which they are read.
    Held,
}

impl Select {
    pub fn values(columns: impl IntoIterator<Item = Expr>) -> Self {
        Self { columns: columns.into_iter().map(|column| (column, None)).collect(), ..Self::default() }
    }

    pub fn from(table: impl AsRef<str>, columns: impl IntoIterator<Item = Expr>) -> Self {
        Self::values(columns).table(table)
    }

    #[must_use]
    pub fn table(mut self, table: impl AsRef<str>) -> Self {
        self.from = Some(From::Table { name: table.as_ref().to_owned(), alias: None });
        self
    }

    #[must_use]
    pub fn alias(mut self, name: impl Into<String>) -> Self {
        if let Some(From::Table { alias, .. }) = &mut self.from {
            *alias = Some(name.into());
        }
        self
    }

    #[must_use]
    pub fn filter(mut self, filter: Expr) -> Self {
        self.filter = Some(match self.filter.take() {
            Some(before) => Expr::all([before, filter]),
            None => filter,
        });
        self
    }

    #[must_use]
    pub fn join(mut self, table: impl Into<String>, alias: impl Into<String>, on: Expr) -> Self {
        self.joins.push((From::Table { name: table.into(), alias: Some(alias.into()) }, on));
        self
    }

    /// Rows of another query.
    #[must_use]
    pub fn query(mut self, query: Select, alias: impl Into<String>) -> Self {
        self.from = Some(From::Query { query: Box::new(query), alias: alias.into() });
        self
    }

    /// The column at this place compared by bytes.
    fn by_bytes(&mut self, at: usize) {
        if let Some((expr, _)) = self.columns.get_mut(at)
            && !matches!(expr, Expr::ByBytes(_))
        {
            let taken = std::mem::replace(expr, Expr::Count);
            *expr = Expr::ByBytes(Box::new(taken));
        }
        self.more.iter_mut().for_each(|more| more.by_bytes(at));
    }

    /// The first column under a name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        if let Some((_, alias)) = self.columns.first_mut() {
            *alias = Some(name.to_owned());
        }
        self
    }

    #[must_use]
    pub fn order(mut self, by: impl IntoIterator<Item = Expr>) -> Self {
        self.order = by.into_iter().collect();
        self
    }

    #[must_use]
    pub fn limit(mut self, rows: u32) -> Self {
        self.limit = Some(rows);
        self
    }

    #[must_use]
    pub fn locked(mut self) -> Self {
        self.lock = Lock::Held;
        self
    }

    #[must_use]
    pub fn distinct(mut self) -> Self {
        self.distinct = Distinct::Distinct;
        self
    }

    /// The same rows from a derived table: MariaDB wants it around LIMIT, and where the table is also written.
    #[must_use]
    pub fn derived(self, alias: &str, columns: &[&str]) -> Self {
        Self {
            columns: columns.iter().map(|name| (Expr::column(*name), None)).collect(),
            from: Some(From::Query { query: Box::new(self), alias: alias.to_owned() }),
            ..Self::default()
        }
    }
}
