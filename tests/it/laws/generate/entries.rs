//! Entries: which rows are whose, and what happens to them.

use super::super::policy::{Action, Entry, KEY, Names, Outcome, Part, Path, Piece, Relation, Step, Way, World};
use super::super::random::Chance;
use super::super::table::{Kind, Table, Value};
use super::conditions::{condition, maybe};
use super::{literal, several};

pub fn entries(chance: &mut Chance, world: &World, sides: Vec<Entry>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = sides;
    let shared = world.shared.as_ref().map(|shared| shared.table);
    for at in (0..world.tables.len()).rev().filter(|at| Some(*at) != shared) {
        let mut found = paths(world, at, 0);
        let has_key = !world.tables[at].key.is_empty();
        found.retain(|path| has_key || path.steps.is_empty());
        let short = found.iter().filter(|path| path.steps.len() < 2).cloned().collect::<Vec<_>>();
        for _ in 0..=chance.below(3) {
            let from = if chance.in_100(50) { &short } else { &found };
            let Some(path) = chance.maybe(from) else { continue };
            let mut entry = entry(chance, world, at, path.clone());
            several::owners(chance, &mut entry, &short);
            several::outcomes(chance, world, &mut entry);
            entries.push(entry);
        }
        entries.extend(by_identifier(chance, world, at));
    }
    if let Some(settings) = &world.settings {
        for _ in 0..chance.below(3) {
            entries.push(of_settings(chance, settings));
        }
    }
    cover(chance, world, &mut entries);
    several::own_together(chance, world, &mut entries);
    several::referenced(chance, world, &mut entries);
    super::agree::agree(chance, &mut entries);
    // Some circles stay, for the compiler to find.
    if !chance.in_100(5) {
        without_circles(&mut entries);
    }
    entries
}

/// Tables whose rows have parts in other tables.
fn edges(parts: &[Part], parent: usize, all: &mut Vec<(usize, usize)>) {
    for part in parts {
        // Rows below rows of their own table are no circle of tables.
        all.extend((part.table != parent).then_some((parent, part.table)));
        edges(&part.parts, part.table, all);
    }
}

fn leads(all: &[(usize, usize)], from: usize, to: usize, depth: usize) -> bool {
    let next = |(parent, part): &(usize, usize)| *parent == from && (*part == to || leads(all, *part, to, depth + 1));
    depth < all.len() && all.iter().any(next)
}

/// No row belongs, over any parts that are declared anywhere, to a row of its own table.
fn without_circles(entries: &mut [Entry]) {
    let mut all = Vec::new();
    for entry in entries {
        let mut tried = all.clone();
        edges(&entry.parts, entry.table, &mut tried);
        tried.sort_unstable();
        tried.dedup();
        if tried.iter().any(|(parent, _)| leads(&tried, *parent, *parent, 0)) {
            entry.parts.clear();
        } else {
            all = tried;
        }
    }
}

/// Paths to a column that may hold the subject's key.
fn paths(world: &World, from: usize, depth: usize) -> Vec<Path> {
    if from == 0 && depth == 0 {
        return vec![Path::column(KEY)];
    }
    let mut found = Vec::new();
    if from == 0 {
        return vec![Path::column(KEY)];
    }
    for (at, column) in world.tables[from].columns.iter().enumerate() {
        if column.names_people {
            found.push(Path::column(at));
        }
    }
    if depth < 3 {
        for way in ways(world, from) {
            let step = Step { way, filter: None };
            for rest in paths(world, world.entered(from, &step), depth + 1) {
                let steps = std::iter::once(step.clone()).chain(rest.steps).collect();
                found.push(Path { steps, last: rest.last });
            }
        }
    }
    found.truncate(40);
    found
}

fn ways(world: &World, from: usize) -> Vec<Way> {
    let up = (0..world.tables[from].foreign.len()).map(|foreign| Way::Up { foreign });
    let down = world.tables.iter().enumerate().skip(1).flat_map(|(table, other)| {
        let all = other.foreign.iter().enumerate().filter(move |(_, foreign)| foreign.table == from);
        all.map(move |(foreign, _)| Way::Down { table, foreign })
    });
    up.chain(down).collect()
}

