//! People purged from a filled Moodle, 50 and 500, on PostgreSQL and on MariaDB: by the compiled script and by the
//! program, against the same statements written by hand; and compiling that site against checking it. Each in one run.
//!
//! `cargo bench --bench moodle -- [postgres] [mariadb] [50] [500] [compile] [rounds=N]`, all of them where none is named;
//! needs the servers and `../shared`.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints, and what it cannot do ends it"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use probate::source::Disk;

#[path = "moodle/copied.rs"]
mod copied;
#[path = "../tests/it/moodle/filled.rs"]
mod filled;
#[path = "../tests/it/moodle/filled_mariadb.rs"]
mod filled_mariadb;

use copied::Copied;
use filled::Filled;

/// The people who leave are those from this one on.
const FIRST: usize = 3;
/// How many people a run of a script takes.
const BATCH: usize = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Engine {
    Postgres,
    Mariadb,
}

/// What a purge of so many people is measured by, and how much of the time by hand it may take, where both take all at
/// once. What takes fifty at a time is compared with fifty at a time by hand.
struct Bound {
    people: usize,
    data: f64,
    apply: f64,
}

const BOUNDS: &[Bound] = &[Bound { people: 50, data: 1.1, apply: 1.5 }, Bound { people: 500, data: 1.1, apply: 1.2 }];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.iter().any(|argument| argument == "--test") {
        return;
    }
    let rounds = arguments.iter().find_map(|one| one.strip_prefix("rounds=")?.parse().ok()).unwrap_or(5);
    let any = |of: &[&str]| arguments.iter().any(|one| of.contains(&one.as_str()));
    let wanted = |of: &[&str], name: &str| any(&[name]) || !any(of);
    if wanted(&["postgres", "mariadb", "50", "500"], "compile") {
        compiling();
    }
    for engine in [Engine::Postgres, Engine::Mariadb] {
        if any(&["compile"]) && !any(&["postgres", "mariadb"]) || !wanted(&["postgres", "mariadb"], engine.name()) {
            continue;
        }
        let dump = if engine == Engine::Postgres { filled::dump() } else { filled_mariadb::dump() };
        if !dump.exists() {
            println!("SKIPPED: {} is not there", dump.display());
            continue;
        }
        for bound in BOUNDS.iter().filter(|bound| wanted(&["50", "500"], &bound.people.to_string())) {
            purging(&Scripts::new(engine), bound, rounds);
        }
    }
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/moodle")
}

fn compiling() {
    let (mut check, mut compile) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        let start = Instant::now();
        let checked = probate::check(&Disk::open(&project()).expect("the example"));
        check.push(start.elapsed());
        let artefacts = checked.compile().expect("it compiles");
        compile.push(start.elapsed());
        assert!(artefacts.len() > 20, "the artefacts are there");
    }
    let (check, compile) = (median(&check), median(&compile));
    println!("check examples/moodle       {check:>10.1?}");
    println!("compile examples/moodle     {compile:>10.1?}  ratio {:.2}   (at most 3)", ratio(compile, check));
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mariadb => "mariadb",
        }
    }
}

struct Scripts {
    engine: Engine,
    install: String,
    compiled: String,
    hand: String,
}

