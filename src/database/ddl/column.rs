//! A column: its type and the options behind it.

use sqlparser::tokenizer::Token;

use super::Reader;
use super::cursor::{Cursor, Name, Read, Unread};
use super::mariadb::default_of;
use super::vendor::{Declared, Described};
use crate::database::{Check, Collation, Column, ColumnId, TableId, Unique};
use crate::sql::Family;
use crate::sql::dialect::Dialects;

/// Words that begin an option, so that they are no part of a type.
const OPTIONS: &[&str] =
    &["NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "CHECK", "REFERENCES", "COLLATE", "CONSTRAINT", "GENERATED", "AS"];

/// What the options of a column say.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Options {
    not_null: bool,
    primary: bool,
    unique: bool,
    nulls_conflict: bool,
    generated: bool,
    follows_changes: bool,
    default: Option<Box<str>>,
    collation: Option<Collation>,
    checks: Vec<Check>,
}

impl Reader<'_> {
    pub(super) fn column(&mut self, cursor: &mut Cursor<'_>, id: TableId) -> Read<()> {
        let name = cursor.name()?;
        let declared = cursor.declared(is_option)?;
        let options = self.options(cursor, id, &name)?;
        let column = self.described(id, &name, declared, &options);
        if let Some((first, _)) = self.schema.table(id).find(&column.name) {
            let table = self.schema.table(id);
            // A column that is inherited may be written again.
            if table.column(first).span.start < table.span.start {
                return Ok(());
            }
            let title = format!("column `{}` is declared twice in table `{}`", column.name, table.name);
            self.conflict(column.span, title, "declared again here");
            return Ok(());
        }
        let here = ColumnId(self.schema.table(id).columns.len());
        let span = column.span;
        let table = self.schema.table_mut(id);
        let _ = table.add(column);
        table.checks.extend(options.checks);
        if options.primary {
            table.primary_key = vec![here];
            table.indexed.push(vec![here]);
        }
        if options.unique {
            let nulls_conflict = options.nulls_conflict;
            table.uniques.push(Unique { columns: vec![here], partial: false, only: None, nulls_conflict, span });
            table.indexed.push(vec![here]);
        }
        Ok(())
    }

    /// `MODIFY name …`, as phpMyAdmin writes counters after the keys.
    pub(super) fn modify(&mut self, cursor: &mut Cursor<'_>, id: TableId) -> Read<()> {
        let name = cursor.name()?;
        let declared = cursor.declared(is_option)?;
        let options = self.options(cursor, id, &name)?;
        let column = self.described(id, &name, declared, &options);
        if let Some(ColumnId(index)) = self.resolve(id, std::slice::from_ref(&name)).first().copied()
            && let Some(place) = self.schema.table_mut(id).columns.get_mut(index)
        {
            *place = column;
        }
        Ok(())
    }

    fn described(&self, id: TableId, name: &Name, declared: Declared, options: &Options) -> Column {
        let Described { family, length, collation, padded, allowed, nullable, bounds } =
            (self.spec.describe)(&declared, &self.types);
        let collation = match (&options.collation, family) {
            (Some(written), Family::Text) => written.clone(),
            // WHY: SQLite folds by a collation whatever the type is.
            (Some(written), _) if self.spec.untyped => written.clone(),
            (None, Family::Text) if self.spec.inline_keys => self.inherited_collation(id),
            _ => collation,
        };
        // An INTEGER PRIMARY KEY is the row's number and never NULL; other keys of SQLite may be.
        let counts = options.primary && declared.text.eq_ignore_ascii_case("integer");
        let key_not_null = options.primary && (self.spec.keys_not_null || counts);
        let folds = collation != Collation::Bytes && family != Family::Integer;
        Column {
            name: name.text.as_str().into(),
            span: name.span,
            family,
            declared: declared.text,
            nullable: nullable && !options.not_null && !key_not_null,
            length,
            padded: padded || self.spec.inline_keys && family == Family::Text && collation == Collation::Bytes,
            folds_in: if folds { Dialects::all() } else { Dialects::NONE },
            collation,
            allowed,
            bounds,
            default: options.default.clone(),
            generated: options.generated,
            follows_changes: options.follows_changes,
        }
    }

    fn inherited_collation(&self, id: TableId) -> Collation {
        self.collations.get(&id).map_or(Collation::Bytes, |name| (self.spec.collation)(name, &self.types))
    }

    fn options(&mut self, cursor: &mut Cursor<'_>, id: TableId, name: &Name) -> Read<Options> {
        let mut options = Options::default();
        loop {
            if cursor.is_at_end()
                || cursor.peek().is_some_and(|token| matches!(token.token, Token::Comma | Token::RParen))
            {
                return Ok(options);
            }
            if !self.option(cursor, id, name, &mut options)? && !cursor.filler(self.spec.column_fillers) {
                return Err(Unread);
            }
        }
    }

    /// One option that means something; whether it was one.
    fn option(&mut self, cursor: &mut Cursor<'_>, id: TableId, name: &Name, options: &mut Options) -> Read<bool> {
        if cursor.eat(&["CONSTRAINT"]) {
            cursor.name()?;
        } else if cursor.eat(&["NOT", "NULL"]) {
            options.not_null = true;
        } else if cursor.eat(&["NULL"]) {
        } else if cursor.eat(&["DEFAULT"]) {
            let start = cursor.at();
            cursor.value()?;
            options.default = Some(cursor.between(start, cursor.at()).1.into());
        } else if cursor.eat(&["PRIMARY", "KEY"]) || (self.spec.inline_keys && cursor.eat(&["KEY"])) {
            options.primary = true;
        } else if cursor.eat(&["UNIQUE"]) {
            let _ = self.spec.inline_keys && cursor.eat(&["KEY"]);
            options.unique = true;
            options.nulls_conflict = cursor.eat(&["NULLS", "NOT", "DISTINCT"]);
            let _ = cursor.eat(&["NULLS", "DISTINCT"]);
        } else if cursor.eat(&["CHECK"]) {
            options.checks.push(check(cursor)?);
        } else if self.spec.inline_keys && cursor.eat(&["ON", "UPDATE"]) {
            cursor.name()?;
            if cursor.is_group() {
                cursor.group()?;
            }
            options.follows_changes = true;
        } else if cursor.is("REFERENCES") {
            self.references(cursor, id, vec![name.clone()], name.span)?;
        } else if cursor.eat(&["COLLATE"]) {
            let collation = cursor.path()?.pop().ok_or(Unread)?;
            options.collation = Some((self.spec.collation)(&collation.text, &self.types));
        } else if cursor.eat(&["CHARACTER", "SET"]) || (self.spec.inline_keys && cursor.eat(&["CHARSET"])) {
            let charset = default_of(&cursor.name()?.text);
            options.collation.get_or_insert_with(|| (self.spec.collation)(&charset, &self.types));
        } else {
            return generated(cursor, options);
        }
        Ok(true)
    }
}

