//! Which rights a statement needs: what it reads and writes of which tables, as a database asks for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::dialect::Dialect;
use super::{Change, Conflict, Expr, From, Lock, Select, Statement};

/// What is done to one table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rights {
    /// Whether it is read at all; rows can be counted without a look at any column.
    pub read: bool,
    /// Columns that are read.
    pub select: BTreeSet<String>,
    pub insert: BTreeSet<String>,
    pub update: BTreeSet<String>,
    pub delete: bool,
    /// Its rows are held for a change, where that needs the right to change a column.
    pub locked: bool,
}

impl Rights {
    pub fn add(&mut self, other: Self) {
        self.read |= other.read;
        self.delete |= other.delete;
        self.locked |= other.locked;
        self.select.extend(other.select);
        self.insert.extend(other.insert);
        self.update.extend(other.update);
    }
}

/// As a sentence lists them.
impl fmt::Display for Rights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = [("select", &self.select), ("insert", &self.insert), ("update", &self.update)];
        let listed = columns.into_iter().filter(|(_, columns)| !columns.is_empty());
        let listed = listed.map(|(what, columns)| {
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            format!("{what} ({})", columns.join(", "))
        });
        let counted = (self.read && self.select.is_empty()).then(|| "select".to_owned());
        let locked = (self.locked && self.update.is_empty()).then(|| "update (of any column, to hold rows)".to_owned());
        let delete = self.delete.then(|| "delete".to_owned());
        f.write_str(&counted.into_iter().chain(listed).chain(locked).chain(delete).collect::<Vec<_>>().join(", "))
    }
}

/// By the name of the table.
pub type Needs = BTreeMap<String, Rights>;

/// What a statement needs. What an engine adds for its own sake, to claim, count or end a run, is not among it.
pub fn rights(statement: &Statement, dialect: Dialect) -> Needs {
    let mut walk = Walk { dialect, needs: Needs::new(), scopes: Vec::new() };
    match statement {
        Statement::Query(select) | Statement::CreateView { query: select, .. } => walk.select(select),
        Statement::Insert { into, columns, source, conflict } => {
            walk.select(source);
            let table = walk.of(into);
            // Who keeps a row by writing it needs the right to write all that would have been inserted.
            if *conflict == Conflict::Keep && dialect.spec().keep_writes {
                table.read = true;
                table.select.extend(columns.first().cloned());
                table.update.extend(columns.iter().cloned());
            }
            table.insert.extend(columns.iter().cloned());
        }
        Statement::Change(change) | Statement::Counted { change, .. } => walk.change(change),
        Statement::CreateTable(_)
        | Statement::CreateTemporary(_)
        | Statement::CreateIndex { .. }
        | Statement::PretendRun
        | Statement::Begin(_)
        | Statement::CommitUnawaited
        | Statement::Commit
        | Statement::DeferKeys
        | Statement::Analyze(_)
        | Statement::Extras
        | Statement::MakeToken
        | Statement::MakeRun { .. }
        | Statement::Role { .. }
        | Statement::Grant(_) => {}
        Statement::Remember(_, value) => walk.expr(value),
        Statement::Settle(checks) => checks.iter().for_each(|(_, bad)| walk.expr(bad)),
    }
    walk.needs
}

/// The tables of a query by the names that they have in it; a query in FROM has no table.
type Scope = Vec<(String, Option<String>)>;

struct Walk {
    dialect: Dialect,
    needs: Needs,
    /// The innermost last.
    scopes: Vec<Scope>,
}

impl Walk {
    fn of(&mut self, table: &str) -> &mut Rights {
        self.needs.entry(table.to_owned()).or_default()
    }