impl Scripts {
    fn new(engine: Engine) -> Self {
        let checked = probate::check(&Disk::open(&project()).expect("the example"));
        let artefacts = checked.compile().expect("it compiles");
        let script = |name: &str| {
            let path = format!("sql/{}/{name}.sql", engine.name());
            let artefact = artefacts.iter().find(|artefact| artefact.path == path).expect("it is compiled");
            String::from_utf8(artefact.bytes.clone()).expect("text")
        };
        let rival = format!("benches/hand/moodle.{}.sql", engine.name());
        let hand = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(rival)).expect("the rival");
        Self { engine, install: script("install"), compiled: script("purge/leaver-full"), hand }
    }

    fn statements(&self) -> usize {
        self.hand.lines().filter(|line| line.starts_with("delete ") || line.starts_with("update ")).count()
    }

    /// By hand, and before the commit each statement looks for its rows again, as whoever wants to know that nothing is left.
    fn proved(&self) -> String {
        let again: String = self.hand.lines().filter_map(looked_for_again).collect();
        assert_eq!(again.lines().count(), self.statements(), "each statement looks again");
        self.hand.replacen("\ncommit;", &format!("\n{again}commit;"), 1)
    }

    /// By hand, fifty people a transaction.
    fn by_fifties(&self, people: usize) -> String {
        const WHO: &str = "u.deleted = 1";
        assert_eq!(self.hand.matches(WHO).count(), 1, "whom it takes is said once");
        let batches = (FIRST..FIRST + people).step_by(BATCH);
        let of = |first: usize| {
            let last = (first + BATCH).min(FIRST + people) - 1;
            self.hand.replace(WHO, &format!("{WHO} and u.id between {first} and {last}"))
        };
        batches.map(of).collect()
    }

    /// The compiled script as often as it takes, so many people at a time, with a clock around each statement of Apply.
    fn timed(&self, people: usize, at_once: usize) -> String {
        let [usual, wanted] = [BATCH, at_once].map(|people| format!(" limit {people}"));
        assert_eq!(self.compiled.matches(&usual).count(), 1, "how many people it claims is said once");
        let compiled = self.compiled.replace(&usual, &wanted);
        let (before, after, end) = match self.engine {
            Engine::Postgres => ("\\timing on\n", "\\timing off\n", ""),
            Engine::Mariadb => (
                "set @bench_at = sysdate(6);\n",
                "set @bench_sum = coalesce(@bench_sum, 0) + timestampdiff(microsecond, @bench_at, sysdate(6));\n",
                "select concat('Time: ', @bench_sum / 1000, ' ms');\n",
            ),
        };
        let mut timed = String::new();
        for piece in compiled.split("\n-- ") {
            let is_step = piece.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
            let (_, sql) = piece.split_once('\n').unwrap_or((piece, ""));
            timed += &if is_step { format!("{before}{sql}\n{after}") } else { format!("{sql}\n") };
        }
        timed.replace("\\set QUIET on", "").repeat(people.div_ceil(at_once)) + end
    }
}

/// The rows of a statement by hand, counted.
fn looked_for_again(line: &str) -> Option<String> {
    let statement = line.strip_suffix(';')?;
    let rows = if let Some(rest) = statement.strip_prefix("update ") {
        let (from, rest) = rest.split_at(outside(rest, " set ")?);
        let asked = outside(rest, " where ").map_or("", |at| &rest[at..]);
        format!("{from}{asked}")
    } else {
        statement.strip_prefix("delete from ").or_else(|| statement.strip_prefix("delete t from "))?.to_owned()
    };
    Some(format!("select count(*) from {rows};\n"))
}

/// Where a word stands in no parentheses.
fn outside(text: &str, word: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, letter)| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        (depth == 0 && text[at..].starts_with(word)).then_some(at)
    })
}

/// The sums of all tables, by their names.
type Sums = BTreeMap<String, String>;

/// The filled database, as it was before anybody left.
enum Place {
    /// A new copy for each run.
    Postgres(Option<Filled>),
    /// One copy that is put back after each run, because it takes long to make.
    Mariadb(Box<Copied>, Sums),
}

impl Place {
    fn new(engine: Engine) -> Self {
        match engine {
            Engine::Postgres => Self::Postgres(None),
            Engine::Mariadb => {
                let copied = Copied::new("bench");
                let sums = copied.sums();
                Self::Mariadb(Box::new(copied), sums)
            }
        }
    }

    /// So many people have left and are asked for, and the tables have been read once.
    fn prepare(&mut self, scripts: &Scripts, people: usize) {
        let last = FIRST + people - 1;
        match self {
            Self::Postgres(copy) => {
                *copy = None;
                let database = Filled::new();
                database.must(&scripts.install);
                database.must(&filled::leavers(last));
                // A copy is on the disk only: both rivals find the tables in memory.
                database.must("select format('select count(*) from %I', table_name) from information_schema.tables where table_schema = 'public' and table_name like 'mdl%' \\gexec\n");
                *copy = Some(database);
            }
            Self::Mariadb(copied, sums) => {
                copied.restore(sums);
                copied.must(&scripts.install);
                copied.must(&filled_mariadb::leavers(last));
            }
        }
    }

    fn must(&self, sql: &str) -> String {
        match self {
            Self::Postgres(copy) => copy.as_ref().expect("a copy").must(sql),
            Self::Mariadb(copied, _) => copied.must(sql),
        }
    }

    fn sums(&self) -> Sums {
        match self {
            Self::Postgres(copy) => copy.as_ref().expect("a copy").tables(),
            Self::Mariadb(copied, _) => copied.sums(),
        }
    }

    fn address(&self) -> String {
        match self {
            Self::Postgres(copy) => filled::address(&copy.as_ref().expect("a copy").name),
            Self::Mariadb(copied, _) => copied::address(&copied.name),
        }
    }

    fn all_done(&self, people: usize) {
        let done = self.must("select count(*) from probate_request where state = 'done'");
        assert_eq!(done.trim(), people.to_string(), "everybody's purge is done");
    }
}

