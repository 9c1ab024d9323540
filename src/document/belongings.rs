//! What belongs to a row goes with it, whichever entry deletes the row: parts that one entry declares are parts for
//! every entry that can delete rows of the table.

use std::collections::BTreeMap;

use super::path::both;
use crate::database::TableId;
use crate::program::{Condition, Export, Item, Part};
use crate::strategy::Strategy;

/// Parts as they are declared somewhere, by the table whose rows they belong to.
type Declared = BTreeMap<TableId, Vec<Part>>;

pub(super) fn know_parts(items: &mut [Item]) {
    let mut declared = Declared::new();
    for entry in items.iter().flat_map(|item| &item.entries) {
        declare(entry.table.id, entry.condition.as_ref(), &entry.parts, &mut declared);
    }
    if declared.is_empty() {
        return;
    }
    for entry in items.iter_mut().flat_map(|item| &mut item.entries) {
        let above = vec![entry.table.id];
        if entry.deletes() {
            add(&mut entry.parts, &above, entry.condition.as_ref(), &declared);
        } else {
            add_below(&mut entry.parts, &above, &declared);
        }
    }
}

fn declare(table: TableId, condition: Option<&Condition>, parts: &[Part], declared: &mut Declared) {
    for part in parts.iter().filter(|part| !part.carried) {
        let known = declared.entry(table).or_default();
        let of = both(condition.cloned(), part.of.clone());
        if !known.iter().any(|known| known.is_same(part) && known.of == of) {
            known.push(Part { of, ..bare(part) });
        }
        declare(part.table.id, part.condition.as_ref(), &part.parts, declared);
    }
}

/// The part as it goes with a row, and nothing else of it: it is exported where it was declared.
fn bare(part: &Part) -> Part {
    let parts = part.parts.iter().filter(|part| !part.carried).map(bare).collect();
    Part { export: Export::default(), purge: None, gone: Strategy::Delete, parts, ..part.clone() }
}

/// Adds what is declared elsewhere for rows of the last table of `above`, which go.
fn add(parts: &mut Vec<Part>, above: &[TableId], condition: Option<&Condition>, declared: &Declared) {
    let elsewhere = above.last().and_then(|table| declared.get(table)).map_or(&[][..], Vec::as_slice);
    for part in elsewhere.iter().filter(|part| !above.contains(&part.table.id)) {
        // A condition that all these rows meet asks nothing of them.
        let of = part.of.clone().filter(|of| Some(of) != condition);
        let is_known = |known: &Part| known.is_same(part) && (known.of.is_none() || known.of == of);
        if !parts.iter().any(is_known) {
            parts.push(Part { of, ..part.clone() });
        }
    }
    add_below(parts, above, declared);
    parts.sort_by_cached_key(|part| (part.table.name.clone(), crate::program::digest_of(part)));
}

fn add_below(parts: &mut [Part], above: &[TableId], declared: &Declared) {
    for part in parts {
        let mut path = above.to_vec();
        path.push(part.table.id);
        let condition = part.condition.clone();
        if above.contains(&part.table.id) {
            continue;
        }
        if part.goes() {
            add(&mut part.parts, &path, condition.as_ref(), declared);
        } else {
            add_below(&mut part.parts, &path, declared);
        }
    }
}
