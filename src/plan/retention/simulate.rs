//! What rules and duties would come to, month by month: how many rows' time ends, as the database is now.

use super::super::age::{self, Periods};
use super::super::kept::Kept;
use super::super::purge::{ByMonth, Goes, MonthCounts};
use super::super::{Basis, Counted};
use super::{Extent, OfEntry, entries, people};
use crate::diagnostic::Diagnostic;
use crate::program::{AtLeast, AtMost, Entry, Item, Relation, RetentionRule};
use crate::sql::{Expr, Select, Statement};

/// What a rule takes, by the moments as of which it does.
#[derive(Debug)]
pub enum Forecast {
    /// Entry by entry.
    Rows(Vec<ByMonth>),
    /// People whom a purge is asked for, or who are put into a status.
    People(MonthCounts),
}

/// Rows of an entry that a duty keeps no more.
#[derive(Debug)]
pub struct Released {
    pub item: String,
    pub table: String,
    pub counts: MonthCounts,
}

/// What a rule takes. The counts are of the database as of the last moment.
///
/// # Errors
/// The faults of the rule.
pub fn of_rule(
    basis: Basis<'_>,
    rule: &RetentionRule,
    at_most: &AtMost,
    moments: &[i64],
) -> Result<Forecast, Vec<Diagnostic>> {
    if !at_most.then.takes_rows() {
        let periods = Periods { period: &at_most.period, roles: &at_most.roles };
        let over = age::is_over_for(basis.program, rule, periods, &Expr::Now);
        return Ok(Forecast::People(MonthCounts::of(&people::now(basis, rule, at_most), &over, moments)));
    }
    let kept = Kept::of(basis, &Expr::Now);
    let of_entry = |one: &OfEntry<'_>| -> Result<ByMonth, Vec<Diagnostic>> {
        let over = one.aged.over(basis, rule, at_most, &Expr::Now);
        let goes = Goes { entry: &one.aged.entry, over, kept: &kept };
        let mut found = one.stage().by_month(basis, &goes, moments)?;
        if one.aged.may_be_fewer() {
            found.steps.iter_mut().for_each(|(step, _)| step.counted = Counted::AtMost);
        }
        Ok(found)
    };
    let all = entries(basis, rule, at_most, Extent::Unapproved);
    Ok(Forecast::Rows(all.iter().map(of_entry).collect::<Result<_, _>>()?))
}

/// What a duty keeps now and no more as of the moments, of which the first is now.
pub fn of_duty(basis: Basis<'_>, rule: &RetentionRule, at_least: &AtLeast, moments: &[i64]) -> Vec<Released> {
    let (Some(first), Some(last)) = (moments.first(), moments.last()) else { return Vec::new() };
    let of_entry = |item: &Item, entry: &Entry| {
        let about = age::is_about(basis, rule, &age::Others::default(), entry)?;
        let over = age::is_released(basis, (rule, at_least), (item, entry), &Expr::Now).expr;
        let condition = entry.condition.iter().map(|one| one.expr.clone());
        let asked = [about.expr, over.as_of(*last), over.as_of(*first).is_true().negated()];
        Some((Select::from(&entry.table.name, []).filter(Expr::all(condition.chain(asked))), over))
    };
    let mut found: Vec<(&Item, &Entry, Select, Expr)> = Vec::new();
    for item in rule.items.iter().filter_map(|id| basis.program.item(*id)) {
        for entry in item.entries.iter().chain(&item.unreviewed).filter(|one| one.relation != Relation::Access) {
            let Some((rows, over)) = of_entry(item, entry) else { continue };
            // A row that names several people is one row.
            if !found.iter().any(|(of, _, known, _)| of.name == item.name && *known == rows) {
                found.push((item, entry, rows, over));
            }
        }
    }
    let released = |(item, entry, rows, over): (&Item, &Entry, Select, Expr)| Released {
        item: item.name.clone(),
        table: entry.table.name.to_string(),
        counts: MonthCounts::of(&rows, &over, moments),
    };
    found.into_iter().map(released).collect()
}

/// All that is read and that no [preview](super::previews) of a rule reads; the statements are never run.
pub(in super::super) fn reads(basis: Basis<'_>) -> Vec<Statement> {
    let mut all = Vec::new();
    for rule in &basis.program.retention_rules {
        let released = rule.at_least.iter().flat_map(|at_least| of_duty(basis, rule, at_least, &[0, 1]));
        all.extend(released.flat_map(|one| one.counts.0).map(|some| Statement::Query(some.counts)));
    }
    all
}
