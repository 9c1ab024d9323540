//! Whether data is older than a retention rule says, and which data a rule is about.
//!
//! A clock that is NULL or 0 has not begun: nothing expires by it. What several places or people decide has expired when
//! it has for one of them and for none of them has not.

use std::borrow::Cow;
use std::sync::Arc;

use super::rows::{along, as_in, column, key_family, member};
use super::tables::SUBJECT;
use super::within::{Reads, Where, lies_in};
use super::{Basis, identifier, role};
use crate::database::{Column, TableId};
use crate::program::{
    AtLeast, AtMost, Clock, CoOwned, Condition, Entry, IdentifierSource, Item, ItemId, KeepFor, Moment, Owner, Path,
    Program, RetentionRule, RolePeriod, StatusMeaning, Unit,
};
use crate::source::Span;
use crate::sql::{Comparison, Expired, Expr, Family, Length, Select, Time};
use crate::strategy::Strategy;

/// A condition on rows of an entry, and what it reads.
#[derive(Debug, Clone)]
pub(super) struct Asks {
    pub expr: Expr,
    pub reads: Reads,
}

/// How long, where other roles have other periods.
#[derive(Clone, Copy)]
pub(super) struct Periods<'p> {
    pub period: &'p KeepFor,
    pub roles: &'p [RolePeriod],
}

/// Rows of an entry whose time is over by a rule, whichever places it is about.
pub(super) fn is_over(basis: Basis<'_>, rule: &RetentionRule, periods: Periods<'_>, entry: &Entry, now: &Expr) -> Asks {
    let mut age = Age { program: basis.program, rule, entry, now, reads: Vec::new() };
    let expr = age.over(periods);
    Asks { expr, reads: age.reads }
}

/// Whether a duty keeps rows of an entry no more: its period is over for all whom they name.
pub(super) fn is_released(
    basis: Basis<'_>,
    (rule, at_least): (&RetentionRule, &AtLeast),
    (item, entry): (&Item, &Entry),
    now: &Expr,
) -> Asks {
    let periods = Periods { period: &at_least.period, roles: &at_least.roles };
    is_over(basis, rule, periods, &of_all(item, entry), now)
}

/// The entry with all people whom its rows name: where nothing is done with a row while others own it, each of them has
/// an entry of their own.
fn of_all<'e>(item: &Item, entry: &'e Entry) -> Cow<'e, Entry> {
    let all = item.entries.iter().chain(&item.unreviewed);
    let said_with_it = all.filter(|one| one.span == entry.span && one.table.id == entry.table.id);
    let owners: Vec<Owner> = said_with_it
        .map(|one| Owner {
            item: item.name.as_str().into(),
            path: one.path.clone(),
            identifier: one.identifier.clone(),
            condition: one.condition.clone(),
        })
        .collect();
    if entry.co_owned.is_some() || owners.len() < 2 {
        return Cow::Borrowed(entry);
    }
    // What is done while others own it is asked by nobody here.
    let co_owned = Box::new(CoOwned { while_owned: Strategy::Delete, owners });
    Cow::Owned(Entry { co_owned: Some(co_owned), ..entry.clone() })
}

/// Rows of an entry that a rule is about; `None` where it is about none. Rules that come before it are left to those.
pub(super) fn is_about(basis: Basis<'_>, rule: &RetentionRule, others: &Others<'_>, entry: &Entry) -> Option<Asks> {
    let mut all = Asks { expr: Expr::all([]), reads: Vec::new() };
    let mut found = Vec::new();
    if let Some(within) = &rule.within {
        let mut places = Where::of(within);
        let same = |one: &&&RetentionRule| one.within.as_ref().is_some_and(|one| one.context == within.context);
        // Of places of the same kind that lie in one another the nearest decides, whichever rule comes before.
        let others = others.before.iter().chain(&others.after).filter(same);
        let others = others.filter_map(|one| one.within.as_ref()?.condition.as_ref());
        places.except = others.map(|one| &one.expr).collect();
        let (expr, reads) = lies_in(basis.program, &places, entry)?;
        found.push(expr.is_true());
        all.reads.extend(reads);
    }
    for other in &others.before {
        let Some(within) = &other.within else { return None };
        let mut places = Where::of(within);
        if let Some(own) = rule.within.as_ref().filter(|own| own.context == within.context) {
            places.except = own.condition.iter().map(|one| &one.expr).collect();
        }
        if let Some((expr, reads)) = lies_in(basis.program, &places, entry) {
            found.push(expr.is_true().negated());
            all.reads.extend(reads);
        }
    }
    all.expr = Expr::all(found);
    Some(all)
}

