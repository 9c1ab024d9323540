//! Where data lies, and who has which role there.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::policy::World;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// They lie in each other.
    Area,
    /// Each lies in an area.
    Venue,
}

/// Columns of areas and of venues, after their keys.
pub const AROUND: usize = 1;
pub const OPEN: usize = 2;

/// Columns of rooms, which say what a role's place is: an area or a venue, and which.
pub const LEVEL: usize = 1;
pub const INSTANCE: usize = 2;

/// Columns of the rows that say who has which role in which room.
pub const PERSON: usize = 1;
pub const ROLE: usize = 2;
pub const ROOM: usize = 3;

#[derive(Clone, Debug)]
pub struct Places {
    pub area: usize,
    pub venue: usize,
    pub room: usize,
    pub held: usize,
    /// The tables whose rows lie somewhere: by which column, and in what.
    pub of: BTreeMap<usize, (usize, Kind)>,
}

/// Only what lies in places that are open, or in those that are not.
#[derive(Clone, Debug)]
pub struct Within {
    pub kind: Kind,
    pub open: i64,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Venue => "venue",
        }
    }

    /// As rooms know it.
    pub fn level(self) -> i64 {
        match self {
            Self::Area => 1,
            Self::Venue => 2,
        }
    }
}

impl Places {
    pub fn table(&self, kind: Kind) -> usize {
        match kind {
            Kind::Area => self.area,
            Kind::Venue => self.venue,
        }
    }

    pub fn tables(&self) -> [usize; 4] {
        [self.area, self.venue, self.room, self.held]
    }

    /// Whether rows of a table may lie in such a place.
    pub fn may_lie(&self, table: usize, kind: Kind) -> bool {
        self.of.get(&table).is_some_and(|(_, in_one)| *in_one == kind || *in_one == Kind::Venue)
    }
}

impl World {
    fn name(&self, table: usize, column: usize) -> String {
        self.tables[table].columns[column].name.clone()
    }

    /// What the Site says of them.
    pub fn say_places(&self, site: &mut Json) {
        let Some(places) = &self.places else { return };
        for (kind, around) in [(Kind::Area, "parent"), (Kind::Venue, "in")] {
            let at = places.table(kind);
            let leads = self.name(at, AROUND);
            let leads = if kind == Kind::Area { json!(leads) } else { json!({Kind::Area.name(): leads}) };
            let mut place = json!({"table": self.tables[at].name, "key": self.name(at, 0), around: leads});
            let clocks: Map<String, Json> = Self::counted_from(&self.tables[at]);
            if !clocks.is_empty() {
                place["clocks"] = clocks.into();
            }
            site["contexts"][kind.name()] = place;
        }
        let room = self.name(places.held, ROOM);
        let means = format!("{}.{}", self.tables[places.room].name, self.name(places.room, INSTANCE));
        site["conventions"]["place"] = json!({room.clone(): means});
        site["roles"] = json!({
            "table": self.tables[places.held].name, "owner": self.name(places.held, PERSON),
            "name": self.name(places.held, ROLE), "place": room,
        });
    }

    /// `place:` of rows.
    pub fn place_of(&self, table: usize) -> Option<String> {
        let (column, _) = self.places.as_ref()?.of.get(&table)?;
        Some(self.name(table, *column))
    }

    pub fn within(&self, within: &Within) -> Json {
        let at = self.places.as_ref().expect("places").table(within.kind);
        json!({within.kind.name(): format!("{} = {}", self.name(at, OPEN), within.open)})
    }
}
