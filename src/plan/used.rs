//! The tables and columns of the database that a program speaks of.

use std::collections::{BTreeMap, BTreeSet};

use crate::database::{ColumnId, TableId};
use crate::program::{Condition, Entry, ExportColumn, Notice, Part, Path, Program, Purge, StatusMeaning};
use crate::strategy::Strategy;

/// A table, and the columns of it that are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    pub name: String,
    pub columns: Vec<String>,
}

/// Sorted by name.
pub fn used(program: &Program) -> Vec<Used> {
    let mut walk = Walk { tables: BTreeMap::new() };
    let subject = &program.site.subject;
    let table = subject.table.id;
    let told = program.notices.iter().flat_map(Notice::columns).chain(&subject.locale).map(|column| column.id);
    for column in [subject.key.id, subject.label.id].into_iter().chain(told) {
        walk.column(table, column);
    }
    for status in &subject.statuses {
        if let StatusMeaning::When { condition, set } = &status.meaning {
            walk.condition(Some(condition));
            let written = set.iter().filter_map(|(name, _)| program.schema.table(table).find(name));
            written.for_each(|(column, _)| walk.column(table, column));
        }
    }
    for entry in program.items.iter().flat_map(|item| &item.entries) {
        walk.entry(entry);
    }
    let named = walk.tables.into_iter().map(|(id, columns)| {
        let table = program.schema.table(id);
        let columns = columns.into_iter().map(|id| table.column(id).name.to_string()).collect();
        Used { name: table.name.to_string(), columns }
    });
    // Those of the tool are not the application's, and `install` has yet to make them.
    let mut named: Vec<Used> = named.filter(|used| !super::tables::is_own(&used.name)).collect();
    named.sort_by(|a, b| a.name.cmp(&b.name));
    named
}

struct Walk {
    tables: BTreeMap<TableId, BTreeSet<ColumnId>>,
}

impl Walk {
    fn column(&mut self, table: TableId, column: ColumnId) {
        self.tables.entry(table).or_default().insert(column);
    }

    fn condition(&mut self, condition: Option<&Condition>) {
        let reads = condition.into_iter().flat_map(|one| &one.reads);
        reads.for_each(|(table, column)| self.column(*table, *column));
    }

    fn path(&mut self, from: TableId, path: &Path) {
        let mut at = from;
        for step in &path.steps {
            for pair in &step.on {
                self.column(at, pair.column.id);
                self.column(step.table.id, pair.key.id);
            }
            self.condition(step.before.as_ref());
            self.condition(step.entered.as_ref());
            at = step.table.id;
        }
        self.column(path.ends_in.id, path.last.id);
    }

    fn export(&mut self, table: TableId, columns: &[ExportColumn]) {
        for one in columns {
            self.column(table, one.column.id);
        }
    }

    fn strategy(&mut self, table: TableId, strategy: &Strategy) {
        strategy.writes().into_iter().for_each(|column| self.column(table, column));
    }

    fn purge(&mut self, table: TableId, purge: Option<&Purge>) {
        for outcome in purge.into_iter().flat_map(|purge| &purge.outcomes) {
            self.condition(outcome.condition.as_ref());
        }
        purge.into_iter().flat_map(Purge::strategies).for_each(|one| self.strategy(table, one));
    }

    fn entry(&mut self, entry: &Entry) {
        let table = entry.table.id;
        self.tables.entry(table).or_default();
        self.path(table, &entry.path);
        self.condition(entry.condition.as_ref());
        self.export(table, &entry.export.columns);
        self.purge(table, entry.purge.as_ref());
        entry.strategies().for_each(|one| self.strategy(table, one));
        for owner in entry.co_owned.iter().flat_map(|one| &one.owners) {
            self.path(table, &owner.path);
        }
        for side in entry.side.iter().flat_map(|one| one.all.iter()) {
            self.column(table, side.owner.id);
            self.condition(side.gone.as_ref());
        }
        entry.places.iter().for_each(|place| self.path(table, &place.value));
        entry.parts.iter().for_each(|part| self.part(table, part));
    }

    fn part(&mut self, of: TableId, part: &Part) {
        let table = part.table.id;
        for link in &part.links {
            self.column(table, link.column.id);
            self.path(of, &link.to);
        }
        self.condition(part.condition.as_ref());
        self.condition(part.of.as_ref());
        self.export(table, &part.export.columns);
        self.purge(table, part.purge.as_ref());
        self.strategy(table, &part.gone);
        part.parts.iter().for_each(|part| self.part(table, part));
    }
}
