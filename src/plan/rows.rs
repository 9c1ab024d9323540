//! Which rows an entry speaks of, as a condition on its table.

use std::sync::Arc;

use super::chain::joined;
use super::identifier;
use super::tables::BATCH;
use crate::database::{Collation, Column, ColumnId, Table, TableId, exact};
use crate::program::{Entry, Link, Path, Program, Relation, Step};
use crate::sql::dialect::Dialects;
use crate::sql::{Comparison, Expr, Family, Literal, Select, whole_number};

/// The subjects that `batch` selects, as keys of the type that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subjects {
    /// Those staged by the run at hand.
    Batch,
    /// The one whose export was claimed.
    Claimed,
    /// Everybody who has a row, for whom whole tables are read.
    All,
    /// Whoever it is, also nobody: what is asked of the rows says it all.
    Anybody,
}

impl Subjects {
    /// Their keys, as a column of this family holds them.
    pub fn keys(self, program: &Program, holder: &Column) -> Select {
        let family = key_family(program);
        let (table, filter) = match self {
            Self::Batch | Self::Anybody => (BATCH, Expr::column("run").equals(Expr::Run)),
            Self::Claimed => (super::tables::REQUEST, super::claim::mine()),
            Self::All => {
                let subject = &program.site.subject;
                let key = column(program, subject.table.id, subject.key.id);
                let name = as_in(Expr::of(&subject.table.name, &key.name), family, holder);
                return Select::from(&subject.table.name, [exact(name, &[key, holder])]);
            }
        };
        Select::from(table, [as_in(Expr::column("subject"), family, holder)]).filter(filter)
    }
}

/// A key as a value of the column's type.
pub(super) fn as_in(key: Expr, family: Family, column: &Column) -> Expr {
    // WHY: the key is cast to the column's type, never the column to the key's: casting a column would convert
    // every row's value, and let '2abc' or '02' match 2.
    if family == Family::Integer && column.family == Family::Text {
        Expr::Cast(Arc::new(key), Family::Text)
    } else {
        key
    }
}

/// A value of a column as the database compares it for a foreign key: by the collation of the column that is referred
/// to.
pub(super) fn as_referring(value: Expr, holder: &Column, to: &Column) -> Expr {
    match &to.collation {
        Collation::Folding(name) => Expr::Referring(Arc::new(value), Some(name.to_string())),
        Collation::Bytes if holder.folds_by_name() => Expr::Referring(Arc::new(value), None),
        Collation::Bytes => value,
    }
}

/// The rows that stand in the entry's relation to the subjects.
pub(super) fn selected(program: &Program, entry: &Entry, subjects: Subjects) -> Expr {
    let condition = entry.condition.as_ref().map(|condition| condition.expr.clone());
    if subjects == Subjects::Anybody {
        return Expr::all(condition);
    }
    let owned = owned(program, entry, subjects);
    let not_owned = (entry.relation == Relation::Access).then(|| theirs(program, entry.table.id, subjects)).flatten();
    Expr::all([Some(owned), condition, not_owned.map(Expr::negated)].into_iter().flatten())
}

/// What the subjects own of a table, whatever the item: `access` leaves it out.
fn theirs(program: &Program, table: TableId, subjects: Subjects) -> Option<Expr> {
    let entries = program.items.iter().flat_map(|item| &item.entries);
    let owned = entries.filter(|entry| entry.table.id == table && entry.relation.is_own());
    let owned: Vec<Expr> = owned.map(|entry| selected(program, entry, subjects)).collect();
    (!owned.is_empty()).then(|| Expr::any(owned).is_true())
}

/// The rows whose path ends in the subjects, whatever else is asked of them.
pub(super) fn owned(program: &Program, entry: &Entry, subjects: Subjects) -> Expr {
    along(program, entry.table.id, &entry.path, ends(program, entry, subjects))
}

