//! Whose a row is: the path from the row to the column that holds the subject's key.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use super::path::{both, condition_of, named, to_column};
use super::syntax::WordOrMap;
use crate::database::{Column, ColumnId, FoundPath, Relation, TableId};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::program::{self, Condition, IdentifierSource, Path, Piece};
use crate::source::{Span, Spanned};
use crate::sql::{Expr, Family};

/// How a row names a person: a path to the subject's key, or to another identifier.
#[derive(Debug, Clone)]
pub struct OwnerSyntax(WordOrMap<Identified>);

#[derive(Debug, Clone, Deserialize)]
struct Identified {
    path: Spanned<String>,
    is: Spanned<String>,
}

impl<'de> Deserialize<'de> for OwnerSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for OwnerSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Owner".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A path to the column that holds the subject's key (`note_id.person_id`, `\"<member.group_id>.person_id\"`), or `{path, is}` where it holds another identifier or a text that contains one.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "required": ["path", "is"],
                    "additionalProperties": false,
                    "properties": {
                        "path": {"type": "string", "minLength": 1, "description": "From the row to the column."},
                        "is": {"type": "string", "minLength": 1, "description": "An identifier of the Site, or a template such as `user:{key}` or `principals/{username}/*`."},
                    },
                },
            ],
        })
    }
}

/// A path to a person, and what it ends in where that is not the key.
pub(super) struct Owner {
    pub path: Path,
    pub identifier: Option<IdentifierSource>,
    /// What must be true of the row for its own column to name a person at all.
    pub when: Option<Condition>,
}

pub(super) fn owner(
    table: TableId,
    written: &Spanned<OwnerSyntax>,
    relation: program::Relation,
    context: &mut Context<'_>,
) -> Option<Owner> {
    match &written.value.0 {
        WordOrMap::Word(path) => {
            let text = Spanned::new(path.clone(), written.span);
            by_key(table, &text, relation, context)
        }
        WordOrMap::Map(Identified { path, is }) => {
            let found = to_column(table, path, context);
            let source = source(is, context);
            let (found, source) = (found?, source?);
            let last = context.schema.table(found.ends_in).column(found.last);
            let fault = holds(&source, last, path.span, context);
            let sound = fault.is_none();
            context.found.extend(fault);
            sound.then(|| Owner { path: named(table, &found, context), identifier: Some(source), when: None })
        }
    }
}

/// A path that ends in the subject's key.
pub(super) fn by_key(
    table: TableId,
    text: &Spanned<String>,
    relation: program::Relation,
    context: &mut Context<'_>,
) -> Option<Owner> {
    let found = to_column(table, text, context)?;
    let (subject, key) = context.subject?;
    let end = End { subject, key, found: &found, at: text.span, relation };
    let fault = end.fault(table, text, context);
    let sound = fault.is_none();
    context.found.extend(fault);
    if !sound {
        return None;
    }
    let mut path = named(table, &found, context);
    let mut when = refers_when(&found, (subject, key), context);
    if let Some(last) = path.steps.last_mut() {
        last.entered = both(last.entered.take(), when.take());
    }
    Some(Owner { path, identifier: None, when })
}

/// Where a value of the row decides what the last column refers to: when that is the subject.
fn refers_when(found: &FoundPath, (subject, key): (TableId, ColumnId), context: &Context<'_>) -> Option<Condition> {
    let relations = context.schema.relations_from(found.ends_in);
    let to_subject = relations
        .filter(|one| one.columns.as_slice() == [found.last] && one.to == subject && one.keys.as_slice() == [key]);
    let conditions: Option<Vec<Condition>> = to_subject.map(|one| one.when.as_ref().map(condition_of)).collect();
    let conditions = conditions.filter(|all| !all.is_empty())?;
    let reads = conditions.iter().flat_map(|one| one.reads.iter().copied()).collect();
    let expr = Expr::any(conditions.into_iter().map(|one| one.expr));
    Some(Condition { expr, reads, span: Span::default() })
}

/// A text is compared with texts; a number with an identifier that is one.
fn holds(source: &IdentifierSource, last: &Column, at: Span, context: &Context<'_>) -> Option<Diagnostic> {
    let is_number = |name: &String| {
        let mut known = context.site.identifiers.iter();
        known.any(|(known, family)| known == name && *family == Family::Integer)
    };
    let number = matches!(source, IdentifierSource::Plain(name) if is_number(name));
    if last.family == Family::Text || number && last.family == Family::Integer {
        return None;
    }
    let title = format!("`{}` cannot hold the identifier `{}`", last.name, source.text());
    Some(
        Diagnostic::new(Code::ColumnType, at, title)
            .label(format!("the column is `{}`, {}", last.declared, last.family.with_article()))
            .related(last.span, "declared here")
            .help("name the column that holds the identifier"),
    )
}

