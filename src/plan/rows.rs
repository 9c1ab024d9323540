//! Which rows an entry speaks of, as a condition on its table.

use super::identifier;
use super::tables::BATCH;
use crate::database::{Column, ColumnId, Table, TableId};
use crate::program::{Entry, Path, Program, Relation};
use crate::sql::{Expr, Family, Select};

/// The subjects that `batch` selects, as keys of the type that a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Subjects {
    /// Those staged by the run at hand.
    Batch,
    /// The one whose export was claimed.
    Claimed,
}

impl Subjects {
    /// Their keys, as a column of this family holds them.
    pub fn keys(self, key: Family, holder: &Column) -> Select {
        let (table, filter) = match self {
            Self::Batch => (BATCH, Expr::column("run").equals(Expr::Run)),
            Self::Claimed => (super::tables::REQUEST, super::claim::mine()),
        };
        Select::from(table, [as_in(Expr::column("subject"), key, holder)]).filter(filter)
    }
}

/// A key as a value of the column's type.
pub(super) fn as_in(key: Expr, family: Family, column: &Column) -> Expr {
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
    let owned = owned(program, entry, subjects);
    let condition = entry.condition.as_ref().map(|condition| condition.expr.clone());
    let not_owned = (entry.relation == Relation::Access).then(|| theirs(program, entry.table.id, subjects)).flatten();
    Expr::all([Some(owned), condition, not_owned.map(Expr::negated)].into_iter().flatten())
}

/// What the subjects own of a table, whatever the item: `access` leaves it out.
fn theirs(program: &Program, table: TableId, subjects: Subjects) -> Option<Expr> {
    let entries = program.items.iter().flat_map(|item| &item.entries);
    let owned = entries.filter(|entry| entry.table.id == table && entry.relation.is_own());
    let owned: Vec<Expr> = owned.map(|entry| selected(program, entry, subjects)).collect();
    (!owned.is_empty()).then(|| Expr::any(owned).is_true())
}

/// The rows whose path ends in the subjects, whatever else is asked of them.
pub(super) fn owned(program: &Program, entry: &Entry, subjects: Subjects) -> Expr {
    along(program, entry.table.id, &entry.path, ends(program, entry, subjects))
}

/// What is asked of the row that a path ends in.
pub(super) fn ends(program: &Program, entry: &Entry, subjects: Subjects) -> Expr {
    let (table, last) = (program.schema.table(entry.path.ends_in.id), entry.path.last.id);
    match &entry.identifier {
        None => member(table, table.column(last), &subjects.keys(key_family(program), table.column(last))),
        Some(source) => identifier::named(program, source, table, table.column(last), subjects),
    }
}

/// From the last column back to the row: each step is a set of keys.
pub(super) fn along(program: &Program, table: TableId, path: &Path, end: Expr) -> Expr {
    match first_step(program, table, path, end) {
        Err(end) => end,
        Ok(first) => {
            let found = member(program.schema.table(table), first.column, &first.keys);
            Expr::all([first.before, Some(found)].into_iter().flatten())
        }
    }
}

/// The first step of a path: a column of the row is one of these keys.
pub(super) struct FirstStep<'p> {
    pub column: &'p Column,
    pub keys: Select,
    /// What the step asks of the row itself.
    pub before: Option<Expr>,
}

/// Fails with what is asked of the row itself where the path never leaves it.
pub(super) fn first_step<'p>(
    program: &'p Program,
    table: TableId,
    path: &Path,
    end: Expr,
) -> Result<FirstStep<'p>, Expr> {
    let mut tables = vec![table];
    tables.extend(path.steps.iter().map(|step| step.table.id));
    let mut rows = end;
    let mut first = None;
    for (step, from) in path.steps.iter().zip(&tables).rev() {
        if let Some(FirstStep { column, keys, before }) = first.take() {
            let found = member(program.schema.table(step.table.id), column, &keys);
            rows = Expr::all([before, Some(found)].into_iter().flatten());
        }
        let holder = column(program, *from, step.column.id);
        let family = column(program, step.table.id, step.key.id).family;
        let found = as_in(Expr::of(&step.table.name, &step.key.name), family, holder);
        let entered = step.entered.as_ref().map(|condition| condition.expr.clone());
        let keys = Select::from(&step.table.name, [found])
            .filter(Expr::all([entered, Some(rows.clone())].into_iter().flatten()));
        first = Some(FirstStep { column: holder, keys, before: step.before.as_ref().map(|one| one.expr.clone()) });
    }
    first.ok_or(rows)
}

/// `column in (…)`. A folding column finds candidates by its index, and bytes decide.
pub(super) fn member(table: &Table, column: &Column, select: &Select) -> Expr {
    // WHY: every column of the application is named with its table. Were it missing in the database, SQLite would take
    // the name alone for a text, or for a column of an outer query.
    let name = Expr::of(&table.name, &column.name);
    let found = name.clone().within(select.clone());
    if column.folds() { Expr::all([found, Expr::ByBytes(Box::new(name)).within(select.clone())]) } else { found }
}

/// What a path leads to from the rows of a query, by joins; the rows themselves keep the name of their table.
pub(super) fn joined(
    program: &Program,
    table: TableId,
    path: &Path,
    mut select: Select,
    prefix: &str,
) -> (Select, Expr) {
    let mut before = program.schema.table(table);
    let mut called = before.name.to_string();
    for (number, step) in (1..).zip(&path.steps) {
        let alias = program.schema.alias(&format!("probate_{prefix}{number}"));
        let entered = program.schema.table(step.table.id);
        let (holder, key) = (before.column(step.column.id), entered.column(step.key.id));
        let referring = as_in(Expr::of(&called, &holder.name), holder.family, key);
        let is_key = as_in(Expr::of(&alias, &key.name), key.family, holder);
        let is_key = if key.folds() { Expr::ByBytes(Box::new(is_key)) } else { is_key };
        let before_when = step.before.as_ref().map(|one| one.expr.clone().about(&before.name, &called));
        let entered_when = step.entered.as_ref().map(|one| one.expr.clone().about(&entered.name, &alias));
        let on = Expr::all([Some(is_key.equals(referring)), before_when, entered_when].into_iter().flatten());
        select = select.join(entered.name.to_string(), alias.clone(), on);
        (before, called) = (entered, alias);
    }
    let last = program.schema.table(path.ends_in.id).column(path.last.id);
    (select, Expr::of(called, &last.name))
}

pub(super) fn key_family(program: &Program) -> Family {
    let subject = &program.site.subject;
    column(program, subject.table.id, subject.key.id).family
}

pub(super) fn column(program: &Program, table: TableId, id: ColumnId) -> &Column {
    program.schema.table(table).column(id)
}
