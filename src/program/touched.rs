//! Which columns a purge type writes, and of which tables it deletes rows.

use std::collections::HashMap;

use super::{Entry, Part, Path, Program, Purge, PurgeType};
use crate::database::{ColumnId, TableId};
use crate::source::Span;
use crate::strategy::Strategy;

/// Each with a place that says so.
#[derive(Debug, Default)]
pub struct Touched {
    pub written: HashMap<(TableId, ColumnId), Span>,
    pub deleted: HashMap<TableId, Span>,
}

impl Touched {
    /// As it is written, reviewed or not, and in all places: where a type is narrowed, it touches these at most.
    pub fn by(program: &Program, purge_type: &PurgeType) -> Self {
        let mut touched = Self::default();
        let items = purge_type.meant().into_iter().filter_map(|id| program.item(id));
        for entry in items.flat_map(super::Item::all_entries) {
            // What is written into somebody else's account says nothing of the person's own.
            if entry.table.id != program.site.subject.table.id || entry.is_account(program) {
                touched.entry(entry);
            }
        }
        touched
    }

    fn entry(&mut self, entry: &Entry) {
        for strategy in entry.strategies() {
            self.strategy(entry.table.id, strategy, entry.span);
        }
        for part in &entry.parts {
            self.part(part, entry.deletes());
        }
    }

    fn part(&mut self, part: &Part, of_gone: bool) {
        let gone = Some(&part.gone).filter(|_| of_gone);
        for strategy in part.purge.iter().flat_map(Purge::strategies).chain(gone) {
            self.strategy(part.table.id, strategy, part.span);
        }
        let goes = of_gone && matches!(part.gone, Strategy::Delete);
        for inner in &part.parts {
            self.part(inner, goes || part.purge.as_ref().is_some_and(Purge::deletes));
        }
    }

    fn strategy(&mut self, table: TableId, strategy: &Strategy, at: Span) {
        if matches!(strategy, Strategy::Delete) {
            self.deleted.entry(table).or_insert(at);
        }
        for one in strategy.assignments() {
            self.written.entry((table, one.column)).or_insert(one.span);
        }
    }

    /// Where it breaks a way that starts in rows of `table`: writes into a column of it, or deletes rows on it.
    pub fn breaks(&self, table: TableId, path: &Path) -> Option<Span> {
        let mut before = table;
        for step in &path.steps {
            let written = step.on.iter().find_map(|pair| {
                let ends = [(before, pair.column.id), (step.table.id, pair.key.id)];
                ends.iter().find_map(|end| self.written.get(end))
            });
            if let Some(at) = written.or_else(|| self.deleted.get(&step.table.id)) {
                return Some(*at);
            }
            before = step.table.id;
        }
        self.written.get(&(before, path.last.id)).copied()
    }
}

impl Entry {
    /// Whether its rows are the people's own, in the subject's table.
    pub fn is_account(&self, program: &Program) -> bool {
        let subject = &program.site.subject;
        let key = self.identifier.is_none() && self.path.own_column() == Some(subject.key.id);
        self.relation.is_own() && self.table.id == subject.table.id && key
    }
}
