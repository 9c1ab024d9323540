//! `defaults` and `impersonal` of the Site: what is so where nobody says otherwise. Checked when all documents are known.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Kind;
use super::context::Context;
use super::syntax::{Id, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Item, Part, PurgeType, TableName, Text, Use};
use crate::source::typed::{Entry, Map};
use crate::source::{Span, Spanned};

/// What holds for everybody where nothing else is said.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Defaults {
    /// For a status the purge type that its script asks for, for whoever comes into it.
    #[serde(default)]
    pub purge: Map<Spanned<Id>>,
    /// Whether people may export their own data at all; default `false`.
    pub self_export: Option<bool>,
}

pub(super) fn defaults(
    written: Option<&Defaults>,
    types: &[PurgeType],
    context: &mut Context<'_>,
) -> program::Defaults {
    let Some(written) = written else { return program::Defaults::default() };
    let mut purge: Vec<(usize, String)> = written.purge.iter().filter_map(|one| default(one, types, context)).collect();
    purge.sort();
    program::Defaults { purge, self_export: written.self_export.unwrap_or(false) }
}

fn default(written: &Entry<Spanned<Id>>, types: &[PurgeType], context: &mut Context<'_>) -> Option<(usize, String)> {
    let status = context.status(&Spanned::new(Id(written.key.value.clone()), written.key.span));
    let name = &written.value.value.0;
    let Some(found) = types.iter().find(|one| one.id == *name) else {
        // One that could not be lowered has said why.
        let incomplete = context.broken.contains(&Kind::PurgeType) || context.faulty_types.contains(name);
        if !incomplete {
            let title = format!("there is no purge type `{name}`");
            let diagnostic = Diagnostic::new(Code::UnknownName, written.value.span, title).label("not declared");
            context.found(diagnostic.nearest(name, types.iter().map(|one| one.id.as_str())));
        }
        return None;
    };
    let status = status?;
    let fault = unfit(found, status, written, context);
    let sound = fault.is_none();
    context.found.extend(fault);
    sound.then(|| (status, name.clone()))
}

fn unfit(found: &PurgeType, status: usize, written: &Entry<Spanned<Id>>, context: &Context<'_>) -> Option<Diagnostic> {
    let wanted = &written.key.value;
    let (label, help) = if found.status != status {
        let of = context.statuses.get(found.status).map_or("", String::as_str);
        (format!("is for the status `{of}`"), format!("name a type with `status: {wanted}`"))
    } else if !found.uses.contains(&Use::Automatic) {
        ("nobody may ask for it automatically".to_owned(), "add `automatic` to its `use`".to_owned())
    } else {
        return None;
    };
    let title = format!("the purge type `{}` cannot be the default of `{wanted}`", found.id);
    let diagnostic = Diagnostic::new(Code::BadDefault, written.value.span, title);
    Some(diagnostic.label(label).related(found.span, "the type").help(help))
}

/// Sorted by name.
pub(super) fn impersonal(
    written: &Map<Spanned<Localized>>,
    items: &[Item],
    context: &mut Context<'_>,
) -> Vec<(TableName, Text)> {
    let mut found = Vec::new();
    for one in written {
        let text = context.text(&one.value);
        let Some(table) = context.table(&one.key) else { continue };
        let table = context.table_name(table);
        if let Some((item, at)) = items.iter().find_map(|item| Some((item, held(item, &table)?))) {
            let title =
                format!("`{}` is declared impersonal, and the item `{}` holds rows of it", table.name, item.name);
            let diagnostic = Diagnostic::new(Code::ImpersonalRows, one.key.span, title);
            context.found(
                diagnostic
                    .label("holds no personal data, it says here")
                    .related(at, "somebody's rows")
                    .help("remove the table here, or the entry from the item"),
            );
        }
        found.push((table, text));
    }
    found.sort_by(|a, b| a.0.name.cmp(&b.0.name));
    found
}

/// Where an item holds rows of a table.
fn held(item: &Item, table: &TableName) -> Option<Span> {
    fn of_part(part: &Part, table: &TableName) -> Option<Span> {
        let own = (part.table == *table).then_some(part.span);
        own.or_else(|| part.parts.iter().find_map(|part| of_part(part, table)))
    }
    item.entries.iter().find_map(|entry| {
        let own = (entry.table == *table).then_some(entry.span);
        own.or_else(|| entry.parts.iter().find_map(|part| of_part(part, table)))
    })
}
