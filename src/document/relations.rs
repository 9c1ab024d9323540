//! `relations` and `references` of a Site: what rows refer to where the database declares nothing.

use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::relation_file;
use super::site::Site;
use super::syntax::WordOrMap;
use crate::database::{self, Clash, Column, ColumnId, Conditional, Relation, Resolved, TableId, same_kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::typed::{Entry, Map};
use crate::source::{FileId, Span, Spanned};
use crate::sql::{Expr, Family, Literal};

/// A file of relations, or one relation.
#[derive(Debug, Clone)]
pub struct RelationSyntax(WordOrMap<OneRelation>);

/// `{from: mdl_quiz.course, to: mdl_course.id}`
#[derive(Debug, Clone, Deserialize)]
pub struct OneRelation {
    from: Spanned<String>,
    to: Spanned<String>,
    name: Option<Spanned<String>>,
    reverse: Option<Spanned<String>>,
    when: Option<Spanned<String>>,
}

impl<'de> Deserialize<'de> for RelationSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for RelationSyntax {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Relation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = |description: &str| json_schema!({"type": "string", "minLength": 1, "description": description});
        json_schema!({
            "description": "What rows of one table refer to: a CSV file with the header `table,columns,ref_table,ref_columns,name,reverse,when` (the last three may be absent), or one relation.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "required": ["from", "to"],
                    "additionalProperties": false,
                    "properties": {
                        "from": text("The column that refers, as `table.column`; several are joined by `|`: `table.one|other`."),
                        "to": text("The column that it refers to, as `table.column`."),
                        "name": text("How a path names the step, besides the column."),
                        "reverse": text("How a path names the step back."),
                        "when": text("A condition over the columns of the table: only these rows refer."),
                    },
                },
            ],
        })
    }
}

/// What a column refers to, by a value in its row.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The column of the same table that decides.
    pub by: Spanned<String>,
    /// For each of its values the column that is referred to, as `table.column`.
    #[schemars(extend("minProperties" = 1))]
    pub to: Map<Spanned<String>>,
}

/// One relation as it is written, in YAML or in a row of a file.
pub(super) struct Declared {
    pub table: Spanned<String>,
    pub columns: Vec<Spanned<String>>,
    pub to_table: Spanned<String>,
    pub keys: Vec<Spanned<String>>,
    pub name: Option<Spanned<String>>,
    pub reverse: Option<Spanned<String>>,
    pub when: Option<Spanned<String>>,
    pub span: Span,
}

/// Adds to the schema what the Site declares.
pub(super) fn lower(site: &Site, context: &mut Context<'_>) {
    let mut conditions: Vec<(usize, TableId, Spanned<String>)> = Vec::new();
    for one in &site.relations {
        match &one.value.0 {
            WordOrMap::Word(path) => {
                let Some(file) = context.read(path, one.span) else { continue };
                conditions.extend(listed(file, one.span, context));
            }
            WordOrMap::Map(written) => {
                let Some(declared) = inline(written, context) else { continue };
                conditions.extend(declare(&declared, context));
            }
        }
    }
    for reference in &site.references {
        reference_of(reference, context);
    }
    // WHY: only now, since a condition may follow any relation.
    for (relation, table, when) in conditions {
        match database::condition(context.sources(), &context.schema, table, &when) {
            Ok(resolved) => Arc::make_mut(&mut context.schema).narrow(relation, resolved),
            Err(found) => context.found.extend(found),
        }
    }
}

/// The relations of a file; returns their conditions.
fn listed(file: FileId, named: Span, context: &mut Context<'_>) -> Vec<(usize, TableId, Spanned<String>)> {
    let before = context.found.len();
    let mut conditions = Vec::new();
    for declared in relation_file::read(file, named, context) {
        conditions.extend(declare(&declared, context));
        if context.found.len() - before >= relation_file::MANY {
            if let Some(last) = context.found.last_mut() {
                last.notes.push("the rest of the file is not read".to_owned());
            }
            break;
        }
    }
    conditions
}

fn inline(written: &OneRelation, context: &mut Context<'_>) -> Option<Declared> {
    let (from, to) = (split(&written.from, context), split(&written.to, context));
    let ((table, columns), (to_table, keys)) = (from?, to?);
    Some(Declared {
        table,
        columns,
        to_table,
        keys,
        name: written.name.clone(),
        reverse: written.reverse.clone(),
        when: written.when.clone(),
        span: written.from.span,
    })
}

