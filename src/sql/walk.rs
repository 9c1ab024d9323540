//! Looking at every name in an expression: which tables it speaks of, and speaking of them by another name.

use std::collections::BTreeSet;

use super::{Arm, Expired, Expr, From, Select};

impl Expr {
    /// The same expression about the row that is called `alias` where this one says `table`.
    #[must_use]
    pub fn about(mut self, table: &str, alias: &str) -> Self {
        self.names(&mut |of| {
            if of == table {
                alias.clone_into(of);
            }
        });
        self
    }

    /// Every alias that a query in it gives to a table.
    pub fn aliases(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut copy = self.clone();
        copy.each_select(&mut |select| {
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
        let mut copy = self.clone();
        let (mut called, mut found) = (Vec::new(), BTreeSet::new());
        copy.each_select(&mut |select| select.calls(&mut called));
        copy.each_column(&mut |of, column| {
            let tables = called.iter().filter(|(alias, _)| alias == of).map(|(_, table)| table);
            found.extend(tables.chain([&*of]).map(|table| (table.clone(), column.to_owned())));
        });
        found
    }

    /// Whether there is a query in it.
    pub fn has_query(&self) -> bool {
        let mut found = false;
        self.clone().each_select(&mut |_| found = true);
        found
    }

    /// How many queries it comes to where it is printed at its longest.
    pub fn queries(&self) -> usize {
        self.clone().count_queries()
    }

    fn count_queries(&mut self) -> usize {
        let mut found = 0;
        self.each_select(&mut |_| found += 1);
        let mut again = |of: &mut Self| {
            found += usize::from(matches!(of, Self::Run)) + 2 * usize::from(matches!(of, Self::Started));
            // The moment at which it is asked stands in it again and again.
            let is_read = |of: &Expired| !matches!(of.now, Self::Literal(_));
            found += 16 * usize::from(matches!(of, Self::Expired(of) if is_read(of)));
        };
        self.each(&mut again);
        found
    }

    /// The same as of another moment than that of the transaction, in seconds since 1970.
    #[must_use]
    pub fn as_of(&self, now: i64) -> Self {
        let mut copy = self.clone();
        copy.each(&mut |one| {
            if *one == Self::Now {
                *one = Self::integer(now);
            }
        });
        copy
    }

    fn each(&mut self, see: &mut dyn FnMut(&mut Self)) {
        see(self);
        self.each_child(&mut |child| child.each(see));
    }

    /// Whether a query in it reads this table.
    pub fn reads(&self, table: &str) -> bool {
        let mut found = false;
        let mut copy = self.clone();
        copy.each_select(&mut |select| found |= select.reads(table));
        found
    }

    fn names(&mut self, rename: &mut dyn FnMut(&mut String)) {
        self.each_column(&mut |of, _| rename(of));
    }

    fn each_column(&mut self, see: &mut dyn FnMut(&mut String, &str)) {
        if let Self::Column { of: Some(of), name } = self {
            see(of, name);
        }
        self.each_child(&mut |child| child.each_column(see));
    }

    fn each_select(&mut self, see: &mut dyn FnMut(&Select)) {
        match self {
            Self::In(_, select) | Self::Exists(select) | Self::Scalar(select) | Self::TupleIn(_, select) => see(select),
            Self::List(list) | Self::Lines(list) => see(list),
            Self::Lists(lists) => lists.iter().for_each(&mut *see),
            Self::Column { .. }
            | Self::Literal(_)
            | Self::Run
            | Self::Token
            | Self::Now
            | Self::Started
            | Self::Moment(..)
            | Self::Iso(_)
            | Self::Truncated(..)
            | Self::NowPlus { .. }
            | Self::Expired(_)
            | Self::Ends(..)
            | Self::Compare(..)
            | Self::And(_)
            | Self::Or(_)
            | Self::Not(_)
            | Self::IsNull(_)
            | Self::IsTrue(_)
            | Self::InList(..)
            | Self::Differs(..)
            | Self::Between(..)
            | Self::StartsWith(..)
            | Self::Matches(..)
            | Self::PatternOf(_)
            | Self::Concat(_)
            | Self::Slice(..)
            | Self::Quoted(_)
            | Self::InQuotes(_)
            | Self::LanguageTag(_)
            | Self::FoldCase(_)
            | Self::ByBytes(_)
            | Self::Exact(..)
            | Self::Found(..)
            | Self::Around(..)
            | Self::Referring(..)
            | Self::Cast(..)
            | Self::AsKept(_)
            | Self::Remembered(..)
            | Self::Add(..)
            | Self::Subtract(..)
            | Self::Anything
            | Self::Count
            | Self::Sum(_)
            | Self::Least(_)
            | Self::Greatest(_)
            | Self::Case(..)
            | Self::Else(..)
            | Self::Object(_)
            | Self::Merged(_)
            | Self::Exported(..)
            | Self::ExportedMoment(..) => {}
        }
        self.each_child(&mut |child| child.each_select(see));
    }

    pub(super) fn each_child(&mut self, see: &mut dyn FnMut(&mut Expr)) {
        match self {
            Self::Column { .. }
            | Self::Literal(_)
            | Self::Run
            | Self::Token
            | Self::Now
            | Self::Started
            | Self::NowPlus { .. }
            | Self::Anything
            | Self::Count => {}
            Self::Expired(expired) => [&mut expired.clock, &mut expired.now].into_iter().for_each(see),
            Self::Compare(_, left, right)
            | Self::Differs(left, right)
            | Self::Add(left, right)
            | Self::Subtract(left, right)
            | Self::Matches(left, right)
            | Self::Found(left, right, _)
            | Self::Around(left, right)
            | Self::Else(left, right) => [left, right].into_iter().for_each(|side| see(side)),
            Self::And(parts) | Self::Or(parts) | Self::Concat(parts) => parts.iter_mut().for_each(see),
            Self::Not(inner)
            | Self::IsNull(inner)
            | Self::IsTrue(inner)
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
            | Self::ExportedMoment(inner, _) => see(inner),
            Self::InList(left, values) => std::iter::once(&mut **left).chain(values).for_each(see),
            Self::In(left, select) => members(std::slice::from_mut(&mut **left), select, see),
            Self::TupleIn(left, select) => members(left, select, see),
            Self::Exists(of) | Self::Scalar(of) | Self::List(of) | Self::Lines(of) => of.each_expr(see),
            Self::Lists(lists) => lists.iter_mut().for_each(|list| list.each_expr(see)),
            Self::Between(value, low, high) => [value, low, high].into_iter().for_each(|part| see(part)),
            Self::Case(arms, other) => {
                arms.iter_mut().flat_map(|(when, then)| [when, then]).for_each(&mut *see);
                see(other);
            }
            Self::Object(members) => members.iter_mut().for_each(|(_, value)| see(value)),
            Self::Merged(groups) => groups.iter_mut().flatten().for_each(|arm| arm.each_expr(see)),
        }
    }
}

/// Values, and the query among whose rows they are looked for.
fn members(values: &mut [Expr], among: &mut Select, see: &mut dyn FnMut(&mut Expr)) {
    values.iter_mut().for_each(&mut *see);
    among.each_expr(see);
}

impl Arm {
    fn each_expr(&mut self, see: &mut dyn FnMut(&mut Expr)) {
        see(&mut self.condition);
        self.members.iter_mut().for_each(|(_, value)| see(value));
    }
}

impl Select {
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
            self.each_expr(&mut |expr| {
                let taken = std::mem::replace(expr, Expr::Count);
                *expr = taken.about(table, alias);
            });
        }
        self
    }

    /// Every expression that stands directly in it or in a query it reads from.
    fn each_expr(&mut self, see: &mut dyn FnMut(&mut Expr)) {
        self.columns.iter_mut().for_each(|(column, _)| see(column));
        self.from.iter_mut().for_each(|table| table.each_expr(see));
        for (table, on) in &mut self.joins {
            table.each_expr(see);
            see(on);
        }
        self.filter.iter_mut().for_each(&mut *see);
        self.group.iter_mut().for_each(&mut *see);
        self.order.iter_mut().for_each(&mut *see);
        self.more.iter_mut().for_each(|more| more.each_expr(see));
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

    fn each_expr(&mut self, see: &mut dyn FnMut(&mut Expr)) {
        match self {
            Self::Table { .. } => {}
            Self::Query { query, .. } => query.each_expr(see),
            Self::Reached { first, next, .. } => {
                first.each_expr(see);
                next.each_expr(see);
            }
            Self::Values { rows, .. } => rows.iter_mut().flatten().for_each(see),
        }
    }
}
