//! What is not stored here, and that people are told all the same.

use serde::Serialize;

use super::{PurposeId, Text};

#[derive(Debug, Clone, Serialize)]
pub struct Declares {
    /// Others who are sent data, sorted by id.
    pub external: Vec<External>,
    /// Components that store it instead; sorted.
    pub delegates: Vec<String>,
    /// What is gone with the session; sorted.
    pub session: Vec<String>,
    /// Why there is nothing.
    pub nothing: Option<Text>,
}

/// Somebody else who is sent data.
#[derive(Debug, Clone, Serialize)]
pub struct External {
    pub id: String,
    pub title: Text,
    /// What is sent, by name; sorted.
    pub sends: Vec<(String, Text)>,
    pub purpose: Option<PurposeId>,
    pub recipient: String,
    /// ISO 3166.
    pub country: String,
}
