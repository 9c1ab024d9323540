//! What a person reads of an export: the rows of each item, page by page, and the stored files; `overview` leads to them.
//!
//! Pages that hold rows are handed over as what stands before the rows and what stands behind them, so that no page is
//! ever in memory as a whole.

use std::sync::Arc;

use serde::Serialize;

use super::edition::Edition;
use super::locale::{Catalogues, Locale};
use super::rows::{Layout, Rows, Words, escaped, href};
use super::template::Templates;
use super::text::{Part, Phrase};
use super::{Page, PageError, STYLE, path};
use crate::database::TableId;
use crate::program::{Component, ExportType, Item, Program, Text};

pub(super) const INDEX: &str = "index.html";
pub(super) const FILES: &str = "files.html";
const STYLE_PATH: &str = "style.css";
const MORE_STYLE: &str = include_str!("../../templates/archive.css");
/// Where the rows of a page go.
const ROWS: &str = "<!-- probate:rows -->\n";
/// Columns that are read side by side; what has more is read one below the other.
const MOST_COLUMNS: usize = 5;

/// The templates and catalogues that are part of the program, read once.
pub struct BuiltIn {
    catalogues: Catalogues,
    templates: Templates,
}

impl BuiltIn {
    /// For archives of this program.
    ///
    /// # Errors
    /// One of them is broken.
    pub fn load(program: &Program) -> Result<Self, PageError> {
        Ok(Self { catalogues: Catalogues::load()?, templates: Templates::load_for(program.items.len())? })
    }
}

/// What an archive is.
#[derive(Debug, Clone, Copy)]
pub struct About<'p> {
    pub export_type: &'p ExportType,
    pub request: i64,
    /// When it was made: an ISO 8601 date.
    pub day: &'p str,
    /// The locale of the Site in which the person reads.
    pub locale: &'p str,
}

/// The readable part of one archive.
pub struct Archive<'p> {
    pub(super) edition: Edition<'p>,
    pub(super) locale: Locale<'p>,
    pub(super) about: About<'p>,
}

/// The rows of one table that hold an item.
#[derive(Debug, Clone)]
pub struct Listed {
    pub table: TableId,
    /// What it is called in the export.
    pub name: String,
    /// The members of its rows.
    pub columns: Vec<String>,
    /// Some of them are lists of rows themselves.
    pub has_parts: bool,
    /// Where in its rows stored files are named: lists of members down to the one that names it.
    pub files: Vec<Vec<Arc<str>>>,
    pub rows: u64,
    /// How many of the rows, from the first on, are there to read.
    pub shown: u64,
}

/// The rows of one list that stand on one page.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'c> {
    list: &'c Listed,
    /// The list's place among those of its item.
    at: usize,
    /// Rows of the list on pages before this one.
    before: u64,
    pub rows: u64,
}

/// The lists of one item, and what of them stands on which page.
#[derive(Debug, Clone)]
pub struct Contents<'c> {
    pub(super) item: &'c Item,
    lists: Vec<&'c Listed>,
    pub pages: Vec<Vec<Stretch<'c>>>,
}

impl<'c> Contents<'c> {
    /// At most so many rows on each page.
    pub fn new(item: &'c Item, lists: Vec<&'c Listed>, rows_of_page: u64) -> Self {
        let (mut pages, mut page, mut free) = (Vec::new(), Vec::new(), rows_of_page.max(1));
        for (at, list) in lists.iter().copied().enumerate() {
            let mut before = 0;
            while before < list.shown {
                if free == 0 {
                    pages.push(std::mem::take(&mut page));
                    free = rows_of_page.max(1);
                }
                let rows = (list.shown - before).min(free);
                page.push(Stretch { list, at, before, rows });
                before += rows;
                free -= rows;
            }
        }
        pages.extend((!page.is_empty()).then_some(page));
        Self { item, lists, pages }
    }

    pub(super) fn rows(&self) -> u64 {
        self.lists.iter().map(|list| list.rows).sum()
    }
}

/// A stored file that the rows name.
#[derive(Debug, Clone, Copy)]
pub struct StoredFile<'f> {
    /// As the store calls it.
    pub content: &'f str,
    /// Why it is not in the archive, below `files/`: `listed`, `missing` or `refused`.
    pub why_not: Option<&'f str>,
}

