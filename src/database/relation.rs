//! Relations between tables: foreign keys, and what a policy declares besides. Each is found from both its ends.

use std::sync::Arc;

use super::{FoundStep, Relation, Resolved, Schema, TableId};
use crate::source::Span;

/// Why a relation cannot have a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// From that table the name leads to another place, by the relation that is declared there.
    Taken { name: Arc<str>, first: Span },
    /// The relation has been given another name before.
    Renamed { name: Arc<str>, before: Arc<str> },
}

impl Schema {
    /// Adds a relation; both tables know it from then on.
    pub(super) fn relate(&mut self, relation: Relation) -> usize {
        let at = self.relations.len();
        self.table_mut(relation.from).outgoing.push(at);
        self.table_mut(relation.to).incoming.push(at);
        self.by_ends.entry(ends(&relation)).or_insert(at);
        self.relations.push(relation);
        at
    }

    /// Adds what a policy declares, and returns its place. Where there is such a relation already it gets the names.
    /// `conditional`: it will be narrowed by a condition, and is one of its own.
    ///
    /// # Errors
    /// A name that already means another step from its table, or a second name.
    pub fn declare(&mut self, relation: Relation, conditional: Conditional) -> Result<usize, Clash> {
        let known = self.by_ends.get(&ends(&relation)).copied().filter(|_| conditional == Conditional::No);
        let steps = [(relation.from, relation.name.clone()), (relation.to, relation.reverse.clone())];
        for (table, name) in steps {
            let Some(name) = name else { continue };
            let key = (table, self.table(table).case.key(&name));
            let first =
                *self.steps.entry(key).or_insert_with(|| (known.unwrap_or(self.relations.len()), relation.span));
            if first.0 != known.unwrap_or(self.relations.len()) {
                return Err(Clash::Taken { name, first: first.1 });
            }
        }
        let Some(at) = known else { return Ok(self.relate(relation)) };
        if let Some(known) = self.relations.get_mut(at) {
            rename(&mut known.name, relation.name)?;
            rename(&mut known.reverse, relation.reverse)?;
        }
        Ok(at)
    }

    /// Narrows a relation to the rows that meet a condition.
    pub fn narrow(&mut self, relation: usize, when: Resolved) {
        if let Some(relation) = self.relations.get_mut(relation) {
            relation.when = Some(when);
        }
    }

    /// Gives steps from a table a name, by which paths and conditions may begin.
    pub fn link(&mut self, table: TableId, name: &str, steps: Vec<FoundStep>) {
        let key = (table, self.table(table).case.key(name));
        self.links.insert(key, steps);
    }

    pub(super) fn linked(&self, table: TableId, name: &str) -> Option<&[FoundStep]> {
        if self.links.is_empty() {
            return None;
        }
        self.links.get(&(table, self.table(table).case.key(name))).map(Vec::as_slice)
    }

    /// Names of links from a table, sorted.
    pub fn link_names(&self, table: TableId) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.links.keys().filter(|(from, _)| *from == table).map(|(_, name)| name.as_str()).collect();
        names.sort_unstable();
        names
    }

    /// Where a relation is declared that leads from a table by this name.
    pub fn step_named(&self, table: TableId, name: &str) -> Option<Span> {
        self.steps.get(&(table, self.table(table).case.key(name))).map(|(_, span)| *span)
    }

    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Relations that start in a table.
    pub fn relations_from(&self, table: TableId) -> impl Iterator<Item = &Relation> {
        self.table(table).outgoing.iter().filter_map(|at| self.relations.get(*at))
    }

    /// Relations that end in a table.
    pub fn relations_to(&self, table: TableId) -> impl Iterator<Item = &Relation> {
        self.table(table).incoming.iter().filter_map(|at| self.relations.get(*at))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conditional {
    Yes,
    No,
}

fn rename(name: &mut Option<Arc<str>>, to: Option<Arc<str>>) -> Result<(), Clash> {
    let Some(to) = to else { return Ok(()) };
    match name.replace(to.clone()) {
        Some(before) if before != to => Err(Clash::Renamed { name: to, before }),
        _ => Ok(()),
    }
}

/// What makes two relations the same: tables and columns on both sides.
pub(super) type Ends = (TableId, Vec<super::ColumnId>, TableId, Vec<super::ColumnId>);

fn ends(relation: &Relation) -> Ends {
    (relation.from, relation.columns.clone(), relation.to, relation.keys.clone())
}
