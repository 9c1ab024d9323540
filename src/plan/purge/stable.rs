//! Whether running again changes nothing: what decides between outcomes must read the same the next time.

use std::collections::BTreeMap;

use super::super::Basis;
use super::decide::entries;
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Entry, Part, Purge, PurgeType, TableName};
use crate::source::Span;
use crate::sql::known;
use crate::strategy::{Strategy, When};

/// Outcomes whose conditions read what this type writes: the next run would decide otherwise.
pub(super) fn unstable(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut written: BTreeMap<(TableId, ColumnId), Span> = BTreeMap::new();
    for (_, entry) in entries(basis, purge_type) {
        for one in entry.strategies().flat_map(Strategy::assignments) {
            written.entry((entry.table.id, one.column)).or_insert(one.span);
        }
        parts_write(&entry.parts, &mut written);
    }
    let deciding = entries(basis, purge_type).flat_map(|(_, entry)| deciding(entry));
    let unstable = deciding.filter_map(|condition| {
        let read = condition.reads.iter().find(|read| written.contains_key(read))?;
        Some(diagnostic(basis, purge_type, condition, *read, *written.get(read)?))
    });
    let mut found: Vec<Diagnostic> = unstable.collect();
    found.extend(selected_anew(basis, purge_type));
    found
}

/// Entries that would select rows only because another entry of the type has overwritten them.
fn selected_anew(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let mut writing: BTreeMap<TableId, Vec<(&Entry, &Strategy)>> = BTreeMap::new();
    for (_, entry) in entries(basis, purge_type) {
        let strategies = entry.strategies().filter(|strategy| !strategy.assignments().is_empty());
        writing.entry(entry.table.id).or_default().extend(strategies.map(|strategy| (entry, strategy)));
    }
    let mut found = Vec::new();
    for (_, entry) in entries(basis, purge_type) {
        let Some(condition) = &entry.condition else { continue };
        let mut ours =
            writing.get(&entry.table.id).into_iter().flatten().filter(|(other, _)| !std::ptr::eq(*other, entry));
        let anew = ours.find_map(|(_, strategy)| Some((*strategy, selects(condition, strategy, &entry.table)?)));
        if let Some((strategy, read)) = anew {
            let at = strategy.assignments().iter().find(|one| one.column == read.1).map(|one| one.span);
            found.push(diagnostic(basis, purge_type, condition, read, at.unwrap_or(entry.span)));
        }
    }
    found
}

/// A column that the condition reads and the strategy writes, where the row may meet the condition afterwards.
fn selects(condition: &Condition, strategy: &Strategy, table: &TableName) -> Option<(TableId, ColumnId)> {
    let read = condition.reads.iter().find(|(of, column)| *of == table.id && strategy.value(*column).is_some())?;
    let value = |when: When, of: &str, name: &str| {
        let one = strategy.assignments().iter().find(|one| of == &*table.name && *one.name == *name)?;
        one.value.known(when)
    };
    let may_be_true = |when: When| known(&condition.expr, &|of, name| value(when, of, name)).may_be_true();
    (may_be_true(When::Early) || may_be_true(When::Late)).then_some(*read)
}

fn parts_write(parts: &[Part], written: &mut BTreeMap<(TableId, ColumnId), Span>) {
    for part in parts {
        let strategies = part.purge.iter().flat_map(Purge::strategies).chain([&part.gone]);
        for one in strategies.flat_map(Strategy::assignments) {
            written.entry((part.table.id, one.column)).or_insert(one.span);
        }
        parts_write(&part.parts, written);
    }
}

/// The conditions of lists of outcomes, those of parts too.
fn deciding(entry: &Entry) -> Vec<&Condition> {
    let mut purges: Vec<&Purge> = entry.purge.iter().collect();
    let mut parts: Vec<&Part> = entry.parts.iter().collect();
    while let Some(part) = parts.pop() {
        purges.extend(&part.purge);
        parts.extend(&part.parts);
    }
    purges.into_iter().flat_map(|purge| &purge.outcomes).filter_map(|outcome| outcome.condition.as_ref()).collect()
}

fn diagnostic(
    basis: Basis<'_>,
    purge_type: &PurgeType,
    condition: &Condition,
    (table, column): (TableId, ColumnId),
    written: Span,
) -> Diagnostic {
    let table = basis.program.schema.table(table);
    let title = format!("{} would do something else the next time", purge_type.called());
    Diagnostic::new(Code::NotIdempotent, condition.span, title)
        .label(format!("decides by `{}.{}`", table.name, table.column(column).name))
        .related(written, "which is overwritten here")
        .help("decide by a column that no entry of the type writes")
}
