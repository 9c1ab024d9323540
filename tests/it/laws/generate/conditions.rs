//! Conditions, mostly about values that some row has.

use super::super::condition::Cond;
use super::super::random::Chance;
use super::super::table::{Kind, Table, Value};
use super::{TEXTS, literal};

/// A value that some row has there, or any other.
pub fn near(chance: &mut Chance, table: &Table, rows: &[Vec<Value>], at: usize) -> Value {
    let row = chance.below(rows.len());
    match rows.get(row).and_then(|row| row.get(at)) {
        Some(value) if *value != Value::Null && !chance.in_100(35) => value.clone(),
        _ => literal(chance, table.columns[at].kind),
    }
}

fn atom(chance: &mut Chance, table: &Table, rows: &[Vec<Value>]) -> Cond {
    let readable: Vec<usize> = (0..table.columns.len()).filter(|at| !table.columns[*at].loose).collect();
    let Some(at) = chance.maybe(&readable).copied() else { return Cond::IsNull(0) };
    let kind = table.columns[at].kind;
    let can_be_null = |at: usize| !table.columns[at].not_null && !table.key.contains(&at);
    match chance.below(8) {
        0 => Cond::Compare(at, "=", near(chance, table, rows, at)),
        1 => Cond::Compare(at, ["<>", "<", "<=", ">", ">="][chance.below(5)], near(chance, table, rows, at)),
        2 if can_be_null(at) => Cond::IsNull(at),
        3 => Cond::In(at, vec![near(chance, table, rows, at), near(chance, table, rows, at)]),
        4 if kind != Kind::Boolean => {
            // Between more and less is nothing, which the compiler refuses.
            let mut bounds = [near(chance, table, rows, at), near(chance, table, rows, at)];
            bounds.sort();
            let [low, high] = bounds;
            Cond::Between(at, low, high)
        }
        5 if kind == Kind::Text => Cond::StartsWith(at, (*chance.pick(TEXTS)).to_owned()),
        5 if kind == Kind::Boolean => Cond::Bare(at),
        6 => {
            let other = *chance.pick(&readable);
            match table.columns[other].kind == kind {
                true => Cond::Same(at, other),
                false if can_be_null(other) => Cond::IsNull(other),
                false => Cond::Compare(at, "=", near(chance, table, rows, at)),
            }
        }
        _ => Cond::Not(Box::new(Cond::Compare(at, "=", near(chance, table, rows, at)))),
    }
}

/// One that some row can meet: what no row can is an error of its own.
pub fn condition(chance: &mut Chance, table: &Table, rows: &[Vec<Value>]) -> Cond {
    for _ in 0..20 {
        let drawn = drawn(chance, table, rows);
        let made: Vec<Vec<Value>> = (0..20).map(|_| made(chance, table)).collect();
        if rows.iter().chain(&made).any(|row| drawn.eval(row) == Some(true)) {
            return drawn;
        }
    }
    let whole = |row: &&Vec<Value>| row.iter().any(|value| *value != Value::Null);
    let value =
        rows.iter().find(whole).and_then(|row| row.iter().enumerate().find(|(_, value)| **value != Value::Null));
    value.map_or(Cond::IsNull(0), |(at, value)| Cond::Compare(at, "=", value.clone()))
}

/// A row as the schema allows it, whatever refers to it.
fn made(chance: &mut Chance, table: &Table) -> Vec<Value> {
    let all = table.columns.iter().enumerate().map(|(at, column)| {
        let may_be_null = !column.not_null && !table.key.contains(&at);
        if may_be_null && chance.in_100(30) { Value::Null } else { literal(chance, column.kind) }
    });
    all.collect()
}

fn drawn(chance: &mut Chance, table: &Table, rows: &[Vec<Value>]) -> Cond {
    let first = atom(chance, table, rows);
    match chance.below(8) {
        5 => Cond::And(vec![first, atom(chance, table, rows)]),
        6 => Cond::Or(vec![first, atom(chance, table, rows)]),
        7 => Cond::Not(Box::new(Cond::Or(vec![
            first,
            Cond::And(vec![atom(chance, table, rows), atom(chance, table, rows)]),
        ]))),
        _ => first,
    }
}

pub fn maybe(chance: &mut Chance, percent: usize, table: &Table, rows: &[Vec<Value>]) -> Option<Cond> {
    if chance.in_100(percent) { Some(condition(chance, table, rows)) } else { None }
}
