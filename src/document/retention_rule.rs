//! `kind: RetentionRule`: how long data is kept, and why.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Kind;
use super::context::Context;
use super::duration::{Duration, keep_for};
use super::meanwhile::{self, Meanwhile};
use super::moment::{self, AfterSyntax};
use super::retention_then::{ThenSyntax, then};
use super::selection::{self, select};
use super::syntax::{Id, Items, Localized, WordOrMap};
use super::within;
use crate::database::possible;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, AtLeast, AtMost, Duty, Item, ItemId, KeepFor, RolePeriod, TableName, Within};
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::sql::{Expr, Family};
use crate::strategy::Assignment;

/// How long data is kept, and why: after a time it goes (GDPR Article 5(1)(e)), or until then it stays (Article 17(3)).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    /// What kind of document this is.
    #[schemars(extend("const" = "RetentionRule"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Option<Spanned<Localized>>,
    /// Why the data is kept for so long.
    pub purpose: Option<Spanned<Id>>,
    /// The items that it is about.
    pub items: Items,
    /// Only data in these places: a context, and a condition on its table. A smaller place comes before a larger one.
    #[schemars(extend("minProperties" = 1))]
    pub within: Option<Spanned<Map<Spanned<String>>>>,
    /// Rules that this one comes before, where both are about the same data in places of the same kind.
    pub overrides: Option<Spanned<OverridesSyntax>>,
    /// How long, and from when.
    pub period: Spanned<PeriodSyntax>,
    /// Other periods for the data of people who hold a role in the place, or in one that it lies in; of several roles the
    /// longest counts.
    #[serde(default)]
    pub roles: Map<Spanned<RoleSyntax>>,
    /// What obliges to keep the data; needed with `at_least`.
    pub duty: Option<Spanned<DutySyntax>>,
    /// What is written into rows that only the duty keeps.
    pub meanwhile: Option<Spanned<Meanwhile>>,
    /// What happens to data that is older than `at_most`; absent: `offer`.
    pub then: Option<Spanned<ThenSyntax>>,
}

/// One rule, or a list of rules.
#[derive(Debug, Clone)]
pub struct OverridesSyntax(WordOrMap<Vec<Spanned<String>>>);

impl<'de> Deserialize<'de> for OverridesSyntax {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WordOrMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for OverridesSyntax {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Overrides".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The id of a rule, or a list of ids.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
            ],
        })
    }
}

/// How long, and from when.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RetentionPeriod")]
pub struct PeriodSyntax {
    /// After that the data goes: an ISO 8601 duration.
    pub at_most: Option<Spanned<Duration>>,
    /// Until then it stays, whoever asks: an ISO 8601 duration or `unlimited`.
    pub at_least: Option<Spanned<Duration>>,
    /// The clock that it counts from.
    pub after: Spanned<AfterSyntax>,
}

/// Periods for holders of a role.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RolePeriod")]
pub struct RoleSyntax {
    /// Instead of `at_most` of the period; `unlimited`: never.
    pub at_most: Option<Spanned<Duration>>,
    /// Instead of `at_least` of the period.
    pub at_least: Option<Spanned<Duration>>,
}

/// What obliges the controller to keep data (GDPR Article 17(3)).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Duty")]
pub struct DutySyntax {
    /// The law, as it is cited.
    #[schemars(length(min = 1))]
    pub law: String,
    /// The ground of Article 17(3) GDPR: `gdpr.17.3.a` to `gdpr.17.3.e`.
    pub ground: Spanned<String>,
}

