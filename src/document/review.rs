//! What follows from the lock: what is new is left alone and said, what differs from what was reviewed is refused.

mod retention;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::lock::{self, Difference, Domain, Line, Reviewed, pairs};
use crate::program::{Decided, Entry, Item, ItemId, Origin, Program};
use crate::source::Span;

/// What the lock says of a policy.
#[derive(Debug, Default)]
pub struct Review {
    /// What is left alone until somebody looks at it.
    pub new: Vec<Diagnostic>,
    /// Why nothing may be compiled.
    pub refused: Vec<Diagnostic>,
    /// The lock is not what `probate lock` would write.
    pub is_stale: bool,
    /// The program does less than the policy says.
    pub left_alone: bool,
}

/// Compares a sound program with its lock, and takes out of its types what nobody has reviewed.
pub fn review(program: &mut Program, reviewed: &Reviewed) -> Review {
    let missing = missing(reviewed);
    if !missing.is_empty() || !reviewed.faults.is_empty() {
        return Review { refused: missing, is_stale: true, ..Review::default() };
    }
    let decided = program.decisions();
    let differences = lock::compare(reviewed, &decided);
    let mut reviewer = Reviewer::new(program);
    // The catalogue comes first: what follows from it for the types is not said again.
    for difference in &differences {
        match difference.domain {
            Domain::Catalogue => reviewer.catalogue(difference),
            Domain::Purge | Domain::Export => reviewer.types(difference),
            Domain::Retention => reviewer.retention(difference),
            Domain::Consent => reviewer.consent(difference),
        }
    }
    let (alone, mut review) = reviewer.done();
    review.is_stale = !differences.is_empty();
    review.left_alone = alone.leave(program);
    review
}

/// A text that was published may not change, whatever else the lock says of the policy.
pub fn published(program: &Program, reviewed: &Reviewed) -> Vec<Diagnostic> {
    let mut decided = program.decisions();
    decided.retain(|one| one.decision.domain == Domain::Consent);
    let mut reviewer = Reviewer::new(program);
    for difference in lock::compare(reviewed, &decided) {
        // After a merge both sides stand there; one of them is what it is now.
        if difference.domain == Domain::Consent && !difference.new.is_empty() {
            reviewer.consent(&difference);
        }
    }
    let mut refused = reviewer.review.refused;
    refused.retain(|one| one.code == Code::PublishedTextChanged);
    refused
}

fn missing(reviewed: &Reviewed) -> Vec<Diagnostic> {
    if reviewed.is_absent() {
        let title = "nobody has reviewed this project: it has no lock";
        return vec![
            Diagnostic::without_place(Code::NotReviewed, title)
                .help("run `probate lock`, read what it lists, and commit the folder `lock`"),
        ];
    }
    let one = |domain: &Domain| {
        Diagnostic::without_place(Code::NotReviewed, format!("`{}` is missing", domain.path()))
            .help("restore it from version control, or run `probate lock` and look at what it lists")
    };
    reviewed.missing.iter().map(one).collect()
}

const ACCEPT: &str = "undo it, or run `probate lock` to accept it as reviewed";

struct Reviewer<'p> {
    program: &'p Program,
    /// Items of which the lock knows nothing, with the types that would take them.
    new_items: BTreeMap<ItemId, Vec<String>>,
    new_entries: BTreeSet<(ItemId, usize)>,
    /// Items of which something was said already.
    changed: BTreeSet<ItemId>,
    new_types: BTreeSet<(Domain, usize)>,
    /// What a type has only now come to take.
    newly_taken: BTreeMap<(Domain, usize), Vec<ItemId>>,
    /// What a retention rule has only now come to take.
    newly_ruled: BTreeMap<usize, Vec<ItemId>>,
    review: Review,
}

/// A type of purges or of exports.
struct Type<'p> {
    at: usize,
    id: &'p str,
    span: Span,
}

