//! Guards: rows of others that refer to rows that go. A cascade would take them along, a plain key would refuse,
//! and without enforcement they would refer to nothing.

use std::collections::BTreeMap;

use super::super::Basis;
use super::step::Step;
use super::{Guard, order};
use crate::database::{Collation, ColumnId, ForeignKey, OnDelete, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;
use crate::sql::{Expr, Family, Literal, Select};
use crate::strategy::Value;

pub(super) fn guards(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    steps: &[Step<'_>],
    found: &mut Vec<Diagnostic>,
) -> Vec<Guard> {
    let schema = &basis.program.schema;
    let mut guards = Vec::new();
    let mut of_table: BTreeMap<TableId, Vec<&Step<'_>>> = BTreeMap::new();
    for step in steps {
        of_table.entry(step.table.id).or_default().push(step);
    }
    for (parent, ours) in &of_table {
        let parent = *parent;
        let going: Vec<&Step<'_>> = ours.iter().copied().filter(|step| step.deletes()).collect();
        let gone = Expr::any(going.iter().map(|step| step.rows()));
        for (child, key) in schema.referring(parent) {
            found.extend(ours.iter().filter_map(|step| written_over(basis, step, child, key)));
            let Some(first) = going.first() else { continue };
            let theirs = of_table.get(&child).map_or(&[][..], Vec::as_slice);
            if theirs.is_empty() && matches!(key.on_delete, OnDelete::Refuse | OnDelete::Restrict) {
                found.push(refused(basis, purge_type, first, child, key));
            } else if child == parent && key.on_delete == OnDelete::Restrict && !order::let_go(theirs, key) {
                found.push(restricted(basis, first, key));
            } else if let ([column], [to]) = (key.columns.as_slice(), key.to.as_slice()) {
                let reference =
                    Reference { child: schema.table(child), column: *column, parent: schema.table(parent), to: *to };
                let late = theirs.iter().chain(&going).any(|step| step.selection.late().is_some());
                guards.push(Guard { before: late.then_some(parent), ..reference.guard(&gone, theirs) });
            } else {
                found.push(composite(basis, first, child, key));
            }
        }
    }
    guards
}

/// A foreign key of one column.
struct Reference<'r> {
    child: &'r Table,
    column: ColumnId,
    parent: &'r Table,
    to: ColumnId,
}

impl Reference<'_> {
    /// Rows that stay and will refer to a row that goes.
    fn guard(&self, gone: &Expr, theirs: &[&Step<'_>]) -> Guard {
        let (holder, to) = (self.child.column(self.column), self.parent.column(self.to));
        let target = Select::from(&self.parent.name, [Expr::of(&self.parent.name, &to.name)]).filter(gone.clone());
        let deleted = || theirs.iter().filter(|step| step.deletes()).map(|step| step.rows());
        let written = theirs.iter().filter(|step| step.strategy.writes().contains(&self.column));
        let taken = Expr::any(deleted().chain(written.clone().map(|step| step.rows())));
        let refers = self.as_referred(Expr::of(&self.child.name, &holder.name)).within(target.clone());
        let mut bad = vec![Expr::all([refers, taken.is_true().negated()])];
        for step in written {
            let null = Value::Literal(Literal::Null);
            let Some(value) = step.strategy.value(self.column).filter(|value| **value != null) else {
                continue;
            };
            let refers = self.as_referred(value.expr()).within(target.clone());
            bad.push(Expr::all([step.rows(), refers, Expr::any(deleted()).is_true().negated()]));
        }
        Guard {
            what: format!("{}.{} -> {}", self.child.name, holder.name, self.parent.name),
            why: "rows of others that refer to rows that go".to_owned(),
            before: None,
            count: Select::from(&self.child.name, [Expr::Count]).filter(Expr::any(bad)),
        }
    }

    /// A referring value as the database compares it for a foreign key: by the type and the collation of the column
    /// that is referred to. What it would take for a reference, a cascade would follow.
    fn as_referred(&self, value: Expr) -> Expr {
        let (holder, to) = (self.child.column(self.column), self.parent.column(self.to));
        let cast = to.family == Family::Text && holder.family != Family::Text;
        let value = if cast { Expr::Cast(Box::new(value), Family::Text) } else { value };
        match &to.collation {
            Collation::Folding(name) => Expr::Collated(Box::new(value), name.to_string()),
            Collation::Bytes if holder.folds() => Expr::ByBytes(Box::new(value)),
            Collation::Bytes => value,
        }
    }
}

/// A change of a column that others refer to would change them too, or be refused.
fn written_over(basis: Basis<'_>, step: &Step<'_>, child: TableId, key: &ForeignKey) -> Option<Diagnostic> {
    let schema = &basis.program.schema;
    let writes = step.strategy.writes();
    let column = key.to.iter().find(|column| writes.contains(column))?;
    let table = schema.table(step.table.id);
    let title = format!("`{}.{}` is referred to by a foreign key", table.name, table.column(*column).name);
    Some(
        Diagnostic::new(Code::RefusedByForeignKey, step.span, title)
            .label("overwriting it would change or break rows that refer to it")
            .related(key.span, format!("`{}` refers to it here", schema.table(child).name))
            .help("delete the row, or leave this column out of the entry"),
    )
}

fn restricted(basis: Basis<'_>, step: &Step<'_>, key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(step.table.id);
    let title = format!("rows of `{}` refer to each other by a key that is ON DELETE RESTRICT", table.name);
    Diagnostic::new(Code::RefusedByForeignKey, step.span, title)
        .label("the database would refuse to delete a row before the rows that refer to it")
        .related(key.span, "declared here")
        .help(
            "add an entry with the same owner that overwrites the referring column with null, or declare it NO ACTION",
        )
}

fn refused(basis: Basis<'_>, purge_type: &PurgeType, step: &Step<'_>, child: TableId, key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(child);
    let title = format!("`{}` refers to rows that the purge type `{}` deletes", table.name, purge_type.id);
    Diagnostic::new(Code::RefusedByForeignKey, step.span, title)
        .label(format!("the database would refuse to delete rows of `{}`", step.table.name))
        .related(key.span, "this foreign key has no ON DELETE")
        .help(format!(
            "take an item that covers `{}` into the type, or overwrite these rows instead of deleting them",
            table.name
        ))
}

fn composite(basis: Basis<'_>, step: &Step<'_>, child: TableId, key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(child);
    let title = format!("a foreign key of several columns refers from `{}` to rows that are deleted", table.name);
    Diagnostic::new(Code::NotBuiltYet, step.span, title)
        .label("such keys cannot be guarded yet")
        .related(key.span, "declared here")
}
