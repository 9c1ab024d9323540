//! Keys, checks and indexes, wherever they stand: in a table, in a later `ALTER TABLE`, in a `CREATE INDEX`.

use sqlparser::tokenizer::{Token, TokenWithSpan};

use super::column::check;
use super::cursor::{Cursor, Name, Read, Unread, is_word};
use super::{Pending, Reader};
use crate::database::{Check, ColumnId, OnDelete, TableId, Unique};
use crate::source::Span;

/// The columns of a key or an index.
struct Parts {
    columns: Vec<ColumnId>,
    /// Some part is not a column but computed from columns.
    computed: bool,
}

impl Reader<'_> {
    pub(super) fn constraint(&mut self, cursor: &mut Cursor<'_>, id: TableId, place: Span) -> Read<()> {
        if cursor.eat(&["CONSTRAINT"]) && !is_start(cursor) {
            cursor.name()?;
        }
        if cursor.eat(&["PRIMARY", "KEY"]) {
            if self.by_index(cursor, id, true)? {
                return Ok(());
            }
            let parts = self.key_parts(cursor, id)?;
            self.primary_key(id, parts.columns);
        } else if cursor.eat(&["UNIQUE"]) {
            let _ = cursor.eat(&["KEY"]) || cursor.eat(&["INDEX"]);
            let nulls_conflict = cursor.eat(&["NULLS", "NOT", "DISTINCT"]);
            let _ = cursor.eat(&["NULLS", "DISTINCT"]);
            if self.by_index(cursor, id, false)? {
                return Ok(());
            }
            let parts = self.key_parts(cursor, id)?;
            let span = parts.columns.first().map_or(place, |first| self.schema.table(id).column(*first).span);
            self.unique(id, parts, None, nulls_conflict, span);
        } else if cursor.eat(&["FOREIGN", "KEY"]) {
            // MariaDB lets an index be named here.
            if !cursor.is_group() {
                cursor.name()?;
            }
            let columns = cursor.names()?;
            let span = columns.first().map_or(place, |first| first.span);
            self.references(cursor, id, columns, span)?;
        } else if cursor.eat(&["CHECK"]) {
            let mut check = check(cursor)?;
            // PostgreSQL does not look at the rows that are there; MariaDB has no such words.
            let _ = cursor.eat(&["NO", "INHERIT"]);
            check.holds = !cursor.are(&["NOT", "VALID"]) && !cursor.are(&["NOT", "ENFORCED"]);
            self.schema.table_mut(id).checks.push(check);
        } else if cursor.eat(&["NOT", "NULL"]) {
            let name = cursor.name()?;
            self.set_not_null(id, &name, true);
        } else {
            self.other_constraint(cursor, id)?;
        }
        while cursor.filler(self.spec.key_fillers) {}
        Ok(())
    }

    /// Constraints of one vendor only.
    fn other_constraint(&mut self, cursor: &mut Cursor<'_>, id: TableId) -> Read<()> {
        if cursor.eat(&["EXCLUDE"]) {
            cursor.need(&["USING"])?;
            cursor.name()?;
            cursor.group()?;
        } else if cursor.eat(&["PERIOD", "FOR"]) {
            cursor.name()?;
            cursor.group()?;
        } else if self.spec.inline_keys && (cursor.eat(&["KEY"]) || cursor.eat(&["INDEX"])) {
            let parts = self.key_parts(cursor, id)?;
            if !parts.computed {
                self.schema.table_mut(id).indexed.push(parts.columns);
            }
        } else if self.spec.inline_keys && ["FULLTEXT", "SPATIAL", "VECTOR"].iter().any(|kind| cursor.eat(&[kind])) {
            let _ = cursor.eat(&["KEY"]) || cursor.eat(&["INDEX"]);
            self.key_parts(cursor, id)?;
        } else {
            return Err(Unread);
        }
        Ok(())
    }

    /// `[name] [USING …] (columns)`
    fn key_parts(&mut self, cursor: &mut Cursor<'_>, id: TableId) -> Read<Parts> {
        let _ = cursor.eat(&["IF", "NOT", "EXISTS"]);
        if self.spec.inline_keys && !cursor.is_group() && !cursor.is("USING") {
            cursor.name()?;
        }
        while cursor.filler(&[&["USING", "*"]]) {}
        self.parts(cursor, id)
    }

    /// What stands between the commas: a column, perhaps with a length, a collation, an operator class and an order,
    /// or an expression over columns.
    fn parts(&mut self, cursor: &mut Cursor<'_>, id: TableId) -> Read<Parts> {
        let inside = cursor.group()?;
        let mut parts = Parts { columns: Vec::new(), computed: false };
        let mut names = Vec::new();
        for part in split(cursor.tokens(inside)) {
            if is_plain(part) {
                names.push(part.first().and_then(|token| cursor.name_of(token)).ok_or(Unread)?);
            } else {
                parts.computed = true;
                let table = self.schema.table(id);
                let read = part.iter().filter_map(|token| table.find(&cursor.name_of(token)?.text));
                parts.columns.extend(read.map(|(column, _)| column));
            }
        }
        parts.columns.extend(self.resolve(id, &names));
        if parts.computed {
            parts.columns.sort_unstable();
            parts.columns.dedup();
        }
        Ok(parts)
    }

    fn primary_key(&mut self, id: TableId, columns: Vec<ColumnId>) {
        let rowid = matches!(columns.as_slice(), [only]
            if self.schema.table(id).column(*only).declared.eq_ignore_ascii_case("integer"));
        let table = self.schema.table_mut(id);
        table.indexed.push(columns.clone());
        table.primary_key = columns;
        if rowid || self.spec.keys_not_null {
            self.key_not_null(id);
        }
    }

    fn unique(&mut self, id: TableId, parts: Parts, only: Option<Check>, nulls_conflict: bool, span: Span) {
        if parts.columns.is_empty() {
            return;
        }
        let table = self.schema.table_mut(id);
        let partial = only.is_some();
        if !partial && !parts.computed {
            table.indexed.push(parts.columns.clone());
        }
        // An index of some rows or of computed values may cover the row at hand: it is taken as unique, which errs on
        // the safe side.
        let partial = partial || parts.computed;
        table.uniques.push(Unique { columns: parts.columns, partial, only, nulls_conflict, span });
    }

    /// `PRIMARY KEY USING INDEX name`: the columns are those of a unique index before it.
    fn by_index(&mut self, cursor: &mut Cursor<'_>, id: TableId, primary: bool) -> Read<bool> {
        if cursor.are(&["USING", "INDEX", "TABLESPACE"]) || !cursor.eat(&["USING", "INDEX"]) {
            return Ok(false);
        }
        let name = cursor.name()?;
        if let Some(columns) = self.indexes.get(&name.text).filter(|_| primary).cloned() {
            self.primary_key(id, columns);
        }
        while cursor.filler(self.spec.key_fillers) {}
        Ok(true)
    }

    /// `REFERENCES table (columns) ON DELETE …`
    pub(super) fn references(
        &mut self,
        cursor: &mut Cursor<'_>,
        id: TableId,
        columns: Vec<Name>,
        span: Span,
    ) -> Read<()> {
        cursor.need(&["REFERENCES"])?;
        let to = self.table_name(cursor)?;
        let to_columns = if cursor.is_group() { cursor.names()? } else { Vec::new() };
        let mut on_delete = self.spec.no_action;
        let mut deferrable = false;
        loop {
            if cursor.eat(&["ON", "DELETE"]) {
                on_delete = self.action(cursor)?;
            } else if cursor.eat(&["ON", "UPDATE"]) {
                self.action(cursor)?;
            } else if cursor.eat(&["MATCH"]) {
                cursor.skip();
            } else if cursor.are(&["NOT", "DEFERRABLE"]) {
                break;
            } else if cursor.eat(&["DEFERRABLE"]) || cursor.eat(&["INITIALLY", "DEFERRED"]) {
                deferrable = true;
            } else {
                break;
            }
        }
        // WHY: rows of a table that cannot be printed cannot be guarded; a purge that needs it is refused instead.
        if self.schema.table(id).is_elsewhere {
            on_delete = OnDelete::Refuse;
        }
        self.pending.push(Pending { table: id, columns, to, to_columns, on_delete, deferrable, span });
        Ok(())
    }

    fn action(&self, cursor: &mut Cursor<'_>) -> Read<OnDelete> {
        let action = if cursor.eat(&["CASCADE"]) {
            OnDelete::Cascade
        } else if cursor.eat(&["RESTRICT"]) {
            OnDelete::Restrict
        } else if cursor.eat(&["NO", "ACTION"]) {
            self.spec.no_action
        } else if cursor.eat(&["SET", "NULL"]) {
            OnDelete::SetNull
        } else {
            cursor.need(&["SET", "DEFAULT"])?;
            OnDelete::SetDefault
        };
        // PostgreSQL 15: only some columns of the key are set.
        if cursor.is_group() {
            cursor.group()?;
        }
        Ok(action)
    }

    /// `CREATE [UNIQUE] INDEX [name] ON table [USING method] (columns) [WHERE condition]`
    pub(super) fn create_index(&mut self, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        cursor.need(&["CREATE"])?;
        if cursor.eat(&["OR"]) {
            cursor.need(&["REPLACE"])?;
        }
        let unique = cursor.eat(&["UNIQUE"]);
        cursor.need(&["INDEX"])?;
        let _ = cursor.eat(&["CONCURRENTLY"]);
        let _ = cursor.eat(&["IF", "NOT", "EXISTS"]);
        let mut index = None;
        if !cursor.is("ON") {
            index = cursor.path()?.pop();
            while cursor.filler(&[&["USING", "*"]]) {}
        }
        cursor.need(&["ON"])?;
        let _ = cursor.eat(&["ONLY"]);
        let name = self.table_name(cursor)?;
        let Some((id, _)) = self.schema.find(&name.text) else {
            let title = format!("there is no table `{}` for this index", name.text);
            self.no_table(&name.text, name.span, title);
            return Ok(());
        };
        while cursor.filler(&[&["USING", "*"]]) {}
        let parts = self.parts(cursor, id)?;
        let (mut only, mut nulls_conflict) = (None, false);
        while !cursor.is_at_end() {
            if cursor.eat(&["NULLS", "NOT", "DISTINCT"]) {
                nulls_conflict = true;
            } else if cursor.eat(&["WHERE"]) {
                let (span, text) = cursor.rest();
                only = Some(Check { text: text.to_owned(), span, holds: true, asked: None });
                break;
            } else if !cursor.eat(&["NULLS", "DISTINCT"]) && !cursor.filler(self.spec.key_fillers) {
                return Err(Unread);
            }
        }
        let partial = only.is_some();
        if !partial && parts.computed {
            self.schema.table_mut(id).computed.extend(&parts.columns);
        }
        if unique {
            if let Some(index) = index.filter(|_| !parts.computed) {
                self.indexes.insert(index.text, parts.columns.clone());
            }
            self.unique(id, parts, only, nulls_conflict, place);
        } else if !partial && !parts.computed && !parts.columns.is_empty() {
            self.schema.table_mut(id).indexed.push(parts.columns);
        }
        Ok(())
    }
}

