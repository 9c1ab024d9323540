//! The consent pages: what they say, to whom, and that no text can make them say something else.

mod archive;
mod hostile;
mod mutations;
mod sample;
mod text;

use std::collections::BTreeSet;

use probate::page::{CSP, Page, content_digest};
use probate::program::{Program, VersionStatus, digest_of_bytes};
use serde_json::Value;

use crate::html::Document;
use sample::{pages, site};

/// The text of one page.
pub fn text_of(pages: &[Page], path: &str) -> String {
    let page = pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(page.bytes.clone()).expect("pages are UTF-8")
}

fn manifest(pages: &[Page]) -> Value {
    serde_json::from_str(&text_of(pages, "consent/manifest.json")).expect("the manifest is JSON")
}

/// Name and value of every field of a form, in its order.
fn fields(html: &str) -> Vec<(String, String)> {
    let document = Document::read(html);
    let value = |input: &crate::html::Element, name: &str| input.get(name).unwrap_or_default().to_owned();
    document.named("input").map(|(_, input)| (value(input, "name"), value(input, "value"))).collect()
}

fn publish_nothing(program: &mut Program) {
    for version in program.policies.iter_mut().flat_map(|policy| &mut policy.versions) {
        version.status = VersionStatus::Archived;
    }
}

#[test]
fn the_set_of_pages() {
    let pages = pages(&site());
    let mut expected = vec!["consent/index.html".to_owned(), "consent/manifest.json".to_owned()];
    for locale in ["ar", "de", "en"] {
        for page in ["consent.html", "index.html", "policies/privacy/v2.0.html", "policies/terms/v1.html"] {
            expected.push(format!("consent/{locale}/{page}"));
        }
    }
    let is_style = |path: &str| path.starts_with("consent/assets/consent.") && path.ends_with(".css");
    let style = pages.iter().find(|page| is_style(&page.path)).expect("there is a style sheet");
    assert!(style.path.contains(&digest_of_bytes(&style.bytes)[..12]));
    expected.push(style.path.clone());
    expected.sort();
    assert_eq!(pages.iter().map(|page| page.path.clone()).collect::<Vec<_>>(), expected);
}

#[test]
fn the_same_program_gives_the_same_bytes() {
    assert_eq!(pages(&site()), pages(&site()));
}

#[test]
fn nothing_published_means_no_pages() {
    let mut program = site();
    publish_nothing(&mut program);
    assert_eq!(pages(&program), []);
}

#[test]
fn drafts_are_not_printed() {
    for page in pages(&site()) {
        assert!(!String::from_utf8_lossy(&page.bytes).contains("secret draft"), "{}", page.path);
    }
}

#[test]
fn without_a_question_there_is_no_form_and_no_link_to_one() {
    let mut program = site();
    for version in program.policies.iter_mut().flat_map(|policy| &mut policy.versions) {
        version.questions.clear();
    }
    let pages = pages(&program);
    assert!(pages.iter().all(|page| !page.path.ends_with("consent.html")));
    assert!(pages.iter().all(|page| !String::from_utf8_lossy(&page.bytes).contains("consent.html")));
    assert_eq!(manifest(&pages)["form"], Value::Null);
}

