//! The levels that the Site gives to lints, and what it excepts.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::program::{Level, LintRule, Program};

/// Whether anything that the lint finds is said.
pub(super) fn is_heard(program: &Program, code: Code) -> bool {
    rule(program, code).is_none_or(|rule| rule.level != Some(Level::Allow))
}

fn rule(program: &Program, code: Code) -> Option<&LintRule> {
    program.site.lints.iter().find(|rule| rule.code == code)
}

/// The findings as the Site wants them, of whatever room; those that it silences are gone.
pub fn levelled(program: &Program, found: &mut Diagnostics, looked: Looked) {
    let mut needed: BTreeSet<(Code, String)> = BTreeSet::new();
    found.retain(|one| {
        let Some(rule) = Some(one.code).filter(|code| code.is_lint()).and_then(|code| rule(program, code)) else {
            return true;
        };
        if rule.except.iter().any(|excepted| excepted.about == one.about) {
            needed.insert((one.code, one.about.clone()));
            return false;
        }
        let severity = rule.level.map_or(Some(one.severity), Level::severity);
        one.severity = severity.unwrap_or(one.severity);
        severity.is_some()
    });
    if looked == Looked::Everywhere {
        found.extend(program.site.lints.iter().flat_map(|rule| needless(rule, &needed)));
    }
}

/// Whether the lints were asked at all: with errors in a policy they would say what follows from those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    Everywhere,
    NotYet,
}

fn needless(rule: &LintRule, needed: &BTreeSet<(Code, String)>) -> Vec<Diagnostic> {
    // A lint that is silenced as a whole was not asked.
    let asked = rule.except.iter().filter(|_| rule.level != Some(Level::Allow));
    let unneeded = asked.filter(|one| !needed.contains(&(rule.code, one.about.clone())));
    let found = unneeded.map(|one| {
        let title = format!("`{}` finds nothing about `{}`", rule.code.name(), one.about);
        Diagnostic::new(Code::NeedlessException, one.span, title)
            .label("excepted for nothing")
            .help("remove it, or write the name as the lint does")
    });
    found.collect()
}
