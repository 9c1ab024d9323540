//! The kinds of documents: one table, in the order in which the language describes them.

/// A kind of document. All are known; what is not built says so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    Site,
    Component,
    ExportType,
    PurgeType,
    Purpose,
    RetentionRule,
    LegalHold,
    Audience,
    Feed,
    Notice,
    SitePolicy,
}

impl Kind {
    pub const ALL: &'static [Kind] = &[
        Kind::Site,
        Kind::Component,
        Kind::ExportType,
        Kind::PurgeType,
        Kind::Purpose,
        Kind::RetentionRule,
        Kind::LegalHold,
        Kind::Audience,
        Kind::Feed,
        Kind::Notice,
        Kind::SitePolicy,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "Site",
            Self::Component => "Component",
            Self::ExportType => "ExportType",
            Self::PurgeType => "PurgeType",
            Self::Purpose => "Purpose",
            Self::RetentionRule => "RetentionRule",
            Self::LegalHold => "LegalHold",
            Self::Audience => "Audience",
            Self::Feed => "Feed",
            Self::Notice => "Notice",
            Self::SitePolicy => "SitePolicy",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Kinds that the language knows and this version does not build.
    pub fn is_built(self) -> bool {
        match self {
            Self::Site
            | Self::Component
            | Self::ExportType
            | Self::PurgeType
            | Self::Purpose
            | Self::RetentionRule
            | Self::LegalHold
            | Self::Notice
            | Self::SitePolicy => true,
            Self::Audience | Self::Feed => false,
        }
    }

    pub fn built() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| kind.is_built())
    }
}

/// Keys that the language knows and this version does not build, by the part of a document they stand in
/// (the name of its definition in the kind's JSON Schema, or the kind for the document itself).
pub(super) const UNBUILT_KEYS: &[(&str, &[&str])] = &[
    ("Site", &["fields"]),
    ("Item", &["clocks"]),
    ("Purge", &["if"]),
    ("ExportType", &["audience"]),
    ("RetentionRule", &["audience"]),
    ("LegalHold", &["audience"]),
    ("Purpose", &["withdrawn"]),
];

/// Words that the language knows as values and this version does not build.
pub(super) const UNBUILT_VALUES: &[(&str, &[&str])] = &[("NoticeTo", &["manager"])];

/// Forms of a value that the language knows and this version does not build: the key (`key/*` for the values of its
/// map), the form, and what it is.
pub(super) const UNBUILT_FORMS: &[(&str, &str, &str)] = &[("statements", "a text", "`same` for statements")];
