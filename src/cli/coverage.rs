//! `probate coverage`

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::table::Table;
use super::{FINDINGS, Failure, Format, Terminal, open};
use crate::review::{self, Column, Count, Coverage, State};

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'c> {
    format_version: u32,
    percent: f64,
    #[serde(flatten)]
    coverage: &'c Coverage,
}

pub(super) fn run(project: &Path, least: Option<u8>, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let checked = crate::check(&open(project)?);
    let sound = checked.program.as_ref().filter(|_| !checked.diagnostics().has_errors());
    let Some(program) = sound else {
        terminal.findings(&checked);
        return Ok(ExitCode::from(FINDINGS));
    };
    let coverage = review::coverage(program);
    match terminal.format {
        Format::Text => print!("{}", text(&coverage)),
        Format::Json => super::json(&Report {
            format_version: FORMAT_VERSION,
            percent: percent(coverage.count),
            coverage: &coverage,
        })?,
    }
    let enough = least.is_none_or(|least| coverage.count.per_mille() >= usize::from(least) * 10);
    if let Some(least) = least.filter(|_| !enough) {
        eprintln!("probate: {} % are covered, and {least} % are asked for", percent(coverage.count));
        return Ok(ExitCode::from(FINDINGS));
    }
    Ok(ExitCode::SUCCESS)
}

/// Rounded down, so that 100 says that nothing is missing.
fn percent(count: Count) -> f64 {
    // No schema has so many columns that it is not exact.
    f64::from(u32::try_from(count.per_mille()).unwrap_or(0)) / 10.0
}

fn text(coverage: &Coverage) -> String {
    let mut out = String::new();
    let mut totals = Table::new(&["table", "covered", "impersonal", "missing"]);
    for table in &coverage.tables {
        totals.row([
            table.table.to_string(),
            table.count.covered.to_string(),
            table.count.impersonal.to_string(),
            table.count.missing.to_string(),
        ]);
    }
    out.push_str(&totals.text());
    let columns =
        || coverage.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (&table.table, column)));
    let mut impersonal = Table::new(&["impersonal", "column", "why"]);
    let mut missing = Table::new(&["missing", "column", "path to the person"]);
    for (table, column) in columns() {
        match &column.state {
            State::Impersonal { reason } => impersonal.row([table.to_string(), joined(column), reason.clone()]),
            State::Missing => missing.row([table.to_string(), joined(column), path(column)]),
            State::Covered { .. } | State::NotTheirs => {}
        }
    }
    let mut candidates = Table::new(&["perhaps a part", "of", "as"]);
    for one in &coverage.part_candidates {
        candidates.row([one.table.to_string(), one.part_of.to_string(), format!("parts: [\"{}\"]", one.part)]);
    }
    for table in [impersonal, candidates, missing].iter().filter(|table| !table.is_empty()) {
        let _ = write!(out, "\n{}", table.text());
    }
    let Count { columns: all, covered, impersonal, missing } = coverage.count;
    let beyond = columns().filter(|(_, column)| column.state == State::NotTheirs).count();
    let beyond =
        if beyond == 0 { String::new() } else { format!(" ({beyond} by what is said of the rows they refer to)") };
    let percent = percent(coverage.count);
    let _ = writeln!(
        out,
        "\n{percent} % of {all} columns that refer to a person: {covered} covered{beyond}, {impersonal} impersonal, {missing} missing"
    );
    out
}

fn joined(column: &Column) -> String {
    column.columns.join("|")
}

fn path(column: &Column) -> String {
    match &column.is {
        Some(is) => format!("{{path: {}, is: {is}}}", column.path),
        None => column.path.clone(),
    }
}
