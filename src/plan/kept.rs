//! Rows that stay although a purge would take them: a duty or a legal hold keeps them, and with them their parts, the
//! rows that they are parts of, and whatever they refer to.
//!
//! *Whole*: nothing of the row is changed. *From deletion*: the row stays, because rows that are kept refer to it, are
//! parts of it, or are found by it; what is written into it is written, but for its keys.

use std::collections::BTreeMap;

use super::age::{self, Periods};
use super::below::Below;
use super::rows::{Chain, Held, along, as_in, column, key_family, linked, member, members};
use super::tables::HOLD;
use super::within::Reads;
use super::{Basis, identifier};
use crate::database::{Column, ColumnId, Table, TableId};
use crate::program::{Condition, Entry, ItemId, LegalHold, Part, Program, Relation, RetentionRule, disjoint};
use crate::sql::{Comparison, Expr, From, Select};

/// Why rows stay.
#[derive(Debug, Clone, Copy)]
pub(super) enum Why<'p> {
    Duty(&'p RetentionRule),
    Hold(&'p LegalHold),
}

/// Rows of a table that stay, whole.
#[derive(Debug, Clone)]
pub(super) struct Keeper<'p> {
    pub why: Why<'p>,
    pub entry: &'p Entry,
    pub expr: Expr,
    pub reads: Reads,
    /// What is asked of the rows themselves: rows of which that cannot be true are others.
    condition: Option<&'p Condition>,
    /// They are these parts of rows that stay.
    via: Option<&'p Part>,
}

/// All that is kept, by table.
#[derive(Default)]
pub(super) struct Kept<'p> {
    whole: BTreeMap<TableId, Vec<Keeper<'p>>>,
    /// All parts that any entry speaks of, whatever keeps them: `(part, table of what it is a part of)`.
    parts: Vec<(&'p Part, TableId)>,
    /// Which rows of a table have which parts: what one entry says holds for all.
    declared: Vec<(TableId, Option<&'p Condition>, &'p [Part])>,
}

/// A condition on rows of a table that is true of those that stay.
#[derive(Debug, Clone)]
pub(super) struct Stays {
    pub expr: Expr,
    pub reads: Reads,
}

impl Why<'_> {
    pub fn id(&self) -> &str {
        match self {
            Self::Duty(rule) => &rule.id,
            Self::Hold(hold) => &hold.id,
        }
    }

    /// As people read it.
    pub fn words(&self) -> String {
        match self {
            Self::Duty(rule) => {
                let law = rule.at_least.as_ref().map_or("", |at_least| &at_least.duty.law);
                format!("duty `{}`: {law}", rule.id)
            }
            Self::Hold(hold) => format!("legal hold `{}`", hold.id),
        }
    }

    pub fn kind(&self) -> &'static str {
        match self {
            Self::Duty(_) => "duty",
            Self::Hold(_) => "hold",
        }
    }
}

impl Keeper<'_> {
    /// Whether it may keep rows that meet a condition.
    pub fn can_be(&self, among: Option<&Condition>) -> bool {
        !disjoint(self.condition, among)
    }
}

impl<'p> Kept<'p> {
    /// What the program's duties and holds keep, as of a moment.
    pub fn of(basis: Basis<'p>, now: &Expr) -> Self {
        let mut kept = Self::default();
        let program = basis.program;
        if program.legal_holds.is_empty() && program.retention_rules.iter().all(|rule| rule.at_least.is_none()) {
            return kept;
        }
        for entry in program.items.iter().flat_map(|item| item.entries.iter().chain(&item.unreviewed)) {
            kept.declare(entry.table.id, entry.condition.as_ref(), &entry.parts);
        }
        for (at, item) in program.items.iter().enumerate() {
            for entry in item.entries.iter().chain(&item.unreviewed).filter(|one| one.relation != Relation::Access) {
                kept.entry(basis, ItemId(at), entry, now);
            }
        }
        kept
    }

    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    fn declare(&mut self, table: TableId, condition: Option<&'p Condition>, parts: &'p [Part]) {
        if parts.is_empty() {
            return;
        }
        self.declared.push((table, condition, parts));
        for part in parts {
            self.parts.push((part, table));
            self.declare(part.table.id, part.condition.as_ref(), &part.parts);
        }
    }

