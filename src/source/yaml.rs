//! YAML with a byte range for every key and value, and without what policies must not use:
//! anchors, aliases, merge keys, tags, duplicate keys, and words that two YAML versions read differently.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

/// One value. Texts borrow from the file where they stand there unchanged.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    pub range: Range<u32>,
    pub value: Value<'s>,
}

#[derive(Debug, Clone)]
pub enum Value<'s> {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Cow<'s, str>),
    List(Vec<Node<'s>>),
    Map(Vec<(Key<'s>, Node<'s>)>),
}

#[derive(Debug, Clone)]
pub struct Key<'s> {
    pub range: Range<u32>,
    pub name: Cow<'s, str>,
}

impl<'s> Node<'s> {
    pub fn get(&self, name: &str) -> Option<&Node<'s>> {
        self.entry(name).map(|(_, value)| value)
    }

    pub fn entry(&self, name: &str) -> Option<(&Key<'s>, &Node<'s>)> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(key, _)| key.name == name).map(|(key, value)| (key, value))
    }

    /// The node a JSON pointer leads to, and the key by which it was reached.
    pub fn at(&self, pointer: &str) -> Option<(&Node<'s>, Option<&Key<'s>>)> {
        let mut found = (self, None);
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            found = match &found.0.value {
                Value::Map(_) => found.0.entry(&step).map(|(key, value)| (value, Some(key)))?,
                Value::List(items) => (items.get(step.parse::<usize>().ok()?)?, None),
                Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) => return None,
            };
        }
        Some(found)
    }
}

/// What is wrong with a text before any key of it is understood.
#[derive(Debug, Clone)]
pub struct Fault {
    pub range: Range<usize>,
    pub what: FaultKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not YAML; what was found and how to mend it.
    Syntax {
        found: &'static str,
        help: &'static str,
    },
    Tab,
    TooDeep,
    DuplicateKey {
        name: String,
        first: Range<usize>,
    },
    Anchor,
    Alias,
    MergeKey,
    Tag,
    ComplexKey,
    AmbiguousBoolean {
        word: String,
    },
    NumberOutOfRange,
    Nul,
}

/// The documents of a file that could be read, and every fault of the others.
pub fn read(text: &str) -> (Vec<Node<'_>>, Vec<Fault>) {
    let options = granit_parser::options! { emit_comments: false };
    let mut reader = Reader { parser: Parser::new_from_str_with_options(text, options), text, faults: Vec::new() };
    let mut documents = Vec::new();
    loop {
        match reader.document() {
            Ok(Some(node)) => documents.push(node),
            Ok(None) => break,
            Err(error) => {
                reader.fault_of(&error);
                match reader.parser.proceed_next_document() {
                    Ok(true) => {}
                    Ok(false) | Err(_) => break,
                }
            }
        }
    }
    (documents, reader.faults)
}

type StrParser<'s> = Parser<'s, granit_parser::StrInput<'s>>;

struct Reader<'s> {
    parser: StrParser<'s>,
    text: &'s str,
    faults: Vec<Fault>,
}

impl<'s> Reader<'s> {
    fn next(&mut self) -> Result<Option<(Event<'s>, Range<usize>)>, ScanError> {
        let Some(event) = self.parser.next() else { return Ok(None) };
        let (event, span) = event?;
        let range = span.byte_range().unwrap_or(0..0);
        Ok(Some((event, range.start.min(self.text.len())..range.end.min(self.text.len()))))
    }

