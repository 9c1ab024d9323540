//! Decide: which rows each statement is about, and whether they must be written down before anything is changed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::super::co_owner;
use super::super::kept::Kept;
use super::super::keys::{MOST, Shape};
use super::super::rows::{FirstStep, Subjects, ends, first_step, selected};
use super::branch::{Asked, Branch, any_changes, branches};
use super::capture::{Capture, Captures, What};
use super::cut::{self, Cut};
use super::guard::Guard;
use super::row_key::Found;
use super::shared;
use super::spare::Spared;
use super::step::{Selection, Step};
use super::touched::Touched;
use crate::database::{ColumnId, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{CoOwned, Entry, Item, Part, PurgeType, Side, TableName};
use crate::source::Span;
use crate::sql::{Expr, Select};
use crate::strategy::Strategy;

/// The entries of a type that change rows or parts of them, in the order of the catalogue.
pub(super) fn entries<'e>(basis: Basis<'e>, purge_type: &'e PurgeType) -> impl Iterator<Item = (&'e Item, &'e Entry)> {
    let items = purge_type.items(basis.program);
    items.flat_map(|item| item.entries.iter().map(move |entry| (item, entry))).filter(|(_, entry)| {
        entry.strategies().any(Strategy::changes)
            || branches(entry.purge.as_ref()).iter().any(|branch| any_changes(&entry.parts, branch.strategy))
    })
}

pub(super) fn written_tables(basis: Basis<'_>, purge_type: &PurgeType) -> BTreeSet<TableId> {
    Touched::of(entries(basis, purge_type).map(|(_, entry)| entry)).tables
}

/// All that Decide finds.
#[derive(Default)]
pub(super) struct Decided<'s> {
    /// Not yet in their final order; their numbers are given by it.
    pub steps: Vec<Step<'s>>,
    pub captures: Captures,
    /// Tables whose turn must come before it is known which of their rows go, and the tables that this reads.
    pub late: BTreeMap<TableId, BTreeSet<TableId>>,
    /// What waits for the turn of a table, because it would change by what other rows are found then.
    pub after_turn: BTreeMap<TableId, BTreeSet<Waiting>>,
    /// What duties and holds keep of what would be changed.
    pub spared: Vec<Spared<'s>>,
    /// Rows that cannot be written down.
    pub keyless: Vec<Guard>,
    pub found: Vec<Diagnostic>,
}

/// What is done to rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Waiting {
    Changes(TableId),
    All(TableId),
}

/// Whose rows a script is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Reach {
    pub subjects: Subjects,
    /// The rows are the same each time that they are selected, but for what is changed in between.
    pub again: bool,
    /// Rows to which others refer that stay are none of these: they wait.
    pub waits: bool,
}

impl Reach {
    /// The people of the batch.
    pub const BATCH: Self = Self { subjects: Subjects::Batch, again: true, waits: false };
}

pub(super) fn decide<'s>(basis: Basis<'s>, purge_type: &'s PurgeType, reach: Reach, cuts: &[Cut]) -> Decided<'s> {
    let mut touched = Touched::of(entries(basis, purge_type).map(|(_, entry)| entry));
    touched.cut(cuts);
    touched.meanwhile(&basis.program.retention_rules);
    let kept = Kept::of(basis, &Expr::Started);
    if let Some(found) = kept.too_large(purge_type) {
        return Decided { found: vec![found], ..Decided::default() };
    }
    let all = Decided::default();
    let mut decider = Decider {
        basis,
        purge_type,
        reach,
        touched,
        kept,
        entry_at_hand: None,
        trail: Vec::new(),
        above: Vec::new(),
        all,
    };
    for (item, entry) in entries(basis, purge_type) {
        decider.entry(item, entry);
    }
    let emptied = cut::emptied(basis, &decider.all.steps, cuts);
    decider.all.steps.extend(emptied);
    decider.all
}

pub(super) struct Decider<'s> {
    pub basis: Basis<'s>,
    pub purge_type: &'s PurgeType,
    pub reach: Reach,
    pub touched: Touched,
    pub kept: Kept<'s>,
    /// The entry that is decided about, and the parts that lead from its rows to those at hand.
    pub entry_at_hand: Option<&'s Entry>,
    pub trail: Vec<&'s Part>,
    /// The rows that those are parts of, at most, each with its table.
    pub above: Vec<(TableId, Expr)>,
    pub all: Decided<'s>,
}

