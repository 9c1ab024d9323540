//! `import --db`: the drafts that the DDL gives, from the database itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use probate::database::{Schema, Vendor, read};
use probate::diagnostic::{Diagnostics, Style, text};
use probate::source::SourceMap;

use super::{engines, text_of};
use crate::cli::{code, stderr, tree};
use crate::engine::{Database, Engine, mariadb};

fn probate(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = assert_cmd::Command::cargo_bin("probate").expect("the program is built");
    command.env("NO_COLOR", "1").current_dir(folder).args(arguments).output().expect("it starts")
}

/// The drafts of `import` with these arguments, in a folder of their own.
fn drafts(folder: &Path, arguments: &[&str]) -> BTreeMap<String, String> {
    let ran = probate(folder, &[&["import"], arguments].concat());
    assert_eq!(code(&ran), 0, "{arguments:?}: {}", stderr(&ran));
    let files = tree(&folder.join("proposed")).into_iter();
    let files = files.map(|(path, bytes)| (path.display().to_string(), String::from_utf8(bytes).expect("text")));
    files.filter(|(path, _)| !["CACHEDIR.TAG", "manifest.json"].contains(&path.as_str())).collect()
}

/// Without the lines that say where the schema is.
fn without_place(site: &str) -> String {
    let says = |line: &&str| {
        line.starts_with("schema:")
            || line.starts_with("# read from the database")
            || line.starts_with("# to do: copy the DDL")
    };
    site.lines().filter(|line| !says(line)).map(|line| format!("{line}\n")).collect()
}

