//! Which rows an entry speaks of, as a condition on its table.

use super::tables::BATCH;
use crate::database::{Column, ColumnId, Table, TableId};
use crate::program::{Entry, Path, Program};
use crate::sql::{Expr, Family, Select};

/// The subjects that `batch` selects, as keys of the type that a column holds.
#[derive(Clone, Copy)]
pub(super) enum Subjects {
    /// Those staged by the run at hand.
    Batch,
    /// The one whose export was claimed.
    Claimed,
}

impl Subjects {
    fn select(self, column: &Column, key: Family) -> Select {
        let (table, filter) = match self {
            Self::Batch => (BATCH, Expr::column("run").equals(Expr::Run)),
            Self::Claimed => (super::tables::REQUEST, super::claim::mine()),
        };
        let subject = Expr::column("subject");
        Select::from(table, [as_in(subject, key, column)]).filter(filter)
    }
}

/// A key as a value of the column's type.
fn as_in(key: Expr, family: Family, column: &Column) -> Expr {
    // WHY: the key is cast to the column's type, never the column to the key's: casting a column would convert
    // every row's value, and let '2abc' or '02' match 2.
    if family == Family::Integer && column.family == Family::Text {
        Expr::Cast(Box::new(key), Family::Text)
    } else {
        key
    }
}

/// The rows that stand in the entry's relation to the subjects.
pub(super) fn selected(program: &Program, entry: &Entry, subjects: Subjects) -> Expr {
    let owned = owned(program, entry.table.id, &entry.owner, subjects);
    Expr::all([Some(owned), entry.condition.as_ref().map(|condition| condition.expr.clone())].into_iter().flatten())
}

/// From the last column back to the row: each step is a set of keys.
pub(super) fn owned(program: &Program, table: TableId, path: &Path, subjects: Subjects) -> Expr {
    let key = key_family(program);
    let mut tables = vec![table];
    tables.extend(path.steps.iter().map(|step| step.table.id));
    let last = column(program, path.ends_in.id, path.last.id);
    let mut rows = member(program.schema.table(path.ends_in.id), last, &subjects.select(last, key));
    for (step, from) in path.steps.iter().zip(&tables).rev() {
        let holder = column(program, *from, step.column.id);
        let family = column(program, step.table.id, step.key.id).family;
        let found = as_in(Expr::of(&step.table.name, &step.key.name), family, holder);
        let inner = Select::from(&step.table.name, [found]).filter(rows);
        rows = member(program.schema.table(*from), holder, &inner);
    }
    rows
}

/// `column in (…)`. A folding column finds candidates by its index, and bytes decide.
pub(super) fn member(table: &Table, column: &Column, select: &Select) -> Expr {
    // WHY: every column of the application is named with its table. Were it missing in the database, SQLite would take
    // the name alone for a text, or for a column of an outer query.
    let name = Expr::of(&table.name, &column.name);
    let found = name.clone().within(select.clone());
    if column.folds() { Expr::all([found, Expr::ByBytes(Box::new(name)).within(select.clone())]) } else { found }
}

pub(super) fn key_family(program: &Program) -> Family {
    let subject = &program.site.subject;
    column(program, subject.table.id, subject.key.id).family
}

pub(super) fn column(program: &Program, table: TableId, id: ColumnId) -> &Column {
    program.schema.table(table).column(id)
}
