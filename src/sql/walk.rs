//! Looking at every name in an expression: which tables it speaks of, and speaking of them by another name.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Arm, Expired, Expr, From, Select};

/// What has no parts.
macro_rules! leaf {
    () => {
        Expr::Column { .. }
            | Expr::Literal(_)
            | Expr::Run
            | Expr::Token
            | Expr::Now
            | Expr::Started
            | Expr::NowPlus { .. }
            | Expr::Anything
            | Expr::Count
    };
}

/// What has no query, and parts of one kind.
macro_rules! plain {
    () => {
        Expr::Compare(..)
            | Expr::Differs(..)
            | Expr::Add(..)
            | Expr::Subtract(..)
            | Expr::Matches(..)
            | Expr::Found(..)
            | Expr::Around(..)
            | Expr::Indexed(..)
            | Expr::Else(..)
            | Expr::And(_)
            | Expr::Or(_)
            | Expr::Concat(_)
            | Expr::Not(_)
            | Expr::IsNull(_)
            | Expr::IsTrue(_)
            | Expr::StartsWith(..)
            | Expr::PatternOf(_)
            | Expr::Slice(..)
            | Expr::Quoted(_)
            | Expr::InQuotes(_)
            | Expr::LanguageTag(_)
            | Expr::FoldCase(_)
            | Expr::ByBytes(_)
            | Expr::Exact(..)
            | Expr::Referring(..)
            | Expr::Cast(..)
            | Expr::Number(_)
            | Expr::AsKept(_)
            | Expr::Remembered(..)
            | Expr::Sum(_)
            | Expr::Moment(..)
            | Expr::Iso(_)
            | Expr::Truncated(..)
            | Expr::Ends(..)
            | Expr::Least(_)
            | Expr::Greatest(_)
            | Expr::Exported(..)
            | Expr::ExportedMoment(..)
    };
}

impl Expr {
    /// The same expression about the row that is called `alias` where this one says `table`.
    #[must_use]
    pub fn about(mut self, table: &str, alias: &str) -> Self {
        self.change(&mut |one| {
            if let Self::Column { of: Some(of), .. } = one
                && of == table
            {
                alias.clone_into(of);
            }
        });
        self
    }

    /// Every alias that a query in it gives to a table.
    pub fn aliases(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.each_select(&mut |select| {
            let tables = select.from.iter().chain(select.joins.iter().map(|(table, _)| table));
            found.extend(tables.filter_map(|table| match table {
                From::Table { alias, .. } => alias.clone(),
                From::Query { alias, .. } | From::Reached { alias, .. } | From::Values { alias, .. } => {
                    Some(alias.clone())
                }
            }));
        });
        found
    }

    /// Each column that it names, with the table that the name before it stands for.
    pub fn columns(&self) -> BTreeSet<(String, String)> {
        let (mut called, mut found) = (Vec::new(), BTreeSet::new());
        self.each_select(&mut |select| select.calls(&mut called));
        self.each(&mut |one| {
            let Self::Column { of: Some(of), name } = one else { return };
            let tables = called.iter().filter(|(alias, _)| alias == of).map(|(_, table)| table);
            found.extend(tables.chain([of]).map(|table| (table.clone(), name.clone())));
        });
        found
    }

    /// Whether there is a query in it.
    pub fn has_query(&self) -> bool {
        let mut found = false;
        self.each_select(&mut |_| found = true);
        found
    }

    /// How many queries it comes to where it is printed at its longest.
    pub fn queries(&self) -> usize {
        let mut found = 0;
        self.each_select(&mut |_| found += 1);
        self.each(&mut |of| {
            found += usize::from(matches!(of, Self::Run)) + 2 * usize::from(matches!(of, Self::Started));
            // The moment at which it is asked stands in it again and again.
            let is_read = |of: &Expired| !matches!(of.now, Self::Literal(_));
            found += 16 * usize::from(matches!(of, Self::Expired(of) if is_read(of)));
        });
        found
    }

