//! Which items a type takes.

use std::collections::BTreeSet;

use super::Kind;
use super::context::Context;
use super::syntax::{ItemPattern, Items};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Item, ItemId};
use crate::source::Spanned;

/// The items that a type takes, sorted.
pub(super) struct Selected {
    pub items: Vec<ItemId>,
    /// Those that were taken and left out again, sorted.
    pub excluded: Vec<ItemId>,
    /// Nothing that was wrong elsewhere could change them, so that what follows from them is worth saying.
    pub sure: bool,
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
        near.filter(|(_, item)| matches(pattern, &item.name)).map(|(index, _)| ItemId(index)).collect();
    // What could not be read may be what is meant.
    if found.is_empty() && !context.broken.contains(&Kind::Component) {
        let title = format!("no item of the catalogue is called `{pattern}`");
        let names = items.iter().map(|item| item.name.as_str());
        let diagnostic = Diagnostic::new(Code::MatchesNothing, written.span, title).label("matches nothing");
        context.found(diagnostic.nearest(pattern, names));
    }
    found
}

/// `*` is any run of characters, dots too; everything else is itself.
fn matches(pattern: &str, name: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        let Some(at) = rest.find(piece) else { return false };
        rest = rest.get(at + piece.len()..).unwrap_or("");
    }
    rest.len() >= last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_match_whole_names() {
        for (pattern, name, expected) in [
            ("*", "a.b", true),
            ("notes.*", "notes.own", true),
            ("notes.*", "notes2.own", false),
            ("*.own", "notes.own", true),
            ("n*o*n", "notes.own", true),
            ("notes.own", "notes.own", true),
            ("notes.own", "notes.owner", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} on {name}");
        }
    }
}
