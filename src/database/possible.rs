//! What a condition can come to over all rows that the schema allows: true, false or unknown to SQL.
//!
//! WHY: exact where each part compares one column with values, since between two values that are named a column is as
//! good as any other there; whatever else a part asks counts as all three, so that nothing is said of it.

use super::cells::{Term, Test};
use super::{Schema, TableId};
use crate::sql::{Comparison, Expr, Literal};

/// More rows of a table of truth are not looked at.
const MOST: usize = 4096;

/// A set of truths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Possible(u8);

impl Possible {
    const NOTHING: Self = Self(0);
    pub const TRUE: Self = Self(1);
    pub const FALSE: Self = Self(2);
    const NULL: Self = Self(4);
    const ANY: Self = Self(7);
    const EACH: [Self; 3] = [Self::TRUE, Self::FALSE, Self::NULL];

    pub fn may_be_true(self) -> bool {
        self.has(Self::TRUE)
    }

    pub fn may_be_false(self) -> bool {
        self.has(Self::FALSE)
    }

    /// True of every row.
    pub fn is_always(self) -> bool {
        self == Self::TRUE
    }

    fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }

    fn of(truth: bool) -> Self {
        if truth { Self::TRUE } else { Self::FALSE }
    }

    fn or_else(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What becomes of each.
    fn map(self, change: impl Fn(Self) -> Self) -> Self {
        Self::EACH.into_iter().filter(|one| self.has(*one)).map(change).fold(Self::NOTHING, Self::or_else)
    }

    fn not(self) -> Self {
        self.map(|one| match one {
            Self::TRUE => Self::FALSE,
            Self::FALSE => Self::TRUE,
            other => other,
        })
    }

    /// Both, where neither tells anything about the other.
    fn and(self, other: Self) -> Self {
        self.map(|one| {
            other.map(|two| match (one, two) {
                (Self::FALSE, _) | (_, Self::FALSE) => Self::FALSE,
                (Self::TRUE, two) => two,
                (one, _) => one,
            })
        })
    }
}

/// What `expr`, about rows of `table`, can come to.
pub fn possible(schema: &Schema, table: TableId, expr: &Expr) -> Possible {
    let mut tree = Tree { terms: Vec::new() };
    let node = tree.node(schema, table, expr);
    tree.restrict(schema, table);
    tree.possible(&node)
}

enum Node {
    Known(bool),
    Not(Box<Node>),
    IsTrue(Box<Node>),
    /// `or` is made of `and` and `not`.
    And(Vec<Node>),
    /// Of a term, by its place.
    Test(usize, Test),
    Open,
}

/// A condition's terms: columns, and values that a path leads to.
struct Tree {
    terms: Vec<Term>,
}

impl Tree {
    #[expect(clippy::wildcard_enum_match_arm, reason = "any other form is open")]
    fn node(&mut self, schema: &Schema, table: TableId, expr: &Expr) -> Node {
        let mut each =
            |parts: &[Expr]| -> Vec<Node> { parts.iter().map(|one| self.node(schema, table, one)).collect() };
        match expr {
            Expr::And(parts) => Node::And(each(parts)),
            Expr::Or(parts) => any(each(parts)),
            Expr::Not(inner) => not(self.node(schema, table, inner)),
            Expr::IsTrue(inner) => Node::IsTrue(Box::new(self.node(schema, table, inner))),
            Expr::Literal(Literal::Boolean(truth)) => Node::Known(*truth),
            Expr::Column { .. } | Expr::Scalar(_) => {
                self.compared(schema, table, expr, Comparison::Equal, &Literal::Boolean(true))
            }
            Expr::IsNull(inner) => match self.term(schema, table, inner) {
                Some(at) => Node::Test(at, Test::Null),
                None => Node::Open,
            },
            Expr::Compare(how, left, right) => match (&**left, &**right) {
                (term, Expr::Literal(value)) => self.compared(schema, table, term, *how, value),
                (Expr::Literal(value), term) => self.compared(schema, table, term, how.turned(), value),
                (one, other) if one.as_it_is() == other.as_it_is() => self.itself(schema, table, one, *how),
                _ => Node::Open,
            },
            Expr::Between(inner, low, high) => match (&**low, &**high) {
                (Expr::Literal(low), Expr::Literal(high)) => Node::And(vec![
                    self.compared(schema, table, inner, Comparison::GreaterOrEqual, low),
                    self.compared(schema, table, inner, Comparison::LessOrEqual, high),
                ]),
                _ => Node::Open,
            },
            Expr::InList(inner, list) => {
                let equal = |one: &Expr| match one {
                    Expr::Literal(value) => self.compared(schema, table, inner, Comparison::Equal, value),
                    _ => Node::Open,
                };
                any(list.iter().map(equal).collect())
            }
            Expr::StartsWith(inner, start) => match self.term(schema, table, inner) {
                Some(at) => self.add(at, |term| term.starting(start)),
                None => Node::Open,
            },
            _ => Node::Open,
        }
    }

