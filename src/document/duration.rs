//! Periods: ISO 8601 durations of whole days, or the word `unlimited`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{KeepFor, Period};
use crate::source::{Span, Spanned};

/// An ISO 8601 duration, or `unlimited`. Its form is checked when it is read, to say more than a pattern can.
#[derive(Debug, Clone, Deserialize)]
pub struct Duration(pub String);

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

pub(super) fn no_duration(at: Span, written: &str, why: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BadDuration, at, format!("`{written}` is no period")).label(why);
    match in_words(written) {
        Some(meant) => diagnostic.help(format!("write `{meant}`")),
        None => {
            diagnostic.help("write an ISO 8601 duration such as `P5D`, `P2W`, `P18M` or `P3Y`, or the word `unlimited`")
        }
    }
}

/// A period, or the word `unlimited`; `None` where it is neither, which is said.
pub(super) fn keep_for(text: &Spanned<Duration>, context: &mut Context<'_>) -> Option<KeepFor> {
    if text.value.0 == "unlimited" {
        return Some(KeepFor::Unlimited);
    }
    match period(&text.value.0) {
        Ok(period) => Some(KeepFor::Period(period)),
        Err(why) => {
            context.found(no_duration(text.span, &text.value.0, why));
            None
        }
    }
}

/// `30 days`, `3 Years`, `18months`: what it is as a duration.
fn in_words(written: &str) -> Option<String> {
    let written = written.trim().to_lowercase();
    let digits = written.find(|c: char| !c.is_ascii_digit()).filter(|digits| *digits > 0)?;
    let (number, unit) = written.split_at(digits);
    let unit = match unit.trim() {
        "d" | "day" | "days" => 'D',
        "w" | "week" | "weeks" => 'W',
        "m" | "month" | "months" => 'M',
        "y" | "year" | "years" => 'Y',
        _ => return None,
    };
    let meant = format!("P{}{unit}", number.trim_start_matches('0'));
    period(&meant).is_ok().then_some(meant)
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
        let place = units.find(unit).ok_or(match unit {
            'T' | 'H' | 'S' => "hours and minutes are not counted, only whole days",
            _ => "the units are Y, M, W and D, each once and in this order",
        })?;
        let number: u32 = number.parse().map_err(|_| "a whole number is expected before each unit")?;
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

#[cfg(test)]
mod tests {
    use super::{in_words, period};

    #[test]
    fn periods_are_at_least_a_day_and_in_order() {
        for good in ["P5D", "P2W", "P18M", "P3Y", "P1Y6M", "P1W1D"] {
            assert!(period(good).is_ok(), "{good}");
        }
        for bad in ["", "P", "5D", "P0D", "P1D1Y", "P1DT5H", "PT5H", "P-1D", "P1.5Y", "P99999999999D", "p5d"] {
            assert!(period(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn words_are_understood_well_enough_to_propose_a_duration() {
        assert_eq!(in_words("30 days").as_deref(), Some("P30D"));
        assert_eq!(in_words("3y").as_deref(), Some("P3Y"));
        assert_eq!(in_words("0 days"), None);
        assert_eq!(in_words("days"), None);
        assert_eq!(in_words("3 hours"), None);
    }
}
