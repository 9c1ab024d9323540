//! `candidates.sql`: for each rule by which rows go a view of how many there are whose time is over.
//!
//! WHY: in a file of its own, which nobody needs to run. A view on tables of the application may stand in the way of its
//! next migration, which `install.sql` never does.

use std::sync::Arc;

use super::super::age::Periods;
use super::super::kept::Kept;
use super::super::{Basis, age};
use super::aged::{self, Aged, Look, Referred};
use super::{free, rules};
use crate::program::{AtMost, RetentionRule, digest_of_bytes};
use crate::sql::{Expr, Family, Script, Select, Statement};

/// PostgreSQL cuts what is longer, which would make two names one.
const LONGEST: usize = 63;

/// The views; `None` where no rule takes rows.
pub fn candidates(basis: Basis<'_>) -> Option<Script> {
    let line = |text: &str| text.to_owned();
    let mut script = Script {
        header: vec![
            format!(
                "What is over by the retention rules of the site `{}`: a view for each rule.",
                basis.program.site.id
            ),
            line(
                "Run it only where such views are wanted, after install.sql, as the owner of the tables. They read tables of",
            ),
            line(
                "the application: some databases refuse to change those while a view stands on them, so drop them before.",
            ),
            line(
                "Columns: rule, item, table_name, row_count (without what a duty or a hold keeps), over_since (of rules that",
            ),
            line("count from a clock of the rows alone: the first day on which one of them was over)."),
            format!("Program {}", basis.digest),
        ],
        pieces: Vec::new(),
    };
    for (rule, at_most) in rules(basis).filter(|(_, at_most)| at_most.then.takes_rows()) {
        let Some(query) = counted(basis, rule, at_most) else { continue };
        let comment =
            format!("`{}` ({}): then {}", rule.id, basis.line(rule.span), at_most.then.written(basis.program));
        script.push(comment, Statement::CreateView { name: name(&rule.id), query });
    }
    (!script.pieces.is_empty()).then_some(script)
}

fn name(rule: &str) -> String {
    let name = format!("probate_candidates_{rule}");
    if name.len() <= LONGEST {
        return name;
    }
    let told_apart = digest_of_bytes(rule.as_bytes());
    let [start, end] =
        [(&name, LONGEST - 9), (&told_apart, 8)].map(|(text, most)| text.chars().take(most).collect::<String>());
    format!("{start}_{end}")
}

/// A row for each entry of the rule.
fn counted(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost) -> Option<Select> {
    let kept = Kept::of(basis, &Expr::Now);
    let entries = aged::of_rule(basis, rule);
    let mut rows = entries.iter().map(|entry| of_entry(basis, rule, at_most, (entry, &kept)));
    let mut all = rows.next()?;
    all.more = rows.collect();
    Some(all)
}

fn of_entry(basis: Basis<'_>, rule: &RetentionRule, at_most: &AtMost, (aged, kept): (&Aged<'_>, &Kept<'_>)) -> Select {
    let table = &aged.entry.table;
    let look = Look { now: &Expr::Now, referred: Referred::Taken, approved: None };
    let over = aged.due(basis, rule, at_most, &look).expr;
    let asked = Expr::all(std::iter::once(over).chain(free(basis, aged, kept)));
    let periods = Periods { period: &at_most.period, roles: &at_most.roles };
    let since = age::row_ended(basis.program, rule, periods, &aged.entry);
    let since = since.map_or_else(Expr::null, |since| Expr::Iso(Arc::new(Expr::Least(Arc::new(since)))));
    let columns = [
        (Expr::text(&rule.id), "rule"),
        (Expr::text(&aged.item.name), "item"),
        (Expr::text(&*table.name), "table_name"),
        (Expr::Count, "row_count"),
        (Expr::Cast(Arc::new(since), Family::Text), "over_since"),
    ];
    let columns = columns.map(|(value, name)| (value, Some(name.to_owned()))).to_vec();
    Select { columns, ..Select::from(&table.name, []).filter(asked) }
}
