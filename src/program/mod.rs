//! The resolved intermediate representation: what all documents of a project mean together.
//!
//! In: what `document` lowers. Out: pure data, ordered by id, in which every name is resolved; [`Program::digest`]
//! is the identity of the policy, and changes exactly when its meaning does. Never here: text of documents, SQL.

mod decisions;
mod decisive;
mod declares;
mod disjoint;
mod lints;
mod notice;
mod place;
mod policy;
mod retention;
mod retention_decisions;
mod reviewable;
mod roles;
mod rows;
mod selection;
mod store;
mod subject;
mod taken;
mod text;
mod told;
mod touched;

pub use decisions::{Decided, Origin};
pub use declares::{Declares, External, elsewhere};
pub use disjoint::disjoint;
pub use lints::{Level, LintException, LintRule};
pub use notice::{Event, Letter, Named as NoticeValue, Notice, Said, Told};
pub use place::{Clock, NamePiece, NamedPlace, Place, Unit, reaches};
pub use policy::{Asks, Audience, Change, Policy, PolicyKind, Question, Version, VersionStatus};
pub use retention::{AtLeast, AtMost, Duty, LegalHold, Moment, RetentionRule, RolePeriod, Then};
pub use roles::Roles;
pub use rows::{
    CoOwned, Condition, Entry, Export, ExportColumn, Link, Named, Outcome, Owner, Pair, Part, Path, Purge, Reference,
    Relation, Side, SideOf, Step, WhileReferenced,
};
pub use selection::{Pattern, Selection, Verdict};
pub use store::{ContentPiece, Store, content_path};
pub use subject::{Identifier, IdentifierSource, Piece, Placeholder};
pub use text::Text;
pub use told::{content_digest, data_for};
pub use touched::Touched;

use std::sync::Arc;

use serde::Serialize;

use crate::database::{ColumnId, Schema, TableId};
use crate::source::Span;
use crate::sql::dialect::Dialect;
use crate::sql::{Expr, Literal};

/// Everything that a project says. Documents are sorted by id, whatever the order of their files.
#[derive(Debug, Serialize)]
pub struct Program {
    pub site: Site,
    #[serde(skip)]
    pub schema: Arc<Schema>,
    pub purposes: Vec<Purpose>,
    pub components: Vec<Component>,
    /// The catalogue: the items of all components, sorted by `component.item`.
    pub items: Vec<Item>,
    pub export_types: Vec<ExportType>,
    pub purge_types: Vec<PurgeType>,
    /// Sorted by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retention_rules: Vec<RetentionRule>,
    /// Sorted by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legal_holds: Vec<LegalHold>,
    pub policies: Vec<Policy>,
    /// Sorted by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}

#[derive(Debug, Serialize)]
pub struct Site {
    pub id: String,
    #[serde(skip)]
    pub span: Span,
    pub title: Text,
    pub controller: Controller,
    /// The first is the default.
    pub locales: Vec<String>,
    pub dialects: Vec<Dialect>,
    /// The schemas of databases other than the first, where they have their own.
    #[serde(skip)]
    pub own_schemas: Vec<(Dialect, Arc<Schema>)>,
    pub subject: Subject,
    /// The places that data lies in, sorted by name.
    pub contexts: Vec<Place>,
    /// Where the application keeps track of stored files.
    pub store: Option<Store>,
    /// Where the application keeps which person has which role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Roles>,
    pub defaults: Defaults,
    /// Tables that were looked at and hold no personal data, and why; sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub impersonal: Vec<(TableName, Text)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<Records>,
    /// What the Site says of lints, sorted by code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lints: Vec<LintRule>,
}

impl Site {
    pub fn default_locale(&self) -> &str {
        self.locales.first().map_or("en", String::as_str)
    }
}

#[derive(Debug, Serialize)]
pub struct Controller {
    pub name: String,
    pub address: Option<String>,
    pub contact: String,
}

/// The table of the people, and what their state is called.
#[derive(Debug, Serialize)]
pub struct Subject {
    pub table: TableName,
    pub key: ColumnName,
    pub label: ColumnName,
    /// The column that says in which language the person reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<ColumnName>,
    /// Names for the ways to the one row of another table that is the person's, sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Named<Vec<Step>>>,
    pub statuses: Vec<Status>,
    /// Keys that are no person.
    pub nobody: Vec<Literal>,
    /// Further texts that are nobody's, which only an identifier can hold; sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nobody_known: Vec<String>,
    /// Accounts of the system; unknown counts as protected.
    pub protected: Option<Expr>,
    /// Every other way in which a row may name the person, sorted by name.
    pub identifiers: Vec<Identifier>,
    /// Accounts that take over what others leave, sorted by name; exactly one row each.
    pub placeholders: Vec<Placeholder>,
    /// Sorted by name.
    pub clocks: Vec<Clock>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Serialize)]
