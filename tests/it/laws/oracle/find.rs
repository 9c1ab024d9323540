//! Whose rows are whose: paths followed row by row, and identifiers that belong to one person only.

use std::collections::{BTreeMap, BTreeSet};

use super::super::policy::{Entry, Identifier, KEY, Names, Path, Piece, Step, Way, World};
use super::super::table::{Kind, Value};
use super::super::write;
use super::glob::{self, Glob, Mark};
use super::{Row, State, is_person};

/// The key as a value of the column's type, by bytes.
pub fn same_key(column: &Value, kind: Kind, key: &Value) -> bool {
    match (kind, key) {
        (Kind::Text, Value::Int(key)) => *column == Value::Text(key.to_string()),
        _ => column == key && *key != Value::Null,
    }
}

/// The rows that a step enters from these.
pub fn enter<'s>(world: &World, state: &'s State, table: usize, rows: &[&Row], step: &Step) -> Vec<&'s Row> {
    let entered = world.entered(table, step);
    let refer = |child: &Row, of: usize, foreign: usize, parent: &Row| {
        let foreign = &world.tables[of].foreign[foreign];
        let mut pairs = foreign.columns.iter().zip(&foreign.target);
        foreign.when.as_ref().is_none_or(|when| when.eval(child) == Some(true))
            && pairs.all(|(from, to)| same_key(&child[*from], world.tables[of].columns[*from].kind, &parent[*to]))
    };
    let meets = |row: &&Row| match step.way {
        Way::Up { foreign } => rows.iter().any(|child| refer(child, table, foreign, row)),
        Way::Down { table, foreign } => rows.iter().any(|parent| refer(row, table, foreign, parent)),
    };
    let passes = |row: &&Row| step.filter.as_ref().is_none_or(|filter| filter.eval(row) == Some(true));
    state[entered].iter().filter(meets).filter(passes).collect()
}

/// The values in which a path from a row ends.
pub fn ends(world: &World, state: &State, table: usize, row: &Row, path: &Path) -> Vec<Value> {
    let mut at = table;
    let mut rows = vec![row];
    for step in &path.steps {
        rows = enter(world, state, at, &rows, step);
        at = world.entered(at, step);
    }
    rows.iter().map(|row| row[path.last].clone()).collect()
}

/// The type of the column in which a path ends.
pub fn kind_of(world: &World, table: usize, path: &Path) -> Kind {
    world.tables[world.end(table, path)].columns[path.last].kind
}

pub fn folded(value: &Value, identifier: &Identifier) -> Value {
    match value {
        Value::Text(text) if identifier.folds => Value::Text(text.to_ascii_lowercase()),
        other => other.clone(),
    }
}

/// What a row of the people bears; never NULL, '' or nobody's.
fn borne(world: &World, state: &State, at: usize, person: &Row) -> BTreeSet<Value> {
    let identifier = &world.identifiers[at];
    let found = ends(world, state, 0, person, &identifier.path);
    // What folds, folds everywhere alike: 'Nobody' is nobody's where 'nobody' is.
    let nobodys = |value: &Value| world.nobody.iter().any(|nobody| folded(nobody, identifier) == *value);
    let found = found.iter().filter(|value| is_person(world, value)).map(|value| folded(value, identifier));
    found.filter(|value| !nobodys(value)).collect()
}

fn written(value: &Value) -> String {
    match value {
        Value::Int(value) => value.to_string(),
        Value::Text(text) => text.clone(),
        other => panic!("no text: {other:?}"),
    }
}

/// The texts that a template means for a row of the people.
fn texts(world: &World, state: &State, pieces: &[Piece], person: &Row) -> Vec<Glob> {
    let mut texts = vec![Glob::new()];
    for piece in pieces {
        let means: Vec<Glob> = match piece {
            Piece::Any => vec![vec![Mark::Any]],
            Piece::Text(text) => vec![glob::literal(text)],
            Piece::Key if person[KEY] == Value::Null => Vec::new(),
            Piece::Key => vec![glob::literal(&written(&person[KEY]))],
            Piece::Identifier(at) => {
                borne(world, state, *at, person).iter().map(|value| glob::literal(&written(value))).collect()
            }
        };
        texts =
            texts.iter().flat_map(|before| means.iter().map(|one| [before.clone(), one.clone()].concat())).collect();
    }
    texts
}

/// The batch, and by which values its people are known.
pub struct Known<'w> {
    world: &'w World,
    state: &'w State,
    pub people: BTreeSet<Value>,
    values: BTreeMap<usize, BTreeSet<Value>>,
    texts: BTreeMap<String, Vec<Glob>>,
    /// Who bears a value that somebody outside bears too, and the names of such identifiers.
    pub shared: BTreeMap<Value, BTreeSet<String>>,
}

impl<'w> Known<'w> {
    pub fn new<'e>(
        world: &'w World,
        state: &'w State,
        people: &[Value],
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Self {
        let people: BTreeSet<Value> = people.iter().cloned().collect();
        let mut known =
            Self { world, state, people, values: BTreeMap::new(), texts: BTreeMap::new(), shared: BTreeMap::new() };
        for entry in entries {
            match &entry.names {
                Names::Key => {}
                Names::Identifier(at) => known.learn(*at),
                Names::Template(pieces) => known.learn_text(pieces),
            }
        }
        known
    }

