//! The tokens of one statement, read from left to right. What does not fit stops the reading where it stands.

use sqlparser::tokenizer::{Token, TokenWithSpan, Tokenizer};

use super::vendor::{Declared, Filler, Spec};
use crate::database::tokens::Lines;
use crate::source::{FileId, Span};

/// The statement cannot be read on from where the cursor is.
pub(super) struct Unread;

pub(super) type Read<T> = Result<T, Unread>;

/// A name as the database keeps it.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub text: String,
    pub span: Span,
}

pub(super) struct Cursor<'t> {
    spec: &'static Spec,
    file: FileId,
    text: &'t str,
    /// Where the statement begins in its file.
    base: usize,
    lines: Lines<'t>,
    tokens: Vec<TokenWithSpan>,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// The tokens of a statement; if they cannot be read, where.
    pub fn new(spec: &'static Spec, file: FileId, text: &'t str, base: usize) -> Result<Self, Span> {
        let lines = Lines::new(text);
        let mut tokens = Vec::new();
        let read = Tokenizer::new(spec.grammar, text).tokenize_with_location_into_buf(&mut tokens);
        if read.is_err() {
            // Spaces are tokens too: what cannot be read begins where the last token ends.
            let at = tokens.last().map_or(0, |last| lines.offset(last.span.end));
            return Err(Span::new(file, base + at..base + text.len()));
        }
        tokens.retain(|token| !matches!(token.token, Token::Whitespace(_) | Token::EOF));
        Ok(Self { spec, file, text, base, lines, tokens, at: 0 })
    }

    pub fn peek(&self) -> Option<&TokenWithSpan> {
        self.tokens.get(self.at)
    }

    fn ahead(&self, by: usize) -> Option<&Token> {
        self.tokens.get(self.at + by).map(|token| &token.token)
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn go(&mut self, at: usize) {
        self.at = at;
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub fn skip(&mut self) {
        self.at += 1;
    }

    fn offset(&self, token: &TokenWithSpan) -> std::ops::Range<usize> {
        self.lines.range(token.span.start, token.span.end)
    }

    pub fn span_of(&self, token: &TokenWithSpan) -> Span {
        let range = self.offset(token);
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    /// From one token to before another, as the file has it.
    pub fn between(&self, from: usize, to: usize) -> (Span, &'t str) {
        let start = self.tokens.get(from).map_or(0, |token| self.offset(token).start);
        let last = self.tokens.get(..to).and_then(<[TokenWithSpan]>::last);
        let end = last.map_or(start, |token| self.offset(token).end).max(start);
        (Span::new(self.file, self.base + start..self.base + end), self.text.get(start..end).unwrap_or(""))
    }

    /// What is left, without what ends the statement.
    pub fn rest(&self) -> (Span, &'t str) {
        let ends = |token: &&TokenWithSpan| token.token == Token::SemiColon;
        let end = self.tokens.len() - self.tokens.iter().rev().take_while(ends).count();
        self.between(self.at, end)
    }

    pub fn is(&self, word: &str) -> bool {
        self.ahead(0).is_some_and(|token| is_word(token, word))
    }

    /// Whether these words come next.
    pub fn are(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(by, word)| self.ahead(by).is_some_and(|token| is_word(token, word)))
    }

    /// Goes over these words, if all of them come next.
    pub fn eat(&mut self, words: &[&str]) -> bool {
        let found = self.are(words);
        if found {
            self.at += words.len();
        }
        found
    }

    pub fn need(&mut self, words: &[&str]) -> Read<()> {
        if self.eat(words) { Ok(()) } else { Err(Unread) }
    }

    pub fn eat_symbol(&mut self, symbol: &Token) -> bool {
        let found = self.ahead(0) == Some(symbol);
        self.at += usize::from(found);
        found
    }

    pub fn need_symbol(&mut self, symbol: &Token) -> Read<()> {
        if self.eat_symbol(symbol) { Ok(()) } else { Err(Unread) }
    }

    pub fn is_group(&self) -> bool {
        self.ahead(0) == Some(&Token::LParen)
    }

    /// Goes over a bracket and all in it; the tokens inside.
    pub fn group(&mut self) -> Read<std::ops::Range<usize>> {
        if !self.is_group() {
            return Err(Unread);
        }
        let start = self.at + 1;
        let mut depth = 0_usize;
        let inside = self.tokens.get(self.at..).unwrap_or_default();
        for (by, token) in inside.iter().enumerate() {
            depth = match token.token {
                Token::LParen => depth + 1,
                Token::RParen => depth - 1,
                _ => depth,
            };
            if depth == 0 {
                let end = self.at + by;
                self.at = end + 1;
                return Ok(start..end);
            }
        }
        self.at = self.tokens.len();
        Err(Unread)
    }

    pub fn tokens(&self, range: std::ops::Range<usize>) -> &[TokenWithSpan] {
        self.tokens.get(range).unwrap_or_default()
    }

    /// The name that a token is, by the vendor's rules for quotes and capitals.
    pub fn name_of(&self, token: &TokenWithSpan) -> Option<Name> {
        let text = match &token.token {
            Token::Word(word) if word.quote_style.is_none() && self.spec.folds_names => word.value.to_lowercase(),
            Token::Word(word) => word.value.clone(),
            Token::SingleQuotedString(text) if self.spec.quoted_names => text.clone(),
            _ => return None,
        };
        Some(Name { text, span: self.span_of(token) })
    }

    pub fn name(&mut self) -> Read<Name> {
        let name = self.peek().and_then(|token| self.name_of(token)).ok_or(Unread)?;
        self.at += 1;
        Ok(name)
    }

    /// A name with what stands before it: its schema, its database.
    pub fn path(&mut self) -> Read<Vec<Name>> {
        let mut path = vec![self.name()?];
        while self.eat_symbol(&Token::Period) {
            path.push(self.name()?);
        }
        Ok(path)
    }

    pub fn names(&mut self) -> Read<Vec<Name>> {
        self.need_symbol(&Token::LParen)?;
        let mut names = vec![self.name()?];
        while self.eat_symbol(&Token::Comma) {
            names.push(self.name()?);
        }
        self.need_symbol(&Token::RParen)?;
        Ok(names)
    }

    /// Goes over one of the forms that mean nothing here.
    pub fn filler(&mut self, fillers: &[Filler]) -> bool {
        let start = self.at;
        fillers.iter().any(|filler| {
            let found = filler.iter().all(|part| match *part {
                "*" => {
                    self.at += 1;
                    self.at <= self.tokens.len()
                }
                "()" => self.group().is_ok(),
                "=" => self.eat_symbol(&Token::Eq),
                word => self.eat(&[word]),
            });
            if !found {
                self.at = start;
            }
            found
        })
    }

    /// The type of a column; none where the vendor does not ask for one.
    pub fn declared(&mut self, is_option: impl Fn(&Self) -> bool) -> Read<Declared> {
        let start = self.at;
        let mut declared = Declared::default();
        let is_over = self.peek().is_none_or(|token| matches!(token.token, Token::Comma | Token::RParen));
        if self.spec.untyped && (is_over || is_option(self)) {
            return Ok(declared);
        }
        let last = self.path()?.pop().ok_or(Unread)?;
        declared.words.push(if self.spec.folds_names { last.text } else { last.text.to_ascii_lowercase() });
        loop {
            if self.is_group() {
                let inside = self.group()?;
                if declared.arguments.is_empty() {
                    declared.arguments =
                        self.tokens(inside).iter().filter_map(|token| argument(&token.token)).collect();
                }
            } else if self.eat_symbol(&Token::LBracket) {
                while !self.eat_symbol(&Token::RBracket) {
                    if self.is_at_end() {
                        return Err(Unread);
                    }
                    self.skip();
                }
                declared.is_array = true;
            } else if self.eat(&["ARRAY"]) {
                declared.is_array = true;
            } else if self.spec.type_words.iter().any(|word| self.is(word)) {
                declared.words.push(self.name()?.text.to_ascii_lowercase());
            } else {
                break;
            }
        }
        let (_, text) = self.between(start, self.at);
        declared.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(declared)
    }

    /// Goes over the value of a DEFAULT: a sign, a value, and what operators join to it.
    pub fn value(&mut self) -> Read<()> {
        loop {
            while self.eat_symbol(&Token::Minus) || self.eat_symbol(&Token::Plus) {}
            self.operand()?;
            loop {
                if self.eat_symbol(&Token::DoubleColon) {
                    self.declared(|_| false)?;
                } else if self.is_group() {
                    self.group()?;
                } else if self.eat(&["AT", "TIME", "ZONE"]) {
                    self.operand()?;
                } else {
                    break;
                }
            }
            let joins = self.ahead(0).is_some_and(|token| {
                matches!(token, Token::Plus | Token::Minus | Token::Mul | Token::Div | Token::Mod | Token::StringConcat)
            });
            if !joins {
                return Ok(());
            }
            self.skip();
        }
    }

    fn operand(&mut self) -> Read<()> {
        if self.is_group() {
            return self.group().map(|_| ());
        }
        match self.ahead(0).ok_or(Unread)? {
            Token::Comma | Token::RParen => return Err(Unread),
            Token::Word(_) => {
                let is_array = self.is("ARRAY");
                self.path()?;
                if is_array && self.eat_symbol(&Token::LBracket) {
                    while !self.eat_symbol(&Token::RBracket) {
                        if self.is_at_end() {
                            return Err(Unread);
                        }
                        self.skip();
                    }
                }
                // `interval '1 day'`, `date '2026-01-01'`, `_utf8mb4'text'`
                if matches!(self.ahead(0), Some(Token::SingleQuotedString(_))) {
                    self.skip();
                }
            }
            _ => self.skip(),
        }
        Ok(())
    }
}

pub(super) fn is_word(token: &Token, expected: &str) -> bool {
    matches!(token, Token::Word(word) if word.quote_style.is_none() && word.value.eq_ignore_ascii_case(expected))
}

fn argument(token: &Token) -> Option<String> {
    match token {
        Token::Number(text, _) | Token::SingleQuotedString(text) | Token::DoubleQuotedString(text) => {
            Some(text.clone())
        }
        _ => None,
    }
}