/// `table.column`, or `table.one|other`, each with its place.
fn split(written: &Spanned<String>, context: &mut Context<'_>) -> Option<(Spanned<String>, Vec<Spanned<String>>)> {
    let Some((table, columns)) =
        written.rsplit_once('.').filter(|(table, columns)| !table.is_empty() && !columns.is_empty())
    else {
        let title = format!("`{}` names no column of a table", written.value);
        let diagnostic = Diagnostic::new(Code::InvalidFormat, written.span, title)
            .label("a table and a column are expected")
            .help("write it as `table.column`");
        context.found(diagnostic);
        return None;
    };
    let place = |range: std::ops::Range<usize>| context.sources().inside(written, range);
    let table_part = Spanned::new(table.to_owned(), place(0..table.len()));
    Some((table_part, columns_of(written, table.len() + 1, columns, context)))
}

/// Columns joined by `|`, which stand at `start` of a text.
pub(super) fn columns_of(
    written: &Spanned<String>,
    start: usize,
    columns: &str,
    context: &Context<'_>,
) -> Vec<Spanned<String>> {
    let mut at = start;
    let part = |column: &str| {
        let span = context.sources().inside(written, at..at + column.len());
        at += column.len() + 1;
        Spanned::new(column.to_owned(), span)
    };
    columns.split('|').map(part).collect()
}

/// Adds one relation; returns the condition that is to be read when all are known.
fn declare(declared: &Declared, context: &mut Context<'_>) -> Option<(usize, TableId, Spanned<String>)> {
    let (from, to) = (context.table(&declared.table), context.table(&declared.to_table));
    let columns = from.map(|table| columns_in(table, &declared.columns, context));
    let keys = to.map(|table| columns_in(table, &declared.keys, context));
    let (from, to, columns, keys) = (from?, to?, columns??, keys??);
    if let Some(diagnostic) = unfit(declared, (from, &columns), (to, &keys), context) {
        context.found(diagnostic);
        return None;
    }
    let own = if let [only] = columns.as_slice() { Some(*only) } else { None };
    let name = step_name(declared.name.as_ref(), from, own, context);
    let reverse = step_name(declared.reverse.as_ref(), to, None, context);
    let conditional = if declared.when.is_some() { Conditional::Yes } else { Conditional::No };
    let relation = Relation { from, columns, to, keys, name, reverse, when: None, span: declared.span };
    match Arc::make_mut(&mut context.schema).declare(relation, conditional) {
        Ok(at) => declared.when.clone().map(|when| (at, from, when)),
        Err(clash) => {
            let diagnostic = clashing(declared, &clash);
            context.found(diagnostic);
            None
        }
    }
}

fn clashing(declared: &Declared, clash: &Clash) -> Diagnostic {
    let (Clash::Taken { name, .. } | Clash::Renamed { name, .. }) = clash;
    let place = [&declared.name, &declared.reverse].into_iter().flatten().find(|written| *written.value == **name);
    let span = place.map_or(declared.span, |name| name.span);
    match clash {
        Clash::Taken { first, .. } => {
            Diagnostic::new(Code::BadRelation, span, format!("a second relation is called `{name}`"))
                .label("a path through it could lead to two places")
                .related(*first, "the first one")
                .help("give one of the two another name")
        }
        Clash::Renamed { before, .. } => {
            Diagnostic::new(Code::BadRelation, span, format!("one relation is called `{before}` and `{name}`"))
                .label("named otherwise before")
                .help("declare the relation once")
        }
    }
}

fn columns_in(table: TableId, names: &[Spanned<String>], context: &mut Context<'_>) -> Option<Vec<ColumnId>> {
    // Every one is looked up, so that all that are wrong are said.
    let found: Vec<Option<ColumnId>> = names.iter().map(|name| context.column(table, name)).collect();
    found.into_iter().collect()
}

/// Why the columns of the two sides cannot be equal.
fn unfit(
    declared: &Declared,
    (from, columns): (TableId, &[ColumnId]),
    (to, keys): (TableId, &[ColumnId]),
    context: &Context<'_>,
) -> Option<Diagnostic> {
    if columns.len() != keys.len() {
        let title = format!("the relation has {} on one side and {} on the other", count(columns), count(keys));
        return Some(
            Diagnostic::new(Code::BadRelation, declared.span, title)
                .label("every column refers to one of the key")
                .help("name as many columns as the key has, in its order, joined by `|`"),
        );
    }
    let schema = &context.schema;
    let pairs = columns.iter().zip(keys).zip(&declared.columns);
    let (column, key, place) = pairs
        .map(|((column, key), place)| (schema.table(from).column(*column), schema.table(to).column(*key), place))
        .find(|(column, key, _)| !comparable(column, key))?;
    let title = format!("column `{}` cannot refer to `{}.{}`", column.name, schema.table(to).name, key.name);
    Some(
        Diagnostic::new(Code::ColumnType, place.span, title)
            .label(format!("{} on this side, {} on the other", column.family.with_article(), key.family.with_article()))
            .related(column.span, format!("declared as `{}`", column.declared))
            .related(key.span, format!("declared as `{}`", key.declared))
            .help("name the column that holds the key's values"),
    )
}

