//! When a period is over, and on which day it ends, by every engine and for every kind of clock: day after day, against
//! a library for dates.

use std::sync::Arc;

use probate::sql::dialect::Dialect;
use probate::sql::{Expired, Expr, Length, Time, expression, session};

use crate::calendar::{Period, day, number};
use crate::engine::{Database, Engine};

const PERIODS: &[Period] = &[
    Period { months: 1, days: 0 },
    Period { months: 6, days: 0 },
    Period { months: 12, days: 0 },
    Period { months: 36, days: 0 },
    Period { months: 18, days: 0 },
    Period { months: 1, days: 10 },
    Period { months: 0, days: 30 },
];

/// From here on 1,900 days are today: a leap day, and the years without one around it.
const TODAY: std::ops::Range<i64> = 19_300..21_200;

/// The first of the days on which something began: the longest period, and a little, before that.
const BEGAN: i64 = TODAY.start - 3 * 366 - 10;

/// How a column says when something began: at the first second of a day, and at its last.
const CLOCKS: &[(&str, Time)] = &[
    ("first_s", Time::Seconds),
    ("last_s", Time::Seconds),
    ("first_ms", Time::Milliseconds),
    ("last_ms", Time::Milliseconds),
    ("first_t", Time::Timestamp),
    ("last_t", Time::Timestamp),
    ("d", Time::Date),
];

pub fn dialect(engine: Engine) -> Dialect {
    match engine.dialect() {
        "postgres" => Dialect::Postgres,
        "mariadb" => Dialect::Mariadb,
        _ => Dialect::Sqlite,
    }
}

fn length(period: Period) -> Length {
    let whole = |count: i32| u32::try_from(count).expect("no period runs backwards");
    Length { months: whole(period.months), days: whole(period.days) }
}

fn insert(into: &mut String, table: &str, rows: impl Iterator<Item = String>) {
    let rows: Vec<String> = rows.collect();
    for some in rows.chunks(500) {
        *into += &format!("insert into {table} values {};\n", some.join(", "));
    }
}

/// Every day with its clocks, and what the calendar says of each period: `says` is a number for a period and a day.
fn fill(database: &Database, says: impl Fn(Period, i64) -> (i64, i64)) {
    let moment = if database.engine == Engine::Mariadb { "datetime" } else { "timestamp" };
    let mut sql = format!(
        "create table began (n bigint primary key, first_s bigint, last_s bigint, first_ms bigint, last_ms bigint,
           first_t {moment}, last_t {moment}, d date);
         create table calendar (period int, day bigint, says bigint, primary key (period, day));\n"
    );
    insert(
        &mut sql,
        "began",
        (BEGAN..TODAY.end).map(|n| {
            let (first, last, date) = (n * 86_400, n * 86_400 + 86_399, day(n));
            format!("({n}, {first}, {last}, {first}000, {last}999, '{date} 00:00:00', '{date} 23:59:59', '{date}')")
        }),
    );
    for (at, period) in PERIODS.iter().enumerate() {
        let line = |n: i64| {
            let (day, says) = says(*period, n);
            format!("({at}, {day}, {says})")
        };
        insert(&mut sql, "calendar", TODAY.map(line));
    }
    database.batch(&sql);
}

/// Numbers that are printed one by one; each counts what is wrong.
fn counts(database: &Database, queries: &[String]) -> Vec<i64> {
    let settings: String = session(dialect(database.engine)).into_iter().map(|line| line + ";\n").collect();
    let printed = database.must(&(settings + &queries.concat()));
    printed.lines().map(|line| line.parse().expect("a number")).collect()
}

#[test]
fn a_period_is_over_on_the_day_that_the_calendar_says() {
    for engine in Engine::each("a_period_is_over_on_the_day_that_the_calendar_says") {
        let database = Database::new(engine);
        // Today at its first second, or at its last.
        let now = |n: i64| n * 86_400 + if n % 2 == 0 { 0 } else { 86_399 };
        fill(&database, |period, n| (now(n), number(period.cut(day(n)))));
        let mut queries = Vec::new();
        for (at, period) in PERIODS.iter().enumerate() {
            for (clock, time) in CLOCKS {
                let now = Expr::of("calendar", "day");
                let over = Expired { clock: Expr::of("began", clock), time: *time, after: length(*period), now };
                let over = expression(&Expr::Expired(Arc::new(over)), dialect(engine)).replace('`', "");
                // Each of the days around the cut is counted once, and on the wrong side of it as wrong.
                queries.push(format!(
                    "select count(*) from calendar join began on began.n between says - 2 and says + 2
                     where period = {at} and case when {over} then 1 else 0 end = case when began.n <= says then 1 else 0 end;\n"
                ));
            }
        }
        let asked = (TODAY.end - TODAY.start) * 5;
        let right = counts(&database, &queries);
        assert_eq!(right.len(), PERIODS.len() * CLOCKS.len(), "{engine:?}");
        for (query, right) in queries.iter().zip(right) {
            assert_eq!(right, asked, "{engine:?}: {query}");
        }
    }
}

#[test]
fn a_period_ends_on_the_day_that_the_calendar_says() {
    for engine in Engine::each("a_period_ends_on_the_day_that_the_calendar_says") {
        let database = Database::new(engine);
        let end = |period: Period, n: i64| number(period.after(day(n)).expect("no calendar ends here")) * 86_400;
        fill(&database, |period, n| (n, end(period, n)));
        let mut queries = Vec::new();
        for (at, period) in PERIODS.iter().enumerate() {
            for (clock, time) in CLOCKS {
                let end = Expr::Ends(Arc::new(Expr::of("began", clock)), *time, length(*period));
                let end = expression(&end, dialect(engine)).replace('`', "");
                queries.push(format!(
                    "select count(*) from calendar join began on began.n = calendar.day where period = {at} and {end} = says;\n"
                ));
            }
        }
        let right = counts(&database, &queries);
        assert_eq!(right.len(), PERIODS.len() * CLOCKS.len(), "{engine:?}");
        for (query, right) in queries.iter().zip(right) {
            assert_eq!(right, TODAY.end - TODAY.start, "{engine:?}: {query}");
        }
    }
}
