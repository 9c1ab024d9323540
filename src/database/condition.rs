//! Conditions: a portable subset of SQL's boolean expressions, resolved and typed against one table.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use std::ops::Range;
use std::sync::Arc;

use sqlparser::ast::{
    BinaryOperator, Expr as Parsed, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, Spanned as _,
    UnaryOperator, Value,
};
use sqlparser::dialect::AnsiDialect;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Token, Tokenizer};

use super::constant::{NoConstant, literal, not_allowed, typed};
use super::reach::{broken_step, to_one};
use super::tokens::{DEEPEST, Lines, is_endless};
use super::{Column, ColumnId, Schema, TableId, as_held, exact, path, same_kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceMap, Span, Spanned};
use crate::sql::{Comparison, Expr, Family, Literal};

/// Tokens in a row: a hundred comparisons.
const LONGEST: usize = 400;

/// A condition that can be printed for every engine, and the columns that it reads: of the row, and of rows that it
/// refers to.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    pub expr: Expr,
    pub reads: Vec<(TableId, ColumnId)>,
}

/// Reads a condition over the columns of `table`.
///
/// # Errors
/// Everything that is wrong with it, each with its place.
pub fn condition(
    sources: &SourceMap,
    schema: &Schema,
    table: TableId,
    text: &Spanned<String>,
) -> Result<Resolved, Vec<Diagnostic>> {
    let parsed = parse(sources, text)?;
    let mut resolver =
        Resolver { sources, schema, table, text, lines: Lines::new(text), reads: Vec::new(), found: Vec::new() };
    let expr = resolver.boolean(&parsed);
    let (mut reads, found) = (resolver.reads, resolver.found);
    match expr {
        Some(expr) if found.is_empty() => {
            reads.sort_unstable();
            reads.dedup();
            Ok(Resolved { expr, reads })
        }
        _ => Err(found),
    }
}

/// The bytes of the file behind bytes of the text; the whole scalar where quoting or folding changed it.
fn place(sources: &SourceMap, text: &Spanned<String>, range: Range<usize>) -> Span {
    sources.inside(text, range)
}

fn parse(sources: &SourceMap, text: &Spanned<String>) -> Result<Parsed, Vec<Diagnostic>> {
    let lines = Lines::new(text);
    let fault = |at: Range<usize>, label: &str| {
        let span = place(sources, text, at);
        let help = "a condition is written like `active = 0 and created < date '2026-12-01'`";
        vec![Diagnostic::new(Code::ConditionSyntax, span, "this condition cannot be read").label(label).help(help)]
    };
    if text.trim().is_empty() {
        return Err(fault(0..text.len(), "a condition is expected"));
    }
    let tokens = Tokenizer::new(&AnsiDialect {}, text)
        .tokenize_with_location()
        .map_err(|error| fault(lines.offset(error.location)..text.len(), "a quote is not closed"))?;
    if let Some(comment) = tokens.iter().find(|token| is_comment(&token.token)) {
        let at = lines.range(comment.span.start, comment.span.end);
        return Err(fault(at, "no comments in a condition; write it beside the key, after `#`"));
    }
    if is_endless(&tokens, LONGEST) {
        return Err(fault(0..text.len(), "too long to be understood by anybody"));
    }
    let mut parser = Parser::new(&AnsiDialect {}).with_recursion_limit(DEEPEST).with_tokens_with_locations(tokens);
    let parsed = parser.parse_expr();
    let next = parser.peek_token();
    match parsed {
        Ok(parsed) if next.token == Token::EOF => Ok(parsed),
        Err(ParserError::RecursionLimitExceeded) => Err(fault(0..text.len(), "its brackets are nested too deep")),
        _ if next.token == Token::EOF => Err(fault(0..text.len(), "something is missing at its end")),
        _ => Err(fault(lines.range(next.span.start, next.span.end), "not expected here")),
    }
}

fn is_comment(token: &Token) -> bool {
    use sqlparser::tokenizer::Whitespace;
    matches!(token, Token::Whitespace(Whitespace::SingleLineComment { .. } | Whitespace::MultiLineComment(_)))
}

struct Resolver<'r> {
    sources: &'r SourceMap,
    schema: &'r Schema,
    table: TableId,
    text: &'r Spanned<String>,
    lines: Lines<'r>,
    reads: Vec<(TableId, ColumnId)>,
    found: Vec<Diagnostic>,
}

