//! Rows that others refer to: they wait until those have gone.

use std::collections::BTreeMap;

use super::super::Basis;
use super::super::kept::inside;
use super::super::purge::refers_of;
use super::super::rows::Chain;
use crate::database::{ForeignKey, Table, TableId};
use crate::program::{ColumnName, Entry, Item, Pair, Part, Program, Reference, Relation, Step, TableName};
use crate::sql::Expr;

/// By what rows of an entry are referred to that do not go with them.
pub(super) struct Waits {
    by: Vec<(Reference, Expr)>,
    over: Vec<Over>,
}

/// Rows of a table are found over the row, by these steps of which the last enters it.
#[derive(PartialEq)]
struct Over {
    table: TableName,
    steps: Vec<Step>,
    /// Of these rows.
    of: Expr,
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
    let mut by: Vec<(Reference, Expr)> = schema
        .referring(table)
        .filter_map(|(child, key)| Some((of_key(basis, child, table, key), with_it.others(child)?)))
        .collect();
    for (_, other) in all.iter().filter(|(_, other)| other.table.id != table) {
        let Some(of) = with_it.others(other.table.id) else { continue };
        let first = other.places.iter().filter_map(|place| place.value.steps.first());
        let enters = first.filter(|step| step.table.id == table);
        let reference = |step: &Step| Reference { table: other.table.clone(), on: step.on.clone() };
        by.extend(enters.map(|step| (reference(step), of.clone())));
    }
    by.sort_by(|(one, _), (other, _)| one.cmp(other));
    by.dedup();
    let mut over = Vec::new();
    let others = basis.program.items.iter().flat_map(|item| item.entries.iter().chain(&item.unreviewed));
    for other in others.filter(|one| one.relation != Relation::Access && one.table.id != table) {
        let Some(of) = with_it.others(other.table.id) else { continue };
        let enters = (1..=other.path.steps.len()).filter_map(|many| other.path.steps.get(..many));
        let enters = enters.filter(|steps| steps.last().is_some_and(|step| step.table.id == table));
        over.extend(enters.map(|steps| Over { table: other.table.clone(), steps: steps.to_vec(), of: of.clone() }));
    }
    // A key of the database says the same of all rows, whosever they are.
    let is_key = |one: &Over| match one.steps.as_slice() {
        [only] if only.before.is_none() && only.entered.is_none() => {
            by.iter().any(|(key, _)| key.table.id == one.table.id && key.on == only.on)
        }
        _ => false,
    };
    over.retain(|one| !is_key(one));
    over.dedup();
    Waits { by, over }
}

/// What goes with a row: parts of it, by their tables.
struct WithIt(BTreeMap<TableId, Vec<Expr>>);

impl WithIt {
    fn of(program: &Program, entry: &Entry) -> Self {
        let mut with_it = Self(BTreeMap::new());
        for part in &entry.parts {
            let asked = Expr::all(part.condition.iter().chain(&part.of).map(|one| one.expr.clone()));
            let is_always = asked == Expr::all([]);
            with_it.0.entry(part.table.id).or_default().push(asked);
            let rows = (!is_always).then(|| {
                let of = Expr::all(part.of.iter().map(|one| one.expr.clone()));
                rows_of(part, inside(program, part, entry.table.id, of))
            });
            with_it.below(program, part, rows.as_ref());
        }
        with_it
    }

    /// Parts of parts; of those of some rows only, where what the parts are is known.
    fn below(&mut self, program: &Program, of: &Part, rows: Option<&Expr>) {
        for part in &of.parts {
            let found = rows.map(|rows| rows_of(part, inside(program, part, of.table.id, rows.clone())));
            self.0.entry(part.table.id).or_default().push(found.clone().unwrap_or_else(|| Expr::all([])));
            self.below(program, part, found.as_ref());
        }
    }

    /// Rows of a table that are no parts of the row; `None` where all are that refer to it.
    fn others(&self, table: TableId) -> Option<Expr> {
        let Some(parts) = self.0.get(&table) else { return Some(Expr::all([])) };
        let all = parts.iter().any(|one| *one == Expr::all([]));
        (!all).then(|| Expr::any(parts.iter().cloned()).is_true().negated())
    }
}

fn rows_of(part: &Part, inside: Expr) -> Expr {
    Expr::all(part.condition.iter().map(|one| one.expr.clone()).chain([inside]))
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

    /// Rows of the table refer to each other: one that goes makes room for another.
    pub fn are_among(&self, table: TableId) -> bool {
        self.by.iter().any(|(one, _)| one.table.id == table)
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
        let of = basis.program.schema.table(table);
        let other = basis.program.schema.alias("probate_refers");
        let same = of.primary_key.iter().map(|id| of.column(*id)).map(|key| {
            let name = |called: &str| key.exact(Expr::of(called, &key.name));
            name(&other).equals(name(&of.name))
        });
        let is_another = Expr::all(same).is_true().negated();
        let by = self.by.iter().map(|(one, rows)| {
            let own = one.table.id == table && !of.primary_key.is_empty();
            refers_of(basis.program, table, one, if own { is_another.clone() } else { rows.clone() })
        });
        let over = self.over.iter().map(|one| found_over(basis.program, of, one));
        Expr::any(by.chain(over).collect::<Vec<_>>())
    }
}

/// Rows are found over the one at hand, which keeps the name of its table.
fn found_over(program: &Program, of: &Table, one: &Over) -> Expr {
    let mut chain = Chain::of(program);
    let called = chain.enter(&one.table, "found");
    let steps = chain.follow_steps(one.table.id, &called, &one.steps);
    let Some(alias) = steps.last() else { return Expr::any([]) };
    chain.filter(one.of.clone().about(&one.table.name, &called));
    for key in of.primary_key.iter().map(|id| of.column(*id)) {
        let name = |called: &str| key.exact(Expr::of(called, &key.name));
        chain.filter(name(alias).equals(name(&of.name)));
    }
    chain.found()
}
