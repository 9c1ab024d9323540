//! `index.html` of an archive: what there is, item by item, in the person's language; and what is not stored here.

use serde::Serialize;

use super::archive::{Archive, Contents, FILES, INDEX, item_path};
use super::text::{Part, Phrase};
use super::{Page, PageError, path};
use crate::program::{Component, Item, Text, elsewhere};

const DATA: &str = "data.json";

#[derive(Serialize)]
struct Overview {
    title: Phrase,
    description: Option<Phrase>,
    facts: Vec<Phrase>,
    data: &'static str,
    files: Option<&'static str>,
    file_count: Option<Phrase>,
    groups: Vec<Group>,
    /// Titles of what there is nothing of.
    nothing: Vec<Phrase>,
    elsewhere: Vec<Elsewhere>,
}

#[derive(Serialize)]
struct Group {
    title: Phrase,
    items: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    title: Phrase,
    href: String,
    facts: Vec<Phrase>,
    description: Option<Phrase>,
}

/// What is declared and not stored here.
#[derive(Serialize)]
struct Elsewhere {
    title: Phrase,
    why: Option<Phrase>,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    label: Phrase,
    texts: Vec<Phrase>,
}

impl Archive<'_> {
    /// `index.html`: what there is, item by item.
    ///
    /// # Errors
    /// A built-in template or catalogue is broken.
    pub fn index(&self, all: &[Contents<'_>], files: u64) -> Result<Page, PageError> {
        let one = self.about.export_type;
        let title = self.locale.text(&one.title);
        let rows: u64 = all.iter().map(Contents::rows).sum();
        let request = Part::value(self.about.request.to_string());
        let facts = vec![
            self.locale.say("archive_made", &[("date", self.locale.date(self.about.day)?)])?,
            self.locale.say("archive_request", &[("request", request)])?,
            self.count("archive_entries", rows)?,
        ];
        let (mut groups, mut nothing): (Vec<(&Text, Group)>, Vec<Phrase>) = (Vec::new(), Vec::new());
        for contents in all {
            let item = contents.item;
            if contents.rows() == 0 {
                nothing.push(self.locale.text(&item.title));
                continue;
            }
            let component = self.component(item);
            let heading = component.map_or(&item.title, |one| one.group.as_ref().unwrap_or(&one.title));
            let entry = self.entry(contents, item, component)?;
            match groups.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, group)) => group.items.push(entry),
                None => groups.push((heading, Group { title: self.locale.text(heading), items: vec![entry] })),
            }
        }
        let page = Overview {
            description: one.description.as_ref().map(|text| self.locale.text(text)),
            facts,
            data: DATA,
            files: (files > 0).then_some(FILES),
            file_count: (files > 0).then(|| self.count("archive_count", files)).transpose()?,
            groups: groups.into_iter().map(|(_, group)| group).collect(),
            nothing,
            elsewhere: self.elsewhere()?,
            title,
        };
        let frame = self.edition.archive_frame(&self.locale, &page.title, INDEX, None);
        self.edition.print(INDEX.to_owned(), "archive.html", &self.locale, frame, page)
    }

    fn entry(&self, contents: &Contents<'_>, item: &Item, component: Option<&Component>) -> Result<Entry, PageError> {
        let grouped = component.filter(|one| one.group.is_some());
        let mut facts: Vec<Phrase> = grouped.map(|one| self.isolated(&one.title)).into_iter().collect();
        facts.extend(self.purpose(item)?);
        facts.push(self.count("archive_entries", contents.rows())?);
        Ok(Entry {
            title: self.locale.text(&item.title),
            href: path::relative(INDEX, &item_path(item, 0)),
            facts,
            description: self.description(item),
        })
    }

    fn elsewhere(&self) -> Result<Vec<Elsewhere>, PageError> {
        let program = self.edition.program;
        let mut all = Vec::new();
        for (_, title, declared) in elsewhere(program, self.about.export_type) {
            for one in &declared.external {
                let sends = one.sends.iter().map(|(_, text)| self.locale.text(text)).collect();
                let purpose = one.purpose.and_then(|id| program.purpose(id));
                let to = self.plain(&format!("{} ({})", one.recipient, one.country));
                let mut lines = vec![self.line("recipients", vec![to])?, self.line("data", sends)?];
                let purpose = purpose.map(|purpose| self.line("purpose", vec![self.locale.text(&purpose.title)]));
                lines.extend(purpose.transpose()?);
                lines.retain(|line| !line.texts.is_empty());
                all.push(Elsewhere { title: self.locale.text(&one.title), why: None, lines });
            }
            let stored = declared.delegates.iter().map(|id| {
                let component = program.components.iter().find(|one| one.id == *id);
                component.map_or_else(|| self.plain(id), |one| self.locale.text(&one.title))
            });
            let gone = declared.session.iter().map(|name| self.plain(name));
            let mut lines =
                vec![self.line("archive_stored_by", stored.collect())?, self.line("archive_session", gone.collect())?];
            lines.retain(|line| !line.texts.is_empty());
            let why = declared.nothing.as_ref().map(|text| self.locale.text(text));
            if why.is_some() || !lines.is_empty() {
                all.push(Elsewhere { title: self.locale.text(title), why, lines });
            }
        }
        Ok(all)
    }

    fn line(&self, label: &str, texts: Vec<Phrase>) -> Result<Line, PageError> {
        Ok(Line { label: self.locale.say(label, &[])?, texts })
    }

    /// A name, in no language.
    fn plain(&self, text: &str) -> Phrase {
        Phrase { parts: vec![Part::value(text)], lang: None, dir: self.locale.dir() }
    }
}
