//! The operators: each makes one edit of one file.

use std::fmt;
use std::ops::{Range, RangeInclusive};

use super::sites::{Group, Random, Role, Scalar, Site};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An error on the line of the edit.
    ErrorThere,
    /// The same digest.
    Nothing,
    /// An error or another digest.
    Something,
}

pub struct Operator {
    pub name: &'static str,
    pub expected: Expected,
    pub edit: fn(&Site, &mut Random) -> Option<Edit>,
}

/// A file with an edit, and the lines that it was made on.
pub struct Edit {
    pub path: String,
    pub text: String,
    pub lines: RangeInclusive<usize>,
    what: String,
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.lines.start(), self.what)
    }
}

impl Edit {
    /// `text` instead of what stands at `at`.
    fn new(site: &Site, path: &str, at: Range<usize>, text: &str) -> Self {
        Self::several(site, path, &[(at, text)])
    }

    /// Several pieces of a file, in their order.
    fn several(site: &Site, path: &str, pieces: &[(Range<usize>, &str)]) -> Self {
        let old = site.text(path);
        let mut new = String::new();
        let mut end = 0;
        for (at, text) in pieces {
            new.push_str(&old[end..at.start]);
            new.push_str(text);
            end = at.end;
        }
        new.push_str(&old[end..]);
        let line = |at: usize| old[..at].matches('\n').count() + 1;
        let (first, last) = (&pieces[0], &pieces[pieces.len() - 1]);
        let inserted = last.1.matches('\n').count();
        let what: Vec<String> = pieces.iter().map(|(at, text)| format!("{:?} -> {text:?}", &old[at.clone()])).collect();
        Self {
            path: path.to_owned(),
            text: new,
            lines: line(first.0.start)..=line(last.0.start) + inserted,
            what: what.join(", "),
        }
    }

    pub fn changes(&self, site: &Site) -> bool {
        site.text(&self.path) != self.text
    }
}

const fn wrong(name: &'static str, edit: fn(&Site, &mut Random) -> Option<Edit>) -> Operator {
    Operator { name, expected: Expected::ErrorThere, edit }
}

const fn neutral(name: &'static str, edit: fn(&Site, &mut Random) -> Option<Edit>) -> Operator {
    Operator { name, expected: Expected::Nothing, edit }
}

const fn other(name: &'static str, edit: fn(&Site, &mut Random) -> Option<Edit>) -> Operator {
    Operator { name, expected: Expected::Something, edit }
}

pub const OPERATORS: &[Operator] = &[
    wrong("misspell a table", |site, random| misspell(site, random, &[Role::Table])),
    wrong("misspell a column", |site, random| misspell(site, random, &[Role::Column])),
    wrong("misspell a step of a path", |site, random| misspell(site, random, &[Role::Path])),
    wrong("misspell a name in a condition", |site, random| misspell(site, random, &[Role::Condition])),
    wrong("misspell an item", |site, random| misspell(site, random, &[Role::Item])),
    wrong("misspell a status", |site, random| misspell(site, random, &[Role::Status])),
    wrong("misspell a purpose", |site, random| misspell(site, random, &[Role::Purpose])),
    wrong("misspell a locale", |site, random| misspell(site, random, &[Role::Locale])),
    wrong("misspell another name", |site, random| misspell(site, random, &[Role::Other])),
    wrong("misspell a key", |site, random| misspell(site, random, &[Role::Key])),
    wrong("delete a name", delete_name),
    neutral("reorder keys", reorder),
    neutral("swap two entries", |site, random| swap(site, random, |of| !ORDERED.contains(&of))),
    neutral("add a comment", comment),
    neutral("quote a text", quote),
    other("swap two whose order is meant", |site, random| swap(site, random, |of| ORDERED.contains(&of))),
    other("rename a type", |site, random| misspell(site, random, &[Role::TypeId])),
    other("rename what is referred to", |site, random| misspell(site, random, &[Role::Definition])),
    other("delete a key", delete_key),
    other("change a literal", change_literal),
    other("change a text", |site, random| misspell(site, random, &[Role::Text])),
    other("change a strategy", change_strategy),
    other("change a path", change_path),
    other("drop a list element", drop_element),
    other("duplicate an element", duplicate),
];

/// Lists whose order is part of their meaning.
const ORDERED: &[&str] = &["locales", "dialects", "versions", "statements", "purge", "clocks"];

/// Words of the condition language.
const WORDS: &[&str] =
    &["and", "or", "not", "in", "is", "null", "true", "false", "between", "starts_with", "date", "timestamp"];

fn any<'s>(site: &'s Site, random: &mut Random, roles: &[Role]) -> Option<&'s Scalar> {
    let all: Vec<&Scalar> = roles.iter().flat_map(|role| site.of(*role)).collect();
    random.pick(&all).copied()
}