/// The rows whose path ends in one subject of the batch.
pub(super) fn owned_by_one(program: &Program, entry: &Entry, subject: &Expr) -> Expr {
    let (table, last) = (program.schema.table(entry.path.ends_in.id), entry.path.last.id);
    let holder = table.column(last);
    let end = match &entry.identifier {
        None => {
            let key = as_in(subject.clone(), key_family(program), holder);
            holder.exact(Expr::of(&table.name, &holder.name)).equals(key)
        }
        Some(source) => identifier::of_one(program, source, table, holder, subject),
    };
    along(program, entry.table.id, &entry.path, end)
}

/// What is asked of the row that a path ends in.
pub(super) fn ends(program: &Program, entry: &Entry, subjects: Subjects) -> Expr {
    let (table, last) = (program.schema.table(entry.path.ends_in.id), entry.path.last.id);
    match &entry.identifier {
        None if subjects == Subjects::All => {
            let (last, keys) = (table.column(last), subjects.keys(program, table.column(last)));
            one_by_one(Expr::of(&table.name, &last.name), last).within(keys)
        }
        None => member(table, table.column(last), &subjects.keys(program, table.column(last))),
        Some(source) => identifier::named(program, source, table, table.column(last), subjects),
    }
}

/// From the last column back to the row: each step is a set of keys.
pub(super) fn along(program: &Program, table: TableId, path: &Path, end: Expr) -> Expr {
    match first_step(program, table, path, end) {
        Err(end) => end,
        Ok(first) => first.rows(program.schema.table(table)),
    }
}

/// The first step of a path: columns of the row are among these keys.
pub(super) struct FirstStep<'p> {
    pub columns: Vec<&'p Column>,
    pub keys: Select,
    /// Some of these keys compare otherwise than by bytes.
    pub folds: Dialects,
    /// What the step asks of the row itself.
    pub before: Option<Expr>,
}

impl FirstStep<'_> {
    fn rows(self, table: &Table) -> Expr {
        let held = self.columns.iter().map(|column| {
            let held = Held::of(table, column);
            let also = if column.family == Family::Text { self.folds } else { Dialects::NONE };
            Held { exact: held.exact.and(also), ..held }
        });
        let found = members(held.collect(), &self.keys);
        Expr::all([self.before, Some(found)].into_iter().flatten())
    }
}

/// Fails with what is asked of the row itself where the path never leaves it.
pub(super) fn first_step<'p>(
    program: &'p Program,
    table: TableId,
    path: &Path,
    end: Expr,
) -> Result<FirstStep<'p>, Expr> {
    let mut tables = vec![table];
    tables.extend(path.steps.iter().map(|step| step.table.id));
    let mut rows = end;
    let mut first = None;
    for (step, from) in path.steps.iter().zip(&tables).rev() {
        if let Some(further) = first.take() {
            rows = FirstStep::rows(further, program.schema.table(step.table.id));
        }
        let pairs: Vec<(&Column, &Column)> = step
            .on
            .iter()
            .map(|pair| (column(program, *from, pair.column.id), column(program, step.table.id, pair.key.id)))
            .collect();
        let found = pairs.iter().map(|(holder, key)| as_in(Expr::of(&step.table.name, &key.name), key.family, holder));
        let entered = step.entered.as_ref().map(|condition| condition.expr.clone());
        let keys = Select::from(&step.table.name, found)
            .filter(Expr::all([entered, Some(rows.clone())].into_iter().flatten()));
        first = Some(FirstStep {
            columns: pairs.iter().map(|(holder, _)| *holder).collect(),
            keys,
            folds: pairs.iter().fold(Dialects::NONE, |all, (_, key)| all.and(key.folds_in)),
            before: step.before.as_ref().map(|one| one.expr.clone()),
        });
    }
    first.ok_or(rows)
}

/// `column in (…)`. A folding column finds candidates by its index, and bytes decide.
pub(super) fn member(table: &Table, column: &Column, select: &Select) -> Expr {
    // WHY: every column of the application is named with its table. Were it missing in the database, SQLite would take
    // the name alone for a text, or for a column of an outer query.
    members(vec![Held::of(table, column)], select)
}

