//! `apply` does what the scripts do: it leaves out holds that keep nothing, asks for them again, and takes its statements
//! one by one. And `plan` says before what it then does.

use serde_json::Value;

use super::asked::ask;
use super::policy::World;
use super::site::{Scripts, Seen, compile, look, open, seen};
use super::trial::{LARGE, Verdict, compare};
use super::{Chance, cases, generate, in_a_large_room, seed};

use crate::cli::{code, stderr};
use crate::engine::{Database, Engine};
use crate::running::Place;

#[test]
fn what_apply_does_is_what_the_scripts_do() {
    let usual = [(Engine::Library, 100), (Engine::Postgres, 20), (Engine::Mariadb, 20)];
    for engine in Engine::here("what_apply_does_is_what_the_scripts_do", &usual.map(|(engine, _)| engine)) {
        let (_, usual) = *usual.iter().find(|(one, _)| *one == engine).expect("one of those");
        in_a_large_room(move || search(engine, usual, try_case));
    }
}

#[test]
fn what_a_plan_counts_is_what_apply_then_meets() {
    let usual = [(Engine::Library, 100), (Engine::Postgres, 20), (Engine::Mariadb, 20)];
    for engine in Engine::here("what_a_plan_counts_is_what_apply_then_meets", &usual.map(|(engine, _)| engine)) {
        let (_, usual) = *usual.iter().find(|(one, _)| *one == engine).expect("one of those");
        in_a_large_room(move || search(engine, usual, try_plan));
    }
}

/// Whether anything was changed; nothing where it is not compiled, or cannot be done.
type Tried = Result<Option<bool>, String>;

fn search(engine: Engine, usual: u64, try_case: fn(&World) -> Tried) {
    let (seed, cases) = (seed(), cases(usual));
    let many = cases.end - cases.start;
    let (mut compared, mut changed) = (0, 0);
    for case in cases {
        let world = generate::world(&mut Chance::new(seed, case), engine);
        match try_case(&world) {
            Ok(None) => {}
            Ok(Some(did)) => (compared, changed) = (compared + 1, changed + usize::from(did)),
            Err(what) => {
                panic!("{engine:?}: PROBATE_SEED={seed} PROBATE_CASE={case}: {what}\n{}\n{}", world.yaml(), world.ddl())
            }
        }
    }
    eprintln!("{engine:?}: {compared} of {many} cases were compared, {changed} of them purged something");
    assert!(many == 1 || changed as u64 * 10 > many, "{engine:?}: the cases are too easy: {changed} of {many}");
}

fn try_case(world: &World) -> Tried {
    let Ok(scripts) = compile(world) else { return Ok(None) };
    if scripts.purges.iter().any(|script| script.len() > LARGE) {
        return Ok(None);
    }
    let by_scripts = asked(world, &scripts);
    let by_apply = copy(world, &scripts, &by_scripts);
    let before = look_at(world, &by_scripts);
    let Some(expected) = run_scripts(world, &scripts, &by_scripts) else { return Ok(None) };
    let found = apply(world, by_apply)?;
    compare("apply", world, &expected.state, &found.state)?;
    same("the requests", &expected.requests, &found.requests)?;
    Ok(Some(before.state != expected.state))
}

/// Nothing happens then; see the README's limits.
const TOO_LARGE: &str = "more than SQLite takes";

/// Type by type: what it says would be done, and what is done.
fn try_plan(world: &World) -> Tried {
    let Ok(scripts) = compile(world) else { return Ok(None) };
    if scripts.purges.iter().any(|script| script.len() > LARGE) {
        return Ok(None);
    }
    let place = Place::around(copy(world, &scripts, &asked(world, &scripts)), &world.yaml(), &world.ddl());
    let now = jiff::Timestamp::from_second(world.now).expect("a moment").to_string();
    let mut changed = false;
    for number in 0..world.purge_types.len() {
        let of_type = format!("--type=p{number}");
        let before = look_at(world, &place.database);
        let said = |command: &str| {
            let ran = place.run(&[command, "--now", &now, &of_type, "--format", "json"]);
            serde_json::from_slice::<Value>(&ran.stdout)
                .map_err(|_| format!("p{number}: {command}: {}: {}", code(&ran), stderr(&ran)))
        };
        let planned = match said("plan") {
            Err(what) if what.contains(TOO_LARGE) => continue,
            planned => planned?,
        };
        if look_at(world, &place.database).state != before.state {
            return Err(format!("p{number}: the plan changes something"));
        }
        let applied = said("apply")?;
        let (planned, applied) = (&planned["types"][0], &applied["types"][0]);
        if !applied["failed"].as_array().is_none_or(Vec::is_empty) || applied["runs"] != 1 {
            continue;
        }
        changed |= counts(world, planned, applied).map_err(|what| format!("p{number}: {what}"))?;
    }
    Ok(Some(changed))
}

