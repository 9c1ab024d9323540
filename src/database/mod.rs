//! The database schema: tables, columns, types, keys, indexes and foreign keys, read from DDL.
//!
//! In: the DDL as the database prints it. Out: a [`Schema`] against which every name of a policy is checked, and
//! conditions and paths resolved in it. Never here: what a policy does with a table.

mod cells;
mod chain;
mod compiled_for;
mod condition;
mod constant;
mod ddl;
mod names;
mod path;
mod possible;
mod reach;
mod relation;
mod sensitive;
mod steps;
mod tokens;
mod types;

pub use cells::column_of;
pub use chain::{Chains, Tie};
pub use condition::{Resolved, condition};
pub use ddl::{Case, Vendor, read};
pub use names::{flat, words};
pub use path::{Direction, FoundPath, FoundStep, PathFault, path, path_to_table};
pub use possible::{Possible, possible};
pub use reach::{Reached, to_one};
pub use relation::{Clash, Conditional};
pub use sensitive::{About, personal, secret};
pub use types::{Misfit, as_held, fits, same_kind};

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::source::{SourceMap, Span, Spanned};
use crate::sql::dialect::Dialects;
use crate::sql::{Expr, Family};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TableId(usize);

/// A column's place in its table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ColumnId(usize);

#[derive(Debug, Default, Clone)]
pub struct Schema {
    tables: Vec<Table>,
    by_name: HashMap<String, TableId>,
    /// How names of tables are compared.
    case: Case,
    /// Foreign keys, and what the policy declares besides, in the order in which they were read.
    relations: Vec<Relation>,
    /// The first relation, without a condition, between these columns.
    by_ends: HashMap<relation::Ends, usize>,
    /// Names of steps from a table to another, with the relation and where it is declared.
    steps: HashMap<(TableId, String), (usize, Span)>,
    /// What the policy calls the way from a table to the one row that it leads to.
    links: HashMap<(TableId, String), Vec<FoundStep>>,
    /// Tables whose declaration could not be read, as they are compared: what refers to them is not reported again.
    unread: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub struct Table {
    pub name: Arc<str>,
    pub span: Span,
    /// In another schema than the one whose tables are named alone: it is known, but cannot be printed yet.
    pub is_elsewhere: bool,
    pub columns: Vec<Column>,
    by_name: HashMap<String, ColumnId>,
    case: Case,
    /// Empty: the table has none.
    pub primary_key: Vec<ColumnId>,
    /// Sets of columns of which no two rows have the same values.
    pub uniques: Vec<Unique>,
    /// First columns of indexes, keys included.
    pub indexed: Vec<Vec<ColumnId>>,
    /// Columns that an index of computed values reads.
    pub computed: Vec<ColumnId>,
    pub foreign_keys: Vec<ForeignKey>,
    pub checks: Vec<Check>,
    pub triggers: Vec<Span>,
    /// The table whose rows these are, of which it keeps some.
    pub part_of: Option<TableId>,
    /// Why what is done to its rows is not done for good, or not as a whole, and where the schema says so.
    pub flaw: Option<(Flaw, Span)>,
    /// Places in `Schema::relations` of those that start here, and of those that end here.
    outgoing: Vec<usize>,
    incoming: Vec<usize>,
}

#[derive(Debug, Clone)]
pub struct Unique {
    pub columns: Vec<ColumnId>,
    /// Only rows that meet a condition.
    pub partial: bool,
    /// The condition, as it is written and as far as it can be read.
    pub only: Option<Check>,
    /// Also NULL may stand in one row only.
    pub nulls_conflict: bool,
    pub span: Span,
}

/// How a table is kept, where that stands in the way of a purge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// This engine takes no change back.
    NotUndone(String),
    /// Rows that were deleted can still be read.
    KeepsHistory,
    /// A table inherits from it: its rows are rows of both, and its keys are nobody's business here.
    Inherited(String),
}

/// A condition that the database asks of every row, as it is written there.
#[derive(Debug, Clone)]
pub struct Check {
    pub text: String,
    pub span: Span,
    /// Every row meets it, also those that were there before it.
    pub holds: bool,
    /// What it asks, where it can be read.
    pub asked: Option<Resolved>,
}

#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Column {
    pub name: Arc<str>,
    pub span: Span,
    pub family: Family,
    /// The type as the schema writes it.
    pub declared: String,
    pub nullable: bool,
    /// In characters, where the type has a limit that the engine enforces.
    pub length: Option<u64>,
    /// Spaces at its end do not count when the engine compares it.
    pub padded: bool,
    /// Not of databases in which every text folds.
    pub collation: Collation,
    /// Where it compares otherwise than by bytes.
    pub folds_in: Dialects,
    /// The values of an enum.
    pub allowed: Option<Arc<Vec<String>>>,
    /// The smallest and the largest whole number, where it holds fewer than 64 bits.
    pub bounds: Option<(i64, i64)>,
    /// What a row gets that says nothing, as it is written.
    pub default: Option<Box<str>>,
    /// The engine computes the value; it cannot be written.
    pub generated: bool,
    /// The engine writes the time into it whenever the row changes and nobody says otherwise.
    pub follows_changes: bool,
}

