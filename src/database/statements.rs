//! A DDL file cut into statements: by its tokens, not by its text, so that a semicolon in a string ends nothing.

use std::ops::Range;

use sqlparser::dialect::{Dialect, SQLiteDialect};
use sqlparser::tokenizer::{Location, Token, TokenWithSpan, Tokenizer, TokenizerError};

/// The tokens of one statement (without its semicolon) and the bytes it covers.
pub(super) struct Slice {
    pub tokens: Vec<TokenWithSpan>,
    pub range: Range<usize>,
}

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

/// Where the tokens could not be read, and the tokenizer's place of it.
pub(super) struct TokenFault {
    pub at: usize,
}

/// All statements of a file. Lines for a client program (`\restrict`, `.bail`) are blanked out first.
pub(super) fn cut(text: &str) -> Result<Vec<Slice>, TokenFault> {
    let plain = without_client_lines(text);
    let lines = Lines::new(&plain);
    let dialect = SQLiteDialect {};
    let mut tokens = Vec::new();
    if tokenize(&dialect, &plain, &mut tokens).is_err() {
        // Spaces are tokens too: what cannot be read begins where the last token ends.
        return Err(TokenFault { at: tokens.last().map_or(0, |last| lines.offset(last.span.end)) });
    }
    let mut slices = Vec::new();
    let mut current: Vec<TokenWithSpan> = Vec::new();
    let mut body = Body::default();
    for token in tokens {
        let ends = token.token == Token::SemiColon && !body.is_open();
        if ends {
            push(&mut slices, std::mem::take(&mut current), &lines);
            body = Body::default();
        } else if token.token != Token::EOF {
            body.see(&token.token);
            current.push(token);
        }
    }
    push(&mut slices, current, &lines);
    Ok(slices)
}

/// A trigger's body holds statements of its own between BEGIN and END.
#[derive(Default)]
struct Body {
    words: usize,
    trigger: bool,
    depth: usize,
}

impl Body {
    fn see(&mut self, token: &Token) {
        let Token::Word(word) = token else { return };
        let upper = word.value.to_ascii_uppercase();
        self.words += 1;
        match upper.as_str() {
            "TRIGGER" if self.words <= 3 => self.trigger = true,
            "BEGIN" | "CASE" if self.trigger && word.quote_style.is_none() => self.depth += 1,
            "END" if self.trigger && word.quote_style.is_none() => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn is_open(&self) -> bool {
        self.depth > 0
    }
}

fn tokenize(dialect: &dyn Dialect, text: &str, into: &mut Vec<TokenWithSpan>) -> Result<(), TokenizerError> {
    Tokenizer::new(dialect, text).tokenize_with_location_into_buf(into)
}

/// Brackets in one another, of which the parser's own limit allows more than a small stack holds.
pub(super) const DEEPEST: usize = 20;

/// One expression may have this many tokens, not counting those in its brackets.
const LONGEST: usize = 2000;

/// Whether an expression has so many tokens in a row that its tree could be deeper than the stack: the parser limits
/// the depth of brackets, but `a + a + a …` grows a tree without any.
pub(super) fn is_endless(tokens: &[TokenWithSpan]) -> bool {
    let mut open: Vec<usize> = vec![0];
    for token in tokens.iter().map(|token| &token.token) {
        if *token == Token::LParen {
            open.push(0);
        } else if *token == Token::RParen && open.len() > 1 {
            open.pop();
        } else if let Some(count) = open.last_mut().filter(|_| !matches!(token, Token::Whitespace(_))) {
            *count = if *token == Token::Comma { 0 } else { *count + 1 };
            if *count > LONGEST {
                return true;
            }
        }
    }
    false
}

fn push(slices: &mut Vec<Slice>, tokens: Vec<TokenWithSpan>, lines: &Lines<'_>) {
    let mut solid = tokens.iter().filter(|token| !matches!(token.token, Token::Whitespace(_)));
    let Some(first) = solid.next() else { return };
    let last = solid.next_back().unwrap_or(first);
    let range = lines.range(first.span.start, last.span.end);
    slices.push(Slice { tokens, range });
}

fn without_client_lines(text: &str) -> String {
    let is_client = |line: &str| line.starts_with('\\') || line.starts_with('.');
    if !text.lines().any(is_client) {
        return text.to_owned();
    }
    text.split_inclusive('\n')
        .flat_map(|line| {
            let blank = is_client(line);
            line.chars().map(move |c| if blank && c != '\n' { ' ' } else { c })
        })
        .collect()
}