/// Of which rows something is said, and where.
#[derive(Clone, Copy)]
pub(super) struct Rows<'s> {
    pub item: &'s Item,
    pub table: &'s TableName,
    pub span: Span,
    pub depth: usize,
}

/// Nothing is asked of the rows themselves, only of parts of them.
static STAYS: Strategy = Strategy::Keep { reason: String::new() };

impl<'s> Decider<'s> {
    fn entry(&mut self, item: &'s Item, entry: &'s Entry) {
        let rows = Rows { item, table: &entry.table, span: entry.span, depth: 0 };
        self.entry_at_hand = Some(entry);
        if let Some(side) = &entry.side {
            return self.side(rows, entry, side);
        }
        if let Some(co_owned) = &entry.co_owned {
            return self.co_owned(rows, entry, co_owned);
        }
        let branches = branches(entry.purge.as_ref());
        let alone = (branches.len() == 1).then_some(entry);
        for branch in branches {
            self.branch(rows, entry, &branch, alone);
        }
    }

    /// One outcome of an entry whose rows are nobody else's.
    fn branch(&mut self, rows: Rows<'s>, entry: &'s Entry, branch: &Branch<'s>, alone: Option<&'s Entry>) {
        let table = self.basis.program.schema.table(entry.table.id);
        let has_parts = any_changes(&entry.parts, branch.strategy);
        let change = branch.change();
        if change.is_none() && !has_parts {
            return;
        }
        let must_capture = has_parts || branch.referenced.is_some();
        let selection = if must_capture {
            None
        } else {
            self.live(entry, table, branch).or_else(|| self.reached(rows, entry, table, branch))
        };
        let Some(selection) = selection.or_else(|| self.captured(rows, entry, branch)) else { return };
        self.outcome(rows, selection, branch, &entry.parts, alone);
    }

    /// What happens to rows that are known, and to their parts; or what decides, when their turn comes.
    fn outcome(
        &mut self,
        rows: Rows<'s>,
        selection: Selection<'s>,
        branch: &Branch<'s>,
        parts: &'s [Part],
        alone: Option<&'s Entry>,
    ) {
        match (branch.referenced, &selection) {
            (Some(referenced), Selection::Captured { by, capture, .. }) => {
                let refers = shared::refers(self.basis.program, rows.table.id, &referenced.by);
                let tables = referenced.by.iter().map(|one| one.table.id);
                self.all.late.entry(rows.table.id).or_default().extend(tables);
                let (by, candidates) = (*by, by.among(*capture));
                let free = refers.clone().negated();
                let gone = self.later(rows, by, "nothing refers to them any more", candidates.clone(), free);
                self.step(rows, Selection::all(by, gone), branch.strategy, parts, None);
                let changes = referenced.instead.changes() || any_changes(parts, Some(&referenced.instead));
                if changes {
                    let kept = self.later(rows, by, "something still refers to them", candidates, refers);
                    self.step(rows, Selection::all(by, kept), Some(&referenced.instead), parts, None);
                }
            }
            _ => self.step(rows, selection, branch.strategy, parts, alone),
        }
    }

    /// The rows that nobody else owns have the outcomes; the others what is said for as long as somebody stays.
    fn co_owned(&mut self, rows: Rows<'s>, entry: &'s Entry, co_owned: &'s CoOwned) {
        let program = self.basis.program;
        let Some(by) = self.key(rows, "who else owns a row must be seen before anything is changed") else { return };
        let touched = self.touched(rows, by, "the rows that the subjects own, perhaps with others", entry);
        let stays = co_owner::stays(program, entry.table.id, &co_owned.owners);
        let kept = Expr::all([by.among(touched), stays.is_true()]);
        let kept = self.now(rows, by, "those that somebody else owns who stays", kept);
        let free = Expr::all([by.among(touched), by.among(kept).negated()]);
        let free = self.now(rows, by, "those that nobody else owns", free);
        for branch in branches(entry.purge.as_ref()) {
            let capture = if branch.asked.is_nothing() {
                free
            } else {
                let asked = branch.asked.exprs.iter().cloned();
                let selected = Expr::all(std::iter::once(by.among(free)).chain(asked));
                self.now(rows, by, "those of them with this outcome", selected)
            };
            self.outcome(rows, Selection::all(by, capture), &branch, &entry.parts, None);
        }
        self.step(rows, Selection::all(by, kept), Some(&co_owned.while_owned), &entry.parts, None);
    }

