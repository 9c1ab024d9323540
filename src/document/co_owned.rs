//! Rows with several owners: whose they are besides, and that the author has said what happens while one of them stays.

use std::collections::BTreeMap;

use super::context::Context;
use crate::database::TableId;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Item, Owner, Purge, Relation, digest_of, disjoint};
use crate::source::Span;

/// An entry by which a row can be deleted, and whose the row is by it.
struct Deleting {
    owner: Owner,
    span: Span,
}

impl Deleting {
    /// Whether both can speak of one row, and of different people.
    fn is_another(&self, entry: &Entry) -> bool {
        let same = (&self.owner.path, &self.owner.identifier) == (&entry.path, &entry.identifier);
        !same && !disjoint(self.owner.condition.as_ref(), entry.condition.as_ref())
    }
}

/// Tells each entry who else owns its rows. Where an entry can delete a row that somebody else owns too, `while_owned`
/// must say what happens while they stay.
pub(super) fn know_owners(items: &mut [Item], context: &mut Context<'_>) {
    let mut tables: BTreeMap<TableId, Vec<Deleting>> = BTreeMap::new();
    for item in &*items {
        for entry in item.entries.iter().filter(|entry| can_delete(entry)) {
            let deleting = Deleting { owner: owner(&item.name, entry), span: entry.span };
            tables.entry(entry.table.id).or_default().push(deleting);
        }
    }
    let mut found = Vec::new();
    for entry in items.iter_mut().flat_map(|item| &mut item.entries) {
        let deleting = tables.get(&entry.table.id).map_or(&[][..], Vec::as_slice);
        let mut co_owned = entry.co_owned.take();
        let others = || deleting.iter().filter(|one| one.is_another(entry));
        if let Some(co_owned) = &mut co_owned {
            co_owned.owners.extend(others().map(|one| one.owner.clone()));
            co_owned.owners.sort_by_cached_key(digest_of);
            co_owned.owners.dedup();
        } else if can_delete(entry) {
            let alone = entry.path.leads_to_one(&context.schema);
            match others().next() {
                Some(other) => found.push(co_owned_by(entry, other)),
                None if !alone => found.push(of_several(entry)),
                None => {}
            }
        }
        entry.co_owned = co_owned;
    }
    context.found.extend(found);
}

fn can_delete(entry: &Entry) -> bool {
    entry.relation == Relation::Owner && entry.purge.as_ref().is_some_and(Purge::deletes)
}

/// Whose rows an entry says they are.
pub(super) fn owner(item: &str, entry: &Entry) -> Owner {
    Owner {
        item: item.into(),
        path: entry.path.clone(),
        identifier: entry.identifier.clone(),
        condition: entry.condition.clone(),
    }
}

const HELP: &str =
    "write `while_owned: keep`, `{overwrite: {…}}` or `delete`: what happens to the row while somebody else stays";

fn co_owned_by(entry: &Entry, other: &Deleting) -> Diagnostic {
    let title = format!("rows of `{}` may be somebody else's too", entry.table.name);
    Diagnostic::new(Code::NeedsWhileOwned, entry.span, title)
        .label("this entry can delete a row that the other entry's owner owns")
        .related(other.span, "owned by another path here, which can delete it as well")
        .help(HELP)
}

fn of_several(entry: &Entry) -> Diagnostic {
    let title = format!("a row of `{}` can have several owners by this path", entry.table.name);
    Diagnostic::new(Code::NeedsWhileOwned, entry.span, title)
        .label("it would be deleted when the first of them leaves")
        .help(HELP)
}
