//! Random edits of the example sites: what an edit does to the policy, and what is said of it.
//!
//! A name that is wrong is an error where it stands; an edit that means nothing leaves the digest as it was; every
//! other edit is an error or changes the digest; nothing panics.

mod edits;
mod sites;

use std::collections::BTreeMap;

use probate::Checked;
use rayon::prelude::*;

use crate::readers::presentable;
use edits::{Edit, Expected, OPERATORS, Operator};
use sites::{Random, Site};

/// Unless the environment asks for more.
const EDITS: usize = 500;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    ErrorThere,
    ErrorElsewhere,
    Unchanged,
    Changed,
}

/// What became of an edit; whatever is said can be shown.
fn outcome(site: &Site, edit: &Edit) -> (Outcome, String) {
    let checked: Checked = probate::check(&probate::reviewed(&site.with(edit)));
    let said = presentable(&checked);
    let found = checked.diagnostics();
    if found.has_errors() {
        let sources = &checked.project.sources;
        let is_there = |span: probate::source::Span| {
            let line = sources.position(span).line;
            sources.path(span.file) == edit.path && edit.lines.contains(&line)
        };
        let errors = found.iter().filter(|one| one.severity == probate::diagnostic::Severity::Error);
        let there = errors.filter_map(|one| one.span).any(is_there);
        return (if there { Outcome::ErrorThere } else { Outcome::ErrorElsewhere }, said);
    }
    let digest = checked.program.as_ref().expect("a program without errors").digest();
    (if digest == site.digest { Outcome::Unchanged } else { Outcome::Changed }, said)
}

#[test]
fn every_edit_of_an_example_is_an_error_where_it_was_made_or_changes_what_is_meant() {
    let asked = std::env::var("PROBATE_EDITS").ok().and_then(|edits| edits.parse().ok());
    let edits = asked.unwrap_or(EDITS).max(OPERATORS.len());
    let sites = Site::all();
    let mut random = Random(0x5eed);
    let made: Vec<(usize, &Site, Edit)> = (0..edits)
        .map(|number| number % OPERATORS.len())
        .map(|at| {
            let (site, edit) = edit(&OPERATORS[at], &sites, &mut random);
            (at, site, edit)
        })
        .collect();
    let tried = made.par_iter().map(|(at, site, edit)| {
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| outcome(site, edit)));
        tried.unwrap_or_else(|_| panic!("{}: {edit}: it panics", OPERATORS[*at].name))
    });
    let outcomes: Vec<(Outcome, String)> = tried.collect();
    let mut table: BTreeMap<usize, BTreeMap<Outcome, usize>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for ((at, _, edit), (outcome, said)) in made.iter().zip(outcomes) {
        let operator = &OPERATORS[*at];
        *table.entry(*at).or_default().entry(outcome).or_default() += 1;
        let right = match operator.expected {
            Expected::ErrorThere => outcome == Outcome::ErrorThere,
            Expected::Nothing => outcome == Outcome::Unchanged,
            Expected::Something => outcome != Outcome::Unchanged,
        };
        if !right {
            wrong.push((operator.expected, format!("{}: {edit}: {outcome:?}\n{said}", operator.name)));
        }
    }
    let count = |at: usize, outcome: Outcome| table.get(&at).and_then(|row| row.get(&outcome)).copied().unwrap_or(0);
    let all = [Outcome::ErrorThere, Outcome::ErrorElsewhere, Outcome::Changed, Outcome::Unchanged];
    eprintln!("{:38} {:>9} {:>9} {:>9} {:>9}", "edit", "error", "error", "another", "the same");
    eprintln!("{:38} {:>9} {:>9} {:>9} {:>9}", "", "there", "elsewhere", "digest", "digest");
    for (at, operator) in OPERATORS.iter().enumerate() {
        let [there, elsewhere, changed, unchanged] = all.map(|outcome| count(at, outcome));
        eprintln!("{:38} {there:>9} {elsewhere:>9} {changed:>9} {unchanged:>9}", operator.name);
    }
    for (_, what) in &wrong {
        eprintln!("\n{what}");
    }
    let names = OPERATORS.iter().enumerate().filter(|(_, one)| one.expected == Expected::ErrorThere);
    let tried: usize = names.map(|(at, _)| all.iter().map(|outcome| count(at, *outcome)).sum::<usize>()).sum();
    let missed = wrong.iter().filter(|(expected, _)| *expected == Expected::ErrorThere).count();
    assert!(missed * 20 <= tried, "{missed} of {tried} wrong names are not an error on their line");
    let others = wrong.iter().filter(|(expected, _)| *expected != Expected::ErrorThere).count();
    assert_eq!(others, 0, "edits that mean nothing change the digest, or others do not");
}

/// An edit of a site that has something to edit so.
fn edit<'s>(operator: &Operator, sites: &'s [Site], random: &mut Random) -> (&'s Site, Edit) {
    let first = usize::from(random.below(10) >= 8);
    for site in [&sites[first], &sites[1 - first]] {
        for _ in 0..20 {
            if let Some(edit) = (operator.edit)(site, random).filter(|edit| edit.changes(site)) {
                return (site, edit);
            }
        }
    }
    panic!("no site has anything for `{}`", operator.name);
}
