//! What must happen, by the written semantics and by nothing else: a slow interpreter over rows in memory.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use super::model::{Collate, Cond, Entry, KEY, Kind, LABEL, Purge, Value, World};

/// All rows, table by table.
pub type State = Vec<Vec<Vec<Value>>>;

#[derive(Debug)]
pub enum Outcome {
    Done(State),
    /// As written; or nothing, loudly, because a row has no key (SQLite lets a TEXT key be NULL) by which to remember it.
    DoneOrRefused(State),
    /// Nothing may happen, and why.
    Blocked(String),
}

/// Whose key it is: not missing, not empty, not nobody's.
fn is_person(world: &World, key: &Value) -> bool {
    !matches!(key, Value::Null) && *key != Value::Text(String::new()) && !world.nobody.contains(key)
}

fn row_of<'s>(state: &'s State, subject: &Value) -> Option<&'s Vec<Value>> {
    state[0].iter().find(|row| row[KEY] == *subject)
}

/// In the status, and free to be purged. Somebody for whom any condition is unknown is in none.
pub fn is_due(world: &World, state: &State, status: usize, subject: &Value) -> bool {
    let Some(row) = row_of(state, subject).filter(|_| is_person(world, subject)) else { return false };
    let conditions: Vec<Option<Option<bool>>> =
        world.statuses.iter().map(|(_, condition)| condition.as_ref().map(|when| when.eval(row))).collect();
    if conditions.contains(&Some(None)) {
        return false;
    }
    let is_free = world.protected.as_ref().is_none_or(|protected| protected.eval(row) == Some(false));
    let in_status = match conditions[status] {
        Some(is) => is == Some(true),
        None => conditions.iter().flatten().all(|is| *is == Some(false)),
    };
    is_free && in_status
}

pub fn may_export(world: &World, state: &State, subject: &Value) -> bool {
    row_of(state, subject).is_some() && is_person(world, subject)
}

/// The key as a value of the column's type, by bytes.
fn same_key(column: &Value, kind: Kind, key: &Value) -> bool {
    match (kind, key) {
        (Kind::Text, Value::Int(key)) => *column == Value::Text(key.to_string()),
        _ => column == key && *key != Value::Null,
    }
}

/// Whether the row's owner, found over the path, is one of these people.
fn is_owned(world: &World, state: &State, entry: &Entry, row: &[Value], people: &BTreeSet<Value>) -> bool {
    let mut table = entry.table;
    let mut rows: Vec<&[Value]> = vec![row];
    let (last, steps) = entry.path.split_last().expect("a path is never empty");
    for step in steps {
        let column = &world.tables[table].columns[*step];
        let refers = column.refers.as_ref().expect("a step has a foreign key");
        rows = state[refers.table]
            .iter()
            .filter(|parent| rows.iter().any(|row| same_key(&row[*step], column.kind, &parent[refers.column])))
            .map(Vec::as_slice)
            .collect();
        table = refers.table;
    }
    let kind = world.tables[table].columns[*last].kind;
    rows.iter().any(|row| people.iter().any(|person| same_key(&row[*last], kind, person)))
}

fn selects(world: &World, state: &State, entry: &Entry, row: &[Value], people: &BTreeSet<Value>) -> bool {
    let condition = entry.condition.as_ref().is_none_or(|when: &Cond| when.eval(row) == Some(true));
    condition && is_owned(world, state, entry, row, people)
}

/// Whether the database takes the one value for a reference to the other.
fn refers_to(child: &Value, parent: &Value, kind: Kind, collate: Collate) -> bool {
    let child = match (kind, child) {
        (Kind::Text, Value::Int(value)) => Value::Text(value.to_string()),
        (Kind::Integer | Kind::Boolean, Value::Text(text)) => {
            text.trim_matches(' ').parse().map_or_else(|_| child.clone(), Value::Int)
        }
        _ => child.clone(),
    };
    match (child, parent, collate) {
        (Value::Null, _, _) | (_, Value::Null, _) => false,
        (Value::Text(one), Value::Text(other), Collate::NoCase) => one.eq_ignore_ascii_case(other),
        (Value::Text(one), Value::Text(other), Collate::RTrim) => {
            one.trim_end_matches(' ') == other.trim_end_matches(' ')
        }
        (child, parent, _) => child == *parent,
    }
}

