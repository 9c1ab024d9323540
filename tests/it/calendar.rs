//! Days by the calendar, as the tests count them: with a library for dates, and not as the compiler prints it.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

/// So many months and days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    pub months: i32,
    pub days: i32,
}

const EPOCH: Date = Date::constant(1970, 1, 1);

pub fn day(number: i64) -> Date {
    EPOCH.checked_add(Span::new().days(number)).expect("a day of these ages")
}

/// Days since 1970.
pub fn number(day: Date) -> i64 {
    i64::from(EPOCH.until(day).expect("days between").get_days())
}

impl Period {
    /// The day on which what began on this one has lasted so long: months first, to the last day of a month that is too
    /// short. `None` where the calendar ends before.
    pub fn after(self, day: Date) -> Option<Date> {
        day.checked_add(self.months.months()).ok()?.checked_add(self.days.days()).ok()
    }

    /// Whether what began on the day has lasted so long.
    pub fn is_over(self, began: Date, today: Date) -> bool {
        self.after(began).is_some_and(|end| end <= today)
    }

    /// The last day of which it is over.
    pub fn cut(self, today: Date) -> Date {
        // No month is shorter, taken with its neighbours, or longer.
        let (near, far) = (i64::from(self.months * 30 + self.days - 3), i64::from(self.months * 31 + self.days));
        let last = (near..=far).map(|back| day(number(today) - back)).find(|began| self.is_over(*began, today));
        last.expect("so long ago it is over")
    }

    /// As a policy writes it.
    pub fn iso(self) -> String {
        let (years, months) = (self.months / 12, self.months % 12);
        let of = |count: i32, sign: &str| if count == 0 { String::new() } else { format!("{count}{sign}") };
        format!("P{}{}{}", of(years, "Y"), of(months, "M"), of(self.days, "D"))
    }
}
