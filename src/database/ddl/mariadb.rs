//! MariaDB and MySQL, as `mariadb-dump --no-data` prints it; rows of data do not disturb.

use std::sync::Arc;

use sqlparser::dialect::MySqlDialect;

use super::types::Types;
use super::vendor::{Case, Declared, Described, Spec, family_of, signed};
use crate::database::{Collation, OnDelete};
use crate::sql::Family;

pub(super) const SPEC: Spec = Spec {
    command: "mariadb-dump --no-data",
    grammar: &MySqlDialect {},
    // The first line of a current dump is for the client alone.
    client_lines: &["/*M!999999\\-", "/*!999999\\-"],
    dumps: &[("-- MariaDB dump ", "-- Dump completed"), ("-- MySQL dump ", "-- Dump completed")],
    delimiters: true,
    hash_comments: true,
    dashes_want_space: true,
    nested_comments: false,
    hints: true,
    backslashes: true,
    backticks: true,
    brackets: false,
    dollar_quotes: false,
    copies: false,
    bodies: true,
    quoted_names: false,
    folds_names: false,
    tables: Case::Exact,
    columns: Case::Ignored,
    home: None,
    inline_keys: true,
    other_elements: &[&["PERIOD", "FOR"]],
    empty_tables: false,
    types: false,
    type_words: &[
        "UNSIGNED",
        "SIGNED",
        "ZEROFILL",
        "PRECISION",
        "VARYING",
        "BINARY",
        "VARCHAR",
        "VARCHARACTER",
        "BYTE",
    ],
    untyped: false,
    column_fillers: &[
        &["AUTO_INCREMENT"],
        // Where an added column stands among the others.
        &["FIRST"],
        &["AFTER", "*"],
        &["COMMENT", "*"],
        &["INVISIBLE"],
        &["VISIBLE"],
        &["VIRTUAL"],
        &["STORED"],
        &["PERSISTENT"],
        &["COLUMN_FORMAT", "*"],
        &["STORAGE", "*"],
        &["COMPRESSED"],
        &["REF_SYSTEM_ID", "=", "*"],
        &["SRID", "*"],
        &["WITHOUT", "SYSTEM", "VERSIONING"],
        &["WITH", "SYSTEM", "VERSIONING"],
        &["NOT", "ENFORCED"],
        &["ENFORCED"],
    ],
    key_fillers: &[
        &["USING", "*"],
        &["COMMENT", "*"],
        &["KEY_BLOCK_SIZE", "=", "*"],
        &["KEY_BLOCK_SIZE", "*"],
        &["WITH", "PARSER", "*"],
        &["NOT", "IGNORED"],
        &["IGNORED"],
        &["INVISIBLE"],
        &["VISIBLE"],
        &["CLUSTERING", "=", "*"],
        &["NOT", "ENFORCED"],
        &["ENFORCED"],
    ],
    table_words: None,
    keys_not_null: true,
    // InnoDB checks each row at once; NO ACTION and RESTRICT are the same
    // (<https://mariadb.com/kb/en/foreign-keys/#constraints>).
    no_action: OnDelete::Restrict,
    describe,
    collation: |name, _| collation(name),
};

const FAMILIES: &[(Family, &[&str])] = &[
    (
        Family::Integer,
        &[
            "bigint",
            "int",
            "tinyint",
            "smallint",
            "mediumint",
            "integer",
            "int1",
            "int2",
            "int3",
            "int4",
            "int8",
            "middleint",
            "serial",
            "year",
            "bit",
        ],
    ),
    (Family::Decimal, &["decimal", "numeric", "dec", "fixed", "number"]),
    (Family::Real, &["double", "float", "real", "float4", "float8"]),
    // Another word for `tinyint(1)`, which is what a dump prints; who writes it means it.
    (Family::Boolean, &["boolean", "bool"]),
    (
        Family::Text,
        &[
            "varchar",
            "longtext",
            "text",
            "char",
            "mediumtext",
            "tinytext",
            "enum",
            "set",
            "character",
            "nchar",
            "nvarchar",
            "national",
            "varchar2",
            "clob",
            "long",
        ],
    ),
    (Family::Bytes, &["blob", "longblob", "mediumblob", "tinyblob", "binary", "varbinary", "raw"]),
    (Family::Date, &["date"]),
    (Family::Timestamp, &["datetime", "timestamp"]),
];

fn describe(declared: &Declared, _: &Types) -> Described {
    let first = declared.first();
    let mut described = Described::of(family_of(first, FAMILIES).unwrap_or(Family::Other));
    let is_char = matches!(first, "char" | "nchar" | "character" | "national") && !declared.has("varying");
    if described.family == Family::Text {
        described.length = match first {
            "varchar" | "nvarchar" | "varchar2" => declared.length(),
            "char" | "nchar" | "character" | "national" => Some(declared.length().unwrap_or(1)),
            "tinytext" => Some(255),
            _ => None,
        };
        described.padded = is_char;
    }
    let bits = match first {
        "tinyint" | "int1" => Some(8),
        "smallint" | "int2" => Some(16),
        "mediumint" | "int3" => Some(24),
        "int" | "integer" | "int4" => Some(32),
        _ => None,
    };
    described.bounds = bits.map(|bits| if declared.has("unsigned") { (0, (1 << bits) - 1) } else { signed(bits) });
    if first == "enum" {
        described.allowed = Some(Arc::new(declared.arguments.clone()));
    }
    described
}

/// `binary`, and the collations whose names end in `_nopad_bin`: to all others 'a' and 'a ' are one.
fn collation(name: &str) -> Collation {
    let lower = name.to_ascii_lowercase();
    if lower == "binary" || lower.ends_with("_nopad_bin") { Collation::Bytes } else { Collation::Folding(lower.into()) }
}

/// The collation of a character set where none is written, as the server ships it.
pub(super) fn default_of(charset: &str) -> String {
    let charset = charset.to_ascii_lowercase();
    match charset.as_str() {
        "binary" => charset,
        "latin1" => "latin1_swedish_ci".to_owned(),
        _ => format!("{charset}_general_ci"),
    }
}

/// Where a schema says neither character set nor collation.
pub(super) const DEFAULT_COLLATION: &str = "utf8mb4_general_ci";
