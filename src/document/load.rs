//! From files to typed documents: read, split, validated by the JSON Schema of their kind, all faults of all files.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::component::{self, Component};
use super::context::Context;
use super::export_type::ExportType;
use super::fault;
use super::kind::Kind;
use super::legal_hold::LegalHold;
use super::notice::Notice;
use super::purge_type::PurgeType;
use super::purpose::{self, Purpose};
use super::retention_rule::RetentionRule;
use super::schema;
use super::site::Site;
use super::site_policy::SitePolicy;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::source::typed;
use crate::source::yaml::{self, Fault, Node, Value};
use crate::source::{FileId, Files, ReadError, SourceMap, Span};

/// A project's texts, and whatever is wrong with its documents.
#[derive(Debug, Default)]
pub struct Project {
    pub sources: SourceMap,
    pub found: Diagnostics,
}

/// Documents, by kind, in the order of their files.
#[derive(Default)]
pub(super) struct Documents {
    pub sites: Vec<Site>,
    /// Lowered as soon as they are read, as are purposes: they are the bulk of a project, and need only the Site.
    pub components: Vec<component::Lowered>,
    pub purposes: Vec<purpose::Lowered>,
    /// Read before the Site was known.
    pub waiting: Vec<(Early, Written)>,
    pub export_types: Vec<ExportType>,
    pub purge_types: Vec<PurgeType>,
    pub retention_rules: Vec<RetentionRule>,
    pub legal_holds: Vec<LegalHold>,
    pub notices: Vec<Notice>,
    pub site_policies: Vec<SitePolicy>,
    /// Kinds of which a document could not be read: what refers to it is not reported again.
    pub broken: BTreeSet<Kind>,
    pub incomplete: BTreeSet<String>,
    pub found: Vec<Diagnostic>,
}

enum Document {
    Site(Box<Site>),
    Early(Early, Written),
    ExportType(ExportType),
    PurgeType(PurgeType),
    RetentionRule(Box<RetentionRule>),
    LegalHold(LegalHold),
    Notice(Notice),
    SitePolicy(SitePolicy),
    Broken(Option<Kind>),
}

/// How much of a document could be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Whole,
    /// Without keys that nobody knows: what it then lacks was meant by them.
    Lacking,
}

/// Documents that need no other document but the Site.
pub(super) enum Early {
    Component(Component),
    Purpose(Purpose),
}

/// The texts of all YAML files, and the files that could be read.
pub(super) fn texts(files: &dyn Files, documents: &mut Documents, sources: &mut SourceMap) -> Vec<FileId> {
    let paths = match files.documents() {
        Ok(paths) => paths,
        Err((path, error)) => {
            documents.found.push(Diagnostic::without_place(
                Code::UnreadableFile,
                format!("the folder `{path}` cannot be read: {}", folder_fault(&error)),
            ));
            documents.broken.extend(Kind::ALL);
            return Vec::new();
        }
    };
    let texts: Vec<(String, Result<String, ReadError>)> = paths
        .into_par_iter()
        .map(|path| {
            let text = files.read(&path);
            (path, text)
        })
        .collect();
    let mut ids: Vec<FileId> = Vec::with_capacity(texts.len());
    for (path, text) in texts {
        match text {
            Ok(text) => ids.push(sources.add(path, text)),
            Err(error) => {
                let diagnostic = unreadable(&path, None, error, sources);
                documents.found.push(diagnostic);
                // It could have held a document of any kind.
                documents.broken.extend(Kind::ALL);
            }
        }
    }
    ids
}

/// A Site says its kind in so many letters, so that other files can wait until it is known.
pub(super) fn may_hold_site(text: &str) -> bool {
    text.contains(Kind::Site.name())
}

/// What becomes of such a document as soon as it is read.
#[derive(Clone, Copy)]
pub(super) enum When {
    /// There is no Site yet.
    Wait,
    Lower,
}

