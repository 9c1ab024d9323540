//! `apply` on every case ends like the scripts; also where a legal hold on everything keeps nothing, because nobody is
//! under it, or only somebody who is not there.

use std::collections::BTreeMap;
use std::path::Path;

use probate::engine;
use probate::plan::Basis;
use probate::run::{self, Limits, Site};
use probate::source::Memory;
use probate::{Checked, reviewed};

use super::{Case, compare, everywhere, told};
use crate::engine::{Database, Engine};

const HOLD: &str = "kind: LegalHold\nid: everything\ntitle: Everything\nitems: {include: ['*']}\n";

/// The files of a project, and one that says that everything may be held.
fn held(project: &Path) -> Memory {
    fn read(folder: &Path, name: &str, into: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = format!("{name}{}", path.file_name().expect("a name").to_string_lossy());
            if path.is_dir() {
                read(&path, &format!("{name}/"), into);
            } else {
                into.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    let mut files = BTreeMap::new();
    read(project, "", &mut files);
    files.insert("everything-held.yaml".to_owned(), HOLD.as_bytes().to_vec());
    Memory(files)
}

/// Each type in the order of the scripts.
fn apply(case: &Case, checked: &Checked, database: &Database) {
    let program = checked.program.as_ref().expect("a program");
    let digest = program.digest();
    let site = Site { basis: Basis::new(program, &checked.project.sources, &digest) };
    let mut types: Vec<&str> =
        program.purge_types.iter().filter(|one| !one.uses.is_empty()).map(|one| &*one.id).collect();
    types.sort_unstable_by_key(|id| format!("{id}.sql"));
    for of_type in types {
        let mut connection = engine::open(&database.address().parse().expect("an address")).expect("the database");
        let limits = Limits { types: vec![of_type.to_owned()], ..Limits::default() };
        let applied = run::apply(site, &mut *connection, &limits, &mut |_| {});
        let applied = applied.unwrap_or_else(|fault| panic!("{} {of_type}: {fault}", case.name));
        assert!(!applied.has_failures(), "{}: {applied:?}", case.name);
    }
}

fn ends_as_it_must(what: &str, case: &Case, database: &Database) {
    case.settle_times(database);
    let (mut expected, mut found) = (case.expected(database.engine), database.host());
    // Who is under a hold is no row of a case.
    for dump in [&mut expected, &mut found] {
        dump.remove("probate_hold");
    }
    compare(what, &expected, &found);
    if let Ok(said) = std::fs::read_to_string(case.folder.join("told.txt")) {
        assert_eq!(said, told(database), "{what}: what the run tells");
    }
}

#[test]
fn a_legal_hold_that_keeps_nobodys_rows_changes_nothing() {
    let (mut held_back, mut unfit) = (0, Vec::new());
    let clients = [Engine::Shell, Engine::Postgres, Engine::Mariadb];
    for (case, engine) in everywhere("a_legal_hold_that_keeps_nobodys_rows_changes_nothing", &clients) {
        let checked = probate::check(&reviewed(&held(&case.project)));
        if checked.diagnostics().has_errors() {
            // Rows that cannot be remembered cannot be held.
            unfit.push(case.name.clone());
            continue;
        }
        held_back += 1;
        let database = case.open(engine);
        database.batch("insert into probate_hold (hold, subject, placed) values ('everything', 987654321, 1)");
        apply(&case, &checked, &database);
        ends_as_it_must(&format!("{} {engine:?}, somebody else under the hold", case.name), &case, &database);
        // Once is enough: what is left out is left out for every engine.
        if engine == Engine::Shell {
            let database = case.open(engine);
            apply(&case, &checked, &database);
            ends_as_it_must(&format!("{} {engine:?}, nobody under the hold", case.name), &case, &database);
        }
    }
    unfit.dedup();
    assert!(held_back > 100 && unfit.len() < 5, "{held_back} are held back, and these cannot be: {unfit:?}");
}
