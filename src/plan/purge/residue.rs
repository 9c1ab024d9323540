//! Counts of what must be as decided, at the end of a run.

use std::sync::Arc;

use super::super::identifier;
use super::super::rows::Subjects;
use super::super::tables::{BATCH, CHECK, IDENTIFIER, RUN, is};
use super::guard::{idle_holds, placeholders};
use super::{Writer, this_run};
use crate::sql::{Comparison, Expr, From, Select, Statement};

/// What is counted, and the count.
pub(super) type Count = (String, Expr);

/// Counts in one statement: planning a statement of several hundred costs more than its parts.
pub(super) const COUNTS: usize = 50;

impl Writer<'_> {
    /// Counts of rows that were decided and are not as they should be.
    pub(super) fn residue(&mut self) {
        let mut counts: Vec<Count> = Vec::new();
        for step in &self.steps {
            let table = self.basis.program.schema.table(step.table.id);
            for (number, left) in (1..).zip(step.left(table)) {
                let count = Expr::scalar(Select::from(&table.name, [Expr::Count]).filter(left));
                let again = if number == 1 { "" } else { ", looked for again" };
                let what = format!("residue of step {} ({} {}{again})", step.number, step.strategy.name(), table.name);
                counts.push((what, count));
            }
        }
        for keys in self.used_keys() {
            let made = self.captures.iter().filter(|captured| captured.capture.shape.keys() == keys).count();
            let marked = Expr::column("capture").compare(Comparison::Less, Expr::integer(0));
            let marks = Select::from(keys.table(), [Expr::Count]).filter(Expr::all([this_run(), marked]));
            counts.push((format!("captures in {}", keys.table()), missing(number(made), Expr::scalar(marks))));
        }
        for source in &self.identifiers {
            let looked_for = Expr::all([this_run(), is("name", &identifier::mark(source))]);
            let marks = Expr::scalar(Select::from(IDENTIFIER, [Expr::Count]).filter(looked_for));
            counts.push((format!("identifiers {} captured", source.text()), missing(count(BATCH), marks)));
        }
        for guard in placeholders(self.basis, &self.steps).into_iter().chain(idle_holds(self.basis)) {
            counts.push((format!("{} afterwards", guard.what), Expr::scalar(guard.count)));
        }
        counts.extend(self.told().filter(|_| self.reach.subjects == Subjects::Batch));
        counts.extend(self.answered().into_iter().filter(|_| self.reach.subjects == Subjects::Batch));
        self.checks += counts.len();
        let mut comment = "residue: nothing that was decided may be left";
        for some in counts.chunks(COUNTS) {
            let statement = Statement::insert(CHECK, &["run", "what", "bad"], found(some));
            if comment.is_empty() {
                self.script.and(statement);
            } else {
                self.script.push(std::mem::take(&mut comment), statement);
            }
        }
    }
}

/// Rows of `probate_check` for the run at hand.
pub(super) fn found(counts: &[Count]) -> Select {
    let rows = counts.iter().map(|(what, bad)| vec![Expr::text(what), bad.clone()]).collect();
    let alias = "found";
    let columns = [Expr::of(RUN, "run"), Expr::of(alias, "column1"), Expr::of(alias, "column2")];
    let mut select = Select::from(RUN, columns).filter(this_run());
    select.joins.push((From::Values { rows, alias: alias.to_owned() }, Expr::all([])));
    select
}

pub(super) fn missing(expected: Expr, found: Expr) -> Expr {
    Expr::Subtract(Arc::new(expected), Arc::new(found))
}

pub(super) fn number(count: usize) -> Expr {
    Expr::integer(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn count(table: &str) -> Expr {
    Expr::scalar(Select::from(table, [Expr::Count]).filter(this_run()))
}
