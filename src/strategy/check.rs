//! What the schema says against values that are written: types, lengths, NULL, keys, uniqueness.

use super::overwrite::Assignment;
use super::value::{Computed, Value, When};
use crate::database::{Column, ColumnId, Misfit, Table, Unique, fits, same_kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::sql::{Family, Literal, known};

/// Of rows that are a person's by their column `owner`.
pub(super) fn check(set: &[Assignment], table: &Table, owner: Option<ColumnId>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for one in set {
        let column = table.column(one.column);
        let declared =
            |diagnostic: Diagnostic| diagnostic.related(column.span, format!("`{}` is declared here", column.name));
        if let Some(diagnostic) = unwritable(one, table) {
            found.push(declared(diagnostic));
            continue;
        }
        let misfit = match &one.value {
            Value::Literal(value) => fits(value, column).err().map(|misfit| unfit(one, table, &misfit)),
            Value::Computed(computed) => unlike(one, computed, table),
            // Whether they are times has been looked at where they were read.
            Value::Now(_) => one.value.known(When::Early).and_then(|now| match fits(&now, column) {
                Err(misfit @ Misfit::Bounds(..)) => Some(unfit(one, table, &misfit)),
                _ => None,
            }),
            Value::Placeholder { .. } | Value::Truncated(..) => None,
        };
        found.extend(misfit.map(declared));
        found.extend(not_unique(one, set, table));
    }
    let uniques = table.uniques.iter().filter(|unique| !leaves(set, table, unique));
    found.extend(uniques.filter_map(|unique| collides(set, table, owner, unique)));
    found
}

/// Whether the rows are none of those any more of which the index speaks.
fn leaves(set: &[Assignment], table: &Table, unique: &Unique) -> bool {
    let Some(only) = unique.only.as_ref().and_then(|only| only.asked.as_ref()) else { return false };
    let value = |when: When, name: &str| {
        let written = set.iter().find(|one| &*one.name == name).filter(|one| !table.column(one.column).folds());
        written.and_then(|one| one.value.known(when))
    };
    [When::Early, When::Late].iter().all(|when| !known(&only.expr, &|_, name| value(*when, name)).may_be_true())
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
        Misfit::Bounds(least, most) => {
            let is_time = assignment.value.is_now();
            let label = if is_time { "the time in this unit is larger" } else { "too large, or too small" };
            new(Code::ColumnType, format!("this number does not fit `{name}`"))
                .label(format!("{label}: `{}` holds {least} to {most}", column.declared))
                .help(if is_time {
                    "correct the unit, or write a fixed number"
                } else {
                    "write a number that it can hold"
                })
        }
        Misfit::NotAllowed => {
            let known = column.allowed.iter().flat_map(|allowed| allowed.iter().map(String::as_str));
            let written = if let Value::Literal(Literal::Text(text)) = &assignment.value { text.as_str() } else { "" };
            new(Code::ColumnType, format!("this value does not fit `{name}`"))
                .label(format!("the column is `{}` and allows only its values", column.declared))
                .nearest(written, known)
        }
    }
}

/// A value made from columns that the column cannot hold, or not always.
fn unlike(assignment: &Assignment, computed: &Computed, table: &Table) -> Option<Diagnostic> {
    let column = table.column(assignment.column);
    let name = format!("{}.{}", table.name, column.name);
    let new = |code, title: String| Diagnostic::new(code, assignment.span, title);
    if !is_held(computed, column) {
        let diagnostic = new(Code::ColumnType, format!("this value does not fit `{name}`")).label(format!(
            "{} into a column that is `{}`",
            computed.family.with_article(),
            column.declared
        ));
        return Some(diagnostic.help("take it from a column of the same type, or write a fixed value"));
    }
    if column.allowed.is_some() && column.allowed != computed.allowed {
        let diagnostic = new(Code::ColumnType, format!("this value may not fit `{name}`"))
            .label(format!("the column is `{}` and allows only its values", column.declared));
        return Some(diagnostic.help("write one of its values"));
    }
    if let Some(nullable) = computed.null_of.as_ref().filter(|_| !column.nullable) {
        let diagnostic = new(Code::NullIntoNotNull, format!("`{name}` is NOT NULL"))
            .label(format!("NULL wherever `{nullable}` is NULL"));
        return Some(diagnostic.help("take the value from columns that are NOT NULL, or write a fixed value"));
    }
    let length = column.length?;
    let is_short = computed.longest.is_some_and(|longest| longest <= length);
    (!is_short && column.family == Family::Text).then(|| {
        let longest = computed.longest.map_or("any number of".to_owned(), |longest| format!("up to {longest}"));
        new(Code::ColumnType, format!("this text may be too long for `{name}`"))
            .label(format!("{longest} characters, where {length} fit"))
            .help("write a shorter text, or take a shorter column")
    })
}