/// The names in a scalar: all of it, or the words of a path or condition.
fn names(site: &Site, scalar: &Scalar) -> Vec<Range<usize>> {
    if !matches!(scalar.role, Role::Path | Role::Condition) {
        return vec![scalar.inner.clone()];
    }
    let text = site.text(&scalar.path);
    let mut found = Vec::new();
    let mut start = None;
    let mut quoted = false;
    for (at, c) in text[scalar.inner.clone()].char_indices().chain([(scalar.inner.len(), ' ')]) {
        let at = scalar.inner.start + at;
        if c.is_alphanumeric() || c == '_' {
            start.get_or_insert(at);
            continue;
        }
        if let Some(first) = start.take() {
            let word = &text[first..at];
            let is_name = word.starts_with(|c: char| c.is_alphabetic() || c == '_');
            if is_name && !quoted && !WORDS.contains(&word) {
                found.push(first..at);
            }
        }
        quoted ^= c == '\'';
    }
    found
}

fn misspell(site: &Site, random: &mut Random, roles: &[Role]) -> Option<Edit> {
    let scalar = any(site, random, roles)?;
    let at = random.pick(&names(site, scalar))?.clone();
    let word: Vec<char> = site.text(&scalar.path)[at.clone()].chars().collect();
    let place = random.below(word.len());
    let mut new = word.clone();
    match random.below(4) {
        0 => new.push('x'),
        1 => new.insert(place, word[place]),
        2 if word.len() > 2 => {
            new.remove(place);
        }
        _ => new.swap(place, place.saturating_sub(1)),
    }
    let new: String = new.into_iter().collect();
    let is_name = scalar.role == Role::Text || new.split('.').all(|part| !part.is_empty());
    (is_name && !site.words.contains(&new)).then(|| Edit::new(site, &scalar.path, at, &new))
}

const NAMES: &[Role] = &[
    Role::Table,
    Role::Column,
    Role::Path,
    Role::Condition,
    Role::Item,
    Role::Status,
    Role::Purpose,
    Role::Locale,
    Role::Other,
];

fn delete_name(site: &Site, random: &mut Random) -> Option<Edit> {
    let role = *random.pick(NAMES)?;
    let scalar = any(site, random, &[role])?;
    let names = names(site, scalar);
    let at = random.pick(&names)?.clone();
    // The last word of a scalar takes the quotes along.
    let at = if at == scalar.inner { scalar.whole.clone() } else { at };
    Some(Edit::new(site, &scalar.path, at, ""))
}

fn group<'s>(site: &'s Site, random: &mut Random, wanted: impl Fn(&Group) -> bool) -> Option<&'s Group> {
    let all: Vec<&Group> = site.groups.iter().filter(|one| wanted(one)).collect();
    random.pick(&all).copied()
}

/// Two entries of a map or list change places.
fn exchanged(site: &Site, random: &mut Random, group: &Group) -> Option<Edit> {
    let (one, other) = (random.below(group.entries.len()), random.below(group.entries.len()));
    let (first, second) = (&group.entries[one.min(other)], &group.entries[one.max(other)]);
    if first == second {
        return None;
    }
    let text = site.text(&group.path);
    let pieces = [(first.clone(), &text[second.clone()]), (second.clone(), &text[first.clone()])];
    Some(Edit::several(site, &group.path, &pieces))
}

fn reorder(site: &Site, random: &mut Random) -> Option<Edit> {
    let group = group(site, random, |one| one.is_map && one.entries.len() > 1)?;
    exchanged(site, random, group)
}

fn swap(site: &Site, random: &mut Random, wanted: fn(&str) -> bool) -> Option<Edit> {
    let group = group(site, random, |one| !one.is_map && one.entries.len() > 1 && wanted(&one.of))?;
    exchanged(site, random, group)
}

/// The start of the line.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |after| at + after)
}

fn comment(site: &Site, random: &mut Random) -> Option<Edit> {
    let keys: Vec<&Scalar> = site.scalars.iter().filter(|one| one.is_key).collect();
    let key = random.pick(&keys)?;
    let text = site.text(&key.path);
    let start = line_start(text, key.whole.start);
    let indent = &text[start..key.whole.start];
    if !indent.trim().is_empty() {
        return None;
    }
    let new = match random.below(3) {
        0 => format!("{indent}# purge: delete\n"),
        1 => "# {not: [a, policy\n\n".to_owned(),
        _ => "\n".to_owned(),
    };
    Some(Edit::new(site, &key.path, start..start, &new))
}

