//! Paths: from a row over relations, forward and backward, to a column or a table.

use std::ops::Range;

use super::steps::{Piece, Way, pieces};
use super::{ColumnId, Relation, Resolved, Schema, TableId, condition};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceMap, Spanned};
use crate::sql::Expr;

/// A path that every step of which exists, and the column it ends in.
#[derive(Debug, Clone)]
pub struct FoundPath {
    pub steps: Vec<FoundStep>,
    pub ends_in: TableId,
    pub last: ColumnId,
}

/// Columns of the table before equal keys of `table`, all of them.
#[derive(Debug, Clone)]
pub struct FoundStep {
    /// Never empty: a column of the table before, and the one of `table` that it equals.
    pub pairs: Vec<(ColumnId, ColumnId)>,
    pub table: TableId,
    pub direction: Direction,
    /// What the relation asks of the row that refers.
    pub when: Option<Resolved>,
    /// What the path asks of the row that is entered.
    pub filter: Option<Resolved>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the row that refers to the row it refers to.
    Forward,
    /// From a row to those that refer to it.
    Backward,
}

impl FoundStep {
    /// Whether it leads to one row at most.
    pub fn is_to_one(&self, schema: &Schema) -> bool {
        let keys: Vec<ColumnId> = self.pairs.iter().map(|(_, key)| *key).collect();
        self.direction == Direction::Forward || schema.table(self.table).names_one(&keys)
    }

    /// The key that this column of the table before holds.
    fn key_of(&self, column: Option<ColumnId>) -> Option<ColumnId> {
        self.pairs.iter().find(|(held, _)| Some(*held) == column).or(self.pairs.first()).map(|(_, key)| *key)
    }
}

/// Where a path breaks: the bytes of the step in the path's text, and why.
#[derive(Debug)]
pub enum PathFault {
    Syntax {
        at: Range<usize>,
        label: &'static str,
    },
    NoColumn {
        at: Range<usize>,
        table: TableId,
        name: String,
    },
    /// The column refers to nothing, so the path cannot go on from it.
    NoKey {
        at: Range<usize>,
        table: TableId,
        name: String,
    },
    /// `column>table`, and the column does not refer to that table; to which it does, as it can be written.
    NoTarget {
        at: Range<usize>,
        table: TableId,
        name: String,
        target: String,
        readings: Vec<String>,
    },
    /// Nothing in the table that a step names refers to the table before by that column.
    NoWayBack {
        at: Range<usize>,
        table: TableId,
        name: String,
    },
    /// Several relations fit; each as it can be written.
    Ambiguous {
        at: Range<usize>,
        table: TableId,
        name: String,
        readings: Vec<String>,
    },
    /// What is wrong with a filter.
    Filter(Vec<Diagnostic>),
}

/// Follows `text` from `from` to a column.
///
/// # Errors
/// The first step that does not exist.
pub fn path(
    sources: &SourceMap,
    schema: &Schema,
    from: TableId,
    text: &Spanned<String>,
) -> Result<FoundPath, PathFault> {
    let mut pieces = pieces(text)?;
    let walk = Walk { sources, schema, text };
    let last = pieces.pop().unwrap_or_default();
    let mut steps = walk.steps(from, &pieces)?;
    let mut table = steps.last().map_or(from, |step| step.table);
    let Way::Name(name) = &last.way else {
        return Err(PathFault::Syntax { at: last.at, label: "a path ends in a column: name it after this step" });
    };
    // `column>table`: the column itself, of those rows in which it refers to that table.
    if last.target.is_some() {
        let step = walk.step(table, &last)?;
        let key = step.key_of(schema.table(table).find(name).map(|(id, _)| id)).unwrap_or_default();
        table = step.table;
        steps.push(step);
        return Ok(FoundPath { steps, ends_in: table, last: key });
    }
    if let Some(filter) = last.filter {
        let at = filter.start.saturating_sub(1)..filter.end + 1;
        return Err(PathFault::Syntax { at, label: "a condition stands after a step that enters a table" });
    }
    let Some((column, _)) = schema.table(table).find(name) else {
        return Err(PathFault::NoColumn { at: last.at, table, name: name.clone() });
    };
    Ok(FoundPath { steps, ends_in: table, last: column })
}

/// Follows every step of `text`: to a table.
///
/// # Errors
/// The first step that does not exist.
pub fn path_to_table(
    sources: &SourceMap,
    schema: &Schema,
    from: TableId,
    text: &Spanned<String>,
) -> Result<Vec<FoundStep>, PathFault> {
    Walk { sources, schema, text }.steps(from, &pieces(text)?)
}

struct Walk<'w> {
    sources: &'w SourceMap,
    schema: &'w Schema,
    text: &'w Spanned<String>,
}

