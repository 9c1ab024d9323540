//! Lists of parts that bear one name in one object: what several entries of an item say about the same row.

use std::sync::Arc;

use crate::sql::{Expr, From, Select};

/// One list of the rows of several, each of them where its entry has found the row. `None` where there is only one.
///
/// WHY: a member stands once in an object, so the first list would hide the others.
pub(super) fn together<'l>(lists: &[(&'l Expr, &'l Expr)], alias: &str) -> Option<Expr> {
    let of = |(found, list): &(&'l Expr, &'l Expr)| {
        let Expr::List(select) = list else { return None };
        Some(Select::clone(select).filter((*found).clone().is_true()))
    };
    let all: Vec<&Expr> = lists.iter().map(|(_, list)| *list).collect();
    let (first, others) = all.split_first()?;
    let lists: Vec<Select> = lists.iter().map(of).collect::<Option<_>>()?;
    if others.iter().all(|list| list == first) {
        return None;
    }
    Some(in_one_order(&lists, alias).unwrap_or(Expr::Lists(lists)))
}

/// Rows of one table can be sorted together; of several, one list comes after the other.
fn in_one_order(lists: &[Select], alias: &str) -> Option<Expr> {
    let first = lists.first()?;
    let alike = |list: &Select| {
        list.from == first.from && list.joins == first.joins && list.order == first.order && list.more.is_empty()
    };
    if !lists.iter().all(alike) {
        return None;
    }
    let numbers: Vec<Expr> = (0..).map(Expr::integer).take(lists.len()).collect();
    let is = |number: &Expr| Expr::of(alias, "column1").equals(number.clone());
    let rows: Vec<Expr> = lists.iter().filter_map(|list| Some(list.columns.first()?.0.clone())).collect();
    let mut arms: Vec<(Expr, Expr)> = numbers.iter().map(is).zip(rows).collect();
    let (_, last) = arms.pop()?;
    // What is asked in each is asked once, so that an index finds the rows.
    let asked: Vec<Vec<Expr>> = lists.iter().map(parts).collect();
    let (common, _): (Vec<Expr>, Vec<Expr>) =
        asked.first()?.iter().cloned().partition(|one| asked.iter().all(|parts| parts.contains(one)));
    let own = |(number, parts): (&Expr, &Vec<Expr>)| {
        let own = parts.iter().filter(|one| !common.contains(one)).cloned();
        Expr::all(std::iter::once(is(number)).chain(own))
    };
    let any = Expr::any(numbers.iter().zip(&asked).map(own));
    let numbers = numbers.iter().map(|number| vec![number.clone()]).collect();
    let mut joins = first.joins.clone();
    joins.push((From::Values { rows: numbers, alias: alias.to_owned() }, Expr::all([])));
    let order = first.order.iter().cloned().chain([Expr::of(alias, "column1")]).collect();
    let columns = vec![(Expr::Case(arms, Arc::new(last)), None)];
    let filter = Some(Expr::all(common.iter().cloned().chain([any])));
    Some(Expr::List(Arc::new(Select { columns, joins, filter, order, ..first.clone() })))
}

fn parts(list: &Select) -> Vec<Expr> {
    match &list.filter {
        Some(Expr::And(parts)) => parts.clone(),
        other => other.iter().cloned().collect(),
    }
}
