//! Month ends and leap days: which is the last day that is over.

use super::{schema, site};
use crate::engine::Engine;
use crate::running::{Place, engines};

const SCHEMA: &str = "create table person (id integer primary key, name varchar(40));
create table log (id integer primary key, person_id integer, unix bigint, moment MOMENT, day date);
";

fn policy(period: &str, clock: &str) -> String {
    format!(
        "kind: Site\nid: days\ntitle: Days\ncontroller: {{name: S, contact: s@example.org}}\nlocales: [en]\nschema: schema.sql\ndialects: [ENGINE]\nsubject: {{table: person, key: id, label: name, status: {{active: default}}}}\n---\nkind: Component\nid: log\ntitle: Log\nitems: {{all: {{title: All, rows: [{{table: log, owner: person_id, export: none, purge: delete, clocks: {{unix: {{column: unix, unit: unix}}, moment: moment, day: day}}}}]}}}}\n---\nkind: RetentionRule\nid: old\nitems: {{include: [log.all]}}\nperiod: {{at_most: {period}, after: row.{clock}}}\nthen: purge\n"
    )
}

/// A period, today, and the last day that is over.
const DAYS: &[(&str, &str, &str)] = &[
    ("P1M", "2026-03-27", "2026-02-27"),
    ("P1M", "2026-03-28", "2026-02-28"),
    ("P1M", "2026-03-30", "2026-02-28"),
    ("P1M", "2026-03-31", "2026-02-28"),
    ("P1M", "2026-02-28", "2026-01-31"),
    ("P1M", "2024-02-28", "2024-01-28"),
    ("P1M", "2024-02-29", "2024-01-31"),
    ("P1M", "2024-03-29", "2024-02-29"),
    ("P1Y", "2025-02-28", "2024-02-29"),
    ("P1Y", "2024-02-29", "2023-02-28"),
    ("P1Y", "2025-02-27", "2024-02-27"),
    ("P30D", "2026-03-01", "2026-01-30"),
    ("P1M10D", "2026-03-10", "2026-01-31"),
];

#[test]
fn month_ends_and_leap_days() {
    for engine in engines("month_ends_and_leap_days") {
        let schema = schema(SCHEMA, engine);
        let place = Place::made_of(engine, &site(&policy("P1M", "unix"), engine), &schema, &schema).installed();
        for (clock, days) in [("unix", DAYS), ("moment", &DAYS[3..9]), ("day", &DAYS[3..9])] {
            for (period, today, cut) in days {
                std::fs::write(place.project.path().join("site.yaml"), site(&policy(period, clock), engine))
                    .expect("written");
                place.must(&["lock", "."]);
                place.database.batch("delete from log; insert into person (id, name) select 1, 'Ada' where not exists (select 1 from person)");
                fill(&place, engine, cut);
                // At the first second of the day and at its last.
                for time in ["00:00:00", "23:59:59"] {
                    place.must(&["apply", "--now", &format!("{today}T{time}Z")]);
                    let left = place.database.number("select min(id) from log");
                    assert_eq!(left, Some(1), "{engine:?} {clock} {period} {today}T{time}: {cut} is the last day");
                    assert_eq!(place.database.number("select count(*) from log"), Some(41), "{engine:?} {clock}");
                }
            }
        }
    }
}

/// Rows of 40 days before the last day that is over and of 40 after it: row 0 is its last second, 1 the first after.
fn fill(place: &Place, engine: Engine, cut: &str) {
    let end = match engine.dialect() {
        "sqlite" => format!("cast(strftime('%s', '{cut}', '+1 day') as integer)"),
        "postgres" => format!("extract(epoch from timestamp '{cut}' + interval '1 day')::bigint"),
        _ => format!("timestampdiff(second, '1970-01-01', timestamp '{cut} 00:00:00' + interval 1 day)"),
    };
    let end = place.database.number(&format!("select {end}")).expect("a number");
    let seconds =
        (-40..=0).map(|day| (day, end - 1 + day * 86_400)).chain((1..=41).map(|day| (day, end + (day - 1) * 86_400)));
    let values: Vec<String> = seconds
        .map(|(id, at)| {
            let moment = match engine.dialect() {
                "sqlite" => format!("datetime({at}, 'unixepoch')"),
                "postgres" => format!("to_timestamp({at}) at time zone 'UTC'"),
                _ => format!("timestamp '1970-01-01 00:00:00' + interval {at} second"),
            };
            let day = if engine.dialect() == "sqlite" {
                format!("date({at}, 'unixepoch')")
            } else {
                format!("cast({moment} as date)")
            };
            format!("({id}, 1, {at}, {moment}, {day})")
        })
        .collect();
    place.database.batch(&format!("insert into log (id, person_id, unix, moment, day) values {}", values.join(", ")));
}
