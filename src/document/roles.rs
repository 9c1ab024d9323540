//! `roles:` of the Site: where the application keeps which person has which role, and where.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::owner;
use super::path::{named, to_column};
use super::place;
use crate::program;
use crate::source::Spanned;

/// Where the application keeps which person has which role, and where.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Roles")]
pub struct RolesSyntax {
    /// The table with a row for each role of a person.
    pub table: Spanned<String>,
    /// The path to the person.
    pub owner: Spanned<String>,
    /// The path to the name of the role, as rules call it.
    pub name: Spanned<String>,
    /// The path to the place in which the person has the role; or a column that means a place by the conventions.
    pub place: Spanned<String>,
}

pub(super) fn lower(written: &RolesSyntax, context: &mut Context<'_>) -> Option<program::Roles> {
    let table = context.table(&written.table)?;
    let owner = owner::by_key(table, &written.owner, program::Relation::Owner, context).map(|found| found.path);
    let name = to_column(table, &written.name, context).map(|found| named(table, &found, context));
    context.site_mut().role_names = name.as_ref().map(|name| (name.ends_in.id, name.last.id));
    let places = place::of_column(table, &written.place, context);
    Some(program::Roles {
        table: context.table_name(table),
        owner: owner?,
        name: name?,
        places: places?,
        span: written.table.span,
    })
}