fn count(columns: &[ColumnId]) -> String {
    if columns.len() == 1 { "one column".to_owned() } else { format!("{} columns", columns.len()) }
}

/// Types that are not converted (UUIDs, for one) can still be equal among themselves.
fn comparable(column: &Column, key: &Column) -> bool {
    same_kind(column.family, key.family)
        || column.family == Family::Other
            && key.family == Family::Other
            && column.declared.eq_ignore_ascii_case(&key.declared)
}

/// A name that can stand in a path, and that is no other column of the table it starts from.
pub(super) fn step_name(
    name: Option<&Spanned<String>>,
    table: TableId,
    own: Option<ColumnId>,
    context: &mut Context<'_>,
) -> Option<Arc<str>> {
    let name = name?;
    let mut chars = name.chars();
    let is_word = chars.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_');
    let found = context.schema.table(table).find(name).filter(|(column, _)| Some(*column) != own);
    let diagnostic = if !is_word {
        let title = format!("`{}` cannot be the name of a step in a path", name.value);
        Diagnostic::new(Code::InvalidFormat, name.span, title)
            .label("letters, digits and `_` are expected")
            .help("a path is written like `quiz.course.category`: choose one word")
    } else if let Some((_, column)) = found {
        let table = &context.schema.table(table).name;
        let title = format!("the relation is called like the column `{table}.{}`", column.name);
        Diagnostic::new(Code::BadRelation, name.span, title)
            .label("a path through it could lead to two places")
            .related(column.span, "the column")
            .help("give the relation another name")
    } else {
        return Some(name.as_str().into());
    };
    context.found(diagnostic);
    None
}

/// One relation for each value of the deciding column, which narrows it.
fn reference_of(reference: &Entry<Spanned<Reference>>, context: &mut Context<'_>) {
    let Some((table, columns)) = split(&reference.key, context) else { return };
    let Some(from) = context.table(&table) else { return };
    let (columns_found, by) = (columns_in(from, &columns, context), context.column(from, &reference.value.value.by));
    let (Some(found), Some(by)) = (columns_found, by) else { return };
    for entry in &reference.value.value.to {
        let Some((to_table, keys)) = split(&entry.value, context) else { continue };
        let Some(to) = context.table(&to_table) else { continue };
        let Some(keys_found) = columns_in(to, &keys, context) else { continue };
        let declared = Declared {
            table: table.clone(),
            columns: columns.clone(),
            to_table,
            keys,
            name: None,
            reverse: None,
            when: None,
            span: entry.value.span,
        };
        let unfit = unfit(&declared, (from, &found), (to, &keys_found), context);
        let when = decided(from, by, &entry.key, context);
        if let Some(diagnostic) = unfit {
            context.found(Diagnostic { span: Some(entry.value.span), ..diagnostic });
            continue;
        }
        let Some(when) = when else { continue };
        let (columns, keys) = (found.clone(), keys_found);
        let span = entry.value.span;
        let relation = Relation { from, columns, to, keys, name: None, reverse: None, when: None, span };
        let schema = Arc::make_mut(&mut context.schema);
        // It has no names that could be taken.
        if let Ok(at) = schema.declare(relation, Conditional::Yes) {
            schema.narrow(at, when);
        }
    }
}

/// `by = value`, where the column can have that value.
fn decided(table: TableId, by: ColumnId, value: &Spanned<String>, context: &mut Context<'_>) -> Option<Resolved> {
    let (found, of) = (context.schema.table(table).column(by), &context.schema.table(table).name);
    let literal = match found.family {
        Family::Integer => value.parse().ok().map(Literal::Integer),
        Family::Text => Some(Literal::Text(value.value.clone())),
        Family::Boolean
        | Family::Decimal
        | Family::Real
        | Family::Bytes
        | Family::Date
        | Family::Timestamp
        | Family::Other => None,
    };
    let allowed = found.allowed.as_ref().is_none_or(|allowed| allowed.contains(&value.value));
    if let Some(literal) = literal.filter(|_| allowed) {
        let column = Expr::of(of, &found.name);
        let column = found.exact(column);
        return Some(Resolved { expr: column.equals(Expr::Literal(literal)), reads: vec![(table, by)] });
    }
    let title = format!("column `{of}.{}` is never `{}`", found.name, value.value);
    let diagnostic = Diagnostic::new(Code::ColumnType, value.span, title)
        .label(format!("the column holds {}", found.family.with_article()))
        .related(found.span, format!("declared as `{}`", found.declared));
    let diagnostic = match &found.allowed {
        Some(allowed) => diagnostic.nearest(value, allowed.iter().map(String::as_str)),
        None => diagnostic.help("`by` names a column of whole numbers or of texts, and the keys are its values"),
    };
    context.found(diagnostic);
    None
}
