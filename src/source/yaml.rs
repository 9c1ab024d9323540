//! YAML with a byte range for every key and value, and without what policies must not use:
//! anchors, aliases, merge keys, tags, duplicate keys, and words that two YAML versions read differently.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError};

use super::fault::{self, Progress};
pub use super::fault::{Fault, FaultKind, Syntax};

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

    /// The same without the entries whose keys begin at these bytes.
    #[must_use]
    pub fn without(&self, keys: &BTreeSet<u32>) -> Node<'s> {
        let value = match &self.value {
            Value::List(items) => Value::List(items.iter().map(|item| item.without(keys)).collect()),
            Value::Map(entries) => {
                let kept = entries.iter().filter(|(key, _)| !keys.contains(&key.range.start));
                Value::Map(kept.map(|(key, value)| (key.clone(), value.without(keys))).collect())
            }
            plain @ (Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_)) => plain.clone(),
        };
        Node { range: self.range.clone(), value }
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

/// The documents of a file that could be read, and every fault of the others.
pub fn read(text: &str) -> (Vec<Node<'_>>, Vec<Fault>) {
    let options = granit_parser::options! { emit_comments: false };
    let mut reader = Reader {
        parser: Parser::new_from_str_with_options(text, options),
        text,
        faults: Vec::new(),
        open: Vec::new(),
        read: 0,
        depth: 0,
        aliases: BTreeSet::new(),
    };
    let mut documents = Vec::new();
    loop {
        match reader.document() {
            Ok(Some(node)) => documents.push(node),
            Ok(None) => break,
            Err(error) => {
                let progress = Progress { read: reader.read, open: reader.open.last().copied() };
                reader.faults.push(fault::fault(text, &error, progress));
                reader.open.clear();
                reader.depth = 0;
                match reader.parser.proceed_next_document() {
                    Ok(true) => {}
                    Ok(false) | Err(_) => break,
                }
            }
        }
    }
    (documents, reader.faults)
}

/// The text of an item and where it stands before, if it does; in long lists `seen` remembers what was read.
fn first_like<'s>(
    item: &Node<'s>,
    items: &[Node<'s>],
    seen: &mut HashMap<Cow<'s, str>, Range<u32>>,
) -> Option<(String, Range<u32>)> {
    let Value::Text(text) = &item.value else { return None };
    let is_same = |other: &&Node<'_>| matches!(&other.value, Value::Text(other) if other == text);
    let first = if items.len() < 16 {
        items.iter().find(is_same).map(|other| other.range.clone())
    } else {
        if seen.is_empty() {
            let texts = items.iter().filter_map(|other| match &other.value {
                Value::Text(text) => Some((text.clone(), other.range.clone())),
                _ => None,
            });
            seen.extend(texts);
        }
        match seen.get(text) {
            Some(first) => Some(first.clone()),
            None => seen.insert(text.clone(), item.range.clone()),
        }
    };
    first.map(|first| (text.to_string(), first))
}

/// Of lists and maps in one another.
const DEEPEST: usize = 255;

type StrParser<'s> = Parser<'s, granit_parser::StrInput<'s>>;

struct Reader<'s> {
    parser: StrParser<'s>,
    text: &'s str,
    faults: Vec<Fault>,
    /// Where the brackets stand that are open.
    open: Vec<usize>,
    /// The end of the last event.
    read: usize,
    depth: usize,
    /// Anchors whose first alias was reported: a thousand more say nothing new.
    aliases: BTreeSet<usize>,
}

