//! `roles:` of the Site: where the application keeps which person has which role, and where.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::owner;
use super::path::{named, to_column};
use super::place;
use crate::diagnostic::{Code, Diagnostic};
use crate::program;
use crate::source::Spanned;
use crate::sql::Family;

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
    if let Some(name) = &name {
        is_a_name(written, name, context);
    }
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

/// What rules call a role can be compared with what the column holds.
fn is_a_name(written: &RolesSyntax, name: &program::Path, context: &mut Context<'_>) {
    let column = context.schema.table(name.ends_in.id).column(name.last.id);
    if matches!(column.family, Family::Text | Family::Integer) {
        return;
    }
    let title = format!("`{}` holds no names of roles", column.name);
    let diagnostic = Diagnostic::new(Code::ColumnType, written.name.span, title)
        .label(format!("it holds {}", column.family.with_article()))
        .related(column.span, format!("declared as `{}`", column.declared))
        .help("a role is called by a text, or by a whole number");
    context.found(diagnostic);
}
