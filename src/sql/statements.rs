//! Statements, and scripts of them.

use super::{Expr, Family, Rights, Select};

/// A change of rows in one table; the parts of a purge that are counted.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    /// `kept` are columns that some engine would write by itself whenever the row changes.
    Update {
        table: String,
        set: Vec<(String, Expr)>,
        kept: Vec<String>,
        filter: Expr,
    },
    Delete {
        table: String,
        filter: Expr,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conflict {
    Fail,
    /// A row that is there already stays as it is.
    Keep,
}

#[derive(Clone, PartialEq, Debug)]
pub struct CreateTable {
    pub name: &'static str,
    pub columns: Vec<ColumnDef>,
    pub primary_key: Vec<&'static str>,
    pub storage: Storage,
    pub checks: Vec<(&'static str, Expr)>,
    /// A column that must be 0 when a transaction ends, and the name under which it is said that it is not.
    pub must_be_zero: Option<(&'static str, &'static str)>,
}

/// How a table is kept, where the engine has a choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Storage {
    Rows,
    /// Rows of one transaction, which are only found by their key.
    Passing,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ColumnDef {
    pub name: &'static str,
    pub family: Family,
    pub nullable: Nullable,
    pub default: Option<Expr>,
    /// How many characters a text has at most, for engines that want to know it of a key.
    pub longest: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nullable {
    NotNull,
    Null,
    /// A whole number that the engine counts up itself.
    Counted,
}

/// What a claim took: rows of one of our tables that are this client's.
#[derive(Clone, PartialEq, Debug)]
pub struct Claimed {
    pub table: &'static str,
    pub filter: Expr,
}

/// How a counted change is called in `probate_result`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    pub number: usize,
    pub item: String,
    pub action: &'static str,
    pub table: String,
}

/// What a transaction sees of others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reads {
    /// Each statement sees what was committed before it.
    Latest,
    /// All statements see one state.
    Snapshot,
    /// As `Latest`, and what is read to decide what is written into tables of ours is not held.
    Unheld,
}

/// What the sessions of a role do besides reading and writing the tables that it is granted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Uses {
    /// Nothing.
    Tables,
    /// They make tables for themselves, and look at what tables there are.
    Looks,
    /// They make runs.
    Runs,
}

/// What a role may do with a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Grant {
    pub role: &'static str,
    pub table: String,
    pub rights: Rights,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Statement {
    CreateTable(CreateTable),
    /// For this session only; it stands before a table of the same name.
    CreateTemporary(CreateTable),
    /// Makes a run number without a run, in tables of this session only.
    PretendRun,
    CreateIndex {
        name: &'static str,
        unique: bool,
        table: &'static str,
        columns: Vec<&'static str>,
        filter: Option<Expr>,
    },
    /// A query under a name; what had the name before is replaced.
    CreateView {
        name: String,
        query: Select,
    },
    Insert {
        into: String,
        columns: Vec<String>,
        source: Select,
        conflict: Conflict,
    },
    Change(Change),
    /// A change whose number of rows is written to `probate_result`.
    Counted {
        step: Step,
        change: Change,
    },
    Query(Select),
    Begin(Reads),
    Commit,
    /// A value that is the same for all rows of what follows.
    Remember(&'static str, Expr),
    /// The commit of this transaction is not waited for: a server that fails loses with it whatever came after.
    CommitUnawaited,
    /// Foreign keys that can be are looked at when the transaction ends.
    DeferKeys,
    /// What is in this table has changed: the planner should know before it is read.
    Analyze(&'static str),
    /// What only this database needs besides the tables that all share.
    Extras,
    /// Makes the token by which the next claim is known.
    MakeToken,
    /// Makes the run number, if the claim took anything; from here to the end the transaction is the run.
    MakeRun {
        purge_type: String,
        program: String,
        claimed: Claimed,
        /// The tables of the application that the run writes.
        tables: Vec<String>,
    },
    /// Makes a role, where there is none of this name.
    Role {
        name: &'static str,
        uses: Uses,
    },
    Grant(Grant),
    /// Each named number must be 0, or everything since `Begin` is undone; then the engine's safe ending.
    Settle(Vec<(String, Expr)>),
}

impl Statement {
    /// Rows of a query, all of which are new.
    pub fn insert(into: &str, columns: &[&str], source: Select) -> Self {
        Self::Insert {
            into: into.to_owned(),
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            source,
            conflict: Conflict::Fail,
        }
    }

    /// Rows of a query; those that are there already stay as they are.
    pub fn insert_missing(into: &str, columns: &[&str], source: Select) -> Self {
        Self::Insert {
            into: into.to_owned(),
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            source,
            conflict: Conflict::Keep,
        }
    }
}

/// Statements in order, each with the comment that says why it is there.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Script {
    /// What stands at the top of the file.
    pub header: Vec<String>,
    pub pieces: Vec<Piece>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Piece {
    pub comment: Vec<String>,
    pub statement: Statement,
}

impl Script {
    pub fn push(&mut self, comment: impl Into<String>, statement: Statement) {
        self.pieces.push(Piece { comment: vec![comment.into()], statement });
    }

    /// Statements that belong together.
    pub fn group(&mut self, comment: &str, statements: impl IntoIterator<Item = Statement>) {
        for (at, statement) in statements.into_iter().enumerate() {
            if at == 0 { self.push(comment, statement) } else { self.and(statement) }
        }
    }

    /// A statement that belongs to the one before it.
    pub fn and(&mut self, statement: Statement) {
        self.pieces.push(Piece { comment: Vec::new(), statement });
    }
}