/// How long each way took, round by round.
#[derive(Default)]
struct Times {
    hand: Vec<Duration>,
    proved: Vec<Duration>,
    fifties: Vec<Duration>,
    data: Vec<Duration>,
    data_at_once: Vec<Duration>,
    script: Vec<Duration>,
    apply: Vec<Duration>,
    at_once: Vec<Duration>,
}

fn purging(scripts: &Scripts, bound: &Bound, rounds: usize) {
    let people = bound.people;
    let mut place = Place::new(scripts.engine);
    let mut times = Times::default();
    for round in 0..rounds {
        place.prepare(scripts, people);
        times.hand.push(timed(|| drop(place.must(&scripts.hand))));
        // Once is enough: the rows are the same in each round.
        let by_hand = (round == 0).then(|| place.sums());
        let as_by_hand = |place: &Place, what: &str| {
            if let Some(by_hand) = &by_hand {
                let sums = place.sums();
                let other: Vec<&String> =
                    by_hand.keys().filter(|table| by_hand.get(*table) != sums.get(*table)).collect();
                assert!(
                    other.is_empty() && sums.len() == by_hand.len(),
                    "{what}: other rows than by hand in {other:?}"
                );
            }
        };
        place.prepare(scripts, people);
        times.proved.push(timed(|| drop(place.must(&scripts.proved()))));
        as_by_hand(&place, "by hand, looked for again");
        if people > BATCH {
            place.prepare(scripts, people);
            times.fifties.push(timed(|| drop(place.must(&scripts.by_fifties(people)))));
            as_by_hand(&place, "fifty at a time");
        }
        place.prepare(scripts, people);
        let mut printed = String::new();
        times.script.push(timed(|| printed = place.must(&scripts.timed(people, BATCH))));
        times.data.push(data_statements(&printed));
        place.all_done(people);
        as_by_hand(&place, "the compiled script");
        place.prepare(scripts, people);
        times.apply.push(timed(|| apply(&place, BATCH)));
        place.all_done(people);
        as_by_hand(&place, "probate apply");
        if people > BATCH {
            place.prepare(scripts, people);
            times.data_at_once.push(data_statements(&place.must(&scripts.timed(people, people))));
            place.all_done(people);
            as_by_hand(&place, "the compiled script, all at once");
            place.prepare(scripts, people);
            times.at_once.push(timed(|| apply(&place, people)));
            place.all_done(people);
            as_by_hand(&place, "probate apply, all at once");
        }
    }
    report(scripts, bound, rounds, &times);
}

fn report(scripts: &Scripts, bound: &Bound, rounds: usize, times: &Times) {
    let hand = median(&times.hand);
    let (engine, people, count) = (scripts.engine.name(), bound.people, scripts.statements());
    println!("{engine}: {people} people, 944,000 rows, {count} statements, medians of {rounds}");
    println!("by hand                       {hand:>10.1?}");
    let line = |what: &str, times: &[Duration], rival: Duration, bound: &str| {
        let time = median(times);
        println!("{what:<30}{time:>10.1?}  ratio {:.2}{bound}", ratio(time, rival));
        time
    };
    let [data, apply] = [bound.data, bound.apply].map(|most| format!("   (at most {most})"));
    let proved = line("by hand, looked for again", &times.proved, hand, "");
    if times.fifties.is_empty() {
        line("data statements", &times.data, hand, &data);
        line("the whole script", &times.script, hand, "");
        line("probate apply", &times.apply, hand, &apply);
        line("and against the second", &times.apply, proved, "");
        return;
    }
    line("data statements, all at once", &times.data_at_once, hand, &data);
    line(&format!("probate apply --batch {people}"), &times.at_once, hand, &apply);
    line("and against the second", &times.at_once, proved, "");
    let fifties = line("by hand, fifty at a time", &times.fifties, hand, "");
    println!("and against that:");
    line("data statements", &times.data, fifties, "");
    line("the whole script", &times.script, fifties, "");
    line("probate apply", &times.apply, fifties, "");
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// What the statements of Apply took, as the client or the server measured them.
fn data_statements(printed: &str) -> Duration {
    let milliseconds: Vec<f64> =
        printed.lines().filter_map(|line| line.strip_prefix("Time: ")?.split(' ').next()?.parse().ok()).collect();
    assert!(!milliseconds.is_empty(), "the statements are measured");
    Duration::from_secs_f64(milliseconds.iter().sum::<f64>() / 1000.0)
}

fn apply(place: &Place, batch: usize) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_probate"));
    command.current_dir(project()).env("PROBATE_DB", place.address()).args([
        "apply",
        "--type",
        "leaver-full",
        "--batch",
        &batch.to_string(),
    ]);
    let ran = command.output().expect("it starts");
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2]
}
