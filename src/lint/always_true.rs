//! A condition that narrows nothing.

use crate::database::{Possible, Schema, TableId, possible};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Part, Program, Purge, StatusMeaning};
use crate::source::Span;
use crate::sql::{Expr, Literal};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let mut all = All { schema: &program.schema, found: Vec::new() };
    for item in &program.items {
        item.entries.iter().for_each(|entry| all.entry(&item.name, entry));
    }
    all.subject(program);
    all.found
}

struct All<'p> {
    schema: &'p Schema,
    found: Vec<Diagnostic>,
}

impl All<'_> {
    fn entry(&mut self, item: &str, entry: &Entry) {
        let table = entry.table.id;
        entry.condition.iter().for_each(|one| self.condition(item, table, one, entry.span));
        entry.purge.iter().for_each(|purge| self.purge(item, table, purge));
        let gone = entry.side.iter().flat_map(|side| side.all.iter()).filter_map(|side| side.gone.as_ref());
        gone.for_each(|one| self.condition(item, table, one, entry.span));
        self.parts(item, &entry.parts);
    }

    fn parts(&mut self, item: &str, parts: &[Part]) {
        for part in parts {
            // Which files of the Site's store are meant, the Site says for all.
            let written = part.condition.iter().filter(|_| !part.stored);
            written.for_each(|one| self.condition(item, part.table.id, one, part.span));
            part.purge.iter().for_each(|purge| self.purge(item, part.table.id, purge));
            self.parts(item, &part.parts);
        }
    }

    fn purge(&mut self, item: &str, table: TableId, purge: &Purge) {
        let conditions = purge.outcomes.iter().filter_map(|outcome| outcome.condition.as_ref());
        conditions.for_each(|one| self.condition(item, table, one, one.span));
    }

    fn subject(&mut self, program: &Program) {
        let subject = &program.site.subject;
        for status in &subject.statuses {
            if let StatusMeaning::When { condition, .. } = &status.meaning {
                self.condition(&status.name, subject.table.id, condition, status.span);
            }
        }
        let protected = subject.protected.iter().filter(|expr| !is_said_aloud(expr));
        let mut can_be = protected.map(|expr| possible(self.schema, subject.table.id, expr));
        if can_be.any(|one| one != Possible::FALSE && !one.may_be_false()) {
            let title = "`protected` is false of nobody, so that nobody is ever purged".to_owned();
            self.found.push(finding(&subject.table.name, subject.span, title));
        }
    }

    fn condition(&mut self, about: &str, table: TableId, one: &Condition, otherwise: Span) {
        if is_said_aloud(&one.expr) || !possible(self.schema, table, &one.expr).is_always() {
            return;
        }
        // A condition that a relation brought along stands nowhere.
        let at = if one.span == Span::default() { otherwise } else { one.span };
        let title = format!("this condition is true of every row of `{}`", self.schema.table(table).name);
        self.found.push(finding(about, at, title));
    }
}

fn is_said_aloud(expr: &Expr) -> bool {
    *expr == Expr::Literal(Literal::Boolean(true))
}

fn finding(about: &str, at: Span, title: String) -> Diagnostic {
    Diagnostic::new(Code::AlwaysTrue, at, title)
        .about(about)
        .label("it narrows nothing")
        .help("correct it, or leave it out; `true` alone says that every row is meant")
}
