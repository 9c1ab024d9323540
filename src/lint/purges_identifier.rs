//! A purge takes away that by which rows are found which it leaves.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::program::{Entry, Identifier, IdentifierSource, Item, ItemId, Piece, Program, PurgeType, Relation, Touched};
use crate::source::Span;

/// Items with an entry that an identifier finds and a purge would change, by the identifier; the key is called so.
type Holders<'p> = BTreeMap<&'p str, BTreeMap<ItemId, &'p Entry>>;

const KEY: &str = "key";

pub(super) fn find(program: &Program) -> Vec<Diagnostic> {
    let holders = holders(program);
    program.purge_types.iter().flat_map(|one| of_type(program, one, &holders)).collect()
}

fn holders(program: &Program) -> Holders<'_> {
    let mut found = Holders::new();
    for (at, item) in program.items.iter().enumerate() {
        for entry in item.all_entries().filter(|entry| entry.is_purged() && !entry.is_account(program)) {
            for name in names(entry) {
                found.entry(name).or_default().entry(ItemId(at)).or_insert(entry);
            }
        }
    }
    found
}

/// The identifiers without which its rows are not found.
fn names(entry: &Entry) -> Vec<&str> {
    let piece = |piece: &'_ Piece| match piece {
        Piece::Identifier(_) | Piece::Key => true,
        Piece::Text(_) | Piece::Anything => false,
    };
    match &entry.identifier {
        None if entry.relation == Relation::Access => Vec::new(),
        None => vec![KEY],
        Some(IdentifierSource::Plain(name)) => vec![name],
        Some(IdentifierSource::Template(pieces)) => {
            let known = pieces.iter().filter(|one| piece(one));
            known.map(|one| if let Piece::Identifier(name) = one { name.as_str() } else { KEY }).collect()
        }
    }
}

fn of_type<'p>(program: &'p Program, purge_type: &'p PurgeType, holders: &Holders<'p>) -> Vec<Diagnostic> {
    let touched = Touched::by(program, purge_type);
    let gone = gone(program, &touched);
    if gone.is_empty() {
        return Vec::new();
    }
    // What is taken in some places only stays in the others.
    let whole = purge_type.within.is_none();
    let taken: HashSet<ItemId> = purge_type.meant().into_iter().filter(|_| whole).collect();
    let mut found: BTreeMap<ItemId, Diagnostic> = BTreeMap::new();
    for (name, at) in gone {
        for (id, entry) in holders.get(name).into_iter().flatten().filter(|(id, _)| !taken.contains(id)) {
            let Some(item) = program.item(*id) else { continue };
            found.entry(*id).or_insert_with(|| finding(purge_type, item, entry, (name, at)));
        }
    }
    found.into_values().collect()
}

/// What the person can no longer be found by, and the place that says so.
fn gone<'p>(program: &'p Program, touched: &Touched) -> Vec<(&'p str, Span)> {
    let subject = &program.site.subject;
    let account = touched.deleted.get(&subject.table.id).copied();
    let of_identifier = |one: &'p Identifier| {
        let at = account.or_else(|| touched.breaks(subject.table.id, &one.path))?;
        Some((one.name.as_str(), at))
    };
    let key = account.map(|at| (KEY, at));
    subject.identifiers.iter().filter_map(of_identifier).chain(key).collect()
}

fn finding(purge_type: &PurgeType, item: &Item, entry: &Entry, (name, at): (&str, Span)) -> Diagnostic {
    let id = &purge_type.id;
    let title = format!("after `{id}`, nothing finds the rows of `{}` any more", item.name);
    let about = format!("{id} {}", item.name);
    let (how, help) = if purge_type.within.is_some() {
        let help = format!("`{id}` is for some places: keep `{name}`, and let a type without `within` take it");
        (format!("in other places than its own, `{id}` leaves them"), help)
    } else {
        (format!("found by `{name}`, and `{id}` leaves them"), format!("let `{id}` take `{}` too", item.name))
    };
    Diagnostic::new(Code::PurgesIdentifier, entry.span, title)
        .label(how)
        .related(at, format!("here `{name}` goes"))
        .related(purge_type.span, "the type")
        .help(help)
        .note("a type that takes them later finds nobody whose they are")
        .note(format!("an exception names it `{about}`"))
        .about(about)
}
