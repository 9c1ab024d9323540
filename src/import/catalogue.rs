//! Draft components: an item for each table whose rows name people, with what belongs to those rows.

use std::collections::{BTreeMap, BTreeSet};

use super::column::Counts;
use super::entry::{Draft, Purge, Relation, empties, entries, exported};
use super::part::{PartOf, Parts, parts};
use super::reference::Certainty;
use super::yaml::{Page, id, on_one_line, prose, scalar};
use super::{Basis, File, HEAD, is_plain, site};
use crate::database::{About, ColumnId, TableId, personal, words};

/// Tables of one component that make it worth one.
const ENOUGH: usize = 2;
/// Tables that all stand in one component.
const SMALL: usize = 12;
/// Characters of a line before a list goes on in the next.
const WIDTH: usize = 110;

/// One file a component, under `components/`.
pub(super) fn components(basis: &Basis<'_>) -> Vec<File> {
    let tables = basis
        .schema
        .tables()
        .filter(|(id, table)| !table.is_elsewhere && *id != basis.subject.table && is_plain(&table.name));
    let drafts: BTreeMap<TableId, Vec<Draft>> =
        tables.map(|(id, _)| (id, entries(basis, id))).filter(|(_, entries)| !entries.is_empty()).collect();
    let owned: BTreeSet<TableId> = drafts
        .iter()
        // Of a row that somebody only made, or that several own, what refers to it may be others' own.
        .filter(|(_, entries)| entries.iter().any(|one| one.purge == Purge::Delete))
        .map(|(id, _)| *id)
        .collect();
    let parts = parts(basis, &owned);
    let mut files = Vec::new();
    files.extend(people(basis));
    for (name, tables) in grouped(basis, &drafts) {
        let writer = Writer { basis, parts: &parts };
        files.push(writer.component(&name, &tables, &drafts));
    }
    files
}

/// The tables of each component: those that begin with the same word.
fn grouped(basis: &Basis<'_>, drafts: &BTreeMap<TableId, Vec<Draft>>) -> BTreeMap<String, Vec<TableId>> {
    let mut groups: BTreeMap<String, Vec<TableId>> = BTreeMap::new();
    for table in drafts.keys() {
        let name = match basis.components.get(table) {
            Some(component) => id(component),
            None if drafts.len() <= SMALL => "records".to_owned(),
            None => {
                id(&words(basis.names.stem(&basis.schema.table(*table).name)).into_iter().next().unwrap_or_default())
            }
        };
        groups.entry(name).or_default().push(*table);
    }
    let few: Vec<String> =
        groups.iter().filter(|(_, tables)| tables.len() < ENOUGH).map(|(name, _)| name.clone()).collect();
    if few.len() > 1 {
        let mut rest: Vec<TableId> = few.iter().filter_map(|name| groups.remove(name)).flatten().collect();
        groups.entry("other".to_owned()).or_default().append(&mut rest);
    }
    // The account has a component of that name.
    if let Some(tables) = groups.remove("people") {
        groups.entry("people_data".to_owned()).or_default().extend(tables);
    }
    for tables in groups.values_mut() {
        tables.sort_by_key(|table| &basis.schema.table(*table).name);
    }
    groups
}

