//! The laws, tried on random schemas, policies and rows: what the printed scripts really do, table by table, is
//! what an oracle says that was written from the semantics and not from the compiler.
//!
//! `PROBATE_CASES` and `PROBATE_SEED` (a number) make it search longer or elsewhere.

mod generate;
mod model;
mod oracle;
mod site;

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::Value as Json;

use self::generate::Tape;
use self::model::{Purge, Value, World};
use self::oracle::{Outcome, State};
use self::site::{Scripts, compile, open, parses, state};
use crate::engine::{Database, Engine};

type Verdict = Result<(), String>;

/// What happened to the cases, so that an easy generator is noticed.
#[derive(Debug, Default)]
struct Tally {
    cases: usize,
    accepted: usize,
    purged: usize,
    blocked: usize,
    exported: usize,
    alike_one_by_one: usize,
    moved_ownership: usize,
    in_each_others_way: usize,
    refused: BTreeMap<String, usize>,
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn random_purges_and_exports_do_exactly_what_was_written() {
    search(Engine::Library, 1);
}

#[test]
fn random_purges_and_exports_do_exactly_what_was_written_on_postgres() {
    // Clients come and go there, which takes longer.
    for engine in Engine::here("random purges and exports", &[Engine::Postgres]) {
        search(engine, 6);
    }
}

fn search(engine: Engine, one_in: u32) {
    let cases = u32::try_from(setting("PROBATE_CASES", 150).div_ceil(one_in.into())).expect("a number of cases");
    let seed = setting("PROBATE_SEED", 1);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 1000 / (one_in * one_in * one_in),
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let tally = RefCell::new(Tally::default());
    let tapes = proptest::collection::vec(any::<u16>(), 0..500);
    let ran = runner.run(&tapes, |tape| {
        let world = generate::world(&mut Tape::new(&tape), engine);
        // A panic of the oracle or of the compiler is a failure like any other, with the case beside it.
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let mut local = Tally::default();
            try_case(&world, &mut local).map(|()| local)
        }));
        let verdict = tried.unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            Err(text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default())
        });
        match verdict {
            Ok(local) => {
                tally.borrow_mut().add(&local);
                Ok(())
            }
            Err(what) => Err(TestCaseError::fail(format!("{what}\n\n{}", printed(&world)))),
        }
    });
    match ran {
        Ok(()) => {}
        Err(TestError::Fail(reason, _) | TestError::Abort(reason)) => {
            panic!("PROBATE_SEED={seed}: {}", reason.message())
        }
    }
    let tally = tally.into_inner();
    eprintln!("{tally:?}");
    assert!(tally.accepted * 2 >= tally.cases, "most cases are refused by the compiler: {tally:?}");
    assert!(tally.purged * 3 >= tally.accepted, "most cases purge nobody: {tally:?}");
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.cases += 1;
        self.accepted += other.accepted;
        self.purged += other.purged.min(1);
        self.blocked += other.blocked.min(1);
        self.exported += other.exported;
        self.alike_one_by_one += other.alike_one_by_one;
        self.moved_ownership += other.moved_ownership;
        self.in_each_others_way += other.in_each_others_way;
        for (code, count) in &other.refused {
            *self.refused.entry(code.clone()).or_default() += count;
        }
    }
}

/// The case in full, so that it can become a fixture.
fn printed(world: &World) -> String {
    format!(
        "--- site.yaml\n{}\n--- schema.sql\n{}\n\n--- rows.sql\n{}\n--- requests\n{:?}",
        world.yaml(),
        world.ddl(),
        world.inserts(),
        world.requests
    )
}

fn sorted(mut state: State) -> State {
    for rows in &mut state {
        rows.sort();
    }
    state
}

fn compare(what: &str, world: &World, expected: &State, found: &State) -> Verdict {
    for ((table, expected), found) in world.tables.iter().zip(expected).zip(found) {
        if expected != found {
            let missing: Vec<_> = expected.iter().filter(|row| !found.contains(row)).collect();
            let surplus: Vec<_> = found.iter().filter(|row| !expected.contains(row)).collect();
            return Err(format!(
                "{what}: table {}: expected and not there: {missing:?}; there and not expected: {surplus:?}",
                table.name
            ));
        }
    }
    Ok(())
}

/// A request as the oracle sees it.
#[derive(Debug, Clone)]
struct Request {
    id: i64,
    purge_type: usize,
    subject: Value,
    state: &'static str,
    attempts: u32,
}

fn ask(database: &Database, purge_type: usize, subject: &Value) -> Option<i64> {
    let insert = format!(
        "insert into probate_request (kind, type, subject, state) values ('purge', 'p{purge_type}', {}, 'approved') on conflict do nothing returning id",
        subject.sql()
    );
    database.number(&insert)
}

