//! The rows that hold an item: whose they are, what belongs to them, what is exported and what a purge does.

use std::sync::Arc;

use serde::Serialize;

use super::{Clock, ColumnName, IdentifierSource, NamedPlace, TableName, Text, Unit};
use crate::database::{ColumnId, Schema, TableId};
use crate::source::Span;
use crate::sql::{Expr, Family};
use crate::strategy::Strategy;

/// Rows of one table that stand in one relation to a person.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub table: TableName,
    pub relation: Relation,
    pub path: Path,
    /// What the path ends in, where it is not the subject's key.
    pub identifier: Option<IdentifierSource>,
    pub condition: Option<Condition>,
    pub export: Export,
    /// Absent: exported only.
    pub purge: Option<Purge>,
    /// Others own the row too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub co_owned: Option<Box<CoOwned>>,
    /// Columns that name others who own the row, where those are not asked.
    #[serde(skip)]
    pub names_others: Vec<ColumnId>,
    /// The rows have sides, and this is the person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Box<Side>>,
    /// Rows that belong to these rows; sorted.
    pub parts: Vec<Part>,
    /// The places that the rows lie in: more than one where a value of the row decides.
    pub places: Vec<Named<Path>>,
    /// Or a text in the row names its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_place: Option<Box<NamedPlace>>,
    /// Columns in which several people's data stand together, never exported, and why; sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mixed: Vec<(ColumnName, Text)>,
    /// Sorted by name.
    pub clocks: Vec<Clock>,
    /// The name of its list in an export.
    pub list: Arc<str>,
    #[serde(skip)]
    pub span: Span,
}

/// How a row is related to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The row is this person's.
    Owner,
    /// The row is somebody else's and names the person.
    Mention,
    /// The person may see it.
    Access,
    /// One side of the row is this person's.
    Side,
}

impl Relation {
    /// Whether the row, or a side of it, is the person's own.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Owner | Self::Side)
    }
}

/// What a purge does with a row: the first outcome whose condition is true; unknown is not true.
#[derive(Debug, Clone, Serialize)]
pub struct Purge {
    /// Never empty; the last has no condition.
    pub outcomes: Vec<Outcome>,
    /// A row goes only when nothing of others refers to it any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub while_referenced: Option<Box<WhileReferenced>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    pub strategy: Strategy,
}

/// What happens to a row that something else still refers to when its turn comes.
#[derive(Debug, Clone, Serialize)]
pub struct WhileReferenced {
    /// Sorted.
    pub by: Vec<Reference>,
    pub instead: Strategy,
}

/// Columns of another table that refer to columns of the row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reference {
    pub table: TableName,
    /// Never empty; sorted. The keys are the row's.
    pub on: Vec<Pair>,
}

impl Purge {
    /// The same for every row.
    pub fn always(strategy: Strategy) -> Self {
        Self { outcomes: vec![Outcome { condition: None, strategy }], while_referenced: None }
    }

    /// Every strategy that it may come to.
    pub fn strategies(&self) -> impl Iterator<Item = &Strategy> {
        let instead = self.while_referenced.iter().map(|one| &one.instead);
        self.outcomes.iter().map(|one| &one.strategy).chain(instead)
    }

    /// Whether it asks for anything.
    pub fn changes(&self) -> bool {
        self.strategies().any(Strategy::changes)
    }

    /// Whether a row may go.
    pub fn deletes(&self) -> bool {
        self.strategies().any(|one| matches!(one, Strategy::Delete))
    }
}

/// Others who own a row, and what happens to it while one of them stays.
#[derive(Debug, Clone, Serialize)]
pub struct CoOwned {
    pub while_owned: Strategy,
    /// Everyone who owns rows of the table: by this entry, and by others of the catalogue that can delete them. Sorted.
    pub owners: Vec<Owner>,
}

/// One way in which a row names its owner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Owner {
    /// The item by which they own it.
    pub item: Arc<str>,
    pub path: Path,
    pub identifier: Option<IdentifierSource>,
    /// Only of rows that meet it.
    pub condition: Option<Condition>,
}

