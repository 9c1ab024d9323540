//! A draft Site, where the project has none.

use super::yaml::{Page, list, prose, scalar};
use super::{Basis, File, HEAD, Subject, relation_list};
use crate::database::{Column, Schema, Table, flat, secret};
use crate::sql::dialect::Dialect;
use crate::sql::{Family, Literal};

/// What people are called by, the most telling first.
const LABELS: &[&str] =
    &["username", "login", "loginname", "displayname", "fullname", "name", "nickname", "email", "mail"];
/// By what else rows may name a person.
const IDENTIFIERS: &[&str] = &["username", "login", "email", "mail", "emailaddress"];
/// Columns that say that somebody is no longer active, the gravest first, and whether by being true.
const STATUSES: &[(&str, &str, bool)] = &[
    ("deleted", "deleted", true),
    ("isdeleted", "deleted", true),
    ("suspended", "suspended", true),
    ("issuspended", "suspended", true),
    ("blocked", "blocked", true),
    ("isblocked", "blocked", true),
    ("disabled", "disabled", true),
    ("banned", "banned", true),
    ("active", "inactive", false),
    ("isactive", "inactive", false),
    ("enabled", "disabled", false),
];

/// What is known of the project.
pub(super) struct Said<'s> {
    pub schema: &'s str,
    pub note: Option<&'s str>,
    pub subject: &'s str,
    /// The lists of relations that are drafted with it.
    pub lists: &'s [&'s str],
}

/// Keys that are no person's, in a project that does not say.
pub(super) fn nobody(schema: &Schema, subject: Subject) -> Vec<Literal> {
    let key = schema.table(subject.table).column(subject.key);
    match key.family {
        Family::Integer => vec![Literal::Integer(0)],
        Family::Text => vec![Literal::Text(String::new())],
        Family::Boolean
        | Family::Decimal
        | Family::Real
        | Family::Bytes
        | Family::Date
        | Family::Timestamp
        | Family::Other => Vec::new(),
    }
}

pub(super) fn site(basis: &Basis<'_>, dialects: &[Dialect], said: &Said<'_>) -> File {
    let mut page = Page::default();
    for line in HEAD {
        page.comment(0, line);
    }
    page.line(0, "kind: Site");
    page.line(0, "id: site");
    page.comment(0, "to decide: who is responsible, and how to reach them");
    page.line(0, "title: Untitled site");
    page.line(0, "controller: {name: To be named, contact: To be named}");
    page.line(0, "locales: [en]");
    if let Some(note) = said.note {
        page.comment(0, note);
    }
    page.line(0, &format!("schema: {}", prose(said.schema)));
    if said.lists.contains(&relation_list::UNCERTAIN) {
        page.comment(0, &format!("{} holds what only names say: read it before you add it", relation_list::UNCERTAIN));
    }
    if said.lists.contains(&relation_list::LIKELY) {
        page.line(0, &format!("relations: [{}]", relation_list::LIKELY));
    }
    page.line(0, &format!("dialects: {}", list(dialects.iter().map(|dialect| dialect.name()))));
    subject(&mut page, basis, said.subject);
    File { path: "site.yaml".to_owned(), bytes: page.into_bytes() }
}

fn subject(page: &mut Page, basis: &Basis<'_>, why: &str) {
    let table = basis.schema.table(basis.subject.table);
    let key = table.column(basis.subject.key);
    page.line(0, "subject:");
    page.comment(2, &format!("guess: {why}"));
    page.line(2, &format!("table: {}", scalar(&table.name)));
    page.line(2, &format!("key: {}", scalar(&key.name)));
    let label = label(table).unwrap_or(key);
    page.comment(2, "guess: by its name");
    page.line(2, &format!("label: {}", scalar(&label.name)));
    page.comment(2, "guess: by the names of columns; to decide: whether these are all states, and who is in which");
    page.line(2, "status:");
    page.line(4, "active: default");
    statuses(page, table);
    let identifiers: Vec<&Column> =
        IDENTIFIERS.iter().filter_map(|name| texts(table).find(|column| flat(&column.name) == *name)).collect();
    if !identifiers.is_empty() {
        page.comment(2, "guess: rows may name people by these, too");
        page.line(2, "identifiers:");
    }
    for column in identifiers {
        let name = flat(&column.name);
        let column = scalar(&column.name);
        let folds =
            if name.contains("mail") { format!("{{column: {column}, compare: case_insensitive}}") } else { column };
        page.line(4, &format!("{name}: {folds}"));
    }
    if !basis.nobody.is_empty() {
        page.comment(2, "guess: no person has this key");
        page.line(2, if basis.counts_people() { "nobody: [0]" } else { "nobody: [\"\"]" });
    }
}

/// What the people are called by.
pub(super) fn label(table: &Table) -> Option<&Column> {
    LABELS.iter().find_map(|name| texts(table).find(|column| flat(&column.name) == *name))
}

fn texts(table: &Table) -> impl Iterator<Item = &Column> {
    table.columns.iter().filter(|column| column.family == Family::Text && secret(column).is_none())
}

fn statuses(page: &mut Page, table: &Table) {
    let mut before: Vec<String> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for (name, status, is_true) in STATUSES {
        let Some(column) = table.columns.iter().find(|column| flat(&column.name) == *name) else { continue };
        if names.contains(status) || !super::is_plain(&column.name) || column.name.contains(' ') {
            continue;
        }
        let (yes, no) = match column.family {
            Family::Boolean => ("true", "false"),
            Family::Integer => ("1", "0"),
            Family::Decimal
            | Family::Real
            | Family::Text
            | Family::Bytes
            | Family::Date
            | Family::Timestamp
            | Family::Other => continue,
        };
        let (is, other) = if *is_true { (yes, no) } else { (no, yes) };
        let when: Vec<String> = before.iter().cloned().chain([format!("{} = {is}", column.name)]).collect();
        page.line(4, &format!("{status}: {{when: {}, set: {{{}: {is}}}}}", when.join(" and "), scalar(&column.name)));
        before.push(format!("{} = {other}", column.name));
        names.push(status);
    }
}

/// What a person gets who asks; what goes is for somebody to decide.
pub(super) fn types() -> File {
    let mut page = Page::default();
    for line in HEAD {
        page.comment(0, line);
    }
    page.comment(0, "to decide: a PurgeType for each status in which data goes, and which items it takes");
    for line in ["kind: ExportType", "id: everything", "title: All my data", "items: {include: [\"*\"]}"] {
        page.line(0, line);
    }
    File { path: "types.yaml".to_owned(), bytes: page.into_bytes() }
}
