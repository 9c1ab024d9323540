//! What every page must be, checked on its HTML alone; `page::mutations` shows that each rule can fail.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

pub use scan::{Document, Element};

/// What is wrong with a page, one line each. `path` is where it is, `consent/en/policies/a/v1.html`.
pub fn lint(path: &str, html: &str) -> Vec<String> {
    let document = Document::read(html);
    let mut findings = document.faults.clone();
    for rule in [frame, headings, references, names, radios, forms, foreign, isolation, nothing_active, nothing_loaded]
    {
        rule(&document, &mut findings);
    }
    if let Some(version) = path.rsplit_once("/v").and_then(|(_, name)| name.strip_suffix(".html")) {
        version_is_isolated(&document, version, &mut findings);
    }
    for control in html.chars().filter(|letter| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')) {
        findings.push(format!("the text has the control character U+{:04X}", control as u32));
    }
    findings
}

fn only<'d>(document: &'d Document, name: &'d str, findings: &mut Vec<String>) -> Option<&'d Element> {
    let count = document.named(name).count();
    if count != 1 {
        findings.push(format!("{count} <{name}> instead of one"));
    }
    document.named(name).next().map(|(_, element)| element)
}

fn frame(document: &Document, findings: &mut Vec<String>) {
    if let Some(html) = only(document, "html", findings) {
        if html.get("lang").is_none_or(str::is_empty) {
            findings.push("<html> has no lang".to_owned());
        }
        if !matches!(html.get("dir"), Some("ltr" | "rtl")) {
            findings.push("<html> has no dir".to_owned());
        }
    }
    if only(document, "title", findings).is_some_and(|title| title.text.trim().is_empty()) {
        findings.push("the title is empty".to_owned());
    }
    only(document, "main", findings);
    let meta = |key: &str, name: &str| {
        let found = document.named("meta").find(|(_, meta)| meta.get(key) == Some(name));
        found.and_then(|(_, meta)| meta.get("content")).unwrap_or_default()
    };
    let viewport = meta("name", "viewport");
    if !viewport.contains("width=device-width") || viewport.contains("scalable") || viewport.contains("maximum-scale") {
        findings.push(format!("the viewport cannot be zoomed: {viewport:?}"));
    }
    let policy = meta("http-equiv", "Content-Security-Policy");
    if !policy.starts_with("default-src 'none'") || policy.contains("unsafe") || policy.contains("frame-ancestors") {
        findings.push(format!("the content security policy is not strict: {policy:?}"));
    }
}

fn headings(document: &Document, findings: &mut Vec<String>) {
    only(document, "h1", findings);
    let mut before = 0;
    for element in &document.elements {
        let level = ["h1", "h2", "h3", "h4", "h5", "h6"].iter().position(|name| *name == element.name);
        let Some(level) = level.map(|at| at + 1) else { continue };
        if level > before + 1 {
            findings.push(format!("h{level} follows h{before}: {}", element.text));
        }
        if element.text.trim().is_empty() {
            findings.push(format!("an empty h{level}"));
        }
        before = level;
    }
}

fn references(document: &Document, findings: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in document.elements.iter().filter_map(|element| element.get("id")) {
        if !ids.insert(id) {
            findings.push(format!("the id {id:?} is there twice"));
        }
        if id.is_empty() || id.contains(char::is_whitespace) {
            findings.push(format!("{id:?} is no id"));
        }
    }
    for element in &document.elements {
        let link = element.get("href").and_then(|href| href.strip_prefix('#'));
        let aria = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for"];
        let referred = aria.iter().filter_map(|name| element.get(name)).flat_map(str::split_whitespace);
        for id in referred.chain(link).filter(|id| !ids.contains(id)) {
            findings.push(format!("<{}> refers to {id:?}, which is not there", element.name));
        }
    }
}

/// What can be reached or filled has a name.
fn names(document: &Document, findings: &mut Vec<String>) {
    let named = ["a", "button", "label", "legend", "th", "dt", "dd", "li", "bdi"];
    for element in document.elements.iter().filter(|element| named.contains(&element.name.as_str())) {
        if element.text.trim().is_empty() {
            findings.push(format!("<{}> is empty", element.name));
        }
    }
    for (_, input) in document.named("input").filter(|(_, input)| input.get("type") != Some("hidden")) {
        let labels = document
            .named("label")
            .filter(|(_, label)| label.get("for").is_some() && label.get("for") == input.get("id"));
        if labels.count() != 1 {
            findings.push(format!("{:?} has no label of its own", input.get("name")));
        }
    }
}

