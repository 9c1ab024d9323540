//! `kind: Site`: the organisation, its database, and the table of the people.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::clock::{self, ClockSyntax};
use super::context::Context;
use super::conventions::{self, Conventions, PlaceSyntax, PreferencesSyntax};
use super::defaults::Defaults;
use super::files::{self, StoreSyntax};
use super::lints::{self, LintSyntax};
use super::person::{self, IdentifierSyntax, PlaceholderSyntax};
use super::records::{self, Records};
use super::relations::{self, Reference, RelationSyntax};
use super::roles::{self, RolesSyntax};
use super::site_schema::{self, SchemaSource};
use super::status::{self, StatusSyntax};
use super::subject_link;
use super::syntax::{Id, Locale, Localized, Scalar};
use crate::database::{self, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program;
use crate::source::typed::Map;
use crate::source::{Span, Spanned};
use crate::sql::dialect::Dialect;
use crate::sql::{Family, Literal, whole_number};

/// The organisation, its database, and the table of the people. One a project.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// What kind of document this is.
    #[schemars(extend("const" = "Site"))]
    pub kind: Spanned<String>,
    pub id: Spanned<Id>,
    /// How people know it.
    pub title: Spanned<Localized>,
    /// Who decides why and how the data is processed (GDPR Article 4(7)).
    pub controller: Controller,
    /// The languages of the site; the first is the default and must be complete.
    #[schemars(length(min = 1))]
    pub locales: Vec<Spanned<Locale>>,
    /// DDL in the first of `dialects`: a path, or one for each dialect.
    pub schema: Spanned<SchemaSource>,
    /// What rows refer to where the schema declares no foreign key.
    #[serde(default)]
    pub relations: Vec<Spanned<RelationSyntax>>,
    /// Columns, as `table.column`, that refer to different tables, decided by a value in their row.
    #[serde(default)]
    pub references: Map<Spanned<Reference>>,
    /// The databases to compile for.
    #[schemars(length(min = 1))]
    pub dialects: Vec<Spanned<DialectName>>,
    /// The table of the people, and what their state is called.
    pub subject: Subject,
    /// The places that data lies in, the largest and the smallest.
    #[serde(default)]
    pub contexts: Map<PlaceSyntax>,
    /// How columns of certain names read where nothing else is written.
    pub conventions: Option<Conventions>,
    /// Where settings of people are kept.
    pub preferences: Option<PreferencesSyntax>,
    /// Where the application keeps track of stored files.
    pub files: Option<StoreSyntax>,
    /// Where the application keeps which person has which role, and where.
    pub roles: Option<RolesSyntax>,
    /// Tables that were looked at and hold no personal data, and why.
    #[serde(default)]
    pub impersonal: Map<Spanned<Localized>>,
    /// What holds for everybody where nothing else is said.
    pub defaults: Option<Defaults>,
    /// What the tool itself writes down about people.
    pub records: Option<Records>,
    /// Levels of lints, by their code.
    #[serde(default)]
    pub lints: Map<Spanned<LintSyntax>>,
}

/// Who is answerable.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// The organisation, as people know it.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Where it is.
    pub address: Option<String>,
    /// How to reach the controller or its data protection officer.
    #[schemars(length(min = 1))]
    pub contact: String,
}

/// A database to compile for.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DialectName {
    /// MariaDB 10.6 and later, with InnoDB.
    Mariadb,
    /// PostgreSQL 13 and later.
    Postgres,
    /// SQLite 3.39 and later.
    Sqlite,
}

/// The table of the people.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The table with a row for each person.
    pub table: Spanned<String>,
    /// The column that other tables refer to.
    pub key: Spanned<String>,
    /// What people see instead of a key.
    pub label: Spanned<String>,
    /// The column with the language that the person reads, as one of `locales`; absent: the default locale is everybody's.
    pub locale: Option<Spanned<String>>,
    /// Names for the ways to the one row of another table that is the person's: below they begin a path.
    #[serde(default)]
    pub links: Map<Spanned<String>>,
    /// The states a subject can be in.
    #[schemars(extend("minProperties" = 1))]
    pub status: Spanned<Map<Spanned<StatusSyntax>>>,
    /// Values that are no person: never captured, never an owner.
    #[serde(default)]
    pub nobody: Vec<Spanned<Scalar>>,
    /// Accounts of the system, never purged.
    pub protected: Option<Spanned<String>>,
    /// Every other way in which a row may name the person.
    #[serde(default)]
    pub identifiers: Map<Spanned<IdentifierSyntax>>,
    /// Accounts that take over what others leave; exactly one row each, never purged.
    #[serde(default)]
    pub placeholders: Map<PlaceholderSyntax>,
    /// The moments in a person's life by which their data ages. A whole number among them is a time in exports.
    #[serde(default)]
    pub clocks: Map<Spanned<ClockSyntax>>,
}