/// Reads and validates the documents of these files, side by side.
pub(super) fn read(ids: Vec<FileId>, context: &Context<'_>, when: When) -> Documents {
    let sources = context.sources();
    let one = |mut all: Documents, file: FileId| {
        let (read, mut found) = documents(sources, file);
        let mut beside = context.beside();
        for document in read {
            all.add(document, when, &mut beside);
        }
        all.found.append(&mut found);
        all.found.append(&mut beside.found);
        all.incomplete.append(&mut beside.incomplete);
        all
    };
    let both = |mut one: Documents, other: Documents| {
        one.append(other);
        one
    };
    // Folds and joins keep the order of the files.
    ids.into_par_iter().fold(Documents::default, one).reduce(Documents::default, both)
}

/// Why a file cannot be had: shown where it is named, or in the file itself.
pub(super) fn unreadable(path: &str, named: Option<Span>, error: ReadError, sources: &mut SourceMap) -> Diagnostic {
    let (code, what, help) = match &error {
        ReadError::Outside => (
            Code::OutsideProject,
            "leads out of the project".to_owned(),
            "copy the file into the project; links and `..` are not followed out of it",
        ),
        ReadError::Missing => {
            (Code::MissingFile, "is not there".to_owned(), "paths begin at the project's folder, not at this file's")
        }
        ReadError::Folder => (Code::UnreadableFile, "is a folder".to_owned(), "name a file in it"),
        ReadError::NotText { .. } => (Code::NotUtf8, "is not UTF-8 text".to_owned(), "save the file as UTF-8"),
        ReadError::TooLarge(bytes) => {
            (Code::UnreadableFile, format!("is too large: {bytes} bytes"), "no policy or schema is that large")
        }
        ReadError::Refused(reason) => {
            (Code::UnreadableFile, format!("cannot be read: {reason}"), "look at the file's permissions")
        }
    };
    let title = format!("`{path}` {what}");
    let ReadError::NotText { at, shown } = error else {
        let place = named.unwrap_or_else(|| Span::new(sources.add(path, String::new()), 0..0));
        let label = if named.is_some() { "named here" } else { "this file" };
        return Diagnostic::new(code, place, title).label(label).help(help);
    };
    // A text of two bytes a character shows nothing that could be recognised.
    if at == 0 && shown.contains('\0') {
        let place = named.unwrap_or_else(|| Span::new(sources.add(path, String::new()), 0..0));
        let label = "it looks like UTF-16, as some editors save it";
        return Diagnostic::new(code, place, title).label(label).help(help);
    }
    let place = Span::new(sources.add(path, shown), at..at + char::REPLACEMENT_CHARACTER.len_utf8());
    let diagnostic = Diagnostic::new(code, place, title).label("these bytes are no character").help(help);
    match named {
        Some(named) => diagnostic.related(named, "named here"),
        None => diagnostic,
    }
}

fn folder_fault(error: &ReadError) -> &str {
    match error {
        ReadError::Refused(reason) => reason,
        ReadError::Missing => "it is not there",
        ReadError::Outside | ReadError::Folder | ReadError::NotText { .. } | ReadError::TooLarge(_) => {
            "it is no folder"
        }
    }
}

impl Documents {
    fn add(&mut self, document: Document, when: When, context: &mut Context<'_>) {
        match document {
            Document::Site(one) => self.sites.push(*one),
            Document::Early(one, written) => match when {
                When::Wait => self.waiting.push((one, written)),
                When::Lower => self.lower(&one, written, context),
            },
            Document::ExportType(one) => self.export_types.push(one),
            Document::PurgeType(one) => self.purge_types.push(one),
            Document::RetentionRule(one) => self.retention_rules.push(*one),
            Document::LegalHold(one) => self.legal_holds.push(one),
            Document::Notice(one) => self.notices.push(one),
            Document::SitePolicy(one) => self.site_policies.push(one),
            Document::Broken(Some(kind)) => {
                self.broken.insert(kind);
            }
            // It could have been of any kind.
            Document::Broken(None) => self.broken.extend(Kind::ALL),
        }
    }

