//! Rows that no purge reaches: whose person has no row, or from which no way leads to one.

use super::identifier;
use super::rows::{Subjects, column, ends, from_each, names_one, parts_of_any};
use crate::database::TableId;
use crate::program::{Entry, Item, Part, Program, Relation, Step};
use crate::source::Span;
use crate::sql::{Expr, Select};

/// What is counted of an entry or of a part.
#[derive(Debug, Clone)]
pub struct Orphans {
    pub item: String,
    pub table: String,
    pub kind: Kind,
    /// Where the policy speaks of these rows.
    pub span: Span,
    /// Numbers, two and two: rows that come so far, and those of them that come further. First to the name of somebody and
    /// to somebody who is there; then to each step of the way and to what the step leads to.
    pub count: Select,
}

/// How the rows are tied to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Owner,
    Mention,
    Side,
    /// By the row that they belong to.
    Part,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Mention => "mention",
            Self::Side => "side",
            Self::Part => "part",
        }
    }
}

/// Of every entry that makes rows somebody's, and of the parts of such rows.
pub fn orphans(program: &Program) -> Vec<Orphans> {
    let entries = program.items.iter().flat_map(|item| item.all_entries().map(move |entry| (item, entry)));
    // The tool's own tables need not be there.
    let entries = entries.filter(|(_, entry)| !super::tables::is_own(&entry.table.name));
    let mut all = Vec::new();
    for (item, entry) in entries {
        let kind = match entry.relation {
            Relation::Owner => Kind::Owner,
            Relation::Mention => Kind::Mention,
            Relation::Side => Kind::Side,
            // Who may see a row does not own it.
            Relation::Access => continue,
        };
        if !entry.is_account(program) {
            all.push(of_entry(program, item, entry, kind));
        }
        of_parts(program, item, entry.table.id, &entry.parts, &mut all);
    }
    all
}

// WHY: two counts and what is between them, and no rows for which there is nothing: what is found in others is joined, and
// what is not would be looked for in a list of all their keys that the engine keeps in memory.
fn of_entry(program: &Program, item: &Item, entry: &Entry, kind: Kind) -> Orphans {
    let table = entry.table.id;
    let condition = entry.condition.iter().map(|one| one.expr.clone());
    let asked: Vec<Expr> = condition.chain(not_left(entry)).collect();
    let rows = |so_far: Expr| counted(&entry.table.name, asked.iter().cloned().chain([so_far]));
    let leads = |end: Expr| from_each(program, table, &entry.path.steps, end);
    let named = leads(names_somebody(program, entry));
    let owned = Expr::all([named.clone(), leads(ends(program, entry, Subjects::All))]);
    let steps = (0..entry.path.steps.len()).filter_map(|at| step(program, table, &entry.path.steps, at));
    let pairs = std::iter::once((named, owned)).chain(steps);
    let count = Select::values(pairs.flat_map(|(here, further)| [rows(here), rows(further)]));
    Orphans { item: item.name.clone(), table: entry.table.name.to_string(), kind, span: entry.span, count }
}

/// A side that its person has left is nobody's, as it should be.
fn not_left(entry: &Entry) -> Option<Expr> {
    let side = entry.side.as_ref()?;
    let gone = side.all.iter().find(|one| side.is(one))?.gone.as_ref()?;
    Some(gone.expr.clone().is_true().negated())
}

fn names_somebody(program: &Program, entry: &Entry) -> Expr {
    let table = program.schema.table(entry.path.ends_in.id);
    let last = table.column(entry.path.last.id);
    match &entry.identifier {
        None => names_one(program, table, last),
        Some(source) => identifier::names_one(program, source, table, last),
    }
}

/// Rows whose way comes as far as this step, and those for which the row is there that it leads to. Whether that row meets
/// a condition is not asked: one that does not is not meant.
fn step(program: &Program, table: TableId, steps: &[Step], at: usize) -> Option<(Expr, Expr)> {
    let (before, rest) = steps.split_at_checked(at)?;
    let step = rest.first()?;
    let from = before.last().map_or(table, |step| step.table.id);
    let holders = step.on.iter().map(|pair| column(program, from, pair.column.id));
    let named = holders.map(|holder| names_one(program, program.schema.table(from), holder));
    let here = Expr::all(step.before.iter().map(|one| one.expr.clone()).chain(named));
    let bare = Step { before: None, entered: None, ..step.clone() };
    let found = from_each(program, from, &[bare], Expr::all([]));
    let further = from_each(program, table, before, Expr::all([here.clone(), found]));
    Some((from_each(program, table, before, here), further))
}

fn of_parts(program: &Program, item: &Item, of: TableId, parts: &[Part], all: &mut Vec<Orphans>) {
    for part in parts {
        let table = program.schema.table(part.table.id);
        let condition = part.condition.iter().map(|one| one.expr.clone());
        let named = part.links.iter().map(|link| names_one(program, table, table.column(link.column.id)));
        let here: Vec<Expr> = condition.chain(named).collect();
        let found = parts_of_any(program, of, &part.links, table);
        let further = here.iter().cloned().chain([found]);
        // Whom it is to name the row that it belongs to says.
        let nobody = || Expr::integer(0);
        let count = Select::values([
            nobody(),
            nobody(),
            counted(&table.name, here.iter().cloned()),
            counted(&table.name, further),
        ]);
        let (name, table) = (item.name.clone(), table.name.to_string());
        all.push(Orphans { item: name, table, kind: Kind::Part, span: part.span, count });
        of_parts(program, item, part.table.id, &part.parts, all);
    }
}

/// How many rows meet all of these.
fn counted(table: &str, asked: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::scalar(Select::from(table, [Expr::Count]).filter(Expr::all(asked)))
}