fn is_start(cursor: &Cursor<'_>) -> bool {
    ["PRIMARY", "UNIQUE", "FOREIGN", "CHECK"].iter().any(|word| cursor.is(word))
}

/// The parts between commas that are in no bracket.
fn split(tokens: &[TokenWithSpan]) -> Vec<&[TokenWithSpan]> {
    let mut depth = 0_usize;
    tokens
        .split(|token| {
            match token.token {
                Token::LParen => depth += 1,
                Token::RParen => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && token.token == Token::Comma
        })
        .collect()
}

/// A name, and behind it nothing but what says how it is sorted.
fn is_plain(part: &[TokenWithSpan]) -> bool {
    let is_name = part.first().is_some_and(|first| {
        let computes = ["CASE", "CAST", "NOT"].iter().any(|word| is_word(&first.token, word));
        matches!(first.token, Token::Word(_) | Token::SingleQuotedString(_)) && !computes
    });
    if !is_name {
        return false;
    }
    let mut rest = part.iter().map(|token| &token.token).skip(1);
    match rest.next() {
        None => true,
        Some(Token::LParen) => {
            // The first characters of a text.
            matches!(rest.next(), Some(Token::Number(..))) && matches!(rest.next(), Some(Token::RParen))
        }
        Some(Token::Word(_)) => !part.iter().any(|token| is_word(&token.token, "AND") || is_word(&token.token, "IS")),
        Some(_) => false,
    }
}
