//! Rows that stay although a purge would take them: a duty or a legal hold keeps them, and with them their parts, the
//! rows that they are parts of, and whatever they refer to.
//!
//! *Whole*: nothing of the row is changed. *From deletion*: the row stays, because rows that are kept refer to it, are
//! parts of it, or are found by it; what is written into it is written, but for its keys.

mod decided;
mod needed;
mod ways;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Basis;
use super::below::Below;
use super::rows::{Held, along, as_in, column, key_family, linked, member, members};
use super::spread::{MOST, too_large};
use super::tables::HOLD;
use super::within::Reads;
use super::{age, identifier};
use crate::database::{ColumnId, TableId};
use crate::diagnostic::Diagnostic;
use crate::program::{
    Condition, Entry, IdentifierSource, Item, ItemId, LegalHold, Moment, Owner, Part, Path, Program, PurgeType,
    Relation, RetentionRule, TableName, disjoint,
};
use crate::sql::{Comparison, Expr, Select};

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
    /// Why they stay, whatever is asked of the rows themselves.
    reason: Reason,
    /// What that reads.
    reads: Reads,
    /// What is asked of the rows themselves: rows of which that cannot be true are others.
    condition: Option<&'p Condition>,
    /// They are these parts of rows that stay.
    via: Option<&'p Part>,
}

/// Why rows stay, with what tells it apart from most others at once: reasons of parts of parts are long.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reason {
    hash: u64,
    expr: Expr,
}

impl From<Expr> for Reason {
    fn from(expr: Expr) -> Self {
        let mut hasher = DefaultHasher::new();
        expr.hash(&mut hasher);
        Self { hash: hasher.finish(), expr }
    }
}

/// All that is kept, by table.
#[derive(Default)]
pub(super) struct Kept<'p> {
    whole: BTreeMap<TableId, Vec<Keeper<'p>>>,
    /// All parts that any entry speaks of, whatever keeps them: `(part, table of what it is a part of, which of its rows)`.
    parts: Vec<(&'p Part, TableId, Option<&'p Condition>)>,
    /// Which rows of a table have which parts: what one entry says holds for all.
    declared: Vec<(TableId, Option<&'p Condition>, &'p [Part])>,
    /// What was asked for once: many statements are about rows of one table.
    needed: RefCell<BTreeMap<TableId, Option<Stays>>>,
    leading: OnceCell<Vec<Leading<'p>>>,
    /// Columns of each table by which rows that stay are found, and by which it is decided that they do: many statements
    /// write into one table.
    decisive: OnceCell<BTreeMap<TableId, BTreeSet<ColumnId>>>,
    /// What stays whole, but for parts, among rows that meet a condition: each is asked for on many ways.
    whole_but: RefCell<HashMap<WholeBut, Option<Stays>>>,
    /// How many more ways from table to table are followed.
    ways: Cell<usize>,
    /// How many reasons were found, the same ones too.
    looked_at: usize,
    /// One of them was longer than a statement may be.
    is_too_long: bool,
}

/// So many reasons are looked at, one behind the other, for which rows of all tables stay.
const REASONS: usize = 10 * MOST;

/// A table, the part that is left out, and the part whose condition the rows meet: both are the program's own.
type WholeBut = (TableId, Option<*const Part>, Option<*const Condition>);

/// Rows that stay, and lead to people over others.
struct Leading<'p> {
    table: &'p TableName,
    why: Why<'p>,
    entry: &'p Entry,
    way: Way<'p>,
    expr: Expr,
    reads: Reads,
    /// Columns by which they are found, and by which it is decided that they stay.
    decisive: BTreeSet<(TableId, ColumnId)>,
}

type Way<'p> = (&'p Path, Option<&'p IdentifierSource>);

