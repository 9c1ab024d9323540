//! What the readers promise of every input. The fuzz targets ask it of whatever they make up, `cargo test` of the
//! committed corpus.

use probate::Checked;
use probate::database::{self, Vendor};
use probate::diagnostic::{self, Diagnostic, Diagnostics, Style};
use probate::source::yaml::{self, Node, Value};
use probate::source::{Memory, SourceMap, Span, Spanned};
use probate::sql::dialect::Dialect;
use probate::sql::{self, Expr, Select, Statement};
use sqlparser::dialect::{MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;

const SITE: &str = "kind: Site
id: s
title: S
controller: {name: C, contact: c}
locales: [en]
schema: schema.sql
dialects: [sqlite, postgres]
subject: {table: person, key: id, label: name, status: {active: default, left: {when: active = 0}}, identifiers: {email: email}}
contexts: {team: {table: team, key: id}}
";

/// Types of every family, names that need quotes, a chain, a tree, a key of several columns.
const SCHEMA: &str = "CREATE TABLE team (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES team (id), title TEXT NOT NULL);
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, email TEXT UNIQUE, active BOOLEAN NOT NULL, team_id INTEGER REFERENCES team (id), born DATE);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id) ON DELETE CASCADE, body TEXT, at TIMESTAMP, worth DECIMAL(10,2), share REAL, raw BLOB, \"Order\" INTEGER, \"a b\" TEXT);
CREATE TABLE reply (note_id INTEGER NOT NULL REFERENCES note (id), n INTEGER NOT NULL, person_id INTEGER REFERENCES person (id), body TEXT, PRIMARY KEY (note_id, n));
CREATE TABLE vote (note_id INTEGER, n INTEGER, person_id INTEGER, FOREIGN KEY (note_id, n) REFERENCES reply (note_id, n));
";

/// A YAML file: by itself, and as a document of a project.
pub fn yaml(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let (nodes, faults) = yaml::read(text);
        for node in &nodes {
            lies_in(text, node, &(0..u32::MAX));
        }
        for fault in &faults {
            assert!(text.get(fault.range.clone()).is_some(), "a fault at no place: {:?}", fault.range);
        }
    }
    let files = [("site.yaml", SITE.as_bytes()), ("schema.sql", SCHEMA.as_bytes()), ("fuzz.yaml", bytes)];
    let files = files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let files = Memory(files);
    let checked = probate::check(&probate::reviewed(&files));
    let shown = presentable(&checked);
    assert_eq!(checked.compile().is_ok(), !checked.diagnostics().has_errors(), "{shown}");
}

/// A file of DDL, as each vendor's.
pub fn ddl(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for vendor in Vendor::ALL {
        let mut sources = SourceMap::default();
        let file = sources.add("schema.sql", text.to_owned());
        let mut found = Diagnostics::default();
        let schema = database::read(&sources, file, *vendor, &mut found);
        found.sort(&sources);
        shown(&found, &sources);
        for (_, table) in schema.tables() {
            assert!(sources.text(file).get(table.span.range()).is_some(), "a table at no place: {}", table.name);
            for column in &table.columns {
                assert!(table.find(&column.name).is_some(), "`{}` is not found by its name", column.name);
            }
            for key in &table.foreign_keys {
                let there = schema.table(key.table);
                assert_eq!(key.columns.len(), key.to.len(), "{}: a foreign key of two lengths", table.name);
                key.columns.iter().for_each(|id| assert!(!table.column(*id).name.is_empty()));
                key.to.iter().for_each(|id| assert!(!there.column(*id).name.is_empty()));
            }
        }
    }
}

/// A condition and a path, over each table: refused with a place, or printed as SQL that its engine can read.
pub fn expression(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut sources = SourceMap::default();
    let schema = sources.add("schema.sql", SCHEMA.to_owned());
    let written = sources.add("fuzz.txt", text.to_owned());
    let mut found = Diagnostics::default();
    let schema = database::read(&sources, schema, Vendor::Sqlite, &mut found);
    assert!(found.is_empty(), "the schema of this test is sound");
    let written = Spanned::new(text.to_owned(), Span::new(written, 0..text.len()));
    for (table, named) in schema.tables() {
        match database::condition(&sources, &schema, table, &written) {
            Ok(resolved) => reads_again(&named.name, resolved.expr),
            Err(faults) => {
                assert!(!faults.is_empty(), "refused without a reason");
                found.extend(faults);
            }
        }
        if let Ok(path) = database::path(&sources, &schema, table, &written)
            && let Some(reached) = database::to_one(&schema, table, &path)
        {
            reads_again(&named.name, reached.expr.is_null());
        }
        let _ = database::path_to_table(&sources, &schema, table, &written);
    }
    shown(&found, &sources);
}

fn reads_again(table: &str, condition: Expr) {
    let query = Statement::Query(Select::from(table, [Expr::integer(1)]).filter(condition));
    for dialect in Dialect::ALL {
        for statement in sql::statement(&query, *dialect) {
            let read = match dialect {
                Dialect::Postgres => Parser::parse_sql(&PostgreSqlDialect {}, &statement),
                Dialect::Sqlite => Parser::parse_sql(&SQLiteDialect {}, &statement),
                Dialect::Mariadb => Parser::parse_sql(&MySqlDialect {}, &without_charset(&statement)),
            };
            let read = read.unwrap_or_else(|error| panic!("{}: {error}: {statement}", dialect.name()));
            assert_eq!(read.len(), 1, "one statement became several: {statement}");
        }
    }
}

/// `char(0x5C using utf8mb4)`, which the parser knows without its character set.
fn without_charset(statement: &str) -> String {
    let mut pieces = statement.split("char(0x");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + "char(0x" + &piece.replacen(" using utf8mb4)", ")", 1))
}

fn lies_in(text: &str, node: &Node<'_>, outer: &std::ops::Range<u32>) {
    let at = &node.range;
    assert!(text.get(at.start as usize..at.end as usize).is_some(), "a node at no place: {at:?}");
    assert!(outer.start <= at.start && at.end <= outer.end, "a node outside its parent: {at:?} in {outer:?}");
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| lies_in(text, item, at)),
        Value::Map(entries) => {
            for (key, value) in entries {
                assert!(text.get(key.range.start as usize..key.range.end as usize).is_some(), "{:?}", key.range);
                lies_in(text, value, at);
            }
        }
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) => {}
    }
}

/// All that was found, as text; each finding has a place that is there, and none disturbs a terminal.
pub fn presentable(checked: &Checked) -> String {
    shown(checked.diagnostics(), &checked.project.sources)
}

fn shown(found: &Diagnostics, sources: &SourceMap) -> String {
    let text = diagnostic::text(found, sources, Style::Plain);
    for one in found.iter() {
        for span in places(one) {
            assert!(sources.text(span.file).get(span.range()).is_some(), "{span:?} is no place: {}", one.title);
        }
        let split = one.title.contains("another form than its schema");
        assert!(!split, "the schema lets through what the types do not: {text}");
    }
    assert!(text.chars().all(|c| !c.is_control() || c == '\n'), "{text:?}");
    let json = diagnostic::json(found, sources);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
    text
}

fn places(one: &Diagnostic) -> impl Iterator<Item = &Span> {
    let related = one.related.iter().map(|(span, _)| span);
    one.span.iter().chain(related).chain(one.fix.iter().map(|(span, _)| span))
}
