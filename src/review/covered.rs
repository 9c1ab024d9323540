//! What the catalogue of a project speaks of already.

use std::collections::BTreeSet;

use crate::database::{ColumnId, TableId};
use crate::program::{Entry, Part, Program, Purge};
use crate::strategy::Strategy;

#[derive(Debug, Default)]
pub struct Covered {
    tables: BTreeSet<TableId>,
    /// Columns by which entries know people.
    named: BTreeSet<(TableId, ColumnId)>,
    /// Columns that somebody gets in an export, or that a purge writes.
    spoken_of: BTreeSet<(TableId, ColumnId)>,
    /// Tables of which rows go.
    whole: BTreeSet<TableId>,
    /// Tables of which somebody owns rows, and their parts.
    owned: BTreeSet<TableId>,
    components: BTreeSet<String>,
    /// Tables of which the Site says that they hold no personal data.
    impersonal: BTreeSet<TableId>,
}

impl Covered {
    pub fn by(program: Option<&Program>) -> Self {
        let mut covered = Self::default();
        let Some(program) = program else { return covered };
        covered.components = program.components.iter().map(|component| component.id.clone()).collect();
        covered.impersonal = program.site.impersonal.iter().map(|(table, _)| table.id).collect();
        // What nobody has reviewed yet is in the catalogue all the same; `check` says that it is left alone.
        for entry in program.items.iter().flat_map(|item| item.entries.iter().chain(&item.unreviewed)) {
            covered.entry(entry);
        }
        covered
    }

    fn entry(&mut self, entry: &Entry) {
        let table = entry.table.id;
        self.tables.insert(table);
        if entry.relation.is_own() {
            self.owned.insert(table);
        }
        self.named.extend(entry.path.first_columns().into_iter().map(|column| (table, column)));
        if entry.path.ends_in.id != table {
            self.named.insert((entry.path.ends_in.id, entry.path.last.id));
        }
        let owners = entry.co_owned.iter().flat_map(|one| &one.owners).flat_map(|owner| owner.path.first_columns());
        let sides = entry.side.iter().flat_map(|side| side.all.iter()).map(|side| side.owner.id);
        self.named.extend(owners.chain(sides).map(|column| (table, column)));
        let written = entry.purge.iter().flat_map(Purge::strategies).flat_map(Strategy::writes);
        let exported = entry.export.columns.iter().map(|column| column.column.id);
        let mixed = entry.mixed.iter().map(|(column, _)| column.id);
        let columns: Vec<ColumnId> = written.chain(exported).chain(mixed).collect();
        let goes = entry.purge.as_ref().is_some_and(Purge::deletes);
        self.speaks(table, columns, goes);
        self.parts(&entry.parts);
    }

    fn parts(&mut self, parts: &[Part]) {
        for part in parts {
            self.tables.insert(part.table.id);
            self.owned.insert(part.table.id);
            let exported = part.export.columns.iter().map(|column| column.column.id).collect();
            self.speaks(part.table.id, exported, true);
            self.parts(&part.parts);
        }
    }

    fn speaks(&mut self, table: TableId, columns: Vec<ColumnId>, goes: bool) {
        self.spoken_of.extend(columns.into_iter().map(|column| (table, column)));
        if goes {
            self.whole.insert(table);
        }
    }

    /// Whether an entry knows people by this column.
    pub fn names(&self, table: TableId, column: ColumnId) -> bool {
        self.named.contains(&(table, column)) || self.impersonal.contains(&table)
    }

    /// Whether rows of the table go by any item.
    pub fn goes(&self, table: TableId) -> bool {
        self.whole.contains(&table)
    }

    /// Whether any item has rows of the table, or it was looked at and holds nothing about people.
    pub fn has(&self, table: TableId) -> bool {
        self.tables.contains(&table) || self.impersonal.contains(&table)
    }

    /// Tables of which somebody owns rows, and their parts.
    pub fn owned(&self) -> &BTreeSet<TableId> {
        &self.owned
    }

    /// Whether the column is exported or written by any item, or goes with its row.
    pub fn speaks_of(&self, table: TableId, column: ColumnId) -> bool {
        self.whole.contains(&table) || self.impersonal.contains(&table) || self.spoken_of.contains(&(table, column))
    }

    pub fn has_component(&self, id: &str) -> bool {
        self.components.contains(id)
    }
}