fn quote(site: &Site, random: &mut Random) -> Option<Edit> {
    let plain: Vec<&Scalar> = site.scalars.iter().filter(|one| one.is_text).collect();
    let scalar = random.pick(&plain)?;
    let text = &site.text(&scalar.path)[scalar.whole.clone()];
    if text.contains(['"', '\'', '\\', '\n']) {
        return None;
    }
    let mark = if random.below(2) == 0 { '"' } else { '\'' };
    Some(Edit::new(site, &scalar.path, scalar.whole.clone(), &format!("{mark}{text}{mark}")))
}

/// An entry with its comma, or with its lines; `None` where it cannot be told what belongs to it.
fn extent(site: &Site, group: &Group, at: usize) -> Option<Range<usize>> {
    let text = site.text(&group.path);
    let entry = group.entries[at].clone();
    if text[group.whole.clone()].starts_with(['{', '[']) {
        return Some(match (group.entries.get(at + 1), at.checked_sub(1)) {
            (Some(next), _) => entry.start..next.start,
            (None, Some(before)) => group.entries[before].end..entry.end,
            (None, None) => entry,
        });
    }
    let start = line_start(text, entry.start);
    let before = text[start..entry.start].trim();
    let end = line_end(text, entry.end);
    let own_lines = before.is_empty() && group.is_map || before == "-" && !group.is_map;
    (own_lines && group.entries.len() > 1 && end < text.len()).then_some(start..end + 1)
}

fn delete_key(site: &Site, random: &mut Random) -> Option<Edit> {
    let group = group(site, random, |one| one.is_map)?;
    let at = extent(site, group, random.below(group.entries.len()))?;
    Some(Edit::new(site, &group.path, at, ""))
}

fn drop_element(site: &Site, random: &mut Random) -> Option<Edit> {
    let group = group(site, random, |one| !one.is_map)?;
    let at = extent(site, group, random.below(group.entries.len()))?;
    Some(Edit::new(site, &group.path, at, ""))
}

fn duplicate(site: &Site, random: &mut Random) -> Option<Edit> {
    let group = group(site, random, |one| !one.is_map)?;
    let text = site.text(&group.path);
    let at = random.below(group.entries.len());
    if text[group.whole.clone()].starts_with('[') {
        let entry = group.entries[at].clone();
        return Some(Edit::new(site, &group.path, entry.clone(), &format!("{0}, {0}", &text[entry])));
    }
    let lines = extent(site, group, at)?;
    Some(Edit::new(site, &group.path, lines.end..lines.end, &text[lines]))
}

fn change_literal(site: &Site, random: &mut Random) -> Option<Edit> {
    let scalar = any(site, random, &[Role::Literal, Role::Condition])?;
    let text = site.text(&scalar.path);
    let digits: Vec<usize> =
        text[scalar.inner.clone()].bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(at, _)| at).collect();
    if let Some(at) = random.pick(&digits) {
        let at = scalar.inner.start + at;
        let digit = text.as_bytes()[at] - b'0';
        return Some(Edit::new(site, &scalar.path, at..at + 1, &((digit + 1) % 10).to_string()));
    }
    match &text[scalar.inner.clone()] {
        "true" => Some(Edit::new(site, &scalar.path, scalar.inner.clone(), "false")),
        "false" => Some(Edit::new(site, &scalar.path, scalar.inner.clone(), "true")),
        other => {
            let end = other.rfind('\'').map_or(scalar.inner.end, |at| scalar.inner.start + at);
            (scalar.role == Role::Literal || other.contains('\'')).then(|| Edit::new(site, &scalar.path, end..end, "s"))
        }
    }
}

fn change_strategy(site: &Site, random: &mut Random) -> Option<Edit> {
    let new = *random.pick(&["delete", "detach", "empty", "{keep: because}"])?;
    if random.below(2) == 0 {
        let scalar = any(site, random, &[Role::Strategy])?;
        return Some(Edit::new(site, &scalar.path, scalar.whole.clone(), new));
    }
    let group = group(site, random, |one| one.is_map && one.of == "purge")?;
    let is_flow = site.text(&group.path)[group.whole.clone()].starts_with('{');
    is_flow.then(|| Edit::new(site, &group.path, group.whole.clone(), new))
}

fn change_path(site: &Site, random: &mut Random) -> Option<Edit> {
    let scalar = any(site, random, &[Role::Path, Role::Column])?;
    let names = names(site, scalar);
    let at = random.pick(&names)?.clone();
    let text = site.text(&scalar.path);
    if names.len() > 1 && random.below(2) == 0 {
        let end = at.end + usize::from(text[at.end..].starts_with('.'));
        return Some(Edit::new(site, &scalar.path, at.start..end, ""));
    }
    let other = any(site, random, &[Role::Column])?;
    let new = &site.text(&other.path)[other.inner.clone()];
    Some(Edit::new(site, &scalar.path, at, new))
}
