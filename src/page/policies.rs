//! `consent/<locale>/index.html`: the policies that are published now.

use serde::Serialize;

use super::edition::{Current, Edition, facts};
use super::locale::Locale;
use super::text::{Part, Phrase};
use super::{Page, PageError, path};

#[derive(Serialize)]
struct Policies {
    lead: Phrase,
    policies: Vec<Entry>,
    /// The address of the form, where anything is asked.
    form: Option<String>,
}

#[derive(Serialize)]
struct Entry {
    title: Phrase,
    href: String,
    facts: Vec<Phrase>,
    whats_new: Option<Phrase>,
}

pub(super) fn render(edition: &Edition<'_>, locale: &Locale<'_>) -> Result<Page, PageError> {
    let at = path::policies(locale.tag);
    let entries = edition.current.iter().map(|current| entry(locale, current, &at));
    let controller = Part::value(&edition.program.site.controller.name);
    let page = Policies {
        lead: locale.say("policies_lead", &[("controller", controller)])?,
        policies: entries.collect::<Result<_, _>>()?,
        form: edition.asking().next().map(|_| path::relative(&at, &path::form(locale.tag))),
    };
    let frame = edition.frame(locale, &locale.say("policies", &[])?, &at, path::policies);
    edition.print(at, "policies.html", locale, frame, page)
}

fn entry(locale: &Locale<'_>, current: &Current<'_>, from: &str) -> Result<Entry, PageError> {
    let at = path::version(locale.tag, &current.policy.id, &current.version.version);
    Ok(Entry {
        title: locale.text(&current.policy.title),
        href: path::relative(from, &at),
        facts: facts(locale, current)?,
        whats_new: current.version.whats_new.as_ref().map(|text| locale.text(text)),
    })
}
