//! Chains: how rows of each table lead to a row of one table, every step to one row at most.

use std::collections::BTreeSet;

use super::{ColumnId, Relation, Schema, Table, TableId};

/// For each table the shortest chain of relations to the rows of one, found in one pass.
#[derive(Debug)]
pub struct Chains<'s> {
    schema: &'s Schema,
    to: TableId,
    first: Vec<Option<First>>,
}

/// The first step of a table's chain.
#[derive(Debug, Clone, Copy)]
struct First {
    relation: Option<usize>,
    steps: usize,
    tie: Tie,
}

/// What the relations of a chain make of a row at its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// The row belongs to the row at the end.
    Close,
    /// Some row on the way only names the next.
    Loose,
}

impl Schema {
    /// Chains of close relations alone come before all others, shorter ones before longer ones, and relations that are
    /// declared first before others.
    pub fn chains(&self, to: TableId, tie: impl Fn(&Relation) -> Tie) -> Chains<'_> {
        let mut first = vec![None; self.len()];
        let mut open = BTreeSet::from([(Tie::Close, 0, 0, to, None)]);
        while let Some((tied, steps, _, table, relation)) = open.pop_first() {
            let Some(place) = first.get_mut(table.0).filter(|place| place.is_none()) else { continue };
            *place = Some(First { relation, steps, tie: tied });
            for at in &self.table(table).incoming {
                if let Some(found) = self.relations.get(*at) {
                    open.insert((tied.max(tie(found)), steps + 1, *at, found.from, Some(*at)));
                }
            }
        }
        Chains { schema: self, to, first }
    }
}

impl<'s> Chains<'s> {
    fn first(&self, table: TableId) -> Option<First> {
        self.first.get(table.0).copied().flatten()
    }

    /// How rows of this table lead there; `None` where they do not.
    pub fn tie(&self, table: TableId) -> Option<Tie> {
        self.first(table).map(|first| first.tie)
    }

    /// The number of relations on the way; 0 for the table at the end.
    pub fn steps(&self, table: TableId) -> Option<usize> {
        self.first(table).map(|first| first.steps)
    }

    /// The relations from a table's rows to the end.
    fn relations(&self, from: TableId) -> impl Iterator<Item = &'s Relation> {
        let mut table = from;
        std::iter::from_fn(move || {
            let relation = self.schema.relations.get(self.first(table)?.relation?)?;
            table = relation.to;
            Some(relation)
        })
    }

    /// The chain that begins with this relation, as a path is written that ends in the column that holds `key`; or in
    /// the one that holds another column of `known`, which is returned beside it.
    pub fn path(&self, start: &'s Relation, key: ColumnId, known: &[ColumnId]) -> (String, Option<ColumnId>) {
        let all: Vec<&Relation> = std::iter::once(start).chain(self.relations(start.to)).collect();
        let Some((last, before)) = all.split_last() else { return (String::new(), None) };
        let mut steps: Vec<String> = before.iter().map(|one| self.schema.step(one)).collect();
        let holder = self.schema.table(last.from);
        let held = match (last.columns.as_slice(), last.keys.as_slice()) {
            // A value of the row decides what the column holds: only the step says which of several is meant.
            ([_], [held]) if *held == key && last.when.is_some() => {
                steps.push(self.schema.step(last));
                None
            }
            ([column], [held]) if *held == key || known.contains(held) => {
                steps.push(name(holder, *column).to_owned());
                Some(*held).filter(|held| *held != key)
            }
            _ => {
                steps.extend([self.schema.step(last), name(self.schema.table(self.to), key).to_owned()]);
                None
            }
        };
        (steps.join("."), held)
    }
}

impl Schema {
    /// A relation as the step of a path that nothing else can be taken for, where there is one.
    fn step(&self, relation: &Relation) -> String {
        let from = self.table(relation.from);
        let by = |column: ColumnId| self.relations_from(relation.from).filter(move |one| one.columns.contains(&column));
        let named = |name: &str| {
            let forward = self.relations_from(relation.from).filter(|one| one.name.as_deref() == Some(name));
            forward.count()
                + self.relations_to(relation.from).filter(|one| one.reverse.as_deref() == Some(name)).count()
        };
        let names: Vec<ColumnId> = relation.columns.clone();
        let plain = names
            .iter()
            .find(|id| by(**id).count() == 1 && named(name(from, **id)) == usize::from(is_named(relation, from, **id)));
        if let Some(column) = plain {
            return name(from, *column).to_owned();
        }
        if let Some(given) = &relation.name {
            return given.to_string();
        }
        let others =
            || self.relations_from(relation.from).filter(|one| one.to == relation.to && !std::ptr::eq(*one, relation));
        // One that is in no other relation between the two, where there is one.
        let own = names.iter().find(|id| !others().any(|one| one.columns.contains(id)));
        let column = own.or(names.first()).map_or("", |id| name(from, *id));
        format!("{column}>{}", self.table(relation.to).name)
    }
}

fn name(table: &Table, column: ColumnId) -> &str {
    &table.column(column).name
}

/// A relation may be called like its own column.
fn is_named(relation: &Relation, from: &Table, column: ColumnId) -> bool {
    relation.name.as_deref() == Some(name(from, column))
}
