//! What can only be settled when all is read: foreign keys to later tables, triggers, keys that make columns NOT NULL.

use sqlparser::tokenizer::Token;

use super::cursor::{Cursor, Read, is_word};
use super::{Pending, Reader};
use crate::database::{ForeignKey, Relation};
use crate::source::Span;

impl Reader<'_> {
    pub(super) fn link(&mut self) {
        for key in std::mem::take(&mut self.pending) {
            self.foreign_key(&key);
        }
        for (table, place) in std::mem::take(&mut self.triggers) {
            if let Some((id, _)) = self.schema.find(&table.text) {
                self.schema.table_mut(id).triggers.push(place);
            }
        }
        if self.spec.keys_not_null {
            let ids: Vec<_> = self.schema.tables().map(|(id, _)| id).collect();
            for id in ids {
                self.key_not_null(id);
            }
        }
    }

    fn foreign_key(&mut self, key: &Pending) {
        // It may have been named before it was known which schema's name is left out.
        let home = self.home.as_ref().filter(|_| key.to.is_elsewhere);
        let name = home.and_then(|home| key.to.text.strip_prefix(home.as_str())?.strip_prefix('.'));
        let Some((table, target)) = self.schema.find(name.unwrap_or(&key.to.text)) else {
            // A dump of one schema does not declare the tables of another.
            if key.to.is_elsewhere {
                return;
            }
            let title = format!("this foreign key refers to table `{}`, which is not there", key.to.text);
            return self.no_table(&key.to.text, key.to.span, title);
        };
        let primary = target.primary_key.clone();
        let columns = self.resolve(key.table, &key.columns);
        let to = if key.to_columns.is_empty() { primary } else { self.resolve(table, &key.to_columns) };
        if columns.is_empty() || columns.len() != to.len() {
            // A column that was not found has been said.
            if columns.len() == key.columns.len() && to.len() >= key.to_columns.len() {
                let title = "this foreign key has not as many columns as the key it refers to".to_owned();
                self.conflict(key.span, title, "refers to a key of another length");
            }
            return;
        }
        self.schema.relate(Relation {
            from: key.table,
            columns: columns.clone(),
            to: table,
            keys: to.clone(),
            name: None,
            reverse: None,
            when: None,
            span: key.span,
        });
        let foreign =
            ForeignKey { columns, table, to, on_delete: key.on_delete, deferrable: key.deferrable, span: key.span };
        self.schema.table_mut(key.table).foreign_keys.push(foreign);
    }

    /// `CREATE TRIGGER name … ON table`: only the table matters here, and that a purge can set it off.
    pub(super) fn trigger(&mut self, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        let mut by_purge = false;
        while !cursor.eat(&["ON"]) {
            if cursor.is_at_end() {
                return Err(super::Unread);
            }
            by_purge |= cursor.is("UPDATE") || cursor.is("DELETE");
            cursor.skip();
        }
        let table = self.table_name(cursor)?;
        if by_purge {
            self.triggers.push((table, place));
        }
        Ok(())
    }

    /// `CREATE RULE name AS ON DELETE TO table DO …`
    pub(super) fn rule(&mut self, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        while !cursor.eat(&["ON"]) {
            if cursor.is_at_end() {
                return Err(super::Unread);
            }
            cursor.skip();
        }
        let by_purge = cursor.peek().is_some_and(|token| is_event(&token.token));
        cursor.skip();
        cursor.need(&["TO"])?;
        let table = self.table_name(cursor)?;
        if by_purge {
            self.triggers.push((table, place));
        }
        Ok(())
    }
}

fn is_event(token: &Token) -> bool {
    is_word(token, "UPDATE") || is_word(token, "DELETE")
}
