//! The answer to a request that was partly refused (GDPR Article 12(4)): of each item what was kept, why, until when.

use std::sync::Arc;

use super::notice::as_text;
use super::tables::{BATCH, KEPT, REQUEST};
use crate::program::{Item, Program};
use crate::sql::{Expr, Family, Select, Time};

/// What tells one reason for an item from another.
const REASON: [&str; 3] = ["item", "kind", "because"];

/// A text with a line for each item and reason, such as `Exams: 1 (HE Act §12, 2031-03-01)`: how many rows of the person
/// the run at hand keeps, by which law or hold, and on which day the first of them may go. Rows that stay because others
/// need them have no reason of their own.
pub(super) fn kept(program: &Program, items: &[&Item], locale: &str, subject: Expr) -> Expr {
    let [line, same] = ["probate_line", "probate_same"].map(|name| program.schema.alias(name));
    let of = |name: &str| Expr::of(&line, name);
    let alike = |value: Expr| {
        let equal = ["run", "subject"].iter().chain(&REASON).map(|name| Expr::of(&same, name).equals(of(name)));
        Expr::scalar(Select::from(KEPT, [value]).alias(&same).filter(Expr::all(equal)))
    };
    let least = |name: &str| alike(Expr::Least(Arc::new(Expr::of(&same, name))));
    let rows = alike(Expr::Sum(Arc::new(Expr::of(&same, "kept"))));
    let day = Expr::Exported(Arc::new(Expr::Moment(Arc::new(least("ends")), Time::Date)), Family::Date);
    let day = Expr::Concat(vec![Expr::text(", "), as_text(day)]);
    let day = Expr::Else(Arc::new(day), Arc::new(Expr::text("")));
    let why = Expr::Concat(vec![Expr::text(" ("), why(program, locale, &of), day, Expr::text(")")]);
    let text = Expr::Concat(vec![
        title(program, items, locale, of("item")),
        Expr::text(": "),
        as_text(rows),
        Expr::Else(Arc::new(why), Arc::new(Expr::text(""))),
    ]);
    let asked = [of("run").equals(Expr::Run), of("subject").equals(subject), of("id").equals(least("id"))];
    let order = REASON.map(|name| Expr::ByBytes(Arc::new(of(name))));
    Expr::Lines(Arc::new(Select::from(KEPT, [text]).alias(&line).filter(Expr::all(asked)).order(order)))
}

fn title(program: &Program, items: &[&Item], locale: &str, item: Expr) -> Expr {
    let title = |one: &&Item| one.title.in_locale(locale, program.site.default_locale()).0.to_owned();
    let arms = items.iter().map(|one| (item.clone().equals(Expr::text(&one.name)), Expr::text(title(one))));
    let arms: Vec<(Expr, Expr)> = arms.collect();
    if arms.is_empty() { item } else { Expr::Case(arms, Arc::new(item)) }
}

/// The law of a duty, or the title of a hold; NULL of what others need.
fn why(program: &Program, locale: &str, of: &impl Fn(&str) -> Expr) -> Expr {
    let is = |kind: &str, id: &str| {
        Expr::all([("kind", kind), ("because", id)].map(|(name, is)| of(name).equals(Expr::text(is))))
    };
    let duties = program
        .retention_rules
        .iter()
        .filter_map(|rule| Some((is("duty", &rule.id), Expr::text(&rule.at_least.as_ref()?.duty.law))));
    let holds = program
        .legal_holds
        .iter()
        .map(|hold| (is("hold", &hold.id), Expr::text(hold.title.in_locale(locale, program.site.default_locale()).0)));
    let arms: Vec<(Expr, Expr)> = duties.chain(holds).collect();
    if arms.is_empty() { Expr::null() } else { Expr::Case(arms, Arc::new(Expr::null())) }
}

/// Of a subject of the batch the run at hand keeps other than the one before, by which the request was held already.
pub(super) fn is_news(program: &Program) -> Expr {
    let is_theirs = Expr::of(REQUEST, "id").equals(Expr::of(BATCH, "request"));
    let before = || Expr::scalar(Select::from(REQUEST, [Expr::of(REQUEST, "run")]).filter(is_theirs.clone()));
    Expr::any([only_in(program, Expr::Run, before()), only_in(program, before(), Expr::Run)])
}

/// A line of one run that another run has not.
fn only_in(program: &Program, run: Expr, other_run: Expr) -> Expr {
    let [one, other] = ["probate_line", "probate_same"].map(|name| program.schema.alias(name));
    let alike = ["subject", "table_name", "kept"].iter().chain(&REASON);
    let alike = alike.map(|name| Expr::of(&other, name).equals(Expr::of(&one, name)));
    let ends = Expr::of(&other, "ends").differs(Expr::of(&one, "ends")).negated();
    let there = [Expr::of(&other, "run").equals(other_run), ends].into_iter().chain(alike);
    let there = Select::from(KEPT, [Expr::integer(1)]).alias(&other).filter(Expr::all(there));
    let theirs = [
        Expr::of(&one, "run").equals(run),
        Expr::of(&one, "subject").equals(Expr::of(BATCH, "subject")),
        Expr::Exists(Arc::new(there)).negated(),
    ];
    Expr::Exists(Arc::new(Select::from(KEPT, [Expr::integer(1)]).alias(&one).filter(Expr::all(theirs))))
}
