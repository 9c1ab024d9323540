//! What lowering knows so far, and the few ways in which every kind looks names up in it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Kind;
use super::clock::WrittenClocks;
use super::conventions::{Preferences, SecondHand};
use super::files::Store;
use super::person::KnownPlaceholder;
use super::place::{KnownPlace, PlaceColumn};
use super::status::StatusKind;
use super::syntax::{Localized, Scalar};
use crate::database::{self, ColumnId, FoundStep, Possible, Resolved, Schema, TableId, possible};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{ColumnName, Condition, PurposeId, TableName, Text, Unit};
use crate::source::{FileId, Files, ReadError, SourceMap, Span, Spanned};
use crate::sql::dialect::Dialect;
use crate::sql::{Family, Literal};

/// What a document may refer to. Cheap to copy, so that documents are lowered side by side.
#[derive(Clone, Default)]
pub(super) struct Known {
    pub schema: Arc<Schema>,
    /// The subject's table and key, once the Site is lowered.
    pub subject: Option<(TableId, ColumnId)>,
    /// Names of the subject's statuses, sorted.
    pub statuses: Arc<[String]>,
    /// What the Site says that every row may look up.
    pub site: Arc<KnownSite>,
    pub dialects: Arc<[Dialect]>,
    pub locales: Arc<[Arc<str>]>,
    pub purposes: Arc<HashMap<String, PurposeId>>,
    /// Kinds of which a document could not be read: a name that is not found may be in it.
    pub broken: Arc<BTreeSet<Kind>>,
}

/// What the Site says besides its subject's key.
#[derive(Default, Clone)]
pub(super) struct KnownSite {
    /// In the order of the subject's statuses; empty where one could not be read.
    pub statuses: Vec<StatusKind>,
    pub nobody: Vec<Literal>,
    pub placeholders: Vec<KnownPlaceholder>,
    /// With the family of their values.
    pub identifiers: Vec<(String, Family)>,
    /// The columns of the subject's row that identifiers are; none where a path leads to it.
    pub identifier_columns: Vec<(String, Option<ColumnId>)>,
    pub places: Vec<KnownPlace>,
    pub place_columns: Vec<PlaceColumn>,
    /// Names of clocks, and the columns that they may be.
    pub clocks: Vec<(String, Vec<String>)>,
    pub clock_unit: Option<Unit>,
    /// Those of the subject and of contexts.
    pub written_clocks: WrittenClocks,
    pub second_hand: Option<Arc<SecondHand>>,
    pub preferences: Option<Preferences>,
    pub store: Option<Store>,
    /// Names of the subject's clocks.
    pub subject_clocks: Vec<String>,
    pub has_roles: bool,
    /// Where the names of roles stand.
    pub role_names: Option<(TableId, ColumnId)>,
    /// Some of it could not be read: what it seems to lack may be there.
    pub is_broken: bool,
}

/// The texts at hand. Documents that are lowered side by side read them; only a single one can add to them.
enum Texts<'c> {
    All(&'c mut SourceMap),
    ToRead(&'c SourceMap),
}

pub(super) struct Context<'c> {
    files: &'c dyn Files,
    texts: Texts<'c>,
    known: Known,
    pub found: Vec<Diagnostic>,
    /// Items of which an entry could not be lowered: what follows from the rest of them is not said.
    pub incomplete: BTreeSet<String>,
    /// Purge types that could not be lowered.
    pub faulty_types: BTreeSet<String>,
}

impl std::ops::Deref for Context<'_> {
    type Target = Known;
    fn deref(&self) -> &Known {
        &self.known
    }
}

impl std::ops::DerefMut for Context<'_> {
    fn deref_mut(&mut self) -> &mut Known {
        &mut self.known
    }
}

impl<'c> Context<'c> {
    pub fn new(files: &'c dyn Files, sources: &'c mut SourceMap) -> Self {
        let texts = Texts::All(sources);
        Self {
            files,
            texts,
            known: Known::default(),
            found: Vec::new(),
            incomplete: BTreeSet::new(),
            faulty_types: BTreeSet::new(),
        }
    }

