//! Lists of parts that bear one name in one object: what several entries of an item say about the same row.

use crate::sql::{Expr, Select};

/// One list of the rows of several, each of them where its entry has found the row. `None` where there is only one.
///
/// WHY: a member stands once in an object, so the first list would hide the others.
pub(super) fn together<'l>(lists: &[(&'l Expr, &'l Expr)], alias: &str) -> Option<Expr> {
    let of = |(found, list): &(&'l Expr, &'l Expr)| {
        if let Expr::List(select) = list { Some((*found, &**select)) } else { None }
    };
    let lists: Vec<(&Expr, &Select)> = lists.iter().map(of).collect::<Option<_>>()?;
    let ((_, first), others) = lists.split_first()?;
    if others.iter().all(|(_, list)| list == first) {
        return None;
    }
    // Keys of one table can be sorted together; of several, one list comes after the other.
    let is_of_one = others.iter().all(|(_, list)| list.from == first.from && list.order == first.order);
    let keys = if is_of_one { first.order.len() } else { 0 };
    let named = |at: usize| format!("k{at}");
    let mut all = lists.iter().enumerate().map(|(position, (found, list))| {
        let rows = list.columns.iter().map(|(row, _)| (row.clone(), Some("v".to_owned())));
        let keys = list.order.iter().take(keys).zip(1..).map(|(key, at)| (key.clone(), Some(named(at))));
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        let columns = rows.chain(keys).chain([(Expr::integer(position), Some(named(0)))]).collect();
        Select { columns, order: Vec::new(), ..(*list).clone() }.filter((*found).clone().is_true())
    });
    let mut rows = all.next()?;
    rows.more = all.collect();
    let order = (1..=keys).chain([0]).map(|at| Expr::of(alias, named(at)));
    Some(Expr::List(Box::new(Select::values([Expr::of(alias, "v")]).query(rows, alias).order(order))))
}
