//! A generated case as a site: compiled, in a database with its rows, and read back.

use std::collections::BTreeSet;

use probate::diagnostic::Severity;
use probate::source::Memory;
use serde_json::Value as Json;
use sqlparser::dialect::{Dialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;

use super::model::{Value, World, quoted};
use super::oracle::State;
use crate::engine::{self, Database, Engine};

pub struct Scripts {
    install: String,
    pub purges: Vec<String>,
    pub export: Option<String>,
}

/// The compiled scripts, or the codes for which the compiler refuses.
pub fn compile(world: &World) -> Result<Scripts, BTreeSet<String>> {
    let mut files = Memory::default();
    files.0.insert("site.yaml".to_owned(), world.yaml().into_bytes());
    files.0.insert("schema.sql".to_owned(), world.ddl().into_bytes());
    let checked = probate::check(&probate::reviewed(&files));
    let errors = checked.diagnostics().iter().filter(|one| one.severity() == Severity::Error);
    let codes: BTreeSet<String> = errors.map(|one| one.code.name().to_owned()).collect();
    if !codes.is_empty() {
        let text = probate::diagnostic::text(
            checked.diagnostics(),
            &checked.project.sources,
            probate::diagnostic::Style::Plain,
        );
        let language = [
            "yaml-syntax",
            "condition-syntax",
            "condition-unsupported",
            "unknown-column",
            "ddl-syntax",
            "ddl-conflict",
            "wrong-type",
        ];
        assert!(!language.iter().any(|code| codes.contains(*code)), "the generator writes nonsense:\n{text}");
        return Err(codes);
    }
    let artefacts = checked.compile().expect("a project without errors compiles");
    let find = |name: &str| {
        let path = format!("sql/{}/{name}.sql", world.engine.dialect());
        let found = artefacts.iter().find(|artefact| artefact.path == path);
        found.map(|artefact| String::from_utf8(artefact.bytes.clone()).expect("scripts are text"))
    };
    Ok(Scripts {
        install: find("install").expect("install"),
        purges: (0..world.purge_types.len()).map(|at| find(&format!("purge/p{at}")).expect("a purge")).collect(),
        export: find("export/e"),
    })
}

pub fn parses(world: &World, scripts: &Scripts) {
    let dialect: &dyn Dialect =
        if world.engine == Engine::Postgres { &PostgreSqlDialect {} } else { &SQLiteDialect {} };
    for script in scripts.purges.iter().chain(&scripts.export).chain([&scripts.install]) {
        Parser::parse_sql(dialect, &engine::plain(script)).expect("printed SQL parses");
    }
}

pub fn open(world: &World, scripts: &Scripts) -> Database {
    let database = Database::new(world.engine);
    let (create, keys) = world.ddl_in_two();
    let install = engine::plain(&scripts.install);
    if world.engine == Engine::Postgres {
        database.batch(&[create, world.inserts(), world.mending(), keys, install].concat());
    } else {
        let off = "pragma foreign_keys = off;\n".to_owned();
        database.batch(&[world.ddl(), off, world.inserts()].concat());
        if !world.dangling {
            mend(&database);
        }
        database.batch(&install);
    }
    database
}

/// Takes out rows that refer to nothing by SQLite's own rules, until none does.
fn mend(database: &Database) {
    for _ in 0..20 {
        let found = database.must("select \"table\", rowid from pragma_foreign_key_check");
        if found.is_empty() {
            return;
        }
        let gone = found.lines().map(|line| {
            let (table, row) = line.rsplit_once('|').expect("a table and a row");
            // A table without row numbers names none.
            let which = if row.is_empty() { String::new() } else { format!(" where rowid = {row}") };
            format!("delete from {}{which};\n", quoted(table))
        });
        database.batch(&gone.collect::<String>());
    }
    panic!("references to nothing remain");
}

pub fn state(world: &World, database: &Database) -> State {
    let select = |kind: &str| {
        let tables = world.tables.iter().map(|table| {
            let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
            format!("select {kind}({}) from {};\nselect 'next';\n", columns.join(", "), quoted(&table.name))
        });
        tables.collect::<String>()
    };
    let printed = if world.engine == Engine::Postgres {
        database.must(&select("json_build_array"))
    } else {
        database.must(&select("json_array"))
    };
    let mut tables = vec![Vec::new()];
    for line in printed.lines() {
        if line == "next" {
            tables.push(Vec::new());
        } else if let Some(rows) = tables.last_mut() {
            let row: Vec<Json> = serde_json::from_str(line).expect("a row");
            rows.push(row.into_iter().map(value).collect::<Vec<Value>>());
        }
    }
    tables.truncate(world.tables.len());
    for rows in &mut tables {
        rows.sort();
    }
    tables
}

fn value(value: Json) -> Value {
    match value {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Int(i64::from(value)),
        Json::String(text) => Value::Text(text),
        Json::Number(number) => number.as_i64().map_or_else(|| Value::Other(number.to_string()), Value::Int),
        other => Value::Other(other.to_string()),
    }
}
