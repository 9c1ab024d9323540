//! Which rows an entry speaks of, as a condition on its table.

use super::tables::BATCH;
use crate::database::{Column, ColumnId, TableId};
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
        // WHY: the key is cast to the column's type, never the column to the key's: casting a column would convert
        // every row's value, and let '2abc' or '02' match 2.
        let subject = if key == Family::Integer && column.family == Family::Text {
            Expr::Cast(Box::new(subject), Family::Text)
        } else {
            subject
        };
        Select::from(table, [subject]).filter(filter)
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
    let mut rows = member(last, |column| subjects.select(column, key));
    for (step, from) in path.steps.iter().zip(&tables).rev() {
        let inner = Select::from(&step.table.name, [Expr::column(&step.key.name)]).filter(rows);
        rows = member(column(program, *from, step.column.id), |_| inner.clone());
    }
    rows
}

/// `column in (…)`. A folding column finds candidates by its index, and bytes decide.
fn member(column: &Column, select: impl Fn(&Column) -> Select) -> Expr {
    let name = Expr::column(&column.name);
    let found = name.clone().within(select(column));
    if column.folds() { Expr::all([found, Expr::ByBytes(Box::new(name)).within(select(column))]) } else { found }
}

pub(super) fn key_family(program: &Program) -> Family {
    let subject = &program.site.subject;
    column(program, subject.table.id, subject.key.id).family
}

pub(super) fn column(program: &Program, table: TableId, id: ColumnId) -> &Column {
    program.schema.table(table).column(id)
}