    fn change(&mut self, change: &Change) {
        let (Change::Update { table, .. } | Change::Delete { table, .. }) = change;
        self.scopes.push(vec![(table.clone(), Some(table.clone()))]);
        self.of(table).read = true;
        match change {
            Change::Delete { filter, .. } => {
                self.expr(filter);
                self.of(table).delete = true;
            }
            Change::Update { set, kept, filter, .. } => {
                self.expr(filter);
                for (column, value) in set {
                    self.of(table).update.insert(column.clone());
                    self.expr(value);
                }
                if self.dialect.spec().follows_changes {
                    let rights = self.of(table);
                    rights.update.extend(kept.iter().cloned());
                    rights.select.extend(kept.iter().cloned());
                }
            }
        }
        self.scopes.pop();
    }

    fn select(&mut self, select: &Select) {
        // A query in FROM does not see what stands beside it.
        let tables = select.from.iter().chain(select.joins.iter().map(|(from, _)| from));
        let mut scope = Scope::new();
        for from in tables {
            self.from(from);
            scope.push(called(from));
        }
        if select.lock == Lock::Held && self.dialect.spec().holding_is_writing {
            for table in scope.iter().filter_map(|(_, table)| table.as_ref()) {
                self.of(table).locked = true;
            }
        }
        self.scopes.push(scope);
        let columns = select.columns.iter().map(|(column, _)| column);
        let asked = select.joins.iter().map(|(_, on)| on).chain(&select.filter).chain(&select.group);
        for expr in columns.chain(asked).chain(&select.order) {
            self.expr(expr);
        }
        self.scopes.pop();
        select.more.iter().for_each(|more| self.select(more));
    }

    fn from(&mut self, from: &From) {
        match from {
            From::Table { name, .. } => {
                // The rows of a query that goes on by itself have its name, and are no table.
                let is_reached = self.scopes.iter().flatten().any(|(known, table)| known == name && table.is_none());
                if !is_reached {
                    self.of(name).read = true;
                }
            }
            From::Query { query, .. } => self.select(query),
            From::Reached { first, next, alias, .. } => {
                self.select(first);
                self.scopes.push(vec![(alias.clone(), None)]);
                self.select(next);
                self.scopes.pop();
            }
            From::Values { rows, .. } => rows.iter().flatten().for_each(|value| self.expr(value)),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all others are what their parts are")]
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Column { of, name } => self.column(of.as_deref(), name),
            Expr::In(left, select) => {
                self.expr(left);
                self.select(select);
            }
            Expr::TupleIn(left, select) => {
                for value in left {
                    self.expr(value);
                }
                self.select(select);
            }
            Expr::Exists(select) | Expr::Scalar(select) | Expr::List(select) | Expr::Lines(select) => {
                self.select(select);
            }
            Expr::Started if self.dialect.spec().variable.is_none() => {
                let run = self.of("probate_run");
                run.read = true;
                run.select.extend(["started", "run"].map(str::to_owned));
            }
            Expr::Lists(lists) => lists.iter().for_each(|list| self.select(list)),
            Expr::Around(..) | Expr::Indexed(..) => self.expr(&self.dialect.spec().known(expr)),
            other => other.each_child(&mut |child| self.expr(child)),
        }
    }

    fn column(&mut self, of: Option<&str>, name: &str) {
        let table = match of {
            Some(of) => {
                let found = self.scopes.iter().rev().flatten().find(|(known, _)| known == of);
                found.and_then(|(_, table)| table.as_deref())
            }
            // A column without a table is one of ours, and of the only table there is.
            None => match self.scopes.last().map(Vec::as_slice) {
                Some([(_, table)]) => table.as_deref(),
                _ => None,
            },
        };
        let Some(table) = table else { return };
        let known = self.needs.get(table).is_some_and(|rights| rights.select.contains(name));
        if !known {
            let table = table.to_owned();
            self.of(&table).select.insert(name.to_owned());
        }
    }
}

fn called(from: &From) -> (String, Option<String>) {
    match from {
        From::Table { name, alias } => (alias.clone().unwrap_or_else(|| name.clone()), Some(name.clone())),
        From::Query { alias, .. } | From::Reached { alias, .. } | From::Values { alias, .. } => (alias.clone(), None),
    }
}
