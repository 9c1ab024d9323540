//! The order of the statements: every one still finds its rows, and no key is broken on the way.
//!
//! What is sorted are groups: what is done to the rows of one table in one phase. So the work grows with tables and
//! keys, not with the square of the entries.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Basis;
use super::cut::{Cut, How, is_cut};
use super::decide::{Decided, Waiting};
use super::step::Step;
use crate::database::{ForeignKey, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::PurgeType;

/// What is done to rows of a table, in the order in which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// A key that others wait for is set to NULL.
    LetGo,
    Change,
    /// Its turn: it is seen which of its rows go.
    Turn,
    /// Changes of rows that are only known then.
    LateChange,
    Delete,
}

/// One thing that Apply does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// The step in this place.
    Step(usize),
    /// Which rows of this table go is written down now.
    Turn(TableId),
    /// Rows of this table are deleted from here on.
    Deletes(TableId),
}

/// All that is done to rows of one table in one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Group<'g> {
    /// Parts before what they are parts of, wherever keys leave the choice.
    depth: std::cmp::Reverse<usize>,
    name: &'g str,
    table: TableId,
    phase: Phase,
}

type Groups<'g, 's> = BTreeMap<Group<'g>, Vec<Step<'s>>>;
type Before<'g> = BTreeMap<Group<'g>, BTreeSet<Group<'g>>>;

/// Sorts the steps and numbers them. A circle is reported with the tables that form it.
///
/// # Errors
/// A key in the circle that can be cut.
pub(super) fn order<'s>(
    basis: Basis<'s>,
    purge_type: &PurgeType,
    decided: &mut Decided<'s>,
    cuts: &[Cut],
) -> Result<Vec<Act>, Cut> {
    let mut groups = groups(basis, decided);
    let mut before = constraints(basis, &groups, decided, cuts);
    let (mut ordered, mut acts) = (Vec::new(), Vec::new());
    while !groups.is_empty() {
        let ready = groups.keys().copied().find(|group| before.get(group).is_none_or(BTreeSet::is_empty));
        let Some(next) = ready else {
            let circle = Circle::of(&groups, &before);
            if let Some(cut) = circle.cut(basis, &groups, cuts) {
                return Err(cut);
            }
            decided.found.push(circle.report(basis, purge_type, &groups));
            break;
        };
        match next.phase {
            Phase::Turn => acts.push(Act::Turn(next.table)),
            Phase::Delete => acts.push(Act::Deletes(next.table)),
            Phase::LetGo | Phase::Change | Phase::LateChange => {}
        }
        for step in groups.remove(&next).unwrap_or_default() {
            acts.push(Act::Step(ordered.len()));
            ordered.push(step);
        }
        before.remove(&next);
        for waiting in before.values_mut() {
            waiting.remove(&next);
        }
    }
    for (step, number) in ordered.iter_mut().zip(1..) {
        step.number = number;
    }
    decided.steps = ordered;
    Ok(acts)
}

fn groups<'s>(basis: Basis<'s>, decided: &mut Decided<'s>) -> Groups<'s, 's> {
    let mut groups: Groups<'s, 's> = BTreeMap::new();
    let mut deepest: BTreeMap<TableId, usize> = BTreeMap::new();
    for step in &decided.steps {
        let depth = deepest.entry(step.table.id).or_default();
        *depth = step.depth.max(*depth);
    }
    let depth = |table: TableId| std::cmp::Reverse(deepest.get(&table).copied().unwrap_or(0));
    for table in decided.late.keys() {
        let name = &*basis.program.schema.table(*table).name;
        groups.insert(Group { depth: depth(*table), name, table: *table, phase: Phase::Turn }, Vec::new());
    }
    let going: BTreeSet<TableId> =
        decided.steps.iter().filter(|step| step.deletes()).map(|step| step.table.id).collect();
    for step in std::mem::take(&mut decided.steps) {
        let phase = match (step.deletes(), step.selection.late()) {
            (true, _) => Phase::Delete,
            (false, None) if step.why.is_some() || frees(basis, &step, &going) => Phase::LetGo,
            (false, None) => Phase::Change,
            (false, Some(_)) => Phase::LateChange,
        };
        let table = step.table.id;
        groups.entry(Group { depth: depth(table), name: &step.table.name, table, phase }).or_default().push(step);
    }
    // Whose rows below have gone before them is not in the way of others.
    for steps in groups.values_mut() {
        steps.sort_by_key(|step| step.below.is_none());
    }
    groups
}

/// Whether a change of the subject's own row lets go of rows that are deleted, and so cannot be the last.
fn frees(basis: Basis<'_>, step: &Step<'_>, going: &BTreeSet<TableId>) -> bool {
    let subject = basis.program.site.subject.table.id;
    let keys = &basis.program.schema.table(subject).foreign_keys;
    step.table.id == subject
        && keys.iter().any(|key| going.contains(&key.table) && key.columns.iter().any(|id| step.strategy.nulls(*id)))
}

