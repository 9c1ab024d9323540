//! Rows that cannot go, because rows that stay need them: they refer to them, are parts of them, or are found over them.

use std::sync::Arc;

use super::super::chain::Chain;
use super::super::rows::{Held, as_in, as_referring, column, members};
use super::super::spread::MOST;
use super::{Kept, Stays};
use crate::database::{Column, ColumnId, ForeignKey, Table, TableId, exact};
use crate::program::{Condition, Part, Program};
use crate::sql::{Expr, From, Select};

/// So many ways from table to table are followed at most. Each is a query at least, so that what needs more of them is
/// refused.
const WAYS: usize = 4 * MOST;

/// More than may be asked in one statement, in place of all that would be found.
fn beyond(of: &Table) -> Expr {
    Expr::any(vec![exists(of, Expr::any([])); MOST + 1])
}

impl<'p> Kept<'p> {
    /// Rows that cannot go, because of rows of other tables that stay. `None` where nothing could keep them.
    pub fn needed(&self, program: &Program, table: TableId) -> Option<Stays> {
        if let Some(known) = self.needed.borrow().get(&table) {
            return known.clone();
        }
        let found = self.find_needed(program, table);
        self.needed.borrow_mut().insert(table, found.clone());
        found
    }

    fn find_needed(&self, program: &Program, table: TableId) -> Option<Stays> {
        self.ways.set(WAYS);
        let mut around = vec![table];
        let referred = self.referred(program, table, &mut around);
        let links = self.own_links(program, table);
        let base = either(self.whole(table, None), referred.clone());
        match base {
            Some(base) if !links.is_empty() => Some(Stays { expr: above(program, table, &base.expr, &links), ..base }),
            _ => referred,
        }
    }

    /// Rows of the table that rows refer to which stay: by a foreign key, as their parts, or by the way to a person.
    fn referred(&self, program: &Program, table: TableId, around: &mut Vec<TableId>) -> Option<Stays> {
        let mut all = Stays { expr: Expr::all([]), reads: Vec::new() };
        let mut found = Vec::new();
        for (child, key) in program.schema.referring(table) {
            let Some(stays) = self.stays(program, child, (None, None), around) else { continue };
            let (of, to) = (program.schema.table(child), program.schema.table(table));
            let pairs = key.columns.iter().zip(&key.to).map(|(holder, to_key)| {
                all.reads.push((child, *holder));
                refers((of, of.column(*holder)), (to, to.column(*to_key)))
            });
            let on = Expr::all(pairs.collect::<Vec<_>>());
            all.reads.extend(stays.reads);
            found.push(exists(of, Expr::all([on, stays.expr])));
        }
        for (part, _, when) in self.parts.iter().filter(|(part, parent, _)| *parent == table && part.table.id != table)
        {
            // What stays as a part of the very row stays with it.
            let (among, but) = (part.condition.as_ref(), Some(*part));
            let Some(stays) = self.stays(program, part.table.id, (among, but), around) else { continue };
            let of = program.schema.table(part.table.id);
            let mut chain = Chain::of(program);
            chain.enter_by_name(&part.table);
            for link in &part.links {
                let to = chain.follow(table, &program.schema.table(table).name, &link.to);
                let (holder, last) = (of.column(link.column.id), column(program, link.to.ends_in.id, link.to.last.id));
                let held = as_in(Expr::of(&of.name, &holder.name), holder.family, last);
                chain.filter(last.exact(to).equals(holder.exact(held)));
                all.reads.push((part.table.id, link.column.id));
            }
            chain.filter(Expr::all(part.condition.iter().map(|one| one.expr.clone())));
            chain.filter(stays.expr);
            all.reads.extend(stays.reads);
            // Of other rows of the table it is no part.
            let of_these = when.iter().copied().chain(&part.of);
            all.reads.extend(of_these.clone().flat_map(|one| one.reads.iter().copied()));
            let of_these = of_these.map(|one| one.expr.clone());
            found.push(Expr::all(of_these.chain([Expr::Exists(Arc::new(chain.select(Expr::integer(1))))])));
        }
        self.on_the_way(program, table, &mut found, &mut all.reads);
        all.expr = Expr::any(found.clone());
        (!found.is_empty()).then_some(all)
    }

    /// Rows of a table that stay, whole or from deletion.
    fn stays(
        &self,
        program: &Program,
        table: TableId,
        (among, but): (Option<&'p Condition>, Option<&'p Part>),
        around: &mut Vec<TableId>,
    ) -> Option<Stays> {
        // WHY: what refers to each other in a circle is followed once around. What is overlooked so is refused by the
        // guards, which count rows that stay and refer to rows that go.
        if around.contains(&table) {
            return None;
        }
        let Some(ways) = self.ways.get().checked_sub(1) else {
            return Some(Stays { expr: beyond(program.schema.table(table)), reads: Vec::new() });
        };
        self.ways.set(ways);
        around.push(table);
        let referred = self.referred(program, table, around);
        around.pop();
        let links = self.own_links(program, table);
        // Over other rows of the table it leads to these: what is true of these, and parts of what, they need not be.
        let (among, but) = if links.is_empty() { (among, but) } else { (None, None) };
        let base = either(self.known_whole(table, among, but), referred)?;
        if links.is_empty() {
            Some(base)
        } else {
            Some(Stays { expr: above(program, table, &base.expr, &links), ..base })
        }
    }

