//! `consent/<locale>/consent.html`: one question after the other, with what each is about, and nothing chosen.

use serde::Serialize;

use super::edition::{Current, Edition, identity};
use super::locale::Locale;
use super::text::{Part, Phrase};
use super::{Page, PageError, path};
use crate::program::{Asks, LawfulBasis, PurposeId, Question, Recipient, data_for};

#[derive(Serialize)]
struct Form {
    policies: Vec<Asking>,
}

/// A policy and its questions.
#[derive(Serialize)]
struct Asking {
    id: String,
    key: String,
    version: String,
    digest: String,
    title: Phrase,
    href: String,
    facts: Vec<Phrase>,
    statements: Vec<Statement>,
}

#[derive(Serialize)]
struct Statement {
    id: String,
    /// The id as a part of HTML ids.
    key: String,
    text: Phrase,
    /// What an answer is, and whether it is needed.
    facts: [Phrase; 2],
    purpose: Option<Purpose>,
    agree: Phrase,
    decline: Phrase,
    declined: Option<Phrase>,
}

#[derive(Serialize)]
struct Purpose {
    title: Phrase,
    description: Option<Phrase>,
    data: Vec<Phrase>,
    lawful_basis: Vec<Basis>,
    special_category: Vec<Basis>,
    recipients: Vec<Receiver>,
}

#[derive(Serialize)]
struct Basis {
    /// In everyday words, where we have them.
    ground: Option<Phrase>,
    citation: Phrase,
}

#[derive(Serialize)]
struct Receiver {
    name: String,
    country: Option<String>,
}

/// The form, or nothing where no published policy asks anything.
pub(super) fn render(edition: &Edition<'_>, locale: &Locale<'_>) -> Result<Option<Page>, PageError> {
    let at = path::form(locale.tag);
    let policies: Vec<Asking> =
        edition.asking().map(|current| asking(edition, locale, current, &at)).collect::<Result<_, _>>()?;
    if policies.is_empty() {
        return Ok(None);
    }
    let frame = edition.frame(locale, &locale.say("form", &[])?, &at, path::form);
    edition.print(at, "form.html", locale, frame, Form { policies }).map(Some)
}

fn asking(edition: &Edition<'_>, locale: &Locale<'_>, current: &Current<'_>, from: &str) -> Result<Asking, PageError> {
    let Current { policy, version, digest } = current;
    let statements = version.questions.iter().map(|question| statement(edition, locale, question));
    Ok(Asking {
        id: policy.id.clone(),
        key: path::name(&policy.id),
        version: version.version.clone(),
        digest: digest.clone(),
        title: locale.text(&policy.title),
        href: path::relative(from, &path::version(locale.tag, &policy.id, &version.version)),
        facts: identity(locale, current)?,
        statements: statements.collect::<Result<_, _>>()?,
    })
}

fn statement(edition: &Edition<'_>, locale: &Locale<'_>, question: &Question) -> Result<Statement, PageError> {
    let asks = match question.asks {
        Asks::Agreement => "asks_agreement",
        Asks::Acknowledgement => "asks_acknowledgement",
        Asks::Consent => "asks_consent",
    };
    let needed = if question.required { "required" } else { "optional" };
    Ok(Statement {
        id: question.id.clone(),
        key: path::name(&question.id),
        text: locale.text(&question.text),
        facts: [locale.say(asks, &[])?, locale.say(needed, &[])?],
        purpose: question.purpose.map(|id| purpose(edition, locale, id)).transpose()?.flatten(),
        agree: locale.text(&question.agree),
        decline: locale.text(&question.decline),
        declined: question.declined.as_ref().map(|text| locale.text(text)),
    })
}

fn purpose(edition: &Edition<'_>, locale: &Locale<'_>, id: PurposeId) -> Result<Option<Purpose>, PageError> {
    let Some(purpose) = edition.program.purpose(id) else { return Ok(None) };
    let bases = |bases: &[LawfulBasis]| bases.iter().map(|one| basis(locale, one)).collect::<Result<Vec<_>, _>>();
    Ok(Some(Purpose {
        title: locale.text(&purpose.title),
        description: purpose.description.as_ref().map(|text| locale.text(text)),
        data: data_for(edition.program, id).map(|(_, title)| locale.text(title)).collect(),
        lawful_basis: bases(&purpose.lawful_basis)?,
        special_category: bases(&purpose.special_category)?,
        recipients: purpose.recipients.iter().map(receiver).collect(),
    }))
}

fn receiver(recipient: &Recipient) -> Receiver {
    Receiver { name: recipient.name.clone(), country: recipient.country.clone() }
}

fn basis(locale: &Locale<'_>, basis: &LawfulBasis) -> Result<Basis, PageError> {
    let law = locale.find(&format!("law_{}", basis.law), &[]);
    let law = law.map_or_else(|| Part::value(basis.law.to_uppercase()), |name| Part::value(name.plain()));
    let values = [("law", law), ("article", Part::value(article(&basis.article)))];
    let ground = format!("ground_{}_{}", basis.law, basis.article.replace('.', "_"));
    Ok(Basis { ground: locale.find(&ground, &[]), citation: locale.say("citation", &values)? })
}

/// `6.1.a` as lawyers write it: `6(1)(a)`.
fn article(written: &str) -> String {
    let mut parts = written.split('.');
    let first = parts.next().unwrap_or(written).to_owned();
    parts.fold(first, |article, part| format!("{article}({part})"))
}
