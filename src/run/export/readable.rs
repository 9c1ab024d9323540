//! The pages of an archive: an overview, the rows of each item, the stored files.

use std::collections::BTreeSet;

use super::archive::Archive;
use super::aside::{Aside, Kept};
use super::contents::File;
use super::{Failed, One};
use crate::page::{self, About, BuiltIn, Contents, Listed, Page, Rows, StoredFile};

/// Rows of a list that are there to read; all are there as data.
pub(super) const MOST_ROWS: u64 = 20_000;
const ROWS_OF_PAGE: u64 = 500;

pub(super) fn write(
    one: &One<'_>,
    built_in: &BuiltIn,
    language: Option<&str>,
    (lists, files): (&[Listed], &[File]),
    aside: Aside,
    archive: &mut Archive,
) -> Result<(), Failed> {
    let site = &one.site.program().site;
    let locale = site.locales.iter().find(|locale| Some(locale.as_str()) == language);
    let day = jiff::Timestamp::from_second(one.exporting.now).map(|time| time.to_string()).unwrap_or_default();
    let about = About {
        export_type: one.export_type,
        request: one.request,
        day: day.get(..10).unwrap_or_default(),
        locale: locale.map_or(site.default_locale(), String::as_str),
    };
    let pages = page::Archive::new(built_in, one.site.program(), about);
    let mut writer = Writer { pages, kept: aside.read()?, there: BTreeSet::new(), archive };
    writer.there = files.iter().filter(|file| file.is_there()).map(File::content).collect();
    let contents = contents(one, lists);
    for item in &contents {
        writer.item(item)?;
    }
    if !files.is_empty() {
        writer.files(files)?;
    }
    let index = writer.pages.index(&contents, files.len() as u64)?;
    writer.whole(&page::Archive::style())?;
    writer.whole(&index)
}

/// The lists of each item; those of one item stand together.
fn contents<'c>(one: &'c One<'_>, lists: &'c [Listed]) -> Vec<Contents<'c>> {
    let program = one.site.program();
    let mut all = Vec::new();
    let mut rest: Vec<_> = one.parts.lists.iter().zip(lists).collect();
    while let Some((first, _)) = rest.first() {
        let id = first.item;
        let others = rest.iter().position(|(of, _)| of.item != id).unwrap_or(rest.len());
        let own = rest.drain(..others).map(|(_, list)| list).collect();
        all.extend(program.item(id).map(|item| Contents::new(item, own, ROWS_OF_PAGE)));
    }
    all
}

struct Writer<'w> {
    pages: page::Archive<'w>,
    kept: Kept,
    /// Stored files that are in the archive.
    there: BTreeSet<&'w str>,
    archive: &'w mut Archive,
}

impl Writer<'_> {
    fn item(&mut self, item: &Contents<'_>) -> Result<(), Failed> {
        for (at, stretches) in item.pages.iter().enumerate() {
            let page = self.pages.item(item, at)?;
            self.archive.start(&page.path)?;
            self.archive.write(&page.head)?;
            for stretch in stretches {
                let (around, rows) = self.pages.list(item, stretch)?;
                self.archive.write(&around.head)?;
                self.rows(stretch.rows, &rows)?;
                self.archive.write(&around.tail)?;
            }
            self.archive.write(&page.tail)?;
        }
        Ok(())
    }

    fn rows(&mut self, count: u64, rows: &Rows<'_>) -> Result<(), Failed> {
        let mut html = String::new();
        for _ in 0..count {
            html.clear();
            match self.kept.next()? {
                Some(row) => rows.write(row, &self.there, &mut html).map_err(|_| {
                    let what = "a row of the export is no JSON: a value in it is none that its column should hold";
                    Failed::File(what.to_owned())
                })?,
                None => rows.write_large(&mut html),
            }
            self.archive.write(&html)?;
        }
        Ok(())
    }

    fn files(&mut self, files: &[File]) -> Result<(), Failed> {
        let page = self.pages.files(files.len() as u64)?;
        self.archive.start(&page.path)?;
        self.archive.write(&page.head)?;
        for file in files {
            let file = StoredFile { content: file.content(), why_not: file.why_not() };
            self.archive.write(&self.pages.file(file)?)?;
        }
        Ok(self.archive.write(&page.tail)?)
    }

    fn whole(&mut self, page: &Page) -> Result<(), Failed> {
        self.archive.start(&page.path)?;
        Ok(self.archive.write_bytes(&page.bytes)?)
    }
}
