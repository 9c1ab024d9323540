//! What an offer of a rule is about: a place, a person, or all data whose time is over by the rule.

use std::sync::Arc;

use super::super::age::{self, Asks, owned_by};
use super::super::chain::joined;
use super::super::claim::anybody;
use super::super::keys::as_kept;
use super::super::rows::column;
use super::super::tables::{OFFER, is, one_of};
use super::super::within::{Reads, Where, lies_in, places_around};
use crate::database::Column;
use crate::program::{
    AtMost, Clock, Condition, Entry, KeepFor, Moment, Path, Place, Program, RetentionRule, TableName,
};
use crate::source::Span;
use crate::sql::{Expr, Family, Select};

#[derive(Clone, Copy)]
pub(super) enum Unit<'p> {
    /// A place of this kind, with what lies in it and in no smaller place of the kind.
    Place(&'p Place),
    Person,
    Whole,
}

/// What an offer is about stands in its `unit`, as a text.
const UNIT: &str = "unit";

impl<'p> Unit<'p> {
    /// By the clocks that the rule counts from: the smallest place before the person, and the person before the whole.
    pub fn of(program: &'p Program, rule: &RetentionRule) -> Self {
        let places = rule.after.iter().filter_map(|moment| match moment {
            Moment::Place { context, .. } => program.site.contexts.iter().find(|place| place.name == *context),
            Moment::Row(_) | Moment::Subject(_) | Moment::StatusChanged => None,
        });
        if let Some(place) = places.max_by_key(|place| program.depth(&place.name)) {
            return Self::Place(place);
        }
        let of_person = |moment: &Moment| matches!(moment, Moment::Subject(_) | Moment::StatusChanged);
        if rule.after.iter().any(of_person) { Self::Person } else { Self::Whole }
    }

