//! A translation that did not change when its source did.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Policy, Program, Text, Version, VersionStatus};

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let default = program.site.default_locale();
    let several = program.policies.iter().filter(|policy| policy.versions.len() > 1);
    several.flat_map(|policy| of_policy(policy, default)).collect()
}

fn of_policy(policy: &Policy, default: &str) -> Vec<Diagnostic> {
    let versions = policy.versions.iter().enumerate();
    let current = versions.filter(|(_, version)| version.status != VersionStatus::Archived);
    let found = current.filter_map(|(at, version)| {
        let before = policy.versions.get(..at).unwrap_or_default();
        let stale: Vec<Stale> = texts(version)
            .into_iter()
            .flat_map(|(name, text)| {
                let history: Vec<&Text> = before.iter().rev().map_while(|one| texts(one).remove(&name)).collect();
                let locales = text.iter().map(|(locale, _)| locale).filter(|locale| *locale != default);
                let stale = locales.filter(|locale| is_stale(text, &history, locale, default));
                let stale: Vec<Stale> = stale.map(|locale| (name.clone(), locale.to_owned())).collect();
                stale
            })
            .collect();
        finding(policy, version, &stale)
    });
    found.collect()
}

/// The name of a text, and the locale in which it did not change.
type Stale = (String, String);

/// What people read of a version, by name.
fn texts(version: &Version) -> BTreeMap<String, &Text> {
    let mut all = BTreeMap::from([("text".to_owned(), &version.text)]);
    for one in &version.questions {
        let mut add = |key: &str, text| all.insert(format!("{key} of `{}`", one.id), text);
        add("text", &one.text);
        add("agree", &one.agree);
        add("decline", &one.decline);
        if let Some(declined) = &one.declined {
            add("declined", declined);
        }
    }
    all
}

/// Whether the translation was written, before it stayed the same, for another text than the one of now.
fn is_stale(text: &Text, history: &[&Text], locale: &str, default: &str) -> bool {
    let unchanged = history.iter().take_while(|before| same(before.get(locale), text.get(locale)));
    unchanged.last().is_some_and(|first| !same(first.get(default), text.get(default)))
}

/// Word for word.
fn same(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.split_whitespace().eq(other.split_whitespace()),
        _ => false,
    }
}

fn finding(policy: &Policy, version: &Version, stale: &[Stale]) -> Option<Diagnostic> {
    if stale.is_empty() {
        return None;
    }
    let title = format!("translations of version `{}` of `{}` are older than their source", version.version, policy.id);
    let named: Vec<String> = stale.iter().map(|(name, locale)| format!("{name} in {locale}")).collect();
    let found = Diagnostic::new(Code::StaleTranslation, version.span, title)
        .about(&policy.id)
        .label("the default text changed, and these did not")
        .note(format!("word for word as before: {}", named.join(", ")))
        .help("translate what changed");
    Some(found)
}