    fn entry(&mut self, basis: Basis<'p>, item: ItemId, entry: &'p Entry, now: &Expr) {
        let program = basis.program;
        let mut keepers = Vec::new();
        for rule in program.retention_rules.iter().filter(|rule| rule.items.contains(&item)) {
            let Some(at_least) = &rule.at_least else { continue };
            let Some(about) = age::is_about(basis, rule, &[], entry) else { continue };
            let periods = Periods { period: &at_least.period, roles: &at_least.roles };
            let over = age::is_over(basis, rule, periods, entry, now);
            let young = over.expr.is_true().negated();
            let reads = about.reads.into_iter().chain(over.reads).collect();
            keepers.push((Why::Duty(rule), Expr::all([about.expr, young]), reads));
        }
        for hold in program.legal_holds.iter().filter(|hold| hold.items.contains(&item)) {
            let expr = of_held(program, entry, hold);
            keepers.push((Why::Hold(hold), expr, path_reads(entry)));
        }
        for (why, expr, mut reads) in keepers {
            let condition = entry.condition.as_ref();
            reads.extend(condition.into_iter().flat_map(|one| one.reads.iter().copied()));
            let expr = Expr::all(condition.map(|one| one.expr.clone()).into_iter().chain([expr]));
            let keeper = Keeper { why, entry, expr, reads, condition, via: None };
            self.all_parts(program, &keeper, (entry.table.id, &entry.parts), &mut Vec::new());
            self.add(entry.table.id, keeper);
        }
    }

