//! PostgreSQL, as `pg_dump --schema-only` prints it; rows of data do not disturb.

use sqlparser::dialect::PostgreSqlDialect;

use super::types::Types;
use super::vendor::{Case, Declared, Described, Spec, family_of, signed};
use crate::database::{Collation, OnDelete};
use crate::sql::Family;

pub(super) const SPEC: Spec = Spec {
    command: "pg_dump --schema-only",
    grammar: &PostgreSqlDialect {},
    client_lines: &["\\"],
    dumps: &[("-- PostgreSQL database dump", "-- PostgreSQL database dump complete")],
    delimiters: false,
    hash_comments: false,
    dashes_want_space: false,
    nested_comments: true,
    hints: false,
    backslashes: false,
    backticks: false,
    brackets: false,
    dollar_quotes: true,
    copies: true,
    bodies: false,
    quoted_names: false,
    folds_names: true,
    tables: Case::Exact,
    columns: Case::Exact,
    home: Some("public"),
    inline_keys: false,
    other_elements: &[&["EXCLUDE", "USING"], &["LIKE"]],
    empty_tables: true,
    types: true,
    type_words: &[
        "VARYING",
        "PRECISION",
        "WITHOUT",
        "WITH",
        "TIME",
        "ZONE",
        "CHARACTER",
        "CHAR",
        "YEAR",
        "MONTH",
        "DAY",
        "HOUR",
        "MINUTE",
        "SECOND",
        "TO",
    ],
    untyped: false,
    column_fillers: &[
        &["STORAGE", "*"],
        &["COMPRESSION", "*"],
        &["OPTIONS", "()"],
        &["WITH", "()"],
        &["USING", "INDEX", "TABLESPACE", "*"],
        &["NO", "INHERIT"],
        &["NOT", "ENFORCED"],
        &["ENFORCED"],
        &["NOT", "VALID"],
        &["NOT", "DEFERRABLE"],
        &["DEFERRABLE"],
        &["INITIALLY", "*"],
        &["STORED"],
        &["VIRTUAL"],
    ],
    key_fillers: &[
        &["INCLUDE", "()"],
        &["WITH", "()"],
        &["USING", "INDEX", "TABLESPACE", "*"],
        &["TABLESPACE", "*"],
        &["WHERE", "()"],
        &["NO", "INHERIT"],
        &["NOT", "ENFORCED"],
        &["ENFORCED"],
        &["NOT", "VALID"],
        &["NOT", "DEFERRABLE"],
        &["DEFERRABLE"],
        &["INITIALLY", "*"],
    ],
    table_words: None,
    keys_not_null: true,
    no_action: OnDelete::Refuse,
    describe,
    collation,
};

const FAMILIES: &[(Family, &[&str])] = &[
    (
        Family::Integer,
        &[
            "bigint",
            "integer",
            "smallint",
            "int",
            "int2",
            "int4",
            "int8",
            "serial",
            "bigserial",
            "smallserial",
            "serial2",
            "serial4",
            "serial8",
        ],
    ),
    (Family::Decimal, &["numeric", "decimal", "dec"]),
    (Family::Real, &["double", "real", "float", "float4", "float8"]),
    (Family::Boolean, &["boolean", "bool"]),
    (Family::Text, &["character", "varchar", "text", "char", "bpchar", "nchar", "national", "name", "citext"]),
    (Family::Bytes, &["bytea"]),
    (Family::Date, &["date"]),
    (Family::Timestamp, &["timestamp", "timestamptz"]),
];

fn describe(declared: &Declared, types: &Types) -> Described {
    if declared.is_array {
        return Described::of(Family::Other);
    }
    let first = declared.first();
    if let Some(described) = types.named(first) {
        return described.clone();
    }
    let mut described = Described::of(family_of(first, FAMILIES).unwrap_or(Family::Other));
    described.bounds = match first {
        "smallint" | "int2" | "smallserial" | "serial2" => Some(signed(16)),
        "integer" | "int" | "int4" | "serial" | "serial4" => Some(signed(32)),
        _ => None,
    };
    // `serial` is an integer with a counter, and NOT NULL.
    described.nullable = !first.contains("serial");
    if described.family != Family::Text {
        return described;
    }
    // Trailing spaces are no part of a value of `char(n)`: it is filled up with them.
    described.padded =
        matches!(first, "char" | "character" | "bpchar" | "nchar" | "national") && !declared.has("varying");
    described.length = match first {
        "text" | "citext" => None,
        "name" => Some(63),
        "bpchar" => declared.length(),
        _ if described.padded => Some(declared.length().unwrap_or(1)),
        _ => declared.length(),
    };
    if first == "citext" {
        described.collation = Collation::Folding("citext".into());
    }
    described
}

/// Only a collation that is declared as not deterministic takes different bytes for equal
/// (<https://www.postgresql.org/docs/current/collation.html#COLLATION-NONDETERMINISTIC>).
fn collation(name: &str, types: &Types) -> Collation {
    if types.is_folding(name) { Collation::Folding(name.into()) } else { Collation::Bytes }
}
