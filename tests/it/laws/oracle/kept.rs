//! What duties and holds keep: whole, or from being deleted only.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::super::policy::{Duty, Entry, Moment, Names, Part, Path, Relation, Way, World};
use super::super::table::{Timer, Unit, Value};
use super::decide::{Which, declared, is_part};
use super::decisive::{self, Columns, counts_people, identifiers};
use super::find::{belongs, ends, enter, folded, kind_of, same_key};
use super::places::{has_role, lies, named, spots};
use super::several::{owning, owns};
use super::{KEY, Row, State};
use crate::calendar::{self, Period};

/// A duty or a hold, by its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Why {
    Duty(usize),
    Hold(usize),
}

#[derive(Default)]
pub struct Kept {
    /// Nothing of these is changed; by all that keeps them.
    pub whole: BTreeMap<Which, BTreeSet<Why>>,
    /// These are not deleted; those that are whole are among them.
    pub stays: BTreeSet<Which>,
    /// Rows over which some are found that stay whole, and by which of their columns.
    pub leads: BTreeMap<Which, BTreeSet<usize>>,
    /// Some of those are only found in a circle over several tables.
    pub is_circular: bool,
}

/// How rows are followed that refer to each other in a circle over several tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Circles {
    AllTheWay,
    /// Back to no table that was left. What is overlooked so and deleted is in the way of what refers to it.
    Once,
}

/// The day of a clock, UTC; `None` where it has not begun.
fn began(row: &Row, clock: &Timer) -> Option<Date> {
    let day = |seconds: i64| Timestamp::from_second(seconds).ok().map(|moment| moment.to_zoned(TimeZone::UTC).date());
    match (&row[clock.column], clock.unit) {
        (Value::Int(seconds), Unit::Seconds) if *seconds > 0 => day(*seconds),
        (Value::Int(millis), Unit::Milliseconds) if *millis > 0 => day(millis.div_euclid(1_000)),
        (Value::Text(text), Unit::Native) => {
            let with_offset = text.parse::<Timestamp>().ok().map(|moment| moment.to_zoned(TimeZone::UTC).date());
            let text = text.as_str();
            with_offset.or_else(|| text.parse::<DateTime>().ok().map(DateTime::date)).or_else(|| text.parse().ok())
        }
        _ => None,
    }
    .filter(|day| day.year() > 0)
}

struct Rules<'w> {
    world: &'w World,
    state: &'w State,
    today: Date,
}

