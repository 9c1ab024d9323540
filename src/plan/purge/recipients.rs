//! Article 19: whoever was sent data of a component is told for each person that it has been erased.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::rows::key_as_json;
use super::super::tables::{BATCH, OUTBOX, is};
use super::residue::{count, missing};
use super::{Writer, this_run};
use crate::program::{Declares, External};
use crate::sql::{Expr, Select, Statement};

const KIND: &str = "recipient";

impl Writer<'_> {
    /// Lines of the outbox, one for each subject and recipient.
    pub(super) fn recipients(&mut self) {
        let mut rows = self.external().into_iter().map(|(of, one)| self.lines(of, one)).collect::<Vec<_>>().into_iter();
        let Some(mut first) = rows.next() else { return };
        first.more = rows.collect();
        let statement = Statement::insert(OUTBOX, &["run", "kind", "body", "created"], first);
        self.script.push("outbox: others who were sent such data are to be told (GDPR Article 19)", statement);
    }

    /// What is missing of these lines.
    pub(super) fn told(&self) -> Option<(String, Expr)> {
        let expected =
            self.external().iter().map(|_| count(BATCH)).reduce(|a, b| Expr::Add(Arc::new(a), Arc::new(b)))?;
        let lines = Expr::all([this_run(), is("kind", KIND)]);
        let lines = Expr::scalar(Select::from(OUTBOX, [Expr::Count]).filter(lines));
        Some(("recipients told".to_owned(), missing(expected, lines)))
    }

    /// Those of components and items of which something is purged, by the name of what declares them.
    fn external(&self) -> Vec<(&str, &External)> {
        let program = self.basis.program;
        let purged: BTreeSet<&str> = self.steps.iter().map(|step| step.item.name.as_str()).collect();
        let is_of =
            |component: &str| purged.iter().any(|item| item.split_once('.').is_some_and(|(of, _)| of == component));
        let components = program.components.iter().filter(|one| is_of(&one.id));
        let components = components.map(|one| (one.id.as_str(), one.declares.as_ref()));
        let items = program.items.iter().filter(|one| purged.contains(one.name.as_str()));
        let items = items.map(|one| (one.name.as_str(), one.declares.as_ref()));
        let all = components.chain(items);
        all.flat_map(|(of, declared)| external_of(declared).iter().map(move |one| (of, one))).collect()
    }

    fn lines(&self, of: &str, one: &External) -> Select {
        let key = key_as_json(self.basis.program, Expr::column("subject"));
        let head = serde_json::json!({
            "recipient": one.recipient, "country": one.country, "declared": format!("{of}.{}", one.id),
        });
        let head = format!("{},\"subject\":", head.to_string().trim_end_matches('}'));
        let body = Expr::Concat(vec![Expr::text(head), key, Expr::text("}")]);
        Select::from(BATCH, [Expr::Run, Expr::text(KIND), body, Expr::Now]).filter(this_run())
    }
}

fn external_of(declared: Option<&Declares>) -> &[External] {
    declared.map_or(&[], |declared| &declared.external)
}
