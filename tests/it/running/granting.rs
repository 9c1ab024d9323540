//! `grants.sql`: each command runs as a user who has exactly its rights, and with none of them less.

use std::process::Output;

use serde_json::Value;

use super::reporting::automatic;
use super::{Place, deciding, text_of};
use crate::cli::{code, stderr, stdout};
use crate::engine::{Database, Engine, connect, feed, mariadb};

const ROLES: [&str; 3] = ["reader", "requester", "operator"];

/// Users of a server, each with one of the roles; gone with this value.
struct Users<'u> {
    place: &'u Place,
    grants: String,
}

impl<'u> Users<'u> {
    /// The compiled rights, for roles that only this database has: others are the server's.
    fn new(place: &'u Place) -> Self {
        place.must(&["compile", "."]);
        let path = format!("compiled/sql/{}/grants.sql", place.database.engine.dialect());
        let text = std::fs::read_to_string(place.project.path().join(path)).expect("it is compiled");
        let mut users = Self { place, grants: text };
        for role in ROLES {
            users.grants = users.grants.replace(&format!("probate_{role}"), &users.role(role));
        }
        // Twice: it may run at any time.
        place.database.must(&users.grants);
        place.database.must(&users.grants);
        for role in ROLES {
            let (user, role) = (users.user(role), users.role(role));
            place.database.batch(&match place.database.engine {
                Engine::Mariadb => format!(
                    "create user \"{user}\"@'%'; grant \"{role}\" to \"{user}\"@'%'; set default role \"{role}\" for \"{user}\"@'%'"
                ),
                _ => format!("create role \"{user}\" login; grant \"{role}\" to \"{user}\""),
            });
        }
        users
    }

    fn role(&self, role: &str) -> String {
        format!("{}_{role}", self.place.database.name())
    }

    fn user(&self, role: &str) -> String {
        format!("{}_u", self.role(role))
    }

    fn run(&self, role: &str, arguments: &[&str]) -> Output {
        let address = self.place.database.address();
        let (scheme, rest) = address.split_once("://").expect("an address");
        let (_, rest) = rest.split_once('@').expect("a user");
        let address = format!("{scheme}://{}@{rest}", self.user(role));
        self.place.command().env("PROBATE_DB", address).args(arguments).output().expect("it starts")
    }

    fn must(&self, role: &str, arguments: &[&str]) -> String {
        let ran = self.run(role, arguments);
        assert_eq!(code(&ran), 0, "{:?} {role} {arguments:?}: {}", self.place.database.engine, stderr(&ran));
        stdout(&ran)
    }

    /// Runs a script in the client program of the server.
    fn script(&self, role: &str, script: &str) -> crate::engine::Ran {
        let (database, user) = (&self.place.database, self.user(role));
        let mut command = match database.engine {
            Engine::Mariadb => mariadb::connect(database.name(), &["--host=127.0.0.1", &format!("--user={user}")]),
            _ => connect(database.name(), &["ON_ERROR_STOP=1"]),
        };
        feed(command.env("PGUSER", user), script)
    }

    /// Each right of a role by itself: what it is, and of what.
    fn rights(&self, role: &str) -> Vec<(String, String)> {
        let ends = [format!(" to \"{}\";", self.role(role)), format!(" to `{}`;", self.role(role))];
        let lines = self.grants.lines().filter_map(|line| {
            let line = line.strip_prefix("grant ")?;
            ends.iter().find_map(|end| line.strip_suffix(end.as_str()))
        });
        let mut found = Vec::new();
        for (rights, of) in lines.filter_map(|line| line.rsplit_once(" on ")) {
            // Commas between columns are none between rights.
            let apart = rights.replace("), ", ")\n");
            found.extend(apart.lines().map(|right| (right.to_owned(), of.to_owned())));
        }
        found
    }

    fn change(&self, word: &str, (right, of): &(String, String), role: &str) {
        let to = if word == "grant" { "to" } else { "from" };
        let statement = format!("{word} {right} on {of} {to} \"{}\"", self.role(role));
        self.place.database.batch(&statement.replace('`', "\""));
    }
}