impl<'s> Reader<'s> {
    fn next(&mut self) -> Result<Option<(Event<'s>, Range<usize>)>, ScanError> {
        let Some(event) = self.parser.next() else { return Ok(None) };
        let (event, span) = event?;
        let range = span.byte_range().unwrap_or(0..0);
        let range = range.start.min(self.text.len())..range.end.min(self.text.len());
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) if self.is_bracket(&range) => {
                self.open.push(range.start);
            }
            Event::SequenceEnd | Event::MappingEnd if self.is_bracket(&range) => {
                self.open.pop();
            }
            _ => {}
        }
        self.read = self.read.max(range.end);
        Ok(Some((event, range)))
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
                self.nested(range, Self::list)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &range);
                self.nested(range, Self::map)
            }
            Event::Alias(anchor) => {
                if self.aliases.insert(anchor) {
                    self.faults.push(fault::alias(self.text, &range));
                }
                Ok(node(range, Value::Null))
            }
            Event::UnresolvedAlias(_) => {
                self.faults.push(fault::alias(self.text, &range));
                Ok(node(range, Value::Null))
            }
            // WHY: the remaining events carry no value; the parser sends none of them in a value's place.
            _ => Ok(node(range, Value::Null)),
        }
    }

    /// The parser limits brackets and blocks; `[a: : : …]` nests maps without any.
    fn nested(
        &mut self,
        range: Range<usize>,
        read: fn(&mut Self, Range<usize>) -> Result<Node<'s>, ScanError>,
    ) -> Result<Node<'s>, ScanError> {
        if self.depth < DEEPEST {
            self.depth += 1;
            let node = read(self, range);
            self.depth -= 1;
            return node;
        }
        if !self.faults.iter().any(|fault| fault.what == FaultKind::TooDeep) {
            self.fault(range.clone(), FaultKind::TooDeep);
        }
        let mut open = 1;
        while let Some((event, _)) = self.next()? {
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => open += 1,
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        Ok(node(range, Value::Null))
    }

    fn refuse(&mut self, anchor: usize, tagged: bool, range: &Range<usize>) {
        if anchor != 0 {
            self.fault(fault::mark_before(self.text, range, '&'), FaultKind::Anchor);
        }
        if tagged {
            self.fault(fault::mark_before(self.text, range, '!'), FaultKind::Tag);
        }
    }

    /// A statement or a page would end there.
    fn no_nul(&mut self, text: &str, range: &Range<usize>) {
        if text.contains('\0') {
            let written = self.text.get(range.clone()).unwrap_or("");
            let escape =
                ["\0", "\\0", "\\x00", "\\u0000"].iter().find_map(|form| Some((written.find(form)?, form.len())));
            let place = escape.map_or(range.clone(), |(at, length)| range.start + at..range.start + at + length);
            self.fault(place, FaultKind::Nul);
        }
    }

    fn list(&mut self, start: Range<usize>) -> Result<Node<'s>, ScanError> {
        let mut items: Vec<Node<'s>> = Vec::new();
        let mut seen: HashMap<Cow<'s, str>, Range<u32>> = HashMap::new();
        let mut end = start.end;
        while let Some((event, range)) = self.next()? {
            if matches!(event, Event::SequenceEnd) {
                end = end.max(self.bracket_end(&range));
                break;
            }
            let item = self.node(event, range)?;
            end = item.range.end as usize;
            // A list of the language is of different things; what stands twice was meant to be something else.
            match first_like(&item, &items, &mut seen) {
                Some((text, first)) => {
                    let what = FaultKind::DuplicateItem { text, first: wide(&first) };
                    // A third time says nothing new.
                    if !self.faults.iter().any(|fault| fault.what == what) {
                        self.fault(wide(&item.range), what);
                    }
                }
                None => items.push(item),
            }
        }
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
            let is_merge = key.name == "<<";
            let Some((event, range)) = self.next()? else { break };
            let value = if is_merge && matches!(event, Event::Alias(_)) {
                node(range, Value::Null)
            } else {
                self.node(event, range)?
            };
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
        if self.is_bracket(range) { range.end } else { 0 }
    }

    fn is_bracket(&self, range: &Range<usize>) -> bool {
        matches!(self.text.get(range.clone()), Some("[" | "]" | "{" | "}"))
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
        if is_ambiguous(&text) {
            self.fault(range.clone(), FaultKind::AmbiguousNumber { word: text.to_string() });
            return Value::Text(text);
        }
        let value = if let Some(digits) = text.strip_prefix("0x") {
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Value::Text(text);
            }
            i64::from_str_radix(digits, 16).ok().map(Value::Int)
        } else if is_whole(unsigned(&text)) {
            text.trim_start_matches('+').parse().ok().map(Value::Int)
        } else if is_float(unsigned(&text)) {
            text.parse().ok().filter(|value: &f64| value.is_finite()).map(Value::Float)
        } else {
            return Value::Text(text);
        };
        value.unwrap_or_else(|| {
            self.fault(range.clone(), FaultKind::NumberOutOfRange);
            Value::Int(0)
        })
    }
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with a point or an exponent, or YAML's words for what no column of numbers should hold.
fn is_float(text: &str) -> bool {
    if matches!(text, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(left, right)| (left, Some(right)));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| is_whole(unsigned(exponent)))
}

/// Octal, binary, grouped and sexagesimal numbers of YAML 1.1, which YAML 1.2 reads otherwise.
fn is_ambiguous(text: &str) -> bool {
    let text = unsigned(text);
    let octal = text.len() > 1 && text.starts_with('0') && is_whole(text);
    let digits_of = |mark: &str, digits: &str| {
        let rest = text.strip_prefix(mark).unwrap_or("");
        !rest.is_empty() && rest.chars().all(|c| digits.contains(c))
    };
    let grouped = text.contains('_')
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let mut parts = text.split(':');
    let sexagesimal = text.contains(':')
        && parts.next().is_some_and(is_whole)
        && parts.all(|part| is_whole(part) && part.len() <= 2 && part.parse().is_ok_and(|part: u8| part < 60));
    octal || grouped || sexagesimal || digits_of("0b", "01_") || digits_of("0o", "01234567")
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