impl<'p> Reviewer<'p> {
    fn new(program: &'p Program) -> Self {
        Self {
            program,
            new_items: BTreeMap::new(),
            new_entries: BTreeSet::new(),
            changed: BTreeSet::new(),
            new_types: BTreeSet::new(),
            newly_taken: BTreeMap::new(),
            newly_ruled: BTreeMap::new(),
            review: Review::default(),
        }
    }

    fn refuse(&mut self, diagnostic: Diagnostic) {
        self.review.refused.push(diagnostic);
    }

    fn catalogue(&mut self, difference: &Difference<'_, Decided>) {
        if !difference.known {
            for one in &difference.new {
                match one.origin {
                    Origin::Item(id) => {
                        self.new_items.insert(id, Vec::new());
                    }
                    Origin::Subject => self.not_in_the_lock(one),
                    // The item is new, and its entries with it.
                    Origin::Entry(..)
                    | Origin::PurgeType(_)
                    | Origin::Purges(..)
                    | Origin::ExportType(_)
                    | Origin::Exports(..)
                    | Origin::Untaken(_)
                    | Origin::Rule(_)
                    | Origin::Rules(..)
                    | Origin::Hold(_)
                    | Origin::Holds(..)
                    | Origin::Version(..) => {}
                }
            }
            return;
        }
        if !difference.stands {
            // Types that took it say so.
            return;
        }
        let found = pairs(difference);
        for (line, now) in found.changed {
            self.changed(line, now);
        }
        for now in found.new {
            match now.origin.entry() {
                Some(entry) => {
                    self.new_entries.insert(entry);
                }
                None => self.not_in_the_lock(now),
            }
        }
    }

    /// Something is not as it was reviewed.
    fn changed(&mut self, line: &Line, now: &Decided) {
        let (span, what) = self.place(now.origin);
        if let Origin::Item(item) | Origin::Entry(item, _) = now.origin {
            self.changed.insert(item);
        }
        let title = format!("{what} not as reviewed");
        let diagnostic = Diagnostic::new(Code::NotReviewed, span, title)
            .label("differs from what was reviewed")
            .related(line.span, "reviewed like this");
        let diagnostic =
            told_apart(&line.decision.says, &now.decision.says).into_iter().fold(diagnostic, Diagnostic::note);
        self.refuse(diagnostic.help(ACCEPT));
    }

    fn not_in_the_lock(&mut self, now: &Decided) {
        let (span, what) = self.place(now.origin);
        let path = now.decision.domain.path();
        let diagnostic = Diagnostic::new(Code::NotReviewed, span, format!("{what} not reviewed"))
            .label(format!("`{path}` says nothing of it"))
            .note(format!("it would say: {}", now.decision));
        self.refuse(diagnostic.help("run `probate lock` to accept it as reviewed"));
    }

    /// Where something stands in the policy, and what it is called, with `is` or `are`.
    fn place(&self, origin: Origin) -> (Span, String) {
        let item = |id: ItemId| self.program.item(id);
        let name = |id: ItemId| item(id).map_or("", |item| item.name.as_str());
        let entry = |id: ItemId, at: Option<usize>| item(id).and_then(|item| item.entries.get(at?));
        match origin {
            Origin::Subject => (self.program.site.subject.span, "the people of the site are".to_owned()),
            Origin::Item(id) | Origin::Untaken(id) => {
                (item(id).map(|item| item.span).unwrap_or_default(), format!("the item `{}` is", name(id)))
            }
            Origin::Entry(id, at) => rows(entry(id, Some(at)), name(id)),
            Origin::Purges(_, id, at) | Origin::Exports(_, id, at) => rows(entry(id, at), name(id)),
            Origin::PurgeType(at) => self.type_place(Domain::Purge, at),
            Origin::ExportType(at) => self.type_place(Domain::Export, at),
            Origin::Rule(at) | Origin::Rules(at, _) => {
                let rule = self.program.retention_rules.get(at);
                let (id, span) = rule.map_or(("", Span::default()), |rule| (&rule.id, rule.span));
                (span, format!("the retention rule `{id}` is"))
            }
            Origin::Hold(at) | Origin::Holds(at, _) => {
                let hold = self.program.legal_holds.get(at);
                let (id, span) = hold.map_or(("", Span::default()), |hold| (&hold.id, hold.span));
                (span, format!("the legal hold `{id}` is"))
            }
            Origin::Version(at, version) => {
                let policy = self.program.policies.get(at);
                let version = policy.and_then(|policy| policy.versions.get(version));
                let (id, name) = (policy.map_or("", |one| &one.id), version.map_or("", |one| &one.version));
                let span = version.map(|version| version.span).unwrap_or_default();
                (span, format!("version `{name}` of the policy `{id}` is published and"))
            }
        }
    }

