//! `ALTER TABLE`: what a dump adds late, keys above all, is folded into the table.

use sqlparser::tokenizer::Token;

use super::Reader;
use super::cursor::{Cursor, Name, Read, Unread};
use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Words that begin an action which changes what was declared before.
const CHANGES: &[&str] = &["RENAME", "DROP", "CHANGE"];

impl Reader<'_> {
    pub(super) fn alter_table(&mut self, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        cursor.need(&["ALTER"])?;
        while !cursor.eat(&["TABLE"]) {
            cursor.name()?;
        }
        let _ = cursor.eat(&["IF", "EXISTS"]);
        let _ = cursor.eat(&["ONLY"]);
        let name = self.table_name(cursor)?;
        let _ = cursor.eat_symbol(&Token::Mul);
        let Some((id, _)) = self.schema.find(&name.text) else {
            let title = format!("there is no table `{}` to alter", name.text);
            // An owner or a setting of a view or a sequence is written like one of a table.
            if is_needed(cursor) {
                self.no_table(&name.text, name.span, title);
            }
            return Ok(());
        };
        loop {
            self.action_of(cursor, id, place)?;
            if !cursor.eat_symbol(&Token::Comma) {
                return if cursor.is_at_end() { Ok(()) } else { Err(Unread) };
            }
        }
    }

    fn action_of(&mut self, cursor: &mut Cursor<'_>, id: TableId, place: Span) -> Read<()> {
        if cursor.eat(&["ADD"]) {
            return self.add(cursor, id, place);
        }
        if cursor.eat(&["MODIFY"]) {
            let _ = cursor.eat(&["COLUMN"]);
            return self.modify(cursor, id);
        }
        if cursor.eat(&["ALTER"]) {
            let _ = cursor.eat(&["COLUMN"]);
            let name = cursor.name()?;
            return self.alter_column(cursor, id, &name, place);
        }
        if cursor.eat(&["ATTACH", "PARTITION"]) {
            let part = self.table_name(cursor)?;
            if let Some((part, _)) = self.schema.find(&part.text) {
                self.schema.table_mut(part).part_of = Some(id);
            }
        } else if CHANGES.iter().any(|word| cursor.is(word)) {
            self.changed(place);
        } else if cursor.eat(&["INHERIT"]) {
            let parent = self.table_name(cursor)?;
            self.has_heir(&parent, id);
        }
        skip_action(cursor)
    }

    fn add(&mut self, cursor: &mut Cursor<'_>, id: TableId, place: Span) -> Read<()> {
        if cursor.eat(&["PARTITION"]) {
            return skip_action(cursor);
        }
        let is_column = cursor.eat(&["COLUMN"]);
        let _ = cursor.eat(&["IF", "NOT", "EXISTS"]);
        if !is_column && self.is_constraint(cursor) {
            return self.constraint(cursor, id, place);
        }
        if self.spec.inline_keys && cursor.is_group() {
            return self.add_columns(cursor, id);
        }
        self.column(cursor, id)
    }

    /// `ADD (a int, b int)`
    fn add_columns(&mut self, cursor: &mut Cursor<'_>, id: TableId) -> Read<()> {
        cursor.need_symbol(&Token::LParen)?;
        self.column(cursor, id)?;
        while cursor.eat_symbol(&Token::Comma) {
            self.column(cursor, id)?;
        }
        cursor.need_symbol(&Token::RParen)
    }

    fn alter_column(&mut self, cursor: &mut Cursor<'_>, id: TableId, name: &Name, place: Span) -> Read<()> {
        if cursor.eat(&["SET", "NOT", "NULL"]) {
            self.set_not_null(id, name, true);
        } else if cursor.eat(&["DROP", "NOT", "NULL"]) {
            self.set_not_null(id, name, false);
        } else if cursor.eat(&["ADD", "GENERATED", "ALWAYS"]) {
            if let Some(ColumnId(index)) = self.resolve(id, std::slice::from_ref(name)).first().copied()
                && let Some(column) = self.schema.table_mut(id).columns.get_mut(index)
            {
                column.generated = true;
            }
        } else if cursor.is("TYPE") || cursor.are(&["SET", "DATA"]) {
            self.changed(place);
        }
        skip_action(cursor)
    }

    pub(super) fn set_not_null(&mut self, id: TableId, name: &Name, not_null: bool) {
        if let Some(ColumnId(index)) = self.resolve(id, std::slice::from_ref(name)).first().copied()
            && let Some(column) = self.schema.table_mut(id).columns.get_mut(index)
        {
            column.nullable = !not_null;
        }
    }

    /// A dump that is to replace what is there drops each table first; a history of changes drops it later.
    pub(super) fn drop_table(&mut self, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        cursor.need(&["DROP", "TABLE"])?;
        let _ = cursor.eat(&["IF", "EXISTS"]);
        let mut is_declared = false;
        loop {
            let name = self.table_name(cursor)?;
            is_declared |= self.schema.find(&name.text).is_some();
            if !cursor.eat_symbol(&Token::Comma) {
                break;
            }
        }
        if is_declared {
            self.changed(place);
        }
        Ok(())
    }

    pub(super) fn changed(&mut self, place: Span) {
        self.report(
            Diagnostic::new(Code::DdlSyntax, place, "the schema renames or drops what it declared before")
                .label("a change, not a declaration")
                .help("take the schema as the database prints it now, not the history of its changes"),
        );
    }
}

/// Whether the action declares something, so that its table must be there. What a dump drops first need not be.
fn is_needed(cursor: &Cursor<'_>) -> bool {
    ["ADD", "MODIFY", "RENAME", "CHANGE"].iter().any(|word| cursor.is(word))
}

/// Goes to the next comma or the end.
fn skip_action(cursor: &mut Cursor<'_>) -> Read<()> {
    while let Some(token) = cursor.peek() {
        match token.token {
            Token::Comma => return Ok(()),
            Token::LParen => {
                cursor.group()?;
            }
            _ => cursor.skip(),
        }
    }
    Ok(())
}