/// Sorted by id.
pub(super) fn lower(
    rules: &[RetentionRule],
    items: &[Item],
    purge_types: &[program::PurgeType],
    context: &mut Context<'_>,
) -> Vec<program::RetentionRule> {
    context.unique_ids("RetentionRule", rules.iter().map(|one| &one.id));
    let mut lowered: Vec<program::RetentionRule> =
        rules.iter().filter_map(|one| rule(one, rules, items, purge_types, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    let whole = lowered.len() == rules.len();
    if whole {
        context.found.extend(super::collide::collisions(&lowered, items));
    }
    lowered
}

fn rule(
    written: &RetentionRule,
    rules: &[RetentionRule],
    items: &[Item],
    purge_types: &[program::PurgeType],
    context: &mut Context<'_>,
) -> Option<program::RetentionRule> {
    let before = context.found.len();
    let selected = select(&written.items, items, context);
    let within = places(written, context);
    let after = moment::moments(&written.period.value.after, context);
    let (at_most, at_least) = periods(written, context);
    let roles = roles(written, context);
    let then = then(written, after.as_deref(), purge_types, context);
    let duty = duty(written, context);
    let overrides = overrides(written, rules, context);
    let meanwhile = meanwhile(written, &selected.items, items, context);
    let title = context.optional_text(written.title.as_ref());
    let purpose = written.purpose.as_ref().and_then(|name| context.purpose(name));
    let after = after?;
    moment::needed(&after, &written.period.value.after, &selected.items, items, context);
    let sound = context.found.len() == before && selected.sure;
    let at_most = at_most.map(|(span, period)| AtMost { period, roles: roles.0, then, span });
    let at_least = match (at_least, duty) {
        (Some((span, period)), Some(duty)) => Some(AtLeast { period, roles: roles.1, duty, meanwhile, span }),
        _ => None,
    };
    sound.then(|| program::RetentionRule {
        id: written.id.value.0.clone(),
        title,
        purpose,
        items: selected.items,
        selection: selection::written(&written.items),
        excluded: selected.excluded,
        unreviewed: Vec::new(),
        within,
        overrides,
        after,
        at_most,
        at_least,
        span: written.kind.span,
    })
}

fn places(written: &RetentionRule, context: &mut Context<'_>) -> Option<Within> {
    let places = written.within.as_ref()?;
    let within = within::within(places, context)?;
    if within.condition.is_none() {
        let diagnostic = Diagnostic::new(Code::InvalidValue, places.span, "no request names the place of a rule");
        context.found(diagnostic.label("nobody is asked").help("write a context and a condition on its table"));
    }
    Some(within)
}

type Written = Option<(Span, KeepFor)>;

/// `at_most` and `at_least`; one of them must be there.
fn periods(written: &RetentionRule, context: &mut Context<'_>) -> (Written, Written) {
    let period = &written.period;
    let mut read = |text: Option<&Spanned<Duration>>| text.map(|text| (text.span, length(text, context)));
    let (at_most, at_least) = (read(period.value.at_most.as_ref()), read(period.value.at_least.as_ref()));
    if at_most.is_none() && at_least.is_none() {
        let title = "the key `at_most` or `at_least` is missing";
        let help = "write `at_most: P3Y` for data that goes, `at_least: P5Y` for data that must stay";
        context.found(Diagnostic::new(Code::MissingKey, period.span, title).label("how long?").help(help));
    }
    (at_most, at_least)
}

fn meanwhile(
    written: &RetentionRule,
    taken: &[ItemId],
    items: &[Item],
    context: &mut Context<'_>,
) -> Vec<(TableName, Vec<Assignment>)> {
    let Some(one) = &written.meanwhile else { return Vec::new() };
    if written.period.value.at_least.is_none() {
        let diagnostic = Diagnostic::new(Code::InvalidValue, one.span, "`meanwhile` is for data that a duty keeps");
        let help = "write `at_least` with its `duty`, or remove it";
        context.found(diagnostic.label("this rule keeps nothing").help(help));
    }
    let entries = taken.iter().filter_map(|id| items.get(id.0)).flat_map(|item| &item.entries);
    let tables: BTreeSet<TableName> = entries.map(|entry| entry.table.clone()).collect();
    meanwhile::lower(one, &tables, context)
}

/// What is no period is said, and counts as none.
fn length(text: &Spanned<Duration>, context: &mut Context<'_>) -> KeepFor {
    keep_for(text, context).unwrap_or(KeepFor::Unlimited)
}

/// Other periods of holders of a role: for `at_most`, and for `at_least`.
fn roles(written: &RetentionRule, context: &mut Context<'_>) -> (Vec<RolePeriod>, Vec<RolePeriod>) {
    let mut all = (Vec::new(), Vec::new());
    if let Some(first) = written.roles.iter().next()
        && !context.site.has_roles
    {
        let diagnostic =
            Diagnostic::new(Code::UnknownName, first.key.span, "the Site does not say where roles are kept");
        let help = "declare `roles: {table: …, owner: …, name: …, place: …}` in the Site";
        context.lacking(diagnostic.label("a role of what?").help(help));
    }
    for role in &written.roles {
        context.found.extend(nobodys_role(&role.key, context));
        let mut add = |periods: &mut Vec<RolePeriod>, text: Option<&Spanned<Duration>>, of: Option<Span>, key: &str| {
            let Some(text) = text else { return };
            if of.is_none() {
                let title = format!("`{key}` of a role stands for `{key}` of the period, which there is none");
                let diagnostic = Diagnostic::new(Code::InvalidValue, text.span, title);
                context.found(diagnostic.label("instead of what?").help(format!("write `{key}` under `period` too")));
            }
            periods.push(RolePeriod { role: role.key.value.clone(), period: length(text, context) });
        };
        let of = &written.period.value;
        let one = &role.value.value;
        add(&mut all.0, one.at_most.as_ref(), of.at_most.as_ref().map(|text| text.span), "at_most");
        add(&mut all.1, one.at_least.as_ref(), of.at_least.as_ref().map(|text| text.span), "at_least");
        if one.at_most.is_none() && one.at_least.is_none() {
            let diagnostic =
                Diagnostic::new(Code::MissingKey, role.value.span, "the key `at_most` or `at_least` is missing");
            context.found(diagnostic.label("how long for this role?").help("write a period, or remove the role"));
        }
    }
    all.0.sort_by(|a, b| a.role.cmp(&b.role));
    all.1.sort_by(|a, b| a.role.cmp(&b.role));
    all
}

/// A role that the database lets nobody have: whoever is meant would silently be kept by the usual period.
fn nobodys_role(name: &Spanned<String>, context: &Context<'_>) -> Option<Diagnostic> {
    let (table, column) = context.site.role_names?;
    let of = context.schema.table(table);
    let held = of.column(column);
    let is_it = Expr::of(&of.name, &held.name).equals(Expr::text(&name.value));
    // In a column of numbers a role is called by its number.
    let is_number = name.value.parse::<i64>().is_ok_and(|number| number.to_string() == name.value);
    let may_be = held.family != Family::Integer || is_number;
    if may_be && possible(&context.schema, table, &is_it).may_be_true() {
        return None;
    }
    let title = format!("no row of `{}` can have the role `{}`", of.name, name.value);
    let diagnostic = Diagnostic::new(Code::UnknownName, name.span, title).label("nobody ever has it");
    Some(match &held.allowed {
        Some(allowed) => diagnostic.nearest(&name.value, allowed.iter().map(String::as_str)),
        None if !may_be => diagnostic
            .related(held.span, format!("declared as `{}`", held.declared))
            .help("write the number of the role; or let `roles.name` of the Site lead to a column with its name"),
        None => diagnostic.help(format!("look at what `{}` can hold", held.name)),
    })
}

fn duty(written: &RetentionRule, context: &mut Context<'_>) -> Option<Duty> {
    match (&written.duty, &written.period.value.at_least) {
        (Some(duty), Some(_)) => {
            let letter = duty.value.ground.value.strip_prefix("gdpr.17.3.");
            if !letter.is_some_and(|letter| matches!(letter, "a" | "b" | "c" | "d" | "e")) {
                let title =
                    format!("`{}` is no ground to keep data that somebody asks to erase", duty.value.ground.value);
                let diagnostic = Diagnostic::new(Code::InvalidValue, duty.value.ground.span, title);
                context.found(
                    diagnostic
                        .label("`gdpr.17.3.a` to `gdpr.17.3.e` are known")
                        .help("a legal obligation is `gdpr.17.3.b`, legal claims are `gdpr.17.3.e`"),
                );
                return None;
            }
            Some(Duty {
                law: duty.value.law.clone(),
                ground: duty.value.ground.value.trim_start_matches("gdpr.").to_owned(),
            })
        }
        (None, Some(at_least)) => {
            context.found(
                Diagnostic::new(Code::WithoutDuty, at_least.span, "nothing obliges to keep this data")
                    .label("a wish does not outrank a request for erasure")
                    .help("add `duty: {law: …, ground: gdpr.17.3.b}` with the law that obliges, or remove `at_least`"),
            );
            None
        }
        (Some(duty), None) => {
            let diagnostic =
                Diagnostic::new(Code::InvalidValue, duty.span, "a duty keeps data, and this rule keeps none");
            context.found(
                diagnostic.label("there is no `at_least`").help("write `at_least` under `period`, or remove the duty"),
            );
            None
        }
        (None, None) => None,
    }
}

fn overrides(written: &RetentionRule, rules: &[RetentionRule], context: &mut Context<'_>) -> Vec<String> {
    let Some(named) = &written.overrides else { return Vec::new() };
    let others: Vec<Spanned<String>> = match &named.value.0 {
        WordOrMap::Word(one) => vec![Spanned::new(one.clone(), named.span)],
        WordOrMap::Map(several) => several.clone(),
    };
    let mut all = Vec::new();
    for one in others {
        let known = rules.iter().any(|rule| rule.id.value.0 == one.value);
        if !known && !context.broken.contains(&Kind::RetentionRule) {
            let title = format!("there is no retention rule `{}`", one.value);
            let names = rules.iter().map(|rule| rule.id.value.0.as_str()).filter(|id| *id != written.id.value.0);
            let diagnostic = Diagnostic::new(Code::UnknownName, one.span, title).label("not declared");
            context.found(diagnostic.nearest(&one.value, names));
        } else if one.value == written.id.value.0 {
            let diagnostic = Diagnostic::new(Code::InvalidValue, one.span, "a rule does not come before itself");
            context.found(diagnostic.label("this is the rule itself").help("name the other rule"));
        }
        all.push(one.value);
    }
    all.sort();
    all.dedup();
    all
}
