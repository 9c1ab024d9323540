//! The program: one file a subcommand. The only room with standard output, standard error and exit codes.
//!
//! In: arguments and a folder. Out: the product on standard output or in files, findings on standard error.
//! Never here: meaning.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this room talks to the terminal")]

mod apply;
mod check;
mod compile;
mod coverage;
mod csv;
mod database;
mod datum;
mod explain;
mod export;
mod hold;
mod import;
mod init;
mod install;
mod list;
mod lock;
mod offer;
mod output;
mod own_type;
mod plan;
mod report;
mod request;
mod schema;
mod simulate;
mod table;
mod verify;
mod why;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;

use crate::Checked;
use crate::diagnostic::{self, Diagnostics, Style};
use crate::program::Program;
use crate::source::{Disk, ReadError, SourceMap};

/// Compliance as code: YAML policies to SQL purge scripts, export queries and consent pages.
///
/// Exit codes: 0 done; 1 errors in the project's files; 2 wrong arguments; 3 could not complete (files, machine);
/// 4 not fresh (`compile --check`, `check --locked`).
#[derive(Parser)]
#[command(name = "probate", version, propagate_version = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Work in this folder
    #[arg(short = 'C', global = true, value_name = "DIR")]
    directory: Option<PathBuf>,
    /// How findings are printed, and what a command finds out; CSV is for `report` and `offer`
    #[arg(long, global = true, value_enum, default_value = "text")]
    format: Printed,
    /// When to use colours; NO_COLOR is respected
    #[arg(long, global = true, value_enum, default_value = "auto")]
    color: Color,
    /// Print nothing but findings
    #[arg(short, long, global = true)]
    quiet: bool,
}

/// What can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Printed {
    #[value(alias = "table")]
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Read a project and report everything that is wrong with it; with a database, what that has otherwise
    Check(check::Check),
    /// Compile a project to SQL, queries and pages
    Compile {
        /// The project's folder
        #[arg(default_value = ".")]
        project: PathBuf,
        /// Where the artefacts go; default: `compiled` in the project
        #[arg(long, short, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Write nothing; exit with 4 when the artefacts are not what would be written
        #[arg(long)]
        check: bool,
    },
    /// Every column that refers to a person, and what the policy says of it
    Coverage {
        /// The project's folder
        #[arg(default_value = ".")]
        project: PathBuf,
        /// Exit with 1 when fewer than so many percent are covered or impersonal
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
        min: Option<u8>,
    },
    /// Accept the policy as reviewed: write `lock/`, and list what is new in it
    Lock {
        /// The project's folder
        #[arg(default_value = ".")]
        project: PathBuf,
    },
    /// Make the tables of probate in a database, where they are missing
    Install {
        /// The project's folder
        #[arg(default_value = ".")]
        project: PathBuf,
        #[command(flatten)]
        database: database::Database,
    },
    /// Ask for an export or a purge, decide about a request, list requests
    Request(request::Request),
    /// Place a person under a legal hold, or lift it; list who is under which
    Hold(hold::Request),
    /// List what waits for a person before it goes by its age; approve it, or reject it
    Offer(offer::Request),
    /// Give a person a purge type of their own for a status, or none; list them
    OwnType(own_type::Request),
    /// Show what `apply` would do: per type, item and table what would go, change, be kept; nothing is changed
    Plan(plan::Plan),
    /// Count what retention rules will take, month by month up to a day; nothing is changed
    Simulate(simulate::Request),
    /// Carry out the purges that are due, batch after batch
    Apply(apply::Apply),
    /// Look whether rows are there again of people who were purged; nothing is changed
    Verify(verify::Verify),
    /// Print a report: requests, failures, types, deleted people and what is left of them, one person
    Report(report::Request),
    /// Write the archives of the exports that are due, and remove those whose time is over
    Export(export::Export),
    /// Print what a code means, why it is refused, and how to mend it
    Explain {
        /// A code such as `unknown-column`
        #[arg(required_unless_present = "list")]
        code: Option<String>,
        /// List all codes
        #[arg(long)]
        list: bool,
    },
    /// List components, types and items, and what each type does with each item
    List {
        /// The project's folder
        #[arg(default_value = ".")]
        project: PathBuf,
    },
    /// Print what decides about an item, in order; with `--subject` also about the rows that one person has now
    Why(why::Request),
    /// Print the JSON Schema of a kind of document
    Schema {
        /// A kind such as `Site`; without it the kinds are listed
        kind: Option<String>,
        /// Write the schemas of all kinds into this folder
        #[arg(long, value_name = "DIR", conflicts_with = "kind")]
        write: Option<PathBuf>,
    },
    /// Draft documents for a database into `proposed/`, and report what the catalogue lacks
    Import(import::Request),
    /// Write a small project with comments, which compiles
    Init {
        /// The folder to write into; no file in it is overwritten
        #[arg(default_value = ".")]
        project: PathBuf,
    },
}

/// Why a command could not complete, and the exit code that says so.
struct Failure {
    code: u8,
    message: String,
}

const FINDINGS: u8 = 1;
const USAGE: u8 = 2;
const INCOMPLETE: u8 = 3;
const NOT_FRESH: u8 = 4;