/// The other rules by which data of an item goes: those that come before a rule, and those that it comes before.
#[derive(Default)]
pub(super) struct Others<'p> {
    before: Vec<&'p RetentionRule>,
    after: Vec<&'p RetentionRule>,
}

impl<'p> Others<'p> {
    /// What else they share does not count.
    pub fn of(program: &'p Program, rule: &RetentionRule, item: &Item) -> Self {
        let id = program.items.iter().position(|one| one.name == item.name).map(ItemId);
        let ends = |other: &&RetentionRule| id.is_some_and(|id| other.ends(id));
        let before = program.rules_before(rule).into_iter().filter(ends).collect();
        let is_after = |other: &&RetentionRule| program.rules_before(other).iter().any(|one| one.id == rule.id);
        let after = program.retention_rules.iter().filter(ends).filter(is_after).collect();
        Self { before, after }
    }
}

/// People whose time is over by a rule about people, as a condition on their own row. A role counts wherever it is held.
pub(super) fn is_over_for(program: &Program, rule: &RetentionRule, periods: Periods<'_>, now: &Expr) -> Expr {
    let usual = person_after(program, rule, periods.period, now);
    let mut all = vec![usual];
    for role in periods.roles {
        let over = person_after(program, rule, &role.period, now);
        all.push(Expr::any([role::holds(program, &role.role).negated(), over]));
    }
    if let Some(usual) = all.first_mut().filter(|_| !periods.roles.is_empty()) {
        let any = Expr::any(periods.roles.iter().map(|role| role::holds(program, &role.role)));
        *usual = Expr::any([any, usual.clone()]);
    }
    Expr::all(all)
}

fn person_after(program: &Program, rule: &RetentionRule, period: &KeepFor, now: &Expr) -> Expr {
    let Some(after) = period.length() else { return Expr::any([]) };
    let subject = &program.site.subject;
    Expr::all(rule.after.iter().map(|moment| {
        match moment {
            Moment::Subject(name) => subject
                .clocks
                .iter()
                .find(|clock| clock.name == *name)
                .map_or_else(|| Expr::any([]), |clock| expired(program, subject.table.id, clock, after, now).is_true()),
            Moment::StatusChanged => status_changed(program, after, now),
            Moment::Row(_) | Moment::Place { .. } => Expr::any([]),
        }
    }))
}

/// The day on which a person's time was over, the earliest that it may be where roles have other periods; one for each
/// clock of their own row.
pub(super) fn ended(program: &Program, rule: &RetentionRule, at_most: &AtMost) -> Option<Expr> {
    let periods = std::iter::once(&at_most.period).chain(at_most.roles.iter().map(|role| &role.period));
    let shortest =
        periods.filter_map(KeepFor::length).min_by_key(|length| (length.months * 30 + length.days, length.days))?;
    let subject = &program.site.subject;
    let mut ends = rule.after.iter().filter_map(|moment| match moment {
        Moment::Subject(name) => {
            let clock = subject.clocks.iter().find(|clock| clock.name == *name)?;
            let column = column(program, subject.table.id, clock.column.id);
            let held = Expr::of(&subject.table.name, &column.name);
            Some(Expr::Ends(Arc::new(held), time(clock.unit, column), shortest))
        }
        Moment::StatusChanged => {
            let key = column(program, subject.table.id, subject.key.id);
            let own = key.exact(Expr::of(&subject.table.name, &key.name));
            let since = Select::from(SUBJECT, [Expr::Greatest(Arc::new(Expr::column("since")))])
                .filter(Expr::of(SUBJECT, "subject").equals(own));
            Some(Expr::Ends(Arc::new(Expr::scalar(since)), Time::Seconds, shortest))
        }
        Moment::Row(_) | Moment::Place { .. } => None,
    });
    let first = ends.next()?;
    // The latest: each is over, so that none is NULL.
    Some(ends.fold(first, |latest, one| {
        let later = one.clone().compare(Comparison::Greater, latest.clone());
        Expr::Case(vec![(later, one)], Arc::new(latest))
    }))
}

