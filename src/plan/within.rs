//! `within`: a type that is only about data in certain places. Each of its entries is narrowed to rows that lie there.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::chain::joined;
use super::purge::{any_changes, branches};
use super::rows::{along, as_referring, member};
use super::{Basis, asked};
use crate::database::{ColumnId, Schema, TableId};
use crate::program::{Condition, Entry, Named, Path, Place, Program, PurgeType, TableName, Within};
use crate::sql::{Expr, From, Select};
use crate::strategy::Strategy;

/// The type with narrowed items; entries whose rows have no such place are left out.
pub(super) fn narrowed<'p>(basis: Basis<'_>, purge_type: &'p PurgeType) -> Cow<'p, PurgeType> {
    let Some(within) = &purge_type.within else { return Cow::Borrowed(purge_type) };
    let mut items = Vec::new();
    for item in purge_type.items(basis.program) {
        let mut item = item.clone();
        item.entries = item.entries.into_iter().filter_map(|entry| narrow(basis.program, within, entry)).collect();
        items.push(item);
    }
    Cow::Owned(PurgeType { narrowed: Some(items), ..purge_type.clone() })
}

/// What the header says about it.
pub(super) fn said(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<String> {
    let Some(within) = &purge_type.within else { return Vec::new() };
    let which = match within.condition {
        Some(_) => format!("Only data in a place of `{}` with: {}", within.context, within.written),
        None => format!("Only data in the place of `{}` whose key the request names; one place a run.", within.context),
    };
    let mut lines = vec![which];
    let mut without: BTreeSet<String> = BTreeSet::new();
    for item in purge_type.items.iter().filter_map(|id| basis.program.item(*id)) {
        let lost = item.entries.iter().filter(|entry| changes(entry) && places(basis.program, within, entry).is_none());
        without.extend(lost.map(|entry| format!("{} ({})", item.name, entry.table.name)));
    }
    if !without.is_empty() {
        let without: Vec<String> = without.into_iter().collect();
        lines.push(format!("Left alone, because these rows lie in no such place: {}.", without.join(", ")));
    }
    lines
}

fn changes(entry: &Entry) -> bool {
    entry.strategies().any(Strategy::changes)
        || branches(entry.purge.as_ref()).iter().any(|branch| any_changes(&entry.parts, branch.strategy))
}

fn narrow(program: &Program, within: &Within, mut entry: Entry) -> Option<Entry> {
    let (lies_there, mut reads) = places(program, within, &entry)?;
    let before = entry.condition.take();
    reads.extend(before.iter().flat_map(|one| one.reads.iter().copied()));
    let span = before.as_ref().or(within.condition.as_ref()).map_or(entry.span, |one| one.span);
    let expr = Expr::all(before.into_iter().map(|one| one.expr).chain([lies_there]));
    entry.condition = Some(Condition { expr, reads, span });
    Some(entry)
}

pub(super) type Reads = Vec<(TableId, ColumnId)>;

/// That a row lies in one of the places; `None` where rows of the entry lie in no place of that kind.
fn places(program: &Program, within: &Within, entry: &Entry) -> Option<(Expr, Reads)> {
    lies_in(program, &Where::of(within), entry)
}

/// Places of one kind, and what lies in them.
pub(super) struct Where<'w> {
    pub context: &'w str,
    /// On the row of the place; `None`: the request names it.
    pub condition: Option<&'w Condition>,
    /// Of places that lie in one another, each stands for itself.
    pub alone: bool,
    /// Places of the kind of which something else is said: what lies in them does not lie in those around.
    pub except: Vec<&'w Expr>,
}

impl<'w> Where<'w> {
    pub fn of(within: &'w Within) -> Self {
        Self { context: &within.context, condition: within.condition.as_ref(), alone: false, except: Vec::new() }
    }
}

/// That a row lies in one of the places; `None` where rows of the entry lie in no place of that kind.
pub(super) fn lies_in(program: &Program, places: &Where<'_>, entry: &Entry) -> Option<(Expr, Reads)> {
    let mut search = Search { program, within: places, reads: Vec::new() };
    let mut found = Vec::new();
    for place in &entry.places {
        found.extend(search.leads_to(entry.table.id, &place.value, &place.name));
    }
    if let Some(named) = &entry.named_place
        && let Some(keys) = search.keys(&named.context)
    {
        found.push(named.is_in(&entry.table, &program.schema, Some(&keys)));
    }
    (!found.is_empty()).then(|| (Expr::any(found), search.reads))
}

/// Without its last step, where that enters the place by the very key that the path ends in: the column that refers to it
/// holds the same. Each step is a query in a query, and SQLite reads only so many.
fn shortened<'p>(schema: &Schema, table: TableId, path: &'p Path) -> Cow<'p, Path> {
    let Some((step, before)) = path.steps.split_last() else { return Cow::Borrowed(path) };
    let [pair] = step.on.as_slice() else { return Cow::Borrowed(path) };
    let from = before.last().map_or(table, |step| step.table.id);
    let (holder, key) = (schema.table(from).column(pair.column.id), schema.table(step.table.id).column(pair.key.id));
    let is_key = pair.key.id == path.last.id && step.before.is_none() && step.entered.is_none();
    if !is_key || holder.family != key.family || holder.folds() || key.folds() {
        return Cow::Borrowed(path);
    }
    let ends_in = TableName { id: from, name: schema.table(from).name.clone() };
    Cow::Owned(Path { steps: before.to_vec(), last: pair.column.clone(), ends_in })
}

