//! Relations, conditions and purges in words.

use crate::program::{Condition, IdentifierSource, Pair, Path, Program, Purge, Step};
use crate::source::SourceMap;
use crate::strategy::Strategy;

/// What names in a program are called in words.
#[derive(Clone, Copy)]
pub(super) struct Words<'p> {
    pub program: &'p Program,
    pub sources: &'p SourceMap,
}

impl<'p> Words<'p> {
    /// A condition as it is written; nothing where it follows from a relation that the Site declares.
    pub fn condition(self, condition: &Condition) -> Option<&'p str> {
        let text = self.sources.slice(condition.span);
        (!text.is_empty()).then_some(text)
    }

    /// Each step of a path, and what its end holds.
    pub fn path(self, table: &str, path: &Path, identifier: Option<&IdentifierSource>) -> String {
        let mut words = Vec::new();
        let mut from = table;
        for step in &path.steps {
            let conditions = [&step.before, &step.entered].into_iter().flatten();
            let conditions: Vec<&str> = conditions.filter_map(|one| self.condition(one)).collect();
            let only =
                if conditions.is_empty() { String::new() } else { format!(" where {}", conditions.join(" and ")) };
            words.push(format!("{}{only}", Self::step(from, step)));
            from = &step.table.name;
        }
        let subject = &self.program.site.subject;
        let end = match identifier {
            None => format!("the person's key (`{}.{}`)", subject.table.name, subject.key.name),
            Some(IdentifierSource::Plain(name)) => format!("the person's `{name}`"),
            Some(template @ IdentifierSource::Template(_)) => format!("a text of the form `{}`", template.text()),
        };
        words.push(format!("`{from}.{}` is {end}", path.last.name));
        words.join("; ")
    }

    /// What is equal on both sides of a step.
    pub fn step(from: &str, step: &Step) -> String {
        let pair = |pair: &Pair| format!("`{from}.{}` is `{}.{}`", pair.column.name, step.table.name, pair.key.name);
        step.on.iter().map(pair).collect::<Vec<String>>().join(" and ")
    }

    pub fn strategy(strategy: &Strategy) -> String {
        let columns: Vec<&str> = strategy.assignments().iter().map(|one| &*one.name).collect();
        match strategy {
            Strategy::Delete => "delete".to_owned(),
            Strategy::Keep { reason } => format!("keep ({reason})"),
            Strategy::Overwrite(_) | Strategy::Empty(_) | Strategy::Detach(_) | Strategy::Reassign(_) => {
                format!("{} {}", strategy.name(), columns.join(", "))
            }
        }
    }

    /// Each outcome with its condition, and what else decides; in the order in which it is decided.
    pub fn purge(self, purge: &Purge) -> Vec<String> {
        let outcomes = purge.outcomes.iter().map(|one| {
            let then = Self::strategy(&one.strategy);
            match one.condition.as_ref().map(|condition| self.condition(condition)) {
                Some(condition) => format!("where {}: {then}", condition.unwrap_or("its condition is true")),
                None if purge.outcomes.len() > 1 => format!("else: {then}"),
                None => then,
            }
        });
        let referenced = purge.while_referenced.iter().map(|one| {
            let by = one.by.iter().map(|by| {
                let columns: Vec<&str> = by.on.iter().map(|pair| &*pair.column.name).collect();
                format!("{}.{}", by.table.name, columns.join("|"))
            });
            format!("while {} refers to it: {}", by.collect::<Vec<String>>().join(" or "), Self::strategy(&one.instead))
        });
        referenced.chain(outcomes).collect()
    }
}
