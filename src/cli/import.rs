//! `probate import`: drafts under `proposed/`, and what the catalogue lacks.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::database::IfAsked;
use super::output::{Done, Plan};
use super::{FINDINGS, Failure, Format, Terminal, open, print};
use crate::artefact::MANIFEST;
use crate::database::{self, Schema, Vendor};
use crate::diagnostic::{self, Code, Diagnostics};
use crate::import::{self, Drafts, Input, Lack, Project, Subject, Xmldb};
use crate::program::digest_of_bytes;
use crate::run;
use crate::source::{FileId, Files, SourceMap};
use crate::sql::dialect::Dialect;
use crate::{Artefact, Checked};

/// The folder that drafts are written into, and nothing else is.
const FOLDER: &str = "proposed";
/// What keeps a folder from being read as a part of the project.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # Drafts of `probate import`: this file keeps `probate check` from reading them here.\n";
/// The tables of an `install.xml`, where there is no other schema.
const SCHEMA: &str = "schema.sql";

#[derive(Args)]
pub(super) struct Request {
    /// The project's folder
    #[arg(default_value = ".")]
    project: PathBuf,
    /// The schema, as the database prints it; default: that of the project's Site
    #[arg(long, value_name = "FILE", requires = "dialect", conflicts_with_all = ["db", "db_file"])]
    ddl: Option<PathBuf>,
    /// The database whose DDL it is
    #[arg(long, value_name = "DIALECT", value_parser = dialect, conflicts_with_all = ["db", "db_file"])]
    dialect: Option<Dialect>,
    #[command(flatten)]
    database: IfAsked,
    /// Moodle's descriptions of tables (`install.xml`), with the keys that the database does not declare
    #[arg(long, value_name = "FILE", num_args = 1..)]
    xmldb: Vec<PathBuf>,
    /// What the site's tables begin with, where there is no DDL
    #[arg(long, value_name = "PREFIX", default_value = "mdl_", value_parser = prefix)]
    prefix: String,
    /// The table of the people; default: that of the Site, else it is guessed
    #[arg(long, value_name = "TABLE")]
    subject: Option<String>,
    /// Write over drafts that somebody has edited, and remove those that would not be drafted any more
    #[arg(long)]
    force: bool,
}

fn dialect(name: &str) -> Result<Dialect, String> {
    let known = || Dialect::ALL.iter().map(|one| one.name()).collect::<Vec<_>>().join(", ");
    Dialect::from_name(name).ok_or_else(|| format!("the dialects are {}", known()))
}

fn prefix(text: &str) -> Result<String, String> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.chars().all(letters).then(|| text.to_owned()).ok_or_else(|| "small letters, digits and `_` only".to_owned())
}

/// Texts that are read here, and what is wrong with them.
#[derive(Default)]
struct Texts {
    sources: SourceMap,
    found: Diagnostics,
}

pub(super) fn run(
    request: &Request,
    at: impl Fn(PathBuf) -> PathBuf,
    terminal: &Terminal,
) -> Result<ExitCode, Failure> {
    let project = at(request.project.clone());
    let disk = open(&project)?;
    let mut texts = Texts::default();
    let checked = match project_of(&disk) {
        Some(checked) if checked.diagnostics().has_errors() => {
            terminal.findings(&checked);
            terminal.say("nothing is drafted: the project's own errors come first");
            return Ok(ExitCode::from(FINDINGS));
        }
        other => other,
    };
    let mut files: Vec<Xmldb> = Vec::new();
    for path in &request.xmldb {
        let file = texts.read(&at(path.clone()), path)?;
        files.push(import::read(&texts.sources, file, &mut texts.found));
    }
    if texts.found.has_errors() {
        return Ok(texts.say(terminal));
    }
    let drafts = match checked.as_ref().and_then(|checked| checked.program.as_ref()) {
        Some(program) => known(request, program, &files, terminal)?,
        None => match new(request, &project, &at, &files, &mut texts, terminal)? {
            Some(drafts) => drafts,
            None => return Ok(texts.say(terminal)),
        },
    };
    let is_known = checked.is_some();
    let folder = project.join(FOLDER);
    if drafts.files.is_empty() && !folder.exists() {
        report(&drafts, is_known, terminal);
        return Ok(ExitCode::SUCCESS);
    }
    let done =
        write(&folder, drafts.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())), request.force)?;
    report(&drafts, is_known, terminal);
    terminal.say(&format!(
        "drafted {} files into `{}`: {} written, {} removed; read them, then move them into the project",
        drafts.files.len(),
        folder.display(),
        done.written,
        done.removed
    ));
    Ok(ExitCode::SUCCESS)
}

