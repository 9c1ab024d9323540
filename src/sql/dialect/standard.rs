//! Forms that several databases share.

use super::{PrintedChange, PrintedIndex, Spec};

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
