//! Retention rules that meet: which comes first is said, or is an error; and a duty that a rule would break.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Item, ItemId, KeepFor, RetentionRule, Within, disjoint};

/// What of each pair of rules cannot be.
pub(super) fn collisions(rules: &[RetentionRule], items: &[Item]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, one) in rules.iter().enumerate() {
        for other in rules.iter().skip(at + 1) {
            found.extend(meeting(one, other, items));
        }
        for other in rules {
            found.extend(broken_duty(one, other, items));
        }
    }
    found
}

/// Two rules by which the same data in the same kind of place goes: one of them must come first.
fn meeting(one: &RetentionRule, other: &RetentionRule, items: &[Item]) -> Option<Diagnostic> {
    let (Some(first), Some(second)) = (&one.at_most, &other.at_most) else { return None };
    let item = common(one, other, items)?;
    if !meet(one.within.as_ref(), other.within.as_ref()) {
        return None;
    }
    let title = match (one.overrides.contains(&other.id), other.overrides.contains(&one.id)) {
        (false, false) => format!("two rules are about `{item}` in the same places"),
        (true, true) => "each of two rules comes before the other".to_owned(),
        (true, false) | (false, true) => return None,
    };
    Some(
        Diagnostic::new(Code::RulesMeet, second.span, title)
            .label(format!("by `{}`", other.id))
            .related(first.span, format!("by `{}`", one.id))
            .help(format!("say which counts: `overrides: {}` in the one that comes first", one.id))
            .help("or let them be about other items, or about places of another kind: a smaller place comes before a larger"),
    )
}

/// Data that goes while a duty says that it stays. The duty wins, so that the rule promises what never happens.
fn broken_duty(rule: &RetentionRule, duty: &RetentionRule, items: &[Item]) -> Option<Diagnostic> {
    let (at_most, at_least) = (rule.at_most.as_ref()?, duty.at_least.as_ref()?);
    let item = common(rule, duty, items)?;
    let everywhere = match (&duty.within, &rule.within) {
        (None, _) => true,
        (Some(duty), Some(rule)) => duty.context == rule.context && duty.condition == rule.condition,
        (Some(_), None) => false,
    };
    // By other clocks either may end first.
    if rule.after != duty.after || !everywhere || !is_shorter(&at_most.period, &at_least.period) {
        return None;
    }
    let title = format!("`{item}` goes by `{}` before the duty to keep it is over", rule.id);
    Some(
        Diagnostic::new(Code::BreaksDuty, at_most.span, title)
            .label("the duty wins, so that this never happens in time")
            .related(at_least.span, format!("kept by `{}`: {}", duty.id, at_least.duty.law))
            .help("let `at_most` be as long as the duty, or leave the item out of one of the two"),
    )
}

fn common<'i>(one: &RetentionRule, other: &RetentionRule, items: &'i [Item]) -> Option<&'i str> {
    let all: BTreeSet<ItemId> = one.items.iter().copied().collect();
    let id = other.items.iter().find(|id| all.contains(*id))?;
    items.get(id.0).map(|item| item.name.as_str())
}

/// Whether both may be about one place of the same kind.
fn meet(one: Option<&Within>, other: Option<&Within>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            one.context == other.context && !disjoint(one.condition.as_ref(), other.condition.as_ref())
        }
        (None, Some(_)) | (Some(_), None) => false,
    }
}

/// Whether one is over before the other on every day of the calendar.
fn is_shorter(one: &KeepFor, other: &KeepFor) -> bool {
    match (one, other) {
        (KeepFor::Unlimited, _) => false,
        (KeepFor::Period(_), KeepFor::Unlimited) => true,
        (KeepFor::Period(one), KeepFor::Period(other)) => {
            if one.months_in_all() == other.months_in_all() {
                return one.days < other.days;
            }
            // The longest months of the one, the shortest of the other.
            let longest = one.months_in_all() * 31 + one.days;
            let shortest = other.months_in_all() * 28 + other.days;
            longest < shortest || (one.days <= other.days && one.months_in_all() < other.months_in_all())
        }
    }
}
