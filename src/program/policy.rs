//! What people are told and asked.

use serde::Serialize;

use super::{PurposeId, Text};
use crate::source::Span;

#[derive(Debug, Serialize)]
pub struct Policy {
    pub id: String,
    pub kind: PolicyKind,
    pub title: Text,
    pub audience: Audience,
    pub versions: Vec<Version>,
    #[serde(skip)]
    pub span: Span,
}

impl Policy {
    /// The one version that people are shown now.
    pub fn published(&self) -> Option<&Version> {
        self.versions.iter().find(|version| version.status == VersionStatus::Published)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyKind {
    Privacy,
    Terms,
    Integrity,
    ThirdParty,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Everyone,
    Guests,
    Users,
}

#[derive(Debug, Serialize)]
pub struct Version {
    /// As it is written; `2` and `2.0` are two names.
    pub version: String,
    pub status: VersionStatus,
    /// ISO 8601 date.
    pub effective: Option<String>,
    pub change: Option<Change>,
    pub whats_new: Option<Text>,
    /// Markdown.
    pub text: Text,
    pub questions: Vec<Question>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionStatus {
    Draft,
    Published,
    Archived,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Material,
    Editorial,
}

/// A statement that people answer.
#[derive(Debug, Serialize)]
pub struct Question {
    pub id: String,
    pub asks: Asks,
    pub purpose: Option<PurposeId>,
    pub required: bool,
    pub text: Text,
    pub agree: Text,
    pub decline: Text,
    pub declined: Option<Text>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    Agreement,
    Acknowledgement,
    Consent,
}