/// The project in the folder; `None` where it has no document yet.
fn project_of(files: &dyn Files) -> Option<Checked> {
    let has_documents = files.documents().map_or(true, |documents| !documents.is_empty());
    has_documents.then(|| crate::check(files)).filter(|checked| {
        let only_lacks_site = checked.diagnostics().iter().all(|one| one.code == Code::NoSite);
        checked.program.is_some() || !only_lacks_site
    })
}

impl Texts {
    fn read(&mut self, path: &Path, named: &Path) -> Result<FileId, Failure> {
        let refused = |reason: String| Failure::incomplete(format!("`{}` cannot be read: {reason}", path.display()));
        let bytes = std::fs::read(path).map_err(|error| refused(error.kind().to_string()))?;
        let text = String::from_utf8(bytes).map_err(|_| refused("it is not UTF-8 text".to_owned()))?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Ok(self.sources.add(named.to_string_lossy(), text))
    }

    fn schema(&mut self, file: FileId, dialect: Dialect) -> Schema {
        let vendor = Vendor::of(dialect);
        vendor.map_or_else(Schema::default, |vendor| database::read(&self.sources, file, vendor, &mut self.found))
    }

    fn say(&mut self, terminal: &Terminal) -> ExitCode {
        self.found.sort(&self.sources);
        match terminal.format {
            Format::Text => eprint!("{}", diagnostic::text(&self.found, &self.sources, terminal.style)),
            Format::Json => print(&diagnostic::json(&self.found, &self.sources)),
        }
        ExitCode::from(FINDINGS)
    }
}

/// What a project with a Site lacks.
fn known(
    request: &Request,
    program: &crate::program::Program,
    files: &[Xmldb],
    terminal: &Terminal,
) -> Result<Drafts, Failure> {
    if request.ddl.is_some() || request.subject.is_some() || request.database.is_asked() {
        let message = "the project has a Site, which names its schema and its people: leave out `--ddl`, `--db` and `--subject`\n  \
                       = help: `probate check --db` says what the database has that the schema does not";
        return Err(Failure::usage(message));
    }
    let schema: &Schema = &program.schema;
    let subject = &program.site.subject;
    let subject = Subject { table: subject.table.id, key: subject.key.id };
    let prefix = import::prefix(schema, files);
    let keys = import::keys(schema, files, &prefix);
    say_lost(&keys, terminal);
    let (declared, components) = (keys.declared, keys.components);
    let dialects = &program.site.dialects;
    Ok(import::draft(Input { schema, dialects, subject, declared, components, project: Project::Known(program) }))
}

/// The schema of a project that is new, and what is said of it.
struct Source {
    schema: Schema,
    dialect: Dialect,
    /// Where it will be, from the project's folder, and what is to be done so that it is there.
    place: String,
    note: Option<String>,
    /// It is drafted, too.
    drafted: Option<String>,
}

/// The drafts of a whole project; `None` where the schema has errors.
fn new(
    request: &Request,
    project: &Path,
    at: &impl Fn(PathBuf) -> PathBuf,
    files: &[Xmldb],
    texts: &mut Texts,
    terminal: &Terminal,
) -> Result<Option<Drafts>, Failure> {
    let source = match &request.ddl {
        Some(path) => of_file(request, &at(path.clone()), path, project, texts)?,
        None if request.database.is_asked() => of_database(request, at, texts, terminal)?,
        None => of_xmldb(request, files, texts)?,
    };
    if texts.found.has_errors() {
        return Ok(None);
    }
    let Source { schema, dialect, place, note, drafted } = source;
    let (subject, why) = subject(request, &schema)?;
    let prefix = import::prefix(&schema, files);
    let keys = import::keys(&schema, files, &prefix);
    say_lost(&keys, terminal);
    let (declared, components) = (keys.declared, keys.components);
    let project = Project::New { schema: place, note, subject: why };
    let mut drafts =
        import::draft(Input { schema: &schema, dialects: &[dialect], subject, declared, components, project });
    let drafted = drafted.map(|text| import::File { path: SCHEMA.to_owned(), bytes: text.into_bytes() });
    drafts.files.extend(drafted);
    Ok(Some(drafts))
}

