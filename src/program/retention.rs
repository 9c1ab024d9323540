//! How long data is kept and why: rules that end it, duties that keep it, and legal holds.

use serde::Serialize;

use super::place::reaches;
use super::{ItemId, KeepFor, Period, Program, PurgeType, PurposeId, Selection, Text, Within};
use crate::source::Span;
use crate::sql::Length;
use crate::strategy::Assignment;

/// A rule about the age of data.
#[derive(Debug, Clone, Serialize)]
pub struct RetentionRule {
    pub id: String,
    pub title: Option<Text>,
    pub purpose: Option<PurposeId>,
    pub items: Vec<ItemId>,
    /// How they were chosen.
    #[serde(skip)]
    pub selection: Selection,
    /// Items that its patterns take and leave out again.
    #[serde(skip)]
    pub excluded: Vec<ItemId>,
    /// Items that its patterns take, and that nobody has reviewed in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreviewed: Vec<ItemId>,
    /// Only data in these places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Within>,
    /// Ids of rules that this one comes before where both are about the same data; sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<String>,
    /// The data ages from the latest of these; never empty.
    pub after: Vec<Moment>,
    pub at_most: Option<AtMost>,
    pub at_least: Option<AtLeast>,
    #[serde(skip)]
    pub span: Span,
}

impl RetentionRule {
    /// The items whose data goes by it; of what nobody has reviewed in it nothing does.
    pub fn ending(&self) -> impl Iterator<Item = ItemId> {
        let items = self.items.iter().copied().filter(|_| self.at_most.is_some());
        items.filter(|item| !self.unreviewed.contains(item))
    }

    /// Whether data of the item goes by it.
    pub fn ends(&self, item: ItemId) -> bool {
        self.ending().any(|one| one == item)
    }
}

/// A clock, by whose it is. A clock that is NULL or 0 has not begun, and nothing expires by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Of the row itself.
    Row(String),
    /// Of the person whose row it is.
    Subject(String),
    /// When a run first saw the person in the status that they have.
    StatusChanged,
    /// Of the place that the row lies in.
    Place { context: String, clock: String },
}

impl Moment {
    /// As it is written.
    pub fn written(&self) -> String {
        match self {
            Self::Row(clock) => format!("row.{clock}"),
            Self::Subject(clock) => format!("subject.{clock}"),
            Self::StatusChanged => "subject.status_changed".to_owned(),
            Self::Place { context, clock } => format!("{context}.{clock}"),
        }
    }
}

impl KeepFor {
    /// In months and days; `None` of what has no end.
    pub fn length(&self) -> Option<Length> {
        let Self::Period(period) = self else { return None };
        Some(Length { months: period.months_in_all(), days: period.days })
    }

    /// As it is written.
    pub fn written(&self) -> String {
        let Self::Period(Period { years, months, days }) = self else { return "unlimited".to_owned() };
        let part = |number: u32, unit: char| if number == 0 { String::new() } else { format!("{number}{unit}") };
        format!("P{}{}{}", part(*years, 'Y'), part(*months, 'M'), part(*days, 'D'))
    }
}

impl Period {
    pub fn months_in_all(&self) -> u32 {
        self.years * 12 + self.months
    }
}

/// After the period the data goes.
#[derive(Debug, Clone, Serialize)]
pub struct AtMost {
    pub period: KeepFor,
    /// Other periods for the data of people who hold a role in the place; the longest counts. Sorted by role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RolePeriod>,
    pub then: Then,
    #[serde(skip)]
    pub span: Span,
}

/// Until the end of the period the data stays, whoever asks.
#[derive(Debug, Clone, Serialize)]
pub struct AtLeast {
    pub period: KeepFor,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RolePeriod>,
    pub duty: Duty,
    /// What is written into rows that would go if it were not for the duty, by the table that they are in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meanwhile: Vec<(super::TableName, Vec<Assignment>)>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RolePeriod {
    pub role: String,
    pub period: KeepFor,
}

