//! What differs between databases. A dialect is one file: mostly data, and the few forms that no data describes.

mod postgres;
mod sqlite;

use super::{Family, Grain, Literal, Reads, Step, Time};

/// The databases that artefacts are compiled for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    Postgres,
    Sqlite,
}

impl Dialect {
    /// Every dialect that is built, in the order of the artefacts.
    pub const ALL: &'static [Dialect] = &[Dialect::Postgres, Dialect::Sqlite];

    pub fn name(self) -> &'static str {
        match self {
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
        self.spec().defer_keys.is_none()
    }

    pub(super) fn spec(self) -> &'static Spec {
        match self {
            Self::Postgres => &postgres::SPEC,
            Self::Sqlite => &sqlite::SPEC,
        }
    }
}

/// The forms of one database. Every name goes through `name`, every literal through `literal`; all other
/// texts here are fixed, or made of parts that are printed already.
pub(super) struct Spec {
    pub name: fn(&str) -> String,
    pub literal: fn(&Literal) -> String,
    pub type_name: fn(Family) -> &'static str,
    pub times_as_text: bool,
    /// Lines for the client program at the top of each script; an engine that runs it itself leaves them out.
    pub client: &'static [&'static str],
    /// What `install.sql` needs besides the tables that all engines share.
    pub install: &'static [&'static str],
    /// The run number, as an expression.
    pub run: &'static str,
    pub token: &'static str,
    pub now: &'static str,
    /// Seconds since 1970 as a column holds them.
    pub moment: fn(&str, Time) -> String,
    /// A column's moment without what is finer; NULL for what is none, and for years that not every engine knows.
    pub truncated: fn(&str, Grain, Time) -> String,
    pub now_plus: fn(months: u32, days: u32) -> String,
    /// After a table that is only found by its key.
    pub by_key: &'static str,
    /// The type of a key that the engine counts up.
    pub counted_key: &'static str,
    pub begin: fn(Reads) -> &'static str,
    /// What makes foreign keys that can be be looked at when the transaction ends, where that is not so anyway.
    pub defer_keys: Option<&'static str>,
    pub make_token: &'static [&'static str],
    /// What makes 0 the run number of this session, with no run behind it.
    pub pretend_run: &'static [&'static str],
    pub make_run: fn(purge_type: &str, program: &str) -> Vec<String>,
    /// What stands around an insert that leaves rows as they are: before `into`, and at the end.
    pub keep: (&'static str, &'static str),
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
    pub fold_case: fn(&str) -> String,
    /// One JSON list of the rows of a query whose column is called `v`, in its order.
    pub list: fn(&str) -> String,
    pub exported: fn(&str, Family) -> String,
    pub object: fn(&[(String, String)]) -> String,
    pub merged: fn(&[Vec<PrintedArm>]) -> String,
}

/// The first second of the year 0 and the last of the year 9999, since 1970.
const YEARS: (i64, i64) = (-62_167_219_200, 253_402_300_799);

/// A condition, and the members of a JSON object that are there where it is true.
pub(super) type PrintedArm = (String, Vec<(String, String)>);