fn of_file(request: &Request, from: &Path, named: &Path, project: &Path, texts: &mut Texts) -> Result<Source, Failure> {
    let (place, note) = place_of(from, project);
    let file = texts.read(from, named)?;
    let dialect = request.dialect.unwrap_or(Dialect::Postgres);
    Ok(Source { schema: texts.schema(file, dialect), dialect, place, note, drafted: None })
}

/// What a live database says of itself.
fn of_database(
    request: &Request,
    at: &impl Fn(PathBuf) -> PathBuf,
    texts: &mut Texts,
    terminal: &Terminal,
) -> Result<Source, Failure> {
    let mut connection = request.database.open(at)?;
    let live = run::live_schema(&mut *connection, &mut texts.sources, &mut texts.found)?;
    if let Some(one) = live.unread.first() {
        // A draft that lacks a table would look as if there were none.
        return Err(Failure::incomplete(format!(
            "{} tables of the database could not be read, `{}` first: {}\n  = help: let this user read them, or give the DDL by `--ddl`",
            live.unread.len(),
            one.table,
            one.failure
        )));
    }
    for what in &live.unseen {
        terminal.say(&format!("not seen: {what}"));
    }
    let note = Some("read from the database: `probate check --db` says when that has changed".to_owned());
    let drafted = Some(texts.sources.text(live.file).to_owned());
    Ok(Source { schema: live.schema, dialect: live.dialect, place: SCHEMA.to_owned(), note, drafted })
}

/// The tables that Moodle's files describe, where nothing else is given.
fn of_xmldb(request: &Request, files: &[Xmldb], texts: &mut Texts) -> Result<Source, Failure> {
    let dialect = request.dialect.unwrap_or(Dialect::Postgres);
    if files.is_empty() {
        let message =
            "there is no Site here yet: name the schema with `--ddl FILE --dialect DIALECT`, `--db` or `--xmldb`";
        return Err(Failure::usage(message));
    }
    if dialect != Dialect::Postgres {
        let message = "of `install.xml` alone a schema of PostgreSQL is drafted: add `--ddl FILE` for another database";
        return Err(Failure::usage(message));
    }
    let drafted = import::ddl(files, &request.prefix);
    let file = texts.sources.add(format!("{FOLDER}/{SCHEMA}"), drafted.clone());
    let note = Some("drafted from install.xml; replace it by what the database prints".to_owned());
    let place = SCHEMA.to_owned();
    Ok(Source { schema: texts.schema(file, dialect), dialect, place, note, drafted: Some(drafted) })
}

/// How a Site names the file, and what is to be done where it is outside the project.
fn place_of(file: &Path, project: &Path) -> (String, Option<String>) {
    let inside = file.canonicalize().ok().zip(project.canonicalize().ok());
    let inside = inside.and_then(|(file, project)| file.strip_prefix(project).ok().map(Path::to_owned));
    let text =
        |path: &Path| path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    if let Some(path) = inside {
        return (text(&path), None);
    }
    let name = file.file_name().map_or_else(|| SCHEMA.to_owned(), |name| name.to_string_lossy().into_owned());
    (format!("schema/{name}"), Some("to do: copy the DDL to this place in the project".to_owned()))
}

fn subject(request: &Request, schema: &Schema) -> Result<(Subject, String), Failure> {
    if let Some(name) = &request.subject {
        let subject = Subject::named(schema, name);
        let subject =
            subject.ok_or_else(|| Failure::usage(format!("there is no table `{name}` with a key of one column")))?;
        return Ok((subject, "named on the command line".to_owned()));
    }
    Subject::guess(schema)
        .ok_or_else(|| Failure::usage("no table looks like one of people: name it with `--subject TABLE`"))
}

fn say_lost(keys: &import::Keys, terminal: &Terminal) {
    let say = |what: &str, names: &[String]| {
        if !names.is_empty() {
            terminal.say(&format!("{} {what}: {}", names.len(), names.join(", ")));
        }
    };
    say("tables of install.xml are not in the schema", &keys.missing_tables);
    say("keys of install.xml lead to nothing in the schema", &keys.lost_keys);
}

