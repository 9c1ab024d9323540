//! Rows by which it is decided that others stay: what their conditions look at, the places where they lie, and who has a
//! role there.

use super::super::chain::Chain;
use super::super::identifier;
use super::super::role;
use super::super::rows::{Held, as_referring, column};
use super::super::within::{Reads, inside_each_other, places_around};
use super::ways::Find;
use super::{Leading, Why};
use crate::database::{Table, TableId};
use crate::program::{
    Condition, Moment, Named, NamedPlace, Part, Path, Place, Program, RetentionRule, RolePeriod, Step,
};
use crate::sql::{Expr, Select};

/// Rows that stay, how they are called, and the table of the row at hand.
struct Decided<'d, 'p> {
    program: &'d Program,
    one: &'d Leading<'p>,
    called: &'d str,
    to: &'d Table,
}

/// A row from which ways lead on: how it is found from one that stays, and called.
struct Seat<'s, 'd> {
    table: TableId,
    enter: &'s dyn Fn() -> (Chain<'d>, String),
}

/// Rows without which it would be decided otherwise about one that stays.
pub(super) fn decided_over(program: &Program, (one, called): (&Leading<'_>, &str), to: &Table, find: &mut Find<'_>) {
    let decided = Decided { program, one, called, to };
    let own = || decided.enter();
    let seat = Seat { table: one.table.id, enter: &own };
    decided.asks(&seat, one.entry.condition.as_ref(), find);
    decided.parts(&seat, &one.entry.parts, 0, find);
    let (path, identifier) = one.way;
    decided.asked_on_the_way(&seat, &path.steps, find);
    let borne = identifier.into_iter().flat_map(|source| identifier::ways(program, source));
    let conditions = borne.flat_map(|way| &way.steps).flat_map(|step| step.before.iter().chain(&step.entered));
    if conditions.into_iter().any(|condition| condition.expr.reads(&to.name)) {
        decided.any(find);
    }
    if let Why::Duty(rule) = one.why {
        decided.duty(rule, &seat, find);
    }
}

/// What is read to know what the parts of a row are.
pub(super) fn part_reads(of: TableId, parts: &[Part]) -> Reads {
    let mut reads = Vec::new();
    for part in parts {
        reads.extend(part.condition.iter().chain(&part.of).flat_map(|one| one.reads.iter().copied()));
        reads.extend(part.links.iter().flat_map(|link| link.to.reads(of)));
        reads.extend(part_reads(part.table.id, &part.parts));
    }
    reads
}

impl<'d> Decided<'d, '_> {
    fn enter(&self) -> (Chain<'d>, String) {
        let mut chain = Chain::of(self.program);
        chain.enter_as(self.one.table, self.called);
        (chain, self.called.to_owned())
    }

    /// By which of them is not known: all of them, as long as such a row stays.
    fn any(&self, find: &mut Find<'_>) {
        find(self.enter().0, None);
    }

    fn kind(&self, name: &str) -> Option<&'d Place> {
        self.program.site.contexts.iter().find(|place| place.name == name)
    }

    fn is_here(&self, table: TableId) -> bool {
        self.program.schema.table(table).name == self.to.name
    }

    /// What a condition on a row looks at.
    fn asks(&self, seat: &Seat<'_, 'd>, condition: Option<&Condition>, find: &mut Find<'_>) {
        let Some(condition) = condition else { return };
        let of = &self.program.schema.table(seat.table).name;
        let Some(all) = condition.expr.queries_over(&self.to.name) else { return self.any(find) };
        for mut queried in all {
            let Some(last) = queried.pop() else { continue };
            let (mut chain, called) = (seat.enter)();
            for one in queried {
                chain.join(&one.table, &one.alias, one.asked.about(of, &called));
            }
            chain.filter(last.asked.about(of, &called).about(&last.alias, &self.to.name));
            find(chain, None);
        }
    }

    /// Rows on a way, and what is asked there.
    fn way(&self, seat: &Seat<'_, 'd>, steps: &[Step], find: &mut Find<'_>) {
        for (at, _) in steps.iter().enumerate().filter(|(_, step)| self.is_here(step.table.id)) {
            let (mut chain, called) = (seat.enter)();
            chain.follow_over(seat.table, &called, steps, Some(at));
            find(chain, None);
        }
        self.asked_on_the_way(seat, steps, find);
    }

    fn asked_on_the_way(&self, seat: &Seat<'_, 'd>, steps: &[Step], find: &mut Find<'_>) {
        for (at, step) in steps.iter().enumerate() {
            for (many, condition) in [(at, &step.before), (at + 1, &step.entered)] {
                if condition.is_none() {
                    continue;
                }
                let before = steps.get(..many).unwrap_or_default();
                let enter = || {
                    let (mut chain, called) = (seat.enter)();
                    let last = chain.follow_steps(seat.table, &called, before).pop().unwrap_or(called);
                    (chain, last)
                };
                let table = before.last().map_or(seat.table, |step| step.table.id);
                self.asks(&Seat { table, enter: &enter }, condition.as_ref(), find);
            }
        }
    }

    /// What decides which the parts of a row are.
    fn parts(&self, seat: &Seat<'_, 'd>, parts: &[Part], depth: usize, find: &mut Find<'_>) {
        for part in parts {
            let enter = || {
                let (mut chain, parent) = (seat.enter)();
                let child = chain.enter(&part.table, &format!("piece{depth}"));
                chain.is_part_of(part, &child, (seat.table, &parent));
                (chain, child)
            };
            let piece = Seat { table: part.table.id, enter: &enter };
            self.asks(&piece, part.condition.as_ref(), find);
            self.asks(seat, part.of.as_ref(), find);
            for link in &part.links {
                self.way(seat, &link.to.steps, find);
            }
            self.parts(&piece, &part.parts, depth + 1, find);
        }
    }

    fn duty(&self, rule: &RetentionRule, seat: &Seat<'_, 'd>, find: &mut Find<'_>) {
        let roles = rule.at_least.as_ref().map_or(&[] as &[_], |at_least| &at_least.roles);
        let of_place = rule.after.iter().any(|moment| matches!(moment, Moment::Place { .. }));
        if rule.within.is_some() || of_place || !roles.is_empty() {
            self.lies(rule, seat, &self.one.entry.places, &mut Vec::new(), find);
            if let Some(named) = &self.one.entry.named_place {
                self.named(rule, named, find);
            }
        }
        if !roles.is_empty() {
            self.holds(roles, find);
        }
    }

    /// Places where a row lies, and those around them.
    fn lies(
        &self,
        rule: &RetentionRule,
        seat: &Seat<'_, 'd>,
        places: &[Named<Path>],
        inside: &mut Vec<&'d str>,
        find: &mut Find<'_>,
    ) {
        let looks_further = rule.at_least.as_ref().is_some_and(|one| !one.roles.is_empty())
            || rule.after.iter().any(|moment| matches!(moment, Moment::Place { .. }));
        let context = rule.within.as_ref().map(|within| within.context.as_str());
        let is_last = |place: &Place| !looks_further && context == Some(&*place.name);
        for place in places_around(self.program, places, is_last) {
            self.way(seat, &place.value.steps, find);
            let Some(kind) = self.kind(&place.name) else { continue };
            let key = column(self.program, kind.table.id, kind.key.id);
            let end = column(self.program, place.value.ends_in.id, place.value.last.id);
            let lies = || {
                let (mut chain, called) = (seat.enter)();
                let value = end.exact(chain.follow(seat.table, &called, &place.value));
                (chain, value)
            };
            let there = || {
                let (mut chain, value) = lies();
                let alias = chain.enter(&kind.table, "seat");
                chain.filter(key.exact(Expr::of(&alias, &key.name)).equals(value));
                (chain, alias)
            };
            if context == Some(&*kind.name) {
                let condition = rule.within.as_ref().and_then(|within| within.condition.as_ref());
                self.asks(&Seat { table: kind.table.id, enter: &there }, condition, find);
            }
            if let Some(parent) = kind.parent.as_ref().filter(|_| !inside.contains(&kind.name.as_str())) {
                inside.push(&kind.name);
                self.above(rule, (kind, parent), &lies, inside, find);
                inside.pop();
            }
        }
    }

    /// Places of the same kind around one, and whatever those lie in.
    fn above(
        &self,
        rule: &RetentionRule,
        (kind, parent): (&'d Place, &Path),
        lies: &dyn Fn() -> (Chain<'d>, Expr),
        inside: &mut Vec<&'d str>,
        find: &mut Find<'_>,
    ) {
        let key = column(self.program, kind.table.id, kind.key.id);
        let tree = || {
            let (mut chain, value) = lies();
            let pairs = inside_each_other(self.program, kind, parent);
            let tree = chain.enter_query(pairs, "nest", |tree| value.equals(Expr::of(tree, "k")));
            (chain, Expr::of(tree, "top"))
        };
        if self.is_here(kind.table.id) {
            let (chain, top) = tree();
            find(chain, Some((Held::of(self.to, key), as_referring(top, key, key))));
        }
        let enter = || {
            let (mut chain, top) = tree();
            let alias = chain.enter(&kind.table, "around");
            chain.filter(key.exact(Expr::of(&alias, &key.name)).equals(top));
            (chain, alias)
        };
        let seat = Seat { table: kind.table.id, enter: &enter };
        self.way(&seat, &parent.steps, find);
        self.lies(rule, &seat, &[itself(kind)], inside, find);
    }

    /// The place whose key stands in a text of the row.
    fn named(&self, rule: &RetentionRule, named: &NamedPlace, find: &mut Find<'_>) {
        let Some(kind) = self.kind(&named.context) else { return };
        let entry = &self.one.entry.table;
        let is_in = |key: Expr| {
            let keys = Select::values([key]);
            named.is_in(entry, &self.program.schema, Some(&keys)).about(&entry.name, self.called)
        };
        if self.is_here(kind.table.id) {
            let (mut chain, _) = self.enter();
            chain.filter(is_in(Expr::of(&self.to.name, &kind.key.name)));
            find(chain, None);
        }
        let enter = || {
            let (mut chain, _) = self.enter();
            let alias = chain.enter(&kind.table, "named");
            chain.filter(is_in(Expr::of(&alias, &kind.key.name)));
            (chain, alias)
        };
        self.lies(rule, &Seat { table: kind.table.id, enter: &enter }, &[itself(kind)], &mut Vec::new(), find);
    }

    /// Rows that say who has a role, which one that is, and where.
    fn holds(&self, names: &[RolePeriod], find: &mut Find<'_>) {
        let Some(roles) = &self.program.site.roles else { return };
        let whose = (self.one.entry, self.called);
        if self.is_here(roles.table.id) {
            let here = || (self.enter().0, roles.table.name.to_string());
            for (chain, _) in role::given(self.program, whose, names, here) {
                find(chain, None);
            }
        }
        let enter = || {
            let (mut chain, _) = self.enter();
            let role = chain.enter(&roles.table, "role");
            (chain, role)
        };
        let ways = role::given(self.program, whose, names, enter).len();
        for at in 0..ways {
            let enter =
                || role::given(self.program, whose, names, enter).into_iter().nth(at).unwrap_or_else(|| self.enter());
            let seat = Seat { table: roles.table.id, enter: &enter };
            let places = roles.places.iter().map(|place| &place.value);
            for path in [&roles.name, &roles.owner].into_iter().chain(places) {
                self.way(&seat, &path.steps, find);
            }
        }
    }
}

/// A place is where it is.
fn itself(kind: &Place) -> Named<Path> {
    let key = Path { steps: Vec::new(), last: kind.key.clone(), ends_in: kind.table.clone() };
    Named { name: kind.name.clone(), value: key }
}