    pub fn lower(&mut self, early: &Early, written: Written, context: &mut Context<'_>) {
        let before = context.found.len();
        match early {
            Early::Component(one) => self.components.push(component::lower(one, context)),
            Early::Purpose(one) => self.purposes.push(purpose::lower(one, context)),
        }
        if written == Written::Lacking {
            let said = context.found.split_off(before);
            context.found.extend(said.into_iter().filter(|one| one.code != Code::MissingKey));
        }
    }

    /// The documents of both.
    pub fn append(&mut self, mut other: Self) {
        self.sites.append(&mut other.sites);
        self.components.append(&mut other.components);
        self.waiting.append(&mut other.waiting);
        self.export_types.append(&mut other.export_types);
        self.purge_types.append(&mut other.purge_types);
        self.purposes.append(&mut other.purposes);
        self.retention_rules.append(&mut other.retention_rules);
        self.legal_holds.append(&mut other.legal_holds);
        self.notices.append(&mut other.notices);
        self.site_policies.append(&mut other.site_policies);
        self.broken.append(&mut other.broken);
        self.incomplete.append(&mut other.incomplete);
        self.found.append(&mut other.found);
    }
}

fn documents(sources: &SourceMap, file: FileId) -> (Vec<Document>, Vec<Diagnostic>) {
    let text = sources.text(file);
    let (nodes, faults) = yaml::read(text);
    let mut found: Vec<Diagnostic> = faults.iter().map(|fault| fault::finding(file, fault)).collect();
    let mut documents: Vec<Document> = Vec::with_capacity(nodes.len());
    if nodes.is_empty() && faults.is_empty() {
        let diagnostic = Diagnostic::new(Code::EmptyFile, Span::new(file, 0..0), "the file holds no document");
        found.push(
            diagnostic
                .label("nothing is declared here")
                .help("write a document that begins with `kind:` and `id:`, or remove the file"),
        );
    }
    let outside = |fault: &Fault| !fault.what.is_local() && !nodes.iter().any(|node| holds(node, fault));
    if faults.iter().any(outside) {
        documents.push(Document::Broken(None));
    }
    // What remains of a document whose structure is broken would only give false errors.
    for node in &nodes {
        if faults.iter().any(|fault| holds(node, fault) && !fault.what.is_local()) {
            documents.push(Document::Broken(kind_of(node)));
        } else {
            document(file, text, node, &mut documents, &mut found);
        }
    }
    (documents, found)
}

fn holds(node: &Node<'_>, fault: &Fault) -> bool {
    (node.range.start as usize..=node.range.end as usize).contains(&fault.range.start)
}

fn kind_of(node: &Node<'_>) -> Option<Kind> {
    match &node.get("kind")?.value {
        Value::Text(name) => Kind::from_name(name),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::List(_) | Value::Map(_) => None,
    }
}

fn document(file: FileId, text: &str, node: &Node<'_>, read: &mut Vec<Document>, found: &mut Vec<Diagnostic>) {
    let Some(kind) = kind(file, node, found) else {
        read.push(Document::Broken(None));
        return;
    };
    if !kind.is_built() {
        let at = node.get("kind").map_or(0..0, |value| value.range.start as usize..value.range.end as usize);
        found.push(
            Diagnostic::new(
                Code::NotBuiltYet,
                Span::new(file, at),
                format!("documents of the kind {} are not built yet", kind.name()),
            )
            .label("known to the language, not yet to this compiler")
            .help("leave the document out for now: a rule that is read and not carried out would promise what nobody keeps"),
        );
        read.push(Document::Broken(Some(kind)));
        return;
    }
    let mut wrong = Vec::new();
    schema::validate(kind, file, text, node, &mut wrong);
    if wrong.is_empty() {
        read.push(typed_document(kind, file, node, found));
        return;
    }
    read.push(Document::Broken(Some(kind)));
    // A document that is whole but for keys that nobody knows is read without them, for what else is wrong with it.
    let unknown = wrong.iter().map(|one| one.span.filter(|_| one.code == Code::UnknownKey).map(|span| span.start));
    if let Some(keys) = unknown.collect::<Option<BTreeSet<u32>>>() {
        // What it then lacks has been said: the unknown key was meant for it.
        let document = typed_document(kind, file, &node.without(&keys), &mut Vec::new());
        read.push(if let Document::Early(one, _) = document {
            Document::Early(one, Written::Lacking)
        } else {
            document
        });
    }
    found.append(&mut wrong);
}

