//! What is wrong with a text before any key of it is understood: the parser stops where it can not go on, and the
//! mistake is most often a little before that. Here its place is found, and the way to mend it.
#![expect(clippy::wildcard_enum_match_arm, reason = "another crate's enum: what is not named here is said in general")]

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub range: Range<usize>,
    pub what: FaultKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    Syntax(Box<Syntax>),
    Tab,
    TooDeep,
    DuplicateKey {
        name: String,
        first: Range<usize>,
    },
    /// A text that stands twice in a list.
    DuplicateItem {
        text: String,
        first: Range<usize>,
    },
    Anchor,
    /// With the text that a pattern such as `*.own` should have been.
    Alias {
        quoted: String,
    },
    MergeKey,
    Tag,
    ComplexKey,
    AmbiguousBoolean {
        word: String,
    },
    /// Digits that YAML 1.1 and 1.2 read differently.
    AmbiguousNumber {
        word: String,
    },
    NumberOutOfRange,
    Nul,
}

/// The text is not YAML: what was found, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    pub title: &'static str,
    pub label: String,
    pub help: &'static str,
    /// Where the parser stopped, when that is another place.
    pub stopped: Option<Range<usize>>,
    pub fix: Option<(Range<usize>, String)>,
}

impl FaultKind {
    /// Whether the rest of the document still means what its author wrote, so that it can be checked too.
    pub fn is_local(&self) -> bool {
        match self {
            Self::DuplicateKey { .. }
            | Self::DuplicateItem { .. }
            | Self::Anchor
            | Self::Tag
            | Self::AmbiguousBoolean { .. }
            | Self::Nul => true,
            Self::Syntax(_)
            | Self::Tab
            | Self::TooDeep
            | Self::Alias { .. }
            | Self::MergeKey
            | Self::ComplexKey
            | Self::AmbiguousNumber { .. }
            | Self::NumberOutOfRange => false,
        }
    }
}

/// How far the reader had come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Progress {
    /// The end of the last event.
    pub read: usize,
    /// The innermost bracket that is still open.
    pub open: Option<usize>,
}

/// The parser's finding in our words, at the place where the mistake is.
pub(super) fn fault(text: &str, error: &ScanError, progress: Progress) -> Fault {
    let at = floor(text, error.marker().byte_offset().unwrap_or(text.len()).min(text.len()));
    let place = Place { text, at, progress };
    match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace => Fault { range: place.tabs(), what: FaultKind::Tab },
        ErrorKind::RecursionLimitExceeded => Fault { range: place.character(), what: FaultKind::TooDeep },
        ErrorKind::UnknownAnchor => place.alias(),
        kind => {
            let (range, mut syntax) = place.syntax(kind);
            syntax.fix = syntax.fix.map(|(range, text)| (forward(range), text));
            Fault { range: forward(range), what: FaultKind::Syntax(Box::new(syntax)) }
        }
    }
}

/// `*name` where it should have been text.
pub(super) fn alias(text: &str, range: &Range<usize>) -> Fault {
    let quoted = format!("\"{}\"", text.get(range.clone()).unwrap_or(""));
    Fault { range: range.clone(), what: FaultKind::Alias { quoted } }
}

/// Where the `&name` or `!tag` before a value is; the value itself when something stands in between.
pub(super) fn mark_before(text: &str, value: &Range<usize>, mark: char) -> Range<usize> {
    let mut before = text.get(..value.start).unwrap_or("").trim_end();
    while let Some(word) = before.split_whitespace().next_back() {
        let start = before.len() - word.len();
        let Some(inside) = word.find(['&', '!']) else { break };
        if word.get(inside..).is_some_and(|found| found.starts_with(mark)) {
            return start + inside..before.len();
        }
        before = before.get(..start).unwrap_or("").trim_end();
    }
    value.clone()
}

/// The parser may stop behind the end of the line that is at fault.
fn forward(range: Range<usize>) -> Range<usize> {
    range.start.min(range.end)..range.end
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

struct Place<'t> {
    text: &'t str,
    at: usize,
    progress: Progress,
}