/// `email`, or a text with names in braces.
fn source(written: &Spanned<String>, context: &mut Context<'_>) -> Option<IdentifierSource> {
    let known: Vec<String> = context.site.identifiers.iter().map(|(name, _)| name.clone()).collect();
    if known.contains(&written.value) {
        return Some(IdentifierSource::Plain(written.value.clone()));
    }
    if !written.value.contains(['{', '}']) {
        let title = format!("`{}` is no identifier of the Site, and a template needs braces", written.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, written.span, title).label("the same text for everybody");
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let template = "a template contains an identifier: `user:{key}`, `principals/users/{username}`";
        context.lacking(match (nearest(&written.value, &names), names.as_slice()) {
            (None, []) => diagnostic.help("declare it under `identifiers` of the Site's subject").help(template),
            (None, names) => diagnostic.nearest(&written.value, names.iter().copied()).help(template),
            (Some(_), names) => diagnostic.nearest(&written.value, names.iter().copied()),
        });
        return None;
    }
    template(written, &known, context)
}

fn template(written: &Spanned<String>, known: &[String], context: &mut Context<'_>) -> Option<IdentifierSource> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut complete = true;
    while let Some(rest) = written.value.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(inner) = rest.strip_prefix('{') {
            let Some(length) = inner.find(['{', '}']).filter(|at| inner.as_bytes().get(*at) == Some(&b'}')) else {
                let diagnostic = no_template(written, at..written.value.len(), "this brace is not closed", context);
                context.found(diagnostic);
                return None;
            };
            let name = inner.get(..length).unwrap_or_default();
            match name {
                "key" => pieces.push(Piece::Key),
                name if known.iter().any(|known| known == name) => pieces.push(Piece::Identifier(name.to_owned())),
                name => {
                    let span = context.sources().inside(written, at + 1..at + 1 + length);
                    let names = known.iter().map(String::as_str).chain(["key"]);
                    let diagnostic =
                        Diagnostic::new(Code::UnknownName, span, format!("there is no identifier `{name}`"))
                            .label("not declared under `identifiers` of the Site's subject")
                            .nearest(name, names);
                    context.lacking(diagnostic);
                    complete = false;
                }
            }
            at += length + 2;
        } else if rest.starts_with('*') {
            if pieces.last() != Some(&Piece::Anything) {
                pieces.push(Piece::Anything);
            }
            at += 1;
        } else if rest.starts_with('}') {
            let diagnostic = no_template(written, at..at + 1, "no brace is open here", context);
            context.found(diagnostic);
            return None;
        } else {
            let length = rest.find(['{', '}', '*']).unwrap_or(rest.len());
            pieces.push(Piece::Text(rest.get(..length).unwrap_or_default().to_owned()));
            at += length;
        }
    }
    complete.then_some(IdentifierSource::Template(pieces))
}

fn no_template(
    written: &Spanned<String>,
    at: std::ops::Range<usize>,
    label: &str,
    context: &Context<'_>,
) -> Diagnostic {
    let span = context.sources().inside(written, at);
    Diagnostic::new(Code::InvalidFormat, span, "this template cannot be read")
        .label(label)
        .help("names stand in braces: `user:{key}`, `principals/users/{username}`; `*` is any run of characters")
}

/// Where a path ends, and where it should.
struct End<'e> {
    subject: TableId,
    key: ColumnId,
    found: &'e FoundPath,
    at: Span,
    relation: program::Relation,
}

