//! Texts with values in braces: `deleted_user_{subject.key}`, `{row.kind} {row.number}`.

use std::ops::Range;
use std::sync::Arc;

use super::context::Context;
use super::purge::About;
use super::value::{held, own};
use crate::database::{self, ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::program::{Path, Step};
use crate::source::{Span, Spanned};
use crate::sql::{Expr, Family, Select};
use crate::strategy::{Computed, Reads};

/// A stretch of a template.
pub(super) enum Piece {
    Text(String),
    Of(Computed),
}

/// The pieces of a template: no two texts follow each other.
pub(super) fn read(about: &About<'_>, text: &Spanned<String>, context: &mut Context<'_>) -> Option<Vec<Piece>> {
    let stretches = match stretches(&text.value) {
        Ok(stretches) => stretches,
        Err((at, label)) => {
            let span = context.sources().inside(text, at);
            let diagnostic =
                Diagnostic::new(Code::InvalidFormat, span, "this template cannot be read").label(label).help(
                    "values stand in braces: `deleted_{subject.key}`, `{row.column}`; a brace itself is doubled: `{{`",
                );
            context.found(diagnostic);
            return None;
        }
    };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut complete = true;
    for stretch in stretches {
        match stretch {
            Stretch::Text(part) => match pieces.last_mut() {
                Some(Piece::Text(before)) => before.push_str(part),
                _ => pieces.push(Piece::Text(part.to_owned())),
            },
            Stretch::Name(name, at) => {
                let span = context.sources().inside(text, at..at + name.len());
                match named(about, name, span, context) {
                    Some(value) => pieces.push(Piece::Of(value)),
                    None => complete = false,
                }
            }
        }
    }
    complete.then_some(pieces)
}

/// A stretch of a text with names in braces.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stretch<'t> {
    /// Several may follow each other.
    Text(&'t str),
    /// What stands in braces, and where it begins.
    Name(&'t str, usize),
}

/// The stretches of a text, or what cannot be read and why. A brace that is only a brace is doubled.
pub(super) fn stretches(text: &str) -> Result<Vec<Stretch<'_>>, (Range<usize>, &'static str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("{{") || rest.starts_with("}}") {
            found.push(Stretch::Text(rest.get(..1).unwrap_or_default()));
            at += 2;
        } else if let Some(inner) = rest.strip_prefix('{') {
            let end = inner.find(['{', '}']).filter(|end| inner.as_bytes().get(*end) == Some(&b'}'));
            let Some(length) = end else { return Err((at..text.len(), "this brace is not closed")) };
            found.push(Stretch::Name(inner.get(..length).unwrap_or_default(), at + 1));
            at += length + 2;
        } else if rest.starts_with('}') {
            return Err((at..at + 1, "no brace is open here"));
        } else {
            let length = rest.find(['{', '}']).unwrap_or(rest.len());
            found.push(Stretch::Text(rest.get(..length).unwrap_or_default()));
            at += length;
        }
    }
    Ok(found)
}

/// One text of all pieces; NULL when one is.
pub(super) fn joined(pieces: &[Piece], at: Span, context: &mut Context<'_>) -> Option<Computed> {
    let mut all = Computed {
        expr: Expr::Concat(Vec::new()),
        reads: Reads::default(),
        family: Family::Text,
        null_of: None,
        longest: Some(0),
        tells_apart: false,
        allowed: None,
    };
    let mut texts = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                all.longest = all.longest.map(|longest| longest + text.chars().count() as u64);
                texts.push(Expr::text(text));
            }
            Piece::Of(value) => {
                texts.push(as_text(value, at, context)?);
                all.reads.own.extend(&value.reads.own);
                all.reads.beyond.extend(&value.reads.beyond);
                all.null_of = all.null_of.or_else(|| value.null_of.clone());
                all.longest = all.longest.zip(value.longest).map(|(longest, more)| longest + more);
                all.tells_apart |= value.tells_apart;
            }
        }
    }
    all.expr = Expr::Concat(texts);
    Some(all)
}

/// As every engine writes it alike.
fn as_text(value: &Computed, at: Span, context: &mut Context<'_>) -> Option<Expr> {
    match value.family {
        Family::Text if value.allowed.is_none() => Some(value.expr.clone()),
        Family::Text | Family::Integer => Some(Expr::Cast(Arc::new(value.expr.clone()), Family::Text)),
        Family::Date => Some(Expr::Exported(Arc::new(value.expr.clone()), Family::Date)),
        Family::Boolean | Family::Decimal | Family::Real | Family::Bytes | Family::Timestamp | Family::Other => {
            let diagnostic =
                Diagnostic::new(Code::ColumnType, at, "a template joins texts, whole numbers and dates only")
                    .label(format!("contains {}", value.family.with_article()))
                    .help("other values are written differently by different engines; take another column");
            context.found(diagnostic);
            None
        }
    }
}

