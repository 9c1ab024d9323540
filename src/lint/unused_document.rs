//! Something is declared, and nothing names it.

use std::collections::HashSet;

use crate::database::{ColumnId, TableId};
use crate::diagnostic::{Code, Diagnostic};
use crate::program::{
    Declares, Entry, Event, IdentifierSource, Item, Notice, NoticeValue, Part, Piece, Program, Purge, PurposeId,
};
use crate::source::Span;
use crate::strategy::{Strategy, Value};

// WHY: no clocks. One that no rule counts from says all the same that a column holds times.
pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let purposes = purposes(program);
    let unnamed = program.purposes.iter().enumerate().filter(|(at, _)| !purposes.contains(&PurposeId(*at)));
    let mut found: Vec<Diagnostic> = unnamed.map(|(_, one)| unused("purpose", &one.id, one.span)).collect();
    found.extend(program.notices.iter().filter(|one| one.event.is_none()).map(unsent));
    let subject = &program.site.subject;
    if subject.identifiers.is_empty() && subject.placeholders.is_empty() && program.site.contexts.is_empty() {
        return found;
    }
    let used = Used::of(program);
    let identifiers = subject.identifiers.iter().filter(|one| {
        let column = (one.path.ends_in.id, one.path.last.id);
        !used.identifiers.contains(one.name.as_str()) && !used.read.contains(&column)
    });
    found.extend(identifiers.map(|one| unused("identifier", &one.name, one.span)));
    let placeholders = subject.placeholders.iter().filter(|one| !used.placeholders.contains(one.name.as_str()));
    found.extend(placeholders.map(|one| unused("placeholder", &one.name, one.span)));
    let contexts = program.site.contexts.iter().filter(|one| !used.contexts.contains(one.name.as_str()));
    found.extend(contexts.map(|one| unused("context", &one.name, one.span)));
    found
}

fn unused(kind: &str, name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(Code::UnusedDocument, at, format!("nothing uses the {kind} `{name}`"))
        .about(name)
        .label("declared, and named nowhere")
        .help("name it where it belongs, or remove it")
}

/// WHY: audiences, which can name a notice, are not built yet.
fn unsent(notice: &Notice) -> Diagnostic {
    let events = Event::ALL.iter().map(|event| event.name());
    Diagnostic::new(Code::UnusedDocument, notice.span, format!("nothing sends the notice `{}`", notice.id))
        .about(notice.id.as_str())
        .label("its id is no event, and nothing names it")
        .nearest(&notice.id, events)
}

/// Those that an item, a rule, a statement or a recipient names.
fn purposes(program: &Program) -> HashSet<PurposeId> {
    let items = program.items.iter().filter_map(|item| item.purpose);
    let versions = program.policies.iter().flat_map(|policy| &policy.versions);
    let asked = versions.flat_map(|version| &version.questions).filter_map(|question| question.purpose);
    let declared = program.components.iter().filter_map(|component| component.declares.as_ref());
    let declared = declared.chain(program.items.iter().filter_map(|item| item.declares.as_ref()));
    let recipients = declared.flat_map(|one: &Declares| &one.external).filter_map(|one| one.purpose);
    let rules = program.retention_rules.iter().filter_map(|rule| rule.purpose);
    items.chain(rules).chain(asked).chain(recipients).collect()
}

#[derive(Default)]
struct Used<'p> {
    identifiers: HashSet<&'p str>,
    /// Columns that values are made from.
    read: HashSet<(TableId, ColumnId)>,
    placeholders: HashSet<&'p str>,
    contexts: HashSet<&'p str>,
}

impl<'p> Used<'p> {
    fn of(program: &'p Program) -> Self {
        let mut used = Self::default();
        for entry in program.items.iter().flat_map(Item::all_entries) {
            used.entry(entry);
        }
        let told = program.notices.iter().flat_map(Notice::named);
        used.identifiers.extend(told.filter_map(|value| match value {
            NoticeValue::Identifier(name, _) => Some(name.as_str()),
            NoticeValue::SubjectKey
            | NoticeValue::SubjectLabel
            | NoticeValue::RequestId
            | NoticeValue::RequestReason
            | NoticeValue::TypeTitle
            | NoticeValue::Kept
            | NoticeValue::Expires
            | NoticeValue::SiteTitle
            | NoticeValue::ControllerName
            | NoticeValue::ControllerContact => None,
        }));
        let of_types = program.purge_types.iter().filter_map(|one| one.within.as_ref());
        let within = of_types.chain(program.retention_rules.iter().filter_map(|rule| rule.within.as_ref()));
        used.contexts.extend(within.map(|within| within.context.as_str()));
        let of_roles = program.site.roles.iter().flat_map(|roles| &roles.places);
        used.contexts.extend(of_roles.map(|place| place.name.as_str()));
        // A larger place is what a smaller one lies in.
        let larger = program.site.contexts.iter().flat_map(|place| &place.within);
        used.contexts.extend(larger.map(|(name, _)| name.as_str()));
        used
    }

    fn entry(&mut self, entry: &'p Entry) {
        let owners = entry.co_owned.iter().flat_map(|one| &one.owners).filter_map(|owner| owner.identifier.as_ref());
        for source in entry.identifier.iter().chain(owners) {
            self.source(source);
        }
        for strategy in entry.strategies() {
            self.strategy(entry.table.id, strategy);
        }
        for part in &entry.parts {
            self.part(part);
        }
        self.contexts.extend(entry.places.iter().map(|place| place.name.as_str()));
        self.contexts.extend(entry.named_place.iter().map(|place| place.context.as_str()));
    }

    fn source(&mut self, source: &'p IdentifierSource) {
        match source {
            IdentifierSource::Plain(name) => {
                self.identifiers.insert(name);
            }
            IdentifierSource::Template(pieces) => {
                self.identifiers.extend(pieces.iter().filter_map(|piece| match piece {
                    Piece::Identifier(name) => Some(name.as_str()),
                    Piece::Text(_) | Piece::Key | Piece::Anything => None,
                }));
            }
        }
    }

    fn part(&mut self, part: &'p Part) {
        for strategy in part.purge.iter().flat_map(Purge::strategies).chain([&part.gone]) {
            self.strategy(part.table.id, strategy);
        }
        for inner in &part.parts {
            self.part(inner);
        }
    }

    fn strategy(&mut self, table: TableId, strategy: &'p Strategy) {
        for one in strategy.assignments() {
            self.placeholders.extend(one.value.placeholder());
            if let Value::Computed(computed) = &one.value {
                self.read.extend(computed.reads.own.iter().map(|column| (table, *column)));
                self.read.extend(computed.reads.beyond.iter().copied());
            }
        }
    }
}
