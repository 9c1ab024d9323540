//! What is not stored here, and that people are told all the same.

use serde::Serialize;

use super::{ExportType, Program, PurposeId, Text};

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

/// What is declared by the components of which an export type takes something, by those that store nothing and so can
/// be in no type, and by the items that it takes; by the name of what declares it.
pub fn elsewhere<'p>(
    program: &'p Program,
    export_type: &'p ExportType,
) -> impl Iterator<Item = (&'p str, &'p Text, &'p Declares)> {
    let taken = move || export_type.items.iter().filter_map(|id| program.item(*id));
    let components = program.components.iter().filter(move |component| {
        let of_component = |name: &str| name.split_once('.').is_some_and(|(of, _)| of == component.id);
        let is_empty = !program.items.iter().any(|item| of_component(&item.name));
        is_empty || taken().any(|item| of_component(&item.name))
    });
    let components = components.filter_map(|one| Some((one.id.as_str(), &one.title, one.declares.as_ref()?)));
    let items = taken().filter_map(|item| Some((item.name.as_str(), &item.title, item.declares.as_ref()?)));
    components.chain(items)
}
