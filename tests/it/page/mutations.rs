//! The lint is itself tested: one defect in a page without any, and the finding that must say so.

use super::{sample, text_of};
use crate::html::lint;

struct Defect {
    name: &'static str,
    page: &'static str,
    from: &'static str,
    to: &'static str,
    finding: &'static str,
}

const FORM: &str = "consent/en/consent.html";
const VERSION: &str = "consent/en/policies/privacy/v2.0.html";

const fn defect(
    name: &'static str,
    page: &'static str,
    [from, to]: [&'static str; 2],
    finding: &'static str,
) -> Defect {
    Defect { name, page, from, to, finding }
}

const DEFECTS: [Defect; 32] = [
    defect("missing lang", FORM, ["<html lang=\"en\"", "<html"], "no lang"),
    defect("missing dir", FORM, [" dir=\"ltr\">\n<head>", ">\n<head>"], "no dir"),
    defect("empty title", FORM, ["<title>Your choices – Campus", "<title>"], "title is empty"),
    defect("no main", FORM, ["<main id=\"main\" class=\"wrap\" tabindex=\"-1\">", "<div id=\"main\">"], "0 <main>"),
    defect("two h1", FORM, ["<h2 id=\"policy-terms\">", "<h1 id=\"policy-terms\">"], "2 <h1>"),
    defect("heading skip", VERSION, ["<h3", "<h4"], "h4 follows h2"),
    defect("empty heading", VERSION, [">Contents<", "><"], "empty h2"),
    defect("zoom disabled", FORM, ["initial-scale=1", "initial-scale=1, user-scalable=no"], "cannot be zoomed"),
    defect("zoom limited", FORM, ["initial-scale=1", "maximum-scale=1"], "cannot be zoomed"),
    defect("loose policy", FORM, ["style-src 'self'", "style-src 'unsafe-inline'"], "not strict"),
    defect("broken skip link", FORM, ["href=\"#main\"", "href=\"#content\""], "\"content\", which is not there"),
    defect(
        "link to a missing id",
        VERSION,
        ["href=\"#s-rights\"", "href=\"#rights\""],
        "\"rights\", which is not there",
    ),
    defect("description missing", FORM, ["id=\"kind-photos\"", ""], "\"kind-photos\", which is not there"),
    defect("duplicate id", FORM, ["id=\"granted-photos\"", "id=\"granted-newsletter\""], "is there twice"),
    defect("unlabelled radio", FORM, [" for=\"refused-photos\"", ""], "no label of its own"),
    defect("empty label", FORM, ["<span>I accept</span>", "<span></span>"], "<label> is empty"),
    defect("pre-ticked option", FORM, ["value=\"granted\"", "value=\"granted\" checked"], "chosen in advance"),
    defect("no refuse option", FORM, ["value=\"refused\"", "value=\"later\""], "cannot be refused"),
    defect("no legend", FORM, ["<legend>I accept the terms of use.</legend>", ""], "not one fieldset with a legend"),
    defect("a form that GETs", FORM, ["method=\"post\"", "method=\"get\""], "does not POST"),
    defect("inline script", FORM, ["</main>", "<script>1</script></main>"], "<script> on a page"),
    defect("inline style", FORM, ["<fieldset ", "<fieldset style=\"color:red\" "], "style="),
    defect("a handler", FORM, ["<button ", "<button onclick=\"a()\" "], "onclick"),
    defect("a script's address", VERSION, ["https://authority.example/complaints", "javascript:a()"], "javascript:"),
    defect("style from elsewhere", FORM, ["href=\"../assets/", "href=\"https://cdn.example/"], "leads out"),
    defect("a picture", VERSION, ["</article>", "<img src=\"a.png\"></article>"], "leads out"),
    defect("foreign link without lang", FORM, ["lang=\"ar\" dir=\"rtl\" hreflang", "hreflang"], "does not say so"),
    defect("a version that mixes", FORM, ["<bdi>2.0</bdi>", "2.0"], "not inside <bdi>"),
    defect("the page's version mixes", VERSION, ["<bdi>2.0</bdi>", "2.0"], "the version 2.0 is not inside <bdi>"),
    defect(
        "a date that mixes",
        FORM,
        ["<bdi><time datetime=\"2026-12-01\">1 December 2026</time></bdi>", "2026-12-01"],
        "not inside <bdi>",
    ),
    defect("an override", FORM, ["Your choices", "Your \u{202E}choices"], "U+202E"),
    defect("a tag left open", FORM, ["</section>", ""], "</form> closes"),
];

#[test]
fn every_defect_is_found() {
    let pages = sample::pages(&sample::site());
    let missed: Vec<_> = DEFECTS.iter().filter(|defect| !is_found(&pages, defect)).map(|defect| defect.name).collect();
    assert_eq!(missed, Vec::<&str>::new());
}

fn is_found(pages: &[probate::page::Page], defect: &Defect) -> bool {
    let whole = text_of(pages, defect.page);
    let broken = whole.replace(defect.from, defect.to);
    assert_ne!(whole, broken, "{}: there is nothing to break", defect.name);
    lint(defect.page, &broken).iter().any(|finding| finding.contains(defect.finding))
}

#[test]
fn a_fieldset_is_no_div() {
    let pages = sample::pages(&sample::site());
    let broken = text_of(&pages, FORM).replace("<fieldset", "<div").replace("</fieldset", "</div");
    assert!(lint(FORM, &broken).iter().any(|finding| finding.contains("not one fieldset")));
}

#[test]
fn a_page_without_defects_has_no_findings() {
    for page in sample::pages(&sample::site()) {
        if let Some(html) = page.path.ends_with(".html").then(|| String::from_utf8_lossy(&page.bytes)) {
            assert_eq!(lint(&page.path, &html), Vec::<String>::new(), "{}", page.path);
        }
    }
}
