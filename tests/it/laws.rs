//! The laws, tried on random schemas, policies and rows: what the printed scripts really do, table by table, is
//! what an oracle says that was written from the semantics and not from the compiler.
//!
//! `PROBATE_CASES` and `PROBATE_SEED` (a number) make it search longer or elsewhere; `PROBATE_CASE` tries one case
//! again, by the number that its failure names, and `PROBATE_WRITE` only writes it as a project. With `PROBATE_ALL` each
//! failure is named in a line, and none is made smaller.

mod applied;
mod asked;
mod clocks;
mod condition;
mod constructs;
mod ddl;
mod defects;
mod ending;
mod exported;
mod generate;
mod oracle;
mod places;
mod policy;
pub mod random;
mod shrink;
mod site;
mod table;
mod trial;
mod write;

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use self::policy::World;
use self::random::Chance;
use self::trial::{Tally, try_case};
use crate::engine::Engine;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn random_purges_and_exports_do_exactly_what_was_written() {
    in_a_large_room(|| search(Engine::Library, 200));
}

#[test]
fn random_purges_and_exports_do_exactly_what_was_written_on_postgres() {
    // Clients come and go there, which takes longer.
    for engine in Engine::here("random purges and exports", &[Engine::Postgres]) {
        in_a_large_room(move || search(engine, 30));
    }
}

#[test]
fn random_purges_and_exports_do_exactly_what_was_written_on_mariadb() {
    for engine in Engine::here("random purges and exports", &[Engine::Mariadb]) {
        in_a_large_room(move || search(engine, 30));
    }
}

/// The parser that reads the printed scripts again goes deep.
pub fn in_a_large_room<T: Send + 'static>(search: impl FnOnce() -> T + Send + 'static) -> T {
    let room = std::thread::Builder::new().stack_size(64 << 20).spawn(search).expect("a thread");
    room.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Tries one case. A panic of the oracle or of the compiler is a failure like any other.
fn tried(world: &World) -> Result<Tally, String> {
    let ran = catch_unwind(AssertUnwindSafe(|| {
        let mut tally = Tally::default();
        try_case(world, &mut tally).map(|()| tally)
    }));
    ran.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        Err(text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default())
    })
}

fn seed() -> u64 {
    setting("PROBATE_SEED").unwrap_or(1)
}

/// The numbers of the cases that are tried.
fn cases(usual: u64) -> Range<u64> {
    match setting("PROBATE_CASE") {
        Some(case) => case..case + 1,
        None => 0..setting("PROBATE_CASES").unwrap_or(usual),
    }
}

fn search(engine: Engine, usual: u64) {
    let (seed, cases) = (seed(), cases(usual));
    let one = cases.end == cases.start + 1;
    let mut tally = Tally::default();
    let (chatty, all) = ["PROBATE_CHATTY", "PROBATE_ALL"].map(|name| std::env::var_os(name).is_some()).into();
    let mut wrong = 0;
    for case in cases {
        if chatty {
            eprintln!("{engine:?} PROBATE_SEED={seed} PROBATE_CASE={case}");
        }
        let world = generate::world(&mut Chance::new(seed, case), engine);
        if std::env::var_os("PROBATE_WRITE").is_some() {
            eprintln!("{}", shrink::write(&world, "").display());
            continue;
        }
        match tried(&world) {
            Ok(found) => tally.add(&found),
            Err(what) if all => {
                eprintln!("{engine:?}: PROBATE_SEED={seed} PROBATE_CASE={case}: {what}");
                wrong += 1;
            }
            Err(what) => failed(&world, seed, case, &what),
        }
    }
    eprintln!("{engine:?}: {tally:#?}");
    assert_eq!(wrong, 0, "cases went wrong");
    if !one {
        tally.must_be_hard();
    }
}

/// What a failure can be.
const KINDS: &[&str] = &[
    "one by one",
    "again",
    "should have been done",
    "but the script said",
    "blocked by",
    "a rule",
    "overdue",
    "the request of",
    "rows are left",
    "the export of",
    "an export",
    "expected and not there: []",
    "there and not expected: []",
    "expected and not there",
    "printed SQL",
    "two values",
];

/// Like a failure, wherever its names and numbers are others.
fn alike(one: &str, other: &str) -> bool {
    let kind = |text: &str| match text.split_once("error[") {
        Some((_, rest)) => rest.split(']').take(1).collect::<String>(),
        None => KINDS.iter().find(|kind| text.contains(**kind)).map_or(String::new(), |kind| (*kind).to_owned()),
    };
    kind(one) == kind(other)
}

fn failed(world: &World, seed: u64, case: u64, what: &str) {
    // What the smaller ones say is of no interest.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let fails = |world: &World| tried(world).err().filter(|error| alike(error, what));
    let smallest = shrink::shrink(world.clone(), fails, Duration::from_secs(90));
    std::panic::set_hook(hook);
    let what_now = tried(&smallest).err().unwrap_or_default();
    let folder = shrink::write(&smallest, &what_now);
    panic!(
        "{:?}: PROBATE_SEED={seed} PROBATE_CASE={case}: {what}\n\nsmaller, in {}: {what_now}\n\n{}\n{}\n{}",
        world.engine,
        folder.display(),
        smallest.yaml(),
        smallest.ddl(),
        smallest.inserts(),
    )
}
