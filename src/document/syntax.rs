//! Forms that several kinds share: ids, human texts, plain values.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};

/// How a text must look, for the schema and for whoever wrote another.
pub(super) struct Form {
    pub pattern: &'static str,
    pub description: &'static str,
    pub example: &'static str,
    /// Names can be proposed from what was written instead.
    pub is_name: bool,
}

/// A text with a form, which the JSON Schema checks.
macro_rules! forms {
    ($($name:ident, $description:literal, $pattern:literal, $example:literal, $is_name:literal;)*) => {
        pub(super) const FORMS: &[Form] = &[$(
            Form { pattern: $pattern, description: $description, example: $example, is_name: $is_name },
        )*];

        $(
        #[doc = $description]
        #[derive(Debug, Clone, Default, serde::Deserialize)]
        pub struct $name(pub String);

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "description": $description, "pattern": $pattern, "examples": [$example]})
            }
        }
        )*
    };
}

forms! {
    Id, "a name: small letters, digits, `_` and `-`, beginning with a letter", r"^[a-z][a-z0-9_-]*$", "forum-posts", true;
    Locale, "a language code in small letters, as in BCP 47", r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "de", false;
    DataCategory, "a category of the Fideslang taxonomy", r"^[a-z_]+(\.[a-z_]+)*$", "user.contact.email", false;
    Day, "a day: year, month and day", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-12-01", false;
    VersionName, "the name of a version: letters, digits, `.`, `_` and `-`", r"^[A-Za-z0-9][A-Za-z0-9._-]*$", "2", false;
    ItemPattern, "an item as `component.item`, or a pattern in which `*` is any run of characters", r"^[a-z0-9_.*-]+$", "notes.*", false;
    Country, "the ISO 3166 code of a country: two capital letters", r"^[A-Z]{2}$", "IE", false;
}

impl Day {
    /// The day, where the calendar has it.
    pub(super) fn date(&self, at: Span, context: &mut Context<'_>) -> Option<String> {
        if self.0.parse::<jiff::civil::Date>().is_ok() {
            return Some(self.0.clone());
        }
        let diagnostic = Diagnostic::new(Code::InvalidFormat, at, format!("`{}` is not a day of the calendar", self.0));
        let help = "days are written year, month, day, for example `2026-12-01`";
        context.found(diagnostic.label("no such day").help(help));
        None
    }
}

/// Human text: one string in the default locale, or one for each locale.
#[derive(Debug, Clone)]
pub enum Localized {
    One(String),
    Many(Map<Spanned<String>>),
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LocalizedVisitor;
        impl<'de> Visitor<'de> for LocalizedVisitor {
            type Value = Localized;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a text for each locale")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Localized, E> {
                Ok(Localized::One(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Localized, A::Error> {
                Map::deserialize(de::value::MapAccessDeserializer::new(map)).map(Localized::Many)
            }
        }
        deserializer.deserialize_any(LocalizedVisitor)
    }
}

impl JsonSchema for Localized {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Human text: a string in the default locale, or a map of locales.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}},
            ],
        })
    }
}

/// A plain value, as it goes into a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ScalarVisitor;
        impl Visitor<'_> for ScalarVisitor {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a plain value")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Scalar, E> {
                Ok(Scalar::Null)
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar::Bool(value))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar::Int(value))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Scalar, E> {
                Ok(Scalar::Float(value))
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Scalar, E> {
                Ok(Scalar::Text(value.to_owned()))
            }
        }
        deserializer.deserialize_any(ScalarVisitor)
    }
}

impl JsonSchema for Scalar {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A plain value: a text, a number, true, false or null.",
            "type": ["string", "number", "boolean", "null"],
        })
    }
}

/// One thing, or a list of them.
#[derive(Debug, Clone)]
pub enum WordOrMap<T> {
    Word(String),
    Map(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for WordOrMap<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordOrMapVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for WordOrMapVisitor<T> {
            type Value = WordOrMap<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word or a map")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(WordOrMap::Word(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(de::value::MapAccessDeserializer::new(map)).map(WordOrMap::Map)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                T::deserialize(de::value::SeqAccessDeserializer::new(list)).map(WordOrMap::Map)
            }
        }
        deserializer.deserialize_any(WordOrMapVisitor(std::marker::PhantomData))
    }
}

/// Which items a type takes.
#[derive(Debug, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Items {
    /// Items and patterns that are taken.
    #[schemars(length(min = 1))]
    pub include: Vec<Spanned<ItemPattern>>,
    /// Items and patterns that are left out again.
    #[serde(default)]
    pub exclude: Vec<Spanned<ItemPattern>>,
}
