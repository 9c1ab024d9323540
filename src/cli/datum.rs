//! What decides about the rows of an item that one person has, as `why --subject` prints it.

use std::fmt::Write as _;

use crate::plan::Counted;
use crate::review::Why;
use crate::run::{DaysOfRows, KeptOfPerson, OfPerson, RowsOfPerson, RuleOfPerson, StepPlanned, TypeOfPerson};

/// In the order in which `why` tells it.
pub(super) fn text(why: &Why, person: &OfPerson) -> String {
    let mut out = format!("{}: {} ({})\n", why.item, why.title, why.at.0);
    let statuses = if person.statuses.is_empty() { "in no status".to_owned() } else { person.statuses.join(" and ") };
    let _ = writeln!(out, "this person is {statuses}");
    if person.is_protected {
        out.push_str("this person is protected: nothing of theirs is purged, whatever follows\n");
    }
    out.push_str("\nRows\n");
    for rows in &person.rows {
        let _ = writeln!(out, "  {} of `{}` ({})", many(rows.rows), rows.table, rows.at);
    }
    out.push_str("\nPurge\n");
    if person.purge_types.is_empty() {
        out.push_str("  no purge type that is on offer takes it\n");
    }
    person.purge_types.iter().for_each(|one| of_type(one, &mut out));
    out.push_str("\nRetention\n");
    let before = out.len();
    person.rows.iter().for_each(|rows| retention(rows, &mut out));
    if out.len() == before {
        out.push_str("  no hold, no duty and no rule says anything of these rows\n");
    }
    out.push_str("\nReview\n");
    let new = person.rows.iter().filter(|rows| rows.is_new);
    for rows in new.clone() {
        let _ = writeln!(
            out,
            "  new: {} of `{}` ({}) left alone until `probate lock`",
            many(rows.rows),
            rows.table,
            rows.at
        );
    }
    if new.count() == 0 {
        out.push_str("  reviewed\n");
    }
    out
}

fn many(rows: u64) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") }
}

fn of_type(one: &TypeOfPerson, out: &mut String) {
    if !one.could_be_now {
        let _ = writeln!(out, "  {}: not now, it is for somebody who is {}", one.id, one.status);
        return;
    }
    if one.asks_for_place {
        let _ = writeln!(out, "  {}: of the place that a request names: `plan --subject KEY --place KEY`", one.id);
        return;
    }
    if one.steps.is_empty() {
        let _ = writeln!(out, "  {}: nothing is left to do", one.id);
    }
    for StepPlanned { step, rows } in &one.steps {
        let unsure = if step.counted == Counted::Exactly { "" } else { "at most " };
        let because = step.reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
        let _ = writeln!(out, "  {}: {} {unsure}{} of `{}`{because}", one.id, step.action, many(*rows), step.table);
    }
}

fn retention(rows: &RowsOfPerson, out: &mut String) {
    let table = &rows.table;
    for KeptOfPerson { by, id, rows, until, days } in &rows.kept {
        let until = match until {
            Some(until) => format!(" until {until}"),
            None if *by == "hold" => " until it is lifted".to_owned(),
            None => said(days, *rows, "may go"),
        };
        let _ = writeln!(out, "  {by} {id}: keeps {} of `{table}`{until}", many(*rows));
    }
    if rows.needed > 0 {
        let _ = writeln!(out, "  {} of `{table}` stay because rows that stay need them", many(rows.needed));
    }
    rows.rules.iter().for_each(|one| of_rule(table, one, out));
}

fn of_rule(table: &str, one: &RuleOfPerson, out: &mut String) {
    let RuleOfPerson { id, then, is_new, over, due, not_over, days } = one;
    let _ = write!(out, "  at_most {id}: the time of {} of `{table}` is over", many(*over));
    if *is_new {
        out.push_str("; new: it ends nothing until `probate lock`");
    } else if *over > 0 {
        let _ = write!(out, ", {due} due now, then {then}");
    }
    if *not_over > 0 {
        let _ = write!(out, "; not of {}{}", many(*not_over), said(days, *not_over, "is over"));
    }
    out.push('\n');
}

/// On which days so many rows do so.
fn said(days: &DaysOfRows, rows: u64, does: &str) -> String {
    let never = days.never.filter(|never| *never > 0);
    let mut said = match (&days.first, &days.last) {
        (Some(first), Some(last)) if first == last && never.is_none() => {
            let which = if rows == 1 { "it" } else { "each" };
            format!("; {which} {does} on {first}")
        }
        (Some(first), Some(last)) if first == last => format!("; one {does} on {first}"),
        (Some(first), Some(last)) => format!("; the first {does} on {first}, the last on {last}"),
        _ => return "; no day is known".to_owned(),
    };
    if let Some(never) = never {
        let _ = write!(said, ", {never} never, because a clock has not begun");
    }
    said
}