    fn compared(&mut self, schema: &Schema, table: TableId, of: &Expr, how: Comparison, value: &Literal) -> Node {
        match self.term(schema, table, of) {
            Some(at) => self.add(at, |term| term.compared(how, value)),
            None => Node::Open,
        }
    }

    /// A value compared with itself: only NULL is not equal to itself, and then it is unknown.
    fn itself(&mut self, schema: &Schema, table: TableId, one: &Expr, how: Comparison) -> Node {
        let truth = matches!(how, Comparison::Equal | Comparison::LessOrEqual | Comparison::GreaterOrEqual);
        match self.term(schema, table, one) {
            Some(at) => Node::Test(at, Test::Unless(truth)),
            None => Node::Open,
        }
    }

    fn add(&mut self, at: usize, test: impl FnOnce(&mut Term) -> Option<Test>) -> Node {
        self.terms.get_mut(at).and_then(test).map_or(Node::Open, |test| Node::Test(at, test))
    }

    /// The place of a term, new or known.
    fn term(&mut self, schema: &Schema, table: TableId, expr: &Expr) -> Option<usize> {
        let expr = if let Expr::ByBytes(inner) = expr { inner } else { expr.as_it_is() };
        if let Some(at) = self.terms.iter().position(|one| one.expr == *expr) {
            return Some(at);
        }
        self.terms.push(Term::new(schema, table, expr)?);
        Some(self.terms.len() - 1)
    }

    /// What the table's own checks leave of each column, where they are about it alone.
    fn restrict(&mut self, schema: &Schema, table: TableId) {
        let count = self.terms.len();
        let checks = schema.table(table).checks.iter().filter(|check| check.holds);
        let mut asked = Vec::new();
        for check in checks.filter_map(|check| check.asked.as_ref()) {
            let node = self.node(schema, table, &check.expr);
            let mut terms = Vec::new();
            node.terms(&mut terms);
            // WHY: a check compares by the column's collation, a condition by bytes.
            if let [only] = terms.as_slice()
                && *only < count
                && self.terms.get(*only).is_some_and(|term| !term.folds)
            {
                asked.push((*only, node));
            }
        }
        // Every value that is compared with is known only now.
        let kept: Vec<Vec<bool>> = (0..count)
            .map(|at| {
                let cells = self.terms.get(at).map_or(0, Term::cells);
                let own = || asked.iter().filter(|(of, _)| *of == at);
                let stays = |cell: usize| own().all(|(_, node)| self.truth(node, &[(at, cell)]) != Possible::FALSE);
                (0..cells).map(stays).collect()
            })
            .collect();
        for (term, kept) in self.terms.iter_mut().zip(kept) {
            term.keep(&kept);
        }
    }

