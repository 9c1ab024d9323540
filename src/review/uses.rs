//! What the entries of a program say of a column that may name a person.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::database::{ColumnId, Relation, TableId, Tie};
use crate::program::{self, Entry, Part, Path, Program};

/// In what way an entry speaks of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum As {
    Owner,
    Side,
    /// The row goes with another.
    Part,
    /// The row is one of a stored file, and goes with another.
    File,
    Mention,
    Access,
}

impl As {
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Side => "side",
            Self::Part => "part",
            Self::File => "file",
            Self::Mention => "mention",
            Self::Access => "access",
        }
    }

    /// Whether a row that is found so is the person's.
    fn tie(self) -> Tie {
        match self {
            Self::Owner | Self::Side | Self::Part | Self::File => Tie::Close,
            Self::Mention | Self::Access => Tie::Loose,
        }
    }
}

/// One entry that begins with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Used<'p> {
    /// The table that the first step enters; `None` where the column itself holds a person's key or identifier.
    into: Option<TableId>,
    relation: As,
    item: &'p str,
}

/// The entries of all items, by table and column.
pub(super) struct Uses<'p> {
    subject: TableId,
    columns: BTreeMap<(TableId, ColumnId), BTreeSet<Used<'p>>>,
    tables: BTreeSet<TableId>,
}

impl<'p> Uses<'p> {
    pub fn new(program: &'p Program) -> Self {
        let subject = program.site.subject.table.id;
        let mut uses = Self { subject, columns: BTreeMap::new(), tables: BTreeSet::new() };
        for item in &program.items {
            for entry in &item.entries {
                uses.entry(&item.name, entry);
            }
        }
        uses
    }

    fn entry(&mut self, item: &'p str, entry: &'p Entry) {
        let relation = match entry.relation {
            program::Relation::Owner => As::Owner,
            program::Relation::Side => As::Side,
            program::Relation::Mention => As::Mention,
            program::Relation::Access => As::Access,
        };
        self.begins(entry.table.id, &entry.path, relation, item);
        for owner in entry.co_owned.iter().flat_map(|one| &one.owners) {
            self.begins(entry.table.id, &owner.path, As::Owner, item);
        }
        for side in entry.side.iter().flat_map(|one| one.all.iter()) {
            self.add(entry.table.id, side.owner.id, Used { into: None, relation: As::Side, item });
        }
        entry.parts.iter().for_each(|part| self.part(item, part));
    }

    fn begins(&mut self, table: TableId, path: &Path, relation: As, item: &'p str) {
        let into = path.steps.first().map(|step| step.table.id);
        self.add(table, path.first_column().id, Used { into, relation, item });
    }

    fn part(&mut self, item: &'p str, part: &'p Part) {
        let relation = if part.stored { As::File } else { As::Part };
        for link in &part.links {
            self.add(part.table.id, link.column.id, Used { into: None, relation, item });
        }
        part.parts.iter().for_each(|part| self.part(item, part));
    }

    fn add(&mut self, table: TableId, column: ColumnId, used: Used<'p>) {
        self.columns.entry((table, column)).or_default().insert(used);
        self.tables.insert(table);
    }

    /// Whether an entry or a part takes rows of the table.
    pub fn has(&self, table: TableId) -> bool {
        self.tables.contains(&table)
    }

    /// The items that speak of a relation from the rows that refer.
    pub fn of(&self, relation: &Relation) -> BTreeSet<(As, &'p str)> {
        let columns = relation.columns.iter().filter_map(|column| self.columns.get(&(relation.from, *column)));
        let all = columns.flatten();
        // A column that names people by itself may refer to something else by another of its values.
        let fits = |used: &&Used<'p>| match (used.into, used.relation) {
            (Some(into), _) => into == relation.to,
            (None, As::Part | As::File) => true,
            (None, _) => relation.to == self.subject || !self.names_people(relation),
        };
        all.filter(fits).map(|used| (used.relation, used.item)).collect()
    }

    fn names_people(&self, relation: &Relation) -> bool {
        relation.when.is_some()
    }

    /// The items that speak of the rows of people themselves.
    pub fn of_people(&self, key: ColumnId) -> BTreeSet<(As, &'p str)> {
        let used = self.columns.get(&(self.subject, key)).into_iter().flatten();
        used.filter(|used| used.into.is_none()).map(|used| (used.relation, used.item)).collect()
    }

    /// What the entries make of a row that refers by this relation.
    pub fn tie(&self, relation: &Relation) -> Tie {
        let uses = self.of(relation);
        uses.iter().map(|(relation, _)| relation.tie()).min().unwrap_or(Tie::Close)
    }
}
