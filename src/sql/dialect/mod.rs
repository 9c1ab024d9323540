//! What differs between databases. A dialect is one file: mostly data, and the few forms that no data describes.

mod mariadb;
mod postgres;
mod set;
mod sqlite;
mod standard;

use std::borrow::Cow;

pub use set::Dialects;

use super::{Expr, Family, Grain, Grant, Length, Literal, Reads, Step, Storage, Time, Uses};

/// The databases that artefacts are compiled for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    Mariadb,
    Postgres,
    Sqlite,
}

impl Dialect {
    /// Every dialect that is built, in the order of the artefacts.
    pub const ALL: &'static [Dialect] = &[Dialect::Mariadb, Dialect::Postgres, Dialect::Sqlite];

    pub fn name(self) -> &'static str {
        match self {
            Self::Mariadb => "mariadb",
            Self::Postgres => "postgres",
            Self::Sqlite => "sqlite",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|dialect| dialect.name() == name)
    }

    /// Whether dates and times have no type of their own, and are ISO 8601 texts.
    pub fn keeps_times_as_text(self) -> bool {
        self.spec().times_as_text
    }

    /// Whether a transaction of ours has foreign keys looked at when it ends, all but those that restrict.
    pub fn defers_keys(self) -> bool {
        self.spec().keys == KeyChecks::AtTheEnd
    }

    /// Whether every foreign key is looked at as soon as a row is written or goes.
    pub fn checks_keys_at_once(self) -> bool {
        self.spec().keys == KeyChecks::AtOnce
    }

    /// Whether texts compare otherwise than by bytes wherever nobody has said how.
    pub fn folds_texts(self) -> bool {
        self.spec().folds_texts
    }

    /// Whether an index may be of what is computed from columns.
    pub fn indexes_expressions(self) -> bool {
        self.spec().indexes_expressions
    }

    /// Whether users have rights of their own in it.
    pub fn has_rights(self) -> bool {
        self.spec().has_rights
    }

    pub(super) fn spec(self) -> &'static Spec {
        match self {
            Self::Mariadb => &mariadb::SPEC,
            Self::Postgres => &postgres::SPEC,
            Self::Sqlite => &sqlite::SPEC,
        }
    }
}

/// A value that is the same for all rows of a statement, so that it is reckoned once.
pub(super) type Once<'o> = &'o dyn Fn(&str) -> String;

