//! `probate report`: what stands in the tables of probate.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Map, Value};

use super::database::{self, Database};
use super::{FINDINGS, Failure, Printed, Terminal, csv, table};
use crate::plan::report::{Report, Shape};
use crate::run::{self, Reported, Table, Wanted};

#[derive(Args)]
pub(super) struct Request {
    /// The report: `exports`, `purges`, `failures`, `types`, `deleted`, `kept`, `kept-rows`, `offers`, or `subject`
    name: String,
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    #[command(flatten)]
    database: Database,
    /// Only of this type
    #[arg(long = "type", value_name = "TYPE")]
    of_type: Option<String>,
    /// Only of the person with this key
    #[arg(long, value_name = "KEY")]
    subject: Option<String>,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;
/// All that is known of one person; not one table, but several.
const SUBJECT: &str = "subject";

/// Which report it is.
enum Asked<'a> {
    Table(Report),
    Subject(&'a str),
}

pub(super) fn run(
    request: &Request,
    at: impl Fn(PathBuf) -> PathBuf,
    printed: Printed,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let asked = asked(request)?;
    if printed == Printed::Csv && matches!(asked, Asked::Subject(_)) {
        return Err(Failure::usage(
            "the report `subject` is several tables, which no CSV file holds\n  = help: give `--format json`",
        ));
    }
    let Some(ready) = database::reviewed(&at(request.project.clone()), terminal)? else {
        return Ok(ExitCode::from(FINDINGS));
    };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let mut connection = request.database.open(&at)?;
    let wanted = Wanted { of_type: request.of_type.as_deref(), subject: request.subject.as_deref() };
    let reported = match asked {
        Asked::Table(report) => run::report(site, &mut *connection, report, &wanted)?,
        Asked::Subject(key) => run::of_subject(site, &mut *connection, key)?,
    };
    match printed {
        Printed::Text => terminal.print(&text(&reported)),
        Printed::Csv => {
            let main = reported.main.as_ref();
            terminal.print(&main.map_or_else(String::new, |table| csv::text(&cells(table, ""))));
            for other in &reported.more {
                terminal.say(&format!("`{}` is a table of its own: give `--format json`", other.name));
            }
        }
        Printed::Json => super::json(&json(&request.name, request.subject.as_deref(), &reported))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn asked(request: &Request) -> Result<Asked<'_>, Failure> {
    if request.name == SUBJECT {
        if request.of_type.is_some() {
            return Err(Failure::usage("the report `subject` is of all types\n  = help: leave `--type` out"));
        }
        let key = request
            .subject
            .as_deref()
            .ok_or_else(|| Failure::usage("the report `subject` is of one person\n  = help: give `--subject KEY`"))?;
        return Ok(Asked::Subject(key));
    }
    if let Some(report) = Report::ALL.into_iter().find(|report| report.name() == request.name) {
        return Ok(Asked::Table(report));
    }
    let names: Vec<&str> = Report::ALL.into_iter().map(Report::name).chain([SUBJECT]).collect();
    let near = crate::diagnostic::nearest(&request.name, &names);
    let near = near.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
    Err(Failure::usage(format!(
        "there is no report `{}`\n  = help: {near}there are {}",
        request.name,
        names.join(", ")
    )))
}

/// The head and the rows; `none` for what is not there.
fn cells(table: &Table, none: &str) -> Vec<Vec<String>> {
    let head = table.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let row = |row: &run::Row| row.iter().map(|cell| cell.clone().unwrap_or_else(|| none.to_owned())).collect();
    std::iter::once(head).chain(table.rows.iter().map(row)).collect()
}

fn text(reported: &Reported) -> String {
    let main = reported.main.as_ref().map(|table| table::text(&cells(table, "-")));
    let more = reported.more.iter().filter(|table| !table.rows.is_empty());
    let more = more.map(|table| format!("{}\n{}", table.name, table::text(&cells(table, "-"))));
    main.into_iter().chain(more).collect::<Vec<String>>().join("\n")
}

fn json(name: &str, subject: Option<&str>, reported: &Reported) -> Value {
    let mut all = Map::new();
    all.insert("format_version".to_owned(), FORMAT_VERSION.into());
    all.insert("report".to_owned(), name.into());
    if let Some(subject) = subject.filter(|_| reported.main.is_none()) {
        all.insert("subject".to_owned(), subject.into());
    }
    let main = reported.main.iter().map(|table| ("rows", table));
    for (name, table) in main.chain(reported.more.iter().map(|table| (table.name, table))) {
        all.insert(name.to_owned(), table.rows.iter().map(|row| object(table, row)).collect());
    }
    Value::Object(all)
}

fn object(table: &Table, row: &run::Row) -> Value {
    let member = |((name, shape), cell): (&crate::plan::report::Column, &Option<String>)| {
        let value = cell.as_deref().map_or(Value::Null, |text| match shape {
            Shape::Text => text.into(),
            Shape::Number => text.parse::<i64>().map_or_else(|_| text.into(), Value::from),
            Shape::Flag => (text == "yes").into(),
        });
        ((*name).to_owned(), value)
    };
    table.columns.iter().zip(row).map(member).collect::<Map<String, Value>>().into()
}