pub struct Status {
    pub name: String,
    pub meaning: StatusMeaning,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Serialize)]
pub enum StatusMeaning {
    /// Every subject for whom all other conditions are false.
    Default,
    /// The schema does not know it: a running request of a type of this status is the status.
    OnRequest,
    When {
        condition: Condition,
        set: Vec<(String, Literal)>,
    },
}

/// A table by id, with the name by which it is digested and printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TableName {
    #[serde(skip)]
    pub id: TableId,
    pub name: Arc<str>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ColumnName {
    #[serde(skip)]
    pub id: ColumnId,
    pub name: Arc<str>,
}

#[derive(Debug, Serialize)]
pub struct Purpose {
    pub id: String,
    pub title: Text,
    pub description: Option<Text>,
    pub lawful_basis: Vec<LawfulBasis>,
    pub special_category: Vec<LawfulBasis>,
    pub recipients: Vec<Recipient>,
    #[serde(skip)]
    pub span: Span,
}

/// An article of a law that allows the processing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LawfulBasis {
    pub law: String,
    pub article: String,
}

#[derive(Debug, Serialize)]
pub struct Recipient {
    pub name: String,
    pub country: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Component {
    pub id: String,
    pub title: Text,
    pub group: Option<Text>,
    /// What it does not store itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declares: Option<Declares>,
    #[serde(skip)]
    pub span: Span,
}

/// Index of an item in [`Program::items`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ItemId(pub usize);

/// Index of a purpose in [`Program::purposes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct PurposeId(pub usize);

/// One kind of personal data: what there is, whose it is, what happens to it.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// `component.item`
    pub name: String,
    pub title: Text,
    pub data_category: Option<String>,
    pub purpose: Option<PurposeId>,
    /// The statuses in which it may be purged; `None`: all.
    pub only: Option<Only>,
    /// Items from which the host makes this one anew; sorted.
    pub comes_back_from: Vec<String>,
    /// Sorted, so that the order in which they are written means nothing.
    pub entries: Vec<Entry>,
    /// What of it is not stored here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declares: Option<Declares>,
    /// Entries that nobody has reviewed: every type leaves their rows alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreviewed: Vec<Entry>,
    #[serde(skip)]
    pub span: Span,
}

/// The only statuses in which something may be done.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Only {
    /// Places in [`Subject::statuses`], sorted.
    pub statuses: Vec<usize>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug, Serialize)]
pub struct ExportType {
    pub id: String,
    pub title: Text,
    pub description: Option<Text>,
    /// How it may be asked for, sorted.
    pub uses: Vec<Use>,
    pub approval: Approval,
    pub keep_for: KeepFor,
    /// Stored files are put into the archive; else they are listed only.
    pub files: bool,
    pub items: Vec<ItemId>,
    /// How they were chosen.
    #[serde(skip)]
    pub selection: Selection,
    /// Items that its patterns take and leave out again.
    #[serde(skip)]
    pub excluded: Vec<ItemId>,
    /// Items that its patterns take, and that nobody has reviewed in it: it leaves them alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreviewed: Vec<ItemId>,
    #[serde(skip)]
    pub span: Span,
}

/// What the tool itself writes down about people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Records {
    /// After a request is over.
    pub keep_for: KeepFor,
}

/// How long a finished archive is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum KeepFor {
    Period(Period),
    Unlimited,
}

