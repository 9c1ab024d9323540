//! Places of sqlparser's tokens, and limits on what is given to its parser.

use std::ops::Range;

use sqlparser::tokenizer::{Location, Token, TokenWithSpan};

/// Characters between two marks of a text: so far at most is walked to find one.
const STRIDE: usize = 256;

/// Bytes of a text by sqlparser's lines and columns, both from 1 and counted in characters.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Where each line begins, in characters.
    starts: Vec<usize>,
    /// Where every so many characters stand, in bytes. None where a character is a byte.
    marks: Option<Vec<usize>>,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Self {
        let breaks = |(at, c): (usize, char)| (c == '\n').then_some(at + 1);
        let starts = std::iter::once(0).chain(text.chars().enumerate().filter_map(breaks)).collect();
        let marks = (!text.is_ascii()).then(|| text.char_indices().step_by(STRIDE).map(|(at, _)| at).collect());
        Self { text, starts, marks }
    }

    pub fn offset(&self, location: Location) -> usize {
        let line = usize::try_from(location.line).unwrap_or(1).saturating_sub(1);
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let character = start + usize::try_from(location.column).unwrap_or(1).saturating_sub(1);
        let Some(marks) = &self.marks else { return character.min(self.text.len()) };
        let Some(mark) = marks.get(character / STRIDE).copied() else { return self.text.len() };
        let rest = self.text.get(mark..).unwrap_or("");
        rest.char_indices().nth(character % STRIDE).map_or(self.text.len(), |(at, _)| mark + at)
    }

    pub fn range(&self, from: Location, to: Location) -> Range<usize> {
        let start = self.offset(from);
        start..self.offset(to).max(start)
    }
}

/// Brackets in one another, of which the parser's own limit allows more than a small stack holds.
pub(super) const DEEPEST: usize = 20;

/// Whether an expression has more than `longest` tokens in a row, not counting those in its brackets, so that its tree
/// could be deeper than the stack: the parser limits the depth of brackets, but `a + a + a …` grows a tree without any.
pub(super) fn is_endless(tokens: &[TokenWithSpan], longest: usize) -> bool {
    let mut open: Vec<usize> = vec![0];
    for token in tokens.iter().map(|token| &token.token) {
        if *token == Token::LParen {
            open.push(0);
        } else if *token == Token::RParen && open.len() > 1 {
            open.pop();
        } else if let Some(count) = open.last_mut().filter(|_| !matches!(token, Token::Whitespace(_))) {
            *count = if *token == Token::Comma { 0 } else { *count + 1 };
            if *count > longest {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use sqlparser::tokenizer::Location;

    use super::Lines;

    #[test]
    fn places_are_found_in_long_lines_of_any_characters() {
        for text in ["a\nbc", "é\nbü🦀c\n", &"é".repeat(1000), &"ab\né".repeat(400)] {
            let lines = Lines::new(text);
            let (mut line, mut column) = (1, 1);
            for (at, c) in text.char_indices() {
                assert_eq!(lines.offset(Location { line, column }), at, "{line}:{column}");
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            assert_eq!(lines.offset(Location { line, column }), text.len());
        }
    }
}
