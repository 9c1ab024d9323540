//! `transition`: the run first puts its subjects into the status of the type, inside the transaction that purges.

use super::super::claim::with_status;
use super::super::rows::{Subjects, member};
use super::super::tables::BATCH;
use super::{Writer, check, this_run};
use crate::database::ColumnId;
use crate::program::StatusMeaning;
use crate::sql::{Change, Expr, Select, Statement};

impl Writer<'_> {
    /// Puts the subjects into the status, where they are not.
    pub(super) fn transition(&mut self) {
        let status = self.basis.program.site.subject.statuses.get(self.purge_type.status);
        let Some((change, status)) = self.put_into_status().zip(status) else { return };
        let comment = format!("transition: the subjects become `{}`, in this transaction", status.name);
        self.script.push(comment, Statement::Change(change));
        self.has_status(&status.name);
    }

    /// What puts the batch into the status, where it is not.
    pub(super) fn put_into_status(&self) -> Option<Change> {
        let program = self.basis.program;
        let subject = &program.site.subject;
        let status = subject.statuses.get(self.purge_type.status).filter(|_| self.purge_type.transition)?;
        let StatusMeaning::When { condition, set } = &status.meaning else { return None };
        let table = program.schema.table(subject.table.id);
        let key = table.column(subject.key.id);
        let written: Vec<ColumnId> = set.iter().filter_map(|(name, _)| Some(table.find(name)?.0)).collect();
        let batch = Subjects::Batch.keys(program, key);
        let staged = member(table, key, &batch);
        Some(Change::Update {
            table: subject.table.name.to_string(),
            set: set.iter().map(|(column, value)| (column.clone(), Expr::Literal(value.clone()))).collect(),
            kept: table.following(&written),
            filter: Expr::all([staged, condition.expr.clone().is_true().negated()]),
        })
    }

    /// What was written must have done it.
    pub(super) fn has_status(&mut self, name: &str) {
        let program = self.basis.program;
        let reached = Expr::column("subject").within(with_status(program, self.purge_type.status));
        let others = Select::from(BATCH, [Expr::Count]).filter(Expr::all([this_run(), reached.negated()]));
        self.script.push("transition: what was written must have done it", check(&format!("status {name}"), others));
        self.checks += 1;
    }
}
