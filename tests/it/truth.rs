//! What a condition can come to: never true, always true, or either; never said of one that a real row disproves.

use probate::database::{Possible, Schema, Vendor, condition, possible, read};
use probate::diagnostic::{Diagnostics, Style, text};
use probate::source::{SourceMap, Span, Spanned};
use proptest::prelude::*;

const SCHEMA: &str = "\
CREATE TABLE other (id INTEGER PRIMARY KEY, mark INTEGER NOT NULL);
CREATE TABLE t (
  id INTEGER PRIMARY KEY,
  a INTEGER NOT NULL,
  b INTEGER,
  s TEXT NOT NULL,
  r REAL NOT NULL,
  f BOOLEAN,
  k TEXT NOT NULL CHECK (k IN ('x', 'y')),
  o INTEGER REFERENCES other(id)
);
";

const POSTGRES: &str = "\
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE t (
  id bigint PRIMARY KEY,
  m mood NOT NULL,
  v varchar(3) NOT NULL,
  c char(4) NOT NULL,
  w timestamp,
  n integer NOT NULL,
  u integer NOT NULL,
  CONSTRAINT few CHECK (n > 0),
  CONSTRAINT none CHECK (u > 0) NOT VALID
);
";

fn schema(vendor: Vendor, ddl: &str) -> (SourceMap, Schema) {
    let mut sources = SourceMap::default();
    let file = sources.add("schema.sql", ddl.to_owned());
    let mut found = Diagnostics::default();
    let mut schema = read(&sources, file, vendor, &mut found);
    assert_eq!(text(&found, &sources, Style::Plain), "");
    schema.read_checks(&sources);
    (sources, schema)
}

fn of((sources, schema): &(SourceMap, Schema), written: &str) -> Possible {
    let table = schema.find("t").expect("a table").0;
    let asked = condition(sources, schema, table, &Spanned::new(written.to_owned(), Span::default()));
    possible(schema, table, &asked.unwrap_or_else(|found| panic!("{written}: {found:?}")).expr)
}

fn word(one: Possible) -> &'static str {
    match one {
        one if one.is_always() => "always",
        one if !one.may_be_true() => "never",
        _ => "open",
    }
}

#[test]
fn what_no_row_can_meet_and_what_every_row_meets_is_known() {
    let cases = [
        ("a = 1 and a = 2", "never"),
        ("a = 1 and b = 2", "open"),
        ("a > 5 and a < 3", "never"),
        ("a > 5 and a < 6", "never"),
        ("a > 5 and a < 7", "open"),
        ("a > 5.5 and a < 6.5", "open"),
        ("a > 5.2 and a < 5.7", "never"),
        ("a > -3 and a < -2", "never"),
        ("a >= 5 and a < 6", "open"),
        ("r > 5 and r < 6", "open"),
        ("a >= 5 and a <= 5", "open"),
        ("a between 9 and 1", "never"),
        ("a between 1 and 9", "open"),
        ("a is null", "never"),
        ("b is null", "open"),
        ("a is not null", "always"),
        ("b = b", "open"),
        ("a = a", "always"),
        ("b <> b", "never"),
        ("a = 1 or a <> 1", "always"),
        ("b = 1 or b <> 1", "open"),
        ("b = 1 or b <> 1 or b is null", "always"),
        ("not (a = 1 and a = 2)", "always"),
        ("not (b = 1 and b = 2)", "open"),
        ("a = 1 and not a = 1", "never"),
        ("a in (1, 2) and a in (3, 4)", "never"),
        ("a in (1, 2) and a in (2, 3)", "open"),
        ("a not in (1, 2) and a = 1.0", "never"),
        ("a < 5 or a > 4", "always"),
        ("a < 5 or a > 5", "open"),
        ("a = 1.5", "never"),
        ("r = 1.5", "open"),
        ("s < ''", "never"),
        ("s >= ''", "always"),
        ("s <= ''", "open"),
        ("s = 'a' and s = 'A'", "never"),
        ("starts_with(s, 'ab') and s = 'abc'", "open"),
        ("starts_with(s, 'ab') and s = 'ac'", "never"),
        ("starts_with(s, 'ab') and not starts_with(s, 'a')", "never"),
        ("starts_with(s, '')", "always"),
        ("f and not f", "never"),
        ("f or not f", "open"),
        ("f or not f or f is null", "always"),
        ("f is true or f is true or b = 1", "open"),
        ("k = 'z'", "never"),
        ("k in ('x', 'y')", "always"),
        ("k = 'x' or s = 'q'", "open"),
        ("o.mark = 1 and o.mark = 2", "never"),
        ("o.mark is null", "open"),
        ("o.mark is not null", "open"),
        ("o.mark = 1 and a = 1", "open"),
        ("a = b", "open"),
        ("a = b and a = 1 and a = 2", "never"),
        ("false", "never"),
        ("true", "always"),
        ("a = 1 and false", "never"),
        ("1 < a and a < 1", "never"),
        ("a = 9007199254740993 and a = 9007199254740992", "never"),
    ];
    let schema = schema(Vendor::Sqlite, SCHEMA);
    let wrong: Vec<String> = cases
        .into_iter()
        .filter(|(written, expected)| word(of(&schema, written)) != *expected)
        .map(|(written, expected)| format!("{written}: {} instead of {expected}", word(of(&schema, written))))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn types_and_checks_of_postgres_say_what_a_column_can_hold() {
    let cases = [
        ("m = 'good' or m = 'bad'", "always"),
        ("m <> 'good' and m <> 'bad'", "never"),
        ("v = 'long'", "never"),
        ("v = 'lon'", "open"),
        // Its spaces are filled up: nothing is certain.
        ("c = 'a' and c = 'a '", "open"),
        ("c = 'a' and c = 'b'", "open"),
        // A day and a moment are compared in more than one way.
        ("w = date '2026-01-01' and w <> timestamp '2026-01-01 00:00:00'", "open"),
        ("w < timestamp '2026-01-01 00:00:00' and w > timestamp '2027-01-01 00:00:00'", "never"),
        ("n = 0", "never"),
        ("n >= 1", "always"),
        // Rows from before the check were never looked at.
        ("u = 0", "open"),
    ];
    let schema = schema(Vendor::Postgres, POSTGRES);
    for (written, expected) in cases {
        assert_eq!(word(of(&schema, written)), expected, "{written}");
    }
}

fn atom() -> impl Strategy<Value = String> {
    let how = prop::sample::select(vec!["=", "<>", "<", "<=", ">", ">="]);
    let number = prop::sample::select(vec!["a", "b", "r"]);
    prop_oneof![
        (number.clone(), how.clone(), -1..3_i32).prop_map(|(column, how, value)| format!("{column} {how} {value}")),
        (how.clone(), 0..3_i32).prop_map(|(how, value)| format!("{value} {how} b")),
        (number.clone(), 0..2_i32, 0..3_i32)
            .prop_map(|(column, low, high)| format!("{column} between {low} and {high}")),
        (number.clone(), 0..3_i32, 0..3_i32).prop_map(|(column, one, two)| format!("{column} not in ({one}, {two})")),
        (prop::sample::select(vec!["a", "b", "s", "f", "o.mark"])).prop_map(|column| format!("{column} is null")),
        (how.clone(), prop::sample::select(vec!["", "a", "ab", "b"]))
            .prop_map(|(how, text)| format!("s {how} '{text}'")),
        prop::sample::select(vec!["", "a", "ab"]).prop_map(|start| format!("starts_with(s, '{start}')")),
        prop::sample::select(vec!["f", "f is true", "true", "b = b", "a = b", "a < r", "k = 'x'", "k = 'z'"])
            .prop_map(str::to_owned),
        (how, 0..2_i32).prop_map(|(how, value)| format!("o.mark {how} {value}")),
    ]
}

fn any_condition() -> impl Strategy<Value = String> {
    atom().prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" and "))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" or "))),
            inner.prop_map(|one| format!("(not {one})")),
        ]
    })
}

