//! What a column can be, as far as some values tell: NULL, one of the values, or something between two of them.

use super::{ColumnId, Schema, TableId};
use crate::sql::{Comparison, Expr, Family, From, Literal};

/// Texts longer lists of which are not looked at.
const MOST: usize = 200;

/// A column, or the value that a path leads to.
pub(super) struct Term {
    pub expr: Expr,
    nullable: bool,
    /// The database's own comparison takes different texts for equal.
    pub folds: bool,
    family: Family,
    /// In characters.
    length: Option<u64>,
    /// Its only values.
    allowed: bool,
    /// The values that it is compared with; sorted.
    points: Vec<Point>,
    /// Those that can be: NULL first, then what is less than the first value, the first value, and so on.
    kept: Option<Vec<bool>>,
}

/// What is asked of a term.
pub(super) enum Test {
    Null,
    /// This, unless it is NULL.
    Unless(bool),
    Compare(Comparison, Point),
    /// At least the one, and less than the other where there is one.
    Within(Point, Option<Point>),
}

/// A value, in the order in which conditions compare.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Point {
    /// In units of 10 to the power of -18.
    Number(i128),
    /// A text by its bytes; other values as bytes that are ordered as they are.
    Bytes(Vec<u8>),
}

const UNIT: i128 = 1_000_000_000_000_000_000;

impl Term {
    /// `None` where what it can be is not certain.
    pub fn new(schema: &Schema, table: TableId, expr: &Expr) -> Option<Self> {
        let (holder, column) = column_of(schema, table, expr)?;
        let column = schema.table(holder).column(column);
        let reached = matches!(expr, Expr::Scalar(_));
        // Trailing spaces would have to be left out of each value; equality would go by more than bytes.
        if column.padded {
            return None;
        }
        let allowed = column.allowed.as_ref().filter(|allowed| allowed.len() <= MOST);
        if column.allowed.is_some() != allowed.is_some() {
            return None;
        }
        let mut term = Self {
            expr: expr.clone(),
            nullable: column.nullable || reached,
            folds: column.folds(),
            family: column.family,
            length: column.length,
            allowed: allowed.is_some(),
            points: Vec::new(),
            kept: None,
        };
        let values = allowed.iter().flat_map(|allowed| allowed.iter().map(|one| Literal::Text(one.clone())));
        term.points = values.filter_map(|value| term.point(&value)).collect();
        if term.family == Family::Boolean {
            term.points = vec![Point::Bytes(vec![0]), Point::Bytes(vec![1])];
        }
        term.points.sort();
        Some(term)
    }

    pub fn compared(&mut self, how: Comparison, value: &Literal) -> Option<Test> {
        let point = self.point(value)?;
        // WHY: a value that the column cannot hold needs no place among those that it can.
        if !self.allowed && self.family != Family::Boolean {
            self.add(point.clone());
        }
        Some(Test::Compare(how, point))
    }

    /// Texts with this at their start stand together, from it to before the next one with another start.
    pub fn starting(&mut self, start: &str) -> Option<Test> {
        if self.family != Family::Text {
            return None;
        }
        let mut end = start.as_bytes().to_vec();
        // No byte of a text is 255.
        let end = end.pop().map(|last| {
            end.push(last + 1);
            Point::Bytes(end)
        });
        let from = Point::Bytes(start.as_bytes().to_vec());
        if !self.allowed {
            self.add(from.clone());
            if let Some(end) = &end {
                self.add(end.clone());
            }
        }
        Some(Test::Within(from, end))
    }

    fn add(&mut self, point: Point) {
        if let Err(at) = self.points.binary_search(&point) {
            self.points.insert(at, point);
        }
    }

    /// NULL, every value, and what is before, between and after them.
    pub fn cells(&self) -> usize {
        2 * self.points.len() + 2
    }

    /// Of the cells, those for which this says so.
    pub fn keep(&mut self, kept: &[bool]) {
        self.kept = Some(kept.to_vec());
    }

    /// The cells that a row can be in.
    pub fn kept(&self) -> Vec<usize> {
        let is_kept = |cell: &usize| self.kept.as_ref().is_none_or(|kept| kept.get(*cell) != Some(&false));
        (0..self.cells()).filter(is_kept).filter(|cell| self.can_be(*cell)).collect()
    }