    /// The same as of another moment than that of the transaction, in seconds since 1970.
    #[must_use]
    pub fn as_of(&self, now: i64) -> Self {
        let mut copy = self.clone();
        copy.change(&mut |one| {
            if *one == Self::Now {
                *one = Self::integer(now);
            }
        });
        copy
    }

    fn each(&self, see: &mut dyn FnMut(&Self)) {
        see(self);
        self.each_child(&mut |child| child.each(see));
    }

    fn change(&mut self, change: &mut dyn FnMut(&mut Self)) {
        change(self);
        self.change_children(&mut |child| child.change(change));
    }

    /// Whether a query in it reads this table.
    pub fn reads(&self, table: &str) -> bool {
        let mut found = false;
        self.each_select(&mut |select| found |= select.reads(table));
        found
    }

    /// The same while rows are changed: a query in FROM that has a limit was read to its end before.
    pub fn reads_meanwhile(&self, table: &str) -> bool {
        let mut rest = self.clone();
        rest.change(&mut |one| {
            let (Self::In(_, select) | Self::Exists(select) | Self::Scalar(select)) = one else { return };
            if matches!(&select.from, Some(From::Query { query, .. }) if query.limit.is_some()) {
                Arc::make_mut(select).from = None;
            }
        });
        rest.reads(table)
    }

    /// For each query in it that reads rows of this table: the queries around that, from the outermost, and it itself.
    /// `None` where one is no query of one table.
    pub fn queries_over(&self, table: &str) -> Option<Vec<Vec<Queried>>> {
        let mut found = Some(Vec::new());
        self.query_over(table, &mut Vec::new(), &mut found);
        found
    }

    #[expect(clippy::unnested_or_patterns, reason = "what the macros stand for are lists already")]
    fn query_over(&self, table: &str, around: &mut Vec<Queried>, found: &mut Option<Vec<Vec<Queried>>>) {
        match self {
            Self::In(left, select) => {
                left.query_over(table, around, found);
                select.query_over(Some(left), table, around, found);
            }
            Self::Exists(select) | Self::Scalar(select) => select.query_over(None, table, around, found),
            Self::TupleIn(..) | Self::List(_) | Self::Lines(_) | Self::Lists(_) => {
                if self.reads(table) {
                    *found = None;
                }
            }
            leaf!()
            | plain!()
            | Self::Expired(_)
            | Self::InList(..)
            | Self::Between(..)
            | Self::Case(..)
            | Self::Object(_)
            | Self::Merged(_) => self.each_child(&mut |child| child.query_over(table, around, found)),
        }
    }

    #[expect(clippy::unnested_or_patterns, reason = "what the macros stand for are lists already")]
    fn each_select(&self, see: &mut dyn FnMut(&Select)) {
        match self {
            Self::In(_, select) | Self::Exists(select) | Self::Scalar(select) | Self::TupleIn(_, select) => see(select),
            Self::List(list) | Self::Lines(list) => see(list),
            Self::Lists(lists) => lists.iter().for_each(&mut *see),
            leaf!()
            | plain!()
            | Self::Expired(_)
            | Self::InList(..)
            | Self::Between(..)
            | Self::Case(..)
            | Self::Object(_)
            | Self::Merged(_) => {}
        }
        self.each_child(&mut |child| child.each_select(see));
    }
}

/// A query of one table.
#[derive(Debug, Clone)]
pub struct Queried {
    pub table: String,
    pub alias: String,
    /// What is asked of its rows.
    pub asked: Expr,
}

