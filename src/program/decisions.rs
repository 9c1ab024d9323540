//! Everything that somebody must have reviewed before it is compiled, as the lines of the lock.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use super::told::content_digest;
use super::{
    Approval, ExportType, Item, ItemId, Program, PurgeType, StatusMeaning, decisive, retention_decisions, reviewable,
};
use crate::lock::{Decision, Domain, word};

/// A decision of the policy, and what in the program makes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decided {
    pub decision: Decision,
    pub origin: Origin,
}

/// Places in the lists of a [`Program`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Subject,
    Item(ItemId),
    Entry(ItemId, usize),
    PurgeType(usize),
    /// A purge type and an item, with the entry where it is about one.
    Purges(usize, ItemId, Option<usize>),
    ExportType(usize),
    Exports(usize, ItemId, Option<usize>),
    /// No type of the domain takes it.
    Untaken(ItemId),
    Rule(usize),
    /// A retention rule and an item.
    Rules(usize, ItemId),
    Hold(usize),
    /// A legal hold and an item.
    Holds(usize, ItemId),
    /// A policy and its published version.
    Version(usize, usize),
}

impl Origin {
    /// The entry that it is about.
    pub fn entry(self) -> Option<(ItemId, usize)> {
        match self {
            Self::Entry(item, at) => Some((item, at)),
            Self::Purges(_, item, at) | Self::Exports(_, item, at) => at.map(|at| (item, at)),
            Self::Subject
            | Self::Item(_)
            | Self::PurgeType(_)
            | Self::ExportType(_)
            | Self::Untaken(_)
            | Self::Rule(_)
            | Self::Rules(..)
            | Self::Hold(_)
            | Self::Holds(..)
            | Self::Version(..) => None,
        }
    }
}

impl AsRef<Decision> for Decided {
    fn as_ref(&self) -> &Decision {
        &self.decision
    }
}

/// What the lines about an entry say.
struct Lines {
    catalogue: String,
    purge: String,
    export: String,
}

impl Program {
    /// All decisions, sorted.
    pub fn decisions(&self) -> Vec<Decided> {
        let lines: Vec<Vec<Lines>> =
            self.items.par_iter().map(|item| item.entries.iter().map(|entry| lines(self, entry)).collect()).collect();
        let mut all = vec![subject(self)];
        for (at, (item, lines)) in self.items.iter().zip(&lines).enumerate() {
            all.extend(catalogue(self, ItemId(at), item, lines));
        }
        for (at, one) in self.purge_types.iter().enumerate() {
            all.extend(purge_type(self, at, one, &lines));
        }
        for (at, one) in self.export_types.iter().enumerate() {
            all.extend(export_type(self, at, one, &lines));
        }
        all.extend(untaken(self, Domain::Purge, self.purge_types.iter().flat_map(|one| &one.items)));
        all.extend(untaken(self, Domain::Export, self.export_types.iter().flat_map(|one| &one.items)));
        all.extend(retention_decisions::decisions(self));
        all.extend(published(self));
        all.par_sort();
        all
    }
}

pub(super) fn decided(domain: Domain, about: impl Into<String>, says: impl Into<String>, origin: Origin) -> Decided {
    Decided { decision: Decision { domain, about: about.into(), says: says.into() }, origin }
}

fn lines(program: &Program, entry: &super::Entry) -> Lines {
    let digests = decisive::entry(program, entry);
    let whose = reviewable::whose(program, entry);
    let (purge, export) = (reviewable::purge(entry), reviewable::export(entry));
    Lines {
        catalogue: format!("rows {whose}; {purge}; {export}; {}", digests.all),
        purge: format!("in, rows {whose}; {purge}; {}", digests.purge),
        export: format!("in, rows {whose}; {export}; {}", digests.export),
    }
}

fn subject(program: &Program) -> Decided {
    let subject = &program.site.subject;
    let mut says = format!(
        "people {}, key {}, label {}",
        word(&subject.table.name),
        word(&subject.key.name),
        word(&subject.label.name)
    );
    if let Some(protected) = &subject.protected {
        says.push_str(&format!(", protected {}", reviewable::expr(protected)));
    }
    says.push_str(&format!("; {}", decisive::subject(subject)));
    decided(Domain::Catalogue, "(subject)", says, Origin::Subject)
}

fn catalogue(program: &Program, id: ItemId, item: &Item, lines: &[Lines]) -> Vec<Decided> {
    let mut says = match item.purpose.and_then(|purpose| program.purpose(purpose)) {
        Some(purpose) => format!("item, purpose {}", purpose.id),
        None => "item, no purpose".to_owned(),
    };
    if let Some(only) = only(program, item) {
        says.push_str(&format!(", {only}"));
    }
    let entries = lines.iter().enumerate();
    let entries =
        entries.map(|(at, line)| decided(Domain::Catalogue, &item.name, &line.catalogue, Origin::Entry(id, at)));
    std::iter::once(decided(Domain::Catalogue, &item.name, says, Origin::Item(id))).chain(entries).collect()
}

/// `only deleted`
fn only(program: &Program, item: &Item) -> Option<String> {
    let statuses = item.only.as_ref()?.statuses.iter();
    let names = statuses.filter_map(|at| program.site.subject.statuses.get(*at)).map(|status| status.name.as_str());
    Some(format!("only {}", names.collect::<Vec<_>>().join(" ")))
}

