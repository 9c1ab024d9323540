//! What differs between the databases whose DDL is read: data, and a few small functions, one file for each.

use std::sync::Arc;

use sqlparser::dialect::Dialect as Grammar;

use super::{mariadb, postgres, sqlite};
use crate::database::{Collation, OnDelete};
use crate::sql::Family;
use crate::sql::dialect::Dialect;

/// The databases whose DDL can be read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Vendor {
    Sqlite,
    Postgres,
    Mariadb,
}

impl Vendor {
    pub const ALL: &'static [Vendor] = &[Vendor::Sqlite, Vendor::Postgres, Vendor::Mariadb];

    /// As `dialects` and `schema` of a Site name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Mariadb => "mariadb",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|vendor| vendor.name() == name)
    }

    /// Whose DDL is given for a dialect.
    pub fn of(dialect: Dialect) -> Option<Self> {
        Self::from_name(dialect.name())
    }

    /// The command that prints a schema as this reader wants it.
    pub fn command(self) -> &'static str {
        self.spec().command
    }

    pub(super) fn spec(self) -> &'static Spec {
        match self {
            Self::Sqlite => &sqlite::SPEC,
            Self::Postgres => &postgres::SPEC,
            Self::Mariadb => &mariadb::SPEC,
        }
    }
}

/// How names are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Case {
    Exact,
    /// Without regard to ASCII capitals.
    #[default]
    Ignored,
}

impl Case {
    pub fn key(self, name: &str) -> String {
        match self {
            Self::Exact => name.to_owned(),
            Self::Ignored => name.to_ascii_lowercase(),
        }
    }
}

/// Words that mean nothing here: `*` is any one token, `()` all of a bracket.
pub(super) type Filler = &'static [&'static str];

/// The forms of one database.
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own of the vendor's lexer or grammar")]
pub(super) struct Spec {
    pub command: &'static str,
    pub grammar: &'static (dyn Grammar + Sync),
    /// What begins a line for the client program.
    pub client_lines: &'static [&'static str],
    /// The first and the last line that a dump writes around everything.
    pub dumps: &'static [(&'static str, &'static str)],
    pub delimiters: bool,
    pub hash_comments: bool,
    pub dashes_want_space: bool,
    pub nested_comments: bool,
    /// `/*!50100 … */` is read by the server.
    pub hints: bool,
    pub backslashes: bool,
    pub backticks: bool,
    pub brackets: bool,
    pub dollar_quotes: bool,
    /// `COPY … FROM stdin;` and lines of data.
    pub copies: bool,
    /// Triggers are written out with their statements.
    pub bodies: bool,
    /// A name in single quotes is a name.
    pub quoted_names: bool,
    /// Names without quotes are read in small letters.
    pub folds_names: bool,
    pub tables: Case,
    pub columns: Case,
    /// The schema whose name is left out; without one it is the first that is named.
    pub home: Option<&'static str>,
    /// `KEY`, `INDEX` and `FULLTEXT` among the columns of a table.
    pub inline_keys: bool,
    /// What else may stand among them that is no column.
    pub other_elements: &'static [Filler],
    /// A table may have no columns.
    pub empty_tables: bool,
    /// `CREATE TYPE`, `CREATE DOMAIN` and `CREATE COLLATION` declare what columns hold.
    pub types: bool,
    /// Further words of a type.
    pub type_words: &'static [&'static str],
    /// A column needs no type, and whatever its type is it has a collation.
    pub untyped: bool,
    /// After a column's type.
    pub column_fillers: &'static [Filler],
    /// After a constraint or an index.
    pub key_fillers: &'static [Filler],
    /// The words that may follow the columns of a table; `None`: anything but another statement.
    pub table_words: Option<&'static [&'static str]>,
    /// A column of a primary key is never NULL.
    pub keys_not_null: bool,
    /// What a key without an action does to the row it refers to.
    pub no_action: OnDelete,
    pub describe: fn(&Declared, &super::types::Types) -> Described,
    pub collation: fn(&str, &super::types::Types) -> Collation,
}

/// A type as it stands in the schema.
#[derive(Debug, Clone, Default)]
pub(super) struct Declared {
    /// As written, on one line.
    pub text: String,
    /// Its words in small letters (a name in quotes as it is), without a schema's name.
    pub words: Vec<String>,
    /// What stands in its first bracket.
    pub arguments: Vec<String>,
    pub is_array: bool,
}

impl Declared {
    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|one| one == word)
    }

    pub fn length(&self) -> Option<u64> {
        self.arguments.first()?.parse().ok()
    }
}

/// What a type means.
#[derive(Debug, Clone)]
pub(super) struct Described {
    pub family: Family,
    pub length: Option<u64>,
    pub collation: Collation,
    pub padded: bool,
    pub allowed: Option<Arc<Vec<String>>>,
    pub nullable: bool,
    pub bounds: Option<(i64, i64)>,
}

impl Described {
    pub fn of(family: Family) -> Self {
        let (length, allowed, bounds) = (None, None, None);
        Self { family, length, collation: Collation::Bytes, padded: false, allowed, nullable: true, bounds }
    }
}

/// What fits into a whole number of so many bits.
pub(super) fn signed(bits: u32) -> (i64, i64) {
    let half = 1_i64 << (bits - 1);
    (-half, half - 1)
}

/// The family of a type's first word, by a vendor's table.
pub(super) fn family_of(word: &str, table: &[(Family, &[&str])]) -> Option<Family> {
    table.iter().find(|(_, words)| words.contains(&word)).map(|(family, _)| *family)
}