/// A value on one side of a comparison.
enum Operand<'o> {
    Column { expr: Expr, column: &'o Column },
    Literal(Literal),
}

impl<'r> Resolver<'r> {
    fn at(&self, expr: &Parsed) -> Span {
        let span = expr.span();
        if span.start.line == 0 {
            return self.text.span;
        }
        place(self.sources, self.text, self.lines.range(span.start, span.end))
    }

    fn refuse<T>(&mut self, expr: &Parsed, label: &str, help: &str) -> Option<T> {
        let diagnostic =
            Diagnostic::new(Code::ConditionUnsupported, self.at(expr), "this is no part of the condition language")
                .label(label)
                .help(help);
        self.found.push(diagnostic);
        None
    }

    fn mistyped<T>(&mut self, expr: &Parsed, label: String, help: &str) -> Option<T> {
        let mut diagnostic =
            Diagnostic::new(Code::ColumnType, self.at(expr), "this condition compares values of different types")
                .label(label);
        if !help.is_empty() {
            diagnostic = diagnostic.help(help);
        }
        self.found.push(diagnostic);
        None
    }

    fn boolean(&mut self, expr: &Parsed) -> Option<Expr> {
        match expr {
            Parsed::Nested(inner) => self.boolean(inner),
            Parsed::IsTrue(inner) => Some(self.boolean(inner)?.is_true()),
            Parsed::BinaryOp { left, op: BinaryOperator::And, right } => {
                let (left, right) = (self.boolean(left), self.boolean(right));
                Some(Expr::all([left?, right?]))
            }
            Parsed::BinaryOp { left, op: BinaryOperator::Or, right } => {
                let (left, right) = (self.boolean(left), self.boolean(right));
                Some(Expr::any([left?, right?]))
            }
            Parsed::UnaryOp { op: UnaryOperator::Not, expr } => Some(self.boolean(expr)?.negated()),
            Parsed::BinaryOp { left, op, right } => match comparison(op) {
                Some(how) => self.compare(expr, left, how, right),
                None => {
                    self.refuse(expr, "not a comparison", "use =, <>, <, <=, >, >=, and, or, not, in, between, is null")
                }
            },
            Parsed::IsNull(inner) => Some(self.column(inner)?.is_null()),
            Parsed::IsNotNull(inner) => Some(self.column(inner)?.is_null().negated()),
            Parsed::InList { expr: left, list, negated } => {
                let found = self.in_list(left, list)?;
                Some(if *negated { found.negated() } else { found })
            }
            Parsed::Between { expr: value, negated, low, high } => {
                let found = self.between(value, low, high)?;
                Some(if *negated { found.negated() } else { found })
            }
            Parsed::Function(function) => self.starts_with(expr, function),
            Parsed::Value(value) => match &value.value {
                Value::Boolean(value) => Some(Expr::Literal(Literal::Boolean(*value))),
                _ => self.refuse(expr, "a value alone is no condition", "compare a column with it"),
            },
            Parsed::Identifier(_) | Parsed::CompoundIdentifier(_) => self.bare(expr),
            Parsed::Like { expr: column, pattern, negated: false, .. } => self.like(expr, column, pattern),
            Parsed::Like { .. } | Parsed::ILike { .. } | Parsed::SimilarTo { .. } | Parsed::RLike { .. } => self
                .refuse(
                    expr,
                    "LIKE folds case on some engines",
                    "write `starts_with(column, 'text')`, or list the values with `in (…)`",
                ),
            Parsed::InSubquery { .. } | Parsed::Exists { .. } | Parsed::Subquery(_) => self.refuse(
                expr,
                "a condition reads its own row only",
                "follow a foreign key by its column's name, or declare an item for the other table",
            ),
            _ => self.refuse(
                expr,
                "not supported",
                "use comparisons of columns with values, and, or, not, in, between, is null, starts_with",
            ),
        }
    }

