//! `kind: ExportType`: which data a person gets.

use std::borrow::Cow;
use std::collections::BTreeSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::Kind;
use super::context::Context;
use super::syntax::{Id, Items, Localized};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{self, Item, ItemId, KeepFor, Period};
use crate::source::{Span, Spanned};

/// Which data a person gets (GDPR Articles 15 and 20).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportType {
    #[schemars(extend("const" = "ExportType"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    pub title: Spanned<Localized>,
    /// Its purpose and limits.
    pub description: Option<Spanned<Localized>>,
    /// How long the finished archive is kept: an ISO 8601 duration or `unlimited`; default `P5D`.
    pub keep_for: Option<Spanned<Duration>>,
    pub items: Items,
}

/// An ISO 8601 duration, or `unlimited`. Its form is checked when it is read, to say more than a pattern can.
#[derive(Debug, Clone, Deserialize)]
pub struct Duration(String);

impl JsonSchema for Duration {
    fn schema_name() -> Cow<'static, str> {
        "Duration".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An ISO 8601 duration of days, weeks, months or years, or `unlimited`.",
            "type": "string",
            "examples": ["P5D", "P18M", "P3Y", "unlimited"],
        })
    }
}

const DEFAULT_KEEP_FOR: KeepFor = KeepFor::Period(Period { years: 0, months: 0, days: 5 });

pub(super) fn lower(types: &[ExportType], items: &[Item], context: &mut Context<'_>) -> Vec<program::ExportType> {
    context.unique_ids("ExportType", types.iter().map(|one| &one.id));
    let mut lowered: Vec<program::ExportType> = types.iter().map(|one| export_type(one, items, context)).collect();
    lowered.sort_by(|a, b| a.id.cmp(&b.id));
    lowered
}

fn export_type(written: &ExportType, items: &[Item], context: &mut Context<'_>) -> program::ExportType {
    let chosen = select(&written.items, items, context);
    let exports = |id: &ItemId| {
        items.get(id.0).is_some_and(|item| item.entries.iter().any(|entry| !entry.export.columns.is_empty()))
    };
    if !chosen.is_empty() && !chosen.iter().any(exports) && !context.broken.contains(&Kind::Component) {
        context.found(
            Diagnostic::new(
                Code::DoesNothing,
                written.id.span,
                format!("the export type `{}` exports nothing", written.id.value.0),
            )
            .label("none of its items has an `export`"),
        );
    }
    program::ExportType {
        id: written.id.value.0.clone(),
        title: context.text(&written.title),
        description: context.optional_text(written.description.as_ref()),
        keep_for: written.keep_for.as_ref().map_or(DEFAULT_KEEP_FOR, |text| keep_for(text, context)),
        items: chosen,
        span: written.kind.span,
    }
}

fn keep_for(text: &Spanned<Duration>, context: &mut Context<'_>) -> KeepFor {
    if text.value.0 == "unlimited" {
        return KeepFor::Unlimited;
    }
    match period(&text.value.0) {
        Ok(period) => KeepFor::Period(period),
        Err(why) => {
            let diagnostic = Diagnostic::new(Code::BadDuration, text.span, format!("`{}` is no period", text.value.0))
                .label(why)
                .help("write an ISO 8601 duration such as `P5D`, `P2W`, `P18M` or `P3Y`, or the word `unlimited`");
            context.found(diagnostic);
            DEFAULT_KEEP_FOR
        }
    }
}

/// `P[nY][nM][nW][nD]`, at least one day in all.
fn period(text: &str) -> Result<Period, &'static str> {
    let mut rest = text.strip_prefix('P').filter(|rest| !rest.is_empty()).ok_or("a duration begins with `P`")?;
    let mut period = Period { years: 0, months: 0, days: 0 };
    let mut units = "YMWD";
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or("a unit is missing: Y, M, W or D")?;
        let (number, tail) = rest.split_at(digits);
        let unit = tail.chars().next().ok_or("a unit is missing: Y, M, W or D")?;
        let number: u32 = number.parse().map_err(|_| "a whole number is expected before each unit")?;
        let place = units
            .find(unit)
            .ok_or("the units are Y, M, W and D, each once and in this order; hours are not counted")?;
        match unit {
            'Y' => period.years = number,
            'M' => period.months = number,
            'W' => period.days = number.checked_mul(7).ok_or("too long")?,
            _ => period.days = period.days.checked_add(number).ok_or("too long")?,
        }
        units = units.get(place + 1..).unwrap_or("");
        rest = tail.get(1..).unwrap_or("");
    }
    let all = u64::from(period.years) + u64::from(period.months) + u64::from(period.days);
    if all == 0 {
        return Err("0 never means that there is no limit");
    }
    if period.years > 1000 || period.months > 12_000 || period.days > 366_000 {
        return Err("longer than a thousand years");
    }
    Ok(period)
}

/// The items that a type takes, sorted. A pattern without a match is an error: empty means nobody, and says so.
pub(super) fn select(written: &Items, items: &[Item], context: &mut Context<'_>) -> Vec<ItemId> {
    let mut taken = BTreeSet::new();
    for (patterns, take) in [(&written.include, true), (&written.exclude, false)] {
        for pattern in patterns {
            let found = matching(&pattern.value.0, items);
            if found.is_empty() {
                nothing_matches(&pattern.value.0, pattern.span, items, context);
            }
            for item in found {
                if take {
                    taken.insert(item)
                } else {
                    taken.remove(&item)
                };
            }
        }
    }
    taken.into_iter().collect()
}

/// Items are sorted by name, so that only those with the pattern's first letters are looked at.
fn matching(pattern: &str, items: &[Item]) -> Vec<ItemId> {
    let prefix = pattern.split('*').next().unwrap_or("");
    let start = items.partition_point(|item| item.name.as_str() < prefix);
    let near = items.iter().enumerate().skip(start).take_while(|(_, item)| item.name.starts_with(prefix));
    near.filter(|(_, item)| matches(pattern, &item.name)).map(|(index, _)| ItemId(index)).collect()
}

fn nothing_matches(pattern: &str, at: Span, items: &[Item], context: &mut Context<'_>) {
    if context.broken.contains(&Kind::Component) {
        return;
    }
    let diagnostic =
        Diagnostic::new(Code::MatchesNothing, at, format!("no item of the catalogue is called `{pattern}`"))
            .label("matches nothing")
            .nearest(pattern, items.iter().map(|item| item.name.as_str()));
    context.found(diagnostic);
}

/// `*` is any run of characters, dots too; everything else is itself.
fn matches(pattern: &str, name: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        let Some(at) = rest.find(piece) else { return false };
        rest = rest.get(at + piece.len()..).unwrap_or("");
    }
    rest.len() >= last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::{matches, period};

    #[test]
    fn patterns_match_whole_names() {
        for (pattern, name, expected) in [
            ("*", "a.b", true),
            ("notes.*", "notes.own", true),
            ("notes.*", "notes2.own", false),
            ("*.own", "notes.own", true),
            ("n*o*n", "notes.own", true),
            ("notes.own", "notes.own", true),
            ("notes.own", "notes.owner", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} on {name}");
        }
    }

    #[test]
    fn periods_are_at_least_a_day_and_in_order() {
        for good in ["P5D", "P2W", "P18M", "P3Y", "P1Y6M", "P1W1D"] {
            assert!(period(good).is_ok(), "{good}");
        }
        for bad in ["", "P", "5D", "P0D", "P1D1Y", "P1DT5H", "PT5H", "P-1D", "P1.5Y", "P99999999999D", "p5d"] {
            assert!(period(bad).is_err(), "{bad}");
        }
    }
}
