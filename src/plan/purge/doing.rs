//! Everything that a purge type may do with rows, whatever decides it.

use super::super::Basis;
use super::decide::entries;
use crate::program::{Condition, Entry, Part, Purge, PurgeType, TableName};
use crate::source::Span;
use crate::strategy::Strategy;

/// What a type may do with rows of a table.
pub(super) struct Doing<'d> {
    pub table: &'d TableName,
    pub strategy: &'d Strategy,
    /// What must be true of a row for that.
    pub conditions: Vec<&'d Condition>,
    /// What is true of a row with which it has been done: its side has been left.
    pub gone: Option<&'d Condition>,
    pub span: Span,
}

/// Everything that a type may do, parts of rows included.
pub(super) fn doings<'d>(basis: Basis<'d>, purge_type: &'d PurgeType) -> Vec<Doing<'d>> {
    let mut all = Gathered { doings: Vec::new() };
    for (_, entry) in entries(basis, purge_type) {
        all.entry(entry);
    }
    all.doings
}

struct Gathered<'d> {
    doings: Vec<Doing<'d>>,
}

impl<'d> Gathered<'d> {
    fn entry(&mut self, entry: &'d Entry) {
        let conditions: Vec<&Condition> = entry.condition.iter().collect();
        if let Some(purge) = &entry.purge {
            self.purge(&entry.table, purge, &conditions, entry.span);
        }
        let doing = |strategy, gone| Doing {
            table: &entry.table,
            strategy,
            conditions: conditions.clone(),
            gone,
            span: entry.span,
        };
        let owned = entry.co_owned.iter().map(|one| doing(&one.while_owned, None));
        let left = entry.side.iter().filter_map(|side| {
            let gone = side.all.iter().find(|one| side.is(one));
            Some(doing(side.leave.as_ref()?, gone.and_then(|one| one.gone.as_ref())))
        });
        self.doings.extend(owned.chain(left));
        self.parts(&entry.parts, Fate::of(entry.strategies()));
    }

    fn purge(&mut self, table: &'d TableName, purge: &'d Purge, conditions: &[&'d Condition], span: Span) {
        let doing = |strategy, own: Option<&'d Condition>| {
            let conditions = conditions.iter().copied().chain(own).collect();
            Doing { table, strategy, conditions, gone: None, span }
        };
        self.doings.extend(purge.outcomes.iter().map(|one| doing(&one.strategy, one.condition.as_ref())));
        self.doings.extend(purge.while_referenced.iter().map(|one| doing(&one.instead, None)));
    }

    fn parts(&mut self, parts: &'d [Part], parent: Fate) {
        for part in parts {
            let conditions: Vec<&Condition> = part.condition.iter().collect();
            let own = part.purge.as_ref().filter(|_| parent.stays);
            if let Some(purge) = own {
                self.purge(&part.table, purge, &conditions, part.span);
            }
            if parent.goes {
                let (table, span) = (&part.table, part.span);
                self.doings.push(Doing { table, strategy: &part.gone, conditions, gone: None, span });
            }
            let gone = parent.goes.then_some(&part.gone);
            let may = own.into_iter().flat_map(Purge::strategies).chain(gone);
            let stays = parent.stays && own.is_none();
            let fate = Fate::of(may);
            self.parts(&part.parts, Fate { stays: fate.stays || stays, ..fate });
        }
    }
}

/// What may become of a row that others are parts of.
#[derive(Clone, Copy)]
struct Fate {
    goes: bool,
    stays: bool,
}

impl Fate {
    fn of<'s>(strategies: impl Iterator<Item = &'s Strategy>) -> Self {
        let all: Vec<bool> = strategies.map(|one| matches!(one, Strategy::Delete)).collect();
        Self { goes: all.contains(&true), stays: all.is_empty() || all.contains(&false) }
    }
}
