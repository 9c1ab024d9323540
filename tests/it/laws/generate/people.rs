//! What the Site says of people: how they are known, who is nobody, and in which status they are.

use super::super::condition::Cond;
use super::super::policy::{Identifier, KEY, LABEL, Path, Settings, Step, Way, World};
use super::super::random::Chance;
use super::super::table::{Collate, Column, Foreign, Kind, Table, Value};
use super::conditions::{condition, near};
use super::{literal, tables};

/// What is told before there are rows.
pub fn people(chance: &mut Chance, world: &mut World) {
    let kind = world.tables[0].columns[KEY].kind;
    if chance.in_100(60) {
        world.nobody.push(literal(chance, kind));
    }
    if chance.in_100(35) {
        world.placeholder = Some(Cond::Compare(LABEL, "=", Value::text("former")));
    }
    if chance.in_100(30) {
        settings(chance, world);
    }
    if chance.in_100(25) {
        super::several::shared(chance, world);
    }
    identifiers(chance, world);
}

fn identifiers(chance: &mut Chance, world: &mut World) {
    for at in LABEL + 1..world.tables[0].columns.len() {
        let column = &world.tables[0].columns[at];
        let is_plain = column.kind != Kind::Boolean && column.generated.is_none() && !column.loose;
        if is_plain && world.tables[0].refers(at).is_none() && chance.in_100(40) {
            let folds = column.kind == Kind::Text && chance.in_100(40);
            world.identifiers.push(Identifier { path: Path::column(at), folds });
        }
    }
    for table in 1..world.tables.len() {
        let foreign = world.tables[table].foreign.iter().position(|one| one.table == 0 && one.target == [KEY]);
        let last: Vec<usize> =
            world.tables[table].key.iter().copied().filter(|_| world.tables[table].key.len() == 1).collect();
        if let (Some(foreign), [last]) = (foreign, last.as_slice())
            && chance.in_100(12)
        {
            let steps = vec![Step { way: Way::Down { table, foreign }, filter: None }];
            world.identifiers.push(Identifier { path: Path { steps, last: *last }, folds: false });
        }
    }
    // Rows that name people by these.
    for at in 0..world.identifiers.len() {
        let end = world.end(0, &world.identifiers[at].path);
        let kind = world.tables[end].columns[world.identifiers[at].path.last].kind;
        let table = 1 + chance.below(world.tables.len() - 1);
        let is_strict = world.tables[table].suffix.contains("STRICT");
        let kind = if chance.in_100(20) && !is_strict { Kind::Text } else { kind };
        let column = tables::add(chance, &mut world.tables[table], kind);
        world.tables[table].columns[column].collate = Collate::Binary;
    }
    let table = 1 + chance.below(world.tables.len() - 1);
    if chance.in_100(35) {
        tables::add(chance, &mut world.tables[table], Kind::Text);
    }
}

fn settings(chance: &mut Chance, world: &mut World) {
    let column = |name: &str, kind: Kind, not_null: bool| Column { not_null, ..Column::plain(name, kind) };
    let people = &world.tables[0].columns[KEY];
    let owner = Column { names_people: true, ..column("who", people.kind, false) };
    let declared = chance.in_100(70);
    let table = Table {
        name: "setting".to_owned(),
        columns: vec![
            column("id", Kind::Integer, true),
            owner,
            column("name", Kind::Text, chance.in_100(50)),
            column("Value", Kind::Text, chance.in_100(50)),
        ],
        key: vec![0],
        foreign: vec![Foreign { columns: vec![1], table: 0, target: vec![KEY], action: "", declared, when: None }],
        suffix: "",
        timers: Vec::new(),
        dropped: false,
    };
    world.settings = Some(Settings { table: world.tables.len(), owner: 1, name: 2, value: 3 });
    world.tables.push(table);
}

/// What is told about rows that are there.
pub fn statuses(chance: &mut Chance, world: &mut World) {
    let rows = &world.rows[0];
    let people = &world.tables[0];
    let when = |chance: &mut Chance| {
        let at = 2 + chance.below(people.columns.len() - 2);
        if chance.in_100(50) || people.columns[at].loose {
            condition(chance, people, rows)
        } else {
            Cond::Compare(at, "=", near(chance, people, rows, at))
        }
    };
    let mut statuses = vec![("active".to_owned(), None), ("left".to_owned(), Some(when(chance)))];
    if chance.in_100(40) {
        statuses.push(("zone".to_owned(), Some(when(chance))));
    }
    let protected = if chance.in_100(25) { Some(condition(chance, people, rows)) } else { None };
    (world.statuses, world.protected) = (statuses, protected);
}
