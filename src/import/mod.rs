//! Drafts of a policy for a database that has none yet, and what an existing catalogue lacks.
//!
//! In: a [`Schema`], keys that the application lists elsewhere (Moodle's `install.xml`, which this room reads), and the
//! program of the project where there is one. Out: draft documents in which every guess says that it is one and why,
//! and the tables and columns that refer to people and are in no item. Never here: writing files, or deciding
//! anything: a draft means nothing until somebody moves it into the project.

mod catalogue;
mod column;
mod entry;
mod keys;
mod lacks;
mod names;
mod naming;
mod part;
mod reference;
mod relation_list;
mod site;
mod subject;
mod xmldb;
mod yaml;

pub use keys::{Keys, ddl, keys, prefix};
pub use lacks::{Lack, What};
pub use naming::Hand;
pub use reference::{Certainty, PersonColumn, Reference, References};
pub use subject::Subject;
pub use xmldb::{Xmldb, read};

use std::collections::BTreeMap;

use crate::database::{Schema, TableId};
use crate::program::Program;
use crate::review::Covered;
use crate::sql::dialect::Dialect;
use crate::sql::{Family, Literal};
use names::Names;

/// What drafts are made of.
#[derive(Debug)]
pub struct Input<'i> {
    pub schema: &'i Schema,
    pub dialects: &'i [Dialect],
    pub subject: Subject,
    /// What is known besides the schema's own relations.
    pub declared: Vec<Reference>,
    /// The component of a table, where the application says it.
    pub components: BTreeMap<TableId, String>,
    pub project: Project<'i>,
}

#[derive(Debug)]
pub enum Project<'i> {
    /// There is a Site: only what its catalogue lacks is drafted.
    Known(&'i Program),
    /// There is none yet.
    New {
        /// Where the schema is, from the project's folder, and what is to be done so that it is there.
        schema: String,
        note: Option<String>,
        /// How the table of the people was known.
        subject: String,
    },
}

/// One file of `proposed/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to `proposed/`, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug)]
pub struct Drafts {
    /// Sorted by path.
    pub files: Vec<File>,
    /// What the catalogue of the project lacks; of a new one that is everything.
    pub lacks: Vec<Lack>,
}

/// What every draft begins with.
const HEAD: &[&str] = &[
    "Drafted by `probate import` from names, types and indexes: each guess says that it is one.",
    "It means nothing until somebody has read it and moved it into the project.",
];

/// The drafts of a project.
pub fn draft(input: Input<'_>) -> Drafts {
    let Input { schema, dialects, subject, declared, components, project } = input;
    let names = Names::of(schema);
    let references = References::find(schema, subject, declared);
    let (program, nobody) = match &project {
        Project::Known(program) => (Some(*program), program.site.subject.nobody.clone()),
        Project::New { .. } => (None, site::nobody(schema, subject)),
    };
    let basis = Basis {
        schema,
        names: &names,
        references: &references,
        subject,
        nobody,
        times_are_texts: dialects.iter().all(|dialect| dialect.keeps_times_as_text()),
        covered: Covered::by(program),
        components: &components,
    };
    let mut files = catalogue::components(&basis);
    let lists = relation_list::lists(&basis);
    if let Project::New { schema, note, subject } = &project {
        let paths: Vec<&str> = lists.iter().map(|file| file.path.as_str()).collect();
        let said = site::Said { schema, note: note.as_deref(), subject, lists: &paths };
        files.push(site::site(&basis, dialects, &said));
        files.push(site::types());
    }
    files.extend(lists);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Drafts { files, lacks: lacks::lacks(&basis) }
}

/// What all drafts of one run look at.
struct Basis<'b> {
    schema: &'b Schema,
    names: &'b Names,
    references: &'b References,
    subject: Subject,
    /// Keys that are no person.
    nobody: Vec<Literal>,
    times_are_texts: bool,
    covered: Covered,
    components: &'b BTreeMap<TableId, String>,
}

impl Basis<'_> {
    /// The id of a component, or one like it where the project has that.
    fn free_component(&self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        while self.covered.has_component(&id) {
            id.push_str("-more");
        }
        id
    }

    /// Whether keys are numbers.
    fn counts_people(&self) -> bool {
        self.schema.table(self.subject.table).column(self.subject.key).family == Family::Integer
    }
}

/// A name that can stand in a path.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name == name.trim()
        && !name.contains(['.', '[', ']', '<', '>', '|', '='])
        && !name.contains(char::is_control)
}