/// One side of a two-sided row.
#[derive(Debug, Clone, Serialize)]
pub struct Side {
    /// `shared_rows` name and side: `instant.from`.
    pub name: String,
    /// What is written when the person leaves; absent: the side stays as it is.
    pub leave: Option<Strategy>,
    /// All sides of the row, this one too.
    pub all: Arc<Vec<SideOf>>,
}

impl Side {
    /// Whether this is the person's own side.
    pub fn is(&self, one: &SideOf) -> bool {
        self.name.rsplit_once('.').is_some_and(|(_, name)| name == one.name)
    }
}

/// Whose a side is, and how it is known that it has been left.
#[derive(Debug, Clone, Serialize)]
pub struct SideOf {
    pub name: String,
    pub owner: ColumnName,
    pub gone: Option<Condition>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named<T> {
    pub name: String,
    pub value: T,
}

/// From the row to the column that holds the subject's key.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Path {
    pub steps: Vec<Step>,
    /// The last column, in the table that the steps end in.
    pub last: ColumnName,
    pub ends_in: TableName,
}

impl Path {
    /// Whether it leads from a row to one row at most.
    pub fn leads_to_one(&self, schema: &Schema) -> bool {
        self.steps.iter().all(|step| schema.table(step.table.id).names_one(&step.keys().collect::<Vec<_>>()))
    }

    /// Where the other path leads from the row that this one ends in.
    #[must_use]
    pub fn then(&self, further: &Self) -> Self {
        let steps = self.steps.iter().chain(&further.steps).cloned().collect();
        // WHY: a path to a place ends in its key; the way on begins at the place's row.
        Self { steps, last: further.last.clone(), ends_in: further.ends_in.clone() }
    }

    /// Every column that it reads, from a row of this table on.
    pub fn reads(&self, table: TableId) -> Vec<(TableId, ColumnId)> {
        let mut reads = Vec::new();
        let mut from = table;
        for step in &self.steps {
            reads.extend(step.on.iter().map(|pair| (from, pair.column.id)));
            reads.extend(step.keys().map(|key| (step.table.id, key)));
            reads.extend(step.before.iter().chain(&step.entered).flat_map(|one| one.reads.iter().copied()));
            from = step.table.id;
        }
        reads.push((self.ends_in.id, self.last.id));
        reads
    }

    /// The column itself, where the path never leaves the row.
    pub fn own_column(&self) -> Option<ColumnId> {
        self.steps.is_empty().then_some(self.last.id)
    }

    /// The columns of the row that the path starts with.
    pub fn first_columns(&self) -> Vec<ColumnId> {
        let first = self.steps.first().map(|step| step.on.iter().map(|pair| pair.column.id).collect());
        first.unwrap_or_else(|| vec![self.last.id])
    }
}

/// From a row to those of another table whose keys its columns hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Never empty; sorted.
    pub on: Vec<Pair>,
    pub table: TableName,
    /// What is asked of the row before.
    pub before: Option<Condition>,
    /// What is asked of the row that is entered.
    pub entered: Option<Condition>,
}

/// `column` of the table before equals `key` of the table that is entered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Pair {
    pub column: ColumnName,
    pub key: ColumnName,
}

impl Step {
    /// Over one column, and under no condition.
    pub fn over(column: ColumnName, table: TableName, key: ColumnName) -> Self {
        Self { on: vec![Pair { column, key }], table, before: None, entered: None }
    }

    /// The columns of the table that is entered.
    pub fn keys(&self) -> impl Iterator<Item = ColumnId> {
        self.on.iter().map(|pair| pair.key.id)
    }
}

/// A typed condition on one row, and the columns it reads.
#[derive(Debug, Clone, Serialize)]
pub struct Condition {
    pub expr: Expr,
    #[serde(skip)]
    pub reads: Vec<(TableId, ColumnId)>,
    #[serde(skip)]
    pub span: Span,
}