/// A value of a row that is looked for in a query.
pub(super) struct Held {
    pub value: Expr,
    /// Where it may compare otherwise than by bytes, which must decide.
    pub exact: Dialects,
    pub rank: Rank,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Text,
    Other,
    Folding,
}

impl Held {
    pub fn of(table: &Table, column: &Column) -> Self {
        Self::as_is(Expr::of(&table.name, &column.name), column)
    }

    /// A value that compares as this column does.
    pub fn as_is(value: Expr, column: &Column) -> Self {
        let rank = match column.family {
            _ if column.folds_by_name() => Rank::Folding,
            Family::Text => Rank::Text,
            Family::Boolean
            | Family::Integer
            | Family::Decimal
            | Family::Real
            | Family::Bytes
            | Family::Date
            | Family::Timestamp
            | Family::Other => Rank::Other,
        };
        Self { value, exact: column.folds_in, rank }
    }
}

/// `(column, …) in (…)`, which is not true where one of them is NULL. What may compare otherwise than by bytes finds
/// candidates by its index, and bytes decide.
pub(super) fn members(held: Vec<Held>, select: &Select) -> Expr {
    let (held, select) = ordered(held, select.clone());
    let found = tuple_in(held.iter().map(|one| one.value.clone()).collect(), select.clone());
    let differ = held.iter().fold(Dialects::NONE, |all, one| all.and(one.exact));
    if differ.is_empty() {
        return found;
    }
    let exact = held.into_iter().map(|one| one.value.exact(one.exact)).collect();
    Expr::Found(Arc::new(found), Arc::new(tuple_in(exact, select)), differ)
}

/// The values, and with them the columns of the query, in the order that finds most.
///
/// WHY: SQLite looks at how the first pair compares to see which columns of an index it may use. What compares by bytes
/// as a text leaves it all; a whole number only others that are numbers.
fn ordered(held: Vec<Held>, mut select: Select) -> (Vec<Held>, Select) {
    let mut order: Vec<(Rank, usize)> = held.iter().map(|one| one.rank).zip(0..).collect();
    order.sort_unstable();
    let place = |at: usize| order.iter().position(|(_, from)| *from == at);
    for select in std::iter::once(&mut select.columns).chain(select.more.iter_mut().map(|more| &mut more.columns)) {
        let mut columns: Vec<_> = std::mem::take(select).into_iter().enumerate().collect();
        columns.sort_by_key(|(at, _)| place(*at));
        *select = columns.into_iter().map(|(_, column)| column).collect();
    }
    let mut held: Vec<_> = held.into_iter().enumerate().collect();
    held.sort_by_key(|(at, _)| place(*at));
    (held.into_iter().map(|(_, one)| one).collect(), select)
}

/// These values are a row of the query.
fn tuple_in(mut values: Vec<Expr>, select: Select) -> Expr {
    match values.pop() {
        Some(only) if values.is_empty() => only.within(select),
        last => {
            values.extend(last);
            Expr::TupleIn(values, Arc::new(select))
        }
    }
}

/// The value of a column of which every row is read, and looked for in a list of others that compare by bytes.
// WHY: a bare column is left to its index, for which MariaDB reads the whole list for each row: it makes a list that can
// be searched only of what compares alike on both sides.
pub(super) fn one_by_one(value: Expr, column: &Column) -> Expr {
    if column.family == Family::Text { Expr::Concat(vec![column.exact(value)]) } else { value }
}

/// As [`along`], for tables of which every row is read.
pub(super) fn from_each(program: &Program, table: TableId, steps: &[Step], end: Expr) -> Expr {
    let Some((step, rest)) = steps.split_first() else { return end };
    let entered = &step.table.name;
    let columns = step.on.iter().map(|pair| {
        let (holder, key) = (column(program, table, pair.column.id), column(program, step.table.id, pair.key.id));
        let is_key = exact(as_in(Expr::of(entered, &key.name), key.family, holder), &[key, holder]);
        let held = as_in(Expr::of(&program.schema.table(table).name, &holder.name), holder.family, key);
        (one_by_one(held, holder), is_key)
    });
    let (held, keys): (Vec<Expr>, Vec<Expr>) = columns.unzip();
    let asked = step.entered.iter().map(|one| one.expr.clone());
    let rows = Expr::all(asked.chain([from_each(program, step.table.id, rest, end)]));
    let found = tuple_in(held, Select::from(entered, keys).filter(rows));
    Expr::all(step.before.iter().map(|one| one.expr.clone()).chain([found]))
}

