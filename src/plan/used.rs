//! The tables and columns of the database that a program speaks of.

use std::collections::BTreeMap;

use crate::database::{ColumnId, TableId};
use crate::program::{
    Clock, Condition, Entry, ExportColumn, Item, Notice, Part, Path, Program, Purge, StatusMeaning, Step,
};
use crate::source::Span;
use crate::sql::Expr;
use crate::strategy::Strategy;

/// A table, and the columns of it that are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    pub name: String,
    pub columns: Vec<String>,
}

/// A table and columns of it, each with the first place of the policy that speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenOf {
    pub table: TableId,
    pub span: Span,
    pub columns: Vec<(ColumnId, Span)>,
}

/// What a run needs: sorted by name.
pub fn used(program: &Program) -> Vec<Used> {
    let mut walk = Walk::of(program);
    for entry in program.items.iter().flat_map(|item| &item.entries) {
        walk.entry(entry);
    }
    let named = walk.tables.into_iter().map(|(id, (_, columns))| {
        let table = program.schema.table(id);
        let columns = columns.into_keys().map(|id| table.column(id).name.to_string()).collect();
        Used { name: table.name.to_string(), columns }
    });
    // Those of the tool are not the application's, and `install` has yet to make them.
    let mut named: Vec<Used> = named.filter(|used| !super::tables::is_own(&used.name)).collect();
    named.sort_by(|a, b| a.name.cmp(&b.name));
    named
}

/// Whatever any document speaks of, reviewed or not; in the order of the schema.
pub fn spoken_of(program: &Program) -> Vec<SpokenOf> {
    let mut walk = Walk::of(program);
    walk.site();
    for entry in program.items.iter().flat_map(Item::all_entries) {
        walk.entry(entry);
        walk.beside(entry);
    }
    for purge_type in &program.purge_types {
        walk.at = purge_type.span;
        walk.condition(purge_type.within.as_ref().and_then(|within| within.condition.as_ref()));
    }
    let tables =
        walk.tables.into_iter().filter(|(table, _)| !super::tables::is_own(&program.schema.table(*table).name));
    tables.map(|(table, (span, columns))| SpokenOf { table, span, columns: columns.into_iter().collect() }).collect()
}

struct Walk<'p> {
    program: &'p Program,
    /// What is being read.
    at: Span,
    tables: BTreeMap<TableId, (Span, BTreeMap<ColumnId, Span>)>,
}

impl<'p> Walk<'p> {
    /// With the people and their statuses.
    fn of(program: &'p Program) -> Self {
        let subject = &program.site.subject;
        let table = subject.table.id;
        let mut walk = Self { program, at: subject.span, tables: BTreeMap::new() };
        let told = program.notices.iter().flat_map(Notice::columns).chain(&subject.locale).map(|column| column.id);
        for column in [subject.key.id, subject.label.id].into_iter().chain(told) {
            walk.column(table, column);
        }
        for status in &subject.statuses {
            if let StatusMeaning::When { condition, set } = &status.meaning {
                walk.at = status.span;
                walk.condition(Some(condition));
                let written = set.iter().filter_map(|(name, _)| program.schema.table(table).find(name));
                written.for_each(|(column, _)| walk.column(table, column));
            }
        }
        walk
    }

    /// What else the Site says.
    fn site(&mut self) {
        let site = &self.program.site;
        let subject = &site.subject;
        let people = subject.table.id;
        self.at = subject.span;
        self.clocks(people, &subject.clocks);
        subject.protected.iter().for_each(|protected| self.expr(protected));
        for link in &subject.links {
            self.steps(people, &link.value);
        }
        for identifier in &subject.identifiers {
            self.at = identifier.span;
            self.path(people, &identifier.path);
        }
        for placeholder in &subject.placeholders {
            self.at = placeholder.span;
            self.condition(Some(&placeholder.condition));
        }
        for place in &site.contexts {
            self.at = place.span;
            self.column(place.table.id, place.key.id);
            let paths = place.parent.iter().chain(place.within.iter().map(|(_, path)| path));
            paths.for_each(|path| self.path(place.table.id, path));
            self.clocks(place.table.id, &place.clocks);
        }
        self.at = site.span;
        if let Some(store) = &site.store {
            self.column(store.table.id, store.counted_by.id);
        }
    }

