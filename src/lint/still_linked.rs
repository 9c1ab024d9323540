//! Rows that are overwritten, and still lead to the person.

use std::collections::{BTreeMap, HashMap};

use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Item, ItemId, Program, PurgeType, Relation, Touched};
use crate::strategy::Strategy;

/// Columns that name a person by an identifier, of each table.
type Copies<'p> = HashMap<TableId, Vec<(ColumnId, &'p str)>>;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let copies = copies(program);
    let mut found = Vec::new();
    let mut linked: BTreeMap<ItemId, Diagnostic> = BTreeMap::new();
    for one in &program.purge_types {
        let touched = Touched::by(program, one);
        if !program.is_for_active(one) {
            found.extend(account(program, one, &touched));
        }
        for id in one.meant() {
            let Some(item) = program.item(id).filter(|_| !linked.contains_key(&id)) else { continue };
            linked.extend(of_item(program, one, item, &touched, &copies).map(|finding| (id, finding)));
        }
    }
    found.extend(linked.into_values());
    found
}

fn copies(program: &Program) -> Copies<'_> {
    let mut found = Copies::new();
    for entry in program.items.iter().flat_map(Item::all_entries).filter(|entry| entry.identifier.is_some()) {
        if let Some(column) = entry.path.own_column() {
            found.entry(entry.table.id).or_default().push((column, &entry.path.last.name));
        }
    }
    found
}

fn overwrites(entry: &Entry) -> bool {
    entry.strategies().any(|one| matches!(one, Strategy::Overwrite(_) | Strategy::Empty(_)))
}

fn of_item(
    program: &Program,
    purge_type: &PurgeType,
    item: &Item,
    touched: &Touched,
    copies: &Copies<'_>,
) -> Option<Diagnostic> {
    let own = |entry: &&Entry| entry.relation == Relation::Owner && !entry.is_account(program) && overwrites(entry);
    item.all_entries().filter(own).find_map(|entry| {
        let table = entry.table.id;
        let (column, label) = if touched.breaks(table, &entry.path).is_none() {
            let first = *entry.path.first_columns().first()?;
            let name = &program.schema.table(table).column(first).name;
            (name.to_string(), "leads to the person, and is written nothing into")
        } else {
            let kept = |(column, _): &&(ColumnId, &str)| !touched.written.contains_key(&(table, *column));
            let (_, name) = copies.get(&table)?.iter().find(kept)?;
            ((*name).to_owned(), "names the person by an identifier, and is written nothing into")
        };
        let title = format!("`{}` is overwritten by `{}`, and not anonymous", item.name, purge_type.id);
        Some(
            Diagnostic::new(Code::StillLinked, entry.span, title)
                .about(&item.name)
                .label(format!("`{column}` {label}"))
                .related(purge_type.span, "the type")
                .help(format!("write into `{column}` too, `detach` or `reassign` the rows, or delete them")),
        )
    })
}

/// The person's own row, of which the type empties something, and by which they are known all the same.
fn account(program: &Program, purge_type: &PurgeType, touched: &Touched) -> Option<Diagnostic> {
    let subject = &program.site.subject;
    let table = subject.table.id;
    if touched.deleted.contains_key(&table) {
        return None;
    }
    let mut entries = purge_type.meant().into_iter().filter_map(|id| program.item(id)).flat_map(Item::all_entries);
    let entry = entries.find(|entry| entry.is_account(program) && overwrites(entry))?;
    let own = subject.identifiers.iter().filter(|one| one.path.steps.is_empty()).map(|one| &one.path.last);
    let mut kept: Vec<&str> = std::iter::once(&subject.label)
        .chain(own)
        .filter(|column| column.id != subject.key.id && !touched.written.contains_key(&(table, column.id)))
        .map(|column| &*column.name)
        .collect();
    kept.sort_unstable();
    kept.dedup();
    if kept.is_empty() {
        return None;
    }
    let kept = format!("`{}`", kept.join("`, `"));
    let title = format!("`{}` overwrites the account, and it is not anonymous", purge_type.id);
    let found = Diagnostic::new(Code::StillLinked, purge_type.span, title)
        .about(&purge_type.id)
        .label(format!("leaves {kept}, by which the person is known"))
        .related(entry.span, "overwrites the account")
        .help(format!("overwrite {kept} too, or except `{}` and say why they stay", purge_type.id));
    Some(found)
}