/// Parts of any row, for tables of which every row is read.
pub(super) fn parts_of_any(program: &Program, parent: TableId, links: &[Link], table: &Table) -> Expr {
    let mut rows = Select::values([]).table(&program.schema.table(parent).name);
    let (mut held, mut keys) = (Vec::new(), Vec::new());
    for (number, link) in links.iter().enumerate() {
        let (joined, value) = joined(program, parent, &link.to, rows, &format!("l{number}_"));
        rows = joined;
        let (holder, last) = (table.column(link.column.id), column(program, link.to.ends_in.id, link.to.last.id));
        held.push(one_by_one(Expr::of(&table.name, &holder.name), holder));
        keys.push(exact(value, &[holder, last]));
    }
    rows.columns = keys.into_iter().map(|key| (key, None)).collect();
    tuple_in(held, rows)
}

/// The rows that are parts of the rows of `parent` for which `parents` is true.
pub(super) fn linked(program: &Program, parent: TableId, links: &[Link], table: &Table, parents: Expr) -> Expr {
    let of = program.schema.table(parent);
    let mut values = Select::values([]).table(&of.name);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let last = |link: &Link| column(program, link.to.ends_in.id, link.to.last.id);
    for (number, link) in links.iter().enumerate() {
        let (joined, value) = joined(program, parent, &link.to, values, &format!("l{number}_"));
        values = joined;
        let holder = table.column(link.column.id);
        let held = Held::of(table, holder);
        left.push(Held { exact: holder.folds_in.and(last(link).folds_in), ..held });
        right.push(value);
    }
    values.columns = right.into_iter().map(|value| (value, None)).collect();
    members(left, &values.filter(parents))
}

/// The column holds a key: neither NULL nor '' nor what the Site calls nobody.
pub(super) fn names_one(program: &Program, table: &Table, holder: &Column) -> Expr {
    somebody(program, Expr::of(&table.name, &holder.name), holder)
}

/// A value that compares as the column does is such a key.
pub(super) fn somebody(program: &Program, value: Expr, holder: &Column) -> Expr {
    let name = holder.exact(value);
    let mut asked = vec![name.clone().is_null().negated()];
    if holder.family == Family::Text {
        asked.push(name.clone().compare(Comparison::Unequal, Expr::text("")));
    }
    let nobody: Vec<Expr> =
        program.site.subject.nobody.iter().filter_map(|value| held(value, holder)).map(Expr::Literal).collect();
    if !nobody.is_empty() {
        asked.push(Expr::InList(Arc::new(name), nobody).negated());
    }
    Expr::all(asked)
}

/// The value as such a column holds it; `None` where it cannot.
fn held(value: &Literal, holder: &Column) -> Option<Literal> {
    match (value, holder.family) {
        (Literal::Integer(number), Family::Text) => Some(Literal::Text(number.to_string())),
        (Literal::Text(text), Family::Integer) => whole_number(text).map(Literal::Integer),
        (Literal::Integer(_), Family::Integer | Family::Decimal | Family::Real) | (Literal::Text(_), Family::Text) => {
            Some(value.clone())
        }
        (_, _) => None,
    }
}

pub(super) fn key_family(program: &Program) -> Family {
    let subject = &program.site.subject;
    column(program, subject.table.id, subject.key.id).family
}

/// The key of a person as JSON.
pub(super) fn key_as_json(program: &Program, key: Expr) -> Expr {
    if key_family(program) == Family::Text {
        Expr::Quoted(Arc::new(key))
    } else {
        Expr::Cast(Arc::new(key), Family::Text)
    }
}

pub(super) fn column(program: &Program, table: TableId, id: ColumnId) -> &Column {
    program.schema.table(table).column(id)
}