    fn bare(&mut self, expr: &Parsed) -> Option<Expr> {
        match self.operand(expr)? {
            Operand::Column { expr, column } if column.family == Family::Boolean => Some(expr),
            Operand::Column { column, .. } => {
                let family = column.family;
                let label = format!("this column holds {}, not a boolean", family.with_article());
                let name = expr.to_string();
                let example = if family == Family::Text { format!("{name} = 'text'") } else { format!("{name} <> 0") };
                let title = "a column that is no boolean is no condition by itself";
                let diagnostic = Diagnostic::new(Code::ColumnType, self.at(expr), title).label(label);
                self.found.push(diagnostic.help(format!("compare it, for example `{example}`")));
                None
            }
            Operand::Literal(_) => self.refuse(expr, "a value alone is no condition", "compare a column with it"),
        }
    }

    fn compare(&mut self, whole: &Parsed, left: &Parsed, how: Comparison, right: &Parsed) -> Option<Expr> {
        let (left_found, right_found) = (self.operand(left), self.operand(right));
        let (left_found, right_found) = (left_found?, right_found?);
        match (left_found, right_found) {
            (Operand::Column { expr, column }, Operand::Literal(literal)) => {
                let literal = self.literal_for(column, literal, right)?;
                Some(side(expr, column, how).compare(how, Expr::Literal(literal)))
            }
            (Operand::Literal(literal), Operand::Column { expr, column }) => {
                let literal = self.literal_for(column, literal, left)?;
                Some(Expr::Literal(literal).compare(how, side(expr, column, how)))
            }
            (Operand::Column { expr: one, column: a }, Operand::Column { expr: other, column: b }) => {
                if !same_kind(a.family, b.family) {
                    let label = format!("{} and {}", a.family.with_article(), b.family.with_article());
                    return self.mistyped(whole, label, "compare columns of one type");
                }
                let equal = matches!(how, Comparison::Equal | Comparison::Unequal);
                let one = if equal { exact(one, &[a, b]) } else { side(one, a, how) };
                Some(one.compare(how, other))
            }
            (Operand::Literal(_), Operand::Literal(_)) => self.refuse(
                whole,
                "two values, no column",
                "a condition is about a column of the row; for always, write `true`",
            ),
        }
    }

    fn literal_for(&mut self, column: &Column, literal: Literal, at: &Parsed) -> Option<Literal> {
        let fits = match (&literal, column.family) {
            (Literal::Null, _) => {
                let help = format!("write `{0} is null` or `{0} is not null`", column.name);
                return self.refuse(at, "a comparison with NULL is never true", &help);
            }
            (Literal::Boolean(_) | Literal::Integer(0 | 1), Family::Boolean)
            | (Literal::Integer(_) | Literal::Decimal(_), Family::Integer | Family::Decimal | Family::Real)
            | (Literal::Text(_), Family::Text)
            | (Literal::Date(_), Family::Date | Family::Timestamp)
            | (Literal::Timestamp(_), Family::Timestamp) => true,
            _ => false,
        };
        if let (Literal::Text(text), Some(allowed)) = (&literal, &column.allowed)
            && !allowed.contains(text)
        {
            self.found.push(not_allowed(column, text, self.at(at)));
            return None;
        }
        if fits {
            return Some(as_held(literal, column));
        }
        let help = match column.family {
            Family::Date => "write `date '2026-12-01'`",
            Family::Timestamp => "write `date '2026-12-01'` or `timestamp '2026-12-01 13:00:00'`",
            Family::Text => "put the value in single quotes",
            Family::Boolean => "write true or false",
            Family::Integer | Family::Decimal | Family::Real => "write a number without quotes",
            Family::Bytes | Family::Other => "columns of this type can only be tested with `is null`",
        };
        self.mistyped(at, format!("column `{}` holds {}", column.name, column.family.with_article()), help)
    }

    fn in_list(&mut self, left: &Parsed, list: &[Parsed]) -> Option<Expr> {
        let Operand::Column { expr, column } = self.operand(left)? else {
            return self.refuse(left, "a column is expected", "write `column in (…)`");
        };
        let mut values = Vec::new();
        for value in list {
            let found = match self.operand(value)? {
                Operand::Literal(literal) => self.literal_for(column, literal, value)?,
                Operand::Column { .. } => {
                    return self.refuse(value, "a value is expected", "compare two columns with `=`");
                }
            };
            values.push(Expr::Literal(found));
        }
        Some(Expr::InList(Arc::new(bytes(expr, column)), values))
    }