fn radios(document: &Document, findings: &mut Vec<String>) {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, radio) in document.named("input").filter(|(_, input)| input.get("type") == Some("radio")) {
        groups.entry(radio.get("name").unwrap_or_default()).or_default().push(at);
    }
    for (name, radios) in groups {
        let fieldset = |at: &usize| {
            let parents = std::iter::successors(Some(*at), |at| document.elements[*at].parent);
            parents.into_iter().find(|at| document.elements[*at].name == "fieldset")
        };
        let around: BTreeSet<Option<usize>> = radios.iter().map(fieldset).collect();
        let legend =
            document.named("legend").any(|(_, legend)| around.contains(&legend.parent) && legend.parent.is_some());
        if around.len() != 1 || around.contains(&None) || !legend {
            findings.push(format!("{name} is not one fieldset with a legend"));
        }
        let values: Vec<_> = radios.iter().filter_map(|at| document.elements[*at].get("value")).collect();
        if values != ["granted", "refused"] {
            findings.push(format!("{name} cannot be refused as it can be granted: {values:?}"));
        }
    }
}

fn forms(document: &Document, findings: &mut Vec<String>) {
    for element in &document.elements {
        if element.get("checked").is_some() || element.get("selected").is_some() {
            findings.push(format!("{:?} is chosen in advance", element.get("name")));
        }
        if element.name == "form" && element.get("method") != Some("post") {
            findings.push("a form that does not POST".to_owned());
        }
    }
}

/// Text in another language says so, and in which direction it is written.
fn foreign(document: &Document, findings: &mut Vec<String>) {
    let own = document.named("html").find_map(|(_, html)| html.get("lang")).unwrap_or_default();
    for element in &document.elements {
        if let Some(language) = element.get("hreflang")
            && element.get("lang") != Some(language)
            && language != own
        {
            findings.push(format!("the link {:?} is in {language}, and does not say so", element.text));
        }
        let needs_dir = !matches!(element.name.as_str(), "html" | "title");
        if element.get("lang").is_some() && needs_dir && !matches!(element.get("dir"), Some("ltr" | "rtl")) {
            findings.push(format!("<{} lang> without dir", element.name));
        }
    }
}

/// Values that a machine made are shown apart from the direction of the text around them.
fn isolation(document: &Document, findings: &mut Vec<String>) {
    for (at, text) in &document.texts {
        let around = |name: &str| document.around(*at).any(|element| element.name == name);
        if around("bdi") || around("title") || around("article") {
            continue;
        }
        let word = |word: &str| is_digest(word) || is_date(word);
        let in_facts = document.around(*at).any(|element| element.get("class") == Some("facts"));
        let value = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').any(word);
        if value || around("time") || (in_facts && text.contains(|letter: char| letter.is_ascii_digit())) {
            findings.push(format!("{:?} is not inside <bdi>", text.trim()));
        }
    }
}

fn is_digest(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_date(word: &str) -> bool {
    word.len() == 10
        && word
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

fn version_is_isolated(document: &Document, version: &str, findings: &mut Vec<String>) {
    if !document.named("bdi").any(|(_, bdi)| bdi.text == version) {
        findings.push(format!("the version {version} is not inside <bdi>"));
    }
}

fn nothing_active(document: &Document, findings: &mut Vec<String>) {
    for element in &document.elements {
        if ["script", "style", "iframe", "object", "embed", "base", "template"].contains(&element.name.as_str()) {
            findings.push(format!("<{}> on a page", element.name));
        }
        for (name, value) in &element.attributes {
            let active = name == "style"
                || name.starts_with("on")
                || value.trim_start().to_lowercase().starts_with("javascript:");
            if active {
                findings.push(format!("<{} {name}={value:?}>", element.name));
            }
        }
    }
}

/// Nothing comes from elsewhere; only links lead there.
fn nothing_loaded(document: &Document, findings: &mut Vec<String>) {
    for element in &document.elements {
        for name in ["src", "srcset", "action", "formaction", "href", "data", "poster", "background", "ping"] {
            let Some(address) = element.get(name) else { continue };
            let elsewhere = address.starts_with('/')
                || address.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
            let known = ["https://", "http://", "mailto:", "tel:"];
            let link = element.name == "a" && known.iter().any(|scheme| address.to_lowercase().starts_with(scheme));
            if elsewhere && !link || element.name == "img" {
                findings.push(format!("<{} {name}={address:?}> leads out", element.name));
            }
        }
    }
}
