//! `kind: SitePolicy`: what people are told and asked.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use super::policy_text::long_text;
use super::syntax::{Day, Id, Localized, VersionName};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Policy, Question};
use crate::source::{Span, Spanned};

/// What people are told and asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SitePolicy {
    /// What kind of document this is.
    #[schemars(extend("const" = "SitePolicy"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// What it is about.
    #[serde(rename = "type")]
    pub policy_type: PolicyType,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// Whom it concerns.
    #[serde(default)]
    pub audience: AudienceName,
    /// A published text never changes; what changes is a new version.
    #[schemars(length(min = 1))]
    pub versions: Vec<Version>,
}

/// What a policy is about.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PolicyType {
    /// How personal data is processed (GDPR Articles 13 and 14).
    Privacy,
    /// What people agree to who use the site.
    Terms,
    /// How work is done honestly, as in examinations.
    Integrity,
    /// What somebody else asks whose service is used.
    ThirdParty,
    /// Anything else.
    Other,
}

/// Whom a policy concerns.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AudienceName {
    /// Everybody who comes.
    #[default]
    Everyone,
    /// Those who are not logged in.
    Guests,
    /// Those who are.
    Users,
}

/// One version of a policy.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Its name, which is never used again.
    pub version: Spanned<VersionName>,
    /// Where it stands in its life.
    pub status: VersionStatus,
    /// The day from which it holds.
    pub effective: Option<Spanned<Day>>,
    /// Whether people are asked again.
    pub change: Option<ChangeName>,
    /// What is different from the version before.
    pub whats_new: Option<Spanned<Localized>>,
    /// Markdown: a file for each locale, or the text itself.
    pub text: Spanned<Localized>,
    /// What people answer.
    #[serde(default)]
    pub statements: Vec<Statement>,
}

/// Where a version stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VersionStatus {
    /// In work; shown to nobody.
    Draft,
    /// What people are shown; one version at most.
    Published,
    /// What people were shown before.
    Archived,
}

/// Whether a change of the text matters to what people agreed to.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeName {
    /// People are asked again.
    Material,
    /// Nobody is asked again.
    Editorial,
}

/// Something that people answer. There is no way to say that an answer is given beforehand.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Unique in the site.
    pub id: Spanned<Id>,
    /// What kind of answer is asked for.
    pub asks: Spanned<AsksName>,
    /// The purpose that a consent is given for.
    pub purpose: Option<Spanned<Id>>,
    /// Whoever says no cannot use the site. A consent is never required: it would not be free.
    #[serde(default)]
    pub required: bool,
    /// What people say yes or no to.
    pub text: Spanned<Localized>,
    /// The label of yes.
    pub agree: Spanned<Localized>,
    /// The label of no.
    pub decline: Spanned<Localized>,
    /// What somebody reads who says no to something required.
    pub declined: Option<Spanned<Localized>>,
}

/// What kind of answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AsksName {
    /// To terms; may be required.
    Agreement,
    /// That something was read.
    Acknowledgement,
    /// To one purpose, freely given (GDPR Article 7).
    Consent,
}

