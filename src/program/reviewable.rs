//! What decides, in words that somebody can review in one line.

use super::{
    ColumnName, Condition, Entry, Export, ExportColumn, IdentifierSource, Pair, Part, Path, Program, Purge, Reference,
    Relation,
};
use crate::database::{ColumnId, TableId};
use crate::lock::{line, word};
use crate::sql::{Expr, dialect::Dialect, expression};
use crate::strategy::Strategy;

/// `note, owner person_id, where at is not null`
pub(super) fn whose(program: &Program, entry: &Entry) -> String {
    let mut text =
        format!("{}, {} {}", word(&entry.table.name), relation(entry), path(program, entry.table.id, &entry.path));
    if let Some(source) = &entry.identifier {
        text.push_str(&format!(" is {}", identifier(source)));
    }
    if let Some(condition) = &entry.condition {
        text.push_str(&format!(", where {}", when(condition)));
    }
    text
}

fn relation(entry: &Entry) -> String {
    match entry.relation {
        Relation::Owner => "owner".to_owned(),
        Relation::Mention => "mention".to_owned(),
        Relation::Access => "access".to_owned(),
        Relation::Side => {
            entry.side.as_ref().map_or_else(String::new, |side| format!("side {}, owner", word(&side.name)))
        }
    }
}

fn identifier(source: &IdentifierSource) -> String {
    word(&source.text())
}

/// As it would be written, as far as possible.
fn path(program: &Program, table: TableId, path: &Path) -> String {
    let mut text = String::new();
    let mut from = table;
    for step in &path.steps {
        let keys: Vec<ColumnId> = step.on.iter().map(|pair| pair.key.id).collect();
        let held: Vec<ColumnId> = step.on.iter().map(|pair| pair.column.id).collect();
        let entered = program.schema.table(step.table.id);
        let forward = entered.is_key(&keys) && !program.schema.table(from).is_key(&held);
        let names = |of: fn(&Pair) -> &ColumnName| {
            step.on.iter().map(|pair| word(&of(pair).name)).collect::<Vec<_>>().join("|")
        };
        text.push_str(&if forward {
            names(|pair| &pair.column)
        } else {
            format!("<{}.{}>", word(&step.table.name), names(|pair| &pair.key))
        });
        if let Some(condition) = &step.entered {
            text.push_str(&format!("[{}]", when(condition)));
        }
        text.push('.');
        from = step.table.id;
    }
    text + &word(&path.last.name)
}

fn when(condition: &Condition) -> String {
    expr(&condition.expr)
}

pub(super) fn expr(expr: &Expr) -> String {
    line(&expression(expr, Dialect::Sqlite))
}

/// What a purge does with rows: `delete`, `where x: keep, else delete`.
pub(super) fn purge(entry: &Entry) -> String {
    let mut said: Vec<String> = entry.purge.iter().map(outcomes).collect();
    if let Some(leave) = entry.side.as_ref().and_then(|side| side.leave.as_ref()) {
        said.push(format!("leave: {}", strategy(leave)));
    }
    if let Some(co_owned) = &entry.co_owned {
        said.push(format!("while owned: {}", strategy(&co_owned.while_owned)));
    }
    if said.is_empty() {
        said.push("no purge".to_owned());
    }
    said.extend(entry.parts.iter().map(|one| part(one, &purged_part)));
    said.join(", ")
}

fn outcomes(purge: &Purge) -> String {
    let several = purge.outcomes.len() > 1;
    let outcome = |one: &super::Outcome| match &one.condition {
        Some(condition) => format!("where {}: {}", when(condition), strategy(&one.strategy)),
        None if several => format!("else {}", strategy(&one.strategy)),
        None => strategy(&one.strategy),
    };
    let mut text = purge.outcomes.iter().map(outcome).collect::<Vec<_>>().join(", ");
    if let Some(referenced) = &purge.while_referenced {
        let columns = |one: &Reference| one.on.iter().map(|pair| word(&pair.column.name)).collect::<Vec<_>>().join("|");
        let by = referenced.by.iter().map(|one| format!("{}.{}", word(&one.table.name), columns(one)));
        let by = by.collect::<Vec<_>>().join(", ");
        text.push_str(&format!(", while referenced by {by}: {}", strategy(&referenced.instead)));
    }
    text
}

fn strategy(strategy: &Strategy) -> String {
    let mut columns: Vec<String> = strategy.assignments().iter().map(|one| word(&one.name)).collect();
    columns.sort();
    if columns.is_empty() {
        strategy.name().to_owned()
    } else {
        format!("{} ({})", strategy.name(), columns.join(", "))
    }
}

/// `part reply (…)`: what is said of it and of its own parts.
fn part(of: &Part, say: &dyn Fn(&Part) -> Option<String>) -> String {
    let inner: Vec<String> = say(of).into_iter().chain(of.parts.iter().map(|one| part(one, say))).collect();
    let name = word(&of.table.name);
    if inner.is_empty() { format!("part {name}") } else { format!("part {name} ({})", inner.join(", ")) }
}

fn purged_part(part: &Part) -> Option<String> {
    part.purge.as_ref().map(|purge| format!("if the row stays: {}", outcomes(purge)))
}

/// What is exported of rows, by name.
pub(super) fn export(entry: &Entry) -> String {
    let exporting = entry.parts.iter().filter(|part| part.exports());
    let parts = exporting.map(|one| part(one, &|part| Some(columns(&part.export))));
    std::iter::once(columns(&entry.export)).chain(parts).collect::<Vec<_>>().join(", ")
}

fn columns(export: &Export) -> String {
    if export.columns.is_empty() {
        return "no export".to_owned();
    }
    let mut names: Vec<String> = export.columns.iter().map(column).collect();
    names.sort();
    format!("export {}", names.join(", "))
}

fn column(one: &ExportColumn) -> String {
    if let Some(reached) = &one.reached {
        return format!("{} = {}", word(&one.name), expr(reached));
    }
    if one.name == one.column.name {
        word(&one.name)
    } else {
        format!("{} = {}", word(&one.name), word(&one.column.name))
    }
}
