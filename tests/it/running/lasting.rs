//! What was asked for and done in years past lies in our tables, and nobody who looks for work looks through it.

use super::small::{ids, place};
use super::ways::whole;
use super::{Place, engines};
use crate::engine::Engine;

const ITEMS: &str = "===
  notes: {title: Notes, rows: [{table: note, owner: who, export: none, purge: delete}]}
";
const SCHEMA: &str = "create table person (id integer primary key, name varchar(40), gone integer not null);
create table note (id integer primary key, who integer);
create index note_who on note (who);
";
const ROWS: &str = "insert into person values (1, 'Ada', 1), (2, 'Bob', 1), (12, 'Ada', 1);
insert into note values (1, 1), (2, 2), (3, 12);
";

/// Requests that are done, and their lines in the ledger, as after many years: 2^14 of each.
fn remember(place: &Place) {
    place.database.must(
        "insert into probate_request (kind, type, subject, state, run, finished) values ('purge', 'leaver', 1000, 'done', -1, 1);
insert into probate_ledger (run, request, type, program, at) values (-1, 1, 'leaver', 'x', 1);
insert into probate_run (run, type, program, started) values (-1, 'leaver', 'x', 1);",
    );
    for times in 0..14 {
        place.database.must(&format!(
            "insert into probate_request (kind, type, subject, state, run, finished)
select kind, type, subject + {many}, state, run, finished from probate_request where state = 'done';
insert into probate_ledger (run, request, type, program, at) select run - 1, request + {many}, type, program, at from probate_ledger;",
            many = 1 << times
        ));
    }
    match place.database.engine {
        Engine::Mariadb => _ = place.database.must("analyze table probate_request, probate_ledger;"),
        Engine::Postgres => _ = place.database.must("analyze;"),
        // Nothing there counts by itself.
        _ => {}
    }
}

/// The statements of a script that look for requests or through the ledger.
fn looking(script: &str) -> Vec<String> {
    let lines: Vec<&str> = script.lines().filter(|line| !line.starts_with("--") && !line.starts_with('.')).collect();
    let text = lines.join("\n");
    let all = text.split(";\n").map(str::trim);
    let ours = |one: &&str| {
        ["update ", "insert ", "with "].iter().any(|word| one.starts_with(word))
            && ["probate_request", "probate_ledger"].iter().any(|table| one.contains(table))
    };
    all.filter(ours).map(str::to_owned).collect()
}

/// How the engine finds rows of the two tables otherwise than by an index, if it does.
fn read_through(place: &Place, statement: &str) -> Vec<String> {
    let ours = |line: &str| ["probate_request", "probate_ledger"].iter().any(|table| line.contains(table));
    let (explain, is_through): (String, fn(&str) -> bool) = match place.database.engine {
        Engine::Postgres => (format!("explain {statement};"), |line| line.contains("Seq Scan")),
        Engine::Mariadb => {
            let is_through = |line: &str| {
                let cells: Vec<&str> = line.split('|').collect();
                cells.get(8).and_then(|rows| rows.parse::<u64>().ok()).is_some_and(|rows| rows > 1000)
            };
            // Whoever runs has a number.
            (
                format!("set names utf8mb4 collate utf8mb4_nopad_bin; set @probate_run = -1; explain {statement};"),
                is_through,
            )
        }
        // A run makes this first.
        _ => {
            let made = "create temp table probate_claim (one integer, token text)";
            (format!("{made}; explain query plan {statement};"), |line| line.contains("SCAN "))
        }
    };
    let plan = place.database.must(&explain);
    plan.lines().filter(|line| ours(line) && is_through(line)).map(str::to_owned).collect()
}

#[test]
fn what_was_done_long_ago_is_not_looked_through() {
    for engine in engines("what_was_done_long_ago_is_not_looked_through") {
        let place = place(engine, &whole(ITEMS), SCHEMA, ROWS);
        remember(&place);
        place.must(&["compile", "."]);
        let file = format!("compiled/sql/{}/purge/leaver.sql", engine.dialect());
        let script = std::fs::read_to_string(place.project.path().join(file)).expect("a script");
        let script = script.replace("insert or rollback", "insert");
        let statements = looking(&script);
        assert!(statements.len() > 6, "{engine:?}: {statements:#?}");
        for statement in statements {
            assert_eq!(read_through(&place, &statement), Vec::<String>::new(), "{engine:?}: {statement}");
        }
        for subject in ["1", "12"] {
            place.purge("leaver", subject);
        }
        place.must(&["apply", "--type", "leaver"]);
        assert_eq!(ids(&place, "select id from note"), "2", "{engine:?}");
    }
}