/// Which requests the next run takes, by the rules of claiming.
fn claim(world: &World, now: &State, purge_type: usize, requests: &mut [Request]) -> Vec<usize> {
    let ours = |request: &Request| request.purge_type == purge_type;
    let mut waiting = Vec::new();
    for (at, request) in
        requests.iter_mut().enumerate().filter(|(_, request)| ours(request) && request.state == "running")
    {
        request.state = if request.attempts >= 5 { "failed" } else { "approved" };
        // The first retry is at once, later ones are not.
        waiting.extend(Some(at).filter(|_| request.attempts >= 2));
    }
    let status = world.purge_types[purge_type].0;
    let due: Vec<usize> = (0..requests.len())
        .filter(|at| {
            let request = &requests[*at];
            ours(request)
                && request.state == "approved"
                && !waiting.contains(at)
                && oracle::is_due(world, now, status, &request.subject)
        })
        .collect();
    let fresh: Vec<usize> = due.iter().copied().filter(|at| requests[*at].attempts == 0).collect();
    if fresh.is_empty() {
        due.into_iter().min_by_key(|at| (requests[*at].attempts, requests[*at].id)).into_iter().collect()
    } else {
        fresh
    }
}

/// PostgreSQL checks a key after each statement: rows of one table that refer to each other must go in one, and what
/// refers to nothing is refused even where the row is deleted later.
fn refuses_early(world: &World, purge_type: usize) -> bool {
    let entries = || world.purge_types[purge_type].1.iter().flat_map(|item| &world.items[*item]);
    let itself = |at: usize| {
        world.tables[at].columns.iter().filter_map(|column| column.refers.as_ref()).any(|refers| refers.table == at)
    };
    let deletes = |at: usize| entries().filter(|entry| entry.table == at && entry.purge == Purge::Delete).count();
    let refers = |table: usize, set: &[(usize, Value)]| {
        set.iter().any(|(at, value)| world.tables[table].columns[*at].refers.is_some() && *value != Value::Null)
    };
    let points = entries().any(|entry| matches!(&entry.purge, Purge::Overwrite(set) if refers(entry.table, set)));
    world.engine == Engine::Postgres && (points || (0..world.tables.len()).any(|at| itself(at) && deletes(at) > 1))
}

/// Runs a script once and compares it with the oracle. Says whether there was anything to do.
fn run_once(
    world: &World,
    database: &Database,
    scripts: &Scripts,
    purge_type: usize,
    requests: &mut [Request],
    tally: &mut Tally,
) -> Result<bool, String> {
    let before = state(world, database);
    let waiting = requests.iter().any(|request| request.purge_type == purge_type && request.state == "running");
    let taken = claim(world, &before, purge_type, requests);
    let batch: Vec<Value> = taken.iter().map(|at| requests[*at].subject.clone()).collect();
    let ran = database.run(&format!("update probate_request set not_before = null;\n{}", scripts.purges[purge_type]));
    let found = state(world, database);
    let outcome = match oracle::purge(world, &before, purge_type, &batch) {
        Outcome::DoneOrRefused(_) if !ran.ok => Outcome::Blocked("a row without a key".to_owned()),
        Outcome::DoneOrRefused(after) => Outcome::Done(after),
        Outcome::Done(_) if !ran.ok && refuses_early(world, purge_type) => {
            Outcome::Blocked("a key of its own".to_owned())
        }
        outcome => outcome,
    };
    let what = format!("purge p{purge_type} of {batch:?}");
    let end = match outcome {
        Outcome::Done(after) | Outcome::DoneOrRefused(after) => {
            if !ran.ok {
                return Err(format!("{what}: should have been done, but: {}", ran.stderr));
            }
            compare(&what, world, &sorted(after), &found)?;
            "done"
        }
        Outcome::Blocked(reason) => {
            compare(&format!("{what}, blocked by {reason}"), world, &before, &found)?;
            if ran.ok {
                return Err(format!("{what}: blocked by {reason}, but the script said that all went well"));
            }
            "running"
        }
    };
    for at in &taken {
        requests[*at].attempts += 1;
        requests[*at].state = end;
    }
    if end == "done" {
        tally.purged += taken.len();
    } else {
        tally.blocked += 1;
    }
    asked(database, requests, &what)?;
    Ok(waiting || !taken.is_empty())
}

/// The requests are where they should be, and nothing is left behind.
fn asked(database: &Database, requests: &[Request], what: &str) -> Verdict {
    for request in requests {
        let query = format!("select state || ' ' || attempts from probate_request where id = {}", request.id);
        let found = database.text(&query).unwrap_or_default();
        let expected = format!("{} {}", request.state, request.attempts);
        if found != expected {
            return Err(format!("{what}: the request of {:?} is `{found}`, not `{expected}`", request.subject));
        }
    }
    for table in database.engine.between_runs() {
        if database.number(&format!("select count(*) from {table}")) != Some(0) {
            return Err(format!("{what}: rows are left in {table}"));
        }
    }
    Ok(())
}