impl Select {
    fn query_over(
        &self,
        left: Option<&Expr>,
        table: &str,
        around: &mut Vec<Queried>,
        found: &mut Option<Vec<Vec<Queried>>>,
    ) {
        let (Some(From::Table { name, alias: Some(alias) }), [], []) =
            (&self.from, self.joins.as_slice(), self.more.as_slice())
        else {
            if self.reads(table) {
                *found = None;
            }
            return;
        };
        let equal = left.zip(self.columns.first()).map(|(left, (column, _))| left.clone().equals(column.clone()));
        let asked = Expr::all(self.filter.iter().cloned().chain(equal));
        around.push(Queried { table: name.clone(), alias: alias.clone(), asked });
        if name == table
            && let Some(found) = found
        {
            found.push(around.clone());
        }
        self.each_expr(&mut |expr| expr.query_over(table, around, found));
        around.pop();
    }

    /// How many queries are written in it, with itself.
    pub fn selects(&self) -> usize {
        let mut found = 1;
        self.each_expr(&mut |expr| expr.each_select(&mut |_| found += 1));
        found
    }

    /// Whether rows of this table stand in its FROM, at any depth.
    fn reads(&self, table: &str) -> bool {
        let mut tables = self.from.iter().chain(self.joins.iter().map(|(from, _)| from));
        tables.any(|from| from.reads(table)) || self.more.iter().any(|more| more.reads(table))
    }

    /// The names that it gives to tables, at any depth, and the tables.
    fn calls(&self, called: &mut Vec<(String, String)>) {
        for from in self.from.iter().chain(self.joins.iter().map(|(from, _)| from)) {
            match from {
                From::Table { name, alias: Some(alias) } => called.push((alias.clone(), name.clone())),
                From::Query { query, .. } => query.calls(called),
                From::Reached { first, next, .. } => [first, next].into_iter().for_each(|query| query.calls(called)),
                From::Table { alias: None, .. } | From::Values { .. } => {}
            }
        }
        self.more.iter().for_each(|more| more.calls(called));
    }

    /// The same query about the row that is called `alias` where this one says `table`.
    #[must_use]
    pub fn about(mut self, table: &str, alias: &str) -> Self {
        if table != alias {
            self.change_exprs(&mut |expr| {
                let taken = std::mem::replace(expr, Expr::Count);
                *expr = taken.about(table, alias);
            });
        }
        self
    }
}

impl From {
    fn reads(&self, table: &str) -> bool {
        match self {
            Self::Table { name, .. } => name == table,
            Self::Query { query, .. } => query.reads(table),
            Self::Reached { first, next, .. } => first.reads(table) || next.reads(table),
            Self::Values { .. } => false,
        }
    }
}