/// The forms of one database. Every name goes through `name`, every literal through `literal`; all other
/// texts here are fixed, or made of parts that are printed already.
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own of the database")]
pub(super) struct Spec {
    pub name: fn(&str) -> String,
    pub literal: fn(&Literal) -> String,
    /// The type of a column, and how many characters a text may have that is in a key.
    pub column_type: fn(Family, Option<u32>) -> String,
    pub cast: fn(&str, Family) -> String,
    /// The whole number of a text, without an error where it is none.
    pub number: fn(&str) -> String,
    pub times_as_text: bool,
    pub folds_texts: bool,
    pub indexes_expressions: bool,
    /// Lines for the client program at the top of each script; an engine that runs it itself leaves them out.
    pub client: &'static [&'static str],
    /// What `install.sql` needs besides the tables that all engines share.
    pub install: &'static [&'static str],
    /// The run number, as an expression.
    pub run: &'static str,
    /// Where the run's own row is; absent: by its number.
    pub from_run: Option<&'static str>,
    pub token: &'static str,
    pub now: &'static str,
    /// Seconds since 1970 as a column holds them.
    pub moment: fn(&str, Time) -> String,
    /// Seconds since 1970 as `2026-01-01T10:00:00Z`.
    pub iso: fn(&str) -> String,
    /// A column's moment without what is finer; NULL for what is none, and for years that not every engine knows.
    pub truncated: fn(&str, Grain, Time) -> String,
    /// So many months and days after now, or after that second since 1970: the end of the day.
    pub months_on: fn(now: Option<i64>, months: i32, days: i32) -> String,
    /// The first moment that is not over, of those that began that long ago: the day after the last one that is, in
    /// seconds since 1970. See [`Expired`](super::Expired).
    pub cut: fn(now: &str, after: Length) -> String,
    /// A column's moment lies before these seconds; false or NULL of 0, and of what is no moment.
    pub before: fn(column: &str, time: Time, seconds: &str, once: Once<'_>) -> String,
    /// The day that many months and days after a column's day, in seconds since 1970; NULL of 0, and of what is no
    /// moment.
    pub ends: fn(column: &str, time: Time, after: Length) -> String,
    /// Before the word table.
    pub table_kind: fn(Storage) -> &'static str,
    /// After the columns of a table.
    pub table_end: fn(Storage) -> &'static str,
    pub index: fn(&PrintedIndex) -> Vec<String>,
    /// The column that is 1 in the rows of an index, where no index is of some rows only.
    pub index_row: Option<fn(&str) -> String>,
    /// The type of a key that the engine counts up.
    pub counted_key: &'static str,
    pub begin: fn(Reads) -> &'static [&'static str],
    /// A value that is the same for all rows, so that it is reckoned once; and where it is read from, if it is.
    pub once: fn(value: &str, from: &str) -> String,
    /// A variable of the session, where a query that names the run is asked for each row, and serves no index.
    pub variable: Option<fn(&str) -> String>,
    pub commit_unawaited: Option<&'static str>,
    pub keys: KeyChecks,
    pub make_token: &'static [&'static str],
    /// What takes away a table of this session that an earlier transaction made, where undoing that has not.
    pub drop_temporary: fn(&str) -> Option<String>,
    /// What makes -1 the run number of this session: none that is counted up has it.
    pub pretend_run: &'static [&'static str],
    pub make_run: fn(&NewRun) -> Vec<String>,
    /// What stands around an insert into a table that leaves rows as they are, of which one column is named: before
    /// `into`, and at the end.
    pub keep: fn(&str, &str) -> (&'static str, String),
    /// Keeping a row that is there writes a column of it as it is.
    pub keep_writes: bool,
    /// Rows are held for a change only by whoever may change a column of theirs.
    pub holding_is_writing: bool,
    /// Makes a view of a printed query.
    pub view: fn(name: &str, query: &str) -> Vec<String>,
    /// Whether there are roles and rights.
    pub has_rights: bool,
    pub role: fn(&str, Uses) -> Vec<String>,
    pub grant: fn(&Grant) -> Vec<String>,
    /// A column may be declared to follow every change of its row, unless it is written itself.
    pub follows_changes: bool,
    pub update: fn(&PrintedChange, set: &[(String, String)]) -> String,
    pub delete: fn(&PrintedChange) -> String,
    /// After a query whose rows nobody else may change until the end of the transaction.
    pub lock: &'static str,
    pub analyze: fn(&str) -> Option<String>,
    /// A named constraint of the assertion's column.
    pub must_be_zero: fn(&str, &str) -> String,
    /// The assertions (name, number) and the end of the transaction.
    pub settle: fn(&[(String, String)]) -> Vec<String>,
    /// The statements that carry out a printed change and write down how many rows it met.
    pub counted: fn(step: &Step, change: &str) -> Vec<String>,
    /// A key as the column `k` of our tables holds it.
    pub as_kept: fn(&str) -> String,
    pub by_bytes: fn(&str) -> String,
    /// A literal that compares by bytes, where a comparison finds rows by the index of a column that is left as it is
    /// while the other side compares by bytes.
    pub text_by_bytes: Option<fn(&str) -> String>,
    /// As the column that a foreign key leads to compares: by a collation of that name, or by bytes.
    pub referring: fn(&str, Option<&str>) -> String,
    /// Unequal, where NULL equals NULL.
    pub differs: fn(&str, &str) -> String,
    pub concat: fn(&[String]) -> String,
    /// Rows written out, as a table.
    pub values: fn(&[Vec<String>]) -> String,
    pub starts_with: fn(&str, &str) -> String,
    /// A text against a whole pattern.
    pub matches: fn(&str, &str) -> String,
    /// What stands for any run of characters in a pattern.
    pub anything: &'static str,
    /// A text whose characters mean only themselves in a pattern.
    pub pattern_of: fn(&str) -> String,
    /// The same for a text that is known here.
    pub escaped: fn(&str) -> String,
    /// A text as JSON writes it.
    pub quoted: fn(&str) -> String,
    /// The same without its quotes.
    pub in_quotes: fn(&str) -> String,
    pub fold_case: fn(&str) -> String,
    /// Of several values that are looked for as one row, each may be made by a query itself.
    pub rows_of_queries: bool,
    /// A query in FROM may read the row around it.
    pub reads_around: bool,
    /// One JSON list of the rows of queries, in their order; of one query only, where one can read several.
    pub list: fn(&[PrintedList]) -> String,
    /// The texts of a query, each on a line of its own.
    pub lines: fn(&PrintedList) -> String,
    /// What makes JSON of a text, where an object is made of texts that are JSON already.
    pub json: Option<fn(&str) -> String>,
    pub exported: fn(&str, Family) -> String,
    /// Of a whole number that counts seconds or milliseconds from 1970.
    pub exported_moment: fn(&str, Time) -> String,
    pub object: fn(&[(String, String)]) -> String,
    pub merged: fn(&[Vec<PrintedArm>]) -> String,
}