/// `subject.key`, `row.column`.
fn named(about: &About<'_>, name: &str, at: Span, context: &mut Context<'_>) -> Option<Computed> {
    match name.split_once('.') {
        Some(("row", column)) => {
            let id = context.column(about.table, &Spanned::new(column.to_owned(), at))?;
            Some(own(about, id, context))
        }
        Some(("subject", wanted)) => of_subject(about, wanted, at, context),
        _ => {
            let subject = subject_names(context).into_iter().map(|known| (known, "subject"));
            let columns = context.schema.table(about.table).column_names().map(|known| (known.to_owned(), "row"));
            let known: Vec<(String, &str)> = subject.chain(columns).collect();
            let bare: Vec<&str> = known.iter().map(|(known, _)| known.as_str()).collect();
            let word = name.rsplit('.').next().unwrap_or(name);
            let near = nearest(word, &bare).filter(|_| !word.is_empty());
            let meant = near.and_then(|near| known.iter().find(|(known, _)| known == near));
            let diagnostic = Diagnostic::new(Code::UnknownName, at, format!("`{{{name}}}` stands for nothing"))
                .label("not a value of the subject or of the row");
            let diagnostic = match meant {
                Some((meant, whose)) => diagnostic.help(format!("did you mean `{{{whose}.{meant}}}`?")),
                None => {
                    diagnostic.help("write `{subject.key}`, another column of the subject's row, or `{row.column}`")
                }
            };
            let diagnostic = diagnostic.help("a brace that is only a brace is doubled: `{{`");
            context.found(diagnostic);
            None
        }
    }
}

/// What a template may say of the subject: its key, its identifiers, the columns of its row.
fn subject_names(context: &Context<'_>) -> Vec<String> {
    let Some((table, _)) = context.subject else { return Vec::new() };
    let columns = context.schema.table(table).column_names().map(str::to_owned);
    let identifiers = context.site.identifiers.iter().map(|(name, _)| name.clone());
    std::iter::once("key".to_owned()).chain(identifiers).chain(columns).collect()
}

fn of_subject(about: &About<'_>, wanted: &str, at: Span, context: &mut Context<'_>) -> Option<Computed> {
    let (subject, key) = context.subject?;
    let table = context.schema.table(subject);
    let by_name = context.site.identifier_columns.iter().find(|(name, _)| name == wanted);
    let column = if wanted == "key" {
        Some(key)
    } else {
        match by_name {
            Some((_, Some(column))) => Some(*column),
            Some((_, None)) => {
                let title = format!("`{{subject.{wanted}}}` may be several values");
                let diagnostic = Diagnostic::new(Code::NoSingleSubject, at, title)
                    .label("this identifier is found over a path")
                    .help("write `{subject.key}`, or a column of the subject's own row");
                context.found(diagnostic);
                return None;
            }
            None => table.find(wanted).map(|(id, _)| id),
        }
    };
    let Some(column) = column else {
        let known = subject_names(context);
        let title = format!("the subject has no `{wanted}`");
        let diagnostic = Diagnostic::new(Code::UnknownName, at, title)
            .label("no identifier of the Site, and no column of the subject's table")
            .nearest(wanted, known.iter().map(String::as_str));
        context.lacking(diagnostic);
        return None;
    };
    let path = one_owner(about, at, context)?;
    Some(reached(about, path, (subject, key), column, context))
}

/// The path from the row to the one person it belongs to.
fn one_owner<'a>(about: &About<'a>, at: Span, context: &mut Context<'_>) -> Option<&'a Path> {
    let new = |label: &str| {
        Diagnostic::new(Code::NoSingleSubject, at, "whose value would stand here is not certain").label(label)
    };
    let diagnostic = match about.path {
        None => new("a part does not name the person itself")
            .help("write a fixed value or one of the row, or give these rows an entry of their own"),
        Some(_) if about.several => new("several people may be named in one row, and each of them would stand here")
            .help("write a fixed value or one of the row: `{row.column}`"),
        Some(_) if about.identified => new("the row names the person by an identifier, which several may bear")
            .help("write a fixed value or one of the row: `{row.column}`"),
        Some(path) => {
            let several = path.steps.iter().find(|step| {
                let keys: Vec<ColumnId> = step.keys().collect();
                !context.schema.table(step.table.id).names_one(&keys)
            });
            let Some(step) = several else { return Some(path) };
            let of =
                format!("several rows of `{}` may belong to the row, each with a person of its own", step.table.name);
            new(&of).help("write a fixed value or one of the row: `{row.column}`")
        }
    };
    context.found(diagnostic);
    None
}

