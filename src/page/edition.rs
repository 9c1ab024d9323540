//! What the pages of one run share: the published versions, and the frame around every page.

use std::collections::BTreeMap;

use serde::Serialize;

use super::locale::{Catalogues, Locale, dir};
use super::template::Templates;
use super::text::{Part, Phrase, clean, href};
use super::{CSP, Page, PageError, content_digest, path};
use crate::program::{Audience, Policy, PolicyKind, Program, Version};

/// A policy with its published version.
pub(super) struct Current<'p> {
    pub policy: &'p Policy,
    pub version: &'p Version,
    /// See [`content_digest`].
    pub digest: String,
}

/// The program as it is printed now.
pub(super) struct Edition<'p> {
    pub program: &'p Program,
    /// In the order of the program's policies.
    pub current: Vec<Current<'p>>,
    catalogues: &'p Catalogues,
    templates: &'p Templates,
    style: &'p str,
}

/// What `frame.html` shows around a page.
#[derive(Serialize)]
pub(super) struct Frame {
    lang: String,
    dir: &'static str,
    csp: String,
    style: String,
    title: String,
    /// The language of the title, where it is not the page's.
    title_lang: Option<String>,
    site: Phrase,
    /// The address of the page that lists the policies; none on pages without one language.
    home: Option<String>,
    languages: Vec<Language>,
    controller: String,
    contact: String,
    contact_href: Option<String>,
}

/// A link to the same page in another language, by the name that the language gives itself.
#[derive(Serialize)]
pub(super) struct Language {
    pub name: String,
    pub lang: String,
    pub dir: &'static str,
    /// Absent: the page's own language.
    pub href: Option<String>,
}

#[derive(Serialize)]
struct Sheet<'l, B: Serialize> {
    frame: Frame,
    t: BTreeMap<&'l str, Phrase>,
    page: B,
}

#[derive(Serialize)]
struct Piece<'l, B: Serialize> {
    t: BTreeMap<&'l str, Phrase>,
    page: B,
}

/// A browser takes no file on a disk for `'self'`.
const ARCHIVE_CSP: &str = "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'";

impl<'p> Edition<'p> {
    pub fn new(program: &'p Program, catalogues: &'p Catalogues, templates: &'p Templates, style: &'p str) -> Self {
        let current = program.policies.iter().filter_map(|policy| {
            let version = policy.published()?;
            Some(Current { policy, version, digest: content_digest(program, policy, version) })
        });
        Self { program, current: current.collect(), catalogues, templates, style }
    }

    /// Without the policies: for pages that are not about them.
    pub fn plain(program: &'p Program, catalogues: &'p Catalogues, templates: &'p Templates, style: &'p str) -> Self {
        Self { program, current: Vec::new(), catalogues, templates, style }
    }

    pub fn locale(&self, tag: &'p str) -> Locale<'p> {
        Locale::new(self.catalogues, tag, self.program.site.default_locale())
    }

    /// The published versions that ask something.
    pub fn asking(&self) -> impl Iterator<Item = &Current<'p>> {
        self.current.iter().filter(|current| !current.version.questions.is_empty())
    }

    /// Links to a page in every language of the site; `at` says where that page is in a language.
    pub fn languages(&self, own: &str, from: &str, at: impl Fn(&str) -> String) -> Vec<Language> {
        let language = |tag: &String| Language {
            name: self.catalogues.name_of(tag),
            lang: tag.clone(),
            dir: dir(tag),
            href: (tag != own).then(|| path::relative(from, &at(tag))),
        };
        self.program.site.locales.iter().map(language).collect()
    }

    /// A language as a value inside a sentence.
    pub fn language_name(&self, tag: &str) -> Part {
        Part::in_language(self.catalogues.name_of(tag), tag, dir(tag))
    }

