//! Decide: which rows each statement is about, and whether they must be captured before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::super::rows::{FirstStep, Subjects, ends, first_step, joined, member, selected};
use super::super::tables::Keys;
use super::capture::{Capture, Captures};
use crate::database::{Column, ColumnId, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Item, Link, Part, Purge, PurgeType, TableName};
use crate::source::Span;
use crate::sql::{self, Expr, Select};
use crate::strategy::Strategy;

/// One statement of Apply.
pub(super) struct Step<'s> {
    /// From 1, in the order in which they run.
    pub number: usize,
    pub item: &'s Item,
    pub table: &'s TableName,
    pub span: Span,
    pub strategy: &'s Strategy,
    pub selection: Selection<'s>,
    /// The entry, where it is not about a part of its rows.
    pub entry: Option<&'s Entry>,
    /// How many rows stand between its row and the entry's: parts go before what they are parts of.
    pub depth: usize,
    /// Its rows are files of the Site's store, and here their bytes were written down.
    pub bytes: Option<Capture>,
}

/// How a step knows its rows.
pub(super) enum Selection<'s> {
    /// Its selection reads only the batch and columns that no other statement of this purge changes.
    Live(Expr),
    /// The keys by which its rows are found were written down before anything was changed.
    Captured {
        table: &'s Table,
        column: &'s Column,
        capture: Capture,
        /// What else is asked of the row.
        also: Option<Expr>,
        /// The ownership query, where it still finds what was overlooked.
        again: Option<Expr>,
    },
}

impl Selection<'_> {
    fn rows(&self) -> Expr {
        match self {
            Self::Live(selected) => selected.clone(),
            Self::Captured { table, column, capture, also, .. } => {
                let found = among(table, column, *capture);
                Expr::all([Some(found), also.clone()].into_iter().flatten())
            }
        }
    }
}

impl Step<'_> {
    pub fn name(&self) -> sql::Step {
        sql::Step {
            number: self.number,
            item: self.item.name.clone(),
            action: self.strategy.name(),
            table: self.table.name.to_string(),
        }
    }

    /// The rows, as a condition that means the same in Decide, Apply and Residue.
    pub fn rows(&self) -> Expr {
        self.selection.rows()
    }

    /// What Residue counts, each by itself so that each finds its rows by an index.
    pub fn left(&self, table: &Table) -> Vec<Expr> {
        let rows = match &self.selection {
            // A row that names the person no more is not found again; one that does has not been let go.
            Selection::Live(selected) if self.strategy.lets_go() => return vec![selected.clone()],
            Selection::Live(_) => vec![self.rows()],
            Selection::Captured { again, .. } => std::iter::once(self.rows()).chain(again.clone()).collect(),
        };
        rows.into_iter().filter_map(|rows| self.strategy.residue(table, rows)).collect()
    }

    pub fn deletes(&self) -> bool {
        matches!(self.strategy, Strategy::Delete)
    }
}

/// Rows of which a column was captured.
pub(super) fn among(table: &Table, column: &Column, capture: Capture) -> Expr {
    let name = Keys::kept(table, column);
    if matches!(name, Expr::Column { .. }) {
        member(table, column, &capture.values())
    } else {
        name.within(capture.values())
    }
}

/// What the statements of a purge type write, so that none reads what another has changed.
pub(super) struct Touched {
    /// How many entries write a column.
    writes: BTreeMap<(TableId, ColumnId), usize>,
    tables: BTreeSet<TableId>,
}

impl Touched {
    fn of(basis: Basis<'_>, purge_type: &PurgeType) -> Self {
        let mut touched = Self { writes: BTreeMap::new(), tables: BTreeSet::new() };
        for (_, entry) in entries(basis, purge_type) {
            let purge = entry.purge.as_ref().and_then(first);
            touched.add(entry.table.id, purge);
            touched.add_parts(&entry.parts, purge);
        }
        touched
    }

    fn add(&mut self, table: TableId, strategy: Option<&Strategy>) {
        let Some(strategy) = strategy.filter(|strategy| strategy.changes()) else { return };
        self.tables.insert(table);
        for column in strategy.writes() {
            *self.writes.entry((table, column)).or_default() += 1;
        }
    }

    fn add_parts(&mut self, parts: &[Part], parent: Option<&Strategy>) {
        for part in parts {
            let strategy = of_part(part, parent);
            self.add(part.table.id, strategy);
            self.add_parts(&part.parts, strategy);
        }
    }

    fn writers(&self, table: TableId, column: ColumnId) -> usize {
        self.writes.get(&(table, column)).copied().unwrap_or(0)
    }

