//! From files to typed documents: read, split, validated by the JSON Schema of their kind, all faults of all files.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::component::Component;
use super::export_type::ExportType;
use super::kind::Kind;
use super::purge_type::PurgeType;
use super::purpose::Purpose;
use super::schema;
use super::site::Site;
use super::site_policy::SitePolicy;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::typed;
use crate::source::yaml::{self, Fault, FaultKind, Node, Value};
use crate::source::{FileId, Files, ReadError, SourceMap, Span};

/// A project's texts, its documents, and whatever is wrong with them.
#[derive(Debug, Default)]
pub struct Project {
    pub sources: SourceMap,
    pub documents: Documents,
    pub found: Diagnostics,
}

/// Typed documents, by kind, in the order of their files.
#[derive(Debug, Default)]
pub struct Documents {
    pub sites: Vec<Site>,
    pub components: Vec<Component>,
    pub export_types: Vec<ExportType>,
    pub purge_types: Vec<PurgeType>,
    pub purposes: Vec<Purpose>,
    pub site_policies: Vec<SitePolicy>,
    /// Kinds of which a document could not be read: what refers to it is not reported again.
    pub broken: BTreeSet<Kind>,
}

enum Document {
    Site(Box<Site>),
    Component(Component),
    ExportType(ExportType),
    PurgeType(PurgeType),
    Purpose(Purpose),
    SitePolicy(SitePolicy),
    Broken(Option<Kind>),
}

/// Reads and validates every YAML document of a project.
pub fn load(files: &dyn Files) -> Project {
    let mut project = Project::default();
    let paths = match files.documents() {
        Ok(paths) => paths,
        Err((path, error)) => {
            project.found.push(Diagnostic::without_place(
                Code::UnreadableFile,
                format!("the folder `{path}` cannot be read: {}", reason(&error)),
            ));
            return project;
        }
    };
    let texts: Vec<(String, Result<String, ReadError>)> = paths
        .into_par_iter()
        .map(|path| {
            let text = files.read(&path);
            (path, text)
        })
        .collect();
    for (path, text) in texts {
        match text {
            Ok(text) => {
                project.sources.add(path, text);
            }
            Err(error) => unreadable(&path, &error, &mut project),
        }
    }
    let ids: Vec<FileId> = project.sources.ids().collect();
    let sources = &project.sources;
    let read: Vec<(Vec<Document>, Vec<Diagnostic>)> =
        ids.into_par_iter().map(|file| documents(sources, file)).collect();
    for (documents, found) in read {
        project.found.extend(found);
        for document in documents {
            project.documents.add(document);
        }
    }
    project
}

fn unreadable(path: &str, error: &ReadError, project: &mut Project) {
    let code = match error {
        ReadError::Outside => Code::OutsideProject,
        ReadError::NotText(_) => Code::NotUtf8,
        ReadError::Missing => Code::MissingFile,
        ReadError::Folder | ReadError::TooLarge(_) | ReadError::Refused(_) => Code::UnreadableFile,
    };
    let file = project.sources.add(path, String::new());
    let mut diagnostic = Diagnostic::new(code, Span::new(file, 0..0), format!("`{path}` {}", reason(error)));
    if matches!(error, ReadError::NotText(_)) {
        diagnostic = diagnostic.help("save the file as UTF-8");
    }
    project.found.push(diagnostic);
}

fn reason(error: &ReadError) -> String {
    match error {
        ReadError::Outside => "leads out of the project".to_owned(),
        ReadError::Missing => "is not there".to_owned(),
        ReadError::Folder => "is a folder".to_owned(),
        ReadError::NotText(offset) => format!("is not UTF-8 text: its byte {offset} is not"),
        ReadError::TooLarge(bytes) => format!("is too large: {bytes} bytes"),
        ReadError::Refused(reason) => format!("cannot be read: {reason}"),
    }
}

impl Documents {
    fn add(&mut self, document: Document) {
        match document {
            Document::Site(one) => self.sites.push(*one),
            Document::Component(one) => self.components.push(one),
            Document::ExportType(one) => self.export_types.push(one),
            Document::PurgeType(one) => self.purge_types.push(one),
            Document::Purpose(one) => self.purposes.push(one),
            Document::SitePolicy(one) => self.site_policies.push(one),
            Document::Broken(Some(kind)) => {
                self.broken.insert(kind);
            }
            // It could have been of any kind.
            Document::Broken(None) => self.broken.extend(Kind::ALL),
        }
    }
}

