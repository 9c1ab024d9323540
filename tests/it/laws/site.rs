//! A generated case as a site: compiled, in a database with its rows, and read back.

use std::collections::BTreeSet;

use probate::diagnostic::Severity;
use probate::source::Memory;
use serde_json::Value as Json;
use sqlparser::dialect::{Dialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;

use super::oracle::State;
use super::policy::World;
use super::table::{Column, Kind, Value, quoted};
use crate::engine::{self, Database, Engine, mariadb};

pub struct Scripts {
    install: String,
    pub purges: Vec<String>,
    /// The same when they are run again.
    pub later: Vec<String>,
    /// What each rule does that ends rows, when they are run again.
    pub ending: Vec<String>,
    pub export: Option<String>,
}

/// What no generated case may be told.
const NONSENSE: &[&str] = &[
    "yaml-syntax",
    "condition-syntax",
    "condition-unsupported",
    "unknown-column",
    "ddl-syntax",
    "ddl-conflict",
    "wrong-type",
    "unknown-key",
    "missing-key",
    "not-built-yet",
    "invalid-format",
    "unknown-name",
    "unknown-table",
    "clock-unit",
];

/// The compiled scripts, or the codes for which the compiler refuses.
pub fn compile(world: &World) -> Result<Scripts, BTreeSet<String>> {
    let mut files = Memory::default();
    files.0.insert("site.yaml".to_owned(), world.yaml().into_bytes());
    files.0.insert("schema.sql".to_owned(), world.ddl().into_bytes());
    let checked = probate::check(&probate::reviewed(&files));
    let errors = checked.diagnostics().iter().filter(|one| one.severity == Severity::Error);
    let codes: BTreeSet<String> = errors.map(|one| one.code.name().to_owned()).collect();
    if !codes.is_empty() {
        let text = probate::diagnostic::text(
            checked.diagnostics(),
            &checked.project.sources,
            probate::diagnostic::Style::Plain,
        );
        let is_limit = text.contains("lead back to a table") || text.contains("two ways from a row");
        let nonsense = NONSENSE.iter().any(|code| codes.contains(*code) && !is_limit);
        assert!(!nonsense, "the generator writes nonsense:\n{text}");
        if std::env::var("PROBATE_REFUSED").is_ok_and(|code| codes.contains(&code)) {
            eprintln!("{text}");
        }
        return Err(codes);
    }
    let artefacts = checked.compile().expect("a project without errors compiles");
    let find = |name: &str| {
        let path = format!("sql/{}/{name}.sql", world.engine.dialect());
        let found = artefacts.iter().find(|artefact| artefact.path == path);
        found.map(|artefact| String::from_utf8(artefact.bytes.clone()).expect("scripts are text"))
    };
    let purges = |moment: i64| {
        let one = |number: usize| at(world, moment, &find(&format!("purge/p{number}")).expect("a purge"));
        (0..world.purge_types.len()).map(one).collect()
    };
    Ok(Scripts {
        install: at(world, world.now, &find("install").expect("install")),
        purges: purges(world.now),
        later: purges(world.later),
        ending: (0..world.ending.len())
            .filter_map(|number| find(&format!("retention/end{number}")))
            .map(|ending| at(world, world.later, &ending))
            .collect(),
        export: find("export/e").map(|export| at(world, world.now, &export)),
    })
}

/// The script as it is when a moment has come.
fn at(world: &World, moment: i64, script: &str) -> String {
    let now = match world.engine.dialect() {
        "mariadb" => "unix_timestamp()",
        "postgres" => "floor(extract(epoch from now()))::bigint",
        _ => "cast(strftime('%s', 'now') as integer)",
    };
    script.replace(now, &moment.to_string())
}

pub fn parses(world: &World, scripts: &Scripts) {
    let dialect: &dyn Dialect = match world.engine.dialect() {
        "mariadb" => &MySqlDialect {},
        "postgres" => &PostgreSqlDialect {},
        _ => &SQLiteDialect {},
    };
    for script in scripts.purges.iter().chain(&scripts.export).chain(&scripts.ending).chain([&scripts.install]) {
        let read = Parser::new(dialect).with_recursion_limit(300).try_with_sql(&crate::compile::readable(script));
        read.and_then(|mut parser| parser.parse_statements()).expect("printed SQL parses");
    }
}

pub fn open(world: &World, scripts: &Scripts) -> Database {
    let database = Database::new(world.engine);
    let (create, keys) = world.ddl_in_two();
    let install = engine::plain(&scripts.install);
    if world.engine == Engine::Library {
        let off = "pragma foreign_keys = off;\n".to_owned();
        database.batch(&[world.ddl(), off, world.inserts()].concat());
        if !world.dangling {
            mend(&database);
        }
        database.batch(&(install + &world.sticking() + &world.placed()));
    } else {
        database.batch(
            &[create, world.inserts(), world.mending(), keys, install, world.sticking(), world.placed()].concat(),
        );
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

/// What there is to see of a database between runs.
#[derive(Debug)]
pub struct Seen {
    /// Each table sorted.
    pub state: State,
    /// Id, state, attempts and reason of each request.
    pub requests: Vec<String>,
    /// When each is due again.
    pub again: Vec<Option<i64>>,
    /// Rows in tables of the tool that are empty between runs.
    pub left: Vec<String>,
    /// How many rows the tool's other tables have.
    pub kept: Vec<String>,
}

/// Tables of the tool that a run without anything to do leaves as they are.
const KEPT: &[&str] = &[
    "probate_run",
    "probate_result",
    "probate_check",
    "probate_assert",
    "probate_ledger",
    "probate_outbox",
    "probate_taken",
    "probate_told",
    "probate_kept",
    "probate_hold",
];

const NEXT: &str = "probate-next";

/// Queries, each of them followed by a line of its own.
pub fn look(world: &World) -> String {
    let mut queries = Vec::new();
    let array = if world.engine == Engine::Postgres { "json_build_array" } else { "json_array" };
    let modes = "set sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES';\n";
    let modes = if world.engine == Engine::Mariadb { modes } else { "" };
    for table in world.tables.iter().filter(|table| !table.dropped) {
        // Columns of several collations are no arguments of one function there.
        let one = |(_, column): (usize, &Column)| match (world.engine, column.kind) {
            (Engine::Mariadb, Kind::Text) => mariadb::by_bytes(&quoted(&column.name)),
            _ => quoted(&column.name),
        };
        let columns: Vec<String> = table.kept().map(one).collect();
        queries.push(format!("select {array}({}) from {}", columns.join(", "), quoted(&table.name)));
    }
    queries.push(
        "select subject || '|' || type || '|' || id || ' ' || state || ' ' || attempts || ' ' || coalesce(reason, '') from probate_request order by id"
            .to_owned(),
    );
    queries.push("select coalesce(not_before, 0) from probate_request order by id".to_owned());
    let between = world.engine.between_runs().iter();
    queries.push(between.map(|table| format!("select '{table}' from {table}")).collect::<Vec<_>>().join(" union all "));
    queries.push(
        KEPT.iter()
            .map(|table| format!("select '{table} ' || count(*) from {table}"))
            .collect::<Vec<_>>()
            .join(" union all "),
    );
    let ended = queries.iter().map(|query| format!("{query};\nselect '{NEXT}';\n"));
    format!("{modes}select '{NEXT}';\n{}", ended.collect::<String>())
}

/// What `look` printed, after whatever was printed before it.
pub fn seen(world: &World, printed: &str) -> Seen {
    let end = format!("{NEXT}\n");
    let mut answers = printed.split(&end).skip(1);
    let mut next = || answers.next().expect("an answer").lines().collect::<Vec<_>>();
    let mut state = State::new();
    for table in &world.tables {
        let mut rows = Vec::new();
        if !table.dropped {
            for line in next() {
                let found: Vec<Json> = serde_json::from_str(line).expect("a row");
                let mut row = vec![Value::Null; table.columns.len()];
                for ((at, column), value) in table.kept().zip(found) {
                    row[at] = shortened(self::value(value), world.engine, column.kind);
                }
                rows.push(row);
            }
        }
        rows.sort();
        state.push(rows);
    }
    let mut texts = || next().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let requests = texts();
    let again = texts().iter().map(|again| again.parse().ok().filter(|again| *again != 0)).collect();
    Seen { state, requests, again, left: texts(), kept: texts() }
}

/// A moment as it was written.
fn shortened(value: Value, engine: Engine, kind: Kind) -> Value {
    match value {
        Value::Text(text) if kind == Kind::Timestamp && engine != Engine::Library => {
            Value::Text(text.replace('T', " ").chars().take(19).collect())
        }
        other => other,
    }
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
