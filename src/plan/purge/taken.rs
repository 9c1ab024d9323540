//! Values that somebody else has already, in columns of which no two rows may have the same.
//!
//! The database would refuse them, and with them the whole batch; so whoever gets one is put off before anything is
//! changed, and the others go on.

use std::sync::Arc;

use super::super::Basis;
use super::super::chain::joined;
use super::super::rows::{Subjects, as_in, column, key_family, selected};
use super::branch::{Branch, branches};
use super::decide::entries;
use crate::database::{Table, Unique};
use crate::program::{Entry, PurgeType};
use crate::sql::{Expr, Select};
use crate::strategy::{Assignment, Strategy, Value};

/// Of the batch, the subjects of whom a row would get such a value; none where no entry writes any.
pub(super) fn taken(basis: Basis<'_>, purge_type: &PurgeType) -> Option<Expr> {
    let mut found = Vec::new();
    for (_, entry) in entries(basis, purge_type).filter(|(_, entry)| entry.co_owned.is_none() && entry.side.is_none()) {
        let table = basis.program.schema.table(entry.table.id);
        for branch in branches(entry.purge.as_ref()) {
            let set = branch.strategy.map_or(&[][..], Strategy::assignments);
            let uniques = table.uniques.iter().filter(|unique| !unique.partial && is_written_apart(unique, set));
            for unique in uniques {
                let subject = subject_of(basis, entry, &branch, &clash(basis, table, unique, set));
                if !found.contains(&subject) {
                    found.push(subject);
                }
            }
        }
    }
    (!found.is_empty()).then(|| Expr::any(found))
}

/// A value that is made for each person goes into the set.
fn is_written_apart(unique: &Unique, set: &[Assignment]) -> bool {
    set.iter().any(|one| unique.columns.contains(&one.column) && matches!(one.value, Value::Computed(_)))
}

/// The row does not have the values yet, and another row has.
fn clash(basis: Basis<'_>, table: &Table, unique: &Unique, set: &[Assignment]) -> Expr {
    let other = basis.program.schema.alias("probate_taken");
    let (mut differs, mut same) = (Vec::new(), Vec::new());
    for id in &unique.columns {
        let name = &table.column(*id).name;
        let own = Expr::of(&table.name, name);
        let value = match set.iter().find(|one| one.column == *id) {
            Some(one) => {
                let value = one.value.target(own.clone());
                differs.push(own.differs(value.clone()));
                value
            }
            None => own,
        };
        same.push(Expr::of(&other, name).equals(value));
    }
    let rows = Select::from(&table.name, [Expr::integer(1)]).alias(other).filter(Expr::all(same));
    Expr::all([Expr::any(differs), Expr::Exists(Arc::new(rows))])
}

/// A subject of the batch is the owner of such a row.
fn subject_of(basis: Basis<'_>, entry: &Entry, branch: &Branch<'_>, clash: &Expr) -> Expr {
    let program = basis.program;
    let rows = Select::values([]).table(&entry.table.name);
    let (mut rows, owner) = joined(program, entry.table.id, &entry.path, rows, "t");
    let holder = column(program, entry.path.ends_in.id, entry.path.last.id);
    rows.columns = vec![(holder.exact(owner), None)];
    let asked = branch.asked.exprs.iter().cloned();
    let of_batch = selected(program, entry, Subjects::Batch);
    let rows = rows.filter(Expr::all(std::iter::once(of_batch).chain(asked).chain([clash.clone()])));
    as_in(Expr::column("subject"), key_family(program), holder).within(rows)
}
