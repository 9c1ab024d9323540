//! The schemas of real systems, as their servers dump them: every table is read, and the vendors agree.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use probate::database::{Collation, Schema, Table, Vendor, read};
use probate::diagnostic::{Diagnostics, Style, text};
use probate::source::SourceMap;
use probate::sql::Family;

use crate::engine::skipped;

/// A file of the data that lies beside the repository; its absence is said and allowed.
fn data(test: &str, path: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        skipped(&format!("{test}: {} is not there", path.display()));
    }
    text
}

fn schema(vendor: Vendor, ddl: String) -> Schema {
    let mut sources = SourceMap::default();
    let file = sources.add("schema.sql", ddl);
    let mut found = Diagnostics::default();
    let schema = read(&sources, file, vendor, &mut found);
    assert!(found.is_empty(), "{vendor:?}: {}", text(&found, &sources, Style::Plain));
    schema
}

fn dump(test: &str, vendor: Vendor, path: &str) -> Option<Schema> {
    data(test, path).map(|ddl| schema(vendor, ddl))
}

const MOODLE: [(Vendor, &str); 3] = [
    (Vendor::Postgres, "moodle/moodle-4.1-postgres.sql"),
    (Vendor::Mariadb, "moodle/moodle-4.1-mariadb.sql"),
    (Vendor::Sqlite, "moodle/moodle-4.1-sqlite.sql"),
];

#[test]
fn every_table_of_the_dumps_is_read_without_a_finding() {
    let totara = (Vendor::Postgres, "totara/totara-12-postgres.sql");
    for ((vendor, path), tables) in MOODLE.into_iter().zip([880; 3]).chain([(totara, 691)]) {
        let Some(schema) = dump("every table", vendor, path) else { return };
        assert_eq!(schema.tables().count(), tables, "{path}");
        for (_, table) in schema.tables() {
            assert!(!table.columns.is_empty(), "{path}: {}", table.name);
            // Nine tables of other programs have none.
            assert!(!table.primary_key.is_empty() || tables == 880, "{path}: {} has no key", table.name);
        }
    }
}

/// What the three servers must agree on: columns with their nullability, and the key.
fn shape(table: &Table) -> (Vec<(String, bool)>, Vec<String>) {
    let columns = table.columns.iter().map(|column| (column.name.to_string(), column.nullable)).collect();
    (columns, table.primary_key.iter().map(|id| table.column(*id).name.to_string()).collect())
}

#[test]
fn the_three_moodle_dumps_agree() {
    let mut shapes: Vec<BTreeMap<String, _>> = Vec::new();
    for (vendor, path) in MOODLE {
        let Some(schema) = dump("dumps agree", vendor, path) else { return };
        shapes.push(schema.tables().map(|(_, table)| (table.name.to_string(), shape(table))).collect());
    }
    let [postgres, mariadb, sqlite] = shapes.as_slice() else { unreachable!() };
    for (name, ours) in postgres {
        assert_eq!(ours, &mariadb[name], "{name} on MariaDB");
        assert_eq!(ours, &sqlite[name], "{name} on SQLite");
    }
    assert_eq!((postgres.len(), mariadb.len(), sqlite.len()), (880, 880, 880));
}

#[test]
fn the_user_table_is_what_moodle_says_it_is() {
    for (vendor, path) in MOODLE {
        let Some(schema) = dump("the user table", vendor, path) else { return };
        let (_, user) = schema.find("mdl_user").expect("there is one");
        let id = user.row_key().expect("a key of one column");
        assert_eq!(&*user.column(id).name, "id");
        assert_eq!(user.column(id).family, Family::Integer);
        let columns = |ids: &[_]| ids.iter().map(|id| user.column(*id).name.to_string()).collect::<Vec<_>>();
        let uniques: Vec<Vec<String>> = user.uniques.iter().map(|unique| columns(&unique.columns)).collect();
        assert_eq!(uniques, [["mnethostid", "username"]], "{vendor:?}");
        let (_, email) = user.find("email").expect("a column");
        assert!(!email.nullable && email.family == Family::Text, "{vendor:?}: {email:?}");
        assert_eq!(email.length, (vendor != Vendor::Sqlite).then_some(100), "{vendor:?}");
        let folds = matches!(&email.collation, Collation::Folding(name) if &**name == "utf8mb4_unicode_ci");
        assert_eq!(folds, vendor == Vendor::Mariadb, "{:?}", email.collation);
        assert!(user.find("EMAIL").is_some() != (vendor == Vendor::Postgres));
        assert!(user.indexed.len() > 10, "{vendor:?}: {}", user.indexed.len());
        let families = |name: &str, column: &str| schema.find(name).unwrap().1.find(column).unwrap().1.family;
        assert_eq!(families("mdl_grade_grades", "finalgrade"), Family::Decimal);
        assert_eq!(families("mdl_forum_posts", "message"), Family::Text);
    }
}
