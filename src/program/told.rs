//! What people are told by one version of a policy, and its digest: the identity of what they agree to.

use serde::Serialize;

use super::{Asks, Audience, LawfulBasis, Policy, PolicyKind, Program, PurposeId, Question, Text, Version, digest_of};

/// SHA-256, as 64 hexadecimal digits, of what a version tells people in all its languages: texts, statements, the
/// purposes, data and recipients behind them, and who is responsible. How a page looks is no part of it.
#[must_use]
pub fn content_digest(program: &Program, policy: &Policy, version: &Version) -> String {
    digest_of(&told(program, policy, version))
}

/// The canonical shape: the order of the fields counts, and a change of it is a new `format`.
// WHY: not the program's own types, because a field that is added there must not void what people agreed to.
#[derive(Serialize)]
struct Told<'p> {
    format: u32,
    policy: &'p str,
    kind: PolicyKind,
    audience: Audience,
    title: &'p Text,
    version: &'p str,
    effective: Option<&'p str>,
    whats_new: Option<&'p Text>,
    text: &'p Text,
    controller: [Option<&'p str>; 3],
    statements: Vec<Statement<'p>>,
    purposes: Vec<Purpose<'p>>,
}

#[derive(Serialize)]
struct Statement<'p> {
    id: &'p str,
    asks: Asks,
    required: bool,
    purpose: Option<&'p str>,
    text: &'p Text,
    agree: &'p Text,
    decline: &'p Text,
    declined: Option<&'p Text>,
}

#[derive(Serialize)]
struct Purpose<'p> {
    id: &'p str,
    title: &'p Text,
    description: Option<&'p Text>,
    lawful_basis: Vec<[&'p str; 2]>,
    special_category: Vec<[&'p str; 2]>,
    recipients: Vec<(&'p str, Option<&'p str>)>,
    /// Name and title of each kind of data.
    data: Vec<(&'p str, &'p Text)>,
}

fn told<'p>(program: &'p Program, policy: &'p Policy, version: &'p Version) -> Told<'p> {
    let controller = &program.site.controller;
    let mut purposes: Vec<PurposeId> = version.questions.iter().filter_map(|question| question.purpose).collect();
    purposes.sort_unstable();
    purposes.dedup();
    Told {
        format: 1,
        policy: &policy.id,
        kind: policy.kind,
        audience: policy.audience,
        title: &policy.title,
        version: &version.version,
        effective: version.effective.as_deref(),
        whats_new: version.whats_new.as_ref(),
        text: &version.text,
        controller: [Some(&controller.name), controller.address.as_deref(), Some(&controller.contact)],
        statements: version.questions.iter().map(|question| statement(program, question)).collect(),
        purposes: purposes.into_iter().filter_map(|id| purpose(program, id)).collect(),
    }
}

fn statement<'p>(program: &'p Program, question: &'p Question) -> Statement<'p> {
    Statement {
        id: &question.id,
        asks: question.asks,
        required: question.required,
        purpose: question.purpose.and_then(|id| program.purpose(id)).map(|purpose| purpose.id.as_str()),
        text: &question.text,
        agree: &question.agree,
        decline: &question.decline,
        declined: question.declined.as_ref(),
    }
}

fn purpose(program: &Program, id: PurposeId) -> Option<Purpose<'_>> {
    let purpose = program.purpose(id)?;
    Some(Purpose {
        id: &purpose.id,
        title: &purpose.title,
        description: purpose.description.as_ref(),
        lawful_basis: articles(&purpose.lawful_basis),
        special_category: articles(&purpose.special_category),
        recipients: purpose.recipients.iter().map(|one| (one.name.as_str(), one.country.as_deref())).collect(),
        data: data_for(program, id).collect(),
    })
}

fn articles(bases: &[LawfulBasis]) -> Vec<[&str; 2]> {
    bases.iter().map(|basis| [basis.law.as_str(), &basis.article]).collect()
}

/// Name and title of each kind of data that is used for a purpose, sorted by name.
pub fn data_for(program: &Program, id: PurposeId) -> impl Iterator<Item = (&str, &Text)> {
    let items = program.items.iter().filter(move |item| item.purpose == Some(id));
    items.map(|item| (item.name.as_str(), &item.title))
}