    fn add(&mut self, table: TableId, keeper: Keeper<'p>) {
        let known = self.whole.entry(table).or_default();
        // Entries of many items speak of the same rows of the people's own table. What leads to people by another way
        // keeps other rows on it.
        let same = |one: &Keeper<'_>| {
            let is_one_way = one.entry.path == keeper.entry.path && one.entry.identifier == keeper.entry.identifier;
            one.expr == keeper.expr && one.why.id() == keeper.why.id() && (keeper.via.is_some() || is_one_way)
        };
        if !known.iter().any(same) {
            known.push(keeper);
        }
    }

    /// Parts of what stays stay: those of which its own entry speaks, and others.
    fn all_parts(
        &mut self,
        program: &'p Program,
        of: &Keeper<'p>,
        (table, own): (TableId, &'p [Part]),
        around: &mut Vec<&'p Part>,
    ) {
        self.parts(program, of, own, table, around);
        let mut said: Vec<&Part> = own.iter().collect();
        let others = self.declared.iter().filter(|(one, _, parts)| *one == table && !std::ptr::eq(*parts, own));
        let others: Vec<_> = others.filter(|(_, condition, _)| of.can_be(*condition)).copied().collect();
        for (_, condition, parts) in others {
            let mut of = of.clone();
            if let Some(condition) = condition {
                of.expr = Expr::all([of.expr, condition.expr.clone()]);
                of.reads.extend(condition.reads.iter().copied());
            }
            for part in parts {
                // The same parts are said by many entries of a table; once is enough.
                if said.iter().any(|one| one.is_same(part) && (one.of.is_none() || one.of == part.of)) {
                    continue;
                }
                if condition.is_none() {
                    said.push(part);
                }
                self.parts(program, &of, std::slice::from_ref(part), table, around);
            }
        }
    }

    fn parts(
        &mut self,
        program: &'p Program,
        of: &Keeper<'p>,
        parts: &'p [Part],
        parent: TableId,
        around: &mut Vec<&'p Part>,
    ) {
        for part in parts {
            // What belongs to itself in a circle is refused elsewhere.
            if around.iter().any(|known| std::ptr::eq(*known, part)) {
                continue;
            }
            let table = program.schema.table(part.table.id);
            let having = part.of.iter().map(|one| one.expr.clone());
            let parents = Expr::all(std::iter::once(of.expr.clone()).chain(having));
            let expr = if part.is_below(parent) {
                below(program, part, parents)
            } else {
                Some(linked(program, parent, &part.links, table, parents))
            };
            let Some(expr) = expr else { continue };
            let mut reads = of.reads.clone();
            reads.extend(part.links.iter().map(|link| (part.table.id, link.column.id)));
            for link in &part.links {
                reads.extend(link.to.first_columns().into_iter().map(|column| (parent, column)));
                reads.push((link.to.ends_in.id, link.to.last.id));
            }
            let conditions = part.condition.iter().chain(&part.of);
            reads.extend(conditions.flat_map(|one| one.reads.iter().copied()));
            let condition = part.condition.iter().map(|one| one.expr.clone());
            let expr = Expr::all(condition.chain([expr]));
            let keeper = Keeper { expr, reads, condition: part.condition.as_ref(), via: Some(part), ..of.clone() };
            around.push(part);
            if part.is_below(parent) {
                // What belongs to a row belongs as well to the rows below it.
                self.parts(program, &keeper, parts, parent, around);
            }
            self.all_parts(program, &keeper, (part.table.id, &part.parts), around);
            around.pop();
            self.add(part.table.id, keeper);
        }
    }

    pub fn keepers(&self, table: TableId) -> &[Keeper<'p>] {
        self.whole.get(&table).map_or(&[], Vec::as_slice)
    }

    /// Rows that stay whole, of those that meet a condition.
    pub fn whole(&self, table: TableId, among: Option<&Condition>) -> Option<Stays> {
        self.whole_but(table, among, None)
    }

    /// The same without those that stay as these parts of others.
    fn whole_but(&self, table: TableId, among: Option<&Condition>, but: Option<&Part>) -> Option<Stays> {
        let is_via = |one: &Keeper<'_>| one.via.is_some_and(|via| but.is_some_and(|but| std::ptr::eq(via, but)));
        let keepers = self.keepers(table).iter().filter(|one| !is_via(one) && one.can_be(among));
        let (exprs, reads): (Vec<Expr>, Vec<&Reads>) =
            keepers.map(|one| (one.expr.clone().is_true(), &one.reads)).unzip();
        let reads = reads.into_iter().flatten().copied().collect();
        (!exprs.is_empty()).then(|| Stays { expr: Expr::any(exprs), reads })
    }

    /// Rows that cannot go, because of rows of other tables that stay. `None` where nothing could keep them.
    pub fn needed(&self, program: &Program, table: TableId) -> Option<Stays> {
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
        for (part, _) in self.parts.iter().filter(|(part, parent)| *parent == table && part.table.id != table) {
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
            found.push(Expr::Exists(Box::new(chain.select(Expr::integer(1)))));
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
        (among, but): (Option<&Condition>, Option<&Part>),
        around: &mut Vec<TableId>,
    ) -> Option<Stays> {
        // WHY: what refers to each other in a circle is followed once around. What is overlooked so is refused by the
        // guards, which count rows that stay and refer to rows that go.
        if around.contains(&table) {
            return None;
        }
        around.push(table);
        let referred = self.referred(program, table, around);
        around.pop();
        let base = either(self.whole_but(table, among, but), referred)?;
        let links = self.own_links(program, table);
        if links.is_empty() {
            Some(base)
        } else {
            Some(Stays { expr: above(program, table, &base.expr, &links), ..base })
        }
    }

    /// Rows on the way from rows that stay to whom they belong: without them they would be nobody's.
    fn on_the_way(&self, program: &Program, table: TableId, found: &mut Vec<Expr>, reads: &mut Reads) {
        let subject = &program.site.subject;
        let to = program.schema.table(table);
        let keepers = self.whole.values().flatten().filter(|one| one.via.is_none() && one.entry.table.id != table);
        for keeper in keepers {
            let entry = keeper.entry;
            let before = found.len();
            if table == subject.table.id {
                let mut chain = Chain::of(program);
                chain.enter_by_name(&entry.table);
                let last = chain.follow(entry.table.id, &entry.table.name, &entry.path);
                let holder = column(program, entry.path.ends_in.id, entry.path.last.id);
                let key = to.column(subject.key.id);
                let name = Expr::of(&to.name, &key.name);
                chain.filter(match &entry.identifier {
                    None => holder.exact(last).equals(key.exact(as_in(name, key_family(program), holder))),
                    Some(source) => identifier::bears(program, source, holder, last, &name),
                });
                chain.filter(keeper.expr.clone());
                found.push(Expr::Exists(Box::new(chain.select(Expr::integer(1)))));
            }
            for at in entry.path.steps.iter().enumerate().filter(|(_, step)| step.table.id == table).map(|(at, _)| at) {
                if to.primary_key.is_empty() {
                    continue;
                }
                let mut chain = Chain::of(program);
                chain.enter_by_name(&entry.table);
                let called = chain.follow_steps(entry.table.id, &entry.table.name, &entry.path.steps);
                let Some(alias) = called.get(at) else { continue };
                for id in &to.primary_key {
                    let key = to.column(*id);
                    let name = |of: &str| key.exact(Expr::of(of, &key.name));
                    chain.filter(name(alias).equals(name(&to.name)));
                }
                chain.filter(keeper.expr.clone());
                found.push(Expr::Exists(Box::new(chain.select(Expr::integer(1)))));
            }
            if found.len() > before {
                reads.extend(keeper.reads.iter().copied());
                reads.extend(path_reads(entry));
            }
        }
    }

    /// Keys by which rows of a table refer to others of it, or are parts of them: `(of the row, of the one below)`.
    fn own_links(&self, program: &Program, table: TableId) -> Vec<Vec<(ColumnId, ColumnId)>> {
        let of = program.schema.table(table);
        if of.primary_key.is_empty() {
            return Vec::new();
        }
        let keys = of.foreign_keys.iter().filter(|key| key.table == table);
        let mut links: Vec<Vec<(ColumnId, ColumnId)>> =
            keys.map(|key| key.to.iter().copied().zip(key.columns.iter().copied()).collect()).collect();
        let parts = self.parts.iter().filter(|(part, parent)| *parent == table && part.table.id == table);
        links.extend(parts.filter_map(|(part, _)| {
            Some(part.plain_links()?.into_iter().map(|(column, of)| (of, column)).collect::<Vec<_>>())
        }));
        for one in &mut links {
            one.sort_unstable();
        }
        links.sort_unstable();
        links.dedup();
        links
    }
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
fn above(program: &Program, table: TableId, stays: &Expr, links: &[Vec<(ColumnId, ColumnId)>]) -> Expr {
    let of = program.schema.table(table);
    let (found, upper) = (program.schema.alias("probate_above"), program.schema.alias("probate_upper"));
    // The key of a row, and what it refers to others by.
    let mut carried = of.primary_key.clone();
    carried.extend(links.iter().flatten().map(|(_, holder)| *holder).filter(|id| !of.primary_key.contains(id)));
    carried.sort_unstable();
    carried.dedup();
    let columns =
        |called: &str| carried.iter().map(|id| (Expr::of(called, &of.column(*id).name), None)).collect::<Vec<_>>();
    let refers = Expr::any(links.iter().map(|links| {
        Expr::all(links.iter().map(|(to, holder)| {
            let (to, holder) = (of.column(*to), of.column(*holder));
            Expr::of(&upper, &to.name).equals(Expr::of(&found, &holder.name))
        }))
    }));
    let first = Select { columns: columns(&of.name), ..Select::values([]).table(&of.name) }.filter(stays.clone());
    let mut next = Select { columns: columns(&upper), ..Select::values([]).table(&of.name).alias(&upper) };
    next.joins.push((From::Table { name: found.clone(), alias: None }, refers));
    let from = From::Reached {
        first: Box::new(first),
        next: Box::new(next),
        columns: carried.iter().map(|id| of.column(*id).name.to_string()).collect(),
        alias: found.clone(),
    };
    let keys = of.primary_key.iter().map(|id| Expr::of(&found, &of.column(*id).name));
    let held = of.primary_key.iter().map(|id| Held::of(of, of.column(*id))).collect();
    members(held, &Select { from: Some(from), ..Select::values(keys) })
}

fn path_reads(entry: &Entry) -> Reads {
    let mut reads: Reads = entry.path.first_columns().into_iter().map(|column| (entry.table.id, column)).collect();
    for step in &entry.path.steps {
        reads.extend(step.keys().map(|key| (step.table.id, key)));
        reads.extend(step.before.iter().chain(&step.entered).flat_map(|one| one.reads.iter().copied()));
    }
    reads.push((entry.path.ends_in.id, entry.path.last.id));
    reads
}

/// Rows that are such parts of others.
pub(super) fn inside(program: &Program, part: &Part, parent: TableId, of: Expr) -> Expr {
    if part.is_below(parent) {
        return below(program, part, of).unwrap_or_else(|| Expr::any([]));
    }
    linked(program, parent, &part.links, program.schema.table(part.table.id), of)
}

/// Rows below others of their table.
fn below(program: &Program, part: &Part, parents: Expr) -> Option<Expr> {
    let table = program.schema.table(part.table.id);
    let below = Below::of(program, part, &table.primary_key)?;
    let first = linked(program, part.table.id, &part.links, table, parents);
    let held = table.primary_key.iter().map(|id| Held::of(table, table.column(*id))).collect();
    Some(members(held, &below.keys(&table.name, first)))
}

fn exists(of: &Table, asked: Expr) -> Expr {
    Expr::Exists(Box::new(Select::from(&of.name, [Expr::integer(1)]).filter(asked)))
}

/// A column of one row holds what a column of another does.
fn refers((of, holder): (&Table, &Column), (to, key): (&Table, &Column)) -> Expr {
    let held = as_in(Expr::of(&of.name, &holder.name), holder.family, key);
    let is = as_in(Expr::of(&to.name, &key.name), key.family, holder);
    held.equals(is)
}

/// Rows of somebody who is under the hold, whether or not they have a row of their own.
fn of_held(program: &Program, entry: &Entry, hold: &LegalHold) -> Expr {
    let subject = &program.site.subject;
    if entry.identifier.is_some() {
        let key = column(program, subject.table.id, subject.key.id);
        let is_held = key.exact(Expr::of(&subject.table.name, &key.name)).within(held(hold, Expr::column("subject")));
        return age::owned_by(program, entry, is_held);
    }
    let table = program.schema.table(entry.path.ends_in.id);
    let holder = table.column(entry.path.last.id);
    let keys = held(hold, as_in(Expr::column("subject"), key_family(program), holder));
    along(program, entry.table.id, &entry.path, member(table, holder, &keys))
}

/// The keys of everybody who is under a hold that has not ended. Its last day counts, UTC.
fn held(hold: &LegalHold, key: Expr) -> Select {
    let mut asked = vec![super::tables::is("hold", &hold.id), Expr::column("lifted").is_null()];
    if let Some(end) = hold.until.as_deref().and_then(first_after) {
        asked.push(Expr::Now.compare(Comparison::Less, Expr::integer(end)));
    }
    Select::from(HOLD, [key]).filter(Expr::all(asked))
}

/// The first second after a day, since 1970.
pub(super) fn first_after(day: &str) -> Option<i64> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let next = day.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(next.timestamp().as_second())
}