    fn type_place(&self, domain: Domain, at: usize) -> (Span, String) {
        let found = self.type_at(domain, at);
        let (id, span) = found.map_or(("", Span::default()), |one| (one.id, one.span));
        (span, format!("the {} type `{id}` is", domain.name()))
    }

    fn type_at(&self, domain: Domain, at: usize) -> Option<Type<'p>> {
        if domain == Domain::Purge {
            let one = self.program.purge_types.get(at)?;
            return Some(Type { at, id: &one.id, span: one.span });
        }
        let one = self.program.export_types.get(at)?;
        Some(Type { at, id: &one.id, span: one.span })
    }

    fn type_called(&self, domain: Domain, id: &str) -> Option<Type<'p>> {
        // They are sorted by id.
        let at = if domain == Domain::Purge {
            self.program.purge_types.binary_search_by(|one| one.id.as_str().cmp(id)).ok()?
        } else {
            self.program.export_types.binary_search_by(|one| one.id.as_str().cmp(id)).ok()?
        };
        self.type_at(domain, at)
    }

    fn item_called(&self, name: &str) -> Option<ItemId> {
        self.program.items.binary_search_by(|item| item.name.as_str().cmp(name)).ok().map(ItemId)
    }

    fn types(&mut self, difference: &Difference<'_, Decided>) {
        let domain = difference.domain;
        let Some((id, name)) = difference.about.split_once(' ') else {
            self.a_type(difference);
            return;
        };
        // A type that is gone or new has been said to be.
        let Some(found) = self.type_called(domain, id).filter(|one| !self.new_types.contains(&(domain, one.at))) else {
            return;
        };
        let is_in = |says: &str| says.starts_with("in,");
        let was_in = difference.known && difference.gone.iter().all(|line| is_in(&line.decision.says));
        let now_in = difference.stands && difference.new.iter().all(|one| is_in(&one.decision.says));
        match (self.item_called(name), was_in, now_in) {
            (Some(item), false, true) => self.taken(domain, &found, item),
            (item, true, false) => self.no_longer_taken(domain, &found, name, item, difference),
            (Some(item), true, true) => self.entries(item, difference),
            _ => {}
        }
    }

    fn a_type(&mut self, difference: &Difference<'_, Decided>) {
        let domain = difference.domain;
        if let (Some(line), false) = (difference.gone.first(), difference.stands) {
            let title = format!("the {} type `{}` was reviewed and is gone", domain.name(), difference.about);
            let diagnostic =
                Diagnostic::new(Code::NotReviewed, line.span, title).label("no document says this any more");
            self.refuse(diagnostic.help(ACCEPT));
        }
        let found = pairs(difference);
        for (line, now) in found.changed {
            self.changed(line, now);
        }
        for now in found.new {
            if let Origin::PurgeType(at) | Origin::ExportType(at) = now.origin {
                self.new_types.insert((domain, at));
            }
            self.not_in_the_lock(now);
        }
    }

    /// A type takes an item that was not reviewed in it.
    fn taken(&mut self, domain: Domain, of: &Type<'_>, item: ItemId) {
        if let Some(types) = self.new_items.get_mut(&item) {
            types.push(format!("the {} type `{}`", domain.name(), of.id));
        }
        self.newly_taken.entry((domain, of.at)).or_default().push(item);
    }

    fn no_longer_taken(
        &mut self,
        domain: Domain,
        of: &Type<'_>,
        name: &str,
        item: Option<ItemId>,
        difference: &Difference<'_, Decided>,
    ) {
        let what = if item.is_some() { "takes it no more" } else { "it is gone from the catalogue" };
        let verb = if domain == Domain::Purge { "purges" } else { "exports" };
        let title = format!("the {} type `{}` no longer {verb} `{name}`", domain.name(), of.id);
        let diagnostic = Diagnostic::new(Code::NotReviewed, of.span, title).label(what);
        let diagnostic =
            difference.gone.iter().take(1).fold(diagnostic, |one, line| one.related(line.span, "reviewed like this"));
        self.refuse(diagnostic.help(ACCEPT));
    }

    /// Of an item that a type takes and took, rows are not what the type's own file says.
    fn entries(&mut self, item: ItemId, difference: &Difference<'_, Decided>) {
        if self.changed.contains(&item) {
            return;
        }
        let is_new = |one: &Decided| one.origin.entry().is_some_and(|entry| self.new_entries.contains(&entry));
        let odd: Vec<&Decided> = difference.new.iter().copied().filter(|one| !is_new(one)).collect();
        if !odd.is_empty() {
            for one in odd {
                self.not_in_the_lock(one);
            }
            return;
        }
        let (Some(found), Some(line)) = (self.program.item(item), difference.gone.first()) else { return };
        // Of several rows, and for several types, it is one edit.
        self.changed.insert(item);
        let title = format!("rows of `{}` that were reviewed are gone from the policy", found.name);
        let diagnostic = Diagnostic::new(Code::NotReviewed, found.span, title)
            .label("has fewer rows than were reviewed")
            .related(line.span, "reviewed like this");
        self.refuse(diagnostic.help(ACCEPT));
    }

    fn consent(&mut self, difference: &Difference<'_, Decided>) {
        let Some(now) = difference.new.first() else { return };
        let Some(line) = difference.gone.first() else {
            self.not_in_the_lock(now);
            return;
        };
        let (span, what) = self.place(now.origin);
        let diagnostic = Diagnostic::new(Code::PublishedTextChanged, span, format!("{what} has changed since"))
            .label("people are told something else than was reviewed")
            .related(line.span, "reviewed like this")
            .note("what people are told are the texts, the statements, the purposes behind them with their data and recipients, and the controller")
            .help("undo the edit, or set this version to `archived` and publish a new one");
        self.refuse(diagnostic);
    }

    /// What is new, as it is said.
    fn done(mut self) -> (Alone, Review) {
        for (id, types) in &self.new_items {
            let Some(item) = self.program.item(*id) else { continue };
            let diagnostic =
                Diagnostic::new(Code::NewItem, item.span, format!("`{}` is new: nobody has reviewed it", item.name))
                    .label("left alone by every type");
            let diagnostic = if types.is_empty() {
                diagnostic.note("no type would take it")
            } else {
                diagnostic.note(format!("to be taken, once it is reviewed, by {}", listed(types)))
            };
            self.review.new.push(diagnostic.help("look at what it says, then run `probate lock`"));
        }
        for (id, at) in &self.new_entries {
            let Some((item, entry)) = self.entry(*id, *at) else { continue };
            let title = format!("these rows of `{}` are new: nobody has reviewed them", item.name);
            let diagnostic = Diagnostic::new(Code::NewItem, entry.span, title).label("left alone by every type");
            self.review.new.push(diagnostic.help("look at what it says, then run `probate lock`"));
        }
        for ((domain, at), items) in &self.newly_taken {
            let names = items.iter().filter(|id| !self.new_items.contains_key(id));
            let names: Vec<String> =
                names.filter_map(|id| self.program.item(*id)).map(|item| format!("`{}`", item.name)).collect();
            let Some(of) = self.type_at(*domain, *at).filter(|_| !names.is_empty()) else { continue };
            let title = format!("the {} type `{}` newly takes {}", domain.name(), of.id, listed(&names));
            let diagnostic = Diagnostic::new(Code::NewItem, of.span, title).label("left alone, until it is reviewed");
            self.review.new.push(diagnostic.help("look at what it takes, then run `probate lock`"));
        }
        self.newly_ruled();
        let items = self.new_items.into_keys().collect();
        let (entries, taken, ruled) = (self.new_entries, self.newly_taken, self.newly_ruled);
        (Alone { items, entries, taken, ruled }, self.review)
    }

    fn entry(&self, id: ItemId, at: usize) -> Option<(&'p Item, &'p Entry)> {
        let item = self.program.item(id)?;
        Some((item, item.entries.get(at)?))
    }
}

