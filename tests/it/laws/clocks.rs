//! Columns that say when something happened, and where a policy says so.

use serde_json::{Map, Value as Json, json};

use super::policy::{Entry, World};
use super::table::{self, Kind};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Seconds,
    Milliseconds,
}

impl Unit {
    pub fn name(self) -> &'static str {
        match self {
            Self::Seconds => "unix",
            Self::Milliseconds => "unix_ms",
        }
    }

    pub fn in_a_second(self) -> i64 {
        match self {
            Self::Seconds => 1,
            Self::Milliseconds => 1000,
        }
    }
}

/// Who says that a column is a clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// The first entry of rows of the table.
    Entry,
    /// The subject, or a context of the Site.
    Site,
}

#[derive(Clone, Debug)]
pub struct Clock {
    pub table: usize,
    pub column: usize,
    pub unit: Unit,
    pub by: By,
}

/// How columns of these names read where nothing else is written: of each list the first that a table has.
#[derive(Clone, Debug)]
pub struct Convention {
    pub lists: Vec<Vec<String>>,
    pub unit: Unit,
}

impl World {
    /// The unit of a column that says when something happened.
    pub fn unit(&self, table: usize, column: usize) -> Option<(Unit, &'static str)> {
        let written = self.clocks.iter().find(|one| (one.table, one.column) == (table, column) && self.is_said(one));
        let by = |one: &Clock| (one.unit, if one.by == By::Site { "a clock of the Site" } else { "a clock of rows" });
        let counted = self.tables[table].timers.iter().find(|one| one.column == column);
        let counted = counted.and_then(|one| match one.unit {
            table::Unit::Seconds => Some((Unit::Seconds, "a clock of rows")),
            table::Unit::Milliseconds => Some((Unit::Milliseconds, "a clock of rows")),
            table::Unit::Native => None,
        });
        written.map(by).or(counted).or_else(|| {
            let convention = self.convention.as_ref()?;
            let has = |name: &String| {
                self.tables[table].kept().find(|(_, one)| one.name.eq_ignore_ascii_case(name)).map(|(at, _)| at)
            };
            let is_first = |list: &Vec<String>| list.iter().find_map(has) == Some(column);
            let is_number = self.tables[table].columns[column].kind == Kind::Integer;
            let found = is_number && convention.lists.iter().any(is_first);
            found.then_some((convention.unit, "a clock by convention"))
        })
    }

    /// Whether there is a place that says so.
    fn is_said(&self, clock: &Clock) -> bool {
        let table = &self.tables[clock.table];
        !table.dropped
            && !table.columns[clock.column].dropped
            && (clock.by == By::Site || self.speaker(clock.table).is_some())
    }

    fn speaker(&self, table: usize) -> Option<&Entry> {
        let speaks = |entry: &&Entry| entry.table == table && entry.settings.is_none() && entry.side().is_none();
        self.entries().find(speaks)
    }

    /// `clocks:` of an entry; empty where another one says it.
    pub fn clocks_of(&self, entry: &Entry) -> Map<String, Json> {
        if self.speaker(entry.table).is_some_and(|speaker| std::ptr::eq(speaker, entry)) {
            self.clocks_by(By::Entry, entry.table)
        } else {
            Map::new()
        }
    }

    pub fn clocks_by(&self, by: By, table: usize) -> Map<String, Json> {
        let said = self.clocks.iter().filter(|one| one.by == by && one.table == table && self.is_said(one));
        let one = |clock: &Clock| {
            let column = &self.tables[table].columns[clock.column];
            (format!("c{}", clock.column), json!({"column": column.name, "unit": clock.unit.name()}))
        };
        said.map(one).collect()
    }

    /// The tables other than the people's of which the Site has clocks, as places.
    pub fn places(&self) -> Map<String, Json> {
        let tables = self.tables.iter().enumerate().skip(1);
        let places = tables.filter_map(|(at, table)| {
            let clocks = self.clocks_by(By::Site, at);
            let (_, key) = table.kept().next().filter(|_| !clocks.is_empty())?;
            Some((format!("place{at}"), json!({"table": table.name, "key": key.name, "clocks": clocks})))
        });
        places.collect()
    }

    pub fn conventions(&self) -> Option<Json> {
        let convention = self.convention.as_ref()?;
        let lists = convention.lists.iter().enumerate();
        let mut clocks: Map<String, Json> = lists.map(|(at, list)| (format!("n{at}"), json!(list))).collect();
        clocks.insert("unit".to_owned(), json!(convention.unit.name()));
        Some(json!({"clocks": clocks}))
    }
}
