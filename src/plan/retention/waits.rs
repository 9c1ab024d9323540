//! Rows that others refer to: they wait until those have gone.

use std::collections::BTreeMap;

use super::super::Basis;
use super::super::below::Below;
use super::super::chain::Chain;
use super::super::identifier;
use super::super::purge::refers_of;
use crate::database::{ForeignKey, Table, TableId};
use crate::program::{ColumnName, Entry, Item, Pair, Part, Program, Reference, Relation, Step, TableName};
use crate::sql::Expr;

/// By what rows of an entry are referred to that do not go with them.
pub(super) struct Waits {
    by: Vec<(Reference, Expr)>,
    over: Vec<Over>,
}

/// Rows of a table are found over the row.
struct Over {
    table: TableName,
    expr: Expr,
}

/// Of rows that stay nothing waits. Keys of the database, the ways of other rows to whom they belong, and the first steps
/// to where the rule's other rows lie: without the row that such a way enters nobody could say whose they are, or where.
pub(super) fn of(basis: Basis<'_>, entry: &Entry, all: &[(&Item, &Entry)]) -> Waits {
    if !entry.deletes() {
        return Waits { by: Vec::new(), over: Vec::new() };
    }
    let schema = &basis.program.schema;
    let table = entry.table.id;
    let with_it = WithIt::of(basis.program, entry);
    let mut references: Vec<Reference> =
        schema.referring(table).map(|(child, key)| of_key(basis, child, table, key)).collect();
    for (_, other) in all.iter().filter(|(_, other)| other.table.id != table) {
        let first = other.places.iter().filter_map(|place| place.value.steps.first());
        let enters = first.filter(|step| step.table.id == table);
        references.extend(enters.map(|step| Reference { table: other.table.clone(), on: step.on.clone() }));
    }
    references.sort();
    references.dedup();
    let others = |reference: Reference| {
        let called = referring(basis.program, table, &reference.table);
        let of = with_it.others(&reference.table, Some(&reference.on), &called)?;
        Some((reference, of))
    };
    let by: Vec<(Reference, Expr)> = references.into_iter().filter_map(others).collect();
    let others = basis.program.items.iter().flat_map(|item| item.entries.iter().chain(&item.unreviewed));
    let others = others.filter(|one| one.relation != Relation::Access);
    let over = others.flat_map(|other| with_it.found_over(other, &by)).collect();
    Waits { by, over }
}

/// How rows of a table that refer to the row at hand are called.
fn referring(program: &Program, table: TableId, other: &TableName) -> String {
    if other.id == table { program.schema.alias("probate_refers") } else { other.name.to_string() }
}

/// What goes with a row: by their tables parts of it, each with what it is a part of, the row's own part first.
struct WithIt<'e> {
    program: &'e Program,
    of: TableId,
    parts: BTreeMap<TableId, Vec<Vec<&'e Part>>>,
}

impl<'e> WithIt<'e> {
    fn of(program: &'e Program, entry: &'e Entry) -> Self {
        let mut with_it = Self { program, of: entry.table.id, parts: BTreeMap::new() };
        with_it.below(entry.table.id, &entry.parts, &[]);
        with_it
    }

    fn below(&mut self, of: TableId, parts: &'e [Part], above: &[&'e Part]) {
        for part in parts {
            self.add(part, above);
        }
        // Rows below go as the row does, with what belongs to the row: so these are parts of theirs, too.
        let (below, beside): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| part.is_below(of));
        for one in below {
            let above: Vec<&Part> = above.iter().copied().chain([one]).collect();
            for part in &beside {
                self.add(part, &above);
            }
        }
    }

    fn add(&mut self, part: &'e Part, above: &[&'e Part]) {
        let trail: Vec<&Part> = above.iter().copied().chain([part]).collect();
        self.below(part.table.id, &part.parts, &trail);
        self.parts.entry(part.table.id).or_default().push(trail);
    }

    /// Rows of a table, called so, that are no parts of the row; `None` where all are that refer to it by these columns.
    fn others(&self, table: &TableName, on: Option<&Vec<Pair>>, called: &str) -> Option<Expr> {
        let trails = self.parts.get(&table.id).map_or(&[] as &[_], Vec::as_slice);
        if on.is_some_and(|on| trails.iter().any(|trail| is_every(trail, on))) {
            return None;
        }
        let is_part = trails.iter().map(|trail| self.is_part(trail, called, on));
        Some(Expr::any(is_part.collect::<Vec<_>>()).is_true().negated())
    }

    /// A row that is called so is such a part of the row at hand, to which it refers by these columns.
    fn is_part(&self, trail: &[&Part], called: &str, on: Option<&Vec<Pair>>) -> Expr {
        // What refers to it as its part does is the next below, and nobody need look further.
        let is_next = matches!(trail, [part] if on.is_some_and(|on| are_links(part, on)));
        let schema = &self.program.schema;
        let mut chain = Chain::within(self.program);
        let mut child = called.to_owned();
        for (at, part) in trail.iter().enumerate().rev() {
            let (of, parent) = match at.checked_sub(1).and_then(|at| trail.get(at)) {
                Some(above) => (above.table.id, chain.enter(&above.table, &format!("part{at}"))),
                None => (self.of, schema.table(self.of).name.to_string()),
            };
            let table = schema.table(of);
            let below = Below::of(self.program, part, &table.primary_key).filter(|_| part.is_below(of) && !is_next);
            if let Some(below) = below {
                chain.filter(below.of_row(&child, &parent));
                chain.filter(Expr::all(part.of.iter().map(|one| one.expr.clone().about(&table.name, &parent))));
            } else {
                chain.is_part_of(part, &child, (of, &parent));
            }
            child = parent;
        }
        chain.found()
    }

    /// Rows of another entry, or other rows of this table, to whose people the way leads over the row, or that name them by
    /// what the row bears. A key of the database says the same of all rows, whosever they are.
    fn found_over(&self, other: &Entry, by: &[(Reference, Expr)]) -> Vec<Over> {
        let program = self.program;
        let here = program.schema.table(self.of);
        let enter = || {
            let mut chain = Chain::of(program);
            let called = chain.enter(&other.table, "found");
            (chain, called)
        };
        let called = enter().1;
        let mut chains = Vec::new();
        for (at, step) in other.path.steps.iter().enumerate() {
            let steps = other.path.steps.get(..=at).unwrap_or_default();
            for trail in self.parts.get(&step.table.id).into_iter().flatten() {
                let mut chain = enter().0;
                let passed = chain.follow_steps(other.table.id, &called, steps).pop().unwrap_or_default();
                chain.filter(self.is_part(trail, &passed, None));
                chain.filter(self.others(&other.table, None, &called).unwrap_or_else(|| Expr::all([])));
                chains.push(chain);
            }
            if step.table.id != self.of {
                continue;
            }
            let only = plain(steps);
            let is_key = |(key, _): &(Reference, Expr)| key.table.id == other.table.id && only == Some(&key.on);
            if by.iter().any(is_key) {
                continue;
            }
            if let Some(others) = self.others(&other.table, only, &called) {
                let mut chain = enter().0;
                chain.follow_over(other.table.id, &called, steps, Some(at));
                chain.filter(others);
                chains.push(chain);
            }
        }
        if let Some(source) = &other.identifier {
            let named = (other.table.id, called.as_str(), &other.path);
            for mut chain in identifier::borne_over(program, source, named, here, || enter().0) {
                chain.filter(self.others(&other.table, None, &called).unwrap_or_else(|| Expr::all([])));
                chains.push(chain);
            }
        }
        let found = |mut chain: Chain<'_>| {
            let condition = other.condition.iter().map(|one| one.expr.clone().about(&other.table.name, &called));
            condition.for_each(|one| chain.filter(one));
            if other.table.id == self.of {
                chain.filter(is_another(here, &called));
            }
            Over { table: other.table.clone(), expr: chain.found() }
        };
        chains.into_iter().map(found).collect()
    }
}