    /// The person leaves their side; when every side has been left, the row goes.
    fn side(&mut self, rows: Rows<'s>, entry: &'s Entry, side: &'s Side) {
        let program = self.basis.program;
        if !entry.purge.as_ref().is_some_and(crate::program::Purge::changes) {
            return;
        }
        let Some(by) = self.key(rows, "whether the other sides are gone is seen when its turn comes") else { return };
        let touched = self.touched(rows, by, "the rows with a side of the subjects", entry);
        if let Some(leave) = &side.leave {
            let stays = shared::is_gone(program, rows.table.id, side, shared::Which::Own).is_true().negated();
            let left = Expr::all([by.among(touched), stays]);
            let left = self.now(rows, by, "those whose side they leave", left);
            self.step(rows, Selection::all(by, left), Some(leave), &[], None);
        }
        self.all.late.entry(rows.table.id).or_default().extend(shared::reads(side));
        let gone = shared::is_gone(program, rows.table.id, side, shared::Which::All);
        let again = Expr::all([by.among(touched), gone.clone()]);
        let capture = self.later(rows, by, "no side is left", by.among(touched), gone);
        let selection = Selection::Captured { by, capture, also: None, again: Some(again) };
        for branch in branches(entry.purge.as_ref()) {
            if branch.asked.is_nothing() {
                return self.step(rows, selection, branch.strategy, &entry.parts, None);
            }
        }
    }

    /// Changes rows that are known, and what happens to their parts with them.
    pub fn step(
        &mut self,
        rows: Rows<'s>,
        selection: Selection<'s>,
        strategy: Option<&'s Strategy>,
        parts: &'s [Part],
        entry: Option<&'s Entry>,
    ) {
        let changing = if any_changes(parts, strategy) { parts } else { &[] };
        let asked = strategy.unwrap_or(&STAYS);
        // What nothing would be done with is not kept from anything.
        if !asked.changes() && changing.is_empty() {
            return;
        }
        let Some(selection) = self.spare(rows, selection, asked, changing, changing) else { return };
        self.of_spared(rows, selection, strategy, parts, entry);
    }

    /// The same of rows that nothing keeps.
    pub fn of_spared(
        &mut self,
        rows: Rows<'s>,
        selection: Selection<'s>,
        strategy: Option<&'s Strategy>,
        parts: &'s [Part],
        entry: Option<&'s Entry>,
    ) {
        if any_changes(parts, strategy) {
            let Selection::Captured { by, capture, .. } = &selection else { return };
            self.parts(rows, *by, *capture, parts, strategy);
        }
        let Some(strategy) = strategy.filter(|strategy| strategy.changes()) else { return };
        let bytes = self.bytes(rows, &selection, strategy);
        let Rows { item, table, span, depth } = rows;
        let below = parts.iter().find(|part| part.is_below(table.id) && matches!(part.gone, Strategy::Delete));
        let strategy = Cow::Borrowed(strategy);
        let (spares, why) = (false, None);
        let step = Step { number: 0, item, table, span, strategy, selection, entry, depth, bytes, below, spares, why };
        self.all.steps.push(step);
    }

