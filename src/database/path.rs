//! Paths: from a row over its foreign keys to a column of another table.

use std::ops::Range;

use super::{ColumnId, Schema, TableId};

/// A path that every step of which exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPath {
    pub steps: Vec<FoundStep>,
    pub ends_in: TableId,
    pub last: ColumnId,
}

/// `column` of the table before refers to `key` of `table`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundStep {
    pub column: ColumnId,
    pub table: TableId,
    pub key: ColumnId,
}

/// Where a path breaks: the bytes of the step in the path's text, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathFault {
    /// The form belongs to the language but is not built.
    NotBuilt {
        at: Range<usize>,
    },
    Empty {
        at: Range<usize>,
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
    /// A key of several columns.
    CompositeKey {
        at: Range<usize>,
        table: TableId,
        name: String,
    },
}

/// Follows `text` (columns joined by dots) from `from`.
///
/// # Errors
/// The first step that does not exist.
pub fn path(schema: &Schema, from: TableId, text: &str) -> Result<FoundPath, PathFault> {
    if let Some(at) = text.find(['<', '[', '>', '{']) {
        return Err(PathFault::NotBuilt { at: at..text.len() });
    }
    let mut steps = Vec::new();
    let mut table = from;
    let mut at = 0;
    let mut rest = text;
    loop {
        let (name, after) = rest.split_once('.').map_or((rest, None), |(name, after)| (name, Some(after)));
        let here = at..at + name.len();
        if name.is_empty() {
            return Err(PathFault::Empty { at: here });
        }
        let Some((column, _)) = schema.table(table).find(name) else {
            return Err(PathFault::NoColumn { at: here, table, name: name.to_owned() });
        };
        let Some(after) = after else { return Ok(FoundPath { steps, ends_in: table, last: column }) };
        let fault = |kind: fn(Range<usize>, TableId, String) -> PathFault| kind(here.clone(), table, name.to_owned());
        let Some(key) = schema.table(table).foreign_key_of(column) else {
            let in_composite = schema.table(table).foreign_keys.iter().any(|key| key.columns.contains(&column));
            return Err(if in_composite {
                fault(|at, table, name| PathFault::CompositeKey { at, table, name })
            } else {
                fault(|at, table, name| PathFault::NoKey { at, table, name })
            });
        };
        let [to] = key.to.as_slice() else {
            return Err(fault(|at, table, name| PathFault::CompositeKey { at, table, name }));
        };
        steps.push(FoundStep { column, table: key.table, key: *to });
        table = key.table;
        at += name.len() + 1;
        rest = after;
    }
}