/// The day on which the time of a row is over by its own clock, in seconds since 1970; NULL where it has not begun, and
/// `None` where it depends on who holds which role, or never is.
pub(super) fn row_ended(program: &Program, rule: &RetentionRule, periods: Periods<'_>, entry: &Entry) -> Option<Expr> {
    let length = periods.period.length().filter(|_| periods.roles.is_empty())?;
    let [Moment::Row(name)] = rule.after.as_slice() else { return None };
    let clock = entry.clocks.iter().find(|clock| clock.name == *name)?;
    let column = column(program, entry.table.id, clock.column.id);
    let held = Expr::of(&entry.table.name, &column.name);
    Some(Expr::Ends(Arc::new(held), time(clock.unit, column), length))
}

struct Age<'a> {
    program: &'a Program,
    rule: &'a RetentionRule,
    entry: &'a Entry,
    now: &'a Expr,
    reads: Reads,
}

impl Age<'_> {
    /// By the periods of the roles that the person has where the row lies, the longest; else by the usual one.
    fn over(&mut self, periods: Periods<'_>) -> Expr {
        let usual = self.after(periods.period);
        if periods.roles.is_empty() {
            return usual;
        }
        for path in owners(self.entry) {
            self.path(path);
        }
        self.borne();
        let (mut has_one, mut of_roles) = (Vec::new(), Vec::new());
        for role in periods.roles {
            let has = self.has_role(&role.role);
            let over = self.after(&role.period);
            has_one.push(has.clone());
            of_roles.push(Expr::any([has.negated(), over]));
        }
        let has_one = Expr::any(has_one);
        // Of several people each has the period of their own roles.
        let is_alone =
            self.entry.co_owned.is_none() && self.entry.path.steps.is_empty() && self.entry.identifier.is_none();
        let lacks = (!is_alone).then(|| role::is_lacked(self.program, self.entry, periods.roles));
        let all_have = lacks.into_iter().map(|Asks { expr, reads }| {
            self.reads.extend(reads);
            expr.negated()
        });
        let all_have = Expr::all(std::iter::once(has_one).chain(all_have));
        of_roles.push(Expr::any([all_have, usual]));
        Expr::all(of_roles)
    }

    /// What is read of people to know whose the rows are.
    fn borne(&mut self) {
        let of_several = self.entry.co_owned.iter().flat_map(|one| &one.owners).map(|owner| &owner.identifier);
        for source in std::iter::once(&self.entry.identifier).chain(of_several).flatten() {
            self.reads.extend(identifier::reads(self.program, source));
        }
    }

    fn after(&mut self, period: &KeepFor) -> Expr {
        let Some(after) = period.length() else { return Expr::any([]) };
        let rule = self.rule;
        Expr::all(rule.after.iter().map(|moment| self.moment(moment, after)).collect::<Vec<_>>())
    }

    fn moment(&mut self, moment: &Moment, after: Length) -> Expr {
        match moment {
            Moment::Row(name) => {
                let table = self.entry.table.id;
                let clock = self.entry.clocks.iter().find(|clock| clock.name == *name).cloned();
                clock.map_or_else(|| Expr::any([]), |clock| self.clock(table, &clock, after).is_true())
            }
            Moment::Subject(name) => {
                let subject = &self.program.site.subject;
                let Some(clock) = subject.clocks.iter().find(|clock| clock.name == *name).cloned() else {
                    return Expr::any([]);
                };
                let over = self.clock(subject.table.id, &clock, after).is_true();
                self.of_person(&over)
            }
            Moment::StatusChanged => {
                let over = status_changed(self.program, after, self.now);
                self.of_person(&over)
            }
            Moment::Place { context, clock } => self.of_place(context, clock, after),
        }
    }

    fn clock(&mut self, table: TableId, clock: &Clock, after: Length) -> Expr {
        self.reads.push((table, clock.column.id));
        expired(self.program, table, clock, after, self.now)
    }

    /// One of those whose row it is meets the condition, and none does not.
    fn of_person(&mut self, over: &Expr) -> Expr {
        let subject = &self.program.site.subject;
        self.reads.push((subject.table.id, subject.key.id));
        for path in owners(self.entry) {
            self.path(path);
        }
        self.borne();
        let one = owned_by(self.program, self.entry, over.clone());
        let other = owned_by(self.program, self.entry, over.clone().negated());
        Expr::all([one.is_true(), other.is_true().negated()])
    }

    fn of_place(&mut self, context: &str, clock: &str, after: Length) -> Expr {
        let place = self.program.site.contexts.iter().find(|place| place.name == context);
        let Some((place, clock)) = place
            .and_then(|place| place.clocks.iter().find(|one| one.name == clock).map(|clock| (place, clock.clone())))
        else {
            return Expr::any([]);
        };
        let expr = self.clock(place.table.id, &clock, after).is_true();
        let condition = |expr| Condition { expr, reads: Vec::new(), span: Span::default() };
        let (over, not_over) = (condition(expr.clone()), condition(expr.negated()));
        let mut lies = |condition: &Condition| {
            let places = Where { context, condition: Some(condition), alone: true, except: Vec::new() };
            let (expr, reads) = lies_in(self.program, &places, self.entry)?;
            self.reads.extend(reads);
            Some(expr)
        };
        match (lies(&over), lies(&not_over)) {
            (Some(over), Some(not_over)) => Expr::all([over.is_true(), not_over.is_true().negated()]),
            _ => Expr::any([]),
        }
    }

    fn has_role(&mut self, role: &str) -> Expr {
        let Asks { expr, reads } = role::is_held(self.program, self.entry, role);
        self.reads.extend(reads);
        expr
    }

    fn path(&mut self, path: &Path) {
        self.reads.extend(path.reads(self.entry.table.id));
    }
}

