//! DDL into a [`Schema`]: needed statements are read or are an error, irrelevant ones are skipped.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use sqlparser::ast::{
    AlterTableOperation, ColumnDef, ColumnOption, CreateIndex, CreateTable, Expr, ForeignKeyConstraint, Ident,
    IndexColumn, ObjectName, ReferentialAction, Statement, TableConstraint,
};
use sqlparser::dialect::SQLiteDialect;
use sqlparser::keywords::Keyword;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Token, TokenWithSpan};

use super::statements::{DEEPEST, Lines, Slice, cut, is_endless};
use super::types::family;
use super::{Collation, Column, ColumnId, ForeignKey, OnDelete, Relation, Schema, Table, TableId, Unique};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Span};
use crate::sql::Family;

/// Tokens in a row: a check or a default that no person wrote.
const LONGEST: usize = 1000;

/// Reads the schema from a file of DDL; what is wrong with it goes to `found`.
pub fn read(sources: &SourceMap, file: FileId, found: &mut Diagnostics) -> Schema {
    let text = sources.text(file);
    let mut reader = Reader { file, lines: Lines::new(text), found, schema: Schema::default(), pending: Vec::new() };
    if let Some(at) = text.find('\0') {
        let place = Span::new(file, at..at + 1);
        reader.found.push(
            Diagnostic::new(Code::NulInText, place, "the schema contains the character NUL")
                .label("remove it")
                .help("a schema that a database prints has none: perhaps this file is no text"),
        );
        return reader.schema;
    }
    match cut(text) {
        Ok(slices) => slices.into_iter().for_each(|slice| reader.statement(slice)),
        Err(fault) => {
            let rest = text.get(fault.at..).unwrap_or("");
            let what = if rest.starts_with("/*") { "a comment" } else { "a quote" };
            let place = Span::new(file, fault.at..fault.at + rest.find('\n').unwrap_or(rest.len()));
            reader.found.push(
                Diagnostic::new(Code::DdlSyntax, place, format!("{what} of the schema is never closed"))
                    .label("opened here")
                    .help("close it; nothing after it can be read"),
            );
        }
    }
    reader.link();
    if reader.schema.is_empty() && !reader.found.has_errors() {
        let place = Span::new(file, 0..0);
        reader.found.push(
            Diagnostic::new(Code::NoTables, place, "the schema declares no table")
                .label("no `CREATE TABLE` in this file")
                .help("take the schema as the database prints it: `sqlite3 app.db .schema`"),
        );
    }
    reader.schema
}

/// A foreign key whose target may be declared later.
struct Pending {
    table: TableId,
    columns: Vec<Ident>,
    to_table: String,
    /// Where the table it refers to is named.
    to_span: Span,
    to_columns: Vec<Ident>,
    on_delete: OnDelete,
    span: Span,
}

struct Reader<'r> {
    file: FileId,
    lines: Lines<'r>,
    found: &'r mut Diagnostics,
    schema: Schema,
    pending: Vec<Pending>,
}

/// What the first words of a statement make it.
enum Class {
    Needed,
    Trigger,
    Irrelevant,
}

fn class(tokens: &[TokenWithSpan]) -> Class {
    let words: Vec<String> = tokens.iter().filter_map(word).map(str::to_ascii_uppercase).take(3).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["CREATE", "TABLE" | "INDEX", ..] | ["CREATE", "UNIQUE", "INDEX"] | ["ALTER", "TABLE", ..] => Class::Needed,
        ["CREATE", "TRIGGER", ..] => Class::Trigger,
        _ => Class::Irrelevant,
    }
}

