//! What a generated case is made of: tables, a policy over them, conditions with three-valued logic, and their texts.

use serde_json::{Value as Json, json};

use crate::engine::Engine;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    /// What no generated case holds; it never equals anything that one does.
    Other(String),
}

impl Value {
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
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Collate {
    Binary,
    NoCase,
    RTrim,
}

#[derive(Clone, Debug)]
pub struct Refers {
    pub table: usize,
    pub column: usize,
    pub action: &'static str,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub collate: Collate,
    pub not_null: bool,
    pub unique: bool,
    pub primary: bool,
    pub refers: Option<Refers>,
    /// Computed: 1 where that column is not NULL.
    pub generated: Option<usize>,
    /// Holds what its type does not promise; no condition reads it.
    pub loose: bool,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    pub suffix: &'static str,
}

pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl World {
    pub fn ddl(&self) -> String {
        self.tables.iter().map(|table| self.create(table, References::Declared)).collect::<Vec<_>>().join("\n")
    }

    /// The same without foreign keys, and the statements that add them when the rows are there.
    pub fn ddl_in_two(&self) -> (String, String) {
        let create =
            self.tables.iter().map(|table| self.create(table, References::Later)).collect::<Vec<_>>().join("\n");
        let keys = self.references().map(|(table, column, refers)| {
            let (table, name) = (quoted(&table.name), quoted(&column.name));
            format!("ALTER TABLE {table} ADD FOREIGN KEY ({name}){};\n", self.refers(refers))
        });
        (create, keys.collect())
    }

    /// Takes out rows that refer to nothing, until none does.
    pub fn mending(&self) -> String {
        let once: String = self
            .references()
            .map(|(table, column, refers)| {
                let (table, name) = (quoted(&table.name), quoted(&column.name));
                let other = &self.tables[refers.table];
                let (parent, key) = (quoted(&other.name), quoted(&other.columns[refers.column].name));
                format!("DELETE FROM {table} WHERE {name} IS NOT NULL AND {name} NOT IN (SELECT {key} FROM {parent} WHERE {key} IS NOT NULL);\n")
            })
            .collect();
        once.repeat(20)
    }

    fn references(&self) -> impl Iterator<Item = (&Table, &Column, &Refers)> {
        let columns = self.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
        columns.filter_map(|(table, column)| Some((table, column, column.refers.as_ref()?)))
    }

    fn create(&self, table: &Table, references: References) -> String {
        let columns: Vec<String> = table.columns.iter().map(|column| self.declare(column, table, references)).collect();
        format!("CREATE TABLE {} (\n  {}\n){};", quoted(&table.name), columns.join(",\n  "), table.suffix)
    }

    fn refers(&self, refers: &Refers) -> String {
        let other = &self.tables[refers.table];
        let column = &other.columns[refers.column];
        format!(" REFERENCES {}({}){}", quoted(&other.name), quoted(&column.name), refers.action)
    }

    fn declare(&self, column: &Column, table: &Table, references: References) -> String {
        let is_typed = self.engine == Engine::Postgres;
        let kind = match column.kind {
            Kind::Boolean => "BOOLEAN",
            Kind::Integer if is_typed => "BIGINT",
            Kind::Integer => "INTEGER",
            Kind::Text => "TEXT",
        };
        let mut text = format!("{} {kind}", quoted(&column.name));
        if column.primary {
            text += " PRIMARY KEY";
        }
        if column.not_null {
            text += " NOT NULL";
        }
        if column.unique {
            text += " UNIQUE";
        }
        text += match column.collate {
            Collate::Binary => "",
            Collate::NoCase => " COLLATE NOCASE",
            Collate::RTrim => " COLLATE RTRIM",
        };
        if let Some(source) = column.generated {
            let stored = if is_typed { " STORED" } else { "" };
            text += &format!(" GENERATED ALWAYS AS ({} IS NOT NULL){stored}", quoted(&table.columns[source].name));
        }
        if let (Some(refers), References::Declared) = (&column.refers, references) {
            text += &self.refers(refers);
        }
        text
    }
}

#[derive(Clone, Copy)]
enum References {
    Declared,
    Later,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cond {
    Compare(usize, &'static str, Value),
    In(usize, Vec<Value>),
    Between(usize, Value, Value),
    IsNull(usize),
    StartsWith(usize, String),
    /// A boolean column alone.
    Bare(usize),
    Same(usize, usize),
    Not(Box<Cond>),
    And(Vec<Cond>),
    Or(Vec<Cond>),
}

impl Cond {
    pub fn text(&self, table: &Table) -> String {
        let name = |at: &usize| quoted(&table.columns[*at].name);
        let literal = |at: &usize, value: &Value| match (table.columns[*at].kind, value) {
            (Kind::Boolean, Value::Int(1)) => "true".to_owned(),
            (_, value) => value.sql(),
        };
        let join = |parts: &[Cond], word: &str| {
            let parts: Vec<String> = parts.iter().map(|part| format!("({})", part.text(table))).collect();
            parts.join(word)
        };
        match self {
            Self::Compare(at, sign, value) => format!("{} {sign} {}", name(at), literal(at, value)),
            Self::In(at, values) => {
                let values: Vec<String> = values.iter().map(|value| literal(at, value)).collect();
                format!("{} in ({})", name(at), values.join(", "))
            }
            Self::Between(at, low, high) => {
                format!("{} between {} and {}", name(at), literal(at, low), literal(at, high))
            }
            Self::IsNull(at) => format!("{} is null", name(at)),
            Self::StartsWith(at, prefix) => {
                format!("starts_with({}, {})", name(at), Value::Text(prefix.clone()).sql())
            }
            Self::Bare(at) => name(at),
            Self::Same(one, other) => format!("{} = {}", name(one), name(other)),
            Self::Not(inner) => format!("not ({})", inner.text(table)),
            Self::And(parts) => join(parts, " and "),
            Self::Or(parts) => join(parts, " or "),
        }
    }

    /// `None` is unknown.
    pub fn eval(&self, row: &[Value]) -> Option<bool> {
        match self {
            Self::Compare(at, sign, value) => {
                let order = compare(&row[*at], value)?;
                Some(match *sign {
                    "=" => order.is_eq(),
                    "<>" => order.is_ne(),
                    "<" => order.is_lt(),
                    "<=" => order.is_le(),
                    ">" => order.is_gt(),
                    ">=" => order.is_ge(),
                    other => panic!("{other}"),
                })
            }
            Self::In(at, values) => {
                if row[*at] == Value::Null {
                    return None;
                }
                Some(values.contains(&row[*at]))
            }
            Self::Between(at, low, high) => Some(compare(&row[*at], low)?.is_ge() && compare(&row[*at], high)?.is_le()),
            Self::IsNull(at) => Some(row[*at] == Value::Null),
            Self::StartsWith(at, prefix) => match &row[*at] {
                Value::Text(text) => Some(text.starts_with(prefix.as_str())),
                Value::Null => None,
                other => panic!("not a text: {other:?}"),
            },
            Self::Bare(at) => match &row[*at] {
                Value::Int(value) => Some(*value != 0),
                Value::Null => None,
                other => panic!("not a boolean: {other:?}"),
            },
            Self::Same(one, other) => Some(compare(&row[*one], &row[*other])?.is_eq()),
            Self::Not(inner) => Some(!inner.eval(row)?),
            Self::And(parts) => all(parts, row),
            Self::Or(parts) => {
                let negated: Vec<Cond> = parts.iter().map(|part| Self::Not(Box::new(part.clone()))).collect();
                Some(!all(&negated, row)?)
            }
        }
    }
}

/// False as soon as one is false, else unknown as soon as one is unknown.
fn all(parts: &[Cond], row: &[Value]) -> Option<bool> {
    let values: Vec<Option<bool>> = parts.iter().map(|part| part.eval(row)).collect();
    if values.contains(&Some(false)) {
        Some(false)
    } else if values.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn compare(one: &Value, other: &Value) -> Option<std::cmp::Ordering> {
    match (one, other) {
        (Value::Int(one), Value::Int(other)) => Some(one.cmp(other)),
        (Value::Text(one), Value::Text(other)) => Some(one.as_bytes().cmp(other.as_bytes())),
        (Value::Null, _) | (_, Value::Null) => None,
        (one, other) => panic!("not generated: {one:?} and {other:?}"),
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum Purge {
    Nothing,
    Keep,
    Delete,
    Overwrite(Vec<(usize, Value)>),
}

impl Purge {
    pub fn changes(&self) -> bool {
        matches!(self, Self::Delete | Self::Overwrite(_))
    }
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub table: usize,
    /// Columns; each but the last has a foreign key.
    pub path: Vec<usize>,
    pub condition: Option<Cond>,
    /// Empty: not exported.
    pub export: Vec<usize>,
    pub purge: Purge,
}

/// The subject's table is the first; its key and label are its first two columns.
#[derive(Clone, Debug)]
pub struct World {
    /// For SQLite there is more that is odd.
    pub engine: Engine,
    pub tables: Vec<Table>,
    pub statuses: Vec<(String, Option<Cond>)>,
    pub nobody: Vec<Value>,
    pub protected: Option<Cond>,
    pub items: Vec<Vec<Entry>>,
    /// Status and items.
    pub purge_types: Vec<(usize, Vec<usize>)>,
    pub export_items: Vec<usize>,
    /// Table by table, without generated columns.
    pub rows: Vec<Vec<Vec<Value>>>,
    pub dangling: bool,
    /// Purge type and subject, in the order in which they are asked for.
    pub requests: Vec<(usize, Value)>,
}

pub const KEY: usize = 0;
pub const LABEL: usize = 1;

impl World {
    /// JSON is YAML.
    pub fn yaml(&self) -> String {
        let people = &self.tables[0];
        let statuses: serde_json::Map<String, Json> = self
            .statuses
            .iter()
            .map(|(name, condition)| {
                let meaning = condition.as_ref().map_or(json!("default"), |when| json!({"when": when.text(people)}));
                (name.clone(), meaning)
            })
            .collect();
        let mut subject = json!({
            "table": people.name, "key": people.columns[KEY].name, "label": people.columns[LABEL].name,
            "status": statuses, "nobody": self.nobody.iter().map(Value::json).collect::<Vec<_>>(),
        });
        if let Some(protected) = &self.protected {
            subject["protected"] = json!(protected.text(people));
        }
        let mut documents = vec![json!({
            "kind": "Site", "id": "laws", "title": "Laws", "controller": {"name": "T", "contact": "t@example.org"},
            "locales": ["en"], "schema": "schema.sql", "dialects": [self.engine.dialect()], "subject": subject,
        })];
        let items: serde_json::Map<String, Json> = self
            .items
            .iter()
            .enumerate()
            .map(|(at, entries)| {
                let rows: Vec<Json> = entries.iter().map(|entry| self.entry(entry)).collect();
                (format!("i{at}"), json!({"title": "I", "rows": rows}))
            })
            .collect();
        documents.push(json!({"kind": "Component", "id": "c", "title": "C", "items": items}));
        let names = |items: &[usize]| json!({"include": items.iter().map(|at| format!("c.i{at}")).collect::<Vec<_>>()});
        for (at, (status, items)) in self.purge_types.iter().enumerate() {
            documents.push(json!({
                "kind": "PurgeType", "id": format!("p{at}"), "title": "P", "use": ["manual"],
                "status": self.statuses[*status].0, "items": names(items),
            }));
        }
        if !self.export_items.is_empty() {
            documents.push(json!({
                "kind": "ExportType", "id": "e", "title": "E", "use": ["officer"], "items": names(&self.export_items), "keep_for": "P1M",
            }));
        }
        documents.iter().map(|document| format!("---\n{document}\n")).collect()
    }

    fn entry(&self, entry: &Entry) -> Json {
        let table = &self.tables[entry.table];
        let mut at = entry.table;
        let mut path = Vec::new();
        for column in &entry.path {
            let column = &self.tables[at].columns[*column];
            path.push(column.name.clone());
            at = column.refers.as_ref().map_or(at, |refers| refers.table);
        }
        let export: Vec<&str> = entry.export.iter().map(|column| table.columns[*column].name.as_str()).collect();
        let mut row = json!({
            "table": table.name, "owner": path.join("."),
            "export": if export.is_empty() { json!("none") } else { json!(export) },
        });
        if let Some(condition) = &entry.condition {
            row["where"] = json!(condition.text(table));
        }
        match &entry.purge {
            Purge::Nothing => {}
            Purge::Keep => row["purge"] = json!({"keep": "because"}),
            Purge::Delete => row["purge"] = json!("delete"),
            Purge::Overwrite(set) => {
                let set: serde_json::Map<String, Json> =
                    set.iter().map(|(at, value)| (table.columns[*at].name.clone(), value.json())).collect();
                row["purge"] = json!({"overwrite": set});
            }
        }
        row
    }

    pub fn inserts(&self) -> String {
        let mut text = String::new();
        for (table, rows) in self.tables.iter().zip(&self.rows) {
            let columns: Vec<&Column> = table.columns.iter().filter(|column| column.generated.is_none()).collect();
            let names: Vec<String> = columns.iter().map(|column| quoted(&column.name)).collect();
            for row in rows {
                let values: Vec<String> =
                    row.iter().zip(&columns).map(|(value, column)| value.sql_as(column.kind)).collect();
                // Twins that a folding key takes for one are left out.
                text += &format!(
                    "insert into {} ({}) values ({}) on conflict do nothing;\n",
                    quoted(&table.name),
                    names.join(", "),
                    values.join(", ")
                );
            }
        }
        text
    }
}
