//! Decide: on the state at staging, what becomes of each row.

use std::collections::{BTreeMap, BTreeSet};

use super::super::condition::Cond;
use super::super::policy::{Action, Entry, Outcome, Part, Referenced, World};
use super::super::table::{Kind, Value};
use super::carried::{carried, referring};
use super::decisive;
use super::find::{Known, same_key};
use super::kept::{self, Circles, Kept, Why};
use super::places::lies;
use super::several::{Ledger, is_left, others_stay};
use super::{Row, State, placeholder};

/// A row by its table and its place in it.
pub type Which = (usize, usize);

pub struct Decided<'w> {
    world: &'w World,
    state: &'w State,
    pub gone: BTreeSet<Which>,
    /// Which entry takes which row by itself: what is carried along is accepted for these only.
    takes: Vec<(&'w Entry, usize)>,
    pub written: BTreeMap<Which, BTreeMap<usize, Value>>,
    kept: Kept,
    /// By what something would happen at the moment.
    by: Option<Found<'w>>,
    /// By what something would have happened to rows that are kept.
    spared: Vec<Found<'w>>,
    perhaps: Vec<Found<'w>>,
    /// Of whom something of which item is kept; and of whom it might be said, too.
    pub held: Held,
    pub perhaps_held: Held,
}

/// People, and items.
pub type Held = BTreeSet<(Value, usize)>;

/// A row that an entry of an item finds.
pub type Found<'w> = (usize, &'w Entry, usize);

/// The first outcome that matches; unknown goes on to the next.
pub fn outcome<'p>(purge: &'p [Outcome], row: &Row) -> Option<&'p Action> {
    let matches = |outcome: &&Outcome| outcome.condition.as_ref().is_none_or(|when| when.eval(row) == Some(true));
    purge.iter().find(matches).map(|outcome| &outcome.action)
}

pub fn decide<'w>(
    world: &'w World,
    state: &'w State,
    known: &Known<'_>,
    ledger: &Ledger,
    purge_type: usize,
    circles: Circles,
) -> Decided<'w> {
    let found: Vec<Found<'w>> = world
        .taken(purge_type)
        .flat_map(|(item, entry)| (0..state[entry.table].len()).map(move |at| (item, entry, at)))
        .filter(|(_, entry, _)| entry.side().is_some() || !entry.purge.is_empty())
        .filter(|(_, entry, at)| known.selects(entry, &state[entry.table][*at]))
        .filter(|(_, entry, at)| {
            let within = world.purge_types[purge_type].within.as_ref();
            within.is_none_or(|within| lies(world, state, entry.table, &state[entry.table][*at], within))
        })
        .collect();
    let is_owned = |entry: &Entry, row: &Row| others_stay(world, state, known, ledger, (entry, row));
    let mut decided = act_on(world, state, &found, is_owned, circles);
    let held = |all: &[Found<'w>]| {
        let of = |(item, entry, at): &Found<'w>| {
            let row = &state[entry.table][*at];
            let theirs = known.people.iter().filter(|person| known.selects_for(entry, row, person));
            theirs.map(|person| (person.clone(), *item)).collect::<Vec<_>>()
        };
        all.iter().flat_map(of).collect()
    };
    (decided.held, decided.perhaps_held) = (held(&decided.spared), held(&decided.perhaps));
    decided
}

pub fn act_on<'w>(
    world: &'w World,
    state: &'w State,
    found: &[Found<'w>],
    is_owned: impl Fn(&Entry, &Row) -> bool,
    circles: Circles,
) -> Decided<'w> {
    let mut decided = Decided {
        world,
        state,
        gone: BTreeSet::new(),
        takes: Vec::new(),
        written: BTreeMap::new(),
        kept: kept::kept(world, state, circles),
        by: None,
        spared: Vec::new(),
        perhaps: Vec::new(),
        held: Held::new(),
        perhaps_held: Held::new(),
    };
    let mut candidates = Vec::new();
    for (item, entry, at) in found {
        decided.by = Some((*item, *entry, *at));
        let row = &state[entry.table][*at];
        let is_owned = entry.while_owned.is_some() && is_owned(entry, row);
        let action = if is_owned { entry.while_owned.as_ref() } else { outcome(&entry.purge, row) };
        match (action, &entry.while_referenced) {
            (Some(Action::Delete), Some(referenced)) => candidates.push(((*item, *entry, *at), referenced)),
            (Some(action), _) => decided.carry_out(entry, *at, action),
            (None, _) => {}
        }
    }
    decided.leave_sides(found);
    decided.take_along();
    for (found, referenced) in in_turn(candidates) {
        let (_, entry, at) = found;
        decided.by = Some(found);
        if decided.is_referenced((entry.table, at), referenced) {
            // Whether something refers to it is known only when its turn comes.
            if decided.kept.stays.contains(&(entry.table, at)) {
                decided.perhaps.push(found);
            }
            decided.carry_out(entry, at, &referenced.instead);
        } else {
            decided.act((entry.table, at), &kept::names(world, entry), &Action::Delete);
            decided.take_along();
        }
    }
    decided
}

