//! The files of OUT: their names, their bytes, and the manifest that lists them.

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::page::{self, PageError};
use crate::plan::{self, Basis};
use crate::program::{ExportType, PurgeType, digest_of_bytes};
use crate::sql::dialect::Dialect;
use crate::sql::{self, Script};

/// One file of OUT.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artefact {
    /// Relative to OUT, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

pub(crate) const MANIFEST: &str = "manifest.json";

pub(crate) fn all(basis: Basis<'_>) -> Result<Vec<Artefact>, PageError> {
    let mut files = scripts(basis);
    files.extend(page::pages(basis.program)?.into_iter().map(|page| Artefact { path: page.path, bytes: page.bytes }));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.push(manifest(basis, &files));
    Ok(files)
}

fn scripts(basis: Basis<'_>) -> Vec<Artefact> {
    // A type with faults is an error of the project, and nothing is compiled then.
    let purges = basis.program.purge_types.par_iter();
    let purges = purges.filter_map(|one| Some((format!("purge/{}.sql", one.id), plan::purge(basis, one).ok()?)));
    let exports = basis.program.export_types.par_iter();
    let exports = exports.map(|one| (format!("export/{}.sql", one.id), plan::export(basis, one)));
    let rules: Vec<_> = plan::retention::rules(basis).collect();
    let rules = rules.into_par_iter().filter_map(|(rule, at_most)| {
        Some((format!("retention/{}.sql", rule.id), plan::retention::script(basis, rule, at_most).ok()?))
    });
    let mut of_types: Vec<(String, Script)> = purges.chain(exports).chain(rules).collect();
    of_types.extend(plan::records(basis).map(|script| ("records.sql".to_owned(), script)));
    let install = ("install.sql".to_owned(), plan::install(basis));
    let candidates = plan::retention::candidates(basis).map(|script| ("candidates.sql".to_owned(), script));
    let scripts: Vec<&(String, Script)> = std::iter::once(&install).chain(&of_types).chain(&candidates).collect();
    let dialects = &basis.program.site.dialects;
    let all: Vec<_> = dialects.iter().flat_map(|one| scripts.iter().map(move |script| (*one, *script))).collect();
    let files = all.into_par_iter().map(|(dialect, (name, script))| printed(dialect, name, script));
    let mut files: Vec<Artefact> = files.collect();
    let with_rights: Vec<Dialect> = dialects.iter().copied().filter(|dialect| dialect.has_rights()).collect();
    if !with_rights.is_empty() {
        let of_types: Vec<&Script> = of_types.iter().map(|(_, script)| script).collect();
        let grants = plan::grants(basis, &of_types);
        let rights = with_rights.into_par_iter();
        let rights = rights.map(|dialect| printed(dialect, "grants.sql", &grants.script(basis, dialect)));
        files.extend(rights.collect::<Vec<Artefact>>());
    }
    files
}

fn printed(dialect: Dialect, name: &str, script: &Script) -> Artefact {
    let path = format!("sql/{}/{name}", dialect.name());
    Artefact { path, bytes: sql::script(script, dialect).into_bytes() }
}

/// What OUT consists of. `compile` removes what an older manifest lists and this one does not.
fn manifest(basis: Basis<'_>, files: &[Artefact]) -> Artefact {
    let files: Vec<Value> = files
        .iter()
        .map(|file| json!({"path": file.path, "sha256": digest_of_bytes(&file.bytes), "bytes": file.bytes.len()}))
        .collect();
    let manifest = json!({
        "format_version": 1,
        "site": basis.program.site.id,
        "program": basis.digest,
        "dialects": basis.program.site.dialects.iter().map(|dialect| dialect.name()).collect::<Vec<_>>(),
        "self_export": basis.program.site.defaults.self_export,
        "purge_types": basis.program.purge_types.iter().map(|one| purge_type(basis, one)).collect::<Vec<_>>(),
        "export_types": basis.program.export_types.iter().map(export_type).collect::<Vec<_>>(),
        "files": files,
    });
    Artefact { path: MANIFEST.to_owned(), bytes: format!("{manifest:#}\n").into_bytes() }
}

/// How it may be asked for, so that a host offers what will be carried out.
fn purge_type(basis: Basis<'_>, one: &PurgeType) -> Value {
    let status = basis.program.site.subject.statuses.get(one.status).map(|status| status.name.as_str());
    let is_default = basis.program.site.defaults.has(one);
    json!({"id": one.id, "status": status, "use": one.uses, "approval": one.approval, "default": is_default})
}

fn export_type(one: &ExportType) -> Value {
    json!({"id": one.id, "use": one.uses, "approval": one.approval})
}

/// The paths that a manifest lists; `None` where the text is no manifest of this format.
pub fn manifest_files(text: &str) -> Option<Vec<String>> {
    let manifest: Value = serde_json::from_str(text).ok()?;
    let files = manifest.get("files")?.as_array()?;
    files.iter().map(|file| file.get("path")?.as_str().map(str::to_owned)).collect()
}
