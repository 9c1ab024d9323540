//! The holds and retention rules of an item, in the order in which they decide.

use serde::Serialize;

use super::why::{Asked, At};
use crate::program::{LegalHold, Moment, RetentionRule, RolePeriod};

/// What a rule comes to, as precedence is: an account that is protected loses nothing whatever they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeps {
    /// A legal hold: whatever anybody asks, while somebody is under it.
    Hold,
    /// A duty: whatever anybody asks, while the row is younger.
    AtLeast,
    /// Until then, and no longer.
    AtMost,
}

/// A legal hold, or one side of a retention rule.
#[derive(Debug, Serialize)]
pub struct Rule {
    pub keeps: Keeps,
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub at: At,
    /// As it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The last day of a hold; absent: until it is lifted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Clocks; the latest counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// Other periods of people with a role in the place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Only in these places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Rules that it comes before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<String>,
    /// The law, and the letter of GDPR Article 17(3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    /// Nobody has reviewed the item in it: it ends nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_new: bool,
}

impl Asked<'_> {
    pub fn retention(&self) -> Vec<Rule> {
        let holds = self.program.legal_holds.iter().filter(|one| one.items.contains(&self.id));
        let of_item = |one: &&RetentionRule| one.items.contains(&self.id) || one.unreviewed.contains(&self.id);
        let rules: Vec<&RetentionRule> = self.program.retention_rules.iter().filter(of_item).collect();
        let duties = rules.iter().filter_map(|rule| self.at_least(rule));
        let mut ends: Vec<&RetentionRule> = rules.iter().copied().filter(|rule| rule.at_most.is_some()).collect();
        // What comes before others has fewer before it.
        ends.sort_by_key(|rule| self.program.rules_before(rule).len());
        let ends = ends.into_iter().filter_map(|rule| self.at_most(rule));
        holds.map(|hold| self.hold(hold)).chain(duties).chain(ends).collect()
    }

    fn hold(&self, hold: &LegalHold) -> Rule {
        Rule {
            keeps: Keeps::Hold,
            id: hold.id.clone(),
            title: Some(self.title(&hold.title)),
            at: self.at(hold.span),
            period: None,
            until: hold.until.clone(),
            after: Vec::new(),
            roles: Vec::new(),
            within: None,
            overrides: Vec::new(),
            duty: None,
            then: None,
            is_new: false,
        }
    }

    fn at_least(&self, rule: &RetentionRule) -> Option<Rule> {
        let at_least = rule.at_least.as_ref()?;
        let duty = format!("{}, {}", at_least.duty.law, at_least.duty.ground);
        let usual = self.rule(rule);
        Some(Rule {
            keeps: Keeps::AtLeast,
            at: self.at(at_least.span),
            period: Some(at_least.period.written()),
            roles: roles(&at_least.roles),
            duty: Some(duty),
            ..usual
        })
    }

    fn at_most(&self, rule: &RetentionRule) -> Option<Rule> {
        let at_most = rule.at_most.as_ref()?;
        let usual = self.rule(rule);
        Some(Rule {
            keeps: Keeps::AtMost,
            at: self.at(at_most.span),
            period: Some(at_most.period.written()),
            roles: roles(&at_most.roles),
            then: Some(at_most.then.written(self.program)),
            is_new: rule.unreviewed.contains(&self.id),
            ..usual
        })
    }

    /// What both sides of it have in common.
    fn rule(&self, rule: &RetentionRule) -> Rule {
        let within = rule.within.as_ref();
        Rule {
            keeps: Keeps::AtMost,
            id: rule.id.clone(),
            title: rule.title.as_ref().map(|title| self.title(title)),
            at: self.at(rule.span),
            period: None,
            until: None,
            after: rule.after.iter().map(Moment::written).collect(),
            roles: Vec::new(),
            within: within.map(|within| format!("{} {}", within.context, within.written).trim_end().to_owned()),
            overrides: rule.overrides.clone(),
            duty: None,
            then: None,
            is_new: false,
        }
    }
}

fn roles(roles: &[RolePeriod]) -> Vec<String> {
    roles.iter().map(|one| format!("{} {}", one.role, one.period.written())).collect()
}
