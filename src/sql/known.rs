//! What can be said of a condition when some of its columns are known: true, false, unknown to SQL, or open.

use super::{Comparison, Expr, Literal};

/// The truth of a condition, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    True,
    False,
    /// NULL: neither.
    Null,
    /// It depends on what is not known.
    Open,
}

impl Known {
    fn of(truth: bool) -> Self {
        if truth { Self::True } else { Self::False }
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Null | Self::Open => self,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, other) | (other, Self::True) => other,
            (Self::Null, Self::Null) => Self::Null,
            (Self::Null | Self::Open, Self::Null | Self::Open) => Self::Open,
        }
    }

    /// Whether a row could be selected by it.
    pub fn may_be_true(self) -> bool {
        matches!(self, Self::True | Self::Open)
    }
}

/// The value of a column of a table, where it is known.
pub type Values<'v> = &'v dyn Fn(&str, &str) -> Option<Literal>;

/// What is known of a condition. Texts compare by bytes, as conditions do.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other form is open")]
pub fn known(expr: &Expr, values: Values<'_>) -> Known {
    match expr {
        Expr::And(parts) => parts.iter().map(|part| known(part, values)).fold(Known::True, Known::and),
        Expr::Or(parts) => parts.iter().map(|part| known(part, values).not()).fold(Known::True, Known::and).not(),
        Expr::Not(inner) => known(inner, values).not(),
        Expr::IsTrue(inner) => match known(inner, values) {
            Known::Null => Known::False,
            truth => truth,
        },
        Expr::IsNull(inner) => value(inner, values).map_or(Known::Open, |value| Known::of(value == Literal::Null)),
        Expr::Compare(how, left, right) => compare(*how, value(left, values), value(right, values)),
        Expr::Between(inner, low, high) => {
            let held = value(inner, values);
            let above = compare(Comparison::GreaterOrEqual, held.clone(), value(low, values));
            above.and(compare(Comparison::LessOrEqual, held, value(high, values)))
        }
        Expr::InList(inner, list) => {
            let held = value(inner, values);
            let is = |one: &Expr| compare(Comparison::Equal, held.clone(), value(one, values)).not();
            list.iter().map(is).fold(Known::True, Known::and).not()
        }
        Expr::StartsWith(inner, start) => match value(inner, values) {
            Some(Literal::Text(text)) => Known::of(text.starts_with(start.as_str())),
            Some(Literal::Null) => Known::Null,
            _ => Known::Open,
        },
        Expr::Literal(Literal::Boolean(truth)) => Known::of(*truth),
        Expr::Literal(Literal::Null) => Known::Null,
        Expr::Column { .. } => match value(expr, values) {
            Some(Literal::Boolean(truth)) => Known::of(truth),
            Some(Literal::Integer(number)) => Known::of(number != 0),
            Some(Literal::Null) => Known::Null,
            _ => Known::Open,
        },
        _ => Known::Open,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "any other form is open")]
fn value(expr: &Expr, values: Values<'_>) -> Option<Literal> {
    match expr {
        Expr::Literal(literal) => Some(literal.clone()),
        Expr::ByBytes(inner) | Expr::Exact(inner, _) => value(inner, values),
        Expr::Column { of: Some(table), name } => values(table, name),
        _ => None,
    }
}

fn compare(how: Comparison, left: Option<Literal>, right: Option<Literal>) -> Known {
    if matches!(left, Some(Literal::Null)) || matches!(right, Some(Literal::Null)) {
        return Known::Null;
    }
    let (Some(left), Some(right)) = (left, right) else { return Known::Open };
    let Some(order) = order(&left, &right) else { return Known::Open };
    Known::of(how.holds(order))
}

/// How two values of one kind stand to each other; `None` where engines could differ.
fn order(left: &Literal, right: &Literal) -> Option<std::cmp::Ordering> {
    let number = |literal: &Literal| match literal {
        Literal::Boolean(value) => Some(f64::from(u8::from(*value))),
        Literal::Integer(value) => value.to_string().parse().ok(),
        Literal::Decimal(digits) => digits.parse::<f64>().ok(),
        Literal::Null | Literal::Text(_) | Literal::Date(_) | Literal::Timestamp(_) => None,
    };
    match (left, right) {
        (Literal::Integer(left), Literal::Integer(right)) => Some(left.cmp(right)),
        (Literal::Text(left), Literal::Text(right)) => Some(left.as_bytes().cmp(right.as_bytes())),
        (Literal::Date(left), Literal::Date(right)) | (Literal::Timestamp(left), Literal::Timestamp(right)) => {
            Some(left.cmp(right))
        }
        // A date is written into a column as a text.
        (Literal::Text(left), Literal::Date(right)) => (left.len() == right.len()).then(|| left.cmp(right)),
        _ => number(left)?.partial_cmp(&number(right)?),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn column(name: &str) -> Expr {
        Expr::of("t", name)
    }

    #[test]
    fn what_is_not_known_stays_open_and_null_is_neither() {
        let values = |_: &str, name: &str| match name {
            "a" => Some(Literal::Integer(1)),
            "n" => Some(Literal::Null),
            _ => None,
        };
        let is = |expr: Expr| known(&expr, &values);
        let a = || column("a").equals(Expr::integer(1));
        let n = || column("n").equals(Expr::integer(1));
        let open = || column("x").equals(Expr::integer(1));
        assert_eq!(is(a()), Known::True);
        assert_eq!(is(n()), Known::Null);
        assert_eq!(is(n().negated()), Known::Null);
        assert_eq!(is(n().is_true().negated()), Known::True);
        assert_eq!(is(Expr::all([a(), open()])), Known::Open);
        assert_eq!(is(Expr::all([a().negated(), open()])), Known::False);
        assert_eq!(is(Expr::any([a(), open()])), Known::True);
        assert_eq!(is(Expr::any([a().negated(), n()])), Known::Null);
        assert_eq!(is(Expr::InList(Arc::new(column("a")), vec![Expr::integer(2), Expr::integer(1)])), Known::True);
        assert_eq!(is(Expr::InList(Arc::new(column("n")), vec![Expr::integer(2)])), Known::Null);
        assert_eq!(is(column("n").is_null()), Known::True);
        assert_eq!(
            is(Expr::Between(Arc::new(column("a")), Arc::new(Expr::integer(1)), Arc::new(column("x")))),
            Known::Open
        );
    }
}