fn try_case(world: &World, tally: &mut Tally) -> Verdict {
    let scripts = match compile(world) {
        Ok(scripts) => scripts,
        Err(codes) => {
            tally.refused.insert(codes.into_iter().next().unwrap_or_default(), 1);
            return Ok(());
        }
    };
    tally.accepted = 1;
    parses(world, &scripts);
    exports(world, &scripts, tally)?;

    let database = open(world, &scripts);
    let start = state(world, &database);
    let mut requests: Vec<Request> = Vec::new();
    for (purge_type, subject) in &world.requests {
        let Some(id) = ask(&database, *purge_type, subject) else { continue };
        requests.push(Request {
            id,
            purge_type: *purge_type,
            subject: subject.clone(),
            state: "approved",
            attempts: 0,
        });
    }
    // A purge may bring somebody into the status of another type.
    let mut runs = 0;
    loop {
        let mut busy = false;
        for purge_type in 0..world.purge_types.len() {
            busy |= run_once(world, &database, &scripts, purge_type, &mut requests, tally)?;
        }
        if !busy {
            break;
        }
        runs += 1;
        assert!(runs < 100, "the runs come to an end");
    }
    // Running again changes nothing, the tool's own tables included.
    let settled = database.dump();
    for script in &scripts.purges {
        let ran = database.run(script);
        if !ran.ok {
            return Err(format!("again: {}", ran.stderr));
        }
    }
    for (table, rows) in database.dump() {
        if settled[&table] != rows {
            return Err(format!("running again changed {table}: {:?} to {rows:?}", settled[&table]));
        }
    }
    if tally.blocked == 0 {
        one_by_one(world, &scripts, &start, &state(world, &database), &requests, tally)?;
    }
    Ok(())
}

/// One batch {a, b} ends like batches {a} and {b}.
fn one_by_one(
    world: &World,
    scripts: &Scripts,
    start: &State,
    together: &State,
    requests: &[Request],
    tally: &mut Tally,
) -> Verdict {
    let database = open(world, scripts);
    compare("the same rows again", world, start, &state(world, &database))?;
    let mut ignored = Tally::default();
    for request in requests {
        let Some(id) = ask(&database, request.purge_type, &request.subject) else { continue };
        let mut alone = [Request { id, state: "approved", attempts: 0, ..request.clone() }];
        run_once(world, &database, scripts, request.purge_type, &mut alone, &mut ignored)?;
        if ignored.blocked > 0 {
            tally.in_each_others_way += 1;
            return Ok(());
        }
    }
    // An entry may take the owner away by which another entry of somebody else finds the row.
    if *together == state(world, &database) {
        tally.alike_one_by_one += 1;
    } else {
        tally.moved_ownership += 1;
    }
    Ok(())
}

fn exports(world: &World, scripts: &Scripts, tally: &mut Tally) -> Verdict {
    let Some(script) = &scripts.export else { return Ok(()) };
    let database = open(world, scripts);
    let now = state(world, &database);
    for row in &now[0] {
        let subject = &row[model::KEY];
        if *subject == Value::Null {
            continue;
        }
        let ask = format!(
            "insert into probate_request (kind, type, subject, state) values ('export', 'e', {}, 'approved')",
            subject.sql()
        );
        database.batch(&ask);
        let ran = database.run(script);
        if !ran.ok {
            return Err(format!("the export of {subject:?}: {}", ran.stderr));
        }
        let read = |line: &str| serde_json::from_str(line).map_err(|error| format!("{error}: {line}"));
        let mut found = ran.stdout.lines().map(read).collect::<Result<Vec<Json>, _>>()?;
        let mut expected = Vec::new();
        if oracle::may_export(world, &now, subject) {
            if found.is_empty() {
                return Err(format!("the export of {subject:?} prints nothing"));
            }
            found.remove(0);
            expected = oracle::export(world, &now, subject);
            tally.exported += 1;
        }
        let text = |lines: &[Json]| -> Vec<String> {
            // Members are compared by name, whatever their order.
            let mut lines: Vec<String> = lines
                .iter()
                .map(|line| {
                    let members: BTreeMap<_, _> = line["row"].as_object().into_iter().flatten().collect();
                    format!("{} {} {members:?}", line["item"], line["list"])
                })
                .collect();
            lines.sort();
            lines
        };
        if text(&expected) != text(&found) {
            return Err(format!(
                "the export of {subject:?}:\nexpected {:#?}\nfound {:#?}",
                text(&expected),
                text(&found)
            ));
        }
        compare("an export changes nothing", world, &now, &state(world, &database))?;
        database.batch("delete from probate_request");
    }
    Ok(())
}
