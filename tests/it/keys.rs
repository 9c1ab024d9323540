//! Keys of several columns are found by their indexes: in SQLite by each of their columns, and not by the first alone.

use std::path::Path;

use probate::source::Disk;
use rusqlite::Connection;

use crate::engine;

/// What SQLite says about each statement of a case's purge that reads one of these tables.
fn plans(case: &str, tables: &[&str]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile").join(case);
    let checked = probate::check(&probate::reviewed(&Disk::open(&folder).expect("the case")));
    let artefacts = checked.compile().expect("it compiles");
    let script = |path: &str| {
        let found = artefacts.iter().find(|one| one.path == path).expect("it is compiled");
        engine::plain(std::str::from_utf8(&found.bytes).expect("text"))
    };
    let connection = Connection::open_in_memory().expect("a database");
    let schema = std::fs::read_to_string(folder.join("schema.sql")).expect("a schema");
    connection.execute_batch(&schema).expect("the schema");
    connection.execute_batch(&script("sql/sqlite/install.sql")).expect("our tables");
    connection.execute_batch("create temp table probate_claim (one, token)").expect("a claim");
    let purge = script("sql/sqlite/purge/go.sql");
    let statements = purge.split(";\n").map(str::trim);
    let changes = statements.filter(|text| {
        let text = text.lines().find(|line| !line.starts_with("--")).unwrap_or_default();
        ["insert", "update", "delete"].iter().any(|word| text.starts_with(word))
    });
    let mut found = Vec::new();
    for statement in changes {
        let mut explained = connection.prepare(&format!("explain query plan {statement}")).expect("a statement");
        let lines = explained.query_map([], |row| row.get::<_, String>(3)).expect("a plan");
        let lines = lines.map(|line| line.expect("a line"));
        found.extend(lines.filter(|line| tables.iter().any(|table| line.split(' ').nth(1) == Some(table))));
    }
    found
}

#[test]
fn rows_are_found_by_every_column_of_their_key() {
    let wanted = [("shelf", "area=? AND code=?"), ("thing", " AND "), ("loan", " AND ")];
    let plans = plans("composite_parts", &wanted.map(|(table, _)| table));
    for (table, by) in wanted {
        let searches: Vec<&String> =
            plans.iter().filter(|line| line.starts_with(&format!("SEARCH {table} "))).collect();
        assert!(searches.len() >= 2 && searches.iter().all(|line| line.contains(by)), "{table}: {plans:#?}");
    }
}

#[test]
fn rows_below_are_found_from_each_row_by_an_index() {
    let plans = plans("tree", &["post", "probate_child"]);
    let next: Vec<&String> = plans.iter().filter(|line| line.contains("probate_child")).collect();
    assert!(next.iter().any(|line| line.contains("parent_id=?")), "{plans:#?}");
    assert!(next.iter().all(|line| line.starts_with("SEARCH") || line.contains("folder")), "{plans:#?}");
}