impl Drop for Users<'_> {
    fn drop(&mut self) {
        let drop = |database: &Database, sql: String| {
            // A test that fails has said why already.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| database.batch(&sql)));
        };
        for role in ROLES {
            let (user, role) = (self.user(role), self.role(role));
            drop(
                &self.place.database,
                match self.place.database.engine {
                    Engine::Mariadb => format!("drop user \"{user}\"@'%'; drop role \"{role}\""),
                    _ => format!("drop owned by \"{role}\"; drop role \"{user}\"; drop role \"{role}\""),
                },
            );
        }
    }
}

/// The club with pages that nobody purges or exports, but whose lines without a page are counted.
fn watched(engine: Engine) -> Place {
    let pages = "items:
  pages: {title: Pages, rows: [{table: page, owner: person_id, export: [id], parts: [{table: line.page_id, export: none}]}]}
  account:";
    let site = automatic(&text_of("club", "site.yaml"))
        .replace("items:\n  account:", pages)
        .replace("officer]\nitems: {include: [\"*\"]}", "officer]\nitems: {include: [\"*\"], exclude: [club.pages]}");
    let schema = text_of("club", "schema.sql")
        + "create table page (id integer primary key, person_id integer);
create table line (id integer primary key, page_id integer);\n";
    Place::made_of(engine, &site, &schema, &(schema.clone() + &text_of("club", "rows.sql"))).installed()
}

