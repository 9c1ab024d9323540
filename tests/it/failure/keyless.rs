//! Rows whose key is NULL, which SQLite allows for keys that are no row number: nothing finds them again.

use probate::source::Memory;

use super::{AT_ONCE, Site};
use crate::engine::{Database, Engine};

const YAML: &str = "kind: Site
id: t
title: T
controller: {name: T, contact: t@example.org}
locales: [en]
schema: schema.sql
dialects: [sqlite]
subject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}}
---
kind: Component
id: t
title: T
items:
  notes: {title: Notes, rows: [{table: note, owners: [by_id, for_id], export: none, purge: delete, while_owned: {keep: it is theirs too}}]}
---
kind: PurgeType
id: go
title: Go
status: gone
use: [manual]
items: {include: ['*']}
";

const SCHEMA: &str = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER NOT NULL);
CREATE TABLE note (code TEXT PRIMARY KEY, by_id INTEGER, for_id INTEGER);
";

#[test]
fn a_row_without_a_key_is_named_and_undoes_its_person_alone() {
    for engine in Engine::here("a_row_without_a_key_…", &[Engine::Library, Engine::Shell]) {
        let mut files = Memory::default();
        files.0.insert("schema.sql".to_owned(), SCHEMA.as_bytes().to_vec());
        files.0.insert("site.yaml".to_owned(), YAML.as_bytes().to_vec());
        let checked = probate::check(&probate::reviewed(&files));
        let site = Site::compiled(engine, &checked, SCHEMA.to_owned(), "go");
        let database = Database::new(engine);
        database.batch(&site.schema);
        database.must(&site.install);
        database.batch(
            "insert into person values (1, 'a', 1), (2, 'b', 0), (3, 'a', 1);
            insert into note values ('a', 1, 2), (null, 1, 2), ('b', 3, null), ('c', 3, 2), (null, 2, null);
            insert into probate_request (kind, type, subject, state)
            values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved');",
        );
        let before = database.host();
        let ran = database.run(&site.purge);
        assert!(!ran.ok, "{engine:?}: a row cannot be remembered");
        assert!(!ran.stderr.contains("NOT NULL"), "{engine:?}: the reason is ours: {}", ran.stderr);
        // The library prints nothing of a run that fails.
        let named = engine == Engine::Library || ran.stdout.contains("rows of note whose key is NULL");
        assert!(named, "{engine:?}: the table is named: {}", ran.stdout);
        assert_eq!(before, database.host(), "{engine:?}: nothing is half done");
        for _ in 0..3 {
            database.batch(AT_ONCE);
            database.run(&site.purge);
        }
        let done = database.text("select group_concat(subject) from probate_request where state = 'done'");
        assert_eq!(done.as_deref(), Some("3"), "{engine:?}");
        assert_eq!(database.number("select count(*) from note where code = 'b'"), Some(0), "{engine:?}");
        assert_eq!(database.number("select count(*) from note"), Some(4), "{engine:?}");
        // With a key it is like any other.
        database.batch("update note set code = 'd' where by_id = 1 and code is null");
        database.batch("update probate_request set state = 'approved', attempts = 0 where subject = 1");
        database.batch(AT_ONCE);
        database.must(&site.purge);
        assert_eq!(database.number("select count(*) from note"), Some(4), "{engine:?}");
    }
}

const KEPT: &str = "kind: Site
id: t
title: T
controller: {name: T, contact: t@example.org}
locales: [en]
schema: schema.sql
dialects: [sqlite]
subject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}, clocks: {left: {column: left_at, unit: unix}}}
---
kind: Component
id: t
title: T
items:
  notes: {title: Notes, rows: [{table: note, owner: by_id, export: none, purge: delete}]}
  left: {title: Left, rows: [{table: person, owner: id, export: none, purge: {overwrite: {left_at: null}}}]}
---
kind: RetentionRule
id: books
items: {include: [t.notes]}
period: {at_least: P1Y, after: subject.left}
duty: {law: Commercial Code §257, ground: gdpr.17.3.b}
---
kind: PurgeType
id: go
title: Go
status: gone
use: [manual]
items: {include: ['*']}
";

const KEPT_SCHEMA: &str =
    "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER NOT NULL, left_at INTEGER);
CREATE TABLE note (code TEXT PRIMARY KEY, by_id INTEGER);
CREATE INDEX note_by ON note (by_id);
";

/// Where something else is kept, such a row goes as well; where it would be kept itself, the run says that it cannot.
#[test]
fn a_row_without_a_key_is_never_passed_over_where_others_are_kept() {
    for engine in Engine::here("a_row_without_a_key_is_never_…", &[Engine::Library, Engine::Shell]) {
        let mut files = Memory::default();
        files.0.insert("schema.sql".to_owned(), KEPT_SCHEMA.as_bytes().to_vec());
        files.0.insert("site.yaml".to_owned(), KEPT.as_bytes().to_vec());
        let checked = probate::check(&probate::reviewed(&files));
        let site = Site::compiled(engine, &checked, KEPT_SCHEMA.to_owned(), "go");
        let database = Database::new(engine);
        database.batch(&site.schema);
        database.must(&site.install);
        // The first left in 2037, the third in 2000.
        database.batch(
            "insert into person values (1, 'a', 1, 2145830400), (2, 'a', 0, 2145830400), (3, 'b', 1, 946684800);
            insert into note values ('a', 1), ('b', 2), (null, 2), ('c', 3), (null, 3);
            insert into probate_request (kind, type, subject, state)
            values ('purge', 'go', 1, 'approved'), ('purge', 'go', 3, 'approved');",
        );
        database.must(&site.purge);
        let left =
            "select group_concat(coalesce(code, '-') || by_id, ' ') from (select * from note order by by_id, code)";
        assert_eq!(database.text(left).as_deref(), Some("a1 -2 b2"), "{engine:?}");
        // Of a row that is kept nobody could say which it is.
        database.batch("insert into note values (null, 1)");
        database.batch("update person set left_at = 2145830400 where id = 1");
        database
            .batch("update probate_request set state = 'approved', attempts = 0, not_before = null where subject = 1");
        let before = database.host();
        let ran = database.run(&site.purge);
        assert!(!ran.ok && !ran.stderr.contains("NOT NULL"), "{engine:?}: {}", ran.stderr);
        let named = engine == Engine::Library || ran.stdout.contains("rows of note whose key is NULL");
        assert!(named, "{engine:?}: the table is named: {}", ran.stdout);
        assert_eq!(before, database.host(), "{engine:?}: nothing is half done");
    }
}