/// The account itself.
fn people(basis: &Basis<'_>) -> Option<File> {
    let table = basis.schema.table(basis.subject.table);
    if basis.covered.has(basis.subject.table) || !is_plain(&table.name) {
        return None;
    }
    let (columns, secrets) = exported(basis, basis.subject.table);
    let label = site::label(table).map(|column| &column.name);
    let (emptied, kept): (Vec<ColumnId>, Vec<ColumnId>) = columns.iter().partition(|id| {
        let column = table.column(**id);
        let is_label = label.is_some_and(|label| *label == column.name);
        !is_label && personal(column, About::Person).is_some() && empties(table, **id)
    });
    let writer = Writer { basis, parts: &Parts::default() };
    let mut page = writer.head("people", "People");
    let owner = table.column(basis.subject.key);
    let entry = |page: &mut Page| {
        page.line(6, &format!("- table: {}", scalar(&table.name)));
        page.line(8, &format!("owner: {}", scalar(&owner.name)));
    };
    if !emptied.is_empty() {
        page.line(2, "personal_data:");
        page.line(4, "title: Personal data");
        page.line(4, "rows:");
        page.comment(6, "guess: these columns are called like personal data, and can be empty");
        entry(&mut page);
        writer.columns(&mut page, 8, "columns", basis.subject.table, &emptied);
        page.line(8, "purge: empty");
    }
    let open: Vec<&str> = kept
        .iter()
        .map(|id| table.column(*id))
        .filter(|one| personal(one, About::Person).is_some())
        .map(|one| &*one.name)
        .collect();
    page.line(2, "account:");
    page.line(4, "title: Account");
    page.line(4, "rows:");
    if !open.is_empty() {
        let open = open.join(", ");
        page.comment(
            6,
            &format!("to decide: these look personal and cannot just be emptied (a label, a unique value, a type without an empty one): {open}"),
        );
    }
    entry(&mut page);
    writer.left_out(&mut page, 8, basis.subject.table, &secrets);
    writer.columns(&mut page, 8, "export", basis.subject.table, &kept);
    Some(File { path: format!("components/{}.yaml", basis.free_component("people")), bytes: page.into_bytes() })
}

struct Writer<'w> {
    basis: &'w Basis<'w>,
    parts: &'w Parts,
}