/// Whether any row was counted.
fn counts(world: &World, planned: &Value, applied: &Value) -> Result<bool, String> {
    let text = |step: &Value| ["item", "action", "table"].map(|name| step[name].as_str().unwrap_or("").to_owned());
    let steps = |of: &Value| of["steps"].as_array().cloned().unwrap_or_default();
    if planned["subjects"] != applied["subjects"] {
        return Err(format!("people planned: {}, purged: {}", planned["subjects"], applied["subjects"]));
    }
    let would: Vec<Value> = steps(planned).into_iter().filter(|step| step["reason"].is_null()).collect();
    let did = steps(applied);
    if would.iter().map(text).ne(did.iter().map(text)) {
        return Err(format!("steps planned: {would:?}, done: {did:?}"));
    }
    let mut changed = false;
    for (would, did) in would.iter().zip(&did) {
        let [_, action, table] = text(would);
        let [planned, done] = [would, did].map(|step| step["rows"].as_u64().unwrap_or_default());
        changed |= done > 0;
        // Rows that the database itself takes along are counted by nobody; MariaDB counts no row that has its value already.
        let table = world.tables.iter().find(|one| one.name == table).expect("a table");
        let cascades = table.links().any(|link| link.declared && link.action.contains("CASCADE"));
        let unchanged = world.engine == Engine::Mariadb && action != "delete";
        let is_exact = would["counted"] == "exactly" && !cascades && !unchanged;
        let is_right = if is_exact { done == planned } else { done <= planned };
        if would["counted"] != "before_transition" && !is_right {
            return Err(format!("planned {planned}, done {done}: {would}"));
        }
    }
    Ok(changed)
}

fn same(what: &str, expected: &[String], found: &[String]) -> Verdict {
    if expected == found { Ok(()) } else { Err(format!("{what} of the scripts: {expected:?}, of apply: {found:?}")) }
}

fn asked(world: &World, scripts: &Scripts) -> Database {
    let database = open(world, scripts);
    let all = world.requests.iter().map(|(purge_type, subject)| ask(world.engine, *purge_type, subject));
    database.must(&all.collect::<String>());
    database
}

/// The program reaches no database in memory.
fn copy(world: &World, scripts: &Scripts, of: &Database) -> Database {
    if world.engine != Engine::Library {
        return asked(world, scripts);
    }
    let copy = Database::new(Engine::Shell);
    of.must(&format!("vacuum into '{}'", copy.file().display()));
    copy
}

fn look_at(world: &World, database: &Database) -> Seen {
    seen(world, &database.must(&look(world)))
}

/// So often that what was found by a sweep is gone too.
const ROUNDS: usize = 4;

fn run_scripts(world: &World, scripts: &Scripts, database: &Database) -> Option<Seen> {
    for _ in 0..ROUNDS {
        if !scripts.purges.iter().all(|script| database.run(script).ok) {
            return None;
        }
    }
    Some(look_at(world, database))
}

fn apply(world: &World, database: Database) -> Result<Seen, String> {
    let place = Place::around(database, &world.yaml(), &world.ddl());
    let now = jiff::Timestamp::from_second(world.now).expect("a moment").to_string();
    let types: Vec<String> = (0..world.purge_types.len()).map(|number| format!("--type=p{number}")).collect();
    let arguments: Vec<&str> = ["apply", "--now", &now].into_iter().chain(types.iter().map(String::as_str)).collect();
    for _ in 0..ROUNDS {
        let ran = place.run(&arguments);
        if code(&ran) != 0 {
            return Err(format!("{arguments:?}: {}: {}", code(&ran), stderr(&ran)));
        }
    }
    Ok(look_at(world, &place.database))
}
