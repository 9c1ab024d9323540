//! Comparisons: which of the two sides compares by bytes, where a database would compare otherwise.

use std::borrow::Borrow;

use super::{Bind, Printer};
use crate::sql::dialect::Dialects;
use crate::sql::{Expr, Literal, Select};

impl Printer {
    pub(super) fn differs(&self, left: &Expr, right: &Expr) -> String {
        let (left, right) = self.both_sides(left, right);
        (self.spec.differs)(&left, &right)
    }

    pub(super) fn between(&self, value: &Expr, low: &Expr, high: &Expr) -> String {
        let (own, low) = self.both_sides(value, low);
        let (_, high) = self.both_sides(value, high);
        format!("{own} between {low} and {high}")
    }

    /// What finds rows and what decides, where the two differ; one of the two is enough where the second finds as much.
    pub(super) fn found(&self, found: &Expr, exact: &Expr, dialects: Dialects) -> (String, Bind) {
        if !dialects.contains(self.dialect) {
            return self.print(found);
        }
        if self.spec.text_by_bytes.is_some() {
            return self.print(exact);
        }
        (format!("{} and {}", self.tight(found, Bind::Not), self.tight(exact, Bind::Not)), Bind::And)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "any other value is converted")]
    pub(super) fn by_bytes(&self, inner: &Expr) -> String {
        let text_by_bytes = self.spec.text_by_bytes;
        match inner {
            Expr::ByBytes(inner) | Expr::Exact(inner, _) => self.by_bytes(inner),
            // Columns of our own tables are those that are named without one.
            Expr::Column { of: None, .. } | Expr::Token | Expr::Literal(_) if text_by_bytes.is_some() => {
                text_by_bytes.map_or_else(String::new, |by_bytes| by_bytes(&self.expr(inner)))
            }
            _ => (self.spec.by_bytes)(&self.tight(inner, Bind::Atom)),
        }
    }

    /// The value whose bytes decide, where it can be left as it is and the other side compares by bytes.
    pub(super) fn left_as_it_is<'e>(&self, expr: &'e Expr) -> Option<&'e Expr> {
        self.spec.text_by_bytes?;
        if let Expr::ByBytes(inner) = expr {
            return Some(inner);
        }
        if let Expr::Exact(inner, dialects) = expr {
            return Some(inner).filter(|_| dialects.contains(self.dialect)).map(|inner| &**inner);
        }
        None
    }

    /// A value that compares by bytes; what is no text does so anyway.
    pub(super) fn other_side(&self, expr: &Expr) -> String {
        if matches!(expr, Expr::Literal(literal) if !matches!(literal, Literal::Text(_))) {
            return self.expr(expr);
        }
        self.by_bytes(expr)
    }

    pub(super) fn both_sides(&self, left: &Expr, right: &Expr) -> (String, String) {
        match self.left_as_it_is(left) {
            Some(left) => (self.tight(left, Bind::Add), self.other_side(right)),
            None => (self.tight(left, Bind::Add), self.tight(right, Bind::Add)),
        }
    }

    /// `a in (…)`, `(a, b) in (…)`
    pub(super) fn within<E: Borrow<Expr>>(&self, left: &[E], select: &Select) -> String {
        let mut select = select.clone();
        let mut values = Vec::new();
        for (at, value) in left.iter().map(Borrow::borrow).enumerate() {
            let bare = self.left_as_it_is(value);
            if bare.is_some() {
                select.by_bytes(at);
            }
            values.push(self.tight(bare.unwrap_or(value), Bind::Add));
        }
        let is_made = values.len() > 1 && left.iter().any(|value| value.borrow().has_query());
        if is_made && !self.spec.rows_of_queries {
            return self.within_apart(&values, select);
        }
        match values.as_slice() {
            [only] => format!("{only} in {}", self.nested(&select)),
            _ => format!("({}) in {}", values.join(", "), self.nested(&select)),
        }
    }

    pub(super) fn between_two(&self, left: &Expr, word: &str, right: &Expr) -> (String, Bind) {
        let (left, right) = self.both_sides(left, right);
        (format!("{left} {word} {right}"), Bind::Compare)
    }

    pub(super) fn in_list(&self, left: &Expr, values: &[Expr]) -> String {
        let bare = self.left_as_it_is(left);
        let left = self.tight(bare.unwrap_or(left), Bind::Add);
        if values.is_empty() {
            // WHY: an empty list matches nothing, and not every engine can say so.
            return format!("{left} in (null)");
        }
        let value = |value: &Expr| if bare.is_some() { self.other_side(value) } else { self.expr(value) };
        format!("{left} in ({})", values.iter().map(value).collect::<Vec<_>>().join(", "))
    }

    /// The same by a query whose rows are compared one by one. In the query itself a table could be taken for the one
    /// that the values are of.
    fn within_apart(&self, values: &[String], mut select: Select) -> String {
        let alias = self.name("probate_in");
        for ((_, name), at) in select.columns.iter_mut().zip(1..) {
            *name = Some(format!("column{at}"));
        }
        let equal = |(value, at): (&String, i32)| format!("{alias}.{} = {value}", self.name(&format!("column{at}")));
        let equal: Vec<String> = values.iter().zip(1..).map(equal).collect();
        format!("exists (select 1 from {} as {alias} where {})", self.nested(&select), equal.join(" and "))
    }
}
