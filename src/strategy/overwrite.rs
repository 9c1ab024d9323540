//! `{overwrite: {column: value}}`: the row stays, its columns get these values.

use std::sync::Arc;

use serde::Serialize;

use crate::database::{ColumnId, Misfit, Table, fits};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::sql::{Change, Expr, Literal};

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

    pub(super) fn value(&self, column: ColumnId) -> Option<&Literal> {
        self.set.iter().find(|one| one.column == column).map(|one| &one.value)
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
            let column = Expr::of(&table.name, &one.name);
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
                .help("delete the row, or overwrite other columns"),
        ));
        return found;
    }
    if column.generated {
        let title = format!("`{}.{}` is computed by the database and cannot be written", table.name, column.name);
        found.push(declared(Diagnostic::new(Code::ColumnType, assignment.span, title)));
    }
    match fits(&assignment.value, column) {
        Ok(()) => {}
        Err(Misfit::Null) => found.push(declared(
            Diagnostic::new(
                Code::NullIntoNotNull,
                assignment.span,
                format!("`{}.{}` is NOT NULL", table.name, column.name),
            )
            .label("NULL cannot be written here")
            .help("overwrite it with an empty value of its type, or delete the row"),
        )),
        Err(Misfit::Family) => found.push(declared(
            Diagnostic::new(
                Code::ColumnType,
                assignment.span,
                format!("this value does not fit `{}.{}`", table.name, column.name),
            )
            .label(format!("the column is `{}`, a {}", column.declared, column.family.name())),
        )),
        Err(Misfit::Length(length)) => found.push(declared(
            Diagnostic::new(
                Code::ColumnType,
                assignment.span,
                format!("this text is too long for `{}.{}`", table.name, column.name),
            )
            .label(format!("at most {length} characters")),
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
