//! SQLite, as `sqlite3 app.db .schema` prints it.

use sqlparser::dialect::SQLiteDialect;

use super::types::Types;
use super::vendor::{Case, Declared, Described, Spec};
use crate::database::types::family;
use crate::database::{Collation, OnDelete};

pub(super) const SPEC: Spec = Spec {
    command: "sqlite3 app.db .schema",
    grammar: &SQLiteDialect {},
    client_lines: &["."],
    dumps: &[],
    delimiters: false,
    hash_comments: false,
    dashes_want_space: false,
    nested_comments: false,
    hints: false,
    backslashes: false,
    backticks: true,
    brackets: true,
    dollar_quotes: false,
    copies: false,
    bodies: true,
    quoted_names: true,
    folds_names: false,
    tables: Case::Ignored,
    columns: Case::Ignored,
    home: Some("main"),
    inline_keys: false,
    other_elements: &[],
    empty_tables: false,
    types: false,
    // Any word is allowed, but another one most often means that a comma is missing.
    type_words: &[
        "UNSIGNED",
        "SIGNED",
        "BIG",
        "INT",
        "VARYING",
        "CHARACTER",
        "PRECISION",
        "WITHOUT",
        "WITH",
        "TIME",
        "ZONE",
    ],
    untyped: true,
    column_fillers: &[
        &["ASC"],
        &["DESC"],
        &["AUTOINCREMENT"],
        &["ON", "CONFLICT", "*"],
        &["NOT", "DEFERRABLE"],
        &["DEFERRABLE"],
        &["INITIALLY", "*"],
        &["VIRTUAL"],
        &["STORED"],
    ],
    key_fillers: &[&["ON", "CONFLICT", "*"], &["NOT", "DEFERRABLE"], &["DEFERRABLE"], &["INITIALLY", "*"]],
    table_words: Some(&["WITHOUT", "ROWID", "STRICT"]),
    // Only an INTEGER PRIMARY KEY is, and those of two kinds of tables.
    keys_not_null: false,
    no_action: OnDelete::Refuse,
    describe,
    collation,
};

/// The length of a type is not enforced.
fn describe(declared: &Declared, _: &Types) -> Described {
    Described::of(family(&declared.text))
}

fn collation(name: &str, _: &Types) -> Collation {
    if name.eq_ignore_ascii_case("binary") { Collation::Bytes } else { Collation::Folding(name.into()) }
}