pub(super) fn lower(site: &Site, context: &mut Context<'_>) -> Option<program::Site> {
    context.locales = site.locales.iter().map(|locale| locale.value.0.as_str().into()).collect();
    let dialects: Vec<Dialect> = site
        .dialects
        .iter()
        .map(|name| match name.value {
            DialectName::Mariadb => Dialect::Mariadb,
            DialectName::Postgres => Dialect::Postgres,
            DialectName::Sqlite => Dialect::Sqlite,
        })
        .collect();
    let title = context.text(&site.title);
    let records = records::kept(site, context);
    let lints = lints::lower(&site.lints, context);
    let (schema, own_schemas) = site_schema::schema(site, &dialects, context)?;
    context.schema = Arc::new(schema);
    context.dialects = dialects.clone().into();
    relations::lower(site, context);
    let subject = subject(&site.subject, context)?;
    let contexts = surroundings(site, context)?;
    let store = context.site.store.as_ref().map(|store| files::lowered(store, context));
    let roles = site.roles.as_ref().map(|written| roles::lower(written, context));
    let roles = roles.map_or(Some(None), |found| found.map(Some))?;
    Some(program::Site {
        id: site.id.value.0.clone(),
        span: site.kind.span,
        title,
        controller: program::Controller {
            name: site.controller.name.clone(),
            address: site.controller.address.clone(),
            contact: site.controller.contact.clone(),
        },
        locales: context.locales.iter().map(ToString::to_string).collect(),
        dialects,
        own_schemas,
        subject,
        contexts,
        store,
        roles,
        // Known when all documents are.
        defaults: program::Defaults::default(),
        impersonal: Vec::new(),
        records,
        lints,
    })
}

/// What every row may look up: places, conventions, preferences, files.
fn surroundings(site: &Site, context: &mut Context<'_>) -> Option<Vec<program::Place>> {
    let contexts = conventions::places(&site.contexts, context);
    context.site_mut().has_roles = site.roles.is_some();
    if let Some(written) = &site.conventions {
        let columns = conventions::place_columns(&written.place, context);
        let (clocks, unit) = conventions::clocks(&written.clocks);
        let known = context.site_mut();
        (known.place_columns, known.clocks, known.clock_unit) = (columns, clocks, unit);
        known.second_hand = written.second_hand.clone().map(Arc::new);
    }
    let preferences = site.preferences.as_ref().map(|written| conventions::preferences(written, context));
    let store = site.files.as_ref().map(|written| files::store(written, context));
    let known = context.site_mut();
    known.preferences = preferences.map_or(Some(None), |found| found.map(Some))?;
    known.store = store.map_or(Some(None), |found| found.map(Some))?;
    contexts
}

