//! What `plan` counts before a purge is what the purge then meets.

use probate::database::OnDelete;
use probate::engine;
use probate::plan::{Basis, Counted};
use probate::run::{self, Planning, Site};

use super::{checked, everywhere};
use crate::engine::Engine;

#[test]
fn a_plan_counts_what_a_purge_then_meets_and_changes_nothing() {
    let (mut exact, mut at_most) = (0, 0);
    let clients = [Engine::Shell, Engine::Postgres, Engine::Mariadb];
    for (case, engine) in everywhere("a_plan_counts_what_a_purge_then_meets_and_changes_nothing", &clients) {
        let checked = checked(&case.project);
        let program = checked.program.as_ref().expect("a program");
        let digest = program.digest();
        let site = Site { basis: Basis::new(program, &checked.project.sources, &digest) };
        let database = case.open(engine);
        for purge_type in program.purge_types.iter().filter(|one| !one.uses.is_empty()) {
            let address = database.address().parse().expect("an address");
            let mut connection = engine::open(&address).expect("the database");
            let before = database.dump();
            let planning = Planning { types: vec![purge_type.id.clone()], ..Planning::default() };
            let planned = run::plan(site, &mut *connection, &planning);
            let planned = planned.unwrap_or_else(|fault| panic!("{} {engine:?}: {fault}", case.name));
            drop(connection);
            assert_eq!(database.dump(), before, "{} {engine:?}: nothing is changed", case.name);
            let runs = database.number("select count(*) from probate_run");
            database.run(&case.script(&format!("sql/{}/purge/{}.sql", engine.dialect(), purge_type.id)));
            let planned = &planned.types[0];
            if database.number("select count(*) from probate_run") == runs {
                assert!(planned.subjects == 0 || !planned.against.is_empty(), "{} {engine:?}: {planned:?}", case.name);
                continue;
            }
            let of_run = "from probate_result where run = (select max(run) from probate_run)";
            let subjects = database.number("select subjects from probate_run order by run desc limit 1");
            assert_eq!(subjects, i64::try_from(planned.subjects).ok(), "{} {engine:?}: {planned:?}", case.name);
            let changes = planned.steps.iter().filter(|step| step.step.reason.is_none());
            let steps = database.number(&format!("select count(*) {of_run}"));
            assert_eq!(steps, i64::try_from(changes.clone().count()).ok(), "{} {engine:?}: every step", case.name);
            for (number, step) in (1..).zip(changes) {
                let what = database
                    .text(&format!("select item || ' ' || action || ' ' || table_name {of_run} and step = {number}"));
                let name = format!("{} {} {}", step.step.item, step.step.action, step.step.table);
                assert_eq!(what.as_deref(), Some(&*name), "{} {engine:?} step {number}", case.name);
                let met = database.number(&format!("select changed {of_run} and step = {number}"));
                let met = u64::try_from(met.expect("a count")).expect("a count");
                // Rows that the database itself takes along are counted by nobody else.
                let (_, table) = program.schema.find(&step.step.table).expect("a table");
                let cascades = table.foreign_keys.iter().any(|key| key.on_delete == OnDelete::Cascade);
                if step.step.counted == Counted::BeforeTransition {
                    continue;
                }
                // MariaDB counts no row that has its value already.
                let unchanged = engine == Engine::Mariadb && step.step.action != "delete";
                if step.step.counted == Counted::AtMost || cascades || unchanged {
                    at_most += 1;
                    assert!(met <= step.rows, "{} {engine:?} step {number} {name}: {met} of {}", case.name, step.rows);
                } else {
                    exact += 1;
                    assert_eq!(step.rows, met, "{} {engine:?} step {number} {name}", case.name);
                }
            }
        }
    }
    assert!(exact > 100 && at_most > 3, "{exact} exact, {at_most} at most");
}
