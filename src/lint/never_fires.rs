//! A retention rule by which nothing ever ends.

use crate::database::{TableId, possible};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{
    AtLeast, AtMost, Clock, Entry, Item, ItemId, KeepFor, Moment, Program, Relation, RetentionRule, StatusMeaning,
    Unit, disjoint,
};
use crate::sql::{Comparison, Expr};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    program.ending_rules().filter_map(|(rule, at_most)| never(program, rule, at_most)).collect()
}

/// Only where it is so of all that the rule is about.
fn never(program: &Program, rule: &RetentionRule, at_most: &AtMost) -> Option<Diagnostic> {
    let asked = Asked { program, rule, before: program.rules_before(rule) };
    let of_people = !at_most.then.takes_rows();
    let whys: Vec<(&Item, String)> = if let Some(why) = asked.clocks() {
        let items = rule.ending().filter_map(|id| program.item(id));
        items.map(|item| (item, why.clone())).collect()
    } else if of_people {
        let items = rule.ending().map(|id| Some((program.item(id)?, asked.overruled(id, of_people)?)));
        items.collect::<Option<_>>()?
    } else {
        let entries = rule.ending().filter_map(|id| Some((id, program.item(id)?)));
        let entries = entries.flat_map(|(id, item)| item.entries.iter().map(move |entry| (id, item, entry)));
        entries.map(|(id, item, entry)| Some((item, asked.entry(id, item, entry)?))).collect::<Option<_>>()?
    };
    let (_, first) = whys.first()?;
    let title = format!("nothing ever ends by the retention rule `{}`", rule.id);
    let mut found = Diagnostic::new(Code::NeverFires, at_most.span, title).about(&*rule.id).label(first.clone());
    for (item, why) in whys.iter().filter(|(_, why)| why != first) {
        found = found.note(format!("`{}`: {why}", item.name));
    }
    Some(found.help("correct the rule, or remove it: what it promises never happens"))
}

struct Asked<'a> {
    program: &'a Program,
    rule: &'a RetentionRule,
    before: Vec<&'a RetentionRule>,
}

impl Asked<'_> {
    /// A clock of the person or of a place that never begins: all of them must be over.
    fn clocks(&self) -> Option<String> {
        let site = &self.program.site;
        self.rule.after.iter().find_map(|moment| match moment {
            Moment::Row(_) => None,
            Moment::Subject(name) => {
                let clock = site.subject.clocks.iter().find(|clock| clock.name == *name)?;
                self.never_begins(site.subject.table.id, clock, None)
            }
            Moment::StatusChanged => {
                let is_noticed = |one: &StatusMeaning| matches!(one, StatusMeaning::When { .. });
                let none = !site.subject.statuses.iter().any(|one| is_noticed(&one.meaning));
                none.then(|| "nobody ever comes into a status that is noticed".to_owned())
            }
            Moment::Place { context, clock } => {
                let place = site.contexts.iter().find(|place| place.name == *context)?;
                let clock = place.clocks.iter().find(|one| one.name == *clock)?;
                self.never_begins(place.table.id, clock, None)
            }
        })
    }

    /// By the schema, or by what is asked of the rows, the clock is NULL or no moment after 1970 in each of them.
    fn never_begins(&self, table: TableId, clock: &Clock, of_rows: Option<&Expr>) -> Option<String> {
        let of = self.program.schema.table(table);
        let column = of.column(clock.column.id);
        let name = || Expr::of(&of.name, &column.name);
        let mut asked = vec![name().is_null().negated()];
        if matches!(clock.unit, Unit::Unix | Unit::UnixMs) {
            asked.push(name().compare(Comparison::Greater, Expr::integer(0)));
        }
        let begun = Expr::all(asked.into_iter().chain(of_rows.cloned()));
        let never = !possible(&self.program.schema, table, &begun).may_be_true();
        never.then(|| format!("the clock `{}.{}` never begins", of.name, column.name))
    }

    fn entry(&self, id: ItemId, item: &Item, entry: &Entry) -> Option<String> {
        if entry.relation == Relation::Access || !(entry.changes() || entry.side.is_some()) {
            return Some("nothing is ever done with its rows".to_owned());
        }
        let statuses = &self.program.site.subject.statuses;
        if let Some(only) = &item.only {
            let is_known =
                |at: &usize| statuses.get(*at).is_some_and(|one| !matches!(one.meaning, StatusMeaning::OnRequest));
            if !only.statuses.iter().any(is_known) {
                return Some("it may be purged only where somebody asks".to_owned());
            }
        }
        let overruled = self.overruled(id, false).or_else(|| self.kept(id)).or_else(|| self.elsewhere(entry));
        overruled.or_else(|| {
            let condition = entry.condition.as_ref().map(|one| &one.expr);
            let mut clocks = self.rule.after.iter().filter_map(|moment| match moment {
                Moment::Row(name) => entry.clocks.iter().find(|clock| clock.name == *name),
                Moment::Subject(_) | Moment::StatusChanged | Moment::Place { .. } => None,
            });
            clocks.find_map(|clock| self.never_begins(entry.table.id, clock, condition))
        })
    }

    /// Another rule comes first wherever this one is about the item.
    fn overruled(&self, id: ItemId, of_people: bool) -> Option<String> {
        let first = self.before.iter().find(|other| {
            let is_same_kind = !of_people || other.at_most.as_ref().is_some_and(|one| !one.then.takes_rows());
            let everywhere = match (&other.within, &self.rule.within) {
                (None, _) => true,
                (Some(other), Some(own)) => other.context == own.context && other.condition == own.condition,
                (Some(_), None) => false,
            };
            is_same_kind && everywhere && other.ends(id)
        })?;
        Some(format!("`{}` comes first everywhere", first.id))
    }

    /// A duty keeps the item for ever, whatever it counts from: with another clock it is no other error.
    fn kept(&self, id: ItemId) -> Option<String> {
        let duty = self.program.retention_rules.iter().find(|duty| {
            let for_ever = |at_least: &AtLeast| {
                let mut periods = at_least.roles.iter().map(|role| &role.period).chain([&at_least.period]);
                periods.all(|period| *period == KeepFor::Unlimited)
            };
            duty.within.is_none() && duty.items.contains(&id) && duty.at_least.as_ref().is_some_and(for_ever)
        })?;
        Some(format!("the duty `{}` keeps it for ever", duty.id))
    }

    /// The rows are places themselves, and others than those that the rule is about.
    fn elsewhere(&self, entry: &Entry) -> Option<String> {
        let within = self.rule.within.as_ref()?;
        let [own] = entry.places.as_slice() else { return None };
        let place = self.program.site.contexts.iter().find(|place| place.name == within.context)?;
        let is_place = own.name == within.context && own.value.steps.is_empty() && place.table.id == entry.table.id;
        // In a tree of places the nearest that the rule is about may be a larger one.
        let is_other =
            is_place && place.parent.is_none() && disjoint(entry.condition.as_ref(), within.condition.as_ref());
        is_other.then(|| "its rows are in other places".to_owned())
    }
}
