//! `CREATE TABLE`: its columns, its constraints, and the options after them that mean something.

use sqlparser::tokenizer::Token;

use super::cursor::{Cursor, Read, Unread};
use super::mariadb::{DEFAULT_COLLATION, default_of};
use super::vendor::Case;
use super::{Reader, TableName};
use crate::database::{Column, ColumnId, Flaw, Table, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Words that begin another statement: a semicolon is missing before them.
const BEGINS: &[&str] = &["CREATE", "ALTER", "INSERT", "DROP", "SELECT"];

/// What the options of a table say about its columns.
#[derive(Default)]
struct Options {
    keys_not_null: bool,
    collation: Option<String>,
    parents: Vec<TableName>,
    flaw: Option<(Flaw, Span)>,
}

impl Reader<'_> {
    pub(super) fn create_table(&mut self, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        cursor.need(&["CREATE"])?;
        while !cursor.eat(&["TABLE"]) {
            // `OR REPLACE`, `UNLOGGED`, `FOREIGN`
            cursor.name()?;
        }
        cursor.eat(&["IF", "NOT", "EXISTS"]);
        self.adopt_home(cursor)?;
        let name = self.table_name(cursor)?;
        // Until it is understood: what refers to it is not reported again.
        self.schema.mark_unread(&name.text);
        if cursor.eat(&["PARTITION", "OF"]) {
            let parent = self.table_name(cursor)?;
            self.table_like(&name, &parent);
            return Ok(());
        }
        if !cursor.is_group() {
            self.without_columns(&name);
            return Ok(());
        }
        let start = cursor.at();
        let inside = cursor.group()?;
        let end = cursor.at();
        if inside.is_empty() && !self.spec.empty_tables {
            self.without_columns(&name);
            return Ok(());
        }
        let options = self.table_options(cursor)?;
        cursor.go(start);
        let Some(id) = self.add_table(&name) else { return Ok(()) };
        self.collations.insert(id, options.collation.unwrap_or_else(|| DEFAULT_COLLATION.to_owned()));
        self.schema.table_mut(id).flaw = options.flaw;
        for parent in options.parents {
            self.inherit(id, &parent);
            self.has_heir(&parent, id);
        }
        cursor.skip();
        // Behind the last element its bracket has been gone over.
        while cursor.at() + usize::from(inside.is_empty()) < end {
            self.element(cursor, id, place)?;
            if !cursor.eat_symbol(&Token::Comma) {
                cursor.need_symbol(&Token::RParen)?;
            }
        }
        if options.keys_not_null || self.spec.keys_not_null {
            self.key_not_null(id);
        }
        self.schema.unmark_unread(&name.text);
        Ok(())
    }

    fn without_columns(&mut self, name: &TableName) {
        self.report(
            Diagnostic::new(
                Code::DdlSyntax,
                name.span,
                format!("table `{}` is declared without its columns", name.text),
            )
            .label("what columns does it have?")
            .help(self.help()),
        );
    }

    fn add_table(&mut self, name: &TableName) -> Option<TableId> {
        let table = Table::new(&name.text, name.span, name.is_elsewhere, self.spec.columns);
        match self.schema.add(table) {
            Ok(id) => Some(id),
            Err(first) => {
                self.schema.unmark_unread(&name.text);
                let first = self.schema.table(first).span;
                let help = match self.spec.tables {
                    Case::Ignored => "keep one of the two; names are compared without regard to capital letters",
                    Case::Exact => "keep one of the two",
                };
                self.report(
                    Diagnostic::new(Code::DdlConflict, name.span, format!("table `{}` is declared twice", name.text))
                        .label("declared again here")
                        .related(first, "first declared here")
                        .help(help),
                );
                None
            }
        }
    }

    /// One of the things between the commas.
    fn element(&mut self, cursor: &mut Cursor<'_>, id: TableId, place: Span) -> Read<()> {
        if self.is_constraint(cursor) { self.constraint(cursor, id, place) } else { self.column(cursor, id) }
    }

    /// Reads what follows the columns; what nobody needs is passed over, but not another statement.
    fn table_options(&mut self, cursor: &mut Cursor<'_>) -> Read<Options> {
        let mut options = Options::default();
        let mut charset = None;
        while !cursor.is_at_end() {
            if let Some(words) = self.spec.table_words {
                let known = words.iter().find(|word| cursor.is(word));
                options.keys_not_null |= known.is_some();
                if known.is_none() && cursor.peek().is_none_or(|token| token.token != Token::Comma) {
                    return Err(Unread);
                }
                cursor.skip();
            } else if cursor.eat(&["INHERITS"]) {
                cursor.need_symbol(&Token::LParen)?;
                options.parents.push(self.table_name(cursor)?);
                while cursor.eat_symbol(&Token::Comma) {
                    options.parents.push(self.table_name(cursor)?);
                }
                cursor.need_symbol(&Token::RParen)?;
            } else if cursor.eat(&["COLLATE"]) || cursor.eat(&["COLLATION"]) {
                cursor.eat_symbol(&Token::Eq);
                options.collation = Some(cursor.name()?.text);
            } else if cursor.eat(&["CHARSET"]) || cursor.eat(&["CHARACTER", "SET"]) {
                cursor.eat_symbol(&Token::Eq);
                charset = Some(cursor.name()?.text);
            } else if self.spec.inline_keys && cursor.eat(&["ENGINE"]) {
                cursor.eat_symbol(&Token::Eq);
                let engine = cursor.name()?;
                if !engine.text.eq_ignore_ascii_case("InnoDB") {
                    options.flaw = Some((Flaw::NotUndone(engine.text), engine.span));
                }
            } else if self.spec.inline_keys && cursor.are(&["WITH", "SYSTEM", "VERSIONING"]) {
                let (span, _) = cursor.between(cursor.at(), cursor.at() + 3);
                options.flaw.get_or_insert((Flaw::KeepsHistory, span));
                cursor.go(cursor.at() + 3);
            } else if cursor.is_group() {
                cursor.group()?;
            } else if BEGINS.iter().any(|word| cursor.is(word)) {
                return Err(Unread);
            } else {
                cursor.skip();
            }
        }
        options.collation = options.collation.or_else(|| charset.map(|charset| default_of(&charset)));
        Ok(options)
    }

    pub(super) fn key_not_null(&mut self, id: TableId) {
        let table = self.schema.table_mut(id);
        for ColumnId(index) in table.primary_key.clone() {
            if let Some(column) = table.columns.get_mut(index) {
                column.nullable = false;
            }
        }
    }

    /// A partition has the columns and keys of its whole.
    fn table_like(&mut self, name: &TableName, parent: &TableName) {
        if let Some(id) = self.add_table(name) {
            self.inherit(id, parent);
            if let Some((parent, _)) = self.schema.find(&parent.text) {
                let (key, uniques) =
                    (self.schema.table(parent).primary_key.clone(), self.schema.table(parent).uniques.clone());
                let table = self.schema.table_mut(id);
                table.part_of = Some(parent);
                table.indexed.extend(std::iter::once(key.clone()).chain(uniques.iter().map(|one| one.columns.clone())));
                (table.primary_key, table.uniques) = (key, uniques);
            }
            self.schema.unmark_unread(&name.text);
        }
    }

    /// Rows of the other are rows of this table, too.
    pub(super) fn has_heir(&mut self, parent: &TableName, heir: TableId) {
        let heir = self.schema.table(heir).name.to_string();
        if let Some((id, _)) = self.schema.find(&parent.text) {
            self.schema.table_mut(id).flaw.get_or_insert((Flaw::Inherited(heir), parent.span));
        }
    }

    /// A table that inherits begins with the columns of the other.
    fn inherit(&mut self, id: TableId, parent: &TableName) {
        let Some((from, _)) = self.schema.find(&parent.text) else {
            return self.no_table(
                &parent.text,
                parent.span,
                format!("there is no table `{}` whose columns this one could have", parent.text),
            );
        };
        let columns: Vec<Column> = self.schema.table(from).columns.clone();
        let table = self.schema.table_mut(id);
        for column in columns {
            // Two parents may share a column.
            let _ = table.add(column);
        }
    }

    pub(super) fn is_constraint(&self, cursor: &Cursor<'_>) -> bool {
        let starts = |words: &[&str]| words.iter().any(|word| cursor.is(word));
        starts(&["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK"])
            || self.spec.inline_keys && starts(&["KEY", "INDEX", "FULLTEXT", "SPATIAL", "VECTOR"])
            || self.spec.other_elements.iter().any(|words| cursor.are(words))
    }
}