fn purge_type(program: &Program, at: usize, one: &PurgeType, lines: &[Vec<Lines>]) -> Vec<Decided> {
    let statuses = &program.site.subject.statuses;
    let status = statuses.get(one.status);
    let meaning = match status.map(|status| &status.meaning) {
        // Whoever is in no other.
        Some(StatusMeaning::Default) | None => decisive::other(statuses),
        Some(meaning) => decisive::other(meaning),
    };
    let name = status.map_or("", |status| status.name.as_str());
    let says = format!("status {name}, use {}{}; {meaning}", uses(&one.uses), conditions(program, one));
    let out = one.left_out.iter().map(|item| (*item, "out, not for this status"));
    let out = out.chain(one.excluded.iter().map(|item| (*item, "out")));
    let taken = Taken { types: Domain::Purge, id: &one.id, taken: &one.items };
    let mut all = vec![decided(Domain::Purge, &one.id, says, Origin::PurgeType(at))];
    all.extend(taken.decisions(program, lines, |line| &line.purge, |item, entry| Origin::Purges(at, item, entry)));
    all.extend(taken.out(program, out, |item| Origin::Purges(at, item, None)));
    all
}

/// What else decides whether a request of the type is carried out, and about which rows.
fn conditions(program: &Program, one: &PurgeType) -> String {
    let mut says = String::new();
    for (word, holds) in [
        ("default", program.site.defaults.has(one)),
        ("approval", one.approval == Approval::Required),
        ("transition", one.transition),
    ] {
        if holds {
            says.push_str(&format!(", {word}"));
        }
    }
    if let Some(within) = &one.within {
        let which = within.condition.as_ref().map_or_else(|| "asked".to_owned(), |one| reviewable::expr(&one.expr));
        says.push_str(&format!(", within {} {which}", word(&within.context)));
    }
    says
}

fn uses(uses: &[impl Serialize]) -> String {
    let mut names: Vec<String> = uses.iter().map(name).collect();
    names.sort();
    if names.is_empty() { "none".to_owned() } else { names.join(" ") }
}

/// How a word of the language is written.
fn name(word: &impl Serialize) -> String {
    let written = serde_json::to_value(word).ok();
    written.and_then(|written| written.as_str().map(str::to_owned)).unwrap_or_default()
}

fn export_type(program: &Program, at: usize, one: &ExportType, lines: &[Vec<Lines>]) -> Vec<Decided> {
    let files = if one.files { "files whole" } else { "files listed" };
    let says = format!("{files}; {}", decisive::other(&(one.files, &one.keep_for)));
    let out = one.excluded.iter().map(|item| (*item, "out"));
    let taken = Taken { types: Domain::Export, id: &one.id, taken: &one.items };
    let mut all = vec![decided(Domain::Export, &one.id, says, Origin::ExportType(at))];
    all.extend(taken.decisions(program, lines, |line| &line.export, |item, entry| Origin::Exports(at, item, entry)));
    all.extend(taken.out(program, out, |item| Origin::Exports(at, item, None)));
    all
}

/// What a type takes of the catalogue.
///
/// WHY: what its patterns do not speak of is out without a line: a line a type and item would be more than anybody
/// reads.
struct Taken<'t> {
    types: Domain,
    id: &'t str,
    taken: &'t [ItemId],
}

impl Taken<'_> {
    fn decisions(
        &self,
        program: &Program,
        lines: &[Vec<Lines>],
        of: fn(&Lines) -> &String,
        origin: impl Fn(ItemId, Option<usize>) -> Origin,
    ) -> Vec<Decided> {
        let mut all = Vec::new();
        for id in self.taken {
            let (Some(item), Some(lines)) = (program.item(*id), lines.get(id.0)) else { continue };
            let about = format!("{} {}", self.id, item.name);
            let entries = lines.iter().enumerate();
            all.extend(entries.map(|(at, line)| decided(self.types, &about, of(line), origin(*id, Some(at)))));
        }
        all
    }

    fn out<'w>(
        &self,
        program: &Program,
        out: impl Iterator<Item = (ItemId, &'w str)>,
        origin: impl Fn(ItemId) -> Origin,
    ) -> Vec<Decided> {
        let about = |id: ItemId| Some(format!("{} {}", self.id, program.item(id)?.name));
        out.filter_map(|(id, says)| Some(decided(self.types, about(id)?, says, origin(id)))).collect()
    }
}

/// Items that no type takes at all.
fn untaken<'i>(program: &Program, types: Domain, taken: impl Iterator<Item = &'i ItemId>) -> Vec<Decided> {
    let taken: BTreeSet<&ItemId> = taken.collect();
    let items = program.items.iter().enumerate().map(|(at, item)| (ItemId(at), item));
    let items = items.filter(|(id, _)| !taken.contains(id));
    items.map(|(id, item)| decided(types, format!("(no type) {}", item.name), "out", Origin::Untaken(id))).collect()
}

/// The texts that people are shown.
fn published(program: &Program) -> Vec<Decided> {
    let mut all = Vec::new();
    for (number, policy) in program.policies.iter().enumerate() {
        let Some(version) = policy.published() else { continue };
        let at = policy.versions.iter().position(|one| std::ptr::eq(one, version)).unwrap_or_default();
        let says = format!("published; {}", content_digest(program, policy, version));
        let about = format!("{} {}", policy.id, version.version);
        all.push(decided(Domain::Consent, about, says, Origin::Version(number, at)));
    }
    all
}
