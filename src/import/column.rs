//! Which columns of a table say when something happened, by their names and types.

use crate::database::{Column, ColumnId, Table, flat};
use crate::sql::Family;

/// Names of columns that say when a row began.
const CREATED: &[&str] = &[
    "created",
    "timecreated",
    "createdat",
    "createdon",
    "createdtime",
    "createdate",
    "creationdate",
    "creationtime",
    "datecreated",
    "timeadded",
    "dateadded",
    "addedat",
    "added",
    "inserted",
    "insertedat",
    "registered",
    "registeredat",
    "timesent",
    "sentat",
    "postedat",
    "timestart",
];

/// Names of columns that say when a row was changed last.
const MODIFIED: &[&str] = &[
    "modified",
    "timemodified",
    "modifiedat",
    "modifiedon",
    "datemodified",
    "modificationdate",
    "lastmodified",
    "updated",
    "updatedat",
    "updatedon",
    "timeupdated",
    "dateupdated",
    "lastupdated",
    "lastupdate",
    "changed",
    "changedat",
    "timechanged",
];

/// How a whole number counts time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// It is a time by its type.
    Native,
    Seconds,
    Milliseconds,
}

/// A clock of a table: its name, its column and the unit.
#[derive(Debug)]
pub(super) struct Clock {
    pub name: &'static str,
    pub column: ColumnId,
    pub counts: Counts,
}

/// The first column for each clock that a table has. `texts`: times are kept as texts.
pub(super) fn clocks(table: &Table, texts: bool, taken: &[ColumnId]) -> Vec<Clock> {
    let find = |name: &'static str, known: &[&str]| {
        let fits = |id: &ColumnId| {
            let column = table.column(*id);
            !taken.contains(id)
                && known.contains(&flat(&column.name).trim_end_matches("ms"))
                && counts(column, texts).is_some()
        };
        let column = table.column_ids().find(fits)?;
        Some(Clock { name, column, counts: counts(table.column(column), texts)? })
    };
    [find("created", CREATED), find("modified", MODIFIED)].into_iter().flatten().collect()
}

fn counts(column: &Column, texts: bool) -> Option<Counts> {
    match column.family {
        Family::Date | Family::Timestamp => Some(Counts::Native),
        Family::Text => texts.then_some(Counts::Native),
        Family::Integer if flat(&column.name).ends_with("ms") => Some(Counts::Milliseconds),
        // A flag is no moment.
        Family::Integer if is_narrow(column) => None,
        Family::Integer => Some(Counts::Seconds),
        Family::Boolean | Family::Decimal | Family::Real | Family::Bytes | Family::Other => None,
    }
}

fn is_narrow(column: &Column) -> bool {
    let declared = column.declared.to_ascii_lowercase();
    ["tinyint", "smallint", "int2"].iter().any(|narrow| declared.starts_with(narrow))
}
