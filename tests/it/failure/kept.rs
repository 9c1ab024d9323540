//! What the application keeps, and the database lets go of.

use probate::source::Memory;

use super::{AT_ONCE, Site, said};
use crate::engine::{Database, Engine};

/// A part that the application keeps is found by a column that the database empties when the row above goes: it must
/// be missed before.
#[test]
fn a_row_that_is_kept_is_missed_although_the_database_lets_it_go() {
    let yaml = "kind: Site
id: t
title: T
controller: {name: T, contact: t@example.org}
locales: [en]
schema: schema.sql
dialects: [sqlite, postgres]
subject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}}
---
kind: Component
id: t
title: T
items: {notes: {title: Notes, rows: [{table: note, owner: person_id, export: none, purge: delete, parts: [{table: reply.note_id, where: id > 0, export: none}]}]}}
---
kind: PurgeType
id: go
title: Go
status: gone
use: [manual]
items: {include: ['*']}
";
    let schema = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER);
CREATE TABLE reply (id INTEGER PRIMARY KEY, note_id INTEGER REFERENCES note(id) ON DELETE SET NULL, quotes INTEGER REFERENCES note(id) ON DELETE SET NULL);
";
    let test = "a_row_that_is_kept_is_missed_although_the_database_lets_it_go";
    // No trigger of MariaDB keeps a row.
    for engine in Engine::here(test, &[Engine::Library, Engine::Postgres]) {
        let mut files = Memory::default();
        files.0.insert("schema.sql".to_owned(), schema.as_bytes().to_vec());
        files.0.insert("site.yaml".to_owned(), yaml.as_bytes().to_vec());
        let checked = probate::check(&probate::reviewed(&files));
        let site = Site::compiled(engine, &checked, schema.to_owned(), "go");
        let database = Database::new(engine);
        database.batch(&site.schema);
        database.must(&site.install);
        database.batch(
            "insert into person values (1, 'a', 1), (2, 'b', 0), (3, 'a', 1);
            insert into note values (1, 1), (2, 2), (3, 3);
            insert into reply (id, note_id) values (1, 1), (2, 2), (3, 3);
            insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved');",
        );
        database.batch(said(
            engine,
            "create trigger planted before delete on reply begin select raise(ignore); end;",
            "create function planted() returns trigger language plpgsql as 'begin return null; end';
            create trigger planted before delete on reply for each row execute function planted();",
            "",
        ));
        let before = database.host();
        assert!(!database.run(&site.purge).ok, "{engine:?}: the reply is there");
        assert_eq!(before, database.host(), "{engine:?}: nothing is half done");
        database.batch(said(engine, "drop trigger planted", "drop trigger planted on reply", ""));
        database.batch(AT_ONCE);
        database.must(&site.purge);
        assert_eq!(database.number("select count(*) from reply where id <> 1"), Some(2), "{engine:?}");
        assert_eq!(database.number("select count(*) from reply"), Some(2), "{engine:?}");
    }
}
