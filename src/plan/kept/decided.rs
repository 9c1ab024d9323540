//! Rows by which it is decided that others stay: the places where those lie, and who has a role there.

use super::super::chain::Chain;
use super::super::role;
use super::super::rows::{Held, column, members};
use super::super::within::{inside_each_other, places_around};
use super::ways::Find;
use super::{Leading, Why};
use crate::database::{Table, TableId};
use crate::program::{Condition, Moment, Named, NamedPlace, Path, Place, Program, RolePeriod};
use crate::sql::{Expr, Select};

/// Rows that stay, how they are called, and the table of the row at hand.
struct Decided<'d, 'p> {
    program: &'d Program,
    one: &'d Leading<'p>,
    called: &'d str,
    to: &'d Table,
}

/// Rows without which it would be decided otherwise about one that stays.
pub(super) fn decided_over(program: &Program, (one, called): (&Leading<'_>, &str), to: &Table, find: &mut Find<'_>) {
    let decided = Decided { program, one, called, to };
    let mut conditions: Vec<(TableId, &Condition)> =
        one.entry.condition.iter().map(|condition| (one.entry.table.id, condition)).collect();
    if let Why::Duty(rule) = one.why {
        let roles = rule.at_least.as_ref().map_or(&[] as &[_], |at_least| &at_least.roles);
        let of_place = rule.after.iter().any(|moment| matches!(moment, Moment::Place { .. }));
        if rule.within.is_some() || of_place || !roles.is_empty() {
            decided.lies(find);
        }
        if !roles.is_empty() {
            decided.holds(roles, find);
        }
        if let Some(within) = &rule.within
            && let Some(place) = decided.place(&within.context)
        {
            conditions.extend(within.condition.iter().map(|condition| (place.table.id, condition)));
        }
    }
    if conditions.iter().any(|(of, condition)| decided.reads(*of, condition)) {
        decided.any(find);
    }
}

impl<'d> Decided<'d, '_> {
    fn enter(&self) -> Chain<'d> {
        let mut chain = Chain::of(self.program);
        chain.enter_as(self.one.table, self.called);
        chain
    }

    /// By which of them is not known: all of them, as long as such a row stays.
    fn any(&self, find: &mut Find<'_>) {
        find(self.enter(), Expr::all([]));
    }

    fn place(&self, name: &str) -> Option<&'d Place> {
        self.program.site.contexts.iter().find(|place| place.name == name)
    }

    /// A condition on rows of another table reads rows of this one.
    fn reads(&self, of: TableId, condition: &Condition) -> bool {
        let here = |(table, _): &(TableId, _)| self.program.schema.table(*table).name == self.to.name;
        self.program.schema.table(of).name != self.to.name && condition.reads.iter().any(here)
    }

    fn enters(&self, path: &Path) -> Vec<usize> {
        let here = path.steps.iter().enumerate().filter(|(_, step)| step.table.name == self.to.name);
        here.map(|(at, _)| at).collect()
    }

    /// Places of the row, and those around them.
    fn lies(&self, find: &mut Find<'_>) {
        let entry = self.one.entry;
        for place in places_around(self.program, &entry.places, |_| false) {
            for at in self.enters(&place.value) {
                let mut chain = self.enter();
                chain.follow_over(self.one.table.id, self.called, &place.value.steps, Some(at));
                find(chain, Expr::all([]));
            }
            self.above(&place, find);
        }
        if let Some(named) = &entry.named_place {
            self.named(named, find);
        }
    }

    /// Places of the same kind around one, and whatever those lie in.
    fn above(&self, of: &Named<Path>, find: &mut Find<'_>) {
        let Some(kind) = self.place(&of.name) else { return };
        let Some(parent) = &kind.parent else { return };
        if kind.table.name == self.to.name {
            let key = self.to.column(kind.key.id);
            let mut chain = self.enter();
            let lies = chain.follow(self.one.table.id, self.called, &of.value);
            let lies = Held::as_is(lies, column(self.program, of.value.ends_in.id, of.value.last.id));
            let top = Held::as_is(Expr::of(&self.to.name, &key.name), key);
            find(chain, members(vec![lies, top], &inside_each_other(self.program, kind, parent)));
        } else if !self.enters(parent).is_empty() {
            self.any(find);
        }
        self.around(kind, find);
    }

    /// What lies around places of a kind, where which of them is not known.
    fn around(&self, kind: &Place, find: &mut Find<'_>) {
        let key = Path { steps: Vec::new(), last: kind.key.clone(), ends_in: kind.table.clone() };
        let itself = Named { name: kind.name.clone(), value: key };
        if places_around(self.program, &[itself], |_| false).iter().any(|one| !self.enters(&one.value).is_empty()) {
            self.any(find);
        }
    }

    /// The place whose key stands in a text of the row.
    fn named(&self, named: &NamedPlace, find: &mut Find<'_>) {
        let Some(kind) = self.place(&named.context) else { return };
        let entry = &self.one.entry.table;
        if kind.table.name == self.to.name {
            if kind.parent.is_some() {
                self.any(find);
            }
            let key = Select::values([Expr::of(&self.to.name, &kind.key.name)]);
            let is_in = named.is_in(entry, &self.program.schema, Some(&key));
            find(self.enter(), is_in.about(&entry.name, self.called));
        }
        self.around(kind, find);
    }

    /// Rows that say who has a role, which one that is, and where.
    fn holds(&self, names: &[RolePeriod], find: &mut Find<'_>) {
        let Some(roles) = &self.program.site.roles else { return };
        let whose = (self.one.entry, self.called);
        if roles.table.name == self.to.name {
            for chain in role::given(self.program, whose, (names, None), || self.enter()) {
                find(chain, Expr::all([]));
            }
        }
        let paths = [&roles.name, &roles.owner].into_iter().chain(roles.places.iter().map(|place| &place.value));
        for path in paths {
            for at in self.enters(path) {
                for chain in role::given(self.program, whose, (names, Some((path, at))), || self.enter()) {
                    find(chain, Expr::all([]));
                }
            }
        }
    }
}
