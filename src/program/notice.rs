//! Texts that people are sent when something happens to a request.

use serde::Serialize;

use super::{ColumnName, Text};
use crate::source::Span;

/// A text, whom it is for, and when it is sent.
#[derive(Debug, Serialize)]
pub struct Notice {
    pub id: String,
    /// What it is sent at; none where its id is no event, and nothing sends it.
    pub event: Option<Event>,
    /// Sorted.
    pub to: Vec<Told>,
    /// Its subject line, as it is written.
    pub subject: Text,
    pub body: Text,
    /// In each locale that has a subject line and a body.
    // WHY: what they say stands in `subject` and `body`.
    #[serde(skip)]
    pub texts: Vec<Letter>,
    #[serde(skip)]
    pub span: Span,
}

impl Notice {
    /// What it names, in any language.
    pub fn named(&self) -> impl Iterator<Item = &Named> {
        let said = self.texts.iter().flat_map(|letter| letter.subject.iter().chain(&letter.body));
        said.filter_map(|said| if let Said::Of(named) = said { Some(named) } else { None })
    }

    /// The columns of the subject's row that it names.
    pub fn columns(&self) -> impl Iterator<Item = &ColumnName> {
        self.named().filter_map(|named| if let Named::Identifier(_, column) = named { Some(column) } else { None })
    }
}

/// A notice in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub locale: String,
    pub subject: Vec<Said>,
    pub body: Vec<Said>,
}

/// A stretch of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Text(String),
    Of(Named),
}

/// What a notice may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    SubjectKey,
    SubjectLabel,
    /// An identifier of the Site by its name, and the column of the subject's own row that it is.
    Identifier(String, ColumnName),
    RequestId,
    /// Why it was decided so, or what failed.
    RequestReason,
    TypeTitle,
    /// Of each item what was kept, why, and until when.
    Kept,
    /// The day until which an archive is kept.
    Expires,
    SiteTitle,
    ControllerName,
    ControllerContact,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    Subject,
    Controller,
}

impl Told {
    pub fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Controller => "controller",
        }
    }
}

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    RequestReceived,
    RequestApproved,
    RequestRejected,
    RequestFailed,
    /// Something was kept: the request is refused in part.
    RequestHeld,
    ExportReady,
    ExportExpired,
    PurgeDone,
    PurgeHeld,
}

impl Event {
    pub const ALL: &'static [Event] = &[
        Event::RequestReceived,
        Event::RequestApproved,
        Event::RequestRejected,
        Event::RequestFailed,
        Event::RequestHeld,
        Event::ExportReady,
        Event::ExportExpired,
        Event::PurgeDone,
        Event::PurgeHeld,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::RequestReceived => "request-received",
            Self::RequestApproved => "request-approved",
            Self::RequestRejected => "request-rejected",
            Self::RequestFailed => "request-failed",
            Self::RequestHeld => "request-held",
            Self::ExportReady => "export-ready",
            Self::ExportExpired => "export-expired",
            Self::PurgeDone => "purge-done",
            Self::PurgeHeld => "purge-held",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|event| event.name() == name)
    }

    /// The state that a request has come into.
    pub fn state(self) -> &'static str {
        match self {
            Self::RequestReceived => "requested",
            Self::RequestApproved => "approved",
            Self::RequestRejected => "rejected",
            Self::RequestFailed => "failed",
            Self::ExportReady | Self::PurgeDone => "done",
            Self::ExportExpired => "expired",
            Self::RequestHeld | Self::PurgeHeld => "held",
        }
    }

    /// Whether a request has a reason then that somebody wrote down.
    pub fn has_reason(self) -> bool {
        matches!(self, Self::RequestRejected | Self::RequestFailed)
    }
}