impl Rules<'_> {
    fn is_over(&self, duty: &Duty, entry: &Entry, row: &Row) -> bool {
        // "Several roles: the longest." Each of several people has the period of their own roles.
        let by = self.beside(entry, row);
        let of = |person: Option<&Value>| {
            let has =
                |role: &str| person.is_some_and(|one| has_role(self.world, self.state, (entry.table, row), one, role));
            let of_roles: Vec<_> = duty.roles.iter().filter(|(role, _)| has(role)).map(|(_, period)| *period).collect();
            if of_roles.is_empty() { vec![duty.period] } else { of_roles }
        };
        let owners = if duty.roles.is_empty() { Vec::new() } else { named(self.world, self.state, &by, row) };
        let periods = if owners.is_empty() { of(None) } else { owners.iter().flat_map(|one| of(Some(one))).collect() };
        periods.into_iter().all(|period| period.is_some_and(|period| self.is_after(duty, period, entry, row)))
    }

    fn is_after(&self, duty: &Duty, period: Period, entry: &Entry, row: &Row) -> bool {
        let over = |table: usize, number: usize, row: &Row| {
            let clock = self.world.clock(table, number).expect("a clock");
            began(row, clock).is_some_and(|day| period.is_over(day, self.today))
        };
        duty.after.iter().all(|moment| match moment {
            Moment::Row(number) => over(entry.table, *number, row),
            // Of several people it must be over for all, and there must be one.
            Moment::Subject(number) => {
                let mut people = self.owners(entry, row).into_iter().peekable();
                people.peek().is_some() && people.all(|at| over(0, *number, &self.state[0][at]))
            }
            Moment::Place(kind) => {
                let places = self.world.places.as_ref().expect("places");
                let all = spots(self.world, self.state, entry.table, row);
                let mut nearest = all.iter().filter(|spot| spot.kind == *kind && spot.is_nearest).peekable();
                nearest.peek().is_some() && nearest.all(|spot| over(places.table(*kind), 0, spot.row))
            }
        })
    }

    /// Rows of all people whose row it is. "Two entries of one table with different owners that can both delete a row
    /// count as co-owners."
    fn owners(&self, entry: &Entry, row: &Row) -> BTreeSet<usize> {
        self.beside(entry, row).into_iter().flat_map(|other| self.people(other, row)).collect()
    }

    /// The entry, and others by which the row has owners.
    fn beside<'e>(&'e self, entry: &'e Entry, row: &Row) -> Vec<&'e Entry> {
        if entry.while_owned.is_none() {
            return vec![entry];
        }
        owning(self.world, self.state, entry, row).into_iter().map(|(_, other)| other).collect()
    }

    /// Rows of people whose row it is by this entry.
    fn people(&self, entry: &Entry, row: &Row) -> Vec<usize> {
        let people = self.state[0].iter().enumerate();
        let owns = |(_, person): &(usize, &Row)| belongs(self.world, self.state, entry, row, &person[KEY]);
        people.filter(|(_, person)| person[KEY] != Value::Null).filter(owns).map(|(at, _)| at).collect()
    }

    /// By what the rows of an entry of the item are kept.
    fn why(&self, item: usize, entry: &Entry, row: &Row) -> BTreeSet<Why> {
        let duties = self.world.duties.iter().enumerate().filter(|(_, duty)| duty.items.contains(&item));
        let is_about = |duty: &Duty| {
            duty.within.as_ref().is_none_or(|within| lies(self.world, self.state, entry.table, row, within))
        };
        let duties = duties.filter(|(_, duty)| is_about(duty) && !self.is_over(duty, entry, row));
        let duties = duties.map(|(at, _)| Why::Duty(at));
        let holds = self.world.holds.iter().enumerate().filter(|(_, hold)| hold.items.contains(&item));
        let holds = holds.filter(|(_, hold)| hold.until.is_none_or(|until| calendar::day(until) >= self.today));
        let holds = holds.map(|(at, _)| Why::Hold(at)).filter(|why| self.is_held(*why, entry, row));
        duties.chain(holds).collect()
    }

    /// Rows on the way from a row to its people, and their own; to all whose clocks a duty counts from. Each with the
    /// columns by which it leads there.
    fn way(&self, entry: &Entry, at: usize, why: &BTreeSet<Why>) -> BTreeMap<Which, Columns> {
        let row = &self.state[entry.table][at];
        let counts = |why: &Why| matches!(why, Why::Duty(at) if counts_people(&self.world.duties[*at]));
        let of_all = why.iter().any(counts);
        let mut all: BTreeMap<Which, Columns> = BTreeMap::new();
        for by in if of_all { self.beside(entry, row) } else { vec![entry] } {
            for path in by.paths() {
                let by_it = Entry { path: path.clone(), others: Vec::new(), ..by.clone() };
                // What a hold keeps is known as that of whoever is under it.
                let is_by = |why: &Why| match why {
                    Why::Duty(_) => std::ptr::eq(by, entry) || counts(why),
                    Why::Hold(_) => std::ptr::eq(by, entry) && self.is_held(*why, &by_it, row),
                };
                let columns: Vec<Which> = why
                    .iter()
                    .filter(|why| is_by(why))
                    .flat_map(|why| decisive::of_way(self.world, entry, (by, path), *why))
                    .collect();
                if columns.is_empty() {
                    continue;
                }
                let (people, mut found) = self.named(&by_it, row);
                found.extend(people.into_iter().map(|at| (0, at)));
                self.walk((by.table, at), path, 0, &|_| true, &mut found);
                for one in found {
                    all.entry(one).or_default().extend(&columns);
                }
            }
        }
        all
    }

    /// Rows of the people whose row it is by an entry of one path, and those that bear what it names them by.
    fn named(&self, by_it: &Entry, row: &Row) -> (Vec<usize>, BTreeSet<Which>) {
        let (people, mut found) = (self.people(by_it, row), BTreeSet::new());
        self.borne(by_it, row, &people, &mut found);
        (people, found)
    }

    /// Rows that the condition of an entry looks at, with the columns by which it decides.
    fn looked_at(&self, entry: &Entry, at: usize) -> BTreeMap<Which, BTreeSet<usize>> {
        let Some(look) = &entry.looks else { return BTreeMap::new() };
        let mut found = BTreeSet::new();
        self.walk((entry.table, at), &look.path, 0, &|_| true, &mut found);
        let columns = decisive::looked(self.world, entry);
        let of = |table: usize| columns.iter().filter(move |(of, _)| *of == table).map(|(_, column)| *column).collect();
        found.into_iter().map(|to| (to, of(to.0))).collect()
    }

    /// Rows that bear the identifier by which the row is these people's.
    fn borne(&self, entry: &Entry, row: &Row, people: &[usize], found: &mut BTreeSet<Which>) {
        for at in identifiers(&entry.names) {
            let identifier = &self.world.identifiers[at];
            let held = ends(self.world, self.state, entry.table, row, &entry.path);
            let is_it = |value: &Value| {
                let value = folded(value, identifier);
                let kind = kind_of(self.world, entry.table, &entry.path);
                held.iter().any(|held| same_key(&folded(held, identifier), kind, &value))
            };
            let any = matches!(entry.names, Names::Template(_));
            for person in people {
                self.walk((0, *person), &identifier.path, 0, &|row| any || is_it(&row[identifier.path.last]), found);
            }
        }
    }

    /// Whether the path leads on to an end of which this is true.
    fn walk(
        &self,
        (table, at): Which,
        path: &Path,
        step: usize,
        is_end: &dyn Fn(&Row) -> bool,
        found: &mut BTreeSet<Which>,
    ) -> bool {
        let Some(next) = path.steps.get(step) else { return is_end(&self.state[table][at]) };
        let entered = self.world.entered(table, next);
        let mut leads = false;
        for row in enter(self.world, self.state, table, &[&self.state[table][at]], next) {
            let number = self.state[entered].iter().position(|one| std::ptr::eq(one, row)).expect("a row of the table");
            if self.walk((entered, number), path, step + 1, is_end, found) {
                found.insert((entered, number));
                leads = true;
            }
        }
        leads
    }

    fn is_held(&self, why: Why, entry: &Entry, row: &Row) -> bool {
        let Why::Hold(at) = why else { return false };
        let mut held = self.world.holds[at].people.iter().filter(|(_, lifted)| !lifted);
        held.any(|(person, _)| belongs(self.world, self.state, entry, row, person))
    }

    /// Which row is a part of which: what one entry says of parts holds for all.
    fn parts(&self) -> BTreeSet<(Which, Which)> {
        let mut found = BTreeSet::new();
        for (table, when, parts) in declared(self.world) {
            for at in 0..self.state[table].len() {
                if when.is_none_or(|when| when.eval(&self.state[table][at]) == Some(true)) {
                    self.below((table, at), parts, &mut found);
                }
            }
        }
        found
    }

    fn below(&self, (table, parent): Which, parts: &[Part], found: &mut BTreeSet<(Which, Which)>) {
        for part in parts {
            for (at, row) in self.state[part.table].iter().enumerate() {
                let link = ((table, parent), (part.table, at));
                if is_part(self.world, part, row, &self.state[table][parent]) && found.insert(link) {
                    self.below((part.table, at), &part.parts, found);
                    if part.table == table {
                        self.below((table, at), parts, found);
                    }
                }
            }
        }
    }

    /// What a row refers to by foreign keys that the schema declares.
    fn referred(&self, (table, at): Which) -> Vec<Which> {
        let row = &self.state[table][at];
        let keys = self.world.tables[table].links().filter(|foreign| foreign.declared);
        keys.flat_map(|foreign| {
            let rows = self.state[foreign.table].iter().enumerate();
            let to = rows.filter(|(_, to)| super::apply::refer(self.world, foreign, row, to));
            to.map(|(at, _)| (foreign.table, at)).collect::<Vec<_>>()
        })
        .collect()
    }
}

