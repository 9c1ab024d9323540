//! `probate list`

use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::table;
use super::{FINDINGS, Failure, Format, Terminal, open, print};
use crate::review::{self, Because, Does, List};

/// Grows when the JSON changes its shape.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'l> {
    format_version: u32,
    #[serde(flatten)]
    list: &'l List,
}

pub(super) fn run(project: &Path, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let checked = crate::check(&open(project)?);
    let Some(program) = terminal.sound(&checked) else { return Ok(ExitCode::from(FINDINGS)) };
    let list = review::list(program);
    match terminal.format {
        Format::Text => print(&text(&list)),
        Format::Json => super::json(&Report { format_version: FORMAT_VERSION, list: &list })?,
    }
    Ok(ExitCode::SUCCESS)
}

fn text(list: &List) -> String {
    let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let mut components = vec![line(&["component", "items", "title"])];
    components.extend(list.components.iter().map(|one| line(&[&one.id, &one.items.to_string(), &one.title])));
    let mut types = vec![line(&["type", "kind", "status", "items", "title"])];
    for (kind, all) in [("export", &list.export_types), ("purge", &list.purge_types)] {
        let status = |one: &review::ListedType| one.status.clone().unwrap_or_else(|| "-".to_owned());
        types.extend(all.iter().map(|one| line(&[&one.id, kind, &status(one), &one.items.to_string(), &one.title])));
    }
    let mut rules = vec![line(&["rule", "period", "then", "items", "title"])];
    rules.extend(list.retention_rules.iter().map(|one| {
        let title = one.title.as_deref().unwrap_or("-");
        line(&[&one.id, &one.period, &one.then, &one.items.to_string(), title])
    }));
    let names = list.export_types.iter().chain(&list.purge_types).map(|one| one.id.clone());
    let mut items = vec![std::iter::once("item".to_owned()).chain(names).collect::<Vec<String>>()];
    for item in &list.items {
        let cells = item.exports.iter().chain(&item.purges).map(cell);
        items.push(std::iter::once(item.name.clone()).chain(cells).collect());
    }
    let rules = (rules.len() > 1).then_some(rules);
    let all = [components, types].into_iter().chain(rules).chain([items]);
    all.map(|rows| table::text(&rows)).collect::<Vec<String>>().join("\n")
}

fn cell(does: &Does) -> String {
    match does.because {
        Because::NotTaken => "-".to_owned(),
        Because::OtherStatus => "other status".to_owned(),
        Because::New => "new".to_owned(),
        Because::Taken if does.does.is_empty() => "nothing".to_owned(),
        Because::Taken => does.does.join(", "),
    }
}