/// The rows that are parts of a row; of its own table all below it, however deep.
pub fn parts(world: &World, state: &State, part: &Part, (table, parent): (usize, &Row)) -> BTreeSet<usize> {
    let rows = &state[part.table];
    let of = |parent: &Row| (0..rows.len()).filter(|at| is_part(world, part, &rows[*at], parent)).collect::<Vec<_>>();
    let mut next = of(parent);
    let mut found = BTreeSet::new();
    while let Some(at) = next.pop() {
        if found.insert(at) && part.table == table {
            next.extend(of(&rows[at]));
        }
    }
    found
}

/// What belongs to a row below as to the row itself.
pub fn beside(of: &[Part], table: usize) -> Vec<Part> {
    of.iter().filter(|part| part.table != table).cloned().collect()
}

pub fn is_part(world: &World, part: &Part, row: &Row, parent: &Row) -> bool {
    let kind = world.tables[part.table].columns[part.column].kind;
    same_key(&row[part.column], kind, &parent[part.of])
        && part.condition.as_ref().is_none_or(|when| when.eval(row) == Some(true))
}

impl<'w> Decided<'w> {
    /// Whether something stays only because of rows in a circle over several tables.
    pub fn is_circular(&self) -> bool {
        self.kept.is_circular
    }

    fn carry_out(&mut self, entry: &'w Entry, at: usize, action: &Action) {
        let which = (entry.table, at);
        self.act(which, &kept::names(self.world, entry), action);
        if *action == Action::Delete {
            self.takes.extend(self.gone.contains(&which).then_some((entry, at)));
        } else if self.kept.whole.contains_key(&which) {
            self.parts_would_change(which, &entry.parts);
        } else {
            self.parts_of_staying((entry.table, &self.state[entry.table][at]), &entry.parts);
        }
    }

    /// Parts of what is kept whole are kept whole.
    fn parts_would_change(&mut self, (table, at): Which, of: &[Part]) {
        fn would(world: &World, state: &State, (table, row): (usize, &Row), of: &[Part]) -> bool {
            of.iter().any(|part| {
                parts(world, state, part, (table, row)).into_iter().any(|at| {
                    part.purge.as_ref().is_some_and(Action::changes)
                        || would(world, state, (part.table, &state[part.table][at]), &part.parts)
                })
            })
        }
        let into = if would(self.world, self.state, (table, &self.state[table][at]), of) {
            &mut self.spared
        } else {
            &mut self.perhaps
        };
        into.extend(self.by);
    }

    /// Something is not done to a row, because it is kept.
    fn spare(&mut self) {
        self.spared.extend(self.by);
    }

    /// What is written into a row that a duty alone keeps.
    fn meanwhile(&mut self, which: Which) {
        let why: Vec<Why> = self.kept.whole[&which].iter().copied().collect();
        let [Why::Duty(duty)] = why.as_slice() else { return };
        let (world, duty) = (self.world, &self.world.duties[*duty]);
        let is_of_items =
            duty.items.iter().any(|item| world.items[*item].entries.iter().any(|entry| entry.table == which.0));
        let columns = |(name, value): &(String, Value)| {
            let at = world.tables[which.0].kept().find(|(_, column)| column.name == *name)?.0;
            Some((at, value.clone()))
        };
        if is_of_items {
            self.write(which, duty.meanwhile.iter().filter_map(columns).collect());
        }
    }