fn way_reads(program: &Program, table: TableId, (path, identifier): Way<'_>) -> Reads {
    let borne = identifier.into_iter().flat_map(|source| identifier::reads(program, source));
    path.reads(table).into_iter().chain(borne).collect()
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

impl<'p> Keeper<'p> {
    /// Whether it may keep rows that meet a condition.
    fn can_be(&self, among: Option<&Condition>) -> bool {
        !disjoint(self.condition, among)
    }

    /// What is true of its rows.
    fn rows(&self) -> Expr {
        Expr::all(self.condition.iter().map(|one| one.expr.clone()).chain([self.reason.expr.clone()]))
    }

    /// The ways to people without whom the rows would be nobody's, or would stay for another time; each with what is
    /// asked of the rows.
    fn ways(&self) -> Vec<(Way<'p>, Option<&'p Condition>)> {
        let counted_from = |rule: &RetentionRule| {
            let is_theirs = |moment: &Moment| matches!(moment, Moment::Subject(_) | Moment::StatusChanged);
            rule.after.iter().any(is_theirs) || rule.at_least.as_ref().is_some_and(|one| !one.roles.is_empty())
        };
        match (&self.entry.co_owned, self.why) {
            (Some(co_owned), Why::Duty(rule)) if counted_from(rule) => {
                let way = |owner: &'p Owner| ((&owner.path, owner.identifier.as_ref()), owner.condition.as_ref());
                co_owned.owners.iter().map(way).collect()
            }
            _ => vec![((&self.entry.path, self.entry.identifier.as_ref()), None)],
        }
    }

    /// What leads to people by another way keeps other rows on it.
    fn leads_as(&self, other: &Self) -> bool {
        self.entry.table.id == other.entry.table.id
            && self.entry.path == other.entry.path
            && self.entry.identifier == other.entry.identifier
    }
}

impl<'p> Kept<'p> {
    /// What the program's duties and holds keep, as of a moment.
    pub fn of(basis: Basis<'p>, now: &Expr) -> Self {
        let mut kept = Self::default();
        let program = basis.program;
        if basis.holds().next().is_none() && program.retention_rules.iter().all(|rule| rule.at_least.is_none()) {
            return kept;
        }
        for entry in program.items.iter().flat_map(|item| item.entries.iter().chain(&item.unreviewed)) {
            kept.declare(entry.table.id, entry.condition.as_ref(), &entry.parts);
        }
        for (at, item) in program.items.iter().enumerate() {
            for entry in item.entries.iter().chain(&item.unreviewed).filter(|one| one.relation != Relation::Access) {
                kept.entry(basis, (ItemId(at), item), entry, now);
            }
        }
        kept
    }

    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// Columns of a table by which rows that stay are found, and by which it is decided that they do.
    pub fn keys(&self, program: &Program, table: TableId) -> Vec<ColumnId> {
        let all = self.decisive.get_or_init(|| {
            let mut all: BTreeMap<TableId, BTreeSet<ColumnId>> = BTreeMap::new();
            for (of, column) in self.leading(program).iter().flat_map(|one| &one.decisive).copied() {
                all.entry(of).or_default().insert(column);
            }
            all
        });
        all.get(&table).into_iter().flatten().copied().collect()
    }

    /// That there are more reasons for which rows stay than can be asked for: what was found is not all.
    pub fn too_large(&self, purge_type: &PurgeType) -> Option<Diagnostic> {
        let (what, span) = ("what stays with the rows that it is a part of", purge_type.span);
        self.is_full().then(|| too_large(purge_type, what, span))
    }

    fn is_full(&self) -> bool {
        self.is_too_long || self.looked_at > REASONS || self.whole.values().any(|known| known.len() > MOST)
    }

    fn declare(&mut self, table: TableId, condition: Option<&'p Condition>, parts: &'p [Part]) {
        if parts.is_empty() {
            return;
        }
        self.declared.push((table, condition, parts));
        for part in parts.iter().filter(|part| !part.carried) {
            self.parts.push((part, table, condition));
            self.declare(part.table.id, part.condition.as_ref(), &part.parts);
        }
    }

    fn entry(&mut self, basis: Basis<'p>, (id, item): (ItemId, &Item), entry: &'p Entry, now: &Expr) {
        let program = basis.program;
        let mut keepers = Vec::new();
        for rule in program.retention_rules.iter().filter(|rule| rule.items.contains(&id)) {
            let Some(at_least) = &rule.at_least else { continue };
            let Some(about) = age::is_about(basis, rule, &age::Others::default(), entry) else { continue };
            let over = age::is_released(basis, (rule, at_least), (item, entry), now);
            let young = over.expr.is_true().negated();
            let reads = about.reads.into_iter().chain(over.reads).collect();
            keepers.push((Why::Duty(rule), Expr::all([about.expr, young]), reads));
        }
        for hold in basis.holds().filter(|hold| hold.items.contains(&id)) {
            let expr = of_held(program, entry, hold, now);
            keepers.push((
                Why::Hold(hold),
                expr,
                way_reads(program, entry.table.id, (&entry.path, entry.identifier.as_ref())),
            ));
        }
        for (why, reason, reads) in keepers {
            let (condition, reason) = (entry.condition.as_ref(), Reason::from(reason));
            let keeper = Keeper { why, entry, reason, reads, condition, via: None };
            self.all_parts(program, &keeper, (entry.table.id, &entry.parts), &mut Vec::new());
            self.add(entry.table.id, keeper);
        }
    }

    fn add(&mut self, table: TableId, keeper: Keeper<'p>) {
        self.looked_at += 1;
        let known = self.whole.entry(table).or_default();
        // Entries of many items speak of the same rows of the people's own table.
        let same = |one: &Keeper<'_>| {
            one.reason == keeper.reason
                && asked(one) == asked(&keeper)
                && one.why.id() == keeper.why.id()
                && (keeper.via.is_some() || one.leads_as(&keeper))
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
                of.reason = Expr::all([of.reason.expr, condition.expr.clone()]).into();
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
        // What a cascade takes along only refers to the row.
        for part in parts.iter().filter(|part| !part.carried) {
            // What belongs to itself in a circle is refused elsewhere.
            if self.is_full() || around.iter().any(|known| std::ptr::eq(*known, part)) {
                continue;
            }
            let table = program.schema.table(part.table.id);
            let having = part.of.iter().map(|one| one.expr.clone());
            let parents = Expr::all(std::iter::once(of.rows()).chain(having));
            let expr = if part.is_below(parent) {
                below(program, part, parents)
            } else {
                Some(linked(program, parent, &part.links, table, parents))
            };
            let Some(reason) = expr else { continue };
            // One that no statement could ask; those of its own parts would be longer still.
            if reason.queries() > MOST {
                self.is_too_long = true;
                return;
            }
            let reason = Reason::from(reason);
            let mut reads = of.reads.clone();
            reads.extend(of.condition.iter().flat_map(|one| one.reads.iter().copied()));
            reads.extend(part.links.iter().map(|link| (part.table.id, link.column.id)));
            for link in &part.links {
                reads.extend(link.to.first_columns().into_iter().map(|column| (parent, column)));
                reads.push((link.to.ends_in.id, link.to.last.id));
            }
            reads.extend(part.of.iter().flat_map(|one| one.reads.iter().copied()));
            let keeper = Keeper { reason, reads, condition: part.condition.as_ref(), via: Some(part), ..of.clone() };
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

    /// What keeps rows of a table that meet a condition, each reason by itself.
    pub fn reasons(&self, table: TableId, among: Option<&Condition>) -> Vec<(Why<'p>, Expr)> {
        let mut all: Vec<(Why<'p>, Vec<Expr>)> = Vec::new();
        for one in together(self.keepers(table), among) {
            let why = one.keeper.why;
            match all.iter_mut().find(|(known, _)| known.id() == why.id() && known.kind() == why.kind()) {
                Some((_, exprs)) => exprs.push(one.expr),
                None => all.push((why, vec![one.expr])),
            }
        }
        all.into_iter().map(|(why, exprs)| (why, Expr::any(exprs))).collect()
    }

    fn keepers(&self, table: TableId) -> impl Iterator<Item = &Keeper<'p>> {
        self.whole.get(&table).into_iter().flatten()
    }

    /// Rows that stay whole, of those that meet a condition.
    pub fn whole(&self, table: TableId, among: Option<&Condition>) -> Option<Stays> {
        self.whole_but(table, among, None)
    }

    /// The same without those that stay as these parts of others.
    fn whole_but(&self, table: TableId, among: Option<&Condition>, but: Option<&Part>) -> Option<Stays> {
        let is_via = |one: &Keeper<'_>| one.via.is_some_and(|via| but.is_some_and(|but| std::ptr::eq(via, but)));
        let all = together(self.keepers(table).filter(|one| !is_via(one)), among);
        let (exprs, reads): (Vec<Expr>, Vec<Reads>) =
            all.into_iter().map(|one| (one.expr.is_true(), one.reads)).unzip();
        (!exprs.is_empty()).then(|| Stays { expr: Expr::any(exprs), reads: reads.concat() })
    }
}

/// Rows that stay for one reason, by whatever entries.
struct Together<'k, 'p> {
    keeper: &'k Keeper<'p>,
    expr: Expr,
    reads: Reads,
}

/// Of rows that meet a condition: entries of many items speak of rows of one table, which stay for one reason.
fn together<'k, 'p: 'k>(
    keepers: impl Iterator<Item = &'k Keeper<'p>>,
    among: Option<&Condition>,
) -> Vec<Together<'k, 'p>> {
    let mut all: Vec<Vec<&Keeper<'p>>> = Vec::new();
    for keeper in keepers.filter(|one| one.can_be(among)) {
        let same =
            |one: &&Keeper<'p>| one.reason == keeper.reason && one.why.id() == keeper.why.id() && one.leads_as(keeper);
        match all.iter_mut().find(|some| some.first().is_some_and(same)) {
            Some(some) => some.push(keeper),
            None => all.push(vec![keeper]),
        }
    }
    all.into_iter().filter_map(|some| one_reason(&some, among)).collect()
}

fn one_reason<'k, 'p>(keepers: &[&'k Keeper<'p>], among: Option<&Condition>) -> Option<Together<'k, 'p>> {
    let keeper = *keepers.first()?;
    // What is true of all rows at hand is not asked again.
    let met: Vec<&Expr> = among.map_or_else(Vec::new, |among| conjuncts(&among.expr));
    let is_met = |one: &Condition| conjuncts(&one.expr).iter().all(|part| met.contains(part));
    let whatever = keepers.iter().any(|one| one.condition.is_none_or(is_met));
    let asked = keepers.iter().filter_map(|one| one.condition).filter(|_| !whatever);
    let (exprs, more): (Vec<Expr>, Vec<&Reads>) = asked.map(|one| (one.expr.clone(), &one.reads)).unzip();
    let reads = keeper.reads.iter().chain(more.into_iter().flatten()).copied().collect();
    let any = (!exprs.is_empty()).then(|| Expr::any(exprs));
    Some(Together { keeper, expr: Expr::all(any.into_iter().chain([keeper.reason.expr.clone()])), reads })
}

fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    if let Expr::And(parts) = expr { parts.iter().collect() } else { vec![expr] }
}

fn asked<'k>(keeper: &Keeper<'k>) -> Option<&'k Expr> {
    keeper.condition.map(|one| &one.expr)
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