    pub fn kind(self) -> &'static str {
        match self {
            Self::Place(_) => "place",
            Self::Person => "person",
            Self::Whole => "rule",
        }
    }

    /// The kind of place; empty where it is none.
    pub fn context(self) -> &'p str {
        if let Self::Place(place) = self { &place.name } else { "" }
    }

    /// The table that has a row for each, and its key.
    pub fn table(self, program: &'p Program) -> Option<(&'p TableName, &'p Column)> {
        let subject = &program.site.subject;
        match self {
            Self::Place(place) => Some((&place.table, column(program, place.table.id, place.key.id))),
            Self::Person => Some((&subject.table, column(program, subject.table.id, subject.key.id))),
            Self::Whole => None,
        }
    }

    /// Offers of the rule that are about such, in one of these states.
    pub fn offers(self, rule: &str, states: &[&str]) -> Expr {
        let of_rule = [is("rule", rule), is("kind", self.kind()), is("context", self.context())];
        Expr::all(of_rule.into_iter().chain([one_of(Expr::column("state"), states)]))
    }

    /// On the row of a place or a person, or about all: an offer in one of these states is about it.
    fn is_offered(self, program: &Program, rule: &str, states: &[&str]) -> Expr {
        let offers = self.offers(rule, states);
        match self.table(program) {
            Some((table, key)) => {
                let name = compared(Expr::of(&table.name, &key.name), key);
                name.within(Select::from(OFFER, [named(Expr::column(UNIT), key)]).filter(offers))
            }
            None => Expr::Exists(Arc::new(Select::from(OFFER, [Expr::integer(1)]).filter(offers))),
        }
    }

    /// Rows of an entry that belong to such of which this is true; `None` where none ever does.
    fn rows(self, program: &Program, entry: &Entry, of_unit: Expr) -> Option<(Expr, Reads)> {
        match self {
            Self::Place(place) => {
                let condition = Condition { expr: of_unit, reads: Vec::new(), span: Span::default() };
                let places =
                    Where { context: &place.name, condition: Some(&condition), alone: true, except: Vec::new() };
                lies_in(program, &places, entry)
            }
            Self::Person => {
                let subject = &program.site.subject;
                let mut reads: Reads = vec![(subject.table.id, subject.key.id)];
                reads.extend(age::owners(entry).into_iter().flat_map(|path| path.reads(entry.table.id)));
                Some((owned_by(program, entry, of_unit), reads))
            }
            Self::Whole => Some((of_unit, Vec::new())),
        }
    }

    /// Rows of which a person has said that they go: what they belong to is approved, and nothing else that they belong
    /// to is not.
    pub fn approved(self, program: &Program, rule: &str, states: &[&str], entry: &Entry) -> Asks {
        let is_offered = self.is_offered(program, rule, states);
        let not_offered = is_offered.clone().negated();
        match (self.rows(program, entry, is_offered), self.rows(program, entry, not_offered)) {
            (Some((yes, reads)), Some((no, _))) => {
                Asks { expr: Expr::all([yes.is_true(), no.is_true().negated()]), reads }
            }
            _ => Asks { expr: Expr::any([]), reads: Vec::new() },
        }
    }

    /// Rows of an entry that belong to the one with this key.
    pub fn of_key(self, program: &Program, entry: &Entry, of: &Key) -> Option<Expr> {
        let is_it = match (self.table(program), of) {
            (None, _) => Expr::all([]),
            (Some((table, key)), Key::Row(alias)) => {
                let other = compared(Expr::of(alias, &key.name), key);
                compared(Expr::of(&table.name, &key.name), key).equals(other)
            }
            (Some((table, key)), Key::Offer) => {
                compared(Expr::of(&table.name, &key.name), key).equals(named(Expr::of(OFFER, UNIT), key))
            }
        };
        Some(self.rows(program, entry, is_it)?.0)
    }

    /// What such rows of an entry belong to, as it is written down; `None` where no path leads from a row to that.
    pub fn of_rows(self, program: &Program, entry: &Entry, rows: &Expr) -> Option<Vec<Select>> {
        let paths: Vec<(Path, Option<Expr>)> = match self {
            Self::Whole => return None,
            Self::Place(_) if entry.named_place.is_some() => return None,
            Self::Place(place) => {
                let around = places_around(program, &entry.places, |_| false).into_iter();
                around.filter(|one| one.name == place.name).map(|one| (one.value, None)).collect()
            }
            Self::Person => {
                let owners = || entry.co_owned.iter().flat_map(|one| &one.owners);
                if entry.identifier.is_some() || owners().any(|owner| owner.identifier.is_some()) {
                    return None;
                }
                let asked = |condition: &Option<Condition>| condition.as_ref().map(|one| one.expr.clone());
                match &entry.co_owned {
                    Some(_) => owners().map(|owner| (owner.path.clone(), asked(&owner.condition))).collect(),
                    None => vec![(entry.path.clone(), None)],
                }
            }
        };
        let of_path = |(path, asked): &(Path, Option<Expr>)| {
            let rows = Expr::all(asked.iter().chain([rows]).cloned());
            let (all, value) =
                joined(program, entry.table.id, path, Select::from(&entry.table.name, []).filter(rows), "u");
            let value = written(value, column(program, path.ends_in.id, path.last.id));
            Select { columns: vec![(value, Some("k".to_owned()))], ..all }.distinct()
        };
        Some(paths.iter().map(of_path).collect())
    }

    /// All places or people of which the time may be over, by the clocks of their own rows, under another name.
    pub fn candidates(self, program: &'p Program, rule: &RetentionRule, at_most: &AtMost, alias: &str) -> Select {
        let Some((table, key)) = self.table(program) else { return Select::default() };
        let all = match self {
            Self::Person => anybody(program),
            Self::Place(_) | Self::Whole => {
                let is_there = Expr::of(&table.name, &key.name).is_null().negated();
                Select::from(&table.name, []).filter(is_there)
            }
        };
        let over = rule.after.iter().filter_map(|moment| Some((self.clock(program, moment)?, table)));
        let over = over.map(|(clock, table)| {
            // Whoever has a role has the period of the role: it is over by one of them.
            let periods = std::iter::once(&at_most.period).chain(at_most.roles.iter().map(|role| &role.period));
            let lengths = periods.filter_map(KeepFor::length);
            Expr::any(lengths.map(|length| age::expired(program, table.id, clock, length, &Expr::Now).is_true()))
        });
        let found = over.fold(all, Select::filter);
        Select { columns: Vec::new(), ..found.about(&table.name, alias).alias(alias) }
    }

    fn clock(self, program: &'p Program, moment: &Moment) -> Option<&'p Clock> {
        match (self, moment) {
            (Self::Place(place), Moment::Place { context, clock }) if place.name == *context => {
                place.clocks.iter().find(|one| one.name == *clock)
            }
            (Self::Person, Moment::Subject(name)) => program.site.subject.clocks.iter().find(|one| one.name == *name),
            _ => None,
        }
    }
}

/// Which place or person it is.
pub(super) enum Key<'k> {
    /// The row that is called so.
    Row(&'k str),
    /// The one that the row of `probate_offer` at hand is about.
    Offer,
}

/// A key of a row as it is compared.
fn compared(name: Expr, key: &Column) -> Expr {
    if key.family == Family::Integer { name } else { key.exact(as_kept(name, key)) }
}

/// The key that the text of an offer names, as it is compared.
fn named(unit: Expr, key: &Column) -> Expr {
    // WHY: what is written down is cast to the column's type, so that its index finds the row.
    if key.family == Family::Integer { Expr::Number(Arc::new(unit)) } else { unit }
}

/// A key of a row as it is written down.
pub(super) fn written(name: Expr, key: &Column) -> Expr {
    if key.family == Family::Integer { Expr::Cast(Arc::new(name), Family::Text) } else { compared(name, key) }
}
