//! Reading a PostgreSQL dump of 880 tables against sqlparser tokenising and parsing the same statements, in one run.
//!
//! `cargo bench --bench ddl`

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints, and what it cannot do ends it"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use probate::database::{Vendor, read};
use probate::diagnostic::Diagnostics;
use probate::source::SourceMap;
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;
use sqlparser::tokenizer::{Token, TokenWithSpan, Tokenizer};

const ROUNDS: usize = 15;

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/moodle/moodle-4.1-postgres.sql");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("SKIPPED: {} is not there", path.display());
        return;
    };
    let mut sources = SourceMap::default();
    let file = sources.add("schema.sql", text.clone());
    let (mut floor, mut ours) = (Vec::new(), Vec::new());
    let mut parsed = 0;
    for _ in 0..ROUNDS {
        floor.push(time(|| parsed = parse(&text)));
        ours.push(time(|| {
            let mut found = Diagnostics::default();
            let schema = read(&sources, file, Vendor::Postgres, &mut found);
            assert!(found.is_empty() && schema.tables().count() == 880, "the schema is read");
        }));
    }
    let (floor, ours) = (median(floor), median(ours));
    println!("{} KB, {parsed} statements that sqlparser can parse", text.len() / 1024);
    println!("tokenise and parse  {floor:>10.1?}");
    println!("database::read      {ours:>10.1?}");
    println!("ratio               {:>10.2}   (at most 1.5)", ours.as_secs_f64() / floor.as_secs_f64());
}

/// The file's tokens cut at semicolons; sequences, which it cannot parse, are counted out.
fn parse(text: &str) -> usize {
    let dialect = PostgreSqlDialect {};
    let plain: String = text.split_inclusive('\n').filter(|line| !line.starts_with('\\')).collect();
    let tokens = Tokenizer::new(&dialect, &plain).tokenize_with_location().expect("tokens");
    let mut parsed = 0;
    let mut statement: Vec<TokenWithSpan> = Vec::new();
    for token in tokens {
        if token.token != Token::SemiColon {
            statement.push(token);
            continue;
        }
        let read = Parser::new(&dialect).with_tokens_with_locations(std::mem::take(&mut statement)).parse_statement();
        parsed += usize::from(read.is_ok());
    }
    parsed
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
