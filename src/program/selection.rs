//! How a type chooses its items.

use crate::source::Span;

/// Items and patterns of a type, as they are written.
#[derive(Debug, Default, Clone)]
pub struct Selection {
    pub include: Vec<Pattern>,
    /// What of the items included is left out again.
    pub exclude: Vec<Pattern>,
}

/// The name of an item, or a pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    pub text: String,
    pub span: Span,
}

/// What a selection says of an item, and by which pattern.
#[derive(Debug, Clone, Copy)]
pub enum Verdict<'s> {
    Included(&'s Pattern),
    Excluded(&'s Pattern),
    NotNamed,
}

impl Selection {
    pub fn verdict(&self, item: &str) -> Verdict<'_> {
        let first = |patterns: &'_ [Pattern]| patterns.iter().position(|one| Pattern::fits(&one.text, item));
        let taken = first(&self.include).and_then(|at| self.include.get(at));
        let left = first(&self.exclude).and_then(|at| self.exclude.get(at));
        match (taken, left) {
            (Some(_), Some(pattern)) => Verdict::Excluded(pattern),
            (Some(pattern), None) => Verdict::Included(pattern),
            (None, _) => Verdict::NotNamed,
        }
    }
}

impl Pattern {
    /// `*` is any run of characters, dots too; everything else is itself.
    pub fn fits(pattern: &str, name: &str) -> bool {
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
}

#[cfg(test)]
mod tests {
    use super::Pattern;

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
            assert_eq!(Pattern::fits(pattern, name), expected, "{pattern} on {name}");
        }
    }
}
