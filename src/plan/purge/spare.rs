//! What duties and holds keep is left out of every statement: whose rows they are, and whoever asks.

use std::borrow::Cow;

use super::super::age;
use super::super::kept::{Kept, Stays, Why, inside};
use super::branch::any_changes;
use super::capture::Capture;
use super::decide::{Decider, Rows};
use super::row_key::Found;
use super::step::{Selection, Step};
use crate::database::{ColumnId, Table, TableId};
use crate::program::{Condition, Entry, Part, Path, Program, RetentionRule};
use crate::sql::Expr;
use crate::strategy::{Overwrite, Strategy};

/// Rows that a purge would take, and that stay.
#[derive(Clone)]
pub(super) struct Spared<'s> {
    pub rows: Rows<'s>,
    /// True of them in Decide.
    pub expr: Expr,
    /// The entry whose rows they are, or whose rows they are parts of, and the parts in between, the outermost first.
    pub entry: &'s Entry,
    pub trail: Vec<&'s Part>,
    /// What keeps them, each reason with a condition on the rows.
    pub reasons: Vec<(Why<'s>, Expr)>,
    /// Only from being deleted.
    pub is_referred: bool,
}

impl Spared<'_> {
    /// Rows of the same table, of the same entry, by the same parts; with the same reasons, then.
    fn is_about_rows_of(&self, other: &Self) -> bool {
        let same_parts = || self.trail.iter().zip(&other.trail).all(|(one, other)| std::ptr::eq(*one, *other));
        std::ptr::eq(self.entry, other.entry)
            && self.rows.table.id == other.rows.table.id
            && self.is_referred == other.is_referred
            && self.trail.len() == other.trail.len()
            && same_parts()
    }

    /// Each reason, in words, with the rows that it keeps.
    pub fn whys(&self) -> Vec<(String, Expr)> {
        if self.is_referred {
            return vec![("rows that stay need them".to_owned(), self.expr.clone())];
        }
        let one = |(why, expr): &(Why<'_>, Expr)| (why.words(), Expr::all([self.expr.clone(), expr.clone()]));
        self.reasons.iter().map(one).collect()
    }
}

