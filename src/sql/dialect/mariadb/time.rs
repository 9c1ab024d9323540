//! Moments and periods, as MariaDB counts them.

use super::EPOCH;
use crate::sql::dialect::{Once, YEARS};
use crate::sql::{Grain, Length, Time};

pub(super) fn moment(seconds: &str, time: Time) -> String {
    match time {
        Time::Date => format!("cast({EPOCH} + interval {seconds} second as date)"),
        Time::Timestamp => format!("{EPOCH} + interval {seconds} second"),
        Time::Seconds => seconds.to_owned(),
        Time::Milliseconds => format!("{seconds} * 1000"),
    }
}

pub(super) fn iso(seconds: &str) -> String {
    format!("date_format({EPOCH} + interval {seconds} second, '%Y-%m-%dT%H:%i:%sZ')")
}

pub(super) fn truncated(column: &str, grain: Grain, time: Time) -> String {
    let form = match grain {
        Grain::Year => "%Y-01-01",
        Grain::Month => "%Y-%m-01",
        Grain::Day => "%Y-%m-%d",
    };
    // WHY: unix_timestamp() knows no year after 2038, and from_unixtime() none before 1970.
    let since_1970 = |seconds: &str, factor: i64| {
        let (first, last) = (YEARS.0 * factor, (YEARS.1 + 1) * factor - 1);
        format!(
            "case when {column} between {first} and {last} then timestampdiff(second, {EPOCH}, cast(date_format({EPOCH} + interval {seconds} second, '{form}') as datetime)){} end",
            if factor == 1 { String::new() } else { format!(" * {factor}") }
        )
    };
    match time {
        Time::Date => format!("cast(date_format({column}, '{form}') as date)"),
        Time::Timestamp => format!("cast(date_format({column}, '{form}') as datetime)"),
        Time::Seconds => since_1970(column, 1),
        Time::Milliseconds => since_1970(&format!("floor({column} / 1000)"), 1000),
    }
}

/// Months go to the same day of another month, or its last one: so the interval does it.
pub(super) fn months_on(now: Option<i64>, months: i32, days: i32) -> String {
    let today = now.map_or("utc_date()".to_owned(), |seconds| format!("date({EPOCH} + interval {seconds} second)"));
    let day = format!("cast({today} as datetime) + interval {months} month + interval {days} day");
    format!("timestampdiff(second, {EPOCH}, {day}) + 86399")
}

pub(super) fn cut(now: &str, Length { months, days }: Length) -> String {
    let day = format!("(date({EPOCH} + interval {now} second) - interval {days} day)");
    let before = format!("({day} - interval {months} month)");
    // The interval goes to the last day of a month that is too short.
    format!(
        "timestampdiff(second, {EPOCH}, (case when last_day({day}) = {day} then last_day({before}) else {before} end) + interval 1 day)"
    )
}

pub(super) fn before(column: &str, time: Time, seconds: &str, once: Once<'_>) -> String {
    let end = once(&moment(seconds, time));
    match time {
        // '0000-00-00' is no day.
        Time::Date | Time::Timestamp => format!("{column} >= '0001-01-01' and {column} < {end}"),
        Time::Seconds | Time::Milliseconds => format!("{column} > 0 and {column} < {end}"),
    }
}

pub(super) fn ends(column: &str, time: Time, Length { months, days }: Length) -> String {
    // WHY: what ends after the last year there is is an error in a statement that writes.
    let last = YEARS.1 - (i64::from(months) * 31 + i64::from(days) + 1) * 86_400;
    let (is_there, moment) = match time {
        Time::Date | Time::Timestamp => {
            (format!("{column} between '0001-01-01' and {EPOCH} + interval {last} second"), column.to_owned())
        }
        Time::Seconds => (format!("{column} between 1 and {last}"), format!("{EPOCH} + interval {column} second")),
        Time::Milliseconds => {
            (format!("{column} between 1 and {}", last * 1000), format!("{EPOCH} + interval {column} div 1000 second"))
        }
    };
    let day = format!("cast(date({moment}) as datetime)");
    format!(
        "case when {is_there} then timestampdiff(second, {EPOCH}, {day} + interval {months} month + interval {days} day) end"
    )
}
