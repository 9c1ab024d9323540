//! `consent/manifest.json`: the contract with the host that serves the pages and takes the answers.

use serde::Serialize;

use super::edition::{Current, Edition};
use super::locale::dir;
use super::{CSP, Page, PageError, path};
use crate::program::{Asks, Audience, Change, PolicyKind, Question, digest_of_bytes};

const FORMAT_VERSION: u32 = 1;
/// Where the host puts its hidden field against forged requests.
const CSRF_SLOT: &str = "<!-- probate:csrf -->";
/// Where the host puts its own id of the request, so that an answer that is sent twice counts once.
const REQUEST_SLOT: &str = "<input type=\"hidden\" name=\"request\" value=\"\">";

#[derive(Serialize)]
struct Manifest<'p> {
    format_version: u32,
    site: &'p str,
    csp: &'static str,
    locales: Vec<Language<'p>>,
    policies: Vec<Policy<'p>>,
    form: Option<Form>,
    files: Vec<File<'p>>,
}

/// The first is the site's default.
#[derive(Serialize)]
struct Language<'p> {
    locale: &'p str,
    dir: &'static str,
    policies: String,
    form: Option<String>,
}

#[derive(Serialize)]
struct Policy<'p> {
    id: &'p str,
    kind: PolicyKind,
    audience: Audience,
    version: &'p str,
    effective: Option<&'p str>,
    change: Option<Change>,
    content_digest: &'p str,
    pages: Vec<Place<'p>>,
    statements: Vec<Statement<'p>>,
}

#[derive(Serialize)]
struct Place<'p> {
    locale: &'p str,
    path: String,
}

#[derive(Serialize)]
struct Statement<'p> {
    id: &'p str,
    asks: Asks,
    required: bool,
    purpose: Option<&'p str>,
}

#[derive(Serialize)]
struct Form {
    method: &'static str,
    content_type: &'static str,
    /// What the host replaces in the page before it is sent.
    slots: [Slot; 2],
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Slot {
    name: &'static str,
    marker: &'static str,
}

#[derive(Serialize)]
struct Field {
    name: String,
    /// The only values that are answers; empty for a field that the host fills.
    values: Vec<String>,
    /// A field that may be absent was not answered, which is neither yes nor no.
    optional: bool,
}

#[derive(Serialize)]
struct File<'p> {
    path: &'p str,
    sha256: String,
    bytes: usize,
}

pub(super) fn render(edition: &Edition<'_>, pages: &[Page]) -> Result<Page, PageError> {
    let mut files: Vec<File<'_>> = pages.iter().map(file).collect();
    files.sort_by_key(|file| file.path);
    let asks = edition.asking().next().is_some();
    let locales = &edition.program.site.locales;
    let manifest = Manifest {
        format_version: FORMAT_VERSION,
        site: &edition.program.site.id,
        csp: CSP,
        locales: locales.iter().map(|tag| language(tag, asks.then(|| path::form(tag)))).collect(),
        policies: edition.current.iter().map(|current| policy(edition, current)).collect(),
        form: asks.then(|| form(edition)),
        files,
    };
    let mut json = serde_json::to_vec_pretty(&manifest).map_err(|error| PageError::Manifest(error.to_string()))?;
    json.push(b'\n');
    Ok(Page { path: path::manifest(), bytes: json })
}

fn file(page: &Page) -> File<'_> {
    File { path: &page.path, sha256: digest_of_bytes(&page.bytes), bytes: page.bytes.len() }
}

fn language(tag: &str, form: Option<String>) -> Language<'_> {
    Language { locale: tag, dir: dir(tag), policies: path::policies(tag), form }
}

fn policy<'e>(edition: &'e Edition<'_>, current: &'e Current<'_>) -> Policy<'e> {
    let Current { policy, version, digest } = current;
    let place = |tag: &'e String| Place { locale: tag, path: path::version(tag, &policy.id, &version.version) };
    Policy {
        id: &policy.id,
        kind: policy.kind,
        audience: policy.audience,
        version: &version.version,
        effective: version.effective.as_deref(),
        change: version.change,
        content_digest: digest,
        pages: edition.program.site.locales.iter().map(place).collect(),
        statements: version.questions.iter().map(|question| statement(edition, question)).collect(),
    }
}

fn statement<'e>(edition: &'e Edition<'_>, question: &'e Question) -> Statement<'e> {
    let purpose = question.purpose.and_then(|id| edition.program.purpose(id));
    Statement {
        id: &question.id,
        asks: question.asks,
        required: question.required,
        purpose: purpose.map(|purpose| purpose.id.as_str()),
    }
}

fn form(edition: &Edition<'_>) -> Form {
    let mut fields = vec![
        Field { name: "request".to_owned(), values: Vec::new(), optional: false },
        field("locale", edition.program.site.locales.clone()),
    ];
    let policies = edition.asking().map(|current| format!("{}@{}", current.policy.id, current.version.version));
    fields.push(field("policy[]", policies.collect()));
    fields.extend(
        edition.asking().map(|current| field(&format!("digest[{}]", current.policy.id), vec![current.digest.clone()])),
    );
    let questions = || edition.asking().flat_map(|current| &current.version.questions);
    fields.push(field("shown[]", questions().map(|question| question.id.clone()).collect()));
    fields.extend(questions().map(|question| {
        let values = vec!["granted".to_owned(), "refused".to_owned()];
        Field { optional: true, ..field(&format!("choice[{}]", question.id), values) }
    }));
    let slots = [Slot { name: "csrf", marker: CSRF_SLOT }, Slot { name: "request", marker: REQUEST_SLOT }];
    Form { method: "POST", content_type: "application/x-www-form-urlencoded", slots, fields }
}

fn field(name: &str, values: Vec<String>) -> Field {
    Field { name: name.to_owned(), values, optional: false }
}
