//! `records` of the Site: what the tool itself writes down about people is personal data like any other. A component
//! that is built in speaks of its tables.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::duration::{Duration, keep_for};
use super::site::Site;
use super::syntax::{Id, Localized};
use crate::database::{self, Vendor};
use crate::diagnostic::Diagnostics;
use crate::program;
use crate::source::{FileId, Spanned};
use crate::sql::Family;

/// What the tool itself writes down about people: who asked for what, who is in a status since when. It is exported with
/// `probate.records`, kept as proof (GDPR Article 5(2)), and removed after a while.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// How people know these records.
    pub title: Spanned<Localized>,
    /// Why they are kept.
    pub purpose: Spanned<Id>,
    /// How long after a request is over.
    pub keep_for: Spanned<Duration>,
}

const COMPONENT: &str = include_str!("../../templates/records/component.yaml");

/// The tables of the tool that hold rows about people, as the `install.sql` of this database makes them.
fn tables(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Sqlite => include_str!("../../templates/records/sqlite.sql"),
        Vendor::Postgres => include_str!("../../templates/records/postgres.sql"),
        Vendor::Mariadb => include_str!("../../templates/records/mariadb.sql"),
    }
}

/// Adds the tool's tables to a schema, where the Site speaks of them.
pub(super) fn add_tables(site: &Site, vendor: Vendor, schema: &mut database::Schema, context: &mut Context<'_>) {
    if site.records.is_none() {
        return;
    }
    let subject = schema.find(&site.subject.table.value).map(|(_, table)| table);
    let key = subject.and_then(|table| table.find(&site.subject.key.value)).map(|(_, column)| column.family);
    let key = match (key, vendor) {
        (Some(Family::Text), Vendor::Mariadb) => "varchar(180) COLLATE utf8mb4_nopad_bin",
        (Some(Family::Text), _) => "text",
        _ => "bigint",
    };
    let text = tables(vendor).replace("{key}", key);
    let file = context.built_in(&format!("(built in) records.{}.sql", vendor.name()), text);
    let Some(file) = file else { return };
    let mut found = Diagnostics::default();
    let own = database::read(context.sources(), file, vendor, &mut found);
    context.found.extend(found.iter().cloned());
    schema.append(own);
}

/// The component that speaks of these tables.
pub(super) fn component(site: &Site, context: &mut Context<'_>) -> Option<FileId> {
    let records = site.records.as_ref()?;
    let title = match &records.title.value {
        Localized::One(text) => quoted(text),
        Localized::Many(texts) => {
            let each = texts.iter().map(|one| format!("{}: {}", quoted(&one.key.value), quoted(&one.value)));
            format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
        }
    };
    let text = COMPONENT
        .replace("{title}", &title)
        .replace("{purpose}", &records.purpose.value.0)
        .replace("{reason}", &quoted("kept as proof of what was asked for and done (GDPR Article 5(2))"));
    context.built_in("(built in) records.yaml", text)
}

/// A text of YAML, as JSON has it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// How long they are kept; `None`: for good.
pub(super) fn kept(site: &Site, context: &mut Context<'_>) -> Option<program::Records> {
    let records = site.records.as_ref()?;
    keep_for(&records.keep_for, context).map(|keep_for| program::Records { keep_for })
}

/// What is wrong with what was written into the component is said where it was written.
pub(super) fn check(site: &Site, built_in: Option<FileId>, context: &mut Context<'_>) {
    let (Some(records), Some(file)) = (&site.records, built_in) else { return };
    context.found.retain(|one| one.span.is_none_or(|span| span.file != file));
    context.purpose(&records.purpose);
    context.text(&records.title);
}