/// Rows of every kind that the conditions above tell apart.
fn rows() -> rusqlite::Connection {
    let database = rusqlite::Connection::open_in_memory().expect("SQLite opens");
    database.execute_batch(SCHEMA).expect("the schema");
    database.execute_batch("INSERT INTO other VALUES (1, 0), (2, 1), (3, 2)").expect("rows");
    let lists = [
        ("a", "-2, -1, 0, 1, 3"),
        ("b", "null, -1, 0, 1, 3"),
        ("s", "'', 'A', 'a', 'aa', 'ab', 'abc', 'c'"),
        ("r", "-1.5, 0, 0.5, 2, 3"),
        ("f", "null, 0, 1"),
        ("k", "'x', 'y'"),
        ("o", "null, 1, 3"),
    ];
    let list = |(name, values): &(&str, &str)| {
        let rows: Vec<String> = values.split(", ").map(|value| format!("select {value} as {name}")).collect();
        format!("({})", rows.join(" union all "))
    };
    let joined: Vec<String> = lists.iter().map(list).collect();
    let insert = format!("INSERT INTO t (a, b, s, r, f, k, o) SELECT a, b, s, r, f, k, o FROM {}", joined.join(", "));
    database.execute_batch(&insert).expect("rows");
    database
}

#[test]
fn no_real_row_disproves_what_is_said_of_a_condition() {
    let database = rows();
    let read = schema(Vendor::Sqlite, SCHEMA);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(300));
    let table = read.1.find("t").expect("a table").0;
    let tally = std::cell::Cell::new((0, 0));
    let result = runner.run(&any_condition(), |written| {
        let asked = condition(&read.0, &read.1, table, &Spanned::new(written.clone(), Span::default())).expect("read");
        let said = possible(&read.1, table, &asked.expr);
        let printed = probate::sql::expression(&asked.expr, probate::sql::dialect::Dialect::Sqlite);
        let count = |what: &str| -> i64 {
            let query = format!("select count(*) from t where ({printed}) {what}");
            database.query_row(&query, [], |row| row.get(0)).unwrap_or_else(|error| panic!("{query}: {error}"))
        };
        let (yes, no, unknown) = (count("is true"), count("is false"), count("is null"));
        prop_assert!(said.may_be_true() || yes == 0, "{written}: never, but true of {yes} rows");
        prop_assert!(!said.is_always() || no + unknown == 0, "{written}: always, but not of {no} and {unknown} rows");
        let (never, always) = tally.get();
        tally.set((never + i32::from(!said.may_be_true()), always + i32::from(said.is_always())));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let (never, always) = tally.get();
    assert!(never > 10 && always > 10, "the conditions are not only open ones: {never} never, {always} always");
}
