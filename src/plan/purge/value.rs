//! Values that would be others when the purge runs again.

use super::super::Basis;
use super::doing::{Doing, doings};
use crate::database::{ColumnId, OnDelete, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Condition, PurgeType};
use crate::source::Span;
use crate::sql::{Known, known};
use crate::strategy::{Assignment, Strategy, Value, When};

/// Values made from what this type changes, and times that would be written again and again.
pub(super) fn unstable(basis: Basis<'_>, purge_type: &PurgeType) -> Vec<Diagnostic> {
    let doings = doings(basis, purge_type);
    let all = All { basis, purge_type, doings: &doings };
    let mut found = Vec::new();
    for doing in &doings {
        for one in doing.strategy.assignments() {
            found.extend(all.changed_source(doing, one));
        }
        found.extend(all.again_and_again(doing));
    }
    found
}

struct All<'a> {
    basis: Basis<'a>,
    purge_type: &'a PurgeType,
    doings: &'a [Doing<'a>],
}

impl All<'_> {
    /// A value that reads what the type writes or deletes.
    fn changed_source(&self, doing: &Doing<'_>, one: &Assignment) -> Option<Diagnostic> {
        let Value::Computed(computed) = &one.value else { return None };
        let own = computed.reads.own.iter().map(|column| (doing.table.id, *column, true));
        let beyond = computed.reads.beyond.iter().map(|(table, column)| (*table, *column, false));
        let (table, column, how, at) = own.chain(beyond).find_map(|(table, column, own)| {
            let (how, at) = self.changed(table, column, own)?;
            Some((table, column, how, at))
        })?;
        let schema = &self.basis.program.schema;
        let read = format!("{}.{}", schema.table(table).name, schema.table(table).column(column).name);
        let title = format!("the value of `{}.{}` changes with what it is made from", doing.table.name, one.name);
        let diagnostic = Diagnostic::new(Code::ValueNotStable, one.span, title)
            .label(format!("made from `{read}`"))
            .related(at, how)
            .note(format!("in the {} at {}", self.purge_type.kind(), self.basis.line(self.purge_type.span)));
        Some(diagnostic.help("take it from columns that stay as they are, or take one of the two out of the type"))
    }

    /// Who changes a column, or takes the row that it is read from.
    fn changed(&self, table: TableId, column: ColumnId, own: bool) -> Option<(&'static str, Span)> {
        let schema = &self.basis.program.schema;
        let holder = schema.table(table);
        let of_table = || self.doings.iter().filter(move |doing| doing.table.id == table);
        let written = of_table().flat_map(|doing| doing.strategy.assignments());
        let mut written = written.filter(|one| one.column == column || holder.column(column).generated);
        if let Some(one) = written.next() {
            return Some(("which is written here", one.span));
        }
        let deletes = |doing: &&Doing<'_>| matches!(doing.strategy, Strategy::Delete);
        if let Some(gone) = of_table().find(deletes).filter(|_| !own) {
            return Some(("whose row is deleted here", gone.span));
        }
        // What the database itself changes when the row that is referred to goes.
        let sets = |on_delete: OnDelete| matches!(on_delete, OnDelete::SetNull | OnDelete::SetDefault);
        let keys = holder.foreign_keys.iter().filter(|key| key.columns.contains(&column) && sets(key.on_delete));
        let mut gone =
            keys.filter_map(|key| self.doings.iter().filter(deletes).find(|doing| doing.table.id == key.table));
        gone.next().map(|doing| ("which the database changes when this row is deleted", doing.span))
    }

    /// The time of the run alone, into rows that are selected again afterwards.
    fn again_and_again(&self, doing: &Doing<'_>) -> Option<Diagnostic> {
        let only = doing.strategy.assignments().first().filter(|_| doing.strategy.is_only_now())?;
        let written = doing.strategy.assignments();
        let becomes = |condition: &Condition| {
            // What is so for the earliest and for the latest time of a run is so for every one.
            let [early, late] = [When::Early, When::Late].map(|when| {
                let value = |of: &str, name: &str| {
                    let one = written.iter().find(|one| of == &*doing.table.name && *one.name == *name)?;
                    one.value.known(when)
                };
                known(&condition.expr, &value)
            });
            if early == late { early } else { Known::Open }
        };
        let is_done = doing.conditions.iter().any(|one| matches!(becomes(one), Known::False | Known::Null))
            || doing.gone.is_some_and(|one| becomes(one) == Known::True);
        if is_done {
            return None;
        }
        let title = format!("every run would write another time into `{}.{}`", doing.table.name, only.name);
        let diagnostic =
            Diagnostic::new(Code::ValueNotStable, only.span, title).label("nothing says when the row is done");
        let diagnostic = match doing.conditions.first() {
            Some(one) => diagnostic.related(one.span, "still true, or not surely false, once the time is written"),
            None => diagnostic,
        };
        let nullable = self.basis.program.schema.table(doing.table.id).column(only.column).nullable;
        Some(diagnostic.help(format!(
            "select only rows in which it is not written yet: `where: {} {}`, or write another column beside it",
            only.name,
            if nullable { "is null" } else { "= 0" }
        )))
    }
}
