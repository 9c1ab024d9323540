//! Moodle's `install.xml`: tables, fields, indexes, and the keys that the database does not declare.
//!
//! Entities are never followed: a document type is refused before anything in it is read.

use std::collections::BTreeSet;

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Span, Spanned};

/// Bytes of one file: Moodle's own has a twentieth of that.
const LARGEST: usize = 8 << 20;
/// Elements, texts and comments of one file.
const NODES: u32 = 1 << 20;

/// The tables of one file.
#[derive(Debug, Default)]
pub struct Xmldb {
    /// Of the part of the application whose file it is: `mod_quiz`.
    pub component: Option<String>,
    pub tables: Vec<Table>,
}

#[derive(Debug)]
pub struct Table {
    /// Without the prefix of the site.
    pub name: Spanned<String>,
    pub fields: Vec<Field>,
    pub keys: Vec<Key>,
    pub indexes: Vec<Index>,
}

#[derive(Debug)]
pub struct Field {
    pub name: Spanned<String>,
    pub kind: FieldKind,
    pub length: Option<u32>,
    pub decimals: Option<u32>,
    pub not_null: bool,
    pub sequence: bool,
    pub default: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    Int,
    Number,
    Float,
    Char,
    Text,
    Binary,
    Datetime,
}

#[derive(Debug)]
pub struct Key {
    pub fields: Vec<String>,
    pub kind: KeyKind,
}

#[derive(Debug)]
pub enum KeyKind {
    Primary,
    Unique,
    /// To a table and its fields; `unique` where no two rows refer to the same.
    Foreign {
        table: String,
        fields: Vec<String>,
        unique: bool,
    },
}

#[derive(Debug)]
pub struct Index {
    pub fields: Vec<String>,
    pub unique: bool,
}

/// Reads one file; what is wrong in it goes to `found`, and the tables that are whole are returned.
pub fn read(sources: &SourceMap, file: FileId, found: &mut Diagnostics) -> Xmldb {
    let text = sources.text(file);
    if text.len() > LARGEST {
        let title = format!("the file is too large: {} MB", text.len() >> 20);
        found.push(
            Diagnostic::new(Code::TooLarge, Span::new(file, 0..0), title)
                .label(format!("at most {} MB are read", LARGEST >> 20))
                .help("name an `install.xml` of Moodle or of one of its plugins"),
        );
        return Xmldb::default();
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    match Document::parse_with_options(text, options) {
        Ok(document) => Reader { file, found }.file(document.root_element()),
        Err(error) => {
            found.push(broken(file, text, &error));
            Xmldb::default()
        }
    }
}

fn broken(file: FileId, text: &str, error: &Error) -> Diagnostic {
    let place = error.pos();
    let mut at = offset(text, place.row, place.col);
    let mut help = "take the file as Moodle or the plugin ships it; Moodle's XMLDB editor writes well-formed XML";
    let mut label = error.to_string().replace(&format!(" at {place}"), "").replace('\'', "`");
    if let Error::UnexpectedCloseTag(expected, ..) = error {
        label = format!("`</{expected}>` is expected here");
    } else if matches!(error, Error::UnclosedRootNode | Error::NoRootNode) {
        at = text.trim_end().len();
        label = "the file ends before its first element is closed".to_owned();
    } else if matches!(error, Error::NodesLimitReached) {
        label = "more elements than a file of tables has".to_owned();
    } else if matches!(error, Error::DtdDetected) {
        at = text.find("<!DOCTYPE").unwrap_or(at);
        label = "a document type".to_owned();
        help = "remove it: an `install.xml` has none, and entities are never followed";
    }
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    Diagnostic::new(Code::XmlSyntax, Span::new(file, at..end), "this file cannot be read as XML")
        .label(label)
        .help(help)
}

/// The byte of a line and a character in it, both from 1.
fn offset(text: &str, row: u32, column: u32) -> usize {
    let start: usize = text.split_inclusive('\n').take(row.saturating_sub(1) as usize).map(str::len).sum();
    let line = text.get(start..).unwrap_or("");
    let inside = line.char_indices().nth(column.saturating_sub(1) as usize);
    start + inside.map_or(line.trim_end().len(), |(at, _)| at)
}

struct Reader<'r> {
    file: FileId,
    found: &'r mut Diagnostics,
}

