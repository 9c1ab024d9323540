//! Who is told of what, whatever goes wrong where it is written down: each line once, and none of what was undone.

use std::path::Path;

use probate::source::Disk;

use super::{AT_ONCE, Site};
use crate::engine::{self, Database, Engine};

fn project() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile/notices")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(project().join(name)).expect("a file of the case")
}

fn lines(database: &Database) -> Vec<String> {
    let count = database.number("select count(*) from probate_outbox").expect("a number");
    let line = |at: i64| {
        database.text(&format!("select kind || ': ' || body from probate_outbox order by id limit 1 offset {at}"))
    };
    let mut lines: Vec<String> = (0..count).map(|at| line(at).expect("a line")).collect();
    lines.sort();
    lines
}

#[test]
fn a_notice_is_written_once_whatever_fails_where_it_is_written() {
    let checked = probate::check(&probate::reviewed(&Disk::open(&project()).expect("the project")));
    let told = text("told.txt");
    let expected: Vec<&str> = told.lines().filter(|line| line.starts_with("notice: ")).collect();
    for engine in Engine::that_go_on("a_notice_is_written_once_whatever_fails_where_it_is_written") {
        let schema = text("schema.sql");
        let schema = if engine.dialect() == "mariadb" { schema.replace(" TEXT", " VARCHAR(190)") } else { schema };
        let site = Site::compiled(engine, &checked, schema, "go");
        let statements = site.statements();
        let concerns = |text: &String| text.contains("probate_outbox") || text.contains("probate_told");
        let places: Vec<usize> = (0..statements.len()).filter(|at| concerns(&statements[*at])).collect();
        let first_claim = statements
            .iter()
            .position(|text| text.starts_with("update") && text.contains("'running'"))
            .expect("a claim");
        assert!(places.len() >= 6, "the statements are found: {places:?}");
        for (at, what) in
            places.into_iter().flat_map(|at| [(at, "select * from \"not there\";\n"), (at, "rollback;\n")])
        {
            let database = Database::new(engine);
            database.batch(&[&*site.schema, &engine::plain(&site.install), &text("rows.sql")].concat());
            let mut broken = statements.clone();
            if what.starts_with("rollback") {
                broken.insert(at, what.to_owned());
            } else {
                broken[at] = what.to_owned();
            }
            database.go_on(&broken);
            let done = "select count(*) from probate_request where state in ('done', 'held')";
            let early = lines(&database).iter().filter(|line| line.contains("\"notice\":\"purge-")).count();
            assert_eq!(
                early > 0,
                database.number(done) > Some(0),
                "{engine:?}: as far as it is done: {}",
                statements[at]
            );
            // What failed together is tried again one by one.
            for _ in 0..12 {
                database.run(&format!("{AT_ONCE}\n{}", site.purge));
            }
            let mut found = lines(&database);
            // A client that goes on carries out what it could not tell of: of that nobody is told any more.
            if at < first_claim {
                let theirs = |line: &str| !line.contains("request-received");
                assert!(
                    found.windows(2).all(|pair| pair[0] != pair[1]),
                    "{engine:?} {what}: twice: {}",
                    statements[at]
                );
                found.retain(|line| theirs(line));
                let expected: Vec<&str> = expected.iter().copied().filter(|line| theirs(line)).collect();
                assert_eq!(found, expected, "{engine:?} {what}: {}", statements[at]);
            } else {
                assert_eq!(found, expected, "{engine:?} {what}: {}", statements[at]);
            }
        }
    }
}