    fn between(&mut self, value: &Parsed, low: &Parsed, high: &Parsed) -> Option<Expr> {
        let Operand::Column { expr, column } = self.operand(value)? else {
            return self.refuse(value, "a column is expected", "write `column between 1 and 9`");
        };
        let mut bound = |side: &Parsed| match self.operand(side)? {
            Operand::Literal(literal) => self.literal_for(column, literal, side).map(Expr::Literal),
            Operand::Column { .. } => self.refuse(side, "a value is expected", "compare two columns with `<=`"),
        };
        let (low, high) = (bound(low)?, bound(high)?);
        let value = side(expr, column, Comparison::LessOrEqual);
        Some(Expr::Between(Arc::new(value), Arc::new(low), Arc::new(high)))
    }

    fn starts_with(&mut self, whole: &Parsed, function: &sqlparser::ast::Function) -> Option<Expr> {
        let help = "the only function is `starts_with(column, 'text')`";
        if !function.name.to_string().eq_ignore_ascii_case("starts_with") {
            return self.refuse(whole, "functions differ between engines", help);
        }
        let FunctionArguments::List(list) = &function.args else {
            return self.refuse(whole, "two arguments are expected", help);
        };
        let [FunctionArg::Unnamed(FunctionArgExpr::Expr(column)), FunctionArg::Unnamed(FunctionArgExpr::Expr(prefix))] =
            list.args.as_slice()
        else {
            return self.refuse(whole, "two arguments are expected", help);
        };
        let (column_found, prefix_found) = (self.operand(column)?, self.operand(prefix)?);
        match (column_found, prefix_found) {
            (Operand::Column { expr, column: holder }, Operand::Literal(Literal::Text(prefix)))
                if holder.family == Family::Text =>
            {
                Some(Expr::StartsWith(Arc::new(bytes(expr, holder)), prefix))
            }
            (Operand::Column { column: holder, .. }, Operand::Literal(Literal::Text(_))) => self.mistyped(
                column,
                format!("this column holds {}", holder.family.with_article()),
                "only a text can start with a text",
            ),
            _ => self.refuse(whole, "a column and a text are expected", help),
        }
    }

    fn column(&mut self, expr: &Parsed) -> Option<Expr> {
        match self.operand(expr)? {
            Operand::Column { expr, .. } => Some(expr),
            Operand::Literal(_) => self.refuse(expr, "a column is expected", "write `column is null`"),
        }
    }

