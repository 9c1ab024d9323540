//! Texts that want to be something else: markup, paths, addresses, other people's words.

use probate::program::{Asks, PolicyKind, Program, Text, VersionStatus};

use super::sample::{self, pages, policy, program, question, text, version};
use super::text_of;
use crate::html::{Document, lint};

pub const HOSTILE: &str =
    "\"><script>alert(1)</script>'\u{202E}evil\u{2066}{{ 7 * 7 }}{% raw %}&amp;<!-- probate:csrf -->";

pub fn hostile() -> Text {
    text(&[("en", HOSTILE), ("ar", HOSTILE)])
}

/// Every text and every name that reaches a page is hostile.
pub fn site() -> Program {
    let mut program = program(&["en", "ar", "x\"><script>"]);
    program.purposes = sample::site().purposes;
    program.items = sample::site().items;
    for purpose in &mut program.purposes {
        purpose.title = hostile();
        purpose.description = Some(hostile());
        purpose.recipients.iter_mut().for_each(|recipient| {
            recipient.name = HOSTILE.to_owned();
            recipient.country = Some(HOSTILE.to_owned());
        });
        purpose.lawful_basis.iter_mut().for_each(|basis| {
            basis.law = HOSTILE.to_owned();
            basis.article = HOSTILE.to_owned();
        });
    }
    program.items.iter_mut().for_each(|item| item.title = hostile());
    program.site.title = hostile();
    program.site.controller.name = HOSTILE.to_owned();
    program.site.controller.address = Some(HOSTILE.to_owned());
    program.site.controller.contact = "javascript:alert(1)".to_owned();
    let mut asked = question(HOSTILE, Asks::Consent, [hostile(), hostile(), hostile()]);
    asked.purpose = Some(probate::program::PurposeId(0));
    asked.declined = Some(hostile());
    let mut printed = version("../x", VersionStatus::Published, hostile(), vec![asked]);
    printed.whats_new = Some(hostile());
    printed.effective = Some(HOSTILE.to_owned());
    program.policies = vec![policy("../../etc", PolicyKind::Other, hostile(), vec![printed])];
    program
}

#[test]
fn hostile_texts_are_only_texts() {
    for page in pages(&site()) {
        let html = String::from_utf8_lossy(&page.bytes).into_owned();
        if !page.path.ends_with(".html") {
            continue;
        }
        // The page's version is no version, so that only the rule about it may speak.
        let findings: Vec<_> = lint("", &html);
        assert_eq!(findings, Vec::<String>::new(), "{}", page.path);
        assert!(!html.contains("<script") && !html.contains('\u{202E}'), "{}", page.path);
    }
}

#[test]
fn hostile_texts_are_shown_in_full() {
    let html = text_of(&pages(&site()), "consent/en/consent.html");
    let legend = Document::read(&html).named("legend").map(|(_, legend)| legend.text.clone()).next();
    let shown: String = HOSTILE.chars().filter(|letter| !matches!(letter, '\u{202E}' | '\u{2066}')).collect();
    assert_eq!(legend, Some(shown));
    assert_eq!(html.matches("\n<!-- probate:csrf -->").count(), 1);
}

#[test]
fn hostile_names_stay_in_their_folder() {
    for page in pages(&site()) {
        let parts: Vec<&str> = page.path.split('/').collect();
        assert_eq!(parts[0], "consent");
        assert!(parts.iter().all(|part| !part.is_empty() && !part.starts_with('.')), "{}", page.path);
        assert!(
            page.path.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._-~".contains(letter)),
            "{}",
            page.path
        );
    }
}

#[test]
fn two_policies_with_one_id_are_an_error() {
    let mut program = sample::site();
    let again = sample::site().policies.swap_remove(0);
    program.policies.push(again);
    assert!(matches!(probate::page::pages(&program), Err(probate::page::PageError::SamePath(_))));
}