    /// The next document with content; a document without any counts as none.
    fn document(&mut self) -> Result<Option<Node<'s>>, ScanError> {
        while let Some((event, range)) = self.next()? {
            match event {
                Event::StreamEnd => return Ok(None),
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => {
                    let node = self.node(event, range)?;
                    if !matches!(node.value, Value::Null) {
                        return Ok(Some(node));
                    }
                }
            }
        }
        Ok(None)
    }

    fn fault(&mut self, range: Range<usize>, what: FaultKind) {
        self.faults.push(Fault { range, what });
    }

    fn node(&mut self, event: Event<'s>, range: Range<usize>) -> Result<Node<'s>, ScanError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &range);
                self.no_nul(&text, &range);
                let value = if style == ScalarStyle::Plain { self.plain(text, &range) } else { Value::Text(text) };
                Ok(node(range, value))
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &range);
                self.list(range)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &range);
                self.map(range)
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.fault(range.clone(), FaultKind::Alias);
                Ok(node(range, Value::Null))
            }
            // WHY: the remaining events carry no value; the parser sends none of them in a value's place.
            _ => Ok(node(range, Value::Null)),
        }
    }

    fn refuse(&mut self, anchor: usize, tagged: bool, range: &Range<usize>) {
        if anchor != 0 {
            self.fault(range.clone(), FaultKind::Anchor);
        }
        if tagged {
            self.fault(range.clone(), FaultKind::Tag);
        }
    }

    /// A statement or a page would end there.
    fn no_nul(&mut self, text: &str, range: &Range<usize>) {
        if text.contains('\0') {
            self.fault(range.clone(), FaultKind::Nul);
        }
    }

    fn list(&mut self, start: Range<usize>) -> Result<Node<'s>, ScanError> {
        let mut items = Vec::new();
        let mut end = start.end;
        while let Some((event, range)) = self.next()? {
            if matches!(event, Event::SequenceEnd) {
                end = end.max(self.bracket_end(&range));
                break;
            }
            let item = self.node(event, range)?;
            end = item.range.end as usize;
            items.push(item);
        }
        items.shrink_to_fit();
        Ok(node(start.start..end, Value::List(items)))
    }

    fn map(&mut self, start: Range<usize>) -> Result<Node<'s>, ScanError> {
        let mut entries: Vec<(Key<'s>, Node<'s>)> = Vec::new();
        let mut seen: HashMap<Cow<'s, str>, Range<u32>> = HashMap::new();
        let mut end = start.end;
        while let Some((event, range)) = self.next()? {
            if matches!(event, Event::MappingEnd) {
                end = end.max(self.bracket_end(&range));
                break;
            }
            let key = self.key(event, range)?;
            let Some((event, range)) = self.next()? else { break };
            let value = self.node(event, range)?;
            end = value.range.end as usize;
            let first = if entries.len() < 8 {
                entries.iter().find(|(other, _)| other.name == key.name).map(|(other, _)| other.range.clone())
            } else {
                if seen.is_empty() {
                    seen.extend(entries.iter().map(|(key, _)| (key.name.clone(), key.range.clone())));
                }
                seen.insert(key.name.clone(), key.range.clone())
            };
            if let Some(first) = first {
                let what = FaultKind::DuplicateKey { name: key.name.to_string(), first: wide(&first) };
                self.fault(wide(&key.range), what);
            } else {
                entries.push((key, value));
            }
        }
        entries.shrink_to_fit();
        Ok(node(start.start..end, Value::Map(entries)))
    }

    fn key(&mut self, event: Event<'s>, range: Range<usize>) -> Result<Key<'s>, ScanError> {
        if let Event::Scalar(name, style, anchor, tag) = event {
            self.refuse(anchor, tag.is_some(), &range);
            self.no_nul(&name, &range);
            if name == "<<" && style == ScalarStyle::Plain {
                self.fault(range.clone(), FaultKind::MergeKey);
            }
            return Ok(Key { range: narrow(range), name });
        }
        let key = self.node(event, range.clone())?;
        self.fault(wide(&key.range), FaultKind::ComplexKey);
        Ok(Key { range: key.range, name: Cow::Borrowed("") })
    }

    /// A flow collection ends with its bracket; a block one with its last value.
    fn bracket_end(&self, range: &Range<usize>) -> usize {
        let bracket = self.text.get(range.clone()).is_some_and(|text| matches!(text, "]" | "}"));
        if bracket { range.end } else { 0 }
    }

    /// YAML 1.2's core schema, except that words which older readers take for a boolean are refused.
    fn plain(&mut self, text: Cow<'s, str>, range: &Range<usize>) -> Value<'s> {
        match text.as_ref() {
            "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
            "true" | "True" | "TRUE" => return Value::Bool(true),
            "false" | "False" | "FALSE" => return Value::Bool(false),
            _ => {}
        }
        let starts_number = text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.'));
        if starts_number {
            return self.number(text, range);
        }
        if matches!(text.len(), 1..=3)
            && ["yes", "no", "on", "off", "y", "n"].iter().any(|word| text.eq_ignore_ascii_case(word))
        {
            self.fault(range.clone(), FaultKind::AmbiguousBoolean { word: text.to_string() });
        }
        Value::Text(text)
    }

    fn number(&mut self, text: Cow<'s, str>, range: &Range<usize>) -> Value<'s> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(&text);
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.trim_start_matches('+').parse().map_or_else(
                |_| {
                    self.fault(range.clone(), FaultKind::NumberOutOfRange);
                    Value::Int(0)
                },
                Value::Int,
            );
        }
        let radix = [("0x", 16), ("0o", 8)]
            .iter()
            .find_map(|(mark, radix)| i64::from_str_radix(text.strip_prefix(mark)?, *radix).ok());
        if let Some(value) = radix {
            return Value::Int(value);
        }
        let is_float =
            digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'-' | b'+'))
                && digits.bytes().any(|byte| byte.is_ascii_digit())
                && digits.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'E'));
        match text.parse::<f64>() {
            Ok(value) if is_float && value.is_finite() => Value::Float(value),
            _ => Value::Text(text),
        }
    }

    fn fault_of(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let mut range = at..at + self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if self.text.get(range.clone()).is_none_or(|text| text == "\n") {
            range = at..at;
        }
        let what = kind_of(error.kind());
        self.fault(range, what);
    }
}