    /// A context that knows the same, for documents that name no files; its findings are its own.
    pub fn beside(&self) -> Context<'_> {
        Context {
            files: self.files,
            texts: Texts::ToRead(self.sources()),
            known: self.known.clone(),
            found: Vec::new(),
            incomplete: BTreeSet::new(),
            faulty_types: BTreeSet::new(),
        }
    }

    pub fn sources(&self) -> &SourceMap {
        match &self.texts {
            Texts::All(sources) => sources,
            Texts::ToRead(sources) => sources,
        }
    }

    /// For the Site alone, while nothing else is lowered.
    pub fn site_mut(&mut self) -> &mut KnownSite {
        Arc::make_mut(&mut self.known.site)
    }

    pub fn found(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// The Site lacks what a document speaks of.
    pub fn lacking(&mut self, diagnostic: Diagnostic) {
        if !self.site.is_broken {
            self.found(diagnostic);
        }
    }

    /// A text that is no file of the project. Only while nothing is lowered beside it.
    pub fn built_in(&mut self, name: &str, text: String) -> Option<FileId> {
        let Texts::All(sources) = &mut self.texts else { return None };
        Some(sources.add(name, text))
    }

    /// The file that a document names by `path`.
    pub fn read(&mut self, path: &str, at: Span) -> Option<FileId> {
        let Texts::All(sources) = &mut self.texts else { return None };
        let error = match self.files.read(path) {
            Ok(text) => return Some(sources.add(path, text)),
            Err(error) => error,
        };
        let is_missing = error == ReadError::Missing;
        let mut diagnostic = super::load::unreadable(path, Some(at), error, sources);
        if is_missing {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            let siblings = self.files.siblings(path);
            let alike: Vec<&str> =
                siblings.iter().map(String::as_str).filter(|sibling| sibling.ends_with(ending)).collect();
            if !alike.is_empty() {
                diagnostic = diagnostic.nearest(path, alike);
            }
        }
        self.found(diagnostic);
        None
    }

    pub fn table(&mut self, name: &Spanned<String>) -> Option<TableId> {
        if let Some((id, table)) = self.schema.find(name) {
            if !table.is_elsewhere {
                return Some(id);
            }
            let title = format!("table `{}` is not in the schema that needs no name", name.value);
            let diagnostic = Diagnostic::new(Code::NotBuiltYet, name.span, title)
                .label("tables of other schemas are read, but not used yet")
                .help("leave the entry out for now, or move the table");
            self.found(diagnostic);
            return None;
        }
        // Without a schema every name would be an error that says nothing.
        if self.schema.is_empty() || self.schema.is_unread(name) {
            return None;
        }
        let names: Vec<&str> = self.schema.tables().map(|(_, table)| &*table.name).collect();
        let diagnostic =
            Diagnostic::new(Code::UnknownTable, name.span, format!("the schema has no table `{}`", name.value))
                .label("no such table")
                .nearest(name, names);
        self.found(diagnostic);
        None
    }

    pub fn column(&mut self, table: TableId, name: &Spanned<String>) -> Option<ColumnId> {
        let found = self.schema.table(table).find(name).map(|(id, _)| id);
        if found.is_none() {
            let diagnostic = self.no_column(table, name, name.span);
            self.found(diagnostic);
        }
        found
    }

    pub fn no_column(&self, table: TableId, name: &str, at: Span) -> Diagnostic {
        let links = self.schema.link_names(table);
        let table = self.schema.table(table);
        Diagnostic::new(Code::UnknownColumn, at, format!("table `{}` has no column `{name}`", table.name))
            .label("no such column")
            .nearest(name, table.column_names().chain(links))
    }

    /// What selects rows: nothing where no row can meet it, which is an error.
    pub fn condition(&mut self, table: TableId, text: &Spanned<String>) -> Option<Condition> {
        let condition = self.any_condition(table, text)?;
        let may_be_true = possible(&self.schema, table, &condition.expr).may_be_true();
        if !may_be_true {
            let label = format!("no row of `{}` can meet it", self.schema.table(table).name);
            self.found.push(never_true(text.span, label));
        }
        may_be_true.then_some(condition)
    }

    /// One of which a row that is unknown counts as well.
    pub fn guard(&mut self, table: TableId, text: &Spanned<String>) -> Option<Condition> {
        let condition = self.any_condition(table, text)?;
        let can_hold = possible(&self.schema, table, &condition.expr) != Possible::FALSE;
        if !can_hold {
            self.found.push(never_true(text.span, "it is false of every row".to_owned()));
        }
        can_hold.then_some(condition)
    }

    fn any_condition(&mut self, table: TableId, text: &Spanned<String>) -> Option<Condition> {
        match database::condition(self.sources(), &self.schema, table, text) {
            Ok(resolved) => Some(Condition { expr: resolved.expr, reads: resolved.reads, span: text.span }),
            Err(found) => {
                self.found.extend(found);
                None
            }
        }
    }

    /// Filters on the way of a path through which no row could come.
    pub fn passable(&mut self, steps: &[FoundStep], at: Span) {
        let filters = steps.iter().filter_map(|step| Some((step.table, step.filter.as_ref()?)));
        let closed =
            |(table, filter): &(TableId, &Resolved)| !possible(&self.schema, *table, &filter.expr).may_be_true();
        if filters.into_iter().any(|one| closed(&one)) {
            self.found.push(never_true(at, "no row can meet what is asked in brackets".to_owned()));
        }
    }

    pub fn table_name(&self, id: TableId) -> TableName {
        TableName { id, name: self.schema.table(id).name.clone() }
    }

    pub fn column_name(&self, table: TableId, id: ColumnId) -> ColumnName {
        ColumnName { id, name: self.schema.table(table).column(id).name.clone() }
    }

    pub fn literal(&mut self, value: &Scalar, at: Span) -> Option<Literal> {
        Some(match value {
            Scalar::Null => Literal::Null,
            Scalar::Bool(value) => Literal::Boolean(*value),
            Scalar::Int(value) => Literal::Integer(*value),
            // WHY: read as a text, `now` would be written into the column as three letters.
            Scalar::Text(text) if self.is_computed(text, at) => {
                let diagnostic = Diagnostic::new(Code::NotBuiltYet, at, "a value that is computed is not built yet")
                    .label("known to the language, not yet to this compiler")
                    .help("write a fixed value, or null");
                self.found(diagnostic);
                return None;
            }
            Scalar::Text(text) => Literal::Text(text.clone()),
            // WHY: as written, not as a binary fraction would print it.
            Scalar::Float(_) => {
                let written = self.sources().slice(at);
                let plain = written.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
                if !plain {
                    let diagnostic = Diagnostic::new(Code::InvalidFormat, at, "this number is not written plainly")
                        .label("not written as plain digits")
                        .help("digits with a point are expected, such as `0.5`");
                    self.found(diagnostic);
                    return None;
                }
                Literal::Decimal(written.to_owned())
            }
        })
    }

    fn is_computed(&self, text: &str, at: Span) -> bool {
        self.sources().slice(at) == "now" || text.contains("{subject.") || text.contains("{row.")
    }

    /// A text in every locale it is given in; the default locale must be among them.
    pub fn text(&mut self, text: &Spanned<Localized>) -> Text {
        let default = self.locales.first().cloned().unwrap_or_default();
        match &text.value {
            Localized::One(one) => Text::from_iter([(default, one.as_str())]),
            Localized::Many(many) => {
                let mut texts: Vec<(Arc<str>, &str)> = Vec::with_capacity(many.0.len());
                for entry in many {
                    texts.extend(self.locale(&entry.key).map(|locale| (locale, entry.value.value.as_str())));
                }
                if !texts.iter().any(|(locale, _)| *locale == default) {
                    let diagnostic =
                        Diagnostic::new(Code::MissingText, text.span, format!("the text is missing in `{default}`"))
                            .label(format!("`{default}` is the site's default locale, and not among these"))
                            .help(format!("write the text under `{default}:` too; other locales fall back to it"));
                    self.found(diagnostic);
                }
                texts.into_iter().collect()
            }
        }
    }

    pub fn optional_text(&mut self, text: Option<&Spanned<Localized>>) -> Option<Text> {
        text.map(|text| self.text(text))
    }

    fn locale(&mut self, written: &Spanned<String>) -> Option<Arc<str>> {
        let known = self.locales.iter().find(|known| ***known == *written.value).cloned();
        if known.is_none() {
            let title = format!("`{}` is no locale of the site", written.value);
            let diagnostic = Diagnostic::new(Code::UnknownName, written.span, title)
                .label("not listed in the Site's `locales`")
                .nearest(written, self.locales.iter().map(|known| &**known));
            self.found(diagnostic);
        }
        known
    }

    /// The place of a status in [`Subject::statuses`](crate::program::Subject).
    pub fn status(&mut self, name: &Spanned<super::syntax::Id>) -> Option<usize> {
        let found = self.statuses.iter().position(|status| *status == name.value.0);
        if found.is_none() && self.subject.is_some() {
            let title = format!("the subject has no status `{}`", name.value.0);
            let diagnostic = Diagnostic::new(Code::UnknownName, name.span, title)
                .label("not declared in the Site")
                .nearest(&name.value.0, self.statuses.iter().map(String::as_str));
            self.found(diagnostic);
        }
        found
    }

    pub fn purpose(&mut self, name: &Spanned<super::syntax::Id>) -> Option<PurposeId> {
        if let Some(id) = self.purposes.get(&name.value.0) {
            return Some(*id);
        }
        if self.broken.contains(&Kind::Purpose) {
            return None;
        }
        let diagnostic =
            Diagnostic::new(Code::UnknownName, name.span, format!("there is no purpose `{}`", name.value.0))
                .label("not declared")
                .nearest(&name.value.0, self.purposes.keys().map(String::as_str));
        self.found(diagnostic);
        None
    }

    /// Reports every id that stands twice among documents of one kind.
    pub fn unique_ids<'i>(&mut self, kind: &str, ids: impl IntoIterator<Item = &'i Spanned<super::syntax::Id>>) {
        let mut first: HashMap<&str, Span> = HashMap::new();
        for id in ids {
            if let Some(before) = first.insert(&id.value.0, id.span) {
                self.found(
                    Diagnostic::new(Code::DuplicateId, id.span, format!("a second {kind} has the id `{}`", id.value.0))
                        .label("used again here")
                        .related(before, "first used here")
                        .help("give one of the two another id; an id means one thing, for years"),
                );
            }
        }
    }
}

fn never_true(at: Span, label: String) -> Diagnostic {
    Diagnostic::new(Code::NeverTrue, at, "this condition is never true")
        .label(label)
        .help("correct it: look at what each column can hold, and whether `or` is meant instead of `and`")
}
