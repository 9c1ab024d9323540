//! `probate why`

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::database::{self, Database};
use super::{FINDINGS, Failure, Format, Terminal, datum, open, print};
use crate::diagnostic::nearest;
use crate::program::Program;
use crate::review::{self, Keeps, OfType, Rows, Rule, Why};
use crate::run::{self, OfPerson};

#[derive(Args)]
pub(super) struct Request {
    /// An item such as `notes.account`
    item: String,
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    /// What decides now about the rows of the person with this key
    #[arg(long, value_name = "KEY")]
    subject: Option<String>,
    #[command(flatten)]
    database: Database,
}

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'w> {
    format_version: u32,
    #[serde(flatten)]
    why: &'w Why,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'w OfPerson>,
}

pub(super) fn run(
    request: &Request,
    at: impl Fn(PathBuf) -> PathBuf,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let project = at(request.project.clone());
    match &request.subject {
        Some(subject) => of_person(request, &project, subject, at, terminal),
        None if request.database.is_named() => Err(Failure::usage(
            "`why` looks into a database only for somebody's rows\n  = help: give `--subject KEY`, or leave `--db`, `--db-file` and `--now` out",
        )),
        None => of_item(&request.item, &project, terminal),
    }
}

fn of_person(
    request: &Request,
    project: &Path,
    subject: &str,
    at: impl Fn(PathBuf) -> PathBuf,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let Some(ready) = database::reviewed(project, terminal)? else { return Ok(ExitCode::from(FINDINGS)) };
    let Some(site) = ready.site() else { return Ok(ExitCode::from(FINDINGS)) };
    let Some(why) = review::why(site.program(), site.basis.sources, &request.item) else {
        return Err(Failure::usage(unknown(&request.item, site.program())));
    };
    let mut connection = request.database.open(at)?;
    let person = run::why(site, &mut *connection, &request.item, subject)?;
    match terminal.format {
        Format::Text => terminal.print(&datum::text(&why, &person)),
        Format::Json => {
            super::json(&Report { format_version: FORMAT_VERSION, why: &why, person: Some(&person) })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn of_item(item: &str, project: &Path, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let checked = crate::check(&open(project)?);
    let Some(program) = terminal.sound(&checked) else { return Ok(ExitCode::from(FINDINGS)) };
    let Some(why) = review::why(program, &checked.project.sources, item) else {
        return Err(Failure::usage(unknown(item, program)));
    };
    match terminal.format {
        Format::Text => {
            print(&text(&why));
            if !checked.refused.is_empty() {
                terminal.say("this policy is not the one that was reviewed: `probate check` says where it differs");
            }
        }
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, why: &why, person: None })?,
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(item: &str, program: &Program) -> String {
    let names: Vec<&str> = program.items.iter().map(|one| one.name.as_str()).collect();
    let of: Vec<&str> = names.iter().copied().filter(|name| name.split('.').next() == Some(item)).collect();
    let hint = match (of.as_slice(), nearest(item, &names)) {
        ([_, ..], _) => format!("`{item}` is a component; its items are {}", of.join(", ")),
        ([], Some(near)) => format!("did you mean `{near}`?"),
        ([], None) => "see `probate list`".to_owned(),
    };
    format!("there is no item `{item}`; {hint}")
}

fn text(why: &Why) -> String {
    let mut out = format!("{}: {} ({})\n", why.item, why.title, why.at.0);
    if let Some(category) = &why.data_category {
        let _ = writeln!(out, "data category {category}");
    }
    out.push_str("\nRows\n");
    why.rows.iter().for_each(|rows| self::rows(rows, 1, &mut out));
    if why.rows.iter().any(|one| why.rows.iter().filter(|other| other.table == one.table).count() > 1) {
        out.push_str("  a row that several entries find: delete before overwrite before keep\n");
    }
    out.push_str("\nPurge\n");
    if let Some(only) = &why.only {
        let _ = writeln!(out, "  only of somebody who is {}", only.join(" or "));
    }
    if !why.comes_back_from.is_empty() {
        let _ = writeln!(out, "  comes back from {}, unless that is purged too", why.comes_back_from.join(", "));
    }
    types(&why.purge_types, "no purge type is defined", &mut out);
    out.push_str("\nRetention\n");
    if why.protects {
        out.push_str("  protected accounts lose nothing, whatever follows\n");
    }
    if why.retention.is_empty() {
        out.push_str("  no hold keeps it, and no rule is about its age\n");
    }
    why.retention.iter().for_each(|one| rule(one, &mut out));
    out.push_str("\nReview\n");
    let state =
        if why.is_new { "new: what nobody has reviewed is left alone until `probate lock`" } else { "reviewed" };
    let _ = writeln!(out, "  {state}");
    out.push_str("\nExport\n");
    types(&why.export_types, "no export type is defined", &mut out);
    out.push_str("\nPurpose\n");
    match &why.purpose {
        Some(purpose) => {
            let basis = if purpose.lawful_basis.is_empty() {
                "no lawful basis".to_owned()
            } else {
                purpose.lawful_basis.join(", ")
            };
            let _ = writeln!(out, "  {}: {}, {basis} ({})", purpose.id, purpose.title, purpose.at.0);
        }
        None => out.push_str("  none is named\n"),
    }
    out
}

fn rows(rows: &Rows, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let _ = writeln!(out, "{indent}{} of `{}` ({})", rows.relation, rows.table, rows.at.0);
    let _ = writeln!(out, "{indent}  {}", rows.found);
    if let Some(condition) = &rows.condition {
        let _ = writeln!(out, "{indent}  only where {condition}");
    }
    if let Some(area) = &rows.area {
        let _ = writeln!(out, "{indent}  of the area {area}");
    }
    let exports = if rows.exports.is_empty() { "nothing".to_owned() } else { rows.exports.join(", ") };
    let _ = writeln!(out, "{indent}  export: {exports}");
    if rows.purge.is_empty() {
        let _ = writeln!(out, "{indent}  purge: nothing");
    }
    for purge in &rows.purge {
        let _ = writeln!(out, "{indent}  purge: {purge}");
    }
    if rows.is_new {
        let _ = writeln!(out, "{indent}  new: every type leaves these rows alone until `probate lock`");
    }
    rows.parts.iter().for_each(|part| self::rows(part, depth + 1, out));
}

fn rule(rule: &Rule, out: &mut String) {
    let mut says = Vec::new();
    let keeps = match rule.keeps {
        Keeps::Hold => "hold",
        Keeps::AtLeast => "at_least",
        Keeps::AtMost => "at_most",
    };
    match (&rule.period, &rule.until) {
        (Some(period), _) => says.push(format!("{period} after {}", rule.after.join(" and "))),
        (None, Some(until)) => says.push(format!("until {until}")),
        (None, None) => says.push("until it is lifted".to_owned()),
    }
    says.extend(rule.roles.iter().cloned());
    says.extend(rule.within.iter().map(|within| format!("in {within}")));
    says.extend(rule.overrides.iter().map(|other| format!("before {other}")));
    says.extend(rule.duty.iter().cloned());
    says.extend(rule.then.iter().map(|then| format!("then {then}")));
    says.extend(rule.is_new.then(|| "new: it ends nothing until `probate lock`".to_owned()));
    let _ = writeln!(out, "  {keeps} {}: {} ({})", rule.id, says.join("; "), rule.at.0);
}

fn types(types: &[OfType], none: &str, out: &mut String) {
    if types.is_empty() {
        let _ = writeln!(out, "  {none}");
    }
    for one in types {
        let status = one.status.as_ref().map_or(String::new(), |status| format!(" (of somebody who is {status})"));
        let verdict = match one.does.as_slice() {
            [] if one.taken => "yes, and does nothing".to_owned(),
            [] => "no".to_owned(),
            does => does.join(", "),
        };
        let at = one.pattern.as_ref().unwrap_or(&one.at);
        let _ = writeln!(out, "  {}{status}: {verdict}; {} ({})", one.id, one.because, at.0);
    }
}