    /// `names`: the columns by which the row names whose it is.
    fn act(&mut self, which: Which, names: &[usize], action: &Action) {
        if self.kept.whole.contains_key(&which) {
            if action.changes() {
                self.spare();
                self.meanwhile(which);
            }
            return;
        }
        let stays = self.kept.stays.contains(&which);
        if *action == Action::Delete && stays {
            return self.spare();
        }
        let own = self.by.and_then(|(_, entry, _)| entry.path.own());
        let columns = &self.world.tables[which.0].columns;
        let set: Vec<(usize, Value)> = match action {
            Action::Keep => return,
            Action::Delete => {
                self.gone.insert(which);
                return;
            }
            Action::Overwrite(set) => set.clone(),
            Action::Empty(emptied) => emptied
                .iter()
                .map(|at| {
                    let value = match (columns[*at].not_null, columns[*at].kind) {
                        (false, _) => Value::Null,
                        (true, Kind::Text) => Value::Text(String::new()),
                        (true, _) => Value::Int(0),
                    };
                    (*at, value)
                })
                .collect(),
            Action::Detach => {
                let own = own.expect("a column of the row is detached");
                vec![(own, nobody(self.world, which.0, own))]
            }
            Action::Reassign(set) => {
                let own = own.expect("a column of the row is reassigned");
                let former = placeholder(self.world, self.state).expect("there is one placeholder");
                [vec![(own, as_kind(former, columns[own].kind))], set.clone()].concat()
            }
        };
        let own = kept::own_keys(self.world, which.0, names);
        let decisive = decisive::all(self.world).into_iter().filter(|(table, _)| *table == which.0);
        let decisive: BTreeSet<usize> = decisive.map(|(_, column)| column).collect();
        let writes = |keys: &BTreeSet<usize>| set.iter().any(|(column, _)| keys.contains(column));
        let leads = self.kept.leads.get(&which);
        let keys = if stays && writes(&own) {
            own.union(&decisive).copied().collect()
        } else if leads.is_some_and(writes) && !writes(&own) {
            decisive
        } else {
            BTreeSet::new()
        };
        let (of_keys, set): (Vec<_>, Vec<_>) = set.into_iter().partition(|(column, _)| keys.contains(column));
        if !of_keys.is_empty() {
            self.spare();
        }
        self.write(which, set);
    }

    fn write(&mut self, which: Which, set: Vec<(usize, Value)>) {
        for (column, value) in set {
            let before = self.written.entry(which).or_default().insert(column, value.clone());
            assert!(before.is_none_or(|before| before == value), "two values for one column were accepted");
        }
    }

    /// The row as it will be.
    fn changed(&self, (table, at): Which) -> Row {
        let mut row = self.state[table][at].clone();
        for (column, value) in self.written.get(&(table, at)).into_iter().flatten() {
            row[*column] = value.clone();
        }
        row
    }

    fn parts_of_staying(&mut self, (table, parent): (usize, &Row), of: &[Part]) {
        for part in of {
            for at in parts(self.world, self.state, part, (table, parent)) {
                let row = &self.state[part.table][at];
                if let Some(action) = &part.purge {
                    self.act((part.table, at), &[part.column], action);
                }
                if part.purge == Some(Action::Delete) {
                    if !self.gone.contains(&(part.table, at)) {
                        continue;
                    }
                    self.parts_of_gone((part.table, row), &part.parts);
                    if part.table == table {
                        self.parts_of_gone((table, row), &beside(of, table));
                    }
                } else if self.kept.whole.contains_key(&(part.table, at)) {
                    self.parts_would_change((part.table, at), &part.parts);
                } else {
                    self.parts_of_staying((part.table, row), &part.parts);
                }
            }
        }
    }

    fn parts_of_gone(&mut self, (table, parent): (usize, &Row), of: &[Part]) {
        for part in of {
            for at in parts(self.world, self.state, part, (table, parent)) {
                // What is kept keeps what it is a part of, unless a circle is followed only once.
                if self.kept.stays.contains(&(part.table, at)) {
                    continue;
                }
                self.gone.insert((part.table, at));
                let row = &self.state[part.table][at];
                self.parts_of_gone((part.table, row), &part.parts);
                if part.table == table {
                    self.parts_of_gone((table, row), &beside(of, table));
                }
            }
        }
    }

