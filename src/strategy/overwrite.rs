//! `{overwrite: {column: value}}`: the row stays, its columns get these values.

use std::sync::Arc;

use serde::Serialize;

use crate::database::{ColumnId, Misfit, Table, fits};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::sql::{Change, Expr, Family, Literal};

pub(super) const NAME: &str = "overwrite";

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overwrite {
    /// Sorted by column.
    pub set: Vec<Assignment>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assignment {
    #[serde(skip)]
    pub column: ColumnId,
    pub name: Arc<str>,
    pub value: Literal,
    #[serde(skip)]
    pub span: Span,
}

impl Overwrite {
    pub(super) fn columns(&self) -> Vec<ColumnId> {
        self.set.iter().map(|assignment| assignment.column).collect()
    }

    pub(super) fn nulls(&self, column: ColumnId) -> bool {
        self.set.iter().any(|one| one.column == column && one.value == Literal::Null)
    }

    pub(super) fn check(&self, table: &Table, _: Span) -> Vec<Diagnostic> {
        self.set.iter().flat_map(|assignment| check(assignment, table)).collect()
    }

    pub(super) fn change(&self, table: &Table, rows: Expr) -> Change {
        let set = self.set.iter().map(|one| (one.name.to_string(), Expr::Literal(one.value.clone()))).collect();
        Change::Update { table: table.name.to_string(), set, filter: rows }
    }

    /// At least one column has another value than it should.
    pub(super) fn unchanged(&self, table: &Table) -> Expr {
        Expr::any(self.set.iter().map(|one| {
            let column = Expr::column(&one.name);
            // 'x' equals 'X' in a folding column, but it has not been overwritten.
            let column = if table.column(one.column).folds() { Expr::ByBytes(Box::new(column)) } else { column };
            column.differs(Expr::Literal(one.value.clone()))
        }))
    }
}

fn check(assignment: &Assignment, table: &Table) -> Vec<Diagnostic> {
    let column = table.column(assignment.column);
    let declared =
        |diagnostic: Diagnostic| diagnostic.related(column.span, format!("`{}` is declared here", column.name));
    let mut found = Vec::new();
    if table.primary_key.contains(&assignment.column) {
        let title = format!("`{}.{}` is part of the table's key and cannot be overwritten", table.name, column.name);
        found.push(declared(
            Diagnostic::new(Code::ColumnType, assignment.span, title)
                .label("other rows may refer to it")
                .help("delete the row, or overwrite other columns"),
        ));
        return found;
    }
    if column.generated {
        let title = format!("`{}.{}` is computed by the database and cannot be written", table.name, column.name);
        let diagnostic = Diagnostic::new(Code::ColumnType, assignment.span, title).label("cannot be written");
        found.push(declared(diagnostic.help("overwrite the columns that it is computed from")));
        return found;
    }
    match fits(&assignment.value, column) {
        Ok(()) => {}
        Err(Misfit::Null) => found.push(declared(
            Diagnostic::new(
                Code::NullIntoNotNull,
                assignment.span,
                format!("`{}.{}` is NOT NULL", table.name, column.name),
            )
            .label(if assignment.span.start == assignment.span.end {
                "nothing means NULL"
            } else {
                "NULL cannot be written here"
            })
            .help(empty_value(column.family)),
        )),
        Err(Misfit::Family) => found.push(declared(
            Diagnostic::new(
                Code::ColumnType,
                assignment.span,
                format!("this value does not fit `{}.{}`", table.name, column.name),
            )
            .label(format!("the column is `{}`, {}", column.declared, column.family.with_article()))
            .help(example(column.family)),
        )),
        Err(Misfit::Length(length)) => found.push(declared(
            Diagnostic::new(
                Code::ColumnType,
                assignment.span,
                format!("this text is too long for `{}.{}`", table.name, column.name),
            )
            .label(format!("at most {length} characters"))
            .help("write a shorter text"),
        )),
    }
    if !matches!(assignment.value, Literal::Null)
        && let Some(unique) = table.unique_by(assignment.column)
    {
        found.push(
            Diagnostic::new(
                Code::ConstantIntoUnique,
                assignment.span,
                format!("`{}.{}` is unique", table.name, column.name),
            )
            .label("the second person would get the same value")
            .related(unique, "declared unique here")
            .help(if column.nullable {
                "write null: several NULLs are allowed"
            } else {
                "leave this column out of the entry"
            }),
        );
    }
    found
}

/// What says nothing any more, in a column that cannot be NULL.
fn empty_value(family: Family) -> &'static str {
    match family {
        Family::Text => "write `\"\"`, the empty text",
        Family::Integer | Family::Decimal | Family::Real => "write a number that says nothing, such as `0`",
        Family::Boolean => "write `true` or `false`",
        Family::Date | Family::Timestamp => "write a date that says nothing, such as `\"1970-01-01\"`",
        Family::Bytes | Family::Other => "leave this column out of the entry",
    }
}

fn example(family: Family) -> &'static str {
    match family {
        Family::Text => "write a text, in quotes where it looks like a number",
        Family::Integer | Family::Decimal | Family::Real => "write a number without quotes",
        Family::Boolean => "write `true` or `false`",
        Family::Date | Family::Timestamp => "write a date in quotes, such as `\"1970-01-01\"`, or null",
        Family::Bytes | Family::Other => "columns of this type can only be overwritten with null",
    }
}
