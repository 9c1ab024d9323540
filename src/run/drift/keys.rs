//! Keys on both sides: by what rows are told apart, and what refers to them.

use super::{Both, Compared, differs};
use crate::database::{ColumnId, ForeignKey, OnDelete, Table, TableId};
use crate::diagnostic::Diagnostic;

impl Compared<'_> {
    /// What the database does to rows that refer to a row which goes.
    pub(super) fn referring(&self, both: Both<'_>, live_id: TableId, found: &mut Vec<Diagnostic>) {
        let Some((known_id, _)) = self.known.find(&both.known.name) else { return };
        for (child, key) in self.live.referring(live_id) {
            let (child, does) = (self.live.table(child), Does::on(key.on_delete));
            let ends = ends(child, both.live, key);
            let mut ours = self.known.referring(known_id).map(|(of, key)| (self.known.table(of), key));
            let same = ours.find(|(of, key)| {
                self.is_same_table(of, child) && is_same_pairs(&self::ends(of, both.known, key), &ends)
            });
            let says = match same {
                Some((_, ours)) if Does::on(ours.on_delete) == does => continue,
                Some((_, ours)) => format!("here it {}", Does::on(ours.on_delete).said()),
                None => "no such foreign key is declared".to_owned(),
            };
            let columns: Vec<&str> = ends.iter().map(|(column, _)| *column).collect();
            let title = format!(
                "when a row of `{}` goes, the database {} of `{}` that refer to it by {}",
                both.known.name,
                does.said(),
                child.name,
                listed(&columns)
            );
            let span = same.map_or(both.known.span, |(_, ours)| ours.span);
            let one = differs(span, both.known.name.to_string(), title).label(says);
            found.push(one.related(both.at, "the policy speaks of it here"));
        }
    }

    fn is_same_table(&self, known: &Table, live: &Table) -> bool {
        self.known.find(&live.name).is_some_and(|(_, one)| one.name == known.name)
    }
}

/// The primary key, and unique sets of which the policy speaks of a column.
pub(super) fn told_apart(both: Both<'_>, spoken_of: &[&str], found: &mut Vec<Diagnostic>) {
    let Both { known, live, at } = both;
    let mut say = |title: String, label: String| {
        let one = differs(known.span, known.name.to_string(), title).label(label);
        found.push(one.related(at, "the policy speaks of it here"));
    };
    let (ours, theirs) = (names(known, &known.primary_key), names(live, &live.primary_key));
    if !is_same(&ours, &theirs) {
        let title = format!("the key of `{}` is {} in the database", known.name, listed(&theirs));
        say(title, format!("here it is {}", listed(&ours)));
    }
    let is_spoken_of =
        |names: &[&str]| names.iter().any(|name| spoken_of.iter().any(|one| one.eq_ignore_ascii_case(name)));
    for set in sets(known).filter(|set| is_spoken_of(set) && !names_one(live, set)) {
        let title = format!("two rows of `{}` may have the same {} in the database", known.name, listed(&set));
        say(title, "here no two rows may".to_owned());
    }
    for set in sets(live).filter(|set| is_spoken_of(set) && !names_one(known, set)) {
        let title = format!("no two rows of `{}` may have the same {} in the database", known.name, listed(&set));
        say(title, "here they may".to_owned());
    }
}

fn names<'t>(table: &'t Table, columns: &[ColumnId]) -> Vec<&'t str> {
    columns.iter().map(|id| &*table.column(*id).name).collect()
}

fn is_same(one: &[&str], other: &[&str]) -> bool {
    let sorted = |names: &[&str]| {
        let mut names: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
        names.sort();
        names
    };
    sorted(one) == sorted(other)
}

/// Sets of columns of which no two rows have the same values, the key aside.
fn sets(table: &Table) -> impl Iterator<Item = Vec<&str>> {
    table.uniques.iter().filter(|unique| !unique.partial).map(|unique| names(table, &unique.columns))
}

/// Columns that one side lacks are said of otherwise.
fn names_one(table: &Table, set: &[&str]) -> bool {
    let found: Option<Vec<ColumnId>> = set.iter().map(|name| table.find(name).map(|(id, _)| id)).collect();
    found.is_none_or(|columns| table.names_one(&columns))
}

/// Columns, each with the column that it refers to.
fn ends<'t>(child: &'t Table, parent: &'t Table, key: &ForeignKey) -> Vec<(&'t str, &'t str)> {
    names(child, &key.columns).into_iter().zip(names(parent, &key.to)).collect()
}

fn is_same_pairs(one: &[(&str, &str)], other: &[(&str, &str)]) -> bool {
    let sorted = |pairs: &[(&str, &str)]| {
        let mut pairs: Vec<_> = pairs.iter().map(|(a, b)| (a.to_ascii_lowercase(), b.to_ascii_lowercase())).collect();
        pairs.sort();
        pairs
    };
    sorted(one) == sorted(other)
}

/// What becomes of rows that refer to one which goes. When a purge is refused, at once or at its end, depends on the kind
/// of database.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Refuses,
    Deletes,
    Nulls,
    Defaults,
}

impl Does {
    fn on(delete: OnDelete) -> Self {
        match delete {
            OnDelete::Refuse | OnDelete::Restrict => Self::Refuses,
            OnDelete::Cascade => Self::Deletes,
            OnDelete::SetNull => Self::Nulls,
            OnDelete::SetDefault => Self::Defaults,
        }
    }

    /// Before what the rows are.
    fn said(self) -> &'static str {
        match self {
            Self::Refuses => "refuses because of rows",
            Self::Deletes => "deletes rows",
            Self::Nulls => "sets to NULL the key in rows",
            Self::Defaults => "sets to a default the key in rows",
        }
    }
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() { "none".to_owned() } else { format!("`{}`", names.join("`, `")) }
}
