//! Places of sqlparser's tokens, and limits on what is given to its parser.

use std::ops::Range;

use sqlparser::tokenizer::{Location, Token, TokenWithSpan};

/// Bytes of a text by sqlparser's lines and columns, both from 1 and counted in characters.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// Then a column is a byte, and a long line costs nothing.
    ascii: bool,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect(), ascii: text.is_ascii() }
    }

    pub fn offset(&self, location: Location) -> usize {
        let line = usize::try_from(location.line).unwrap_or(1).saturating_sub(1);
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let characters = usize::try_from(location.column).unwrap_or(1).saturating_sub(1);
        if self.ascii {
            return (start + characters).min(self.text.len());
        }
        let rest = self.text.get(start..).unwrap_or("");
        start + rest.char_indices().nth(characters).map_or(rest.len(), |(at, _)| at)
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