fn servers(test: &str) -> Vec<Engine> {
    Engine::here(test, &[Engine::Postgres, Engine::Mariadb])
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn each_command_runs_with_the_rights_of_its_role() {
    for engine in servers("each_command_runs_with_the_rights_of_its_role") {
        let place = watched(engine);
        let users = Users::new(&place);
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        for (of_type, subject) in [("leaver", "1"), ("light", "12"), ("light", "2")] {
            users.must("requester", &["request", "purge", of_type, "--subject", subject]);
        }
        users.must("requester", &["request", "export", "everything", "--subject", "2", "--reason", "asked"]);
        users.must("requester", &["request", "approve", "2", "--by", "head"]);
        users.must("requester", &["request", "reject", "3", "--by", "head"]);
        users.must("requester", &["own-type", "set", "leaver", "--subject", "1"]);
        users.must("requester", &["own-type", "never", "deleted", "--subject", "2"]);
        users.must("requester", &["own-type", "clear", "deleted", "--subject", "2"]);
        let looks: [&[&str]; 12] = [
            &["check", "--db"],
            &["plan"],
            &["plan", "--subject", "12"],
            &["verify"],
            &["report", "purges"],
            &["report", "types"],
            &["report", "failures"],
            &["report", "deleted"],
            &["report", "kept"],
            &["report", "kept-rows"],
            &["report", "offers"],
            &["report", "subject", "--subject", "1"],
        ];
        let look = |arguments: &[&str]| {
            let arguments = [arguments, &["--format", "json"]].concat();
            let own = place.run(&arguments);
            let theirs = users.run("reader", &arguments);
            assert_eq!(code(&own), code(&theirs), "{engine:?} {arguments:?}: {}", stderr(&theirs));
            let (own, mut theirs) = (parsed(&stdout(&own)), parsed(&stdout(&theirs)));
            // Who may see triggers there may make them.
            if engine == Engine::Mariadb && arguments[0] == "check" {
                let unseen = std::mem::replace(&mut theirs["database"]["unseen"], Value::Array(Vec::new()));
                assert_eq!(unseen.as_array().map(Vec::len), Some(1), "{unseen}");
            }
            assert_eq!(own, theirs, "{engine:?} {arguments:?}");
        };
        for arguments in looks {
            look(arguments);
        }
        let applied = parsed(&users.must("operator", &["apply", "--format", "json"]));
        assert_eq!(
            (&applied["types"][0]["subjects"], &applied["types"][1]["subjects"]),
            (&1.into(), &1.into()),
            "{engine:?}"
        );
        users.must("operator", &["apply", "--legacy"]);
        users.must("requester", &["request", "reapply", "leaver", "--subject", "2"]);
        users.must("operator", &["export", "--out", "out"]);
        assert!(place.project.path().join("out/export-4.zip").exists(), "{engine:?}");
        users.must("operator", &["export", "--out", "out", "--remove", "4"]);
        assert_eq!(place.states(), ["done", "done", "rejected", "expired"], "{engine:?}");
        assert_eq!(
            place.database.number("select count(*) from note where person_id in (1, 12)"),
            Some(0),
            "{engine:?}"
        );
        place
            .database
            .batch("insert into note values (50, 1, 'again'); update probate_request set not_before = 1 where id = 1");
        // Made since the rights were granted, and seen all the same.
        place.database.batch("create table later (id integer primary key)");
        let seen = stderr(&users.run("reader", &["check", "--db"]));
        assert!(seen.contains("the database has a table `later`"), "{engine:?}: {seen}");
        for arguments in looks {
            look(arguments);
        }
        // And by the script alone, which sweeps.
        let path = format!("compiled/sql/{}/purge/leaver.sql", engine.dialect());
        let script = std::fs::read_to_string(place.project.path().join(path)).expect("a script");
        let ran = users.script("operator", &script);
        assert!(ran.ok, "{engine:?}: {}", ran.stderr);
        assert_eq!(place.database.number("select count(*) from note where person_id = 1"), Some(0), "{engine:?}");
        for select in [
            ("requester", "select mail from person"),
            ("requester", "select id from note"),
            ("requester", "select token from probate_request"),
            ("reader", "select body from note"),
            ("reader", "select token from probate_request"),
            ("reader", "update person set mail = null"),
            ("requester", "delete from probate_request"),
            ("operator", "delete from person"),
            ("operator", "update probate_request set decided_by = 'x'"),
            ("operator", "delete from probate_ledger"),
        ] {
            let ran = users.script(select.0, select.1);
            assert!(!ran.ok && ran.stderr.contains("denied"), "{engine:?} {select:?}: {}", ran.stderr);
        }
    }
}

/// Whoever lacks one right is told which, and nothing is done by half.
#[test]
fn a_right_that_is_missing_is_named_and_nothing_is_half_done() {
    for engine in servers("a_right_that_is_missing_is_named_and_nothing_is_half_done") {
        let place = watched(engine);
        let users = Users::new(&place);
        place.purge("leaver", "1");
        place.purge("light", "12");
        place.must(&["request", "approve", "2"]);
        place.database.batch(
            "insert into probate_hold (hold, subject, placed) values ('lawsuit', 2, 1);
             insert into probate_offer (rule, kind, found, offered, state, program) values ('old', 'rule', 1, 1, 'offered', '')",
        );
        let before = place.host();
        let mut rights = 0;
        for role in ROLES {
            for right in users.rights(role) {
                users.change("revoke", &right, role);
                let what = format!("{engine:?} {role} without {right:?}");
                let refused =
                    commands(role, &right).iter().map(|command| users.run(role, command)).find(|ran| code(ran) != 0);
                let Some(refused) = refused else { panic!("{what}: nobody needs it") };
                let said = stderr(&refused);
                assert_eq!(code(&refused), 3, "{what}: {said}");
                let of = right.1.trim_start_matches("sequence ").trim_matches(['"', '`']);
                let verb = right.0.split(' ').next().expect("a word");
                assert!(said.contains("permission denied") && said.contains("= help: "), "{what}: {said}");
                assert!(said.contains(of) || right.1 == "*", "{what}: {said}");
                let names = said.to_lowercase().contains(verb) || ["usage", "create"].contains(&verb) || engine_own(of);
                assert!(names, "{what}: {said}");
                assert_eq!(place.host(), before, "{what}: {said}");
                let untouched =
                    "select count(*) from probate_request where state = 'approved' and attempts = 0 and token is null";
                assert_eq!(place.database.number(untouched), Some(2), "{what}: {said}");
                users.change("grant", &right, role);
                rights += 1;
            }
        }
        assert!(rights > 50, "{rights} were tried");
        // Nor is an export half written.
        std::fs::create_dir(place.project.path().join("out")).expect("a folder");
        place.must(&["request", "export", "everything", "--subject", "2"]);
        let files = ("select (\"name\")".to_owned(), "\"stored\"".to_owned());
        users.change("revoke", &files, "operator");
        let refused = users.run("operator", &["export", "--out", "out"]);
        assert!(code(&refused) == 3 && stderr(&refused).contains("stored"), "{engine:?}: {}", stderr(&refused));
        let untouched = "select count(*) from probate_request where kind = 'export' and state = 'approved' and attempts = 0 and token is null";
        assert_eq!(place.database.number(untouched), Some(1), "{engine:?}");
        assert_eq!(std::fs::read_dir(place.project.path().join("out")).expect("a folder").count(), 0, "{engine:?}");
        users.change("grant", &files, "operator");
        users.must("operator", &["export", "--out", "out"]);
        users.must("operator", &["apply"]);
        assert_eq!(place.states(), ["done"; 3], "{engine:?}");
    }
}

/// Duties, holds and rules are looked at with the rights of a reader, also of rows that no purge type takes.
#[test]
fn what_rules_come_to_is_looked_at_by_a_reader() {
    for engine in servers("what_rules_come_to_is_looked_at_by_a_reader") {
        let place = deciding::place(engine);
        let users = Users::new(&place);
        for arguments in [
            &["simulate", "--as-of", "2027-12-31", "--now", deciding::NOW] as &[&str],
            &["why", "desk.notes", "--subject", "1", "--now", deciding::NOW],
            &["why", "desk.letters", "--subject", "3", "--now", deciding::NOW],
        ] {
            let own = place.must(arguments);
            assert_eq!(users.must("reader", arguments), own, "{engine:?}");
        }
        let refused = users.run("requester", &["simulate", "--as-of", "2027-12-31", "--now", deciding::NOW]);
        assert_eq!(code(&refused), 3, "{engine:?}: {}", stderr(&refused));
    }
}

/// Commands of a role, of which one needs the right.
fn commands(role: &str, (right, of): &(String, String)) -> &'static [&'static [&'static str]] {
    match role {
        "requester" if of.contains("own_type") => &[&["own-type", "set", "leaver", "--subject", "1"]],
        "requester" if of.contains("probate_hold") => {
            &[&["hold", "list"], &["hold", "lift", "lawsuit", "--subject", "2"]]
        }
        "requester" if of.contains("probate_offer") => {
            &[&["offer", "list"], &["offer", "reject", "1", "--reason", "no", "--by", "head"]]
        }
        "requester" if of.contains("probate_subject") => &[&["request", "reapply", "leaver"]],
        "operator" => &[&["apply"]],
        "requester" if right.starts_with("update") => &[&["request", "cancel", "2"]],
        "requester" => &[&["request", "purge", "light", "--subject", "2"]],
        _ => &[
            &["plan"],
            &["verify"],
            &["report", "deleted"],
            &["report", "subject", "--subject", "1"],
            &["report", "types"],
            &["report", "failures"],
            &["report", "kept"],
            &["report", "kept-rows"],
            &["report", "offers"],
            &["check", "--db"],
            &["why", "club.notes", "--subject", "1"],
        ],
    }
}

/// Tables that only an engine's own statements speak of, which are no part of the policy.
fn engine_own(table: &str) -> bool {
    ["probate_zero", "probate_assert", "probate_run", "probate_result"].contains(&table)
}

#[test]
fn where_users_have_no_rights_there_is_no_such_script() {
    let place = Place::new(Engine::Shell);
    place.must(&["compile", "."]);
    let sql = place.project.path().join("compiled/sql");
    assert!(!sql.join("sqlite/grants.sql").exists() && sql.join("postgres/grants.sql").exists());
}