fn filtered(chance: &mut Chance, world: &World, from: usize, mut path: Path) -> Path {
    let mut at = from;
    for step in 0..path.steps.len() {
        at = world.entered(at, &path.steps[step]);
        if chance.in_100(15) {
            path.steps[step].filter = Some(condition(chance, &world.tables[at], &world.rows[at]));
        }
    }
    path
}

fn entry(chance: &mut Chance, world: &World, at: usize, path: Path) -> Entry {
    let table = &world.tables[at];
    let path = filtered(chance, world, at, path);
    let relation = match chance.below(10) {
        6 | 7 if at != 0 => Relation::Mention,
        8 if at != 0 => Relation::Access,
        _ => Relation::Owner,
    };
    let action = match relation {
        Relation::Access => None,
        Relation::Owner if (at != 0 || chance.in_100(15)) && chance.in_100(45) => Some(Action::Delete),
        _ => changed(chance, world, at, path.own()),
    };
    let purge: Vec<Outcome> = action.into_iter().map(|action| Outcome { condition: None, action }).collect();
    let stays = purge.iter().any(|outcome| outcome.action.changes() && outcome.action != Action::Delete);
    let export = match purge.as_slice() {
        [Outcome { action: Action::Empty(columns), .. }] if chance.in_100(70) => columns.clone(),
        _ => export(chance, table),
    };
    let parts =
        if relation == Relation::Owner && chance.in_100(25) { parts(chance, world, at, stays, 0) } else { Vec::new() };
    let condition = maybe(chance, 35, table, &world.rows[at]);
    Entry { relation, condition, export, purge, parts, ..Entry::of(at, path) }
}

/// Anything but a deletion.
pub fn changed(chance: &mut Chance, world: &World, at: usize, own: Option<usize>) -> Option<Action> {
    let table = &world.tables[at];
    let own = own.filter(|own| (at, *own) != (0, KEY) && !table.key.contains(own) && !table.columns[*own].unique);
    match chance.below(12) {
        0 => None,
        1 => Some(Action::Keep),
        2 | 3 if own.is_some_and(|own| can_be_nobody(world, table, own)) => Some(Action::Detach),
        4 | 5 if own.is_some() && world.placeholder.is_some() => Some(Action::Reassign(Vec::new())),
        6 | 7 => {
            let columns: Vec<usize> = (0..table.columns.len())
                .filter(|at| {
                    is_plain(table, *at)
                        && (!table.columns[*at].unique || !table.columns[*at].not_null)
                        && chance.in_100(50)
                })
                .filter(|at| !(table.columns[*at].not_null && table.columns[*at].kind == Kind::Boolean))
                .collect();
            if columns.is_empty() { Some(Action::Keep) } else { Some(Action::Empty(columns)) }
        }
        _ => Some(overwrite(chance, table)),
    }
}

fn can_be_nobody(world: &World, table: &Table, own: usize) -> bool {
    let column = &table.columns[own];
    let fits = |value: &Value| matches!((value, column.kind), (Value::Int(_), Kind::Integer) | (_, Kind::Text));
    !column.not_null || world.nobody.iter().any(fits)
}

/// A column that neither identifies the row nor refers to another.
fn is_plain(table: &Table, at: usize) -> bool {
    !table.key.contains(&at) && table.columns[at].generated.is_none() && !table.is_reference(at)
}

fn overwrite(chance: &mut Chance, table: &Table) -> Action {
    let mut set: Vec<(usize, Value)> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        if table.key.contains(&at) || column.generated.is_some() || chance.in_100(45) {
            continue;
        }
        let refers = table.is_reference(at);
        if !column.not_null && (column.unique || refers || at % 2 == 1 || chance.in_100(5)) {
            set.push((at, Value::Null));
        } else if refers {
            if chance.in_100(6) {
                set.push((at, literal(chance, column.kind)));
            }
        } else if column.loose {
            // Nobody's key: an owner that is written over belongs to no one.
            let value = if column.kind == Kind::Text { Value::text("gone") } else { Value::Int(-7) };
            set.push((at, value));
        } else if !column.unique {
            // Mostly the same for a column, so that entries agree.
            let usual = match column.kind {
                Kind::Text | Kind::Date | Kind::Timestamp => Value::text("x"),
                Kind::Integer => Value::Int(-9),
                Kind::Boolean => Value::Int(1),
            };
            set.push((at, if chance.in_100(6) { literal(chance, column.kind) } else { usual }));
        }
    }
    if set.is_empty() { Action::Keep } else { Action::Overwrite(set) }
}

