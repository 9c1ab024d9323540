//! Defects that are put into the compiled scripts on purpose: the laws are worth what they catch.

use super::generate;
use super::policy::World;
use super::random::Chance;
use super::site::compile;
use super::trial::{Tally, try_case, try_scripts};
use crate::engine::Engine;

struct Defect {
    what: &'static str,
    /// The script with the defect, or as it was.
    put: fn(&str) -> String,
    /// What a case needs so that there is something to see.
    ready: fn(World) -> World,
}

const DEFECTS: &[Defect] = &[
    Defect { what: "a dropped residue check", put: without_residue, ready: with_rows_that_stay },
    Defect { what: "a swapped order", put: swapped, ready: nothing_kept },
    Defect { what: "a lost cast", put: without_cast, ready: nothing_kept },
    Defect { what: "a forgotten day", put: never_again, ready: |world| world },
    Defect { what: "an end before its time", put: too_early, ready: with_a_rule_alone },
    Defect { what: "a role that counts for nothing", put: without_role, ready: with_a_role },
    Defect { what: "a role in one place alone", put: in_one_place, ready: with_a_role },
];

/// Nothing is ever found to be left.
fn without_residue(script: &str) -> String {
    let line = |line: &str| match line.strip_prefix("  ('residue of ") {
        Some(rest) => format!("  ('residue of {}", rest.replacen("(select count(*)", "(select 0 * count(*)", 1)),
        None => line.to_owned(),
    };
    script.lines().map(|text| line(text) + "\n").collect()
}

/// What is kept hides what is done wrong to the rest, and takes longer to compile.
fn nothing_kept(mut world: World) -> World {
    world.duties.clear();
    world.holds.clear();
    world
}

/// The application keeps rows that a purge deletes.
fn with_rows_that_stay(world: World) -> World {
    let mut world = nothing_kept(world);
    let deletes = world
        .purge_types
        .iter()
        .enumerate()
        .find_map(|(at, _)| world.taken(at).find(|(_, entry)| entry.may_delete()).map(|(_, entry)| entry.table));
    world.stuck = deletes;
    world
}

/// The last step goes first, and the first last.
fn swapped(script: &str) -> String {
    let is_step = |line: &str| {
        let number = line.strip_prefix("-- ").and_then(|rest| rest.split_once(". ")).map(|(number, _)| number);
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut blocks: Vec<String> = vec![String::new()];
    for line in script.lines() {
        if line.starts_with("-- ") {
            blocks.push(String::new());
        }
        let last = blocks.last_mut().expect("one block");
        *last += line;
        *last += "\n";
    }
    let steps: Vec<usize> = (0..blocks.len()).filter(|at| is_step(&blocks[*at])).collect();
    let turned: Vec<String> = steps.iter().rev().map(|at| blocks[*at].clone()).collect();
    for (at, block) in steps.iter().zip(turned) {
        blocks[*at] = block;
    }
    blocks.concat()
}

/// Keys are compared as the engine pleases.
fn without_cast(script: &str) -> String {
    let script = script.replace("cast(\"subject\" as text)", "\"subject\"").replace("\"subject\"::text", "\"subject\"");
    script.replace("convert(cast(`subject` as char) using utf8mb4) collate utf8mb4_nopad_bin", "`subject`")
}

/// What a duty kept is never looked at again.
fn never_again(script: &str) -> String {
    let script = script.replace("\"state\" = 'held' and", "\"state\" = 'never' and");
    script.replace("`state` = 'held' and", "`state` = 'never' and")
}

/// What is young is taken for old.
fn too_early(script: &str) -> String {
    script.replace(" < ", " <> ")
}

/// Nobody asks for anything, and nothing keeps it.
fn with_a_rule_alone(world: World) -> World {
    let mut world = nothing_kept(world);
    world.requests.clear();
    world
}

/// Nobody holds it.
fn without_role(script: &str) -> String {
    script.replace("'teacher'", "'nobody'")
}

/// Nothing lies in another place.
fn in_one_place(script: &str) -> String {
    let script =
        script.replace("select \"probate_child\".\"zid\", \"probate_tree\".\"h\"", "select -1, \"probate_tree\".\"h\"");
    script.replace("select `probate_child`.`zid`, `probate_tree`.`h`", "select -1, `probate_tree`.`h`")
}

/// What a teacher has is never over.
fn with_a_role(world: World) -> World {
    let mut world = with_a_rule_alone(world);
    let has_places = world.places.is_some();
    for rule in world.ending.iter_mut().filter(|_| has_places) {
        rule.roles = vec![("teacher".to_owned(), None)];
    }
    world
}

fn is_caught(defect: &Defect, engine: Engine, cases: u64) {
    let mut tried = 0;
    for case in 0..cases {
        let world = (defect.ready)(generate::world(&mut Chance::new(3, case), engine));
        let Ok(mut scripts) = compile(&world) else { continue };
        let before = (scripts.purges.clone(), scripts.ending.clone());
        scripts.purges = scripts.purges.iter().map(|script| (defect.put)(script)).collect();
        scripts.ending = scripts.ending.iter().map(|script| (defect.put)(script)).collect();
        scripts.later = scripts.later.iter().map(|script| (defect.put)(script)).collect();
        if (&scripts.purges, &scripts.ending) == (&before.0, &before.1) {
            continue;
        }
        tried += 1;
        if try_scripts(&world, &scripts, &mut Tally::default()).is_err() {
            try_case(&world, &mut Tally::default()).expect("nothing is wrong without the defect");
            eprintln!("{engine:?}: {}: put into {tried} cases until it was caught", defect.what);
            return;
        }
    }
    assert!(tried > 0, "{engine:?}: {} changes no script", defect.what);
    panic!("{engine:?}: {} is not seen in {tried} cases", defect.what);
}

#[test]
fn deliberate_defects_are_caught() {
    for engine in Engine::each("deliberate_defects_are_caught") {
        // No trigger of MariaDB keeps a row, so that nothing is left there by itself.
        let possible = |defect: &&Defect| engine != Engine::Mariadb || defect.what != "a dropped residue check";
        for defect in DEFECTS.iter().filter(possible) {
            super::in_a_large_room(move || is_caught(defect, engine, 1500));
        }
    }
}
