//! Conditions: their text, and what they mean with three-valued logic.

use super::table::{Kind, Table, Value, quoted};

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
        self.text_after("", table)
    }

    /// Of a row to which a path leads that is written before each column.
    pub fn text_after(&self, path: &str, table: &Table) -> String {
        let name = |at: &usize| format!("{path}{}", quoted(&table.columns[*at].name));
        let literal = |at: &usize, value: &Value| match (table.columns[*at].kind, value) {
            (Kind::Boolean, Value::Int(1)) => "true".to_owned(),
            (_, value) => value.sql(),
        };
        let join = |parts: &[Cond], word: &str| {
            let parts: Vec<String> = parts.iter().map(|part| format!("({})", part.text_after(path, table))).collect();
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
            Self::Not(inner) => format!("not ({})", inner.text_after(path, table)),
            Self::And(parts) => join(parts, " and "),
            Self::Or(parts) => join(parts, " or "),
        }
    }

    /// The columns that it reads.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Compare(at, ..)
            | Self::In(at, _)
            | Self::Between(at, ..)
            | Self::IsNull(at)
            | Self::StartsWith(at, _)
            | Self::Bare(at) => vec![*at],
            Self::Same(one, other) => vec![*one, *other],
            Self::Not(inner) => inner.columns(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::columns).collect(),
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
