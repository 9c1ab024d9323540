//! Parts: rows that go with the rows they belong to, found by what was written down of those.

use super::super::Basis;
use super::super::below::Below;
use super::super::rows::{Held, joined, members};
use super::branch::{Branch, any_changes, of_part};
use super::capture::Capture;
use super::decide::{Decider, Rows};
use super::row_key::Found;
use super::step::Selection;
use crate::database::{ColumnId, Table, TableId};
use crate::program::{Link, Part};
use crate::sql::{Expr, Select};
use crate::strategy::Strategy;

/// The rows that parts belong to.
#[derive(Clone, Copy)]
struct Parent<'s> {
    rows: Rows<'s>,
    by: Found<'s>,
    capture: Capture,
}

impl<'s> Decider<'s> {
    pub(super) fn parts(
        &mut self,
        rows: Rows<'s>,
        by: Found<'s>,
        capture: Capture,
        parts: &'s [Part],
        strategy: Option<&Strategy>,
    ) {
        for part in parts {
            let capture = match &part.of {
                None => capture,
                Some(of) if any_changes(std::slice::from_ref(part), strategy) => {
                    let what = format!("{}: those of {} that have such parts", rows.item.name, rows.table.name);
                    let selected = by.select(Expr::all([by.among(capture), of.expr.clone()]));
                    self.write_down(rows, what, by.shape(), selected, capture.late)
                }
                Some(_) => continue,
            };
            let parent = Parent { rows, by, capture };
            for branch in of_part(part, strategy) {
                if branch.change().is_none() && !any_changes(&part.parts, branch.strategy) {
                    continue;
                }
                if part.is_below(rows.table.id) {
                    self.below(parent, part, &branch, parts);
                } else {
                    self.part(parent, part, &branch);
                }
            }
        }
    }

    fn part(&mut self, parent: Parent<'s>, part: &'s Part, branch: &Branch<'s>) {
        let table = self.basis.program.schema.table(part.table.id);
        let has_parts = any_changes(&part.parts, branch.strategy);
        let rows = Rows { table: &part.table, span: part.span, depth: parent.rows.depth + 1, ..parent.rows };
        let live = if has_parts || part.stored { None } else { self.of_parent(parent, rows, part, table, branch) };
        let Some(selection) = live.or_else(|| self.captured_part(parent, rows, part, branch)) else { return };
        self.step(rows, selection, branch.strategy, &part.parts, None);
    }

    /// The rows below, however deep. When they go, what belongs to such a row goes with them.
    fn below(&mut self, parent: Parent<'s>, part: &'s Part, branch: &Branch<'s>, beside: &'s [Part]) {
        let Rows { item, table, depth, .. } = parent.rows;
        let rows = Rows { item, table, span: part.span, depth };
        let Some(by) = self.key(rows, "its rows are found by the rows above them, which may be gone by then") else {
            return;
        };
        let Some(below) = Below::of(self.basis.program, part, &by.table.primary_key) else { return };
        let first = self.linked_to(parent, part, by.table);
        let keys = by.select_from(below.keys(&by.table.name, first));
        let what = format!("{}: all rows of {} below", item.name, by.table.name);
        let mut capture = self.write_down(rows, what, by.shape(), keys, parent.capture.late);
        if !branch.asked.is_nothing() {
            let asked = std::iter::once(by.among(capture)).chain(branch.asked.exprs.iter().cloned());
            let what = format!("{}: those of {} with this outcome", item.name, by.table.name);
            capture = self.write_down(rows, what, by.shape(), by.select(Expr::all(asked)), parent.capture.late);
        }
        if matches!(branch.strategy, Some(Strategy::Delete)) {
            for other in beside.iter().filter(|other| !other.is_below(table.id)) {
                for goes in of_part(other, branch.strategy) {
                    self.part(Parent { rows, by, capture }, other, &goes);
                }
            }
        }
        let before = self.all.steps.len();
        self.step(rows, Selection::all(by, capture), branch.strategy, &part.parts, None);
        if let Some(step) = self.all.steps.get_mut(before..).and_then(<[_]>::last_mut) {
            step.below = branch.asked.is_nothing().then_some(part);
        }
    }

