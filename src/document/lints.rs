//! `lints` of the Site: levels of what is legal but unwise, each with its reason.

use schemars::JsonSchema;
use serde::Deserialize;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::program::{Level, LintException, LintRule};
use crate::source::typed::{Entry, Map};
use crate::source::{Span, Spanned};

/// What becomes of the findings of a lint.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LintSyntax {
    /// `allow` says nothing, and wants a reason; `warn` reports; `deny` is an error. Absent: as the lint has it.
    pub level: Option<Spanned<LevelName>>,
    /// Why it is so here.
    #[schemars(length(min = 1))]
    pub because: Option<Spanned<String>>,
    /// What it shall not speak of (an item, type, table, `table.column` or document, as it names it), and why.
    #[serde(default)]
    pub except: Map<Spanned<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LevelName {
    /// Nothing is said.
    Allow,
    /// It is reported.
    Warn,
    /// It is an error.
    Deny,
}

/// Sorted by code.
pub(super) fn lower(written: &Map<Spanned<LintSyntax>>, context: &mut Context<'_>) -> Vec<LintRule> {
    let mut rules: Vec<LintRule> = written.iter().filter_map(|one| rule(one, context)).collect();
    rules.sort_by_key(|rule| rule.code.name());
    rules
}

fn rule(written: &Entry<Spanned<LintSyntax>>, context: &mut Context<'_>) -> Option<LintRule> {
    let code = code(&written.key, context)?;
    let LintSyntax { level, because, except } = &written.value.value;
    let reason = because.as_ref().filter(|reason| !reason.value.trim().is_empty());
    let level = level.as_ref().map(|level| match level.value {
        LevelName::Allow => (Level::Allow, level.span),
        LevelName::Warn => (Level::Warn, level.span),
        LevelName::Deny => (Level::Deny, level.span),
    });
    if let (Some((Level::Allow, at)), None) = (level, reason) {
        context
            .found(without_reason(code, at).help("write `because: …` beside it: whoever reviews the policy reads it"));
    }
    let mut exceptions: Vec<LintException> = Vec::new();
    for one in except {
        if one.value.value.trim().is_empty() {
            let help = format!("write `{}: …`, with the reason for which this one is none", one.key.value);
            context.found(without_reason(code, one.key.span).help(help));
        }
        let (about, because) = (one.key.value.clone(), one.value.value.clone());
        exceptions.push(LintException { about, because, span: one.key.span });
    }
    exceptions.sort_by(|a, b| a.about.cmp(&b.about));
    let because = reason.map(|reason| reason.value.clone());
    let level = level.map(|(level, _)| level);
    Some(LintRule { code, level, because, except: exceptions, span: written.key.span })
}

fn without_reason(code: Code, at: Span) -> Diagnostic {
    let title = format!("`{}` is silenced without a reason", code.name());
    Diagnostic::new(Code::LintWithoutReason, at, title).label("why is this no mistake here?")
}

fn code(name: &Spanned<String>, context: &mut Context<'_>) -> Option<Code> {
    let found = Code::from_name(&name.value);
    if let Some(code) = found.filter(|code| code.is_lint()) {
        return Some(code);
    }
    let diagnostic = if let Some(code) = found {
        let what = if code.severity() == Severity::Error { "an error" } else { "a warning that always stands" };
        Diagnostic::new(Code::UnknownLint, name.span, format!("`{}` is no lint", name.value))
            .label(format!("this is {what}"))
            .help("mend what it speaks of; only lints have levels")
    } else {
        let lints = Code::ALL.iter().filter(|code| code.is_lint()).map(|code| code.name());
        Diagnostic::new(Code::UnknownLint, name.span, format!("there is no lint `{}`", name.value))
            .label("not the code of a lint")
            .nearest(&name.value, lints)
    };
    context.found(diagnostic);
    None
}