/// When foreign keys are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyChecks {
    /// At the end of each transaction of ours.
    AtTheEnd,
    /// At the end of the statement, or of the transaction after this was said of keys that can be.
    WhenTold(&'static str),
    /// For each row.
    AtOnce,
}

impl Spec {
    /// Of what is said in two ways, the one that the engine knows; all else as it is.
    pub fn known<'e>(&self, expr: &'e Expr) -> Cow<'e, Expr> {
        match (expr, self.index_row) {
            (Expr::Around(inside, apart), _) => Cow::Borrowed(if self.reads_around { inside } else { apart }),
            (Expr::Indexed(_, index), Some(row)) => Cow::Owned(Expr::column(row(index)).equals(Expr::integer(1))),
            (Expr::Indexed(condition, _), None) => Cow::Borrowed(condition),
            _ => Cow::Borrowed(expr),
        }
    }
}

/// A printed index: columns, and the condition of the rows that are in it.
pub(super) struct PrintedIndex<'p> {
    pub name: &'p str,
    pub unique: bool,
    pub table: &'p str,
    pub columns: Vec<String>,
    pub filter: Option<String>,
}

/// The rows of a table that are to be changed.
pub(super) struct PrintedChange<'p> {
    pub table: &'p str,
    pub filter: String,
    /// What decides or is written is read from the table itself.
    pub reads_itself: bool,
}

/// What a run is made of.
pub(super) struct NewRun<'p> {
    pub purge_type: &'p str,
    pub program: &'p str,
    /// The table of ours in which something was claimed, and what is true of its rows that were.
    pub claimed: (&'p str, &'p str),
    /// The moment at which it starts.
    pub now: &'p str,
    /// The tables of the application that it writes.
    pub tables: &'p [String],
}

/// A query of one value a row.
pub(super) struct PrintedList {
    /// The whole, whose column is called `v`.
    pub query: String,
    pub value: String,
    /// From its tables on, without the order.
    pub rest: String,
    pub order: Vec<String>,
}

/// The first second of the year 0 and the last of the year 9999, since 1970.
const YEARS: (i64, i64) = (-62_167_219_200, 253_402_300_799);

/// When the year 1 begins: what is before it has a year of its own on each engine.
const YEAR_1: i64 = -62_135_596_800;

/// The whole numbers that are moments from the year 1 to 9999, as `exported_moment` prints them.
fn moments(time: Time) -> (i64, i64) {
    match time {
        Time::Milliseconds => (YEAR_1 * 1000, YEARS.1 * 1000 + 999),
        Time::Date | Time::Timestamp | Time::Seconds => (YEAR_1, YEARS.1),
    }
}

/// A condition, and the members of a JSON object that are there where it is true.
pub(super) type PrintedArm = (String, Vec<(String, String)>);
