//! Rules whose data goes once a person has approved it: offers are made, closed where nothing is over any more, and
//! carried out where they were approved.
//!
//! An offer says what may go, never which rows: these are decided anew by the run, by the very conditions of a rule that
//! purges by itself.

use std::sync::Arc;

use super::super::Basis;
use super::super::age::Asks;
use super::super::asked::NOWHERE;
use super::super::kept::Kept;
use super::super::offer::{GOING, OPEN, STANDING, change};
use super::super::tables::{OFFER, is, one_of};
use super::aged::{self, Aged, Look, Referred};
use super::unit::{Key, Unit, written};
use super::{free, noticed};
use crate::program::{AtMost, Program, RetentionRule, Then};
use crate::sql::{Comparison, Expr, Reads, Script, Select, Statement};

pub(super) struct Offers<'p> {
    basis: Basis<'p>,
    rule: &'p RetentionRule,
    at_most: &'p AtMost,
    unit: Unit<'p>,
    entries: Vec<Aged<'p>>,
    kept: Kept<'p>,
}

/// Of the rows whose time is over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    All,
    /// Those that no duty and no hold keeps.
    Free,
}

const UNITS: &str = "probate_units";

impl<'p> Offers<'p> {
    pub fn of(basis: Basis<'p>, rule: &'p RetentionRule, at_most: &'p AtMost) -> Self {
        let unit = Unit::of(basis.program, rule);
        let (entries, kept) = (aged::of_rule(basis, rule), Kept::of(basis, &Expr::Now));
        Self { basis, rule, at_most, unit, entries, kept }
    }

    /// What is done before rows go: offers are closed, and made.
    pub fn before(&self) -> Script {
        let mut script = Script::default();
        script.push(
            "offers: what is over now, and what nobody needs to decide any more",
            Statement::Begin(Reads::Unheld),
        );
        script.pieces.extend(noticed(self.basis, self.rule).pieces);
        script.push("offers: of rules that are none of the policy any more", void_gone(self.basis.program));
        self.settle(&mut script);
        script.push("offers: what is over, and is not offered yet", self.make());
        script.and(Statement::Commit);
        script
    }

    /// What is done after rows went.
    pub fn after(&self) -> Script {
        let mut script = Script::default();
        script.push("offers: what has become of those that were approved", Statement::Begin(Reads::Unheld));
        self.settle(&mut script);
        script.and(Statement::Commit);
        script
    }

    fn settle(&self, script: &mut Script) {
        let has_begun = || Expr::column("begun").is_null().negated();
        let of = |states: &[&str], asked: Expr| Expr::all([self.unit.offers(&self.rule.id, states), asked]);
        let nothing = || self.any(Rows::All, &Key::Offer).negated();
        script.push(
            "offers: done, where rows went and none is left whose time is over",
            change(ended("done", None), of(GOING, Expr::all([has_begun(), nothing()]))),
        );
        script.push(
            "offers: void, where nothing is over any more",
            change(ended("void", Some("nothing-over")), of(OPEN, nothing())),
        );
        let free = || self.any(Rows::Free, &Key::Offer);
        script.push(
            "offers: held, where a duty or a hold keeps all that is left; they are carried out when it lets go",
            change(
                vec![("state", Expr::text("held")), ("reason", Expr::text("kept"))],
                of(&["approved"], free().negated()),
            ),
        );
        script.and(change(vec![("state", Expr::text("approved")), ("reason", Expr::null())], of(&["held"], free())));
    }

    fn make(&self) -> Statement {
        let columns = ["rule", "kind", "context", "unit", "subject", "found", "offered", "state", "program"];
        Statement::insert_missing(OFFER, &columns, self.made())
    }

    /// The rows of new offers.
    fn made(&self) -> Select {
        let program = self.basis.program;
        let of = |name: &str| Expr::of(UNITS, name);
        let (unit, subject) = match self.unit.table(program) {
            Some((_, key)) => {
                let subject = if matches!(self.unit, Unit::Person) { of("k") } else { Expr::null() };
                (written(of("k"), key), subject)
            }
            None => (Expr::text(NOWHERE), Expr::null()),
        };
        let about = [&*self.rule.id, self.unit.kind(), self.unit.context()].map(Expr::text);
        let rest = [unit, subject, of("found"), Expr::Now, Expr::text("offered"), Expr::text(self.basis.digest)];
        let some = of("found").compare(Comparison::Greater, Expr::integer(0));
        Select::values(about.into_iter().chain(rest)).query(self.units(), UNITS).filter(some)
    }

    /// How many offers would be made, and about how many rows.
    pub fn would_make(&self) -> Select {
        let of = |name: &str| Expr::of(UNITS, name);
        let some = of("found").compare(Comparison::Greater, Expr::integer(0));
        let counted = [Expr::Count, Expr::Sum(Arc::new(of("found")))];
        Select::values(counted).query(self.units(), UNITS).filter(some)
    }

