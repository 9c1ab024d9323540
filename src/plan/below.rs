//! Rows below others of their own table: answers to a post, and answers to those.

use std::sync::Arc;

use super::rows::{Held, members};
use crate::database::{ColumnId, Table, exact};
use crate::program::{Part, Program};
use crate::sql::{Expr, From, Select};

/// What finds the rows below, and as what they are known.
pub(super) struct Below<'b> {
    program: &'b Program,
    table: &'b Table,
    part: &'b Part,
    /// Columns of a row, and those of a row below that equal them.
    links: Vec<(ColumnId, ColumnId)>,
    key: &'b [ColumnId],
    alias: String,
}

impl<'b> Below<'b> {
    /// `None` for a part that is no row of the same table.
    pub fn of(program: &'b Program, part: &'b Part, key: &'b [ColumnId]) -> Option<Self> {
        let table = program.schema.table(part.table.id);
        let links = part.plain_links()?.into_iter().map(|(column, of)| (of, column)).collect();
        Some(Self { program, table, part, links, key, alias: program.schema.alias("probate_below") })
    }

    /// The keys of all rows below, from those for which `first` is true: they are called `called` in it.
    pub fn keys(&self, called: &str, first: Expr) -> Select {
        let table = &*self.table.name;
        let carried = self.carried();
        let columns = || carried.iter().map(|id| Expr::of(table, &self.table.column(*id).name));
        let rows = |called: &str, asked: Option<Expr>| {
            let rows = Select::from(table, columns());
            let rows = if called == table { rows } else { rows.alias(called).about(table, called) };
            let condition = self.part.condition.iter().map(|one| one.expr.clone().about(table, called));
            asked.into_iter().chain(condition).fold(rows, Select::filter)
        };
        let child = self.program.schema.alias("probate_child");
        // The rows found so far are joined, so that from each those that refer to it are found by an index.
        let on = self.linked(&child, |of| Expr::of(&self.alias, self.carried_as(of)));
        let mut next = rows(&child, None);
        next.joins.push((From::Table { name: self.alias.clone(), alias: None }, on));
        let found = From::Reached {
            first: Arc::new(rows(called, Some(first))),
            next: Arc::new(next),
            columns: carried.iter().map(|id| self.carried_as(*id)).collect(),
            alias: self.alias.clone(),
        };
        let keys = self.key.iter().map(|id| Expr::of(&self.alias, self.carried_as(*id)));
        Select { from: Some(found), ..Select::values(keys) }
    }

    /// Whether the row that is called `inside` is below the one that is called `top`, which is not below itself.
    pub fn of_row(&self, inside: &str, top: &str) -> Expr {
        let called = self.program.schema.alias("probate_first");
        let here = |called: &str| self.linked(called, |of| Expr::of(top, &self.table.column(of).name));
        let names = |of: &str| self.key.iter().map(|id| Expr::of(of, &self.table.column(*id).name)).collect::<Vec<_>>();
        let itself = Expr::all(names(inside).into_iter().zip(names(top)).map(|(one, other)| one.equals(other)));
        let held = || self.key.iter().map(|id| self.table.column(*id));
        let held_as = |of: &str| names(of).into_iter().zip(held()).map(|(name, column)| Held::as_is(name, column));
        let keys = self.keys(&called, here(&called));
        let by_key = members(held_as(inside).collect(), &keys);
        let apart = members(held_as(inside).chain(held_as(top)).collect(), &self.pairs());
        let (from_here, itself) = match self.without_key(inside, here(inside), keys) {
            Some(without_key) => (Expr::any([by_key, without_key]), itself.is_true()),
            None => (by_key, itself),
        };
        Expr::all([Expr::Around(Arc::new(from_here), Arc::new(apart)), itself.negated()])
    }