/// The parts of a row, and theirs.
pub fn below(world: &World, state: &State, of: Which) -> BTreeSet<Which> {
    let links = Rules { world, state, today: today(world) }.parts();
    let mut found = BTreeSet::new();
    let mut open = vec![of];
    while let Some(row) = open.pop() {
        let parts = links.iter().filter(|(parent, _)| *parent == row).map(|(_, part)| *part);
        let new: Vec<Which> = parts.filter(|part| found.insert(*part)).collect();
        open.extend(new);
    }
    found
}

/// Rows that bear the identifiers by which an entry names the people of a row.
pub fn bearing(world: &World, state: &State, entry: &Entry, row: &Row) -> BTreeSet<Which> {
    let rules = Rules { world, state, today: today(world) };
    let by_each = entry.paths().map(|path| Entry { path: path.clone(), others: Vec::new(), ..entry.clone() });
    by_each.flat_map(|by_it| rules.named(&by_it, row).1).collect()
}

/// Whether the time of a row is over.
pub fn is_over(world: &World, state: &State, rule: &Duty, entry: &Entry, row: &Row) -> bool {
    Rules { world, state, today: today(world) }.is_over(rule, entry, row)
}

fn today(world: &World) -> Date {
    calendar::day(world.now.div_euclid(86_400))
}