/// Two conditions are the same when they say the same, wherever they stand.
impl PartialEq for Condition {
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

/// Rows that belong to other rows: they go when those go, and are exported inside them.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    pub table: TableName,
    /// What must be equal for a row to be a part of another.
    pub links: Vec<Link>,
    pub condition: Option<Condition>,
    /// What is asked of the row that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Condition>,
    pub export: Export,
    /// What happens to it when the row that it is a part of stays.
    pub purge: Option<Purge>,
    /// What happens to it when that row goes.
    pub gone: Strategy,
    pub parts: Vec<Part>,
    pub list: Arc<str>,
    /// The rows are files of the Site's store.
    pub stored: bool,
    /// The database would take it along, or let it go.
    #[serde(skip)]
    pub carried: bool,
    #[serde(skip)]
    pub span: Span,
}

/// `column` of the part equals what a path from the other row leads to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    pub column: ColumnName,
    pub to: Path,
}

impl Entry {
    /// Every strategy that a purge may come to for its rows, parts aside.
    pub fn strategies(&self) -> impl Iterator<Item = &Strategy> {
        let beside = self.side.iter().filter_map(|side| side.leave.as_ref());
        let beside = beside.chain(self.co_owned.iter().map(|one| &one.while_owned));
        self.purge.iter().flat_map(Purge::strategies).chain(beside)
    }

    /// Whether a purge asks for anything, of the rows or of parts of them.
    pub fn changes(&self) -> bool {
        self.strategies().any(Strategy::changes) || self.parts.iter().any(Part::changes)
    }

    /// Whether a purge may delete its rows.
    pub fn deletes(&self) -> bool {
        self.strategies().any(|one| matches!(one, Strategy::Delete))
    }
}

impl Part {
    /// Whether it has anything to export: columns of its own, or parts.
    pub fn exports(&self) -> bool {
        !self.export.columns.is_empty() || self.parts.iter().any(Self::exports)
    }

    /// Whether both are the same rows of a row, with the same parts.
    pub fn is_same(&self, other: &Self) -> bool {
        let of_both = self.parts.iter().zip(&other.parts);
        self.is_same_link(other)
            && self.parts.len() == other.parts.len()
            && of_both.into_iter().all(|(one, other)| one.is_same(other))
    }

    /// Whether both are the same rows of a row, whatever belongs to them.
    pub fn is_same_link(&self, other: &Self) -> bool {
        (&self.table, &self.links, &self.condition) == (&other.table, &other.links, &other.condition)
    }

    /// Whether a purge can delete it.
    pub fn goes(&self) -> bool {
        matches!(self.gone, Strategy::Delete) || self.purge.as_ref().is_some_and(Purge::deletes)
    }

    /// Whether a purge asks for anything of it while the row that it is a part of stays.
    pub fn changes(&self) -> bool {
        self.purge.as_ref().is_some_and(Purge::changes) || self.parts.iter().any(Self::changes)
    }

    /// Whether it is rows of the table of the rows it belongs to: all those below them. A key of the table's own rows
    /// that is only set to NULL ends at the first.
    pub fn is_below(&self, of: TableId) -> bool {
        self.table.id == of && !self.stored && matches!(self.gone, Strategy::Delete)
    }

    /// Columns of the part, each with the column of the row it belongs to, where that is all.
    pub fn plain_links(&self) -> Option<Vec<(ColumnId, ColumnId)>> {
        let plain = |link: &Link| Some((link.column.id, link.to.own_column()?));
        self.links.iter().map(plain).collect()
    }
}

/// The columns of an export and the names they have there; none is an entry that is never exported.
#[derive(Debug, Default, Clone, Serialize)]
pub struct Export {
    pub columns: Vec<ExportColumn>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ExportColumn {
    pub name: Arc<str>,
    /// The column, or the first one of a path.
    pub column: ColumnName,
    /// Where it is a path: how the value is found.
    pub reached: Option<Arc<Expr>>,
    #[serde(skip)]
    pub family: Family,
    /// Where the value is a whole number that says when something happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<Unit>,
    /// Where the value is the key of a person: the column of the subject's table that it equals. Of somebody else only
    /// the label is shown.
    pub person: Option<ColumnName>,
    /// The value is a person's key only in rows that meet this.
    pub person_when: Option<Box<Condition>>,
}