    /// Whether a row's own column may have another value when the statement runs; `own` writers are this statement.
    fn changes(&self, table: &Table, id: TableId, column: ColumnId, own: usize) -> bool {
        // What the database computes may follow from any column.
        let computed = table.column(column).generated && self.writes.keys().any(|(written, _)| *written == id);
        self.writers(id, column) > own || computed
    }

    /// Whether a condition on a row may read something else when the statement runs.
    fn disturbs(&self, table: &Table, id: TableId, condition: Option<&Condition>) -> bool {
        let reads = condition.iter().flat_map(|one| &one.reads);
        reads.into_iter().any(|(read, column)| {
            if *read == id { self.changes(table, id, *column, 0) } else { self.tables.contains(read) }
        })
    }
}

/// What happens to a part: it goes with the row, or what it says itself.
pub(super) fn of_part<'p>(part: &'p Part, parent: Option<&Strategy>) -> Option<&'p Strategy> {
    if matches!(parent, Some(Strategy::Delete)) { Some(&Strategy::Delete) } else { part.purge.as_ref().and_then(first) }
}

pub(super) fn first(purge: &Purge) -> Option<&Strategy> {
    purge.outcomes.first().map(|one| &one.strategy)
}

fn any_changes(parts: &[Part], parent: Option<&Strategy>) -> bool {
    parts.iter().any(|part| {
        let strategy = of_part(part, parent);
        strategy.is_some_and(Strategy::changes) || any_changes(&part.parts, strategy)
    })
}

/// The entries of a type that change rows or parts of them, in the order of the catalogue.
pub(super) fn entries<'e>(basis: Basis<'e>, purge_type: &'e PurgeType) -> impl Iterator<Item = (&'e Item, &'e Entry)> {
    let items = purge_type.items.iter().filter_map(move |id| basis.program.item(*id));
    items.flat_map(|item| item.entries.iter().map(move |entry| (item, entry))).filter(|(_, entry)| {
        let purge = entry.purge.as_ref().and_then(first);
        purge.is_some_and(Strategy::changes) || any_changes(&entry.parts, purge)
    })
}

pub(super) fn written_tables(basis: Basis<'_>, purge_type: &PurgeType) -> BTreeSet<TableId> {
    Touched::of(basis, purge_type).tables
}

/// The steps, not yet in their final order (their numbers are given by it), and what they capture.
pub(super) fn steps<'s>(
    basis: Basis<'s>,
    purge_type: &'s PurgeType,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Step<'s>>, Captures) {
    let touched = Touched::of(basis, purge_type);
    let mut decider =
        Decider { basis, purge_type, touched, captures: Captures::default(), steps: Vec::new(), found: Vec::new() };
    for (item, entry) in entries(basis, purge_type) {
        decider.entry(item, entry);
    }
    found.append(&mut decider.found);
    (decider.steps, decider.captures)
}

struct Decider<'s> {
    basis: Basis<'s>,
    purge_type: &'s PurgeType,
    touched: Touched,
    captures: Captures,
    steps: Vec<Step<'s>>,
    found: Vec<Diagnostic>,
}

impl<'s> Decider<'s> {
    fn entry(&mut self, item: &'s Item, entry: &'s Entry) {
        let table = self.basis.program.schema.table(entry.table.id);
        let purge = entry.purge.as_ref().and_then(first).filter(|purge| purge.changes());
        let has_parts = any_changes(&entry.parts, purge);
        let selection =
            if has_parts { None } else { self.live(entry, table).or_else(|| self.reached(item, entry, table)) };
        let Some(selection) = selection.or_else(|| self.captured(item, entry, table)) else { return };
        let rows = Rows { item, table: &entry.table, depth: 0 };
        if has_parts {
            let Selection::Captured { capture, .. } = selection else { return };
            self.parts(rows, capture, &entry.parts, purge);
        }
        let Some(strategy) = purge else { return };
        let bytes = self.bytes(&Bytes { item, table: entry.table.id, span: entry.span }, &selection, purge);
        let (table, span, entry) = (&entry.table, entry.span, Some(entry));
        self.steps.push(Step { number: 0, item, table, span, strategy, selection, entry, depth: 0, bytes });
    }

