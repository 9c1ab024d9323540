//! An item of which nothing ever goes, and nobody said that it stays.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Item, ItemId, Program, Relation};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let undecided = program.items.iter().filter_map(|item| Some((item, undecided(item)?)));
    found.extend(undecided.map(|(item, entry)| without_purge(item, entry)));
    let purged = || program.items.iter().enumerate().filter(|(_, item)| item.is_purged());
    let in_use = || program.purge_types.iter().filter(|one| one.is_in_use());
    if in_use().next().is_some() {
        let of_types = in_use().flat_map(|one| one.items.iter().chain(&one.unreviewed));
        let by_age = program.ending_rules().filter(|(_, at_most)| at_most.then.takes_rows());
        let of_rules = by_age.flat_map(|(rule, _)| &rule.items);
        let taken: HashSet<ItemId> = of_types.chain(of_rules).copied().collect();
        let left = purged().filter(|(at, item)| !taken.contains(&ItemId(*at)) && undecided_is_none(item));
        found.extend(left.map(|(_, item)| untaken(item)));
    } else if program.purge_types.is_empty() && purged().next().is_some() {
        found.push(no_type(program));
    }
    found
}

fn undecided_is_none(item: &Item) -> bool {
    undecided(item).is_none()
}

/// Rows that name a person, and of which nobody said whether they go.
fn undecided(item: &Item) -> Option<&Entry> {
    item.all_entries().find(|entry| {
        let is_open = entry.relation != Relation::Access && entry.purge.is_none() && !entry.is_purged();
        // Another entry may only export more of the same rows.
        let same = |other: &Entry| other.table == entry.table && other.path == entry.path && other.purge.is_some();
        is_open && !item.all_entries().any(same)
    })
}

fn without_purge(item: &Item, entry: &Entry) -> Diagnostic {
    let title = format!("nothing says what becomes of these rows of `{}`", item.name);
    Diagnostic::new(Code::NotPurged, entry.span, title)
        .about(&item.name)
        .label("without `purge`, every purge type leaves them")
        .help("write `purge:` beside it; what is to stay says why: `purge: {keep: reason}`")
}

fn untaken(item: &Item) -> Diagnostic {
    Diagnostic::new(Code::NotPurged, item.span, format!("nothing ever purges `{}`", item.name))
        .about(&item.name)
        .label("no purge type that can be asked for takes it")
        .help("take it into a purge type, or write `purge: {keep: reason}` on its rows")
}

fn no_type(program: &Program) -> Diagnostic {
    let title = "the items say what a purge does, and the site has no purge type";
    Diagnostic::new(Code::NotPurged, program.site.span, title)
        .about(&program.site.id)
        .label("nothing is ever purged")
        .help("write a document of `kind: PurgeType` for a status of those who left")
}