    /// First every side that the batch owns is left; then a row goes whose last side is gone.
    fn leave_sides(&mut self, found: &[Found<'w>]) {
        let touched: Vec<(usize, Found<'w>)> =
            found.iter().filter_map(|found| Some((found.1.side()?, *found))).collect();
        let mut asked = self.written.clone();
        for (side, found) in &touched {
            let which = (found.1.table, found.2);
            self.by = Some(*found);
            let shared = self.world.shared.as_ref().expect("rows with sides");
            let side = &shared.sides[*side];
            let row = &self.state[which.0][which.1];
            // What was left before is not left again.
            if side.gone.as_ref().is_none_or(|gone| gone.eval(row) != Some(true)) {
                asked.entry(which).or_default().extend(side.leave.iter().cloned());
                self.act(which, &[side.owner], &Action::Overwrite(side.leave.clone()));
            }
        }
        for (_, found) in touched {
            let which = (found.1.table, found.2);
            let mut left = self.state[which.0][which.1].clone();
            for (column, value) in asked.get(&which).into_iter().flatten() {
                left[*column] = value.clone();
            }
            self.by = Some(found);
            if is_left(self.world, self.state, &left) {
                self.act(which, &[], &Action::Delete);
            } else if self.kept.stays.contains(&which) {
                // That no side is left is known only when its turn comes.
                self.perhaps.push(found);
            }
        }
    }

    /// A part goes whenever its row goes, whoever takes that; and so does what the database takes along.
    fn take_along(&mut self) {
        let declared = declared(self.world);
        let mut before = usize::MAX;
        while before != self.gone.len() {
            before = self.gone.len();
            for (table, at) in self.gone.clone() {
                let row = &self.state[table][at];
                for (_, when, parts) in declared.iter().filter(|(of, ..)| *of == table) {
                    if when.is_none_or(|when| when.eval(row) == Some(true)) {
                        self.parts_of_gone((table, row), parts);
                    }
                }
            }
            for (entry, at) in self.takes.clone() {
                self.carry((entry.table, at), &entry.carries);
                // Rows below go like the row, with what is accepted for it.
                let row = &self.state[entry.table][at];
                let ours = declared
                    .iter()
                    .filter(|(of, when, _)| *of == entry.table && when.is_none_or(|when| when.eval(row) == Some(true)));
                for part in ours.flat_map(|(_, _, parts)| *parts).filter(|part| part.table == entry.table) {
                    for below in parts(self.world, self.state, part, (entry.table, row)) {
                        self.carry((entry.table, below), &entry.carries);
                    }
                }
            }
        }
    }

    /// What the database does to rows that refer to a row that goes, where that is accepted.
    fn carry(&mut self, which: Which, carries: &[(usize, usize)]) {
        let along = carried(self.world, self.state, which, carries);
        let left: Vec<_> = along
            .iter()
            .chain([&which])
            .flat_map(|going| referring(self.world, self.state, *going, carries))
            .filter(|(_, reference)| !reference.action.contains("CASCADE"))
            .collect();
        self.gone.extend(along);
        for (which, reference) in left {
            self.write(which, reference.columns.iter().map(|column| (*column, Value::Null)).collect());
        }
    }

    /// Whether anything that is still there refers to the row.
    fn is_referenced(&self, (table, at): Which, referenced: &Referenced) -> bool {
        referenced.by.iter().any(|(by, foreign)| {
            let reference = &self.world.tables[*by].foreign[*foreign];
            (0..self.state[*by].len()).filter(|number| !self.gone.contains(&(*by, *number))).any(|number| {
                super::apply::refer(self.world, reference, &self.changed((*by, number)), &self.state[table][at])
            })
        })
    }
}

/// Which rows have which parts: what one entry says holds for all.
pub fn declared(world: &World) -> Vec<(usize, Option<&Cond>, &[Part])> {
    fn below<'w>(parts: &'w [Part], all: &mut Vec<(usize, Option<&'w Cond>, &'w [Part])>) {
        for part in parts {
            all.push((part.table, part.condition.as_ref(), &part.parts));
            below(&part.parts, all);
        }
    }
    let mut all = Vec::new();
    for entry in world.entries() {
        all.push((entry.table, entry.condition.as_ref(), entry.parts.as_slice()));
        below(&entry.parts, &mut all);
    }
    all
}

/// Those first that others wait for.
fn in_turn<'e>(mut waiting: Vec<(Found<'e>, &'e Referenced)>) -> Vec<(Found<'e>, &'e Referenced)> {
    let mut turns = Vec::new();
    while !waiting.is_empty() {
        let tables: BTreeSet<usize> = waiting.iter().map(|((_, entry, _), _)| entry.table).collect();
        let (ready, later): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|(_, referenced)| !referenced.by.iter().any(|(table, _)| tables.contains(table)));
        assert!(!ready.is_empty(), "tables that wait for each other were accepted");
        turns.extend(ready);
        waiting = later;
    }
    turns
}

/// What stands where nobody is named: NULL, or the first value of `nobody` that fits.
fn nobody(world: &World, table: usize, column: usize) -> Value {
    let column = &world.tables[table].columns[column];
    if !column.not_null {
        return Value::Null;
    }
    let fits = |value: &&Value| matches!((value, column.kind), (Value::Int(_), Kind::Integer) | (_, Kind::Text));
    as_kind(world.nobody.iter().find(fits).expect("somebody is nobody").clone(), column.kind)
}

fn as_kind(value: Value, kind: Kind) -> Value {
    match (value, kind) {
        (Value::Int(value), Kind::Text) => Value::Text(value.to_string()),
        (value, _) => value,
    }
}
