//! Fifty people purged from a filled Moodle by the compiled script, against the same statements written by hand; and
//! compiling that site against checking it. Each pair in one run.
//!
//! `cargo bench --bench moodle`; needs PostgreSQL and `../shared`.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints, and what it cannot do ends it"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use probate::source::Disk;

#[path = "../tests/it/moodle/filled.rs"]
mod filled;

use filled::{Filled, LEAVERS};

const ROUNDS: usize = 5;

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = root.join("examples/moodle");
    compiling(&project);
    if !filled::dump().exists() {
        println!("SKIPPED: {} is not there", filled::dump().display());
        return;
    }
    let checked = probate::check(&Disk::open(&project).expect("the example"));
    let artefacts = checked.compile().expect("it compiles");
    let script = |path: &str| {
        let artefact = artefacts.iter().find(|artefact| artefact.path == path).expect("it is compiled");
        String::from_utf8(artefact.bytes.clone()).expect("text")
    };
    let install = script("sql/postgres/install.sql");
    let compiled = script("sql/postgres/purge/leaver-full.sql");
    let hand = std::fs::read_to_string(root.join("benches/hand/moodle.postgres.sql")).expect("the rival");
    let (mut by_hand, mut whole, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        by_hand.push(run(&install, &hand));
        whole.push(run(&install, &compiled));
        steps.push(data_statements(&install, &compiled));
    }
    let hand = median(by_hand.iter().map(|(time, _)| *time).collect());
    let whole = median(whole.iter().map(|(time, _)| *time).collect());
    let data = median(steps);
    println!("50 people, 944,000 rows, {} statements, medians of {ROUNDS}", hand_statements(root));
    println!("by hand                     {hand:>10.1?}");
    println!("data statements             {data:>10.1?}  ratio {:.2}   (at most 1.1)", ratio(data, hand));
    println!("the whole script            {whole:>10.1?}  ratio {:.2}   (at most 1.5)", ratio(whole, hand));
}

fn hand_statements(root: &Path) -> usize {
    let text = std::fs::read_to_string(root.join("benches/hand/moodle.postgres.sql")).expect("the rival");
    text.lines().filter(|line| line.starts_with("delete ") || line.starts_with("update ")).count()
}

fn compiling(project: &Path) {
    let (mut check, mut compile) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        let start = Instant::now();
        let checked = probate::check(&Disk::open(project).expect("the example"));
        check.push(start.elapsed());
        let artefacts = checked.compile().expect("it compiles");
        compile.push(start.elapsed());
        assert!(artefacts.len() > 20, "the artefacts are there");
    }
    let (check, compile) = (median(check), median(compile));
    println!("check examples/moodle       {check:>10.1?}");
    println!("compile examples/moodle     {compile:>10.1?}  ratio {:.2}   (at most 3)", ratio(compile, check));
}

/// In a fresh copy of the database, with the tables read once.
fn run(install: &str, script: &str) -> (Duration, String) {
    let database = fresh(install);
    let start = Instant::now();
    let out = database.must(script);
    (start.elapsed(), out)
}

fn fresh(install: &str) -> Filled {
    let database = Filled::new();
    database.must(install);
    database.must(LEAVERS);
    // A copy is on the disk only: both rivals find the tables in memory.
    database.must("select format('select count(*) from %I', table_name) from information_schema.tables where table_schema = 'public' and table_name like 'mdl%' \\gexec\n");
    database
}

/// What the statements of Apply take, as psql measures each.
fn data_statements(install: &str, script: &str) -> Duration {
    let database = fresh(install);
    let mut timed = String::new();
    for piece in script.split("\n-- ") {
        let is_step = piece.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        let (_, sql) = piece.split_once('\n').unwrap_or((piece, ""));
        if is_step {
            timed += &format!("\\timing on\n{sql}\n\\timing off\n");
        } else {
            timed += &format!("{sql}\n");
        }
    }
    let out = database.must(&timed.replace("\\set QUIET on", ""));
    let milliseconds =
        out.lines().filter_map(|line| line.strip_prefix("Time: ")?.split(' ').next()?.parse::<f64>().ok());
    Duration::from_secs_f64(milliseconds.sum::<f64>() / 1000.0)
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
