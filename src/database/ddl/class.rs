//! What a statement is, by its first words: needed, a trigger, or nothing that a policy depends on.

use super::Reader;
use super::cursor::{Cursor, Read};
use super::cut::Piece;
use super::vendor::Spec;
use crate::source::Span;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Table,
    Alter,
    Index,
    Type,
    AlterType,
    Domain,
    Collation,
    Trigger,
    Rule,
    DropTable,
    /// Which schema's name is left out.
    Home,
    /// Of what was declared before.
    Change,
    Irrelevant,
}

impl Reader<'_> {
    /// Reads a statement as what it is.
    pub(super) fn read_as(&mut self, class: Class, cursor: &mut Cursor<'_>, place: Span) -> Read<()> {
        match class {
            Class::Table => self.create_table(cursor, place),
            Class::Alter => self.alter_table(cursor, place),
            Class::Index => self.create_index(cursor, place),
            Class::Type => self.create_type(cursor),
            Class::AlterType => self.alter_type(cursor),
            Class::Domain => self.create_domain(cursor),
            Class::Collation => self.create_collation(cursor),
            Class::Trigger => self.trigger(cursor, place),
            Class::Rule => self.rule(cursor, place),
            Class::DropTable => self.drop_table(cursor, place),
            Class::Home => {
                self.home_is(cursor);
                Ok(())
            }
            Class::Change | Class::Irrelevant => Ok(()),
        }
    }
}

pub(super) fn class(piece: &Piece<'_>, spec: &Spec) -> Class {
    let head: Vec<String> = piece.head.iter().map(|word| word.to_ascii_uppercase()).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    match head.as_slice() {
        ["CREATE", rest @ ..] => created(rest, piece, spec),
        ["ALTER", "TABLE", ..] | ["ALTER", "FOREIGN", "TABLE", ..] if !piece.versioned => Class::Alter,
        ["ALTER", "TYPE", ..] if spec.types => Class::AlterType,
        ["SET", "SEARCH_PATH", ..] if spec.types => Class::Home,
        ["RENAME", "TABLE" | "TABLES", ..] => Class::Change,
        ["DROP", "TABLE", ..] => Class::DropTable,
        _ => Class::Irrelevant,
    }
}

fn created(rest: &[&str], piece: &Piece<'_>, spec: &Spec) -> Class {
    let is_filler = |word: &&&str| {
        matches!(**word, "OR" | "REPLACE" | "UNLOGGED" | "FOREIGN" | "CONSTRAINT" | "UNIQUE" | "DEFINER")
    };
    match rest.iter().find(|word| !is_filler(word)) {
        // WHY: mysqldump writes views first as tables, in a comment for old servers, and drops these later.
        Some(&"TABLE") if piece.versioned => Class::Irrelevant,
        Some(&"TABLE") => Class::Table,
        Some(&"INDEX") => Class::Index,
        Some(&"TRIGGER") => Class::Trigger,
        Some(&"RULE") => Class::Rule,
        Some(&"TYPE") if spec.types => Class::Type,
        Some(&"DOMAIN") if spec.types => Class::Domain,
        Some(&"COLLATION") if spec.types => Class::Collation,
        // `DEFINER = root@localhost TRIGGER`
        Some(_) if rest.contains(&"DEFINER") && rest.contains(&"TRIGGER") => Class::Trigger,
        // A table of one session (TEMPORARY) is not in the schema.
        _ => Class::Irrelevant,
    }
}