/// Drafts by the DDL and drafts by the database are the same, but for where the schema is; those by the database are a
/// project, which says nothing against it.
pub fn is_the_same(ddl: &str, dialect: &str, address: &str) {
    let (by_ddl, by_database) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    std::fs::write(by_ddl.path().join("schema.sql"), ddl).expect("written");
    let mut theirs = drafts(by_ddl.path(), &["--ddl", "schema.sql", "--dialect", dialect]);
    let mut ours = drafts(by_database.path(), &["--db", address]);
    let schema = ours.remove("schema.sql").expect("the DDL as it was read");
    assert!(schema.contains("CREATE TABLE") && !schema.contains("probate_request"), "{schema}");
    for drafts in [&mut ours, &mut theirs] {
        let site = drafts.get_mut("site.yaml").expect("a Site");
        *site = without_place(site);
    }
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
    for (path, text) in &ours {
        assert!(*text == theirs[path], "{dialect}: {path} differs: {text}\n\n{}", theirs[path]);
    }
    let moved = by_database.path().join("project");
    std::fs::rename(by_database.path().join("proposed"), &moved).expect("moved");
    std::fs::remove_file(moved.join("CACHEDIR.TAG")).expect("removed");
    let ran = probate(&moved, &["check", ".", "--db", address, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    assert_eq!(code(&ran), 0, "{dialect}: {report:#}");
    assert!(super::looking::said(&report).is_empty(), "{dialect}: {report:#}");
}

#[test]
fn a_database_is_drafted_as_its_ddl_is() {
    for engine in engines("a_database_is_drafted_as_its_ddl_is") {
        let database = Database::new(engine);
        let ddl = text_of("club", "schema.sql");
        database.batch(&(ddl.clone() + &text_of("club", "rows.sql")));
        is_the_same(&ddl, engine.dialect(), &database.address());
    }
}

#[test]
fn the_tables_of_the_tool_are_not_drafted() {
    for engine in engines("the_tables_of_the_tool_are_not_drafted") {
        let place = super::Place::new(engine);
        is_the_same(&text_of("club", "schema.sql"), engine.dialect(), &place.database.address());
    }
}

#[test]
fn a_project_with_a_site_and_a_database_without_tables_are_refused() {
    for engine in engines("a_project_with_a_site_and_a_database_without_tables_are_refused") {
        let place = super::Place::bare(engine);
        let (said, ended) = place.refused(&["import", "--db"]);
        assert!(ended == 2 && said.contains("leave out") && said.contains("`probate check --db`"), "{said}");
        let (said, ended) = place.refused(&["import", "--db", "--ddl", "schema.sql", "--dialect", "sqlite"]);
        assert!(ended == 2 && said.contains("cannot be used with"), "{said}");
        let empty = Database::new(engine);
        empty.batch("select 1");
        let folder = tempfile::tempdir().expect("a folder");
        let ran = probate(folder.path(), &["import", "--db", &empty.address()]);
        assert!(code(&ran) == 3 && stderr(&ran).contains("there is no table in this database"), "{}", stderr(&ran));
        empty.batch("create table word (id integer primary key, text varchar(20))");
        let ran = probate(folder.path(), &["import", "--db", &empty.address()]);
        assert!(code(&ran) == 2 && stderr(&ran).contains("--subject TABLE"), "{}", stderr(&ran));
        assert!(!folder.path().join("proposed").exists());
    }
}

/// Names that mean something else in SQL, YAML, a comment or a path, in quotes that all three databases take here.
const ODD: &str = r##"
create table "users" (id integer primary key, "na;me" varchar(80), email varchar(80), "order" integer);
create table "a b" (id integer primary key, user_id integer not null, "x""y" varchar(20), "it's" varchar(20));
create table "-- c" (id integer primary key, user_id integer, "a: b" varchar(20), "`q`" varchar(20), "back\slash" varchar(20) default 'it''s \ ; -- x');
create index "i;" on "-- c" (user_id);
create table "é" (id integer primary key, "user" integer references "users" (id), "/* ü */" varchar(20));
create table "$$" (id integer primary key, "group" integer, "#h" varchar(20));
create table "select" (id integer primary key, "Case" varchar(20), "UPPER" integer);
"##;

#[test]
fn odd_names_are_read_as_they_are() {
    for engine in engines("odd_names_are_read_as_they_are") {
        let database = Database::new(engine);
        database.batch(ODD);
        let folder = tempfile::tempdir().expect("a folder");
        let drafts = drafts(folder.path(), &["--db", &database.address()]);
        let schema = live(engine, drafts["schema.sql"].clone());
        let mut tables: Vec<&str> = schema.tables().map(|(_, table)| &*table.name).collect();
        tables.sort_unstable();
        assert_eq!(tables, ["$$", "-- c", "a b", "select", "users", "é"], "{engine:?}");
        let columns = |table: &str| schema.find(table).expect("a table").1.column_names().collect::<Vec<_>>();
        assert_eq!(columns("a b"), ["id", "user_id", "x\"y", "it's"]);
        assert_eq!(columns("-- c"), ["id", "user_id", "a: b", "`q`", "back\\slash"]);
        assert_eq!(columns("é"), ["id", "user", "/* ü */"]);
        assert_eq!(schema.find("é").expect("a table").1.foreign_keys.len(), 1);
        let moved = folder.path().join("project");
        std::fs::rename(folder.path().join("proposed"), &moved).expect("moved");
        std::fs::remove_file(moved.join("CACHEDIR.TAG")).expect("removed");
        let ran = probate(&moved, &["check", ".", "--db", &database.address(), "--format", "json"]);
        let report: serde_json::Value = serde_json::from_slice(&ran.stdout).expect("JSON");
        assert_eq!(code(&ran), 0, "{engine:?}: {report:#}");
        assert!(super::looking::said(&report).is_empty(), "{engine:?}: {report:#}");
    }
}

/// The schema that a text declares, which has no mistake.
fn live(engine: Engine, ddl: String) -> Schema {
    let vendor = Vendor::from_name(engine.dialect()).expect("a vendor");
    let mut sources = SourceMap::default();
    let file = sources.add("database", ddl);
    let mut found = Diagnostics::default();
    let schema = read(&sources, file, vendor, &mut found);
    assert!(found.is_empty(), "{engine:?}: {}", text(&found, &sources, Style::Plain));
    schema
}

/// All that is known of a schema but places, in words. What is written in several ways is left out: types and defaults.
fn shape(schema: &Schema) -> BTreeMap<String, Vec<String>> {
    let table = |table: &probate::database::Table| {
        let names = |ids: &[probate::database::ColumnId]| {
            ids.iter().map(|id| table.column(*id).name.to_string()).collect::<Vec<_>>().join(",")
        };
        let mut lines: Vec<String> = Vec::new();
        for column in &table.columns {
            lines.push(format!(
                "{} {:?} null={} length={:?} padded={} {:?} allowed={:?} bounds={:?} default={} generated={} follows={}",
                column.name,
                column.family,
                column.nullable,
                column.length,
                column.padded,
                column.collation,
                column.allowed,
                column.bounds,
                column.default.is_some(),
                column.generated,
                column.follows_changes
            ));
        }
        lines.push(format!("key {}", names(&table.primary_key)));
        let mut more: Vec<String> = Vec::new();
        for unique in &table.uniques {
            let only = unique.only.as_ref().map(|check| &check.text);
            more.push(format!(
                "unique {} {} {} {only:?}",
                names(&unique.columns),
                unique.partial,
                unique.nulls_conflict
            ));
        }
        more.extend(table.indexed.iter().map(|index| format!("index {}", names(index))));
        for key in &table.foreign_keys {
            let to = schema.table(key.table);
            let columns: Vec<&str> = key.to.iter().map(|id| &*to.column(*id).name).collect();
            more.push(format!(
                "refers {} to {} {} {:?} {}",
                names(&key.columns),
                to.name,
                columns.join(","),
                key.on_delete,
                key.deferrable
            ));
        }
        more.extend(table.checks.iter().map(|check| format!("check {} {}", check.text, check.holds)));
        more.sort();
        more.dedup();
        lines.extend(more);
        lines.push(format!("computed {}", names(&table.computed)));
        lines.push(format!("triggers {} flaw {:?}", table.triggers.len(), table.flaw.as_ref().map(|(flaw, _)| flaw)));
        lines.push(format!("part of {:?}", table.part_of.map(|of| schema.table(of).name.clone())));
        lines
    };
    schema.tables().map(|(_, one)| (one.name.to_string(), table(one))).collect()
}

/// Forms of each database that say something about a row.
fn forms(engine: Engine) -> &'static str {
    match engine {
        Engine::Library | Engine::Shell => {
            "create table person (id integer primary key autoincrement, name text not null collate nocase unique, born date check (born > '1900'), \
             full text generated always as (name || '!') stored);
             create table note (a text, b integer default (1 + 2), body blob, person_id integer references person (id) on delete set null deferrable initially deferred, primary key (a, b)) without rowid;
             create unique index one_of_some on note (body) where b > 0; create index made on note (lower(a));
             create trigger t after update on note begin insert into note (a) values (case when 1 then ';' end); end;
             create table strict_one (id integer primary key, v any) strict;
             create view seen as select 1; create table copied as select 1 as one;
             create virtual table found using fts5 (words);"
        }
        Engine::Postgres | Engine::Savepoints => {
            "create type mood as enum ('glad', 'it''s'); create domain mail as varchar(80) not null check (value like '%@%');
             create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
             create table person (id bigint generated always as identity primary key, name char(20) not null, nick text collate loose, m mail, mood mood default 'glad', moods mood[], \
               tags text[] not null default '{}', born date check (born > '1900-01-01'), twice integer generated always as (length(name) * 2) stored, unique nulls not distinct (nick));
             create table note (a varchar(10), b smallint, person_id bigint, constraint k primary key (a, b), \
               constraint f foreign key (person_id) references person (id) on delete cascade deferrable);
             alter table note add constraint late check (b > 0) not valid;
             create unique index one_of_some on note (person_id) where b > 0; create index made on note (lower(a)); create index plain on note (b desc);
             create table whole (id bigint, at date not null) partition by range (at);
             create table part_1 partition of whole for values from ('2026-01-01') to ('2027-01-01');
             create table heir (more text) inherits (note);
             create function t() returns trigger language plpgsql as 'begin return null; end';
             create trigger t after delete on note for each row execute function t();
             create rule r as on delete to heir do also nothing;
             create view seen as select 1 as one; create sequence counts; create unlogged table quick (id integer);"
        }
        Engine::Mariadb | Engine::Forced => {
            "create table person (id int unsigned auto_increment primary key, name varchar(20) character set latin1 not null unique, nick varchar(20) collate utf8mb4_nopad_bin, \
               mood enum('glad', 'it''s \\ x') not null default 'glad', born date check (born > '1900-01-01'), full varchar(30) generated always as (concat(name, '!')) stored, \
               seen timestamp not null default current_timestamp on update current_timestamp, fixed char(3), flag bit(1), number decimal(10, 2)) comment = 'it''s; -- a \\ comment';
             create table note (a varchar(10), b smallint, person_id int unsigned, body longtext, primary key (a, b), key (body(20)), unique key (b, person_id), \
               constraint f foreign key (person_id) references person (id) on delete set null, fulltext (body));
             create table old_ (id int primary key) engine = MyISAM; create table kept (id int primary key) with system versioning;
             create table parts (id int primary key) partition by hash (id) partitions 2;
             create trigger t after delete on note for each row set @x = ';';
             create view seen as select 1; create sequence counts;"
        }
    }
}

/// The DDL as the database's own program prints it.
fn dumped(database: &Database) -> String {
    let ran = match database.engine {
        Engine::Library | Engine::Shell => Command::new("sqlite3").arg(database.file()).arg(".schema --nosys").output(),
        Engine::Postgres | Engine::Savepoints => {
            let mut command = Command::new("pg_dump");
            for (name, usual) in [("PGHOST", "127.0.0.1"), ("PGPORT", "5432"), ("PGUSER", "postgres")] {
                if std::env::var_os(name).is_none() {
                    command.env(name, usual);
                }
            }
            command.args(["--schema-only", "--schema", database.name(), "probate_test"]).output()
        }
        Engine::Mariadb | Engine::Forced => {
            let address = mariadb::address(database.name());
            let (user, host) = address.trim_start_matches("mariadb://").split_once('@').expect("an address");
            let (host, port) = host.split_once('/').expect("a database").0.split_once(':').expect("a port");
            let mut command = Command::new("mariadb-dump");
            command.args([
                "--no-defaults",
                "--no-data",
                "--user",
                user,
                "--host",
                host,
                "--port",
                port,
                database.name(),
            ]);
            command.stdin(Stdio::null()).output()
        }
    };
    let ran = ran.expect("the program starts");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let text = String::from_utf8(ran.stdout).expect("text");
    // A schema of its own stands for the one whose name is left out.
    if database.engine == Engine::Postgres { text.replace(&format!("{}.", database.name()), "public.") } else { text }
}

#[test]
fn a_live_schema_is_what_its_dump_says() {
    for engine in engines("a_live_schema_is_what_its_dump_says") {
        let database = Database::new(engine);
        database.batch(forms(engine));
        let folder = tempfile::tempdir().expect("a folder");
        let drafts = drafts(folder.path(), &["--subject", "person", "--db", &database.address()]);
        let ours = shape(&live(engine, drafts["schema.sql"].clone()));
        let theirs = shape(&live(engine, dumped(&database)));
        assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>(), "{engine:?}");
        for (table, lines) in &ours {
            // What an heir inherits a dump says of the other table only.
            let lines = lines.iter().filter(|line| table != "heir" || !line.starts_with("check"));
            assert_eq!(lines.collect::<Vec<_>>(), theirs[table].iter().collect::<Vec<_>>(), "{engine:?}: {table}");
        }
        assert!(ours.len() > 3, "{ours:#?}");
    }
}