/// A page, or a piece of one, around rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub path: String,
    /// Before its rows.
    pub head: String,
    /// Behind them.
    pub tail: String,
}

impl Opened {
    fn new(path: String, html: &str) -> Result<Self, PageError> {
        match html.split_once(ROWS) {
            Some((head, tail)) => Ok(Self { path, head: head.to_owned(), tail: tail.to_owned() }),
            None => Err(PageError::Template { name: path, reason: "it has no place for rows".to_owned() }),
        }
    }
}

#[derive(Serialize)]
struct ItemPage {
    home: String,
    title: Phrase,
    facts: Vec<Phrase>,
    description: Option<Phrase>,
    number: Option<Phrase>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct ListPiece<'l> {
    /// Of what its name stands in.
    id: String,
    /// Where the item has several lists.
    name: Option<&'l str>,
    /// That not all of it is shown.
    shown: Option<Phrase>,
    left_out: Vec<LeftOut<'l>>,
    /// None where rows are read one below the other.
    columns: Option<&'l [String]>,
    first: u64,
}

#[derive(Serialize)]
struct LeftOut<'l> {
    column: &'l str,
    why: Phrase,
}

#[derive(Serialize)]
struct FilesPage {
    home: &'static str,
    count: Phrase,
}

impl<'p> Archive<'p> {
    pub fn new(built_in: &'p BuiltIn, program: &'p Program, about: About<'p>) -> Self {
        let edition = Edition::plain(program, &built_in.catalogues, &built_in.templates, STYLE_PATH);
        let locale = edition.locale(about.locale);
        Self { edition, locale, about }
    }

    /// What makes the pages look as they should.
    pub fn style() -> Page {
        Page { path: STYLE_PATH.to_owned(), bytes: [STYLE, MORE_STYLE].concat().into_bytes() }
    }

