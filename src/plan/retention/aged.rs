//! Which rows a rule takes, entry by entry, and what is asked of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::super::age::{self, Asks, Periods};
use super::super::claim::{anybody, free, with_status};
use super::super::kept::Stays;
use super::super::offer::GOING;
use super::super::purge::{Todo, todo};
use super::super::rows::column;
use super::unit::Unit;
use super::waits::{self, Waits};
use crate::database::TableId;
use crate::program::{
    AtMost, Condition, Entry, Item, Part, Path, PurgeType, Relation, RetentionRule, Side, SideOf, StatusMeaning,
    disjoint,
};
use crate::sql::Expr;
use crate::strategy::Strategy;

/// Rows of one entry, whoever owns them.
pub(super) struct Aged<'p> {
    pub item: &'p Item,
    /// What is done with its rows, and by nobody's leave.
    pub entry: Entry,
    /// Whose age counts: the entry itself, or those of all sides of the row.
    pub of: Vec<(&'p Item, &'p Entry)>,
    pub todo: Todo,
    pub waits: Waits,
    /// Entries that are taken before may have taken some of its rows.
    pub is_shared: bool,
}

/// How the rows of an entry are looked at.
pub(super) struct Look<'l> {
    pub now: &'l Expr,
    pub referred: Referred<'l>,
    /// Only rows of which a person has said that they go.
    pub approved: Option<Unit<'l>>,
}

/// What becomes of rows that others still refer to.
#[derive(Clone, Copy)]
pub(super) enum Referred<'l> {
    Taken,
    /// They are left for later, but for those of which this is true.
    Left(Option<&'l Stays>),
}

/// The entries of a rule, those first whose rows are found over rows of others, or refer to them.
pub(super) fn of_rule<'p>(basis: Basis<'p>, rule: &'p RetentionRule) -> Vec<Aged<'p>> {
    let is_about = |item: &Item, entry: &Entry| {
        age::is_about(basis, rule, &age::Others::of(basis.program, rule, item), entry).is_some()
    };
    let items = rule.ending().filter_map(|id| basis.program.item(id));
    let all = items.flat_map(|item| item.entries.iter().map(move |entry| (item, entry)));
    let all: Vec<(&Item, &Entry)> =
        all.filter(|(item, entry)| entry.relation != Relation::Access && is_about(item, entry)).collect();
    let ranks = ranks(basis, &all);
    let mut found: Vec<Aged<'p>> = Vec::new();
    for (item, entry) in &all {
        // Rows with several owners are written once, and found by each.
        let again = |one: &Aged<'_>| one.item.name == item.name && one.entry.span == entry.span;
        if entry.co_owned.is_some() && found.iter().any(again) {
            continue;
        }
        let mut own = (*entry).clone();
        // The age of a row ends it for everybody.
        own.names_others = age::owners(entry).into_iter().flat_map(Path::first_columns).collect();
        own.co_owned = None;
        let mut of = vec![(*item, *entry)];
        if let Some(side) = &entry.side
            && let Some(sides) = sides(entry, side, &all)
        {
            if !side.all.first().is_some_and(|one| side.is(one)) {
                continue;
            }
            own.side = None;
            of = sides;
        }
        let Some(todo) = todo(basis, &own) else { continue };
        let waits = waits::of(basis, &own, &all);
        found.push(Aged { item, entry: own, of, todo, waits, is_shared: false });
    }
    found.sort_by_key(|one| (ranks.get(&one.entry.table.id).copied(), one.entry.deletes()));
    for at in 1..found.len() {
        let (before, rest) = found.split_at_mut(at);
        if let Some(one) = rest.first_mut() {
            one.is_shared = before.iter().any(|other| shares(&other.entry, &one.entry));
        }
    }
    found
}

/// Whether both may be about the same rows, of which others may be parts.
fn shares(one: &Entry, other: &Entry) -> bool {
    if one.parts.is_empty() && other.parts.is_empty() {
        return one.table.id == other.table.id && !disjoint(one.condition.as_ref(), other.condition.as_ref());
    }
    let of_other = tables(other);
    tables(one).iter().any(|table| of_other.contains(table))
}

