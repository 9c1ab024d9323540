//! From the program to ordered statements, each with a reason and the YAML line behind it.
//!
//! In: a [`Program`]. Out: scripts in our statement language: `install`, one purge script for each purge type,
//! one export script for each export type. Never here: printing, dialects, running.

mod age;
mod answer;
mod asked;
mod automatic;
mod below;
mod chain;
mod claim;
mod co_owner;
mod declared;
mod export;
mod grants;
pub mod hold;
mod identifier;
mod kept;
mod keys;
mod lists;
mod notice;
pub mod offer;
mod orphans;
pub mod own_type;
pub mod person;
mod purge;
mod records;
pub mod report;
pub mod request;
pub mod retention;
mod role;
mod rows;
mod spread;
mod sweep;
mod tables;
mod used;
mod within;

pub use asked::place_of;
pub use automatic::{legacy_people, reapply, take_in_legacy};
pub use claim::BATCH;
pub use export::{ExportList, ExportParts, export, export_parts};
pub use grants::{Grants, grants};
pub use orphans::{Kind as OrphanKind, Orphans, orphans};
pub use purge::datum::{Datum, DatumRows, Days, datum};
pub use purge::left::{Remains, Whose as LeftOf, left};
pub use purge::preview::{Counted, Preview, PreviewStep, Whose};
pub use purge::verification::{Left, Purged, Verification, goes_on, purged_places};
pub use purge::{
    ByMonth, MonthCounts, PurgeParts, SomeMonths, faults, preview, purge, purge_parts, triggers, verification,
};
pub use records::{old_records, records};
pub use tables::{OWN, install};
pub use used::{SpokenOf, Used, spoken_of, used};

use crate::program::{ItemId, LegalHold, Program};
use crate::source::{SourceMap, Span};

/// What a plan is made from.
#[derive(Clone, Copy)]
pub struct Basis<'b> {
    pub program: &'b Program,
    pub sources: &'b SourceMap,
    /// The program's digest, computed once.
    pub digest: &'b str,
    /// Legal holds that nobody is under. They keep nothing: statements are made without them, and look that it stays so.
    pub idle_holds: &'b [String],
}

impl<'b> Basis<'b> {
    /// With all legal holds.
    pub fn new(program: &'b Program, sources: &'b SourceMap, digest: &'b str) -> Self {
        Self { program, sources, digest, idle_holds: &[] }
    }

    /// The legal holds that may keep something.
    fn holds(self) -> impl Iterator<Item = &'b LegalHold> {
        self.program.legal_holds.iter().filter(move |hold| !self.idle_holds.contains(&hold.id))
    }
}

impl Basis<'_> {
    /// `path:line`, for comments.
    fn line(&self, span: Span) -> String {
        self.sources.line_of(span)
    }

    /// What a type leaves alone because nobody has reviewed it: items, and rows of the items that it takes.
    fn unreviewed(&self, taken: &[ItemId], items: &[ItemId]) -> Option<String> {
        let items = items.iter().filter_map(|id| self.program.item(*id)).map(|item| item.name.clone());
        let rows = taken.iter().filter_map(|id| self.program.item(*id)).flat_map(|item| {
            item.unreviewed.iter().map(|entry| format!("rows of {} in {}", entry.table.name, item.name))
        });
        let alone: Vec<String> = items.chain(rows).collect();
        let line = || format!("New, and left alone until `probate lock` accepts it: {}.", alone.join(", "));
        (!alone.is_empty()).then(line)
    }
}