#[test]
fn the_form_has_the_fields_of_the_contract() {
    let program = site();
    let html = text_of(&pages(&program), "consent/de/consent.html");
    let digest = |at: usize| content_digest(&program, &program.policies[at], &program.policies[at].versions[0]);
    let (privacy, terms) = (digest(0), digest(1));
    let expected = [
        ("request", ""),
        ("locale", "de"),
        ("policy[]", "privacy@2.0"),
        ("digest[privacy]", &privacy),
        ("shown[]", "newsletter"),
        ("choice[newsletter]", "granted"),
        ("choice[newsletter]", "refused"),
        ("shown[]", "photos"),
        ("choice[photos]", "granted"),
        ("choice[photos]", "refused"),
        ("policy[]", "terms@1"),
        ("digest[terms]", &terms),
        ("shown[]", "terms"),
        ("choice[terms]", "granted"),
        ("choice[terms]", "refused"),
    ];
    assert_eq!(fields(&html), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let form = html.split("<form ").nth(1).and_then(|rest| rest.split("</form>").next()).expect("there is a form");
    assert_eq!(form.matches("<!-- probate:csrf -->").count(), 1);
}

#[test]
fn the_manifest_names_what_the_form_sends_and_what_it_replaces() {
    let pages = pages(&site());
    let manifest = manifest(&pages);
    assert_eq!(manifest["format_version"], 1);
    assert_eq!(manifest["csp"], CSP);
    let fields_of_contract = manifest["form"]["fields"].as_array().expect("a list");
    let named: BTreeSet<&str> = fields_of_contract.iter().filter_map(|field| field["name"].as_str()).collect();
    for locale in ["ar", "de", "en"] {
        let html = text_of(&pages, &format!("consent/{locale}/consent.html"));
        let sent = fields(&html);
        assert_eq!(sent.iter().map(|(name, _)| name.as_str()).collect::<BTreeSet<_>>(), named);
        for (name, value) in sent.iter().filter(|(name, _)| name != "request") {
            let field = fields_of_contract.iter().find(|field| field["name"] == *name).expect("it is named");
            assert!(
                field["values"].as_array().is_some_and(|values| values.iter().any(|known| known == value)),
                "{name}"
            );
        }
        for slot in manifest["form"]["slots"].as_array().expect("a list") {
            assert_eq!(html.matches(slot["marker"].as_str().expect("a text")).count(), 1, "{slot}");
        }
    }
}

#[test]
fn the_manifest_lists_every_file_with_its_bytes() {
    let pages = pages(&site());
    let manifest = manifest(&pages);
    let listed: Vec<_> = manifest["files"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|file| (file["path"].clone(), file["sha256"].clone()))
        .collect();
    let others = pages.iter().filter(|page| page.path != "consent/manifest.json");
    let expected: Vec<_> =
        others.map(|page| (Value::from(page.path.clone()), Value::from(digest_of_bytes(&page.bytes)))).collect();
    assert_eq!(listed, expected);
}

#[test]
fn every_link_between_pages_leads_to_one() {
    let pages = pages(&site());
    let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    for page in pages.iter().filter(|page| page.path.ends_with(".html")) {
        let html = String::from_utf8_lossy(&page.bytes).into_owned();
        let document = Document::read(&html);
        let addresses = document.elements.iter().filter_map(|element| element.get("href"));
        for address in addresses.filter(|address| !address.contains(':') && !address.starts_with('#')) {
            assert!(paths.contains(resolve(&page.path, address).as_str()), "{}: {address}", page.path);
        }
    }
}

fn resolve(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn pages_are_light() {
    let pages = pages(&site());
    let style = pages.iter().find(|page| page.path.ends_with(".css")).expect("there is a style sheet").bytes.len();
    assert!(style < 6_000, "the style sheet has {style} bytes");
    for page in pages.iter().filter(|page| page.path.ends_with(".html")) {
        assert!(page.bytes.len() + style <= 30_000, "{}", page.path);
    }
}

type Edit = (&'static str, fn(&mut Program));

#[test]
fn the_content_digest_is_over_what_people_are_told() {
    let digest = |change: fn(&mut Program)| {
        let mut program = site();
        change(&mut program);
        content_digest(&program, &program.policies[0], &program.policies[0].versions[0])
    };
    let told = digest(|_| {});
    let changes: [Edit; 9] = [
        ("text", |program| program.policies[0].versions[0].text = sample::text(&[("en", "Other.")])),
        ("title", |program| program.policies[0].title = sample::text(&[("en", "Other")])),
        ("statement", |program| program.policies[0].versions[0].questions[0].agree = sample::text(&[("en", "Fine")])),
        ("required", |program| program.policies[0].versions[0].questions[0].required = true),
        ("recipient", |program| program.purposes[0].recipients.clear()),
        ("lawful basis", |program| program.purposes[0].lawful_basis.clear()),
        ("data", |program| program.items[0].title = sample::text(&[("en", "Everything")])),
        ("controller", |program| program.site.controller.name = "Somebody else".to_owned()),
        ("another locale", |program| {
            let text = &mut program.policies[0].versions[0].text;
            *text = text.clone().iter().filter(|(locale, _)| *locale != "ar").collect();
        }),
    ];
    for (name, change) in changes {
        assert_ne!(digest(change), told, "{name}");
    }
    let same: [Edit; 4] = [
        ("another policy", |program| program.policies[1].title = sample::text(&[("en", "Other")])),
        ("status", |program| program.policies[0].versions[0].status = VersionStatus::Archived),
        ("the site's title", |program| program.site.title = sample::text(&[("en", "Other")])),
        ("the site's locales", |program| program.site.locales.reverse()),
    ];
    for (name, change) in same {
        assert_eq!(digest(change), told, "{name}");
    }
}