fn node(range: Range<usize>, value: Value<'_>) -> Node<'_> {
    Node { range: narrow(range), value }
}

fn narrow(range: Range<usize>) -> Range<u32> {
    let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    clamp(range.start)..clamp(range.end)
}

fn wide(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// The parser's findings in our words: about a dozen cover what people do wrong.
fn kind_of(kind: &ErrorKind) -> FaultKind {
    let syntax = |found, help| FaultKind::Syntax { found, help };
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace => FaultKind::Tab,
        ErrorKind::RecursionLimitExceeded => FaultKind::TooDeep,
        ErrorKind::UnknownAnchor => FaultKind::Alias,
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            syntax("a quote that is never closed", "close it, or use a block text (`|`) for several lines")
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            syntax("an escape that YAML does not know", "write the backslash twice, or use single quotes")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => syntax(
            "a bracket that is not closed, or a comma that is missing",
            "close the bracket that stands open before this place",
        ),
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            syntax("a closing bracket without its opening one", "remove it, or open the bracket it belongs to")
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed => {
            syntax("wrong indentation", "start the keys of one map, and the dashes of one list, in the same column")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => syntax(
            "a line that is no key",
            "write `key: value`; a text that goes on needs quotes or deeper indentation",
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => syntax(
            "a second `: ` in one line, or a key in the wrong column",
            "quote a text that contains a colon; start the keys of one map in the same column",
        ),
        ErrorKind::UnexpectedCharacter { .. } => syntax(
            "a character that cannot begin a value",
            "quote the text: `@`, `` ` `` and `%` have no meaning in YAML",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            syntax("text after a closing quote", "double the quote inside the text, or quote the whole value")
        }
        ErrorKind::BomInsideDocument => {
            syntax("a byte-order mark in the middle of the text", "remove the invisible character")
        }
        _ => syntax("text that is not YAML", "compare it with the examples in `probate explain yaml-syntax`"),
    }
}