impl Failure {
    fn usage(message: impl Into<String>) -> Self {
        Self { code: USAGE, message: message.into() }
    }

    fn incomplete(message: impl Into<String>) -> Self {
        Self { code: INCOMPLETE, message: message.into() }
    }
}

/// What the subcommands know of the global arguments.
struct Terminal {
    format: Format,
    style: Style,
    quiet: bool,
}

impl Terminal {
    /// Progress and summaries; never the product.
    fn say(&self, message: &str) {
        if !self.quiet && self.format == Format::Text {
            eprintln!("{message}");
        }
    }

    fn print(&self, text: &str) {
        if self.format == Format::Text {
            print(text);
        }
    }

    fn findings(&self, checked: &Checked) {
        self.found(checked.diagnostics(), &checked.project.sources);
    }

    fn found(&self, found: &Diagnostics, sources: &SourceMap) {
        match self.format {
            Format::Text => eprint!("{}", diagnostic::text(found, sources, self.style)),
            Format::Json => print(&diagnostic::json(found, sources)),
        }
    }
}

impl Terminal {
    /// The program of a project without errors; else its findings are printed.
    fn sound<'c>(&self, checked: &'c Checked) -> Option<&'c Program> {
        let sound = checked.program.as_ref().filter(|_| !checked.diagnostics().has_errors());
        if sound.is_none() {
            self.findings(checked);
        }
        sound
    }
}

/// Parses the arguments and runs the command.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let format = if arguments.format == Printed::Json { Format::Json } else { Format::Text };
    let terminal = Terminal { format, style: style(arguments.color), quiet: arguments.quiet };
    match run(arguments.command, arguments.directory.as_deref(), arguments.format, &terminal) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("probate: {}", failure.message);
            ExitCode::from(failure.code)
        }
    }
}

fn run(command: Command, directory: Option<&Path>, printed: Printed, terminal: &Terminal) -> Result<ExitCode, Failure> {
    if printed == Printed::Csv && !matches!(command, Command::Report(_) | Command::Offer(_)) {
        return Err(Failure::usage(
            "only `report` and `offer` print CSV\n  = help: give `--format text` or `--format json`",
        ));
    }
    let at = |path: PathBuf| directory.map_or_else(|| path.clone(), |directory| directory.join(&path));
    match command {
        Command::Check(request) => check::run(&request, at, terminal),
        Command::Lock { project } => lock::run(&at(project), terminal),
        Command::Compile { project, out, check } => {
            let mode = if check { compile::Mode::Check } else { compile::Mode::Write };
            compile::run(&at(project), out.map(at).as_deref(), mode, terminal)
        }
        Command::Coverage { project, min } => coverage::run(&at(project), min, terminal),
        Command::Install { project, database } => install::run(&at(project), &database, at, terminal),
        Command::Request(request) => request::run(&request, at, terminal),
        Command::Hold(request) => hold::run(&request, at, terminal),
        Command::Offer(request) => offer::run(&request, at, printed, terminal),
        Command::OwnType(request) => own_type::run(&request, at, terminal),
        Command::Plan(request) => plan::run(&request, at, terminal),
        Command::Simulate(request) => simulate::run(&request, at, terminal),
        Command::Apply(request) => apply::run(&request, at, terminal),
        Command::Verify(request) => verify::run(&request, at, terminal),
        Command::Report(request) => report::run(&request, at, printed, terminal),
        Command::Export(request) => export::run(&request, at, terminal),
        Command::Explain { list: true, .. } => Ok(explain::list()),
        Command::Explain { code, .. } => explain::run(code.as_deref().unwrap_or_default()),
        Command::List { project } => list::run(&at(project), terminal),
        Command::Why(request) => why::run(&request, at, terminal),
        Command::Schema { write: Some(folder), .. } => schema::write(&at(folder), terminal),
        Command::Schema { kind, .. } => schema::run(kind.as_deref()),
        Command::Import(request) => import::run(&request, at, terminal),
        Command::Init { project } => init::run(&at(project), terminal),
    }
}

fn style(color: Color) -> Style {
    let colour = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    };
    if colour { Style::Colour } else { Style::Plain }
}

/// Seconds since 1970 for people to read, UTC.
fn time(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(|_| seconds.to_string(), |time| time.to_string())
}

/// The product. Whoever does not read on to its end has asked for nothing else; what cannot be kept is never lost in
/// silence.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("probate: what was found cannot be printed: {error}");
            std::process::exit(3);
        }
        Ok(()) | Err(_) => {}
    }
}

/// Data as the product of a command.
fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value);
    let text = text.map_err(|error| Failure::incomplete(format!("the result cannot be written as JSON: {error}")))?;
    print(&format!("{text}\n"));
    Ok(())
}

fn open(project: &Path) -> Result<Disk, Failure> {
    Disk::open(project).map_err(|error| match error {
        ReadError::Missing => Failure::usage(format!("there is no folder `{}`", project.display())),
        ReadError::Refused(reason) => Failure::incomplete(format!("`{}` cannot be read: {reason}", project.display())),
        ReadError::Outside | ReadError::Folder | ReadError::NotText { .. } | ReadError::TooLarge(_) => {
            Failure::incomplete(format!("`{}` cannot be read", project.display()))
        }
    })
}