fn subject(subject: &Subject, context: &mut Context<'_>) -> Option<program::Subject> {
    let table = context.table(&subject.table)?;
    let key = context.column(table, &subject.key);
    let label = context.column(table, &subject.label);
    let locale = subject.locale.as_ref().map(|name| locale(table, name, context));
    let links = subject_link::links(table, &subject.links, context);
    let statuses = status::statuses(&subject.status, table, context);
    let protected = subject.protected.as_ref().map(|text| context.guard(table, text));
    let (key, label) = (key?, label?);
    check_key(table, key, subject.key.span, context);
    context.subject = Some((table, key));
    let mut names: Vec<String> = subject.status.iter().map(|status| status.key.value.clone()).collect();
    names.sort();
    context.statuses = names.into();
    if statuses.len() == context.statuses.len() {
        context.site_mut().statuses = statuses.iter().map(status::kind).collect();
    }
    // In the order of the Site: the first that fits is what `detach` writes.
    let written: Vec<Literal> =
        subject.nobody.iter().filter_map(|value| context.literal(&value.value, value.span)).collect();
    let mut nobody: Vec<Literal> = written.iter().filter_map(|value| nobody(value, table, key, context)).collect();
    let mut nobody_known: Vec<String> =
        written.iter().filter(|value| !nobody.contains(value)).filter_map(some_text).collect();
    nobody_known.sort();
    nobody_known.dedup();
    context.site_mut().nobody = written;
    nobody.sort_by_cached_key(|literal| format!("{literal:?}"));
    let identifiers = person::identifiers(table, &subject.identifiers, context);
    let placeholders = person::placeholders(table, &subject.placeholders, context);
    let clocks = clock::written(table, &subject.clocks, context);
    context.site_mut().subject_clocks = subject.clocks.iter().map(|one| one.key.value.clone()).collect();
    let (links, identifiers, placeholders, clocks) = (links?, identifiers?, placeholders?, clocks?);
    context.site_mut().written_clocks.add(table, &clocks);
    let locale = locale.map_or(Some(None), |found| found.map(Some))?;
    let known: Vec<_> = placeholders.iter().map(|one| person::known(table, key, one, context)).collect();
    let family = |path: &program::Path| context.schema.table(path.ends_in.id).column(path.last.id).family;
    let named: Vec<_> = identifiers.iter().map(|one| (one.name.clone(), family(&one.path))).collect();
    (context.site_mut().placeholders, context.site_mut().identifiers) = (known, named);
    let columns = identifiers.iter().map(|one| (one.name.clone(), one.path.own_column()));
    context.site_mut().identifier_columns = columns.collect();
    let protected = protected.map_or(Some(None), |protected| protected.map(|condition| Some(condition.expr)))?;
    // Who is in a status whose condition could not be read is unknown, and so is who may be purged.
    (statuses.len() == context.statuses.len()).then(|| program::Subject {
        table: context.table_name(table),
        key: context.column_name(table, key),
        label: context.column_name(table, label),
        locale: locale.map(|id| context.column_name(table, id)),
        links,
        statuses,
        nobody,
        nobody_known,
        protected,
        identifiers,
        placeholders,
        clocks,
        span: subject.table.span,
    })
}

/// A language is a text.
fn locale(table: TableId, name: &Spanned<String>, context: &mut Context<'_>) -> Option<database::ColumnId> {
    let id = context.column(table, name)?;
    let column = context.schema.table(table).column(id);
    if column.family == Family::Text {
        return Some(id);
    }
    let title = format!("`{}` cannot say which language somebody reads", column.name);
    let diagnostic = Diagnostic::new(Code::ColumnType, name.span, title)
        .label(format!("it holds {}", column.family.with_article()))
        .related(column.span, format!("declared as `{}`", column.declared))
        .help("name a column of texts such as `de`, `pt_BR` or `pt-br`, or remove `locale`");
    context.found(diagnostic);
    None
}

fn some_text(literal: &Literal) -> Option<String> {
    if let Literal::Text(text) = literal { Some(text.clone()).filter(|text| !text.is_empty()) } else { None }
}

/// The key must name one person and never be empty, or one request would purge several.
fn check_key(table: TableId, key: database::ColumnId, span: Span, context: &mut Context<'_>) {
    let found = {
        let table = context.schema.table(table);
        let column = table.column(key);
        let title = |what: &str| format!("the subject's key `{}.{}` {what}", table.name, column.name);
        if !table.names_one(&[key]) {
            let diagnostic = Diagnostic::new(Code::ColumnType, span, title("is not unique"));
            Some(
                diagnostic
                    .label("two people could share it")
                    .related(column.span, "declared here without a key or UNIQUE")
                    .help("name the column that other tables refer to; it is the primary key or UNIQUE"),
            )
        } else if !matches!(column.family, Family::Integer | Family::Text) {
            let diagnostic =
                Diagnostic::new(Code::ColumnType, span, title(&format!("holds {}", column.family.with_article())));
            Some(
                diagnostic
                    .label("a whole number or a text is needed")
                    .related(column.span, format!("declared as `{}`", column.declared))
                    .help("name another column that is unique, and that other tables refer to"),
            )
        } else {
            None
        }
    };
    context.found.extend(found);
}

/// 0 is also '0'. Any other value of another type than the key's can be no key; it matters where `detach` writes it.
fn nobody(literal: &Literal, table: TableId, key: database::ColumnId, context: &Context<'_>) -> Option<Literal> {
    let column = context.schema.table(table).column(key);
    let literal = match (literal, column.family) {
        (Literal::Integer(value), Family::Text) => Literal::Text(value.to_string()),
        (Literal::Text(text), Family::Integer) => whole_number(text).map_or(literal.clone(), Literal::Integer),
        (literal, _) => literal.clone(),
    };
    // NULL is nobody anyway, and in a list of values it would make everybody unknown.
    (literal != Literal::Null && database::fits(&literal, column).is_ok()).then_some(literal)
}
