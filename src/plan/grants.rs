//! `grants.sql`: the rights that each command needs, read from the very statements that it runs.

use std::collections::BTreeMap;

use super::hold;
use super::offer;
use super::own_type::{self, Own};
use super::purge::reads;
use super::purge::verification::purged_places;
use super::purge::{datum, left};
use super::request::{self, Asking, Decision, Only, Wanted};
use super::tables::temporary;
use super::{Basis, notice, person, report, retention, tables};
use rayon::prelude::*;

use crate::program::{Program, Then, Use};
use crate::sql::dialect::Dialect;
use crate::sql::{self, Grant, Literal, Needs, Rights, Script, Select, Statement, Uses};

/// Who runs `plan`, `simulate`, `why --subject`, `verify`, `report` and `check --db`.
const READER: &str = "probate_reader";
/// Who runs `request`, `own-type`, `hold` and `offer`.
const REQUESTER: &str = "probate_requester";
/// Who runs `apply` and `export`, or the scripts.
const OPERATOR: &str = "probate_operator";

/// What each role runs.
pub struct Grants(Vec<(&'static str, &'static str, Uses, Runs)>);

/// `scripts`: those of the purge types and export types.
pub fn grants(basis: Basis<'_>, scripts: &[&Script]) -> Grants {
    Grants(vec![
        (
            "`plan`, `simulate`, `why --subject`, `verify`, `report` and `check --db`",
            READER,
            Uses::Looks,
            reader(basis),
        ),
        ("`request`, `own-type`, `hold` and `offer`", REQUESTER, Uses::Tables, requester(basis.program)),
        ("`apply` and `export`, and the scripts", OPERATOR, Uses::Runs, operator(basis, scripts)),
    ])
}

impl Grants {
    /// The script of a dialect in which users have rights of their own.
    pub fn script(&self, basis: Basis<'_>, dialect: Dialect) -> Script {
        let mut script = Script { header: header(basis), pieces: Vec::new() };
        for (what, role, uses, runs) in &self.0 {
            script.push(format!("for {what}"), Statement::Role { name: role, uses: *uses });
            for (table, rights) in needed(basis, runs, dialect) {
                script.and(Statement::Grant(Grant { role, table, rights }));
            }
        }
        script
    }
}

fn header(basis: Basis<'_>) -> Vec<String> {
    let line = |text: &str| text.to_owned();
    vec![
        format!(
            "The rights that each command needs on the tables of the site `{}`, and no others.",
            basis.program.site.id
        ),
        line("Run it after install.sql, as the owner of the tables; again after each change of the policy."),
        line("It takes nothing away: drop the roles first where a policy needs less than before."),
        line("Then give a role to whoever runs the commands: grant probate_operator to …"),
        format!("Program {}", basis.digest),
    ]
}

/// What a role runs; what stands for tables of its session only is told apart.
#[derive(Default)]
struct Runs {
    statements: Vec<Statement>,
    /// In sessions with tables of their own.
    looking: Vec<Statement>,
}

impl Runs {
    fn query(&mut self, select: Select) {
        self.queries([select]);
    }

    fn queries(&mut self, selects: impl IntoIterator<Item = Select>) {
        self.statements.extend(selects.into_iter().map(Statement::Query));
    }

    fn look(&mut self, statements: Vec<Statement>, counts: impl IntoIterator<Item = Select>) {
        self.looking.extend(statements);
        self.looking.extend(counts.into_iter().map(Statement::Query));
    }
}

fn needed(basis: Basis<'_>, runs: &Runs, dialect: Dialect) -> Needs {
    let mut all = Needs::new();
    let mut add = |needs: Needs, own: &[&str]| {
        for (table, rights) in needs.into_iter().filter(|(table, _)| !own.contains(&table.as_str())) {
            all.entry(table).or_default().add(rights);
        }
    };
    for statement in &runs.statements {
        add(sql::rights(statement, dialect), &[]);
    }
    let own: Vec<&str> = temporary(super::rows::key_family(basis.program)).iter().map(|table| table.name).collect();
    for statement in &runs.looking {
        add(sql::rights(statement, dialect), &own);
    }
    let first = first_columns(basis);
    for (table, rights) in &mut all {
        some_column(rights, first.get(table.as_str()));
    }
    all
}

/// Whoever counts rows without a look at any column needs the right to look at one.
fn some_column(rights: &mut Rights, first: Option<&String>) {
    if rights.read && rights.select.is_empty() {
        rights.select.extend(first.cloned());
    }
}

/// Of each table its key, or its first column.
fn first_columns(basis: Basis<'_>) -> BTreeMap<String, String> {
    let mut first = BTreeMap::new();
    for (_, table) in basis.program.schema.tables() {
        let key = table.primary_key.first().map(|id| table.column(*id)).or(table.columns.first());
        first.extend(key.map(|column| (table.name.to_string(), column.name.to_string())));
    }
    for piece in tables::install(basis).pieces {
        if let Statement::CreateTable(table) = piece.statement {
            first.extend(table.columns.first().map(|column| (table.name.to_owned(), column.name.to_owned())));
        }
    }
    first
}

/// Any person: only the shape of a statement counts here.
fn somebody(program: &Program) -> Literal {
    let is_number = super::rows::key_family(program) == sql::Family::Integer;
    if is_number { Literal::Integer(1) } else { Literal::Text("1".to_owned()) }
}