fn documents(sources: &SourceMap, file: FileId) -> (Vec<Document>, Vec<Diagnostic>) {
    let text = sources.text(file);
    let (nodes, faults) = yaml::read(text);
    let mut found: Vec<Diagnostic> = faults.iter().map(|fault| fault_diagnostic(file, fault)).collect();
    let mut documents: Vec<Document> = Vec::new();
    if nodes.is_empty() && faults.is_empty() {
        let diagnostic = Diagnostic::new(Code::EmptyFile, Span::new(file, 0..0), "the file holds no document");
        found.push(diagnostic.label("write `kind:` and `id:`, or remove the file"));
    }
    let outside = |fault: &Fault| !nodes.iter().any(|node| holds(node, fault));
    if faults.iter().any(outside) {
        documents.push(Document::Broken(None));
    }
    // A document with a syntax fault is not checked further: what remains of it would only give false errors.
    for node in &nodes {
        if faults.iter().any(|fault| holds(node, fault)) {
            documents.push(Document::Broken(kind_of(node)));
        } else {
            documents.push(document(file, node, &mut found));
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

fn document(file: FileId, node: &Node<'_>, found: &mut Vec<Diagnostic>) -> Document {
    let Some(kind) = kind(file, node, found) else { return Document::Broken(None) };
    if !kind.is_built() {
        let at = node.get("kind").map_or(0..0, |value| value.range.start as usize..value.range.end as usize);
        found.push(
            Diagnostic::new(
                Code::NotBuiltYet,
                Span::new(file, at),
                format!("documents of the kind {} are not built yet", kind.name()),
            )
            .label("known, but nothing would come of it"),
        );
        return Document::Broken(Some(kind));
    }
    let before = found.len();
    schema::validate(kind, file, node, found);
    if found.len() > before {
        return Document::Broken(Some(kind));
    }
    typed_document(kind, file, node, found)
}

fn kind(file: FileId, node: &Node<'_>, found: &mut Vec<Diagnostic>) -> Option<Kind> {
    let span = |range: &std::ops::Range<u32>| Span::new(file, range.start as usize..range.end as usize);
    let Some((key, value)) = node.entry("kind") else {
        let first = match &node.value {
            Value::Map(entries) => entries.first().map_or(node.range.clone(), |(key, _)| key.range.clone()),
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Text(_) | Value::List(_) => {
                node.range.clone()
            }
        };
        found.push(
            Diagnostic::new(Code::MissingKind, span(&first), "this document does not say what kind it is")
                .label("`kind:` is missing")
                .help("begin it with `kind:` and `id:`; the kinds are listed by `probate explain missing-kind`"),
        );
        return None;
    };
    let Value::Text(name) = &value.value else {
        found.push(Diagnostic::new(Code::WrongType, span(&key.range), "`kind` is a word").label("a text is expected"));
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

fn typed_document(kind: Kind, file: FileId, node: &Node<'_>, found: &mut Vec<Diagnostic>) -> Document {
    let document = match kind {
        Kind::Site => typed::read(file, node).map(|one| Document::Site(Box::new(one))),
        Kind::Component => typed::read(file, node).map(Document::Component),
        Kind::ExportType => typed::read(file, node).map(Document::ExportType),
        Kind::PurgeType => typed::read(file, node).map(Document::PurgeType),
        Kind::Purpose => typed::read(file, node).map(Document::Purpose),
        Kind::SitePolicy => typed::read(file, node).map(Document::SitePolicy),
        Kind::RetentionRule | Kind::LegalHold | Kind::Audience | Kind::Feed | Kind::Notice => {
            return Document::Broken(Some(kind));
        }
    };
    document.unwrap_or_else(|mismatch| {
        let span = Span::new(file, node.range.start as usize..node.range.start as usize);
        found.push(Diagnostic::new(
            Code::WrongType,
            span,
            format!("this {} cannot be read: {}", kind.name(), mismatch.0),
        ));
        Document::Broken(Some(kind))
    })
}

fn fault_diagnostic(file: FileId, fault: &Fault) -> Diagnostic {
    let span = Span::new(file, fault.range.clone());
    let new = |code, title: &str| Diagnostic::new(code, span, title);
    match &fault.what {
        FaultKind::Syntax { found, help } => new(Code::YamlSyntax, "this is not YAML").label(*found).help(*help),
        FaultKind::Tab => new(Code::Tab, "a tab stands where YAML wants spaces").label("replace it with spaces"),
        FaultKind::TooDeep => new(Code::TooDeep, "nested too deep").label("more than 255 levels are not read"),
        FaultKind::DuplicateKey { name, first } => new(Code::DuplicateKey, &format!("the key `{name}` stands twice"))
            .label("again here")
            .related(Span::new(file, first.clone()), "first here"),
        FaultKind::Anchor => {
            new(Code::Anchor, "anchors are not used in policies").label("write the value where it is used")
        }
        FaultKind::Alias => new(Code::Anchor, "aliases are not used in policies").label("write the value out here"),
        FaultKind::MergeKey => {
            new(Code::Anchor, "merge keys are not used in policies").label("write the keys out here")
        }
        FaultKind::Tag => {
            new(Code::CustomTag, "tags are not used in policies").label("remove the tag before this value")
        }
        FaultKind::ComplexKey => {
            new(Code::ComplexKey, "a key is a plain word").label("a list or a map cannot be a key")
        }
        FaultKind::AmbiguousBoolean { word } => {
            new(Code::AmbiguousBoolean, &format!("`{word}` is a text to some readers and a boolean to others"))
                .label("ambiguous")
                .fix(span, format!("\"{word}\""))
        }
        FaultKind::NumberOutOfRange => new(Code::NumberOutOfRange, "this number does not fit into 64 bits")
            .label("put it in quotes if it is a text"),
        FaultKind::Nul => new(Code::NulInText, "a text contains the character NUL").label("remove it"),
    }
}