/// Rows of somebody who is under the hold, whether or not they have a row of their own.
fn of_held(program: &Program, entry: &Entry, hold: &LegalHold, now: &Expr) -> Expr {
    let subject = &program.site.subject;
    if entry.identifier.is_some() {
        let key = column(program, subject.table.id, subject.key.id);
        let is_held =
            key.exact(Expr::of(&subject.table.name, &key.name)).within(held(hold, Expr::column("subject"), now));
        return age::owned_by(program, entry, is_held);
    }
    let table = program.schema.table(entry.path.ends_in.id);
    let holder = table.column(entry.path.last.id);
    let keys = held(hold, as_in(Expr::column("subject"), key_family(program), holder), now);
    along(program, entry.table.id, &entry.path, member(table, holder, &keys))
}

/// The keys of everybody who is under a hold that has not ended. Its last day counts, UTC.
fn held(hold: &LegalHold, key: Expr, now: &Expr) -> Select {
    let mut asked = vec![super::tables::is("hold", &hold.id), super::hold::is_open()];
    if let Some(end) = hold.until.as_deref().and_then(first_after) {
        asked.push(now.clone().compare(Comparison::Less, Expr::integer(end)));
    }
    Select::from(HOLD, [key]).filter(Expr::all(asked))
}

/// The first second after a day, since 1970.
pub(super) fn first_after(day: &str) -> Option<i64> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let next = day.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(next.timestamp().as_second())
}
