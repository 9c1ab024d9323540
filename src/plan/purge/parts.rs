//! Parts: rows that go with the rows they belong to, found by what was written down of those.

use super::super::Basis;
use super::super::below::Below;
use super::super::rows::linked;
use super::branch::{Branch, any_changes, of_part};
use super::capture::Capture;
use super::decide::{Decider, Rows, Waiting};
use super::row_key::Found;
use super::shared::refers_by_key;
use super::step::Selection;
use crate::database::{Column, ColumnId, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Link, Part, PurgeType};
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
        let most = self.at_most(rows, &Selection::all(by, capture));
        self.above.push((rows.table.id, most));
        for part in parts {
            self.trail.push(part);
            self.one_part(Parent { rows, by, capture }, part, parts, strategy);
            self.trail.pop();
        }
        self.above.pop();
    }

    fn one_part(&mut self, parent: Parent<'s>, part: &'s Part, parts: &'s [Part], strategy: Option<&Strategy>) {
        let rows = parent.rows;
        let Some(parent) = self.having(parent, part, strategy) else { return };
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

    /// Those of the rows that have such parts. `None` where nothing happens to these.
    fn having(&mut self, parent: Parent<'s>, part: &'s Part, strategy: Option<&Strategy>) -> Option<Parent<'s>> {
        if !any_changes(std::slice::from_ref(part), strategy) {
            return None;
        }
        let Parent { rows, by, capture } = parent;
        if let Some(turn) = capture.late {
            self.read_in_turn(turn, rows, part);
        }
        let Some(of) = &part.of else { return Some(parent) };
        let what = format!("{}: those of {} that have such parts", rows.item.name, rows.table.name);
        let selected = by.select(Expr::all([by.among(capture), of.expr.clone()]));
        Some(Parent { capture: self.write_down(rows, what, by.shape(), selected, capture.late), ..parent })
    }

    /// By what parts are found when a turn comes is not changed before.
    fn read_in_turn(&mut self, turn: TableId, rows: Rows<'s>, part: &Part) {
        let schema = &self.basis.program.schema;
        let of = |condition: Option<&Condition>| condition.map_or_else(Vec::new, |one| one.reads.clone());
        let asked = part.purge.iter().flat_map(|purge| &purge.outcomes).map(|outcome| outcome.condition.as_ref());
        let mut reads: Vec<(TableId, ColumnId)> =
            asked.chain([part.condition.as_ref(), part.of.as_ref()]).flat_map(of).collect();
        reads.extend(part.links.iter().map(|link| (part.table.id, link.column.id)));
        let first = |link: &Link| link.to.first_columns().into_iter().map(|column| (rows.table.id, column));
        reads.extend(part.links.iter().flat_map(first));
        let is_changed = |(table, column): &(TableId, ColumnId)| {
            let here = [rows.table.id, part.table.id].contains(table);
            if here {
                self.touched.changes(schema.table(*table), *table, *column, 0)
            } else {
                self.touched.tables.contains(table)
            }
        };
        let changed: Vec<(TableId, ColumnId)> = reads.into_iter().filter(is_changed).collect();
        if let Some(column) = changed.iter().find(|(table, _)| *table == turn) {
            self.all.found.push(changed_too_early(self.basis, self.purge_type, part, *column));
        }
        let on_the_way = part.links.iter().flat_map(|link| &link.to.steps).map(|step| step.table.id);
        let on_the_way = on_the_way.filter(|table| self.touched.tables.contains(table)).map(Waiting::All);
        let waiting = changed.iter().map(|(table, _)| {
            if [rows.table.id, part.table.id].contains(table) { Waiting::Changes(*table) } else { Waiting::All(*table) }
        });
        self.all.after_turn.entry(turn).or_default().extend(waiting.chain(on_the_way));
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
        let mut capture = self.remember(rows, what, by, keys, parent.capture.late);
        if !branch.asked.is_nothing() {
            let asked = std::iter::once(by.among(capture)).chain(branch.asked.exprs.iter().cloned());
            let what = format!("{}: those of {} with this outcome", item.name, by.table.name);
            capture = self.write_down(rows, what, by.shape(), by.select(Expr::all(asked)), parent.capture.late);
        }
        let spared = match branch.strategy {
            Some(strategy) => self.spare(rows, Selection::all(by, capture), strategy, beside, &part.parts),
            None => Some(Selection::all(by, capture)),
        };
        let Some(Selection::Captured { by, capture, also: None, .. }) = spared else { return };
        if matches!(branch.strategy, Some(Strategy::Delete)) {
            self.beside(Parent { rows, by, capture }, branch, beside);
        }
        let before = self.all.steps.len();
        self.of_spared(rows, Selection::all(by, capture), branch.strategy, &part.parts, None);
        if let Some(step) = self.all.steps.get_mut(before..).and_then(<[_]>::last_mut) {
            step.below = branch.asked.is_nothing().then_some(part);
        }
    }

    /// What belongs to rows below goes with them.
    fn beside(&mut self, below: Parent<'s>, branch: &Branch<'s>, parts: &'s [Part]) {
        let Parent { rows, by, capture } = below;
        let most = self.at_most(rows, &Selection::all(by, capture));
        self.above.push((rows.table.id, most));
        for part in parts.iter().filter(|part| !part.is_below(rows.table.id)) {
            let Some(parent) = self.having(below, part, branch.strategy) else { continue };
            self.trail.push(part);
            for goes in of_part(part, branch.strategy) {
                self.part(parent, part, &goes);
            }
            self.trail.pop();
        }
        self.above.pop();
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
            || self.touched.disturbs(table, part.table.id, &asked.reads)
            || carried_otherwise(part, table, parent.by.table).is_some();
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
        let capture = self.remember(rows, what, by, keys, parent.capture.late);
        Some(Selection::all(by, capture))
    }

    /// Whether a row is a part of one of these.
    fn linked_to(&self, parent: Parent<'s>, part: &'s Part, table: &'s Table) -> Expr {
        let of = parent.by.table;
        if let Some(pairs) = carried_otherwise(part, table, of) {
            let to = pairs.iter().map(|(_, to)| Expr::of(&of.name, &to.name));
            let target = Select::from(&of.name, to).filter(parent.by.among(parent.capture));
            let values = pairs.iter().map(|(holder, to)| (Expr::of(&table.name, &holder.name), (*holder, *to)));
            return refers_by_key(values, &target);
        }
        let held = Linked::of(part, table, of).filter(|linked| linked.to_key).map(|linked| linked.by);
        if let Some(held) = held.filter(|held| held.is_alike(parent.capture)) {
            // What was written down of the rows is what the part holds.
            return held.among(parent.capture);
        }
        linked(self.basis.program, parent.rows.table.id, &part.links, table, parent.by.among(parent.capture))
    }
}

/// By what the database follows a cascade, where it may take for equal what differs in its bytes.
fn carried_otherwise<'s>(part: &Part, table: &'s Table, of: &'s Table) -> Option<Vec<(&'s Column, &'s Column)>> {
    let links = part.plain_links().filter(|_| part.carried)?;
    let pairs: Vec<_> = links.into_iter().map(|(holder, to)| (table.column(holder), of.column(to))).collect();
    pairs.iter().any(|(holder, to)| holder.folds() || to.folds()).then_some(pairs)
}

fn changed_too_early(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    part: &Part,
    (table, column): (TableId, ColumnId),
) -> Diagnostic {
    let table = basis.program.schema.table(table);
    let column = &table.column(column).name;
    let title = format!("{} has no order for its statements", purge_type.called());
    Diagnostic::new(Code::OrderCircle, part.span, title)
        .label(format!("found by `{}.{column}`, which is overwritten before it is known which rows go", table.name))
        .note(format!("in the {} at {}", purge_type.kind(), basis.line(purge_type.span)))
        .help(format!("find these parts by the key of `{}`, or take one of the items out of the type", table.name))
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