impl Writer<'_> {
    fn name(&self, table: TableId) -> &str {
        &self.basis.schema.table(table).name
    }

    fn column(&self, table: TableId, column: ColumnId) -> &str {
        &self.basis.schema.table(table).column(column).name
    }

    fn head(&self, component: &str, title: &str) -> Page {
        let mut page = Page::default();
        for line in HEAD {
            page.comment(0, line);
        }
        page.line(0, "kind: Component");
        page.line(0, &format!("id: {}", scalar(&self.basis.free_component(component))));
        page.line(0, &format!("title: {}", prose(title)));
        page.line(0, "items:");
        page
    }

    fn component(&self, name: &str, tables: &[TableId], drafts: &BTreeMap<TableId, Vec<Draft>>) -> File {
        let mut page = self.head(name, &title(name));
        let mut ids = BTreeSet::new();
        for table in tables {
            let stem = self.basis.names.stem(self.name(*table));
            let item = item_id(name, stem, &mut ids);
            page.line(2, &format!("{}:", scalar(&item)));
            page.line(4, &format!("title: {}", prose(&title(stem))));
            page.line(4, "rows:");
            let mut with_parts = true;
            for draft in drafts.get(table).into_iter().flatten() {
                self.entry(&mut page, draft, with_parts);
                with_parts &= draft.purge != Purge::Delete;
            }
        }
        File { path: format!("components/{}.yaml", self.basis.free_component(name)), bytes: page.into_bytes() }
    }

    fn entry(&self, page: &mut Page, draft: &Draft, with_parts: bool) {
        let column = self.column(draft.table, draft.column);
        let guess = guess(draft.certainty);
        let (key, who) = match draft.relation {
            Relation::Owner => ("owner", "names the person whose row it is"),
            Relation::Mention => ("mention", "names somebody who dealt with the row"),
        };
        page.comment(6, &format!("{guess}: `{column}` {who} ({})", draft.reason));
        page.line(6, &format!("- table: {}", scalar(self.name(draft.table))));
        page.line(8, &format!("{key}: {}", scalar(column)));
        if draft.relation == Relation::Mention {
            page.line(8, "export: none");
            return purge(page, draft.purge);
        }
        self.clocks(page, draft);
        let (columns, secrets) = exported(self.basis, draft.table);
        self.left_out(page, 8, draft.table, &secrets);
        self.columns(page, 8, "export", draft.table, &columns);
        purge(page, draft.purge);
        if with_parts {
            self.parts(page, 8, draft.table);
        }
    }

    fn clocks(&self, page: &mut Page, draft: &Draft) {
        let mut clocks = Vec::new();
        for clock in &draft.clocks {
            let column = scalar(self.column(draft.table, clock.column));
            clocks.push(match clock.counts {
                Counts::Native => format!("{}: {column}", clock.name),
                Counts::Seconds => format!("{}: {{column: {column}, unit: unix}}", clock.name),
                Counts::Milliseconds => format!("{}: {{column: {column}, unit: unix_ms}}", clock.name),
            });
        }
        if !clocks.is_empty() {
            page.comment(8, "guess: by their names and types");
            page.line(8, &format!("clocks: {{{}}}", clocks.join(", ")));
        }
    }

    fn left_out(&self, page: &mut Page, indent: usize, table: TableId, secrets: &[(ColumnId, &str)]) {
        for (column, why) in secrets {
            page.comment(
                indent,
                &format!("guess: `{}` is left out, called like a secret ({why})", self.column(table, *column)),
            );
        }
    }

    /// `key: [a, b]`, over several lines where it is long.
    fn columns(&self, page: &mut Page, indent: usize, key: &str, table: TableId, columns: &[ColumnId]) {
        if columns.is_empty() {
            return page.line(indent, &format!("{key}: none"));
        }
        let mut line = format!("{key}: [");
        for (at, column) in columns.iter().enumerate() {
            let end = if at + 1 == columns.len() { "]" } else { "," };
            let next = format!("{}{end}", scalar(self.column(table, *column)));
            if indent + line.len() + next.len() > WIDTH {
                page.line(indent, line.trim_end());
                line = "  ".to_owned();
            }
            line.push_str(&next);
            if end == "," {
                line.push(' ');
            }
        }
        page.line(indent, &line);
    }

    fn parts(&self, page: &mut Page, indent: usize, of: TableId) {
        for (table, column) in self.parts.loose.get(&of).into_iter().flatten() {
            let (name, column) = (self.name(*table), self.column(*table, *column));
            page.comment(
                indent,
                &format!("to decide: rows of `{name}` may refer here by `{column}`, and are no part of it yet"),
            );
        }
        let parts = self.parts.of.get(&of).into_iter().flatten();
        let mut parts = parts
            .filter(|part| is_plain(self.name(part.table)) && is_plain(self.column(part.table, part.column)))
            .peekable();
        if parts.peek().is_none() {
            return;
        }
        page.line(indent, "parts:");
        for PartOf { table, column, reason } in parts {
            let link = format!("{}.{}", self.name(*table), self.column(*table, *column));
            page.comment(indent + 2, &format!("guess: {reason}"));
            page.line(indent + 2, &format!("- table: {}", scalar(&link)));
            let (columns, secrets) = exported(self.basis, *table);
            self.left_out(page, indent + 4, *table, &secrets);
            self.columns(
                page,
                indent + 4,
                "export",
                *table,
                &columns.into_iter().filter(|one| one != column).collect::<Vec<_>>(),
            );
            self.parts(page, indent + 4, *table);
        }
    }
}

/// An id that no other item of the component has: the table's name without the component's.
fn item_id(component: &str, stem: &str, ids: &mut BTreeSet<String>) -> String {
    let mut item = id(stem);
    let last = component.rsplit('_').next().unwrap_or(component);
    let rest = [component, last].into_iter().find_map(|head| item.strip_prefix(head)?.strip_prefix('_'));
    if let Some(rest) = rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase())) {
        item = rest.to_owned();
    }
    while !ids.insert(item.clone()) {
        item.push('_');
    }
    item
}

fn purge(page: &mut Page, purge: Purge) {
    match purge {
        Purge::Delete => {
            page.comment(8, "guess: a person's rows go with them");
            page.line(8, "purge: delete");
        }
        Purge::Detach => {
            page.comment(8, "guess: the row stays, and nobody is named in it any more");
            page.line(8, "purge: detach");
        }
        Purge::Open(why) => page.comment(8, &format!("to decide, nothing is purged yet: {why}")),
    }
}

pub(super) fn guess(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Declared | Certainty::Likely => "guess",
        Certainty::Possible => "guess, uncertain",
    }
}

/// `quiz_attempts` as people read it.
fn title(name: &str) -> String {
    let words = words(&on_one_line(name)).join(" ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(|| "Data".to_owned(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
