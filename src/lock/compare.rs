//! What was reviewed against what is now.

use super::{Decision, Domain, Line, Reviewed};

/// What is not the same about one thing.
#[derive(Debug)]
pub struct Difference<'d, T> {
    pub domain: Domain,
    pub about: &'d str,
    /// Whether anything was reviewed about it.
    pub known: bool,
    /// Whether it still is there.
    pub stands: bool,
    /// Reviewed, and not there any more.
    pub gone: Vec<&'d Line>,
    /// There, and not reviewed.
    pub new: Vec<&'d T>,
}

/// In one pass over both: they are sorted alike.
pub fn compare<'d, T: AsRef<Decision>>(reviewed: &'d Reviewed, now: &'d [T]) -> Vec<Difference<'d, T>> {
    let mut found = Vec::new();
    let mut lines = reviewed.lines.as_slice();
    let mut now = now;
    while let Some((domain, about)) = first(lines, now) {
        let same = |one: &Decision| one.domain == domain && one.about == about;
        let (old, rest) = lines.split_at(lines.iter().take_while(|line| same(&line.decision)).count());
        lines = rest;
        let (new, rest) = now.split_at(now.iter().take_while(|one| same(one.as_ref())).count());
        now = rest;
        let is_there = |line: &&Line| new.binary_search_by(|one| one.as_ref().cmp(&line.decision)).is_ok();
        let gone: Vec<&Line> = old.iter().filter(|line| !is_there(line)).collect();
        let (known, stands) = (!old.is_empty(), !new.is_empty());
        let is_known = |one: &&T| old.binary_search_by(|line| line.decision.cmp(one.as_ref())).is_ok();
        let new: Vec<&T> = new.iter().filter(|one| !is_known(one)).collect();
        if !gone.is_empty() || !new.is_empty() {
            found.push(Difference { domain, about, known, stands, gone, new });
        }
    }
    found
}

/// What comes first of both is about.
fn first<'d, T: AsRef<Decision>>(lines: &'d [Line], now: &'d [T]) -> Option<(Domain, &'d str)> {
    let about = |one: &'d Decision| (one.domain, one.about.as_str());
    let line = lines.first().map(|line| about(&line.decision));
    let one = now.first().map(|one| about(one.as_ref()));
    match (line, one) {
        (Some(line), Some(one)) => Some(line.min(one)),
        (line, one) => line.or(one),
    }
}

/// What is gone with what most likely took its place: of those that begin with the same word, the ones that are alike
/// the longest.
pub fn pairs<'d, T: AsRef<Decision>>(difference: &Difference<'d, T>) -> Pairs<'d, T> {
    let mut left: Vec<&'d T> = difference.new.clone();
    let mut pairs = Pairs { changed: Vec::new(), gone: Vec::new(), new: Vec::new() };
    for line in &difference.gone {
        let likeness = |one: &T| alike(&line.decision.says, &one.as_ref().says);
        let best = left.iter().enumerate().map(|(at, one)| (likeness(one), at));
        let best = best.filter(|(likeness, _)| *likeness > 0).max_by_key(|(likeness, at)| (*likeness, usize::MAX - at));
        match best {
            Some((_, at)) => pairs.changed.push((line, left.remove(at))),
            None => pairs.gone.push(line),
        }
    }
    pairs.new = left;
    pairs
}

/// See [`pairs`].
#[derive(Debug)]
pub struct Pairs<'d, T> {
    pub changed: Vec<(&'d Line, &'d T)>,
    pub gone: Vec<&'d Line>,
    pub new: Vec<&'d T>,
}

/// How many bytes are the same from the start, if the first word is.
fn alike(one: &str, other: &str) -> usize {
    let word = |text: &str| text.split([' ', ',']).next().unwrap_or("").len();
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    if same >= word(one).max(word(other)) { same } else { 0 }
}