    /// The people of the batch, and every other row of the people's table, be it nobody's.
    fn rows(&self) -> (Vec<&'w Row>, Vec<&'w Row>) {
        self.state[0].iter().partition(|row| self.people.contains(&row[KEY]))
    }

    fn learn(&mut self, at: usize) {
        let (inside, outside) = self.rows();
        let others: BTreeSet<Value> = outside.iter().flat_map(|row| borne(self.world, self.state, at, row)).collect();
        let mut values = BTreeSet::new();
        for person in inside {
            for value in borne(self.world, self.state, at, person) {
                if others.contains(&value) {
                    self.shared.entry(person[KEY].clone()).or_default().insert(format!("n{at}"));
                } else {
                    values.insert(value);
                }
            }
        }
        self.values.insert(at, values);
    }

    fn learn_text(&mut self, pieces: &[Piece]) {
        let (inside, outside) = self.rows();
        let others: Vec<Glob> = outside.iter().flat_map(|row| texts(self.world, self.state, pieces, row)).collect();
        let mut mine = Vec::new();
        for person in inside {
            for text in texts(self.world, self.state, pieces, person) {
                if others.iter().any(|other| glob::overlap(other, &text)) {
                    self.shared.entry(person[KEY].clone()).or_default().insert(write::template(pieces));
                } else {
                    mine.push(text);
                }
            }
        }
        self.texts.insert(write::template(pieces), mine);
    }

    fn is_theirs(&self, value: &Value, kind: Kind, names: &Names) -> bool {
        match names {
            Names::Key => self.people.iter().any(|person| same_key(value, kind, person)),
            Names::Identifier(at) => {
                let value = folded(value, &self.world.identifiers[*at]);
                self.values.get(at).into_iter().flatten().any(|known| same_key(&value, kind, known))
            }
            Names::Template(pieces) => match value {
                Value::Text(text) => {
                    let known = self.texts.get(&write::template(pieces)).into_iter().flatten();
                    known.into_iter().any(|known| glob::matches(known, text))
                }
                _ => false,
            },
        }
    }

    /// Whether the entry finds this row.
    pub fn selects(&self, entry: &Entry, row: &Row) -> bool {
        finds(self.world, self.state, entry, row, |value, kind| self.is_theirs(value, kind, &entry.names))
    }

    /// Whether the entry finds this row for this one of the batch.
    pub fn selects_for(&self, entry: &Entry, row: &Row, person: &Value) -> bool {
        self.selects(entry, row) && belongs(self.world, self.state, entry, row, person)
    }
}

/// Whether the row is somebody's by the entry, whoever else bears the same.
pub fn belongs(world: &World, state: &State, entry: &Entry, row: &Row, person: &Value) -> bool {
    let rows = || state[0].iter().filter(|row| row[KEY] == *person);
    finds(world, state, entry, row, |value, kind| match (&entry.names, value) {
        (Names::Key, _) => same_key(value, kind, person),
        (Names::Identifier(at), _) => {
            let value = folded(value, &world.identifiers[*at]);
            rows().any(|row| borne(world, state, *at, row).iter().any(|borne| same_key(&value, kind, borne)))
        }
        (Names::Template(pieces), Value::Text(text)) => {
            rows().any(|row| texts(world, state, pieces, row).iter().any(|glob| glob::matches(glob, text)))
        }
        (Names::Template(_), _) => false,
    })
}

fn finds(world: &World, state: &State, entry: &Entry, row: &Row, is_theirs: impl Fn(&Value, Kind) -> bool) -> bool {
    let names = |path: &Path| {
        let kind = kind_of(world, entry.table, path);
        let found = ends(world, state, entry.table, row, path);
        found.iter().any(|value| is_theirs(value, kind)) && refers(world, entry.table, path, row)
    };
    is_meant(world, state, entry, row) && entry.paths().any(names)
}

/// A column that refers to people under a condition names them only where it is true.
fn refers(world: &World, table: usize, path: &Path, row: &Row) -> bool {
    let foreign = path.own().and_then(|own| world.tables[table].refers(own));
    foreign.and_then(|foreign| foreign.when.as_ref()).is_none_or(|when| when.eval(row) == Some(true))
}

/// Whether the entry is about the row, whoever's it is; of settings, about those of certain names only.
pub fn is_meant(world: &World, state: &State, entry: &Entry, row: &Row) -> bool {
    let is_named = |patterns: &Vec<String>| {
        let settings = world.settings.as_ref().expect("settings are kept somewhere");
        match &row[settings.name] {
            Value::Text(name) => patterns.iter().any(|one| glob::matches(&glob::pattern(one), name)),
            _ => false,
        }
    };
    entry.condition.as_ref().is_none_or(|when| when.eval(row) == Some(true))
        && entry.settings.as_ref().is_none_or(is_named)
        && entry.looks.as_ref().is_none_or(|look| {
            let there = world.end(entry.table, &look.path);
            let nothing = vec![Value::Null; world.tables[there].columns.len()];
            let seen = enter(world, state, entry.table, &[row], &look.path.steps[0]);
            look.when.eval(seen.first().copied().unwrap_or(&nothing)) == Some(true)
        })
}
