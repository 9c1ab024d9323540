//! The schemas of real systems, as their servers dump them: every table is read, and the vendors agree.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use probate::database::{Collation, Schema, Table, Vendor, read};
use probate::diagnostic::{Code, Diagnostics, Style, text};
use probate::source::{Memory, SourceMap};
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

const SITE: &str = "\
kind: Site
id: campus
title: Campus
controller: {name: Example University, contact: privacy@example.edu}
locales: [en]
schema: schema.sql
relations: [relations.csv]
dialects: [sqlite]
subject:
  table: mdl_user
  key: id
  label: username
  status: {active: default, deleted: {when: deleted = 1}}
";

/// `table,fields,reftable,reffields,keytype,keyname,source` as our own header has it.
fn converted(csv: &str) -> String {
    let mut ours = "table,columns,ref_table,ref_columns\n".to_owned();
    for line in csv.lines().skip(1) {
        // Several fields stand in quotes, with commas between them.
        let parts: Vec<&str> = line.split('"').collect();
        let quoted = |part: &str| part.replace(',', "|");
        let line: String = parts
            .iter()
            .enumerate()
            .map(|(at, part)| if at % 2 == 1 { quoted(part) } else { (*part).to_owned() })
            .collect();
        let fields: Vec<&str> = line.split(',').take(4).collect();
        ours += &(fields.join(",") + "\n");
    }
    ours
}

#[test]
fn of_moodles_relations_only_the_seven_to_tables_that_do_not_exist_are_refused() {
    let test = "moodle's relations";
    let Some(ddl) = data(test, "moodle/moodle-4.1-sqlite.sql") else { return };
    let Some(csv) = data(test, "moodle/moodle-4.1-relations.csv") else { return };
    let csv = converted(&csv);
    let files = [("site.yaml", SITE), ("schema.sql", &ddl), ("relations.csv", &csv)];
    let files = Memory(files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect());
    let checked = probate::check(&files);
    let sources = &checked.project.sources;
    let expected: Vec<(usize, &str)> = csv
        .lines()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !ddl.contains(&format!("CREATE TABLE \"{}\"", line.split(',').nth(2).unwrap())))
        .map(|(at, line)| (at + 1, line.split(',').nth(2).unwrap()))
        .collect();
    assert_eq!(expected.len(), 7, "{expected:?}");
    let found: Vec<(usize, &str)> = checked
        .diagnostics()
        .iter()
        .inspect(|one| {
            assert_eq!(one.code, Code::UnknownTable, "{}", text(checked.diagnostics(), sources, Style::Plain));
        })
        .map(|one| one.span.unwrap())
        .inspect(|span| assert_eq!(sources.path(span.file), "relations.csv"))
        .map(|span| (sources.position(span).line, sources.slice(span)))
        .collect();
    assert_eq!(found, expected);
}