/// Writes the drafts, the manifest last; what somebody edited since is left as it is, and then nothing is written.
fn write<'f>(folder: &Path, files: impl Iterator<Item = (&'f str, &'f [u8])>, force: bool) -> Result<Done, Failure> {
    let mut artefacts: Vec<Artefact> =
        files.map(|(path, bytes)| Artefact { path: path.to_owned(), bytes: bytes.to_vec() }).collect();
    artefacts.push(Artefact { path: TAG.to_owned(), bytes: TAG_TEXT.as_bytes().to_vec() });
    if let Some(link) = link_on_the_way(folder, &artefacts) {
        let message = format!("`{}` is a link: drafts are written into plain folders only", link.display());
        return Err(Failure::incomplete(message));
    }
    let edited = edited(folder, &artefacts);
    if !edited.is_empty() && !force {
        let (folder, edited) = (folder.display(), edited.join("`, `"));
        return Err(Failure::usage(format!(
            "in `{folder}`, somebody has edited `{edited}` since it was drafted; nothing was written: move it into the \
             project, or write over it with `--force`"
        )));
    }
    let listed: Vec<Value> = artefacts
        .iter()
        .map(|file| json!({"path": file.path, "sha256": digest_of_bytes(&file.bytes), "bytes": file.bytes.len()}))
        .collect();
    let manifest = json!({"format_version": 1, "files": listed});
    artefacts.push(Artefact { path: MANIFEST.to_owned(), bytes: format!("{manifest:#}\n").into_bytes() });
    Plan::new(folder, artefacts)?.write()
}

/// A link would lead what is written out of the folder.
fn link_on_the_way(folder: &Path, files: &[Artefact]) -> Option<PathBuf> {
    let is_link = |path: &PathBuf| path.symlink_metadata().is_ok_and(|data| data.file_type().is_symlink());
    let below = files.iter().flat_map(|file| {
        let path = Path::new(&file.path);
        path.ancestors().filter(|part| !part.as_os_str().is_empty()).map(|part| folder.join(part)).collect::<Vec<_>>()
    });
    std::iter::once(folder.to_owned()).chain(below).find(is_link)
}

/// Files that would be written over or removed, and are not as the manifest says that they were written.
fn edited(folder: &Path, files: &[Artefact]) -> Vec<String> {
    let manifest = std::fs::read_to_string(folder.join(MANIFEST)).ok();
    let manifest: Value = manifest.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let listed = manifest.get("files").and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |one: &Value, key: &str| one.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let listed: Vec<(String, String)> = listed.iter().map(|one| (text(one, "path"), text(one, "sha256"))).collect();
    let mut paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    paths.extend(listed.iter().map(|(path, _)| path.clone()));
    paths.sort();
    paths.dedup();
    let is_edited = |path: &String| {
        let Ok(bytes) = std::fs::read(folder.join(path)) else { return false };
        let same = files.iter().any(|file| file.path == *path && file.bytes == bytes);
        let digest = digest_of_bytes(&bytes);
        !same && !listed.iter().any(|(other, written)| other == path && *written == digest)
    };
    paths.into_iter().filter(is_edited).collect()
}

fn report(drafts: &Drafts, is_known: bool, terminal: &Terminal) {
    let lacks: &[Lack] = if is_known { &drafts.lacks } else { &[] };
    if terminal.format == Format::Json {
        let files: Vec<&str> = drafts.files.iter().map(|file| file.path.as_str()).collect();
        let report = json!({"format_version": 1, "files": files, "lacks": lacks});
        print(&format!("{report:#}\n"));
        return;
    }
    for line in table(lacks) {
        print(&format!("{line}\n"));
    }
    if is_known && lacks.is_empty() {
        terminal.say("the catalogue lacks nothing that names, types and indexes show");
    } else if is_known {
        terminal.say(&format!("the catalogue lacks {} columns", lacks.len()));
    }
}

/// Columns of text, each as wide as its widest cell.
fn table(lacks: &[Lack]) -> Vec<String> {
    if lacks.is_empty() {
        return Vec::new();
    }
    let head = ["COLUMN", "WHAT", "CERTAINTY", "WHY"].map(str::to_owned);
    let rows = lacks.iter().map(|one| {
        let column = format!("{}.{}", one.table, one.column);
        [column, one.what.name().to_owned(), one.certainty.to_owned(), one.reason.clone()]
    });
    let rows: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
    let wide =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths = [wide(0), wide(1), wide(2), 0];
    let line = |row: &[String; 4]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