/// The article that a Markdown text becomes.
fn article(markdown: &str) -> String {
    let mut program = program(&["en"]);
    let printed = version("1", VersionStatus::Published, text(&[("en", markdown)]), Vec::new());
    program.policies = vec![policy("a", PolicyKind::Other, text(&[("en", "Title")]), vec![printed])];
    let html = text_of(&pages(&program), "consent/en/policies/a/v1.html");
    assert_eq!(lint("consent/en/policies/a/v1.html", &html), Vec::<String>::new(), "{markdown}");
    let article = html.split("<article>\n").nth(1).and_then(|rest| rest.split("</article>").next());
    article.expect("there is an article").trim_end().to_owned()
}

#[test]
fn markdown_becomes_these_elements_and_no_others() {
    let cases = [
        ("# Title\n\ntext", "<p>text</p>"),
        (
            "# Other\n\n### Deep\n\n## Two",
            "<h2 id=\"n-1\">Other</h2>\n<h3 id=\"n-1-1\">Deep</h3>\n<h3 id=\"n-1-2\">Two</h3>",
        ),
        ("#### Low\n\n# High", "<h2 id=\"n-1\">Low</h2>\n<h2 id=\"n-2\">High</h2>"),
        ("## A {#x}\n\n## B {#x}\n\n## {#y}", "<h2 id=\"s-x\">A</h2>\n<h2 id=\"n-2\">B</h2>"),
        (
            "## Who we are\n\n[x](#who-we-are) [y](#nowhere)",
            "<h2 id=\"n-1\">Who we are</h2>\n<p><a href=\"#n-1\">x</a> y</p>",
        ),
        ("<b onclick=x>bold</b>", "<p>&lt;b onclick=x&gt;bold&lt;/b&gt;</p>"),
        ("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1)) [y](JaVaScRiPt&#58;a) [z](data:text/html,x)", "<p>x y z</p>"),
        ("[x](//a.example) [y](/etc) [z](other.html)", "<p>x y z</p>"),
        ("[x](<https://a.example/?a=1&b=\">)", "<p><a href=\"https://a.example/?a=1&amp;b=&quot;\">x</a></p>"),
        ("[](https://a.example)", "<p><a href=\"https://a.example\"><bdi>https://a.example</bdi></a></p>"),
        (
            "<tel:+49123> <a@b.example>",
            "<p><a href=\"tel:+49123\">tel:+49123</a> <a href=\"mailto:a@b.example\">a@b.example</a></p>",
        ),
        ("![A *map* of it](https://a.example/map.png \"title\")", "<p>A map of it</p>"),
        ("a\u{202E}b\u{2069} `c\u{202D}d`", "<p>ab <code dir=\"auto\">cd</code></p>"),
        ("3. three\n4. four", "<ol start=\"3\">\n<li>three</li>\n<li>four</li>\n</ol>"),
        (
            "~~old~~ **new** *text*  \nline\n\n---",
            "<p><s>old</s> <strong>new</strong> <em>text</em><br>\nline</p>\n<hr>",
        ),
        ("```js\n<a>\n```", "<pre dir=\"auto\"><code>&lt;a&gt;\n</code></pre>"),
        (
            "| a | |\n|--:|:-:|\n| 1 | 2 |",
            "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"title\">\n<table>\n<thead>\n<tr><th scope=\"col\" class=\"far\">a</th><td class=\"middle\"></td></tr>\n</thead>\n<tbody>\n<tr><td class=\"far\">1</td><td class=\"middle\">2</td></tr>\n</tbody>\n</table>\n</div>",
        ),
    ];
    for (markdown, html) in cases {
        assert_eq!(article(markdown), html, "{markdown}");
    }
}

#[test]
fn a_deep_or_long_text_is_a_page_too() {
    let deep: String = (0..200).map(|level| format!("{}x\n\n", "> ".repeat(level % 60))).collect();
    let long: String = (0..2_000).map(|section| format!("## Section {section}\n\ntext\n\n")).collect();
    assert!(article(&deep).contains("<blockquote>"));
    assert!(article(&long).contains("id=\"n-2000\""));
}
