//! `probate coverage`

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::table;
use super::{FINDINGS, Failure, Format, Terminal, open, print};
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
    let Some(program) = terminal.sound(&checked) else { return Ok(ExitCode::from(FINDINGS)) };
    let coverage = review::coverage(program);
    match terminal.format {
        Format::Text => print(&text(&coverage)),
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
    let mut totals = vec![head(["table", "covered", "impersonal", "missing"])];
    for table in &coverage.tables {
        let Count { covered, impersonal, missing, .. } = table.count;
        totals.push(vec![table.table.to_string(), covered.to_string(), impersonal.to_string(), missing.to_string()]);
    }
    let mut impersonal = vec![head(["impersonal", "column", "why", ""])];
    let mut missing = vec![head(["missing", "column", "path to the person", ""])];
    for (table, column) in columns(coverage) {
        match &column.state {
            State::Impersonal { reason } => impersonal.push(vec![table.to_string(), joined(column), reason.clone()]),
            State::Missing => missing.push(vec![table.to_string(), joined(column), path(column)]),
            State::Covered { .. } | State::NotTheirs => {}
        }
    }
    let mut candidates = vec![head(["perhaps a part", "of", "as", ""])];
    for one in &coverage.part_candidates {
        let part = format!("parts: [\"{}\"]", one.part);
        candidates.push(vec![one.table.to_string(), one.part_of.to_string(), part]);
    }
    let mut out = table::text(&totals);
    for rows in [impersonal, candidates, missing].iter().filter(|rows| rows.len() > 1) {
        let _ = write!(out, "\n{}", table::text(rows));
    }
    let _ = writeln!(out, "\n{}", summary(coverage));
    out
}

fn head(names: [&str; 4]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

fn columns(coverage: &Coverage) -> impl Iterator<Item = (&str, &Column)> {
    coverage.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (&*table.table, column)))
}

fn summary(coverage: &Coverage) -> String {
    let Count { columns: all, covered, impersonal, missing } = coverage.count;
    let beyond = columns(coverage).filter(|(_, column)| column.state == State::NotTheirs).count();
    let beyond =
        if beyond == 0 { String::new() } else { format!(" ({beyond} by what is said of the rows they refer to)") };
    let percent = percent(coverage.count);
    format!(
        "{percent} % of {all} columns that refer to a person: {covered} covered{beyond}, {impersonal} impersonal, {missing} missing"
    )
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
