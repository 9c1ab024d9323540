//! Whatever goes wrong in a purge script: it is whole or not at all, and the next run finishes.

mod kept;
mod keyless;
mod told;

use std::path::{Path, PathBuf};

use probate::source::{Disk, Memory};
use rusqlite::Connection;

use crate::engine::{self, Database, Engine};

pub struct Site {
    engine: Engine,
    schema: String,
    install: String,
    pub purge: String,
}

impl Site {
    pub fn notes(engine: Engine) -> Self {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes");
        let schema = std::fs::read_to_string(project.join("schema/notes.sql")).expect("the schema");
        Self::compiled(
            engine,
            &probate::check(&probate::reviewed(&Disk::open(&project).expect("the project"))),
            schema,
            "leaver",
        )
    }

    fn compiled(engine: Engine, checked: &probate::Checked, schema: String, purge: &str) -> Self {
        let artefacts = checked.compile().expect("it compiles");
        let text = |path: String| {
            let artefact = artefacts.iter().find(|artefact| artefact.path == path).expect("it is compiled");
            String::from_utf8(artefact.bytes.clone()).expect("text")
        };
        Self {
            engine,
            schema,
            install: text(format!("sql/{}/install.sql", engine.dialect())),
            purge: text(format!("sql/{}/purge/{purge}.sql", engine.dialect())),
        }
    }

    pub fn open(&self) -> Database {
        let database = Database::new(self.engine);
        database.batch(&[&*self.schema, &engine::plain(&self.install), &rows("rows.sql")].concat());
        database
    }

    pub fn expected(&self) -> engine::Dump {
        let database = self.open();
        database.batch(&rows("after.sql"));
        database.host()
    }

    /// The statements, one by one, as a client that goes on after an error runs them.
    pub fn statements(&self) -> Vec<String> {
        let mut statements = vec![String::new()];
        for line in engine::plain(&self.purge).lines().filter(|line| !line.starts_with("--") && !line.is_empty()) {
            let current = statements.last_mut().expect("never empty");
            current.push_str(line);
            current.push('\n');
            if line.ends_with(';') {
                statements.push(String::new());
            }
        }
        statements.retain(|statement| !statement.is_empty());
        statements
    }

    /// Where the purge transaction begins among the statements.
    pub fn second_begin(&self) -> usize {
        let begins: Vec<usize> = self
            .statements()
            .iter()
            .enumerate()
            .filter(|(_, text)| text.starts_with("begin") || text.starts_with("start transaction"))
            .map(|(at, _)| at)
            .collect();
        assert!(begins.len() >= 2, "a claim and a purge");
        begins[begins.len() - 1]
    }

    /// Runs that may take up what was lost at once.
    pub fn finish(&self, database: &Database) {
        // One after the other in one client, which starts once.
        let run = format!("{AT_ONCE}\n{}", self.purge);
        database.must(&[&*run, &*run].concat());
    }
}

/// The same rows again in the same tables.
fn refill(database: &Database) {
    let own = ["request", "run", "batch", "key", "text_key", "result", "check", "assert", "ledger"];
    let own = own.iter().map(|name| format!("probate_{name}"));
    let tables = ["comment", "note", "person"].map(str::to_owned).into_iter().chain(own);
    let gone: String = tables.map(|name| format!("delete from {name};\n")).collect();
    database.batch(&(gone + &rows("rows.sql")));
}

fn rows(name: &str) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile/notes");
    std::fs::read_to_string(folder.join(name)).expect("the case's rows")
}

/// Retries need not wait here.
pub const AT_ONCE: &str = "update probate_request set not_before = null;";

/// The same in the words of each engine.
fn said<'s>(engine: Engine, sqlite: &'s str, postgres: &'s str, mariadb: &'s str) -> &'s str {
    match engine {
        Engine::Library | Engine::Shell => sqlite,
        Engine::Postgres | Engine::Savepoints => postgres,
        Engine::Mariadb | Engine::Forced => mariadb,
    }
}

fn empty(database: &Database, tables: &[&str]) {
    for table in tables {
        assert_eq!(database.number(&format!("select count(*) from {table}")), Some(0), "{table}");
    }
}

