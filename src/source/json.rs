//! The tree as the JSON Schema validator sees it: validated in place, nothing is copied.

use std::borrow::Cow;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node as JsonNode, NodeIdentity, Object};
use serde_json::{Number, Value as Plain};

use super::yaml::{Key, Node, Value};

/// Our representation, for `jsonschema::options_for`.
pub struct Yaml;

impl Json for Yaml {
    type Node<'a> = &'a Node<'a>;
    type PreparedKey = String;
    type StringBuffer = Option<Node<'static>>;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(
        buffer: &mut Option<Node<'static>>,
        string: &str,
        f: impl for<'x> FnOnce(&'x Node<'x>) -> T,
    ) -> T {
        let node = Node { range: 0..0, value: Value::Text(Cow::Owned(string.to_owned())) };
        f(&*buffer.insert(node))
    }
}

pub enum YamlNumber {
    Int(i64),
    Float(f64),
}

impl JsonNumber for YamlNumber {
    fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Int(value) => u64::try_from(*value).ok(),
            Self::Float(_) => None,
        }
    }

    fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(*value),
            Self::Float(_) => None,
        }
    }

    fn as_f64(&self) -> Option<f64> {
        self.to_number().as_f64()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_number().to_string())
    }

    fn to_number(&self) -> Cow<'_, Number> {
        Cow::Owned(match self {
            Self::Int(value) => Number::from(*value),
            Self::Float(value) => Number::from_f64(*value).unwrap_or_else(|| Number::from(0)),
        })
    }
}

fn plain(node: &Node<'_>) -> Plain {
    match &node.value {
        Value::Null => Plain::Null,
        Value::Bool(value) => Plain::Bool(*value),
        Value::Int(value) => Plain::from(*value),
        Value::Float(value) => Plain::from(*value),
        Value::Text(text) => Plain::from(text.as_ref()),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(entries) => entries.iter().map(|(key, value)| (key.name.to_string(), plain(value))).collect(),
    }
}

impl<'a> JsonNode<'a, Yaml> for &'a Node<'a> {
    type Object = &'a [(Key<'a>, Node<'a>)];
    type Array = &'a [Node<'a>];
    type Number = YamlNumber;

    fn as_object(&self) -> Option<Self::Object> {
        if let Value::Map(entries) = &self.value { Some(entries) } else { None }
    }

    fn as_array(&self) -> Option<Self::Array> {
        if let Value::List(items) = &self.value { Some(items) } else { None }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        if let Value::Text(text) = &self.value { Some(Cow::Borrowed(text.as_ref())) } else { None }
    }

    fn as_number(&self) -> Option<YamlNumber> {
        match self.value {
            Value::Int(value) => Some(YamlNumber::Int(value)),
            Value::Float(value) => Some(YamlNumber::Float(value)),
            Value::Null | Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value { Some(value) } else { None }
    }

    fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    fn json_type(&self) -> JsonType {
        match self.value {
            Value::Null => JsonType::Null,
            Value::Bool(_) => JsonType::Boolean,
            Value::Int(_) | Value::Float(_) => JsonType::Number,
            Value::Text(_) => JsonType::String,
            Value::List(_) => JsonType::Array,
            Value::Map(_) => JsonType::Object,
        }
    }

    fn to_value(&self) -> Cow<'a, Plain> {
        Cow::Owned(plain(self))
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Node<'a>>(self) as usize))
    }
}

pub struct Members<'a>(std::slice::Iter<'a, (Key<'a>, Node<'a>)>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Node<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.name.as_ref(), value))
    }
}

impl<'a> Object<'a, Yaml> for &'a [(Key<'a>, Node<'a>)] {
    type Node = &'a Node<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        <[(Key<'a>, Node<'a>)]>::len(self)
    }

    fn get(&self, key: &String) -> Option<Self::Node> {
        self.iter().find(|(name, _)| name.name == key.as_str()).map(|(_, value)| value)
    }

    fn members(&self) -> Members<'a> {
        Members(self.iter())
    }
}

impl<'a> Array<'a, Yaml> for &'a [Node<'a>] {
    type Node = &'a Node<'a>;
    type ElementsIter = std::slice::Iter<'a, Node<'a>>;

    fn len(&self) -> usize {
        <[Node<'a>]>::len(self)
    }

    fn elements(&self) -> Self::ElementsIter {
        self.iter()
    }
}