fn rows(entry: Option<&Entry>, item: &str) -> (Span, String) {
    (entry.map(|entry| entry.span).unwrap_or_default(), format!("these rows of `{item}` are"))
}

/// A few names, and how many more.
fn listed(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// The pieces of a line that are not as they were; how they were stands in the lock, which is shown.
fn told_apart(was: &str, is: &str) -> Vec<String> {
    let (was, is): (Vec<&str>, Vec<&str>) = (was.split("; ").collect(), is.split("; ").collect());
    let digest = |pieces: &[&str]| pieces.len().saturating_sub(1);
    let mut notes = Vec::new();
    let pieces = was.iter().take(digest(&was)).zip(is.iter().take(digest(&is)));
    for (_, new) in pieces.filter(|(old, new)| old != new) {
        notes.push(format!("now: {new}"));
    }
    if notes.is_empty() && was.len() == 1 {
        notes.push(format!("now: {}", is.join("; ")));
    } else if notes.is_empty() {
        notes.push("what the line shows is the same; a value, a condition or a place behind it is not".to_owned());
    }
    notes
}

/// What nobody has reviewed.
struct Alone {
    items: BTreeSet<ItemId>,
    entries: BTreeSet<(ItemId, usize)>,
    taken: BTreeMap<(Domain, usize), Vec<ItemId>>,
    ruled: BTreeMap<usize, Vec<ItemId>>,
}

impl Alone {
    /// Takes it out of what types do. Whether there was anything.
    fn leave(self, program: &mut Program) -> bool {
        if self.items.is_empty() && self.entries.is_empty() && self.taken.is_empty() && self.ruled.is_empty() {
            return false;
        }
        for (at, items) in self.ruled {
            if let Some(rule) = program.retention_rules.get_mut(at) {
                rule.unreviewed.extend(items);
            }
        }
        for (at, item) in program.items.iter_mut().enumerate() {
            let id = ItemId(at);
            let entries = std::mem::take(&mut item.entries).into_iter().enumerate();
            let is_new = |at: usize| self.items.contains(&id) || self.entries.contains(&(id, at));
            for (at, entry) in entries {
                if is_new(at) { item.unreviewed.push(entry) } else { item.entries.push(entry) }
            }
        }
        for ((domain, at), items) in &self.taken {
            let found = if *domain == Domain::Purge {
                program.purge_types.get_mut(*at).map(|one| (&mut one.items, &mut one.unreviewed))
            } else {
                program.export_types.get_mut(*at).map(|one| (&mut one.items, &mut one.unreviewed))
            };
            if let Some((taken, unreviewed)) = found {
                taken.retain(|item| !items.contains(item));
                unreviewed.extend(items);
            }
        }
        true
    }
}