#[test]
fn planted_residue_undoes_the_run_and_what_is_left_is_named() {
    let test = "planted_residue_undoes_the_run_and_what_is_left_is_named";
    let clients =
        Engine::here(test, &[Engine::Shell, Engine::Postgres, Engine::Savepoints, Engine::Mariadb, Engine::Forced]);
    // Each client as the script wants it, and one that would go on after an error.
    for (engine, careful) in clients.into_iter().flat_map(|engine| [(engine, true), (engine, false)]) {
        let site = Site::notes(engine);
        let database = site.open();
        database.batch(said(
            engine,
            "create trigger planted before delete on note when old.id = 5 begin select raise(ignore); end;",
            "create function planted() returns trigger language plpgsql as 'begin if old.id = 5 then return null; end if; return old; end';
            create trigger planted before delete on note for each row execute function planted();",
            // A trigger cannot keep a row here, only bring it back.
            "create trigger planted after update on person for each row
             insert into note (id, person_id, title, body, pinned) select 5, old.id, 'back', 'again', 0 where old.id = 1;",
        ));
        let before = database.host();
        let stops = [".bail on\n", "\\set ON_ERROR_STOP on\n", "\\set ON_ERROR_ROLLBACK off\n"];
        let script = if careful {
            site.purge.clone()
        } else {
            stops.iter().fold(site.purge.clone(), |text, stop| text.replace(stop, ""))
        };
        let ran = database.run(&script);
        assert!(!ran.ok || !careful && engine == Engine::Postgres, "residue is an error in {engine:?}");
        assert!(ran.stderr.contains("probate_must_be_zero"), "{}", ran.stderr);
        assert!(ran.stdout.contains("undone because of|residue of step 3 (delete note)|1"), "{}", ran.stdout);
        assert_eq!(before, database.host(), "nothing is half done");
        empty(&database, &["probate_ledger", "probate_run", "probate_result", "probate_check", "probate_assert"]);
        empty(&database, engine.between_runs());
        assert_eq!(database.number("select count(*) from probate_request where state = 'done'"), Some(0));
        database.batch(said(engine, "drop trigger planted", "drop trigger planted on note", "drop trigger planted"));
        site.finish(&database);
        assert_eq!(site.expected(), database.host(), "the next runs finish, one subject at a time");
    }
}

#[test]
fn an_overwrite_that_did_not_take_is_residue() {
    for engine in Engine::that_go_on("an_overwrite_that_did_not_take_is_residue") {
        let site = Site::notes(engine);
        let database = site.open();
        database.batch(said(
            engine,
            "create trigger planted after update on comment when new.id = 6 begin update comment set body = old.body where id = 6; end;",
            "create function planted() returns trigger language plpgsql as 'begin if new.id = 6 then new.body = old.body; end if; return new; end';
            create trigger planted before update on comment for each row execute function planted();",
            "create trigger planted before update on comment for each row set new.body = if(new.id = 6, old.body, new.body)",
        ));
        let before = database.host();
        assert!(!database.run(&site.purge).ok);
        assert_eq!(before, database.host());
    }
}

#[test]
fn a_lost_transaction_at_any_place_leaves_nothing_half_done() {
    for engine in Engine::that_go_on("a_lost_transaction_at_any_place_leaves_nothing_half_done") {
        let site = Site::notes(engine);
        let (statements, begin) = (site.statements(), site.second_begin());
        let expected = site.expected();
        let mut undone = 0;
        let database = site.open();
        // MariaDB makes the run by several statements; before the last of them there is nothing to lose.
        let made = statements.iter().position(|text| text.starts_with("set @probate_run = if("));
        for lost in made.unwrap_or(begin) + 1..statements.len() {
            refill(&database);
            let before = database.host();
            let mut broken = statements.clone();
            broken.insert(lost, "rollback;\n".to_owned());
            database.go_on(&broken);
            let after = database.dump();
            assert!(after["probate_ledger"].is_empty());
            assert_eq!(before, engine::of_host(after), "{engine:?}: lost before {}", statements[lost]);
            undone += 1;
            site.finish(&database);
            assert_eq!(expected, database.host(), "{engine:?}: the next runs finish after {}", statements[lost]);
        }
        assert!(undone > 20, "every place was tried");
    }
}