    fn operand(&mut self, expr: &Parsed) -> Option<Operand<'r>> {
        match expr {
            Parsed::Nested(inner) => self.operand(inner),
            Parsed::Identifier(ident) => self.named(expr, ident),
            Parsed::CompoundIdentifier(parts) => self.path(expr, parts),
            Parsed::Value(value) => self.constant(expr, literal(&value.value)),
            Parsed::UnaryOp { op: UnaryOperator::Minus, expr: inner } => match self.operand(inner)? {
                Operand::Literal(Literal::Integer(value)) => Some(Operand::Literal(Literal::Integer(-value))),
                Operand::Literal(Literal::Decimal(digits)) => {
                    Some(Operand::Literal(Literal::Decimal(format!("-{digits}"))))
                }
                _ => self.refuse(expr, "no arithmetic", "write the value itself"),
            },
            Parsed::TypedString(one) => self.constant(expr, typed(&one.data_type, &one.value.value)),
            Parsed::Function(_) => self.refuse(
                expr,
                "functions differ between engines",
                "the only function is `starts_with(column, 'text')`",
            ),
            Parsed::Subquery(_) => {
                self.refuse(expr, "a condition reads its own row only", "follow a foreign key by its column's name")
            }
            Parsed::Cast { .. } => {
                self.refuse(expr, "casts differ between engines", "compare the column with a value of its own type")
            }
            Parsed::BinaryOp { .. } => {
                self.refuse(expr, "arithmetic differs between engines", "compare a column with a value")
            }
            _ => self.refuse(
                expr,
                "a column or a value is expected",
                "no arithmetic and no functions: compare a column with a value",
            ),
        }
    }

    /// A name with a dot: the row's own table before its column, or a step to another table.
    fn path(&mut self, expr: &Parsed, parts: &[Ident]) -> Option<Operand<'r>> {
        let names: Vec<&str> = parts.iter().map(|part| part.value.as_str()).collect();
        let table = self.schema.table(self.table);
        if let [own, column] = names.as_slice()
            && own.eq_ignore_ascii_case(&table.name)
            && table.find(own).is_none()
        {
            let help = format!("a condition is about rows of `{own}` already: write `{column}`");
            return self.refuse(expr, "the table is not named again", &help);
        }
        let text = Spanned::new(names.join("."), self.at(expr));
        let schema = self.schema;
        let found = path(self.sources, schema, self.table, &text);
        match found.map_err(|fault| broken_step(schema, &fault, text.span)) {
            Ok(found) => {
                let reached = to_one(schema, self.table, &found);
                let Some(reached) = reached else {
                    return self.refuse(
                        expr,
                        "this path can lead to several rows",
                        "a condition follows paths to one row; select by an owner path with a filter instead",
                    );
                };
                self.reads.extend(reached.reads);
                Some(Operand::Column { expr: reached.expr, column: schema.table(found.ends_in).column(found.last) })
            }
            Err(diagnostics) => {
                self.found.extend(diagnostics);
                None
            }
        }
    }

    fn like(&mut self, whole: &Parsed, column: &Parsed, pattern: &Parsed) -> Option<Expr> {
        let text = if let Parsed::Value(value) = pattern { value.value.clone().into_string() } else { None };
        let plain = |text: &str| !text.contains(['%', '_', '\'']);
        let help = match text.as_deref().map(|text| (text, text.strip_suffix('%').unwrap_or(text))) {
            Some((text, start)) if plain(text) => format!("write `{column} = '{start}'`"),
            Some((_, start)) if plain(start) => format!("write `starts_with({column}, '{start}')`"),
            _ => "write `starts_with(column, 'text')`, or list the values with `in (…)`".to_owned(),
        };
        self.refuse(whole, "LIKE folds case on some engines", &help)
    }

    fn named(&mut self, expr: &Parsed, ident: &Ident) -> Option<Operand<'r>> {
        let name = ident.value.as_str();
        let schema = self.schema;
        let table = schema.table(self.table);
        if let Some((id, column)) = table.find(name) {
            self.reads.push((self.table, id));
            return Some(Operand::Column { expr: Expr::of(&table.name, &column.name), column });
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownColumn,
            self.at(expr),
            format!("table `{}` has no column `{name}`", table.name),
        )
        .label("no such column");
        let diagnostic = if ident.quote_style == Some('"') {
            diagnostic.help(format!("double quotes name a column; a text stands in single quotes: '{name}'"))
        } else {
            diagnostic.nearest(name, table.column_names())
        };
        self.found.push(diagnostic);
        None
    }

    fn constant(&mut self, expr: &Parsed, found: Result<Literal, NoConstant>) -> Option<Operand<'r>> {
        match found {
            Ok(literal) => Some(Operand::Literal(literal)),
            Err(NoConstant::Unsupported { label, help }) => self.refuse(expr, label, help),
            Err(NoConstant::NoTime(text)) => {
                let title = format!("`{text}` is no date or time");
                let diagnostic = Diagnostic::new(Code::ConditionSyntax, self.at(expr), title)
                    .label("not in the calendar, or written otherwise")
                    .help("write `date '2026-12-01'` or `timestamp '2026-12-01 13:00:00'`");
                self.found.push(diagnostic);
                None
            }
        }
    }
}

/// A text column compares by bytes, also where the schema gives it a folding collation.
fn bytes(expr: Expr, column: &Column) -> Expr {
    column.exact(expr)
}

/// The column's side of a comparison. Bytes that differ are unequal in most collations, but few are sorted by them.
fn side(expr: Expr, column: &Column, how: Comparison) -> Expr {
    if column.family == Family::Text && !matches!(how, Comparison::Equal | Comparison::Unequal) {
        Expr::ByBytes(Arc::new(expr))
    } else {
        bytes(expr, column)
    }
}

fn comparison(op: &BinaryOperator) -> Option<Comparison> {
    match op {
        BinaryOperator::Eq => Some(Comparison::Equal),
        BinaryOperator::NotEq => Some(Comparison::Unequal),
        BinaryOperator::Lt => Some(Comparison::Less),
        BinaryOperator::LtEq => Some(Comparison::LessOrEqual),
        BinaryOperator::Gt => Some(Comparison::Greater),
        BinaryOperator::GtEq => Some(Comparison::GreaterOrEqual),
        _ => None,
    }
}
