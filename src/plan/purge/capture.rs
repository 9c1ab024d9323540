//! What is written down before anything is changed: keys, by which statements find their rows afterwards.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::keys::Shape;
use crate::database::TableId;
use crate::source::Span;
use crate::sql::{Expr, Select};

/// A set of keys, by its number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Capture {
    number: i64,
    pub shape: Shape,
    /// Not written down before anything is changed, but when the turn of this table comes: what is asked of its rows
    /// depends on what has gone by then.
    pub late: Option<TableId>,
}

/// All of a purge, in an order in which each reads only those before it.
#[derive(Default)]
pub(super) struct Captures {
    all: Vec<Captured>,
    /// By their queries.
    known: HashMap<(Option<TableId>, Select), usize>,
}

pub(super) struct Captured {
    pub capture: Capture,
    /// What it is, and where the policy says so; several entries may need the same.
    pub what: String,
    pub lines: Vec<String>,
    pub span: Span,
    select: Select,
    /// Of what is known only when a turn comes: all rows that it may then be.
    at_most: Option<Select>,
}

/// What is written down, and where the policy says so.
pub(super) struct What<'w> {
    pub what: String,
    pub line: &'w str,
    pub span: Span,
}

impl Captures {
    /// The keys of a query; those that are there already are not written down twice.
    pub fn add(&mut self, what: What<'_>, shape: Shape, select: Select, late: Option<TableId>) -> Capture {
        let What { what, line, span } = what;
        let query = (late, select);
        if let Some(known) = self.known.get(&query).and_then(|at| self.all.get_mut(*at)) {
            if !known.lines.iter().any(|known| known == line) {
                known.lines.push(line.to_owned());
            }
            return known.capture;
        }
        let number = i64::try_from(self.all.len()).map_or(i64::MAX, |count| count + 1);
        let capture = Capture { number, shape, late };
        let select = query.1.clone();
        self.known.insert(query, self.all.len());
        self.all.push(Captured { capture, what, lines: vec![line.to_owned()], span, select, at_most: None });
        capture
    }

    /// Says what rows those of a late capture are among.
    pub fn among(&mut self, capture: Capture, candidates: Select) {
        if let Some(captured) = self.all.iter_mut().find(|one| one.capture == capture) {
            captured.at_most = Some(candidates);
        }
    }

    /// All rows that a late capture may be.
    pub fn at_most(&self, capture: Capture) -> Option<Select> {
        self.all.iter().find(|one| one.capture == capture)?.at_most.clone()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Captured> {
        self.all.iter()
    }

    /// Those that are written down before anything is changed, or when the turn of a table comes.
    pub fn when(&self, late: Option<TableId>) -> impl Iterator<Item = &Captured> {
        self.all.iter().filter(move |captured| captured.capture.late == late)
    }
}

impl Capture {
    /// The keys of this run.
    pub fn values(self) -> Select {
        let names = self.shape.names().into_iter().map(Expr::column);
        Select::from(self.shape.keys().table(), names).filter(self.is_this())
    }

    /// What is asked of the keys of this run, to be of one of these.
    pub fn any_of(captures: &[Self]) -> Expr {
        let mut numbers: Vec<i64> = captures.iter().map(|capture| capture.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers = numbers.into_iter().map(Expr::integer).collect();
        Expr::all([Expr::column("run").equals(Expr::Run), Expr::InList(Arc::new(Expr::column("capture")), numbers)])
    }

    fn is_this(self) -> Expr {
        Expr::all([Expr::column("run").equals(Expr::Run), Expr::column("capture").equals(Expr::integer(self.number))])
    }
}

impl Captured {
    /// The rows to write down: run, number, key. A mark comes with them.
    ///
    /// WHY: without captured keys residue finds nothing, so that a capture which failed in a client that goes on must
    /// be missed. The mark is written by the same statement, or not at all.
    pub fn rows(&self) -> Select {
        self.marked(&self.select)
    }

    /// The same where nothing is changed: what depends on what has gone by then is taken for true.
    pub fn most(&self) -> Select {
        self.marked(self.at_most.as_ref().unwrap_or(&self.select))
    }

    fn marked(&self, rows: &Select) -> Select {
        let mut rows = rows.clone();
        let run = [(Expr::Run, None), (Expr::integer(self.capture.number), None)];
        rows.columns = run.into_iter().chain(rows.columns).collect();
        let mark = [Expr::column("run"), Expr::integer(-self.capture.number)];
        let mark = mark.into_iter().chain(self.capture.shape.mark());
        let of_run = Expr::column("run").equals(Expr::Run);
        rows.more = vec![Select::from(super::RUN, mark).filter(of_run)];
        rows
    }
}
