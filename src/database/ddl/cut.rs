//! A DDL file cut into statements by its vendor's rules for quotes and comments, as the vendor's client would cut it.
//!
//! WHY not by sqlparser's tokens of the whole file: rows of data, `DELIMITER` and commands of the client are no SQL, and
//! the tokens of a large file take a hundred times its memory. Only statements that are needed become tokens.

use std::ops::Range;

use super::vendor::Spec;

/// Words of a statement that say what it is.
const HEAD: usize = 8;

/// One statement, without what ends it.
pub(super) struct Piece<'t> {
    pub range: Range<usize>,
    /// Its first words without quotes.
    pub head: Vec<&'t str>,
    /// The semicolon was there.
    pub closed: bool,
    /// It begins in a comment for one version of the server: what stands there is a stand-in for something else.
    pub versioned: bool,
}

/// Why the rest of the file cannot be cut.
pub(super) enum CutFault {
    /// What is never closed, from where it is opened.
    Open { at: usize, what: &'static str },
    /// Rows of data that never end, and the statement that begins them.
    Data { statement: Range<usize> },
}

pub(super) struct Cut<'t> {
    text: &'t str,
    spec: &'static Spec,
    at: usize,
    delimiter: &'t str,
    in_hint: bool,
    failed: bool,
}

/// What a statement is known by while it is read.
#[derive(Default)]
struct Seen<'t> {
    head: Vec<&'t str>,
    words: usize,
    has_body: bool,
    depth: usize,
    from_stdin: bool,
}

impl<'t> Cut<'t> {
    pub fn new(text: &'t str, spec: &'static Spec) -> Self {
        Self { text, spec, at: 0, delimiter: ";", in_hint: false, failed: false }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn is_line_start(&self) -> bool {
        self.at == 0 || self.text.as_bytes().get(self.at - 1) == Some(&b'\n')
    }

    fn skip_line(&mut self) {
        self.at = self.rest().find('\n').map_or(self.text.len(), |found| self.at + found + 1);
    }

    /// White space, comments, and lines for the client, up to the next statement.
    fn skip_blank(&mut self) -> Result<(), CutFault> {
        while let Some(byte) = self.byte(0) {
            let is_client = self.spec.client_lines.iter().any(|mark| self.rest().starts_with(mark));
            if is_client && self.is_line_start() {
                self.skip_line();
            } else if self.spec.delimiters
                && self.rest().get(..10).is_some_and(|w| w.eq_ignore_ascii_case("delimiter "))
            {
                let line = self.rest().lines().next().unwrap_or("");
                self.delimiter = line.get(10..).map(str::trim).filter(|mark| !mark.is_empty()).unwrap_or(";");
                self.skip_line();
            } else if byte.is_ascii_whitespace() {
                self.at += 1;
            } else if self.rest().starts_with(self.delimiter) {
                self.at += self.delimiter.len();
            } else if !self.comment()? {
                break;
            }
        }
        Ok(())
    }

    /// Reads over a comment, or the mark of one whose content is for the server.
    fn comment(&mut self) -> Result<bool, CutFault> {
        let rest = self.rest();
        let is_dashes = rest.starts_with("--")
            && (!self.spec.dashes_want_space || self.byte(2).is_none_or(|byte| byte.is_ascii_whitespace()));
        if is_dashes || (self.spec.hash_comments && rest.starts_with('#')) {
            self.skip_line();
        } else if self.spec.hints && (rest.starts_with("/*!") || rest.starts_with("/*M!")) {
            self.at += rest.find('!').unwrap_or(0) + 1;
            self.at += self.rest().bytes().take_while(u8::is_ascii_digit).count();
            self.in_hint = true;
        } else if self.in_hint && rest.starts_with("*/") {
            self.at += 2;
            self.in_hint = false;
        } else if rest.starts_with("/*") {
            self.block()?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn block(&mut self) -> Result<(), CutFault> {
        let opened = self.at;
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") && (depth == 0 || self.spec.nested_comments) {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else {
                let next = rest.bytes().skip(1).position(|byte| byte == b'*' || byte == b'/');
                let Some(next) = next else { return Err(CutFault::Open { at: opened, what: "a comment" }) };
                self.at += next + 1;
            }
        }
    }

    /// A text or a name in quotes. A doubled quote reads as two texts side by side, which ends at the same place.
    fn quoted(&mut self, close: u8, escapes: bool) -> Result<(), CutFault> {
        let opened = self.at;
        self.at += 1;
        loop {
            let next = self.rest().bytes().position(|byte| byte == close || (escapes && byte == b'\\'));
            let Some(next) = next else { return Err(CutFault::Open { at: opened, what: "a quote" }) };
            self.at += next + 1;
            if self.text.as_bytes().get(self.at - 1) == Some(&close) {
                return Ok(());
            }
            self.at += 1;
            // What is escaped may be a character of several bytes.
            while !self.text.is_char_boundary(self.at.min(self.text.len())) {
                self.at += 1;
            }
        }
    }

    /// `$tag$ … $tag$`, where this is one.
    fn dollars(&mut self) -> Result<bool, CutFault> {
        let rest = self.rest();
        let name = rest.bytes().skip(1).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let Some(mark) = rest.get(..name + 2).filter(|mark| mark.ends_with('$')) else { return Ok(false) };
        if mark.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
            return Ok(false);
        }
        let Some(end) = rest.get(mark.len()..).and_then(|body| body.find(mark)) else {
            return Err(CutFault::Open { at: self.at, what: "a quote" });
        };
        self.at += mark.len() * 2 + end;
        Ok(true)
    }