impl Walk<'_> {
    fn steps(&self, from: TableId, pieces: &[Piece]) -> Result<Vec<FoundStep>, PathFault> {
        let mut table = from;
        let mut steps = Vec::new();
        for piece in pieces {
            match self.linked(table, piece)? {
                Some(link) => steps.extend(link),
                None => steps.push(self.step(table, piece)?),
            }
            table = steps.last().map_or(table, |step| step.table);
        }
        Ok(steps)
    }

    /// The steps that the policy gives this name.
    fn linked(&self, table: TableId, piece: &Piece) -> Result<Option<Vec<FoundStep>>, PathFault> {
        let Way::Name(name) = &piece.way else { return Ok(None) };
        let link = self.schema.linked(table, name).filter(|_| piece.target.is_none());
        let Some(mut steps) = link.map(<[FoundStep]>::to_vec) else { return Ok(None) };
        if let Some(last) = steps.last_mut() {
            let more = self.filter(last.table, piece)?;
            last.filter = match (last.filter.take(), more) {
                (Some(one), Some(other)) => Some(Resolved {
                    expr: Expr::all([one.expr, other.expr]),
                    reads: one.reads.into_iter().chain(other.reads).collect(),
                }),
                (one, other) => one.or(other),
            };
        }
        Ok(Some(steps))
    }

    fn step(&self, table: TableId, piece: &Piece) -> Result<FoundStep, PathFault> {
        let mut step = match &piece.way {
            Way::Name(name) => self.named(table, name, piece)?,
            Way::Back { table: other, column } => self.back(table, other, column, piece)?,
        };
        step.filter = self.filter(step.table, piece)?;
        Ok(step)
    }

    /// What stands between the square brackets, about the table that is entered.
    fn filter(&self, table: TableId, piece: &Piece) -> Result<Option<Resolved>, PathFault> {
        let Some(range) = &piece.filter else { return Ok(None) };
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let written = Spanned::new(text, self.sources.inside(self.text, range.clone()));
        condition(self.sources, self.schema, table, &written).map(Some).map_err(PathFault::Filter)
    }

    fn named(&self, table: TableId, name: &str, piece: &Piece) -> Result<FoundStep, PathFault> {
        let schema = self.schema;
        let column = schema.table(table).find(name).map(|(id, _)| id);
        let to = |relation: &&Relation| {
            piece.target.as_ref().is_none_or(|target| schema.find(target).is_some_and(|(id, _)| id == relation.to))
        };
        let is_name = |given: &Option<std::sync::Arc<str>>| given.as_deref() == Some(name);
        let by_column = |relation: &&Relation| column.is_some_and(|id| relation.columns.contains(&id));
        let forward = schema.relations_from(table).filter(|one| is_name(&one.name) || by_column(one)).filter(to);
        let mut found: Vec<(&Relation, Direction)> = forward.map(|one| (one, Direction::Forward)).collect();
        if piece.target.is_none() {
            let backward = schema.relations_to(table).filter(|one| is_name(&one.reverse));
            found.extend(backward.map(|one| (one, Direction::Backward)));
        }
        let fault = || (piece.at.clone(), table, name.to_owned());
        match found.as_slice() {
            [] if column.is_none() => {
                let (at, table, name) = fault();
                Err(PathFault::NoColumn { at, table, name })
            }
            [] => {
                let (at, table, name) = fault();
                let all = schema.relations_from(table).filter(by_column);
                let readings: Vec<String> = all.map(|one| self.reading(one, Direction::Forward)).collect();
                Err(match &piece.target {
                    Some(target) if !readings.is_empty() => {
                        PathFault::NoTarget { at, table, name, target: target.clone(), readings }
                    }
                    _ => PathFault::NoKey { at, table, name },
                })
            }
            [(relation, direction)] => Ok(follow(relation, *direction)),
            several => {
                let readings = several.iter().map(|(relation, direction)| self.reading(relation, *direction));
                let (at, table, name) = fault();
                Err(PathFault::Ambiguous { at, table, name, readings: readings.collect() })
            }
        }
    }

    fn back(&self, table: TableId, other: &str, column: &str, piece: &Piece) -> Result<FoundStep, PathFault> {
        let schema = self.schema;
        let name = format!("<{other}.{column}>");
        let from = schema.find(other).and_then(|(id, found)| Some((id, found.find(column)?.0)));
        let fits = |one: &&Relation| from.is_some_and(|(id, column)| one.from == id && one.columns.contains(&column));
        let found: Vec<&Relation> = schema.relations_to(table).filter(fits).collect();
        match found.as_slice() {
            [] => Err(PathFault::NoWayBack { at: piece.at.clone(), table, name }),
            [only] => Ok(follow(only, Direction::Backward)),
            several => {
                let readings = several.iter().map(|relation| self.reading(relation, Direction::Backward));
                Err(PathFault::Ambiguous { at: piece.at.clone(), table, name, readings: readings.collect() })
            }
        }
    }

    /// A relation as a step that nothing else can be taken for.
    fn reading(&self, relation: &Relation, direction: Direction) -> String {
        let (from, to) = (self.schema.table(relation.from), self.schema.table(relation.to));
        let others = || {
            let alike = self.schema.relations_from(relation.from).filter(|one| one.to == relation.to);
            alike.filter(|one| !std::ptr::eq(*one, relation))
        };
        // One that is in no other relation between the two, where there is one.
        let own = relation.columns.iter().find(|id| !others().any(|one| one.columns.contains(id)));
        let column = own.or(relation.columns.first()).map_or("", |id| &*from.column(*id).name);
        match (direction, &relation.name, &relation.reverse) {
            (Direction::Forward, Some(name), _) => format!("`{name}` (to {})", to.name),
            (Direction::Forward, None, _) => format!("`{column}>{}`", to.name),
            (Direction::Backward, _, Some(name)) => format!("`{name}` (from {}.{column})", from.name),
            (Direction::Backward, _, None) => format!("`<{}.{column}>`", from.name),
        }
    }
}

fn follow(relation: &Relation, direction: Direction) -> FoundStep {
    let pairs = relation.columns.iter().copied().zip(relation.keys.iter().copied());
    let (pairs, table) = match direction {
        Direction::Forward => (pairs.collect(), relation.to),
        Direction::Backward => (pairs.map(|(column, key)| (key, column)).collect(), relation.from),
    };
    FoundStep { pairs, table, direction, when: relation.when.clone(), filter: None }
}
