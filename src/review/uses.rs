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

/// One entry that begins with a column, or with several together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Used<'p> {
    columns: BTreeSet<ColumnId>,
    /// The table that the first step enters; `None` where the column itself holds a person's key or identifier.
    into: Option<TableId>,
    relation: As,
    item: &'p str,
}

/// The entries of all items, by table.
pub(super) struct Uses<'p> {
    subject: TableId,
    tables: BTreeMap<TableId, BTreeSet<Used<'p>>>,
}

impl<'p> Uses<'p> {
    pub fn new(program: &'p Program) -> Self {
        let subject = program.site.subject.table.id;
        let mut uses = Self { subject, tables: BTreeMap::new() };
        for item in &program.items {
            // What is new is written all the same; it waits for a review.
            for entry in item.entries.iter().chain(&item.unreviewed) {
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
            let columns = BTreeSet::from([side.owner.id]);
            self.add(entry.table.id, Used { columns, into: None, relation: As::Side, item });
        }
        entry.parts.iter().for_each(|part| self.part(item, part));
    }

    fn begins(&mut self, table: TableId, path: &Path, relation: As, item: &'p str) {
        let into = path.steps.first().map(|step| step.table.id);
        let columns = path.first_columns().into_iter().collect();
        self.add(table, Used { columns, into, relation, item });
    }

    fn part(&mut self, item: &'p str, part: &'p Part) {
        let relation = if part.stored { As::File } else { As::Part };
        let columns = part.links.iter().map(|link| link.column.id).collect();
        self.add(part.table.id, Used { columns, into: None, relation, item });
        part.parts.iter().for_each(|part| self.part(item, part));
    }

    fn add(&mut self, table: TableId, used: Used<'p>) {
        self.tables.entry(table).or_default().insert(used);
    }

    /// Whether an entry or a part takes rows of the table.
    pub fn has(&self, table: TableId) -> bool {
        self.tables.contains_key(&table)
    }

    /// The items that speak of a relation from the rows that refer.
    pub fn of(&self, relation: &Relation) -> BTreeSet<(As, &'p str)> {
        let columns: BTreeSet<ColumnId> = relation.columns.iter().copied().collect();
        let fits = |used: &&Used<'p>| match (used.into, used.relation) {
            // A part may be tied to its row by more than one relation has.
            (None, As::Part | As::File) => used.columns.is_superset(&columns),
            (Some(into), _) => used.columns == columns && into == relation.to,
            // A column that names people by itself may refer to something else by another of its values.
            (None, _) => used.columns == columns && (relation.to == self.subject || relation.when.is_none()),
        };
        let all = self.tables.get(&relation.from).into_iter().flatten();
        all.filter(fits).map(|used| (used.relation, used.item)).collect()
    }

    /// The items that speak of the rows of people themselves.
    pub fn of_people(&self, key: ColumnId) -> BTreeSet<(As, &'p str)> {
        let used = self.tables.get(&self.subject).into_iter().flatten();
        used.filter(|used| used.into.is_none() && used.columns == BTreeSet::from([key]))
            .map(|used| (used.relation, used.item))
            .collect()
    }

    /// What the entries make of a row that refers by this relation.
    pub fn tie(&self, relation: &Relation) -> Tie {
        let uses = self.of(relation);
        uses.iter().map(|(relation, _)| relation.tie()).min().unwrap_or(Tie::Close)
    }
}