    fn possible(&self, node: &Node) -> Possible {
        match node {
            Node::Known(truth) => Possible::of(*truth),
            Node::Open => Possible::ANY,
            Node::Not(inner) => self.possible(inner).not(),
            Node::IsTrue(inner) => self.possible(inner).map(|one| Possible::of(one == Possible::TRUE)),
            Node::Test(..) => self.every(&[node]),
            Node::And(parts) => {
                let groups = related(parts);
                let each = groups.iter().map(|group| match group.as_slice() {
                    [only] => self.possible(only),
                    several => self.every(several),
                });
                each.fold(Possible::TRUE, Possible::and)
            }
        }
    }

    /// All of them over every combination of what their terms can be.
    fn every(&self, parts: &[&Node]) -> Possible {
        let mut terms = Vec::new();
        for part in parts {
            part.terms(&mut terms);
        }
        let cells: Vec<(usize, Vec<usize>)> =
            terms.into_iter().filter_map(|at| Some((at, self.terms.get(at)?.kept()))).collect();
        let count = cells.iter().try_fold(1_usize, |all, (_, kept)| all.checked_mul(kept.len()));
        let Some(count) = count.filter(|count| *count <= MOST) else { return Possible::ANY };
        let mut found = Possible::NOTHING;
        for number in 0..count {
            let mut rest = number;
            let row: Vec<(usize, usize)> = cells
                .iter()
                .filter_map(|(at, kept)| {
                    let cell = *kept.get(rest % kept.len())?;
                    rest /= kept.len();
                    Some((*at, cell))
                })
                .collect();
            let truths = parts.iter().map(|part| self.truth(part, &row));
            found = found.or_else(truths.fold(Possible::TRUE, Possible::and));
        }
        found
    }

    fn truth(&self, node: &Node, row: &[(usize, usize)]) -> Possible {
        match node {
            Node::Known(truth) => Possible::of(*truth),
            Node::Open => Possible::ANY,
            Node::Not(inner) => self.truth(inner, row).not(),
            Node::IsTrue(inner) => self.truth(inner, row).map(|one| Possible::of(one == Possible::TRUE)),
            Node::And(parts) => parts.iter().map(|part| self.truth(part, row)).fold(Possible::TRUE, Possible::and),
            Node::Test(at, test) => {
                let cell = row.iter().find(|(of, _)| of == at).map(|(_, cell)| *cell);
                match cell.zip(self.terms.get(*at)).map(|(cell, term)| term.truth(test, cell)) {
                    Some(Some(truth)) => Possible::of(truth),
                    Some(None) => Possible::NULL,
                    None => Possible::ANY,
                }
            }
        }
    }
}

impl Node {
    /// The places of the terms it asks about, each once.
    fn terms(&self, found: &mut Vec<usize>) {
        match self {
            Self::Known(_) | Self::Open => {}
            Self::Not(inner) | Self::IsTrue(inner) => inner.terms(found),
            Self::And(parts) => parts.iter().for_each(|part| part.terms(found)),
            Self::Test(at, _) => {
                if !found.contains(at) {
                    found.push(*at);
                }
            }
        }
    }
}

fn not(node: Node) -> Node {
    Node::Not(Box::new(node))
}

fn any(parts: Vec<Node>) -> Node {
    not(Node::And(parts.into_iter().map(not).collect()))
}

/// The parts in groups of which none says anything about what another is about.
fn related(parts: &[Node]) -> Vec<Vec<&Node>> {
    let mut groups: Vec<(Vec<usize>, Vec<&Node>)> = Vec::new();
    for part in parts {
        let mut terms = Vec::new();
        part.terms(&mut terms);
        let mut group = vec![part];
        let (shared, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(of, _)| of.iter().any(|at| terms.contains(at)));
        groups = apart;
        for (of, nodes) in shared {
            terms.extend(of);
            group.extend(nodes);
        }
        groups.push((terms, group));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