fn reader(basis: Basis<'_>) -> Runs {
    let (mut runs, somebody) = (Runs::default(), somebody(basis.program));
    runs.query(request::installed());
    let looks = basis.program.purge_types.par_iter().map(|one| reads(basis, one));
    for looking in looks.collect::<Vec<_>>() {
        runs.look(looking, []);
    }
    for (rule, at_most) in retention::rules(basis) {
        runs.look(retention::reads(basis, rule, at_most), []);
        runs.queries(retention::would_offer(basis, rule, at_most));
    }
    runs.look(retention::simulate::reads(basis), []);
    runs.look(datum::reads(basis), []);
    for one in &basis.program.purge_types {
        runs.query(purged_places(one, Some(0)));
        runs.query(request::asked_places(basis.program, one));
        runs.queries(super::legacy_people(basis.program, one));
    }
    let statuses = (0..basis.program.site.subject.statuses.len()).map(left::Whose::Status);
    for whose in statuses.chain([left::Whose::Person(&somebody)]) {
        let looked = super::left(basis, whose);
        runs.look(looked.statements, looked.counts);
    }
    let narrowed = report::Narrowed::default();
    // The people themselves are read for `deleted`.
    for one in report::Report::ALL.into_iter().filter(|one| *one != report::Report::Deleted) {
        runs.query(report::rows(one, &narrowed));
    }
    let of_person = [
        person::runs_of(&somebody),
        person::ledger_of(&somebody),
        person::noticed(&somebody),
        person::own_types(&somebody),
        person::holds(&somebody),
        person::offers(&somebody),
    ];
    let others = [
        report::types_asked_for(),
        request::statuses(basis.program, &somebody),
        request::stranded(basis.program),
        own_type::gone(basis.program),
    ];
    let deleted = report::deleted_now(basis.program, &narrowed);
    let orphans = super::orphans(basis.program).into_iter().map(|one| one.count);
    runs.queries(
        of_person.into_iter().chain(others).chain(deleted).chain(orphans).chain(hold::in_force(basis.program)),
    );
    runs
}

fn requester(program: &Program) -> Runs {
    let (mut runs, somebody) = (Runs::default(), somebody(program));
    let exports = program.export_types.iter().map(Wanted::Export);
    let wanted: Vec<Wanted<'_>> = exports.chain(program.purge_types.iter().map(Wanted::Purge)).collect();
    runs.queries([request::installed(), request::requests(&Only::default()), report::types_asked_for()]);
    for one in wanted {
        runs.query(request::person(program, &somebody, one, ""));
        let asking = Asking { wanted: one, subject: &somebody, place: "", origin: Use::Manual, by: None, reason: None };
        let (made, told) = request::ask(program, &asking);
        runs.statements.extend(std::iter::once(made).chain(told));
        for decision in [Decision::Approve, Decision::Reject, Decision::Cancel] {
            runs.statements.extend(request::decide(program, (1, one.kind(), one.id()), decision, Some(""), Some("")));
        }
        let Wanted::Purge(one) = one else { continue };
        runs.queries(super::place_of(program, one).map(|place| request::places(program, place, "")));
        runs.statements.extend(super::reapply(program, one, None));
        runs.statements.extend(own_type::set(&somebody, "", Own::Type(one), Some("")));
    }
    runs.queries([own_type::list(None), own_type::count(&somebody, "")]);
    for one in &program.legal_holds {
        runs.statements.push(hold::place(one, &somebody, hold::Said::default()));
        runs.queries(hold::has_ended(one));
    }
    runs.statements.extend(hold::lift("", &somebody, hold::Said::default()));
    runs.queries([hold::list(None), hold::count("", &somebody), hold::is_there(program, &somebody)]);
    runs.statements.push(own_type::clear(&somebody, ""));
    let (all, one) = (offer::Only::default(), offer::Only { ids: vec![1], ..offer::Only::default() });
    runs.statements.push(offer::decide(&one, offer::Decision::Approve, Some(""), Some("")));
    runs.query(offer::list(&all));
    runs
}

fn operator(basis: Basis<'_>, scripts: &[&Script]) -> Runs {
    let mut runs = Runs::default();
    let pieces = scripts.iter().flat_map(|script| &script.pieces);
    runs.statements.extend(pieces.map(|piece| piece.statement.clone()));
    for one in &basis.program.purge_types {
        runs.query(request::due(basis.program, one));
        runs.statements.extend(super::take_in_legacy(basis.program, one));
        runs.queries(super::legacy_people(basis.program, one));
    }
    for one in &basis.program.export_types {
        runs.statements.extend(request::expire(basis.program, 1, &one.id));
    }
    let asked = [
        notice::language(basis.program),
        request::installed(),
        request::claimed(),
        request::mine_now(),
        request::expired(),
        request::staged(),
        request::changed(),
        request::requests(&Only::default()),
        request::stranded(basis.program),
        own_type::gone(basis.program),
    ];
    runs.queries(asked);
    runs.statements.extend([request::failed(""), request::give_back()]);
    runs.statements.push(retention::void_gone(basis.program));
    let rules = || retention::rules(basis);
    if rules().any(|(_, at_most)| at_most.then == Then::Offer) {
        runs.query(offer::counts(""));
    }
    if rules().next().is_some() {
        runs.statements.extend([retention::failed(""), retention::give_back()]);
        runs.query(retention::claimed());
    }
    runs.queries(super::old_records(basis.program));
    runs.queries(hold::in_force(basis.program));
    runs
}