/// `(…)` of a CHECK, kept as it is written.
pub(super) fn check(cursor: &mut Cursor<'_>) -> Read<Check> {
    let inside = cursor.group()?;
    let (span, text) = cursor.between(inside.start, inside.end);
    Ok(Check { text: text.to_owned(), span, holds: true, asked: None })
}

/// `GENERATED ALWAYS AS (…)` is computed, `AS IDENTITY` counted; a counter that always counts cannot be written either.
fn generated(cursor: &mut Cursor<'_>, options: &mut Options) -> Read<bool> {
    let always = cursor.eat(&["GENERATED", "ALWAYS", "AS"]);
    let by_default = !always && cursor.eat(&["GENERATED", "BY", "DEFAULT", "AS"]);
    if !always && !by_default && !cursor.eat(&["AS"]) {
        return Ok(false);
    }
    if cursor.eat(&["IDENTITY"]) {
        options.not_null = true;
        if cursor.is_group() {
            cursor.group()?;
        }
    } else if !cursor.eat(&["ROW", "START"]) && !cursor.eat(&["ROW", "END"]) {
        cursor.group()?;
    }
    options.generated = !by_default;
    Ok(true)
}

pub(super) fn is_option(cursor: &Cursor<'_>) -> bool {
    OPTIONS.iter().any(|word| cursor.is(word))
}
