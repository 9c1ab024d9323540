//! The sites that are edited, and every scalar, list and map of their documents with the role it plays.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use probate::source::yaml::{self, Node, Value};
use probate::source::{Disk, Memory};

use super::edits::Edit;

/// SplitMix64: the same edits on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("below a usize")
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        if from.is_empty() { None } else { from.get(self.below(from.len())) }
    }
}

/// What a scalar is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Table,
    Column,
    /// A path of columns and relations; `table.column = column` of a part, too.
    Path,
    Condition,
    Item,
    Pattern,
    Status,
    Purpose,
    Locale,
    /// A placeholder, an identifier, a context.
    Other,
    /// What other names refer to.
    Definition,
    TypeId,
    /// A key of the language.
    Key,
    Strategy,
    Word,
    Text,
    Literal,
    File,
}

/// A scalar in a file; its text stands there as it is meant.
#[derive(Debug, Clone)]
pub struct Scalar {
    pub path: String,
    /// With its quotes.
    pub whole: Range<usize>,
    pub inner: Range<usize>,
    pub role: Role,
    pub is_key: bool,
    pub is_text: bool,
}

/// A list or a map, and the ranges of its entries.
#[derive(Debug, Clone)]
pub struct Group {
    pub path: String,
    pub whole: Range<usize>,
    pub entries: Vec<Range<usize>>,
    pub is_map: bool,
    /// The key that it is the value of.
    pub of: String,
}

pub struct Site {
    pub files: BTreeMap<String, String>,
    pub digest: String,
    pub scalars: Vec<Scalar>,
    pub groups: Vec<Group>,
    /// Every word of every file.
    pub words: BTreeSet<String>,
}

impl Site {
    pub fn all() -> Vec<Site> {
        ["notes", "moodle"].into_iter().map(Site::read).collect()
    }

    fn read(name: &str) -> Site {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
        let checked = probate::check(&Disk::open(&folder).expect("the example"));
        let sources = &checked.project.sources;
        let files: BTreeMap<String, String> = sources
            .ids()
            .map(|id| (sources.path(id).to_owned(), sources.text(id).to_owned()))
            .filter(|(path, _)| !path.starts_with("lock/") && !path.starts_with("(built in)"))
            .collect();
        for path in files.keys() {
            assert!(folder.join(path).is_file(), "{name}: nobody edits `{path}`");
        }
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let words = files.values().flat_map(|text| text.split(|c| !is_word(c)).map(str::to_owned)).collect();
        let unlocked = Memory(files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect());
        let checked = probate::check(&probate::reviewed(&unlocked));
        let digest = checked.program.as_ref().expect("a program").digest();
        let mut site = Site { files, digest, scalars: Vec::new(), groups: Vec::new(), words };
        for (path, text) in site.files.clone().iter().filter(|(path, _)| path.ends_with(".yaml")) {
            for node in &yaml::read(text).0 {
                let kind = node.get("kind").map_or("", |kind| word(kind));
                site.node(path, text, kind, node, &mut Vec::new());
            }
        }
        site
    }

    /// The files with an edit.
    pub fn with(&self, edit: &Edit) -> Memory {
        let files = self.files.iter().map(|(path, text)| {
            let text = if *path == edit.path { &edit.text } else { text };
            (path.clone(), text.clone().into_bytes())
        });
        Memory(files.collect())
    }

    pub fn text(&self, path: &str) -> &str {
        &self.files[path]
    }

    pub fn of(&self, role: Role) -> Vec<&Scalar> {
        self.scalars.iter().filter(|one| one.role == role).collect()
    }

    fn node(&mut self, path: &str, text: &str, kind: &str, node: &Node<'_>, keys: &mut Vec<String>) {
        match &node.value {
            Value::List(items) => {
                self.group(path, text, node, items.iter().map(|item| range(text, &item.range)).collect(), keys);
                keys.push("[]".to_owned());
                for item in items {
                    self.node(path, text, kind, item, keys);
                }
                keys.pop();
            }
            Value::Map(entries) => {
                let both = entries.iter().map(|(key, value)| {
                    key.range.start as usize..range(text, &value.range).end.max(key.range.end as usize)
                });
                self.group(path, text, node, both.collect(), keys);
                for (key, value) in entries {
                    keys.push(key.name.clone().into_owned());
                    let role = key_role(keys);
                    self.scalar(path, text, &key.range, &key.name, role, true);
                    self.node(path, text, kind, value, keys);
                    keys.pop();
                }
            }
            Value::Text(value) => self.scalar(path, text, &node.range, value, value_role(kind, keys, value), false),
            Value::Int(_) | Value::Bool(_) => {
                let whole = range(text, &node.range);
                let one = Scalar {
                    path: path.to_owned(),
                    inner: whole.clone(),
                    whole,
                    role: Role::Literal,
                    is_key: false,
                    is_text: false,
                };
                self.scalars.push(one);
            }
            Value::Null | Value::Float(_) => {}
        }
    }