fn syntax(title: &'static str, label: &str, help: &'static str) -> Syntax {
    Syntax { title, label: label.to_owned(), help, stopped: None, fix: None }
}

const COLUMNS: &str = "start the keys of one map, and the dashes of one list, in the same column";
const QUOTE_TEXT: &str = "put the text in quotes";

impl Place<'_> {
    fn syntax(&self, kind: &ErrorKind) -> (Range<usize>, Syntax) {
        match kind {
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent => self.quote(),
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidUnicodeEscape => self.escape(),
            ErrorKind::MismatchedFlowCollectionEnd { .. } => self.bracket("a bracket is closed by one of another kind"),
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping => self.bracket("a bracket is never closed"),
            _ if self.is_open_above() => self.bracket("a bracket is never closed"),
            ErrorKind::MisplacedFlowCollectionEnd => (
                self.character(),
                syntax(
                    "a bracket is closed that was not opened",
                    "closed here",
                    "remove it, or open the bracket it belongs to",
                ),
            ),
            ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => self.comma(),
            ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
                let next = self.progress.open.is_some() && self.rest().starts_with(['"', '\'']);
                if next { self.comma() } else { self.after_quote() }
            }
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => self.colon(),
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => self.no_key(),
            _ => self.value(kind),
        }
    }

    fn value(&self, kind: &ErrorKind) -> (Range<usize>, Syntax) {
        match kind {
            ErrorKind::UnexpectedCharacter { .. } => self.quoted(
                self.character(),
                syntax("a text begins with a character that YAML reserves", "reserved", QUOTE_TEXT),
            ),
            ErrorKind::MissingAnchorOrAliasName => {
                let range = self.at..self.word_end();
                let fix = self.text.get(range.clone()).map(|word| (range.clone(), format!("\"{word}\"")));
                let title = "a text that begins with `*` or `&` needs quotes";
                (range, Syntax { fix, ..syntax(title, "means something else to YAML", QUOTE_TEXT) })
            }
            ErrorKind::BlockEntryInFlowCollection => {
                let help = "values in brackets are separated by commas, without dashes";
                (self.character(), syntax("a dash stands in brackets", "not here", help))
            }
            ErrorKind::BomInsideDocument => (
                self.character(),
                syntax("a byte-order mark stands in the middle of the text", "an invisible character", "remove it"),
            ),
            _ if self.follows_bracket() => {
                let found = syntax("text follows a closing bracket", "after the end of the list or map", QUOTE_TEXT);
                let line = self.line();
                let text = self.text.get(line.clone()).unwrap_or("");
                let start = line.start + text.find(": ").map_or(0, |colon| colon + 2);
                let value = self.text.get(start..line.end).unwrap_or("");
                let fix = (!value.contains(['"', '\\'])).then(|| (start..line.end, format!("\"{value}\"")));
                (self.at..line.end, Syntax { fix, ..found })
            }
            _ => self.indentation(kind),
        }
    }

    /// The place is on the line of a bracket that was closed before it.
    fn follows_bracket(&self) -> bool {
        let before = self.text.get(self.line().start.min(self.at)..self.at).unwrap_or("");
        before.trim_end().ends_with([']', '}'])
    }

    fn indentation(&self, kind: &ErrorKind) -> (Range<usize>, Syntax) {
        match kind {
            ErrorKind::InvalidIndentation
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::BlockSequenceEntryNotAllowed => (
                self.first_word(),
                syntax("wrong indentation", "does not begin where a line before it begins", COLUMNS),
            ),
            _ => (
                self.character(),
                syntax(
                    "this is not YAML",
                    "not understood from here on",
                    "put the value in quotes if it is a text, and compare the indentation with the lines above",
                ),
            ),
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The character at the place; nothing at the end of a line.
    fn character(&self) -> Range<usize> {
        let next = self.rest().chars().next().filter(|c| *c != '\n' && *c != '\r');
        self.at..self.at + next.map_or(0, char::len_utf8)
    }

    fn line_start(&self) -> usize {
        self.text.get(..self.at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.rest().find(['\n', '\r']).map_or(self.text.len(), |at| self.at + at)
    }

    fn word_end(&self) -> usize {
        let end = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
        self.rest().find(end).map_or(self.text.len(), |at| self.at + at)
    }

    /// The line without its indentation.
    fn line(&self) -> Range<usize> {
        let (start, end) = (self.line_start(), self.line_end());
        let line = self.text.get(start..end).unwrap_or("");
        let trimmed = line.trim();
        let start = start + (line.len() - line.trim_start().len());
        start..start + trimmed.len()
    }

    /// The key or dash with which the line begins.
    fn first_word(&self) -> Range<usize> {
        let line = self.line();
        let text = self.text.get(line.clone()).unwrap_or("");
        let end = text.find(':').or_else(|| text.find(char::is_whitespace)).unwrap_or(text.len());
        line.start..line.start + end
    }

    /// All tabs that stand together here.
    fn tabs(&self) -> Range<usize> {
        let before = self.text.get(..self.at).unwrap_or("");
        let start = before.trim_end_matches('\t').len();
        let end = self.text.len() - self.rest().trim_start_matches('\t').len();
        if start == end { self.character() } else { start..end }
    }

    fn alias(&self) -> Fault {
        alias(self.text, &(self.at..self.word_end()))
    }

    /// The quote that is still open: the first after what was read that no other closes before this place.
    fn quote(&self) -> (Range<usize>, Syntax) {
        let mut from = floor(self.text, self.progress.read.min(self.at));
        let mut open = self.at;
        while let Some((start, quote)) = opening(self.text, from, self.at) {
            open = start;
            match closing(self.text, start + 1, quote) {
                Some(end) if end < self.at => from = end + 1,
                _ => break,
            }
        }
        let end =
            self.text.get(open..).and_then(|rest| rest.find(['\n', '\r'])).map_or(self.text.len(), |at| open + at);
        let help = "close it where its text ends; a text of several lines is written as a block after `|`";
        (open..end, Syntax { stopped: self.elsewhere(open), ..syntax("a quote is never closed", "opened here", help) })
    }

    /// This place, unless it is on the line of the mistake.
    fn elsewhere(&self, mistake: usize) -> Option<Range<usize>> {
        let between = self.text.get(mistake..self.at)?.trim_end();
        (between.contains('\n') && self.at < self.text.trim_end().len()).then(|| self.first_word())
    }

    fn escape(&self) -> (Range<usize>, Syntax) {
        let unknown = |at: usize| {
            !self.text.get(at + 1..).is_some_and(|rest| {
                rest.starts_with([
                    '0', 'a', 'b', 't', 'n', 'v', 'f', 'r', 'e', ' ', '"', '/', '\\', 'N', '_', 'L', 'P', '\t', '\n',
                ])
            })
        };
        let mut from = self.at + usize::from(self.rest().starts_with('"'));
        let mut found = self.at;
        while let Some(at) = self.text.get(from..).and_then(|rest| rest.find('\\')).map(|at| from + at) {
            if unknown(at) {
                found = at;
                break;
            }
            from = at + 2;
        }
        let after = self.text.get(found..).unwrap_or("").chars().take(2).map(char::len_utf8).sum::<usize>();
        let help = "write the backslash twice, or put the text in single quotes";
        (
            found..found + after,
            syntax("a backslash stands before something that YAML does not know", "unknown escape", help),
        )
    }

    /// Whether a bracket is open on a line above, and this line begins as if it were not.
    fn is_open_above(&self) -> bool {
        let Some(open) = self.progress.open else { return false };
        let above = Place { at: open, ..*self };
        let indent = |place: &Place<'_>| place.line().start - place.line_start();
        above.line_start() < self.line_start() && indent(self) <= indent(&above)
    }

    fn bracket(&self, title: &'static str) -> (Range<usize>, Syntax) {
        let open = self.progress.open.unwrap_or(self.at);
        let help = "`[` is closed by `]`, and `{` by `}`";
        (open..open + 1, Syntax { stopped: self.elsewhere(open), ..syntax(title, "opened here", help) })
    }

    fn comma(&self) -> (Range<usize>, Syntax) {
        let at = self.text.get(..self.at).unwrap_or("").trim_end().len();
        let fix = Some((at..at, ",".to_owned()));
        (
            self.character(),
            Syntax { fix, ..syntax("a comma is missing", "before this", "values in brackets are separated by commas") },
        )
    }

    fn after_quote(&self) -> (Range<usize>, Syntax) {
        let help =
            "put the quotes around the whole value; a quote inside a text in the same quotes is written `''` or `\\\"`";
        (self.at..self.line_end(), syntax("text follows a closing quote", "after the end of the quoted text", help))
    }

    /// A second colon in one line, or a key that begins too far to the right.
    fn colon(&self) -> (Range<usize>, Syntax) {
        let line = self.line();
        let before = self.text.get(line.start..self.at).unwrap_or("");
        if before.contains(": ") {
            let found = syntax("a text contains a colon", "a second `: ` in one line", QUOTE_TEXT);
            return self.quoted(self.character(), found);
        }
        if line.start == self.line_start() {
            let found = syntax("a key stands where none can", "what stands before it is no map of keys", COLUMNS);
            return (line.start..self.at, found);
        }
        (
            line.start..self.at,
            syntax("wrong indentation", "begins further to the right than the keys before it", COLUMNS),
        )
    }

    /// A line without a colon, or with one that nothing separates from its value.
    fn no_key(&self) -> (Range<usize>, Syntax) {
        let line = self.line();
        let text = self.text.get(line.clone()).unwrap_or("");
        let colon = text.find(':').filter(|at| !text.get(at + 1..).unwrap_or("").starts_with([' ', '/']));
        match colon {
            Some(colon) if colon + 1 < text.len() => {
                let after = line.start + colon + 1;
                let fix = Some((after..after, " ".to_owned()));
                (
                    line,
                    Syntax {
                        fix,
                        ..syntax("no space stands after the colon", "not a key and its value", "write `key: value`")
                    },
                )
            }
            _ => (
                line,
                syntax(
                    "a line is neither a key nor a value",
                    "`key: value` is expected",
                    "a text of several lines is written as a block after `|`, or in quotes",
                ),
            ),
        }
    }

    /// Offers quotes around the value in which the place is.
    fn quoted(&self, range: Range<usize>, found: Syntax) -> (Range<usize>, Syntax) {
        let line = self.line();
        let text = self.text.get(line.clone()).unwrap_or("");
        let value = text.find(": ").map_or("", |at| text.get(at + 2..).unwrap_or("")).trim();
        let plain =
            !value.is_empty() && self.progress.open.is_none() && !value.contains(['"', '\\', '#', '\'', '[', '{']);
        let start = line.end - value.len();
        let fix = plain.then(|| (start..line.end, format!("\"{value}\"")));
        (range, Syntax { fix, ..found })
    }
}

/// The first quote between two places that begins a value.
fn opening(text: &str, from: usize, to: usize) -> Option<(usize, char)> {
    let before = text.get(..from)?.chars().next_back();
    let mut previous = before;
    for (at, c) in text.get(from..)?.char_indices().take_while(|(at, _)| from + at <= to) {
        let begins = previous.is_none_or(|c| c.is_whitespace() || matches!(c, '[' | '{' | ',' | ':' | '-'));
        if begins && matches!(c, '"' | '\'') {
            return Some((from + at, c));
        }
        previous = Some(c);
    }
    None
}

/// Where the quote is closed that was opened before `from`.
fn closing(text: &str, from: usize, quote: char) -> Option<usize> {
    let mut rest = text.get(from..)?.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if c == '\\' && quote == '"' {
            rest.next();
        } else if c == quote {
            if quote == '\'' && rest.peek().is_some_and(|(_, next)| *next == '\'') {
                rest.next();
            } else {
                return Some(from + at);
            }
        }
    }
    None
}
