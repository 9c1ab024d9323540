//! Pages for people, as plain HTML that needs no script: what they are told and asked, and what an export holds.
//!
//! In: a [`Program`]. Out: [`Page`]s, the same bytes every time: the published policies, the form that asks, and a
//! manifest by which a host serves them and checks the answers; and, of the rows of an export, pages to read ([`Archive`]); and [`Chart`]s. Never here: a clock, the network, SQL, drafts,
//! a text that `text::escape` has not written.

mod archive;
mod chart;
mod chooser;
mod edition;
mod form;
mod locale;
mod manifest;
mod markdown;
mod overview;
mod path;
mod policies;
mod rows;
mod template;
mod text;
mod version;

use std::fmt;

pub use crate::program::content_digest;
use crate::program::{Program, digest_of_bytes};
pub use archive::{About, Archive, BuiltIn, Contents, Listed, Opened, StoredFile, Stretch};
pub use chart::{Bar, Chart, Fill, Group};
use edition::Edition;
use locale::Catalogues;
pub use rows::{NoRow, Rows};
use template::Templates;

/// The `Content-Security-Policy` with which a host should serve the pages. The pages say the same themselves, less
/// `frame-ancestors`, which a page cannot say.
pub const CSP: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STYLE: &str = include_str!("../../templates/consent.css");

/// One file: its path with `/`, relative to the folder of the output, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What keeps pages from being made. None is a mistake of a policy's author; that was found before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// A built-in template could not be read or filled.
    Template { name: String, reason: String },
    /// A built-in catalogue could not be read.
    Catalogue { name: String, reason: String },
    /// No catalogue has this key.
    Word(String),
    /// Two pages would be the same file.
    SamePath(String),
    /// The manifest could not be written as JSON.
    Manifest(String),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template { name, reason } => write!(f, "the template `{name}` could not be filled: {reason}"),
            Self::Catalogue { name, reason } => write!(f, "the catalogue `{name}` could not be read: {reason}"),
            Self::Word(key) => write!(f, "no catalogue has a text for `{key}`"),
            Self::SamePath(path) => write!(f, "two pages would both be written to `{path}`"),
            Self::Manifest(reason) => write!(f, "the manifest of the pages could not be written: {reason}"),
        }
    }
}

impl std::error::Error for PageError {}

/// All consent pages, sorted by path; none at all while no policy is published.
///
/// # Errors
/// A built-in template or catalogue is broken, or two names of the program lead to one path.
pub fn pages(program: &Program) -> Result<Vec<Page>, PageError> {
    let style = path::style(&digest_of_bytes(STYLE.as_bytes()));
    let catalogues = Catalogues::load()?;
    let templates = Templates::load()?;
    let edition = Edition::new(program, &catalogues, &templates, &style);
    if edition.current.is_empty() {
        return Ok(Vec::new());
    }
    let mut pages = vec![chooser::render(&edition)?];
    for tag in &program.site.locales {
        let locale = edition.locale(tag);
        pages.push(policies::render(&edition, &locale)?);
        pages.extend(form::render(&edition, &locale)?);
        for current in &edition.current {
            pages.push(version::render(&edition, &locale, current)?);
        }
    }
    pages.push(Page { path: style.clone(), bytes: STYLE.into() });
    pages.push(manifest::render(&edition, &pages)?);
    sorted(pages)
}

fn sorted(mut pages: Vec<Page>) -> Result<Vec<Page>, PageError> {
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let same = pages.iter().zip(pages.iter().skip(1)).find(|(page, next)| page.path == next.path);
    match same {
        Some((page, _)) => Err(PageError::SamePath(page.path.clone())),
        None => Ok(pages),
    }
}