    /// A row that no key names, since SQLite lets it be NULL, is below what it refers to.
    fn without_key(&self, inside: &str, here: Expr, keys: Select) -> Option<Expr> {
        let open = self.key.iter().map(|id| self.table.column(*id)).filter(|column| column.nullable);
        let open: Vec<Expr> = open.map(|column| Expr::of(inside, &column.name).is_null()).collect();
        if open.is_empty() {
            return None;
        }
        let below = Select { columns: vec![(Expr::integer(1), None)], ..keys };
        let below = below.filter(self.linked(inside, |of| Expr::of(&self.alias, self.carried_as(of))));
        let condition = self.part.condition.iter().map(|one| one.expr.clone().about(&self.table.name, inside));
        let refers = Expr::any([here, Expr::Exists(Arc::new(below))]);
        Some(Expr::all([Expr::any(open), refers].into_iter().chain(condition)))
    }

    /// Whether a row that is called so refers to what has these columns.
    fn linked(&self, called: &str, to: impl Fn(ColumnId) -> Expr) -> Expr {
        Expr::all(self.links.iter().map(|(of, column)| {
            let (of_column, column) = (self.table.column(*of), self.table.column(*column));
            exact(Expr::of(called, &column.name), &[of_column, column]).equals(to(*of))
        }))
    }

    /// Whether the row that is called like their table is below one of these. They may be known by a query around.
    pub fn of_those(&self, from_here: Expr, parents: Expr) -> Expr {
        let table = &*self.table.name;
        let named = || self.key.iter().map(|id| self.table.column(*id));
        let names = || named().map(|column| Expr::of(table, &column.name));
        let mut below = self.pairs();
        let tops = below.columns.split_off(self.key.len()).into_iter().map(|(top, _)| top);
        let tops = tops.zip(named()).map(|(top, column)| Held::as_is(top, column)).collect();
        let below = below.filter(members(tops, &Select::from(table, names()).filter(parents)));
        let held = names().zip(named()).map(|(name, column)| Held::as_is(name, column)).collect();
        Expr::Around(Arc::new(from_here), Arc::new(members(held, &below)))
    }

    /// The keys of all rows below any row, each with the key of that row.
    fn pairs(&self) -> Select {
        let table = &*self.table.name;
        let (child, top) = (self.program.schema.alias("probate_child"), self.program.schema.alias("probate_top"));
        let carried = self.carried();
        let top_as = |id: &ColumnId| format!("top {}", self.table.column(*id).name);
        let columns = |of_top: Vec<Expr>| {
            let of_child = carried.iter().map(|id| Expr::of(&child, &self.table.column(*id).name));
            of_child.chain(of_top).map(|column| (column, None)).collect::<Vec<_>>()
        };
        let condition = self.part.condition.as_ref().map(|one| one.expr.clone().about(table, &child));
        let rows = |top: Vec<Expr>, from: From, on: Expr| Select {
            columns: columns(top),
            joins: vec![(from, on)],
            filter: condition.clone(),
            ..Select::values([]).table(table).alias(&child)
        };
        let of_top = |id: ColumnId| Expr::of(&top, &self.table.column(id).name);
        let of_found = |id: ColumnId| Expr::of(&self.alias, self.carried_as(id));
        let first = rows(
            self.key.iter().map(|id| of_top(*id)).collect(),
            From::Table { name: table.to_owned(), alias: Some(top.clone()) },
            self.linked(&child, of_top),
        );
        let next = rows(
            self.key.iter().map(|id| Expr::of(&self.alias, top_as(id))).collect(),
            From::Table { name: self.alias.clone(), alias: None },
            self.linked(&child, of_found),
        );
        let names = carried.iter().map(|id| self.carried_as(*id)).chain(self.key.iter().map(top_as)).collect();
        let found =
            From::Reached { first: Arc::new(first), next: Arc::new(next), columns: names, alias: self.alias.clone() };
        let keys = self.key.iter().map(|id| of_found(*id));
        let tops = self.key.iter().map(|id| Expr::of(&self.alias, top_as(id)));
        Select { from: Some(found), ..Select::values(keys.chain(tops)) }
    }

    /// The key, and what rows below refer to.
    fn carried(&self) -> Vec<ColumnId> {
        let mut carried = self.key.to_vec();
        carried.extend(self.links.iter().map(|(of, _)| *of).filter(|of| !self.key.contains(of)));
        carried
    }

    fn carried_as(&self, column: ColumnId) -> String {
        self.table.column(column).name.to_string()
    }
}