/// A column of the person that a path leads to, as an expression over the row it starts from.
fn reached(
    about: &About<'_>,
    path: &Path,
    (subject, key): (TableId, ColumnId),
    column: ColumnId,
    context: &Context<'_>,
) -> Computed {
    let schema = &context.schema;
    let wanted = schema.table(subject).column(column);
    let is_key = column == key;
    // The row is the person's own, or names them in a column of its own.
    let in_person = path.ends_in.id == subject && path.last.id == key;
    if path.steps.is_empty() && (is_key || in_person) {
        return own(about, if in_person { column } else { path.last.id }, context);
    }
    let mut chain = Chain::new(about.table, context);
    for step in &path.steps {
        chain.step(step);
    }
    if !is_key && !in_person {
        let (person, key) = (context.table_name(subject), context.column_name(subject, key));
        chain.step(&Step::over(path.last.clone(), person, key));
    }
    let last = if is_key { path.last.id } else { column };
    let (expr, reads) = chain.value(last);
    let apart = is_key || schema.table(subject).names_one(&[column]);
    let null_of = (wanted.nullable && !is_key).then(|| format!("{}.{}", schema.table(subject).name, wanted.name));
    let found = held(if is_key { schema.table(path.ends_in.id).column(path.last.id) } else { wanted });
    Computed { expr, reads, null_of, tells_apart: apart, ..found }
}

/// Queries in queries, each over the one row that the row before leads to.
struct Chain<'c> {
    context: &'c Context<'c>,
    before: TableId,
    called: String,
    rows: Vec<(String, String, Expr)>,
    reads: Reads,
}

impl<'c> Chain<'c> {
    fn new(table: TableId, context: &'c Context<'c>) -> Self {
        let called = context.schema.table(table).name.to_string();
        Self { context, before: table, called, rows: Vec::new(), reads: Reads::default() }
    }

    fn step(&mut self, step: &Step) {
        let schema = &self.context.schema;
        let (from, table) = (schema.table(self.before), schema.table(step.table.id));
        let alias = schema.alias(&format!("probate_of{}", self.rows.len() + 1));
        // WHY: the key is cast to the column's type, never the column to the key's: '02' is not 2.
        let cast = |expr: Expr, one: Family, other: Family| {
            if one == Family::Integer && other == Family::Text {
                Expr::Cast(Arc::new(expr), Family::Text)
            } else {
                expr
            }
        };
        let mut filter = Vec::new();
        for pair in &step.on {
            let (holder, key) = (from.column(pair.column.id), table.column(pair.key.id));
            let referring = cast(Expr::of(&self.called, &holder.name), holder.family, key.family);
            let is_key = cast(Expr::of(&alias, &key.name), key.family, holder.family);
            let is_key = database::exact(is_key, &[key, holder]);
            filter.push(is_key.equals(referring));
            self.read(pair.column.id);
            self.reads.beyond.push((step.table.id, pair.key.id));
        }
        let asked = [(&step.before, from, &self.called, self.rows.is_empty()), (&step.entered, table, &alias, false)];
        for (condition, table, called, of_row) in asked {
            if let Some(condition) = condition {
                filter.push(condition.expr.clone().about(&table.name, called));
                let is_own = |read: &&(TableId, ColumnId)| of_row && read.0 == self.before;
                let (own, beyond): (Vec<_>, Vec<_>) = condition.reads.iter().partition(is_own);
                self.reads.own.extend(own.into_iter().map(|(_, column)| column));
                self.reads.beyond.extend(beyond);
            }
        }
        self.rows.push((table.name.to_string(), alias.clone(), Expr::all(filter)));
        (self.before, self.called) = (step.table.id, alias);
    }

    fn read(&mut self, column: ColumnId) {
        if self.rows.is_empty() {
            self.reads.own.push(column);
        } else {
            self.reads.beyond.push((self.before, column));
        }
    }

    fn value(mut self, last: ColumnId) -> (Expr, Reads) {
        self.read(last);
        let name = &self.context.schema.table(self.before).column(last).name;
        let mut expr = Expr::of(&self.called, name);
        for (table, alias, filter) in self.rows.into_iter().rev() {
            expr = Expr::scalar(Select::from(table, [expr]).alias(alias).filter(filter));
        }
        (expr, self.reads)
    }
}
