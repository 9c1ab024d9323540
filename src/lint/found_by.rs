//! By which columns a purge finds rows, and how, where no index of the columns themselves serves that.

use std::collections::BTreeMap;

use crate::database::{ColumnId, Schema, Table, TableId};
use crate::program::{Condition, Entry, IdentifierSource, Part, Program, Purge};
use crate::source::Span;
use crate::sql::dialect::Dialect;
use crate::sql::{Comparison, Expr, expression};

/// How values are looked for in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// As they are: an index of the column serves.
    Equal,
    /// Without regard to the case of their letters.
    Folded,
    /// As a part of the text.
    Within,
}

/// Columns of a table that are looked up together.
pub(super) type Key = (TableId, Vec<ColumnId>, Way);

/// Each key that no plain index serves, with the first item that needs it and where that stands.
pub(super) fn unserved(program: &Program) -> BTreeMap<Key, (&str, Span)> {
    let mut found = Finder { program, keys: BTreeMap::new(), item: "" };
    for item in &program.items {
        found.item = &item.name;
        item.entries.iter().filter(|entry| entry.changes()).for_each(|entry| found.entry(entry));
    }
    found.keys
}

struct Finder<'p> {
    program: &'p Program,
    keys: BTreeMap<Key, (&'p str, Span)>,
    item: &'p str,
}

impl<'p> Finder<'p> {
    /// `fixed`: what is asked of the rows besides.
    fn add(&mut self, table: TableId, columns: Vec<ColumnId>, way: Way, at: Span, fixed: &[Option<&Condition>]) {
        let holder = self.program.schema.table(table);
        let fixed: Vec<ColumnId> = fixed.iter().flatten().flat_map(|one| constants(holder, &one.expr)).collect();
        if way != Way::Equal || !is_served(holder, &columns, &fixed) {
            self.keys.entry((table, columns, way)).or_insert((self.item, at));
        }
    }

    fn entry(&mut self, entry: &'p Entry) {
        self.path(entry);
        self.purge(entry.purge.as_ref(), entry.span);
        self.parts(&entry.parts);
    }

    fn parts(&mut self, parts: &'p [Part]) {
        for part in parts.iter().filter(|part| !part.stored) {
            let columns = part.links.iter().map(|link| link.column.id).collect();
            self.add(part.table.id, columns, Way::Equal, part.span, &[part.condition.as_ref()]);
            self.purge(part.purge.as_ref(), part.span);
            self.parts(&part.parts);
        }
    }

    /// What else refers to a row is looked for once for each row.
    fn purge(&mut self, purge: Option<&'p Purge>, at: Span) {
        let by = purge.and_then(|purge| purge.while_referenced.as_ref()).into_iter().flat_map(|one| &one.by);
        for reference in by {
            let columns = reference.on.iter().map(|pair| pair.column.id).collect();
            self.add(reference.table.id, columns, Way::Equal, at, &[]);
        }
    }

    /// From the person back to the row: first by what the path ends in, then by each step to it.
    fn path(&mut self, entry: &Entry) {
        let (mut table, mut asked) = (entry.table.id, entry.condition.as_ref());
        for step in &entry.path.steps {
            let columns = step.on.iter().map(|pair| pair.column.id).collect();
            self.add(table, columns, Way::Equal, entry.span, &[asked, step.before.as_ref()]);
            (table, asked) = (step.table.id, step.entered.as_ref());
        }
        let way = entry.identifier.as_ref().map_or(Way::Equal, |one| way(self.program, one));
        self.add(table, vec![entry.path.last.id], way, entry.span, &[asked]);
    }
}

/// Whether an index begins with one of the columns: what it leaves is few rows. Before it there may be columns that
/// have one value in all the rows.
fn is_served(table: &Table, columns: &[ColumnId], fixed: &[ColumnId]) -> bool {
    let mut indexes = table.indexed.iter();
    indexes
        .any(|index| index.iter().find(|column| !fixed.contains(column)).is_some_and(|first| columns.contains(first)))
}

/// The columns that equal a constant.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other form fixes nothing")]
fn constants(table: &Table, expr: &Expr) -> Vec<ColumnId> {
    match expr {
        Expr::And(parts) => parts.iter().flat_map(|part| constants(table, part)).collect(),
        // What finds the rows, before a comparison by bytes decides.
        Expr::Found(found, ..) => constants(table, found),
        Expr::Compare(Comparison::Equal, left, right) => match (left.as_it_is(), right.as_it_is()) {
            (Expr::Column { of: Some(of), name }, Expr::Literal(_))
            | (Expr::Literal(_), Expr::Column { of: Some(of), name }) => {
                table.find(name).filter(|_| **of == *table.name).map(|(id, _)| id).into_iter().collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn way(program: &Program, identifier: &IdentifierSource) -> Way {
    let folds = |name: &str| program.site.subject.identifiers.iter().any(|one| one.name == name && one.folds);
    match identifier {
        IdentifierSource::Plain(name) if folds(name) => Way::Folded,
        one if one.is_pattern() => Way::Within,
        IdentifierSource::Plain(_) | IdentifierSource::Template(_) => Way::Equal,
    }
}

/// `note.person_id`, by which a Site excepts it.
pub(super) fn name(schema: &Schema, table: TableId, columns: &[ColumnId]) -> String {
    let table = schema.table(table);
    let columns: Vec<&str> = columns.iter().map(|column| &*table.column(*column).name).collect();
    format!("{}.{}", table.name, columns.join("|"))
}

/// PostgreSQL cuts longer names.
const LONGEST: usize = 63;

/// The statement that makes an index of these columns, of each as `computed` makes it.
pub(super) fn create_index(
    schema: &Schema,
    table: TableId,
    columns: &[ColumnId],
    dialect: Dialect,
    computed: impl Fn(Expr) -> Expr,
) -> String {
    let table = schema.table(table);
    let names: Vec<&str> = columns.iter().map(|column| &*table.column(*column).name).collect();
    let mut index: String = format!("{}_{}", table.name, names.join("_"));
    while index.len() + 4 > LONGEST {
        index.pop();
    }
    let print = |expr: &Expr| expression(expr, dialect);
    let quoted = |name: &str| print(&Expr::column(name));
    let part = |name: &&str| {
        let plain = Expr::column(*name);
        let expr = computed(plain.clone());
        if expr == plain { print(&expr) } else { format!("({})", print(&expr)) }
    };
    let parts: Vec<String> = names.iter().map(part).collect();
    format!("CREATE INDEX {} ON {} ({});", quoted(&format!("{index}_idx")), quoted(&table.name), parts.join(", "))
}