/// A period of whole days; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    pub years: u32,
    pub months: u32,
    pub days: u32,
}

#[derive(Debug, Clone, Serialize)]
pub struct PurgeType {
    pub id: String,
    pub title: Text,
    pub description: Option<Text>,
    /// Index in [`Subject::statuses`].
    pub status: usize,
    /// How it may be asked for, sorted.
    pub uses: Vec<Use>,
    pub approval: Approval,
    /// The run first puts the subject into the status.
    pub transition: bool,
    /// Only data in these places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Within>,
    /// Its items, with what `within` asks of their rows; `None`: as they are in the catalogue.
    #[serde(skip)]
    pub narrowed: Option<Vec<Item>>,
    pub items: Vec<ItemId>,
    /// Items that its patterns match, and that may not be purged in this status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<ItemId>,
    /// How they were chosen.
    #[serde(skip)]
    pub selection: Selection,
    /// Items that its patterns take and leave out again.
    #[serde(skip)]
    pub excluded: Vec<ItemId>,
    /// Items that its patterns take, and that nobody has reviewed in it: it leaves them alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreviewed: Vec<ItemId>,
    #[serde(skip)]
    pub span: Span,
}

/// How a purge or an export may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// By an officer.
    Manual,
    /// By the script itself, for whoever comes into the status.
    Automatic,
    /// By the person.
    #[serde(rename = "self")]
    Oneself,
}

impl Use {
    /// The `origin` of a request that is made so.
    pub fn origin(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Automatic => "automatic",
            Self::Oneself => "self",
        }
    }
}

/// Whether somebody else decides about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    None,
    Required,
}

/// Places of one context.
#[derive(Debug, Clone, Serialize)]
pub struct Within {
    /// The name of a [`Place`].
    pub context: String,
    /// On the row of the place; what lies in a smaller place lies in it too. `None`: the request names the place.
    pub condition: Option<Condition>,
    /// As it is written.
    #[serde(skip)]
    pub written: String,
}

/// What holds for everybody where nothing else is said.
#[derive(Debug, Default, Serialize)]
pub struct Defaults {
    /// The status, by its place in [`Subject::statuses`], and the type that is asked for whoever comes into it. Sorted.
    pub purge: Vec<(usize, String)>,
    /// People may export their own data.
    pub self_export: bool,
}

impl Defaults {
    /// Whether this type is asked for by itself.
    pub fn has(&self, purge_type: &PurgeType) -> bool {
        self.purge.iter().any(|(status, id)| *status == purge_type.status && *id == purge_type.id)
    }
}

impl Item {
    /// Whether subjects in this status may be rid of it.
    pub fn is_for(&self, status: usize) -> bool {
        self.only.as_ref().is_none_or(|only| only.statuses.contains(&status))
    }
}

impl PurgeType {
    /// What it takes.
    pub fn items<'i>(&'i self, program: &'i Program) -> impl Iterator<Item = &'i Item> {
        let whole = self.items.iter().filter(|_| self.narrowed.is_none()).filter_map(|id| program.item(*id));
        self.narrowed.iter().flatten().chain(whole)
    }
}

impl Program {
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(id.0)
    }

    /// What is sent at an event.
    pub fn notice(&self, event: Event) -> Option<&Notice> {
        self.notices.iter().find(|notice| notice.event == Some(event))
    }

    pub fn purpose(&self, id: PurposeId) -> Option<&Purpose> {
        self.purposes.get(id.0)
    }

    /// SHA-256 of the meaning, as 64 hexadecimal digits. Places, order and layout of the documents are no part of it.
    pub fn digest(&self) -> String {
        digest_of(self)
    }
}

/// SHA-256 over the canonical JSON of a value.
pub fn digest_of(value: &impl Serialize) -> String {
    use sha2::Digest;
    // WHY: serialising our own plain data cannot fail; a failure would still change the digest, not hide one.
    let canonical = serde_json::to_vec(value).unwrap_or_default();
    hex(&sha2::Sha256::digest(&canonical))
}

/// SHA-256 of bytes, as 64 hexadecimal digits.
pub fn digest_of_bytes(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(bytes))
}

/// Two hexadecimal digits for each byte.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
