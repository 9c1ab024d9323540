//! Forms that several databases share.

use super::{Grant, PrintedChange, PrintedIndex, Spec};

pub(super) fn index(spec: &Spec, index: &PrintedIndex) -> Vec<String> {
    let filter = index.filter.as_ref().map_or(String::new(), |filter| format!(" where {filter}"));
    vec![format!(
        "create {}index if not exists {} on {} ({}){filter}",
        if index.unique { "unique " } else { "" },
        (spec.name)(index.name),
        (spec.name)(index.table),
        index.columns.join(", "),
    )]
}

pub(super) fn update(spec: &Spec, change: &PrintedChange, set: &[(String, String)]) -> String {
    let set: Vec<String> = set.iter().map(|(column, value)| format!("{column} = {value}")).collect();
    format!("update {}\nset {}\nwhere {}", (spec.name)(change.table), set.join(", "), change.filter)
}

pub(super) fn delete(spec: &Spec, change: &PrintedChange) -> String {
    format!("delete from {}\nwhere {}", (spec.name)(change.table), change.filter)
}

pub(super) fn differs(one: &str, other: &str) -> String {
    format!("{one} is distinct from {other}")
}

pub(super) fn concat(parts: &[String]) -> String {
    parts.join(" || ")
}

pub(super) fn values(rows: &[Vec<String>]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| format!("({})", row.join(", "))).collect();
    format!("(values\n  {}\n)", rows.join(",\n  "))
}

pub(super) fn view(name: &str, query: &str) -> Vec<String> {
    vec![format!("create or replace view {name} as\n{query}")]
}

pub(super) fn grant(spec: &Spec, grant: &Grant) -> Vec<String> {
    let Grant { role, table, rights } = grant;
    let to_hold = rights.select.iter().take(1).filter(|_| rights.locked && rights.update.is_empty());
    let update = rights.update.iter().chain(to_hold);
    let columns = [
        ("select", rights.select.iter().collect::<Vec<_>>()),
        ("insert", rights.insert.iter().collect()),
        ("update", update.collect()),
    ];
    let listed = columns.into_iter().filter(|(_, columns)| !columns.is_empty()).map(|(what, columns)| {
        let columns: Vec<String> = columns.into_iter().map(|column| (spec.name)(column)).collect();
        format!("{what} ({})", columns.join(", "))
    });
    let all: Vec<String> = listed.chain(rights.delete.then(|| "delete".to_owned())).collect();
    if all.is_empty() {
        return Vec::new();
    }
    vec![format!("grant {} on {} to {}", all.join(", "), (spec.name)(table), (spec.name)(role))]
}
