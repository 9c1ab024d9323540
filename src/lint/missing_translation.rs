//! A text that is not there in every locale.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Declares, Item, Notice, Policy, Program, Text, Told, VersionStatus};
use crate::source::Span;

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let locales: Vec<&str> = program.site.locales.iter().skip(1).map(String::as_str).collect();
    if locales.is_empty() {
        return Vec::new();
    }
    documents(program).filter_map(|one| finding(&one, &locales)).collect()
}

/// A document or an item, with its texts and what each is called.
struct Document<'p> {
    about: &'p str,
    span: Span,
    texts: Vec<(String, &'p Text)>,
}

impl<'p> Document<'p> {
    fn new(about: &'p str, span: Span, title: &'p Text, description: Option<&'p Text>) -> Self {
        let texts = std::iter::once(("title".to_owned(), title));
        let texts = texts.chain(description.map(|text| ("description".to_owned(), text))).collect();
        Self { about, span, texts }
    }
}

fn documents(program: &Program) -> impl Iterator<Item = Document<'_>> {
    let purposes = program.purposes.iter();
    let purposes = purposes.map(|one| Document::new(&one.id, one.span, &one.title, one.description.as_ref()));
    let exports = program.export_types.iter();
    let exports = exports.map(|one| Document::new(&one.id, one.span, &one.title, one.description.as_ref()));
    let purges = program.purge_types.iter();
    let purges = purges.map(|one| Document::new(&one.id, one.span, &one.title, one.description.as_ref()));
    let components = program.components.iter().map(|one| {
        let mut document = Document::new(&one.id, one.span, &one.title, None);
        document.texts.extend(one.group.iter().map(|text| ("group".to_owned(), text)));
        document.texts.extend(one.declares.iter().flat_map(declared));
        document
    });
    let items = program.items.iter().map(item);
    let policies = program.policies.iter().map(policy);
    std::iter::once(site(program))
        .chain(purposes)
        .chain(exports)
        .chain(purges)
        .chain(components)
        .chain(items)
        .chain(policies)
        .chain(program.notices.iter().filter(|one| one.to != [Told::Controller]).map(notice))
}

fn site(program: &Program) -> Document<'_> {
    let site = &program.site;
    let mut document = Document::new(&site.id, site.span, &site.title, None);
    document.texts.extend(site.impersonal.iter().map(|(table, why)| (format!("impersonal {}", table.name), why)));
    document
}

fn item(item: &Item) -> Document<'_> {
    let mut document = Document::new(&item.name, item.span, &item.title, None);
    let mixed = item.all_entries().flat_map(|entry| &entry.mixed);
    document.texts.extend(mixed.map(|(column, why)| (format!("mixed {}", column.name), why)));
    document.texts.extend(item.declares.iter().flat_map(declared));
    document
}

fn declared(declares: &Declares) -> Vec<(String, &Text)> {
    let external = declares.external.iter().flat_map(|one| {
        let sends = one.sends.iter().map(|(name, text)| (format!("{} sends {name}", one.id), text));
        std::iter::once((format!("{} title", one.id), &one.title)).chain(sends)
    });
    external.chain(declares.nothing.iter().map(|text| ("nothing".to_owned(), text))).collect()
}

/// The controller reads the default locale.
fn notice(notice: &Notice) -> Document<'_> {
    let texts = vec![("subject".to_owned(), &notice.subject), ("body".to_owned(), &notice.body)];
    Document { about: &notice.id, span: notice.span, texts }
}

fn policy(policy: &Policy) -> Document<'_> {
    let mut document = Document::new(&policy.id, policy.span, &policy.title, None);
    for version in policy.versions.iter().filter(|one| one.status != VersionStatus::Archived) {
        let name = &version.version;
        document.texts.push((format!("text of version {name}"), &version.text));
        document.texts.extend(version.whats_new.iter().map(|text| (format!("whats_new of version {name}"), text)));
        for one in &version.questions {
            let all = [("text", Some(&one.text)), ("agree", Some(&one.agree)), ("decline", Some(&one.decline))];
            let all = all.into_iter().chain([("declined", one.declined.as_ref())]);
            let named = all.filter_map(|(key, text)| Some((format!("{key} of {} in version {name}", one.id), text?)));
            document.texts.extend(named);
        }
    }
    document
}

/// Enough to see what is meant.
const NAMED: usize = 4;

fn finding(document: &Document<'_>, locales: &[&str]) -> Option<Diagnostic> {
    // Texts that lack the same locales are named together.
    let mut lacking: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for (name, text) in &document.texts {
        let without: Vec<&str> = locales.iter().copied().filter(|locale| text.get(locale).is_none()).collect();
        if !without.is_empty() {
            lacking.entry(without).or_default().push(name);
        }
    }
    if lacking.is_empty() {
        return None;
    }
    let title = format!("`{}` is not translated into every locale of the Site", document.about);
    let mut found = Diagnostic::new(Code::MissingTranslation, document.span, title)
        .about(document.about)
        .label("people who read another language are shown the default one");
    for (locales, names) in lacking {
        let more = names.len().saturating_sub(NAMED);
        let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        found = found.note(format!("not in {}: {named}{more}", locales.join(", ")));
    }
    Some(found.help("write them beside the default: `{en: …, de: …}`"))
}
