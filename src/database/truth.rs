//! What a condition is once columns hold values that are known.

use crate::sql::{Comparison, Expr, Literal};

/// What is known of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Known {
    Value(Literal),
    /// The time of a run: never NULL, later than 1970, and no value that anybody wrote down before.
    Now,
    Nothing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    /// NULL: neither.
    Null,
    /// It depends on what is not known.
    Open,
}

impl Truth {
    fn of(value: bool) -> Self {
        if value { Self::True } else { Self::False }
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
            (Self::Open, _) | (_, Self::Open) => Self::Open,
            (Self::Null, _) | (_, Self::Null) => Self::Null,
            (Self::True, Self::True) => Self::True,
        }
    }
}

/// The condition, where `known` says what the columns of the table hold.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other form decides nothing")]
pub fn truth(condition: &Expr, table: &str, known: &dyn Fn(&str) -> Known) -> Truth {
    let of = |inner: &Expr| truth(inner, table, known);
    match condition {
        Expr::And(parts) => parts.iter().fold(Truth::True, |all, part| all.and(of(part))),
        Expr::Or(parts) => parts.iter().fold(Truth::True, |all, part| all.and(of(part).not())).not(),
        Expr::Not(inner) => of(inner).not(),
        Expr::IsTrue(inner) => match of(inner) {
            Truth::Null => Truth::False,
            decided => decided,
        },
        Expr::IsNull(inner) => match held(inner, table, known) {
            Known::Value(value) => Truth::of(value == Literal::Null),
            Known::Now => Truth::False,
            Known::Nothing => Truth::Open,
        },
        Expr::Compare(how, left, right) => compare(*how, &held(left, table, known), &held(right, table, known)),
        Expr::InList(value, list) => {
            let value = held(value, table, known);
            let equal = |one: &Expr| compare(Comparison::Equal, &value, &held(one, table, known));
            list.iter().fold(Truth::True, |none, one| none.and(equal(one).not())).not()
        }
        Expr::Between(value, low, high) => {
            let [value, low, high] = [value, low, high].map(|one| held(one, table, known));
            compare(Comparison::GreaterOrEqual, &value, &low).and(compare(Comparison::LessOrEqual, &value, &high))
        }
        Expr::StartsWith(value, prefix) => match held(value, table, known) {
            Known::Value(Literal::Text(text)) => Truth::of(text.starts_with(prefix.as_str())),
            Known::Value(Literal::Null) => Truth::Null,
            Known::Value(_) | Known::Now | Known::Nothing => Truth::Open,
        },
        Expr::Literal(Literal::Boolean(value)) => Truth::of(*value),
        Expr::Column { .. } => match held(condition, table, known) {
            Known::Value(Literal::Boolean(value)) => Truth::of(value),
            Known::Value(Literal::Null) => Truth::Null,
            Known::Value(_) | Known::Now | Known::Nothing => Truth::Open,
        },
        _ => Truth::Open,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "any other form decides nothing")]
fn held(expr: &Expr, table: &str, known: &dyn Fn(&str) -> Known) -> Known {
    match expr {
        Expr::Literal(literal) => Known::Value(literal.clone()),
        Expr::Column { of, name } if of.as_ref().is_none_or(|of| of == table) => known(name),
        Expr::ByBytes(inner) => held(inner, table, known),
        _ => Known::Nothing,
    }
}

fn compare(how: Comparison, left: &Known, right: &Known) -> Truth {
    match (left, right) {
        (Known::Value(Literal::Null), _) | (_, Known::Value(Literal::Null)) => Truth::Null,
        (Known::Value(left), Known::Value(right)) => match order(left, right) {
            Some(order) => Truth::of(is(how, order)),
            None => Truth::Open,
        },
        (Known::Now, Known::Value(value)) => with_now(how, value),
        (Known::Value(value), Known::Now) => with_now(turned(how), value),
        _ => Truth::Open,
    }
}

/// The time of a run compared with a value that somebody wrote down.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other value decides nothing")]
fn with_now(how: Comparison, value: &Literal) -> Truth {
    match how {
        Comparison::Equal => Truth::False,
        Comparison::Unequal => Truth::True,
        Comparison::Greater | Comparison::GreaterOrEqual | Comparison::Less | Comparison::LessOrEqual => match value {
            Literal::Integer(..=0) => Truth::of(matches!(how, Comparison::Greater | Comparison::GreaterOrEqual)),
            _ => Truth::Open,
        },
    }
}

fn turned(how: Comparison) -> Comparison {
    match how {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        Comparison::Equal | Comparison::Unequal => how,
    }
}

fn is(how: Comparison, order: std::cmp::Ordering) -> bool {
    match how {
        Comparison::Equal => order.is_eq(),
        Comparison::Unequal => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
    }
}

/// Nothing where the engines could order the two differently.
fn order(left: &Literal, right: &Literal) -> Option<std::cmp::Ordering> {
    let number = |literal: &Literal| -> Option<f64> {
        match literal {
            Literal::Boolean(value) => Some(f64::from(u8::from(*value))),
            Literal::Integer(value) if value.unsigned_abs() < 1 << 53 => value.to_string().parse().ok(),
            Literal::Decimal(digits) => digits.parse().ok(),
            Literal::Null | Literal::Integer(_) | Literal::Text(_) | Literal::Date(_) | Literal::Timestamp(_) => None,
        }
    };
    match (left, right) {
        (Literal::Integer(left), Literal::Integer(right)) => Some(left.cmp(right)),
        (Literal::Text(left), Literal::Text(right)) | (Literal::Date(left), Literal::Date(right)) => {
            Some(left.cmp(right))
        }
        _ => number(left)?.partial_cmp(&number(right)?),
    }
}
