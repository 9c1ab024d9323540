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

    /// The chain that begins with this relation, as a path is written that ends in the column that holds `key`; and
    /// the column of the last table that it holds instead, where that is another.
    pub fn path(&self, start: &'s Relation, key: ColumnId) -> (String, Option<ColumnId>) {
        let all: Vec<&Relation> = std::iter::once(start).chain(self.relations(start.to)).collect();
        let Some((last, before)) = all.split_last() else { return (String::new(), None) };
        let mut steps: Vec<String> = before.iter().map(|one| self.schema.step(one)).collect();
        let column = last.columns.first().map(|id| self.schema.table(last.from).column(*id).name.to_string());
        let holds = last.keys.first().copied().filter(|held| last.to != self.to || *held != key);
        // A value of the row decides what the column holds: only the step says which of several is meant.
        steps.push(if last.when.is_some() { self.schema.step(last) } else { column.unwrap_or_default() });
        (steps.join("."), holds)
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
        let column = names.first().map_or("", |id| name(from, *id));
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
