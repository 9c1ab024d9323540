//! Languages: which one a page is in, which one a text is in, and that both are said.

use probate::program::LawfulBasis;

use super::sample::{pages, site, text};
use super::text_of;
use crate::html::lint;

#[test]
fn an_untranslated_text_says_its_language() {
    let pages = pages(&site());
    let html = text_of(&pages, "consent/ar/policies/terms/v1.html");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("<title lang=\"en\">Terms of use – "));
    assert!(html.contains("<h1 id=\"title\"><span lang=\"en\" dir=\"ltr\">Terms of use</span></h1>"));
    assert!(html.contains("<article lang=\"en\" dir=\"ltr\">"));
    assert!(html.contains("<bdi lang=\"en\" dir=\"ltr\">English</bdi>"));
    assert!(html.contains("<bdi><time datetime=\"2026-12-01\">1 ديسمبر 2026</time></bdi>"));
    let own = text_of(&pages, "consent/ar/policies/privacy/v2.0.html");
    assert!(own.contains("<article>") && !own.contains("lang=\"en\" dir=\"ltr\">Privacy"));
}

#[test]
fn a_language_without_a_catalogue_borrows_its_sentences() {
    let mut program = site();
    program.site.locales = ["en", "fr", "de-AT", "he", "tlh"].map(str::to_owned).to_vec();
    let pages = pages(&program);
    let french = text_of(&pages, "consent/fr/index.html");
    assert!(french.contains("<html lang=\"fr\" dir=\"ltr\">"));
    assert!(french.contains("<h1><span lang=\"en\" dir=\"ltr\">Our policies</span></h1>"));
    let austrian = text_of(&pages, "consent/de-AT/index.html");
    assert!(austrian.contains("<h1>Unsere Richtlinien</h1>"));
    let hebrew = text_of(&pages, "consent/he/index.html");
    assert!(hebrew.contains("<html lang=\"he\" dir=\"rtl\">") && hebrew.contains("<span lang=\"en\" dir=\"ltr\">"));
    let chooser = text_of(&pages, "consent/index.html");
    for name in ["Français", "Deutsch (AT)", "עברית", ">tlh<"] {
        assert!(chooser.contains(name), "{name}");
    }
    for page in pages.iter().filter(|page| page.path.ends_with(".html")) {
        let html = String::from_utf8_lossy(&page.bytes);
        assert_eq!(lint(&page.path, &html), Vec::<String>::new(), "{}", page.path);
    }
}

#[test]
fn a_site_in_one_language_offers_no_other() {
    let mut program = site();
    program.site.locales.truncate(1);
    let pages = pages(&program);
    assert!(!text_of(&pages, "consent/en/index.html").contains("<nav"));
    assert!(text_of(&pages, "consent/index.html").contains(">English</a>"));
}

#[test]
fn no_placeholder_is_left_on_a_page() {
    for page in pages(&site()).iter().filter(|page| page.path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(&page.bytes).contains('{'), "{}", page.path);
    }
}

#[test]
fn a_purpose_is_printed_with_its_ground_and_its_recipients() {
    let html = text_of(&pages(&site()), "consent/en/consent.html");
    for printed in [
        "<dd>We write to you once a month about courses and events.</dd>",
        "<dd>First and last name</dd>",
        "<dd>Your consent (<bdi>GDPR</bdi>, Article <bdi>6(1)(a)</bdi>)</dd>",
        "<dd>Your explicit consent (<bdi>GDPR</bdi>, Article <bdi>9(2)(a)</bdi>)</dd>",
        "<dd><bdi>Example Mail Ltd</bdi> (<bdi>IE</bdi>)</dd>",
        "<dd>Nobody</dd>",
        "<dd>Without this you cannot use the site.</dd>",
    ] {
        assert!(html.contains(printed), "{printed}");
    }
}

#[test]
fn an_unknown_law_is_cited_as_it_is_written() {
    let mut program = site();
    program.purposes[0].lawful_basis = vec![LawfulBasis { law: "lgpd".to_owned(), article: "7.i".to_owned() }];
    program.purposes[0].description = Some(text(&[("en", "x")]));
    let html = text_of(&pages(&program), "consent/en/consent.html");
    assert!(html.contains("<dd><bdi>LGPD</bdi>, Article <bdi>7(i)</bdi></dd>"));
}

#[test]
fn a_contact_is_a_link_only_where_it_is_one() {
    let contacts = [
        ("privacy@example.edu", "<a href=\"mailto:privacy@example.edu\"><bdi>privacy@example.edu</bdi></a>"),
        (
            "https://example.edu/privacy",
            "<a href=\"https://example.edu/privacy\"><bdi>https://example.edu/privacy</bdi></a>",
        ),
        ("Room 12", "Contact: <bdi>Room 12</bdi>"),
        ("a@b?cc=c@d", "Contact: <bdi>a@b?cc=c@d</bdi>"),
    ];
    for (contact, html) in contacts {
        let mut program = site();
        program.site.controller.contact = contact.to_owned();
        assert!(text_of(&pages(&program), "consent/en/index.html").contains(html), "{contact}");
    }
}