    /// The frame of a page that exists in every language of the site.
    pub fn frame(&self, locale: &Locale<'_>, title: &Phrase, from: &str, at: impl Fn(&str) -> String) -> Frame {
        let mut frame = self.bare_frame(locale, from);
        frame.title = format!("{} – {}", title.plain(), frame.title);
        frame.title_lang.clone_from(&title.lang);
        frame.home = Some(path::relative(from, &path::policies(locale.tag)));
        frame.languages = self.languages(locale.tag, from, at);
        frame
    }

    /// The frame of a page in an archive, which is opened from a disk and has no other languages.
    pub fn archive_frame(&self, locale: &Locale<'_>, title: &Phrase, from: &str, home: Option<&str>) -> Frame {
        let mut frame = self.bare_frame(locale, from);
        frame.csp = ARCHIVE_CSP.to_owned();
        frame.title = format!("{} – {}", title.plain(), frame.title);
        frame.title_lang.clone_from(&title.lang);
        frame.home = home.map(|home| path::relative(from, home));
        frame
    }

    /// The frame of a page that stands before the choice of a language.
    pub fn bare_frame(&self, locale: &Locale<'_>, from: &str) -> Frame {
        let site = locale.text(&self.program.site.title);
        let controller = &self.program.site.controller;
        Frame {
            lang: locale.tag.to_owned(),
            dir: locale.dir(),
            csp: CSP.replace("; frame-ancestors 'none'", ""),
            style: path::relative(from, self.style),
            title: site.plain(),
            title_lang: site.lang.clone(),
            site,
            home: None,
            languages: Vec::new(),
            controller: controller.name.clone(),
            contact_href: contact(&controller.contact),
            contact: controller.contact.clone(),
        }
    }

    pub fn print(
        &self,
        path: String,
        template: &str,
        locale: &Locale<'_>,
        frame: Frame,
        page: impl Serialize,
    ) -> Result<Page, PageError> {
        let sheet = Sheet { frame, t: locale.sentences(), page };
        Ok(Page { path, bytes: self.templates.render(template, &sheet)?.into_bytes() })
    }

    /// A piece of a page, without its frame.
    pub fn piece(&self, template: &str, locale: &Locale<'_>, page: impl Serialize) -> Result<String, PageError> {
        self.templates.render(template, &Piece { t: locale.sentences(), page })
    }
}

/// The address behind a contact: an e-mail address or a page; a telephone number or a room stays text.
fn contact(contact: &str) -> Option<String> {
    let contact = clean(contact);
    if let Some(page) = href(&contact) {
        return Some(page.to_owned());
    }
    let is_mail = contact.split('@').count() == 2 && !contact.contains(['?', '&', '%', ',', ':', '/']);
    let address = format!("mailto:{contact}");
    (is_mail && href(&address).is_some()).then_some(address)
}

/// What stands under a policy's title: which kind it is, which version, since when, for whom.
pub(super) fn facts(locale: &Locale<'_>, current: &Current<'_>) -> Result<Vec<Phrase>, PageError> {
    let mut facts = vec![locale.say(kind(current.policy.kind), &[])?];
    facts.extend(identity(locale, current)?);
    facts.push(locale.say(audience(current.policy.audience), &[])?);
    Ok(facts)
}

/// Which version, and since when.
pub(super) fn identity(locale: &Locale<'_>, current: &Current<'_>) -> Result<Vec<Phrase>, PageError> {
    let mut identity = vec![locale.say("version", &[("version", Part::value(&current.version.version))])?];
    if let Some(date) = &current.version.effective {
        identity.push(locale.say("in_force", &[("date", locale.date(date)?)])?);
    }
    Ok(identity)
}

fn kind(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Privacy => "kind_privacy",
        PolicyKind::Terms => "kind_terms",
        PolicyKind::Integrity => "kind_integrity",
        PolicyKind::ThirdParty => "kind_third_party",
        PolicyKind::Other => "kind_other",
    }
}

fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "audience_everyone",
        Audience::Guests => "audience_guests",
        Audience::Users => "audience_users",
    }
}
