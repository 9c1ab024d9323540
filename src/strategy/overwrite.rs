//! `{overwrite: {column: value}}`: the row stays, its columns get these values.

use std::sync::Arc;

use serde::Serialize;

use super::value::Value;
use crate::database::{ColumnId, Table};
use crate::source::Span;
use crate::sql::{Change, Expr};

pub(super) const NAME: &str = "overwrite";

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overwrite {
    /// Sorted by column.
    pub set: Vec<Assignment>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assignment {
    #[serde(skip)]
    pub column: ColumnId,
    pub name: Arc<str>,
    pub value: Value,
    #[serde(skip)]
    pub span: Span,
}

impl Overwrite {
    pub(super) fn change(&self, table: &Table, rows: Expr) -> Change {
        let value = |one: &Assignment| one.value.written(Expr::of(&table.name, &one.name));
        let set = self.set.iter().map(|one| (one.name.to_string(), value(one))).collect();
        let any_now = self.set.iter().any(|one| one.value.is_now());
        // WHY: a row that is as it should be already keeps the time at which it became so.
        let filter = if any_now && !self.is_only_now() { Expr::all([rows, self.unchanged(table)]) } else { rows };
        let written: Vec<ColumnId> = self.set.iter().map(|one| one.column).collect();
        Change::Update { table: table.name.to_string(), set, kept: table.following(&written), filter }
    }

    /// Nothing but the time of the run is written.
    pub(super) fn is_only_now(&self) -> bool {
        self.set.iter().all(|one| one.value.is_now())
    }

    /// At least one column has another value than it should.
    pub(super) fn unchanged(&self, table: &Table) -> Expr {
        let only_now = self.is_only_now();
        let counted = self.set.iter().filter(|one| only_now || !one.value.is_now());
        Expr::any(counted.map(|one| {
            let name = Expr::of(&table.name, &one.name);
            let target = one.value.target(name.clone());
            // 'x' equals 'X' in a folding column, but it has not been overwritten.
            let column = table.column(one.column).exact(name);
            column.differs(target)
        }))
    }
}
