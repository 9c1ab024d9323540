//! Guards: rows of others that refer to rows that go. A cascade would take them along, a plain key would refuse,
//! and without enforcement they would refer to nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::{Basis, hold};
use super::cut::{Cut, is_cut};
use super::order;
use super::shared::refers_by_key;
use super::step::Step;
use crate::database::{ColumnId, ForeignKey, OnDelete, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;
use crate::sql::{Expr, Literal, Select};
use crate::strategy::Value;

/// Something that must be 0 before the run may end.
pub(super) struct Guard {
    pub what: String,
    pub why: String,
    /// Known only before rows of this table are deleted; else before anything is changed.
    pub before: Option<TableId>,
    pub count: Select,
}

pub(super) fn guards(
    basis: Basis<'_>,
    (purge_type, waits): (&PurgeType, bool),
    steps: &[Step<'_>],
    cuts: &[Cut],
    found: &mut Vec<Diagnostic>,
) -> Vec<Guard> {
    let schema = &basis.program.schema;
    let mut guards = Vec::new();
    let mut of_table: BTreeMap<TableId, Vec<&Step<'_>>> = BTreeMap::new();
    // What is emptied so that rows can go changes nothing in what refers to what in the end.
    for step in steps.iter().filter(|step| step.why.is_none()) {
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
            if matches!(key.on_delete, OnDelete::SetNull | OnDelete::SetDefault) && !is_cut(cuts, basis, key) {
                guards.extend(unseen_afterwards(basis, (child, parent), key, theirs));
            }
            let is_left = theirs.is_empty() && !waits;
            if is_left && matches!(key.on_delete, OnDelete::Refuse | OnDelete::Restrict) {
                found.push(refused(basis, purge_type, first, child, key));
            } else if child == parent
                && key.on_delete == OnDelete::Restrict
                && !order::let_go(theirs, key)
                && !is_cut(cuts, basis, key)
            {
                found.push(restricted(basis, first, key));
            } else {
                let reference = Reference { child: schema.table(child), key, parent: schema.table(parent) };
                let late = theirs.iter().chain(&going).any(|step| step.selection.late().is_some());
                guards.push(Guard { before: late.then_some(parent), ..reference.guard(&gone, theirs) });
            }
        }
    }
    guards
}

/// Rows that are found by a column which the database empties when rows of `parent` go: whether anything is left of them
/// is seen before.
fn unseen_afterwards(
    basis: Basis<'_>,
    (child, parent): (TableId, TableId),
    key: &ForeignKey,
    theirs: &[&Step<'_>],
) -> Vec<Guard> {
    let schema = &basis.program.schema;
    if child == parent || child == basis.program.site.subject.table.id {
        return Vec::new();
    }
    let let_go = order::let_go(theirs, key);
    let is_before = |step: &Step<'_>| if step.deletes() { !let_go } else { step.selection.late().is_none() };
    let found = theirs.iter().filter(|step| is_before(step) && step.is_found_by(&key.columns));
    let names: Vec<&str> = key.columns.iter().map(|id| &*schema.table(child).column(*id).name).collect();
    let (columns, above) = (names.join("|"), &schema.table(parent).name);
    let guard = |step: &&Step<'_>| {
        let left = step.left(schema.table(child));
        let count = Select::from(&*step.table.name, [Expr::Count]).filter(Expr::any(left.clone()));
        (!left.is_empty()).then(|| Guard {
            // A step may be found by several keys.
            what: format!(
                "step {} ({} {}), by {columns} of {above}",
                step.number,
                step.strategy.name(),
                step.table.name
            ),
            why: format!("nothing is left, before rows of {above} go"),
            before: Some(parent),
            count,
        })
    };
    found.filter_map(guard).collect()
}

/// A foreign key, and the tables that it stands between.
struct Reference<'r> {
    child: &'r Table,
    key: &'r ForeignKey,
    parent: &'r Table,
}