/// For each group the groups that must run before it.
fn constraints<'g>(basis: Basis<'_>, groups: &Groups<'g, '_>, decided: &Decided<'_>, cuts: &[Cut]) -> Before<'g> {
    let mut before: Before<'g> = BTreeMap::new();
    let subject = basis.program.site.subject.table.id;
    let all: Vec<Group<'g>> = groups.keys().copied().collect();
    let of = |table: TableId| all.iter().copied().filter(move |group| group.table == table);
    for group in &all {
        let waits = before.entry(*group).or_default();
        if group.table == subject && group.phase != Phase::LetGo {
            waits.extend(all.iter().copied().filter(|other| other.table != subject));
        }
        waits.extend(of(group.table).filter(|other| other.phase < group.phase));
        let turns = groups.get(group).into_iter().flatten().filter_map(|step| step.selection.late());
        for turn in turns.filter(|turn| *turn != group.table) {
            waits.extend(of(turn).filter(|other| other.phase == Phase::Turn));
        }
        let after = decided.after_turn.iter().filter(|(_, waiting)| {
            let is_change = !matches!(group.phase, Phase::Turn | Phase::Delete);
            waiting.contains(&Waiting::All(group.table))
                || is_change && waiting.contains(&Waiting::Changes(group.table))
        });
        let turns = after.map(|(turn, _)| *turn).filter(|turn| *turn != group.table);
        waits.extend(turns.flat_map(&of).filter(|other| other.phase == Phase::Turn));
        if group.phase == Phase::Turn {
            // What is read then has had its turn itself.
            let read = decided.late.get(&group.table).into_iter().flatten().filter(|read| **read != group.table);
            waits.extend(read.flat_map(|read| of(*read)));
        }
        if group.phase == Phase::Delete {
            // Referring rows before referred rows.
            let referring = basis.program.schema.referring(group.table).filter(|(from, _)| *from != group.table);
            for (from, key) in referring {
                let free = |other: &Group<'_>| match other.phase {
                    Phase::Delete => is_cut(cuts, basis, key) || lets_go(groups, *other, key),
                    // The subject's own row is changed last, but for what lets go of others.
                    Phase::Change => from == subject,
                    Phase::LetGo | Phase::Turn | Phase::LateChange => false,
                };
                waits.extend(of(from).filter(|other| !free(other)));
            }
        }
    }
    before
}

fn lets_go(groups: &Groups<'_, '_>, deletes: Group<'_>, key: &ForeignKey) -> bool {
    let ours = [Group { phase: Phase::LetGo, ..deletes }, Group { phase: Phase::Change, ..deletes }, deletes];
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

/// Groups of which each waits for the next, and the last for the first.
struct Circle<'g>(Vec<Group<'g>>);

impl<'g> Circle<'g> {
    fn of(groups: &Groups<'g, '_>, before: &Before<'g>) -> Self {
        // Following any group that still waits for another leads around the circle.
        let next = |group: &Group<'g>| before.get(group).and_then(BTreeSet::first).copied();
        let mut path: Vec<Group<'g>> = Vec::new();
        let mut at = groups.keys().next().copied();
        while let Some(group) = at.filter(|group| !path.contains(group)) {
            path.push(group);
            at = next(&group);
        }
        let start = path.iter().position(|group| Some(*group) == at).unwrap_or(0);
        Self(path.split_off(start))
    }

    /// A key by which rows that go refer to others that go, and which can be cut.
    fn cut(&self, basis: Basis<'_>, groups: &Groups<'_, '_>, cuts: &[Cut]) -> Option<Cut> {
        let waits = self.0.iter().zip(self.0.iter().cycle().skip(1));
        let deletes = waits.filter(|(one, other)| one.phase == Phase::Delete && other.phase == Phase::Delete);
        let mut found: Vec<Cut> = Vec::new();
        for (parent, child) in deletes {
            let keys = basis.program.schema.referring(parent.table).filter(|(from, _)| *from == child.table);
            let waited = keys.filter(|(_, key)| !is_cut(cuts, basis, key) && !lets_go(groups, *child, key));
            found.extend(waited.filter_map(|(from, key)| Cut::of(basis, from, key)));
        }
        let emptied = found.iter().find(|cut| matches!(cut.how, How::Emptied(_)));
        emptied.or(found.first()).copied()
    }

    fn report(&self, basis: Basis<'_>, purge_type: &PurgeType, groups: &Groups<'_, '_>) -> Diagnostic {
        let around: Vec<&Step<'_>> =
            self.0.iter().filter_map(|group| groups.get(group).and_then(|steps| steps.first())).collect();
        let names: Vec<&str> = around.iter().map(|step| &*step.table.name).collect();
        let span = around.first().map_or(purge_type.span, |step| step.span);
        let title = format!("{} has no order for its statements", purge_type.called());
        let mut diagnostic = Diagnostic::new(Code::OrderCircle, span, title)
            .label(format!("waits for: {} -> {}", names.join(" -> "), names.first().copied().unwrap_or("")))
            .note(format!("in the {} at {}", purge_type.kind(), basis.line(purge_type.span)));
        for step in around.iter().skip(1) {
            let what = format!("`{}` of `{}`", step.strategy.name(), step.table.name);
            diagnostic = diagnostic.related(step.span, what);
        }
        diagnostic
            .help("let a column that refers around the circle be NULL, or declare its key DEFERRABLE")
            .help("or take one of the items out of the type")
    }
}
