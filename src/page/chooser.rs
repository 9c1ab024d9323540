//! `consent/index.html`: every language of the site, each in its own words.

use serde::Serialize;

use super::edition::{Edition, Language};
use super::{Page, PageError, path};

#[derive(Serialize)]
struct Chooser {
    languages: Vec<Language>,
}

pub(super) fn render(edition: &Edition<'_>) -> Result<Page, PageError> {
    let locale = edition.locale(edition.program.site.default_locale());
    let at = path::chooser();
    let frame = edition.bare_frame(&locale, &at);
    // No language is the page's own here: each one is a link.
    let languages = edition.languages("", &at, path::policies);
    edition.print(at, "chooser.html", &locale, frame, Chooser { languages })
}
