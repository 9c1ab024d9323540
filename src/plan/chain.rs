//! Rows of several tables that hang together, for a query about the row around it.

use std::sync::Arc;

use super::rows::{as_in, column};
use crate::database::{Table, TableId, exact};
use crate::program::{Condition, Pair, Part, Path, Program, Step, TableName};
use crate::sql::{Expr, From, Select};

/// They are joined in the order in which they are entered.
pub(super) struct Chain<'p> {
    program: &'p Program,
    /// With which its rows' names begin.
    letter: char,
    joins: Vec<(From, Expr)>,
    asked: Vec<Expr>,
}

impl<'p> Chain<'p> {
    pub fn of(program: &'p Program) -> Self {
        Self { program, letter: 'c', joins: Vec::new(), asked: Vec::new() }
    }

    /// Within another, of whose rows something is asked here.
    pub fn within(program: &'p Program) -> Self {
        Self { letter: 'd', ..Self::of(program) }
    }

    /// Any row of a table, and how it is called.
    pub fn enter(&mut self, table: &TableName, prefix: &str) -> String {
        let alias = self.program.schema.alias(&format!("probate_{prefix}"));
        self.enter_as(table, &alias);
        alias
    }

    /// Any row of a query, and how it is called.
    pub fn enter_query(&mut self, query: Select, prefix: &str, on: impl FnOnce(&str) -> Expr) -> String {
        let alias = self.program.schema.alias(&format!("probate_{prefix}"));
        let on = on(&alias);
        self.joins.push((From::Query { query: Arc::new(query), alias: alias.clone() }, on));
        alias
    }

    /// Any row of a table, which keeps its name.
    pub fn enter_by_name(&mut self, table: &TableName) {
        self.enter_as(table, &table.name);
    }

    /// Any row of a table, which is called so.
    pub fn enter_as(&mut self, table: &TableName, called: &str) {
        self.join(&table.name, called, Expr::all([]));
    }

    /// Rows of a table of which this is true.
    pub fn join(&mut self, table: &str, called: &str, on: Expr) {
        self.joins.push((From::Table { name: table.to_owned(), alias: Some(called.to_owned()) }, on));
    }

    /// What a path leads to from a row that is called so.
    pub fn follow(&mut self, table: TableId, called: &str, path: &Path) -> Expr {
        let last = column(self.program, path.ends_in.id, path.last.id);
        let steps = self.follow_steps(table, called, &path.steps);
        Expr::of(steps.last().map_or(called, String::as_str), &last.name)
    }

    /// How the rows are called that the steps enter, in their order.
    pub fn follow_steps(&mut self, table: TableId, called: &str, steps: &[Step]) -> Vec<String> {
        self.follow_over(table, called, steps, None)
    }

    /// The same, where the step in this place enters the row around the query, which keeps the name of its table.
    pub fn follow_over(&mut self, table: TableId, called: &str, steps: &[Step], over: Option<usize>) -> Vec<String> {
        let mut before = self.program.schema.table(table);
        let mut all: Vec<String> = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let entered = self.program.schema.table(step.table.id);
            let is_around = over == Some(at);
            let number = self.joins.len() + 1;
            let alias = if is_around {
                entered.name.to_string()
            } else {
                self.program.schema.alias(&format!("probate_{}{number}_", self.letter))
            };
            let on = step_taken(before, all.last().map_or(called, String::as_str), step, entered, &alias);
            if is_around {
                self.asked.push(on);
            } else {
                self.join(&step.table.name, &alias, on);
            }
            all.push(alias);
            before = entered;
        }
        all
    }

    /// That a row which is called so belongs to another, as a part.
    pub fn is_part_of(&mut self, part: &Part, called: &str, (parent, of): (TableId, &str)) {
        let table = self.program.schema.table(part.table.id);
        for link in &part.links {
            let (holder, last) =
                (table.column(link.column.id), column(self.program, link.to.ends_in.id, link.to.last.id));
            let value = self.follow(parent, of, &link.to);
            let held = as_in(Expr::of(called, &holder.name), holder.family, last);
            self.filter(exact(as_in(value, last.family, holder), &[last, holder]).equals(held));
        }
        let parent = self.program.schema.table(parent);
        let about =
            |condition: &Condition, table: &Table, called: &str| condition.expr.clone().about(&table.name, called);
        let own = part.condition.iter().map(|one| about(one, table, called));
        let asked: Vec<Expr> = own.chain(part.of.iter().map(|one| about(one, parent, of))).collect();
        self.asked.extend(asked);
    }

    pub fn filter(&mut self, asked: Expr) {
        self.asked.push(asked);
    }

    /// That there are such rows; where no table was entered, what is asked of the row around it.
    pub fn found(self) -> Expr {
        if self.joins.is_empty() {
            return Expr::all(self.asked).is_true();
        }
        Expr::Exists(Arc::new(self.select(Expr::integer(1))))
    }

    pub fn select(self, value: Expr) -> Select {
        let mut joins = self.joins.into_iter();
        let mut select = Select::values([value]);
        if let Some((from, on)) = joins.next() {
            select.from = Some(from);
            select = select.filter(on);
        }
        select.joins.extend(joins);
        self.asked.into_iter().fold(select, Select::filter)
    }
}

/// From a row to the one that a step enters.
fn step_taken(before: &Table, called: &str, step: &Step, entered: &Table, alias: &str) -> Expr {
    let equal = |pair: &Pair| {
        let (holder, key) = (before.column(pair.column.id), entered.column(pair.key.id));
        let referring = as_in(Expr::of(called, &holder.name), holder.family, key);
        let is_key = as_in(Expr::of(alias, &key.name), key.family, holder);
        exact(is_key, &[key, holder]).equals(referring)
    };
    let pairs = step.on.iter().map(equal).map(Some);
    let before_when = step.before.as_ref().map(|one| one.expr.clone().about(&before.name, called));
    let entered_when = step.entered.as_ref().map(|one| one.expr.clone().about(&entered.name, alias));
    Expr::all(pairs.chain([before_when, entered_when]).flatten())
}

/// What a path leads to from the rows of a query, by joins; the rows themselves keep the name of their table.
pub(super) fn joined(
    program: &Program,
    table: TableId,
    path: &Path,
    mut select: Select,
    prefix: &str,
) -> (Select, Expr) {
    let mut before = program.schema.table(table);
    let mut called = before.name.to_string();
    for (number, step) in (1..).zip(&path.steps) {
        let alias = program.schema.alias(&format!("probate_{prefix}{number}"));
        let entered = program.schema.table(step.table.id);
        let on = step_taken(before, &called, step, entered, &alias);
        select = select.join(entered.name.to_string(), alias.clone(), on);
        (before, called) = (entered, alias);
    }
    let last = program.schema.table(path.ends_in.id).column(path.last.id);
    (select, Expr::of(called, &last.name))
}