/// The columns by which rows refer to others, where a way is nothing else.
fn plain(steps: &[Step]) -> Option<&Vec<Pair>> {
    match steps {
        [only] if only.before.is_none() && only.entered.is_none() => Some(&only.on),
        _ => None,
    }
}

/// Whether all rows that refer by these columns are such parts.
fn is_every(trail: &[&Part], on: &[Pair]) -> bool {
    matches!(trail, [part] if part.condition.is_none() && part.of.is_none() && are_links(part, on))
}

/// Whether a row refers by these columns to what it is such a part of.
fn are_links(part: &Part, on: &[Pair]) -> bool {
    let mut pairs: Vec<_> = on.iter().map(|pair| (pair.column.id, pair.key.id)).collect();
    let mut links = part.plain_links().unwrap_or_default();
    pairs.sort_unstable();
    links.sort_unstable();
    links == pairs
}

fn of_key(basis: Basis<'_>, child: TableId, table: TableId, key: &ForeignKey) -> Reference {
    let schema = &basis.program.schema;
    let name = |of: TableId, id| ColumnName { id, name: schema.table(of).column(id).name.clone() };
    let pairs = key.columns.iter().zip(&key.to);
    let mut on: Vec<Pair> =
        pairs.map(|(column, to)| Pair { column: name(child, *column), key: name(table, *to) }).collect();
    on.sort();
    Reference { table: TableName { id: child, name: schema.table(child).name.clone() }, on }
}

impl Waits {
    pub fn is_empty(&self) -> bool {
        self.by.is_empty() && self.over.is_empty()
    }

    /// Rows of the table refer to each other, or are found over each other: one that goes makes room for another.
    pub fn are_among(&self, table: TableId) -> bool {
        self.by
            .iter()
            .map(|(one, _)| &one.table)
            .chain(self.over.iter().map(|one| &one.table))
            .any(|one| one.id == table)
    }

    /// The tables that refer to it.
    pub fn tables(&self) -> Vec<&str> {
        let over = self.over.iter().map(|one| &*one.table.name);
        let mut names: Vec<&str> = self.by.iter().map(|(one, _)| &*one.table.name).chain(over).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Something else refers to the row: for itself it would wait for ever.
    pub fn expr(&self, basis: Basis<'_>, table: TableId) -> Expr {
        let program = basis.program;
        let of = program.schema.table(table);
        let by = self.by.iter().map(|(one, rows)| {
            let another = (one.table.id == table).then(|| is_another(of, &referring(program, table, &one.table)));
            refers_of(program, table, one, Expr::all(another.into_iter().chain([rows.clone()])))
        });
        let mut all: Vec<Expr> = Vec::new();
        for one in by.chain(self.over.iter().map(|one| one.expr.clone())) {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        Expr::any(all)
    }
}

/// A row of the table, called so, is not the one at hand, which keeps the table's name.
fn is_another(of: &Table, called: &str) -> Expr {
    let same = of.primary_key.iter().map(|id| of.column(*id)).map(|key| {
        let name = |called: &str| key.exact(Expr::of(called, &key.name));
        name(called).equals(name(&of.name))
    });
    let is_same = Expr::all(same.collect::<Vec<_>>());
    if of.primary_key.is_empty() { Expr::all([]) } else { is_same.is_true().negated() }
}