/// Each expression that stands directly in another or in a query: to look at it, and to change it.
macro_rules! walk {
    ($child:ident, $many:ident, $expr:ident, ($($change:tt)?), $iter:ident, $of:path) => {
        impl Expr {
            pub(super) fn $child(& $($change)? self, see: &mut dyn FnMut(& $($change)? Expr)) {
                match self {
                    leaf!() => {}
                    Self::Compare(_, left, right)
                    | Self::Differs(left, right)
                    | Self::Add(left, right)
                    | Self::Subtract(left, right)
                    | Self::Matches(left, right)
                    | Self::Found(left, right, _)
                    | Self::Around(left, right)
                    | Self::Else(left, right) => [left, right].into_iter().for_each(|side| see($of(side))),
                    Self::And(parts) | Self::Or(parts) | Self::Concat(parts) => parts.$iter().for_each(see),
                    Self::Not(inner)
                    | Self::IsNull(inner)
                    | Self::IsTrue(inner)
                    | Self::Indexed(inner, _)
                    | Self::StartsWith(inner, _)
                    | Self::PatternOf(inner)
                    | Self::Slice(inner, ..)
                    | Self::Quoted(inner)
                    | Self::InQuotes(inner)
                    | Self::LanguageTag(inner)
                    | Self::FoldCase(inner)
                    | Self::ByBytes(inner)
                    | Self::Exact(inner, _)
                    | Self::Referring(inner, _)
                    | Self::Cast(inner, _)
                    | Self::Number(inner)
                    | Self::AsKept(inner)
                    | Self::Remembered(_, inner)
                    | Self::Sum(inner)
                    | Self::Moment(inner, _)
                    | Self::Iso(inner)
                    | Self::Truncated(inner, ..)
                    | Self::Ends(inner, ..)
                    | Self::Least(inner)
                    | Self::Greatest(inner)
                    | Self::Exported(inner, _)
                    | Self::ExportedMoment(inner, _) => see($of(inner)),
                    Self::Expired(_)
                    | Self::InList(..)
                    | Self::In(..)
                    | Self::TupleIn(..)
                    | Self::Exists(_)
                    | Self::Scalar(_)
                    | Self::List(_)
                    | Self::Lines(_)
                    | Self::Lists(_)
                    | Self::Between(..)
                    | Self::Case(..)
                    | Self::Object(_)
                    | Self::Merged(_) => self.$many(see),
                }
            }

            /// Of those that have queries, or parts of several kinds.
            #[expect(clippy::unnested_or_patterns, reason = "what the macros stand for are lists already")]
            fn $many(& $($change)? self, see: &mut dyn FnMut(& $($change)? Expr)) {
                match self {
                    Self::Expired(expired) => {
                        let Expired { clock, now, .. } = $of(expired);
                        [clock, now].into_iter().for_each(see);
                    }
                    Self::InList(left, values) => {
                        see($of(left));
                        values.$iter().for_each(see);
                    }
                    Self::In(left, select) => {
                        see($of(left));
                        $of(select).$expr(see);
                    }
                    Self::TupleIn(left, select) => {
                        left.$iter().for_each(&mut *see);
                        $of(select).$expr(see);
                    }
                    Self::Exists(of) | Self::Scalar(of) | Self::List(of) | Self::Lines(of) => $of(of).$expr(see),
                    Self::Lists(lists) => lists.$iter().for_each(|list| list.$expr(see)),
                    Self::Between(value, low, high) => {
                        see($of(value));
                        see($of(low));
                        see($of(high));
                    }
                    Self::Case(arms, other) => {
                        for (when, then) in arms {
                            see(when);
                            see(then);
                        }
                        see($of(other));
                    }
                    Self::Object(members) => {
                        for (_, value) in members.$iter() {
                            see(value);
                        }
                    }
                    Self::Merged(groups) => {
                        for Arm { condition, members } in groups.$iter().flatten() {
                            see(condition);
                            for (_, value) in members.$iter() {
                                see(value);
                            }
                        }
                    }
                    leaf!() | plain!() => {}
                }
            }
        }

        impl Select {
            fn $expr(& $($change)? self, see: &mut dyn FnMut(& $($change)? Expr)) {
                self.columns.$iter().for_each(|(column, _)| see(column));
                self.from.$iter().for_each(|table| table.$expr(see));
                for (table, on) in & $($change)? self.joins {
                    table.$expr(see);
                    see(on);
                }
                self.filter.$iter().for_each(&mut *see);
                self.group.$iter().for_each(&mut *see);
                self.order.$iter().for_each(&mut *see);
                self.more.$iter().for_each(|more| more.$expr(see));
            }
        }

        impl From {
            fn $expr(& $($change)? self, see: &mut dyn FnMut(& $($change)? Expr)) {
                match self {
                    Self::Table { .. } => {}
                    Self::Query { query, .. } => $of(query).$expr(see),
                    Self::Reached { first, next, .. } => {
                        $of(first).$expr(see);
                        $of(next).$expr(see);
                    }
                    Self::Values { rows, .. } => rows.$iter().flatten().for_each(see),
                }
            }
        }
    };
}

walk!(each_child, each_of_many, each_expr, (), iter, as_it_is);
walk!(change_children, change_many, change_exprs, (mut), iter_mut, Arc::make_mut);

/// What is only looked at stays shared.
fn as_it_is<T>(shared: &Arc<T>) -> &T {
    shared
}