struct Search<'s> {
    program: &'s Program,
    within: &'s Where<'s>,
    /// Columns of what is looked up on the way.
    reads: Reads,
}

impl Search<'_> {
    /// That the path from a row ends in such a place, or in one that lies in one.
    fn leads_to(&mut self, table: TableId, path: &Path, place: &str) -> Option<Expr> {
        let keys = self.keys(place)?;
        let schema = &self.program.schema;
        self.reads.extend(path.reads(table));
        let path = &*shortened(schema, table, path);
        let last = schema.table(path.ends_in.id).column(path.last.id);
        let end = member(schema.table(path.ends_in.id), last, &keys);
        Some(along(self.program, table, path, end))
    }

    /// The keys of places of one kind that are such a place or lie in one; `None` where none ever does.
    fn keys(&mut self, name: &str) -> Option<Select> {
        let place = self.program.site.contexts.iter().find(|place| place.name == name)?;
        let direct = if place.name == self.within.context {
            let stated = self.within.condition;
            self.reads.extend(stated.iter().flat_map(|one| one.reads.iter().copied()));
            Some(stated.map_or_else(|| asked::is_asked_for(self.program, place), |one| one.expr.clone()))
        } else {
            let larger: Vec<Expr> =
                place.within.iter().filter_map(|(larger, path)| self.leads_to(place.table.id, path, larger)).collect();
            (!larger.is_empty()).then(|| Expr::any(larger))
        };
        self.reads.push((place.table.id, place.key.id));
        let start = direct.map(|direct| self.start(place, direct))?;
        Some(match &place.parent {
            Some(parent) if !self.within.alone => self.below(place, parent, start),
            Some(_) | None => start,
        })
    }

    /// Under a name of its own: it may be the table of the row around it.
    fn start(&self, place: &Place, condition: Expr) -> Select {
        let alias = self.program.schema.alias("probate_place");
        let key = Expr::of(&alias, &place.key.name);
        Select::from(&place.table.name, [key]).alias(&alias).filter(condition.about(&place.table.name, &alias))
    }

    /// These places, and all that lie in them, however deep.
    fn below(&mut self, place: &Place, parent: &Path, start: Select) -> Select {
        let tree = self.program.schema.alias("probate_tree");
        self.reads.extend(parent.first_columns().into_iter().map(|column| (place.table.id, column)));
        let except = self.within.except.iter().filter(|_| place.name == self.within.context);
        let except = except.map(|one| (*one).clone().is_true().negated()).collect();
        let step = one_below(self.program, place, parent, &tree, except);
        let key = self.program.schema.table(place.table.id).column(place.key.id);
        // WHY: by a collation that folds, UNION would take two places for one.
        let mut start = start;
        start.columns = start.columns.into_iter().map(|(one, alias)| (key.exact(one), alias)).collect();
        let closure = From::Reached {
            first: Arc::new(start),
            next: Arc::new(step),
            columns: vec!["k".to_owned()],
            alias: tree.clone(),
        };
        Select { from: Some(closure), ..Select::values([as_referring(Expr::of(&tree, "k"), key, key)]) }
    }
}

/// The keys of places that lie in one of those that a query found, which has their keys as `k`.
pub(super) fn one_below(program: &Program, place: &Place, parent: &Path, tree: &str, asked: Vec<Expr>) -> Select {
    let (schema, table) = (&program.schema, &place.table.name);
    let (step, above) = joined(program, place.table.id, parent, Select::from(table, []), "t");
    let from = From::Table { name: tree.to_owned(), alias: None };
    let child = schema.alias("probate_child");
    let mut step = step.alias(&child);
    let key = schema.table(place.table.id).column(place.key.id);
    step.columns = vec![(key.exact(Expr::of(table, &place.key.name)), None)];
    let above = key.exact(above);
    step.joins.push((from, above.equals(Expr::of(tree, "k"))));
    asked.into_iter().fold(step, Select::filter).about(table, &child)
}

/// The key `k` of each place of a kind, with its own and the keys `top` of all places of the kind that it lies in; they
/// compare by bytes.
pub(super) fn inside_each_other(program: &Program, place: &Place, parent: &Path) -> Select {
    let (tree, top) = (program.schema.alias("probate_tree"), program.schema.alias("probate_place"));
    let key = program.schema.table(place.table.id).column(place.key.id);
    let own = || key.exact(Expr::of(&top, &key.name));
    let mut next = one_below(program, place, parent, &tree, Vec::new());
    next.columns.push((Expr::of(&tree, "top"), None));
    let closure = From::Reached {
        first: Arc::new(Select::from(&place.table.name, [own(), own()]).alias(&top)),
        next: Arc::new(next),
        columns: vec!["k".to_owned(), "top".to_owned()],
        alias: tree.clone(),
    };
    Select { from: Some(closure), ..Select::values([Expr::of(&tree, "k"), Expr::of(&tree, "top")]) }
}

/// The places that paths lead to, and the larger ones that they lie in, with the ways to them. What lies around some is
/// left out.
pub(super) fn places_around(
    program: &Program,
    places: &[Named<Path>],
    is_last: impl Fn(&Place) -> bool,
) -> Vec<Named<Path>> {
    let mut all = places.to_vec();
    let mut at = 0;
    while let Some(one) = all.get(at).cloned() {
        at += 1;
        let place = program.site.contexts.iter().find(|place| place.name == one.name);
        for (larger, further) in place.filter(|place| !is_last(place)).iter().flat_map(|place| &place.within) {
            all.push(Named { name: larger.clone(), value: one.value.then(further) });
        }
    }
    all
}
