//! What belongs to a row goes with it, whichever entry deletes the row: parts that one entry declares are parts for
//! every entry that can delete rows of the table.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::part::two_ways_down;
use super::path::both;
use crate::database::TableId;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, Export, Item, Part};
use crate::source::Span;
use crate::strategy::Strategy;

/// Parts as they are declared somewhere, by the table whose rows they belong to.
#[derive(Default)]
struct Declared {
    by_table: BTreeMap<TableId, Vec<Part>>,
    /// Parts of rows that belong, over others, to rows of the part's own table.
    circles: BTreeSet<Span>,
}

pub(super) fn know_parts(items: &mut [Item], context: &mut Context<'_>) {
    let mut declared = Declared::default();
    for entry in items.iter().flat_map(|item| &item.entries) {
        declared.declare(entry.table.id, entry.condition.as_ref(), &entry.parts);
    }
    if declared.by_table.is_empty() {
        return;
    }
    for entry in items.iter_mut().flat_map(|item| &mut item.entries) {
        let above = vec![entry.table.id];
        if entry.deletes() {
            declared.add(&mut entry.parts, &above, entry.condition.as_ref());
        } else {
            declared.add_below(&mut entry.parts, &above);
        }
        if let Some(diagnostic) = two_ways_down(entry.table.id, &entry.parts) {
            context.found(diagnostic);
        }
    }
    for circle in declared.circles {
        context.found(in_circle(circle));
    }
}

fn in_circle(part: Span) -> Diagnostic {
    Diagnostic::new(Code::NotBuiltYet, part, "parts of parts that lead back to a table are not built yet")
        .label("belongs, over its row, to a row of its own table")
        .help("declare these rows as parts of one of the tables only, and give the others an entry of their own")
}

/// The part as it goes with a row, and nothing else of it: it is exported where it was declared.
fn bare(part: &Part) -> Part {
    let parts = part.parts.iter().filter(|part| !part.carried).map(bare).collect();
    Part { export: Export::default(), purge: None, gone: Strategy::Delete, parts, ..part.clone() }
}

impl Declared {
    fn declare(&mut self, table: TableId, condition: Option<&Condition>, parts: &[Part]) {
        for part in parts.iter().filter(|part| !part.carried) {
            let known = self.by_table.entry(table).or_default();
            let of = both(condition.cloned(), part.of.clone());
            if !known.iter().any(|known| known.is_same(part) && known.of == of) {
                known.push(Part { of, ..bare(part) });
            }
            self.declare(part.table.id, part.condition.as_ref(), &part.parts);
        }
    }

    /// Adds what is declared elsewhere for rows of the last table of `above`, which go.
    fn add(&mut self, parts: &mut Vec<Part>, above: &[TableId], condition: Option<&Condition>) {
        let Some(table) = above.last() else { return };
        for part in self.by_table.get(table).map_or(&[][..], Vec::as_slice) {
            if above.contains(&part.table.id) && part.table.id != *table {
                self.circles.insert(part.span);
                continue;
            }
            // A condition that all these rows meet asks nothing of them.
            let of = part.of.clone().filter(|of| Some(of) != condition);
            // What belongs to rows below is declared for rows of their table, and is added for itself.
            let is_same = |known: &Part| known.is_same(part) || part.is_below(*table) && known.is_same_link(part);
            let is_known = |known: &Part| is_same(known) && (known.of.is_none() || known.of == of);
            if !parts.iter().any(is_known) {
                parts.push(Part { of, ..part.clone() });
            }
        }
        self.add_below(parts, above);
        parts.sort_by_cached_key(|part| (part.table.name.clone(), crate::program::digest_of(part)));
    }

    fn add_below(&mut self, parts: &mut [Part], above: &[TableId]) {
        for part in parts {
            let mut path = above.to_vec();
            path.push(part.table.id);
            let condition = part.condition.clone();
            if above.contains(&part.table.id) {
                let is_below = above.last() == Some(&part.table.id);
                if !is_below && part.goes() && self.by_table.contains_key(&part.table.id) {
                    self.circles.insert(part.span);
                }
                continue;
            }
            if part.goes() {
                self.add(&mut part.parts, &path, condition.as_ref());
            } else {
                self.add_below(&mut part.parts, &path);
            }
        }
    }
}