impl Reference<'_> {
    /// Rows that stay and will refer to a row that goes. A row refers only where no column of the key is NULL.
    fn guard(&self, gone: &Expr, theirs: &[&Step<'_>]) -> Guard {
        let to = self.key.to.iter().map(|id| Expr::of(&self.parent.name, &self.parent.column(*id).name));
        let target = Select::from(&self.parent.name, to).filter(gone.clone());
        let deleted = || theirs.iter().filter(|step| step.deletes()).map(|step| step.rows());
        let writes = |step: &&&Step<'_>| self.key.columns.iter().any(|id| step.strategy.writes().contains(id));
        let written: Vec<&Step<'_>> = theirs.iter().filter(writes).copied().collect();
        let taken = Expr::any(deleted().chain(written.iter().map(|step| step.rows())));
        let now = self.key.columns.iter().map(|id| self.own(*id)).collect();
        let mut bad = vec![Expr::all([self.refers(now, &target), taken.is_true().negated()])];
        for (rows, values) in self.after(&written) {
            let staying = Expr::any(deleted()).is_true().negated();
            bad.push(Expr::all([rows, self.refers(values, &target), staying]));
        }
        Guard {
            what: format!("{}.{} -> {}", self.child.name, self.columns(), self.parent.name),
            why: "rows of others that refer to rows that go".to_owned(),
            before: None,
            count: Select::from(&self.child.name, [Expr::Count]).filter(Expr::any(bad)),
        }
    }

    fn own(&self, column: ColumnId) -> Expr {
        Expr::of(&self.child.name, &self.child.column(column).name)
    }

    fn columns(&self) -> String {
        let names: Vec<&str> = self.key.columns.iter().map(|id| &*self.child.column(*id).name).collect();
        names.join("|")
    }

    /// Rows in which the key is written, and what its columns hold afterwards; those that refer to nothing any more
    /// are left out.
    fn after(&self, written: &[&Step<'_>]) -> Vec<(Expr, Vec<Expr>)> {
        let null = Value::Literal(Literal::Null);
        let lets_go = |step: &&&Step<'_>| self.key.columns.iter().any(|id| step.strategy.value(*id) == Some(&null));
        let (free, bound): (Vec<&Step<'_>>, Vec<&Step<'_>>) = written.iter().partition(|step| lets_go(step));
        // One column gets one value, whatever else happens to the row.
        if self.key.columns.len() == 1 || bound.len() < 2 {
            let one = |step: &&Step<'_>| {
                let value = |id: &ColumnId| {
                    let own = self.own(*id);
                    step.strategy.value(*id).map_or(own.clone(), |value| value.target(own))
                };
                (step.rows(), self.key.columns.iter().map(value).collect())
            };
            return bound.iter().map(one).map(|found| self.unless_free(found, &free)).collect();
        }
        let value = |id: &ColumnId| {
            let arms =
                bound.iter().filter_map(|step| Some((step.rows(), step.strategy.value(*id)?.target(self.own(*id)))));
            let arms: Vec<(Expr, Expr)> = arms.collect();
            // A column of the key that none of them writes.
            if arms.is_empty() { self.own(*id) } else { Expr::Case(arms, Arc::new(self.own(*id))) }
        };
        let rows = Expr::any(bound.iter().map(|step| step.rows()));
        vec![self.unless_free((rows, self.key.columns.iter().map(value).collect()), &free)]
    }

    /// Of a key of several columns another step may set one to NULL.
    fn unless_free(&self, (rows, values): (Expr, Vec<Expr>), free: &[&Step<'_>]) -> (Expr, Vec<Expr>) {
        if self.key.columns.len() == 1 || free.is_empty() {
            return (rows, values);
        }
        let free = Expr::any(free.iter().map(|step| step.rows()));
        (Expr::all([rows, free.is_true().negated()]), values)
    }

    /// Whether these values of the key's columns refer to rows of the target.
    fn refers(&self, values: Vec<Expr>, target: &Select) -> Expr {
        let pairs = self.key.columns.iter().zip(&self.key.to);
        let pairs = pairs.map(|(holder, to)| (self.child.column(*holder), self.parent.column(*to)));
        refers_by_key(values.into_iter().zip(pairs), target)
    }
}

/// Each account that takes something over is there, and is one.
pub(super) fn placeholders(basis: Basis<'_>, steps: &[Step<'_>]) -> Vec<Guard> {
    let values = steps.iter().flat_map(|step| step.strategy.assignments());
    let used: BTreeSet<&str> = values.filter_map(|one| one.value.placeholder()).collect();
    let subject = &basis.program.site.subject;
    let of = |name: &str| subject.placeholders.iter().find(|one| one.name == name);
    let guard = |name: &str| {
        let condition = of(name)?.condition.expr.clone();
        let count = Select::from(&subject.table.name, [Expr::Count]).filter(condition);
        let is_one = Expr::scalar(count).equals(Expr::integer(1));
        let bad = Expr::Case(vec![(is_one, Expr::integer(0))], Arc::new(Expr::integer(1)));
        Some(Guard {
            what: format!("placeholder {name}"),
            why: "exactly one account takes over".to_owned(),
            before: None,
            count: Select::values([bad]),
        })
    };
    used.into_iter().filter_map(guard).collect()
}

/// That nobody has come under a legal hold that the statements were made without.
pub(super) fn idle_holds(basis: Basis<'_>) -> Option<Guard> {
    (!basis.idle_holds.is_empty()).then(|| Guard {
        what: "legal holds that nobody was under".to_owned(),
        why: "the statements leave them out".to_owned(),
        before: None,
        count: hold::under(basis.idle_holds),
    })
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
        .help("let the referring column be NULL, so that it can be emptied first, or declare the key NO ACTION")
}

fn refused(basis: Basis<'_>, purge_type: &PurgeType, step: &Step<'_>, child: TableId, key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(child);
    let title = format!("`{}` refers to rows that {} deletes", table.name, purge_type.called());
    Diagnostic::new(Code::RefusedByForeignKey, step.span, title)
        .label(format!("the database would refuse to delete rows of `{}`", step.table.name))
        .related(key.span, "this foreign key has no ON DELETE")
        .help(format!(
            "take an item that covers `{}` into the type, or overwrite these rows instead of deleting them",
            table.name
        ))
}
