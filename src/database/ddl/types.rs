//! Types that the schema itself declares: enums, domains, and collations that fold.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use sqlparser::tokenizer::Token;

use super::Reader;
use super::cursor::{Cursor, Read, Unread};
use super::vendor::Described;
use crate::sql::Family;

/// By their names without a schema's.
#[derive(Default)]
pub(super) struct Types {
    named: HashMap<String, Described>,
    folding: BTreeSet<String>,
}

impl Types {
    pub fn named(&self, name: &str) -> Option<&Described> {
        self.named.get(name)
    }

    pub fn is_folding(&self, collation: &str) -> bool {
        self.folding.contains(collation)
    }
}

impl Reader<'_> {
    /// `CREATE TYPE name AS ENUM ('a', 'b')`; other types are only names.
    pub(super) fn create_type(&mut self, cursor: &mut Cursor<'_>) -> Read<()> {
        cursor.need(&["CREATE", "TYPE"])?;
        let name = cursor.path()?.pop().ok_or(Unread)?;
        let mut described = Described::of(Family::Other);
        if cursor.eat(&["AS", "ENUM"]) {
            let inside = cursor.group()?;
            described.family = Family::Text;
            let values = cursor.tokens(inside).iter().filter_map(|token| text(&token.token)).collect();
            described.allowed = Some(Arc::new(values));
        }
        self.types.named.insert(name.text, described);
        Ok(())
    }

    /// `ALTER TYPE name ADD VALUE 'c'`, as a history of changes has it.
    pub(super) fn alter_type(&mut self, cursor: &mut Cursor<'_>) -> Read<()> {
        cursor.need(&["ALTER", "TYPE"])?;
        let name = cursor.path()?.pop().ok_or(Unread)?;
        if cursor.eat(&["ADD", "VALUE"]) {
            cursor.eat(&["IF", "NOT", "EXISTS"]);
            let value = cursor.peek().and_then(|token| text(&token.token)).ok_or(Unread)?;
            if let Some(Described { allowed: Some(allowed), .. }) = self.types.named.get_mut(&name.text) {
                Arc::make_mut(allowed).push(value);
            }
        }
        Ok(())
    }

    /// A domain is its type, perhaps with NOT NULL.
    pub(super) fn create_domain(&mut self, cursor: &mut Cursor<'_>) -> Read<()> {
        cursor.need(&["CREATE", "DOMAIN"])?;
        let name = cursor.path()?.pop().ok_or(Unread)?;
        cursor.eat(&["AS"]);
        let declared = cursor.declared(|_| false)?;
        let mut described = (self.spec.describe)(&declared, &self.types);
        while !cursor.is_at_end() {
            if cursor.eat(&["NOT", "NULL"]) {
                described.nullable = false;
            } else if cursor.eat(&["COLLATE"]) {
                let collation = cursor.path()?.pop().ok_or(Unread)?;
                described.collation = (self.spec.collation)(&collation.text, &self.types);
            } else {
                cursor.skip();
            }
        }
        self.types.named.insert(name.text, described);
        Ok(())
    }

    /// Only what folds matters: `deterministic = false`.
    pub(super) fn create_collation(&mut self, cursor: &mut Cursor<'_>) -> Read<()> {
        cursor.need(&["CREATE", "COLLATION"])?;
        cursor.eat(&["IF", "NOT", "EXISTS"]);
        let name = cursor.path()?.pop().ok_or(Unread)?;
        while !cursor.is_at_end() {
            if cursor.eat(&["DETERMINISTIC"]) {
                cursor.need_symbol(&Token::Eq)?;
                if cursor.eat(&["FALSE"])
                    || cursor.peek().and_then(|token| text(&token.token)).as_deref() == Some("false")
                {
                    self.types.folding.insert(name.text.clone());
                }
            } else {
                cursor.skip();
            }
        }
        Ok(())
    }
}

fn text(token: &Token) -> Option<String> {
    if let Token::SingleQuotedString(text) = token { Some(text.clone()) } else { None }
}
