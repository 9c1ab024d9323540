//! `meanwhile:` of a retention rule: what is written into rows that only a duty keeps, because it does not need it.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::purge::{About, overwritten};
use super::value::{ValueSyntax, refused};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::TableName;
use crate::source::Spanned;
use crate::source::typed::Map;
use crate::strategy::Assignment;

/// What is written into rows that only the duty keeps.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meanwhile {
    /// Columns, and what each gets, in every table of the items that has them.
    #[schemars(extend("minProperties" = 1))]
    pub overwrite: Map<Spanned<ValueSyntax>>,
}

/// By table; a column that no table of the items has is an error.
pub(super) fn lower(
    written: &Spanned<Meanwhile>,
    tables: &BTreeSet<TableName>,
    context: &mut Context<'_>,
) -> Vec<(TableName, Vec<Assignment>)> {
    let all = &written.value.overwrite;
    for entry in all {
        let is_column = |table: &TableName| context.schema.table(table.id).find(&entry.key).is_some();
        if !tables.is_empty() && !tables.iter().any(is_column) {
            let names = tables.iter().flat_map(|table| context.schema.table(table.id).column_names());
            let title = format!("no table of these items has a column `{}`", entry.key.value);
            let diagnostic = Diagnostic::new(Code::UnknownColumn, entry.key.span, title);
            let diagnostic = diagnostic.label("no such column").nearest(&entry.key, names);
            context.found(diagnostic);
        }
    }
    let mut found = Vec::new();
    for table in tables {
        let here = all.iter().filter(|entry| context.schema.table(table.id).find(&entry.key).is_some());
        let here = Map(here.cloned().collect());
        if here.0.is_empty() {
            continue;
        }
        let about = About::person(table.id, None, &[]);
        let Some(overwrite) = overwritten(&about, &here, context) else { continue };
        let wrong = refused(table.id, &overwrite.set, context);
        context.found.extend(wrong);
        found.push((table.clone(), overwrite.set));
    }
    found
}
