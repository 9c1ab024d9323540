//! `transition`: the run first puts its subjects into the status of the type, inside the transaction that purges.

use super::super::claim::with_status;
use super::super::rows::{Subjects, member};
use super::super::tables::BATCH;
use super::{Writer, check, this_run};
use crate::database::ColumnId;
use crate::program::{Status, StatusMeaning};
use crate::sql::{Change, Expr, Select, Statement};

impl Writer<'_> {
    /// Puts the subjects into the status, where they are not.
    pub(super) fn transition(&mut self) {
        let program = self.basis.program;
        let subject = &program.site.subject;
        let status = subject.statuses.get(self.purge_type.status).filter(|_| self.purge_type.transition);
        let Some(Status { name, meaning: StatusMeaning::When { condition, set }, .. }) = status else { return };
        let table = program.schema.table(subject.table.id);
        let key = table.column(subject.key.id);
        let written: Vec<ColumnId> = set.iter().filter_map(|(name, _)| Some(table.find(name)?.0)).collect();
        let batch = Subjects::Batch.keys(program, key);
        let staged = member(table, key, &batch);
        self.script.push(
            format!("transition: the subjects become `{name}`, in this transaction"),
            Statement::Change(Change::Update {
                table: subject.table.name.to_string(),
                set: set.iter().map(|(column, value)| (column.clone(), Expr::Literal(value.clone()))).collect(),
                kept: table.following(&written),
                filter: Expr::all([staged, condition.expr.clone().is_true().negated()]),
            }),
        );
        let reached = Expr::column("subject").within(with_status(program, self.purge_type.status));
        let others = Select::from(BATCH, [Expr::Count]).filter(Expr::all([this_run(), reached.negated()]));
        self.script.push("transition: what was written must have done it", check(&format!("status {name}"), others));
        self.checks += 1;
    }
}
