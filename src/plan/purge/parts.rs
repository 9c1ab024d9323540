//! Parts: rows that go with the rows they belong to, found by what was written down of those.

use super::super::Basis;
use super::super::rows::joined;
use super::super::tables::Keys;
use super::branch::{Branch, any_changes, of_part};
use super::capture::Capture;
use super::decide::{Decider, Rows};
use super::row_key::Found;
use super::step::Selection;
use crate::database::{Table, TableId};
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
        let parent = Parent { rows, by, capture };
        for part in parts {
            for branch in of_part(part, strategy) {
                if branch.change().is_some() || any_changes(&part.parts, branch.strategy) {
                    self.part(parent, part, &branch);
                }
            }
        }
    }

    fn part(&mut self, parent: Parent<'s>, part: &'s Part, branch: &Branch<'s>) {
        let table = self.basis.program.schema.table(part.table.id);
        let has_parts = any_changes(&part.parts, branch.strategy);
        let rows = Rows { table: &part.table, span: part.span, depth: parent.rows.depth + 1, ..parent.rows };
        let live = self.of_parent(parent, rows, part, table, branch).filter(|_| !has_parts && !part.stored);
        let Some(selection) = live.or_else(|| self.captured_part(parent, rows, part, branch)) else { return };
        self.step(rows, selection, branch.strategy, &part.parts, None);
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
        let (column, of_column) = part.plain_link()?;
        let asked = branch.asked.clone().and(part.condition.as_ref());
        let changed = self.touched.changes(table, part.table.id, column.id, 0)
            || self.touched.disturbs(table, part.table.id, &asked.reads);
        let by = Found { table, column: table.column(column.id) };
        let held = Found { table: parent.by.table, column: parent.by.table.column(of_column.id) };
        if changed || by.column.folds() || held.column.folds() || by.keys() != held.keys() {
            return None;
        }
        let capture = if parent.by.table.row_key() == Some(of_column.id) {
            parent.capture
        } else {
            let some = Expr::of(&held.table.name, &held.column.name).is_null().negated();
            let values = held.select(Expr::all([parent.by.among(parent.capture), some])).distinct();
            let what = format!("{}: by what {}.{} is found", rows.item.name, table.name, by.column.name);
            self.write_down(rows, what, held.keys(), values, parent.capture.late)
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
        let held = part.plain_link().filter(|(_, of_row)| parent.by.table.row_key() == Some(of_row.id));
        let held = held.map(|(held, _)| Found { table: by.table, column: by.table.column(held.id) });
        let linked = if let Some(held) = held.filter(|held| held.is_alike(parent.capture)) {
            // What was written down of the rows is what the part holds.
            held.among(parent.capture)
        } else {
            let parents = parent.by.among(parent.capture);
            linked(self.basis, parent.rows.table.id, &part.links, by.table, parents)
        };
        let asked = branch.asked.clone().and(part.condition.as_ref());
        let keys = by.select(Expr::all(std::iter::once(linked).chain(asked.exprs)));
        let what = format!("{}: which rows of {}", rows.item.name, by.table.name);
        let capture = self.write_down(rows, what, Keys::of(by.column), keys, parent.capture.late);
        Some(Selection::all(by, capture))
    }
}

/// The rows that are parts of the rows of `parent` for which `parents` is true.
fn linked(basis: Basis<'_>, parent: TableId, links: &[Link], table: &Table, parents: Expr) -> Expr {
    let of = basis.program.schema.table(parent);
    let mut values = Select::values([]).table(&of.name);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (number, link) in links.iter().enumerate() {
        let (joined, value) = joined(basis.program, parent, &link.to, values, &format!("l{number}_"));
        values = joined;
        left.push(Expr::of(&table.name, &table.column(link.column.id).name));
        right.push(value);
    }
    values.columns = right.into_iter().map(|value| (value, None)).collect();
    let values = values.filter(parents);
    match (left.pop(), left.is_empty()) {
        (Some(only), true) => only.within(values),
        (last, _) => {
            left.extend(last);
            Expr::TupleIn(left, Box::new(values))
        }
    }
}