/// Decides everything on this state, then applies it.
pub fn purge(world: &World, state: &State, purge_type: usize, batch: &[Value]) -> Outcome {
    let people: BTreeSet<Value> = batch.iter().cloned().collect();
    let (_, items) = &world.purge_types[purge_type];
    let mut unnamed = false;
    let mut gone: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut written: BTreeMap<(usize, usize), BTreeMap<usize, Value>> = BTreeMap::new();
    for entry in items.iter().flat_map(|item| &world.items[*item]) {
        for (at, row) in state[entry.table].iter().enumerate() {
            if !entry.purge.changes() || !selects(world, state, entry, row, &people) {
                continue;
            }
            unnamed |= world.tables[entry.table]
                .columns
                .iter()
                .zip(row)
                .any(|(column, value)| column.primary && *value == Value::Null);
            match &entry.purge {
                Purge::Delete => drop(gone.insert((entry.table, at))),
                Purge::Overwrite(set) => {
                    for (column, value) in set {
                        let before = written.entry((entry.table, at)).or_default().insert(*column, value.clone());
                        assert!(
                            before.is_none_or(|before| before == *value),
                            "two values for one column were accepted"
                        );
                    }
                }
                Purge::Nothing | Purge::Keep => {}
            }
        }
    }
    let mut after: Vec<Vec<Option<Vec<Value>>>> =
        state.iter().map(|rows| rows.iter().cloned().map(Some).collect()).collect();
    for ((table, at), set) in &written {
        let row = after[*table][*at].as_mut().expect("nothing is gone yet");
        for (column, value) in set {
            row[*column] = value.clone();
        }
        for (column, declared) in world.tables[*table].columns.iter().enumerate() {
            if let Some(source) = declared.generated {
                row[column] = Value::Int(i64::from(row[source] != Value::Null));
            }
        }
    }
    for (table, at) in &gone {
        after[*table][*at] = None;
    }
    if let Some(reason) = in_the_way(world, state, &after) {
        return Outcome::Blocked(reason);
    }
    let after = after.into_iter().map(|rows| rows.into_iter().flatten().collect()).collect();
    if unnamed { Outcome::DoneOrRefused(after) } else { Outcome::Done(after) }
}

/// A row that stays and refers to one that goes, or to a key that is written over; or a reference to nothing that
/// was not there before.
fn in_the_way(world: &World, before: &State, after: &[Vec<Option<Vec<Value>>>]) -> Option<String> {
    for (child, table) in world.tables.iter().enumerate() {
        for (at, column) in table.columns.iter().enumerate() {
            let Some(refers) = &column.refers else { continue };
            let parent = &world.tables[refers.table].columns[refers.column];
            let refer = |row: &[Value], key: &Value| refers_to(&row[at], key, parent.kind, parent.collate);
            for (number, row) in after[child].iter().enumerate() {
                let Some(row) = row.as_deref().filter(|row| row[at] != Value::Null) else { continue };
                let lost = before[refers.table].iter().zip(&after[refers.table]).any(|(was, is)| {
                    let stays = is.as_ref().is_some_and(|is| is[refers.column] == was[refers.column]);
                    !stays && refer(row, &was[refers.column])
                });
                let new = before[child][number][at] != row[at]
                    && !after[refers.table].iter().flatten().any(|other| refer(row, &other[refers.column]));
                if lost || new {
                    return Some(format!("{}.{} = {:?}", table.name, column.name, row[at]));
                }
            }
        }
    }
    None
}

/// The lines of an export, each row once with the columns of the entries that found it.
pub fn export(world: &World, state: &State, subject: &Value) -> Vec<Json> {
    let people: BTreeSet<Value> = std::iter::once(subject.clone()).collect();
    let mut lines = Vec::new();
    for item in &world.export_items {
        for (number, table) in world.tables.iter().enumerate() {
            for row in &state[number] {
                let mut columns: BTreeMap<usize, bool> = BTreeMap::new();
                let mut found = false;
                for entry in world.items[*item].iter().filter(|entry| entry.table == number) {
                    if entry.export.is_empty() || !selects(world, state, entry, row, &people) {
                        continue;
                    }
                    found = true;
                    for column in &entry.export {
                        let own = entry.path == [*column];
                        columns.entry(*column).and_modify(|before| *before |= own).or_insert(own);
                    }
                }
                if found {
                    let members: Map<String, Json> = columns
                        .iter()
                        .map(|(at, own)| {
                            (table.columns[*at].name.clone(), shown(world, state, number, *at, &row[*at], *own))
                        })
                        .collect();
                    lines.push(json!({"item": format!("c.i{item}"), "list": table.name, "row": members}));
                }
            }
        }
    }
    lines
}

/// Other people's keys appear as a label, never as data.
fn shown(world: &World, state: &State, table: usize, at: usize, value: &Value, own: bool) -> Json {
    let column = &world.tables[table].columns[at];
    match &column.refers {
        Some(refers) if refers.table == 0 && !own => {
            let parent = &world.tables[0].columns[refers.column];
            let person =
                state[0].iter().find(|row| refers_to(value, &row[refers.column], parent.kind, Collate::Binary));
            person.map_or(Json::Null, |row| plain(&row[LABEL], world.tables[0].columns[LABEL].kind))
        }
        _ if !own && names_people(world, table, at) => {
            let person = state[0].iter().find(|row| same_key(value, column.kind, &row[KEY]));
            person.map_or(Json::Null, |row| plain(&row[LABEL], world.tables[0].columns[LABEL].kind))
        }
        _ => plain(value, column.kind),
    }
}

/// Whether any entry says that this column holds people's keys, whatever the schema declares.
fn names_people(world: &World, table: usize, at: usize) -> bool {
    let names = |entry: &Entry| entry.table == table && entry.path == [at] && entry.condition.is_none();
    (table, at) != (0, KEY) && world.items.iter().flatten().any(names)
}

fn plain(value: &Value, kind: Kind) -> Json {
    match (value, kind) {
        (Value::Int(0), Kind::Boolean) => json!(false),
        (Value::Int(1), Kind::Boolean) => json!(true),
        (Value::Int(value), _) if value.unsigned_abs() > 9_007_199_254_740_991 => json!(value.to_string()),
        (value, _) => value.json(),
    }
}