    fn known_whole(&self, table: TableId, among: Option<&'p Condition>, but: Option<&'p Part>) -> Option<Stays> {
        let key = (table, but.map(std::ptr::from_ref), among.map(std::ptr::from_ref));
        if let Some(known) = self.whole_but.borrow().get(&key) {
            return known.clone();
        }
        let found = self.whole_but(table, among, but);
        self.whole_but.borrow_mut().insert(key, found.clone());
        found
    }

    /// Keys by which rows of a table refer to others of it, or are parts of them.
    fn own_links(&self, program: &Program, table: TableId) -> Vec<OwnLink> {
        let of = program.schema.table(table);
        if of.primary_key.is_empty() {
            return Vec::new();
        }
        let keys = of.foreign_keys.iter().filter(|key| key.table == table);
        let of_key = |key: &ForeignKey| key.to.iter().copied().zip(key.columns.iter().copied()).collect();
        let mut links: Vec<OwnLink> = keys.map(|key| OwnLink { pairs: of_key(key), by_bytes: false }).collect();
        let parts = self.parts.iter().filter(|(part, parent, _)| *parent == table && part.table.id == table);
        links.extend(parts.filter_map(|(part, ..)| {
            let pairs = part.plain_links()?.into_iter().map(|(column, of)| (of, column)).collect();
            Some(OwnLink { pairs, by_bytes: true })
        }));
        for one in &mut links {
            one.pairs.sort_unstable();
        }
        links.sort_unstable();
        links.dedup();
        links
    }
}

/// How rows of a table refer to others of it, or are parts of them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct OwnLink {
    /// Columns of the row, and of the one below that must be equal to them.
    pairs: Vec<(ColumnId, ColumnId)>,
    /// Not as the database compares, which may take other texts for equal.
    by_bytes: bool,
}

fn either(one: Option<Stays>, other: Option<Stays>) -> Option<Stays> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let reads = one.reads.into_iter().chain(other.reads).collect();
            Some(Stays { expr: Expr::any([one.expr, other.expr]), reads })
        }
        (one, other) => one.or(other),
    }
}

/// Rows that stay, and all that they refer to within their table, however far.
fn above(program: &Program, table: TableId, stays: &Expr, links: &[OwnLink]) -> Expr {
    let of = program.schema.table(table);
    let (found, upper) = (program.schema.alias("probate_above"), program.schema.alias("probate_upper"));
    // The key of a row, and what it refers to others by.
    let mut carried = of.primary_key.clone();
    let holders = links.iter().flat_map(|link| &link.pairs).map(|(_, holder)| *holder);
    carried.extend(holders.filter(|id| !of.primary_key.contains(id)));
    carried.sort_unstable();
    carried.dedup();
    let columns =
        |called: &str| carried.iter().map(|id| (Expr::of(called, &of.column(*id).name), None)).collect::<Vec<_>>();
    let refers = Expr::any(links.iter().map(|link| {
        Expr::all(link.pairs.iter().map(|(to, holder)| {
            let (to, holder) = (of.column(*to), of.column(*holder));
            let compared: &[&Column] = if link.by_bytes { &[to, holder] } else { &[] };
            exact(Expr::of(&upper, &to.name), compared).equals(Expr::of(&found, &holder.name))
        }))
    }));
    let first = Select { columns: columns(&of.name), ..Select::values([]).table(&of.name) }.filter(stays.clone());
    let mut next = Select { columns: columns(&upper), ..Select::values([]).table(&of.name).alias(&upper) };
    next.joins.push((From::Table { name: found.clone(), alias: None }, refers));
    let from = From::Reached {
        first: Arc::new(first),
        next: Arc::new(next),
        columns: carried.iter().map(|id| of.column(*id).name.to_string()).collect(),
        alias: found.clone(),
    };
    let keys = of.primary_key.iter().map(|id| Expr::of(&found, &of.column(*id).name));
    let held = of.primary_key.iter().map(|id| Held::of(of, of.column(*id))).collect();
    members(held, &Select { from: Some(from), ..Select::values(keys) })
}

fn exists(of: &Table, asked: Expr) -> Expr {
    Expr::Exists(Arc::new(Select::from(&of.name, [Expr::integer(1)]).filter(asked)))
}

/// A column of one row refers to a column of another by a key of the database: as that column compares.
fn refers((of, holder): (&Table, &Column), (to, key): (&Table, &Column)) -> Expr {
    let held = as_in(Expr::of(&of.name, &holder.name), holder.family, key);
    let is = as_in(Expr::of(&to.name, &key.name), key.family, holder);
    as_referring(held, holder, key).equals(is)
}
