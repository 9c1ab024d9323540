//! Exports of a case, each compared with the oracle.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::oracle::{self, State};
use super::policy::{KEY, World};
use super::site::{Scripts, look, seen};
use super::table::Value;
use super::trial::{NEXT_PERSON, Tally, Verdict, compare};
use crate::engine::{Database, Engine};

pub fn exports(world: &World, scripts: &Scripts, database: &Database, now: &State, tally: &mut Tally) -> Verdict {
    let Some(script) = &scripts.export else { return Ok(()) };
    let subjects: Vec<&Value> = now[0].iter().map(|row| &row[KEY]).filter(|key| **key != Value::Null).collect();
    // A script for MariaDB leaves its client in a transaction.
    let commit = if world.engine == Engine::Mariadb { "commit;\n" } else { "" };
    let all = subjects.iter().map(|subject| {
        format!(
            "insert into probate_request (kind, type, subject, state) values ('export', 'e', {}, 'approved');\n{script}\ndelete from probate_request;\n{commit}select '{NEXT_PERSON}';\n",
            subject.sql()
        )
    });
    let ran = database.run(&(all.collect::<String>() + &look(world)));
    if !ran.ok {
        return Err(format!("an export: {}", ran.stderr));
    }
    let after = seen(world, ran.stdout.rsplit(NEXT_PERSON).next().unwrap_or_default());
    compare("an export changes nothing", world, now, &after.state)?;
    for (subject, printed) in subjects.iter().zip(ran.stdout.split(&format!("{NEXT_PERSON}\n"))) {
        let read = |line: &str| serde_json::from_str(line).map_err(|error| format!("{error}: {line}"));
        let mut found = printed.lines().map(read).collect::<Result<Vec<Json>, _>>()?;
        let mut expected = Vec::new();
        if oracle::may_export(world, now, subject) {
            if found.is_empty() {
                return Err(format!("the export of {subject:?} prints nothing"));
            }
            found.remove(0);
            expected = oracle::export(world, now, subject);
            tally.exported += 1;
        }
        let (expected, found) = (lines(&expected), lines(&found));
        if expected != found {
            return Err(format!("the export of {subject:?}:\nexpected {expected:#?}\nfound {found:#?}"));
        }
    }
    Ok(())
}

/// Members are compared by name, lists as bags.
fn lines(lines: &[Json]) -> Vec<String> {
    let mut lines: Vec<String> =
        lines.iter().map(|line| format!("{} {} {}", line["item"], line["list"], settled(&line["row"]))).collect();
    lines.sort();
    lines
}

fn settled(value: &Json) -> String {
    match value {
        Json::Array(values) => {
            let mut values: Vec<String> = values.iter().map(settled).collect();
            values.sort();
            format!("[{}]", values.join(", "))
        }
        Json::Object(members) => {
            let members: BTreeMap<_, _> = members.iter().map(|(name, value)| (name, settled(value))).collect();
            format!("{members:?}")
        }
        other => other.to_string(),
    }
}