    /// What of an entry no statement of a purge needs by itself.
    fn beside(&mut self, entry: &Entry) {
        let table = entry.table.id;
        self.clocks(table, &entry.clocks);
        entry.mixed.iter().for_each(|(column, _)| self.column(table, column.id));
        if let Some(named) = &entry.named_place {
            self.column(table, named.column.id);
            self.column(named.table.id, named.key.id);
        }
        for owner in entry.co_owned.iter().flat_map(|one| &one.owners) {
            self.condition(owner.condition.as_ref());
        }
        self.values(&entry.export.columns);
        let referenced = entry.purge.iter().filter_map(|purge| purge.while_referenced.as_ref());
        for reference in referenced.flat_map(|one| &one.by) {
            for pair in &reference.on {
                self.column(reference.table.id, pair.column.id);
                self.column(table, pair.key.id);
            }
        }
        let assignments = entry.strategies().flat_map(Strategy::assignments);
        assignments.for_each(|one| self.expr(&one.value.target(Expr::Count)));
        entry.parts.iter().for_each(|part| self.beside_part(part));
    }

    fn beside_part(&mut self, part: &Part) {
        self.at = part.span;
        self.values(&part.export.columns);
        let assignments = part.purge.iter().flat_map(Purge::strategies).flat_map(Strategy::assignments);
        assignments.for_each(|one| self.expr(&one.value.target(Expr::Count)));
        part.parts.iter().for_each(|part| self.beside_part(part));
    }

    fn values(&mut self, columns: &[ExportColumn]) {
        columns.iter().filter_map(|one| one.reached.as_ref()).for_each(|value| self.expr(value));
    }

    fn clocks(&mut self, table: TableId, clocks: &[Clock]) {
        for clock in clocks {
            self.column(table, clock.column.id);
        }
    }

    /// A name in it that is no table's is one that it gives to rows itself.
    fn expr(&mut self, expr: &Expr) {
        for (table, column) in expr.columns() {
            let Some((id, table)) = self.program.schema.find(&table) else { continue };
            if let Some((column, _)) = table.find(&column) {
                self.column(id, column);
            }
        }
    }

    fn table(&mut self, table: TableId) -> &mut BTreeMap<ColumnId, Span> {
        &mut self.tables.entry(table).or_insert_with(|| (self.at, BTreeMap::new())).1
    }

    fn column(&mut self, table: TableId, column: ColumnId) {
        let at = self.at;
        self.table(table).entry(column).or_insert(at);
    }

    fn condition(&mut self, condition: Option<&Condition>) {
        let reads = condition.into_iter().flat_map(|one| &one.reads);
        reads.for_each(|(table, column)| self.column(*table, *column));
    }

    fn path(&mut self, from: TableId, path: &Path) {
        self.steps(from, &path.steps);
        self.column(path.ends_in.id, path.last.id);
    }

    fn steps(&mut self, from: TableId, steps: &[Step]) {
        let mut at = from;
        for step in steps {
            for pair in &step.on {
                self.column(at, pair.column.id);
                self.column(step.table.id, pair.key.id);
            }
            self.condition(step.before.as_ref());
            self.condition(step.entered.as_ref());
            at = step.table.id;
        }
    }

    fn export(&mut self, table: TableId, columns: &[ExportColumn]) {
        for one in columns {
            self.column(table, one.column.id);
        }
    }

    fn strategy(&mut self, table: TableId, strategy: &Strategy) {
        strategy.writes().into_iter().for_each(|column| self.column(table, column));
    }

    fn purge(&mut self, table: TableId, purge: Option<&Purge>) {
        for outcome in purge.into_iter().flat_map(|purge| &purge.outcomes) {
            self.condition(outcome.condition.as_ref());
        }
        purge.into_iter().flat_map(Purge::strategies).for_each(|one| self.strategy(table, one));
    }

    fn entry(&mut self, entry: &Entry) {
        let table = entry.table.id;
        self.at = entry.span;
        self.table(table);
        self.path(table, &entry.path);
        self.condition(entry.condition.as_ref());
        self.export(table, &entry.export.columns);
        self.purge(table, entry.purge.as_ref());
        entry.strategies().for_each(|one| self.strategy(table, one));
        for owner in entry.co_owned.iter().flat_map(|one| &one.owners) {
            self.path(table, &owner.path);
        }
        for side in entry.side.iter().flat_map(|one| one.all.iter()) {
            self.column(table, side.owner.id);
            self.condition(side.gone.as_ref());
        }
        entry.places.iter().for_each(|place| self.path(table, &place.value));
        entry.parts.iter().for_each(|part| self.part(table, part));
    }

    fn part(&mut self, of: TableId, part: &Part) {
        let table = part.table.id;
        self.at = part.span;
        for link in &part.links {
            self.column(table, link.column.id);
            self.path(of, &link.to);
        }
        self.condition(part.condition.as_ref());
        self.condition(part.of.as_ref());
        self.export(table, &part.export.columns);
        self.purge(table, part.purge.as_ref());
        self.strategy(table, &part.gone);
        part.parts.iter().for_each(|part| self.part(table, part));
    }
}
