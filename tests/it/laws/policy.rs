//! What a generated case is made of: tables with their rows, and a policy over them.

use super::clocks::{Clock, Convention};
use super::condition::Cond;
use super::places::{Kind, Places, Within};
use super::table::{Table, Timer, Value};
use crate::calendar::Period;
use crate::engine::Engine;

/// From the rows at hand to the rows that they refer to, or that refer to them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    Up { foreign: usize },
    Down { table: usize, foreign: usize },
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    pub way: Way,
    /// Of the rows that are entered, only those for which it is true.
    pub filter: Option<Cond>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    pub steps: Vec<Step>,
    pub last: usize,
}

impl Path {
    pub fn column(last: usize) -> Self {
        Self { steps: Vec::new(), last }
    }

    /// The column of the row itself in which the path ends.
    pub fn own(&self) -> Option<usize> {
        Some(self.last).filter(|_| self.steps.is_empty())
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    Text(String),
    Key,
    Identifier(usize),
    /// Any run of characters.
    Any,
}

/// What stands at the end of the path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Names {
    Key,
    Identifier(usize),
    Template(Vec<Piece>),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Relation {
    Owner,
    Mention,
    Access,
    /// One side of rows that have several, by its number.
    Side(usize),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    Keep,
    Delete,
    Empty(Vec<usize>),
    Overwrite(Vec<(usize, Value)>),
    Detach,
    /// To the placeholder; and written over.
    Reassign(Vec<(usize, Value)>),
}

impl Action {
    pub fn changes(&self) -> bool {
        *self != Self::Keep
    }
}

/// What a purge does to a row: the first that matches.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    pub condition: Option<Cond>,
    pub action: Action,
}

#[derive(Clone, Debug)]
pub struct Part {
    pub table: usize,
    pub column: usize,
    /// The column of the row that it belongs to.
    pub of: usize,
    pub condition: Option<Cond>,
    /// Empty: not exported.
    pub export: Vec<usize>,
    /// For when the row stays.
    pub purge: Option<Action>,
    pub parts: Vec<Part>,
    /// The name of its list in an export, where it is not the table's.
    pub list: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub table: usize,
    pub relation: Relation,
    pub path: Path,
    /// More owners of the same row.
    pub others: Vec<Path>,
    /// What happens while another owner stays.
    pub while_owned: Option<Action>,
    pub while_referenced: Option<Referenced>,
    /// Cascades that are accepted: tables, and which of their references.
    pub carries: Vec<(usize, usize)>,
    pub names: Names,
    pub condition: Option<Cond>,
    /// What is asked besides of another row.
    pub looks: Option<Look>,
    /// Settings that are kept by name: the patterns of names that are meant.
    pub settings: Option<Vec<String>>,
    /// Empty: not exported.
    pub export: Vec<usize>,
    /// Empty: exported only.
    pub purge: Vec<Outcome>,
    pub parts: Vec<Part>,
}

/// A condition of the row to which one of the table's references leads; where there is none, all its columns are NULL.
#[derive(Clone, Debug)]
pub struct Look {
    /// The one step there.
    pub path: Path,
    pub when: Cond,
}

/// A row goes only when nothing refers to it any more.
#[derive(Clone, PartialEq, Debug)]
pub struct Referenced {
    /// Tables, and which of their references.
    pub by: Vec<(usize, usize)>,
    pub instead: Action,
}

/// A side of rows that have several.
#[derive(Clone, PartialEq, Debug)]
pub struct Side {
    pub owner: usize,
    pub leave: Vec<(usize, Value)>,
    pub gone: Option<Cond>,
}

/// Rows that go when the last side has been left.
#[derive(Clone, Debug)]
pub struct Shared {
    pub table: usize,
    pub export: Vec<usize>,
    pub sides: Vec<Side>,
    pub parts: Vec<Part>,
}

impl Entry {
    /// Nothing but rows and whose they are.
    pub fn of(table: usize, path: Path) -> Self {
        Self {
            table,
            relation: Relation::Owner,
            path,
            others: Vec::new(),
            while_owned: None,
            while_referenced: None,
            carries: Vec::new(),
            names: Names::Key,
            condition: None,
            looks: None,
            settings: None,
            export: Vec::new(),
            purge: Vec::new(),
            parts: Vec::new(),
        }
    }

    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        std::iter::once(&self.path).chain(&self.others)
    }

    pub fn side(&self) -> Option<usize> {
        match self.relation {
            Relation::Side(at) => Some(at),
            _ => None,
        }
    }

    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        let instead = self.while_referenced.as_ref().map(|referenced| &referenced.instead);
        self.purge.iter().map(|outcome| &outcome.action).chain(&self.while_owned).chain(instead)
    }

    pub fn changes(&self) -> bool {
        self.side().is_some() || self.actions().any(Action::changes)
    }

    /// Whether a purge has anything to do with its rows.
    pub fn acts(&self) -> bool {
        self.changes() || !self.purge.is_empty() && self.parts.iter().any(Part::acts)
    }

    pub fn may_delete(&self) -> bool {
        self.side().is_some() || self.actions().any(|action| *action == Action::Delete)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Item {
    pub entries: Vec<Entry>,
    /// Statuses in which it may be purged; empty: all.
    pub only: Vec<usize>,
}

#[derive(Clone, Debug)]
pub struct Identifier {
    pub path: Path,
    pub folds: bool,
}

/// Where settings are kept by name.
#[derive(Clone, Debug)]
pub struct Settings {
    pub table: usize,
    pub owner: usize,
    pub name: usize,
    pub value: usize,
}

#[derive(Clone, Debug)]
pub struct PurgeType {
    pub status: usize,
    pub items: Vec<usize>,
    /// All items whose `only` allows it, by a pattern.
    pub by_pattern: bool,
    pub within: Option<Within>,
}

/// What a period counts from, by the number of the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Moment {
    Row(usize),
    Subject(usize),
    /// The first clock of the place.
    Place(Kind),
}