pub(super) fn lower(policies: Vec<SitePolicy>, context: &mut Context<'_>) -> Vec<Policy> {
    context.unique_ids("SitePolicy", policies.iter().map(|policy| &policy.id));
    let mut statements: HashMap<String, Span> = HashMap::new();
    let mut lowered: Vec<Policy> = policies.into_iter().map(|policy| one(&policy, &mut statements, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    lowered
}

fn one(policy: &SitePolicy, statements: &mut HashMap<String, Span>, context: &mut Context<'_>) -> Policy {
    one_published(policy, context);
    let mut names: HashMap<&str, Span> = HashMap::new();
    for version in &policy.versions {
        if let Some(first) = names.insert(&version.version.value.0, version.version.span) {
            let title =
                format!("version `{}` stands twice in the policy `{}`", version.version.value.0, policy.id.value.0);
            context.found(
                Diagnostic::new(Code::DuplicateId, version.version.span, title)
                    .label("again here")
                    .related(first, "first written here")
                    .help("a text that changes gets a new version"),
            );
        }
        // The same statement may go through several versions of one policy, but not through two policies.
        for statement in &version.statements {
            let key = statement.id.value.0.clone();
            if let Some(first) = statements.get(&key).filter(|_| !asked_before(policy, &key, version)) {
                let title = format!("a second statement has the id `{key}`");
                let diagnostic = Diagnostic::new(Code::DuplicateId, statement.id.span, title)
                    .label("statements are unique in the site")
                    .related(*first, "first used here")
                    .help("answers are kept by this id: give one of the two another");
                context.found(diagnostic);
            }
            statements.insert(key, statement.id.span);
        }
    }
    Policy {
        id: policy.id.value.0.clone(),
        kind: kind(policy.policy_type),
        title: context.text(&policy.title),
        audience: match policy.audience {
            AudienceName::Everyone => program::Audience::Everyone,
            AudienceName::Guests => program::Audience::Guests,
            AudienceName::Users => program::Audience::Users,
        },
        versions: policy.versions.iter().map(|version| lower_version(version, context)).collect(),
        span: policy.kind.span,
    }
}

fn asked_before(policy: &SitePolicy, key: &str, here: &Version) -> bool {
    let others = policy.versions.iter().filter(|version| !std::ptr::eq(*version, here));
    let once = here.statements.iter().filter(|statement| statement.id.value.0 == key).count() == 1;
    once && others.flat_map(|version| &version.statements).any(|statement| statement.id.value.0 == key)
}

fn one_published(policy: &SitePolicy, context: &mut Context<'_>) {
    let mut published = policy.versions.iter().filter(|version| version.status == VersionStatus::Published);
    let Some(first) = published.next() else {
        let title = format!("the policy `{}` has no published version", policy.id.value.0);
        context.found(
            Diagnostic::new(Code::NothingPublished, policy.id.span, title)
                .about(policy.id.value.0.as_str())
                .label("nobody is shown anything of it")
                .help("set the status of one version to `published` when it is to be read"),
        );
        return;
    };
    for other in published {
        let title = format!("the policy `{}` has a second published version", policy.id.value.0);
        let diagnostic = Diagnostic::new(Code::TwoPublished, other.version.span, title)
            .label("published too")
            .related(first.version.span, "already published")
            .help("set the older one to `archived`");
        context.found(diagnostic);
    }
}

fn kind(name: PolicyType) -> program::PolicyKind {
    match name {
        PolicyType::Privacy => program::PolicyKind::Privacy,
        PolicyType::Terms => program::PolicyKind::Terms,
        PolicyType::Integrity => program::PolicyKind::Integrity,
        PolicyType::ThirdParty => program::PolicyKind::ThirdParty,
        PolicyType::Other => program::PolicyKind::Other,
    }
}

fn lower_version(version: &Version, context: &mut Context<'_>) -> program::Version {
    program::Version {
        version: version.version.value.0.clone(),
        status: match version.status {
            VersionStatus::Draft => program::VersionStatus::Draft,
            VersionStatus::Published => program::VersionStatus::Published,
            VersionStatus::Archived => program::VersionStatus::Archived,
        },
        effective: version.effective.as_ref().and_then(|day| day.value.date(day.span, context)),
        change: version.change.map(|change| match change {
            ChangeName::Material => program::Change::Material,
            ChangeName::Editorial => program::Change::Editorial,
        }),
        whats_new: version.whats_new.as_ref().map(|text| long_text(text, context)),
        text: long_text(&version.text, context),
        questions: version.statements.iter().map(|statement| question(statement, context)).collect(),
        span: version.version.span,
    }
}

fn question(statement: &Statement, context: &mut Context<'_>) -> Question {
    let purpose = statement.purpose.as_ref().and_then(|name| context.purpose(name));
    if statement.asks.value == AsksName::Consent && statement.purpose.is_none() {
        context.found(
            Diagnostic::new(
                Code::ConsentWithoutPurpose,
                statement.asks.span,
                "a consent is given for a purpose, and none is named",
            )
            .label("consent to what?")
            .help("add `purpose:` with the id of a Purpose, or ask for an acknowledgement"),
        );
    }
    Question {
        id: statement.id.value.0.clone(),
        asks: match statement.asks.value {
            AsksName::Agreement => program::Asks::Agreement,
            AsksName::Acknowledgement => program::Asks::Acknowledgement,
            AsksName::Consent => program::Asks::Consent,
        },
        purpose,
        required: statement.required,
        text: context.text(&statement.text),
        agree: context.text(&statement.agree),
        decline: context.text(&statement.decline),
        declined: context.optional_text(statement.declined.as_ref()),
        span: statement.id.span,
    }
}