    fn can_be(&self, cell: usize) -> bool {
        let Some(place) = cell.checked_sub(1) else { return self.nullable };
        if place % 2 == 1 {
            return self.points.get(place / 2).is_some_and(|point| self.holds(point));
        }
        let before = (place / 2).checked_sub(1).and_then(|at| self.points.get(at));
        let after = self.points.get(place / 2);
        if self.allowed || self.family == Family::Boolean {
            return false;
        }
        match (self.family, before, after) {
            // Nothing is before the empty text.
            (Family::Text, None, Some(Point::Bytes(first))) => !first.is_empty(),
            (Family::Integer, Some(Point::Number(low)), Some(Point::Number(high))) => {
                (low.div_euclid(UNIT) + 1) * UNIT < *high
            }
            _ => true,
        }
    }

    /// Whether the column can have this very value.
    fn holds(&self, point: &Point) -> bool {
        match (point, self.length) {
            (Point::Number(number), _) => self.family != Family::Integer || number % UNIT == 0,
            (Point::Bytes(bytes), Some(length)) if self.family == Family::Text => {
                std::str::from_utf8(bytes).map_or(true, |text| text.chars().count() as u64 <= length)
            }
            (Point::Bytes(_), _) => true,
        }
    }

    /// Whether it is so in a cell; `None`: unknown, as with NULL.
    pub fn truth(&self, test: &Test, cell: usize) -> Option<bool> {
        if let Test::Null = test {
            return Some(cell == 0);
        }
        let place = cell.checked_sub(1)?;
        let stands = |point: &Point| match self.points.binary_search(point) {
            Ok(at) => place.cmp(&(2 * at + 1)),
            // Not among the values: what is between its neighbours is never in question.
            Err(at) => {
                if place < 2 * at {
                    std::cmp::Ordering::Less
                } else {
                    std::cmp::Ordering::Greater
                }
            }
        };
        Some(match test {
            Test::Null => false,
            Test::Unless(truth) => *truth,
            Test::Compare(how, point) => how.holds(stands(point)),
            Test::Within(from, end) => stands(from).is_ge() && end.as_ref().is_none_or(|end| stands(end).is_lt()),
        })
    }

    /// `None` for a value that engines could compare in other ways than by its place.
    fn point(&self, value: &Literal) -> Option<Point> {
        match (value, self.family) {
            (Literal::Integer(value), Family::Integer | Family::Decimal) => {
                Some(Point::Number(i128::from(*value) * UNIT))
            }
            (Literal::Decimal(digits), Family::Integer | Family::Decimal) => decimal(digits).map(Point::Number),
            (Literal::Integer(value), Family::Real) => real(&value.to_string()),
            (Literal::Decimal(digits), Family::Real) => real(digits),
            (Literal::Text(text), Family::Text) => Some(Point::Bytes(text.as_bytes().to_vec())),
            (Literal::Boolean(truth), Family::Boolean) => Some(Point::Bytes(vec![u8::from(*truth)])),
            // SQLite keeps a day in a column of moments as its text, others as its first moment.
            (Literal::Date(text), Family::Date) | (Literal::Timestamp(text), Family::Timestamp) => {
                Some(Point::Bytes(text.as_bytes().to_vec()))
            }
            _ => None,
        }
    }
}

/// The column whose value an expression about rows of `table` is: their own, or one of the row that a path leads to.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other form is no column")]
pub fn column_of(schema: &Schema, table: TableId, expr: &Expr) -> Option<(TableId, ColumnId)> {
    match expr.as_it_is() {
        Expr::Column { of: Some(of), name } => {
            let own = schema.table(table);
            let (column, _) = own.find(name).filter(|_| **of == *own.name)?;
            Some((table, column))
        }
        Expr::Scalar(select) => {
            let Some(From::Table { name, alias }) = &select.from else { return None };
            let (id, entered) = schema.find(name)?;
            match select.columns.as_slice() {
                [(Expr::Column { of, name }, _)] if of == alias => Some((id, entered.find(name)?.0)),
                [(inner, _)] => column_of(schema, id, inner),
                _ => None,
            }
        }
        _ => None,
    }
}

fn decimal(digits: &str) -> Option<i128> {
    let (negative, digits) = digits.strip_prefix('-').map_or((false, digits), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let shift = 18_usize.checked_sub(fraction.len())?;
    let fraction: i128 = format!("{fraction}{}", "0".repeat(shift)).parse().ok()?;
    let value = whole.checked_mul(UNIT)?.checked_add(fraction)?;
    Some(if negative { -value } else { value })
}

/// The bytes of a floating-point number, in its order.
fn real(digits: &str) -> Option<Point> {
    // Minus zero is zero.
    let value = digits.parse::<f64>().ok().filter(|value| value.is_finite())? + 0.0;
    let bits = value.to_bits();
    let ordered = if value.is_sign_negative() { !bits } else { bits | 1 << 63 };
    Some(Point::Bytes(ordered.to_be_bytes().to_vec()))
}
