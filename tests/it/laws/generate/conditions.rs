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

pub fn condition(chance: &mut Chance, table: &Table, rows: &[Vec<Value>]) -> Cond {
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