/// The tables of an entry's rows and of their parts.
fn tables(entry: &Entry) -> Vec<TableId> {
    let mut found = vec![entry.table.id];
    let mut open: Vec<&Part> = entry.parts.iter().collect();
    while let Some(part) = open.pop() {
        found.push(part.table.id);
        open.extend(&part.parts);
    }
    found
}

/// The entries of all sides of the row, where the rule has them all and each lets the row go.
fn sides<'p>(entry: &Entry, side: &Side, all: &[(&'p Item, &'p Entry)]) -> Option<Vec<(&'p Item, &'p Entry)>> {
    let rows = side.name.rsplit_once('.').map(|(rows, _)| rows)?;
    let of = |one: &SideOf| {
        let name = format!("{rows}.{}", one.name);
        all.iter().copied().find(|(_, other)| {
            let is_it = other.side.as_ref().is_some_and(|side| side.name == name);
            is_it && other.table.id == entry.table.id && other.deletes()
        })
    };
    side.all.iter().map(of).collect()
}

/// In which order tables are taken.
fn ranks(basis: Basis<'_>, all: &[(&Item, &Entry)]) -> BTreeMap<TableId, usize> {
    let schema = &basis.program.schema;
    let mut tables: Vec<TableId> = all.iter().map(|(_, entry)| entry.table.id).collect();
    tables.sort_by_key(|id| schema.table(*id).name.clone());
    tables.dedup();
    let mut before: BTreeMap<TableId, BTreeSet<TableId>> = BTreeMap::new();
    for table in &tables {
        let referring = schema.referring(*table).map(|(child, _)| child).filter(|child| tables.contains(child));
        before.entry(*table).or_default().extend(referring);
    }
    for (_, entry) in all {
        let places = entry.places.iter().map(|place| &place.value);
        let steps = std::iter::once(&entry.path).chain(places).flat_map(|path| &path.steps);
        for table in steps.map(|step| step.table.id).filter(|table| tables.contains(table)) {
            before.entry(table).or_default().insert(entry.table.id);
        }
    }
    let mut ranks = BTreeMap::new();
    for table in &tables {
        rank(*table, &before, &mut BTreeSet::new(), &mut ranks);
    }
    ranks
}

fn rank(
    table: TableId,
    before: &BTreeMap<TableId, BTreeSet<TableId>>,
    around: &mut BTreeSet<TableId>,
    ranks: &mut BTreeMap<TableId, usize>,
) {
    if ranks.contains_key(&table) || !around.insert(table) {
        return;
    }
    for other in before.get(&table).into_iter().flatten() {
        rank(*other, before, around, ranks);
    }
    ranks.insert(table, ranks.len());
}

