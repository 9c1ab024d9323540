//! The tables of a generated case and the values in them.

use serde_json::{Value as Json, json};

use super::condition::Cond;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    /// What no generated case holds; it never equals anything that one does.
    Other(String),
}

impl Value {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub fn sql(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Int(value) => value.to_string(),
            Self::Text(text) => format!("'{}'", text.replace('\'', "''")),
            Self::Other(text) => panic!("not generated: {text}"),
        }
    }

    /// As a value of a column of this kind.
    pub fn sql_as(&self, kind: Kind) -> String {
        match (kind, self) {
            (Kind::Boolean, Self::Int(0)) => "false".to_owned(),
            (Kind::Boolean, Self::Int(1)) => "true".to_owned(),
            _ => self.sql(),
        }
    }

    pub fn json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Int(value) => json!(value),
            Self::Text(text) => json!(text),
            Self::Other(text) => panic!("not generated: {text}"),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Integer,
    Text,
    Boolean,
    /// A text here.
    Date,
    /// A text here: `2026-01-31 23:59:59`.
    Timestamp,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Collate {
    Binary,
    NoCase,
    RTrim,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub collate: Collate,
    pub not_null: bool,
    pub unique: bool,
    /// Computed: 1 where that column is not NULL.
    pub generated: Option<usize>,
    /// May hold what its type does not promise; no condition reads it.
    pub loose: bool,
    /// May hold people's keys although the schema does not say so.
    pub names_people: bool,
    /// Taken out when a case is made smaller; the places of the others stay as they are.
    pub dropped: bool,
}

impl Column {
    /// With nothing odd about it.
    pub fn plain(name: &str, kind: Kind) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            collate: Collate::Binary,
            not_null: false,
            unique: false,
            generated: None,
            loose: false,
            names_people: false,
            dropped: false,
        }
    }
}

/// How a column says when something was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Seconds,
    Milliseconds,
    /// As the column's type says it: a moment, a day, or a text.
    Native,
}

#[derive(Clone, Copy, Debug)]
pub struct Timer {
    pub column: usize,
    pub unit: Unit,
}

/// Columns that refer to the key of a row.
#[derive(Clone, Debug)]
pub struct Foreign {
    pub columns: Vec<usize>,
    pub table: usize,
    pub target: Vec<usize>,
    pub action: &'static str,
    /// In the schema; otherwise among the Site's `relations`.
    pub declared: bool,
    /// Of a relation of the Site: only rows for which this is true refer.
    pub when: Option<Cond>,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// The primary key.
    pub key: Vec<usize>,
    pub foreign: Vec<Foreign>,
    pub suffix: &'static str,
    /// What duties count from, known by their numbers.
    pub timers: Vec<Timer>,
    pub dropped: bool,
}

impl Table {
    /// The columns that are there.
    pub fn kept(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| !column.dropped)
    }

    /// Its references, without those that were taken out.
    pub fn links(&self) -> impl Iterator<Item = &Foreign> {
        self.foreign.iter().filter(|foreign| !foreign.columns.is_empty())
    }

    /// The name of the column that refers.
    pub fn referring(&self, foreign: usize) -> &str {
        self.foreign[foreign].columns.first().map_or("gone", |at| self.columns[*at].name.as_str())
    }

    /// Whether the column refers to something, by itself or with others.
    pub fn is_reference(&self, column: usize) -> bool {
        self.links().any(|foreign| foreign.columns.contains(&column))
    }

    /// What the column refers to by itself.
    pub fn refers(&self, column: usize) -> Option<&Foreign> {
        self.foreign.iter().find(|foreign| foreign.columns == [column])
    }
}

pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