#[test]
fn a_statement_that_fails_in_a_client_that_goes_on_is_noticed() {
    for engine in Engine::that_go_on("a_statement_that_fails_in_a_client_that_goes_on_is_noticed") {
        let site = Site::notes(engine);
        let (statements, begin) = (site.statements(), site.second_begin());
        let expected = site.expected();
        let (mut whole, mut nothing) = (0, 0);
        let database = site.open();
        for failed in begin + 1..statements.len() {
            refill(&database);
            let before = database.host();
            let mut broken = statements.clone();
            broken[failed] = "select * from \"a table that is not there\";\n".to_owned();
            database.go_on(&broken);
            let after = database.host();
            assert!(after == before || after == expected, "{engine:?}: half done without {}", statements[failed]);
            if after == expected {
                whole += 1;
            } else {
                nothing += 1;
            }
            site.finish(&database);
            assert_eq!(expected, database.host(), "{engine:?}: the next runs finish without {}", statements[failed]);
        }
        // PostgreSQL refuses the rest of the transaction, unless the client went back to a savepoint.
        assert!(whole > 3 || engine == Engine::Postgres, "{engine:?}: {whole} whole, {nothing} nothing");
        assert!(nothing > 10, "{engine:?}: {whole} whole, {nothing} nothing");
    }
}

#[test]
fn a_client_that_stops_at_any_place_leaves_nothing_half_done() {
    for engine in Engine::each("a_client_that_stops_at_any_place_leaves_nothing_half_done") {
        let site = Site::notes(engine);
        let (statements, expected) = (site.statements(), site.expected());
        let database = site.open();
        for stop in 0..statements.len() {
            refill(&database);
            let before = database.host();
            database.go_on(&statements[..stop]);
            assert_eq!(before, database.host(), "{engine:?}: stopped before {}", statements[stop]);
            site.finish(&database);
            assert_eq!(expected, database.host(), "{engine:?}: finished after a stop before {}", statements[stop]);
        }
    }
}

#[test]
fn one_who_always_fails_is_given_up_and_starves_nobody() {
    for engine in Engine::each("one_who_always_fails_is_given_up_and_starves_nobody") {
        let site = Site::notes(engine);
        let database = site.open();
        database.batch(said(
            engine,
            "create trigger poison before update on person when old.id = 3 begin select raise(abort, 'poisoned'); end;",
            "create function poison() returns trigger language plpgsql as 'begin if old.id = 3 then raise exception ''poisoned''; end if; return new; end';
            create trigger poison before update on person for each row execute function poison();",
            "create trigger poison before update on person for each row
             set new.active = if(old.id = 3, (select 1 union select 2), new.active)",
        ));
        let of = |subject: i64, what: &str| {
            format!("select {what} from probate_request where type = 'leaver' and subject = {subject}")
        };
        let mut runs = 0;
        while database.text(&of(3, "state")).as_deref() != Some("failed") {
            database.run(&site.purge);
            database.batch(AT_ONCE);
            runs += 1;
            assert!(runs < 12, "given up in time");
        }
        assert_eq!(database.number(&of(3, "attempts")), Some(5));
        assert_eq!(database.text(&of(3, "reason")).as_deref(), Some("attempts"));
        assert_eq!(database.text(&of(1, "state")).as_deref(), Some("done"));
        assert_eq!(database.number("select count(*) from comment where person_id = 1"), Some(0));
        assert_eq!(
            database.number("select count(*) from comment where person_id = 3 and body <> ''"),
            Some(1),
            "the poisoned one is whole"
        );
    }
}

#[test]
fn a_retry_waits_longer_each_time() {
    for engine in Engine::each("a_retry_waits_longer_each_time") {
        let site = Site::notes(engine);
        let database = site.open();
        let statements = site.statements();
        let gives_back = |text: &String| text.starts_with("update") && text.contains("then 'failed'");
        let first = statements.iter().position(gives_back).expect("the claim gives back first");
        let now = said(
            engine,
            "cast(strftime('%s', 'now') as integer)",
            "extract(epoch from now())::bigint",
            "unix_timestamp()",
        );
        for (attempts, wait) in [(1, 0), (2, 60), (3, 600), (4, 3600)] {
            database.batch(&format!("update probate_request set state = 'running', attempts = {attempts}, not_before = null where kind = 'purge' and subject = 1"));
            database.must(&format!("{}commit;\n", statements[..=first].concat()));
            let seconds = database.number(&format!(
                "select not_before - {now} from probate_request where kind = 'purge' and subject = 1"
            ));
            assert!(
                seconds.is_some_and(|seconds| (wait - 5..=wait + 1).contains(&seconds)),
                "after {attempts}: {seconds:?}"
            );
        }
    }
}

