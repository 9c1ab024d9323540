//! Which items a type takes.

use std::collections::BTreeSet;

use super::Kind;
use super::context::Context;
use super::syntax::{ItemPattern, Items};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Item, ItemId, Pattern, Selection};
use crate::source::Spanned;

/// The items that a type takes, sorted.
pub(super) struct Selected {
    pub items: Vec<ItemId>,
    /// Those that were taken and left out again, sorted.
    pub excluded: Vec<ItemId>,
    /// Nothing that was wrong elsewhere could change them, so that what follows from them is worth saying.
    pub sure: bool,
}

/// The patterns as they are written.
pub(super) fn written(items: &Items) -> Selection {
    let all = |patterns: &[Spanned<ItemPattern>]| {
        patterns.iter().map(|one| Pattern { text: one.value.0.clone(), span: one.span }).collect()
    };
    Selection { include: all(&items.include), exclude: all(&items.exclude) }
}

/// A pattern without a match is an error: empty means nobody, and says so.
pub(super) fn select(written: &Items, items: &[Item], context: &mut Context<'_>) -> Selected {
    let mut taken = BTreeSet::new();
    let mut excluded = BTreeSet::new();
    let mut sure = !context.broken.contains(&Kind::Component);
    for (patterns, take) in [(&written.include, true), (&written.exclude, false)] {
        for pattern in patterns {
            let found = matching(pattern, items, context);
            sure &= !found.is_empty();
            for item in found {
                if take {
                    taken.insert(item);
                } else if taken.remove(&item) {
                    excluded.insert(item);
                }
            }
        }
    }
    let is_complete = |id: &ItemId| items.get(id.0).is_some_and(|item| !context.incomplete.contains(&item.name));
    sure &= context.incomplete.is_empty() || taken.iter().all(is_complete);
    Selected { items: taken.into_iter().collect(), excluded: excluded.into_iter().collect(), sure }
}

/// The items that a pattern matches; none is a mistake.
pub(super) fn matching(written: &Spanned<ItemPattern>, items: &[Item], context: &mut Context<'_>) -> Vec<ItemId> {
    let pattern = written.value.0.as_str();
    // Items are sorted by name, so that only those with the pattern's first letters are looked at.
    let prefix = pattern.split('*').next().unwrap_or("");
    let start = items.partition_point(|item| item.name.as_str() < prefix);
    let near = items.iter().enumerate().skip(start).take_while(|(_, item)| item.name.starts_with(prefix));
    let found: Vec<ItemId> =
        near.filter(|(_, item)| Pattern::fits(pattern, &item.name)).map(|(index, _)| ItemId(index)).collect();
    // What could not be read may be what is meant.
    if found.is_empty() && !context.broken.contains(&Kind::Component) {
        let title = format!("no item of the catalogue is called `{pattern}`");
        let names = items.iter().map(|item| item.name.as_str());
        let diagnostic = Diagnostic::new(Code::MatchesNothing, written.span, title).label("matches nothing");
        context.found(diagnostic.nearest(pattern, names));
    }
    found
}