impl End<'_> {
    /// The last column must hold the subject's key: of its type, and referring to nothing else.
    fn fault(&self, table: TableId, text: &str, context: &Context<'_>) -> Option<Diagnostic> {
        let schema = &context.schema;
        let End { subject, key, found, .. } = *self;
        if let Some(fault) = self.unlike_step(table, context) {
            return Some(fault);
        }
        if found.ends_in == subject && found.last == key {
            return None;
        }
        // A row of the subject's table belongs to the subject it describes, to nobody else; it may name others.
        let owned = table == subject && self.relation == program::Relation::Owner;
        if owned && found.steps.is_empty() {
            return Some(self.not_the_key(context));
        }
        // WHY: any other column of the subject's row may hold what happens to be another subject's key.
        if found.ends_in == subject && !found.steps.is_empty() {
            return Some(self.past_the_subject(text, context));
        }
        let is_subject = |one: &&Relation| one.to == subject && one.keys.as_slice() == [key];
        let mut relations = schema.relations_from(found.ends_in).filter(|one| one.columns.as_slice() == [found.last]);
        if let Some(first) = relations.next()
            && !is_subject(&first)
            && !relations.any(|one| is_subject(&one))
        {
            return Some(self.elsewhere(first, text, context));
        }
        let (of_key, last) = (schema.table(subject).column(key), schema.table(found.ends_in).column(found.last));
        if !key_fits(of_key.family, last.family) {
            return Some(self.misfit(context));
        }
        owned.then(|| self.not_the_key(context))
    }

    /// A step from a number to a text key: '05' and '5' would both be 5.
    fn unlike_step(&self, table: TableId, context: &Context<'_>) -> Option<Diagnostic> {
        let schema = &context.schema;
        let mut from = table;
        let mut pairs = Vec::new();
        for step in &self.found.steps {
            pairs.extend(step.pairs.iter().map(|(column, key)| ((from, *column), (step.table, *key))));
            from = step.table;
        }
        for ((from, column), (to, key)) in pairs {
            let (column, key) = (schema.table(from).column(column), schema.table(to).column(key));
            let mixed = (column.family == Family::Text) != (key.family == Family::Text);
            if mixed && !key_fits(key.family, column.family) {
                let other = &schema.table(to).name;
                let title = format!("`{}.{}` cannot hold a key of `{other}`", schema.table(from).name, column.name);
                let diagnostic = Diagnostic::new(Code::ColumnType, self.at, title)
                    .label(format!("{} that refers to {}", column.family.with_article(), key.family.with_article()))
                    .related(column.span, format!("declared as `{}`", column.declared))
                    .related(key.span, format!("declared as `{}`", key.declared));
                return Some(
                    diagnostic.help("declare both columns alike; a comparison that converts finds other rows too"),
                );
            }
        }
        None
    }

    fn not_the_key(&self, context: &Context<'_>) -> Diagnostic {
        let key = context.column_name(self.subject, self.key).name;
        Diagnostic::new(Code::SubjectRow, self.at, "a row of the subject's table belongs to the subject it describes")
            .label("this is not the subject's key")
            .help(format!("write `owner: {key}`"))
    }

    fn past_the_subject(&self, text: &str, context: &Context<'_>) -> Diagnostic {
        let (table, column) =
            (context.table_name(self.subject).name, context.column_name(self.subject, self.found.last).name);
        let key = context.column_name(self.subject, self.key).name;
        let title = format!("`{table}.{column}` is not the subject's key");
        let before = text.rsplit_once('.').map_or("", |(before, _)| before);
        let arrives =
            self.found.steps.last().is_some_and(|step| matches!(step.pairs.as_slice(), [(_, key)] if *key == self.key));
        let meant = if arrives { before.to_owned() } else { format!("{before}.{key}") };
        Diagnostic::new(Code::OwnerPath, self.at, title)
            .label(format!("a path ends in a column that holds `{table}.{key}`"))
            .help(format!("write `owner: {meant}`"))
    }

    fn elsewhere(&self, foreign: &Relation, text: &str, context: &Context<'_>) -> Diagnostic {
        let schema = &context.schema;
        let last_table = schema.table(self.found.ends_in);
        let last = last_table.column(self.found.last);
        let other = schema.table(foreign.to);
        let to: Vec<&str> = foreign.keys.iter().map(|column| &*other.column(*column).name).collect();
        let target = format!("{}.{}", other.name, to.join(", "));
        let diagnostic = Diagnostic::new(
            Code::OwnerPath,
            self.at,
            format!("`{}.{}` refers to `{target}`, not to the subject's key", last_table.name, last.name),
        )
        .label(format!("holds a value of `{target}`"))
        .related(foreign.span, "declared here");
        let into: Vec<&str> = if foreign.to == self.subject {
            vec![&*other.column(self.key).name]
        } else {
            let keys = schema.relations_from(foreign.to).filter(|further| further.to == self.subject);
            keys.filter_map(|further| further.columns.first()).map(|column| &*other.column(*column).name).collect()
        };
        match into.as_slice() {
            [] => diagnostic.help(format!(
                "`{}` has no foreign key to the subject; find another way from the row to the person",
                other.name
            )),
            [only] => diagnostic.help(format!("follow it one step further: `{text}.{only}`")),
            several => diagnostic.help(format!("follow it one step further, by one of {}", several.join(", "))),
        }
    }

    fn misfit(&self, context: &Context<'_>) -> Diagnostic {
        let schema = &context.schema;
        let last_table = schema.table(self.found.ends_in);
        let last = last_table.column(self.found.last);
        let key = schema.table(self.subject).column(self.key);
        let title = format!("`{}.{}` cannot hold the subject's key", last_table.name, last.name);
        let diagnostic = Diagnostic::new(Code::ColumnType, self.at, title)
            .label(format!("its type is `{}`, the key's is `{}`", last.declared, key.declared))
            .related(last.span, "declared here");
        let owners = schema.relations_from(self.found.ends_in).filter(|foreign| foreign.to == self.subject);
        let owners: Vec<&str> = owners
            .filter_map(|foreign| foreign.columns.first())
            .map(|column| &*last_table.column(*column).name)
            .collect();
        if owners.is_empty() {
            return diagnostic.help("name the column that says whose the row is");
        }
        diagnostic.help(format!("columns of `{}` that refer to the subject: {}", last_table.name, owners.join(", ")))
    }
}

/// A whole number can be kept as a text; a text as a whole number only with loss.
fn key_fits(key: Family, last: Family) -> bool {
    matches!((key, last), (Family::Integer, Family::Integer | Family::Text) | (Family::Text, Family::Text))
}
