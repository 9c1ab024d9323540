//! Keys by which rows that go refer to each other, in a circle or within one table: what lets each statement run
//! nevertheless.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::order;
use super::step::Step;
use crate::database::{ColumnId, ForeignKey, OnDelete, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Part, PurgeType};
use crate::source::Span;
use crate::sql::Literal;
use crate::strategy::{Assignment, Overwrite, Strategy, Value};

/// A foreign key that no statement needs to wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The table that refers, and the place among its foreign keys.
    pub child: TableId,
    place: usize,
    pub how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// This column is set to NULL in the rows that go, before any of them does.
    Emptied(ColumnId),
    /// The database looks at the key when the transaction ends.
    Deferred,
}

impl Cut {
    /// How this key of a table can be cut, if it can.
    pub fn of(basis: Basis<'_>, child: TableId, key: &ForeignKey) -> Option<Self> {
        let table = basis.program.schema.table(child);
        let place = table.foreign_keys.iter().position(|one| std::ptr::eq(one, key))?;
        let can_be_null = |id: &&ColumnId| {
            let column = table.column(**id);
            let unique = table.uniques.iter().any(|unique| unique.nulls_conflict && unique.columns.contains(*id));
            column.nullable && !column.generated && !unique && !table.primary_key.contains(*id)
        };
        let how = match key.columns.iter().find(can_be_null) {
            Some(column) => How::Emptied(*column),
            None if is_deferrable(basis, key) => How::Deferred,
            None => return None,
        };
        Some(Self { child, place, how })
    }

    pub fn key<'k>(&self, basis: Basis<'k>) -> Option<&'k ForeignKey> {
        basis.program.schema.table(self.child).foreign_keys.get(self.place)
    }

    /// `a.b_id -> b`
    pub fn name(&self, basis: Basis<'_>) -> String {
        let schema = &basis.program.schema;
        let child = schema.table(self.child);
        let (columns, to) = self.key(basis).map_or((String::new(), ""), |key| {
            let columns: Vec<&str> = key.columns.iter().map(|id| &*child.column(*id).name).collect();
            (columns.join("|"), &*schema.table(key.table).name)
        });
        format!("{}.{columns} -> {to}", child.name)
    }
}

/// Whether every database that the site is compiled for looks at the key at the end, where it is told to.
fn is_deferrable(basis: Basis<'_>, key: &ForeignKey) -> bool {
    key.on_delete == OnDelete::Refuse && (key.deferrable || is_deferred(basis, key))
}

/// Whether it does so anyway.
fn is_deferred(basis: Basis<'_>, key: &ForeignKey) -> bool {
    key.on_delete == OnDelete::Refuse && basis.program.site.dialects.iter().all(|dialect| dialect.defers_keys())
}

pub(super) fn is_cut(cuts: &[Cut], basis: Basis<'_>, key: &ForeignKey) -> bool {
    cuts.iter().any(|cut| cut.key(basis).is_some_and(|one| std::ptr::eq(one, key)))
}

/// Keys within one table that would be broken between two statements, and whether they can be cut.
pub(super) fn of_own_tables(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    steps: &[Step<'_>],
    cuts: &[Cut],
) -> (Vec<Cut>, Vec<Diagnostic>) {
    let mut by_table: BTreeMap<TableId, Vec<&Step<'_>>> = BTreeMap::new();
    for step in steps {
        by_table.entry(step.table.id).or_default().push(step);
    }
    let (mut needed, mut found) = (Vec::new(), Vec::new());
    for (table, steps) in by_table {
        let own = basis.program.schema.table(table).foreign_keys.iter().filter(|key| key.table == table);
        for key in own.filter(|key| !is_cut(cuts, basis, key)) {
            let open: Vec<&Step<'_>> =
                steps.iter().copied().filter(|step| step.deletes() && !step.closes(key)).collect();
            let is_broken = match key.on_delete {
                // The statement itself may delete the row that is referred to first.
                OnDelete::Restrict => steps.iter().any(|step| step.deletes()),
                OnDelete::Refuse => open.len() > 1 && !is_deferred(basis, key),
                OnDelete::Cascade | OnDelete::SetNull | OnDelete::SetDefault => false,
            };
            if !is_broken || order::let_go(&steps, key) {
                continue;
            }
            match Cut::of(basis, table, key) {
                Some(cut) => needed.push(cut),
                // What RESTRICT refuses is said by the guards.
                None if key.on_delete == OnDelete::Refuse => found.push(broken(basis, purge_type, &open, key)),
                None => {}
            }
        }
    }
    (needed, found)
}

fn broken(basis: Basis<'_>, purge_type: &PurgeType, steps: &[&Step<'_>], key: &ForeignKey) -> Diagnostic {
    let table = basis.program.schema.table(key.table);
    let span = steps.first().map_or(purge_type.span, |step| step.span);
    let title = format!("{} deletes rows of `{}` that refer to each other", purge_type.called(), table.name);
    let mut diagnostic = Diagnostic::new(Code::OrderCircle, span, title)
        .label(format!("waits for: {} -> {}", table.name, table.name))
        .related(key.span, "by this key, which must not be NULL");
    let others: BTreeSet<Span> = steps.iter().map(|step| step.span).filter(|other| *other != span).collect();
    for other in others {
        diagnostic = diagnostic.related(other, format!("another `delete` of `{}`", table.name));
    }
    diagnostic
        .note("a row of one entry may refer to a row of the other, whichever goes first")
        .help("let the column be NULL, or declare the key DEFERRABLE")
        .help("or let one entry take the rows below with it, by `parts`")
}

/// The steps that empty what is cut, of the rows that go.
pub(super) fn emptied<'s>(basis: Basis<'s>, steps: &[Step<'s>], cuts: &[Cut]) -> Vec<Step<'s>> {
    let mut all = Vec::new();
    for cut in cuts {
        let (How::Emptied(column), Some(key)) = (cut.how, cut.key(basis)) else { continue };
        let table = basis.program.schema.table(cut.child);
        for step in steps.iter().filter(|step| step.table.id == cut.child && step.deletes()) {
            let name = &table.column(column).name;
            let why = format!(
                "`{name}` first, because rows that go refer to each other: {} ({})",
                cut.name(basis),
                basis.line(key.span)
            );
            all.push(Step {
                strategy: Cow::Owned(null(table, column)),
                selection: step.selection.without_again(),
                entry: None,
                bytes: None,
                why: Some(why),
                ..step.clone()
            });
        }
    }
    all
}

fn null(table: &Table, column: ColumnId) -> Strategy {
    let name = table.column(column).name.clone();
    let value = Value::Literal(Literal::Null);
    let span = Span::default();
    Strategy::Overwrite(Overwrite { set: vec![Assignment { column, name, value, span }] })
}

/// Whether all rows that refer by this key to rows above are parts of them.
pub(super) fn closes(part: &Part, key: &ForeignKey) -> bool {
    let mut pairs: Vec<(ColumnId, ColumnId)> = key.columns.iter().copied().zip(key.to.iter().copied()).collect();
    pairs.sort_unstable();
    let mut links = part.plain_links().unwrap_or_default();
    links.sort_unstable();
    part.condition.is_none() && part.of.is_none() && links == pairs
}