    fn group(&mut self, path: &str, text: &str, node: &Node<'_>, entries: Vec<Range<usize>>, keys: &[String]) {
        let of = keys.iter().rev().find(|key| *key != "[]").cloned().unwrap_or_default();
        let is_map = matches!(node.value, Value::Map(_));
        self.groups.push(Group { path: path.to_owned(), whole: range(text, &node.range), entries, is_map, of });
    }

    fn scalar(&mut self, path: &str, text: &str, at: &Range<u32>, value: &str, role: Role, is_key: bool) {
        let whole = range(text, at);
        let raw = &text[whole.clone()];
        let quoted = raw.len() >= 2
            && (raw.starts_with('"') && raw.ends_with('"') || raw.starts_with('\'') && raw.ends_with('\''));
        let inner = if quoted { whole.start + 1..whole.end - 1 } else { whole.clone() };
        if text[inner.clone()] == *value && !value.is_empty() {
            self.scalars.push(Scalar { path: path.to_owned(), whole, inner, role, is_key, is_text: !quoted });
        }
    }
}

fn range(text: &str, range: &Range<u32>) -> Range<usize> {
    let (start, end) = (range.start as usize, range.end as usize);
    start..start + text[start..end].trim_end().len()
}

fn word<'n>(node: &'n Node<'_>) -> &'n str {
    if let Value::Text(text) = &node.value { text } else { "" }
}

const LOCALIZED: &[&str] = &["title", "description", "group", "text", "agree", "decline", "declined", "whats_new"];

/// The role of the last of these keys.
fn key_role(keys: &[String]) -> Role {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    match keys.as_slice() {
        [.., parent, _] if LOCALIZED.contains(parent) => Role::Locale,
        [.., "overwrite" | "set", _] => Role::Column,
        [.., "in", _] => Role::Other,
        ["references", _] => Role::Path,
        [.., "items" | "status" | "identifiers" | "placeholders" | "contexts", _]
            if !matches!(keys.last(), Some(&"include" | &"exclude")) =>
        {
            Role::Definition
        }
        [.., "clocks" | "place" | "to", _] | [.., "export", "[]", _] => Role::Word,
        _ => Role::Key,
    }
}

#[expect(clippy::match_same_arms, reason = "the first arm that fits decides")]
fn value_role(kind: &str, keys: &[String], value: &str) -> Role {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    match keys.as_slice() {
        ["id"] if kind.ends_with("Type") => Role::TypeId,
        ["id"] => Role::Definition,
        ["kind"] => Role::Word,
        ["schema"] | ["schema", _] | ["relations", "[]"] => Role::File,
        [.., "text", _] if value.ends_with(".md") => Role::File,
        ["locales", "[]"] => Role::Definition,
        [.., "table"] if value.contains(' ') || keys.contains(&"parts") => Role::Path,
        [.., "parts", "[]"] => Role::Path,
        [.., "table"] | [.., "tables", "[]"] => Role::Table,
        ["status"] if kind == "PurgeType" => Role::Status,
        [.., "only", "[]"] => Role::Status,
        [.., "purpose"] => Role::Purpose,
        [.., "include" | "exclude" | "comes_back_from", "[]"] if value.contains('*') => Role::Pattern,
        [.., "include" | "exclude" | "comes_back_from", "[]"] => Role::Item,
        [.., "reassign"] => Role::Other,
        [.., "is"] if !value.contains('{') => Role::Other,
        [.., "owner" | "access" | "path" | "parent" | "place" | "mention"] | [.., "mention", "[]"] => Role::Path,
        ["contexts", _, "in", _] | ["conventions", "place", _] | ["references", _, "to", _] => Role::Path,
        [.., "export", "[]", _] => Role::Path,
        [.., "where" | "when" | "protected"] => Role::Condition,
        [.., "export" | "columns", "[]"] => Role::Column,
        [.., "clocks", _] if value != "unix" && value != "unix_ms" => Role::Column,
        [.., "clocks", _, "column"] | ["subject", "key" | "label"] | ["contexts", _, "key"] => Role::Column,
        ["conventions", "clocks", _, "[]"] => Role::Column,
        ["subject", "identifiers", _] | [.., "identifiers", _, "column"] | [.., "by" | "counted_by"] => Role::Column,
        ["preferences", "name" | "value"] | ["files", "match" | "in"] | [.., "files", "match"] => Role::Column,
        [.., "purge"] => Role::Strategy,
        [.., "keep"] => Role::Text,
        [.., "overwrite" | "set", _] => Role::Literal,
        [.., "status", _] if keys.len() == 3 => Role::Word,
        [.., parent, _] if LOCALIZED.contains(parent) => Role::Text,
        [.., last] if LOCALIZED.contains(last) || matches!(*last, "name" | "address" | "contact") => Role::Text,
        [.., "effective" | "keep_for" | "version" | "data_category"] => Role::Literal,
        _ => Role::Word,
    }
}