pub fn kept(world: &World, state: &State, circles: Circles) -> Kept {
    let mut kept = Kept::default();
    if !world.keeps() {
        return kept;
    }
    let rules = Rules { world, state, today: today(world) };
    let mut ways: BTreeMap<Which, BTreeSet<Which>> = BTreeMap::new();
    for (item, one) in world.items.iter().enumerate() {
        for entry in one.entries.iter().filter(|entry| entry.relation != Relation::Access) {
            for (at, row) in state[entry.table].iter().enumerate() {
                let why = if super::find::is_meant(world, state, entry, row) {
                    rules.why(item, entry, row)
                } else {
                    BTreeSet::new()
                };
                if !why.is_empty() {
                    for (to, columns) in rules.way(entry, at, &why) {
                        let own = columns.into_iter().filter(|(table, _)| *table == to.0).map(|(_, column)| column);
                        kept.leads.entry(to).or_default().extend(own);
                        ways.entry((entry.table, at)).or_default().insert(to);
                    }
                    for (to, columns) in rules.looked_at(entry, at) {
                        kept.leads.entry(to).or_default().extend(columns);
                        ways.entry((entry.table, at)).or_default().insert(to);
                    }
                    ways.entry((entry.table, at)).or_default();
                    kept.whole.entry((entry.table, at)).or_default().extend(why);
                }
            }
        }
    }
    let parts = rules.parts();
    let mut before = 0;
    let count = |whole: &BTreeMap<Which, BTreeSet<Why>>| whole.values().map(|why| 1 + why.len()).sum::<usize>();
    while before != count(&kept.whole) {
        before = count(&kept.whole);
        for (parent, part) in &parts {
            if let Some(why) = kept.whole.get(parent).cloned() {
                kept.whole.entry(*part).or_default().extend(why);
            }
        }
    }
    let mut links: BTreeMap<Which, BTreeSet<Which>> = ways;
    for (parent, part) in parts {
        links.entry(part).or_default().insert(parent);
    }
    for (table, rows) in state.iter().enumerate() {
        for at in 0..rows.len() {
            links.entry((table, at)).or_default().extend(rules.referred((table, at)));
        }
    }
    let mut simple = BTreeSet::new();
    for row in kept.whole.keys() {
        reach(*row, 0, &links, &mut BTreeSet::new(), &mut simple);
    }
    let mut open: Vec<Which> = kept.whole.keys().copied().collect();
    while let Some(row) = open.pop() {
        if kept.stays.insert(row) {
            open.extend(&links[&row]);
        }
    }
    kept.is_circular = kept.stays != simple;
    if circles == Circles::Once {
        kept.stays = simple;
    }
    kept
}

/// Whether anything stays only because rows that are kept need it.
pub fn needs_others(world: &World, state: &State) -> bool {
    let kept = kept(world, state, Circles::AllTheWay);
    kept.stays.iter().any(|row| !kept.whole.contains_key(row))
}

/// What is found without coming back to a table that was left.
fn reach(
    row: Which,
    tables: u64,
    links: &BTreeMap<Which, BTreeSet<Which>>,
    seen: &mut BTreeSet<(Which, u64)>,
    found: &mut BTreeSet<Which>,
) {
    let tables = tables | 1 << row.0;
    if !seen.insert((row, tables)) {
        return;
    }
    found.insert(row);
    for next in links.get(&row).into_iter().flatten() {
        if next.0 == row.0 || tables & (1 << next.0) == 0 {
            reach(*next, tables, links, seen, found);
        }
    }
}

/// Keys: of the row, of others, and of whose it is. What stays for others' sake keeps them.
pub fn own_keys(world: &World, table: usize, names: &[usize]) -> BTreeSet<usize> {
    let of = &world.tables[table];
    let foreign = of.links().filter(|foreign| foreign.declared).flat_map(|foreign| &foreign.columns);
    of.key.iter().chain(foreign).chain(names).copied().collect()
}

/// The columns of the row by which an entry finds whose it is; "two entries of one table with different owners that can
/// both delete a row count as co-owners", and it is known by all of them.
pub fn names(world: &World, entry: &Entry) -> Vec<usize> {
    let of_path = |path: &Path| match path.steps.first().map(|step| step.way) {
        None => vec![path.last],
        Some(Way::Up { foreign }) => world.tables[entry.table].foreign[foreign].columns.clone(),
        Some(Way::Down { table, foreign }) => world.tables[table].foreign[foreign].target.clone(),
    };
    let is_beside = |other: &&Entry| entry.while_owned.is_some() && owns(entry, other);
    let others = world.entries().filter(is_beside).flat_map(Entry::paths);
    entry.paths().chain(others).flat_map(of_path).collect()
}