    fn word(&mut self, seen: &mut Seen<'t>) -> Result<(), CutFault> {
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | 0x80..);
        let length = self.rest().bytes().take_while(is_inside).count();
        let word = self.rest().get(..length).unwrap_or("");
        self.at += length;
        if self.spec.dollar_quotes && word.eq_ignore_ascii_case("e") && self.byte(0) == Some(b'\'') {
            return self.quoted(b'\'', true);
        }
        seen.see(word, self.spec.bodies && self.delimiter == ";");
        Ok(())
    }

    /// One token of a statement, roughly.
    fn step(&mut self, byte: u8, seen: &mut Seen<'t>) -> Result<(), CutFault> {
        match byte {
            b'\'' => self.quoted(b'\'', self.spec.backslashes),
            b'"' => self.quoted(b'"', self.spec.backslashes),
            b'`' if self.spec.backticks => self.quoted(b'`', false),
            b'[' if self.spec.brackets => self.quoted(b']', false),
            b'$' if self.spec.dollar_quotes => {
                if !self.dollars()? {
                    self.at += 1;
                }
                Ok(())
            }
            b'-' | b'/' | b'#' | b'*' => {
                if !self.comment()? {
                    self.at += 1;
                }
                Ok(())
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => self.word(seen),
            _ => {
                self.at += 1;
                Ok(())
            }
        }
    }

    fn statement(&mut self) -> Result<Option<Piece<'t>>, CutFault> {
        self.skip_blank()?;
        let start = self.at;
        let versioned = self.in_hint;
        let mut seen = Seen::default();
        let mut end = start;
        let mut closed = false;
        while let Some(byte) = self.byte(0) {
            if self.rest().starts_with(self.delimiter) && seen.depth == 0 {
                closed = true;
                break;
            }
            self.step(byte, &mut seen)?;
            if !byte.is_ascii_whitespace() {
                end = self.at;
            }
        }
        if end == start {
            return Ok(None);
        }
        let range = start..end;
        if closed {
            self.at += self.delimiter.len();
            let copies = seen.head.first().is_some_and(|word| word.eq_ignore_ascii_case("copy"));
            if self.spec.copies && copies && seen.from_stdin && !self.skip_data() {
                return Err(CutFault::Data { statement: range });
            }
        }
        Ok(Some(Piece { range, head: seen.head, closed, versioned }))
    }

    /// Lines up to `\.`; whether it is there.
    fn skip_data(&mut self) -> bool {
        while self.at < self.text.len() {
            self.skip_line();
            if self.rest().strip_prefix("\\.").is_some_and(|after| after.is_empty() || after.starts_with(['\n', '\r']))
            {
                self.skip_line();
                return true;
            }
        }
        false
    }
}

impl<'t> Seen<'t> {
    fn see(&mut self, word: &'t str, bodies: bool) {
        self.words += 1;
        if self.head.len() < HEAD {
            self.head.push(word);
        }
        self.from_stdin |= word.eq_ignore_ascii_case("stdin");
        if !bodies {
            return;
        }
        // A trigger's body holds statements of its own between BEGIN and END.
        if self.words <= 6 && !self.has_body {
            self.has_body |= word.eq_ignore_ascii_case("trigger");
        } else if self.has_body && (word.eq_ignore_ascii_case("begin") || word.eq_ignore_ascii_case("case")) {
            self.depth += 1;
        } else if self.has_body && word.eq_ignore_ascii_case("end") {
            self.depth = self.depth.saturating_sub(1);
        }
    }
}

impl<'t> Iterator for Cut<'t> {
    type Item = Result<Piece<'t>, CutFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let next = self.statement();
        self.failed = next.is_err();
        next.transpose()
    }
}
