//! `verify` and the sweep on every case: after a purge nothing is left, and of a purge that never was, all.

use probate::engine;
use probate::plan::{Basis, Counted};
use probate::run::{self, Planning, Site, StepPlanned, TypePlanned, TypeVerified, Verifying};

use super::{Case, checked, everywhere};
use crate::engine::{Database, Engine};

/// When purges ended that never were: in 2030.
const NEVER: i64 = 1_893_456_000;

/// What is said of one type, by a connection of its own.
struct Asked<'a> {
    case: &'a Case,
    database: &'a Database,
    of_type: &'a str,
}

impl Asked<'_> {
    fn plan(&self, site: Site<'_>) -> TypePlanned {
        let mut connection = engine::open(&self.database.address().parse().expect("an address")).expect("the database");
        let planning = Planning { types: vec![self.of_type.to_owned()], ..Planning::default() };
        let mut planned =
            run::plan(site, &mut *connection, &planning).unwrap_or_else(|fault| panic!("{}: {fault}", self.case.name));
        planned.types.remove(0)
    }

    fn verify(&self, site: Site<'_>, since: Option<i64>) -> TypeVerified {
        let mut connection = engine::open(&self.database.address().parse().expect("an address")).expect("the database");
        let verifying = Verifying { types: vec![self.of_type.to_owned()], since, ..Verifying::default() };
        let mut verified = run::verify(site, &mut *connection, &verifying)
            .unwrap_or_else(|fault| panic!("{}: {fault}", self.case.name));
        verified.types.remove(0)
    }
}

#[test]
fn nothing_is_left_after_a_purge_and_everything_of_one_that_never_was() {
    let (mut exact, mut swept, mut unswept) = (0, 0, Vec::new());
    let clients = [Engine::Shell, Engine::Postgres, Engine::Mariadb];
    for (case, engine) in everywhere("nothing_is_left_after_a_purge_and_everything_of_one_that_never_was", &clients) {
        let checked = checked(&case.project);
        let program = checked.program.as_ref().expect("a program");
        let digest = program.digest();
        let site = Site { basis: Basis::new(program, &checked.project.sources, &digest) };
        let database = case.open(engine);
        let types: Vec<&str> =
            program.purge_types.iter().filter(|one| !one.uses.is_empty()).map(|one| &*one.id).collect();
        for of_type in types {
            let what = format!("{} {engine:?} {of_type}", case.name);
            let asked = Asked { case: &case, database: &database, of_type };
            let script = case.script(&format!("sql/{}/purge/{of_type}.sql", engine.dialect()));
            let planned = asked.plan(site);
            let requests = format!("from probate_request where kind = 'purge' and type = '{of_type}'");
            let approved = format!("kind = 'purge' and type = '{of_type}' and state = 'approved'");
            if planned.subjects > 0
                && planned.against.is_empty()
                && database.number(&format!("select count(*) {requests}")) > Some(0)
            {
                database
                    .batch(&format!("update probate_request set state = 'done', finished = {NEVER} where {approved}"));
                exact += compare(&what, &planned, &asked.verify(site, Some(NEVER)));
                database.batch(&format!(
                    "update probate_request set finished = null, state = 'approved' where finished = {NEVER}"
                ));
            }
            database.run(&script);
            database.run(&script);
            // Rows of a case may be of people whose purge was long ago.
            let verified = asked.verify(site, Some(1_000_000));
            assert!(verified.left.is_empty(), "{what}: {verified:?}");
            let by_sweep = "and asked_by = 'probate: sweep'";
            assert_eq!(database.number(&format!("select count(*) {requests} {by_sweep}")), Some(0), "{what}");
        }
        if again(&case, engine) > 0 { swept += 1 } else { unswept.push(format!("{} {engine:?}", case.name)) }
    }
    assert!(exact > 60, "{exact} steps were compared");
    assert!(swept > unswept.len(), "{swept} swept, and not: {unswept:?}");
}

/// What a verification finds is what a plan has counted.
fn compare(what: &str, planned: &TypePlanned, verified: &TypeVerified) -> usize {
    if verified.only_gone {
        assert_eq!(verified.subjects, 0, "{what}: {verified:?}");
        return 0;
    }
    // Some of those who were asked for are nobody, or gone: they have no rows, or rows that no plan counts.
    let others = verified.subjects != planned.subjects;
    let deletes = |step: &&StepPlanned| step.step.action == "delete";
    let mut places: Vec<(&str, &str)> = Vec::new();
    for step in planned.steps.iter().filter(deletes) {
        let place = (&*step.step.item, &*step.step.table);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let mut compared = 0;
    for (item, table) in places {
        let there = |step: &&StepPlanned| step.step.item == item && step.step.table == table;
        let wanted: u64 = planned.steps.iter().filter(deletes).filter(there).map(|step| step.rows).sum();
        let left = verified.left.iter().map(|one| (&one.step, one.rows));
        let left = left.filter(|(step, _)| step.item == item && step.table == table && step.action == "delete");
        let found: u64 = left.map(|(_, rows)| rows).sum();
        let exactly = planned.steps.iter().filter(there).all(|step| step.step.counted == Counted::Exactly);
        assert!(others || !exactly || found == wanted, "{what} {item} {table}: {found} of {wanted}: {verified:?}");
        assert!(others || found <= wanted, "{what} {item} {table}: {found} of {wanted}: {verified:?}");
        compared += usize::from(exactly && !others && wanted > 0);
    }
    compared
}

/// Purges that are called done and never were are found by the next sweep, where a person has rows by an indexed column.
fn again(case: &Case, engine: Engine) -> i64 {
    let database = case.open(engine);
    database.batch("update probate_request set state = 'done', finished = 1, not_before = 1 where kind = 'purge' and state = 'approved'");
    for (_, script) in case.scripts(engine, "purge") {
        database.run(&script);
    }
    let found = database.number("select count(*) from probate_request where asked_by = 'probate: sweep'");
    let strangers = database.number(
        "select count(*) from probate_request as one where asked_by = 'probate: sweep' and not exists
         (select 1 from probate_request as other where other.id < one.id and other.subject = one.subject and other.type = one.type)",
    );
    assert_eq!(strangers, Some(0), "{} {engine:?}", case.name);
    found.unwrap_or(0)
}
