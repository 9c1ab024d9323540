//! DDL into a [`Schema`]: needed statements are read or are an error, irrelevant ones are skipped.
//!
//! WHY the declarations are read here and not by sqlparser's parser: a dump's every table must be read, and of what
//! dumps contain version 0.63 refuses a dozen forms (identity columns, partitions, `COLLATION=`, `ON DELETE SET NULL
//! (column)` …). Its tokens are right for every vendor, so this room reads those; a word that it does not know stops the
//! statement, as nothing of a table may be skipped by chance.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

mod alter;
mod class;
mod column;
mod constraint;
mod cursor;
mod cut;
mod link;
mod mariadb;
mod postgres;
mod sqlite;
mod table;
mod types;
mod vendor;

pub use vendor::{Case, Vendor};

use std::cmp::Ordering;
use std::collections::HashMap;

use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::Token;

use self::class::{Class, class};
use self::cursor::{Cursor, Name, Read, Unread};
use self::cut::{Cut, CutFault, Piece};
use self::types::Types;
use self::vendor::Spec;
use super::{ColumnId, OnDelete, Schema, TableId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Span};

/// Lines of a file among which a dump says that it is one.
const TITLE: usize = 20;

/// Findings of one file that are shown: with more of them it is another file than was meant.
const MANY: usize = 100;

/// Bytes of one statement that is needed: a table of a thousand columns has a twentieth of that.
const LARGEST_STATEMENT: usize = 2 << 20;

/// Reads the schema from a file of DDL; what is wrong with it goes to `found`.
pub fn read(sources: &SourceMap, file: FileId, vendor: Vendor, found: &mut Diagnostics) -> Schema {
    let text = sources.text(file);
    let spec = vendor.spec();
    let mut reader = Reader {
        file,
        text,
        spec,
        found,
        schema: Schema::new(spec.tables),
        pending: Vec::new(),
        triggers: Vec::new(),
        types: Types::default(),
        indexes: HashMap::new(),
        collations: HashMap::new(),
        home: spec.home.map(str::to_owned),
        reported: 0,
    };
    if reader.can_be_read() {
        reader.statements();
        reader.link();
    }
    if reader.schema.is_empty() && !reader.found.has_errors() {
        let place = Span::new(file, 0..0);
        let help = reader.help();
        reader.found.push(
            Diagnostic::new(Code::NoTables, place, "the schema declares no table")
                .label("no `CREATE TABLE` in this file")
                .help(help),
        );
    }
    reader.schema
}

/// A table as a statement names it.
#[derive(Debug, Clone)]
struct TableName {
    text: String,
    /// In another schema or database than the one whose name is left out.
    is_elsewhere: bool,
    span: Span,
}

/// A foreign key whose target may be declared later.
struct Pending {
    table: TableId,
    columns: Vec<Name>,
    to: TableName,
    to_columns: Vec<Name>,
    on_delete: OnDelete,
    deferrable: bool,
    span: Span,
}

struct Reader<'r> {
    file: FileId,
    text: &'r str,
    spec: &'static Spec,
    found: &'r mut Diagnostics,
    schema: Schema,
    pending: Vec<Pending>,
    /// What a purge sets off: the table, and the statement.
    triggers: Vec<(TableName, Span)>,
    types: Types,
    /// Columns of unique indexes, of which a later statement may make a key.
    indexes: HashMap<String, Vec<ColumnId>>,
    /// By table, what its columns are compared by where they say nothing.
    collations: HashMap<TableId, String>,
    /// The schema whose name is left out.
    home: Option<String>,
    reported: usize,
}

