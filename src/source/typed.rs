//! The tree as serde sees it, with one addition: a [`Spanned`] field learns where it was written.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::yaml::{Key, Node, Value};
use super::{FileId, Span, Spanned};

/// Why a tree that the schema accepted did not become a typed document.
#[derive(Debug)]
pub struct Mismatch(pub String);

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Mismatch {}

impl de::Error for Mismatch {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// # Errors
/// The tree is not of the type's shape; the type's JSON Schema finds that first.
pub fn read<T: de::DeserializeOwned>(file: FileId, node: &Node<'_>) -> Result<T, Mismatch> {
    T::deserialize(Reader { file, node })
}

const SPANNED: &str = "$probate::Spanned";

#[derive(Clone, Copy)]
struct Reader<'t, 's> {
    file: FileId,
    node: &'t Node<'s>,
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Int(value) => visitor.visit_i64(*value),
            Value::Float(value) => visitor.visit_f64(*value),
            Value::Text(value) => visitor.visit_str(value),
            Value::List(items) => visitor.visit_seq(Elements { file: self.file, left: items.iter() }),
            Value::Map(entries) => visitor.visit_map(Pairs { file: self.file, left: entries.iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if matches!(self.node.value, Value::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        if name != SPANNED {
            return self.deserialize_any(visitor);
        }
        let place = Place { file: self.file, range: self.node.range.clone() };
        visitor.visit_seq(SpannedParts { place: Some(place), value: Some(self) })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        match &self.node.value {
            Value::Text(name) => visitor.visit_enum(name.as_ref().into_deserializer()),
            Value::Map(entries) => visitor.visit_enum(de::value::MapAccessDeserializer::new(Pairs {
                file: self.file,
                left: entries.iter(),
                value: None,
            })),
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::List(_) => {
                Err(Mismatch("a word or a map was expected".to_owned()))
            }
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

struct Elements<'t, 's> {
    file: FileId,
    left: std::slice::Iter<'t, Node<'s>>,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        self.left.next().map(|node| seed.deserialize(Reader { file: self.file, node })).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.len())
    }
}

struct Pairs<'t, 's> {
    file: FileId,
    left: std::slice::Iter<'t, (Key<'s>, Node<'s>)>,
    value: Option<&'t Node<'s>>,
}

impl<'de> MapAccess<'de> for Pairs<'_, '_> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mismatch> {
        let Some((key, value)) = self.left.next() else { return Ok(None) };
        self.value = Some(value);
        let node = Node { range: key.range.clone(), value: Value::Text(Cow::Borrowed(key.name.as_ref())) };
        seed.deserialize(Reader { file: self.file, node: &node }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mismatch> {
        let node = self.value.take().ok_or_else(|| Mismatch("a value without its key".to_owned()))?;
        seed.deserialize(Reader { file: self.file, node })
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.len())
    }
}

struct Place {
    file: FileId,
    range: std::ops::Range<u32>,
}

/// A spanned value is handed over as three parts: file, range, the value itself.
struct SpannedParts<'t, 's> {
    place: Option<Place>,
    value: Option<Reader<'t, 's>>,
}

impl<'de> SeqAccess<'de> for SpannedParts<'_, '_> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        if let Some(place) = self.place.take() {
            let parts = [place.file.0, place.range.start, place.range.end];
            return seed.deserialize(de::value::SeqDeserializer::new(parts.into_iter())).map(Some);
        }
        self.value.take().map(|value| seed.deserialize(value)).transpose()
    }
}

impl<'de, T: de::Deserialize<'de>> de::Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(SPANNED, &["place", "value"], SpannedVisitor(PhantomData))
    }
}

struct SpannedVisitor<T>(PhantomData<T>);

impl<'de, T: de::Deserialize<'de>> Visitor<'de> for SpannedVisitor<T> {
    type Value = Spanned<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value from a project's file")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let missing = || de::Error::custom("a value without its place");
        let [file, start, end]: [u32; 3] = parts.next_element()?.ok_or_else(missing)?;
        let value = parts.next_element()?.ok_or_else(missing)?;
        Ok(Spanned { value, span: Span { file: FileId(file), start, end } })
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<T>()
    }
}

/// A map in the order in which it was written, whose keys know their place.
#[derive(Clone, Debug)]
pub struct Entry<V> {
    pub key: Spanned<String>,
    pub value: V,
}

/// See [`Entry`]. A duplicate key has been refused before.
#[derive(Clone, Debug)]
pub struct Map<V>(pub Vec<Entry<V>>);

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Map<V> {
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<V>> {
        self.0.iter()
    }
}

impl<'a, V> IntoIterator for &'a Map<V> {
    type Item = &'a Entry<V>;
    type IntoIter = std::slice::Iter<'a, Entry<V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'de, V: de::Deserialize<'de>> de::Deserialize<'de> for Map<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OrderedVisitor(PhantomData))
    }
}

struct OrderedVisitor<V>(PhantomData<V>);

impl<'de, V: de::Deserialize<'de>> Visitor<'de> for OrderedVisitor<V> {
    type Value = Map<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::with_capacity(map.size_hint().unwrap_or(0));
        while let Some((key, value)) = map.next_entry()? {
            entries.push(Entry { key, value });
        }
        Ok(Map(entries))
    }
}

impl<V: schemars::JsonSchema> schemars::JsonSchema for Map<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("MapOf{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let values = generator.subschema_for::<V>();
        schemars::json_schema!({ "type": "object", "additionalProperties": values })
    }
}