fn export(chance: &mut Chance, table: &Table) -> Vec<usize> {
    (0..table.columns.len()).filter(|_| !chance.in_100(40)).collect()
}

/// Rows of other tables that belong to rows of this one.
pub fn parts(chance: &mut Chance, world: &World, parent: usize, stays: bool, depth: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut below = false;
    let mut children: Vec<Part> = links(world, parent).collect();
    // From a row there is one way down to rows of its own table.
    children.retain(|part| {
        part.table != parent || !world.tables[parent].key.is_empty() && !std::mem::replace(&mut below, true)
    });
    for part in children {
        if depth > 1 || !chance.in_100(40) {
            continue;
        }
        let table = &world.tables[part.table];
        let purge = match chance.below(5) {
            0 if stays => Some(Action::Delete),
            1 if stays => Some(overwrite(chance, table)),
            _ => None,
        };
        let condition = maybe(chance, 15, table, &world.rows[part.table]);
        let export = if chance.in_100(50) { export(chance, table) } else { Vec::new() };
        let mut inner =
            if table.key.is_empty() { Vec::new() } else { self::parts(chance, world, part.table, stays, depth + 1) };
        inner.retain(|one| part.table != parent || one.table != parent);
        let list =
            Some(format!("part {}", chance.below(1_000_000))).filter(|_| !export.is_empty() || !inner.is_empty());
        parts.push(Part { purge, condition, export, parts: inner, list, ..part });
    }
    parts
}

/// The parts that there could be: what refers to the row, by the schema or by the Site.
fn links(world: &World, parent: usize) -> impl Iterator<Item = Part> + '_ {
    let shared = world.shared.as_ref().map(|shared| shared.table);
    world.tables.iter().enumerate().skip(1).filter(move |(table, _)| Some(*table) != shared).flat_map(
        move |(table, other)| {
            let to_parent = other.foreign.iter().filter(move |foreign| {
                let kind = other.columns[foreign.columns[0]].kind;
                foreign.table == parent
                    && foreign.columns.len() == 1
                    && world.tables[parent].columns[foreign.target[0]].kind == kind
            });
            to_parent.map(move |foreign| Part {
                table,
                column: foreign.columns[0],
                of: foreign.target[0],
                condition: None,
                export: Vec::new(),
                purge: None,
                parts: Vec::new(),
                list: None,
            })
        },
    )
}

fn by_identifier(chance: &mut Chance, world: &World, at: usize) -> Option<Entry> {
    if at == 0 || world.tables[at].key.is_empty() || !chance.in_100(60) {
        return None;
    }
    let table = &world.tables[at];
    let columns: Vec<usize> =
        (0..table.columns.len()).filter(|at| is_plain(table, *at) && !table.columns[*at].loose).collect();
    let last = *chance.maybe(&columns)?;
    let kind = table.columns[last].kind;
    let known: Vec<usize> = (0..world.identifiers.len())
        .filter(|one| {
            let path = &world.identifiers[*one].path;
            let of = world.tables[world.end(0, path)].columns[path.last].kind;
            of == kind || (of, kind) == (Kind::Integer, Kind::Text)
        })
        .collect();
    let names = if kind == Kind::Text && chance.in_100(45) {
        Names::Template(template(chance, world))
    } else {
        Names::Identifier(*chance.maybe(&known)?)
    };
    let action = if chance.in_100(50) { Action::Delete } else { overwrite(chance, table) };
    Some(Entry {
        names,
        condition: maybe(chance, 20, table, &world.rows[at]),
        export: export(chance, table),
        purge: vec![Outcome { condition: None, action }],
        ..Entry::of(at, Path::column(last))
    })
}