/// A value that is compared by bytes where one of these columns would compare otherwise.
pub fn exact(value: Expr, compared: &[&Column]) -> Expr {
    value.exact(compared.iter().fold(Dialects::NONE, |all, column| all.and(column.folds_in)))
}

/// Whether the column's own comparison tells apart all texts that differ in their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Collation {
    Bytes,
    /// By its name.
    Folding(Arc<str>),
}

#[derive(Debug, Clone)]
pub struct ForeignKey {
    pub columns: Vec<ColumnId>,
    pub table: TableId,
    pub to: Vec<ColumnId>,
    pub on_delete: OnDelete,
    /// A transaction may ask that it is only looked at when it ends.
    pub deferrable: bool,
    pub span: Span,
}

/// A row of `from` refers to a row of `to`: a foreign key, or what the database enforces for nobody and the policy
/// declares.
#[derive(Debug, Clone)]
pub struct Relation {
    pub from: TableId,
    pub columns: Vec<ColumnId>,
    pub to: TableId,
    pub keys: Vec<ColumnId>,
    /// How a path names the step from `from` to `to`, besides the column.
    pub name: Option<Arc<str>>,
    /// How a path names the step from `to` to `from`, besides `<table.column>`.
    pub reverse: Option<Arc<str>>,
    /// Only rows of `from` that meet it refer.
    pub when: Option<Resolved>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDelete {
    /// At the end of the transaction, where checks are deferred.
    Refuse,
    /// At once, even where the referring row goes in the same statement.
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

impl Schema {
    fn new(case: Case) -> Self {
        Self { case, ..Self::default() }
    }

    pub fn tables(&self) -> impl Iterator<Item = (TableId, &Table)> {
        self.tables.iter().enumerate().map(|(index, table)| (TableId(index), table))
    }

    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    fn len(&self) -> usize {
        self.tables.len()
    }

    /// Names are compared as the database compares them.
    pub fn find(&self, name: &str) -> Option<(TableId, &Table)> {
        let id = *self.by_name.get(&self.case.key(name))?;
        Some((id, self.table(id)))
    }

    /// Whether the table is declared but its declaration could not be read.
    pub fn is_unread(&self, name: &str) -> bool {
        self.unread.contains(&self.case.key(name))
    }

    /// A name for the rows of a query by which no table is called: as wanted, with `_` behind it where one is.
    pub fn alias(&self, wanted: &str) -> String {
        let mut alias = wanted.to_owned();
        while self.find(&alias).is_some() {
            alias.push('_');
        }
        alias
    }

    /// Reads the checks of all tables, and which rows their unique indexes are about, as far as they are conditions of
    /// the language.
    pub fn read_checks(&mut self, sources: &SourceMap) {
        let read = |(id, table): (TableId, &Table)| -> Vec<Option<Resolved>> {
            let asked = |one: &Check| condition(sources, self, id, &Spanned::new(one.text.clone(), one.span)).ok();
            let uniques = table.uniques.iter().filter_map(|unique| unique.only.as_ref());
            table.checks.iter().chain(uniques).map(asked).collect()
        };
        let all: Vec<Vec<Option<Resolved>>> = self.tables().map(read).collect();
        for (table, read) in self.tables.iter_mut().zip(all) {
            let uniques = table.uniques.iter_mut().filter_map(|unique| unique.only.as_mut());
            for (check, asked) in table.checks.iter_mut().chain(uniques).zip(read) {
                check.asked = asked;
            }
        }
    }

    fn mark_unread(&mut self, name: &str) {
        self.unread.insert(self.case.key(name));
    }

    fn unmark_unread(&mut self, name: &str) {
        self.unread.remove(&self.case.key(name));
    }

    /// Forgets the last table, to which nothing refers yet.
    fn take_back(&mut self) -> TableId {
        if let Some(table) = self.tables.pop() {
            self.by_name.remove(&self.case.key(&table.name));
        }
        TableId(self.tables.len())
    }

    pub fn has_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    #[expect(clippy::indexing_slicing, reason = "a TableId is only made by this room for a table that it holds")]
    pub fn table(&self, id: TableId) -> &Table {
        &self.tables[id.0]
    }

    fn add(&mut self, table: Table) -> Result<TableId, TableId> {
        let id = TableId(self.tables.len());
        match self.by_name.entry(self.case.key(&table.name)) {
            Entry::Occupied(first) => return Err(*first.get()),
            Entry::Vacant(place) => place.insert(id),
        };
        self.tables.push(table);
        Ok(id)
    }

    /// Adds the tables of another schema of the same database, in which no row refers to one of another table. What is
    /// here already under such a name stays.
    pub fn append(&mut self, other: Self) {
        for table in other.tables {
            let _ = self.add(table);
        }
    }

    #[expect(clippy::indexing_slicing, reason = "a TableId is only made by this room for a table that it holds")]
    fn table_mut(&mut self, id: TableId) -> &mut Table {
        &mut self.tables[id.0]
    }

    /// Foreign keys of all tables that refer to this one, with the table they are declared in.
    pub fn referring(&self, to: TableId) -> impl Iterator<Item = (TableId, &ForeignKey)> {
        self.tables().flat_map(move |(id, table)| {
            table.foreign_keys.iter().filter(move |key| key.table == to).map(move |key| (id, key))
        })
    }
}

impl Table {
    fn new(name: &str, span: Span, is_elsewhere: bool, case: Case) -> Self {
        Self {
            name: name.into(),
            span,
            is_elsewhere,
            columns: Vec::new(),
            by_name: HashMap::new(),
            case,
            primary_key: Vec::new(),
            uniques: Vec::new(),
            indexed: Vec::new(),
            computed: Vec::new(),
            foreign_keys: Vec::new(),
            checks: Vec::new(),
            triggers: Vec::new(),
            part_of: None,
            flaw: None,
            outgoing: Vec::new(),
            incoming: Vec::new(),
        }
    }

    /// Adds a column; if there is one of that name, which.
    fn add(&mut self, column: Column) -> Result<ColumnId, ColumnId> {
        let id = ColumnId(self.columns.len());
        match self.by_name.entry(self.case.key(&column.name)) {
            Entry::Occupied(first) => return Err(*first.get()),
            Entry::Vacant(place) => place.insert(id),
        };
        self.columns.push(column);
        Ok(id)
    }

    /// Names are compared as the database compares them.
    pub fn find(&self, name: &str) -> Option<(ColumnId, &Column)> {
        let id = *self.by_name.get(&self.case.key(name))?;
        Some((id, self.column(id)))
    }

    #[expect(clippy::indexing_slicing, reason = "a ColumnId is only made by this room for a column of this table")]
    pub fn column(&self, id: ColumnId) -> &Column {
        &self.columns[id.0]
    }

    /// The names of the columns that would follow a change which does not write them.
    pub fn following(&self, written: &[ColumnId]) -> Vec<String> {
        let all = self.columns.iter().enumerate().filter(|(_, column)| column.follows_changes);
        let others = all.filter(|(at, _)| !written.contains(&ColumnId(*at)));
        others.map(|(_, column)| column.name.to_string()).collect()
    }

    pub fn column_ids(&self) -> impl Iterator<Item = ColumnId> + use<> {
        (0..self.columns.len()).map(ColumnId)
    }

    pub fn column_names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| &*column.name)
    }

