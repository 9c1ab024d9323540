//! What somebody must have reviewed of retention rules and legal holds, as lines of the lock.

use super::decisions::{Decided, Origin, decided};
use super::{ItemId, LegalHold, Moment, Program, RetentionRule, decisive, reviewable};
use crate::lock::{Domain, word};

pub(super) fn decisions(program: &Program) -> Vec<Decided> {
    let mut all = Vec::new();
    for (at, one) in program.retention_rules.iter().enumerate() {
        let about = format!("rule {}", one.id);
        all.push(decided(Domain::Retention, &about, rule(program, one), Origin::Rule(at)));
        let (taken, out) = (one.items.iter().map(|id| (id, "in")), one.excluded.iter().map(|id| (id, "out")));
        all.extend(items(program, &about, taken.chain(out), |id| Origin::Rules(at, id)));
    }
    for (at, one) in program.legal_holds.iter().enumerate() {
        let about = format!("hold {}", one.id);
        all.push(decided(Domain::Retention, &about, hold(one), Origin::Hold(at)));
        let (taken, out) = (one.items.iter().map(|id| (id, "in")), one.excluded.iter().map(|id| (id, "out")));
        all.extend(items(program, &about, taken.chain(out), |id| Origin::Holds(at, id)));
    }
    all
}

fn items<'i>(
    program: &Program,
    about: &str,
    items: impl Iterator<Item = (&'i ItemId, &'static str)>,
    origin: impl Fn(ItemId) -> Origin,
) -> Vec<Decided> {
    let one = |(id, says): (&ItemId, &'static str)| {
        let item = program.item(*id)?;
        Some(decided(Domain::Retention, format!("{about} {}", item.name), says, origin(*id)))
    };
    items.filter_map(one).collect()
}

/// `at_most P3Y after course.end, then purge; …`
fn rule(program: &Program, one: &RetentionRule) -> String {
    let mut says = Vec::new();
    let then = one.at_most.as_ref().map(|at_most| at_most.then.written(program));
    let roles = |roles: &[super::RolePeriod]| {
        roles.iter().map(|role| format!(" {} {}", word(&role.role), role.period.written())).collect::<String>()
    };
    if let Some(at_most) = &one.at_most {
        says.push(format!("at_most {}{}", at_most.period.written(), roles(&at_most.roles)));
    }
    if let Some(at_least) = &one.at_least {
        let duty = format!("duty {} {}", word(&at_least.duty.law), at_least.duty.ground);
        says.push(format!("at_least {}{} {duty}", at_least.period.written(), roles(&at_least.roles)));
    }
    says.push(format!("after {}", one.after.iter().map(Moment::written).collect::<Vec<_>>().join(" ")));
    if let Some(within) = &one.within {
        let which = within.condition.as_ref().map_or_else(String::new, |one| reviewable::expr(&one.expr));
        says.push(format!("within {} {which}", word(&within.context)));
    }
    if !one.overrides.is_empty() {
        says.push(format!("overrides {}", one.overrides.join(" ")));
    }
    says.extend(then.iter().map(|then| format!("then {then}")));
    let at_most = one.at_most.as_ref().map(|one| (&one.period, &one.roles));
    let digest = decisive::other(&(&one.within, &one.overrides, &one.after, at_most, &one.at_least, then));
    format!("{}; {digest}", says.join(", "))
}

fn hold(one: &LegalHold) -> String {
    one.until.as_ref().map_or_else(|| "until it is lifted".to_owned(), |day| format!("until {day}"))
}