impl Reader<'_> {
    fn help(&self) -> String {
        format!("take the schema as the database prints it: `{}`", self.spec.command)
    }

    fn can_be_read(&mut self) -> bool {
        if let Some(at) = self.text.find('\0') {
            self.report(
                Diagnostic::new(
                    Code::NulInText,
                    Span::new(self.file, at..at + 1),
                    "the schema contains the character NUL",
                )
                .label("remove it")
                .help("a schema that a database prints has none: perhaps this file is no text"),
            );
            return false;
        }
        true
    }

    fn statements(&mut self) {
        let mut any_closed = false;
        for piece in Cut::new(self.text, self.spec) {
            match piece {
                Ok(piece) => {
                    self.statement(&piece, any_closed);
                    any_closed |= piece.closed;
                }
                Err(fault) => return self.cut_fault(&fault),
            }
        }
        self.look_for_end();
    }

    fn cut_fault(&mut self, fault: &CutFault) {
        let diagnostic = match fault {
            CutFault::Open { at, what } => {
                let rest = self.text.get(*at..).unwrap_or("");
                let place = Span::new(self.file, *at..at + rest.find('\n').unwrap_or(rest.len()));
                Diagnostic::new(Code::DdlSyntax, place, format!("{what} of the schema is never closed"))
                    .label("opened here")
                    .help("close it; nothing after it can be read")
            }
            CutFault::Data { statement } => {
                let place = Span::new(self.file, statement.clone());
                Diagnostic::new(Code::DdlSyntax, place, "the rows of data after this statement never end")
                    .label("no line `\\.` ends them: the file is cut off")
                    .help(self.help())
            }
        };
        self.report(diagnostic);
    }

    /// A dump says where it begins and where it is complete; one that is cut off between two statements lacks the second.
    fn look_for_end(&mut self) {
        let title_of = |line: &str| {
            let is_title = |(first, _): &&(&str, &str)| {
                line.starts_with(first) && (first.ends_with(' ') || line.trim_end() == *first)
            };
            self.spec.dumps.iter().find(is_title)
        };
        let title = self.text.lines().take(TITLE).find_map(|line| Some((line, title_of(line)?.1)));
        let Some((line, last)) = title else { return };
        if self.text.lines().any(|line| line.starts_with(last)) || self.found.has_errors() {
            return;
        }
        let at = line.as_ptr().addr() - self.text.as_ptr().addr();
        let place = Span::new(self.file, at..at + line.trim_end().len());
        let help = self.help();
        self.report(
            Diagnostic::new(Code::DdlSyntax, place, "this dump of a schema is not complete")
                .label(format!("begun here, but no line `{last}` ends it: the file is cut off"))
                .help(help),
        );
    }

    fn statement(&mut self, piece: &Piece<'_>, others_are_closed: bool) {
        let place = Span::new(self.file, piece.range.clone());
        let class = class(piece, self.spec);
        match class {
            Class::Change => return self.changed(place),
            Class::Irrelevant if !piece.closed && others_are_closed => return self.unclosed(place),
            Class::Irrelevant => return,
            _ => {}
        }
        let tables = self.schema.len();
        let text = self.text.get(piece.range.clone()).unwrap_or("");
        if text.len() > LARGEST_STATEMENT {
            let title = format!("one statement of the schema is too large: {} KB", text.len() >> 10);
            self.report(
                Diagnostic::new(Code::TooLarge, place.part(0..text.find('\n').unwrap_or(text.len())), title)
                    .label(format!("at most {} KB are read", LARGEST_STATEMENT >> 10))
                    .help(self.help()),
            );
            return;
        }
        let mut cursor = match Cursor::new(self.spec, self.file, text, piece.range.start) {
            Ok(cursor) => cursor,
            Err(at) => return self.unread(at, "this part of it is no SQL of this database"),
        };
        if self.read_as(class, &mut cursor, place).is_err() {
            // Half of a table would make what is not there look like a mistake of the policy.
            if self.schema.len() > tables {
                let table = self.schema.take_back();
                while self.pending.pop_if(|key| key.table == table).is_some() {}
            }
            self.stopped(&cursor, place);
        }
    }

    /// Says where the reading of a statement stopped.
    fn stopped(&mut self, cursor: &Cursor<'_>, place: Span) {
        let Some(next) = cursor.peek() else {
            return self.unread(place, "not understood: its end is missing");
        };
        let label = match &next.token {
            Token::Word(word) if matches!(word.keyword, Keyword::CREATE | Keyword::ALTER | Keyword::INSERT) => {
                "a semicolon is missing before this"
            }
            Token::Word(_) => "not understood from here on; is a comma missing before it?",
            _ => "not understood from here on",
        };
        self.unread(cursor.span_of(next), label);
    }

    fn unread(&mut self, at: Span, label: &str) {
        let help = self.help();
        self.report(
            Diagnostic::new(Code::DdlSyntax, at, "this statement of the schema cannot be read").label(label).help(help),
        );
    }

    /// The last statement is not one that is needed, but perhaps the beginning of one.
    fn unclosed(&mut self, place: Span) {
        let end = self.text.get(place.range()).map_or(0, |text| text.lines().next().unwrap_or("").len());
        let help = self.help();
        self.report(
            Diagnostic::new(Code::DdlSyntax, place.part(0..end), "the schema ends in the middle of a statement")
                .label("no semicolon ends it: is the file cut off?")
                .help(help),
        );
    }

    /// Where no schema's name is known to be left out, it is that of the first table that is declared with one.
    fn adopt_home(&mut self, cursor: &mut Cursor<'_>) -> Read<()> {
        let start = cursor.at();
        if let [.., schema, _] = cursor.path()?.as_slice() {
            self.home.get_or_insert_with(|| schema.text.clone());
        }
        cursor.go(start);
        Ok(())
    }

    /// `SET search_path TO app` before all tables: one schema is searched, and so it is the one whose name is left out. Of
    /// several, as old dumps have them, nothing is taken.
    fn home_is(&mut self, cursor: &mut Cursor<'_>) {
        let is_said = self.schema.is_empty()
            && cursor.eat(&["SET", "SEARCH_PATH"])
            && (cursor.eat(&["TO"]) || cursor.eat_symbol(&Token::Eq));
        if is_said
            && let Ok(schema) = cursor.name()
            && cursor.is_at_end()
        {
            self.home = Some(schema.text);
        }
    }

    /// A table's name; the name of the schema whose tables need none is left out.
    fn table_name(&mut self, cursor: &mut Cursor<'_>) -> Read<TableName> {
        let mut path = cursor.path()?;
        let name = path.pop().ok_or(Unread)?;
        let Some(schema) = path.pop() else {
            return Ok(TableName { text: name.text, is_elsewhere: false, span: name.span });
        };
        let case = self.spec.tables;
        let is_elsewhere = self.home.as_ref().is_none_or(|home| case.key(home) != case.key(&schema.text));
        let text = if is_elsewhere { format!("{}.{}", schema.text, name.text) } else { name.text };
        Ok(TableName { text, is_elsewhere, span: name.span })
    }

    fn conflict(&mut self, span: Span, title: String, label: &str) {
        self.report(
            Diagnostic::new(Code::DdlConflict, span, title)
                .label(label)
                .help("the database would refuse it too: take the schema as the database prints it"),
        );
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.reported += 1;
        match self.reported.cmp(&MANY) {
            Ordering::Less => self.found.push(diagnostic),
            Ordering::Equal => self.found.push(diagnostic.note("what else is wrong in this file is not shown")),
            Ordering::Greater => {}
        }
    }

    /// A name of a table that is not declared, unless its declaration was not understood.
    fn no_table(&mut self, name: &str, span: Span, title: String) {
        // A name like it is looked for among all: not for findings that nobody sees.
        if self.schema.is_unread(name) || self.reported >= MANY {
            return;
        }
        let names = self.schema.tables().map(|(_, table)| &*table.name);
        let diagnostic = Diagnostic::new(Code::DdlConflict, span, title).label("no such table").nearest(name, names);
        self.report(diagnostic);
    }

    fn resolve(&mut self, id: TableId, names: &[Name]) -> Vec<ColumnId> {
        let mut columns = Vec::new();
        for name in names {
            let table = self.schema.table(id);
            if let Some((column, _)) = table.find(&name.text) {
                columns.push(column);
            } else if self.reported < MANY {
                let title = format!("table `{}` has no column `{}`", table.name, name.text);
                let diagnostic = Diagnostic::new(Code::DdlConflict, name.span, title)
                    .label("no such column")
                    .nearest(&name.text, table.column_names());
                self.report(diagnostic);
            }
        }
        columns
    }
}