    /// Found by the owner column itself, when the statement runs.
    fn live(&self, entry: &Entry, table: &Table) -> Option<Selection<'s>> {
        let column = entry.path.own_column()?;
        // A statement may take away the very key by which it finds its rows.
        let own = usize::from(
            entry
                .purge
                .as_ref()
                .and_then(first)
                .is_some_and(|purge| purge.lets_go() && purge.writes().contains(&column)),
        );
        let changed = self.touched.changes(table, entry.table.id, column, own)
            || self.touched.disturbs(table, entry.table.id, entry.condition.as_ref());
        (!changed).then(|| Selection::Live(selected(self.basis.program, entry, Subjects::Batch)))
    }

    /// Found by its first column over keys that were written down: the row itself has changed nothing that matters.
    fn reached(&mut self, item: &Item, entry: &'s Entry, table: &'s Table) -> Option<Selection<'s>> {
        let program = self.basis.program;
        let before = entry.path.steps.first()?.before.as_ref();
        let id = entry.table.id;
        let changed = self.touched.changes(table, id, entry.path.first_column().id, 0)
            || self.touched.disturbs(table, id, before)
            || self.touched.disturbs(table, id, entry.condition.as_ref());
        let end = ends(program, entry, Subjects::Batch);
        let FirstStep { column, keys, before } = first_step(program, id, &entry.path, end).ok().filter(|_| !changed)?;
        // A folding column compares by other rules than the captured bytes.
        if column.folds() {
            return None;
        }
        let what = format!("{}: by what {}.{} is found", item.name, table.name, column.name);
        let step = entry.path.steps.first()?;
        let entered = program.schema.table(step.table.id);
        let keys = if entered.row_key() == Some(step.key.id) {
            keys
        } else {
            keys.filter(Expr::of(&entered.name, &step.key.name).is_null().negated()).distinct()
        };
        let capture = self.captures.add(what, self.basis.line(entry.span), Keys::of(column), keys);
        let condition = entry.condition.as_ref().map(|one| one.expr.clone());
        let also = before.into_iter().chain(condition).collect::<Vec<_>>();
        let also = (!also.is_empty()).then(|| Expr::all(also));
        Some(Selection::Captured { table, column, capture, also, again: None })
    }

    /// Found by the row's own key.
    fn captured(&mut self, item: &Item, entry: &'s Entry, table: &'s Table) -> Option<Selection<'s>> {
        let Some(key) = table.row_key() else {
            let why = if any_changes(&entry.parts, entry.purge.as_ref().and_then(first)) {
                "its parts are found by its rows, which may be gone by then"
            } else if entry.path.steps.is_empty() {
                "its owner column or condition reads a column that this purge changes"
            } else {
                "its owner is found over another table, whose rows may be gone by then"
            };
            self.found.push(needs_key(table, self.purge_type, entry.span, why));
            return None;
        };
        let column = table.column(key);
        let selected = selected(self.basis.program, entry, Subjects::Batch);
        let keys = Select::from(&table.name, [Keys::kept(table, column)]).filter(selected.clone());
        let what = format!("{}: which rows of {}", item.name, table.name);
        let capture = self.captures.add(what, self.basis.line(entry.span), Keys::of(column), keys);
        let plain = entry.path.steps.is_empty() && entry.condition.is_none();
        let again = plain.then_some(selected);
        Some(Selection::Captured { table, column, capture, also: None, again })
    }

    fn parts(&mut self, of: Rows<'s>, parent: Capture, parts: &'s [Part], strategy: Option<&Strategy>) {
        for part in parts {
            let strategy = of_part(part, strategy);
            let has_parts = any_changes(&part.parts, strategy);
            if has_parts || strategy.is_some_and(Strategy::changes) {
                self.part(of, parent, part, strategy, has_parts);
            }
        }
    }

    fn part(&mut self, of: Rows<'s>, parent: Capture, part: &'s Part, strategy: Option<&'s Strategy>, has_parts: bool) {
        let schema = &self.basis.program.schema;
        let (table, parent_table) = (schema.table(part.table.id), schema.table(of.table.id));
        let strategy = strategy.filter(|strategy| strategy.changes());
        let found = self.of_parent(of, parent, parent_table, part, table);
        let live = found.filter(|_| !has_parts && !part.stored);
        let selection = match live {
            Some(found) => found,
            None => match self.captured_part(of, parent, parent_table, part, table) {
                Some(found) => found,
                None => return,
            },
        };
        let rows = Rows { table: &part.table, depth: of.depth + 1, ..of };
        if has_parts {
            let Selection::Captured { capture, .. } = selection else { return };
            self.parts(rows, capture, &part.parts, strategy);
        }
        let bytes = Bytes { item: of.item, table: part.table.id, span: part.span };
        let bytes = self.bytes(&bytes, &selection, strategy);
        let Some(strategy) = strategy else { return };
        self.steps.push(Step {
            number: 0,
            item: of.item,
            table: &part.table,
            span: part.span,
            strategy,
            selection,
            entry: None,
            depth: rows.depth,
            bytes,
        });
    }

    /// Found by the column that equals what was written down of the rows it belongs to.
    fn of_parent(
        &mut self,
        of: Rows<'s>,
        parent: Capture,
        parent_table: &'s Table,
        part: &'s Part,
        table: &'s Table,
    ) -> Option<Selection<'s>> {
        let (column, of_column) = part.plain_link()?;
        let changed = self.touched.changes(table, part.table.id, column.id, 0)
            || self.touched.disturbs(table, part.table.id, part.condition.as_ref());
        let column = table.column(column.id);
        let held = parent_table.column(of_column.id);
        if changed || column.folds() || held.folds() || Keys::of(column) != Keys::of(held) {
            return None;
        }
        let capture = if parent_table.row_key() == Some(of_column.id) {
            parent
        } else {
            let key = parent_table.column(parent_table.row_key()?);
            let values = Select::from(&parent_table.name, [Keys::kept(parent_table, held)]).filter(Expr::all([
                among(parent_table, key, parent),
                Expr::of(&parent_table.name, &held.name).is_null().negated(),
            ]));
            let what = format!("{}: by what {}.{} is found", of.item.name, table.name, column.name);
            self.captures.add(what, self.basis.line(part.span), Keys::of(held), values.distinct())
        };
        let also = part.condition.as_ref().map(|one| one.expr.clone());
        Some(Selection::Captured { table, column, capture, also, again: None })
    }

    fn captured_part(
        &mut self,
        of: Rows<'s>,
        parent: Capture,
        parent_table: &'s Table,
        part: &'s Part,
        table: &'s Table,
    ) -> Option<Selection<'s>> {
        let (Some(key), Some(parent_key)) = (table.row_key(), parent_table.row_key()) else {
            let why = "its rows are found by the rows that they are parts of, which may be gone by then";
            self.found.push(needs_key(table, self.purge_type, part.span, why));
            return None;
        };
        let column = table.column(key);
        let linked = match part.plain_link() {
            // What was written down of the rows is what the part holds.
            Some((held, of_row)) if of_row.id == parent_key && is_alike(table.column(held.id), parent) => {
                among(table, table.column(held.id), parent)
            }
            _ => {
                let parents = among(parent_table, parent_table.column(parent_key), parent);
                linked(self.basis, of.table.id, &part.links, table, parents)
            }
        };
        let condition = part.condition.as_ref().map(|one| one.expr.clone());
        let keys = Select::from(&table.name, [Keys::kept(table, column)])
            .filter(Expr::all([Some(linked), condition].into_iter().flatten()));
        let what = format!("{}: which rows of {}", of.item.name, table.name);
        let capture = self.captures.add(what, self.basis.line(part.span), Keys::of(column), keys);
        Some(Selection::Captured { table, column, capture, also: None, again: None })
    }

    /// What counts the bytes of files that go, because their rows will be gone when they are looked for.
    fn bytes(&mut self, of: &Bytes<'_>, selection: &Selection<'s>, strategy: Option<&Strategy>) -> Option<Capture> {
        let store = self.basis.program.site.store.as_ref()?;
        if of.table != store.table.id || !matches!(strategy, Some(Strategy::Delete)) {
            return None;
        }
        let table = self.basis.program.schema.table(of.table);
        let counted = table.column(store.counted_by.id);
        let bytes = Select::from(&table.name, [Keys::kept(table, counted)])
            .filter(Expr::all([selection.rows(), Expr::of(&table.name, &counted.name).is_null().negated()]));
        let what = format!("{}: whose bytes may go", of.item.name);
        Some(self.captures.add(what, self.basis.line(of.span), Keys::of(counted), bytes.distinct()))
    }
}

/// Rows that may be files of the Site's store.
struct Bytes<'b> {
    item: &'b Item,
    table: TableId,
    span: Span,
}

/// Whether a column holds keys as they were written down, so that they can be compared as they are.
fn is_alike(column: &Column, capture: Capture) -> bool {
    !column.folds() && Keys::of(column) == capture.keys
}

#[derive(Clone, Copy)]
struct Rows<'s> {
    item: &'s Item,
    table: &'s TableName,
    depth: usize,
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

fn needs_key(table: &Table, purge_type: &PurgeType, at: Span, why: &str) -> Diagnostic {
    let keys = match table.primary_key.len() {
        0 => "no primary key".to_owned(),
        several => format!("a primary key of {several} columns, which is not built yet"),
    };
    Diagnostic::new(
        Code::NeedsKey,
        at,
        format!("the rows of `{}` cannot be remembered in the purge type `{}`", table.name, purge_type.id),
    )
    .label(format!("the table has {keys}"))
    .related(table.span, "declared here")
    .note(format!("the rows must be remembered before anything is changed: {why}"))
    .help("give the table a primary key of one column, or leave this item out of the type")
}