    pub(super) fn component(&self, item: &Item) -> Option<&'p Component> {
        let (name, _) = item.name.split_once('.')?;
        self.edition.program.components.iter().find(|one| one.id == name)
    }

    pub(super) fn count(&self, key: &str, count: u64) -> Result<Phrase, PageError> {
        self.locale.say(key, &[("count", Part::value(count.to_string()))])
    }

    pub(super) fn purpose(&self, item: &Item) -> Result<Option<Phrase>, PageError> {
        let purpose = item.purpose.and_then(|id| self.edition.program.purpose(id));
        let said = purpose.map(|purpose| {
            let title = self.locale.text(&purpose.title);
            let part = match &title.lang {
                Some(lang) => Part::in_language(title.plain(), lang, title.dir),
                None => Part::value(title.plain()),
            };
            self.locale.say("archive_purpose", &[("purpose", part)])
        });
        said.transpose()
    }

    pub(super) fn description(&self, item: &Item) -> Option<Phrase> {
        let purpose = item.purpose.and_then(|id| self.edition.program.purpose(id))?;
        purpose.description.as_ref().map(|text| self.locale.text(text))
    }

    /// An author's text among facts.
    pub(super) fn isolated(&self, text: &Text) -> Phrase {
        let text = self.locale.text(text);
        Phrase { parts: vec![Part::value(text.plain())], ..text }
    }

    /// A page of an item, by its place.
    ///
    /// # Errors
    /// A built-in template or catalogue is broken.
    pub fn item(&self, contents: &Contents<'_>, at: usize) -> Result<Opened, PageError> {
        let item = contents.item;
        let from = item_path(item, at);
        let pages = contents.pages.len();
        let title = self.locale.text(&item.title);
        let component = self.component(item).map(|one| self.isolated(&one.title));
        let mut facts: Vec<Phrase> = component.into_iter().collect();
        facts.extend(self.purpose(item)?);
        facts.push(self.count("archive_entries", contents.rows())?);
        let [number, of] = [at + 1, pages].map(|number| Part::value(number.to_string()));
        let number = self.locale.say("archive_page", &[("number", number), ("of", of)])?;
        let number = (pages > 1).then_some(number);
        facts.extend(number.clone());
        let other = |at: usize| path::relative(&from, &item_path(item, at));
        let page = ItemPage {
            home: path::relative(&from, INDEX),
            facts,
            description: self.description(item),
            number,
            previous: at.checked_sub(1).map(other),
            next: (at + 1 < pages).then(|| other(at + 1)),
            title,
        };
        let frame = self.edition.archive_frame(&self.locale, &page.title, &from, Some(INDEX));
        let page = self.edition.print(from, "archive_item.html", &self.locale, frame, page)?;
        Opened::new(page.path, &String::from_utf8_lossy(&page.bytes))
    }

    /// What stands around the rows of a list on one page, and how they are written.
    ///
    /// # Errors
    /// A built-in template or catalogue is broken.
    pub fn list<'c>(&self, contents: &Contents<'c>, stretch: &Stretch<'c>) -> Result<(Opened, Rows<'c>), PageError> {
        let list = stretch.list;
        let several = contents.lists.iter().filter(|one| one.rows > 0).count() > 1;
        let is_table = !list.has_parts && (1..=MOST_COLUMNS).contains(&list.columns.len());
        let piece = ListPiece {
            id: if several { format!("list-{}", stretch.at + 1) } else { "title".to_owned() },
            name: several.then_some(&*list.name),
            shown: self.shown(list)?,
            left_out: self.left_out(contents.item, list),
            columns: is_table.then_some(&*list.columns),
            first: stretch.before + 1,
        };
        let html = self.edition.piece("archive_list.html", &self.locale, piece)?;
        let layout = if is_table { Layout::SideBySide(&list.columns) } else { Layout::Below };
        Ok((Opened::new(String::new(), &html)?, Rows::new(layout, self.words()?, &list.files)))
    }

    /// Where not all rows are there to read.
    fn shown(&self, list: &Listed) -> Result<Option<Phrase>, PageError> {
        if list.shown == list.rows {
            return Ok(None);
        }
        let counts = [("shown", list.shown), ("count", list.rows)];
        let counts = counts.map(|(name, value)| (name, Part::value(value.to_string())));
        self.locale.say("archive_shown", &counts).map(Some)
    }

    fn left_out<'i>(&self, item: &'i Item, list: &Listed) -> Vec<LeftOut<'i>> {
        let entries = item.entries.iter().filter(|entry| entry.table.id == list.table);
        let mixed = entries.flat_map(|entry| &entry.mixed);
        let left_out = mixed.map(|(column, why)| LeftOut { column: &column.name, why: self.locale.text(why) });
        let mut left_out: Vec<LeftOut<'i>> = left_out.collect();
        left_out.sort_by_key(|one| one.column);
        left_out.dedup_by_key(|one| one.column);
        left_out
    }

    fn words(&self) -> Result<Words, PageError> {
        let say = |key: &str| self.locale.say(key, &[]).map(|phrase| phrase.html());
        Ok(Words {
            none: say("value_none")?,
            yes: say("value_yes")?,
            no: say("value_no")?,
            more: say("value_more")?,
            large: say("value_large")?,
        })
    }

    /// `files.html`: the stored files that the rows name.
    ///
    /// # Errors
    /// A built-in template or catalogue is broken.
    pub fn files(&self, count: u64) -> Result<Opened, PageError> {
        let title = self.locale.say("archive_files", &[])?;
        let frame = self.edition.archive_frame(&self.locale, &title, FILES, Some(INDEX));
        let page = FilesPage { home: INDEX, count: self.count("archive_count", count)? };
        let page = self.edition.print(FILES.to_owned(), "archive_files.html", &self.locale, frame, page)?;
        Opened::new(page.path, &String::from_utf8_lossy(&page.bytes))
    }

    /// One of them.
    ///
    /// # Errors
    /// A built-in catalogue is broken.
    pub fn file(&self, file: StoredFile<'_>) -> Result<String, PageError> {
        let name = escaped(file.content).unwrap_or_else(|| "?".to_owned());
        let Some(why_not) = file.why_not else {
            return Ok(format!(
                "<li><a href=\"{}\"><bdi>{name}</bdi></a></li>\n",
                href(&format!("files/{}", file.content))
            ));
        };
        let why = self.locale.say(&format!("archive_file_{why_not}"), &[])?;
        Ok(format!("<li><bdi>{name}</bdi> ({})</li>\n", why.html()))
    }
}

/// The pages of an item are numbered from 0 here, and from 1 for people; the first has no number.
pub(super) fn item_path(item: &Item, at: usize) -> String {
    let name = path::name(&item.name);
    if at == 0 { format!("items/{name}.html") } else { format!("items/{name}.{}.html", at + 1) }
}