#[test]
fn somebody_who_left_the_status_in_between_is_untouched() {
    for engine in Engine::each("somebody_who_left_the_status_in_between_is_untouched") {
        let site = Site::notes(engine);
        let database = site.open();
        let statements = site.statements();
        let (claim, purge) = statements.split_at(site.second_begin());
        let before = database.host();
        // She is back when the claim has already been made.
        let back = "update person set active = 1 where id = 1 and 2 = (select count(*) from probate_request where state = 'running');\n";
        database.must(&[&claim.concat(), back, &purge.concat()].concat());
        assert_ne!(before, database.host(), "the other one is purged");
        assert_eq!(database.text("select full_name from person where id = 1").as_deref(), Some("Ada Lovelace"));
        assert_eq!(database.number("select active from person where id = 1"), Some(1));
        assert_eq!(database.number("select count(*) from note where person_id = 1"), Some(2));
        let attempts =
            "select attempts from probate_request where state = 'approved' and subject = 1 and kind = 'purge'";
        assert_eq!(database.number(attempts), Some(0));
        database.batch("update person set active = 0 where id = 1");
        database.must(&site.purge);
        assert_eq!(site.expected(), database.host());
    }
}

/// SQLite's two clients take turns; what PostgreSQL's do at the same time is tried in `concurrency`.
#[test]
fn two_runs_at_once_purge_once() {
    let site = Site::notes(Engine::Library);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("site.db");
    let one = Connection::open(&file).expect("a database");
    one.execute_batch(&[&*site.schema, &engine::plain(&site.install), &rows("rows.sql")].concat()).expect("rows");
    let other = Connection::open(&file).expect("a second client");
    let statements = site.statements();
    let (claim, purge) = statements.split_at(site.second_begin());
    one.execute_batch(&claim.concat()).expect("the first claims");
    other.execute_batch(&claim.concat()).expect("the second claims what looks left behind");
    one.execute_batch(&purge.concat()).expect("the first does nothing");
    assert_eq!(engine::number(&one, "select count(*) from probate_run"), Some(0));
    other.execute_batch(&purge.concat()).expect("the second purges");
    one.execute_batch(AT_ONCE).expect("no waiting");
    engine::run(&one, &site.purge).expect("and again");
    assert_eq!(site.expected(), engine::host(&one));
    assert_eq!(engine::number(&one, "select count(*) from probate_ledger"), Some(2), "each subject once");
}

/// Notes go, comments on them do not: Bob's comment on Ada's note must not be lost by a cascade.
fn cascade(action: &str) -> probate::Checked {
    let schema = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes/schema/notes.sql"))
        .expect("the schema");
    let schema = schema.replace(
        "note_id INTEGER NOT NULL REFERENCES note(id)",
        &format!("note_id INTEGER REFERENCES note(id) {action}"),
    );
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/notes");
    let text = |name: &str| {
        std::fs::read_to_string(project.join(name)).expect("a file").replace("[\"notes.*\"]", "[notes.notes]")
    };
    let mut files = Memory::default();
    files.0.insert("schema/notes.sql".to_owned(), schema.into_bytes());
    for name in ["site.yaml", "notes.yaml", "texts/privacy-1.en.md", "texts/privacy-1.de.md"] {
        files.0.insert(name.to_owned(), text(name).into_bytes());
    }
    probate::check(&probate::reviewed(&files))
}

#[test]
fn a_cascade_into_rows_of_others_is_refused_and_named() {
    let test = "a_cascade_into_rows_of_others_is_refused_and_named";
    let actions = ["ON DELETE CASCADE", "ON DELETE SET NULL", "ON DELETE SET DEFAULT"];
    let all = Engine::each(test).into_iter().flat_map(|engine| actions.map(|action| (engine, action)));
    // InnoDB knows no such action.
    for (engine, action) in all.filter(|(engine, action)| *engine != Engine::Mariadb || !action.ends_with("DEFAULT")) {
        let checked = cascade(action);
        let schema = checked
            .project
            .sources
            .ids()
            .find(|id| checked.project.sources.path(*id).ends_with(".sql"))
            .expect("the schema");
        let schema = checked.project.sources.text(schema).to_owned();
        let site = Site::compiled(engine, &checked, schema, "leaver");
        let database = site.open();
        let before = database.host();
        assert!(!database.run(&site.purge).ok, "{action}");
        assert_eq!(before, database.host(), "{action}: nothing is touched");
        // Cleo has no notes: alone she is purged, in the retry one by one.
        database.batch(AT_ONCE);
        for _ in 0..3 {
            database.run(&site.purge);
        }
        let state = database.text("select state from probate_request where subject = 3");
        assert_eq!(state.as_deref(), Some("done"), "{action}");
        assert_eq!(database.number("select count(*) from note where person_id = 1"), Some(2), "{action}");
        database.batch("delete from comment; update probate_request set attempts = 0, not_before = null");
        database.must(&site.purge);
        assert_eq!(database.number("select count(*) from note where person_id = 1"), Some(0), "{action}");
    }
}

