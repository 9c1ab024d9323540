//! `contexts` of the Site, and the `place` of rows: where data lies.

use super::context::Context;
use super::path::{condition_of, named_steps, to_table};
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Named, Path, Step, reaches};
use crate::source::Spanned;

/// A kind of place, as rows look it up.
#[derive(Debug, Clone)]
pub(super) struct KnownPlace {
    pub name: String,
    pub table: TableId,
    pub key: ColumnId,
    /// The larger places that it lies in, by name.
    pub within: Vec<String>,
    /// Names of its clocks.
    pub clocks: Vec<String>,
}

/// A column that means a place wherever it stands: `contextid` names a row of `table`, whose `column` names the place.
#[derive(Debug, Clone)]
pub(super) struct PlaceColumn {
    pub name: String,
    pub table: TableId,
    pub column: ColumnId,
}

/// Whose place is looked for.
#[derive(Clone, Copy)]
pub(super) struct PlaceOf<'p> {
    pub table: TableId,
    /// `place:` of the row or its item.
    pub written: Option<&'p Spanned<String>>,
}

/// The places of a row: as written, the row itself where it is a place, or by the Site's conventions.
pub(super) fn places(of: PlaceOf<'_>, context: &mut Context<'_>) -> Option<Vec<Named<Path>>> {
    match of.written {
        Some(text) => written(of.table, text, context).map(|place| vec![place]),
        None => Some(itself(of.table, context).unwrap_or_else(|| by_convention(of.table, context))),
    }
}

fn written(table: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<Named<Path>> {
    let (steps, end) = to_table(table, text, context)?;
    let found = context.site.places.iter().find(|place| place.table == end).cloned();
    let Some(place) = found else {
        let known: Vec<String> = context.site.places.iter().map(|place| place.name.clone()).collect();
        let name = context.table_name(end).name;
        let help = if known.is_empty() {
            "declare it under `contexts` of the Site".to_owned()
        } else {
            format!("a place is one of the Site's contexts: {}", known.join(", "))
        };
        let diagnostic = Diagnostic::new(Code::NoPlace, text.span, format!("`{name}` is no place"))
            .label("leads to a table that no context has")
            .help(help);
        context.lacking(diagnostic);
        return None;
    };
    let path = Path {
        steps: named_steps(table, &steps, context),
        last: context.column_name(end, place.key),
        ends_in: context.table_name(end),
    };
    Some(Named { name: place.name, value: path })
}

fn itself(table: TableId, context: &Context<'_>) -> Option<Vec<Named<Path>>> {
    let place = context.site.places.iter().find(|place| place.table == table)?;
    let path =
        Path { steps: Vec::new(), last: context.column_name(table, place.key), ends_in: context.table_name(table) };
    Some(vec![Named { name: place.name.clone(), value: path }])
}

fn by_convention(table: TableId, context: &Context<'_>) -> Vec<Named<Path>> {
    let Some((column, convention)) = place_column(table, context) else { return Vec::new() };
    let schema = &context.schema;
    let first =
        schema.relations_from(table).find(|one| one.columns.as_slice() == [column] && one.to == convention.table);
    let Some([key]) = first.map(|relation| relation.keys.as_slice()) else { return Vec::new() };
    let into = Step::over(
        context.column_name(table, column),
        context.table_name(convention.table),
        context.column_name(convention.table, *key),
    );
    let further = schema.relations_from(convention.table).filter(|one| one.columns.as_slice() == [convention.column]);
    let mut found = Vec::new();
    for relation in further {
        let place = context
            .site
            .places
            .iter()
            .find(|place| relation.keys.as_slice() == [place.key] && relation.to == place.table);
        let Some(place) = place else { continue };
        let key = context.column_name(place.table, place.key);
        let column = context.column_name(convention.table, convention.column);
        let step = Step {
            before: relation.when.as_ref().map(condition_of),
            ..Step::over(column, context.table_name(place.table), key.clone())
        };
        let path = Path { steps: vec![into.clone(), step], last: key, ends_in: context.table_name(place.table) };
        found.push(Named { name: place.name.clone(), value: path });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// The places that a column or a path leads to.
pub(super) fn of_column(table: TableId, text: &Spanned<String>, context: &mut Context<'_>) -> Option<Vec<Named<Path>>> {
    let by_convention_alone = place_column(table, context).filter(|(_, one)| one.name == text.value);
    match by_convention_alone {
        Some(_) => Some(by_convention(table, context)),
        None => written(table, text, context).map(|place| vec![place]),
    }
}

/// Whether places of one kind are, or lie in, places of another.
pub(super) fn lies_in(place: &str, larger: &str, context: &Context<'_>) -> bool {
    reaches(place, larger, |name| {
        let known = context.site.places.iter().find(|one| one.name == name);
        known.into_iter().flat_map(|one| &one.within).map(String::as_str).collect::<Vec<_>>()
    })
}

/// The column of a table that names its place by the Site's conventions.
pub(super) fn place_column(table: TableId, context: &Context<'_>) -> Option<(ColumnId, PlaceColumn)> {
    context.site.place_columns.iter().find_map(|convention| {
        let (column, _) = context.schema.table(table).find(&convention.name)?;
        (table != convention.table).then(|| (column, convention.clone()))
    })
}