/// Rows that several steps leave alone (a side is left, the row goes) are one and the same.
pub(super) fn merged(spared: Vec<Spared<'_>>) -> Vec<Spared<'_>> {
    let mut all: Vec<Spared<'_>> = Vec::new();
    for one in spared {
        match all.iter_mut().find(|known| known.is_about_rows_of(&one)) {
            Some(known) => known.expr = Expr::any([known.expr.clone(), one.expr]),
            None => all.push(one),
        }
    }
    all
}

/// Rows of a table that a statement must leave alone.
struct Left {
    stays: Stays,
    is_referred: bool,
}

impl<'s> Decider<'s> {
    /// The rows without those that stay. What stays from being deleted is still written, but for its keys, and what is
    /// its `own` with it.
    pub(super) fn spare(
        &mut self,
        rows: Rows<'s>,
        selection: Selection<'s>,
        strategy: &'s Strategy,
        parts: &'s [Part],
        own: &'s [Part],
    ) -> Option<Selection<'s>> {
        if self.kept.is_empty() {
            return Some(selection);
        }
        let program = self.basis.program;
        let table = program.schema.table(rows.table.id);
        let mut selection = selection;
        if let Some(stays) = self.kept.whole(rows.table.id, self.among()) {
            let left = Left { stays, is_referred: false };
            if strategy.changes() {
                self.meanwhile(rows, &selection);
            }
            selection = self.leave(rows, selection, strategy, left, parts)?;
        }
        let withheld = withheld(program, &self.kept, rows.table.id, strategy, self.keys_of(table));
        let Some(Withheld { stays, keys }) = withheld else { return Some(selection) };
        let left = Left { stays, is_referred: true };
        if matches!(strategy, Strategy::Delete) {
            return self.leave(rows, selection, strategy, left, parts);
        }
        let before = selection.clone();
        let spared = self.all.spared.len();
        let free = self.leave(rows, selection, strategy, left, parts)?;
        self.written_but_for_keys(rows, &before, (strategy, &keys, own), spared);
        Some(free)
    }

    /// Columns by which a row is known, refers to others, or says whose or what part it is.
    fn keys_of(&self, table: &Table) -> Vec<ColumnId> {
        let Some(part) = self.trail.last() else {
            return self.entry_at_hand.map_or_else(|| known_by(table), |entry| keys_of(table, entry));
        };
        keys_of_part(table, part)
    }

    /// What is true of all rows at hand.
    fn among(&self) -> Option<&'s Condition> {
        match self.trail.last() {
            Some(part) => part.condition.as_ref(),
            None => self.entry_at_hand.and_then(|entry| entry.condition.as_ref()),
        }
    }

    /// Rows that a duty alone keeps lose what it does not need.
    fn meanwhile(&mut self, rows: Rows<'s>, selection: &Selection<'s>) {
        let reasons = self.kept.reasons(rows.table.id, self.among());
        let of_table = |rule: &'s RetentionRule| {
            let written = &rule.at_least.as_ref()?.meanwhile;
            written.iter().find(|(table, _)| table.id == rows.table.id).map(|(_, set)| set)
        };
        for (at, (why, expr)) in reasons.iter().enumerate() {
            let Why::Duty(rule) = why else { continue };
            let Some(set) = of_table(rule) else { continue };
            let others = reasons.iter().enumerate().filter(|(other, _)| *other != at);
            let others = others.map(|(_, (_, expr))| expr.clone().is_true().negated());
            let Some(by) = self.key(rows, "a duty keeps some of them, without what it does not need") else { return };
            let written = Overwrite { set: set.clone() };
            // What is written already is not written again.
            let table = self.basis.program.schema.table(rows.table.id);
            let differs = Strategy::Overwrite(written.clone()).residue(table, Expr::all([]));
            let asked =
                [self.at_most(rows, selection), expr.clone().is_true()].into_iter().chain(others).chain(differs);
            let what = format!("{}: {}: those that `{}` alone keeps", rows.item.name, rows.table.name, rule.id);
            let mut capture = self.write_down(rows, what.clone(), by.shape(), by.select(Expr::all(asked)), None);
            if let Some(turn) = selection.late() {
                // Of rows that may go, those that would; of the others nothing is asked.
                let among = by.among(capture);
                let going = by.select(Expr::all([selection.rows(), among.clone()]));
                capture =
                    self.write_down(rows, format!("{what}, and that would change"), by.shape(), going, Some(turn));
                self.all.captures.among(capture, by.select(among));
            }
            let strategy = Cow::Owned(Strategy::Overwrite(written));
            self.all.steps.push(Step { strategy, ..Step::of_spared(rows, Selection::all(by, capture)) });
        }
    }

    /// Rows that stay for others' sake have written into them what is no key; what happens to their parts, happens.
    fn written_but_for_keys(
        &mut self,
        rows: Rows<'s>,
        before: &Selection<'s>,
        (strategy, keys, own): (&'s Strategy, &[ColumnId], &'s [Part]),
        spared: usize,
    ) {
        let (rest, has_parts) = (strategy.without(keys), any_changes(own, Some(strategy)));
        if rest.is_none() && !has_parts {
            return;
        }
        let Some(left) = self.all.spared.get(spared).map(|one| one.expr.clone()) else { return };
        let Rows { item, table, .. } = rows;
        let of = self.basis.program.schema.table(table.id);
        let Some(by) = Found::by_key(of) else { return };
        let what = format!("{}: {}: those that are kept from being deleted", item.name, table.name);
        let capture =
            self.write_down(rows, what, by.shape(), by.select(Expr::all([before.rows(), left])), before.late());
        if has_parts {
            self.parts(rows, by, capture, own, Some(strategy));
        }
        let Some(strategy) = rest.map(Cow::Owned) else { return };
        self.all.steps.push(Step { strategy, ..Step::of_spared(rows, Selection::all(by, capture)) });
    }

    fn leave(
        &mut self,
        rows: Rows<'s>,
        selection: Selection<'s>,
        strategy: &Strategy,
        left: Left,
        parts: &'s [Part],
    ) -> Option<Selection<'s>> {
        let table = self.basis.program.schema.table(rows.table.id);
        let disturbed = self.touched.disturbs_but(table, rows.table.id, &left.stays.reads, &strategy.writes());
        let asked_then = !disturbed && !left.stays.expr.reads(&table.name);
        if let Selection::Live(selected) = &selection
            && asked_then
        {
            let stays = Expr::all([selected.clone(), left.stays.expr.clone().is_true()]);
            self.note(rows, stays, left.is_referred);
            return Some(Selection::Live(Expr::all([selected.clone(), left.stays.expr.is_true().negated()])));
        }
        let by = self.key(rows, "a duty or a hold may keep some of them")?;
        let selection = match selection {
            // WHY: a planner may ask what refers to a row of all rows of the table, before it asks whose they are.
            Selection::Live(selected) if left.is_referred => {
                let what = format!("{}: which rows of {}", rows.item.name, table.name);
                Selection::all(by, self.remember(rows, what, by, by.select(selected), None))
            }
            other @ (Selection::Live(_) | Selection::Captured { .. }) => other,
        };
        let at_most = self.at_most(rows, &selection);
        let kept = self.kept_rows(rows, by, &at_most, &left);
        self.note(rows, by.among(kept), left.is_referred);
        // A row whose key is NULL is none of them.
        let is_kept = || if by.may_be_null() { by.among(kept).is_true() } else { by.among(kept) };
        let not_kept = || is_kept().negated();
        let what = format!("{}: {}: those that nothing keeps", rows.item.name, rows.table.name);
        Some(match selection {
            // The key is as it was written down: what is kept is few.
            Selection::Live(selected) if !self.touched.writes_any(rows.table.id, &table.primary_key) => {
                Selection::Live(Expr::all([selected, not_kept()]))
            }
            Selection::Live(selected) => {
                let select = by.select(Expr::all([selected, not_kept()]));
                Selection::all(by, self.remember(rows, what, by, select, None))
            }
            Selection::Captured { by: found, capture, also, again } => {
                let again = again.map(|again| Expr::all([again, not_kept()]));
                let rest = Expr::all(also.clone().into_iter().chain([not_kept()]));
                if parts.is_empty() {
                    return Some(Selection::Captured { by: found, capture, also: Some(rest), again });
                }
                // Parts are found by what is written down of the rows.
                let select = by.select(Expr::all([found.among(capture), rest]));
                let free = self.write_down(rows, what, by.shape(), select, capture.late);
                if let Some(most) = self.all.captures.at_most(capture) {
                    self.all.captures.among(free, most);
                }
                Selection::Captured { by, capture: free, also: None, again }
            }
        })
    }

    /// What the rows may be at most, before anything is changed.
    pub(super) fn at_most(&self, rows: Rows<'s>, selection: &Selection<'s>) -> Expr {
        match selection {
            Selection::Captured { capture, .. } if capture.late.is_some() => {
                // Of rows that may go, the parts.
                if let (Some(part), Some((parent, most))) = (self.trail.last(), self.above.last())
                    && part.table.id == rows.table.id
                {
                    let condition = part.condition.iter().map(|one| one.expr.clone());
                    let inside = inside(self.basis.program, part, *parent, most.clone());
                    return Expr::all(std::iter::once(inside).chain(condition));
                }
                let most = self.all.captures.at_most(*capture).and_then(|select| select.filter);
                most.unwrap_or_else(|| Expr::all([]))
            }
            other @ (Selection::Live(_) | Selection::Captured { .. }) => other.rows(),
        }
    }

    fn kept_rows(&mut self, rows: Rows<'s>, by: Found<'s>, at_most: &Expr, left: &Left) -> Capture {
        let which =
            if left.is_referred { "those that rows which stay refer to" } else { "those that a duty or a hold keeps" };
        let what = format!("{}: {}: {which}", rows.item.name, rows.table.name);
        let select = by.select(Expr::all([at_most.clone(), left.stays.expr.clone().is_true()]));
        self.remember(rows, what, by, select, None)
    }

    fn note(&mut self, rows: Rows<'s>, expr: Expr, is_referred: bool) {
        let Some(entry) = self.entry_at_hand else { return };
        let reasons = if is_referred { Vec::new() } else { self.kept.reasons(rows.table.id, self.among()) };
        self.all.spared.push(Spared { rows, expr, entry, trail: self.trail.clone(), reasons, is_referred });
    }
}

