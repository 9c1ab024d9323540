//! The order of the statements: every one still finds its rows, and no key is broken on the way.
//!
//! What is sorted are groups: the changes and the deletes of one table. So the work grows with tables and keys, not
//! with the square of the entries.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::decide::Step;
use crate::database::{ForeignKey, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;

/// All changes, or all deletes, of one table: changes sort first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Group<'g> {
    /// Parts before what they are parts of, wherever keys leave the choice.
    depth: std::cmp::Reverse<usize>,
    name: &'g str,
    table: TableId,
    deletes: bool,
}

type Groups<'g, 's> = BTreeMap<Group<'g>, Vec<Step<'s>>>;
type Before<'g> = BTreeMap<Group<'g>, BTreeSet<Group<'g>>>;

/// Sorts the steps and numbers them. A circle is reported with the tables that form it.
pub(super) fn order<'s>(
    basis: Basis<'s>,
    purge_type: &PurgeType,
    steps: Vec<Step<'s>>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Step<'s>> {
    let mut groups: Groups<'s, 's> = BTreeMap::new();
    let mut deepest: BTreeMap<TableId, usize> = BTreeMap::new();
    for step in &steps {
        let depth = deepest.entry(step.table.id).or_default();
        *depth = step.depth.max(*depth);
    }
    for step in steps {
        let depth = std::cmp::Reverse(deepest.get(&step.table.id).copied().unwrap_or(0));
        let group = Group { depth, name: &step.table.name, table: step.table.id, deletes: step.deletes() };
        groups.entry(group).or_default().push(step);
    }
    let mut before = constraints(basis, &groups);
    let mut ordered = Vec::new();
    while !groups.is_empty() {
        let ready = groups.keys().copied().find(|group| before.get(group).is_none_or(BTreeSet::is_empty));
        let Some(next) = ready else {
            found.push(circle(basis, purge_type, &groups, &before));
            break;
        };
        ordered.extend(groups.remove(&next).unwrap_or_default());
        before.remove(&next);
        for waiting in before.values_mut() {
            waiting.remove(&next);
        }
    }
    for (step, number) in ordered.iter_mut().zip(1..) {
        step.number = number;
    }
    ordered
}

/// For each group the groups that must run before it.
fn constraints<'g>(basis: Basis<'_>, groups: &Groups<'g, '_>) -> Before<'g> {
    let mut before: Before<'g> = BTreeMap::new();
    let subject = basis.program.site.subject.table.id;
    let all: Vec<Group<'g>> = groups.keys().copied().collect();
    let of = |table: TableId| all.iter().copied().filter(move |group| group.table == table);
    for group in &all {
        let waits = before.entry(*group).or_default();
        if group.table == subject {
            waits.extend(all.iter().copied().filter(|other| other.table != subject));
        }
        if group.deletes {
            waits.extend(of(group.table).filter(|other| !other.deletes));
            // Referring rows before referred rows.
            let referring = basis.program.schema.referring(group.table).filter(|(from, _)| *from != group.table);
            for (from, key) in referring {
                waits.extend(of(from).filter(|other| !(other.deletes && lets_go(groups, *other, key))));
            }
        }
    }
    before
}

fn lets_go(groups: &Groups<'_, '_>, deletes: Group<'_>, key: &ForeignKey) -> bool {
    let ours = [Group { deletes: false, ..deletes }, deletes];
    let steps: Vec<&Step<'_>> = ours.iter().filter_map(|group| groups.get(group)).flatten().collect();
    let_go(&steps, key)
}

/// Whether every row that these steps of one table delete has let go of the key before, by an overwrite of the same
/// rows.
pub(super) fn let_go(steps: &[&Step<'_>], key: &ForeignKey) -> bool {
    let nulls = |step: &Step<'_>| key.columns.iter().any(|column| step.strategy.nulls(*column));
    steps.iter().filter(|step| step.deletes()).all(|gone| {
        let same = |step: &&&Step<'_>| match (step.entry, gone.entry) {
            (Some(one), Some(gone)) => {
                (&one.path, &one.identifier) == (&gone.path, &gone.identifier) && one.condition.is_none()
            }
            _ => false,
        };
        steps.iter().filter(same).any(|step| nulls(step))
    })
}

fn circle(basis: Basis<'_>, purge_type: &PurgeType, groups: &Groups<'_, '_>, before: &Before<'_>) -> Diagnostic {
    // Following any group that still waits for another leads around the circle.
    let next = |group: &Group<'_>| before.get(group).and_then(BTreeSet::first).copied();
    let mut path: Vec<Group<'_>> = Vec::new();
    let mut at = groups.keys().next().copied();
    while let Some(group) = at.filter(|group| !path.contains(group)) {
        path.push(group);
        at = next(&group);
    }
    let start = path.iter().position(|group| Some(*group) == at).unwrap_or(0);
    let around: Vec<&Step<'_>> =
        path.iter().skip(start).filter_map(|group| groups.get(group).and_then(|steps| steps.first())).collect();
    let names: Vec<&str> = around.iter().map(|step| &*step.table.name).collect();
    let span = around.first().map_or(purge_type.span, |step| step.span);
    let title = format!("the purge type `{}` has no order for its statements", purge_type.id);
    let mut diagnostic = Diagnostic::new(Code::OrderCircle, span, title)
        .label(format!("waits for: {} -> {}", names.join(" -> "), names.first().copied().unwrap_or("")))
        .note(format!("in the purge type at {}", basis.line(purge_type.span)));
    for step in around.iter().skip(1) {
        let what = format!("`{}` of `{}`", step.strategy.name(), step.table.name);
        diagnostic = diagnostic.related(step.span, what);
    }
    diagnostic
        .help("add an entry for the same rows that overwrites the referring column with null, or take one item out")
}