fn is_held(computed: &Computed, column: &Column) -> bool {
    match (computed.family, column.family) {
        (Family::Integer, Family::Text | Family::Decimal | Family::Real) => true,
        (Family::Other, Family::Other) => false,
        (Family::Text | Family::Date, Family::Date | Family::Timestamp) => computed.family == column.family,
        (one, other) => one == other && same_kind(one, other),
    }
}

/// One value for everybody in a column that tells rows apart.
fn not_unique(assignment: &Assignment, set: &[Assignment], table: &Table) -> Option<Diagnostic> {
    let of_it = |unique: &&Unique| unique.columns.as_slice() == [assignment.column] && !leaves(set, table, unique);
    let alone: Vec<&Unique> = table.uniques.iter().filter(of_it).collect();
    let nulls = alone.iter().find(|unique| unique.nulls_conflict);
    if assignment.value.tells_apart() || assignment.value == Value::Literal(Literal::Null) && nulls.is_none() {
        return None;
    }
    let unique = nulls.or(alone.first())?.span;
    let column = table.column(assignment.column);
    let title = format!("`{}.{}` is unique", table.name, assignment.name);
    Some(
        Diagnostic::new(Code::ConstantIntoUnique, assignment.span, title)
            .label(shared_value(&assignment.value))
            .related(unique, "declared unique here")
            .help(distinct_value(column, nulls.is_none())),
    )
}

fn shared_value(value: &Value) -> &'static str {
    match value {
        Value::Literal(_) | Value::Placeholder { .. } => "the second person would get the same value",
        Value::Now(_) | Value::Truncated(..) | Value::Computed(_) => "two people may get the same value",
    }
}

fn distinct_value(column: &Column, nulls_differ: bool) -> &'static str {
    let nullable = column.nullable && nulls_differ;
    match (nullable, column.family == Family::Text) {
        (true, true) => {
            "write null: several NULLs are allowed; or a text with the person's key: `\"deleted_{subject.key}\"`"
        }
        (true, false) => "write null: several NULLs are allowed",
        (false, true) => {
            "write a text with the person's key, such as `\"deleted_{subject.key}\"`, or leave this column out of the entry"
        }
        (false, false) => "leave this column out of the entry",
    }
}

/// A set of several columns that tells rows apart, when nothing that is left in it does.
fn collides(set: &[Assignment], table: &Table, owner: Option<ColumnId>, unique: &Unique) -> Option<Diagnostic> {
    if unique.columns.len() < 2 {
        return None;
    }
    let written = |column: ColumnId| set.iter().find(|one| one.column == column);
    // NULLs differ from each other, unless the set says that they do not.
    let apart = |column: ColumnId| match written(column) {
        Some(one) => one.value.tells_apart() || one.value == Value::Literal(Literal::Null) && !unique.nulls_conflict,
        None => owner == Some(column) || table.names_one(&[column]),
    };
    let first = unique.columns.iter().find_map(|column| written(*column))?;
    if unique.columns.iter().any(|column| apart(*column)) {
        return None;
    }
    let kept: Vec<&str> = unique
        .columns
        .iter()
        .filter(|column| written(**column).is_none())
        .map(|column| &*table.column(*column).name)
        .collect();
    let all: Vec<&str> = unique.columns.iter().map(|column| &*table.column(*column).name).collect();
    let label = if kept.is_empty() {
        "the second person would get the same values".to_owned()
    } else {
        format!("two people with the same `{}` would get the same values", kept.join("`, `"))
    };
    let column = table.column(first.column);
    Some(
        Diagnostic::new(
            Code::ConstantIntoUnique,
            first.span,
            format!("`{}` is unique by `{}` together", table.name, all.join("`, `")),
        )
        .label(label)
        .related(unique.span, "declared unique here")
        .help(distinct_value(column, !unique.nulls_conflict)),
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
        Family::Date | Family::Timestamp => "write a date in quotes, such as `\"1970-01-01\"`, `now`, or null",
        Family::Bytes | Family::Other => "columns of this type can only be overwritten with null",
    }
}