impl Reader<'_> {
    fn file(&mut self, root: Node<'_, '_>) -> Xmldb {
        if !root.has_tag_name("XMLDB") {
            self.report(root, "this is no `install.xml`", "the first element is not `XMLDB`");
            return Xmldb::default();
        }
        let component = root.attribute("PATH").and_then(component);
        let mut names = BTreeSet::new();
        let mut tables = Vec::new();
        for element in children(root, "TABLES", "TABLE") {
            let Some(table) = self.table(element) else { continue };
            if names.insert(table.name.value.clone()) {
                tables.push(table);
            } else {
                let title = format!("the table `{}` is described twice", table.name.value);
                self.report_at(table.name.span, &title, "again here");
            }
        }
        Xmldb { component, tables }
    }

    fn table(&mut self, element: Node<'_, '_>) -> Option<Table> {
        let name = self.name(element)?;
        let mut fields: Vec<Field> = Vec::new();
        let mut whole = true;
        for one in children(element, "FIELDS", "FIELD") {
            match self.field(one) {
                Some(field) if fields.iter().all(|other| other.name.value != field.name.value) => fields.push(field),
                Some(field) => {
                    let title = format!("the field `{}` is described twice", field.name.value);
                    self.report_at(field.name.span, &title, "again here");
                    whole = false;
                }
                None => whole = false,
            }
        }
        if fields.is_empty() && whole {
            self.report(element, &format!("the table `{}` has no fields", name.value), "no `FIELD` in it");
            whole = false;
        }
        if !whole {
            return None;
        }
        let keys = children(element, "KEYS", "KEY").filter_map(|one| self.key(one, &name.value, &fields)).collect();
        let indexes = children(element, "INDEXES", "INDEX").filter_map(|one| self.index(one, &name.value, &fields));
        let indexes = indexes.collect();
        Some(Table { name, fields, keys, indexes })
    }

    fn field(&mut self, element: Node<'_, '_>) -> Option<Field> {
        let name = self.name(element)?;
        let written = self.attribute(element, "TYPE")?;
        let kind = match written.value.as_str() {
            "int" | "integer" => FieldKind::Int,
            "number" => FieldKind::Number,
            "float" => FieldKind::Float,
            "char" => FieldKind::Char,
            "text" => FieldKind::Text,
            "binary" => FieldKind::Binary,
            "datetime" | "timestamp" => FieldKind::Datetime,
            other => {
                let title = format!("`{other}` is no type of a field");
                self.report_at(written.span, &title, "int, number, float, char, text, binary, datetime or timestamp");
                return None;
            }
        };
        let number = |name: &str| element.attribute(name).and_then(|text| text.parse().ok());
        let is = |name: &str| element.attribute(name) == Some("true");
        Some(Field {
            name,
            kind,
            length: number("LENGTH"),
            decimals: number("DECIMALS"),
            not_null: is("NOTNULL"),
            sequence: is("SEQUENCE"),
            default: element.attribute("DEFAULT").map(str::to_owned),
        })
    }

    fn key(&mut self, element: Node<'_, '_>, table: &str, known: &[Field]) -> Option<Key> {
        let written = self.attribute(element, "TYPE")?;
        let fields = self.fields(element, table, known)?;
        let kind = match written.value.as_str() {
            "primary" => KeyKind::Primary,
            "unique" => KeyKind::Unique,
            "foreign" | "foreign-unique" => {
                let to = self.attribute(element, "REFTABLE")?;
                let to_fields = self.attribute(element, "REFFIELDS")?;
                let to_fields = names(&to_fields.value);
                if to_fields.len() != fields.len() {
                    let (from, to) = (fields.len(), to_fields.len());
                    let title = format!("this key has {from} fields, and refers to {to}");
                    self.report(element, &title, "count `FIELDS` and `REFFIELDS`");
                    return None;
                }
                KeyKind::Foreign { table: to.value, fields: to_fields, unique: written.value == "foreign-unique" }
            }
            other => {
                let title = format!("`{other}` is no type of a key");
                self.report_at(written.span, &title, "primary, unique, foreign or foreign-unique");
                return None;
            }
        };
        Some(Key { fields, kind })
    }

    fn index(&mut self, element: Node<'_, '_>, table: &str, known: &[Field]) -> Option<Index> {
        let fields = self.fields(element, table, known)?;
        Some(Index { fields, unique: element.attribute("UNIQUE") == Some("true") })
    }

    /// `FIELDS="one, other"`, each of which the table has.
    fn fields(&mut self, element: Node<'_, '_>, table: &str, known: &[Field]) -> Option<Vec<String>> {
        let written = self.attribute(element, "FIELDS")?;
        let fields = names(&written.value);
        let missing = fields.iter().find(|field| known.iter().all(|one| one.name.value != **field));
        if let Some(missing) = missing {
            let diagnostic =
                Diagnostic::new(Code::XmldbForm, written.span, format!("the table `{table}` has no field `{missing}`"))
                    .label("no such field")
                    .nearest(missing, known.iter().map(|field| field.name.value.as_str()));
            self.found.push(diagnostic);
            return None;
        }
        (!fields.is_empty()).then_some(fields)
    }

    /// `NAME`, as Moodle allows it.
    fn name(&mut self, element: Node<'_, '_>) -> Option<Spanned<String>> {
        let name = self.attribute(element, "NAME")?;
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if name.value.is_empty() || !name.value.chars().all(letters) {
            let title = format!("`{}` is no name of a table or field", name.value.escape_debug());
            self.report_at(name.span, &title, "small letters, digits and `_` only");
            return None;
        }
        Some(name)
    }

    fn attribute(&mut self, element: Node<'_, '_>, name: &str) -> Option<Spanned<String>> {
        let found = element.attributes().find(|attribute| attribute.name() == name);
        if let Some(attribute) = found {
            return Some(Spanned::new(attribute.value().to_owned(), Span::new(self.file, attribute.range())));
        }
        let title = format!("this `{}` has no `{name}`", element.tag_name().name());
        self.report(element, &title, "an attribute is missing");
        None
    }

    /// The beginning of an element.
    fn span(&self, element: Node<'_, '_>) -> Span {
        let start = element.range().start;
        Span::new(self.file, start..start + 1 + element.tag_name().name().len())
    }

    fn report(&mut self, element: Node<'_, '_>, title: &str, label: &str) {
        self.report_at(self.span(element), title, label);
    }

    fn report_at(&mut self, span: Span, title: &str, label: &str) {
        let help = "take the `install.xml` of the version that runs; Moodle's XMLDB editor writes them";
        self.found.push(Diagnostic::new(Code::XmldbForm, span, title).label(label).help(help));
    }
}

fn children<'a, 'i>(
    parent: Node<'a, 'i>,
    list: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    let lists = parent.children().filter(move |one| one.has_tag_name(list));
    lists.flat_map(move |list| list.children().filter(move |one| one.has_tag_name(name)))
}

fn names(list: &str) -> Vec<String> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// `mod/quiz/db` is `mod_quiz`; the core's own tables are of many parts.
fn component(path: &str) -> Option<String> {
    let path = path.trim_matches('/');
    let path = path.strip_suffix("/db")?;
    (path != "lib").then(|| path.replace('/', "_"))
}