/// The period that began with a clock of a row of the table is over.
pub(super) fn expired(program: &Program, table: TableId, clock: &Clock, after: Length, now: &Expr) -> Expr {
    let table = program.schema.table(table);
    let column = table.column(clock.column.id);
    let (clock, time) = (Expr::of(&table.name, &column.name), time(clock.unit, column));
    Expr::Expired(Arc::new(Expired { clock, time, after, now: now.clone() }))
}

pub(super) fn time(unit: Unit, column: &Column) -> Time {
    match unit {
        Unit::Native if column.family == Family::Date => Time::Date,
        Unit::Native | Unit::Text => Time::Timestamp,
        Unit::Unix => Time::Seconds,
        Unit::UnixMs => Time::Milliseconds,
    }
}

/// A subject is in the status that they have for longer than that, as far as runs have seen.
fn status_changed(program: &Program, after: Length, now: &Expr) -> Expr {
    let subject = &program.site.subject;
    let key = column(program, subject.table.id, subject.key.id);
    let since =
        Expr::Expired(Arc::new(Expired { clock: Expr::column("since"), time: Time::Seconds, after, now: now.clone() }));
    let known = subject.statuses.iter().filter_map(|status| {
        let StatusMeaning::When { condition, .. } = &status.meaning else { return None };
        let seen = Select::from(SUBJECT, [as_in(Expr::column("subject"), key_family(program), key)])
            .filter(Expr::all([super::tables::is("status", &status.name), since.clone()]));
        let key = Expr::of(&subject.table.name, &key.name);
        Some(Expr::all([condition.expr.clone(), key.within(seen)]))
    });
    Expr::any(known).is_true()
}

/// The ways to all whose rows they are.
pub(super) fn owners(entry: &Entry) -> Vec<&Path> {
    match &entry.co_owned {
        Some(co_owned) => co_owned.owners.iter().map(|owner| &owner.path).collect(),
        None => vec![&entry.path],
    }
}

/// Rows of the entry that belong to subjects who meet a condition on their own row, alone or with others.
pub(super) fn owned_by(program: &Program, entry: &Entry, of_subject: Expr) -> Expr {
    let Some(co_owned) = &entry.co_owned else {
        return reaches(program, entry.table.id, (&entry.path, entry.identifier.as_ref()), of_subject);
    };
    Expr::any(co_owned.owners.iter().map(|owner| {
        let way = (&owner.path, owner.identifier.as_ref());
        let reaches = reaches(program, entry.table.id, way, of_subject.clone());
        Expr::all(owner.condition.iter().map(|one| one.expr.clone()).chain([reaches]))
    }))
}

fn reaches(
    program: &Program,
    from: TableId,
    (path, identifier): (&Path, Option<&IdentifierSource>),
    of_subject: Expr,
) -> Expr {
    let (table, last) = (program.schema.table(path.ends_in.id), path.last.id);
    let holder = table.column(last);
    let end = match identifier {
        None => {
            let subject = &program.site.subject;
            let key = column(program, subject.table.id, subject.key.id);
            let keys = as_in(Expr::of(&subject.table.name, &key.name), key_family(program), holder);
            member(table, holder, &Select::from(&subject.table.name, [keys]).filter(of_subject))
        }
        Some(source) => identifier::borne_by(program, source, table, holder, of_subject),
    };
    along(program, from, path, end)
}