/// A retention rule that keeps.
#[derive(Clone, Debug)]
pub struct Duty {
    pub items: Vec<usize>,
    pub within: Option<Within>,
    /// `None`: without an end.
    pub period: Option<Period>,
    /// For those who have a role where the data lies.
    pub roles: Vec<(String, Option<Period>)>,
    /// All of them must be over.
    pub after: Vec<Moment>,
    /// Columns by their names, in every table of the items that has them.
    pub meanwhile: Vec<(String, Value)>,
}

#[derive(Clone, Debug)]
pub struct Hold {
    pub items: Vec<usize>,
    /// Its last day, since 1970.
    pub until: Option<i64>,
    /// Who is placed under it, and from whom it was lifted.
    pub people: Vec<(Value, bool)>,
}

/// The subject's table is the first; its key and label are its first two columns.
#[derive(Clone, Debug)]
pub struct World {
    /// For SQLite there is more that is odd.
    pub engine: Engine,
    pub tables: Vec<Table>,
    pub statuses: Vec<(String, Option<Cond>)>,
    pub nobody: Vec<Value>,
    pub protected: Option<Cond>,
    pub identifiers: Vec<Identifier>,
    /// Who takes what is reassigned, by a condition that one row of people meets.
    pub placeholder: Option<Cond>,
    pub settings: Option<Settings>,
    pub shared: Option<Shared>,
    pub items: Vec<Item>,
    pub purge_types: Vec<PurgeType>,
    pub export_items: Vec<usize>,
    pub duties: Vec<Duty>,
    pub holds: Vec<Hold>,
    /// Rules by which rows of one item end, whoever owns them; written as those that keep, the smallest places first.
    pub ending: Vec<Duty>,
    pub places: Option<Places>,
    /// The second since 1970, UTC, at which everything happens.
    pub now: i64,
    /// When everything is looked at again.
    pub later: i64,
    /// Table by table; NULL in generated columns.
    pub rows: Vec<Vec<Vec<Value>>>,
    pub clocks: Vec<Clock>,
    pub convention: Option<Convention>,
    pub dangling: bool,
    /// A table from which the application lets nobody delete, and says nothing.
    pub stuck: Option<usize>,
    /// Purge type and subject, in the order in which they are asked for.
    pub requests: Vec<(usize, Value)>,
}

pub const KEY: usize = 0;
pub const LABEL: usize = 1;

impl World {
    /// The entries that a purge type carries out.
    pub fn taken(&self, purge_type: usize) -> impl Iterator<Item = (usize, &Entry)> {
        let purge_type = &self.purge_types[purge_type];
        let all = purge_type.items.iter();
        let all = all.flat_map(|item| self.items[*item].entries.iter().map(move |entry| (*item, entry)));
        let may_lie = |table: usize, kind: Kind| self.places.as_ref().is_some_and(|places| places.may_lie(table, kind));
        all.filter(move |(_, entry)| purge_type.within.as_ref().is_none_or(|one| may_lie(entry.table, one.kind)))
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.items.iter().flat_map(|item| &item.entries)
    }

    /// Whether anything could be kept.
    pub fn keeps(&self) -> bool {
        !self.duties.is_empty() || !self.holds.is_empty()
    }

    pub fn clock(&self, table: usize, number: usize) -> Option<&Timer> {
        self.tables[table].timers.get(number)
    }

    /// The table that a step from this one enters.
    pub fn entered(&self, table: usize, step: &Step) -> usize {
        match step.way {
            Way::Up { foreign } => self.tables[table].foreign[foreign].table,
            Way::Down { table, .. } => table,
        }
    }

    /// The table in which a path from this one ends.
    pub fn end(&self, table: usize, path: &Path) -> usize {
        path.steps.iter().fold(table, |at, step| self.entered(at, step))
    }
}

impl Part {
    /// Whether it is purged where its row stays.
    pub fn acts(&self) -> bool {
        self.purge.is_some() || self.parts.iter().any(Self::acts)
    }

    /// Whether it takes or changes rows of that table, by itself or by its parts.
    pub fn reaches(&self, table: usize) -> bool {
        self.table == table || self.parts.iter().any(|part| part.reaches(table))
    }
}