/// What obliges the controller to keep data (GDPR Article 17(3)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// As it is cited.
    pub law: String,
    /// The letter of Article 17(3): `17.3.b`.
    pub ground: String,
}

/// What happens to data whose time is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// A person approves it.
    Offer,
    Purge,
    /// The person is purged by this type.
    Request(String),
    /// The person is put into this status, by its place in [`Subject::statuses`](super::Subject).
    Status(usize),
}

impl Then {
    /// Whether rows go by the rule itself, and not people.
    pub fn takes_rows(&self) -> bool {
        matches!(self, Self::Purge | Self::Offer)
    }

    /// In words.
    pub fn written(&self, program: &Program) -> String {
        match self {
            Self::Offer => "offer".to_owned(),
            Self::Purge => "purge".to_owned(),
            Self::Request(id) => format!("request {id}"),
            Self::Status(at) => {
                let status = program.site.subject.statuses.get(*at);
                format!("status {}", status.map_or("", |status| &status.name))
            }
        }
    }
}

const OF_RULE: &str = "retention:";

impl RetentionRule {
    /// What its runs are called, as those of a purge type are called by its id.
    pub fn runs_as(&self) -> String {
        format!("{OF_RULE}{}", self.id)
    }
}

impl PurgeType {
    /// A purge type, or the retention rule whose rows go as by one.
    pub fn kind(&self) -> &'static str {
        if self.id.starts_with(OF_RULE) { "retention rule" } else { "purge type" }
    }

    /// As it stands in a sentence.
    pub fn called(&self) -> String {
        format!("the {} `{}`", self.kind(), self.id.strip_prefix(OF_RULE).unwrap_or(&self.id))
    }
}

/// Data of certain people that stays whatever else is asked, from when somebody is caught until it ends or is lifted.
#[derive(Debug, Clone, Serialize)]
pub struct LegalHold {
    pub id: String,
    pub title: Text,
    pub items: Vec<ItemId>,
    #[serde(skip)]
    pub selection: Selection,
    #[serde(skip)]
    pub excluded: Vec<ItemId>,
    /// Its last day, as `2027-06-30`; absent: until it is lifted.
    pub until: Option<String>,
    #[serde(skip)]
    pub span: Span,
}

impl Program {
    /// The rules by which data goes, each with when and how.
    pub fn ending_rules(&self) -> impl Iterator<Item = (&RetentionRule, &AtMost)> {
        self.retention_rules.iter().filter_map(|rule| Some((rule, rule.at_most.as_ref()?)))
    }

    /// The rules by which data of the same items goes, and that come before this one: of smaller places, or said to.
    pub fn rules_before(&self, rule: &RetentionRule) -> Vec<&RetentionRule> {
        let comes_before = |other: &&RetentionRule| {
            let shared = other.items.iter().any(|id| other.ends(*id) && rule.items.contains(id));
            shared && other.id != rule.id && self.is_before(other, rule)
        };
        self.retention_rules.iter().filter(comes_before).collect()
    }

    fn is_before(&self, one: &RetentionRule, other: &RetentionRule) -> bool {
        match (&one.within, &other.within) {
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => one.overrides.contains(&other.id),
            (Some(small), Some(large)) if small.context == large.context => {
                one.overrides.contains(&other.id) || !other.overrides.contains(&one.id)
            }
            (Some(small), Some(large)) => self.lies_below(&small.context, &large.context),
        }
    }

    /// In how many kinds of places those of one kind lie: the more, the smaller they are.
    pub fn depth(&self, context: &str) -> usize {
        self.site.contexts.iter().filter(|larger| self.lies_below(context, &larger.name)).count()
    }

    /// Whether places of one kind lie in places of another.
    fn lies_below(&self, small: &str, large: &str) -> bool {
        small != large
            && reaches(small, large, |name| {
                let place = self.site.contexts.iter().find(|place| place.name == name);
                place.into_iter().flat_map(|place| &place.within).map(|(larger, _)| larger.as_str()).collect::<Vec<_>>()
            })
    }
}