/// What of a strategy is withheld from rows for the sake of others.
pub(super) struct Withheld {
    /// Rows that others need.
    pub stays: Stays,
    /// What is not written into those; they are not deleted either.
    pub keys: Vec<ColumnId>,
}

/// What goes, and what loses its own keys, must not be needed at all; else it matters by which columns rows are found
/// or decided about, and whether by these.
pub(super) fn withheld(
    program: &Program,
    kept: &Kept<'_>,
    table: TableId,
    strategy: &Strategy,
    own_keys: Vec<ColumnId>,
) -> Option<Withheld> {
    let (written, decisive) = (strategy.writes(), kept.keys(program, table));
    if matches!(strategy, Strategy::Delete) || written.iter().any(|column| own_keys.contains(column)) {
        let stays = kept.needed(program, table)?;
        return Some(Withheld { stays, keys: [own_keys, decisive].concat() });
    }
    let keys: Vec<ColumnId> = written.into_iter().filter(|column| decisive.contains(column)).collect();
    if keys.is_empty() {
        return None;
    }
    let stays = kept.leads(program, table, &keys)?;
    Some(Withheld { stays, keys })
}

/// Columns by which a row is known, or refers to others.
fn known_by(table: &Table) -> Vec<ColumnId> {
    let foreign = table.foreign_keys.iter().flat_map(|key| key.columns.iter().copied());
    table.primary_key.iter().copied().chain(foreign).collect()
}

/// The same of rows that are parts, and those by which they are.
pub(super) fn keys_of_part(table: &Table, part: &Part) -> Vec<ColumnId> {
    known_by(table).into_iter().chain(part.links.iter().map(|link| link.column.id)).collect()
}

/// The same of rows of an entry, and those that say whose it is.
pub(super) fn keys_of(table: &Table, entry: &Entry) -> Vec<ColumnId> {
    let owners = age::owners(entry).into_iter().flat_map(Path::first_columns);
    known_by(table).into_iter().chain(owners).chain(entry.names_others.iter().copied()).collect()
}
