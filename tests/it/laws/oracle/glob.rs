//! Texts in which `*` is any run of characters, anchored at both ends.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    One(char),
    Any,
}

pub type Glob = Vec<Mark>;

pub fn literal(text: &str) -> Glob {
    text.chars().map(Mark::One).collect()
}

/// A pattern as the author writes it.
pub fn pattern(text: &str) -> Glob {
    text.chars().map(|one| if one == '*' { Mark::Any } else { Mark::One(one) }).collect()
}

pub fn matches(glob: &[Mark], text: &str) -> bool {
    overlap(glob, &literal(text))
}

/// Whether some text matches both.
pub fn overlap(one: &[Mark], other: &[Mark]) -> bool {
    match (one, other) {
        ([], []) => true,
        ([Mark::Any, rest @ ..], _) => overlap(rest, other) || (!other.is_empty() && overlap(one, &other[1..])),
        (_, [Mark::Any, rest @ ..]) => overlap(one, rest) || (!one.is_empty() && overlap(&one[1..], other)),
        ([Mark::One(one), ones @ ..], [Mark::One(other), others @ ..]) => one == other && overlap(ones, others),
        _ => false,
    }
}
