//! Values that are made for each person, where somebody else has them already.

use probate::Artefact;
use probate::source::Memory;

use crate::engine::{Database, Engine};
use crate::failure::AT_ONCE;

const SITE: &str = "kind: Site
id: small
title: Small
controller: {name: S, contact: s@example.org}
locales: [en]
schema: schema.sql
dialects: [sqlite, postgres, mariadb]
subject: {table: person, key: id, label: username, status: {active: default, deleted: {when: deleted = 1}}}
---
kind: Component
id: user
title: User
items:
  name: {title: Name, rows: [{table: person, owner: id, export: [username], purge: {overwrite: {username: \"deleted_user_{subject.key}\"}}}]}
  pages:
    title: Pages
    rows: [{table: page, owner: person_id, export: none, purge: {overwrite: {slug: \"p{row.id}\", body: null}}}]
  notes: {title: Notes, rows: [{table: note, owner: person_id, export: [body], purge: delete}]}
---
kind: PurgeType
id: go
title: Go
status: deleted
use: [manual]
items: {include: [\"*\"]}
";

const TABLES: &str = "create table note (id integer primary key, person_id integer references person(id), body text);
create table page (id integer primary key, place integer not null, person_id integer, slug text not null, body text, unique (place, slug));";

/// Three people who are asked for; somebody else has the name that 2 would get.
const ROWS: &str = "
insert into person values (1, 'ada', 1), (2, 'bob', 1), (3, 'cleo', 1), (4, 'deleted_user_2', 0), (22, 'bob2', 0);
insert into note values (1, 1, 'n'), (2, 2, 'n'), (3, 3, 'n'), (4, 4, 'n'), (5, 22, 'n');
insert into page values (1, 7, 1, 'a', 'b'), (2, 7, 2, 'c', 'b'), (3, 7, 22, 'd', 'b'), (4, 8, 22, 'p1', 'b');
insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved');";

struct Site {
    schema: String,
    artefacts: Vec<Artefact>,
}

/// `unique` is how the schema says that no two people have one name.
fn site(unique: &str) -> Site {
    let (column, index) = if unique.starts_with("create") { ("", unique) } else { (unique, "") };
    let schema = format!(
        "create table person (id integer primary key, username text not null {column}, deleted integer not null);\n{TABLES}\n{index}"
    );
    let mut files = Memory::default();
    files.0.insert("schema.sql".to_owned(), schema.clone().into_bytes());
    files.0.insert("site.yaml".to_owned(), SITE.as_bytes().to_vec());
    let checked = probate::check(&probate::reviewed(&files));
    let found =
        probate::diagnostic::text(checked.diagnostics(), &checked.project.sources, probate::diagnostic::Style::Plain);
    Site { schema, artefacts: checked.compile().unwrap_or_else(|_| panic!("{found}")) }
}

impl Site {
    fn script(&self, engine: Engine, name: &str) -> String {
        let path = format!("sql/{}/{name}.sql", engine.dialect());
        let artefact = self.artefacts.iter().find(|one| one.path == path).expect("it is compiled");
        String::from_utf8(artefact.bytes.clone()).expect("text")
    }

    fn open(&self, engine: Engine, rows: &str) -> Database {
        let database = Database::new(engine);
        database.batch(&self.schema);
        database.must(&self.script(engine, "install"));
        database.batch(rows);
        database
    }
}

fn of(database: &Database, subject: i64, what: &str) -> String {
    let query = format!("select {what} from probate_request where subject = {subject}");
    database.text(&query).unwrap_or_default()
}

fn name(database: &Database, person: i64) -> String {
    database.text(&format!("select username from person where id = {person}")).expect("a name")
}

fn run_until_failed(site: &Site, database: &Database, subject: i64) -> usize {
    let script = site.script(database.engine, "purge/go");
    for runs in 1..20 {
        database.run(&script);
        database.batch(AT_ONCE);
        if of(database, subject, "state") == "failed" {
            return runs;
        }
    }
    panic!("never given up");
}

/// That nothing of person 2 was touched, and that the others are done.
fn only_two_is_whole(database: &Database) {
    for subject in [1, 3] {
        assert_eq!(of(database, subject, "state"), "done");
        assert_eq!(name(database, subject), format!("deleted_user_{subject}"));
    }
    assert_eq!(name(database, 2), "bob");
    assert_eq!(name(database, 4), "deleted_user_2");
    assert_eq!(database.number("select count(*) from note where person_id in (1, 3)"), Some(0));
    assert_eq!(database.number("select count(*) from note where person_id in (2, 4, 22)"), Some(3));
    assert_eq!(database.text("select slug from page where id = 2").as_deref(), Some("c"));
    assert_eq!(database.text("select slug from page where id = 1").as_deref(), Some("p1"));
    assert_eq!(of(database, 2, "attempts || ''"), "5");
}

#[test]
fn a_name_that_somebody_else_has_fails_that_person_alone() {
    let site = site("unique");
    for engine in Engine::each("a_name_that_somebody_else_has_fails_that_person_alone") {
        let database = site.open(engine, ROWS);
        let ran = database.run(&site.script(engine, "purge/go"));
        assert!(ran.ok, "{engine:?}: the others go on in the same run: {}", ran.stderr);
        assert_eq!((of(&database, 1, "state"), of(&database, 3, "state")), ("done".to_owned(), "done".to_owned()));
        assert_eq!((of(&database, 2, "state"), of(&database, 2, "reason")), ("approved".into(), "value-taken".into()));
        database.batch(AT_ONCE);
        assert_eq!(run_until_failed(&site, &database, 2), 4, "{engine:?}: five attempts in all");
        assert_eq!(of(&database, 2, "reason"), "value-taken");
        only_two_is_whole(&database);
    }
}

#[test]
fn a_set_of_columns_that_somebody_else_has_fails_that_person_alone() {
    let site = site("unique");
    for engine in Engine::each("a_set_of_columns_that_somebody_else_has_fails_that_person_alone") {
        let database = site.open(engine, ROWS);
        database
            .batch("update person set username = 'dan' where id = 4; insert into page values (5, 7, 22, 'p2', 'b');");
        assert!(database.run(&site.script(engine, "purge/go")).ok);
        assert_eq!((of(&database, 2, "state"), of(&database, 2, "reason")), ("approved".into(), "value-taken".into()));
        assert_eq!((name(&database, 1), name(&database, 2)), ("deleted_user_1".to_owned(), "bob".to_owned()));
        // Once the other one is gone, the next attempt is the last.
        database.batch("delete from page where id = 5;");
        database.batch(AT_ONCE);
        database.must(&site.script(engine, "purge/go"));
        assert_eq!((of(&database, 2, "state"), name(&database, 2)), ("done".to_owned(), "deleted_user_2".to_owned()));
        assert_eq!(of(&database, 2, "reason"), "");
    }
}

/// Of an index of some rows it is not known which: the database refuses, and the others are done one by one.
#[test]
fn what_the_database_alone_refuses_fails_that_person_alone() {
    let site = site("create unique index person_name on person (username) where username like '%user%';");
    // MariaDB has no index of some rows only.
    let each = Engine::each("what_the_database_alone_refuses_fails_that_person_alone");
    for engine in each.into_iter().filter(|engine| *engine != Engine::Mariadb) {
        let database = site.open(engine, ROWS);
        run_until_failed(&site, &database, 2);
        assert_eq!(of(&database, 2, "reason"), "attempts");
        only_two_is_whole(&database);
    }
}

/// What is no time cannot be made coarser: that is said, and not written over with NULL.
#[test]
fn what_is_no_time_is_residue() {
    let mut files = Memory::default();
    let schema = "create table person (id integer primary key, name text, gone integer not null);
        create table visit (id integer primary key, person_id integer, at text, seen integer);";
    let site = "kind: Site\nid: s\ntitle: S\ncontroller: {name: S, contact: s@example.org}\nlocales: [en]\nschema: schema.sql\ndialects: [sqlite]\nsubject: {table: person, key: id, label: name, status: {active: default, gone: {when: gone = 1}}}\n---\nkind: Component\nid: app\ntitle: App\nitems:\n  visits: {title: Visits, rows: [{table: visit, owner: person_id, export: none, clocks: {seen: {column: seen, unit: unix}}, purge: {overwrite: {at: {truncate: year}, seen: {truncate: day}}}}]}\n---\nkind: PurgeType\nid: go\ntitle: Go\nstatus: gone\nuse: [manual]\nitems: {include: [\"*\"]}\n";
    files.0.insert("schema.sql".to_owned(), schema.as_bytes().to_vec());
    files.0.insert("site.yaml".to_owned(), site.as_bytes().to_vec());
    let checked = probate::check(&probate::reviewed(&files));
    let site = Site { schema: schema.to_owned(), artefacts: checked.compile().expect("it compiles") };
    for odd in ["'now', 1", "'12:00', 1", "'2451545', 1", "'2020-99-99', 1", "'2020-01-01', 253402300800"] {
        for engine in Engine::each("what_is_no_time_is_residue").into_iter().filter(|one| one.dialect() == "sqlite") {
            let rows = format!(
                "insert into person values (1, 'ada', 1), (2, 'bob', 1), (3, 'cleo', 0);
                insert into visit values (1, 1, {odd}), (2, 2, '2020-05-05', 86401);
                insert into probate_request (kind, type, subject, state) values ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved');"
            );
            let database = site.open(engine, &rows);
            let before = database.host();
            let ran = database.run(&site.script(engine, "purge/go"));
            assert!(!ran.ok && ran.stderr.contains("probate_must_be_zero"), "{odd}: {}", ran.stderr);
            assert_eq!(before, database.host(), "{odd}: nothing is half done");
            assert!(run_until_failed(&site, &database, 1) < 12);
            assert_eq!(of(&database, 2, "state"), "done");
            assert_eq!(
                database.text("select at || ' ' || seen from visit where id = 2").as_deref(),
                Some("2020-01-01 86400")
            );
            assert_eq!(database.number("select count(*) from visit where id = 1 and at is not null"), Some(1));
        }
    }
}