/// The parser reads `WITHOUT ROWID STRICT`; SQLite wants a comma between the two, and takes them in any order.
fn unlist_options(tokens: &mut Vec<TokenWithSpan>) {
    let Some(close) = tokens.iter().rposition(|token| token.token == Token::RParen) else { return };
    let is_strict = |token: &TokenWithSpan| matches!(&token.token, Token::Word(word) if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("strict"));
    let mut options = tokens.split_off(close + 1);
    options.retain(|token| token.token != Token::Comma);
    let (strict, others): (Vec<_>, Vec<_>) = options.into_iter().partition(is_strict);
    tokens.extend(others.into_iter().chain(strict));
}

impl Reader<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn ident(&self, ident: &Ident) -> Span {
        self.span(self.lines.range(ident.span.start, ident.span.end))
    }

    fn name(&self, name: &ObjectName) -> (String, Span) {
        let idents: Vec<&Ident> = name.0.iter().filter_map(|part| part.as_ident()).collect();
        let text: Vec<&str> = idents.iter().map(|ident| ident.value.as_str()).collect();
        // `main.x` is `x` in SQLite.
        let text = if let ["main", rest @ ..] = text.as_slice() { rest.join(".") } else { text.join(".") };
        let span = idents.last().map_or(Span::default(), |ident| self.ident(ident));
        (text, span)
    }

    fn conflict(&mut self, span: Span, title: String, label: &str) {
        self.found.push(
            Diagnostic::new(Code::DdlConflict, span, title)
                .label(label)
                .help("the database would refuse it too: take the schema as the database prints it"),
        );
    }

    /// A name of a table that is not declared, unless its declaration was not understood.
    fn no_table(&mut self, name: &str, span: Span, title: String) {
        if self.schema.is_unread(name) {
            return;
        }
        let names = self.schema.tables().map(|(_, table)| &*table.name);
        let diagnostic = Diagnostic::new(Code::DdlConflict, span, title).label("no such table").nearest(name, names);
        self.found.push(diagnostic);
    }

    fn statement(&mut self, slice: Slice) {
        let place = self.span(slice.range);
        match class(&slice.tokens) {
            Class::Irrelevant => {}
            Class::Trigger => self.trigger(&slice.tokens, place),
            Class::Needed => {
                let declares = declared_table(&slice.tokens);
                if is_endless(&slice.tokens, LONGEST) {
                    return self.unread(None, place, declares);
                }
                let mut tokens = slice.tokens;
                unlist_options(&mut tokens);
                let mut parser =
                    Parser::new(&SQLiteDialect {}).with_recursion_limit(DEEPEST).with_tokens_with_locations(tokens);
                let parsed = parser.parse_statement();
                let next = parser.peek_token();
                match parsed {
                    Ok(statement) if next.token == Token::EOF => self.needed(statement, place),
                    Err(ParserError::RecursionLimitExceeded) => self.unread(None, place, declares),
                    _ => self.unread(Some(&next).filter(|next| next.token != Token::EOF), place, declares),
                }
            }
        }
    }

    fn unread(&mut self, next: Option<&TokenWithSpan>, place: Span, declares: Option<String>) {
        self.schema.unread.extend(declares);
        let at = next.map_or(place, |next| self.span(self.lines.range(next.span.start, next.span.end)));
        let label = match next.map(|next| &next.token) {
            Some(Token::Word(word)) if matches!(word.keyword, Keyword::CREATE | Keyword::ALTER | Keyword::INSERT) => {
                "a semicolon is missing before this"
            }
            Some(Token::Word(_)) => "not understood from here on; is a comma missing before it?",
            Some(_) => "not understood from here on",
            None => "not understood: incomplete, too long, or nested too deep",
        };
        self.found.push(
            Diagnostic::new(Code::DdlSyntax, at, "this statement of the schema cannot be read")
                .label(label)
                .help("take the schema as the database prints it: `sqlite3 app.db .schema`"),
        );
    }

    fn needed(&mut self, statement: Statement, place: Span) {
        match statement {
            Statement::CreateTable(table) => self.table(&table),
            Statement::CreateIndex(index) => self.index(&index, place),
            Statement::AlterTable(alter) => {
                let (name, span) = self.name(&alter.name);
                let Some((id, _)) = self.schema.find(&name) else {
                    return self.no_table(&name, span, format!("there is no table `{name}` to alter"));
                };
                for operation in &alter.operations {
                    self.alter(id, operation, place);
                }
            }
            _ => {}
        }
    }

    fn alter(&mut self, id: TableId, operation: &AlterTableOperation, place: Span) {
        match operation {
            AlterTableOperation::AddColumn { column_def, .. } => self.column(id, column_def),
            AlterTableOperation::AddConstraint { constraint, .. } => self.constraint(id, constraint, place),
            AlterTableOperation::RenameTable { .. }
            | AlterTableOperation::RenameColumn { .. }
            | AlterTableOperation::DropColumn { .. } => {
                self.found.push(
                    Diagnostic::new(Code::DdlSyntax, place, "the schema renames or drops what it declared before")
                        .label("a change, not a declaration")
                        .help("take the schema as the database prints it now, not the history of its changes"),
                );
            }
            _ => {}
        }
    }

    fn table(&mut self, table: &CreateTable) {
        let (name, span) = self.name(&table.name);
        if table.query.is_some() || table.columns.is_empty() {
            self.schema.unread.insert(name.to_ascii_lowercase());
            self.found.push(
                Diagnostic::new(Code::DdlSyntax, span, format!("table `{name}` is declared without its columns"))
                    .label("what columns does it have?")
                    .help("take the schema as the database prints it: `sqlite3 app.db .schema`"),
            );
            return;
        }
        let empty = Table {
            name: name.as_str().into(),
            span,
            columns: Vec::new(),
            primary_key: Vec::new(),
            uniques: Vec::new(),
            indexed: Vec::new(),
            foreign_keys: Vec::new(),
            triggers: Vec::new(),
            outgoing: Vec::new(),
            incoming: Vec::new(),
        };
        let id = match self.schema.add(empty) {
            Ok(id) => id,
            Err(first) => {
                let first = self.schema.table(first).span;
                self.found.push(
                    Diagnostic::new(Code::DdlConflict, span, format!("table `{name}` is declared twice"))
                        .label("declared again here")
                        .related(first, "first declared here")
                        .help("keep one of the two; names are compared without regard to capital letters"),
                );
                return;
            }
        };
        for column in &table.columns {
            self.column(id, column);
        }
        for constraint in &table.constraints {
            self.constraint(id, constraint, span);
        }
        // In these tables the engine enforces NOT NULL on every key column.
        if table.without_rowid || table.strict {
            self.key_not_null(id);
        }
    }

    fn key_not_null(&mut self, id: TableId) {
        let table = self.schema.table_mut(id);
        for ColumnId(index) in table.primary_key.clone() {
            if let Some(column) = table.columns.get_mut(index) {
                column.nullable = false;
            }
        }
    }

    fn column(&mut self, id: TableId, def: &ColumnDef) {
        let span = self.ident(&def.name);
        let declared = def.data_type.to_string();
        let mut column = Column {
            name: def.name.value.as_str().into(),
            span,
            family: family(&declared),
            nullable: true,
            // SQLite does not enforce the length of a type.
            length: None,
            declared,
            collation: Collation::Bytes,
            generated: false,
        };
        if self.schema.table(id).find(&column.name).is_some() {
            let table = self.schema.table(id).name.clone();
            let title = format!("column `{}` is declared twice in table `{table}`", column.name);
            return self.conflict(span, title, "declared again here");
        }
        let here = ColumnId(self.schema.table(id).columns.len());
        let (mut primary, mut unique) = (false, false);
        for option in &def.options {
            match &option.option {
                ColumnOption::NotNull => column.nullable = false,
                ColumnOption::PrimaryKey(_) => primary = true,
                ColumnOption::Unique(_) => unique = true,
                ColumnOption::Collation(name) => column.collation = collation(&name.to_string()),
                ColumnOption::Generated { generation_expr: Some(_), .. } => column.generated = true,
                ColumnOption::ForeignKey(key) => self.foreign_key(id, vec![def.name.clone()], key, span),
                _ => {}
            }
        }
        // An INTEGER PRIMARY KEY is the row's number and never NULL; other keys of SQLite may be.
        if primary && column.declared.eq_ignore_ascii_case("integer") {
            column.nullable = false;
        }
        let table = self.schema.table_mut(id);
        table.columns.push(column);
        if primary {
            table.primary_key = vec![here];
            table.indexed.push(vec![here]);
        }
        if unique {
            table.uniques.push(Unique { columns: vec![here], partial: false, span });
            table.indexed.push(vec![here]);
        }
    }

    fn constraint(&mut self, id: TableId, constraint: &TableConstraint, place: Span) {
        match constraint {
            TableConstraint::PrimaryKey(key) => {
                let columns = self.columns(id, &key.columns);
                let rowid = matches!(columns.as_slice(), [only]
                    if self.schema.table(id).column(*only).declared.eq_ignore_ascii_case("integer"));
                let table = self.schema.table_mut(id);
                table.indexed.push(columns.clone());
                table.primary_key = columns;
                if rowid {
                    self.key_not_null(id);
                }
            }
            TableConstraint::Unique(unique) => {
                let columns = self.columns(id, &unique.columns);
                let span = columns.first().map_or(place, |first| self.schema.table(id).column(*first).span);
                let table = self.schema.table_mut(id);
                table.indexed.push(columns.clone());
                table.uniques.push(Unique { columns, partial: false, span });
            }
            TableConstraint::ForeignKey(key) => {
                let span = key.columns.first().map_or(place, |first| self.ident(first));
                self.foreign_key(id, key.columns.clone(), key, span);
            }
            _ => {}
        }
    }

    fn columns(&mut self, id: TableId, columns: &[IndexColumn]) -> Vec<ColumnId> {
        let idents: Vec<Ident> = columns
            .iter()
            .filter_map(|column| match &column.column.expr {
                Expr::Identifier(ident) => Some(ident.clone()),
                Expr::Collate { expr, .. } => match expr.as_ref() {
                    Expr::Identifier(ident) => Some(ident.clone()),
                    _ => None,
                },
                _ => None,
            })
            .collect();
        // An index over an expression serves no plain column.
        if idents.len() < columns.len() { Vec::new() } else { self.resolve(id, &idents) }
    }

    fn resolve(&mut self, id: TableId, idents: &[Ident]) -> Vec<ColumnId> {
        let mut columns = Vec::new();
        for ident in idents {
            if let Some((column, _)) = self.schema.table(id).find(&ident.value) {
                columns.push(column);
            } else {
                let table = self.schema.table(id);
                let diagnostic = Diagnostic::new(
                    Code::DdlConflict,
                    self.ident(ident),
                    format!("table `{}` has no column `{}`", table.name, ident.value),
                )
                .label("no such column")
                .nearest(&ident.value, table.column_names());
                self.found.push(diagnostic);
            }
        }
        columns
    }

    fn index(&mut self, index: &CreateIndex, place: Span) {
        let (name, span) = self.name(&index.table_name);
        let Some((id, _)) = self.schema.find(&name) else {
            return self.no_table(&name, span, format!("there is no table `{name}` for this index"));
        };
        let columns = self.columns(id, &index.columns);
        if columns.is_empty() {
            return;
        }
        let table = self.schema.table_mut(id);
        if index.predicate.is_none() {
            table.indexed.push(columns.clone());
        }
        // A partial unique index may cover the row at hand: it is taken as unique, which errs on the safe side.
        if index.unique {
            table.uniques.push(Unique { columns, partial: index.predicate.is_some(), span: place });
        }
    }

    fn foreign_key(&mut self, id: TableId, columns: Vec<Ident>, key: &ForeignKeyConstraint, span: Span) {
        let (to_table, to_span) = self.name(&key.foreign_table);
        let on_delete = match key.on_delete {
            Some(ReferentialAction::Cascade) => OnDelete::Cascade,
            Some(ReferentialAction::SetNull) => OnDelete::SetNull,
            Some(ReferentialAction::SetDefault) => OnDelete::SetDefault,
            Some(ReferentialAction::Restrict) => OnDelete::Restrict,
            Some(ReferentialAction::NoAction) | None => OnDelete::Refuse,
        };
        let to_columns = key.referred_columns.clone();
        self.pending.push(Pending { table: id, columns, to_table, to_span, to_columns, on_delete, span });
    }

    fn link(&mut self) {
        for key in std::mem::take(&mut self.pending) {
            let Some((table, target)) = self.schema.find(&key.to_table) else {
                let title = format!("this foreign key refers to table `{}`, which is not there", key.to_table);
                self.no_table(&key.to_table, key.to_span, title);
                continue;
            };
            let primary = target.primary_key.clone();
            let columns = self.resolve(key.table, &key.columns);
            let to = if key.to_columns.is_empty() { primary } else { self.resolve(table, &key.to_columns) };
            if columns.is_empty() || columns.len() != to.len() {
                // A column that was not found has been said.
                let all = columns.len() == key.columns.len() && to.len() >= key.to_columns.len();
                if all {
                    let title = "this foreign key has not as many columns as the key it refers to".to_owned();
                    self.conflict(key.span, title, "refers to a key of another length");
                }
                continue;
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
            let foreign = ForeignKey { columns, table, to, on_delete: key.on_delete, span: key.span };
            self.schema.table_mut(key.table).foreign_keys.push(foreign);
        }
    }

    /// `CREATE TRIGGER name … ON table`: only the table matters here, and that a purge can set it off.
    fn trigger(&mut self, tokens: &[TokenWithSpan], place: Span) {
        let words: Vec<&str> = tokens.iter().filter_map(word).collect();
        let Some(on) = words.iter().position(|word| word.eq_ignore_ascii_case("on")) else { return };
        let events = words.get(..on).unwrap_or_default();
        let by_purge =
            events.iter().any(|word| ["update", "delete"].iter().any(|event| word.eq_ignore_ascii_case(event)));
        let table = words.get(on + 1).and_then(|name| self.schema.find(name));
        if let Some((id, _)) = table.filter(|_| by_purge) {
            self.schema.table_mut(id).triggers.push(place);
        }
    }
}

fn word(token: &TokenWithSpan) -> Option<&str> {
    if let Token::Word(word) = &token.token { Some(&word.value) } else { None }
}

/// The table, in small letters, that a `CREATE TABLE` declares, by its tokens alone.
fn declared_table(tokens: &[TokenWithSpan]) -> Option<String> {
    let mut words = tokens.iter().filter_map(word);
    let create = words.next().is_some_and(|word| word.eq_ignore_ascii_case("create"));
    let table = words.next().is_some_and(|word| word.eq_ignore_ascii_case("table"));
    let is_filler =
        |word: &&str| ["if", "not", "exists", "main"].iter().any(|filler| word.eq_ignore_ascii_case(filler));
    let name = words.find(|word| !is_filler(word))?;
    (create && table).then(|| name.to_ascii_lowercase())
}

fn collation(name: &str) -> Collation {
    let name = name.trim_matches(['"', '`', '[', ']']);
    if name.eq_ignore_ascii_case("binary") { Collation::Bytes } else { Collation::Folding(name.into()) }
}

impl Column {
    /// Whether the column holds texts, so that its collation matters.
    pub fn folds(&self) -> bool {
        self.collation != Collation::Bytes && self.family != Family::Integer
    }
}