fn kind(file: FileId, node: &Node<'_>, found: &mut Vec<Diagnostic>) -> Option<Kind> {
    let span = |range: &std::ops::Range<u32>| Span::new(file, range.start as usize..range.end as usize);
    let Some((key, value)) = node.entry("kind") else {
        found.push(no_kind(file, node));
        return None;
    };
    let Value::Text(name) = &value.value else {
        found.push(
            Diagnostic::new(Code::WrongType, span(&key.range), "`kind` is one word")
                .label("its value is no word")
                .help(format!("the kinds are {}", names_of_kinds())),
        );
        return None;
    };
    let kind = Kind::from_name(name);
    if kind.is_none() {
        found.push(
            Diagnostic::new(Code::UnknownKind, span(&value.range), format!("there is no kind `{name}`"))
                .label("not a kind of document")
                .nearest(name, Kind::ALL.iter().map(|kind| kind.name())),
        );
    }
    kind
}

fn names_of_kinds() -> String {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    names.join(", ")
}

fn no_kind(file: FileId, node: &Node<'_>) -> Diagnostic {
    let span = |range: &std::ops::Range<u32>| Span::new(file, range.start as usize..range.end as usize);
    let new = |at: Span| Diagnostic::new(Code::MissingKind, at, "this document does not say what kind it is");
    let entries = match &node.value {
        Value::Map(entries) => entries,
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) | Value::List(_) => {
            return new(span(&node.range))
                .label(format!("this is {}, not a map of keys", super::wording::describe(node)))
                .help("begin it with `kind:` and `id:`; several documents of one file are separated by `---`");
        }
    };
    let misspelt = entries.iter().find(|(key, _)| key.name != "id" && nearest(&key.name, &["kind"]).is_some());
    if let Some((key, _)) = misspelt {
        return new(span(&key.range)).label("no such key").help("did you mean `kind`?");
    }
    let first = entries.first().map_or(&node.range, |(key, _)| &key.range);
    new(span(first)).label("`kind:` is missing before this").help(format!("the kinds are {}", names_of_kinds()))
}

fn typed_document(kind: Kind, file: FileId, node: &Node<'_>, found: &mut Vec<Diagnostic>) -> Document {
    let early = |one| Document::Early(one, Written::Whole);
    let document = match kind {
        Kind::Site => typed::read(file, node).map(|one| Document::Site(Box::new(one))),
        Kind::Component => typed::read(file, node).map(Early::Component).map(early),
        Kind::ExportType => typed::read(file, node).map(Document::ExportType),
        Kind::PurgeType => typed::read(file, node).map(Document::PurgeType),
        Kind::Purpose => typed::read(file, node).map(Early::Purpose).map(early),
        Kind::Notice => typed::read(file, node).map(Document::Notice),
        Kind::SitePolicy => typed::read(file, node).map(Document::SitePolicy),
        Kind::RetentionRule => typed::read(file, node).map(|one| Document::RetentionRule(Box::new(one))),
        Kind::LegalHold => typed::read(file, node).map(Document::LegalHold),
        Kind::Audience | Kind::Feed => return Document::Broken(Some(kind)),
    };
    document.unwrap_or_else(|_| {
        let span = Span::new(file, node.range.start as usize..node.range.start as usize);
        found.push(Diagnostic::new(
            Code::WrongType,
            span,
            format!("this {} has another form than its schema says", kind.name()),
        ));
        Document::Broken(Some(kind))
    })
}