impl Aged<'_> {
    /// What is counted at first may be more than goes: rows that others still refer to, which may go before them, and
    /// those that an entry before takes.
    pub fn may_be_fewer(&self) -> bool {
        self.is_shared || !self.waits.is_empty()
    }

    /// Rows whose time is over, and with which there is something to do.
    pub fn due(&self, basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, look: &Look<'_>) -> Asks {
        let (mut asked, mut reads) = (Vec::new(), Vec::new());
        let periods = Periods { period: &at_most.period, roles: &at_most.roles };
        for (item, entry) in &self.of {
            let condition = entry.condition.iter().map(|one| one.expr.clone());
            reads.extend(entry.condition.iter().flat_map(|one| one.reads.iter().copied()));
            let over = age::is_over(basis, rule, periods, entry, look.now);
            let about = age::is_about(basis, rule, &age::Others::of(basis.program, rule, item), entry);
            // What is not about rows says so with `false`, and never with nothing.
            let about = about.unwrap_or_else(|| Asks { expr: Expr::any([]), reads: Vec::new() });
            let may = may_go(basis, item, entry);
            if let Some(unit) = look.approved {
                let approved = unit.approved(basis.program, &rule.id, GOING, entry);
                asked.push(approved.expr);
                reads.extend(approved.reads);
            }
            asked.extend(condition.chain([over.expr, about.expr]).chain(may));
            reads.extend(over.reads.into_iter().chain(about.reads));
        }
        asked.push(self.todo.expr.clone());
        reads.extend(self.entry.strategies().flat_map(Strategy::writes).map(|column| (self.entry.table.id, column)));
        if let Referred::Left(but) = look.referred
            && let Some(waits) = self.waits(basis)
        {
            let stays = but.map(|stays| stays.expr.clone().is_true());
            reads.extend(but.iter().flat_map(|stays| stays.reads.iter().copied()));
            asked.push(Expr::any(std::iter::once(waits.negated()).chain(stays)));
        }
        Asks { expr: Expr::all(asked), reads }
    }

    /// That the row would go, and others refer to it.
    pub fn waits(&self, basis: Basis<'_>) -> Option<Expr> {
        let waits = || self.waits.expr(basis, self.entry.table.id);
        (!self.waits.is_empty()).then(|| Expr::all(self.todo.goes.clone().into_iter().chain([waits()])))
    }

    /// Whether it is about the rows of this entry.
    pub fn is_about(&self, item: &Item, entry: &Entry) -> bool {
        self.of.iter().any(|(of_item, one)| {
            let is_it = of_item.name == item.name && one.span == entry.span && one.table.id == entry.table.id;
            // All owners of a row have one entry here.
            is_it && (one.co_owned.is_some() || one.path == entry.path)
        })
    }

    /// Their time is over, as of a moment; whatever else is asked of them.
    pub fn over(&self, basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, now: &Expr) -> Expr {
        let periods = Periods { period: &at_most.period, roles: &at_most.roles };
        Expr::all(self.of.iter().map(|(_, entry)| age::is_over(basis, rule, periods, entry, now).expr))
    }

    /// The rule as a type that is about these rows only.
    pub fn as_type(&self, rule: &RetentionRule, asks: Asks) -> PurgeType {
        let condition = Condition { expr: asks.expr, reads: asks.reads, span: self.entry.span };
        let entry = Entry { condition: Some(condition), ..self.entry.clone() };
        let item = Item { entries: vec![entry], unreviewed: Vec::new(), ..self.item.clone() };
        as_type(rule, vec![item])
    }
}

/// What a rule does with these items, as a type does it.
pub(super) fn as_type(rule: &RetentionRule, items: Vec<Item>) -> PurgeType {
    PurgeType {
        id: rule.runs_as(),
        title: rule.title.clone().unwrap_or_default(),
        description: None,
        status: 0,
        uses: Vec::new(),
        approval: crate::program::Approval::None,
        transition: false,
        within: None,
        narrowed: Some(items),
        items: rule.ending().collect(),
        left_out: Vec::new(),
        selection: rule.selection.clone(),
        excluded: rule.excluded.clone(),
        unreviewed: rule.unreviewed.clone(),
        span: rule.span,
    }
}

/// What else is asked of whose rows they are: the statuses of the item, and of the people's own rows that they may be
/// purged at all.
fn may_go(basis: Basis<'_>, item: &Item, entry: &Entry) -> Vec<Expr> {
    let program = basis.program;
    let subject = &program.site.subject;
    let key = column(program, subject.table.id, subject.key.id);
    let own = || key.exact(Expr::of(&subject.table.name, &key.name));
    let mut asked = Vec::new();
    if entry.table.id == subject.table.id {
        asked.push(own().within(free(program, anybody(program))));
    }
    if let Some(only) = &item.only {
        let known = only.statuses.iter().filter(|at| {
            let status = subject.statuses.get(**at);
            status.is_some_and(|status| !matches!(status.meaning, StatusMeaning::OnRequest))
        });
        let in_one = Expr::any(known.map(|at| own().within(with_status(program, *at))));
        asked.push(age::owned_by(program, &of_item(item, entry), in_one).is_true());
    }
    asked
}

/// Whose rows they are by the item: of the statuses of those who own them by another it says nothing.
fn of_item(item: &Item, entry: &Entry) -> Entry {
    let mut own = entry.clone();
    if let Some(co_owned) = &mut own.co_owned {
        co_owned.owners.retain(|owner| *owner.item == *item.name);
    }
    own
}