    /// Found by the owner column itself, when the statement runs.
    fn live(&self, entry: &Entry, table: &Table, branch: &Branch<'_>) -> Option<Selection<'s>> {
        if self.reach.subjects == Subjects::Anybody {
            return self.live_of_anybody(entry, table, branch);
        }
        let column = entry.path.own_column()?;
        // A statement may take away the very key by which it finds its rows.
        let lets_go = |strategy: &Strategy| strategy.lets_go() && strategy.writes().contains(&column);
        let own = usize::from(branch.strategy.is_some_and(lets_go));
        let asked = branch.asked.clone().and(entry.condition.as_ref());
        let changed = self.touched.changes(table, entry.table.id, column, own)
            || self.touched.disturbs(table, entry.table.id, &asked.reads);
        let selected = || selected(self.basis.program, entry, Subjects::Batch);
        (!changed).then(|| Selection::Live(Expr::all(std::iter::once(selected()).chain(branch.asked.exprs.clone()))))
    }

    /// Found by what is asked of the rows, when the statement runs.
    fn live_of_anybody(&self, entry: &Entry, table: &Table, branch: &Branch<'_>) -> Option<Selection<'s>> {
        let asked = branch.asked.clone().and(entry.condition.as_ref());
        // What names nobody any more would be found again.
        let stays_found = branch.strategy.is_some_and(Strategy::lets_go);
        let changed = stays_found || self.touched.disturbs(table, entry.table.id, &asked.reads);
        (self.reach.again && !changed).then(|| Selection::Live(Expr::all(asked.exprs)))
    }

    /// Found by its first column over keys that were written down: the row itself has changed nothing that matters.
    fn reached(
        &mut self,
        rows: Rows<'s>,
        entry: &'s Entry,
        table: &'s Table,
        branch: &Branch<'s>,
    ) -> Option<Selection<'s>> {
        if self.reach.subjects == Subjects::Anybody {
            return None;
        }
        let program = self.basis.program;
        let step = entry.path.steps.first()?;
        let id = entry.table.id;
        let asked = Asked::default().and(step.before.as_ref()).and(entry.condition.as_ref());
        let changed = entry.path.first_columns().iter().any(|column| self.touched.changes(table, id, *column, 0))
            || self.touched.disturbs(table, id, asked.reads.iter().chain(&branch.asked.reads));
        let end = ends(program, entry, Subjects::Batch);
        let FirstStep { columns, mut keys, .. } =
            first_step(program, id, &entry.path, end).ok().filter(|_| !changed)?;
        let by = Found::by_all(table, columns)?;
        // A folding column compares by other rules than the captured bytes.
        if by.folds() {
            return None;
        }
        let entered = program.schema.table(step.table.id);
        let held: Vec<ColumnId> = step.keys().collect();
        for ((key, _), id) in keys.columns.iter_mut().zip(&held) {
            *key = entered.column(*id).exact(key.clone());
        }
        let keys = if entered.is_key(&held) {
            keys
        } else {
            let some = held.iter().map(|key| Expr::of(&entered.name, &entered.column(*key).name).is_null().negated());
            keys.filter(Expr::all(some)).distinct()
        };
        let what = format!("{}: by what {}.{} is found", rows.item.name, table.name, by.names());
        let capture = self.write_down(rows, what, by.shape(), keys, None);
        let also: Vec<Expr> = asked.exprs.into_iter().chain(branch.asked.exprs.clone()).collect();
        let also = (!also.is_empty()).then(|| Expr::all(also));
        Some(Selection::Captured { by, capture, also, again: None })
    }

    /// Found by the row's own key.
    fn captured(&mut self, rows: Rows<'s>, entry: &'s Entry, branch: &Branch<'s>) -> Option<Selection<'s>> {
        let why = if any_changes(&entry.parts, branch.strategy) {
            "its parts are found by its rows, which may be gone by then"
        } else if branch.referenced.is_some() {
            "what still refers to them is seen when their turn comes"
        } else if self.reach.subjects == Subjects::Anybody {
            "they are found by their age, some at a time"
        } else if entry.path.steps.is_empty() {
            "its owner column or condition reads a column that this purge changes"
        } else {
            "its owner is found over another table, whose rows may be gone by then"
        };
        let by = self.key(rows, why)?;
        let selected = selected(self.basis.program, entry, self.reach.subjects);
        let selected = Expr::all(std::iter::once(selected).chain(branch.asked.exprs.clone()));
        let what = format!("{}: which rows of {}", rows.item.name, rows.table.name);
        let capture = self.remember(rows, what, by, by.select(selected.clone()), None);
        let plain = entry.path.steps.is_empty() && entry.condition.is_none() && branch.asked.is_nothing();
        Some(Selection::Captured { by, capture, also: None, again: plain.then_some(selected) })
    }

    /// The key by which rows are remembered; a table without one is an error, with the reason why it is needed.
    pub fn key(&mut self, rows: Rows<'s>, why: &str) -> Option<Found<'s>> {
        let table = self.basis.program.schema.table(rows.table.id);
        let by = Found::by_key(table);
        if by.is_none() {
            self.all.found.push(needs_key(table, self.purge_type, rows.span, why));
        }
        by
    }

    /// Those of rows that were written down, before anything is changed.
    fn now(&mut self, rows: Rows<'s>, by: Found<'s>, which: &str, selected: Expr) -> Capture {
        let what = format!("{}: {}: {which}", rows.item.name, rows.table.name);
        self.write_down(rows, what, by.shape(), by.select(selected), None)
    }

    /// The rows that an entry is about, whatever becomes of each.
    fn touched(&mut self, rows: Rows<'s>, by: Found<'s>, which: &str, entry: &Entry) -> Capture {
        let what = format!("{}: {}: {which}", rows.item.name, rows.table.name);
        self.remember(rows, what, by, by.select(selected(self.basis.program, entry, self.reach.subjects)), None)
    }

    /// Keys of those of the candidates, rows of the table itself, that meet a condition when its turn comes.
    fn later(&mut self, rows: Rows<'s>, by: Found<'s>, which: &str, candidates: Expr, condition: Expr) -> Capture {
        let what = format!("{}: {}: {which}", rows.item.name, rows.table.name);
        let selected = by.select(Expr::all([candidates.clone(), condition]));
        // WHY: not `remember`: the candidates were.
        let capture = self.write_down(rows, what, by.shape(), selected, Some(rows.table.id));
        self.all.captures.among(capture, by.select(candidates));
        capture
    }

    /// Rows of the table itself, by its key. One whose key is NULL would never be found again: it undoes the run.
    pub fn remember(
        &mut self,
        rows: Rows<'s>,
        what: String,
        by: Found<'s>,
        keys: Select,
        late: Option<TableId>,
    ) -> Capture {
        let open = keys.columns.iter().zip(by.columns()).filter(|(_, column)| column.nullable);
        let null: Vec<Expr> = open.map(|((key, _), _)| key.clone().is_null()).collect();
        if null.is_empty() {
            return self.write_down(rows, what, by.shape(), keys, late);
        }
        let count = Select { columns: vec![(Expr::Count, None)], ..keys.clone() }.filter(Expr::any(null.clone()));
        // Several outcomes may need the same rows.
        if !self.all.keyless.iter().any(|guard| guard.count == count) {
            self.all.keyless.push(Guard {
                what: format!("rows of {} whose key is NULL ({})", by.table.name, self.all.keyless.len() + 1),
                why: "a row that cannot be found again".to_owned(),
                before: late,
                count,
            });
        }
        self.write_down(rows, what, by.shape(), keys.filter(Expr::any(null).negated()), late)
    }

    pub fn write_down(
        &mut self,
        rows: Rows<'s>,
        what: String,
        shape: Shape,
        select: Select,
        late: Option<TableId>,
    ) -> Capture {
        self.all.captures.add(What { what, line: &self.basis.line(rows.span), span: rows.span }, shape, select, late)
    }

    /// What counts the bytes of files that go, because their rows will be gone when they are looked for.
    fn bytes(&mut self, rows: Rows<'s>, selection: &Selection<'s>, strategy: &Strategy) -> Option<Capture> {
        let store = self.basis.program.site.store.as_ref()?;
        if rows.table.id != store.table.id || !matches!(strategy, Strategy::Delete) {
            return None;
        }
        let table = self.basis.program.schema.table(rows.table.id);
        let by = Found::by(table, table.column(store.counted_by.id));
        let bytes = by.select_some(selection.rows());
        let what = format!("{}: whose bytes may go", rows.item.name);
        Some(self.write_down(rows, what, by.shape(), bytes, selection.late()))
    }
}

pub(in super::super) fn needs_key(table: &Table, purge_type: &PurgeType, at: Span, why: &str) -> Diagnostic {
    let keys = match table.primary_key.len() {
        0 => "no primary key".to_owned(),
        several => format!("a primary key of {several} columns"),
    };
    Diagnostic::new(
        Code::NeedsKey,
        at,
        format!("the rows of `{}` cannot be remembered in {}", table.name, purge_type.called()),
    )
    .label(format!("the table has {keys}"))
    .related(table.span, "declared here")
    .note(format!("the rows must be remembered before anything is changed: {why}"))
    .help(format!(
        "give the table a primary key of at most {MOST} columns, or leave this item out of {}",
        purge_type.called()
    ))
}
