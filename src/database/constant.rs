//! Constants of a condition: numbers, texts, dates.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enums: what is not named here is refused or skipped as a whole"
)]

use sqlparser::ast::{DataType, Value};

use super::Column;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::sql::Literal;

/// Why something is no constant.
pub(super) enum NoConstant {
    Unsupported {
        label: &'static str,
        help: &'static str,
    },
    /// This text is neither a date nor a time.
    NoTime(String),
}

pub(super) fn literal(value: &Value) -> Result<Literal, NoConstant> {
    match value {
        Value::Number(digits, _) => match digits.parse() {
            Ok(value) => Ok(Literal::Integer(value)),
            Err(_) if digits.contains('.') && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => {
                Ok(Literal::Decimal(digits.clone()))
            }
            Err(_) => Err(NoConstant::Unsupported {
                label: "not a whole or decimal number",
                help: "write digits, with a point where needed",
            }),
        },
        Value::SingleQuotedString(text) => Ok(Literal::Text(text.clone())),
        Value::Boolean(value) => Ok(Literal::Boolean(*value)),
        Value::Null => Ok(Literal::Null),
        _ => Err(NoConstant::Unsupported {
            label: "this form of a value differs between engines",
            help: "write a number, 'text', true, false or date '2026-12-01'",
        }),
    }
}

/// `date '2026-12-01'`
pub(super) fn typed(kind: &DataType, value: &Value) -> Result<Literal, NoConstant> {
    let Value::SingleQuotedString(text) = value else {
        return Err(NoConstant::Unsupported { label: "a quoted date is expected", help: "write `date '2026-12-01'`" });
    };
    let literal = match kind {
        DataType::Date => text.parse::<jiff::civil::Date>().ok().map(|date| Literal::Date(date.to_string())),
        DataType::Timestamp(..) | DataType::Datetime(_) => {
            let parsed = text.parse::<jiff::civil::DateTime>().ok();
            parsed.map(|time| Literal::Timestamp(time.strftime("%Y-%m-%d %H:%M:%S").to_string()))
        }
        _ => None,
    };
    literal.ok_or_else(|| NoConstant::NoTime(text.clone()))
}

/// PostgreSQL refuses to compare an enum with what is none of its values; others never find it.
pub(super) fn not_allowed(column: &Column, text: &str, at: Span) -> Diagnostic {
    let title = format!("`{text}` is none of the values of `{}`", column.name);
    let known = column.allowed.iter().flat_map(|allowed| allowed.iter().map(String::as_str));
    Diagnostic::new(Code::ColumnType, at, title)
        .label(format!("the column is `{}` and allows only its values", column.declared))
        .related(column.span, "declared here")
        .nearest(text, known)
}
