//! `kind: Purpose`: why data is processed, and on what ground.

use std::borrow::Cow;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::syntax::{Country, Id, Localized, WordOrMap};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, LawfulBasis, PurposeId, Recipient};
use crate::source::Spanned;

/// Why data is processed, and on what ground.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// What kind of document this is.
    #[schemars(extend("const" = "Purpose"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// What people are told about it.
    pub description: Option<Spanned<Localized>>,
    /// What makes the processing lawful (GDPR Article 6, or another law).
    #[schemars(length(min = 1))]
    pub lawful_basis: Vec<Spanned<BasisSyntax>>,
    /// What allows special categories of data (GDPR Article 9(2), or another law).
    #[serde(default)]
    pub special_category: Vec<Spanned<BasisSyntax>>,
    /// Who receives the data (GDPR Article 13(1)(e)).
    #[serde(default)]
    pub recipients: Vec<RecipientSyntax>,
}

#[derive(Debug, Clone)]
pub struct BasisSyntax(WordOrMap<OtherLaw>);

/// An article of a law other than the GDPR.
#[derive(Debug, Clone, Deserialize)]
pub struct OtherLaw {
    law: String,
    article: String,
}

impl<'de> Deserialize<'de> for BasisSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for BasisSyntax {
    fn schema_name() -> Cow<'static, str> {
        "LawfulBasis".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An article: `gdpr.6.1.a` to `gdpr.6.1.f`, `gdpr.9.2.a` to `gdpr.9.2.j`, or `{law: …, article: …}` of any other law.",
            "examples": ["gdpr.6.1.b", {"law": "UK Data Protection Act 2018", "article": "8"}],
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "required": ["law", "article"],
                    "additionalProperties": false,
                    "properties": {
                        "law": {"type": "string", "minLength": 1, "description": "The law, as it is cited."},
                        "article": {"type": "string", "minLength": 1, "description": "Its article or section."},
                    },
                },
            ],
        })
    }
}

/// Who receives the data.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Recipient")]
pub struct RecipientSyntax {
    /// Who it is, as people know them.
    #[schemars(length(min = 1))]
    pub name: String,
    /// ISO 3166 code of the country where the recipient processes the data.
    pub country: Option<Country>,
}

/// A purpose by itself.
pub(super) struct Lowered {
    id: Spanned<Id>,
    purpose: program::Purpose,
}

/// Needs the Site, and no other document.
pub(super) fn lower(purpose: &Purpose, context: &mut Context<'_>) -> Lowered {
    let recipients = purpose.recipients.iter().map(|recipient| Recipient {
        name: recipient.name.clone(),
        country: recipient.country.as_ref().map(|country| country.0.clone()),
    });
    let purpose_itself = program::Purpose {
        id: purpose.id.value.0.clone(),
        title: context.text(&purpose.title),
        description: context.optional_text(purpose.description.as_ref()),
        lawful_basis: bases(&purpose.lawful_basis, "gdpr.6.1.", 'f', context),
        special_category: bases(&purpose.special_category, "gdpr.9.2.", 'j', context),
        recipients: recipients.collect(),
        span: purpose.kind.span,
    };
    Lowered { id: purpose.id.clone(), purpose: purpose_itself }
}

/// All purposes, sorted; from here on other documents find them by their ids.
pub(super) fn all(lowered: Vec<Lowered>, context: &mut Context<'_>) -> Vec<program::Purpose> {
    context.unique_ids("Purpose", lowered.iter().map(|one| &one.id));
    let mut purposes: Vec<program::Purpose> = lowered.into_iter().map(|one| one.purpose).collect();
    purposes.sort_by(|a, b| a.id.cmp(&b.id));
    let ids = purposes.iter().enumerate().map(|(index, purpose)| (purpose.id.clone(), PurposeId(index)));
    context.purposes = Arc::new(ids.collect());
    purposes
}

/// Articles of the GDPR are checked to exist and to belong here; other laws are taken as written.
fn bases(written: &[Spanned<BasisSyntax>], prefix: &str, last: char, context: &mut Context<'_>) -> Vec<LawfulBasis> {
    let mut bases = Vec::new();
    for basis in written {
        match &basis.value.0 {
            WordOrMap::Map(other) => bases.push(LawfulBasis { law: other.law.clone(), article: other.article.clone() }),
            WordOrMap::Word(word) => {
                let letter = word.strip_prefix(prefix).and_then(|rest| {
                    let mut letters = rest.chars();
                    letters.next().filter(|_| letters.next().is_none())
                });
                if letter.is_some_and(|letter| ('a'..=last).contains(&letter)) {
                    bases.push(LawfulBasis {
                        law: "gdpr".to_owned(),
                        article: word.trim_start_matches("gdpr.").to_owned(),
                    });
                } else {
                    context.found(
                        Diagnostic::new(
                            Code::InvalidValue,
                            basis.span,
                            format!("`{word}` is no ground that this key can name"),
                        )
                        .label(format!("`{prefix}a` to `{prefix}{last}` are known"))
                        .help("another law is written `{law: …, article: …}`"),
                    );
                }
            }
        }
    }
    bases
}