    /// The one column that names a row, where there is one.
    pub fn row_key(&self) -> Option<ColumnId> {
        match self.primary_key.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// A unique set that consists of this column alone; perhaps of some rows only.
    pub fn unique_by(&self, column: ColumnId) -> Option<Span> {
        let single = self.uniques.iter().find(|unique| unique.columns.as_slice() == [column]);
        let key = self.primary_key.as_slice() == [column];
        single.map(|unique| unique.span).or_else(|| key.then(|| self.column(column).span))
    }

    /// Whether these columns, in any order, are the primary key.
    pub fn is_key(&self, columns: &[ColumnId]) -> bool {
        let sorted = |columns: &[ColumnId]| {
            let mut columns = columns.to_vec();
            columns.sort_unstable();
            columns
        };
        !self.primary_key.is_empty() && sorted(columns) == sorted(&self.primary_key)
    }

    /// No two rows have the same values in all of these columns.
    pub fn names_one(&self, columns: &[ColumnId]) -> bool {
        let are_among = |key: &[ColumnId]| !key.is_empty() && key.iter().all(|column| columns.contains(column));
        are_among(&self.primary_key) || self.uniques.iter().any(|unique| !unique.partial && are_among(&unique.columns))
    }
}

impl Column {
    /// Whether the column compares otherwise than by bytes in any database of the site.
    pub fn folds(&self) -> bool {
        !self.folds_in.is_empty()
    }

    /// Whether it does so by a collation that the schema gives it by name. Where every text folds, what we write down
    /// ourselves compares by bytes nevertheless.
    pub fn folds_by_name(&self) -> bool {
        self.collation != Collation::Bytes && self.family != Family::Integer
    }

    /// A value of the column, compared by bytes.
    pub fn exact(&self, value: Expr) -> Expr {
        value.exact(self.folds_in)
    }
}
