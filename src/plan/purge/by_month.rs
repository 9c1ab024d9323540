//! What a rule would do, by the moments as of which its rows go.
//!
//! The rows are those of a [preview](super::preview) as of the last moment, each counted once; the moments before it only
//! tell them apart, so that one pass over a table is enough, however many months there are.

use super::super::kept::{Kept, inside};
use super::Writer;
use super::preview::PreviewStep;
use super::step::Step;
use crate::database::TableId;
use crate::program::{Entry, Part, Program};
use crate::sql::{Expr, Select, Statement};

/// So many queries in one statement, as [SQLite opens them](super::keeping); and so many counts.
const QUERIES: usize = 300;
const COUNTS: usize = 150;

/// When rows of an entry go.
pub(in super::super) struct Goes<'g> {
    pub entry: &'g Entry,
    /// Their time is over, as of [`Expr::Now`].
    pub over: Expr,
    /// What stays as of then.
    pub kept: &'g Kept<'g>,
}

/// A rule that is only looked at. The statements run in a transaction that is undone.
#[derive(Debug)]
pub struct ByMonth {
    pub statements: Vec<Statement>,
    pub steps: Vec<(PreviewStep, MonthCounts)>,
}

/// Queries of one row each, whose columns one after the other are how many rows go as of each moment, or before it.
#[derive(Debug)]
pub struct MonthCounts(pub Vec<Select>);

impl MonthCounts {
    /// `rows`: those as of the last moment. `goes`: what is true of those that go as of [`Expr::Now`].
    pub fn of(rows: &Select, goes: &Expr, moments: &[i64]) -> Self {
        let before = moments.split_last().map_or(&[][..], |(_, before)| before);
        let is_gone = |moment: &i64| {
            let arms = vec![(goes.as_of(*moment), Expr::integer(1))];
            Expr::Sum(Box::new(Expr::Case(arms, Box::new(Expr::integer(0)))))
        };
        let columns: Vec<Expr> = before.iter().map(is_gone).chain([Expr::Count]).collect();
        let each = goes.as_of(0).queries().max(1);
        let some = columns.chunks((QUERIES / each).clamp(1, COUNTS));
        let select = |some: &[Expr]| Select {
            columns: some.iter().map(|column| (column.clone(), None)).collect(),
            ..rows.clone()
        };
        Self(some.map(select).collect())
    }
}

impl Writer<'_> {
    pub(super) fn by_month(mut self, nobody: Select, goes: &Goes<'_>, moments: &[i64]) -> ByMonth {
        let statements = self.looked(nobody);
        let program = self.basis.program;
        let counted = |(step, rows): (&Step<'_>, Expr)| {
            let rows = Select::from(&step.table.name, []).filter(rows);
            (self.said(step), MonthCounts::of(&rows, &goes.of_step(program, step), moments))
        };
        ByMonth { statements, steps: self.met().into_iter().map(counted).collect() }
    }
}

impl Goes<'_> {
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
