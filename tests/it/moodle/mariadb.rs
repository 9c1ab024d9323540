//! The filled Moodle in MariaDB: its purge does, step by step, what PostgreSQL's does.

use std::collections::BTreeMap;

use super::filled::leavers;
use super::filled_mariadb::{self, DATABASE, dump, load, must};
use super::{example, filled, script};
use crate::engine::{Engine, skipped};

/// What a script printed of each step: its number, item, action and table, and how many rows.
fn steps(printed: &str) -> BTreeMap<String, u64> {
    let step = |line: &str| {
        let (step, rows) = line.rsplit_once('|')?;
        Some((step.to_owned(), rows.parse().ok()?))
    };
    printed.lines().filter_map(step).collect()
}

#[test]
fn mariadb_purges_a_filled_moodle_step_by_step_as_postgres_does() {
    let test = "mariadb_purges_a_filled_moodle_step_by_step_as_postgres_does";
    if !dump().exists() {
        skipped(&format!("{test}: {} is not there", dump().display()));
        return;
    }
    let artefacts = example().compile().expect("it compiles");
    if Engine::here(test, &[Engine::Mariadb]).is_empty() {
        return;
    }
    let Some(postgres) = filled(test, &artefacts) else { return };
    postgres.must(&leavers(52));
    let theirs = steps(&postgres.must(&script(&artefacts, "sql/postgres/purge/leaver-full.sql")));

    load();
    must(DATABASE, &script(&artefacts, "sql/mariadb/install.sql"));
    must(DATABASE, &filled_mariadb::leavers(52));
    let purge = script(&artefacts, "sql/mariadb/purge/leaver-full.sql");
    let (whole, end) = purge.trim_end().rsplit_once('\n').expect("an end");
    assert_eq!(end, "execute immediate @probate_end;");
    // What it would do is seen, and then undone: nobody wants to load the rows again.
    let left = "select count(*) from mdl_logstore_standard_log where userid between 3 and 52;";
    let printed = must(DATABASE, &format!("{whole}\nselect @probate_end;\n{left}\nrollback;\n"));
    assert!(printed.ends_with("commit\n0\n"), "{printed}");
    let ours = steps(&printed);
    assert!(ours.len() > 300 && ours.keys().eq(theirs.keys()), "the same steps");
    for (step, rows) in &ours {
        let of_postgres = theirs[step];
        // Of rows that are already as they should be MariaDB counts none.
        let alike = if step.contains("|delete|") { *rows == of_postgres } else { *rows <= of_postgres };
        assert!(alike, "{step}: {rows} rows, and {of_postgres} in PostgreSQL");
    }
}
