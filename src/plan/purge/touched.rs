//! What the statements of a purge type write, so that none reads what another has changed.

use std::collections::{BTreeMap, BTreeSet};

use super::branch::{branches, inside, of_part};
use super::cut::{Cut, How};
use crate::database::{ColumnId, Table, TableId};
use crate::program::{Entry, Part, RetentionRule};
use crate::strategy::{Overwrite, Strategy};

#[derive(Default)]
pub(super) struct Touched {
    /// How many outcomes write a column.
    writes: BTreeMap<(TableId, ColumnId), usize>,
    pub tables: BTreeSet<TableId>,
}

impl Touched {
    pub fn of<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut touched = Self::default();
        for entry in entries {
            touched.entry(entry);
        }
        touched
    }

    fn entry(&mut self, entry: &Entry) {
        let table = entry.table.id;
        let mut strategies: Vec<Option<&Strategy>> = Vec::new();
        for branch in branches(entry.purge.as_ref()) {
            strategies.push(branch.strategy);
            strategies.extend(branch.referenced.map(|one| Some(&one.instead)));
        }
        strategies.extend(entry.co_owned.iter().map(|one| Some(&one.while_owned)));
        strategies.extend(entry.side.iter().filter_map(|side| side.leave.as_ref()).map(Some));
        for strategy in strategies {
            self.add(table, strategy);
            self.parts(table, &entry.parts.iter().collect::<Vec<_>>(), strategy);
        }
    }

    fn parts(&mut self, of: TableId, parts: &[&Part], parent: Option<&Strategy>) {
        for part in parts {
            for branch in of_part(part, parent) {
                self.add(part.table.id, branch.strategy);
                self.parts(part.table.id, &inside(part, of, parts, branch.strategy), branch.strategy);
            }
        }
    }

    fn add(&mut self, table: TableId, strategy: Option<&Strategy>) {
        let Some(strategy) = strategy.filter(|strategy| strategy.changes()) else { return };
        self.tables.insert(table);
        for column in strategy.writes() {
            *self.writes.entry((table, column)).or_default() += 1;
        }
    }

    /// What is written into rows that only a duty keeps.
    pub fn meanwhile(&mut self, rules: &[RetentionRule]) {
        for (table, set) in rules.iter().filter_map(|rule| rule.at_least.as_ref()).flat_map(|one| &one.meanwhile) {
            if !self.tables.contains(&table.id) {
                continue;
            }
            self.add(table.id, Some(&Strategy::Overwrite(Overwrite { set: set.clone() })));
        }
    }

    /// What is emptied so that rows can go.
    pub fn cut(&mut self, cuts: &[Cut]) {
        for cut in cuts {
            if let How::Emptied(column) = cut.how {
                *self.writes.entry((cut.child, column)).or_default() += 1;
            }
        }
    }

    /// Whether a row's own column may have another value when the statement runs; `own` writers are this statement.
    pub fn changes(&self, table: &Table, id: TableId, column: ColumnId, own: usize) -> bool {
        // What the database computes may follow from any column.
        let computed = table.column(column).generated && self.writes.keys().any(|(written, _)| *written == id);
        self.writes.get(&(id, column)).copied().unwrap_or(0) > own || computed
    }

    /// Whether any of these columns is written.
    pub fn writes_any(&self, id: TableId, columns: &[ColumnId]) -> bool {
        columns.iter().any(|column| self.writes.contains_key(&(id, *column)))
    }

    /// Whether what is asked of a row may read something else when the statement runs.
    pub fn disturbs<'r>(
        &self,
        table: &Table,
        id: TableId,
        reads: impl IntoIterator<Item = &'r (TableId, ColumnId)>,
    ) -> bool {
        self.disturbs_but(table, id, reads, &[])
    }

    /// The same of a statement that writes some of these columns itself.
    pub fn disturbs_but<'r>(
        &self,
        table: &Table,
        id: TableId,
        reads: impl IntoIterator<Item = &'r (TableId, ColumnId)>,
        own: &[ColumnId],
    ) -> bool {
        reads.into_iter().any(|(read, column)| {
            let by_itself = usize::from(own.contains(column));
            if *read == id { self.changes(table, id, *column, by_itself) } else { self.tables.contains(read) }
        })
    }
}
