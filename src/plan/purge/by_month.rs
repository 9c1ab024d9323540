//! What a rule would do, by the moments as of which its rows go.
//!
//! The rows are those of a [preview](super::preview) as of the last moment, each counted once; the moments before it only
//! tell them apart, so that one pass over a table is enough, however many months there are.

use std::sync::Arc;

use super::super::kept::{Kept, inside};
use super::super::spread::QUERIES;
use super::Writer;
use super::preview::PreviewStep;
use super::residue::number;
use super::step::Step;
use crate::database::TableId;
use crate::program::{Entry, Part, Program};
use crate::sql::{Expr, Select, Statement};

/// So many counts in one statement.
const COUNTS: usize = 150;

/// When rows of an entry go.
pub(in super::super) struct Goes<'g, 'p> {
    pub entry: &'g Entry,
    /// Their time is over, as of [`Expr::Now`].
    pub over: Expr,
    /// What stays as of then.
    pub kept: &'g Kept<'p>,
}

/// A rule that is only looked at. The statements run in a transaction that is undone.
#[derive(Debug)]
pub struct ByMonth {
    pub statements: Vec<Statement>,
    pub steps: Vec<(PreviewStep, MonthCounts)>,
}

/// How many rows go as of each moment, or before it: of some of the moments, one after the other.
#[derive(Debug)]
pub struct MonthCounts(pub Vec<SomeMonths>);

/// Rows of two columns: the place of a moment among these, and how many rows go as of it and not of the one before; those
/// that go later have a place after the last.
#[derive(Debug)]
pub struct SomeMonths {
    pub counts: Select,
    pub moments: usize,
}

const MONTHS: &str = "probate_months";
const MONTH: &str = "month";

impl MonthCounts {
    /// `rows`: those as of the last moment. `goes`: what is true of those that go as of [`Expr::Now`], and stays so.
    pub fn of(rows: &Select, goes: &Expr, moments: &[i64]) -> Self {
        let before = moments.split_last().map_or(&[][..], |(_, before)| before);
        let conditions: Vec<Expr> = before.iter().map(|moment| goes.as_of(*moment)).collect();
        let each = goes.as_of(0).queries().max(1);
        let chunks: Vec<&[Expr]> = conditions.chunks((QUERIES / each).clamp(1, COUNTS)).collect();
        let last = chunks.len().max(1) - 1;
        let some = |(at, chunk): (usize, &[Expr])| {
            let month = Select { columns: vec![(first(chunk, 0), Some(MONTH.to_owned()))], ..rows.clone() };
            let counts = Select::values([Expr::column(MONTH), Expr::Count]).query(month, MONTHS);
            let counts = Select { group: vec![Expr::column(MONTH)], ..counts };
            SomeMonths { counts, moments: chunk.len() + usize::from(at == last) }
        };
        // Where there is one moment alone, nothing has to be told apart.
        let chunks = if chunks.is_empty() { vec![&[][..]] } else { chunks };
        Self(chunks.into_iter().enumerate().map(some).collect())
    }
}

/// The place of the first of the conditions that is true, after so many others; the place after the last where none is.
/// Each is true of all rows of which one before it is, so that few of them are looked at.
fn first(conditions: &[Expr], before: usize) -> Expr {
    let middle = conditions.len() / 2;
    let (Some(condition), Some(earlier), Some(later)) =
        (conditions.get(middle), conditions.get(..middle), conditions.get(middle + 1..))
    else {
        return number(before);
    };
    let arms = vec![(condition.clone(), first(earlier, before))];
    Expr::Case(arms, Arc::new(first(later, before + middle + 1)))
}

impl Writer<'_> {
    pub(super) fn by_month(mut self, nobody: Select, goes: &Goes<'_, '_>, moments: &[i64]) -> ByMonth {
        let statements = self.looked(vec![nobody]);
        let program = self.basis.program;
        let counted = |(step, rows): (&Step<'_>, Expr)| {
            let rows = Select::from(&step.table.name, []).filter(rows);
            (self.said(step), MonthCounts::of(&rows, &goes.of_step(program, step), moments))
        };
        ByMonth { statements, steps: self.met().into_iter().map(counted).collect() }
    }
}

impl Goes<'_, '_> {
    /// Rows of the step go: their time is over, or that of the row whose parts they are, and nothing keeps them.
    fn of_step(&self, program: &Program, step: &Step<'_>) -> Expr {
        let mut trail = Vec::new();
        let is_part = step.depth > 0 && find(&self.entry.parts, step, &mut trail);
        // What stays because something keeps it loses the rest as soon as its time is over.
        let is_free = |table, deletes| if step.spares { Expr::all([]) } else { self.is_free(program, table, deletes) };
        if !is_part {
            return Expr::all([self.over.clone(), is_free(self.entry.table.id, step.deletes())]);
        }
        let top = Expr::all([self.over.clone(), is_free(self.entry.table.id, self.entry.deletes())]);
        let below = |(parent, rows): (TableId, Expr), part: &&Part| {
            let of = part.table.id;
            (of, Expr::all([inside(program, part, parent, rows), is_free(of, step.deletes())]))
        };
        trail.iter().fold((self.entry.table.id, top), below).1
    }

    /// No duty and no hold keeps the row.
    fn is_free(&self, program: &Program, table: TableId, deletes: bool) -> Expr {
        let referred = if deletes { self.kept.needed(program, table) } else { None };
        let stays = [self.kept.whole(table, None), referred].into_iter().flatten();
        Expr::all(stays.map(|stays| stays.expr.is_true().negated()))
    }
}

/// The parts that lead to those of the step, the outermost first.
fn find<'p>(parts: &'p [Part], step: &Step<'_>, trail: &mut Vec<&'p Part>) -> bool {
    parts.iter().any(|part| {
        trail.push(part);
        let is_it = part.table.id == step.table.id && part.span == step.span;
        let found = is_it || find(&part.parts, step, trail);
        if !found {
            trail.pop();
        }
        found
    })
}