fn template(chance: &mut Chance, world: &World) -> Vec<Piece> {
    let bytes: Vec<usize> = (0..world.identifiers.len()).filter(|at| !world.identifiers[*at].folds).collect();
    let one = match chance.maybe(&bytes) {
        Some(at) if chance.in_100(60) => Piece::Identifier(*at),
        _ => Piece::Key,
    };
    let text = |text: &str| Piece::Text(text.to_owned());
    match chance.below(5) {
        0 => vec![text("u:"), one, text(":"), Piece::Any],
        1 => vec![text("u:"), one],
        2 => vec![one, Piece::Any],
        3 => vec![Piece::Any, one, text("!")],
        _ => vec![text("u:"), one, text(":x")],
    }
}

fn of_settings(chance: &mut Chance, settings: &super::super::policy::Settings) -> Entry {
    let patterns: &[&[&str]] = &[&["theme"], &["sort_*"], &["*_1", "theme"], &["the*me"], &["a.*"]];
    let action = match chance.below(4) {
        0 => Action::Keep,
        1 => Action::Overwrite(vec![(settings.value, Value::text("x"))]),
        _ => Action::Delete,
    };
    Entry {
        settings: Some(chance.pick(patterns).iter().map(|one| (*one).to_owned()).collect()),
        export: vec![settings.name, settings.value],
        purge: vec![Outcome { condition: None, action }],
        ..Entry::of(settings.table, Path::column(settings.owner))
    }
}

/// For rows that refuse: the entry that a careful author would add.
fn cover(chance: &mut Chance, world: &World, entries: &mut Vec<Entry>) {
    let mut next = 0;
    while let Some(parent) = entries.get(next).cloned() {
        next += 1;
        if !parent.may_delete() || entries.len() > 12 {
            continue;
        }
        cover_rows(chance, world, &parent, (parent.table, &parent.parts, &Vec::new()), entries);
    }
}

/// Of rows that go: the entry's own, or parts at the end of these steps.
fn cover_rows(
    chance: &mut Chance,
    world: &World,
    parent: &Entry,
    (table, parts, steps): (usize, &[Part], &Vec<Step>),
    entries: &mut Vec<Entry>,
) {
    let shared = world.shared.as_ref().map(|shared| shared.table);
    for (child, other) in world.tables.iter().enumerate().skip(1).filter(|(child, _)| Some(*child) != shared) {
        for (at, foreign) in other.foreign.iter().enumerate().filter(|(_, foreign)| foreign.table == table) {
            let column = foreign.columns[0];
            let up = Step { way: Way::Up { foreign: at }, filter: None };
            let steps: Vec<Step> = std::iter::once(up.clone()).chain(steps.iter().cloned()).collect();
            if let Some(part) = parts.iter().find(|part| (part.table, part.column) == (child, column)) {
                cover_rows(chance, world, parent, (child, &part.parts, &steps), entries);
                continue;
            }
            let starts = |entry: &Entry| entry.path.steps.first() == Some(&up) || entry.path == Path::column(column);
            let taken = entries.iter().any(|entry| entry.table == child && starts(entry) && entry.changes());
            if taken || !foreign.declared || chance.in_100(5) || steps.len() + parent.path.steps.len() > 4 {
                continue;
            }
            let direct = table == 0 && foreign.target == [KEY];
            let path = if direct {
                Path::column(column)
            } else {
                Path {
                    steps: steps.into_iter().chain(parent.path.steps.iter().cloned()).collect(),
                    last: parent.path.last,
                }
            };
            let detach = !other.columns[column].not_null && chance.in_100(60);
            let action = if detach { Action::Overwrite(vec![(column, Value::Null)]) } else { Action::Delete };
            entries.push(Entry {
                names: parent.names.clone(),
                export: export(chance, other),
                purge: vec![Outcome { condition: None, action }],
                ..Entry::of(child, path)
            });
        }
    }
}