    /// Found by the column that equals what was written down of the rows it belongs to.
    fn of_parent(
        &mut self,
        parent: Parent<'s>,
        rows: Rows<'s>,
        part: &'s Part,
        table: &'s Table,
        branch: &Branch<'s>,
    ) -> Option<Selection<'s>> {
        let asked = branch.asked.clone().and(part.condition.as_ref());
        let linked = Linked::of(part, table, parent.by.table)?;
        let changed = part.links.iter().any(|link| self.touched.changes(table, part.table.id, link.column.id, 0))
            || self.touched.disturbs(table, part.table.id, &asked.reads);
        let Linked { by, held, to_key } = linked;
        if changed || by.folds() || held.folds() || by.shape() != held.shape() {
            return None;
        }
        let capture = if to_key {
            parent.capture
        } else {
            let values = held.select_some(parent.by.among(parent.capture));
            let what = format!("{}: by what {}.{} is found", rows.item.name, table.name, by.names());
            self.write_down(rows, what, held.shape(), values, parent.capture.late)
        };
        let also = (!asked.is_nothing()).then(|| Expr::all(asked.exprs));
        Some(Selection::Captured { by, capture, also, again: None })
    }

    fn captured_part(
        &mut self,
        parent: Parent<'s>,
        rows: Rows<'s>,
        part: &'s Part,
        branch: &Branch<'s>,
    ) -> Option<Selection<'s>> {
        let by = self.key(rows, "its rows are found by the rows that they are parts of, which may be gone by then")?;
        let linked = self.linked_to(parent, part, by.table);
        let asked = branch.asked.clone().and(part.condition.as_ref());
        let keys = by.select(Expr::all(std::iter::once(linked).chain(asked.exprs)));
        let what = format!("{}: which rows of {}", rows.item.name, by.table.name);
        let capture = self.write_down(rows, what, by.shape(), keys, parent.capture.late);
        Some(Selection::all(by, capture))
    }

    /// Whether a row is a part of one of these.
    fn linked_to(&self, parent: Parent<'s>, part: &'s Part, table: &'s Table) -> Expr {
        let held = Linked::of(part, table, parent.by.table).filter(|linked| linked.to_key).map(|linked| linked.by);
        if let Some(held) = held.filter(|held| held.is_alike(parent.capture)) {
            // What was written down of the rows is what the part holds.
            return held.among(parent.capture);
        }
        linked(self.basis, parent.rows.table.id, &part.links, table, parent.by.among(parent.capture))
    }
}

/// The rows that are parts of the rows of `parent` for which `parents` is true.
fn linked(basis: Basis<'_>, parent: TableId, links: &[Link], table: &Table, parents: Expr) -> Expr {
    let of = basis.program.schema.table(parent);
    let mut values = Select::values([]).table(&of.name);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let last = |link: &Link| basis.program.schema.table(link.to.ends_in.id).column(link.to.last.id);
    for (number, link) in links.iter().enumerate() {
        let (joined, value) = joined(basis.program, parent, &link.to, values, &format!("l{number}_"));
        values = joined;
        let column = table.column(link.column.id);
        let held = Held::of(table, column);
        left.push(Held { exact: column.folds_in.and(last(link).folds_in), ..held });
        right.push(value);
    }
    values.columns = right.into_iter().map(|value| (value, None)).collect();
    members(left, &values.filter(parents))
}

/// Columns of a part that equal columns of the row it belongs to, where no path leads further.
struct Linked<'s> {
    by: Found<'s>,
    held: Found<'s>,
    /// Those columns are the row's key, in the key's order.
    to_key: bool,
}

impl<'s> Linked<'s> {
    fn of(part: &'s Part, table: &'s Table, parent: &'s Table) -> Option<Self> {
        let mut links: Vec<(ColumnId, ColumnId)> = part.plain_links()?;
        let to: Vec<ColumnId> = links.iter().map(|(_, of)| *of).collect();
        let to_key = parent.is_key(&to);
        if to_key {
            links.sort_by_key(|(_, of)| parent.primary_key.iter().position(|key| key == of));
        }
        Some(Self {
            by: Found::by_all(table, links.iter().map(|(column, _)| table.column(*column)))?,
            held: Found::by_all(parent, links.iter().map(|(_, of)| parent.column(*of)))?,
            to_key,
        })
    }
}
