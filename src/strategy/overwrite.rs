//! `{overwrite: {column: value}}`: the row stays, its columns get these values.

use std::sync::Arc;

use serde::Serialize;

use crate::database::{ColumnId, Misfit, Table, Unique, fits};
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
    pub value: Value,
    #[serde(skip)]
    pub span: Span,
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    Literal(Literal),
    /// The key of an account that takes over.
    Placeholder {
        name: String,
        expr: Expr,
    },
}

impl Value {
    pub fn expr(&self) -> Expr {
        match self {
            Self::Literal(literal) => Expr::Literal(literal.clone()),
            Self::Placeholder { expr, .. } => expr.clone(),
        }
    }

    /// The name of the placeholder whose key it is.
    pub fn placeholder(&self) -> Option<&str> {
        match self {
            Self::Literal(_) => None,
            Self::Placeholder { name, .. } => Some(name),
        }
    }
}

impl Overwrite {
    pub(super) fn check(&self, table: &Table, _: Span) -> Vec<Diagnostic> {
        self.set.iter().flat_map(|assignment| check(assignment, table)).collect()
    }

    pub(super) fn change(&self, table: &Table, rows: Expr) -> Change {
        let set = self.set.iter().map(|one| (one.name.to_string(), one.value.expr())).collect();
        Change::Update { table: table.name.to_string(), set, filter: rows }
    }

    /// At least one column has another value than it should.
    pub(super) fn unchanged(&self, table: &Table) -> Expr {
        Expr::any(self.set.iter().map(|one| {
            let column = Expr::of(&table.name, &one.name);
            // 'x' equals 'X' in a folding column, but it has not been overwritten.
            let column = if table.column(one.column).folds() { Expr::ByBytes(Box::new(column)) } else { column };
            column.differs(one.value.expr())
        }))
    }
}

fn check(assignment: &Assignment, table: &Table) -> Vec<Diagnostic> {
    let column = table.column(assignment.column);
    let declared =
        |diagnostic: Diagnostic| diagnostic.related(column.span, format!("`{}` is declared here", column.name));
    if let Some(diagnostic) = unwritable(assignment, table) {
        return vec![declared(diagnostic)];
    }
    // A placeholder is one key for many rows; whether it fits has been looked at where it was named.
    let Value::Literal(value) = &assignment.value else {
        return not_unique(assignment, table).into_iter().collect();
    };
    let misfit = fits(value, column).err().map(|misfit| declared(unfit(assignment, table, &misfit)));
    misfit.into_iter().chain(not_unique(assignment, table)).collect()
}

/// A column that no value can be written into.
fn unwritable(assignment: &Assignment, table: &Table) -> Option<Diagnostic> {
    let name = format!("{}.{}", table.name, assignment.name);
    let new = |title: String| Diagnostic::new(Code::ColumnType, assignment.span, title);
    if table.primary_key.contains(&assignment.column) {
        let diagnostic = new(format!("`{name}` is part of the table's key and cannot be overwritten"));
        return Some(diagnostic.label("other rows may refer to it").help("delete the row, or overwrite other columns"));
    }
    table.column(assignment.column).generated.then(|| {
        new(format!("`{name}` is computed by the database and cannot be written"))
            .label("cannot be written")
            .help("overwrite the columns that it is computed from")
    })
}

fn unfit(assignment: &Assignment, table: &Table, misfit: &Misfit) -> Diagnostic {
    let column = table.column(assignment.column);
    let name = format!("{}.{}", table.name, column.name);
    let new = |code, title: String| Diagnostic::new(code, assignment.span, title);
    match misfit {
        Misfit::Null => {
            let is_written = assignment.span.start != assignment.span.end;
            new(Code::NullIntoNotNull, format!("`{name}` is NOT NULL"))
                .label(if is_written { "NULL cannot be written here" } else { "nothing means NULL" })
                .help(empty_value(column.family))
        }
        Misfit::Family => new(Code::ColumnType, format!("this value does not fit `{name}`"))
            .label(format!("the column is `{}`, {}", column.declared, column.family.with_article()))
            .help(example(column.family)),
        Misfit::Length(length) => new(Code::ColumnType, format!("this text is too long for `{name}`"))
            .label(format!("at most {length} characters"))
            .help("write a shorter text"),
        Misfit::NotAllowed => {
            let known = column.allowed.iter().flat_map(|allowed| allowed.iter().map(String::as_str));
            let written = if let Value::Literal(Literal::Text(text)) = &assignment.value { text.as_str() } else { "" };
            new(Code::ColumnType, format!("this value does not fit `{name}`"))
                .label(format!("the column is `{}` and allows only its values", column.declared))
                .nearest(written, known)
        }
    }
}

/// One value for everybody in a column that tells rows apart.
fn not_unique(assignment: &Assignment, table: &Table) -> Option<Diagnostic> {
    let conflicting = |unique: &&Unique| unique.nulls_conflict && unique.columns.as_slice() == [assignment.column];
    let nulls = table.uniques.iter().find(conflicting);
    if assignment.value == Value::Literal(Literal::Null) && nulls.is_none() {
        return None;
    }
    let unique = table.unique_by(assignment.column)?;
    let title = format!("`{}.{}` is unique", table.name, assignment.name);
    let nullable = table.column(assignment.column).nullable && nulls.is_none();
    Some(
        Diagnostic::new(Code::ConstantIntoUnique, assignment.span, title)
            .label("the second person would get the same value")
            .related(unique, "declared unique here")
            .help(if nullable {
                "write null: several NULLs are allowed"
            } else {
                "leave this column out of the entry"
            }),
    )
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