    /// `k`, `found`: what the rule may be about and is not offered, and how many of its rows may go.
    fn units(&self) -> Select {
        let program = self.basis.program;
        let alias = program.schema.alias("probate_unit");
        let counts = self.rows(Rows::Free, &Key::Row(&alias), &Expr::Count).into_iter().map(Expr::scalar);
        let found = counts.reduce(|all, one| Expr::Add(Arc::new(all), Arc::new(one))).unwrap_or(Expr::integer(0));
        let standing = Select::from(OFFER, [Expr::column("unit")]).filter(self.unit.offers(&self.rule.id, STANDING));
        let Some((_, key)) = self.unit.table(program) else {
            let one = Select { columns: vec![(Expr::integer(1), None)], ..standing };
            let named = [(Expr::integer(0), "k"), (found, "found")];
            let columns = named.map(|(value, name)| (value, Some(name.to_owned()))).to_vec();
            return Select { columns, ..Select::default() }.filter(Expr::Exists(Arc::new(one)).negated());
        };
        let name = Expr::of(&alias, &key.name);
        let all = self.unit.candidates(program, self.rule, self.at_most, &alias);
        let columns = [(name.clone(), "k"), (found, "found")];
        let columns = columns.map(|(value, name)| (value, Some(name.to_owned()))).to_vec();
        Select { columns, ..all }.filter(written(name, key).within(standing).negated())
    }

    /// Rows of each entry that belong to one place or person, and whose time is over.
    fn rows(&self, which: Rows, key: &Key<'_>, value: &Expr) -> Vec<Select> {
        let program = self.basis.program;
        let look = Look { now: &Expr::Now, referred: Referred::Taken, approved: None };
        let of_entry = |aged: &Aged<'p>| {
            let theirs: Vec<Expr> =
                aged.of.iter().filter_map(|(_, entry)| self.unit.of_key(program, entry, key)).collect();
            let Asks { expr, .. } = aged.due(self.basis, self.rule, self.at_most, &look);
            let free = if which == Rows::Free { free(self.basis, aged, &self.kept) } else { None };
            let asked = Expr::all([Expr::any(theirs), expr].into_iter().chain(free));
            Select::from(&aged.entry.table.name, [value.clone()]).filter(asked)
        };
        self.entries.iter().map(of_entry).collect()
    }

    fn any(&self, which: Rows, key: &Key<'_>) -> Expr {
        Expr::any(self.rows(which, key, &Expr::integer(1)).into_iter().map(there_is))
    }

    /// Since when rows of an offer go: of those that are at hand.
    pub fn begin(&self, aged: &Aged<'p>, at_hand: &Expr) -> Statement {
        let program = self.basis.program;
        let named = aged.of.iter().map(|(_, entry)| self.unit.of_rows(program, entry, at_hand));
        let has_rows = if let Some(named) = named.collect::<Option<Vec<Vec<Select>>>>() {
            // WHY: from the rows, which are few, and once. From each of many offers some engines look at all of them.
            let derived = named.into_iter().flatten().map(|keys| keys.derived("probate_begun", &["k"]));
            Expr::any(derived.map(|keys| Expr::column("unit").within(keys)))
        } else {
            let theirs = aged.of.iter().filter_map(|(_, entry)| self.unit.of_key(program, entry, &Key::Offer));
            let asked = Expr::all([Expr::any(theirs), at_hand.clone()]);
            there_is(Select::from(&aged.entry.table.name, [Expr::integer(1)]).filter(asked))
        };
        let new = [Expr::column("begun").is_null(), has_rows];
        let filter = Expr::all([self.unit.offers(&self.rule.id, GOING)].into_iter().chain(new));
        change(vec![("begun", Expr::Started)], filter)
    }
}

/// The query finds something.
fn there_is(rows: Select) -> Expr {
    // WHY: the first, and not whether there is one: for that some engines would join all offers with all rows.
    Expr::scalar(rows.limit(1)).is_null().negated()
}

fn ended(state: &str, reason: Option<&str>) -> Vec<(&'static str, Expr)> {
    let reason = reason.map_or_else(Expr::null, Expr::text);
    vec![("state", Expr::text(state)), ("ended", Expr::Now), ("reason", reason)]
}

/// Closes offers of rules that are gone from the policy, offer nothing any more, or are about something else.
pub fn void_gone(program: &Program) -> Statement {
    let rules = program.retention_rules.iter();
    let offering = rules.filter(|rule| rule.at_most.as_ref().is_some_and(|at_most| at_most.then == Then::Offer));
    let known = offering.map(|rule| {
        let unit = Unit::of(program, rule);
        Expr::all([is("rule", &rule.id), is("kind", unit.kind()), is("context", unit.context())])
    });
    let gone = Expr::any(known).negated();
    change(ended("void", Some("rule-gone")), Expr::all([one_of(Expr::column("state"), STANDING), gone]))
}
