//! All that looks at a purge read, before it and after: for the rights of whoever may only look.

use super::preview::{Whose, batch, put_off};
use super::verification::{self, Purged};
use super::{Writer, entries_of, staged_identifiers};
use crate::sql::{Change, Expr, Select, Statement};

impl Writer<'_> {
    /// What a preview and a verification of a type read, each condition once; the statements are never run.
    pub(super) fn reads(self) -> Vec<Statement> {
        let (basis, purge_type) = (self.basis, self.purge_type);
        let mut people = batch(basis, purge_type, Whose::Due);
        people.push(verification::people(basis, purge_type, Purged { since: Some(0), ..Purged::default() }));
        let staged = staged_identifiers(basis.program, &self.identifiers).into_iter().map(|(_, statement)| statement);
        let staged: Vec<Statement> = staged.chain(put_off(basis, purge_type)).collect();
        people.into_iter().map(Statement::Query).chain(self.reads_of_rows()).chain(staged).collect()
    }

    /// What of it is about rows.
    pub(super) fn reads_of_rows(self) -> Vec<Statement> {
        let (basis, purge_type) = (self.basis, self.purge_type);
        let mut queries = Vec::new();
        queries.extend(self.captures.iter().flat_map(|captured| [captured.rows(), captured.most()]));
        queries.extend(self.guards.iter().filter(|guard| guard.before.is_none()).map(|guard| guard.count.clone()));
        for step in &self.steps {
            let table = basis.program.schema.table(step.table.id);
            let change = step.strategy.change(table, step.rows());
            let Some(Change::Update { filter, .. } | Change::Delete { filter, .. }) = change else { continue };
            let rows = Expr::any(std::iter::once(filter).chain(step.left(table)));
            queries.push(Select::from(&table.name, [Expr::Count]).filter(rows));
        }
        for (_, entry) in entries_of(basis, purge_type) {
            queries.extend(
                self.kept(entry)
                    .into_iter()
                    .map(|(_, rows)| Select::from(&entry.table.name, [Expr::Count]).filter(rows)),
            );
        }
        queries.into_iter().map(Statement::Query).collect()
    }
}