/// SQLite takes a quoted name that is no column for a text, and such a condition for false: nothing would be selected,
/// nothing left, and the purge done.
#[test]
fn a_database_of_another_schema_is_an_error_and_not_an_empty_purge() {
    let renamed = [
        ("note", "person_id"),
        ("comment", "note_id"),
        ("comment", "person_id"),
        ("person", "active"),
        ("person", "email"),
    ];
    for engine in Engine::that_go_on("a_database_of_another_schema_is_an_error_and_not_an_empty_purge") {
        let site = Site::notes(engine);
        for (table, column) in renamed {
            let database = site.open();
            database.batch(&format!("alter table {table} rename column {column} to renamed"));
            let before = database.host();
            assert!(!database.run(&site.purge).ok, "{table}.{column}");
            database.go_on(&site.statements());
            assert_eq!(before, database.host(), "{table}.{column}");
            let done = database.number("select count(*) from probate_request where state = 'done'");
            assert_eq!(done, Some(0), "{table}.{column}");
        }
    }
}

/// The account that takes over is missing, or there are two: the run fails whole and names it.
#[test]
fn a_placeholder_must_be_one_account() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile/reassign");
    let text = |name: &str| std::fs::read_to_string(project.join(name)).expect("a file of the case");
    let checked = probate::check(&probate::reviewed(&Disk::open(&project).expect("the project")));
    for engine in Engine::here("a_placeholder_must_be_one_account", &[Engine::Shell, Engine::Postgres, Engine::Mariadb])
    {
        let site = Site::compiled(engine, &checked, text("schema.sql"), "go");
        for wrong in
            ["update person set login = 'other' where id = 7", "update person set login = 'former-user' where id = 4"]
        {
            let database = Database::new(engine);
            database.batch(&[&*site.schema, &engine::plain(&site.install), &text("rows.sql"), wrong].concat());
            let before = database.host();
            let ran = database.run(&site.purge);
            assert!(!ran.ok, "{engine:?}: {wrong}");
            assert!(ran.stdout.contains("placeholder former"), "{engine:?}: {}", ran.stdout);
            assert_eq!(before, database.host(), "{engine:?}: {wrong}");
            database.batch(
                "update person set login = 'former-user' where id = 7; update person set login = 'bob' where id = 4;",
            );
            site.finish(&database);
            let left = database.number("select count(*) from page where author_id in (1, 3)");
            assert_eq!(left, Some(0), "{engine:?}: it is done once the account is one");
        }
    }
}

/// A table that cannot take a change back, or keeps what was deleted, is not touched, whatever the schema said.
#[test]
fn a_table_that_innodb_does_not_keep_undoes_the_run_before_it_begins() {
    let test = "a_table_that_innodb_does_not_keep_undoes_the_run_before_it_begins";
    for engine in Engine::here(test, &[Engine::Mariadb, Engine::Forced]) {
        let site = Site::notes(engine);
        for made in [
            "create table other engine = MyISAM as select * from comment; drop table comment; rename table other to comment",
            "alter table comment add system versioning",
        ] {
            let database = site.open();
            database.batch(made);
            let before = database.host();
            let ran = database.run(&site.purge);
            assert!(!ran.ok && ran.stderr.contains("probate_must_be_zero"), "{engine:?}: {made}: {}", ran.stderr);
            assert!(
                ran.stdout.contains("undone because of|table comment is none"),
                "{engine:?}: {made}: {}",
                ran.stdout
            );
            assert_eq!(before, database.host(), "{engine:?}: {made}");
            assert_eq!(database.number("select count(*) from probate_run"), Some(0), "{engine:?}: {made}");
            assert_eq!(database.number("select count(*) from probate_request where state = 'done'"), Some(0));
        }
    }
}
