//! What types take as they are written, whether or not somebody has reviewed all of it, and what can be done with it.

use super::{Entry, ExportType, Item, ItemId, Part, Program, Purge, PurgeType, Relation, StatusMeaning, Use};

impl PurgeType {
    /// Sorted: what it takes, and what it will take when it is reviewed.
    pub fn meant(&self) -> Vec<ItemId> {
        sorted(&self.items, &self.unreviewed)
    }

    /// Whether somebody can ask for it.
    pub fn is_in_use(&self) -> bool {
        !self.uses.is_empty()
    }
}

impl ExportType {
    /// Sorted: what it takes, and what it will take when it is reviewed.
    pub fn meant(&self) -> Vec<ItemId> {
        sorted(&self.items, &self.unreviewed)
    }

    /// Whether somebody can ask for it.
    pub fn is_in_use(&self, program: &Program) -> bool {
        self.uses.iter().any(|one| *one != Use::Oneself || program.site.defaults.self_export)
    }
}

fn sorted(items: &[ItemId], more: &[ItemId]) -> Vec<ItemId> {
    let mut all: Vec<ItemId> = items.iter().chain(more).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Item {
    /// With those that nobody has reviewed.
    pub fn all_entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().chain(&self.unreviewed)
    }

    /// Whether an export type that takes it has anything to give.
    pub fn exports(&self) -> bool {
        let exports = |entry: &Entry| !entry.export.columns.is_empty() || entry.parts.iter().any(Part::exports);
        self.all_entries().any(exports)
    }

    /// Whether a purge type that takes it changes or deletes a row.
    pub fn is_purged(&self) -> bool {
        self.all_entries().any(Entry::is_purged)
    }
}

impl Entry {
    /// Whether a purge changes or deletes a row of it; a side that is kept is not left.
    pub fn is_purged(&self) -> bool {
        match self.relation {
            Relation::Side => self.purge.as_ref().is_some_and(Purge::changes),
            Relation::Owner | Relation::Mention | Relation::Access => self.changes(),
        }
    }
}

impl Program {
    /// Whether it is for those who use the site.
    pub fn is_for_active(&self, purge_type: &PurgeType) -> bool {
        let status = self.site.subject.statuses.get(purge_type.status);
        status.is_some_and(|status| matches!(status.meaning, StatusMeaning::Default))
    }
}
